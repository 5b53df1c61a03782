"""A label attached to a field, and read back.

Every word a reader sees about a field stands beside the field: `row()` and `section()` for the lines of a
form, `Annotated[..., Label("Số hộ")]` for the records of the model (an annotation, so that type checkers
still see which fields are required).
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final, cast, get_origin

import attrs

from mttq._former import former_arguments
from mttq._relations import (
    Number,
    Relation,
    Sum,
    at_least,
    at_most,
    each,
    needed,
    same_as,
    share_of,
    total_of,
)
from mttq._typed import Label, fits, unwrap
from mttq.errors import DeclarationError
from mttq.values import Tier, Tiered
from mttq.values._units import unit_complaint
from mttq.wording import Lang, Phrase
from mttq.wording import label as said

__all__ = ["RowSpec", "SectionSpec", "label_of", "row", "section", "spec_of"]

_KEY: Final = "mttq"


Sums = Sum | tuple[Sum, ...]
"""One sum, or several that each make up the figure."""


@attrs.frozen(kw_only=True)
class SectionSpec:
    """What `section()` declares: a heading, and what holds for all rows under it."""

    number: str
    label: str
    printed: str
    tier: Tier | None
    unit: str | None
    relations: tuple[Relation, ...]


@attrs.frozen(kw_only=True)
class RowSpec:
    """What `row()` declares: all that is known about one line of a form."""

    number: str
    label: str
    printed: str | None
    parts: tuple[str, ...]
    tier: Tier | None
    unit: str | None
    stock: bool
    since: dt.date | None
    until: dt.date | None
    relations: tuple[Relation, ...]


def row(
    number: str,
    label: str = "",
    *,
    printed: str | None = None,
    total_of: Sums = (),
    at_most: Sum = (),
    at_least: Sum = (),
    same_as: str = "",
    each: tuple[Sum, Number | None, Number | None] | None = None,
    share_of: tuple[Sum, Sum] | None = None,
    needed: str = "",
    relations: tuple[Relation, ...] = (),
    parts: tuple[str, ...] = (),
    tier: Tier | None = None,
    unit: str | None = None,
    stock: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Any:
    """Declare one line of a form; it starts blank.

    What the line is to others is said by the paths of `docs/relations.md`: "built" is a line of the same
    class, "houses.built" one inside a section of it, "^built" one of the class around it, "~houses.built" one
    from the root of the form, "/population.households" a figure of the report.

    Args:
        number: its number inside its section, unique there; "" for the section's own line.
        label: its words, as the form prints them; an own line takes those of its section.
        printed: what the STT column shows, if not `number`: "" for nothing, "-" or "+" for a bullet before
            the label, a wrong number where the official form has one.
        total_of: the figures whose sum it is, "-x" for one that is taken away; several sums, if each of them
            makes it up.
        at_most: the figure, or the sum, that it is a part of.
        at_least: the figures that are parts of it, and need not make it up.
        same_as: the figure that is one fact with it.
        each: of what, and the least and the most of it for each, both included.
        share_of: part and whole of a printed percentage.
        needed: the figure with which it must be told.
        relations: more of these, and those with conditions, made by the functions of `mttq.forms`.
        parts: the names of the halves of a `Pair` or the thirds of a `Triple`.
        tier: the level of administration that the line counts.
        unit: what is counted, as a unit code of `mttq.vi` ("communes", "persons").
        stock: whether it is a state, which adds over units and never over time.
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
    _refuse_mistyped(number, unit)
    spec = RowSpec(
        number=number,
        label=label,
        printed=printed,
        parts=parts,
        tier=tier,
        unit=unit,
        stock=stock,
        since=since,
        until=until,
        relations=(
            *_totals(total_of),
            *_bounds(at_most, at_least, same_as),
            *_others(each, share_of, needed),
            *relations,
        ),
    )
    return _declared(spec, lambda annotation: Tiered() if get_origin(annotation) is Tiered else None)


def section(
    number: str = "",
    label: str = "",
    *,
    printed: str | None = None,
    at_most: Sum = (),
    at_least: Sum = (),
    same_as: str = "",
    tier: Tier | None = None,
    unit: str | None = None,
) -> Any:
    """Declare a part of a form that is a class of rows of its own; it starts with every row blank.

    A relation holds for each of its lines and the line of that name in the other section.

    Args:
        number: its number inside the part around it; "" if it is no line of its own.
        label: its words; printed as a heading, or as the label of the own line `row("")` of its class.
        printed: what the STT column shows, if not `number`.
        at_most: the section whose lines those of this one are parts of.
        at_least: the sections whose lines are parts of those of this one.
        same_as: the section whose lines are one fact with those of this one.
        tier: the level of administration that its rows count.
        unit: what its rows count.

    Raises:
        DeclarationError: the unit resembles a code, and is none; or a path is none.
    """
    _refuse_mistyped(number, unit)
    spec = SectionSpec(
        number=number,
        label=label,
        printed=number if printed is None else printed,
        tier=tier,
        unit=unit,
        relations=tuple(_bounds(at_most, at_least, same_as)),
    )
    return _declared(spec, lambda annotation: annotation())


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
    share: tuple[Sum, Sum] | None,
    wanted: str,
) -> list[Relation]:
    found = [each(*ratio)] if ratio else []
    found += [share_of(*share)] if share else []
    return [*found, needed(wanted)] if wanted else found


def _listed(given: Sum) -> tuple[Any, ...]:
    return (given,) if isinstance(given, str) else given


def _refuse_mistyped(number: str, unit: str | None) -> None:
    """Refuse a unit that resembles a code and is none.

    Raises:
        DeclarationError: it is.
    """
    told = unit and unit_complaint(unit)
    if told:
        raise DeclarationError(Phrase("dòng {}: {}", number, told))


def _declared(spec: RowSpec | SectionSpec, blank: Callable[[Any], object]) -> Any:
    """Make the attrs field; what "blank" is depends on the annotation, known once the class exists."""
    found: list[Any] = []

    def default(instance: attrs.AttrsInstance) -> object:
        if not found:
            fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(instance))
            found.extend(blank(field.type) for field in fields if field.metadata.get(_KEY) is spec)
        return found[0]

    return attrs.field(default=attrs.Factory(default, takes_self=True), metadata={_KEY: spec}, validator=fits)


def spec_of(field: "attrs.Attribute[Any]") -> RowSpec | SectionSpec | None:
    """Return what `row()` or `section()` declared for a field, or None for an ordinary field."""
    spec: RowSpec | SectionSpec | None = field.metadata.get(_KEY)
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
