from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest

from mttq.checking import Counts
from mttq.model import FundKind, FundLedger, Gifts, Houses, HouseWork, ReliefAction, Statement
from mttq.rules import Breach, Rule, fnd
from mttq.testing import make_report
from mttq.values import PartialDate, Period, PeriodKind, Qualifier, Quantity
from mttq.vi import parse_quantity

Judge = Callable[..., list[str | tuple[str, ...]]]
Money = int | Quantity


def money(value: int, qualifier: Qualifier = Qualifier.EXACT, upper: int | None = None) -> Quantity:
    end = None if upper is None else Decimal(upper)
    return Quantity(value=Decimal(value), unit="VND", qualifier=qualifier, upper=end)


def more(value: int) -> Quantity:
    return money(value, Qualifier.MORE_THAN)


def less(value: int) -> Quantity:
    return money(value, Qualifier.LESS_THAN)


def yearly(raised: Money | None, fund: FundKind = FundKind.FUND_FOR_THE_POOR) -> FundLedger:
    return FundLedger(fund=fund, each_year=True, raised=raised)


def several(raised: Money | None, years: int | None = 5, period: Period | None = None) -> FundLedger:
    return FundLedger(fund=FundKind.FUND_FOR_THE_POOR, stated_years=years, raised=raised, period=period)


def ledgers(*items: FundLedger) -> dict[str, object]:
    return {"funds.ledgers": items}


SUM = several(215_910_000)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (ledgers(SUM, SUM), []),
        (ledgers(yearly(more(40_000_000)), SUM), ["passed"]),
        (ledgers(yearly(4_318_200), SUM), ["passed"]),
        (ledgers(yearly(431_820_000), SUM), ["passed"]),
        (ledgers(yearly(200_000, FundKind.RELIEF_FUND), SUM), []),
        (ledgers(yearly(None), SUM), []),
        (ledgers(yearly(200_000), several(215_910_000, None)), ["? funds.ledgers.1.stated_years"]),
        (
            ledgers(yearly(more(200_000)), SUM),
            [
                (
                    "funds.ledgers.0.raised",
                    "mean=43182000; total=215910000 VND; yearly=more_than 200000 VND; years=5",
                    "200000 ≥ 4318200",
                    "funds.ledgers.0.raised: hơn 200.000 đồng → hơn 200.000.000 đồng",
                )
            ],
        ),
        (
            ledgers(several(215_910), yearly(40_000_000)),
            [
                (
                    "funds.ledgers.1.raised",
                    "mean=43182; total=215910 VND; yearly=40000000 VND; years=5",
                    "40000000 ≤ 431820",
                    "funds.ledgers.0.raised: 215.910 đồng → 215.910.000 đồng",
                )
            ],
        ),
        (
            ledgers(yearly(money(30, Qualifier.RANGE, 50)), SUM),
            [
                (
                    "funds.ledgers.0.raised",
                    "mean=43182000; total=215910000 VND; yearly=range 30..50 VND; years=5",
                    "30 ≥ 4318200",
                    "funds.ledgers.0.raised: từ 30 đến 50 đồng → từ 30.000.000 đến 50.000.000 đồng",
                )
            ],
        ),
        (
            ledgers(yearly(5), several(0)),
            [
                (
                    "funds.ledgers.0.raised",
                    "mean=0; total=0 VND; yearly=5 VND; years=5",
                    "5 ≤ 0",
                )
            ],
        ),
    ],
)
def test_a_yearly_sum_is_of_the_size_of_the_mean_of_years(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """The smaller figure is also shown as it reads with the word that it may have lost."""
    assert judge(fnd.yearly_sums_fit_the_sum_of_years, changes) == outcomes


def test_readings_do_not_depend_on_the_decimal_context(judge: Judge) -> None:
    changes = ledgers(yearly(123_456), several(999_999_999))
    rule = fnd.yearly_sums_fit_the_sum_of_years
    expected = judge(rule, changes)
    with localcontext(prec=2):
        assert judge(rule, changes) == expected


def gift(count: int | None, value: Money | None) -> Gifts:
    number = None if count is None else Quantity(value=Decimal(count), unit="gifts")
    return Gifts(count=number, value=value)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"funds.gifts": (gift(None, None),), "funds.relief": (ReliefAction(),)}, []),
        ({"funds.gifts": (gift(776, 388_000_000),)}, ["passed"]),
        ({"funds.gifts": (gift(None, 388_000_000),)}, ["? funds.gifts.0.value: funds.gifts.0.count"]),
        ({"funds.gifts": (gift(776, None),)}, ["? funds.gifts.0.value"]),
        (
            {"funds.gifts": (Gifts(count=parse_quantity("776 suất quà"), value=parse_quantity("8 tấn")),)},
            ["? funds.gifts.0.value"],
        ),
        (
            {"funds.relief": (ReliefAction(gifts=gift(5500, more(4_500_000))),)},
            [
                (
                    "funds.relief.0.gifts.value",
                    "high=5000000; low=50000; mean=9000/11; other=5500 gifts; stated=more_than 4500000 VND",
                    "9000/11 ≥ 50000",
                )
            ],
        ),
        (
            {"funds.gifts": (gift(2, 10_000_002),)},
            [
                (
                    "funds.gifts.0.value",
                    "high=5000000; low=50000; mean=5000001; other=2 gifts; stated=10000002 VND",
                    "5000001 ≤ 5000000",
                )
            ],
        ),
    ],
)
def test_a_gift_has_a_usual_value(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(fnd.gifts_have_a_usual_value, changes) == outcomes


def between(first: int, last: int) -> Period:
    return Period.interval(PartialDate(year=first), PartialDate(year=last))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (ledgers(yearly(40_000_000)), []),
        (ledgers(several(1, 10)), ["passed"]),
        (ledgers(several(1, None, between(2015, 2024))), ["passed"]),
        (ledgers(several(1, None, between(2014, 2024))), ["passed"]),
        (ledgers(several(1, 1)), []),
        (ledgers(several(1, None, Period.of_year(2024))), []),
        (ledgers(several(1, None)), ["? funds.ledgers.0.period"]),
        # what was raised since the beginning of the term, beside that of the year under review
        (
            {
                **ledgers(several(1, None, Period.of_year(2024)), several(1, 5)),
                "periods.0.stated_years": None,
                "periods.0.period": Period.of_year(2024),
            },
            ["passed"],
        ),
        ({**ledgers(SUM), "periods": ()}, []),
        ({**ledgers(SUM), "periods.0.stated_years": None, "periods.0.period": None}, []),
        (
            ledgers(SUM),
            [("funds.ledgers.0.stated_years", "review=10; years=5", "5 = 10")],
        ),
        (
            {**ledgers(several(1, None, between(2019, 2024))), "periods.0.stated_years": None},
            [("funds.ledgers.0.period", "review=10; years=6", "6 = 10")],
        ),
        # the very period of the review, of which the report says a wrong length
        (
            {
                **ledgers(several(1, None, make_report().periods[0].period)),
                "periods.0.stated_years": 15,
            },
            ["passed"],
        ),
    ],
)
def test_a_fund_is_given_for_the_years_under_review(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.funds_cover_the_years_under_review, changes) == outcomes


EXACT = several(215_910_000)
ABOUT = money(10_000_000, Qualifier.ABOUT)
TERM = Period(kind=PeriodKind.TERM, start=PartialDate(year=2019), end=PartialDate(year=2024))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (ledgers(EXACT, EXACT), []),
        (ledgers(yearly(more(200_000)), EXACT), ["passed"]),
        (ledgers(several(more(215_000_000)), EXACT), ["passed"]),
        (ledgers(several(more(300_000_000), 4), EXACT), []),
        (ledgers(several(more(300_000_000), 5, TERM), EXACT), []),
        (ledgers(yearly(more(50_000_000)), several(215_910_000, None)), []),
        (ledgers(yearly(ABOUT), EXACT), []),
        (ledgers(several(more(1)), yearly(5)), []),
        # from 2019 to 2023 are four or five years
        (ledgers(yearly(less(50_000_000)), several(215_910_000, None, between(2019, 2023))), ["passed"]),
        (ledgers(yearly(more(50_000_000)), several(215_910_000, None, between(2019, 2023))), ["passed"]),
        (ledgers(yearly(more(50_000_000)), several(215_910_000, 0)), []),
        (
            ledgers(yearly(less(40_000_000)), several(215_910_000, None, between(2019, 2023))),
            [
                (
                    "funds.ledgers.0.raised",
                    "appendix=43182000 VND; text=less_than 40000000 VND",
                    "43182000 < 40000000",
                )
            ],
        ),
        (ledgers(several(more(1)), several(more(2))), []),
        (ledgers(several(more(300)), several(parse_quantity("215 tấn"))), []),
        (
            {
                **ledgers(several(parse_quantity("215 tấn"))),
                "statements": (
                    Statement(indicator="funds.ledgers.0.raised", value=parse_quantity("215 đồng")),
                    Statement(indicator="funds.ledgers.0.raised", value=parse_quantity("215 tấn")),
                ),
            },
            [("funds.ledgers.0.raised", "appendix=215 tonne; text=215 VND", ""), "passed"],
        ),
        (
            {
                **ledgers(several(215)),
                "statements": (
                    Statement(indicator="funds.ledgers.0.raised", value=parse_quantity("215 tấn")),
                ),
            },
            [("funds.ledgers.0.raised", "appendix=215 VND; text=215 tonne", "")],
        ),
        (ledgers(several(more(1)), several(Quantity(value=Decimal(10**9), scale=10**9))), []),
        (
            ledgers(yearly(more(50_000_000)), EXACT),
            [
                (
                    "funds.ledgers.0.raised",
                    "appendix=43182000 VND; text=more_than 50000000 VND",
                    "43182000 > 50000000",
                )
            ],
        ),
        (
            ledgers(EXACT, several(ABOUT)),
            [
                (
                    "funds.ledgers.1.raised",
                    "appendix=215910000 VND; text=about 10000000 VND",
                    "215910000 ≤ 11000000",
                )
            ],
        ),
        (
            {
                **ledgers(EXACT),
                "statements": (Statement(indicator="funds.ledgers.0.raised", value=more(300_000_000)),),
            },
            [
                (
                    "funds.ledgers.0.raised",
                    "appendix=215910000 VND; text=more_than 300000000 VND",
                    "215910000 > 300000000",
                )
            ],
        ),
    ],
)
def test_a_hedged_sum_agrees_with_the_exact_one(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """A bound of each year, "hơn x", bounds the mean of years; "khoảng x" of each year does not."""
    assert judge(fnd.hedged_sums_agree_with_exact_ones, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (fnd.yearly_sums_fit_the_sum_of_years, Counts(failed=1)),
        (fnd.gifts_have_a_usual_value, Counts(passed=1)),
        (fnd.funds_cover_the_years_under_review, Counts(failed=1)),
        (fnd.hedged_sums_agree_with_exact_ones, Counts(passed=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


def number_of(gifts: int) -> Quantity:
    return Quantity(value=Decimal(gifts), unit="gifts")


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"funds.gifts": (Gifts(count=number_of(344), value=103_200_000),)}, ["passed", "passed"]),
        ({"funds.gifts": (Gifts(value=103_200_000),)}, [("funds.gifts.0.count", "other=103200000 VND", "")]),
        ({"funds.gifts": (Gifts(count=number_of(344)),)}, [("funds.gifts.0.value", "other=344 gifts", "")]),
        ({"funds.gifts": (Gifts(count=number_of(344), value_each=300_000),)}, []),  # APP022 tells it
        (
            {"funds.houses": (Houses(work=HouseWork.BUILT, count=3),)},
            [("funds.houses.0.amount", "other=3", "")],
        ),
        (
            {"funds.relief": (ReliefAction(event="bão số 3", gifts=Gifts(value=5_000_000)),)},
            [("funds.relief.0.gifts.count", "other=5000000 VND", "")],
        ),
    ],
)
def test_money_goes_with_number(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert (
        judge(fnd.money_and_number_are_told_together, {"funds.houses": (), "funds.gifts": (), **changes})
        == outcomes
    )


@pytest.mark.parametrize(
    ("path", "small"),
    [
        ("funds.ledgers", (FundLedger(fund=FundKind.FUND_FOR_THE_POOR, opening=500, closing=7, raised=215),)),
        ("funds.relief", (ReliefAction(event="bão số 3", gifts=Gifts(value=999)),)),
        ("easup-quy-vnn-cong-khai.raised", 159),
    ],
)
def test_sums_of_a_few_dong_are_doubtful(path: str, small: object) -> None:
    report = make_report().with_values({path: small})
    (breach,) = (item for item in fnd.sums_are_in_dong(report) if isinstance(item, Breach))
    assert breach.path.startswith(path)
    assert isinstance(breach.actual, int)
    assert [item.new for item in breach.suggestions] == [breach.actual * 10**3, breach.actual * 10**6]
    assert not any(isinstance(item, Breach) for item in fnd.sums_are_in_dong(report, least=1))
