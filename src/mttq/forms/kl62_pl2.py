"""Phụ lục 2: supervision, social criticism and opinions on the building of Party and government.

Three tables with a column for each tier, after Quyết định 217-QĐ/TW and 218-QĐ/TW of 12/12/2013.

Each table may also be computed: `tally` counts dated records.  It counts what lies in the period, both ends
included, and was held by the level that reports; a record without a level is the reporter's own.  Records of
one form, day and subject are one joint activity.  The column of that level is filled, zeros included: no
record means that nothing was held, where a blank would mean that nothing was reported.  What the records do
not tell stays blank.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Self

import attrs

from mttq._declared.types import Count
from mttq.forms._counting import activities, activities_by, agreed, column, number_of, total, units_supervised
from mttq.forms._labels import row, section
from mttq.forms._register import form
from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    SupervisionKind,
    SupervisionRecords,
)
from mttq.values import Pair, Period, Tier, Tiered

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

    @classmethod
    def tally(cls, records: Iterable[Supervision], *, period: Period, tier: Tier) -> Self:
        """Count records of supervision; the two other forms have no line in this table.

        A unit that was supervised twice counts once; units that are only counted are taken for others than
        those named.  Where a record gives neither, the cell holds the number of supervisions alone.

        Args:
            records: the records, of any form, level and day.
            period: which days count.
            tier: the level that reports: the column to fill.

        Raises:
            ValueError: the centre has no column, or an end of the period is of an unknown year.

        >>> from datetime import date
        >>> records = [
        ...     Supervision(form=SupervisionForm.DELEGATION, date=date(2023, 5, day), subject="Đầu tư công",
        ...                 supervised_count=2)
        ...     for day in (10, 17)
        ... ]
        >>> table = SupervisionTable.tally(records, period=Period.of_year(2023), tier=Tier.COMMUNE)
        >>> table.delegations.commune
        Pair(first=2, second=4)
        """
        kinds = (None, SupervisionKind.SUPERVISION)
        of_form = activities_by(
            (item for item in records if item.kind in kinds), attrgetter("form"), period, tier
        )

        def held(form: SupervisionForm) -> Tiered[Pair | Count]:
            found = of_form(form)
            if found is None:
                return column(tier, None)
            number, units = number_of(found), units_supervised(found)
            return column(tier, number if units is None else Pair(number, units))

        return cls(
            document_studies=held(SupervisionForm.DOCUMENT_STUDY),
            delegations=held(SupervisionForm.DELEGATION),
        )


@attrs.frozen(kw_only=True)
class SocialCriticismTable:
    """2. Social criticism."""

    requested: Tiered[Count] = row("1", "Số văn bản được yêu cầu phản biện xã hội")
    sessions: Tiered[Count] = row(
        "2",
        "Số cuộc phản biện xã hội",
        total_of=("conferences", "written", "dialogues"),
        at_most="requested",
    )
    conferences: Tiered[Count] = row("2a", "Tổ chức hội nghị", printed="+")
    written: Tiered[Count] = row("2b", "Gửi văn bản dự thảo", printed="+")
    dialogues: Tiered[Count] = row("2c", "Phản biện xã hội bằng hình thức đối thoại trực tiếp", printed="+")
    opinions: Tiered[Count] = row("3", "Tổng số ý kiến tham gia phản biện xã hội", at_least="sessions")

    @classmethod
    def tally(cls, records: Iterable[SocialCriticism], *, period: Period, tier: Tier) -> Self:
        """Count records of social criticism, and add up their opinions where every record gives them.

        The drafts on which criticism was requested stay blank: a record is of a session that was held, not of
        a request.

        Args:
            records: the records, of any form, level and day.
            period: which days count.
            tier: the level that reports: the column to fill.

        Raises:
            ValueError: the centre has no column, or an end of the period is of an unknown year.

        >>> SocialCriticismTable.tally([], period=Period.of_year(2023), tier=Tier.COMMUNE).sessions.commune
        0
        """
        of_form = activities_by(records := tuple(records), attrgetter("form"), period, tier)
        known = {form: of_form(form) for form in CriticismForm}
        sessions = [session for found in known.values() for session in found or ()]
        if None in known.values():
            sessions = activities(records, period, tier)

        def held(form: CriticismForm) -> Tiered[Count]:
            found = known[form]
            return column(tier, None if found is None else number_of(found))

        opinions = (agreed([item.opinions for item in session]) for session in sessions)
        return cls(
            sessions=column(tier, number_of(sessions)),
            conferences=held(CriticismForm.CONFERENCE),
            written=held(CriticismForm.WRITTEN),
            dialogues=held(CriticismForm.DIRECT_DIALOGUE),
            opinions=column(tier, total(opinions)),
        )


@attrs.frozen(kw_only=True)
class FeedbackTable:
    """3. Opinions on the building of Party and government."""

    party_dialogues: Tiered[Count] = row(
        "1", "Số cuộc tổ chức đối thoại giữa người đứng đầu cấp ủy với nhân dân"
    )
    government_dialogues: Tiered[Count] = row(
        "2", "Số cuộc tổ chức đối thoại giữa người đứng đầu chính quyền với nhân dân"
    )

    @classmethod
    def tally(cls, records: Iterable[Dialogue], *, period: Period, tier: Tier) -> Self:
        """Count records of dialogues by who met the people.

        Args:
            records: the records, of any host, level and day.
            period: which days count.
            tier: the level that reports: the column to fill.

        Raises:
            ValueError: the centre has no column, or an end of the period is of an unknown year.

        >>> from datetime import date
        >>> records = [Dialogue(host=DialogueHost.PARTY_HEAD, date=date(2023, 6, 1))]
        >>> table = FeedbackTable.tally(records, period=Period.quarter(2023, 2), tier=Tier.COMMUNE)
        >>> table.party_dialogues.commune, table.government_dialogues.commune
        (1, 0)
        """
        of_host = activities_by(records, attrgetter("host"), period, tier)

        def held(host: DialogueHost) -> Tiered[Count]:
            found = of_host(host)
            return column(tier, None if found is None else number_of(found))

        return cls(
            party_dialogues=held(DialogueHost.PARTY_HEAD),
            government_dialogues=held(DialogueHost.GOVERNMENT_HEAD),
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

    @classmethod
    def tally(cls, records: SupervisionRecords, *, period: Period, tier: Tier) -> Self:
        """Compute all three tables from the records of a report.

        Opinions on the building of Party and government (góp ý) and meetings with voters have no line here.

        Args:
            records: the records of a report.
            period: which days count.
            tier: the level that reports: the column to fill.

        Raises:
            ValueError: the centre has no column, or an end of the period is of an unknown year.

        >>> ParticipationAppendix.tally(
        ...     SupervisionRecords(), period=Period.of_year(2023), tier=Tier.COMMUNE
        ... ).supervision.delegations.commune
        Pair(first=0, second=0)
        """
        return cls(
            supervision=SupervisionTable.tally(records.supervisions, period=period, tier=tier),
            criticism=SocialCriticismTable.tally(records.criticisms, period=period, tier=tier),
            feedback=FeedbackTable.tally(records.dialogues, period=period, tier=tier),
        )
