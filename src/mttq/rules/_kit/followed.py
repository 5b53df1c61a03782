"""The figures of records that add up over units or go on over years, by keys that any report has.

Lists hold them in any order, so a figure is known by what its record is about: the organisation, the fund,
the work.  Of several ledgers of one fund that of the latest time is followed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

import attrs

from mttq.forms import label_of
from mttq.model import FundLedger, Gifts, Houses, Membership
from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import REVIEW, ends_of
from mttq.values import PartialDate, Period
from mttq.vi import fold

__all__ = ["Figure", "followed"]

T = TypeVar("T", FundLedger, Houses, Gifts)
Days = tuple[dt.date | None, dt.date | None]


@attrs.frozen
class Figure:
    """A figure of a record.

    Args:
        path: where it stands.
        label: what it is, in Vietnamese.
        number: the figure; only those that are exact are followed.
        days: the first and the last day of its time.
        is_sum: whether a parent unit has as much as its children together.
    """

    path: str
    label: str
    number: int
    days: Days
    is_sum: bool = False


_TOTALS: Final = tuple(
    field.name for field in attrs.fields(Membership) if field.name not in {"period", "organisations"}
)
_OF_A_BODY: Final = ("opening", "admitted", "left", "closing")
_OF_A_FUND: Final = ("opening", "raised", "spent", "closing")


@once
def followed(report: Report) -> dict[str, Figure]:
    """Return the exact figures of the records of a report, by their keys."""
    return {key: figure for key, figure in _figures(report) if type(figure.number) is int}


def _figures(report: Report) -> Iterator[tuple[str, Figure]]:
    members, funds = report.membership, report.funds
    days = _days(report, members.period)
    for name in _TOTALS:
        is_sum = name.endswith("_members")  # whom a district nominates to the Party is its own affair
        yield f"membership.{name}", _figure(members, "membership", name, days, is_sum=is_sum)
    for place, body in enumerate(members.organisations):
        for name in _OF_A_BODY:
            figure = _figure(body, f"membership.organisations.{place}", name, days, is_sum=True)
            yield f"{body.organisation}.{name}", figure
    for place, ledger in _latest(report, funds.ledgers):
        for name in () if ledger.each_year else _OF_A_FUND:
            days = _days(report, ledger.period)
            yield f"{ledger.fund.name}.{name}", _figure(ledger, f"funds.ledgers.{place}", name, days)
    for place, houses in _latest(report, funds.houses):
        for name in ("count", "amount"):
            days = _days(report, houses.period)
            yield f"{_name_of(houses)}.{name}", _figure(houses, f"funds.houses.{place}", name, days)
    for place, gifts in _latest(report, funds.gifts):
        days = _days(report, gifts.period)
        yield f"{_key_of(gifts)}.value", _figure(gifts, f"funds.gifts.{place}", "value", days)


def _figure(record: Any, path: str, name: str, days: Days, *, is_sum: bool = False) -> Figure:
    return Figure(f"{path}.{name}", label_of(type(record), name), getattr(record, name), days, is_sum)


def _days(report: Report, period: Period | None) -> Days:
    start, end = (period.start, period.end) if period is not None else ends_of(report, REVIEW)
    return _first(start), _last(end)


def _first(day: PartialDate | None) -> dt.date | None:
    return day.first_day if day is not None else None


def _last(day: PartialDate | None) -> dt.date | None:
    return day.last_day if day is not None else None


def _latest(report: Report, records: Iterable[T]) -> Iterator[tuple[int, T]]:
    """Return of the records of each thing the one of the latest time, with its position."""
    found: dict[object, tuple[dt.date, int, T]] = {}
    for place, record in enumerate(records):
        last = _days(report, record.period)[1] or dt.date.min
        if _key_of(record) not in found or found[_key_of(record)][0] <= last:
            found[_key_of(record)] = (last, place, record)
    return ((place, record) for _, place, record in found.values())


def _name_of(houses: Houses) -> str:
    """Return by what houses are known: the work, and of what source, state and class they are."""
    parts = (houses.work, houses.source, houses.source_tier, houses.state, houses.household_class)
    return ".".join(part.name for part in parts if part is not None)


def _key_of(record: FundLedger | Houses | Gifts) -> object:
    match record:
        case FundLedger():
            return record.fund, record.each_year
        case Houses():
            return _name_of(record)
    return fold(record.occasion or "")
