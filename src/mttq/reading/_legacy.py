"""Texts in the fonts from before Unicode: the font of a run says how its letters are to be read."""

from typing import Final

from mttq.errors import NotationError
from mttq.vi import convert_legacy, detect_legacy
from mttq.vi.legacy import LegacyEncoding
from mttq.wording import Phrase

__all__ = ["OLD_FONT", "encoding_of_font", "in_unicode", "whole_encoding"]


OLD_FONT: Final = Phrase("tệp viết bằng phông chữ cũ, đã chuyển sang Unicode")
"""What is noted of a file whose letters were converted."""


def encoding_of_font(font: str) -> LegacyEncoding | None:
    """Return the encoding that a font stands for.

    >>> encoding_of_font(".VnTime"), encoding_of_font("VNI-Times"), encoding_of_font("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    name = font.casefold()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni-") else None


def in_unicode(text: str, encoding: LegacyEncoding | None) -> str:
    r"""Return a text in Unicode; one that is so already stays as it is.

    >>> in_unicode("Sè l\xadîng", "tcvn3"), in_unicode("Số lượng", "tcvn3")
    ('Số lượng', 'Số lượng')
    """
    if encoding is None or text.isascii():
        return text
    try:
        return convert_legacy(text, encoding)
    except NotationError:
        return text


def whole_encoding(text: str) -> LegacyEncoding | None:
    """Return the old encoding of a whole text that no font reveals."""
    return None if text.isascii() else detect_legacy(text)
