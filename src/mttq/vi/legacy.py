"""Texts from before Unicode: TCVN3 (the .VnTime fonts) and VNI-Windows, which look like accented Latin.

Old Word and Excel files hold "Céng hoµ" for "Cộng hoà" and look right in the old font only.  A text counts as
legacy only where such a reading makes Vietnamese syllables of words that were none; a doubtful one is left
alone.  Convert before `normalize`: the ư of TCVN3 is the soft hyphen of Latin-1.

Sources: TCVN 5712:1993, table VN3; the VNI-Windows code page.
"""

from typing import Final, Literal

from mttq._declared.types import not_among
from mttq._names.regex import regex
from mttq.errors import NotationError
from mttq.vi.text import TONES, require_text, split_tone
from mttq.wording import Phrase
from mttq.wording._unicode import composed

__all__ = ["LegacyEncoding", "convert_legacy", "detect_legacy"]

LegacyEncoding = Literal["tcvn3", "vni"]
"""How a text was encoded that is now held as if it were Latin-1 or CP1252."""

_FROM_A1: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ"
)
_TCVN3: Final = {0xA1 + place: letter for place, letter in enumerate(_FROM_A1) if letter != "·"}

_VNI_LOWER: Final = {
    **dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True)),
    **dict(zip("øûõùï", TONES, strict=True)),  # written after their vowel, as Unicode does
    **{mark: f"\u0302{tone}" for mark, tone in zip("âàåãáä", ("", *TONES), strict=True)},
    **{mark: f"\u0306{tone}" for mark, tone in zip("êèúüéë", ("", *TONES), strict=True)},
}
_VNI: Final = {
    ord(case(mark)): case(letter) for mark, letter in _VNI_LOWER.items() for case in (str, str.upper)
}
_TABLES: Final[dict[LegacyEncoding, dict[int, str]]] = {"tcvn3": _TCVN3, "vni": _VNI}

_UNICODE_ONLY: Final = regex("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")  # Vietnamese letters that Latin-1 lacks
_ENOUGH: Final = 2  # one word could be chance: "µm" reads "àm" in TCVN3
_WORD: Final = regex(r"[^\W0-9_]+")
_SYLLABLE: Final = regex(
    r"(b|c(?![eêiy])|ch|d|đ|gi?|gh|h|k(?=[eêiy])|kh|l|m|ngh?|n|nh|ph?|qu|r|s|th?|tr|v|x)?"
    r"(a[iouy]?|eo?|êu?|i[aêu]?|o[aei]?|oa[iy]|oeo|ôi?|ơi?|u[aiêơy]?|uôi|uây|uy[au]|ư[aiu]?|ươ[iu]|â[uy]|[iy]êu|y"
    r"|(a|oa)(ch?|m|ng?|nh|p|t)|(ê|i|uê|uy|(?<=qu)y)(ch|m|n|nh|p|t)"
    r"|(ă|â|e|oo?|ô|ơ|u|ư|iê|uô|ươ|oă|oe|uâ|uyê|(^|(?<=qu))yê)(c|m|ng?|p|t))"
)
_STOPPED: Final = regex("[cpt]$|ch$")
_HIGH: Final = (TONES[3], TONES[4])  # a syllable that ends in a stop has sắc or nặng


def detect_legacy(text: str) -> LegacyEncoding | None:
    """Recognise TCVN3 or VNI text that is held as Latin-1 or CP1252.

    A reading is believed if it makes at least two more different accented syllables of Vietnamese than stand
    there as it is, and three words of four become Vietnamese.  So a single word is never recognised, and
    right Vietnamese, English, French or German never mistaken; text that holds Vietnamese letters of Unicode
    is not legacy.

    Raises:
        FieldError: what was given is no text.

    >>> [detect_legacy(text) for text in ("nh©n d©n x· Hång Kim", "nhaân daân xaõ Hoàng Kim", "nhân dân xã")]
    ['tcvn3', 'vni', None]
    """
    require_text(text)
    if _UNICODE_ONLY.search(text) or _UNICODE_ONLY.search(normal := composed(text)):
        return None
    gained: dict[LegacyEncoding, int] = {}
    for encoding, table in _TABLES.items():
        reading = _read(normal, table)
        if _is_mostly_vietnamese(reading):
            gained[encoding] = _count_accented(reading) - _count_accented(normal)
    best = max(gained.values(), default=0)
    winners: list[LegacyEncoding] = [encoding for encoding, gain in gained.items() if gain == best]
    return winners[0] if best >= _ENOUGH and len(winners) == 1 else None


def convert_legacy(text: str, encoding: LegacyEncoding | None = None) -> str:
    """Convert TCVN3 or VNI text to composed Unicode.

    The capitals of the .VnTimeH fonts are small letters in the text itself and come out small.

    Args:
        text: what an old file holds, read as Latin-1 or CP1252.
        encoding: the encoding, where it is known from the font or from other text of the file; needed for
            single words, which `detect_legacy` does not judge.

    Raises:
        FieldError: what was given is no text.
        NotationError: the text is Unicode already, or no legacy encoding is recognised in it.
        ArgumentError: no such encoding.

    >>> convert_legacy("Céng hoµ x· héi chñ nghÜa ViÖt Nam")
    'Cộng hoà xã hội chủ nghĩa Việt Nam'
    >>> convert_legacy("Cộng hòa", "tcvn3")
    Traceback (most recent call last):
    mttq.errors.NotationError: 'Cộng hòa': đã là tiếng Việt Unicode; không chuyển mã thêm lần nữa
    """
    require_text(text)
    if encoding is not None and encoding not in _TABLES:
        raise not_among("encoding", (*_TABLES, None), encoding)
    normal = composed(text)
    if _UNICODE_ONLY.search(normal):
        raise NotationError(text, Phrase("đã là tiếng Việt Unicode"), Phrase("không chuyển mã thêm lần nữa"))
    known = encoding or detect_legacy(normal)
    if known is None:
        hint = Phrase("nếu biết rõ mã, ghi {}", 'encoding="tcvn3", encoding="vni"')
        raise NotationError(text, Phrase("không nhận ra mã TCVN3 hay VNI"), hint)
    return _read(normal, _TABLES[known])


def _read(text: str, table: dict[int, str]) -> str:
    return composed(text.translate(table))


def _is_syllable(word: str) -> bool:
    letters, tone = split_tone(word.lower())
    if _SYLLABLE.fullmatch(letters) is None:
        return False
    return tone in _HIGH if _STOPPED.search(letters) else len(tone) <= 1


def _count_accented(text: str) -> int:
    return len({word for word in _WORD.findall(text) if not word.isascii() and _is_syllable(word)})


def _is_mostly_vietnamese(text: str) -> bool:
    in_capitals = text.isupper()
    words = [word for word in _WORD.findall(text) if in_capitals or not word.isupper()]  # no UBND, QĐ
    return 4 * sum(map(_is_syllable, words)) >= 3 * len(words)
