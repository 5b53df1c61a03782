"""Numbers in words: the rules of grammar over whole ranges, and an exact way back."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import ArgumentError, NumberFormatError
from mttq.vi.words import (
    Thousand,
    ZeroTens,
    money_to_words,
    number_to_words,
    words_to_money,
    words_to_number,
)

WORDS = {
    0: "không",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    55: "năm mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    121: "một trăm hai mươi mốt",
    1000: "một nghìn",
    1005: "một nghìn không trăm linh năm",
    1010: "một nghìn không trăm mười",
    1015: "một nghìn không trăm mười lăm",
    1020: "một nghìn không trăm hai mươi",
    1100: "một nghìn một trăm",
    2025: "hai nghìn không trăm hai mươi lăm",
    10_000: "mười nghìn",
    105_000: "một trăm linh năm nghìn",
    140_407: "một trăm bốn mươi nghìn bốn trăm linh bảy",
    1_000_001: "một triệu không trăm linh một",
    1_001_000: "một triệu không trăm linh một nghìn",
    145_001_000: "một trăm bốn mươi lăm triệu không trăm linh một nghìn",
    215_910_000: "hai trăm mười lăm triệu chín trăm mười nghìn",
    10**9: "một tỷ",
    10**9 + 1: "một tỷ không trăm linh một",
    4_500_000_000: "bốn tỷ năm trăm triệu",
    1_230_000_000_000: "một nghìn hai trăm ba mươi tỷ",
    10**12: "một nghìn tỷ",
    10**12 + 10**6: "một nghìn tỷ không trăm linh một triệu",
    10**15: "một triệu tỷ",
    10**18: "một tỷ tỷ",
    10**18 + 10**9: "một tỷ không trăm linh một tỷ",
    10**27: "một tỷ tỷ tỷ",
    -21: "âm hai mươi mốt",
}
BOUNDARIES = sorted({sign * (10**n + step) for n in range(31) for step in (-1, 0, 1, 5) for sign in (1, -1)})
NEVER = re.compile(
    r"mươi (một|bốn|năm)|mười (mốt|tư|năm|lẻ|linh)|linh (mười|mốt|tư|lăm|không)|(không|một|linh) mươi|"
    r"linh [^ ]+ mươi|(trăm|nghìn|triệu) (mốt|tư|lăm)|(mươi|mười) không|  |^ | $|^không (?!trăm)"
)
REFUSED = """\
âm
âm không
âm âm một
abc
21
một một hai
một triệu hai
hai rưỡi
ba chục
hăm mốt
năm mươi tư phần trăm
hai mươi một
hai mươi năm
mười năm
linh năm
không năm
một nghìn linh năm
một nghìn năm
một trăm mười linh một
nghìn
tỷ
tỷ tỷ
một trăm lẽ một
một nghìn một nghìn
một nghìn một triệu
hai trăm trăm
không trăm linh một
một phẩy năm
một triệu không nghìn
năm đồng
một, hai
không không
mốt
lăm
tư
mười mươi
một mươi"""


@pytest.mark.parametrize(("number", "words"), WORDS.items())
def test_a_number_and_its_words_are_one(number: int, words: str) -> None:
    assert number_to_words(number) == words
    assert number_to_words(Decimal(number)) == words
    assert words_to_number(words) == number


def test_no_number_below_a_million_breaks_a_rule_of_grammar() -> None:
    """A number is thousands read alone, "nghìn" and three full digits: two thousand cases are all."""
    alone = [number_to_words(n) for n in range(1000)]
    below = [number_to_words(1000 + n).removeprefix("một nghìn ") for n in range(1, 1000)]
    assert not [words for words in alone[1:] + below if NEVER.search(words)]
    assert all("trăm" in words for words in below)
    assert len(set(alone)) == 1000
    for n in range(1_000, 1_000_000, 97):
        thousands, rest = divmod(n, 1000)
        assert number_to_words(n) == f"{alone[thousands]} nghìn{' ' + below[rest - 1] if rest else ''}"


@pytest.mark.parametrize("zero_classes", [False, True])
def test_reading_back_is_exact_for_small_numbers_and_at_every_boundary(*, zero_classes: bool) -> None:
    for number in [*range(-1100, 2200), *range(0, 1_000_000, 1999), *BOUNDARIES]:
        assert words_to_number(number_to_words(number, zero_classes=zero_classes)) == number


@given(
    st.integers(-(10**18), 10**18) | st.integers(),
    st.builds(
        partial,
        st.just(number_to_words),
        zero_tens=st.sampled_from(["linh", "lẻ"]),
        thousand=st.sampled_from(["nghìn", "ngàn"]),
        zero_classes=st.booleans(),
    ),
)
@settings(max_examples=100)
def test_reading_back_is_exact_in_every_style(number: int, read: Callable[[int], str]) -> None:
    words = read(number)
    assert words_to_number(words) == number
    assert words_to_number(unicodedata.normalize("NFD", words.upper())) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (8_000_001, "tám triệu không nghìn không trăm linh một"),
        (10**9 + 5, "một tỷ không triệu không nghìn không trăm linh năm"),
        (10**12 + 1, "một nghìn tỷ không triệu không nghìn không trăm linh một"),
        (10**12, "một nghìn tỷ"),
        (10**15 + 10**9, "một triệu không nghìn không trăm linh một tỷ"),
        (5_000_000, "năm triệu"),
        (1_000_000_000_000_000_005, "một tỷ tỷ không triệu không nghìn không trăm linh năm"),
    ],
)
def test_schools_read_an_empty_class_within_the_number(number: int, words: str) -> None:
    assert number_to_words(number, zero_classes=True) == words


@pytest.mark.parametrize("words", [{"zero_tens": "le"}, {"thousand": "nghin"}])
def test_words_that_nobody_says_are_refused(words: Any) -> None:
    ((name, given),) = words.items()
    with pytest.raises(ArgumentError, match=f"^{name}: cần một trong: .*; đã nhận '{given}'"):
        number_to_words(105, **words)


def test_the_south_says_ngan_and_le_in_the_fraction_too() -> None:
    words = number_to_words(Decimal("1005.101"), thousand="ngàn", zero_tens="lẻ")
    assert words == "một ngàn không trăm lẻ năm phẩy một trăm lẻ một"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("21.5", "hai mươi mốt phẩy năm"),
        ("21.50", "hai mươi mốt phẩy năm"),
        ("51.59", "năm mươi mốt phẩy năm mươi chín"),
        ("0.05", "không phẩy không năm"),
        ("2.005", "hai phẩy không không năm"),
        ("1.10", "một phẩy một"),
        ("3.14", "ba phẩy mười bốn"),
        ("-0.5", "âm không phẩy năm"),
        ("-0", "không"),
        ("100.00", "một trăm"),
        ("1E+3", "một nghìn"),
    ],
)
def test_a_fraction_is_read_as_a_number_after_phay(number: str, words: str) -> None:
    assert number_to_words(Decimal(number)) == words


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    with localcontext(prec=3):
        assert number_to_words(Decimal("215910000.125")) == f"{WORDS[215_910_000]} phẩy một trăm hai mươi lăm"
        assert words_to_number(WORDS[215_910_000]) == 215_910_000


def test_a_number_of_any_size_is_read() -> None:
    assert number_to_words(10**9000) == "một" + " tỷ" * 1000


@pytest.mark.parametrize("number", [1.5, True, "5", None])
def test_only_exact_numbers_are_read(number: object) -> None:
    with pytest.raises(TypeError):
        number_to_words(number)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        money_to_words(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_anything_but_a_finite_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        number_to_words(Decimal(number))


def test_money_is_read_in_whole_dong() -> None:
    assert (
        money_to_words(1_005_000, thousand="ngàn", zero_tens="lẻ") == "một triệu không trăm lẻ năm ngàn đồng"
    )
    with pytest.raises(TypeError, match="cần số nguyên"):
        money_to_words(Decimal(5))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một trăm lẻ một", 101),
        ("Một ngàn không trăm lẻ năm", 1005),
        ("bốn tỉ năm trăm triệu", 4_500_000_000),
        ("một nghìn tỷ", 10**12),
        ("ÂM HAI MƯƠI MỐT", -21),
        ("hai mươi bốn", 24),
        ("  hai\xa0mươi  mốt ", 21),
        ("một trăm bốn mươi bốn ngàn", 144_000),
    ],
)
def test_spelling_and_dialect_are_free(words: str, number: int) -> None:
    assert words_to_number(words) == number


@pytest.mark.parametrize("words", ["", " ", *REFUSED.splitlines()])
def test_what_the_grammar_does_not_make_is_refused_and_never_guessed(words: str) -> None:
    with pytest.raises(NumberFormatError, match="không phải cách đọc"):
        words_to_number(words)


@given(st.lists(st.sampled_from(f"{' '.join(WORDS.values())} lẻ ngàn tỉ phẩy".split()), max_size=8))
@settings(max_examples=100)
def test_no_series_of_number_words_yields_a_wrong_number(words: list[str]) -> None:
    text = " ".join(words)
    try:
        number = words_to_number(text)
    except NumberFormatError:
        return
    plain = (
        text.replace("lẻ", "linh").replace("ngàn", "nghìn").replace("tỉ", "tỷ").replace("mươi bốn", "mươi tư")
    )
    assert plain in (number_to_words(number), number_to_words(number, zero_classes=True))


@given(
    st.integers(-(10**20), 10**20),
    st.sampled_from(["linh", "lẻ"]),
    st.sampled_from(["nghìn", "ngàn"]),
    st.booleans(),
)
def test_every_sum_in_words_is_read_back(dong: int, tens: ZeroTens, thousand: Thousand, zeros: bool) -> None:
    words = money_to_words(dong, zero_tens=tens, thousand=thousand, zero_classes=zeros)
    for voucher in (
        words,
        f"(Bằng chữ: {words.capitalize()} chẵn./.)",
        f"Số tiền viết bằng chữ: {words.upper()}.",
    ):
        assert words_to_money(voucher) == dong


def test_commas_between_the_classes_are_read_over() -> None:
    assert words_to_money("Bốn tỷ, hai trăm ba mươi triệu, năm trăm nghìn đồng") == 4_230_500_000


@pytest.mark.parametrize(
    "text", ["", "năm", "đồng", "5 đồng", "một triệu hai đồng", "hai, ba đồng", "ba trăm hộ", "hai rưỡi đồng"]
)
def test_what_is_not_a_sum_in_words_is_refused(text: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        words_to_money(text)
    assert caught.value.text == text
