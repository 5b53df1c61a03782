"""Tables as sheets: figures are numbers there, and no text is taken for a formula."""

from decimal import Decimal
from os import PathLike
from typing import Final

from mttq.errors import FieldError, NumberFormatError
from mttq.rendering import Tabular
from mttq.tables import Column, Lang, Table
from mttq.vi import format_number, parse_number
from mttq.wording import Phrase
from mttq.writing._book import GREATEST, LOCKED, TITLE, Look, Sheet, workbook

__all__ = ["HEAD", "spreadsheet"]

HEAD: Final[Look] = LOCKED | {"bold": True, "align": "center", "bg_color": "#DCE6F1"}

_NARROWEST, _WIDEST = 8, 60
_DIGITS: Final = 15  # that a sheet keeps


def spreadsheet(tables: Table | Tabular, path: str | PathLike[str], *, lang: Lang = "vi") -> None:
    """Write a table, or all tables of what has some (findings, a reading …), as a workbook, a sheet for each.

    A figure in Vietnamese notation becomes a number with so many decimals, where it leans to the right and is
    spelled plainly: "05", "51,59%" and "169/1.169" stay texts, and so does whatever looks like a formula.

    Args:
        tables: a table, or what has tables.
        path: the file (.xlsx); one that is there is replaced.
        lang: the language, of what has tables.

    Raises:
        FieldError: there are no tables in it.
        ExtraError: XlsxWriter, of the extra `excel`, is not installed.
        FileError: the file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> from openpyxl import load_workbook
    >>> from mttq import check
    >>> from mttq.testing import make_report
    >>> with TemporaryDirectory() as folder:
    ...     spreadsheet(check(make_report()), f"{folder}/findings.xlsx")
    ...     load_workbook(f"{folder}/findings.xlsx").sheetnames
    ['Kết quả đối chiếu']
    """
    if not isinstance(tables, Table | Tabular):
        raise FieldError(Phrase("không in được {}; cần {}", type(tables).__name__, "Table"))
    with workbook(path) as book:
        for table in (tables,) if isinstance(tables, Table) else tables.tables(lang=lang):
            _write(Sheet(book, table.title.partition(" · ")[0]), table)


def _write(sheet: Sheet, table: Table) -> None:
    last = len(table.columns) - 1
    first = 1 if table.title else 0
    widths = [_width(column, cells) for column, cells in zip(table.columns, _turned(table), strict=True)]
    if table.title:
        sheet.across(0, 0, last, table.title, TITLE)
        sheet.height(0, (table.title, sum(widths)))
    for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.made.set_column(at, at, width + 2)
        sheet.text(first, at, column.head, HEAD)
    sheet.height(first, *zip((column.head for column in table.columns), widths, strict=True))
    for at, row in enumerate(table.rows, first + 1):
        for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, at, place, column, text)
        sheet.height(at, *zip(row, widths, strict=True))
    if not table.rows and table.empty:
        sheet.across(first + 1, 0, last, table.empty, LOCKED)
    sheet.made.freeze_panes(first + 1, 0)
    sheet.print_on(landscape=sum(widths) > 2 * _WIDEST, heads=first)


def _cell(sheet: Sheet, row: int, place: int, column: Column, text: str) -> None:
    looks = LOCKED | {"align": column.align}
    number = _number(text) if column.align == "right" else None
    if number is None:
        sheet.text(row, place, text, looks | {"num_format": "@"})
    else:
        decimals = max(-int(number.as_tuple().exponent), 0)
        code = f"#,##0{'.' * bool(decimals)}{'0' * decimals}"
        sheet.made.write_number(row, place, number, sheet.format(looks | {"num_format": code}))


def _number(text: str) -> Decimal | None:
    """Return the number that a text is, if a sheet can hold it and shows it as it is spelled.

    >>> [_number(text) for text in ("1.555", "-3,50", "05", "51,59%", "12345")]
    [Decimal('1555'), Decimal('-3.50'), None, None, Decimal('12345')]
    """
    try:
        number = parse_number(text)
    except NumberFormatError:
        return None
    plain = text.replace(".", "") in (format_number(number).replace(".", ""), _with_zeros(number))
    return number if plain and abs(number) <= GREATEST and len(number.as_tuple().digits) <= _DIGITS else None


def _with_zeros(number: Decimal) -> str:
    return str(number).replace(".", ",")


def _turned(table: Table) -> list[tuple[str, ...]]:
    return [tuple(row[at] for row in table.rows) for at in range(len(table.columns))]


def _width(column: Column, cells: tuple[str, ...]) -> int:
    longest = max((len(line) for cell in (column.head, *cells) for line in cell.split("\n")), default=0)
    return min(max(longest, _NARROWEST), _WIDEST)
