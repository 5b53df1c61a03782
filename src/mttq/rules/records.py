"""SUP, CRI, APP: dated records against the table that counts them, and against the period of the report.

Records may be incomplete, so a table that reports more than they count asks for a word; one that reports less
cannot be true.  A report without records of a kind is not judged.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mttq.forms import TIER_COLUMNS, ImplementationAppendix, ParticipationAppendix
from mttq.forms.kl62_pl1_tally import tally_commended, tally_conferences, tally_investment_boards
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import Conference, Supervision
from mttq.report import Report
from mttq.rules._bases import PRACTICE
from mttq.rules._judgements import PASSED, Breach, Judgement, Term, Unverifiable
from mttq.rules._once import once
from mttq.rules._relations import Relation, about, holds, judge_relation
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import REVIEW, span_of
from mttq.rules._totals import HALVES, figures
from mttq.values import Pair

__all__ = [
    "no_more_sessions_are_reported_than_recorded",
    "no_more_supervisions_are_reported_than_recorded",
    "recorded_events_are_in_the_appendix",
    "recorded_sessions_are_all_reported",
    "recorded_supervisions_are_all_reported",
    "records_lie_in_the_period",
]

_FORM: Final = "kl62-pl2"
_FORM_1: Final = "kl62-pl1"
_CONFERENCES: Final = "kl62-pl1.dissemination.conferences"
_COUNTED: Final[dict[str, tuple[Any, str, tuple[str, ...]]]] = {  # by table: its class, records and lines
    "supervision": (SupervisionTable, "supervisions", ("document_studies", "delegations")),
    "criticism": (
        SocialCriticismTable,
        "criticisms",
        ("sessions", "conferences", "written", "dialogues", "opinions"),
    ),
    "feedback": (FeedbackTable, "dialogues", ("party_dialogues", "government_dialogues")),
}
_KINDS: Final = ("supervisions", "criticisms", "feedback", "dialogues", "voter_meetings")


@rule("SUP010", Severity.ERROR, level=1)
def recorded_supervisions_are_all_reported(report: Report) -> Iterator[Judgement]:
    """Each supervision that is recorded is one of those in the table.

    The units are compared where every record names all of its own.

    Wrong: 12 delegations in the table, 14 in the records.
    Right: 14 delegations in the table, 14 in the records.
    """
    return _compare(report, "≥", "supervision")


@rule("SUP011", Severity.WARNING, level=1, basis=PRACTICE)
def no_more_supervisions_are_reported_than_recorded(report: Report) -> Iterator[Judgement]:
    """Where supervisions are recorded one by one, the table counts no others; else records are missing.

    The units are not compared: one that was supervised twice may have been counted twice.

    Wrong: 45 delegations in the table, 14 in the records.
    Right: 14 delegations in the table, 14 in the records.
    """
    return _compare(report, "≤", "supervision")


@rule("CRI010", Severity.ERROR, level=1)
def recorded_sessions_are_all_reported(report: Report) -> Iterator[Judgement]:
    """Each session of social criticism and each dialogue that is recorded is one of those in the table.

    Wrong: 10 sessions in the table, 13 in the records.
    Right: 13 sessions in the table, 13 in the records.
    """
    return _compare(report, "≥", "criticism", "feedback")


@rule("CRI011", Severity.WARNING, level=1, basis=PRACTICE)
def no_more_sessions_are_reported_than_recorded(report: Report) -> Iterator[Judgement]:
    """Where sessions and dialogues are recorded one by one, the table counts no others.

    Wrong: 15 sessions in the table, 13 in the records.
    Right: 13 sessions in the table, 13 in the records.
    """
    return _compare(report, "≤", "criticism", "feedback")


def _compare(report: Report, relation: Relation, *tables: str) -> Iterator[Judgement]:
    """Judge how the reporter's column of each table stands to the tally of its records."""
    appendix, tier = report.appendix(ParticipationAppendix), report.unit.tier
    if appendix is None or tier not in TIER_COLUMNS:
        return
    for table in tables:
        _, kept, lines = _COUNTED[table]
        records = getattr(report.supervision, kept)
        if not records:
            continue
        if span_of(report, _FORM) is None:
            yield Unverifiable("periods")
            continue
        reported, tallied = getattr(appendix, table), _tallied(report, table)
        with_units = table == "supervision" and relation == "≥" and _all_named(records)
        for line in lines:
            said, counted = getattr(reported, line)[tier], getattr(tallied, line)[tier]
            if said is None or counted is None:
                path = f"{_FORM}.{table}.{line}.{tier}" if said is None else f"supervision.{kept}"
                yield Unverifiable(path)
                continue
            halves = zip(figures(said), figures(counted), strict=False)  # where both tell two
            for half, (left, right) in enumerate(list(halves)[: 2 if with_units else 1]):
                if holds(left, relation, right):
                    yield PASSED
                else:
                    there = Term("phụ lục", left, f"{_FORM}.{table}.{line}.{tier}")
                    counts = Term("hồ sơ", right, f"supervision.{kept}")
                    judged = judge_relation(there, relation, counts, reported=said, recorded=counted)
                    yield about(judged, HALVES[half])


@once
def _tallied(report: Report, table: str) -> Any:
    """Count the records of a table as the appendix should; its period is known."""
    counting, kept, _ = _COUNTED[table]
    return counting.tally(
        getattr(report.supervision, kept), period=span_of(report, _FORM), tier=report.unit.tier
    )


def _all_named(records: Iterable[Supervision]) -> bool:
    return all(len(record.supervised) >= (record.supervised_count or 0) for record in records)


@rule("SUP012", Severity.WARNING, level=1)
def records_lie_in_the_period(report: Report) -> Iterator[Judgement]:
    """A report tells what was done in its period; a day outside is mistyped or belongs into another report.

    Wrong: a supervision of 10/5/2032 in a report on 2013 to 2023.
    Right: a supervision of 10/5/2023 in a report on 2013 to 2023.
    """
    kinds = {name: getattr(report.supervision, name) for name in _KINDS}
    if not any(kinds.values()):
        return
    period = span_of(report, _FORM) or span_of(report, REVIEW)
    if period is None:
        yield Unverifiable("periods")
        return
    first, last = period.bounds
    for name, records in kinds.items():
        for number, record in enumerate(records):
            if first <= record.date <= last:
                yield PASSED
            else:
                yield Breach(
                    path=f"supervision.{name}.{number}.date",
                    args={"date": record.date, "period": period},
                    actual=record.date,
                    related=("periods",),
                )


@rule("APP012", Severity.WARNING, level=1)
def recorded_events_are_in_the_appendix(report: Report) -> Iterator[Judgement]:
    """What Phụ lục 1 counts is no less than what the report tells one by one: `mttq.forms.kl62_pl1_tally`.

    These are the conferences on the document under review (its symbol stands in their subject), the rewards,
    and the Community Investment Supervision Boards.  A warning, for two records may tell of one event; and an
    appendix that counts more is in order, for a text tells of the chief ones only.  The members of the
    organisations are judged by MEM006.

    Wrong: 5 conferences in the appendix, 4 of 2022 and 3 of 2023 in the records.
    Right: 7 conferences in the appendix, 4 of 2022 and 3 of 2023 in the records.
    """
    appendix, period = report.appendix(ImplementationAppendix), span_of(report, _FORM_1)
    if appendix is None:
        return
    rewards, boards = report.campaigns.commendations, report.organisation.investment_supervision
    conferences = _on_the_reviewed(report)
    if (conferences or rewards) and period is None:
        yield Unverifiable("periods")
    elif period is not None:
        if conferences:
            counted, place = tally_conferences(conferences, period=period), "campaigns.conferences"
            for name in ("separate", "integrated"):
                said, path = getattr(appendix.dissemination.conferences, name), f"{_CONFERENCES}.{name}"
                yield from _at_least(said, getattr(counted, name), path, place)
        if rewards:
            commended, path = tally_commended(rewards, period=period), f"{_FORM_1}.movements.commended"
            yield from _at_least(appendix.movements.commended, commended, path, "campaigns.commendations")
    if boards:
        path, place = f"{_FORM_1}.cadres.investment_supervision", "organisation.investment_supervision"
        yield from _at_least(
            appendix.cadres.investment_supervision, tally_investment_boards(boards), path, place
        )


def _on_the_reviewed(report: Report) -> list[Conference]:
    symbol = report.reviewed.symbol if report.reviewed else None
    return [item for item in report.campaigns.conferences if symbol and symbol in item.subject]


def _at_least(
    said: Pair | int | None, counted: Pair | int | None, path: str, place: str
) -> Iterator[Judgement]:
    """Judge each half of a cell; a single figure for two does not tell which half it means."""
    if said is None or counted is None:
        yield Unverifiable(path if said is None else place)
    elif isinstance(said, Pair) is not isinstance(counted, Pair):
        yield Unverifiable(path)
    else:
        for half, left, right in zip(HALVES, figures(said), figures(counted), strict=False):
            if holds(left, "≥", right):
                yield PASSED
            else:
                terms = Term("phụ lục", left, path), Term("hồ sơ", right, place)
                judged = judge_relation(terms[0], "≥", terms[1], reported=said, recorded=counted)
                yield about(judged, half)
