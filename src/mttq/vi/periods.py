"""Periods in Vietnamese notation: months, quarters, terms, intervals, "9 tháng đầu năm", "tính đến …".

The grammar has two steps.  A *point* names a day, month, year, quarter or half-year; a *shape* puts points
together ("từ … đến …", "tính đến …").  Patterns are written with plain spaces and compiled to allow any.
"""

import re
from datetime import timedelta
from typing import Final, Literal

import attrs

from mttq.errors import DateFormatError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi.text import clean

__all__ = ["DateStyle", "format_period", "parse_period"]

DateStyle = Literal["nd30", "slash", "padded"]
"""How a day is written: "ngày 05 tháng 3 năm 2020" (Decree 30/2020), "5/3/2020", "05/03/2020"."""

_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
_COUNTS: Final = {"ba": 3, "sáu": 6, "chín": 9}

_DAY: Final = "(?P<day>[0-9]{1,2})"
_MONTH: Final = "(?P<month>[0-9]{1,2})"
_YEAR: Final = "(?P<year>[0-9]{4})"
_OF_YEAR: Final = f"(?:,? năm |, ?| ?[-/.] ?| ){_YEAR}"
_VAGUE: Final = "(?:(?:đầu|giữa|cuối) )?"
_BLANK: Final = r"[\s.…_]+"  # an unsigned draft: "ngày … tháng … năm 2026"

_PART_OF_DAY: Final = "(?:sáng|trưa|chiều|tối|đêm|hôm)(?: nay)?,? ?"
_WEEKDAY: Final = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?(?: -)? ?"
_NAMED_DAY: Final = (  # "ngày Thương binh liệt sỹ 27/7", "Ngày truyền thống MTTQ Việt Nam (18/11)"
    "(?:thương binh|truyền thống|thành lập|quốc tế|quốc khánh|giải phóng|nhà giáo|gia đình|pháp luật|phụ nữ"
    r"|bầu cử)(?: [^\W0-9]+){0,8} \(?"
)
_BEFORE_DAY: Final = (
    f"(?:{_PART_OF_DAY})?(?:{_WEEKDAY})?(?:dịp )?(?:lễ )?(?:ngày:? (?:{_NAMED_DAY})?)?(?:m[ùồ]ng )?"
)
_DAYS: Final = tuple(
    _BEFORE_DAY + day
    for day in (
        *(f"{_DAY} ?{mark} ?{_MONTH} ?{mark} ?{_YEAR}" for mark in ("/", "-", r"\.")),
        f"{_DAY} tháng {_MONTH}{_OF_YEAR}",
        f"{_DAY} tháng {_MONTH}",
        f"{_DAY}[-/.]{_MONTH}",
    )
)
_POINTS: Final = (
    *_DAYS,
    f"{_VAGUE}(?:ngày{_BLANK})?tháng {_MONTH}{_OF_YEAR}",
    f"{_MONTH}[-/.]{_YEAR}",
    f"{_VAGUE}tháng {_MONTH}",
    f"{_VAGUE}(?:ngày{_BLANK}tháng{_BLANK})?năm {_YEAR}",
    f"qu[ýí] (?P<quarter>IV|I{{1,3}}|0?[1-4])(?:{_OF_YEAR})?",
    f"(?P<months>[0-9]{{1,2}}|{'|'.join(_COUNTS)}) tháng (?P<side>đầu|cuối) năm(?! học)(?: {_YEAR})?",
)


def _unnamed(*patterns: str) -> str:
    return "(?:" + "|".join(re.sub(r"\(\?P<[a-z]+>", "(?:", pattern) for pattern in patterns) + ")"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


_SINCE: Final = "(?:(?:tính |kể |bắt đầu )?từ )"
_TO: Final = "(?: - | -|- |-(?![0-9]{1,2}-)|,? (?:cho )?(?:đến|tới)(?: hết)? )"
_POINT: Final = _unnamed(*_POINTS)
_SHAPES: Final = (
    rf"(?:(?P<term>nhiệm k[ỳì][\s(:]+)|(?:giai đoạn|thời k[ỳì]|năm học)[\s(:]+)?{_SINCE}?"
    rf"(?:năm )?(?P<first_year>[0-9]{{4}}){_TO}(?:năm )?(?P<last_year>[0-9]{{4}}|nay)",
    f"{_SINCE}?{_BEFORE_DAY}(?P<first_day>[0-9]{{1,2}}){_TO}(?P<end>{_unnamed(*_DAYS)})",
    f"(?:giai đoạn )?{_SINCE}?(?:(?P<start>{_POINT})|(?P<new_year>đầu năm)){_TO}(?P<end>{_POINT}|nay)",
    f"(?:(?P<before>(?:đến )?trước )|(?P<until>(?:tính )?(?:đến|tới)(?: hết)? )|(?P<since>{_SINCE}))"
    f"(?P<point>{_POINT}|[0-9]{{4}})",
    f"(?P<point>{_POINT})",
)
_READ_POINTS: Final = tuple(map(_compile, (*_POINTS, _YEAR)))
_READ_SHAPES: Final = tuple(map(_compile, _SHAPES))

IN_TEXT: Final = _compile(
    r"(?<!\w)(?:(?<!\w[-/.,])|(?=\D))(?<!(?:mỗi|một)\s)(?<!(?:hàng|hằng)\s)(?<!thứ\s)(?<!/)"
    r"(?:(?<![0-9]\s)|(?!tháng))" + _unnamed(*_SHAPES) + r"(?!\w|/|[-.][0-9])"  # "2 tháng 5 người"
)
"""What may be a period in running text; `read` says whether it is one, `find_dates` whether it is meant."""

_CLOCK: Final = _compile(
    r"\b[0-9]{1,2}(?:(?::[0-9]{2}){1,2}(?: GMT\+7)?| ?(?:h[0-9]{0,2}|giờ)\b(?: [0-9]{1,2}(?: phút|(?=,)))?)"
)
_PLACE: Final = (
    r"(?!ngày|tháng|năm|qu[ýí]|từ|đến|trước)"
    r"(?:[^,0-9]*(?:quận|phường) [0-9]{1,2}|[^\W0-9_][^,0-9]*), ?(?=ngày)"
)
_LEAD: Final = _compile(
    r"(?:(?:trong [0-9]{1,2} ngày(?= [0-9])|trong|vào|lúc|đăng|cập nhật|sinh|khóa [IVXLC]+|số liệu)[,: ]+"
    rf"|{_PLACE})*"
)
_TAIL: Final = _compile(" (?:này|h[ằà]ng năm|vừa qua|trở đi)$")


def blank_clock(text: str) -> str:
    """Put spaces in the place of every time of day, since periods are made of whole days."""
    return _CLOCK.sub(lambda clock: " " * len(clock[0]), text)


def read(text: str) -> Period | PartialDate | None:
    """Read a text that holds a period and nothing else; None if it has no such shape.

    Raises:
        ValueError: the text has the shape of a period, but no such day exists or the ends are reversed.
    """
    for shape in _READ_SHAPES:
        if found := shape.fullmatch(text):
            return _settle(_read_shape({name: part for name, part in found.groupdict().items() if part}))
    return None


def _read_shape(parts: dict[str, str]) -> Period:
    if "first_year" in parts:
        kind = PeriodKind.TERM if "term" in parts else PeriodKind.INTERVAL
        return Period(kind=kind, start=_point(parts["first_year"]).start, end=_end(parts["last_year"]))
    if "first_day" in parts:
        return _days(int(parts["first_day"]), _end(parts["end"]))
    if "new_year" in parts:
        return _range(PartialDate(month=1, day=1), _end(parts["end"]))
    if "start" in parts:
        return _range(_point(parts["start"]).start, _end(parts["end"]))
    point = _point(parts["point"])
    if "until" in parts:
        return Period.interval(None, point.end)
    if "since" in parts:
        return Period.interval(point.start, None)
    if "before" in parts:
        if point.first_day is None:
            raise ValueError("chưa biết năm nên chưa biết ngày liền trước")
        return Period.until(PartialDate.of(point.first_day - timedelta(days=1)))
    return point


def _settle(period: Period) -> Period | PartialDate:
    """A single day or month whose year is unknown is no stretch of time yet."""
    single = period.kind in (PeriodKind.DAY, PeriodKind.MONTH)
    return period.start if single and period.start and period.start.year is None else period


def _days(first: int, end: PartialDate | None) -> Period:
    if end and end.day and first > end.day:  # within one month, of whatever year
        raise ValueError(f"{first}..{end.day}/{end.month} bị ngược")
    return Period.interval(end and attrs.evolve(end, day=first), end)


def _range(start: PartialDate | None, end: PartialDate | None) -> Period:
    if start and end and start.year is None:  # "từ ngày 25-8 đến ngày 20-11-2025"
        start = attrs.evolve(start, year=end.year)
    return Period.interval(start, end)


def _end(text: str) -> PartialDate | None:
    return None if text.casefold() == "nay" else _point(text).end


def _point(text: str) -> Period:
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _READ_POINTS)))
    parts = {name: part for name, part in found.groupdict().items() if part}
    year, month, day = (int(parts[name]) if name in parts else None for name in ("year", "month", "day"))
    if "quarter" in parts:
        return Period.quarter(year, _ROMAN.get(parts["quarter"].upper()) or int(parts["quarter"]))
    if "months" in parts:
        count = _COUNTS.get(parts["months"].casefold()) or int(parts["months"])
        return _months(year, count, parts["side"].casefold())
    point = PartialDate(year=year, month=month, day=day)
    kind = PeriodKind.DAY if day else PeriodKind.MONTH if month else PeriodKind.YEAR
    return Period(kind=kind, start=point, end=point)


def _months(year: int | None, count: int, side: str) -> Period:
    if side == "đầu":
        return Period.first_months(year, count)
    if count == 6:  # noqa: PLR2004 - half a year
        return Period.half_year(year, 2)
    return Period.interval(PartialDate(year=year, month=13 - count), PartialDate(year=year, month=12))


def parse_period(text: str) -> Period | PartialDate:
    """Read a date, a month, a quarter, a term or any other stretch of time, never inventing a missing part.

    What lacks its year is a `PartialDate` if it is a single day or month, else a `Period` whose ends lack it.
    A year (or month) printed once at the end of a range belongs to both ends.  "từ …" leaves the end open,
    "đến …", "tính đến …", "đến hết …" the start; "trước …" ends on the day before.  Times of day, days of the
    week, "đầu", "giữa", "cuối" before a month or year and a place before "ngày" are read over.

    Raises:
        DateFormatError: the text names no period, names an impossible day, or its ends are reversed.

    >>> [parse_period(text).iso for text in ("quý IV/2023", "tháng 12/2023", "nhiệm kỳ 2025 - 2030", "27/7")]
    ['2023-Q4', '2023-12', '2025/2030', '--07-27']
    >>> [parse_period(text).iso for text in ("từ ngày 17/10 đến ngày 18/11/2019", "Tính đến 16h ngày 29/10")]
    ['2019-10-17/2019-11-18', '../--10-29']
    """
    try:
        period = read(_core(text))
    except ValueError as fault:
        reason = str(fault).partition(": ")[2] or str(fault)
        hint = "thứ tự là ngày/tháng/năm" if "không có" in reason else "ghi đủ năm ở mỗi đầu"
        raise DateFormatError(text, reason, hint) from None
    if period is None:
        raise DateFormatError(text, "không đọc được ngày hoặc kỳ", _hint(clean(text)))
    return period


def _core(text: str) -> str:
    """Take the words around a period off."""
    bare = " ".join(re.sub("[][()]", " ", blank_clock(clean(text))).split()).strip(" ,;:.|-")
    return _TAIL.sub("", bare[lead.end() :] if (lead := _LEAD.match(bare)) else bare)


_HINTS: Final = {
    r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}": "viết năm đủ bốn chữ số",
    r"[0-9]{4}([/.-])[0-9]{1,2}\1[0-9]{1,2}": "viết ngày trước tháng, tháng trước năm: 17/12/2019",
    "[0-9]+ (?:năm|tháng|ngày)": "đây là một khoảng dài, không phải thời điểm",
    "[0-9]+": "chỉ có một số: viết thêm tháng, năm",
}


def _hint(text: str) -> str:
    fitting = (hint for shape, hint in _HINTS.items() if re.fullmatch(shape, text, re.IGNORECASE))
    return next(fitting, "ví dụ: tháng 12/2023, quý IV/2023, giai đoạn 2021 - 2025")


def format_period(period: Period | PartialDate, style: DateStyle = "nd30") -> str:
    """Write a period as `parse_period` reads it.

    Args:
        period: what to write.
        style: how its days and months are written.

    Raises:
        ValueError: only the end has a year, which in writing would be the year of both.

    >>> format_period(Period.month(2024, 2)), format_period(Period.term(2025, 2030))
    ('tháng 02/2024', 'nhiệm kỳ 2025 - 2030')
    >>> format_period(parse_period("17.10 - 18.11.2021"), style="slash")
    'từ 17/10/2021 đến 18/11/2021'
    """
    if isinstance(period, PartialDate):
        return _format_point(period, style)
    if period.start and period.end:
        return _format_stretch(period, period.start, period.end, style)
    ends = (("từ", period.start), ("đến hết", period.end))
    return "".join(f"{word} {_format_point(point, style)}" for word, point in ends if point)


def _format_stretch(period: Period, start: PartialDate, end: PartialDate, style: DateStyle) -> str:
    year = "" if end.year is None else f" {end.year:04d}"
    match period.kind:
        case PeriodKind.DAY | PeriodKind.MONTH | PeriodKind.YEAR:
            return _format_point(start, style)
        case PeriodKind.QUARTER:
            return f"quý {list(_ROMAN)[(end.month or 0) // 3 - 1]}" + year.replace(" ", "/")
        case PeriodKind.HALF_YEAR:
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm{year}"
        case PeriodKind.FIRST_MONTHS:
            return f"{end.month} tháng đầu năm{year}"
        case _:
            return _format_interval(period, start, end, style)


def _format_interval(period: Period, start: PartialDate, end: PartialDate, style: DateStyle) -> str:
    if start.month is None and end.month is None:
        frame = "nhiệm kỳ" if period.kind is PeriodKind.TERM else "giai đoạn"
        return f"{frame} {start.year:04d} - {end.year:04d}"
    if start.year is None and end.year is not None:
        raise ValueError(f"{period}: chỉ có năm của ngày cuối, viết ra sẽ thành năm của cả hai")
    return f"từ {_format_point(start, style)} đến {_format_point(end, style)}"


def _format_point(point: PartialDate, style: DateStyle) -> str:
    year, month, day = point.year, point.month, point.day
    if month is None:
        return f"năm {year:04d}"
    months = f"{month:02d}" if style == "padded" or (style == "nd30" and month < 3) else str(month)  # noqa: PLR2004
    if day is None:
        return f"tháng {months}" + ("" if year is None else f"/{year:04d}")
    if style == "nd30":
        return f"ngày {day:02d} tháng {months}" + ("" if year is None else f" năm {year:04d}")
    days = f"{day:02d}" if style == "padded" else str(day)
    return f"{days}/{months}" + ("" if year is None else f"/{year:04d}")
