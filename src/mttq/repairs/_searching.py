"""The search for repairs: what is wrong in a report, and which slips, taken back, set it right."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Final

import attrs

from mttq.repairs._changes import Step, applied, carried, solving_steps, steps_of
from mttq.repairs._figures import cell_path, figures_of
from mttq.repairs._probing import Judges, probes
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach, Confidence, Rule, Severity, Verdict
from mttq.values import Printed

__all__ = ["Judged", "Search", "Wrong"]

_NO_SLIPS: Final = (Slip.OTHER, Slip.LEFT_OUT)  # a blank admits any figure, and so bears out none


@attrs.frozen(eq=False)
class Wrong:
    """A breach to be resolved, with the paths of the figures that it uses."""

    code: str
    breach: Breach
    paths: tuple[str, ...]


@attrs.frozen(eq=False)
class Judged:
    """Slips taken back together, the report that results, and what all rules say of it."""

    steps: tuple[Step, ...]
    report: Report
    verdicts: Mapping[str, Verdict]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The figures that are others."""
        return tuple(chain.from_iterable(self.steps))


@attrs.frozen(eq=False)
class Search:
    """A report with its figures, what the rules say of it as it stands, and what of that is wrong."""

    report: Report
    judges: Judges
    figures: Mapping[str, Printed]
    verdicts: Mapping[str, Verdict]
    wrong: tuple[Wrong, ...]
    _known: dict[tuple[Step, ...], Judged | None] = attrs.field(factory=dict)

    @classmethod
    def of(cls, report: Report, judges: Judges) -> "Search":
        """Find what is wrong in a report, and which figures that involves."""
        search = cls(report, judges, figures_of(report), judges.verdicts(report), ())
        return attrs.evolve(search, wrong=tuple(search._wrong()))

    def _wrong(self) -> Iterator[Wrong]:
        found = [
            (code, breach, {cell_path(self.report, breach.path): None})
            for code, verdict in self.verdicts.items()
            for breach in (verdict.breaches if self.binds(code) else ())
            if _is_error(self.judges.rules[code], breach) or breach.expected is not None
        ]
        judges = self.judges.only(dict.fromkeys(code for code, *_ in found))
        for path, figure in self.figures.items() if found else ():
            for _, _, changed in probes(self.report, path, figure):
                verdicts = judges.verdicts(changed)
                for code, breach, paths in found:
                    if code in verdicts and verdicts[code].lacks(breach):
                        paths[path] = None
        return (Wrong(code, breach, tuple(paths)) for code, breach, paths in found)

    def binds(self, code: str) -> bool:
        """Return whether a repair must keep a rule: it rests on arithmetic or on a text that was read."""
        rule = self.judges.rules[code]
        basis = rule.basis_for(self.report)
        confirmed = basis is not None and basis.confidence is Confidence.CONFIRMED
        return rule.severity > Severity.INFO and confirmed

    def judge(self, steps: tuple[Step, ...]) -> Judged | None:
        """Let all rules judge the report without some slips; None if there can be no such report."""
        if steps not in self._known:
            changed = applied(self.report, steps)
            verdicts = self.judges.verdicts(changed) if changed else {}
            able = verdicts.keys() == self.verdicts.keys()
            self._known[steps] = Judged(steps, changed, verdicts) if changed and able else None
        return self._known[steps]

    def steps(self, item: Wrong) -> list[Step]:
        """Return what may have been meant by each figure of a breach, the smallest changes first."""
        found = (steps_of(self.report, self.figures, item.breach, path) for path in item.paths)
        return sorted(dict.fromkeys(chain.from_iterable(found)), key=_distance)

    def settles(self, item: Wrong, step: Step) -> bool:
        """Return whether the rule of a breach passes once more often, and finds nothing new."""
        before, changed = self.verdicts[item.code], applied(self.report, (step,))
        after = self.judges.only([item.code]).verdicts(changed).get(item.code) if changed else None
        return (
            after is not None
            and after.passed > before.passed
            and not after.paths - carried(before.paths, (step,))
        )

    def settled(self, judged: Judged) -> dict[str, Counter[str]]:
        """Return by code how many breaches are gone at each path."""
        after = judged.verdicts
        return {code: self.verdicts[code].paths - after[code].paths for code in after}

    def added(self, judged: Judged) -> set[str]:
        """Return the codes of the rules that find something new, or can judge less often."""
        before, after = self.verdicts, judged.verdicts
        return {
            code
            for code in after
            if after[code].paths - carried(before[code].paths, judged.steps)
            or len(after[code].unverifiable) > len(before[code].unverifiable)
        }

    def holds(self, judged: Judged) -> bool:
        """Return whether no rule that binds has more to say than before."""
        return not any(map(self.binds, self.added(judged)))

    def open(self, judged: Judged) -> list[Breach]:
        """Return what is left to settle: what is new, or was wrong before with other figures."""
        return [
            breach
            for code in filter(self.binds, judged.verdicts)
            for breach in judged.verdicts[code].breaches
            if self.verdicts[code].lacks(breach)
        ]

    def joint(self, item: Wrong, limit: int) -> tuple[list[Judged], int]:
        """Find slips made together, after which no rule linked to a breach has anything left to say.

        A slip that settles a breach may call other figures into question, or be part of another finding; or
        it settles nothing alone.  What a second figure must be then is solved, and taken if it is a slip too.

        Args:
            item: the breach.
            limit: how often all rules may judge.

        Returns:
            what was found, and how many possibilities were not looked into.
        """
        first = (step for step in self.steps(item) if step[0].kind not in _NO_SLIPS)
        found = chain.from_iterable(self._followed(item, step) for step in first)
        pairs = {frozenset(pair): pair for pair in found if pair[-1][0].kind not in _NO_SLIPS}
        judged = (self.judge(pair) for pair in islice(pairs.values(), limit))
        whole = [one for one in judged if one and self.holds(one) and not self.open(one)]
        return whole, max(len(pairs) - limit, 0)

    def _followed(self, item: Wrong, step: Step) -> Iterator[tuple[Step, Step]]:
        """Return a slip together with each that settles what it leaves open."""
        changed = applied(self.report, (step,))
        verdict = self.judges.only([item.code]).verdicts(changed).get(item.code) if changed else None
        if changed is None or verdict is None:
            return
        left = [breach for breach in verdict.breaches if breach.path == item.breach.path]
        if not left:
            judged = self.judge((step,))
            left = self.open(judged) if judged else []
        paths = {change.path for change in step}
        for other in solving_steps(changed, left[0]) if left else ():
            if all(change.path not in paths for change in other):
                yield step, other


def _is_error(rule: Rule, breach: Breach) -> bool:
    return rule.severity_by(breach.basis or rule.basis) is Severity.ERROR


def _distance(step: Step) -> int:
    return sum(change.distance for change in step)
