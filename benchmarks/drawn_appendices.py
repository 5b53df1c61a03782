"""Both appendices of a commune: totals are the sums of their parts, counts are those of the records."""

from collections.abc import Iterable

from drawn_commune import Commune

from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.forms import kl62_pl1 as pl1
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import supervision
from mttq.model.membership import OrganisationMembership
from mttq.values import Pair, Tiered, Triple

__all__ = ["implementation_of", "participation_of", "sum_of_members"]


def implementation_of(commune: Commune, members: Iterable[OrganisationMembership]) -> ImplementationAppendix:
    separate, integrated = commune.between(5, 15), commune.between(20, 40)
    cadres = commune.between(4, 8)
    education, theory, transferred, trained = (
        _split(commune, number) for number in (cadres, cadres, commune.between(3, 9), cadres)
    )
    one = pl1.Allowance(total=1, at_norm=1, above_norm=0, below_norm=0, not_received=0)
    return ImplementationAppendix(
        dissemination=pl1.Dissemination(
            conferences=pl1.Conferences(
                separate=separate,
                integrated=integrated,
                people_reached=(separate + integrated) * commune.between(25, 60) + commune.between(1, 9),
            ),
            documents=pl1.IssuedDocuments(commune=commune.between(8, 19)),
            inspections=pl1.Inspections(commune=commune.between(5, 9)),
        ),
        movements=pl1.Movements(
            started=commune.between(3, 9),
            commendation_conferences=commune.between(3, 9),
            commended=Pair(commune.between(12, 30), commune.between(50, 90)),
        ),
        cadres=pl1.Cadres(
            reorganised=pl1.Reorganised(total=1, communes=1),
            full_time=pl1.CadreTotals(total=cadres, commune=cadres),
            education=pl1.EducationByTier(
                commune=pl1.Education(
                    postgraduate=education[0], university=education[1], below_university=education[2]
                )
            ),
            political_theory=pl1.PoliticalTheoryByTier(commune=pl1.PoliticalTheory(levels=Triple(*theory))),
            transferred=pl1.TransfersByTier(
                total=sum(transferred),
                commune=pl1.SplitTransfers(
                    party=transferred[0], government=transferred[1], unions=transferred[2]
                ),
            ),
            trained=pl1.CadreTotals(total=sum(trained), commune=sum(trained)),
            peoples_inspection=Pair(1, max(5, commune.villages)),
            investment_supervision=Pair(2, 12),
        ),
        membership=pl1.Membership(
            members=sum_of_members(members, "closing"),
            admitted=sum_of_members(members, "admitted"),
            nominated_to_party=Pair(commune.between(15, 25), commune.between(10, 30)),
            admitted_to_party=commune.between(11, 24),
        ),
        allowances=pl1.Allowances(
            communes=one,
            villages=pl1.Allowance(
                total=commune.villages, at_norm=commune.villages, above_norm=0, below_norm=0, not_received=0
            ),
            branch_heads=one,
        ),
    )


def _split(commune: Commune, number: int) -> tuple[int, int, int]:
    """Part a number in three, none of them 0."""
    first = commune.between(1, number - 2)
    second = commune.between(1, number - first - 1)
    return first, second, number - first - second


def sum_of_members(members: Iterable[OrganisationMembership], figure: str) -> Pair:
    """Add up a figure of the unions, and of the associations."""
    sums = {True: 0, False: 0}
    for item in members:
        sums[item.organisation.has_union_members] += getattr(item, figure)
    return Pair(sums[True], sums[False])


def participation_of(commune: Commune, records: supervision.SupervisionRecords) -> ParticipationAppendix:
    form, criticism = supervision.SupervisionForm, supervision.CriticismForm

    def supervised(kind: supervision.SupervisionForm) -> Tiered[Pair | int]:
        found = [item for item in records.supervisions if item.form is kind]
        return Tiered(commune=Pair(len(found), sum(item.supervised_count or 0 for item in found)))

    def criticised(kind: supervision.CriticismForm) -> Tiered[int]:
        return Tiered(commune=sum(item.form is kind for item in records.criticisms))

    def talked(host: supervision.DialogueHost) -> Tiered[int]:
        return Tiered(commune=sum(item.host is host for item in records.dialogues))

    sessions = len(records.criticisms)
    return ParticipationAppendix(
        supervision=SupervisionTable(
            document_studies=supervised(form.DOCUMENT_STUDY), delegations=supervised(form.DELEGATION)
        ),
        criticism=SocialCriticismTable(
            requested=Tiered(commune=sessions + commune.between(0, 3)),
            sessions=Tiered(commune=sessions),
            conferences=criticised(criticism.CONFERENCE),
            written=criticised(criticism.WRITTEN),
            dialogues=criticised(criticism.DIRECT_DIALOGUE),
            opinions=Tiered(commune=sum(item.opinions or 0 for item in records.criticisms)),
        ),
        feedback=FeedbackTable(
            party_dialogues=talked(supervision.DialogueHost.PARTY_HEAD),
            government_dialogues=talked(supervision.DialogueHost.GOVERNMENT_HEAD),
        ),
    )
