"""Seeded reports of communes that do not exist, as varied as real ones, consistent by construction.

Parts are drawn; totals, percentages, ledgers and what the narrative states are derived from them.  So every
rule is silent on every report, except APP005, which is about the numbering of the official form itself.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from random import Random

from mttq.forms import ImplementationAppendix, ParticipationAppendix, form_of
from mttq.forms import kl62_pl1 as pl1
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.model import campaigns, documents, funds, membership, organisation, supervision
from mttq.model.population import PopulationProfile, PovertyFigure
from mttq.model.statements import Heading, PrintedFigure, ReportPeriod, Source, Statement
from mttq.model.units import Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.values import (
    DocumentKind,
    DocumentRef,
    Pair,
    PartialDate,
    Period,
    Quantity,
    Share,
    Tier,
    Tiered,
    Triple,
)

__all__ = ["make_reports"]

_FIRST, _LAST = 2015, 2024
_NUMBER_OF_YEARS = _LAST - _FIRST + 1
_YEARS = Period.interval(PartialDate(year=_FIRST, month=1), PartialDate(year=_LAST, month=12))
_REVIEWED = DocumentRef(
    raw="Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị",
    kind=DocumentKind.CONCLUSION,
    number="62",
    year=2009,
    symbol="62-KL/TW",
    issuer="Bộ Chính trị",
    date=dt.date(2009, 12, 8),
)
_FIRST_WORDS = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Hồng", "Kim", "Lộc", "Phú", "Quảng", "Tân", "Vĩnh")
_LAST_WORDS = ("Châu", "Giang", "Hải", "Khê", "Lâm", "Minh", "Phong", "Phước", "Sơn", "Thủy", "Trạch", "Yên")
_SUBJECTS = (
    "Quản lý, sử dụng các khoản đóng góp tự nguyện của nhân dân",
    "Chi trả tiền hỗ trợ người có công và đối tượng bảo trợ xã hội",
    "Xây dựng đường giao thông nông thôn và kênh mương nội đồng",
    "Bình xét hộ nghèo, hộ cận nghèo theo chuẩn đa chiều",
    "Cấp giấy chứng nhận quyền sử dụng đất ở khu dân cư",
    "Thực hiện dân chủ ở cơ sở và công khai ngân sách xã",
    "Vệ sinh an toàn thực phẩm tại chợ và bếp ăn trường học",
    "Thu gom, xử lý rác thải sinh hoạt trên địa bàn",
)
_DRAFTS = (
    "Dự thảo kế hoạch phát triển kinh tế - xã hội",
    "Dự thảo quy hoạch sử dụng đất đến năm 2030",
    "Dự thảo đề án xây dựng nông thôn mới nâng cao",
    "Dự thảo quy chế hoạt động của nhà văn hóa thôn",
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
        yield _Drawn(Random(f"{seed}/{place}")).report()  # noqa: S311 - a corpus, no secret


class _Drawn:
    """One commune: what is drawn once and used in several parts of its report."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.commune = f"{draw.choice(_FIRST_WORDS)} {draw.choice(_LAST_WORDS)}"
        self.district = f"{draw.choice(_FIRST_WORDS)} {draw.choice(_LAST_WORDS)}"
        self.committee = f"Ủy ban MTTQ Việt Nam xã {self.commune}"
        self.villages = self.between(4, 14)
        self.records = self._records()
        self.organisations = tuple(self._members(body) for body in membership.SocioPoliticalOrganization)

    def between(self, least: int, greatest: int) -> int:
        return self.draw.randint(least, greatest)

    def day(self) -> dt.date:
        days = (dt.date(_LAST, 12, 1) - dt.date(_FIRST, 3, 1)).days
        return dt.date(_FIRST, 3, 1) + dt.timedelta(self.between(0, days))

    def days(self, number: int) -> list[dt.date]:
        return sorted(self.day() for _ in range(number))

    def report(self) -> Report:
        appendices = (self._appendix_1(), self._appendix_2())
        population = self._population()
        return Report(
            unit=Unit(
                kind=UnitKind.COMMUNE,
                name=self.commune,
                code=f"{self.between(1, 32000):05d}",
                parent=UnitRef(kind=UnitKind.DISTRICT, name=self.district),
                valid_from=dt.date(1994, 1, 1),
            ),
            title="Báo cáo kết quả thực hiện Kết luận 62-KL/TW",
            subject=f"Mặt trận Tổ quốc Việt Nam xã {self.commune}",
            reviewed=_REVIEWED,
            as_of=PartialDate(year=_LAST, month=12),
            header=documents.Header(
                issuer=self.committee,
                superior=f"Ủy ban MTTQ Việt Nam huyện {self.district}",
                symbol=f"{self.between(10, 99)}/BC-MTTQ-BTT",
                place=self.commune,
                date=dt.date(_LAST + 1, 1, self.between(5, 25)),
            ),
            periods=tuple(
                ReportPeriod(subject=subject, period=_YEARS, stated_years=years)
                for subject, years in (("review", _NUMBER_OF_YEARS), ("kl62-pl1", None), ("kl62-pl2", None))
            ),
            population=population,
            organisation=self._organisation(),
            membership=self._membership(),
            campaigns=self._campaigns(),
            funds=self._funds(),
            supervision=self.records,
            statements=tuple(self._statements(population, appendices)),
            citations=tuple(self._citations()),
            outline=tuple(_outline()),
            appendices=appendices,
            printed=tuple(
                PrintedFigure(path=cell.path, text=f"{cell.value:02d}")
                for appendix in appendices
                for cell in form_of(type(appendix)).cells(appendix)
                if isinstance(cell.value, int) and 0 < cell.value < 10  # noqa: PLR2004 - one digit
            ),
            recipients=(
                f"Ủy ban MTTQ Việt Nam huyện {self.district}",
                f"Đảng ủy xã {self.commune}",
                "Lưu: VT",
            ),
            signature=documents.Signature(
                authority=documents.SigningAuthority.COLLECTIVE,
                body=f"Ban Thường trực {self.committee}",
                position="Chủ tịch",
            ),
        )

    def _population(self) -> PopulationProfile:
        households = self.between(500, 3000)
        poor, near_poor = households * self.between(2, 30) // 100, households * self.between(2, 20) // 100
        return PopulationProfile(
            as_of=Period.of_year(_LAST),
            villages=self.villages,
            households=households,
            persons=households * self.between(32, 46) // 10,
            poor=PovertyFigure(households=poor, share=_share(poor, households)),
            near_poor=PovertyFigure(households=near_poor, share=_share(near_poor, households)),
            ethnic_groups=2,
            ethnic_group_names=("Kinh", "Tà Ôi"),
        )

    def _organisation(self) -> organisation.Organisation:
        category = organisation.CommitteeCategory
        groups = (
            organisation.CommitteeGroup(category=category.MEMBER_ORGANIZATION, members=9),
            organisation.CommitteeGroup(
                category=category.STRATA_REPRESENTATIVE, members=self.between(16, 24)
            ),
            organisation.CommitteeGroup(category=category.WORKING_BOARD_HEAD, members=self.villages),
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
            working_boards=organisation.FrontWorkingBoards(boards=self.villages, members=7 * self.villages),
            self_management=tuple(
                organisation.SelfManagementGroups(
                    kind=kind, groups=self.villages, households=30 * self.villages
                )
                for kind in (
                    organisation.SelfManagementKind.SECURITY,
                    organisation.SelfManagementKind.ENVIRONMENT,
                )
            ),
            party=organisation.PartyOrganisation(cells=self.villages + 4, members=self.between(180, 450)),
        )

    def _members(self, body: membership.SocioPoliticalOrganization) -> membership.OrganisationMembership:
        # Two sums with equally many digits are never one figure with a digit typed twice.
        opening = self.between(170, 240) if body.has_union_members else self.between(180, 280)
        admitted, left = self.between(20, 40), self.between(5, 15)
        return membership.OrganisationMembership(
            organisation=body,
            opening=opening,
            admitted=admitted,
            left=left,
            closing=opening + admitted - left,
        )

    def _sum_of_members(self, figure: str) -> Pair:
        sums = {True: 0, False: 0}
        for item in self.organisations:
            sums[item.organisation.has_union_members] += getattr(item, figure)
        return Pair(sums[True], sums[False])

    def _membership(self) -> membership.Membership:
        closing, admitted = self._sum_of_members("closing"), self._sum_of_members("admitted")
        return membership.Membership(
            period=_YEARS,
            union_members=closing.first,
            association_members=closing.second,
            admitted_union_members=admitted.first,
            admitted_association_members=admitted.second,
            organisations=self.organisations,
        )

    def _campaigns(self) -> campaigns.Campaigns:
        return campaigns.Campaigns(
            campaigns=tuple(
                campaigns.Campaign(name=name, period=_YEARS)
                for name in (
                    "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
                    "Người Việt Nam ưu tiên dùng hàng Việt Nam",
                )
            ),
            models=tuple(
                campaigns.ExemplaryModel(
                    name=f"Đoạn đường tự quản thôn {village}", households=self.between(20, 60)
                )
                for village in range(1, self.villages + 1)
            ),
            festivals=tuple(
                campaigns.GreatUnityFestival(
                    period=Period.of_year(year),
                    areas=self.villages,
                    areas_holding=self.villages,
                    areas_with_both_parts=self.villages - 1,
                    share_holding=Share(Decimal(100)),
                )
                for year in range(_FIRST, _LAST + 1)
            ),
            commendations=tuple(
                campaigns.Commendation(
                    occasion="Ngày hội Đại đoàn kết toàn dân tộc",
                    authority="UBND xã",
                    period=Period.of_year(year),
                    collectives=1,
                    individuals=self.between(1, 4),
                )
                for year in range(_FIRST, _LAST + 1)
            ),
            conferences=tuple(
                campaigns.Conference(
                    subject=subject,
                    period=Period.of_year(self.between(_FIRST, _LAST)),
                    held=_counted(held := self.between(2, 9), "conferences"),
                    attendances=_counted(held * self.between(30, 80), "person_visits"),
                )
                for subject in _SUBJECTS
            ),
        )

    def _funds(self) -> funds.Funds:
        houses = tuple(
            funds.Houses(
                work=work, period=_YEARS, count=number, support_each=support, amount=number * support
            )
            for work, support in ((funds.HouseWork.BUILT, 50_000_000), (funds.HouseWork.REPAIRED, 25_000_000))
            for number in (self.between(5, 30),)
        )
        gifts = tuple(
            funds.Gifts(
                occasion=f"Tết Nguyên đán {year}",
                period=Period.of_year(year),
                count=_counted(number := self.between(50, 400), "gifts"),
                value=number * self.between(4, 9) * 100_000,
            )
            for year in range(_FIRST, _LAST + 1)
        )
        ledgers = tuple(
            self._ledger(fund, houses if not place else ()) for place, fund in enumerate(funds.FundKind)
        )
        mean = funds.FundLedger(
            fund=funds.FundKind.FUND_FOR_THE_POOR,
            period=_YEARS,
            each_year=True,
            raised=Quantity(
                value=Decimal(_exact(ledgers[0].raised) // _NUMBER_OF_YEARS // 1_000_000 * 1_000_000),
                unit="VND",
                scale=10**6,
            ),
        )
        return funds.Funds(ledgers=(*ledgers, mean), houses=houses, gifts=gifts)

    def _ledger(self, fund: funds.FundKind, houses: tuple[funds.Houses, ...]) -> funds.FundLedger:
        purposes = (funds.SpendingPurpose.BUILD_HOUSE, funds.SpendingPurpose.REPAIR_HOUSE)
        spending = (
            *(
                funds.Spending(purpose=purpose, count=house.count, amount=house.amount)
                for purpose, house in zip(purposes, houses, strict=False)
            ),
            *(
                funds.Spending(
                    purpose=purpose, count=self.between(5, 60), amount=self.between(20, 90) * 1_000_000
                )
                for purpose in list(funds.SpendingPurpose)[3:6]
            ),
        )
        receipts = tuple(
            funds.Receipt(
                amount=self.between(40_000, 400_000) * 1000,
                form=funds.ContributionForm.CASH,
                source=f"Cán bộ và nhân dân thôn {village}",
            )
            for village in range(1, self.villages + 1)
        )
        raised, spent = (sum(_exact(item.amount) for item in part) for part in (receipts, spending))
        opening = self.between(1, 60) * 1_000_000
        handed_down = max(0, spent - raised) + self.between(1, 50) * 1_000_000
        return funds.FundLedger(
            fund=fund,
            period=_YEARS,
            stated_years=_NUMBER_OF_YEARS,
            opening=opening,
            raised=raised,
            receipts=receipts,
            transfers=(funds.FundTransfer(from_tier=Tier.DISTRICT, amount=handed_down),),
            spent=spent,
            spending=spending,
            closing=opening + raised + handed_down - spent,
        )

    def _records(self) -> supervision.SupervisionRecords:
        form, criticism = supervision.SupervisionForm, supervision.CriticismForm
        commune = UnitRef(kind=UnitKind.COMMUNE, name=self.commune)
        return supervision.SupervisionRecords(
            supervisions=tuple(
                supervision.Supervision(
                    form=kind,
                    date=day,
                    subject=self.draw.choice(_SUBJECTS),
                    tier=Tier.COMMUNE,
                    led_by=self.committee,
                    supervised=(commune,),
                    supervised_count=1,
                    plan_sent=day - dt.timedelta(20),
                    recommendations=(asked := self.between(1, 6)),
                    answered=self.between(0, asked),
                )
                for kind, number in (
                    (form.DOCUMENT_STUDY, self.between(14, 24)),
                    (form.DELEGATION, self.between(10, 16)),
                )
                for day in self.days(number)
            ),
            criticisms=tuple(
                supervision.SocialCriticism(
                    form=kind,
                    date=day,
                    subject=self.draw.choice(_DRAFTS),
                    tier=Tier.COMMUNE,
                    received=day - dt.timedelta(self.between(16, 30)),
                    opinions=(heard := self.between(2, 9)),
                    accepted=self.between(1, heard),
                )
                for kind, number in (
                    (criticism.CONFERENCE, self.between(2, 5)),
                    (criticism.WRITTEN, self.between(6, 12)),
                    (criticism.DIRECT_DIALOGUE, self.between(1, 3)),
                )
                for day in self.days(number)
            ),
            feedback=tuple(
                supervision.Feedback(
                    date=day,
                    subject=self.draw.choice(_DRAFTS),
                    tier=Tier.COMMUNE,
                    opinions=(heard := self.between(2, 20)),
                    accepted=self.between(1, heard),
                )
                for day in self.days(10)
            ),
            dialogues=tuple(
                supervision.Dialogue(
                    host=host,
                    date=day,
                    tier=Tier.COMMUNE,
                    attendances=self.between(60, 180),
                    opinions=(heard := self.between(5, 20)),
                    answered=self.between(3, heard),
                )
                for host in supervision.DialogueHost
                for day in self.days(self.between(_NUMBER_OF_YEARS, 16))
            ),
            voter_meetings=tuple(
                supervision.VoterMeeting(
                    date=day,
                    tier=Tier.COMMUNE,
                    attendances=self.between(60, 180),
                    opinions=(heard := self.between(5, 20)),
                    answered=self.between(3, heard),
                )
                for day in self.days(10)
            ),
        )

    def _appendix_1(self) -> ImplementationAppendix:
        separate, integrated = self.between(5, 15), self.between(20, 40)
        cadres = self.between(4, 8)
        education, theory, transferred, trained = (
            self._split(number) for number in (cadres, cadres, self.between(3, 9), cadres)
        )
        one = pl1.Allowance(total=1, at_norm=1, above_norm=0, below_norm=0, not_received=0)
        return ImplementationAppendix(
            dissemination=pl1.Dissemination(
                conferences=pl1.Conferences(
                    separate=separate,
                    integrated=integrated,
                    people_reached=(separate + integrated) * self.between(25, 60) + self.between(1, 9),
                ),
                documents=pl1.IssuedDocuments(commune=self.between(8, 19)),
                inspections=pl1.Inspections(commune=self.between(5, 9)),
            ),
            movements=pl1.Movements(
                started=self.between(3, 9),
                commendation_conferences=self.between(3, 9),
                commended=Pair(self.between(12, 30), self.between(50, 90)),
            ),
            cadres=pl1.Cadres(
                reorganised=pl1.Reorganised(total=1, communes=1),
                full_time=pl1.CadreTotals(total=cadres, commune=cadres),
                education=pl1.EducationByTier(
                    commune=pl1.Education(
                        postgraduate=education[0], university=education[1], below_university=education[2]
                    )
                ),
                political_theory=pl1.PoliticalTheoryByTier(
                    commune=pl1.PoliticalTheory(levels=Triple(*theory))
                ),
                transferred=pl1.TransfersByTier(
                    total=sum(transferred),
                    commune=pl1.SplitTransfers(
                        party=transferred[0], government=transferred[1], unions=transferred[2]
                    ),
                ),
                trained=pl1.CadreTotals(total=sum(trained), commune=sum(trained)),
                peoples_inspection=Pair(1, 7),
                investment_supervision=Pair(2, 12),
            ),
            membership=pl1.Membership(
                members=self._sum_of_members("closing"),
                admitted=self._sum_of_members("admitted"),
                nominated_to_party=Pair(self.between(15, 25), self.between(10, 30)),
                admitted_to_party=self.between(11, 24),
            ),
            allowances=pl1.Allowances(
                communes=one,
                villages=pl1.Allowance(
                    total=self.villages, at_norm=self.villages, above_norm=0, below_norm=0, not_received=0
                ),
                branch_heads=one,
            ),
        )

    def _split(self, number: int) -> tuple[int, int, int]:
        """Part a number in three, none of them 0."""
        first = self.between(1, number - 2)
        second = self.between(1, number - first - 1)
        return first, second, number - first - second

    def _appendix_2(self) -> ParticipationAppendix:
        records, form, criticism = self.records, supervision.SupervisionForm, supervision.CriticismForm

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
                requested=Tiered(commune=sessions + self.between(0, 3)),
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

    def _statements(
        self, population: PopulationProfile, appendices: tuple[object, ...]
    ) -> Iterator[Statement]:
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

    def _citations(self) -> Iterator[documents.Citation]:
        yield documents.Citation(document=_REVIEWED, source=Source(line=5))
        cited = [self._document(number) for number in self.draw.sample(range(10, 400), 20)]
        for line, document in zip(count(15, 7), [*cited, *self.draw.sample(cited, 10)], strict=False):
            yield documents.Citation(
                document=document, source=Source(heading="Phần thứ nhất, I.2", line=line)
            )

    def _document(self, number: int) -> DocumentRef:
        kind, marks, body = self.draw.choice(_ISSUES)
        day, issuer = self.day(), f"{body} {self.district}"
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


def _counted(number: int, unit: str) -> Quantity:
    return Quantity(value=Decimal(number), unit=unit)


def _exact(amount: funds.Amount | None) -> int:
    assert isinstance(amount, int)
    return amount


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
