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
from mttq.vi.numbers import EXACT
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
_BEFORE: Final = re.compile(rf"(?:({_HEDGE})(?: là)? *)*((?<!\w)từ +)?((?<![^\s(])-)?$")
_REACH: Final = 40  # no stack of hedges is longer
_ONWARDS: Final = re.compile(r" trở (lên|xuống)(?!\w)")
_FROM_ONWARDS: Final = re.compile(r"(?: [^\W0-9_]+){0,4}? trở (lên|xuống)(?!\w)")

_NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}
_PARTS_OF_A_NUMBER: Final = ("thứ", "mươi", "mười", "trăm", "linh", "lẻ", "nghìn", "tháng", "ngày", "lớp", "số")
_WORD: Final = re.compile(rf"({'|'.join(_NUMBER_WORDS)})(?= )")
_START: Final = re.compile(
    r"(?<!\w)(?<!\w-)(?<![0-9][.,])[0-9]"
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
        plain: whether the number itself, or a word that is a hedge and nothing else, shows that it is meant
            as a quantity; false for "một hộ", which may be an article, and for a bare number.
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


class _Context(NamedTuple):
    start: int
    hedge: str | None
    ranged: bool  # "từ" stands before it
    negative: bool


def scan(folded: str, *, strict: bool = False) -> Iterator[Figure]:
    """Read the figures of a folded text from left to right.

    Args:
        folded: the text, small letters, its tones at their older place (`mttq.vi.fold`).
        strict: raise at the first malformed figure, else pass over it.

    Raises:
        NumberFormatError: a figure is malformed, and `strict` is set.
    """
    position = 0
    while found := _START.search(folded, position):
        try:
            figures, position = _read_at(folded, found.start(), position)
        except NumberFormatError:
            if strict:
                raise
            figures, position = [], _skip(folded, found.start())
        yield from figures


def _skip(folded: str, start: int) -> int:
    token = _TOKEN.match(folded, start)
    return token.end() if token else start + 1


def _read_at(folded: str, start: int, floor: int) -> tuple[list[Figure], int]:
    item = _read_item(folded, start)
    if item is None:
        return [], _skip(folded, start)
    context = _read_context(folded, start, floor)
    if _is_year_word(folded, item, context):
        return [], item.end
    chain = _read_chain(folded, item)
    if len(chain) > 1:
        return _figures_of_chain(chain, context), chain[-1].end
    upper = _read_upper(folded, item)
    return [_figure(folded, item, upper, context)], (upper or item).end
