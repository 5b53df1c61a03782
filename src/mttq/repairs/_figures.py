"""Every figure of a report with its path, and the numbers inside it: what a slip of the pen can change."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any

import attrs

from mttq.errors import MttqError
from mttq.forms import Form, form_of
from mttq.report import Report, bare_figures
from mttq.values import Pair, Period, Printed, Quantity, Share, Triple
from mttq.values.figures import WIDE

__all__ = [
    "Figure",
    "Time",
    "Written",
    "cell_path",
    "figure_at",
    "figures_of",
    "numbers_in",
    "step_of",
    "time_at",
]

Figure = Printed | Decimal
Time = dt.date | Period
Written = Figure | Time
"""What a hand may write wrong."""


def figures_of(report: Report) -> dict[str, Figure]:
    """Return the figures of a report by path; blanks, dates and document numbers are none.

    >>> from mttq.model import PopulationProfile, Unit, UnitKind
    >>> population = PopulationProfile(villages=5, households=946)
    >>> unit = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
    >>> figures_of(Report(unit=unit, title="Báo cáo", population=population))
    {'population.villages': 5, 'population.households': 946}
    """
    years = {f"periods.{place}.stated_years": item.stated_years for place, item in enumerate(report.periods)}
    told: dict[str, Figure] = {path: number for path, number in years.items() if number is not None}
    return told | {path: figure for path, _, _, figure in bare_figures(report)}


def figure_at(report: Report, path: str) -> Figure | None:
    """Return the figure at a path; None if there is none."""
    try:
        return report.figure_at(path)
    except MttqError:
        return None


def time_at(report: Report, path: str) -> Time | None:
    """Return the day or the period that stands at a path; None if none does."""
    try:
        found = report.value_at(path)
    except MttqError:
        return None
    return found if isinstance(found, dt.date | Period) else None


def cell_path(report: Report, path: str) -> str:
    """Name the cell that a path means: that of the reporter's own column, where it names a line.

    >>> from mttq.testing import make_report
    >>> cell_path(make_report(), "kl62-pl2.criticism.sessions")
    'kl62-pl2.criticism.sessions.commune'
    """
    lines = (_tiered_lines(form_of(type(instance))) for instance in report.appendices)
    return f"{path}.{report.unit.tier}" if any(path in known for known in lines) else path


@cache
def _tiered_lines(form: Form) -> frozenset[str]:
    return frozenset(".".join((form.code, *row.path)) for row in form.rows if row.tiered)


def numbers_in(figure: Figure) -> Iterator[tuple[int, Callable[[int], Figure]]]:
    """Return each number printed in a figure, with what makes the figure that has another in its place.

    What has decimals, and a scaled sum, is its printed digits: "51,59%" is 5159, "4,5 tỷ" is 45.

    >>> [(number, make(7)) for number, make in numbers_in(Pair(169, 1169))]
    [(169, Pair(first=7, second=1169)), (1169, Pair(first=169, second=7))]
    >>> [(number, make(5169)) for number, make in numbers_in(Share(Decimal("51.59")))]
    [(5159, Share(percent=Decimal('51.69')))]
    """
    match figure:
        case int():
            yield figure, int
        case Pair() | Triple():
            for field in attrs.fields(type(figure)):
                yield getattr(figure, field.name), partial(_with_number, figure, field.name)
        case Decimal():
            step = step_of(figure)
            yield int(WIDE.divide(figure, step)), lambda number: WIDE.multiply(Decimal(number), step)
        case _:
            step = step_of(figure)
            for name in attrs.fields_dict(type(figure)):
                number = getattr(figure, name)  # the percentage, or an end of a range
                if isinstance(number, Decimal) and WIDE.remainder(number, step) == 0:
                    yield int(WIDE.divide(number, step)), partial(_with_steps, figure, name, step)


def step_of(figure: Figure) -> Decimal:
    """Return the unit of the last printed digit: 0.01 for "51,59%", 10**8 for "4,5 tỷ"."""
    match figure:
        case Share():
            return step_of(figure.percent)
        case Decimal():
            return Decimal((0, (1,), int(figure.as_tuple().exponent)))
        case Quantity():
            return figure.step
        case _:
            return Decimal(1)


def _with_number(figure: Pair | Triple | Share | Quantity, name: str, number: int | Decimal) -> Printed:
    changed: Any = {name: number}
    return attrs.evolve(figure, **changed)


def _with_steps(figure: Share | Quantity, name: str, step: Decimal, number: int) -> Printed:
    return _with_number(figure, name, WIDE.multiply(Decimal(number), step))
