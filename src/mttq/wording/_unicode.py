"""What every text of the library is: whole characters, composed; and what of it a terminal may be shown.

Python composes a text in the square of the length of a run of combining marks, since it sorts them by
insertion; `composed` puts long runs in their order first, so that such a text costs no more than any other.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final
from unicodedata import combining, normalize

__all__ = ["composed", "escaped", "is_whole", "printable"]

_RUN: Final = 64  # marks that may stand in any order without costing much
_LONG_RUN: Final = re.compile(rf"[^\w\s]{{{_RUN},}}")  # no mark is a letter, a digit or a space
_UNPRINTABLE: Final = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f"  # control characters
    "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f"  # direction of writing
    "\\u2028\\u2029\\ud800-\\udfff]"  # ends of lines and paragraphs, halves of characters
)
_SPACES: Final = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")


def is_whole(text: str) -> bool:
    r"""Return whether a text has no half of a character (a lone surrogate), which no file in UTF-8 can hold.

    >>> is_whole("xã"), is_whole("x\ud83d")
    (True, False)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def composed(text: str) -> str:
    r"""Bring a text to NFC, in time that grows with its length only.

    >>> composed("xa\u0303") == "xã"
    True
    """
    if any(map(combining, text[::_RUN])):  # a long run meets one of these places
        text = _LONG_RUN.sub(lambda run: "".join(_in_order(run[0])), text)
    return normalize("NFC", text)


def _in_order(run: str) -> Iterator[str]:
    """Return the marks of a run in canonical order, those of one class in the order in which they stand."""
    marks = (mark for char in run for mark in normalize("NFD", char))
    for _, group in groupby(marks, key=lambda mark: combining(mark) > 0):
        yield from sorted(group, key=combining)


def printable(text: str, *, lines: bool = False) -> str:
    r"""Put spaces for ends of lines, and U+FFFD for other control characters and for marks of direction.

    What comes from files and file names passes here on its way to a reader: nothing of it moves the cursor of
    a terminal, forges a line or turns the order of letters around.

    Args:
        text: what is to be shown.
        lines: keep line feeds and tabs, in a text of our own that has several lines.

    >>> printable("xã A\x1b[2J\u202e\nxã B"), printable("xã A\x1b[2J\nxã B", lines=True)
    ('xã A�[2J� xã B', 'xã A�[2J\nxã B')
    """
    if text.isprintable():
        return text
    kept = "\n\t" if lines else ""

    def shown(found: re.Match[str]) -> str:
        return found[0] if found[0] in kept else " " if found[0] in _SPACES else "\ufffd"

    return _UNPRINTABLE.sub(shown, text)


def escaped(json_text: str) -> str:
    r"""Escape in a JSON text what `printable` replaces elsewhere: it reads the same, and is safe to show.

    >>> print(escaped('{"x": "a\u202eb"}'))
    {"x": "a\u202eb"}
    """
    return "\n".join(
        line if line.isprintable() else _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
        for line in json_text.split("\n")
    )
