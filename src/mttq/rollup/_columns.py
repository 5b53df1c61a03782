"""Reports as columns, as data frames take them: a row for each figure, or for each report."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from mttq._declared.types import unfit
from mttq.report import Report, bare_figures
from mttq.rules._kit.spans import REVIEW, ends_of
from mttq.values import Pair, Quantity, Share, Triple

__all__ = ["LONG", "to_columns"]

LONG: Final = ("code", "unit", "parent", "start", "end", "path", "counted", "value", "low", "high")
"""The columns of the long form."""

_OF_REPORT: Final = LONG[:5]


def to_columns(reports: Iterable[Report], *, wide: bool = False) -> dict[str, list[Any]]:
    """Return the figures of reports as columns: code and name of the unit, first and last day, figures.

    Figures are `int` and `Decimal`, never float; blanks are None, codes texts.  A cell of two or three
    figures is split, "first", "second" and "third" behind its path; a percentage is its number.

    Args:
        reports: the reports.
        wide: whether there is a row for each report, with a column for each path that some report fills; else
            there is one for each figure, with its path, what it counts, its value and, of what is hedged or
            rounded, the bounds.

    Raises:
        FieldError: something is no report.

    >>> from mttq.testing import make_report
    >>> long = to_columns([make_report()])
    >>> row = long["path"].index("population.households")
    >>> long["unit"][row], long["value"][row], long["counted"][row]
    ('xã Mẫu', 1000, 'households')
    >>> to_columns([make_report()], wide=True)["kl62-pl1.movements.commended.second"]
    [63]
    """
    rows = list(_rows(reports))
    if not wide:
        found: dict[str, list[Any]] = {name: [] for name in LONG}
        for head, figures in rows:
            for figure in figures:
                for name, value in zip(LONG, (*head, *figure), strict=True):
                    found[name].append(value)
        return found
    paths = dict.fromkeys(path for _, figures in rows for path, *_ in figures)
    columns: dict[str, list[Any]] = {
        name: [head[place] for head, _ in rows] for place, name in enumerate(_OF_REPORT)
    }
    told = [{path: value for path, _, value, *_ in figures} for _, figures in rows]
    return columns | {path: [figures.get(path) for figures in told] for path in paths}


Figure = tuple[str, str | None, int | Decimal, Decimal | None, Decimal | None]


def _rows(reports: Iterable[Report]) -> Iterator[tuple[tuple[Any, ...], list[Figure]]]:
    if not isinstance(reports, Iterable):
        raise unfit("reports", tuple[Report, ...], reports)
    for report in reports:
        if not isinstance(report, Report):
            raise unfit("reports", Report, report)
        unit = report.unit
        start, end = ends_of(report, REVIEW)
        head = (
            unit.code,
            unit.full_name,
            unit.parent.full_name if unit.parent else None,
            start.first_day if start else None,
            end.last_day if end else None,
        )
        yield head, [part for figure in bare_figures(report) for part in _split(*figure)]


_PARTS: Final = ("first", "second", "third")


def _split(path: str, _label: str, unit: str | None, value: Any) -> Iterator[Figure]:
    match value:
        case Pair() | Triple():
            for name, number in zip(_PARTS, value, strict=False):
                yield f"{path}.{name}", unit, number, None, None
        case Share():
            yield path, "percent", value.percent, None, None
        case Quantity():
            exact = value.low == value.high
            low, high = (None, None) if exact else (value.low, value.high)
            yield path, value.unit or unit, value.value, low, high
        case _:
            yield path, unit, value, None, None
