"""What a hand may have done: the figures that were meant, not yet judged."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any, Final

import attrs

from mttq.forms import Cell, form_of
from mttq.repairs._figures import Figure, numbers_in, step_of
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip, distance, slips
from mttq.report import Report
from mttq.values import Pair, Quantity, Share
from mttq.values.figures import WIDE

__all__ = [
    "Step",
    "blank_filled",
    "exchanged",
    "is_tenfold",
    "moved",
    "neighbours_of",
    "printed_as",
    "runs_of",
    "shifted",
    "slips_of",
]

Step = tuple[Change, ...]
"""One slip taken back: a figure is another, or several are, where figures stood in wrong cells."""

_RARE: Final = 2  # a lost word "nghìn" is taken to be as rare as two wrong digits; so is a wrong cell
_COMMAS: Final = (-2, -1, 1, 2)  # places by which a comma is off
_WORDS: Final = (0, 3, 6, 9)  # zeros of no word, "nghìn", "triệu" and "tỷ"


@lru_cache(maxsize=1024)
def slips_of(figure: Figure) -> dict[Figure, tuple[Slip, int]]:
    """Return each figure that one slip would have turned into this one, with the slip and its distance."""
    found: dict[Figure, tuple[Slip, int]] = {}
    for new, kind, far in _each_slip(figure):
        if new != figure:
            found.setdefault(new, (kind, far))
    return found


def _each_slip(figure: Figure) -> Iterator[tuple[Figure, Slip, int]]:
    if isinstance(figure, Pair):
        yield Pair(figure.second, figure.first), Slip.EXCHANGED, 1
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


def _spelled(figure: Quantity) -> Iterator[tuple[Figure, Slip, int]]:
    """Return a sum with its comma elsewhere, and with another scale word: "4,5 tỷ" for "4,5 triệu"."""
    for places in _COMMAS:
        if places <= figure.decimals:
            yield _scaled(figure, places, decimals=figure.decimals - places), Slip.COMMA, 1
    for zeros in _WORDS:
        if figure.scale != 10**zeros:
            places = zeros - len(str(figure.scale)) + 1
            yield _scaled(figure, places, scale=10**zeros), Slip.SCALE, _RARE


def _scaled(figure: Quantity, places: int, **style: int) -> Quantity:
    upper = None if figure.upper is None else WIDE.scaleb(figure.upper, places)
    style_: Any = style
    return attrs.evolve(figure, value=WIDE.scaleb(figure.value, places), upper=upper, **style_)


def printed_as(figure: Figure, number: int | Fraction) -> tuple[Figure, int] | None:
    """Return a figure that prints a number as this one does, and in how many digits they differ."""
    printed = list(numbers_in(figure))
    if len(printed) != 1:
        return None  # two numbers in a cell do not follow from their sum
    ((old, make),) = printed
    steps = Fraction(number) / Fraction(step_of(figure))
    if step_of(figure) != 1 or isinstance(figure, Share):
        steps = Fraction(floor(steps + Fraction(1, 2)))
    if steps.denominator != 1 or steps < 0:
        return None
    return make(int(steps)), distance(str(old), str(steps))


def blank_filled(path: str, number: int | Fraction) -> Iterator[Step]:
    """Return a blank filled with a number, if it is a count."""
    if Fraction(number).denominator == 1 and number >= 0:
        new, far = int(number), len(str(number))
        yield (Change(path=path, old=None, new=new, kind=Slip.LEFT_OUT, distance=far),)


def moved(path: str, target: str, figure: Figure) -> Step:
    """Return a figure that belongs into a blank cell."""
    return _placed(Slip.MOVED, ((path, figure, None), (target, None, figure)))


def exchanged(path: str, target: str, figure: Figure, other: Figure) -> Step:
    """Return two figures, each of which belongs into the cell of the other."""
    return _placed(Slip.EXCHANGED, ((path, figure, other), (target, other, figure)))


def is_tenfold(change: Change) -> bool:
    """Return whether a zero at the end was lost or added, which happens more often than with other digits."""
    old, new = change.old, change.new
    return isinstance(old, int) and isinstance(new, int) and 0 < max(old, new) == 10 * min(old, new)


def _placed(kind: Slip, items: Iterable[tuple[str, Figure | None, Figure | None]]) -> Step:
    return tuple(
        Change(path=path, old=old, new=new, kind=kind, distance=_RARE // 2)
        for path, old, new in items
        if old != new
    )


def shifted(figures: Mapping[str, Figure], paths: tuple[str, ...]) -> Iterator[Step]:
    """Return the figures of neighbouring cells, each one line further up, and further down."""
    stated = [figures[path] for path in paths]
    for turned in ((*stated[1:], stated[0]), (stated[-1], *stated[:-1])):
        step = _placed(Slip.SHIFTED, zip(paths, stated, turned, strict=True))
        if len(step) > 2:  # noqa: PLR2004 - two are exchanged
            yield step


def neighbours_of(report: Report, figures: Mapping[str, Figure], path: str) -> dict[str, None]:
    """Return the cells in which the figure of a cell may have been meant to stand.

    In a form these are the cells next to it, in its column and as printed, those of its line and the parts of
    its sum; of a record its other figures, and what is called the same in the one beside it.
    """
    for instance in report.appendices:
        cells = list(form_of(type(instance)).cells(instance))
        cell = next((item for item in cells if item.path == path), None)
        if cell is not None:
            column = _column(cells, cell)
            line = [item for item in cells if item.row is cell.row]
            sums = [item.row.total_of for item in column if cell.row.path in item.row.total_of]
            parts = [item for item in column if any(item.row.path in parts for parts in sums)]
            near = (*_beside(column, cell), *_beside(cells, cell), *line, *parts)
            return dict.fromkeys(item.path for item in near if item is not cell)
    holder = path.rpartition(".")[0]
    outer = holder.rpartition(".")[0]
    return dict.fromkeys(
        other
        for other in figures
        if other != path
        and (other.rpartition(".")[0] == holder or (other.startswith(f"{outer}.") and _is_twin(other, path)))
    )


def _is_twin(other: str, path: str) -> bool:
    """Return whether two figures are the same of two records side by side: the poor, and the near-poor."""
    (*one, holder, field), (*two, beside, same) = other.split("."), path.split(".")
    apart = abs(int(holder) - int(beside)) if holder.isdecimal() and beside.isdecimal() else 1
    return (one, field, apart) == (two, same, 1)


def runs_of(report: Report, path: str) -> Iterator[tuple[str, ...]]:
    """Return the stretches of a column, up to so many cells, in which a cell stands."""
    for instance in report.appendices:
        cells = list(form_of(type(instance)).cells(instance))
        cell = next((item for item in cells if item.path == path), None)
        if cell is not None:
            column = [item.path for item in _column(cells, cell) if item.value is not None]
            place = column.index(path) if path in column else len(column)
            for length in _LENGTHS:
                for start in range(max(0, place - length + 1), min(place, len(column) - length) + 1):
                    yield tuple(column[start : start + length])


_LENGTHS: Final = (3, 4, 5)  # of how many lines a block is that was written one line too high or too low


def _column(cells: list[Cell], cell: Cell) -> list[Cell]:
    return [item for item in cells if _head_of(item) == _head_of(cell)]


def _head_of(cell: Cell) -> object:
    """Return what tells the column of a cell from others."""
    return cell.column.heads if cell.column is not None else (cell.tier, cell.row.tiered)


def _beside(cells: list[Cell], cell: Cell) -> list[Cell]:
    place = cells.index(cell)
    return cells[max(place - 1, 0) : place + 2]
