"""Figures that fit together, drawn from what is declared of them: what each may be follows from the others.

A relation bounds a sum of figures, so as long as some of them are open each lies in an interval, and these
narrow one another.  Figures are drawn one by one, each in its interval; for what others determine, such as a
total, one number is left then.  Percentages come last.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Any, Final

import attrs

from mttq._declared.relations import Shape
from mttq._declared.types import unfit
from mttq.errors import ArgumentError, FieldError, MttqError
from mttq.forms import Kind, form_with
from mttq.forms._rows import PARTS
from mttq.repairs._equations import Addend, Equation, equations_in
from mttq.report import Report
from mttq.rules._kit.cells import absent_cells, filled, units_there_are
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.places import Operand, readings_of
from mttq.rules._kit.spans import REVIEW, begin_of, judged_on
from mttq.values import Pair, Quantity, Share, Tiered, Triple
from mttq.wording import Phrase

__all__ = ["fill_in"]

Key = tuple[str, str]
"""The path of a cell, and the part of it that is meant; "" of a cell with one figure."""
Intervals = dict[Key, tuple[int, int]]
"""From which number to which each figure may be."""

_RECORDS: Final = 3  # so many has a register that is begun
_TRIES: Final = 40
_MOST: Final = 10**12
_SPREAD: Final = {"VND": 40_000_000}
_USUAL_SPREAD: Final = 60
_YEARS: Final = 366 * 20  # days, before and after the time of the report, on which something may be


def fill_in(report: Report, *under: str, seed: int = 0) -> Report:
    """Fill in the blank figures below some paths, so that all is true that is declared of them.

    Figures that the report has are kept; texts and enumerations stay blank.  A form that the report lacks is
    begun, with a few records in each register; in other lists only the records that are there are filled in.
    The same seed gives the same figures, in one version of mttq.

    Args:
        report: the report; what it says bounds what is drawn.
        under: codes of forms, or paths of records: "kl62-pl2", "funds.ledgers".
        seed: any whole number.

    Raises:
        PathError: a path leads nowhere; a `KeyError`.
        FieldError: `seed` is no whole number.
        ArgumentError: nothing was found that fits; the report, or the relations, may contradict each other.

    >>> from mttq.testing import make_report
    >>> report = fill_in(make_report(), "hdbc-23", seed=7)
    >>> from mttq import check
    >>> [finding.code for finding in check(report).errors]
    []
    """
    if type(seed) is not int:
        raise unfit("seed", int, seed)
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for path in under:
        report = _begun(report, path)
    first = _asked_first(report)
    blank = _blank_figures(report, under)
    for chosen in (blank.keys() & first, blank.keys() - first):
        asked = {path: kind for path, kind in blank.items() if path in chosen and kind is not Share}
        report = report.with_values(_drawn(report, asked, random))
    return report.with_values(dict(_shares(report, blank)))


def _begun(report: Report, path: str) -> Report:
    """Return the report with a form that it lacks; its registers have some records, known by their keys."""
    form = form_with(path.partition(".")[0])
    if form is None or report.appendix(form.record) is not None:
        report.value_at(path)
        return report
    report = attrs.evolve(report, appendices=(*report.appendices, form.record()))
    for row in form.rows:
        if row.kind is Kind.REGISTER and row.record is not None:
            line = ".".join((form.code, *row.path))
            report = report.with_value(line, (row.record(),) * _RECORDS)
            for number in range(_RECORDS):
                for key in row.key:
                    with suppress(FieldError):  # no text
                        report = report.with_value(f"{line}.{number}.{key}", f"Mục {number + 1}")
    return report


_ANY_DAY: Final = dt.date(2024, 1, 1)
_KINDS: Final[Mapping[type, object]] = {
    Pair: Pair(1, 1),
    Triple: Triple(1, 1, 1),
    int: 1,
    Share: Share(Decimal(1)),
    Decimal: Decimal(1),
    Quantity: Quantity(value=Decimal(1)),
    dt.date: _ANY_DAY,
}
"""What may stand in a cell, the fullest first, each with one that is tried."""


def _blank_figures(report: Report, under: Iterable[str]) -> dict[str, type]:
    """Return the blank cells of the reporter that take a figure, each with its kind."""
    absent = {
        form.blank[position].path for form, _ in filled(report) for position in absent_cells(report, form)
    }
    found: dict[str, type] = {}
    for path in dict.fromkeys(one for start in under for one in _blanks(report.value_at(start), start)):
        if path not in absent:
            kind = next((kind for kind, tried in _KINDS.items() if _takes(report, path, tried)), None)
            if kind is not None:
                found[path] = kind
    return found


def _blanks(value: Any, path: str) -> Iterator[str]:
    if value is None:
        yield path
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _blanks(item, f"{path}.{number}")
    elif isinstance(value, Tiered) or (attrs.has(type(value)) and _is_record(value)):
        for field in attrs.fields(type(value)):
            yield from _blanks(getattr(value, field.name), f"{path}.{field.name}")


def _is_record(value: object) -> bool:
    return not type(value).__module__.startswith("mttq.values")


def _takes(report: Report, path: str, value: object) -> bool:
    try:
        report.with_value(path, value)
    except MttqError:
        return False
    return True


def _asked_first(report: Report) -> set[str]:
    """Return the paths of what other blanks hang on: figures that multiply them, days that say what holds."""
    found = set[str]()
    for place in relations_of(report).places:
        for bound in place.bounds:
            during = bound.relation.during
            for numbers, values in readings_of(report, place):
                if during is not None:
                    found.add(f"{bound.figure.path.rpartition('.')[0]}.{during.day}".format(*numbers))
                found |= {
                    term.times.path.format(*numbers)
                    for term in bound.terms
                    if term.times is not None and values[term.position] is None
                }
    return found


def _drawn(report: Report, asked: Mapping[str, type], random: Random) -> dict[str, object]:
    """Draw the figures of some cells.

    Raises:
        ArgumentError: nothing was found that fits.
    """
    equations = list(equations_in(report))
    sums = [one for equation in equations if (one := _sum_of(equation, asked)) is not None]
    totals = {one.addends[0].path for one in equations if one.is_exact}
    ordered = sorted(asked, key=lambda path: path in totals)  # parts first
    units = _units(report, asked)
    stuck = ""
    for attempt in range(_TRIES):
        least = 1 - attempt % 2  # a nought shows little
        intervals = {
            (path, part): _interval(report, asked[path], units.get(path), least)
            for path in ordered
            for part in _parts_of(asked[path])
        }
        stuck = _solve(
            intervals,
            sums,
            lambda path: _SPREAD.get(units.get(path) or "", _USUAL_SPREAD),
            lambda path: _day_of(report).toordinal() if asked[path] is dt.date else 0,
            random,
        )
        if not stuck:
            return {path: _made(kind, path, intervals, units.get(path)) for path, kind in asked.items()}
    raise ArgumentError(Phrase("không điền được “{}”: các quan hệ của số này trái nhau", stuck))


def _units(report: Report, asked: Mapping[str, type]) -> dict[str, str | None]:
    """Return what the figures of some cells count."""
    probe = report.with_values({path: _KINDS[kind] for path, kind in asked.items()})
    return {figure.path: figure.unit for figure in probe.figures()}


def _interval(report: Report, kind: type, unit: str | None, least: int) -> tuple[int, int]:
    """Return the interval in which a figure lies that nothing else bounds."""
    if kind is dt.date:
        day = _day_of(report).toordinal()
        return day - _YEARS, day + _YEARS
    most = units_there_are(report).get(unit or "")
    return (least, _MOST) if most is None else (0, most)


def _day_of(report: Report) -> dt.date:
    """Return the first day of the report's time, or what stands for it."""
    return begin_of(report, REVIEW) or judged_on(report) or _ANY_DAY


def _parts_of(kind: type) -> tuple[str, ...]:
    return {Pair: PARTS[:2], Triple: PARTS}.get(kind, ("",))


def _made(kind: type, path: str, intervals: Intervals, unit: str | None) -> object:
    """Return the figure of a cell, each of whose parts is one number by now."""
    first, *others = (intervals[path, part][0] for part in _parts_of(kind))
    if kind is dt.date:
        return dt.date.fromordinal(first)
    return Quantity(value=Decimal(first), unit=unit) if kind is Quantity else kind(first, *others)


@attrs.frozen(eq=False)
class _Sum:
    """A sum of open figures, each times a factor, that lies between two numbers."""

    factors: Mapping[Key, int | Fraction]
    low: int | Fraction | None
    high: int | Fraction | None

    def narrow(self, intervals: Intervals) -> Iterator[Key]:
        """Take from the intervals of its figures what cannot be, and return those that have changed."""
        ends = {key: sorted(factor * end for end in intervals[key]) for key, factor in self.factors.items()}
        least, most = (sum(end[side] for end in ends.values()) for side in (0, 1))
        for key, factor in self.factors.items():
            own_low, own_high = ends[key]
            bounds = (
                None if self.low is None else (self.low - (most - own_high)) / Fraction(factor),
                None if self.high is None else (self.high - (least - own_low)) / Fraction(factor),
            )
            above, below = bounds if factor > 0 else bounds[::-1]
            low, high = intervals[key]
            interval = (
                low if above is None else max(low, ceil(above)),
                high if below is None else min(high, floor(below)),
            )
            if interval != (low, high):
                intervals[key] = interval
                yield key


def _sum_of(equation: Equation, asked: Mapping[str, type]) -> _Sum | None:
    """Return what a relation says of figures that are asked for; None if it says nothing of them.

    Percentages come last.  Of a product one figure is asked for, and the others are known.
    """
    if equation.shape is Shape.SHARE_OF:
        return None
    factors: dict[Key, int | Fraction] = {}
    low, high = equation.low, equation.high
    for addend in equation.addends:
        path = next((path for path in addend.paths if path in asked), "")
        each, _ = addend.each(path, {})
        if path and each:
            for key in _keys(path, addend, asked[path]):
                factors[key] = factors.get(key, 0) + each
        else:
            least, most = addend.ends({})
            low = None if low is None or most is None else low - most
            high = None if high is None or least is None else high - least
    return _Sum(factors, low, high) if factors else None


def _keys(path: str, addend: Addend, kind: type) -> Iterator[Key]:
    part = addend.part if path == addend.path else ""
    yield from ((path, one) for one in ((part,) if part else _parts_of(kind)))


def _solve(
    intervals: Intervals,
    sums: Iterable[_Sum],
    spread: Callable[[str], int],
    usual: Callable[[str], int],
    random: Random,
) -> str:
    """Draw each figure in its interval, from what is usual on, until each interval holds one number.

    Returns:
        the path of a figure of which no number is left; empty if there is none.
    """
    on: dict[Key, list[_Sum]] = {key: [] for key in intervals}
    for one in sums:
        for key in one.factors:
            on[key].append(one)
    stuck = _narrow(intervals, on, list(intervals))
    for key in intervals:
        if not stuck:
            low, high = intervals[key]
            first = min(max(low, usual(key[0])), high)
            number = random.randint(first, min(high, first + spread(key[0])))
            intervals[key] = (number, number)
            stuck = _narrow(intervals, on, [key])
    return stuck


def _narrow(intervals: Intervals, on: Mapping[Key, list[_Sum]], changed: list[Key]) -> str:
    """Narrow the intervals of figures that are linked to some, and return the path of one that has none."""
    while changed:
        for one in on[changed.pop()]:
            for key in one.narrow(intervals):
                low, high = intervals[key]
                if low > high:
                    return key[0]
                changed.append(key)
    return ""


def _shares(report: Report, blank: Mapping[str, type]) -> Iterator[tuple[str, Share]]:
    """Return the percentages that follow from their parts and wholes."""
    for place in relations_of(report).places:
        for bound in place.bounds:
            if bound.whole:
                for numbers, values in readings_of(report, place):
                    path = bound.figure.path.format(*numbers)
                    part, whole = (_added(side, values, numbers) for side in (bound.terms, bound.whole))
                    if blank.get(path) is Share and part is not None and part >= 0 and whole:
                        percent = Decimal(100 * part) / Decimal(whole)
                        yield path, Share(percent.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _added(operands: Iterable[Operand], values: tuple[Any, ...], numbers: tuple[int, ...]) -> int | None:
    total = 0
    for operand in operands:
        for reading in operand.read(values, numbers):
            value = int(reading.value.value) if isinstance(reading.value, Quantity) else reading.value
            if not isinstance(value, int):
                return None
            total += -value if operand.minus else value
    return total
