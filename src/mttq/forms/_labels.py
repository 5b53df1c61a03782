"""A label attached to a field, and read back.

Every word a reader sees about a field stands beside the field: `row()` and `section()` for the lines of a
form, `Annotated[..., Label("Số hộ")]` for the records of the model (an annotation, so that type checkers
still see which fields are required).
"""

from collections.abc import Callable
from typing import Any, Final, get_origin

import attrs

from mttq._typed import Label, fits, unwrap
from mttq.errors import DeclarationError
from mttq.values import Tier, Tiered
from mttq.values._units import unit_complaint
from mttq.wording import Lang
from mttq.wording import label as said

__all__ = ["RowSpec", "SectionSpec", "label_of", "row", "section", "spec_of"]

_KEY: Final = "mttq"


@attrs.frozen(kw_only=True)
class SectionSpec:
    """What `section()` declares: a heading, and what holds for all rows under it."""

    number: str
    label: str
    printed: str
    tier: Tier | None
    unit: str | None


@attrs.frozen(kw_only=True)
class RowSpec:
    """What `row()` declares: all that is known about one line of a form."""

    number: str
    label: str
    printed: str | None
    total_of: tuple[str, ...]
    parts: tuple[str, ...]
    tier: Tier | None
    unit: str | None


def row(
    number: str,
    label: str = "",
    *,
    printed: str | None = None,
    total_of: tuple[str, ...] = (),
    parts: tuple[str, ...] = (),
    tier: Tier | None = None,
    unit: str | None = None,
) -> Any:
    """Declare one line of a form; it starts blank.

    Args:
        number: its number inside its section, unique there; "" for the section's own line.
        label: its words, as the form prints them; an own line takes those of its section.
        printed: what the STT column shows, if not `number`: "" for nothing, "-" or "+" for a bullet before
            the label, a wrong number where the official form has one.
        total_of: the attributes whose sum this line is; "block.attribute" reaches into a section.
        parts: the names of the halves of a `Pair` or the thirds of a `Triple`.
        tier: the level of administration that the line counts.
        unit: what is counted, as a unit code of `mttq.vi` ("communes", "persons").

    Raises:
        DeclarationError: the unit resembles a code, and is none.

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
        total_of=total_of,
        parts=parts,
        tier=tier,
        unit=unit,
    )
    return _declared(spec, lambda annotation: Tiered() if get_origin(annotation) is Tiered else None)


def section(
    number: str = "",
    label: str = "",
    *,
    printed: str | None = None,
    tier: Tier | None = None,
    unit: str | None = None,
) -> Any:
    """Declare a part of a form that is a class of rows of its own; it starts with every row blank.

    Args:
        number: its number inside the part around it; "" if it is no line of its own.
        label: its words; printed as a heading, or as the label of the own line `row("")` of its class.
        printed: what the STT column shows, if not `number`.
        tier: the level of administration that its rows count.
        unit: what its rows count.

    Raises:
        DeclarationError: the unit resembles a code, and is none.
    """
    _refuse_mistyped(number, unit)
    spec = SectionSpec(
        number=number, label=label, printed=number if printed is None else printed, tier=tier, unit=unit
    )
    return _declared(spec, lambda annotation: annotation())


def _refuse_mistyped(number: str, unit: str | None) -> None:
    """Refuse a unit that resembles a code and is none.

    Raises:
        DeclarationError: it is.
    """
    told = unit and unit_complaint(unit)
    if told:
        raise DeclarationError(f"dòng {number}: {told}")


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


def label_of(record: type, name: str, lang: Lang = "vi") -> str:
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
