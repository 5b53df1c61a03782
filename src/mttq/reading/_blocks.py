"""What every kind of file becomes: texts and grids of cells, each with its place."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

import attrs

from mttq.reading._source import Reason, Source
from mttq.wording import Phrase

__all__ = ["Cell", "Document", "Grid", "Text", "column_name"]


class Cell(NamedTuple):
    """A cell that holds something.

    Attributes:
        text: what it holds, as a reader sees it.
        row: its row in the grid, from 1; of a merged cell the first.
        column: its column, likewise.
        rows: over how many rows it reaches.
        columns: over how many columns.
        number: the number that a spreadsheet stores.
        doubt: why its figure cannot be trusted.
        suggestion: what was probably meant.
        line: the line of a text file.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    doubt: Reason | None = None
    suggestion: str | None = None
    line: int | None = None


class Text(NamedTuple):
    """A paragraph, or a line of a text file.

    Attributes:
        text: its words.
        paragraph: its number among the paragraphs of the body, from 1.
        line: its line in a text file, from 1.
        number: the automatic number before it.
    """

    text: str
    paragraph: int | None = None
    line: int | None = None
    number: str = ""

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(paragraph=self.paragraph, line=self.line)


@attrs.define(eq=False)
class Grid:
    """A table, or the cells of a sheet.

    Args:
        cells: what it holds by (row, column), each merged cell once.
        aside: cells that no reader sees: hidden, deleted.
        table: its number in the document, from 1.
        sheet: the name of the sheet.
    """

    cells: dict[tuple[int, int], Cell] = attrs.Factory(dict)
    aside: list[Cell] = attrs.Factory(list)
    table: int | None = None
    sheet: str | None = None

    def source(self, cell: Cell) -> Source:
        """Return where a cell stands."""
        if self.sheet is not None:
            return Source(sheet=self.sheet, cell=f"{column_name(cell.column)}{cell.row}")
        if cell.line is not None:
            return Source(line=cell.line, column=cell.column)
        return Source(table=self.table, row=cell.row, column=cell.column)


@attrs.define(eq=False)
class Document:
    """A file as blocks in their order, and what is to be said about it.

    Args:
        blocks: the texts and grids.
        notes: what a user has to know.
        sheets: whether each grid is a sheet of its own.
        bodies: whether the lines of the letterhead are whole, so that it says which body reports.
    """

    blocks: list[Text | Grid] = attrs.Factory(list)
    notes: list[Phrase] = attrs.Factory(list)
    sheets: bool = False
    bodies: bool = True

    def texts(self) -> Iterator[str]:
        """Return all texts that a reader sees, those in cells too."""
        for block in self.blocks:
            if isinstance(block, Text):
                yield block.text
            else:
                yield from (cell.text for cell in block.cells.values())

    def change_texts(self, change: Callable[[str], str]) -> None:
        """Change every text."""
        for place, block in enumerate(self.blocks):
            if isinstance(block, Text):
                self.blocks[place] = block._replace(text=change(block.text))
            else:
                block.cells = {
                    key: cell._replace(text=change(cell.text)) for key, cell in block.cells.items()
                }

    def add_note(self, note: Phrase) -> None:
        """Say something about the file, once."""
        if note not in self.notes:
            self.notes.append(note)


def column_name(column: int) -> str:
    """Return the letters of a column of a sheet.

    >>> column_name(1), column_name(27), column_name(16384)
    ('A', 'AA', 'XFD')
    """
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
