from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from mttq import vi
from mttq.checking import Counts
from mttq.model import (
    Commendation,
    CommunityInvestmentSupervisionBoard,
    Conference,
    ConferenceForm,
    FundKind,
    FundLedger,
    FundTransfer,
    Gifts,
    Spending,
    SpendingPurpose,
)
from mttq.rules import Rule, app
from mttq.values import Period, Quantity, Tier

Judge = Callable[..., list[str | tuple[str, ...]]]


COMMENDED, BOARDS = "kl62-pl1.movements.commended", "kl62-pl1.cadres.investment_supervision"
SEPARATE, INTEGRATED = (f"kl62-pl1.dissemination.conferences.{form}" for form in ("separate", "integrated"))
CONFERENCES, REWARDS = "campaigns.conferences", "campaigns.commendations"


def rewarded(*years: int, collectives: int | None = 7) -> dict[str, object]:
    return {
        REWARDS: tuple(
            Commendation(period=Period.of_year(year), collectives=collectives, individuals=31)
            for year in years
        )
    }


def on_the_conclusion(held: int, form: ConferenceForm | None = ConferenceForm.SEPARATE) -> Conference:
    number = Quantity(value=Decimal(held), unit="conferences")
    return Conference(subject="Kết luận 62-KL/TW", form=form, period=Period.of_year(2020), held=number)


def boards(number: int, members: int | None = 5) -> dict[str, object]:
    board = CommunityInvestmentSupervisionBoard(boards=1, members=members)
    return {"organisation.investment_supervision": (board,) * number}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"appendices": (), **rewarded(2020)}, []),
        (rewarded(2020, 2021), ["passed", "passed"]),  # 14/62 of 14/63
        (rewarded(2013, 2020, 2021), ["passed", "passed"]),  # one before the period
        (
            rewarded(2020, 2021, 2022),
            [
                (COMMENDED, "recorded=21/93; reported=14/63", "14 ≥ 21"),
                (COMMENDED, "recorded=21/93; reported=14/63", "63 ≥ 93"),
            ],
        ),
        (rewarded(2020, collectives=None), [f"? {REWARDS}"]),
        ({**rewarded(2020), COMMENDED: None}, [f"? {COMMENDED}"]),
        ({**rewarded(2020), COMMENDED: 77}, [f"? {COMMENDED}"]),
        ({**rewarded(2020), "periods": (), "as_of": None}, ["? periods"]),
        ({**boards(2), "periods": (), "as_of": None}, ["passed", "passed"]),  # they are, whatever the period
        (
            boards(3, 3),
            [(BOARDS, "recorded=3/9; reported=2/11", "2 ≥ 3"), "passed"],
        ),
        (boards(1, None), ["? organisation.investment_supervision"]),
        ({CONFERENCES: (attrs.evolve(on_the_conclusion(99), subject="Y tế"),)}, []),
        ({CONFERENCES: (on_the_conclusion(99),), "reviewed": None}, []),
        ({CONFERENCES: (on_the_conclusion(6), on_the_conclusion(5))}, ["passed", "passed"]),
        (
            {CONFERENCES: (on_the_conclusion(6), on_the_conclusion(6))},
            [
                (SEPARATE, "recorded=12; reported=11", "11 ≥ 12"),
                "passed",
            ],
        ),
        ({CONFERENCES: (on_the_conclusion(6, None),)}, [f"? {CONFERENCES}", f"? {CONFERENCES}"]),
        ({CONFERENCES: (on_the_conclusion(6),), INTEGRATED: None}, ["passed", f"? {INTEGRATED}"]),
    ],
)
def test_appendix_1_has_no_less_than_the_individual_records(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.recorded_events_are_in_the_appendix, changes) == outcomes


def test_the_only_reward_of_the_real_report_has_no_period(count: Callable[[Rule], Counts]) -> None:
    assert count(app.recorded_events_are_in_the_appendix) == Counts(not_verifiable=1)


@pytest.mark.parametrize(
    ("count", "amount", "said"),
    [
        (5, 2_801_226_000, ["passed"]),  # five of what? hospitals of a province, it may be
        (5, 45_000, ["9000 ≥ 10000"]),
        (0, 45_000, [""]),  # something for each of none
        (0, 0, ["passed"]),
    ],
)
def test_what_is_spent_on_one_has_no_upper_limit(
    judge: Judge, count: int, amount: int, said: list[str]
) -> None:
    spent = Spending(purpose=SpendingPurpose.MEDICAL, count=count, amount=amount)
    changes = {"funds.ledgers": (FundLedger(fund=FundKind.FUND_FOR_THE_POOR, spending=(spent,)),)}
    found = judge(app.figures_fit_what_they_are_counted_for, changes)
    assert [item if isinstance(item, str) else item[2] for item in found] == said


def gifts(count: str, value: str) -> Gifts:
    return Gifts(count=vi.parse_quantity(count), value_each=500_000, value=vi.parse_quantity(value))


def handed_down(amount: str) -> FundLedger:
    transfers = (FundTransfer(from_tier=Tier.PROVINCE, amount=vi.parse_quantity(amount)),)
    return FundLedger(fund=FundKind.OTHER, opening=0, raised=0, transfers=transfers, spent=4_950_000_000)


def spending(spent: str) -> FundLedger:
    raised = vi.parse_quantity("hơn 4,9 tỷ đồng")
    return FundLedger(fund=FundKind.OTHER, opening=0, raised=raised, spent=vi.parse_quantity(spent))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({"funds.gifts": (Gifts(value_each=500_000, value=vi.parse_quantity("hơn 2,4 tỷ đồng")),)}, []),
        ({"funds.gifts": (gifts("5.000 suất quà", "hơn 2,4 tỷ đồng"),)}, ["passed"]),
        ({"funds.gifts": (gifts("5.000 suất quà", "2,5 tỷ đồng"),)}, []),  # rounded: APP014 judges
        ({"funds.gifts": (gifts("5.000 suất quà", "hơn 2,6 tỷ đồng"),)}, []),  # as its words say
        ({"funds.gifts": (gifts("5.000 suất quà", "ít nhất 2 tỷ đồng"),)}, []),
        (
            {"funds.gifts": (gifts("hơn 5.500 suất quà", "hơn 1,5 tỷ đồng"),)},
            [
                (
                    "funds.gifts.0.value",
                    "bound=2750000000 VND; stated=more_than 1500000000 ±100000000 VND",
                    "1500000000 ≥ 2750000000",
                )
            ],
        ),
        (
            {"funds.ledgers": (spending("hơn 5,1 tỷ đồng"),)},
            [
                (
                    "funds.ledgers.0.spent",
                    "bound=5000000000 VND; stated=more_than 5100000000 ±100000000 VND",
                    "5100000000 ≤ 5000000000",
                )
            ],
        ),
        ({"funds.ledgers": (spending("hơn 1,1 tỷ đồng"),)}, ["passed"]),
        ({"funds.ledgers": (handed_down("hơn 4,9 tỷ đồng"),)}, ["passed"]),
    ],
)
def test_hedged_figures_are_what_they_mean(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.hedged_figures_agree_as_they_are_written, changes) == outcomes
