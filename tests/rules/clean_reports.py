"""Consistent reports as offices write them, made by hand: no unit, no person in them exists.

Communes, wards, townships, special zones, districts, towns and provinces; from a month to fifteen years under
review; before and after 01/7/2025; with both appendices, one or none.  What is blank in them an office leaves
blank: what nobody asked for, what it does not have, lines of levels that are not its own.
"""
# ruff: noqa: E501 - texts stay whole

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from mttq import vi
from mttq.forms import registered_forms
from mttq.model import (
    Campaign,
    Campaigns,
    Citation,
    Commendation,
    CommitteeCategory,
    CommitteeGroup,
    Conference,
    ConferenceForm,
    ContributionForm,
    ContributionState,
    CriticismForm,
    Dialogue,
    DialogueHost,
    EmulationMovement,
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
    Heading,
    Houses,
    HouseWork,
    Membership,
    Organisation,
    OrganisationMembership,
    PartyOrganisation,
    PeoplesInspectionBoard,
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
    Unit,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.report import Report
from mttq.values import Pair, PartialDate, Period, Share, Tier, Triple

CLEAN: Final[dict[str, Report]] = {}
"""The reports by their names."""

KL62 = "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị"
PL1, PL2 = "kl62-pl1", "kl62-pl2"
POOR, RELIEF = FundKind.FUND_FOR_THE_POOR, FundKind.RELIEF_FUND


def day(text: str) -> dt.date:
    return vi.parse_date(text)


def since(start: str, end: str) -> Period:
    return Period.interval(month(start), month(end))


def month(text: str) -> PartialDate:
    """Read "12/2013", or a day."""
    *first, number, year = (int(part) for part in text.split("/"))
    return PartialDate(year=year, month=number, day=first[0] if first else None)


def cited(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation(document=ref) for text in texts for ref, _ in vi.find_documents(text))


def says(**figures: str) -> tuple[Statement, ...]:
    """State figures, "population__persons" for "population.persons"."""
    return tuple(
        Statement(indicator=path.replace("__", "."), value=vi.parse_quantity(text))
        for path, text in figures.items()
    )


def people(
    households: int, persons: int, poor: str, near: str = "", villages: int | None = None
) -> PopulationProfile:
    """Count people; poor and near-poor households as "87 8,70%"."""
    return PopulationProfile(
        villages=villages,
        households=households,
        persons=persons,
        poor=_poverty(poor),
        near_poor=_poverty(near),
    )


def _poverty(text: str) -> PovertyFigure:
    number, _, share = text.partition(" ")
    return PovertyFigure(
        households=int(vi.parse_number(number)) if number else None,
        share=vi.parse_percent(share) if share else None,
    )


def headings(text: str) -> tuple[Heading, ...]:
    """Number headings: parts "A", sections "I", subsections "1", points "a"."""
    marks = ("AB", "IVX", "123456789", "abc")
    return tuple(
        Heading(number=number, level=next(level for level, mark in enumerate(marks, 1) if number[0] in mark))
        for number in text.split()
    )


def made(
    name: str,
    unit: Unit,
    symbol: str,
    date: str,
    *,
    title: str,
    time: Period | None = None,
    as_of: str,
    periods: Mapping[str, Period] | None = None,
    years: int | None = None,
    **records: Any,
) -> Report:
    """Make a report of the Front of a unit and put it among the clean ones."""
    body = f"Ủy ban MTTQ Việt Nam {unit.full_name}"
    above = unit.parent.full_name if unit.parent else "Trung ương"
    reviewed = [ReportPeriod(subject="review", period=time, stated_years=years)] if time or years else []
    report = Report(
        unit=unit,
        title=title,
        subject=f"Mặt trận Tổ quốc Việt Nam {unit.full_name}",
        as_of=month(as_of),
        header=Header(
            issuer=body,
            superior=f"Ủy ban MTTQ Việt Nam {above}" if unit.parent else None,
            symbol=symbol,
            place=unit.name,
            date=day(date),
        ),
        periods=(
            *reviewed,
            *(ReportPeriod(subject=subject, period=item) for subject, item in (periods or {}).items()),
        ),
        recipients=(
            f"Ban Thường trực Ủy ban MTTQ Việt Nam {above}",
            f"Thường trực Đảng ủy {unit.full_name}",
            "Lưu: VT",
        ),
        signature=Signature(
            body=f"Ban Thường trực {body}",
            position="Phó Chủ tịch Thường trực",
            authority=SigningAuthority.COLLECTIVE,
        ),
        **records,
    )
    CLEAN[name] = report
    return report


def unit(
    kind: UnitKind,
    name: str,
    parent: tuple[UnitKind, str] | None = None,
    since: str | None = None,
    **more: Any,
) -> Unit:
    above = UnitRef(kind=parent[0], name=parent[1]) if parent else None
    return Unit(kind=kind, name=name, parent=above, valid_from=day(since) if since else None, **more)


def former(kind: UnitKind, *names: str) -> tuple[UnitRef, ...]:
    return tuple(UnitRef(kind=kind, name=name) for name in names)


def committee(total: int, term: Period, **groups: int) -> FrontCommittee:
    return FrontCommittee(
        term=term,
        members=total,
        composition=tuple(
            CommitteeGroup(category=CommitteeCategory[name.upper()], members=number)
            for name, number in groups.items()
        ),
    )


def delegation(
    date: str, subject: str, units: int, raised: int | None = None, met: int | None = None, **days: str
) -> Supervision:
    return Supervision(
        form=SupervisionForm.DELEGATION,
        date=day(date),
        subject=subject,
        supervised_count=units,
        recommendations=raised,
        answered=met,
        **{name: day(text) for name, text in days.items()},  # type: ignore[arg-type]
    )


def study(date: str, subject: str) -> Supervision:
    return Supervision(
        form=SupervisionForm.DOCUMENT_STUDY, date=day(date), subject=subject, supervised_count=1
    )


def table(code: str, cells: str) -> object:
    """Fill in a form by lines of text: "movements: started=9 commended=46/207", three figures as 0-5-1."""
    report = Report(
        unit=Unit(kind=COMMUNE, name="Mẫu"), title="Biểu", appendices=(registered_forms()[code].record(),)
    )
    for line in cells.strip().splitlines():
        place, _, figures = line.strip().partition(": ")
        for figure in figures.split():
            name, _, text = figure.partition("=")
            report = report.with_value(f"{code}.{place}.{name}", cell(text))
    return report.appendices[0]


def cell(text: str) -> int | Pair | Triple:
    """Read the content of a cell."""
    if "/" in text:
        return Pair(*map(int, text.split("/")))
    return Triple(*map(int, text.split("-"))) if "-" in text else int(text)


COMMUNE, WARD, TOWNSHIP, ZONE = UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE
DISTRICT, QUAN, TOWN, CITY = (
    UnitKind.DISTRICT,
    UnitKind.URBAN_DISTRICT,
    UnitKind.TOWN,
    UnitKind.PROVINCIAL_CITY,
)
PROVINCE, CENTRAL = UnitKind.PROVINCE, UnitKind.CENTRAL_CITY

# communes before 01/7/2025

made(
    "a commune's half year 2023",
    unit(COMMUNE, "Hòa Lạc", (DISTRICT, "Sơn Khê"), "01/01/1988"),
    "28/BC-MTTQ-BTT",
    "12/6/2023",
    title="Báo cáo kết quả công tác Mặt trận 6 tháng đầu năm 2023",
    time=Period.half_year(2023, 1),
    as_of="6/2023",
    population=people(2143, 8876, "118 5,51%", "97 4,53%", villages=9),
    organisation=Organisation(
        committee=committee(
            45,
            Period.term(2019, 2024),
            member_organization=12,
            working_board_head=9,
            strata_representative=21,
            cadre=3,
        ),
        working_boards=FrontWorkingBoards(boards=9, members=81),
        peoples_inspection=PeoplesInspectionBoard(
            boards=1, members=9, inspections=4, recommendations=3, resolved=3
        ),
        party=PartyOrganisation(cells=14, members=312),
    ),
    campaigns=Campaigns(
        campaigns=(Campaign(name="Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"),),
        conferences=(
            Conference(
                subject="Tuyên truyền Luật Thực hiện dân chủ ở cơ sở",
                form=ConferenceForm.INTEGRATED,
                period=Period.half_year(2023, 1),
                held=vi.parse_quantity("18 cuộc"),
                attendances=vi.parse_quantity("1.245 lượt người"),
            ),
        ),
        models=(ExemplaryModel(name="Thắp sáng đường quê", number=6, households=540),),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.half_year(2023, 1),
                opening=23_450_000,
                raised=64_300_000,
                receipts=(
                    Receipt(amount=51_800_000, source="Nhân dân và cán bộ trong xã"),
                    Receipt(amount=12_500_000, source="Doanh nghiệp"),
                ),
                spent=59_000_000,
                spending=(
                    Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=1, amount=40_000_000),
                    Spending(purpose=SpendingPurpose.TET_GIFTS, count=38, amount=19_000_000),
                ),
                closing=28_750_000,
            ),
        ),
        gifts=(
            Gifts(
                occasion="Tết Quý Mão 2023",
                period=Period.of_year(2023),
                count=vi.parse_quantity("218 suất"),
                value=vi.parse_quantity("hơn 109 triệu đồng"),
            ),
        ),
    ),
    supervision=SupervisionRecords(
        supervisions=(
            delegation("16/3/2023", "Thực hiện chính sách bảo hiểm y tế cho hộ nghèo", 3, 4, 4),
            delegation("18/5/2023", "Các khoản đóng góp của nhân dân tại thôn", 9, 5, 3),
        ),
        feedback=(Feedback(date=day("10/3/2023"), subject="Dự thảo Luật Đất đai (sửa đổi)", opinions=27),),
        voter_meetings=(
            VoterMeeting(date=day("20/4/2023"), attendances=165, opinions=19, answered=15),
            VoterMeeting(date=day("08/5/2023"), attendances=142, opinions=16, answered=16),
        ),
    ),
    statements=says(
        population__households="2.143 hộ",
        population__persons="gần 8.900 người",
        population__villages="09 thôn",
    ),
    citations=cited(
        "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
        "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Kế hoạch số 12/KH-MTTQ-BTT ngày 20/02/2023 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Hòa Lạc",
    ),
    outline=headings("I 1 2 II 1 2 3 4 5 III IV 1 2"),
    narrative=(
        "Thực hiện Kế hoạch số 12/KH-MTTQ-BTT ngày 20/02/2023 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Hòa Lạc, "
        "Mặt trận Tổ quốc và các tổ chức thành viên trong xã đã triển khai nhiệm vụ 6 tháng đầu năm như sau:\n\n"
        "1. Toàn xã có 09 thôn, 2.143 hộ, gần 8.900 người; hộ nghèo 118 hộ, chiếm 5,51%.\n\n"
        "2. Quỹ “Vì người nghèo” xã vận động được 64.300.000 đồng; hỗ trợ xây mới 01 nhà Đại đoàn kết trị giá 40 triệu đồng.\n\n"
        "Trên đây là kết quả công tác Mặt trận 6 tháng đầu năm 2023."
    ),
)

made(
    "a township's year 2021",
    unit(TOWNSHIP, "Nam Khê", (DISTRICT, "Nam Khê"), "15/4/1994"),
    "97/BC-MTTQ-BTT",
    "03/12/2021",
    title="Báo cáo tổng kết công tác Mặt trận năm 2021, phương hướng nhiệm vụ năm 2022",
    time=Period.of_year(2021),
    as_of="11/2021",
    population=people(3020, 11_984, "41 1,36%", "66 2,19%", villages=12),
    funds=Funds(
        ledgers=(
            FundLedger(fund=POOR, period=Period.of_year(2021), raised=118_640_000, spent=96_000_000),
            FundLedger(
                fund=RELIEF,
                period=Period.of_year(2021),
                opening=0,
                raised=vi.parse_quantity("hơn 742 triệu đồng"),
                receipts=(
                    Receipt(
                        amount=742_615_000,
                        form=ContributionForm.CASH,
                        source="Ủng hộ phòng, chống dịch COVID-19",
                    ),
                    Receipt(
                        amount=vi.parse_quantity("8,5 tấn"),
                        form=ContributionForm.IN_KIND,
                        source="Gạo, nhu yếu phẩm",
                    ),
                ),
                spent=vi.parse_quantity("hơn 742 triệu đồng"),
                closing=0,
            ),
        ),
        relief=(
            ReliefAction(
                event="Dịch COVID-19 đợt 4",
                period=since("6/2021", "10/2021"),
                gifts=Gifts(
                    count=vi.parse_quantity("1.036 suất"), value=vi.parse_quantity("310,8 triệu đồng")
                ),
            ),
        ),
    ),
    campaigns=Campaigns(
        festivals=(
            GreatUnityFestival(
                period=Period.of_year(2021),
                areas=12,
                areas_holding=12,
                share_holding=Share(vi.parse_number("100")),
            ),
        ),
        commendations=(
            Commendation(
                occasion="Tổng kết năm 2021", period=Period.of_year(2021), collectives=5, individuals=17
            ),
        ),
        movements=(
            EmulationMovement(name="Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau"),
        ),
    ),
    statements=says(population__persons="11.984 người", funds__ledgers__1__raised="hơn 742 triệu đồng"),
    citations=cited(
        "Quyết định số 23/2021/QĐ-TTg ngày 07/7/2021 của Thủ tướng Chính phủ",
        "Nghị quyết số 68/NQ-CP ngày 01/7/2021 của Chính phủ",
    ),
    outline=headings("I II 1 2 3 III 1 2"),
)

made(
    "a commune's nine months 2024",
    unit(COMMUNE, "Ea Trang", (DISTRICT, "Ea Đăk"), "21/3/1996"),
    "61/BC-MTTQ-BTT",
    "16/9/2024",
    title="Báo cáo công tác Mặt trận 9 tháng đầu năm 2024",
    time=Period.first_months(2024, 9),
    as_of="9/2024",
    population=people(1587, 6910, "402 25,33%", "211 13,30%", villages=7),
    supervision=SupervisionRecords(
        supervisions=(
            study("12/01/2024", "Nghị quyết của Hội đồng nhân dân xã về phân bổ ngân sách năm 2024"),
            study("05/7/2024", "Quyết định phê duyệt danh sách hộ được hỗ trợ đất ở"),
            delegation(
                "18/4/2024",
                "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững",
                4,
                6,
                5,
                plan_sent="25/3/2024",
                report_received="10/4/2024",
                ended="19/4/2024",
                result_reported="29/4/2024",
            ),
        ),
        criticisms=(
            SocialCriticism(
                form=CriticismForm.CONFERENCE,
                date=day("06/6/2024"),
                subject="Đề án sắp xếp khu dân cư buôn Trang",
                received=day("15/5/2024"),
                submitted=day("20/6/2024"),
                opinions=11,
                accepted=8,
            ),
        ),
        dialogues=(
            Dialogue(
                host=DialogueHost.PARTY_HEAD, date=day("24/5/2024"), attendances=87, opinions=14, answered=14
            ),
            Dialogue(
                host=DialogueHost.GOVERNMENT_HEAD,
                date=day("22/8/2024"),
                attendances=104,
                opinions=21,
                answered=19,
            ),
        ),
    ),
    funds=Funds(
        houses=(
            Houses(
                work=HouseWork.BUILT,
                period=Period.of_year(2024),
                count=7,
                support_each=60_000_000,
                amount=420_000_000,
            ),
            Houses(
                work=HouseWork.REPAIRED,
                period=Period.of_year(2024),
                count=5,
                support_each=30_000_000,
                amount=150_000_000,
            ),
        ),
    ),
    statements=says(population__poor__households="402 hộ", population__villages="07 buôn"),
    citations=cited(
        "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
        "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017",
    ),
    outline=headings("A I 1 2 II 1 2 3 B I II"),
)

# both appendices over fifteen years, and one of them

FIFTEEN = since("8/12/2009", "12/2023")
SINCE_217 = since("12/12/2013", "12/2023")

made(
    "a commune's review of fifteen years with both appendices",
    unit(COMMUNE, "Phước Lộc", (DISTRICT, "Tây Bình"), "01/01/1986"),
    "04/BC-MTTQ-BTT",
    "17/01/2025",
    title="Báo cáo tổng kết 15 năm thực hiện Kết luận số 62-KL/TW của Bộ Chính trị (khóa X)",
    reviewed=vi.parse_document(KL62),
    as_of="12/2024",
    years=15,
    time=since("8/12/2009", "12/2024"),
    periods={PL1: since("8/12/2009", "12/2024"), PL2: since("12/12/2013", "12/2024")},
    population=people(1846, 7402, "96 5,20%", "88 4,77%", villages=8),
    organisation=Organisation(
        committee=committee(
            41,
            Period.term(2019, 2024),
            member_organization=11,
            strata_representative=17,
            working_board_head=8,
            cadre=5,
        ),
        standing_board=StandingBoard(members=4, chairs=1, vice_chairs=2, standing_members=1),
        working_boards=FrontWorkingBoards(
            boards=8, members=68, members_each=vi.parse_quantity("từ 7 đến 9 người")
        ),
        party=PartyOrganisation(cells=12, members=268),
    ),
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=16 integrated=52 people_reached=4187
            dissemination.documents: commune=31
            dissemination.inspections: commune=14
            movements: started=9 commendation_conferences=13 commended=46/207
            cadres.reorganised: total=1 communes=1
            cadres.full_time: total=6 commune=6
            cadres.education.commune: postgraduate=0 university=5 below_university=1
            cadres.political_theory.commune: levels=0-5-1
            cadres.transferred: total=4
            cadres.transferred.commune: party=2 government=2 unions=0
            cadres.trained: total=6 commune=6
            cadres: peoples_inspection=1/8 investment_supervision=1/7
            membership: members=287/2913 admitted=146/512 nominated_to_party=58/31 admitted_to_party=71
            allowances.communes: total=1 at_norm=1 above_norm=0 below_norm=0 not_received=0
            allowances.villages: total=8 at_norm=8 above_norm=0 below_norm=0 not_received=0
            allowances.branch_heads: total=1 at_norm=1 above_norm=0 below_norm=0 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: commune=21/24
            supervision.delegations: commune=19/43
            criticism.requested: commune=17
            criticism.sessions: commune=16
            criticism.conferences: commune=5
            criticism.written: commune=10
            criticism.dialogues: commune=1
            criticism.opinions: commune=74
            feedback.party_dialogues: commune=13
            feedback.government_dialogues: commune=18
        """,
        ),
    ),
    statements=says(
        population__households="1.846 hộ",
        **{f"{PL1}.dissemination.conferences.separate": "16 hội nghị"},
        **{f"{PL2}.criticism.sessions.commune": "16 cuộc"},
    ),
    citations=cited(
        KL62,
        "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Hướng dẫn số 92-HD/TU ngày 15/11/2024 của Tỉnh ủy",
    ),
    outline=headings("I 1 2 II 1 2 a b c 3 III 1 2 3 IV"),
)

made(
    "a district's review of fifteen years with both appendices",
    unit(DISTRICT, "Lạc Sơn Hạ", (PROVINCE, "Hòa Sơn"), "17/8/1964"),
    "12/BC-MTTQ-BTT",
    "26/02/2024",
    title="Báo cáo tổng kết 15 năm thực hiện Kết luận số 62-KL/TW của Bộ Chính trị",
    reviewed=vi.parse_document(KL62),
    as_of="12/2023",
    periods={PL1: FIFTEEN, PL2: SINCE_217},
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=38 integrated=214 people_reached=16430
            dissemination.documents: district=24 commune=317
            dissemination.inspections: district=17 commune=92
            movements: started=11 commendation_conferences=42 commended=318/1276
            cadres.reorganised: total=4 communes=4
            cadres.full_time: total=159 district=27 commune=132
            cadres.education.district: postgraduate=5 university=22 below_university=0
            cadres.education.commune: postgraduate=2 university=109 below_university=21
            cadres.political_theory.district: levels=12-15-0
            cadres.political_theory.commune: levels=1-118-13
            cadres.transferred: total=57
            cadres.transferred.district: bodies=6-7-3
            cadres.transferred.commune: party=17 government=19 unions=5
            cadres.trained: total=159 district=27 commune=132
            cadres: peoples_inspection=22/214 investment_supervision=22/163
            membership: members=6913/58204 admitted=2817/9446 nominated_to_party=1104/587 admitted_to_party=1323
            allowances.communes: total=22 at_norm=22 above_norm=0 below_norm=0 not_received=0
            allowances.villages: total=187 at_norm=184 above_norm=0 below_norm=3 not_received=0
            allowances.branch_heads: total=22 at_norm=20 above_norm=0 below_norm=2 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: district=31/46 commune=402/418
            supervision.delegations: district=44/137 commune=386/611
            criticism.requested: district=23 commune=204
            criticism.sessions: district=22 commune=197
            criticism.conferences: district=14 commune=83
            criticism.written: district=8 commune=103
            criticism.dialogues: district=0 commune=11
            criticism.opinions: district=163 commune=941
            feedback.party_dialogues: district=12 commune=226
            feedback.government_dialogues: district=14 commune=263
        """,
        ),
    ),
    citations=cited(KL62, "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"),
    outline=headings("I II 1 2 3 III IV"),
)

made(
    "a province's review of fifteen years with both appendices",
    unit(PROVINCE, "Hòa Sơn", since="01/10/1991"),
    "87/BC-MTTQ-BTT",
    "14/3/2024",
    title="Báo cáo tổng kết 15 năm thực hiện Kết luận số 62-KL/TW của Bộ Chính trị",
    reviewed=vi.parse_document(KL62),
    as_of="12/2023",
    time=FIFTEEN,
    periods={PL1: FIFTEEN, PL2: SINCE_217},
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=312 integrated=2046 people_reached=188640
            dissemination.documents: province=41 district=268 commune=3114
            dissemination.inspections: province=22 district=187 commune=1044
            movements: started=17 commendation_conferences=391 commended=2871/11938
            cadres.reorganised: total=47 communes=38 subordinate=9
            cadres.full_time: total=1683 province=151 district=283 commune=1249
            cadres.education.province: postgraduate=48 university=98 below_university=5
            cadres.education.district: postgraduate=37 university=241 below_university=5
            cadres.education.commune: postgraduate=19 university=1033 below_university=197
            cadres.political_theory.province: levels=83-57-11
            cadres.political_theory.district: levels=109-163-11
            cadres.political_theory.commune: levels=14-1108-127
            cadres.transferred: total=612
            cadres.transferred.province: bodies=23-18-9
            cadres.transferred.district: bodies=64-71-27
            cadres.transferred.commune: party=176 government=173 unions=51
            cadres.trained: total=1683 province=151 district=283 commune=1249
            cadres: peoples_inspection=208/2019 investment_supervision=208/1562
            membership: members=97412/611308 admitted=38907/118246 nominated_to_party=12814/6233 admitted_to_party=15117
            allowances.communes: total=208 at_norm=204 above_norm=4 below_norm=0 not_received=0
            allowances.villages: total=1934 at_norm=1888 above_norm=0 below_norm=46 not_received=0
            allowances.branch_heads: total=208 at_norm=208 above_norm=0 below_norm=0 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: province=57/88 district=361/507 commune=3846/4012
            supervision.delegations: province=63/241 district=418/1336 commune=3711/6128
            criticism.requested: province=39 district=226 commune=1958
            criticism.sessions: province=37 district=221 commune=1903
            criticism.conferences: province=29 district=148 commune=812
            criticism.written: province=8 district=71 commune=986
            criticism.dialogues: province=0 district=2 commune=105
            criticism.opinions: province=412 district=1633 commune=9207
            feedback.party_dialogues: province=11 district=118 commune=2163
            feedback.government_dialogues: province=12 district=129 commune=2418
        """,
        ),
    ),
    citations=cited(
        KL62,
        "Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư",
        "Hướng dẫn số 18/HD-MTTW-BTT ngày 16/11/2023 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    ),
    outline=headings("I 1 2 II 1 2 3 4 III IV 1 2"),
)

made(
    "a commune's review of ten years with Phụ lục 1 alone",
    unit(COMMUNE, "Thạnh Quới", (DISTRICT, "Cù Lao"), "10/10/1981"),
    "19/BC-MTTQ-BTT",
    "22/4/2020",
    title="Báo cáo sơ kết 10 năm thực hiện Kết luận số 62-KL/TW của Bộ Chính trị",
    reviewed=vi.parse_document(KL62),
    as_of="12/2019",
    time=since("12/2009", "12/2019"),
    years=10,
    periods={PL1: since("12/2009", "12/2019")},
    population=people(3_412, 13_870, "171 5,01%", "", villages=6),
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=3 integrated=27 people_reached=1961
            dissemination.documents: commune=14
            dissemination.inspections: commune=7
            movements: started=4 commendation_conferences=9 commended=17/93
            cadres.full_time: total=7 commune=7
            cadres.education.commune: university=4 below_university=3
            cadres.political_theory.commune: levels=1-4-2
            cadres.trained: total=7 commune=7
            cadres: peoples_inspection=1/9 investment_supervision=2/14
            membership: members=214/4116 admitted=88/402
            allowances.communes: total=1 at_norm=1
            allowances.villages: total=6 at_norm=6
        """,
        ),
    ),
    citations=cited(KL62),
    outline=headings("I II 1 2 III"),
)

made(
    "a town's year 2023 with Phụ lục 2 alone",
    unit(TOWN, "Bình Lộc", (PROVINCE, "Trung Nguyên"), "11/4/2014"),
    "211/BC-MTTQ-BTT",
    "08/12/2023",
    title="Báo cáo kết quả giám sát, phản biện xã hội năm 2023",
    time=Period.of_year(2023),
    as_of="12/2023",
    periods={PL2: Period.of_year(2023)},
    appendices=(
        table(
            PL2,
            """
            supervision.document_studies: district=3/5 commune=24/27
            supervision.delegations: district=4/13 commune=31/46
            criticism.requested: district=2 commune=17
            criticism.sessions: district=2 commune=16
            criticism.conferences: district=2 commune=9
            criticism.written: district=0 commune=7
            criticism.dialogues: district=0 commune=0
            criticism.opinions: district=18 commune=87
            feedback.party_dialogues: district=1 commune=17
            feedback.government_dialogues: district=1 commune=22
        """,
        ),
    ),
    statements=says(**{f"{PL2}.supervision.delegations.district.first": "04 cuộc"}),
    citations=cited("Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"),
)

# more before 01/7/2025

made(
    "a ward's year 2024 without villages",
    unit(WARD, "An Phú Đông", (CITY, "Long Châu"), "01/01/2010"),
    "118/BC-MTTQ-BTT",
    "29/11/2024",
    title="Báo cáo tổng kết công tác Mặt trận năm 2024",
    time=Period.of_year(2024),
    as_of="11/2024",
    population=people(5_864, 21_930, "12 0,20%", "33 0,56%", villages=14),
    organisation=Organisation(
        committee=committee(
            57,
            Period.term(2024, 2029),
            member_organization=14,
            strata_representative=24,
            working_board_head=14,
            cadre=5,
        ),
        working_boards=FrontWorkingBoards(boards=14, members=126),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.of_year(2024),
                opening=vi.parse_quantity("hơn 86 triệu đồng"),
                raised=vi.parse_quantity("hơn 412 triệu đồng"),
                spent=vi.parse_quantity("hơn 397 triệu đồng"),
                closing=vi.parse_quantity("hơn 101 triệu đồng"),
            ),
        ),
        gifts=(
            Gifts(
                occasion="Tết Giáp Thìn",
                period=Period.of_year(2024),
                count=vi.parse_quantity("642 suất"),
                value=vi.parse_quantity("385,2 triệu đồng"),
            ),
        ),
    ),
    campaigns=Campaigns(
        festivals=(
            GreatUnityFestival(
                period=Period.of_year(2024),
                areas=14,
                areas_holding=14,
                areas_with_both_parts=11,
                share_holding=Share(vi.parse_number("100")),
                households_commended=168,
            ),
        ),
        conferences=(
            Conference(
                subject="Tuyên truyền kỷ niệm Ngày truyền thống MTTQ Việt Nam",
                period=Period.of_year(2024),
                held=vi.parse_quantity("hơn 40 hội nghị"),
                attendances=vi.parse_quantity("khoảng 3.200 lượt người"),
            ),
        ),
    ),
    statements=says(population__households="5.864 hộ", population__persons="gần 22 nghìn người"),
    citations=cited("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị"),
    outline=headings("I 1 2 3 II 1 2 3 4 III IV"),
    narrative="Phường An Phú Đông có 14 khu phố với 5.864 hộ. Trong năm, 14/14 khu phố tổ chức Ngày hội Đại đoàn kết.",
)

made(
    "an urban district's year 2024",
    unit(QUAN, "Tân Hải", (CENTRAL, "Hải Giang"), "01/01/1997"),
    "302/BC-MTTQ-BTT",
    "06/12/2024",
    title="Báo cáo kết quả công tác Mặt trận năm 2024",
    time=Period.of_year(2024),
    as_of="12/2024",
    population=people(48_217, 186_540, "", villages=None),
    organisation=Organisation(
        committee=committee(
            67,
            Period.term(2024, 2029),
            member_organization=21,
            chair_of_lower_committee=11,
            strata_representative=30,
            cadre=5,
        ),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.of_year(2024),
                opening=1_204_500_000,
                raised=vi.parse_quantity("4,6 tỷ đồng"),
                transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=350_000_000),),
                spent=vi.parse_quantity("4,9 tỷ đồng"),
                closing=vi.parse_quantity("hơn 1,2 tỷ đồng"),
            ),
        ),
        relief=(
            ReliefAction(
                event="Bão số 3 (Yagi)",
                period=Period.month(2024, 9),
                receipts=(
                    Receipt(amount=2_318_400_000, form=ContributionForm.CASH),
                    Receipt(
                        amount=vi.parse_quantity("14 tấn"),
                        form=ContributionForm.IN_KIND,
                        source="Nhu yếu phẩm",
                    ),
                    Receipt(amount=120_000_000, state=ContributionState.PLEDGED, source="Doanh nghiệp"),
                ),
            ),
        ),
    ),
    supervision=SupervisionRecords(
        supervisions=(
            delegation("12/4/2024", "Công tác cấp giấy chứng nhận quyền sử dụng đất", 5, 7, 6),
            delegation("17/9/2024", "Công tác tiếp công dân, giải quyết khiếu nại, tố cáo", 4, 5, 5),
        ),
        criticisms=(
            SocialCriticism(
                form=CriticismForm.WRITTEN,
                date=day("11/6/2024"),
                subject="Dự thảo Đề án chỉnh trang đô thị",
                opinions=9,
                accepted=7,
            ),
        ),
    ),
    citations=cited(
        "Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư", "Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13"
    ),
    outline=headings("I II 1 2 3 4 5 6 III"),
)

made(
    "a commune of 2017 with its records",
    unit(COMMUNE, "Sơn Thủy", (DISTRICT, "Lệ Giang"), "01/01/1976"),
    "73/BC-MTTQ",
    "20/11/2017",
    title="Báo cáo công tác Mặt trận năm 2017",
    time=Period.of_year(2017),
    as_of="11/2017",
    population=people(2_688, 10_714, "249 9,26%", "188 6,99%", villages=11),
    membership=Membership(
        period=Period.of_year(2017),
        union_members=268,
        association_members=3_901,
        admitted_union_members=41,
        admitted_association_members=137,
        nominated_to_party=19,
        admitted_to_party=8,
        organisations=(
            OrganisationMembership(
                organisation=SocioPoliticalOrganization.YOUTH_UNION,
                opening=251,
                admitted=41,
                left=24,
                closing=268,
            ),
            OrganisationMembership(
                organisation=SocioPoliticalOrganization.WOMENS_UNION,
                opening=1_512,
                admitted=53,
                left=17,
                closing=1_548,
            ),
            OrganisationMembership(
                organisation=SocioPoliticalOrganization.FARMERS,
                opening=1_846,
                admitted=61,
                left=29,
                closing=1_878,
            ),
            OrganisationMembership(
                organisation=SocioPoliticalOrganization.VETERANS,
                opening=464,
                admitted=23,
                left=12,
                closing=475,
            ),
        ),
    ),
    organisation=Organisation(
        peoples_inspection=PeoplesInspectionBoard(
            boards=1, members=11, vice_heads=1, term=Period.term(2016, 2018)
        ),
        branch_heads=44,
    ),
    supervision=SupervisionRecords(
        voter_meetings=(
            VoterMeeting(date=day("26/6/2017"), attendances=118, opinions=14),
            VoterMeeting(date=day("03/11/2017")),
        ),
    ),
    campaigns=Campaigns(
        campaigns=(
            Campaign(
                name="Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", period=Period.of_year(2017)
            ),
        ),
        commendations=(
            Commendation(
                occasion="5 năm cuộc vận động",
                period=since("1/2012", "12/2017"),
                collectives=3,
                individuals=9,
                households=21,
            ),
        ),
    ),
    citations=cited(
        "Thông tư số 121/2017/TT-BTC ngày 15/11/2017 của Bộ Tài chính", "Nghị định số 159/2016/NĐ-CP"
    ),
    outline=headings("I 1 2 3 II 1 2"),
)

made(
    "a province's half year 2024",
    unit(PROVINCE, "Trung Nguyên", since="01/01/1992"),
    "175/BC-MTTQ-BTT",
    "18/6/2024",
    title="Báo cáo sơ kết công tác Mặt trận 6 tháng đầu năm 2024",
    time=Period.half_year(2024, 1),
    as_of="6/2024",
    population=PopulationProfile(
        households=412_306,
        persons=1_608_900,
        poor=PovertyFigure(households=16_905, share=vi.parse_percent("4,1%")),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.half_year(2024, 1),
                opening=vi.parse_quantity("hơn 18,6 tỷ đồng"),
                raised=vi.parse_quantity("hơn 37,4 tỷ đồng"),
                spent=vi.parse_quantity("gần 31,2 tỷ đồng"),
                closing=vi.parse_quantity("hơn 24,9 tỷ đồng"),
            ),
        ),
        houses=(
            Houses(
                work=HouseWork.BUILT,
                period=Period.half_year(2024, 1),
                count=318,
                amount=vi.parse_quantity("19,08 tỷ đồng"),
            ),
            Houses(work=HouseWork.REPAIRED, period=Period.half_year(2024, 1), count=74),
        ),
    ),
    supervision=SupervisionRecords(
        supervisions=(
            delegation("14/5/2024", "Việc thực hiện pháp luật về phòng, chống bạo lực gia đình", 6, 8),
            study("20/3/2024", "Nghị quyết của Hội đồng nhân dân tỉnh về mức chi bảo đảm hoạt động"),
        ),
        dialogues=(
            Dialogue(
                host=DialogueHost.GOVERNMENT_HEAD,
                date=day("29/3/2024"),
                tier=Tier.PROVINCE,
                attendances=310,
                opinions=28,
                answered=28,
            ),
        ),
    ),
    citations=cited(
        "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        "Kế hoạch số 709/KH-MTTW-BTT ngày 04/01/2024 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    ),
    outline=headings("I 1 2 3 II III 1 2 IV"),
)

made(
    "a commune merged in 2020, its year 2022",
    unit(
        COMMUNE,
        "Quang Hưng Phú",
        (DISTRICT, "Thanh Lương"),
        "01/01/2020",
        predecessors=former(COMMUNE, "Quang Hưng", "Quang Phú"),
    ),
    "84/BC-MTTQ-BTT",
    "02/12/2022",
    title="Báo cáo công tác Mặt trận năm 2022",
    time=Period.of_year(2022),
    as_of="12/2022",
    population=people(3_975, 15_208, "86 2,16%", "117 2,94%", villages=13),
    organisation=Organisation(
        peoples_inspection=PeoplesInspectionBoard(boards=1, members=9, term=Period.term(2021, 2023))
    ),
    campaigns=Campaigns(
        models=(ExemplaryModel(name="Khu dân cư không có người vi phạm pháp luật", number=4),),
        festivals=(
            GreatUnityFestival(
                period=Period.of_year(2022),
                areas=13,
                areas_holding=12,
                share_holding=Share(vi.parse_number("92,31")),
            ),
        ),
    ),
    statements=says(population__villages="13 thôn", population__poor__share="2,16%"),
    citations=cited("Nghị quyết số 834/NQ-UBTVQH14 ngày 17/12/2019 của Ủy ban Thường vụ Quốc hội"),
    outline=headings("I II III"),
)

# after 01/7/2025

NEW = "01/7/2025"

made(
    "a new ward's year 2025",
    unit(
        WARD,
        "Bình Thới",
        (CENTRAL, "Hải Giang"),
        NEW,
        predecessors=former(WARD, "Phường 3", "Phường 10", "Phường 8"),
    ),
    "46/BC-MTTQ-BTT",
    "05/12/2025",
    title="Báo cáo tổng kết công tác Mặt trận năm 2025",
    time=since(NEW, "30/11/2025"),
    as_of="11/2025",
    population=people(12_486, 45_310, "0 0%", "27 0,22%", villages=38),
    organisation=Organisation(
        committee=committee(
            62,
            Period.term(2025, 2030),
            member_organization=22,
            strata_representative=18,
            working_board_head=16,
            cadre=6,
        ),
        standing_board=StandingBoard(members=8, chairs=1, vice_chairs=5, standing_members=2),
        working_boards=FrontWorkingBoards(boards=38, members=342),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=RELIEF,
                period=since("10/2025", "11/2025"),
                raised=vi.parse_quantity("1,27 tỷ đồng"),
                receipts=(
                    Receipt(amount=vi.parse_quantity("842,5 triệu đồng"), source="Cán bộ, nhân dân"),
                    Receipt(
                        amount=vi.parse_quantity("427,6 triệu đồng"), source="Doanh nghiệp, hộ kinh doanh"
                    ),
                ),
            ),
        ),
    ),
    supervision=SupervisionRecords(
        supervisions=(
            delegation(
                "16/10/2025",
                "Thực hiện thủ tục hành chính tại Trung tâm Phục vụ hành chính công phường",
                1,
                3,
                2,
            ),
        ),
        voter_meetings=(VoterMeeting(date=day("22/10/2025"), attendances=204, opinions=31, answered=24),),
    ),
    statements=says(population__persons="hơn 45 nghìn người"),
    citations=cited(
        "Luật số 97/2025/QH15 ngày 27/6/2025 của Quốc hội",
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "Hướng dẫn số 11/HD-MTTW-BTT ngày 10/9/2025 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    ),
    outline=headings("I 1 2 3 II 1 2 III"),
)

made(
    "a new commune's second half of 2025 with Phụ lục 2",
    unit(COMMUNE, "Sơn Đông", (PROVINCE, "Hòa Sơn"), NEW, predecessors=former(COMMUNE, "Đông Hà", "Sơn Lư")),
    "33/BC-MTTQ-BTT",
    "12/01/2026",
    title="Báo cáo kết quả giám sát, phản biện xã hội 6 tháng cuối năm 2025",
    time=Period.half_year(2025, 2),
    as_of="12/2025",
    periods={PL2: Period.half_year(2025, 2)},
    population=people(6_140, 24_760, "287 4,67%", "301 4,90%", villages=27),
    appendices=(
        table(
            PL2,
            """
            supervision.document_studies: commune=1/1
            supervision.delegations: commune=2/9
            criticism.requested: commune=2
            criticism.sessions: commune=2
            criticism.conferences: commune=1
            criticism.written: commune=1
            criticism.dialogues: commune=0
            criticism.opinions: commune=13
            feedback.party_dialogues: commune=0
            feedback.government_dialogues: commune=1
        """,
        ),
    ),
    citations=cited("Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"),
    outline=headings("I II III"),
)

made(
    "a special zone's half year 2026",
    unit(ZONE, "Hòn Nghệ", (PROVINCE, "Trung Nguyên"), NEW),
    "21/BC-MTTQ-BTT",
    "15/6/2026",
    title="Báo cáo công tác Mặt trận 6 tháng đầu năm 2026",
    time=Period.half_year(2026, 1),
    as_of="6/2026",
    population=people(1_904, 7_215, "11 0,58%", "", villages=5),
    organisation=Organisation(
        committee=committee(
            42,
            Period.term(2025, 2030),
            member_organization=15,
            strata_representative=18,
            working_board_head=5,
            cadre=4,
        ),
        peoples_inspection=PeoplesInspectionBoard(boards=1, members=7),
    ),
    supervision=SupervisionRecords(
        dialogues=(
            Dialogue(
                host=DialogueHost.GOVERNMENT_HEAD,
                date=day("14/5/2026"),
                attendances=92,
                opinions=17,
                answered=17,
            ),
        ),
        feedback=(
            Feedback(date=day("03/4/2026"), subject="Dự thảo quy hoạch đặc khu", opinions=21, accepted=13),
        ),
    ),
    citations=cited("Luật số 97/2025/QH15", "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"),
    outline=headings("I II 1 2 3 III"),
)

made(
    "a province's year 2025, after the districts",
    unit(PROVINCE, "Hòa Sơn", since="01/10/1991"),
    "468/BC-MTTQ-BTT",
    "19/12/2025",
    title="Báo cáo kết quả công tác Mặt trận năm 2025",
    time=Period.of_year(2025),
    as_of="12/2025",
    population=PopulationProfile(
        households=431_118,
        persons=1_702_455,
        poor=PovertyFigure(households=9_744, share=vi.parse_percent("2,26%")),
    ),
    organisation=Organisation(
        committee=committee(
            105,
            Period.term(2025, 2030),
            member_organization=38,
            chair_of_lower_committee=37,
            strata_representative=14,
            outstanding_individual=9,
            cadre=7,
        ),
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.of_year(2025),
                raised=vi.parse_quantity("hơn 62,7 tỷ đồng"),
                spent=vi.parse_quantity("hơn 58 tỷ đồng"),
            ),
            FundLedger(fund=RELIEF, period=Period.of_year(2025), raised=vi.parse_quantity("hơn 141 tỷ đồng")),
        ),
        houses=(
            Houses(
                work=HouseWork.BUILT,
                period=Period.of_year(2025),
                count=2_116,
                support_each=60_000_000,
                amount=126_960_000_000,
            ),
        ),
    ),
    campaigns=Campaigns(
        commendations=(
            Commendation(
                occasion="Phong trào xóa nhà tạm, nhà dột nát",
                period=Period.of_year(2025),
                collectives=64,
                individuals=118,
            ),
        ),
    ),
    citations=cited(
        "Chỉ thị số 42/CT-TTg ngày 09/11/2024 của Thủ tướng Chính phủ",
        "Quyết định số 304-QĐ/TW ngày 10/6/2025 của Ban Bí thư",
    ),
    outline=headings("I 1 2 II 1 2 3 4 5 III IV"),
)

made(
    "a central city's half year 2026 with both appendices",
    unit(CENTRAL, "Hải Giang", since="01/01/1997"),
    "190/BC-MTTQ-BTT",
    "22/6/2026",
    title="Báo cáo kết quả thực hiện công tác Mặt trận 6 tháng đầu năm 2026",
    time=Period.half_year(2026, 1),
    as_of="6/2026",
    periods={PL1: Period.half_year(2026, 1), PL2: Period.half_year(2026, 1)},
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=21 integrated=133 people_reached=11480
            dissemination.documents: province=3 commune=117
            dissemination.inspections: province=2 commune=41
            movements: started=2 commendation_conferences=14 commended=73/266
            cadres.reorganised: total=0 communes=0 subordinate=0
            cadres.full_time: total=931 province=168 commune=763
            cadres.education.province: postgraduate=81 university=87 below_university=0
            cadres.education.commune: postgraduate=64 university=688 below_university=11
            cadres.political_theory.province: levels=96-69-3
            cadres.political_theory.commune: levels=118-621-24
            cadres.transferred: total=33
            cadres.transferred.province: bodies=4-3-1
            cadres.transferred.commune: party=11 government=13 unions=1
            cadres.trained: total=894 province=151 commune=743
            cadres: peoples_inspection=114/1203 investment_supervision=97/611
            membership: members=143206/412977 admitted=6214/8903 nominated_to_party=612/287 admitted_to_party=544
            allowances.communes: total=114 at_norm=114 above_norm=0 below_norm=0 not_received=0
            allowances.villages: total=1216 at_norm=1216 above_norm=0 below_norm=0 not_received=0
            allowances.branch_heads: total=114 at_norm=114 above_norm=0 below_norm=0 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: province=4/7 commune=96/101
            supervision.delegations: province=5/21 commune=143/268
            criticism.requested: province=3 commune=51
            criticism.sessions: province=3 commune=49
            criticism.conferences: province=2 commune=23
            criticism.written: province=1 commune=26
            criticism.dialogues: province=0 commune=0
            criticism.opinions: province=29 commune=312
            feedback.party_dialogues: province=1 commune=67
            feedback.government_dialogues: province=1 commune=82
        """,
        ),
    ),
    citations=cited(KL62),
    outline=headings("I II III"),
)

# more of all kinds

made(
    "a commune's month 2024 with nothing held",
    unit(COMMUNE, "Nậm Ban", (DISTRICT, "Mường Hạ"), "01/01/1980"),
    "09/BC-MTTQ-BTT",
    "25/02/2024",
    title="Báo cáo công tác Mặt trận tháng 02 năm 2024",
    time=Period.month(2024, 2),
    as_of="2/2024",
    population=people(911, 4688, "512 56,20%", "130 14,27%", villages=10),
    funds=Funds(
        gifts=(
            Gifts(
                occasion="Tết Giáp Thìn",
                period=Period.month(2024, 2),
                count=vi.parse_quantity("512 suất"),
                value=vi.parse_quantity("256.000.000 đồng"),
            ),
        )
    ),
    campaigns=Campaigns(campaigns=(Campaign(name="Người Việt Nam ưu tiên dùng hàng Việt Nam"),)),
    periods={PL2: Period.month(2024, 2)},
    appendices=(
        table(
            PL2,
            """
            supervision.document_studies: commune=0/0
            supervision.delegations: commune=0/0
            criticism.requested: commune=0
            criticism.sessions: commune=0
            criticism.conferences: commune=0
            criticism.written: commune=0
            criticism.dialogues: commune=0
            criticism.opinions: commune=0
            feedback.party_dialogues: commune=0
            feedback.government_dialogues: commune=0
        """,
        ),
    ),
)
made(
    "a border commune's quarter 2023",
    unit(COMMUNE, "Pa Ủ", (DISTRICT, "Mường Hạ"), "01/01/1980"),
    "15/BC-MTTQ-BTT",
    "28/3/2023",
    title="Báo cáo công tác Mặt trận quý I năm 2023",
    time=Period.quarter(2023, 1),
    as_of="3/2023",
    population=people(703, 3902, "488 69,42%", "", villages=12),
    organisation=Organisation(
        working_boards=FrontWorkingBoards(boards=12, members=97),
        peoples_inspection=PeoplesInspectionBoard(boards=1, members=11),
        self_management=(
            SelfManagementGroups(kind=SelfManagementKind.BORDER, groups=3, households=91, border_markers=3),
        ),
    ),
    statements=says(**{"population.persons": "3.902 người", "population.poor.share": "69,42%"}),
    narrative="1. Công tác tuyên truyền\n\n- Tổ chức 12 buổi với 487 lượt người.\n\n2. Công tác giám sát\n\nGiám sát 01 cuộc theo Kế hoạch số 03/KH-MTTQ ngày 12/01/2023.",
)
made(
    "a commune's review with zeros and blanks",
    unit(COMMUNE, "Tả Phời", (DISTRICT, "Mường Hạ"), "01/01/1980"),
    "30/BC-MTTQ-BTT",
    "12/4/2024",
    title="Báo cáo tổng kết thực hiện Kết luận số 62-KL/TW",
    reviewed=vi.parse_document(KL62),
    as_of="12/2023",
    periods={PL1: since("12/2009", "12/2023"), PL2: since("12/2013", "12/2023")},
    population=people(1204, 5190, "340 28,24%", "112 9,30%", villages=11),
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=2 integrated=19 people_reached=873
            dissemination.documents: commune=9
            dissemination.inspections: commune=0
            movements: started=0 commendation_conferences=4 commended=12/41
            cadres.reorganised: total=0 communes=0
            cadres.full_time: total=5 commune=5
            cadres.education.commune: postgraduate=0 university=4 below_university=1
            cadres.political_theory.commune: levels=0-4-1
            cadres.transferred: total=0
            cadres.transferred.commune: party=0 government=0 unions=0
            cadres.trained: total=5 commune=5
            cadres: peoples_inspection=1/11 investment_supervision=1/5
            membership: members=171/1877 admitted=60/219 nominated_to_party=33/12 admitted_to_party=27
            allowances.communes: total=1 at_norm=1 above_norm=0 below_norm=0 not_received=0
            allowances.villages: total=11 at_norm=11 above_norm=0 below_norm=0 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: commune=7/7
            supervision.delegations: commune=10/31
            criticism.requested: commune=4
            criticism.sessions: commune=4
            criticism.conferences: commune=1
            criticism.written: commune=3
            criticism.dialogues: commune=0
            criticism.opinions: commune=22
            feedback.party_dialogues: commune=11
            feedback.government_dialogues: commune=14
        """,
        ),
    ),
)
made(
    "a new commune's year 2025",
    unit(
        COMMUNE, "Đồng Tâm", (PROVINCE, "Hòa Sơn"), NEW, predecessors=former(COMMUNE, "Đồng Lạc", "Tâm Thành")
    ),
    "72/BC-MTTQ-BTT",
    "08/12/2025",
    title="Báo cáo công tác Mặt trận năm 2025, nhiệm vụ năm 2026",
    time=Period.of_year(2025),
    as_of="11/2025",
    population=people(5230, 21044, "203 3,88%", "188 3,59%", villages=22),
    organisation=Organisation(
        committee=committee(
            70,
            Period.term(2025, 2030),
            member_organization=20,
            strata_representative=21,
            working_board_head=22,
            cadre=7,
        ),
        standing_board=StandingBoard(members=6, chairs=1, vice_chairs=5),
        working_boards=FrontWorkingBoards(boards=22, members=176),
        party=PartyOrganisation(cells=41, members=1022),
    ),
    supervision=SupervisionRecords(
        supervisions=(
            delegation("12/8/2025", "Chi trả chế độ chính sách người có công", 2, 2, 2),
            delegation("14/11/2025", "Xây dựng nông thôn mới", 3, 4, 1),
        )
    ),
    citations=cited(
        "Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ",
        "Kết luận số 210-KL/TW ngày 12/11/2025",
        "Quy định số 189-QĐ/TW ngày 08/10/2024",
        "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị",
    ),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.of_year(2025),
                opening=12_000_000,
                raised=vi.parse_quantity("96,4 triệu đồng"),
                spent=vi.parse_quantity("88,2 triệu đồng"),
                closing=vi.parse_quantity("20,2 triệu đồng"),
            ),
        )
    ),
)
made(
    "a province's half year 2022 with hedged sums",
    unit(PROVINCE, "Tây Hà", since="01/01/1990"),
    "91/BC-MTTQ-BTT",
    "10/7/2022",
    title="Báo cáo 6 tháng đầu năm 2022",
    time=Period.half_year(2022, 1),
    as_of="6/2022",
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=POOR,
                period=Period.half_year(2022, 1),
                raised=vi.parse_quantity("trên 12,7 tỷ đồng"),
                receipts=(
                    Receipt(amount=vi.parse_quantity("hơn 8,1 tỷ đồng")),
                    Receipt(amount=vi.parse_quantity("hơn 4,5 tỷ đồng")),
                ),
            ),
        ),
        gifts=(
            Gifts(
                occasion="Tết Nhâm Dần",
                period=Period.of_year(2022),
                count=vi.parse_quantity("gần 140 ngàn suất"),
                value=vi.parse_quantity("trên 72 tỷ đồng"),
            ),
        ),
    ),
    statements=says(
        **{"funds.ledgers.0.raised": "hơn 12,7 tỷ đồng", "funds.gifts.0.count": "gần 140 ngàn suất"}
    ),
)
made(
    "a commune's relief after a storm",
    unit(COMMUNE, "Làng Nủ", (DISTRICT, "Mường Hạ"), "01/01/1980"),
    "80/BC-MTTQ-BTT",
    "30/9/2024",
    title="Báo cáo kết quả tiếp nhận, phân bổ nguồn lực ủng hộ khắc phục hậu quả bão số 3",
    as_of="9/2024",
    time=since("10/9/2024", "28/9/2024"),
    funds=Funds(
        ledgers=(
            FundLedger(
                fund=RELIEF,
                period=since("10/9/2024", "28/9/2024"),
                opening=0,
                raised=1_846_350_000,
                receipts=(
                    Receipt(amount=1_846_350_000, form=ContributionForm.CASH),
                    Receipt(amount=vi.parse_quantity("31 tấn"), form=ContributionForm.IN_KIND),
                    Receipt(amount=vi.parse_quantity("1.240 suất quà"), form=ContributionForm.IN_KIND),
                ),
                spent=1_610_000_000,
                spending=(Spending(purpose=SpendingPurpose.EMERGENCY, count=161, amount=1_610_000_000),),
                closing=236_350_000,
            ),
        )
    ),
)
made(
    "a district's year 2022 with both appendices",
    unit(DISTRICT, "Vân Hồ Thượng", (PROVINCE, "Tây Hà"), "10/6/2013"),
    "199/BC-MTTQ-BTT",
    "12/12/2022",
    title="Báo cáo năm 2022",
    as_of="12/2022",
    time=Period.of_year(2022),
    periods={PL1: Period.of_year(2022), PL2: Period.of_year(2022)},
    appendices=(
        table(
            PL1,
            """
            dissemination.conferences: separate=1 integrated=14 people_reached=1890
            dissemination.documents: district=2 commune=14
            dissemination.inspections: district=1 commune=9
            cadres.full_time: total=71 district=13 commune=58
            cadres: peoples_inspection=14/142
            allowances.communes: total=14 at_norm=14 above_norm=0 below_norm=0 not_received=0
            allowances.villages: total=110 at_norm=110 above_norm=0 below_norm=0 not_received=0
        """,
        ),
        table(
            PL2,
            """
            supervision.document_studies: district=2/3 commune=15/15
            supervision.delegations: district=3/9 commune=28/44
            criticism.requested: district=1 commune=9
            criticism.sessions: district=1 commune=9
            criticism.conferences: district=1 commune=4
            criticism.written: district=0 commune=5
            criticism.dialogues: district=0 commune=0
            criticism.opinions: district=9 commune=40
            feedback.party_dialogues: district=1 commune=14
            feedback.government_dialogues: district=1 commune=15
        """,
        ),
    ),
)
