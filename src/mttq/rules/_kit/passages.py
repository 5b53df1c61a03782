"""What of a narrative shows a copy: the words around its figures, and the names of units."""

import re
from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final

from mttq.model import Unit, UnitKind
from mttq.vi import fold
from mttq.vi._letters import is_common, numerals_of
from mttq.wording._unicode import composed

__all__ = ["LEAST", "hashed", "names_in", "passages_in", "words_of"]

LEAST: Final = 10
"""Smaller figures are often equal by chance."""

_WORD: Final = re.compile(r"[^\W_]+")
_JOINED: Final = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*")
_REACH: Final = 3  # words on either side of a figure
_SEEN: Final = 200  # characters in which they stand, and
_PIECES: Final = 6  # pieces between blanks, some of which may be marks alone
_FIGURE: Final = re.compile(  # in `numerals_of` a text: a whole word, found by its first byte
    rb"0(?<![a0].)(?<![a0][.,/-].)0*+(?:[.,]00*+)*+(?![a0]|[.,/-][a0])"
)
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_ALL: Final = "100"  # per cent
_NAMING: Final = frozenset(
    fold(
        "số thứ ngày tháng năm quý khóa mục điểm điều khoản chương phần lục định lệnh thị luận quyết luật"
    ).split(" ")
)
"""A number after one of these is a name: "Nghị định 100", "tháng 12"."""

_LONGEST: Final = 8  # words of a name behind its kind


def hashed(text: str) -> int:
    """Return 60 bits by which a text is known again, on any machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 4


def passages_in(narrative: str, unit: Unit, least: int) -> Sequence[int]:
    """Return the figures of a narrative from `least` upwards, each with the words around it, as hashes.

    The unit's own name is left out.
    """
    found: dict[int, None] = {}
    text, name = narrative.casefold(), composed(unit.full_name.casefold())
    if not is_common(narrative):
        text = narrative = composed(text)  # letters do not keep their places
    numerals = numerals_of(narrative)
    lines = text.replace(name, " " * len(name)).split("\n")
    for line, marked in zip(lines, numerals.split(b"\n"), strict=True):
        for place in _FIGURE.finditer(marked):
            start, end = place.span()
            figure = line[start:end]
            if not _is_own(figure, least):
                continue
            before = _nearest(line[max(0, start - _SEEN) : start].rsplit(None, _PIECES)[::-1], -1)
            if not before or before[0] in _NAMING:  # a number that begins a line is that of a heading
                continue
            after = _nearest(line[end : end + _SEEN].split(None, _PIECES), 1)
            if len(before) + len(after) >= _REACH:
                found[hashed(" ".join((*reversed(before), figure, *after)))] = None
    return array("Q", found)


def _nearest(pieces: list[str], step: int) -> list[str]:
    """Return the words that come first in pieces of a line, folded; from behind if the step is -1."""
    words: list[str] = []
    for piece in pieces:
        words += _words(piece)[::step]
        if len(words) >= _REACH:
            break
    return words[:_REACH]


@lru_cache(maxsize=16384)  # the same words come again and again
def _words(piece: str) -> tuple[str, ...]:
    return tuple(map(fold, _JOINED.findall(piece)))


@lru_cache(maxsize=4096)  # and so do small numbers and years
def _is_own(figure: str, least: int) -> bool:
    """Distinguish the unit's own figure from a small one, a year, 100%."""
    if figure == _ALL or _YEAR.fullmatch(figure):
        return False
    return Decimal(figure.replace(".", "").replace(",", "")) >= least


def names_in(narrative: str, unit: Unit) -> tuple[str, ...]:
    """Return the words that may name units, folded: from a word of kind to the last capital of what follows.

    The unit's own name is left out.  Names that overlap stand together, so that "xã Hương Trà" is none inside
    "thị xã Hương Trà".

    >>> own = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
    >>> names_in("Nhân dân xã Trung Sơn và xã Hồng Vân, huyện A Lưới cùng dựng xã nông thôn mới.", own)
    ('xã hồng vân huyện a lưới',)
    """
    text, own = composed(narrative), words_of(unit.full_name)
    names = dict.fromkeys(words_of(text[start:end]) for start, end in _windows(text))
    return tuple(name for name in names if name != own)


@lru_cache(maxsize=4096)  # and so do the names of units
def words_of(text: str) -> str:
    """Return the words of a text as names are compared: folded, without the marks between them."""
    return " ".join(_WORD.findall(fold(text)))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Return from where to where names of units may stand; what overlaps is one."""
    start = end = -1
    small = text.replace("İ", "I").lower()  # as long as the text, and searched in an eighth of the time
    for found in _kinds().finditer(small):
        begin = found.start()
        first = text[found.start(1)]
        if (begin and text[begin - 1].isalnum()) or not (first.isupper() or first.isdigit()):
            continue
        if begin > end:
            if end > 0:
                yield start, end
            start = begin
        end = max(end, _end_of_name(text, found.start(1)))
    if end > 0:
        yield start, end


def _end_of_name(text: str, start: int) -> int:
    """Return where a name ends: behind the last capital before two words that have none."""
    end, last = start, 0
    for number, word in enumerate(_WORD.finditer(text, start)):
        if word[0][0].isupper() or word[0][0].isdigit():
            end, last = word.end(), number
        elif number - last > 1:
            break
        if number + 1 == _LONGEST:
            break
    return end


@cache
def _kinds() -> re.Pattern[str]:
    """Return what finds a word of kind, in small letters, with the first letter of what follows."""
    nouns = sorted({kind.noun for kind in UnitKind}, key=len, reverse=True)  # the longest first
    kinds = "|".join(noun.replace(" ", r"[\W_]+") for noun in nouns)
    return re.compile(rf"(?:{kinds})(?:[^\w.;!?]|_)+(?=([^\W_]))")
