"""A workbook of XlsxWriter: no text of ours is ever taken for a formula, a link or a number."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from typing import Any, Final

from mttq._files.extras import needed
from mttq._files.saving import save
from mttq.wording._unicode import printable

__all__ = ["BLANK", "GREATEST", "LOCKED", "PLAIN", "TITLE", "Look", "Sheet", "workbook"]

GREATEST: Final = 10**15 - 1
"""The greatest number that a sheet keeps to the last digit."""

Look = dict[str, Any]
"""How cells look, as XlsxWriter is told."""

PLAIN: Final[Look] = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "text_wrap": True}
TITLE: Final[Look] = PLAIN | {"bold": True, "align": "center", "font_size": 13}
LOCKED: Final[Look] = PLAIN | {"border": 1}


class _Blank(str):
    """The result of a formula that shows nothing; XlsxWriter takes an empty text for no result."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return False


BLANK: Final = _Blank()
"""The stored result of a formula over blank cells."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - so the same figures make the same file
_NO_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME: Final = 31
_LONGEST: Final = 32_767  # letters that a cell can hold
_LINE: Final = 16.5  # points


class Sheet:
    """A sheet of a workbook, written cell by cell; rows and columns count from 0.

    Args:
        book: the workbook.
        name: its name; what Excel does not take in one is replaced.
    """

    def __init__(self, book: Any, name: str) -> None:
        self.book = book
        self.formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self.made = book.add_worksheet(_sheet_name(name, {sheet.name.lower() for sheet in book.worksheets()}))

    def format(self, properties: Look) -> Any:
        """Return a format, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(properties)
        return self.formats[key]

    def text(self, row: int, column: int, text: str, properties: Look) -> None:
        """Write a text; an empty one leaves a cell that is only formatted."""
        shown = printable(text, lines=True)[:_LONGEST]
        if shown:
            self.made.write_string(row, column, shown, self.format(properties))
        else:
            self.made.write_blank(row, column, None, self.format(properties))

    def across(self, row: int, first: int, last: int, text: str, properties: Look) -> None:
        """Write a text into cells that are made one."""
        if last > first:
            self.made.merge_range(row, first, row, last, "", self.format(properties))
        self.text(row, first, text, properties)

    def down(self, first: int, last: int, column: int, text: str, properties: Look) -> None:
        """Write a text into cells below each other that are made one."""
        if last > first:
            self.made.merge_range(first, column, last, column, "", self.format(properties))
        self.text(first, column, text, properties)

    def height(self, row: int, *texts: tuple[str, float]) -> None:
        """Make a row as high as its texts need, each with the width of its column in letters."""
        lines = max((_lines(text, width) for text, width in texts), default=1)
        self.made.set_row(row, _LINE * lines + 3)

    def print_on(self, *, heads: int, landscape: bool) -> None:
        """Print on A4, as wide as the paper, the heads on each page."""
        if landscape:
            self.made.set_landscape()
        else:
            self.made.set_portrait()
        self.made.set_paper(9)
        self.made.fit_to_pages(1, 0)
        self.made.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        self.made.set_footer("&C&P/&N")
        self.made.hide_gridlines(2)
        self.made.repeat_rows(heads)


@contextmanager
def workbook(path: str | PathLike[str]) -> Iterator[Any]:
    """Make a workbook and write it to a file, whole or not at all; the same content makes the same bytes.

    Raises:
        ExtraError: XlsxWriter is not installed.
        FileError: the file cannot be written.
    """
    out = io.BytesIO()
    book = needed("excel").Workbook(out, _OPTIONS)
    book.set_properties({"created": _MADE})
    yield book
    book.close()
    save(out.getvalue(), path)


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel takes, and that no other sheet has.

    >>> _sheet_name("Phụ lục 1/2: [nháp]", {"phụ lục 1 2   nháp"})
    'Phụ lục 1 2   nháp (2)'
    """
    bare = _NO_NAME.sub(" ", printable(name)).strip(" '")[:_LONGEST_NAME].rstrip(" '") or "mttq"
    found, number = bare, 1
    while found.lower() in taken or found.lower() == "history":
        number += 1
        mark = f" ({number})"
        found = f"{bare[: _LONGEST_NAME - len(mark)]}{mark}"
    return found


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of so many letters, broken at spaces."""
    lines = 0
    for part in text.split("\n"):
        left, lines = width, lines + 1
        for word in part.split(" "):
            if len(word) > left:
                left, lines = width, lines + 1
            left -= len(word) + 1
    return lines
