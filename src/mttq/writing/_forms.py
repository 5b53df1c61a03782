"""A form as a sheet: blank, with formulas for what follows from other cells, or filled in."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from os import PathLike
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mttq._relations import Relation, Shape, Term
from mttq.errors import ArgumentError
from mttq.forms import TIER_COLUMNS, Cell, Form, Kind, Row, form_of
from mttq.model import Unit
from mttq.reading import _map
from mttq.reading._blocks import column_name
from mttq.reading._heads import unit_head_of
from mttq.values.figures import WIDE
from mttq.vi import format_figure
from mttq.vi.units import is_money
from mttq.wording import Phrase, words
from mttq.writing._book import BLANK, GREATEST, LOCKED, PLAIN, TITLE, Look, Sheet, workbook

if TYPE_CHECKING:
    from mttq.values import Tier

__all__ = ["filled", "template"]

_PATHS, _NUMBER, _WORDS, _FIGURES = range(4)  # columns
_MAP, _NAME, _TITLE, _UNIT, _HINT, _HEADS, _LINES = range(7)  # rows
_WIDTH: Final = 58
_YELLOW: Final[Look] = {"bg_color": "#FFF9CC", "locked": False}
_GREY: Final[Look] = {"bg_color": "#EDEDED"}
_TEXT: Final[Look] = {"num_format": "@", "align": "right"}
_WHOLE: Final[Look] = {"num_format": "#,##0", "align": "right"}
_SHARE: Final[Look] = {"num_format": "0.00", "align": "right"}
_NUMBERS: Final = (Kind.COUNT, Kind.MONEY)
_SEPARATORS: Final = {Kind.PAIR: "/", Kind.TRIPLE: "-"}
_ALLOWED: Final = dict.fromkeys(("format_cells", "format_columns", "format_rows", "insert_rows"), True)


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
        ArgumentError: the form has columns of its own, which no sheet has yet.
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
        ArgumentError: the form has columns of its own, which no sheet has yet.
        ExtraError: XlsxWriter, of the extra `excel`, is not installed.
        FileError: the file cannot be written.
    """
    with workbook(path) as book:
        _Page(book, form_of(type(instance)), instance, unit).write()


class _Page:
    """The sheet of a form; without an instance, a blank one with formulas."""

    def __init__(self, book: Any, form: Form, instance: object, unit: Unit | None) -> None:
        if any(row.columns for row in form.rows):
            raise ArgumentError(Phrase("{}: chưa ghi được biểu có nhiều cột thành bảng tính", form.code))
        self.form = form
        self.instance = instance
        self.unit = unit
        self.sheet = Sheet(book, form.name)
        plain = any(not row.tiered and row.kind is not Kind.HEADING for row in form.rows)
        self.columns: list[Tier | None] = [None] * plain + [*TIER_COLUMNS] * form.tiers
        self.last = _FIGURES + len(self.columns) - 1
        self.rows = {row.path: at for at, row in enumerate(form.rows, _LINES)}
        self.by_path = {row.path: row for row in form.rows}

    def write(self) -> None:
        self.write_map()
        self.write_head()
        for row in self.form.rows:
            self.write_line(row)
        self.sheet.made.freeze_panes(_LINES, _FIGURES)
        self.sheet.made.protect("", _ALLOWED)
        self.sheet.print_on(landscape=len(self.columns) > len(TIER_COLUMNS), heads=_HEADS)

    def write_map(self) -> None:
        made = self.sheet.made
        self.sheet.text(_MAP, _PATHS, _map.mark_of(self.form), {})
        for at, tier in enumerate(self.columns, _FIGURES):
            self.sheet.text(_MAP, at, tier or _map.VALUE, {})
        made.set_row(_MAP, None, None, {"hidden": True})
        made.set_column(_PATHS, _PATHS, None, None, {"hidden": True})
        made.set_column(_NUMBER, _NUMBER, 7)
        made.set_column(_WORDS, _WORDS, _WIDTH)
        made.set_column(_FIGURES, self.last, 15)

    def write_head(self) -> None:
        sheet, said, width = self.sheet, words("vi"), _WIDTH + 15.0 * len(self.columns)
        title = self.form.title
        if self.form.name != title:
            sheet.across(_NAME, _NUMBER, self.last, self.form.name, TITLE)
        sheet.across(_TITLE, _NUMBER, self.last, title, TITLE)
        sheet.height(_TITLE, (title, width))
        sheet.text(_UNIT, _PATHS, _map.UNIT, {})
        sheet.across(_UNIT, _NUMBER, _WORDS, said["sheet.unit"], PLAIN | {"align": "right"})
        unit = self.unit.address if self.unit else ""
        sheet.across(_UNIT, _FIGURES, self.last, unit, LOCKED | _YELLOW | {"num_format": "@"})
        sheet.height(_UNIT, (unit, 14.0 * len(self.columns)))
        sheet.across(_HINT, _NUMBER, self.last, said["sheet.hint"], PLAIN | {"italic": True, "font_size": 11})
        sheet.height(_HINT, (said["sheet.hint"], width))
        head = LOCKED | {"bold": True, "align": "center", "bg_color": "#DCE6F1"}
        sheet.text(_HEADS, _NUMBER, said["form.number"], head)
        sheet.text(_HEADS, _WORDS, said["form.item"], head)
        for at, tier in enumerate(self.columns, _FIGURES):
            sheet.text(_HEADS, at, said["form.count"] if tier is None else TIER_COLUMNS[tier], head)

    def write_line(self, row: Row) -> None:
        at, bold = self.rows[row.path], {"bold": True} if row.kind is Kind.HEADING else {}
        number, bullet = ("", f"{row.printed} ".lstrip()) if row.is_bullet else (row.printed, "")
        percent = " (%)" if self.share_of(row) and "%" not in row.label else ""
        label = f"{bullet}{row.label}{percent}"
        self.sheet.text(at, _PATHS, ".".join((self.form.code, *row.path)), {})
        self.sheet.text(at, _NUMBER, number, LOCKED | bold | {"align": "center"})
        self.sheet.text(at, _WORDS, label, LOCKED | bold)
        self.sheet.height(at, (label, _WIDTH))
        cells = {cell.tier if row.tiered else None: cell for cell in self.cells(row)}
        for column, tier in enumerate(self.columns, _FIGURES):
            cell = cells.get(tier)
            if cell is None:
                self.sheet.text(at, column, "", LOCKED | (_GREY if row.kind is not Kind.HEADING else {}))
            else:
                self.write_cell(at, column, row, cell)

    def cells(self, row: Row) -> Iterator[Cell]:
        if self.instance is not None:
            return self.form.row_cells(self.instance, row)
        return (cell for cell in self.form.blank if cell.row is row)

    def write_cell(self, at: int, column: int, row: Row, cell: Cell) -> None:
        made, form = self.sheet.made, self.sheet.format
        formula = self.formula(row, column)
        if formula:
            looks = _SHARE if self.share_of(row) else _WHOLE
            made.write_formula(at, column, formula, form(LOCKED | _GREY | looks), BLANK)
            return
        looks = LOCKED | _YELLOW | (_WHOLE if row.kind in _NUMBERS else _TEXT)
        value = _in_unit_of(row, cell.value)
        if type(value) is int and row.kind in _NUMBERS and value <= GREATEST:
            made.write_number(at, column, value, form(looks))
        else:
            self.sheet.text(at, column, format_figure(value), looks)
        made.data_validation(at, column, at, column, _validation(row, self.name(at, column)))

    # --- formulas ---
    def formula(self, row: Row, column: int) -> str:
        """Return the formula of a cell of a blank form; nothing if it is to be filled in."""
        if self.instance is not None:
            return ""
        share = self.share_of(row)
        if share:
            part, whole = (self.sum_of(terms, column) for terms in (share.terms, share.whole))
            blank = f"OR({part.none},{whole.none},{whole.sum}=0)"
            return f'=IF({blank},"",ROUND(100*({part.sum})/({whole.sum}),2))'
        total = next((relation for relation in row.relations if self.is_total(row, relation)), None)
        if total is None:
            return ""
        found = self.sum_of(total.terms, column)
        return f'=IF({found.none},"",{found.sum})'

    def is_total(self, row: Row, relation: Relation) -> bool:
        """Return whether a relation says what a cell of a line is, by other cells of its column alone."""
        plain = not (relation.is_open or relation.where or relation.tiers)
        terms = (*relation.terms, *relation.whole)
        rows = [self.by_path.get(term.path.steps) for term in terms if _is_cell(term)]
        return (
            plain
            and len(rows) == len(terms)
            and all(other and _adds_up(row, other, relation) for other in rows)
            and (
                relation.shape is Shape.SHARE_OF
                or (relation.shape is Shape.TOTAL_OF and row.kind in _NUMBERS)
            )
        )

    def share_of(self, row: Row) -> Relation | None:
        """Return what makes a percentage of a line of a blank form, if it follows from other cells."""
        shares = (item for item in row.relations if item.shape is Shape.SHARE_OF)
        return next((item for item in shares if self.instance is None and self.is_total(row, item)), None)

    def sum_of(self, terms: Sequence[Term], column: int) -> "_Sum":
        names = {
            minus: [self.name(self.rows[t.path.steps], column) for t in terms if t.minus is minus]
            for minus in (False, True)
        }
        parts = [f"{'-' if minus else ''}SUM({','.join(cells)})" for minus, cells in names.items() if cells]
        return _Sum("".join(parts), f"COUNT({','.join((*names[False], *names[True]))})=0")

    @staticmethod
    def name(row: int, column: int) -> str:
        return f"{column_name(column + 1)}{row + 1}"


class _Sum(NamedTuple):
    """A sum of cells in the language of formulas, and what holds while all of them are blank."""

    sum: str
    none: str


def _is_cell(term: Term) -> bool:
    return term.is_bare and term.path.root == "~" and term.path.inner is None and not term.path.counts


def _adds_up(row: Row, other: Row, relation: Relation) -> bool:
    """Return whether a line may be a term of another: cells of one number each, in the same columns."""
    same_scale = relation.shape is Shape.SHARE_OF or _scale(row) == _scale(other)
    return other.kind in _NUMBERS and other.tiered == row.tiered and same_scale


def _scale(row: Row) -> int:
    """Return by what the figures of a line are multiplied, as its label says: "(triệu đồng)"."""
    head = unit_head_of(row.label)
    return head.scale if row.kind is Kind.MONEY and head and is_money(head.unit) else 1


def _in_unit_of(row: Row, value: Any) -> Any:
    """Return a figure as its line counts it."""
    scale = _scale(row)
    if value is None or scale == 1:
        return value
    whole, rest = divmod(value, scale)
    return WIDE.divide(Decimal(value), Decimal(scale)).normalize(WIDE) if rest else whole


def _validation(row: Row, name: str) -> dict[str, Any]:
    """Return what Excel asks of a cell, and says of it, by what its line counts."""
    said = words("vi")
    if row.kind in _NUMBERS:
        asked = {"validate": "integer", "criteria": ">=", "value": 0}
    elif row.kind in _SEPARATORS:
        mark, most = _SEPARATORS[row.kind], len(row.parts) - 1
        bare = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name}," ",""),".",""),"{mark}","")'
        marks = f'LEN({name})-LEN(SUBSTITUTE({name},"{mark}",""))'
        asked = {"validate": "custom", "value": f"=AND(ISNUMBER(--{bare}),OR({marks}=0,{marks}={most}))"}
    else:
        asked = {"validate": "any"}
    key = "whole" if row.kind is Kind.COUNT else str(row.kind)
    parts = said["sheet.and"].join(row.parts)
    asked["input_title"] = said[f"sheet.{key}"]
    asked["input_message"] = said[f"sheet.{key}.how"].format(parts=parts)[:255]
    return asked | {"error_title": said["sheet.wrong"], "error_message": said["sheet.wrong.how"]}
