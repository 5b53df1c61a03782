"""What a mistyped name was probably meant to be, and how a message asks for it."""

from collections.abc import Iterable
from typing import Final

from mttq.wording import NOTHING, Phrase

__all__ = ["ALIKE", "meant", "nearest"]

ALIKE: Final = 0.6
"""How alike two names must be by the measure of difflib, which takes the same: 1 is equal."""

_LONGEST_NAME: Final = 100  # a longer text is no name that somebody mistyped


def nearest(name: object, known: Iterable[str], alike: float = ALIKE) -> str | None:
    """Return the known name that was probably meant, or None; capitals do not count.

    >>> nearest("cri01", ["CRI001", "ORG001"]), nearest("XYZ", ["CRI001"]), nearest(7, ["CRI007"])
    ('CRI001', None, None)
    """
    from difflib import SequenceMatcher

    if not isinstance(name, str) or len(name) > _LONGEST_NAME:
        return None
    matcher = SequenceMatcher(b=name.casefold())

    def likeness(other: str) -> float:
        matcher.set_seq1(other.casefold())
        likely = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE  # upper bounds
        return matcher.ratio() if likely else 0

    best = max(known, key=likeness, default="")  # the first of several
    return best if best and likeness(best) >= alike else None


def meant(name: object, known: Iterable[str], otherwise: str = NOTHING) -> Phrase:
    """Return what a message says after a name that is not known: "; có phải “…”?", or what else helps.

    >>> meant("housholds", ["households", "persons"]), meant("x", ["persons"], "chỉ có: persons")
    ('; có phải “households”?', '; chỉ có: persons')
    """
    near = nearest(name, known)
    said = Phrase("có phải “{}”?", near) if near else otherwise
    return Phrase("; {}", said) if said else NOTHING
