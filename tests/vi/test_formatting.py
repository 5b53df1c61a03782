"""mttq.vi.formatting: any figure as tables, messages and explanations show it."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Triple
from mttq.vi import format_figure

HEDGED = Quantity(value=Decimal(5500), unit="gifts", qualifier=Qualifier.MORE_THAN)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (None, ""),
        (0, "0"),
        (215_910_000, "215.910.000"),
        (Decimal("7296.66"), "7.296,66"),
        ("chưa rõ", "chưa rõ"),
        (Pair(169, 1169), "169/1.169"),
        (Triple(3, 91, 3), "3/91/3"),
        (Share(Decimal("51.50")), "51,50%"),
        (HEDGED, "hơn 5.500 suất quà"),
        (Period.term(2025, 2030), "nhiệm kỳ 2025 - 2030"),
        (PartialDate(month=7, day=27), "ngày 27 tháng 7"),
        (dt.date(2009, 12, 8), "8/12/2009"),
    ],
)
def test_each_type_is_written_in_its_own_notation(figure: object, written: str) -> None:
    """A blank stays blank, a zero is a zero."""
    assert format_figure(figure) == written  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mean", "written"),
    [
        (Fraction(3568, 946), "3,77"),
        (Fraction(1, 8), "0,13"),
        (Fraction(-1, 8), "-0,13"),
        (Fraction(6, 3), "2"),
        (Fraction(10**40 + 1, 2), "5." + "000." * 12 + "000,5"),
    ],
)
def test_a_mean_is_rounded_half_up_whatever_the_context(mean: Fraction, written: str) -> None:
    """Two decimals, away from zero at a tie, and every digit before the comma."""
    with localcontext(prec=3):
        assert format_figure(mean) == written


@pytest.mark.parametrize("wrong", [0.5, True, object()])
def test_what_no_report_holds_is_refused(wrong: object) -> None:
    """A float or a bool is no figure."""
    with pytest.raises(TypeError):
        format_figure(wrong)  # type: ignore[arg-type]
