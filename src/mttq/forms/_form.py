"""From a class of rows to a `Form`: what rendering, rules, files and roll-up work on.

A form is declared once, line by line, as an attrs class whose fields are `row()` and `section()`.  `form()`
derives an immutable `Form` from it: the ordered lines as printed, each with its unique number and its path.
"""

import enum
import types
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Final, TypeVar, Union, get_args, get_origin

import attrs

from mttq.errors import DeclarationError
from mttq.labels import RowSpec, SectionSpec, spec_of
from mttq.typed import Label, conforms, describe, unwrap
from mttq.values import Pair, Tier, Tiered, Triple

__all__ = ["TIER_COLUMNS", "Cell", "Form", "Kind", "Row", "form", "form_of", "registered_forms"]

C = TypeVar("C", bound=type)

TIER_COLUMNS: Final = {
    Tier.PROVINCE: "Cấp tỉnh",
    Tier.DISTRICT: "Cấp huyện",
    Tier.COMMUNE: "Cấp cơ sở",
}
"""The heads of the tier columns, as the appendices print them."""


class Kind(enum.StrEnum):
    """What stands in the cells of a line."""

    HEADING = "heading"
    COUNT = "count"
    MONEY = "money"
    PAIR = "pair"
    TRIPLE = "triple"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Row:
    """One printed line of a form.

    Args:
        number: unique in the form ("III.3.1.a").
        printed: what the STT column shows; "-" and "+" are bullets before the label.
        label: the words of the line.
        path: the attributes that lead to its cell.
        kind: what its cells hold.
        tiered: whether it has a cell for each tier column.
        sections: the printed numbers of the headings above it.
        total_of: the paths whose sum it is.
        parts: the names of the halves or thirds of its cells.
        tier: the level that it counts, where the line says so.
        unit: what it counts, where the form says so.
        rule: the code of the rule that judges its sum.
    """

    number: str
    printed: str
    label: str
    path: tuple[str, ...]
    kind: Kind
    tiered: bool = False
    sections: tuple[str, ...] = ()
    total_of: tuple[tuple[str, ...], ...] = ()
    parts: tuple[str, ...] = ()
    tier: Tier | None = None
    unit: str | None = None
    rule: str = "APP003"
    value_in: Callable[[object], Any] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda row: attrgetter(".".join(row.path)), takes_self=True),
    )

    @property
    def is_bullet(self) -> bool:
        """Whether the line has a bullet or nothing in place of a number."""
        return self.printed in ("", "-", "+")

    def place(self, tier: Tier | None = None) -> str:
        """Say where the line stands: "mục 2, dòng 2, cấp cơ sở"."""
        parts = [f"mục {_joined(self.sections)}"] if self.sections else []
        parts.append(f"dòng “{self.label}”" if self.is_bullet else f"dòng {self.printed}")
        if self.tiered and tier is not None:
            parts.append(TIER_COLUMNS[tier].lower())
        return ", ".join(parts)


def _joined(numbers: tuple[str, ...]) -> str:
    """Join printed numbers; "3.3" under "3" says both: ("III", "3", "3.3") is "III.3.3"."""
    kept = [
        number
        for number, below in zip(numbers, (*numbers[1:], ""), strict=True)
        if not below.startswith(f"{number}.")
    ]
    return ".".join(kept)


@attrs.frozen
class Cell:
    """One figure of a filled-in form.

    Args:
        form: the form.
        row: the line.
        tier: the level it counts: its column, or what the line says; None if neither tells.
        value: the figure; None is a blank.
    """

    form: "Form"
    row: Row
    tier: Tier | None
    value: Any

    @property
    def path(self) -> str:
        """Its address, "kl62-pl2.criticism.sessions.commune"."""
        column = (self.tier,) if self.row.tiered and self.tier else ()
        return ".".join((self.form.code, *self.row.path, *column))

    @property
    def place(self) -> str:
        """Where it stands, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"."""
        return f"{self.form.name}, {self.row.place(self.tier)}"


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """An official or a user's own form, derived from its class.

    Args:
        code: its code in files and paths ("kl62-pl2").
        name: its name in a report ("Phụ lục 2").
        title: its title.
        record: the class it was derived from.
        rows: its lines in printed order.
    """

    code: str
    name: str
    title: str
    record: type
    rows: tuple[Row, ...]

    @property
    def tiers(self) -> bool:
        """Whether any line has tier columns."""
        return any(row.tiered for row in self.rows)

    def cells(self, instance: object) -> Iterator[Cell]:
        """Give every cell of a filled-in form in printed order, blanks included."""
        for row in self.rows:
            yield from self.row_cells(instance, row)

    def row_cells(self, instance: object, row: Row) -> Iterator[Cell]:
        """Give the cells of one line: none for a heading, else one, or one for each tier column."""
        if row.kind is Kind.HEADING:
            return
        value = row.value_in(instance)
        if row.tiered:
            for tier, figure in value.items():
                yield Cell(self, row, tier, figure)
        else:
            yield Cell(self, row, row.tier, value)

    def locate(self, path: str) -> tuple[Row, Tier | None]:
        """Find the line, and the tier column if one is named, at a path inside the form.

        Raises:
            KeyError: the form has no such line.
        """
        *line, last = wanted = path.split(".")
        for row in self.rows:
            if list(row.path) == wanted:
                return row, None
            if row.tiered and list(row.path) == line and last in TIER_COLUMNS:
                return row, Tier(last)
        raise KeyError(path)


_FORMS: dict[str, Form] = {}
_BY_RECORD: dict[type, Form] = {}


def registered_forms() -> dict[str, Form]:
    """Give all forms declared so far by code."""
    return dict(_FORMS)


def form_of(record: type) -> Form:
    """Give the form that was derived from a class.

    Raises:
        DeclarationError: the class is no form.
    """
    try:
        return _BY_RECORD[record]
    except KeyError:
        raise DeclarationError(f"{record.__name__} chưa được khai báo bằng @form") from None


def form(code: str, *, title: str, name: str = "", tiers: bool = False) -> Callable[[C], C]:
    """Register a class of rows as a form; stack it over `@attrs.frozen(kw_only=True)`.

    Args:
        code: the form's code, unique and kept for ever: it tags the form in files.
        title: its title.
        name: how a report calls it ("Phụ lục 2"); the title if empty.
        tiers: say True to require that the form has tier columns.

    Returns:
        a decorator that gives the class back, with tables for notebooks (`_repr_html_`).

    Raises:
        DeclarationError: the code is taken, a number stands twice, a total adds up what is not there or
            cannot be added, names of parts are missing, or a line could not be blank.

    >>> from mttq.labels import row
    >>> from mttq.typed import Count
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
            raise DeclarationError(f"{record.__name__}: @form đứng trên @attrs.frozen(kw_only=True)")
        if code in _FORMS:
            raise DeclarationError(f"mã biểu {code!r} đã có ({_FORMS[code].record.__name__})")
        if not code or "." in code:
            raise DeclarationError(f"mã biểu {code!r} không được trống hoặc có dấu chấm")
        rows = tuple(_rows(record, _Outer()))
        derived = Form(code=code, name=name or title, title=title, record=record, rows=rows)
        _lint(derived)
        if tiers and not derived.tiers:
            raise DeclarationError(f"{code}: tiers=True nhưng không có dòng nào là Tiered")
        _FORMS[code] = _BY_RECORD[record] = derived
        if not hasattr(record, "_repr_html_"):
            record._repr_html_ = _repr_html  # type: ignore[attr-defined]
        return record

    return register


def _repr_html(instance: object) -> str:
    from mttq.forms._tables import print_form  # which needs `form_of`

    return print_form(instance, "html")


@attrs.frozen(kw_only=True)
class _Outer:
    """What a row inherits from the sections around it."""

    path: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    label: str = ""
    own_printed: str = ""
    tier: Tier | None = None
    unit: str | None = None


def _rows(record: type, outer: _Outer) -> Iterator[Row]:
    for field in attrs.fields(attrs.resolve_types(record)):  # annotations may still be texts
        spec = spec_of(field)
        if isinstance(spec, RowSpec):
            yield _line(field.name, field.type, spec, outer)
        elif isinstance(spec, SectionSpec):
            yield from _part(field.name, field.type, spec, outer)


def _line(name: str, annotation: Any, spec: RowSpec, outer: _Outer) -> Row:
    bare, _ = unwrap(annotation)
    tiered = get_origin(bare) is Tiered
    if not conforms(annotation)(Tiered() if tiered else None):
        raise DeclarationError(f"{name}: dòng nào cũng có thể để trống, viết {describe(annotation)} | None")
    own_line = spec.number == ""
    default = outer.own_printed if own_line else spec.number
    return Row(
        number=".".join((*outer.numbers, spec.number) if spec.number else outer.numbers),
        printed=default if spec.printed is None else spec.printed,
        label=spec.label or outer.label,
        path=(*outer.path, name),
        kind=_kind(get_args(bare)[0] if tiered else annotation),
        tiered=tiered,
        sections=outer.printed[:-1] if own_line else outer.printed,
        total_of=tuple((*outer.path, *part.split(".")) for part in spec.total_of),
        parts=spec.parts,
        tier=spec.tier or outer.tier,
        unit=spec.unit or outer.unit,
        rule=spec.rule,
    )


def _part(name: str, block: Any, spec: SectionSpec, outer: _Outer) -> Iterator[Row]:
    if not attrs.has(block):
        raise DeclarationError(f"{name}: section() cần một lớp @attrs.frozen, không phải {block!r}")
    inner = _Outer(
        path=(*outer.path, name),
        numbers=(*outer.numbers, spec.number) if spec.number else outer.numbers,
        printed=(*outer.printed, spec.printed) if spec.number else outer.printed,
        label=spec.label,
        own_printed=spec.printed,
        tier=spec.tier or outer.tier,
        unit=spec.unit or outer.unit,
    )
    own_line = any(isinstance(s := spec_of(f), RowSpec) and s.number == "" for f in attrs.fields(block))
    if spec.number and not own_line:
        yield Row(
            number=".".join(inner.numbers),
            printed=spec.printed,
            label=spec.label,
            path=inner.path,
            kind=Kind.HEADING,
            sections=outer.printed,
        )
    yield from _rows(block, inner)


def _kind(annotation: Any) -> Kind:
    bare, _ = unwrap(annotation)
    members = get_args(bare) if get_origin(bare) in (Union, types.UnionType) else (annotation,)
    bares = [unwrap(member) for member in members]
    if any(kind is Pair for kind, _ in bares):
        return Kind.PAIR
    if any(kind is Triple for kind, _ in bares):
        return Kind.TRIPLE
    if any(kind is int and Label("đồng") in extra for kind, extra in bares):
        return Kind.MONEY
    return Kind.COUNT if any(kind is int for kind, _ in bares) else Kind.OTHER


def _lint(derived: Form) -> None:
    numbers = [row.number for row in derived.rows]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise DeclarationError(f"{derived.code}: số thứ tự lặp: {', '.join(twice)}")
    by_path = {row.path: row for row in derived.rows if row.kind is not Kind.HEADING}
    for row in derived.rows:
        if not row.label:
            raise DeclarationError(f"{derived.code}: dòng {row.number} thiếu tên")
        if row.total_of and row.kind in (Kind.PAIR, Kind.TRIPLE):
            raise DeclarationError(f"{derived.code}: dòng {row.number} có nhiều phần, không thể là một tổng")
        for path in row.total_of:
            part = by_path.get(path)
            if part is None:
                raise DeclarationError(f"{derived.code}: dòng {row.number} cộng {'.'.join(path)} không có")
            if part.tiered != row.tiered:
                raise DeclarationError(f"{derived.code}: dòng {row.number} cộng {'.'.join(path)} khác số cột")
        wanted = {Kind.PAIR: 2, Kind.TRIPLE: 3}.get(row.kind, 0)
        if len(row.parts) != wanted:
            raise DeclarationError(f"{derived.code}: dòng {row.number} cần tên của {wanted} phần")
