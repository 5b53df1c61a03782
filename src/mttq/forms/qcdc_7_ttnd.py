"""Quarterly set on grassroots democracy, V: the People's Inspection Boards.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.  Money and land may stem from what was found in an earlier quarter; recommendations of other kinds
than on violations count too, so neither is declared to be part of the other.
"""

from decimal import Decimal

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._grassroots import Commune
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["InspectionBoardWork", "InspectionBoards"]


@columns
@attrs.frozen(kw_only=True)
class InspectionBoardWork:
    """What the board of a commune did."""

    place: Commune = column()
    supervisions: Count | None = column("Số cuộc giám sát", unit="supervisions", needed="violations")
    violations: Count | None = column("Phát hiện số sai phạm/ vụ việc", unit="cases")
    recommended: Count | None = column("Số vụ việc kiến nghị", unit="cases")
    money_recovered: Money | None = column("Thu hồi tiền (đồng)")
    money_otherwise: Money | None = column("Xử lý khác về tiền (đồng)")
    land_recovered: Decimal | None = column("Thu hồi đất (m2)", unit="m2")
    land_otherwise: Decimal | None = column("Xử lý khác về đất (m2)", unit="m2")
    proposals: str | None = column("Kiến nghị xử lý bất cập, vướng mắc về quy định pháp luật (nêu cụ thể)")


@form("qcdc-7-ttnd", title="V. Kết quả hoạt động của Ban Thanh tra nhân dân")
@attrs.frozen(kw_only=True)
class InspectionBoards:
    """The People's Inspection Boards of a quarter, one line for each commune.

    >>> work = InspectionBoardWork(place=Commune(name="An Bá"), supervisions=4)
    >>> InspectionBoards(communes=(work,)).communes[0].supervisions
    4
    """

    communes: tuple[InspectionBoardWork, ...] = table(key="place.name", merge=True)
    total: InspectionBoardWork = row("T", "Cộng", printed="", total_of="communes")
