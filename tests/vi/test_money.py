"""Reading and writing sums of money."""

import unicodedata
from decimal import ROUND_DOWN, Context, Decimal, localcontext
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import MttqError, NumberFormatError
from mttq.vi.money import format_amount, format_money, parse_money, read_amount, read_short_money
from mttq.vi.numbers import Amount

FEW = settings(max_examples=100)
SUMS = st.integers(-(10**20), 10**20)


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("215.910.000đ", 215_910_000),
        ("215910000 VNĐ", 215_910_000),
        ("200.000 vnd", 200_000),
        ("200.000₫", 200_000),
        ("21,5 triệu đồng", 21_500_000),
        ("4,5 tỷ đồng", 4_500_000_000),
        ("4,5 tỉ đồng", 4_500_000_000),
        ("4,5 Tỷ", 4_500_000_000),
        ("-21,5 triệu", -21_500_000),
        ("\N{MINUS SIGN}5 đồng", -5),
        ("200 ngàn đồng", 200_000),
        ("500 nghìn đồng", 500_000),
        ("5 vạn đồng", 50_000),
        ("1.234,567 tỷ đồng", 1_234_567_000_000),
        ("1,5 nghìn tỷ đồng", 1_500_000_000_000),
        ("1,5 ngàn tỉ đồng", 1_500_000_000_000),
        ("1,3 triệu tỷ đồng", 1_300_000_000_000_000),
        ("2 tỷ tỷ đồng", 2_000_000_000_000_000_000),
        ("1 tỷ 250 triệu", 1_250_000_000),
        ("102 tỷ 417 triệu đồng", 102_417_000_000),
        ("1 tỷ 250 triệu 500 nghìn đồng", 1_250_500_000),
        ("00 đồng", 0),
        ("0,000000001 tỷ đồng", 1),
    ],
)
def test_reads_whole_dong(text: str, dong: int) -> None:
    assert parse_money(text) == dong
    assert parse_money(unicodedata.normalize("NFD", text).replace(" ", "\xa0")) == dong


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("1.5 tỷ đồng", "không phải số viết theo cách của Việt Nam", "có phải 1,5?"),
        ("1,234,567 đồng", "không phải số viết theo cách của Việt Nam", "có phải 1.234.567?"),
        ("1,555 đồng", "số tiền phải tròn đồng", "có phải 1.555 đồng?"),
        ("1,5 đồng", "số tiền phải tròn đồng", ""),
        ("0,0000000001 tỷ đồng", "số tiền phải tròn đồng", ""),
        ("215.910.000", "thiếu đơn vị tiền", "có phải 215.910.000 đồng?"),
        ("500 nghìn", "thiếu đơn vị tiền", "có phải 500 nghìn đồng?"),
        ("hơn 4,5 tỷ đồng", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
        ("hàng trăm tỷ đồng", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
        ("1 - 2 triệu đồng", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
        ("5 triệu đồng/người", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
        ("5 tỷ lệ", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
        ("1 triệu 5 tỷ đồng", "các bậc tỷ, triệu, nghìn phải ghi từ lớn đến nhỏ", ""),
        ("1 tỷ 1.250 triệu đồng", "các bậc tỷ, triệu, nghìn phải ghi từ lớn đến nhỏ", ""),
        ("", "không phải một số tiền", "có chữ đi kèm thì dùng parse_quantity"),
    ],
)
def test_refuses_anything_but_an_exact_sum(text: str, reason: str, hint: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_money(text)
    assert (caught.value.text, caught.value.reason, caught.value.hint) == (text, reason, hint)


@pytest.mark.parametrize(
    ("dong", "expected"),
    [
        (4_500_000_000, "4,5 tỷ đồng"),
        (4_500_000_000_000, "4.500 tỷ đồng"),
        (215_910_000, "215,91 triệu đồng"),
        (200_000, "200 nghìn đồng"),
        (0, "0 đồng"),
        (500, "500 đồng"),
        (-21_500_000, "-21,5 triệu đồng"),
        (215_910_123, "215.910.123 đồng"),
        (999_999_999, "999.999.999 đồng"),
        (1_234_567_000_000, "1.234.567 triệu đồng"),
        (999_950, "999,95 nghìn đồng"),
    ],
)
def test_auto_takes_the_largest_scale_that_needs_two_decimals_at_most(dong: int, expected: str) -> None:
    assert format_money(dong, "auto") == expected


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (None, "215.910.123 đồng"),
        ("nghìn", "215.910,123 nghìn đồng"),
        ("triệu", "215,910123 triệu đồng"),
        ("tỷ", "0,215910123 tỷ đồng"),
    ],
)
def test_a_chosen_scale_never_rounds(scale: Literal["tỷ", "triệu", "nghìn"] | None, expected: str) -> None:
    assert format_money(215_910_123, scale) == expected


@FEW
@given(SUMS, st.sampled_from([None, "auto", "tỷ", "triệu", "nghìn"]))
def test_reads_back_what_it_writes(dong: int, scale: Literal["auto", "tỷ", "triệu", "nghìn"] | None) -> None:
    written = format_money(dong, scale)
    assert parse_money(written) == dong
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        assert (format_money(dong, scale), parse_money(written)) == (written, dong)


@pytest.mark.parametrize("dong", [1.5, True, Decimal(5), "5"])
def test_writes_whole_dong_only(dong: object) -> None:
    with pytest.raises(TypeError, match="cần số nguyên; đã nhận") as caught:
        format_money(dong)  # type: ignore[arg-type]
    assert isinstance(caught.value, MttqError)


@pytest.mark.parametrize("scale", ["vạn", "nghìn tỷ", "", "million"])
def test_refuses_a_scale_that_is_not_printed(scale: str) -> None:
    with pytest.raises(ValueError, match="scale: cần một trong"):
        format_money(5, scale)  # type: ignore[arg-type]


def test_an_amount_keeps_how_it_was_printed() -> None:
    assert read_amount("05 tỷ", 0) == (Amount(Decimal(5_000_000_000), 10**9, 0, 2), 5)
    assert read_amount("4,50 tỷ", 0) == (Amount(Decimal(4_500_000_000), 10**9, 2, 0), 7)
    assert read_amount("tỷ", 0) is None


def test_writes_all_digits_of_an_amount() -> None:
    assert format_amount(Amount(Decimal("1.5"))) == "1,5"
    with pytest.raises(ValueError, match="không có từ chỉ bậc 7"):
        format_amount(Amount(Decimal(7), 7))


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("12 trđ", 12_000_000),
        ("8 tr.đ", 8_000_000),
        ("-450tr đồng", -450_000_000),
        ("75 ngđ", 75_000),
        ("300k", 300_000),
    ],
)
def test_reads_money_written_short(text: str, dong: int) -> None:
    assert parse_money(text) == dong


@pytest.mark.parametrize("text", ["300 k", "12 tr/hộ", "1tr5", "0,0000001tr", "1.5tr", "tr", "5 trang"])
def test_refuses_what_is_not_money_written_short(text: str) -> None:
    with pytest.raises(NumberFormatError):
        parse_money(text)
    assert read_short_money("5 trang", 0) is None
