"""Intervals of numbers: between what figures lie that are hedged or blank, added up and multiplied."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, reduce

from mttq.repairs._figures import Written
from mttq.rules._kit.amounts import as_sum, bounds
from mttq.rules._kit.cells import amount
from mttq.values import Pair, Period, Quantity, Share, Triple

__all__ = ["Interval", "Number", "Value", "added", "ends_of", "meet", "negative", "product", "quotient"]

Number = int | Fraction
Value = Written | Fraction | None
"""A figure, a mere number, or a time; None is a blank."""
Interval = tuple[Number | None, Number | None]
"""Between which numbers a figure must lie; None is no bound."""


def ends_of(value: Value, part: str = "") -> Interval:
    """Return between what a figure lies, or a part of it; days are counted."""
    if part:
        value = getattr(value, part, None)
    match value:
        case int():
            return value, value
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
        case Period():
            return None, None
        case _:
            return value, value


@lru_cache(maxsize=1024)
def _hedged(value: Quantity) -> Interval:
    found = bounds(as_sum(value))
    return found.low, found.high


def meet(one: Interval, other: Interval) -> bool:
    """Return whether two intervals have a number in common."""
    (low, high), (least, most) = one, other
    return (low is None or most is None or low <= most) and (high is None or least is None or least <= high)


def added(intervals: Iterable[Interval]) -> Interval:
    """Return between what figures come to."""
    low: Number | None = 0
    high: Number | None = 0
    for least, most in intervals:
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def negative(interval: Interval) -> Interval:
    """Return between what a figure lies that is taken away."""
    low, high = interval
    return None if high is None else -high, None if low is None else -low


def product(intervals: Iterable[Interval]) -> Interval:
    """Return between what figures multiplied lie; of several that are not exact none is negative."""
    return reduce(_product, intervals)


def _product(one: Interval, other: Interval) -> Interval:
    (least, most), (low, high) = sorted((one, other), key=lambda ends: ends[0] != ends[1])
    if least is None or least != most:
        return None if least is None or low is None else least * low, _times(most, high)
    if least < 0:
        low, high = high, low
    return _times(least, low), _times(least, high)


def _times(one: Number | None, other: Number | None) -> Number | None:
    return 0 if 0 in (one, other) else None if one is None or other is None else one * other


def quotient(interval: Interval, by: Interval) -> Interval:
    """Return between what a figure lies that lies in an interval when it is multiplied by another."""
    (low, high), (least, most) = interval, by
    if most is not None and most < 0:
        return quotient(negative(interval), negative(by))
    if least == most == 1:
        return interval
    if least is None or least <= 0:
        return None, None
    far, near = (0 if most is None else Fraction(1) / most), Fraction(1) / least
    return (
        None if low is None else low * (far if low > 0 else near),
        None if high is None else high * (near if high > 0 else far),
    )
