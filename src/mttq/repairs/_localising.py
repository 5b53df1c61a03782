"""Which figure is probably wrong: the slips that explain findings, the likeliest first."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, Final

import attrs

from mttq._declared.relations import Shape
from mttq.checking import Finding, Profile, Waivers
from mttq.checking._profiles import profile_of
from mttq.forms import form_of
from mttq.repairs._candidates import is_tenfold
from mttq.repairs._figures import figure_at
from mttq.repairs._judges import Judges
from mttq.repairs._repair import Change, Repair, Repairs, Support
from mttq.repairs._searching import SURE, Judged, Search, Wrong
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach, Rule, Selection
from mttq.values import Share

__all__ = ["Weighed", "localise", "weighed"]


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
        aside: whether it leaves the figure as it is that breaks a bound.
        bound: whether both sides of the arithmetic become equal.
    """

    changes: tuple[Change, ...]
    support: frozenset[Support]
    fixes: tuple[str, ...]
    slips: int
    settled: int
    doubts: int
    left: int
    aside: bool
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
            self.aside,
            sum(change.distance for change in self.changes),
            self.slips,
            self.doubts,
            not self.bound,
            not any(map(is_tenfold, self.changes)),
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


def localise(
    report: Report,
    findings: Iterable[Finding] | Finding | None = None,
    *,
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
    previous: Report | None = None,
    limit: int = 200,
) -> Repairs:
    """Find figures that may be slips, and what may have been meant; the report is not changed.

    Errors, and warnings that know what they expect, are looked into.  For each figure that such a finding
    uses, these are tried: one digit changed, lost or added, two neighbouring digits swapped, "nghìn",
    "triệu", "tỷ" or two zeros lost or added, the comma elsewhere, the figure moved to a neighbouring blank
    cell, or exchanged with the one there, and what follows from the others.  Kept is what settles the finding
    so that its rule passes, and brings up no new error or warning among the rules that rest on arithmetic or
    on a text that was read.  If no such slip explains all that is linked, two made together are tried.

    First comes what resolves most findings for each slip, less those that remain about what it changes, then
    what has most support, then the fewest digits (a lost scale word, or a wrong cell, counts as two); a
    figure that merely follows from the others is last.

    Args:
        report: the report.
        findings: what was found in it, or a part of that (`findings["CRI001"]`), to look into; all if None.
        rules: as for `mttq.check`.
        profile: as for `mttq.check`.
        select: as for `mttq.check`; a repair that breaks a rule left out is not noticed.
        ignore: as for `mttq.check`.
        waivers: accepted breaches, which are not looked into.
        previous: an earlier report of the unit, whose figures may support a repair.
        limit: how many repairs, and how many pairs of slips, are tried at most for each finding against all
            rules; how many there are beyond that is `Repairs.left`.

    >>> from mttq.testing import make_report
    >>> wrong = make_report().with_value("population.poor.households", 78)
    >>> print(localise(wrong)[0].render())
    Dân số, Hộ nghèo, Số hộ: 78 → 87 (đảo hai chữ số; chỉ số này cho đúng tỷ lệ đã ghi; khắc phục UNI008)
    """
    judges, accepted = Judges.beside(
        report, rules, profile_of(profile, select=select, ignore=ignore), waivers
    )
    search = Search.of(report, judges)
    if isinstance(findings, Finding):
        findings = (findings,)
    wanted = None if findings is None else {(item.code, item.path) for item in findings}
    best: dict[frozenset[Change], Weighed] = {}
    left = 0
    for code, breach in search.breaches:
        at = (code, breach.path)
        if at not in accepted and (wanted is None or at in wanted):
            found, cut = _repairs(search, search.wrong(code, breach), previous, limit)
            left += cut
            for repair in found:
                key = frozenset(repair.changes)
                best[key] = best[key].joined(repair) if key in best else repair
    ranked = sorted(best.values(), key=lambda item: item.rank)  # stable: then as the rules found them
    return Repairs(found=tuple(item.shown(report) for item in ranked), left=left, crashed=judges.crashed)


def _repairs(search: Search, item: Wrong, previous: Report | None, limit: int) -> tuple[list[Weighed], int]:
    """Return the repairs of a breach, and how many possibilities were not tried."""
    steps = search.steps(item)
    judged = [search.judge((step,)) for step in steps[:limit] if search.settles(item, step)]
    found = [weighed(search, item, one, previous) for one in judged if one and search.explains(item, one)]
    left = max(len(steps) - limit, 0)
    whole = [one for one in found if not one.left]
    if item.is_bound or not item.has_arithmetic or not all(one.guess for one in whole):
        return found, left
    joint, more = search.joint(item, limit)
    pairs = [weighed(search, item, one, previous) for one in joint]
    if whole and not isinstance(item.breach.actual, Share):  # a percentage is a checksum
        pairs = [one for one in pairs if one.telling]
    return found + (pairs if len(pairs) <= SURE else []), left + more


def weighed(search: Search, item: Wrong, judged: Judged, previous: Report | None) -> Weighed:
    """Weigh what a breach and all rules say of a report without some slips."""
    gone = {code: paths for code, paths in search.settled(judged).items() if paths}
    lesser = {code for code in judged.verdicts if not search.binds(code)}
    return Weighed(
        changes=judged.changes,
        support=frozenset(_support(search, item.breach, judged, previous)),
        fixes=tuple(gone),
        slips=len(judged.steps),
        settled=sum(paths.total() for code, paths in gone.items() if code not in lesser),
        doubts=len(search.added(judged) & lesser) - len(gone.keys() & lesser),
        left=len(search.open(judged)),
        aside=item.is_bound
        and search.cell(item.breach.path) not in {change.path for change in judged.changes},
        bound=any(change.new in item.solved(change.path, "") for change in judged.changes),
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
    cells = (cell for item in search.report.appendices for cell in form_of(type(item)).cells(item))
    line = next((cell.line for cell in cells if cell.path == change.path), change.path)
    return search.judge_of(line, Shape.TOTAL_OF)


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
