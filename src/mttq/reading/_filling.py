"""Filling in a form value by value: its lines, its columns, and the records of its registers."""

import enum
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, get_args

import attrs

from mttq._declared.types import unwrap
from mttq.errors import FieldError
from mttq.forms import Form, Kind, Row
from mttq.forms._columns import Column
from mttq.reading._words import plain_words
from mttq.wording import NOTHING

__all__ = ["field_by_heads", "filled_in", "is_figure", "words_of"]

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_TICKS: Final = ("x", "✓", "✔", "☑", "☒")


@attrs.frozen
class _Tick:
    """A word that a cross chooses, alone or with others."""

    word: enum.Enum


def words_of(text: str, column: Column | Row, word: str = "") -> tuple[object, ...]:
    """Return what words in a cell may mean in a column, the likeliest first; nothing if they mean nothing.

    Args:
        text: the words, several of them with semicolons between.
        column: the column, or the line.
        word: the name of the word that a cross in the cell chooses.
    """
    if column.choice is None:
        return (text,)
    if word:
        return (_Tick(column.choice[word]),) if text.strip().casefold() in _TICKS else ()
    known = {plain_words(str(item.value)): item for item in column.choice}
    found = [known.get(plain_words(part)) for part in text.split(";")]
    if None in found:
        return ()
    return (*found, frozenset(found)) if len(found) == 1 else (frozenset(found),)


def is_figure(value: object) -> bool:
    """Return whether what was filled in is a figure, and no words."""
    return not isinstance(value, str | enum.Enum | frozenset | _Tick)


def field_by_heads(row: Row, said: str) -> Column | None:
    """Return the column of a line or record that has these heads, None if none or more than one has."""
    if row.kind not in (Kind.COLUMNS, Kind.REGISTER) or not said:
        return None
    wanted = plain_words(_BRACKETS.sub("", said))
    found = [
        column for column in row.columns if plain_words(_BRACKETS.sub("", " ".join(column.heads))) == wanted
    ]
    return found[0] if len(found) == 1 else None


def filled_in(form: Form, instance: Any, names: Sequence[str], value: object) -> Any:
    """Return a filled-in form with one value more; a record that is not there yet is added.

    Raises:
        FieldError: the value cannot stand there.
    """
    register = next((row for row in _registers(form) if tuple(names[: len(row.path)]) == row.path), None)
    if register is not None:
        records = register.value_in(instance)
        missing = int(names[len(register.path)]) + 1 - len(records)
        added = tuple(_record_class(form, register)() for _ in range(missing))
        instance = _with(instance, register.path, (*records, *added))
    return _with(instance, names, value)


@cache
def _registers(form: Form) -> tuple[Row, ...]:
    return tuple(row for row in form.rows if row.kind is Kind.REGISTER)


@cache
def _record_class(form: Form, register: Row) -> Any:
    """Return the class of the records of a register."""
    annotation: Any = form.record
    for name in register.path:
        bare, _ = unwrap(annotation)
        annotation = attrs.fields_dict(bare)[name].type
    bare, _ = unwrap(annotation)
    return get_args(bare)[0]


def _with(record: Any, names: Sequence[str], value: object) -> Any:
    name, *rest = names
    if isinstance(record, tuple):
        at = int(name)
        return (*record[:at], _with(record[at], rest, value), *record[at + 1 :])
    if rest:
        value = _with(getattr(record, name), rest, value)
    elif isinstance(value, _Tick):
        value = _ticked(getattr(record, name), value.word)
    return attrs.evolve(record, **{name: value})


def _ticked(before: object, word: enum.Enum) -> object:
    """Return what a cross makes of what was chosen before.

    Raises:
        FieldError: another word was chosen, and only one can be.
    """
    if isinstance(before, frozenset):
        return before | {word}
    if before is not None:
        raise FieldError(NOTHING)  # which is not shown: the cell is handed back
    return word
