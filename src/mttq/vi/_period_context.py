"""What stands around a period and is no part of it: times of day, lunar days, a place, "Ngày đăng:".

Periods are made of whole days of the solar calendar.  Times of day are read over; a lunar day is another day
than the solar one with its number, so it is recognised and never read.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from mttq._names.regex import regex
from mttq.vi._period_grammar import compile_spaced
from mttq.vi.text import mask

__all__ = ["bare", "blank", "is_lunar", "lower", "lunar_in"]


def lower(text: str) -> str:
    """Return a text in small letters, each at its place.

    >>> lower("QUÝ İV")
    'quý iv'
    """
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(letter.lower()[0] for letter in text)


# --- times of day ---
_HOUR: Final = (
    r"[0-9](?<!\w.)[0-9]?(?:(?::[0-9]{2}){1,2}(?: ?(?:am|pm|sa|ch)\b)?"
    r"| ?(?:[hg][0-9]{0,2}|giờ)\b(?: [0-9]{1,2}(?: phút|(?=,| ngày| -| (?:đến|tới)|$)))?)['’]?"
    r"(?:,(?= (?:ngày|thứ)\b))?"
)
_ZONE: Final = r"(?:[(\[]g|g(?<!\w.))mt ?\+ ?0?7(?::00)?\b[)\]]?"
_HOURS: Final = f"{_HOUR} ?(?:-|đến|tới) ?{_HOUR}"
_CLOCK: Final = compile_spaced(  # each branch begins with a letter or digit, which is quick to search
    f"từ {_HOURS}|{_HOURS}|(?P<before>trước ){_HOUR}|{_HOUR}|{_ZONE}"
)

# --- the lunar calendar ---
_NUMBER: Final = "(?:[0-9]{1,2}|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
_OF_MONTH: Final = "(?: ?[-/.] ?[0-9]{1,2}(?![0-9])| tháng [0-9]{1,2}(?![0-9]))"
_LUNAR_MONTH: Final = "tháng (?:giêng|chạp)"
_LUNAR_YEAR: Final = (
    "(?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí])"
    r" (?:t[ýíỵị]|sửu|dần|mão|mẹo|thìn|ngọ|mùi|thân|dậu|tuất|hợi)\b"
)
_OF_YEAR: Final = f"(?:,? năm (?:[0-9]{{4}}|{_LUNAR_YEAR})| ?[-/.] ?[0-9]{{4}})"
_SAID: Final = rf"(?:,? ?\(?(?:(?:âm lịch|âl|al)\b|âm(?= ?[.,;)]|$))|,? năm {_LUNAR_YEAR}| {_LUNAR_YEAR})"
_DAY: Final = f"(?:ngày )?(?:m[ùồ]ng )?{_NUMBER}"
_TO: Final = "(?: ?- ?| (?:đến|tới)(?: hết)? | và |, ?)"
_FROM: Final = f"(?:(?:từ )?{_DAY}{_OF_MONTH}?{_TO})?"
_SOLAR_FIRSTS: Final = "3/2|8/3|1/5|7/5|1/6|2/9|5/9"  # national days, which people also call "mùng"
_LUNAR_FEASTS: Final = {
    "giỗ tổ": "10/3", "đoan ngọ": "5/5", "trung thu": "15/8", "vu lan": "15/7", "nguyên tiêu": "15/1",
    "thượng nguyên": "15/1", "ông công": "23/12", "ông táo": "23/12",
}  # fmt: skip


def _written(days: str) -> str:
    """Return the pattern of some days, given as "10/3|5/5"."""
    parts = (day.split("/") for day in days.split("|"))
    return "(?:" + "|".join(f"0?{day}(?: ?[-/.] ?| tháng )0?{month}" for day, month in parts) + ")(?![0-9])"


_MAY_BE_LUNAR: Final = regex(
    rf"\bâm\b|\bâ?l\b|\bal\b|rằm|giêng|chạp|tết|m[ùồ]ng|{'|'.join(_LUNAR_FEASTS)}|{_LUNAR_YEAR}"
)
_REACH: Final = 80  # no lunar day is longer
_COMMENT: Final = regex(r"\([^()]*\)")


@cache  # compiled where a lunar day may be: seldom
def _lunar() -> re.Pattern[str]:
    return compile_spaced(
        rf"(?<![\w/])(?:{_FROM}(?:{_DAY}{_OF_MONTH}|tháng [0-9]{{1,2}}|{_DAY} {_LUNAR_MONTH})"
        rf"{_OF_YEAR}?{_SAID}{_OF_YEAR}?"
        rf"|{_FROM}(?:{_DAY} )?{_LUNAR_MONTH}{_OF_YEAR}?"
        rf"|(?:ngày )?rằm(?: tháng {_NUMBER}\b| {_LUNAR_MONTH})?{_OF_YEAR}?"
        rf"|{_FROM}{_DAY} tết\b(?: {_LUNAR_YEAR})?"
        rf"|(?:âm lịch|âl):? (?:là )?{_FROM}{_DAY}{_OF_MONTH}{_OF_YEAR}?"
        rf"|(?:{_FROM}(?:ngày )?m[ùồ]ng (?!{_written(_SOLAR_FIRSTS)}){_NUMBER}{_OF_MONTH}"
        rf"|(?:{'|'.join(_LUNAR_FEASTS)})[^0-9.;\n]{{0,30}}{_written('|'.join(_LUNAR_FEASTS.values()))})"
        r"(?! ?[-/.] ?[0-9]|,? năm [0-9]))"
    )


def is_lunar(text: str) -> bool:
    """Return whether a text in small letters names a day or month of the lunar calendar.

    >>> [is_lunar(text) for text in ("mùng 5/5 âm lịch", "rằm tháng 8", "mùng 2 tháng 9", "tết năm 2026")]
    [True, True, False, False]
    """
    return _MAY_BE_LUNAR.search(text) is not None and _lunar().search(text) is not None


def blank(text: str) -> str:
    """Put spaces in the place of every time of day, and marks in that of every lunar day.

    "trước 17h ngày 15/11" still includes that day, so its "trước" becomes "đến".
    """
    text = _CLOCK.sub(lambda clock: ("đến" if clock["before"] else "").ljust(len(clock[0])), text)
    return mask(text, _lunar_places(text), "·")


def lunar_in(plain: str) -> Iterator[tuple[int, int]]:
    """Find the days and months of the lunar calendar in a plain text (`mttq.vi._layout`): their places."""
    return _lunar_places(lower(plain))


def _lunar_places(text: str) -> Iterator[tuple[int, int]]:
    for hint in _MAY_BE_LUNAR.finditer(text):  # seldom, and quicker asked than done
        for lunar in _lunar().finditer(text, max(0, hint.start() - _REACH), hint.end() + _REACH):
            yield lunar.span()


# --- places and labels ---
_PLACE: Final = (
    r"(?!ngày|tháng|năm|qu[ýí]|từ|đến|trước|chậm|muộn|hạn)"
    r"(?:[^,0-9]*(?:quận|phường) [0-9]{1,2}|[^\W0-9_][^,0-9]*), ?"
    r"(?=ngày|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})"
)
_LEAD: Final = compile_spaced(
    r"^(?:(?:ngày(?: [^\W0-9_]+){1,4} ?:"
    r"|(?:ngày )?(?:đăng|cập nhật|gửi|nhận|ban hành|ký|lập|xuất bản|hoàn thành|sinh)(?: tin| bài)?"
    r"(?: lúc)?"
    r"|trong(?: (?:[0-9]{1,2}|hai|ba) ngày(?= [0-9]))?|vào|lúc|thời gian|số liệu|kh(?:óa|oá) [ivxlc]+)"
    rf"[\x20,:]+|{_PLACE})*"
)
_TAIL: Final = compile_spaced(" (?:này|h[ằà]ng năm|năm nay|vừa qua|trở đi)$")


def bare(text: str) -> str:
    """Take off one line in small letters what may stand around a period; a lunar day stays as marks."""
    without = _COMMENT.sub(lambda comment: " " if is_lunar(comment[0]) else comment[0], text)
    words = " ".join(re.sub("[][()]", " ", blank(without)).split()).strip(" ,;:.|-")
    return _TAIL.sub("", _LEAD.sub("", words, count=1).lstrip(" -"))
