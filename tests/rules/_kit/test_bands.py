"""A mean is judged with both bounds included; the breach shows which bound it breaks."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from mttq.rules import PASSED, Breach, Evidence, Figure, Term
from mttq.rules._kit.bands import judge_band
from mttq.values import Quantity
from mttq.wording import Phrase

GIFTS = Quantity(value=Decimal(10), unit="gifts")
BAND: dict[str, Figure] = {"least": 2, "greatest": Decimal("7.5")}


def judge(total: int | Quantity, count: int | Fraction | Quantity) -> object:
    return judge_band(
        "funds.gifts.{}.{}", total, count, (2, Decimal("7.5")), 3, "value", units=("VND", "gifts")
    )


@pytest.mark.parametrize(("total", "count"), [(20, 10), (75, 10), (20, GIFTS), (0, 0)])
def test_the_bounds_themselves_are_usual(total: int, count: int | Quantity) -> None:
    assert judge(total, count) is PASSED


@pytest.mark.parametrize(
    ("total", "mean", "relation", "bound"),
    [(19, Fraction(19, 10), "≥", Fraction(2)), (76, Fraction(76, 10), "≤", Fraction(15, 2))],
)
@pytest.mark.parametrize("count", [10, GIFTS])
def test_a_mean_outside_is_shown_with_the_bound_it_breaks(
    total: int, mean: Fraction, relation: Any, bound: Fraction, count: int | Quantity
) -> None:
    place = "funds.gifts.3.value"
    assert judge(total, count) == Breach(
        path=place,
        args={"total": Quantity(value=Decimal(total), unit="VND"), "count": GIFTS, "mean": mean, **BAND},
        evidence=Evidence((Term("bình quân", mean, place),), relation, (Term("mức thường gặp", bound),)),
        actual=total,
    )


def test_a_figure_without_a_unit_is_shown_with_one() -> None:
    outcome = judge(1, Quantity(value=Decimal(10)))
    assert isinstance(outcome, Breach)
    assert outcome.args["count"] == GIFTS


def test_what_was_given_to_nobody_has_no_mean() -> None:
    assert judge(5, Fraction(0)) == Breach(
        path="funds.gifts.3.value",
        args={
            "total": Quantity(value=Decimal(5), unit="VND"),
            "count": Fraction(0),
            "mean": Phrase("không tính được"),
            **BAND,
        },
        actual=5,
    )
