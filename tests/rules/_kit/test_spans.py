import datetime as dt
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.model import ReportPeriod
from mttq.rules._kit.spans import ends_of, span_of, whole_years, years_between, years_of
from mttq.testing import make_report
from mttq.values import PartialDate, Period

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ((2015, 1, 1), (2024, 12, 31), Fraction(10)),
        ((2009, 12, 8), (2023, 12, 31), Fraction(14 * 372 + 24, 372)),
        ((2013, 12, 1), (2023, 12, 31), Fraction(121, 12)),
        ((2014, 3, 1), (2024, 2, 29), Fraction(10)),
        ((2024, 5, 5), (2024, 5, 5), Fraction(1, 372)),
        ((9999, 1, 1), (9999, 12, 31), Fraction(371, 372)),  # there is no day after the last
    ],
)
def test_years_are_counted_with_both_ends(
    first: tuple[int, int, int], last: tuple[int, int, int], years: Fraction
) -> None:
    assert years_between(dt.date(*first), dt.date(*last)) == years


@settings(max_examples=100)
@given(DAYS, DAYS, DAYS)
def test_a_longer_stretch_has_no_fewer_years(one: dt.date, two: dt.date, three: dt.date) -> None:
    first, middle, last = sorted((one, two, three))
    assert years_between(first, middle) <= years_between(first, last)


@settings(max_examples=100)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2000, 1, 1)), st.integers(0, 90))
def test_anniversaries_make_whole_years(first: dt.date, years: int) -> None:
    first = first.replace(day=min(first.day, 28))
    last = first.replace(year=first.year + years) - dt.timedelta(days=1)
    assert years_between(first, last) == years


REVIEWED = PartialDate(year=2009, month=12, day=8)
AS_OF = PartialDate(year=2024, month=12)
MAY = PartialDate(year=2012, month=5)


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        (Period.interval(MAY, PartialDate(year=2020)), (MAY, PartialDate(year=2020))),
        (Period.until(MAY), (REVIEWED, MAY)),
        (Period.interval(MAY, None), (MAY, AS_OF)),
        (None, (None, None)),
    ],
)
def test_an_open_end_is_that_of_the_review(period: Period | None, ends: tuple[object, object]) -> None:
    report = make_report(periods=(ReportPeriod(subject="kl62-pl1", period=period),))
    assert ends_of(report, "kl62-pl1") == ends
    assert ends_of(report, "review") == (REVIEWED, AS_OF)


def test_a_length_without_a_year_is_not_known() -> None:
    day = Period.interval(PartialDate(month=7, day=27), PartialDate(month=8))
    report = make_report(periods=(ReportPeriod(subject="kl62-pl1", period=day),))
    assert years_of(report, "kl62-pl1") is None
    assert years_of(attrs.evolve(report, reviewed=None), "review") is None


def test_a_review_that_ends_before_it_begins_has_no_length() -> None:
    report = make_report(periods=(), as_of=PartialDate(year=2008))
    assert years_of(report, "review") is None


YEARS = Period.interval(PartialDate(year=2015), PartialDate(year=2024))
YEAR = Period.of_year(2023)


@pytest.mark.parametrize(
    ("stated", "span"),
    [
        (YEAR, YEAR),  # as stated: it is called a year
        (Period.interval(PartialDate(year=2016), None), Period.interval(PartialDate(year=2016), YEARS.end)),
        (Period.interval(PartialDate(year=2025), None), None),
        (Period.interval(REVIEWED, REVIEWED), Period.interval(REVIEWED, REVIEWED)),  # a day
        (Period.month(None, 7), None),
        (None, None),
    ],
)
def test_a_span_has_both_of_its_ends_the_right_way_round(stated: Period | None, span: Period | None) -> None:
    periods = (ReportPeriod(subject="review", period=YEARS), ReportPeriod(subject="kl62-pl2", period=stated))
    assert span_of(make_report(periods=periods), "kl62-pl2") == span


def months(first: tuple[int, int | None], last: tuple[int, int | None]) -> Period:
    return Period.interval(*(PartialDate(year=year, month=month) for year, month in (first, last)))


@pytest.mark.parametrize(
    ("period", "stated", "years"),
    [
        (months((2020, 1), (2021, 5)), None, (1,)),  # 17 months
        (months((2020, 1), (2021, 6)), None, (2,)),  # 18 months
        (months((2013, 12), (2023, 12)), None, (10,)),
        (months((2011, None), (2020, None)), None, (9, 10)),
        (months((2020, None), (2021, 6)), None, (1, 2)),  # one end without a month
        (months((2020, 3), (2021, None)), None, (1, 2)),
        (months((2020, 1), (2021, 5)), 7, (7,)),
        (Period.until(MAY), None, ()),
        (None, None, ()),
        (None, 0, (0,)),
    ],
)
def test_a_period_may_be_said_to_have_so_many_years(
    period: Period | None, stated: int | None, years: tuple[int, ...]
) -> None:
    assert whole_years(period, stated) == years
