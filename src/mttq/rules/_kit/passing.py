"""Says fast that a relation holds: of exact figures that are all there, which nearly all are.

What does not pass here may be anything: a blank, a pair, a hedged amount, a breach; `judging` finds out.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from operator import attrgetter, eq, ge, itemgetter, le
from typing import Any, Final

from mttq._declared.relations import Relation, Shape
from mttq.rules._kit.amounts import VND, exact, unit_of
from mttq.rules._kit.cells import amount
from mttq.rules._kit.places import DAY, Holds, Items, Operand, Values
from mttq.values import Quantity

__all__ = ["never", "passing"]

Sum = Callable[[Values], Any]


def passing(relation: Relation, figure: Operand, terms: Sequence[Operand]) -> Holds:
    """Return what says of the values of a place whether they pass for certain.

    It may raise a TypeError where something is blank, or no exact figure.
    """
    match relation.shape:
        case Shape.NEEDED if any(term.times for term in terms):
            return never
        case Shape.NEEDED:
            positions = [term.position for term in terms]
            return lambda values: all(_is_some(values[position]) for position in positions)
        case Shape.EACH | Shape.BETWEEN:
            return _bounded(relation, figure, terms)
        case Shape.DEADLINE:
            return _in_time(figure.position, terms[0])
        case _ if figure.unit == DAY:
            return _in_order(relation, figure.position, terms[0])
        case _:
            return _compared(relation, figure, terms)


def _is_some(figure: Any) -> bool:
    """Return whether a figure is not 0; a hedged one is something, whatever it stands for."""
    return type(figure) is Quantity or bool(amount(figure))


def _compared(relation: Relation, figure: Operand, terms: Sequence[Operand]) -> Holds:
    """Return what compares a figure with a sum."""
    there = [term for term in terms if term.exists]
    above = [term.position for term in terms if not term.exists]  # blank, unless a figure slipped there
    plus = _together([term for term in there if not term.minus])
    minus = _together([term for term in there if term.minus])
    own = _together([figure])
    if plus is None or own is None or figure.part:
        return never
    if relation.shape is Shape.TOTAL_OF:
        if minus is not None:
            return lambda values: own(values) + minus(values) == plus(values) and _none(values, above)
        if above:
            return lambda values: own(values) == plus(values) and _none(values, above)
    elif (
        relation.is_open
        or minus is not None
        or above
        or (relation.shape is Shape.SAME_AS and any(one.several for one in (figure, *terms)))
    ):
        return never
    if figure.is_plain:
        return _one_compared(relation.shape, figure.position, there, plus)
    compare = _COMPARE.get(relation.shape, eq)
    return lambda values: bool(compare(own(values), plus(values)))


_COMPARE: Final = {Shape.AT_MOST: le, Shape.AT_LEAST: ge}


def _one_compared(shape: Shape, at: int, terms: Sequence[Operand], plus: Sum) -> Holds:
    """Return what compares one figure as it stands with a sum: most figures are such."""
    if len(terms) == 1 and terms[0].is_plain:
        one = terms[0].position
        match shape:
            case Shape.AT_MOST:
                return lambda values: bool(values[at] <= 0 + values[one])
            case Shape.AT_LEAST:
                return lambda values: bool(values[at] >= 0 + values[one])
            case _:
                return lambda values: bool(values[at] == 0 + values[one])
    match shape:
        case Shape.AT_MOST:
            return lambda values: bool(values[at] <= plus(values))
        case Shape.AT_LEAST:
            return lambda values: bool(values[at] >= plus(values))
        case _:
            return lambda values: bool(values[at] == plus(values))


def _bounded(relation: Relation, figure: Operand, terms: Sequence[Operand]) -> Holds:
    """Return what judges a figure by bounds of its own, or by what there is for each."""
    at, unit = figure.position, figure.unit
    if not all(term.is_plain for term in terms):
        return never
    if not terms:
        return lambda values: _lies_between(_counted(values[at], unit), 1, relation)
    if len(terms) == 1:
        one = terms[0].position
        return lambda values: _lies_between(_counted(values[at], unit), exact(values[one]), relation)
    positions = [term.position for term in terms]
    return lambda values: _lies_between(
        _counted(values[at], unit), sum(exact(values[one]) for one in positions), relation
    )


def _in_order(relation: Relation, at: int, term: Operand) -> Holds:
    """Return what compares two days."""
    one, off = term.position, dt.timedelta(term.days)
    match relation.shape:
        case Shape.AT_MOST:
            return lambda values: bool(values[at] <= values[one] + off)
        case Shape.AT_LEAST:
            return lambda values: bool(values[at] >= values[one] + off)
        case _:
            return lambda values: bool(values[at] == values[one] + off)


def _in_time(at: int, term: Operand) -> Holds:
    """Return what says that a day is no later than another asks; one before that does not belong to it."""
    one, off = term.position, dt.timedelta(term.days)
    if term.days > 0:
        return lambda values: bool(values[one] <= values[at] <= values[one] + off)
    return lambda values: bool(values[at] <= values[one] + off)


def never(values: Values) -> bool:
    """Say nothing for certain, whatever the values."""
    del values
    return False


def _counted(figure: Any, unit: str | None) -> int | Fraction:
    """Return a figure without its hedge; a TypeError where it is none, or goods stand for money."""
    if type(figure) is int:
        return figure
    if unit == VND and unit_of(figure) != VND:
        raise TypeError
    return exact(figure)


def _lies_between(figure: Any, parts: Any, relation: Relation) -> bool:
    """Return whether there is so much of a figure for each part; a TypeError where it is no exact figure."""
    low, high = relation.low, relation.high
    if low is not None and low * parts > figure:
        return False
    return bool(parts or not figure) if high is None else bool(figure <= high * parts)


def _none(values: Values, positions: list[int]) -> bool:
    return all(values[position] is None for position in positions)


def _together(terms: Sequence[Operand]) -> Sum | None:
    """Return what adds up terms, which raises a TypeError where one is no exact figure; None of none."""
    if not terms:
        return None
    if len(terms) == 1:
        return _sum_of(terms[0])
    if all(term.is_plain for term in terms):
        pick = itemgetter(*(term.position for term in terms))
        return lambda values: sum(pick(values))
    sums = list(map(_sum_of, terms))
    return lambda values: sum(one(values) for one in sums)


def _sum_of(term: Operand) -> Sum:
    """Return what reads one term."""
    at, part, items = term.position, term.part, term.items
    if items is not None:
        return _sum_of_items(term, items)
    if part:
        return _times(term, lambda values: getattr(values[at], part, None))
    if term.several:
        return _times(term, lambda values: amount(values[at]))
    if term.is_plain:
        return lambda values: 0 + values[at]
    return _times(term, lambda values: values[at])


def _sum_of_items(term: Operand, items: Items) -> Sum:
    """Return what adds up a figure of the items of a list that are meant, or counts them."""
    at, choices = term.position, items.choices
    if items.counted:
        return lambda values: len(_some_of(values[at]))
    read = attrgetter(".".join(items.inner))

    def add_up(values: Values) -> Any:
        chosen: Iterable[Any] = values[at]
        for choice in choices:
            chosen = choice.among(chosen, values)
        return sum(map(read, _some_of(chosen)))

    return _times(term, add_up)


def _some_of(items: Any) -> Any:
    """Return items; a TypeError if there are none, for an empty list says nothing."""
    if not items:
        raise TypeError
    return items


def _times(term: Operand, read: Sum) -> Sum:
    """Return what multiplies a figure."""
    number = term.number
    if term.times is None:
        return lambda values: 0 + number * read(values)
    other = _sum_of(term.times)
    return lambda values: 0 + other(values) * read(values)
