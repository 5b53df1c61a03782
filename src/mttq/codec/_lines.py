"""A report as one line of JSON, written by functions compiled from a few lines for each field.

`json` would write the same of the tree that cattrs makes (`mttq.codec._converter.writer_of`), and does so
of an indented file.  But lines are written by the thousand: without a tree each takes two thirds of the time.
"""

import enum
import json
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, Final, TypeAlias, get_origin

import attrs

from mttq._declared.types import is_plain, unwrap
from mttq.codec._compiling import default_of
from mttq.codec._converter import class_of, tag_of, writer_of
from mttq.codec._leaves import Leaf, same
from mttq.codec._shapes import FORM_TAG, Choice, Many, Record, record_shape, shape_of, without_null

__all__ = ["line_of"]

Text: TypeAlias = Callable[[Any], str]
Put: TypeAlias = Callable[[Any, list[str]], None]
"""Writes a value behind the parts of the line that are written already."""

_TEXTS: Final[dict[type, Text]] = {
    int: int.__repr__,
    str: quoted,
    bool: {False: "false", True: "true"}.__getitem__,
}
_json: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def line_of(record: object, **first: object) -> str:
    """Write a record as one line of JSON, blanks and defaults left out.

    Args:
        record: the record.
        first: keys that stand before its own.
    """
    parts: list[str] = []
    kind: Any = type(record)
    _compiled(kind, _json(first)[1:-1])(record, parts)
    return "".join(parts)


@cache
def _text_of(annotation: Any) -> Text | None:
    """Make the function that writes an annotation's values in one part; None if they take several."""
    match shape_of(annotation):
        case Leaf(json=kind, write=write) if write is same:
            return _TEXTS[kind]
        case Leaf(json=kind, write=write) if kind is str:
            return _text_of_words(write, unwrap(annotation)[0])
        case Leaf(write=write):
            return lambda value: _json(write(value))
        case Choice(members=members) if all(map(_is_itself, members.values())):
            return _json
        case Record(record=record) if not is_plain(get_origin(record) or record):
            write = writer_of(annotation)
            return lambda value: _json(write(value))
        case _:
            return None


def _is_itself(annotation: Any) -> bool:
    shape = shape_of(annotation)
    return isinstance(shape, Leaf) and shape.write is same


def _text_of_words(write: Callable[[Any], Any], kind: Any) -> Text:
    def text(value: Any) -> str:
        return quoted(write(value))

    # words and days come again and again; decimals that are equal may be written in several ways
    comes_again = isinstance(kind, type) and issubclass(kind, date | enum.Enum)
    return lru_cache(8192)(text) if comes_again else text


@cache
def _put_of(annotation: Any) -> Put:
    """Make the function that writes an annotation's values."""
    text = _text_of(annotation)
    if text:
        return lambda value, parts: parts.append(text(value))
    match shape_of(annotation):
        case Choice(members=members):
            return _put_choice({class_of(member): _put_of(member) for member in members.values()})
        case Many(item=item):
            return _put_many(_put_of(item))
        case Record(record=record):
            return _compiled(record, "")
        case _:
            return _put_tagged


def _put_choice(puts: dict[type, Put]) -> Put:
    def put(value: object, parts: list[str]) -> None:
        if value is None:
            parts.append("null")
        else:
            puts[type(value)](value, parts)

    return put


def _put_many(put_item: Put) -> Put:
    def put(value: tuple[object, ...], parts: list[str]) -> None:
        before = "["
        for item in value:
            parts.append(before)
            put_item(item, parts)
            before = ", "
        parts.append("]" if value else "[]")

    return put


def _put_tagged(value: object, parts: list[str]) -> None:
    form: Any = type(value)
    _put_of_form(form)(value, parts)


@cache
def _put_of_form(form: Any) -> Put:
    if not is_plain(form):
        write = writer_of(object)
        return lambda value, parts: parts.append(_json(write(value)))
    return _compiled(form, _json({FORM_TAG: tag_of(form)})[1:-1])


@cache
def _compiled(annotation: Any, first: str) -> Put:
    """Compile the function that writes a record; `first` are the keys that stand before its own."""
    record: Any = get_origin(annotation) or annotation
    annotations = record_shape(annotation).fields
    names: dict[str, Any] = {}
    fields = sorted(attrs.fields(record), key=_is_optional)  # in the order of cattrs
    begins = not first and not all(map(_is_optional, fields))  # with a field that is always there
    lines = [] if begins else [f"add({'{' + first!r})", "start = len(parts)"]
    before = "{" if begins else ", "
    for field in fields:
        lines.append(_line_of(field, annotations[field.name], before, names))
        before = ", "
    if not begins and not first:
        lines.append("if len(parts) > start: parts[start] = parts[start].removeprefix(', ')")
    source = "\n    ".join(("def put(value, parts):", "add = parts.append", *lines, "add('}')"))
    exec(compile(source, f"<writer of {record.__name__}>", "exec"), names)  # noqa: S102 - of the names of fields
    put: Put = names["put"]
    return put


def _is_optional(field: "attrs.Attribute[Any]") -> bool:
    return field.default is not attrs.NOTHING


def _line_of(field: "attrs.Attribute[Any]", annotation: Any, before: str, names: dict[str, Any]) -> str:
    """Write how one field is written."""
    name = field.name
    told, _ = without_null(annotation) if field.default is None else (annotation, False)
    text = _text_of(told)
    names[f"write_{name}"] = text or _put_of(told)
    names[f"default_{name}"] = field.default
    key = f"{before}{quoted(name)}: "
    put = f"add(write_{name}(part))" if text else f"write_{name}(part, parts)"
    line = f"add({key!r}); {put}"
    if not _is_optional(field):
        return f"part = value.{name}; {line}"
    other = "is not None" if field.default is None else f"!= {default_of(field, 'value')}"
    return f"part = value.{name}\n    if part {other}: {line}"
