"""What a sentence tells twice: a sum of money in words or another unit, a day by its weekday, people by sex.

Read is what has one reading.  A sum in brackets behind a sum is the same one if it is introduced as its words
("Bằng chữ: …", a capital), if it is in words and no multiple or part of it, or if it has the same digits in
another unit and nothing near it multiplies it.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.errors import MttqError
from mttq.rules._kit.amounts import VND
from mttq.rules._kit.spots import SCALES, WEEKDAYS, spots_in
from mttq.rules._kit.statements import overlap
from mttq.values import Qualifier, Quantity
from mttq.vi import find_quantities, parse_quantity, words_to_money
from mttq.vi.figures import HEDGES
from mttq.vi.text import fold_in_place
from mttq.wording import Phrase

__all__ = ["Retold", "retold_in"]


class Retold(NamedTuple):
    """What is told twice: where it begins and ends, how it is told first and then, and whether both agree."""

    start: int
    end: int
    first: Quantity | Phrase | int
    second: Quantity | Phrase | int
    agrees: bool


def retold_in(text: str) -> Iterator[Retold]:
    """Return what sentences of a text tell twice, in the order of the text."""
    read = 0
    for kind, place in spots_in(text):
        if kind != "counted" and place >= read and (retold := _READERS[kind](text, place)):
            read = retold.end
            yield retold


_REACH: Final = 300


def _near(text: str, place: int) -> int:
    """Return the place of the first whole word that is looked at before a spot."""
    if place <= _REACH:
        return 0
    blank = text.find(" ", place - _REACH, place)
    return place if blank < 0 else blank + 1


# --- money ---
_AND_AGAIN: Final = regex(rf" ?(?:(?:{SCALES})(?: đồng)?|đồng|đ)( \(([^()\n]{{2,200}})\))")
_MULTIPLIES: Final = r"(?<!\w)(?:mỗi|từng|bình quân|trung bình|mười|chục|trăm)(?!\w)|/|%"


def _paid(text: str, place: int) -> Retold | None:
    """Read a sum of money and the one in brackets behind it, of which `place` is the last digit."""
    found = _AND_AGAIN.match(text, place + 1)
    if not found:
        return None
    near = _near(text, place)
    sums = find_quantities(text[near : found.start(1)])
    first, (start, end) = sums[-1] if sums else (None, (0, 0))
    second = _sum(found[2])
    if not first or not second or first.unit != VND or near + end != found.start(1):
        return None
    agrees = overlap(first, second)
    if _has_digits(found[2]):
        is_same = _lost_a_scale(first, second, text[near : found.end() + _REACH])
    else:
        is_same = _is_introduced(found[2]) or _is_no_multiple(first, second)
    return Retold(near + start, found.end(), first, second, agrees) if agrees or is_same else None


def _sum(text: str) -> Quantity | None:
    """Read an exact sum of money, in figures or in words."""
    try:
        stated = parse_quantity(text) if _has_digits(text) else Quantity.of(words_to_money(text), VND)
    except MttqError:
        return None
    return stated if stated.unit == VND and stated.qualifier is Qualifier.EXACT else None


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_introduced(text: str) -> bool:
    """Return whether brackets hold the words of the sum before them."""
    return text[0].isupper() or text.startswith("bằng chữ")


def _is_no_multiple(first: Quantity, second: Quantity) -> bool:
    """Return whether neither of two sums can be that of each of several."""
    less, more = sorted((first.value, second.value))
    return less > 0 and more % less != 0


def _lost_a_scale(first: Quantity, second: Quantity, around: str) -> bool:
    """Return whether two sums are one but for their scale: "1,5 tỷ đồng (150 triệu đồng)"."""
    (_, digits, zeros), (_, others, more) = (each.value.normalize().as_tuple() for each in (first, second))
    if (
        digits != others
        or len(digits) == 1
        or 1 in (first.scale, second.scale)
        or first.scale == second.scale
    ):
        return False
    times = 10 ** abs(int(zeros) - int(more))
    many = rf"{_MULTIPLIES}|(?<![0-9.,])(?:{times}|{times:,})(?![0-9]|[.,][0-9])".replace(",000", r"\.000")
    return re.search(many, around.lower()) is None


# --- people ---
_N: Final = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})"
_PEOPLE: Final = (
    "(?:người|nhân khẩu|khẩu|đại biểu|hội viên|đoàn viên|đảng viên|thành viên|ủy viên|vị|đồng chí|cán bộ"
    r"|học sinh|em|cháu|cử tri|lao động)(?!\w)"
)
_OF_WHOM: Final = r"(?:bao gồm|gồm có|gồm|trong đó(?: có| gồm)?)[,:]? "
_MEN, _WOMEN = (
    rf"(?:{_N}(?: {_PEOPLE})? {sex}(?: giới)?|{sex}:? (?:có |là )?{_N}(?: {_PEOPLE})?)"
    for sex in ("nam", "nữ")
)
_AND: Final = "(?:,? và |[,;] ?| ?/ ?)"
_BY_SEX: Final = regex(
    rf"(?<![\w.,/-])(?P<whole>{_N}) {_PEOPLE}(?: (?!và )[^\W\d_]+){{0,2}}"
    rf"(?:[,;]? {_OF_WHOM}| ?(?P<open>\()(?:{_OF_WHOM})?|: )"
    rf"(?:{_MEN}{_AND}{_WOMEN}|{_WOMEN}{_AND}{_MEN})(?(open)\)|(?=[);\n]|\.(?![0-9])|\Z))"
)
_HEDGED: Final = tuple({f" {word}" for words in HEDGES.values() for word in words} | {" đến"})
_BEHIND: Final = 60


def _women(text: str, place: int) -> Retold | None:
    """Read how many people there are, and how many men and women."""
    near, end = _near(text, place), place + _BEHIND
    folded = fold_in_place(text[near:end])
    for found in _BY_SEX.finditer(folded):
        start, stop = near + found.start(), near + found.end()
        is_cut = stop == end < len(text)
        if (
            start <= place < stop
            and not is_cut
            and not f" {folded[: found.start()]}".rstrip().endswith(_HEDGED)
        ):
            whole, *parts = (int(number.replace(".", "")) for number in re.findall(_N, found[0]))
            return Retold(start, stop, whole, sum(parts), whole == sum(parts))
    return None


# --- days ---
_DATE: Final = r"([0-9]{1,2})(?:([/.-])([0-9]{1,2})\2| tháng ([0-9]{1,2}) năm )([0-9]{4})(?![0-9]|[/.-][0-9])"
_DAY: Final = regex(_DATE)
_DAY_BEFORE: Final = regex(rf"(?<![\w/.,-]){_DATE}\Z")
_NAME: Final = rf"((?i:{'|'.join(WEEKDAYS)}|thứ [2-7]))"
_NAME_BEFORE: Final = regex(rf"(?<!\w){_NAME}(?:,? | \()ngày \Z")
_NAME_BEHIND: Final = regex(rf" \({_NAME}\)")
_OF_A_DAY: Final = ("sáng", "trưa", "chiều", "tối", "đêm", "vào", "hôm")
_LENGTH: Final = 40  # of a date with its weekday


def _day(text: str, place: int) -> Retold | None:
    """Read a weekday and the date behind it: "sáng thứ hai, ngày 01/12/2026"; "lần thứ hai" is none."""
    near = max(0, place - _LENGTH)
    name, date = _NAME_BEFORE.search(text[near:place]), _DAY.match(text, place)
    if not name or not date:
        return None
    before, number = text[near : near + name.start()].rstrip(" "), _number(name[1])
    is_named = name[1][4].isupper() or number == len(WEEKDAYS) - 1
    is_sure = (is_named and (not before or before[-1] in "\n.(;:")) or before.lower().endswith(_OF_A_DAY)
    return _on(number, date, near + name.start(), date.end()) if is_sure else None


def _dated(text: str, place: int) -> Retold | None:
    """Read a date and the weekday in brackets behind it."""
    near = max(0, place - _LENGTH)
    name, date = _NAME_BEHIND.match(text, place + 1), _DAY_BEFORE.search(text[near : place + 1])
    return _on(_number(name[1]), date, near + date.start(), name.end()) if name and date else None


def _number(name: str) -> int:
    """Return the number of a weekday, counted from Monday."""
    name = name.lower()
    return int(name[-1]) - 2 if name[-1].isdigit() else WEEKDAYS.index(name)


def _on(weekday: int, date: re.Match[str], start: int, end: int) -> Retold | None:
    day, _, month, worded, year = date.groups()
    try:
        right = dt.date(int(year), int(month or worded), int(day)).weekday()
    except ValueError:
        return None
    return Retold(start, end, Phrase(WEEKDAYS[weekday]), Phrase(WEEKDAYS[right]), weekday == right)


_READERS: Final[Mapping[str, Callable[[str, int], Retold | None]]] = {
    "paid": _paid,
    "short": _paid,
    "women": _women,
    "sex": _women,
    "day": _day,
    "dated": _dated,
}
