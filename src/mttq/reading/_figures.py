"""What a cell says: whether it looks like a figure, and which value it has in a line of a form."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from mttq.errors import NotationError, NumberFormatError
from mttq.forms import Kind, Row
from mttq.reading._reading import FigureValue
from mttq.reading._source import Reason
from mttq.values import Pair, Period, Qualifier, Triple
from mttq.vi import (
    UnitHead,
    parse_date,
    parse_document,
    parse_number,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_slashed,
)
from mttq.vi.text import DASHES, clean
from mttq.vi.units import is_money

__all__ = ["figures_of", "is_mark", "looks_like_figure", "suggestion_for"]

_DIGIT: Final = "[0-9OolI]"
_LOOKS: Final = re.compile(
    rf"[-+~≈<>=(≥≤ ]*{_DIGIT}[{DASHES}0-9OolI.,/()%‰:;\s]*(?: ?[^\W\d_][^\d]{{0,40}}"
    rf"(?:/ ?[0-9.]+ ?[^\W\d_][^\d]{{0,40}}){{0,2}})?",
)
_NUMBERED: Final = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s+[^\W\d_]")
_HAS_DIGIT: Final = re.compile("[0-9]")
_LETTERS_FOR_DIGITS: Final = re.compile("[OolI]{1,3}")
_MARKS: Final = re.compile(rf"[{DASHES}.…x/_*X\s]+|không có|kc|n/a", re.IGNORECASE)
_PARTS: Final = {Kind.PAIR: re.compile(" ?/ ?"), Kind.TRIPLE: re.compile(" ?[-/] ?")}
_TYPES: Final[dict[Kind, Callable[..., FigureValue]]] = {Kind.PAIR: Pair, Kind.TRIPLE: Triple}
_ALIKE: Final = str.maketrans("OolI", "0011")
_LONGEST: Final = 120


@lru_cache(maxsize=4096)  # each cell is asked several times
def looks_like_figure(text: str) -> bool:
    """Return whether a cell holds a figure, or what may have been one.

    >>> [looks_like_figure(text) for text in ("1.555", "9l7", "05 cuộc", "O", "1. Cấp tỉnh", "-")]
    [True, True, True, True, False, False]
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return False
    if not _HAS_DIGIT.search(text):
        return bool(_LETTERS_FOR_DIGITS.fullmatch(text))
    return bool(_LOOKS.fullmatch(text)) and not _NUMBERED.match(text)


def is_mark(text: str) -> bool:
    """Return whether a cell holds a dash or dots in place of a figure."""
    return bool(_MARKS.fullmatch(text.strip()))


def figures_of(text: str, row: Row, head: UnitHead | None) -> tuple[FigureValue, ...] | Reason:
    """Return what a text may mean in a line of a form, the likeliest first, or why it means nothing there.

    Args:
        text: the figure as printed.
        row: the line.
        head: the unit that the line, its column or the table says.
    """
    plain = clean(text)
    if row.kind is Kind.OTHER:
        percent = "%" if head and head.unit == "percent" and "%" not in plain else ""
        return tuple(_others(f"{plain}{percent}")) or Reason.NOT_A_FIGURE
    parts = _PARTS[row.kind].split(plain) if row.kind in _PARTS else [plain]
    wanted = len(row.parts) or 1
    if len(parts) not in (1, wanted):
        return Reason.NOT_A_FIGURE
    values = []
    for part in parts:
        value = _whole(part, row, head)
        if isinstance(value, Reason):
            return value
        values.append(value)
    return (values[0] if len(values) == 1 else _TYPES[row.kind](*values),)


def _whole(plain: str, row: Row, head: UnitHead | None) -> int | Reason:
    """Return a count or a sum in đồng, with what its unit multiplies it by."""
    try:
        quantity = parse_quantity(plain)
    except NumberFormatError:
        return _bare(plain, row, head)
    if quantity.unit is None and quantity.noun is None and quantity.scale == 1:
        return _bare(plain, row, head)
    if quantity.qualifier is not Qualifier.EXACT or quantity.upper is not None:
        return Reason.NOT_A_FIGURE
    if is_money(quantity.unit) != (row.kind is Kind.MONEY) or (quantity.unit or "").count("/"):
        return Reason.OTHER_UNIT
    if row.unit and quantity.unit and row.unit != quantity.unit and row.kind is not Kind.PAIR:
        return Reason.OTHER_UNIT
    return _exact(quantity.value)


def _bare(plain: str, row: Row, head: UnitHead | None) -> int | Reason:
    try:
        value = parse_number(plain)
    except NumberFormatError:
        return Reason.NOT_A_FIGURE
    if head is None:
        return Reason.NOT_A_FIGURE if "," in plain else _exact(value)
    if is_money(head.unit) != (row.kind is Kind.MONEY):
        return Reason.OTHER_UNIT
    if row.kind is Kind.MONEY:
        return _exact(value * head.scale)
    return Reason.OTHER_UNIT if head.scale != 1 else _exact(value)


def _exact(value: Decimal) -> int | Reason:
    return int(value) if value >= 0 and value == value.to_integral_value() else Reason.NOT_A_FIGURE


def _others(plain: str) -> Iterator[Any]:
    """Return what a text may be in a line that holds neither counts nor money: a share, a day."""
    parsers: tuple[Callable[[str], Any], ...] = (parse_percent, parse_number, parse_quantity)
    for parse in (*parsers, parse_date, parse_period, parse_document):
        try:
            value = parse(plain)
        except NotationError:
            continue
        yield value
        if isinstance(value, Period) and value.start is not None and value.start == value.end:
            yield value.start  # a month may be meant as a day whose number is not said


def suggestion_for(text: str) -> str | None:
    """Return how a figure with letters among its digits was probably meant.

    >>> suggestion_for("9l7"), suggestion_for("O8"), suggestion_for("1.55")
    ('917', '08', None)
    """
    mended = clean(text).translate(_ALIKE)
    try:
        parse_slashed(mended)
    except NumberFormatError:
        return None
    return mended if mended != clean(text) else None
