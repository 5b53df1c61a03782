"""Quarterly set on grassroots democracy, II: what the people discuss and vote, and an authority decides.

A province's running system, quarterly, seen in November 2026; filled in by communes, added up by district and
province.  The crosses of a column are counted in its total, which no relation says.
"""

import enum

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._grassroots import LAST_OF_DISTRICTS
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["Matter", "MatterKind", "VotedOn"]


class MatterKind(enum.Enum):
    """What is voted on."""

    CONVENTION = "Hương ước"
    DISMISSAL = "Miễn nhiệm trưởng thôn"
    INSPECTION_BOARD = "Bầu Ban TTND"
    INVESTMENT_BOARD = "Bầu Ban GSĐTCĐ"


class Way(enum.Enum):
    """How a matter was discussed."""

    MEETING = "Hội nghị"
    BALLOT = "Phát phiếu"


@columns
@attrs.frozen(kw_only=True)
class Place:
    """Huyện/TP | Tên xã, phường, thị trấn, with a comma that the other forms of the set lack."""

    district: str | None = column("Huyện/TP", until=LAST_OF_DISTRICTS)
    name: str | None = column("Tên xã, phường, thị trấn")


@columns
@attrs.frozen(kw_only=True)
class Matter:
    """One matter."""

    place: Place = column()
    subject: str | None = column("Nội dung công việc")
    kind: MatterKind | None = column("Loại công việc")
    led_by: str | None = column("Cơ quan chủ trì")
    how: frozenset[Way] = column("Hình thức bàn", ticked=True)
    options: Count | None = column("Số phương án được chuẩn bị", unit="options")
    result: str | None = column("Kết quả biểu quyết")


@columns
@attrs.frozen(kw_only=True)
class Ways:
    """The crosses, counted."""

    meetings: Count | None = column("Hội nghị", unit="matters")
    ballots: Count | None = column("Phát phiếu", unit="matters")


@columns
@attrs.frozen(kw_only=True)
class Matters:
    """The total line."""

    how: Ways = column("Hình thức bàn")
    options: Count | None = column(
        "Số phương án được chuẩn bị", unit="options", total_of="^matters.*.options"
    )


@form("qcdc-3-bieu-quyet", title="II. Nhân dân bàn, biểu quyết, cơ quan có thẩm quyền quyết định")
@attrs.frozen(kw_only=True)
class VotedOn:
    """What the people voted on in a quarter, one line for each matter.

    >>> VotedOn(matters=(Matter(how=frozenset({Way.MEETING})),)).total.how.meetings
    """

    matters: tuple[Matter, ...] = table(key=("place.name", "subject"))
    total: Matters = row("T", "Cộng", printed="")
