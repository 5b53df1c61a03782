"""Errors say what the caller did, in either language, have a code, and survive a process boundary."""

import copy
import errno
import inspect
import pickle
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from mttq import errors
from mttq.errors import (
    ArgumentError,
    CodeError,
    ConstraintError,
    DeclarationError,
    Fault,
    FieldError,
    FileDeniedError,
    FileError,
    FileMissingError,
    FolderError,
    LoadError,
    MttqError,
    NotationError,
    NotJsonError,
    PathError,
    VersionError,
)
from mttq.wording import Lang, Phrase, label

KINDS = [item for item in vars(errors).values() if inspect.isclass(item) and issubclass(item, MttqError)]
NOTATION_ERRORS = [item for item in KINDS if issubclass(item, NotationError)]
NO_RULE = Phrase("có phải “{}”?", "CRI001")
PAGE = runpy.run_path(str(Path(__file__).parents[1] / "docs" / "make_errors.py"))
VIETNAMESE = re.compile("[À-ỹĐđ]")
FAULTS = (Fault("$.unit.kind", NO_RULE, "xa", Phrase("Đơn vị")), Fault("$.title", "thiếu", None))


def made(kind: type[MttqError]) -> MttqError:
    if issubclass(kind, NotationError):
        return kind("1.5", NO_RULE, NO_RULE)
    if issubclass(kind, LoadError):
        return kind(FAULTS, "a.json", 7)
    if issubclass(kind, FileError):
        return kind(NO_RULE, errno.ENOENT, "a.json")
    if issubclass(kind, ConstraintError):
        return kind(NO_RULE, "name", "items[1].name")
    return kind(NO_RULE)


def test_every_error_is_an_mttq_error() -> None:
    assert {item.__name__ for item in KINDS} | {"Fault"} == set(errors.__all__)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (ArgumentError, ValueError),
        (FieldError, TypeError),
        (ConstraintError, TypeError),
        (ConstraintError, ValueError),
        (DeclarationError, TypeError),
        *((kind, ValueError) for kind in NOTATION_ERRORS),
        (LoadError, ValueError),
        (CodeError, KeyError),
        (CodeError, ValueError),
        (PathError, KeyError),
        (FileError, OSError),
        (FileDeniedError, PermissionError),
        (FileMissingError, FileNotFoundError),
        (FolderError, IsADirectoryError),
    ],
)
def test_an_error_is_also_the_builtin_that_a_caller_expects(kind: type, builtin: type) -> None:
    assert issubclass(kind, builtin)


def test_every_class_has_a_code_of_its_own() -> None:
    """Programs hold to these: a code may be added, none changed."""
    assert {item.__name__: item.code for item in KINDS} == {
        "MttqError": "error",
        "ArgumentError": "argument",
        "FieldError": "type",
        "ConstraintError": "value",
        "DeclarationError": "declaration",
        "CodeError": "unknown",
        "PathError": "path",
        "FileError": "file",
        "FileDeniedError": "file.denied",
        "FileMissingError": "file.missing",
        "FolderError": "file.folder",
        "NotationError": "notation",
        "NumberFormatError": "notation.number",
        "DateFormatError": "notation.date",
        "DocumentFormatError": "notation.document",
        "UnitFormatError": "notation.unit",
        "LoadError": "load",
        "NotJsonError": "load.json",
        "VersionError": "load.version",
        "ReadError": "load.office",
        "ExtraError": "extra",
        "UnitsError": "load.units",
        "DocumentError": "document",
        "RollUpError": "rollup",
        "AmbiguousSuccession": "rollup.ambiguous",
        "DuplicateReport": "rollup.duplicate",
    }


def descendants(kind: type[MttqError]) -> Iterator[type[MttqError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from descendants(below)


def test_every_class_has_an_example_in_the_documentation() -> None:
    places = {f"{kind.__module__}.{kind.__name__}" for kind in descendants(MttqError)}
    public = {place.rpartition(".")[2] for place in places if place.startswith("mttq.") and "._" not in place}
    assert public == {"MttqError", *PAGE["ENTRIES"]}


@pytest.mark.parametrize("name", PAGE["ENTRIES"])
def test_a_provoked_error_speaks_two_languages(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the examples of the documentation quote is ASCII."""
    monkeypatch.chdir(tmp_path)
    error: MttqError = PAGE["raised"](name)
    english = re.sub("“[^”]*”", "", error.render(lang="en"))
    assert (type(error).__name__, error.code) == (name, vars(errors)[name].code)
    assert str(error) == error.message == error.render(lang="vi") != error.render(lang="en")
    assert VIETNAMESE.search(error.message)
    assert not VIETNAMESE.search(english)


def test_the_page_of_errors_is_current() -> None:
    stands = (Path(__file__).parents[1] / "docs" / "errors.md").read_text("utf-8")
    assert stands == PAGE["page"](), "stale: python docs/make.py"


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_the_same_after_pickling_and_copying(kind: type[MttqError]) -> None:
    error = made(kind)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is kind
        assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))
        assert again.render(lang="en") == error.render(lang="en")


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_vietnamese_and_english_on_request(kind: type[MttqError]) -> None:
    error = made(kind)
    assert str(error) == error.message == error.render(lang="vi")
    assert "có phải “CRI001”?" in str(error)
    assert "did you mean “CRI001”?" in error.render(lang="en")
    assert "có phải" not in error.render(lang="en")


def test_there_is_no_third_language() -> None:
    with pytest.raises(ArgumentError) as caught:
        PathError(NO_RULE).render(lang="xx")  # type: ignore[arg-type]
    assert caught.value.render(lang="en") == f"no language 'xx'; choose one of: {', '.join(get_args(Lang))}"


@pytest.mark.parametrize("kind", NOTATION_ERRORS)
def test_a_notation_error_shows_the_text_the_reason_and_the_hint(kind: type[NotationError]) -> None:
    assert str(kind("1.5", "không rõ", "viết 1,5?")) == "'1.5': không rõ; viết 1,5?"
    assert str(kind("1.5", "không rõ")) == "'1.5': không rõ"
    assert str(kind("a\nb", "không rõ")) == r"'a\nb': không rõ"  # one line whatever the text
    error = kind("1.5", "không rõ", "viết 1,5?")
    assert (error.text, error.reason, error.hint) == ("1.5", "không rõ", "viết 1,5?")


def test_a_load_error_lists_every_fault_below_the_name_of_the_file() -> None:
    error = LoadError(FAULTS, "a.json")
    assert str(error).splitlines() == [
        "a.json: chưa đọc được, có 2 chỗ chưa đúng",
        "  Đơn vị ($.unit.kind): có phải “CRI001”?",
        "  $.title: thiếu",
    ]
    assert error.render(lang="en").splitlines() == [
        "a.json: cannot be read (problems: 2)",
        "  Unit ($.unit.kind): did you mean “CRI001”?",
        "  $.title: thiếu",  # no phrase: the words of somebody else
    ]
    assert str(LoadError(FAULTS[:1])).startswith("Báo cáo: ")
    assert LoadError(FAULTS[:1]).render(lang="en").startswith("Report: ")


def test_of_many_faults_a_hundred_are_shown() -> None:
    error = LoadError(FAULTS * 60, more=5)
    assert len(str(error).splitlines()) == 102
    assert str(error).endswith("\n  … và 25 chỗ nữa")
    assert error.render(lang="en").endswith("\n  … and 25 more")


@pytest.mark.parametrize("kind", [LoadError, NotJsonError, VersionError])
def test_a_load_error_can_be_given_the_name_of_its_file(kind: type[LoadError]) -> None:
    error = kind(FAULTS, more=3).of("b.json")
    assert (type(error), error.faults, error.source, error.more) == (kind, FAULTS, "b.json", 3)


def test_a_fault_unpacks_as_path_message_value() -> None:
    path, message, value = Fault("$.a", "sai", 5, "Đơn vị")
    assert (path, message, value) == ("$.a", "sai", 5)


def test_a_fault_keeps_its_place_after_pickling_and_copying() -> None:
    for again in (pickle.loads(pickle.dumps(FAULTS)), copy.deepcopy(FAULTS)):
        assert [label(fault.place, "en") for fault in again] == ["Unit", ""]


def test_a_constraint_error_names_the_fields() -> None:
    assert ConstraintError(NO_RULE, "name", "items[1].name").fields == ("name", "items[1].name")
    assert ConstraintError(NO_RULE).fields == ()


def test_a_file_error_says_what_the_system_says() -> None:
    error = FileMissingError(NO_RULE, errno.ENOENT, "a.json")
    assert (error.errno, error.filename, str(error)) == (errno.ENOENT, "a.json", "a.json: có phải “CRI001”?")
