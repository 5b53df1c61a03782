from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.findings import Counts
from mttq.model import (
    ContributionState,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Houses,
    HouseWork,
    Receipt,
    Spending,
    SpendingPurpose,
)
from mttq.rules import PASSED, Rule, ledgers
from mttq.testing import make_report
from mttq.values import Qualifier, Quantity, Tier

Judge = Callable[..., list[str | tuple[str, ...]]]

MILLION = 10**6


def money(value: int, qualifier: Qualifier = Qualifier.EXACT, scale: int = 1) -> Quantity:
    return Quantity(value=Decimal(value), unit="VND", qualifier=qualifier, scale=scale)


def ledger(**figures: Any) -> dict[str, object]:
    return {"funds.ledgers": (FundLedger(fund=FundKind.FUND_FOR_THE_POOR, **figures),)}


def spending(*amounts: int | Quantity | None) -> tuple[Spending, ...]:
    return tuple(Spending(purpose=SpendingPurpose.OTHER, amount=amount) for amount in amounts)


def receipts(*amounts: int | Quantity) -> tuple[Receipt, ...]:
    return tuple(Receipt(amount=amount) for amount in amounts)


PLACE = "funds.ledgers.0"
WHOLE = {"opening": 10, "raised": 40, "spent": 30, "closing": 20}


@pytest.mark.parametrize(
    ("figures", "outcomes"),
    [
        (WHOLE, ["passed"]),
        ({**WHOLE, "closing": None}, []),
        ({**WHOLE, "closing": 25, "each_year": True}, []),
        ({**WHOLE, "opening": None}, [f"? {PLACE}.opening"]),
        ({**WHOLE, "raised": None}, [f"? {PLACE}.raised"]),
        ({**WHOLE, "spent": None}, [f"? {PLACE}.spent"]),
        ({**WHOLE, "spent": None, "spending": spending(20, 10)}, ["passed"]),
        ({**WHOLE, "spent": None, "spending": spending(20, None)}, [f"? {PLACE}.spending.1.amount"]),
        ({**WHOLE, "raised": None, "receipts": receipts(25, 15)}, ["passed"]),
        (
            {**WHOLE, "raised": 35, "transfers": (FundTransfer(from_tier=Tier.PROVINCE, amount=5),)},
            ["passed"],
        ),
        (
            {**WHOLE, "transfers": (FundTransfer(from_tier=Tier.PROVINCE),)},
            [f"? {PLACE}.transfers.0.amount"],
        ),
        (
            {**WHOLE, "closing": 25},
            [
                (
                    f"{PLACE}.closing",
                    "Dư đầu kỳ cộng thu trừ chi được 20 đồng, báo cáo ghi 25 đồng",
                    "25 (dư cuối kỳ) + 30 (chi) ≟ 10 (dư đầu kỳ) + 40 (thu) = 50, lệch 5",
                )
            ],
        ),
        (
            {**WHOLE, "closing": 21, "transfers": (FundTransfer(from_tier=Tier.DISTRICT, amount=5),)},
            [
                (
                    f"{PLACE}.closing",
                    "Dư đầu kỳ cộng thu trừ chi được 25 đồng, báo cáo ghi 21 đồng",
                    "21 (dư cuối kỳ) + 30 (chi) ≟ 10 (dư đầu kỳ) + 40 (thu) + 5 (quỹ cấp trên) = 55, lệch 4",
                )
            ],
        ),
        (
            {**WHOLE, "spent": 60, "closing": -10},
            [
                (
                    f"{PLACE}.closing",
                    "Dư đầu kỳ cộng thu trừ chi được -10 đồng, báo cáo ghi -10 đồng",
                    "-10 ≥? 0, lệch 10",
                )
            ],
        ),
    ],
)
def test_a_ledger_balances(judge: Judge, figures: dict[str, object], outcomes: list[object]) -> None:
    assert judge(ledgers.ledgers_balance, ledger(**figures)) == outcomes


@pytest.mark.parametrize(
    ("figures", "holds"),
    [
        ({"raised": money(40 * MILLION, scale=MILLION), "closing": 20_400_000}, True),
        ({"raised": money(40 * MILLION, scale=MILLION), "closing": 20_600_000}, False),
        ({"raised": money(40 * MILLION, Qualifier.MORE_THAN), "closing": 90 * MILLION}, True),
        ({"raised": money(40 * MILLION, Qualifier.MORE_THAN), "closing": 19 * MILLION}, False),
        ({"raised": money(40 * MILLION, Qualifier.NEARLY), "closing": 0}, True),  # 20 triệu came in, or more
        ({"raised": money(40 * MILLION, Qualifier.NEARLY), "closing": 21 * MILLION}, False),
        ({"raised": 40 * MILLION, "closing": money(20 * MILLION, Qualifier.MORE_THAN)}, True),
        ({"raised": 40 * MILLION, "closing": money(21 * MILLION, Qualifier.MORE_THAN)}, False),
    ],
)
def test_hedged_and_rounded_amounts_count_with_all_that_they_allow(
    judge: Judge, figures: dict[str, object], holds: bool
) -> None:
    changes = ledger(**{"opening": 10 * MILLION, "spent": 30 * MILLION, **figures})
    assert (judge(ledgers.ledgers_balance, changes) == ["passed"]) is holds


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10**12), min_size=4, max_size=4), st.integers(1, 10**6))
def test_any_ledger_that_is_added_up_balances_and_none_that_is_off(figures: list[int], off: int) -> None:
    opening, raised, handed, spent = figures
    whole = FundLedger(
        fund=FundKind.RELIEF_FUND,
        opening=opening + spent,  # never less than none
        raised=raised,
        transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=handed),),
        spent=spent,
        closing=opening + raised + handed,
    )
    report = make_report(funds=Funds(ledgers=(whole,)))
    with localcontext(prec=3):
        assert list(ledgers.ledgers_balance(report)) == [PASSED]
        wrong = report.with_value(f"{PLACE}.closing", opening + raised + handed + off)
        assert list(ledgers.ledgers_balance(wrong)) != [PASSED]


@pytest.mark.parametrize(
    ("figures", "outcomes"),
    [
        ({}, []),
        ({"raised": 40}, []),
        ({"raised": 40, "receipts": receipts(25, 15)}, ["passed"]),
        ({"receipts": receipts(25, 15)}, [f"? {PLACE}.raised"]),
        (
            {
                "raised": 40,
                "receipts": (*receipts(40), Receipt(amount=9, state=ContributionState.PLEDGED)),
            },
            ["passed"],
        ),
        ({"raised": money(40, Qualifier.MORE_THAN), "receipts": receipts(25, 25)}, ["passed"]),
        ({"raised": 40, "receipts": receipts(money(25, Qualifier.MORE_THAN), 9)}, ["passed"]),
        (
            {"raised": 40, "receipts": receipts(money(25, Qualifier.LESS_THAN), 9)},
            [
                (
                    f"{PLACE}.raised",
                    "Ghi tổng 40 đồng, cộng các khoản được 34 đồng",
                    "40 ≟ 25 (khoản 1) + 9 (khoản 2) = 34, lệch 6",
                )
            ],
        ),
        (
            {"raised": 40, "receipts": receipts(25, 10)},
            [
                (
                    f"{PLACE}.raised",
                    "Ghi tổng 40 đồng, cộng các khoản được 35 đồng",
                    "40 ≟ 25 (khoản 1) + 10 (khoản 2) = 35, lệch 5",
                )
            ],
        ),
        ({"spent": 30, "spending": spending(20, 10)}, ["passed"]),
        ({"spent": 30, "spending": spending(20, None)}, [f"? {PLACE}.spending.1.amount"]),
        (
            {"spent": money(30, Qualifier.AT_LEAST), "spending": spending(40, None)},
            [f"? {PLACE}.spending.1.amount"],
        ),
        (
            {"spent": 30, "spending": spending(40, None)},  # whatever the other is
            [(f"{PLACE}.spent", "Ghi tổng 30 đồng, cộng các khoản được 40 đồng", "30 ≟ 40, lệch 10")],
        ),
    ],
)
def test_totals_are_the_sums_of_their_items(
    judge: Judge, figures: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(ledgers.totals_of_a_fund_are_the_sums_of_its_items, ledger(**figures)) == outcomes


def houses(**figures: Any) -> dict[str, object]:
    return {"funds.houses": (Houses(work=HouseWork.BUILT, **figures),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (houses(count=6), []),
        (houses(count=6, support_each=30, amount=180), ["passed"]),
        (houses(count=6, support_each=30), ["? funds.houses.0.amount"]),
        (houses(count=6, amount=180), ["? funds.houses.0.support_each"]),
        (houses(support_each=30, amount=180), ["? funds.houses.0.count"]),
        (houses(count=6, support_each=money(30, Qualifier.MORE_THAN), amount=200), ["passed"]),
        (
            houses(count=5, support_each=30 * MILLION, amount=180 * MILLION),
            [
                (
                    "funds.houses.0.amount",
                    "5 nhà, mỗi nhà 30.000.000 đồng là 150.000.000 đồng; báo cáo ghi 180.000.000 đồng",
                    "180.000.000 ≟ 150.000.000, lệch 30.000.000",
                )
            ],
        ),
        (
            houses(count=5, support_each=money(30, Qualifier.MORE_THAN), amount=money(140)),
            [
                (
                    "funds.houses.0.amount",
                    "5 nhà, mỗi nhà hơn 30 đồng là 150 đồng; báo cáo ghi 140 đồng",
                    "140 ≟ 150, lệch 10",
                )
            ],
        ),
    ],
)
def test_houses_cost_their_number_times_the_support(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(ledgers.houses_cost_their_number_times_the_support, changes) == outcomes


@pytest.mark.parametrize(
    "rule", [item for item in vars(ledgers).values() if isinstance(item, Rule)], ids=lambda rule: rule.code
)
def test_the_real_report_has_no_ledger_and_no_number_of_houses(
    count: Callable[[Rule], Counts], rule: Rule
) -> None:
    assert count(rule) == Counts(not_applicable=1)
