"""Constructors that refuse a wrong type with one line.

attrs' own `instance_of` answers with a tuple that holds the whole attribute; an officer's script should say
which field is wrong, what was expected and what was given.  `checked` is the `field_transformer` of every
record of this library: it reads the annotations and checks a new object once, all fields together.
"""

import enum
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import attrs

from mttq.errors import DeclarationError, FieldError

__all__ = [
    "AtLeast",
    "Count",
    "Label",
    "Money",
    "checked",
    "clipped",
    "conforms",
    "describe",
    "fits",
    "is_plain",
    "types_known",
    "unwrap",
]

Check = Callable[[object], bool]
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_TYPES_KNOWN: Final = ContextVar("mttq.typed.types_known", default=False)

_MARK: Final = "looks at types only"
_LONGEST_SHOWN: Final = 60  # letters: one readable line, which a Tiered of three figures fills
_EXACT: Final = (int, bool, date, Decimal)  # a bool is no count, a datetime no date
_WORDS: Final = {
    int: "số nguyên",
    bool: "đúng/sai (bool)",
    str: "chuỗi (str)",
    date: "ngày (date)",
    Decimal: "số thập phân hữu hạn (Decimal)",
    type(None): "None",
}


@attrs.frozen
class AtLeast:
    """The least value that an annotated number may take."""

    least: int


@attrs.frozen
class Label:
    """The Vietnamese name of a field, attached to its annotation: `Annotated[Count, Label("Số hộ")]`."""

    text: str


Count = Annotated[int, AtLeast(0)]
"""A number of things or people: an exact whole number, never negative."""

Money = Annotated[int, Label("đồng")]
"""A sum of money in whole đồng."""


def unwrap(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """Split an annotation into its bare type and what `Annotated` hung on it.

    >>> unwrap(Annotated[int, AtLeast(0)])
    (<class 'int'>, (AtLeast(least=0),))
    """
    if get_origin(annotation) is Annotated:
        bare, *extra = get_args(annotation)
        return bare, tuple(extra)
    return annotation, ()


@cache
def conforms(annotation: Any) -> Check:
    """Make the test that a value must pass to stand in a field of this annotation.

    Raises:
        DeclarationError: the annotation is float, or none that can be checked (a text, say).

    >>> is_count = conforms(Count | None)
    >>> [is_count(5), is_count(None), is_count(-1), is_count(True), is_count("5")]
    [True, True, False, False, False]
    """
    bare, extra = unwrap(annotation)
    check = _conforms_bare(bare)
    for limit in extra:
        if isinstance(limit, AtLeast):
            return lambda value: check(value) and value >= limit.least  # type: ignore[operator]
    return check


def _conforms_bare(bare: Any) -> Check:
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        checks = tuple(conforms(arg) for arg in args)
        return lambda value: any(check(value) for check in checks)
    if origin is tuple:
        return _conforms_tuple(args)
    if origin is Literal:
        return lambda value: value in args
    if origin is not None and attrs.has(origin):  # a generic record such as Tiered[Count]
        return _conforms_record(origin, args)
    return _conforms_class(origin or bare)


def _conforms_class(bare: Any) -> Check:
    if not isinstance(bare, type):
        raise DeclarationError(f"không kiểm tra được kiểu {bare!r}")
    if bare is float:
        raise DeclarationError("float không giữ đúng số liệu: dùng int hoặc Decimal")
    if bare is Decimal:
        return lambda value: type(value) is Decimal and value.is_finite()
    if bare in _EXACT:
        return lambda value: type(value) is bare
    return lambda value: isinstance(value, bare)


def _conforms_tuple(args: tuple[Any, ...]) -> Check:
    if args[1:] != (Ellipsis,):
        raise DeclarationError(f"tuple các {describe(args[0])}: viết tuple[…, ...]")
    item = conforms(args[0])
    return lambda value: isinstance(value, tuple) and all(item(part) for part in value)


def _conforms_record(origin: Any, args: tuple[Any, ...]) -> Check:
    item = conforms(args[0])
    names = tuple(field.name for field in attrs.fields(origin))
    return lambda value: (
        isinstance(value, origin)
        and all(getattr(value, name) is None or item(getattr(value, name)) for name in names)
    )


def describe(annotation: Any) -> str:
    """Say in words what may stand in a field.

    >>> describe(Count | None)
    'số nguyên ≥ 0 hoặc None'
    """
    bare, extra = unwrap(annotation)
    least = "".join(f" ≥ {limit.least}" for limit in extra if isinstance(limit, AtLeast))
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        return " hoặc ".join(describe(arg) for arg in args)
    if origin is tuple:
        return f"tuple các {describe(args[0])}"
    if origin is Literal:
        return " hoặc ".join(map(repr, args))
    if origin is not None:
        return f"{origin.__name__} các {describe(args[0])}"
    if isinstance(bare, type) and issubclass(bare, enum.Enum):
        return f"{bare.__name__} ({', '.join(str(member.value) for member in bare)})"
    return _WORDS.get(bare, getattr(bare, "__name__", str(bare))) + least


def clipped(value: object) -> str:
    """Return what Python calls a value, cut to one readable line.

    >>> clipped("05"), len(clipped("x" * 16_000))
    ("'05'", 60)
    """
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


def _complaint(name: str, annotation: Any, value: object) -> str:
    return f"{name} phải là {describe(annotation)}, không phải {type(value).__name__} ({clipped(value)})"


def _looking_at_types_only(validator: Validator) -> Validator:
    vars(validator)[_MARK] = True
    return validator


def checked(_cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give a record class one check over all of its fields (an attrs `field_transformer`).

    The check is a validator of the last field, since attrs runs validators when every field is set.
    """
    checks = tuple((field.name, _check_of(field)) for field in fields)

    @_looking_at_types_only
    def check_all(instance: object, _attribute: object, _value: object) -> None:
        if _TYPES_KNOWN.get():
            return
        for name, check in checks:
            if not check(getattr(instance, name)):
                raise _refusal(instance, fields)

    *rest, last = fields
    own = last.validator
    return [*rest, last.evolve(validator=attrs.validators.and_(check_all, own) if own else check_all)]


def is_plain(record: type) -> bool:
    """Tell whether a constructor sets its fields and checks their types, and no more before its end.

    What `__attrs_post_init__` does is that end.
    """
    more = ("__attrs_init__", "__attrs_pre_init__", "_attrs_cached_hash")
    return not any(hasattr(record, name) for name in more) and all(
        field.init
        and field.converter is None
        and (field.validator is None or _MARK in getattr(field.validator, "__dict__", ()))
        for field in attrs.fields(record)
    )


@contextmanager
def types_known() -> Iterator[None]:
    """Spare constructors their check of types, here and in no other thread.

    For values whose types were checked one by one already, as the strict reading of files does; what a class
    checks beyond types (an end before its start) is checked all the same.
    """
    token = _TYPES_KNOWN.set(True)
    try:
        yield
    finally:
        _TYPES_KNOWN.reset(token)


@_looking_at_types_only
def fits(instance: Any, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Check one field against its own annotation: the validator of a form's rows.

    The first that does not fit speaks for all of them, since attrs runs validators when every field is set.
    """
    if not _TYPES_KNOWN.get() and not _check_of(attribute)(value):
        fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(instance))
        raise _refusal(instance, [field for field in fields if field.validator is fits])


def _check_of(field: "attrs.Attribute[Any]") -> Check:
    annotation: Any = field.type
    return conforms(annotation)


def _refusal(instance: object, fields: list["attrs.Attribute[Any]"]) -> FieldError:
    faults = [
        _complaint(field.name, field.type, getattr(instance, field.name))
        for field in fields
        if not _check_of(field)(getattr(instance, field.name))
    ]
    return FieldError(f"{type(instance).__name__}: " + "; ".join(faults))
