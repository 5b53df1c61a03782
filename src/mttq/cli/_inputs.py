"""The files that a command line names: which ones there are, and the reports in them."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from mttq._files.opening import report_files, why_unusable
from mttq.cli._office import Subject, is_office, subjects_of
from mttq.cli._saying import UnusableError, named
from mttq.codec import dump, load, loads
from mttq.errors import LoadError
from mttq.report import Report
from mttq.wording import Phrase
from mttq.wording._unicode import printable

if TYPE_CHECKING:
    from mttq.reading import Hints

__all__ = ["files_of", "one_subject", "opened", "saved", "see_that_it_is_named", "subjects_in"]

T = TypeVar("T")


def files_of(names: Sequence[str]) -> dict[str, Phrase | None]:
    """Put in the place of each directory its report files, because a console of Windows expands no "*.json".

    Returns:
        by name why it can be no report, None if reading must show that; a file under two names is there once.
    """
    found: dict[str, tuple[str, Phrase | None]] = {}
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112 - Path("") is the working folder
            found.setdefault(name if name in ("", "-") else os.path.realpath(name), (name, None))
            continue
        files, unread = report_files(name)
        for error in unread:
            why = Phrase("{}: không đọc được thư mục ({})", printable(error.filename), why_unusable(error))
            found[error.filename] = (error.filename, why)
        for file in files:
            found.setdefault(os.path.realpath(file), (file, None))
        if not files and not unread:
            found[name] = (name, Phrase("{}: là thư mục không có tệp .json nào", printable(name)))
    return dict(found.values())


def subjects_in(
    name: str, options: argparse.Namespace, why: Phrase | None = None, *, nameless: bool = False
) -> list[Subject]:
    """Read a report, or an office file with the reports that it holds; - is standard input.

    Raises:
        UnusableError: it cannot be read, or `why` says so already.
        LoadError: it is no report.
    """
    if why is not None:
        raise UnusableError(why)
    if is_office(name):
        return opened(lambda name: [*subjects_of(name, options, nameless=nameless)], name)
    return [Subject(opened(_standard_input if name == "-" else load, name))]


def one_subject(name: str, options: argparse.Namespace) -> Subject:
    """Read a file of one report.

    Raises:
        UnusableError: it cannot be read, or holds several.
        LoadError: it is no report.
    """
    found = subjects_in(name, options)
    if len(found) > 1:
        raise UnusableError(named(name, Phrase("tệp có số liệu của {} đơn vị, ở đây cần một", len(found))))
    return found[0]


def _standard_input(name: str) -> Report:
    if sys.stdin is None:
        raise UnusableError(Phrase("{}: đầu vào chuẩn đã đóng", name))
    try:
        return loads(sys.stdin.buffer.read())
    except LoadError as error:
        raise error.of(name) from None


def opened(read: Callable[[str], T], name: str) -> T:
    """Read a file.

    Raises:
        UnusableError: it cannot be read; the message says why.
        LoadError: it holds something else.
    """
    see_that_it_is_named(name)
    try:
        return read(name)
    except OSError as error:
        raise UnusableError(named(name, why_unusable(error))) from None
    except MemoryError:
        raise UnusableError(Phrase("{}: tệp quá lớn, không đủ bộ nhớ để đọc", printable(name))) from None


def see_that_it_is_named(name: str) -> None:
    """Refuse an empty name: a variable of a script that was not set, and no name of the working folder."""
    if not name:
        raise UnusableError(Phrase("tên tệp để trống"))


def saved(name: str, thing: "Report | Hints") -> None:
    """Write a report, or hints.

    Raises:
        UnusableError: it cannot be written.
    """
    see_that_it_is_named(name)
    try:
        if isinstance(thing, Report):
            dump(thing, name)
        else:
            thing.save(name)
    except OSError as error:
        raise UnusableError(named(name, why_unusable(error))) from None
