"""The cells of filled-in forms, read once for all rules: a look into them costs next to nothing."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, Self

from mttq.forms import Cell, Form, form_of
from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import TWO_TIERS, begin_of
from mttq.values import Tier

__all__ = ["Slots", "Values", "cells_by_path", "filled", "slots_of", "tiers_of"]

Values = tuple[Any, ...]
"""What stands in the cells of a filled-in form, in printed order."""


class Slots(tuple[Cell, ...]):
    """Some cells of a form that are looked into together."""

    pick: Callable[[Values], Values]
    """Gives what stands in them."""

    def __new__(cls, slots: Iterable[Cell]) -> Self:
        """Take the cells in their order."""
        self = super().__new__(cls, slots)
        positions = [slot.position for slot in self]
        self.pick = (
            itemgetter(*positions)
            if len(positions) > 1
            else lambda values: tuple(values[position] for position in positions)
        )
        return self

    def cells(self, values: Values) -> Iterator[tuple[Cell, Any]]:
        """Return each cell with what stands in it."""
        return zip(self, self.pick(values), strict=True)


@cache
def slots_of(form: Form) -> Slots:
    """Return the cells of a form in printed order."""
    return Slots(form.blank)


@once
def tiers_of(report: Report, form: Form) -> frozenset[Tier | None]:
    """Return the levels whose cells exist for the reporter: its own, those below, and None for no level.

    Of figures that all lie after 30/6/2025, districts have none.
    """
    own, begin = report.unit.tier, begin_of(report, form.code)
    ended = begin is not None and begin >= TWO_TIERS
    there = (tier for tier in Tier if tier.rank >= own.rank and not (ended and tier is Tier.DISTRICT))
    return frozenset((None, *there))


@once
def filled(report: Report) -> list[tuple[Form, Values]]:
    """Return the appendices of a report, each with what stands in its cells."""
    forms = [(form_of(type(instance)), instance) for instance in report.appendices]
    return [(form, form.values(instance)) for form, instance in forms]


@once
def cells_by_path(report: Report) -> dict[str, Any]:
    """Return what stands in the cells of all appendices, by path."""
    found: dict[str, Any] = {}
    for form, values in filled(report):
        found.update(zip(_paths(form), values, strict=True))
    return found


@cache
def _paths(form: Form) -> tuple[str, ...]:
    return tuple(slot.path for slot in slots_of(form))
