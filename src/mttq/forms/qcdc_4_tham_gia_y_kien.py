"""Quarterly set on grassroots democracy, III: what the people give their opinion on.

A province's running system, quarterly, seen in November 2026; filled in by communes.
"""

import datetime as dt
import enum

import attrs

from mttq.forms._columns import columns
from mttq.forms._labels import column, table
from mttq.forms._register import form

__all__ = ["Consultation", "Consultations", "OpinionWay"]


class OpinionWay(enum.Enum):
    """How opinions are asked for: several may be marked."""

    DIALOGUE = "HN tiếp xúc đối thoại"
    MEETING = "Họp dân"
    BALLOT = "Phát phiếu"
    MAILBOX = "Hòm thư"
    WORKING_BOARD = "Ban CTMT"
    WEBSITE = "Trang tin điện tử"
    SOCIAL_NETWORK = "Mạng xã hội"
    HELD_DIALOGUE = "Tổ chức đối thoại"


@columns
@attrs.frozen(kw_only=True)
class Consultation:
    """One subject."""

    commune: str | None = column("Tên xã, phường, thị trấn")
    code: str | None = column("MSND")
    section: str | None = column("Mục")
    subject: str | None = column("Nội dung")
    summary: str | None = column("Tóm tắt nội dung lấy ý kiến")
    ways: frozenset[OpinionWay] = column("Hình thức lấy ý kiến", ticked=True)
    begun: dt.date | None = column("Từ ngày")
    ended: dt.date | None = column("Đến ngày", at_least="begun")
    plan: str | None = column("Kế hoạch lấy ý kiến")
    account: str | None = column("BC giải trình")
    draft: str | None = column("Dự thảo xin ý kiến")


@form("qcdc-4-tham-gia-y-kien", title="III. Nhân dân tham gia ý kiến")
@attrs.frozen(kw_only=True)
class Consultations:
    """What the people were asked about in a quarter, one line for each subject.

    >>> Consultations().subjects
    ()
    """

    subjects: tuple[Consultation, ...] = table(key=("commune", "subject"))
