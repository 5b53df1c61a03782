"""A consistent report on a commune that does not exist, drawn number by number.

Parts are drawn; totals, percentages, ledgers and what the narrative states are derived from them.  So every
rule is silent, except APP005, which is about the numbering of the official form itself.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from mttq import vi
from mttq.forms import form_of
from mttq.model import (
    Citation,
    CommitteeCategory,
    CommitteeGroup,
    FrontCommittee,
    FrontWorkingBoards,
    Header,
    Heading,
    Organisation,
    PartyOrganisation,
    PopulationProfile,
    PovertyFigure,
    ReportPeriod,
    Signature,
    SigningAuthority,
    Source,
    StandingBoard,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.testing._drawn_appendices import appendices
from mttq.testing._drawn_facts import Facts, draw_facts
from mttq.testing._drawn_records import campaigns_of, funds_of, membership_of, supervision_of
from mttq.values import DocumentRef, PartialDate, Period, Qualifier, Quantity, Share

__all__ = ["draw_report"]

_REVIEWED: Final = vi.parse_document("Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị")
_KNOWN: Final = (
    "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
    "Luật Thanh tra số 11/2022/QH15",
    "Luật Thanh tra số 11/2022/QH15",
)
_ISSUED: Final = (
    "Kế hoạch số {}/KH-UBND ngày {} của Ủy ban nhân dân huyện {}",
    "Nghị quyết số {}/NQ-HĐND ngày {} của Hội đồng nhân dân huyện {}",
    "Hướng dẫn số {}/HD-MTTQ-BTT ngày {} của Ban Thường trực Ủy ban MTTQ Việt Nam huyện {}",
)
_OUTLINE: Final = (("I", 1), ("1", 2), ("1.1", 3), ("1.2", 3), ("2", 2), ("II", 1), ("1", 2), ("2", 2))


def draw_report(between: Callable[[int, int], int]) -> Report:
    """Draw a consistent report.

    Args:
        between: gives a whole number from the first to the second argument, both included, such as
            `random.Random(62).randint`.

    >>> from random import Random
    >>> report = draw_report(Random(62).randint)
    >>> committee = report.organisation.committee
    >>> committee.members == sum(group.members for group in committee.composition)
    True
    """
    facts = draw_facts(between)
    membership = membership_of(facts)
    tables = appendices(facts, membership)
    population = _population(facts)
    committee = f"Ủy ban MTTQ Việt Nam xã {facts.commune}"
    return Report(
        unit=Unit(
            kind=UnitKind.COMMUNE,
            name=facts.commune,
            parent=UnitRef(kind=UnitKind.DISTRICT, name=facts.district),
            valid_from=dt.date(1990, 1, 1),
        ),
        title="Báo cáo kết quả thực hiện Kết luận 62-KL/TW",
        subject=f"Mặt trận Tổ quốc Việt Nam xã {facts.commune}",
        reviewed=_REVIEWED,
        as_of=PartialDate(year=facts.last, month=12),
        header=Header(
            issuer=committee,
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
        statements=tuple(_statements(between(0, 59), population, tables)),
        citations=tuple(Citation(document=document) for document in _cited(facts)),
        narrative=_narrative(facts, population),
        outline=tuple(Heading(number=number, level=level) for number, level in _OUTLINE),
        appendices=tables,
        recipients=(f"Ủy ban MTTQ Việt Nam huyện {facts.district}", "Lưu: VT"),
        signature=Signature(
            authority=SigningAuthority.COLLECTIVE,
            body=f"Ban Thường trực {committee}",
            position="Chủ tịch",
        ),
    )


def _population(facts: Facts) -> PopulationProfile:
    households = facts.between(500, 3000)
    poor, near_poor = (households * facts.between(2, 30) // 100 for _ in range(2))
    return PopulationProfile(
        as_of=Period.of_year(facts.last),
        villages=facts.villages,
        households=households,
        persons=households * facts.between(32, 46) // 10,
        poor=PovertyFigure(households=poor, share=_share(poor, households, facts.between(1, 2))),
        near_poor=PovertyFigure(households=near_poor, share=_share(near_poor, households, 2)),
    )


def _narrative(facts: Facts, population: PopulationProfile) -> str:
    return (
        f"Xã {facts.commune} có {vi.format_number(population.persons or 0)} nhân khẩu, "
        f"diện tích gieo trồng {facts.between(101, 999)},5 ha.\n\n"
        "Ủy ban Mặt trận Tổ quốc xã đã ban hành chương trình phối hợp hằng năm."
    )


def _share(part: int, whole: int, decimals: int) -> Share:
    """Give part/whole as printed with so many decimals, ties upwards."""
    steps = 100 * 10**decimals
    return Share(Decimal((2 * steps * part + whole) // (2 * whole)).scaleb(-decimals))


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
        party=PartyOrganisation(cells=cells, members=cells * facts.between(10, 25)),
    )


def _cited(facts: Facts) -> Iterator[DocumentRef]:
    """Cite the document under review, and others of which each is cited twice."""
    yield _REVIEWED
    yield from map(vi.parse_document, _KNOWN)
    for number, text in enumerate(_ISSUED, start=facts.between(10, 300)):
        year = facts.between(facts.first, facts.last)
        day = vi.format_date(dt.date(year, facts.between(1, 12), facts.between(1, 28)), style="slash")
        yield from [vi.parse_document(text.format(number, day, facts.district))] * 2


def _statements(
    choice: int, population: PopulationProfile, tables: tuple[object, ...]
) -> Iterator[Statement]:
    """State every fifth figure as a text does: exact, or hedged so that the figure lies within."""
    figures: list[tuple[str, object]] = [
        (f"population.{name}", getattr(population, name)) for name in ("villages", "households", "persons")
    ]
    figures += [(cell.path, cell.value) for table in tables for cell in form_of(type(table)).cells(table)]
    for line, (path, figure) in enumerate(figures, start=choice):
        if isinstance(figure, int) and line % 5 == 0:
            yield Statement(indicator=path, value=_hedged(figure, line // 5 % 5), source=Source(line=line))


def _hedged(figure: int, choice: int) -> Quantity:
    match choice:
        case 1 if figure:
            return Quantity(value=Decimal(figure - 1), qualifier=Qualifier.MORE_THAN)
        case 2:
            return Quantity(value=Decimal(figure + 1), qualifier=Qualifier.NEARLY)
        case 3:
            return Quantity(value=Decimal(figure), qualifier=Qualifier.RANGE, upper=Decimal(figure + 5))
        case _:
            return Quantity(value=Decimal(figure))
