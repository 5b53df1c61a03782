"""Reading and writing numbers and percentages."""

import unicodedata
from decimal import ROUND_DOWN, Context, Decimal, localcontext
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq._declared.types import has_meaning
from mttq.errors import MttqError, NumberFormatError
from mttq.values import Share
from mttq.vi.numbers import (
    Amount,
    format_number,
    format_percent,
    parse_number,
    parse_numeral,
    parse_percent,
)

FEW = settings(max_examples=100)
DECIMALS = st.decimals(min_value=-(10**12), max_value=10**12, places=3)
FINITE = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30).filter(
    has_meaning
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.555", "1555"),
        ("1555", "1555"),
        ("7.296,66", "7296.66"),
        ("7296,66", "7296.66"),
        ("51,59", "51.59"),
        ("51,590", "51.590"),
        ("1,555", "1.555"),
        ("0,951", "0.951"),
        ("0", "0"),
        ("00", "0"),
        ("05", "5"),
        ("-0", "0"),
        ("-5", "-5"),
        ("\N{MINUS SIGN}5", "-5"),
        ("\N{EN DASH}5", "-5"),
        (" 1.555\n", "1555"),
        ("1.555\xa0", "1555"),
        ("1.\u200b555", "1555"),
        ("215.910.000", "215910000"),
        ("1.234.567.890.123.456.789.012.345.678.901,5", "1234567890123456789012345678901.5"),
    ],
)
def test_reads_the_number_and_keeps_its_decimals(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1.5", "có phải 1,5?"),
        ("12.34", "có phải 12,34?"),
        ("100.00", "có phải 100,00?"),
        ("0.951", "có phải 0,951?"),
        ("7,296.66", "có phải 7.296,66?"),
        ("1,555.5", "có phải 1.555,5?"),
        ("1,234,567", "có phải 1.234.567?"),
        ("519,", "có phải 519?"),
        ("1.090,", "có phải 1.090?"),
        ("1.555.", "có phải 1.555?"),
        ("+5", "có phải 5?"),
        (",15", "có phải 0,15?"),
        ("1 555", "có phải 1.555?"),
        ("1\xa0555", "có phải 1.555?"),
        ("1_000", "có phải 1.000?"),
        ("O5", "có phải 05?"),
        ("l.555", "có phải 1.555?"),
        ("1‚555", "có phải 1,555?"),
        ("1․555", "có phải 1.555?"),
        ("٣", "có phải 3?"),
        ("１２", "có phải 12?"),
        ("1e3", "có phải 1.000?"),
        ("1.5E-2", "có phải 0,015?"),
        ("", "để trống nghĩa là chưa báo cáo, không phải 0"),
        (" \u200b", "để trống nghĩa là chưa báo cáo, không phải 0"),
        ("-", "nếu là không có gì thì viết 0"),
        ("–", "nếu là không có gì thì viết 0"),
        ("5 người", "có chữ đi kèm thì dùng parse_quantity"),
        ("hơn 5", "có chữ đi kèm thì dùng parse_quantity"),
        ("2.15.910", ""),
        ("1..5", ""),
        ("NaN", ""),
        ("Infinity", ""),
        ("²", ""),
        ("169/1.169", ""),
        ("15-20", ""),
    ],
)
def test_refuses_what_is_not_plainly_one_number_and_says_how_it_is_meant(text: str, hint: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert (caught.value.text, caught.value.hint) == (text, hint)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05", Amount(Decimal(5), pad=2)),
        ("00", Amount(Decimal(0), pad=2)),
        ("-007", Amount(Decimal(-7), pad=3)),
        ("0", Amount(Decimal(0))),
        ("15", Amount(Decimal(15))),
        ("05,50", Amount(Decimal("5.50"), decimals=2)),
    ],
)
def test_a_numeral_keeps_how_it_was_printed(text: str, expected: Amount) -> None:
    assert parse_numeral(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("7296.60", "7.296,6"),
        ("100.0", "100"),
        ("1E+3", "1.000"),
        ("0E+3", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("1E-7", "0,0000001"),
        ("-1555.5", "-1.555,5"),
        ("-215910000", "-215.910.000"),
    ],
)
def test_writes_exactly_what_is_there_without_padding_zeros(number: str, expected: str) -> None:
    assert format_number(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("7296.60", "7.296,60"), ("100.0", "100,0"), ("1E+3", "1.000"), ("12.3456", "12,3456"), ("-0.0", "0,0")],
)
def test_keeps_the_scale_when_asked(number: str, expected: str) -> None:
    assert format_number(Decimal(number), keep_scale=True) == expected


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("-0.4", 0, "0"),
        ("0.125", 2, "0,13"),
        ("100", 2, "100,00"),
        ("999.995", 2, "1.000,00"),
        ("1234567890123456789012345678901.55", 1, "1.234.567.890.123.456.789.012.345.678.901,6"),
    ],
)
def test_rounds_half_up_and_fills_up_to_the_decimals_asked_for(
    number: str, decimals: int, expected: str
) -> None:
    assert format_number(Decimal(number), decimals) == expected


@pytest.mark.parametrize(
    ("number", "pad", "expected"),
    [
        ("5", 2, "05"),
        ("0", 2, "00"),
        ("15", 2, "15"),
        ("0.5", 2, "0,5"),
        ("-5", 2, "-05"),
        ("1555", 5, "01555"),
    ],
)
def test_pads_whole_numbers_only(number: str, pad: int, expected: str) -> None:
    assert format_number(Decimal(number), pad=pad) == expected


@pytest.mark.parametrize("number", [1.5, True, "5", None])
def test_takes_exact_numbers_only(number: object) -> None:
    with pytest.raises(TypeError, match=rf"đã nhận .* \({type(number).__name__}\)$"):
        format_number(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_writes_no_number_that_is_not_finite(number: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        format_number(Decimal(number))


@pytest.mark.parametrize(("decimals", "pad"), [(-1, 0), (0, -1)])
def test_refuses_negative_widths(decimals: int, pad: int) -> None:
    with pytest.raises(ValueError, match="cần từ 0 trở lên"):
        format_number(5, decimals, pad)


@FEW
@given(DECIMALS)
def test_agrees_with_the_locale_data_of_babel(number: Decimal) -> None:
    expected = format_decimal(abs(number), "#,##0.###", locale="vi")
    assert format_number(number).removeprefix("-") == expected


@FEW
@given(FINITE)
def test_reads_back_what_it_writes(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number
    kept = format_number(number, keep_scale=True)
    assert format_number(parse_number(kept), keep_scale=True) == kept


@FEW
@given(FINITE)
def test_does_not_depend_on_the_decimal_context_of_the_caller(number: Decimal) -> None:
    written = format_number(number), format_number(number, 2), parse_number(format_number(number))
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        assert (
            format_number(number),
            format_number(number, 2),
            parse_number(format_number(number)),
        ) == written


@FEW
@given(st.text("0123456789.,- ", max_size=10))
def test_either_reads_a_number_or_raises_the_one_error(text: str) -> None:
    try:
        number = parse_number(text)
    except NumberFormatError:
        return
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize(
    ("text", "percent"), [("51,59%", "51.59"), ("51,50 %", "51.50"), ("100%", "100"), ("3,13\xa0%", "3.13")]
)
def test_reads_a_percentage_with_its_decimals(text: str, percent: str) -> None:
    assert str(parse_percent(text).percent) == percent


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("51.59%", "có phải 51,59%?"),
        ("51,59", "có phải 51,59%?"),
        ("%", "để trống nghĩa là chưa báo cáo, không phải 0"),
        ("hơn 30%", "có chữ đi kèm thì dùng parse_quantity"),
        ("năm mươi", ""),
        ("５%", "có phải 5%?"),
    ],
)
def test_refuses_what_is_not_a_percentage(text: str, hint: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_percent(text)
    assert (caught.value.text, caught.value.hint) == (text, hint)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (488, 946, "51,59%"),
        (153, 946, "16,17%"),
        (1, 3, "33,33%"),
        (2, 3, "66,67%"),
        (1, 1, "100%"),
        (1, 2, "50%"),
        (1, 8, "12,5%"),
        (1, 800, "0,13%"),
        (-1, 800, "-0,13%"),
        (0, 946, "0%"),
        (5, 4, "125%"),
        (12345, 1, "1.234.500%"),
        (Decimal("4.5"), Decimal(9), "50%"),
    ],
)
def test_writes_a_ratio_as_a_percentage(
    numerator: int | Decimal, denominator: int | Decimal, expected: str
) -> None:
    assert format_percent(numerator, denominator) == expected


def test_rounds_a_percentage_to_the_decimals_asked_for() -> None:
    assert format_percent(488, 946, decimals=0) == "52%"
    assert format_percent(488, 946, decimals=4) == "51,5856%"


def test_writes_a_share_exactly_as_it_stood() -> None:
    assert format_percent(Share(Decimal("51.50"))) == "51,50%"


def test_has_no_percentage_of_nothing() -> None:
    with pytest.raises(ValueError, match="mẫu số bằng 0"):
        format_percent(1, 0)


@pytest.mark.parametrize("arguments", [(1,), (0.5, 1), (1, 2.0), (True, 2)])
def test_takes_a_share_or_two_exact_numbers(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError) as caught:
        format_percent(*arguments)  # type: ignore[call-overload]
    assert isinstance(caught.value, MttqError)


@FEW
@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_written_percentage_admits_the_ratio_it_came_from(numerator: int, denominator: int) -> None:
    share = parse_percent(format_percent(numerator, denominator))
    exact = Fraction(100 * numerator, denominator)
    assert abs(Fraction(share.percent) - exact) <= Fraction(1, 200)


@FEW
@given(DECIMALS)
def test_reads_back_a_share(percent: Decimal) -> None:
    text = format_percent(Share(percent))
    assert parse_percent(text) == Share(percent)
    assert parse_percent(unicodedata.normalize("NFD", text).replace("%", "\xa0%")) == Share(percent)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("O5", "05"), ("o5", "05"), ("l5", "15"), ("I5", "15"), ("5‚7", "5,7"), ("1․555", "1.555")),
        *(("5,", "5"), ("+ 5", "5"), (",15", "0,15"), ("7,296.66", "7.296,66"), ("1_555", "1.555")),
        *(("1e3", "1.000"), ("1.5E-2", "0,015"), ("-2e1", "-20"), ("５", "5")),
    ],
)
def test_a_typing_error_is_reported_with_what_is_meant(text: str, meant: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_number(text)
    assert caught.value.hint == f"có phải {meant}?"
