"""Quarterly set on grassroots democracy, IV: what the people inspect and supervise.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.
"""

import enum

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._grassroots import LAST_OF_DISTRICTS
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["Addressees", "PeoplesSupervision", "Supervised", "Supervisor"]


class Supervisor(enum.Enum):
    """Who supervised."""

    INSPECTION_BOARD = "Ban thanh tra nhân dân"
    INVESTMENT_BOARD = "Ban giám sát đầu tư của cộng đồng"
    OTHER = "Khác"


@columns
@attrs.frozen(kw_only=True)
class Addressees:
    """Recommendations by whom they are addressed to."""

    party: Count | None = column("Với cấp ủy", unit="recommendations")
    government: Count | None = column("Với chính quyền", unit="recommendations")
    others: Count | None = column("Khác", unit="recommendations")


@columns
@attrs.frozen(kw_only=True)
class Supervised:
    """One supervision."""

    district: str | None = column("Huyện/TP", until=LAST_OF_DISTRICTS)
    subject: str | None = column("Nội dung giám sát")
    by: Supervisor | None = column("Cơ quan thực hiện", ticked=True)
    recommendations: Addressees = column("Số ý kiến kiến nghị sau giám sát")
    note: str | None = column("Ghi chú")


@columns
@attrs.frozen(kw_only=True)
class Recommendations:
    """The total line."""

    recommendations: Addressees = column("Số ý kiến kiến nghị sau giám sát")


@form("qcdc-6-giam-sat", title="IV. Nhân dân kiểm tra, giám sát")
@attrs.frozen(kw_only=True)
class PeoplesSupervision:
    """What the people supervised in a quarter, one line for each supervision.

    >>> PeoplesSupervision().total.recommendations.party
    """

    supervisions: tuple[Supervised, ...] = table(key="subject")
    total: Recommendations = row("T", "Cộng", printed="", total_of="supervisions")
