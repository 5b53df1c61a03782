"""What lies in intervals lies, added up and multiplied, in theirs."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.repairs._intervals import Interval, added, ends_of, meet, negative, product, quotient
from mttq.values import Period, Share, Triple

NUMBERS = st.integers(0, 9)


@st.composite
def intervals(draw: st.DrawFn, *, exact: bool = False) -> tuple[Interval, int]:
    """Draw an interval and a number in it."""
    number = draw(st.integers(-9, 9) if exact else NUMBERS)
    if exact:
        return (number, number), number
    low, high = draw(st.integers(0, number)), draw(st.none() | st.integers(number, 20))
    return (low, high), number


def lies(number: int | Fraction, interval: Interval) -> bool:
    return meet((number, number), interval)


@settings(max_examples=60)
@given(intervals(), intervals() | intervals(exact=True))
def test_sums_products_and_quotients_hold_what_they_are_made_of(
    one: tuple[Interval, int], other: tuple[Interval, int]
) -> None:
    (first, x), (second, y) = one, other
    assert lies(x + y, added((first, second)))
    assert lies(-x, negative(first))
    assert lies(x * y, product((first, second)))
    assert lies(x, quotient(product((first, second)), second))
    assert y == 0 or lies(Fraction(x, y), quotient(first, second))


def test_of_exact_numbers_they_are_exact() -> None:
    assert product(((3, 3), (-2, -2))) == product(((-2, -2), (3, 3))) == (-6, -6)
    assert quotient((-6, -6), (-2, -2)) == (3, 3)
    assert product(((0, 0), (0, None))) == (0, 0)
    assert product(((-1, -1), (0, None))) == (None, 0)


@pytest.mark.parametrize(
    ("value", "part", "ends"),
    [
        (None, "", (0, None)),
        (Triple(1, 2, 4), "", (7, 7)),
        (Triple(1, 2, 4), "third", (4, 4)),
        (Share(Decimal("8.7")), "", (Fraction("8.65"), Fraction("8.75"))),
        (Period.of_year(2023), "", (None, None)),
    ],
)
def test_each_figure_lies_where_its_hedge_allows(
    value: Triple | Share | Period | None, part: str, ends: Interval
) -> None:
    assert ends_of(value, part) == ends
