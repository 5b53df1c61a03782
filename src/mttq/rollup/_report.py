"""A sum as a report: what forms and records can hold of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_origin

import attrs

from mttq._declared.types import conforms, unwrap
from mttq.rollup._adding import OWN
from mttq.rollup._figures import Told, Totals
from mttq.rollup._layouts import RECORDS, Layout, Ratio, annotation_at, layout_of
from mttq.rollup._sums import Bounds, as_quantity, exactly
from mttq.values import Pair, PartialDate, Period, Qualifier, Share, Triple

__all__ = ["Built", "built", "period_of"]

Tree = dict[str, Any]


@attrs.frozen
class Built:
    """The parts of a report made of a sum.

    Args:
        records: by name of a field of `Report`, its record.
        appendices: the forms.
        figures: by path in the report, what was told.
    """

    records: dict[str, Any]
    appendices: tuple[Any, ...]
    figures: dict[str, Told]


def built(totals: Totals, root: Any) -> Built:
    """Return the records and forms of a sum.

    Args:
        totals: the sums.
        root: the class of a report.
    """
    figures: dict[str, Told] = {}
    period = period_of(*totals.days(RECORDS))
    tree: Tree = {}
    records = layout_of(RECORDS)
    _fill(tree, records, list(totals.told(RECORDS)), "", record=root, figures=figures)
    for layout in records.lists:
        items = _items(totals, layout, (), layout.place, period=period, figures=figures)
        if items:
            _put(tree, layout.place, items)
    fields = attrs.fields_dict(attrs.resolve_types(root))
    made = {name: _assembled(unwrap(fields[name].type)[0], part) for name, part in tree.items()}
    appendices = []
    for name in sorted(totals.names):
        layout = layout_of(name)
        if name == RECORDS or layout.is_list:
            continue
        form_tree: Tree = {}
        _fill(form_tree, layout, list(totals.told(name)), f"{name}.", record=layout.record, figures=figures)
        for inner in layout.lists:
            items = _items(totals, inner, (), f"{name}.{inner.place}", period=period, figures=figures)
            _put(form_tree, inner.place, items)
        appendices.append(_assembled(layout.record, form_tree))
    return Built(made, tuple(appendices), figures)


def _items(
    totals: Totals,
    layout: Layout,
    outer: tuple[Any, ...],
    place: str,
    *,
    period: Period | None,
    figures: dict[str, Told],
) -> tuple[Any, ...]:
    """Return the records of a list, each with the lists inside it."""
    made = []
    for number, keys in enumerate(totals.keys_of(layout.name, outer)):
        tree: Tree = {}
        here = f"{place}.{number}"
        told = list(totals.told(layout.name, keys))
        _fill(tree, layout, told, f"{here}.", record=layout.record, figures=figures)
        for name, value in zip(layout.keys, keys[-1], strict=True):
            _put(tree, name, _key(value, period))
        for inner in layout.lists:
            items = _items(totals, inner, keys, f"{here}.{inner.place}", period=period, figures=figures)
            if items:
                _put(tree, inner.place, items)
        made.append(_assembled(layout.record, tree))
    return tuple(made)


def _key(value: Any, period: Period | None) -> Any:
    if value == OWN:
        return period
    return period_of(*value) if isinstance(value, tuple) else value


def _fill(
    tree: Tree, layout: Layout, told: list[Told], before: str, *, record: Any, figures: dict[str, Told]
) -> None:
    """Put the figures of a layout into a tree of fields, and its percentages, computed anew."""
    for path, unit, one in zip(layout.paths, layout.units, told, strict=True):
        figures[before + path] = one
        value = _stated(one, annotation_at(record, path), unit)
        if value is not None:
            _put(tree, path, value)
    known = dict(zip(layout.paths, told, strict=True))
    for ratio in layout.ratios:
        share = _share(ratio, known)
        if share is not None:
            _put(tree, ratio.path, share)


def _share(ratio: Ratio, known: Mapping[str, Told]) -> Share | None:
    """Return a percentage of sums that the same reports told; None if others told its whole."""
    terms = [known.get(path) for _, path in (*ratio.part, *ratio.whole)]
    if not terms or None in terms or len({one.teller for one in terms if one}) > 1:
        return None
    part, whole = (
        sum((-1 if minus else 1) * _number(known[path]) for minus, path in side)
        for side in (ratio.part, ratio.whole)
    )
    if any(not isinstance(one.value, int) for one in terms if one) or whole <= 0:
        return None
    return Share.of(part, whole)


def _number(told: Told) -> int:
    return told.value if isinstance(told.value, int) else 0


def _put(tree: Tree, path: str, value: object) -> None:
    *outer, last = path.split(".")
    for name in outer:
        tree = tree.setdefault(name, {})
    tree[last] = value


def _stated(told: Told, annotation: Any, unit: str) -> Any:
    """Return a sum as its field states it; None if it can hold no such figure.

    A bare number counts what the field counts, so a sum of another unit (USD) always says its own.
    """
    for value in _spellings(told, bare=told.unit == unit):
        if conforms(annotation)(value):
            return value
    return None


_PARTS: Final = {2: Pair, 3: Triple}


def _spellings(told: Told, *, bare: bool) -> Iterator[Any]:
    value = told.value
    if isinstance(value, tuple):
        yield _PARTS[len(value)](*value)
    elif value is not None:
        if bare:
            yield value
        total = value if isinstance(value, Bounds) else exactly(value)
        quantity = as_quantity(total, told.unit or None)
        if quantity is not None:
            yield quantity
            if bare and quantity.qualifier is Qualifier.EXACT:
                yield quantity.value


def _assembled(annotation: Any, tree: Tree) -> Any:
    """Make a record of a tree of its fields."""
    bare, _ = unwrap(annotation)
    record = get_origin(bare) or bare
    fields = attrs.fields_dict(attrs.resolve_types(record))
    return record(
        **{
            name: _assembled(fields[name].type, part) if isinstance(part, dict) else part
            for name, part in tree.items()
        }
    )


def period_of(first: dt.date | None, last: dt.date | None) -> Period | None:
    """Return the period from a day to another, as a report would name it: a year, a quarter, a month.

    >>> period_of(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).iso, period_of(None, dt.date(2025, 6, 30)).iso
    ('2025', '../2025-06')
    """
    if first is None and last is None:
        return None
    if first is None or last is None:
        return Period.interval(_month(first, 1), _month(last, -1))
    whole = first.day == 1 and (last + dt.timedelta(1)).day == 1
    if not whole or first.year != last.year:
        start, end = (_month(first, 1), _month(last, -1)) if whole else map(PartialDate.of, (first, last))
        return Period.interval(start, end)
    months = (first.month, last.month)
    if months == (1, 12):
        return Period.of_year(first.year)
    if first.month == last.month:
        return Period.month(first.year, first.month)
    if months in _QUARTERS:
        return Period.quarter(first.year, _QUARTERS.index(months) + 1)
    if months in _HALVES:
        return Period.half_year(first.year, _HALVES.index(months) + 1)
    if first.month == 1:
        return Period.first_months(first.year, last.month)
    return Period.interval(_month(first, 1), _month(last, -1))


_QUARTERS: Final = [(1, 3), (4, 6), (7, 9), (10, 12)]
_HALVES: Final = [(1, 6), (7, 12)]


def _month(day: dt.date | None, side: int) -> PartialDate | None:
    """Return the month that begins with a day, or ends with it; the day itself if none does."""
    if day is None:
        return None
    edge = day.day == 1 if side > 0 else (day + dt.timedelta(1)).day == 1
    return PartialDate(year=day.year, month=day.month) if edge else PartialDate.of(day)
