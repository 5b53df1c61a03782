"""Register of supervision and social criticism, planned and held.

Seen in November 2026 in a provincial system of Nghệ An; practice under Decisions 217-QĐ/TW and 218-QĐ/TW.
Its time may be a day, or a quarter in words.
"""

import datetime as dt
import enum
from typing import ClassVar, Final, Self

import attrs

from mttq.forms._columns import columns
from mttq.forms._labels import column, table
from mttq.forms._register import form
from mttq.model import SocialCriticism, Supervision, SupervisionRecords
from mttq.model.supervision import ActivityState
from mttq.values import PartialDate, Period, Share
from mttq.wording import name_of

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
    ended: dt.date | None = column("Ngày kết thúc", at_least="begun")
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

    entered_from: ClassVar[str] = "supervision"

    @classmethod
    def tally(cls, records: SupervisionRecords) -> Self:
        """Enter supervisions and sessions of social criticism as their records tell them, in their order.

        A record that only counts several activities is no line; what no record tells stays blank.

        >>> from mttq.model import ActivityState, Supervision, SupervisionRecords
        >>> record = Supervision(subject="Thu, chi", state=ActivityState.DONE)
        >>> entry = SupervisionRegister.tally(SupervisionRecords(supervisions=(record,))).activities[0]
        >>> entry.kind.value, entry.subject, entry.state.value
        ('Giám sát', 'Thu, chi', 'Đã hoàn thành')
        """
        found: tuple[Supervision | SocialCriticism, ...] = (*records.supervisions, *records.criticisms)
        return cls(activities=tuple(_entry(item) for item in found if item.count in (None, 1)))


_STATES: Final = {
    state: Progress["EXPECTED" if state.name == "INTENDED" else state.name] for state in ActivityState
}


def _entry(record: Supervision | SocialCriticism) -> WatchEntry:
    entry = WatchEntry(
        level=None if record.tier is None else name_of(record.tier),
        kind=WatchKind.CRITICISM,
        subject=record.subject,
        how=None if record.form is None else record.form.value,
        begun=record.date,
        time=record.period,
        state=None if record.state is None else _STATES[record.state],
        led_by=record.led_by,
    )
    if isinstance(record, SocialCriticism):
        return entry
    return attrs.evolve(
        entry,
        kind=WatchKind.SUPERVISION if record.kind is None else WatchKind[record.kind.name],
        supervised="; ".join(map(str, record.supervised)) or None,
        ended=record.ended,
        done=record.progress,
    )
