"""Which kinds of units there are, by time."""

import datetime as dt
from typing import Final

import attrs

from mttq._declared.types import checked
from mttq.values import Tier, UnitKind

__all__ = ["ERAS", "Era", "era_on"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Era:
    """A time in which the levels of the administration stayed the same.

    Args:
        since: its first day; None, if nothing here goes back further.
        until: its last day; None, if it lasts.
        kinds: the kinds of units that there are.
        law: the text by which it is so.

    >>> from mttq.units import ERAS
    >>> now = ERAS[-1]
    >>> now.since.isoformat(), [kind.name for kind in now.kinds]
    ('2025-07-01', ['COUNTRY', 'PROVINCE', 'CENTRAL_CITY', 'COMMUNE', 'WARD', 'SPECIAL_ZONE'])
    """

    since: dt.date | None
    until: dt.date | None
    kinds: tuple[UnitKind, ...]
    law: str

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The levels, the highest first."""
        return tuple(sorted({kind.tier for kind in self.kinds}))


_ALWAYS: Final = (
    UnitKind.COUNTRY,
    UnitKind.PROVINCE,
    UnitKind.CENTRAL_CITY,
    UnitKind.COMMUNE,
    UnitKind.WARD,
)
_DISTRICTS: Final = tuple(kind for kind in UnitKind if kind.tier is Tier.DISTRICT)

ERAS: Final = (
    Era(
        since=None,
        until=dt.date(2025, 6, 30),
        kinds=(*_ALWAYS, *_DISTRICTS, UnitKind.TOWNSHIP),
        law="Luật Tổ chức chính quyền địa phương 77/2015/QH13, Điều 2",
    ),
    Era(
        since=dt.date(2025, 7, 1),
        until=None,
        kinds=(*_ALWAYS, UnitKind.SPECIAL_ZONE),
        law="Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1 và Điều 51",
    ),
)
"""Three levels below the centre until 30/6/2025, two since; the eras follow on each other without a gap."""


def era_on(day: dt.date) -> Era:
    """Return the era of a day.

    >>> [tier.value for tier in era_on(dt.date(2025, 7, 1)).tiers]
    ['centre', 'province', 'commune']
    """
    return next(era for era in reversed(ERAS) if era.since is None or era.since <= day)
