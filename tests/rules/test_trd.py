"""A unit's report compared with its earlier ones."""

import datetime as dt
from typing import Any, cast

import attrs
import pytest

from mttq._samples._facts import facts_of, figures_of
from mttq.checking import Counts, Profile, check, check_all
from mttq.forms import form_of
from mttq.forms.core import Communication, CoreIndicators, FundForThePoor, MembersOf, Organising, Voters
from mttq.model import FundKind, FundLedger, ReportPeriod, UnitKind, UnitRef
from mttq.report import Report
from mttq.rules import Rule, trd
from mttq.testing import make_report
from mttq.values import Pair, PartialDate, Period

SESSIONS = "kl62-pl2.criticism.sessions.commune"
SEPARATE = "kl62-pl1.dissemination.conferences.separate"
PERSONS = "population.persons"
REPORT = make_report()


def until(year: int, start: int = 2015, name: str = "Mẫu", changes: dict[str, Any] | None = None) -> Report:
    period = Period.interval(PartialDate(year=start, month=1), PartialDate(year=year, month=12))
    report = attrs.evolve(
        REPORT,
        unit=attrs.evolve(REPORT.unit, name=name),
        periods=(ReportPeriod(subject="review", period=period),),
    )
    for path, value in (changes or {}).items():
        report = report.with_value(path, value)
    return report


def run(rule: Rule, now: Report, *previous: Report) -> tuple[list[tuple[str, str]], Counts]:
    findings = check_all([now], previous=previous, rules=[rule])
    return [(item.path, facts_of(item)) for item in findings], findings.counts[rule.code]


NOTHING: tuple[list[object], Counts] = ([], Counts(not_applicable=1))


# TRD001


def test_cumulative_counts_do_not_fall() -> None:
    rule, before = trd.cumulative_figures_do_not_fall, until(2023)
    rows, counts = run(rule, until(2024, changes={PERSONS: 1}), before)
    assert (rows, counts.failed) == ([], 0)
    assert counts.passed > 0
    now = until(2024, changes={SESSIONS: 12, "kl62-pl1.membership.admitted": Pair(45, 173)})
    assert run(rule, now, before)[0] == [
        ("kl62-pl1.membership.admitted", "new=45; old=46"),
        (SESSIONS, "new=12; old=13"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "kl62-pl1.dissemination.conferences.separate",
        "kl62-pl1.movements.commended",
        "kl62-pl1.membership.admitted",
        "kl62-pl1.membership.nominated_to_party",
    ],
)
def test_whatever_counts_events_is_cumulative(path: str) -> None:
    value = REPORT.value_at(path)
    less = Pair(value.first - 1, value.second) if isinstance(value, Pair) else cast("int", value) - 1
    now = until(2024, changes={path: less})
    assert [place for place, _ in run(trd.cumulative_figures_do_not_fall, now, until(2023))[0]] == [path]


def test_the_last_report_before_is_the_one_to_compare_with() -> None:
    previous = [until(2023), until(2021, changes={SESSIONS: 99}), until(2024, changes={SESSIONS: 99})]
    assert run(trd.cumulative_figures_do_not_fall, until(2024), *previous)[0] == []


@pytest.mark.parametrize(
    "previous",
    [
        until(2023, start=2010, changes={SESSIONS: 99}),
        until(2024, changes={SESSIONS: 99}),
        until(2023, name="Khác", changes={SESSIONS: 99}),
        attrs.evolve(until(2023, changes={SESSIONS: 99}), periods=(), as_of=None, reviewed=None),
    ],
)
def test_other_periods_and_units_are_no_series(previous: Report) -> None:
    assert run(trd.cumulative_figures_do_not_fall, until(2024), previous) == NOTHING


def test_a_report_without_a_time_has_no_earlier_one() -> None:
    timeless = attrs.evolve(REPORT, periods=(), as_of=None)
    assert run(trd.cumulative_figures_do_not_fall, timeless, until(2023)) == NOTHING


# TRD002


NAMES = "ABCDE"


def grown(*sessions: int, **more: Any) -> list[tuple[str, str, str]]:
    rule = trd.figures_change_as_those_of_others
    now = [
        until(2024, name=name, changes={SEPARATE: number})
        for name, number in zip(NAMES, sessions, strict=True)
    ]
    findings = check_all(
        now,
        previous=[until(2023, name=name) for name in NAMES],
        rules=[rule],
        profile=Profile(parameters={rule.code: more}),
    )
    return [(item.unit, item.path, facts_of(item)) for item in findings]


def test_a_change_that_others_do_not_share() -> None:
    assert grown(11, 12, 13, 14, 15) == []
    assert grown(110, 120, 130, 140, 150) == []  # all grew
    assert grown(11, 11, 11, 11, 110) == [("xã E, huyện Mẫu", SEPARATE, "new=110; old=11; times=10")]
    assert [unit for unit, *_ in grown(110, 110, 110, 110, 11)] == ["xã E, huyện Mẫu"]
    assert grown(11, 11, 11, 11, 11_000) == []  # TRD006
    assert grown(11, 11, 11, 11, 110, fewest=6) == []
    assert grown(11, 11, 11, 11, 110, least=12) == []
    assert len(grown(11, 11, 11, 11, 33, times=3)) == 1


def test_a_form_that_was_not_there_a_year_ago_is_compared_with_nothing() -> None:
    rule = trd.figures_change_as_those_of_others
    now = [until(2024, name=name, changes={SEPARATE: 110 if name == "E" else 11}) for name in NAMES]
    earlier = [until(2023, name=name) for name in NAMES]
    earlier[-1] = attrs.evolve(earlier[-1], appendices=())
    profile = Profile(parameters={rule.code: {"fewest": 4}})
    assert list(check_all(now, previous=earlier, rules=[rule], profile=profile)) == []


# TRD006


@pytest.mark.parametrize(
    ("persons", "scale"),
    [
        (4, 1000),
        (4_100_000, 1000),
        (8_200_000, 1000),
        (4_100_000_000, 1_000_000),
        (8_200_001, None),
        (2_049_999, None),
        (4_150, None),
        (0, None),
    ],
)
def test_a_figure_thousand_or_million_times_the_earlier_one(persons: int, scale: int | None) -> None:
    rows, counts = run(
        trd.figures_are_not_off_by_thousands, until(2024, changes={PERSONS: persons}), until(2023)
    )
    assert [path for path, _ in rows] == ([PERSONS] if scale else [])
    assert all(facts.endswith(f"; scale={scale}") for _, facts in rows)
    assert counts.failed == len(rows)


FUND, RELIEF = FundKind.FUND_FOR_THE_POOR, FundKind.RELIEF_FUND
OPENING = "funds.ledgers.{}.opening"


def year_of(year: int, opening: int | None, closing: int | None, fund: FundKind = FUND) -> FundLedger:
    return FundLedger(fund=fund, period=Period.of_year(year), opening=opening, closing=closing)


@pytest.mark.parametrize(
    ("ledgers", "found", "counts"),
    [
        ((), [], Counts(not_applicable=1)),
        ((year_of(2022, 1, 5), year_of(2024, 9, 2)), [], Counts(not_applicable=1)),  # a year between them
        ((year_of(2022, 1, 5), year_of(2023, 9, 2, RELIEF)), [], Counts(not_applicable=1)),
        ((year_of(2022, 1, 5), year_of(2023, 5, 2)), [], Counts(passed=1)),
        ((year_of(2022, 1, None), year_of(2023, 5, 2)), [], Counts(not_verifiable=1)),
        ((year_of(2022, 1, 5), year_of(2023, None, 2)), [], Counts(not_applicable=1)),
        (
            (year_of(2023, 6, 2), year_of(2022, 1, 5)),
            [(OPENING.format(0), "other=5 VND; stated=6 VND")],
            Counts(failed=1),
        ),
    ],
)
def test_a_time_begins_with_what_was_left(
    ledgers: tuple[FundLedger, ...], found: list[object], counts: Counts
) -> None:
    report = REPORT.with_value("funds.ledgers", ledgers).with_value("membership.organisations", ())
    findings = check(report, rules=[trd.a_time_begins_with_what_was_left])
    assert [(item.path, facts_of(item)) for item in findings] == found
    assert findings.counts["TRD007"] == counts


def with_fund(name: str, *ledgers: FundLedger) -> Report:
    report = REPORT.with_value("funds.ledgers", ledgers).with_value("membership.organisations", ())
    return report.with_value("unit.name", name)


def carried(now: Report, *previous: Report) -> tuple[list[tuple[str, str]], Counts]:
    return run(trd.reports_begin_with_what_was_left, now, *previous)


def test_a_report_begins_with_what_the_one_before_left() -> None:
    before = with_fund("Mẫu", year_of(2022, 1, 5))
    assert carried(with_fund("Mẫu", year_of(2023, 5, 2)), before) == ([], Counts(passed=1))
    assert carried(with_fund("Mẫu", year_of(2024, 6, 2)), before) == NOTHING
    assert carried(with_fund("Mới", year_of(2023, 6, 2)), before) == NOTHING
    wrong = with_fund("Mẫu", year_of(2023, 6, 2))
    assert carried(wrong, before) == ([(OPENING.format(0), "other=5 VND; stated=6 VND")], Counts(failed=1))
    itself = with_fund("Mẫu", year_of(2022, 1, 6), year_of(2023, 6, 2))  # judged within the report
    assert carried(itself, before) == NOTHING


def test_a_new_unit_begins_with_what_all_former_ones_left() -> None:
    former = tuple(UnitRef(kind=REPORT.unit.kind, name=name) for name in ("Cũ", "Xưa"))
    now = with_fund("Mới", year_of(2023, 12, 2)).with_value("unit.predecessors", former)
    old, past = with_fund("Cũ", year_of(2022, 1, 5)), with_fund("Xưa", year_of(2022, 1, 7))
    assert carried(now, old, past) == ([], Counts(passed=1))
    assert carried(now, old) == NOTHING
    assert carried(now, old, with_fund("Xưa")) == NOTHING
    less = with_fund("Xưa", year_of(2022, 1, 6))
    assert carried(now, old, less) == (
        [(OPENING.format(0), "other=11 VND; stated=12 VND")],
        Counts(failed=1),
    )
    blank = with_fund("Xưa", year_of(2022, 1, None))
    assert carried(now, old, blank) == ([], Counts(not_verifiable=1))


@pytest.mark.parametrize("founded", [None, dt.date(2023, 1, 1)])
def test_a_new_unit_may_keep_the_name_of_a_former_one(founded: dt.date | None) -> None:
    former = tuple(UnitRef(kind=REPORT.unit.kind, name=name) for name in ("Mẫu", "Xưa"))

    def reviewing(report: Report, year: int) -> Report:
        return attrs.evolve(report, periods=(ReportPeriod(subject="review", period=Period.of_year(year)),))

    def on_the_new_unit(year: int, opening: int, closing: int) -> Report:
        report = reviewing(with_fund("Mẫu", year_of(year, opening, closing)), year)
        return report.with_values({"unit.predecessors": former, "unit.valid_from": founded})

    old = reviewing(with_fund("Mẫu", year_of(2022, 1, 5)), 2022)
    past = reviewing(with_fund("Xưa", year_of(2022, 1, 7)), 2022)
    long_ago = reviewing(with_fund("Xưa", year_of(2021, 1, 1)), 2021)
    assert carried(on_the_new_unit(2023, 12, 2), old, past, long_ago) == ([], Counts(passed=1))
    assert carried(on_the_new_unit(2023, 5, 2), old, past, long_ago) == (
        [(OPENING.format(0), "other=12 VND; stated=5 VND")],
        Counts(failed=1),
    )
    own = on_the_new_unit(2023, 12, 2)
    assert carried(on_the_new_unit(2024, 2, 2), old, past, own) == ([], Counts(passed=1))
    fewer = trd.figures_are_not_off_by_thousands
    assert run(fewer, own.with_value(PERSONS, 41_000), old) == NOTHING  # ten times as many as another unit


def test_of_two_versions_of_the_report_before_the_later_counts() -> None:
    before = with_fund("Mẫu", year_of(2022, 1, 5)).with_value("header.date", dt.date(2023, 1, 5))
    corrected = with_fund("Mẫu", year_of(2022, 1, 6)).with_value("header.date", dt.date(2023, 2, 5))
    now = with_fund("Mẫu", year_of(2023, 6, 2))
    assert carried(now, corrected, before) == ([], Counts(passed=1))


def quarter(number: int, **lines: Any) -> Report:
    """Return a report on a quarter of 2023 whose core form has some sections."""
    period = ReportPeriod(subject="core", period=Period.quarter(2023, number))
    report = attrs.evolve(with_fund("Mẫu"), appendices=(CoreIndicators(**lines),))
    return attrs.evolve(report, periods=(period,))


def bodies(*figures: tuple[str, int | None, int | None]) -> Organising:
    members = (MembersOf(name=name, opening=first, closing=last) for name, first, last in figures)
    return Organising(members=tuple(members))


def test_the_lines_of_a_form_begin_with_what_the_one_before_left() -> None:
    """Records of a register are found again by their key, in whatever order they stand."""
    before = quarter(
        2,
        poor_fund=FundForThePoor(closing=50),
        voters=Voters(left=4),
        organising=bodies(("Phụ nữ", None, 300), ("Nông dân", None, 200)),
    )
    now = quarter(
        3,
        poor_fund=FundForThePoor(opening=40),
        voters=Voters(carried_over=4),
        organising=bodies(("Nông dân", 200, None), ("Phụ nữ", 290, None), ("Đoàn", 70, None)),
    )
    assert carried(now, before) == (
        [
            ("core.organising.members.1.opening", "other=300; stated=290"),
            ("core.poor_fund.opening", "other=50 VND; stated=40 VND"),
        ],
        Counts(passed=2, failed=2),
    )
    assert carried(attrs.evolve(now, periods=quarter(4).periods), before) == NOTHING


# TRD006 of records, TRD010


def test_money_may_be_in_thousands_and_people_ten_times_as_many() -> None:
    rule = trd.figures_are_not_off_by_thousands
    now, before = (
        until(year, changes={"funds.ledgers": (year_of(year, money, 4),)})
        for year, money in ((2024, 4_000), (2023, 4_000_000))
    )
    rows, _ = run(rule, now, before)
    assert rows == [(OPENING.format(0), "new=4000; old=4000000; scale=1000")]
    rows, _ = run(rule, until(2024, changes={PERSONS: 41_000}), until(2023))
    assert rows == [(PERSONS, "new=41000; old=4100; scale=10")]
    assert run(rule, until(2024, changes={PERSONS: 20_500}), until(2023))[0] == []


def test_figures_are_not_handed_in_again() -> None:
    rule, before = trd.figures_are_not_those_of_before, until(2023)
    rows, counts = run(rule, until(2024), before)
    assert [path for path, _ in rows] == ["appendices"]
    assert counts == Counts(failed=1)
    others = {cell.path: cell.value + 1 for cell in counted(before)[:12]}
    assert run(rule, until(2024, changes=others), before) == ([], Counts(passed=1))
    few = before.with_value("appendices", ())
    assert run(rule, until(2024).with_value("appendices", ()), few) == NOTHING


def counted(report: Report) -> list[Any]:
    return [
        cell
        for instance in report.appendices
        for cell in form_of(type(instance)).cells(instance)
        if type(cell.value) is int and cell.value >= 10
    ]


# TRD011


def over(
    period: Period, raised: int | None, sessions: int | None = None, changes: dict[str, str] | None = None
) -> Report:
    """Return what a report on a time tells of a fund and of sessions, in a form of that time."""
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=period, opening=1, raised=raised)
    told = CoreIndicators(communication=Communication(sessions=sessions), voters=Voters(left=9))
    report = attrs.evolve(
        with_fund("Mẫu", ledger),
        title=f"Báo cáo {period}",
        appendices=(told,),
        periods=tuple(ReportPeriod(subject=subject, period=period) for subject in ("review", "core")),
    )
    return report.with_values(changes or {})


YEAR, HALVES = Period.of_year(2024), [Period.half_year(2024, half) for half in (1, 2)]
QUARTERS = [Period.quarter(2024, number) for number in (1, 2, 3, 4)]


def added(whole: Report, *parts: Report) -> tuple[list[tuple[str, str, str]], Counts]:
    rule = trd.a_time_has_what_its_parts_have
    findings = check_all([whole], previous=parts, rules=[rule])
    rows = [(item.path, facts_of(item), figures_of(item)) for item in findings]
    return rows, findings.counts[rule.code]


def test_a_year_has_what_its_quarters_have_together() -> None:
    quarters = [over(period, 10, 2) for period in QUARTERS]
    assert added(over(YEAR, 40, 8), *quarters) == ([], Counts(passed=2))
    assert added(over(YEAR, 39, 9), *quarters) == (
        [
            ("core.communication.sessions", "reports=4; sum=8; total=9", "9 = 2 + 2 + 2 + 2"),
            ("funds.ledgers.0.raised", "reports=4; sum=40 VND; total=39 VND", "39 = 10 + 10 + 10 + 10"),
        ],
        Counts(failed=2),
    )
    found = check_all([over(YEAR, 41), *quarters], rules=[trd.a_time_has_what_its_parts_have])
    assert [item.message for item in found] == [
        "Báo cáo cả kỳ ghi 41 đồng; cộng 4 báo cáo từng kỳ được 40 đồng"
    ]


def test_the_longest_parts_count_and_of_two_versions_the_later() -> None:
    halves = [over(period, 20) for period in HALVES]
    others = [over(period, 7) for period in QUARTERS]
    former = over(HALVES[0], 5).with_value("header.date", dt.date(2024, 7, 1))
    later = halves[0].with_value("header.date", dt.date(2024, 8, 1))
    assert added(over(YEAR, 40), *others, halves[1], later, former) == ([], Counts(passed=1))


def test_what_a_part_leaves_blank_is_at_least_nothing() -> None:
    first, second = over(HALVES[0], 20), over(HALVES[1], None)
    assert added(over(YEAR, 40), first, second) == ([], Counts(not_verifiable=1))
    assert [path for path, *_ in added(over(YEAR, 19), first, second)[0]] == ["funds.ledgers.0.raised"]


@pytest.mark.parametrize(
    "parts",
    [
        [over(HALVES[0], 1)],
        [over(period, 1) for period in QUARTERS[:3]],
        [over(period, 1) for period in (QUARTERS[0], HALVES[1])],
        [over(period, 1, changes={"unit.name": "Mới"}) for period in HALVES],
        [over(period, 1, changes={"header.issuer": "Ủy ban nhân dân xã Mẫu"}) for period in HALVES],
    ],
)
def test_parts_that_do_not_make_up_the_time_say_nothing(parts: list[Report]) -> None:
    assert added(over(YEAR, 40), *parts) == NOTHING


# TRD012

HOUSEHOLDS = "population.households"
FORMER = UnitRef(kind=UnitKind.COMMUNE, name="Cũ")


def on_day(year: int, changes: dict[str, Any] | None = None, **unit: Any) -> Report:
    """Return the report of a year whose people are counted at its end."""
    report = until(year, changes={"as_of": PartialDate(year=year, month=12), **(changes or {})})
    return attrs.evolve(report, unit=attrs.evolve(report.unit, **unit))


@pytest.mark.parametrize(
    ("number", "year", "failed"),
    [
        *((900, 2023, 0), (899, 2023, 1), (1250, 2023, 0), (1251, 2023, 1)),
        *((810, 2024, 0), (809, 2024, 1), (1562, 2024, 0), (1563, 2024, 1)),  # two years
        *((100, 2023, 0), (10_000, 2023, 0)),  # a zero lost or added is TRD006's
        (666, 2025, 0),  # the reform lies between
    ],
)
def test_people_change_as_much_as_they_can(number: int, year: int, failed: int) -> None:
    rows, counts = run(
        trd.people_change_as_much_as_they_can, on_day(year, {HOUSEHOLDS: number}), on_day(2022)
    )
    assert rows == failed * [(HOUSEHOLDS, f"new={number}; old=1000")]
    assert counts.failed == failed


@pytest.mark.parametrize(
    ("unit", "known", "counts"),
    [
        ({"valid_from": dt.date(2023, 5, 1)}, False, Counts(not_applicable=1)),
        ({"valid_from": dt.date(2020, 5, 1)}, False, Counts(passed=1, failed=1)),
        ({}, True, Counts(not_applicable=1)),
        ({"predecessors": (FORMER,), "valid_from": None}, False, Counts(not_applicable=1)),
        ({"valid_from": None}, False, Counts(passed=1, failed=1)),
    ],
)
def test_a_unit_that_was_changed_may_have_other_people(
    unit: dict[str, Any], known: bool, counts: Counts
) -> None:
    now = on_day(2023, {HOUSEHOLDS: 666}, **{"predecessors": (), **unit})
    changed = attrs.evolve(now.unit, valid_from=dt.date(2023, 6, 1))
    rule = trd.people_change_as_much_as_they_can
    units = [attrs.evolve(changed, valid_from=None), *([changed] if known else [])]
    findings = check_all([now], previous=[on_day(2022)], units=units, rules=[rule])
    assert findings.counts["TRD012"] == counts


def test_people_of_no_day_are_not_compared() -> None:
    without = {"as_of": None, "periods": ()}
    assert run(trd.people_change_as_much_as_they_can, on_day(2023, without), on_day(2022)) == NOTHING
