"""Records that stand twice in a list of a report."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Final, get_args, get_origin

import attrs

from mttq._declared.types import KEY, LATER_KEY, unwrap
from mttq.report import Report

__all__ = ["entered_twice"]

_ROOTS: Final = ("organisation", "membership", "campaigns", "funds", "supervision", "elections")
"""What a report says of what there is and what was done; its text may say a thing as often as it likes."""


@attrs.frozen(eq=False)
class _List:
    """A list of records.

    Args:
        path: its path.
        records: what reads it.
        telling: what reads of a record what tells it from most others.
        key: what reads of a record all that tells it from others.
        needed: how many of these, the first, are never blank in a record that is known by them.
    """

    path: str
    records: Callable[[Report], tuple[Any, ...]]
    telling: Callable[[Any], Hashable]
    key: Callable[[Any], tuple[Any, ...]]
    needed: int


def entered_twice(report: Report) -> Iterator[tuple[str, int, int | None]]:
    """Return for each list with several records its path and those that stand twice.

    These are the positions of a record and of the same one before it; 0 and None if all differ.  In a report
    that is a sum of others each of these may have a record of one key.
    """
    for item in _lists() if report.compiled is None else ():
        records = item.records(report)
        if len(records) > 1:
            if len(set(map(item.telling, records))) == len(records):
                yield item.path, 0, None
            else:
                yield from _repeated(item, records)


def _repeated(item: _List, records: tuple[Any, ...]) -> Iterator[tuple[str, int, int | None]]:
    first: dict[Any, int] = {}
    found = False
    for position, record in enumerate(records):
        key = item.key(record)
        before = first.setdefault(key, position)
        whole = None not in key[: item.needed]
        if before != position and (whole or records[before] == record):
            found = True
            yield item.path, before, position
    if not found:
        yield item.path, 0, None


@cache
def _lists() -> tuple[_List, ...]:
    return tuple(_lists_in(Report, ()))


def _lists_in(record: Any, way: tuple[str, ...]) -> Iterator[_List]:
    for field in attrs.fields(attrs.resolve_types(record)):
        bare, _ = unwrap(field.type)
        if not way and field.name not in _ROOTS:
            continue
        path = (*way, field.name)
        if get_origin(bare) is tuple and attrs.has(item := get_args(bare)[0]):
            (keys, needed), dotted = _keys_of(item), ".".join(path)
            yield _List(dotted, attrgetter(dotted), attrgetter(keys[0]), _all_of(keys), needed)
        elif attrs.has(bare):
            yield from _lists_in(bare, path)


def _keys_of(record: Any) -> tuple[list[str], int]:
    """Return the fields that tell records apart, the most telling first, and how many must be told."""
    fields = attrs.fields(attrs.resolve_types(record))
    keys, later = ([field for field in fields if mark in unwrap(field.type)[1]] for mark in (KEY, LATER_KEY))
    keys.sort(key=lambda field: not _is_telling(field.type))  # days and texts
    return [field.name for field in (*keys, *later)], len(keys)


def _all_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    read: Callable[[Any], Any] = attrgetter(*names)
    return read if len(names) > 1 else lambda record: (read(record),)


def _is_telling(annotation: Any) -> bool:
    bare, _ = unwrap(annotation)
    return bool({dt.date, str} & {bare, *get_args(bare)})
