"""Adding reports up: one pass over them, keeping sums and never a report."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain, pairwise, repeat
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
from mttq.wording import Phrase, words

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


class _Taken:
    """What reports gave of one layout over one time, until there is enough to be added at once."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.lists: list[tuple[Any, ...]] = []
        self.who: list[Contribution] = []


_Told = tuple[list[Any], list[Contribution]]
"""Records, and whose each is."""


class Adder:
    """What is known of a sum while reports are added to it."""

    def __init__(self, into: Unit, places: Places, keep: tuple[str, ...]) -> None:
        self._into, self._places, self._keep = into, places, keep
        self._open: dict[tuple[Any, ...], defaultdict[str, _Taken]] = {}
        self._lower: Tier | None = None
        self._records = layout_of(RECORDS)
        self._groups: dict[tuple[int, ...], frozenset[Contribution]] = {}
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
        tier = placed.tier
        who = Contribution(placed.code, placed.address, tier, first, last, placed.heir, placed.share)
        self._see(who)
        for appendix in report.appendices:
            form = form_of(type(appendix))
            days = times.get(form.code, own)
            self._take(layout_of_form(form), appendix, who, (tier, *days, placed.share))
        self._take(self._records, report, who, (tier, *own, placed.share))
        for path in self._keep:
            value = report.value_at(path)
            if value is not None:
                self.kept[path][who] = value

    def _take(self, layout: Layout, record: Any, who: Contribution, time: tuple[Any, ...]) -> None:
        """Keep the figures and the lists of a form or of a report; add what is kept, if that is enough."""
        taken = self._open.get(time)
        if taken is None:
            taken = self._open[time] = defaultdict(_Taken)
        kept = taken[layout.name]
        kept.rows.append(layout.read(record))
        kept.lists.append(layout.lists_of(record))
        kept.who.append(who)
        if len(kept.who) >= _BATCH:
            self._close(layout, taken.pop(layout.name), time)

    def _close(self, layout: Layout, taken: _Taken, time: tuple[Any, ...]) -> None:
        self._groups.clear()
        columns = list(zip(*taken.rows, strict=True))
        self._add(layout, RowKey(layout.name, (), *time), columns, taken.who)
        for inner, listed in zip(layout.lists, zip(*taken.lists, strict=True), strict=True):
            self._add_items(inner, listed, (), taken.who, time)

    def _add(
        self, layout: Layout, key: RowKey, columns: Iterable[Sequence[Any]], who: list[Contribution]
    ) -> None:
        row = Row.of(columns, who, layout.units, self._groups)
        known = self.rows.get(key)
        self.rows[key] = row if known is None else known + row

    def _add_items(
        self,
        layout: Layout,
        listed: Sequence[Sequence[Any]],
        above: tuple[Any, ...],
        who: list[Contribution],
        time: tuple[Any, ...],
    ) -> None:
        """Add the records of lists to those with the same keys, and so the lists inside them.

        Args:
            layout: of the lists.
            listed: the lists.
            above: the keys of the records that hold them.
            who: whose each is.
            time: of all of them.
        """
        items = list(chain.from_iterable(listed))
        if not items:
            return
        whose = list(chain.from_iterable(map(repeat, who, map(len, listed))))
        for keys, (records, tellers) in _grouped(layout, items, whose, (time[1], time[2])).items():
            key, columns = RowKey(layout.name, (*above, keys), *time), layout.columns(records)
            if layout.name in APART:
                amounts = columns[layout.paths.index("amount")]
                self.apart.setdefault(key, []).extend(zip(tellers, amounts, strict=True))
            self._add(layout, key, columns, tellers)
            for inner in layout.lists:
                below = list(map(attrgetter(inner.place), records))
                self._add_items(inner, below, key.keys, tellers, time)

    def close(self) -> None:
        """Add what is left."""
        for time, taken in self._open.items():
            for name, kept in taken.items():
                self._close(layout_of(name), kept, time)
        self._open = {}

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


def _grouped(
    layout: Layout, items: list[Any], whose: list[Contribution], own: Days
) -> dict[tuple[Any, ...], _Told]:
    """Return the records of lists by their keys.

    Most keys are the same objects in many records, members of enumerations: they are compared as such first,
    and by what they say only where that is new.
    """
    if not layout.keys:  # all are about the same
        return {(): (items, whose)}
    columns = layout.keys_of(items)
    if layout.period is not None:
        columns[layout.period] = _period_keys(columns[layout.period], own)
    found: dict[tuple[Any, ...], _Told] = {}
    known: dict[Any, _Told] = {}
    ids = [map(id, column) for column in columns]
    for place, same in enumerate(ids[0] if len(ids) == 1 else zip(*ids, strict=True)):
        told = known.get(same)
        if told is None:
            keys = tuple([column[place] for column in columns])
            told = known[same] = found.setdefault(keys, ([], []))
        told[0].append(items[place])
        told[1].append(whose[place])
    return found


def see_that_levels_fit(into: Unit, tiers: Iterable[Tier]) -> None:
    """Refuse reports of several levels below the unit of the sum, whose figures would be counted twice.

    Raises:
        RollUpError: there are such, or one is of a higher level.
    """
    below = sorted({tier for tier in tiers if tier is not into.tier})
    if len(below) > 1 or any(tier < into.tier for tier in below):
        names = [words("vi")[f"Tier.{tier.name}"] for tier in below]
        levels = Phrase.joined(", ", map(Phrase, names))
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


def _period_keys(periods: list[Any], own: Days) -> list[Any]:
    """Return periods as they are compared; many are the same objects, or have the same ends."""
    known: dict[int, Any] = {id(None): None}
    by_ends: dict[tuple[int | None, ...], Any] = {}
    for period in {id(period): period for period in periods if period is not None}.values():
        try:
            ends = _ENDS(period)
        except AttributeError:  # one end is open
            known[id(period)] = _period_key(period, own)
            continue
        if ends not in by_ends:
            by_ends[ends] = _period_key(period, own)
        known[id(period)] = by_ends[ends]
    return list(map(known.__getitem__, map(id, periods)))


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
