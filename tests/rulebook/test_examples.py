"""Each example is run: the rule is content with the right report and finds the slip in the wrong one."""

import pytest

from mttq.rulebook import tell
from mttq.rulebook._examples import example_of
from mttq.rules import RULES
from mttq.testing import run_rule

IDLE = {"ORG011", "UNI006"}  # they have nothing to judge before the slip is made
CODES = [rule.code for rule in RULES if example_of(rule.code)]


@pytest.mark.parametrize("code", CODES)
def test_the_right_report_passes_and_the_wrong_one_fails(code: str) -> None:
    example = example_of(code)
    assert example is not None

    right, wrong = run_rule(code, example.right), run_rule(code, example.wrong)

    assert (len(right), right.counts[code].passed > 0) == (0, code not in IDLE)
    assert wrong.counts[code].failed > 0


@pytest.mark.parametrize("code", CODES)
def test_the_page_shows_what_the_rule_says_of_the_wrong_report(code: str) -> None:
    told = tell(RULES[code])

    assert "\nĐề nghị rà soát." in told.partition("Ví dụ\n\nSai: ")[2]


def test_nearly_every_rule_has_an_example() -> None:
    """The others judge a check itself, several reports, the official form, or records beside a table."""
    assert len(CODES) >= 70


def test_a_rule_without_an_example_has_none() -> None:
    assert example_of("HUE001") is None
