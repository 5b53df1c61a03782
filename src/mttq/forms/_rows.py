"""From the fields of a class to the printed lines of a form."""

import datetime as dt
import enum
import types
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, Union, get_args, get_origin

import attrs

from mttq._relations import Condition, Path, Relation, Shape, Term
from mttq._typed import Label, conforms, describe, unwrap
from mttq.errors import DeclarationError
from mttq.forms._labels import RowSpec, SectionSpec, label_of, spec_of
from mttq.values import Pair, Tier, Tiered, Triple
from mttq.wording import Phrase

__all__ = ["PARTS", "TIER_COLUMNS", "Kind", "Row", "rows_of"]

TIER_COLUMNS: Final = {tier: label_of(Tiered, tier) for tier in Tier if tier in attrs.fields_dict(Tiered)}
"""The heads of the tier columns, as the appendices print them."""


PARTS: Final = ("first", "second", "third")
"""The parts of a cell with several figures, as paths name them."""


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
        parts: the names of the halves or thirds of its cells.
        tier: the level that it counts, where the line says so.
        unit: what it counts, where the form says so.
        stock: whether it is a state, not a flow.
        since: the first day of whose figures there is such a line; None if there always was one.
        until: the last day; None if there still is one.
        relations: what it is to other figures; those of its form by their paths from the root of the form.
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
    unit: str | None = None
    stock: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
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

    def place(self, tier: Tier | None = None) -> Phrase:
        """Say where the line stands: "mục 2, dòng 2, cấp cơ sở"."""
        parts = [Phrase("mục {}", _joined(self.sections))] if self.sections else []
        own = ("dòng “{}”", Phrase(self.label)) if self.is_bullet else ("dòng {}", self.printed)
        parts.append(Phrase(*own))
        if self.tiered and tier is not None:
            parts.append(Phrase(TIER_COLUMNS[tier].lower()))
        return Phrase.joined(", ", parts)


def _joined(numbers: tuple[str, ...]) -> str:
    """Join printed numbers; "3.3" under "3" says both: ("III", "3", "3.3") is "III.3.3"."""
    kept = [
        number
        for number, below in zip(numbers, (*numbers[1:], ""), strict=True)
        if not below.startswith(f"{number}.")
    ]
    return ".".join(kept)


def rows_of(record: type) -> tuple[Row, ...]:
    """Derive the lines of a form from its class, in the order in which they are declared.

    Raises:
        DeclarationError: a line could not be blank, or a section is no class of rows.
    """
    return tuple(_rows(record, _Outer()))


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
    relations: tuple[tuple[Relation, int], ...] = ()  # of sections, each with the depth of its lines


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
        raise DeclarationError(
            Phrase("{}: dòng nào cũng có thể để trống, viết {} | None", name, describe(annotation))
        )
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
        parts=spec.parts,
        tier=spec.tier or outer.tier,
        unit=spec.unit or outer.unit,
        stock=spec.stock,
        since=spec.since,
        until=spec.until,
        relations=(
            *(_from_root(relation, outer.path) for relation in spec.relations),
            *(
                _from_root(relation, outer.path[: depth - 1], (*outer.path[depth:], name))
                for relation, depth in outer.relations
            ),
        ),
    )


def _from_root(relation: Relation, place: tuple[str, ...], line: tuple[str, ...] = ()) -> Relation:
    """Return a relation with its paths from the root of the form, or from the report.

    Args:
        relation: what stands on a row, or on a section.
        place: the path of the class in which it stands.
        line: of a section, the path of the line inside it.
    """

    def of(terms: Iterable[Term]) -> tuple[Term, ...]:
        return tuple(attrs.evolve(term, path=moved(term.path)) for term in terms)

    def moved(path: Path) -> Path:
        steps = (*path.steps, *line)
        if path.root in ("~", "/"):
            return attrs.evolve(path, steps=steps)
        up = len(path.root)
        if up > len(place):
            raise DeclarationError(Phrase("{}: trên đó không còn khối nào", str(path)))
        return attrs.evolve(path, root="~", steps=(*place[: len(place) - up], *steps))

    where = relation.where
    if where is not None:
        where = Condition((*place, *where.steps), where.member)
    return attrs.evolve(relation, terms=of(relation.terms), whole=of(relation.whole), where=where)


def _part(name: str, block: Any, spec: SectionSpec, outer: _Outer) -> Iterator[Row]:
    if not attrs.has(block):
        raise DeclarationError(
            Phrase("{}: section() cần một lớp @attrs.frozen, không phải {}", name, repr(block))
        )
    inner = _Outer(
        path=(*outer.path, name),
        numbers=(*outer.numbers, spec.number) if spec.number else outer.numbers,
        printed=(*outer.printed, spec.printed) if spec.number else outer.printed,
        label=spec.label,
        own_printed=spec.printed,
        tier=spec.tier or outer.tier,
        unit=spec.unit or outer.unit,
        relations=(*outer.relations, *((relation, len(outer.path) + 1) for relation in spec.relations)),
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
