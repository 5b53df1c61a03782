"""From the fields of a class to the printed lines of a form."""

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any, Final, get_args, get_origin

import attrs

from mttq._declared.relations import Path, Relation, Shape, Term
from mttq._declared.types import conforms, counted_in, describe, unwrap
from mttq.errors import DeclarationError
from mttq.forms._columns import Column, columns_of, moved, moved_path
from mttq.forms._kinds import Kind, choice_of, is_text, kind_of
from mttq.forms._labels import Asked, RowSpec, SectionSpec, TableSpec, has_columns, label_of, spec_of
from mttq.values import Tier, Tiered
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["PARTS", "TIER_COLUMNS", "Row", "rows_of"]

TIER_COLUMNS: Final = {tier: label_of(Tiered, tier) for tier in Tier if tier in attrs.fields_dict(Tiered)}
"""The heads of the tier columns, as the appendices print them."""


PARTS: Final = ("first", "second", "third")
"""The parts of a cell with several figures, as paths name them."""


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
        parts: the names of the halves or thirds of its cells.
        tier: the level that it counts, where the line says so.
        is_text: whether words stand in its cell.
        choice: the words among which its cell chooses.
        record: of a register: the class of its records.
        unit: what it counts, where the form says so.
        shown_in: the unit of money in which it is printed, "triệu đồng"; đồng, if empty.
        stock: whether it is a state, not a flow.
        asked: "yearly" or "once" of a line that is not asked for each time.
        since: the first day of whose figures there is such a line; None if there always was one.
        until: the last day; None if there still is one.
        columns: the columns of its cells, of a register those of each record; none of a line that has one
            cell, or one for each tier.
        whole: the path of the line of which its percentages are shares; None if there is no such line.
        key: of a register: the columns that name a record.
        merge: of a register: whether records of one key are one line where reports are added up.
        relations: what it is to other figures; those of its form by their paths from the root of the form.

    >>> from mttq.forms import ParticipationAppendix, form_of
    >>> line = form_of(ParticipationAppendix).rows[1]
    >>> line.number, line.label
    ('1.1', 'Số cuộc giám sát bằng hình thức nghiên cứu, xem xét văn bản/Số đơn vị được giám sát')
    """

    number: str
    printed: str
    label: str
    path: tuple[str, ...]
    kind: Kind
    tiered: bool = False
    sections: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    tier: Tier | None = None
    is_text: bool = False
    choice: type[enum.Enum] | None = None
    record: type | None = None
    unit: str | None = None
    shown_in: str = ""
    stock: bool = False
    asked: Asked = ""
    since: dt.date | None = None
    until: dt.date | None = None
    columns: tuple[Column, ...] = ()
    whole: tuple[str, ...] | None = None
    key: tuple[str, ...] = ()
    merge: bool = False
    relations: tuple[Relation, ...] = ()
    value_in: Callable[[object], Any] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda row: attrgetter(".".join(row.path)), takes_self=True),
    )

    @property
    def total_of(self) -> tuple[tuple[str, ...], ...]:
        """The paths whose sum it is; none, if it is no sum."""
        sums = (relation for relation in self.relations if relation.shape is Shape.TOTAL_OF)
        return tuple(term.path.steps for relation in sums for term in relation.terms)

    @property
    def is_bullet(self) -> bool:
        """Whether the line has a bullet or nothing in place of a number."""
        return self.printed in ("", "-", "+")

    def place(
        self, tier: Tier | None = None, column: Column | None = None, record: int | None = None
    ) -> Phrase:
        """Say where the line stands: "mục 2, dòng 2, cấp cơ sở".

        Args:
            tier: of one of its cells: the column of a level.
            column: of one of its cells: the column.
            record: of a register: which of its records, from 0.
        """
        parts = [Phrase("mục {}", _joined(self.sections))] if self.sections else []
        if self.kind is Kind.REGISTER:
            parts += [Phrase("bảng “{}”", Phrase(self.label))] if self.label else []
            parts += [Phrase("dòng {}", record + 1)] if record is not None else []
        else:
            own = ("dòng “{}”", Phrase(self.label)) if self.is_bullet else ("dòng {}", self.printed)
            parts.append(Phrase(*own))
        if self.tiered and tier is not None:
            parts.append(Phrase(TIER_COLUMNS[tier].lower()))
        if column is not None:
            parts.append(Phrase("cột “{}”", column.label))
        return Phrase.joined(", ", parts)


def _joined(numbers: tuple[str, ...]) -> str:
    """Join printed numbers; "3.3" under "3" says both: ("III", "3", "3.3") is "III.3.3"."""
    kept = [
        number
        for number, below in zip(numbers, (*numbers[1:], ""), strict=True)
        if not below.startswith(f"{number}.")
    ]
    return ".".join(kept)


def rows_of(record: type, asked: Asked = "", printed: str | None = None) -> tuple[Row, ...]:
    """Derive the lines of a form from its class, in the order in which they are declared.

    Args:
        record: the class.
        asked: how often lines are asked for that do not say it.
        printed: what is shown of the numbers of lines that do not say it; the numbers if None.

    Raises:
        DeclarationError: a line could not be blank, a section is no class of rows, or a register no list of
            records.
    """
    rows = tuple(_rows(record, _Outer(asked=asked, shown=printed)))
    lists = [row.path for row in rows if row.kind is Kind.REGISTER]
    return tuple(_with_shares(_through_lists(row, lists) if lists else row, rows) for row in rows)


def _through_lists(row: Row, lists: list[tuple[str, ...]]) -> Row:
    """Return a line with relations that lead into the records of a register: into each of them."""

    def opened(path: Path) -> Path:
        found = next((way for way in lists if path.steps[: len(way)] == way), path.steps)
        if path.root != "~" or path.inner is not None or found == path.steps:
            return path
        return attrs.evolve(path, steps=found, inner=path.steps[len(found) :])

    def through(relation: Relation) -> Relation:
        terms, whole = (
            tuple(attrs.evolve(term, path=opened(term.path)) for term in part)
            for part in (relation.terms, relation.whole)
        )
        return attrs.evolve(relation, terms=terms, whole=whole)

    columns = (attrs.evolve(item, relations=tuple(map(through, item.relations))) for item in row.columns)
    return attrs.evolve(row, relations=tuple(map(through, row.relations)), columns=tuple(columns))


def _with_shares(row: Row, rows: tuple[Row, ...]) -> Row:
    """Return a line whose percentages know their whole: what stands in the same column of another line."""
    if row.whole is None:
        return row
    other = next((item for item in rows if item.path == row.whole and item.kind is Kind.COLUMNS), None)
    if other is None:
        known = [".".join(item.path) for item in rows if item.kind is Kind.COLUMNS]
        dotted = ".".join(row.whole)
        raise DeclarationError(Phrase("không có “{}”{}", dotted, meant(dotted, known)))
    there = {column.path for column in other.columns}

    def related(column: Column) -> Column:
        if not column.share:
            return column
        root, place = ("", ()) if row.kind is Kind.REGISTER else ("~", row.path)
        part = tuple(
            attrs.evolve(term, path=moved_path(term.path, place, root=root)) for term in column.share
        )
        same = (_longest(term.path.steps, there) for term in column.share)
        whole = tuple(Term(Path("~", (*other.path, *steps))) for steps in same)
        made = Relation(shape=Shape.SHARE_OF, terms=part, whole=whole)
        return attrs.evolve(column, relations=(*column.relations, made))

    return attrs.evolve(row, columns=tuple(map(related, row.columns)))


def _longest(steps: tuple[str, ...], known: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the longest end of a path that is known: the columns of a record may be in one of its own."""
    return next((steps[start:] for start in range(len(steps)) if steps[start:] in known), steps)


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
    stock: bool = False
    asked: Asked = ""
    shown: str | None = None
    relations: tuple[tuple[Relation, int], ...] = ()  # of sections, each with the depth of its lines


def _rows(record: type, outer: _Outer) -> Iterator[Row]:
    for field in attrs.fields(attrs.resolve_types(record)):  # annotations may still be texts
        spec = spec_of(field)
        if isinstance(spec, RowSpec):
            yield _line(field.name, field.type, spec, outer)
        elif isinstance(spec, SectionSpec):
            yield from _part(field.name, field.type, spec, outer)
        elif isinstance(spec, TableSpec):
            yield _register(field.name, field.type, spec, outer)


def _line(name: str, annotation: Any, spec: RowSpec, outer: _Outer) -> Row:
    bare, _ = unwrap(annotation)
    tiered, several = get_origin(bare) is Tiered, has_columns(bare)
    blank = next((item for item in get_args(bare) if has_columns(item)), None)
    if blank is not None and type(None) in get_args(bare):
        said = Phrase("{}: dòng nhiều cột để trống ở từng ô, viết {}, không có | None", name, blank.__name__)
        raise DeclarationError(said)
    if not several and not conforms(annotation)(Tiered() if tiered else None):
        raise DeclarationError(
            Phrase("{}: dòng nào cũng có thể để trống, viết {} | None", name, describe(annotation))
        )
    figure = get_args(bare)[0] if tiered else annotation
    own_line = spec.number == ""
    default = outer.own_printed if own_line else _shown(spec.number, outer)
    relations = (
        *(moved(relation, outer.path, root="~") for relation in spec.relations),
        *(
            moved(relation, outer.path[: depth - 1], (*outer.path[depth:], name), root="~")
            for relation, depth in outer.relations
        ),
    )
    if spec.whole and not several:
        raise DeclarationError(Phrase("{}: chỉ dòng có nhiều cột mới có {}", name, "whole="))
    of_line = partial(_of_line, path=(*outer.path, name), relations=relations)
    return Row(
        number=".".join(_numbers(name, spec.number, outer)),
        printed=default if spec.printed is None else spec.printed,
        label=spec.label or outer.label,
        path=(*outer.path, name),
        kind=Kind.COLUMNS if several else kind_of(figure),
        tiered=tiered,
        sections=outer.printed[:-1] if own_line else outer.printed,
        parts=spec.parts,
        tier=spec.tier or outer.tier,
        is_text=is_text(annotation),
        choice=choice_of(annotation),
        unit=spec.unit or counted_in(figure) or outer.unit,
        shown_in=spec.shown_in,
        stock=spec.stock or outer.stock,
        asked=spec.asked or outer.asked,
        since=spec.since,
        until=spec.until,
        columns=tuple(map(of_line, columns_of(bare))) if several else (),
        whole=_path_of_line(spec.whole, outer),
        relations=relations,
    )


def _shown(number: str | None, outer: _Outer) -> str:
    return (number or "") if outer.shown is None else outer.shown


def _path_of_line(path: Path | None, outer: _Outer) -> tuple[str, ...] | None:
    return None if path is None else moved_path(path, outer.path, root="~").steps


def _numbers(name: str, number: str | None, outer: _Outer) -> tuple[str, ...]:
    """Return what is joined to the number of a line in its form; a line without one is known by its name."""
    return outer.numbers if number == "" else (*outer.numbers, name if number is None else number)


def _of_line(column: Column, path: tuple[str, ...], relations: tuple[Relation, ...]) -> Column:
    """Return a column of a line: what the line is to others, each figure is to theirs in its column."""
    own = (moved(relation, path, root="~") for relation in column.relations)
    of_all = (moved(relation, (), column.path, root="~") for relation in relations if column.is_added)
    return attrs.evolve(column, relations=(*own, *of_all))


def _register(name: str, annotation: Any, spec: TableSpec, outer: _Outer) -> Row:
    bare, _ = unwrap(annotation)
    args = get_args(bare)
    if get_origin(bare) is not tuple or args[1:] != (...,) or not has_columns(args[0]):
        raise DeclarationError(
            Phrase("{}: table() cần tuple[…, ...] các lớp @columns, không phải {}", name, repr(annotation))
        )
    found = columns_of(args[0])
    known = [".".join(column.path) for column in found]
    for key in spec.key:
        if key not in known:
            raise DeclarationError(Phrase("{}: {}", name, Phrase("không có “{}”{}", key, meant(key, known))))
    return Row(
        number=".".join(_numbers(name, spec.number, outer)),
        printed=_shown(spec.number, outer) if spec.printed is None else spec.printed,
        label=spec.label,
        path=(*outer.path, name),
        kind=Kind.REGISTER,
        record=args[0],
        sections=outer.printed,
        tier=outer.tier,
        unit=spec.unit or outer.unit,
        stock=outer.stock,
        asked=spec.asked or outer.asked,
        since=spec.since,
        until=spec.until,
        columns=found,
        whole=_path_of_line(spec.whole, outer),
        key=spec.key,
        merge=spec.merge,
    )


def _part(name: str, block: Any, spec: SectionSpec, outer: _Outer) -> Iterator[Row]:
    if not attrs.has(block):
        raise DeclarationError(
            Phrase("{}: section() cần một lớp @attrs.frozen, không phải {}", name, repr(block))
        )
    inner = _Outer(
        path=(*outer.path, name),
        numbers=_numbers(name, spec.number, outer),
        printed=(*outer.printed, spec.printed) if spec.number else outer.printed,
        label=spec.label,
        own_printed=spec.printed,
        tier=spec.tier or outer.tier,
        unit=spec.unit or outer.unit,
        stock=spec.stock or outer.stock,
        asked=spec.asked or outer.asked,
        shown=outer.shown,
        relations=(*outer.relations, *((relation, len(outer.path) + 1) for relation in spec.relations)),
    )
    own_line = any(isinstance(s := spec_of(f), RowSpec) and s.number == "" for f in attrs.fields(block))
    if spec.number != "" and not own_line:
        yield Row(
            number=".".join(inner.numbers),
            printed=spec.printed,
            label=spec.label,
            path=inner.path,
            kind=Kind.HEADING,
            sections=outer.printed,
        )
    yield from _rows(block, inner)
