"""Relations as equations: what a figure may be by the others, solved and not searched.

Every relation bounds a sum of figures, each times a number or times other figures: a total less its parts is
0, a part less its whole at most 0, a printed percentage times its whole a hundred times its part.  So for one
figure in question the others leave an interval, often a single number.  A blank adds any number from 0 on, a
hedged or rounded figure whatever it admits.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Final, TypeVar

import attrs

from mttq._declared.relations import Shape
from mttq.repairs._figures import Figure, Written, cell_path, figure_at
from mttq.repairs._intervals import Interval, Number, Value, added, ends_of, meet, negative, product, quotient
from mttq.report import Report
from mttq.rules import Breach, Term
from mttq.rules._kit.amounts import VND, nominal
from mttq.rules._kit.cells import amount
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.places import Bound, Operand, Place, Values, readings_of
from mttq.values import Pair, Quantity, Share, Triple

__all__ = ["ANY", "Equation", "Known", "News", "equations_in", "equations_on", "told_by"]

T = TypeVar("T")
News = Mapping[str, Written | None]
"""Other figures and times, by path."""


@attrs.frozen
class Addend:
    """A figure in a sum, or several that are multiplied.

    Args:
        value: the figure.
        path: where it stands; empty if no slip can have changed it.
        factor: how often it counts.
        part: of a cell with several figures: which one; of a hedged figure: "value"; empty for all of it.
        times: the figures by which it is multiplied.
    """

    value: Value
    path: str = ""
    factor: Number = 1
    part: str = ""
    times: tuple["Addend", ...] = ()

    def ends(self, news: News) -> Interval:
        """Return between what it lies, with other figures in place of some."""
        own = ends_of(news.get(self.path, self.value), self.part)
        if self.factor != 1:
            own = negative(own) if self.factor == -1 else product(((self.factor, self.factor), own))
        return product((own, *(one.ends(news) for one in self.times))) if self.times else own

    def each(self, path: str, news: News) -> Interval:
        """Return between what lies how often the figure at a path counts in it."""
        factors = [one for one in (attrs.evolve(self, times=()), *self.times) if one.path != path]
        own = self.factor if self.path == path else 1
        return product(((own, own), *(one.ends(news) for one in factors)))

    @property
    def paths(self) -> tuple[str, ...]:
        """Where its figures stand."""
        return tuple(one.path for one in (self, *self.times) if one.path)

    @property
    def is_known(self) -> bool:
        """Whether none of its figures is a blank."""
        return all(one.value is not None for one in (self, *self.times))


@attrs.frozen
class Equation:
    """A sum of figures that lies between two numbers, one of which may be missing.

    Args:
        addends: the figures.
        low: the least that they come to.
        high: the most.
        line: of a declared relation: the path of its figure, as rules claim it.
        shape: of a declared relation: what it says.
    """

    addends: tuple[Addend, ...]
    low: Number | None
    high: Number | None
    line: str = ""
    shape: Shape = Shape.TOTAL_OF

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Where its figures stand."""
        return tuple(dict.fromkeys(path for addend in self.addends for path in addend.paths))

    @property
    def is_exact(self) -> bool:
        """Whether it leaves a figure one number if all others are exact."""
        return self.low == self.high

    @property
    def has_products(self) -> bool:
        """Whether figures are multiplied in it."""
        return any(addend.times for addend in self.addends)

    @property
    def known(self) -> "Equation":
        """What its figures must come to without its blanks, for it to be seen that it holds."""
        return attrs.evolve(self, addends=tuple(item for item in self.addends if item.is_known))

    def allows(self, news: News) -> bool:
        """Return whether it can hold with other figures in place of some."""
        return meet(added(addend.ends(news) for addend in self.addends), (self.low, self.high))

    def admitting(self, path: str, news: News) -> Callable[[Figure | None], bool]:
        """Return what says whether it can hold with a figure at a path: the others are added up once."""
        parts = {one.part for one in self.addends if one.path == path}
        if len(parts) > 1:  # of one cell one figure counts here, and another there
            return lambda new: self.allows({**news, path: new})
        ends = self.interval(path, news)
        return lambda new: meet(ends_of(new, *parts), ends)

    def interval(self, path: str, news: News) -> Interval:
        """Return between what the figure at a path must lie by the others."""
        own, others = self._parted(path, news)
        left = added(((self.low, self.high), negative(others)))
        return quotient(left, added(item.each(path, news) for item in own))

    def divides_evenly(self, path: str, least: int) -> bool:
        """Return whether a number of at least so much divides evenly to what the figure at a path must be."""
        own, _ = self._parted(path, {})
        by, most = added(item.each(path, {}) for item in own)
        low, high = self.interval(path, {})
        if by is None or by != most or -least < by < least:
            return False
        return low is not None and low == high and Fraction(low).denominator == 1

    def _parted(self, path: str, news: News) -> tuple[list[Addend], Interval]:
        """Return the addends in which the figure at a path stands, and between what the others lie."""
        own = [addend for addend in self.addends if path in addend.paths]
        return own, added(addend.ends(news) for addend in self.addends if path not in addend.paths)

    def balanced(self, slips: Mapping[str, Iterable[tuple[T, Figure]]]) -> Iterator[tuple[T, T]]:
        """Return slips in two figures after which it can hold: each looks up what the other must add.

        Args:
            slips: by path, other figures that may stand there, each with what is returned of it.
        """
        offs = sorted(self._offs(slips), key=itemgetter(0))
        keys = [least for least, *_ in offs]
        widest = max((most - least for least, most, *_ in offs), default=0)
        low, high = added(addend.ends({}) for addend in self.addends)
        for least, most, place, slip in offs:
            first = 0 if high is None else bisect_left(keys, -high - most - widest)
            last = None if low is None else bisect_right(keys, -low - least)
            for _, other_most, other_place, other in offs[first:last]:
                if place < other_place and (high is None or high + most + other_most >= 0):
                    yield slip, other

    def _offs(
        self, slips: Mapping[str, Iterable[tuple[T, Figure]]]
    ) -> Iterator[tuple[Number, Number, int, T]]:
        """Return by how much each slip changes the least and the most that its figures come to."""
        for place, (path, others) in enumerate(slips.items()):
            own, _ = self._parted(path, {})
            low, high = added(addend.ends({}) for addend in own)
            for slip, new in others:
                least, most = added(addend.ends({path: new}) for addend in own)
                yield (least or 0) - (low or 0), (most or 0) - (high or 0), place, slip


def told_by(report: Report, breach: Breach) -> Equation | None:
    """Return the arithmetic of a breach as an equation; None if there is none."""
    if breach.evidence is None:
        return None
    relation = breach.evidence.relation
    sides = ((breach.evidence.left, 1), (breach.evidence.right, -1))
    addends = tuple(
        _found(report, breach, item, sign, is_bound=relation != "=")
        for terms, sign in sides
        for item in terms
    )
    return Equation(addends, None if relation in "≤<" else 0, None if relation in "≥>" else 0)


def _found(report: Report, breach: Breach, term: Term, sign: int, *, is_bound: bool) -> Addend:
    """Return a term of an arithmetic; a mere number, if what stands at its path is another.

    A bound is one on sizes: a figure in it counts without its hedge, and may be a mean or a multiple.
    """
    number = Fraction(term.value)
    cell = cell_path(report, term.path) if term.path else ""
    figure, half = figure_at(report, cell) if cell else None, breach.about or "first"
    match figure:
        case Pair() | Triple() if getattr(figure, half, None) == number:
            return Addend(figure, cell, sign, half)
        case int() | Pair() | Triple() if amount(figure) == number:
            return Addend(figure, cell, sign)
        case Quantity() if is_bound and figure.value:
            return Addend(figure, cell, sign * number / nominal(figure), "value")
        case Quantity() if nominal(figure) == number:
            return Addend(figure, cell, sign)
        case int() if is_bound and figure:
            return Addend(figure, cell, sign * number / figure)
        case Share(percent=exact) | (Decimal() as exact) if exact == number:
            return Addend(figure, cell, sign)
    return Addend(number, "", sign)


Known = dict[tuple[Bound, tuple[int, ...]], tuple[Equation, ...]]
"""Relations of a report that were made equations already, with the positions in lists."""


def equations_on(report: Report, path: str, known: Known) -> Iterator[Equation]:
    """Return the relations in which a figure stands, one fact or bound each."""
    steps = path.split(".")
    line = ".".join("{}" if step.isdecimal() else step for step in steps)
    own = tuple(int(step) for step in steps if step.isdecimal())
    for place, bound in _by_line(relations_of(report)).get(line, ()):
        is_inside = bool(place.path) and line.startswith(place.path)
        for numbers, values in readings_of(report, place):
            if not is_inside or numbers == own[: len(numbers)]:
                key = bound, numbers
                if key not in known:
                    known[key] = tuple(_made(bound, numbers, values))
                yield from (one for one in known[key] if path in one.paths)


def equations_in(report: Report) -> Iterator[Equation]:
    """Return all relations of a report: those between blanks, too."""
    for place in relations_of(report).places:
        for numbers, values in readings_of(report, place):
            for bound in place.bounds:
                yield from _made(bound, numbers, values, of_blanks=True)


@lru_cache(maxsize=128)
def _by_line(compiled: Compiled) -> dict[str, list[tuple[Place, Bound]]]:
    """Return the relations by the paths of their figures, with "{}" for the positions in lists."""
    found: dict[str, list[tuple[Place, Bound]]] = {}
    for place in compiled.places:
        for bound in place.bounds:
            for line in dict.fromkeys(_lines((bound.figure, *bound.terms, *bound.whole))):
                found.setdefault(line, []).append((place, bound))
    return found


def _lines(operands: Iterable[Operand]) -> Iterator[str]:
    for one in operands:
        inner = one.items.inner if one.items is not None else ()
        yield ".".join((one.path, "{}", *inner) if inner else (one.path,))
        yield from _lines((*one.parts, *((one.times,) if one.times else ())))


def _made(
    bound: Bound, numbers: tuple[int, ...], values: Values, *, of_blanks: bool = False
) -> Iterator[Equation]:
    """Return what a relation says of the values of a place, if it is about them and not all is blank."""
    if not all(fulfils(values) for fulfils in bound.where):
        return
    figure, terms, whole = (
        tuple(one for operand in operands for one in _addends(operand, numbers, values, sign))
        for sign, operands in ((1, (bound.figure,)), (-1, bound.terms), (1, bound.whole))
    )
    if bound.relation.shape is Shape.BETWEEN or (terms if of_blanks else any(one.is_known for one in terms)):
        if bound.relation.is_open:
            terms = (*terms, Addend(None, factor=-1))
        yield from _said(bound, figure, terms, whole)


def _said(
    bound: Bound, figure: tuple[Addend, ...], terms: tuple[Addend, ...], whole: tuple[Addend, ...]
) -> Iterator[Equation]:
    relation, line = bound.relation, bound.line
    low, high = (None if end is None else Fraction(end) for end in (relation.low, relation.high))
    match relation.shape:
        case Shape.TOTAL_OF | Shape.SAME_AS:
            yield Equation((*figure, *terms), 0, 0, line, relation.shape)
        case Shape.AT_MOST | Shape.DEADLINE:
            yield Equation((*figure, *terms), None, 0, line, relation.shape)
        case Shape.AT_LEAST:
            yield Equation((*figure, *terms), 0, None, line, relation.shape)
        case Shape.BETWEEN:
            yield Equation(figure, low, high, line, relation.shape)
        case Shape.EACH:
            if low is not None:
                yield Equation((*figure, *_times_each(terms, low)), 0, None, line, relation.shape)
            most = ANY if high is None else high
            yield Equation((*figure, *_times_each(terms, most)), None, 0, line, relation.shape)
        case Shape.SHARE_OF if whole:
            base = (attrs.evolve(one, times=(*figure, *one.times)) for one in whole)
            yield Equation((*base, *_times_each(terms, 100)), 0, 0, line, relation.shape)


ANY: Final = 10**15
"""For each of something there may be as much, and for each of none nothing, where there is no upper bound."""


def _times_each(addends: Iterable[Addend], number: Number) -> Iterator[Addend]:
    return (attrs.evolve(one, factor=one.factor * number) for one in addends)


def _addends(
    operand: Operand,
    numbers: tuple[int, ...],
    values: Values,
    sign: Number,
    times: tuple[Addend, ...] = (),
) -> Iterator[Addend]:
    """Return the figures that a term stands for; its parts of a blank sum."""
    sign = (-sign if operand.minus else sign) * operand.number
    if operand.times is not None:
        (other,) = operand.times.read(values, numbers)
        times = (*times, Addend(other.value, other.path))
    if operand.parts and values[operand.position] is None:
        for part in operand.parts:
            yield from _addends(part, numbers, values, sign, times)
        return
    if operand.days:
        yield Addend(operand.days, factor=sign)
    if operand.days or operand.number != 1 or operand.times is not None:
        operand = attrs.evolve(operand, days=0, number=1, times=None)
    counted = operand.items is not None and operand.items.counted
    for reading in operand.read(values, numbers):
        if operand.part:
            yield Addend(values[operand.position], reading.path, sign, operand.part, times)
        elif isinstance(reading.value, Quantity) and reading.unit not in (None, reading.value.unit or VND):
            yield Addend(None, "", sign)  # goods among money: nobody knows what they are worth
        elif reading.value is not None or operand.exists:
            yield Addend(reading.value, "" if counted else reading.path, sign, times=times)
