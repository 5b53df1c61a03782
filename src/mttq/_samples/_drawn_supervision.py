"""Dated records of supervision, criticism and dialogues: as many as the appendix counts."""

import datetime as dt
from typing import Final

from mttq._samples._drawn_facts import SUBJECTS, Facts
from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    Feedback,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.values import Tier

__all__ = ["supervision_of"]

_DRAFTS: Final = (
    "Dự thảo kế hoạch phát triển kinh tế - xã hội",
    "Dự thảo quy hoạch sử dụng đất đến năm 2030",
    "Dự thảo đề án xây dựng nông thôn mới nâng cao",
    "Dự thảo quy chế hoạt động của nhà văn hóa thôn",
)


def supervision_of(facts: Facts) -> SupervisionRecords:
    """Date as many events as the appendix counts."""
    commune = UnitRef(kind=UnitKind.COMMUNE, name=facts.commune)
    supervised = (
        (SupervisionForm.DOCUMENT_STUDY, facts.document_studies),
        (SupervisionForm.DELEGATION, facts.delegations),
    )
    criticised = (
        (CriticismForm.CONFERENCE, facts.conferences),
        (CriticismForm.WRITTEN, facts.written),
        (CriticismForm.DIRECT_DIALOGUE, facts.direct_dialogues),
    )
    hosts = (
        (DialogueHost.PARTY_HEAD, facts.party_dialogues),
        (DialogueHost.GOVERNMENT_HEAD, facts.government_dialogues),
    )
    return SupervisionRecords(
        supervisions=tuple(
            Supervision(
                form=form,
                date=day,
                subject=SUBJECTS[number % len(SUBJECTS)],
                tier=Tier.COMMUNE,
                led_by=facts.committee,
                supervised=(commune,),
                supervised_count=1,
                ended=day + dt.timedelta(2),
                plan_sent=day - dt.timedelta(20),
                report_received=day - dt.timedelta(10),
                result_reported=day + dt.timedelta(9),
                recommendations=2,
                answered=2,
            )
            for form, events in supervised
            for number, day in enumerate(facts.days(events))
        ),
        criticisms=tuple(
            SocialCriticism(
                form=form,
                date=day,
                subject=_DRAFTS[number % len(_DRAFTS)],
                tier=Tier.COMMUNE,
                received=day - dt.timedelta(20),
                submitted=day + dt.timedelta(5),
                opinions=3,
                accepted=2,
            )
            for form, events in criticised
            for number, day in enumerate(facts.days(events))
        ),
        feedback=tuple(
            Feedback(
                date=day, subject=_DRAFTS[number % len(_DRAFTS)], tier=Tier.COMMUNE, opinions=5, accepted=4
            )
            for number, day in enumerate(facts.days(2 * facts.size))
        ),
        dialogues=tuple(
            Dialogue(host=host, date=day, tier=Tier.COMMUNE, attendances=90, opinions=9, answered=9)
            for host, events in hosts
            for day in facts.days(events)
        ),
        voter_meetings=tuple(
            VoterMeeting(date=day, tier=Tier.COMMUNE, attendances=120, opinions=12, answered=11)
            for day in facts.days(2 * facts.size)
        ),
    )
