"""Dates in Vietnamese notation: read and written one at a time, and found in running text.

The day stands first, always; a year has four digits; nothing is added to what is written.  What names more
or less than one day is the business of `mttq.vi.periods`.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from mttq._declared.types import unfit
from mttq._names.former import former_arguments
from mttq._names.regex import regex
from mttq.errors import DateFormatError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi._layout import lay_out
from mttq.vi.periods import DateStyle, format_period, parse_period
from mttq.vi.text import mask
from mttq.wording import Lang, Phrase

Found = tuple[Period | PartialDate, tuple[int, int]]

__all__ = ["dates_in", "find_dates", "format_date", "parse_date"]

_KINDS: Final = {
    PeriodKind.MONTH: Phrase("đây là tháng, dùng parse_period"),
    PeriodKind.QUARTER: Phrase("đây là quý, dùng parse_period"),
    PeriodKind.YEAR: Phrase("đây là năm, dùng parse_period"),
    PeriodKind.TERM: Phrase("đây là nhiệm kỳ, dùng parse_period"),
}


def parse_date(text: str) -> date:
    """Read one full date: "17/12/2019", "Hà Nội, ngày 05 tháng 3 năm 2020", "17-12-2019", "17.12.2019".

    Raises:
        DateFormatError: no such day exists, a part is missing, or the text names a period.

    >>> parse_date("Ngày 05 tháng 3 năm 2020")
    datetime.date(2020, 3, 5)
    >>> parse_date("tháng 12/2023")
    Traceback (most recent call last):
    mttq.errors.DateFormatError: 'tháng 12/2023': không phải ngày đầy đủ; đây là tháng, dùng parse_period
    """
    period = parse_period(text)
    if isinstance(period, Period) and period.kind is PeriodKind.DAY and period.first_day:
        return period.first_day
    what = (
        Phrase("thiếu năm, dùng parse_period")
        if isinstance(period, PartialDate)
        else _KINDS.get(period.kind, Phrase("đây là một kỳ, dùng parse_period"))
    )
    raise DateFormatError(text, Phrase("không phải ngày đầy đủ"), what)


@former_arguments("0.2", "style")
def format_date(day: date | PartialDate, *, style: DateStyle = "nd30", lang: Lang = "vi") -> str:
    """Write a date, or the parts that are known of it.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, puts a 0 before days below 10 and before months 1 and 2 only.

    Args:
        day: what to write.
        style: by the decree in words, "nd30" (ngày 05 tháng 3 năm 2020), or in digits, "short" (05/3/2020);
            "slash" (5/3/2020) or "padded" (05/03/2020).
        lang: the language; in English a day is always "5 March 2020".

    Raises:
        TypeError: a `datetime` was given, whose time of day would be lost.
        ValueError: no such style.

    >>> [format_date(date(2020, 3, 5), style=style) for style in ("nd30", "short", "slash", "padded")]
    ['ngày 05 tháng 3 năm 2020', '05/3/2020', '5/3/2020', '05/03/2020']
    >>> format_date(date(2020, 3, 5), lang="en")
    '5 March 2020'
    """
    if isinstance(day, datetime):
        raise unfit("format_date", date | PartialDate, day, Phrase("; {}", Phrase("dùng .date()")))
    return format_period(day if isinstance(day, PartialDate) else PartialDate.of(day), style=style, lang=lang)


_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_WORDED: Final = regex(
    r"[^0-9]*\b(?:ngày|tháng|qu[ýí]|năm|giai đoạn|k[ỳì]|sáng|trưa|chiều|tối|đêm|hôm|thứ|nhật|lễ|dịp|m[ùồ]ng"
    r"|tuần)\b"
    r"|.*(?:đầu|cuối) +năm|[^0-9]+ [0-9].* tháng\b|[^ ]+ +tháng +(?:của +)?năm"
)
_LINKED: Final = regex(r"(?:\D* )?(?:từ|trước|đến|tới) |[0-9]{4} *-|.* (?:đến|tới) ")
_MONTHS_LINKED: Final = regex("[0-9]{1,2}[-/.][0-9]{4} *- *[0-9]{1,2}[-/.][0-9]{4}")
_POINTED: Final = regex(
    r"(?:tính|kể|bắt đầu|chậm nhất|muộn nhất|trễ nhất|hạn \w+|không \w+ \w+|không quá|(?:đến|tới) +hết)\b"
    "|từ .*[0-9] +(?:đến|tới) "
)
_LOOSE_YEAR: Final = regex(r"(?:[0-9]|i|v)(?: *,| ) *[0-9]{4}\Z")  # "tháng 5, 2024"
_WORD: Final = regex(r" *(?:[^\W0-9_]|%)")
_SPAN_AFTER_A_COUNT: Final = regex(r"(?<=[0-9] )năm +(?=[0-9]{4} *-)")
_NUMBER_OF_A_DOCUMENT: Final = regex(r"(?:\bsố|\bsố:) \Z")
_TODAY: Final = regex(r"\b(?:nay|mai|qua),? \(\Z")
_SINCE_THEN: Final = regex(r"(?<!tăng )(?<!giảm )(?<!nâng )từ ")
_UNTIL_NOW: Final = regex(r"[^0-9.;:\n\t]* (?:đến|tới) (?:nay|hết|ngày)\b")
_PARTS_OF_A_YEAR: Final = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.FIRST_MONTHS)
_REACH: Final = 16  # letters before a date that are looked at


def find_dates(text: str) -> list[tuple[Period | PartialDate, tuple[int, int]]]:
    """Find every date and period in running text, the longest reading first.

    A bare "5/10" counts only after a word such as "ngày" or "sáng", since it may be a ratio; what has no such
    word at all must hold a full date, or a year and a link ("từ", "đến", "-") with no counted thing after it.
    Each item of a list is a period of its own; what is printed once after them ("quý I, II năm 2023") is said
    of each.  Document symbols, the years in names of laws, days of the lunar calendar, impossible days and
    years outside 1800-2099 are passed over.

    Returns:
        Each value with its (start, end), places in the text as given, in their order.

    Raises:
        FieldError: what was given is no text.

    >>> text = "Kết luận 62-KL/TW, ngày 08/12/2009; 5/10 thôn đạt trong năm 2019"
    >>> [(period.iso, text[start:end]) for period, (start, end) in find_dates(text)]
    [('2009-12-08', 'ngày 08/12/2009'), ('2019', 'năm 2019')]
    >>> [period.iso for period, _ in find_dates("quý I, II năm 2023; rằm tháng 8; Luật Thanh niên năm 2020")]
    ['2023-Q1', '2023-Q2']
    """
    plain = lay_out(text)
    return [(period, plain.origin(*place)) for period, place in dates_in(plain.text)]


def dates_in(plain: str) -> list[tuple[Period | PartialDate, tuple[int, int]]]:
    """Find the dates and periods of a plain text (`mttq.vi._layout`), each with its place in it."""
    from mttq.vi._period_context import blank, lower
    from mttq.vi._period_lists import find_lists

    lowered = lower(plain)
    searched = blank(lowered)
    lists = list(find_lists(searched))
    dates = [date for _, _, listed in lists for date in listed]
    dates += _singles(mask(searched, ((start, end) for start, end, _ in lists), "·"))
    return [
        (period, place)
        for period, place in _of_the_same_year(searched, sorted(dates, key=lambda found: found[1]))
        if not _names_a_law(period, plain, lowered, place)
    ]


def _of_the_same_year(searched: str, dates: list[Found]) -> list[Found]:
    """Say the year of "quý II và 6 tháng đầu năm 2025" of both: the first lies within the second."""
    told = dates[:]
    for place, ((first, (_, end)), (whole, (start, _))) in enumerate(pairwise(dates)):
        if isinstance(whole, Period) and whole.kind in _PARTS_OF_A_YEAR and searched[end:start] == " và ":
            told[place] = _in_the_year_of(whole, first), dates[place][1]
    return told


def _in_the_year_of(whole: Period, part: Period | PartialDate) -> Period | PartialDate:
    """Return a month or quarter with the year of the period in which it lies."""
    start = part.start if isinstance(part, Period) else part
    if not whole.start or not whole.end or not start or start.year or start.day or not start.month:
        return part
    year, months = whole.start.year, range(whole.start.month or 1, (whole.end.month or 12) + 1)
    if isinstance(part, PartialDate):
        return Period.month(year, start.month) if year and start.month in months else part
    inside = year and part.kind is PeriodKind.QUARTER and {start.month, start.month + 2} <= {*months}
    return Period.quarter(year, start.month // 3 + 1) if inside else part


def _singles(searched: str) -> Iterator[tuple[Period | PartialDate, tuple[int, int]]]:
    from mttq.vi._period_grammar import IN_TEXT

    position = 0
    while found := IN_TEXT.search(searched, position):
        period = _read_in_text(found)
        position = found.start() + 1 if period is None else found.end()
        if period is not None:
            closing = "(" in found[0] and searched.startswith(")", found.end())
            counted = _SPAN_AFTER_A_COUNT.match(searched, found.start())  # "kế hoạch 5 năm 2021-2025"
            start = counted.end() if counted else found.start()
            yield period, (start, found.end() + closing)


def _read_in_text(found: re.Match[str]) -> Period | PartialDate | None:
    from mttq.vi._period_grammar import read

    try:
        period = read(found)
    except ValueError:
        return None
    return period if _is_meant(period, found) else None


def _is_meant(period: Period | PartialDate, found: re.Match[str]) -> bool:
    """Distinguish a date from a ratio or a duration by the words in it and around it."""
    from mttq.vi._period_grammar import COUNTED, MAY_COUNT

    points = (period,) if isinstance(period, PartialDate) else (period.start, period.end)
    known = [point for point in points if point and point.year is not None]
    if not all(_FIRST_YEAR <= (point.year or 0) <= _LAST_YEAR for point in known):
        return False
    if _LOOSE_YEAR.search(found[0]) and MAY_COUNT.match(found.string, found.end()):
        return False
    if any(point.day for point in known):
        return True
    if _WORDED.match(found[0]):
        return bool(known) or not COUNTED.match(found.string, found.end())
    start, end = found.span()
    if _MONTHS_LINKED.fullmatch(found[0]):
        return not _NUMBER_OF_A_DOCUMENT.search(found.string, max(0, start - _REACH), start)
    if _TODAY.search(found.string, max(0, start - _REACH), start):  # "đến nay (30/4)"
        return True
    if _SINCE_THEN.match(found.string, start) and _UNTIL_NOW.match(found.string, end):
        return True
    frame = _LINKED if known else _POINTED
    return bool(frame.match(found[0])) and not _WORD.match(found.string, found.end())


_OF_A_LAW: Final = regex("(?:bộ )?luật |hiến pháp|pháp lệnh |điều lệ ")
_LONGEST_NAME: Final = 200  # of a law, letters
_WORDS_IN_A_NAME: Final = 3  # "Luật sửa đổi … của Luật Phổ biến, giáo dục pháp luật năm 2012"


def _names_a_law(period: Period | PartialDate, plain: str, lowered: str, place: tuple[int, int]) -> bool:
    """Return whether a year belongs to the name of a law ("Luật Thanh niên năm 2020") and is no period."""
    if not isinstance(period, Period) or period.kind is not PeriodKind.YEAR:
        return False
    start, end = place
    words = [word.start() for word in _OF_A_LAW.finditer(lowered, max(0, start - _LONGEST_NAME), start)]
    if not words:
        return False
    from mttq.vi.documents import citation_at
    from mttq.vi.documents._kinds import LAWS

    named = filter(None, (citation_at(plain, word) for word in words[: -_WORDS_IN_A_NAME - 1 : -1]))
    return any(
        ref.kind in LAWS
        and end <= ends
        and (ref.symbol is None or period.start == PartialDate(year=ref.year))  # else the time of the work
        for ref, (_, ends) in named
    )
