"""Both appendices of Kết luận 62-KL/TW, filled in from drawn facts."""

from mttq._samples._drawn_facts import Facts
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.forms.kl62_pl1 import (
    Allowance,
    Allowances,
    Cadres,
    CadreTotals,
    Conferences,
    Dissemination,
    Education,
    EducationByTier,
    Inspections,
    IssuedDocuments,
    Movements,
    PoliticalTheory,
    PoliticalTheoryByTier,
    Reorganised,
    SplitTransfers,
    TransfersByTier,
)
from mttq.forms.kl62_pl1 import Membership as MembershipRows
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import Membership
from mttq.values import Pair, Tiered, Triple

__all__ = ["appendices"]


def appendices(facts: Facts, membership: Membership) -> tuple[object, ...]:
    """Fill in both appendices."""
    return (
        ImplementationAppendix(
            dissemination=_dissemination(facts),
            movements=Movements(
                started=facts.between(3, 9),
                commendation_conferences=facts.between(3, 9),
                commended=Pair(facts.uneven(12, 30), facts.uneven(50, 90)),
            ),
            cadres=_cadres(facts),
            membership=MembershipRows(
                members=Pair(membership.union_members or 0, membership.association_members or 0),
                admitted=Pair(
                    membership.admitted_union_members or 0, membership.admitted_association_members or 0
                ),
                nominated_to_party=Pair(facts.uneven(15, 25), facts.uneven(10, 30)),
                admitted_to_party=facts.uneven(11, 24),
            ),
            allowances=Allowances(communes=_all(1), villages=_all(facts.villages), branch_heads=_all(1)),
        ),
        _participation(facts),
    )


def _dissemination(facts: Facts) -> Dissemination:
    separate, integrated = facts.uneven(5, 15), facts.uneven(20, 40)
    return Dissemination(
        conferences=Conferences(
            separate=separate,
            integrated=integrated,
            people_reached=facts.uneven(25 * (separate + integrated), 60 * (separate + integrated)),
        ),
        documents=IssuedDocuments(commune=facts.uneven(8, 19)),
        inspections=Inspections(commune=facts.between(5, 9)),
    )


def _cadres(facts: Facts) -> Cadres:
    number, moved = facts.between(4, 8), facts.between(3, 9)
    education, theory, transferred = (_split(facts, whole) for whole in (number, number, moved))
    return Cadres(
        reorganised=Reorganised(total=1, communes=1),
        full_time=CadreTotals(total=number, commune=number),
        education=EducationByTier(commune=Education(**dict(zip(_EDUCATION, education, strict=True)))),
        political_theory=PoliticalTheoryByTier(commune=PoliticalTheory(levels=Triple(*theory))),
        transferred=TransfersByTier(
            total=moved, commune=SplitTransfers(**dict(zip(_BODIES, transferred, strict=True)))
        ),
        trained=CadreTotals(total=number, commune=number),
        peoples_inspection=Pair(1, max(5, facts.villages)),
        investment_supervision=Pair(2, 11),
    )


_EDUCATION = ("postgraduate", "university", "below_university")
_BODIES = ("party", "government", "unions")


def _split(facts: Facts, whole: int) -> tuple[int, int, int]:
    """Part a number in three, none of them 0."""
    first = facts.between(1, whole - 2)
    second = facts.between(1, whole - first - 1)
    return first, second, whole - first - second


def _all(number: int) -> Allowance:
    return Allowance(total=number, at_norm=number, above_norm=0, below_norm=0, not_received=0)


def _participation(facts: Facts) -> ParticipationAppendix:
    return ParticipationAppendix(
        supervision=SupervisionTable(
            document_studies=Tiered(commune=Pair(facts.document_studies, facts.document_studies)),
            delegations=Tiered(commune=Pair(facts.delegations, facts.delegations)),
        ),
        criticism=SocialCriticismTable(
            requested=Tiered(commune=facts.uneven(facts.sessions, facts.sessions + 3)),
            sessions=Tiered(commune=facts.sessions),
            conferences=Tiered(commune=facts.conferences),
            written=Tiered(commune=facts.written),
            dialogues=Tiered(commune=facts.direct_dialogues),
            opinions=Tiered(commune=3 * facts.sessions),
        ),
        feedback=FeedbackTable(
            party_dialogues=Tiered(commune=facts.party_dialogues),
            government_dialogues=Tiered(commune=facts.government_dialogues),
        ),
    )
