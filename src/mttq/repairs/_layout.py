"""How the figures of a report lie: which stand beside another, and which cells the reporter does not have."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

import attrs

from mttq.forms import Cell, form_of
from mttq.repairs._figures import Figure, figures_of
from mttq.report import Report
from mttq.rules._kit.cells import absent_cells, filled

__all__ = ["Layout"]

_RECORDS: Final = frozenset(attrs.fields_dict(Report))
_LENGTHS: Final = (3, 4, 5)  # of how many lines a block is that was written one line too high or too low


@attrs.frozen(eq=False)
class Layout:
    """The figures of a report, and the cells of its forms.

    Args:
        report: the report.
        figures: the figures, by path.
        absent: the paths of cells that the reporter does not have: of levels above its own, of other times.
    """

    report: Report
    figures: Mapping[str, Figure]
    absent: frozenset[str]

    @classmethod
    def of(cls, report: Report) -> "Layout":
        """Find them."""
        absent = (form.blank[at].path for form, _ in filled(report) for at in absent_cells(report, form))
        return cls(report, figures_of(report), frozenset(absent))

    @cached_property
    def _cells(self) -> Mapping[str, tuple[Cell, list[Cell]]]:
        """The cells of the forms, by path, each with all of its form in printed order."""
        forms = (list(form_of(type(instance)).cells(instance)) for instance in self.report.appendices)
        return {cell.path: (cell, cells) for cells in forms for cell in cells}

    def is_cell(self, path: str) -> bool:
        """Return whether a figure stands in a form."""
        return path.partition(".")[0] not in _RECORDS and path in self._cells

    def near(self, path: str) -> dict[str, None]:
        """Return the cells in which the figure of a cell may have been meant to stand.

        In a form these are the cells next to it, in its column and as printed, those of its line and the
        parts of its sum; of a record its other figures, and what is called the same in the one beside it.
        """
        if not self.is_cell(path):
            return dict.fromkeys(other for other in self.figures if other != path and _is_beside(other, path))
        cell, cells = self._cells[path]
        column = _column(cells, cell)
        line = [item for item in cells if item.row is cell.row]
        sums = [item.row.total_of for item in column if cell.row.path in item.row.total_of]
        parts = [item for item in column if any(item.row.path in parts for parts in sums)]
        near = (*_next_to(column, cell), *_next_to(cells, cell), *line, *parts)
        return dict.fromkeys(item.path for item in near if item is not cell)

    def runs(self, path: str) -> Iterator[tuple[str, ...]]:
        """Return the stretches of a column, up to so many cells, in which a cell stands."""
        if not self.is_cell(path):
            return
        cell, cells = self._cells[path]
        column = [item.path for item in _column(cells, cell) if item.value is not None]
        place = column.index(path) if path in column else len(column)
        for length in _LENGTHS:
            for start in range(max(0, place - length + 1), min(place, len(column) - length) + 1):
                yield tuple(column[start : start + length])

    def line_of(self, path: str) -> str:
        """Return the line of a form in which a cell stands; of a figure elsewhere, its path."""
        return self._cells[path][0].line if self.is_cell(path) else path


def _column(cells: list[Cell], cell: Cell) -> list[Cell]:
    return [item for item in cells if _head_of(item) == _head_of(cell)]


def _head_of(cell: Cell) -> object:
    """Return what tells the column of a cell from others."""
    return cell.column.heads if cell.column is not None else (cell.tier, cell.row.tiered)


def _next_to(cells: list[Cell], cell: Cell) -> list[Cell]:
    place = next(number for number, item in enumerate(cells) if item is cell)
    return cells[max(place - 1, 0) : place + 2]


def _is_beside(other: str, path: str) -> bool:
    """Return whether figures are of one record, or the same of two side by side: the poor, the near-poor."""
    (*one, field), (*two, same) = other.split("."), path.split(".")
    if one == two or not one or not two or (one[:-1], field) != (two[:-1], same):
        return one == two
    holder, beside = one[-1], two[-1]
    return not (holder.isdecimal() and beside.isdecimal()) or abs(int(holder) - int(beside)) == 1
