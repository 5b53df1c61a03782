"""From a class of columns to the cells of a line, or of a record of a register."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from mttq._declared.relations import Path, Relation, Term
from mttq._declared.types import Count, conforms, counted_in, describe
from mttq.errors import DeclarationError
from mttq.forms._kinds import Kind, choice_of, is_added, is_text, kind_of
from mttq.forms._labels import ColumnSpec, column, has_columns, spec_of
from mttq.values import Share
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["Column", "CountAndShare", "columns", "columns_of", "moved", "moved_path"]

C = TypeVar("C", bound=type)


@attrs.frozen(kw_only=True)
class Column:
    """One column of a line, or of a register.

    Args:
        path: the attributes that lead from the line to its cell.
        heads: what is printed above it, from the top: ("Đã tiếp nhận", "Trong kỳ báo cáo").
        kind: what its cells hold.
        is_added: whether its cells can be added up.
        is_text: whether they hold words.
        choice: the words among which they choose.
        is_ticked: whether each of these words is printed as a column of its own, with a cross.
        unit: what it counts, where the form says so.
        shown_in: the unit of money in which it is printed, "triệu đồng"; đồng, if empty.
        stock: whether it is a state, not a flow.
        cumulative: whether it runs on from one period to the next, as a sum since the year began.
        since: the first day of whose figures there is such a column; None if there always was one.
        until: the last day; None if there still is one.
        relations: what it is to other figures: of a line by their paths from the root of the form, of a
            register by their paths from the record.
        share: of a percentage whose whole stands in another line: the terms of its part.
    """

    path: tuple[str, ...]
    heads: tuple[str, ...]
    kind: Kind
    is_added: bool = False
    is_text: bool = False
    choice: type[enum.Enum] | None = None
    is_ticked: bool = False
    unit: str | None = None
    shown_in: str = ""
    stock: bool = False
    cumulative: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    relations: tuple[Relation, ...] = ()
    share: tuple[Term, ...] = ()
    value_in: Callable[[object], Any] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda column: attrgetter(".".join(column.path)), takes_self=True),
    )

    @property
    def label(self) -> Phrase:
        """Its heads in one line, "Đã tiếp nhận: Trong kỳ báo cáo"."""
        return Phrase.joined(": ", map(Phrase, self.heads))


def columns(record: C) -> C:
    """Check a class of columns; stack it over `@attrs.frozen(kw_only=True)`.

    A row of such a class has a cell for each column, and a register of `table()` such records.

    Returns:
        the class.

    Raises:
        DeclarationError: a field is no `column()` or could not be blank, or a relation names what is not
            there; one of a column with columns inside is to another of the same class.

    >>> from mttq import Count
    >>> from mttq.forms import column
    >>> @columns
    ... @attrs.frozen(kw_only=True)
    ... class Structure:
    ...     nominated: Count | None = column("Tổng số")
    ...     women: Count | None = column("Nữ", at_most="nominated")
    >>> [str(item.label) for item in columns_of(Structure)]
    ['Tổng số', 'Nữ']
    """
    if not hasattr(record, "__attrs_attrs__"):
        raise DeclarationError(Phrase("{}: @columns đứng trên @attrs.frozen(kw_only=True)", record.__name__))
    columns_of(record)
    return record


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """Return the columns of a class, those of the classes in its columns in their place.

    Raises:
        DeclarationError: as `columns`.
    """
    return tuple(_columns(record, (), ()))


def _columns(record: Any, path: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[Column]:
    fields = attrs.fields(attrs.resolve_types(record))  # annotations may still be texts
    for field in fields:
        spec, said = spec_of(field), f"{record.__name__}.{field.name}"
        if not isinstance(spec, ColumnSpec):
            raise DeclarationError(Phrase("{}: mỗi trường của lớp @columns là một column()", said))
        inner = (*heads, spec.label) if spec.label else heads
        if has_columns(field.type):
            if spec.share:
                raise DeclarationError(Phrase("{}: tỷ lệ ghi ở từng cột bên trong", said))
            _refuse_unknown(said, spec, [other.name for other in fields if other.type is field.type])
            for column in _columns(field.type, (*path, field.name), inner):
                yield _with_relations(column, spec, path)
        else:
            _refuse_unfit(said, field.type, spec, [other.name for other in fields])
            yield _column(field.name, field.type, spec, path, inner)


def _refuse_unfit(said: str, annotation: Any, spec: ColumnSpec, names: list[str]) -> None:
    """Refuse a column that could not be blank, or would be what its words deny.

    Raises:
        DeclarationError: it is such.
    """
    kind, choice = kind_of(annotation), choice_of(annotation)
    blank: object = frozenset() if conforms(annotation)(frozenset()) else None
    if not conforms(annotation)(blank):
        raise DeclarationError(
            Phrase("{}: dòng nào cũng có thể để trống, viết {} | None", said, describe(annotation))
        )
    if kind in (Kind.PAIR, Kind.TRIPLE):
        raise DeclarationError(Phrase("{}: mỗi cột giữ một số, cần tách thành nhiều cột", said))
    if spec.ticked and choice is None:
        raise DeclarationError(Phrase("{}: chỉ đánh dấu được giữa các giá trị của một Enum", said))
    if spec.shown_in and kind is not Kind.MONEY:
        raise DeclarationError(Phrase("{}: chỉ số tiền mới in theo {}", said, spec.shown_in))
    _refuse_unknown(said, spec, names)


def _refuse_unknown(said: str, spec: ColumnSpec, names: list[str]) -> None:
    """Refuse relations to columns that are not there.

    Raises:
        DeclarationError: there is such a relation.
    """
    for name in (name for relation in spec.relations for name in relation.names):
        if name not in names:
            raise DeclarationError(
                Phrase("{}: {}", said, Phrase("không có “{}”{}", name, meant(name, names)))
            )


def _with_relations(column: Column, spec: ColumnSpec, path: tuple[str, ...]) -> Column:
    """Return a column inside another with the relations of that one, each to the column like it there."""
    if not (spec.relations and column.is_added):
        return column
    line = column.path[len(path) + 1 :]
    of_all = tuple(moved(relation, path, line) for relation in spec.relations)
    return attrs.evolve(column, relations=(*column.relations, *of_all))


def _column(
    name: str, annotation: Any, spec: ColumnSpec, path: tuple[str, ...], heads: tuple[str, ...]
) -> Column:
    return Column(
        path=(*path, name),
        heads=heads or (name,),
        kind=kind_of(annotation),
        is_added=is_added(annotation),
        is_text=is_text(annotation),
        choice=choice_of(annotation),
        is_ticked=spec.ticked,
        unit=spec.unit or counted_in(annotation) or None,
        shown_in=spec.shown_in,
        stock=spec.stock,
        cumulative=spec.cumulative,
        since=spec.since,
        until=spec.until,
        relations=tuple(moved(relation, path) for relation in spec.relations),
        share=tuple(attrs.evolve(term, path=moved_path(term.path, path)) for term in spec.share),
    )


def moved(relation: Relation, place: tuple[str, ...], line: tuple[str, ...] = (), root: str = "") -> Relation:
    """Return a relation with its paths seen from further up.

    Args:
        relation: what was declared.
        place: the names that lead from there to the class of the declaration.
        line: what is added to each path.
        root: "~" if that is the root of a form, "" if it is a record of a list.

    Raises:
        DeclarationError: a path goes up further than the root of a form.
    """

    def of(terms: Iterable[Term]) -> tuple[Term, ...]:
        pairs = ((term, term.times and moved_path(term.times, place, line, root)) for term in terms)
        return tuple(
            attrs.evolve(term, path=moved_path(term.path, place, line, root), times=times)
            for term, times in pairs
        )

    where = tuple(attrs.evolve(item, steps=(*place, *item.steps)) for item in relation.where)
    return attrs.evolve(relation, terms=of(relation.terms), whole=of(relation.whole), where=where)


def moved_path(path: Path, place: tuple[str, ...], line: tuple[str, ...] = (), root: str = "") -> Path:
    """Return a path seen from further up; see `moved`."""
    ended = _with_end(path, line)
    if path.root in ("~", "/"):
        return ended
    if path.root == "<":  # the same line at the time before
        return attrs.evolve(ended, steps=(*place, *ended.steps))
    up = len(path.root)
    beyond = up - len(place)
    if beyond > 0 and root:
        raise DeclarationError(Phrase("{}: trên đó không còn khối nào", str(path)))
    steps = (*place[: max(len(place) - up, 0)], *ended.steps)
    return attrs.evolve(ended, root=root or "^" * max(beyond, 0), steps=steps)


def _with_end(path: Path, line: tuple[str, ...]) -> Path:
    """Return a path that goes on; of a list, in each of its items."""
    if path.inner is None:
        return attrs.evolve(path, steps=(*path.steps, *line))
    return attrs.evolve(path, inner=(*path.inner, *line))


@columns
@attrs.frozen(kw_only=True)
class CountAndShare:
    """Số lượng | Tỷ lệ %: a count, and what it is of that of the line named by `whole=`.

    >>> CountAndShare(count=120, share=Share.of(120, 165, decimals=1)).share
    Share(percent=Decimal('72.7'))
    """

    count: Count | None = column("Số lượng")
    share: Share | None = column("Tỷ lệ %", share_of="count")
