"""Numbers beyond any meaning are refused by all that reads notation, and passed over by all that searches."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq import vi
from mttq.errors import NotationError, NumberFormatError
from mttq.values.figures import rounded
from mttq.vi.numbers import TOO_LONG

NINES = "9" * 31
READERS = [name for name in vi.__all__ if name.startswith(("parse_", "find_", "sort_", "name_", "words_to"))]


@pytest.mark.parametrize("text", ["9" * 30, "-" + "9" * 30, "0," + "9" * 30, "9" * 30 + "," + "9" * 30])
def test_thirty_digits_are_read(text: str) -> None:
    assert vi.parse_number(text) == Decimal(text.replace(",", "."))


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("parse_number", "9" * 32),
        ("parse_number", "9" * 5000),
        ("parse_number", f"0,{NINES}9"),
        ("parse_number", "0" * 31),
        ("parse_percent", f"{NINES}%"),
        ("parse_money", f"{NINES} đồng"),
        ("parse_money", f"{'9' * 22} tỷ đồng"),
        ("parse_quantity", f"{NINES} hộ"),
        ("parse_quantity", f"{'9' * 22} tỷ đồng"),
        ("parse_quantity", f"từ {'8' * 22} đến {'9' * 22} tỷ đồng"),
        ("parse_quantity", f"từ {'8' * 28} đến {'9' * 21} tỷ đồng"),
        ("parse_pair", f"1/{NINES}"),
    ],
)
def test_more_digits_are_refused(reader: str, text: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        getattr(vi, reader)(text)
    assert (caught.value.text, caught.value.reason) == (text, TOO_LONG)


def test_more_digits_in_a_running_text_are_passed_over() -> None:
    text = f"có {NINES} hộ, {'8' * 22} - {'9' * 22} tỷ đồng, 0{NINES} người và 5 hộ"
    assert [vi.format_quantity(found) for found, _ in vi.find_quantities(text)] == ["5 hộ"]


PARTS = [
    "9" * 30,
    "9" * 31,
    "9" * 5000,
    "0" * 40,
    "0," + "3" * 30,
    "5",
    "từ ",
    " đến ",
    " - ",
    " tỷ",
    " đồng",
]
PARTS += [
    " hộ",
    "%",
    "/",
    ",",
    ".000",
    "hơn ",
    "-",
    " trở lên",
    "ngày ",
    "tháng ",
    "năm ",
    "số ",
    "/QĐ-TTg",
    "thôn ",
]


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), max_size=6).map("".join))
def test_no_reader_breaks_down_over_digits(reader: str, text: str) -> None:
    with suppress(NotationError):
        getattr(vi, reader)(text)


def test_names_with_very_long_numbers_are_sorted_behind_all_other_numbers() -> None:
    names = ["Thôn A", f"Thôn {'1' * 5000}", f"Thôn {NINES}", "Thôn 007", "Thôn 5"]
    assert sorted(names, key=vi.sort_key) == names[::-1]


def test_figures_of_any_size_are_written() -> None:
    assert vi.format_number(10**5000) == "1" + "0" * 2 + ".000" * 1666
    assert rounded(Fraction(10**5000, 8)) == Decimal(125 * 10**4997)
    assert rounded(Fraction(-5, 1000)) == Decimal("-0.01")
