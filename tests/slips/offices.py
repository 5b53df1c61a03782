"""Consistent reports as offices of several levels and years hand them in, drawn number by number.

Reports of a year, a half-year, a term, of the funds, of Quyết định 217 and 218, of Kết luận 62; by communes
before and after 01/7/2025, districts before, provinces.  What a report tells twice is drawn once; totals,
balances and percentages are computed.  No unit in them exists.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import Any, Final

import attrs

from mttq import vi
from mttq._samples._drawn import draw_report
from mttq.codec import dumps, loads
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.forms import kl62_pl1 as pl1
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import (
    CadreQualification,
    Cadres,
    CadreTransfers,
    Campaign,
    Campaigns,
    Citation,
    Commendation,
    CommitteeCategory,
    CommitteeGroup,
    CommunityInvestmentSupervisionBoard,
    Conference,
    ContributionForm,
    ContributionState,
    CriticismForm,
    Dialogue,
    DialogueHost,
    EconomyProfile,
    ExemplaryModel,
    Feedback,
    FrontCommittee,
    FrontWorkingBoards,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    GreatUnityFestival,
    Header,
    Houses,
    HouseWork,
    Membership,
    Organisation,
    OrganisationMembership,
    PartyOrganisation,
    PeoplesInspectionBoard,
    PoliticalTheoryLevels,
    PopulationProfile,
    PovertyFigure,
    Receipt,
    ReliefAction,
    ReportPeriod,
    SelfManagementGroups,
    SelfManagementKind,
    Signature,
    SigningAuthority,
    SocialCriticism,
    SocioPoliticalOrganization,
    Spending,
    SpendingPurpose,
    StandingBoard,
    Statement,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    Training,
    Unit,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.report import Report
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Tier, Triple

__all__ = ["OFFICES", "TOGETHER", "Together", "draw_office", "draw_together", "half_up", "renamed"]

THOUSAND, MILLION = 1_000, 1_000_000
_NAMES: Final = (
    *("Ái Nghĩa", "Bàu Trai", "Cổ Lũng", "Diên Khê", "Đại Lâm", "Gia Mỹ", "Hạ Bằng", "Khánh Lộc", "La Dê"),
    *(
        "Mỹ Thuận Tây",
        "Nậm Khao",
        "Phú Hậu",
        "Quế Phong Hạ",
        "Sông Lô Thượng",
        "Tà Nung",
        "Vĩnh Ích",
        "Yên Trị",
    ),
)
_ABOVE: Final = ("Ba Lòng", "Đồng Vinh", "Hưng Nghĩa", "Kim Đài", "Tây Châu")
_NATIONS: Final = ("Kinh", "Tày", "Thái", "Mường", "Nùng", "Mông", "Dao", "Ê Đê")
_SUBJECTS: Final = (
    "Việc thực hiện chính sách đối với người có công",
    "Thu, chi các khoản đóng góp của Nhân dân",
    "Công tác tiếp công dân, giải quyết khiếu nại, tố cáo",
    "Việc hỗ trợ xây dựng nhà ở cho hộ nghèo",
    "Công tác bảo vệ môi trường, thu gom rác thải",
    "Việc thực hiện Luật Thực hiện dân chủ ở cơ sở",
)
_DRAFTS: Final = (
    "Dự thảo nghị quyết về phát triển kinh tế - xã hội",
    "Dự thảo đề án sắp xếp thôn, tổ dân phố",
    "Dự thảo quy hoạch chung",
    "Dự thảo quy chế phối hợp",
)


@attrs.frozen(kw_only=True)
class Office:
    """One office at one time: who reports, on which years, and how much there is to tell.

    `children` are reports that it adds up; `before` the reports of which it carries forward what was left.
    """

    random: Random
    unit: Unit
    first: int
    last: int
    period: Period
    title: str
    subject: str = "review"
    month: int = 12
    villages: int
    households: int
    communes: int = 0
    children: tuple[Report, ...] = ()
    before: tuple[Report, ...] = ()

    @property
    def tier(self) -> Tier:
        return self.unit.tier

    @property
    def years(self) -> int:
        return self.last - self.first + 1

    @property
    def grown(self) -> int:
        """How many times as much there is as in a commune."""
        return {Tier.COMMUNE: 1, Tier.DISTRICT: 9}.get(self.tier, 60)

    @property
    def body(self) -> str:
        return f"Ủy ban MTTQ Việt Nam {self.unit.full_name}"

    @property
    def above(self) -> str:
        return (
            f"Ủy ban MTTQ Việt Nam {self.unit.parent.full_name}"
            if self.unit.parent
            else "Ủy ban Trung ương MTTQ Việt Nam"
        )

    def between(self, least: int, greatest: int) -> int:
        return self.random.randint(least, greatest)

    def sum_of(self, least: int, greatest: int) -> int:
        """Draw a sum in đồng to the thousand."""
        return self.between(least * self.grown, greatest * self.grown) * THOUSAND

    def days(self, number: int) -> list[dt.date]:
        """Spread so many days over the period, weeks from both ends."""
        first, last = self.period.bounds
        start, end = first + dt.timedelta(40), last - dt.timedelta(30)
        step = (end - start) / max(1, number)
        return [start + step * (place + 0.5) + dt.timedelta(self.between(0, 2)) for place in range(number)]

    def parted(self, whole: int, parts: int, least: int = 1) -> list[int]:
        """Part a number; none is less than that."""
        cuts = sorted(self.random.sample(range(1, whole - parts * (least - 1)), parts - 1))
        ends = [0, *cuts, whole - parts * (least - 1)]
        return [after - before + least - 1 for before, after in pairwise(ends)]


def half_up(part: int, whole: int, decimals: int = 2) -> Share:
    """Return part/whole as an office prints it."""
    steps = 100 * 10**decimals
    return Share(Decimal((2 * steps * part + whole) // (2 * whole)).scaleb(-decimals))


def count(number: int, unit: str | None = None) -> Quantity:
    return Quantity(value=Decimal(number), unit=unit)


# units and times


def _unit(
    random: Random, kind: UnitKind, parent: UnitKind | None, since: dt.date, until: dt.date | None = None
) -> Unit:
    above = UnitRef(kind=parent, name=random.choice(_ABOVE)) if parent else None
    return Unit(kind=kind, name=random.choice(_NAMES), parent=above, valid_from=since, valid_until=until)


def _office(random: Random, unit: Unit, first: int, last: int, **more: Any) -> Office:
    least, greatest = {Tier.COMMUNE: (5, 14), Tier.DISTRICT: (70, 150)}.get(unit.tier, (900, 1500))
    if unit.valid_from and unit.valid_from.year == 2025:
        least, greatest = 16, 31  # merged of several
    villages = random.randint(least, greatest)
    period = more.pop("period", Period.of_year(last))
    communes = {Tier.COMMUNE: 0, Tier.DISTRICT: random.randint(9, 17)}.get(unit.tier, random.randint(70, 140))
    return Office(
        random=random,
        unit=unit,
        first=first,
        last=last,
        period=period,
        villages=villages,
        households=villages * random.randint(110, 260) + random.randint(1, 90),
        communes=communes,
        **more,
    )


OLD, NEW, ENDED = dt.date(1994, 1, 1), dt.date(2025, 7, 1), dt.date(2025, 6, 30)
_BEFORE = (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP)
_AFTER = (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE)


def _commune_before(random: Random) -> Unit:
    return _unit(
        random, random.choice(_BEFORE), random.choice((UnitKind.DISTRICT, UnitKind.TOWN)), OLD, ENDED
    )


def _commune_after(random: Random) -> Unit:
    return _unit(
        random, random.choice(_AFTER), random.choice((UnitKind.PROVINCE, UnitKind.CENTRAL_CITY)), NEW
    )


def _district(random: Random) -> Unit:
    return _unit(random, random.choice((UnitKind.DISTRICT, UnitKind.TOWN)), UnitKind.PROVINCE, OLD, ENDED)


def _province(random: Random) -> Unit:
    return _unit(random, random.choice((UnitKind.PROVINCE, UnitKind.CENTRAL_CITY)), None, OLD)


# people and organisation


def population(office: Office) -> PopulationProfile:
    poor = office.households * office.between(15, 140) // 1000 + office.between(1, 9)
    near = office.households * office.between(20, 90) // 1000 + office.between(1, 9)
    persons = office.households * office.between(330, 450) // 100
    if office.children:
        of_each: list[Any] = [child.population for child in office.children]
        poor, near = (
            sum(getattr(item, name).households for item in of_each) for name in ("poor", "near_poor")
        )
        persons = sum(item.persons for item in of_each)
    nations = office.random.sample(_NATIONS, office.between(2, 5))
    return PopulationProfile(
        as_of=Period.of_year(office.last) if office.month == 12 else Period.month(office.last, office.month),
        villages=office.villages,
        households=office.households,
        persons=persons,
        poor=PovertyFigure(households=poor, share=half_up(poor, office.households)),
        near_poor=PovertyFigure(households=near, share=half_up(near, office.households)),
        ethnic_groups=len(nations),
        ethnic_group_names=tuple(nations),
    )


def economy(office: Office) -> EconomyProfile:
    return EconomyProfile(
        as_of=Period.of_year(office.last),
        sown_area=Quantity(value=Decimal(office.between(2000, 9000)).scaleb(-1), unit="ha", decimals=1),
        grain_output=Quantity(
            value=Decimal(office.between(9000, 40000)).scaleb(-1), unit="tonne", decimals=1
        ),
        income_per_person=Quantity(
            value=Decimal(office.between(280, 720) * 100_000),
            unit="VND/person/year",
            scale=MILLION,
            decimals=1,
        ),
    )


def organisation(office: Office) -> Organisation:
    board = StandingBoard(
        members=(vice := office.between(1, 3)) + (others := office.between(1, 2)) + 1,
        chairs=1,
        vice_chairs=vice,
        standing_members=others,
    )
    return Organisation(
        committee=committee(office),
        standing_board=board,
        working_boards=FrontWorkingBoards(
            boards=office.villages,
            members=office.villages * (each := office.between(7, 11)),
            members_each=count(each, "members") if office.between(0, 1) else None,
        ),
        peoples_inspection=inspection(office),
        investment_supervision=investment(office),
        self_management=tuple(
            SelfManagementGroups(
                kind=kind,
                groups=(groups := office.villages * office.between(1, 2)),
                households=min(groups * office.between(12, 29), office.households // 2),
                border_markers=office.between(1, 7) if kind is SelfManagementKind.BORDER else None,
            )
            for kind in office.random.sample(tuple(SelfManagementKind)[:3], 2)
        ),
        cadres=cadres(office),
        branch_heads=4 * office.villages if office.tier is Tier.COMMUNE else None,
        party=PartyOrganisation(
            cells=(cells := office.villages + office.between(2, 6)),
            members=cells * office.between(9, 22) + office.between(0, 8),
        ),
    )


def committee(office: Office) -> FrontCommittee:
    term = (2019, 2024) if office.last <= 2023 else (2024, 2029)
    if office.unit.valid_from == NEW or (office.tier is Tier.PROVINCE and office.last >= 2026):
        term = (2025, 2030)
    category = CommitteeCategory
    parts = {
        category.MEMBER_ORGANIZATION: office.between(9, 15),
        category.STRATA_REPRESENTATIVE: office.between(12, 22),
    }
    if office.tier is Tier.COMMUNE:
        parts[category.WORKING_BOARD_HEAD] = office.villages
    else:
        parts[category.CHAIR_OF_LOWER_COMMITTEE] = office.communes
        parts[category.OUTSTANDING_INDIVIDUAL] = office.between(8, 15)
    vice = office.between(1, 3)
    groups = [CommitteeGroup(category=name, members=number) for name, number in parts.items()]
    groups.append(CommitteeGroup(category=category.CADRE, members=vice + 1, chairs=1, vice_chairs=vice))
    return FrontCommittee(
        term=Period.term(*term), members=sum(item.members for item in groups), composition=tuple(groups)
    )


def inspection(office: Office) -> PeoplesInspectionBoard:
    boards = office.communes or 1
    each = max(5, -(-office.villages // boards))
    if office.last < 2023:  # Nghị định 159/2016/NĐ-CP, Điều 4: 5 to 11
        each = min(each, 11)
    raised = office.between(3, 9) * boards
    return PeoplesInspectionBoard(
        boards=boards,
        members=boards * each if office.communes else each,
        inspections=raised + office.between(0, 4),
        recommendations=raised,
        resolved=raised - office.between(0, 2),
    )


def investment(office: Office) -> tuple[CommunityInvestmentSupervisionBoard, ...]:
    if office.communes:
        return ()
    return tuple(
        CommunityInvestmentSupervisionBoard(
            boards=1,
            members=office.between(5, 7),
            project=project,
            inspections=office.between(2, 5),
            recommendations=(raised := office.between(2, 6)),
            resolved=raised - office.between(0, 1),
        )
        for project in ("Đường liên thôn", "Trường tiểu học")
    )


def cadres(office: Office) -> Cadres:
    number = (6 + office.between(0, 5)) * max(1, office.grown // 3)
    education, theory = office.parted(number, 3), office.parted(number, 3)
    moved = office.parted(number // 2 + 3, 3)
    return Cadres(
        full_time=number,
        part_time=number + office.between(3, 9),
        education=CadreQualification(
            postgraduate=education[0], university=education[1], below_university=education[2]
        ),
        political_theory=PoliticalTheoryLevels(
            advanced=theory[0], intermediate=theory[1], elementary=theory[2]
        ),
        transfers=CadreTransfers(party=moved[0], government=moved[1], unions=moved[2]),
        training=(Training(persons=count(number - office.between(0, 2), "persons"), period=office.period),),
    )


def membership(office: Office) -> Membership:
    found = tuple(_members(office, place, body) for place, body in enumerate(SocioPoliticalOrganization))
    nominated = office.between(9, 30) * office.grown

    def total(field: str, *, unions: bool) -> int:
        return sum(getattr(item, field) for item in found if item.has_union_members is unions)

    return Membership(
        period=office.period,
        union_members=total("closing", unions=True),
        association_members=total("closing", unions=False),
        admitted_union_members=total("admitted", unions=True),
        admitted_association_members=total("admitted", unions=False),
        nominated_to_party=nominated,
        admitted_to_party=nominated - office.between(1, 6),
        organisations=found,
    )


def _members(office: Office, place: int, body: SocioPoliticalOrganization) -> OrganisationMembership:
    opening = office.between(140, 420) * office.grown + office.between(0, 9)
    admitted, left = office.between(11, 48) * office.grown, office.between(3, 19) * office.grown
    if office.before:
        opening = sum(report.membership.organisations[place].closing or 0 for report in office.before)
    if office.children:
        of_each: list[Any] = [child.membership.organisations[place] for child in office.children]
        opening, admitted, left = (
            sum(getattr(item, name) for item in of_each) for name in ("opening", "admitted", "left")
        )
    return OrganisationMembership(
        organisation=body, opening=opening, admitted=admitted, left=left, closing=opening + admitted - left
    )


# what was done


def campaigns(office: Office) -> Campaigns:
    held = office.villages - office.between(0, max(1, office.villages // 6))
    meetings = office.between(8, 30) * office.grown
    return Campaigns(
        campaigns=(Campaign(name="Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"),),
        models=tuple(
            ExemplaryModel(
                name=name, number=office.between(2, 9) * office.grown, households=office.between(60, 300)
            )
            for name in ("Camera an ninh", "Tuyến đường hoa")
        ),
        festivals=(
            GreatUnityFestival(
                period=Period.of_year(office.last),
                areas=office.villages,
                areas_holding=held,
                areas_with_both_parts=held - office.between(0, 2),
                share_holding=half_up(held, office.villages),
                households_commended=office.households * office.between(5, 20) // 100,
            ),
        )
        if office.month == 12
        else (),
        commendations=(
            Commendation(
                occasion="Tổng kết công tác Mặt trận",
                period=Period.of_year(office.last),
                collectives=office.between(2, 7),
                individuals=office.between(8, 24),
                households=office.between(3, 12),
            ),
        ),
        conferences=tuple(
            Conference(
                subject=subject,
                period=office.period,
                held=count(meetings, "conferences"),
                attendances=count(meetings * office.between(41, 93) + office.between(0, 30), "person_visits"),
            )
            for subject in ("Tuyên truyền pháp luật về bầu cử", "Phổ biến nghị quyết của Đảng")
        ),
    )


def funds(office: Office, ledgers: int = 1) -> Funds:
    """Draw ledgers of one year after another; houses and gifts are what the last one paid for."""
    built, mended, given = (
        office.between(3, 14),
        office.between(2, 9),
        office.between(80, 420) * max(1, office.grown // 3),
    )
    each, mend, worth = (
        office.random.choice((50, 60, 80)) * MILLION,
        office.random.choice((20, 30)) * MILLION,
        office.between(3, 8) * 100_000,
    )
    spending = (
        Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=built, amount=built * each),
        Spending(purpose=SpendingPurpose.REPAIR_HOUSE, count=mended, amount=mended * mend),
        Spending(purpose=SpendingPurpose.TET_GIFTS, count=given, amount=given * worth),
        Spending(
            purpose=SpendingPurpose.EDUCATION,
            count=(pupils := office.between(15, 60)),
            amount=pupils * 700_000,
        ),
        Spending(
            purpose=SpendingPurpose.MEDICAL, count=office.between(5, 40), amount=office.sum_of(9_000, 48_000)
        ),
    )
    found: list[FundLedger] = []
    opening: Any = _left(office, FundKind.FUND_FOR_THE_POOR) or office.sum_of(12_000, 95_000)
    for year in range(office.last - ledgers + 1, office.last + 1):
        period = office.period if ledgers == 1 else Period.of_year(year)
        lines = spending if year == office.last else spending[3:]
        found.append(_ledger(office, FundKind.FUND_FOR_THE_POOR, period, opening, lines))
        opening = found[-1].closing
    relief = (
        Spending(
            purpose=SpendingPurpose.EMERGENCY,
            count=office.between(6, 30),
            amount=office.sum_of(20_000, 60_000),
        ),
    )
    found.append(
        _ledger(
            office,
            FundKind.RELIEF_FUND,
            office.period if ledgers == 1 else Period.of_year(office.last),
            _left(office, FundKind.RELIEF_FUND) or office.sum_of(3_000, 20_000),
            relief,
        )
    )
    received = [office.sum_of(30_000, 140_000) for _ in range(2)]
    return Funds(
        ledgers=tuple(found),
        houses=(
            Houses(
                work=HouseWork.BUILT,
                period=found[-2].period,
                count=built,
                support_each=each,
                amount=built * each,
            ),
            Houses(
                work=HouseWork.REPAIRED,
                period=found[-2].period,
                count=mended,
                support_each=mend,
                amount=mended * mend,
            ),
        ),
        gifts=(
            Gifts(
                occasion=f"Tết Nguyên đán năm {office.last}",
                period=found[-2].period,
                count=count(given, "gifts"),
                value=given * worth,
            ),
        ),
        relief=(
            ReliefAction(
                event="Ủng hộ Nhân dân vùng lũ",
                period=found[-2].period,
                receipts=(
                    Receipt(amount=sum(received), state=ContributionState.PLEDGED),
                    Receipt(amount=sum(received) - 2 * MILLION, state=ContributionState.RECEIVED),
                    Receipt(amount=sum(received) - 5 * MILLION, state=ContributionState.ALLOCATED),
                ),
            ),
        ),
    )


def _left(office: Office, fund: FundKind) -> int:
    """What was left of a fund at the end of the time before."""
    ledgers = [ledger for report in office.before for ledger in report.funds.ledgers if ledger.fund is fund]
    return sum(ledger.closing for ledger in ledgers if isinstance(ledger.closing, int))


def _ledger(
    office: Office, fund: FundKind, period: Period, opening: int, spending: Sequence[Spending]
) -> FundLedger:
    spent = sum(item.amount for item in spending if isinstance(item.amount, int))
    receipts = [
        Receipt(amount=office.sum_of(14_000, 90_000), form=form, source=source)
        for form, source in (
            (ContributionForm.CASH, "Cán bộ, công chức, viên chức"),
            (ContributionForm.CASH, "Doanh nghiệp, hộ kinh doanh"),
            (ContributionForm.CASH, "Các tầng lớp Nhân dân"),
        )
    ]
    raised = sum(item.amount for item in receipts if isinstance(item.amount, int))
    handed = max(0, spent - raised) + office.sum_of(2_000, 30_000)
    from_above = office.tier is not Tier.PROVINCE
    tier = Tier.PROVINCE if office.tier is Tier.DISTRICT or office.unit.valid_from == NEW else Tier.DISTRICT
    if not from_above:  # what others get from above, a province raises
        receipts.append(
            Receipt(amount=handed, form=ContributionForm.CASH, source="Các tập đoàn, tổng công ty")
        )
        raised += handed
    return FundLedger(
        fund=fund,
        period=period,
        opening=opening,
        raised=raised,
        receipts=tuple(receipts),
        transfers=(FundTransfer(from_tier=tier, amount=handed),) if from_above else (),
        spent=spent,
        spending=tuple(spending),
        closing=opening + raised + (handed if from_above else 0) - spent,
    )


def supervision(office: Office, *, many: bool) -> SupervisionRecords:
    """Draw dated records: those of the last year, or all that the appendix counts."""
    number = office.between(3, 5) * (office.years if many else 1)
    tier = office.tier
    studies, delegations = (office.days(number - less) for less in (1, 0))
    dialogues = office.days(max(office.years, 2) + office.between(0, 1))

    def supervised(form: SupervisionForm, place: int, day: dt.date) -> Supervision:
        raised = office.between(3, 11)
        places = office.random.sample(_NAMES, office.between(1, 3))
        return Supervision(
            form=form,
            date=day,
            subject=_SUBJECTS[place % len(_SUBJECTS)],
            tier=tier,
            led_by=office.body,
            supervised=tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in places)
            if office.communes
            else (),
            supervised_count=len(places) if office.communes else office.between(1, 4),
            ended=day + dt.timedelta(office.between(1, 3)),
            plan_sent=day - dt.timedelta(office.between(18, 26)),
            report_received=day - dt.timedelta(office.between(8, 13)),
            result_reported=day + dt.timedelta(office.between(6, 12)),
            recommendations=raised,
            answered=raised - office.between(0, 2),
        )

    return SupervisionRecords(
        supervisions=(
            *(supervised(SupervisionForm.DOCUMENT_STUDY, place, day) for place, day in enumerate(studies)),
            *(
                supervised(SupervisionForm.DELEGATION, place + 2, day)
                for place, day in enumerate(delegations)
            ),
        ),
        criticisms=tuple(
            SocialCriticism(
                form=form,
                date=day,
                subject=_DRAFTS[place % len(_DRAFTS)],
                tier=tier,
                received=day - dt.timedelta(office.between(17, 25)),
                submitted=day + dt.timedelta(office.between(2, 9)),
                opinions=(opinions := office.between(4, 15)),
                accepted=opinions - office.between(0, 3),
            )
            for form, times in zip(CriticismForm, (2, 3, 1), strict=True)
            for place, day in enumerate(office.days(times * (office.years if many else 1)))
        ),
        feedback=tuple(
            Feedback(date=day, subject=_DRAFTS[place], tier=tier, opinions=9, accepted=office.between(5, 9))
            for place, day in enumerate(office.days(2))
        ),
        dialogues=tuple(
            Dialogue(
                host=host,
                date=day,
                subject=_SUBJECTS[place % len(_SUBJECTS)],
                tier=tier,
                attendances=office.between(55, 140),
                opinions=(opinions := office.between(7, 19)),
                answered=opinions - office.between(0, 3),
            )
            for host in DialogueHost
            for place, day in enumerate(dialogues)
        ),
        voter_meetings=tuple(
            VoterMeeting(
                date=day,
                tier=tier,
                attendances=office.between(70, 190),
                opinions=14,
                answered=office.between(9, 14),
            )
            for day in office.days(2)
        ),
    )


# appendices


def participation(office: Office, records: SupervisionRecords) -> ParticipationAppendix:
    """Count the records into Phụ lục 2."""
    period, tier = office.period, office.tier
    criticism = SocialCriticismTable.tally(records.criticisms, period=period, tier=tier)
    asked = (criticism.sessions[tier] or 0) + office.between(0, 3)
    table = ParticipationAppendix(
        supervision=SupervisionTable.tally(records.supervisions, period=period, tier=tier),
        criticism=attrs.evolve(criticism, requested=attrs.evolve(criticism.requested, **{tier.value: asked})),
        feedback=FeedbackTable.tally(records.dialogues, period=period, tier=tier),
    )
    return _with_communes(office, table) if tier is Tier.DISTRICT else table


def _with_communes(office: Office, table: ParticipationAppendix) -> ParticipationAppendix:
    """Add the column of the communes to the table of a district."""
    forms = [office.between(2, 6) * office.communes for _ in range(3)]
    cells: dict[str, dict[str, Any]] = {
        "supervision": {"document_studies": _pair(office), "delegations": _pair(office)},
        "criticism": {
            "requested": sum(forms) + office.between(0, 9),
            "sessions": sum(forms),
            "conferences": forms[0],
            "written": forms[1],
            "dialogues": forms[2],
            "opinions": sum(forms) * 4 + office.between(0, 30),
        },
        "feedback": {
            "party_dialogues": office.communes * office.years + office.between(0, 20),
            "government_dialogues": office.communes * office.years + office.between(0, 20),
        },
    }
    if office.children:
        cells = {
            section: {name: _sum_below(office, f"kl62-pl2.{section}.{name}") for name in rows}
            for section, rows in cells.items()
        }
    for section, rows in cells.items():
        part = getattr(table, section)
        rows_now = {name: attrs.evolve(getattr(part, name), commune=figure) for name, figure in rows.items()}
        table = attrs.evolve(table, **{section: attrs.evolve(part, **rows_now)})
    return table


def _sum_below(office: Office, path: str) -> Any:
    figures: list[Any] = [child.value_at(path) for child in office.children]
    if isinstance(figures[0], Pair):
        return Pair(sum(item.first for item in figures), sum(item.second for item in figures))
    return sum(figures)


def _pair(office: Office) -> Pair:
    number = office.communes * office.years * office.between(2, 3) + office.between(1, 8)
    return Pair(number, number + office.between(3, 40))


def implementation(office: Office, people: Organisation, members: Membership) -> ImplementationAppendix:
    """Fill in Phụ lục 1 with what the report says elsewhere."""
    separate, integrated = office.between(11, 24), office.between(27, 52)
    theirs = people.cadres
    number: Any = theirs.full_time
    education, theory, moved = theirs.education, theirs.political_theory, theirs.transfers
    allowance = pl1.Allowance(total=1, at_norm=1, above_norm=0, below_norm=0, not_received=0)
    parts = office.parted(office.villages, 2)
    return ImplementationAppendix(
        dissemination=pl1.Dissemination(
            conferences=pl1.Conferences(
                separate=separate,
                integrated=integrated,
                people_reached=(separate + integrated) * office.between(33, 70) + office.between(1, 29),
            ),
            documents=pl1.IssuedDocuments(commune=office.between(9, 23)),
            inspections=pl1.Inspections(commune=office.between(4, 13)),
        ),
        movements=pl1.Movements(
            started=office.between(3, 8),
            commendation_conferences=office.between(6, 12),
            commended=Pair(office.between(23, 58), office.between(91, 188)),
        ),
        cadres=pl1.Cadres(
            reorganised=pl1.Reorganised(total=1, communes=1),
            full_time=pl1.CadreTotals(total=number, commune=number),
            education=pl1.EducationByTier(
                commune=pl1.Education(
                    postgraduate=education.postgraduate,
                    university=education.university,
                    below_university=education.below_university,
                )
            ),
            political_theory=pl1.PoliticalTheoryByTier(
                commune=pl1.PoliticalTheory(
                    levels=Triple(theory.advanced or 0, theory.intermediate or 0, theory.elementary or 0)
                )
            ),
            transferred=pl1.TransfersByTier(
                total=(moved.party or 0) + (moved.government or 0) + (moved.unions or 0),
                commune=pl1.SplitTransfers(
                    party=moved.party, government=moved.government, unions=moved.unions
                ),
            ),
            trained=pl1.CadreTotals(total=number, commune=number),
            peoples_inspection=Pair(
                people.peoples_inspection.boards or 0, people.peoples_inspection.members or 0
            ),
            investment_supervision=Pair(
                sum(board.boards or 0 for board in people.investment_supervision),
                sum(board.members or 0 for board in people.investment_supervision),
            ),
        ),
        membership=pl1.Membership(
            members=Pair(members.union_members or 0, members.association_members or 0),
            admitted=Pair(members.admitted_union_members or 0, members.admitted_association_members or 0),
            nominated_to_party=Pair(members.nominated_to_party or 0, office.between(11, 38)),
            admitted_to_party=members.admitted_to_party,
        ),
        allowances=pl1.Allowances(
            communes=allowance,
            villages=pl1.Allowance(
                total=office.villages, at_norm=parts[0], above_norm=0, below_norm=parts[1], not_received=0
            ),
            branch_heads=allowance,
        ),
    )


# words


def statements(office: Office, report: Report) -> Iterator[Statement]:
    """State in the narrative some of what the records and appendices hold, exact or hedged."""
    told = [
        "population.villages",
        "population.households",
        "organisation.party.members",
        "membership.union_members",
    ]
    told += ["funds.ledgers.0.raised", "funds.houses.0.count", "supervision.dialogues.0.attendances"]
    for appendix, row in (
        ("kl62-pl2", "criticism.sessions"),
        ("kl62-pl2", "criticism.conferences"),
        ("kl62-pl1", "dissemination.conferences.separate"),
    ):
        if any(period.subject == appendix for period in report.periods):
            told.append(f"{appendix}.{row}")
    for path in told:
        try:
            figure = report.value_at(path)
        except (KeyError, IndexError):
            continue
        if not isinstance(figure, int):
            continue
        unit = "VND" if path.startswith("funds.ledgers") else None
        if unit and office.between(0, 1):
            million = figure // MILLION * MILLION
            yield (
                Statement(
                    indicator=path,
                    value=Quantity(
                        value=Decimal(million), unit=unit, qualifier=Qualifier.MORE_THAN, scale=MILLION
                    ),
                )
                if million < figure
                else Statement(indicator=path, value=Quantity(value=Decimal(figure), unit=unit))
            )
        else:
            yield Statement(indicator=path, value=Quantity(value=Decimal(figure), unit=unit))


def narrative(office: Office, report: Report) -> str:
    """Write the sentences in which offices put such figures."""
    return "\n\n".join(_sentences(office, report))


def _sentences(office: Office, report: Report) -> Iterator[str]:
    number, name = vi.format_number, office.unit.full_name
    people: Any = report.population
    if people.households:
        poor, near = (
            f"{number(figure.households)} hộ (chiếm tỷ lệ {_percent(figure.share)})"
            for figure in (people.poor, people.near_poor)
        )
        yield (
            f"{name[0].upper()}{name[1:]} có {people.villages} thôn, tổ dân phố, "
            f"{number(people.households)} hộ, {number(people.persons)} nhân khẩu; "
            f"trong đó hộ nghèo {poor}, hộ cận nghèo {near}."
        )
    festival: Any
    for festival in report.campaigns.festivals:
        yield (
            f"Có {festival.areas_holding}/{festival.areas} khu dân cư tổ chức Ngày hội Đại đoàn kết, "
            f"đạt {_percent(festival.share_holding)}."
        )
    ledger: Any
    for ledger in report.funds.ledgers[-2:-1]:
        built, mended = report.funds.houses
        yield (
            f"Quỹ Vì người nghèo vận động được {number(ledger.raised)} đồng; đã chi {number(ledger.spent)} "
            f"đồng xây mới {built.count} nhà Đại đoàn kết, sửa chữa {mended.count} nhà."
        )
    if events := len(report.supervision.supervisions):
        yield f"Đã chủ trì tổ chức {events} cuộc giám sát; các kiến nghị được theo dõi đến cùng."
    called = office.between(40, 160)
    came = called - office.between(2, 9)
    share = _percent(half_up(came, called))
    yield f"Có {came}/{called} cán bộ Mặt trận dự tập huấn, đạt {share}."


def _percent(share: Share) -> str:
    return vi.format_number(share.percent) + "%"


# the kinds of reports


def _made(office: Office, **parts: Any) -> Report:
    """Put the parts of a report together, with its head, its words and its signature."""
    signed = dt.date(office.last + (office.month == 12), office.month % 12 + 1, office.between(3, 24))
    appendices = tuple(parts.pop("appendices", ()))
    periods = [ReportPeriod(subject=office.subject, period=office.period)]
    periods += [
        ReportPeriod(
            subject="kl62-pl1" if isinstance(item, ImplementationAppendix) else "kl62-pl2",
            period=office.period,
        )
        for item in appendices
    ]
    report = Report(
        unit=office.unit,
        title=office.title,
        subject=f"Mặt trận Tổ quốc Việt Nam {office.unit.full_name}",
        as_of=PartialDate(year=office.last, month=office.month),
        header=Header(
            issuer=office.body,
            superior=office.above if office.unit.parent else None,
            symbol=f"{office.between(11, 189)}/BC-MTTQ-BTT",
            place=office.unit.name,
            date=signed,
        ),
        periods=tuple(periods),
        citations=tuple(Citation(document=vi.parse_document(text)) for text in _cited(office)),
        appendices=appendices,
        recipients=(office.above, "Lưu: VT"),
        signature=Signature(
            authority=SigningAuthority.COLLECTIVE, body=f"Ban Thường trực {office.body}", position="Chủ tịch"
        ),
        **parts,
    )
    report = attrs.evolve(report, statements=tuple(statements(office, report)))
    return attrs.evolve(report, narrative=narrative(office, report))


def _cited(office: Office) -> Iterator[str]:
    year = office.between(office.first, office.last)
    number, day = office.between(12, 240), office.between(11, 28)
    plan = f"Kế hoạch số {number}/KH-MTTQ-BTT ngày {day}/01/{year} của Ban Thường trực {office.above}"
    yield from ("Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13", plan, plan)


def yearly(office: Office) -> Report:
    return _made(
        office,
        population=population(office),
        economy=economy(office),
        organisation=organisation(office),
        membership=membership(office),
        campaigns=campaigns(office),
        funds=funds(office),
        supervision=supervision(office, many=False),
    )


def of_the_funds(office: Office) -> Report:
    return _made(office, population=population(office), funds=funds(office, office.years))


def of_participation(office: Office, records: SupervisionRecords | None = None) -> Report:
    records = records or supervision(office, many=True)
    return _made(office, supervision=records, appendices=(participation(office, records),))


def of_the_conclusion(office: Office) -> Report:
    records, people, members = supervision(office, many=True), organisation(office), membership(office)
    tables = (implementation(office, people, members), participation(office, records))
    reviewed = vi.parse_document("Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị")
    return _made(
        office,
        reviewed=reviewed,
        population=population(office),
        organisation=people,
        membership=members,
        funds=funds(office),
        supervision=records,
        appendices=tables,
    )


def _years(first: int, last: int) -> Period:
    return Period.interval(PartialDate(year=first, month=1), PartialDate(year=last, month=12))


def _of_a_year(unit: Callable[[Random], Unit], *years: int) -> Callable[[Random], Report]:
    def draw(random: Random) -> Report:
        year = random.choice(years)
        return yearly(
            _office(random, unit(random), year, year, title=f"Báo cáo kết quả công tác Mặt trận năm {year}")
        )

    return draw


def _half_year(random: Random) -> Report:
    year, half = random.choice(((2025, 2), (2026, 1)))
    title = "6 tháng đầu năm 2026" if half == 1 else "6 tháng cuối năm 2025"
    period = Period.half_year(year, half)
    unit = _commune_after(random)
    return yearly(
        _office(
            random,
            unit,
            year,
            year,
            period=period,
            month=6 * half,
            title=f"Báo cáo kết quả công tác Mặt trận {title}",
        )
    )


def _several_years(
    kind: Callable[[Office], Report],
    unit: Callable[[Random], Unit],
    last: Sequence[int],
    years: Sequence[int],
    title: str,
) -> Callable[[Random], Report]:
    def draw(random: Random) -> Report:
        end = random.choice(last)
        first = end - random.choice(years) + 1
        office = _office(
            random,
            unit(random),
            first,
            end,
            period=_years(first, end),
            title=title.format(f"{first} - {end}"),
        )
        return kind(office)

    return draw


_FUND = "Báo cáo kết quả vận động và sử dụng Quỹ Vì người nghèo giai đoạn {}"
_RIGHTS = "Báo cáo kết quả thực hiện Quyết định 217-QĐ/TW, Quyết định 218-QĐ/TW giai đoạn {}"
_KL62 = "Báo cáo kết quả thực hiện Kết luận 62-KL/TW giai đoạn {}"

OFFICES: Final[Mapping[str, Callable[[Random], Report]]] = {
    "a commune's year before 7/2025": _of_a_year(_commune_before, 2021, 2022, 2023, 2024),
    "a commune's half-year since 7/2025": _half_year,
    "a district's year": _of_a_year(_district, 2021, 2022, 2023, 2024),
    "a province's year": _of_a_year(_province, 2022, 2023, 2024),
    "a commune's funds": _several_years(of_the_funds, _commune_before, (2022, 2023, 2024), (2, 3), _FUND),
    "a province's funds": _several_years(of_the_funds, _province, (2023, 2024), (2, 3), _FUND),
    "a commune's participation": _several_years(
        of_participation, _commune_before, (2023, 2024), (5, 6), _RIGHTS
    ),
    "a district's participation": _several_years(of_participation, _district, (2023, 2024), (4, 5), _RIGHTS),
    "a commune's review of Kết luận 62": _several_years(
        of_the_conclusion, _commune_before, (2023, 2024), (4, 5, 6), _KL62
    ),
    "a sample of mttq": lambda random: draw_report(random.randint(1, 10**6), size=random.randint(1, 2)),
}
"""The sorts of reports by their names."""


def draw_office(random: Random, sort: str) -> Report:
    """Draw a consistent report of one sort."""
    return OFFICES[sort](random)


# several reports together


@attrs.frozen(kw_only=True)
class Together:
    """Reports that belong together: of a family, of two years, or of units that became one."""

    reports: tuple[Report, ...]
    previous: tuple[Report, ...] = ()
    units: tuple[Unit, ...] = ()


def _title(year: int) -> str:
    return f"Báo cáo kết quả công tác Mặt trận năm {year}"


def _children(
    random: Random, make: Callable[[Office], Report], first: int, last: int, title: str
) -> list[Report]:
    """Draw the reports of communes of one district, each with a name of its own."""
    parent = UnitRef(kind=UnitKind.DISTRICT, name=random.choice(_ABOVE))
    units = [
        attrs.evolve(_commune_before(random), name=name, parent=parent, kind=UnitKind.COMMUNE)
        for name in random.sample(_NAMES, random.randint(4, 6))
    ]
    period = Period.of_year(last) if first == last else _years(first, last)
    return [make(_office(random, unit, first, last, period=period, title=title)) for unit in units]


def _above(random: Random, make: Callable[[Office], Report], children: list[Report]) -> Together:
    """Draw the report of the district that adds them up, and the catalogue."""
    period: Any = children[0].periods[0].period
    first, last = period.start.year, period.end.year
    ref: Any = children[0].unit.parent
    unit = Unit(
        kind=ref.kind,
        name=ref.name,
        parent=UnitRef(kind=UnitKind.PROVINCE, name="Hải Tây"),
        valid_from=OLD,
        valid_until=ENDED,
    )
    of_each: list[Any] = [child.population for child in children]
    office = Office(
        random=random,
        unit=unit,
        first=first,
        last=last,
        period=period,
        title=children[0].title,
        villages=sum(item.villages for item in of_each) if of_each[0].villages else 40,
        households=sum(item.households for item in of_each) if of_each[0].households else 7000,
        communes=len(children),
        children=tuple(children),
    )
    report = make(office)
    told = Statement(indicator="unit.children", value=count(len(children)))
    report = attrs.evolve(report, statements=(*report.statements, told))
    return Together(reports=(report, *children), units=(unit, *(child.unit for child in children)))


def _family(random: Random) -> Together:
    year = random.choice((2022, 2023, 2024))
    children = _children(random, yearly, year, year, _title(year))
    return _above(random, yearly, children)


def _participating(random: Random) -> Together:
    last = random.choice((2023, 2024))
    title = _RIGHTS.format(f"{last - 4} - {last}")
    children = _children(random, of_participation, last - 4, last, title)
    return _above(random, of_participation, children)


def _two_years(random: Random) -> Together:
    """Draw the reports of two years, the later of which carries forward what was left."""
    year = random.choice((2022, 2023, 2024))
    office = _office(random, _commune_before(random), year, year, title=_title(year))
    period = Period.of_year(year - 1)
    past = attrs.evolve(
        office,
        first=year - 1,
        last=year - 1,
        period=period,
        title=_title(year - 1),
        households=office.households - office.between(3, 40),
    )
    before = yearly(past)
    return Together(reports=(yearly(attrs.evolve(office, before=(before,))),), previous=(before,))


def _one_year_more(random: Random) -> Together:
    """Draw a review of some years, and that of the same years but the last."""
    last = random.choice((2023, 2024))
    first = last - 5
    title = _RIGHTS.format(f"{first} - {last}")
    office = _office(random, _commune_before(random), first, last, period=_years(first, last), title=title)
    now = of_participation(office)
    ended = dt.date(last - 1, 12, 31)
    fields = attrs.fields_dict(SupervisionRecords)
    records = SupervisionRecords(
        **{
            name: tuple(item for item in getattr(now.supervision, name) if item.date <= ended)
            for name in fields
        }
    )
    title = _RIGHTS.format(f"{first} - {last - 1}")
    past = attrs.evolve(office, last=last - 1, period=_years(first, last - 1), title=title)
    return Together(reports=(now,), previous=(of_participation(past, records),))


def _merged(random: Random) -> Together:
    """Draw what communes reported up to 30/6/2025, and their successor for the half-year after."""
    parent = UnitRef(kind=UnitKind.DISTRICT, name=random.choice(_ABOVE))
    title = "Báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2025"
    half = Period.half_year(2025, 1)
    past = []
    for name in random.sample(_NAMES, random.randint(2, 4)):
        unit = Unit(kind=UnitKind.COMMUNE, name=name, parent=parent, valid_from=OLD, valid_until=ENDED)
        past.append(yearly(_office(random, unit, 2025, 2025, period=half, month=6, title=title)))
    of_each: list[Any] = [report.population for report in past]
    successor = attrs.evolve(
        _commune_after(random),
        kind=UnitKind.COMMUNE,
        predecessors=tuple(UnitRef(kind=item.unit.kind, name=item.unit.name) for item in past),
    )
    office = _office(
        random,
        successor,
        2025,
        2025,
        period=Period.half_year(2025, 2),
        title="Báo cáo kết quả công tác Mặt trận 6 tháng cuối năm 2025",
        before=tuple(past),
    )
    office = attrs.evolve(
        office,
        villages=sum(item.villages for item in of_each),
        households=sum(item.households for item in of_each) + random.randint(2, 30),
    )
    return Together(reports=(yearly(office),), previous=tuple(past))


def _neighbours(random: Random) -> Together:
    """Draw the reviews of two communes of one district."""
    last = random.choice((2023, 2024))
    title = _KL62.format(f"{last - 4} - {last}")
    reports = tuple(_children(random, of_the_conclusion, last - 4, last, title)[:2])
    return Together(reports=reports, units=tuple(report.unit for report in reports))


def renamed(report: Report, name: str) -> Report:
    """Return the report with another name of the unit wherever it occurs."""
    old, new = report.unit.full_name, f"{report.unit.noun} {name}"
    told = loads(
        dumps(report)
        .replace(old, new)
        .replace(old[0].upper() + old[1:], new[0].upper() + new[1:])
        .replace(f'"{report.unit.name}"', f'"{name}"')
    )
    assert told.unit.name == name
    return told


TOGETHER: Final[Mapping[str, Callable[[Random], Together]]] = {
    "a district and its communes": _family,
    "a district's and its communes' participation": _participating,
    "two years of a commune": _two_years,
    "a review and that of a year before": _one_year_more,
    "a merger": _merged,
    "two neighbours": _neighbours,
}
"""The sorts of reports that belong together, by their names."""


def draw_together(random: Random, sort: str) -> Together:
    """Draw consistent reports that belong together."""
    return TOGETHER[sort](random)
