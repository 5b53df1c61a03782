"""What fields of records and cells of forms hold, as their classes declare it."""

import datetime as dt
import types
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final, get_args, get_origin

import attrs

from mttq._declared.relations import Stock
from mttq._declared.types import choices, counted_in, unwrap
from mttq.forms import Cell, Form, Kind, form_with
from mttq.report import Report
from mttq.rules._kit.places import DAY
from mttq.values import Pair, Quantity, Share, Tier, Triple

__all__ = [
    "cells_of",
    "classes_in",
    "fields_of",
    "is_figure",
    "is_list",
    "is_stock",
    "item_of",
    "kind_of",
    "lines_by_level",
    "members_of",
    "record_of",
    "steps_of",
    "types_in",
    "unit_at",
    "unit_of_cell",
    "unit_of_field",
]

_FIGURES: Final = (int, Decimal, Quantity, Pair, Triple, Share)
"""What a relation can be about."""


@cache
def lines_by_level(form: Form, dotted: str) -> dict[Tier, str]:
    """Return the lines that a path means in a section with a part for each level, by level.

    "cadres.full_time" are the lines "cadres.full_time.commune" and those of the other levels.
    """
    names, found = dotted.split("."), dict[Tier, str]()
    cells = cells_of(form)
    for level in Tier:
        for place in range(len(names), 0, -1):
            line = ".".join((*names[:place], level, *names[place:]))
            if line in cells and level not in found:
                found[level] = line
    return found


@cache
def cells_of(form: Form) -> dict[str, dict[Tier | None, Cell]]:
    """Return the cells by the paths of their lines, by column; and each column by its own path."""
    found: dict[str, dict[Tier | None, Cell]] = {}
    for cell in form.blank:
        dotted = ".".join(steps_of(cell))
        found.setdefault(dotted, {})[cell.tier if cell.row.tiered else None] = cell
        if cell.row.tiered:
            found[f"{dotted}.{cell.tier}"] = {None: cell}
    return found


def unit_of_cell(cell: Cell) -> str | None:
    """Return what a cell counts, if that is said; of a day that it is one."""
    if dt.date in types_in(cell):
        return DAY
    return "VND" if cell.kind is Kind.MONEY else cell.unit


def types_in(cell: Cell) -> tuple[Any, ...]:
    """Return what may stand in a cell that is neither a count nor money alone; nothing of others."""
    if cell.kind is not Kind.OTHER:
        return ()
    holder: Any = cell.form.record
    *outer, last = steps_of(cell)
    for name in outer:
        inside = fields_of(holder)[name].type
        holder = record_of(inside) or item_of(inside)
    return tuple(choices(fields_of(holder)[last].type))


def steps_of(cell: Cell) -> tuple[str, ...]:
    """Return the names that lead to a cell from the root of its form; of a level, to its line."""
    return cell.row.path if cell.column is None else (*cell.row.path, *cell.column.path)


@cache
def fields_of(record: Any) -> dict[str, "attrs.Attribute[Any]"]:
    """Return the fields of a class by their names."""
    return attrs.fields_dict(attrs.resolve_types(record))


_SINGLE: Final[dict[Any, Mapping[str, object]]] = {
    bool: {"True": True, "False": False},
    types.NoneType: {"None": None},  # what is not told
}


def members_of(kind: Any) -> Iterable[tuple[str, object]]:
    """Return what a condition may name of a type: the members of an enumeration, True and False, None."""
    known: Mapping[str, object] = _SINGLE.get(kind) or getattr(kind, "__members__", {})
    return known.items()


def kind_of(annotation: Any) -> Any:
    """Return the first type that a field admits besides a blank."""
    return next(kind for kind in choices(annotation) if kind is not type(None))


def is_list(annotation: Any) -> bool:
    """Return whether a field holds a list."""
    return get_origin(unwrap(annotation)[0]) is tuple


def item_of(annotation: Any) -> Any:
    """Return the record class of the items of a list; None if it is no list of records."""
    if not is_list(annotation):
        return None
    item = get_args(unwrap(annotation)[0])[0]
    return item if _is_record(item) else None


def record_of(annotation: Any) -> Any:
    """Return the record class that a field holds; None if it is none, or one of the values."""
    return next(filter(_is_record, choices(annotation)), None)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and not kind.__module__.startswith("mttq.values")


def is_figure(annotation: Any) -> bool:
    """Return whether a field holds what a relation can be about."""
    return any(
        kind in _FIGURES or kind is dt.date or (isinstance(kind, type) and issubclass(kind, Enum))
        for kind in choices(annotation)
    )


def is_stock(annotation: Any) -> bool:
    """Return whether a field tells a state and not what came about."""
    return any(isinstance(mark, Stock) for mark in unwrap(annotation)[1])


def unit_of_field(annotation: Any) -> str | None:
    """Return what whole numbers in a field count, if that is said; of a day that it is one."""
    return DAY if dt.date in choices(annotation) else counted_in(annotation) or None


@lru_cache(maxsize=4096)  # reports tell of the same figures
def unit_at(path: str) -> str | None:
    """Return what a whole number at a path counts, in a form or a record, if that is said."""
    head, *names = path.split(".")
    form = form_with(head)
    if form is not None:
        return next((unit_of_cell(cell) for cell in form.blank if cell.path == path), None)
    holder, unit = Report, None
    for name in (head, *(name for name in names if not name.isdecimal())):
        field = fields_of(holder).get(name) if holder is not None else None
        if field is None:
            return None
        holder, unit = record_of(field.type) or item_of(field.type), unit_of_field(field.type)
    return unit


def classes_in(annotation: Any) -> Iterator[type]:
    """Return the classes that an annotation names, in whatever they stand."""
    bare, _ = unwrap(annotation)
    yield from (kind for kind in (bare, get_origin(bare)) if isinstance(kind, type))
    for part in get_args(bare):
        yield from classes_in(part)
