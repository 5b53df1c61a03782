"""mttq.vi.formatting: any figure as tables, messages and explanations show it."""

import datetime as dt
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Triple
from mttq.vi import format_figure, parse_period, parse_quantity

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
        (PartialDate(month=7, day=27), "ngày 27/7"),
        (dt.date(2009, 12, 8), "08/12/2009"),
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
def test_a_mean_is_rounded_half_up_in_any_context(mean: Fraction, written: str) -> None:
    """Two decimals, away from zero at a tie, and every digit before the comma."""
    with localcontext(prec=3):
        assert format_figure(mean) == written


@pytest.mark.parametrize("wrong", [0.5, True, object()])
def test_what_no_report_holds_is_refused(wrong: object) -> None:
    """A float or a bool is no figure."""
    with pytest.raises(TypeError):
        format_figure(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ngày 05 tháng 3 năm 2020", "5 March 2020"),
        ("27/7", "27 July"),
        ("29/2", "29 February"),
        ("tháng 7", "July"),
        ("tháng 12/2023", "December 2023"),
        ("quý IV/2023", "Q4 2023"),
        ("quý I", "Q1"),
        ("6 tháng đầu năm 2023", "first half of 2023"),
        ("6 tháng cuối năm 2023", "second half of 2023"),
        ("9 tháng đầu năm 2025", "first 9 months of 2025"),
        ("9 tháng đầu năm", "first 9 months of the year"),
        ("năm 2019", "2019"),
        ("giai đoạn 2021 - 2025", "2021–2025"),
        ("nhiệm kỳ 2025 - 2030", "term 2025–2030"),
        ("từ tháng 12/2013 đến tháng 12/2023", "from December 2013 to December 2023"),
        ("từ năm 2010", "from 2010"),
        ("tính đến tháng 12/2023", "until the end of December 2023"),
    ],
)
def test_a_period_is_written_in_english(text: str, english: str) -> None:
    assert format_figure(parse_period(text), lang="en") == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("hơn 4,5 tỷ đồng", "more than 4,5 tỷ đồng"),
        ("ít nhất 05 hộ", "at least 05 households"),
        ("gần 30 hội nghị", "nearly 30 conferences"),
        ("dưới 3 thôn", "less than 3 villages"),
        ("không quá 7 người", "at most 7 persons"),
        ("khoảng 51,5%", "about 51,5%"),
        ("từ 7 đến 9 lượt người", "from 7 to 9 attendances"),
        ("36,8 triệu đồng/người/năm", "36,8 triệu đồng/person/year"),
    ],
)
def test_a_quantity_is_written_in_english(text: str, english: str) -> None:
    assert format_figure(parse_quantity(text), lang="en") == english
