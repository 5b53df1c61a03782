"""What one ledger hands down to another."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq import vi
from mttq._samples._facts import facts_of
from mttq.checking import Counts, check_all
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    OutgoingTransfer,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import Rule, fnd
from mttq.testing import make_report
from mttq.values import Period, Quantity, Tier

REPORT = make_report()
NOTHING: tuple[list[object], Counts] = ([], Counts(not_applicable=1))


def run(rule: Rule, *reports: Report, **more: Any) -> tuple[list[tuple[str, str, str]], Counts]:
    findings = check_all(reports, rules=[rule], **more)
    return [(item.unit, item.path, facts_of(item)) for item in findings], findings.counts[rule.code]


def on(name: str, report: Report = REPORT, **unit: Any) -> Report:
    return attrs.evolve(report, unit=attrs.evolve(report.unit, name=name, **unit))


# FND009


def handing_down(amount: str, unit: str | None = "xã Mẫu", **more: Any) -> Report:
    statement = Statement(
        indicator="funds.transfers", value=Quantity(value=Decimal(amount), unit="VND"), unit=unit, **more
    )
    parent = attrs.evolve(REPORT.unit, kind=UnitKind.DISTRICT, parent=None)
    return attrs.evolve(REPORT, unit=parent, statements=(statement,))


def receiving(*amounts: int | Quantity | None, tier: Tier = Tier.DISTRICT) -> Report:
    transfers = tuple(FundTransfer(from_tier=tier, amount=amount) for amount in amounts)
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, transfers=transfers)
    return REPORT.with_value("funds.ledgers", (ledger,))


PATH = "funds.ledgers.0.transfers.0.amount"


def test_what_was_handed_down_was_received() -> None:
    rule = fnd.what_is_handed_down_is_received
    thirty = Quantity(value=Decimal(30_000_000), unit="VND", scale=10**6)
    assert run(rule, handing_down("50000000"), receiving(20_000_000, thirty)) == ([], Counts(passed=1))
    assert run(rule, handing_down("50000000"), receiving(40_000_000)) == (
        [
            (
                "xã Mẫu, huyện Mẫu",
                PATH,
                "received=40000000 VND; sent=50000000 VND",
            )
        ],
        Counts(failed=1),
    )
    assert run(rule, handing_down("50000000"), receiving(None))[1] == Counts(not_verifiable=1)
    assert run(rule, handing_down("50000000"), receiving())[1] == Counts(not_verifiable=1)  # tells of none
    other_tier = receiving(50_000_000, tier=Tier.PROVINCE)
    assert [row[1] for row in run(rule, handing_down("50000000"), other_tier)[0]] == ["funds.ledgers"]


@pytest.mark.parametrize(
    ("sent", "amounts", "found"),
    [
        ("50 triệu đồng", ("20,4 triệu đồng", "29,7 triệu đồng"), 0),  # all three are rounded
        ("50.000.000 đồng", ("20,4 triệu đồng", "29,7 triệu đồng"), 0),
        ("50.000.000 đồng", ("20,4 triệu đồng", "29,9 triệu đồng"), 1),
        ("50.000.000 đồng", ("hơn 40 triệu đồng",), 0),
        ("50.000.000 đồng", ("gần 40 triệu đồng",), 1),
        ("hơn 50 triệu đồng", ("gần 60 triệu đồng",), 0),
        ("gần 50 triệu đồng", ("hơn 60 triệu đồng",), 1),
        ("hơn 50 triệu đồng", ("50.000.000 đồng",), 1),
        ("50.000.000 đồng", ("hơn 41 triệu đồng",), 1),  # that is below 42
        ("215 tấn", ("hơn 210 tấn", "22 tỷ đồng"), 0),  # goods are held to goods
    ],
)
def test_hedged_and_rounded_transfers(sent: str, amounts: tuple[str, ...], found: int) -> None:
    told = attrs.evolve(handing_down("1").statements[0], value=vi.parse_quantity(sent))
    parent = attrs.evolve(handing_down("1"), statements=(told,))
    received = receiving(*map(vi.parse_quantity, amounts))
    assert run(fnd.what_is_handed_down_is_received, parent, received)[1] == Counts(
        failed=found, passed=1 - found
    )


@pytest.mark.parametrize("amount", ["ít nhất 40 triệu đồng", "dưới 60 triệu đồng"])
def test_transfers_known_from_one_side_only_cannot_be_verified(amount: str) -> None:
    received = receiving(vi.parse_quantity(amount))
    counts = run(fnd.what_is_handed_down_is_received, handing_down("50000000"), received)[1]
    assert counts == Counts(not_verifiable=1)


@pytest.mark.parametrize("known", [True, False])
def test_a_province_hands_down_to_a_commune(*, known: bool) -> None:
    """The catalogue or their reports say which districts are its own."""
    province = UnitRef(kind=UnitKind.PROVINCE, name="Mẫu")
    unit = Unit(kind=province.kind, name=province.name)
    above = attrs.evolve(handing_down("50000000"), unit=unit)
    received = receiving(40_000_000, tier=Tier.PROVINCE)
    districts = [Unit(kind=UnitKind.DISTRICT, name="Mẫu", parent=province)] if known else []
    found = run(fnd.what_is_handed_down_is_received, above, received, units=districts)[1]
    assert found == (Counts(failed=1) if known else Counts(not_applicable=1))


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        (handing_down("5", unit=None), receiving(4)),
        (handing_down("5", unit="xã Khác"), receiving(4)),
        (attrs.evolve(handing_down("5"), statements=()), receiving(4)),
        (handing_down("5"), attrs.evolve(receiving(4), periods=())),
        (handing_down("5"), on("Mẫu", receiving(4), parent=None)),
        (
            REPORT.with_value("statements", (Statement(indicator="x", value=Quantity(value=Decimal(1))),)),
            REPORT,
        ),
    ],
)
def test_transfers_to_nobody_in_the_batch(parent: Report, child: Report) -> None:
    assert run(fnd.what_is_handed_down_is_received, parent, child) == NOTHING


def ledger_of(kind: FundKind = FundKind.FUND_FOR_THE_POOR, **told: Any) -> FundLedger:
    return FundLedger(fund=kind, period=Period.of_year(2023), **told)


def handing_on(*items: OutgoingTransfer, kind: FundKind = FundKind.FUND_FOR_THE_POOR) -> Report:
    parent = attrs.evolve(handing_down("1"), statements=())
    return parent.with_value("funds.ledgers", (ledger_of(kind, handed_on=items),))


def having_received(amount: int | Quantity, kind: FundKind = FundKind.FUND_FOR_THE_POOR) -> Report:
    transfers = (FundTransfer(from_tier=Tier.DISTRICT, amount=amount),)
    return REPORT.with_value("funds.ledgers", (ledger_of(kind, transfers=transfers),))


TO_IT = OutgoingTransfer(to="xã Mẫu", amount=30_000_000)
MORE = OutgoingTransfer(to="Xã Mẫu", amount=20_000_000, units=1)
RICE = OutgoingTransfer(to="xã Mẫu", amount=Quantity(value=Decimal(2), unit="tonne"))
ELSEWHERE = OutgoingTransfer(to="xã Khác", amount=9)
BLANK = OutgoingTransfer(to="xã Mẫu")
TO_MANY = OutgoingTransfer(to="xã Mẫu", units=3, amount_each=5)


@pytest.mark.parametrize(
    ("items", "amount", "counts"),
    [
        ((TO_IT, MORE, ELSEWHERE, TO_MANY), 50_000_000, Counts(passed=1)),
        ((TO_IT, MORE), 40_000_000, Counts(failed=1)),
        ((TO_IT,), 40_000_000, Counts(failed=1)),
        ((TO_IT, BLANK), 30_000_000, Counts(not_applicable=1)),
        ((TO_IT, RICE), 30_000_000, Counts(passed=1, failed=1)),  # the rice came nowhere
        ((TO_IT, MORE), vi.parse_quantity("hơn 45 triệu đồng"), Counts(failed=1)),  # that is below 46
        ((ELSEWHERE,), 1, Counts(not_applicable=1)),
    ],
)
def test_what_a_ledger_hands_on_is_received(
    items: tuple[OutgoingTransfer, ...], amount: int | Quantity, counts: Counts
) -> None:
    rule = fnd.what_is_handed_down_is_received
    assert run(rule, handing_on(*items), having_received(amount))[1] == counts


def test_several_sums_of_a_ledger_are_named_as_one() -> None:
    found, _ = run(fnd.what_is_handed_down_is_received, handing_on(TO_IT, MORE), having_received(40_000_000))
    assert found == [("xã Mẫu, huyện Mẫu", PATH, "received=40000000 VND; sent=50000000 VND")]


def test_ledgers_of_two_funds_are_not_compared() -> None:
    relief = having_received(30_000_000, FundKind.RELIEF_FUND)
    assert run(fnd.what_is_handed_down_is_received, handing_on(TO_IT), relief)[1] == Counts(not_verifiable=1)


# FND019


@pytest.mark.parametrize(
    ("sent", "received", "found", "counts"),
    [
        (handing_on(TO_IT), having_received(40_000_000), [], Counts(passed=1)),  # FND009 compares them
        (
            handing_on(TO_IT, MORE),
            having_received(1).with_value("funds.ledgers.0.transfers", ()),
            [("funds.ledgers.0", "amount=50000000 VND; silent=xã Mẫu; teller=huyện Mẫu")],
            Counts(failed=1),
        ),
        (
            handing_down("50000000"),  # in the narrative
            having_received(1).with_value("funds.ledgers.0.transfers", ()),
            [("funds.ledgers", "amount=50000000 VND; silent=xã Mẫu; teller=huyện Mẫu")],
            Counts(failed=1),
        ),
        (handing_on(TO_IT), having_received(1, FundKind.RELIEF_FUND), [], Counts(not_verifiable=1)),
        (handing_on(BLANK), receiving(), [], Counts(not_verifiable=1)),
        (handing_on(TO_IT), attrs.evolve(receiving(), funds=Funds()), [], Counts(not_verifiable=1)),
        (
            handing_on(ELSEWHERE),
            having_received(40_000_000),
            [(PATH, "amount=40000000 VND; silent=huyện Mẫu; teller=xã Mẫu")],
            Counts(failed=1),
        ),
        (handing_on(ELSEWHERE, TO_MANY), having_received(40_000_000), [], Counts(not_applicable=1)),
        (handing_on(ELSEWHERE), on("Mẫu", having_received(4), parent=None), [], Counts(not_applicable=1)),
        (handing_on(OutgoingTransfer(to="Quỹ xã Mẫu")), having_received(4), [], Counts(not_applicable=1)),
        (handing_on(ELSEWHERE), having_received(4, FundKind.RELIEF_FUND), [], Counts(not_applicable=1)),
    ],
)
def test_a_transfer_is_told_by_both_sides(
    sent: Report, received: Report, found: list[tuple[str, str]], counts: Counts
) -> None:
    rows, counted = run(fnd.transfers_are_told_by_both_sides, sent, received)
    assert [(path, facts) for _, path, facts in rows] == found
    assert counted == counts
