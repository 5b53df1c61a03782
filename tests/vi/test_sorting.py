"""The order of the dictionary, for texts and for people."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.vi.sorting import name_sort_key, sort_key

PEOPLE = """\
Nguyễn Văn An
Hoàng Anh
Phạm Thị Ảnh
Lê Văn Ánh
Trần Thị Ân
Đặng Văn Bình
Đỗ Thị Bính
Võ Văn Dũng
Trần Thị Dương
Hồ Đạt
Nguyễn Đức
Lê Đương
Hồ Văn Hoa
Hồ Thị Hòa
Hồ Văn Hóa
Nguyễn Thị Tú
Nguyễn Văn Tư
Lê Thị Tự
Bùi Văn Ưng
A Viết Ý"""


def test_people_go_by_given_name() -> None:
    names = PEOPLE.splitlines()
    assert sorted(set(names), key=name_sort_key) == names


def test_people_of_one_given_name_go_by_family_then_middle_name() -> None:
    names = ["An", "Đỗ An", "Lê Thị An", "Lê Văn An", "Trần An", "Lê Bình"]
    assert sorted(set(names), key=name_sort_key) == names


@pytest.mark.parametrize(
    "ordered",
    [
        "An Anh Ảnh Ánh Ân",
        "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "Đạt Đức Đương",
        "Thuý Thuỵ",
        "oa oà ỏa oã óa oạ",
        "5 05a a",
    ],
)
def test_letters_then_tones(ordered: str) -> None:
    words = ordered.split()
    assert sorted(set(words), key=sort_key) == words
    assert all(sort_key(one) < sort_key(other) for one, other in pairwise(words))


@pytest.mark.parametrize(
    "ordered",
    [
        ["Ha Bình", "Hà An"],
        ["Hà", "Hà An", "Hà An 2"],
        ["Thôn 1", "Thôn 2", "Thôn 02A", "Thôn 10", "Thôn An"],
        ["Krông Ana", "Krông Bŏng", "Krông Bông", "Krông Búk"],
        ["Tổ 2/1", "Tổ 2/10"],
    ],
)
def test_syllable_by_syllable_and_numbers_by_value(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "HÒA"), ("Tổ 05", "tổ  5"), ("Ðông", "Đông"), ("A-B", "a b")]
)
def test_spelling_does_not_change_the_order(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other) == sort_key(unicodedata.normalize("NFD", one))


def test_a_key_holds_the_letters_the_tone_and_the_number_of_each_syllable() -> None:
    assert sort_key("Bá 12") == (("\3\0", (3,), 0), ("", (), 12))


def test_an_empty_text_comes_first() -> None:
    assert sort_key("") == name_sort_key(" ") == () < sort_key("a")


@given(st.text(), st.text())
@settings(max_examples=100)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    keys = sort_key(one), sort_key(other)
    assert (keys[0] < keys[1]) + (keys[0] == keys[1]) + (keys[0] > keys[1]) == 1
    assert sort_key(unicodedata.normalize("NFD", one)) == keys[0]
