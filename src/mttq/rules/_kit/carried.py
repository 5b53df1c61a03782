"""What a time begins with is what the time before ended with: relations that name `<x`.

The time before is the period of a like record that ends the day before this one begins: of one with the same
key, its period apart, in the report itself or in the earlier reports on the unit.
"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Final

import attrs

from mttq.report import Report
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.judgements import Judgement, Unverifiable
from mttq.rules._kit.judging import judged_by
from mttq.rules._kit.places import Carried, Reading, Values, readings_of
from mttq.rules._kit.spans import REVIEW, span_of
from mttq.values import Period

__all__ = ["carried_over", "carried_within"]

_DAY: Final = dt.timedelta(days=1)


@attrs.frozen
class _Told:
    """A record that has what comes from the time before, or is the time before of another."""

    carried: Carried
    numbers: tuple[int, ...]
    values: Values
    key: Hashable
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
        (found,) = self.carried.bound.figure.read(self.values, self.numbers)
        return found

    @property
    def source(self) -> Reading:
        """What is left for the time after."""
        (source,) = self.carried.bound.terms
        (found,) = source.read(self.values, self.numbers)
        return found


def carried_within(report: Report) -> Iterator[Judgement]:
    """Judge what is carried over from one record of a report to the next."""
    told = list(_told(report))
    times = Counter(item.key for item in told)
    for item in told:
        if times[item.key] > 1:
            yield from _judge(item, [other.source for other in told if _precedes(other, item)])


def carried_over(report: Report, earlier: Iterable[Report], *, together: bool) -> Iterator[Judgement]:
    """Judge what is carried over to a report, unless an own record of it is the time before.

    Args:
        report: the report.
        earlier: reports on the time before.
        together: whether they are those of former units, whose figures add up.
    """
    own = list(_told(report))
    reports = [list(_told(other)) for other in earlier]
    for item in own:
        if any(_precedes(other, item) for other in own):
            continue
        before = [[other for other in told if _precedes(other, item)] for told in reports]
        if together and not all(before):
            continue  # a former unit that tells nothing of it
        sources = [attrs.evolve(other.source, path="") for told in before for other in told]
        yield from _judge(item, sources if together else sources[:1])


def _precedes(other: _Told, item: _Told) -> bool:
    return (
        other.key == item.key and None not in (other.last, item.first) and other.last + _DAY == item.first  # type: ignore[operator]
    )


def _judge(item: _Told, sources: list[Reading]) -> Iterator[Judgement]:
    if not sources or item.figure.value is None:
        return
    blank = next((source for source in sources if source.value is None), None)
    if blank is not None:
        yield Unverifiable(item.figure.path, (blank.path,) if blank.path else ())
    else:
        yield judged_by(item.carried.bound, item.figure, sources)


def _told(report: Report) -> Iterator[_Told]:
    for carried in relations_of(report).carried:
        bound = carried.bound
        for numbers, values in readings_of(report, carried.place):
            if all(fulfils(values) for fulfils in bound.where):
                period = span_of(report, REVIEW) if carried.period is None else values[carried.period]
                key = (bound.line, *(values[position] for position in carried.key))
                yield _Told(carried, numbers, values, key, period if isinstance(period, Period) else None)
