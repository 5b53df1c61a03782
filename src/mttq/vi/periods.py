"""Periods in Vietnamese notation: months, quarters, terms, intervals, "9 tháng đầu năm", "tính đến …"."""

import re
from typing import Final, Literal, get_args

from mttq.errors import DateFormatError, FieldError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi._layout import plain_text
from mttq.vi.numbers import ROMAN
from mttq.wording import Lang, Phrase, label

__all__ = ["DateStyle", "format_period", "parse_period"]

DateStyle = Literal["nd30", "slash", "padded"]
"""How a day is written: "ngày 05 tháng 3 năm 2020" (Decree 30/2020), "5/3/2020", "05/03/2020"."""


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
    except ValueError as fault:
        reason = str(fault).partition(": ")[2] or str(fault)
        hint = "thứ tự là ngày/tháng/năm" if "không có" in reason else "ghi đủ năm ở mỗi đầu"
        raise DateFormatError(text, reason, hint) from None
    if period is not None:
        return period
    line = lower(plain_text(text))
    if is_lunar(line):
        raise DateFormatError(text, "đây là ngày âm lịch", "viết ngày dương lịch")
    if any(find_lists(words)):
        raise DateFormatError(text, "có nhiều ngày hoặc kỳ", "dùng find_dates để đọc từng kỳ")
    raise DateFormatError(text, "không đọc được ngày hoặc kỳ", _hint(line))


_HINTS: Final = {
    r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}": "viết năm đủ bốn chữ số",
    r"[0-9]{4}([/.-])[0-9]{1,2}\1[0-9]{1,2}": "viết ngày trước tháng, tháng trước năm: 17/12/2019",
    "[0-9]+ (?:năm|tháng|ngày)": "đây là một khoảng dài, không phải thời điểm",
    "[0-9]+": "chỉ có một số: viết thêm tháng, năm",
}


def _hint(text: str) -> str:
    fitting = (hint for shape, hint in _HINTS.items() if re.fullmatch(shape, text, re.IGNORECASE))
    return next(fitting, "ví dụ: tháng 12/2023, quý IV/2023, giai đoạn 2021 - 2025")


def format_period(period: Period | PartialDate, style: DateStyle = "nd30", lang: Lang = "vi") -> str:
    """Write a period as `parse_period` reads it.

    Args:
        period: what to write.
        style: how its days and months are written.
        lang: the language of the words around the digits.

    Raises:
        TypeError: what was given is no period.
        ValueError: no such style, or only the end has a year, which in writing would be the year of both.

    >>> format_period(Period.month(2024, 2)), format_period(Period.term(2025, 2030))
    ('tháng 02/2024', 'nhiệm kỳ 2025 - 2030')
    >>> format_period(parse_period("17.10 - 18.11.2021"), style="slash")
    'từ 17/10/2021 đến 18/11/2021'
    >>> format_period(Period.quarter(2023, 4), lang="en")
    'quarter IV/2023'
    """
    if style not in get_args(DateStyle):
        raise ValueError(f"style phải là {', '.join(map(repr, get_args(DateStyle)))}; không phải {style!r}")
    if isinstance(period, PartialDate):
        return label(_format_point(period, style), lang)
    if not isinstance(period, Period):
        raise FieldError(f"cần Period hoặc PartialDate, không phải {period!r}")
    if period.start and period.end:
        return label(_format_stretch(period, period.start, period.end, style), lang)
    ends = (("từ {}", period.start), ("đến hết {}", period.end))
    return "".join(label(Phrase(word, _format_point(point, style)), lang) for word, point in ends if point)


def _format_stretch(period: Period, start: PartialDate, end: PartialDate, style: DateStyle) -> Phrase:
    year = "" if end.year is None else f" {end.year:04d}"
    match period.kind:
        case PeriodKind.DAY | PeriodKind.MONTH | PeriodKind.YEAR:
            return _format_point(start, style)
        case PeriodKind.QUARTER:
            return Phrase("quý {}{}", list(ROMAN)[(end.month or 0) // 3 - 1], year.replace(" ", "/"))
        case PeriodKind.HALF_YEAR:
            return Phrase("6 tháng đầu năm{}" if start.month == 1 else "6 tháng cuối năm{}", year)
        case PeriodKind.FIRST_MONTHS:
            return Phrase("{} tháng đầu năm{}", end.month or 0, year)
        case _:
            return _format_interval(period, start, end, style)


def _format_interval(period: Period, start: PartialDate, end: PartialDate, style: DateStyle) -> Phrase:
    if start.month is None and end.month is None:
        frame = "nhiệm kỳ {} - {}" if period.kind is PeriodKind.TERM else "giai đoạn {} - {}"
        return Phrase(frame, f"{start.year:04d}", f"{end.year:04d}")
    if start.year is None and end.year is not None:
        raise ValueError(f"{period}: chỉ có năm của ngày cuối, viết ra sẽ thành năm của cả hai")
    return Phrase("từ {} đến {}", _format_point(start, style), _format_point(end, style))


def _format_point(point: PartialDate, style: DateStyle) -> Phrase:
    month, day = point.month, point.day
    year = () if point.year is None else (f"{point.year:04d}",)
    if month is None:
        return Phrase("năm {}", *year)
    months = f"{month:02d}" if style == "padded" or (style == "nd30" and month < 3) else str(month)  # noqa: PLR2004
    if day is None:
        return Phrase("tháng {}/{}" if year else "tháng {}", months, *year)
    if style == "nd30":
        return Phrase("ngày {} tháng {} năm {}" if year else "ngày {} tháng {}", f"{day:02d}", months, *year)
    days = f"{day:02d}" if style == "padded" else str(day)
    return Phrase("{}/{}/{}" if year else "{}/{}", days, months, *year)
