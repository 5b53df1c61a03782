"""FND: ledgers that balance, totals that are the sums of their items, houses that cost what they cost."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from mttq.model import Amount, ContributionState, FundLedger
from mttq.report import Report
from mttq.rules._bands import nominal
from mttq.rules._once import once
from mttq.rules._rule import (
    PASSED,
    Breach,
    Evidence,
    Judgement,
    Severity,
    Term,
    Unverifiable,
    rule,
)
from mttq.values import Quantity
from mttq.wording import Phrase

__all__ = [
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "totals_of_a_fund_are_the_sums_of_its_items",
]


@attrs.frozen
class _Hedged:
    """Some amounts added up: what they come to, and between which bounds that lies (None: no upper one)."""

    nominal: int | Fraction
    low: int | Fraction
    high: int | Fraction | None

    def __add__(self, other: "_Sum") -> "_Hedged":
        other = _bounds(other)
        high = None if self.high is None or other.high is None else self.high + other.high
        return _Hedged(self.nominal + other.nominal, self.low + other.low, high)

    __radd__ = __add__

    def __mul__(self, count: int) -> "_Hedged":
        high = None if self.high is None else count * self.high
        return _Hedged(count * self.nominal, count * self.low, high)


_Sum = int | _Hedged
"""A sum, a mere number as long as all its amounts are exact."""


def _of(amount: Amount) -> _Sum:
    """Give the bounds of an amount; "gần 5 triệu" has no lower one, but no money is less than none."""
    if isinstance(amount, int):
        return amount
    low, high = amount.low, amount.high
    return _Hedged(nominal(amount), Fraction(low or 0), None if high is None else Fraction(high))


def _added(amounts: Iterable[Amount]) -> _Sum:
    return sum(map(_of, amounts))


def _bounds(amount: _Sum) -> _Hedged:
    return _Hedged(amount, amount, amount) if isinstance(amount, int) else amount


def _can_be(one: _Sum, other: _Sum) -> bool:
    """Tell whether two sums can be one amount."""
    if isinstance(one, int) and isinstance(other, int):
        return one == other
    return not (_exceeds(one, other) or _exceeds(other, one))


def _exceeds(one: _Sum, other: _Sum) -> bool:
    if isinstance(one, int) and isinstance(other, int):
        return one > other
    one, other = _bounds(one), _bounds(other)
    return other.high is not None and one.low > other.high


def _nominal(amount: _Sum) -> int | Fraction:
    return amount if isinstance(amount, int) else amount.nominal


def _shown(amount: Amount) -> Quantity:
    """Give an exact amount its unit, so that a message shows it."""
    return amount if isinstance(amount, Quantity) else Quantity(value=Decimal(amount), unit="VND")


@attrs.frozen
class _Side:
    """One side of a ledger: its printed total, or else the items behind it.

    Args:
        ledger: the position of the ledger.
        name: the field of the total; "" if none is printed, so that no items are none.
        items_name: the field of the items.
        total: the printed total, if there is one.
        items: the positions of the items and their amounts; None is a blank.
    """

    ledger: int
    name: str
    items_name: str
    total: Amount | None
    items: list[tuple[int, Amount | None]]

    @property
    def path(self) -> str:
        return f"funds.ledgers.{self.ledger}.{self.name}"

    def item_path(self, position: int) -> str:
        return f"funds.ledgers.{self.ledger}.{self.items_name}.{position}.amount"

    @property
    def blank_item(self) -> str | None:
        """The place of the first item without an amount; None if each has one."""
        for place, amount in self.items:
            if amount is None:
                return self.item_path(place)
        return None

    @property
    def blank(self) -> str | None:
        """The place of a figure that is missing to know the total; None if none is."""
        if self.total is not None:
            return None
        return self.blank_item or (self.path if self.name and not self.items else None)

    @property
    def known(self) -> list[Amount]:
        return [amount for _, amount in self.items if amount is not None]

    @property
    def sum(self) -> _Sum:
        return _added(self.known) if self.total is None else _of(self.total)


def _received(ledger: FundLedger, number: int) -> _Side:
    """Give what came in; what was only pledged did not."""
    items: list[tuple[int, Amount | None]] = [
        (place, item.amount)
        for place, item in enumerate(ledger.receipts)
        if item.state is ContributionState.RECEIVED
    ]
    return _Side(number, "raised", "receipts", ledger.raised, items)


def _spent(ledger: FundLedger, number: int) -> _Side:
    items = [(place, item.amount) for place, item in enumerate(ledger.spending)]
    return _Side(number, "spent", "spending", ledger.spent, items)


@once
def _sides(report: Report) -> list[tuple[_Side, _Side]]:
    ledgers = enumerate(report.funds.ledgers)
    return [(_received(ledger, number), _spent(ledger, number)) for number, ledger in ledgers]


@rule("FND002", Severity.ERROR, level=1)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what it spent; never below 0.

    Hedged and rounded amounts count with all that they allow.  Figures of each single year make no balance.

    Wrong: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 25 triệu at the end.
    Right: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 20 triệu at the end.
    """
    for ledger, (received, spent) in zip(report.funds.ledgers, _sides(report), strict=True):
        if not ledger.each_year and ledger.closing is not None:
            yield _balance(ledger, ledger.closing, received, spent)


def _balance(ledger: FundLedger, closing: Amount, received: _Side, spent: _Side) -> Judgement:
    number = received.ledger
    handed = [(place, item.amount) for place, item in enumerate(ledger.transfers)]
    transfers = _Side(number, "", "transfers", None, handed)
    if ledger.opening is None:
        return Unverifiable(f"funds.ledgers.{number}.opening")
    blank = received.blank or transfers.blank or spent.blank
    if blank:
        return Unverifiable(blank)
    end, out = _of(closing), spent.sum
    had, left = _of(ledger.opening) + received.sum + transfers.sum, end + out
    if _can_be(had, left) and not _exceeds(0, end):
        return PASSED
    path, opening = f"funds.ledgers.{number}.closing", f"funds.ledgers.{number}.opening"
    rest, balance = Term("dư cuối kỳ", _nominal(end), path), Fraction(_nominal(had) - _nominal(out))
    evidence = Evidence((rest,), "≥", (Term("không", 0),))
    if not _can_be(had, left):
        ins = (
            Term("dư đầu kỳ", nominal(ledger.opening), opening),
            Term("thu", _nominal(received.sum), received.path),
            *([Term("quỹ cấp trên", _nominal(transfers.sum))] if handed else ()),
        )
        evidence = Evidence((rest, Term("chi", _nominal(out), spent.path)), "=", ins)
    return Breach(
        path=path,
        args={"balance": balance, "closing": _shown(closing)},
        evidence=evidence,
        expected=balance,
        actual=closing,
        related=(opening, received.path, spent.path),
    )


@rule("FND004", Severity.ERROR, level=1)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Wrong: 40 triệu raised: 25 triệu from households, 10 triệu from companies.
    Right: 35 triệu raised: 25 triệu from households, 10 triệu from companies.
    """
    for sides in _sides(report):
        for side in sides:
            if side.items:
                yield _judge_side(side)


def _judge_side(side: _Side) -> Judgement:
    if side.total is None:
        return Unverifiable(side.path)
    known, total = _added(side.known), _of(side.total)
    if side.blank_item and not _exceeds(known, total):
        return Unverifiable(side.blank_item)
    if _can_be(known, total):
        return PASSED
    terms = tuple(
        Term(Phrase("khoản {}", place + 1), nominal(amount), side.item_path(place))
        for place, amount in side.items
        if amount is not None
    )
    return Breach(
        path=side.path,
        args={"total": _shown(side.total), "sum": Fraction(_nominal(known))},
        evidence=Evidence((Term("tổng", nominal(side.total), side.path),), "=", terms),
        expected=Fraction(_nominal(known)),
        actual=side.total,
        related=tuple(term.path for term in terms),
    )


@rule("FND008", Severity.ERROR, level=1)
def houses_cost_their_number_times_the_support(report: Report) -> Iterator[Judgement]:
    """So many houses with so much support for each cost their product.

    Wrong: 5 houses with 30 triệu each, 180 triệu in all.
    Right: 6 houses with 30 triệu each, 180 triệu in all.
    """
    for number, houses in enumerate(report.funds.houses):
        count, each, amount = houses.count, houses.support_each, houses.amount
        if count is None or each is None or amount is None:
            figures = {"count": count, "support_each": each, "amount": amount}
            blanks = [name for name, figure in figures.items() if figure is None]
            if len(blanks) == 1:
                yield Unverifiable(f"funds.houses.{number}.{blanks[0]}")
            continue
        product = _of(each) * count
        if _can_be(product, _of(amount)):
            yield PASSED
            continue
        path = f"funds.houses.{number}.amount"
        cost = Fraction(_nominal(product))
        yield Breach(
            path=path,
            args={"count": count, "each": _shown(each), "product": cost, "amount": _shown(amount)},
            evidence=Evidence(
                (Term("kinh phí", nominal(amount), path),), "=", (Term("số nhà × mức hỗ trợ", cost),)
            ),
            expected=cost,
            actual=amount,
            related=(f"funds.houses.{number}.count", f"funds.houses.{number}.support_each"),
        )
