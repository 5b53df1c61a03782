"""A consistent report on a commune that does not exist, drawn number by number.

Parts are drawn; totals, percentages, ledgers and what the narrative states are derived from them.  So every
rule is silent.
"""

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Final

from mttq._declared.types import unfit
from mttq._samples._drawn_appendices import appendices
from mttq._samples._drawn_facts import Facts, draw_facts, share_of
from mttq._samples._drawn_records import campaigns_of, funds_of, membership_of
from mttq._samples._drawn_registers import with_registers
from mttq._samples._drawn_supervision import supervision_of
from mttq._samples._drawn_texts import citations_of, narrative_of, outline_of, printed_of, statements_of
from mttq._samples._reports import REVIEWED
from mttq.errors import FieldError
from mttq.model import (
    CommitteeCategory,
    CommitteeGroup,
    FrontCommittee,
    FrontWorkingBoards,
    Header,
    Organisation,
    PartyOrganisation,
    PopulationProfile,
    PovertyFigure,
    ReportPeriod,
    SelfManagementGroups,
    SelfManagementKind,
    Signature,
    SigningAuthority,
    StandingBoard,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.values import PartialDate, Period
from mttq.wording import Phrase

__all__ = ["draw_report", "report_by"]

_RICH_ONE_IN: Final = 4  # so few, for their registers take time to draw


def draw_report(seed: int, *, size: int = 1) -> Report:
    """Draw a consistent report on a commune that does not exist: for demonstrations and tests under load.

    The same seed and size give the same report, in one version of mttq.

    Args:
        seed: any whole number.
        size: how much there is of what a report holds several of: 1 for a short report, 5 for one as long
            as real ones (some 700 objects).

    Raises:
        FieldError: `seed` is no whole number, or `size` none from 1 on.

    >>> report = draw_report(7)
    >>> report == draw_report(7), report == draw_report(8)
    (True, False)
    >>> committee = report.organisation.committee
    >>> committee.members == sum(group.members for group in committee.composition)
    True
    """
    if type(seed) is not int:
        raise unfit("seed", int, seed)
    return report_by(Random(seed).randint, size)  # noqa: S311 - a sample, no secret


def report_by(between: Callable[[int, int], int], size: int = 1) -> Report:
    """Draw a report with a function that gives a whole number between two, both included."""
    if type(size) is not int or size < 1:
        raise FieldError(Phrase("size phải là số nguyên ≥ 1, không phải {}", repr(size)))
    facts = draw_facts(between, size)
    membership = membership_of(facts)
    tables = appendices(facts, membership)
    population = _population(facts)
    report = Report(
        unit=Unit(
            kind=UnitKind.COMMUNE,
            name=facts.commune,
            parent=UnitRef(kind=UnitKind.DISTRICT, name=facts.district),
            valid_from=dt.date(1990, 1, 1),
        ),
        title="Báo cáo kết quả thực hiện Kết luận 62-KL/TW",
        subject=f"Mặt trận Tổ quốc Việt Nam xã {facts.commune}",
        reviewed=REVIEWED,
        as_of=PartialDate(year=facts.last, month=12),
        header=Header(
            issuer=facts.committee,
            superior=f"Ủy ban MTTQ Việt Nam huyện {facts.district}",
            symbol=f"{between(10, 99)}/BC-MTTQ-BTT",
            place=facts.commune,
            date=dt.date(facts.last + 1, 1, between(5, 25)),
        ),
        periods=tuple(
            ReportPeriod(subject=subject, period=facts.period, stated_years=years)
            for subject, years in (("review", facts.years), ("kl62-pl1", None), ("kl62-pl2", None))
        ),
        population=population,
        organisation=_organisation(facts),
        membership=membership,
        campaigns=campaigns_of(facts),
        funds=funds_of(facts),
        supervision=supervision_of(facts),
        statements=tuple(statements_of(facts, population, tables)),
        citations=tuple(citations_of(facts)),
        narrative=narrative_of(facts, population),
        outline=tuple(outline_of(size)),
        appendices=tables,
        printed=tuple(printed_of(tables)),
        recipients=(f"Ủy ban MTTQ Việt Nam huyện {facts.district}", "Lưu: VT"),
        signature=Signature(
            authority=SigningAuthority.COLLECTIVE,
            body=f"Ban Thường trực {facts.committee}",
            position="Chủ tịch",
        ),
    )
    return with_registers(facts, report) if between(1, _RICH_ONE_IN) == _RICH_ONE_IN else report


def _population(facts: Facts) -> PopulationProfile:
    households = facts.between(500, 3000)
    poor, near_poor = (households * facts.between(2, 30) // 100 for _ in range(2))
    return PopulationProfile(
        as_of=Period.of_year(facts.last),
        villages=facts.villages,
        households=households,
        persons=households * facts.between(32, 46) // 10,
        poor=PovertyFigure(households=poor, share=share_of(poor, households, facts.between(1, 2))),
        near_poor=PovertyFigure(households=near_poor, share=share_of(near_poor, households, 2)),
    )


def _organisation(facts: Facts) -> Organisation:
    category = CommitteeCategory
    groups = (
        CommitteeGroup(category=category.MEMBER_ORGANIZATION, members=9),
        CommitteeGroup(category=category.STRATA_REPRESENTATIVE, members=facts.between(16, 24)),
        CommitteeGroup(category=category.WORKING_BOARD_HEAD, members=facts.villages),
        CommitteeGroup(category=category.CADRE, members=2, chairs=1, vice_chairs=1),
    )
    cells = facts.villages + 4
    return Organisation(
        committee=FrontCommittee(
            term=Period.term(2019, 2024), members=sum(group.members for group in groups), composition=groups
        ),
        standing_board=StandingBoard(members=3, chairs=1, vice_chairs=1, standing_members=1),
        working_boards=FrontWorkingBoards(boards=facts.villages, members=7 * facts.villages),
        self_management=tuple(
            SelfManagementGroups(kind=kind, groups=facts.villages, households=30 * facts.villages)
            for kind in (SelfManagementKind.SECURITY, SelfManagementKind.ENVIRONMENT)
        ),
        branch_heads=4 * facts.villages,
        party=PartyOrganisation(cells=cells, members=cells * facts.between(10, 25)),
    )
