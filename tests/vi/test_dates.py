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
        ("12/17/2019", "ghi theo thứ tự ngày/tháng/năm"),
        ("29/02/2023", "ghi theo thứ tự ngày/tháng/năm"),
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
        (date(2016, 5, 5), "short", "05/5/2016"),
        (date(2020, 1, 10), "short", "10/01/2020"),
        (PartialDate(year=2024, month=2), "nd30", "tháng 02/2024"),
    ],
)
def test_format_date(day: date | PartialDate, style: DateStyle, text: str) -> None:
    assert format_date(day, style=style) == text


def test_format_date_refuses_a_datetime() -> None:
    with pytest.raises(TypeError, match="đã nhận datetime"):
        format_date(datetime(2020, 3, 5, 9, 30))  # noqa: DTZ001 - refused whatever its zone


@given(DAYS, st.sampled_from(get_args(DateStyle)))
@settings(max_examples=50)
def test_parse_date_is_the_inverse_of_format_date(day: date, style: DateStyle) -> None:
    assert parse_date(format_date(day, style=style)) == day


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
        ("11/2021–10/2022 đạt 50 hộ", [("2021-11/2022-10", "11/2021–10/2022")]),
        ("11 tháng năm 2024 toàn xã", [("2024-01/2024-11", "11 tháng năm 2024")]),
        ("trong tuần 3 tháng 8", [("--08", "tuần 3 tháng 8")]),
        ("tuần 3 tháng 8/2025", [("2025-08", "tuần 3 tháng 8/2025")]),
        ("tuần 1, 2 tháng 8/2025", [("2025-08", "tuần 1, 2 tháng 8/2025")]),
        ("đợt 2 tháng 8 năm 2025", [("2025-08", "đợt 2 tháng 8 năm 2025")]),
        ("thôn 4 tháng 5/2024 đạt", [("2024-05", "thôn 4 tháng 5/2024")]),
        ("nửa đầu năm 2024", [("2024-H1", "nửa đầu năm 2024")]),
        ("2 quý đầu năm 2024", [("2024-H1", "2 quý đầu năm 2024")]),
        ("ba quý cuối năm", [("--04/--12", "ba quý cuối năm")]),
        ("sau 3 tháng năm 2024", [("2024", "năm 2024")]),
        ("không quá ngày 30/6/2025", [("../2025-06-30", "không quá ngày 30/6/2025")]),
        ("trước 15 giờ 30 phút, ngày 10/6", [("../--06-10", "trước 15 giờ 30 phút, ngày 10/6")]),
        ("tháng 5, 2024 của xã", [("2024-05", "tháng 5, 2024")]),
        ("chậm nhất vào 17h00 ngày 5/6/2025;", [("../2025-06-05", "chậm nhất vào 17h00 ngày 5/6/2025")]),
        ("muộn nhất 20/9.", [("../--09-20", "muộn nhất 20/9")]),
        ("từ 7h ngày 15/3 đến 19h cùng ngày", [("--03-15", "từ 7h ngày 15/3 đến 19h cùng ngày")]),
        ("Hôm qua (11/8), xã", [("--08-11", "Hôm qua (11/8)")]),
        ("từ 12/4 theo kế hoạch đến nay (30/4)", [("--04-12/..", "từ 12/4"), ("--04-30", "30/4")]),
        ("từ ngày 4/10 đến ngày 5/10 và 7/10/2023",
         [("--10-04/--10-05", "từ ngày 4/10 đến ngày 5/10"), ("2023-10-07", "7/10/2023")]),
    ],
)  # fmt: skip
def test_find_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("quý I, II", [("--Q1", "quý I"), ("--Q2", "II")]),
        ("các quý 1, 2 và 3 năm 2023",
         [("2023-Q1", "quý 1"), ("2023-Q2", "2"), ("2023-Q3", "3 năm 2023")]),
        ("quý I và quý II năm 2025", [("2025-Q1", "quý I"), ("2025-Q2", "quý II năm 2025")]),
        ("quý 3, 4 hộ", [("--Q3", "quý 3")]),
        ("tháng 5, 6, 7/2024", [("2024-05", "tháng 5"), ("2024-06", "6"), ("2024-07", "7/2024")]),
        ("tháng 11, 12/2023 và tháng 1/2024",
         [("2023-11", "tháng 11"), ("2023-12", "12/2023"), ("2024-01", "tháng 1/2024")]),
        ("tháng 5, 6 hộ nghèo", [("--05", "tháng 5")]),
        ("trong 2 tháng 8 và 9 năm 2024", [("2024-08", "tháng 8"), ("2024-09", "9 năm 2024")]),
        ("ngày 2 tháng 8, 9/2024", [("--08-02", "ngày 2 tháng 8")]),
        ("năm 2023, 2024 hộ", [("2023", "năm 2023")]),
        ("quý I+II/2024", [("2024-Q1", "quý I"), ("2024-Q2", "II/2024")]),
        ("3 năm (2021, 2022, 2023)", [("2021", "năm (2021"), ("2022", "2022"), ("2023", "2023")]),
        ("dịp 30/4 và 1/5", [("--04-30", "dịp 30/4"), ("--05-01", "1/5")]),
        ("tháng 12, tháng 1/2024", [("--12", "tháng 12"), ("2024-01", "tháng 1/2024")]),
        ("trong tháng 5 và năm 2024", [("--05", "tháng 5"), ("2024", "năm 2024")]),
        ("4/10 và 5/10 năm 2023", [("2023-10-04", "4/10"), ("2023-10-05", "5/10 năm 2023")]),
        ("các ngày 3, 5 và 7 tháng 10 năm 2023",
         [("2023-10-03", "ngày 3"), ("2023-10-05", "5"), ("2023-10-07", "7 tháng 10 năm 2023")]),
        ("Trong 2 ngày 24 và 25.8", [("--08-24", "ngày 24"), ("--08-25", "25.8")]),
        ("các ngày 4/9 và 6/9", [("--09-04", "ngày 4/9"), ("--09-06", "6/9")]),
        ("ngày 4/9 và 6/9 thôn đạt", [("--09-04", "ngày 4/9")]),
        ("25/12 và 5/1/2024", [("--12-25", "25/12"), ("2024-01-05", "5/1/2024")]),
        ("ngày 25/12 và 5/1/2024", [("--12-25", "ngày 25/12"), ("2024-01-05", "5/1/2024")]),
        ("ngày 31/2 và 5/3/2024", [("2024-03-05", "5/3/2024")]),
        ("ngày 25 và 24/8", []),
        ("ngày 5, 6.500 người", []),
        ("ngày 5/3, 15 hộ", [("--03-05", "ngày 5/3")]),
        ("các năm 2021, 2022 và 2023", [("2021", "năm 2021"), ("2022", "2022"), ("2023", "2023")]),
        ("năm 2023 và 2024 xã", [("2023", "năm 2023"), ("2024", "2024")]),
        ("năm 2023, 2050 hộ", [("2023", "năm 2023")]),
        ("giai đoạn 2021-2025 và 2026 -2030",
         [("2021/2025", "giai đoạn 2021-2025"), ("2026/2030", "2026 -2030")]),
        ("nhiệm kỳ 2020-2025, 2025-2030", [("2020/2025", "nhiệm kỳ 2020-2025"), ("2025/2030", "2025-2030")]),
    ],
)  # fmt: skip
def test_each_item_of_a_list_is_a_period(text: str, found: list[tuple[str, str]]) -> None:
    """What is printed once at the end is said of the items before it, as long as they come earlier."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("công tác quý II và 6 tháng đầu năm 2025", ["2025-Q2", "2025-H1"]),
        ("tháng 9 và 9 tháng đầu năm 2025", ["2025-09", "2025-01/2025-09"]),
        ("tháng 5 và quý II năm 2025", ["2025-05", "2025-Q2"]),
        ("tháng 7 và 6 tháng đầu năm 2025", ["--07", "2025-H1"]),
        ("quý III và 6 tháng đầu năm 2025", ["--Q3", "2025-H1"]),
        ("quý II và 6 tháng đầu năm", ["--Q2", "--H1"]),
        ("quý II và sơ kết 6 tháng đầu năm 2025", ["--Q2", "2025-H1"]),
        ("ngày 5/6 và 6 tháng đầu năm 2025", ["--06-05", "2025-H1"]),
        ("6 tháng đầu năm và 9 tháng đầu năm 2025", ["--H1", "2025-01/2025-09"]),
    ],
)
def test_the_year_of_a_period_is_that_of_a_part_of_it_joined_to_it(text: str, periods: list[str]) -> None:
    assert [period.iso for period, _ in find_dates(text)] == periods


@pytest.mark.parametrize(
    ("text", "solar"),
    [
        ("ngày 10 tháng 3 âm lịch, rằm tháng 8, Rằm tháng Bảy, tháng Chạp", []),
        ("mùng 5/5 (âm lịch), 15/7 AL, 10/3 ÂL, ngày âm lịch 5/5, tháng 7 âm lịch", []),
        ("ngày 10 tháng 10 âm; tháng 3 âm lịch năm 2024; âm 5 độ ngày 5/3", ["--03-05"]),
        ("từ mùng 1 đến mùng 5 tháng Giêng; từ ngày 10 đến 15/3 âm lịch; 28 đến 30 Tết", []),
        ("ngày 10/3 năm Giáp Thìn; 23 tháng Chạp năm 2024; rằm tháng Giêng năm 2025", []),
        ("Giỗ Tổ Hùng Vương (10/3), Tết Trung thu (15/8), mùng 10 tháng 3", []),
        ("Rằm tháng 8\n\nngày 5/3/2024\n\ntháng Chạp", ["2024-03-05"]),
        ("ngày 29/01/2025 (mùng 1 Tết Ất Tỵ)", ["2025-01-29"]),
        ("ngày 18/4/2024 (tức ngày 10/3 âm lịch)", ["2024-04-18"]),
        ("mùng 2 tháng 9; mồng 8/3; Tết Trung thu ngày 17/9/2024", ["--09-02", "--03-08", "2024-09-17"]),
        ("dịp Tết Nguyên đán Ất Tỵ năm 2025, quà Tết năm 2026", ["2025", "2026"]),
    ],
)
def test_a_day_of_the_lunar_calendar_is_never_read_as_a_solar_one(text: str, solar: list[str]) -> None:
    assert [iso for iso, _ in _found(text)] == solar


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Căn cứ Luật Thanh niên năm 2020; Bộ luật Lao động năm 2019; Hiến pháp năm 2013", []),
        ("Luật Hòa giải ở cơ sở năm 2013 và Luật Đất đai (năm 2024), Luật Người cao tuổi 2009", []),
        ("Luật Thi đua, khen thưởng năm 2003 (sửa đổi, bổ sung năm 2005, 2013)", []),
        ("Luật MTTQ Việt Nam năm 1999, 2015; Luật Đất đai 2013 (sửa đổi năm 2024)", []),
        ("Luật Bảo hiểm y tế (sửa đổi) năm 2024; Hiến pháp (sửa đổi) năm 2025", []),
        ("Luật số 80/2015/QH13 năm 2015; Pháp lệnh Dân số năm 2003; Điều lệ Đảng năm 2011", []),
        ("thực hiện Luật số 57/2020/QH14 năm 2024", ["2024"]),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", []),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", []),
        ("Năm 2024, xã thực hiện Luật Căn cước năm 2023", ["2024"]),
        ("thực hiện Luật Thanh niên trong năm 2024", ["2024"]),
        ("tuyên truyền pháp luật năm 2024; Luật sư năm 2023", ["2024", "2023"]),
    ],
)
def test_the_year_in_the_name_of_a_law_is_no_period(text: str, periods: list[str]) -> None:
    assert [iso for iso, _ in _found(text)] == periods


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm năm, Quỹ đã huy động",
        "tháng 5-7 lượt",
        "tháng 5, 2024 hộ",
        "quý 4-2/2024",
        "văn bản số 11/2021-10/2022",
        "tăng từ 5/10 lên 8/10 thôn, đến nay",
        "9 tháng năm học",
        "Cách mạng tháng 8",
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
@settings(max_examples=50)
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
def test_only_plausible_years_are_read(year: int, *, meant: bool) -> None:
    assert (find_dates(f"năm {year} và") != []) is meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nhiệm kỳ 2016-2021 và 2021-2026", ["nhiệm kỳ 2016 - 2021", "nhiệm kỳ 2021 - 2026"]),
        ("năm học 2022-2023, 2023-2024", ["giai đoạn 2022 - 2023", "giai đoạn 2023 - 2024"]),
        ("tháng 5, 6/2024", ["tháng 5/2024", "tháng 6/2024"]),
        ("quý I, II năm 2023", ["quý I/2023", "quý II/2023"]),
        ("năm 2021 và 2022", ["năm 2021", "năm 2022"]),
        ("ngày 4/10 và 5/10/2023", ["04/10/2023", "05/10/2023"]),
    ],
)
def test_each_item_of_a_list_is_of_the_kind_that_its_head_names(text: str, said: list[str]) -> None:
    assert [str(period) for period, _ in find_dates(text)] == said
