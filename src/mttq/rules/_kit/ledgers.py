"""The sides of the ledgers of funds, and what a ledger states beside what its other figures make of it.

Money is added to money.  Goods in kind (215 tấn) keep their unit: they are in no sum of money, and what is
said of a sum names them.
"""

from collections.abc import Iterator

import attrs

from mttq.model import Amount, ContributionState, FundLedger
from mttq.report import Report
from mttq.rules._kit.amounts import VND, Fit, Sum, added, as_sum, by_unit, exceeds, fit, in_dong, unit_of
from mttq.rules._kit.once import once
from mttq.values import Quantity

__all__ = ["Balance", "Side", "Stated", "balances", "sides_with_items", "stated_total"]


@attrs.frozen
class Side:
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
    def unit(self) -> str:
        return VND if self.total is None else unit_of(self.total)

    @property
    def blank_item(self) -> str | None:
        """The place of the first item without an amount; None if each has one."""
        for place, amount in self.items:
            if amount is None:
                return self.item_path(place)
        return None

    @property
    def unknown(self) -> str | None:
        """The place of a figure that is missing to know the total in đồng; None if none is."""
        if self.total is not None:
            return None if self.unit == VND else self.path
        return self.blank_item or (self.path if self.name and not self.items else None)

    @property
    def known(self) -> list[tuple[int, Amount]]:
        """The positions and amounts of the items that can be added up to the total."""
        unit = self.unit
        return [(place, item) for place, item in self.items if item is not None and unit_of(item) == unit]

    @property
    def goods(self) -> list[tuple[str, Quantity]]:
        """Where items in other units stand, and how much they are: goods in kind, which are in no sum."""
        unit = self.unit
        return [
            (self.item_path(place), in_dong(item))
            for place, item in self.items
            if item is not None and unit_of(item) != unit
        ]

    @property
    def unvalued(self) -> list[tuple[str, Quantity]]:
        """The goods that may be worth what a sum lacks; a printed total has them already."""
        return self.goods if self.total is None else []

    @property
    def sum(self) -> Sum:
        return added(item for _, item in self.known) if self.total is None else as_sum(self.total)


def _received(ledger: FundLedger, number: int) -> Side:
    """Return what came in; what was only pledged did not."""
    items: list[tuple[int, Amount | None]] = [
        (place, item.amount)
        for place, item in enumerate(ledger.receipts)
        if item.state is ContributionState.RECEIVED
    ]
    return Side(number, "raised", "receipts", ledger.raised, items)


def _spent(ledger: FundLedger, number: int) -> Side:
    items = [(place, item.amount) for place, item in enumerate(ledger.spending)]
    return Side(number, "spent", "spending", ledger.spent, items)


@once
def _sides(report: Report) -> list[tuple[Side, Side]]:
    """Return of each ledger what came in and what was spent."""
    ledgers = enumerate(report.funds.ledgers)
    return [(_received(ledger, number), _spent(ledger, number)) for number, ledger in ledgers]


def sides_with_items(report: Report) -> Iterator[Side]:
    """Return the sides of all ledgers behind which there are items."""
    return (side for sides in _sides(report) for side in sides if side.items)


@attrs.frozen
class Stated:
    """What a fund states, and what its other figures make of it.

    Args:
        path: where it is stated.
        label: what it is.
        amount: the figure.
        reckoned: what that should be.
        gone: what is added to the figure first: a fund had what it has left and what it spent.
        related: where the other figures stand.
    """

    path: str
    label: str
    amount: Amount
    reckoned: Sum
    gone: Sum = 0
    related: tuple[str, ...] = ()

    @property
    def left(self) -> Sum:
        return as_sum(self.amount) + self.gone

    @property
    def fit(self) -> Fit:
        return fit(self.left, self.reckoned)


def stated_total(side: Side) -> Stated | None:
    """Return the printed total of a side with what its items come to; None if none is printed."""
    if side.total is None:
        return None
    known = side.known
    related = tuple(side.item_path(place) for place, _ in known)
    return Stated(side.path, "tổng", side.total, added(item for _, item in known), related=related)


@attrs.frozen
class Balance:
    """A ledger with all that its balance needs, or with the place of what is missing."""

    opening: Amount | None
    received: Side
    handed: Side
    spent: Side
    passed_on: Side
    stated: Stated | None
    unknown: str

    @property
    def goods(self) -> list[Quantity]:
        """What is left of the goods, or lacking."""
        came = [item for _, item in (*self.received.goods, *self.handed.goods)]
        out = (*self.spent.goods, *self.passed_on.goods)
        went = [Quantity(value=-item.value, unit=item.unit) for _, item in out]
        return [item for item in by_unit(*came, *went) if item.value]

    def unvalued(self, stated: Stated) -> str | None:
        """Return where goods stand whose worth may be what the balance lacks."""
        gained = [*self.received.unvalued, *self.handed.unvalued]
        given = [*self.spent.unvalued, *self.passed_on.unvalued]
        lacking = gained if exceeds(stated.left, stated.reckoned) else given
        return lacking[0][0] if lacking else None


@once
def balances(report: Report) -> list[Balance]:
    """Return the ledgers that state what is left; figures of each single year make no balance."""
    return [
        _balance(ledger, ledger.closing, received, spent)
        for ledger, (received, spent) in zip(report.funds.ledgers, _sides(report), strict=True)
        if not ledger.each_year and ledger.closing is not None
    ]


def _balance(ledger: FundLedger, closing: Amount, received: Side, spent: Side) -> Balance:
    number = received.ledger
    items = [(place, item.amount) for place, item in enumerate(ledger.transfers)]
    handed = Side(number, "", "transfers", None, items)
    passed_on = Side(
        number, "", "handed_on", None, [(n, item.amount) for n, item in enumerate(ledger.handed_on)]
    )
    opening, path = f"funds.ledgers.{number}.opening", f"funds.ledgers.{number}.closing"
    unknown = received.unknown or handed.unknown or spent.unknown or passed_on.unknown or ""
    if ledger.opening is None or unit_of(ledger.opening) != VND:
        unknown = opening
    elif unit_of(closing) != VND:
        unknown = path
    if unknown or ledger.opening is None:
        return Balance(ledger.opening, received, handed, spent, passed_on, None, unknown)
    had = as_sum(ledger.opening) + received.sum + handed.sum
    related = (opening, received.path, spent.path)
    stated = Stated(path, "dư cuối kỳ", closing, had, spent.sum + passed_on.sum, related)
    return Balance(ledger.opening, received, handed, spent, passed_on, stated, "")
