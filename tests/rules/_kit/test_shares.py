"""Printed percentages with their numbers: of those that are so alone, and of none where a list is empty."""

from decimal import Decimal

import attrs

from mttq._declared.types import Count
from mttq.forms import column, columns, form, row, table
from mttq.rules._kit.shares import shares
from mttq.testing import make_report
from mttq.values import Share


@columns
@attrs.frozen(kw_only=True)
class Village:
    poor: Count | None = column("Hộ nghèo")


@form("ti-le-thu", title="Tỷ lệ")
@attrs.frozen(kw_only=True)
class Shares:
    villages: tuple[Village, ...] = table("1", "Các thôn")
    households: Count | None = row("2", "Số hộ")
    share: Share | None = row("3", "Tỷ lệ", share_of=("villages.*.poor", "households"))


def shares_in(filled: Shares) -> list[tuple[int | None, int | None, bool]]:
    report = attrs.evolve(make_report(), appendices=(filled,))
    return [
        (item.part, item.whole, item.is_right)
        for item in shares(report)
        if item.paths[1] == "ti-le-thu.share"
    ]


def test_a_part_may_be_the_sum_of_a_list_and_an_empty_list_says_nothing() -> None:
    half = Share(Decimal(50))
    assert shares_in(Shares(villages=(Village(poor=2), Village(poor=3)), households=10, share=half)) == [
        (5, 10, True)
    ]
    assert shares_in(Shares(households=10, share=half)) == [(None, 10, False)]
