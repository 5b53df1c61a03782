"""Seeded reports of communes that do not exist, as varied as real ones, consistent by construction.

Parts are drawn; totals, percentages, ledgers and what the narrative states are derived from them.  So every
rule is silent on every report, except APP005, which is about the numbering of the official form itself, and
now and then TRD004 and TRD005, which ask whether round figures are more than chance.  `python corpus.py`
shows it.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from random import Random

from drawn_activities import campaigns_of, funds_of, records_of
from drawn_appendices import implementation_of, participation_of, sum_of_members
from drawn_commune import LAST, NUMBER_OF_YEARS, YEARS, Commune

from mttq.forms import form_of
from mttq.model import documents, membership, organisation
from mttq.model.population import PopulationProfile, PovertyFigure
from mttq.model.statements import Heading, PrintedFigure, ReportPeriod, Source, Statement
from mttq.model.units import Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.values import DocumentKind, DocumentRef, PartialDate, Period, Quantity, Share

__all__ = ["make_reports"]

_REVIEWED = DocumentRef(
    raw="Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị",
    kind=DocumentKind.CONCLUSION,
    number="62",
    year=2009,
    symbol="62-KL/TW",
    issuer="Bộ Chính trị",
    date=dt.date(2009, 12, 8),
)
_ISSUES = (  # kind, marks behind the number, issuer before the name of the unit
    (DocumentKind.PLAN, "/KH-UBND", "Ủy ban nhân dân huyện"),
    (DocumentKind.DECISION, "/QĐ-UBND", "Ủy ban nhân dân huyện"),
    (DocumentKind.RESOLUTION, "/NQ-HĐND", "Hội đồng nhân dân huyện"),
    (DocumentKind.PLAN, "/KH-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam huyện"),
    (DocumentKind.GUIDANCE, "/HD-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam huyện"),
    (DocumentKind.DIRECTIVE, "-CT/HU", "Ban Thường vụ Huyện ủy"),
)
_HEADINGS = (
    "Công tác lãnh đạo, chỉ đạo và quán triệt",
    "Tuyên truyền, vận động các tầng lớp nhân dân",
    "Xây dựng khối đại đoàn kết toàn dân tộc",
    "Giám sát, phản biện xã hội và góp ý",
    "Chăm lo đời sống và an sinh xã hội",
    "Củng cố tổ chức, đội ngũ cán bộ",
    "Hạn chế, nguyên nhân và bài học kinh nghiệm",
)


def make_reports(number: int, seed: int = 62) -> Iterator[Report]:
    """Give reports on communes; the same number and seed give the same reports."""
    for place in range(number):
        yield _report(Commune(Random(f"{seed}/{place}")))  # noqa: S311 - a corpus, no secret


def _report(commune: Commune) -> Report:
    members = tuple(_members(commune, body) for body in membership.SocioPoliticalOrganization)
    records = records_of(commune)
    appendices = (implementation_of(commune, members), participation_of(commune, records))
    population = _population(commune)
    return Report(
        unit=Unit(
            kind=UnitKind.COMMUNE,
            name=commune.name,
            code=f"{commune.between(1, 32000):05d}",
            parent=UnitRef(kind=UnitKind.DISTRICT, name=commune.district),
            valid_from=dt.date(1994, 1, 1),
        ),
        title="Báo cáo kết quả thực hiện Kết luận 62-KL/TW",
        subject=f"Mặt trận Tổ quốc Việt Nam xã {commune.name}",
        reviewed=_REVIEWED,
        as_of=PartialDate(year=LAST, month=12),
        header=documents.Header(
            issuer=commune.committee,
            superior=f"Ủy ban MTTQ Việt Nam huyện {commune.district}",
            symbol=f"{commune.between(10, 99)}/BC-MTTQ-BTT",
            place=commune.name,
            date=dt.date(LAST + 1, 1, commune.between(5, 25)),
        ),
        periods=tuple(
            ReportPeriod(subject=subject, period=YEARS, stated_years=years)
            for subject, years in (("review", NUMBER_OF_YEARS), ("kl62-pl1", None), ("kl62-pl2", None))
        ),
        population=population,
        organisation=_organisation(commune),
        membership=_membership(members),
        campaigns=campaigns_of(commune),
        funds=funds_of(commune),
        supervision=records,
        statements=tuple(_statements(population, appendices)),
        citations=tuple(_citations(commune)),
        outline=tuple(_outline()),
        appendices=appendices,
        printed=tuple(
            PrintedFigure(path=cell.path, text=f"{cell.value:02d}")
            for appendix in appendices
            for cell in form_of(type(appendix)).cells(appendix)
            if isinstance(cell.value, int) and 0 < cell.value < 10  # noqa: PLR2004 - one digit
        ),
        recipients=(
            f"Ủy ban MTTQ Việt Nam huyện {commune.district}",
            f"Đảng ủy xã {commune.name}",
            "Lưu: VT",
        ),
        signature=documents.Signature(
            authority=documents.SigningAuthority.COLLECTIVE,
            body=f"Ban Thường trực {commune.committee}",
            position="Chủ tịch",
        ),
    )


def _population(commune: Commune) -> PopulationProfile:
    households = commune.between(500, 3000)
    poor, near_poor = households * commune.between(2, 30) // 100, households * commune.between(2, 20) // 100
    return PopulationProfile(
        as_of=Period.of_year(LAST),
        villages=commune.villages,
        households=households,
        persons=households * commune.between(32, 46) // 10,
        poor=PovertyFigure(households=poor, share=_share(poor, households)),
        near_poor=PovertyFigure(households=near_poor, share=_share(near_poor, households)),
        ethnic_groups=2,
        ethnic_group_names=("Kinh", "Tà Ôi"),
    )


def _organisation(commune: Commune) -> organisation.Organisation:
    category = organisation.CommitteeCategory
    groups = (
        organisation.CommitteeGroup(category=category.MEMBER_ORGANIZATION, members=9),
        organisation.CommitteeGroup(category=category.STRATA_REPRESENTATIVE, members=commune.between(16, 24)),
        organisation.CommitteeGroup(category=category.WORKING_BOARD_HEAD, members=commune.villages),
        organisation.CommitteeGroup(category=category.SECTOR_AGENCY, members=4),
        organisation.CommitteeGroup(category=category.CADRE, members=2, chairs=1, vice_chairs=1),
    )
    return organisation.Organisation(
        committee=organisation.FrontCommittee(
            term=Period.term(2024, 2029),
            members=sum(group.members for group in groups),
            composition=groups,
        ),
        standing_board=organisation.StandingBoard(members=3, chairs=1, vice_chairs=1, standing_members=1),
        working_boards=organisation.FrontWorkingBoards(boards=commune.villages, members=7 * commune.villages),
        self_management=tuple(
            organisation.SelfManagementGroups(
                kind=kind, groups=commune.villages, households=30 * commune.villages
            )
            for kind in (
                organisation.SelfManagementKind.SECURITY,
                organisation.SelfManagementKind.ENVIRONMENT,
            )
        ),
        party=organisation.PartyOrganisation(cells=commune.villages + 4, members=commune.between(180, 450)),
    )


def _members(
    commune: Commune, body: membership.SocioPoliticalOrganization
) -> membership.OrganisationMembership:
    # Two sums with equally many digits are never one figure with a digit typed twice.
    opening = commune.between(170, 240) if body.has_union_members else commune.between(180, 280)
    admitted, left = commune.between(20, 40), commune.between(5, 15)
    return membership.OrganisationMembership(
        organisation=body,
        opening=opening,
        admitted=admitted,
        left=left,
        closing=opening + admitted - left,
    )


def _membership(members: tuple[membership.OrganisationMembership, ...]) -> membership.Membership:
    closing, admitted = sum_of_members(members, "closing"), sum_of_members(members, "admitted")
    return membership.Membership(
        period=YEARS,
        union_members=closing.first,
        association_members=closing.second,
        admitted_union_members=admitted.first,
        admitted_association_members=admitted.second,
        organisations=members,
    )


def _statements(population: PopulationProfile, appendices: tuple[object, ...]) -> Iterator[Statement]:
    """State figures of the appendices and the population, as the text of a report does."""
    figures = {
        f"population.{name}": getattr(population, name) for name in ("villages", "households", "persons")
    }
    figures |= {
        cell.path: cell.value
        for appendix in appendices
        for cell in form_of(type(appendix)).cells(appendix)
        if isinstance(cell.value, int)
    }
    for line, (path, figure) in zip(count(20, 9), figures.items(), strict=False):
        yield Statement(
            indicator=path,
            value=Quantity(value=Decimal(figure)),
            source=Source(heading="Phần thứ nhất, II.1", line=line, page=line // 40 + 1),
        )


def _citations(commune: Commune) -> Iterator[documents.Citation]:
    yield documents.Citation(document=_REVIEWED, source=Source(line=5))
    cited = [_document(commune, number) for number in commune.draw.sample(range(10, 400), 20)]
    for line, document in zip(count(15, 7), [*cited, *commune.draw.sample(cited, 10)], strict=False):
        yield documents.Citation(document=document, source=Source(heading="Phần thứ nhất, I.2", line=line))


def _document(commune: Commune, number: int) -> DocumentRef:
    kind, marks, body = commune.draw.choice(_ISSUES)
    day, issuer = commune.day(), f"{body} {commune.district}"
    return DocumentRef(
        raw=f"{kind.value} số {number}{marks} ngày {day.day:02d}/{day.month:02d}/{day.year} của {issuer}",
        kind=kind,
        number=str(number),
        year=day.year,
        symbol=f"{number}{marks}",
        issuer=issuer,
        date=day,
    )


def _share(part: int, whole: int) -> Share:
    """Give part/whole in hundredths of a percent, ties upwards."""
    return Share(Decimal((20_000 * part + whole) // (2 * whole)).scaleb(-2))


def _outline() -> Iterator[Heading]:
    """Give 62 headings in the order of the text, without a gap."""
    lines, titles = count(9, 4), count()

    def heading(number: str, level: int) -> Heading:
        return Heading(
            number=number, level=level, title=_HEADINGS[next(titles) % len(_HEADINGS)], line=next(lines)
        )

    for part in ("Phần thứ nhất", "Phần thứ hai"):
        yield heading(part, 1)
        for roman in ("I", "II", "III"):
            yield heading(roman, 2)
            for chapter in "123":
                yield heading(chapter, 3)
                for section in "12":
                    yield heading(f"{chapter}.{section}", 4)


if __name__ == "__main__":
    from collections import Counter

    from mttq.checking import check

    found = Counter(code for report in make_reports(1000) for code in {item.code for item in check(report)})
    print("Of 1000 reports, by rule, those with findings:", dict(found))
    assert found.keys() <= {"APP005", "TRD004", "TRD005"}, found
