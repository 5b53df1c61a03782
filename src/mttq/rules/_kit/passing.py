"""Says fast that a relation holds: of exact figures that are all there, which nearly all are.

What does not pass here may be anything: a blank, a pair, a hedged amount, a breach; `judging` finds out.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import Any

from mttq._declared.relations import Relation, Shape
from mttq.rules._kit.amounts import VND, exact, unit_of
from mttq.rules._kit.places import DAY, Asked, Operand, Values

__all__ = ["passing"]

Sum = Callable[[Values], Any]


def passing(relation: Relation, figure: Operand, terms: Sequence[Operand]) -> Callable[[Values, Asked], bool]:
    """Return what says of the values of a place whether they pass for certain, with what a profile asks."""
    match relation.shape:
        case Shape.NEEDED:
            positions = [term.position for term in terms]
            return lambda values, _: all(values[position] > 0 for position in positions)
        case Shape.EACH | Shape.BETWEEN:
            return _bounded(relation, figure, terms)
        case _ if figure.unit == DAY:
            return _in_order(relation, figure.position, terms[0])
        case _:
            return _compared(relation, figure, terms)


def _compared(
    relation: Relation, figure: Operand, terms: Sequence[Operand]
) -> Callable[[Values, Asked], bool]:
    """Return what compares a figure with a sum."""
    at = figure.position
    there = [term for term in terms if term.exists]
    above = [term.position for term in terms if not term.exists]  # blank, unless a figure slipped there
    plus = _together([term for term in there if not term.minus])
    minus = _together([term for term in there if term.minus])
    if relation.shape is Shape.TOTAL_OF and plus is not None and not figure.part:
        if minus is not None:
            return lambda values, _: values[at] + minus(values) == plus(values) and _none(values, above)
        if above:
            return lambda values, _: values[at] == plus(values) and _none(values, above)
        return lambda values, _: values[at] == plus(values)
    if figure.part or relation.is_open or minus is not None or above or plus is None:
        return _never
    match relation.shape:
        case Shape.AT_MOST:
            return lambda values, _: bool(values[at] <= plus(values))
        case Shape.AT_LEAST:
            return lambda values, _: bool(values[at] >= plus(values))
        case Shape.SAME_AS:
            return lambda values, _: values[at] == plus(values)
        case _:
            return _never


def _bounded(
    relation: Relation, figure: Operand, terms: Sequence[Operand]
) -> Callable[[Values, Asked], bool]:
    """Return what judges a figure by bounds of its own, or by what there is for each."""
    at, unit = figure.position, figure.unit
    if not all(term.is_plain for term in terms):
        return _never
    if not terms:
        return lambda values, asked: _lies_between(_counted(values[at], unit), 1, relation, asked)
    positions = [term.position for term in terms]
    return lambda values, asked: _lies_between(
        _counted(values[at], unit), sum(exact(values[one]) for one in positions), relation, asked
    )


def _in_order(relation: Relation, at: int, term: Operand) -> Callable[[Values, Asked], bool]:
    """Return what compares two days."""
    one, off = term.position, dt.timedelta(term.days)
    match relation.shape:
        case Shape.AT_MOST:
            return lambda values, _: bool(values[at] <= values[one] + off)
        case Shape.AT_LEAST:
            return lambda values, _: bool(values[at] >= values[one] + off)
        case _:
            return lambda values, _: bool(values[at] == values[one] + off)


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
    if not all(term.is_plain for term in terms):
        return lambda values: sum(_sum_of(term, values) for term in terms)
    positions = [term.position for term in terms]
    if len(positions) == 1:
        (one,) = positions
        return lambda values: 0 + values[one]
    pick = itemgetter(*positions)
    return lambda values: sum(pick(values))


def _sum_of(term: Operand, values: Values) -> int:
    times = term.number if term.times is None else values[term.times.position]
    value = values[term.position]
    if term.part:
        found: int = getattr(value, term.part, None)  # type: ignore[assignment]
        return 0 + times * found
    items = term.items
    if items is None:
        product: int = 0 + times * value
        return product
    if not value:
        raise TypeError  # an empty list says nothing
    if items.counted:
        return len(value)
    read = attrgetter(".".join(items.inner))
    figures = [read(item) for _, item in items.chosen(value, values)]
    if not figures:
        raise TypeError
    total: int = times * sum(figures)
    return total
