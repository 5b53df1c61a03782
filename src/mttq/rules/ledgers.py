"""FND: ledgers that balance, totals that are the sums of their items, houses that cost what they cost."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from mttq.model import Amount, ContributionState, FundLedger
from mttq.report import Report
from mttq.rules._amounts import Sum, added, as_sum, bounds, can_be, exceeds, in_dong, nominal
from mttq.rules._judgements import PASSED, Breach, Evidence, Judgement, Term, Unverifiable
from mttq.rules._once import once
from mttq.rules._rule import Severity, rule
from mttq.wording import Phrase

__all__ = [
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "totals_of_a_fund_are_the_sums_of_its_items",
]


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
    def sum(self) -> Sum:
        return added(self.known) if self.total is None else as_sum(self.total)


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
    end, out = as_sum(closing), spent.sum
    had, left = as_sum(ledger.opening) + received.sum + transfers.sum, end + out
    if can_be(had, left) and not exceeds(0, end):
        return PASSED
    path, opening = f"funds.ledgers.{number}.closing", f"funds.ledgers.{number}.opening"
    rest = Term("dư cuối kỳ", bounds(end).nominal, path)
    balance = Fraction(bounds(had).nominal - bounds(out).nominal)
    evidence = Evidence((rest,), "≥", (Term("không", 0),))
    if not can_be(had, left):
        ins = (
            Term("dư đầu kỳ", nominal(ledger.opening), opening),
            Term("thu", bounds(received.sum).nominal, received.path),
            *([Term("quỹ cấp trên", bounds(transfers.sum).nominal)] if handed else ()),
        )
        evidence = Evidence((rest, Term("chi", bounds(out).nominal, spent.path)), "=", ins)
    return Breach(
        path=path,
        args={"balance": balance, "closing": in_dong(closing)},
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
    known, total = added(side.known), as_sum(side.total)
    if side.blank_item and not exceeds(known, total):
        return Unverifiable(side.blank_item)
    if can_be(known, total):
        return PASSED
    terms = tuple(
        Term(Phrase("khoản {}", place + 1), nominal(amount), side.item_path(place))
        for place, amount in side.items
        if amount is not None
    )
    return Breach(
        path=side.path,
        args={"total": in_dong(side.total), "sum": Fraction(bounds(known).nominal)},
        evidence=Evidence((Term("tổng", nominal(side.total), side.path),), "=", terms),
        expected=Fraction(bounds(known).nominal),
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
        product = as_sum(each) * count
        if can_be(product, as_sum(amount)):
            yield PASSED
            continue
        path = f"funds.houses.{number}.amount"
        cost = Fraction(bounds(product).nominal)
        yield Breach(
            path=path,
            args={"count": count, "each": in_dong(each), "product": cost, "amount": in_dong(amount)},
            evidence=Evidence(
                (Term("kinh phí", nominal(amount), path),), "=", (Term("số nhà × mức hỗ trợ", cost),)
            ),
            expected=cost,
            actual=amount,
            related=(f"funds.houses.{number}.count", f"funds.houses.{number}.support_each"),
        )
