"""A filled-in form as the tables that its office prints: STT, Nội dung, and the columns of figures."""

import datetime as dt
import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any, Final, Literal

import attrs

from mttq._declared.types import types_known
from mttq._names.former import former_arguments
from mttq.forms._columns import Column
from mttq.forms._form import Cell, Form, form_of
from mttq.forms._kinds import Kind
from mttq.forms._rows import TIER_COLUMNS, Row
from mttq.tables import _CROSS, Format, Lang, Table, heading, stack
from mttq.tables import Column as Head
from mttq.values import Tier
from mttq.values.figures import TWO_TIERS, WIDE
from mttq.vi import format_figure, format_number
from mttq.wording import label, words

__all__ = ["print_form", "tables_of"]

_SHOWN_IN: Final = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}
_SAYS_MONEY: Final = re.compile(r"[(,] *(?:(?:nghìn|triệu|tỷ) )?(?:đồng|đ|VNĐ|VND)\b", re.IGNORECASE).search
_ENDED: Final = {Tier.DISTRICT: TWO_TIERS - dt.timedelta(days=1)}
_PLAIN: Final = (words("vi")["form.count"],)


@former_arguments("0.2", "lang")
def tables_of(instance: object, *, lang: Lang = "vi", day: dt.date | None = None) -> tuple[Table, ...]:
    """Return a filled-in form as tables of texts, line for line as printed.

    A form whose parts are headed sections with tier columns is one table for each part; of any other form,
    lines that follow each other and have the same columns are one table without a title, the records of a
    register among them.  Figures are in Vietnamese notation; a blank stays blank, a zero is "0".

    Args:
        instance: an object of a form class.
        lang: the language of heads and labels.
        day: the first day of the figures: a column that did not exist then, and is blank, is not printed.

    Raises:
        DeclarationError: the class of the object is no form.

    >>> from mttq.forms import ParticipationAppendix
    >>> [table.title for table in tables_of(ParticipationAppendix())][:2]
    ['1. Công tác giám sát', '2. Công tác phản biện xã hội']
    """
    form = form_of(type(instance))
    values = form.values(instance)
    with types_known():  # the cells are written here
        return tuple(_table(part, values, lang, day) for part in _parts(form, lang, day))


@former_arguments("0.2", "fmt", "lang", "level")
def print_form(
    instance: object, *, fmt: Format = "text", lang: Lang = "vi", level: int = 1, day: dt.date | None = None
) -> str:
    """Print a filled-in form: its name and title, and its tables; `level` is the depth of its heading.

    >>> from mttq.forms import ParticipationAppendix
    >>> print_form(ParticipationAppendix(), fmt="markdown").splitlines()[0][:15]
    '# Phụ lục 2. Th'
    """
    form = form_of(type(instance))
    name, title = label(form.name, lang), label(form.title, lang)
    title = title if form.name == form.title else f"{name}. {title}"
    tables = (table.render(fmt=fmt, level=level + 1) for table in tables_of(instance, lang=lang, day=day))
    return stack((heading(title, fmt=fmt, level=level), *tables), fmt=fmt)


@attrs.frozen
class _Line:
    """A line, regardless of what it holds: its number and label, and what its columns print.

    Args:
        first: the position of its first cell; of a register, of all of its records.
        fields: its columns, each with the position of its cell.
        name: of a register the column of words that stands first.
    """

    row: Row
    number: str
    label: str
    first: int
    fields: tuple[tuple["_Field", int], ...]
    name: Column | None


@attrs.frozen
class _Part:
    """A table of a form, regardless of what it holds."""

    title: str
    lines: tuple[_Line, ...]
    fields: tuple["_Field", ...]
    name: str | None


@lru_cache(maxsize=256)
def _parts(form: Form, lang: Lang, day: dt.date | None) -> tuple[_Part, ...]:
    parts = [tuple(rows) for _, rows in groupby(form.rows, key=lambda row: row.path[0])]
    if all(part[0].kind is Kind.HEADING and any(row.tiered for row in part) for part in parts):
        return tuple(
            _part(form, rows, f"{head.printed}. {label(head.label, lang)}", lang, day)
            for head, *rows in parts
        )
    return tuple(_part(form, rows, "", lang, day) for rows in _alike(form.rows))


def _part(form: Form, rows: Sequence[Row], title: str, lang: Lang, day: dt.date | None) -> _Part:
    """Set lines into columns; where a form mixes lines with and without tiers, "Số lượng" stands first."""
    there = [row for row in rows if row.kind is not Kind.HEADING]
    fields = {field.heads: field for row in there for field in _fields(row, lang, day)}
    listed = [row for row in there if row.kind is Kind.REGISTER and not row.label]  # not their total lines
    names = {column.label if (column := _name_column(row, day)) else None for row in listed or there}
    (name,) = names if len(names) == 1 else (None,)
    return _Part(
        title,
        tuple(_line(form, row, lang, day) for row in rows),
        tuple(sorted(fields.values(), key=lambda field: field.tier is not None)),
        name,
    )


def _line(form: Form, row: Row, lang: Lang, day: dt.date | None) -> _Line:
    number, bullet = ("", f"{row.printed} ".lstrip()) if row.is_bullet else (row.printed, "")
    fields = () if row.kind is Kind.HEADING else tuple(_fields(row, lang, day))
    cells = [cell for cell in form.blank if cell.row is row]
    is_register = row.kind is Kind.REGISTER
    return _Line(
        row,
        number,
        bullet + label(row.label, lang),
        cells[0].position if cells else 0,
        tuple(
            (field, cell.position) for cell in cells for field in fields if is_register or field.holds(cell)
        ),
        _name_column(row, day),
    )


def _alike(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Return the lines of one table after the other, each under its headings.

    A line stands in the table before it if its columns are among those there, or those among its own.
    """
    block: list[Row] = []
    heads: set[tuple[str, ...]] = set()
    begin = 0  # of the headings at the end of the block
    for row in rows:
        if row.kind is not Kind.HEADING:
            own = {field.heads for field in _fields(row, "vi", None)} if row.columns else {_PLAIN}
            if not (own <= heads or heads <= own):
                yield block[:begin]
                block, heads = block[begin:], set()
            heads, begin = heads | own, len(block) + 1
        block.append(row)
    yield block


def _name_column(row: Row, day: dt.date | None) -> Column | None:
    """Return the column of words that stands first and says which record it is; None if there is none."""
    first = next((column for column in row.columns if _was_there(column.since, column.until, day)), None)
    return first if first is not None and first.is_text else None


def _was_there(since: dt.date | None, until: dt.date | None, day: dt.date | None) -> bool:
    return day is None or ((since is None or since <= day) and (until is None or day <= until))


@attrs.frozen
class _Field:
    """A printed column: the one figure of a line, that of a level, one of several, or a word to tick."""

    heads: tuple[str, ...]
    align: Literal["left", "right", "center"] = "right"
    tier: Tier | None = None
    column: Column | None = None
    word: enum.Enum | None = None

    def holds(self, cell: Cell) -> bool:
        """Return whether it prints a cell of its line."""
        return cell.column == self.column and (self.tier is None or cell.tier is self.tier)

    def is_there(self, day: dt.date | None) -> bool:
        """Return whether there was such a column on a day."""
        if self.column is not None:
            return _was_there(self.column.since, self.column.until, day)
        return _was_there(None, _ENDED.get(self.tier) if self.tier else None, day)

    def of(self, record: object) -> Any:
        """Return what a record of a register holds in it."""
        return None if self.column is None else self.column.value_in(record)

    def text(self, value: Any, row: Row, lang: Lang) -> str:
        """Return what it prints of a value in a line."""
        if value is None:
            return ""
        if self.word is not None:
            return _CROSS if self.word in _words_in(value) else ""
        declared = row if self.column is None else self.column
        if isinstance(value, enum.Enum | frozenset):
            chosen = _words_in(value)
            return "; ".join(label(str(word.value), lang) for word in declared.choice or () if word in chosen)
        if declared.kind is Kind.MONEY:
            return _money(value, declared.shown_in or "đồng", f"{row.label}, {declared.label}")
        return format_figure(value, lang=lang)


def _money(value: int, shown_in: str, label_of_cell: str) -> str:
    """Return a sum of money with its unit, unless the words of its line or column say that."""
    number = format_number(Decimal(value).scaleb(-_SHOWN_IN[shown_in], WIDE))
    return number if _SAYS_MONEY(label_of_cell) else f"{number} {shown_in}"


def _words_in(value: Any) -> frozenset[Any]:
    return value if isinstance(value, frozenset) else frozenset((value,))


def _fields(row: Row, lang: Lang, day: dt.date | None) -> Iterator[_Field]:
    if row.tiered:
        yield from (_Field((label(head, lang),), tier=tier) for tier, head in TIER_COLUMNS.items())
    elif not row.columns:
        yield _Field((words(lang)["form.count"],))
    for column in row.columns:
        heads = tuple(label(head, lang) for head in column.heads)
        is_words = column.is_text or column.choice is not None
        if column.is_ticked and column.choice is not None:
            for word in column.choice:
                yield _Field((*heads, label(str(word.value), lang)), "center", column=column, word=word)
        elif column is not _name_column(row, day):
            yield _Field(heads, "left" if is_words else "right", column=column)


_Texts = tuple[str, str, dict[tuple[str, ...], str]]  # the number, the label, the texts by heads


def _texts(line: _Line, values: tuple[Any, ...], lang: Lang) -> Iterator[_Texts]:
    """Return the printed lines: one, or those of all records of a register."""
    if line.row.kind is not Kind.REGISTER:
        texts = {field.heads: field.text(values[place], line.row, lang) for field, place in line.fields}
        yield line.number, line.label, texts
        return
    if line.row.label:
        yield line.number, line.label, {}
    for number, record in enumerate(values[line.first], start=1):
        texts = {field.heads: field.text(field.of(record), line.row, lang) for field, _ in line.fields}
        name = line.name.value_in(record) if line.name else None
        yield "" if line.row.label else str(number), name or "", texts


def _table(part: _Part, values: tuple[Any, ...], lang: Lang, day: dt.date | None) -> Table:
    lines = [printed for line in part.lines for printed in _texts(line, values, lang)]
    fields = [
        field
        for field in part.fields
        if field.is_there(day) or any(texts.get(field.heads) for _, _, texts in lines)
    ]
    is_numbered = any(number for number, _, _ in lines)
    return Table(
        title=part.title,
        columns=(
            *((Head(words(lang)["form.number"]),) if is_numbered else ()),
            Head(words(lang)["form.item"] if part.name is None else label(part.name, lang)),
            *(_head(field, (line.row for line in part.lines), lang) for field in fields),
        ),
        rows=tuple(
            (*((number,) if is_numbered else ()), name, *(texts.get(field.heads, "") for field in fields))
            for number, name, texts in lines
        ),
    )


def _head(field: _Field, rows: Iterable[Row], lang: Lang) -> Head:
    """Return the head of a printed column; of lines without columns of their own some may hold words."""
    if field.heads == (words(lang)["form.count"],) and any(row.is_text or row.choice for row in rows):
        return Head(words(lang)["form.value"])
    return Head(field.heads[-1], field.align, field.heads[:-1])
