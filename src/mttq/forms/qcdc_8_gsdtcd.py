"""Quarterly set on grassroots democracy, VI: the Community Investment Supervision Boards.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.  Works in the place are a state: of a year those of its last quarter.
"""

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._grassroots import Commune
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["InvestmentBoardWork", "InvestmentBoards"]


@columns
@attrs.frozen(kw_only=True)
class InvestmentBoardWork:
    """What the board of a commune did."""

    place: Commune = column()
    projects: Count | None = column("Số công trình, dự án trên địa bàn", unit="projects", stock=True)
    supervisions: Count | None = column("Số cuộc giám sát", unit="supervisions", needed="violations")
    violations: Count | None = column("Phát hiện số sai phạm/công trình, dự án", unit="cases")
    recommended: Count | None = column("Số vụ việc kiến nghị", unit="cases")
    money_recovered: Money | None = column("Thu hồi tiền (đồng)")
    settlement_cut: Money | None = column("Giảm trừ quyết toán (đồng)")
    money_otherwise: Money | None = column("Xử lý khác (đồng)")


@form("qcdc-8-gsdtcd", title="VI. Kết quả hoạt động của Ban Giám sát đầu tư của cộng đồng")
@attrs.frozen(kw_only=True)
class InvestmentBoards:
    """The Community Investment Supervision Boards of a quarter, one line for each commune.

    >>> InvestmentBoards().total.projects
    """

    communes: tuple[InvestmentBoardWork, ...] = table(key="place.name", merge=True)
    total: InvestmentBoardWork = row("T", "Cộng", printed="", total_of="communes")
