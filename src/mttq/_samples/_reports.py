"""A small consistent report on a commune that does not exist."""

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs

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
    Membership,
    Movements,
    PoliticalTheory,
    PoliticalTheoryByTier,
    Reorganised,
    SplitTransfers,
    TransfersByTier,
)
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import (
    Citation,
    CommitteeCategory,
    CommitteeGroup,
    FrontCommittee,
    Header,
    Heading,
    Organisation,
    PartyOrganisation,
    PopulationProfile,
    PovertyFigure,
    ReportPeriod,
    Signature,
    SigningAuthority,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.values import (
    DocumentKind,
    DocumentRef,
    Pair,
    PartialDate,
    Period,
    Share,
    Tiered,
    Triple,
)

__all__ = ["REVIEWED", "make_report"]

REVIEWED = DocumentRef(
    raw="Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị",
    kind=DocumentKind.CONCLUSION,
    number="62",
    year=2009,
    symbol="62-KL/TW",
    issuer="Bộ Chính trị",
    date=dt.date(2009, 12, 8),
)
_YEARS = Period.interval(PartialDate(year=2015, month=1), PartialDate(year=2024, month=12))


def make_report(**changes: Any) -> Report:
    """Make a consistent report on a commune that does not exist, with both appendices of Kết luận 62-KL/TW.

    Args:
        changes: fields of `Report` that shall be otherwise; `Report.with_value` changes a single figure.

    >>> make_report().unit.full_name
    'xã Mẫu'
    """
    return attrs.evolve(_sample(), **changes)


def _sample() -> Report:
    return Report(
        unit=Unit(
            kind=UnitKind.COMMUNE,
            name="Mẫu",
            parent=UnitRef(kind=UnitKind.DISTRICT, name="Mẫu"),
            valid_from=dt.date(1990, 1, 1),
        ),
        title="Báo cáo kết quả thực hiện Kết luận 62-KL/TW",
        subject="Mặt trận Tổ quốc Việt Nam xã Mẫu",
        reviewed=REVIEWED,
        as_of=PartialDate(year=2024, month=12),
        header=Header(
            issuer="Ủy ban MTTQ Việt Nam xã Mẫu",
            symbol="05/BC-MTTQ-BTT",
            place="Mẫu",
            date=dt.date(2025, 1, 10),
        ),
        periods=tuple(
            ReportPeriod(subject=subject, period=_YEARS, stated_years=years)
            for subject, years in (("review", 10), ("kl62-pl1", None), ("kl62-pl2", None))
        ),
        population=PopulationProfile(
            villages=6,
            households=1000,
            persons=4100,
            poor=PovertyFigure(households=87, share=Share(Decimal("8.7"))),
            near_poor=PovertyFigure(households=65, share=Share(Decimal("6.5"))),
        ),
        organisation=_organisation(),
        citations=(Citation(document=REVIEWED),),
        outline=tuple(
            Heading(number=number, level=level)
            for number, level in (("I", 1), ("1", 2), ("2", 2), ("II", 1), ("1", 2), ("2", 2))
        ),
        appendices=(_appendix_1(), _appendix_2()),
        recipients=("Ủy ban MTTQ Việt Nam huyện Mẫu", "Lưu: VT"),
        signature=Signature(
            authority=SigningAuthority.COLLECTIVE,
            body="Ban Thường trực Ủy ban MTTQ Việt Nam xã Mẫu",
            position="Chủ tịch",
        ),
    )


def _organisation() -> Organisation:
    category = CommitteeCategory
    groups = (
        CommitteeGroup(category=category.MEMBER_ORGANIZATION, members=9),
        CommitteeGroup(category=category.STRATA_REPRESENTATIVE, members=21),
        CommitteeGroup(category=category.WORKING_BOARD_HEAD, members=6),
        CommitteeGroup(category=category.CADRE, members=2, chairs=1, vice_chairs=1),
    )
    return Organisation(
        committee=FrontCommittee(members=38, composition=groups),
        party=PartyOrganisation(cells=9, members=214),
    )


def _appendix_1() -> ImplementationAppendix:
    return ImplementationAppendix(
        dissemination=Dissemination(
            conferences=Conferences(separate=11, integrated=26, people_reached=1373),
            documents=IssuedDocuments(commune=12),
            inspections=Inspections(commune=8),
        ),
        movements=Movements(started=7, commendation_conferences=6, commended=Pair(14, 63)),
        cadres=Cadres(
            reorganised=Reorganised(total=1, communes=1),
            full_time=CadreTotals(total=6, commune=6),
            education=EducationByTier(commune=Education(postgraduate=1, university=4, below_university=1)),
            political_theory=PoliticalTheoryByTier(commune=PoliticalTheory(levels=Triple(1, 4, 1))),
            transferred=TransfersByTier(total=3, commune=SplitTransfers(party=2, government=1, unions=0)),
            trained=CadreTotals(total=6, commune=6),
            peoples_inspection=Pair(1, 6),
            investment_supervision=Pair(2, 11),
        ),
        membership=Membership(
            members=Pair(312, 1846),
            admitted=Pair(46, 173),
            nominated_to_party=Pair(21, 17),
            admitted_to_party=29,
        ),
        allowances=Allowances(
            communes=Allowance(total=1, at_norm=1, above_norm=0, below_norm=0, not_received=0),
            villages=Allowance(total=6, at_norm=6, above_norm=0, below_norm=0, not_received=0),
            branch_heads=Allowance(total=1, at_norm=1, above_norm=0, below_norm=0, not_received=0),
        ),
    )


def _appendix_2() -> ParticipationAppendix:
    return ParticipationAppendix(
        supervision=SupervisionTable(
            document_studies=Tiered(commune=Pair(17, 23)), delegations=Tiered(commune=Pair(12, 19))
        ),
        criticism=SocialCriticismTable(
            requested=Tiered(commune=14),
            sessions=Tiered(commune=13),
            conferences=Tiered(commune=3),
            written=Tiered(commune=9),
            dialogues=Tiered(commune=1),
            opinions=Tiered(commune=47),
        ),
        feedback=FeedbackTable(party_dialogues=Tiered(commune=11), government_dialogues=Tiered(commune=16)),
    )
