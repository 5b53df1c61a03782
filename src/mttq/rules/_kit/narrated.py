"""What the narrative says of the reporting unit itself: figures that a record of the report holds, too.

Read are sentences of one reading.  One begins with its time, if it names one, and its subject, which is the
unit ("xã An Lộc có", "toàn xã có") or a body of it ("Đảng bộ xã có"); figures with their nouns follow, and
then a stop, or what is said of them ("trong đó", "chiếm").  "Toàn xã có 3 thôn, 120 hộ bị ngập" is left
alone, for it goes on; so are hedged figures, other times and other units.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from mttq.errors import NumberFormatError
from mttq.forms import ParticipationAppendix
from mttq.model import FundKind, Houses, HouseWork, UnitKind
from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import REVIEW, judged_on, span_of
from mttq.rules._kit.spots import AREA, NOUNS, SCALES, spots_in
from mttq.values import Period, PeriodKind, Quantity, Share, Tier
from mttq.vi import find_dates, fold, parse_percent, parse_quantity
from mttq.vi._letters import bare

__all__ = ["Told", "told_of_the_unit"]


class Told(NamedTuple):
    """A figure of the narrative: where the report may hold it, what is said, in which words, and where."""

    path: str
    stated: Quantity | Share
    words: str
    position: int


class _Time(NamedTuple):
    """When a sentence says that a figure held; neither, where it names no time or that of the report."""

    named: Period | None = None
    is_now: bool = False


Words = Mapping[str, str]
Finder = Callable[[Report, _Time, Words], "str | None"]
"""Finds where the report holds a figure at a time; the words of the sentence may tell more."""

_YEAR: Final = 366  # days


def _at(path: str) -> Finder:
    """Find a state, which holds at the time of the population, or of the report."""
    of_people = path.startswith("population.")

    def find(report: Report, time: _Time, _: Words) -> str | None:
        day, as_of = judged_on(report), report.population.as_of if of_people else None
        held = as_of.last_day if as_of else day
        is_current = as_of is None or (day is not None and held is not None and day.year == held.year)
        return path if is_current and _holds(time, held) else None

    return find


def _holds(time: _Time, held: date | None) -> bool:
    """Return whether a state that held on a day is that of a time: of its year, and of its month if named."""
    named = time.named
    if named is None:
        return True
    if held is None or named.end is None or (named.kind is PeriodKind.INTERVAL and named.start):
        return False
    return named.end.year == held.year and named.end.month in (None, held.month)


def _runs(report: Report, time: _Time, period: Period | None) -> bool:
    """Return whether a sentence tells of what was done in a period.

    Where it names no time, it tells of that of the report if this is no longer than a year; of a review of
    many years it may mean one.
    """
    review = span_of(report, REVIEW) or report.period
    ran, meant = period or review, time.named or review
    if time.is_now or ran is None or meant is None:
        return False
    first, last = ran.first_day, ran.last_day
    if first is None or last is None or (first, last) != (meant.first_day, meant.last_day):
        return False
    return time.named is not None or (last - first).days <= _YEAR


def _of_the_fund(field: str) -> Finder:
    """Find a sum of the one ledger that the Fund for the Poor has for a time."""

    def find(report: Report, time: _Time, _: Words) -> str | None:
        places = [
            place
            for place, ledger in enumerate(report.funds.ledgers)
            if ledger.fund is FundKind.FUND_FOR_THE_POOR and not ledger.each_year
            if _runs(report, time, ledger.period)
        ]
        return f"funds.ledgers.{places[0]}.{field}" if len(places) == 1 else None

    return find


def _houses(work: HouseWork) -> Finder:
    """Find the number of houses in the one record that says of a time how many were built, or repaired."""

    def find(report: Report, time: _Time, _: Words) -> str | None:
        houses = [(place, item) for place, item in enumerate(report.funds.houses) if _is_of(work, item)]
        ours = [(place, item) for place, item in houses if _runs(report, time, item.period)]
        if len(ours) != 1 or any((ours[0][1].source, ours[0][1].state, ours[0][1].household_class)):
            return None
        return f"funds.houses.{ours[0][0]}.count"

    return find


def _is_of(work: HouseWork, houses: Houses) -> bool:
    return houses.work in (work, HouseWork.BUILT_OR_REPAIRED)


def _criticised(row: str) -> Finder:
    """Find a line of Phụ lục 2 in the column of the reporter's own level."""

    def find(report: Report, time: _Time, _: Words) -> str | None:
        tier, period = report.unit.tier, span_of(report, "kl62-pl2")
        has_one = report.appendix(ParticipationAppendix) is not None and report.compiled is None
        if has_one and Tier.CENTRE < tier < Tier.BASE and _runs(report, time, period):
            return f"kl62-pl2.criticism.{row}.{tier}"
        return None

    return find


def _members(report: Report, time: _Time, words: Words) -> str | None:
    """Find the members that an organisation has at the end of its period."""
    period = report.membership.period
    held = period.last_day if period else judged_on(report)
    for place, item in enumerate(report.membership.organisations):
        if _holds(time, held) and _short(fold(str(item.organisation))) == _short(words["organisation"]):
            return f"membership.organisations.{place}.closing"
    return None


def _short(organisation: str) -> str:
    return organisation.removesuffix(" việt nam")


def _committee(report: Report, time: _Time, words: Words) -> str | None:
    """Find the members of the Committee; another term has another one."""
    term, ours = words.get("term"), report.organisation.committee.term
    years = f"{ours.start.year}-{ours.end.year}" if ours and ours.start and ours.end else None
    if term is not None and term.replace(" ", "") != years:
        return None
    return _at("organisation.committee.members")(report, time, words)


_FOUND: Final[Mapping[str, Finder]] = {
    **{name: _at(f"population.{name}") for name in ("villages", "households", "persons")},
    **{
        f"{kind}_{said}": _at(f"population.{kind}.{field}")
        for kind in ("poor", "near_poor")
        for said, field in (
            ("number", "households"),
            ("share", "share"),
            ("some", "households"),
            ("part", "share"),
        )
    },
    "committee": _committee,
    "standing": _at("organisation.standing_board.members"),
    "cells": _at("organisation.party.cells"),
    "comrades": _at("organisation.party.members"),
    "boards": _at("organisation.working_boards.boards"),
    "of_boards": _at("organisation.working_boards.members"),
    "inspectors": _at("organisation.peoples_inspection.members"),
    "members": _members,
    **{name: _criticised(name) for name in ("sessions", "conferences", "written", "dialogues")},
    **{name: _of_the_fund(name) for name in ("raised", "spent", "closing")},
    "built": _houses(HouseWork.BUILT),
    "repaired": _houses(HouseWork.REPAIRED),
}
"""By the group of a pattern that reads a figure, how its place in the report is found."""


class _Topic(NamedTuple):
    """Of what a sentence may tell: how it begins, the figures that follow one another, and others behind."""

    begin: str
    items: str
    then: str = "(?!)"


_US: Final = "§"
"""What stands for the reporting unit in a sentence that is read."""

_N: Final = r"[0-9](?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{0,8})(?![0-9]|[.,/-][0-9])"


def _counted(group: str, noun: str | None = None) -> str:
    """Return a pattern of a number with its noun."""
    return rf"(?P<{group}>{_N}) (?:{NOUNS[noun or group]})(?!\w)"


_MONEY: Final = rf"[0-9][0-9.,]*(?: (?:{SCALES}))?(?: đồng|đ)(?!\w)"
_JOINT: Final = r"(?:, (?:với |và )?| và | với | ?/ ?)"
_ALL: Final = rf"(?:toàn {_US}|(?:trên )?địa bàn {_US}|{_US})"
_OF: Final = rf"(?:toàn {_US}|của {_US}|(?:trên )?địa bàn {_US}|{_US})"
_HAS: Final = r"(?: hiện(?: nay| tại)?)? (?:có|gồm|gồm có|có tổng số|có tất cả)"
_IS: Final = r"(?: hiện)?(?: là| có|:)?"
_FRONT: Final = r"ủy ban (?:mttq|mặt trận tổ quốc)(?: việt nam)?"
_SHARE: Final = (
    r"(?:,? ?\(?(?:chiếm tỷ lệ|đạt tỷ lệ|chiếm|tỷ lệ)(?: là)?:? ?(?P<{}>[0-9]+(?:,[0-9]+)?) ?%\)?)?"
)
_PEOPLE: Final = rf"{_counted('villages')}(?!.*[0-9] {AREA})|{_counted('households')}|{_counted('persons')}"
_POVERTY: Final = "|".join(
    rf"(?:có )?(?:số )?{word}(?: {_OF})?(?: hiện)?(?: là| có| còn|:)? (?P<{kind}_number>{_N})(?: hộ)?"
    rf"{_SHARE.format(f'{kind}_share')}"
    rf"|(?:có |còn )?(?P<{kind}_some>{_N}) {word}{_SHARE.format(f'{kind}_part')}"
    for kind, word in (("poor", "hộ nghèo"), ("near_poor", "(?:hộ )?cận nghèo"))
)
_HOUSES: Final = rf"(?:đã )?(?:xây(?: dựng)? mới {_counted('built')}|sửa chữa {_counted('repaired')})"
_FUND: Final = (
    r"(?:đã )?(?:(?:vận động|huy động)(?: được)?(?: tổng)?(?: số)?(?: tiền)?"
    rf":? (?P<raised>{_MONEY})|chi(?: tổng)?(?: số)?(?: tiền)?:? (?P<spent>{_MONEY})"
    rf"|(?:còn )?(?:tồn|dư|số dư)(?: quỹ| cuối kỳ)?(?: là|:)? (?P<closing>{_MONEY}))"
)
_TOPICS: Final = (
    _Topic(
        rf"{_ALL}{_HAS} (?!{_N} hộ(?: gia đình| dân)?(?!{_JOINT}[0-9]))",  # of some sort, it may be
        _PEOPLE,
        _POVERTY,
    ),
    _Topic(rf"tổng số hộ(?: dân)? {_OF}{_IS} ", _PEOPLE, _POVERTY),
    _Topic(rf"dân số(?: {_OF})?{_IS} ", _counted("persons", "inhabitants"), _POVERTY),
    _Topic(rf"{_ALL}(?: hiện)? (?=(?:có|còn) {_N} hộ (?:cận )?nghèo)", _POVERTY),
    _Topic(rf"(?:tổng )?số (?=hộ (?:cận )?nghèo {_OF})", _POVERTY),
    _Topic(
        rf"{_FRONT} {_US}(?: khóa [ivxlc]+)?(?:,? nhiệm kỳ (?P<term>[0-9]{{4}} ?- ?[0-9]{{4}}),?)?{_HAS} ",
        _counted("committee"),
    ),
    _Topic(rf"ban thường trực(?: {_FRONT})? {_US}{_HAS} ", _counted("standing")),
    _Topic(rf"đảng bộ {_US}{_HAS} ", rf"{_counted('cells')}|(?:có )?{_counted('comrades')}"),
    _Topic(
        rf"{_ALL}{_HAS} (?={_N} {NOUNS['boards']})",
        "|".join(map(_counted, ("boards", "of_boards"))),
    ),
    _Topic(rf"ban thanh tra nhân dân {_US}{_HAS} ", _counted("inspectors")),
    _Topic(
        rf"(?P<organisation>(?:hội|đoàn|công đoàn|liên đoàn) [^,;.:{_US}]{{3,60}}?) {_US}{_HAS} ",
        _counted("members"),
    ),
    _Topic(
        rf"(?:ban thường trực )?{_FRONT} {_US} (?:đã )?(?:chủ trì |phối hợp )?tổ chức ",
        _counted("sessions"),
        rf"(?:(?P<conferences>{_N}) hội nghị|(?P<written>{_N})(?: lượt)? văn bản"
        rf"|(?P<dialogues>{_N})(?: cuộc)? đối thoại)(?!\w)",
    ),
    _Topic(rf"quỹ vì người nghèo(?: (?:của |cấp )?{_US})? ", _FUND, _HOUSES),
    _Topic(rf"(?:{_FRONT} {_US}|{_ALL}) ", _HOUSES),
)

_LEADS: Final = frozenset(("có", "gồm", "còn", "là", "số", "cả", "mới", "chữa"))
"""What may stand before its first figure; the words before a sum of money stand apart."""

_MONEY_WORDS: Final = (*SCALES.split("|"), "đồng")
_PAID: Final = frozenset(("được", "động", "tiền", "chi", "dư", "tồn", "quỹ", "kỳ", "số"))

_NOW: Final = r"(?:hiện nay|hiện tại|hiện|đến nay|tính đến nay|đến thời điểm (?:này|hiện tại)),? "
_HERE: Final = r"(?:trong năm(?: qua)?|trong kỳ(?: báo cáo)?|năm qua), "
_WHEN: Final = r"(?:năm|trong|đến|tính|hết|cuối|từ|quý|tháng|giai đoạn|6 tháng|9 tháng) [^,;:]{1,60}, "
_FIRST: Final = frozenset(
    re.findall(r"\w+", bare(" ".join((_NOW, _HERE, _WHEN, *(topic.begin for topic in _TOPICS)))))
)
"""The words that may be the first of a sentence that is read, without marks, but for the kind of the unit."""

_AROUND_A_TIME: Final = frozenset(("trong", "tính", "đến", "hết", "cuối", "thời", "điểm", "ngày"))
_BEHIND: Final = r"(?:, |: | ?\()(?:trong đó,?:? )?"
_END: Final = (
    r"\Z| ?[;)]|,? (?:trong đó|chiếm|tăng|giảm|so với)(?!\w)|, (?:với )?diện tích(?!\w)"
    r"| ?\((?:trong đó|tỷ lệ|chiếm|tăng|giảm)(?!\w)"
)
_MARKS: Final = '[*_"“”]'
_BULLET: Final = " \t\r\n-+*•–"
_REACH: Final = 400


@once
def told_of_the_unit(report: Report) -> tuple[Told, ...]:
    """Return the figures that the narrative tells of the reporting unit and that the report may hold."""
    text, kind = report.narrative, report.unit.kind
    if not text or not isinstance(kind, UnitKind):
        return ()
    own, found, read = fold(kind.value), list[Told](), 0
    firsts, is_parted = _FIRST | {bare(own.split()[0])}, _pattern(r"\n[ \t\r]*\n").search(text) is not None
    ends = ("\n\n", ".\n", "\n-", "\n+") if is_parted else ("\n",)  # else each line is a paragraph
    stop = _pattern(r"[.!?](?=\s)|\n[ \t\r]*[-+*•\n]" if is_parted else r"[.!?](?=\s)|\n")
    for _, figure in spots_in(text):
        if figure < read or not _may_be_told(text, figure + 2):
            continue
        start = _start(text, figure, ends)
        if start is None or bare(text[start : start + 16]).lstrip(_BULLET).split(" ", 1)[0] not in firsts:
            continue
        end = stop.search(text, figure + 1)
        read = end.start() if end else len(text)
        found += _read(report, own, text[start:read].rstrip(" .\n"), start)
    return tuple(found)


def _may_be_told(text: str, noun: int) -> bool:
    """Return whether a figure may be the first of a sentence that is read, by the words beside it."""
    before = text[max(0, noun - 40) : noun - 1].rstrip("0123456789.,").rstrip(" *")
    last = before[-7:].rpartition(" ")[2].lower()
    if last in _LEADS or last.endswith(":"):
        return True
    if last == "chức":
        return text.startswith("cuộc phản", noun)
    is_money = last in _PAID and text.startswith(_MONEY_WORDS, noun)
    return is_money and text.find("uỹ", max(0, noun - _REACH), noun) >= 0


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _start(text: str, figure: int, ends: tuple[str, ...]) -> int | None:
    """Return where the sentence of a figure begins; None if it is too long to be read."""
    low = max(0, figure - _REACH)
    stops = [place + len(end) for end in (". ", *ends) if (place := text.rfind(end, low, figure)) >= 0]
    return max(stops, default=None if low else 0)


def _read(report: Report, own: str, text: str, start: int) -> Iterator[Told]:
    """Read a sentence clause by clause, as far as each has one reading."""
    said = fold(_pattern(_MARKS).sub("", text)).lstrip(_BULLET)
    said = said.replace(f"{own} {fold(report.unit.name)}", _US)
    said = _pattern(rf"(?<!\w){own}(?! hội| viên|\w)").sub(_US, said)
    when, place = _when(said)
    topics: tuple[_Topic, ...] = _TOPICS
    cursor = 0
    while clause := _clause(said, place, topics):
        topic, words, items, end = clause
        time = _time(when)
        if time is None:
            return
        for name, figure, quoted in items:
            cursor = max(cursor, text.find(figure, cursor))
            stated, path = _stated(name, figure), _FOUND[name](report, time, words)
            if stated is not None and path is not None:
                yield Told(path, stated, quoted, start + cursor)
        place = said.find("; ", end) + 2
        if place < end:
            return
        topics = (*_TOPICS, _Topic("", topic.then, topic.then))


def _when(said: str) -> tuple[str, int]:
    """Return the words by which a sentence says when, if it begins with them, and where they end."""
    found = _pattern(f"{_NOW}|{_HERE}|{_WHEN}").match(said)
    return (found[0].rstrip(", "), found.end()) if found else ("", 0)


@lru_cache(maxsize=512)  # sentences name the same times
def _time(when: str) -> _Time | None:
    """Read the time that a sentence names; None if that cannot be read."""
    if not when or _pattern(_HERE).fullmatch(f"{when}, "):
        return _Time()
    if _pattern(_NOW).fullmatch(f"{when} "):
        return _Time(is_now=True)
    times = find_dates(when)
    named, (begin, end) = times[0] if len(times) == 1 else (None, (0, 0))
    if not isinstance(named, Period):
        return None
    is_early = "đầu" in when and named.kind is PeriodKind.YEAR  # "từ đầu năm 2025"
    around = f"{when[:begin]} {when[end:]}".split()
    return _Time(named) if not is_early and _AROUND_A_TIME.issuperset(around) else None


Item = tuple[str, str, str]
"""A figure as it is read: the group that reads it, its digits, and its words."""


def _clause(
    said: str, place: int, topics: tuple[_Topic, ...]
) -> tuple[_Topic, Words, list[Item], int] | None:
    """Read a clause that begins at a place, if all of it is said of one of the topics."""
    for topic in topics:
        begun = _pattern(topic.begin).match(said, place)
        items, end = _items(topic.items, said, begun.end()) if begun else ([], place)
        if not begun or not items:
            continue
        if behind := _pattern(_BEHIND).match(said, end):
            more, after = _items(topic.then, said, behind.end())
            items, end = (items + more, after) if more else (items, end)
        names = [name for name, *_ in items]
        if len(set(names)) == len(names) and _pattern(_END).match(said, end):
            return topic, {name: word for name, word in begun.groupdict().items() if word}, items, end
    return None


def _items(expression: str, said: str, place: int) -> tuple[list[Item], int]:
    """Read figures that follow one another, and where the last ends."""
    items, end, pattern = list[Item](), place, _pattern(expression)
    while found := pattern.match(said, place):
        items += [(name, figure, found[0]) for name, figure in found.groupdict().items() if figure]
        end = found.end()
        joint = _pattern(_JOINT).match(said, end)
        place = joint.end() if joint else len(said)
    return items, end


def _stated(name: str, figure: str) -> Quantity | Share | None:
    """Return what the digits of a figure say."""
    try:
        if name.endswith(("_share", "_part")):
            return parse_percent(f"{figure}%")
        return parse_quantity(figure) if figure.endswith("đ") or "đồng" in figure else _count(figure)
    except NumberFormatError:
        return None


def _count(figure: str) -> Quantity:
    return Quantity(value=Decimal(figure.replace(".", "")))
