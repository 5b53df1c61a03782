"""Which figure is probably wrong: the slips that, once undone, satisfy the rules that look at the figure."""

from collections.abc import Iterable
from typing import Final

from mttq.checking import Finding, Profile, Waivers
from mttq.checking._profiles import profile_of
from mttq.repairs._probing import Judges
from mttq.repairs._repair import Change, Repairs
from mttq.repairs._searching import Search, Wrong
from mttq.repairs._weighing import Weighed, weighed
from mttq.report import Report
from mttq.rules import Rule, Selection
from mttq.values import Share

__all__ = ["localise"]

_SURE: Final = 5
"""At most so many pairs of slips that fit point to what was meant; more of them point nowhere."""


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
    for item in search.wrong:
        at = (item.code, item.breach.path)
        if at not in accepted and (wanted is None or at in wanted):
            found, cut = _repairs(search, item, previous, limit)
            left += cut
            for repair in found:
                key = frozenset(repair.changes)
                best[key] = best[key].joined(repair) if key in best else repair
    ranked = sorted(best.values(), key=lambda item: item.rank)  # stable: then as the rules found them
    return Repairs(found=tuple(item.shown(report) for item in ranked), left=left, crashed=judges.crashed)


def _repairs(search: Search, item: Wrong, previous: Report | None, limit: int) -> tuple[list[Weighed], int]:
    """Return the repairs of a breach, and how many possibilities were not tried."""
    steps = [step for step in search.steps(item) if search.settles(item, step)]
    judged = [search.judge((step,)) for step in steps[:limit]]
    found = [weighed(search, item, one, previous) for one in judged if one and search.holds(one)]
    left = max(len(steps) - limit, 0)
    whole = [one for one in found if not one.left]
    if item.breach.evidence is None or not all(one.guess for one in whole):
        return found, left
    joint, more = search.joint(item, limit)
    pairs = [weighed(search, item, one, previous) for one in joint]
    if whole and not isinstance(item.breach.actual, Share):  # a percentage is a checksum
        pairs = [one for one in pairs if one.telling]
    return found + (pairs if len(pairs) <= _SURE else []), left + more
