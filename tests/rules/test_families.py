"""A code leads to its file, and the file to its tests and its pages; this holds for every rule and family."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import mttq.rules
from mttq.rulebook import INDEX, pages
from mttq.rules import RULES, Rule

TESTS = Path(__file__).parent
DOCS = TESTS.parents[1] / "docs" / "rules"
FAMILIES = [item.name for item in iter_modules(mttq.rules.__path__) if not item.name.startswith("_")]


def texts_of_tests(family: str) -> Iterator[str]:
    for path in (TESTS / f"test_{family}.py", *TESTS.glob(f"test_{family}_*.py")):
        yield path.read_text("utf-8")


def test_each_family_has_a_module_tests_and_a_part_of_the_index() -> None:
    codes = sorted({rule.family for rule in RULES})
    index = (DOCS / INDEX).read_text("utf-8")

    assert [family.upper() for family in FAMILIES] == codes
    assert [code for code in codes if f"\n## {code}: " not in index] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_module_says_which_family_it_holds(family: str) -> None:
    module = import_module(f"mttq.rules.{family}")

    assert (module.__doc__ or "").startswith(f"{family.upper()}: ")
    assert {rule.family for rule in vars(module).values() if isinstance(rule, Rule)} == {family.upper()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_its_tests_and_its_page_are_found_by_its_code(rule: Rule) -> None:
    family = rule.family.lower()
    named = rule.judge.__name__, rule.code

    assert rule.module == f"mttq.rules.{family}"
    assert any(name in text for text in texts_of_tests(family) for name in named), "it has no test"
    assert f"\nModule: {rule.module}\n" in (DOCS / f"{rule.code}.md").read_text("utf-8")


def test_a_removed_rule_leaves_no_page() -> None:
    assert sorted(page.name for page in DOCS.glob("*.md")) == sorted(pages())
