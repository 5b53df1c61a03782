"""The figures of a sum: what was told, by whom, and between which bounds it lies."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import attrs

from mttq.rollup._adding import Contribution, RowKey
from mttq.rollup._layouts import LEDGERS, Layout, Way, layout_of, owner_of
from mttq.rollup._sums import Bounds, Row, Tellers, exactly, shared
from mttq.rollup._transfers import is_of_another_time
from mttq.units import ERAS
from mttq.values import Printed, Tier

__all__ = ["Coverage", "Group", "RolledFigure", "Told", "Totals", "Who", "total_of"]

Who = frozenset[Any]
Rows = list[tuple[RowKey, Row]]


class Coverage(NamedTuple):
    """How many reports told a figure, of how many that should.

    Args:
        reported: how many told it.
        expected: how many should: those that were added, and with a list of units those that are missing.
        missing: whose reports leave it blank, and units without a report, in the order of the alphabet.
        unclear: whose figure could not be added: a number among pairs, another unit, a column of another
            level.

    >>> import attrs
    >>> from mttq import roll_up
    >>> from mttq.model import Unit, UnitKind
    >>> from mttq.testing import make_report
    >>> told = make_report()
    >>> silent = attrs.evolve(told, unit=attrs.evolve(told.unit, name="Hai"))
    >>> silent = silent.with_value("population.households", None)
    >>> summed = roll_up([told, silent], into=Unit(kind=UnitKind.DISTRICT, name="Mẫu"))
    >>> coverage = summed.coverage("population.households")
    >>> coverage.reported, coverage.expected, coverage.missing
    (1, 2, ('xã Hai, huyện Mẫu',))
    """

    reported: int
    expected: int
    missing: tuple[str, ...]
    unclear: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether all told it."""
        return self.reported == self.expected

    def __str__(self) -> str:
        return f"{self.reported}/{self.expected}"


class RolledFigure(NamedTuple):
    """A figure of a sum.

    Args:
        path: where it stands in `RollUp.report`.
        place: the same in words, in Vietnamese.
        unit: what it counts, as a unit code of `mttq.vi`; empty if that is not said.
        value: the sum; a hedged one as a text would state it, None if it has no bound on either side.
        nominal: of a hedged sum, the figures without their hedges added up; else the same as `value`.
        low: the least that it may be; None if there is no such bound.
        high: the most.
        coverage: how many told it.

    >>> from mttq import roll_up
    >>> from mttq.model import Unit, UnitKind
    >>> from mttq.testing import make_report
    >>> summed = roll_up([make_report()], into=Unit(kind=UnitKind.DISTRICT, name="Mẫu"))
    >>> figure = next(summed.figures())
    >>> figure.path, figure.value, figure.coverage.reported
    ('population.villages', 6, 1)
    """

    path: str
    place: str
    unit: str
    value: Printed | None
    nominal: Fraction | Printed
    low: Fraction | None
    high: Fraction | None
    coverage: Coverage


class Group(NamedTuple):
    """The contributions of one level over one time, with the units that were silent then.

    Args:
        tier: the level.
        first: the first day.
        last: the last.
        who: the contributions.
        silent: the units of the list that reported on no part of the time, by code and address.
        wanted: the codes of all units of the list on the last day; None without a list.
    """

    tier: Tier
    first: dt.date | None
    last: dt.date | None
    who: Who
    silent: frozenset[tuple[str, str]]
    wanted: frozenset[str] | None


@attrs.frozen
class Told:
    """One figure of a sum.

    Args:
        value: an `int`, a tuple of the parts of a cell, bounds of what is hedged; None, if nobody told it.
        unit: what it counts.
        reported: who told it.
        expected: how many reports should.
        missing: who left it blank.
        silent: units without a report, by code and address.
        unclear: who told it so that it cannot be added: a number among pairs, another unit.
        place: the layout and the keys of the record in which it stands.
    """

    value: int | tuple[int, ...] | Bounds | None
    unit: str
    reported: Who
    expected: int
    missing: Who
    silent: frozenset[tuple[str, str]]
    unclear: Who
    place: tuple[str, tuple[Any, ...]]

    @property
    def teller(self) -> tuple[Who, frozenset[tuple[str, str]]]:
        """Who did not tell it: what must be the same of figures that are compared."""
        return self.missing | self.unclear, self.silent


@attrs.frozen(eq=False, slots=False)
class Totals:
    """What reads figures out of sums.

    Args:
        rows: the sums.
        groups: who contributed when.
        own: the level of the unit of the sum, if it is that of no other contribution: of its own report only
            the figures of its own level count, and the ledgers of its own fund.
        own_ledgers: those ledgers, by their keys.
        first: the day with which an opening balance begins; that of the earliest figures if None.
        last: the day with which a state ends; that of the latest if None.
    """

    rows: Mapping[RowKey, Row]
    groups: tuple[Group, ...]
    own: Tier | None
    own_ledgers: frozenset[Any] = frozenset()
    first: dt.date | None = None
    last: dt.date | None = None

    @cached_property
    def _by_name(self) -> dict[str, dict[tuple[Any, ...], Rows]]:
        found: dict[str, dict[tuple[Any, ...], Rows]] = {}
        for key, row in self.rows.items():
            found.setdefault(key.name, {}).setdefault(key.keys, []).append((key, row))
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The layouts of which there are sums."""
        return tuple(self._by_name)

    def keys_of(self, name: str, outer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the keys of the records of a list, inside those of the record around it."""
        found = (keys for keys in self._by_name.get(name, {}) if keys[: len(outer)] == outer)
        return sorted(found, key=repr)

    def days(self, name: str) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day of the figures of a form, or of the records."""
        keys = [key for rows in self._by_name.get(name, {}).values() for key, _ in rows]
        firsts = [key.first for key in keys if key.first]
        lasts = [key.last for key in keys if key.last]
        return self.first or min(firsts, default=None), self.last or max(lasts, default=None)

    def told(self, name: str, keys: tuple[Any, ...] = ()) -> Iterator[Told]:
        """Return the figures of a layout, by position."""
        layout, rows = layout_of(name), self._by_name.get(name, {}).get(keys, [])
        days = self.days(owner_of(name) if keys else name)
        if keys and is_of_another_time(keys):
            rows = [(key, row) for key, row in rows if key.last == days[1]]
        outer = self._outer(name, keys)
        cache: dict[Any, tuple[Who, frozenset[tuple[str, str]]]] = {}
        for position, way in enumerate(layout.ways):
            here = (days[0], _last_told(rows, position) or days[1]) if way == "asked" else days
            there = [
                item for item in rows if self._has(layout, position, item[0]) and _counts(way, item[0], here)
            ]
            odd = [item for item in rows if not self._has(layout, position, item[0])]
            cell = (layout.tiers[position], way, here)
            if cell not in cache:
                cache[cell] = (
                    self._asked(layout, position, way, here, keys=keys)
                    if outer is None
                    else (outer, frozenset())
                )
            asked, silent = cache[cell]
            yield _told(
                there, odd, position, layout.units[position], asked=asked, silent=silent, place=(name, keys)
            )

    def _outer(self, name: str, keys: tuple[Any, ...]) -> Who | None:
        """Return, of a list inside a record of a list, who has that record: the others have no such list."""
        if len(keys) < 2:  # noqa: PLR2004 - keys of a list inside a list
            return None
        rows = self._by_name.get(name.rpartition(":")[0], {}).get(keys[:-1], [])
        return frozenset(one for _, row in rows for group in row.who for one in group)

    def _asked(
        self,
        layout: Layout,
        position: int,
        way: Way,
        days: tuple[dt.date | None, dt.date | None],
        *,
        keys: tuple[Any, ...],
    ) -> tuple[Who, frozenset[tuple[str, str]]]:
        """Return who should tell a figure, and which units were silent."""
        asked: set[Contribution] = set()
        silent: set[tuple[str, str]] = set()
        wanted: set[str] | None = None
        others: dict[str, Contribution] = {}  # those who reported, but not on the time that is asked for
        for group in self.groups:
            key = RowKey(layout.name, keys, group.tier, group.first, group.last, None)
            if not self._has(layout, position, key):
                continue
            if not _counts(way, key, days):
                others |= {who.code: who for who in group.who}
                continue
            asked |= group.who
            silent |= group.silent
            if group.wanted is not None:
                wanted = (wanted or set()) | group.wanted
        told = {who.code for who in asked} | {code for code, _ in silent}
        absent = {code: who for code, who in others.items() if code not in told}
        asked |= {who for code, who in absent.items() if wanted is None or code in wanted}
        return frozenset(asked), frozenset(silent)

    def _has(self, layout: Layout, position: int, key: RowKey) -> bool:
        """Return whether those who report have a figure: no column of a level above, or of another time."""
        tier = layout.tiers[position]
        if self.own is not None and key.tier is self.own and not self._is_of_own_fund(key):
            return tier is self.own
        if tier is None:
            return True
        ended = tier is Tier.DISTRICT and key.first is not None and key.first >= _TWO_TIERS
        return tier >= key.tier and not ended

    def _is_of_own_fund(self, key: RowKey) -> bool:
        return key.name.partition(":")[0] == LEDGERS and bool(key.keys) and key.keys[0] in self.own_ledgers


_TWO_TIERS = ERAS[-1].since or dt.date.max


def _last_told(rows: Rows, position: int) -> dt.date | None:
    """Return the last day of the time for which a figure was last told."""
    told = (key.last for key, row in rows if row.plain[position] is not None or position in row.others)
    return max((last for last in told if last), default=None)


def _counts(way: Way, key: RowKey, days: tuple[dt.date | None, dt.date | None]) -> bool:
    """Return whether figures of a time count: a state only if it ends with the days that are asked for."""
    if way == "flow":
        return True
    return key.first == days[0] if way == "opening" else key.last == days[1]


def _told(
    rows: Rows,
    odd: Rows,
    position: int,
    unit: str,
    *,
    asked: Who,
    silent: frozenset[tuple[str, str]],
    place: tuple[str, tuple[Any, ...]] = ("", ()),
) -> Told:
    totals: dict[str, list[Any]] = {}  # by kind, the sum and who told it
    unclear: set[Contribution] = set()
    for key, row in rows:
        others = row.others.get(position, {})
        for kind, (total, who) in others.items():
            if key.share is not None and isinstance(total, tuple):  # no cell holds bounds of two figures
                unclear.update(*who)
            else:
                _put(totals, kind, _of_share(total, key.share), who)
        number = row.plain[position]
        if number is not None:
            told = (row.blanks[position], *(who for _, who in others.values()))
            _put(totals, "", _of_share(number, key.share), (_without(row.who, told),))
    main = _main(totals, unit)
    unclear.update(*(who for kind, (_, who) in totals.items() if kind != main))
    for _, row in odd:
        unclear |= _without(row.who, (row.blanks[position],))
    value, who = totals.get(main, [None, frozenset()])
    missing = asked - who - unclear
    return Told(
        value=value if not isinstance(value, Bounds) else _plain(value),
        unit=main.removeprefix("unit:") if main.startswith("unit:") else unit,
        reported=frozenset(who),
        expected=len(asked | who) + len(silent),
        missing=missing,
        silent=silent,
        unclear=frozenset(unclear),
        place=place,
    )


def total_of(column: Sequence[Any]) -> Told:
    """Return the sum of figures, with the positions of those that make it up."""
    who = range(len(column))
    row = Row.of([column], who, ("",))
    key = RowKey("", (), Tier.COMMUNE, None, None, None)
    return _told([(key, row)], [], 0, "", asked=frozenset(who), silent=frozenset())


def _without(groups: Tellers, others: Iterable[Tellers]) -> Who:
    gone = frozenset().union(*(group for some in others for group in some))
    return frozenset().union(*groups) - gone


def _put(totals: dict[str, list[Any]], kind: str, total: Any, who: Tellers) -> None:
    known = totals.setdefault(kind, [None, set()])
    known[0] = total if known[0] is None else _together(known[0], total)
    known[1].update(*who)


def _together(one: Any, two: Any) -> Any:
    if isinstance(one, tuple):
        return tuple(a + b for a, b in zip(one, two, strict=True))
    if isinstance(one, Bounds) or isinstance(two, Bounds):
        first = one if isinstance(one, Bounds) else exactly(one)
        second = two if isinstance(two, Bounds) else exactly(two)
        return first + second
    return one + two


def _of_share(total: Any, share: Fraction | None) -> Any:
    """Return what counts of a sum of units of which only a share lies in the unit of the sum."""
    if share is None:
        return total
    return shared(total if isinstance(total, Bounds) else exactly(total), share)


def _main(totals: dict[str, list[Any]], unit: str) -> str:
    """Return the kind of figures that is the sum; the others cannot be added to it."""
    for kind in ("triple", "pair"):
        if kind in totals:
            return kind
    measured = [kind for kind in totals if kind]
    if not measured:
        return ""
    if "" in totals:  # a whole number without a unit counts what the field counts
        plain = totals.pop("")
        _put(totals, f"unit:{unit}", plain[0], (frozenset(plain[1]),))
        measured = list(totals)
    own = f"unit:{unit}"
    return own if own in totals else min(measured, key=lambda kind: (-len(totals[kind][1]), kind))


def _plain(total: Bounds) -> int | Bounds:
    """Return a sum that is a whole number after all as one."""
    exact = total.low is not None and total.low == total.high
    return int(total.nominal) if exact and total.nominal.denominator == 1 else total
