"""What funds say to have raised: so many comparisons as are needed, however many ledgers there are."""

from mttq.model import FundKind, FundLedger, Funds
from mttq.rules._kit.raised import ends, means, raised_by_fund, whole
from mttq.testing import make_report


def test_of_many_sums_the_least_and_the_greatest_are_compared_in_their_order() -> None:
    ledgers = tuple(
        FundLedger(fund=FundKind.FUND_FOR_THE_POOR, raised=raised, stated_years=5)
        for raised in (50, 90, 10, 70)
    )
    (sums,) = raised_by_fund(make_report().with_value("funds", Funds(ledgers=ledgers)))

    assert [item.amount for item in ends(sums, whole)] == [90, 10]
    assert [item.amount for item in ends(sums[:2], whole)] == [50, 90]
    assert [item.amount for item in ends(sums, means)] == [90, 10]
    assert ends([], whole) == []
