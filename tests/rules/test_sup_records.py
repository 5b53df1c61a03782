import datetime as dt
from collections.abc import Callable

import pytest

from mttq.model import (
    ActivityState,
    Dialogue,
    DialogueHost,
    Feedback,
    Supervision,
    SupervisionForm,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.rules import sup
from mttq.values import Pair, PartialDate, Period, Tier

Judge = Callable[..., list[str | tuple[str, ...]]]

SUPERVISIONS, CRITICISMS, DIALOGUES = (
    f"supervision.{kind}" for kind in ("supervisions", "criticisms", "dialogues")
)
STUDIES, DELEGATIONS = (
    f"kl62-pl2.supervision.{line}.commune" for line in ("document_studies", "delegations")
)
STUDY, DELEGATION = SupervisionForm.DOCUMENT_STUDY, SupervisionForm.DELEGATION
UNITS = tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in "ABC")


def day(number: int) -> dt.date:
    """Return a day in the period of the sample, 2015 to 2024."""
    return dt.date(2020, 1, 1) + dt.timedelta(number)


def supervised(
    form: SupervisionForm,
    number: int,
    units: tuple[UnitRef, ...] = UNITS[:1],
    count: int | None = None,
    tier: Tier | None = None,
) -> tuple[Supervision, ...]:
    return tuple(
        Supervision(
            form=form, date=day(n), subject="Y tế", supervised=units, supervised_count=count, tier=tier
        )
        for n in range(number)
    )


ALL = (*supervised(STUDY, 17), *supervised(DELEGATION, 12))  # as many as the sample's 17/23 and 12/19


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({SUPERVISIONS: ALL, "appendices": ()}, []),
        ({SUPERVISIONS: ALL, "unit.kind": UnitKind.COUNTRY}, []),
        ({SUPERVISIONS: ALL, "periods": ()}, ["? periods"]),
        ({SUPERVISIONS: ALL}, ["passed"] * 4),  # supervisions and units of both forms
        ({SUPERVISIONS: ALL, STUDIES: None}, [f"? {STUDIES}", "passed", "passed"]),
        ({SUPERVISIONS: ALL, STUDIES: 17}, ["passed"] * 3),
        ({SUPERVISIONS: supervised(STUDY, 99, tier=Tier.PROVINCE)}, ["passed"] * 4),
        ({SUPERVISIONS: supervised(STUDY, 5, (), 90)}, ["passed"] * 2),  # units that are not named
        ({SUPERVISIONS: supervised(STUDY, 5, ())}, ["passed"] * 3),
        (
            {SUPERVISIONS: supervised(STUDY, 18)},
            [
                (STUDIES, "recorded=18/1; reported=17/23", "17 ≥ 18", f"{STUDIES}: 17/23 → 18/23"),
                *["passed"] * 3,
            ],
        ),
        (
            {SUPERVISIONS: supervised(DELEGATION, 2, UNITS), DELEGATIONS: Pair(2, 2)},
            [
                *["passed"] * 3,
                (DELEGATIONS, "recorded=2/3; reported=2/2", "2 ≥ 3", f"{DELEGATIONS}: 2/2 → 2/3"),
            ],
        ),
    ],
)
def test_a_table_reports_what_is_recorded_at_least(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.recorded_supervisions_are_all_reported, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({SUPERVISIONS: ALL}, ["passed", "passed"]),  # though units may have been counted twice
        ({SUPERVISIONS: (*ALL, *ALL)}, ["passed", "passed"]),
        ({SUPERVISIONS: ALL, "periods": ()}, ["? periods"]),
        ({SUPERVISIONS: ALL, DELEGATIONS: None}, ["passed", f"? {DELEGATIONS}"]),
        (
            {SUPERVISIONS: supervised(STUDY, 17)},
            [
                "passed",
                (
                    DELEGATIONS,
                    "recorded=0/0; reported=12/19",
                    "12 ≤ 0",
                ),
            ],
        ),
    ],
)
def test_a_table_reports_no_more_than_is_recorded(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.no_more_supervisions_are_reported_than_recorded, changes) == outcomes


FIRST, LAST = dt.date(2015, 1, 1), dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (
            {DIALOGUES: tuple(Dialogue(host=DialogueHost.PARTY_HEAD, date=date) for date in (FIRST, LAST))},
            ["passed", "passed"],
        ),
        (
            {
                "supervision.feedback": (
                    Feedback(count=30),
                    Feedback(date=dt.date(2042, 5, 9), state=ActivityState.INTENDED),
                )
            },
            [],
        ),
        ({SUPERVISIONS: ALL[:1], "periods": ()}, ["passed"]),  # from the document reviewed to the figures
        ({SUPERVISIONS: ALL[:1], "periods": (), "as_of": None}, ["? periods"]),
        (
            {
                "supervision.feedback": (Feedback(date=dt.date(2014, 12, 31), subject="Góp ý"),),
                "supervision.voter_meetings": (
                    VoterMeeting(date=FIRST),
                    VoterMeeting(date=dt.date(2042, 5, 9)),
                ),
            },
            [
                (
                    "supervision.feedback.0.date",
                    "date=2014-12-31; period=interval 2015-01/2024-12",
                    "",
                ),
                "passed",
                (
                    "supervision.voter_meetings.1.date",
                    "date=2042-05-09; period=interval 2015-01/2024-12",
                    "",
                ),
            ],
        ),
    ],
)
def test_records_lie_in_the_period_both_ends_included(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.records_lie_in_the_period, changes) == outcomes


def test_a_period_that_runs_backwards_judges_no_record(judge: Judge) -> None:
    changes = {
        SUPERVISIONS: ALL[:1],
        "periods.2.period": Period.interval(PartialDate(year=2025), None),
        "periods.0.period": Period.until(PartialDate(year=2024)),
    }
    assert judge(sup.recorded_supervisions_are_all_reported, changes) == ["? periods"]


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({SUPERVISIONS: supervised(DELEGATION, 2, UNITS), DELEGATIONS: 2}, [f"{DELEGATIONS}: 2 → 2/3"]),
        ({SUPERVISIONS: supervised(DELEGATION, 2, ()), DELEGATIONS: 3}, []),
        ({SUPERVISIONS: supervised(DELEGATION, 2, UNITS), DELEGATIONS: 2, "periods": ()}, []),
        ({DELEGATIONS: 2}, []),
    ],
)
def test_units_that_are_not_told_may_be_those_of_the_records(
    judge: Judge, changes: dict[str, object], offered: list[str]
) -> None:
    (breach,) = (item for item in judge(sup.supervisions_name_their_units, changes) if item != "passed")
    assert list(breach[3:]) == offered
