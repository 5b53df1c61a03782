"""The slips of a hand that writes days and periods: what may have been meant."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import attrs

from mttq.repairs._figures import Time
from mttq.repairs._slips import Slip
from mttq.values import PartialDate, Period

__all__ = ["day_in", "slips_in_time"]

_YEARS: Final = range(-10, 11)  # so many years off a day may be


def day_in(time: Time) -> int | None:
    """Return the number of a day, or of the last of a period."""
    day = time.last_day if isinstance(time, Period) else time
    return None if day is None else day.toordinal()


def slips_in_time(time: Time) -> dict[Time, tuple[Slip, int]]:
    """Return each time that one slip would have turned into this one, with the slip and its distance.

    >>> found = slips_in_time(dt.date(2012, 3, 5))
    >>> found[dt.date(2022, 3, 5)], found[dt.date(2012, 5, 3)], found[dt.date(2020, 3, 5)]
    ((<Slip.CHANGED: 'changed'>, 1), (<Slip.TIME: 'time'>, 1), (<Slip.TIME: 'time'>, 2))
    """
    found: dict[Time, tuple[Slip, int]] = {}
    for new, slip, far in _in_period(time) if isinstance(time, Period) else _in_day(time):
        if new != time:
            found.setdefault(new, (slip, far))
    return found


def _in_period(period: Period) -> Iterator[tuple[Time, Slip, int]]:
    """Return a period of the year before, or of the next: last year's was left in."""
    for years in (1, -1):
        with suppress(ValueError):  # 29 February
            start, end = (one and _moved(one, years) for one in (period.start, period.end))
            yield attrs.evolve(period, start=start, end=end), Slip.TIME, 1


def _moved(date: PartialDate, years: int) -> PartialDate:
    return date if date.year is None else attrs.evolve(date, year=date.year + years)


def _in_day(day: dt.date) -> Iterator[tuple[Time, Slip, int]]:
    """Return days of which one digit differs, or day and month are exchanged, and of other years, months."""
    written = f"{day:%Y%m%d}"
    for place, digit in ((place, digit) for place in range(2, len(written)) for digit in "0123456789"):
        text = written[:place] + digit + written[place + 1 :]
        with suppress(ValueError):
            new = dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
            yield new, Slip.CHANGED, 1
    with suppress(ValueError):
        yield day.replace(month=day.day, day=day.month), Slip.TIME, 1
    for years in sorted(_YEARS, key=abs):
        with suppress(ValueError):
            yield day.replace(year=day.year + years), Slip.TIME, 1 if abs(years) == 1 else 2
    for month in range(1, 13):
        with suppress(ValueError):
            yield day.replace(month=month), Slip.TIME, 2
