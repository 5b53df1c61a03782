"""Points and stretches of time say what was written, and never more."""

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import FieldError
from mttq.values import PartialDate, Period, PeriodKind

FEW = settings(max_examples=100)
DATES = st.dates()
YEARS = st.integers(1, 9999)
PARTIAL = st.one_of(
    DATES.map(PartialDate.of),
    YEARS.map(lambda year: PartialDate(year=year)),
    st.builds(lambda year, month: PartialDate(year=year, month=month), YEARS | st.none(), st.integers(1, 12)),
    DATES.map(lambda day: PartialDate(month=day.month, day=day.day)),
)


def point(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


# Points of time


@given(PARTIAL)
@FEW
def test_iso_text_and_point_of_time_are_two_forms_of_one_thing(written: PartialDate) -> None:
    assert PartialDate.from_iso(written.iso) == written


@pytest.mark.parametrize(
    ("text", "parts", "first", "last"),
    [
        ("2023", (2023, None, None), dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("2024-02", (2024, 2, None), dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-12-05", (2023, 12, 5), dt.date(2023, 12, 5), dt.date(2023, 12, 5)),
        ("0001", (1, None, None), dt.date(1, 1, 1), dt.date(1, 12, 31)),
        ("--12", (None, 12, None), None, None),
        ("--07-27", (None, 7, 27), None, None),
        ("--02-29", (None, 2, 29), None, None),
    ],
)
def test_a_point_of_time_is_as_precise_as_its_text(
    text: str, parts: tuple[int | None, ...], first: dt.date | None, last: dt.date | None
) -> None:
    read = PartialDate.from_iso(text)
    assert (read.year, read.month, read.day) == parts
    assert (read.first_day, read.last_day) == (first, last)
    assert read.iso == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "--", "---", "23", "2023-1", "2023-13", "2023-00", "2023-02-29", "2023-12-5", "2023--05"),
        *("2023-12-05-1", " 2023", "2023-12 ", "--2-29", "--02-30", "---05", "2023-W05", "+2023", "02023"),
        *("٢٠٢٣", "²023", "2023-١٢", "x", "10000"),
    ],
)
def test_other_texts_are_no_iso_dates(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - by part or by form, each text fails its own way
        PartialDate.from_iso(text)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({}, "cần ít nhất năm hoặc tháng"),
        ({"day": 5}, "cần ít nhất năm hoặc tháng"),
        ({"year": 2023, "day": 5}, "có ngày thì phải có tháng"),
        ({"year": 0}, "không có năm 0"),
        ({"year": 10000}, "không có năm 10000"),
        ({"month": 0}, "không có tháng 0"),
        ({"month": 13}, "không có tháng 13"),
        ({"month": 2, "day": 30}, "không có ngày 30/2/…"),
        ({"month": 4, "day": 0}, "không có ngày 0/4/…"),
        ({"year": 2023, "month": 2, "day": 29}, "không có ngày 29/2/2023"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(parts: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        PartialDate(**parts)
    assert str(caught.value) == message


def test_parts_are_counts() -> None:
    with pytest.raises(FieldError) as caught:
        PartialDate(year="2023", month=True, day=-1)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "PartialDate.year: cần số nguyên không âm hoặc None; đã nhận '2023' (str)\n"
        "PartialDate.month: cần số nguyên không âm hoặc None; đã nhận True (bool)\n"
        "PartialDate.day: cần số nguyên không âm hoặc None; đã nhận -1 (int)"
    )


@pytest.mark.parametrize("day", [dt.datetime(2023, 12, 5, 8, tzinfo=dt.UTC), "2023-12-05", None])
def test_a_moment_or_a_text_is_not_a_day(day: Any) -> None:
    with pytest.raises(FieldError, match=r"^PartialDate.of: cần ngày \(date\); đã nhận "):
        PartialDate.of(day)
    with pytest.raises(FieldError):
        Period.day(day)


# Stretches of time


@pytest.mark.parametrize(
    ("period", "iso", "first", "last"),
    [
        (Period.day(dt.date(2023, 12, 5)), "2023-12-05", dt.date(2023, 12, 5), dt.date(2023, 12, 5)),
        (Period.month(2024, 2), "2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (Period.month(None, 2), "--02", None, None),
        (Period.quarter(2023, 1), "2023-Q1", dt.date(2023, 1, 1), dt.date(2023, 3, 31)),
        (Period.quarter(2023, 4), "2023-Q4", dt.date(2023, 10, 1), dt.date(2023, 12, 31)),
        (Period.quarter(None, 4), "--Q4", None, None),
        (Period.quarter(987, 4), "0987-Q4", dt.date(987, 10, 1), dt.date(987, 12, 31)),
        (Period.half_year(2023, 1), "2023-H1", dt.date(2023, 1, 1), dt.date(2023, 6, 30)),
        (Period.half_year(None, 2), "--H2", None, None),
        (Period.first_months(2025, 9), "2025-01/2025-09", dt.date(2025, 1, 1), dt.date(2025, 9, 30)),
        (Period.first_months(2025, 6), "2025-H1", dt.date(2025, 1, 1), dt.date(2025, 6, 30)),
        (Period.first_months(None, 9), "--01/--09", None, None),
        (Period.of_year(2019), "2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        (Period.term(2025, 2030), "2025/2030", dt.date(2025, 1, 1), dt.date(2030, 12, 31)),
        (Period.until(point("2024-06")), "../2024-06", None, dt.date(2024, 6, 30)),
        (Period.interval(point("2010"), None), "2010/..", dt.date(2010, 1, 1), None),
        (
            Period.interval(point("2013-12"), point("2023-12")),
            "2013-12/2023-12",
            dt.date(2013, 12, 1),
            dt.date(2023, 12, 31),
        ),
        (Period.interval(point("--12"), point("--01")), "--12/--01", None, None),  # over the turn of a year
    ],
)
def test_a_period_has_a_short_text_and_two_ends(
    period: Period, iso: str, first: dt.date | None, last: dt.date | None
) -> None:
    assert period.iso == iso
    assert (period.first_day, period.last_day) == (first, last)


@given(DATES)
@FEW
def test_a_day_lies_in_its_month_its_quarter_its_half_year_and_its_year(day: dt.date) -> None:
    periods = [
        Period.day(day),
        Period.month(day.year, day.month),
        Period.quarter(day.year, (day.month + 2) // 3),
        Period.half_year(day.year, (day.month + 5) // 6),
        Period.of_year(day.year),
    ]
    firsts = [period.first_day for period in periods]
    lasts = [period.last_day for period in periods]
    assert firsts == sorted(firsts, reverse=True)  # type: ignore[type-var]
    assert lasts == sorted(lasts)  # type: ignore[type-var]
    assert firsts[0] == lasts[0] == day


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Period.quarter(2023, 0), "một năm không có quý 0"),
        (lambda: Period.quarter(2023, 5), "một năm không có quý 5"),
        (lambda: Period.quarter(2023, "IV"), "một năm không có quý 'IV'"),  # type: ignore[arg-type]
        (lambda: Period.half_year(2023, 3), "một năm không có nửa năm thứ 3"),
        (lambda: Period.month(2023, 13), "không có tháng 13"),
        (lambda: Period.first_months(2023, 0), "không có tháng 0"),
        (lambda: Period.interval(None, None), "cần đầu kỳ hoặc cuối kỳ"),
        (lambda: Period.term(2030, 2025), "đầu kỳ 2030 sau cuối kỳ 2025"),
        (
            lambda: Period.interval(point("2023-05"), point("2023-04-30")),
            "đầu kỳ 2023-05 sau cuối kỳ 2023-04-30",
        ),
    ],
)
def test_a_period_that_cannot_be_is_refused(make: Any, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        make()
    assert str(caught.value) == message


class Whole:
    """A whole number of another library, as those of numpy."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


@pytest.mark.parametrize("make", [Period.month, Period.quarter, Period.first_months, Period.half_year])
def test_the_parts_of_a_period_are_whole_numbers_of_any_library(make: Any) -> None:
    assert make(Whole(2023), Whole(2)) == make(2023, 2)
    assert type(make(Whole(2023), Whole(2)).start.month) is int


@pytest.mark.parametrize("months", [6.0, Decimal(6), True, "6"])
def test_the_first_months_are_counted(months: Any) -> None:
    with pytest.raises(FieldError, match="month: cần số nguyên"):
        Period.first_months(2023, months)


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        ("day", "2023-12", "2023-12"),
        ("day", "2023-12-05", "2023-12-06"),
        ("day", None, "2023-12-05"),
        ("month", "2023", "2023"),
        ("month", "2023-05", "2023-06"),
        ("month", "2023-05", None),
        ("quarter", "2023-02", "2023-04"),
        ("quarter", "2023-01", "2024-03"),
        ("quarter", "2023-01-01", "2023-03-31"),
        ("quarter", "2023", "2023"),
        ("half_year", "2023-04", "2023-09"),
        ("half_year", "2023-01", "2023-12"),
        ("first_months", "2023-02", "2023-09"),
        ("year", "2022", "2023"),
        ("year", "2023-01", "2023-12"),
        ("term", "2020-05", "2025-05"),
        ("term", "2020", None),
    ],
)
def test_the_ends_of_a_period_fit_its_kind(kind: str, start: str | None, end: str | None) -> None:
    with pytest.raises(ValueError, match=rf" không phải kỳ loại {kind.upper()}$"):
        Period(kind=PeriodKind(kind), start=start and point(start), end=end and point(end))  # type: ignore[arg-type]


def test_the_kind_is_not_a_text() -> None:
    with pytest.raises(
        FieldError,
        match=r"^Period\.kind: cần PeriodKind \(DAY, MONTH, .*\)",
    ):
        Period(kind="year", start=point("2023"), end=point("2023"))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [point("--07-27"), Period.term(2025, 2030)])
def test_time_is_frozen_slotted_hashable_and_survives_pickling_and_copying(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)
    assert not hasattr(value, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(type(value))[0].name, None)
    assert attrs.evolve(value) == value


@FEW
@given(DATES, DATES, DATES)
def test_a_period_holds_the_days_from_its_first_to_its_last(
    one: dt.date, other: dt.date, day: dt.date
) -> None:
    first, last = sorted((one, other))
    start, end = PartialDate.of(first), PartialDate.of(last)
    assert (day in Period.interval(start, end)) == (first <= day <= last)
    assert (day in Period.until(end)) == (day <= last)
    assert (day in Period.interval(start, None)) == (first <= day)


@pytest.mark.parametrize(
    "period",
    [
        Period.month(None, 7),
        Period.until(PartialDate(month=7, day=27)),
        Period.interval(PartialDate(month=7, day=27), None),
    ],
)
def test_no_day_is_in_or_out_of_a_period_of_an_unknown_year(period: Period) -> None:
    with pytest.raises(ValueError, match=r" không rõ năm$"):
        assert dt.date(2023, 7, 27) in period
