"""Which figure is probably wrong: the slips that explain findings, the likeliest first."""

from collections.abc import Iterable

from mttq.checking import Finding, Profile, Waivers
from mttq.checking._profiles import profile_of
from mttq.repairs._candidates import SURE, Search, Wrong
from mttq.repairs._figures import time_at
from mttq.repairs._judges import Judged, Judges
from mttq.repairs._layout import Layout
from mttq.repairs._ranking import Weighed, support_of
from mttq.repairs._repair import Change, Repairs
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Rule, Selection
from mttq.values import Share

__all__ = ["localise"]


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
    "triệu", "tỷ" or two zeros lost or added, the comma elsewhere, the parts of a cell in another order, the
    figure moved to a neighbouring blank cell, or exchanged with the one there, several lines written one too
    high or too low, and what follows from the others.  Kept is what settles the finding so that its rule
    passes, and brings up no new error or warning among the rules that rest on arithmetic or on a text that
    was read.  If no such slip explains all that is linked, two made together are tried.

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
    search = Search(judges, Layout.of(report))
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
    steps = search.singles(item)
    judged = filter(None, map(search.without, steps[:limit]))
    found = [
        _weighed(search, item, one, previous) for one in judged if search.settles(item, one) and one.is_sound
    ]
    if time_at(search.judges.report, item.cell) is None:  # a document, say, later than the report
        found = [one for one in found if not one.is_lone_day]
    left = max(len(steps) - limit, 0)
    whole = [one for one in found if not one.left]
    if item.is_bound or not item.has_arithmetic or not all(one.guess for one in whole):
        return found, left
    pairs, is_cut = search.pairs(item)
    together = (search.without(*pair) for pair in pairs[:limit])
    both = [
        _weighed(search, item, one, previous) for one in together if one and one.is_sound and not one.left
    ]
    if whole and not isinstance(item.breach.actual, Share):  # a percentage is a checksum
        both = [one for one in both if one.telling]
    return found + (both if len(both) <= SURE else []), left + max(len(pairs) - limit, 0) + is_cut


def _weighed(search: Search, item: Wrong, judged: Judged, previous: Report | None) -> Weighed:
    """Weigh what a breach and all rules say of a report without some slips."""
    binding = search.judges.binding
    changed = {change.path for change in judged.changes}
    gone, lesser = judged.gone, [code for code in judged.turned if code not in binding]
    return Weighed(
        changes=judged.changes,
        support=frozenset(support_of(judged, item.breach, search.layout, previous)),
        fixes=tuple(gone),
        slips=len(judged.steps),
        settled=sum(number for code, number in gone.items() if code in binding),
        doubts=sum(judged.adds(code) - (code in gone) for code in lesser),
        left=len(judged.left),
        apart=len(judged.steps[0]) > 1 and not all(map(search.layout.is_cell, changed)),
        even=len(changed) == 1 and all(map(item.is_even, changed)) and judged.changes[0].kind is Slip.OTHER,
        aside=item.cell not in changed and (item.is_bound or judged.changes[0].kind is Slip.OTHER),
        bound=any(item.makes_equal(change) for change in judged.changes),
    )
