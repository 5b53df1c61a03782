"""Blanks that other figures tell, and number without money."""

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from mttq.checking import check
from mttq.model import (
    FundKind,
    FundLedger,
    FundTransfer,
    Gifts,
    Houses,
    HouseWork,
    OrganisationMembership,
    Receipt,
    SocioPoliticalOrganization,
    Spending,
    SpendingPurpose,
    Unit,
    UnitKind,
)
from mttq.report import Report
from mttq.rollup import roll_up
from mttq.rules import app
from mttq.values import Quantity, Tier

Judge = Callable[..., list[str | tuple[str, ...]]]

POOR = FundKind.FUND_FOR_THE_POOR
LEDGER, MEMBERS, HOUSES = "funds.ledgers.0", "membership.organisations", "funds.houses"
COMMITTEE, CRITICISM = "organisation.committee", "kl62-pl2.criticism"
FARMERS = OrganisationMembership(
    organisation=SocioPoliticalOrganization.FARMERS, opening=610, admitted=45, left=19, closing=636
)
FUND = FundLedger(
    fund=POOR,
    opening=30_000_000,
    raised=70_000_000,
    receipts=(Receipt(amount=50_000_000), Receipt(amount=20_000_000)),
    transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=20_000_000),),
    spent=90_000_000,
    closing=30_000_000,
)
BUILT = Houses(work=HouseWork.BUILT, count=3, support_each=60_000_000, amount=180_000_000)


def told(path: str, number: int, said: str = "") -> tuple[str, ...]:
    return (path, f"other={said or number}", "", f"{path}:  → {number:,}".replace(",", "."))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({MEMBERS: (FARMERS,)}, []),
        ({MEMBERS: (attrs.evolve(FARMERS, closing=None),)}, [told(f"{MEMBERS}.0.closing", 636)]),
        ({MEMBERS: (attrs.evolve(FARMERS, admitted=None),)}, [told(f"{MEMBERS}.0.admitted", 45)]),
        ({MEMBERS: (attrs.evolve(FARMERS, left=None),)}, [told(f"{MEMBERS}.0.left", 19)]),
        ({MEMBERS: (attrs.evolve(FARMERS, left=None, closing=655),)}, []),  # none left
        ({MEMBERS: (attrs.evolve(FARMERS, left=None, closing=656),)}, []),  # wrong anyhow
        ({MEMBERS: (attrs.evolve(FARMERS, left=None, closing=None),)}, []),
        ({MEMBERS: (attrs.evolve(FARMERS, left=700, closing=None),)}, []),
        ({MEMBERS: (attrs.evolve(FARMERS, closing=630),)}, []),  # the concern of MEM005
        (
            {"funds.ledgers": (attrs.evolve(FUND, raised=None, receipts=()),)},
            [told(f"{LEDGER}.raised", 70_000_000, "70000000 VND")],
        ),
        (
            {"funds.ledgers": (attrs.evolve(FUND, raised=None),)},
            [told(f"{LEDGER}.raised", 70_000_000, "70000000 VND")],
        ),
        (
            {"funds.ledgers": (attrs.evolve(FUND, closing=None),)},
            [told(f"{LEDGER}.closing", 30_000_000, "30000000 VND")],
        ),
        ({"funds.ledgers": (attrs.evolve(FUND, closing=None, each_year=True),)}, []),
        (
            {
                "funds.ledgers": (
                    attrs.evolve(FUND, spent=Quantity(value=Decimal(9), unit="VND"), closing=None),
                )
            },
            [],
        ),
        ({f"{COMMITTEE}.members": None}, [told(f"{COMMITTEE}.members", 38)]),
        ({f"{CRITICISM}.conferences.commune": None}, [told(f"{CRITICISM}.conferences.commune", 3)]),
        ({f"{CRITICISM}.sessions.commune": None}, []),  # the concern of APP002
        (
            {HOUSES: (attrs.evolve(BUILT, amount=None),)},
            [told(f"{HOUSES}.0.amount", 180_000_000, "180000000 VND")],
        ),
        ({HOUSES: (attrs.evolve(BUILT, support_each=None),)}, []),
        ({"funds.gifts": (Gifts(units=4, per_unit=50),)}, [("funds.gifts.0.count", "other=200", "")]),
    ],
)
def test_one_blank_that_the_other_figures_tell_is_told(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    judged = judge(app.figures_that_others_tell_are_given, changes)
    assert [outcome for outcome in judged if outcome != "passed"] == outcomes


@pytest.mark.parametrize("told_by", [(True, True), (True, False)])
def test_of_a_sum_the_same_reports_told_the_others(told_by: tuple[bool, bool]) -> None:
    """What some reports alone told is no term beside what all told."""
    commune = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    reports = [
        Report(unit=attrs.evolve(commune, name=f"Mẫu {number}"), title="Báo cáo").with_value(
            MEMBERS, (attrs.evolve(FARMERS, closing=None, left=19 if left else None),)
        )
        for number, left in enumerate(told_by)
    ]
    province = roll_up(reports, Unit(kind=UnitKind.PROVINCE, name="Mẫu")).report
    found = check(province, rules=[app.figures_that_others_tell_are_given])
    assert [item.expected for item in found] == ([1272] if all(told_by) else [])


def test_a_fund_spends_money_on_what_it_counts(judge: Judge) -> None:
    spending = (Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=2),)
    changes = {"funds.ledgers": (FundLedger(fund=POOR, spending=spending),), "funds.houses": ()}
    judged = judge(app.figures_that_belong_together_are_reported_together, changes)
    assert [outcome for outcome in judged if outcome != "passed"] == [
        (f"{LEDGER}.spending.0.amount", "other=2", "")
    ]
