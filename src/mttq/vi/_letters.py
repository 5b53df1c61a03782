"""A long text as bytes, one for each character, which regular expressions search in a fraction of the time.

A search for one literal byte takes 1 ns a character, one for a class of characters seven times as much.  So
letters lose their marks, all digits are 0, and what is found is looked at in the text itself, at its place.
"""

import re
import string
from codecs import charmap_build, charmap_encode
from functools import cache, lru_cache
from typing import Any, Final
from unicodedata import normalize

from mttq.vi.text import TONES

__all__ = ["bare", "is_common", "letters_of", "numerals_of"]


@cache
def _letters() -> dict[int, str]:
    """Return for each letter the one that is left without its marks, one for one, so that places stay."""
    codes = (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    return {code: normalize("NFD", chr(code))[0].lower() for code in codes} | {
        ord(letter): "d" for letter in "đĐ"
    }


def bare(text: str) -> str:
    """Return a text in small letters without marks, every letter in its place.

    >>> bare("Ủy ban, Đảng bộ")
    'uy ban, dang bo'
    """
    return text.translate(_letters())


@cache
def _common() -> str:
    """Return the characters of most texts, for each of which there is one byte; the first has to be 0."""
    vowels = "".join(normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES))
    return "".join(dict.fromkeys(f"\0{string.printable}{vowels}{vowels.upper()}đĐ“”‘’–—…•°²³×≥≤"))


def _plain(char: str) -> str:
    """Return what stands for a character in a search: its letter without marks, a blank beside words."""
    letter = bare(char)
    if not (letter.isalnum() or letter == "_"):
        return " "
    if not letter.isascii():
        return "z"  # with which no expression is written
    return "0" if letter.isdigit() else letter


def _numeral(char: str) -> str:
    """Return what stands for a character in a search for numbers."""
    plain = _plain(char)
    return char if char in _BESIDE_DIGITS else plain if plain in " 0" else "a"


_BESIDE_DIGITS: Final = "\n.,/-_"


@cache
def _tables() -> tuple[Any, bytes, bytes]:
    """Return the table by which common characters are written, and what stands for them in each search."""
    common = _common()
    plain, numeral = ("".join(map(of, common)).ljust(256).encode() for of in (_plain, _numeral))
    return charmap_build(common.ljust(256, "\ufffe")), plain, numeral


@lru_cache(maxsize=1)  # asked for by one rule after the other
def _encoded(text: str) -> tuple[bytes, bool]:
    """Return a text as bytes, and whether all of its characters are common."""
    table = _tables()[0]
    try:
        return charmap_encode(text, "strict", table)[0], True
    except UnicodeEncodeError:
        return charmap_encode(_rare().sub(lambda char: _plain(char[0]), text), "strict", table)[0], False


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(_common())}]")


def is_common(text: str) -> bool:
    """Return whether all characters of a text are common ones, which `normalize` leaves as they are."""
    return _encoded(text)[1]


@lru_cache(maxsize=1)
def letters_of(text: str) -> bytes:
    """Return the letters of a text without marks, in small print, 0 for digits, blanks for what is no word.

    >>> letters_of("Ủy ban, Đảng bộ 62")
    b'uy ban  dang bo 00'
    """
    return _encoded(text)[0].translate(_tables()[1])


@lru_cache(maxsize=1)
def numerals_of(text: str) -> bytes:
    r"""Return a text with 0 for digits, "a" for letters, blanks for other characters than "\n.,/-_".

    >>> numerals_of("hơn 1.169 hộ (5%)")
    b'aaa 0.000 aa  0  '
    """
    return _encoded(text)[0].translate(_tables()[2])
