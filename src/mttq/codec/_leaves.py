"""The figures, words and dates of a file: one table of how each stands in JSON.

Strict by design: "05" is no count, 3.7 no number of people, 0.1 no exact decimal.
"""

import enum
import json
import re
import sys
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from mttq._declared.types import (
    DIGITS,
    AtLeast,
    AtMost,
    Count,
    Known,
    NotBlank,
    conforms,
    has_meaning,
    limited_in_words,
    unwrap,
)
from mttq.errors import ArgumentError
from mttq.values import Pair, PartialDate, Share, Triple
from mttq.wording import NOTHING, Phrase
from mttq.wording._nearest import nearest
from mttq.wording._unicode import printable

__all__ = ["JSON_WORDS", "SHORT", "JsonSchema", "Leaf", "leaf_of", "same", "shown", "unexpected"]

JsonSchema: TypeAlias = dict[str, object]

JSON_WORDS: Final[dict[type, Phrase]] = {
    int: Phrase("số nguyên"),
    str: Phrase("chữ đặt trong dấu nháy"),
    bool: Phrase("true hoặc false"),
    list: Phrase("danh sách […]"),
    dict: Phrase("đối tượng {…}"),
}
"""What messages call JSON values, by their Python types."""

_GREATEST: Final = 10**DIGITS - 1
_DECIMAL: Final = f"-?(0|[1-9][0-9]{{0,{DIGITS - 1}}})(\\.[0-9]{{1,{DIGITS}}})?"
_is_number: Final = re.compile("-?[0-9]+(\\.[0-9]+)?").fullmatch
_MONTH_DAY: Final = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_DATE: Final = f"[0-9]{{4}}-{_MONTH_DAY}"
_PARTIAL_DATE: Final = f"[0-9]{{4}}(-(0[1-9]|1[0-2]))?|{_DATE}|--(0[1-9]|1[0-2])|--{_MONTH_DAY}"
_is_decimal: Final = re.compile(_DECIMAL).fullmatch
_is_date: Final = re.compile(_DATE).fullmatch
_is_partial_date: Final = re.compile(_PARTIAL_DATE).fullmatch
_A_DECIMAL: Final = Phrase(
    "số thập phân đặt trong dấu nháy, dùng dấu chấm trước phần thập phân (ví dụ {})", '"51.59"'
)
_A_DATE: Final = Phrase("ngày dạng {}", '"2019-12-17"')
_A_PARTIAL_DATE: Final = Phrase("thời điểm, dạng {}", '"2023", "2023-12", "2023-12-05", "--12", "--12-05"')
SHORT: Final = 80
"""Shorter texts are kept once, regardless of how many reports hold them."""

_LONGEST_SHOWN: Final = 40
_DIGITS_SHOWN: Final = 20


@attrs.frozen(kw_only=True)
class Leaf:
    """How one kind of figure, word or date stands in a file.

    Args:
        json: the Python type of its JSON form: str, int, bool or list.
        read: makes the value; takes the JSON form and, as cattrs has it, a type that is not needed.
        write: makes the JSON form.
        schema: its JSON Schema.
        is_itself: Python that says whether `part`, the JSON form, is the value; "" if that must be made.
    """

    json: type
    read: Callable[[Any, Any], object]
    write: Callable[[Any], object]
    schema: JsonSchema
    is_itself: str = ""


def leaf_of(annotation: Any) -> Leaf | None:
    """Return the leaf that an annotation names, or None if it names a record, a list or a choice."""
    bare, extra = unwrap(annotation)
    if bare is int:
        least = next((limit.least for limit in extra if isinstance(limit, AtLeast)), None)
        return _integer(least, next((limit.most for limit in extra if isinstance(limit, AtMost)), None))
    if bare is str and NotBlank() in extra:
        return _SOME_TEXT
    known = next((limit for limit in extra if isinstance(limit, Known)), None)
    if bare is str and known:
        return _text(read=partial(_read_name, known), write=same, schema={"type": "string"})
    if get_origin(bare) is frozenset:
        return _choice_of_several(get_args(bare)[0])
    if isinstance(bare, type) and issubclass(bare, enum.Enum):
        return _choice_of_words(_words_of(bare))
    if get_origin(bare) in (Union, types.UnionType):
        return _choice_of_kinds(get_args(bare), is_open=NotBlank() in extra)
    return _LEAVES.get(bare) if isinstance(bare, type) else None


def shown(value: object) -> Phrase:
    """Show a JSON value in one short line.

    >>> shown(None), shown({"a": 1}), shown("05"), shown(10**40)
    ('null', 'đối tượng {…}', '"05"', '10000000000000000000… (41 chữ số)')
    """
    if isinstance(value, dict):
        return JSON_WORDS[dict]
    if isinstance(value, list):
        return Phrase("danh sách {} phần tử", len(value))
    if isinstance(value, int | Decimal) and not has_meaning(value):
        digits = str(Decimal(value).copy_abs())  # Python itself writes no int of so many
        first = f"{'-' if value < 0 else ''}{digits[:_DIGITS_SHOWN]}…"
        return Phrase("{} ({} chữ số)", first, len(digits))
    text = printable(json.dumps(value, ensure_ascii=False))
    return Phrase("{}", text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")


def unexpected(expected: Phrase, value: object) -> ArgumentError:
    """Make the error that says what belongs in a place and what was found there.

    >>> str(unexpected(JSON_WORDS[str], 5))
    'cần chữ đặt trong dấu nháy; trong tệp là 5'
    """
    hint = Phrase("; {}", Phrase("nếu để trống thì bỏ khóa này khỏi tệp")) if value is None else NOTHING
    return ArgumentError(Phrase("cần {}; trong tệp là {}{}", expected, shown(value), hint))


def same(value: object) -> object:
    """Write what is its own JSON form."""
    return value


def _integer(least: int | None, most: int | None) -> Leaf:
    low, high = -_GREATEST if least is None else least, _GREATEST if most is None else most
    number = limited_in_words(JSON_WORDS[int], least, most)
    expected = Phrase("{}, không đặt trong dấu nháy (ví dụ {})", number, min(45, high))

    def read(value: object, _: object) -> int:
        if type(value) is int and low <= value <= high:
            return value
        raise unexpected(_too_long(value) or expected, value)

    schema: JsonSchema = {"type": "integer", "minimum": low, "maximum": high}
    is_itself = f"type(part) is int and {low} <= part <= {high}"
    return Leaf(json=int, read=read, write=same, schema=schema, is_itself=is_itself)


def _too_long(value: object) -> Phrase:
    """Say what is expected of a number of too many digits; nothing if it is none."""
    is_number = type(value) in (int, Decimal) or (isinstance(value, str) and _is_number(value))
    if not is_number or has_meaning(Decimal(value)):  # type: ignore[arg-type]
        return NOTHING
    return Phrase("số không quá {} chữ số (số dài hơn không còn ý nghĩa)", DIGITS)


def _words_of(kind: type[enum.Enum]) -> dict[str, enum.Enum]:
    """Return the members of an enumeration by what a file calls them.

    The values of a `StrEnum` are codes; those of another may be words of a form, which change their wording.
    """
    is_code = issubclass(kind, enum.StrEnum)
    return {member.value if is_code else member.name: member for member in kind}


def _choice_of_words(members: dict[str, enum.Enum]) -> Leaf:
    words = {member: word for word, member in members.items()}

    def read(value: object, _: object) -> enum.Enum:
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise _unknown_word(list(members), value)
        return member

    return Leaf(json=str, read=read, write=words.__getitem__, schema={"enum": list(members)})


def _choice_of_kinds(kinds: tuple[Any, ...], *, is_open: bool) -> Leaf | None:
    """Return the leaf of one word of several enumerations, or of any text, if the list is open."""
    enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, enum.Enum)]
    others = [kind for kind in kinds if kind not in enums]
    if not enums or others != [str] * is_open:
        return None
    members = {word: member for kind in enums for word, member in _words_of(kind).items()}
    return _open_choice(members) if is_open else _choice_of_words(members)


def _open_choice(members: dict[str, enum.Enum]) -> Leaf:
    def read(value: object, _: object) -> object:
        name = _read_some_text(value, _)
        return members.get(name, name)

    schema: JsonSchema = {"type": "string", "pattern": r"\S", "examples": list(members)}
    return _text(read=read, write=same, schema=schema)


def _choice_of_several(kind: type[enum.Enum]) -> Leaf:
    one = _choice_of_words(_words_of(kind))

    def read(value: object, _: object) -> frozenset[object]:
        if type(value) is not list:
            raise unexpected(JSON_WORDS[list], value)
        found = frozenset(one.read(part, None) for part in value)
        if len(found) < len(value):
            raise ArgumentError(Phrase("mỗi giá trị chỉ ghi một lần"))
        return found

    def write(value: frozenset[object]) -> list[object]:
        return [one.write(member) for member in kind if member in value]

    schema: JsonSchema = {"type": "array", "items": one.schema, "uniqueItems": True}
    return Leaf(json=list, read=read, write=write, schema=schema)


def _unknown_word(words: list[str], value: object) -> ArgumentError:
    known = Phrase("giá trị dùng được: {}", ", ".join(f'"{word}"' for word in words))
    if type(value) is not str:
        return unexpected(Phrase("{}; {}", JSON_WORDS[str], known), value)
    near = nearest(value, words)
    hint = Phrase("; {}", Phrase("có phải {}?", f'"{near}"')) if near else NOTHING
    return ArgumentError(Phrase("trong tệp là {}{}; {}", shown(value), hint, known))


def _read_text(value: object, _: object) -> str:
    if type(value) is str:
        return _once(value)
    raise unexpected(JSON_WORDS[str], value)


def _once(text: str) -> str:
    """Return a short text that other reports may hold too as the one that is kept of it."""
    return sys.intern(text) if len(text) < SHORT else text


def _read_some_text(value: object, _: object) -> str:
    if type(value) is str and value.strip():
        return _once(value)
    raise unexpected(Phrase("{}, không để trống", JSON_WORDS[str]), value)


def _read_name(known: Known, value: object, _: object) -> str:
    return known.read(_read_text(value, _))


def _read_bool(value: object, _: object) -> bool:
    if type(value) is bool:
        return value
    raise unexpected(JSON_WORDS[bool], value)


def _read_decimal(value: object, _: object) -> Decimal:
    if type(value) is str:
        return _decimal_of(value)
    raise unexpected(_too_long(value) or _A_DECIMAL, value)


@lru_cache(maxsize=1024)
def _decimal_of(value: str) -> Decimal:
    if _is_decimal(value):
        return Decimal(value)
    raise unexpected(_too_long(value) or _A_DECIMAL, value)


def _read_date(value: object, _: object) -> date:
    if type(value) is str:
        return _date_of(value)
    raise unexpected(_A_DATE, value)


def _read_partial_date(value: object, _: object) -> PartialDate:
    if type(value) is str:
        return _partial_date_of(value)
    raise unexpected(_A_PARTIAL_DATE, value)


@lru_cache(maxsize=8192)  # a report names the same years and days again and again
def _date_of(value: str) -> date:
    if not _is_date(value):
        raise unexpected(_A_DATE, value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentError(Phrase("không có ngày {}", shown(value))) from None


@lru_cache(maxsize=1024)
def _partial_date_of(value: str) -> PartialDate:
    if not _is_partial_date(value):
        raise unexpected(_A_PARTIAL_DATE, value)
    try:
        return PartialDate.from_iso(value)
    except ValueError:
        raise ArgumentError(Phrase("không có ngày {}", shown(value))) from None


def _read_share(value: object, _: object) -> Share:
    return _share_of(value) if type(value) is str else Share(_read_decimal(value, _))


@lru_cache(maxsize=1024)
def _share_of(value: str) -> Share:
    return Share(_decimal_of(value))


def _write_decimal(value: Decimal) -> str:
    return format(value, "f")


def _counts(cell: type[Pair] | type[Triple]) -> Leaf:
    size = len(attrs.fields(cell))
    is_count = conforms(Count)
    expected = Phrase("danh sách {} số nguyên không âm (ví dụ {})", size, str([169, 1169, 3][:size]))

    def read(value: object, _: object) -> Pair | Triple:
        if type(value) is list and len(value) == size and all(map(is_count, value)):
            return cell(*value)
        longest = next(filter(None, map(_too_long, value)), NOTHING) if isinstance(value, list) else NOTHING
        raise unexpected(longest or expected, value)

    items = {"type": "integer", "minimum": 0, "maximum": _GREATEST}
    schema = {"type": "array", "items": items, "minItems": size, "maxItems": size}
    return Leaf(json=list, read=read, write=list, schema=schema)


def _matching(pattern: str, **more: object) -> JsonSchema:
    return {"type": "string", **more, "pattern": f"^({pattern})$"}


_text = partial(Leaf, json=str)
_SOME_TEXT: Final = _text(
    read=_read_some_text,
    write=same,
    schema={"type": "string", "pattern": r"\S"},
    is_itself="type(part) is str and part.strip()",
)
_LEAVES: Final[dict[type, Leaf]] = {
    str: _text(read=_read_text, write=same, schema={"type": "string"}, is_itself="type(part) is str"),
    bool: Leaf(json=bool, read=_read_bool, write=same, schema={"type": "boolean"}),
    Decimal: _text(read=_read_decimal, write=_write_decimal, schema=_matching(_DECIMAL)),
    Share: _text(
        read=_read_share, write=lambda share: _write_decimal(share.percent), schema=_matching(_DECIMAL)
    ),
    date: _text(read=_read_date, write=date.isoformat, schema=_matching(_DATE, format="date")),
    PartialDate: _text(read=_read_partial_date, write=attrgetter("iso"), schema=_matching(_PARTIAL_DATE)),
    Pair: _counts(Pair),
    Triple: _counts(Triple),
}
