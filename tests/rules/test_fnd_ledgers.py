import datetime as dt
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.checking import Counts
from mttq.model import (
    ContributionForm,
    ContributionState,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    Houses,
    HouseWork,
    Receipt,
    ReliefAction,
    Spending,
    SpendingPurpose,
    Unit,
    UnitKind,
)
from mttq.report import Report
from mttq.rules import PASSED, RULES, Confidence, Rule, Severity, fnd
from mttq.testing import make_report
from mttq.values import Period, Qualifier, Quantity, Tier
from mttq.vi import parse_quantity

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
                    "balance=20 VND; closing=25 VND",
                    "25 + 30 = 10 + 40",
                )
            ],
        ),
        (
            {**WHOLE, "closing": 21, "transfers": (FundTransfer(from_tier=Tier.DISTRICT, amount=5),)},
            [
                (
                    f"{PLACE}.closing",
                    "balance=25 VND; closing=21 VND",
                    "21 + 30 = 10 + 40 + 5",
                )
            ],
        ),
        (
            {**WHOLE, "spent": 60, "closing": -10},
            [
                (
                    f"{PLACE}.closing",
                    "balance=-10 VND; closing=-10 VND",
                    "-10 ≥ 0",
                )
            ],
        ),
    ],
)
def test_a_ledger_balances(judge: Judge, figures: dict[str, object], outcomes: list[object]) -> None:
    assert judge(fnd.ledgers_balance, ledger(**figures)) == outcomes


HEDGED = fnd.hedged_amounts_agree_as_they_are_written
Verdicts = tuple[list[str] | str, list[str] | str]
PASSES: Verdicts = (["passed"], [])
FAILS: Verdicts = ("wrong", [])
TELLS_NOTHING: Verdicts = ([], ["passed"])
DOUBTED: Verdicts = ([], "doubtful")
OPEN: Verdicts = ([], [f"? {PLACE}.closing"])


@pytest.mark.parametrize(
    ("figures", "outcome"),
    [
        ({"raised": "40 triệu đồng", "closing": "20.400.000 đồng"}, PASSES),
        ({"raised": "40 triệu đồng", "closing": "20.600.000 đồng"}, FAILS),
        ({"raised": "khoảng 40 triệu đồng", "closing": "23 triệu đồng"}, PASSES),
        ({"raised": "khoảng 40 triệu đồng", "closing": "25 triệu đồng"}, FAILS),
        ({"raised": "hơn 41 triệu đồng", "closing": "21.900.000 đồng"}, TELLS_NOTHING),
        ({"raised": "hơn 41 triệu đồng", "closing": "22.100.000 đồng"}, DOUBTED),
        ({"raised": "hơn 41 triệu đồng", "closing": "20.900.000 đồng"}, FAILS),
        ({"raised": "hơn 40 triệu đồng", "closing": "29.900.000 đồng"}, TELLS_NOTHING),  # a round number
        ({"raised": "hơn 40 triệu đồng", "closing": "90 triệu đồng"}, DOUBTED),
        ({"raised": "gần 40 triệu đồng", "closing": "11 triệu đồng"}, TELLS_NOTHING),
        ({"raised": "gần 40 triệu đồng", "closing": "2 triệu đồng"}, DOUBTED),
        ({"raised": "gần 40 triệu đồng", "closing": "21 triệu đồng"}, FAILS),
        ({"raised": "40 triệu đồng", "closing": "hơn 19 triệu đồng"}, TELLS_NOTHING),
        ({"raised": "40 triệu đồng", "closing": "hơn 18 triệu đồng"}, DOUBTED),
        ({"raised": "40 triệu đồng", "closing": "hơn 21 triệu đồng"}, FAILS),
        ({"raised": "ít nhất 40 triệu đồng", "closing": "90 triệu đồng"}, OPEN),
        ({"raised": "ít nhất 40 triệu đồng", "closing": "19 triệu đồng"}, FAILS),
        ({"raised": "không quá 40 triệu đồng", "closing": "2 triệu đồng"}, OPEN),
        ({"raised": "dưới 40 triệu đồng", "closing": "hơn 2 triệu đồng"}, OPEN),
        (
            {
                "opening": "hơn 5,2 tỷ đồng",
                "raised": "hơn 3,6 tỷ đồng",
                "spent": "hơn 4,1 tỷ đồng",
                "closing": "hơn 47 tỷ đồng",
            },
            DOUBTED,
        ),
        (
            {
                "opening": "hơn 5,2 tỷ đồng",
                "raised": "hơn 3,6 tỷ đồng",
                "spent": "hơn 4,1 tỷ đồng",
                "closing": "hơn 4,7 tỷ đồng",
            },
            TELLS_NOTHING,
        ),
    ],
)
def test_hedged_and_rounded_amounts_count_with_all_that_they_allow(
    judge: Judge, figures: dict[str, str], outcome: Verdicts
) -> None:
    """What is certain is FND002's concern, what a cut after the last digit makes of the rest FND011's."""
    texts = {"opening": "10.000.000 đồng", "spent": "30.000.000 đồng", **figures}
    changes = ledger(**{name: parse_quantity(text) for name, text in texts.items()})
    certain, usual = judge(fnd.ledgers_balance, changes), judge(HEDGED, changes)
    sorted_out = "wrong" if isinstance((certain or [""])[0], tuple) else certain
    assert (sorted_out, "doubtful" if isinstance((usual or [""])[0], tuple) else usual) == outcome


def test_a_doubtful_balance_is_a_warning_with_its_own_message(judge: Judge) -> None:
    hedged = {
        name: parse_quantity(f"hơn {figure} tỷ đồng")
        for name, figure in {"opening": "5,2", "raised": "3,6", "spent": "4,1", "closing": "47"}.items()
    }
    assert HEDGED.severity is Severity.WARNING
    assert HEDGED.basis.confidence is not Confidence.CONFIRMED
    assert judge(HEDGED, ledger(**hedged)) == [
        (
            f"{PLACE}.closing",
            "bound=4900000000 VND; stated=more_than 47000000000 ±1000000000 VND",
            "47000000000 ≤ 4900000000",
        )
    ]
    low = {**hedged, "closing": parse_quantity("hơn 0,47 tỷ đồng")}
    assert judge(HEDGED, ledger(**low)) == [
        (
            f"{PLACE}.closing",
            "bound=4600000000 VND; stated=more_than 470000000 ±10000000 VND",
            "470000000 ≥ 4600000000",
        )
    ]
    total = {"raised": 60, "receipts": receipts(money(25, Qualifier.MORE_THAN), 9)}
    assert judge(HEDGED, ledger(**total)) == [(f"{PLACE}.raised", "bound=35 VND; stated=60 VND", "60 ≤ 35")]
    assert judge(HEDGED, houses(count=5, support_each=money(31, Qualifier.MORE_THAN), amount=161)) == [
        (
            "funds.houses.0.amount",
            "bound=160 VND; stated=161 VND",
            "161 ≤ 160",
        )
    ]


@settings(max_examples=200)
@given(st.lists(st.integers(0, 10**11), min_size=3, max_size=3), st.sampled_from([10**3, 10**6, 10**9]))
def test_a_balance_of_cut_figures_is_never_accused(figures: list[int], scale: int) -> None:
    """Whatever the true figures: cut after any digit they are not called into question."""
    opening, raised, spent = figures

    def cut(number: int) -> Quantity:
        return Quantity(
            value=Decimal(number // scale * scale), unit="VND", qualifier=Qualifier.MORE_THAN, scale=scale
        )

    whole = FundLedger(
        fund=FundKind.RELIEF_FUND,
        opening=cut(opening + spent),
        raised=cut(raised),
        spent=cut(spent),
        closing=cut(opening + raised),
    )
    report = make_report(funds=Funds(ledgers=(whole,)))
    assert list(fnd.ledgers_balance(report)) == []
    assert list(HEDGED(report)) == [PASSED]


def test_two_ledgers_of_one_fund_and_time_agree_as_they_are_written(judge: Judge) -> None:
    fund, closed = FundKind.RELIEF_FUND, Period.of_year(2024)

    def raised(amount: int | Quantity | None, period: Period = closed) -> FundLedger:
        return FundLedger(fund=fund, period=period, raised=amount)

    def found(*sums: FundLedger) -> list[object]:
        return [item if isinstance(item, str) else item[0] for item in judge(HEDGED, {"funds.ledgers": sums})]

    hedged = parse_quantity("hơn 41 triệu đồng")
    assert found(raised(hedged), raised(41_500_000)) == ["passed"]
    assert found(raised(43_500_000), raised(hedged)) == ["funds.ledgers.1.raised"]
    assert found(raised(hedged), raised(43_500_000, Period.of_year(2023))) == []
    assert found(raised(hedged), raised(parse_quantity("43 tấn")), raised(None)) == []
    assert found(raised(parse_quantity("ít nhất 41 triệu đồng")), raised(43_500_000)) == [
        "? funds.ledgers.0.raised"
    ]


RICE = parse_quantity("215 tấn")
CASH = 22_430_000_000
IN_KIND = (Receipt(amount=CASH), Receipt(amount=RICE, form=ContributionForm.IN_KIND))
GOODS = f"{PLACE}.receipts.1.amount"
AMOUNTS = fnd.amounts_are_amounts
WITH_GOODS = fnd.goods_are_no_part_of_a_sum_of_money


@pytest.mark.parametrize(
    ("figures", "sums", "goods"),
    [
        ({"raised": CASH, "receipts": IN_KIND}, ["passed"], ["passed"]),
        (
            {"raised": CASH + 215, "receipts": IN_KIND},
            [f"? {GOODS}"],
            [
                (
                    f"{PLACE}.raised",
                    "goods=215 tonne; sum=22430000000 VND; total=22430000215 VND",
                    "",
                )
            ],
        ),
        (
            {"raised": CASH - 1, "receipts": IN_KIND},
            [
                (
                    f"{PLACE}.raised",
                    "sum=22430000000 VND + 215 tonne; total=22429999999 VND",
                    "22429999999 = 22430000000",
                )
            ],
            ["passed"],
        ),
        ({"raised": RICE, "receipts": IN_KIND}, ["passed"], ["passed"]),  # tonnes are the sum of tonnes
        (
            {"raised": parse_quantity("200 tấn"), "receipts": IN_KIND},
            [
                (
                    f"{PLACE}.raised",
                    "sum=215 tonne + 22430000000 VND; total=200 tonne",
                    "200 = 215",
                )
            ],
            ["passed"],
        ),
        ({"spent": CASH, "spending": spending(CASH, RICE, None)}, [f"? {PLACE}.spending.2.amount"], []),
    ],
)
def test_goods_in_kind_stay_out_of_a_sum_of_money_and_are_named(
    judge: Judge, figures: dict[str, object], sums: list[object], goods: list[object]
) -> None:
    changes = ledger(**figures)
    assert judge(fnd.totals_of_a_fund_are_the_sums_of_its_items, changes) == sums
    assert judge(WITH_GOODS, changes) == goods


@pytest.mark.parametrize(
    ("figures", "outcomes"),
    [
        ({"receipts": IN_KIND, "spent": 0, "closing": CASH}, ["passed"]),
        ({"receipts": IN_KIND, "spent": 0, "closing": CASH + 215}, [f"? {GOODS}"]),
        ({"receipts": IN_KIND, "spending": spending(30, RICE), "closing": CASH - 30}, ["passed"]),
        (
            {"receipts": IN_KIND, "spending": spending(30, RICE), "closing": 0},
            [f"? {PLACE}.spending.1.amount"],
        ),
        ({"raised": RICE, "spent": 0, "closing": 0}, [f"? {PLACE}.raised"]),
        ({"raised": 0, "spent": 0, "closing": RICE}, [f"? {PLACE}.closing"]),
        ({"raised": 0, "spent": 0, "closing": 0, "opening": RICE}, [f"? {PLACE}.opening"]),
        (
            {"raised": CASH, "receipts": IN_KIND, "spent": 0, "closing": CASH + 215},
            [
                (
                    f"{PLACE}.closing",
                    "balance=22430000000 VND + 215 tonne; closing=22430000215 VND",
                    "22430000215 + 0 = 0 + 22430000000",
                )
            ],
        ),
        (
            {
                "raised": 0,
                "transfers": (FundTransfer(from_tier=Tier.PROVINCE, amount=RICE),),
                "spent": 0,
                "closing": 215,
            },
            [f"? {PLACE}.transfers.0.amount"],
        ),
    ],
)
def test_goods_in_kind_are_no_part_of_a_balance(
    judge: Judge, figures: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.ledgers_balance, ledger(**{"opening": 0, **figures})) == outcomes


PERCENT = parse_quantity("40%")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        (ledger(opening=RICE), [(f"{PLACE}.opening", "amount=215 tonne", "")]),
        (ledger(closing=PERCENT), [(f"{PLACE}.closing", "amount=40 ±1 percent", "")]),
        (ledger(raised=RICE, spent=RICE, receipts=IN_KIND, spending=spending(RICE)), []),
        (ledger(spent=PERCENT), [(f"{PLACE}.spent", "amount=40 ±1 percent", "")]),
        (
            ledger(spending=spending(5, PERCENT)),
            [(f"{PLACE}.spending.1.amount", "amount=40 ±1 percent", "")],
        ),
        (
            ledger(receipts=(Receipt(amount=RICE, form=ContributionForm.CASH),)),
            [(f"{PLACE}.receipts.0.amount", "amount=215 tonne", "")],
        ),
        (
            ledger(transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=PERCENT),)),
            [(f"{PLACE}.transfers.0.amount", "amount=40 ±1 percent", "")],
        ),
        (ledger(opening=parse_quantity("5 USD"), closing=parse_quantity("hơn 5 tỷ")), []),
        (
            {"funds.gifts": (Gifts(value=RICE),)},
            [("funds.gifts.0.value", "amount=215 tonne", "")],
        ),
        (
            {"funds.relief": (ReliefAction(gifts=Gifts(value=PERCENT), receipts=IN_KIND), ReliefAction())},
            [("funds.relief.0.gifts.value", "amount=40 ±1 percent", "")],
        ),
        (
            {"funds.houses": (Houses(work=HouseWork.BUILT, support_each=RICE, amount=PERCENT),)},
            [("funds.houses.0.amount", "amount=40 ±1 percent", "")],
        ),
    ],
)
def test_what_a_fund_has_is_money(judge: Judge, changes: dict[str, object], wrong: list[object]) -> None:
    assert AMOUNTS.severity is Severity.ERROR
    assert [item for item in judge(AMOUNTS, changes) if item != "passed"] == wrong


@settings(max_examples=60)
@given(st.lists(st.integers(0, 10**12), min_size=4, max_size=4), st.integers(1, 10**6))
def test_a_ledger_that_adds_up_passes_and_one_that_does_not_fails(figures: list[int], off: int) -> None:
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
        assert list(fnd.ledgers_balance(report)) == [PASSED]
        wrong = report.with_value(f"{PLACE}.closing", opening + raised + handed + off)
        assert list(fnd.ledgers_balance(wrong)) != [PASSED]


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
        ({"raised": money(40, Qualifier.ABOUT), "receipts": receipts(25, 16)}, ["passed"]),
        ({"raised": 40, "receipts": receipts(money(25, Qualifier.MORE_THAN), 9)}, []),  # FND011 tells
        (
            {"raised": 40, "receipts": receipts(money(25, Qualifier.LESS_THAN), 9)},
            [
                (
                    f"{PLACE}.raised",
                    "sum=34 VND; total=40 VND",
                    "40 = 25 + 9",
                )
            ],
        ),
        (
            {"raised": 40, "receipts": receipts(25, 10)},
            [
                (
                    f"{PLACE}.raised",
                    "sum=35 VND; total=40 VND",
                    "40 = 25 + 10",
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
            [(f"{PLACE}.spent", "sum=40 VND; total=30 VND", "30 = 40")],
        ),
    ],
)
def test_totals_are_the_sums_of_their_items(
    judge: Judge, figures: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.totals_of_a_fund_are_the_sums_of_its_items, ledger(**figures)) == outcomes


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
        (houses(count=6, support_each=money(30, Qualifier.MORE_THAN), amount=200), []),
        (houses(count=6, support_each=RICE, amount=200), ["? funds.houses.0.support_each"]),
        (houses(count=6, support_each=RICE, amount=parse_quantity("1290 tấn")), ["passed"]),
        (
            houses(count=5, support_each=30 * MILLION, amount=180 * MILLION),
            [
                (
                    "funds.houses.0.amount",
                    "amount=180000000 VND; count=5; each=30000000 VND; product=150000000 VND",
                    "180000000 = 150000000",
                )
            ],
        ),
        (
            houses(count=5, support_each=money(30, Qualifier.MORE_THAN), amount=money(140)),
            [
                (
                    "funds.houses.0.amount",
                    "amount=140 VND; count=5; each=more_than 30 VND; product=150 VND",
                    "140 = 150",
                )
            ],
        ),
    ],
)
def test_houses_cost_their_number_times_the_support(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.houses_cost_their_number_times_the_support, changes) == outcomes


@pytest.mark.parametrize(
    "rule",
    [RULES[code] for code in ("FND002", "FND004", "FND008", "FND011", "FND012")],
    ids=lambda rule: rule.code,
)
def test_the_real_report_has_no_ledger_and_no_number_of_houses(
    count: Callable[[Rule], Counts], rule: Rule
) -> None:
    assert count(rule) == Counts(not_applicable=1)


YEAR = Period.of_year(2023)
SPENDING = "funds.ledgers.0.spending.0"


def paid(count: int | None, amount: int | None, built: int, cost: int, **ledger: Any) -> dict[str, object]:
    spent = Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=count, amount=amount)
    fund = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=YEAR, spending=(spent,))
    houses = Houses(work=HouseWork.BUILT, period=YEAR, count=built, amount=cost)
    mended = Houses(work=HouseWork.REPAIRED, period=YEAR, count=90, amount=900)
    return {"funds.ledgers": (attrs.evolve(fund, **ledger),), "funds.houses": (mended, houses)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (paid(5, 250 * MILLION, 5, 250 * MILLION), ["passed"] * 3),
        (paid(5, 250 * MILLION, 6, 300 * MILLION), ["passed"] * 2),  # one house was paid for by others
        (paid(5, 250 * MILLION, 5, 250 * MILLION, period=Period.of_year(2022)), []),
        (paid(5, 250 * MILLION, 5, 250 * MILLION, each_year=True), []),
        (
            paid(6, 250 * MILLION, 5, 250 * MILLION),
            [
                "passed",
                (f"{SPENDING}.count", "other=5; stated=6", "6 ≤ 5"),
            ],
        ),
        (
            paid(4, 250 * MILLION, 5, 250 * MILLION),
            ["passed", "passed", (f"{SPENDING}.count", "other=5; stated=4", "4 = 5")],
        ),
    ],
)
def test_what_a_fund_pays_for_is_among_what_was_done(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.what_a_fund_pays_for_is_among_what_was_done, changes) == outcomes


def had(spent: int | None, opening: int | None = 10, raised: int | None = 40) -> dict[str, object]:
    fund = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, opening=opening, raised=raised, spent=spent)
    return {"funds.ledgers": (fund,)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (had(50), ["passed"]),
        (had(50, opening=None), ["? funds.ledgers.0.spent: funds.ledgers.0.opening"]),
        (had(30, opening=None), ["passed"]),
        (had(None), ["? funds.ledgers.0.spent"]),
        (had(51), [("funds.ledgers.0.spent", "other=50 VND; stated=51 VND", "51 ≤ 10 + 40")]),
    ],
)
def test_no_more_is_spent_than_there_is(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.no_more_is_spent_than_there_is, changes) == outcomes


def relief(received: int | None, allocated: int) -> dict[str, object]:
    states = ((95, "PLEDGED"), (received, "RECEIVED"), (allocated, "ALLOCATED"))
    receipts = [
        Receipt(amount=sum_, state=ContributionState[name]) for sum_, name in states if sum_ is not None
    ]
    return {"funds.relief": (ReliefAction(receipts=tuple(receipts)),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (relief(90, 90), ["passed"]),
        (relief(None, 90), []),
        (
            relief(90, 91),
            [("funds.relief.0.receipts.2.amount", "other=90 VND; stated=91 VND", "91 ≤ 90")],
        ),
    ],
)
def test_no_more_is_allocated_than_was_received(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(fnd.no_more_is_allocated_than_was_received, changes) == outcomes


LAUNCHED = dt.date(2022, 9, 10)
OF_2020 = dt.date(2020, 10, 18)
BASES = {LAUNCHED: "8 93/2021/NĐ-CP", OF_2020: "7 64/2008/NĐ-CP", dt.date(2007, 10, 5): ""}


def campaign(launched: dt.date | None, **days: int) -> ReliefAction:
    """Return a campaign for relief whose other days are so many days after its launch."""
    told: dict[str, Any] = {
        name: (launched or LAUNCHED) + dt.timedelta(number) for name, number in days.items()
    }
    return ReliefAction(launched_on=launched, **told)


@pytest.mark.parametrize("tier", [UnitKind.PROVINCE, UnitKind.COMMUNE])
@pytest.mark.parametrize(
    ("launched", "days", "late"),
    [
        (LAUNCHED, {"received_until": 90, "distributed": 110}, []),
        (LAUNCHED, {"received_until": 91, "distributed": 112}, ["received_until", "distributed"]),
        (OF_2020, {"received_until": 30, "distributed": 50}, []),
        (OF_2020, {"received_until": 61, "distributed": 82}, ["received_until", "distributed"]),
        (OF_2020, {"received_until": 60}, ["received_until"]),
        (dt.date(2007, 10, 5), {"received_until": 200}, []),
        (None, {"received_until": 200}, []),
        (LAUNCHED, {}, []),
    ],
)
def test_relief_is_received_and_handed_out_in_time(
    tier: UnitKind, launched: dt.date | None, days: dict[str, int], late: list[str]
) -> None:
    """Before 2021 a province received for 60 days, a commune for 30."""
    funds = Funds(relief=(campaign(launched, **days),))
    verdict = fnd.relief_is_received_and_handed_out_in_time.verdict(
        Report(unit=Unit(kind=tier, name="Mẫu"), title="Báo cáo", funds=funds)
    )
    if tier is UnitKind.PROVINCE and days == {"received_until": 60}:
        late = []
    assert [item.path for item in verdict.breaches] == [f"funds.relief.0.{name}" for name in late]
    for item in verdict.breaches:
        assert item.basis is not None
        assert f"{item.basis.article} {item.basis.symbol}" == BASES[launched or LAUNCHED]
    lacking = {(OF_2020, 1): ["funds.relief.0.distributed"], (LAUNCHED, 0): ["funds.relief.0.received_until"]}
    assert [item.path for item in verdict.unverifiable] == lacking.get(
        (launched or dt.date.min, len(days)), []
    )


@pytest.mark.parametrize(
    ("launched", "published", "outcomes"),
    [
        (LAUNCHED, (15, 40), ["passed", "passed"]),
        (
            LAUNCHED,
            (16, 41),
            [
                (
                    "funds.relief.0.received_published",
                    "days=15; event=2022-11-09; other=2022-11-24; stated=2022-11-25",
                    "16 ≤ 15",
                ),
                (
                    "funds.relief.0.distributed_published",
                    "days=30; event=2022-11-19; other=2022-12-19; stated=2022-12-20",
                    "31 ≤ 30",
                ),
            ],
        ),
        (OF_2020, (16, 41), []),
    ],
)
def test_relief_is_made_public_in_time(
    judge: Judge, launched: dt.date, published: tuple[int, int], outcomes: list[object]
) -> None:
    """Within 15 days of the end of receipt, and within 30 of that of distribution."""
    received, distributed = (60 + days for days in published)
    action = campaign(
        launched,
        received_until=60,
        distributed=70,
        received_published=received,
        distributed_published=distributed,
    )
    assert judge(fnd.relief_is_made_public_in_time, {"funds.relief": (action,)}) == outcomes
