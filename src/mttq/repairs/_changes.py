"""What figures may have been before a slip: the candidates for a repair, not yet judged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import floor
from typing import Any, Final

import attrs

from mttq.errors import FieldError
from mttq.forms import Cell, form_of
from mttq.repairs._figures import cell_path, figure_at, numbers_in, step_of
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip, distance, slips
from mttq.report import Report
from mttq.rules import Breach
from mttq.values import Printed, Quantity, Share
from mttq.values.figures import WIDE

__all__ = ["Step", "applied", "balanced", "carried", "solving_steps", "steps_of"]

Step = tuple[Change, ...]
"""One slip taken back: a figure is another, or two are, where a figure stood in the wrong cell."""

_RARE: Final = 2  # a lost word "nghìn" is taken to be as rare as two wrong digits; so is a wrong cell
_COMMAS: Final = (-2, -1, 1, 2)  # places by which a comma is off
_WORDS: Final = (0, 3, 6, 9)  # zeros of no word, "nghìn", "triệu" and "tỷ"


def applied(report: Report, steps: Iterable[Step]) -> Report | None:
    """Return the report with all changes; None if no such figure can stand there."""
    try:
        for change in chain.from_iterable(steps):
            report = report.with_value(change.path, change.new)
    except (FieldError, KeyError, ValueError):
        return None
    return report


def carried(paths: Counter[str], steps: Iterable[Step]) -> Counter[str]:
    """Return the breaches at each path, those of a figure that moves at its new cell."""
    for step in steps:
        if step[0].kind is Slip.MOVED:
            paths = paths + Counter({step[1].path: paths[step[0].path]})
    return paths


def steps_of(report: Report, figures: Mapping[str, Printed], breach: Breach, path: str) -> Iterator[Step]:
    """Return what may have been meant by the figure at a path, or by the blank there, in view of a breach.

    Args:
        report: the report.
        figures: its figures.
        breach: what is wrong.
        path: a cell that the breach uses.
    """
    figure = figures.get(path)
    solved = _solved(report, breach)[path]
    if figure is None:
        yield from _filled(path, solved)
        return
    yield from _moved(report, breach, path, figure)
    if breach.evidence is None and breach.expected is None:
        return  # no arithmetic, nothing to solve
    found = {new: (kind, far) for new, kind, far in _slips_of(figure)}
    for new, far in filter(None, (_printed_as(figure, number) for number in solved)):
        found.setdefault(new, (Slip.OTHER, far))
    for new, (kind, far) in found.items():
        if new != figure:
            yield (Change(path=path, old=figure, new=new, kind=kind, distance=far),)


def solving_steps(report: Report, breach: Breach) -> Iterator[Step]:
    """Return the slips, taken back, that make one figure of a breach what it must be by the others."""
    for path, solved in _solved(report, breach).items():
        figure = figure_at(report, path)
        if figure is None:
            yield from _filled(path, solved)
            continue
        wanted = {found[0] for found in (_printed_as(figure, number) for number in solved) if found}
        for new, kind, far in _slips_of(figure) if wanted else ():
            if new in wanted and new != figure:
                yield (Change(path=path, old=figure, new=new, kind=kind, distance=far),)


def balanced(report: Report, breach: Breach) -> Iterator[tuple[str, Fraction]]:
    """Return what each figure of the arithmetic would be if both sides were equal."""
    evidence = breach.evidence
    for terms, sign in ((evidence.left, -1), (evidence.right, 1)) if evidence else ():
        for term in terms:
            if evidence and term.path:
                yield cell_path(report, term.path), Fraction(term.value) + sign * evidence.residual


def _solved(report: Report, breach: Breach) -> defaultdict[str, list[Fraction]]:
    """Return what figures must be by the others of an equation, or by what the rule expects or suggests."""
    found: defaultdict[str, list[Fraction]] = defaultdict(list)
    if isinstance(breach.expected, int | Fraction):
        found[cell_path(report, breach.path)].append(Fraction(breach.expected))
    if breach.evidence is not None and breach.evidence.relation == "=":
        for path, number in balanced(report, breach):
            found[path].append(number)
    for item in breach.suggestions:
        if isinstance(item.new, int):
            found[item.path].append(Fraction(item.new))
    return found


def _printed_as(figure: Printed, number: Fraction) -> tuple[Printed, int] | None:
    """Return a figure that prints a number as this one does, and in how many digits they differ."""
    printed = list(numbers_in(figure))
    if len(printed) != 1:
        return None  # two numbers in a cell do not follow from their sum
    ((old, make),) = printed
    steps = number / Fraction(step_of(figure))
    if step_of(figure) != 1 or isinstance(figure, Share):
        steps = Fraction(floor(steps + Fraction(1, 2)))
    if steps.denominator != 1 or steps < 0:
        return None
    return make(int(steps)), distance(str(old), str(steps))


def _filled(path: str, solved: Iterable[Fraction]) -> Iterator[Step]:
    for number in dict.fromkeys(solved):
        if number.denominator == 1 and number >= 0:
            new, far = int(number), len(str(number))
            yield (Change(path=path, old=None, new=new, kind=Slip.LEFT_OUT, distance=far),)


@lru_cache(maxsize=1024)
def _slips_of(figure: Printed) -> tuple[tuple[Printed, Slip, int], ...]:
    """Return each figure that one slip would have turned into this one, with the slip and its distance."""
    return tuple(_each_slip(figure))


def _each_slip(figure: Printed) -> Iterator[tuple[Printed, Slip, int]]:
    rounded = isinstance(figure, Share) or (isinstance(figure, Quantity) and step_of(figure) != 1)
    for number, make in numbers_in(figure):
        for new, kind in slips(number):
            if kind is not Slip.SCALE or not rounded:
                with suppress(ValueError):  # the ends of a range would be the wrong way round
                    yield make(new), kind, _RARE if kind is Slip.SCALE else 1
    if isinstance(figure, Share):
        for places in _COMMAS:
            moved = WIDE.scaleb(figure.percent, places)
            if int(moved.as_tuple().exponent) <= 0:
                yield Share(moved), Slip.COMMA, 1
    elif isinstance(figure, Quantity) and rounded:
        yield from _spelled(figure)


def _spelled(figure: Quantity) -> Iterator[tuple[Printed, Slip, int]]:
    """Return a sum with its comma elsewhere, and with another scale word: "4,5 tỷ" for "4,5 triệu"."""
    for places in _COMMAS:
        if places <= figure.decimals:
            yield _shifted(figure, places, decimals=figure.decimals - places), Slip.COMMA, 1
    for zeros in _WORDS:
        if figure.scale != 10**zeros:
            places = zeros - len(str(figure.scale)) + 1
            yield _shifted(figure, places, scale=10**zeros), Slip.SCALE, _RARE


def _shifted(figure: Quantity, places: int, **style: int) -> Quantity:
    upper = None if figure.upper is None else WIDE.scaleb(figure.upper, places)
    style_: Any = style
    return attrs.evolve(figure, value=WIDE.scaleb(figure.value, places), upper=upper, **style_)


def _moved(report: Report, breach: Breach, path: str, figure: Printed) -> Iterator[Step]:
    """Return the blank cells into which a figure may belong, and those with which it may be exchanged."""
    for target in dict.fromkeys((*_moves(breach, path), *_beside(report, path))):
        other = figure_at(report, target)
        if other != figure:
            kind = Slip.MOVED if other is None else Slip.EXCHANGED
            yield (
                Change(path=path, old=figure, new=other, kind=kind, distance=_RARE // 2),
                Change(path=target, old=other, new=figure, kind=kind, distance=_RARE // 2),
            )


def _moves(breach: Breach, path: str) -> Iterator[str]:
    """Return where the rule itself would move a figure."""
    items = breach.suggestions
    if any(item.path == path and item.new is None for item in items):
        yield from (item.path for item in items if item.old is None)


def _beside(report: Report, path: str) -> Iterator[str]:
    """Return the cells next to a cell, in its column and as printed, those of its line, parts of its sum."""
    for instance in report.appendices:
        cells = list(form_of(type(instance)).cells(instance))
        cell = next((item for item in cells if item.path == path), None)
        if cell is not None:
            column = [item for item in cells if _column_of(item) == _column_of(cell)]
            line = [item for item in cells if item.row is cell.row]
            sums = [item.row.total_of for item in column if cell.row.path in item.row.total_of]
            parts = [item for item in column if any(item.row.path in parts for parts in sums)]
            near = (*_neighbours(column, cell), *_neighbours(cells, cell), *line, *parts)
            yield from (item.path for item in near if item is not cell)


def _column_of(cell: Cell) -> object:
    return cell.column.heads if cell.column is not None else (cell.tier, cell.row.tiered)


def _neighbours(cells: list[Cell], cell: Cell) -> list[Cell]:
    place = cells.index(cell)
    return cells[max(place - 1, 0) : place + 2]
