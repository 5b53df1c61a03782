"""Where the figures of relations stand: found once for all reports that have the same forms and level.

A *place* is what holds figures that are read together: the report with its records, the items of a list, or a
filled-in form.  Its values are read at once; a figure is a position in them.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from operator import attrgetter
from typing import Any

import attrs

from mttq._relations import Number, Relation
from mttq._typed import Key, unwrap
from mttq.forms import Form
from mttq.report import Report
from mttq.rules._kit.cells import amount, filled
from mttq.rules._kit.once import once
from mttq.values import Pair, Triple
from mttq.wording import Phrase, name_of, words

__all__ = ["Asked", "Bound", "Items", "Operand", "Place", "Reading", "Values", "readings_of"]

Values = tuple[Any, ...]
"""What stands at a place."""


@attrs.frozen
class Reading:
    """What stands where a term says."""

    path: str
    label: str
    value: Any
    unit: str | None = None


@attrs.frozen(eq=False)
class Items:
    """What of the items of a list is meant: a figure of those that fulfil a condition, or their number.

    Args:
        inner: the names that lead to the figure.
        condition: which items are meant.
        counted: whether their number is meant.
        key: of a register: the names of the column whose words name a record.
    """

    inner: tuple[str, ...] = ()
    condition: Callable[[Any], bool] | None = None
    counted: bool = False
    key: str = ""

    def name(self, item: object, position: int) -> str:
        """Return what an item is called."""
        return (self.key and attrgetter(self.key)(item)) or _name_of_item(item, position)

    def chosen(self, items: tuple[Any, ...]) -> Iterator[tuple[int, Any]]:
        """Return the items that are meant, with their positions."""
        for position, item in enumerate(items):
            if self.condition is None or self.condition(item):
                yield position, item


@attrs.frozen(eq=False)
class Operand:
    """A figure among the values of a place.

    Args:
        position: its position.
        path: its path, with "{}" for the positions in lists.
        label: what it is called.
        unit: what it counts; None if that is not said.
        stock: whether it is a state.
        minus: whether it is taken away.
        part: of a cell with several figures: which one.
        items: of a list: what is meant of its items.
        parts: of a figure that is a sum: its terms, by which it is known where it is blank.
        is_total: whether it is a line of a form that is a sum.
        exists: whether the reporter has such a line; a blank is no term if not.
    """

    position: int
    path: str
    label: str
    unit: str | None = None
    stock: bool = False
    minus: bool = False
    part: str = ""
    items: Items | None = None
    parts: tuple["Operand", ...] = ()
    is_total: bool = False
    exists: bool = True

    def read(self, values: Values, numbers: tuple[int, ...]) -> list[Reading]:
        """Return the value there: one figure, or one for each item of a list."""
        value, path = values[self.position], self.path.format(*numbers)
        if self.items is None:
            return [Reading(path, self.label, self._known(value, values, numbers), self.unit)]
        if self.items.counted:
            return [Reading(path, self.label, len(value), self.unit)] if value else []
        dotted = ".".join(self.items.inner)
        return [
            Reading(f"{path}.{n}.{dotted}", self.items.name(item, n), attrgetter(dotted)(item), self.unit)
            for n, item in self.items.chosen(value)
        ]

    def _known(self, value: Any, values: Values, numbers: tuple[int, ...]) -> Any:
        """Return a figure; of a blank one that is a sum what its parts come to, if all of them are known."""
        if self.part:
            return getattr(value, self.part) if isinstance(value, Pair | Triple) else None
        if value is not None or not self.parts:
            return value
        found = [
            (part.minus, amount(one.value))
            for part in self.parts
            for one in part.read(values, numbers)
            if one.value is not None or part.exists
        ]
        known = [-one if minus else one for minus, one in found if one is not None]
        return sum(known) if known and len(known) == len(found) else None


def _name_of_item(item: object, position: int) -> str:
    """Name an item of a list by the member of an enumeration that is its key, or by its position."""
    for field in attrs.fields(type(item)):  # type: ignore[arg-type]
        _, extra = unwrap(field.type)
        value = getattr(item, field.name)
        if isinstance(value, Enum) and any(isinstance(mark, Key) for mark in extra):
            known = f"{type(value).__name__}.{value.name}" in words("vi")
            return name_of(value) if known else str(value.value)
    return Phrase("khoản {}", position + 1)


@attrs.frozen(kw_only=True)
class Asked:
    """What a profile asks in place of what is declared; None leaves it as it is."""

    low: Number | None = None
    high: Number | None = None


def _all_positions(bound: "Bound") -> tuple[int, ...]:
    if bound.figure.parts or any(term.parts for term in bound.terms):
        return ()
    return tuple(one.position for one in (bound.figure, *bound.terms))


@attrs.frozen(eq=False)
class Bound:
    """A relation whose figures are found.

    Args:
        relation: what was declared.
        figure: the figure on which it was declared.
        line: its path, with "*" for the positions in lists and without the column of a level.
        terms: the sum to which it is held.
        whole: of a share the whole.
        where: what says whether it holds for the values of a place.
        holds: what says fast that it holds as asked; what does not may be anything.
        positions: where all its figures stand; none if one may be known by others.
    """

    relation: Relation
    figure: Operand
    line: str
    terms: tuple[Operand, ...]
    whole: tuple[Operand, ...]
    where: Callable[[Values], bool] | None
    holds: Callable[[Values, Asked], bool]
    positions: tuple[int, ...] = attrs.field(
        init=False, default=attrs.Factory(_all_positions, takes_self=True)
    )


@attrs.define(eq=False)
class Place:
    """What holds figures that are read together.

    Args:
        path: its path, with "{}" for the positions in lists.
        outer: the place around it; None of the report itself.
        form: the form, if it is one.
        way: of the items of a list: the names that lead from an item of the place around it to the list.
        absent: of a form: the positions of cells that the reporter does not have.
        bounds: the relations that are declared on its figures.
        names: the figures of the record itself that are read, each with its position.
        outside: what is read in the place around it: positions there; by the report cells of forms.
    """

    path: str
    outer: "Place | None" = None
    form: Form | None = None
    way: tuple[str, ...] = ()
    absent: frozenset[int] = frozenset()
    bounds: list[Bound] = attrs.field(factory=list)
    names: dict[str, int] = attrs.field(factory=dict)
    outside: list[Any] = attrs.field(factory=list)
    _read: Callable[[Any], Values] | None = None  # once all figures are found

    def position_of(self, dotted: str) -> int:
        """Return the position of a figure of the record itself."""
        return self.names.setdefault(dotted, len(self.names))

    def position_from(self, target: "Place", position: int) -> int:
        """Return the position of a figure of another place; those are counted from the end, so none moves."""
        if target is self:
            return position
        wanted: Any = (target.form, position)
        if self.outer is not None:
            wanted = self.outer.position_from(target, position)
        if wanted not in self.outside:
            self.outside.append(wanted)
        return -1 - self.outside.index(wanted)

    @property
    def read(self) -> Callable[[Any], Values]:
        """What reads the figures of the record itself; those of a record that is left out are blank."""
        if self._read is None:
            self._read = _reader(tuple(self.names))
        return self._read

    def around(self, values: Values) -> Values:
        """Return what is read in the place around it."""
        return tuple(values[position] for position in reversed(self.outside)) if self.outside else ()


def _reader(names: tuple[str, ...]) -> Callable[[Any], Values]:
    """Return what reads figures by their dotted names, as a tuple however few there are."""
    fast = attrgetter(*names) if len(names) > 1 else None

    def read(item: object) -> Values:
        return tuple(_figure_in(item, name) for name in names)

    def read_fast(item: object) -> Values:
        try:
            return fast(item)  # type: ignore[misc]
        except AttributeError:
            return read(item)

    if fast is None:
        return read
    return read_fast if any("." in name for name in names) else fast


def _figure_in(item: Any, dotted: str) -> Any:
    for name in dotted.split("."):
        item = getattr(item, name, None)
    return item


@once
def readings_of(report: Report, place: Place) -> list[tuple[tuple[int, ...], Values]]:
    """Return the value at a place: of a list for each item, with the positions that lead to it."""
    if place.way and place.outer is not None and place.outer.outer is None and not place.outside:
        items, read = attrgetter(".".join(place.way))(report), place.read  # most lists
        return [((number,), read(item)) for number, item in enumerate(items)]
    return [(numbers, values) for numbers, _, values in _items_of(report, place)]


def _items_of(report: Report, place: Place) -> Iterator[tuple[tuple[int, ...], Any, Values]]:
    """Return what a place holds, each with the positions that lead to it and its values."""
    if place.outer is None:
        cells = dict(filled(report))
        outside = tuple(cells[form][position] for form, position in reversed(place.outside))
        yield (), report, place.read(report) + outside
        return
    if place.form is not None:
        ((_, around),) = readings_of(report, place.outer)
        instance = report.appendix(place.form.record)
        yield (), instance, dict(filled(report))[place.form] + place.around(around)
        return
    listed = attrgetter(".".join(place.way))
    for numbers, holder, values in _items_of(report, place.outer):
        around = place.around(values)
        for position, item in enumerate(listed(holder)):
            yield (*numbers, position), item, place.read(item) + around
