"""Excel (.xlsx, .xlsm): the stored values of the cells, not what a number format shows of them."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

import attrs

from mttq.reading._blocks import Cell, Document, Grid
from mttq.reading._legacy import encoding_of_font, in_unicode
from mttq.reading._package import Node, Package, parse_stream
from mttq.reading._source import Reason
from mttq.vi import format_number
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["number_cell", "read_sheets", "shows_day"]

_PLACE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ON: Final = ("1", "true")
_DATES: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_QUOTED: Final = re.compile(r'"([^"]*)"')
_DATE_LETTERS: Final = re.compile("[dmyhsDMYHS]")
_PADDED: Final = re.compile("0{2,9}")
_SCALED: Final = re.compile("nghìn|ngàn|triệu|tỷ|tỉ|trđ|%", re.IGNORECASE)
_EPOCH_DAYS: Final = 25569  # from 30/12/1899 to 01/01/1970
_MOST_DIGITS: Final = 40


def read_sheets(package: Package, main: str) -> Document:
    """Read a workbook.

    Raises:
        ReadError: it is damaged, or larger than any report.
    """
    document = Document(sheets=True)
    book = package.tree(main)
    styles = _Styles(_tree(package, main, "styles"))
    texts = _shared_texts(_tree(package, main, "sharedStrings"))
    parts = package.relations(main)
    cells = 0
    for sheet in book.find("x:sheets") or ():
        name = normalize(sheet.attributes.get("name", ""))
        part = parts.get(sheet.attributes.get("r:id", ""), "")
        if part.rpartition("/")[0].endswith("chartsheets"):
            continue
        hidden = sheet.attributes.get("state", "visible") != "visible"
        reader = _Reader(package, styles, texts, cells, Grid(sheet=name), hidden=hidden)
        reader.read(package.read(part))
        cells = reader.count
        document.blocks.append(reader.grid)
        if hidden:
            document.add_note(Phrase("trang tính {} bị ẩn, không đọc số liệu", name))
    return document


def _tree(package: Package, main: str, kind: str) -> Node | None:
    name = package.related(main, kind)
    return package.tree(name) if name else None


@attrs.frozen
class _Format:
    """What is known of the style of a cell: its number format and its font."""

    code: str = ""
    date: bool = False
    font: str = ""


class _Styles:
    """The styles of a workbook."""

    def __init__(self, styles: Node | None) -> None:
        codes: dict[str, str] = {}
        fonts: list[str] = []
        self._formats: list[_Format] = []
        for part in styles or ():
            if part.name == "x:numFmts":
                codes |= {
                    item.attributes.get("numFmtId", ""): item.attributes.get("formatCode", "")
                    for item in part
                }
            elif part.name == "x:fonts":
                fonts = [font.get("val", "x:name") or "" for font in part]
            elif part.name == "x:cellXfs":
                self._formats = [self._format(item, codes, fonts) for item in part]

    @staticmethod
    def _format(item: Node, codes: dict[str, str], fonts: list[str]) -> _Format:
        key, font = item.attributes.get("numFmtId", "0"), item.attributes.get("fontId", "0")
        code = codes.get(key, "")
        number = int(font) if font.isdecimal() and len(font) < _MOST_DIGITS else len(fonts)
        built_in = key.isdecimal() and key not in codes and len(key) < _MOST_DIGITS
        date = int(key) in _DATES if built_in else shows_day(code)
        code = "0%" if key in ("9", "10") and not code else code
        return _Format(code, date, fonts[number] if number < len(fonts) else "")

    def of(self, key: str | None) -> _Format:
        number = int(key) if key and key.isdecimal() and len(key) < _MOST_DIGITS else 0
        return self._formats[number] if number < len(self._formats) else _Format()


def _shared_texts(table: Node | None) -> list[Node]:
    return [item for item in table or () if item.name == "x:si"]


def _rich(node: Node, font: str) -> str:
    """Return the text of a cell, run by run; note marks above the line and readings are left out."""
    parts = []
    for child in node:
        if child.name == "x:t":
            parts.append(in_unicode(child.text, encoding_of_font(font)))
        elif child.name == "x:r":
            own = child.get("val", "x:rPr", "x:rFont") or font
            raised = child.get("val", "x:rPr", "x:vertAlign") == "superscript"
            text = in_unicode(
                "".join(part.text for part in child if part.name == "x:t"), encoding_of_font(own)
            )
            if not (raised and text.strip().isdecimal() and "".join(parts)[-1:].isdecimal()):
                parts.append(text)
    return normalize("".join(parts)).strip()


class _Reader:
    """One sheet, read cell by cell."""

    def __init__(
        self,
        package: Package,
        styles: _Styles,
        texts: list[Node],
        count: int,
        grid: Grid,
        *,
        hidden: bool,
    ) -> None:
        self.package = package
        self.styles = styles
        self.texts = texts
        self.count = count
        self.grid = grid
        self.hidden = hidden
        self.row = self.column = 0
        self.row_hidden = False
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[str] = []
        self.cell: dict[str, str] | None = None
        self.stack: list[Node] = []

    def read(self, data: bytes) -> None:
        parse_stream(data, self.package.limits, self.start, self.end, self.said)
        for ref in self.merged:
            self.merge(ref)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.cell is not None:
            node = Node(name, attributes)
            self.stack[-1].children.append(node)
            self.stack.append(node)
        elif name == "x:row":
            given = attributes.get("r", "")
            self.row = int(given) if given.isdecimal() and len(given) <= 7 else self.row + 1  # noqa: PLR2004
            self.column = 0
            self.row_hidden = attributes.get("hidden") in _ON or attributes.get("ht") == "0"
        elif name == "x:c":
            self.cell = attributes
            self.stack = [Node(name, attributes)]
        elif name == "x:col" and (attributes.get("hidden") in _ON or attributes.get("width") == "0"):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdecimal() and last.isdecimal():
                self.hidden_columns.append((int(first), int(last)))
        elif name == "x:mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def said(self, text: str) -> None:
        if self.stack:
            self.stack[-1].children.append(text)

    def end(self, name: str) -> None:
        if self.cell is None:
            return
        node = self.stack.pop()
        if name == "x:c" and not self.stack:
            self.cell = None
            self.finish(node)

    def finish(self, node: Node) -> None:
        place = _PLACE.fullmatch(node.attributes.get("r", ""))
        self.column = column_number(place[1]) if place else self.column + 1
        row = int(place[2]) if place else self.row
        found = self.read_cell(node, row, self.column)
        if found is None:
            return
        self.count += 1
        self.package.check_cells(self.count)
        hidden = self.row_hidden or any(first <= self.column <= last for first, last in self.hidden_columns)
        if self.hidden or hidden:
            self.grid.aside.append(found._replace(doubt=Reason.HIDDEN))
        else:
            self.grid.cells[row, self.column] = found

    def read_cell(self, node: Node, row: int, column: int) -> Cell | None:
        """Return a cell, or nothing if it is blank."""
        style = self.styles.of(node.attributes.get("s"))
        kind, value = node.attributes.get("t", "n"), node.find("x:v")
        stored = value.text.strip() if value else ""
        formula = node.find("x:f") is not None
        if kind == "inlineStr":
            inside = node.find("x:is")
            text = _rich(inside, style.font) if inside else ""
        elif kind == "s":
            text = _rich(self.texts[int(stored)], style.font) if stored else ""
        elif kind == "str":
            text = normalize(in_unicode(value.text if value else "", encoding_of_font(style.font))).strip()
        elif formula and not stored:
            return Cell("=", row, column, doubt=Reason.NO_VALUE)
        elif kind == "e":
            return Cell(stored, row, column, doubt=Reason.ERROR)
        elif kind == "d":
            return Cell(stored, row, column, doubt=Reason.BECAME_DATE)
        elif kind == "b":
            text = "TRUE" if stored == "1" else "FALSE"
        else:
            return number_cell(stored, row, column, code=style.code, date=style.date) if stored else None
        return Cell(text, row, column) if text else None

    def merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if begin and end:
            row, column = int(begin[2]), column_number(begin[1])
            cell = self.grid.cells.get((row, column))
            if cell:
                rows, columns = int(end[2]) - row + 1, column_number(end[1]) - column + 1
                self.grid.cells[row, column] = cell._replace(rows=max(rows, 1), columns=max(columns, 1))


def column_number(name: str) -> int:
    """Return the number of a column of a sheet.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def shows_day(code: str) -> bool:
    """Return whether a number format shows a day or a time.

    >>> shows_day("dd/mm"), shows_day('#,##0" đ"'), shows_day("General")
    (True, False, False)
    """
    return code.casefold() != "general" and bool(_DATE_LETTERS.search(_LITERAL.sub("", code)))


def number_cell(stored: str, row: int, column: int, *, code: str, date: bool) -> Cell:
    """Return a cell that stores a number.

    Args:
        stored: the number, as the file writes it.
        row: its row.
        column: its column.
        code: its number format.
        date: whether that shows a day or a time.
    """
    try:
        number = Decimal(stored)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return Cell(stored[:_MOST_DIGITS], row, column, doubt=Reason.ERROR)
    text = format_number(number)
    if date:
        return Cell(text, row, column, doubt=Reason.BECAME_DATE, suggestion=_as_day(number))
    literal = " ".join((*_QUOTED.findall(code), "%" if "%" in code else ""))
    if _SCALED.search(literal):
        return Cell(text, row, column, number=number, doubt=Reason.SHOWN_OTHERWISE)
    if _PADDED.fullmatch(code) and number >= 0 and number == number.to_integral_value():
        text = format_number(number, pad=len(code))
    return Cell(text, row, column, number=number)


def _as_day(number: Decimal) -> str | None:
    """Return what was typed where a sheet has made a day of a pair: day and month."""
    import datetime as dt

    days = int(number) - _EPOCH_DAYS
    if not -_EPOCH_DAYS < days < _EPOCH_DAYS * 4:
        return None
    day = dt.date(1970, 1, 1) + dt.timedelta(days=days)
    return f"{day.day:02}/{day.month:02}"
