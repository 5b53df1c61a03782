"""Periods in Vietnamese notation: months, quarters, terms, intervals, "9 tháng đầu năm", "tính đến …"."""

import re
from datetime import date
from typing import Final, Literal, get_args

from mttq._declared.types import not_among, unfit
from mttq._names.former import former_arguments
from mttq.errors import ArgumentError, ConstraintError, DateFormatError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi._layout import plain_text
from mttq.vi.numbers import ROMAN
from mttq.wording import Lang, Phrase, label

__all__ = ["DateStyle", "format_period", "parse_period"]

DateStyle = Literal["nd30", "short", "slash", "padded"]
"""How a day is written: "ngày 05 tháng 3 năm 2020", "05/3/2020", "5/3/2020", "05/03/2020".

The first two follow Nghị định 30/2020/NĐ-CP: a 0 stands before days below 10 and before months 1 and 2 only.
"""


def parse_period(text: str) -> Period | PartialDate:
    """Read a date, a month, a quarter, a term or any other stretch of time, never inventing a missing part.

    What lacks its year is a `PartialDate` if it is a single day or month, else a `Period` whose ends lack it.
    A year (or month) printed once at the end of a range belongs to both ends.  "từ …" leaves the end open,
    "đến …", "tính đến …", "đến hết …" the start; "trước …" ends on the day before.  Times of day, days of the
    week, "đầu", "giữa", "cuối", "cả" before a month or year and a place before "ngày" are read over.

    Raises:
        DateFormatError: the text names no period, names an impossible day, or its ends are reversed.

    >>> [parse_period(text).iso for text in ("quý IV/2023", "tháng 12/2023", "nhiệm kỳ 2025 - 2030", "27/7")]
    ['2023-Q4', '2023-12', '2025/2030', '--07-27']
    >>> [parse_period(text).iso for text in ("từ ngày 17/10 đến ngày 18/11/2019", "Tính đến 16h ngày 29/10")]
    ['2019-10-17/2019-11-18', '../--10-29']
    """
    from mttq.vi._period_context import bare, is_lunar, lower
    from mttq.vi._period_grammar import IN_TEXT, read
    from mttq.vi._period_lists import find_lists

    words = bare(lower(plain_text(text)))
    try:
        found = IN_TEXT.fullmatch(words)
        period = read(found) if found else None
    except (ArgumentError, ConstraintError) as fault:
        hint = _ORDER if fault.message.startswith("không có") else Phrase("ghi đủ năm ở mỗi đầu")
        raise DateFormatError(text, fault.message, hint) from None
    if period is not None:
        return period
    line = lower(plain_text(text))
    if is_lunar(line):
        raise DateFormatError(text, Phrase("đây là ngày âm lịch"), Phrase("viết ngày dương lịch"))
    if any(find_lists(words)):
        raise DateFormatError(text, Phrase("có nhiều ngày hoặc kỳ"), Phrase("dùng find_dates để đọc từng kỳ"))
    raise DateFormatError(text, Phrase("không đọc được ngày hoặc kỳ"), _hint(line))


_ORDER: Final = Phrase("ghi theo thứ tự ngày/tháng/năm")
_HINTS: Final = {
    r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}": Phrase("viết năm đủ bốn chữ số"),
    r"[0-9]{4}([/.-])[0-9]{1,2}\1[0-9]{1,2}": _ORDER,
    "[0-9]+ (?:năm|tháng|ngày)": Phrase("đây là một khoảng dài, không phải thời điểm"),
    "[0-9]+": Phrase("chỉ có một số: viết thêm tháng, năm"),
}


def _hint(text: str) -> Phrase:
    fitting = (hint for shape, hint in _HINTS.items() if re.fullmatch(shape, text, re.IGNORECASE))
    return next(fitting, Phrase("ví dụ: {}", "“tháng 12/2023”, “quý IV/2023”, “giai đoạn 2021 - 2025”"))


@former_arguments("0.2", "style", "lang")
def format_period(period: Period | PartialDate, *, style: DateStyle = "nd30", lang: Lang = "vi") -> str:
    """Write a period as `parse_period` reads it.

    Args:
        period: what to write.
        style: how its days and months are written in Vietnamese.
        lang: the language; in English a day is always "5 May 2016", a month "January 2020".

    Raises:
        TypeError: what was given is no period.
        ValueError: no such style, or only the end has a year, which in writing would be the year of both.

    >>> format_period(Period.month(2024, 2)), format_period(Period.term(2025, 2030))
    ('tháng 02/2024', 'nhiệm kỳ 2025 - 2030')
    >>> format_period(parse_period("17.10 - 18.11.2021"), style="slash")
    'từ 17/10/2021 đến 18/11/2021'
    >>> format_period(Period.quarter(2023, 4), lang="en"), format_period(Period.month(2020, 1), lang="en")
    ('Q4 2023', 'January 2020')
    """
    if style not in get_args(DateStyle):
        raise not_among("style", get_args(DateStyle), style)
    if isinstance(period, PartialDate):
        return _format_point(period, style, lang)
    if not isinstance(period, Period):
        raise unfit("format_period", Period | PartialDate, period)
    if period.start and period.end:
        return _format_stretch(period, period.start, period.end, style, lang)
    ends = (("từ {}", period.start), ("đến hết {}", period.end))
    return "".join(label(Phrase(frame, _format_point(end, style, lang)), lang) for frame, end in ends if end)


def _format_stretch(
    period: Period, start: PartialDate, end: PartialDate, style: DateStyle, lang: Lang
) -> str:
    year = () if end.year is None else (f"{end.year:04d}",)
    months = end.month or 0
    match period.kind:
        case PeriodKind.DAY | PeriodKind.MONTH | PeriodKind.YEAR:
            return _format_point(start, style, lang)
        case PeriodKind.QUARTER:
            number = list(ROMAN)[months // 3 - 1] if lang == "vi" else months // 3
            said = Phrase("quý {}/{}" if year else "quý {}", number, *year)
        case PeriodKind.HALF_YEAR if start.month == 1:
            said = Phrase("6 tháng đầu năm {}" if year else "6 tháng đầu năm", *year)
        case PeriodKind.HALF_YEAR:
            said = Phrase("6 tháng cuối năm {}" if year else "6 tháng cuối năm", *year)
        case PeriodKind.FIRST_MONTHS:
            said = Phrase("{} tháng đầu năm {}" if year else "{} tháng đầu năm", months, *year)
        case _:
            said = _format_interval(period, start, end, style, lang)
    return label(said, lang)


def _format_interval(
    period: Period, start: PartialDate, end: PartialDate, style: DateStyle, lang: Lang
) -> Phrase:
    if start.month is None and end.month is None:
        frame = "nhiệm kỳ {} - {}" if period.kind is PeriodKind.TERM else "giai đoạn {} - {}"
        return Phrase(frame, f"{start.year:04d}", f"{end.year:04d}")
    if start.year is None and end.year is not None:
        only = Phrase("chỉ có năm của ngày cuối, viết ra sẽ thành năm của cả hai")
        raise ArgumentError(Phrase("{}: {}", period.iso, only))
    return Phrase("từ {} đến {}", _format_point(start, style, lang), _format_point(end, style, lang))


def _format_point(point: PartialDate, style: DateStyle, lang: Lang) -> str:
    """Write a day, a month or a year, with the parts that are known."""
    if lang != "vi":
        return _by_locale(point, lang)
    year = "" if point.year is None else f"{point.year:04d}"
    if point.month is None:
        return f"năm {year}"
    decree = style in ("nd30", "short")
    padded = style == "padded" or (decree and point.month < 3)  # noqa: PLR2004
    month = f"{point.month:02d}" if padded else str(point.month)
    in_year = month + (f" năm {year}" if style == "nd30" and point.day and year else year and f"/{year}")
    if point.day is None:
        return f"tháng {in_year}"
    day = str(point.day) if style == "slash" else f"{point.day:02d}"
    if style == "nd30":
        return f"ngày {day} tháng {in_year}"
    is_alone = style == "short" and not year  # "27/7" may be two of seven
    return f"ngày {day}/{in_year}" if is_alone else f"{day}/{in_year}"


def _by_locale(point: PartialDate, lang: Lang) -> str:
    """Write "5 May 2016", "January 2020", "2019", "27 July", as the Unicode CLDR names the months."""
    from babel.dates import format_date

    parts = (("d", point.day), ("MMMM", point.month), ("yyyy", point.year))
    pattern = " ".join(letters for letters, part in parts if part is not None)
    leap_year = 2000
    return format_date(date(point.year or leap_year, point.month or 1, point.day or 1), pattern, locale=lang)
