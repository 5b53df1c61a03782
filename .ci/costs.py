"""What a change costs: `python .ci/costs.py` makes each in a clone and prints what had to be written by hand.

It adds a rule, a row of a form, a built-in form, a word of the frame and a language.  After each it runs
`python docs/make.py` and the tests concerned, and prints `git diff --stat`: by hand, then what is derived.
`python .ci/costs.py rule word` makes some of them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES, WORDING = "src/mttq/rules", "src/mttq/wording"
FORM = '''"""A form of a few rows."""

import attrs

from mttq._declared.types import Count
from mttq.forms._labels import row
from mttq.forms._register import form

__all__ = ["TentTable"]


@form("tents", title="Phụ lục 9", name="Biểu lều bạt")
@attrs.frozen(kw_only=True)
class TentTable:
    """Tents of a unit."""

    pitched: Count | None = row("1", "Số lều bạt", total_of=("large", "small"))
    large: Count | None = row("1a", "Lều lớn")
    small: Count | None = row("1b", "Lều nhỏ")
'''


def add_rule(clone: Path) -> list[str]:
    """Add a rule of the family CRI: its module with its Vietnamese, its English, a fault, a test."""
    after(
        clone / RULES / "cri.py",
        "\n\n",
        '''

@rule(
    "CRI099",
    Severity.WARNING,
    level=4,
    title="Số cuộc phản biện xã hội cần dưới 4.444",
    message="Báo cáo ghi {stated} cuộc phản biện xã hội",
    reason="""
        Không đơn vị nào tổ chức 4.444 cuộc.

        Sai: 4.444 cuộc.
        Đúng: 44 cuộc.
    """,
)
def sessions_are_not_four_thousand(report: Report) -> Iterator[Judgement]:
    """Say when the sessions are 4,444, as no unit ever held.

    Wrong: 4,444 sessions.
    Right: 44 sessions.
    """
    form = report.appendix(ParticipationAppendix)
    stated = form and form.criticism.sessions.commune
    if stated == 4444:
        yield Breach(path="kl62-pl2.criticism.sessions.commune", args={"stated": stated}, actual=stated)
    elif stated is not None:
        yield PASSED
''',
        at_the_end=True,
    )
    after(clone / RULES / "cri.py", "__all__ = [\n", '    "sessions_are_not_four_thousand",\n')
    english = '    "CRI099": ("Sessions should be less than 4,444", "The report gives {stated} sessions"),\n'
    before(clone / WORDING / "_en/rules.py", '    "DOC001": (', english)
    sessions = "kl62-pl2.criticism.sessions.commune"
    fault = f'    Fault("CRI099", "as none ever held", "{sessions}", lambda *_: 4444),\n'
    after(clone / "src/mttq/_samples/_faults.py", "FAULTS: Final = (\n", fault)
    after(
        clone / "tests/rules/test_cri.py",
        "",
        """

def test_sessions_are_not_four_thousand() -> None:
    from mttq.testing import make_report, run_rule

    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 4444)
    assert [finding.code for finding in run_rule("CRI099", wrong)] == ["CRI099"]
""",
        at_the_end=True,
    )
    return ["tests/rules/test_cri.py", "tests/rules/test_declared.py", "tests/wording/test_rules.py"]


def add_row(clone: Path) -> list[str]:
    """Add a row to a form that exists: its line, and its English."""
    path = clone / "src/mttq/forms/kl62_pl2.py"
    before(path, "from collections.abc import Iterable\n", "import datetime as dt\n")
    before(
        path,
        "    @classmethod\n    def tally(",
        '    tents: Tiered[Count] = row("9", "Số lều trại", since=dt.date(2030, 1, 1))\n\n',
    )
    after(
        clone / WORDING / "_en/forms.py",
        "FORMS: Final[dict[str, str]] = {\n",
        '    "Số lều trại": "Tents and camps",\n',
    )
    return [
        "tests/forms",
        "tests/compat",
        "tests/wording",
        "tests/test_make.py",
        "tests/rules/test_declared.py",
    ]


def add_form(clone: Path) -> list[str]:
    """Add a built-in form: its module, its code in the table, its English."""
    (clone / "src/mttq/forms/tents.py").write_text(FORM, "utf-8")
    after(clone / "src/mttq/forms/_form.py", "SHIPPED: Final = (\n", '    "tents",\n')
    english = {"Phụ lục 9": "Appendix 9", "Biểu lều bạt": "Tents", "Số lều bạt": "Tents pitched"}
    english |= {"Lều lớn": "Large tents", "Lều nhỏ": "Small tents"}
    lines = "".join(f'    "{text}": "{said}",\n' for text, said in english.items())
    after(clone / WORDING / "_en/forms.py", "FORMS: Final[dict[str, str]] = {\n", lines)
    return ["tests/forms", "tests/compat", "tests/wording", "tests/test_make.py", "tests/test_promises.py"]


def add_word(clone: Path) -> list[str]:
    """Add a word of the frame, in both languages, and use it."""
    for lang, said in {"vi": "Số lều", "en": "Tents"}.items():
        marker = "WORDS: Final[dict[str, str]] = {\n"
        after(clone / WORDING / f"_{lang}/frame.py", marker, f'    "tents": "{said}",\n')
    after(clone / "src/mttq/rendering/__init__.py", "", '\n_TENTS = words("vi")["tents"]\n', at_the_end=True)
    return ["tests/wording"]  # which say that nothing uses the word


def add_language(clone: Path) -> list[str]:
    """Add a language whose words are those of English: its folder, and its name for checkers and freezers."""
    folder = clone / WORDING / "_fr"
    folder.mkdir()
    for path in sorted((clone / WORDING / "_en").glob("*.py")):
        words = path.read_text("utf-8").replace("_en", "_fr").replace('"Households"', '"Ménages"')
        (folder / path.name).write_text(words, "utf-8")
    before(clone / WORDING / "__init__.py", ']\n"""The languages', ', "fr"')
    after(
        clone / WORDING / "__init__.py",
        "import mttq.wording._en.rules  # noqa: F401\n",
        "    import mttq.wording._fr.frame\n    import mttq.wording._fr.rules\n",
    )
    said = "import mttq.wording; print(mttq.wording.label('Số hộ', 'fr'))"
    command = [sys.executable, "-c", said]
    spoken = subprocess.check_output(command, cwd=clone / "src", encoding="utf-8")  # noqa: S603
    print(f"  “Số hộ” is “{spoken.strip()}”")
    return ["tests/wording", "tests/test_cli_languages.py", "tests/rules/_kit/test_rule.py"]


CHANGES: dict[str, Callable[[Path], list[str]]] = {
    "rule": add_rule, "row": add_row, "form": add_form, "word": add_word, "language": add_language,
}  # fmt: skip


def after(path: Path, marker: str, text: str, *, at_the_end: bool = False) -> None:
    """Put a text into a file, once, after a marker."""
    old = path.read_text("utf-8")
    if not at_the_end and marker not in old:
        sys.exit(f"{path}: there is no {marker!r}")
    path.write_text(old + text if at_the_end else old.replace(marker, marker + text, 1), "utf-8")


def before(path: Path, marker: str, text: str) -> None:
    """Put a text into a file, once, before a marker."""
    old = path.read_text("utf-8")
    if marker not in old:
        sys.exit(f"{path}: there is no {marker!r}")
    path.write_text(old.replace(marker, text + marker, 1), "utf-8")


def run(clone: Path, command: list[str]) -> str:
    """Run a command on the sources of the clone; its last lines, if it fails."""
    environment = os.environ | {"PYTHONPATH": str(clone / "src"), "PYTHONUTF8": "1"}
    asked = {"cwd": clone, "env": environment, "encoding": "utf-8"}
    done = subprocess.run(command, capture_output=True, check=False, **asked)  # noqa: S603
    return "\n".join((done.stdout + done.stderr).splitlines()[-15:]) if done.returncode else ""


def stat(clone: Path, title: str) -> None:
    """Print what changed since the last commit, and commit it."""
    for command in (["add", "-A"], ["diff", "--cached", "--stat=100"]):
        said = subprocess.run(["git", *command], cwd=clone, capture_output=True, check=True, encoding="utf-8")  # noqa: S603, S607
    print(f"  {title}:\n{said.stdout or ' nothing'}", flush=True)
    who = ["-c", "user.name=costs", "-c", "user.email=costs@example.org"]
    subprocess.run(["git", *who, "commit", "-qnm", title, "--allow-empty"], cwd=clone, check=True)  # noqa: S603, S607


def main() -> None:
    """Make each change in a clone of its own."""
    for name in sys.argv[1:] or CHANGES:
        with tempfile.TemporaryDirectory() as base:
            clone = Path(base) / "main"
            subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)  # noqa: S603, S607
            print(f"== a {name}", flush=True)
            tests = CHANGES[name](clone)
            stat(clone, "by hand")
            made = run(clone, [sys.executable, "docs/make.py"])
            stat(clone, "derived")
            failed = made or run(
                clone, [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
            )
            print(failed or "  the tests pass", flush=True)


if __name__ == "__main__":
    main()
