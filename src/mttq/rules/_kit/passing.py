"""Says fast that a relation holds: of exact figures that are all there, which nearly all are.

What does not pass here may be anything: a blank, a pair, a hedged amount, a breach; `judging` finds out.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import Any

from mttq._relations import Relation, Shape
from mttq.rules._kit.amounts import VND, exact, unit_of
from mttq.rules._kit.places import Asked, Operand, Values

__all__ = ["passing"]

Sum = Callable[[Values], Any]


def passing(relation: Relation, figure: Operand, terms: Sequence[Operand]) -> Callable[[Values, Asked], bool]:
    """Return what says of the values of a place whether they pass for certain, with what a profile asks."""
    at = figure.position
    there = [term for term in terms if term.exists]
    above = [term.position for term in terms if not term.exists]  # blank, unless a figure slipped there
    plus = _together([term for term in there if not term.minus])
    minus = _together([term for term in there if term.minus])
    compares = not figure.part and not relation.is_open
    if relation.shape is Shape.TOTAL_OF and plus is not None and not figure.part:
        if minus is not None:
            return lambda values, _: values[at] + minus(values) == plus(values) and _none(values, above)
        if above:
            return lambda values, _: values[at] == plus(values) and _none(values, above)
        return lambda values, _: values[at] == plus(values)
    if not compares or minus is not None or above or plus is None:
        return _never
    match relation.shape:
        case Shape.AT_MOST:
            return lambda values, _: bool(values[at] <= plus(values))
        case Shape.AT_LEAST:
            return lambda values, _: bool(values[at] >= plus(values))
        case Shape.SAME_AS:
            return lambda values, _: values[at] == plus(values)
        case Shape.EACH:
            positions = [term.position for term in terms]
            return lambda values, asked: _lies_between(
                _counted(values[at], figure.unit),
                sum(exact(values[one]) for one in positions),
                relation,
                asked,
            )
        case _:
            return _never


def _never(values: Values, asked: Asked) -> bool:
    del values, asked
    return False


def _counted(figure: Any, unit: str | None) -> int | Fraction:
    """Return a figure without its hedge; a TypeError where it is none, or goods stand for money."""
    if unit == VND and unit_of(figure) != VND:
        raise TypeError
    return exact(figure)


def _lies_between(figure: Any, parts: Any, relation: Relation, asked: Asked) -> bool:
    """Return whether there is so much of a figure for each part; a TypeError where it is no exact figure."""
    low = relation.low if asked.low is None else asked.low
    high = relation.high if asked.high is None else asked.high
    return (low is None or low * parts <= figure) and (high is None or figure <= high * parts)


def _none(values: Values, positions: list[int]) -> bool:
    return all(values[position] is None for position in positions)


def _together(terms: Sequence[Operand]) -> Sum | None:
    """Return what adds up terms, which raises a TypeError where one is no exact figure; None of none."""
    if not terms:
        return None
    if any(term.items or term.part for term in terms):
        return lambda values: sum(_sum_of(term, values) for term in terms)
    positions = [term.position for term in terms]
    if len(positions) == 1:
        (one,) = positions
        return lambda values: 0 + values[one]
    pick = itemgetter(*positions)
    return lambda values: sum(pick(values))


def _sum_of(term: Operand, values: Values) -> int:
    value = values[term.position]
    if term.part:
        found: int = getattr(value, term.part, None)  # type: ignore[assignment]
        return 0 + found
    items = term.items
    if not value or items is None:
        raise TypeError  # an empty list says nothing
    if items.counted:
        return len(value)
    read = attrgetter(".".join(items.inner))
    figures = [read(item) for _, item in items.chosen(value)]
    if not figures:
        raise TypeError
    return sum(figures)
