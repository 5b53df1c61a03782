import attrs
import pytest

from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    Houses,
    HouseWork,
    OrganisationMembership,
    ReportPeriod,
    SocioPoliticalOrganization,
    UnitKind,
)
from mttq.report import Report
from mttq.rules._kit.narrated import told_of_the_unit
from mttq.testing import make_report
from mttq.values import PartialDate, Period

YEAR = Period.of_year(2026)
FUND = FundKind.FUND_FOR_THE_POOR
FARMERS = OrganisationMembership(organisation=SocioPoliticalOrganization.FARMERS)


def of_a_year() -> Report:
    """Make a report of the commune Mẫu on the year 2026."""
    sample = make_report()
    committee = attrs.evolve(sample.organisation.committee, term=Period.term(2025, 2030))
    return attrs.evolve(
        sample,
        as_of=PartialDate(year=2026, month=12),
        periods=tuple(ReportPeriod(subject=subject, period=YEAR) for subject in ("review", "kl62-pl2")),
        organisation=attrs.evolve(sample.organisation, committee=committee),
        membership=attrs.evolve(sample.membership, period=YEAR, organisations=(FARMERS,)),
        funds=Funds(
            ledgers=(FundLedger(fund=FundKind.RELIEF_FUND), FundLedger(fund=FUND, period=YEAR)),
            houses=(
                Houses(work=HouseWork.BUILT, period=YEAR),
                Houses(work=HouseWork.REPAIRED, period=YEAR),
            ),
        ),
    )


def told(narrative: str, report: Report | None = None) -> dict[str, str]:
    report = attrs.evolve(report or of_a_year(), narrative=narrative)
    return {item.path: str(getattr(item.stated, "value", item.stated)) for item in told_of_the_unit(report)}


PEOPLE = {"population.villages": "11", "population.households": "1947", "population.persons": "7428"}
POOR = {"population.poor.households": "91", "population.poor.share": "4,67%"}
CRITICISM = "kl62-pl2.criticism"


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Xã Mẫu có 11 thôn, 1.947 hộ, 7.428 nhân khẩu.", PEOPLE),
        ("Toàn xã hiện có 11 thôn, bản với 1.947 hộ/7.428 nhân khẩu", PEOPLE),
        ("1. Đến 31/12/2026, trên địa bàn xã có 11 thôn, 1.947 hộ và 7.428 khẩu; đời sống ổn định.", PEOPLE),
        ("Xã Mẫu có 11 thôn, 1.947 hộ, 7.428 nhân khẩu; hộ nghèo 91 hộ (tỷ lệ 4,67%).", PEOPLE | POOR),
        (
            "Tổng số hộ toàn xã: 1.947 hộ, trong đó hộ nghèo có 91 hộ, chiếm 4,67%, cận nghèo 60 hộ.",
            {
                "population.households": "1947",
                **POOR,
                "population.near_poor.households": "60",
            },
        ),
        ("Dân số của xã là 7.428 người, diện tích 20 km2.", {"population.persons": "7428"}),
        ("Hiện nay toàn xã còn 91 hộ nghèo, chiếm tỷ lệ 4,67%.", POOR),
        ("Số hộ nghèo trên địa bàn xã: 91 hộ.", {"population.poor.households": "91"}),
        ("**Ủy ban MTTQ Việt Nam xã** có 49 vị. Trong đó", {"organisation.committee.members": "49"}),
        ("Uỷ ban MTTQ xã khóa XV, nhiệm kỳ 2025 - 2030, gồm 49 vị", {"organisation.committee.members": "49"}),
        (
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã có 3 đồng chí.",
            {"organisation.standing_board.members": "3"},
        ),
        (
            "- Đảng bộ xã có 15 chi bộ trực thuộc, với 412 đảng viên;",
            {
                "organisation.party.cells": "15",
                "organisation.party.members": "412",
            },
        ),
        (
            "Toàn xã có 11 Ban công tác Mặt trận với 84 thành viên.",
            {
                "organisation.working_boards.boards": "11",
                "organisation.working_boards.members": "84",
            },
        ),
        ("Ban Thanh tra nhân dân xã có 9 thành viên.", {"organisation.peoples_inspection.members": "9"}),
        ("Hội Nông dân xã có 560 hội viên.", {"membership.organisations.0.closing": "560"}),
        (
            "Năm 2026, Ủy ban MTTQ Việt Nam xã tổ chức 9 cuộc phản biện xã hội "
            "(trong đó 3 hội nghị, 4 văn bản, 2 đối thoại).",
            {
                f"{CRITICISM}.sessions.commune": "9",
                f"{CRITICISM}.conferences.commune": "3",
                f"{CRITICISM}.written.commune": "4",
                f"{CRITICISM}.dialogues.commune": "2",
            },
        ),
        (
            "Quỹ “Vì người nghèo” xã vận động được 215.910.000đ, chi 1,2 tỷ đồng; xây mới 5 nhà, "
            "sửa chữa 2 nhà Đại đoàn kết.",
            {
                "funds.ledgers.1.raised": "215910000",
                "funds.ledgers.1.spent": "1200000000",
                "funds.houses.0.count": "5",
                "funds.houses.1.count": "2",
            },
        ),
        ("Quỹ Vì người nghèo vận động được 1,2 tỉ đồng.", {"funds.ledgers.1.raised": "1200000000"}),
        ("Quỹ Vì người nghèo của xã chi 900 nghìn đồng.", {"funds.ledgers.1.spent": "900000"}),
        ("Trong năm, Ủy ban MTTQ xã đã xây mới 05 căn nhà Đại đoàn kết.", {"funds.houses.0.count": "5"}),
    ],
)
def test_what_is_said_of_the_unit_itself_is_read(sentence: str, figures: dict[str, str]) -> None:
    assert told(sentence) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn xã có 3 thôn, 120 hộ bị ngập.",
        "Đợt mưa lũ làm ngập nặng: toàn xã có 3 thôn, 120 hộ.",
        "Toàn xã có 120 hộ.",  # of some sort
        "Toàn xã có 120 hộ, trong đó 20 hộ được hỗ trợ.",
        "Toàn xã có hơn 1.900 hộ, 7.400 khẩu.",
        "Toàn xã có 8 thôn và 3 tổ dân phố, 1.947 hộ.",
        "Toàn xã có 8 thôn, 1.947 hộ, 1.950 hộ.",
        "Xã Mẫu Sơn có 11 thôn, 1.947 hộ.",
        "Huyện có 11 thôn, 1.947 hộ.",
        "Thôn Đông của xã có 947 hộ, 3.428 nhân khẩu.",
        "Năm 2019, xã Mẫu có 11 thôn, 1.947 hộ.",
        "Đến tháng 6/2026, xã có 11 thôn, 1.947 hộ.",
        "Từ đầu năm 2026, xã có 11 thôn, 1.947 hộ.",
        "Giai đoạn 2021 - 2026, xã có 11 thôn, 1.947 hộ.",
        "Năm 2025 và năm 2026, xã có 11 thôn, 1.947 hộ.",
        "Trước khi sáp nhập, xã có 11 thôn, 1.947 hộ.",
        "Xã hội có 11 thôn, 1.947 hộ.",
        "Ủy ban MTTQ Việt Nam xã nhiệm kỳ 2019 - 2024 có 49 vị.",
        "Ủy ban MTTQ Việt Nam huyện có 49 vị.",
        "Hội Phụ nữ xã có 560 hội viên.",  # not among those recorded
        "Năm 2025, Ủy ban MTTQ xã tổ chức 9 cuộc phản biện xã hội.",
        "Đến nay, Ủy ban MTTQ xã tổ chức 9 cuộc phản biện xã hội.",
        "Ủy ban MTTQ xã tổ chức 9 cuộc phản biện với 90 ý kiến.",
        "Quỹ Vì người nghèo huyện vận động được 50.000.000 đồng.",
        "Quỹ Vì người nghèo vận động được 5 tỷ đồng 200.",
        "Quỹ Vì người nghèo vận động được 50,000,000 đồng.",
        "Toàn xã vận động được 50.000.000 đồng.",
        "Toàn xã " + "rất " * 120 + "có 11 thôn, 1.947 hộ.",
        "",
    ],
)
def test_what_may_be_read_in_another_way_is_left_alone(sentence: str) -> None:
    assert told(sentence) == {}


def test_a_sentence_may_go_on_in_the_next_line_where_paragraphs_are_parted_by_blank_ones() -> None:
    broken = "Toàn xã có 11 thôn, 1.947 hộ\nbị ngập."
    assert told(f"{broken}\n\nHết.") == {}
    assert told("Toàn xã có 11 thôn, 1.947 hộ, 7.428\nnhân khẩu.\n- Đảng bộ xã có 9 chi bộ.\n\nHết.") == (
        PEOPLE | {"organisation.party.cells": "9"}
    )
    assert told("I. Tình hình\nToàn xã có 11 thôn, 1.947 hộ, 7.428 nhân khẩu\nII. Kết quả") == PEOPLE


def test_a_review_of_many_years_needs_the_time_of_what_was_done() -> None:
    review = make_report()
    held = "Ủy ban MTTQ xã tổ chức 9 cuộc phản biện xã hội."
    assert told(held, review) == {}
    assert told(f"Trong năm 2024, {held}", review) == {}
    assert told(f"Từ năm 2015 đến năm 2024, {held}", review) == {f"{CRITICISM}.sessions.commune": "9"}


def test_figures_that_the_report_holds_for_another_meaning_are_left_alone() -> None:
    report = of_a_year()
    old = attrs.evolve(report, population=attrs.evolve(report.population, as_of=Period.of_year(2023)))
    assert told("Toàn xã có 11 thôn, 1.947 hộ.", old) == {}
    two = attrs.evolve(report.funds.ledgers[1], stated_years=1)
    funds = attrs.evolve(report.funds, ledgers=(*report.funds.ledgers, two))
    assert told("Quỹ Vì người nghèo vận động được 5 tỷ đồng.", attrs.evolve(report, funds=funds)) == {}
    both = Houses(work=HouseWork.BUILT_OR_REPAIRED, period=YEAR)
    funds = attrs.evolve(report.funds, houses=(*report.funds.houses, both))
    assert told("Ủy ban MTTQ xã xây mới 5 nhà.", attrs.evolve(report, funds=funds)) == {}
    centre = attrs.evolve(report, unit=attrs.evolve(report.unit, kind=UnitKind.COUNTRY, parent=None))
    assert told("Năm 2026, Ủy ban MTTQ trung ương tổ chức 9 cuộc phản biện xã hội.", centre) == {}


def test_the_place_is_that_of_the_figure() -> None:
    text = "Mở đầu.\n\nToàn xã có 11 thôn, 1.947 hộ.\n\n+ Đảng bộ xã có 9 chi bộ."
    found = told_of_the_unit(attrs.evolve(of_a_year(), narrative=text))
    assert [(item.words, text[item.position :][:2]) for item in found] == [
        ("11 thôn", "11"),
        ("1.947 hộ", "1."),
        ("9 chi bộ", "9 "),
    ]
