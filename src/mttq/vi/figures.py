"""Where figures stand in a folded text: number, scale word, unit, hedge, range, chain of slashes.

This is the grammar; what may be taken out of a running text is decided in `mttq.vi.quantities`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from mttq.errors import NumberFormatError
from mttq.values import Qualifier, Quantity
from mttq.vi.money import Amount, format_amount, read_amount, read_magnitude
from mttq.vi.numbers import EXACT, meaningful
from mttq.vi.text import fold
from mttq.vi.units import is_counted, is_money, read_unit, unit_noun

__all__ = ["HEDGES", "Figure", "scan"]

HEDGES: Final = {
    Qualifier.MORE_THAN: ("hơn", "trên", ">", "quá", "vượt quá", "lớn hơn", "nhiều hơn", "cao hơn"),
    Qualifier.AT_LEAST: ("ít nhất", "tối thiểu", "không dưới", "≥", ">="),
    Qualifier.NEARLY: ("gần", "ngót"),
    Qualifier.LESS_THAN: (
        *("dưới", "<", "nhỏ hơn", "ít hơn", "thấp hơn"),
        *("chưa đạt", "chưa đến", "chưa tới", "chưa đầy"),
    ),
    Qualifier.AT_MOST: ("không quá", "không vượt quá", "tối đa", "nhiều nhất", "≤", "<="),
    Qualifier.ABOUT: ("khoảng", "ước", "ước đạt", "ước tính", "xấp xỉ", "trên dưới"),
}
"""The words before a figure that hedge it; the first one is printed."""

_MEANINGS: Final = {fold(word): meaning for meaning, words in HEDGES.items() for word in words}
_PREPOSITIONS: Final = ("trên", "dưới", "gần", "quá", "ước")  # they also mean on, under, near …
_HEDGE: Final = "|".join(
    rf"(?<!\w){word}(?!\w)" if word[0].isalpha() else re.escape(word)
    for word in sorted(_MEANINGS, key=len, reverse=True)
)
_BEFORE: Final = re.compile(rf"(?:({_HEDGE})(?: là)? *)*((?<!\w)từ +)?((?<![^\s(])-)?\Z")
_REACH: Final = 40  # no stack of hedges is longer
_ONWARDS: Final = re.compile(r" trở (lên|xuống)(?!\w)")
_FROM_ONWARDS: Final = re.compile(r"(?: [^\W0-9_]+){0,4}? trở (lên|xuống)(?!\w)")

_NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}
_PARTS_OF_A_NUMBER: Final = (
    "thứ",
    "mươi",
    "mười",
    "trăm",
    "linh",
    "lẻ",
    "nghìn",
    "tháng",
    "ngày",
    "lớp",
    "số",
)
_WORD: Final = re.compile(rf"({'|'.join(_NUMBER_WORDS)})(?= )")
_START: Final = re.compile(
    r"(?<!\w)(?<!\w-)(?<![0-9][.,])(?<!\.[0-9]{3}\. )(?!000(?![0-9]))[0-9]"  # nor in "1. 000. 000 đồng"
    r"|(?<!\w)hàng(?= )"
    rf"|(?<!\w){''.join(f'(?<!{word} )' for word in _PARTS_OF_A_NUMBER)}{_WORD.pattern}"
)
_FIVE: Final = re.compile(r"(?:^|(?<!\w)(?:gồm|tặng|có|được|với|và|đủ|cả|trong) )$")
_TOKEN: Final = re.compile(r"[\w.,]+")
_UNTIL: Final = re.compile(r" *- *(?=[0-9])| (?:đến|tới) (?=[0-9])")
_SLASH: Final = re.compile(r" ?/ ?(?=[0-9])")
_NO_NOUN: Final = re.compile(r"\s*(?:$|[.,;:)/…\n]|(?:để|cho|và|từ|của|trong|với|do|là|được|đã|nhằm)\s)")
_MILLION: Final = 10**6


class Figure(NamedTuple):
    """One reading of a text.

    Attributes:
        quantity: what it says.
        start: where it begins, its hedge included.
        number: where its number begins.
        end: where its text ends.
        plain: whether it is a quantity for certain; false for a bare number, and for "một hộ" (an article).
    """

    quantity: Quantity
    start: int
    number: int
    end: int
    plain: bool


class _Item(NamedTuple):
    start: int
    amount: Amount
    unit: str | None
    end: int


class _Before(NamedTuple):
    start: int
    hedge: str | None
    says_from: bool
    negative: bool


def scan(folded: str, *, strict: bool = False) -> Iterator[Figure]:
    """Read the figures of a folded text from left to right.

    Args:
        folded: the text, folded (`mttq.vi.text.fold`).
        strict: raise at the first malformed figure instead of passing over it.

    Raises:
        NumberFormatError: a figure is malformed, and `strict` is set.
    """
    position = 0
    while found := _START.search(folded, position):
        start = found.start()
        try:
            figures, position = _read_at(folded, start, position)
        except NumberFormatError:
            if strict:
                raise
            figures, position = [], _TOKEN.match(folded, start).end()  # type: ignore[union-attr]
        yield from figures


def _read_at(folded: str, start: int, floor: int) -> tuple[list[Figure], int]:
    item = _read_item(folded, start)
    before = _read_before(folded, start, floor)
    if item is None or _means_year(folded, item, before):
        return [], start + 1
    chain = _read_chain(folded, item)
    if len(chain) > 1:
        unit = chain[-1].unit
        return [
            Figure(_quantity(each.amount, unit), each.start, each.start, each.end, plain=unit is not None)
            for each in chain
        ], chain[-1].end
    upper = _read_upper(folded, item)
    figure = _range(item, upper, before) if upper else _single(folded, item, before)
    return [_carry_onwards(folded, figure, before)], (upper or item).end


def _read_item(folded: str, start: int) -> _Item | None:
    """Read a number and its unit; a number in words must have one."""
    read = _read_word(folded, start) or read_magnitude(folded, start) or read_amount(folded, start)
    if read is None:
        return None
    amount, end = read
    unit = read_unit(folded, end)
    if unit:
        return _Item(start, amount, *unit)
    if not folded[start].isdigit() or folded[end : end + 1].isalnum():
        return None
    if amount.scale > 1 and _NO_NOUN.match(folded, end):
        money = _read_as_dong(folded, end)
        if (
            amount.scale >= _MILLION or "/" in money[0]
        ):  # "500 nghìn" may be of anything, not "500 nghìn/suất"
            return _Item(start, amount, *money)
    return _Item(start, amount, None, end)


def _read_as_dong(folded: str, end: int) -> tuple[str, int]:
    """Read "45 triệu/người/năm" as if its "đồng" had not been left out."""
    currency = "đồng"
    unit, length = read_unit(currency + folded[end : end + _REACH], 0) or ("VND", len(currency))
    return unit, end + length - len(currency)


def _read_word(folded: str, start: int) -> tuple[Amount, int] | None:
    word = _WORD.match(folded, start)
    return (Amount(Decimal(_NUMBER_WORDS[word[1]])), word.end()) if word else None


def _read_before(folded: str, start: int, floor: int) -> _Before:
    found = _BEFORE.search(folded, max(floor, start - _REACH), start)
    hedge, says_from, minus = found.groups() if found else (None, None, None)
    return _Before(found.start() if found else start, hedge, bool(says_from), bool(minus))


def _means_year(folded: str, item: _Item, before: _Before) -> bool:
    """Tell whether "năm" is the year: "trong năm hộ nghèo giảm", but "trong năm năm"."""
    if not folded.startswith("năm ", item.start):
        return False
    introduced = _FIVE.search(folded, max(0, item.start - _REACH), item.start)
    in_the_year = introduced is not None and introduced[0] == "trong " and item.unit != "years"
    return before.hedge is None and (introduced is None or in_the_year)


def _read_chain(folded: str, item: _Item) -> list[_Item]:
    """Read "29/29 nhà văn hóa": all numbers have the unit of the last one."""
    chain: list[_Item] = [item]
    while chain[-1].unit is None and (slash := _SLASH.match(folded, chain[-1].end)):
        following = _read_item(folded, slash.end())
        if following is None:
            break
        chain.append(following)
    return chain


def _read_upper(folded: str, lower: _Item) -> _Item | None:
    """Read the upper end of "15-20 người", "từ 1,5 đến 4,8 triệu đồng", if the two make a range."""
    until = _UNTIL.match(folded, lower.end)
    upper = _read_item(folded, until.end()) if until else None
    if upper is None or (lower.unit and not f"{upper.unit}/".startswith(f"{lower.unit}/")):
        return None
    return upper if _scaled_like(lower, upper).value < upper.amount.value else None


def _scaled_like(lower: _Item, upper: _Item) -> Amount:
    """Give the scale of the upper end to a bare lower one: "1,5 - 4,8 triệu đồng"."""
    amount, scale = lower.amount, upper.amount.scale
    if lower.unit or amount.scale != 1:
        return amount
    value = EXACT.multiply(amount.value, Decimal(scale))
    return amount._replace(value=meaningful(value, format_amount(amount)), scale=scale)


def _range(lower: _Item, upper: _Item, before: _Before) -> Figure:
    if before.hedge and _MEANINGS[before.hedge] is not Qualifier.ABOUT:
        raise NumberFormatError(before.hedge, f"{before.hedge!r} không đi với một khoảng")
    if before.negative:
        raise NumberFormatError("-", "khoảng giá trị phải từ 0 trở lên")
    low, high = _scaled_like(lower, upper), upper.amount
    scale = min(low.scale, high.scale)
    step = min(len(str(each.scale)) - each.decimals for each in (low, high))
    whole = Amount(low.value, scale, max(0, len(str(scale)) - step), max(low.pad, high.pad))
    quantity = _quantity(whole, upper.unit, Qualifier.RANGE, high.value)
    return Figure(quantity, before.start, lower.start, upper.end, plain=upper.unit is not None)


def _single(folded: str, item: _Item, before: _Before) -> Figure:
    magnitude = folded.startswith("hàng", item.start)
    qualifier = Qualifier.AT_LEAST if magnitude else _MEANINGS.get(before.hedge or "", Qualifier.EXACT)
    amount, start = item.amount, before.start if before.hedge else item.start
    if before.negative and (is_money(item.unit) or not is_counted(item.unit)):  # else a bullet: "-05 hộ"
        amount, start = amount._replace(value=amount.value.copy_negate()), min(start, item.start - 1)
    plain = bool(item.unit) or bool(before.hedge and before.hedge not in _PREPOSITIONS)
    is_article = folded.startswith("một ", item.start)
    quantity = _quantity(amount, item.unit, qualifier)
    return Figure(quantity, start, item.start, item.end, plain=plain and not is_article)


def _carry_onwards(folded: str, figure: Figure, before: _Before) -> Figure:
    """Read "từ 350 hộ gia đình trở lên": at least so many; of a range, at least its lower end."""
    found = (_FROM_ONWARDS if before.says_from else _ONWARDS).match(folded, figure.end)
    if not found:
        return figure
    q = figure.quantity
    qualifier = Qualifier.AT_LEAST if found[1] == "lên" else Qualifier.AT_MOST
    bound = q.value if q.upper is None or found[1] == "lên" else q.upper
    carried = _quantity(Amount(bound, q.scale, q.decimals, q.pad), q.unit, qualifier)
    return Figure(carried, before.start, figure.number, found.end(), plain=True)


def _quantity(
    amount: Amount,
    unit: str | None,
    qualifier: Qualifier = Qualifier.EXACT,
    upper: Decimal | None = None,
) -> Quantity:
    printed = format_amount(amount)
    has_fraction = amount.value != amount.value.to_integral_value() or (amount.decimals and amount.scale == 1)
    if is_counted(unit) and has_fraction:
        hint = f"{printed}? viết {printed.replace(',', '.')}" if amount.decimals == 3 else ""  # noqa: PLR2004
        raise NumberFormatError(printed, f"{unit_noun(unit or '')} không đếm lẻ", hint)
    return Quantity(
        value=amount.value,
        unit=unit,
        qualifier=qualifier,
        upper=upper,
        scale=amount.scale,
        decimals=amount.decimals,
        pad=amount.pad,
    )
