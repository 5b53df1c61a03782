import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from mttq.model import (
    Supervision,
    SupervisionForm,
)
from mttq.rules import Rule, sup

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
    sup.plans_are_sent_in_time,
    sup.supervised_units_report_in_time,
    sup.delegations_report_soon,
)


def test_an_end_that_is_not_told_with_its_report_says_nothing(judge: Judge) -> None:
    assert judge(sup.delegations_report_soon, delegation()) == []


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
                "days=15; event=2023-05-20; other=2023-05-05; stated=2023-05-06",
                "14 ≥ 15",
            ),
        ),
    ],
)
def test_a_plan_is_sent_15_days_before(judge: Judge, changes: dict[str, object], outcome: object) -> None:
    assert judge(sup.plans_are_sent_in_time, changes) == [outcome]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (delegation(report_received=may(13)), "passed"),
        (delegation(), f"? {PLACE}.report_received"),
        (
            delegation(report_received=may(14)),
            (
                f"{PLACE}.report_received",
                "days=7; event=2023-05-20; other=2023-05-13; stated=2023-05-14",
                "6 ≥ 7",
            ),
        ),
    ],
)
def test_the_unit_reports_7_days_before(judge: Judge, changes: dict[str, object], outcome: object) -> None:
    assert judge(sup.supervised_units_report_in_time, changes) == [outcome]


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        (delegation(ended=may(22), result_reported=dt.date(2023, 6, 6)), "passed"),
        (delegation(result_reported=may(21)), f"? {PLACE}.result_reported: {PLACE}.ended"),
        (delegation(ended=may(22), result_reported=may(22)), "passed"),
        # a report on what was not yet over
        (delegation(ended=may(22), result_reported=may(21)), f"? {PLACE}.result_reported"),
        (delegation(ended=may(22)), f"? {PLACE}.result_reported"),
        (
            delegation(ended=may(22), result_reported=dt.date(2023, 6, 7)),
            (
                f"{PLACE}.result_reported",
                "days=15; event=2023-05-22; other=2023-06-06; stated=2023-06-07",
                "16 ≤ 15",
            ),
        ),
    ],
)
def test_the_head_reports_within_15_days_of_the_end(
    judge: Judge, changes: dict[str, object], outcome: object
) -> None:
    assert judge(sup.delegations_report_soon, changes) == [outcome]


@pytest.mark.parametrize(
    ("rule", "changes", "enough", "too_strict"),
    [
        (sup.plans_are_sent_in_time, delegation(plan_sent=may(6)), 14, 15),
        (sup.supervised_units_report_in_time, delegation(report_received=may(18)), 2, 3),
        (sup.delegations_report_soon, delegation(ended=may(20), result_reported=may(30)), 10, 9),
    ],
)
def test_a_profile_may_set_the_days(
    judge: Judge, rule: Rule, changes: dict[str, object], enough: int, too_strict: int
) -> None:
    assert judge(rule, changes, days=enough) == ["passed"]
    assert len(judge(rule, changes, days=too_strict)[0]) == 3


def answered(day: int, form: SupervisionForm = SupervisionForm.GRASSROOTS_BOARDS) -> dict[str, object]:
    record = Supervision(form=form, date=may(1), recommended_on=may(2), answered_on=may(day))
    after = attrs.evolve(record, date=dt.date(2023, 7, 1), recommended_on=dt.date(2023, 7, 1))
    return {"supervision.supervisions": (record, attrs.evolve(after, answered_on=dt.date(2023, 7, day)))}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (answered(16), ["passed"]),
        (answered(17, SupervisionForm.DELEGATION), []),
        (
            answered(17),
            [
                (
                    "supervision.supervisions.1.answered_on",
                    "days=15; event=2023-07-01; other=2023-07-16; stated=2023-07-17",
                    "16 ≤ 15",
                )
            ],
        ),
    ],
)
def test_boards_are_answered_within_15_days_since_the_law(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(sup.boards_are_answered_in_time, changes) == outcomes
