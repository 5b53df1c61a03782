"""Where the figures of relations stand: found once for all reports that have the same forms and level.

A *place* is what holds figures that are read together: the report with its records, the items of a list, or a
filled-in form.  Its values are read at once; a figure is a position in them.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.relations import Number, Relation, Shape
from mttq.forms import Form
from mttq.report import Report
from mttq.rules._kit.amounts import VND, as_sum
from mttq.rules._kit.bases import Basis
from mttq.rules._kit.cells import amount, filled
from mttq.rules._kit.identity import key_fields
from mttq.rules._kit.once import once
from mttq.values import Pair, Quantity, Triple
from mttq.wording import Phrase, name_of, words

__all__ = [
    "DAY",
    "OF_ONE_UNIT",
    "Asked",
    "Bound",
    "Carried",
    "Choice",
    "Holds",
    "Items",
    "Operand",
    "Place",
    "Reading",
    "Readings",
    "Values",
    "readings_of",
]

Values = tuple[Any, ...]
"""What stands at a place."""
Readings = list[tuple[tuple[int, ...], Values]]
"""What stands at a place, or in each item of a list, with the positions in lists that lead there."""
Holds = Callable[[Values], bool]
"""What tells something of the values of a place."""


DAY: Final = "day"
"""The unit of a figure that is a day."""

OF_ONE_UNIT: Final = (Shape.TOTAL_OF, Shape.AT_MOST, Shape.AT_LEAST, Shape.SAME_AS)
"""The shapes of relations whose figures all count the same."""


class Reading(NamedTuple):
    """What stands where a term says.

    Args:
        path: where it stands; of a product with a blank factor, of that one.
        label: what it is called.
        value: the figure; a product of hedged ones is a sum with bounds.
        unit: what it counts; None if that is not said.
        also: where the other factor of a product stands.
    """

    path: str
    label: str
    value: Any
    unit: str | None = None
    also: str = ""


@attrs.frozen(eq=False)
class Choice:
    """Which items of a list are meant: those that hold a member, or what a field of the place holds."""

    read: Callable[[Any], Any]
    member: object = None
    position: int | None = None

    def among(self, items: Iterable[Any], values: Values) -> list[Any]:
        """Return the items that are meant by a term of a place with such values."""
        read, member = self.read, self.member
        if self.position is None:
            return [item for item in items if (held := read(item)) is member or held == member]
        wanted = values[self.position]
        if wanted is None:
            return []
        return [item for item in items if (held := read(item)) is wanted or held == wanted]


@attrs.frozen(eq=False)
class Items:
    """What of the items of a list is meant: a figure of those that fulfil a condition, or their number.

    Args:
        inner: the names that lead to the figure.
        choices: which items are meant.
        counted: whether their number is meant.
        key: of a register: the names of the column whose words name a record.
    """

    inner: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    counted: bool = False
    key: str = ""

    def name(self, item: object, position: int) -> str:
        """Return what an item is called."""
        return (self.key and attrgetter(self.key)(item)) or _name_of_item(item, position)

    def chosen(self, items: tuple[Any, ...], values: Values) -> Iterator[tuple[int, Any]]:
        """Return the items that are meant by a term of a place with such values, with their positions."""
        for position, item in enumerate(items):
            if all(choice.among((item,), values) for choice in self.choices):
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
        several: whether it is a cell that may hold several figures, which count together.
        items: of a list: what is meant of its items.
        parts: of a figure that is a sum: its terms, by which it is known where it is blank.
        is_total: whether it is a line of a form that is a sum.
        hedged: whether it may be hedged.
        exists: whether the reporter has such a line; a blank is no term if not.
        number: how many times it is meant.
        times: the figure by which it is multiplied.
        days: how many days it is off, if it is a day.
    """

    position: int
    path: str
    label: str
    unit: str | None = None
    stock: bool = False
    minus: bool = False
    part: str = ""
    several: bool = False
    items: Items | None = None
    parts: tuple["Operand", ...] = ()
    is_total: bool = False
    hedged: bool = False
    exists: bool = True
    number: int = 1
    times: "Operand | None" = None
    days: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether it is one figure as it stands."""
        other = self.part or self.several or self.items or self.days
        return not other and self.number == 1 and self.times is None

    def read(self, values: Values, numbers: tuple[int, ...]) -> list[Reading]:
        """Return the value there: one figure, or one for each item of a list."""
        found = self._read(values, numbers)
        if self.times is not None:
            (other,) = self.times.read(values, numbers)
            return [_product(one, other) for one in found]
        if self.number != 1:
            times = Reading("", str(self.number), self.number)
            return [_product(one, times) for one in found]
        return found

    def _read(self, values: Values, numbers: tuple[int, ...]) -> list[Reading]:
        value, path = values[self.position], self.path.format(*numbers)
        if self.items is None:
            if self.days and value is not None:
                value = value + dt.timedelta(self.days)
            return [Reading(path, self.label, self._known(value, values, numbers), self.unit)]
        if self.items.counted:
            return [Reading(path, self.label, len(value), self.unit)] if value else []
        dotted = ".".join(self.items.inner)
        read = attrgetter(dotted)
        return [
            Reading(f"{path}.{n}.{dotted}", self.items.name(item, n), read(item), self.unit)
            for n, item in self.items.chosen(value, values)
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


def _product(one: Reading, other: Reading) -> Reading:
    """Return two figures multiplied; a blank if one is blank, or if both are hedged."""
    label = Phrase("{} × {}", Phrase(one.label), Phrase(other.label))
    unit = VND if VND in (one.unit, other.unit) else None
    for factor in (one, other):
        if factor.value is None:
            return Reading(factor.path, label, None, unit)
    count, figure = _plain(one.value), _plain(other.value)
    if not isinstance(count, int):
        count, figure = figure, count
    value = as_sum(figure) * count if isinstance(count, int) else None
    return Reading(one.path, label, value, unit, other.path)


def _plain(figure: Any) -> Any:
    """Return an exact whole number as such, also that of a cell with several figures."""
    if isinstance(figure, Quantity):
        whole = figure.low == figure.high and figure.value == int(figure.value)
        return int(figure.value) if whole else figure
    return amount(figure)


def _name_of_item(item: object, position: int) -> str:
    """Name an item of a list by the member of an enumeration that is its key, or by its position."""
    kind: Any = type(item)
    for name, _ in key_fields(kind):
        value = getattr(item, name)
        if isinstance(value, Enum):
            return _name_of_member(value)
    return Phrase("khoản {}", position + 1)


@lru_cache(maxsize=None, typed=True)  # members of two enumerations may be equal texts
def _name_of_member(member: Enum) -> str:
    known = f"{type(member).__name__}.{member.name}" in words("vi")
    return name_of(member) if known else str(member.value)


@attrs.frozen(kw_only=True)
class Asked:
    """What a rule asks in place of what is declared, for a profile; None leaves it as it is.

    Args:
        low: the lower bound.
        high: the upper bound.
        days: the days of a deadline.
        bases: the texts by which it is asked, each of a time of its own.
    """

    low: Number | None = None
    high: Number | None = None
    days: int | None = None
    bases: tuple[Basis, ...] = ()

    @property
    def is_declared(self) -> bool:
        """Whether it asks what is declared."""
        return self.low is self.high is self.days is None

    def differs_from(self, relations: Iterable[Relation]) -> bool:
        """Return whether it asks something else than one of these."""
        return any(
            self.low not in (None, relation.low)
            or self.high not in (None, relation.high)
            or any(self.days not in (None, abs(term.days)) for term in relation.terms)
            for relation in relations
        )


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
        holds: what says fast that it holds; where it does not say so, anything may be.
        dated: the position of the day that says whether its text was in force; None if none does.
        may_be_blank: whether it is a figure of a record that need not be stated beside others elsewhere.
        silent: what says fast that so much is blank that there is nothing to judge.
    """

    relation: Relation
    figure: Operand
    line: str
    terms: tuple[Operand, ...]
    whole: tuple[Operand, ...]
    where: tuple[Holds, ...]
    holds: Holds
    dated: int | None = None
    may_be_blank: bool = False
    asks_for_figure: bool = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: _asks_for_figure(self), takes_self=True),  # noqa: PLW0108 - as below
    )
    silent: Holds = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: _silent(self), takes_self=True),  # noqa: PLW0108 - it stands below
    )


def _asks_for_figure(bound: Bound) -> bool:
    """Return whether anything can be judged where the figure is blank."""
    figure, shape = bound.figure, bound.relation.shape
    if figure.parts or shape in (Shape.NEEDED, Shape.DEADLINE):
        return True
    return not (bound.may_be_blank or figure.is_total or figure.unit == DAY or shape is Shape.BETWEEN)


def _silent(bound: Bound) -> Holds:
    """Return what says of values that nothing can be judged, as the law has it."""
    figure, shape = bound.figure, bound.relation.shape
    at = figure.position
    told_twice = shape is Shape.SAME_AS and bound.may_be_blank
    alone = bound.may_be_blank or (figure.is_total and shape is not Shape.NEEDED)
    lacking = tuple(term for term in bound.terms if term.exists and told_twice)
    others = {one: None for term in (*figure.parts, *bound.terms) for one in _known_by(term)}
    lists = [one for one in others if one.items and one.items.choices and not one.items.counted]
    positions = tuple({one.position for one in others if one not in lists})
    asks_nothing = (
        told_twice
        or bound.relation.is_open
        or (figure.unit == DAY and shape is not Shape.DEADLINE)
        or shape is Shape.NEEDED
        or all(one.items or not one.exists for one in bound.terms)
    ) and bool(others)

    def silent(values: Values) -> bool:
        if values[at] is None:
            if not bound.asks_for_figure or (alone and _any_is_unknown(figure.parts, values)):
                return True
        elif not asks_nothing:
            return False
        elif _any_is_unknown(lacking, values):
            return True
        for position in positions:
            if values[position] not in _BLANK:
                return False
        for one in lists:
            there = values[one.position]
            if there and any(one.items.chosen(there, values)):  # type: ignore[union-attr]
                return False
        return True

    return silent


_BLANK: Final = (None, ())


def _any_is_unknown(operands: tuple[Operand, ...], values: Values) -> bool:
    """Return whether one of some figures is known neither by itself nor by its parts."""
    for one in operands:  # noqa: SIM110 - twice as fast as `any`
        if _is_unknown(one, values):
            return True
    return False


def _is_unknown(one: Operand, values: Values) -> bool:
    if one.times is not None and _is_unknown(one.times, values):
        return True
    if values[one.position] is not None or one.items or not one.exists:
        return False
    return not one.parts or _any_is_unknown(one.parts, values)


def _known_by(operand: Operand) -> Iterator[Operand]:
    """Return all by which a figure is known: itself, its parts, its factor, and those by which they are."""
    yield operand
    for other in (*operand.parts, *((operand.times,) if operand.times else ())):
        yield from _known_by(other)


@attrs.frozen(eq=False)
class Carried:
    """A figure that is what another one was at the end of the time before.

    Args:
        place: where it stands.
        bound: the relation.
        key: where stands what tells its record from others, the period apart.
        period: where its period stands; None if it is that of the report, or of a form.
        subject: the code of the form; "" if it is a record of the report.
    """

    place: "Place"
    bound: Bound
    key: tuple[int, ...]
    period: int | None
    subject: str = ""


@attrs.define(eq=False)
class Place:
    """What holds figures that are read together.

    Args:
        path: its path, with "{}" for the positions in lists.
        outer: the place around it; None of the report itself.
        form: the form, if it is one.
        way: of the items of a list: the names that lead from an item of the place around it to the list.
        listed: of the items of a list: the position of the list among the values of the place around it.
        absent: of a form: the positions of cells that the reporter does not have.
        bounds: the relations that are declared on its figures.
        carried: those to the time before.
        names: the figures of the record itself that are read, each with its position.
        outside: what is read in the place around it: positions there; by the report cells of forms.
    """

    path: str
    outer: "Place | None" = None
    form: Form | None = None
    way: tuple[str, ...] = ()
    listed: int = 0
    absent: frozenset[int] = frozenset()
    bounds: list[Bound] = attrs.field(factory=list)
    carried: list[Carried] = attrs.field(factory=list)
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

    def reach(self) -> None:
        """Find the list among the values of the place around it, and so on up to the report."""
        outer = self.outer
        if outer is not None and self.way:
            cells = outer.form.blank if outer.form else ()
            registers = (cell.position for cell in cells if cell.row.path == self.way)
            self.listed = next(registers) if cells else outer.position_of(".".join(self.way))
            outer.reach()

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
    singly = [attrgetter(name) for name in names]
    fast = attrgetter(*names) if len(names) > 1 else _reading_one(*singly)

    def read(item: object) -> Values:
        try:
            return fast(item)
        except AttributeError:
            return tuple(_read_if_there(one, item) for one in singly)

    return read if any("." in name for name in names) else fast


def _reading_one(read: Callable[[Any], Any] | None = None) -> Callable[[Any], Values]:
    """Return what reads one figure, or none, as a tuple."""
    return (lambda item: (read(item),)) if read is not None else lambda item: ()  # noqa: ARG005


def _read_if_there(read: Callable[[Any], Any], item: object) -> Any:
    """Return a figure; a blank if a record on the way is left out."""
    try:
        return read(item)
    except AttributeError:
        return None


@once
def readings_of(report: Report, place: Place) -> Readings:
    """Return the values of a place: of a list those of each item, with the positions that lead to it."""
    if place.outer is None:
        cells = dict(filled(report)) if place.outside else {}
        outside = tuple(cells[form][position] for form, position in reversed(place.outside))
        return [((), place.read(report) + outside)]
    outer = readings_of(report, place.outer)
    if place.form is not None:
        ((_, around),) = outer
        return [((), dict(filled(report))[place.form] + place.around(around))]
    read = place.read
    found: Readings = []
    for numbers, values in outer:
        around = place.around(values)
        found += [
            ((*numbers, number), read(item) + around) for number, item in enumerate(values[place.listed])
        ]
    return found
