"""Each of mttq's rules speaks Vietnamese and English, and says in both the same figures."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import get_args

import pytest

from mttq.rules import RULES, Rule, Severity
from mttq.wording import Lang
from mttq.wording._en import rules as english

DEMANDS: Mapping[Lang, Mapping[Severity, str]] = {
    "vi": {
        Severity.ERROR: r"\b(phải|không được)\b",
        Severity.WARNING: r"\bcần\b",
        Severity.INFO: r"\b(nên|thường)\b",
    },
    "en": {
        Severity.ERROR: r"\bmust\b",
        Severity.WARNING: r"\bshould\b",
        Severity.INFO: r"\b(should|usually)\b",
    },
}
"""How a title says what it demands: an error must be mended, a warning should be, a note is of the usual."""


LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def figures_in(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_the_catalogue_has_each_rule_and_no_other() -> None:
    codes = [rule.code for rule in RULES]
    assert list(english.RULES) == codes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_the_same_figures_in_each_language(rule: Rule) -> None:
    for lang in LANGUAGES:
        assert all(rule.words(lang))
        assert figures_in(rule.words(lang)[1]) == figures_in(rule.message)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_english_words_are_english(rule: Rule) -> None:
    """Only the currency keeps its name."""
    foreign = re.findall(r"\w*[^\W\x00-\x7f]\w*", " ".join(rule.words("en")))
    assert set(foreign) <= {"đồng"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_title_demands_as_much_as_the_severity(rule: Rule) -> None:
    for lang, demands in DEMANDS.items():
        title = rule.words(lang)[0]
        assert re.search(demands[rule.severity], title, re.IGNORECASE), title


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_words_are_whole_and_without_final_punctuation(rule: Rule) -> None:
    for text in (*rule.words("vi"), *rule.words("en")):
        assert text[0].isupper() or text[0] in "{“0123456789"
        assert text == " ".join(text.split())
        assert text[-1] not in ".,;:"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_its_reason_in_both_languages(rule: Rule) -> None:
    said = r"(.+)\n\nSai: (.+)\nĐúng: ([^\n]+)(?:\n\nCách xử lý: (.+))?"
    parts = re.fullmatch(said, rule.reason(lang="vi"))
    assert parts
    assert all(
        text[-1] in ".”)" and text[0] in "(" + text[0].upper() for text in filter(None, parts.groups())
    )
    assert bool(parts[4]) == ("What to do: " in rule.doc)
    assert rule.reason(lang="en") == rule.doc
    assert "Wrong: " in rule.doc
    assert "Right: " in rule.doc


def test_a_sentence_begins_with_a_capital() -> None:
    assert RULES["PER002"].message.startswith("{first}")
    args = {"first": "phụ lục 1", "first_period": "2023", "second": "phụ lục 2", "second_period": "2024"}
    assert RULES["PER002"].say(args) == "Phụ lục 1 tính 2023; phụ lục 2 tính 2024"


def test_sentences_are_what_the_catalogue_says() -> None:
    rule, args = RULES["CRI001"], {"stated": 15, "other": 25}
    assert rule.say(args) == "Báo cáo ghi 15 cuộc; cộng các hình thức được 25 cuộc"
    assert rule.say(args, lang="en") == "Sessions reported: 15; the forms add up to 25"
