"""From grids to lines: labels with the cells that belong to them, whichever way a table is turned."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from mttq.reading._blocks import Cell, Grid
from mttq.reading._figures import looks_like_figure
from mttq.reading._heads import (
    Column,
    Role,
    column_of,
    is_total,
    tier_in,
    unit_head_of,
    unit_named,
    word_of_head,
)
from mttq.reading._hints import Hints
from mttq.reading._matching import Targets, likest
from mttq.reading._registers import (
    Entry,
    Register,
    cells_by_row,
    entries_of,
    first_number,
    number_of,
    register_of,
)
from mttq.reading._words import plain_words
from mttq.values import Tier
from mttq.vi import UnitHead

__all__ = ["Item", "Line", "headings_over", "lines_of"]

_NUMBERED: Final = re.compile(
    r"(?P<number>(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,5}|[a-zđ]))[.)]\s+(?=\S)|(?P<bullet>[-+*•–])\s*"
)
_LINE_NUMBER: Final = re.compile(
    r"\(?(?:[0-9]{1,3}(?:[.,][0-9]{1,2}){0,3}|[IVX]{1,5}[a-z]?|[a-zđA-Z]{1,2}|[-+*])[.)]?"
)
_COMMUNES: Final = re.compile(r"\b(?:xa|phuong)\b(?!.*\b(?:huyen|tinh)\b)")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_COUNTED: Final = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?")
_ALIKE: Final = 0.65
_WIDEST: Final = 100  # columns over which a cell may reach
_MOST_HEADS: Final = 6  # rows of one head
_NUMBERS: Final = 0.6  # of the cells of a column of numbers look so


class Item(NamedTuple):
    """A cell of a line, and what its column says of it."""

    cell: Cell
    column: Column


@attrs.define(eq=False)
class Line:
    """A line of a table, or a text that may head one.

    Args:
        label: its words, without number and bullet.
        number: its number or bullet.
        grid: where it stands; None for a text between tables.
        items: its cells besides words and number.
        head: the unit that its own words say.
        first: the first cell of its row.
        layout: how the columns of the grid are read; None where its lines are columns.
        record: which record of a register it is, from 0.
        path: the path that it has for certain.
        settled: whether nothing but `path` says what it is.
        section: the heading over it, if there are others of its words.
        own: whether hints say that it is the office's own.
    """

    label: str
    number: str = ""
    grid: Grid | None = None
    items: list[Item] = attrs.Factory(list)
    head: UnitHead | None = None
    words: str = ""
    first: Cell | None = None
    layout: "Layout | None" = None
    record: int | None = None
    path: str | None = None
    settled: bool = False
    section: str = ""
    own: bool = False

    def __attrs_post_init__(self) -> None:
        found = _NUMBERED.match(self.label)
        if found:
            self.number = self.number or found["number"] or found["bullet"]
            self.label = self.label[found.end() :]
        self.number = self.number.strip(" .()")
        self.head = unit_head_of(self.label)
        self.words = plain_words(_BRACKETS.sub("", self.label) if self.head else self.label)

    @property
    def has_figure(self) -> bool:
        """Whether any of its cells holds a figure."""
        return any(looks_like_figure(item.cell.text) for item in self.items)


def headings_over(lines: Iterable[Line]) -> list[tuple[str, ...]]:
    """Return the headings over each line, the nearest first: lines whose numbers are of a higher kind."""
    found: list[tuple[str, ...]] = []
    open_headings: list[tuple[int, str]] = []
    for line in lines:
        rank = -1 if line.grid is None else _rank(line.number)
        while open_headings and open_headings[-1][0] >= rank:
            open_headings.pop()
        found.append(tuple(label for _, label in reversed(open_headings)))
        open_headings.append((rank, line.label))
    return found


def _rank(number: str) -> int:
    """Return how deep a number or a bullet stands: "III", "2", "2.1", "a", "-", "+", none."""
    if re.fullmatch("[IVX]+|[A-ZĐ]", number):
        return 0
    if number[:1].isdecimal():
        return 1 + number.count(".")
    return {"-": 20, "–": 20, "": 30}.get(number, 10 if number.isalpha() else 25)


@attrs.define(eq=False)
class _Section:
    """Rows of a grid under one head."""

    heads: list[int]
    rows: list[int]


@attrs.frozen
class Layout:
    """How the columns of a section are read, kept for one that goes on without a head.

    Args:
        words: the column of the words.
        number: the column that numbers the lines.
        columns: what the others hold.
        register: the register that it is.
        begun: where that began.
        records: how many records it has so far.
        last: the number of the last.
    """

    words: int
    number: int | None
    columns: dict[int, Column]
    register: Register | None = None
    begun: Grid | None = None
    records: int = 0
    last: int = 0


class _Table:
    """A grid, asked by rows and columns."""

    def __init__(self, grid: Grid, targets: Targets) -> None:
        self.grid = grid
        self.targets = targets
        self.rows: dict[int, list[Cell]] = {}
        for cell in sorted(grid.cells.values(), key=lambda cell: (cell.row, cell.column)):
            self.rows.setdefault(cell.row, []).append(cell)
        self.columns = sorted({cell.column for cell in grid.cells.values()})

    def over(self, rows: Iterable[int], column: int) -> list[str]:
        """Return the texts of the heads over a column, the highest first, each once."""
        return [
            cell.text
            for row in rows
            for cell in self.rows.get(row, ())
            if cell.column <= column < cell.column + cell.columns
        ]

    def sections(self) -> Iterator[_Section]:
        section = _Section([], [])
        heads_until = 0
        for place, row in enumerate(self.rows):
            if row <= heads_until:
                section.heads.append(row)
            elif self.is_head(row, first=place == 0):
                if section.rows or section.heads:
                    yield section
                section = _Section([row], [])
                heads_until = self.end_of_head(row)
            elif section.heads and not section.rows and self.goes_on(row, section.heads):
                section.heads.append(row)
            else:
                section.rows.append(row)
        yield section

    def is_head(self, row: int, *, first: bool) -> bool:
        """Return whether a row names columns."""
        cells = self.rows[row]
        roles = [word_of_head(cell.text) for cell in cells]
        known = [role for role in roles if role is not Role.UNKNOWN]
        named = {Role.NUMBER, Role.WORDS, Role.UNITS} & set(known)
        figures = sum(
            looks_like_figure(cell.text)
            and not _is_year(cell.text)
            and plain_words(cell.text) not in self.targets.heads
            for cell in cells
        )
        if figures or len(cells) < 2:  # noqa: PLR2004 - a head names two columns at least
            return False
        if sum(_score(self, cell.text) > 0 for cell in cells) >= 2 or self.heads_register(row):  # noqa: PLR2004
            return True
        return len(set(known)) >= 2 or len(known) >= 3 or bool(first and named)  # noqa: PLR2004

    def heads_register(self, row: int) -> bool:
        """Return whether most cells of a row are heads of columns that forms declare."""
        cells = self.rows[row]
        known = sum(plain_words(cell.text) in self.targets.heads for cell in cells)
        return known >= 2 and 2 * known > len(cells)  # noqa: PLR2004

    def end_of_head(self, row: int) -> int:
        """Return the last row that a merged cell of a head reaches: of those that name numbers or words."""
        reach = [cell.row + cell.rows - 1 for cell in self.rows[row] if cell.rows < _MOST_HEADS]
        return max(reach, default=row)

    def goes_on(self, row: int, heads: list[int]) -> bool:
        """Return whether a row is the second one of a head, or counts the columns."""
        cells = self.rows[row]
        if _count_columns(cells) or self.heads_register(row):
            return True
        named = {
            cell.column
            for head in heads
            for cell in self.rows[head]
            if word_of_head(cell.text) in (Role.NUMBER, Role.WORDS, Role.UNITS)
        }
        return (
            bool(named)
            and not any(cell.column in named or looks_like_figure(cell.text) for cell in cells)
            and len(heads) < 3  # noqa: PLR2004 - levels of a head
            and any(cell.columns > 1 for head in heads for cell in self.rows[head])
        )


def _count_columns(cells: Sequence[Cell]) -> bool:
    """Return whether a row does nothing but count the columns: (1) (2) (3), or A B 1 2."""
    counted = [_COUNTED.fullmatch(cell.text) for cell in cells]
    numbers = [int(found[1]) for found in counted if found and found[1].isdecimal()]
    in_order = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    return all(counted) and len(counted) > len(numbers[:1]) + 1 and bool(numbers) and in_order


def _is_year(text: str) -> bool:
    return bool(re.fullmatch("(?:năm )?(?:19|20)[0-9]{2}", text.strip().lower()))


def lines_of(
    grid: Grid, targets: Targets, last: Layout | None, hints: Hints
) -> tuple[list[Line], list[Cell], Layout | None]:
    """Return the lines of a grid, the cells that are heads, numbers or words, and how it was read last.

    Args:
        grid: the table.
        targets: the rows that its lines may be.
        last: how the table before was read, for one that goes on without a head.
        hints: what the user says of heads.
    """
    table = _Table(grid, targets)
    lines: list[Line] = []
    explained: list[Cell] = []
    for section in table.sections():
        explained += (cell for row in section.heads for cell in table.rows[row])
        recorded = _recorded(table, section, last, hints)
        if recorded is not None:
            found, told, last = recorded
            lines += found
            explained += told
            continue
        turned = _turned(table, section)
        if turned is not None:
            lines += turned[0]
            explained += turned[1]
            continue
        layout = _layout(table, section, last, hints)
        if layout is None:
            lines += (Line(_label_of(table.rows[row]), grid=None) for row in section.rows)
            continue
        last = layout
        found, told = _upright(table, section, layout)
        lines += found
        explained += told
    return lines, explained, last


def _label_of(cells: Sequence[Cell]) -> str:
    return next((cell.text for cell in cells if any(map(str.isalpha, cell.text))), "")


# --- lines are rows ---
def _layout(table: _Table, section: _Section, last: Layout | None, hints: Hints) -> Layout | None:
    heads = {column: column_of(table.over(section.heads, column), hints) for column in table.columns}
    words = next((column for column, head in heads.items() if head.role is Role.WORDS), None)
    likest_column = _words_column(table, section)
    if likest_column is not None:
        words = likest_column
    if words is None:
        return None
    if not section.heads and last and last.words == words:
        numeric = set(_numeric(table, section)) - {last.number, words}
        if numeric <= set(last.columns):
            return last
    number = next((column for column, head in heads.items() if head.role is Role.NUMBER), None)
    if number is None:
        number = _number_column(table, section, words, heads)
    return Layout(words, number, _roles(table, section, heads, words, number))


def _words_column(table: _Table, section: _Section) -> int | None:
    """Return the column whose cells are most like rows of the forms."""
    scores: dict[int, float] = {}
    for row in section.rows:
        for cell in table.rows[row]:
            if any(map(str.isalpha, cell.text)):
                alike = likest(Line(cell.text).words, table.targets)
                if alike and alike[0][0] >= _ALIKE:
                    scores[cell.column] = scores.get(cell.column, 0) + alike[0][0]
    return max(scores, key=lambda column: scores[column], default=None)


def _numeric(table: _Table, section: _Section) -> list[int]:
    """Return the columns that hold figures."""
    return sorted(
        {
            cell.column
            for row in section.rows
            for cell in table.rows[row]
            if looks_like_figure(cell.text) or cell.doubt is not None
        }
    )


def _number_column(table: _Table, section: _Section, words: int, heads: dict[int, Column]) -> int | None:
    """Return the column left of the words that numbers the lines."""
    left = [column for column in table.columns if column < words and heads[column].role is Role.UNKNOWN]
    for column in left[:1]:
        cells = [cell for row in section.rows for cell in table.rows[row] if cell.column == column]
        good = sum(bool(_LINE_NUMBER.fullmatch(cell.text)) for cell in cells)
        counted = [cell.text.strip(" .)") for cell in cells]
        if (
            good
            and good >= _NUMBERS * len(cells)
            and (len(left) > 1 or _are_numbers(table, section, counted))
        ):
            return column
    return None


def _are_numbers(table: _Table, section: _Section, counted: list[str]) -> bool:
    """Return whether the cells left of the words are numbers of lines, not figures."""
    right = [column for column in _numeric(table, section) if column != table.columns[0]]
    return bool(right) or any(re.fullmatch("[IVX]+", text) for text in counted) or counted[:1] == ["1"]


def _roles(
    table: _Table, section: _Section, heads: dict[int, Column], words: int, number: int | None
) -> dict[int, Column]:
    columns = {column: head for column, head in heads.items() if column not in (words, number)}
    roles = [head.role for head in columns.values()]
    tiers = [head.tier for head in columns.values() if head.role is Role.TIER]
    values = [column for column, head in columns.items() if head.role is Role.VALUE]
    totals = [column for column, head in columns.items() if head.role is Role.TOTAL]
    if not values and Role.UNIT not in roles and len(totals) == 1:
        values = totals
    if not (values or tiers or Role.UNIT in roles):
        free = [
            column
            for column in _numeric(table, section)
            if column in columns and columns[column].role is Role.UNKNOWN
        ]
        values = free if len(free) == 1 and free[0] > words else []
    found: dict[int, Column] = {}
    for column, head in columns.items():
        role = head.role
        if column in values:
            role = Role.VALUE if len(values) == 1 else Role.OTHER
        elif role is Role.TIER:
            role = Role.TIER if len(set(tiers)) == len(tiers) else Role.OTHER
        elif role is Role.TOTAL:
            role = Role.TOTAL if Role.UNIT in roles else Role.OTHER
        elif role is not Role.UNIT and role is not Role.NOTE:
            role = Role.OTHER
        found[column] = attrs.evolve(head, role=role)
    return found


def _upright(table: _Table, section: _Section, layout: Layout) -> tuple[list[Line], list[Cell]]:
    lines: list[Line] = []
    explained: list[Cell] = []
    for row in section.rows:
        label = number = ""
        items: list[Item] = []
        unit: UnitHead | None = None
        for cell in table.rows[row]:
            reaches = cell.column <= layout.words < cell.column + cell.columns
            if (reaches and not looks_like_figure(cell.text)) or (
                cell.column == layout.number and _is_words(cell)
            ):
                label = label or cell.text
                explained.append(cell)
            elif cell.column == layout.number and _LINE_NUMBER.fullmatch(cell.text):
                number = cell.text.replace(",", ".") if cell.number is not None else cell.text
                explained.append(cell)
            else:
                column = _column_under(cell, layout)
                items.append(Item(cell, column))
                if column.role is Role.NOTE:
                    unit = unit or unit_head_of(f"({cell.text})")
        line = Line(label, number, table.grid, items, first=table.rows[row][0], layout=layout)
        line.head = line.head or unit
        lines.append(line)
    return lines, explained


def _column_under(cell: Cell, layout: Layout) -> Column:
    """Return what is known of the column of a cell; nothing is of one that reaches over several figures."""
    under = [layout.columns.get(cell.column + place) for place in range(min(cell.columns, _WIDEST))]
    figures = [column for column in under if column and column.role in (Role.VALUE, Role.TIER, Role.UNIT)]
    if cell.rows > 1 or len(figures) > 1:
        return Column(role=Role.OTHER)
    return under[0] or Column(role=Role.OTHER)


def _is_words(cell: Cell) -> bool:
    return sum(map(str.isalpha, cell.text)) > 6 and not looks_like_figure(cell.text)  # noqa: PLR2004


# --- lines are records ---
def _recorded(
    table: _Table, section: _Section, last: Layout | None, hints: Hints
) -> tuple[list[Line], list[Cell], Layout] | None:
    """Return the lines of a table that is a register; None if it is none."""
    heads = {column: table.over(section.heads, column) for column in table.columns}
    rows = list(cells_by_row(section.rows, table.rows))
    register = register_of(heads, table.targets.registers, hints)
    before = last if last and last.register and not section.heads else None
    if before is None and register and last and last.register and last.register.path == register.path:
        before = last
    if before and before.register:
        goes_on = first_number(rows, before.register) == before.last + 1 > 1
        register, before = (before.register, before) if goes_on else (register, None)
    if register is None:
        return None
    entries = entries_of(register, rows, before.records if before else 0)
    records = [entry for entry in entries if entry.record is not None]
    layout = Layout(
        register.name or 0,
        register.number,
        dict(register.columns),
        register,
        before.begun if before else table.grid,
        (before.records if before else 0) + len(records),
        number_of(records[-1].cells, register) if records else 0,
    )
    lines: list[Line] = []
    explained: list[Cell] = []
    for entry in entries:
        own = attrs.evolve(layout, columns=dict(entry.register.columns))
        line, told = _entry(table, entry, own, heads)
        lines.append(line)
        explained += told
    return lines, explained, layout


def _entry(
    table: _Table, entry: Entry, layout: Layout, heads: Mapping[int, Sequence[str]]
) -> tuple[Line, list[Cell]]:
    """Return the line of a row of a register, and its cells that are no figures."""
    items: list[Item] = []
    explained: list[Cell] = []
    for at, cell in entry.cells.items():
        said = " / ".join(heads.get(at, ()))
        column = layout.columns.get(at, Column(role=Role.OTHER, said=said))
        if entry.path is None:
            column = Column(role=Role.TOTAL if entry.is_total else Role.OTHER, said=said)
        told = entry.record is not None and at in layout.columns
        if told or _may_be_figure(cell, layout.number):
            items.append(Item(cell, column))
        else:
            explained.append(cell)
    name = entry.cells.get(layout.words)
    first = next(iter(entry.cells.values()), None)
    line = Line(name.text if name else "", "", table.grid, items, first=first, layout=layout)
    line.head, line.path, line.settled, line.record = None, entry.path, True, entry.record
    return line, explained


def _may_be_figure(cell: Cell, number: int | None) -> bool:
    if cell.column == number and _LINE_NUMBER.fullmatch(cell.text):
        return False
    return looks_like_figure(cell.text) or cell.doubt is not None


# --- lines are columns ---
def _turned(table: _Table, section: _Section) -> tuple[list[Line], list[Cell]] | None:
    """Return the lines of a table whose columns are the rows of a form; None if it is none."""
    if not section.heads:
        return None
    labels = {column: _label_over(table.over(section.heads, column)) for column in table.columns}
    across = sum(_score(table, label) for label in labels.values() if tier_in(label) is None)
    down = max(
        (
            sum(
                _score(table, cell.text)
                for row in section.rows
                for cell in table.rows[row]
                if cell.column == column
            )
            for column in table.columns
        ),
        default=0,
    )
    if across <= down or not across:
        return None
    roles = {column: word_of_head(label) for column, label in labels.items()}
    names = next((column for column, role in roles.items() if role in (Role.UNITS, Role.WORDS)), None)
    figures = set(_numeric(table, section))
    if names is None:
        texts = [
            column for column in table.columns if column not in figures and not _score(table, labels[column])
        ]
        names = texts[0] if texts else None
    units = labels[names] if names is not None and roles[names] is Role.UNITS else ""
    explained: list[Cell] = []
    rows: dict[int, Column] = {}
    for row in section.rows:
        name = next((cell for cell in table.rows[row] if cell.column == names), None)
        rows[row] = _named(name.text if name else "", units, only=len(section.rows) == 1)
        explained += [name] if name else []
    lines = []
    for column, label in labels.items():
        if column == names:
            continue
        cells = [cell for row in section.rows for cell in table.rows[row] if cell.column == column]
        if roles[column] is Role.NUMBER and all(_LINE_NUMBER.fullmatch(cell.text) for cell in cells):
            explained += cells
            continue
        lines.append(Line(label, "", table.grid, [Item(cell, rows[cell.row]) for cell in cells]))
    return lines, explained


def _label_over(texts: Sequence[str]) -> str:
    """Return what a column is called: the lowest head, or the one above "Tổng số"."""
    named = [text for text in texts if not is_total(text) or word_of_head(text) is Role.UNKNOWN]
    return (named or texts or [""])[-1]


def _score(table: _Table, text: str) -> float:
    if not any(map(str.isalpha, text)):
        return 0
    alike = likest(Line(text).words, table.targets)
    return alike[0][0] if alike and alike[0][0] >= _ALIKE else 0


def _named(text: str, units: str, *, only: bool) -> Column:
    """Return what a row counts, in a table whose columns are lines.

    Args:
        text: its name.
        units: the head over the names, if that says that they are units.
        only: whether there is no other row.
    """
    if is_total(text):
        return Column(role=Role.TOTAL)
    tier: Tier | None = tier_in(text)
    if tier:
        return Column(role=Role.TIER, tier=tier)
    if unit_named(text):
        return Column(role=Role.UNIT, unit=text, tier=unit_named(text))
    if units and any(map(str.isalpha, text)):
        return Column(
            role=Role.UNIT, unit=text, tier=Tier.COMMUNE if _COMMUNES.search(plain_words(units)) else None
        )
    return Column(role=Role.VALUE if only and not text else Role.OTHER)
