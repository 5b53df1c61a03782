"""Quarterly set on grassroots democracy, II: what the people discuss and decide directly.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.  Money and workdays stand in one group of columns, so no sum is declared; no total line is printed.
"""

import enum

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._labels import column, table
from mttq.forms._register import form

__all__ = ["Decided", "Decision", "Discussion"]


class Discussion(enum.Enum):
    """How a matter was discussed; the page prints "Phát biểu" for "Phát phiếu"."""

    MEETING = "Hội nghị"
    BALLOT = "Phát phiếu"
    VOTE = "Biểu quyết"


@columns
@attrs.frozen(kw_only=True)
class Contribution:
    """Where the value of a decision comes from."""

    state_budget: Money | None = column("NSNN")
    people: Money | None = column("Nhân dân đóng góp (tiền)")
    workdays: Count | None = column("Ngày công", unit="workdays")
    other: Money | None = column("Khác")


@columns
@attrs.frozen(kw_only=True)
class Decision:
    """One matter."""

    commune: str | None = column("Tên xã, phường, thị trấn")
    led_by: str | None = column("Cơ quan chủ trì")
    options: Count | None = column("Số phương án được chuẩn bị", unit="options")
    subject: str | None = column("Nội dung")
    summary: str | None = column("Tóm tắt nội dung")
    value: Money | None = column("Tổng giá trị", at_least=("of_it.state_budget", "of_it.people"))
    of_it: Contribution = column("Trong đó")
    how: Discussion | None = column("Hình thức bàn")
    result: str | None = column("Kết quả biểu quyết")


@form("qcdc-2-ban-quyet-dinh", title="II. Nhân dân bàn và quyết định trực tiếp")
@attrs.frozen(kw_only=True)
class Decided:
    """What the people decided directly in a quarter, one line for each matter.

    >>> Decided(matters=(Decision(subject="Đường thôn", value=120_000_000),)).matters[0].of_it.people
    """

    matters: tuple[Decision, ...] = table(key=("commune", "subject"))
