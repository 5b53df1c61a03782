"""HTML: what Excel, Word and web pages save as a page."""

import re
from html.parser import HTMLParser
from typing import Final

from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._error import refused
from mttq.reading._legacy import OLD_FONT, encoding_of_font, in_unicode
from mttq.reading._limits import Limits
from mttq.reading._sheet import number_cell, shows_day
from mttq.reading._source import Reason
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["read_html"]

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_SILENT: Final = frozenset(("script", "style", "head", "title", "template", "noscript", "del", "s", "strike"))
_BLOCKS: Final = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article")
) | {"header", "footer", "center", "hr", "blockquote", "pre"}
_CELLS: Final = ("td", "th")
_NONE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_FAMILY: Final = re.compile(r"font-family\s*:([^;,]*)", re.IGNORECASE)
_MOST_SPAN: Final = 1000
_DIGITS: Final = 4
_DAY_SHOWN: Final = re.compile(r"\d[/-]\d")


def read_html(text: str, limits: Limits) -> Document:
    """Read a page.

    Raises:
        ReadError: it is deeper or larger than any report.
    """
    reader = _Reader(limits)
    reader.feed(text)
    reader.close()
    reader.finish()
    return reader.document


class _Table:
    """A table that is being read."""

    def __init__(self, number: int) -> None:
        self.grid = Grid(table=number)
        self.row = 0
        self.column = 0
        self.taken: dict[int, int] = {}  # by column: rows that a cell from above still takes
        self.hidden_row = False
        self.cell: tuple[int, int, bool] | None = None
        self.stored = ("", "")  # the number of a page made of a sheet, and its format
        self.text: list[str] = []

    def next_row(self, *, hidden: bool) -> None:
        self.close()
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        self.row += 1
        self.column = 0
        self.hidden_row = hidden

    def open(self, rows: int, columns: int, stored: tuple[str, str], *, hidden: bool) -> None:
        self.close()
        self.stored = stored
        self.column += 1
        while self.taken.get(self.column):
            self.column += 1
        self.cell = rows, columns, hidden or self.hidden_row
        if rows > 1:
            self.taken |= {self.column + place: rows for place in range(columns)}

    def close(self) -> None:
        if self.cell is None:
            return
        rows, columns, hidden = self.cell
        text = normalize("".join(self.text)).strip()
        cell = self._cell(text)._replace(rows=rows, columns=columns)
        if text and hidden:
            self.grid.aside.append(cell._replace(doubt=Reason.HIDDEN))
        elif text:
            self.grid.cells[cell.row, cell.column] = cell
        self.column += columns - 1
        self.cell, self.text = None, []

    def _cell(self, text: str) -> Cell:
        """Return a cell with the number that it stores, if that is said; a format may show another one."""
        row, (number, code) = max(self.row, 1), self.stored
        if not number:
            return Cell(text, row, self.column)
        day = shows_day(code) if code else bool(_DAY_SHOWN.search(text))
        return number_cell(number, row, self.column, code=code or f'"{text}"', date=day)


class _Reader(HTMLParser):
    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = limits
        self.document = Document()
        self.tables: list[_Table] = []
        self.text: list[str] = []
        self.open: list[tuple[str, bool, str]] = []
        self.silent = 0
        self.raised = 0
        self.count = self.cells = self.paragraphs = 0

    @property
    def font(self) -> str:
        """The font of the text that follows, as far as the element says it or one around it."""
        return self.open[-1][2] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        hidden = "hidden" in given or bool(_NONE.search(given.get("style", "")))
        if tag in _BLOCKS:
            self.end_block()
        if tag == "table":
            self.end_block()
            self.count += 1
            self.tables.append(_Table(self.count))
            self.document.blocks.append(self.tables[-1].grid)
        elif tag == "tr" and self.tables:
            self.tables[-1].next_row(hidden=hidden)
        elif tag in _CELLS and self.tables:
            self.cells += 1
            if self.cells > self.limits.cells:
                raise refused(Phrase("tệp có quá nhiều ô so với một báo cáo"))
            spans = _span(given.get("rowspan")), _span(given.get("colspan"))
            self.tables[-1].open(*spans, _stored(given), hidden=hidden)
        if tag in _VOID:
            return
        is_silent = tag in _SILENT or (hidden and tag not in ("tr", *_CELLS))
        self.silent += is_silent
        self.raised += tag == "sup"
        self.open.append((tag, is_silent, _font(given) or self.font))
        if len(self.open) > self.limits.depth * 5:  # pages leave many elements open
            raise refused(Phrase("tệp lồng quá sâu hoặc quá lớn so với một báo cáo"))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _CELLS and self.tables:
            self.tables[-1].close()
        elif tag == "table" and self.tables:
            self.tables.pop().close()
        if tag not in (name for name, *_ in self.open):
            return
        while True:
            name, was_silent, _ = self.open.pop()
            self.silent -= was_silent
            self.raised -= name == "sup"
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        table = self.tables[-1] if self.tables else None
        place = table.text if table and table.cell else self.text
        printed = re.sub(r"[ \t\r\n]+", " ", data)
        text = in_unicode(printed, encoding_of_font(self.font))
        if text != printed:
            self.document.add_note(OLD_FONT)
        before = "".join(place)[-1:] if self.raised else ""
        if self.raised and text.strip(" *()[]").isdecimal():
            if not before.isalpha():
                return
            text = text.translate(_EXPONENTS)
        place.append(text)

    def end_block(self) -> None:
        table = self.tables[-1] if self.tables else None
        if table and table.cell:
            table.text.append("\n")
            return
        text = normalize("".join(self.text)).strip()
        self.text = []
        if text:
            self.paragraphs += 1
            self.document.blocks.append(Text(text, paragraph=self.paragraphs))

    def finish(self) -> None:
        self.end_block()
        for table in self.tables:
            table.close()


_EXPONENTS: Final = str.maketrans("23", "²³")


def _font(given: dict[str, str]) -> str:
    """Return the first font that an element names."""
    named = _FAMILY.search(given.get("style", ""))
    return (named[1] if named else given.get("face", "")).strip(" '\"")


def _stored(given: dict[str, str]) -> tuple[str, str]:
    """Return the number that a cell stores and its format, as LibreOffice or Excel say them; "" if not."""
    _, _, code = given.get("sdnum", "").partition(";")[2].partition(";")
    return given.get("sdval") or given.get("x:num", ""), code


def _span(text: str | None) -> int:
    number = int(text) if text and text.isdecimal() and len(text) <= _DIGITS else 1
    return min(max(number, 1), _MOST_SPAN)
