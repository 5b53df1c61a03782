"""The words around a figure: those that hedge it, those that are numbers, those that make it none."""

from decimal import Decimal

import pytest

from mttq.values import Qualifier, Quantity
from mttq.vi.figures import Figure, scan

HEDGES = {
    Qualifier.MORE_THAN: "hơn, trên, >, quá, vượt quá, lớn hơn, nhiều hơn, cao hơn",
    Qualifier.AT_LEAST: "ít nhất, tối thiểu, không dưới, ≥, >=",
    Qualifier.NEARLY: "gần, ngót",
    Qualifier.LESS_THAN: "dưới, <, nhỏ hơn, ít hơn, thấp hơn, chưa đạt, chưa đến, chưa tới, chưa đầy",
    Qualifier.AT_MOST: "không quá, không vượt quá, tối đa, nhiều nhất, ≤, <=",
    Qualifier.ABOUT: "khoảng, ước, ước đạt, ước tính, xấp xỉ, trên dưới",
}
ALSO_PREPOSITIONS = {"trên", "dưới", "gần", "quá", "ước"}
WORDS = [(word, qualifier) for qualifier, words in HEDGES.items() for word in words.split(", ")]


def households(number: int, qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    return Quantity(value=Decimal(number), unit="households", qualifier=qualifier)


@pytest.mark.parametrize(("word", "qualifier"), WORDS)
def test_a_hedge_belongs_to_the_figure_that_follows(word: str, qualifier: Qualifier) -> None:
    assert [each.quantity for each in scan(f"xã (\n“{word} 5 hộ”)")] == [households(5, qualifier)]
    for between in (" ", " là ") if word != "nhiều nhất" else (" ",):
        number = len("có ") + len(word) + len(between)
        assert list(scan(f"có {word}{between}5 hộ")) == [
            Figure(households(5, qualifier), 3, number, number + 4, plain=True)
        ]


@pytest.mark.parametrize(("word", "qualifier"), WORDS)
def test_before_a_bare_number_some_hedges_may_be_prepositions(word: str, qualifier: Qualifier) -> None:
    [figure] = scan(f"{word} 5")
    assert (figure.quantity.qualifier, figure.plain) == (qualifier, word not in ALSO_PREPOSITIONS)


@pytest.mark.parametrize("word", [word for word, _ in WORDS if word.isalpha()])
def test_a_part_of_a_word_hedges_nothing(word: str) -> None:
    [figure] = scan(f"x{word} 5 hộ")
    assert (figure.quantity, figure.start) == (households(5), figure.number)


def test_numbers_from_one_to_ten_may_be_words() -> None:
    words = ["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    found = [figure.quantity for word in words for figure in scan(f"tặng {word} hộ")]
    assert found == [households(number) for number in range(2, 11)]
    assert [figure.quantity for figure in scan("tặng một hộ", strict=True)] == [households(1)]
    assert list(scan("tặng một hộ")) == []


@pytest.mark.parametrize("word", ["thứ", "mươi", "trăm", "linh", "lẻ", "nghìn", "tháng", "ngày", "lớp", "số"])
def test_the_last_word_of_a_number_is_none(word: str) -> None:
    assert list(scan(f"{word} hai hộ")) == []
    assert [figure.quantity for figure in scan(f"{word}, hai hộ")] == [households(2)]


@pytest.mark.parametrize("word", ["gồm", "tặng", "có", "được", "với", "và", "đủ", "cả", "trong"])
def test_five_and_the_year_are_distinguished_by_the_word_before(word: str) -> None:
    assert [figure.quantity for figure in scan(f"{word} năm hộ")] == [households(5)] * (word != "trong")
    assert list(scan(f"x{word} năm hộ")) == []
    assert [figure.quantity.unit for figure in scan(f"{word} năm năm")] == ["years"]


@pytest.mark.parametrize(
    "word", ["để", "cho", "và", "từ", "của", "trong", "với", "do", "là", "được", "đã", "nhằm"]
)
def test_millions_of_nothing_are_money(word: str) -> None:
    for text in (f"hỗ trợ 45 triệu {word} dân", f"hỗ trợ 45 triệu/năm {word} dân"):
        assert [figure.quantity.unit for figure in scan(text)] == ["VND/year" if "/" in text else "VND"]
    assert [figure.quantity.unit for figure in scan(f"có 45 triệu {word}x dân")] == [None]
    assert [figure.quantity.unit for figure in scan(f"có 45 nghìn {word} dân", strict=True)] == [None]


@pytest.mark.parametrize("end", ["", ".", ",", ";", ":", ")", "…", "\n"])
def test_millions_at_the_end_of_a_clause_are_money(end: str) -> None:
    assert [figure.quantity.unit for figure in scan(f"hỗ trợ 45 triệu{end}")] == ["VND"]


def test_money_without_its_currency_ends_where_its_words_end() -> None:
    text = "hỗ trợ 45 triệu/người/năm cho"
    [figure] = scan(text)
    assert (figure.quantity.unit, text[figure.start : figure.end]) == (
        "VND/person/year",
        "45 triệu/người/năm",
    )


@pytest.mark.parametrize("text", ["12abc", "5x hộ", "hàng trăm", "hàng trăm xyz", "ba xyz"])
def test_letters_beside_a_number_and_words_without_a_unit_are_no_figures(text: str) -> None:
    assert list(scan(text)) == []
