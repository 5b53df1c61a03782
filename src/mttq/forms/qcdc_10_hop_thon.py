"""Quarterly set on grassroots democracy, VIII: meetings of villages and residential groups.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._grassroots import Commune
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["MeetingsOf", "Plenary", "VillageMeetings"]


@columns
@attrs.frozen(kw_only=True)
class Plenary:
    """Villages by how often all of them met."""

    once: Count | None = column("1 năm/lần", unit="villages")
    twice: Count | None = column("1 năm/2 lần", unit="villages")
    otherwise: Count | None = column("Khác", unit="villages")


@columns
@attrs.frozen(kw_only=True)
class MeetingsOf:
    """The villages of a commune."""

    place: Commune = column()
    villages: Count | None = column(
        "Tổng số thôn, bản, tổ dân phố",
        unit="villages",
        stock=True,
        at_least=("met.once", "met.twice", "met.otherwise"),
    )
    met: Plenary = column("Số họp toàn thể")
    note: str | None = column("Ghi chú")


@form("qcdc-10-hop-thon", title="VIII. Kết quả tổ chức họp thôn, bản, tổ dân phố")
@attrs.frozen(kw_only=True)
class VillageMeetings:
    """Meetings of villages in a quarter, one line for each commune.

    >>> VillageMeetings().communes
    ()
    """

    communes: tuple[MeetingsOf, ...] = table(key="place.name", merge=True)
    total: MeetingsOf = row("T", "Cộng", printed="", total_of="communes")
