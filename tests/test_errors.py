"""Errors say what the caller did, in one text, and survive a process boundary."""

import copy
import pickle

import pytest

from mttq import errors
from mttq.errors import (
    CodeError,
    DateFormatError,
    DeclarationError,
    DocumentFormatError,
    Fault,
    FieldError,
    LoadError,
    MttqError,
    NotationError,
    NumberFormatError,
    PathError,
)

NOTATION_ERRORS = [NotationError, NumberFormatError, DateFormatError, DocumentFormatError]


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "Fault"])
def test_every_error_is_an_mttq_error(name: str) -> None:
    assert issubclass(getattr(errors, name), MttqError)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (FieldError, TypeError),
        (DeclarationError, TypeError),
        *((error, ValueError) for error in NOTATION_ERRORS),
        (LoadError, ValueError),
        (CodeError, KeyError),
        (CodeError, ValueError),
        (PathError, KeyError),
    ],
)
def test_an_error_is_also_the_builtin_that_a_caller_expects(error: type, builtin: type) -> None:
    assert issubclass(error, builtin)


@pytest.mark.parametrize("error", NOTATION_ERRORS)
def test_a_notation_error_shows_the_text_the_reason_and_the_hint(error: type[NotationError]) -> None:
    assert str(error("1.5", "không rõ", "viết 1,5?")) == "'1.5': không rõ; viết 1,5?"
    assert str(error("1.5", "không rõ")) == "'1.5': không rõ"
    assert str(error("a\nb", "không rõ")) == r"'a\nb': không rõ"  # one line whatever the text


@pytest.mark.parametrize(
    ("error", "fields"),
    [
        (NumberFormatError("1.5", "không rõ", "viết 1,5?"), ("text", "reason", "hint")),
        (LoadError((Fault("$.unit", "thiếu", None),), "a.json"), ("faults", "source")),
        (CodeError("không có “a”"), ()),
        (PathError("không có “a”"), ()),
    ],
)
def test_an_error_is_the_same_after_pickling_and_copying(error: Exception, fields: tuple[str, ...]) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert [getattr(again, name) for name in fields] == [getattr(error, name) for name in fields]


def test_a_load_error_lists_every_fault_below_the_name_of_the_file() -> None:
    faults = (Fault("$.unit.kind", "không có", "xa"), Fault("$.title", "thiếu", None))
    assert str(LoadError(faults, "a.json")) == "a.json: 2 lỗi\n  $.unit.kind: không có\n  $.title: thiếu"
    assert str(LoadError(faults[:1])) == "Báo cáo: 1 lỗi\n  $.unit.kind: không có"


def test_a_fault_unpacks_as_path_message_value() -> None:
    path, message, value = Fault("$.a", "sai", 5)
    assert (path, message, value) == ("$.a", "sai", 5)


@pytest.mark.parametrize("error", [CodeError, PathError])
def test_a_name_that_there_is_not_is_told_without_quotes(error: type[Exception]) -> None:
    assert str(error("không có “a”")) == "không có “a”"
