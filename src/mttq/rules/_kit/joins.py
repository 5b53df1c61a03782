"""Which reports belong together: those on one unit, and those of children with that of their parent."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from mttq.model import Unit, UnitRef
from mttq.rules._kit.digests import Digest, Ends
from mttq.rules._kit.judgements import Term
from mttq.rules._kit.once import once
from mttq.rules._kit.subjects import Batch
from mttq.vi import fold, sort_key
from mttq.wording import Phrase

__all__ = [
    "ByUnit",
    "Family",
    "Merger",
    "children_known",
    "families_of",
    "is_child_of",
    "is_one_code",
    "key_of",
    "mergers_in",
    "others_on_the_unit",
    "pairs_of",
    "parts_of_sum",
    "parts_of_times",
    "span_of",
]

Key = tuple[str, str | None]


def key_of(given: Digest | Unit) -> Key:
    """Return what identifies a unit: kind, name and parent, in any spelling, and the code."""
    if isinstance(given, Digest):
        return given.address, given.unit.code
    return fold(given.address), given.code


class ByUnit:
    """Reports by their units; a code distinguishes namesakes where both have one."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._places = defaultdict[str, list[tuple[str | None, int]]](list)
        for place, (address, code) in enumerate(keys):
            self._places[address].append((code, place))

    def __getitem__(self, key: Key) -> list[int]:
        """Return the positions of the reports on a unit."""
        address, code = key
        return [place for other, place in self._places.get(address, ()) if is_one_code(code, other)]


def is_one_code(code: str | None, other: str | None) -> bool:
    """Return whether two codes may be of one unit: both are the same, or one is not told."""
    return None in (code, other) or code == other


def is_child_of(ref: UnitRef | None, unit: Unit) -> bool:
    """Return whether a unit is the one that another names as its parent; a code decides if both have one."""
    if ref is None or _folded(ref) != _folded(unit):
        return False
    return is_one_code(ref.code, unit.code)


@lru_cache(maxsize=16384)  # units are named by all of their children
def _folded(unit: Unit | UnitRef) -> str:
    return fold(unit.full_name)


@attrs.frozen(kw_only=True)
class Family:
    """The report of a parent unit with those of its children over the same time.

    Args:
        parent: the position of the parent's report.
        children: those of the children's, one for each unit.
        missing: the children without a report, as the catalogue has them; None if it knows none.
        stated: how many children there are, as the parent says.
    """

    parent: int
    children: tuple[int, ...]
    missing: tuple[Unit, ...] | None
    stated: int | None

    @property
    def expected(self) -> int | None:
        """How many children there are: those that the catalogue knows, else as many as the parent says."""
        return self.stated if self.missing is None else len(self.children) + len(self.missing)

    @property
    def is_complete(self) -> bool:
        """Whether each child has reported, as far as is known."""
        return self.expected == len(self.children)


@once
def children_known(batch: Batch) -> Mapping[str, list[Unit]]:
    """Return the units of the catalogue by the name of the unit above them, in the order of their names."""
    known = defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        if unit.parent is not None:
            known[fold(unit.parent.full_name)].append(unit)
    for units in known.values():
        units.sort(key=lambda unit: (sort_key(unit.full_name), unit.code or ""))
    return known


@once
def families_of(batch: Batch) -> list[Family]:
    """Return each report that has reports of children beside it, or children in the catalogue.

    Of several reports on one child that of the same kind of body as the parent's counts: of the Front beside
    one of the Front; of several that of the latest day, which corrects the others.  A parent that is named
    like another one in the batch, without a code to tell them apart, has none.
    """
    named = defaultdict[tuple[str, Ends], list[int]](list)
    for place, item in enumerate(batch.digests):
        named[item.name, item.time()].append(place)
    children = defaultdict[int, dict[Key, list[int]]](dict)
    for place, item in enumerate(batch.digests):
        for parent in _parents(batch, item, named):
            children[parent].setdefault(key_of(item), []).append(place)
    known = children_known(batch)
    found = []
    for place, item in enumerate(batch.digests):
        reported = children.get(place, {})
        missing = _missing(item, known.get(item.name, ()), reported)
        if reported or missing:
            body = _body(item)
            of_each = (_of_the_body(batch, places, body) for places in reported.values())
            found.append(Family(parent=place, children=tuple(of_each), missing=missing, stated=item.children))
    return found


def _parents(batch: Batch, child: Digest, named: Mapping[tuple[str, Ends], list[int]]) -> list[int]:
    """Return the reports on the unit above a child over the same time; none if two units may be meant."""
    ref = child.unit.parent
    if ref is None:
        return []
    above = named.get((_folded(ref), child.time()), ())
    parents = [place for place in above if is_child_of(ref, batch.digests[place].unit)]
    units = {key_of(batch.digests[place]) for place in parents}
    return parents if len(units) == 1 else []


def _of_the_body(batch: Batch, places: list[int], body: str) -> int:
    """Return of several reports on one child the one that counts."""
    alike = [place for place in places if _body(batch.digests[place]) == body] or places
    return max(alike, key=lambda place: (batch.digests[place].issued or dt.date.min, -place))


_BODIES: Final = (("mttq", "mặt trận"), ("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"))
"""The bodies that each unit has, by words of their names."""


def _body(given: Digest) -> str:
    """Return what kind of body issued a report; of another one its name without that of the unit."""
    issuer = fold(given.issuer or "")
    named = (names[0] for names in _BODIES if any(name in issuer for name in names))
    return next(named, issuer.replace(given.name, ""))


def _missing(given: Digest, known: Iterable[Unit], reported: Iterable[Key]) -> tuple[Unit, ...] | None:
    day = given.day
    expected = [unit for unit in known if is_child_of(unit.parent, given.unit)]
    if not expected or day is None:
        return None
    codes = defaultdict[str, list[str | None]](list)
    for address, code in reported:
        codes[address].append(code)
    return tuple(
        unit
        for unit in expected
        if unit.exists_on(day)
        and not any(is_one_code(unit.code, code) for code in codes.get(fold(unit.address), ()))
    )


@once
def pairs_of(batch: Batch) -> list[tuple[int, int]]:
    """Return each report that has an earlier one on its unit, by position, with the last before it."""
    former, found = ByUnit(map(key_of, batch.earlier)), []
    for place, item in enumerate(batch.digests):
        last = _last_day(item)
        before = [
            (day, other)
            for other in former[key_of(item)]
            if last is not None and (day := _last_day(batch.earlier[other])) is not None and day < last
            if _is_of_the_same(item.unit, batch.earlier[other])
        ]
        if before:
            found.append((place, max(before)[1]))
    return found


@once
def others_on_the_unit(batch: Batch) -> list[list[Digest]]:
    """Return for each report the others on its unit, earlier ones and those beside it, in order of issue."""
    known = (*batch.earlier, *batch.digests)
    by_unit = ByUnit(map(key_of, known))
    of_each = ((item, (known[other] for other in by_unit[key_of(item)])) for item in batch.digests)
    return [
        [other for other in others if other is not item and _is_of_the_same(item.unit, other)]
        for item, others in of_each
    ]


@once
def parts_of_times(batch: Batch) -> list[tuple[int, list[Digest]]]:
    """Return each report whose time others of the same body on the unit make up, by position, with these.

    They follow one another without a gap from the first day to the last.  The longest are taken, and of two
    on one time that issued later.
    """
    found = []
    for place, others in enumerate(others_on_the_unit(batch)):
        whole, body = span_of(batch.digests[place]), _body(batch.digests[place])
        parts = {span_of(other): other for other in others if _body(other) == body}
        parts.pop(whole, None)
        if whole is not None and len(parts) > 1:
            chain = _chain(*whole, sorted(filter(None, parts), reverse=True))
            if chain:
                found.append((place, [parts[span] for span in chain]))
    return found


_Span = tuple[dt.date, dt.date]
_DAY: Final = dt.timedelta(days=1)


def span_of(given: Digest) -> _Span | None:
    """Return the first and the last day of the time that a report reviews."""
    start, end = given.time()
    first, last = start and start.first_day, end and end.last_day
    return (first, last) if first and last else None


def _chain(first: dt.date, last: dt.date, spans: list[_Span]) -> list[_Span] | None:
    """Return spans that follow one another from a day to another one; None if none do."""
    if first > last:
        return []
    for span in spans:
        if span[0] == first and span[1] <= last:
            rest = _chain(span[1] + _DAY, last, spans)
            if rest is not None:
                return [span, *rest]
    return None


def _is_of_the_same(unit: Unit, other: Digest) -> bool:
    """Return whether a report on a unit of that name is on the unit itself, not on one that it replaced."""
    if unit.valid_from is not None:
        ended = _last_day(other)
        return ended is None or ended >= unit.valid_from
    keeps_a_name = _folded(unit) in map(_folded, unit.predecessors)
    return not keeps_a_name or other.unit.predecessors == unit.predecessors


class Merger(NamedTuple):
    """A report on a unit that was made of others, with the reports on each of these.

    Args:
        new: the position of the report.
        former: the reports on each former unit, in order of issue; none where two units may be meant.
    """

    new: int
    former: list[list[Digest]]


@once
def mergers_in(batch: Batch) -> list[Merger]:
    """Return each report on a unit that was made of others of which some have reports."""
    wanted = {_folded(ref) for item in batch.digests for ref in item.unit.predecessors}
    named = defaultdict[str, list[Digest]](list)
    for item in (*batch.earlier, *batch.digests):
        if item.name in wanted:
            named[item.name].append(item)
    found = (
        Merger(place, [_reports_on(ref, named[_folded(ref)], item.unit) for ref in item.unit.predecessors])
        for place, item in enumerate(batch.digests)
    )
    return [merger for merger in found if any(merger.former)]


def _reports_on(ref: UnitRef, named: Iterable[Digest], unit: Unit) -> list[Digest]:
    """Return the reports on a former unit."""
    found = [
        item
        for item in named
        if item.unit.predecessors != unit.predecessors
        and is_one_code(ref.code, item.unit.code)
        and not (item.address == fold(unit.address) and _is_of_the_same(unit, item))
    ]
    return found if len({key_of(item) for item in found}) == 1 else []


def _last_day(given: Digest) -> dt.date | None:
    _, end = given.time()
    return end.last_day if end else None


_SHOWN: Final = 8  # terms of a sum; a province has hundreds of communes


def parts_of_sum(parts: Iterable[tuple[str, int]]) -> tuple[Term, ...]:
    """Return the terms of a sum over units: the greatest one by one, the others as one."""
    ordered = sorted(parts, key=lambda part: -part[1])
    shown, others = ordered[:_SHOWN], ordered[_SHOWN:]
    terms = [Term(unit, number) for unit, number in shown]
    if others:
        terms.append(Term(Phrase("{} đơn vị khác", len(others)), sum(number for _, number in others)))
    return tuple(terms)
