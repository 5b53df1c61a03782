"""Phụ lục 2: supervision, social criticism and opinions on the building of Party and government.

Three tables with a column for each tier, after Quyết định 217-QĐ/TW and 218-QĐ/TW of 12/12/2013.
"""

import attrs

from mttq.forms._form import form
from mttq.labels import row, section
from mttq.typed import Count
from mttq.values import Pair, Tiered

__all__ = ["FeedbackTable", "ParticipationAppendix", "SocialCriticismTable", "SupervisionTable"]


@attrs.frozen(kw_only=True)
class SupervisionTable:
    """1. Supervision."""

    document_studies: Tiered[Pair | Count] = row(
        "1",
        "Số cuộc giám sát bằng hình thức nghiên cứu, xem xét văn bản/Số đơn vị được giám sát",
        parts=("cuộc", "đơn vị được giám sát"),
    )
    delegations: Tiered[Pair | Count] = row(
        "2",
        "Số đoàn giám sát bằng hình thức thành lập đoàn giám sát/Số đơn vị được giám sát",
        parts=("đoàn", "đơn vị được giám sát"),
    )


@attrs.frozen(kw_only=True)
class SocialCriticismTable:
    """2. Social criticism."""

    requested: Tiered[Count] = row("1", "Số văn bản được yêu cầu phản biện xã hội")
    sessions: Tiered[Count] = row(
        "2",
        "Số cuộc phản biện xã hội",
        total_of=("conferences", "written", "dialogues"),
        rule="CRI001",
    )
    conferences: Tiered[Count] = row("2a", "Tổ chức hội nghị", printed="+")
    written: Tiered[Count] = row("2b", "Gửi văn bản dự thảo", printed="+")
    dialogues: Tiered[Count] = row("2c", "Phản biện xã hội bằng hình thức đối thoại trực tiếp", printed="+")
    opinions: Tiered[Count] = row("3", "Tổng số ý kiến tham gia phản biện xã hội")


@attrs.frozen(kw_only=True)
class FeedbackTable:
    """3. Opinions on the building of Party and government."""

    party_dialogues: Tiered[Count] = row(
        "1", "Số cuộc tổ chức đối thoại giữa người đứng đầu cấp ủy với nhân dân"
    )
    government_dialogues: Tiered[Count] = row(
        "2", "Số cuộc tổ chức đối thoại giữa người đứng đầu chính quyền với nhân dân"
    )


@form(
    "kl62-pl2",
    name="Phụ lục 2",
    title="Tham gia giám sát, phản biện xã hội; góp ý xây dựng Đảng, xây dựng chính quyền theo "
    "Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị",
    tiers=True,
)
@attrs.frozen(kw_only=True)
class ParticipationAppendix:
    """Phụ lục 2 of a report on Kết luận 62-KL/TW.

    >>> from mttq.values import Tiered
    >>> appendix = ParticipationAppendix(criticism=SocialCriticismTable(sessions=Tiered(commune=15)))
    >>> appendix.criticism.sessions.commune, appendix.criticism.opinions.commune
    (15, None)
    """

    supervision: SupervisionTable = section("1", "Công tác giám sát")
    criticism: SocialCriticismTable = section("2", "Công tác phản biện xã hội")
    feedback: FeedbackTable = section("3", "Tham gia góp ý xây dựng Đảng, xây dựng chính quyền")
