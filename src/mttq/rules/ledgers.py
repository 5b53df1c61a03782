"""FND: ledgers that balance, totals that are the sums of their items, houses that cost what they cost."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from mttq.model import Amount, ContributionState, FundLedger
from mttq.report import Report
from mttq.rules._bands import nominal
from mttq.rules._rule import (
    PASSED,
    Breach,
    Evidence,
    Figure,
    Judgement,
    Severity,
    Term,
    Unverifiable,
    rule,
)
from mttq.values import Quantity

__all__ = [
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "totals_of_a_fund_are_the_sums_of_its_items",
]

_NOTHING: Final = Fraction(0)


@attrs.frozen
class _Sum:
    """Some amounts added up: what they come to, and between which bounds that lies (None: no upper one)."""

    nominal: Fraction = _NOTHING
    low: Fraction = _NOTHING
    high: Fraction | None = _NOTHING

    def __add__(self, other: "_Sum") -> "_Sum":
        high = None if self.high is None or other.high is None else self.high + other.high
        return _Sum(self.nominal + other.nominal, self.low + other.low, high)

    def times(self, count: int) -> "_Sum":
        """Take the sum a number of times."""
        return _Sum(count * self.nominal, count * self.low, None if self.high is None else count * self.high)

    def can_be(self, other: "_Sum") -> bool:
        """Tell whether both can be one amount."""
        not_below = other.high is None or self.low <= other.high
        return not_below and (self.high is None or other.low <= self.high)


def _of(amount: Amount) -> _Sum:
    """Give the bounds of an amount; "gần 5 triệu" has no lower one, but no money is less than none."""
    if isinstance(amount, int):
        exact = Fraction(amount)
        return _Sum(exact, exact, exact)
    low, high = amount.low, amount.high
    return _Sum(
        nominal(amount), _NOTHING if low is None else Fraction(low), None if high is None else Fraction(high)
    )


def _added(amounts: Iterable[Amount]) -> _Sum:
    return sum(map(_of, amounts), _Sum())


def _shown(amount: Amount) -> Quantity:
    """Give an exact amount its unit, so that a message shows it."""
    return amount if isinstance(amount, Quantity) else Quantity(value=Decimal(amount), unit="VND")


@attrs.frozen
class _Items:
    """One side of a ledger: its printed total, or else the items behind it.

    Args:
        total: the printed total, if there is one.
        amounts: the amounts of the items; None is a blank.
        path: where the total stands; "" if none is printed, so that no items are none.
        items_path: where the items stand, "{}" for the number of one.
    """

    total: Amount | None
    amounts: dict[int, Amount | None]
    path: str
    items_path: str

    @property
    def blank(self) -> str | None:
        """The place of a figure that is missing to know the total; None if none is."""
        if self.total is not None:
            return None
        blanks = [number for number, amount in self.amounts.items() if amount is None]
        if blanks:
            return self.items_path.format(blanks[0])
        return self.path if self.path and not self.amounts else None

    @property
    def known(self) -> list[Amount]:
        return [amount for amount in self.amounts.values() if amount is not None]

    @property
    def sum(self) -> _Sum:
        return _added(self.known if self.total is None else [self.total])


def _received(ledger: FundLedger, place: str) -> _Items:
    """Give what came in; what was only pledged did not."""
    amounts: dict[int, Amount | None] = {
        number: item.amount
        for number, item in enumerate(ledger.receipts)
        if item.state is ContributionState.RECEIVED
    }
    return _Items(ledger.raised, amounts, f"{place}.raised", place + ".receipts.{}.amount")


def _spent(ledger: FundLedger, place: str) -> _Items:
    amounts = {number: item.amount for number, item in enumerate(ledger.spending)}
    return _Items(ledger.spent, amounts, f"{place}.spent", place + ".spending.{}.amount")


@rule("FND002", Severity.ERROR, level=1)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what it spent; none is least.

    Hedged and rounded amounts count with all that they allow.  Figures of each single year make no balance.

    Wrong: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 25 triệu at the end.
    Right: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 20 triệu at the end.
    """
    for number, ledger in enumerate(report.funds.ledgers):
        place = f"funds.ledgers.{number}"
        if not ledger.each_year and ledger.closing is not None:
            yield _balance(ledger, ledger.closing, place)


def _balance(ledger: FundLedger, closing: Amount, place: str) -> Judgement:
    received, spent = _received(ledger, place), _spent(ledger, place)
    handed = {number: item.amount for number, item in enumerate(ledger.transfers)}
    transfers = _Items(None, handed, "", place + ".transfers.{}.amount")
    blanks = (
        f"{place}.opening" if ledger.opening is None else None,
        received.blank,
        transfers.blank,
        spent.blank,
    )
    blank = next(filter(None, blanks), None)
    if blank is not None or ledger.opening is None:
        return Unverifiable(blank or f"{place}.opening")
    had = _of(ledger.opening) + received.sum + transfers.sum
    left, end = _of(closing) + spent.sum, _of(closing)
    if had.can_be(left) and (end.high is None or end.high >= 0):
        return PASSED
    balance = had.nominal - spent.sum.nominal
    path = f"{place}.closing"
    rest = Term("dư cuối kỳ", end.nominal, path)
    evidence = Evidence((rest,), "≥", (Term("không", 0),))
    if not had.can_be(left):
        ins = (
            Term("dư đầu kỳ", nominal(ledger.opening), f"{place}.opening"),
            Term("thu", received.sum.nominal, received.path),
            *([Term("quỹ cấp trên", transfers.sum.nominal)] if handed else ()),
        )
        evidence = Evidence((rest, Term("chi", spent.sum.nominal, spent.path)), "=", ins)
    return Breach(
        path=path,
        args={"balance": balance, "closing": _shown(closing)},
        evidence=evidence,
        expected=balance,
        actual=closing,
        related=(f"{place}.opening", received.path, spent.path),
    )


@rule("FND004", Severity.ERROR, level=1)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Wrong: 40 triệu raised: 25 triệu from households, 10 triệu from companies.
    Right: 35 triệu raised: 25 triệu from households, 10 triệu from companies.
    """
    for number, ledger in enumerate(report.funds.ledgers):
        for side in (
            _received(ledger, f"funds.ledgers.{number}"),
            _spent(ledger, f"funds.ledgers.{number}"),
        ):
            if side.amounts:
                yield from _side(side)


def _side(side: _Items) -> Iterator[Judgement]:
    known = _added(side.known)
    if side.total is None or (len(side.known) < len(side.amounts) and not _exceeds(known, _of(side.total))):
        blank = attrs.evolve(side, total=None).blank
        yield Unverifiable(side.path if side.total is None else blank or side.path)
    elif known.can_be(_of(side.total)):
        yield PASSED
    else:
        terms = tuple(
            Term(f"khoản {number + 1}", nominal(amount), side.items_path.format(number))
            for number, amount in side.amounts.items()
            if amount is not None
        )
        yield Breach(
            path=side.path,
            args={"total": _shown(side.total), "sum": known.nominal},
            evidence=Evidence((Term("tổng", nominal(side.total), side.path),), "=", terms),
            expected=known.nominal,
            actual=side.total,
            related=tuple(term.path for term in terms),
        )


def _exceeds(one: _Sum, other: _Sum) -> bool:
    return other.high is not None and one.low > other.high


@rule("FND008", Severity.ERROR, level=1)
def houses_cost_their_number_times_the_support(report: Report) -> Iterator[Judgement]:
    """So many houses with so much support for each cost their product.

    Wrong: 5 houses with 30 triệu each, 180 triệu in all.
    Right: 6 houses with 30 triệu each, 180 triệu in all.
    """
    for number, houses in enumerate(report.funds.houses):
        place = f"funds.houses.{number}"
        figures: dict[str, Figure | None] = {
            "count": houses.count,
            "support_each": houses.support_each,
            "amount": houses.amount,
        }
        blanks = [name for name, figure in figures.items() if figure is None]
        if len(blanks) == 1:
            yield Unverifiable(f"{place}.{blanks[0]}")
        if houses.count is None or houses.support_each is None or houses.amount is None:
            continue
        product = _of(houses.support_each).times(houses.count)
        if product.can_be(_of(houses.amount)):
            yield PASSED
        else:
            path = f"{place}.amount"
            yield Breach(
                path=path,
                args={
                    "count": houses.count,
                    "each": _shown(houses.support_each),
                    "product": product.nominal,
                    "amount": _shown(houses.amount),
                },
                evidence=Evidence(
                    (Term("kinh phí", nominal(houses.amount), path),),
                    "=",
                    (Term("số nhà × mức hỗ trợ", product.nominal),),
                ),
                expected=product.nominal,
                actual=houses.amount,
                related=(f"{place}.count", f"{place}.support_each"),
            )
