"""Reports compared with each other: versions, sources, and names."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq import vi
from mttq._samples._facts import facts_of
from mttq.checking import Counts, check_all
from mttq.model import (
    PopulationProfile,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import Rule, xrp
from mttq.testing import make_report
from mttq.values import PartialDate, Period, Quantity, Share

REPORT = make_report()
CELLS = 54
HOUSEHOLDS = "population.poor.households"
COMMENDED = "kl62-pl1.movements.commended"
NOTHING: tuple[list[object], Counts] = ([], Counts(not_applicable=1))


def run(rule: Rule, *reports: Report, **more: Any) -> tuple[list[tuple[str, str, str]], Counts]:
    findings = check_all(reports, rules=[rule], **more)
    return [(item.unit, item.path, facts_of(item)) for item in findings], findings.counts[rule.code]


def on(name: str, report: Report = REPORT, **unit: Any) -> Report:
    return attrs.evolve(report, unit=attrs.evolve(report.unit, name=name, **unit))


# XRP001


def test_a_second_version_reports_each_changed_figure() -> None:
    rule = xrp.changes_are_told
    first = REPORT.with_value(HOUSEHOLDS, 80).with_value(COMMENDED, None)
    third = REPORT.with_value("kl62-pl1.cadres.political_theory.commune.levels", None)
    assert run(rule, REPORT, previous=REPORT) == ([], Counts(passed=1))
    rows, counts = run(rule, REPORT, previous=[first, third])
    assert counts == Counts(failed=3)
    assert {(path, message) for _, path, message in rows} == {
        (HOUSEHOLDS, "new=87; old=80"),
        (COMMENDED, "new=14/63"),
        ("kl62-pl1.cadres.political_theory.commune.levels", "new=1/4/1"),
    }


def test_without_an_earlier_report_there_is_no_version() -> None:
    assert run(xrp.changes_are_told, REPORT) == NOTHING


@pytest.mark.parametrize(
    "previous",
    [
        on("Khác"),
        on("Mẫu", code="1"),
        REPORT.with_value("periods", ()),
        REPORT.with_value("header.issuer", "Ủy ban nhân dân xã Mẫu"),
    ],
)
def test_reports_on_other_units_times_or_by_others_are_no_versions(previous: Report) -> None:
    assert run(xrp.changes_are_told, on("Mẫu", code="2"), previous=previous) == NOTHING


def test_versions_match_although_one_of_them_lacks_the_code() -> None:
    assert run(xrp.changes_are_told, on("Mẫu", code="2"), previous=REPORT) == ([], Counts(passed=1))


# XRP002


def test_two_bodies_report_the_same_figures() -> None:
    other = by("Ủy ban nhân dân xã Mẫu", header__date=dt.date(2025, 1, 9))
    rows, counts = run(xrp.sources_agree, other, REPORT)
    assert (rows, counts.failed) == ([], 0)
    assert counts.passed > CELLS
    wrong = REPORT.with_value(HOUSEHOLDS, 80).with_value("population.persons", None)
    assert run(xrp.sources_agree, other.with_value(COMMENDED, None), wrong) == (
        [("xã Mẫu, huyện Mẫu", HOUSEHOLDS, "figure=80; issuer=Ủy ban nhân dân xã Mẫu; other=87")],
        Counts(passed=counts.passed - 3, failed=1),
    )
    assert run(xrp.sources_agree, REPORT, wrong) == NOTHING


def by(body: str, report: Report = REPORT, **values: object) -> Report:
    report = report.with_value("header.issuer", body).with_value("header.date", dt.date(2025, 1, 11))
    for path, value in values.items():
        report = report.with_value(path.replace("__", "."), value)
    return report


STATISTICS, LABOUR = "Chi cục Thống kê huyện Mẫu", "Phòng Lao động - Thương binh và Xã hội huyện Mẫu"
YEAR, OTHER_YEAR = Period.of_year(2024), Period.of_year(2023)


def hectares(text: str) -> Quantity:
    return vi.parse_quantity(f"{text} ha")


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        (by(STATISTICS, population__persons=4200), [("population.persons", "4100", "4200")]),
        (by(STATISTICS, population__persons=4200, population__as_of=OTHER_YEAR), []),  # of another time
        (by(STATISTICS, population__persons=4200, periods=()), [("population.persons", "4100", "4200")]),
        (by(LABOUR, population__poor__share=Share(Decimal("8.74"))), []),  # 8,7% is rounded
        (
            by(LABOUR, population__poor__share=Share(Decimal("8.9"))),
            [("population.poor.share", "8.7%", "8.9%")],
        ),
        (by(STATISTICS, economy__sown_area=hectares("251")), [("economy.sown_area", "250 ha", "251 ha")]),
        (by(STATISTICS, economy__sown_area=hectares("khoảng 251")), []),
        (
            by(STATISTICS, economy__sown_area=hectares("hơn 245")),
            [("economy.sown_area", "250 ha", "more_than 245 ha")],
        ),
        (by(STATISTICS, economy__sown_area=hectares("hơn 250")), []),
        (by(STATISTICS, economy__sown_area=hectares("251"), economy__as_of=OTHER_YEAR), []),
    ],
)
def test_figures_of_other_bodies_over_the_same_time(other: Report, rows: list[tuple[str, str, str]]) -> None:
    own = REPORT.with_value("population.as_of", YEAR).with_value("economy.sown_area", hectares("250"))
    if other.population.as_of is None:
        other = other.with_value("population.as_of", YEAR)
    front = "Ủy ban MTTQ Việt Nam xã Mẫu"
    assert run(xrp.sources_agree, own, other)[0] == [
        ("xã Mẫu, huyện Mẫu", path, f"figure={second}; issuer={front}; other={first}")
        for path, first, second in rows
    ]


@pytest.mark.parametrize("area", ["ít nhất 200 ha", "250 km2"])
def test_figures_without_information_or_in_another_measure_are_not_compared(area: str) -> None:
    own = REPORT.with_value("economy.sown_area", hectares("250"))
    other = by(STATISTICS, economy__sown_area=vi.parse_quantity(area), population=PopulationProfile())
    found = run(xrp.sources_agree, own, attrs.evolve(other, appendices=()))
    assert found == ([], Counts(not_verifiable=1))


def test_a_figure_that_the_first_body_lacks_is_compared_with_the_next() -> None:
    own = REPORT.with_value(HOUSEHOLDS, None)
    people = by("Ủy ban nhân dân xã Mẫu")
    labour = by(LABOUR, population__poor__households=90, header__date=dt.date(2025, 1, 12))
    rows, _ = run(xrp.sources_agree, own, people, labour)
    assert [row[1:] for row in rows] == [(HOUSEHOLDS, "figure=90; issuer=Ủy ban nhân dân xã Mẫu; other=87")]


# XRP005


@pytest.mark.parametrize(
    ("indicator", "text", "outcomes"),
    [
        ("population.households", "1.000 hộ", ["passed"]),
        ("population.households", "hơn 900 hộ", ["passed"]),
        (
            "population.households",
            "1.010 hộ",
            [
                (
                    "population.households",
                    "appendix=1000; source=Chi cục Thống kê; text=1010 households",
                    "1000 = 1010",
                )
            ],
        ),
        ("population.ethnic_groups", "4", ["? population.ethnic_groups"]),
        ("khác", "4", []),
    ],
)
def test_figures_quoted_from_another_body(
    judge: Callable[..., list[object]], indicator: str, text: str, outcomes: list[object]
) -> None:
    said = Statement(indicator=indicator, value=vi.parse_quantity(text), according_to="Chi cục Thống kê")
    assert judge(xrp.quoted_figures_agree, {"statements": (said,)}) == outcomes


CATALOGUE = [
    Unit(kind=UnitKind.COMMUNE, name="Hồng Trung"),
    Unit(kind=UnitKind.COMMUNE, name="Bắc Sơn"),
    Unit(kind=UnitKind.COMMUNE, name="Hương Trà"),
    Unit(kind=UnitKind.TOWN, name="Hương Trà"),
    Unit(kind=UnitKind.DISTRICT, name="Mẫu"),
]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nhân dân xã Mẫu, huyện Mẫu và xã nhà", None),
        ("Ngày 17/12/2019, XÃ BẮC SƠN sáp nhập", None),  # a predecessor
        ("tại thị xã Hương Trà", "thị xã Hương Trà"),
        ("Nhân dân xã Hồng\nTrung; xã Hồng Trung, xã Hương Trà", "xã Hồng Trung + xã Hương Trà"),
    ],
)
def test_names_of_other_units_in_the_text(text: str, named: str | None) -> None:
    report = attrs.evolve(
        on("Mẫu", predecessors=(UnitRef(kind=UnitKind.COMMUNE, name="Bắc Sơn"),)), narrative=text
    )
    rows, counts = run(xrp.texts_are_about_their_unit, report, units=CATALOGUE)
    assert [row[1:] for row in rows] == ([("narrative", f"units={named}")] if named else [])
    assert counts == Counts(passed=not named, failed=bool(named))


def test_a_district_names_its_communes_and_a_report_without_text_is_not_judged() -> None:
    unit = attrs.evolve(REPORT.unit, kind=UnitKind.DISTRICT, parent=None)
    report = attrs.evolve(REPORT, unit=unit, narrative="xã A")
    assert run(xrp.texts_are_about_their_unit, report, on("A")) == ([], Counts(passed=1))
    assert run(xrp.texts_are_about_their_unit, REPORT, on("A")) == NOTHING


PROVINCE = UnitRef(kind=UnitKind.PROVINCE, name="Thừa Thiên Huế")
LEVELS = (
    Unit(kind=UnitKind.PROVINCE, name="Thừa Thiên Huế"),
    Unit(kind=UnitKind.PROVINCE, name="Quảng Trị"),
    Unit(kind=UnitKind.DISTRICT, name="Mẫu", parent=PROVINCE),
    Unit(kind=UnitKind.DISTRICT, name="Hướng Hóa", parent=UnitRef(kind=UnitKind.PROVINCE, name="Quảng Trị")),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nhân dân tỉnh Thừa Thiên Huế", None),  # two levels above
        ("Nhân dân tỉnh Quảng Trị", "tỉnh Quảng Trị"),
    ],
)
def test_the_units_above_are_kin_at_any_distance(text: str, named: str | None) -> None:
    rows, _ = run(xrp.texts_are_about_their_unit, attrs.evolve(REPORT, narrative=text), units=LEVELS)
    assert [row[2] for row in rows] == ([f"units={named}"] if named else [])


def test_a_province_names_its_communes() -> None:
    report = attrs.evolve(REPORT, unit=LEVELS[0], narrative="Nhân dân xã Hồng Vân")
    for district, found in (("Mẫu", 0), ("Hướng Hóa", 1)):
        commune = Unit(
            kind=UnitKind.COMMUNE, name="Hồng Vân", parent=UnitRef(kind=UnitKind.DISTRICT, name=district)
        )
        assert run(xrp.texts_are_about_their_unit, report, units=(*LEVELS, commune))[1].failed == found


def test_of_several_units_of_one_name_one_that_is_kin_is_meant() -> None:
    """However they are ordered."""
    namesakes = [
        Unit(kind=UnitKind.COMMUNE, name="Tân Lập", parent=UnitRef(kind=UnitKind.DISTRICT, name=district))
        for district in ("Mẫu", "Hướng Hóa")
    ]
    unit = attrs.evolve(REPORT.unit, kind=UnitKind.DISTRICT, parent=None)
    report = attrs.evolve(REPORT, unit=unit, narrative="Nhân dân xã Tân Lập")
    for units in (namesakes, namesakes[::-1]):
        assert run(xrp.texts_are_about_their_unit, report, units=units) == ([], Counts(passed=1))


def test_a_catalogue_in_a_circle_is_no_end() -> None:
    first, second = (UnitRef(kind=UnitKind.DISTRICT, name=name) for name in "AB")
    circle = (
        Unit(kind=UnitKind.DISTRICT, name="A", parent=second),
        Unit(kind=UnitKind.DISTRICT, name="B", parent=first),
    )
    report = attrs.evolve(on("C", parent=first), narrative="huyện B, huyện D")
    assert run(xrp.texts_are_about_their_unit, report, units=circle) == ([], Counts(passed=1))


# XRP006


def test_a_unit_reports_once() -> None:
    """Another title, body, time or unit makes another report."""
    rule = xrp.a_unit_reports_once
    others = (
        REPORT.with_value("title", "Báo cáo khác"),
        REPORT.with_value("header.issuer", "UBND xã Mẫu"),
        REPORT.with_value("as_of", PartialDate(year=2020)).with_value("periods", ()),
        on("Cũ"),
    )
    assert run(rule, REPORT, *others) == ([], Counts(passed=5))
    rows, counts = run(rule, REPORT, REPORT.with_value(HOUSEHOLDS, 88))
    assert counts == Counts(passed=1, failed=1)
    assert [(path, facts) for _, path, facts in rows] == [("title", "differ=1; figures=58")]


# XRP007


def test_a_code_is_of_one_unit() -> None:
    """A unit without a code, another time and another level are no contradiction."""
    rule = xrp.a_code_is_of_one_unit
    coded = REPORT.with_value("unit.code", "26740")
    other = coded.with_value("unit.name", "Cũ")
    later = other.with_value("as_of", PartialDate(year=2020)).with_value("periods", ())
    district = attrs.evolve(other, unit=attrs.evolve(other.unit, kind=UnitKind.DISTRICT, parent=None))
    assert run(rule, coded, coded.with_value("title", "Báo cáo khác"), later, on("Mới"), district) == (
        [],
        Counts(passed=4),
    )
    rows, counts = run(rule, coded, other)
    assert counts == Counts(passed=1, failed=1)
    assert [(path, facts) for _, path, facts in rows] == [("unit.code", "code=26740; other=xã Cũ")]


# XRP008


@pytest.mark.parametrize(
    ("name", "old", "failed"),
    [
        *(("Diên Lầm", "Diên Lâm", 1), ("Diên Lam", "Diên Lâm", 1), ("Đông Hà", "Dông Hà", 1)),
        *(("Diên Lâmm", "Diên Lâm", 1), ("Diên Lâ", "Diên Lâm", 1), ("Diên Lân", "Diên Lâm", 1)),
        *(("Diên Lâ", "Diên Lâmm", 0), ("Diên Mân", "Diên Lâm", 0), ("1", "2", 0)),
    ],
)
def test_a_unit_keeps_its_name(name: str, old: str, failed: int) -> None:
    rows, counts = run(xrp.a_unit_keeps_its_name, on(name), previous=[on(old)])
    assert rows == failed * [(f"xã {name}, huyện Mẫu", "unit.name", f"name=xã {name}; other=xã {old}")]
    assert counts == Counts(failed=failed, not_applicable=1 - failed)


@pytest.mark.parametrize(
    ("new", "old", "counts"),
    [
        ([on("Lâm")], [on("Lâm"), on("Lầm")], Counts(passed=1)),
        ([on("Lâm"), on("Lầm")], [on("Lầm")], Counts(passed=1)),  # both report
        ([on("Lâm")], [on("Lầm", kind=UnitKind.WARD)], NOTHING[1]),
        ([on("Lâm")], [on("Lầm", parent=None)], NOTHING[1]),
        ([on("Lâm", code="1")], [on("Lầm", code="2")], NOTHING[1]),
        ([on("Lâm", predecessors=(UnitRef(kind=UnitKind.COMMUNE, name="A"),))], [on("Lầm")], NOTHING[1]),
        ([on("Lâm").with_value("population.households", 800)], [on("Lầm")], NOTHING[1]),
        ([attrs.evolve(on("Lâm"), population=PopulationProfile())], [on("Lầm")], NOTHING[1]),
        ([on("Lâm")], [], NOTHING[1]),
    ],
)
def test_another_name_may_be_right(new: list[Report], old: list[Report], counts: Counts) -> None:
    assert run(xrp.a_unit_keeps_its_name, *new, previous=old) == ([], counts)
