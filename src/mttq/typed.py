"""Constructors that refuse a wrong type with one line.

attrs' own `instance_of` answers with a tuple that holds the whole attribute; an officer's script should say
which field is wrong, what was expected and what was given.  `checked` is the `field_transformer` of every
record of this library: it reads the annotations and checks a new object once, all fields together.
"""

import enum
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

import attrs

from mttq.errors import FieldError

__all__ = ["AtLeast", "Count", "Label", "Money", "checked", "conforms", "describe", "fits", "unwrap"]

Check = Callable[[object], bool]

_EXACT: Final = (int, bool, date, Decimal)  # a bool is no count, a datetime no date
_WORDS: Final = {
    int: "số nguyên",
    bool: "đúng/sai (bool)",
    str: "chuỗi (str)",
    date: "ngày (date)",
    Decimal: "số thập phân (Decimal)",
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


def conforms(annotation: Any) -> Check:
    """Make the test that a value must pass to stand in a field of this annotation.

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
    if origin is not None:  # a generic record such as Tiered[Count]
        return _conforms_record(origin, args)
    if bare is Any or isinstance(bare, TypeVar):
        return lambda _: True
    return _conforms_class(types.NoneType if bare is None else bare)


def _conforms_class(bare: type) -> Check:
    if bare is Decimal:
        return lambda value: type(value) is Decimal and value.is_finite()
    if bare in _EXACT:
        return lambda value: type(value) is bare
    return lambda value: isinstance(value, bare)


def _conforms_tuple(args: tuple[Any, ...]) -> Check:
    if args[-1] is Ellipsis:
        item = conforms(args[0])
        return lambda value: isinstance(value, tuple) and all(item(part) for part in value)
    items = tuple(conforms(arg) for arg in args)
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(items)
        and all(item(part) for item, part in zip(items, value, strict=True))
    )


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


def _complaint(name: str, annotation: Any, value: object) -> str:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else shown[:39] + "…"  # noqa: PLR2004 - one readable line
    return f"{name} phải là {describe(annotation)}, không phải {type(value).__name__} ({shown})"


def checked(_cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give a record class one check over all of its fields (an attrs `field_transformer`).

    The check is a validator of the last field, since attrs runs validators when every field is set.
    """
    checks = tuple((field.name, field.type, conforms(field.type)) for field in fields)

    def check_all(instance: object, _attribute: object, _value: object) -> None:
        for name, _, check in checks:
            if not check(getattr(instance, name)):
                break
        else:
            return
        faults = [
            _complaint(name, annotation, getattr(instance, name))
            for name, annotation, check in checks
            if not check(getattr(instance, name))
        ]
        raise FieldError(f"{type(instance).__name__}: " + "; ".join(faults))

    *rest, last = fields
    validators = [check_all] if last.validator is None else [check_all, last.validator]
    return [*rest, last.evolve(validator=attrs.validators.and_(*validators))]


def fits(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Check one field against its own annotation: the validator of a form's rows."""
    check = _CHECKS.get(attribute.type)
    if check is None:
        check = _CHECKS[attribute.type] = conforms(attribute.type)
    if not check(value):
        raise FieldError(f"{type(instance).__name__}: {_complaint(attribute.name, attribute.type, value)}")


_CHECKS: dict[Any, Check] = {}
