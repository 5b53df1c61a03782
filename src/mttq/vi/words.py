"""Numbers in words, as they stand after "Bằng chữ:" in vouchers and minutes.

Source of the rules: the mathematics textbooks of grade 4 (mốt, tư, lăm, linh, "không trăm" below the leading
class); the classes nghìn, triệu, tỷ, nghìn tỷ … are those of Luật Kế toán 03/2003/QH11, Điều 12.
"""

from decimal import Decimal
from typing import Final, Literal, get_args

from mttq._declared.types import not_among, unfit
from mttq._names.regex import regex
from mttq.errors import NumberFormatError
from mttq.vi._layout import plain_text
from mttq.vi.numbers import format_number
from mttq.vi.text import fold
from mttq.wording import Phrase

__all__ = [
    "Thousand",
    "ZeroTens",
    "money_to_words",
    "number_to_words",
    "whole_number",
    "words_to_money",
    "words_to_number",
]

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_MUOI: Final = {"5": "lăm"}
_AFTER_TENS: Final = {"1": "mốt", "4": "tư", "5": "lăm"}
_CLASSES: Final = ("", "nghìn", "triệu")  # each again below every tỷ


ZeroTens = Literal["linh", "lẻ"]
"""What stands for empty tens: "linh" in the North and in textbooks, "lẻ" in the South."""

Thousand = Literal["nghìn", "ngàn"]
"""The word for thousand: "nghìn" in the North and in textbooks, "ngàn" in the South."""


def number_to_words(
    number: int | Decimal,
    *,
    zero_tens: ZeroTens = "linh",
    thousand: Thousand = "nghìn",
    zero_classes: bool = False,
) -> str:
    """Write a number of any size in words; equal numbers have equal words.

    A fraction is read as a number after "phẩy", each of its leading zeros as "không".

    Args:
        number: an int or a finite Decimal.
        zero_tens: see `ZeroTens`.
        thousand: see `Thousand`.
        zero_classes: read an empty class within the number aloud, as schools do: "tám triệu không nghìn
            không trăm linh một"; bookkeepers leave it out.

    Raises:
        TypeError: the number is neither int nor Decimal.
        ValueError: the number is not finite, or there are no such words.

    >>> number_to_words(1005)
    'một nghìn không trăm linh năm'
    >>> number_to_words(Decimal("-0.05"))
    'âm không phẩy không năm'
    >>> number_to_words(8_000_001, zero_classes=True)
    'tám triệu không nghìn không trăm linh một'
    """
    if zero_tens not in get_args(ZeroTens):
        raise not_among("zero_tens", get_args(ZeroTens), zero_tens)
    if thousand not in get_args(Thousand):
        raise not_among("thousand", get_args(Thousand), thousand)
    figure = format_number(number)
    whole, _, fraction = figure.removeprefix("-").partition(",")
    words = ["âm"] if figure.startswith("-") else []
    words += _read_whole(whole.split("."), zero_classes=zero_classes)
    if fraction:
        digits = fraction.lstrip("0")
        zeros = [_DIGITS[0]] * (len(fraction) - len(digits))
        words += [
            "phẩy",
            *zeros,
            *_read_whole(format_number(Decimal(digits)).split("."), zero_classes=zero_classes),
        ]
    dialect = {"linh": zero_tens, "nghìn": thousand}
    return " ".join(dialect.get(word, word) for word in words)


def money_to_words(
    amount: int,
    *,
    zero_tens: ZeroTens = "linh",
    thousand: Thousand = "nghìn",
    zero_classes: bool = False,
) -> str:
    """Write a sum of money in words; a voucher begins it with a capital.

    Args:
        amount: whole đồng.
        zero_tens: see `ZeroTens`.
        thousand: see `Thousand`.
        zero_classes: see `number_to_words`.

    Raises:
        TypeError: the amount is not an int.
        ValueError: there are no such words.

    >>> f"Bằng chữ: {money_to_words(215_910_000).capitalize()}"
    'Bằng chữ: Hai trăm mười lăm triệu chín trăm mười nghìn đồng'
    """
    if type(amount) is not int:
        raise unfit("money_to_words", int, amount)
    words = number_to_words(amount, zero_tens=zero_tens, thousand=thousand, zero_classes=zero_classes)
    return f"{words} đồng"


def _read_whole(triples: list[str], *, zero_classes: bool) -> list[str]:
    words: list[str] = []
    for index, triple in enumerate(triples):
        billions, place = divmod(len(triples) - 1 - index, len(_CLASSES))
        if int(triple) or len(triples) == 1:
            words += [*_read_triple(triple, full=bool(words)), _CLASSES[place]]
        elif zero_classes and any(map(int, triples[index : index + place + 1])):
            words += [_DIGITS[0], _CLASSES[place]]
        if billions and not place:
            words.append("tỷ")
    return [word for word in words if word]


def _read_triple(triple: str, *, full: bool) -> list[str]:
    """Read three digits; `full` where a higher class stands before them, so that no zero is left out."""
    hundreds, tens, units = list(triple.zfill(3))
    words = [_DIGITS[int(hundreds)], "trăm"] if full or hundreds != "0" else []
    unit = _DIGITS[int(units)]
    match tens:
        case "0":
            words += ["linh"] if words and units != "0" else []
        case "1":
            words.append("mười")
            unit = _AFTER_MUOI.get(units, unit)
        case _:
            words += [_DIGITS[int(tens)], "mươi"]
            unit = _AFTER_TENS.get(units, unit)
    return words if units == "0" and words else [*words, unit]


_BILLION: Final = 1_000_000_000
_VALUES: Final = {word: value for value, word in enumerate((*_DIGITS, "mười"))} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
}
_MULTIPLES: Final = {"mươi": 10, "trăm": 100, "nghìn": 1000, "triệu": 1_000_000, "tỷ": _BILLION}
_FREE: Final = {"lẻ": "linh", "ngàn": "nghìn", "mươi bốn": "mươi tư"}
_NOT_IN_FULL: Final = Phrase("không phải cách đọc đầy đủ của một số nguyên")
_HOW_TO_WRITE: Final = Phrase("viết đủ các hàng, ví dụ {}", "“một nghìn không trăm linh năm”")
_CLASS_COMMA: Final = regex("(nghìn|ngàn|triệu|tỷ), ")
_VOUCHER: Final = regex(
    r"\W*(?:(?:số tiền )?(?:viết )?bằng chữ ?:? ?\W*)?(?P<words>[^\W\d_](?:[^\W\d_]|,? )*?) ?(?:đồng|vnđ|vnd)"
    r"(?: việt nam)?,?(?: chẵn)?\W*"
)


def words_to_number(text: str) -> int:
    """Read a whole number in words: the exact inverse of `number_to_words` with any of its options.

    Free are also capitals, spelling (see `fold`) and "bốn" for "tư".  Speech that leaves something out or
    rounds ("một triệu hai", "hai rưỡi", "ba chục") is refused, since a wrong number is worse than none.

    Raises:
        NumberFormatError: these are not the words of a number.

    >>> words_to_number("Âm một ngàn không trăm lẻ năm"), words_to_number("một nghìn tỉ")
    (-1005, 1000000000000)
    >>> words_to_number("một triệu hai")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    mttq.errors.NumberFormatError: 'một triệu hai': không phải cách đọc đầy đủ của một số nguyên; viết đủ ...
    """
    value = whole_number(fold(plain_text(text)))
    if value is None:
        raise NumberFormatError(text, _NOT_IN_FULL, _HOW_TO_WRITE)
    return value


def words_to_money(text: str) -> int:
    """Read a sum of money in words, in whole đồng: the exact inverse of `money_to_words`.

    What vouchers put around the words is read over: brackets, "Bằng chữ:", "chẵn", the marks at the end,
    commas between the classes.

    Raises:
        NumberFormatError: these are not the words of a sum in đồng.

    >>> words_to_money("(Bằng chữ: Chín mươi lăm nghìn đồng chẵn./.)")
    95000
    >>> words_to_money("Bốn tỷ, hai trăm ba mươi triệu đồng") == 4_230_000_000
    True
    """
    found = _VOUCHER.fullmatch(fold(plain_text(text)))
    value = whole_number(_CLASS_COMMA.sub(r"\1 ", found["words"])) if found else None
    if value is None:
        reason = _NOT_IN_FULL if found else Phrase("không phải một số tiền bằng chữ")
        raise NumberFormatError(text, reason, _HOW_TO_WRITE if found else Phrase("ghi cả chữ “đồng” ở cuối"))
    return value


def whole_number(folded: str) -> int | None:
    """Read a whole number that is written in full; None if it is not."""
    for spoken, written in _FREE.items():
        folded = folded.replace(spoken, written)
    value = _evaluate(folded.split())
    in_full = folded in (number_to_words(value), number_to_words(value, zero_classes=True))
    return value if in_full else None


def _evaluate(words: list[str]) -> int:
    """Add words up without asking whether they are well put together: the caller compares the reading."""
    parts: list[int] = []
    for word in words:
        multiple = _MULTIPLES.get(word)
        if multiple is None:
            parts.append(_VALUES.get(word, 0))
            continue
        counted = 0
        while parts and (parts[-1] < multiple or multiple == _BILLION):  # tỷ multiplies all before it
            counted += parts.pop()
        parts.append(counted * multiple)
    return -sum(parts) if words[:1] == ["âm"] else sum(parts)
