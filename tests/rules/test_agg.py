"""A parent's report compared with those of its children."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq import vi
from mttq._declared.types import Count
from mttq._samples._facts import facts_of, figures_of
from mttq.checking import Counts, check_all
from mttq.forms import form, row
from mttq.forms.core import CoreIndicators, Population
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    Gifts,
    Houses,
    HouseWork,
    Membership,
    PopulationProfile,
    ReportPeriod,
    ResidentialKind,
    Statement,
    Supervision,
    SupervisionForm,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import Rule, agg
from mttq.testing import make_report
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Tiered

DISTRICT = UnitRef(kind=UnitKind.DISTRICT, name="Mẫu")
SESSIONS = "kl62-pl2.criticism.sessions.commune"
MEMBERS = "kl62-pl1.membership.members"
CELLS = 5  # that count people


def commune(name: str, changes: dict[str, Any] | None = None, **unit: Any) -> Report:
    """Return the sample without appendices, so that few figures are judged."""
    report = make_report(appendices=())
    for path, value in (changes or {}).items():
        report = report.with_value(path, value)
    return attrs.evolve(report, unit=attrs.evolve(report.unit, name=name, **unit))


def district(times: int, changes: dict[str, Any] | None = None) -> Report:
    """Return a district with the people of so many communes."""
    people = {"villages": 6, "households": 1000, "persons": 4100}
    poor = {"poor": 87, "near_poor": 65}
    figures = {f"population.{name}": times * number for name, number in people.items()}
    figures |= {f"population.{name}.households": times * number for name, number in poor.items()}
    kind = {"kind": UnitKind.DISTRICT, "parent": None}
    return commune("Mẫu", figures | (changes or {}), **kind)


def known(*names: str, **more: Any) -> list[Unit]:
    return [Unit(kind=UnitKind.COMMUNE, name=name, parent=DISTRICT, **more) for name in names]


def run(
    rule: Rule, reports: Iterable[Report], units: Iterable[Unit] = (), previous: Iterable[Report] = ()
) -> tuple[list[tuple[str, str, str, str]], Counts]:
    findings = check_all(reports, units=units, previous=previous, rules=[rule])
    rows = [(item.unit, item.path, facts_of(item), figures_of(item)) for item in findings]
    return rows, findings.counts[rule.code]


BOTH = [commune("A"), commune("B")]
REPORT = make_report()
NOTHING: tuple[list[object], Counts] = ([], Counts(not_applicable=1))


# AGG001, AGG002


def test_what_children_have_is_what_the_parent_has() -> None:
    everyone = [district(2), *BOTH]
    assert run(agg.a_parent_has_what_its_children_have, everyone, known("A", "B")) == (
        [],
        Counts(passed=CELLS),
    )
    assert run(agg.a_parent_has_at_least_what_its_children_have, everyone, known("A", "B")) == NOTHING


def test_areas_are_children_of_their_commune() -> None:
    above = UnitRef(kind=UnitKind.COMMUNE, name="Mẫu")
    areas = [
        commune(name, kind=ResidentialKind.VILLAGE, parent=above, predecessors=()) for name in ("Một", "Hai")
    ]
    children = Statement(indicator="unit.children", value=Quantity(value=Decimal(2)))
    parent = district(2, {"population.persons": 8199}).with_values(
        {"unit.kind": UnitKind.COMMUNE, "statements": (children,)}
    )
    rows, counts = run(agg.a_parent_has_what_its_children_have, [parent, *areas])
    sums = "8199 = 4100 + 4100"
    assert rows == [("xã Mẫu", "population.persons", "sum=8200; total=8199", sums)]
    assert counts == Counts(passed=CELLS - 1, failed=1)


HOUSEHOLDS, PERSONS = "population.households", "population.persons"
WITHOUT_SHARES: dict[str, Any] = {"population.poor.share": None, "population.near_poor.share": None}


def found_in(rule: Rule, reports: Iterable[Report], units: Iterable[Unit]) -> list[tuple[object, ...]]:
    """Say where findings are, and what they expect and suggest there."""
    return [
        (
            *(item.unit, item.path, figures_of(item), item.actual, item.expected),
            [(one.place, one.old, one.new) for one in item.suggestions],
        )
        for item in check_all(reports, units=units, rules=[rule])
    ]


@pytest.mark.parametrize("slip", [1400, 410, 41000, 4100000])
def test_a_slip_of_one_child_is_found_in_its_report(slip: int) -> None:
    """Two digits exchanged, a zero lost or added, a word "nghìn": hardly the parent is wrong then."""
    wrong = commune("B", {PERSONS: slip})
    found = found_in(agg.a_parent_has_what_its_children_have, [district(2), BOTH[0], wrong], known("A", "B"))
    place = "xã B, huyện Mẫu: Dân số, Số nhân khẩu"
    sums = " + ".join(map(str, sorted((4100, slip), reverse=True)))
    assert found == [("xã B, huyện Mẫu", PERSONS, f"8200 = {sums}", slip, 4100, [(place, slip, 4100)])]


def test_a_number_that_a_childs_percentage_refuses_is_found_in_its_report() -> None:
    """Any digit may be another one; but 8,70% of 1.000 are 87."""
    wrong = commune("B", {"population.poor.households": 37})
    found = found_in(agg.a_parent_has_what_its_children_have, [district(2), BOTH[0], wrong], known("A", "B"))
    assert [item[:2] for item in found] == [("xã B, huyện Mẫu", "population.poor.households")]


@pytest.mark.parametrize(
    ("households", "total"),
    [
        ((1000, 1000), 2500),  # of no child
        ((1000, 100, 100), 2100),  # 100 may be 1.000 in either of two
        (
            (910, 1000),
            2000,
        ),  # the parent may have written 2.000 for 1.910: 190 is 019 … one digit is no proof
        ((1090, 1000), 2000),
        ((100, 900, 1000), 1100),  # the parent has left one out: 900
        ((90, 1000), 1000),  # so, and 0 was hardly meant
    ],
)
def test_what_may_be_the_parents_slip_is_found_in_its_report(households: tuple[int, ...], total: int) -> None:
    names = "ABC"[: len(households)]
    children = [
        commune(name, {HOUSEHOLDS: number, **WITHOUT_SHARES})
        for name, number in zip(names, households, strict=True)
    ]
    parent = district(len(names), {HOUSEHOLDS: total})
    found = found_in(agg.a_parent_has_what_its_children_have, [parent, *children], known(*names))
    assert [(*item[:2], *item[3:]) for item in found] == [
        ("huyện Mẫu", HOUSEHOLDS, total, sum(households), [])
    ]


def test_one_half_of_a_childs_cell_is_suggested_with_the_other() -> None:
    cell = "kl62-pl2.supervision.document_studies.commune"
    children = [make_report().with_values({"unit.name": name, cell: pair}) for name, pair in PAIRS.items()]
    parent = attrs.evolve(
        district(2, WITHOUT_SHARES), appendices=children[0].appendices, periods=children[0].periods
    ).with_value(cell, Pair(24, 42))
    found = check_all(
        [parent, *children], units=known("A", "B"), rules=[agg.a_parent_has_what_its_children_have]
    )
    assert [
        (item.unit, item.path, item.actual, item.expected, [(one.old, one.new) for one in item.suggestions])
        for item in found
        if item.path == cell
    ] == [("xã B, huyện Mẫu", cell, 21, 12, [(Pair(12, 21), Pair(12, 12))])]


PAIRS = {"A": Pair(12, 30), "B": Pair(12, 21)}


FRONT, COMMITTEE = "Ủy ban MTTQ Việt Nam", "Ủy ban nhân dân"


def by(body: str, report: Report, day: int | None = None) -> Report:
    report = report.with_value("header.issuer", f"{body} {report.unit.full_name}")
    return report.with_value("header.date", day and dt.date(2025, 1, day))


@pytest.mark.parametrize("front", [1, 2])
@pytest.mark.parametrize("body", [FRONT, COMMITTEE])
def test_of_two_reports_on_a_child_that_of_the_same_kind_of_body_counts(body: str, front: int) -> None:
    more = {"population.persons": 4200}
    of_front, of_committee = (
        by("Ban Thường trực UBMTTQVN", commune("A"), front),
        by(COMMITTEE, commune("A", more), 3 - front),
    )
    persons = 8200 if body == FRONT else 8300
    parent = by(body, district(2, {"population.persons": persons}))
    given = [parent, of_front, of_committee, commune("B")]
    assert run(agg.a_parent_has_what_its_children_have, given, known("A", "B")) == (
        [],
        Counts(passed=CELLS),
    )


def test_of_two_versions_of_one_body_the_later_counts() -> None:
    first, second = by(FRONT, commune("A", {"population.persons": 1}), 1), by(FRONT, commune("A"), 2)
    given = [by(FRONT, district(2)), first, second, commune("B")]
    assert run(agg.a_parent_has_what_its_children_have, given, known("A", "B")) == (
        [],
        Counts(passed=CELLS),
    )


def test_people_in_a_form_are_those_of_the_children_too() -> None:
    def with_form(report: Report, households: int) -> Report:
        told = CoreIndicators(population=Population(households=households, areas=2))
        return attrs.evolve(report, appendices=(told,))

    children = [with_form(report, 1000) for report in BOTH]
    rows, _ = run(
        agg.a_parent_has_what_its_children_have, [with_form(district(2), 2001), *children], known("A", "B")
    )
    assert [path for _, path, *_ in rows] == ["core.population.households"]


def test_each_report_of_a_parent_has_the_children() -> None:
    """Neither of two bodies is told that the reports are missing that the other one was given."""
    given = [by(FRONT, district(2)), by(COMMITTEE, district(2)), *BOTH]
    assert run(agg.all_children_report, given, known("A", "B")) == ([], Counts(passed=2))
    assert run(agg.a_parent_has_what_its_children_have, given, known("A", "B")) == (
        [],
        Counts(passed=2 * CELLS),
    )


def test_missing_children_are_named_in_the_order_of_their_names() -> None:
    for names in ("ADĐC", "CĐDA"):
        (row,), _ = run(agg.all_children_report, [district(2), *BOTH], known("B", *names))
        assert row[2] == "expected=5; missing=3; units=xã C + xã D + xã Đ"


@pytest.mark.parametrize("persons", [8199, 8201])
def test_a_sum_that_differs_is_shown_with_its_units(persons: int) -> None:
    reports = [district(2, {"population.persons": persons}), *BOTH]
    rows, counts = run(agg.a_parent_has_what_its_children_have, reports, known("A", "B"))
    sums = f"{persons} = 4100 + 4100"
    assert rows == [("huyện Mẫu", "population.persons", f"sum=8200; total={persons}", sums)]
    assert counts == Counts(passed=CELLS - 1, failed=1)


def test_many_units_are_shown_as_eight_and_the_others() -> None:
    names = [f"{number}" for number in range(11)]
    reports = [district(11, {"population.persons": 9}), *map(commune, names)]
    ((*_, arithmetic),), _ = run(agg.a_parent_has_what_its_children_have, reports, known(*names))
    assert arithmetic == f"9 = {'4100 + ' * 8}12300"


@pytest.mark.parametrize(
    "units", [[], known("A", "B", "C"), known("A", "B")], ids=["no catalogue", "missing", "blank"]
)
def test_where_a_child_is_missing_the_sum_is_the_least(units: list[Unit]) -> None:
    children = [BOTH[0], BOTH[1].with_value("population.persons", None)] if len(units) == 2 else BOTH
    exact, least = (
        agg.a_parent_has_what_its_children_have,
        agg.a_parent_has_at_least_what_its_children_have,
    )
    short = [district(2, {"population.persons": 4099}), *children]
    assert run(exact, short, units)[1].not_verifiable == (1 if len(units) == 2 else CELLS)
    (row,), counts = run(least, short, units)
    reported = len(children) - (len(units) == 2)
    told = f"reports={reported}; sum={4100 * reported}; total=4099"
    assert row[:3] == ("huyện Mẫu", "population.persons", told)
    assert counts.failed == 1
    assert run(least, [district(3), *children], units)[0] == []


def test_only_the_columns_of_lower_levels_are_sums() -> None:
    """Both levels in one line: the district's figure has a share of its own."""
    full = make_report()
    children = [attrs.evolve(full, unit=attrs.evolve(full.unit, name=name)) for name in "AB"]
    sample = district(2)
    parent = attrs.evolve(full, unit=sample.unit, population=sample.population)
    parent = parent.with_value("kl62-pl2.criticism.sessions", Tiered(district=99, commune=25))
    parent = parent.with_value(MEMBERS, Pair(700, 3691))
    rows, _ = run(agg.a_parent_has_what_its_children_have, [parent, *children], known("A", "B"))
    assert (SESSIONS, "sum=26; total=25") in [row[1:3] for row in rows]
    assert not [row for row in rows if row[1].startswith(("population", "kl62-pl1.membership"))]
    rows, _ = run(agg.a_parent_has_at_least_what_its_children_have, [parent, *children], known("A", "B"))
    told = (MEMBERS, "reports=2; sum=3692; total=3691")
    assert [row[1:3] for row in rows if row[1] == MEMBERS] == [told]
    assert not [row for row in rows if row[1].startswith("kl62-pl2")]


@pytest.mark.parametrize(
    "other",
    [
        commune("B", {"periods": ()}),  # of another time
        commune("B", parent=UnitRef(kind=UnitKind.DISTRICT, name="Khác")),
        commune("B", parent=UnitRef(kind=UnitKind.DISTRICT, name="Mẫu", code="999")),
        commune("B", parent=None),
        commune("A"),  # once more
    ],
)
def test_only_children_of_the_same_time_are_added_each_once(other: Report) -> None:
    parent = district(1)
    parent = attrs.evolve(parent, unit=attrs.evolve(parent.unit, code="462"))
    assert run(agg.a_parent_has_what_its_children_have, [parent, commune("A"), other], known("A")) == (
        [],
        Counts(passed=CELLS),
    )


def test_parents_that_cannot_be_distinguished_are_not_judged() -> None:
    namesake = district(1)
    other = attrs.evolve(
        namesake,
        unit=attrs.evolve(namesake.unit, parent=UnitRef(kind=UnitKind.PROVINCE, name="Khác")),
    )
    reports = [namesake, other, commune("A")]
    assert run(agg.a_parent_has_at_least_what_its_children_have, reports) == NOTHING


def test_what_no_child_has_is_not_added() -> None:
    full = make_report()
    sample = district(1)
    parent = attrs.evolve(full, unit=sample.unit, population=sample.population)
    rule = agg.a_parent_has_at_least_what_its_children_have
    assert run(rule, [parent, commune("A")]) == ([], Counts(passed=CELLS))
    unknown = [unit.__class__(kind=UnitKind.COMMUNE, name="Lạc") for unit in known("A")]
    assert run(rule, [parent, commune("A")], unknown) == ([], Counts(passed=CELLS))


# AGG003


def shares(share: str, *children: Report, units: Iterable[Unit] = ()) -> tuple[Any, Counts]:
    parent = district(1, {"population.poor.share": Share(Decimal(share)), "population.near_poor.share": None})
    return run(agg.percentages_are_computed_anew, [parent, *children], units)


SMALL = commune("B", {"population.poor.households": 50, "population.households": 100})


def test_percentages_are_neither_added_nor_averaged() -> None:
    units = known("A", "B")
    assert shares("12.45", BOTH[0], SMALL, units=units) == ([], Counts(passed=1))
    assert shares("29.35", BOTH[0], SMALL, units=units) == (
        [
            (
                "huyện Mẫu",
                "population.poor.share",
                "exact=249/20; part=137; share=29.35%; whole=1100",
                "587/20 = 137/11",
            )
        ],
        Counts(failed=1),
    )


@pytest.mark.parametrize("path", ["population.poor.households", "population.households"])
def test_percentages_of_unknown_numbers_cannot_be_computed(path: str) -> None:
    unknown = SMALL.with_value(path, None)
    assert shares("1.00", BOTH[0], unknown, units=known("A", "B")) == ([], Counts(not_verifiable=1))
    assert shares("1.00", BOTH[0]) == ([], Counts(not_verifiable=1))


def test_a_truncated_percentage_of_sums_is_a_lesser_fault() -> None:
    units = known("A", "B")  # 136 of 1.100 are 12,3636…%
    few = BOTH[0].with_value("population.poor.households", 86)
    rule = agg.percentages_of_sums_are_rounded
    parent = district(1, {"population.near_poor.share": None})

    def found(share: str, *children: Report) -> tuple[Any, Counts]:
        return run(
            rule, [parent.with_value("population.poor.share", Share(Decimal(share))), *children], units
        )

    assert found("12.36", few, SMALL) == ([], Counts(passed=1))
    assert found("12.3", few, SMALL) == (
        [
            (
                "huyện Mẫu",
                "population.poor.share",
                "part=136; rounded=12.4%; share=12.3%; whole=1100",
                "",
            )
        ],
        Counts(failed=1),
    )
    assert shares("12.3", few, SMALL, units=units) == ([], Counts(passed=1))
    assert found("29.35", few, SMALL) == ([], Counts(passed=1))
    assert found("12.3", few) == ([], Counts(not_applicable=1))
    assert rule.severity < agg.percentages_are_computed_anew.severity


# AGG004


def supervised(name: str, led_by: str | None) -> Report:
    record = Supervision(
        form=SupervisionForm.DELEGATION, date=dt.date(2024, 6, 5), subject="Đất đai", led_by=led_by
    )
    report = commune(name)
    return report.with_value("header.issuer", f"Ủy ban xã {name}").with_value(
        "supervision.supervisions", (record,)
    )


@pytest.mark.parametrize(
    ("leaders", "rows", "counts"),
    [
        ((None, None), [], Counts(not_applicable=1)),
        (("Ủy ban xã A", "Ủy ban xã B"), [], Counts()),
        (("Ủy ban huyện", None), [], Counts()),
        (("Ủy ban xã A", "Ủy ban xã A"), ["xã B, huyện Mẫu"], Counts(failed=1)),
        (("Ủy ban xã B", "Ủy ban xã B"), ["xã A, huyện Mẫu"], Counts(failed=1)),
        (("Ủy ban huyện", "Ủy ban huyện"), ["xã B, huyện Mẫu"], Counts(failed=1)),
    ],
)
def test_joint_supervisions_are_asked_about(
    leaders: tuple[str | None, str | None], rows: list[str], counts: Counts
) -> None:
    reports = [supervised(name, led_by) for name, led_by in zip("AB", leaders, strict=True)]
    found, judged = run(agg.joint_activities_are_counted_once, reports)
    assert ([row[0] for row in found], judged.failed) == (rows, counts.failed)
    for shown in found:
        other = "xã A, huyện Mẫu" if shown[0].startswith("xã B") else "xã B, huyện Mẫu"
        assert shown[1:3] == ("supervision.supervisions.0", f"other={other}")


def test_two_records_in_one_report_are_not_joint() -> None:
    report = supervised("A", "Ủy ban huyện")
    twice = report.with_value("supervision.supervisions", report.supervision.supervisions * 2)
    assert run(agg.joint_activities_are_counted_once, [twice]) == ([], Counts(passed=1))


# AGG005


FORMER = tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in "AB")


def merged(times: int, changes: dict[str, Any] | None = None) -> Report:
    people = {
        f"population.{name}": times * number for name, number in (("households", 1000), ("persons", 4100))
    }
    people |= {"population.villages": 6 * times, "population.poor.households": 87 * times}
    people |= {"population.near_poor.households": 65 * times}
    return commune("Mới", people | (changes or {}), predecessors=FORMER)


def test_merged_communes_make_up_their_successor() -> None:
    rule = agg.a_successor_has_what_its_predecessors_had
    assert run(rule, [merged(2)], previous=BOTH) == ([], Counts(passed=CELLS))
    assert run(rule, [merged(2, {"population.households": 1900}), *BOTH]) == (
        [
            (
                "xã Mới, huyện Mẫu",
                "population.households",
                "sum=2000; total=1900",
                "1900 = 1000 + 1000",
            )
        ],
        Counts(passed=CELLS - 1, failed=1),
    )


def test_a_successor_may_keep_a_name() -> None:
    rule = agg.a_successor_has_what_its_predecessors_had
    kept = commune("A", predecessors=FORMER, valid_from=None)
    assert run(rule, [kept], previous=BOTH)[1] == Counts(failed=CELLS)


def told_on(report: Report, day: PartialDate | None) -> Report:
    period = None if day is None else Period.until(day)
    return report.with_value("population.as_of", period).with_value("as_of", None)


@pytest.mark.parametrize(
    ("last", "first", "is_compared"),
    [
        (PartialDate.of(dt.date(2025, 6, 30)), PartialDate.of(dt.date(2025, 7, 1)), True),
        (PartialDate(year=2025, month=6), PartialDate(year=2025, month=7), True),
        (PartialDate.of(dt.date(2025, 6, 30)), PartialDate.of(dt.date(2025, 12, 31)), False),
        (PartialDate(year=2024), PartialDate(year=2025), False),
        (PartialDate.of(dt.date(2025, 6, 30)), None, False),
    ],
)
def test_people_of_the_last_day_are_those_of_the_first(
    last: PartialDate, first: PartialDate | None, is_compared: bool
) -> None:
    rule = agg.a_successor_has_what_its_predecessors_had
    former = [told_on(report, last) for report in BOTH]
    wrong = told_on(merged(2, {"population.households": 1900}), first)
    found, _ = run(rule, [wrong], previous=former)
    assert [path for _, path, *_ in found] == ["population.households"] * is_compared
    assert not run(rule, [told_on(merged(2), first)], previous=former)[0]


@form("agg-states", title="Thử")
@attrs.frozen(kw_only=True)
class States:
    opening: Count | None = row("1", "Dư nợ đầu kỳ", stock=True, same_as="<debt")
    lent: Count | None = row("2", "Cho vay trong kỳ")
    debt: Count | None = row("3", "Dư nợ", stock=True)


def with_states(report: Report, months: tuple[int, int], **figures: int) -> Report:
    first, last = (PartialDate(year=2025, month=month) for month in months)
    time = ReportPeriod(subject="agg-states", period=Period.interval(first, last))
    return attrs.evolve(
        report, appendices=(States(**figures),), periods=(time,), population=PopulationProfile()
    )


def test_states_in_forms_are_those_of_the_day_before_and_flows_are_not() -> None:
    former = [with_states(report, (1, 6), opening=10, lent=5, debt=15) for report in BOTH]
    new = with_states(merged(2), (7, 7), opening=30, lent=1, debt=31)
    rule = agg.a_successor_has_what_its_predecessors_had
    rows, counts = run(rule, [new], previous=former)
    assert [path for _, path, *_ in rows] == ["agg-states.debt"]
    assert counts == Counts(failed=1, not_verifiable=2)


def test_without_all_former_figures_of_the_time_nothing_is_known() -> None:
    rule = agg.a_successor_has_what_its_predecessors_had
    assert run(rule, [merged(2), BOTH[0]])[1] == Counts(not_verifiable=CELLS)
    blank = BOTH[1].with_value("population.persons", None)
    assert run(rule, [merged(2), BOTH[0], blank])[1] == Counts(passed=CELLS - 1, not_verifiable=1)
    earlier = [report.with_value("as_of", PartialDate(year=2019)) for report in BOTH]
    assert run(rule, [merged(2)], previous=earlier)[1] == Counts(not_verifiable=CELLS)
    reviewed = [report.with_value("periods", ()) for report in BOTH]
    assert run(rule, [merged(2)], previous=reviewed)[1] == Counts(passed=CELLS)  # the people are of one day
    assert run(rule, [merged(2)], previous=[*BOTH, BOTH[0]])[1] == Counts(not_verifiable=CELLS)
    assert run(rule, [merged(2)], previous=[REPORT]) == NOTHING


# AGG006


@pytest.mark.parametrize(
    ("units", "rows", "counts"),
    [
        ([], [], Counts(not_verifiable=1)),
        (known("A", "B"), [], Counts(passed=1)),
        (known("A", "B") + known("Cũ", valid_until=dt.date(2019, 12, 31)), [], Counts(passed=1)),
        (known("A", "B", "C", "D"), ["expected=4; missing=2; units=xã C + xã D"], Counts(failed=1)),
    ],
)
def test_all_children_of_the_time_report(units: list[Unit], rows: list[str], counts: Counts) -> None:
    found, judged = run(agg.all_children_report, [district(2), *BOTH], units)
    assert ([row[2] for row in found], judged) == (rows, counts)


@pytest.mark.parametrize(
    ("stated", "rows", "counts"),
    [
        (("2 xã",), [], Counts(passed=1)),
        (("2 xã", "2 xã"), [], Counts(passed=1)),
        (("5 xã",), ["expected=5; missing=3; units=chưa rõ đơn vị nào"], Counts(failed=1)),
        (("1 xã",), [], Counts(not_verifiable=1)),  # more have reported: it may mean something else
        (("2 xã", "5 xã"), [], Counts(not_verifiable=1)),
        (("2,5 ha",), [], Counts(not_verifiable=1)),
        (("hơn 1 xã",), [], Counts(not_verifiable=1)),
    ],
)
def test_without_a_catalogue_the_parent_says_how_many_there_are(
    stated: tuple[str, ...], rows: list[str], counts: Counts
) -> None:
    said = tuple(Statement(indicator="unit.children", value=vi.parse_quantity(text)) for text in stated)
    batch = [district(2, {"statements": said}), *BOTH]
    found, judged = run(agg.all_children_report, batch)
    assert ([row[2] for row in found], judged) == (rows, counts)
    complete = run(agg.a_parent_has_what_its_children_have, batch)[1]
    assert complete == (Counts(passed=CELLS) if counts.passed else Counts(not_verifiable=CELLS))


def test_without_a_day_no_child_is_expected() -> None:
    parent = district(2, {"as_of": None, "header.date": None})
    assert run(agg.all_children_report, [parent], known("A")) == NOTHING


# AGG008


def with_members(name: str, members: int | None, **unit: Any) -> Report:
    held = Membership(period=Period.of_year(2023), association_members=members, nominated_to_party=9)
    report = district(2) if name == "Mẫu" else commune(name, **unit)
    return report.with_value("membership", held)


@pytest.mark.parametrize(
    ("stated", "units", "rows", "counts"),
    [
        (30, known("A", "B"), [], Counts(passed=1)),
        (31, known("A", "B"), [("=", "30")], Counts(failed=1)),
        (31, known("A", "B", "C"), [], Counts(passed=1)),
        (29, (), [("≥", "30")], Counts(failed=1)),
    ],
)
def test_a_parent_has_the_members_of_its_children(
    stated: int, units: Iterable[Unit], rows: list[tuple[str, str]], counts: Counts
) -> None:
    reports = [with_members("Mẫu", stated), with_members("A", 10), with_members("B", 20)]
    findings = check_all(reports, units=units, rules=[agg.a_parent_has_the_members_of_its_children])
    assert findings.counts["AGG008"] == counts
    assert [(item.evidence.relation, str(item.args["sum"])) for item in findings if item.evidence] == rows


def test_members_with_a_digit_too_many_are_found_in_the_report_of_the_child() -> None:
    reports = [with_members("Mẫu", 63), with_members("A", 10), with_members("B", 35), with_members("C", 180)]
    assert found_in(agg.a_parent_has_the_members_of_its_children, reports, known("A", "B", "C")) == [
        (
            *("xã C, huyện Mẫu", "membership.association_members", "63 = 180 + 35 + 10", 180, 18),
            [("xã C, huyện Mẫu: Đoàn viên, hội viên, Hội viên", 180, 18)],
        )
    ]


def with_funds(name: str, houses: int, raised: int) -> Report:
    """A report of the year 2023; a fund that is told for each year is no sum of the year."""
    year = Period.of_year(2023)
    funds = Funds(
        houses=(Houses(work=HouseWork.BUILT, period=year, count=houses),),
        ledgers=(FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=year, raised=raised),),
        gifts=(Gifts(occasion="Tết", period=year, value=raised),),
    )
    return (district(2) if name == "Mẫu" else commune(name)).with_value("funds", funds)


MONEY = (
    "Ít hơn các đơn vị đã báo cáo cộng lại: "
    "Quỹ, cứu trợ, Sổ quỹ thứ 1, Tổng số tiền vận động được 300 đồng (các đơn vị: 350 đồng) và "
    "Quỹ, cứu trợ, Đợt tặng quà thứ 1, Trị giá 300 đồng (các đơn vị: 350 đồng); đề nghị ghi rõ phạm vi"
)


@pytest.mark.parametrize(
    ("houses", "raised", "rows"),
    [
        (14, 350, []),
        (20, 900, []),  # what it did beside them
        (
            12,
            350,
            [("AGG009", "funds.houses.0.count", "Báo cáo ghi 12; riêng các đơn vị đã báo cáo cộng được 14")],
        ),
        (14, 300, [("AGG010", "funds.ledgers.0.raised", MONEY)]),
    ],
)
def test_houses_and_funds_of_a_parent_are_no_less_than_those_of_its_children(
    houses: int, raised: int, rows: list[tuple[str, ...]]
) -> None:
    reports = [with_funds("Mẫu", houses, raised), with_funds("A", 9, 200), with_funds("B", 5, 150)]
    rules = [
        agg.a_parent_has_the_houses_of_its_children,
        agg.a_parent_tells_whether_its_funds_are_those_of_its_children,
    ]
    findings = check_all(reports, units=known("A", "B"), rules=rules)
    assert [(item.code, item.path, item.message) for item in findings] == rows


def test_funds_and_gifts_below_those_of_children_are_one_finding() -> None:
    """What changes a figure most comes first, with its arithmetic."""
    parent = with_funds("Mẫu", 14, 300).with_value("funds.gifts.0.value", 100)
    rule = agg.a_parent_tells_whether_its_funds_are_those_of_its_children
    (finding,) = check_all([parent, with_funds("A", 9, 200), with_funds("B", 5, 150)], rules=[rule])
    gifts, raised = (
        "Quỹ, cứu trợ, Đợt tặng quà thứ 1, Trị giá",
        "Quỹ, cứu trợ, Sổ quỹ thứ 1, Tổng số tiền vận động được",
    )
    assert finding.message == (
        "Ít hơn các đơn vị đã báo cáo cộng lại: "
        f"{gifts} 100 đồng (các đơn vị: 350 đồng) và {raised} 300 đồng (các đơn vị: 350 đồng); "
        "đề nghị ghi rõ phạm vi"
    )
    assert (finding.path, finding.related) == ("funds.gifts.0.value", (f"huyện Mẫu: {raised}",))
    assert finding.evidence is not None
    assert finding.evidence.residual == -250


def test_members_that_no_child_tells_are_not_verifiable() -> None:
    reports = [with_members("Mẫu", 5), with_members("A", None), with_members("B", None)]
    rule = agg.a_parent_has_the_members_of_its_children
    assert run(rule, reports) == ([], Counts(not_verifiable=1))


def test_what_changes_a_total_most_comes_first() -> None:
    """101 villages too many are more than 410 people."""
    parent = district(2, {"population.villages": 113, "population.persons": 8610})
    rows, _ = run(agg.a_parent_has_what_its_children_have, [parent, *BOTH], known("A", "B"))
    assert [path for _, path, *_ in rows] == ["population.villages", "population.persons"]


# AGG011, AGG012, AGG013


def formed_of(*former: str, **changes: Any) -> Report:
    refs = tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in former)
    figures = {f"population.{name}": number for name, number in changes.items()}
    return commune("Mới", figures, predecessors=refs)


@pytest.mark.parametrize(
    ("former", "changes", "found", "counts"),
    [
        (("A", "B"), {"persons": 8000, "households": 1000}, ["population.households"], (1, 1)),
        (("A", "B"), {"persons": 8000, "households": 1990}, [], (2, 0)),
        (("A", "B"), {"persons": None, "households": 99}, [], (0, 0)),
        (("A", "C"), {"households": 1000}, [], (0, 0)),  # what C had is not known
    ],
)
def test_a_successor_is_not_one_of_its_predecessors(
    former: tuple[str, ...], changes: dict[str, Any], found: list[str], counts: tuple[int, int]
) -> None:
    """At whatever time: a year later, too."""
    rule = agg.a_successor_is_not_one_of_its_predecessors
    rows, counted = run(rule, [formed_of(*former, **changes)], previous=BOTH)
    assert [(path, facts) for _, path, facts, _ in rows] == [
        (path, "count=2; former=xã A; total=1000") for path in found
    ]
    passed, failed = counts
    assert counted == Counts(passed=passed, failed=failed, not_applicable=not any(counts))


@pytest.mark.parametrize(
    ("times", "changes", "found", "counts"),
    [
        (2, {}, [], Counts(passed=1)),
        (3, {}, [("population.households", "3000 = 1000 + 1000")], Counts(failed=1)),
        (2, {"population.persons": 8201}, [("population.persons", "8201 = 4100 + 4100")], Counts(failed=1)),
        (2, {"population.persons": 8199}, [], Counts(passed=1)),  # AGG002 finds it
        (5, {}, [], Counts(not_verifiable=1)),  # a part of the district
    ],
)
def test_the_people_of_a_parent_are_those_of_reports(
    times: int, changes: dict[str, Any], found: list[tuple[str, str]], counts: Counts
) -> None:
    rule = agg.the_people_of_a_parent_are_those_of_reports
    reports = [district(times, changes), *BOTH]
    rows, counted = run(rule, reports)
    assert ([(path, sums) for _, path, _, sums in rows], counted) == (found, counts)
    assert run(rule, reports, known("A", "B")) == NOTHING  # their number is known


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        (("A", "B"), Counts(passed=1)),
        (("A", "B", "C", "D"), Counts(failed=1)),
        (("A", "B", "C", "D", "E"), Counts(not_applicable=1)),  # fewer than half reported
        ((), Counts(not_applicable=1)),
    ],
)
def test_siblings_report_too(names: tuple[str, ...], counts: Counts) -> None:
    rule = agg.siblings_report_too
    apart = commune("Xa", parent=None)
    top = Unit(kind=UnitKind.PROVINCE, name="Cao")
    rows, counted = run(rule, [*BOTH, apart], [*known(*names), top] if names else [])
    assert counted == counts
    assert [(unit, path, facts) for unit, path, facts, _ in rows] == counts.failed * [
        ("xã A, huyện Mẫu", "unit.parent", "expected=4; parent=huyện Mẫu; units=xã C + xã D")
    ]
    assert run(rule, [district(2), *BOTH], known(*names)) == NOTHING  # AGG006 judges it
