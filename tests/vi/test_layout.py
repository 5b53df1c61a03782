"""Layout changes nothing: line ends, blanks, marks and spellings of one text are read alike."""

import json
import re
import textwrap
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import FieldError
from mttq.vi import (
    find_dates,
    find_documents,
    find_quantities,
    parse_date,
    parse_document,
    parse_money,
    parse_number,
    parse_pair,
    parse_percent,
    parse_period,
    parse_quantity,
    words_to_number,
)
from mttq.vi._layout import _FIRST, _RUN, lay_out, plain_text
from mttq.vi.text import normalize

FEW = settings(max_examples=100)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "notation" / "texts.jsonl"
VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyĐÂƯ àảãáạầẩẫấậỳỷỹýỵửựờộ-–0123456789.,/%")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("hơn\r\n907 tỷ", "hơn 907 tỷ"),
        ("hơn \r 907\u2028tỷ\v\fđồng", "hơn 907 tỷ\nđồng"),
        ("một  dòng\u3000 dài", "một dòng dài"),
        ("15\n\nhộ", "15\nhộ"),
        ("15 \r\n \r\nhộ", "15\nhộ"),
        ("15\u2029hộ", "15\nhộ"),
        ("15\n\thộ", "15\nhộ"),
        ("15\thộ", "15\thộ"),
        ("| 946 | hộ |", "\t946\thộ\t"),
        ("**946** hộ", "946 hộ"),
        ("hơn *946* _hộ_ và __5__ `nhà`", "hơn 946 hộ và 5 nhà"),
        ("3 * 4 = 12, 3*4, ____, a_b, 5\\-7", "3 * 4 = 12, 3*4, ____, a_b, 5-7"),
        ("<b>946</b> <span class='x'>hộ</span>", "946 hộ"),
        ("946 <b> hộ</b>", "946 hộ"),
        ("946<br/>hộ<br><br>nghèo", "946 hộ\nnghèo"),
        ("<td>946</td><td>hộ</td>", "\t946\thộ\t"),
        ("<p>946</p><p>hộ</p>", "\n946\nhộ\n"),
        ("946&nbsp;hộ, &gt;&#53; &le; x &lạ;", "946 hộ, >5 ≤ x &lạ;"),
        ("<5 hộ và >3 người", "<5 hộ và >3 người"),
        ("2026–2031 − 5", "2026-2031 - 5"),
    ],
)
def test_a_text_has_one_plain_form(text: str, plain: str) -> None:
    assert lay_out(text).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("tổng cộng 318.\n450.000 đồng", "tổng cộng 318.450.000 đồng"),
        ("tổng cộng 318.450.\r\n600 đồng", "tổng cộng 318.450.600 đồng"),
        ("tổng cộng 12.\n000 đồng", "tổng cộng 12.000 đồng"),
        ("318.\n450.000 đồng", "318.450.000 đồng"),
        ("1.\n450.000 đồng", "1. 450.000 đồng"),
        ("đến năm 2019.\n450 hộ", "đến năm 2019. 450 hộ"),
        ("ở thôn 12.\n450 hộ", "ở thôn 12. 450 hộ"),
    ],
)
def test_a_number_cut_at_its_group_mark_is_put_together(text: str, plain: str) -> None:
    assert lay_out(text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "tổng số hộ: 1.352\nNgười dân góp công và kể lại",
        "gồm các phần như sau\n- 15 hộ\n-05 người",
        "1. Người dân\n2 Hộ nghèo\nII. Nhà tình nghĩa và nhà dột nát",
        "Số hộ nghèo: 15\n- Hộ cận nghèo và hộ thoát nghèo",
        "gồm 15\n+ 20 hộ và nhiều hộ khác nữa",
        "đã họp hai lần trong cả năm nay;\n1. Họp xã",
        "ngắn\n# 3 Mục",
    ],
)
def test_a_line_end_that_is_meant_separates(text: str) -> None:
    assert lay_out(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm kỳ 2025\n- 2030",
        "từ 60\n- 82 m² đất ở cho mỗi hộ",
        "trên 5 triệu đồng\n- 7 triệu đồng cho mỗi hộ nghèo",
        "trong cả nhiệm kỳ của xã 2025\n- 2030",
        "xã có\n05 Ban công tác Mặt trận",
        "thực hiện theo ý của\nỦy ban, trong đó có nhiều việc",
        "tình hình thi hành PHÁP\nLUẬT Ở XÃ của nhân dân trong xã",
        "tặng hơn\n2 Hộ dân ở xã ta và nhiều người khác",
    ],
)
def test_a_line_end_made_by_wrapping_is_a_blank(text: str) -> None:
    assert lay_out(text).text == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Tổng", [(0, 1), (1, 2), (2, 3), (3, 4)]),
        ("A\u0302\u0301n", [(0, 3), (3, 4)]),
        ("a\u200b\u0302n", [(0, 3), (3, 4)]),
        ("\ufeffð\xa0", [(1, 2), (2, 3)]),
        ("a\xad\n", [(0, 2), (2, 3)]),
        ("a\u200c\u2064\u0302n", [(0, 4), (4, 5)]),
        ("\u0958\u200b", [(0, 2), (0, 2)]),  # one letter that becomes two
        ("**a** \n b", [(2, 3), (3, 8), (8, 9)]),
        ("a&nbsp;\u200b b", [(0, 1), (1, 9), (9, 10)]),
    ],
)
def test_every_letter_keeps_its_position(text: str, places: list[tuple[int, int]]) -> None:
    plain = lay_out(text)
    assert [plain.origin(place, place + 1) for place in range(len(plain.text))] == places


@given(VIETNAMESE)
def test_the_letters_of_a_decomposed_text_are_those_of_the_plain_one(text: str) -> None:
    marks = unicodedata.normalize("NFD", text)
    plain = lay_out(marks)
    assert plain.text == lay_out(text).text
    for place, letter in enumerate(plain.text):
        start, end = plain.origin(place, place + 1)
        assert plain_text(marks[start:end]) == letter.strip()


@FEW
@given(st.text(alphabet="a1.- \n\r\t|*_<b>/&;#\u200b\u0302–A,"))
def test_places_are_in_order_within_the_text(text: str) -> None:
    plain = lay_out(text)
    places = [plain.origin(place, place + 1) for place in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert lay_out(plain.text).text.split() == plain.text.split() or set(text) & set("*_<&\\`|.")


@pytest.mark.parametrize("value", [5, None, b"a"])
def test_anything_but_text_is_refused(value: Any) -> None:
    for read in (lay_out, plain_text):
        with pytest.raises(FieldError, match=r"cần chuỗi \(str\); đã nhận"):
            read(value)


# --- the law: the same reading, whatever the layout ---
OWN_TEXTS = (
    "Năm 2024, Ủy ban MTTQ xã đã vận động hơn 1.218 triệu đồng, trao 1.764 suất quà cho 946 hộ nghèo và "
    "không quá 4 người ở mỗi thôn; từ 6 đến 11 buổi họp, dựng 14 nhà văn hóa thôn, trị giá 215.910.000 đồng."
    "\n\nQuyết định số 61-QĐ/TU ngày 04/9/2024 của Ban Thường vụ Tỉnh ủy; Kế hoạch số 29/KH-UBND ngày "
    "18/3/2025 của UBND xã; Kết luận 62-KL/TW, ngày 08/12/2009 của Bộ Chính trị, nhiệm kỳ 2025 - 2030.",
    "Từ ngày 17/10 đến ngày 18/11/2019, xã có 29/29 nhà văn hóa, đạt 51,59% (488/946 hộ), tăng khoảng 15-20 "
    "người so với quý IV năm 2018; thu nhập 21,5 triệu đồng/người/năm, tính đến ngày 30 tháng 6 năm 2025.\n"
    "- Hội nghị: 12 cuộc, hơn 5.500 lượt người dự; ít nhất 3 cuộc giám sát, 05 Ban công tác Mặt trận.",
    "Quý I, II năm 2023, 17 xã, thị trấn tặng 2 máy ép nước mía và hai mươi bảy suất quà, mỗi suất 2,5 tr "
    "đồng; từ rằm tháng 8 thu từ 6 đến dưới 12 tỷ đồng (Bằng chữ: ba tỷ rưỡi đồng), 100% nội dung trở lên.",
)


def texts() -> list[Any]:
    lines = CORPUS.read_text(encoding="utf-8").splitlines() if CORPUS.exists() else ()
    labelled = (json.loads(line) for line in lines)
    return [*OWN_TEXTS, *(pytest.param(line["text"], id=line["id"]) for line in labelled)]


def wrapped(text: str, width: int) -> str:
    def wrap(line: str) -> list[str]:
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)

    return "\n".join("\n".join(wrap(line)) for line in text.split("\n"))


MARKED = re.compile(r"(?<![\w/.,-])[0-9][0-9.,]*(?![\w/-])(?<![.,])")
CHANGES: dict[str, Callable[[str], str]] = {
    **{f"wrapped at {width}": partial(wrapped, width=width) for width in (50, 60, 72, 85, 100)},
    "double blanks": lambda text: re.sub(r"(?<=\S) (?=\S)", "  ", text),
    "Windows": lambda text: wrapped(text, 72).replace("\n", "\r\n"),
    "Markdown": lambda text: MARKED.sub(lambda number: f"**{number[0]}**", text),
    "HTML": lambda text: MARKED.sub(lambda number: f"<b>{number[0]}</b>", text).replace(" ", "&nbsp;"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "zero width": lambda text: re.sub(r"(?<=\w)(?=\w)", "\u200b", text),
}
MARKS = re.compile(r"\*\*|</?b>")


def words_of(text: str) -> str:
    return " ".join(normalize(MARKS.sub("", text).replace("&nbsp;", " ")).split())


def reading(text: str) -> list[list[tuple[Any, ...]]]:
    return [
        [(found, words_of(text[slice(*place)])) for found, place in find_quantities(text)],
        [(found, words_of(text[slice(*place)])) for found, place in find_dates(text)],
        [
            (ref.symbol, ref.number, ref.date, ref.issuer, ref.title, words_of(text[slice(*place)]))
            for ref, place in find_documents(text)
        ],
    ]


@pytest.mark.parametrize("text", texts())
def test_layout_changes_no_value_unit_hedge_or_place(text: str) -> None:
    expected = reading(text)
    for name, change in CHANGES.items():
        assert reading(change(text)) == expected, name


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_number, "7.296,66"),
        (parse_percent, "51,59 %"),
        (parse_pair, "169 / 1.169"),
        (parse_money, "4,5 tỷ đồng"),
        (parse_quantity, "không quá 4 người"),
        (parse_date, "ngày 05 tháng 3 năm 2020"),
        (parse_period, "từ ngày 17/10 đến ngày 18/11/2019"),
        (parse_document, "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị"),
        (words_to_number, "một nghìn không trăm linh năm"),
    ],
)
def test_layout_changes_nothing_for_a_parser(parse: Callable[[str], Any], text: str) -> None:
    def read(laid: str) -> Any:
        value = parse(laid)
        return value if parse is not parse_document else (value.symbol, value.date, value.issuer)

    for blank in ("  ", "\xa0", "&nbsp;"):
        assert read(text.replace(" ", blank)) == read(text)
    for found in re.finditer(" ", text):
        for blank in ("\n", "\r\n", " \n "):
            assert read(text[: found.start()] + blank + text[found.end() :]) == read(text)
    for mark in ("**{}**", "<b>{}</b>", "\n{}\n", "\t{}", "\ufeff{}"):
        assert read(mark.format(text)) == read(text)


def test_what_layout_is_known_by_is_all_that_it_begins_with() -> None:
    texts = {char: f" {char}a{char}. " for char in map(chr, range(0x3000))}
    begin = {char for char, text in texts.items() if _RUN.search(text)}
    assert begin == {char for char in texts if _FIRST.search(char)} - {"<"} | {" "}
    assert _FIRST.search("<br>")


def test_finding_takes_time_in_proportion_to_the_text() -> None:
    text = "\n\n".join(OWN_TEXTS)
    for find in (find_quantities, find_dates, find_documents):
        find(text)

        def seconds(times: int, find: Callable[[str], Any] = find) -> float:
            start = time.process_time()
            find(text * times)
            return time.process_time() - start

        assert min(seconds(32) for _ in range(3)) < 6 * min(seconds(8) for _ in range(3))
