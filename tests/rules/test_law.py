"""What the law asks changes with the day: each case is judged by the text of its time, and shows it."""

import datetime as dt
from typing import Any

import attrs
import pytest

from mttq import check, check_all
from mttq.checking import Counts, Finding
from mttq.model import (
    Campaign,
    Citation,
    Dialogue,
    DialogueHost,
    PeoplesInspectionBoard,
    ReportPeriod,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import RULES, Severity
from mttq.testing import make_report
from mttq.values import PartialDate, Period
from mttq.vi import parse_document

WARNING, ERROR = Severity.WARNING, Severity.ERROR
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
PRACTICE = "Thông lệ"


def report_of(day: dt.date, **changes: object) -> Report:
    """Return the sample without appendices, with the figures of a day and some changed ones, dots as "__"."""
    report = attrs.evolve(make_report(), appendices=(), as_of=PartialDate.of(day), periods=())
    report = report.with_value("header.date", day)
    for name, value in changes.items():
        report = report.with_value(name.replace("__", "."), value)
    return report


def found(code: str, report: Report) -> list[Finding]:
    return list(check(report, rules=[RULES[code]]))


def said(code: str, report: Report) -> list[tuple[Severity, str]]:
    """Return how severe each finding is and on what basis, and see that its explanation names it."""
    findings = found(code, report)
    assert all(f"Căn cứ: {item.basis}" in item.explain() for item in findings)
    assert all(item.as_dict()["basis"] == str(item.basis) for item in findings)
    return [(item.severity, str(item.basis)) for item in findings]


def board(members: int, villages: int, day: dt.date) -> Report:
    return report_of(
        day,
        organisation__peoples_inspection=PeoplesInspectionBoard(boards=1, members=members),
        population__villages=villages,
    )


BY_LAW = f"khoản 1 Điều 36 {LAW} và khoản 2 Điều 13 Nghị định số 59/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("members", "villages", "day", "asked"),
    [
        (11, 10, dt.date(2024, 12, 31), None),
        (9, 10, dt.date(2026, 12, 31), "ít nhất 10 người"),
        (6, 3, dt.date(2024, 12, 31), "là 5 người"),
        (9, 12, dt.date(2023, 7, 15), None),  # both norms hold, and one has 5 to 11
        (9, 12, dt.date(2023, 9, 15), None),  # elected before, it sits on
        (4, 12, dt.date(2023, 7, 15), "ít nhất 12 người"),  # right by neither
    ],
)
def test_an_inspection_board(members: int, villages: int, day: dt.date, asked: str | None) -> None:
    findings = found("ORG010", board(members, villages, day))
    assert [(item.severity, str(item.basis)) for item in findings] == ([(WARNING, BY_LAW)] if asked else [])
    assert all(str(asked) in item.message for item in findings)


@pytest.mark.parametrize(
    ("day", "severity", "basis"),
    [
        (dt.date(2022, 6, 30), WARNING, PRACTICE),
        (dt.date(2023, 6, 30), WARNING, PRACTICE),
        (dt.date(2023, 7, 1), ERROR, "khoản 3 Điều 2 Nghị định số 13/2023/NĐ-CP"),
        (dt.date(2024, 6, 30), ERROR, "khoản 3 Điều 2 Nghị định số 13/2023/NĐ-CP"),
        (dt.date(2025, 12, 31), ERROR, "khoản 3 Điều 2 Nghị định số 13/2023/NĐ-CP"),
        (dt.date(2026, 3, 31), ERROR, "khoản 1 Điều 2 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"),
    ],
)
def test_a_telephone_number(day: dt.date, severity: Severity, basis: str) -> None:
    report = report_of(day, narrative="Bà N., điện thoại 0914123456.")
    assert said("TXT007", report) == [(severity, basis)]
    assert [item.severity for item in check(report, rules=[RULES["TXT007"]]).errors] == [ERROR] * (
        severity is ERROR
    )


def test_a_telephone_number_of_no_day_is_judged_by_practice() -> None:
    report = report_of(dt.date(2026, 3, 31), narrative="Bà N., điện thoại 0914123456.")
    undated = attrs.evolve(report, as_of=None, reviewed=None).with_value("header.date", None)
    assert said("TXT007", undated) == [(WARNING, PRACTICE)]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (dt.date(2015, 12, 31), []),
        (dt.date(2020, 12, 31), [(WARNING, "Quyết định số 59/2015/QĐ-TTg")]),
        (dt.date(2021, 12, 31), [(WARNING, "Quyết định số 59/2015/QĐ-TTg")]),
        (
            dt.date(2026, 12, 31),
            [(ERROR, "Điều 3 Nghị định số 07/2021/NĐ-CP (sửa đổi, bổ sung theo Nghị định số 30/2025/NĐ-CP)")],
        ),
        (dt.date(2027, 1, 1), [(WARNING, "Nghị định số 351/2025/NĐ-CP")]),
    ],
)
def test_households_in_two_classes(day: dt.date, outcome: list[tuple[Severity, str]]) -> None:
    report = report_of(
        day,
        population__households=946,
        population__poor__households=488,
        population__near_poor__households=513,
        population__as_of=None,
    )
    assert said("UNI007", report) == outcome


def test_more_poor_households_than_households_are_wrong_by_arithmetic_at_any_time() -> None:
    for year in (2010, 2020, 2026):
        report = report_of(
            dt.date(year, 12, 31),
            population__households=946,
            population__poor__households=947,
            population__near_poor__households=0,
            population__as_of=None,
        )
        assert said("UNI007", report) == [(ERROR, "Số học")]


def citing(day: dt.date, *texts: str) -> Report:
    return report_of(day, citations=tuple(Citation(document=parse_document(text)) for text in texts))


@pytest.mark.parametrize(
    ("day", "party", "state"),
    [
        (dt.date(2016, 12, 31), PRACTICE, PRACTICE),
        (dt.date(2017, 12, 31), "Quy định số 66-QĐ/TW", PRACTICE),
        (dt.date(2024, 12, 31), "Quy định số 66-QĐ/TW và Hướng dẫn số 36-HD/VPTW", None),
        (dt.date(2026, 3, 31), "Quy định số 399-QĐ/TW và Hướng dẫn số 36-HD/VPTW", None),
        (dt.date(2026, 7, 31), "Quy định số 399-QĐ/TW và Hướng dẫn số 05-HD/VPTW", None),
    ],
)
def test_symbols_of_the_party_and_of_the_state(day: dt.date, party: str, state: str | None) -> None:
    report = citing(day, "Kết luận 62/KL-TW", "Nghị quyết 834/NQ-UBTVQH 14")
    decree = "Phụ lục I Nghị định số 30/2020/NĐ-CP"
    assert said("DOC001", report) == [(WARNING, party), (WARNING, state or decree)]


@pytest.mark.parametrize(
    ("term", "outcome"),
    [
        (Period.term(2024, 2025), []),  # cut short by the merger of the communes
        (Period.term(2024, 2029), []),
        (Period.term(2025, 2030), []),
        (Period.term(2026, 2031), []),
        (Period.term(2020, 2024), [(WARNING, "Điều lệ Mặt trận Tổ quốc Việt Nam")]),
        (Period.term(2025, 2031), [(WARNING, "Điều lệ Mặt trận Tổ quốc Việt Nam")]),
    ],
)
def test_a_term_of_a_committee(term: Period, outcome: list[tuple[Severity, str]]) -> None:
    report = report_of(dt.date(2025, 12, 31), organisation__committee__term=term)
    assert said("PER003", report) == outcome


def test_a_term_ends_with_its_unit() -> None:
    report = report_of(dt.date(2019, 12, 31), organisation__committee__term=Period.term(2019, 2020))
    assert len(found("PER003", report)) == 1
    assert said("PER003", report.with_value("unit.valid_until", dt.date(2020, 1, 31))) == []
    longer = report.with_value("organisation.committee.term", Period.term(2010, 2020))
    assert len(found("PER003", longer.with_value("unit.valid_until", dt.date(2020, 1, 31)))) == 1


LOCAL = "Luật Tổ chức chính quyền địa phương"


@pytest.mark.parametrize(
    ("subject", "day", "severity", "basis"),
    [
        ("nhiệm kỳ HĐND xã", dt.date(2025, 12, 31), ERROR, f"khoản 4 Điều 5 {LOCAL} số 72/2025/QH15"),
        ("Hội đồng nhân dân", dt.date(2024, 12, 31), WARNING, f"{LOCAL} số 77/2015/QH13"),
        ("Quốc hội khóa XV", dt.date(2025, 12, 31), WARNING, "khoản 1 Điều 71 Hiến pháp năm 2013"),
        ("Đảng bộ xã", dt.date(2025, 12, 31), WARNING, "Điều lệ Đảng Cộng sản Việt Nam"),
        ("Mặt trận", dt.date(2025, 12, 31), WARNING, "Điều lệ Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_each_body_has_its_own_text_on_its_term(
    subject: str, day: dt.date, severity: Severity, basis: str
) -> None:
    term = ReportPeriod(subject=subject, period=Period.term(2021, 2027))
    report = report_of(day, organisation__committee__term=None)
    assert said("PER003", attrs.evolve(report, periods=(term,))) == [(severity, basis)]


@pytest.mark.parametrize("name", ["ở khu dân cư", ""])
def test_the_culture_movement_goes_on_under_its_name(name: str) -> None:
    movement = f"Toàn dân đoàn kết xây dựng đời sống văn hóa {name}".strip()
    report = report_of(dt.date(2020, 12, 31), campaigns__campaigns=(Campaign(name=movement),))
    assert said("CAM001", report) == []


DONG_NAI = (
    Unit(
        kind=UnitKind.PROVINCE,
        name="Đồng Nai",
        code="75",
        valid_from=dt.date(2025, 7, 1),
        valid_until=dt.date(2026, 4, 29),
    ),
    Unit(kind=UnitKind.CENTRAL_CITY, name="Đồng Nai", code="75", valid_from=dt.date(2026, 4, 30)),
)


@pytest.mark.parametrize("unit", DONG_NAI, ids=lambda unit: unit.kind.name)
@pytest.mark.parametrize("day", [dt.date(2026, 3, 31), dt.date(2026, 6, 30)], ids=str)
def test_a_province_becomes_a_city(unit: Unit, day: dt.date) -> None:
    """The catalogue has the kind of a unit by its days; no rule knows how many cities there are."""
    report = attrs.evolve(report_of(day), unit=attrs.evolve(unit, valid_from=None, valid_until=None))
    right = unit.exists_on(day)
    assert said("UNI003", report) == []
    assert [item.code for item in check_all([report], units=DONG_NAI) if item.code == "UNI004"] == (
        [] if right else ["UNI004"]
    )


@pytest.mark.parametrize("kind", [UnitKind.PROVINCE, UnitKind.CENTRAL_CITY])
def test_a_commune_lies_in_a_province_or_a_city_of_one_name(kind: UnitKind) -> None:
    commune = Unit(kind=UnitKind.COMMUNE, name="Mẫu", parent=UnitRef(kind=kind, name="Đồng Nai"))
    for day in (dt.date(2026, 3, 31), dt.date(2026, 6, 30)):
        assert said("UNI003", attrs.evolve(report_of(day), unit=commune)) == []


def met(*years: int) -> tuple[Dialogue, ...]:
    return tuple(Dialogue(host=DialogueHost.GOVERNMENT_HEAD, date=dt.date(year, 5, 5)) for year in years)


@pytest.mark.parametrize(
    ("year", "basis"),
    [
        (2024, f"khoản 1 Điều 32 {LAW}"),
        (2026, f"Điều 43 {LOCAL} số 72/2025/QH15 và khoản 1 Điều 32 {LAW}"),
    ],
)
def test_a_year_without_a_dialogue_breaks_the_law_of_that_year(year: int, basis: str) -> None:
    period = ReportPeriod(subject="review", period=Period.of_year(year))
    report = report_of(dt.date(year, 12, 31), supervision__dialogues=met(year - 1))
    assert said("CRI013", attrs.evolve(report, periods=(period,))) == [(WARNING, basis)]


def test_no_law_asks_for_a_dialogue_before_it_holds() -> None:
    period = ReportPeriod(
        subject="review", period=Period.interval(PartialDate(year=2020), PartialDate(year=2023))
    )
    report = report_of(dt.date(2023, 12, 31), supervision__dialogues=met(2020))
    assert (
        check(attrs.evolve(report, periods=(period,)), rules=[RULES["CRI013"]])
        .counts["CRI013"]
        .not_applicable
    )


FEEDBACK = "kl62-pl2.feedback"


@pytest.mark.parametrize(
    ("first", "last", "government"),
    [
        (2015, 2023, PRACTICE),  # the law is younger than most of the years
        (2024, 2024, f"khoản 1 Điều 32 {LAW}"),
        (2025, 2025, f"Điều 43 {LOCAL} số 72/2025/QH15 và khoản 1 Điều 32 {LAW}"),
    ],
)
def test_too_few_dialogues_in_the_appendix(first: int, last: int, government: str) -> None:
    period = Period.interval(PartialDate(year=first, month=1), PartialDate(year=last, month=12))
    report = attrs.evolve(
        make_report(),
        as_of=PartialDate(year=last, month=12),
        periods=(ReportPeriod(subject="kl62-pl2", period=period),),
    )
    changes: dict[str, Any] = {
        f"{FEEDBACK}.{name}.commune": 0 for name in ("party_dialogues", "government_dialogues")
    }
    for path, value in changes.items():
        report = report.with_value(path, value)
    party = "Quy định số 11-QĐi/TW"
    assert said("CRI006", report) == [(WARNING, party), (WARNING, government)]


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (dt.date(2019, 12, 31), PRACTICE),
        (dt.date(2020, 12, 31), "Phụ lục I Nghị định số 30/2020/NĐ-CP"),
    ],
)
def test_a_text_in_an_old_font_is_a_warning_for_the_front_follows_the_decree_as_suits(
    day: dt.date, basis: str
) -> None:
    assert said("TXT006", report_of(day, narrative="nh©n d©n x· Hång Kim")) == [(WARNING, basis)]


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (dt.date(2025, 6, 30), "Điều 6 Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13"),
        (
            dt.date(2025, 7, 1),
            "khoản 3 Điều 6 Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13"
            " (sửa đổi, bổ sung theo Luật số 97/2025/QH15)",
        ),
        (dt.date(2012, 7, 1), PRACTICE),
    ],
)
def test_a_working_board_in_each_village_is_asked_by_the_law_of_the_day(day: dt.date, basis: str) -> None:
    report = report_of(day, organisation__working_boards__boards=5, population__villages=6)
    assert said("UNI005", report) == [(WARNING, basis)]


def resolution(number: int) -> str:
    return f"Nghị quyết số {number}/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"


HUE = UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế")


def in_province(parent: UnitRef | None, number: int) -> Report:
    unit = attrs.evolve(make_report().unit, parent=parent)
    return attrs.evolve(citing(dt.date(2025, 12, 31), resolution(number)), unit=unit)


@pytest.mark.parametrize(
    ("parent", "number", "counts"),
    [
        (HUE, 1675, {"passed": 1}),
        (HUE, 1685, {"failed": 1}),
        (HUE, 1314, {"not_applicable": 1}),  # another resolution on Huế
        (None, 1675, {"not_verifiable": 1}),
        (UnitRef(kind=UnitKind.PROVINCE, name="Thừa Thiên Huế"), 1675, {"not_verifiable": 1}),  # a former one
    ],
)
def test_the_resolution_on_the_communes_is_that_of_the_own_province(
    parent: UnitRef | None, number: int, counts: dict[str, int]
) -> None:
    findings = check(in_province(parent, number), rules=[RULES["DOC010"]])
    assert findings.counts["DOC010"] == Counts(**counts)
    assert [item.message for item in findings] == [
        "1685/NQ-UBTVQH15 là nghị quyết của Hồ Chí Minh; nghị quyết của Huế là 1675/NQ-UBTVQH15"
    ] * counts.get("failed", 0)


def test_a_province_and_what_established_a_commune_are_judged_too() -> None:
    commune = in_province(HUE, 1675).with_value("unit.established_by", parse_document(resolution(1685)))
    assert [item.path for item in found("DOC010", commune)] == ["unit.established_by"]
    province = attrs.evolve(commune, unit=Unit(kind=UnitKind.PROVINCE, name="An Giang"))
    assert [item.path for item in found("DOC010", province)] == ["citations.0"]
    centre = attrs.evolve(commune, unit=Unit(kind=UnitKind.COUNTRY, name="Việt Nam"))
    assert check(centre, rules=[RULES["DOC010"]]).counts["DOC010"] == Counts(not_applicable=1)


CHARTER = "Điều lệ Mặt trận Tổ quốc Việt Nam"


@pytest.mark.parametrize(
    ("term", "kind", "year", "outcome"),
    [
        (Period.term(2024, 2029), UnitKind.COMMUNE, 2025, []),
        (Period.term(2024, 2029), UnitKind.COMMUNE, 2026, [(WARNING, "Hướng dẫn số 03/HD-MTTW-BTT")]),
        (Period.term(2024, 2029), UnitKind.PROVINCE, 2026, [(WARNING, "Hướng dẫn số 03/HD-MTTW-BTT")]),
        (Period.term(2024, 2029), UnitKind.COUNTRY, 2026, []),
        (Period.term(2025, 2030), UnitKind.COMMUNE, 2026, []),
        (Period.term(2019, 2024), UnitKind.COMMUNE, 2024, []),
        (Period.term(2019, 2024), UnitKind.COMMUNE, 2025, [(WARNING, CHARTER)]),
        (Period.until(PartialDate(year=2024)), UnitKind.COMMUNE, 2025, [(WARNING, CHARTER)]),
    ],
)
def test_a_committee_is_in_office(
    term: Period, kind: UnitKind, year: int, outcome: list[tuple[Severity, str]]
) -> None:
    report = report_of(dt.date(year, 12, 31), organisation__committee__term=term)
    assert said("PER006", attrs.evolve(report, unit=Unit(kind=kind, name="Mẫu"))) == outcome


def test_whether_a_committee_is_in_office_depends_on_the_day_and_the_end_of_its_term() -> None:
    report = report_of(dt.date(2026, 12, 31), organisation__committee__term=Period.term(2019, 2024))
    undated = attrs.evolve(report, as_of=None, reviewed=None).with_value("header.date", None)
    endless = report.with_value("organisation.committee.term", Period.interval(PartialDate(year=2024), None))
    rule = [RULES["PER006"]]
    assert check(undated, rules=rule).counts["PER006"] == Counts(not_verifiable=1)
    assert check(endless, rules=rule).counts["PER006"] == Counts(not_verifiable=1)
