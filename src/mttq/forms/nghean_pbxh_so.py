"""Register of supervision and social criticism, planned and held.

Seen in November 2026 in a provincial system of Nghệ An; practice under Decisions 217-QĐ/TW and 218-QĐ/TW.
Its time may be a day, or a quarter in words.
"""

import datetime as dt
import enum

import attrs

from mttq.forms._columns import columns
from mttq.forms._labels import column, table
from mttq.forms._register import form
from mttq.values import PartialDate, Period, Share

__all__ = ["Progress", "SupervisionRegister", "WatchEntry", "WatchKind"]


class WatchKind(enum.Enum):
    """What kind of activity it is."""

    SUPERVISION = "Giám sát"
    CRITICISM = "Phản biện"
    INSPECTION = "Kiểm tra"
    COMMUNITY = "Giám sát cộng đồng"


class Progress(enum.Enum):
    """How far it is."""

    EXPECTED = "Dự kiến"
    PLANNED = "Đã lập kế hoạch"
    UNDER_WAY = "Đang thực hiện"
    DONE = "Đã hoàn thành"
    SUSPENDED = "Tạm dừng"


@columns
@attrs.frozen(kw_only=True)
class WatchEntry:
    """One activity."""

    level: str | None = column("Cấp")
    kind: WatchKind | None = column("Loại hình")
    subject: str | None = column("Nội dung")
    supervised: str | None = column("Đối tượng")
    how: str | None = column("Hình thức")
    begun: dt.date | None = column("Ngày bắt đầu")
    ended: dt.date | None = column("Ngày kết thúc")
    time: PartialDate | Period | None = column("Thời gian")
    state: Progress | None = column("Tình trạng")
    led_by: str | None = column("Đơn vị chủ trì")
    advised_by: str | None = column("Phòng tham mưu")
    carried_out_by: str | None = column("Đơn vị thực hiện")
    outcome: str | None = column("Kết quả, kiến nghị")
    done: Share | None = column("% hoàn thành")


@form("nghean-pbxh-so", title="Sổ giám sát, phản biện xã hội")
@attrs.frozen(kw_only=True)
class SupervisionRegister:
    """The activities of a year.

    >>> SupervisionRegister(activities=(WatchEntry(kind=WatchKind.SUPERVISION),)).activities[0].kind.value
    'Giám sát'
    """

    activities: tuple[WatchEntry, ...] = table(key=("kind", "subject"))
