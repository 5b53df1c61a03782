"""XRP: copies: a report that has the figures of another unit throughout, or its words around them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final
from zlib import crc32

from mttq._unicode import composed
from mttq.report import Report
from mttq.rules._bases import PRACTICE
from mttq.rules._joins import cells_of, key_of
from mttq.rules._judgements import PASSED, Breach, Judgement
from mttq.rules._rule import Severity, rule
from mttq.rules._subjects import Batch, Scope
from mttq.vi import fold

__all__ = ["reports_are_no_copies"]

_FEWEST: Final = 10
_BANDS: Final = 16
_REACH: Final = 3  # words on either side of a figure

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*")
_FIGURE: Final = re.compile("[0-9]+(?:[.,][0-9]+)*")
_DIGIT: Final = re.compile("[0-9]")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_ALL: Final = "100"  # per cent
_NAMING: Final = re.compile(
    "số|thứ|ngày|tháng|năm|quý|khóa|khoá|mục|điểm|điều|khoản|chương|phần|lục|định|lệnh|thị|luận|quyết|luật"
)
"""A number after one of these is a name: "Nghị định 100", "tháng 12"."""


@rule("XRP003", Severity.INFO, level=3, basis=PRACTICE, scope=Scope.BATCH)
def reports_are_no_copies(
    batch: Batch, *, share: Fraction = Fraction(9, 10), least: int = 10, standard: int = 5
) -> Iterator[Judgement]:
    """Two units seldom have the same figures throughout, unless one report was made from the other.

    Of the figures from `least` on at least `share` are equal: those of appendices and people, or those of the
    narrative with three words on either side.  Prose without figures proves nothing, for whole provinces
    write by one outline; so do words that more than `standard` units share, numbers that name a document, a
    day or a year, and 100%.  Fewer than ten figures are not judged.

    So that thousands of reports take little time, only such are compared as share a band of figures, or a
    passage that is no standard phrase.

    Wrong: 38 of 40 figures of a commune are those of its neighbour.
    Right: 5 of 40.
    """
    yield from _judge_figures(batch, share, least)
    yield from _judge_texts(batch, share, least, standard)


def _judge_figures(batch: Batch, share: Fraction, least: int) -> Iterator[Judgement]:
    bands: dict[tuple[tuple[str, int], ...], int] = {}
    cells = [_large(report, least) for report in batch.reports]
    for place, large in enumerate(cells):
        if len(large) < _FEWEST:
            continue
        parts = defaultdict[int, list[tuple[str, int]]](list)
        for cell in large.items():
            parts[crc32(cell[0].encode()) % _BANDS].append(cell)
        keys = [tuple(part) for part in parts.values()]
        twins = dict.fromkeys(bands[key] for key in keys if key in bands)
        bands |= dict.fromkeys(keys, place)
        equal = {
            twin: (len(large.items() & cells[twin].items()), len(large.keys() | cells[twin].keys()))
            for twin in twins
        }
        yield _copied(batch, place, "appendices", equal, share)


def _large(report: Report, least: int) -> dict[str, int]:
    return {
        f"{item.path}.{half}": number
        for item, numbers in cells_of(report).items()
        for half, number in enumerate(numbers)
        if number >= least
    }


def _judge_texts(batch: Batch, share: Fraction, least: int, standard: int) -> Iterator[Judgement]:
    passages = [_passages(report, least) for report in batch.reports]
    firsts: dict[object, int] = {}  # of several reports on one unit, the first
    units = [firsts.setdefault(key_of(report.unit), place) for place, report in enumerate(batch.reports)]
    held = defaultdict[str, dict[int, None]](dict)
    for unit, found in zip(units, passages, strict=True):
        for passage in found:
            if len(held[passage]) <= standard:
                held[passage][unit] = None
    own = [[passage for passage in found if len(held[passage]) <= standard] for found in passages]
    for place, kept in enumerate(own):
        if len(kept) >= _FEWEST:
            shared = Counter(unit for passage in kept for unit in held[passage] if unit < units[place])
            equal = {unit: (n, len(kept) + len(own[unit]) - n) for unit, n in shared.items()}
            yield _copied(batch, place, "narrative", equal, share)


def _passages(report: Report, least: int) -> dict[str, None]:
    """Give the figures of the narrative, each with the words around it; the unit's own name is left out."""
    found: dict[str, None] = {}
    text, name = (composed(text.casefold()) for text in (report.narrative or "", report.unit.full_name))
    for line in filter(_DIGIT.search, text.replace(name, "").split("\n")):
        words = _TOKEN.findall(line)
        for place, word in enumerate(words[1:], start=1):  # a number that begins a line is that of a heading
            if _FIGURE.fullmatch(word) and _is_own(word, words[place - 1], least):
                around = words[max(0, place - _REACH) : place + _REACH + 1]
                if len(around) > _REACH:
                    found[fold(" ".join(around))] = None
    return found


def _is_own(figure: str, before: str, least: int) -> bool:
    """Tell a figure of the unit's own from a small one, a number that names something, a year, and 100%."""
    if figure == _ALL or _NAMING.fullmatch(before) or _YEAR.fullmatch(figure):
        return False
    return Decimal(figure.replace(".", "").replace(",", "")) >= least


def _copied(
    batch: Batch, place: int, path: str, equal: Mapping[int, tuple[int, int]], share: Fraction
) -> Judgement:
    """Judge the reports that share something: `equal` has how many figures, of how many that either has."""
    own = key_of(batch.reports[place].unit)
    for twin, (number, every) in equal.items():
        other = batch.reports[twin].unit
        if number >= share * every and key_of(other) != own:
            return Breach(
                path=path,
                report=place,
                args={"equal": number, "figures": every, "other": other.address},
            )
    return PASSED
