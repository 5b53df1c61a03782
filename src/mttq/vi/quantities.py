"""Quantities: a figure with its unit and its hedge, "hơn 4,5 tỷ đồng", "từ 15 đến 20 người"."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from mttq.errors import FieldError, NumberFormatError
from mttq.values import Pair, Qualifier, Quantity
from mttq.vi._layout import lay_out, plain_text
from mttq.vi.dates import dates_in
from mttq.vi.documents import citations_in
from mttq.vi.figures import HEDGES, Figure, scan
from mttq.vi.money import Amount, format_amount
from mttq.vi.numbers import meaningful, parse_numeral
from mttq.vi.text import fold
from mttq.vi.units import is_counted, is_money, unit_noun
from mttq.wording import Lang, Phrase, label

__all__ = ["find_quantities", "format_quantity", "parse_pair", "parse_quantity", "parse_slashed"]

_LETTERS: Final = re.compile(r"[^\W0-9_]+")
_NOUN_PHRASE: Final = re.compile(r"(?: [^\W0-9_][^0-9]*)?")

# "thôn 5 xã Trung Sơn", "đợt 2 năm học": the number is a name if a place or a time follows.
_NAMED: Final = re.compile(
    r"(?<!\w)(?<!mỗi )(?<!một )(?<!các )(?<!từng )(?<!tổng )(?<!trong )"
    r"(?:thôn|xóm|ấp|bản|làng|khóm|buôn|tổ|khu|khu phố|phường|quận|đội|cụm|vùng|tuyến|"
    r"lớp|khối|cấp|loại|nhóm|đợt|lần|giai đoạn|kỳ|số) $"
)
_PLACES: Final = {"communes", "wards", "townships", "districts", "provinces", "cities", "villages", "hamlets"}
_SMALL_PLACES: Final = {"neighbourhoods", "residential_groups", "residential_areas"}
_PLACES_AND_TIMES: Final = _PLACES | _SMALL_PLACES | {"days", "months", "years"}
# "lần thứ 6", "khoản 2", "mục 3": never a count.
_NUMBERED: Final = re.compile(
    r"(?<!\w)(?:thứ|điều|khoản|điểm|mục|chương|khóa|phụ lục|biểu số|bảng|trang|kỳ họp|quốc lộ) $"
)
_REACH: Final = 24
_MILLION: Final = 10**6
_BLANK: Final = "\0"
_HEADING: Final = re.compile(r"(?m:^) *[1-9][0-9]? +")


def parse_quantity(text: str) -> Quantity:
    """Read the one quantity that a text states; words around it are allowed, other figures are not.

    A noun that is not in the table of units gives `unit=None`, and then nothing may stand before the figure.

    Raises:
        NumberFormatError: no figure, a malformed one, more than one, or a fraction of what is only counted.

    >>> q = parse_quantity("hơn 4,5 tỷ đồng")
    >>> int(q.value), q.unit, q.qualifier.value, q.scale, q.decimals
    (4500000000, 'VND', 'more_than', 1000000000, 1)
    >>> parse_quantity("1.319,652 người")
    Traceback (most recent call last):
    mttq.errors.NumberFormatError: '1.319,652 người': người không đếm lẻ; 1.319,652? viết 1.319.652
    """
    folded = fold(plain_text(text))
    try:
        figures = list(scan(folded, strict=True))
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    if len(figures) > 1:
        raise NumberFormatError(text, "có nhiều số", "dùng parse_slashed hoặc find_quantities")
    if not figures or not _is_whole(folded, figures[0]):
        raise NumberFormatError(text, "không phải một số lượng")
    return figures[0].quantity


def _is_whole(folded: str, figure: Figure) -> bool:
    """Tell whether nothing but words stands around a figure."""
    before, after = folded[: figure.start], folded[figure.end :]
    if figure.quantity.unit is None and (before or not _NOUN_PHRASE.fullmatch(after)):
        return False
    return not re.search(r"[0-9]|[-+/<>=]$", before) and not re.search(r"[0-9]|^\w", after)


def format_quantity(quantity: Quantity, lang: Lang = "vi") -> str:
    """Write a quantity so that `parse_quantity` reads it back: hedge, figure with its decimals, unit.

    In English hedge and unit are English words; digits and scale words stay as they are.

    Raises:
        TypeError: what was given is no quantity.
        ValueError: the scale has no Vietnamese word.

    >>> format_quantity(parse_quantity("trên 4,50 tỉ đồng")), format_quantity(parse_quantity("7-9 khẩu"))
    ('hơn 4,50 tỷ đồng', 'từ 7 đến 9 người')
    >>> format_quantity(parse_quantity("hơn 40 hội nghị"), "en")
    'more than 40 conferences'
    """
    if not isinstance(quantity, Quantity):
        raise FieldError(f"cần Quantity, không phải {quantity!r}")
    q = quantity
    scale = q.scale if q.unit or q.scale < _MILLION else 1  # "5 triệu" alone would be read as money

    def figure(value: Decimal) -> str:
        return format_amount(Amount(value, scale, q.decimals if scale == q.scale else 0, q.pad))

    text = figure(q.value)
    if q.upper is not None:
        text = label(Phrase("từ {} đến {}", text.split(" ")[0], figure(q.upper)), lang)
    elif q.qualifier is not Qualifier.EXACT:
        text = f"{label(HEDGES[q.qualifier][0], lang)} {text}"
    noun = "" if q.unit is None else unit_noun(q.unit, lang)
    return text + (noun if noun.startswith("%") else f" {noun}").rstrip()


def parse_slashed(text: str) -> tuple[Quantity, ...]:
    """Read figures divided by slashes; where only the last one has a unit, it is the unit of all.

    Raises:
        NumberFormatError: one of the parts is no quantity.

    >>> [(int(q.value), q.unit) for q in parse_slashed("3 tổ/91 hộ/3 cột mốc")]
    [(3, 'groups'), (91, 'households'), (3, 'border_markers')]
    >>> [(int(q.value), q.unit) for q in parse_slashed("29/29 nhà văn hóa")]
    [(29, 'culture_houses'), (29, 'culture_houses')]
    """
    try:
        *first, last = map(parse_quantity, re.split(r" ?/ ?(?=[0-9])", plain_text(text)))
        if not any(each.unit for each in first):
            unit = f" {unit_noun(last.unit)}" if last.unit else ""
            first = [parse_quantity(format_quantity(each) + unit) for each in first]
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    return (*first, last)


def parse_pair(text: str) -> Pair:
    """Read a cell of two counts.

    Raises:
        NumberFormatError: the text is not two whole numbers with a slash between them.

    >>> parse_pair("169/1.169")
    Pair(first=169, second=1169)
    """
    try:
        halves = [parse_numeral(half) for half in plain_text(text).split("/")]
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    if len(halves) != 2 or any(half.value < 0 or half.decimals for half in halves):  # noqa: PLR2004 - a pair
        raise NumberFormatError(text, "phải là hai số đếm cách nhau bằng dấu /", "ví dụ 169/1.169")
    return Pair(*(int(meaningful(half.value, text)) for half in halves))


def find_quantities(text: str) -> list[tuple[Quantity, tuple[int, int]]]:
    """Find the quantities of a running text; ranges and slashed figures included, each with its own place.

    Citations and dates are passed over first.  Then a number counts only where a known unit, "%" or a scale
    with currency follows, or where a word that can be nothing but a hedge ("hơn", "ít nhất", "khoảng")
    stands before it; other bare numbers, "một", names ("thôn 5 xã …"), ordinals, headings and malformed
    figures are left alone.  A line break ends every figure.

    Returns:
        Each quantity with its (start, end), places in the text as given, in their order.

    >>> text = "Tổng số 946 hộ/3.568 nhân khẩu theo Quyết định 90; vận động hơn 4,5 tỷ đồng năm 2019"
    >>> [(format_quantity(quantity), text[start:end]) for quantity, (start, end) in find_quantities(text)]
    [('946 hộ', '946 hộ'), ('3.568 người', '3.568 nhân khẩu'), ('hơn 4,5 tỷ đồng', 'hơn 4,5 tỷ đồng')]
    """
    plain = lay_out(text)
    searched = _fold_in_place(_blank_citations_and_dates(plain.text))
    return [
        (figure.quantity, plain.origin(figure.start, figure.end))
        for figure in scan(searched)
        if figure.plain and not _is_a_name(plain.text, searched, figure)
    ]


def _blank_citations_and_dates(plain: str) -> str:
    letters = list(plain)
    for _, (start, end) in (*citations_in(plain), *dates_in(plain)):
        letters[start:end] = _BLANK * (end - start)
    return "".join(letters)


def _fold_in_place(text: str) -> str:
    """Fold word by word, so that every letter keeps its place."""
    return _LETTERS.sub(lambda word: _fold_word(word[0]), text)


@lru_cache(maxsize=4096)
def _fold_word(word: str) -> str:
    folded = fold(word)
    return folded if len(folded) == len(word) else word


def _is_a_name(normal: str, searched: str, figure: Figure) -> bool:
    """Tell whether a number names or numbers something: "thôn 5 xã …", "con thứ 3 trở lên", "1 Mục tiêu"."""
    unit = figure.quantity.unit
    if unit is not None and (is_money(unit) or not is_counted(unit)) and unit not in _PLACES_AND_TIMES:
        return False
    reach = max(0, figure.number - _REACH)
    if _NUMBERED.search(searched, reach, figure.number):
        return True
    heading = _HEADING.match(normal, figure.start)
    if heading and normal[heading.end()].isupper():
        return True
    return unit in _PLACES_AND_TIMES and _NAMED.search(searched, reach, figure.number) is not None
