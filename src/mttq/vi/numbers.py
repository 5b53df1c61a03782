"""Numbers and percentages: dots group the thousands, a comma divides off the decimals.

Source: Luật Kế toán 88/2015/QH13, Điều 11 khoản 2.  Reading is strict: "1.5" could be meant as 1,5 or as 15,
so it is refused with a hint and never guessed.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final, NamedTuple, overload

from mttq._declared.types import DIGITS, has_meaning, plain_int, unfit
from mttq._names.regex import regex
from mttq.errors import ArgumentError, FieldError, NumberFormatError
from mttq.values import Share
from mttq.values.figures import rounded
from mttq.vi._layout import plain_text
from mttq.wording import NOTHING, Phrase

__all__ = [
    "EXACT",
    "NUMERAL",
    "ROMAN",
    "TOO_LONG",
    "Amount",
    "format_number",
    "format_percent",
    "meaningful",
    "parse_number",
    "parse_numeral",
    "parse_percent",
    "read_plain",
]

EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_UP)
"""The arithmetic of this package: every digit is kept, regardless of the caller's decimal context."""

ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
"""The Roman numerals of quarters."""

NUMERAL: Final = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
"""An unsigned number as a regular expression."""

TOO_LONG: Final = Phrase("số quá {} chữ số không còn ý nghĩa", DIGITS)
"""Why a number is refused that is written well."""

_NO_NUMBER: Final = Phrase("không phải số viết theo cách của Việt Nam")
_NO_PERCENTAGE: Final = Phrase("không phải tỷ lệ phần trăm viết theo cách của Việt Nam")
_LONGEST: Final = DIGITS + 1  # one more than a figure may have: the conformance suite promises it
_SIGNED: Final = regex(f"-?{NUMERAL}")
_WITH_WORDS: Final = regex(rf"{NUMERAL} ?[^\W0-9_].*|.*[^\W0-9_] {NUMERAL}.*", re.DOTALL)
_SWAP: Final = str.maketrans(".,", ",.")
_LOOK_ALIKES: Final = {"O": "0", "o": "0", "l": "1", "I": "1", "‚": ",", "․": "."}


class Amount(NamedTuple):
    """A number with its scale words, as printed.

    Attributes:
        value: what it comes to, its decimals kept: Decimal("51.590") for "51,590", Decimal(1250000000) for
            "1 tỷ 250 triệu".
        scale: the last scale word as a number, 1 without one.
        decimals: how many digits stand after the last comma.
        pad: how many digits a whole number with leading zeros has, 2 for "05"; 0 without such zeros.
    """

    value: Decimal
    scale: int = 1
    decimals: int = 0
    pad: int = 0


def parse_number(text: str) -> Decimal:
    """Read a Vietnamese number; the decimals that were printed are kept, leading zeros are style.

    Raises:
        NumberFormatError: the text is not exactly one number; the hint says how it is probably meant.

    >>> parse_number("7.296,66"), parse_number("05"), parse_number("51,590")
    (Decimal('7296.66'), Decimal('5'), Decimal('51.590'))
    >>> parse_number("7,296.66")
    Traceback (most recent call last):
    mttq.errors.NumberFormatError: '7,296.66': không phải số viết theo cách của Việt Nam; có phải 7.296,66?
    """
    return parse_numeral(text).value


def parse_numeral(text: str) -> Amount:
    """Read a Vietnamese number, without scale words, together with its style.

    Raises:
        NumberFormatError: the text is not exactly one number.

    >>> parse_numeral("05")
    Amount(value=Decimal('5'), scale=1, decimals=0, pad=2)
    """
    return _read_strictly(text)


def _read_strictly(text: str, sign: str = "") -> Amount:
    return read_plain(text, plain_text(text), sign)


def read_plain(text: str, cleaned: str, sign: str = "") -> Amount:
    """Read a number from its plain text, with a sign behind it; see `parse_numeral`."""
    body = cleaned.removesuffix(sign).rstrip()
    numeral = _read(body) if cleaned.endswith(sign) else None
    if numeral is None or any(char.isdecimal() and not char.isascii() for char in text):
        raise NumberFormatError(text, *_explain(body, sign))
    if not has_meaning(numeral.value, _LONGEST) or numeral.pad > DIGITS:
        raise NumberFormatError(text, TOO_LONG)
    return numeral


def _read(text: str) -> Amount | None:
    if not _SIGNED.fullmatch(text):
        return None
    whole, _, fraction = text.replace(".", "").partition(",")
    value = Decimal(f"{whole}.{fraction}")
    digits = whole.lstrip("-")
    pad = len(digits) if len(digits) > 1 and digits.startswith("0") and not fraction else 0
    return Amount(value or value.copy_abs(), decimals=len(fraction), pad=pad)


def meant_as(text: str) -> Phrase:
    """Ask whether a text is meant.

    >>> meant_as("1,5")
    'có phải 1,5?'
    """
    return Phrase("có phải {}?", text)


def _explain(text: str, sign: str) -> tuple[Phrase, Phrase]:
    """Say why a text is no number, and how it is probably meant."""
    if not text:
        return Phrase("ô trống không phải là số"), Phrase("để trống nghĩa là chưa báo cáo, không phải 0")
    if not text.strip("-"):
        return Phrase("dấu gạch không phải là số"), Phrase("nếu là không có gì thì viết 0")
    reason = _NO_PERCENTAGE if sign else _NO_NUMBER
    for mend in _MENDS:
        meant = _read(mend(text))
        if meant:
            return reason, meant_as(f"{format_number(meant.value, meant.decimals, meant.pad)}{sign}")
    has_words = _WITH_WORDS.fullmatch(text)
    return reason, Phrase("có chữ đi kèm thì dùng parse_quantity") if has_words else NOTHING


def _in_ascii(text: str) -> str:
    return "".join(_LOOK_ALIKES.get(char) or str(unicodedata.decimal(char, char)) for char in text)


def _without_exponent(text: str) -> str:
    known = re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,2}", text)
    return f"{Decimal(text):f}".replace(".", ",") if known else text


_MENDS: Final[tuple[Callable[[str], str], ...]] = (
    lambda text: text.rstrip(" .,;:").lstrip("+ "),  # 519,
    lambda text: "0" + text,  # ,15
    lambda text: text.translate(_SWAP),  # 7,296.66
    lambda text: re.sub(r"[ _'’](?=[0-9]{3}(?![0-9]))", "", text),  # 1 555
    _in_ascii,  # O5
    _without_exponent,  # 1e3
)


def format_number(
    number: int | Decimal, decimals: int | None = None, pad: int = 0, *, keep_scale: bool = False
) -> str:
    """Write a number: exactly, without padding zeros, unless it is asked otherwise.

    Args:
        number: what to write; a float is refused since its digits are not what was meant.
        decimals: print so many digits after the comma, rounded half up and filled with zeros.
        pad: fill a whole number with zeros to so many digits: "05"; fractions are left alone.
        keep_scale: print the decimals that the Decimal carries, "7.296,60" for Decimal("7296.60").

    Raises:
        TypeError: the number is neither int nor Decimal.
        ValueError: the number is not finite, or `decimals` or `pad` is negative.

    >>> format_number(Decimal("7296.60")), format_number(215910000), format_number(5, pad=2)
    ('7.296,6', '215.910.000', '05')
    >>> format_number(Decimal("0.125"), 2)
    '0,13'
    """
    if type(number) is int and decimals is None and not pad and has_meaning(number):  # nearly all
        return f"{number:,}".replace(",", ".")
    value = _finite(number)
    if pad < 0 or (decimals is not None and decimals < 0):
        raise ArgumentError(Phrase("decimals={}, pad={}: cần từ 0 trở lên", str(decimals), pad))
    if decimals is not None:
        value = EXACT.quantize(value, Decimal((0, (1,), -decimals)))
    whole, _, fraction = f"{value.copy_abs():,f}".partition(".")
    if decimals is None and not keep_scale:
        fraction = fraction.rstrip("0")
    if not fraction and len(plain := whole.replace(",", "")) < pad:
        whole = plain.zfill(pad)
    sign = "-" if value < 0 else ""
    return sign + whole.translate(_SWAP) + (f",{fraction}" if fraction else "")


def _finite(number: int | Decimal) -> Decimal:
    given = plain_int(number)
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise unfit("number", int | Decimal, number)
    value = Decimal(given)
    if not value.is_finite():
        raise ArgumentError(Phrase("{} không phải là số để viết ra", str(number)))
    return value


def parse_percent(text: str) -> Share:
    """Read a percentage, "51,59%" or "51,59 %".

    Raises:
        NumberFormatError: the text is not one number followed by "%".

    >>> parse_percent("51,50%")
    Share(percent=Decimal('51.50'))
    """
    return Share(meaningful(_read_strictly(text, "%").value, text))


def meaningful(number: Decimal, text: str) -> Decimal:
    """Return a number that was read, if a report can hold it.

    Raises:
        NumberFormatError: it has more digits than any figure.
    """
    if not has_meaning(number):
        raise NumberFormatError(text, TOO_LONG)
    return number


@overload
def format_percent(share: Share, /) -> str: ...
@overload
def format_percent(numerator: int | Decimal, denominator: int | Decimal, /, decimals: int = 2) -> str: ...
def format_percent(
    part: Share | int | Decimal, whole: int | Decimal | None = None, /, decimals: int = 2
) -> str:
    """Write a percentage: a `Share` exactly as it stood, a ratio rounded half up without padding zeros.

    Args:
        part: a `Share`, or the numerator.
        whole: the denominator, for a numerator only.
        decimals: the most digits after the comma of a ratio.

    Raises:
        TypeError: the arguments are neither one `Share` nor two exact numbers.
        ValueError: the denominator is 0.

    >>> format_percent(488, 946), format_percent(1, 1), format_percent(Share(Decimal("51.50")))
    ('51,59%', '100%', '51,50%')
    """
    if isinstance(part, Share):
        return format_number(part.percent, keep_scale=True) + "%"
    if whole is None:
        raise FieldError(Phrase("format_percent: cần một Share, hoặc tử số và mẫu số"))
    base = Fraction(_finite(whole))
    if not base:
        reason = Phrase("mẫu số bằng 0 thì không có tỷ lệ phần trăm")
        raise ArgumentError(Phrase("{}: {}", f"{part}/{whole}", reason))
    ratio = 100 * Fraction(_finite(part)) / base
    return f"{format_number(rounded(ratio, decimals))}%"
