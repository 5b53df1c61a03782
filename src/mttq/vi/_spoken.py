"""Numbers in words in running text, colloquial ones too: "ba chục", "hai triệu rưỡi", "vài trăm"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.vi.numbers import EXACT, Amount
from mttq.vi.words import whole_number

__all__ = ["Spoken", "read_spoken"]

_CLASSES: Final = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9}
_TENS: Final = {"chục": 10, "trăm": 100}
_DIGITS: Final = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
_UNITS: Final = (
    *sorted(_DIGITS),
    *["không", "mốt", "tư", "lăm", "nhăm", "mươi", "linh", "lẻ", "rưỡi", "phẩy"],
)
_WORD: Final = rf"(?:{'|'.join(sorted((*_UNITS, *_TENS, *_CLASSES), key=len, reverse=True))})(?![^\W_])"
_RUN: Final = regex(rf"{_WORD}(?:(?:(?<=nghìn)|(?<=ngàn)|(?<=triệu)|(?<=tỷ)),? {_WORD}| {_WORD}){{0,40}}")
_CHUC: Final = regex("(hai|ba|bốn|năm|sáu|bảy|tám|chín) chục(?= (?:nghìn|ngàn|triệu|tỷ)|$)")
_VAGUE: Final = regex(rf"(hàng|vài|mấy)(?: (chục|trăm)(?![^\W_]))?((?: (?:{'|'.join(_CLASSES)})(?![^\W_]))*)")
_A_HALF: Final = regex(rf"nửa(?: ({'|'.join(_CLASSES)})(?![^\W_]))?")
_FRACTION: Final = regex(rf" phần (?!trăm(?! {_WORD})){_WORD}(?: {_WORD})*")
_LARGEST: Final = 10**18  # "tỷ tỷ", the last scale that has a word
_SEVERAL: Final = 2  # "vài chục" are two tens or more, "hàng chục" one or more


class Spoken(NamedTuple):
    """A number in words.

    Attributes:
        amount: what it comes to; None if it is not certain ("một triệu hai", "ba bốn", "hai phần ba").
        end: where its words end.
        vague: whether it is only the least that is meant: "hàng chục", "vài trăm".
        single: whether it is one word, which may be an article or a part of a name.
    """

    amount: Amount | None
    end: int
    vague: bool = False
    single: bool = False


def read_spoken(folded: str, start: int) -> Spoken | None:
    """Read the number in words that begins at a place of a folded text; None if none does.

    >>> read_spoken("hai mươi bảy thôn", 0)
    Spoken(amount=Amount(value=Decimal('27'), scale=1, decimals=0, pad=0), end=12, vague=False, single=False)
    >>> read_spoken("vài trăm hộ", 0)
    Spoken(amount=Amount(value=Decimal('200'), scale=1, decimals=0, pad=0), end=8, vague=True, single=False)
    >>> read_spoken("một triệu hai hộ", 0)
    Spoken(amount=None, end=13, vague=False, single=False)
    """
    if half := _A_HALF.match(folded, start):
        scale = _CLASSES.get(half[1], 1)
        return Spoken(Amount(EXACT.multiply(Decimal("0.5"), Decimal(scale)), scale, 1), half.end())
    if vague := _VAGUE.match(folded, start):
        return _read_vague(vague)
    run = _RUN.match(folded, start)
    if not run:
        return None
    if fraction := _FRACTION.match(folded, run.end()):
        return Spoken(None, fraction.end())
    words = run[0].replace(",", "").split(" ")
    pairs = enumerate(pairwise(words), 1)  # "ba bốn" is no number, "mười bốn" is one
    apart = (place for place, (one, next_) in pairs if {one, next_} <= _DIGITS and one != "mười")
    for count in range(next(apart, len(words)), 0, -1):
        amount = _amount(tuple(words[:count]))
        if amount is None:
            continue
        if words[count : count + 1] not in ([], ["năm"]):  # the noun: "ba mươi năm"
            break
        end = run.end() - len("".join(f" {word}" for word in words[count:]))
        return Spoken(amount, end, single=count == 1)
    return Spoken(None, run.end())


def _read_vague(vague: re.Match[str]) -> Spoken | None:
    word, tens, classes = vague.groups()
    if not tens and not classes:
        return None
    scale = 1
    for each in classes.split():
        scale *= _CLASSES[each]
    if scale > _LARGEST:
        return Spoken(None, vague.end())
    least = _TENS.get(tens, 1) * scale * (1 if word == "hàng" else _SEVERAL)
    return Spoken(Amount(Decimal(least), scale), vague.end(), vague=True)


@lru_cache(maxsize=1024)  # the same numbers come again and again
def _amount(words: tuple[str, ...]) -> Amount | None:
    """Read a number if it is well put together."""
    first, last = words[:-1], words[-1]
    if last == "rưỡi":
        return _and_a_half(first)
    if last == "vạn":
        counted = _amount(first) if first else None
        return counted and Amount(EXACT.multiply(counted.value, Decimal(_CLASSES[last])), _CLASSES[last])
    text = _CHUC.sub(r"\1 mươi", " ".join(words).replace("nhăm", "lăm"))
    value = whole_number("mười" if text == "một chục" else text)
    return None if value is None else Amount(Decimal(value), _scale(words))


def _scale(words: Sequence[str]) -> int:
    """Return the classes at the end of a number as a factor: "hai nghìn tỷ"."""
    scale = 1
    while words and words[-1] in _CLASSES:
        scale *= _CLASSES[words[-1]]
        words = words[:-1]
    return scale if scale <= _LARGEST else 1


def _and_a_half(words: tuple[str, ...]) -> Amount | None:
    """Read "một trăm rưỡi", "hai triệu rưỡi": half of the last place is added."""
    factor = _CLASSES.get(words[-1]) or _TENS.get(words[-1]) if len(words) > 1 else None
    whole = _amount(words) if factor else None
    if not factor or not whole:
        return None
    return Amount(EXACT.add(whole.value, Decimal(factor // 2)), whole.scale, 1 if whole.scale > 1 else 0)
