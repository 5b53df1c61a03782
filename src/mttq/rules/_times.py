"""Which stretch of time a report or an appendix covers, and on what day a dated norm is looked up."""

import datetime as dt

from mttq.model import ReportPeriod
from mttq.report import Report
from mttq.values import Period

__all__ = ["day_of", "period_of", "whole_years"]


def day_of(report: Report) -> dt.date | None:
    """Give the day on which the figures held: as stated, else the day of the report."""
    return (report.as_of and report.as_of.last_day) or report.header.date


def period_of(report: Report, subject: str) -> tuple[int, ReportPeriod] | None:
    """Give the period that a report names for "review", a form's code or an indicator, and its position."""
    found = enumerate(report.periods)
    return next(((number, item) for number, item in found if item.subject == subject), None)


def whole_years(period: Period | None, stated: int | None = None) -> tuple[int, ...]:
    """Give the numbers of years that a period may be said to have: the stated one, else what its ends allow.

    From year to year both the difference and the count of the years are usual: 2003 to 2023 are 20 years,
    2011 to 2020 are 10.  Months are counted through and rounded.

    >>> from mttq.values import PartialDate
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
