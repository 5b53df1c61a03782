"""From a class of rows to a `Form`.

A form is declared once, line by line, as an attrs class whose fields are `row()` and `section()`.  `form()`
derives an immutable `Form` from it: the ordered lines as printed, each with its unique number and its path.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import attrs

from mttq._declared.relations import Path, Shape
from mttq.errors import DeclarationError
from mttq.forms._form import Cell, Form, form_with, keep
from mttq.forms._kinds import Kind
from mttq.forms._labels import Asked
from mttq.forms._rows import PARTS, TIER_COLUMNS, Row, rows_of
from mttq.tables import Shown
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["form"]

C = TypeVar("C", bound=type)


def form(
    code: str,
    *,
    title: str,
    name: str = "",
    tiers: bool = False,
    cumulative: bool = False,
    asked: Asked = "",
    printed: str | None = None,
) -> Callable[[C], C]:
    """Register a class of rows as a form; stack it over `@attrs.frozen(kw_only=True)`.

    Args:
        code: the form's code, unique and kept for ever: it tags the form in files.
        title: its title.
        name: how a report calls it ("Phụ lục 2"); the title if empty.
        tiers: say True to require that the form has tier columns.
        cumulative: whether its figures run on from one period to the next, as sums since the year began.
        asked: "yearly" or "once" of a form whose lines are not asked for each time.
        printed: what the STT column shows of its lines that do not say it; "" if their numbers are codes, by
            which they are known and which are not printed.

    Returns:
        a decorator that gives the class back, with tables for notebooks (`_repr_html_`).

    Raises:
        DeclarationError: the code is taken, a number stands twice, a relation names what is not there or
            cannot be added, names of parts are missing, or a line could not be blank.

    >>> import attrs
    >>> from mttq import Count
    >>> from mttq.forms import form_of, row
    >>> @form("doctest-houses", title="Nhà Đại đoàn kết")
    ... @attrs.frozen(kw_only=True)
    ... class Houses:
    ...     total: Count | None = row("1", "Tổng số nhà", total_of=("built", "repaired"))
    ...     built: Count | None = row("1a", "Xây mới", printed="-")
    ...     repaired: Count | None = row("1b", "Sửa chữa", printed="-")
    >>> [row.number for row in form_of(Houses).rows]
    ['1', '1a', '1b']
    """

    def register(record: C) -> C:
        if not hasattr(record, "__attrs_attrs__"):
            raise DeclarationError(Phrase("{}: @form đứng trên @attrs.frozen(kw_only=True)", record.__name__))
        known = form_with(code)
        if known and not _is_declared_again(record, known.record):
            raise DeclarationError(Phrase("mã biểu {} đã có ({})", repr(code), known.record.__name__))
        if not code or "." in code:
            raise DeclarationError(Phrase("mã biểu {} không được trống hoặc có dấu chấm", repr(code)))
        derived = Form(
            code=code,
            name=name or title,
            title=title,
            record=record,
            rows=rows_of(record, asked, printed),
            cumulative=cumulative,
        )
        _lint(derived)
        if tiers and not derived.tiers:
            raise DeclarationError(Phrase("{}: tiers=True nhưng không có dòng nào là Tiered", code))
        keep(derived)
        if not hasattr(record, "_repr_html_"):
            record._repr_html_ = Shown._repr_html_  # type: ignore[attr-defined]
        return record

    return register


def _is_declared_again(record: type, old: type) -> bool:
    """Return whether a class is a new edition of the old one, as when a notebook's cell is run again."""
    return (record.__module__, record.__qualname__) == (old.__module__, old.__qualname__)


def _lint(derived: Form) -> None:
    numbers = [row.number for row in derived.rows]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise DeclarationError(Phrase("{}: số thứ tự lặp: {}", derived.code, ", ".join(twice)))
    for row in derived.rows:
        if not row.label and row.kind is not Kind.REGISTER:
            raise DeclarationError(Phrase("{}: thiếu tên", _said(derived, row)))
        wanted = {Kind.PAIR: 2, Kind.TRIPLE: 3}.get(row.kind, 0)
        if len(row.parts) != wanted:
            raise DeclarationError(Phrase("{}: cần tên của {} phần", _said(derived, row), wanted))
        if row.shown_in and row.kind is not Kind.MONEY:
            raise DeclarationError(
                Phrase("{}: chỉ số tiền mới in theo {}", _said(derived, row), row.shown_in)
            )
    for cell in derived.blank:
        _lint_relations(cell)
        for column in cell.row.columns if cell.kind is Kind.REGISTER else ():
            _lint_relations(attrs.evolve(cell, column=column))


def _said(derived: Form, row: Row) -> Phrase:
    return Phrase("{}: dòng {}", derived.code, row.number)


def _lint_relations(cell: Cell) -> None:
    """Refuse what a figure cannot be to others of its form; the rules resolve paths from the report.

    Raises:
        DeclarationError: it is a sum and has several parts, names a line that is not there, one whose
            columns, unit or time are others, or in a sum or bound one of the time before.
    """
    form, row = cell.form, cell.row
    by_path = {item.path: item for item in form.rows if item.kind is not Kind.HEADING}
    for relation in cell.relations:
        said, is_sum = _said(form, row), relation.shape is Shape.TOTAL_OF
        if is_sum and cell.kind in (Kind.PAIR, Kind.TRIPLE):
            raise DeclarationError(Phrase("{} có nhiều phần, không thể là một tổng", said))
        for term in (*relation.terms, *relation.whole):
            if term.path.root == "<" and relation.shape is not Shape.SAME_AS:
                raise DeclarationError(Phrase("{}: {}", said, Phrase("“<…” chỉ viết được trong same_as")))
            of_a_record = row.kind is Kind.REGISTER and term.path.root == "<"  # its class has looked at it
            if term.path.root not in ("~", "<") or of_a_record:
                continue
            dotted = str(term.path).lstrip("#~<")
            part = next((by_path[term.path.steps[:end]] for end in _ends(term.path, by_path)), None)
            if part is None or not _leads(term.path, part):
                known = [item.path.partition(".")[2] for item in form.blank]
                raise DeclarationError(Phrase("{}: không có dòng “{}”{}", said, dotted, meant(dotted, known)))
            other = _figure(form, term.path, part)
            if part.tiered != row.tiered and dotted == ".".join(part.path):
                raise DeclarationError(Phrase("{}: dòng “{}” khác số cột", said, dotted))
            if is_sum and None not in (cell.unit, other.unit) and cell.unit != other.unit:
                told = Phrase("không cộng được “{}” ({})", dotted, str(other.unit))
                raise DeclarationError(Phrase("{} ({}) {}", said, str(cell.unit), told))
            if is_sum and other.stock and not cell.stock and not term.minus:
                told = Phrase("là số phát sinh, không thể là tổng của “{}” là số dư", dotted)
                raise DeclarationError(Phrase("{} {}", said, told))


def _ends(path: Path, by_path: Mapping[tuple[str, ...], Row]) -> Iterator[int]:
    """Return the lengths at which a path is that of a line, the longest first."""
    return (end for end in range(len(path.steps), 0, -1) if path.steps[:end] in by_path)


def _figure(form: Form, path: Path, part: Row) -> Cell:
    """Return the cell to which a path leads, or one of those."""
    inner = path.steps[len(part.path) :] if path.inner is None else path.inner
    column = next((item for item in part.columns if item.path == inner), None)
    return Cell(form, part, part.tier, "", 0, column=column)


def _leads(path: Path, part: Row) -> bool:
    """Return whether a path leads to a line, to one of its columns, or to a part of its cell."""
    inner = path.steps[len(part.path) :] if path.inner is None else path.inner
    if part.kind is Kind.REGISTER:
        return path.counts if not inner else any(column.path == inner for column in part.columns)
    if path.inner is not None or path.counts:
        return False
    if part.kind is Kind.COLUMNS:
        return any(column.path == inner for column in part.columns)
    if part.kind in (Kind.PAIR, Kind.TRIPLE) and len(inner) == 1 and inner[0] in PARTS[: len(part.parts)]:
        return True
    return not inner or (part.tiered and inner in [(tier,) for tier in TIER_COLUMNS])
