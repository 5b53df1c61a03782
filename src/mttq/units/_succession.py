"""What became of a unit: one edge from what was on the day before to what is on the day."""

import datetime as dt
import enum
from typing import Annotated, Final

import attrs

from mttq._declared.types import Label, NotBlank, checked

__all__ = ["DAY", "Succession", "UnitChange", "beginning_of", "end_of"]

DAY: Final = dt.timedelta(1)


class UnitChange(enum.StrEnum):
    """What a succession changes; one may change several things at once.

    >>> [change.name for change in UnitChange]
    ['MERGER', 'DIVISION', 'ABOLITION', 'NAME', 'KIND', 'LEVEL', 'PARENT', 'CODE']
    """

    MERGER = "merger"  # the new unit has other predecessors, too
    DIVISION = "division"  # the old unit has other successors, too
    ABOLITION = "abolition"  # nothing follows on the old unit
    NAME = "name"
    KIND = "kind"
    LEVEL = "level"  # a district became a special zone
    PARENT = "parent"
    CODE = "code"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Succession:
    """A unit that ends, or part of it, and what it goes into.

    Code and day name both units: `before` means the one of the day before `on`, `after` that of the day
    itself. What sort of change it is follows from the units (`Units.changes`).

    Args:
        on: the day from which the new unit works and reports; a resolution may be older.
        before: the code of the unit that ends on the day before.
        after: the code of the unit that it goes into; None if nothing follows: a district of 2025.
        whole: whether all of it goes there.
        document: the text that decides it, as it is cited ("1675/NQ-UBTVQH15").
        clause: where in the text ("Điều 1, khoản 35").

    >>> Succession(on=dt.date(2025, 7, 1), before="20056", after="20056", document="1675/NQ-UBTVQH15").whole
    True
    """

    on: Annotated[dt.date, Label("Ngày")]
    before: Annotated[str, Label("Mã đơn vị cũ"), NotBlank()]
    after: Annotated[str | None, Label("Mã đơn vị mới")] = None
    whole: Annotated[bool, Label("Toàn bộ")] = True
    document: Annotated[str | None, Label("Văn bản")] = None
    clause: Annotated[str | None, Label("Điều khoản")] = None


def beginning_of(day: dt.date | None) -> dt.date:
    """Return the first day of what began on a day, or longer ago than is known."""
    return day or dt.date.min


def end_of(day: dt.date | None) -> dt.date:
    """Return the last day of what ended on a day, or lasts."""
    return day or dt.date.max
