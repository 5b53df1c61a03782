"""What reports of the Front say has a typed place, and general rules judge what figures are to each other.

`places.tsv` counts the 288 figures of 27 texts on funds, relief, houses, gifts, supervision, congresses and
elections, printed by communes, districts, provinces and the centre.  `since` is the version that has the
place, or says what a figure is that has none.
"""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from mttq import check
from mttq._declared.paths import complaint
from mttq.codec import dumps, loads
from mttq.model import (
    ElectedBody,
    Election,
    FrontCommittee,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    Goods,
    Houses,
    HouseSource,
    HouseWork,
    Mobilisation,
    Organisation,
    OutgoingTransfer,
    PartOfCandidates,
    PartOfMembers,
    PeoplesContribution,
    ReliefAction,
    SpendingPurpose,
    Statement,
    Support,
    Unit,
    UnitKind,
)
from mttq.report import Report
from mttq.values import Period, Quantity, Share, Tier
from mttq.vi import parse_quantity as quantity

COMMUNE = Unit(kind=UnitKind.COMMUNE, name="Mẫu")


def rows() -> Iterator[dict[str, str]]:
    with (Path(__file__).parent / "places.tsv").open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t")


def test_nine_of_ten_figures_have_a_place() -> None:
    placed = {row["place"]: int(row["figures"]) for row in rows() if row["place"]}
    figures = sum(int(row["figures"]) for row in rows())
    assert [place for place in placed if complaint(place)] == []
    assert (sum(placed.values()), figures) == (265, 288)
    former = sum(int(row["figures"]) for row in rows() if row["since"] == "0.1")
    assert former == 148


def count(number: int) -> Quantity:
    return Quantity(value=Decimal(number))


def share(text: str) -> Share:
    return Share(Decimal(text))


def part(members: int, of_all: str) -> PartOfMembers:
    return PartOfMembers(members=members, share=share(of_all))


def ledger(**facts: Any) -> dict[str, Any]:
    return {"funds": Funds(ledgers=(FundLedger(fund=FundKind.RELIEF_FUND, **facts),))}


def committee(**facts: Any) -> dict[str, Any]:
    return {"organisation": Organisation(committee=FrontCommittee(**facts))}


def gifts(**facts: Any) -> dict[str, Any]:
    return {"funds": Funds(gifts=(Gifts(**facts),))}


def statement(text: str, **facts: Any) -> dict[str, Any]:
    return {"statements": (Statement(indicator="core.watching.done", value=quantity(text), **facts),)}


def council(**facts: Any) -> dict[str, Any]:
    return {"elections": (Election(body=ElectedBody.PEOPLES_COUNCIL, tier=Tier.PROVINCE, **facts),)}


def relief(**facts: Any) -> dict[str, Any]:
    return {"funds": Funds(relief=(ReliefAction(**facts),))}


PASSED_ON = (
    OutgoingTransfer(to="tỉnh Bắc Ninh", amount=30),
    OutgoingTransfer(units=2, amount_each=5, amount=10),
)
TONNES: dict[str, Any] = {"item": "gạo", "received": quantity("215 tấn"), "handed_on": quantity("177,6 tấn")}
GIFTS: dict[str, Any] = {
    "count": count(10_200),
    "units": 34,
    "per_unit": 300,
    "value": 13_260_000_000,
    "value_each": 1_300_000,
}
CASES: list[tuple[dict[str, Any], list[str]]] = [
    (ledger(opening=100, raised=50, spent=30, handed_on=PASSED_ON, closing=80), []),
    (
        ledger(opening=100, raised=50, spent=30, handed_on=PASSED_ON, closing=120),
        ["FND002 funds.ledgers.0.closing"],
    ),
    (ledger(opening=100, raised=50, spent=111, handed_on=PASSED_ON), ["FND014 funds.ledgers.0.spent"]),
    (
        ledger(opening=100, raised=50, spent=110, handed_on=PASSED_ON),
        ["APP022 funds.ledgers.0.closing"],
    ),
    (
        ledger(handed_on=(OutgoingTransfer(units=8, amount_each=30, amount=385),)),
        ["APP014 funds.ledgers.0.handed_on.0.amount"],
    ),
    (relief(goods=(Goods(**TONNES, left=quantity("37,4 tấn")),)), []),
    (
        relief(goods=(Goods(**TONNES, left=quantity("73,4 tấn")),)),
        ["APP003 funds.relief.0.goods.0.left"],
    ),
    (gifts(**GIFTS, cash_each=1_000_000, goods_each=300_000), []),
    (gifts(**{**GIFTS, "per_unit": 310}), ["APP014 funds.gifts.0.count"]),
    (gifts(**{**GIFTS, "value": 13_620_000_000}), ["APP014 funds.gifts.0.value"]),
    (gifts(**GIFTS, cash_each=1_000_000, goods_each=30_000), ["APP003 funds.gifts.0.value_each"]),
    (
        {
            "funds": Funds(
                support=(
                    Support(purpose=SpendingPurpose.EDUCATION, count=count(225), value=225, value_each=10),
                )
            )
        },
        ["APP014 funds.support.0.value"],
    ),
    (
        {"funds": Funds(contributions=(PeoplesContribution(money=95, of_people=285),))},
        ["APP013 funds.contributions.0.of_people"],
    ),
    ({"funds": Funds(mobilised=(Mobilisation(through_funds=18, direct=416, total=435),))}, []),
    (
        {"funds": Funds(mobilised=(Mobilisation(through_funds=18, direct=416, total=433),))},
        ["APP003 funds.mobilised.0.total"],
    ),
    (committee(members=405, women=part(89, "22.0"), non_party=part(203, "50.1")), []),
    (committee(members=405, women=part(98, "22.0")), ["UNI008 organisation.committee.women.share"]),
    (
        committee(members=405, women=PartOfMembers(members=406)),
        ["APP013 organisation.committee.women.members"],
    ),
    (
        committee(members=405, re_elected=part(249, "61.5"), newly_elected=part(165, "40.7")),
        ["ORG001 organisation.committee.members"],
    ),
    (council(candidates=103, women=PartOfCandidates(persons=37, share=share("35.92"))), []),
    (
        council(candidates=103, women=PartOfCandidates(persons=37, share=share("39.52"))),
        ["UNI008 elections.0.women.share"],
    ),
    (council(seats=351, elected=352), ["APP013 elections.0.elected"]),
    (council(serving=73, standing_again=27, share_standing_again=share("36.99")), []),
    (statement("13.076 hộ", whole=quantity("15.183 hộ"), share=share("86.12")), []),
    (
        statement("13.076 hộ", whole=quantity("15.183 hộ"), share=share("81.62")),
        ["UNI008 statements.0.share"],
    ),
    (statement("12 cuộc", planned=quantity("9 cuộc"), share_of_plan=share("133.3")), []),
    (
        statement("12 cuộc", planned=quantity("9 cuộc"), share_of_plan=share("113.3")),
        ["UNI008 statements.0.share_of_plan"],
    ),
    (statement("866 đơn", previous=quantity("1.012 đơn"), growth=share("-14.4")), []),
    (
        statement("866 đơn", previous=quantity("1.012 đơn"), growth=share("14.4")),
        ["UNI008 statements.0.growth"],
    ),
    (
        statement("51 vị", previous=quantity("47 vị"), change=quantity("5 vị")),
        ["APP003 statements.0.change"],
    ),
    (statement("hơn 12 cuộc", planned=quantity("9 cuộc"), share_of_plan=share("113.3")), []),
]


@pytest.mark.parametrize(("facts", "found"), CASES)
def test_figures_are_judged_by_what_they_are_to_each_other(facts: dict[str, Any], found: list[str]) -> None:
    report = Report(unit=COMMUNE, title="Báo cáo", **facts)
    others = {"DOC008", "FND020", "PER004"}  # the head, sums of a few đồng, the end of the review
    said = [f"{item.code} {item.path}" for item in check(report) if item.code not in others]
    assert said == found
    assert loads(dumps(report)) == report


def test_what_is_not_told_of_a_committee_is_no_missing_figure() -> None:
    report = Report(unit=COMMUNE, title="Báo cáo", **committee(members=405))
    assert [code for code, counts in check(report).counts.items() if counts.not_verifiable] == [
        "DOC009",
        "UNI003",
    ]


def test_goods_that_a_fund_hands_on_are_in_no_sum_of_money() -> None:
    given = OutgoingTransfer(to="tỉnh Bắc Ninh", amount=quantity("20 tấn"))
    down = FundTransfer(from_tier=Tier.CENTRE, amount=10)
    facts = ledger(opening=100, raised=50, transfers=(down,), spent=30, handed_on=(given,), closing=130)
    counts = check(Report(unit=COMMUNE, title="Báo cáo", **facts)).counts["FND002"]
    assert (counts.passed, counts.failed) == (1, 0)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (HouseSource.FAMILY, ["funds.houses.1"]),
        (HouseSource.SPONSORS, []),
        (None, []),
    ],
)
def test_houses_of_two_sources_are_not_entered_twice(source: HouseSource | None, found: list[str]) -> None:
    one = Houses(work=HouseWork.BUILT, period=Period.of_year(2026), source=HouseSource.FAMILY, count=5)
    other = attrs.evolve(one, source=source, count=6)
    report = Report(unit=COMMUNE, title="Báo cáo", funds=Funds(houses=(one, other)))
    assert [item.path for item in check(report)["APP020"]] == found
