"""Quarterly set on grassroots democracy, VII: complaints and denunciations.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.  What was open when the year began is not asked for, so what is open is at least what was received
less what was settled.
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._grassroots import Commune
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["Complaints", "ComplaintsOf", "Span"]


@columns
@attrs.frozen(kw_only=True)
class Span:
    """A figure of the quarter, and of the year so far."""

    quarter: Count | None = column("Trong kỳ báo cáo", unit="petitions", at_most="year")
    year: Count | None = column("Tính từ đầu năm", unit="petitions", cumulative=True)


@columns
@attrs.frozen(kw_only=True)
class ComplaintsOf:
    """The complaints of a commune."""

    place: Commune = column()
    received: Span = column("Đã tiếp nhận")
    settled: Span = column("Đã được giải quyết")
    open: Count | None = column(
        "Tổng số chưa được giải quyết",
        unit="petitions",
        stock=True,
        at_least=("received.year", "-settled.year"),
    )
    note: str | None = column("Ghi chú")


@form("qcdc-9-don-thu", title="VII. Đơn thư khiếu nại, tố cáo")
@attrs.frozen(kw_only=True)
class Complaints:
    """Complaints and denunciations of a quarter, one line for each commune.

    >>> Complaints(total=ComplaintsOf(received=Span(quarter=3, year=5))).total.received.year
    5
    """

    communes: tuple[ComplaintsOf, ...] = table(key="place.name", merge=True)
    total: ComplaintsOf = row("T", "Cộng", printed="", total_of="communes")
