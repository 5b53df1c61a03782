"""The places of a form where figures stand, found once, so that a look into them costs next to nothing."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from mttq.forms import TIER_COLUMNS, Form, Kind, Row
from mttq.values import Tier

__all__ = ["Slot", "slots_of"]


@attrs.frozen(eq=False)
class Slot:
    """One cell of a form, whatever stands in it.

    Args:
        row: its line.
        tier: the level that it counts, its column's or its line's; None if neither tells.
        path: its address in a report.
        read: gives what stands there in a filled-in form.
    """

    row: Row
    tier: Tier | None
    path: str
    read: Callable[[object], Any]


@cache
def slots_of(form: Form) -> tuple[Slot, ...]:
    """Give the cells of a form in printed order."""
    found: list[Slot] = []
    for row in form.rows:
        if row.kind is not Kind.HEADING:
            for tier in TIER_COLUMNS if row.tiered else (row.tier,):
                names = (*row.path, tier) if row.tiered and tier else row.path
                path = ".".join((form.code, *names))
                found.append(Slot(row, tier, path, attrgetter(".".join(names))))
    return tuple(found)
