"""What the law wants done by when, judged by the days that are recorded."""

import datetime as dt

from mttq.rules._kit.judgements import PASSED, Judgement, Term, Unverifiable
from mttq.rules._kit.relations import Relation, compare, holds

__all__ = ["Events", "Places", "judge_days"]

Events = tuple[dt.date | None, dt.date | None]  # when the earlier and the later one were
Places = tuple[str, str]  # where they are recorded


def judge_days(events: Events, relation: Relation, days: int, places: Places, number: int) -> Judgement:
    """Judge the days between two events: "≥" calls the earlier one into question, "≤" the later one."""
    began, ended = events
    if began is None or ended is None:
        return Unverifiable(places[0 if began is None else 1].format(number))
    if holds((ended - began).days, relation, days):
        return PASSED
    began_at, ended_at = (place.format(number) for place in places)
    path, other = (began_at, ended_at) if relation == "≥" else (ended_at, began_at)
    between, wanted = Term("số ngày", (ended - began).days, path), Term("quy định", days, other)
    return compare(between, relation, wanted, earlier=began, later=ended, days=days)
