"""Readers of plain records, compiled from a few lines for each field.

The price of a frozen record is its constructor, which sets each field by a call and looks at each type again.
Here the fields were read strictly, so a twin takes them: a subclass that adds nothing and is not frozen.  At
last the twin becomes the record: Python lets an object change its class for one of the same layout, and a
plain record holds nothing but its fields (`mttq._declared.types.is_plain`).
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, get_origin

import attrs

from mttq.codec._leaves import JSON_WORDS, SHORT, Leaf, unexpected
from mttq.codec._shapes import Record, shape_of, without_null
from mttq.errors import ArgumentError
from mttq.wording import Phrase

__all__ = ["Read", "compiled", "default_of"]

Read: TypeAlias = Callable[[Any, Any], Any]
"""Makes a value of its JSON form; the second argument is what cattrs gives, a type, and is not needed."""

_FACTORY: Any = attrs.Factory  # a function in the eyes of checkers
_READ: Final = """
def read(value, _):
    if type(value) is not dict:
        raise unexpected(expected, value)
    made, missing = new(twin), 0
{fields}
    if len(value) + missing != {size}:
        raise unread()
    made.__class__ = record
    {finish}
    return made
"""


def compiled(shape: Record, reader_of: Callable[[Any], Read]) -> Read:
    """Compile the reader of a record whose constructor is plain (`mttq._declared.types.is_plain`).

    Args:
        shape: the record.
        reader_of: gives the reader of a field's annotation.
    """
    record: Any = get_origin(shape.record) or shape.record
    thawed = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    names: dict[str, Any] = {
        "absent": object(),
        "expected": JSON_WORDS[dict],
        "intern": sys.intern,
        "new": object.__new__,
        "record": record,
        "twin": type(record)(record.__name__, (record,), thawed),
        "unexpected": unexpected,
        "unread": lambda: ArgumentError(
            Phrase("thiếu khóa, hoặc có khóa lạ")
        ),  # which one, the second pass says
    }
    lines: list[str] = []
    for field in attrs.fields(record):
        annotation, may_be_null = without_null(shape.fields[field.name])
        names[f"default_{field.name}"] = field.default
        names[f"read_{field.name}"] = _made_when_called(names, f"read_{field.name}", annotation, reader_of)
        lines += _lines_of(field, shape_of(annotation), may_be_null=may_be_null)
    source = _READ.format(
        fields="\n".join(f"    {line}" for line in lines),
        size=len(shape.fields),
        finish="made.__attrs_post_init__()" if hasattr(record, "__attrs_post_init__") else "",
    )
    exec(compile(source, f"<reader of {record.__name__}>", "exec"), names)  # noqa: S102 - of the names of fields
    read: Read = names["read"]
    return read


def _made_when_called(
    names: dict[str, Any], name: str, annotation: Any, reader_of: Callable[[Any], Read]
) -> Read:
    """Return what makes the reader of a field, and leaves it its place: a report has few kinds of records."""

    def read(value: object, _: object) -> object:
        names[name] = made = reader_of(annotation)
        return made(value, None)

    return read


def _lines_of(field: "attrs.Attribute[Any]", shape: object, *, may_be_null: bool) -> Iterator[str]:
    """Write how one field is set: what is its own JSON form needs no call."""
    name = field.name
    yield f"if {name!r} in value:"
    yield f"    part = value[{name!r}]"
    if isinstance(shape, Leaf) and shape.is_itself:
        kept = f"intern(part) if len(part) < {SHORT} else part" if shape.json is str else "part"
        yield f"    if {shape.is_itself}: made.{name} = {kept}"
        if may_be_null:
            yield f"    elif part is None: made.{name} = None"
        yield f"    else: made.{name} = read_{name}(part, None)"
    elif may_be_null:
        yield f"    made.{name} = None if part is None else read_{name}(part, None)"
    else:
        yield f"    made.{name} = read_{name}(part, None)"
    if field.default is attrs.NOTHING:
        yield "else: raise unread()"
    else:
        yield f"else: made.{name} = {default_of(field, 'made')}; missing += 1"


def default_of(field: "attrs.Attribute[Any]", record: str) -> str:
    """Write the default of a field, named `default_NAME`; `record` is what its record is called."""
    default: Any = field.default
    if not isinstance(default, _FACTORY):
        return f"default_{field.name}"
    return f"default_{field.name}.factory({record if default.takes_self else ''})"
