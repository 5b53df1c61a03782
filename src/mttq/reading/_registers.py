"""Registers in tables of other programs: heads that are the columns of one, and a record in each row.

A register is known by its heads alone, so these must be its own: equal to the letter but for marks and case.
What may be no record (a sum over some, a line below another) is handed back.
"""

import enum
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from mttq.forms import Form, Kind, Row
from mttq.forms._columns import Column as Field
from mttq.reading._blocks import Cell
from mttq.reading._figures import looks_like_figure
from mttq.reading._heads import Column, Role, column_of, is_total, unit_head_of, word_of_head
from mttq.reading._hints import Hints
from mttq.reading._words import plain_words

__all__ = ["Entry", "Register", "cells_by_row", "entries_of", "first_number", "number_of", "register_of"]

_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_COUNTS_COLUMNS: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?")
_COUNTED: Final = re.compile(r"([0-9]{1,4})[.)]?")
_PART_OF: Final = re.compile("trong (?:do|so)|bao gom|gom")
_SUM: Final = re.compile(
    "tong|cong|tong cong|tong so|cong tong|tong chung|toan (?:xa|phuong|huyen|tinh|thanh pho)"
)
_FEWEST: Final = 2  # columns that a table shares with a register


class _Place(NamedTuple):
    """A printed column of a register: one of its columns, or one word to be ticked."""

    field: Field
    word: enum.Enum | None = None


@attrs.frozen
class Register:
    """A register that the heads of a table name.

    Args:
        form: its form.
        row: it.
        columns: by column of the table what it holds.
        number: the column that numbers the records.
        name: the column whose words say which record a line is.
        others: registers of the form with the same columns, by the words that head each in one table.
    """

    form: Form
    row: Row
    columns: Mapping[int, Column]
    number: int | None
    name: int | None
    others: Mapping[str, "Register"] = attrs.Factory(dict)

    @property
    def path(self) -> str:
        """Its path."""
        return ".".join((self.form.code, *self.row.path))

    def total(self, words: str) -> str | None:
        """Return the path of the line that is the sum over it, if the form has one that may be meant."""
        rows = [
            row
            for row in self.form.rows
            if row.kind is Kind.COLUMNS
            and any(term.path.steps == self.row.path for each in row.relations for term in each.terms)
        ]
        named = [row for row in rows if plain_words(row.label) == words]
        if not named and _SUM.fullmatch(words):
            named = rows
        return ".".join((self.form.code, *named[0].path)) if len(named) == 1 else None


@attrs.frozen
class Entry:
    """A row of a register.

    Args:
        cells: its cells by column, those merged with the row above too.
        register: the register that it is of.
        path: the path of the register, or of the line that is the sum over it; None if it is neither.
        record: which record it is, from 0.
        is_total: whether it is called a sum.
    """

    cells: Mapping[int, Cell]
    register: Register
    path: str | None = None
    record: int | None = None
    is_total: bool = False


def register_of(
    heads: Mapping[int, Sequence[str]], registers: Iterable[tuple[Form, Row]], hints: Hints
) -> Register | None:
    """Return the register that the heads of a table name; None if none or more than one may be meant.

    Args:
        heads: by column the texts above it, the highest first.
        registers: the registers of the forms.
        hints: what the user says of heads.
    """
    found = [register for form, row in registers if (register := _register(heads, form, row, hints))]
    most = max((len(register.columns) for register in found), default=0)
    best = [register for register in found if len(register.columns) == most]
    return _with_others(best[0]) if len(best) == 1 else None


def _with_others(register: Register) -> Register:
    """Add the registers of its form that have the same columns but for the name of a record."""
    others: dict[str, Register] = {}
    for row in register.form.rows:
        fields = {field.path: field for field in row.columns}
        name = next((field for field in row.columns if field.is_text), None)
        columns = {
            at: attrs.evolve(column, field=name if at == register.name else fields.get(column.field.path))
            for at, column in register.columns.items()
            if column.field
        }
        if row.kind is Kind.REGISTER and all(column.field for column in columns.values()):
            others[plain_words(row.label)] = attrs.evolve(register, row=row, columns=columns)
    return attrs.evolve(register, others=others) if len(others) > 1 else register


def _register(heads: Mapping[int, Sequence[str]], form: Form, row: Row, hints: Hints) -> Register | None:
    path = ".".join((form.code, *row.path))
    said = {
        column: place
        for column, texts in heads.items()
        if (place := _hinted(path, row, texts, hints) or _place(row, texts))
    }
    claims = Counter(said.values())
    certain = {column: place for column, place in said.items() if claims[place] == 1}
    name = next((field for field in row.columns if field.is_text), None)
    own = {place.field.path for place in certain.values()}
    figures = sum(not place.field.is_text for place in certain.values())
    if len(certain) < _FEWEST or not figures or 2 * len(own) < len(row.columns):
        return None
    if name is not None and name.path not in own:
        return None
    columns = {column: _column(heads[column], place, hints) for column, place in certain.items()}
    number = next((at for at, texts in heads.items() if at not in said and _is_number(texts)), None)
    named = next((at for at, place in certain.items() if name and place.field.path == name.path), None)
    return Register(form, row, columns, number, named)


def _column(texts: Sequence[str], place: _Place, hints: Hints) -> Column:
    told = column_of(texts, hints)
    word = "" if place.word is None else place.word.name
    return attrs.evolve(told, role=Role.VALUE, tier=None, unit=None, field=place.field, word=word)


def _is_number(texts: Sequence[str]) -> bool:
    return any(word_of_head(text) is Role.NUMBER for text in texts)


def _hinted(path: str, row: Row, texts: Sequence[str], hints: Hints) -> _Place | None:
    """Return the column that hints say these heads mean: "code.villages.*.households"."""
    said = hints.field_of(texts)
    fields = (field for field in row.columns if said == ".".join((path, "*", *field.path)))
    return next(map(_Place, fields), None)


def _place(row: Row, texts: Sequence[str]) -> _Place | None:
    """Return the printed column that has these heads: all of them, or the last if no other has that."""
    texts = [text for text in texts if not _COUNTS_COLUMNS.fullmatch(text.strip())]
    if not texts:
        return None
    places = [
        (_Place(field, word), (*map(str, field.heads), *([str(word.value)] if word is not None else [])))
        for field in row.columns
        for word in (field.choice if field.is_ticked and field.choice is not None else (None,))
    ]
    wanted = " ".join(texts)
    whole = [place for place, heads in places if _says(wanted, " ".join(heads), place.field)]
    last = [place for place, heads in places if len(texts) == 1 and _says(wanted, heads[-1], place.field)]
    found = whole or last
    return found[0] if len(found) == 1 else None


def _says(said: str, head: str, field: Field) -> bool:
    """Return whether a head is that of a column: its words, and no other unit."""
    if plain_words(said) == plain_words(head):
        return True
    units = [group for group in _IN_BRACKETS.findall(said) if (unit_head_of(f"({group})"))]
    if plain_words(_without_units(said)) != plain_words(_without_units(head)):
        return False
    own = {unit.unit for group in units if (unit := unit_head_of(f"({group})"))}
    return field.kind is Kind.MONEY or own <= {field.unit, "percent"}


def _without_units(text: str) -> str:
    return _IN_BRACKETS.sub(lambda found: "" if unit_head_of(found[0]) else found[0], text)


# --- rows ---
def entries_of(register: Register, rows: Sequence[Mapping[int, Cell]], begin: int = 0) -> list[Entry]:
    """Return what each row of a register is; where a row may be part of another, none is believed.

    Args:
        register: the register.
        rows: the cells of each row by column, those merged with a row above too.
        begin: how many records stand before them.
    """
    numbers = [_text(row, register.number) for row in rows]
    words = [plain_words(_words_of(register, row)) for row in rows]
    filled = [
        at for at, row in enumerate(rows) if any(_is_filled(row, column) for column in register.columns)
    ]
    totals = {at for at in filled if is_total(words[at]) and not _COUNTED.fullmatch(numbers[at])}
    counted = any(_COUNTED.fullmatch(numbers[at]) and _tells(register, rows[at]) for at in filled)
    nested = any(
        numbers[at] and not _COUNTED.fullmatch(numbers[at]) and _tells(register, rows[at])
        for at in {*filled} - totals
    )
    entries: list[Entry] = []
    records = Counter({register.path: begin})
    now: Register | None = register
    for at, row in enumerate(rows):
        if not _tells(register, row) and words[at] and register.others and not number_of(row, register):
            now = register.others.get(words[at])  # a heading that is none of the form's ends a register
        if at in totals:
            alone = len(totals) == 1 and at in (filled[0], filled[-1])
            path = register.total(words[at]) if alone and not register.others else None
            entries.append(Entry(row, register, path, is_total=True))
        elif now and at in filled and not nested and _is_record(now, row, words[at], counted=counted):
            entries.append(Entry(row, now, now.path, records[now.path]))
            records[now.path] += 1
        else:
            entries.append(Entry(row, register))
    return entries


def first_number(rows: Sequence[Mapping[int, Cell]], register: Register) -> int:
    """Return the number of the first record, 0 if it has none."""
    return next(filter(None, (number_of(row, register) for row in rows)), 0)


def number_of(row: Mapping[int, Cell], register: Register) -> int:
    """Return the number of a record, 0 if it has none."""
    found = _COUNTED.fullmatch(_text(row, register.number))
    return int(found[1]) if found else 0


def _is_record(register: Register, row: Mapping[int, Cell], words: str, *, counted: bool) -> bool:
    """Return whether a row is a record: it has a number, or a name and something that it tells."""
    if _PART_OF.match(words) or words == plain_words(register.row.label):
        return False
    if counted:
        return number_of(row, register) > 0
    return _tells(register, row) and (bool(words) or register.name is None)


def _tells(register: Register, row: Mapping[int, Cell]) -> bool:
    """Return whether a row says more than a name."""
    return any(_is_filled(row, column) for column in register.columns if column != register.name)


def _words_of(register: Register, row: Mapping[int, Cell]) -> str:
    """Return the name of a record, else the first words of its row."""
    columns = sorted(row, key=lambda column: (column != register.name, column))
    return next((row[at].text for at in columns if any(map(str.isalpha, row[at].text))), "")


def _text(row: Mapping[int, Cell], column: int | None) -> str:
    cell = row.get(column) if column is not None else None
    return cell.text.strip() if cell else ""


def _is_filled(row: Mapping[int, Cell], column: int) -> bool:
    """Return whether a row says something of its own in a column."""
    cell = row.get(column)
    return cell is not None and cell.rows == 1


def cells_by_row(rows: Iterable[int], cells: Mapping[int, Sequence[Cell]]) -> Iterator[dict[int, Cell]]:
    """Return the cells of each row by column, words that are merged with rows below in each of these."""
    running: dict[int, Cell] = {}
    for row in rows:
        own = {cell.column: cell for cell in cells[row]}
        running = {at: cell for at, cell in running.items() if cell.row + cell.rows > row and at not in own}
        yield running | own
        running |= {
            at: cell for at, cell in own.items() if cell.rows > 1 and not looks_like_figure(cell.text)
        }
