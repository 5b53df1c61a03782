from collections.abc import Callable
from decimal import Decimal

import pytest

from mttq.checking import Counts
from mttq.model import Statement, UnitKind
from mttq.report import Report
from mttq.rules import Breach, Rule, Suggestion, cri
from mttq.values import PartialDate, Period, Qualifier, Quantity, Tiered

Judge = Callable[..., list[str | tuple[str, ...]]]

TABLE = "kl62-pl2.criticism"
SESSIONS, CONFERENCES, REQUESTED, OPINIONS = (
    f"{TABLE}.{row}.commune" for row in ("sessions", "conferences", "requested", "opinions")
)
NO_APPENDIX: dict[str, object] = {"appendices": ()}


def said(number: int, row: str = "conferences", qualifier: Qualifier = Qualifier.EXACT) -> dict[str, object]:
    value = Quantity(value=Decimal(number), unit="conferences", qualifier=qualifier)
    return {"statements": (Statement(indicator=f"{TABLE}.{row}", value=value),)}


WRONG_SUM = (
    SESSIONS,
    "other=13; stated=10",
    "10 = 3 + 9 + 1",
)
RAISE_THE_TOTAL = f"{SESSIONS}: 10 → 13"
DROP_THE_CONFERENCES = f"{CONFERENCES}: 3 → 0"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        (NO_APPENDIX, []),
        ({SESSIONS: None}, []),
        ({SESSIONS: 20, CONFERENCES: None}, [f"? {SESSIONS}: {CONFERENCES}"]),
        ({SESSIONS: 10}, [(*WRONG_SUM, RAISE_THE_TOTAL)]),
        ({SESSIONS: 10, **said(0)}, [(*WRONG_SUM, DROP_THE_CONFERENCES, RAISE_THE_TOTAL)]),
        (
            {SESSIONS: 10, **said(0, "conferences.commune")},
            [(*WRONG_SUM, DROP_THE_CONFERENCES, RAISE_THE_TOTAL)],
        ),
        ({SESSIONS: 10, **said(4)}, [(*WRONG_SUM, RAISE_THE_TOTAL)]),
        # 6 written ones would set the sum right, but the text allows the 9 as well: it backs neither
        ({SESSIONS: 10, **said(5, "written", Qualifier.MORE_THAN)}, [(*WRONG_SUM, RAISE_THE_TOTAL)]),
    ],
)
def test_sessions_are_the_sum_of_their_forms_and_a_repair_that_the_text_backs_comes_first(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.sessions_are_the_sum_of_their_forms, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (said(3), []),  # a number is the concern of CAM002
        ({CONFERENCES: 0, **said(0)}, ["passed"]),
        ({CONFERENCES: None, **said(0)}, [f"? {TABLE}.conferences"]),
        (
            said(0),
            [
                (
                    f"{TABLE}.conferences",
                    "appendix=3; text=0 conferences",
                    "3 = 0",
                )
            ],
        ),
        (
            {SESSIONS: 10, **said(0)},
            [
                (
                    f"{TABLE}.conferences",
                    "appendix=3; text=0 conferences",
                    "3 = 0",
                    DROP_THE_CONFERENCES,
                )
            ],
        ),
    ],
)
def test_what_was_not_held_counts_zero_and_the_repair_is_shown_where_the_sum_agrees(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.what_was_not_held_is_not_counted, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({SESSIONS: 14}, ["passed"]),
        (NO_APPENDIX, []),
        ({SESSIONS: None, REQUESTED: None}, []),
        ({REQUESTED: None}, [f"? {SESSIONS}: {REQUESTED}"]),
        ({SESSIONS: None}, []),  # a blank total is offered by APP002
        ({f"{TABLE}.sessions": Tiered(province=5, commune=13)}, ["passed"]),
        (
            {REQUESTED: 9},
            [
                (
                    SESSIONS,
                    "other=9; stated=13",
                    "13 ≤ 9",
                )
            ],
        ),
    ],
)
def test_sessions_are_at_most_the_drafts_sent(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.sessions_are_at_most_the_drafts_sent, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({OPINIONS: 13}, ["passed"]),
        ({OPINIONS: None}, [f"? {OPINIONS}"]),
        ({OPINIONS: 5}, [(OPINIONS, "other=13; stated=5", "5 ≥ 13")]),
    ],
)
def test_each_session_brings_an_opinion(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.sessions_bring_opinions, changes) == outcomes


PARTY, GOVERNMENT = (f"kl62-pl2.feedback.{host}_dialogues.commune" for host in ("party", "government"))
OPEN = Period.interval(PartialDate(year=2015, month=1), None)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({PARTY: 10}, ["passed", "passed"]),
        ({PARTY: None}, ["passed"]),
        (NO_APPENDIX, []),
        ({"unit.kind": UnitKind.COUNTRY}, []),
        ({"periods": ()}, ["? periods", "? periods"]),
        ({"periods.2.period": None}, ["? periods", "? periods"]),
        ({"periods.2.period": OPEN}, ["passed", "passed"]),  # up to the end of the review
        (
            {PARTY: 9},
            [(PARTY, "held=9; years=10", "9 ≥ 10"), "passed"],
        ),
    ],
)
def test_a_dialogue_is_held_in_each_full_year(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.dialogues_are_held_every_year, changes) == outcomes


def test_a_profile_may_ask_for_more_dialogues(judge: Judge) -> None:
    outcomes = judge(cri.dialogues_are_held_every_year, {}, each_year=2)
    assert outcomes == [
        (PARTY, "held=11; years=10", "11 ≥ 20"),
        (GOVERNMENT, "held=16; years=10", "16 ≥ 20"),
    ]


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (cri.sessions_are_the_sum_of_their_forms, Counts(failed=1)),
        (cri.what_was_not_held_is_not_counted, Counts(failed=1)),
        (cri.sessions_are_at_most_the_drafts_sent, Counts(failed=1)),
        (cri.sessions_bring_opinions, Counts(failed=1)),
        (cri.dialogues_are_held_every_year, Counts(passed=2)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


@pytest.mark.parametrize(
    "rule", [cri.sessions_are_the_sum_of_their_forms, cri.what_was_not_held_is_not_counted]
)
def test_of_three_repairs_of_the_real_sum_the_text_backs_one(real_report: Report, rule: Rule) -> None:
    """15 sessions, but 10 + 15 + 0: the narrative says that no conference was held."""
    (breach,) = rule(real_report)
    assert isinstance(breach, Breach)
    assert breach.suggestions[0] == Suggestion(
        path=CONFERENCES, old=10, new=0, reason="khớp cả tổng và phần lời"
    )
