"""Adding reports up: one pass over them, keeping sums and never a report."""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.types import unfit
from mttq.errors import DuplicateReport, RollUpError
from mttq.forms import form_of
from mttq.model import Unit
from mttq.report import Report
from mttq.rollup._layouts import APART, RECORDS, Layout, layout_of, layout_of_form
from mttq.rollup._placing import Places
from mttq.rollup._sums import Row
from mttq.rules._kit.spans import REVIEW, ends_of
from mttq.values import PartialDate, Quantity, Tier
from mttq.wording import Phrase

__all__ = [
    "OWN",
    "Adder",
    "Amount",
    "Contribution",
    "LeftOut",
    "RowKey",
    "see_that_levels_fit",
    "see_that_none_is_twice",
]

_BATCH: Final = 256  # rows that are added at once

OWN: Final = "own"
"""In the keys of a record, in place of its period: that of the report."""

Days = tuple[dt.date | None, dt.date | None]


@attrs.frozen(cache_hash=True)
class Contribution:
    """A report that went into a sum.

    Args:
        code: the code of its unit; its folded address, if it has none.
        address: the unit, "xã Trung Sơn, huyện A Lưới".
        tier: its level.
        first: the first day of its figures; None if it does not tell.
        last: the last.
        heir: the unit that its unit went into, if that is another.
        share: how much of its unit counts, if that was divided.

    >>> from mttq import roll_up
    >>> from mttq.model import Unit, UnitKind
    >>> from mttq.testing import make_report
    >>> summed = roll_up([make_report()], into=Unit(kind=UnitKind.DISTRICT, name="Mẫu"))
    >>> contribution = next(iter(summed.contributions))
    >>> contribution.address
    'xã Mẫu, huyện Mẫu'
    """

    code: str
    address: str
    tier: Tier
    first: dt.date | None
    last: dt.date | None
    heir: str = ""
    share: Fraction | None = None

    @property
    def period(self) -> str:
        """The days of its figures, "2024-01-01/2024-12-31"."""
        return "/".join("" if day is None else day.isoformat() for day in (self.first, self.last))


class LeftOut(NamedTuple):
    """A report that did not go into a sum: its unit, and why.

    >>> from mttq import roll_up
    >>> from mttq.testing import make_report, make_units
    >>> units = make_units()
    >>> hue = units.at(dt.date(2025, 7, 1)).find("thành phố Huế")[0]
    >>> left_out = roll_up([make_report()], into=hue, units=units).left_out[0]
    >>> left_out.address, str(left_out.reason)
    ('xã Mẫu, huyện Mẫu', 'ngày 31/12/2024 không có đơn vị này trong danh mục')
    """

    address: str
    reason: Phrase


class RowKey(NamedTuple):
    """What is added to each other: the figures of one form, or of one record of a list, over one time.

    Args:
        name: of the layout.
        keys: what distinguishes the record in its list; before it the keys of the record around it.
        tier: the level of those who report.
        first: the first day of the figures.
        last: the last.
        share: how much of the units counts.
    """

    name: str
    keys: tuple[Any, ...]
    tier: Tier
    first: dt.date | None
    last: dt.date | None
    share: Fraction | None


Amount = tuple[Contribution, int | Quantity | None]
"""Who told an amount, and the amount."""


class _Batch:
    """What reports of one level gave over one time, by the name of the layout, with who gave it."""

    def __init__(self, time: tuple[Any, ...]) -> None:
        self.time = time
        self.taken: dict[str, tuple[list[Any], list[Contribution]]] = {}
        self.reports = 0

    def take(self, name: str, given: Any, who: Contribution) -> None:
        """Keep what a report gives until there is enough to be added at once."""
        found = self.taken.get(name)
        if found is None:
            found = self.taken[name] = ([], [])
        found[0].append(given)
        found[1].append(who)


class Adder:
    """What is known of a sum while reports are added to it."""

    def __init__(self, into: Unit, places: Places, keep: tuple[str, ...]) -> None:
        self._into, self._places, self._keep = into, places, keep
        self._open: dict[tuple[Any, ...], _Batch] = {}
        self._lower: Tier | None = None
        self._records = layout_of(RECORDS)
        self._lists = {layout.name: layout for layout in self._records.lists}
        self.rows: dict[RowKey, Row] = {}
        self.apart: dict[RowKey, list[Amount]] = {}
        self.seen: dict[str, list[Contribution]] = {}
        self.kept: dict[str, dict[Contribution, object]] = {path: {} for path in keep}
        self.left_out: list[LeftOut] = []
        self.expected: dict[tuple[Tier, dt.date], Any] = {}

    def add(self, report: Report) -> None:
        """Add a report.

        Raises:
            FieldError: it is none.
            AmbiguousSuccession: only a part of its unit lies in the sum.
            DuplicateReport: its unit has reported on a part of its time already.
            RollUpError: it is of another level than the others.
        """
        if not isinstance(report, Report):
            raise unfit("reports", Report, report)
        times = _times(report)
        first, last = own = times.get(REVIEW) or _days(report, REVIEW)
        placed = self._places.of(report.unit, last)
        if isinstance(placed, Phrase):
            self.left_out.append(LeftOut(report.unit.address, placed))
            return
        tier = report.unit.tier
        who = Contribution(placed.code, placed.address, tier, first, last, placed.heir, placed.share)
        self._see(who)
        batch = self._batch(tier, own, placed.share)
        for appendix in report.appendices:
            form = form_of(type(appendix))
            days = times.get(form.code, own)
            of_form = batch if days == own else self._batch(tier, days, placed.share)
            layout = layout_of_form(form)
            of_form.take(form.code, layout.read(appendix), who)
            for inner, records in zip(layout.lists, layout.lists_of(appendix), strict=True):
                of_form.take(inner.name, records, who)
        batch.take(RECORDS, self._records.read(report), who)
        for name, items in zip(self._lists, self._records.lists_of(report), strict=True):
            if items:
                batch.take(name, items, who)
        batch.reports += 1
        if batch.reports >= _BATCH:
            self._close(batch)
        for path in self._keep:
            value = report.value_at(path)
            if value is not None:
                self.kept[path][who] = value

    def _batch(self, tier: Tier, days: Days, share: Fraction | None) -> "_Batch":
        """Return what was taken over one time and is not added yet."""
        time = (tier, *days, share)
        found = self._open.get(time)
        if found is None:
            found = self._open[time] = _Batch(time)
        return found

    def _close(self, batch: "_Batch") -> None:
        del self._open[batch.time]
        for name, (given, who) in batch.taken.items():
            layout = layout_of(name)
            if layout.is_list:
                items = [(each, one) for listed, one in zip(given, who, strict=True) for each in listed]
                self._add_items(layout, [()] * len(items), items, batch.time)
            else:
                self._add((name, (), *batch.time), given, who)

    def _add(self, key: tuple[Any, ...], rows: list[Any], who: list[Contribution]) -> None:
        row, whole = Row.of(rows, who, layout_of(key[0]).units), RowKey(*key)
        known = self.rows.get(whole)
        self.rows[whole] = row if known is None else known + row

    def _add_items(
        self, layout: Layout, outer: list[Any], items: list[tuple[Any, Contribution]], time: tuple[Any, ...]
    ) -> None:
        """Add the records of a list to those with the same keys, and so the lists inside them."""
        found: dict[Any, tuple[list[Any], list[Contribution]]] = {}
        below: list[tuple[list[Any], list[Any]]] = [([], []) for _ in layout.lists]
        key_of, period, own = layout.key_of, layout.period, (time[1], time[2])
        for above, (item, who) in zip(outer, items, strict=True):
            part = key_of(item)
            if period is not None and part[period] is not None:
                part = (*part[:period], _period_key(part[period], own), *part[period + 1 :])
            key = (*above, part)
            batch = found.get(key)
            if batch is None:
                batch = found[key] = ([], [])
            batch[0].append(item)
            batch[1].append(who)
            if below:
                for (keys, inner), listed in zip(below, layout.lists_of(item), strict=True):
                    for each in listed:
                        keys.append(key)
                        inner.append((each, who))
        for key, (records, whose) in found.items():
            if layout.name in APART:
                amounts = zip(whose, [record.amount for record in records], strict=True)
                self.apart.setdefault(RowKey(layout.name, key, *time), []).extend(amounts)
            self._add((layout.name, key, *time), list(map(layout.read, records)), whose)
        for inner_layout, (keys, inner) in zip(layout.lists, below, strict=True):
            self._add_items(inner_layout, keys, inner, time)

    def close(self) -> None:
        """Add what is left."""
        for batch in list(self._open.values()):
            self._close(batch)

    def _see(self, who: Contribution) -> None:
        if who.tier is not self._into.tier and who.tier is not self._lower:
            see_that_levels_fit(self._into, {who.tier, self._lower or who.tier})
            self._lower = who.tier
        known = self.seen.setdefault(who.code, [])
        for other in known:
            _refuse_overlap(who, other)
        known.append(who)
        if who.last is not None and (who.tier, who.last) not in self.expected:
            units = self._places.expected(who.tier, who.last)
            if units is not None:
                self.expected[who.tier, who.last] = units


def see_that_levels_fit(into: Unit, tiers: Iterable[Tier]) -> None:
    """Refuse reports of several levels below the unit of the sum, whose figures would be counted twice.

    Raises:
        RollUpError: there are such, or one is of a higher level.
    """
    below = sorted({tier for tier in tiers if tier is not into.tier})
    if len(below) > 1 or any(tier < into.tier for tier in below):
        levels = Phrase.joined(", ", [Phrase(tier.value) for tier in below])
        raise RollUpError(Phrase("báo cáo của nhiều cấp không cộng chung được: {}", levels))


def see_that_none_is_twice(seen: Mapping[str, Iterable[Contribution]]) -> None:
    """Refuse several reports of one unit over one time.

    Raises:
        DuplicateReport: there are such.
    """
    for known in seen.values():
        listed = sorted(known, key=lambda who: who.first or dt.date.min)
        for one, other in pairwise(listed):
            _refuse_overlap(other, one)


def _refuse_overlap(who: Contribution, other: Contribution) -> None:
    begin = max(who.first or dt.date.min, other.first or dt.date.min)
    if begin <= min(who.last or dt.date.max, other.last or dt.date.max):
        told = Phrase("“{}” có hai báo cáo trùng thời gian: {} và {}", who.address, other.period, who.period)
        raise DuplicateReport(told)


def _times(report: Report) -> dict[str, Days]:
    """Return the first and the last day of what a report names a period for."""
    found: dict[str, Days] = {}
    for item in report.periods:
        if item.subject not in found and item.period is not None:
            try:
                found[item.subject] = _days_between(*_ENDS(item.period))
            except AttributeError:  # an end is open: it is that of the review
                found[item.subject] = _days(report, item.subject)
    return found


def _days(report: Report, subject: str) -> Days:
    start, end = ends_of(report, subject)
    return start.first_day if start else None, end.last_day if end else None


_ENDS: Final = attrgetter("start.year", "start.month", "start.day", "end.year", "end.month", "end.day")


def _period_key(period: Any, own: Days) -> Any:
    """Return a period as it is compared: by its days, or as that of the report."""
    try:
        days = _days_between(*_ENDS(period))
    except AttributeError:  # one end is open
        days = period.first_day, period.last_day
    if days == own:
        return OWN
    known = (period.start is None or days[0]) and (period.end is None or days[1])
    return days if known else period


@lru_cache(maxsize=4096)
def _days_between(*ends: int | None) -> Days:
    start, end = (
        PartialDate(**dict(zip(_FIELDS, ends[:3], strict=True))),
        PartialDate(**dict(zip(_FIELDS, ends[3:], strict=True))),
    )
    return start.first_day, end.last_day


_FIELDS: Final = ("year", "month", "day")
