"""What of a report adds up over units, and in what way: found once for each class."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import prod
from operator import attrgetter
from typing import Any, Final, Literal, get_args, get_origin

import attrs

from mttq._declared.relations import MERGED, NO_SUM, Path, Relation, Shape, Stock, Term
from mttq._declared.types import KEY, Key, choices, counted_in, relations_on, unwrap
from mttq.forms import Form, Kind, Row, form_with
from mttq.forms._kinds import is_added
from mttq.report import Report
from mttq.values import Pair, Period, Qualifier, Quantity, Share, Tier, Tiered, Triple

__all__ = [
    "APART",
    "HANDED_ON",
    "LEDGERS",
    "RECEIVED",
    "RECORDS",
    "Layout",
    "Ratio",
    "Way",
    "annotation_at",
    "layout_of",
    "layout_of_form",
    "owner_of",
    "reader",
]

Way = Literal["flow", "stock", "opening", "asked"]
"""A flow adds over units and time; a stock is that of the last reports, an opening one of the first; what is
asked once a year or for an event is that of the last reports that tell it."""

RECORDS: Final = ""
"""The name of the layout of the records of a report."""

LEDGERS: Final = "funds.ledgers"
HANDED_ON: Final = f"{LEDGERS}:handed_on"
RECEIVED: Final = f"{LEDGERS}:transfers"

APART: Final = (HANDED_ON, RECEIVED)
"""Lists of which it is kept what each unit told, beside the sums: money that went from fund to fund."""

_PARTS: Final = ("population", "economy", "organisation", "membership", "campaigns", "funds")
_FIGURES: Final = {int, Quantity, Pair, Triple}


@attrs.frozen
class Ratio:
    """A printed percentage, by the paths of its part and its whole."""

    path: str
    part: tuple[tuple[bool, str], ...]
    whole: tuple[tuple[bool, str], ...]


@attrs.frozen(eq=False)
class Layout:
    """The figures of a form, of the records of a report, or of the items of a list.

    Args:
        name: the code of a form, the path of a list, `RECORDS`.
        paths: where they stand, from there.
        ways: how each adds.
        tiers: the level that each counts, where the form says so.
        units: the unit of each that names none.
        ratios: percentages of them.
        lists: the lists inside that add by the keys of their items.
        keys: of the items of a list, the fields that distinguish them.
        record: the class of a form or an item.
        period: the position of the period among the keys; None if there is none.
        products: by their paths, figures of the items of a list that are the product of two others there.
    """

    name: str
    paths: tuple[str, ...]
    ways: tuple[Way, ...]
    tiers: tuple[Tier | None, ...]
    units: tuple[str, ...]
    ratios: tuple[Ratio, ...] = ()
    lists: tuple["Layout", ...] = ()
    keys: tuple[str, ...] = ()
    record: Any = None
    period: int | None = None
    products: Mapping[str, tuple[str, str]] = attrs.field(factory=dict)
    read: Callable[[Any], tuple[Any, ...]] = attrs.field(
        init=False, default=attrs.Factory(lambda self: reader(self.paths), takes_self=True)
    )
    lists_of: Callable[[Any], tuple[Any, ...]] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: reader(tuple(one.place for one in self.lists)), takes_self=True),
    )

    def columns(self, records: Sequence[Any]) -> list[list[Any]]:
        """Return the figures of records, column by column; what is blank is the product that it must be."""
        columns = [list(map(attrgetter(path), records)) for path in self.paths]
        for path in self.products:
            column = columns[self.paths.index(path)]
            for place, value in enumerate(column):
                if value is None:
                    column[place] = self._told(path, records[place])
        return columns

    def _told(self, path: str, record: Any) -> Any:
        """Return a figure, or its product; None if a factor is blank, hedged or of another unit."""
        value = attrgetter(path)(record)
        if value is not None or path not in self.products:
            return value
        number, each = (self._told(factor, record) for factor in self.products[path])
        unit = getattr(each, "unit", None)
        if unit not in (None, self.units[self.paths.index(path)]):
            return None
        factors = [whole for factor in (number, each) if (whole := _whole(factor)) is not None]
        return prod(factors) if len(factors) == len(self.products[path]) else None

    def keys_of(self, records: Sequence[Any]) -> list[list[Any]]:
        """Return what distinguishes records, likewise."""
        return [list(map(attrgetter(name), records)) for name in self.keys]

    @property
    def is_list(self) -> bool:
        """Whether it is of the records of a list."""
        return ":" in self.name or self.name in _layouts()[RECORDS].names_of_lists

    @property
    def names_of_lists(self) -> tuple[str, ...]:
        """The names of the lists inside."""
        return tuple(inner.name for inner in self.lists)

    @property
    def place(self) -> str:
        """The path of a list from the record that holds it."""
        return self.name.rpartition(":")[2]


def _whole(value: int | Quantity | None) -> int | None:
    """Return an exact figure that counts by itself; None if it is none."""
    if isinstance(value, Quantity):
        exact = (
            value.qualifier is Qualifier.EXACT and not value.is_rounded and value.value == int(value.value)
        )
        return int(value.value) if exact else None
    return value


def reader(paths: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if not paths:
        return lambda _: ()
    if len(paths) == 1:
        read = attrgetter(paths[0])
        return lambda record: (read(record),)
    return attrgetter(*paths)


def layout_of(name: str) -> Layout:
    """Return the layout of a form by its code, of a list by its path, or of the records."""
    if name in _layouts():
        return _layouts()[name]
    code, register, _ = name.partition(":")
    form = form_with(code)
    assert form is not None  # noqa: S101 - its figures were added
    layout = layout_of_form(form)
    return next(inner for inner in layout.lists if inner.name == name) if register else layout


def owner_of(name: str) -> str:
    """Return the layout that holds a list: a form, or the records."""
    code, register, _ = name.partition(":")
    return code if register and form_with(code) is not None else RECORDS


@cache
def _layouts() -> dict[str, Layout]:
    records = _layout_of_record(RECORDS, Report, _PARTS)
    found = {RECORDS: records}
    for each in records.lists:
        found[each.name] = each
        found |= {inner.name: inner for inner in each.lists}
    return found


@cache
def layout_of_form(form: Form) -> Layout:
    """Return which cells of a form add up, and how; a register does, if it is declared with `merge=True`."""
    inside = {cell.position: cell.path.partition(".")[2] for cell in form.blank}
    cells = [
        cell for cell in form.blank if _adds(cell.kind, annotation_at(form.record, inside[cell.position]))
    ]
    return Layout(
        name=form.code,
        paths=tuple(inside[cell.position] for cell in cells),
        ways=tuple(_way_of(cell.row, is_running=cell.is_running) for cell in cells),
        tiers=tuple(cell.tier for cell in cells),
        units=tuple(_counted(cell.kind, cell.unit) for cell in cells),
        ratios=tuple(
            ratio
            for cell in form.blank
            if not cell.row.tiered
            for ratio in _ratios(inside[cell.position], cell.relations, (), "~")
        ),
        lists=tuple(_layout_of_register(form, row) for row in form.rows if row.merge),
        record=form.record,
    )


def _layout_of_register(form: Form, row: Row) -> Layout:
    dotted = ".".join(row.path)
    record = get_args(unwrap(annotation_at(form.record, dotted))[0])[0]
    columns = [
        column
        for column in row.columns
        if _adds(column.kind, annotation_at(record, ".".join(column.path)))
        and ".".join(column.path) not in row.key
    ]
    running = form.cumulative or row.stock
    return Layout(
        name=f"{form.code}:{dotted}",
        paths=tuple(".".join(column.path) for column in columns),
        ways=tuple(
            _way_of(row, is_running=running or column.stock or column.cumulative) for column in columns
        ),
        tiers=(row.tier,) * len(columns),
        units=tuple(_counted(column.kind, column.unit or row.unit) for column in columns),
        ratios=tuple(
            ratio
            for column in row.columns
            for ratio in _ratios(".".join(column.path), column.relations, (), "")
        ),
        keys=row.key,
        record=record,
    )


def _way_of(row: Row, *, is_running: bool) -> Way:
    if row.asked:
        return "asked"
    return "stock" if is_running else "flow"


def _adds(kind: Kind, annotation: Any) -> bool:
    return kind in (Kind.PAIR, Kind.TRIPLE) or (
        kind not in (Kind.REGISTER, Kind.HEADING) and is_added(annotation)
    )


def _counted(kind: Kind, unit: str | None) -> str:
    return "VND" if kind is Kind.MONEY else unit or ""


def annotation_at(record: Any, path: str) -> Any:
    """Return the type of what stands at a path inside a class."""
    annotation: Any = record
    for name in path.split("."):
        bare, _ = unwrap(annotation)
        if get_origin(bare) is Tiered:
            return get_args(bare)[0] | None
        holder = bare if attrs.has(bare) else get_origin(bare)
        annotation = attrs.fields_dict(attrs.resolve_types(holder))[name].type
    return annotation


def _ratios(path: str, relations: Iterable[Relation], place: tuple[str, ...], root: str) -> Iterator[Ratio]:
    """Return the percentage at a path, if it is one of figures beside it."""
    for relation in relations:
        if relation.shape is Shape.SHARE_OF:
            part, whole = (_sides(side, place, root) for side in (relation.terms, relation.whole))
            if part and whole:
                yield Ratio(path, part, whole)


def _sides(terms: tuple[Term, ...], place: tuple[str, ...], root: str) -> tuple[tuple[bool, str], ...]:
    """Return the terms of one side by their paths; nothing if one of them is no figure beside the others."""
    found = [(term.minus, _path_in(term.path, place, root)) for term in terms]
    return tuple((minus, path) for minus, path in found if path) if all(path for _, path in found) else ()


def _path_in(path: Path, place: tuple[str, ...], root: str) -> str:
    if path.inner is not None or path.counts or path.root not in (root, "", *("^" * n for n in (1, 2, 3))):
        return ""
    base = () if path.root == root else place[: len(place) - len(path.root)]
    return ".".join((*base, *path.steps))


def _layout_of_record(name: str, record: type, parts: tuple[str, ...] = ()) -> Layout:
    found = list(_walk(record, (), parts))
    figures = [(path, field) for path, field, kind in found if kind == "figure"]
    lists = [
        _layout_of_record(f"{name}:{path}".lstrip(":"), get_args(unwrap(field.type)[0])[0])
        for path, field, kind in found
        if kind == "list"
    ]
    ratios = [
        ratio
        for path, field, kind in found
        if kind == "share"
        for ratio in _ratios(path, relations_on(field.type), tuple(path.split("."))[:-1], "/")
    ]
    keys = [field for field in attrs.fields(attrs.resolve_types(record)) if _is_key(field.type)]
    return Layout(
        name=name,
        paths=tuple(path for path, _ in figures),
        ways=tuple(_way(field.type) for _, field in figures),
        tiers=(None,) * len(figures),
        units=tuple(counted_in(field.type) for _, field in figures),
        ratios=tuple(ratios),
        lists=tuple(lists),
        keys=tuple(field.name for field in keys),
        record=record,
        products=dict(_products(figures)),
        period=next((place for place, field in enumerate(keys) if Period in choices(field.type)), None),
    )


def _products(figures: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Return the figures that are declared to be a product of two others beside them."""
    for path, field in figures:
        for relation in relations_on(field.type):
            (term, *others) = relation.terms or (None,)
            if relation.shape is Shape.SAME_AS and term is not None and term.times is not None and not others:
                one, other = (_path_in(factor, (), "") for factor in (term.path, term.times))
                if one and other and "." not in path:
                    yield path, (one, other)


def _walk(record: Any, path: tuple[str, ...], parts: tuple[str, ...]) -> Iterator[tuple[str, Any, str]]:
    """Return the figures, lists and percentages of a record and of those inside it."""
    for field in attrs.fields(attrs.resolve_types(record)):
        here = (*path, field.name)
        marks = unwrap(field.type)[1]
        if NO_SUM in marks or (parts and field.name not in parts):
            continue
        kinds = set(choices(field.type)) - {type(None)}
        if MERGED in marks:
            yield ".".join(here), field, "list"
        elif kinds == {Share}:
            yield ".".join(here), field, "share"
        elif kinds and kinds <= _FIGURES:
            yield ".".join(here), field, "figure"
        elif len(kinds) == 1 and attrs.has(kind := kinds.pop()) and _is_record(field.type, kind):
            yield from _walk(kind, here, ())


def _is_record(annotation: Any, kind: Any) -> bool:
    """Return whether a field always holds a record: one that may be blank is not looked into."""
    return unwrap(annotation)[0] is kind and not kind.__module__.startswith("mttq.values")


def _is_key(annotation: Any) -> bool:
    return KEY in unwrap(annotation)[1] or any(isinstance(mark, Key) for mark in unwrap(annotation)[1])


def _way(annotation: Any) -> Way:
    stock = next((mark for mark in unwrap(annotation)[1] if isinstance(mark, Stock)), None)
    return "flow" if stock is None else "opening" if stock.opening else "stock"
