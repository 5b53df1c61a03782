"""The figures of records that add up over units or go on over years, by keys that any report has.

Lists hold them in any order, so a figure is known by what its record is about: the organisation, the fund,
the work.  Of several ledgers of one fund that of the latest time is followed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Final, NamedTuple, TypeVar

import attrs

from mttq.forms import label_of
from mttq.model import FundLedger, Gifts, Houses, Membership, OrganisationMembership
from mttq.report import Report
from mttq.rules._kit.fields import fields_of, is_stock
from mttq.rules._kit.once import shared
from mttq.rules._kit.packed import Packed, packed, unpacked
from mttq.rules._kit.spans import REVIEW, ends_of
from mttq.values import PartialDate, Period
from mttq.vi import fold

__all__ = ["Followed", "RecordFigure", "figures_of", "followed_in", "numbers_of"]

T = TypeVar("T", FundLedger, Houses, Gifts)
Days = tuple[dt.date | None, dt.date | None]
_Line = tuple[str, tuple[str, str, Days, bool, bool, bool]]
"""What a figure is about, and what `RecordFigure` holds of it beside the number."""


class RecordFigure(NamedTuple):
    """A figure of a record.

    Args:
        number: the figure; only those that are exact are followed.
        path: where it stands.
        label: what it is, in Vietnamese.
        days: the first and the last day of its time.
        is_sum: whether a parent unit has as much as its children together.
        is_least: whether it has at least that, if it tells what was done in all of its area.
        is_flow: whether it is what came about in its time, so that it adds up over times, too.
    """

    number: int
    path: str
    label: str
    days: Days
    is_sum: bool
    is_least: bool
    is_flow: bool

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.path.startswith("funds.") and not self.path.endswith(".count")


class _Record(NamedTuple):
    """A record that is followed.

    Args:
        path: where it stands.
        key: what it is about, as any report has it.
        days: the first and the last day of its time.
    """

    path: str
    key: str
    days: Days

    @property
    def kind(self) -> "_Kind":
        """The class of the record."""
        return _KINDS[self.path.rstrip(".0123456789")]


@attrs.frozen
class _Kind:
    """Which figures of a class of records are followed, and which of them add up over units.

    Of what is done in an area, a parent unit may do more than its children, and not less.
    """

    record: type
    names: tuple[str, ...]
    sums: tuple[str, ...] = ()
    least: tuple[str, ...] = ()


_TOTALS: Final = tuple(
    field.name for field in attrs.fields(Membership) if field.name not in {"period", "organisations"}
)
_OF_A_BODY: Final = ("opening", "admitted", "left", "closing")
_KINDS: Final = {
    "membership": _Kind(
        Membership,
        _TOTALS,  # whom a district nominates to the Party is its own affair
        tuple(name for name in _TOTALS if name.endswith("_members")),
    ),
    "membership.organisations": _Kind(OrganisationMembership, _OF_A_BODY, _OF_A_BODY),
    "funds.ledgers": _Kind(FundLedger, ("opening", "raised", "spent", "closing"), least=("raised", "spent")),
    "funds.houses": _Kind(Houses, ("count", "amount"), least=("count", "amount")),
    "funds.gifts": _Kind(Gifts, ("value",), least=("value",)),
}


@attrs.frozen
class Followed:
    """The figures of the records of a report.

    Args:
        records: the records, which are alike in many reports.
        numbers: the figures of all of them, one after the other; None for what is blank or not exact
            (`packed`).
    """

    records: tuple[_Record, ...]
    numbers: Packed


def followed_in(report: Report) -> Followed:
    """Return the exact figures of the records of a report."""
    found = [(shared(record), item) for record, item in _records_in(report)]
    numbers = (
        number if type(number) is int else None
        for record, item in found
        for number in (getattr(item, name) for name in record.kind.names)
    )
    return Followed(shared(tuple(record for record, _ in found)), packed(numbers))


def figures_of(given: Followed) -> dict[str, RecordFigure]:
    """Return the figures by what they are about, as any report has it."""
    return {key: RecordFigure(number, *told) for (key, told), number in _with_numbers(given)}


def numbers_of(given: Followed) -> Iterator[tuple[str, int]]:
    """Return the figures with what they are about."""
    return ((key, number) for (key, _), number in _with_numbers(given))


def _with_numbers(given: Followed) -> Iterator[tuple[_Line, int]]:
    lines = chain.from_iterable(map(_lines_of, given.records))
    found = zip(lines, unpacked(given.numbers), strict=True)
    return ((line, number) for line, number in found if number is not None)


@lru_cache(maxsize=4096)  # records are alike in many reports
def _lines_of(record: _Record) -> tuple[_Line, ...]:
    """Return what each figure of a record is about, with all that is known of it but its number."""
    kind = record.kind
    return tuple(
        (
            f"{record.key}.{name}",
            (
                f"{record.path}.{name}",
                _label(kind.record, name),
                record.days,
                name in kind.sums,
                name in kind.least,
                _is_flow(kind.record, name),
            ),
        )
        for name in kind.names
    )


_label: Final = cache(label_of)


@cache
def _is_flow(record: type, name: str) -> bool:
    return not is_stock(fields_of(record)[name].type)


def _records_in(report: Report) -> Iterator[tuple[_Record, Any]]:
    members, funds = report.membership, report.funds
    days = _days(report, members.period)
    yield _Record("membership", "membership", days), members
    for place, body in enumerate(members.organisations):
        yield _Record(f"membership.organisations.{place}", str(body.organisation), days), body
    for place, ledger in _latest(report, funds.ledgers):
        if not ledger.each_year:
            yield _Record(f"funds.ledgers.{place}", ledger.fund.name, _days(report, ledger.period)), ledger
    for place, houses in _latest(report, funds.houses):
        yield _Record(f"funds.houses.{place}", _name_of(houses), _days(report, houses.period)), houses
    for place, gifts in _latest(report, funds.gifts):
        yield _Record(f"funds.gifts.{place}", str(_key_of(gifts)), _days(report, gifts.period)), gifts


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
