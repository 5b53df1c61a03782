import datetime as dt
from collections.abc import Callable

import pytest

from mttq.checking import Counts
from mttq.model import (
    CommunityInvestmentSupervisionBoard,
    CriticismForm,
    Dialogue,
    DialogueHost,
    Feedback,
    PeoplesInspectionBoard,
    ReportPeriod,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    UnitKind,
    VoterMeeting,
)
from mttq.rules import Rule, sup
from mttq.values import Pair, PartialDate, Period, Tier, Tiered

Judge = Callable[..., list[str | tuple[str, ...]]]

TABLE = "kl62-pl2.supervision"
STUDIES, DELEGATIONS = f"{TABLE}.document_studies", f"{TABLE}.delegations"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({STUDIES: Tiered()}, ["passed"]),
        ({STUDIES: Tiered(commune=0), DELEGATIONS: Tiered(commune=Pair(0, 0))}, ["passed", "passed"]),
        (
            {STUDIES: Tiered(province=Pair(45, 0), commune=45)},
            [
                (
                    f"{STUDIES}.province",
                    "held=45",
                    "",
                ),
                (f"{STUDIES}.commune", "held=45", ""),
                "passed",
            ],
        ),
    ],
)
def test_supervisions_come_with_the_units_supervised(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.supervisions_name_their_units, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({"unit.kind": UnitKind.COUNTRY}, []),
        ({"unit.kind": UnitKind.DISTRICT}, []),
        ({STUDIES: Tiered(commune=288)}, ["passed"]),
        ({STUDIES: Tiered()}, [f"? {STUDIES}.commune"]),
        ({DELEGATIONS: Tiered()}, [f"? {DELEGATIONS}.commune"]),
        ({"periods": ()}, ["? periods"]),
        (
            {STUDIES: Tiered(commune=289)},
            [
                (
                    f"{STUDIES}.commune",
                    "count=10; greatest=30; least=1; mean=301/10; total=301 supervisions",
                    "301/10 ≤ 30",
                )
            ],
        ),
        (
            {STUDIES: Tiered(commune=Pair(4, 9)), DELEGATIONS: Tiered(commune=5)},
            [
                (
                    f"{DELEGATIONS}.commune",
                    "count=10; greatest=30; least=1; mean=9/10; total=9 supervisions",
                    "9/10 ≥ 1",
                )
            ],
        ),
    ],
)
def test_the_supervisions_of_a_year_are_usual(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.supervisions_of_a_year_are_usual, changes) == outcomes


def in_december(held: int) -> dict[str, object]:
    period = ReportPeriod(subject="kl62-pl2", period=Period.month(2024, 12))
    return {"periods": (period,), STUDIES: Tiered(commune=held), DELEGATIONS: Tiered(commune=0)}


@pytest.mark.parametrize(
    ("held", "outcome"),
    [
        (0, "passed"),
        (30, "passed"),
        (
            31,
            (
                f"{STUDIES}.commune",
                "count=1/12; greatest=360; least=0; mean=372; total=31 supervisions",
                "372 ≤ 360",
            ),
        ),
    ],
)
def test_a_part_of_a_year_may_have_no_supervision_or_all_of_the_year(
    judge: Judge, held: int, outcome: object
) -> None:
    assert judge(sup.supervisions_of_a_year_are_usual, in_december(held)) == [outcome]


def test_a_profile_may_set_the_number_of_supervisions(judge: Judge) -> None:
    rule = sup.supervisions_of_a_year_are_usual
    assert len(judge(rule, {}, bands={Tier.COMMUNE: (3, 30)})[0]) == 3


def begun(start: PartialDate | None) -> dict[str, object]:
    period = Period.interval(start, PartialDate(year=2023, month=12))
    return {"periods": (ReportPeriod(subject="kl62-pl2", period=period),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({"periods": ()}, ["? periods"]),
        ({"periods": (ReportPeriod(subject="kl62-pl2", stated_years=10),)}, ["? periods"]),
        (begun(None), ["? periods"]),
        (begun(PartialDate(month=12)), ["? periods"]),
        (begun(PartialDate(year=2013, month=12, day=12)), ["passed"]),
        (begun(PartialDate(year=2013, month=12)), ["passed"]),
        (begun(PartialDate(year=2013)), ["passed"]),
        (
            begun(PartialDate(year=2013, month=12, day=11)),
            [
                (
                    "periods.0.period",
                    "decided=2013-12-12; start=2013-12-11",
                    "",
                )
            ],
        ),
        (
            begun(PartialDate(year=2013, month=11)),
            [("periods.0.period", "decided=2013-12-12; start=2013-11", "")],
        ),
    ],
)
def test_figures_begin_with_the_decision_as_precisely_as_they_are_dated(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.figures_begin_with_the_decision, changes) == outcomes


DAY = dt.date(2024, 5, 6)


ANSWERED = "supervision.supervisions.0.answered"


def supervised(recommendations: int | None, answered: int | None) -> dict[str, object]:
    item = Supervision(
        form=SupervisionForm.DELEGATION,
        date=DAY,
        subject="Chính sách cho hộ nghèo",
        recommendations=recommendations,
        answered=answered,
    )
    return {"supervision.supervisions": (item,)}


def too_many(path: str, made: int, met: int) -> list[object]:
    return [(path, f"other={made}; stated={met}", f"{met} ≤ {made}")]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (supervised(7, None), [f"? {ANSWERED}"]),
        (supervised(7, 7), ["passed"]),
        (supervised(None, 0), [f"? {ANSWERED}: supervision.supervisions.0.recommendations"]),
        (supervised(5, 7), too_many("supervision.supervisions.0.answered", 5, 7)),
        (
            {
                "supervision.criticisms": (
                    SocialCriticism(
                        form=CriticismForm.WRITTEN, date=DAY, subject="Dự thảo", opinions=3, accepted=4
                    ),
                )
            },
            too_many("supervision.criticisms.0.accepted", 3, 4),
        ),
        (
            {"supervision.feedback": (Feedback(date=DAY, subject="Góp ý", opinions=3, accepted=5),)},
            too_many("supervision.feedback.0.accepted", 3, 5),
        ),
        (
            {
                "supervision.dialogues": (
                    Dialogue(host=DialogueHost.PARTY_HEAD, date=DAY, opinions=9, answered=9),
                    Dialogue(host=DialogueHost.PARTY_HEAD, date=DAY, opinions=9, answered=10),
                )
            },
            ["passed", *too_many("supervision.dialogues.1.answered", 9, 10)],
        ),
        (
            {"supervision.voter_meetings": (VoterMeeting(date=DAY, opinions=1, answered=2),)},
            too_many("supervision.voter_meetings.0.answered", 1, 2),
        ),
        (
            {"organisation.peoples_inspection": PeoplesInspectionBoard(recommendations=2, resolved=3)},
            too_many("organisation.peoples_inspection.resolved", 2, 3),
        ),
        (
            {"organisation.peoples_inspection": PeoplesInspectionBoard(resolved=3)},
            ["? organisation.peoples_inspection.resolved: organisation.peoples_inspection.recommendations"],
        ),
        (
            {
                "organisation.investment_supervision": (
                    CommunityInvestmentSupervisionBoard(recommendations=2, resolved=3),
                )
            },
            too_many("organisation.investment_supervision.0.resolved", 2, 3),
        ),
    ],
)
def test_no_more_is_met_than_was_raised(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.no_more_is_met_than_was_raised, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (sup.supervisions_name_their_units, Counts(failed=2)),
        (sup.no_more_is_met_than_was_raised, Counts(not_applicable=1)),
        (sup.supervisions_of_a_year_are_usual, Counts(passed=1)),
        (sup.figures_begin_with_the_decision, Counts(passed=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts
