"""The letters by which heads and labels are compared."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from mttq.vi.text import normalize

__all__ = ["plain_words"]

_ABBREVIATED: Final = {
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "ct xh": "chinh tri xa hoi",
    "ctxh": "chinh tri xa hoi",
    "tdp": "to dan pho",
    "ttnd": "thanh tra nhan dan",
    "gsdtcd": "giam sat dau tu cong dong",
    "pbxh": "phan bien xa hoi",
    "hn": "hoi nghi",
    "cb": "can bo",
}
_ABBREVIATION: Final = re.compile(rf"\b(?:{'|'.join(_ABBREVIATED)})\b")
_NO_WORD: Final = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=4096)  # labels come again and again
def plain_words(text: str) -> str:
    """Return the letters of a text without marks, small, with single blanks.

    >>> plain_words("- Đại học (trích yếu)")
    'dai hoc trich yeu'
    """
    letters = unicodedata.normalize("NFD", normalize(text).casefold().replace("đ", "d"))
    words = _NO_WORD.sub(" ", "".join(char for char in letters if not unicodedata.combining(char))).strip()
    return _ABBREVIATION.sub(lambda found: _ABBREVIATED[found[0]], words)
