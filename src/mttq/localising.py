"""Which figure is probably wrong: the slips that, taken back, set right the rules that look at the figure."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

import attrs

from mttq.changes import Change, changes_of
from mttq.figures import Printed, cell_path, figures_of
from mttq.findings import Finding
from mttq.forms import form_of
from mttq.probing import Judges, Verdict, probes
from mttq.profiles import Profile
from mttq.repairs import Repair, Repairs, Support
from mttq.report import Report
from mttq.rules import Breach, Confidence, Rule, Severity
from mttq.slips import Slip
from mttq.values import Share

__all__ = ["localise"]


def localise(
    report: Report,
    findings: Iterable[Finding] | None = None,
    *,
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    previous: Report | None = None,
    limit: int = 200,
) -> Repairs:
    """Find single figures that may be slips, and what may have been meant; the report is not changed.

    Errors, and warnings that know what they expect, are looked into.  Tried are, for each figure that such
    a finding takes notice of: one digit changed, lost or added, two neighbouring digits swapped, "nghìn" or
    "triệu" lost or added, the figure moved to a blank cell beside it, and what follows from the others.
    Kept is what settles the finding so that its rule passes, and brings up no new error or warning among the
    rules that rest on arithmetic or on a text that was read.  First comes what settles most findings, then
    what has most support, then the fewest digits (a lost scale word, or a wrong cell, counts as two).

    Args:
        report: the report.
        findings: what was found in it, or a part of that (`findings["CRI001"]`), to look into; all if None.
        rules: the rules; mttq's own if None.
        profile: which rules take part, with what parameters, or the name of a profile.
        previous: an earlier report of the unit, whose figures may support a repair.
        limit: how many repairs are tried at most for each finding against all rules; if they are more,
            `Repairs.complete` is false.

    >>> from mttq.testing import make_report
    >>> wrong = make_report().with_value("population.poor.households", 78)
    >>> print(localise(wrong)[0].render())
    Dân số, Hộ nghèo, Số hộ: 78 → 87 (đảo hai chữ số; tỷ lệ chỉ nhận số này; hết UNI008)
    """
    search = _Search.of(report, Judges.for_report(report, rules, profile), previous)
    wanted = None if findings is None else {(item.code, item.path) for item in findings}
    wrong = [item for item in search.wrong() if wanted is None or (item[0], item[1].path) in wanted]
    touched = search.touched(wrong)
    best: dict[tuple[str, Printed | None, str], _Weighed] = {}
    complete = True
    for (code, breach), paths in zip(wrong, touched, strict=True):
        tried = list(islice(search.settling(code, breach, paths), limit + 1))
        complete = complete and len(tried) <= limit
        for change, changed in tried[:limit]:
            judged = search.repair(breach, change, changed)
            if judged is not None:
                key = (change.path, change.new, change.target)
                best[key] = best[key].joined(judged) if key in best else judged
    ranked = sorted(best.values(), key=lambda item: item.rank)  # stable: then as the rules found them
    return Repairs(found=tuple(item.repair for item in ranked), complete=complete)


@attrs.frozen
class _Weighed:
    """A repair with the number of findings that it settles, and of lesser ones that it brings up."""

    repair: Repair
    settled: int
    doubts: int

    @property
    def rank(self) -> tuple[int, int, int, bool, int]:
        found = self.repair
        no_slip = found.kind is Slip.OTHER
        return -self.settled, -len(found.support), found.distance, no_slip, self.doubts

    def joined(self, other: "_Weighed") -> "_Weighed":
        """Add what another finding says for the same repair."""
        support = {*self.repair.support, *other.repair.support}
        both = tuple(item for item in Support if item in support)
        return attrs.evolve(self, repair=attrs.evolve(self.repair, support=both))


@attrs.frozen(eq=False)
class _Search:
    """A report with its figures and what the rules say of it as it stands."""

    report: Report
    judges: Judges
    previous: Report | None
    figures: Mapping[str, Printed]
    verdicts: Mapping[str, Verdict]

    @classmethod
    def of(cls, report: Report, judges: Judges, previous: Report | None) -> "_Search":
        return cls(report, judges, previous, figures_of(report), judges.verdicts(report))

    def wrong(self) -> Iterator[tuple[str, Breach]]:
        """Give what is to be settled, by code."""
        for code, verdict in self.verdicts.items():
            for breach in verdict.breaches if self._binds(code) else ():
                if self.judges.rules[code].severity is Severity.ERROR or breach.expected is not None:
                    yield code, breach

    def _binds(self, code: str) -> bool:
        rule = self.judges.rules[code]
        return rule.severity > Severity.INFO and rule.basis.confidence is Confidence.CONFIRMED

    def touched(self, wrong: list[tuple[str, Breach]]) -> list[list[str]]:
        """Give for each breach the cell that it calls into question and the figures it takes notice of."""
        judges = self.judges.only(dict.fromkeys(code for code, _ in wrong))
        found: list[dict[str, None]] = [{cell_path(self.report, breach.path): None} for _, breach in wrong]
        for path, figure in self.figures.items() if wrong else ():
            for _, changed in probes(self.report, path, figure):
                verdicts = judges.verdicts(changed)
                for (code, breach), paths in zip(wrong, found, strict=True):
                    if code in verdicts and verdicts[code].lacks(breach):
                        paths[path] = None
        return [list(paths) for paths in found]

    def settling(self, code: str, breach: Breach, paths: list[str]) -> Iterator[tuple[Change, Report]]:
        """Give the changes after which the rule of a breach passes once more often, the smallest first."""
        judges, before = self.judges.only([code]), self.verdicts[code]
        found = chain.from_iterable(changes_of(self.report, self.figures, breach, path) for path in paths)
        unique = {(change.path, change.new, change.target): change for change in found}
        for change in sorted(unique.values(), key=lambda change: change.distance):
            changed = change.on(self.report)
            verdict = judges.verdicts(changed).get(code) if changed else None
            if (
                changed
                and verdict
                and verdict.passed > before.passed
                and not verdict.paths - change.carried(before.paths)
            ):
                yield change, changed

    def repair(self, breach: Breach, change: Change, changed: Report) -> _Weighed | None:
        """Weigh the repair that a change is; None if a rule forbids it."""
        before, after = self.verdicts, self.judges.verdicts(changed)
        new = {key for key in after if after[key].paths - change.carried(before[key].paths)}
        worse = {key for key in after if after[key].unverifiable > before[key].unverifiable}
        if after.keys() != before.keys() or any(map(self._binds, new | worse)):
            return None
        settled = {key: before[key].paths - after[key].paths for key in after if self._binds(key)}
        joined = {key for key in after if after[key].judged > before[key].judged and self._binds(key)}
        support = {
            Support.NARRATIVE: self._narrative_agrees(change),
            Support.PERCENTAGE: _percentage_agrees(breach, change),
            Support.SIBLINGS: bool(joined - {self._own_sum(change)}),
            Support.PREVIOUS: _stands_in(self.previous, change),
        }
        repair = Repair(
            path=change.path,
            place=self.report.place_of(change.path),
            old=change.old,
            new=change.new,
            kind=change.kind,
            distance=change.distance,
            support=tuple(item for item, holds in support.items() if holds),
            fixes=tuple(key for key, paths in settled.items() if paths),
            target=change.target,
            target_place=self.report.place_of(change.target) if change.target else "",
        )
        return _Weighed(repair, sum(paths.total() for paths in settled.values()), len(new))

    def _own_sum(self, change: Change) -> str | None:
        """Give the rule that judges a total by its parts: no news of one that is filled in from them."""
        if change.kind is not Slip.LEFT_OUT:
            return None
        cells = (cell for item in self.report.appendices for cell in form_of(type(item)).cells(item))
        return next((cell.row.rule for cell in cells if cell.path == change.path), None)

    def _narrative_agrees(self, change: Change) -> bool:
        old, new = change.old, change.new
        if not isinstance(new, int) or not isinstance(old, int | None):
            return False
        periods = [None, *(item.period for item in self.report.periods)]
        said = (
            item.value
            for item in self.report.statements
            if item.unit is None and not item.each_year and item.period in periods
            if cell_path(self.report, item.indicator) == change.path
        )
        return any(value.admits(new) and (old is None or not value.admits(old)) for value in said)


def _percentage_agrees(breach: Breach, change: Change) -> bool:
    admitted = [item.new for item in breach.suggestions if item.path == change.path]
    return isinstance(breach.actual, Share) and admitted == [change.new]


def _stands_in(previous: Report | None, change: Change) -> bool:
    if previous is None or change.new is None:
        return False
    try:
        return previous.value_at(change.path) == change.new
    except KeyError:
        return False
