"""Sums of money in whole đồng, written in full or with a scale word: "4,5 tỷ đồng".

Source: Luật Kế toán 88/2015/QH13, Điều 10 and 11 (đồng, "đ", "VND"; nghìn, triệu, tỷ).
"""

from decimal import Decimal
from typing import Final, Literal

from mttq._declared.types import not_among, unfit
from mttq._names.regex import regex
from mttq.errors import ArgumentError, NumberFormatError
from mttq.vi._layout import plain_text
from mttq.vi.numbers import EXACT, Amount, format_number, meaningful, meant_as, read_plain
from mttq.vi.text import fold
from mttq.wording import NOTHING, Phrase

__all__ = ["format_amount", "format_money", "parse_money", "read_amount", "read_short_money"]

_SCALES: Final = {
    "nghìn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "nghìn tỷ": 10**12,
    "triệu tỷ": 10**15,
    "tỷ tỷ": 10**18,
}
_WORDS: Final = {factor: word for word, factor in _SCALES.items()}
_FACTORS: Final = {"": 1, "ngàn": 10**3, "ngàn tỷ": 10**12} | {fold(word): n for word, n in _SCALES.items()}
_TENS: Final = {"chục": 10, "trăm": 100}
_DIGITS: Final = r"[0-9][0-9.,]*(?<![.,])"
_SCALE: Final = r"(?:(?:(?:nghìn|ngàn|triệu|tỷ) )?tỷ(?! (?:lệ|giá|trọng))|nghìn|ngàn|vạn|triệu)(?![^\W_])"
_TERM: Final = regex(f"({_DIGITS})(?: *({_SCALE}))?")
_AMOUNT: Final = regex(f"{_DIGITS}(?: *{_SCALE}(?: {_DIGITS} *{_SCALE}){{0,4}})?")
_ROUND: Final = regex(rf"([1-9][0-9]{{0,2}}) (chục|trăm)(?![^\W_])(?: ({_SCALE}))?")
_HALF: Final = regex(r" rưỡi(?![^\W_])")
_DONG: Final = "(?:đồng|đ|₫|vnđ|vnd)"
_CURRENCY: Final = regex(f" ?{_DONG}")
_SHORT: Final = regex(
    rf"({_DIGITS})(?: ?(?P<million>tr)(?:\.? ?{_DONG})?| ?ng(?:h|hìn|àn)?\.?{_DONG}|k(?: ?{_DONG})?)"
    r"(?![^\W_])"
)


def read_amount(folded: str, start: int) -> tuple[Amount, int] | None:
    """Read the unsigned number, with its scale words, that begins at a place of a folded text.

    Returns:
        The amount and where its text ends; None if there is no digit.

    Raises:
        NumberFormatError: what begins there is no Vietnamese number.

    >>> read_amount("hơn 102 tỷ 417 triệu đồng", 4)
    (Amount(value=Decimal('102417000000'), scale=1000000, decimals=0, pad=0), 20)
    """
    if tens := _ROUND.match(folded, start):
        scale = _FACTORS[tens[3] or ""]
        return Amount(Decimal(int(tens[1]) * _TENS[tens[2]] * scale), scale), tens.end()
    found = _AMOUNT.match(folded, start)
    if not found:
        return None
    terms = [(read_plain(digits, digits), _FACTORS[word]) for digits, word in _TERM.findall(found[0])]
    value = Decimal(0)
    limit = None  # a term must be less than one of the scale before it: 250 triệu < 1 tỷ
    for numeral, factor in terms:
        term = EXACT.multiply(numeral.value, Decimal(factor))
        if limit is not None and term >= limit:
            raise NumberFormatError(found[0], Phrase("các bậc tỷ, triệu, nghìn phải ghi từ lớn đến nhỏ"))
        value, limit = EXACT.add(value, term), factor
    meaningful(value, found[0])
    numeral, scale = terms[-1]
    decimals, end = numeral.decimals, found.end()
    if scale > 1 and not decimals and (half := _HALF.match(folded, end)):
        value, decimals, end = EXACT.add(value, Decimal(scale // 2)), 1, half.end()
    if scale > 1 and value == value.to_integral_value():
        value = value.to_integral_value()  # 4,5 tỷ comes to 4500000000, not to 4500000000.0
    pad = numeral.pad if len(terms) == 1 else 0
    return Amount(value, scale, decimals, pad), end


def read_short_money(folded: str, start: int) -> tuple[Amount, int] | None:
    """Read a sum of money written short, "450tr đồng", "12 trđ", "75 ngđ", "300k", with its currency.

    Returns:
        The amount in đồng and where its text ends; None if there is no such sum.

    Raises:
        NumberFormatError: what begins there is no Vietnamese number.

    >>> read_short_money("8 tr.đ/hộ", 0)
    (Amount(value=Decimal('8000000'), scale=1000000, decimals=0, pad=0), 6)
    """
    found = _SHORT.match(folded, start)
    if not found:
        return None
    numeral = read_plain(found[1], found[1])
    scale = _FACTORS["triệu" if found["million"] else "nghìn"]
    value = meaningful(EXACT.multiply(numeral.value, Decimal(scale)), found[0])
    if value == value.to_integral_value():
        value = value.to_integral_value()
    return Amount(value, scale, numeral.decimals), found.end()


def format_amount(amount: Amount) -> str:
    """Write an amount with its scale word, and more decimals than asked for where its value has them.

    Raises:
        ValueError: no word multiplies by this scale.

    >>> format_amount(Amount(Decimal(4500000000), 10**9, decimals=2))
    '4,50 tỷ'
    """
    if amount.scale == 1:
        return _format_digits(amount)
    if amount.scale not in _WORDS:
        raise ArgumentError(Phrase("không có từ chỉ bậc {}", amount.scale))
    return f"{_format_digits(amount)} {_WORDS[amount.scale]}"


def _format_digits(amount: Amount) -> str:
    number = EXACT.scaleb(amount.value, 1 - len(str(amount.scale)))
    needed = len(format_number(number).partition(",")[2])
    return format_number(number, max(amount.decimals, needed), amount.pad)


def parse_money(text: str) -> int:
    """Read an exact sum of money, in whole đồng; "đồng" may be dropped after triệu and tỷ only.

    Raises:
        NumberFormatError: the text is no sum of money, is hedged or a range, or is no whole number of đồng.

    >>> parse_money("215.910.000đ"), parse_money("21,5 triệu đồng"), parse_money("1 tỷ 250 triệu")
    (215910000, 21500000, 1250000000)
    >>> parse_money("1.5 tỷ đồng")
    Traceback (most recent call last):
    mttq.errors.NumberFormatError: '1.5 tỷ đồng': không phải số viết theo cách của Việt Nam; có phải 1,5?
    """
    folded = fold(plain_text(text))
    unsigned = folded.removeprefix("-")
    try:
        short = read_short_money(unsigned, 0)
        read = short or read_amount(unsigned, 0)
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    amount, end = read or (Amount(Decimal(0)), 0)
    if read and not short and end == len(unsigned) and amount.scale < _FACTORS["triệu"]:
        hint = meant_as(f"{format_amount(amount)} đồng")
        raise NumberFormatError(text, Phrase("thiếu đơn vị tiền"), hint)
    if not read or (end < len(unsigned) and (short or not _CURRENCY.fullmatch(unsigned, end))):
        hint = Phrase("có chữ đi kèm thì dùng parse_quantity")
        raise NumberFormatError(text, Phrase("không phải một số tiền"), hint)
    if amount.value != amount.value.to_integral_value():
        grouped = format_amount(amount).replace(",", ".")
        fits = amount.scale == 1 and amount.decimals == 3  # noqa: PLR2004 - a group of thousands
        hint = meant_as(f"{grouped} đồng") if fits else NOTHING
        raise NumberFormatError(text, Phrase("số tiền phải tròn đồng"), hint)
    return int(amount.value) * (-1 if unsigned != folded else 1)


def format_money(dong: int, scale: Literal["auto", "tỷ", "triệu", "nghìn"] | None = None) -> str:
    """Write a sum of money, exact to the đồng: no scale rounds.

    Args:
        dong: the sum in whole đồng.
        scale: None writes all digits; a scale word writes as many decimals as are needed; "auto" takes the
            largest scale that needs at most two decimals, or none: 215.910.123 đồng stays as it is.

    Raises:
        TypeError: the sum is no int.
        ValueError: no such scale.

    >>> format_money(4_500_000_000), format_money(4_500_000_000, "auto")
    ('4.500.000.000 đồng', '4,5 tỷ đồng')
    >>> format_money(215_910_123, "auto"), format_money(215_910_123, "triệu")
    ('215.910.123 đồng', '215,910123 triệu đồng')
    """
    if type(dong) is not int:
        raise unfit("format_money", int, dong)
    if scale not in (None, "auto", *_PRINTED):
        raise not_among("scale", (None, "auto", *_PRINTED), scale)
    factor = _fitting(dong) if scale == "auto" else _FACTORS[scale or ""]
    return f"{format_amount(Amount(Decimal(dong), factor))} đồng"


_PRINTED: Final = ("tỷ", "triệu", "nghìn")


def _fitting(dong: int) -> int:
    """Find the largest scale in which a sum has at most two decimals."""
    scales = (_SCALES[word] for word in _PRINTED)
    return next((each for each in scales if abs(dong) >= each and dong * 100 % each == 0), 1)
