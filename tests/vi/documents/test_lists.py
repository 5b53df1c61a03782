"""Lists of documents: what is said once is said of each of them, and nothing else."""

import datetime as dt

import pytest

from mttq import vi
from mttq.values import DocumentKind

DAY = dt.date(2013, 12, 12)
BOTH = [("217-QĐ/TW", DAY, "Bộ Chính trị"), ("218-QĐ/TW", DAY, "Bộ Chính trị")]
Row = tuple[str | None, dt.date | None, str | None]


def read(text: str) -> list[Row]:
    return [(ref.symbol, ref.date, ref.issuer) for ref, _ in vi.find_documents(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 217-QĐ/TW, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Quyết định 217-QĐ/TW và 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị",
        "các Quyết định số 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Quyết định số 217 và 218-QĐ/TW (12/12/2013) của Bộ Chính trị",
    ],
)
def test_one_day_one_symbol_and_one_issuer_for_all(text: str) -> None:
    assert read(text) == BOTH
    first, last = (ref for ref, _ in vi.find_documents(text))
    assert (first.kind, first.year, first.flags[-1:]) == (last.kind, 2013, ("said_of_a_list",))
    assert "said_of_a_list" not in last.flags


def test_three_documents() -> None:
    assert [row[:2] for row in read("Kế hoạch số 5, 6/KH-UBND, 7/KH-UBND ngày 01/3/2020")] == [
        (f"0{number}/KH-UBND", dt.date(2020, 3, 1)) for number in (5, 6, 7)
    ]
    assert [row[0] for row in read("Chỉ thị số 16/CT-TTg, 17/CT-TTg")] == ["16/CT-TTg", "17/CT-TTg"]


def test_a_symbol_that_ends_in_small_letters_and_a_year_in_the_symbol() -> None:
    day = dt.date(2018, 5, 16)
    assert [row[1] for row in read("Chỉ thị số 16/CT-TTg, 17/CT-TTg ngày 16/5/2018")] == [day, day]
    found = [ref for ref, _ in vi.find_documents("Quyết định số 12, 13/2020/QĐ-UBND ngày 03/3/2020")]
    assert [(ref.symbol, ref.year) for ref in found] == [("12/2020/QĐ-UBND", 2020), ("13/2020/QĐ-UBND", 2020)]
    years = read("Quyết định số 12/2019/QĐ-UBND, 13/2020/QĐ-UBND ngày 03/3/2020")
    assert [row[1] for row in years] == [None, dt.date(2020, 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",  # the word is said again
        "Quyết định số 217-QĐ/TW; Kế hoạch 5/KH-UBND ngày 12/12/2013",
        "Quyết định số 217-QĐ/TW, 5/KH-UBND ngày 12/12/2013",  # another series
        "Quyết định số 217-QĐ/TW theo 218-QĐ/TW ngày 12/12/2013",  # no list
        "Quyết định số 217-QĐ/TW năm ấy, 218-QĐ/TW ngày 12/12/2013",
        "Quyết định số 217/2013, 218-QĐ/TW ngày 12/12/2013",
        "Luật Thanh tra, 218-QĐ/TW ngày 12/12/2013",
    ],
)
def test_what_is_not_a_list_stays_as_it_is(text: str) -> None:
    first = vi.find_documents(text)[0][0]
    assert (first.date, first.issuer in (None, "Quốc hội"), "said_of_a_list" in first.flags) == (
        None,
        True,
        False,
    )


def test_dates_of_single_documents_stay() -> None:
    found = read("Nghị quyết số 12/NQ-HĐND ngày 01/01/2020, 13/NQ-HĐND ngày 02/02/2021")
    assert [row[1] for row in found] == [dt.date(2020, 1, 1), dt.date(2021, 2, 2)]


def test_a_dot_between_kind_and_issuer_is_corrected() -> None:
    ref = vi.parse_document("Quyết định 12/QĐ.MTTQ ngày 01/3/2020")
    assert (ref.symbol, ref.date, ref.flags) == ("12/QĐ-MTTQ", dt.date(2020, 3, 1), ("separator_variant",))
    assert vi.parse_document("Quyết định 12/QĐ-UBND.UBND xã").symbol == "12/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "numbers", "said"),
    [
        ("Quyết định 290, 291 của Bộ Chính trị", ["290", "291"], ("Bộ Chính trị", None)),
        ("Nghị quyết 35, 36 và 39 của Quốc hội", ["35", "36", "39"], ("Quốc hội", None)),
        ("Quyết định số 217, số 218 ngày 12/12/2013", ["217", "218"], (None, DAY)),
        ("các Nghị quyết 18, 19, 57", ["18", "19", "57"], (None, None)),
        ("Nghị quyết 18 và 57.", ["18", "57"], (None, None)),
        ("Nghị quyết 18, 57", ["18"], (None, None)),
        ("Quyết định 290 tại 291 điểm cầu", ["290"], (None, None)),
        ("Kết luận 62, 5 hộ", ["62"], (None, None)),
        ("Nghị quyết 18, 2024", ["18"], (None, None)),
        ("Nghị quyết 18 và 57%", ["18"], (None, None)),
    ],
)
def test_a_list_of_bare_numbers(
    text: str, numbers: list[str], said: tuple[str | None, dt.date | None]
) -> None:
    refs = [ref for ref, _ in vi.find_documents(text)]
    assert [ref.number for ref in refs] == numbers
    assert {(ref.kind, ref.issuer, ref.date) for ref in refs} == {(refs[0].kind, *said)}
    told = said != (None, None)
    assert ["said_of_a_list" in ref.flags for ref in refs] == [told] * (len(refs) - 1) + [False]


def test_where_so_is_repeated_the_issuer_is_shared_and_the_day_is_of_the_last() -> None:
    text = "Quy định số 124-QĐ/TW, số 131-QĐ/TW và số 132-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"
    assert read(text) == [
        ("124-QĐ/TW", None, "Bộ Chính trị"),
        ("131-QĐ/TW", None, "Bộ Chính trị"),
        ("132-QĐ/TW", DAY, "Bộ Chính trị"),
    ]
    assert {ref.kind for ref, _ in vi.find_documents(text)} == {DocumentKind.REGULATION}


def test_the_same_day_is_that_of_both() -> None:
    text = "Kế hoạch số 21/KH-MTTQ-BTT, Công văn số 46/MTTQ-BTT cùng ngày 12/12/2013 của UBND xã"
    assert read(text) == [("21/KH-MTTQ-BTT", DAY, None), ("46/MTTQ-BTT", DAY, "UBND xã")]
