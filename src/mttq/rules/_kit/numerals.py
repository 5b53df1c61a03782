"""At what place a printed number puts a heading among its siblings: "II", "2.1", "b", "Phần thứ hai"."""

import re
from functools import lru_cache
from typing import Final

__all__ = ["ordinal"]

_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_WORDS: Final = {
    word: place
    for place, words in enumerate(
        ("nhất", "hai", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1
    )
    for word in words.split()
}
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"  # the order of the Vietnamese alphabet


@lru_cache(maxsize=1024)  # reports number their headings alike
def ordinal(number: str) -> int | None:
    """Return the place that the last part of a printed number stands for; None where it is not known.

    >>> [ordinal(number) for number in ("IV", "2.1", "đ)", "Phần thứ hai", "Phụ lục")]
    [4, 1, 5, 2, None]
    """
    last = re.split(r"[\s.]+", number.strip(" .)"))[-1]
    if re.fullmatch("[0-9]{1,9}", last):
        return int(last)
    if re.fullmatch("[IVX]+", last):
        values = [_ROMAN[letter] for letter in last]
        return sum(
            -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
        )
    if len(last) == 1 and last.lower() in _LETTERS:
        return _LETTERS.index(last.lower()) + 1
    return _WORDS.get(last.lower())
