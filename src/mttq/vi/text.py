"""One spelling for every Vietnamese text: composed letters, plain spaces, nothing invisible.

Texts come from Word, Excel, PDF and the web, where one word is spelt in many ways that look alike: composed
or decomposed (NFC, NFD), with the eth of another alphabet for đ, with no-break spaces and zero-width marks.
`normalize` repairs that and nothing else, `clean` prepares a text for a parser, `fold` makes the key under
which two spellings of one word are equal.

Compatibility composition (NFKC) is never used: it would turn "m²" into "m2" and "½" into "1⁄2".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from mttq._declared.types import unfit
from mttq.wording._unicode import composed

__all__ = [
    "DASHES",
    "INVISIBLE",
    "TONES",
    "LookAlike",
    "clean",
    "find_look_alikes",
    "fold",
    "fold_in_place",
    "mask",
    "normalize",
    "require_text",
    "split_tone",
]

DASHES: Final = "-‒–—―−﹣－"
"""Every dash that `normalize` leaves in a text, fit for a regex class: `f"[{DASHES}]"`; `−` is the minus."""

TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""The combining marks of the tones in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng."""

_LETTERS: Final = {"ð": "đ", "ɖ": "đ", "Ð": "Đ", "Ɖ": "Đ"}
_HYPHENS: Final = dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-")
_DIGITS: Final = dict(zip("０１２３４５６７８９", "0123456789", strict=True))
_SPACES: Final = dict.fromkeys("\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_INVISIBLE: Final = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200F),  # zero-width space, joiners, direction marks
    (0x202A, 0x202E),  # direction embeddings
    (0x2060, 0x206F),  # word joiner, invisible operators, direction isolates
    (0xFEFF, 0xFEFF),  # byte order mark
)
INVISIBLE: Final = "".join(rf"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE)
"""Every character that `normalize` takes out, fit for a regex class."""

_REPAIRS: Final[dict[int, str]] = {
    **{code: "" for first, last in _INVISIBLE for code in range(first, last + 1)},
    **{ord(found): meant for found, meant in (_LETTERS | _HYPHENS | _DIGITS | _SPACES).items()},
}
_REPAIRED: Final = re.compile(f"[{re.escape(''.join(map(chr, _REPAIRS)))}]")
_APOSTROPHE: Final = re.compile("[’‘ʼʻ`´]")
_DASH: Final = re.compile(f"[{DASHES[1:]}]")


def require_text(text: object) -> None:
    """Refuse what is no text.

    Raises:
        FieldError: what was given is no text.
    """
    if not isinstance(text, str):
        raise unfit("text", str, text)


def normalize(text: str) -> str:
    r"""Return a text its one composed spelling, without changing what a reader sees.

    The letters ð Ð ɖ Ɖ become đ Đ, full-width digits ASCII digits, every kind of space a plain space, hyphens
    that look the same one hyphen; invisible characters go.  En dash, em dash and minus stay, since they are
    correct typography; so do the digits of other scripts, for a strict parser to refuse; so do line breaks.

    Raises:
        TypeError: what was given is no text; all parsers of this package pass through here.

    >>> normalize("To\u0302\u0309ng\xa0so\u0302\u0301 ðo\u0300n\u200b – ２５ m²")
    'Tổng số đòn – 25 m²'
    """
    require_text(text)
    if _REPAIRED.search(text):  # rare, and far quicker to test than to do
        text = text.translate(_REPAIRS)
    return composed(text)


def clean(text: str) -> str:
    r"""Prepare a text for a parser: `normalize`, every dash a hyphen, single spaces, none at the ends.

    >>> clean("  2026\u2009–\u20092031 \n")
    '2026 - 2031'
    """
    return " ".join(_DASH.sub("-", normalize(text)).split())


class LookAlike(NamedTuple):
    """One character that `normalize` replaces: where it stands, what it is, what it is taken for."""

    position: int
    found: str
    meant: str


def find_look_alikes(text: str) -> list[LookAlike]:
    """Find every single character that `normalize` replaces or, where `meant` is empty, removes.

    Decomposed letters (NFD) are not listed: they are right, only spelt in parts.

    Raises:
        FieldError: what was given is no text.

    >>> find_look_alikes("Quỹ ðền ơn")
    [LookAlike(position=4, found='ð', meant='đ')]
    """
    require_text(text)
    return [
        LookAlike(position, found, _REPAIRS[ord(found)])
        for position, found in enumerate(text)
        if ord(found) in _REPAIRS
    ]


def split_tone(text: str) -> tuple[str, str]:
    r"""Part the letters of a syllable from its tone, one of `TONES`; a level tone is an empty string.

    >>> split_tone("Đường") == ("Đương", "\u0300")
    True
    >>> split_tone("ba")
    ('ba', '')
    """
    marks = unicodedata.normalize("NFD", composed(text))
    tone = "".join(mark for mark in marks if mark in TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES)), tone


_VOWELS: Final = "aăâeêioôơuưy"
_WORD: Final = re.compile(r"[^\W0-9_]+")
_SYLLABLE: Final = re.compile(
    rf"(?P<onset>qu(?=[{_VOWELS}])|gi(?=[{_VOWELS}])|[^\W{_VOWELS}]*)"
    rf"(?P<nucleus>[{_VOWELS}]{{1,3}})(?P<coda>[^\W{_VOWELS}]*)"
)
_EITHER_I: Final = re.compile("(?:[hklmst]|qu)i")


def fold(text: str) -> str:
    """Make the key under which spellings of one text are equal; compare it with other folded text only.

    Equal become: what `clean` makes equal; capitals and small letters; a tone wherever it stands in its
    syllable (hoà hòa, uỷ ủy, khoẻ khỏe; the key has the older place); i and y where both are written for one
    sound, in an open syllable after h k l m s t qu (tỉ tỷ, sĩ sỹ, kĩ kỹ, quí quý; the key has y); all
    apostrophes of a name (H’Lim H'Lim).

    >>> fold("UỶ BAN  thuỷ lợi") == fold("Ủy ban thủy lợi")
    True
    >>> fold("Quý IV, giếng khoẻ, bác sĩ")
    'quý iv, giếng khỏe, bác sỹ'
    """
    lowered = _APOSTROPHE.sub("'", composed(clean(text).casefold()))
    return _WORD.sub(lambda word: _fold_word(word[0]), lowered)


def mask(text: str, places: Iterable[tuple[int, int]], mark: str) -> str:
    """Put marks in the place of some passages, so that all others keep theirs.

    >>> mask("ngày 5/6 có 5 hộ", [(0, 8)], "·")
    '········ có 5 hộ'
    """
    parts, position = [], 0
    for start, end in sorted(places):
        if end > position:
            parts += [text[position:start], mark * (end - max(start, position))]
            position = end
    return "".join((*parts, text[position:]))


def fold_in_place(text: str) -> str:
    """Fold a plain text (`mttq.vi._layout`) word by word, so that every letter keeps its place.

    >>> fold_in_place("UỶ BAN  thuỷ lợi")
    'ủy ban  thủy lợi'
    """
    return " ".join(map(_fold_token, text.split(" ")))


@lru_cache(maxsize=16384)  # the same words come again and again
def _fold_token(token: str) -> str:
    return _WORD.sub(_in_place, token)


def _in_place(word: re.Match[str]) -> str:
    folded = _fold_word(word[0].casefold())
    return folded if len(folded) == len(word[0]) else word[0]


@lru_cache(maxsize=4096)  # the same words come again and again
def _fold_word(word: str) -> str:
    letters, tone = split_tone(word)
    if _EITHER_I.fullmatch(letters):
        letters = letters[:-1] + "y"
    syllable = _SYLLABLE.fullmatch(letters)
    if syllable is None or len(tone) > 1:  # no Vietnamese syllable
        return word
    place = syllable.start("nucleus") + _bearer(syllable["nucleus"], closed=bool(syllable["coda"])) + 1
    return unicodedata.normalize("NFC", letters[:place] + tone + letters[place:])


def _bearer(nucleus: str, *, closed: bool) -> int:
    """Find the vowel that carries the tone, by the older rule: hòa, thủy, but hoàn, thuyền, khuỷu."""
    marked = [place for place, vowel in enumerate(nucleus) if vowel in "ăâêôơ"]
    if marked:
        return marked[-1]
    if "ư" in nucleus:
        return nucleus.index("ư")
    return len(nucleus) - 1 if closed else (len(nucleus) - 1) // 2
