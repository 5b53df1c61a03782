from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from mttq.model import Statement
from mttq.rules import RULES, Rule, Scope, cam, cri
from mttq.rules._kit import claims
from mttq.rules._kit.claims import claimant_of
from mttq.rules._kit.judgements import Term
from mttq.rules._kit.statements import agrees, compared
from mttq.testing import draw_report
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share

Judge = Callable[..., list[str | tuple[str, ...]]]

RULE: Rule = cam.text_agrees_with_the_appendix
INTEGRATED = "kl62-pl1.dissemination.conferences.integrated"
MEMBERS = "kl62-pl1.membership.members"
REVIEWED = Period.interval(PartialDate(year=2015, month=1), PartialDate(year=2024, month=12))


def stated(
    value: int, qualifier: Qualifier = Qualifier.EXACT, indicator: str = INTEGRATED, **changes: Any
) -> Statement:
    quantity = Quantity(value=Decimal(value), unit="conferences", qualifier=qualifier)
    return Statement(indicator=indicator, value=quantity, **changes)


def test_households_are_not_people_though_both_are_as_many(judge: Judge) -> None:
    households = Statement(indicator="population.households", value=Quantity.of(1000, "persons"))
    changes = {"population.households": 1000, "statements": (households,)}
    assert judge(RULE, changes) == [
        ("population.households", "appendix=1000 households; text=1000 persons", "")
    ]
    told = Statement(indicator="population.households", value=Quantity.of(1000, "families"))
    assert judge(RULE, {**changes, "statements": (told,)}) == ["passed"]  # by another name, perhaps


@pytest.mark.parametrize(
    ("statement", "outcomes"),
    [
        (stated(26), ["passed"]),
        (stated(25, Qualifier.MORE_THAN), ["passed"]),
        (
            stated(115),
            [(INTEGRATED, "appendix=26; text=115 conferences", "26 = 115")],
        ),
        (
            stated(26, Qualifier.MORE_THAN),
            [(INTEGRATED, "appendix=26; text=more_than 26 conferences", "26 > 26")],
        ),
        (
            stated(27, Qualifier.AT_LEAST),
            [(INTEGRATED, "appendix=26; text=at_least 27 conferences", "26 ≥ 27")],
        ),
        (
            stated(26, Qualifier.LESS_THAN),
            [(INTEGRATED, "appendix=26; text=less_than 26 conferences", "26 < 26")],
        ),
        (
            stated(25, Qualifier.AT_MOST),
            [(INTEGRATED, "appendix=26; text=at_most 25 conferences", "26 ≤ 25")],
        ),
        (
            stated(20, Qualifier.ABOUT),
            [(INTEGRATED, "appendix=26; text=about 20 conferences", "26 ≤ 22")],
        ),
    ],
)
def test_a_figure_of_the_text_agrees_with_the_appendix_within_its_hedge(
    judge: Judge, statement: Statement, outcomes: list[object]
) -> None:
    assert judge(RULE, {"statements": (statement,)}) == outcomes


@pytest.mark.parametrize(
    "statement",
    [
        stated(115, unit="xã Bên"),
        stated(115, each_year=True),
        stated(115, period=Period.of_year(2024)),
        stated(115, indicator="số tổ tự quản"),
        stated(115, indicator="kl62-pl9.nothing"),
    ],
)
def test_another_measure_is_not_compared(judge: Judge, statement: Statement) -> None:
    assert judge(RULE, {"statements": (statement,)}) == []


NEAR: Rule = cam.hedged_figures_of_the_text_are_near


@pytest.mark.parametrize(
    ("statement", "outcomes"),
    [
        (stated(25, Qualifier.MORE_THAN), ["passed"]),
        (stated(20, Qualifier.MORE_THAN), ["passed"]),  # 20 may be a round number
        (
            stated(24, Qualifier.MORE_THAN),
            [(INTEGRATED, "appendix=26; text=more_than 24 conferences", "26 ≤ 25")],
        ),
        (stated(27, Qualifier.NEARLY), ["passed"]),
        (
            stated(115, Qualifier.NEARLY),
            [(INTEGRATED, "appendix=26; text=nearly 115 conferences", "26 ≥ 114")],
        ),
        (stated(26, Qualifier.MORE_THAN), []),  # wrong by its words: CAM002
        (stated(5, Qualifier.AT_LEAST), []),
        (stated(260, Qualifier.LESS_THAN), []),
        (stated(26), []),
        (stated(20, Qualifier.MORE_THAN, according_to="Chi cục Thống kê"), ["passed"]),
        (stated(5, Qualifier.MORE_THAN, each_year=True), []),
        (stated(5, Qualifier.MORE_THAN, "số mô hình"), []),
        (stated(5, Qualifier.MORE_THAN, MEMBERS), []),
    ],
)
def test_a_hedged_figure_of_the_text_is_cut_after_its_last_digit(
    judge: Judge, statement: Statement, outcomes: list[object]
) -> None:
    assert judge(NEAR, {"statements": (statement,)}) == outcomes


def test_a_goal_that_was_reached_is_not_a_truncated_percentage(judge: Judge) -> None:
    value = Quantity(value=Decimal(5), unit="percent", qualifier=Qualifier.MORE_THAN)
    statement = Statement(indicator="population.poor.share", value=value)
    assert judge(NEAR, {"statements": (statement,)}) == []


def test_a_statement_on_the_time_of_the_appendix_is_the_same_measure(judge: Judge) -> None:
    assert judge(RULE, {"statements": (stated(26, period=REVIEWED),)}) == ["passed"]


def test_without_named_periods_a_dated_statement_is_not_compared(judge: Judge) -> None:
    assert judge(RULE, {"periods": (), "statements": (stated(26, period=REVIEWED),)}) == []


def test_a_blank_and_a_cell_with_several_figures_cannot_be_verified(judge: Judge) -> None:
    statements = (stated(26), stated(312, indicator=MEMBERS), stated(312, indicator=f"{MEMBERS}.first"))
    assert judge(RULE, {INTEGRATED: None, "statements": statements}) == [
        f"? {INTEGRATED}",
        f"? {MEMBERS}",
        "passed",
    ]


STUDIES = "kl62-pl2.supervision.document_studies"


@pytest.mark.parametrize(
    ("statement", "changes", "outcome"),
    [
        (
            stated(0, indicator=f"{STUDIES}.commune"),
            {},
            (
                f"{STUDIES}.commune",
                "appendix=17/23; text=0 conferences",
                "40 = 0",
            ),
        ),
        (stated(0, indicator=f"{STUDIES}.commune"), {f"{STUDIES}.commune": Pair(0, 0)}, "passed"),
    ],
)
def test_what_was_not_held_counts_zero_in_either_half(
    judge: Judge, statement: Statement, changes: dict[str, object], outcome: object
) -> None:
    changes = {**changes, "statements": (statement,)}
    assert judge(cri.what_was_not_held_is_not_counted, changes) == [outcome]


def test_more_than_none_does_not_mean_none() -> None:
    more = stated(0, Qualifier.MORE_THAN, "kl62-pl2.criticism.conferences")
    assert claimant_of(more) is None


def test_half_of_a_pair_is_named_after_its_line(judge: Judge) -> None:
    statement = stated(313, indicator=f"{MEMBERS}.first")
    outcome = (MEMBERS, "appendix=312; text=313 conferences", "312 = 313")
    assert judge(RULE, {"statements": (statement,)}) == [outcome]


def test_a_percentage_is_compared_as_it_is_rounded(judge: Judge) -> None:
    def share(value: str) -> Statement:
        quantity = Quantity(value=Decimal(value), unit="percent", decimals=1)
        return Statement(indicator="population.poor.share", value=quantity)

    assert judge(RULE, {"statements": (share("8.7"), share("9.0"))}) == [
        "passed",
        ("population.poor.share", "appendix=8.7%; text=9 ±1/10 percent", ""),
    ]


@pytest.mark.parametrize(
    ("indicator", "value", "code"),
    [
        ("population.villages", 17, "UNI005"),
        ("funds.ledgers.0.raised", 17, "FND007"),
        ("kl62-pl2.criticism.conferences.commune", 0, "CRI002"),
        ("kl62-pl2.criticism.conferences.commune", 17, "CAM002"),
        (INTEGRATED, 0, "CAM002"),
    ],
)
@pytest.mark.parametrize("source", [None, "Chi cục Thống kê"])
def test_each_statement_is_judged_by_one_rule(
    indicator: str, value: int, code: str, source: str | None
) -> None:
    """What is quoted from another body is judged as such, whatever it is about."""
    quantity = Quantity(value=Decimal(value))
    statement = Statement(indicator=indicator, value=quantity, according_to=source)
    report = draw_report(1).with_value("statements", (statement,))
    judging = [
        rule.code
        for rule in RULES
        if rule.scope is Scope.REPORT
        for breach in rule.verdict(report).breaches
        if breach.about == "statements.0.value"
    ]
    assert judging == ["XRP005" if source else code]
    assert sum(claim(statement) for claim in claims._STATEMENTS) == (0 if judging == ["CAM002"] else 1)


def hedged(value: int, qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    return Quantity(value=Decimal(value), qualifier=qualifier)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (hedged(5), Fraction(5), True),
        (hedged(5), Fraction(11, 2), False),
        (hedged(5, Qualifier.AT_LEAST), hedged(3, Qualifier.AT_LEAST), True),
        (hedged(5, Qualifier.AT_LEAST), hedged(3, Qualifier.AT_MOST), False),
        (hedged(3, Qualifier.AT_MOST), hedged(5, Qualifier.AT_LEAST), False),
        (hedged(3, Qualifier.AT_MOST), hedged(3), True),
        (hedged(50), Share(Decimal(50)), True),
        (hedged(51), Share(Decimal(50)), False),
    ],
)
def test_two_hedged_figures_agree_if_their_bounds_overlap(
    one: Quantity, other: Fraction | Quantity | Share, *, expected: bool
) -> None:
    assert agrees(one, other) is expected


def test_a_range_is_compared_with_the_end_that_is_broken() -> None:
    stated_range = Quantity(value=Decimal(7), qualifier=Qualifier.RANGE, upper=Decimal(9))
    low, high = (compared(stated_range, Term("phụ lục", value), "") for value in (6, 10))
    assert [(low.relation, low.right[0].value), (high.relation, high.right[0].value)] == [("≥", 7), ("≤", 9)]
