"""The walk over the relations of a report: which hold for certain, and where the law must be asked.

Nearly all hold for certain.  Each is looked at once for all rules: the rule that claims it, and those on
blanks and on hedged figures, take from the walk what is left.  Where all is well nothing is allocated that
lives on: what the garbage collector has to look at costs more than the comparisons.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final

import attrs

from mttq._declared.relations import Condition, During, Shape
from mttq.report import Report
from mttq.rules._kit.compiled import Compiled
from mttq.rules._kit.once import once
from mttq.rules._kit.places import Bound, Holds, Place, Readings, readings_of

__all__ = ["Outcome", "Records", "Step", "Stops", "Walk", "slow_walk_over", "stops_of", "walk_over"]

Outcome = tuple[int, Readings, Readings]
"""How a relation came out: how often it holds for certain, where it may not, where its figure is blank."""


@attrs.frozen(eq=False)
class Records:
    """Those records of a place that fulfil a condition.

    Args:
        rank: the position of the place among all of them.
        place: the place.
        where: what says which records are meant.
    """

    rank: int
    place: Place
    where: tuple[Holds, ...]


@attrs.frozen(eq=False)
class Step:
    """A relation.

    Args:
        bound: the relation.
        number: its position among those of the place.
        records: of what it holds.
        at: the position of its figure.
        holds: what says fast that it holds.
    """

    bound: Bound
    number: int
    records: Records
    at: int
    holds: Holds


Stops = tuple[tuple[Records, tuple[Step, ...]], ...]
"""Some relations, by the records of which they hold."""


@lru_cache(maxsize=1024)
def stops_of(compiled: Compiled, wanted: Callable[[Bound], bool] | None = None) -> Stops:
    """Return the relations that the law is about, or those of them that are wanted."""
    found: dict[Records, list[Step]] = {}
    for step in _steps(compiled):
        if wanted is None or wanted(step.bound):
            found.setdefault(step.records, []).append(step)
    return tuple((records, tuple(steps)) for records, steps in found.items())


@lru_cache(maxsize=128)
def _steps(compiled: Compiled) -> tuple[Step, ...]:
    return tuple(step for rank, place in enumerate(compiled.places) for step in _steps_at(rank, place))


def _steps_at(rank: int, place: Place) -> Iterator[Step]:
    known: dict[tuple[tuple[Condition, ...], During | None], Records] = {}
    for number, bound in enumerate(place.bounds):
        relation = bound.relation
        if relation.shape is not Shape.SHARE_OF:  # percentages have a law of their own
            key = relation.where, relation.during
            records = known.setdefault(key, Records(rank, place, bound.where))
            yield Step(bound, number, records, bound.figure.position, bound.holds)


class Walk:
    """What is known of the relations of a report."""

    __slots__ = ("_is_certain", "_outcomes", "_readings")

    def __init__(self, *, is_certain: bool) -> None:
        self._is_certain: Final = is_certain
        self._readings: Final[dict[Records, Readings]] = {}
        self._outcomes: Final[dict[Step, Outcome]] = {}

    def readings(self, report: Report, records: Records) -> Readings:
        """Return what stands in records."""
        found = self._readings.get(records)
        if found is None:
            found = readings_of(report, records.place)
            for fulfils in records.where:
                found = [reading for reading in found if fulfils(reading[1])]
            self._readings[records] = found
        return found

    def outcome(self, step: Step) -> Outcome:
        """Return how a relation came out whose records are read."""
        return self._outcomes.get(step) or self._find(step)

    def _find(self, step: Step) -> Outcome:
        at, holds, is_certain = step.at, step.holds, self._is_certain
        well = 0
        left = blank = _NOTHING
        for reading in self._readings[step.records]:
            values = reading[1]
            if values[at] is None:
                blank = blank or []
                blank.append(reading)
                continue
            try:
                if is_certain and holds(values):
                    well += 1
                    continue
            except TypeError:  # something is blank, or no exact figure
                pass
            left = left or []
            left.append(reading)
        found = (well, left, blank) if left or blank else _all_well(well)
        self._outcomes[step] = found
        return found


_NOTHING: Final[Readings] = []


@cache
def _all_well(times: int) -> Outcome:
    return times, _NOTHING, _NOTHING


@once
def walk_over(report: Report) -> Walk:
    """Return the walk over a report; nothing is certain in a sum of reports."""
    return Walk(is_certain=report.compiled is None)


@once
def slow_walk_over(report: Report) -> Walk:
    """Return the walk over a report of which something else is asked than what is declared."""
    del report
    return Walk(is_certain=False)
