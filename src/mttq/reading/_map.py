"""The map that `mttq.writing` hides in its files: which line and column is what, so that none is guessed.

In a sheet a hidden row holds what each column means and a hidden column the path of each line; in a document
hidden letters in the head and in the first cell of each line do.  They go along with what a user moves and
copies; where a line no longer says what its path does, the map is not believed.
"""

import re
from typing import Final

import attrs

from mttq.forms import Form
from mttq.reading._blocks import Cell, Grid
from mttq.reading._figures import looks_like_figure
from mttq.reading._heads import Column, Role
from mttq.reading._lines import Item, Layout, Line
from mttq.reading._matching import say_the_same
from mttq.values import Tier

__all__ = ["UNIT", "VALUE", "Map", "map_of", "mark_of", "read_mapped"]

VALUE: Final = "value"
"""What the map says of a column of figures without a level."""

UNIT: Final = "unit"
"""What the map says of the line in which the unit stands."""

_MARK: Final = re.compile(r"mttq 1 (?P<code>\S+)")


def mark_of(form: Form) -> str:
    """Return what stands where hidden row and hidden column meet."""
    return f"mttq 1 {form.code}"


@attrs.frozen
class Map:
    """What a table that mttq wrote says of itself.

    Args:
        code: the code of its form.
        corner: where hidden row and column meet.
        columns: what the columns mean.
        rows: the paths of the lines.
    """

    code: str
    corner: Cell
    columns: dict[int, str]
    rows: dict[int, str]

    def unit(self, grid: Grid) -> str | None:
        """Return the unit that is written into the sheet."""
        row = next((row for row, said in self.rows.items() if said == UNIT), None)
        cells = (grid.cells.get((row, column)) for column in sorted(self.columns)) if row else ()
        return next((cell.text for cell in cells if cell), None)


def map_of(grid: Grid) -> Map | None:
    """Return the map of a table, None if it has none; a map that a user has made visible is one too."""
    cells = [*grid.cells.values(), *grid.aside]  # in a document both may stand in one cell
    corner = next((cell for cell in cells if _MARK.fullmatch(cell.text)), None)
    found = _MARK.fullmatch(corner.text) if corner else None
    if corner is None or found is None:
        return None
    return Map(
        code=found["code"],
        corner=corner,
        columns={
            cell.column: cell.text for cell in cells if cell.row == corner.row and cell.column > corner.column
        },
        rows={
            cell.row: cell.text for cell in cells if cell.column == corner.column and cell.row > corner.row
        },
    )


def _is_words(cell: Cell, words: int, said: str | None) -> bool:
    """Return whether a cell holds a number of a line, or words where no figure is asked for."""
    if cell.column < words:
        return True
    figure = looks_like_figure(cell.text) or cell.doubt is not None
    return not figure and (cell.column == words or said in (None, UNIT))


def read_mapped(grid: Grid, found: Map, form: Form) -> tuple[list[Line], list[Cell], dict[int, str]]:
    """Return the lines of a table with a map, the cells that are no figures, and by line the path it has."""
    columns = {
        column: Column(role=Role.VALUE) if said == VALUE else Column(role=Role.TIER, tier=Tier(said))
        for column, said in found.columns.items()
        if said in (VALUE, *Tier)
    }
    first = min(columns, default=0)
    words = first - 1
    layout = Layout(words, None, columns)
    labels = {".".join((form.code, *row.path)): Line(row.label).words for row in form.rows}
    lines: list[Line] = []
    explained: list[Cell] = []
    paths: dict[int, str] = {}
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells.values():
        by_row.setdefault(cell.row, []).append(cell)
    for row, cells in by_row.items():
        said = found.rows.get(row)
        label = next((cell.text for cell in cells if cell.column == words), "")
        told = [cell for cell in cells if _is_words(cell, words, said)]
        explained += told
        items = [
            Item(cell, columns.get(cell.column, Column(role=Role.OTHER)))
            for cell in cells
            if cell not in told
        ]
        line = Line(label, grid=grid, items=items, first=cells[0], layout=layout)
        if said in labels and say_the_same(line.words, labels[said]):
            paths[len(lines)] = said
        lines.append(line)
    return lines, explained, paths
