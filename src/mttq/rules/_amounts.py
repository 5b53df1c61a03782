"""Figures as rules reckon with them: without their hedge, or between the bounds that it allows."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from mttq.model import Amount
from mttq.values import Quantity

__all__ = ["Bounds", "Sum", "added", "as_sum", "bounds", "can_be", "exact", "exceeds", "in_dong", "nominal"]


def nominal(figure: int | Decimal | Fraction | Quantity) -> Fraction:
    """Give a figure without its hedge, for a first look at sizes."""
    return Fraction(figure.value if isinstance(figure, Quantity) else figure)


def exact(figure: int | Decimal | Fraction | Quantity) -> int | Fraction:
    """Give a figure without its hedge, as an `int` where it is whole: far cheaper to reckon with."""
    if isinstance(figure, int):
        return figure
    number = figure.value if isinstance(figure, Quantity) else figure
    whole = int(number)
    return whole if whole == number else Fraction(number)


def in_dong(amount: Amount) -> Quantity:
    """Give an exact amount its unit, so that a message shows it; a hedged one has it already."""
    return amount if isinstance(amount, Quantity) else Quantity(value=Decimal(amount), unit="VND")


@attrs.frozen
class Bounds:
    """What amounts come to without their hedges, and between which bounds that lies (None: no upper one)."""

    nominal: int | Fraction
    low: int | Fraction
    high: int | Fraction | None

    def __add__(self, other: "Sum") -> "Bounds":
        other = bounds(other)
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.nominal + other.nominal, self.low + other.low, high)

    __radd__ = __add__

    def __mul__(self, count: int) -> "Bounds":
        high = None if self.high is None else count * self.high
        return Bounds(count * self.nominal, count * self.low, high)


Sum = int | Bounds
"""Some amounts added up: a mere number as long as all of them are exact, which is far cheaper."""


def as_sum(amount: Amount) -> Sum:
    """Make a sum of one amount; "gần 5 triệu" has no lower bound, but no money is less than none."""
    if isinstance(amount, int):
        return amount
    low, high = amount.low, amount.high
    return Bounds(nominal(amount), Fraction(low or 0), None if high is None else Fraction(high))


def added(amounts: Iterable[Amount]) -> Sum:
    """Add amounts up.

    >>> added([5, Quantity(value=Decimal(30), scale=10)])
    Bounds(nominal=Fraction(35, 1), low=Fraction(30, 1), high=Fraction(40, 1))
    """
    return sum(map(as_sum, amounts))


def bounds(amount: Sum) -> Bounds:
    """Give the bounds of a sum; both those of an exact one are the number itself."""
    return Bounds(amount, amount, amount) if isinstance(amount, int) else amount


def can_be(one: Sum, other: Sum) -> bool:
    """Tell whether two sums can be one amount."""
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    return not (exceeds(one, other) or exceeds(other, one))


def exceeds(one: Sum, other: Sum) -> bool:
    """Tell whether a sum is above another, whatever both may stand for."""
    if isinstance(one, int) and isinstance(other, int):
        return one > other
    one, other = bounds(one), bounds(other)
    return other.high is not None and one.low > other.high
