"""Constructors that refuse a wrong type with one line.

attrs' own `instance_of` answers with a tuple that holds the whole attribute; an officer's script should say
which field is wrong, what was expected and what was given.  `checked` is the `field_transformer` of every
record of this library: it reads the annotations and checks a new object once, all fields together.
"""

import enum
import operator
import types
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, Literal, SupportsIndex, TypeVar, Union, get_args, get_origin

import attrs

from mttq._declared.relations import Counts, Relation
from mttq.errors import ArgumentError, ConstraintError, DeclarationError, FieldError
from mttq.wording import NOTHING, Phrase
from mttq.wording._nearest import meant, nearest
from mttq.wording._unicode import composed, is_whole

__all__ = [
    "BLANK",
    "DIGITS",
    "KEY",
    "LATER_KEY",
    "AsRead",
    "AtLeast",
    "AtMost",
    "Count",
    "Key",
    "Known",
    "Label",
    "Money",
    "NotBlank",
    "checked",
    "choices",
    "clipped",
    "conforms",
    "counted_in",
    "describe",
    "either",
    "fits",
    "gathered",
    "has_meaning",
    "is_plain",
    "limited_in_words",
    "not_among",
    "plain_int",
    "relations_on",
    "types_known",
    "unfit",
    "unwrap",
]

T = TypeVar("T")
Check = Callable[[object], bool]
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_TYPES_KNOWN: Final = ContextVar("mttq._declared.types.types_known", default=False)

DIGITS: Final = 30
"""How many digits a number may have before the comma, and how many after it: more have no meaning."""

BLANK: Final = Phrase("không được để trống")
"""What is said of a text that must not be blank."""

_BEYOND: Final = 10**DIGITS
_MARK: Final = "looks at types only"
_MOST_ITEMS: Final = 10  # of one list, that a message names
_LONGEST_SHOWN: Final = 60  # letters: one readable line, which a Tiered of three figures fills
_EXACT: Final = (int, bool, date, Decimal)  # a bool is no count, a datetime no date
_WORDS: Final = {
    int: Phrase("số nguyên"),
    bool: Phrase("True hoặc False"),
    str: Phrase("chuỗi (str)"),
    date: Phrase("ngày (date)"),
    Decimal: Phrase("số thập phân hữu hạn (Decimal)"),
    type(None): Phrase("{}", "None"),
}


@attrs.frozen
class AtLeast:
    """The least value that an annotated number may take."""

    least: int


@attrs.frozen
class AtMost:
    """The greatest value that an annotated number may take."""

    most: int


@attrs.frozen
class NotBlank:
    """Says of an annotated text that it must not be blank."""


@attrs.frozen
class Label:
    """The Vietnamese name of a field, attached to its annotation: `Annotated[Count, Label("Số hộ")]`."""

    text: str


class AsRead(str):
    """A name that a file holds although it is not known: old files stay readable."""

    __slots__ = ()


@attrs.frozen
class Known:
    """Says of an annotated name that it must be known, where Python code writes it.

    Args:
        complaint: what is wrong with a name; nothing of one that is known.
        corrected: the name that is meant by one, itself if it is known; None if none is like it.
    """

    complaint: Callable[[str], Phrase]
    corrected: Callable[[str], str | None] = str

    def read(self, name: str) -> str:
        """Return a name that a file holds."""
        return AsRead(name) if self.complaint(name) else name


@attrs.frozen
class Key:
    """What marks a field as one of the facts that distinguish a record from its neighbours in a list (`KEY`).

    Findings are known again by these facts when records are inserted or reordered; figures are none of them.

    Args:
        path: whether the field is the path of a figure.
        later: whether it joined the others later: where it is blank, all is as it was without it.
    """

    path: bool = False
    later: bool = False


LATER_KEY: Final = Key(later=True)
"""The mark of a field that tells records apart where it is not blank."""

KEY: Final = Key()
"""The mark of such a field: `Annotated[str, Label("Tên mô hình"), KEY]`."""

Count = Annotated[int, AtLeast(0)]
"""A number of things or people: an exact whole number, never negative."""

Money = Annotated[int, Label("đồng")]
"""A sum of money in whole đồng."""


def unwrap(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """Split an annotation into its bare type and what `Annotated` hung on it.

    >>> unwrap(Annotated[int, AtLeast(0)])
    (<class 'int'>, (AtLeast(least=0),))
    """
    extra = getattr(annotation, "__metadata__", None)
    return (annotation, ()) if extra is None else (annotation.__origin__, extra)


def choices(annotation: Any) -> Iterator[Any]:
    """Return the bare types that an annotation admits, one after the other.

    >>> list(choices(Annotated[int, AtLeast(0)] | str | None))
    [<class 'int'>, <class 'str'>, <class 'NoneType'>]
    """
    bare, _ = unwrap(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        for part in get_args(bare):
            yield from choices(part)
    else:
        yield bare


def counted_in(annotation: Any) -> str:
    """Return what whole numbers in a field count, as a unit code; nothing if that is not said.

    >>> counted_in(Money | None), counted_in(Annotated[Count | None, Counts("households")]), counted_in(Count)
    ('VND', 'households', '')
    """
    bare, extra = unwrap(annotation)
    if Label("đồng") in extra:
        return "VND"
    said = next((mark.unit for mark in extra if isinstance(mark, Counts)), "")
    if said or get_origin(bare) not in (Union, types.UnionType):
        return said
    return next(filter(None, map(counted_in, get_args(bare))), "")


def plain_int(value: object) -> object:
    """Return the int that Python takes a value for, numpy's say; a bool and anything else as it is.

    >>> plain_int(5), plain_int(True), plain_int(5.0)
    (5, True, 5.0)
    """
    if type(value) is int or isinstance(value, bool) or not isinstance(value, SupportsIndex):
        return value
    try:
        return operator.index(value)
    except TypeError:  # an array of several, or a bool of numpy
        return value


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
        check = _limited(check, limit)
    return check


def _limited(check: Check, limit: object) -> Check:
    match limit:
        case AtLeast(least=least):
            return lambda value: check(value) and value >= least  # type: ignore[operator]
        case AtMost(most=most):
            return lambda value: check(value) and value <= most  # type: ignore[operator]
        case Known(complaint=complaint):
            return lambda value: check(value) and (type(value) is AsRead or not complaint(value))  # type: ignore[arg-type]
        case NotBlank():
            return lambda value: check(value) and bool(value.strip())  # type: ignore[attr-defined]
        case _:
            return check


def has_meaning(number: int | Decimal, digits: int = DIGITS) -> bool:
    """Return whether a number is finite and has no more than so many digits before the comma and after it.

    >>> [has_meaning(n) for n in (10**30 - 1, 10**30, Decimal("1E-30"), Decimal("1E-31"))]
    [True, False, True, False]
    """
    if isinstance(number, int):
        beyond: int = 10**digits
        return -beyond < number < beyond
    exponent = number.as_tuple().exponent  # a letter, if it is not finite
    return isinstance(exponent, int) and exponent >= -digits and number.adjusted() < digits


def _conforms_bare(bare: Any) -> Check:
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        first, *others = (conforms(arg) for arg in args if arg is not types.NoneType)
        if not others:  # X | None, nearly all
            return lambda value: value is None or first(value)
        checks = tuple(conforms(arg) for arg in args)
        return lambda value: any(check(value) for check in checks)
    if origin is tuple:
        return _conforms_tuple(args)
    if origin is frozenset:
        member = conforms(args[0])
        return lambda value: isinstance(value, frozenset) and all(map(member, value))
    if origin is Literal:
        return lambda value: value in args
    if origin is not None and attrs.has(origin):  # a generic record such as Tiered[Count]
        return _conforms_record(origin, args)
    return _conforms_class(origin or bare)


def _conforms_class(bare: Any) -> Check:
    if not isinstance(bare, type):
        raise DeclarationError(Phrase("không kiểm tra được kiểu {}", repr(bare)))
    if bare is float:
        raise DeclarationError(Phrase("float không giữ đúng số liệu: dùng int hoặc Decimal"))
    if bare is str:
        return lambda value: isinstance(value, str) and (value.isascii() or is_whole(value))
    if bare is int:
        return lambda value: type(value) is int and -_BEYOND < value < _BEYOND
    if bare is Decimal:
        return lambda value: type(value) is Decimal and has_meaning(value)
    if bare in _EXACT:
        return lambda value: type(value) is bare
    return lambda value: isinstance(value, bare)


def _conforms_tuple(args: tuple[Any, ...]) -> Check:
    if args[1:] != (Ellipsis,):
        raise DeclarationError(Phrase("danh sách các {}: cần viết tuple[…, ...]", describe(args[0])))
    item = conforms(args[0])
    return lambda value: isinstance(value, tuple) and all(item(part) for part in value)


def _conforms_record(origin: Any, args: tuple[Any, ...]) -> Check:
    item = conforms(args[0])
    names = tuple(field.name for field in attrs.fields(origin))
    return lambda value: (
        isinstance(value, origin)
        and all(getattr(value, name) is None or item(getattr(value, name)) for name in names)
    )


def describe(annotation: Any) -> Phrase:
    """Say in words what may stand in a field.

    >>> describe(Count | None)
    'số nguyên không âm hoặc None'
    """
    bare, extra = unwrap(annotation)
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        return either(*map(describe, args))
    if origin is tuple:
        return Phrase("danh sách các {}", describe(args[0]))
    if origin is Literal:
        return either(*map(repr, args))
    if origin is not None:
        return Phrase("{} các {}", origin.__name__, describe(args[0]))
    if isinstance(bare, type) and issubclass(bare, enum.Enum):
        return Phrase("{} ({})", bare.__name__, ", ".join(member.name for member in bare))
    return limited_in_words(
        _WORDS.get(bare) or Phrase("{}", getattr(bare, "__name__", str(bare))),
        next((limit.least for limit in extra if isinstance(limit, AtLeast)), None),
        next((limit.most for limit in extra if isinstance(limit, AtMost)), None),
    )


def either(first: str, *others: str) -> Phrase:
    """Say that one of several things is meant.

    >>> either("int", "str", "None")
    'int hoặc str hoặc None'
    """
    return Phrase("{} hoặc {}", first, either(*others)) if others else Phrase("{}", first)


def limited_in_words(number: Phrase, least: int | None, most: int | None) -> Phrase:
    """Say between what limits a number must be.

    >>> limited_in_words(Phrase("số nguyên"), 0, 30), limited_in_words(Phrase("số nguyên"), 0, None)
    ('số nguyên từ 0 đến 30', 'số nguyên không âm')
    """
    if least is None:
        return number if most is None else Phrase("{} không quá {}", number, most)
    if most is not None:
        return Phrase("{} từ {} đến {}", number, least, most)
    return Phrase("{} không âm", number) if least == 0 else Phrase("{} từ {} trở lên", number, least)


def clipped(value: object) -> str:
    """Return what Python calls a value, cut to one readable line.

    >>> clipped("05"), len(clipped("x" * 16_000))
    ("'05'", 60)
    """
    try:
        shown = repr(value)
    except ValueError:  # a number in it has more digits than Python writes
        return "…"
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


def unfit(name: str, annotation: Any, value: object, hint: Phrase = NOTHING) -> FieldError:
    """Make the error that says what an argument must be, and what was given.

    >>> str(unfit("report", bool, 1))
    'report: cần True hoặc False; đã nhận 1 (int)'
    """
    return FieldError(_unfit(name, describe(annotation), value, hint))


def _unfit(name: str, wanted: Phrase, value: object, hint: Phrase = NOTHING) -> Phrase:
    given = Phrase("{} ({})", clipped(value), type(value).__name__)
    return Phrase("{}: cần {}; đã nhận {}{}", name, wanted, given, hint)


def not_among(name: str, known: Iterable[object], value: object) -> ArgumentError:
    """Make the error that says which values an argument takes, and what was given.

    >>> str(not_among("fmt", ("text", "html"), "htm"))
    "fmt: cần một trong: 'text', 'html'; đã nhận 'htm'; có phải “html”?"
    """
    words = list(known)
    near = meant(value, [word for word in words if isinstance(word, str)])
    listed = ", ".join(map(repr, words))
    return ArgumentError(Phrase("{}: cần một trong: {}; đã nhận {}{}", name, listed, clipped(value), near))


def _complaint(name: str, annotation: Any, value: object) -> Phrase:
    """Say what is wrong with a value; of a list, with each of its items that does not belong there."""
    bare, _ = unwrap(annotation)
    if get_origin(bare) is tuple and isinstance(value, tuple):
        item = get_args(bare)[0]
        wrong = [(place, part) for place, part in enumerate(value) if not conforms(item)(part)]
        said = [_complaint(f"{name}[{place}]", item, part) for place, part in wrong[:_MOST_ITEMS]]
        return Phrase.joined("\n", [*said, "…"] if len(wrong) > _MOST_ITEMS else said)
    limit = _broken_limit(annotation, value)
    if limit:
        return Phrase("{}: {}", name, limit)
    return _unfit(name, describe(annotation), value, _member_meant(annotation, value))


def _member_meant(annotation: Any, value: object) -> Phrase:
    """Ask for the member of an enumeration that a word names, "; có phải Severity.INFO?"; else nothing."""
    bare, _ = unwrap(annotation)
    for kind in (bare, *get_args(bare)):
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            words = {word: member for member in kind for word in (member.name, str(member.value))}
            near = nearest(value, words)
            if near:
                return Phrase("; {}", Phrase("có phải {}?", f"{kind.__name__}.{words[near].name}"))
    return NOTHING


def gathered(name: str, given: Iterable[T], kind: type[T], hint: Phrase = NOTHING) -> tuple[T, ...]:
    """Return what an argument lists.

    Raises:
        FieldError: it lists nothing, or what is of another kind.

    >>> gathered("counts", [1, 2], int)
    (1, 2)
    >>> gathered("counts", 1, int)
    Traceback (most recent call last):
    mttq.errors.FieldError: counts: cần danh sách các int; đã nhận 1 (int)
    """
    items: object = given
    if not isinstance(items, Iterable) or isinstance(items, str | bytes):
        raise FieldError(_unfit(name, Phrase("danh sách các {}", kind.__name__), given, hint))
    listed = tuple(given)
    for item in listed:
        if not isinstance(item, kind):
            raise FieldError(_unfit(name, Phrase("danh sách các {}", kind.__name__), item, hint))
    return listed


def _broken_limit(annotation: Any, value: object) -> Phrase:
    """Say what is wrong with a value whose type is right; nothing if its type is wrong."""
    bare, extra = unwrap(annotation)
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        return next(filter(None, (_broken_limit(arg, value) for arg in args)), NOTHING)
    if origin is tuple and isinstance(value, tuple):
        return next(filter(None, (_broken_limit(args[0], part) for part in value)), NOTHING)
    if bare is type(value) and isinstance(value, int | Decimal) and Decimal(value).is_finite():
        return NOTHING if has_meaning(value) else Phrase("không được quá {} chữ số", DIGITS)
    if bare is not str or not isinstance(value, str):
        return NOTHING
    if not is_whole(value):
        return Phrase("có nửa ký tự (surrogate), không tệp nào chứa được")
    if NotBlank() in extra and not value.strip():
        return BLANK
    return next((limit.complaint(value) for limit in extra if isinstance(limit, Known)), NOTHING)


def _looking_at_types_only(validator: Validator) -> Validator:
    vars(validator)[_MARK] = True
    return validator


def checked(record: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Return a record class one check over all of its fields (an attrs `field_transformer`).

    The check is a validator of the last field, since attrs runs validators when every field is set.  What
    does not pass is looked at again as it would be stored (`_stored`): a converter would cost all others.

    Raises:
        DeclarationError: a relation names a field that the class does not have.
    """
    for field in fields:
        for relation in relations_on(field.type):
            _refuse_unknown(f"{record.__name__}.{field.name}", relation, [other.name for other in fields])
    checks = tuple((field.name, _check_of(field)) for field in fields)
    kept = tuple(field.name for field in fields if _holds_text_or_decimals(field))

    @_looking_at_types_only
    def check_all(instance: object, _attribute: object, _value: object) -> None:
        if _TYPES_KNOWN.get():
            return
        for name, check in checks:
            if not check(getattr(instance, name)):
                _store(instance, fields)
                break
        for name in kept:
            _keep(instance, name, getattr(instance, name))

    *rest, last = fields
    own = last.validator
    return [*rest, last.evolve(validator=attrs.validators.and_(check_all, own) if own else check_all)]


def relations_on(annotation: Any) -> tuple[Relation, ...]:
    """Return the relations that stand on a field: `Annotated[Count | None, at_most("nominated")]`."""
    return tuple(extra for extra in unwrap(annotation)[1] if isinstance(extra, Relation))


def _refuse_unknown(place: str, relation: Relation, known: list[str]) -> None:
    for name in relation.names:
        if name not in known:
            raise DeclarationError(
                Phrase("{}: {}", place, Phrase("không có “{}”{}", name, meant(name, known)))
            )


def is_plain(record: type) -> bool:
    """Return whether a constructor sets its fields and checks their types, and no more before its end.

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
    if _TYPES_KNOWN.get():
        return
    if not _check_of(attribute)(value):
        fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(instance))
        _store(instance, [field for field in fields if field.validator is fits])
    if _holds_text_or_decimals(attribute):
        _keep(instance, attribute.name, getattr(instance, attribute.name))


def _holds_text_or_decimals(field: "attrs.Attribute[Any]") -> bool:
    annotation: Any = field.type
    return _names_text_or_decimals(annotation)


@cache
def _names_text_or_decimals(annotation: Any) -> bool:
    bare, _ = unwrap(annotation)
    return bare in (str, Decimal) or any(map(_names_text_or_decimals, get_args(bare)))


def _store(instance: object, fields: list["attrs.Attribute[Any]"]) -> None:
    """Store what may stand in a field in another form, and check all.

    Raises:
        FieldError: a value is of the wrong type in any form.
    """
    for field in fields:
        value = getattr(instance, field.name)
        if not _check_of(field)(value):
            object.__setattr__(instance, field.name, _stored(value, field.type))
    if not all(_check_of(field)(getattr(instance, field.name)) for field in fields):
        raise _refusal(instance, fields)


def _stored(value: Any, annotation: Any) -> Any:
    """Return a list as the tuple, and whole numbers of other libraries as the ints, that are stored."""
    bare, _ = unwrap(annotation)
    origin, args = get_origin(bare), get_args(bare)
    if origin in (Union, types.UnionType):
        return next((made for arg in args if (made := _stored(value, arg)) is not value), value)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_stored(part, args[0]) for part in value)
    if origin is frozenset and isinstance(value, set):
        return frozenset(value)
    if origin is not None and isinstance(origin, type) and attrs.has(origin) and isinstance(value, origin):
        parts = {field.name: getattr(value, field.name) for field in attrs.fields(origin)}
        return origin(**{name: _stored(part, args[0]) for name, part in parts.items()})
    return plain_int(value) if bare is int else value


def _keep(instance: object, name: str, value: object) -> None:
    kept = _kept(value)
    if kept is not value:
        object.__setattr__(instance, name, kept)


def _kept(value: Any) -> Any:
    """Return a value as a file gives it back: a text in NFC, a decimal without an exponent."""
    if isinstance(value, str):
        return value if value.isascii() else composed(value)
    if type(value) is Decimal:
        return Decimal(f"{value:f}") if value.as_tuple().exponent > 0 else value  # type: ignore[operator]
    if type(value) is tuple:
        parts = tuple(map(_kept, value))
        return value if all(map(operator.is_, parts, value)) else parts
    return value


def _check_of(field: "attrs.Attribute[Any]") -> Check:
    annotation: Any = field.type
    return conforms(annotation)


def _refusal(instance: object, fields: list["attrs.Attribute[Any]"]) -> FieldError:
    wrong = [field for field in fields if not _check_of(field)(getattr(instance, field.name))]
    record = type(instance).__name__
    message = Phrase.joined(
        "\n",
        (_complaint(f"{record}.{field.name}", field.type, getattr(instance, field.name)) for field in wrong),
    )
    if all(_broken_limit(field.type, getattr(instance, field.name)) for field in wrong):
        return ConstraintError(message, *(field.name for field in wrong))
    return FieldError(message)
