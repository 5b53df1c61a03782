"""Where a narrative may hold a figure that a rule judges, looked for once for all of them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from mttq.vi._letters import bare, letters_of

__all__ = ["AREA", "NOUNS", "SCALES", "WEEKDAYS", "spots_in"]

AREA: Final = r"(?:thôn|bản|ấp|buôn|làng|khóm|xóm|tổ dân phố|khu phố|khối phố)"
_HOUSE: Final = r"(?:nhà|căn nhà)(?: đại đoàn kết)?"
NOUNS: Final[Mapping[str, str]] = {
    "villages": rf"{AREA}(?:(?:, | và ){AREA})*",
    "households": r"hộ(?: gia đình| dân)?",
    "persons": r"nhân khẩu|khẩu",
    "inhabitants": r"người|nhân khẩu|khẩu",
    "committee": r"vị|ủy viên|thành viên",
    "standing": r"vị|đồng chí|thành viên|ủy viên",
    "cells": r"chi bộ(?: trực thuộc)?",
    "comrades": r"đảng viên",
    "boards": r"ban công tác mặt trận",
    "of_boards": r"thành viên",
    "inspectors": r"thành viên|ủy viên|vị|người",
    "members": r"hội viên|đoàn viên",
    "sessions": r"cuộc phản biện(?: xã hội)?",
    "built": _HOUSE,
    "repaired": _HOUSE,
}
"""The nouns by which a sentence on the unit itself begins to count, by what they count."""

SCALES: Final = "nghìn|ngàn|triệu|tỷ|tỉ"
WEEKDAYS: Final = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


@lru_cache(maxsize=1)  # asked for by one rule after the other
def spots_in(text: str) -> tuple[tuple[str, int], ...]:
    """Return what a digit may belong to, and its place, in the order of the text.

    "paid" and "short" are the last digit of a sum of money before a bracket, "women" the last one of their
    number, and "sex" the first one behind the word; "day" is the first digit of a date behind a weekday,
    "dated" the last one before it; "counted" stands before a noun or a scale word.

    >>> spots_in("Thứ Ba, ngày 01/12/2026, toàn xã có 11 thôn")
    (('day', 13), ('counted', 37))
    """
    return tuple((found.lastgroup or "", found.start()) for found in _spots().finditer(letters_of(text)))


@cache
def _spots() -> re.Pattern[bytes]:
    """Begin with one byte, and end each way with the empty group that names it: searched most quickly."""
    nouns = "|".join((*dict.fromkeys(NOUNS.values()), SCALES, "đồng"))
    names = (*WEEKDAYS, "thứ 0")
    weekday = "|".join(f"(?<={name}{gap}ngày 0)" for name in names for gap in (" ", "  "))
    behind = rf"(?<=[yu ] 0)(?:(?<=ngày 0)(?:{weekday})<day>|(?:(?<=nữ 0)|(?<=nữ  0))<sex>)"
    paid = rf"(?:(?:{SCALES})(?: đồng)?|đồng)  <paid>"
    before = rf" (?:{paid}|(?:{nouns})<counted>|nữ(?![a-z])<women>| (?:thứ|chủ nhật) <dated>)"
    ways = bare(rf"0(?:{behind}|{before}|đ  <short>)")
    return re.compile(re.sub(r"<(\w+)>", r"(?P<\1>)", ways).encode())
