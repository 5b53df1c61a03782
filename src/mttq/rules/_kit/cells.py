"""The cells of filled-in forms, read once for all rules: a look into them costs next to nothing."""

from functools import cache
from typing import Any, Final

from mttq.forms import Cell, Form, form_of
from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import TWO_TIERS, begin_of, judged_on
from mttq.rules._kit.sums import tier_of
from mttq.values import Pair, Tier, Triple

__all__ = [
    "HALVES",
    "absent_cells",
    "amount",
    "cells_by_path",
    "figures",
    "filled",
    "tiers_of",
    "units_there_are",
]

HALVES: Final = ("", "second", "third")
"""What of a cell with several figures a breach is about; the first, or the only one, goes without a name."""


_SEVERAL: Final = (Pair, Triple)  # as a tuple, for `Pair | Triple` is made anew each time


def amount(value: object) -> int | None:
    """Return a cell as one number: a pair or triple is the sum of its parts, a blank None."""
    if isinstance(value, int):
        return value
    return sum(value) if isinstance(value, _SEVERAL) else None


def figures(value: object) -> tuple[int, ...]:
    """Return the numbers that stand in a cell: both halves of a pair, none in a blank."""
    if isinstance(value, int):
        return (value,)
    return tuple(value) if isinstance(value, (Pair, Triple, tuple)) else ()


def units_there_are(report: Report) -> dict[str, int | None]:
    """Return how many units there are, by what lines say that they count; None if that is not told."""
    found = {"villages": report.population.villages}
    return found | {"communes": 1} if report.unit.tier is Tier.COMMUNE else found


@once
def filled(report: Report) -> list[tuple[Form, tuple[Any, ...]]]:
    """Return the appendices of a report, each with the values of its cells."""
    forms = [(form_of(type(instance)), instance) for instance in report.appendices]
    return [(form, form.values(instance)) for form, instance in forms]


@once
def cells_by_path(report: Report) -> dict[str, Any]:
    """Return the values of the cells of all appendices, by path."""
    found: dict[str, Any] = {}
    for form, values in filled(report):
        found.update(zip(_paths(form), values, strict=True))
    return found


@cache
def _paths(form: Form) -> tuple[str, ...]:
    return tuple(cell.path for cell in form.blank)


@once
def tiers_of(report: Report, form: Form) -> frozenset[Tier | None]:
    """Return the levels whose cells exist for the reporter: its own, those below, and None for no level.

    Of figures that all lie after 30/6/2025, districts have none.
    """
    own, begin = tier_of(report), begin_of(report, form.code)
    ended = begin is not None and begin >= TWO_TIERS
    return _tiers(own, ended)


@cache
def _tiers(own: Tier, ended: bool) -> frozenset[Tier | None]:  # noqa: FBT001
    there = (tier for tier in Tier if tier.rank >= own.rank and not (ended and tier is Tier.DISTRICT))
    return frozenset((None, *there))


@once
def absent_cells(report: Report, form: Form) -> frozenset[int]:
    """Return the positions of cells that the reporter does not have.

    These are those of levels above its own, and those of lines that began after its figures, or ended before.
    """
    above = _without(form, tiers_of(report, form))
    return above | _untimely(report, form) if _dated(form) else above


@cache
def _without(form: Form, tiers: frozenset[Tier | None]) -> frozenset[int]:
    return frozenset(cell.position for cell in form.blank if cell.tier not in tiers)


def _untimely(report: Report, form: Form) -> frozenset[int]:
    begin, day = begin_of(report, form.code), judged_on(report)
    return frozenset(
        cell.position
        for cell in _dated(form)
        for since, until in cell.times
        if (since is not None and day is not None and day < since)
        or (until is not None and begin is not None and begin > until)
    )


@cache
def _dated(form: Form) -> tuple[Cell, ...]:
    """Return the cells whose lines or columns there were not always, or are no longer."""
    return tuple(cell for cell in form.blank if any(any(times) for times in cell.times))
