"""Counting records: what was held in a period by a level, a joint activity once, nothing made up."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from mttq.errors import ArgumentError
from mttq.forms._rows import TIER_COLUMNS
from mttq.model import Supervision, UnitRef
from mttq.values import Period, Tier, Tiered
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "activities",
    "activities_by",
    "agreed",
    "column",
    "distinct_units",
    "number_of",
    "total",
    "units_supervised",
]

T = TypeVar("T")


class _Activity(Protocol):
    @property
    def date(self) -> dt.date | None: ...
    @property
    def period(self) -> Period | None: ...
    @property
    def held(self) -> int: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def tier(self) -> Tier | None: ...


A = TypeVar("A", bound=_Activity)
K = TypeVar("K")


def activities(records: Iterable[A], period: Period, tier: Tier) -> list[list[A]]:
    """Return the activities that a level held in a period, each as the records that are of it.

    Bodies that hold an activity together each keep a record of it: those of one day and subject are one.

    Args:
        records: records of one form.
        period: which days count, both ends included.  A record of a time counts if that lies in the period,
            one of no time if it does not say otherwise.
        tier: the level; records that name none are of this level.

    Raises:
        ArgumentError: an end of the period is of an unknown year.
    """
    return _activities(records, *period.bounds, tier)


def _activities(records: Iterable[A], first: dt.date, last: dt.date, tier: Tier) -> list[list[A]]:
    days: dict[dt.date, list[A]] = {}
    found: list[list[A]] = []
    for record in records:
        if (record.tier is None or record.tier is tier) and record.held:
            if record.date is None:
                if _lies_in(record.period, first, last):
                    found.append([record])
            elif first <= record.date <= last:
                days.setdefault(record.date, []).append(record)
    for same_day in days.values():
        if len(same_day) == 1:  # most days: nothing to fold
            found.append(same_day)
            continue
        subjects: dict[str, list[A]] = {}
        for record in same_day:
            subjects.setdefault(fold(record.subject or ""), []).append(record)
        found.extend(subjects.values())
    return found


def _lies_in(period: Period | None, first: dt.date, last: dt.date) -> bool:
    if period is None:
        return True
    begin, end = period.first_day, period.last_day
    return begin is not None and end is not None and first <= begin and end <= last


def activities_by(
    records: Iterable[A], kind_of: Callable[[A], K | None], period: Period, tier: Tier
) -> Callable[[K], list[list[A]] | None]:
    """Return what gives the activities of a kind; None of each kind, if some do not say of which they are."""
    kinds: dict[K | None, list[A]] = {}
    for record in records:
        kinds.setdefault(kind_of(record), []).append(record)
    first, last = period.bounds
    if _activities(kinds.get(None, ()), first, last, tier):
        return lambda _: None
    return lambda kind: _activities(kinds.get(kind, ()), first, last, tier)


def number_of(found: Iterable[Sequence[_Activity]]) -> int:
    """Return how many activities there are, as their records count them."""
    return sum(
        records[0].held if len(records) == 1 else max(record.held for record in records) for records in found
    )


def agreed(figures: Sequence[int | None]) -> int | None:
    """Return the one figure that the records of an activity tell; None if they tell none or several.

    >>> agreed([5, None, 5]), agreed([5, 6])
    (5, None)
    """
    if len(figures) == 1:  # most activities have one record
        return figures[0]
    told = set(figures) - {None}
    return told.pop() if len(told) == 1 else None


def total(figures: Iterable[int | None]) -> int | None:
    """Add figures up; one that is not known makes the sum unknown.

    >>> total([5, 6]), total([5, None]), total([])
    (11, None, 0)
    """
    known = 0
    for figure in figures:
        if figure is None:
            return None
        known += figure
    return known


def column(tier: Tier, figure: T | None) -> Tiered[T]:
    """Return a line in which the column of one level is filled.

    Raises:
        ArgumentError: the centre has no column.
    """
    if tier not in TIER_COLUMNS:
        raise ArgumentError(Phrase("không có cột cho cấp {}", str(tier)))
    return Tiered(**{tier.value: figure})


def distinct_units(units: Sequence[UnitRef]) -> int:
    """Count units by name and code; a name without a code is of a unit known with one, if any is."""
    if len(units) < 2:  # noqa: PLR2004 - nothing to compare
        return len(units)
    keys = set(map(_key, units))
    coded = {name for name, code in keys if code is not None}
    return sum(code is not None or name not in coded for name, code in keys)


@lru_cache(maxsize=4096)  # the same units come again and again
def _key(unit: UnitRef) -> tuple[str, str | None]:
    return fold(unit.full_name), unit.code


def units_supervised(supervisions: Sequence[Sequence[Supervision]]) -> int | None:
    """Count the units that were supervised; None if a supervision gives neither names nor a number.

    Units that are counted beyond those named are taken for units of their own.
    """
    named: list[UnitRef] = []
    unnamed = 0
    for records in supervisions:
        units, stated = records[0].supervised, records[0].supervised_count
        if len(records) > 1:
            units = tuple(unit for record in records for unit in record.supervised)
            stated = agreed([record.supervised_count for record in records])
        if stated is None and not units:
            return None
        named += units
        if stated:
            unnamed += max(0, stated - distinct_units(units))
    return distinct_units(named) + unnamed
