"""Lists of periods: "quý I, II và III năm 2023", "tháng 5, 6, 7/2024", "4/10 và 5/10 năm 2023".

What is printed once at the end, the month or the year, is said of each item before it that comes earlier in
the year.  A bare number at the end is an item only where no counted noun may follow it: "tháng 5, 6 hộ".
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.values import PartialDate, Period, PeriodKind
from mttq.vi._period_grammar import (
    COUNTED,
    MAY_COUNT,
    MONTH,
    QUARTER,
    YEAR,
    compile_spaced,
    read_quarter,
    settle,
)

__all__ = ["find_lists"]

Found = tuple[Period | PartialDate, tuple[int, int]]


class _Item(NamedTuple):
    """One item of a list, as far as it is written."""

    start: int
    end: int
    part: int | None  # the month, or the quarter
    day: int | None = None
    year: int | None = None

    def before(self, later: "_Item") -> bool:
        """Return whether the item comes earlier in a year."""
        return (self.part or 0, self.day or 0) < (later.part or 0, later.day or 0)


_SEP: Final = "(?: ?[,;+&] ?(?:và )?| và )"
_OF_YEAR: Final = f"(?:(?: ?[-/.] ?|,? năm ){YEAR})?"
_DAY_HEAD: Final = "(?:(?:dịp|lễ|sáng|trưa|chiều|tối|đêm) )?(?:ngày )?"
_ITEMS: Final = {
    "month": ("tháng ", MONTH + _OF_YEAR),
    "quarter": ("qu[ýí] ", QUARTER + _OF_YEAR),
    "day": (_DAY_HEAD, rf"[0-9]{{1,2}}(?![0-9])(?:(?: ?[/.-] ?| tháng ){MONTH}{_OF_YEAR})?"),
    "year": (r"năm \(?", YEAR),
    "span": ("(?:giai đoạn|nhiệm k[ỳì]|năm học) ", f"{YEAR} ?- ?{YEAR}"),
}
"""How a list begins, which may be said again before each item, and what its items are."""

_MOST: Final = 31  # items after the first
_LIST: Final = compile_spaced(
    r"(?<![\w/.,-])(?<!(?:đến|tới|hết)\x20)(?<!trước\x20)(?<!từ\x20)(?<!ngày\x20)(?<!-\x20)(?<!mạng\x20)"
    r"(?=[0-9]|tháng|qu[ýí]|ngày|năm|giai|nhiệm|dịp|lễ|sáng|trưa|chiều|tối|đêm)(?:"
    + "|".join(
        rf"(?P<{name}>{head}{item}(?:{_SEP}(?:{head})?{item}){{1,{_MOST}}})"
        for name, (head, item) in _ITEMS.items()
    )
    + r")(?!\w| ?[/%]|[-.,][0-9])"
)
_ITEM: Final = {name: compile_spaced(f"(?:{head})?{item}") for name, (head, item) in _ITEMS.items()}
_QUARTER: Final = regex(rf"\b{QUARTER}")
_PLURAL: Final = regex(r"(?:\b(?:các|những|cả|hai|ba|bốn|năm)|[0-9]) +\Z")
_COUNT: Final = regex(r"(?:(?<!ngày )(?<![0-9/.,-])(?P<count>[1-9])|[0-9]) +\Z")
_PLURAL_REACH: Final = 8
_LAST_QUARTER: Final = 4


def find_lists(text: str) -> Iterator[tuple[int, int, list[Found]]]:
    """Find the lists of a text in small letters: where each begins and ends, and its periods with places."""
    position = 0
    while found := _LIST.search(text, position):
        position = found.start() + 1
        items = _completed(_sure(found))
        if len(items) > 1 and (periods := _periods(found, items)):
            position = items[-1].end
            yield found.start(), position, periods


def _sure(found: re.Match[str]) -> list[_Item]:
    """Return the items of a list but for a last one that may be a count, or half a date."""
    text, kind = found.string, str(found.lastgroup)
    items = [_item(kind, item) for item in _ITEM[kind].finditer(text, found.start(), found.end())]
    plural = _PLURAL.search(text, max(0, found.start() - _PLURAL_REACH), found.start())
    headless = kind == "day" and text[found.start()].isdigit() and not plural
    if headless and not (items[-1].year and all(item.part for item in items)):
        return []
    while len(items) > 1 and not _is_sure(text, kind, items, plural=bool(plural)):
        items.pop()
    counted = _COUNT.search(text, max(0, found.start() - _PLURAL_REACH), found.start())
    if kind == "month" and counted and counted["count"] != str(len(items)):  # "ngày 5 tháng 8", "3 tháng 8"
        return []
    return items


def _is_sure(text: str, kind: str, items: list[_Item], *, plural: bool) -> bool:
    *_, other, last = items
    if last.part is None:  # a day without its month
        return False
    if kind == "span" or (last.year and kind != "year") or plural or other.part is None:
        return True
    if kind == "year" and last.year == (other.year or 0) + 1:
        return not COUNTED.match(text, last.end)
    return not text[last.end - 1].isdigit() or not MAY_COUNT.match(text, last.end)


def _item(kind: str, found: re.Match[str]) -> _Item:
    numbers = [int(number) for number in re.findall("[0-9]+", found[0])]
    start, end = found.span()
    match kind:
        case "year" | "span":
            return _Item(start, end, numbers[-1], year=numbers[0])
        case "quarter":
            [quarter] = _QUARTER.findall(found[0])
            return _Item(
                start,
                end,
                read_quarter(quarter),
                year=next((number for number in numbers if number > _LAST_QUARTER), None),
            )
        case "month":
            return _Item(start, end, numbers[0], year=numbers[1] if numbers[1:] else None)
        case _:
            day, month, year, *_ = (*numbers, None, None)
            return _Item(start, end, month, day=day, year=year)


def _completed(items: list[_Item]) -> list[_Item]:
    """Say of each item what is printed once after it; nothing where a day stays without its month."""
    for place in reversed(range(len(items) - 1)):
        item, later = items[place], items[place + 1]
        if item.part is None and (item.day or 0) < (later.day or 0):
            item = item._replace(part=later.part)
        if item.year is None and item.before(later):
            item = item._replace(year=later.year)
        items[place] = item
    return items if all(item.part for item in items) else []


def _periods(found: re.Match[str], items: list[_Item]) -> list[Found]:
    try:
        periods = [settle(_period(found, item)) for item in items]
    except ValueError:  # one of the days does not exist
        return []
    return [(period, (item.start, item.end)) for period, item in zip(periods, items, strict=True)]


def _period(found: re.Match[str], item: _Item) -> Period:
    match found.lastgroup:
        case "month":
            return Period.month(item.year, item.part or 0)
        case "quarter":
            return Period.quarter(item.year, item.part or 0)
        case "year":
            return Period.of_year(item.year or 0)
        case "span":
            kind = PeriodKind.TERM if found[0].startswith("nhiệm") else PeriodKind.INTERVAL
            return Period(kind=kind, start=PartialDate(year=item.year), end=PartialDate(year=item.part))
        case _:
            point = PartialDate(year=item.year, month=item.part, day=item.day)
            return Period(kind=PeriodKind.DAY, start=point, end=point)
