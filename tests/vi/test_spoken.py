"""Numbers in words in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttq.vi import find_quantities
from mttq.vi._spoken import read_spoken
from mttq.vi.words import number_to_words


def read(text: str) -> tuple[int | None, str]:
    found = read_spoken(text, 0)
    assert found is not None
    amount = found.amount
    return (None if amount is None else int(amount.value)), text[: found.end]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("hai mươi bảy thôn", 27, "hai mươi bảy"),
        ("ba trăm sáu mươi mốt hộ", 361, "ba trăm sáu mươi mốt"),
        ("hai triệu lượt", 2_000_000, "hai triệu"),
        ("ba chục người", 30, "ba chục"),
        ("một chục bát", 10, "một chục"),
        ("ba chục triệu đồng", 30_000_000, "ba chục triệu"),
        ("hai vạn người", 20_000, "hai vạn"),
        ("hai triệu rưỡi đồng", 2_500_000, "hai triệu rưỡi"),
        ("một trăm rưỡi đồng", 150, "một trăm rưỡi"),
        ("bốn tỷ, hai trăm ba mươi triệu, năm trăm nghìn đồng", 4_230_500_000, None),
        ("ba mươi năm qua", 30, "ba mươi"),
        ("năm năm qua", 5, "năm"),
        ("ba mươi nhăm hộ", 35, "ba mươi nhăm"),
        ("hai nghìn tỷ đồng", 2_000_000_000_000, "hai nghìn tỷ"),
        ("vài chục hộ", 20, "vài chục"),
        ("mấy trăm nghìn đồng", 200_000, "mấy trăm nghìn"),
        ("hàng chục triệu đồng", 10_000_000, "hàng chục triệu"),
        ("hàng nghìn tỷ đồng", 10**12, "hàng nghìn tỷ"),
        ("nửa triệu lượt", 500_000, "nửa triệu"),
    ],
)
def test_reads_a_number(text: str, value: int, words: str | None) -> None:
    assert read(text) == (value, words or text.removesuffix(" đồng"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("một triệu hai hộ", "một triệu hai"),
        ("ba bốn hộ", "ba bốn"),
        ("một hai người", "một hai"),
        ("hai rưỡi", "hai rưỡi"),
        ("hai phẩy năm triệu", "hai phẩy năm triệu"),
        ("hai phần ba thành viên", "hai phần ba"),
        ("một phần tư số hộ", "một phần tư"),
        ("linh năm hộ", "linh năm"),
        ("vạn hộ", "vạn"),
        ("rưỡi", "rưỡi"),
        ("ba mươi rưỡi", "ba mươi rưỡi"),
    ],
)
def test_what_is_not_certain_is_not_a_number_and_neither_is_a_part_of_it(text: str, words: str) -> None:
    assert read(text) == (None, words)


@pytest.mark.parametrize("text", ["hộ", "hàng năm", "vài hộ", "mấy hộ", "bao", "5 hộ", "năng", ""])
def test_no_number_begins_here(text: str) -> None:
    assert read_spoken(text, 0) is None


def test_vague_numbers_and_single_words_are_marked() -> None:
    assert [read_spoken(text, 0).vague for text in ("vài chục hộ", "hai chục hộ")] == [True, False]  # type: ignore[union-attr]
    assert [read_spoken(text, 0).single for text in ("hai hộ", "hai chục hộ")] == [True, False]  # type: ignore[union-attr]


def test_the_scale_is_the_last_class_if_a_word_says_it() -> None:
    scales = {
        "hai triệu": 10**6,
        "hai nghìn tỷ": 10**12,
        "hai tỷ tỷ tỷ": 1,
        "hai triệu không trăm linh một": 1,
    }
    assert {text: read_spoken(text, 0).amount.scale for text in scales} == scales  # type: ignore[union-attr]


@given(st.integers(0, 10**15))
def test_reads_every_number_that_is_written_in_full(number: int) -> None:
    words = number_to_words(number)
    found = read_spoken(f"{words} hộ", 0)
    assert found is not None
    assert found.amount is not None
    assert (found.amount.value, found.end) == (Decimal(number), len(words))


def test_a_vague_number_beyond_the_last_scale_that_has_a_word_is_none() -> None:
    assert [found.unit for found, _ in find_quantities("hàng tỷ tỷ đồng")] == ["VND"]
    assert find_quantities("hàng tỷ tỷ tỷ đồng") == []
