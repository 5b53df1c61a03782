"""One command writes all that is derived, and says in a sentence what only a person can write."""

import runpy
import subprocess
import sys
from pathlib import Path

import attrs

from mttq.forms import Form, row
from mttq.forms._rows import rows_of
from mttq.rules import RULES

ROOT = Path(__file__).parents[1]
MAKE = runpy.run_path(str(ROOT / "docs" / "make.py"))


@attrs.frozen(kw_only=True)
class Tents:
    pitched: int | None = row("1", "Số lều đã dựng")


def test_nothing_is_missing() -> None:
    assert list(MAKE["missing"]()) == []


def test_a_rule_without_words_fault_and_tests_is_noticed() -> None:
    rule = attrs.evolve(RULES["CRI001"], code="LEU001", judge=lambda _report: (), reason="")

    assert list(MAKE["missing_of_rule"](rule)) == [
        "LEU001 is not in RULES: import its module in src/mttq/rules/_families.py.",
        "LEU001 has no English title and message: add them in src/mttq/wording.",
        "LEU001 has no Vietnamese reason: give it in @rule(reason=…).",
        "The family LEU has no name: add it in src/mttq/wording, in both languages.",
        "LEU001 has no planted fault: add one in src/mttq/_samples/_faults.py or _together.py.",
        "LEU001 has no test: write one in tests/rules/test_leu.py.",
    ]


def test_a_rule_that_no_catalogue_knows_has_no_english() -> None:
    unknown = attrs.evolve(RULES["CRI001"], code="CRI999", reason="")

    assert {
        "CRI999 has no English title and message: add them in src/mttq/wording.",
        "CRI999 has no Vietnamese reason: give it in @rule(reason=…).",
    } <= set(MAKE["missing_of_rule"](unknown))


def test_a_form_without_words_is_noticed() -> None:
    form = Form(code="leu", name="Biểu lều", title="Phụ lục 2", record=Tents, rows=rows_of(Tents))

    assert list(MAKE["missing_of_form"](form)) == [
        "leu is not in SHIPPED: add it in src/mttq/forms/_form.py.",
        "leu: “Biểu lều” has no English: add it in src/mttq/wording.",
        "leu: “Số lều đã dựng” has no English: add it in src/mttq/wording.",
    ]


def test_the_pages_of_forms_are_current() -> None:
    made: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "make_forms.py"))["pages"]()
    folder = ROOT / "docs" / "forms"
    assert {file.name: file.read_text("utf-8") for file in folder.iterdir()} == made, (
        "stale: python docs/make.py"
    )


def test_a_wrong_declaration_is_reported_in_a_sentence() -> None:
    """The command stops before it writes."""
    refusing = (
        "import runpy, sys; from mttq.errors import DeclarationError\n"
        "class Refused:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'mttq.rules': raise DeclarationError('LEU001: thiếu tên')\n"
        "sys.meta_path.insert(0, Refused())\n"
        f"runpy.run_path({str(ROOT / 'docs' / 'make.py')!r}, run_name='__main__')"
    )
    command = [sys.executable, "-X", "utf8", "-c", refusing]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", "LEU001: thiếu tên\n")
