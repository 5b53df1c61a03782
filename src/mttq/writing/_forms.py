"""A form as a sheet: blank, with formulas for what follows from other cells, or filled in."""

from collections.abc import Sequence
from os import PathLike
from typing import Any, Final, NamedTuple

from mttq._declared.relations import Relation, Shape, Term
from mttq.forms import Cell, Form, Kind, form_of
from mttq.model import Unit
from mttq.reading import _map
from mttq.reading._blocks import column_name
from mttq.wording import words
from mttq.writing._blocks import Block, Field, Line, blocks_of, scale_of, text_of, value_of
from mttq.writing._book import BLANK, GREATEST, LOCKED, PLAIN, TITLE, Look, Sheet, workbook

__all__ = ["filled", "template"]

_PATHS, _NUMBER, _WORDS, _FIGURES = range(4)  # columns
_MAP, _NAME, _TITLE, _UNIT, _HINT, _HEADS = range(6)  # rows
_WIDTH: Final = 58
_RECORDS: Final = 20  # lines of a register of a blank form
_YELLOW: Final[Look] = {"bg_color": "#FFF9CC", "locked": False}
_GREY: Final[Look] = {"bg_color": "#EDEDED"}
_HEAD: Final[Look] = LOCKED | {"bold": True, "align": "center", "bg_color": "#DCE6F1"}
_TEXT: Final[Look] = {"num_format": "@", "align": "right"}
_SAID: Final[Look] = {"num_format": "@", "align": "left"}
_WHOLE: Final[Look] = {"num_format": "#,##0", "align": "right"}
_SHARE: Final[Look] = {"num_format": "0.00", "align": "right"}
_NUMBERS: Final = (Kind.COUNT, Kind.MONEY)
_SEPARATORS: Final = {Kind.PAIR: "/", Kind.TRIPLE: "-"}
_ALLOWED: Final = dict.fromkeys(("format_cells", "format_columns", "format_rows", "insert_rows"), True)
_LONGEST_LIST: Final = 255  # letters of the words that a cell offers


def template(record: type, path: str | PathLike[str], *, unit: Unit | None = None) -> None:
    """Write a form as a sheet (.xlsx) to be filled in, which `mttq.reading.read` reads back without guessing.

    The cells to be filled in are yellow and tell what belongs there; totals and percentages that the form
    declares are formulas; all else is locked, without a password.  Lines may be inserted anywhere.

    Args:
        record: the class of the form.
        path: the file; one that is there is replaced.
        unit: the unit that is to report, if that is known.

    Raises:
        DeclarationError: the class is no form.
        ExtraError: XlsxWriter, of the extra `excel`, is not installed.
        FileError: the file cannot be written.
    """
    with workbook(path) as book:
        _Page(book, form_of(record), None, unit).write()


def filled(instance: object, path: str | PathLike[str], *, unit: Unit | None = None) -> None:
    """Write a filled-in form as a sheet (.xlsx): each figure as it was reported, totals too, none reckoned.

    Args:
        instance: the filled-in form.
        path: the file; one that is there is replaced.
        unit: the unit that reports.

    Raises:
        DeclarationError: the class of the object is no form.
        ExtraError: XlsxWriter, of the extra `excel`, is not installed.
        FileError: the file cannot be written.
    """
    with workbook(path) as book:
        _Page(book, form_of(type(instance)), instance, unit).write()


class _Page:
    """The sheet of a form; without an instance, a blank one with formulas."""

    def __init__(self, book: Any, form: Form, instance: object, unit: Unit | None) -> None:
        self.form = form
        self.instance = instance
        self.unit = unit
        self.sheet = Sheet(book, form.name)
        self.blocks = blocks_of(form)
        self.last = _FIGURES + max(len(block.fields) for block in self.blocks) - 1
        self.places: dict[tuple[str, ...], tuple[int, int]] = {}  # of cells, by their names in the form
        self.records: dict[tuple[str, ...], list[int]] = {}  # the rows of registers
        self.lines = [[*block.lines(instance, _RECORDS)] for block in self.blocks]
        self.begins: list[int] = []  # the first lines of the blocks

    def write(self) -> None:
        self.find_places()
        self.write_top()
        for number, (block, lines) in enumerate(zip(self.blocks, self.lines, strict=True)):
            begin = self.begins[number]
            self.write_map(block, begin - block.depth - 1 if number else _MAP)
            self.write_heads(block, begin - block.depth)
            for at, line in enumerate(lines, begin):
                self.write_line(block, line, at)
        self.sheet.made.freeze_panes(self.begins[0], _FIGURES)
        self.sheet.made.protect("", _ALLOWED)
        self.sheet.print_on(landscape=self.last > _FIGURES + 2, heads=self.begins[0] - 1)

    def find_places(self) -> None:
        """Set the lines below each other: before each block its heads, and the map of its columns."""
        at = _HEADS
        for number, (block, lines) in enumerate(zip(self.blocks, self.lines, strict=True)):
            at += block.depth + (2 if number else 0)  # a blank row and the map
            self.begins.append(at)
            for line in lines:
                if line.is_record:
                    self.records.setdefault(line.row.path, []).append(at)
                for place, field in enumerate(block.fields, _FIGURES):
                    cell = line.cell(field)
                    if cell is not None and not line.is_record:
                        self.places[tuple(cell.path.split(".")[1:])] = at, place
                at += 1

    def write_top(self) -> None:
        sheet, said, width = self.sheet, words("vi"), _WIDTH + 15.0 * (self.last - _FIGURES + 1)
        sheet.made.set_column(_PATHS, _PATHS, None, None, {"hidden": True})
        sheet.made.set_column(_NUMBER, _NUMBER, 7)
        sheet.made.set_column(_WORDS, _WORDS, _WIDTH)
        sheet.made.set_column(_FIGURES, self.last, 15)
        if self.form.name != self.form.title:
            sheet.across(_NAME, _NUMBER, self.last, self.form.name, TITLE)
        sheet.across(_TITLE, _NUMBER, self.last, self.form.title, TITLE)
        sheet.height(_TITLE, (self.form.title, width))
        sheet.text(_UNIT, _PATHS, _map.UNIT, {})
        sheet.across(_UNIT, _NUMBER, _WORDS, said["sheet.unit"], PLAIN | {"align": "right"})
        unit = self.unit.address if self.unit else ""
        sheet.across(_UNIT, _FIGURES, self.last, unit, LOCKED | _YELLOW | {"num_format": "@"})
        sheet.height(_UNIT, (unit, width - _WIDTH))
        sheet.across(_HINT, _NUMBER, self.last, said["sheet.hint"], PLAIN | {"italic": True, "font_size": 11})
        sheet.height(_HINT, (said["sheet.hint"], width))

    def write_map(self, block: Block, row: int) -> None:
        self.sheet.text(row, _PATHS, _map.mark_of(self.form), {})
        if block.name is not None:
            self.sheet.text(row, _WORDS, f"{_map.NAME}{_map.meaning_of(None, block.name, None)}", {})
        for at, field in enumerate(block.fields, _FIGURES):
            self.sheet.text(row, at, field.meaning, {})
        self.sheet.made.set_row(row, None, None, {"hidden": True})

    def write_heads(self, block: Block, row: int) -> None:
        """Write the heads of a block, those that stand over several columns as one cell."""
        bottom = row + block.depth - 1
        for at in range(row, bottom + 1):
            self.sheet.text(at, _PATHS, _map.HEADS, {})
        for at, text in ((_NUMBER, words("vi")["form.number"]), (_WORDS, block.item)):
            self.sheet.down(row, bottom, at, text, _HEAD)
        for over in block.heads():
            at, first, last = row + over.level, _FIGURES + over.first, _FIGURES + over.last
            if over.is_lowest:
                self.sheet.down(at, bottom, first, over.text, _HEAD)
            else:
                self.sheet.across(at, first, last, over.text, _HEAD)
        for level in range(block.depth):
            self.sheet.height(
                row + level,
                *((field.heads[min(level, len(field.heads) - 1)], 14.0) for field in block.fields),
            )

    def write_line(self, block: Block, line: Line, at: int) -> None:
        bold: Look = {"bold": True} if line.row.kind is Kind.HEADING else {}
        reckoned = any(self.formula(line, cell) for cell in line.cells if _share(cell))
        label = (
            f"{line.label} (%)" if reckoned and "%" not in line.label and not line.row.columns else line.label
        )
        self.sheet.text(at, _PATHS, line.path, {})
        self.sheet.text(at, _NUMBER, line.number, LOCKED | bold | {"align": "center"})
        named = line.is_record and block.name is not None
        self.sheet.text(at, _WORDS, label, LOCKED | bold | (_YELLOW | _SAID if named else {}))
        self.sheet.height(at, (label, _WIDTH))
        for place, field in enumerate(block.fields, _FIGURES):
            cell = line.cell(field)
            if cell is None:
                empty = line.row.kind in (Kind.HEADING, Kind.REGISTER)
                self.sheet.text(at, place, "", LOCKED | ({} if empty else _GREY))
            else:
                self.write_cell(line, field, cell, at, place)

    def write_cell(self, line: Line, field: Field, cell: Cell, at: int, place: int) -> None:
        made, form = self.sheet.made, self.sheet.format
        formula = self.formula(line, cell)
        if formula:
            made.write_formula(
                at, place, formula, form(LOCKED | _GREY | (_SHARE if _share(cell) else _WHOLE)), BLANK
            )
            return
        value = value_of(cell)
        if field.holds_words(cell.row):
            self.sheet.text(at, place, text_of(cell.value, cell, field.word), LOCKED | _YELLOW | _SAID)
        elif type(value) is int and cell.kind in _NUMBERS and value <= GREATEST:
            made.write_number(at, place, value, form(LOCKED | _YELLOW | _WHOLE))
        else:
            looks = LOCKED | _YELLOW | (_WHOLE if cell.kind in _NUMBERS else _TEXT)
            self.sheet.text(at, place, text_of(value, cell), looks)
        made.data_validation(at, place, at, place, _validation(field, cell, _name(at, place)))

    # --- formulas ---
    def formula(self, line: Line, cell: Cell) -> str:
        """Return the formula of a cell of a blank form; nothing if it is to be filled in."""
        if self.instance is not None or line.is_record:
            return ""
        end = (str(cell.tier),) if cell.row.tiered else ()
        for relation in cell.relations:
            terms = [self.refers_to(term, end, cell, relation) for term in (*relation.terms, *relation.whole)]
            if None in terms or relation.is_open or relation.where or relation.tiers:
                continue
            cells = [term for term in terms if term is not None]
            if relation.shape is Shape.SHARE_OF and cell.kind is Kind.OTHER:
                part = _sum(relation.terms, cells[: len(relation.terms)])
                whole = _sum(relation.whole, cells[len(relation.terms) :])
                blank = f"OR({part.none},{whole.none},{whole.sum}=0)"
                return f'=IF({blank},"",ROUND(100*({part.sum})/({whole.sum}),2))'
            if relation.shape is Shape.TOTAL_OF and cell.kind in _NUMBERS:
                found = _sum(relation.terms, cells)
                return f'=IF({found.none},"",{found.sum})'
        return ""

    def refers_to(self, term: Term, end: tuple[str, ...], cell: Cell, relation: Relation) -> str | None:
        """Return the cell, or the cells of a register, that a term is; None if it is none of one number."""
        path = term.path
        if not term.is_bare or path.root != "~" or path.conditions or path.counts:
            return None
        if path.inner is not None:
            return self.of_register(path.steps, path.inner)
        names = (*path.steps, *end)
        other = next((item for item in self.form.blank if tuple(item.path.split(".")[1:]) == names), None)
        same_scale = other is not None and (
            relation.shape is Shape.SHARE_OF or scale_of(other) == scale_of(cell)
        )
        if other is None or other.kind not in _NUMBERS or not same_scale or names not in self.places:
            return None
        return _name(*self.places[names])

    def of_register(self, register: tuple[str, ...], column: tuple[str, ...]) -> str | None:
        """Return the cells of a column of a register, None if it is not printed as one of figures."""
        places = (
            place
            for block in self.blocks
            for place, field in enumerate(block.fields, _FIGURES)
            if field.column is not None and field.column.path == column
            if any(row.path == register for row in block.rows)
        )
        place = next(places, None)
        rows = self.records[register]
        return None if place is None else f"{_name(rows[0], place)}:{_name(rows[-1], place)}"


class _Sum(NamedTuple):
    """A sum of cells in the language of formulas, and what holds while all of them are blank."""

    sum: str
    none: str


def _sum(terms: Sequence[Term], cells: Sequence[str]) -> _Sum:
    names = {
        minus: [cell for term, cell in zip(terms, cells, strict=True) if term.minus is minus]
        for minus in (False, True)
    }
    parts = [f"{'-' if minus else ''}SUM({','.join(found)})" for minus, found in names.items() if found]
    return _Sum("".join(parts), f"COUNT({','.join((*names[False], *names[True]))})=0")


def _name(row: int, column: int) -> str:
    return f"{column_name(column + 1)}{row + 1}"


def _share(cell: Cell) -> bool:
    return cell.kind is Kind.OTHER and any(item.shape is Shape.SHARE_OF for item in cell.relations)


def _validation(field: Field, cell: Cell, name: str) -> dict[str, Any]:
    """Return what Excel asks of a cell, and says of it, by what is counted there."""
    said = words("vi")
    asked: dict[str, Any] = {"validate": "any"}
    key = "whole" if cell.kind is Kind.COUNT else str(cell.kind)
    if field.holds_words(cell.row):
        key, listed = "words", ["x"] if field.word is not None else _words_of(field, cell)
        if listed and len(",".join(listed)) <= _LONGEST_LIST and not any("," in word for word in listed):
            asked = {"validate": "list", "source": listed, "error_type": "warning"}
    elif cell.kind in _NUMBERS:
        asked = {"validate": "integer", "criteria": ">=", "value": 0}
    elif cell.kind in _SEPARATORS:
        mark, most = _SEPARATORS[cell.kind], len(cell.row.parts) - 1
        bare = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name}," ",""),".",""),"{mark}","")'
        marks = f'LEN({name})-LEN(SUBSTITUTE({name},"{mark}",""))'
        asked = {"validate": "custom", "value": f"=AND(ISNUMBER(--{bare}),OR({marks}=0,{marks}={most}))"}
    parts = said["sheet.and"].join(cell.row.parts)
    asked["input_title"] = said[f"sheet.{key}"]
    asked["input_message"] = said[f"sheet.{key}.how"].format(parts=parts)[:255]
    return asked | {"error_title": said["sheet.wrong"], "error_message": said["sheet.wrong.how"]}


def _words_of(field: Field, cell: Cell) -> list[str]:
    choice = (field.column or cell.row).choice
    return [str(item.value) for item in choice] if choice is not None else []
