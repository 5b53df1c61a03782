"""Each of mttq's rules speaks Vietnamese and English, and says in both the same figures."""

import re
from string import Formatter

import pytest

from mttq.rules import RULES, Rule
from mttq.wording._rules_en import RULES_EN
from mttq.wording._rules_vi import RULES_VI


def figures_in(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_the_catalogues_have_each_rule_and_no_other() -> None:
    codes = [rule.code for rule in RULES]
    assert list(RULES_EN) == codes
    assert list(RULES_VI) == codes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_the_same_figures_in_both_languages(rule: Rule) -> None:
    english, vietnamese = rule.words("en"), rule.words("vi")
    assert all(english)
    assert all(vietnamese)
    assert figures_in(english[1]) == figures_in(vietnamese[1])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_english_words_are_english(rule: Rule) -> None:
    """Only the currency keeps its name."""
    foreign = re.findall(r"\w*[^\W\x00-\x7f]\w*", " ".join(rule.words("en")))
    assert set(foreign) <= {"đồng"}
