"""The grammar of Vietnamese dates and periods.

A *point* names a day, month, year, quarter or part of a year; a *shape* puts points together ("từ … đến …",
"tính đến …").  A space in a pattern matches several, for times of day are blanked out.  To
compile them takes longer than to import all the rest, so this module is imported where it is first used.
"""

import re
from datetime import date, timedelta
from typing import Final

import attrs

from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi._layout import plain_text
from mttq.vi.numbers import ROMAN

__all__ = ["IN_TEXT", "bare", "blank_clock", "read"]

_LEAP_YEAR: Final = 2000
_COUNTS: Final = {"ba": 3, "sáu": 6, "chín": 9, "mười": 10}

_DAY: Final = "(?P<day>[0-9]{1,2})"
_MONTH: Final = "(?P<month>[0-9]{1,2})"
_YEAR: Final = "(?P<year>[0-9]{4})"
_OF_YEAR: Final = f"(?:,? năm |, ?| ?[-/.] ?| ){_YEAR}"
_VAGUE: Final = "(?:(?:đầu|giữa|cuối|cả) )?"
_BLANK: Final = r"[\x20.…_]+"  # an unsigned draft: "ngày … tháng … năm 2026"

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
        f"{_DAY},? tháng {_MONTH}{_OF_YEAR}",
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
    return "(?:" + "|".join(re.sub(r"\(\?P<[a-z_]+>", "(?:", pattern) for pattern in patterns) + ")"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", " *").replace(" ", " +").replace(" +*", " *"), re.IGNORECASE)


_SINCE: Final = "(?:(?:tính |kể |bắt đầu )?từ )"
_UNTIL: Final = "(?:(?:tính )?(?:đến|tới)(?: hết)?|hết) (?:thời điểm )?"
_TO: Final = "(?: - | -|- |-(?![0-9]{1,2}-)|,? (?:cho )?(?:đến|tới)(?: hết)? )"
_POINT: Final = _unnamed(*_POINTS)
_SHAPES: Final = (
    rf"(?:(?P<term>nhiệm k[ỳì](?: [IVXLC]+)?[\x20(:,]+)|(?:giai đoạn|thời k[ỳì]|năm học)[\x20(:]+)?{_SINCE}?"
    rf"(?:năm )?(?P<first_year>[0-9]{{4}}){_TO}(?:năm )?(?P<last_year>[0-9]{{4}}|nay)",
    f"{_SINCE}?{_BEFORE_DAY}(?P<first_day>[0-9]{{1,2}}){_TO}(?P<end>{_unnamed(*_DAYS)})",
    f"(?:giai đoạn )?{_SINCE}?(?:(?P<start>{_POINT})|(?P<new_year>đầu năm)){_TO}(?P<end>{_POINT}|nay)",
    f"(?:(?P<before>(?:đến )?trước )|(?P<until>{_UNTIL})|(?P<since>{_SINCE}))(?P<point>{_POINT}|[0-9]{{4}})",
    f"(?P<point>{_POINT})",
)
_READ_POINTS: Final = tuple(map(_compile, (*_POINTS, _YEAR)))
_READ_SHAPES: Final = tuple(map(_compile, _SHAPES))

_FIRST: Final = (  # how a shape may begin: looking for this first makes searching a report ten times faster
    r"(?<!\w)(?=[0-9]|ngày|tháng|năm|qu[ýí]|nhiệm|giai|thời|từ|tính|kể|bắt|đến|tới|hết|trước|đầu|giữa|cuối|cả"
    rf"|sáng|trưa|chiều|tối|đêm|hôm|thứ|chủ|dịp|lễ|m[ùồ]ng|{'|'.join(_COUNTS)})"
)
IN_TEXT: Final = _compile(
    _FIRST + r"(?:(?<!\w[-/.,])|(?=\D))(?<!(?:mỗi|một)\x20)(?<!(?:hàng|hằng)\x20)(?<!thứ\x20)(?<!/)"
    r"(?:(?<![0-9]\x20)|(?!tháng))" + _unnamed(*_SHAPES) + r"(?!\w|/|[-.][0-9])"  # "2 tháng 5 người"
)
"""What may be a period in running text; `read` says whether it is one, `find_dates` whether it is meant."""

_HOUR: Final = (
    r"\b[0-9]{1,2}(?:(?::[0-9]{2}){1,2}(?: GMT\+7)?"
    r"| ?(?:[hg][0-9]{0,2}|giờ)\b(?: [0-9]{1,2}(?: phút|(?=,)))?)'?"
)
_CLOCK: Final = _compile(f"(?:từ )?{_HOUR} ?(?:-|đến|tới) ?{_HOUR}|(?P<before>trước )?{_HOUR}")
_PLACE: Final = (
    r"(?!ngày|tháng|năm|qu[ýí]|từ|đến|trước)"
    r"(?:[^,0-9]*(?:quận|phường) [0-9]{1,2}|[^\W0-9_][^,0-9]*), ?(?=ngày)"
)
_LEAD: Final = _compile(
    r"^(?:(?:trong(?: [0-9]{1,2} ngày(?= [0-9]))?|vào|lúc|đăng|cập nhật|sinh|số liệu|kh(?:óa|oá) [IVXLC]+)"
    rf"[\x20,:]+|{_PLACE})*"
)
_TAIL: Final = _compile(" (?:này|h[ằà]ng năm|vừa qua|trở đi)$")


def blank_clock(text: str) -> str:
    """Put spaces in the place of every time of day, since periods are made of whole days.

    "trước 17h ngày 15/11" still includes that day, so its "trước" becomes "đến".
    """
    return _CLOCK.sub(lambda clock: ("đến" if clock["before"] else "").ljust(len(clock[0])), text)


def bare(text: str) -> str:
    """Clean a text and take off what may stand around a period: brackets, times of day, a place."""
    words = " ".join(re.sub("[][()]", " ", blank_clock(plain_text(text))).split()).strip(" ,;:.|-")
    return _TAIL.sub("", _LEAD.sub("", words, count=1))


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
    return _before(point.start) if "before" in parts else point


def _before(point: PartialDate | None) -> Period:
    """End on the day before; without a year it is known of every day but 1/3."""
    first = point and attrs.evolve(point, year=point.year or _LEAP_YEAR).first_day
    if (
        not point
        or not first
        or first == date.min
        or (point.year is None and first == date(_LEAP_YEAR, 3, 1))
    ):
        raise ValueError("không biết ngày liền trước")
    eve = PartialDate.of(first - timedelta(days=1))
    return Period.until(eve if point.year else attrs.evolve(eve, year=None))


def _settle(period: Period) -> Period | PartialDate:
    """Make a single day or month whose year is unknown a date, for it is no stretch of time yet."""
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
        return Period.quarter(year, ROMAN.get(parts["quarter"].upper()) or int(parts["quarter"]))
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
