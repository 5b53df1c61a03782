"""Which of several repairs is the likeliest: what it settles and what supports it, then the fewest slips."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import attrs

from mttq._declared.relations import Shape
from mttq.repairs._figures import figure_at
from mttq.repairs._judges import Judged
from mttq.repairs._layout import Layout
from mttq.repairs._repair import Change, Repair, Step, Support
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach
from mttq.values import Share

__all__ = ["Weighed", "by_distance", "is_telling", "support_of"]


_FEW_WAYS: Final = (Slip.MOVED, Slip.EXCHANGED, Slip.SWAPPED, Slip.COMMA, Slip.SCALE)
"""Slips of which a figure admits so few that two which fit together are hardly chance."""

_THOUSAND: Final = 1000
_SEVERAL: Final = 3


@attrs.frozen
class Weighed:
    """A repair with what its rank is made of.

    Args:
        changes: what is changed.
        support: what supports it.
        fixes: the codes of the rules that it sets right.
        slips: how many slips it takes back.
        settled: how many findings that bind it settles.
        doubts: how many lesser findings more there are than before.
        left: how many findings it leaves that are about what it changes.
        apart: whether it puts figures into other cells outside of a form, where they do not stand in lines.
        even: whether a division by a large number gives what is changed.
        aside: whether it leaves the figure as it is that breaks a bound, or that is made of the others.
        bound: whether both sides of the arithmetic become equal.
    """

    changes: tuple[Change, ...]
    support: frozenset[Support]
    fixes: tuple[str, ...]
    slips: int
    settled: int
    doubts: int
    left: int
    apart: bool
    even: bool
    aside: bool
    bound: bool

    @property
    def follows(self) -> bool:
        """Whether it is no slip that is known."""
        return self.changes[0].kind is Slip.OTHER

    @property
    def guess(self) -> bool:
        """Whether its only support is that it follows from the other figures of one finding."""
        return self.follows and not self.support and self.settled <= self.slips

    @property
    def telling(self) -> bool:
        """Whether two slips are hardly chance: something speaks for them, or they come about in few ways."""
        few_ways = all(change.kind in _FEW_WAYS for change in self.changes)
        return few_ways or bool(self.support) or self.settled > self.slips

    @property
    def is_lone_day(self) -> bool:
        """Whether it is another day for the sake of hardly more than one finding: any later one would do."""
        is_day = isinstance(self.changes[0].old, dt.date)
        return is_day and len(self.fixes) == 1 and self.settled < _SEVERAL

    @property
    def rank(self) -> tuple[Any, ...]:
        """A key that sorts repairs, the likeliest first."""
        return (
            self.guess,
            -Fraction(self.settled - self.left, self.slips),
            self.follows and self.support <= {Support.PERCENTAGE},
            -len(self.support),
            self.doubts,
            not self.even,
            any(map(_is_dwarfed, self.changes)),
            self.aside,
            by_distance(self.changes),
            self.slips,
            self.apart,
            not self.bound,
            not any(map(_is_common, self.changes)),
            sum(list(Slip).index(change.kind) for change in self.changes),
        )

    def shown(self, report: Report) -> Repair:
        """Return the repair with the places of its figures."""
        places = (attrs.evolve(change, place=report.place_of(change.path)) for change in self.changes)
        support = tuple(item for item in Support if item in self.support)
        return Repair(changes=tuple(places), support=support, fixes=self.fixes)

    def joined(self, other: "Weighed") -> "Weighed":
        """Add what another finding says for the same repair."""
        return attrs.evolve(self, support=self.support | other.support, bound=self.bound or other.bound)


def by_distance(step: Step) -> int:
    """Return how far what was meant is from what is written."""
    return sum(change.distance for change in step)


def is_telling(step: Step) -> bool:
    """Return whether a slip is one of which a figure admits few.

    Any digit may be another one, and any may be missing; but mostly it is a zero at the end.
    """
    change, *_ = step
    return change.kind is not Slip.CHANGED and (change.kind is not Slip.LOST or _is_tenfold(change))


def _is_tenfold(change: Change) -> bool:
    """Return whether a zero at the end was lost or added."""
    old, new = change.old, change.new
    return isinstance(old, int) and isinstance(new, int) and 0 < max(old, new) == 10 * min(old, new)


def _is_dwarfed(change: Change) -> bool:
    """Return whether a sum of money would be none: of "25.000.000" a word "triệu" was hardly ever added."""
    old, new = change.old, change.new
    if not isinstance(old, int) or not isinstance(new, int) or change.kind is not Slip.SCALE:
        return False
    return new < _THOUSAND < _THOUSAND**2 <= old


def _is_common(change: Change) -> bool:
    """Return whether a digit was lost or added that is so more often: a zero at the end, one of two alike."""
    shorter, longer = sorted((str(change.old), str(change.new)), key=len)
    alike = (
        longer[:place] + longer[place + 1 :]
        for place in range(1, len(longer))
        if longer[place - 1] == longer[place]
    )
    return _is_tenfold(change) or (change.kind in (Slip.LOST, Slip.ADDED) and shorter in alike)


def support_of(judged: Judged, breach: Breach, layout: Layout, previous: Report | None) -> Iterator[Support]:
    """Return what supports a repair of a breach besides the rules that it satisfies."""
    judges, changes = judged.judges, judged.changes
    if _narrative_agrees(judges.report, judged.report, breach):
        yield Support.NARRATIVE
    if isinstance(breach.actual, Share):
        admitted = [(item.path, item.new) for item in breach.suggestions]
        if len(admitted) == 1 and any((change.path, change.new) in admitted for change in changes):
            yield Support.PERCENTAGE
    own_sums = {  # no news of a total that is filled in from its parts
        judges.judge_of(layout.line_of(change.path), Shape.TOTAL_OF)
        for change in changes
        if change.kind is Slip.LEFT_OUT
    }
    more = {code for code, (before, after) in judged.turned.items() if after.judged > before.judged}
    if more & judges.binding - own_sums:
        yield Support.SIBLINGS
    said = ((change.new, previous and figure_at(previous, change.path)) for change in changes)
    if any(new is not None and figure == new for new, figure in said):
        yield Support.PREVIOUS


def _narrative_agrees(report: Report, changed: Report, breach: Breach) -> bool:
    """Return whether the text states a new figure and not the old one; the breach may not be about that."""
    periods = [None, *(item.period for item in report.periods)]
    for number, item in enumerate(report.statements):
        own = f"statements.{number}.value" in breach.related
        if item.unit is None and not item.each_year and item.period in periods and not own:
            old, new = (figure_at(one, item.indicator) for one in (report, changed))
            agreed = isinstance(old, int) and item.value.admits(old)
            stated = changed.statements[number].value
            if isinstance(old, int | None) and isinstance(new, int) and stated.admits(new) and not agreed:
                return True
    return False
