"""All units of a country or of a part of it through time, and what became of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from typing import Final, NamedTuple

import attrs

from mttq._declared.types import gathered, unfit
from mttq.errors import CodeError, Fault, UnitFormatError, UnitsError
from mttq.model import Unit, UnitRef
from mttq.units._faults import edge_fault, faults_of, namesakes
from mttq.units._succession import DAY, Succession, UnitChange, beginning_of, end_of
from mttq.values import ResidentialKind, Tier, UnitKind, UnitName, UnitWord
from mttq.vi import fold, format_date, parse_unit
from mttq.wording import NOTHING, Phrase

__all__ = ["Part", "Units", "UnitsOn"]

_NOBODY: Final[tuple[Unit, ...]] = ()
Named = str | UnitName | UnitRef | Unit
"""By what a unit is looked for: a name with or without its kind and the units above it."""


class Part(NamedTuple):
    """A unit into which another one went, and whether all of that went there."""

    unit: Unit
    whole: bool


def _see_day(name: str, day: object) -> None:
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        raise unfit(name, dt.date, day)


def _ordered(units: Iterable[Unit]) -> tuple[Unit, ...]:
    given = gathered("units", units, Unit)
    return tuple(sorted(given, key=lambda unit: (unit.code or "", beginning_of(unit.valid_from))))


def _edges(successions: Iterable[Succession]) -> tuple[Succession, ...]:
    given = gathered("successions", successions, Succession)
    return tuple(sorted(given, key=lambda edge: (edge.on, edge.before, edge.after or "")))


@attrs.frozen(repr=False, slots=False, eq=True)
class Units:
    """Units through time: each `Unit` is one version of a place, known by its code and the day it began.

    A change of name, kind, parent, code or area ends a version and begins another, with a `Succession`
    between them, also where code and name stay.  A unit names its parent by code, which means the parent of
    the day: a province that is renamed needs no new version of its communes.

    Args:
        units: the versions.
        successions: what became of those that ended.
        since: the day before which nothing is known: units may begin there without a predecessor.
        closed: whether the list is whole.  In that of one province, units may come from elsewhere or go
            there.

    Raises:
        UnitsError: units or successions contradict each other; `faults` lists all.

    >>> from mttq.testing import make_units
    >>> units = make_units()
    >>> days = (dt.date(2019, 12, 31), dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    >>> [units.at(day)["20056"].full_name for day in days]
    ['xã Hồng Trung', 'xã Trung Sơn', 'xã A Lưới 1']
    """

    units: tuple[Unit, ...] = attrs.field(converter=_ordered)
    successions: tuple[Succession, ...] = attrs.field(default=(), converter=_edges)
    since: dt.date | None = attrs.field(default=None, kw_only=True)
    closed: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.since is not None:
            _see_day("since", self.since)
        faults = tuple(faults_of(self.units, self.successions, self.since, closed=self.closed))
        if faults:
            raise UnitsError(faults, Phrase("Danh mục đơn vị"))

    def __repr__(self) -> str:
        return f"<Units: {len(self.units)} đơn vị, {len(self.successions)} thay đổi>"

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    @classmethod
    def from_records(
        cls,
        units: Iterable[Mapping[str, str | None]],
        successions: Iterable[Mapping[str, str | None]] = (),
        *,
        since: dt.date | None = None,
        closed: bool = True,
    ) -> "Units":
        """Take units from rows of texts, the columns by their names as in `write_csv`.

        Other columns are your own; one that is like a column of `write_csv` that no row has is a fault.

        Raises:
            FieldError: no rows are given.
            UnitsError: a row cannot be read, or the units contradict each other; `faults` lists all.

        >>> rows = [{"code": "46", "kind": "thành phố trực thuộc trung ương", "name": "Huế"}]
        >>> Units.from_records(rows).at(dt.date(2026, 1, 1))["46"].full_name
        'thành phố Huế'
        """
        from mttq.units._rows import read_rows

        return cls(*read_rows(units, successions), since=since, closed=closed)

    @classmethod
    def read_csv(
        cls,
        units: str | PathLike[str],
        successions: str | PathLike[str] | None = None,
        *,
        since: dt.date | None = None,
        closed: bool = True,
    ) -> "Units":
        """Read units from a CSV file, and what became of them from another.

        The files are in UTF-8, with commas or, as Excel has them in Vietnam, semicolons between the cells,
        and have the columns that `write_csv` writes, in any order.  Only `code`, `kind` and `name` must be
        there, and `on`, `before` and `after`; a blank end means that the unit still exists.  Days are ISO
        ("2025-07-01") or Vietnamese ("01/7/2025").

        Raises:
            FileError: a file cannot be read.
            UnitsError: a row cannot be read, or the units contradict each other; `faults` lists all.
        """
        from mttq.units._rows import rows_in

        others = () if successions is None else rows_in(successions)
        return cls.from_records(rows_in(units), others, since=since, closed=closed)

    def write_csv(self, units: str | PathLike[str], successions: str | PathLike[str]) -> None:
        """Write units to a CSV file, and what became of them to another; `read_csv` gives equal ones.

        Units have the columns code, kind, name, parent (its code), valid_from, valid_until, established_by
        and traits, and called where an area is of a kind that is not listed; successions on, before, after,
        extent (whole or part), document and clause.  Both files begin with a byte-order mark, so that Excel
        reads them as UTF-8; take codes as text there, or it drops their zeros.

        Raises:
            FileError: a file cannot be written.
            UnitsError: a unit holds what such a file cannot: predecessors, a document that is more than its
                text.
        """
        from mttq.units._rows import save_rows

        save_rows(self.units, self.successions, units, successions)

    def at(self, day: dt.date) -> "UnitsOn":
        """Return the units of a day, among which codes and names are looked up: they mean none for good.

        Raises:
            FieldError: `day` is no day.
        """
        _see_day("day", day)
        return UnitsOn(self, day)

    @property
    def notes(self) -> tuple[Fault, ...]:
        """What may be right and deserves a look.

        One name twice under one parent; a commune that goes into another province than its province did.
        """
        return (*namesakes(self.units), *filter(None, map(self._note_on, self.successions)))

    def _note_on(self, edge: Succession) -> Fault | None:
        """Say that a unit went into another province than its province did."""
        before, after = self.at(edge.on - DAY), self.at(edge.on)
        old, new = before.get(edge.before), after.get(edge.after)
        if old is None or new is None:
            return None
        province = next((one for one in before.above(old) if one.tier is Tier.PROVINCE), None)
        heir = next((one for one in after.above(new) if one.tier is Tier.PROVINCE), None)
        if province is None or heir is None:
            return None
        if heir.code in {part.unit.code for part in self.become(province, edge.on)}:
            return None
        names = old.full_name, heir.full_name, province.full_name
        return edge_fault(edge, "{} vào {}, còn {} thì không", *names)

    # -- what became of units

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units into which a unit went, by code; none while it exists.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit.
        """
        return tuple(self._after(edge) for edge in self.edges_from(unit) if edge.after is not None)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that went into a unit, or parts of them, by code.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit.
        """
        return tuple(self._before(edge) for edge in self.edges_into(unit))

    def lineage(self, unit: Unit) -> tuple[Unit, ...]:
        """Return all units that went into a unit, and into those before it; the latest first.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit.

        >>> from mttq.testing import make_units
        >>> units = make_units()
        >>> heir = units.at(dt.date(2026, 1, 1))["20056"]
        >>> [unit.name for unit in units.lineage(heir)]
        ['Hồng Kim', 'Hồng Thủy', 'Hồng Vân', 'Trung Sơn', 'Bắc Sơn', 'Hồng Trung']
        """
        found: dict[Unit, None] = {}
        latest = [self.version(unit)]
        while latest:
            earlier = dict.fromkeys(former for one in latest for former in self.predecessors(one))
            latest = sorted(earlier.keys() - found.keys(), key=lambda one: fold(one.name))
            found.update(dict.fromkeys(latest))
        return tuple(found)

    def become(self, unit: Unit, day: dt.date) -> tuple[Part, ...]:
        """Return the units that a unit is on a later day; parts that meet again in one unit are all of it.

        Args:
            unit: a unit of this list.
            day: the day; on one on which the unit exists, or before it, it is itself.

        Returns:
            the unit that took over all of it, or those that took over parts; nothing if nothing follows on
            it.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit, or `day` no day.
        """
        _see_day("day", day)
        found: dict[Unit, None] = {}
        rest, lost = [self.version(unit)], False
        while rest:
            one = rest.pop()
            edges = self.edges_from(one) if end_of(one.valid_until) < day else ()
            if edges:
                lost = lost or (len(edges) == 1 and not edges[0].whole)  # the other part went out of the list
                rest += [self._after(edge) for edge in edges if edge.after is not None]
            elif one.exists_on(day) or beginning_of(one.valid_from) > day:
                found[one] = None
        whole = len(found) == 1 and not lost
        return tuple(Part(one, whole) for one in sorted(found, key=lambda one: one.code or ""))

    def changes(self, edge: Succession) -> frozenset[UnitChange]:
        """Return what a succession changes; an empty set, if only the area changed.

        >>> from mttq.testing import make_units
        >>> units = make_units()
        >>> trung_son = units.at(dt.date(2025, 6, 30))["20056"]
        >>> sorted(map(str, units.changes(units.edges_from(trung_son)[0])))
        ['merger', 'name', 'parent']
        """
        old = self._before(edge)
        if edge.after is None:
            return frozenset({UnitChange.ABOLITION})
        new = self._after(edge)
        changed = {
            UnitChange.MERGER: len(self.edges_into(new)) > 1,
            UnitChange.DIVISION: len(self.edges_from(old)) > 1 or not edge.whole,
            UnitChange.NAME: fold(old.name) != fold(new.name),
            UnitChange.KIND: old.kind is not new.kind,
            UnitChange.LEVEL: old.tier is not new.tier,
            UnitChange.PARENT: _code_of(old.parent) != _code_of(new.parent),
            UnitChange.CODE: old.code != new.code,
        }
        return frozenset(kind for kind, is_so in changed.items() if is_so)

    def edges_from(self, unit: Unit) -> tuple[Succession, ...]:
        """Return the successions of a unit that ended.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit.
        """
        known = self.version(unit)
        if known.valid_until is None:
            return ()
        return tuple(self._from.get((known.valid_until + DAY, known.code or ""), ()))

    def edges_into(self, unit: Unit) -> tuple[Succession, ...]:
        """Return the successions of which a unit came.

        Raises:
            CodeError: there is no such unit.
            FieldError: `unit` is no unit.
        """
        known = self.version(unit)
        return tuple(self._into.get((known.valid_from, known.code or ""), ()))

    # -- versions

    def version(self, unit: Unit) -> Unit:
        """Return the version of this list that has the code and the first day of a unit.

        Raises:
            CodeError: there is none.
            FieldError: `unit` is no unit.
        """
        if not isinstance(unit, Unit):
            raise unfit("unit", Unit, unit)
        for known in self._by_code.get(unit.code or "", ()):
            if known.valid_from == unit.valid_from:
                return known
        raise CodeError(Phrase("danh mục không có {} (mã {})", unit.full_name, unit.code or "—"))

    def versions(self, code: str) -> tuple[Unit, ...]:
        """Return all units that had a code, the earliest first: often different places."""
        return tuple(self._by_code.get(code, ()))

    def _on(self, code: str, day: dt.date) -> Unit | None:
        for unit in self._by_code.get(code, ()):
            if unit.exists_on(day):
                return unit
        return None

    def _before(self, edge: Succession) -> Unit:
        return _found(self._on(edge.before, edge.on - DAY))

    def _after(self, edge: Succession) -> Unit:
        return _found(self._on(edge.after or "", edge.on))

    @cached_property
    def _by_code(self) -> dict[str, list[Unit]]:
        found = defaultdict[str, list[Unit]](list)
        for unit in self.units:
            found[unit.code or ""].append(unit)
        return dict(found)

    @cached_property
    def _by_name(self) -> dict[str, list[Unit]]:
        found = defaultdict[str, list[Unit]](list)
        for unit in self.units:
            found[fold(unit.name)].append(unit)
        return dict(found)

    @cached_property
    def _by_parent(self) -> dict[str, list[Unit]]:
        found = defaultdict[str, list[Unit]](list)
        for unit in self.units:
            found[_code_of(unit.parent)].append(unit)
        return dict(found)

    @cached_property
    def _from(self) -> dict[tuple[dt.date, str], list[Succession]]:
        found = defaultdict[tuple[dt.date, str], list[Succession]](list)
        for edge in self.successions:
            found[edge.on, edge.before].append(edge)
        return dict(found)

    @cached_property
    def _into(self) -> dict[tuple[dt.date | None, str], list[Succession]]:
        found = defaultdict[tuple[dt.date | None, str], list[Succession]](list)
        for edge in self.successions:
            found[edge.on, edge.after or ""].append(edge)
        return dict(found)


def _code_of(parent: UnitRef | None) -> str:
    return (parent.code if parent else None) or ""


def _found(unit: Unit | None) -> Unit:
    assert unit is not None  # noqa: S101 - edges from or to nobody are refused at construction
    return unit


@attrs.frozen(eq=False)
class UnitsOn:
    """The units of one day.

    A unit is named with its parent as that was called on the day.

    >>> from mttq.testing import make_units
    >>> units = make_units().at(dt.date(2025, 7, 1))
    >>> len(units)
    2
    """

    _units: Units
    day: dt.date

    def __getitem__(self, code: str) -> Unit:
        """Return the unit that a code means on the day.

        Raises:
            CodeError: it means none.

        >>> from mttq.testing import make_units
        >>> make_units().at(dt.date(2026, 1, 1))["20062"]  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        mttq.errors.CodeError: ngày 1/1/2026 không có đơn vị mã “20062”; có đến hết ngày 31/12/2019: ...
        """
        unit = self.get(code)
        if unit is None:
            raise CodeError(_nobody(self._units, self.day, code))
        return unit

    def get(self, code: str | None) -> Unit | None:
        """Return the unit that a code means on the day, or None."""
        found = self._units._on(code or "", self.day)  # noqa: SLF001 - two halves of one thing
        return None if found is None else self._told(found)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and self.get(code) is not None

    def __iter__(self) -> Iterator[Unit]:
        return (self._told(unit) for unit in self._units if unit.exists_on(self.day))

    def __len__(self) -> int:
        return sum(unit.exists_on(self.day) for unit in self._units)

    def find(self, named: Named) -> tuple[Unit, ...]:
        """Return all units of the day that fit a name; which of several is meant is not decided here.

        Args:
            named: a name alone ("Trung Sơn"), with its kind and the units above it ("xã Trung Sơn, huyện A
                Lưới"), or a unit as a report names it.  Spelling does not matter; whatever is given, a code
                too, must fit.

        Raises:
            FieldError: it is no name and no unit.

        >>> from mttq.testing import make_units
        >>> units = make_units().at(dt.date(2023, 12, 31))
        >>> [unit.address for unit in units.find("xã Trung Sơn, huyện A Lưới, tỉnh Thừa Thiên Huế")]
        ['xã Trung Sơn, huyện A Lưới']
        >>> units.find("xã Trung Sơn, huyện Phong Điền")
        ()
        """
        asked = _asked(named)
        known = self._units._by_name.get(fold(asked.name), ())  # noqa: SLF001
        code = named.code if isinstance(named, Unit | UnitRef) else None
        return tuple(
            self._told(unit)
            for unit in known
            if unit.exists_on(self.day)
            and code in (None, unit.code)
            and _is_of(asked.kind, unit)
            and self._lies_in(unit, asked.parents)
        )

    def parent(self, unit: Unit) -> Unit | None:
        """Return the unit directly above another on the day; None if the list has none."""
        return self.get(_code_of(unit.parent)) if unit.parent else None

    def above(self, unit: Unit) -> Iterator[Unit]:
        """Return all units in which another lies, the nearest first."""
        parent = self.parent(unit)
        while parent is not None:
            yield parent
            parent = self.parent(parent)

    def children(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units directly below another on the day, by code."""
        known = self._units._by_parent.get(unit.code or "", _NOBODY)  # noqa: SLF001
        return tuple(self._told(child) for child in known if child.exists_on(self.day))

    def below(self, unit: Unit, tier: Tier) -> tuple[Unit, ...]:
        """Return the units of a level that lie in another on the day, by code.

        >>> from mttq.testing import make_units
        >>> units = make_units().at(dt.date(2023, 12, 31))
        >>> [commune.name for commune in units.below(units["46"], Tier.COMMUNE)]
        ['Hồng Vân', 'Hồng Kim', 'Trung Sơn', 'Hồng Thủy']
        """
        found: list[Unit] = []
        for child in self.children(unit):
            found += (child,) if child.tier is tier else self.below(child, tier)
        return tuple(sorted(found, key=lambda one: one.code or ""))

    def _told(self, unit: Unit) -> Unit:
        """Return a unit with its parent as it is called on the day."""
        if unit.parent is None:
            return unit
        above = self._units._on(unit.parent.code or "", self.day)  # noqa: SLF001
        if above is None or (above.kind, above.name) == (unit.parent.kind, unit.parent.name):
            return unit
        return attrs.evolve(unit, parent=UnitRef(kind=above.kind, name=above.name, code=above.code))

    def _lies_in(self, unit: Unit, parents: tuple[UnitName, ...]) -> bool:
        above = list(self.above(unit)) if parents else ()
        return all(
            any(fold(one.name) == fold(parent.name) and _is_of(parent.kind, one) for one in above)
            for parent in parents
        )


def _nobody(units: Units, day: dt.date, code: str) -> Phrase:
    """Say that a code means no unit on a day, and when it meant one."""
    known = units.versions(code)
    ended = [unit for unit in known if end_of(unit.valid_until) < day]
    if ended and ended[-1].valid_until:
        last = format_date(ended[-1].valid_until, style="slash")
        hint = Phrase("; có đến hết ngày {}: {}", last, ended[-1].full_name)
    elif known and known[0].valid_from:
        first = format_date(known[0].valid_from, style="slash")
        hint = Phrase("; có từ ngày {}: {}", first, known[0].full_name)
    else:
        hint = NOTHING
    return Phrase("ngày {} không có đơn vị mã “{}”{}", format_date(day, style="slash"), code, hint)


def _asked(named: Named) -> UnitName:
    if isinstance(named, UnitName):
        return named
    if isinstance(named, str):
        try:
            return parse_unit(named.upper() if named.islower() else named)  # a name begins with a capital
        except UnitFormatError:
            return UnitName(kind=None, name=named)
    if not isinstance(named, Unit | UnitRef):
        raise unfit("named", Named, named)
    parent = named.parent if isinstance(named, Unit) else None
    return _named(named, (_named(parent),) if parent else ())


def _named(unit: Unit | UnitRef, parents: tuple[UnitName, ...] = ()) -> UnitName:
    if isinstance(unit.kind, UnitKind | ResidentialKind):
        return UnitName(kind=unit.kind, name=unit.name, parents=parents)
    return UnitName(kind=None, name=unit.full_name, parents=parents)


def _is_of(kind: object, unit: Unit) -> bool:
    return kind is None or kind is unit.kind or (isinstance(kind, UnitWord) and kind.value == unit.noun)
