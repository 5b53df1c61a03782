"""What a time begins with is what the time before ended with: relations that name `<x`.

The time before is the period of a like record that ends the day before this one begins: of one with the same
key, its period apart, in the report itself or in the earlier reports on the unit.
"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

import attrs

from mttq.forms import Form, form_with
from mttq.report import Report
from mttq.rules._kit.compiled import compile_relations, relations_of
from mttq.rules._kit.identity import canonical
from mttq.rules._kit.judgements import Judgement, Unverifiable
from mttq.rules._kit.judging import judged_by
from mttq.rules._kit.once import shared
from mttq.rules._kit.packed import Packed, packed, unpacked
from mttq.rules._kit.passages import hashed
from mttq.rules._kit.places import Bound, Operand, Reading, Values, readings_of
from mttq.rules._kit.spans import REVIEW, period_of, span_of
from mttq.values import Period, Tier

__all__ = ["Carried", "Carry", "carried_in", "carried_over", "carried_within"]

_DAY: Final = dt.timedelta(days=1)


class Carry(NamedTuple):
    """A record that has what comes from the time before, or is the time before of another.

    Args:
        line: the figure that comes from the time before, with "*" for positions in lists.
        key: of the line and of what tells the record from others, its period apart, as a hash.
        first: the first day of its time.
        last: the last day.
        record: where it stands.
    """

    line: str
    key: int
    first: dt.date | None
    last: dt.date | None
    record: str

    @property
    def path(self) -> str:
        """Where stands what comes from the time before."""
        return f"{self.record}.{self.line.rpartition('.')[2]}"


@attrs.frozen
class Carried:
    """All such records of a report.

    Args:
        records: the records, which are alike in many reports.
        values: of each what comes from the time before, and what is left for the time after (`packed`).
    """

    records: tuple[Carry, ...]
    values: Packed

    def __iter__(self) -> Iterator[tuple[Carry, Any, Any]]:
        values = unpacked(self.values)
        return zip(self.records, values[::2], values[1::2], strict=True)


@attrs.frozen
class _Told:
    """The same as it stands in the report; its figures are read when they are asked for."""

    bound: Bound
    numbers: tuple[int, ...]
    values: Values
    key: tuple[Hashable, ...]
    period: Period | None

    @property
    def first(self) -> dt.date | None:
        """The first day of its time."""
        return self.period.first_day if self.period else None

    @property
    def last(self) -> dt.date | None:
        """The last day of its time."""
        return self.period.last_day if self.period else None

    @property
    def figure(self) -> Reading:
        """What comes from the time before."""
        (found,) = self.bound.figure.read(self.values, self.numbers)
        return found

    @property
    def source(self) -> Reading:
        """What is left for the time after."""
        (found,) = self.bound.terms[0].read(self.values, self.numbers)
        return found


def _told(report: Report, least: int = 1) -> Iterator[_Told]:
    """Return what was there when a time began and ended, of lists with at least so many records."""
    for carried in relations_of(report).carried:
        readings, bound = readings_of(report, carried.place), carried.bound
        if len(readings) < least:
            continue
        subject = carried.subject if period_of(report, carried.subject) else REVIEW
        for numbers, values in readings:
            if all(fulfils(values) for fulfils in bound.where):
                period = span_of(report, subject) if carried.period is None else values[carried.period]
                key = (bound.line, *(values[position] for position in carried.key))
                yield _Told(bound, numbers, values, key, period if isinstance(period, Period) else None)


def carried_in(report: Report) -> Carried:
    """Return what a report says of what was there when a time began and ended."""
    records, values = list[Carry](), list[Any]()
    for item in _told(report):
        line, *key = item.key
        figure = item.figure
        known = hashed("\n".join((str(line), *map(canonical, key))))
        record = figure.path.rpartition(".")[0]
        records.append(shared(Carry(str(line), known, item.first, item.last, record)))
        values += figure.value, item.source.value
    return Carried(shared(tuple(records)), packed(values))


def carried_within(report: Report) -> Iterator[Judgement]:
    """Judge what is carried over from one record of a report to the next."""
    told = list(_told(report, least=2))
    times = Counter(item.key for item in told)
    for item in told:
        if times[item.key] > 1:
            before = (other.source for other in told if _precedes(other, item))
            figure, sources = item.figure, [(source.path, source.value) for source in before]
            yield from _judge(item.bound.line, figure.path, figure.value, sources)


def carried_over(own: Carried, earlier: list[list[Carried]]) -> Iterator[Judgement]:
    """Judge what is carried over to a report, unless an own record of it is the time before.

    Args:
        own: what the report says.
        earlier: what reports on the unit say, or on each of its former units, whose figures add up; of
            several on one time the last counts.
    """
    for record, figure, _ in own:
        if any(_precedes(other, record) for other in own.records):
            continue
        before = [
            [source for told in reports for other, _, source in told if _precedes(other, record)]
            for reports in earlier
        ]
        if all(before):  # else a former unit tells nothing of it
            sources = [("", source) for *_, source in before]
            yield from _judge(record.line, record.path, figure, sources)


def _precedes(other: Carry | _Told, record: Carry | _Told) -> bool:
    return (
        other.key == record.key
        and None not in (other.last, record.first)
        and other.last + _DAY == record.first  # type: ignore[operator]
    )


def _judge(line: str, path: str, figure: Any, sources: list[tuple[str, Any]]) -> Iterator[Judgement]:
    if not sources or figure is None:
        return
    blank = next((other for other, source in sources if source is None), None)
    if blank is not None:
        yield Unverifiable(path, (blank,) if blank else ())
    else:
        bound = _bounds(form_with(line.partition(".")[0]))[line]
        told = [_reading(bound.terms[0], other, source) for other, source in sources]
        yield judged_by(bound, _reading(bound.figure, path, figure), told)


def _reading(operand: Operand, path: str, value: Any) -> Reading:
    return Reading(path, operand.label, value, operand.unit)


@cache
def _bounds(form: Form | None) -> dict[str, Bound]:
    """Return the relations to the time before: on records and the lines of a form, which no level changes."""
    forms = ((form, frozenset[int]()),) if form is not None else ()
    return {item.bound.line: item.bound for item in compile_relations(Tier.COMMUNE, forms).carried}
