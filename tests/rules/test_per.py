from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from mttq.checking import Counts, check
from mttq.forms.vegiang_bc_thang import Head, MonthlyReport
from mttq.model import (
    Commendation,
    Conference,
    ElectedBody,
    Election,
    FundKind,
    FundLedger,
    Gifts,
    ReliefAction,
    ReportPeriod,
    Statement,
    Training,
)
from mttq.report import Report
from mttq.rules import PASSED, Breach, Rule, Unverifiable, per
from mttq.testing import make_report
from mttq.values import DocumentRef, PartialDate, Period, Quantity

Judge = Callable[..., list[str | tuple[str, ...]]]

ALL = "periods.0.stated_years"
YEARS = Period.interval(PartialDate(year=2015, month=1), PartialDate(year=2024, month=12))


def date(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    return PartialDate(year=year, month=month, day=day)


def stated(years: int | None, period: Period | None = None) -> dict[str, object]:
    return {"periods": (ReportPeriod(subject="review", stated_years=years, period=period),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"periods": ()}, []),
        (stated(None), []),
        (stated(15), ["passed"]),  # from 08/12/2009 to 12/2024
        ({**stated(15), "reviewed": None}, ["? reviewed"]),
        ({**stated(15), "reviewed": DocumentRef(raw="Kết luận 62")}, ["? reviewed"]),
        ({**stated(15), "as_of": None}, ["? as_of"]),
        (
            {**stated(15), "as_of": date(2023, 12)},
            [
                (
                    ALL,
                    "months=1 months; period=interval 2009-12-08/2023-12; stated=15; years=14 years",
                    "15 = 436/31",
                    f"{ALL}: 15 → 14",
                )
            ],
        ),
        (stated(10, Period.interval(date(2014, 7), date(2024, 12))), ["passed"]),  # just the half year
        (stated(15, Period.interval(date(2009), date(2024))), ["passed"]),
        (stated(16, Period.interval(date(2009), date(2024))), ["passed"]),
        (
            stated(14, Period.interval(date(2009), date(2024))),
            [
                (
                    ALL,
                    "months=0 months; period=interval 2009/2024; stated=14; years=16 years",
                    "14 = 16",
                    f"{ALL}: 14 → 16",
                )
            ],
        ),
        (
            stated(10, Period.interval(date(2014, 6, 30), date(2024, 12))),
            [
                (
                    ALL,
                    "months=6 months; period=interval 2014-06-30/2024-12; stated=10; years=10 years",
                    "10 = 977/93",
                    f"{ALL}: 10 → 11",
                )
            ],
        ),
    ],
)
def test_the_years_stated_are_those_reviewed(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.stated_years_are_the_years_reviewed, changes) == outcomes


@pytest.mark.parametrize(
    ("tolerance", "fits"),
    [(1, True), (Decimal("0.94"), True), (Decimal("0.93"), False), (Fraction(29, 31), True)],
)
def test_a_profile_may_be_more_tolerant_of_years(judge: Judge, tolerance: object, *, fits: bool) -> None:
    changes = {**stated(15), "as_of": date(2023, 12)}
    outcomes = judge(per.stated_years_are_the_years_reviewed, changes, tolerance=tolerance)
    assert (outcomes == ["passed"]) is fits


def appendices(first: Period | None, second: Period | None) -> dict[str, object]:
    return {
        "periods": (
            ReportPeriod(subject="kl62-pl1", period=first),
            ReportPeriod(subject="kl62-pl2", period=second),
        )
    }


UNTIL = Period.until(date(2023, 12))
DECADE = Period.interval(date(2013, 12), date(2023, 12))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"periods": ()}, []),
        ({"appendices": ()}, []),
        (appendices(YEARS, None), []),
        (appendices(UNTIL, UNTIL), ["passed"]),
        ({**appendices(UNTIL, UNTIL), "reviewed": None}, ["passed"]),
        (appendices(UNTIL, Period.interval(date(2009, 12), date(2023, 12))), ["passed"]),
        (appendices(Period.of_year(2023), Period.interval(date(2023, 1), date(2023, 12))), ["passed"]),
        ({**appendices(UNTIL, DECADE), "reviewed": None}, ["? periods.1.period"]),
        (appendices(UNTIL, DECADE), ["passed"]),  # Phụ lục 2 begins with the decisions
        (appendices(UNTIL, Period.interval(date(2013), date(2023, 12))), ["passed"]),
        (
            appendices(UNTIL, Period.interval(date(2014, 1), date(2023, 12))),
            [
                (
                    "periods.1.period",
                    "first_period=interval ../2023-12; second_period=interval 2014-01/2023-12",
                    "",
                )
            ],
        ),
        (
            appendices(DECADE, Period.interval(date(2009, 12), date(2023, 12))),
            [
                (
                    "periods.1.period",
                    "first_period=interval 2013-12/2023-12; second_period=interval 2009-12/2023-12",
                    "",
                )
            ],
        ),
        (
            appendices(UNTIL, Period.interval(date(2013, 12), date(2022, 12))),
            [
                (
                    "periods.1.period",
                    "first_period=interval ../2023-12; second_period=interval 2013-12/2022-12",
                    "",
                )
            ],
        ),
        (
            {
                "periods": (
                    ReportPeriod(subject="review", period=Period.of_year(2025)),
                    ReportPeriod(subject="kl62-pl2", period=Period.of_year(2024)),
                )
            },
            [("periods.1.period", "first_period=year 2025; second_period=year 2024", "")],
        ),
        (
            {**appendices(UNTIL, Period.until(date(2024, 6))), "reviewed": None},
            [
                (
                    "periods.1.period",
                    "first_period=interval ../2023-12; second_period=interval ../2024-06",
                    "",
                )
            ],
        ),
    ],
)
def test_the_appendices_share_a_period(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.appendices_share_a_period, changes) == outcomes


def elected(*terms: tuple[ElectedBody, int, int] | None) -> dict[str, object]:
    return {
        "organisation.committee.term": None,
        "periods": (),
        "elections": tuple(
            Election(body=ElectedBody.PEOPLES_COUNCIL)
            if item is None
            else Election(body=item[0], term=Period.term(*item[1:]))
            for item in terms
        ),
    }


def test_the_term_of_those_elected_is_five_years_long(judge: Judge) -> None:
    council, assembly = (ElectedBody.PEOPLES_COUNCIL, 2021, 2026), (ElectedBody.NATIONAL_ASSEMBLY, 2019, 2026)
    assert judge(per.terms_last_five_years, elected(council, None, assembly)) == [
        "passed",
        (
            "elections.2.term",
            "length=7; term=term 2019/2026; years=5",
            "7 = 5",
            "elections.2.term: nhiệm kỳ 2019 - 2026 → nhiệm kỳ 2019 - 2024",
            "elections.2.term: nhiệm kỳ 2019 - 2026 → nhiệm kỳ 2021 - 2026",
        ),
    ]


def term(first: int, last: int, subject: str = "Đại hội Mặt trận các cấp") -> dict[str, object]:
    return {"periods": (ReportPeriod(subject=subject, period=Period.term(first, last)),)}


COMMITTEE = "organisation.committee.term"
OPEN_TERM = Period.interval(date(2024), None)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (term(2024, 2029), ["passed"]),
        (term(2025, 2030), ["passed"]),
        (term(2004, 2011, "Hội đồng nhân dân các cấp"), ["passed"]),  # Nghị quyết 25/2008/QH12
        (term(2022, 2025, "Chi bộ thôn"), []),
        ({COMMITTEE: Period.term(2024, 2029)}, ["passed"]),
        ({COMMITTEE: OPEN_TERM}, [f"? {COMMITTEE}"]),
        ({COMMITTEE: Period.interval(date(2024, 5), date(2025, 6))}, []),  # cut short by the merger
        ({COMMITTEE: Period.interval(date(2024, 5), None)}, []),
        ({COMMITTEE: Period.interval(date(2024, 5), None), **term(2024, 2029)}, ["passed"]),
        (
            {COMMITTEE: Period.term(2024, 2028)},
            [
                (
                    COMMITTEE,
                    "length=4; term=term 2024/2028; years=5",
                    "4 = 5",
                    f"{COMMITTEE}: nhiệm kỳ 2024 - 2028 → nhiệm kỳ 2024 - 2029",
                    f"{COMMITTEE}: nhiệm kỳ 2024 - 2028 → nhiệm kỳ 2023 - 2028",
                )
            ],
        ),
        (
            term(2024, 2030),
            [
                (
                    "periods.0.period",
                    "length=6; term=term 2024/2030; years=5",
                    "6 = 5",
                    "periods.0.period: nhiệm kỳ 2024 - 2030 → nhiệm kỳ 2024 - 2029",
                    "periods.0.period: nhiệm kỳ 2024 - 2030 → nhiệm kỳ 2025 - 2030",
                )
            ],
        ),
    ],
)
def test_a_term_is_named_by_years_five_apart(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.terms_last_five_years, changes) == outcomes


VILLAGE_BODIES = (
    *(
        "Ban Công tác Mặt trận",
        "BCTMT thôn 1",
        "Ban TTND xã",
        "Ban Thanh tra nhân dân",
        "khu dân cư",
        "Chi bộ thôn",
    ),
    *(
        "Chi hội Phụ nữ",
        "Chi đoàn",
        "Trưởng thôn",
        "Tổ trưởng tổ dân phố",
        "Ban Giám sát đầu tư",
        "Ban GSĐTCĐ",
    ),
)


@pytest.mark.parametrize("body", VILLAGE_BODIES)
def test_bodies_of_the_villages_have_their_own_terms(judge: Judge, body: str) -> None:
    assert judge(per.terms_last_five_years, term(2019, 2022, f"nhiệm kỳ {body}")) == []


@pytest.mark.parametrize(
    ("bodies", "basis"),
    [
        (("Hội đồng nhân dân xã", "HĐND xã"), "Luật Tổ chức chính quyền địa phương"),
        (("Quốc hội khóa XV",), "Hiến pháp năm 2013"),
        (
            ("Đảng bộ xã", "Đảng ủy xã", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đại hội Đảng", "cấp ủy"),
            "Điều lệ Đảng",
        ),
        (("Đại hội Mặt trận",), "Điều lệ Mặt trận"),
    ],
)
def test_the_term_of_a_body_rests_on_the_law_of_that_body(bodies: tuple[str, ...], basis: str) -> None:
    for body in bodies:
        (finding,) = check(
            make_report().with_value("periods", term(2025, 2031, body)["periods"]), select=("PER003",)
        )
        assert basis in str(finding.basis), body


def test_a_profile_knows_of_other_changed_terms(judge: Judge) -> None:
    outcomes = judge(per.terms_last_five_years, term(2021, 2025), changed=((2021, 2025),))
    assert outcomes == ["passed"]


def unclear(path: str) -> tuple[str, str, str]:
    return (path, "", "")


FUND = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, stated_years=5, raised=215_910_000)
YEARLY = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, each_year=True, raised=40_000_000)
GIFTS = Gifts(count=Quantity(value=Decimal(5500), unit="gifts"))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"funds.ledgers": (FUND, YEARLY)}, [unclear("funds.ledgers.0"), unclear("funds.ledgers.1")]),
        ({"funds.ledgers": (FundLedger(fund=FundKind.OTHER, each_year=True),)}, []),  # no figure
        ({"funds.ledgers": (FundLedger(fund=FundKind.OTHER, period=YEARS, raised=1),)}, ["passed"]),
        (
            {
                "funds.ledgers": (FUND,),
                "periods": (ReportPeriod(subject="funds.ledgers.0", period=YEARS),),
            },
            ["passed"],
        ),
        ({"funds.relief": (ReliefAction(event="Bão", gifts=GIFTS),)}, [unclear("funds.relief.0")]),
        ({"funds.relief": (ReliefAction(gifts=Gifts(period=YEARS, count=GIFTS.count)),)}, ["passed"]),
        (
            {"campaigns.commendations": (Commendation(occasion="Tổng kết", collectives=4),)},
            [unclear("campaigns.commendations.0")],
        ),
        ({"campaigns.conferences": (Conference(subject="Tuyên truyền"),)}, []),
        (
            {"organisation.cadres.training": (Training(persons=Quantity(value=Decimal(15)), period=YEARS),)},
            ["passed"],
        ),
    ],
)
def test_figures_of_records_name_their_period(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.figures_name_their_period, changes) == outcomes


HELD = "kl62-pl1.dissemination.inspections.commune"


def said(number: int, indicator: str = HELD, **more: Any) -> Statement:
    return Statement(indicator=indicator, value=Quantity(value=Decimal(number)), **more)


def ledger(raised: int, **more: Any) -> FundLedger:
    return FundLedger(**{"fund": FundKind.FUND_FOR_THE_POOR, "raised": raised, **more})


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"statements": (said(5),)}, []),
        ({"statements": (said(3, each_year=True),)}, []),
        ({"statements": (said(3, each_year=True), said(8))}, ["passed"]),  # 8 in the appendix
        ({"statements": (said(3, each_year=True), said(7))}, ["passed"]),  # wrong, but no such sum
        ({"statements": (said(0, each_year=True), said(7), said(8))}, ["passed", "passed"]),
        ({"statements": (said(3, each_year=True), said(5, unit="xã Cũ"))}, []),
        ({"statements": (said(3, "số cuộc", each_year=True), said(5, "số cuộc"))}, []),
        ({"statements": (said(3, each_year=True), said(5)), HELD: None}, [f"? {HELD}"]),
        (
            {"statements": (said(3, each_year=True), said(5))},
            [(HELD, "several=5; total=8; yearly=3", "8 = 5")],
        ),
        ({"funds.ledgers": (ledger(40), ledger(10, each_year=True))}, []),
        ({"funds.ledgers": (ledger(60), ledger(10, each_year=True), ledger(40))}, ["passed", "passed"]),
        (
            {"funds.ledgers": (ledger(50), ledger(10, each_year=True), ledger(40))},
            [
                (
                    "funds.ledgers.0.raised",
                    "several=40; total=50; yearly=10",
                    "50 = 40",
                ),
                "passed",
            ],
        ),
        (
            {
                "funds.ledgers": (
                    ledger(50),
                    ledger(10, each_year=True, fund=FundKind.RELIEF_FUND),
                    ledger(40),
                )
            },
            [],
        ),
    ],
)
def test_yearly_figures_are_not_added_to_cumulative_ones(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.yearly_figures_are_not_added_to_cumulative_ones, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (per.stated_years_are_the_years_reviewed, Counts(failed=1)),
        (per.appendices_share_a_period, Counts(passed=1)),
        (per.terms_last_five_years, Counts(passed=4)),
        (per.yearly_figures_are_not_added_to_cumulative_ones, Counts(not_applicable=1)),
        (per.figures_name_their_period, Counts(passed=1, failed=7)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


def test_the_real_figures_without_a_period(real_report: Report) -> None:
    """Besides the fund and relief, which the catalogue of rules names, four records lack one."""
    breaches = per.figures_name_their_period(real_report)
    assert [item.path for item in breaches if isinstance(item, Breach)] == [
        "campaigns.festivals.1",
        "campaigns.commendations.0",
        "campaigns.conferences.0",
        "funds.ledgers.0",
        "funds.ledgers.1",
        "funds.relief.0",
        "organisation.cadres.training.0",
    ]


@pytest.mark.parametrize(("year", "passed"), [(2024, 1), (2025, 0)])
def test_the_committee_is_in_office(year: int, passed: int) -> None:
    """A term holds in the whole year in which it ends."""
    report = attrs.evolve(make_report(), as_of=PartialDate(year=year, month=12, day=31))
    report = report.with_value("organisation.committee.term", Period.term(2019, 2024))
    verdict = per.the_committee_is_that_of_its_term.verdict(report)
    assert (verdict.passed, len(verdict.breaches)) == (passed, 1 - passed)


def titled(title: str, year: int | None = 2024, month: int = 12) -> dict[str, object]:
    as_of = PartialDate(year=year, month=month) if year else None
    return {"title": f"Báo cáo {title}", "as_of": as_of, "periods": ()}


def reviewing(period: Period, subject: str = "review") -> dict[str, object]:
    return {"periods": (ReportPeriod(subject=subject, period=period),)}


MARCH = Period.month(2025, 3)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (titled("kết quả công tác"), []),
        (titled("năm 2024"), ["passed"]),
        (titled("năm 2023"), [("title", "day=2024-12-31; named=year 2023", "")]),
        (titled("năm 2025"), [("title", "day=2024-12-31; named=year 2025", "")]),
        (titled("năm 2023, phương hướng nhiệm vụ năm 2024"), ["passed"]),
        (titled("năm 2023", 2024, 3), ["passed"]),  # taken a little later
        (titled("6 tháng đầu năm 2024"), [("title", "day=2024-12-31; named=half_year 2024-H1", "")]),
        (titled("giai đoạn 2021 - 2025"), ["passed"]),  # halfway
        (titled("giai đoạn 2020 - 2023"), [("title", "day=2024-12-31; named=interval 2020/2023", "")]),
        (titled("nhiệm kỳ 2025 - 2030"), ["passed"]),  # planned in the term before
        (titled("nhiệm kỳ 2014 - 2019"), [("title", "day=2024-12-31; named=term 2014/2019", "")]),
        (titled("10 năm thực hiện Luật Mặt trận Tổ quốc Việt Nam năm 2015"), []),
        (titled("thực hiện Nghị quyết năm 2016"), []),
        (titled("hội nghị ngày 05/3/2020"), []),
        (titled("Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"), []),
        (titled("năm 2024", None), ["? as_of"]),
        (titled("năm 2024", None) | reviewing(Period.of_year(2024)), ["passed"]),
        (titled("năm 2024") | reviewing(Period.of_year(2024)), ["passed", "passed"]),
        (
            titled("năm 2024") | reviewing(Period.of_year(2023)),
            ["passed", ("title", "day=2023-12-31; named=year 2024", "")],
        ),
        (titled("tháng 3/2025", None) | reviewing(MARCH, "kl62-pl1"), ["passed"]),
        (
            titled("tháng 3/2026", None) | reviewing(MARCH, "kl62-pl1"),
            [("title", "day=2025-03-31; named=month 2026-03", "")],
        ),
        (titled("tháng 3/2026", None) | reviewing(MARCH, "Đại hội"), ["? as_of"]),
        (
            titled("năm 2024", None) | appendices(Period.of_year(2024), Period.of_year(2023)),
            ["? as_of"],  # that they differ is found by PER002
        ),
        ({**titled("năm 2024"), "as_of": PartialDate(month=12)}, ["? as_of"]),
    ],
)
def test_the_title_names_the_time_of_the_figures(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(per.the_title_names_the_time_of_the_figures, changes) == outcomes


@pytest.mark.parametrize(
    ("as_of", "outcomes"),
    [
        (None, []),
        (PartialDate(year=2024, month=12), ["passed"]),
        (PartialDate(year=2024, month=9), ["passed"]),  # the report is due before the end
        (PartialDate(year=2025, month=3), ["passed"]),
        (
            PartialDate(year=2023, month=12),
            [("as_of", "day=2023-12; end=2024-12", "")],
        ),
    ],
)
def test_figures_reach_the_end_of_the_review(
    judge: Judge, as_of: PartialDate | None, outcomes: list[object]
) -> None:
    assert judge(per.figures_reach_the_end_of_the_review, {"as_of": as_of}) == outcomes


def test_a_review_without_an_end_asks_for_no_figures() -> None:
    report = make_report().with_value("periods", ())
    assert list(per.figures_reach_the_end_of_the_review(report)) == []


Y2023, Y2024 = Period.of_year(2023), Period.of_year(2024)
LEDGER = FundLedger(fund=FundKind.FUND_FOR_THE_POOR)


def of(period: Period, *ledgers: Period | None) -> dict[str, object]:
    """Review a time, with ledgers of others."""
    funds = tuple(attrs.evolve(LEDGER, period=each) for each in ledgers)
    return reviewing(period) | {"funds.ledgers": funds, "funds.houses": (), "funds.gifts": ()}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (of(Y2024, Y2024, None), ["passed"]),
        (of(Y2024, Y2023), [("funds.ledgers.0.period", "other=year 2024; period=year 2023", "")]),
        (of(Y2023, Y2024), [("funds.ledgers.0.period", "other=year 2023; period=year 2024", "")]),
        (of(Y2024, Y2023, Y2024), ["passed", "passed"]),  # for comparison
        (of(Y2024, Period.quarter(2024, 2)), ["passed"]),
        (of(Y2024, Period.interval(PartialDate(year=2020), PartialDate(year=2024))), ["passed"]),
        (
            of(Y2024, Period.interval(PartialDate(year=2020), PartialDate(year=2021))),
            [
                ("funds.ledgers.0.period", "other=year 2024; period=interval 2020/2021", ""),
            ],
        ),
        (of(Y2024, Period.interval(None, PartialDate(year=2021))), ["passed"]),
        (of(Y2024, Y2023) | {"periods": (), "reviewed": None, "as_of": None}, []),
        (
            of(Y2024) | {"membership.period": Y2023},
            [("membership.period", "other=year 2024; period=year 2023", "")],
        ),
        (
            of(Y2024)
            | {
                "funds.gifts": tuple(
                    Gifts(occasion=each, period=Y2024)
                    for each in (
                        "Tết 2024",
                        "Tết 2023",
                        "Tết 2023 và 2024",
                        None,
                    )
                )
            },
            ["passed", ("funds.gifts.1.period", "other=Tết 2023; period=year 2024", ""), "passed", "passed"],
        ),
        (
            of(Y2024) | {"funds.gifts": (Gifts(occasion="Tết 2025", period=Period.month(2024, 12)),)},
            ["passed"],
        ),
    ],
)
def test_records_are_of_the_time_under_review(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    found = judge(per.records_tell_of_the_time_of_the_report, {"campaigns.festivals": (), **changes})
    assert found == outcomes


@pytest.mark.parametrize(
    ("head", "period", "outcomes"),
    [
        ("tháng 3/2025", MARCH, ["passed"]),
        ("03/2025", MARCH, ["passed"]),
        ("Tháng 3", MARCH, ["passed"]),
        ("Tháng 4", MARCH, ["wrong"]),
        ("02/2025", MARCH, ["wrong"]),
        ("Tháng 4", Y2024, []),
        ("tháng này", MARCH, []),
        ("tháng 3/2025", None, []),
        (None, MARCH, []),
    ],
)
def test_a_form_names_its_own_month(head: str | None, period: Period | None, outcomes: list[str]) -> None:
    named = (ReportPeriod(subject="vegiang-bc-thang", period=period),)
    report = attrs.evolve(make_report(), periods=named, reviewed=None, as_of=None)
    filled = MonthlyReport(head=Head(month=head))
    report = attrs.evolve(report, appendices=(*report.appendices, filled))
    found = [
        "passed" if item is PASSED else (item.path, *item.args.values())
        for item in per.heads_of_forms_name_the_time_of_the_report(report)
        if not isinstance(item, Unverifiable)
    ]
    assert found == [
        item if item == "passed" else ("vegiang-bc-thang.head.month", head, period) for item in outcomes
    ]
