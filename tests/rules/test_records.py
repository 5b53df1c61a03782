import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from mttq.checking import Counts
from mttq.model import (
    Commendation,
    CommunityInvestmentSupervisionBoard,
    Conference,
    ConferenceForm,
    CriticismForm,
    Dialogue,
    DialogueHost,
    Feedback,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.rules import Rule, records
from mttq.values import Pair, PartialDate, Period, Quantity, Tier

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
    """Give a day in the period of the sample, 2015 to 2024."""
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
                (STUDIES, "Phụ lục ghi 17/23, hồ sơ từng cuộc có 18/1", "17 ≥? 18, lệch 1"),
                *["passed"] * 3,
            ],
        ),
        (
            {SUPERVISIONS: supervised(DELEGATION, 2, UNITS), DELEGATIONS: Pair(2, 2)},
            [
                *["passed"] * 3,
                (DELEGATIONS, "Phụ lục ghi 2/2, hồ sơ từng cuộc có 2/3", "2 ≥? 3, lệch 1"),
            ],
        ),
    ],
)
def test_a_table_reports_what_is_recorded_at_least(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.recorded_supervisions_are_all_reported, changes) == outcomes


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
                    "Phụ lục ghi 12/19, hồ sơ từng cuộc chỉ có 0/0; đề nghị bổ sung hồ sơ nếu còn thiếu",
                    "12 ≤? 0, lệch 12",
                ),
            ],
        ),
    ],
)
def test_a_table_reports_no_more_than_is_recorded(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.no_more_supervisions_are_reported_than_recorded, changes) == outcomes


def criticised(number: int, form: CriticismForm, opinions: int | None = 1) -> tuple[SocialCriticism, ...]:
    return tuple(
        SocialCriticism(form=form, date=day(n), subject="Nghị quyết", opinions=opinions)
        for n in range(number)
    )


def met(host: DialogueHost, number: int) -> tuple[Dialogue, ...]:
    return tuple(Dialogue(host=host, date=day(n)) for n in range(number))


SESSIONS = (  # as many as the sample's 13 sessions; its opinions are 47
    *criticised(3, CriticismForm.CONFERENCE, 9),
    *criticised(9, CriticismForm.WRITTEN, 2),
    *criticised(1, CriticismForm.DIRECT_DIALOGUE, 2),
)
MEETINGS = (*met(DialogueHost.PARTY_HEAD, 11), *met(DialogueHost.GOVERNMENT_HEAD, 16))
BOTH: dict[str, object] = {CRITICISMS: SESSIONS, DIALOGUES: MEETINGS}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({**BOTH, "appendices": ()}, []),
        ({**BOTH, "periods": ()}, ["? periods", "? periods"]),
        (BOTH, ["passed"] * 7),
        ({DIALOGUES: MEETINGS}, ["passed", "passed"]),
        (
            {CRITICISMS: criticised(4, CriticismForm.WRITTEN, None)},
            [*["passed"] * 4, f"? {CRITICISMS}"],
        ),
        (
            {CRITICISMS: criticised(4, CriticismForm.CONFERENCE)},
            [
                "passed",
                (
                    "kl62-pl2.criticism.conferences.commune",
                    "Phụ lục ghi 3, hồ sơ từng cuộc có 4",
                    "3 ≥? 4, lệch 1",
                ),
                *["passed"] * 3,
            ],
        ),
    ],
)
def test_sessions_opinions_and_dialogues_that_are_recorded_are_all_reported(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.recorded_sessions_are_all_reported, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (BOTH, ["passed"] * 7),
        (
            {**BOTH, "kl62-pl2.criticism.opinions.commune": None},
            [*["passed"] * 4, "? kl62-pl2.criticism.opinions.commune", *["passed"] * 2],
        ),
        (
            {DIALOGUES: MEETINGS[:-1]},
            [
                "passed",
                (
                    "kl62-pl2.feedback.government_dialogues.commune",
                    "Phụ lục ghi 16, hồ sơ từng cuộc chỉ có 15; đề nghị bổ sung hồ sơ nếu còn thiếu",
                    "16 ≤? 15, lệch 1",
                ),
            ],
        ),
    ],
)
def test_no_more_sessions_opinions_and_dialogues_are_reported_than_recorded(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.no_more_sessions_are_reported_than_recorded, changes) == outcomes


FIRST, LAST = dt.date(2015, 1, 1), dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (
            {DIALOGUES: tuple(Dialogue(host=DialogueHost.PARTY_HEAD, date=date) for date in (FIRST, LAST))},
            ["passed", "passed"],
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
                    "Ngày 31/12/2014 nằm ngoài kỳ báo cáo (từ tháng 01/2015 đến tháng 12/2024)",
                    "",
                ),
                "passed",
                (
                    "supervision.voter_meetings.1.date",
                    "Ngày 9/5/2042 nằm ngoài kỳ báo cáo (từ tháng 01/2015 đến tháng 12/2024)",
                    "",
                ),
            ],
        ),
    ],
)
def test_records_lie_in_the_period_both_ends_included(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.records_lie_in_the_period, changes) == outcomes


def test_a_period_that_runs_backwards_judges_no_record(judge: Judge) -> None:
    changes = {
        SUPERVISIONS: ALL[:1],
        "periods.2.period": Period.interval(PartialDate(year=2025), None),
        "periods.0.period": Period.until(PartialDate(year=2024)),
    }
    assert judge(records.recorded_supervisions_are_all_reported, changes) == ["? periods"]


COMMENDED, BOARDS = "kl62-pl1.movements.commended", "kl62-pl1.cadres.investment_supervision"
SEPARATE, INTEGRATED = (f"kl62-pl1.dissemination.conferences.{form}" for form in ("separate", "integrated"))
CONFERENCES, REWARDS = "campaigns.conferences", "campaigns.commendations"


def rewarded(*years: int, collectives: int | None = 7) -> dict[str, object]:
    return {
        REWARDS: tuple(
            Commendation(period=Period.of_year(year), collectives=collectives, individuals=31)
            for year in years
        )
    }


def on_the_conclusion(held: int, form: ConferenceForm | None = ConferenceForm.SEPARATE) -> Conference:
    number = Quantity(value=Decimal(held), unit="conferences")
    return Conference(subject="Kết luận 62-KL/TW", form=form, period=Period.of_year(2020), held=number)


def boards(number: int, members: int | None = 5) -> dict[str, object]:
    board = CommunityInvestmentSupervisionBoard(boards=1, members=members)
    return {"organisation.investment_supervision": (board,) * number}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"appendices": (), **rewarded(2020)}, []),
        (rewarded(2020, 2021), ["passed", "passed"]),  # 14/62 of 14/63
        (rewarded(2013, 2020, 2021), ["passed", "passed"]),  # one before the period
        (
            rewarded(2020, 2021, 2022),
            [
                (COMMENDED, "Phụ lục ghi 14/63, cộng từng cuộc, từng đợt được 21/93", "14 ≥? 21, lệch 7"),
                (COMMENDED, "Phụ lục ghi 14/63, cộng từng cuộc, từng đợt được 21/93", "63 ≥? 93, lệch 30"),
            ],
        ),
        (rewarded(2020, collectives=None), [f"? {REWARDS}"]),
        ({**rewarded(2020), COMMENDED: None}, [f"? {COMMENDED}"]),
        ({**rewarded(2020), COMMENDED: 77}, [f"? {COMMENDED}"]),
        ({**rewarded(2020), "periods": (), "as_of": None}, ["? periods"]),
        ({**boards(2), "periods": (), "as_of": None}, ["passed", "passed"]),  # they are, whatever the period
        (
            boards(3, 3),
            [(BOARDS, "Phụ lục ghi 2/11, cộng từng cuộc, từng đợt được 3/9", "2 ≥? 3, lệch 1"), "passed"],
        ),
        (boards(1, None), ["? organisation.investment_supervision"]),
        ({CONFERENCES: (attrs.evolve(on_the_conclusion(99), subject="Y tế"),)}, []),
        ({CONFERENCES: (on_the_conclusion(99),), "reviewed": None}, []),
        ({CONFERENCES: (on_the_conclusion(6), on_the_conclusion(5))}, ["passed", "passed"]),
        (
            {CONFERENCES: (on_the_conclusion(6), on_the_conclusion(6))},
            [
                (SEPARATE, "Phụ lục ghi 11, cộng từng cuộc, từng đợt được 12", "11 ≥? 12, lệch 1"),
                "passed",
            ],
        ),
        ({CONFERENCES: (on_the_conclusion(6, None),)}, [f"? {CONFERENCES}", f"? {CONFERENCES}"]),
        ({CONFERENCES: (on_the_conclusion(6),), INTEGRATED: None}, ["passed", f"? {INTEGRATED}"]),
    ],
)
def test_phu_luc_1_has_no_less_than_what_is_told_one_by_one(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(records.recorded_events_are_in_the_appendix, changes) == outcomes


@pytest.mark.parametrize(
    "rule",
    [
        records.recorded_supervisions_are_all_reported,
        records.no_more_supervisions_are_reported_than_recorded,
        records.recorded_sessions_are_all_reported,
        records.no_more_sessions_are_reported_than_recorded,
        records.records_lie_in_the_period,
    ],
)
def test_the_real_report_has_no_records(count: Callable[[Rule], Counts], rule: Rule) -> None:
    assert count(rule) == Counts(not_applicable=1)


def test_the_one_reward_of_the_real_report_tells_no_period(count: Callable[[Rule], Counts]) -> None:
    assert count(records.recorded_events_are_in_the_appendix) == Counts(not_verifiable=1)
