"""Dated records against the table that counts them, and against the period of the report.

Records may be incomplete, so a table that reports more than they count asks for a word; one that reports less
cannot be true.  A report without records of a kind is not judged.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from mttq._declared.types import types_known
from mttq.forms import TIER_COLUMNS, ParticipationAppendix
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import Supervision
from mttq.report import Report
from mttq.rules._kit.cells import HALVES, figures
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.once import once
from mttq.rules._kit.relations import Relation, compare, holds
from mttq.rules._kit.spans import span_of
from mttq.values import Pair

__all__ = ["COUNTED", "COUNTED_FORM", "all_named", "compare_with_records", "count_records"]

COUNTED_FORM: Final = "kl62-pl2"
COUNTED: Final[dict[str, tuple[Any, str, tuple[str, ...]]]] = {  # by table: its class, records and lines
    "supervision": (SupervisionTable, "supervisions", ("document_studies", "delegations")),
    "criticism": (
        SocialCriticismTable,
        "criticisms",
        ("sessions", "conferences", "written", "dialogues", "opinions"),
    ),
    "feedback": (FeedbackTable, "dialogues", ("party_dialogues", "government_dialogues")),
}


def compare_with_records(report: Report, relation: Relation, *tables: str) -> Iterator[Judgement]:
    """Judge how the reporter's column of each table stands to the tally of its records."""
    appendix, tier = report.appendix(ParticipationAppendix), report.unit.tier
    if appendix is None or tier not in TIER_COLUMNS:
        return
    for table in tables:
        _, kept, lines = COUNTED[table]
        records = getattr(report.supervision, kept)
        if not records:
            continue
        if span_of(report, COUNTED_FORM) is None:
            yield Unverifiable("periods")
            continue
        reported, recorded = getattr(appendix, table), count_records(report, table)
        with_units = table == "supervision" and relation == "≥" and all_named(records)
        for line in lines:
            said, counted = getattr(reported, line)[tier], getattr(recorded, line)[tier]
            if said is None or counted is None:
                path = f"{COUNTED_FORM}.{table}.{line}.{tier}" if said is None else f"supervision.{kept}"
                yield Unverifiable(path)
                continue
            halves = zip(figures(said), figures(counted), strict=False)  # where both tell two
            for half, (left, right) in enumerate(list(halves)[: 2 if with_units else 1]):
                if holds(left, relation, right):
                    yield PASSED
                else:
                    there = Term("phụ lục", left, f"{COUNTED_FORM}.{table}.{line}.{tier}")
                    counts = Term("hồ sơ", right, f"supervision.{kept}")
                    shown: dict[str, Any] = {"reported": said, "recorded": counted}
                    found = compare(there, relation, counts, about=HALVES[half], **shown)
                    offered = (_as_recorded(there.path, said, half, right),) if right else ()
                    yield attrs.evolve(found, suggestions=offered) if isinstance(found, Breach) else found


def _as_recorded(path: str, said: int | Pair, half: int, counted: int) -> Suggestion:
    """Suggest what the records count, in place of one figure of a cell."""
    if isinstance(said, int):
        return Suggestion(path=path, old=said, new=counted)
    new = Pair(counted, said.second) if half == 0 else Pair(said.first, counted)
    return Suggestion(path=path, old=said, new=new)


@once
def count_records(report: Report, table: str) -> Any:
    """Count the records of a table as the appendix should; its period is known."""
    counting, kept, _ = COUNTED[table]
    records, period = getattr(report.supervision, kept), span_of(report, COUNTED_FORM)
    with types_known():  # the figures are ours
        return counting.tally(records, period=period, tier=report.unit.tier)


def all_named(records: Iterable[Supervision]) -> bool:
    return all(len(record.supervised) >= (record.supervised_count or 0) for record in records)
