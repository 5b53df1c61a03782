"""Every figure of a report with its path, and the numbers inside it: what a slip of the pen can change."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any, Final

import attrs

from mttq.forms import Kind, form_of
from mttq.report import Report
from mttq.values import Pair, Printed, Quantity, Share, Triple
from mttq.values.figures import WIDE

__all__ = ["cell_path", "figure_at", "figures_of", "numbers_in", "step_of"]

_SECTIONS: Final = (
    *("periods", "population", "economy", "organisation", "membership"),
    *("campaigns", "funds", "supervision", "statements"),
)
_NO_FIGURES: Final = ("source", "period", "term", "as_of", "document", "held_by")  # dates and places


def figures_of(report: Report) -> dict[str, Printed]:
    """Return the figures of a report by path, in its order; blanks, dates and document numbers are none.

    >>> from mttq.model import PopulationProfile, Unit, UnitKind
    >>> population = PopulationProfile(villages=5, households=946)
    >>> unit = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
    >>> figures_of(Report(unit=unit, title="Báo cáo", population=population))
    {'population.villages': 5, 'population.households': 946}
    """
    found: dict[str, Printed] = {}
    for name in _SECTIONS:
        found.update(_walk(getattr(report, name), name))
    for instance in report.appendices:
        form = form_of(type(instance))
        for row in form.rows:
            if row.kind is not Kind.HEADING:
                found.update(_walk(row.value_in(instance), ".".join((form.code, *row.path))))
    return found


def _walk(value: Any, path: str) -> Iterator[tuple[str, Printed]]:
    if isinstance(value, Pair | Triple | Share | Quantity) or type(value) is int:
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, f"{path}.{number}")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in _NO_FIGURES:
                yield from _walk(getattr(value, field.name), f"{path}.{field.name}")


def figure_at(report: Report, path: str) -> Printed | None:
    """Return the figure at a path; None if there is none."""
    try:
        figure = report.value_at(path)
    except KeyError:
        return None
    return figure if isinstance(figure, Pair | Triple | Share | Quantity | int) else None


def cell_path(report: Report, path: str) -> str:
    """Name the cell that a path means: that of the reporter's own column, where it names a line.

    >>> from mttq.testing import make_report
    >>> cell_path(make_report(), "kl62-pl2.criticism.sessions")
    'kl62-pl2.criticism.sessions.commune'
    """
    head, *rest = path.split(".")
    for instance in report.appendices:
        form = form_of(type(instance))
        if form.code == head and any(row.tiered and list(row.path) == rest for row in form.rows):
            return f"{path}.{report.unit.tier}"
    return path


def numbers_in(figure: Printed) -> Iterator[tuple[int, Callable[[int], Printed]]]:
    """Return each number printed in a figure, with what makes the figure that has another in its place.

    A percentage and a scaled sum are their printed digits: "51,59%" is 5159, "4,5 tỷ" is 45.

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
        case _:
            step = step_of(figure)
            for name in attrs.fields_dict(type(figure)):
                number = getattr(figure, name)  # the percentage, or an end of a range
                if isinstance(number, Decimal) and WIDE.remainder(number, step) == 0:
                    yield int(WIDE.divide(number, step)), partial(_with_steps, figure, name, step)


def step_of(figure: Printed) -> Decimal:
    """Return the unit of the last printed digit: 0.01 for "51,59%", 10**8 for "4,5 tỷ"."""
    match figure:
        case Share():
            return Decimal((0, (1,), int(figure.percent.as_tuple().exponent)))
        case Quantity():
            return figure.step
        case _:
            return Decimal(1)


def _with_number(figure: Pair | Triple | Share | Quantity, name: str, number: int | Decimal) -> Printed:
    changed: Any = {name: number}
    return attrs.evolve(figure, **changed)


def _with_steps(figure: Share | Quantity, name: str, step: Decimal, number: int) -> Printed:
    return _with_number(figure, name, WIDE.multiply(Decimal(number), step))
