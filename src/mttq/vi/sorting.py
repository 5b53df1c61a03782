"""The order of the Vietnamese dictionary, for names of places and of people.

Letters come first (a ă â b c d đ e ê …; f j w z at their Latin places), then the tone (ngang, huyền, hỏi,
ngã, sắc, nặng), syllable by syllable; numbers within names go by value.  Source: Vũ Xuân Lương, rules of the
Vietnam Lexicography Centre; the collation of Unicode (CLDR) differs in comparing whole strings.
"""

import unicodedata
from typing import Final

from mttq._declared.types import DIGITS
from mttq._names.regex import regex
from mttq.vi.text import TONES, clean, split_tone

__all__ = ["SortKey", "name_sort_key", "sort_key"]

SortKey = tuple[tuple[str, tuple[int, ...], int], ...]
"""(letters, tone, number) of every syllable; a number has no letters, so that it comes before them."""

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES: Final = {letter: chr(place) for place, letter in enumerate(_ALPHABET)}
_PARTS: Final = regex("[0-9]+|(?:[^\\W0-9_]|[\u0300-\u036f])+")


def sort_key(text: str) -> SortKey:
    """Make the key by which `sorted` puts Vietnamese texts in the order of the dictionary.

    Capitals, punctuation, composition (NFC, NFD) and the place of the tone (hoà, hòa) do not matter.

    >>> sorted(["Thôn 10", "Đông", "Thôn 2", "Dương", "Ấp", "An"], key=sort_key)
    ['An', 'Ấp', 'Dương', 'Đông', 'Thôn 2', 'Thôn 10']
    """
    return tuple(_key(part) for part in _PARTS.findall(clean(text).lower()))


def name_sort_key(name: str) -> SortKey:
    """Make the key for people: by given name (the last syllable), then family name, then middle names.

    >>> sorted(["Hồ Thị Bính", "Trần Văn An", "Lê Văn An"], key=name_sort_key)
    ['Lê Văn An', 'Trần Văn An', 'Hồ Thị Bính']
    """
    key = sort_key(name)
    return key[-1:] + key[:-1]


def _key(part: str) -> tuple[str, tuple[int, ...], int]:
    if part.isdecimal():
        digits = part.lstrip("0") or "0"  # one of more digits than Python reads sorts by their number first
        return "", (len(digits),) * (len(digits) > DIGITS), int(digits[:DIGITS])
    letters, tone = split_tone(part)
    return "".join(map(_place, letters)), tuple(map(TONES.index, tone)), 0


def _place(letter: str) -> str:
    """A letter of another alphabet stands where its bare form does: ŏ at o."""
    return _PLACES.get(letter) or _PLACES.get(unicodedata.normalize("NFD", letter)[0], letter)
