"""Situations that look odd and are in order: the rules named in each must stay silent.

Each is the consistent sample report with some values changed, as an office may well report them.  Rules that
are not named may speak, for they are about other things.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import pytest

from mttq import vi
from mttq.checking import check, check_all
from mttq.model import (
    Campaign,
    Citation,
    Commendation,
    ContributionForm,
    ContributionState,
    CriticismForm,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    GreatUnityFestival,
    Heading,
    Houses,
    HouseWork,
    OrganisationMembership,
    PovertyFigure,
    PrintedFigure,
    Receipt,
    ReportPeriod,
    SocialCriticism,
    SocioPoliticalOrganization,
    Spending,
    SpendingPurpose,
    Statement,
    Supervision,
    SupervisionForm,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import RULES
from mttq.testing import make_report
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Tier

Changes = Mapping[str, object]

PL1: Final = "kl62-pl1"
PL2: Final = "kl62-pl2"
MILLION: Final = 10**6
POOR: Final = FundKind.FUND_FOR_THE_POOR


def poor(households: int, percent: str) -> Changes:
    return {"population.poor": PovertyFigure(households=households, share=Share(Decimal(percent)))}


def says(indicator: str, text: str, **where: object) -> Statement:
    return Statement(indicator=indicator, value=vi.parse_quantity(text), **where)  # type: ignore[arg-type]


def persons(number: int, text: str) -> Changes:
    return {"population.persons": number, "statements": (says("population.persons", text),)}


def cited(*texts: str) -> Changes:
    return {"citations": tuple(Citation(document=vi.parse_document(text)) for text in texts)}


def headed(*numbers: str) -> Changes:
    return {"outline": tuple(Heading(number=number, level=1) for number in numbers)}


def written(text: str) -> Changes:
    return {"narrative": text}


def fund(*ledgers: FundLedger) -> Changes:
    return {"funds": Funds(ledgers=ledgers)}


def money(text: str) -> Quantity:
    return vi.parse_quantity(text)


def periods(period: Period, years: int | None = None) -> Changes:
    subjects = ("review", PL1, PL2)
    return {
        "periods": tuple(ReportPeriod(subject=item, period=period, stated_years=years) for item in subjects)
    }


def time(year: int, month: int) -> PartialDate:
    return PartialDate(year=year, month=month)


def term(first: int, last: int) -> Changes:
    return {"organisation.committee.term": Period.term(first, last)}


def delegation(date: dt.date, **days: object) -> Changes:
    record = Supervision(form=SupervisionForm.DELEGATION, date=date, subject="Thu chi quỹ", **days)  # type: ignore[arg-type]
    return {"supervision.supervisions": (record,)}


ONE_MONTH: Final = periods(Period.month(2024, 12))
AFTER_MERGER: Final[Changes] = {"as_of": time(2025, 12), "header.date": dt.date(2026, 1, 10)}
FORMER: Final = (UnitRef(kind=UnitKind.COMMUNE, name="Cũ Một"), UnitRef(kind=UnitKind.COMMUNE, name="Cũ Hai"))
VILLAGES_OF_PL1: Final = f"{PL1}.allowances.villages"
NO_VILLAGES: Final[Changes] = {
    "unit.kind": UnitKind.WARD,
    "population.villages": 0,
    "organisation.committee.composition.2.members": 0,
    "organisation.committee.members": 32,
    f"{VILLAGES_OF_PL1}.total": 0,
    f"{VILLAGES_OF_PL1}.at_norm": 0,
    f"{PL1}.cadres.peoples_inspection": Pair(1, 5),
}

CASES: Final[Mapping[str, tuple[str, Changes]]] = {
    # percentages
    "half a percent rounded down": ("UNI008", poor(125, "12")),
    "half a percent rounded up": ("UNI008", poor(125, "13")),
    "a percentage without decimals": ("UNI008", poor(87, "9")),
    "a percentage with more decimals than needed": ("UNI008", poor(87, "8.700")),
    "no poor households": ("UNI007 UNI008", poor(0, "0")),
    "all areas hold the festival": (
        "UNI008 CAM005",
        {"campaigns.festivals": (
            GreatUnityFestival(areas=6, areas_holding=6, share_holding=Share(Decimal(100))),
        )},
    ),
    "poor and near-poor before the classes were disjoint": (
        "UNI007",
        {"population.poor": PovertyFigure(households=700), "as_of": time(2014, 12),
         "population.near_poor": PovertyFigure(households=400)},
    ),
    # what the text says of a figure
    "a little more than a round number": ("CAM002", persons(5501, "hơn 5.500 người")),
    "nearly a round number": ("CAM002", persons(4187, "gần 4.200 người")),
    "about a round number": ("CAM002", persons(4187, "khoảng 4.000 người")),
    "between two round numbers": ("CAM002", persons(4187, "từ 4.000 đến 4.200 người")),
    "at least a number": ("CAM002", persons(4100, "ít nhất 4.100 người")),
    "a rounded number in thousands": ("CAM002", persons(4135, "4,1 nghìn người")),
    "fewer than ten with a leading zero": (
        "UNI005",
        {"statements": (says("population.villages", "06 thôn"),)},
    ),
    "a figure of a former unit": (
        "CAM002",
        {"statements": (says("population.persons", "2.050 người", unit="xã Cũ Một"),)},
    ),
    "a figure of another year": (
        "CAM002",
        {"statements": (says("population.persons", "3.900 người", period=Period.of_year(2019)),)},
    ),
    "a figure of each year": (
        "CAM002 PER005",
        {"statements": (says(f"{PL2}.feedback.party_dialogues.commune", "01 cuộc", each_year=True),)},
    ),
    "a yearly figure in a report on one year": (
        "PER005",
        {"statements": (
            says(f"{PL1}.dissemination.inspections.commune", "08 cuộc", each_year=True),
            says(f"{PL1}.dissemination.inspections.commune", "08 cuộc"),
        )},
    ),
    "an indicator of the office's own": (
        "CAM002 CRI002",
        {"statements": (says("số mô hình", "03 mô hình"),)},
    ),
    # appendices
    "a total with a blank part that may fill": (
        "APP003 UNI005",
        {f"{VILLAGES_OF_PL1}.at_norm": 5, f"{VILLAGES_OF_PL1}.below_norm": None},
    ),
    "a blank form of social criticism": ("CRI001", {f"{PL2}.criticism.dialogues.commune": None}),
    "nobody of one half": (
        "APP001 MEM002 MEM004",
        {f"{PL1}.membership.nominated_to_party": Pair(0, 29), f"{PL1}.membership.admitted_to_party": 29},
    ),
    "rewards for individuals only": ("APP001 CAM004", {f"{PL1}.movements.commended": Pair(0, 63)}),
    "none of either half in one zero": ("APP001", {f"{PL1}.movements.commended": 0}),
    "rewards of one occasion are all there were": (
        "CAM004",
        {"campaigns.commendations": (Commendation(collectives=14, individuals=63),)},
    ),
    "zeros for the levels above": ("APP004", {f"{PL2}.criticism.requested.district": 0}),
    "figures below ten with a leading zero": (
        "APP007",
        {"printed": (PrintedFigure(path=f"{PL1}.movements.started", text="07"),)},
    ),
    "two numbers of few digits alike": ("MEM004", {f"{PL1}.membership.admitted": Pair(12, 112)}),
    "no conferences and nobody reached": (
        "CAM003",
        {f"{PL1}.dissemination.conferences.{name}": 0
         for name in ("separate", "integrated", "people_reached")},
    ),
    "no social criticism at all": (
        "CRI001 CRI003 CRI004",
        {f"{PL2}.criticism.{row}.commune": 0
         for row in ("requested", "sessions", "conferences", "written", "dialogues", "opinions")},
    ),
    "more drafts than sessions": ("CRI003", {f"{PL2}.criticism.requested.commune": 40}),
    "no supervision, of nobody": ("SUP002", {f"{PL2}.supervision.delegations.commune": 0}),
    "members of one organisation only": (
        "MEM005 MEM006",
        {"membership.organisations": (
            OrganisationMembership(
                organisation=SocioPoliticalOrganization.FARMERS, opening=600, admitted=40, closing=620
            ),
        )},
    ),
    # periods
    "appendices of one month": (
        "PER002 SUP004 SUP005 CRI006",
        {**ONE_MONTH, f"{PL2}.supervision.document_studies.commune": Pair(2, 2),
         f"{PL2}.supervision.delegations.commune": Pair(1, 1)},
    ),
    "a month without supervision": (
        "SUP002 SUP004",
        {**ONE_MONTH, f"{PL2}.supervision.document_studies.commune": Pair(0, 0),
         f"{PL2}.supervision.delegations.commune": Pair(0, 0)},
    ),
    "a busy month": (
        "SUP004",
        {**ONE_MONTH, f"{PL2}.supervision.document_studies.commune": Pair(3, 3),
         f"{PL2}.supervision.delegations.commune": Pair(2, 2)},
    ),
    "figures since the year of the decision": (
        "SUP005",
        periods(Period.interval(PartialDate(year=2013), time(2024, 12))),
    ),
    "fifteen years that are not quite over": (
        "PER001",
        periods(Period.interval(PartialDate(year=2009, month=12, day=8), time(2024, 6)), 15),
    ),
    "a term of the councils that was made longer": ("PER003", term(2004, 2011)),
    "the term of the National Assembly that was cut short": ("PER003", term(2007, 2011)),
    "a term that the end of the old communes cut short in 2025, by its name": ("PER003", term(2024, 2029)),
    "a term that was cut short in 2025, by its days": (
        "PER003",
        {"organisation.committee.term": Period.interval(time(2024, 5), time(2025, 6))},
    ),
    "two years of a People's Inspection Board": (
        "PER003",
        {"periods": (
            ReportPeriod(subject="nhiệm kỳ Ban Thanh tra nhân dân", period=Period.term(2023, 2025)),
        )},
    ),
    "twenty years counted as a difference": (
        "CAM006",
        {"campaigns.festivals": (GreatUnityFestival(period=Period.interval(
            PartialDate(year=2003), PartialDate(year=2023)), stated_years=20),)},
    ),
    "twenty years counted one by one": (
        "CAM006",
        {"campaigns.festivals": (GreatUnityFestival(period=Period.interval(
            PartialDate(year=2004), PartialDate(year=2023)), stated_years=20),)},
    ),
    # units
    "a commune of 2020 with the figures of its predecessors": (
        "UNI002",
        {"unit.valid_from": dt.date(2020, 1, 1), "unit.predecessors": FORMER, "statements": tuple(
            says("population.persons", "2.050 người", unit=item.full_name) for item in FORMER
        )},
    ),
    "a commune merged of two, as its appendix counts": (
        "UNI006 APP003 APP008",
        {"unit.predecessors": FORMER, f"{PL1}.cadres.reorganised.total": 2,
         f"{PL1}.cadres.reorganised.communes": 2},
    ),
    "a ward without villages": ("ORG001 ORG005 ORG010 ORG011 UNI005 APP008 APP003", NO_VILLAGES),
    "a ward of a city after the districts": (
        "UNI003 ORG003",
        {**AFTER_MERGER, "unit.kind": UnitKind.WARD,
         "unit.parent": UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế")},
    ),
    "a special zone after the districts": (
        "UNI003",
        {**AFTER_MERGER, "unit.kind": UnitKind.SPECIAL_ZONE,
         "unit.parent": UnitRef(kind=UnitKind.PROVINCE, name="Mẫu")},
    ),
    "a large Committee after the merger": (
        "ORG001 ORG003",
        {**AFTER_MERGER, "organisation.committee.members": 97,
         "organisation.committee.composition.1.members": 80},
    ),
    "brackets that list the chair only": (
        "ORG002",
        {"organisation.committee.composition.3.vice_chairs": None},
    ),
    "an Inspection Board of eleven before July 2023": (
        "ORG010",
        {"as_of": time(2023, 6), f"{PL1}.cadres.peoples_inspection": Pair(1, 11)},
    ),
    "members of the Inspection Board alone": ("ORG010", {f"{PL1}.cadres.peoples_inspection": 6}),
    "households of two": ("UNI009", {"population.persons": 2000}),
    # documents
    "two editions of a law": (
        "DOC002 DOC007",
        cited("Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022",
              "Luật Thanh tra số 56/2010/QH12 ngày 15/11/2010"),
    ),
    "two laws of one number": (
        "DOC002 DOC003 DOC007",
        cited("Luật Thanh tra số 11/2022/QH15 ngày 14/11/2022", "Luật Giá số 11/2012/QH13 ngày 20/6/2012"),
    ),
    "the number of one year again in another": (
        "DOC002 DOC007",
        cited("Kế hoạch số 15/KH-MTTQ-BTT ngày 10/3/2022", "Kế hoạch số 15/KH-MTTQ-BTT ngày 12/3/2023"),
    ),
    "one number of two committees": (
        "DOC002",
        cited("Kế hoạch số 15/KH-UBND ngày 10/3/2022 của Ủy ban nhân dân xã Mẫu",
              "Kế hoạch số 15/KH-UBND ngày 02/02/2022 của Ủy ban nhân dân huyện Mẫu"),
    ),
    "a number of the Party in another term": (
        "DOC002 DOC003",
        cited("Chỉ thị số 18-CT/TW ngày 10/11/2012 của Ban Bí thư",
              "Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư"),
    ),
    "a short form after the full one": ("DOC006", cited("Nghị định số 100/2019/NĐ-CP", "Nghị định 100")),
    "a law by its name": ("DOC006", cited("Luật Thanh tra")),
    "a plan of the day of the report": ("DOC004", cited("Kế hoạch số 02/KH-MTTQ-BTT ngày 10/01/2025")),
    "a document of the year of the report": ("DOC004", cited("Luật số 62/2025/QH15")),
    "a symbol that begins with a zero": ("DOC001", cited("Hướng dẫn số 05-HD/BTCTW ngày 12/02/2020")),
    # funds
    "gifts in kind and pledges": (
        "FND002 FND004",
        fund(FundLedger(
            fund=POOR, opening=10 * MILLION, raised=40 * MILLION, spent=30 * MILLION, closing=20 * MILLION,
            receipts=(
                Receipt(amount=25 * MILLION, form=ContributionForm.CASH),
                Receipt(amount=15 * MILLION, form=ContributionForm.IN_KIND),
                Receipt(amount=90 * MILLION, state=ContributionState.PLEDGED),
            ),
        )),
    ),
    "money from the fund of the district": (
        "FND002 FND004",
        fund(FundLedger(
            fund=POOR, opening=0, raised=40 * MILLION, spent=55 * MILLION, closing=5 * MILLION,
            transfers=(FundTransfer(from_tier=Tier.DISTRICT, amount=20 * MILLION),),
        )),
    ),
    "hedged sums that may balance": (
        "FND002 FND004",
        fund(FundLedger(
            fund=POOR, opening=money("gần 10 triệu đồng"), raised=money("hơn 40 triệu đồng"),
            spent=30 * MILLION, closing=20 * MILLION,
        )),
    ),
    "spending of which one item has no sum": (
        "FND004",
        fund(FundLedger(fund=POOR, spent=30 * MILLION, spending=(
            Spending(purpose=SpendingPurpose.TET_GIFTS, amount=20 * MILLION),
            Spending(purpose=SpendingPurpose.MEDICAL, count=4),
        ))),
    ),
    "a yearly sum and that of five years": (
        "FND001 FND007 PER005",
        fund(FundLedger(fund=POOR, raised=money("hơn 40 triệu đồng"), each_year=True),
             FundLedger(fund=POOR, raised=215_910_000, stated_years=5)),
    ),
    "the fund of the last year alone": (
        "FND006",
        fund(FundLedger(fund=POOR, raised=40 * MILLION, period=Period.of_year(2024))),
    ),
    "houses with about so much each": (
        "FND008",
        {"funds": Funds(houses=(Houses(
            work=HouseWork.BUILT, count=6, support_each=money("khoảng 30 triệu đồng"), amount=185 * MILLION
        ),))},
    ),
    "many gifts for a hedged sum": (
        "FND005",
        {"funds": Funds(gifts=(Gifts(count=money("hơn 5.500 suất"), value=money("hơn 4,5 tỷ đồng")),))},
    ),
    # records
    "a plan sent on the last day, a report within fifteen days of the beginning": (
        "SUP012 SUP013 SUP015",
        delegation(dt.date(2023, 5, 16), plan_sent=dt.date(2023, 5, 1), result_reported=dt.date(2023, 5, 31)),
    ),
    "a delegation of the last day of the period": ("SUP012", delegation(dt.date(2024, 12, 31))),
    "a delegation before the joint resolution": (
        "SUP013 SUP014 SUP015",
        delegation(dt.date(2016, 5, 16), plan_sent=dt.date(2016, 5, 15)),
    ),
    "no recommendation is answered yet": (
        "SUP001",
        delegation(dt.date(2024, 12, 5), recommendations=3, answered=0),
    ),
    "criticism before the law on the Front": (
        "CRI012",
        {"supervision.criticisms": (SocialCriticism(
            form=CriticismForm.CONFERENCE, date=dt.date(2015, 5, 10), subject="Đề án",
            received=dt.date(2015, 5, 8), submitted=dt.date(2015, 5, 12),
        ),)},
    ),
    # campaigns
    "a campaign of the commune's own": (
        "CAM001",
        {"campaigns.campaigns": (Campaign(name="Sạch từ nhà ra ngõ"),)},
    ),
    "a campaign by the name it had": (
        "CAM001",
        {"campaigns.campaigns": (
            Campaign(
                name="Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư", period=Period.of_year(2015)
            ),
        )},
    ),
    # the text
    "letters in the order of the Vietnamese alphabet": ("TXT002", headed(*"abcdđeghik")),
    "parts in words": ("TXT002", headed("Phần thứ nhất", "Phần thứ hai", "Phần thứ ba", "Phần thứ tư")),
    "headings without numbers between": ("TXT002", headed("I", "*", "II", "-", "III")),
    "numbers of documents like telephone numbers": (
        "TXT007",
        written("Công văn số 0912345678/CV-MTTQ, hóa đơn số 0356789012-HĐ, ngày 10/01/2025."),
    ),
    "a sum of twelve digits": (
        "TXT001 TXT007",
        written("Tổng kinh phí 123456789000 đồng, còn 46.500.000 đồng."),
    ),
    "a tax code and an account": (
        "TXT007",
        written("Mã số thuế: 0401234567; số tài khoản 046123456789 tại Kho bạc Nhà nước."),
    ),
    "a fixed line and a service number": (
        "TXT001 TXT007",
        written("Điện thoại 0234.3822.123; đường dây nóng 19001234."),
    ),
    "dates, articles and lists with dots and commas": (
        "TXT001",
        written("Ngày 30.4.1975; Điều 2.1; các thôn 1,2,3; đạt 8,7%; 1.234.567,89 đồng; 0,5 ha; 1.000đ."),
    ),
    "names of places and firms with foreign letters": (
        "TXT003 TXT006",
        written("Xã Ia Đrăng, Zơ Nông, Ê-đê, Jơ Ngây; Công ty Nestlé, ông Jürgen Müller, Café, 25°C, m²."),
    ),
    "both spellings and words that are like others": (
        "TXT003",
        written("Hàng năm, hằng năm, Uỷ ban, Ủy ban, cộng tác viên, nhà trường ban hành, cũng cố gắng."),
    ),
    "items of a list": (
        "TXT004",
        written("Gồm các việc sau:\n\na) tuyên truyền;\n\nb) vận động;\n\n- giám sát;\n\n+ phản biện."),
    ),
}  # fmt: skip


def changed(changes: Changes) -> Report:
    report = make_report()
    for path, value in changes.items():
        report = report.with_value(path, value)
    return report


@pytest.mark.parametrize(("codes", "changes"), CASES.values(), ids=CASES)
def test_what_is_in_order_is_not_questioned(codes: str, changes: Changes) -> None:
    findings = check(changed(changes))
    assert {*codes.split(), "MTQ999"} <= {rule.code for rule in RULES}
    assert [finding.explain() for finding in findings if finding.code in {*codes.split(), "MTQ999"}] == []


def test_two_reports_of_one_unit_in_one_year_are_in_order() -> None:
    """A half year and its year count over different times, so nothing between them is questioned."""
    half, year = (
        changed(
            {
                **periods(period),
                "as_of": time(2024, month),
                "header.symbol": symbol,
                "header.date": date,
                f"{PL2}.supervision.delegations.commune": Pair(held, held),
            }
        )
        for period, month, symbol, date, held in (
            (Period.half_year(2024, 1), 6, "31/BC-MTTQ-BTT", dt.date(2024, 7, 5), 5),
            (Period.of_year(2024), 12, "05/BC-MTTQ-BTT", dt.date(2025, 1, 10), 12),
        )
    )
    together = {finding.code for finding in check_all([half, year])}
    alone = {finding.code for report in (half, year) for finding in check(report)}
    assert together - alone == set()


def test_hedges_are_what_their_words_say() -> None:
    """The cases above would prove little if "gần" or "hơn" were read as exact."""
    read = [vi.parse_quantity(text).qualifier for text in ("hơn 5.500 người", "gần 4.200 người")]
    assert read == [Qualifier.MORE_THAN, Qualifier.NEARLY]
