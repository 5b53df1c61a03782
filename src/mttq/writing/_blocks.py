"""A form as it is printed: blocks of lines that have the same columns, each line with its cells.

Sheets and documents print blocks alike; only how a cell looks differs.
"""

import enum
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, Final, NamedTuple

import attrs

from mttq.forms import TIER_COLUMNS, Cell, Form, Kind, Row
from mttq.forms._columns import Column
from mttq.reading import _map
from mttq.reading._heads import unit_head_of
from mttq.values import Tier
from mttq.values.figures import WIDE
from mttq.vi import format_figure
from mttq.vi.units import is_money
from mttq.wording import words

__all__ = ["Block", "Field", "Line", "blocks_of", "scale_of", "text_of", "value_of"]

_TICK: Final = "x"


@attrs.frozen
class Field:
    """A printed column of figures: the one of a line, that of a level, one of several, or a word to tick.

    Args:
        heads: what is printed above it, from the top.
        tier: the level that it counts.
        column: the column of a class of columns.
        word: the word that a cross in it chooses.
    """

    heads: tuple[str, ...]
    tier: Tier | None = None
    column: Column | None = None
    word: enum.Enum | None = None

    @property
    def meaning(self) -> str:
        """What the hidden map says of it."""
        return _map.meaning_of(self.tier, self.column, self.word)

    def holds_words(self, row: Row) -> bool:
        """Return whether words stand in its cell of a line, and no figures."""
        said = self.column or row
        return said.is_text or said.choice is not None

    def holds(self, cell: Cell) -> bool:
        """Return whether it prints a cell."""
        if cell.row.tiered or self.tier is not None:
            return cell.row.tiered and cell.tier is self.tier
        if self.column is None or cell.column is None:
            return cell.column is self.column
        return cell.column.path == self.column.path


@attrs.frozen
class Line:
    """A printed line.

    Args:
        row: the line of the form; of a register that of all its records.
        path: what the hidden map says of it.
        number: what stands in the first column.
        label: its words.
        cells: its cells; of a record those of its columns.
        is_record: whether it is a record of a register.
    """

    row: Row
    path: str
    number: str
    label: str
    cells: Sequence[Cell] = ()
    is_record: bool = False

    def cell(self, field: Field) -> Cell | None:
        """Return its cell in a column, None if it has none there."""
        return next((cell for cell in self.cells if field.holds(cell)), None)


class Over(NamedTuple):
    """A head over one column of figures or several.

    Attributes:
        text: its words.
        level: how many heads stand above it.
        first: the first of the columns, from 0.
        last: the last.
        is_lowest: whether no other head stands below it.
    """

    text: str
    level: int
    first: int
    last: int
    is_lowest: bool


@attrs.frozen
class Block:
    """Lines of a form that have the same columns.

    Args:
        form: the form.
        rows: the lines.
        fields: the columns of figures.
        name: the column of a register whose words stand where others have their labels.
    """

    form: Form
    rows: tuple[Row, ...]
    fields: tuple[Field, ...]
    name: Column | None = None

    @property
    def item(self) -> str:
        """The head over the labels."""
        return words("vi")["form.item"] if self.name is None else str(self.name.label)

    @property
    def depth(self) -> int:
        """How many heads stand above each other."""
        return max((len(field.heads) for field in self.fields), default=1)

    def heads(self) -> Iterator[Over]:
        """Return the heads over its columns of figures, each once."""
        for level in range(self.depth):
            place = 0
            while place < len(self.fields):
                heads = self.fields[place].heads
                alike = [field.heads[: level + 1] for field in self.fields[place:]]
                width = next((n for n, other in enumerate(alike) if other != heads[: level + 1]), len(alike))
                if level == len(heads) - 1:
                    yield Over(heads[level], level, place, place, is_lowest=True)
                    width = 1
                elif level < len(heads):
                    yield Over(heads[level], level, place, place + width - 1, is_lowest=False)
                place += width

    def lines(self, instance: object, blank_records: int) -> Iterator[Line]:
        """Return the lines of a filled-in form; of None those of a blank one, with so many records."""
        for row in self.rows:
            path = ".".join((self.form.code, *row.path))
            number, bullet = ("", f"{row.printed} ".lstrip()) if row.is_bullet else (row.printed, "")
            if row.kind is not Kind.REGISTER:
                yield Line(row, path, number, f"{bullet}{row.label}", self._cells(instance, row))
                continue
            if row.label:
                yield Line(row, path, number, f"{bullet}{row.label}")
            for at, cells in enumerate(self._records(instance, row, blank_records)):
                named = (
                    cell for cell in cells if self.name and cell.column and cell.column.path == self.name.path
                )
                label = next((text_of(cell.value, cell) for cell in named), "")
                yield Line(row, f"{path}.*", "" if row.label else str(at + 1), label, cells, is_record=True)

    def _cells(self, instance: object, row: Row) -> list[Cell]:
        if instance is not None:
            return list(self.form.row_cells(instance, row))
        return [cell for cell in self.form.blank if cell.row is row]

    def _records(self, instance: object, row: Row, blank: int) -> Iterator[list[Cell]]:
        if instance is not None:
            for _, cells in groupby(self.form.row_cells(instance, row), lambda cell: cell.record):
                yield list(cells)
            return
        path = ".".join((self.form.code, *row.path))
        for at in range(blank):
            yield [
                Cell(self.form, row, row.tier, ".".join((path, str(at), *column.path)), 0, None, column, at)
                for column in row.columns
            ]


def blocks_of(form: Form) -> list[Block]:
    """Return the blocks of a form: lines in a row that have the same columns, under their headings."""
    blocks: list[list[Row]] = [[]]
    key: object = None
    begin = 0  # of the headings at the end of the last block
    for row in form.rows:
        if row.kind is not Kind.HEADING:
            own = tuple(column.path for column in row.columns if column is not _first_words(row))
            if key is not None and (own != key or not _named_alike([*blocks[-1], row])):
                blocks[-1:] = [blocks[-1][:begin], blocks[-1][begin:]]
            key = own
        blocks[-1].append(row)
        if row.kind is not Kind.HEADING:
            begin = len(blocks[-1])
    return [_block(form, rows) for rows in blocks]


def _named_alike(rows: Sequence[Row]) -> bool:
    """Return whether the records of all registers among lines are named by one column."""
    names = {_first_words(row) for row in rows if row.kind is Kind.REGISTER}
    return len({name.path if name else () for name in names}) <= 1


def _block(form: Form, rows: Sequence[Row]) -> Block:
    filled = [row for row in rows if row.kind is not Kind.HEADING]
    columns = next((row.columns for row in filled if row.columns), ())
    register = next((row for row in filled if row.kind is Kind.REGISTER), None)
    name = _first_words(register) if register else None
    said = words("vi")["form.count"]
    fields: list[Field] = []
    if any(not row.columns and not row.tiered for row in filled):
        fields.append(Field((said,)))
    if any(row.tiered for row in filled):
        fields += (Field((head,), tier=tier) for tier, head in TIER_COLUMNS.items())
    for column in columns:
        heads = tuple(map(str, column.heads))
        if column.is_ticked and column.choice is not None:
            fields += (Field((*heads, str(word.value)), column=column, word=word) for word in column.choice)
        elif name is None or column.path != name.path:
            fields.append(Field(heads, column=column))
    return Block(form, tuple(rows), tuple(fields), name)


def _first_words(row: Row) -> Column | None:
    """Return the column of words that stands first: that of a register says which record it is."""
    first = row.columns[0] if row.columns else None
    return first if first is not None and first.is_text else None


def scale_of(cell: Cell) -> int:
    """Return by what a figure is multiplied, as its form or its label says: "(triệu đồng)"."""
    if cell.kind is not Kind.MONEY:
        return 1
    shown_in = cell.row.shown_in if cell.column is None else cell.column.shown_in
    head = unit_head_of(f"({shown_in})" if shown_in else cell.row.label)
    return head.scale if head and is_money(head.unit) else 1


def value_of(cell: Cell) -> Any:
    """Return the figure of a cell as it is counted there."""
    scale = scale_of(cell)
    if cell.value is None or scale == 1:
        return cell.value
    whole, rest = divmod(cell.value, scale)
    return WIDE.divide(Decimal(cell.value), Decimal(scale)).normalize(WIDE) if rest else whole


def text_of(value: Any, cell: Cell, word: enum.Enum | None = None) -> str:
    """Return how a value is printed: figures in Vietnamese notation, chosen words with semicolons."""
    choice = cell.row.choice if cell.column is None else cell.column.choice
    if word is None and choice is None:
        return format_figure(value)
    chosen = value if isinstance(value, frozenset) else frozenset((value,))
    if word is not None:
        return _TICK if word in chosen else ""
    return "; ".join(str(item.value) for item in choice or () if item in chosen)
