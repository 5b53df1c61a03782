"""Which reports belong together: those on one unit, and those of children with that of their parent."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, Final

import attrs

from mttq.forms import Form, Kind
from mttq.model import Unit, UnitRef
from mttq.report import Report
from mttq.rules._kit.cells import figures, filled
from mttq.rules._kit.judgements import Term
from mttq.rules._kit.spans import REVIEW, day_of, ends_of
from mttq.rules._kit.subjects import Batch
from mttq.values import PartialDate, Tier
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "ECONOMY",
    "POPULATION",
    "ByUnit",
    "Ends",
    "Family",
    "Item",
    "cells_of",
    "families_of",
    "is_child_of",
    "key_of",
    "parts_of_sum",
    "time_of",
]

ByKey = Mapping[tuple[str, str | None], int]
Ends = tuple[PartialDate | None, PartialDate | None]
"""Both ends of a stretch of time, as precise as they were written; None is not known."""

ECONOMY: Final = "economy"
POPULATION: Final = "population"
"""The subjects of the figures that a report gives of its people and of what they live on."""

_CHILDREN: Final = "unit.children"  # the indicator of a statement


@attrs.frozen(eq=False)
class Item:
    """A figure that can be added up over units.

    Args:
        subject: of what its period is: the form's code, or "population".
        path: its address.
        label: its words.
        tier: the level it counts; None if it counts all together.
    """

    subject: str
    path: str
    label: str
    tier: Tier | None = None

    @property
    def has_own_share(self) -> bool:
        """Whether a unit adds something of its own to what its children have: all but people do."""
        return self.subject != POPULATION and self.tier is None


Readers = tuple[tuple[Item, Callable[[Any], Any]], ...]

_PEOPLE: Final[Readers] = tuple(
    (Item(POPULATION, f"population.{name}", label), attrgetter(name))
    for name, label in (
        ("villages", "Số thôn, tổ dân phố"),
        ("households", "Số hộ"),
        ("persons", "Số nhân khẩu"),
        ("poor.households", "Số hộ nghèo"),
        ("near_poor.households", "Số hộ cận nghèo"),
    )
)
_ADDITIVE: Final = (Kind.COUNT, Kind.MONEY, Kind.PAIR, Kind.TRIPLE)


@cache
def _items_of(form: Form) -> Readers:
    return tuple(
        (Item(form.code, cell.path, cell.label, cell.tier), itemgetter(cell.position))
        for cell in form.blank
        if cell.kind in _ADDITIVE
    )


def cells_of(report: Report) -> dict[Item, tuple[int, ...]]:
    """Return the figures of a report that can be added up over units, without blanks."""
    sources: list[tuple[object, Readers]] = [(report.population, _PEOPLE)]
    sources += [(values, _items_of(form)) for form, values in filled(report)]
    return {
        item: numbers
        for source, items in sources
        for item, read in items
        if (numbers := figures(read(source)))
    }


def key_of(unit: Unit) -> tuple[str, str | None]:
    """Return what identifies a unit: kind, name and parent, in any spelling, and the code."""
    return fold(unit.address), unit.code


def time_of(report: Report, subject: str = REVIEW) -> Ends:
    """Return the ends of the time over which figures run; those of the whole review if not said otherwise."""
    if subject in {POPULATION, ECONOMY}:
        time = report.population.as_of if subject == POPULATION else report.economy.as_of
        return (None, time.end if time else report.as_of)
    ends = ends_of(report, subject)
    return ends if any(ends) else ends_of(report, REVIEW)


class ByUnit:
    """Reports by their units; a code distinguishes namesakes where both have one."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._places = defaultdict[str, list[tuple[str | None, int]]](list)
        for place, report in enumerate(reports):
            address, code = key_of(report.unit)
            self._places[address].append((code, place))

    def __getitem__(self, unit: Unit) -> list[int]:
        """Return the positions of the reports on a unit."""
        if not self._places:
            return []
        address, code = key_of(unit)
        return [place for other, place in self._places.get(address, ()) if _fits(code, other)]


def _fits(code: str | None, other: str | None) -> bool:
    return None in (code, other) or code == other


def is_child_of(ref: UnitRef | None, unit: Unit) -> bool:
    """Return whether a unit is the one that another names as its parent; a code decides if both have one."""
    if ref is None or fold(ref.full_name) != fold(unit.full_name):
        return False
    return _fits(ref.code, unit.code)


@attrs.frozen(kw_only=True)
class Family:
    """The report of a parent unit with those of its children over the same time.

    Args:
        parent: the position of the parent's report.
        children: those of the children's; of two on one unit, the first.
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


def families_of(batch: Batch) -> Iterator[Family]:
    """Return each report that has reports of children beside it, or children in the catalogue.

    A parent that is named like another one in the batch, without a code to tell them apart, has none.
    """
    named = defaultdict[tuple[str, Ends], list[int]](list)
    for place, report in enumerate(batch.reports):
        named[fold(report.unit.full_name), time_of(report)].append(place)
    children = defaultdict[int, dict[tuple[str, str | None], int]](dict)
    for place, report in enumerate(batch.reports):
        ref = report.unit.parent
        if ref is not None:
            above = named.get((fold(ref.full_name), time_of(report)), ())
            parents = [other for other in above if is_child_of(ref, batch.reports[other].unit)]
            units = {key_of(batch.reports[other].unit) for other in parents}
            if len(units) == 1:
                children[parents[0]].setdefault(key_of(report.unit), place)
    known = defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        if unit.parent is not None:
            known[fold(unit.parent.full_name)].append(unit)
    for place, report in enumerate(batch.reports):
        reported = children.get(place, {})
        missing = _missing(report, known.get(fold(report.unit.full_name), ()), reported)
        if reported or missing:
            stated = _stated_children(report)
            yield Family(parent=place, children=tuple(reported.values()), missing=missing, stated=stated)


def _stated_children(report: Report) -> int | None:
    said = {item.value for item in report.statements if item.indicator == _CHILDREN and item.unit is None}
    exact = {int(value.value) for value in said if value.low == value.high == int(value.value)}
    return exact.pop() if len(exact) == len(said) == 1 else None


def _missing(report: Report, known: Iterable[Unit], reported: ByKey) -> tuple[Unit, ...] | None:
    day = day_of(report)
    expected = [unit for unit in known if is_child_of(unit.parent, report.unit)]
    if not expected or day is None:
        return None
    codes = defaultdict[str, list[str | None]](list)
    for address, code in reported:
        codes[address].append(code)
    return tuple(
        unit
        for unit in expected
        if unit.exists_on(day)
        and not any(_fits(unit.code, code) for code in codes.get(fold(unit.address), ()))
    )


_SHOWN: Final = 8  # terms of a sum; a province has hundreds of communes


def parts_of_sum(parts: Iterable[tuple[str, int]]) -> tuple[Term, ...]:
    """Return the terms of a sum over units: the greatest one by one, the others as one."""
    ordered = sorted(parts, key=lambda part: -part[1])
    shown, others = ordered[:_SHOWN], ordered[_SHOWN:]
    terms = [Term(unit, number) for unit, number in shown]
    if others:
        terms.append(Term(Phrase("{} đơn vị khác", len(others)), sum(number for _, number in others)))
    return tuple(terms)
