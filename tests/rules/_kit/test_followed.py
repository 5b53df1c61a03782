"""The figures of records are followed by what their record is about, wherever it stands."""

import datetime as dt
from decimal import Decimal
from typing import Any

from mttq.model import (
    FundKind,
    FundLedger,
    Gifts,
    Houses,
    HouseWork,
    Membership,
    OrganisationMembership,
    SocioPoliticalOrganization,
)
from mttq.report import Report
from mttq.rules._kit.followed import figures_of, followed_in
from mttq.testing import make_report
from mttq.values import Period, Quantity

POOR = FundKind.FUND_FOR_THE_POOR
FARMERS = SocioPoliticalOrganization.FARMERS
DAYS = {year: (dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in (2022, 2023)}


def report(**records: Any) -> Report:
    made = make_report(periods=(), as_of=None, reviewed=None)
    for path, value in records.items():
        made = made.with_value(path.replace("__", "."), value)
    return made


def test_members_are_those_of_all_bodies_and_of_each() -> None:
    body = OrganisationMembership(organisation=FARMERS, opening=5, closing=7)
    members = Membership(
        period=Period.of_year(2023), union_members=9, nominated_to_party=3, organisations=(body,)
    )
    given = report(membership=members)
    found = {
        key: (item.path, item.number, item.is_sum) for key, item in figures_of(followed_in(given)).items()
    }
    assert found == {
        "membership.union_members": ("membership.union_members", 9, True),
        "membership.nominated_to_party": ("membership.nominated_to_party", 3, False),
        "Hội Nông dân Việt Nam.opening": ("membership.organisations.0.opening", 5, True),
        "Hội Nông dân Việt Nam.closing": ("membership.organisations.0.closing", 7, True),
    }
    assert {item.days for item in figures_of(followed_in(given)).values()} == {DAYS[2023]}


def test_of_several_records_of_one_thing_the_latest_is_followed_and_only_exact_figures_are() -> None:
    ledgers = (
        FundLedger(fund=POOR, period=Period.of_year(2023), raised=5, closing=2),
        FundLedger(fund=POOR, period=Period.of_year(2022), raised=4, closing=1),
        FundLedger(fund=POOR, each_year=True, raised=9),
        FundLedger(fund=FundKind.RELIEF_FUND, raised=Quantity(value=Decimal(8), unit="VND")),
    )
    houses = (Houses(work=HouseWork.BUILT, count=2, amount=8),)
    gifts = (Gifts(occasion="Tết", value=6), Gifts(value=7))
    given = report(funds__ledgers=ledgers, funds__houses=houses, funds__gifts=gifts)
    assert {key: (item.path, item.number) for key, item in figures_of(followed_in(given)).items()} == {
        "FUND_FOR_THE_POOR.raised": ("funds.ledgers.0.raised", 5),
        "FUND_FOR_THE_POOR.closing": ("funds.ledgers.0.closing", 2),
        "BUILT.count": ("funds.houses.0.count", 2),
        "BUILT.amount": ("funds.houses.0.amount", 8),
        "tết.value": ("funds.gifts.0.value", 6),
        ".value": ("funds.gifts.1.value", 7),
    }
