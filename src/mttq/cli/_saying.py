"""What the command prints, and says beside it on standard error; what it refuses."""

import os
import shutil
import sys
import warnings
from collections.abc import Iterable
from typing import Final, TextIO

from mttq._files.opening import why_unusable
from mttq._files.saving import save
from mttq.errors import LoadError, MttqError, UnitFormatError
from mttq.tables import PAGE, Lang
from mttq.wording import Phrase, label
from mttq.wording._unicode import printable

__all__ = [
    "REFUSED",
    "Bar",
    "Sheet",
    "UnusableError",
    "UnwrittenError",
    "named",
    "page_width",
    "repeat",
    "say",
    "silence",
    "write",
]


class UnusableError(MttqError):
    """What was given cannot be used; the message says why."""


REFUSED: Final = (UnusableError, LoadError, UnitFormatError)
"""By what a file, a code or an option is refused."""


class UnwrittenError(MttqError):
    """The result cannot be written; the message says why."""


def write(text: str = "", end: str = "\n", *, flush: bool = False) -> None:
    """Write a part of the result.

    Raises:
        UnwrittenError: it cannot be written.
    """
    try:
        print(printable(text, lines=True), end=end, flush=flush)
    except OSError as error:
        raise UnwrittenError(Phrase("không ghi được kết quả: {}", why_unusable(error))) from error


class Sheet:
    """Where a result goes: part by part to standard output, or whole into a file."""

    def __init__(self, name: str | None) -> None:
        """Take the name of the file; None and "-" mean standard output."""
        self._name = name or "-"
        if name == "":
            raise UnusableError(Phrase("tên tệp để trống"))
        self._parts: list[str] = []

    @property
    def is_file(self) -> bool:
        """Whether it goes into a file."""
        return self._name != "-"

    def write(self, text: str = "", end: str = "\n") -> None:
        """Write a part.

        Raises:
            UnwrittenError: standard output cannot be written.
        """
        if self.is_file:
            self._parts.append(f"{printable(text, lines=True)}{end}")
        else:
            write(text, end)

    def save(self, lang: Lang) -> None:
        """Write the file, and say so.

        Raises:
            UnusableError: it cannot be written.
        """
        if not self.is_file:
            return
        try:
            save("".join(self._parts).encode(), self._name)
        except OSError as error:
            raise UnusableError(named(self._name, why_unusable(error))) from None
        say(Phrase("đã ghi {}", printable(self._name)), lang)


def say(text: str, lang: Lang = "vi", end: str = "\n") -> None:
    """Say on standard error what is no result; where nobody can read it, the exit code must do."""
    try:
        print(printable(label(text, lang), lines=True), end=end, file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


class Bar:
    """How far long work has come: a line on standard error, only where that is a terminal.

    Args:
        total: how many things there are; of one alone nothing is shown.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = total > 1 and sys.stderr.isatty()
        self._written = 0

    def at(self, number: int, name: str) -> None:
        """Show that the work is at a thing: "[###.......] 3/10 a.json"."""
        if self._shown:
            self.clear()
            done = _BAR * number // self._total
            line = f"[{'#' * done}{'.' * (_BAR - done)}] {number}/{self._total} {printable(name)}"[:_WIDTH]
            say(line, end="")
            self._written = len(line)

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._written:
            say("", end=f"\r{' ' * self._written}\r")
            self._written = 0


_BAR: Final = 10
_WIDTH: Final = 79  # of the narrowest terminal, less the last column, which breaks lines


def silence(stream: TextIO) -> None:
    """Let Python find nothing to complain of when it flushes a stream at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def page_width() -> int:
    """Return the width of the page: that of a narrow terminal, whose last column breaks lines on Windows."""
    return min(PAGE, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else PAGE


def repeat(caught: Iterable[warnings.WarningMessage], lang: Lang) -> None:
    """Say what was warned of, in the language of its reader."""
    for warning in caught:
        (text,) = warning.message.args if isinstance(warning.message, Warning) else (warning.message,)
        say(text, lang)


def named(name: str, why: str) -> Phrase:
    """Say what is the matter with a file; a name may hold anything."""
    return Phrase("{}: {}", printable(name), why)
