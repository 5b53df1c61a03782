"""Reading, and where that fails a second pass: every fault with its path, in the file's order."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, Final, NamedTuple, get_origin

import attrs

from mttq._declared.types import types_known
from mttq.codec._converter import form_named, reader_of
from mttq.codec._leaves import shown
from mttq.codec._places import placed
from mttq.codec._shapes import FORM_TAG, Choice, Many, Record, Shape, Tagged, record_shape, shape_of
from mttq.errors import ArgumentError, ConstraintError, Fault, FieldError, LoadError, MttqError
from mttq.forms import form_with
from mttq.report import Report
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["Repeated", "faults_in", "read_as"]


MOST_FAULTS: Final = 1000
"""How many faults of one file are listed; the others are counted."""

_FACTORY: Any = attrs.Factory  # a function in the eyes of checkers


class Repeated(NamedTuple):
    """A key that stood in its object before: it keeps its place, and no record knows it."""

    key: str


def read_as(value: Any, annotation: Any, source: str) -> Any:
    """Turn a JSON value into an annotation's.

    Raises:
        LoadError: it is none; `faults` lists what is wrong.
    """
    with types_known():  # every leaf is read strictly
        try:
            return reader_of(annotation)(value, annotation)
        except (KeyError, TypeError, ValueError):
            faults = faults_in(value, annotation)
            first = islice(faults, MOST_FAULTS)
            listed = (placed(fault, value) for fault in first) if annotation is Report else first
            raise LoadError(tuple(listed), source, more=sum(1 for _ in faults)) from None


def faults_in(value: Any, annotation: Any, path: str = "$") -> Iterator[Fault]:
    """Return all that keeps a JSON value from being read as an annotation.

    >>> from mttq._declared.types import Count
    >>> for fault in faults_in([5, "06"], tuple[Count, ...]):
    ...     print(fault.path, fault.message)
    $[1] cần số nguyên không âm, không đặt trong dấu nháy (ví dụ 45); trong tệp là "06"
    """
    read = reader_of(annotation)  # an annotation that no file can hold is no fault of this file
    try:
        read(value, annotation)
    except (KeyError, TypeError, ValueError) as error:
        parts = _faults_in_parts(value, shape_of(annotation), path)
        first = next(parts, None)
        if first is not None:
            yield first
            yield from parts
        elif isinstance(error, KeyError):
            raise  # no key of the file is missing: an error in a class of the caller's own
        else:
            yield Fault(path, _said(error), value)


def _said(error: Exception) -> str:
    """Return what an error says, as a phrase if it is one of mttq."""
    return error.message if isinstance(error, MttqError) else str(error)


def _faults_in_parts(value: Any, shape: Shape, path: str) -> Iterator[Fault]:
    match shape, value:
        case Choice(members=members), _ if type(value) in members:
            yield from faults_in(value, members[type(value)], path)
        case Many(item=item), list():
            for index, part in enumerate(value):
                yield from faults_in(part, item, f"{path}[{index}]")
        case Record(), dict():
            yield from _faults_in_record(value, shape, path)
        case Tagged(), dict():
            yield from _faults_in_appendix(value, path)


def _faults_in_record(value: dict[Any, Any], shape: Record, path: str) -> Iterator[Fault]:
    for key, part in value.items():
        if isinstance(key, Repeated):
            yield Fault(_join(path, key.key), Phrase("khóa ghi hai lần trong cùng một đối tượng"), part)
        elif part is None and key in shape.required:
            yield Fault(_join(path, key), Phrase("khóa bắt buộc, không được để null"), part)
        elif key in shape.fields:
            yield from faults_in(part, shape.fields[key], _join(path, key))
        else:
            known = Phrase("các khóa dùng được: {}", ", ".join(shape.fields))
            hint = meant(key, shape.fields, known)
            yield Fault(_join(path, key), Phrase("không có khóa {}{}", shown(key), hint), part)
    for name in shape.required:
        if name not in value:
            yield Fault(_join(path, name), Phrase("thiếu khóa bắt buộc"), None)
    yield from _faults_of_class(value, shape, path)


def _faults_of_class(value: dict[Any, Any], shape: Record, path: str) -> Iterator[Fault]:
    """Return what a class says of the fields that can be read; a check that needs others is not made."""
    record = get_origin(shape.record) or shape.record
    part = _read_in_part(value, shape)
    for field in attrs.fields(record):
        if field.validator is not None and hasattr(part, field.name):
            checked = partial(field.validator, part, field, getattr(part, field.name))
            yield from _said_by(checked, value.get(field.name), _join(path, field.name))
    yield from _said_by(getattr(part, "__attrs_post_init__", int), value, path)


def _said_by(check: Callable[[], object], value: object, path: str) -> Iterator[Fault]:
    try:
        check()
    except ConstraintError as error:
        for place in [f"{path}.{field}" for field in error.fields] or [path]:
            yield Fault(place, error.message, value)
    except (FieldError, ValueError) as error:
        yield Fault(path, _said(error), value)
    except Exception:  # noqa: S110 - it needs a field that cannot be read
        pass


_UNREADABLE: Final = object()


def _in_part(value: Any, annotation: Any) -> Any:
    """Read a value, and of one with faults what can be read: a record without the fields that cannot be."""
    try:
        return reader_of(annotation)(value, annotation)
    except (KeyError, TypeError, ValueError):
        shape = shape_of(annotation)
    if isinstance(shape, Choice):
        return _in_part(value, shape.members[type(value)]) if type(value) in shape.members else _UNREADABLE
    match shape, value:
        case Many(item=item), list():
            parts = tuple(_in_part(part, item) for part in value)
            return _UNREADABLE if _UNREADABLE in parts else parts
        case Record(), dict():
            return _read_in_part(value, shape)
        case Tagged(), dict():
            form = form_with(str(value.get(FORM_TAG)))
            return _UNREADABLE if form is None else _read_in_part(value, record_shape(form.record))
        case _:
            return _UNREADABLE


def _read_in_part(value: dict[Any, Any], shape: Record) -> object:
    """Make a record without its constructor; a field that cannot be read has no value."""
    record: Any = get_origin(shape.record) or shape.record
    made = object.__new__(record)
    for field in attrs.fields(record):
        if field.name in value and field.name in shape.fields:
            part = _in_part(value[field.name], shape.fields[field.name])
        elif isinstance(field.default, _FACTORY):
            part = _UNREADABLE if field.default.takes_self else field.default.factory()
        else:
            part = _UNREADABLE if field.default is attrs.NOTHING else field.default
        if part is not _UNREADABLE:
            object.__setattr__(made, field.name, part)
    return made


def _faults_in_appendix(value: dict[Any, Any], path: str) -> Iterator[Fault]:
    try:
        record = form_named(value.get(FORM_TAG))
    except ArgumentError as error:
        yield Fault(_join(path, FORM_TAG), error.message, value.get(FORM_TAG))
    else:
        fields = {key: part for key, part in value.items() if key != FORM_TAG}
        yield from faults_in(fields, record, path)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{shown(key)}]"
