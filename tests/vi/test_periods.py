"""Periods: what each way of writing means, what is refused, and that writing and reading are inverse."""

import csv
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import DateFormatError, FieldError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi.periods import DateStyle, format_period, parse_period

SHARED = Path(__file__).parents[3] / "shared"
STYLES = get_args(DateStyle)


def _months(year: int, first: int, last: int) -> Period:
    return Period.interval(PartialDate(year=year, month=first), PartialDate(year=year, month=last))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("17/12/2019", Period.day(date(2019, 12, 17))),
        ("tháng 12/2023", Period.month(2023, 12)),
        ("12/2013", Period.month(2013, 12)),
        ("THÁNG 6 NĂM 2024", Period.month(2024, 6)),
        ("cuối tháng 8 này", PartialDate(month=8)),
        *(
            (f"quý {quarter}/2023", Period.quarter(2023, place))
            for place, quarter in enumerate(("I", "II", "III"), 1)
        ),
        ("ba tháng đầu năm 2023", Period.first_months(2023, 3)),
        ("sáu tháng đầu năm 2023", Period.half_year(2023, 1)),
        ("chín tháng đầu năm 2023", Period.first_months(2023, 9)),
        ("mười tháng đầu năm 2023", Period.first_months(2023, 10)),
        ("quý IV/2023", Period.quarter(2023, 4)),
        ("Quí 4 năm 2023", Period.quarter(2023, 4)),
        ("quý iii - 2023", Period.quarter(2023, 3)),
        ("Quý IV hằng năm", Period.quarter(None, 4)),
        ("6 tháng đầu năm 2022", Period.half_year(2022, 1)),
        ("Sáu tháng cuối năm", Period.half_year(None, 2)),
        ("9 tháng đầu năm 2025", Period.first_months(2025, 9)),
        ("9 tháng đầu năm", Period.first_months(None, 9)),
        (
            "ba tháng cuối năm 2025",
            Period.interval(PartialDate(year=2025, month=10), PartialDate(year=2025, month=12)),
        ),
        ("sinh năm 1950", Period.of_year(1950)),
        ("ngày … tháng … năm 2026", Period.of_year(2026)),
        ("Lương Minh, ngày     tháng 01 năm 2026", Period.month(2026, 1)),
        ("khóa V (nhiệm kỳ 2014–2019)", Period.term(2014, 2019)),
        ("giai đoạn 2021-2025", Period.interval(PartialDate(year=2021), PartialDate(year=2025))),
        (
            "giai đoạn từ năm 2021 đến năm 2025",
            Period.interval(PartialDate(year=2021), PartialDate(year=2025)),
        ),
        ("năm học 2021-2022", Period.interval(PartialDate(year=2021), PartialDate(year=2022))),
        ("2003 - 2023", Period.interval(PartialDate(year=2003), PartialDate(year=2023))),
        ("từ năm 2010 đến nay", Period.interval(PartialDate(year=2010), None)),
        ("từ 2010", Period.interval(PartialDate(year=2010), None)),
        ("từ ngày 1/7/2025 trở đi", Period.interval(PartialDate(year=2025, month=7, day=1), None)),
        ("từ đầu năm đến nay", Period.interval(PartialDate(month=1, day=1), None)),
        ("tính đến tháng 12/2023", Period.until(PartialDate(year=2023, month=12))),
        ("tính đến thời điểm 31/12/2023", Period.until(PartialDate(year=2023, month=12, day=31))),
        ("hết năm 2024", Period.until(PartialDate(year=2024))),
        ("Khoá XVI, nhiệm kỳ 2021-2026", Period.term(2021, 2026)),
        ("nhiệm kỳ I (2021-2026)", Period.term(2021, 2026)),
        ("từ 7h30 đến 11h00, ngày 5/3/2020", Period.day(date(2020, 3, 5))),
        ("8 giờ 30 phút - 9g ngày 5/3", PartialDate(month=3, day=5)),
        ("đến hết quý II/2024", Period.until(PartialDate(year=2024, month=6))),
        ("Tính đến 16h ngày 29/10", Period.until(PartialDate(month=10, day=29))),
        ("trước ngày 29/2", Period.until(PartialDate(month=2, day=28))),
        ("trước ngày 01/3/2024", Period.until(PartialDate(year=2024, month=2, day=29))),
        ("đến trước năm 2015", Period.until(PartialDate(year=2014, month=12, day=31))),
        ("27/7", PartialDate(month=7, day=27)),
        ("29/2", PartialDate(month=2, day=29)),
        ("18-11", PartialDate(month=11, day=18)),
        ("Sáng nay, 18/4", PartialDate(month=4, day=18)),
        ("mùng 2 tháng 9", PartialDate(month=9, day=2)),
        ("ngày Thương binh liệt sỹ 27/7 hằng năm", PartialDate(month=7, day=27)),
        ("quý 3-4/2025", _months(2025, 7, 12)),
        ("quý I - III/2024", _months(2024, 1, 9)),
        ("tháng 1 - 6 năm 2024", _months(2024, 1, 6)),
        ("Trong 10 tháng năm 2023", Period.first_months(2023, 10)),
        ("mười một tháng của năm 2024", Period.first_months(2024, 11)),
        ("6 tháng năm 2024", Period.half_year(2024, 1)),
        ("nửa cuối năm", Period.half_year(None, 2)),
        ("tuần thứ ba của tháng 8/2025", Period.month(2025, 8)),
        *(
            (f"{words} ngày 20/9/2025", Period.until(PartialDate(year=2025, month=9, day=20)))
            for words in (
                "chậm nhất", "Chậm nhất là 16 giờ 30", "muộn nhất vào", "hạn chót:", "không muộn hơn",
            )
        ),
        ("chậm nhất trước ngày 20/9/2025", Period.until(PartialDate(year=2025, month=9, day=19))),
        *(
            (text, Period.day(date(2019, 3, 14)))
            for text in (
                "14/03/2019 - 08:15 AM", "08:20, Thứ Năm, 14/03/2019 (GMT+7)",
                "Thứ năm: 10:05 ngày 14/03/2019",
                "Ngày đăng: 14/03/2019", "Ngày có hiệu lực: 14/03/2019", "Hà Nội, 14/03/2019",
                "Đăng lúc: 08:30 - 14/03/2019", "Sáng ngày mai 14/3/2019",
                "hôm nay, ngày 14/3/2019", "ngày 14/3/2019 (tức ngày 9/2 âm lịch)",
                "từ 8h ngày 14/3/2019 đến 17h cùng ngày",
            )
        ),
    ],
)  # fmt: skip
def test_parse_period(text: str, period: Period | PartialDate) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("từ ngày 25-8 đến ngày 20-11-2025", "2025-08-25/2025-11-20"),
        ("từ ngày 17/10 đến ngày 18/11/2019", "2019-10-17/2019-11-18"),
        ("(17.10 - 18.11.2021)", "2021-10-17/2021-11-18"),
        ("từ ngày 5 - 23.10", "--10-05/--10-23"),
        ("Trong 02 ngày 11-12/11/2023", "2023-11-11/2023-11-12"),
        ("Từ tháng 01 đến ngày bầu cử 15/3/2026", "2026-01/2026-03-15"),
        ("từ đầu năm đến hết tháng 6/2024", "2024-01-01/2024-06"),
        ("12/2013 - 12/2023", "2013-12/2023-12"),
        ("quý I - quý III năm 2023", "2023-01/2023-09"),
        ("từ ngày 5/3/2020 đến 10/3", "2020-03-05/--03-10"),
        ("từ ngày 01/4/2025 đến 17 giờ 00 ngày 30/4/2025", "2025-04-01/2025-04-30"),
        ("từ ngày 2/6, tính đến 9h ngày 20/6", "--06-02/--06-20"),
        ("tháng 5 đến 9/2024", "2024-05/2024-09"),
    ],
)
def test_a_part_printed_once_at_the_end_belongs_to_both_ends(text: str, iso: str) -> None:
    assert parse_period(text).iso == iso


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("20 năm", "khoảng dài"),
        ("05", "một số"),
        ("5/5/16", "bốn chữ số"),
        ("2019-12-17", "ghi theo thứ tự ngày/tháng/năm"),
        ("", "ví dụ"),
        ("2030 - 2025", "sau cuối kỳ"),
        ("từ ngày 25/12 đến ngày 5/1/2024", "sau cuối kỳ"),
        ("31/02/2020", "không có ngày 31/2/2020"),
        ("12/17/2019", "không có tháng 17"),
        ("tháng 0/2020", "không có tháng 0"),
        ("năm 0000", "không có năm 0"),
        ("13 tháng đầu năm 2020", "không có tháng 13"),
        ("từ ngày 31 - 23.10", "sau cuối kỳ"),
        ("trước ngày 1/3", "ghi đủ năm"),
        ("trước ngày 1/1/0001", "ghi đủ năm"),
        ("17/12-2019", "ví dụ"),
        ("5-6-7", "ví dụ"),
        ("đầu năm", "ví dụ"),
        ("đến nay", "ví dụ"),
        ("tháng 4, tháng 5", "có nhiều ngày hoặc kỳ; dùng find_dates"),
        ("Ngày 5/5/2016, ngày 6/6/2016", "có nhiều ngày hoặc kỳ"),
        ("Tết Nguyên đán Giáp Thìn năm 2024", "ví dụ"),
        ("quý 4-2/2024", "sau cuối kỳ"),
        ("rằm tháng 8", "âm lịch; viết ngày dương lịch"),
        ("ngày 15/7 (âm lịch)", "âm lịch"),
    ],
)
def test_parse_period_refuses_with_a_hint(text: str, word: str) -> None:
    with pytest.raises(DateFormatError, match=word) as caught:
        parse_period(text)
    assert caught.value.text == text


YEARS = st.integers(1000, 9999)
MONTHS = st.integers(1, 12)
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))
FULL = DAYS.map(PartialDate.of)
KNOWN = st.one_of(
    FULL,
    st.builds(PartialDate, year=YEARS, month=MONTHS),
    st.builds(PartialDate, year=YEARS),
)
YEARLESS = st.one_of(
    st.builds(PartialDate, month=MONTHS), FULL.map(lambda full: PartialDate(month=full.month, day=full.day))
)


def _ordered(pair: tuple[PartialDate, PartialDate]) -> bool:
    first, last = pair[0].first_day, pair[1].last_day
    return first is not None and last is not None and first <= last


INTERVALS = st.one_of(
    st.tuples(KNOWN, KNOWN).filter(_ordered),
    st.tuples(KNOWN | YEARLESS, YEARLESS),
    st.tuples(KNOWN | YEARLESS, st.none()),
    st.tuples(st.none(), KNOWN | YEARLESS),
)
PERIODS: st.SearchStrategy[Period | PartialDate] = st.one_of(
    YEARLESS,
    DAYS.map(Period.day),
    st.builds(Period.month, YEARS, MONTHS),
    st.builds(Period.quarter, YEARS | st.none(), st.integers(1, 4)),
    st.builds(Period.half_year, YEARS | st.none(), st.integers(1, 2)),
    st.builds(Period.first_months, YEARS | st.none(), MONTHS),
    YEARS.map(Period.of_year),
    st.tuples(YEARS, YEARS).map(lambda years: Period.term(min(years), max(years))),
    INTERVALS.map(lambda ends: Period.interval(*ends)),
)


@given(PERIODS, st.sampled_from(STYLES))
@settings(max_examples=100)
def test_reading_is_the_inverse_of_writing(period: Period | PartialDate, style: DateStyle) -> None:
    assert parse_period(format_period(period, style=style)) == period


WORDS = st.sampled_from([
    "(", ")", "/", "-", " - ", ".", ",", " ", "1", "3", "12", "13", "31", "2019", "2020", "0000", "IV", "İ",
    "ngày", "tháng", "quý", "năm", "nhiệm kỳ ", "giai đoạn ", "từ", "đến", "hết", "trước", "nay", "đầu",
    "cuối", "thứ ", "sáng ", "Hà Nội, ", "7h",
])  # fmt: skip
TEXTS = st.lists(WORDS, max_size=9)


def _reread(text: str) -> Period | PartialDate | None:
    try:
        return parse_period(text)
    except DateFormatError:
        return None


@given(TEXTS.map(" ".join) | TEXTS.map("".join))
@settings(max_examples=100)
def test_any_text_is_refused_or_read_as_it_will_be_written(text: str) -> None:
    period = _reread(text)
    assert period is None or parse_period(format_period(period)).iso == period.iso


@given(DAYS)
@settings(max_examples=25)
def test_before_a_day_ends_on_the_day_before(day: date) -> None:
    eve = parse_period(f"trước ngày {day:%d/%m/}{day.year}")
    assert eve == Period.until(PartialDate.of(day - timedelta(days=1)))


def test_before_a_day_without_a_year_is_known_but_for_the_first_of_march() -> None:
    texts = ("trước ngày 31/8", "trước ngày 1/1", "trước tháng 5")
    assert [parse_period(text).iso for text in texts] == ["../--08-30", "../--12-31", "../--04-30"]


def test_before_an_hour_still_includes_the_day() -> None:
    assert parse_period("trước 17h00 ngày 15/11/2025") == Period.until(
        PartialDate(year=2025, month=11, day=15)
    )


def test_format_period_knows_four_styles() -> None:
    with pytest.raises(ValueError, match="'nd30', 'short', 'slash', 'padded'; đã nhận 'iso'"):
        format_period(Period.of_year(2023), style="iso")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "style", "text"),
    [
        (Period.day(date(2020, 3, 5)), "nd30", "ngày 05 tháng 3 năm 2020"),
        (Period.month(2024, 2), "nd30", "tháng 02/2024"),
        (Period.month(2024, 3), "nd30", "tháng 3/2024"),
        (Period.month(2024, 3), "padded", "tháng 03/2024"),
        (Period.quarter(2023, 4), "nd30", "quý IV/2023"),
        (Period.quarter(None, 1), "nd30", "quý I"),
        (Period.half_year(2022, 2), "nd30", "6 tháng cuối năm 2022"),
        (Period.first_months(None, 9), "nd30", "9 tháng đầu năm"),
        (Period.term(2025, 2030), "nd30", "nhiệm kỳ 2025 - 2030"),
        (Period.interval(PartialDate(year=2021), PartialDate(year=2025)), "nd30", "giai đoạn 2021 - 2025"),
        (Period.until(PartialDate(year=2024, month=6)), "slash", "đến hết tháng 6/2024"),
        (PartialDate(month=7, day=27), "nd30", "ngày 27 tháng 7"),
        (PartialDate(month=7, day=27), "slash", "27/7"),
        (PartialDate(month=7, day=27), "short", "ngày 27/7"),
        (Period.day(date(2016, 5, 5)), "short", "05/5/2016"),
        (Period.month(2020, 1), "short", "tháng 01/2020"),
        (
            Period.interval(PartialDate.of(date(2009, 12, 8)), PartialDate(year=2023, month=12)),
            "short",
            "từ 08/12/2009 đến tháng 12/2023",
        ),
        (PartialDate(year=2019), "nd30", "năm 2019"),
    ],
)
def test_format_period(period: Period | PartialDate, style: DateStyle, text: str) -> None:
    assert format_period(period, style=style) == text


def test_format_period_refuses_anything_but_a_period() -> None:
    with pytest.raises(FieldError, match="cần Period hoặc PartialDate; đã nhận 'năm 2023'"):
        format_period("năm 2023")  # type: ignore[arg-type]


def test_format_period_refuses_what_would_be_read_otherwise() -> None:
    period = Period.interval(PartialDate(month=10, day=17), PartialDate(year=2019, month=11, day=18))
    with pytest.raises(ValueError, match="chỉ có năm của ngày cuối"):
        format_period(period)


def test_six_first_months_are_a_half_year() -> None:
    assert Period.first_months(2022, 6) == Period.half_year(2022, 1)
    assert Period.first_months(2022, 9).kind is PeriodKind.FIRST_MONTHS


CORPUS = SHARED / "corpus" / "dates.jsonl"
OUT_OF_SCOPE = {"holiday", "month_list", "date_list", "period_list"}  # a lunar holiday; several periods
UNREADABLE = {
    "Từ ngày 15/3/2026 đến ngày bầu cử",  # the end is told by an event
}


def _expected(line: dict[str, object]) -> str:
    """What the text alone says: no time of day, no year from its context, an open end for "đến nay"."""
    text, value = str(line["text"]), line["value"]
    if isinstance(value, dict):
        end = ".." if text.endswith("nay") else value["end"]
        iso = f"{value['start']}/{end}"
    else:
        iso = str(value)
    iso = re.sub(r"T[0-9:+]*", "", iso)
    if line["needs_context"] and not re.search("[0-9]{4}", text):
        iso = re.sub(r"[0-9]{4}(?=-)", "-", iso)
    if line["role"] == "before":
        day = date.fromisoformat(iso.replace("--", "2000-", 1) if iso.startswith("--") else iso)
        iso = str(day - timedelta(days=1)).replace("2000-", "--")
    if line["role"] in ("as_of", "until", "before"):
        return f"../{iso}"
    return f"{iso}/.." if line["role"] == "from" else iso


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stays outside the project")
def test_real_expressions_mean_what_a_reader_takes_from_them() -> None:
    lines = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    legible = [line for line in lines if line["kind"] not in OUT_OF_SCOPE and line["text"] not in UNREADABLE]
    read = {line["text"]: parse_period(line["text"]).iso for line in legible}
    assert read == {line["text"]: _expected(line) for line in legible}
    assert len(lines) - len(legible) == 7
    for line in lines:
        if line not in legible:
            with pytest.raises(DateFormatError):
                parse_period(line["text"])


PAIRS = SHARED / "reference" / "pairs_open.tsv"


@pytest.mark.skipif(not PAIRS.exists(), reason="the reference stays outside the project")
def test_reference_pairs() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if re.fullmatch("E[0-9]+", row[0])]

    def read(text: str) -> str:
        try:
            return parse_period(text).iso
        except DateFormatError:
            return "ERR"

    assert rows
    assert [read(row[2].strip("'")) for row in rows] == [row[3].strip("'") for row in rows]
