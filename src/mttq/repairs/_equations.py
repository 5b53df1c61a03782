"""Relations as equations: what a figure may be by the others, solved and not searched.

Every relation bounds a sum of figures, each times a factor: a total less its parts is 0, a part less its
whole at most 0, people less twice the households at least 0.  So for one figure in question the others leave
a stretch of numbers, often a single one.  A blank adds any number from 0 on, a hedged figure whatever it
admits.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Final, TypeVar

import attrs

from mttq._declared.relations import Shape
from mttq.repairs._figures import Figure, cell_path, figure_at
from mttq.report import Report
from mttq.rules import Breach, Term
from mttq.rules._kit.amounts import VND, as_sum, bounds, nominal
from mttq.rules._kit.cells import amount
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.places import DAY, Bound, Operand, Place, Values, readings_of
from mttq.values import Pair, Qualifier, Quantity, Share, Triple

__all__ = ["Equation", "Interval", "Percentage", "ends_of", "equations_in", "equations_on", "meet", "told_by"]

T = TypeVar("T")
Number = int | Fraction
Value = Figure | Fraction | dt.date | None
"""A figure, a mere number, or a day; None is a blank."""
Interval = tuple[Number | None, Number | None]
"""Between which numbers a figure must lie; None is no bound."""
News = Mapping[str, Figure | None]
"""Other figures, by path."""


@attrs.frozen
class Addend:
    """A figure in a sum.

    Args:
        value: the figure.
        path: where it stands; empty if no slip can have changed it.
        factor: how often it counts.
        part: of a cell with several figures: which one; of a hedged figure: "value"; empty for all of it.
        by: of a product: where the other figure stands that its factor was taken from.
    """

    value: Value
    path: str = ""
    factor: Number = 1
    part: str = ""
    by: str = ""

    def ends(self, news: News) -> Interval:
        """Return between what it lies, times its factor."""
        value = news.get(self.path, self.value)
        return _times(ends_of(getattr(value, self.part, None) if self.part else value), self.factor)


def _times(interval: Interval, factor: Number) -> Interval:
    low, high = (None if end is None else factor * end for end in interval)
    return (low, high) if factor > 0 else (high, low)


def ends_of(value: Value) -> Interval:
    """Return between what a figure lies; days are counted."""
    match value:
        case None:
            return 0, None
        case Quantity():
            return _hedged(value)
        case Share():
            return Fraction(value.low), Fraction(value.high)
        case Pair() | Triple():
            return (total := amount(value)), total
        case Decimal():
            return (number := Fraction(value)), number
        case dt.date():
            return (days := value.toordinal()), days
        case _:
            return value, value


@lru_cache(maxsize=1024)
def _hedged(value: Quantity) -> Interval:
    found = bounds(as_sum(value))
    return found.low, found.high


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
        return tuple(dict.fromkeys(addend.path for addend in self.addends if addend.path))

    @property
    def is_exact(self) -> bool:
        """Whether it leaves a figure one number if all others are exact."""
        return self.low == self.high

    @property
    def known(self) -> "Equation":
        """What its figures must come to without its blanks, for it to be seen that it holds."""
        return attrs.evolve(self, addends=tuple(item for item in self.addends if item.value is not None))

    def allows(self, news: News) -> bool:
        """Return whether it can hold with other figures in place of some; it says nothing of its factors."""
        return any(path in news for path in self.factors) or meet(self.sum(news), (self.low, self.high))

    @cached_property
    def factors(self) -> tuple[str, ...]:
        """Where the figures stand by which its own are multiplied: of them another equation speaks."""
        return tuple(dict.fromkeys(addend.by for addend in self.addends if addend.by))

    def sum(self, news: News) -> Interval:
        """Return between what its figures come to."""
        return _added(addend.ends(news) for addend in self.addends)

    def admitting(self, path: str, news: News) -> Callable[[Figure | None], bool]:
        """Return what says whether it can hold with a figure at a path: the others are added up once."""
        own = [addend for addend in self.addends if addend.path == path]
        others = _added(addend.ends(news) for addend in self.addends if addend.path != path)
        ends = (self.low, self.high)
        return lambda new: meet(_added((others, *(item.ends({path: new}) for item in own))), ends)

    def balanced(self, slips: Mapping[str, Iterable[tuple[T, Figure]]]) -> Iterator[tuple[T, T]]:
        """Return slips in two figures after which they can come to 0: each looks up what the other must add.

        Args:
            slips: by path, other figures that may stand there, each with what is returned of it.
        """
        offs = sorted(self._offs(slips), key=itemgetter(0))
        keys, widest = (
            [least for least, *_ in offs],
            max((most - least for least, most, *_ in offs), default=0),
        )
        low, high = self.sum({})
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
            own = [addend for addend in self.addends if addend.path == path]
            low, high = _added(addend.ends({}) for addend in own)
            for slip, new in others:
                least, most = _added(addend.ends({path: new}) for addend in own)
                yield (least or 0) - (low or 0), (most or 0) - (high or 0), place, slip

    def interval(self, path: str, news: News) -> Interval:
        """Return between what the figures at a path must lie together, by the others."""
        own = next(addend for addend in self.addends if addend.path == path)
        least, most = _added(addend.ends(news) for addend in self.addends if addend is not own)
        low = None if self.low is None or most is None else self.low - most
        high = None if self.high is None or least is None else self.high - least
        return _times((low, high), Fraction(1, own.factor))


def meet(one: Interval, other: Interval) -> bool:
    """Return whether two intervals have a number in common."""
    (low, high), (least, most) = one, other
    return (low is None or most is None or low <= most) and (high is None or least is None or least <= high)


def _added(intervals: Iterable[Interval]) -> Interval:
    low: Number | None = 0
    high: Number | None = 0
    for least, most in intervals:
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


@attrs.frozen
class Percentage:
    """A printed percentage with its part and its whole, of which each follows from the others."""

    share: Addend
    part: Addend
    whole: Addend
    line: str
    shape: Shape = Shape.SHARE_OF
    is_exact: bool = True
    factors: tuple[str, ...] = ()

    @property
    def known(self) -> "Percentage":
        """The same."""
        return self

    @property
    def paths(self) -> tuple[str, ...]:
        """Where its figures stand."""
        return (self.share.path, self.part.path, self.whole.path)

    def allows(self, news: News) -> bool:
        """Return whether it can hold with other figures in place of some."""
        share, part, whole = self._figures(news)
        if isinstance(share, Share) and isinstance(part, int) and isinstance(whole, int):
            return share.admits(part, whole)
        return True

    def admitting(self, path: str, news: News) -> Callable[[Figure | None], bool]:
        """Return what says whether it can hold with a figure at a path."""
        ends = self.interval(path, news)
        return lambda new: meet(ends_of(new), ends)

    def interval(self, path: str, news: News) -> Interval:
        """Return between what a figure must lie by the two others."""
        share, part, whole = self._figures(news)
        if path == self.share.path:
            if not (isinstance(part, int) and isinstance(whole, int) and whole):
                return None, None
            return (exact := Fraction(100 * part, whole)), exact
        if not isinstance(share, Share):
            return None, None
        low, high = Fraction(share.low) / 100, Fraction(share.high) / 100
        if path == self.part.path:
            return (low * whole, high * whole) if isinstance(whole, int) else (None, None)
        if not isinstance(part, int):
            return None, None
        return part / high, part / low if low > 0 else None

    def _figures(self, news: News) -> Iterator[object]:
        for one in (self.share, self.part, self.whole):
            value = news.get(one.path, one.value)
            yield int(value.value) if isinstance(value, Quantity) and _is_count(value) else value


def _is_count(value: Quantity) -> bool:
    return value.qualifier is Qualifier.EXACT and not value.is_rounded and value.value == int(value.value)


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


def equations_on(report: Report, path: str) -> Iterator[Equation | Percentage]:
    """Return the relations in which a figure stands, one fact or bound each."""
    steps = path.split(".")
    line = ".".join("{}" if step.isdecimal() else step for step in steps)
    own = tuple(int(step) for step in steps if step.isdecimal())
    for place, bound in _by_line(relations_of(report)).get(line, ()):
        is_inside = bool(place.path) and line.startswith(place.path)
        for numbers, values in readings_of(report, place):
            if is_inside and numbers != own[: len(numbers)]:
                continue
            if bound.figure.unit != DAY and all(fulfils(values) for fulfils in bound.where):
                yield from (one for one in _made(bound, numbers, values) if path in one.paths)


def equations_in(report: Report) -> Iterator[Equation | Percentage]:
    """Return all relations of a report: those between blanks, and between days, too."""
    for place in relations_of(report).places:
        for numbers, values in readings_of(report, place):
            for bound in place.bounds:
                if all(fulfils(values) for fulfils in bound.where):
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
) -> Iterator[Equation | Percentage]:
    """Return what a relation says of the values of a place, if they are not all blank on one side."""
    for times_first in (False, True)[: 1 + any(term.times is not None for term in bound.terms)]:
        figure, terms, whole = _sides(bound, numbers, values, times_first=times_first)
        applies = bool(terms) if of_blanks else any(one.value is not None for one in terms)
        if applies or bound.relation.shape is Shape.BETWEEN:
            yield from _said(bound, figure, terms, whole)


def _sides(
    bound: Bound, numbers: tuple[int, ...], values: Values, *, times_first: bool
) -> tuple[tuple[Addend, ...], ...]:
    """Return the figures of a relation; of a product one or the other factor is asked for."""
    terms = (_turned(term) if times_first and term.times else term for term in bound.terms)
    sides = ((1, (bound.figure,)), (-1, terms), (1, bound.whole))
    return tuple(
        tuple(one for operand in operands for one in _addends(operand, numbers, values, sign))
        for sign, operands in sides
    )


def _said(
    bound: Bound, figure: tuple[Addend, ...], terms: tuple[Addend, ...], whole: tuple[Addend, ...]
) -> Iterator[Equation | Percentage]:
    relation = bound.relation
    if relation.is_open:
        terms = (*terms, Addend(None, factor=-1))
    said = (*figure, *terms)
    match relation.shape:
        case Shape.TOTAL_OF | Shape.SAME_AS:
            yield Equation(said, 0, 0, bound.line, relation.shape)
        case Shape.AT_MOST:
            yield Equation(said, None, 0, bound.line, relation.shape)
        case Shape.AT_LEAST:
            yield Equation(said, 0, None, bound.line, relation.shape)
        case Shape.BETWEEN:
            low, high = (None if end is None else Fraction(end) for end in (relation.low, relation.high))
            yield Equation(figure, low, high, bound.line, relation.shape)
        case Shape.EACH:
            yield from _for_each(bound, figure, terms)
        case Shape.SHARE_OF:
            if len(figure) == len(terms) == len(whole) == 1:
                yield Percentage(figure[0], terms[0], whole[0], bound.line)


_ANY: Final = 10**15
"""For each of something there may be as much, and for each of none nothing, where there is no upper bound."""


def _for_each(bound: Bound, figure: tuple[Addend, ...], terms: tuple[Addend, ...]) -> Iterator[Equation]:
    relation = bound.relation
    most = _ANY if relation.high is None else relation.high
    for each, low, high in ((relation.low, 0, None), (most, None, 0)):
        if each is not None:
            times = (attrs.evolve(one, factor=one.factor * Fraction(each)) for one in terms)
            yield Equation((*figure, *times), low, high, bound.line, relation.shape)


def _turned(operand: Operand) -> Operand:
    """Return a product with its factors exchanged."""
    assert operand.times is not None  # noqa: S101 - it is a product
    return attrs.evolve(
        operand.times, minus=operand.minus, times=attrs.evolve(operand, times=None, minus=False)
    )


def _addends(operand: Operand, numbers: tuple[int, ...], values: Values, sign: Number) -> Iterator[Addend]:
    """Return the figures that a term stands for; its parts of a blank sum, of a product a factor."""
    sign = (-sign if operand.minus else sign) * operand.number
    by = ""
    if operand.times is not None:
        (times,) = operand.times.read(values, numbers)
        factor = times.value.value if isinstance(times.value, Quantity) else times.value
        if not isinstance(factor, int | Decimal) or not factor:
            yield Addend(None, "", sign)
            return
        sign *= Fraction(factor)
        by = times.path
    operand = attrs.evolve(operand, times=None, number=1)
    if operand.parts and values[operand.position] is None:
        for part in operand.parts:
            yield from _addends(part, numbers, values, sign)
        return
    if operand.days:
        yield Addend(operand.days, factor=sign)
        operand = attrs.evolve(operand, days=0)
    counted = operand.items is not None and operand.items.counted
    for reading in operand.read(values, numbers):
        if operand.part:
            yield Addend(values[operand.position], reading.path, sign, operand.part)
        elif isinstance(reading.value, Quantity) and reading.unit not in (None, reading.value.unit or VND):
            yield Addend(None, "", sign)  # goods among money: nobody knows what they are worth
        elif reading.value is not None or operand.exists:
            yield Addend(reading.value, "" if counted else reading.path, sign, by=by)
