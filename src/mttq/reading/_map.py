"""The map that `mttq.writing` hides in its files: which line and column is what, so that none is guessed.

In a sheet hidden rows hold what each column means and a hidden column the path of each line; in a document
hidden letters in the first cell of the head and of each line do.  They go along with what a user moves and
copies; where a line no longer says what its path does, the map is not believed.
"""

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from mttq.forms import Form, Row
from mttq.forms._columns import Column as Field
from mttq.reading._blocks import Cell, Grid
from mttq.reading._figures import looks_like_figure
from mttq.reading._heads import Column, Role
from mttq.reading._lines import Item, Layout, Line
from mttq.reading._matching import say_the_same
from mttq.values import Tier

__all__ = [
    "HEADS",
    "NAME",
    "RECORD",
    "UNIT",
    "Map",
    "Mapped",
    "map_of",
    "mark_of",
    "meaning_of",
    "read_mapped",
]

HEADS: Final = "heads"
"""What the map says of a row of heads."""

UNIT: Final = "unit"
"""What the map says of the line in which the unit stands."""

RECORD: Final = ".*"
"""What the map adds to the path of a register, for each of its records."""

NAME: Final = "@"
"""What the map says before the path of the column of a register that stands where labels do."""

_VALUE: Final = "value"
_MEANING: Final = re.compile(rf"{_VALUE}|{'|'.join(Tier)}|{NAME}?\.[\w.]+(?:=\w+)?")
_MARK: Final = re.compile(r"mttq 1 (?P<code>\S+)(?P<meanings>(?: \S+)*)")
_NONE: Final = "-"


def mark_of(form: Form, *meanings: str) -> str:
    """Return what stands where hidden row and column meet; in a document with what the columns mean."""
    return " ".join(("mttq 1", form.code, *(meaning or _NONE for meaning in meanings)))


def meaning_of(tier: Tier | None, column: Field | None, word: enum.Enum | None) -> str:
    """Return what the map says of a column: "value", a level, ".path" of one of several, "=WORD" ticked."""
    if column is None:
        return tier or _VALUE
    return f".{'.'.join(column.path)}" + (f"={word.name}" if word is not None else "")


@attrs.frozen
class Map:
    """What a table that mttq wrote says of itself.

    Args:
        code: the code of its form.
        columns: what the columns mean, by the row of the map from which on that holds.
        rows: the paths of the lines.
        heads: the rows in which heads stand.
    """

    code: str
    columns: Mapping[int, Mapping[int, str]]
    rows: Mapping[int, str]
    heads: frozenset[int]

    def unit(self, grid: Grid) -> str | None:
        """Return the unit that is written into the sheet."""
        row = next((row for row, said in self.rows.items() if said == UNIT), None)
        if row is None:
            return None
        cells = (grid.cells.get((row, column)) for column in sorted(self.over(row)))
        return next((cell.text for cell in cells if cell), None)

    def over(self, row: int) -> Mapping[int, str]:
        """Return what the columns mean in a row."""
        return next((self.columns[at] for at in sorted(self.columns, reverse=True) if at < row), {})

    def path(self, row: int) -> str | None:
        """Return the path of a line; one that was inserted among records is one of them."""
        if row in self.rows:
            return self.rows[row]
        before = max((at for at in self.rows if at < row), default=None)
        after = min((at for at in self.rows if at > row), default=None)
        if before is None or after is None or self.rows[before] != self.rows[after]:
            return None
        return self.rows[before] if self.rows[before].endswith(RECORD) else None


def map_of(grid: Grid) -> Map | None:
    """Return the map of a table, None if it has none; a map that a user has made visible is one too."""
    cells = [*grid.cells.values(), *grid.aside]  # in a document both may stand in one cell
    corners = [cell for cell in cells if _MARK.fullmatch(cell.text)]
    found = _MARK.fullmatch(corners[0].text) if corners else None
    if found is None:
        return None
    rows = {corner.row for corner in corners}
    edge = corners[0].column
    shown = [grid.cells.get((corner.row, edge), corner) for corner in corners]
    heads = {row for cell in shown for row in range(cell.row, cell.row + cell.rows)}
    paths = {cell.row: cell.text for cell in cells if cell.column == edge and cell.row not in rows}
    return Map(
        code=found["code"],
        columns={corner.row: _meanings(corner, cells) for corner in corners},
        rows=paths,
        heads=frozenset(heads | {row for row, said in paths.items() if said == HEADS}),
    )


def _meanings(corner: Cell, cells: Sequence[Cell]) -> dict[int, str]:
    """Return what the columns mean below a mark: as it says, or as the cells beside it do."""
    found = _MARK.fullmatch(corner.text)
    listed = found["meanings"].split() if found else []
    if listed:
        return {at: said for at, said in enumerate(listed, corner.column + 1) if said != _NONE}
    return {
        cell.column: cell.text
        for cell in cells
        if cell.row == corner.row and cell.column > corner.column and _MEANING.fullmatch(cell.text)
    }


@attrs.frozen
class Mapped:
    """What is read of a table with a map.

    Args:
        lines: its lines.
        explained: the cells that are no figures.
        paths: by line the path that it has.
    """

    lines: list[Line]
    explained: list[Cell]
    paths: dict[int, str]


def read_mapped(grid: Grid, known: Map, form: Form) -> Mapped:
    """Read the lines of a table with a map."""
    by_path = {".".join((form.code, *row.path)): row for row in form.rows}
    found = Mapped([], [], {})
    records: dict[str, int] = {}
    by_row: dict[int, list[Cell]] = {}
    for cell in sorted(grid.cells.values(), key=lambda cell: (cell.row, cell.column)):
        by_row.setdefault(cell.row, []).append(cell)
    for at, cells in by_row.items():
        said = known.path(at)
        path = (said or "").removesuffix(RECORD)
        row, is_record = by_path.get(path), said == f"{path}{RECORD}"
        meanings = known.over(at)
        words = next((column for column, text in meanings.items() if text.startswith(NAME)), 0)
        words = words or min(meanings, default=1) - 1
        columns = dict(_columns(meanings, row, is_record=is_record))
        told = [cell for cell in cells if cell.column not in columns and _is_words(cell, words, said)]
        if at in known.heads:
            told = cells
        found.explained.extend(told)
        label = next((cell.text for cell in cells if cell.column == words), "")
        items = [
            Item(cell, columns.get(cell.column, Column(role=Role.OTHER)))
            for cell in cells
            if cell not in told
        ]
        line = Line(label, grid=grid, items=items, first=cells[0], layout=Layout(words, None, columns))
        if row is not None and is_record:
            if any(item.cell.column in columns for item in items):
                line.record = records.get(path, 0)
                records[path] = line.record + 1
                found.paths[len(found.lines)] = path
        elif row is not None and say_the_same(line.words, Line(row.label).words):
            found.paths[len(found.lines)] = path
        found.lines.append(line)
    return found


def _columns(
    meanings: Mapping[int, str], row: Row | None, *, is_record: bool
) -> Iterator[tuple[int, Column]]:
    """Return what the columns are to a line, by what the map says of them."""
    fields = {".".join(field.path): field for field in row.columns} if row else {}
    for at, said in meanings.items():
        named = said.startswith(NAME)
        path, _, word = said.lstrip(f"{NAME}.").partition("=")
        if said == _VALUE:
            yield at, Column(role=Role.VALUE)
        elif said in [*Tier]:
            yield at, Column(role=Role.TIER, tier=Tier(said))
        elif not named or is_record:
            field = fields.get(path)
            known = Column(role=Role.VALUE, field=field, word=word) if field else Column(role=Role.OTHER)
            yield at, known


def _is_words(cell: Cell, words: int, said: str | None) -> bool:
    """Return whether a cell holds a number of a line, or words where no figure is asked for."""
    if cell.column < words:
        return True
    figure = looks_like_figure(cell.text) or cell.doubt is not None
    return not figure and (cell.column == words or said in (None, UNIT))
