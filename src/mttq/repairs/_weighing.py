"""What supports a repair, and which of several is the most likely."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import attrs

from mttq._relations import Shape
from mttq.forms import form_of
from mttq.repairs._changes import balanced
from mttq.repairs._figures import figure_at
from mttq.repairs._repair import Change, Repair, Support
from mttq.repairs._searching import Judged, Search, Wrong
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach
from mttq.rules.app import totals_are_the_sums_of_their_parts
from mttq.values import Share

__all__ = ["Weighed", "weighed"]

_FEW_WAYS: Final = (Slip.MOVED, Slip.EXCHANGED, Slip.SWAPPED, Slip.COMMA, Slip.SCALE)
"""Slips of which a figure admits so few that two which fit together are hardly chance."""


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
        bound: whether both sides of the arithmetic become equal.
    """

    changes: tuple[Change, ...]
    support: frozenset[Support]
    fixes: tuple[str, ...]
    slips: int
    settled: int
    doubts: int
    left: int
    bound: bool

    @property
    def guess(self) -> bool:
        """Whether its only support is that it follows from the other figures."""
        return self.changes[0].kind is Slip.OTHER and not self.support

    @property
    def telling(self) -> bool:
        """Whether two slips are hardly chance: something speaks for them, or they come about in few ways."""
        few_ways = all(change.kind in _FEW_WAYS for change in self.changes)
        return few_ways or bool(self.support) or self.settled > self.slips

    @property
    def rank(self) -> tuple[Any, ...]:
        """A key that sorts repairs, the likeliest first."""
        return (
            self.guess,
            -Fraction(self.settled - self.left, self.slips),
            -len(self.support),
            sum(change.distance for change in self.changes),
            self.slips,
            self.doubts,
            not self.bound,
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


def weighed(search: Search, item: Wrong, judged: Judged, previous: Report | None) -> Weighed:
    """Weigh what a breach and all rules say of a report without some slips."""
    gone = {code: paths for code, paths in search.settled(judged).items() if paths}
    lesser = {code for code in judged.verdicts if not search.binds(code)}
    bounds = set(balanced(search.report, item.breach))
    return Weighed(
        changes=judged.changes,
        support=frozenset(_support(search, item.breach, judged, previous)),
        fixes=tuple(gone),
        slips=len(judged.steps),
        settled=sum(paths.total() for code, paths in gone.items() if code not in lesser),
        doubts=len(search.added(judged) & lesser) - len(gone.keys() & lesser),
        left=len(search.open(judged)),
        bound=any(
            isinstance(change.new, int) and (change.path, Fraction(change.new)) in bounds
            for change in judged.changes
        ),
    )


def _support(search: Search, breach: Breach, judged: Judged, previous: Report | None) -> Iterator[Support]:
    """Return what supports a repair besides the rules that it satisfies."""
    before, after, changes = search.verdicts, judged.verdicts, judged.changes
    if _narrative_agrees(search.report, judged.report, breach):
        yield Support.NARRATIVE
    if isinstance(breach.actual, Share):
        admitted = [(item.path, item.new) for item in breach.suggestions]
        if len(admitted) == 1 and any((change.path, change.new) in admitted for change in changes):
            yield Support.PERCENTAGE
    joined = {code for code in after if search.binds(code) and after[code].judged > before[code].judged}
    if joined - {_own_sum(search, change) for change in changes}:
        yield Support.SIBLINGS
    said = ((change, previous and figure_at(previous, change.path)) for change in changes)
    if any(change.new is not None and figure == change.new for change, figure in said):
        yield Support.PREVIOUS


def _own_sum(search: Search, change: Change) -> str | None:
    """Return the rule that judges a total by its parts: no news of one that is filled in from them."""
    if change.kind is not Slip.LEFT_OUT:
        return None
    general = totals_are_the_sums_of_their_parts.code
    rules = search.judges.rules
    cells = (cell for item in search.report.appendices for cell in form_of(type(item)).cells(item))
    line = next((cell.line for cell in cells if cell.path == change.path), change.path)
    claiming = (
        code for code, rule in rules.items() if any(item.takes(line, Shape.TOTAL_OF) for item in rule.claims)
    )
    return next(claiming, general)


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
