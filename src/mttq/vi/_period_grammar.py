"""The grammar of Vietnamese dates and periods.

A *point* names a day, month, year, quarter or part of a year; a *shape* puts points together ("từ … đến …",
"tính đến …").  Patterns search a plain text (`mttq.vi._layout`) in small letters; a space in them matches
several, for times of day are blanked out.  To compile them takes long, so this module is imported where it is
first used.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import attrs

from mttq._names.regex import regex
from mttq.errors import ArgumentError
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi.numbers import ROMAN
from mttq.wording import Phrase

__all__ = [
    "COUNTED",
    "IN_TEXT",
    "MAY_COUNT",
    "MONTH",
    "QUARTER",
    "YEAR",
    "compile_spaced",
    "read",
    "read_quarter",
    "settle",
]

_LEAP_YEAR: Final = 2000
_COUNTS: Final = {
    "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip


def compile_spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a space stands for one or more, and " ?" for any number of them."""
    return regex(pattern.replace(" ?", "\0").replace(" ", " +").replace("\0", " *"))


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<[a-z_]+>", "(?:", pattern)


# --- points ---
MONTH: Final = "(?:1[0-2]|0?[1-9])(?![0-9])"
QUARTER: Final = r"(?:iv|i{1,3}|0?[1-4])(?!\w)"
YEAR: Final = "[0-9]{4}(?![0-9])"
_DAY: Final = "(?P<day>[0-9]{1,2})"
_MONTH: Final = "(?P<month>[0-9]{1,2})"
_YEAR: Final = "(?P<year>[0-9]{4})"
_OF_YEAR: Final = f"(?:,? (?:của )?năm |, ?| ?[-/.] ?| ){_YEAR}"
_BLANK: Final = r"[\x20.…_]+"  # an unsigned draft: "ngày … tháng … năm 2026"
_NTH: Final = (  # "tuần 3 tháng 8" is told as its month, like "cuối tháng 8"; and "đợt 2 tháng 8" is no 2/8
    "(?:tuần(?: lễ)?|đợt|lần|k[ỳì](?: họp)?|phiên(?: họp)?|số|vòng|thôn|tổ|ấp|khóm|khối|khu|phố|phường|quận"
    "|nhóm|cụm|đội|lớp|mục|phần|bảng|biểu) (?:thứ )?(?:[0-9]{1,2}(?:(?:, ?| và | ?- ?)[1-5])*|i{1,3}|iv|nhất"
    "|hai|ba|tư|bốn|năm|đầu(?: tiên)?|cuối(?: cùng)?)(?: của)? (?=tháng )"
)
_VAGUE: Final = "(?:(?:đầu|giữa|cuối|cả) )?"

_PART_OF_DAY: Final = (
    "(?:(?:sáng|trưa|chiều|tối|đêm|hôm)(?: hôm)?(?: nay| mai| qua)?|(?:ngày )?(?:hôm )?(?:nay|mai|qua)),? ?"
)
_WEEKDAY: Final = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[,:]?(?: -)? ?"
_NAMED_DAY: Final = (  # "ngày Thương binh liệt sỹ 27/7", "Ngày truyền thống MTTQ Việt Nam (18/11)"
    "(?:thương binh|truyền thống|thành lập|quốc tế|quốc khánh|giải phóng|nhà giáo|gia đình|pháp luật|phụ nữ"
    r"|bầu cử)(?: [^\W0-9]+){0,8} \(?"
)
_BEFORE: Final = (
    rf"(?:{_PART_OF_DAY}\(?)?(?:{_WEEKDAY})?(?:dịp )?(?:lễ )?"
    f"(?:ngày:? (?:{_NAMED_DAY}|(?:mai|nay),? )?)?(?:m[ùồ]ng )?"
)
_DAY_FORMS: Final = (
    *(f"{_DAY} ?{mark} ?{_MONTH} ?{mark} ?{_YEAR}" for mark in ("/", "-", r"\.")),
    f"{_DAY},? tháng {_MONTH}(?:{_OF_YEAR})?",
    f"{_DAY}[-/.]{_MONTH}(?:,? năm {_YEAR})?",
)
_PART_FORMS: Final = (
    f"(?:{_VAGUE}(?:ngày{_BLANK})?|{_NTH})tháng {_MONTH}(?:{_OF_YEAR})?",
    f"{_MONTH}[-/.]{_YEAR}",
    f"{_VAGUE}(?:ngày{_BLANK}tháng{_BLANK})?năm {_YEAR}",
    f"qu[ýí] (?P<quarter>{QUARTER})(?:{_OF_YEAR})?",
    r"(?<!sau\x20)(?<!hơn\x20)(?<!gần\x20)"
    f"(?P<months>[0-9]{{1,2}}|{'|'.join(sorted(_COUNTS, reverse=True))}) tháng"
    f"(?: (?P<side>đầu|cuối)(?: của)? năm(?! học)(?: {_YEAR})?|(?: của)? năm (?P<whole_year>[0-9]{{4}}))",
    f"nửa (?P<half>đầu|cuối) năm(?: {_YEAR})?",
    f"(?P<quarters>[1-3]|hai|ba) quý (?P<end>đầu|cuối)(?: của)? năm(?: {_YEAR})?",
)
_DAY_POINT: Final = f"{_BEFORE}(?:{_unnamed('|'.join(_DAY_FORMS))})"
_POINT: Final = f"(?:{_DAY_POINT}|{_unnamed('|'.join(_PART_FORMS))})"
_READ_DAY: Final = tuple(map(compile_spaced, _DAY_FORMS))
_READ_PART: Final = tuple(map(compile_spaced, (*_PART_FORMS, _YEAR)))
_BEFORE_DAY: Final = compile_spaced(f"{_BEFORE}(?=[0-9])")

# --- shapes ---
_SINCE: Final = "(?:(?:tính |kể |bắt đầu )?từ )"
_DEADLINE: Final = (
    "(?:chậm nhất|muộn nhất|trễ nhất|hạn chót|hạn cuối(?: cùng)?"
    "|không (?:chậm|muộn|trễ) (?:hơn|quá)|không quá(?= ngày))"
    "(?: ?[:,]| là| vào| trong| đến| tới| hết)*"
)
_UNTIL: Final = f"(?:(?:cho |tính )?(?:đến|tới)(?: hết)?|hết|{_DEADLINE}) (?:thời điểm )?"
_TO: Final = "(?: - | -|- |-(?![0-9]{1,2}-)|,? (?:cho |tính )?(?:đến|tới)(?: hết)? )"
_SHAPES: Final = (
    rf"(?:(?P<term>nhiệm k[ỳì](?: [ivxlc]+)?[\x20(:,]+)|(?:giai đoạn|thời k[ỳì]|năm học)[\x20(:]+)?{_SINCE}?"
    rf"(?:năm )?(?P<first_year>[0-9]{{4}}){_TO}(?:năm )?(?P<last_year>[0-9]{{4}}|nay)",
    rf"{_SINCE}?qu[ýí] (?P<first_quarter>{QUARTER}){_TO}"
    rf"(?:qu[ýí] )?(?P<last_quarter>{QUARTER}(?:{_unnamed(_OF_YEAR)})?)",
    rf"{_SINCE}?{_VAGUE}tháng (?P<first_month>{MONTH}){_TO}(?P<last_month>{MONTH}(?:{_unnamed(_OF_YEAR)})?)",
    f"{_SINCE}?(?:{_PART_OF_DAY})?(?:ngày )?(?P<first_day>[0-9]{{1,2}}){_TO}(?P<last_day>{_DAY_POINT})",
    rf"(?:(?P<limit>(?P<before>(?:{_DEADLINE} )?(?:đến )?trước )|{_UNTIL})"
    rf"|(?:giai đoạn )?(?P<since>{_SINCE}))?"
    rf"(?:(?P<point>{_POINT})|(?P<new_year>đầu năm)(?={_TO})|(?(limit)|(?(since)|(?!)))(?P<bare_year>{YEAR}))"
    rf"(?(limit)|(?:{_TO}(?P<end>{_POINT}|nay)|(?P<same_day>(?:,? (?:đến|tới)| -)? (?:cùng|trong) ngày))?)",
)
_FIRST: Final = (  # how a shape may begin: looking for this first makes searching a report ten times faster
    r"(?<!\w)(?=[0-9]|ngày|tháng|năm|qu[ýí]|nhiệm|giai|thời|từ|tính|kể|bắt|cho|đến|tới|hết|trước|đầu|giữa|cuối|cả"
    r"|sáng|trưa|chiều|tối|đêm|hôm|thứ|chủ|dịp|lễ|m[ùồ]ng|tuần|đợt|lần|k[ỳì]|phiên|số|vòng|thôn|tổ|ấp|khóm|khối|khu|phố|phường|quận|nhóm|cụm|đội|lớp"
    r"|mục|phần|bảng|biểu|nửa|chậm|muộn|trễ|hạn|không"
    rf"|{'|'.join(word for word in _COUNTS if ' ' not in word)})"
)
IN_TEXT: Final = compile_spaced(
    _FIRST
    + r"(?:(?<!\w[-/.,])|(?=\D))(?<!(?:mỗi|một)\x20)(?<!(?:hàng|hằng)\x20)(?<!thứ\x20)(?<!mạng\x20)(?<!/)"
    rf"(?:(?<![0-9]\x20)|(?!tháng))(?:{'|'.join(_SHAPES)})(?!\w|/|[-.][0-9])"  # "2 tháng 5 người"
)
"""What may be a period in running text; `read` says whether it is one, `find_dates` whether it is meant."""

COUNTED: Final = regex(
    r" +(?:lần|lượt|buổi|cuộc|ngày|giờ|người|hộ|suất|đồng|triệu|tỷ|tỉ|nghìn|ngàn|đợt|kỳ|bài|tin|vụ"
    r"|trường hợp)\b|%| +%"
)
"""What a bare number surely counts."""

MAY_COUNT: Final = compile_spaced(
    " (?!(?:bao gồm|bị|bởi|các|cho|có|của|cùng|do|đã|đạt|đang|để|đến|đều|được|gắn|gồm|hoặc|khi|không|là|mà"
    r"|nên|nhằm|như|nhưng|ở|phải|qua|sau|sẽ|so|tại|theo|thì|thuộc|tới|trên|trong|trước|từ|và|vào|về|vẫn|vì|với)\b)[^\W0-9_]"
)
"""A word that a bare number may count: "tháng 5, 2024 hộ", but not "tháng 5, 2024 của"."""


def read(found: re.Match[str]) -> Period | PartialDate:
    """Read what `IN_TEXT` found.

    Raises:
        ValueError: it has the shape of a period, but no such day exists or the ends are reversed.
    """
    return settle(_read_shape({name: part for name, part in found.groupdict().items() if part}))


def _read_shape(parts: dict[str, str]) -> Period:
    if "first_year" in parts:
        kind = PeriodKind.TERM if "term" in parts else PeriodKind.INTERVAL
        return Period(kind=kind, start=_point(parts["first_year"]).start, end=_end(parts["last_year"]))
    if "first_quarter" in parts:
        return _range(
            _point(f"quý {parts['first_quarter']}").start, _point(f"quý {parts['last_quarter']}").end
        )
    if "first_month" in parts:
        return _range(
            _point(f"tháng {parts['first_month']}").start, _point(f"tháng {parts['last_month']}").end
        )
    if "first_day" in parts:
        return _days(int(parts["first_day"]), _end(parts["last_day"]))
    if "new_year" in parts:
        return _range(PartialDate(month=1, day=1), _end(parts["end"]))
    point = _point(parts.get("point") or parts["bare_year"])
    if "before" in parts:
        return _before(point.start)
    if "limit" in parts:
        return Period.interval(None, point.end)
    if "end" in parts:
        return _range(point.start, _end(parts["end"]))
    return Period.interval(point.start, None) if "since" in parts and "same_day" not in parts else point


def _before(point: PartialDate | None) -> Period:
    """End on the day before; without a year it is known of every day but 1/3."""
    first = point and attrs.evolve(point, year=point.year or _LEAP_YEAR).first_day
    if (
        not point
        or not first
        or first == date.min
        or (point.year is None and first == date(_LEAP_YEAR, 3, 1))
    ):
        raise ArgumentError(Phrase("không biết ngày liền trước"))
    eve = PartialDate.of(first - timedelta(days=1))
    return Period.until(eve if point.year else attrs.evolve(eve, year=None))


def settle(period: Period) -> Period | PartialDate:
    """Make a single day or month whose year is unknown a date, for it is no stretch of time yet."""
    single = period.kind in (PeriodKind.DAY, PeriodKind.MONTH)
    return period.start if single and period.start and period.start.year is None else period


def _days(first: int, end: PartialDate | None) -> Period:
    if end and end.day and first > end.day:  # within one month, of whatever year
        raise ArgumentError(Phrase("đầu kỳ {} sau cuối kỳ {}", first, f"{end.day}/{end.month}"))
    return Period.interval(end and attrs.evolve(end, day=first), end)


def _range(start: PartialDate | None, end: PartialDate | None) -> Period:
    if start and end and start.year is None:  # "từ ngày 25-8 đến ngày 20-11-2025"
        start = attrs.evolve(start, year=end.year)
    return Period.interval(start, end)


def _end(text: str) -> PartialDate | None:
    return None if text == "nay" else _point(text).end


@lru_cache(maxsize=1024)  # a report names few years and months, again and again
def _point(text: str) -> Period:
    before = _BEFORE_DAY.match(text)
    days = (pattern.fullmatch(text, before.end()) for pattern in _READ_DAY) if before else ()
    found = next(filter(None, (*days, *(pattern.fullmatch(text) for pattern in _READ_PART))))
    parts = {name: part for name, part in found.groupdict().items() if part}
    written = parts.get("year") or parts.get("whole_year")
    year = int(written) if written else None
    month, day = (int(parts[name]) if name in parts else None for name in ("month", "day"))
    if "quarter" in parts:
        return Period.quarter(year, read_quarter(parts["quarter"]))
    if "half" in parts:
        return Period.half_year(year, 1 if parts["half"] == "đầu" else 2)
    if "quarters" in parts:
        count = _COUNTS.get(parts["quarters"]) or int(parts["quarters"])
        return _months(year, 3 * count, parts["end"])
    if "months" in parts:
        count = _COUNTS.get(parts["months"]) or int(parts["months"])
        return _months(year, count, parts.get("side", "đầu"))
    point = PartialDate(year=year, month=month, day=day)
    kind = PeriodKind.DAY if day else PeriodKind.MONTH if month else PeriodKind.YEAR
    return Period(kind=kind, start=point, end=point)


def read_quarter(text: str) -> int:
    """Read the number of a quarter, in Roman or Arabic digits."""
    return ROMAN.get(text.upper()) or int(text)


def _months(year: int | None, count: int, side: str) -> Period:
    if side == "đầu":
        return Period.first_months(year, count)
    if count == 6:  # noqa: PLR2004 - half a year
        return Period.half_year(year, 2)
    return Period.interval(PartialDate(year=year, month=13 - count), PartialDate(year=year, month=12))
