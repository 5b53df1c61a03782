"""The search for repairs: what is wrong, what may have been meant, and what all rules say of that.

Where the arithmetic of a breach is known, from the relations that are declared on its figures or from the
breach itself, it is solved: only slips that set it right are candidates, and those that would break another
relation are none.  Other slips are tried by the rule that found the breach.  In the end all rules judge the
report without the slips.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, islice
from typing import Final

import attrs

from mttq._declared.relations import Shape
from mttq.errors import FieldError
from mttq.repairs._candidates import (
    Step,
    blank_filled,
    exchanged,
    is_tenfold,
    moved,
    neighbours_of,
    printed_as,
    runs_of,
    shifted,
    slips_of,
)
from mttq.repairs._equations import Equation, Percentage, ends_of, equations_on, told_by
from mttq.repairs._figures import Figure, cell_path, figure_at, figures_of
from mttq.repairs._judges import Judges
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach, Confidence, Rule, Severity, Verdict
from mttq.rules._kit.cells import absent_cells, filled
from mttq.values import Pair, Triple

__all__ = ["Judged", "Search", "Wrong"]

Arithmetic = Equation | Percentage
News = dict[str, Figure | None]

SURE: Final = 5
"""At most so many slips that fit a bound, or pairs, point to what was meant; more of them point nowhere."""
_TWO: Final = 2
_PAIRS: Final = 2000  # at most so many pairs that set a breach right are looked into
_FIRST: Final = 20  # of at most so many slips that set it right alone it is looked into what they break
_OF_TWO: Final = 2  # how far a cell with several figures is from one that a rule suggests
_NEAR: Final = 10  # so many times a bound a figure may be


@attrs.frozen(eq=False)
class Wrong:
    """A breach to be resolved.

    Args:
        code: its rule.
        breach: what is wrong.
        paths: the cells that it is about.
        equations: its arithmetic, as far as it can be solved.
    """

    code: str
    breach: Breach
    paths: tuple[str, ...]
    equations: tuple[Arithmetic, ...]

    @property
    def is_bound(self) -> bool:
        """Whether it leaves a figure any of many numbers."""
        return bool(self.equations) and not any(item.is_exact for item in self.equations)

    @property
    def has_arithmetic(self) -> bool:
        """Whether it says what should stand there, or how figures should go together."""
        return self.breach.evidence is not None or self.breach.expected is not None

    def touches(self, paths: Iterable[str]) -> bool:
        """Return whether any of some figures stands in its arithmetic."""
        return any(path in item.paths for path in paths for item in self.equations)

    def allows(self, news: News) -> bool:
        """Return whether its arithmetic is right with other figures."""
        return all(item.allows(news) for item in self.equations)

    def admitting(self, path: str) -> Callable[[Figure | None], bool]:
        """Return what says whether its arithmetic is right with another figure at a path."""
        equations = [item for item in self.equations if path not in item.factors]
        if not all(path in item.paths or item.allows({}) for item in equations):
            return lambda _: False
        found = [item.admitting(path, {}) for item in equations if path in item.paths]
        return lambda new: all(admits(new) for admits in found)

    def is_near(self, change: Change) -> bool:
        """Return whether a figure is of the size of its bounds: another that merely fits tells nothing."""
        ends = [
            end
            for item in self.equations
            if change.path in item.paths
            for end in item.interval(change.path, {})
        ]
        new, _ = ends_of(change.new)
        return all(end is None or new is None or new <= _NEAR * end for end in ends)

    def solved(self, path: str, cell: str) -> list[int | Fraction]:
        """Return what the figure at a path must be by the others, by the rule, or by what it suggests."""
        intervals = [item.interval(path, {}) for item in self.equations if path in item.paths]
        found: list[object] = [low for low, high in intervals if low == high]
        found += [self.breach.expected] if path == cell else []
        found += [item.new for item in self.breach.suggestions if item.path == path]
        return list(dict.fromkeys(one for one in found if isinstance(one, int | Fraction)))


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
    """A report with its figures, and what the rules say of it as it stands.

    Args:
        report: the report.
        judges: the rules.
        figures: the figures of the report.
        verdicts: what the rules say of it.
        absent: the cells that the reporter does not have: those of levels above it, and of other times.
    """

    report: Report
    judges: Judges
    figures: Mapping[str, Figure]
    verdicts: Mapping[str, Verdict]
    absent: frozenset[str]
    _known: dict[tuple[Step, ...], Judged | None] = attrs.field(factory=dict)
    _on: dict[str, list[tuple[Arithmetic, str | None]]] = attrs.field(factory=dict)
    _holding: dict[str, list[Arithmetic]] = attrs.field(factory=dict)
    _slips: dict[str, list[tuple[Step, Figure]]] = attrs.field(factory=dict)
    _binds: dict[str, bool] = attrs.field(factory=dict)
    _doubted: set[str] = attrs.field(factory=set)

    @classmethod
    def of(cls, report: Report, judges: Judges) -> "Search":
        """Let the rules judge a report."""
        absent = (
            form.blank[position].path for form, _ in filled(report) for position in absent_cells(report, form)
        )
        return cls(report, judges, figures_of(report), judges.first, frozenset(absent))

    @property
    def breaches(self) -> Iterator[tuple[str, Breach]]:
        """The errors, and the warnings that show how figures should go together, with their rules."""
        for code, verdict in self.verdicts.items():
            rule = self.judges.rules[code]
            for breach in verdict.breaches if rule.severity > Severity.INFO else ():
                if _is_error(rule, breach) or breach.evidence is not None or breach.expected is not None:
                    yield code, breach

    def wrong(self, code: str, breach: Breach) -> Wrong:
        """Return what a breach is about, with its arithmetic."""
        cell = self.cell(breach.path)
        told, own = told_by(self.report, breach), [item for item, judge in self.on(cell) if judge == code]
        broken = {(item.line, item.paths) for item in own if not item.allows({})}
        own = [item for item in own if (item.line, item.paths) in broken]
        if not own and told is not None and told.paths and not told.allows({}):
            own = [told]
        evidence = breach.evidence
        terms = (*evidence.left, *evidence.right) if evidence else ()
        named = (cell, *(term.path for term in terms), *breach.related)
        paths = dict.fromkeys(chain.from_iterable(item.paths for item in own))
        paths |= dict.fromkeys(self.cell(path) for path in named if path)
        paths |= dict.fromkeys(item.path for item in breach.suggestions)
        return Wrong(code, breach, tuple(paths), tuple(item.known for item in own))

    def on(self, path: str) -> list[tuple[Arithmetic, str | None]]:
        """Return the relations in which a figure stands, each with the code of the rule that judges it."""
        if path not in self._on:
            found = equations_on(self.report, path)
            self._on[path] = [(item, self.judge_of(item.line, item.shape)) for item in found]
        return self._on[path]

    def judge_of(self, line: str, shape: Shape) -> str | None:
        """Return the rule that judges a relation: the one that claims it, or else the general one."""
        claims = [(code, item) for code, rule in self.judges.rules.items() for item in rule.claims]
        claiming = (code for code, item in claims if item.takes(line, shape))
        general = (code for code, item in claims if item.is_general_for(shape))
        return next(claiming, next(general, None))

    def binds(self, code: str) -> bool:
        """Return whether a repair must keep a rule: it rests on arithmetic or on a text that was read."""
        if code not in self._binds:
            rule = self.judges.rules[code]
            basis = rule.basis_for(self.report)
            confirmed = basis is not None and basis.confidence is Confidence.CONFIRMED
            self._binds[code] = rule.severity > Severity.INFO and confirmed
        return self._binds[code]

    def steps(self, item: Wrong) -> list[Step]:
        """Return the slips that explain a breach, as far as its arithmetic or its rule tells."""
        found = chain(self._shifted(item), *(self._at(item, path) for path in item.paths))
        steps = [step for step in dict.fromkeys(found) if self._may_be(item, step)]
        if item.is_bound:
            steps = [step for step in steps if all(item.is_near(change) for change in step)]
            if len(steps) > SURE:
                steps = [step for step in steps if _is_telling(step)]
        return sorted(steps, key=_distance)

    def _at(self, item: Wrong, path: str) -> Iterator[Step]:
        """Return what may have been meant by the figure at a path, or by the blank there."""
        figure, numbers = self.figures.get(path), item.solved(path, self.cell(item.breach.path))
        if figure is None:
            yield from chain.from_iterable(blank_filled(path, number) for number in numbers)
            return
        yield from self._moved(item, path, figure)
        admits = item.admitting(path)
        if item.has_arithmetic:
            found = dict(slips_of(figure))
            for new, far in filter(None, (printed_as(figure, number) for number in numbers)):
                found.setdefault(new, (Slip.OTHER, far))
            for one in item.breach.suggestions:
                if one.path == path and isinstance(one.new, Pair | Triple):
                    found.setdefault(one.new, (Slip.OTHER, _OF_TWO))
            for new, (kind, far) in found.items():
                if new != figure and (not item.touches((path,)) or admits(new)):
                    yield (Change(path=path, old=figure, new=new, kind=kind, distance=far),)

    def _moved(self, item: Wrong, path: str, figure: Figure) -> Iterator[Step]:
        """Return the blank cells into which a figure may belong, and those with which it may be exchanged."""
        offered = item.breach.suggestions
        away = any(one.path == path and one.new is None for one in offered)
        targets = dict.fromkeys(one.path for one in offered if away and one.old is None)
        for target in targets | neighbours_of(self.report, self.figures, path):
            other = figure_at(self.report, target)
            if other is None:
                yield moved(path, target, figure)
            elif other != figure:
                yield exchanged(path, target, figure, other)

    def _shifted(self, item: Wrong) -> Iterator[Step]:
        """Return the figures of a sum, or of some lines of a column, each one line higher or lower."""
        sums = (one for one in item.equations if isinstance(one, Equation) and one.is_exact)
        runs = [one.paths for one in sums if len(one.paths) > _TWO]
        if runs:
            runs += runs_of(self.report, self.cell(item.breach.path))
        filled = (paths for paths in dict.fromkeys(runs) if all(path in self.figures for path in paths))
        for paths in filled:
            yield from shifted(self.figures, paths)

    def _may_be(self, item: Wrong, step: Step) -> bool:
        """Return whether a slip explains a breach, breaks nothing, and leaves figures where they can be."""
        if any(change.new is not None and change.path in self.absent for change in step):
            return False
        news = _news((step,))
        if item.is_bound and not all(path in self.doubted or item.touches((path,)) for path in news):
            return False  # nearly any other cell has a figure that fits a bound
        if not item.touches(news):
            return self.settles(item, step)
        return self._allows(item, news)

    def _allows(self, item: Wrong, news: News) -> bool:
        """Return whether the arithmetic of a breach is right, and no relation that binds holds no longer."""
        return item.allows(news) and not any(
            not one.allows(news) for path in news for one in self._held(path)
        )

    @property
    def doubted(self) -> set[str]:
        """The cells that breaches are about."""
        if not self._doubted:
            for _, breach in self.breaches:
                self._doubted.update(map(self.cell, (breach.path, *breach.related)))
        return self._doubted

    def _held(self, path: str) -> list[Arithmetic]:
        """Return the relations on a figure that bind a repair and that hold."""
        if path not in self._holding:
            self._holding[path] = [item for item in self._binding(path) if item.allows({})]
        return self._holding[path]

    def _binding(self, path: str) -> list[Arithmetic]:
        return [item for item, code in self.on(path) if code is not None and self.binds(code)]

    def settles(self, item: Wrong, step: Step) -> bool:
        """Return whether the rule of a breach passes once more often, and finds nothing new."""
        before, changed = self.verdicts[item.code], _applied(self.report, (step,))
        after = self.judges.only([item.code]).verdicts(changed).get(item.code) if changed else None
        return after is not None and self._is_better(before, after, (step,))

    def _is_better(self, before: Verdict, after: Verdict, steps: tuple[Step, ...]) -> bool:
        return after.passed > before.passed and not after.paths - carried(before.paths, steps)

    def judge(self, steps: tuple[Step, ...]) -> Judged | None:
        """Let all rules judge the report without some slips; None if there can be no such report."""
        if steps not in self._known:
            changed = _applied(self.report, steps)
            verdicts = self.judges.with_figures(changed) if changed else {}
            able = verdicts.keys() == self.verdicts.keys()
            self._known[steps] = Judged(steps, changed, verdicts) if changed and able else None
        return self._known[steps]

    def explains(self, item: Wrong, judged: Judged) -> bool:
        """Return whether the rule of a breach passes once more often, and none that binds says more."""
        before, after = self.verdicts[item.code], judged.verdicts[item.code]
        return self._is_better(before, after, judged.steps) and self.holds(judged)

    def settled(self, judged: Judged) -> dict[str, Counter[str]]:
        """Return by code how many breaches are gone at each path."""
        before = {code: verdict for code, verdict in self.verdicts.items() if verdict.breaches}
        return {code: verdict.paths - judged.verdicts[code].paths for code, verdict in before.items()}

    def added(self, judged: Judged) -> set[str]:
        """Return the codes of the rules that find something new, or can judge less often."""
        before, after = self.verdicts, judged.verdicts
        others = [code for code in after if after[code] is not before[code]]
        return {
            code
            for code in others
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
            for code, verdict in judged.verdicts.items()
            if verdict.breaches and self.binds(code)
            for breach in verdict.breaches
            if self.verdicts[code].lacks(breach)
        ]

    def joint(self, item: Wrong, limit: int) -> tuple[list[Judged], int]:
        """Find two slips made together, after which no rule linked to a breach has anything left to say.

        A slip that settles a breach may call other figures into question, or be part of another finding; or
        it settles nothing alone.  What a second figure must be then is solved, and taken if it is a slip too.

        Args:
            item: the breach.
            limit: how often all rules may judge.

        Returns:
            what was found, and how many possibilities were not looked into; of those beyond many, one.
        """
        if all(len(one.paths) <= _TWO for one in item.equations):
            return [], 0  # one fact told twice: of two wrong figures nothing tells the right one
        first = list(islice(self._pairs(item), _PAIRS + 1))
        found = {frozenset(pair): pair for pair in first[:_PAIRS]}
        pairs = [pair for pair in found.values() if self._allows(item, _news(pair))]
        judged = (self.judge(pair) for pair in pairs[:limit])
        whole = [one for one in judged if one and self.holds(one) and not self.open(one)]
        return whole, max(len(pairs) - limit, 0) + (len(first) > _PAIRS)

    def _pairs(self, item: Wrong) -> Iterator[tuple[Step, Step]]:
        """Return slips in two figures that set a breach right, or each what the other breaks."""
        for one in item.equations:
            slips = {path: self._slips_at(path) for path in one.paths}
            if isinstance(one, Equation):
                yield from one.balanced(slips) if one.is_exact else ()
            else:
                first = (step for there in slips.values() for step, _ in there)
                yield from chain.from_iterable(self._set_right(one, step) for step in first)
        alone = ((path, admits) for path in item.paths for admits in [item.admitting(path)])
        first = (step for path, admits in alone for step, new in self._slips_at(path) if admits(new))
        for step in islice(first, _FIRST):
            news = _news((step,))
            broken = (one for path in news for one in self._binding(path) if not one.allows(news))
            for one in islice(broken, 1):
                yield from self._set_right(one, step)

    def _set_right(self, one: Arithmetic, step: Step) -> Iterator[tuple[Step, Step]]:
        """Return a slip together with each in another figure of a relation after which that can hold."""
        news = _news((step,))
        for path in one.paths:
            if path not in news:
                admits = one.admitting(path, news)
                yield from ((step, other) for other, new in self._slips_at(path) if admits(new))

    def _slips_at(self, path: str) -> list[tuple[Step, Figure]]:
        """Return the slips that may have been made in the figure at a path, each with what was meant."""
        if path not in self._slips:
            figure = self.figures.get(path)
            there = slips_of(figure) if figure is not None and path not in self.absent else {}
            self._slips[path] = [
                ((Change(path=path, old=figure, new=new, kind=kind, distance=far),), new)
                for new, (kind, far) in there.items()
            ]
        return self._slips[path]

    def cell(self, path: str) -> str:
        """Name the cell that a path means."""
        return cell_path(self.report, path)


def carried(paths: Counter[str], steps: Iterable[Step]) -> Counter[str]:
    """Return the breaches at each path, those of a figure that moves at its new cell."""
    for step in steps:
        if step[0].kind is Slip.MOVED:
            paths = paths + Counter({step[1].path: paths[step[0].path]})
    return paths


def _applied(report: Report, steps: Iterable[Step]) -> Report | None:
    """Return the report with all changes; None if such a figure is not allowed there."""
    try:
        for change in chain.from_iterable(steps):
            report = report.with_value(change.path, change.new)
    except (FieldError, KeyError, ValueError):
        return None
    return report


def _news(steps: Iterable[Step]) -> News:
    return {change.path: change.new for step in steps for change in step}


def _is_error(rule: Rule, breach: Breach) -> bool:
    return rule.severity_by(breach.basis or rule.basis) is Severity.ERROR


def _is_telling(step: Step) -> bool:
    """Return whether a slip is one of which a figure admits few.

    Any digit may be another one, and any may be missing; but mostly it is a zero at the end.
    """
    change, *_ = step
    match change.kind, change.old, change.new:
        case Slip.CHANGED, _, _:
            return False
        case Slip.LOST, _, _:
            return is_tenfold(change)
    return True


def _distance(step: Step) -> int:
    return sum(change.distance for change in step)
