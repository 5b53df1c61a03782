"""The places of a form where figures stand, found once, so that a look into them costs next to nothing."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Self

import attrs

from mttq.forms import TIER_COLUMNS, Form, Kind, Row
from mttq.values import Tier

__all__ = ["Slot", "Slots", "slots_of"]


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


class Slots(tuple[Slot, ...]):
    """Some cells of a form that are read together, which is several times faster than one by one."""

    read: Callable[[object], tuple[Any, ...]]
    """Gives what stands in them in a filled-in form."""

    def __new__(cls, slots: Iterable[Slot]) -> Self:
        """Take the cells in their order."""
        self = super().__new__(cls, slots)
        paths = [slot.path.partition(".")[2] for slot in self]
        match len(paths):
            case 0:
                self.read = lambda _: ()
            case 1:
                self.read = lambda instance: (self[0].read(instance),)
            case _:
                self.read = attrgetter(*paths)
        return self

    def cells(self, instance: object) -> Iterator[tuple[Slot, Any]]:
        """Give each cell with what stands in it in a filled-in form."""
        return zip(self, self.read(instance), strict=True)


@cache
def slots_of(form: Form) -> Slots:
    """Give the cells of a form in printed order."""
    found: list[Slot] = []
    for row in form.rows:
        if row.kind is not Kind.HEADING:
            for tier in TIER_COLUMNS if row.tiered else (row.tier,):
                names = (*row.path, tier) if row.tiered and tier else row.path
                path = ".".join((form.code, *names))
                found.append(Slot(row, tier, path, attrgetter(".".join(names))))
    return Slots(found)
