"""The candidates for a repair: the slips that set a breach right and break nothing that a relation says.

Where the arithmetic of a breach is known, from the relations that are declared on its figures or from the
breach itself, it is solved: only slips that set it right are candidates, and those that would break another
relation are none.  Other slips are tried by the rule that found the breach.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import chain, islice
from math import ceil, floor
from typing import Final

import attrs

from mttq.repairs._equations import ANY, Equation, Known, News, equations_on, told_by
from mttq.repairs._figures import Figure, Time, Written, cell_path, time_at
from mttq.repairs._intervals import Number, ends_of
from mttq.repairs._judges import Judged, Judges
from mttq.repairs._layout import Layout
from mttq.repairs._ranking import by_distance, is_telling
from mttq.repairs._repair import Change, Step
from mttq.repairs._slips import Slip, printed_as, slips_of
from mttq.repairs._times import day_in, slips_in_time
from mttq.rules import Breach, Rule, Severity
from mttq.rules._kit.amounts import nominal
from mttq.rules._kit.digits import distance
from mttq.values import Pair, Period, Qualifier, Quantity, Triple

__all__ = ["SURE", "Search", "Wrong"]

SURE: Final = 5
"""At most so many slips that fit a bound, or pairs, point to what was meant; more of them point nowhere."""
_TWO: Final = 2
_PAIRS: Final = 2000  # at most so many pairs that set a breach right are looked into
_FIRST: Final = 20  # of at most so many slips that set it right alone it is looked into what they break
_SUGGESTED: Final = 2  # the distance of a cell with several figures from one that a rule suggests
_NEAR: Final = 10  # so many times a bound a figure may be
_NARROW: Final = Fraction(11, 10)  # the ends of a range that tells something are no farther apart than this
_LARGE: Final = 1000  # what a number of this size divides evenly is hardly by chance a multiple of it


@attrs.frozen(eq=False)
class Wrong:
    """A breach to be resolved.

    Args:
        code: its rule.
        breach: what is wrong.
        cell: the cell at which it stands.
        paths: the cells that it is about.
        equations: its arithmetic, as far as it can be solved.
    """

    code: str
    breach: Breach
    cell: str
    paths: tuple[str, ...]
    equations: tuple[Equation, ...]

    @property
    def is_bound(self) -> bool:
        """Whether it leaves a figure any of many numbers."""
        return bool(self.equations) and not any(item.is_exact for item in self.equations)

    @property
    def is_told_twice(self) -> bool:
        """Whether it is one fact with two figures: if both are wrong, nothing tells the right one."""
        return all(len(one.paths) <= _TWO for one in self.equations)

    @property
    def has_arithmetic(self) -> bool:
        """Whether it says what should stand there, or how figures should go together."""
        return self.breach.evidence is not None or self.breach.expected is not None

    def touches(self, paths: Iterable[str]) -> bool:
        """Return whether any of some figures stands in its arithmetic."""
        return any(path in item.paths for path in paths for item in self.equations)

    def admitting(self, path: str) -> Callable[[Figure | None], bool]:
        """Return what says whether its arithmetic is right with another figure at a path."""
        if not all(path in item.paths or item.allows({}) for item in self.equations):
            return lambda _: False
        found = [item.admitting(path, {}) for item in self.equations if path in item.paths]
        return lambda new: all(admits(new) for admits in found)

    def is_near(self, change: Change) -> bool:
        """Return whether a figure is of the size of its bounds: another that merely fits tells nothing.

        It may be many times the least that it must be if the breach stands there and knows the most, too, or
        if a scale word brings it nearer to that than it was.
        """
        own = [item.interval(change.path, {}) for item in self.equations if change.path in item.paths]
        new, _ = ends_of(change.new)
        known = change.path == self.cell and any(high is not None and high < ANY for _, high in own)
        ends = [end for bounds in own for end in bounds if end is not None]
        return new is None or known or all(new <= _NEAR * end or _is_nearer(change, new, end) for end in ends)

    def is_at_end(self, change: Change) -> bool:
        """Return whether a figure is held to what it then is: to the number of names that are listed.

        So it is if the rule suggests it, or if it equals another one in more than a digit or two.
        """
        if any((change.path, change.new) == (one.path, one.new) for one in self.breach.suggestions):
            return True
        own = [item for item in self.equations if change.path in item.paths]
        told = [one for one in own if one.paths == (change.path,) or len(str(change.new).rstrip("0")) > _TWO]
        return any(change.new == end for one in told for end in one.interval(change.path, {}))

    def makes_equal(self, change: Change) -> bool:
        """Return whether a figure then is what the others come to."""
        return change.new in self.solved(change.path) or self.is_at_end(change)

    def is_even(self, path: str) -> bool:
        """Return whether a division by a large number gives what the figure must be: hardly by chance."""
        told = (one for one in self.equations if one.is_exact and one.has_products and path in one.paths)
        return any(one.divides_evenly(path, _LARGE) for one in told)

    def solved(self, path: str) -> list[int | Fraction]:
        """Return what the figure at a path must be by the others, by what the rule expects, or suggests."""
        intervals = [item.interval(path, {}) for item in self.equations if path in item.paths]
        found: list[object] = [low for low, high in intervals if low == high]
        found += [self.breach.expected] if path == self.cell else []
        found += [item.new for item in self.breach.suggestions if item.path == path]
        return list(dict.fromkeys(one for one in found if isinstance(one, int | Fraction)))


@attrs.frozen(eq=False)
class Search:
    """Where the candidates for the repairs of a report are sought."""

    judges: Judges
    layout: Layout
    _known: Known = attrs.field(factory=dict)
    _on: dict[str, list[tuple[Equation, str | None]]] = attrs.field(factory=dict)
    _holding: dict[str, list[Equation]] = attrs.field(factory=dict)
    _slips: dict[str, list[tuple[Step, Figure]]] = attrs.field(factory=dict)
    _judged: dict[object, Judged | None] = attrs.field(factory=dict)

    @property
    def breaches(self) -> Iterator[tuple[str, Breach]]:
        """What may be solved, with its rule: errors, and warnings that show how figures should go together.

        So may a blank for which a rule knows the figure, and a figure in a cell that the reporter lacks.
        """
        for code, verdict in self.judges.first.items():
            rule = self.judges.rules[code]
            for breach in verdict.breaches:
                if any(one.old is None for one in breach.suggestions) or (
                    rule.severity > Severity.INFO
                    and (_is_error(rule, breach) or _may_be_solved(breach) or self._is_misplaced(breach))
                ):
                    yield code, breach

    def _is_misplaced(self, breach: Breach) -> bool:
        return self._cell(breach.path) in self.layout.absent

    def without(self, *steps: Step) -> Judged | None:
        """Return the report without some slips; one that was judged before need not be judged again."""
        if steps not in self._judged:
            self._judged[steps] = self.judges.without(*steps)
        return self._judged[steps]

    def wrong(self, code: str, breach: Breach) -> Wrong:
        """Return what a breach is about, with its arithmetic."""
        cell = self._cell(breach.path)
        own = [item for item, judge in self.on(cell) if judge == code]
        broken = {(item.line, item.paths) for item in own if not item.allows({})}
        own = [item for item in own if (item.line, item.paths) in broken]
        told = None if own else told_by(self.judges.report, breach)
        if told is not None and told.paths and not told.allows({}):
            own = [told]
        evidence = breach.evidence
        terms = (*evidence.left, *evidence.right) if evidence else ()
        paths = dict.fromkeys(chain.from_iterable(item.paths for item in own))
        named = (*(term.path for term in terms), *breach.related)
        paths |= dict.fromkeys((cell, *(self._cell(path) for path in named if path)))
        paths |= dict.fromkeys(item.path for item in breach.suggestions)
        return Wrong(code, breach, cell, tuple(paths), tuple(item.known for item in own))

    def singles(self, item: Wrong) -> list[Step]:
        """Return the slips that explain a breach, as its arithmetic or its rule tells; the nearest first."""
        found = chain(
            self._shifted(item), self._doubled(item), *(self._at(item, path) for path in item.paths)
        )
        steps = [step for step in _each_once(found) if self._may_be(item, step)]
        if item.is_bound:
            steps = [step for step in steps if all(map(item.is_near, step))]
            if len(steps) > SURE:
                steps = [step for step in steps if is_telling(step) or all(map(item.is_at_end, step))]
        if any(len(step) == 1 and step[0].kind is not Slip.OTHER for step in steps):
            steps = [
                step for step in steps if step[0].kind is not Slip.SHIFTED or self._does_more(item, step)
            ]
        return sorted(steps, key=by_distance)

    def _does_more(self, item: Wrong, step: Step) -> bool:
        """Return whether a slip is one of all lines of a sum, or sets right another relation as well."""
        news, own = news_of((step,)), {one.line for one in item.equations}
        others = (one for path in news for one in self._binding(path) if one.line not in own)
        return any(news.keys() <= {*one.paths} for one in item.equations) or any(
            one.allows(news) and not one.allows({}) for one in others
        )

    def _at(self, item: Wrong, path: str) -> Iterator[Step]:
        """Return what may have been meant by the figure or the time at a path, or by the blank there."""
        time = time_at(self.judges.report, path)
        if time is not None:
            yield from self._in_time(item, path, time)
            return
        figure, numbers = self.layout.figures.get(path), item.solved(path)
        if figure is None:
            counts = (int(one) for one in numbers if Fraction(one).denominator == 1 and one >= 0)
            yield from (_written(path, None, new, Slip.LEFT_OUT, len(str(new))) for new in counts)
            return
        yield from self._elsewhere(item, path, figure)
        if item.has_arithmetic:
            admits = item.admitting(path) if item.touches((path,)) else None
            found = dict(slips_of(figure))
            for new, far in filter(None, (printed_as(figure, number) for number in numbers)):
                found.setdefault(new, (Slip.OTHER, far))
            for left in self._left_by_all(path) if isinstance(figure, int) and not numbers else ():
                found.setdefault(left, (Slip.OTHER, distance(str(figure), str(nominal(left)))))
            for one in item.breach.suggestions:
                if one.path == path and isinstance(one.new, Pair | Triple):
                    found.setdefault(one.new, (Slip.OTHER, _SUGGESTED))
            for new, (kind, far) in found.items():
                if new != figure and (admits is None or admits(new)):
                    yield _written(path, figure, new, kind, far)

    def _in_time(self, item: Wrong, path: str, time: Time) -> Iterator[Step]:
        """Return of each kind of slip the time that is nearest to the others with which it is compared."""
        bounds = (one.interval(path, {}) for one, _ in self.on(path))
        ends = [end for bound in bounds for end in bound if end is not None] or [day_in(time) or 0]
        others = slips_in_time(time)
        off = {new: min(abs(Fraction((day_in(new) or 0) - end)) for end in ends) for new in others}
        found: dict[tuple[Slip, int], Step] = {}
        for new in sorted(others, key=off.__getitem__):
            step = _written(path, time, new, *others[new])
            if others[new] not in found and self._may_be(item, step):
                found[others[new]] = step
        yield from found.values()

    def _left_by_all(self, path: str) -> list[int | Quantity]:
        """Return the few numbers, or the range, that all relations on a count leave if several are broken."""
        on = self._binding(path)
        if sum(not one.allows({}) for one in on) < _TWO:
            return []
        lows, highs = zip(*(one.interval(path, {}) for one in on), strict=True)
        low = max((ceil(end) for end in lows if end is not None), default=0)
        high = min((floor(end) for end in highs if end is not None), default=0)
        if high - low < SURE:
            return [*range(low, high + 1)]
        return [_range(low, high)] if high < _NARROW * low else []

    def _elsewhere(self, item: Wrong, path: str, figure: Figure) -> Iterator[Step]:
        """Return the blank cells into which a figure may belong, and those with which it may be exchanged."""
        offered = item.breach.suggestions
        away = any(one.path == path and one.new is None for one in offered)
        targets = dict.fromkeys(one.path for one in offered if away and one.old is None)
        for target in targets | self.layout.near(path):
            other = self.layout.figures.get(target)
            if other != figure:
                kind = Slip.MOVED if other is None else Slip.EXCHANGED
                yield _placed(kind, {path: (figure, other), target: (other, figure)})

    def _shifted(self, item: Wrong) -> Iterator[Step]:
        """Return the figures of a sum, or of some lines of a column, each one line higher or lower."""
        figures = self.layout.figures
        runs = [one.paths for one in item.equations if one.is_exact and len(one.paths) > _TWO]
        if runs:
            runs += chain.from_iterable(map(self.layout.runs, item.paths))
        for paths in dict.fromkeys(tuple(path for path in run if path in figures) for run in runs):
            stated = [figures[path] for path in paths]
            for turned in ((*stated[1:], *stated[:1]), (*stated[-1:], *stated[:-1])):
                news = dict(zip(paths, turned, strict=True))
                if all(one.allows(news) for one in item.equations) and len({*stated}) > _TWO:
                    yield _placed(Slip.SHIFTED, {path: (figures[path], new) for path, new in news.items()})

    def _doubled(self, item: Wrong) -> Iterator[Step]:
        """Return the lines of a sum moved back by one of which one stands twice and the last is lost."""
        figures = self.layout.figures
        for one in item.equations if not item.is_bound else ():
            parts = [path for path in one.paths if path != item.cell and isinstance(figures.get(path), int)]
            for lines in (parts, parts[::-1]):
                stated = [figures[path] for path in lines]
                for place in range(len(lines) - _TWO):
                    if stated[place] == stated[place + 1] and len(str(stated[place])) > 1:
                        news: dict[str, Figure] = dict(
                            zip(lines[place + 1 : -1], stated[place + 2 :], strict=True)
                        )
                        low, high = one.interval(lines[-1], news)
                        if low == high and low and low > 0 and Fraction(low).denominator == 1:
                            news[lines[-1]] = int(low)
                            yield _placed(Slip.SHIFTED, {path: (figures[path], news[path]) for path in news})

    def _may_be(self, item: Wrong, step: Step) -> bool:
        """Return whether a slip explains a breach, breaks nothing, and leaves figures where they can be."""
        if any(change.new is not None and change.path in self.layout.absent for change in step):
            return False
        news = news_of((step,))
        if item.is_bound and not all(path in self._doubted or item.touches((path,)) for path in news):
            return False  # nearly any other cell has a figure that fits a bound
        if item.touches(news):
            return self.allows(item, news)
        if not self._keeps(news):
            return False
        judged = self.without(step)
        return judged is not None and self.settles(item, judged)

    def settles(self, item: Wrong, judged: Judged) -> bool:
        """Return whether the rule of a breach passes, or a figure has left a cell that the reporter lacks."""
        if item.cell in self.layout.absent:
            return item.cell not in judged.verdict(item.code).paths and not judged.adds(item.code)
        return judged.settles(item.code)

    def allows(self, item: Wrong, news: News) -> bool:
        """Return whether the arithmetic of a breach is right, and no relation that binds holds no longer."""
        return all(one.allows(news) for one in item.equations) and self._keeps(news)

    def _keeps(self, news: News) -> bool:
        return all(one.allows(news) for path in news for one in self._held(path))

    @cached_property
    def _doubted(self) -> frozenset[str]:
        """The cells that breaches are about."""
        paths = ((breach.path, *breach.related) for _, breach in self.breaches)
        return frozenset(map(self._cell, chain.from_iterable(paths)))

    def on(self, path: str) -> list[tuple[Equation, str | None]]:
        """Return the relations in which a figure stands, each with the code of the rule that judges it."""
        if path not in self._on:
            found = equations_on(self.judges.report, path, self._known)
            self._on[path] = [(item, self.judges.judge_of(item.line, item.shape)) for item in found]
        return self._on[path]

    def _held(self, path: str) -> list[Equation]:
        """Return the relations on a figure that bind a repair and that hold."""
        if path not in self._holding:
            self._holding[path] = [item for item in self._binding(path) if item.allows({})]
        return self._holding[path]

    def _binding(self, path: str) -> list[Equation]:
        return [item for item, code in self.on(path) if code in self.judges.binding]

    def pairs(self, item: Wrong) -> tuple[list[tuple[Step, Step]], bool]:
        """Return two slips made together that set a breach right, and whether there are too many to look at.

        A slip that settles a breach may call other figures into question, or be part of another finding; or
        it settles nothing alone.  What a second figure must be then is solved, and taken if it is a slip too.
        """
        if item.is_told_twice:
            return [], False
        first = list(islice(self._pairs(item), _PAIRS + 1))
        found = {frozenset(pair): pair for pair in first[:_PAIRS]}.values()
        return [pair for pair in found if self.allows(item, news_of(pair))], len(first) > _PAIRS

    def _pairs(self, item: Wrong) -> Iterator[tuple[Step, Step]]:
        """Return slips in two figures that set a breach right, or each what the other breaks."""
        for one in item.equations:
            slips = {path: self._slips_at(path) for path in one.paths}
            if one.has_products:
                first = (step for there in slips.values() for step, _ in there)
                yield from chain.from_iterable(self._set_right(one, step) for step in first)
            else:
                yield from one.balanced(slips) if one.is_exact else ()
        alone = ((path, admits) for path in item.paths for admits in [item.admitting(path)])
        first = (step for path, admits in alone for step, new in self._slips_at(path) if admits(new))
        for step in islice(first, _FIRST):
            news = news_of((step,))
            broken = (one for path in news for one in self._binding(path) if not one.allows(news))
            for one in islice(broken, 1):
                yield from self._set_right(one, step)

    def _set_right(self, one: Equation, step: Step) -> Iterator[tuple[Step, Step]]:
        """Return a slip together with each in another figure of a relation after which that can hold."""
        news = news_of((step,))
        for path in one.paths:
            if path not in news:
                admits = one.admitting(path, news)
                yield from ((step, other) for other, new in self._slips_at(path) if admits(new))

    def _slips_at(self, path: str) -> list[tuple[Step, Figure]]:
        """Return the slips that may have been made in the figure at a path, each with what was meant."""
        if path not in self._slips:
            figure = self.layout.figures.get(path)
            there = slips_of(figure) if figure is not None and path not in self.layout.absent else {}
            self._slips[path] = [
                (_written(path, figure, new, kind, far), new) for new, (kind, far) in there.items()
            ]
        return self._slips[path]

    def _cell(self, path: str) -> str:
        return cell_path(self.judges.report, path)


def _is_nearer(change: Change, new: Number, bound: Number) -> bool:
    """Return whether another scale brings a figure nearer to a bound than it was, from the other side."""
    old, _ = ends_of(change.old)
    return change.kind is Slip.SCALE and old is not None and new * old < bound * bound


def _range(low: int, high: int) -> Quantity:
    return Quantity(value=Decimal(low), qualifier=Qualifier.RANGE, upper=Decimal(high))


def _each_once(steps: Iterable[Step]) -> list[Step]:
    """Return slips each once, in whatever order its changes stand."""
    return list({frozenset(step): step for step in reversed(list(steps))}.values())[::-1]


def news_of(steps: Iterable[Step]) -> News:
    """Return what slips put where."""
    return {change.path: change.new for step in steps for change in step}


def _written(path: str, old: Written | None, new: Written | None, kind: Slip, distance: int) -> Step:
    """Return another figure that may have been meant in a cell."""
    return (Change(path=path, old=old, new=new, kind=kind, distance=distance),)


def _placed(kind: Slip, cells: Mapping[str, tuple[Figure | None, Figure | None]]) -> Step:
    """Return figures of which each belongs into another cell: by cell what stands there, and what should."""
    items = ((path, old, new) for path, (old, new) in cells.items() if old != new)
    return tuple(chain.from_iterable(_written(path, old, new, kind, 1) for path, old, new in items))


def _may_be_solved(breach: Breach) -> bool:
    """Return whether it says how figures should go together, or is about a time."""
    told = breach.evidence is not None or breach.expected is not None
    return told or isinstance(breach.actual, dt.date | Period)


def _is_error(rule: Rule, breach: Breach) -> bool:
    return rule.severity_by(breach.basis or rule.basis) is Severity.ERROR
