"""SUP, CRI: what the law wants done by when, judged by the days that are recorded."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from mttq.forms.kl62_pl2 import FeedbackTable
from mttq.model import Supervision, SupervisionForm
from mttq.report import Report
from mttq.rules._bases import Basis, in_force
from mttq.rules._judgements import PASSED, Judgement, Term, Unverifiable
from mttq.rules._norms import DIALOGUES
from mttq.rules._once import once
from mttq.rules._relations import Relation, about, holds, judge_relation
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import REVIEW, span_of
from mttq.values import Period, Tier

__all__ = [
    "delegations_report_soon",
    "drafts_are_received_in_time",
    "plans_are_sent_in_time",
    "supervised_units_report_in_time",
    "the_government_meets_the_people_every_year",
]

_Events = tuple[dt.date | None, dt.date | None]  # when the earlier and the later one were
_Places = tuple[str, str]  # where they are recorded

_PLAN: Final = ("supervision.supervisions.{}.plan_sent", "supervision.supervisions.{}.date")
_REPORT: Final = ("supervision.supervisions.{}.report_received", "supervision.supervisions.{}.date")
_RESULT: Final = ("supervision.supervisions.{}.ended", "supervision.supervisions.{}.result_reported")
_DRAFT: Final = ("supervision.criticisms.{}.received", "supervision.criticisms.{}.submitted")

_JOINT: Final = "Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"
_PREPARED: Final = Basis(text=_JOINT, article="Điều 7(3)", valid_from=dt.date(2017, 6, 15))
_CONCLUDED: Final = attrs.evolve(_PREPARED, article="Điều 9(1)")
_FRONT_LAW: Final = Basis(
    text="Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13",
    article="Điều 36(1)",
    valid_from=dt.date(2016, 1, 1),
)


@rule("SUP013", Severity.WARNING, level=1, basis=_PREPARED, by_day=False)
def plans_are_sent_in_time(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """Plan, decision and request reach the unit 15 days before the delegation works, so that it can prepare.

    Wrong: plan sent on 01/5/2023, the delegation works on 10/5/2023.
    Right: plan sent on 20/4/2023, the delegation works on 10/5/2023.
    """
    for number, item in _delegations(report):
        yield _judge((item.plan_sent, item.date), "≥", days, _PLAN, number)


@rule("SUP014", Severity.WARNING, level=1, basis=_PREPARED, by_day=False)
def supervised_units_report_in_time(report: Report, *, days: int = 7) -> Iterator[Judgement]:
    """The unit supervised sends its report 7 days before the delegation works, so that it can be read.

    Wrong: report received on 08/5/2023, the delegation works on 10/5/2023.
    Right: report received on 03/5/2023, the delegation works on 10/5/2023.
    """
    for number, item in _delegations(report):
        yield _judge((item.report_received, item.date), "≥", days, _REPORT, number)


@rule("SUP015", Severity.WARNING, level=1, basis=_CONCLUDED, by_day=False)
def delegations_report_soon(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """The head of the delegation reports within 15 days of its end.

    Where the end is not recorded, a report within 15 days of the beginning is in time all the same.  A day
    before the end is no day of such a report, so nothing can be said of it.

    Wrong: ended on 12/5/2023, reported on 30/6/2023.
    Right: ended on 12/5/2023, reported on 20/5/2023.
    """
    for number, item in _delegations(report):
        reported, ended = item.result_reported, item.ended
        if reported is not None and reported < (ended or item.date):
            yield Unverifiable(_RESULT[1].format(number))
        elif ended is None and reported is not None and (reported - item.date).days <= days:
            yield PASSED
        else:
            yield _judge((ended, reported), "≤", days, _RESULT, number)


@once
def _delegations(report: Report) -> list[tuple[int, Supervision]]:
    return [
        (number, item)
        for number, item in enumerate(report.supervision.supervisions)
        if item.form is SupervisionForm.DELEGATION and _PREPARED.holds_on(item.date)
    ]


@rule("CRI012", Severity.WARNING, level=1, basis=_FRONT_LAW, by_day=False)
def drafts_are_received_in_time(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """A draft reaches the Front 15 days before it is submitted, so that criticism can still change it.

    Wrong: draft received on 01/5/2023, submitted on 10/5/2023.
    Right: draft received on 20/4/2023, submitted on 10/5/2023.
    """
    for number, item in enumerate(report.supervision.criticisms):
        if _FRONT_LAW.holds_on(item.date):
            yield _judge((item.received, item.submitted), "≥", days, _DRAFT, number)


def _judge(events: _Events, relation: Relation, days: int, places: _Places, number: int) -> Judgement:
    """Judge the days between two events: "≥" calls the earlier one into question, "≤" the later one."""
    began, ended = events
    if began is None or ended is None:
        return Unverifiable(places[0 if began is None else 1].format(number))
    if holds((ended - began).days, relation, days):
        return PASSED
    began_at, ended_at = (place.format(number) for place in places)
    path, other = (began_at, ended_at) if relation == "≥" else (ended_at, began_at)
    between, wanted = Term("số ngày", (ended - began).days, path), Term("quy định", days, other)
    return judge_relation(between, relation, wanted, earlier=began, later=ended, days=days)


_calendar_year = lru_cache(maxsize=64)(Period.of_year)


@rule("CRI013", Severity.WARNING, level=1, basis=DIALOGUES, by_day=False)
def the_government_meets_the_people_every_year(report: Report, *, each_year: int = 1) -> Iterator[Judgement]:
    """The People's Committee of a commune and the Front hold a dialogue with the people at least once a year.

    Judged by the records, for each full year of the period since the law holds and before the report.

    Wrong: dialogues in 2023 and 2025, none in 2024.
    Right: dialogues in 2023, 2024 and 2025.
    """
    dialogues, tier = report.supervision.dialogues, report.unit.tier
    if tier is not Tier.COMMUNE or not dialogues:
        return
    period = span_of(report, "kl62-pl2") or span_of(report, REVIEW)
    first, last = (period.first_day, period.last_day) if period else (None, None)
    if first is None or last is None:
        yield Unverifiable("periods")
        return
    last = min(last, report.header.date or last)
    for year in range(first.year, last.year + 1):
        begins, ends = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if first <= begins and ends <= last and in_force(DIALOGUES, begins):
            period = _calendar_year(year)
            held = FeedbackTable.tally(dialogues, period=period, tier=tier).government_dialogues[tier] or 0
            counted, wanted = Term("cuộc", held, "supervision.dialogues"), Term("quy định", each_year)
            basis = in_force(DIALOGUES, ends)
            judged = judge_relation(counted, "≥", wanted, basis=basis, held=held, year=period)
            yield about(judged, str(year))
