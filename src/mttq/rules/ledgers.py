"""FND: ledgers that balance, totals that are the sums of their items, houses that cost what they cost."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from mttq.model import Amount, ContributionState, FundLedger
from mttq.report import Report
from mttq.rules._bands import nominal
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
class _Sum:
    """Some amounts added up: what they come to, and between which bounds that lies (None: no upper one)."""

    nominal: int | Fraction = 0
    low: int | Fraction = 0
    high: int | Fraction | None = 0

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
        return _Sum(amount, amount, amount)
    low, high = amount.low, amount.high
    return _Sum(nominal(amount), Fraction(low or 0), None if high is None else Fraction(high))


def _added(amounts: Iterable[Amount]) -> _Sum:
    exact, hedged = 0, _Sum()
    for amount in amounts:
        if isinstance(amount, int):
            exact += amount
        else:
            hedged += _of(amount)
    return hedged + _of(exact)


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
        return next((self.item_path(place) for place, amount in self.items if amount is None), None)

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


@rule("FND002", Severity.ERROR, level=1)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what it spent; never below 0.

    Hedged and rounded amounts count with all that they allow.  Figures of each single year make no balance.

    Wrong: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 25 triệu at the end.
    Right: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 20 triệu at the end.
    """
    for number, ledger in enumerate(report.funds.ledgers):
        if not ledger.each_year and ledger.closing is not None:
            yield _balance(ledger, ledger.closing, number)


def _balance(ledger: FundLedger, closing: Amount, number: int) -> Judgement:
    received, spent = _received(ledger, number), _spent(ledger, number)
    handed = [(place, item.amount) for place, item in enumerate(ledger.transfers)]
    transfers = _Side(number, "", "transfers", None, handed)
    opening = f"funds.ledgers.{number}.opening"
    if ledger.opening is None:
        return Unverifiable(opening)
    blank = received.blank or transfers.blank or spent.blank
    if blank:
        return Unverifiable(blank)
    end = _of(closing)
    had, left = _of(ledger.opening) + received.sum + transfers.sum, end + spent.sum
    if had.can_be(left) and (end.high is None or end.high >= 0):
        return PASSED
    path = f"funds.ledgers.{number}.closing"
    rest, balance = Term("dư cuối kỳ", end.nominal, path), Fraction(had.nominal - spent.sum.nominal)
    evidence = Evidence((rest,), "≥", (Term("không", 0),))
    if not had.can_be(left):
        ins = (
            Term("dư đầu kỳ", nominal(ledger.opening), opening),
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
        related=(opening, received.path, spent.path),
    )


@rule("FND004", Severity.ERROR, level=1)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Wrong: 40 triệu raised: 25 triệu from households, 10 triệu from companies.
    Right: 35 triệu raised: 25 triệu from households, 10 triệu from companies.
    """
    for number, ledger in enumerate(report.funds.ledgers):
        for side in (_received(ledger, number), _spent(ledger, number)):
            if side.items:
                yield _judge_side(side)


def _judge_side(side: _Side) -> Judgement:
    if side.total is None:
        return Unverifiable(side.path)
    known, total = _added(side.known), _of(side.total)
    if not _exceeds(known, total) and side.blank_item:
        return Unverifiable(side.blank_item)
    if known.can_be(total):
        return PASSED
    terms = tuple(
        Term(Phrase("khoản {}", place + 1), nominal(amount), side.item_path(place))
        for place, amount in side.items
        if amount is not None
    )
    return Breach(
        path=side.path,
        args={"total": _shown(side.total), "sum": Fraction(known.nominal)},
        evidence=Evidence((Term("tổng", nominal(side.total), side.path),), "=", terms),
        expected=Fraction(known.nominal),
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
        count, each, amount = houses.count, houses.support_each, houses.amount
        if count is None or each is None or amount is None:
            figures = {"count": count, "support_each": each, "amount": amount}
            blanks = [name for name, figure in figures.items() if figure is None]
            if len(blanks) == 1:
                yield Unverifiable(f"funds.houses.{number}.{blanks[0]}")
            continue
        product = _of(each).times(count)
        if product.can_be(_of(amount)):
            yield PASSED
            continue
        path = f"funds.houses.{number}.amount"
        cost = Fraction(product.nominal)
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
