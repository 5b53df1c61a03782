"""Reports added up: what adds and what does not, who told what, and that it does not depend on any order."""

import datetime as dt
import pickle
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mttq
from mttq.errors import (
    AmbiguousSuccession,
    ArgumentError,
    CodeError,
    DuplicateReport,
    FieldError,
    PathError,
    RollUpError,
)
from mttq.forms import ImplementationAppendix, ParticipationAppendix, form_with
from mttq.forms._form import SHIPPED
from mttq.forms.kl62_pl1 import Cadres, CadreTotals
from mttq.forms.kl62_pl1 import Membership as FormMembership
from mttq.forms.kl62_pl2 import SocialCriticismTable, SupervisionTable
from mttq.forms.vegiang_bc_thang import Communication, MonthlyReport
from mttq.model import (
    EconomyProfile,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    GreatUnityFestival,
    Houses,
    HouseWork,
    Membership,
    Organisation,
    OrganisationMembership,
    PopulationProfile,
    PovertyFigure,
    Receipt,
    ReportPeriod,
    SocioPoliticalOrganization,
    StandingBoard,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.model.campaigns import Campaigns
from mttq.report import Report
from mttq.rollup import Contribution, RollUp, roll_up
from mttq.rollup._report import period_of
from mttq.testing import draw_report, draw_units, make_units
from mttq.units import Succession, Units
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Tier, Tiered
from mttq.vi import parse_quantity

PROVINCE = Unit(kind=UnitKind.PROVINCE, name="Mẫu", code="01")
ABOVE = UnitRef(kind=UnitKind.PROVINCE, name="Mẫu", code="01")
YEAR = Period.of_year(2026)
FIRST = dt.date(2025, 7, 1)


def report(
    name: str, period: Period | None = YEAR, *, kind: UnitKind = UnitKind.COMMUNE, **facts: Any
) -> Report:
    """A report on a unit that has its name as its code."""
    unit = facts.pop("unit", None) or Unit(kind=kind, name=name, code=name, parent=ABOVE)
    periods = (ReportPeriod(subject="review", period=period),) if period else ()
    return Report(unit=unit, title="Báo cáo", periods=periods, **facts)


def people(households: int | None = None, poor: int | None = None, **facts: Any) -> PopulationProfile:
    return PopulationProfile(households=households, poor=PovertyFigure(households=poor), **facts)


def sessions(figure: int | None, **columns: Any) -> ParticipationAppendix:
    cells = columns or {"commune": figure}
    return ParticipationAppendix(criticism=SocialCriticismTable(sessions=Tiered(**cells)))


def summed(reports: Iterable[Report], into: Unit = PROVINCE, **facts: Any) -> RollUp:
    return roll_up(reports, into, **facts)


SESSIONS = "kl62-pl2.criticism.sessions.commune"


# -- what adds


def test_figures_add_over_units() -> None:
    total = summed(report(name, appendices=(sessions(n),)) for name, n in (("A", 3), ("B", 4)))
    assert total.report.value_at(SESSIONS) == 7
    assert total.report.unit is PROVINCE
    assert total.report.title == "Tổng hợp báo cáo của 2/2 đơn vị cấp xã"
    assert total.report.periods == (ReportPeriod(subject="review", period=YEAR),)
    assert total.report.as_of == PartialDate(year=2026, month=12)
    assert repr(total) == "<RollUp tỉnh Mẫu: 2 báo cáo>"


def test_a_blank_is_no_zero() -> None:
    none = summed(report(name, population=people(None)) for name in "AB")
    assert none.report.population.households is None
    assert str(none.coverage("population.households")) == "0/2"
    some = summed(report(name, population=people(n)) for name, n in (("A", 0), ("B", None), ("C", 5)))
    assert some.report.population.households == 5
    assert some.coverage("population.households") == (2, 3, ("xã B, tỉnh Mẫu",), ())
    assert [one.path for one in none.figures()] == []


def test_pairs_add_by_halves_and_a_number_among_them_is_unclear() -> None:
    def with_boards(name: str, boards: Any) -> Report:
        return report(name, appendices=(ImplementationAppendix(cadres=Cadres(peoples_inspection=boards)),))

    path = "kl62-pl1.cadres.peoples_inspection"
    pairs = summed([with_boards("A", Pair(1, 9)), with_boards("B", 7), with_boards("C", Pair(2, 15))])
    assert pairs.report.value_at(path) == Pair(3, 24)
    assert pairs.coverage(path) == (2, 3, (), ("xã B, tỉnh Mẫu",))
    plain = summed([with_boards("A", 7), with_boards("B", 5), with_boards("C", None)])
    assert plain.report.value_at(path) == 12


HEDGED = [
    (["10 triệu đồng", "hơn 2 triệu đồng"], "hơn 12.000.000 đồng"),
    (["hơn 2 triệu đồng", "ít nhất 1 triệu đồng"], "hơn 3.000.000 đồng"),
    (["10.000.000 đồng", "ít nhất 1.000.000 đồng"], "ít nhất 11.000.000 đồng"),
    (["10.000.000 đồng", "gần 1.000.000 đồng"], "dưới 11.000.000 đồng"),
    (["10.000.000 đồng", "không quá 1.000.000 đồng"], "không quá 11.000.000 đồng"),
    (["4,5 tỷ đồng", "1.000.000.000 đồng"], "từ 5.450.000.000 đến 5.550.000.000 đồng"),
]


@pytest.mark.parametrize(("texts", "told"), HEDGED)
def test_hedged_figures_add_between_bounds(texts: list[str], told: str) -> None:
    reports = [
        report(
            str(n), funds=Funds(ledgers=(FundLedger(fund=FundKind.RELIEF_FUND, raised=parse_quantity(text)),))
        )
        for n, text in enumerate(texts)
    ]
    raised = summed(reports).report.funds.ledgers[0].raised
    if texts[0] == "10 triệu đồng":  # itself rounded: from 9,5 to 10,5
        assert isinstance(raised, Quantity)
        assert (raised.qualifier, raised.value) == (Qualifier.MORE_THAN, Decimal(11_500_000))
    else:
        assert mttq.vi.format_figure(raised) == told


def test_a_sum_without_a_bound_is_told_beside_the_report() -> None:
    reports = [
        report(text[:4], funds=Funds(ledgers=(FundLedger(fund=FundKind.OTHER, raised=parse_quantity(text)),)))
        for text in ("hơn 5.000.000 đồng", "gần 7.000.000 đồng")
    ]
    total = summed(reports)
    assert total.report.funds.ledgers == (FundLedger(fund=FundKind.OTHER),)
    (figure,) = total.figures()
    assert (figure.value, figure.nominal, figure.low, figure.high) == (None, Fraction(12_000_000), None, None)
    assert "nêu 12.000.000, không rõ giới hạn" in mttq.render(total)


def test_other_units_are_not_converted() -> None:
    def area(text: str) -> EconomyProfile:
        return EconomyProfile(forest_land=parse_quantity(text))

    total = summed(
        report(name, economy=area(text)) for name, text in (("A", "7 ha"), ("B", "5 ha"), ("C", "9 m2"))
    )
    assert total.report.economy.forest_land == Quantity(value=Decimal(12), unit="ha")
    assert total.coverage("economy.forest_land").unclear == ("xã C, tỉnh Mẫu",)


@mttq.form("test-rollup-shares", title="Biểu có tỷ lệ")
@attrs.frozen(kw_only=True)
class Shares:
    part: mttq.Count | None = mttq.row("1", "Số hộ nghèo")
    whole: mttq.Count | None = mttq.row("2", "Số hộ")
    share: mttq.Share | None = mttq.row("3", "Tỷ lệ", share_of=("part", "whole"))
    other: mttq.Share | None = mttq.row("4", "Tỷ lệ khác", share_of=("part", "/population.households"))
    three: mttq.Triple | mttq.Count | None = mttq.row("5", "Ba số", parts=("a", "b", "c"))


def test_percentages_of_forms_are_computed_anew_where_their_figures_stand_beside_them() -> None:
    forms = [Shares(part=n, whole=10 * n, three=mttq.Triple(1, n, 3)) for n in (1, 2)]
    reports = [report(str(n), appendices=(form,), population=people(9)) for n, form in enumerate(forms)]
    total = summed(reports, keep="test-rollup-shares.three")
    assert total.report.appendix(Shares) == Shares(
        part=3, whole=30, share=Share(Decimal("10.00")), three=mttq.Triple(2, 3, 6)
    )
    parts = [summed([one], keep="test-rollup-shares.three") for one in reports]
    assert RollUp.combine(*parts) == total
    told = [value for _, value in RollUp.combine(*parts).lineage("test-rollup-shares.three")]
    assert told == [mttq.Triple(1, 2, 3), mttq.Triple(1, 1, 3)]
    assert {figure.value for figure in total.figures()} >= {mttq.Triple(2, 3, 6)}


def test_amounts_in_dong_and_quantities_of_dong_are_of_one_unit() -> None:
    amounts = (5_000_000, Quantity(value=Decimal(7_000_000), unit="VND"))
    ledgers = [FundLedger(fund=FundKind.OTHER, raised=amount) for amount in amounts]
    total = summed(report(str(n), funds=Funds(ledgers=(one,))) for n, one in enumerate(ledgers))
    assert total.report.funds.ledgers[0].raised == 12_000_000


def test_percentages_are_computed_anew_if_the_same_reports_tell_part_and_whole() -> None:
    shares = [people(100, 30), people(300, 15)]
    whole = summed(report(str(n), population=one) for n, one in enumerate(shares)).report
    assert whole.population.poor == PovertyFigure(households=45, share=Share(Decimal("11.25")))
    part = summed(report(str(n), population=one) for n, one in enumerate([*shares, people(100, None)])).report
    assert (part.population.households, part.population.poor) == (500, PovertyFigure(households=45))
    none = summed([report("A", population=people(0, 0))]).report
    assert none.population.poor.share is None
    hedged = GreatUnityFestival(period=YEAR, areas=8, areas_holding=6)
    held = summed(report(name, campaigns=Campaigns(festivals=(hedged,))) for name in "AB").report
    assert held.campaigns.festivals[0].share_holding == Share(Decimal("75.00"))


def test_what_a_body_says_of_itself_adds_to_nothing() -> None:
    total = summed([report("A", organisation=Organisation(standing_board=StandingBoard(members=3)))])
    assert total.report.organisation == Organisation()
    with pytest.raises(PathError, match="không phải số liệu cộng được"):
        total.coverage("organisation.standing_board.members")


def test_records_add_by_their_keys() -> None:
    def with_funds(name: str, built: int, gift: int) -> Report:
        houses = (
            Houses(work=HouseWork.BUILT, period=YEAR, count=built),
            Houses(work=HouseWork.REPAIRED, count=1),
        )
        gifts = (Gifts(occasion="Tết", count=Quantity.of(gift, "gifts")),)
        ledger = FundLedger(
            fund=FundKind.FUND_FOR_THE_POOR,
            period=YEAR,
            raised=10,
            receipts=(Receipt(amount=10, source="Thôn 1"),),
            transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=gift),),
        )
        return report(name, funds=Funds(ledgers=(ledger,), houses=houses, gifts=gifts))

    funds = summed([with_funds("A", 2, 5), with_funds("B", 3, 6)]).report.funds
    assert funds.ledgers == (
        FundLedger(
            fund=FundKind.FUND_FOR_THE_POOR,
            period=YEAR,
            raised=20,
            transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=11),),
        ),
    )
    assert {(one.work, one.period, one.count) for one in funds.houses} == {
        (HouseWork.BUILT, YEAR, 5),
        (HouseWork.REPAIRED, None, 2),
    }
    assert funds.gifts[0].count == Quantity(value=Decimal(11), unit="gifts")


@mttq.columns
@attrs.frozen(kw_only=True)
class House:
    kind: str | None = mttq.column("Loại")
    built: mttq.Count | None = mttq.column("Số nhà")
    area: Decimal | None = mttq.column("Diện tích", unit="m2")
    all: mttq.Count | None = mttq.column("Lũy kế", cumulative=True)


@mttq.form("test-rollup", title="Biểu có danh sách")
@attrs.frozen(kw_only=True)
class Register:
    houses: tuple[House, ...] = mttq.table(key="kind", merge=True)
    listed: tuple[House, ...] = mttq.table("2", "Không cộng")
    together: House = mttq.row("3", "Cộng")


def test_a_register_adds_by_its_key_where_that_is_declared() -> None:
    def with_houses(name: str, period: Period, number: int) -> Report:
        house = House(kind="cấp 4", built=number, area=Decimal("40.5"), all=number)
        other = House(kind=name, built=1)
        form = Register(houses=(house, other), listed=(other,), together=attrs.evolve(house, kind=None))
        return report(name, period, appendices=(form,))

    halves = [with_houses("A", Period.half_year(2026, half), half) for half in (1, 2)]
    total = summed([*halves, with_houses("B", Period.half_year(2026, 2), 5)])
    filled = total.report.appendix(Register)
    assert filled is not None
    assert filled.houses == (
        House(kind="A", built=2),
        House(kind="B", built=1),
        House(kind="cấp 4", built=8, area=Decimal("121.5"), all=7),
    )
    assert filled.listed == ()
    assert filled.together == House(built=8, area=Decimal("121.5"), all=7)
    assert str(total.coverage("test-rollup.houses.2.built")) == "3/3"
    assert "121,5" in mttq.render(total)


@mttq.form("test-keyless", title="Biểu có danh sách không khóa")
@attrs.frozen(kw_only=True)
class Keyless:
    houses: tuple[House, ...] = mttq.table(merge=True)


def test_records_of_a_register_without_a_key_are_all_one() -> None:
    forms = [Keyless(houses=(House(kind="A", built=1), House(built=2))), Keyless(houses=(House(built=4),))]
    total = summed([report(name, appendices=(form,)) for name, form in zip("AB", forms, strict=True)])
    assert total.report.appendix(Keyless) == Keyless(houses=(House(built=7),))


def test_every_form_of_mttq_adds_up() -> None:
    for form in filter(None, map(form_with, SHIPPED)):
        total = summed([report("A", appendices=(form.record(),)), report("B", appendices=(form.record(),))])
        assert total.report.appendices == (form.record(),), form.code
        assert mttq.render(total)


# -- time


def month(name: str, number: int, **facts: Any) -> Report:
    return report(name, Period.month(2026, number), **facts)


def test_what_is_asked_once_a_year_is_that_of_the_last_reports_that_tell_it() -> None:
    """Blank in other months is not missing, and told twice it is not twice as much."""

    @mttq.form("test-asked", title="Gia đình văn hóa")
    @attrs.frozen(kw_only=True)
    class Families:
        sessions: mttq.Count | None = mttq.row("1", "Số cuộc tuyên truyền")
        cultural: mttq.Count | None = mttq.row("2", "Hộ gia đình văn hóa", asked="yearly")
        villages: tuple[House, ...] = mttq.table("3", "Các thôn", key="kind", merge=True, asked="yearly")

    def told(name: str, number: int, cultural: int | None, *villages: House) -> Report:
        filled = Families(sessions=number, cultural=cultural, villages=villages)
        return month(name, number, appendices=(filled,))

    total = summed(
        [
            told("A", 5, 90, House(kind="A", built=4)),
            told("A", 6, 95, House(kind="A", built=5)),
            told("A", 7, None),
            told("B", 6, 50),
            told("B", 7, None),
        ]
    )
    filled = total.report.appendix(Families)
    assert filled is not None
    assert (filled.sessions, filled.cultural) == (31, 145)
    assert filled.villages == (House(kind="A", built=5),)
    assert str(total.coverage("test-asked.cultural")) == "2/2"


def test_flows_add_over_time_and_states_are_those_of_the_end() -> None:
    farmers = SocioPoliticalOrganization.FARMERS

    def members(number: int, opening: int) -> Membership:
        figures = OrganisationMembership(
            organisation=farmers, opening=opening, admitted=2, left=1, closing=opening + 1
        )
        return Membership(organisations=(figures,), admitted_union_members=3, union_members=opening)

    months = [month("A", n, membership=members(n, 100 + n)) for n in range(1, 13)]
    year = summed(months).report
    (organisation,) = year.membership.organisations
    assert (organisation.opening, organisation.admitted, organisation.left, organisation.closing) == (
        101,
        24,
        12,
        113,
    )
    assert (year.membership.admitted_union_members, year.membership.union_members) == (36, 112)
    assert year.periods[0].period == YEAR
    assert mttq.check(year)["MEM"].errors.found == ()


def test_states_of_a_form_are_those_of_the_last_time_and_no_bound_of_what_came_about_in_all() -> None:
    filled = ImplementationAppendix(
        cadres=Cadres(
            full_time=CadreTotals(total=8, commune=8),
            trained=CadreTotals(total=6, commune=6),
            peoples_inspection=Pair(1, 9),
        ),
        membership=FormMembership(members=Pair(200, 300), admitted=Pair(4, 5)),
    )
    year = summed(month("A", n, appendices=(filled,)) for n in range(1, 13)).report
    states = ("cadres.full_time.total", "cadres.peoples_inspection", "membership.members")
    assert [year.value_at(f"kl62-pl1.{path}") for path in states] == [8, Pair(1, 9), Pair(200, 300)]
    assert year.value_at("kl62-pl1.cadres.trained.total") == 72
    assert year.value_at("kl62-pl1.membership.admitted") == Pair(48, 60)
    assert mttq.check(year).found == ()


def test_nothing_is_carried_forward() -> None:
    reports = [
        month(name, n, population=people(10), appendices=(sessions(1),)) for name in "AB" for n in (11, 12)
    ]
    total = summed(reports[:-1])  # B lacks December
    assert total.report.value_at(SESSIONS) == 3
    assert str(total.coverage(SESSIONS)) == "3/3"
    assert total.report.population.households == 10
    assert total.coverage("population.households") == (1, 2, ("xã B, tỉnh Mẫu",), ())
    assert total.report.compiled is not None
    assert total.report.compiled.units == ("xã B, tỉnh Mẫu (2026-11-01/2026-11-30)",)


def test_a_record_of_another_time_is_that_of_the_last_report() -> None:
    old = FundLedger(fund=FundKind.RELIEF_FUND, period=Period.of_year(2024), raised=7)
    reports = [month("A", n, funds=Funds(ledgers=(attrs.evolve(old, raised=6 + n),))) for n in (1, 2)]
    (ledger,) = summed(reports).report.funds.ledgers
    assert (ledger.period, ledger.raised) == (Period.of_year(2024), 8)


def test_the_time_of_a_sum_may_be_given() -> None:
    reports = [month("A", n, population=people(n)) for n in (1, 2)]
    assert summed(reports, period=YEAR).report.population.households is None
    assert summed(
        reports, period=Period.interval(PartialDate(year=2026), PartialDate(year=2026, month=2))
    ).report.periods


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2026-01-01", "2026-12-31", "2026"),
        ("2026-03-01", "2026-03-31", "2026-03"),
        ("2026-04-01", "2026-06-30", "2026-Q2"),
        ("2026-07-01", "2026-12-31", "2026-H2"),
        ("2026-01-01", "2026-09-30", "2026-01/2026-09"),
        ("2026-02-01", "2026-09-30", "2026-02/2026-09"),
        ("2025-07-01", "2026-06-30", "2025-07/2026-06"),
        ("2026-01-05", "2026-01-31", "2026-01-05/2026-01-31"),
    ],
)
def test_the_period_of_a_sum_is_named_as_a_report_would(first: str, last: str, name: str) -> None:
    days = [PartialDate.of(dt.date.fromisoformat(day)) for day in (first, last)]
    (period,) = summed([report("A", Period.interval(*days))]).report.periods
    assert period.period is not None
    assert period.period.iso == name


def test_a_report_without_a_time_adds_up_too() -> None:
    total = summed([report("A", None, population=people(3)), report("B", None, population=people(4))])
    assert (total.report.population.households, total.report.periods, total.report.as_of) == (7, (), None)
    ended = summed([report("A", Period.until(PartialDate(year=2026, month=6)), population=people(3))])
    assert (ended.report.population.households, ended.report.as_of) == (3, PartialDate(year=2026, month=6))


def test_a_form_may_have_a_time_of_its_own() -> None:
    half = ReportPeriod(subject="kl62-pl2", period=Period.half_year(2026, 1))
    own = attrs.evolve(report("A", appendices=(sessions(3),)), periods=(*report("A").periods, half))
    assert summed([own]).report.periods == (ReportPeriod(subject="review", period=YEAR), half)
    open_end = attrs.evolve(
        own, periods=(*report("A").periods, attrs.evolve(half, period=Period.until(PartialDate(year=2026))))
    )
    assert summed([open_end]).report.periods == report("A").periods
    unknown = FundLedger(fund=FundKind.OTHER, period=Period.month(None, 7), raised=1)
    (ledger,) = summed([report("A", funds=Funds(ledgers=(unknown,)))]).report.funds.ledgers
    assert ledger == unknown


def test_of_two_periods_of_one_subject_the_first_counts() -> None:
    again = ReportPeriod(subject="review", period=Period.of_year(2020))
    own = attrs.evolve(report("A", population=people(3)), periods=(*report("A").periods, again))
    open_end = FundLedger(fund=FundKind.OTHER, period=Period.until(PartialDate(year=2020)), raised=1)
    total = summed([attrs.evolve(own, funds=Funds(ledgers=(open_end,)))])
    assert total.report.periods == report("A").periods
    assert total.report.funds.ledgers == (
        attrs.evolve(open_end, period=Period.until(PartialDate(year=2020, month=12))),
    )


def test_more_reports_than_are_added_at_once() -> None:
    total = summed(report(str(n), population=people(n), appendices=(sessions(1),)) for n in range(300))
    assert total.report.population.households == 299 * 150
    assert total.report.value_at(SESSIONS) == 300


# -- levels


def test_the_own_report_gives_the_columns_of_its_level() -> None:
    own = Report(
        unit=PROVINCE,
        title="Báo cáo",
        periods=report("A").periods,
        population=people(1000),
        appendices=(sessions(None, province=2, commune=99),),
    )
    total = summed([own, report("A", appendices=(sessions(3),), population=people(5))])
    path = "kl62-pl2.criticism.sessions"
    assert [total.report.value_at(f"{path}.{tier}") for tier in ("province", "commune")] == [2, 3]
    assert total.coverage(f"{path}.commune") == (1, 1, (), ("tỉnh Mẫu",))
    assert str(total.coverage(f"{path}.province")) == "1/1"
    assert total.report.population.households == 5
    assert total.report.compiled is not None
    assert total.report.compiled.tier is Tier.PROVINCE


def test_columns_of_another_time_are_not_expected() -> None:
    total = summed([report("A", appendices=(sessions(3),))])
    assert total.coverage("kl62-pl2.criticism.sessions.district") == (0, 0, (), ())
    before = report(
        "H", Period.of_year(2024), kind=UnitKind.DISTRICT, appendices=(sessions(None, commune=3),)
    )
    assert summed([before]).coverage("kl62-pl2.criticism.sessions.district").expected == 1
    after = summed([report("H", kind=UnitKind.DISTRICT, appendices=(sessions(None, district=3),))])
    assert after.coverage("kl62-pl2.criticism.sessions.district").unclear == ("huyện H, tỉnh Mẫu",)


def test_a_sum_for_a_new_unit_tells_itself_whose_figures_it_has() -> None:
    new = attrs.evolve(PROVINCE, valid_from=dt.date(2025, 7, 1))
    total = summed([report("A", Period.of_year(2025), population=people(1000))], new)
    assert mttq.check(total.report, select="UNI002").counts["UNI002"].failed == 0
    assert mttq.check(attrs.evolve(total.report, compiled=None), select="UNI002").counts["UNI002"].failed == 1


def test_reports_of_two_levels_are_refused() -> None:
    with pytest.raises(RollUpError) as caught:
        summed([report("A"), report("H", kind=UnitKind.DISTRICT)])
    assert str(caught.value) == "báo cáo của nhiều cấp không cộng chung được: cấp huyện, cấp xã"
    said = "reports of different levels cannot be added up: district, commune"
    assert caught.value.render(lang="en") == said
    with pytest.raises(RollUpError):
        summed([report("A", unit=PROVINCE)], into=report("B").unit)
    with pytest.raises(RollUpError):
        RollUp.combine(summed([report("A")]), summed([report("H", kind=UnitKind.DISTRICT)]))


def test_two_reports_of_one_unit_over_one_time_are_refused() -> None:
    with pytest.raises(DuplicateReport, match="“xã A, tỉnh Mẫu” có hai báo cáo trùng thời gian"):
        summed([report("A"), month("A", 3)])
    with pytest.raises(DuplicateReport):
        RollUp.combine(summed([report("A")]), summed([report("B"), report("A", None)]))


# -- units through time


def communes(*codes: str, **facts: Any) -> list[Unit]:
    return [Unit(kind=UnitKind.COMMUNE, name=code, code=code, parent=ABOVE, **facts) for code in codes]


LAST = dt.date(2025, 6, 30)
OTHER = attrs.evolve(PROVINCE, name="Kia", code="02")
DIVIDED = Units(
    [
        PROVINCE,
        OTHER,
        *communes("11", "12", valid_until=LAST),
        *communes("21", valid_from=FIRST),
        attrs.evolve(
            communes("22", valid_from=FIRST)[0], parent=UnitRef(kind=UnitKind.PROVINCE, name="Kia", code="02")
        ),
    ],
    [
        Succession(on=FIRST, before="11", after="21"),
        Succession(on=FIRST, before="12", after="21", whole=False),
        Succession(on=FIRST, before="12", after="22", whole=False),
    ],
)
EARLY = Period.half_year(2025, 1)


def test_a_former_unit_adds_to_its_heir() -> None:
    chain = make_units()
    heir = chain.at(FIRST)["20056"]
    before = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", code="20056")
    other = Unit(kind=UnitKind.COMMUNE, name="Hồng Vân")
    total = summed(
        [report("", EARLY, unit=one, population=people(5)) for one in (before, other)],
        heir,
        units=chain,
    )
    assert total.report.population.households == 10
    assert {who.heir for who in total.contributions} == {"xã A Lưới 1"}
    assert total.missing == ("xã Hồng Kim, huyện A Lưới", "xã Hồng Thủy, huyện A Lưới")
    assert str(total.reported) == "2/4"
    assert total.report.title == "Tổng hợp báo cáo của 2/4 đơn vị cấp xã"


def test_a_year_with_a_merger_in_it() -> None:
    chain = make_units()
    heir = chain.at(FIRST)["20056"]
    names = ("Trung Sơn", "Hồng Vân", "Hồng Kim", "Hồng Thủy")
    old = [Unit(kind=UnitKind.COMMUNE, name=name) for name in names]

    def members(unit: Unit, period: Period, opening: int) -> Report:
        figures = OrganisationMembership(
            organisation=SocioPoliticalOrganization.FARMERS,
            opening=opening,
            admitted=1,
            left=0,
            closing=opening + 1,
        )
        return report("", period, unit=unit, membership=Membership(organisations=(figures,)))

    months = [members(unit, Period.month(2025, n), 10 + n) for unit in old for n in range(1, 7)]
    months += [members(heir, Period.month(2025, n), 4 * 17 + n - 7) for n in range(7, 13)]
    total = summed(months, heir, units=chain)
    (farmers,) = total.report.membership.organisations
    assert (farmers.opening, farmers.admitted, farmers.closing) == (44, 30, 74)
    assert mttq.check(total.report)["MEM005"].found == ()
    assert total.left_out == ()


def test_a_divided_unit_is_refused_only_where_the_sum_cuts_it() -> None:
    divided = report("12", EARLY, population=people(10))
    with pytest.raises(AmbiguousSuccession) as caught:
        summed([divided], units=DIVIDED, as_of=FIRST)
    assert caught.value.unit == DIVIDED.at(LAST)["12"]
    assert [heir.code for heir in caught.value.heirs] == ["21", "22"]
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.unit, copy.heirs) == (caught.value.unit, caught.value.heirs)
    nation = draw_units(3, communes=200)
    old, new = nation.at(LAST), nation.at(FIRST)
    split = next(unit for unit in old if len(nation.successors(unit)) > 1)
    province = next(unit for unit in new.above(nation.successors(split)[0]))
    given = report("", EARLY, unit=split, population=people(10))
    assert summed([given], province, units=nation, as_of=FIRST).report.population.households == 10


def test_shares_that_are_given_make_a_range() -> None:
    shares = {("12", None): {"21": Fraction(1, 4), "22": Fraction(3, 4)}}
    reports = [report(code, EARLY, population=people(100)) for code in ("11", "12")]
    total = summed(reports, DIVIDED.at(FIRST)["01"], units=DIVIDED, allocation=shares, as_of=FIRST)
    (figure,) = total.figures()
    assert (figure.nominal, figure.low, figure.high) == (Fraction(125), Fraction(100), Fraction(200))
    assert total.report.population.households is None
    with pytest.raises(ValueError, match="phải cộng bằng 1"):
        summed([], units=DIVIDED, allocation={("12", None): {"21": Fraction(1, 4)}})


@pytest.mark.parametrize("shares", [{"21": 2, "22": -1}, {"21": Decimal("0.5")}, {}])
def test_shares_are_parts_that_come_to_the_whole(shares: Any) -> None:
    with pytest.raises(ArgumentError, match="phải cộng bằng 1"):
        summed([], units=DIVIDED, allocation={("12", None): shares})


def test_shares_are_those_of_heirs() -> None:
    with pytest.raises(ArgumentError, match="đơn vị mã “12” không chia cho “99”"):
        summed(
            [report("12", EARLY)], units=DIVIDED, as_of=FIRST, allocation={("12", None): {"99": Fraction(1)}}
        )


def test_a_pair_of_a_divided_unit_is_not_apportioned() -> None:
    pair = SupervisionTable(delegations=Tiered(commune=Pair(4, 9)))
    shares = {("12", None): {"21": Fraction(1, 4), "22": Fraction(3, 4)}}
    given = report("12", EARLY, appendices=(ParticipationAppendix(supervision=pair),))
    total = summed([given], units=DIVIDED, allocation=shares, as_of=FIRST)
    path = "kl62-pl2.supervision.delegations.commune"
    assert total.report.value_at(path) is None
    assert total.coverage(path).unclear == ("xã 12, tỉnh Mẫu",)


LEFT_OUT = [
    (report("11", None), "không rõ ngày của số liệu"),
    (report("99", EARLY), "ngày 30/6/2025 không có đơn vị mã “99”"),
    (
        report("11", EARLY, unit=Unit(kind=UnitKind.COMMUNE, name="Khác", code="11")),
        "ngày 30/6/2025, mã “11” là của xã 11",
    ),
    (
        report("", EARLY, unit=Unit(kind=UnitKind.COMMUNE, name="Khác")),
        "ngày 30/6/2025 không có đơn vị này trong danh mục",
    ),
    (report("22", Period.of_year(2026)), "không thuộc tỉnh Mẫu (thuộc: xã 22, tỉnh Kia)"),
]


@pytest.mark.parametrize(("given", "reason"), LEFT_OUT, ids=[reason[:20] for _, reason in LEFT_OUT])
def test_what_is_left_out_is_said(given: Report, reason: str) -> None:
    total = summed([given, given], units=DIVIDED)
    assert [(one.address, one.reason) for one in total.left_out] == [(given.unit.address, reason)] * 2
    assert reason in " ".join(mttq.render(total).split())
    assert total.contributions == frozenset()


# -- below the commune


COMMUNE = Unit(kind=UnitKind.COMMUNE, name="Vệ Giang", code="11", parent=ABOVE)
IN_IT = UnitRef(kind=UnitKind.COMMUNE, name="Vệ Giang")


def below(unit: Unit, sessions: int, households: int | None = None) -> Report:
    table = MonthlyReport(communication=Communication(sessions=sessions))
    return report("", unit=unit, appendices=(table,), population=people(households))


MONTHS = [
    below(Unit.area("thôn", "Phú Tân", parent=IN_IT), 3, 210),
    below(Unit.area("plei", "Ơp", parent=IN_IT), 2, 190),
    below(Unit(kind=SocioPoliticalOrganization.FARMERS, name="xã Vệ Giang", parent=IN_IT), 4),
]


def test_areas_and_organisations_add_up_to_their_commune() -> None:
    total = summed(MONTHS, COMMUNE)
    assert total.report.title == "Tổng hợp báo cáo của 3/3 đơn vị dưới cấp xã"
    assert total.report.value_at("vegiang-bc-thang.communication.sessions") == 9
    assert total.report.population.households == 400
    assert total.coverage("population.households").missing == (
        "Hội Nông dân Việt Nam xã Vệ Giang, xã Vệ Giang",
    )
    assert total.report.compiled is not None
    assert total.report.compiled.tier is Tier.BASE


def test_areas_and_organisations_lie_where_their_commune_does() -> None:
    """They are in no list of units themselves, so nobody of them is expected."""
    units = Units([PROVINCE, COMMUNE, *communes("12")])
    total = summed(MONTHS, COMMUNE, units=units)
    assert (len(total.contributions), total.left_out, total.missing) == (3, (), ())
    elsewhere = UnitRef(kind=UnitKind.COMMUNE, name="12", code="12")
    left = [
        below(Unit.area("thôn", "1", parent=elsewhere), 1),
        below(Unit.area("thôn", "2"), 1),
        below(Unit.area("thôn", "3", parent=IN_IT), 1).with_value("periods", ()),
    ]
    reasons = {one.address: str(one.reason) for one in summed(left, COMMUNE, units=units).left_out}
    assert reasons == {
        "thôn 1, xã 12": "không thuộc xã Vệ Giang (thuộc: xã 12, tỉnh Mẫu)",
        "thôn 2": "không ghi đơn vị cấp trên trực tiếp",
        "thôn 3, xã Vệ Giang": "không rõ ngày của số liệu",
    }


def test_areas_of_a_divided_commune_are_in_no_part_for_certain() -> None:
    above = UnitRef(kind=UnitKind.COMMUNE, name="12", code="12")
    given = report("", EARLY, unit=Unit.area("thôn", "1", parent=above))
    shares = {("12", None): {"21": Fraction(1, 4), "22": Fraction(3, 4)}}
    total = summed([given], units=DIVIDED, allocation=shares, as_of=FIRST)
    assert total.left_out[0].reason == "xã 12 chia cho nhiều đơn vị"


def test_namesakes_need_a_code() -> None:
    units = Units([PROVINCE, *communes("11"), attrs.evolve(communes("12")[0], name="11")])
    total = summed([report("", unit=Unit(kind=UnitKind.COMMUNE, name="11"))], units=units)
    assert total.left_out[0].reason == "ngày 31/12/2026 có 2 đơn vị cùng tên; cần ghi mã"


def test_the_unit_of_the_sum_must_be_in_the_list() -> None:
    with pytest.raises(CodeError):
        summed([], attrs.evolve(PROVINCE, code="09"), units=DIVIDED)
    with pytest.raises(TypeError):
        roll_up([], "tỉnh Mẫu")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        summed([], units=[PROVINCE])
    with pytest.raises(TypeError):
        summed(["báo cáo"])  # type: ignore[list-item]


# -- coverage and lineage


def test_the_list_says_who_is_silent() -> None:
    units = Units([PROVINCE, *communes("11", "12", "13")])
    reports = [report(code, population=people(5)) for code in ("11", "12")]
    total = summed(reports, units=units)
    assert total.coverage("population.households") == (2, 3, ("xã 13, tỉnh Mẫu",), ())
    assert "2/3" in mttq.render(total, lang="en")
    assert "Not reported" in mttq.render(total, lang="en")
    late = summed([*reports[:1], month("12", 3, population=people(5))], units=units)
    assert late.coverage("population.households").missing == ("xã 12, tỉnh Mẫu", "xã 13, tỉnh Mẫu")
    assert late.missing == ("xã 13, tỉnh Mẫu",)


def test_a_district_counts_at_the_level_of_the_special_zone_that_it_became() -> None:
    island = Unit(kind=UnitKind.DISTRICT, name="Đảo", code="90", parent=ABOVE, valid_until=LAST)
    zone = Unit(kind=UnitKind.SPECIAL_ZONE, name="Đảo", code="91", parent=ABOVE, valid_from=FIRST)
    units = Units([PROVINCE, *communes("11"), island, zone], [Succession(on=FIRST, before="90", after="91")])
    late = Period.half_year(2025, 2)
    times = ((communes("11")[0], EARLY), (island, EARLY), (communes("11")[0], late), (zone, late))
    told = [report("", time, unit=unit, appendices=(sessions(3),)) for unit, time in times]
    total = roll_up(told, PROVINCE, units=units, as_of=FIRST)
    assert total.report.value_at(SESSIONS) == 12
    assert total.report.title == "Tổng hợp báo cáo của 3/3 đơn vị cấp xã"
    assert str(total.coverage(SESSIONS)) == "4/4"
    silent = roll_up(told[:1], PROVINCE, units=units, as_of=FIRST)
    assert silent.missing == ("huyện Đảo, tỉnh Mẫu",)


def test_a_unit_that_was_silent_for_a_month_is_counted_once() -> None:
    units = Units([PROVINCE, *communes("11", "12")])
    told = [month(code, number) for code, number in (("11", 1), ("11", 2), ("12", 1))]
    total = summed(told, units=units)
    assert total.reported == (1, 2, ("xã 12, tỉnh Mẫu",), ())
    assert total.report.title == "Tổng hợp báo cáo của 1/2 đơn vị cấp xã"


def test_units_that_had_one_code_are_counted_each() -> None:
    chain = make_units()
    heir = chain.at(FIRST)["20056"]
    halves = (chain.at(dt.date(2025, 6, 30))["20056"], EARLY), (heir, Period.half_year(2025, 2))
    total = summed(
        (report("", period, unit=unit) for unit, period in halves), chain.at(FIRST)["46"], units=chain
    )
    names = tuple(f"xã {name}, huyện A Lưới" for name in ("Hồng Kim", "Hồng Thủy", "Hồng Vân"))
    assert total.reported == (2, 5, names, ())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"reports": 5}, "reports: cần danh sách các Report; đã nhận 5 (int)"),
        ({"keep": 5}, "keep: cần danh sách các str; đã nhận 5 (int)"),
        ({"period": "2025"}, "period: cần Period; đã nhận '2025' (str)"),
        ({"as_of": "2025"}, "as_of: cần ngày (date); đã nhận '2025' (str)"),
        ({"allocation": 5}, "allocation: cần dict; đã nhận 5 (int)"),
        ({"allocation": {"12": {"21": 1}}}, "allocation: cần tuple; đã nhận '12' (str)"),
        ({"allocation": {("12",): {"21": 1}}}, "allocation: cần tuple; đã nhận ('12',) (tuple)"),
        ({"allocation": {("12", None): 5}}, "allocation: cần dict; đã nhận 5 (int)"),
        ({"allocation": {("12", None): {"21": 1.0}}}, "allocation[12]: cần Fraction; đã nhận 1.0 (float)"),
    ],
)
def test_arguments_of_another_kind_are_refused(given: dict[str, Any], told: str) -> None:
    with pytest.raises(FieldError) as caught:
        roll_up(**{"reports": (), "into": PROVINCE, "units": DIVIDED, **given})
    assert str(caught.value).startswith(told)


def test_lineage_says_who_told_a_figure_and_what_if_it_was_kept() -> None:
    reports = [report(name, population=people(n)) for name, n in (("A", 3), ("B", 5), ("C", None))]
    path = "population.households"
    kept = summed(reports, keep=path)
    assert [(who.address, value) for who, value in kept.lineage(path)] == [
        ("xã B, tỉnh Mẫu", 5),
        ("xã A, tỉnh Mẫu", 3),
    ]
    from_the_root = summed(reports, keep=f"/{path}")  # as relations write it
    assert from_the_root.lineage(f"/{path}") == kept.lineage(path)
    assert from_the_root.coverage(f"/{path}") == kept.coverage(path)
    assert [value for _, value in summed(reports).lineage(path)] == [None, None]
    (contribution, _), *_ = kept.lineage(path)
    assert contribution == Contribution(
        "B", "xã B, tỉnh Mẫu", Tier.COMMUNE, dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    )
    quantities = [report(n, economy=EconomyProfile(sown_area=Quantity.of(int(n), "ha"))) for n in "12"]
    pairs = ParticipationAppendix(supervision=SupervisionTable(delegations=Tiered(commune=Pair(1, 2))))
    place = "kl62-pl2.supervision.delegations.commune"
    both = summed(
        [*quantities[:1], attrs.evolve(quantities[1], appendices=(pairs,))], keep=("economy.sown_area",)
    )
    assert [value and str(value) for _, value in both.lineage("economy.sown_area")] == ["2 ha", "1 ha"]
    assert len(both.lineage(place)) == 1
    with pytest.raises(PathError):
        summed(reports).lineage("unit.name")


def test_names_of_many_that_are_missing_are_cut() -> None:
    units = Units([PROVINCE, *communes(*map(str, range(10, 30)))])
    shown = mttq.render(summed([report("10")], units=units))
    assert "và 11 đơn vị khác" in shown


def test_a_sum_is_shown_in_three_formats_and_two_languages() -> None:
    total = summed(
        [report("A", appendices=(sessions(3),), population=people(5)), report("B", population=people(None))]
    )
    text = mttq.render(total)
    assert "Số báo cáo" in text
    assert "1/2" in text
    assert "Households" in mttq.render(total, fmt="markdown", lang="en")
    assert mttq.render(total, fmt="html") == total._repr_html_()
    assert str(total) == text
    empty = summed([])
    assert "tỉnh Mẫu" in mttq.render(empty)


def test_records_are_named_by_words_and_sums_of_money_with_their_unit() -> None:
    handed = FundTransfer(from_tier=Tier.DISTRICT, amount=5_000_000)
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, opening=2_000_000, transfers=(handed,))
    total = summed([report("A", funds=Funds(ledgers=(ledger,)))])
    first, kind = "Quỹ, cứu trợ, Sổ quỹ thứ 1", "Quỹ Vì người nghèo"
    assert [row[:2] for row in total.tables()[-1].rows] == [
        (f"{first}, Số dư đầu kỳ ({kind})", "2.000.000 đồng"),
        (f"{first}, Khoản cấp trên chuyển thứ 1, Số tiền ({kind}; cấp huyện)", "5.000.000 đồng"),
    ]
    assert [row[0].rpartition("(")[2] for row in total.tables(lang="en")[-1].rows] == [
        "Fund for the Poor)",
        "Fund for the Poor; district)",
    ]


# -- laws


def drawn(number: int, seed: int = 0) -> list[Report]:
    """Reports of communes that all differ, with blanks here and there."""
    random = Random(seed)  # noqa: S311 - a sample
    found = []
    for place in range(number):
        made = draw_report(seed * 100 + place)
        unit = attrs.evolve(made.unit, name=f"{made.unit.name} {place}", code=str(place))
        made = attrs.evolve(made, unit=unit)
        for path in ("population.households", SESSIONS, "membership.union_members", "funds.ledgers.0.raised"):
            if random.randrange(5) == 0:
                made = made.with_value(path, None)
        found.append(made)
    return found


REPORTS = drawn(12)
WHOLE = summed(REPORTS)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.lists(st.integers(0, len(REPORTS)), max_size=4))
def test_sums_of_parts_are_the_sum_of_the_whole_in_any_order(order: list[int], cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(order)]
    parts = [summed(REPORTS[n] for n in order[a:b]) for a, b in pairwise(ends)]
    assert RollUp.combine(*parts) == WHOLE
    assert RollUp.combine(*reversed(parts)).report == WHOLE.report


def test_nothing_added_is_the_identity() -> None:
    empty = summed([])
    assert empty + WHOLE == WHOLE == WHOLE + empty
    assert empty + empty == empty
    assert pickle.loads(pickle.dumps(WHOLE)) == WHOLE
    assert WHOLE != 3


def test_what_is_no_sum_does_not_combine() -> None:
    with pytest.raises(FieldError, match="parts: cần danh sách các RollUp; đã nhận 5"):
        RollUp.combine(summed([]), 5)  # type: ignore[arg-type]


def test_sums_of_other_units_and_times_do_not_combine() -> None:
    other = summed([], attrs.evolve(PROVINCE, name="Khác"))
    with pytest.raises(RollUpError, match="into="):
        RollUp.combine(WHOLE, other)
    assert RollUp.combine(WHOLE, other, into=PROVINCE) == WHOLE
    with pytest.raises(RollUpError, match="kỳ khác nhau"):
        RollUp.combine(WHOLE, summed([], period=YEAR))
    with pytest.raises(RollUpError, match="ít nhất một"):
        RollUp.combine()


def test_provinces_added_are_their_communes_added() -> None:
    nation = draw_units(5, communes=60)
    day = nation.at(dt.date(2026, 12, 31))
    country = Unit(kind=UnitKind.COUNTRY, name="Việt Nam")
    parts, every = [], []
    for province in [unit for unit in day if unit.tier is Tier.PROVINCE]:
        reports = [report("", unit=unit, population=people(7)) for unit in day.below(province, Tier.COMMUNE)]
        parts.append(summed(reports, province, units=nation))
        every += reports
    whole = RollUp.combine(*parts, into=country)
    assert whole.report.population == summed(every, country).report.population
    assert whole.report.population.households == 7 * len(every)


@pytest.mark.parametrize("seed", range(3))
def test_consistent_reports_have_a_consistent_sum(seed: int) -> None:
    """However many figures are blank: what the same reports have told is compared, and nothing else."""
    total = summed(drawn(9 + seed, seed + 1))
    assert [(finding.code, finding.path) for finding in mttq.check(total.report)] == []
    assert mttq.loads(mttq.dumps(total.report)) == total.report


def test_a_fault_that_all_have_told_is_found_in_the_sum() -> None:
    wrong = [one.with_value(SESSIONS, 99) for one in REPORTS]
    assert [finding.path for finding in mttq.check(summed(wrong).report)["CRI001"]] == [SESSIONS]
    some = [*wrong[:-1], wrong[-1].with_value("kl62-pl2.criticism.written.commune", None)]
    findings = mttq.check(summed(some).report)
    assert findings["CRI001"].found == ()
    assert findings.counts["CRI001"].not_verifiable == 1


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        ("2025-01-01", "2025-12-31", "năm 2025"),
        ("2025-05-01", "2025-05-31", "tháng 5/2025"),
        ("2025-01-01", "2025-03-31", "quý I/2025"),
        ("2025-04-01", "2025-06-30", "quý II/2025"),
        ("2025-07-01", "2025-09-30", "quý III/2025"),
        ("2025-10-01", "2025-12-31", "quý IV/2025"),
        ("2025-01-01", "2025-06-30", "6 tháng đầu năm 2025"),
        ("2025-07-01", "2025-12-31", "6 tháng cuối năm 2025"),
        ("2025-01-01", "2025-10-31", "10 tháng đầu năm 2025"),
        ("2025-02-01", "2025-06-30", "từ tháng 02/2025 đến tháng 6/2025"),
        ("2024-07-01", "2025-06-30", "từ tháng 7/2024 đến tháng 6/2025"),
        ("2025-01-02", "2025-12-31", "từ 02/01/2025 đến 31/12/2025"),
        ("2025-01-01", None, "từ tháng 01/2025"),
        (None, None, "None"),
    ],
)
def test_days_are_named_as_a_report_would_name_them(first: str | None, last: str | None, named: str) -> None:
    days = (dt.date.fromisoformat(day) if day else None for day in (first, last))
    assert str(period_of(*days)) == named


@pytest.mark.parametrize(
    ("gifts", "count", "value"),
    [
        (Gifts(units=3, per_unit=2, value_each=500_000), 6, 3_000_000),  # a product of a product
        (Gifts(count=Quantity.of(6, "gifts"), value_each=500_000), 6, 3_000_000),
        (Gifts(count=parse_quantity("hơn 6 suất quà"), value_each=500_000), 6, None),
        (Gifts(count=Quantity.of(6, "gifts")), 6, None),
        (Gifts(count=Quantity.of(6, "gifts"), value_each=Quantity.of(20, "USD")), 6, None),
        (Gifts(units=3, per_unit=2, value_each=500_000, value=3_100_000), 6, 3_100_000),  # as it is told
    ],
)
def test_a_blank_is_the_product_that_it_must_be(gifts: Gifts, count: int, value: int | None) -> None:
    told = draw_report(1).with_value("funds", Funds(gifts=(gifts,)))
    total = roll_up([told], into=Unit(kind=UnitKind.DISTRICT, name="Mẫu"))
    assert [total.report.value_at(f"funds.gifts.0.{name}") for name in ("count.value", "value")] == [
        count,
        value,
    ]
    assert str(total.coverage("funds.gifts.0.value")) == ("0/1" if value is None else "1/1")
