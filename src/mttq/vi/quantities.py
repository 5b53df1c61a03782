"""Quantities: a figure with its unit and its hedge, "hơn 4,5 tỷ đồng", "từ 15 đến 20 người"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal, get_args

from mttq._declared.types import not_among, unfit
from mttq._names.former import former_arguments
from mttq._names.regex import regex
from mttq.errors import NumberFormatError
from mttq.values import Pair, Qualifier, Quantity
from mttq.vi._layout import lay_out, plain_text
from mttq.vi.dates import dates_in
from mttq.vi.documents import citations_in
from mttq.vi.figures import HEDGES, Figure, scan
from mttq.vi.money import format_amount
from mttq.vi.numbers import Amount, meaningful, parse_numeral
from mttq.vi.text import fold_in_place, mask
from mttq.vi.unit_heads import UnitHead
from mttq.vi.units import NOUNS, SYLLABLE, Nouns, is_money
from mttq.wording import Lang, Phrase, label

__all__ = ["find_quantities", "format_quantity", "parse_pair", "parse_quantity", "parse_slashed"]

_NOUN_PHRASE: Final = regex(r"(?: [^\W0-9_][^0-9]*)?")

# "thôn 5 xã Trung Sơn", "đợt 2 năm học": the number is a name if a place or a time follows.
_COUNTING: Final = r"(?<!\w)(?<!cung )(?<!mỗi )(?<!một )(?<!các )(?<!từng )(?<!tổng )(?<!trong )"
_LISTED: Final = r"(?:[0-9]{1,3}(?:,| và| -|-) ?){0,9}"  # "tổ 12, 13 phường Trung tâm"
_NAMED: Final = regex(
    rf"{_COUNTING}(?:thôn|xóm|ấp|bản|làng|khóm|buôn|tổ|khu|khu phố|khu vực|phường|quận|đội|cụm|vùng|tuyến|"
    rf"lớp|khối|cấp|loại|nhóm|đợt|lần|giai đoạn|kỳ|số|tuần|ngày|hạng|tổ dân phố|chương trình"
    rf"|kênh|hẻm) {_LISTED}\Z"
)
_PLACES_AND_TIMES: Final = frozenset(("province", "district", "commune", "residential"))
_TIMES: Final = frozenset(("days", "months", "years", "weeks", "quarters"))
_NAMED_TOO: Final = _TIMES | {"hours", "minutes", "points"}
# "lần thứ 6", "khoản 2", "mục 3": never a count.
_NUMBERED: Final = regex(
    r"(?<!\w)(?:thứ|điều|khoản|điểm|tiết|mục|chương|khóa|phụ lục|biểu số|bảng|trang|kỳ họp|quốc lộ|tỉnh lộ"
    r"|bão số|tiểu mục|tiểu khu|thửa|tờ|lô|phòng|tầng|ngõ|số nhà|mẫu|mẫu số|hình|bước|vòng|bài|tập"
    rf"|quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|tiểu dự án|hợp phần) {_LISTED}\Z"
)
# "dự án 9 giao cho xã", "mô hình 5 không": a name if no known noun follows.
_ENTITLED: Final = regex(
    rf"{_COUNTING}(?:dự án|đề án|mô hình|phong trào|phương châm|khẩu hiệu|tiêu chí|chuyên đề) {_LISTED}\Z"
)
_REACH: Final = 48
_MILLION: Final = 10**6
_BLANK: Final = "\0"
_MAY_SAY_WHEN: Final = regex("[0-9]|tháng|quý|tết", re.IGNORECASE)
_HEADING: Final = regex(r"(?:(?<![^\n])|(?<=\n )) ?[1-9][0-9]? ")
_A_GIFT: Final = regex(
    r"(?<!\w)(?:chợ|chợ phiên|bữa ăn|bữa cơm|suất|chuyến xe|hàng"
    r"|siêu thị|cơm|quầy|tủ|quán|bếp|gian|xe|cháo|phòng|lớp|điểm) [“\"]?\Z"
)
_A_CLOCK: Final = regex(r"(?<!\w)(?:lúc|vào|từ|đến|hồi|trước|sau|khoảng|tới) \Z")
_A_YEAR: Final = regex("(?:19|20)[0-9]{2}(?![0-9.,])")
_GROUPED: Final = regex(r"[0-9]{1,3}\.[0-9]{3}")  # no name is
_A_CODE: Final = regex("0[0-9]{2,}|[0-9]{6,}")
_QUOTED: Final = regex("[“‘][^”’]*\\Z|[\"'“‘][0-9][^\"'”’]*\\Z")  # a slogan: “5 không, 3 sạch”
_WITHIN_A_SENTENCE: Final = regex(r"[^\s.:;!?…+-] ([^\W\d_])[^\W_]* \Z")
_DAY: Final = 24  # hours
_FEW: Final = 10

Which = Literal["all", "known"]
"""Which figures are found: "known", those whose unit is in the table; "all", other counts too."""


def parse_quantity(text: str, *, head: UnitHead | None = None, table: Nouns = NOUNS) -> Quantity:
    """Read the one quantity that a text states; words around it are allowed, other figures are not.

    A noun that is not in the table gives `unit=None` and keeps its words in `noun`; then nothing may stand
    before the figure.

    Args:
        text: the expression.
        head: what the head of a table says of the bare figures below it, see `parse_unit_head`.
        table: the nouns that are known.

    Raises:
        NumberFormatError: no figure, a malformed one, more than one, or a fraction of what is only counted.

    >>> q = parse_quantity("hơn 4,5 tỷ đồng")
    >>> int(q.value), q.unit, q.qualifier.value, q.scale, q.decimals
    (4500000000, 'VND', 'more_than', 1000000000, 1)
    >>> from mttq.vi import parse_unit_head
    >>> int(parse_quantity("45,5", head=parse_unit_head("ĐVT: triệu đồng")).value)
    45500000
    >>> parse_quantity("1.319,652 người")
    Traceback (most recent call last):
    mttq.errors.NumberFormatError: '1.319,652 người': “người” chỉ đếm bằng số nguyên; có phải 1.319.652?
    """
    plain = plain_text(text)
    try:
        figures = list(scan(plain, nouns=table, strict=True))
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    if len(figures) > 1:
        raise NumberFormatError(
            text, Phrase("có nhiều số"), Phrase("dùng parse_slashed hoặc find_quantities")
        )
    if not figures or not _is_whole(fold_in_place(plain), figures[0]):
        raise NumberFormatError(text, Phrase("không phải một số lượng"))
    quantity = figures[0].quantity
    return quantity if head is None else head.applied(quantity, table)


def _is_whole(folded: str, figure: Figure) -> bool:
    """Return whether nothing but words stands around a figure."""
    before, after = folded[: figure.start], folded[figure.end :]
    if figure.quantity.unit is None and (before or not _NOUN_PHRASE.fullmatch(after)):
        return False
    if figure.quantity.unit is None and after and not SYLLABLE.match(after, 1):  # "12 trd" are no twelve
        return False
    return not re.search(r"[0-9]|[-+/<>=]$", before) and not re.search(r"[0-9]|^\w", after)


@former_arguments("0.2", "lang")
def format_quantity(quantity: Quantity, *, lang: Lang = "vi", table: Nouns = NOUNS) -> str:
    """Write a quantity so that `parse_quantity` reads it back: hedge, figure with its decimals, unit.

    In English hedge and unit are English words; digits and scale words stay as they are.

    Args:
        quantity: what to write.
        lang: the language of hedge and unit.
        table: the nouns that are known.

    Raises:
        TypeError: what was given is no quantity.
        ValueError: the scale has no Vietnamese word.

    >>> format_quantity(parse_quantity("trên 4,50 tỉ đồng")), format_quantity(parse_quantity("7-9 khẩu"))
    ('hơn 4,50 tỷ đồng', 'từ 7 đến 9 người')
    >>> format_quantity(parse_quantity("trên 6 đến dưới 12 thôn"))
    'từ trên 6 đến dưới 12 thôn'
    >>> format_quantity(parse_quantity("hơn 40 hội nghị"), lang="en")
    'more than 40 conferences'
    >>> format_quantity(parse_quantity("01 hội nghị"), lang="en")
    '01 conference'
    """
    if not isinstance(quantity, Quantity):
        raise unfit("format_quantity", Quantity, quantity)
    q = quantity
    scale = q.scale if q.unit or q.scale < _MILLION else 1  # "5 triệu" alone would be read as money

    def figure(value: Decimal) -> str:
        return format_amount(Amount(value, scale, q.decimals if scale == q.scale else 0, q.pad))

    text = figure(q.value)
    if q.upper is not None:
        text = label(Phrase(_BANDS[q.above, q.below], text.split(" ")[0], figure(q.upper)), lang)
    elif q.qualifier is not Qualifier.EXACT:
        text = f"{label(HEDGES[q.qualifier][0], lang)} {text}"
    is_one = q.value == 1 and q.upper is None and not q.decimals
    noun = q.noun or "" if q.unit is None else table.name(q.unit, lang=lang, is_one=is_one)
    return text + (noun if noun.startswith("%") else f" {noun}").rstrip()


_BANDS: Final = {
    (False, False): "từ {} đến {}",
    (True, False): "từ trên {} đến {}",
    (False, True): "từ {} đến dưới {}",
    (True, True): "từ trên {} đến dưới {}",
}


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
        bare = not any(each.unit for each in first)
        if bare:
            unit = f" {NOUNS.name(last.unit)}" if last.unit else ""
            first = [parse_quantity(format_quantity(each) + unit) for each in first]
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    if bare and last.scale > 1 and any(each.scale == 1 for each in first):  # "15/17 tỷ đồng"
        reason = Phrase("không rõ các số trước tính theo gì")
        raise NumberFormatError(text, reason, Phrase("ghi đơn vị cho từng số"))
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
        reason = Phrase("cần hai số đếm cách nhau bằng dấu /")
        raise NumberFormatError(text, reason, Phrase("ví dụ: {}", "169/1.169"))
    return Pair(*(int(meaningful(half.value, text)) for half in halves))


def find_quantities(
    text: str, nouns: Which = "all", *, table: Nouns = NOUNS
) -> list[tuple[Quantity, tuple[int, int]]]:
    """Find the quantities of a running text; ranges and slashed figures included, each with its own place.

    Citations and dates are passed over first.  Then a number counts where a known unit, "%" or a scale with
    currency follows, where a word that can be nothing but a hedge ("hơn", "ít nhất", "khoảng") stands before
    it, or, if all nouns are asked for, where any other noun seems to follow: then `unit` is None and `noun`
    keeps its words.  Other bare numbers, "một", names ("thôn 5 xã …", "lớp 5A"), ordinals, fractions of a
    whole ("2/3 diện tích"), headings and malformed figures are left alone.

    Args:
        text: the text.
        nouns: "all", or "known" for units of the table only.
        table: the nouns that are known.

    Returns:
        Each quantity with its (start, end), places in the text as given, in their order.

    Raises:
        ValueError: `nouns` is neither "all" nor "known".

    >>> text = "Tổng số 946 hộ/3.568 nhân khẩu theo Quyết định 90; vận động hơn 4,5 tỷ đồng năm 2019"
    >>> [(format_quantity(quantity), text[start:end]) for quantity, (start, end) in find_quantities(text)]
    [('946 hộ', '946 hộ'), ('3.568 người', '3.568 nhân khẩu'), ('hơn 4,5 tỷ đồng', 'hơn 4,5 tỷ đồng')]
    >>> [(quantity.noun, text[start:end]) for text in ["tặng 2 máy bơm cho xã"]
    ...  for quantity, (start, end) in find_quantities(text)]
    [('máy bơm', '2 máy bơm')]
    """
    if nouns not in get_args(Which):
        raise not_among("nouns", ("all", "known"), nouns)
    laid = lay_out(text)
    plain = laid.text
    folded = fold_in_place(_blank_citations_and_dates(plain))
    return [
        (figure.quantity, laid.origin(figure.start, figure.end))
        for figure in scan(plain, folded, nouns=table)
        if (figure.plain or (nouns == "all" and _seems_counted(plain, folded, figure)))
        and not _is_a_name(plain, folded, figure, table)
    ]


def _blank_citations_and_dates(plain: str) -> str:
    """Blank out what no figure is read in, in the paragraphs that may have any of it."""
    return "\n".join(
        mask(each, _without_figures(each), _BLANK) if _MAY_SAY_WHEN.search(each) else each
        for each in plain.split("\n")
    )


def _without_figures(paragraph: str) -> Iterator[tuple[int, int]]:
    from mttq.vi._period_context import lunar_in

    yield from (place for _, place in (*citations_in(paragraph), *dates_in(paragraph)))
    yield from lunar_in(paragraph)


def _is_a_name(plain: str, folded: str, figure: Figure, table: Nouns) -> bool:
    """Return whether a number names or numbers something: "thôn 5 xã …", "con thứ 3 trở lên"."""
    unit = figure.quantity.unit
    reach = max(0, figure.number - _REACH)
    if is_money(unit):
        given = figure.start == figure.number and not figure.quantity.value
        return given and _A_GIFT.search(folded, reach, figure.number) is not None
    if unit is not None and not table.counts(unit) and unit not in _NAMED_TOO:
        return False
    if _NUMBERED.search(folded, reach, figure.number):
        return True
    heading = _HEADING.match(plain, figure.start)
    if heading and plain[heading.end()].isupper():
        return True
    if unit == "minutes" and folded.endswith("giờ ", 0, figure.number):
        return True
    if unit == "hours" and figure.quantity.value <= _DAY and _A_CLOCK.search(folded, reach, figure.number):
        return True
    if _GROUPED.match(folded, figure.number):
        return False
    if unit is None and _ENTITLED.search(folded, reach, figure.number):
        return True
    named = unit in _TIMES or unit is None or not _PLACES_AND_TIMES.isdisjoint(table.kinds(unit))
    return named and _NAMED.search(folded, reach, figure.number) is not None


def _seems_counted(plain: str, folded: str, figure: Figure) -> bool:
    """Return whether a number with a noun that the table lacks is a count and no year, code or name."""
    noun, value = figure.quantity.noun, figure.quantity.value
    if noun is None:
        return False
    digits = folded[figure.number : figure.end]
    proper = _WITHIN_A_SENTENCE.search(plain, max(0, figure.number - _REACH), figure.number)
    if _A_YEAR.match(digits) or _A_CODE.match(digits):
        return False
    if figure.start < figure.number and value < _FEW and folded.startswith(("trên ", "dưới "), figure.start):
        return False  # "trên 3 lĩnh vực": on three fields, or in more?
    before = plain[max(0, figure.start - _REACH) : figure.start]
    if before[-1:] in ('"', "'") or _QUOTED.search(before):
        return False
    return value >= 0 and not (proper and proper[1].isupper())  # "Bảo Lâm 2 sản xuất"
