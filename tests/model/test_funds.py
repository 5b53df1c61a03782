"""Amounts are exact đồng or hedged quantities, never a float."""

from decimal import Decimal
from typing import Any

import pytest

from mttq.errors import FieldError
from mttq.model import FundKind, FundLedger, Receipt
from mttq.values import Qualifier, Quantity

HEDGED = Quantity(value=Decimal(4_500_000_000), unit="VND", qualifier=Qualifier.MORE_THAN)


@pytest.mark.parametrize("amount", [215_910_000, 0, -5, HEDGED])
def test_an_amount_is_exact_or_hedged(amount: Any) -> None:
    assert Receipt(amount=amount).amount == amount


@pytest.mark.parametrize("amount", [4.5e9, True, Decimal(5), "4,5 tỷ", None])
def test_an_amount_is_never_rounded_silently(amount: Any) -> None:
    with pytest.raises(
        FieldError,
        match=r"^Receipt\.amount: cần số nguyên hoặc Quantity",
    ):
        Receipt(amount=amount)


def test_a_balance_that_is_not_stated_is_blank() -> None:
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR)
    assert (ledger.opening, ledger.raised, ledger.spent, ledger.closing) == (None, None, None, None)
    assert FundLedger(fund=FundKind.FUND_FOR_THE_POOR, closing=0) != ledger
