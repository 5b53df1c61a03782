"""Dates: the written forms of one day, what is refused, and dates found in running text."""

import contextlib
import json
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import DateFormatError
from mttq.values import PartialDate, Period
from mttq.vi.dates import find_dates, format_date, parse_date
from mttq.vi.periods import DateStyle, format_period, parse_period

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17/12/2019", date(2019, 12, 17)),
        ("5/5/2016", date(2016, 5, 5)),
        ("08/12/2009", date(2009, 12, 8)),
        ("17-12-2019", date(2019, 12, 17)),
        ("17.12.2019", date(2019, 12, 17)),
        ("17 – 05 – 2024", date(2024, 5, 17)),
        ("Ngày 05 tháng 3 năm 2020", date(2020, 3, 5)),
        ("NGÀY 05 THÁNG 3 NĂM 2020", date(2020, 3, 5)),
        ("ngày 05 tháng 3/2020", date(2020, 3, 5)),
        ("17 tháng 12, 2019", date(2019, 12, 17)),
        ("Hà Nội, ngày 01 tháng 01 năm 2024", date(2024, 1, 1)),
        ("Quận 1, ngày 29/6/2019", date(2019, 6, 29)),
        (unicodedata.normalize("NFD", "A Lưới,\xa0ngày 01 tháng\u200b 01 năm 2024"), date(2024, 1, 1)),
        ("Thứ năm, 24/06/2021 - 16:46", date(2021, 6, 24)),
        ("Chủ nhật, ngày 23/5/2021", date(2021, 5, 23)),
        ("lúc 08 giờ 30 phút, ngày 1/2/2026", date(2026, 2, 1)),
        ("Cập nhật ngày: 20/07/2022 | 06:06 GMT+7", date(2022, 7, 20)),
        ("(27/4/2023)", date(2023, 4, 27)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_parse_date_reads_every_written_form_of_a_full_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("tháng 12/2023", "đây là tháng, dùng parse_period"),
        ("quý IV/2023", "đây là quý, dùng parse_period"),
        ("năm 2019", "đây là năm, dùng parse_period"),
        ("nhiệm kỳ 2025 - 2030", "đây là nhiệm kỳ, dùng parse_period"),
        ("từ ngày 1/7/2025", "đây là một kỳ, dùng parse_period"),
        ("27/7", "thiếu năm, dùng parse_period"),
        ("5/5/16", "viết năm đủ bốn chữ số"),
        ("12/17/2019", "thứ tự là ngày/tháng/năm"),
        ("29/02/2023", "thứ tự là ngày/tháng/năm"),
    ],
)
def test_parse_date_refuses_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(DateFormatError) as caught:
        parse_date(text)
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("day", "style", "text"),
    [
        (date(2009, 12, 8), "nd30", "ngày 08 tháng 12 năm 2009"),
        (date(2024, 2, 10), "nd30", "ngày 10 tháng 02 năm 2024"),
        (date(2020, 3, 5), "nd30", "ngày 05 tháng 3 năm 2020"),
        (date(2009, 12, 8), "slash", "8/12/2009"),
        (date(2009, 12, 8), "padded", "08/12/2009"),
        (PartialDate(year=2024, month=2), "nd30", "tháng 02/2024"),
    ],
)
def test_format_date(day: date | PartialDate, style: DateStyle, text: str) -> None:
    assert format_date(day, style) == text


def test_format_date_refuses_a_datetime() -> None:
    with pytest.raises(TypeError, match="không phải datetime"):
        format_date(datetime(2020, 3, 5, 9, 30))  # noqa: DTZ001 - refused whatever its zone


@given(DAYS, st.sampled_from(get_args(DateStyle)))
@settings(max_examples=50, deadline=None)
def test_parse_date_is_the_inverse_of_format_date(day: date, style: DateStyle) -> None:
    assert parse_date(format_date(day, style)) == day


def _found(text: str) -> list[tuple[str, str]]:
    return [(period.iso, text[start:end]) for period, (start, end) in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kết luận 62-KL/TW, ngày 08/12/2009\ncủa", [("2009-12-08", "ngày 08/12/2009")]),
        ("Nghị định số 30/2020/NĐ-CP ngày 5/3/2020 của", [("2020-03-05", "ngày 5/3/2020")]),
        ("Chỉ thị số 10 ngày 19/4/2023 của", [("2023-04-19", "ngày 19/4/2023")]),
        ("Kế hoạch 5 năm 2021–2025 của xã", [("2021/2025", "2021–2025")]),
        ("cả năm 2024; quý 2 năm 2021", [("2024", "cả năm 2024"), ("2021-Q2", "quý 2 năm 2021")]),
        ("gửi trước 17h ngày 15/11/2025.", [("../2025-11-15", "trước 17h ngày 15/11/2025")]),
        ("khóa V (2014-2019)", [("2014/2019", "2014-2019")]),
        ("nhiệm kỳ (2021 – 2026)", [("2021/2026", "nhiệm kỳ (2021 – 2026)")]),
        ("(Tính từ tháng 12/2013 - 12/2023)", [("2013-12/2023-12", "Tính từ tháng 12/2013 - 12/2023")]),
        ("từ 12/2013 đến 12/2023.", [("2013-12/2023-12", "từ 12/2013 đến 12/2023")]),
        ("đến năm 2025, phấn đấu đến 2030.", [("../2025", "đến năm 2025"), ("../2030", "đến 2030")]),
        ("từ 17/10 đến 18/11, xã", [("--10-17/--11-18", "từ 17/10 đến 18/11")]),
        ("Tính đến 25-12, xã", [("../--12-25", "Tính đến 25-12")]),
        ("Ngày 5/10 thôn tổ chức", [("--10-05", "Ngày 5/10")]),
        ("Chiều 10.11 tại xã", [("--11-10", "Chiều 10.11")]),
        ("trong 6 tháng đầu năm, quý IV và", [("--H1", "6 tháng đầu năm"), ("--Q4", "quý IV")]),
        ("Trong tháng 4, tháng 5", [("--04", "tháng 4"), ("--05", "tháng 5")]),
        ("nhân ngày thương binh liệt sỹ 27/7 hàng năm", [("--07-27", "ngày thương binh liệt sỹ 27/7")]),
        ("Ngày truyền thống MTTQVN (18/11).", [("--11-18", "Ngày truyền thống MTTQVN (18/11)")]),
        ("từ ngày 31/02/2020 đến 5/3/2020", [("../2020-03-05", "đến 5/3/2020")]),
        ("lúc 16h43 ngày 5/11/2025", [("2025-11-05", "ngày 5/11/2025")]),
        ("Trong sáu tháng đầu năm 2024", [("2024-H1", "sáu tháng đầu năm 2024")]),
    ],
)  # fmt: skip
def test_find_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm năm, Quỹ đã huy động",
        "20 năm Ngày hội",
        "169/1.169",
        "3 tổ/91 hộ",
        "5/10 thôn",
        "18/19 tiêu chí",
        "đạt 5/10, còn lại",
        "đến hết 5/10 thôn",
        "tăng từ 5/10 lên 8/10 thôn",
        "Ngày hội ở khu dân cư 5/5, đạt 100%",
        "62-KL/TW",
        "30/2020/NĐ-CP",
        "10/2022/TT-BLĐTBXH",
        "văn bản số 12/2013 đã ban hành",
        "mỗi ngày 5-10 lượt",
        "ngày 5-10 lượt",
        "mỗi tháng 2 lần",
        "quý 1 lần",
        "2 tháng 5 người",
        "trong 3 tháng 6 ngày",
        "lần thứ năm 2019",
        "từ 15-20 người",
        "từ 7 đến 9 thành viên",
        "từ 2000 đến 2050 người",
        "đến 2025 hộ",
        "trong năm 3568 lượt người",
        "lần thứ 6,7,8 khóa XII",
        "3.1. Mục tiêu",
        "21,5 triệu đồng/người/năm",
        "ngày 31/02/2020",
        "12/17/2019",
        "ngày 5/5/16",
    ],
)
def test_find_dates_passes_over_what_only_looks_like_a_date(text: str) -> None:
    assert _found(text) == []


FORMS: st.SearchStrategy[Literal["NFC", "NFD"]] = st.sampled_from(["NFC", "NFD"])


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), FORMS)
@settings(max_examples=50, deadline=None)
def test_spans_are_places_of_the_text_as_given(day: date, form: Literal["NFC", "NFD"]) -> None:
    written = [format_period(period) for period in (Period.day(day), Period.month(day.year, day.month))]
    before, first, between, last = (
        unicodedata.normalize(form, part) for part in ("Số liệu", written[0], "và", written[1])
    )
    text = f"{before}\u200b {first} {between}  {last}."
    assert _found(text) == [
        (day.isoformat(), first),
        (day.isoformat()[:7], last),
    ]


SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus"
SEED = sorted((SHARED / "seed").glob("*.txt"))


def _texts(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stays outside the project")
def test_in_a_sentence_a_period_means_what_it_means_alone() -> None:
    read = {}
    for text in _texts("dates.jsonl"):
        with contextlib.suppress(DateFormatError):
            read[text] = [parse_period(text)]
    assert len(read) > 150
    assert {text: [period for period, _ in find_dates(f"Báo cáo {text}, xã")] for text in read} == read


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stays outside the project")
def test_no_date_is_found_in_real_figures() -> None:
    assert [text for text in _texts("numbers.jsonl") if find_dates(text)] == []


@pytest.mark.skipif(not SEED, reason="the report stays outside the project")
def test_every_date_of_a_real_report_is_found_and_nothing_else() -> None:
    """Compared with a reading by eye."""
    found = [period.iso for period, _ in find_dates(SEED[0].read_text(encoding="utf-8"))]
    assert found == [
        "2009-12-08", "2019-12-17", "2003/2023", "--07-27", "2023-04-19", "2015-07-14", "2016-05-16",
        "2013-12-12", "2025/2030", "2026/2031", "2016-10-30", "2016-05-05", "2024/2029", "2016-05-15",
        "--11-18", "2022-10-26", "2024/2029", "2026/2031", "2009-12-08", "../2023-12", "2013-12-12",
        "2013-12/2023-12",
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "meant"), [(1799, False), (1800, True), (2099, True), (2100, False)])
def test_years_of_two_hundred_years_and_more_are_meant(year: int, *, meant: bool) -> None:
    assert (find_dates(f"năm {year} và") != []) is meant
