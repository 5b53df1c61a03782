"""Supervision, social criticism, feedback, dialogue and voter meetings as dated records.

Luật MTTQ Việt Nam 75/2015/QH13: forms of supervision Điều 27, of social criticism Điều 34.
"""

import datetime as dt
import enum
from typing import Annotated

import attrs

from mttq._declared.relations import at_least, at_most
from mttq._declared.types import KEY, Count, Label, checked
from mttq.model.units import UnitRef
from mttq.values import DocumentRef, Tier

__all__ = [
    "CriticismForm",
    "Dialogue",
    "DialogueHost",
    "Feedback",
    "SocialCriticism",
    "Supervision",
    "SupervisionForm",
    "SupervisionRecords",
    "VoterMeeting",
]


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


@attrs.frozen(kw_only=True, field_transformer=checked)
class Supervision:
    """One supervision (cuộc giám sát).

    Args:
        form: one of the four forms.
        date: the day on which it begins.
        subject: what is supervised; one subject on one day in one form is one supervision.
        tier: the level that holds it; None is the reporter's own.
        led_by: the body that leads it.
        supervised: the units supervised, where they are named.
        supervised_count: how many units are supervised.
        ended: the day on which it ends.
        plan_sent: the day on which plan, decision and request were sent.
        report_received: the day on which the report of the unit supervised came in.
        result_reported: the day on which the head of the delegation reported.
        recommendations: recommendations made.
        answered: those of them that were answered.
    """

    form: Annotated[SupervisionForm, Label("Hình thức"), KEY]
    date: Annotated[dt.date, Label("Ngày"), KEY]
    subject: Annotated[str, Label("Nội dung"), KEY]
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    led_by: Annotated[str | None, Label("Đơn vị chủ trì"), KEY] = None
    supervised: Annotated[tuple[UnitRef, ...], Label("Đơn vị được giám sát")] = ()
    supervised_count: Annotated[Count | None, Label("Số đơn vị được giám sát"), at_least("#supervised")] = (
        None
    )
    ended: Annotated[dt.date | None, Label("Ngày kết thúc"), at_least("date")] = None
    plan_sent: Annotated[dt.date | None, Label("Ngày gửi kế hoạch"), at_most("date")] = None
    report_received: Annotated[
        dt.date | None, Label("Ngày nhận báo cáo của đơn vị được giám sát"), at_most("ended")
    ] = None
    result_reported: Annotated[
        dt.date | None, Label("Ngày Trưởng đoàn báo cáo kết quả"), at_least("ended")
    ] = None
    recommendations: Annotated[Count | None, Label("Số kiến nghị")] = None
    answered: Annotated[Count | None, Label("Số kiến nghị được trả lời"), at_most("recommendations")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class SocialCriticism:
    """One social criticism (cuộc phản biện xã hội) of a draft of the same-level state agency."""

    form: Annotated[CriticismForm, Label("Hình thức"), KEY]
    date: Annotated[dt.date, Label("Ngày"), KEY]
    subject: Annotated[str, Label("Dự thảo"), KEY]
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    document: Annotated[DocumentRef | None, Label("Văn bản")] = None
    received: Annotated[dt.date | None, Label("Ngày nhận dự thảo"), at_most("date")] = None
    submitted: Annotated[dt.date | None, Label("Ngày trình dự thảo"), at_least("received")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    accepted: Annotated[Count | None, Label("Số ý kiến được tiếp thu"), at_most("opinions")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Feedback:
    """One session of opinions on the building of Party and government (góp ý)."""

    date: Annotated[dt.date, Label("Ngày"), KEY]
    subject: Annotated[str, Label("Nội dung"), KEY]
    tier: Annotated[Tier | None, Label("Cấp chủ trì"), KEY] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    accepted: Annotated[Count | None, Label("Số ý kiến được tiếp thu"), at_most("opinions")] = None


class DialogueHost(enum.StrEnum):
    """Who meets the people: the head of the Party committee or of the government."""

    PARTY_HEAD = "người đứng đầu cấp ủy"
    GOVERNMENT_HEAD = "người đứng đầu chính quyền"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Dialogue:
    """One dialogue (đối thoại) with the people; the subject distinguishes two dialogues of one day."""

    host: Annotated[DialogueHost, Label("Người chủ trì"), KEY]
    date: Annotated[dt.date, Label("Ngày"), KEY]
    subject: Annotated[str | None, Label("Nội dung"), KEY] = None
    tier: Annotated[Tier | None, Label("Cấp"), KEY] = None
    attendances: Annotated[Count | None, Label("Lượt người dự")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến")] = None
    answered: Annotated[Count | None, Label("Số ý kiến được trả lời"), at_most("opinions")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class VoterMeeting:
    """One meeting of deputies with voters (tiếp xúc cử tri)."""

    date: Annotated[dt.date, Label("Ngày"), KEY]
    tier: Annotated[Tier | None, Label("Cấp đại biểu"), KEY] = None
    attendances: Annotated[Count | None, Label("Lượt cử tri dự")] = None
    opinions: Annotated[Count | None, Label("Số ý kiến, kiến nghị")] = None
    answered: Annotated[Count | None, Label("Số kiến nghị được trả lời"), at_most("opinions")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class SupervisionRecords:
    """All dated records; the counts of a report stand in its appendices and statements."""

    supervisions: Annotated[tuple[Supervision, ...], Label("Cuộc giám sát")] = ()
    criticisms: Annotated[tuple[SocialCriticism, ...], Label("Cuộc phản biện xã hội")] = ()
    feedback: Annotated[tuple[Feedback, ...], Label("Cuộc góp ý")] = ()
    dialogues: Annotated[tuple[Dialogue, ...], Label("Cuộc đối thoại")] = ()
    voter_meetings: Annotated[tuple[VoterMeeting, ...], Label("Cuộc tiếp xúc cử tri")] = ()
