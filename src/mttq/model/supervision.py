"""Supervision, social criticism, feedback, dialogue and voter meetings, as registers keep them.

A record is of one activity, by its day, or of several that are told together, by their number (`count`).

Luật MTTQ Việt Nam 75/2015/QH13: forms of supervision Điều 27, of social criticism Điều 34.
"""

import datetime as dt
import enum
from typing import Annotated, Final

import attrs

from mttq._declared.relations import During, at_least, at_most, deadline, total_of
from mttq._declared.types import KEY, LATER_KEY, Count, Label, checked
from mttq.model.units import UnitRef
from mttq.values import DocumentRef, Period, Share, Tier

__all__ = [
    "ActivityState",
    "CriticismForm",
    "Dialogue",
    "DialogueHost",
    "Feedback",
    "Lead",
    "SocialCriticism",
    "Supervision",
    "SupervisionForm",
    "SupervisionKind",
    "SupervisionRecords",
    "VoterMeeting",
]


class ActivityState(enum.StrEnum):
    """How far an activity has come."""

    INTENDED = "dự kiến"
    PLANNED = "đã lập kế hoạch"
    UNDER_WAY = "đang thực hiện"
    DONE = "đã hoàn thành"
    SUSPENDED = "tạm dừng"


class Lead(enum.StrEnum):
    """Who leads an activity: the Front Committee, a member organisation, or both together.

    >>> [lead.name for lead in Lead]
    ['COMMITTEE', 'ORGANISATION', 'JOINT']
    """

    COMMITTEE = "Ủy ban MTTQ chủ trì"
    ORGANISATION = "tổ chức thành viên chủ trì"
    JOINT = "phối hợp chủ trì"


class SupervisionKind(enum.StrEnum):
    """What registers of supervision hold besides supervision itself.

    >>> [kind.name for kind in SupervisionKind]
    ['SUPERVISION', 'INSPECTION', 'COMMUNITY']
    """

    SUPERVISION = "giám sát"
    INSPECTION = "kiểm tra"
    COMMUNITY = "giám sát đầu tư của cộng đồng"


class SupervisionForm(enum.StrEnum):
    """The four forms of supervision."""

    DOCUMENT_STUDY = "nghiên cứu, xem xét văn bản"
    DELEGATION = "tổ chức đoàn giám sát"
    GRASSROOTS_BOARDS = "thông qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng"
    JOINED = "tham gia giám sát với cơ quan, tổ chức có thẩm quyền"


class CriticismForm(enum.StrEnum):
    """The three forms of social criticism."""

    CONFERENCE = "tổ chức hội nghị phản biện xã hội"
    WRITTEN = "gửi dự thảo văn bản"
    DIRECT_DIALOGUE = "đối thoại trực tiếp"


_SINCE_2017: Final = During("date", since=dt.date(2017, 6, 15))
"""Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN, Điều 7(3) and 9(1)."""
_SINCE_2016: Final = During("date", since=dt.date(2016, 1, 1))
"""Luật MTTQ Việt Nam 75/2015/QH13, Điều 36(1)."""
_SINCE_2023: Final = During("recommended_on", since=dt.date(2023, 7, 1))
"""Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 40(1)c and 45(2)c."""
_DELEGATION: Final = "form=DELEGATION"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Supervision:
    """One supervision (cuộc giám sát), or several that are told together.

    Args:
        form: one of the four forms.
        date: the day on which it begins.
        subject: what is supervised; one subject on one day in one form is one supervision.
        tier: the level that holds it; None is the reporter's own.
        led_by: the body that leads it.
        kind: what it is; None is supervision.
        period: when it is held, where no day is set: a quarter, a month.
        state: how far it has come; None is held.
        progress: how much of it is done.
        lead: whether the Committee leads it, a member organisation, or both.
        count: how many are told together; None is one.
        supervised: the units supervised, where they are named.
        supervised_count: how many units are supervised.
        ended: the day on which it ends.
        plan_sent: the day on which plan, decision and request were sent.
        report_received: the day on which the report of the unit supervised came in.
        result_reported: the day on which the head of the delegation reported.
        recommendations: recommendations made.
        answered: those of them that were answered.
        answered_on: the day on which the answer came in.
        recommended_on: the day on which the recommendations were sent.

    >>> from mttq.values import Period
    >>> year = Supervision(period=Period.of_year(2024), count=12, supervised_count=13)
    >>> third = Period.quarter(2026, 3)
    >>> plan = Supervision(subject="Đầu tư công", period=third, state=ActivityState.INTENDED)
    >>> year.held, plan.held
    (12, 0)
    """

    form: Annotated[SupervisionForm | None, Label("Hình thức"), KEY] = None
    date: Annotated[dt.date | None, Label("Ngày"), KEY] = None
    subject: Annotated[str | None, Label("Nội dung"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    led_by: Annotated[str | None, Label("Đơn vị chủ trì"), KEY] = None
    kind: Annotated[SupervisionKind | None, Label("Loại hình"), LATER_KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), LATER_KEY] = None
    state: Annotated[ActivityState | None, Label("Tình trạng")] = None
    progress: Annotated[Share | None, Label("Tỷ lệ hoàn thành")] = None
    lead: Annotated[Lead | None, Label("Vai trò chủ trì"), LATER_KEY] = None
    count: Annotated[Count | None, Label("Số cuộc")] = None
    supervised: Annotated[tuple[UnitRef, ...], Label("Đơn vị được giám sát")] = ()
    supervised_count: Annotated[Count | None, Label("Số đơn vị được giám sát"), at_least("#supervised")] = (
        None
    )
    ended: Annotated[dt.date | None, Label("Ngày kết thúc"), at_least("date")] = None
    plan_sent: Annotated[
        dt.date | None,
        Label("Ngày gửi kế hoạch"),
        at_most("date"),
        deadline("date - 15 days", where=_DELEGATION, during=_SINCE_2017),
    ] = None
    report_received: Annotated[
        dt.date | None,
        Label("Ngày nhận báo cáo của đơn vị được giám sát"),
        at_most("ended"),
        deadline("date - 7 days", where=_DELEGATION, during=_SINCE_2017),
    ] = None
    result_reported: Annotated[
        dt.date | None,
        Label("Ngày Trưởng đoàn báo cáo kết quả"),
        at_least("ended"),
        deadline("ended + 15 days", where=_DELEGATION, during=_SINCE_2017),
    ] = None
    recommendations: Annotated[Count | None, Label("Số kiến nghị")] = None
    answered: Annotated[Count | None, Label("Số kiến nghị được trả lời"), at_most("recommendations")] = None
    answered_on: Annotated[
        dt.date | None,
        Label("Ngày nhận trả lời kiến nghị"),
        at_least("date"),
        at_least("recommended_on"),
        deadline("recommended_on + 15 days", where="form=GRASSROOTS_BOARDS", during=_SINCE_2023),
    ] = None
    recommended_on: Annotated[dt.date | None, Label("Ngày gửi kiến nghị"), at_least("date")] = None

    @property
    def held(self) -> int:
        """How many supervisions it is that were held."""
        return _held(self)


@attrs.frozen(kw_only=True, field_transformer=checked)
class SocialCriticism:
    """One social criticism (cuộc phản biện xã hội) of a draft of the same-level state agency, or several."""

    form: Annotated[CriticismForm | None, Label("Hình thức"), KEY] = None
    date: Annotated[dt.date | None, Label("Ngày"), KEY] = None
    subject: Annotated[str | None, Label("Dự thảo"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    led_by: Annotated[str | None, Label("Đơn vị chủ trì"), LATER_KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), LATER_KEY] = None
    state: Annotated[ActivityState | None, Label("Tình trạng")] = None
    lead: Annotated[Lead | None, Label("Vai trò chủ trì"), LATER_KEY] = None
    count: Annotated[Count | None, Label("Số cuộc")] = None
    document: Annotated[DocumentRef | None, Label("Văn bản")] = None
    received: Annotated[
        dt.date | None,
        Label("Ngày nhận dự thảo"),
        at_most("date"),
        deadline("submitted - 15 days", during=_SINCE_2016),
    ] = None
    submitted: Annotated[dt.date | None, Label("Ngày trình dự thảo"), at_least("received")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    accepted: Annotated[Count | None, Label("Số ý kiến được tiếp thu"), at_most("opinions")] = None
    answered_on: Annotated[dt.date | None, Label("Ngày nhận trả lời"), at_least("date")] = None

    @property
    def held(self) -> int:
        """How many it is that were held."""
        return _held(self)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Feedback:
    """One session of opinions on the building of Party and government (góp ý), or several.

    >>> Feedback(period=Period.quarter(2023, 4), count=2, opinions=31, accepted=12).count
    2
    """

    date: Annotated[dt.date | None, Label("Ngày"), KEY] = None
    subject: Annotated[str | None, Label("Nội dung"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), LATER_KEY] = None
    state: Annotated[ActivityState | None, Label("Tình trạng")] = None
    lead: Annotated[Lead | None, Label("Vai trò chủ trì"), LATER_KEY] = None
    count: Annotated[Count | None, Label("Số cuộc")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    accepted: Annotated[Count | None, Label("Số ý kiến được tiếp thu"), at_most("opinions")] = None

    @property
    def held(self) -> int:
        """How many it is that were held."""
        return _held(self)


class DialogueHost(enum.StrEnum):
    """Who meets the people: the head of the Party committee or of the government."""

    PARTY_HEAD = "người đứng đầu cấp ủy"
    GOVERNMENT_HEAD = "người đứng đầu chính quyền"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Dialogue:
    """One dialogue (đối thoại) with the people, or several; the subject tells two of one day apart."""

    host: Annotated[DialogueHost | None, Label("Người chủ trì"), KEY] = None
    date: Annotated[dt.date | None, Label("Ngày"), KEY] = None
    subject: Annotated[str | None, Label("Nội dung"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), LATER_KEY] = None
    state: Annotated[ActivityState | None, Label("Tình trạng")] = None
    count: Annotated[Count | None, Label("Số cuộc")] = None
    attendances: Annotated[Count | None, Label("Lượt người dự")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    answered: Annotated[Count | None, Label("Số ý kiến được trả lời"), at_most("opinions")] = None

    @property
    def held(self) -> int:
        """How many it is that were held."""
        return _held(self)


@attrs.frozen(kw_only=True, field_transformer=checked)
class VoterMeeting:
    """One meeting of deputies with voters (tiếp xúc cử tri), or several.

    Args:
        carried_over: opinions of earlier meetings that were still open.
        opinions: opinions and recommendations that were gathered.
        answered: those that were answered.
        pending: those that are being dealt with.
        waiting: those that nobody has taken up yet.

    >>> VoterMeeting(date=dt.date(2023, 11, 20), attendances=86, opinions=14).opinions
    14
    """

    date: Annotated[dt.date | None, Label("Ngày"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp đại biểu"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), LATER_KEY] = None
    state: Annotated[ActivityState | None, Label("Tình trạng")] = None
    count: Annotated[Count | None, Label("Số cuộc")] = None
    attendances: Annotated[Count | None, Label("Lượt cử tri dự")] = None
    carried_over: Annotated[
        Count | None,
        Label("Số ý kiến kỳ trước chuyển sang"),
        total_of("answered", "pending", "waiting", "-opinions", optional=True),
    ] = None
    opinions: Annotated[Count | None, Label("Số ý kiến, kiến nghị")] = None
    answered: Annotated[Count | None, Label("Số kiến nghị được trả lời"), at_most("opinions")] = None
    pending: Annotated[Count | None, Label("Số kiến nghị đang xử lý")] = None
    waiting: Annotated[Count | None, Label("Số kiến nghị chờ tiếp nhận")] = None

    @property
    def held(self) -> int:
        """How many it is that were held."""
        return _held(self)


def _held(record: Supervision | SocialCriticism | Feedback | Dialogue | VoterMeeting) -> int:
    if record.state not in (None, ActivityState.DONE):
        return 0
    return 1 if record.count is None else record.count


@attrs.frozen(kw_only=True, field_transformer=checked)
class SupervisionRecords:
    """All that a report says about supervision, criticism, opinions, dialogues and meetings with voters."""

    supervisions: Annotated[tuple[Supervision, ...], Label("Cuộc giám sát")] = ()
    criticisms: Annotated[tuple[SocialCriticism, ...], Label("Cuộc phản biện xã hội")] = ()
    feedback: Annotated[tuple[Feedback, ...], Label("Cuộc góp ý")] = ()
    dialogues: Annotated[tuple[Dialogue, ...], Label("Cuộc đối thoại")] = ()
    voter_meetings: Annotated[tuple[VoterMeeting, ...], Label("Cuộc tiếp xúc cử tri")] = ()
