"""Sums of exact amounts are numbers; one that is hedged or rounded makes bounds of them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from mttq.model import Amount
from mttq.rules._kit.amounts import (
    Bounds,
    Fit,
    Hedge,
    Sum,
    added,
    as_sum,
    bounds,
    cut_ends,
    exact,
    exceeds,
    fit,
    in_dong,
    unit_of,
)
from mttq.values import Quantity
from mttq.vi import parse_quantity

MORE, NEARLY, ROUNDED = map(parse_quantity, ("hơn 5 triệu đồng", "gần 5 triệu đồng", "4,5 tỷ đồng"))
LEAST, BELOW = map(parse_quantity, ("ít nhất 5 triệu đồng", "dưới 5 triệu đồng"))


@pytest.mark.parametrize(
    ("amounts", "result"),
    [
        ((), 0),
        ((5, 6), 11),
        ((1, MORE), Bounds(5_000_001, 5_000_001, None, 5_000_001, 6_000_001, Hedge.CUT)),
        ((1, NEARLY), Bounds(5_000_001, 1, 5_000_001, 4_000_001, 5_000_001, Hedge.CUT)),
        ((MORE, NEARLY), Bounds(10_000_000, 5_000_000, None, 9_000_000, 11_000_000, Hedge.CUT)),
        ((MORE, LEAST), Bounds(10_000_000, 10_000_000, None, 10_000_000, None, Hedge.BOUND)),
        ((BELOW,), Bounds(5_000_000, 0, 5_000_000, 0, 5_000_000, Hedge.BOUND)),
        ((ROUNDED,), Bounds(4_500_000_000, 4_450_000_000, 4_550_000_000, 4_450_000_000, 4_550_000_000)),
    ],
)
def test_amounts_add_up_with_all_that_they_allow(amounts: tuple[Amount, ...], result: Sum) -> None:
    assert added(amounts) == result


def test_a_sum_is_multiplied_with_its_bounds() -> None:
    assert as_sum(MORE) * 2 == Bounds(10_000_000, 10_000_000, None, 10_000_000, 12_000_000, Hedge.CUT)
    assert as_sum(LEAST) * 2 == Bounds(10_000_000, 10_000_000, None, 10_000_000, None, Hedge.BOUND)
    assert as_sum(NEARLY) * 2 == Bounds(10_000_000, 0, 10_000_000, 8_000_000, 10_000_000, Hedge.CUT)
    assert bounds(7) == Bounds(7, 7, 7, 7, 7)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("hơn 2,7 tỷ đồng", (2_700_000_000, 2_800_000_000)),
        ("hơn 2,70 tỷ đồng", (2_700_000_000, 2_710_000_000)),  # a printed zero after the comma counts
        ("hơn 47 tỷ đồng", (47_000_000_000, 48_000_000_000)),
        ("hơn 50 tỷ đồng", (50_000_000_000, 60_000_000_000)),
        ("hơn 200.000 đồng", (200_000, 300_000)),
        ("hơn 5.512 hộ", (5512, 5513)),
        ("hơn 5.500 hộ", (5500, 5600)),
        ("gần 140 ngàn suất", (130_000, 140_000)),
        ("gần 0 hộ", (-1, 0)),
        ("ít nhất 5 hộ", (5, None)),
        ("dưới 5 hộ", (None, 5)),
        ("từ 5 đến 7 hộ", (5, 7)),
    ],
)
def test_a_hedged_figure_is_cut_after_its_last_digit(text: str, ends: tuple[int | None, int | None]) -> None:
    assert cut_ends(parse_quantity(text)) == ends


@pytest.mark.parametrize(
    ("one", "other", "result", "above"),
    [
        (5, 5, Fit.SAME, False),
        (6, 5, Fit.DIFFERENT, True),
        (4_999_999, as_sum(MORE), Fit.DIFFERENT, False),
        (6_000_000, as_sum(MORE), Fit.CUT, False),
        (9_000_000, as_sum(MORE), Fit.DOUBTFUL, False),
        (5_000_001, as_sum(NEARLY), Fit.DIFFERENT, True),
        (4_000_000, as_sum(NEARLY), Fit.CUT, False),
        (3_999_999, as_sum(NEARLY), Fit.DOUBTFUL, False),
        (9_000_000, as_sum(LEAST), Fit.OPEN, False),
        (4_000_000, as_sum(BELOW), Fit.OPEN, False),
        (as_sum(LEAST), as_sum(BELOW), Fit.OPEN, False),
        (as_sum(MORE), as_sum(NEARLY), Fit.CUT, False),
        (as_sum(MORE), as_sum(MORE) * 2, Fit.DOUBTFUL, False),
        (as_sum(ROUNDED), 4_550_000_000, Fit.SAME, False),
        (as_sum(ROUNDED), 4_560_000_000, Fit.DIFFERENT, False),
    ],
)
def test_how_two_sums_go_together(one: Sum, other: Sum, result: Fit, above: bool) -> None:
    assert (fit(one, other), fit(other, one), exceeds(one, other)) == (result, result, above)


def test_an_amount_is_money_unless_it_says_otherwise() -> None:
    units = [unit_of(amount) for amount in (5, MORE, parse_quantity("hơn 5 tỷ"), parse_quantity("5 tấn"))]
    assert units == ["VND", "VND", "VND", "tonne"]


def test_an_exact_figure_is_whole_where_it_can_be() -> None:
    figures = (7, Decimal("7.0"), Fraction(15, 2), MORE)
    assert [repr(exact(figure)) for figure in figures] == ["7", "7", "Fraction(15, 2)", "5000000"]


def test_an_exact_amount_is_shown_in_dong() -> None:
    assert in_dong(5) == Quantity(value=Decimal(5), unit="VND")
    assert in_dong(MORE) is MORE
