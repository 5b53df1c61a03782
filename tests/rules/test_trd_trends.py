from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.forms import ImplementationAppendix
from mttq.forms.kl62_pl1 import Conferences, Dissemination, Membership
from mttq.report import Report
from mttq.rules import Breach, trd
from mttq.rules.trd import _at_least
from mttq.values import Pair

Judge = Callable[..., list[str | tuple[str, ...]]]


def counts(separate: int, integrated: int, reached: int, members: Pair) -> dict[str, object]:
    """Make a report with five counts."""
    return {
        "appendices": (
            ImplementationAppendix(
                dissemination=Dissemination(
                    conferences=Conferences(separate=separate, integrated=integrated, people_reached=reached)
                ),
                membership=Membership(members=members),
            ),
        )
    }


def over(years: int | None, changes: dict[str, object]) -> dict[str, object]:
    return {**changes, "periods.0.stated_years": years}


MULTIPLES = counts(15, 45, 150, Pair(30, 90))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        (over(1, MULTIPLES), []),
        (over(None, MULTIPLES), []),
        (over(15, {"appendices": ()}), []),
        (over(15, counts(5, 6, 7, Pair(8, 9))), []),  # no count from 10 on
        (over(15, counts(16, 45, 151, Pair(31, 92))), ["passed"]),
        (over(15, MULTIPLES), [("appendices", "counts=5; odd=5; years=15", "")]),
        (
            over(15, counts(15, 45, 150, Pair(31, 91))),
            ["passed"],  # three of five would come about once in 375 reports
        ),
        (
            over(15, counts(15, 45, 150, Pair(30, 91))),
            [("appendices", "counts=5; odd=4; years=15", "")],
        ),
    ],
)
def test_many_multiples_of_the_years_are_no_chance(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(trd.counts_are_no_multiples_of_the_years, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        (counts(15, 45, 150, Pair(30, 91)), ["passed"]),
        (
            counts(15, 45, 150, Pair(30, 95)),
            [("appendices", "counts=5; odd=5", "")],
        ),
    ],
)
def test_round_counts_only_are_no_chance(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(trd.counts_are_not_all_round, changes) == outcomes


def test_a_profile_sets_the_chance_and_the_least_count(judge: Judge) -> None:
    rule, changes = trd.counts_are_not_all_round, counts(15, 45, 150, Pair(30, 95))
    assert judge(rule, changes, rare=Decimal("0.0001")) == ["passed"]
    assert judge(rule, changes, least=100) == ["passed"]


def test_two_years_are_enough_to_have_multiples(judge: Judge) -> None:
    changes = over(2, counts(16, 44, 150, Pair(30, 90)))
    assert judge(trd.counts_are_no_multiples_of_the_years, changes, rare=Fraction(1, 33)) == ["passed"]
    assert judge(trd.counts_are_no_multiples_of_the_years, changes, rare=Fraction(1, 31)) == [
        ("appendices", "counts=5; odd=5; years=2", "")
    ]


def test_the_real_report_has_13_multiples_of_15_and_18_round_ones_among_20(real_report: Report) -> None:
    """Both halves of the pair 169/1.169 count, and so do sessions and the forms that they add up."""
    (multiples,) = trd.counts_are_no_multiples_of_the_years(real_report)
    (rounds,) = trd.counts_are_not_all_round(real_report)
    assert isinstance(multiples, Breach)
    assert isinstance(rounds, Breach)
    assert multiples.args == {"odd": 13, "counts": 20, "years": 15}
    assert rounds.args == {"odd": 18, "counts": 20}
    assert (len(multiples.related), len(rounds.related)) == (13, 18)
    assert "kl62-pl1.membership.members" not in rounds.related


def test_the_probabilities_of_the_real_report() -> None:
    assert Decimal("2.4e-11") < _decimal(_at_least(13, 20, Fraction(1, 15))) < Decimal("2.6e-11")
    assert Decimal("3.2e-11") < _decimal(_at_least(18, 20, Fraction(1, 5))) < Decimal("3.4e-11")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@settings(max_examples=50)
@given(st.integers(0, 12), st.fractions(Fraction(1, 20), Fraction(19, 20), max_denominator=20))
def test_the_tail_is_what_single_outcomes_add_up_to(trials: int, chance: Fraction) -> None:
    tails = [_at_least(hits, trials, chance) for hits in range(trials + 2)]
    assert tails[0] == 1
    assert tails[trials] == chance**trials
    assert tails[trials + 1] == 0
    assert tails == sorted(tails, reverse=True)
