"""What an annotation says about a file: the one place that takes annotations apart.

Reading, writing, listing of faults and JSON Schema all follow from the shape of `Report`.
"""

import types
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin

import attrs

from mttq._declared.types import unwrap
from mttq.codec._leaves import Leaf, leaf_of
from mttq.errors import DeclarationError
from mttq.wording import Phrase

__all__ = [
    "FORM_TAG",
    "Choice",
    "Many",
    "Record",
    "Shape",
    "Tagged",
    "record_shape",
    "shape_of",
    "without_null",
]

FORM_TAG: Final = "form"
"""The key under which an appendix names its form."""


@attrs.frozen
class Record:
    """An object whose keys are the fields of a class."""

    record: Any
    fields: dict[str, Any]
    required: tuple[str, ...]

    json = dict


@attrs.frozen
class Many:
    """An array of items of one annotation."""

    item: Any

    json = list


@attrs.frozen
class Choice:
    """One of several annotations, distinguished by their JSON types; null where blank is allowed."""

    members: dict[type, Any]
    blank: bool


@attrs.frozen
class Tagged:
    """An appendix: the fields of a registered form class, and under `form` the form's code."""

    json = dict


Shape: TypeAlias = Leaf | Record | Many | Choice | Tagged


@cache
def shape_of(annotation: Any) -> Shape:
    """Return the shape that an annotation asks for.

    Raises:
        DeclarationError: nothing in a file can stand for the annotation, as for float.

    >>> shape_of(tuple[str, ...])
    Many(item=<class 'str'>)
    """
    leaf = leaf_of(annotation)
    if leaf is not None:
        return leaf
    bare, _ = unwrap(annotation)
    args = get_args(bare)
    if get_origin(bare) in (Union, types.UnionType):
        return _choice(args)
    if get_origin(bare) is tuple and args[1:] == (Ellipsis,):
        return Many(args[0])
    if bare is object:
        return Tagged()
    if attrs.has(get_origin(bare) or bare):
        return record_shape(bare)
    raise DeclarationError(Phrase("tệp báo cáo không chứa được kiểu {}", repr(annotation)))


def _choice(args: tuple[Any, ...]) -> Choice:
    members = [arg for arg in args if arg is not types.NoneType]
    by_json: dict[type, Any] = {}
    for member in members:
        shape = shape_of(member)
        if isinstance(shape, Choice):
            raise DeclarationError(Phrase("cần viết {} thẳng vào kiểu của trường", repr(member)))
        if shape.json in by_json:
            alike = Phrase("trong tệp không phân biệt được {} và {}", repr(member), repr(by_json[shape.json]))
            raise DeclarationError(alike)
        by_json[shape.json] = member
    return Choice(by_json, blank=len(members) < len(args))


def without_null(annotation: Any) -> tuple[Any, bool]:
    """Return what a field holds when it is not blank, and whether it may be blank."""
    match shape_of(annotation):
        case Choice(members=members, blank=True) if len(members) == 1:
            return next(iter(members.values())), True
        case _:
            return annotation, False


def record_shape(annotation: Any) -> Record:
    """Return the shape of a record class, `Unit` or `Tiered[Count]`."""
    record = get_origin(annotation) or annotation
    arguments = dict(zip(getattr(record, "__parameters__", ()), get_args(annotation), strict=False))
    fields = [field for field in attrs.fields(record) if field.init]
    return Record(
        annotation,
        {field.name: _filled_in(field.type, arguments) for field in fields},
        tuple(field.name for field in fields if field.default is attrs.NOTHING),
    )


def _filled_in(annotation: Any, arguments: dict[Any, Any]) -> Any:
    """Put the arguments of `Tiered[Count]` in place of the type variables of its fields."""
    if isinstance(annotation, TypeVar):
        return arguments[annotation]
    wanted = getattr(annotation, "__parameters__", ())
    return annotation[tuple(arguments[name] for name in wanted)] if wanted else annotation
