"""A label attached to a field, and read back.

Every word a reader sees about a field stands beside the field: `row()`, `section()` and `table()` for the
lines of a form, `column()` for the cells of a line, `Annotated[..., Label("Số hộ")]` for the records of the
model (an annotation, so that type checkers still see which fields are required).
"""

import datetime as dt
from typing import Any, Final, Literal, cast, get_origin

import attrs

from mttq._declared.relations import (
    Number,
    Path,
    Relation,
    Sum,
    Term,
    at_least,
    at_most,
    between,
    each,
    needed,
    path_of,
    same_as,
    share_of,
    total_of,
)
from mttq._declared.types import Label, fits, not_among, unwrap
from mttq._names.former import former_arguments
from mttq.errors import DeclarationError
from mttq.values import Tier, Tiered
from mttq.values._units import unit_complaint
from mttq.wording import Lang, Phrase
from mttq.wording import label as said

__all__ = [
    "Asked",
    "ColumnSpec",
    "RowSpec",
    "SectionSpec",
    "Spec",
    "TableSpec",
    "column",
    "has_columns",
    "label_of",
    "row",
    "section",
    "spec_of",
    "table",
]

_KEY: Final = "mttq"


Sums = Sum | tuple[Sum, ...]
"""One sum, or several that each make up the figure."""

Asked = Literal["", "yearly", "once"]
"""How often a line is asked for, where that is not each time: once a year, or once for an event."""

_SCALES: Final = ("", "nghìn đồng", "triệu đồng", "tỷ đồng")


@attrs.frozen(kw_only=True)
class SectionSpec:
    """What `section()` declares: a heading, and what holds for all rows under it."""

    number: str | None
    label: str
    printed: str
    tier: Tier | None
    unit: str | None
    stock: bool = False
    asked: Asked = ""
    relations: tuple[Relation, ...]


@attrs.frozen(kw_only=True)
class RowSpec:
    """What `row()` declares: all that is known about one line of a form."""

    number: str | None
    label: str
    printed: str | None
    parts: tuple[str, ...]
    tier: Tier | None
    unit: str | None
    shown_in: str = ""
    stock: bool
    asked: Asked = ""
    since: dt.date | None
    until: dt.date | None
    whole: Path | None = None
    relations: tuple[Relation, ...]


@attrs.frozen(kw_only=True)
class TableSpec:
    """What `table()` declares: a register, whose records are lines."""

    number: str | None
    label: str
    printed: str | None
    key: tuple[str, ...]
    merge: bool
    unit: str | None
    asked: Asked
    since: dt.date | None
    until: dt.date | None
    whole: Path | None


@attrs.frozen(kw_only=True)
class ColumnSpec:
    """What `column()` declares: one column of a class of columns."""

    label: str
    ticked: bool
    unit: str | None
    shown_in: str
    stock: bool
    cumulative: bool
    since: dt.date | None
    until: dt.date | None
    share: tuple[Term, ...]
    relations: tuple[Relation, ...]


Spec = RowSpec | SectionSpec | TableSpec | ColumnSpec
"""What one of the four functions declares for a field."""


def row(
    number: str | None,
    label: str = "",
    *,
    printed: str | None = None,
    total_of: Sums = (),
    at_most: Sum = (),
    at_least: Sum = (),
    same_as: str = "",
    each: tuple[Sum, Number | None, Number | None] | None = None,
    between: tuple[Number | None, Number | None] | None = None,
    share_of: tuple[Sum, Sum] | None = None,
    needed: str = "",
    relations: tuple[Relation, ...] = (),
    parts: tuple[str, ...] = (),
    whole: str = "",
    tier: Tier | None = None,
    unit: str | None = None,
    shown_in: str = "",
    stock: bool = False,
    asked: Asked = "",
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Any:
    """Declare one line of a form; it starts blank.

    Its class says what stands in it: one figure (`Count | None`), one for each tier (`Tiered[Count]`), or
    one for each column of a class of `@mttq.columns`.  What such a line is to others, each of its columns is
    to their column of that name.

    What the line is to others is said by the paths of `docs/relations.md`: "built" is a line of the same
    class, "houses.built" one inside a section of it, "^built" one of the class around it, "~houses.built" one
    from the root of the form, "/population.households" a figure of the report.

    Args:
        number: its number inside its section, unique there; None if it has none, "" for the section's own
            line.
        label: its words, as the form prints them; an own line takes those of its section.
        printed: what the STT column shows, if not `number`: "" for nothing, "-" or "+" for a bullet before
            the label, a wrong number where the official form has one.
        total_of: the figures whose sum it is, "-x" for one that is taken away; several sums, if each of them
            makes it up.
        at_most: the figure, or the sum, that it is a part of.
        at_least: the figures that are parts of it, and need not make it up.
        same_as: the figure that is one fact with it.
        each: of what, and the least and the most of it for each, both included.
        between: the least and the most that it is, both included; `None` is no limit.
        share_of: part and whole of a printed percentage.
        needed: the figure with which it must be told.
        relations: more of these, and those with conditions, made by the functions of `mttq.forms`.
        parts: the names of the halves of a `Pair` or the thirds of a `Triple`.
        whole: the line of which this one is a part, for its percentages: `column(share_of="count")`.
        tier: the level of administration that the line counts.
        unit: what is counted, as a unit code of `mttq.vi` ("communes", "persons"); of `Money` it is đồng.
        shown_in: how its sums of money, which are stored in đồng, are printed: "nghìn đồng", "triệu đồng" or
            "tỷ đồng"; in đồng if empty.
        stock: whether it is a state, which adds over units and never over time.
        asked: "yearly" or "once" of a line that is not asked for each time.
        since: the first day of whose figures there is such a line.
        until: the last day.

    Raises:
        DeclarationError: the unit resembles a code, and is none; or a path is none.

    >>> @attrs.frozen(kw_only=True)
    ... class Houses:
    ...     built: int | None = row("1", "Số nhà xây mới")
    >>> Houses(), label_of(Houses, "built")
    (Houses(built=None), 'Số nhà xây mới')
    """
    _refuse_mistyped(number, unit, shown_in)
    spec = RowSpec(
        number=number,
        label=label,
        printed=printed,
        parts=parts,
        tier=tier,
        unit=unit,
        shown_in=shown_in,
        stock=stock,
        asked=asked,
        since=since,
        until=until,
        whole=path_of(whole) if whole else None,
        relations=(
            *_totals(total_of),
            *_bounds(at_most, at_least, same_as),
            *_others(each, between, share_of, needed),
            *relations,
        ),
    )
    return _declared(spec)


def table(
    number: str | None = None,
    label: str = "",
    *,
    printed: str | None = None,
    key: str | tuple[str, ...] = (),
    merge: bool = False,
    whole: str = "",
    unit: str | None = None,
    asked: Asked = "",
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Any:
    """Declare a register: lines that repeat, each a record of a class of `@mttq.columns`; none means blank.

    The total that is stated under it is a line of its own: `row("T", "Cộng", total_of="villages")`, of a
    class with the columns that are added up.

    Args:
        number: its number inside its section, unique there; None if it has none.
        label: its words, printed above the records; nothing is printed if they are empty.
        printed: what the STT column shows, if not `number`.
        key: the columns that name a record, by which it is known again.
        merge: whether records of one key are one line where reports are added up; else they are listed.
        whole: the line of which the records are parts, for their columns of percentages.
        unit: what is counted in columns that do not say it.
        asked: "yearly" or "once" of a register that is not asked for each time.
        since: the first day of whose figures there is such a register.
        until: the last day.

    Raises:
        DeclarationError: the unit resembles a code, and is none; or a path is none.

    >>> import mttq
    >>> @mttq.columns
    ... @attrs.frozen(kw_only=True)
    ... class Village:
    ...     name: str | None = column("Thôn")
    ...     households: int | None = column("Số hộ", unit="households")
    >>> @mttq.form("doctest-villages", title="Số hộ các thôn")
    ... @attrs.frozen(kw_only=True)
    ... class Villages:
    ...     villages: tuple[Village, ...] = table(key="name")
    ...     total: Village = row("T", "Cộng", printed="", total_of="villages")
    >>> counted = [Village(name="A Roàng", households=95), Village(name="Pa Ling", households=1550)]
    >>> print(mttq.render(Villages(villages=counted, total=Village(households=1645))))
    Số hộ các thôn
    <BLANKLINE>
    STT  Thôn     Số hộ
    ---  -------  -----
    1    A Roàng     95
    2    Pa Ling  1.550
         Cộng     1.645
    """
    _refuse_mistyped(number, unit)
    spec = TableSpec(
        number=number,
        label=label,
        printed=printed,
        key=(key,) if isinstance(key, str) else key,
        merge=merge,
        unit=unit,
        asked=asked,
        since=since,
        until=until,
        whole=path_of(whole) if whole else None,
    )
    return _declared(spec)


def column(
    label: str = "",
    *,
    total_of: Sums = (),
    at_most: Sum = (),
    at_least: Sum = (),
    same_as: str = "",
    each: tuple[Sum, Number | None, Number | None] | None = None,
    between: tuple[Number | None, Number | None] | None = None,
    share_of: tuple[Sum, Sum] | str | None = None,
    needed: str = "",
    relations: tuple[Relation, ...] = (),
    ticked: bool = False,
    unit: str | None = None,
    shown_in: str = "",
    stock: bool = False,
    cumulative: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Any:
    """Declare one column of a class of `@mttq.columns`; it starts blank.

    A column whose class has columns itself puts them in, under its own head if it has one; what it is to
    others holds for each of them that can be added up, as of a row with columns.  In a column of an
    `Enum` stands one of its words, in one of a `frozenset` of it several; a file names them by their members.
    Paths are written from the class, "^x" is beside the line in the form.

    Args:
        label: its head.
        total_of: the columns whose sum it is, in the same line.
        at_most: as of `row`, and so on.
        at_least: ...
        same_as: ...
        each: ...
        between: ...
        share_of: part and whole of a printed percentage; the part alone, if the whole is the same column of
            another line, which the line names by `whole=`.
        needed: the column with which it must be told.
        relations: more of these.
        ticked: whether each word of an `Enum` is printed as a column of its own, with a cross.
        unit: what is counted, as a unit code of `mttq.vi`; that of the line if None.
        shown_in: how its sums of money are printed, as of `row`.
        stock: whether it is a state, which adds over units and never over time.
        cumulative: whether it counts from the beginning of the year, or of a campaign.
        since: the first day of whose figures there is such a column.
        until: the last day.

    Raises:
        DeclarationError: the unit resembles a code, and is none; or a path is none.
    """
    _refuse_mistyped(label, unit, shown_in)
    part, both = (share_of, None) if isinstance(share_of, str) else ("", share_of)
    spec = ColumnSpec(
        label=label,
        ticked=ticked,
        unit=unit,
        shown_in=shown_in,
        stock=stock,
        cumulative=cumulative,
        since=since,
        until=until,
        share=(Term(path_of(part)),) if part else (),
        relations=(
            *_totals(total_of),
            *_bounds(at_most, at_least, same_as),
            *_others(each, between, both, needed),
            *relations,
        ),
    )
    return _declared(spec)


def section(
    number: str | None = "",
    label: str = "",
    *,
    printed: str | None = None,
    at_most: Sum = (),
    at_least: Sum = (),
    same_as: str = "",
    tier: Tier | None = None,
    unit: str | None = None,
    stock: bool = False,
    asked: Asked = "",
) -> Any:
    """Declare a part of a form that is a class of rows of its own; it starts with every row blank.

    A relation holds for each of its lines and the line of that name in the other section.

    Args:
        number: its number inside the part around it; None of a heading without one, "" if it is no line of
            its own.
        label: its words; printed as a heading, or as the label of the own line `row("")` of its class.
        printed: what the STT column shows, if not `number`.
        at_most: the section whose lines those of this one are parts of.
        at_least: the sections whose lines are parts of those of this one.
        same_as: the section whose lines are one fact with those of this one.
        tier: the level of administration that its rows count.
        unit: what its rows count.
        stock: whether its rows tell what there is at the end of their time, and so never add up over times.
        asked: "yearly" or "once" of rows that are not asked for each time.

    Raises:
        DeclarationError: the unit resembles a code, and is none; or a path is none.
    """
    _refuse_mistyped(number, unit)
    spec = SectionSpec(
        number=number,
        label=label,
        printed=(number or "") if printed is None else printed,
        tier=tier,
        unit=unit,
        stock=stock,
        asked=asked,
        relations=tuple(_bounds(at_most, at_least, same_as)),
    )
    return _declared(spec)


def _totals(sums: Sums) -> list[Relation]:
    """Return a relation for each sum."""
    several = isinstance(sums, tuple) and any(isinstance(item, tuple) for item in sums)
    return [total_of(*_listed(cast("Sum", item))) for item in (sums if several else (sums,)) if item]


def _bounds(most: Sum, least: Sum, same: str) -> list[Relation]:
    found = [at_most(*_listed(most))] if most else []
    found += [at_least(*_listed(least))] if least else []
    return found + ([same_as(same)] if same else [])


def _others(
    ratio: tuple[Sum, Number | None, Number | None] | None,
    limits: tuple[Number | None, Number | None] | None,
    share: tuple[Sum, Sum] | None,
    wanted: str,
) -> list[Relation]:
    found = [each(*ratio)] if ratio else []
    found += [between(*limits)] if limits else []
    found += [share_of(*share)] if share else []
    return [*found, needed(wanted)] if wanted else found


def _listed(given: Sum) -> tuple[Any, ...]:
    return (given,) if isinstance(given, str) else given


def _refuse_mistyped(number: str | None, unit: str | None, shown_in: str = "") -> None:
    """Refuse a unit that resembles a code and is none.

    Raises:
        DeclarationError: it is.
    """
    told = unit and unit_complaint(unit)
    if told:
        raise DeclarationError(Phrase("dòng {}: {}", number or "", told))
    if shown_in not in _SCALES:
        raise not_among("shown_in", _SCALES[1:], shown_in)


def _blank(spec: Spec, annotation: Any) -> object:
    """Return what stands in a field of a form of which nothing is filled in."""
    bare, _ = unwrap(annotation)
    kind = get_origin(bare) or bare
    if isinstance(spec, TableSpec):
        return ()
    if isinstance(spec, SectionSpec) or kind in (Tiered, frozenset):
        return kind()
    return kind() if has_columns(kind) else None


def has_columns(kind: Any) -> bool:
    """Return whether something is a class of columns."""
    return (
        isinstance(kind, type)
        and attrs.has(kind)
        and any(isinstance(spec_of(field), ColumnSpec) for field in attrs.fields(kind))
    )


def _declared(spec: Spec) -> Any:
    """Make the attrs field; what "blank" is depends on the annotation, known once the class exists."""
    found: list[Any] = []

    def default(instance: attrs.AttrsInstance) -> object:
        if not found:
            fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(instance))
            found.extend(_blank(spec, field.type) for field in fields if field.metadata.get(_KEY) is spec)
        return found[0]

    return attrs.field(default=attrs.Factory(default, takes_self=True), metadata={_KEY: spec}, validator=fits)


def spec_of(field: "attrs.Attribute[Any]") -> Spec | None:
    """Return what was declared for a field by one of these functions, or None for an ordinary field."""
    spec: Spec | None = field.metadata.get(_KEY)
    return spec


@former_arguments("0.2", "lang")
def label_of(record: type, name: str, *, lang: Lang = "vi") -> str:
    """Return the label of a field in a language; its name if it has none.

    Raises:
        KeyError: the record has no such field.
    """
    field: attrs.Attribute[Any] = attrs.fields_dict(record)[name]
    spec = spec_of(field)
    if spec is not None:
        return said(spec.label, lang) or name
    found = (extra.text for extra in unwrap(field.type)[1] if isinstance(extra, Label))
    return said(next(found, name), lang)
