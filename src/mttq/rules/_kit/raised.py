"""What was raised according to the ledgers, for each fund separately."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Final

import attrs

from mttq.model import Amount, FundKind, FundLedger
from mttq.report import Report
from mttq.rules._kit.amounts import in_dong, nominal, unit_of
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import whole_years
from mttq.values import Period, Qualifier, Quantity

__all__ = ["Raised", "by_time", "ends", "means", "raised_by_fund", "whole"]

_ENDS: Final = 2  # the least and the greatest


@attrs.frozen(eq=False)
class Raised:
    """What a ledger says to have raised."""

    number: int
    ledger: FundLedger
    amount: Amount

    @cached_property
    def quantity(self) -> Quantity:
        """The sum with its unit, so that a message shows it."""
        return in_dong(self.amount)

    @property
    def path(self) -> str:
        return f"funds.ledgers.{self.number}.raised"

    @property
    def years(self) -> int:
        """Over how many years it was raised, the first and the last counted; 0 if that is not said."""
        return max(whole_years(self.ledger.period, self.ledger.stated_years), default=0)

    @property
    def time(self) -> tuple[Period | None, int | None, bool]:
        """What two sums have in common that are about the same time."""
        return self.ledger.period, self.ledger.stated_years, self.ledger.each_year

    @property
    def is_hedged(self) -> bool:
        return isinstance(self.amount, Quantity) and self.amount.qualifier is not Qualifier.EXACT


@once
def raised_by_fund(report: Report) -> list[list[Raised]]:
    """Return what was raised, for each fund separately; goods are not sums of money."""
    funds = defaultdict[tuple[FundKind, str], list[Raised]](list)
    for number, ledger in enumerate(report.funds.ledgers):
        if ledger.raised is not None:
            funds[ledger.fund, unit_of(ledger.raised)].append(Raised(number, ledger, ledger.raised))
    return list(funds.values())


def by_time(sums: Iterable[Raised]) -> Mapping[tuple[Period | None, int | None, bool], list[Raised]]:
    """Return sums of one fund, those of each time by themselves."""
    times = defaultdict[tuple[Period | None, int | None, bool], list[Raised]](list)
    for item in sums:
        times[item.time].append(item)
    return times


def ends(sums: Iterable[Raised], figures: Callable[[Raised], Iterable[int | Fraction]]) -> list[Raised]:
    """Return the least and the greatest of sums, in their order: what fits both fits all between them.

    So each sum is compared with two others, however many a fund has.
    """
    listed = list(sums)
    if len(listed) > _ENDS:
        listed = [
            min(listed, key=lambda item: max(figures(item))),
            max(listed, key=lambda item: min(figures(item))),
        ]
    return sorted(dict.fromkeys(listed), key=lambda item: item.number)


def whole(item: Raised) -> tuple[Fraction, ...]:
    """Return what was raised in all its years."""
    return (nominal(item.amount),)


def means(item: Raised) -> tuple[Fraction, ...]:
    """Return the means for each year; from 2019 to 2023 are four or five years, so there are two of them."""
    years = whole_years(item.ledger.period, item.ledger.stated_years)
    return tuple(nominal(item.amount) / number for number in years if number)
