"""Over what time the figures of a report run: from the periods it names, never invented."""

import datetime as dt
from fractions import Fraction
from typing import Final

from mttq.model import ReportPeriod, UnitKind
from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.values import PartialDate, Period
from mttq.values.figures import TWO_TIERS
from mttq.wording import Phrase

__all__ = [
    "DECIDED",
    "REVIEW",
    "TWO_TIERS",
    "areas_of",
    "begin_of",
    "day_of",
    "ends_of",
    "judged_on",
    "period_of",
    "span_of",
    "stated_years",
    "whole_years",
    "years_between",
    "years_of",
]

REVIEW: Final = "review"
"""The subject of the period that the whole report reviews."""

DECIDED: Final = {"kl62-pl2": dt.date(2013, 12, 12)}
"""By form, the day of the decisions under which is done what it counts (217-QĐ/TW, 218-QĐ/TW)."""


def period_of(report: Report, subject: str) -> tuple[int, ReportPeriod] | None:
    """Return the first period that a report names for a subject, with its position in `report.periods`."""
    return _first_periods(report).get(subject)


@once
def _first_periods(report: Report) -> dict[str, tuple[int, ReportPeriod]]:
    found: dict[str, tuple[int, ReportPeriod]] = {}
    for pair in enumerate(report.periods):
        found.setdefault(pair[1].subject, pair)
    return found


def stated_years(report: Report) -> tuple[str, int] | None:
    """Return the years that the report says to review ("15 năm"), with the path where it says so."""
    found = period_of(report, REVIEW)
    if found is None or found[1].stated_years is None:
        return None
    return f"periods.{found[0]}.stated_years", found[1].stated_years


@once
def ends_of(report: Report, subject: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Return both ends of a subject's period; None where the report does not tell.

    The review runs from the document that is reviewed to the time of the figures, where the report names no
    other period; an open end of an appendix's period is that of the review.
    """
    found = period_of(report, subject)
    period = found[1].period if found else None
    start, end = (period.start, period.end) if period else (None, None)
    if subject == REVIEW:
        date = report.reviewed.date if report.reviewed else None
        return start or (PartialDate.of(date) if date else None), end or report.as_of
    if period is None:
        return None, None
    review_start, review_end = ends_of(report, REVIEW)
    return start or review_start, end or review_end


def begin_of(report: Report, subject: str) -> dt.date | None:
    """Return the first day of a subject's period, of the review if it has none; None if unknown."""
    start, _ = ends_of(report, subject if period_of(report, subject) else REVIEW)
    return start.first_day if start else None


@once
def span_of(report: Report, subject: str) -> Period | None:
    """Return a subject's period from end to end; None if an end is unknown, or lies before the beginning."""
    start, end = ends_of(report, subject)
    first, last = start and start.first_day, end and end.last_day
    if not (first and last and first <= last):
        return None
    found = period_of(report, subject)
    stated = found[1].period if found else None
    return stated if stated and (stated.start, stated.end) == (start, end) else Period.interval(start, end)


@once
def years_of(report: Report, subject: str) -> Fraction | None:
    """Return the length of a subject's period in years, both ends included; None if it has no `span_of`."""
    period = span_of(report, subject)
    first, last = (period.first_day, period.last_day) if period else (None, None)
    return years_between(first, last) if first and last else None


def years_between(first: dt.date, last: dt.date) -> Fraction:
    """Return the years from a day to another, both included: whole years whole, a month counted as 31 days.

    >>> years_between(dt.date(2015, 1, 1), dt.date(2024, 12, 31))
    Fraction(10, 1)
    """
    end = dt.date.fromordinal(min(last.toordinal() + 1, dt.date.max.toordinal()))
    months = 12 * (end.year - first.year) + end.month - first.month
    return Fraction(31 * months + end.day - first.day, 12 * 31)


def whole_years(period: Period | None, stated: int | None = None) -> tuple[int, ...]:
    """Return the numbers of years that a period may be said to have: as stated, else what its ends allow.

    From year to year both the difference and the count of the years are usual: 2003 to 2023 are 20 years,
    2011 to 2020 are 10.  Months are counted through and rounded.

    >>> whole_years(Period.interval(PartialDate(year=2003), PartialDate(year=2023)))
    (20, 21)
    >>> whole_years(Period.interval(PartialDate(year=2013, month=12), PartialDate(year=2023, month=12)))
    (10,)
    """
    if stated is not None:
        return (stated,)
    if period is None or not (period.first_day and period.last_day):
        return ()
    years = period.last_day.year - period.first_day.year
    if period.start and period.start.month and period.end and period.end.month:
        months = 12 * years + period.end.month - period.start.month + 1
        return ((months + 6) // 12,)
    return (years, years + 1)


@once
def day_of(report: Report) -> dt.date | None:
    """Return the day on which the figures held: as stated, else the day of the report."""
    return (report.as_of and report.as_of.last_day) or report.header.date


_AREAS: Final[dict[object, str]] = {
    UnitKind.COMMUNE: "số thôn",
    UnitKind.WARD: "số tổ dân phố",
    UnitKind.TOWNSHIP: "số tổ dân phố",
}
_BOTH: Final = "số thôn, tổ dân phố"


def areas_of(report: Report) -> Phrase:
    """Return what the count of residential areas is called: số thôn of a commune, số tổ dân phố of a town.

    Since the units were merged in July 2025 a commune may have both, and so may a ward.
    """
    day = judged_on(report)
    both = day is None or day >= TWO_TIERS
    return Phrase(_BOTH if both else _AREAS.get(report.unit.kind, _BOTH))


@once
def judged_on(report: Report) -> dt.date | None:
    """Return the day whose texts judge the figures: as stated, else the end of the review, else signed."""
    _, end = ends_of(report, REVIEW)
    stated = report.as_of.last_day if report.as_of else None
    return stated or (end.last_day if end else None) or report.header.date
