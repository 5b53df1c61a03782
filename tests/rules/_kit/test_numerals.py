import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.rules._kit.numerals import ordinal


@pytest.mark.parametrize(
    ("number", "place"),
    [
        *zip(
            ("I", "II", "III", "IV", "V", "VI", "IX", "X", "XIV", "XIX"),
            (1, 2, 3, 4, 5, 6, 9, 10, 14, 19),
            strict=True,
        ),
        *(("2.1", 1), ("2.10.", 10), ("3)", 3), ("Mục 4", 4)),
        *(("a", 1), ("d)", 4), ("đ)", 5), ("e", 6), ("B", 2), ("C", 3)),
        *(("Phần thứ nhất", 1), ("Phần thứ hai", 2), ("PHẦN THỨ TƯ", 4), ("Phần IV", 4)),
        *(("", None), ("Mở đầu", None), ("1a", None), ("²", None)),
    ],
)
def test_a_printed_number_has_a_place(number: str, place: int | None) -> None:
    assert ordinal(number) == place


@settings(max_examples=50)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_last_part_of_a_decimal_number_counts(chapter: int, section: int) -> None:
    assert ordinal(f"{chapter}.{section}") == section
