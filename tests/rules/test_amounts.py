"""Sums of exact amounts are numbers; one that is hedged or rounded makes bounds of them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from mttq.model import Amount
from mttq.rules._amounts import Bounds, Sum, added, as_sum, bounds, can_be, exact, exceeds, in_dong
from mttq.values import Quantity
from mttq.vi import parse_quantity

MORE, NEARLY, ROUNDED = map(parse_quantity, ("hơn 5 triệu đồng", "gần 5 triệu đồng", "4,5 tỷ đồng"))


@pytest.mark.parametrize(
    ("amounts", "result"),
    [
        ((), 0),
        ((5, 6), 11),
        ((1, MORE), Bounds(5_000_001, 5_000_001, None)),
        ((1, NEARLY), Bounds(5_000_001, 1, 5_000_001)),
        ((MORE, NEARLY), Bounds(10_000_000, 5_000_000, None)),
        ((ROUNDED,), Bounds(4_500_000_000, 4_450_000_000, 4_550_000_000)),
    ],
)
def test_amounts_add_up_with_all_that_they_allow(amounts: tuple[Amount, ...], result: Sum) -> None:
    assert added(amounts) == result


def test_a_sum_is_multiplied_with_its_bounds() -> None:
    assert as_sum(MORE) * 2 == Bounds(10_000_000, 10_000_000, None)
    assert as_sum(NEARLY) * 2 == Bounds(10_000_000, 0, 10_000_000)
    assert bounds(7) == Bounds(7, 7, 7)


@pytest.mark.parametrize(
    ("one", "other", "may_be_one", "above"),
    [
        (5, 5, True, False),
        (6, 5, False, True),
        (4_999_999, as_sum(MORE), False, False),
        (9_000_000, as_sum(MORE), True, False),
        (5_000_001, as_sum(NEARLY), False, True),
        (as_sum(ROUNDED), 4_550_000_000, True, False),
    ],
)
def test_two_sums_can_be_one_where_their_bounds_meet(
    one: Sum, other: Sum, may_be_one: bool, above: bool
) -> None:
    assert (can_be(one, other), can_be(other, one), exceeds(one, other)) == (may_be_one, may_be_one, above)


def test_an_exact_figure_is_whole_where_it_can_be() -> None:
    figures = (7, Decimal("7.0"), Fraction(15, 2), MORE)
    assert [repr(exact(figure)) for figure in figures] == ["7", "7", "Fraction(15, 2)", "5000000"]


def test_an_exact_amount_is_shown_in_dong() -> None:
    assert in_dong(5) == Quantity(value=Decimal(5), unit="VND")
    assert in_dong(MORE) is MORE
