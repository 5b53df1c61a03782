import datetime as dt
from collections.abc import Callable

import pytest

from mttq.checking import Counts
from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    UnitKind,
)
from mttq.rules import Rule, deadlines
from mttq.values import PartialDate, Period

Judge = Callable[..., list[str | tuple[str, ...]]]

WORKED = dt.date(2023, 5, 20)
PLACE = "supervision.supervisions.0"


def may(number: int) -> dt.date:
    return dt.date(2023, 5, number)


def delegation(
    *,
    date: dt.date = WORKED,
    form: SupervisionForm = SupervisionForm.DELEGATION,
    ended: dt.date | None = None,
    plan_sent: dt.date | None = None,
    report_received: dt.date | None = None,
    result_reported: dt.date | None = None,
) -> dict[str, object]:
    record = Supervision(
        form=form,
        date=date,
        subject="Y tế",
        ended=ended,
        plan_sent=plan_sent,
        report_received=report_received,
        result_reported=result_reported,
    )
    return {"supervision.supervisions": (record,)}


DELEGATION_RULES = (
    deadlines.plans_are_sent_in_time,
    deadlines.supervised_units_report_in_time,
    deadlines.delegations_report_soon,
)


@pytest.mark.parametrize("rule", DELEGATION_RULES)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        delegation(form=SupervisionForm.DOCUMENT_STUDY),
        delegation(date=dt.date(2017, 6, 14)),
    ],
)
def test_only_delegations_since_the_joint_resolution_have_deadlines(
    judge: Judge, rule: Rule, changes: dict[str, object]
) -> None:
    assert judge(rule, changes) == []


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (delegation(plan_sent=may(5)), "passed"),
        (delegation(date=dt.date(2017, 6, 15), plan_sent=dt.date(2017, 5, 31)), "passed"),
        (delegation(), f"? {PLACE}.plan_sent"),
        (
            delegation(plan_sent=may(6)),
            (
                f"{PLACE}.plan_sent",
                "Kế hoạch gửi ngày 6/5/2023, đoàn làm việc ngày 20/5/2023; "
                "quy định cách nhau ít nhất 15 ngày",
                "14 ≥? 15, lệch 1",
            ),
        ),
    ],
)
def test_a_plan_is_sent_15_days_before(judge: Judge, changes: dict[str, object], outcome: object) -> None:
    assert judge(deadlines.plans_are_sent_in_time, changes) == [outcome]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (delegation(report_received=may(13)), "passed"),
        (delegation(), f"? {PLACE}.report_received"),
        (
            delegation(report_received=may(14)),
            (
                f"{PLACE}.report_received",
                "Báo cáo nhận ngày 14/5/2023, đoàn làm việc ngày 20/5/2023; "
                "quy định cách nhau ít nhất 7 ngày",
                "6 ≥? 7, lệch 1",
            ),
        ),
    ],
)
def test_the_unit_reports_7_days_before(judge: Judge, changes: dict[str, object], outcome: object) -> None:
    assert judge(deadlines.supervised_units_report_in_time, changes) == [outcome]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (delegation(ended=may(22), result_reported=dt.date(2023, 6, 6)), "passed"),
        (delegation(result_reported=dt.date(2023, 6, 4)), "passed"),
        (
            delegation(result_reported=dt.date(2023, 6, 5)),
            f"? {PLACE}.ended",
        ),  # in time if it took a day more
        (delegation(ended=may(22), result_reported=may(22)), "passed"),
        # a report on what was not yet over
        (delegation(ended=may(22), result_reported=may(21)), f"? {PLACE}.result_reported"),
        (delegation(result_reported=may(19)), f"? {PLACE}.result_reported"),
        (delegation(), f"? {PLACE}.ended"),
        (delegation(ended=may(22)), f"? {PLACE}.result_reported"),
        (
            delegation(ended=may(22), result_reported=dt.date(2023, 6, 7)),
            (
                f"{PLACE}.result_reported",
                "Kết thúc ngày 22/5/2023, báo cáo kết quả ngày 7/6/2023; quy định không quá 15 ngày",
                "16 ≤? 15, lệch 1",
            ),
        ),
    ],
)
def test_the_head_reports_within_15_days_of_the_end(
    judge: Judge, changes: dict[str, object], outcome: object
) -> None:
    assert judge(deadlines.delegations_report_soon, changes) == [outcome]


@pytest.mark.parametrize(
    ("rule", "changes", "enough", "too_strict"),
    [
        (deadlines.plans_are_sent_in_time, delegation(plan_sent=may(6)), 14, 15),
        (deadlines.supervised_units_report_in_time, delegation(report_received=may(18)), 2, 3),
        (deadlines.delegations_report_soon, delegation(ended=may(20), result_reported=may(30)), 10, 9),
    ],
)
def test_a_profile_may_set_the_days(
    judge: Judge, rule: Rule, changes: dict[str, object], enough: int, too_strict: int
) -> None:
    assert judge(rule, changes, days=enough) == ["passed"]
    assert len(judge(rule, changes, days=too_strict)[0]) == 3


DRAFT = "supervision.criticisms.0"


def criticism(
    received: dt.date | None, submitted: dt.date | None, date: dt.date = WORKED
) -> dict[str, object]:
    record = SocialCriticism(
        form=CriticismForm.WRITTEN, date=date, subject="Nghị quyết", received=received, submitted=submitted
    )
    return {"supervision.criticisms": (record,)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (criticism(may(1), may(2), date=dt.date(2015, 12, 31)), []),
        (criticism(may(1), may(16)), ["passed"]),
        (criticism(None, may(16)), [f"? {DRAFT}.received"]),
        (criticism(may(1), None), [f"? {DRAFT}.submitted"]),
        (
            criticism(may(2), may(16)),
            [
                (
                    f"{DRAFT}.received",
                    "Dự thảo nhận ngày 2/5/2023, trình ngày 16/5/2023; quy định cách nhau ít nhất 15 ngày",
                    "14 ≥? 15, lệch 1",
                )
            ],
        ),
    ],
)
def test_a_draft_is_received_15_days_before_it_is_submitted(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(deadlines.drafts_are_received_in_time, changes) == outcomes


def held(*days: dt.date, host: DialogueHost = DialogueHost.GOVERNMENT_HEAD) -> dict[str, object]:
    return {"supervision.dialogues": tuple(Dialogue(host=host, date=day) for day in days)}


NONE_IN_2024 = (
    "supervision.dialogues",
    "Hồ sơ năm 2024 có 0 cuộc đối thoại của người đứng đầu chính quyền với nhân dân",
    "0 ≥? 1, lệch 1",
)
UNTIL_2026 = {
    "periods.2.period": Period.interval(PartialDate(year=2013, month=12), PartialDate(year=2026, month=11)),
    "header.date": dt.date(2026, 12, 10),
}
UNTIL_2204 = {
    "periods.2.period": Period.interval(PartialDate(year=2013, month=12), PartialDate(year=2204, month=12))
}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (held(dt.date(2024, 12, 31)), ["passed"]),  # 2024 is the first full year of the law
        ({**held(dt.date(2023, 1, 1)), "unit.kind": UnitKind.PROVINCE}, []),
        ({**held(dt.date(2024, 1, 1)), "periods": (), "as_of": None}, ["? periods"]),
        ({**held(dt.date(2024, 1, 1)), "periods": ()}, ["passed"]),
        (held(dt.date(2023, 12, 31)), [NONE_IN_2024]),
        (held(dt.date(2024, 6, 1), host=DialogueHost.PARTY_HEAD), [NONE_IN_2024]),
        ({**held(dt.date(2025, 1, 1)), **UNTIL_2026}, [NONE_IN_2024, "passed"]),  # 2026 is not over
        ({**held(dt.date(2025, 1, 1)), **UNTIL_2204}, [NONE_IN_2024]),  # a slip, in a report of 10/01/2025
    ],
)
def test_the_government_of_a_commune_meets_the_people_in_each_full_year(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(deadlines.the_government_meets_the_people_every_year, changes) == outcomes


def test_a_profile_may_ask_for_more_dialogues(judge: Judge) -> None:
    changes = held(dt.date(2024, 3, 1))
    outcomes = judge(deadlines.the_government_meets_the_people_every_year, changes, each_year=2)
    assert [outcome[2] for outcome in outcomes] == ["1 ≥? 2, lệch 1"]


@pytest.mark.parametrize(
    "rule",
    [
        *DELEGATION_RULES,
        deadlines.drafts_are_received_in_time,
        deadlines.the_government_meets_the_people_every_year,
    ],
)
def test_the_real_report_has_no_records(count: Callable[[Rule], Counts], rule: Rule) -> None:
    assert count(rule) == Counts(not_applicable=1)
