"""Reading, and where that fails a second pass: every fault with its path, in the file's order."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from mttq.codec._converter import form_named, reader_of
from mttq.codec._leaves import shown
from mttq.codec._shapes import FORM_TAG, Choice, Many, Record, Shape, Tagged, shape_of
from mttq.errors import Fault, LoadError
from mttq.typed import types_known

__all__ = ["Repeated", "faults_in", "read_as"]


class Repeated(NamedTuple):
    """A key that stood in its object before: it keeps its place, and no record knows it."""

    key: str


def read_as(value: Any, annotation: Any, source: str) -> Any:
    """Turn a JSON value into an annotation's.

    Raises:
        LoadError: it is none; `faults` lists all that is wrong.
    """
    with types_known():  # every leaf is read strictly
        try:
            return reader_of(annotation)(value, annotation)
        except (KeyError, TypeError, ValueError):
            raise LoadError(tuple(faults_in(value, annotation)), source) from None


def faults_in(value: Any, annotation: Any, path: str = "$") -> Iterator[Fault]:
    """Give all that keeps a JSON value from being read as an annotation.

    >>> from mttq.typed import Count
    >>> for fault in faults_in([5, "06"], tuple[Count, ...]):
    ...     print(fault.path, fault.message)
    $[1] cần số nguyên ≥ 0, không dấu nháy (ví dụ 45), ở đây là "06"
    """
    read = reader_of(annotation)  # an annotation that no file can hold is no fault of this file
    try:
        read(value, annotation)
    except (KeyError, TypeError, ValueError) as error:
        parts = list(_faults_in_parts(value, shape_of(annotation), path))
        if not parts and isinstance(error, KeyError):
            raise  # no key of the file is missing: an error in a class of the caller's own
        yield from parts or [Fault(path, str(error), value)]


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
            yield Fault(_join(path, key.key), "khóa lặp lại trong cùng một đối tượng", part)
        elif part is None and key in shape.required:
            yield Fault(_join(path, key), "khóa này bắt buộc phải có giá trị, ở đây là null", part)
        elif key in shape.fields:
            yield from faults_in(part, shape.fields[key], _join(path, key))
        else:
            yield Fault(_join(path, key), _unknown_key(key, list(shape.fields)), part)
    for name in shape.required:
        if name not in value:
            yield Fault(_join(path, name), "thiếu khóa bắt buộc này", None)


def _faults_in_appendix(value: dict[Any, Any], path: str) -> Iterator[Fault]:
    try:
        record = form_named(value.get(FORM_TAG))
    except ValueError as error:
        yield Fault(_join(path, FORM_TAG), str(error), value.get(FORM_TAG))
    else:
        fields = {key: part for key, part in value.items() if key != FORM_TAG}
        yield from faults_in(fields, record, path)


def _unknown_key(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"khóa lạ; có phải “{near[0]}”?" if near else f"khóa lạ; ở đây chỉ có: {', '.join(known)}"


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if key.isidentifier() else f"{path}[{shown(key)}]"
