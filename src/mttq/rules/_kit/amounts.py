"""Figures as rules reckon with them: without their hedge, or between the bounds that it allows.

A hedge allows two things.  What its words say for certain: "hơn 2,7" is above 2,7, whatever it is.  And what
they mean in the reports that could be checked, where a figure is cut after its last printed digit: "hơn 2,7"
is 2,7 or more and less than 2,8.  Zeros that end a whole number are not told apart from those of a rounded
one: "hơn 5.500" is less than 5.600.
"""

import enum
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from mttq.model import Amount
from mttq.rules._kit.bases import Basis, Confidence
from mttq.values import Qualifier, Quantity
from mttq.values.figures import WIDE

__all__ = [
    "CUT",
    "VND",
    "Bounds",
    "Fit",
    "Hedge",
    "Sum",
    "added",
    "as_sum",
    "bounds",
    "by_unit",
    "cut_ends",
    "exact",
    "exceeds",
    "fit",
    "in_dong",
    "is_hedged",
    "lies_above",
    "measured",
    "nominal",
    "unit_of",
]

CUT: Final = Basis(text="Cách ghi số ước trong báo cáo của các địa phương", confidence=Confidence.SECONDARY)
"""The basis of rules that take a hedged figure for one that was cut after its last printed digit."""

VND: Final = "VND"


def nominal(figure: int | Decimal | Fraction | Quantity) -> Fraction:
    """Return a figure without its hedge, for a first look at sizes."""
    return Fraction(figure.value if isinstance(figure, Quantity) else figure)


def exact(figure: int | Decimal | Fraction | Quantity) -> int | Fraction:
    """Return a figure without its hedge, as an `int` where it is whole: far cheaper to reckon with."""
    if isinstance(figure, int):
        return figure
    number = figure.value if isinstance(figure, Quantity) else figure
    whole = int(number)
    return whole if whole == number else Fraction(number)


def in_dong(amount: Amount) -> Quantity:
    """Return an exact amount its unit, so that a message shows it; a hedged one has it already."""
    return amount if isinstance(amount, Quantity) else Quantity(value=Decimal(amount), unit=VND)


def unit_of(amount: Amount) -> str:
    """Return in what an amount is measured: đồng, if it does not say; goods have a unit of theirs."""
    return (isinstance(amount, Quantity) and amount.unit) or VND


def measured(number: int | Fraction, unit: str) -> Quantity:
    """Return a sum its unit, so that a message shows it."""
    figure = Fraction(number)
    return Quantity(value=WIDE.divide(Decimal(figure.numerator), Decimal(figure.denominator)), unit=unit)


def by_unit(*amounts: Quantity) -> tuple[Quantity, ...]:
    """Add amounts up, those of each unit by themselves: money and tonnes are two sums."""
    sums: dict[str, Decimal] = {}
    for item in amounts:
        sums[unit_of(item)] = WIDE.add(sums.get(unit_of(item), Decimal(0)), item.value)
    return tuple(Quantity(value=value, unit=unit) for unit, value in sums.items())


class Hedge(enum.IntEnum):
    """What is known of an amount beside its figure."""

    NONE = 0  # it is exact, or rounded to both sides
    CUT = 1  # "hơn", "gần": on one side for certain, as far as its last digit shows
    BOUND = 2  # "ít nhất", "không quá", "dưới": on one side, and nothing about the other


_HEDGES: Final = {
    Qualifier.MORE_THAN: Hedge.CUT,
    Qualifier.NEARLY: Hedge.CUT,
    Qualifier.AT_LEAST: Hedge.BOUND,
    Qualifier.AT_MOST: Hedge.BOUND,
    Qualifier.LESS_THAN: Hedge.BOUND,
}


def is_hedged(figure: object) -> bool:
    """Return whether a figure is hedged to one side."""
    return type(figure) is Quantity and figure.qualifier in _HEDGES


def cut_ends(figure: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return between what a figure lies if it was cut after its last printed digit; None where that is open.

    >>> from mttq.vi import parse_quantity
    >>> [str(end) for end in cut_ends(parse_quantity("hơn 5.500 người"))]
    ['5500', '5600']
    """
    match figure.qualifier:
        case Qualifier.MORE_THAN:
            return figure.value, WIDE.add(figure.value, _last_digit(figure))
        case Qualifier.NEARLY:
            return WIDE.subtract(figure.value, _last_digit(figure)), figure.value
        case _:
            return figure.low, figure.high


def _last_digit(figure: Quantity) -> Decimal:
    """Return what one more in the last digit that is no closing zero of a whole number comes to."""
    step, number = figure.step, WIDE.divide(figure.value, figure.step)
    while not figure.decimals and number and not WIDE.remainder(number, 10):
        step, number = WIDE.multiply(step, 10), WIDE.divide(number, 10)
    return step


@attrs.frozen
class Bounds:
    """What amounts come to, and between which bounds that lies.

    Args:
        nominal: the sum of the figures without their hedges.
        low: the least that it is for certain.
        high: the most that it is for certain; None if there is no such bound.
        least: the least if hedged figures were cut after their last digits.
        most: the most if they were; None if even so there is no such bound.
        hedge: the least telling hedge among them.
    """

    nominal: int | Fraction
    low: int | Fraction
    high: int | Fraction | None
    least: int | Fraction
    most: int | Fraction | None
    hedge: Hedge = Hedge.NONE

    def __add__(self, other: "Sum") -> "Bounds":
        if other == 0:  # as every sum begins
            return self
        other = bounds(other)
        return Bounds(
            self.nominal + other.nominal,
            self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.least + other.least,
            None if self.most is None or other.most is None else self.most + other.most,
            max(self.hedge, other.hedge),
        )

    __radd__ = __add__

    def __mul__(self, count: int) -> "Bounds":
        return Bounds(
            count * self.nominal,
            count * self.low,
            None if self.high is None else count * self.high,
            count * self.least,
            None if self.most is None else count * self.most,
            self.hedge,
        )


Sum = int | Bounds
"""Some amounts added up: a mere number as long as all of them are exact, which is far cheaper."""


def as_sum(amount: Amount) -> Sum:
    """Make a sum of one amount; "gần 5 triệu" has no lower bound, but no money is less than none."""
    if isinstance(amount, int):
        return amount
    low, high, (least, most) = amount.low, amount.high, cut_ends(amount)
    return Bounds(
        nominal(amount),
        Fraction(low or 0),
        None if high is None else Fraction(high),
        Fraction(least or 0),
        None if most is None else Fraction(most),
        _HEDGES.get(amount.qualifier, Hedge.NONE),
    )


def added(amounts: Iterable[Amount]) -> Sum:
    """Add up amounts of one unit.

    >>> sum_ = bounds(added([5, Quantity(value=Decimal(30), scale=10)]))
    >>> sum_.low, sum_.nominal, sum_.high
    (Fraction(30, 1), Fraction(35, 1), Fraction(40, 1))
    """
    return sum(map(as_sum, amounts))


def bounds(amount: Sum) -> Bounds:
    """Return the bounds of a sum; all those of an exact one are the number itself."""
    return Bounds(amount, amount, amount, amount, amount) if isinstance(amount, int) else amount


class Fit(enum.Enum):
    """How two sums that should be one go together."""

    SAME = "same"  # they are, or can be, as far as exact and rounded figures tell
    CUT = "cut"  # they can be, if hedged figures were cut after their last digits
    OPEN = "open"  # a figure says so little that nothing can be told
    DOUBTFUL = "doubtful"  # they cannot be, if hedged figures were cut after their last digits
    DIFFERENT = "different"  # they cannot be, whatever the hedges stand for


def fit(one: Sum, other: Sum) -> Fit:
    """Return how two sums that should be one go together.

    >>> from mttq.vi import parse_quantity
    >>> hedged = as_sum(parse_quantity("hơn 2,7 tỷ đồng"))
    >>> [fit(hedged, tenths * 10**8).name for tenths in (26, 27, 28, 29)]
    ['DIFFERENT', 'CUT', 'CUT', 'DOUBTFUL']
    """
    if isinstance(one, int) and isinstance(other, int):
        return Fit.SAME if one == other else Fit.DIFFERENT
    if exceeds(one, other) or exceeds(other, one):
        return Fit.DIFFERENT
    one, other = bounds(one), bounds(other)
    if one.hedge is other.hedge is Hedge.NONE:
        return Fit.SAME
    if lies_above(one, other) or lies_above(other, one):
        return Fit.DOUBTFUL
    return Fit.OPEN if Hedge.BOUND in (one.hedge, other.hedge) else Fit.CUT


def lies_above(one: Sum, other: Sum) -> bool:
    """Return whether a sum is above another, if hedged figures were cut after their last digits."""
    one, other = bounds(one), bounds(other)
    return other.most is not None and one.least > other.most


def exceeds(one: Sum, other: Sum) -> bool:
    """Return whether a sum is above another, whatever both may stand for."""
    if isinstance(one, int) and isinstance(other, int):
        return one > other
    one, other = bounds(one), bounds(other)
    return other.high is not None and one.low > other.high
