"""FND: ledgers that balance, totals that are the sums of their items, houses that cost what they cost.

Money is added to money.  Goods in kind (215 tấn) keep their unit: they are in no sum of money, and what is
said of a sum names them.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

import attrs

from mttq.model import Amount, ContributionForm, ContributionState, FundLedger, Receipt
from mttq.report import Report
from mttq.rules._amounts import (
    CUT,
    VND,
    Fit,
    Sum,
    added,
    as_sum,
    bounds,
    exceeds,
    fit,
    in_dong,
    nominal,
    unit_of,
)
from mttq.rules._bases import PRACTICE
from mttq.rules._judgements import PASSED, Breach, Evidence, Judgement, Term, Unverifiable
from mttq.rules._once import once
from mttq.rules._rule import Severity, rule
from mttq.values import Qualifier, Quantity
from mttq.values.figures import WIDE
from mttq.wording import Phrase

__all__ = [
    "amounts_are_amounts",
    "goods_are_no_part_of_a_sum_of_money",
    "hedged_amounts_agree_as_they_are_written",
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "totals_of_a_fund_are_the_sums_of_its_items",
]

_PERCENT: Final = "percent"


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
        return [
            (place, item) for place, item in self.items if item is not None and unit_of(item) == self.unit
        ]

    @property
    def goods(self) -> list[tuple[str, Quantity]]:
        """Where items in other units stand, and how much they are: goods in kind, which are in no sum."""
        return [
            (self.item_path(place), in_dong(item))
            for place, item in self.items
            if item is not None and unit_of(item) != self.unit
        ]

    @property
    def unvalued(self) -> list[tuple[str, Quantity]]:
        """The goods that may be worth what a sum lacks; a printed total has them already."""
        return self.goods if self.total is None else []

    @property
    def sum(self) -> Sum:
        return added(item for _, item in self.known) if self.total is None else as_sum(self.total)


def _by_unit(*amounts: Quantity) -> tuple[Quantity, ...]:
    """Add amounts up, those of each unit by themselves: money and tonnes are two sums."""
    sums: dict[str, Decimal] = {}
    for item in amounts:
        sums[unit_of(item)] = WIDE.add(sums.get(unit_of(item), Decimal(0)), item.value)
    return tuple(Quantity(value=value, unit=unit) for unit, value in sums.items())


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


@attrs.frozen
class _Claim:
    """What a fund states, and what its other figures make of it.

    Args:
        path: where it is stated.
        label: what it is.
        stated: the figure.
        reckoned: what that should be.
        gone: what is added to the figure first: a fund had what it has left and what it spent.
        related: where the other figures stand.
    """

    path: str
    label: str
    stated: Amount
    reckoned: Sum
    gone: Sum = 0
    related: tuple[str, ...] = ()

    @property
    def left(self) -> Sum:
        return as_sum(self.stated) + self.gone

    @property
    def fit(self) -> Fit:
        return fit(self.left, self.reckoned)


@attrs.frozen
class _Balance:
    """A ledger with all that its balance needs, or with the place of what is missing."""

    opening: Amount | None
    received: _Side
    handed: _Side
    spent: _Side
    claim: _Claim | None
    unknown: str

    @property
    def goods(self) -> list[Quantity]:
        """What is left of the goods, or lacking."""
        came = [item for _, item in (*self.received.goods, *self.handed.goods)]
        went = [Quantity(value=-item.value, unit=item.unit) for _, item in self.spent.goods]
        return [item for item in _by_unit(*came, *went) if item.value]

    def unvalued(self, claim: _Claim) -> str | None:
        """Return where goods stand whose worth may be what the balance lacks."""
        gained = [*self.received.unvalued, *self.handed.unvalued]
        lacking = gained if exceeds(claim.left, claim.reckoned) else self.spent.unvalued
        return lacking[0][0] if lacking else None


@once
def _balances(report: Report) -> list[_Balance]:
    """Return the ledgers that state what is left; figures of each single year make no balance."""
    return [
        _balance(ledger, ledger.closing, received, spent)
        for ledger, (received, spent) in zip(report.funds.ledgers, _sides(report), strict=True)
        if not ledger.each_year and ledger.closing is not None
    ]


def _balance(ledger: FundLedger, closing: Amount, received: _Side, spent: _Side) -> _Balance:
    number = received.ledger
    items = [(place, item.amount) for place, item in enumerate(ledger.transfers)]
    handed = _Side(number, "", "transfers", None, items)
    opening, path = f"funds.ledgers.{number}.opening", f"funds.ledgers.{number}.closing"
    unknown = received.unknown or handed.unknown or spent.unknown or ""
    if ledger.opening is None or unit_of(ledger.opening) != VND:
        unknown = opening
    elif unit_of(closing) != VND:
        unknown = path
    if unknown or ledger.opening is None:
        return _Balance(ledger.opening, received, handed, spent, None, unknown)
    had = as_sum(ledger.opening) + received.sum + handed.sum
    related = (opening, received.path, spent.path)
    claim = _Claim(path, "dư cuối kỳ", closing, had, spent.sum, related)
    return _Balance(ledger.opening, received, handed, spent, claim, "")


@rule("FND002", Severity.ERROR, level=1)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what it spent; never below 0.

    Rounded amounts count with all that they allow.  Where hedged ones leave it open, FND011 judges.  Figures
    of each single year make no balance.  Goods in kind are in no sum; where they may be worth what is
    lacking, nothing can be told.

    Wrong: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 25 triệu at the end.
    Right: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 20 triệu at the end.
    """
    for balance in _balances(report):
        claim = balance.claim
        if claim is None:
            yield Unverifiable(balance.unknown)
        elif exceeds(0, as_sum(claim.stated)):
            yield _off(balance, claim, Evidence((_rest(claim),), "≥", (Term("không", 0),)))
        elif claim.fit is Fit.SAME:
            yield PASSED
        elif claim.fit is Fit.DIFFERENT:
            yield _unbalanced(balance, claim)


def _rest(claim: _Claim) -> Term:
    return Term(claim.label, nominal(claim.stated), claim.path)


def _unbalanced(balance: _Balance, claim: _Claim) -> Judgement:
    unvalued = balance.unvalued(claim)
    if unvalued:
        return Unverifiable(unvalued)
    received, handed, spent = balance.received, balance.handed, balance.spent
    ins = (
        Term("dư đầu kỳ", nominal(balance.opening or 0), claim.related[0]),
        Term("thu", bounds(received.sum).nominal, received.path),
        *([Term("quỹ cấp trên", bounds(handed.sum).nominal)] if handed.known else ()),
    )
    outs = (_rest(claim), Term("chi", bounds(claim.gone).nominal, spent.path))
    return _off(balance, claim, Evidence(outs, "=", ins))


def _off(balance: _Balance, claim: _Claim, evidence: Evidence) -> Breach:
    rest = Fraction(bounds(claim.reckoned).nominal - bounds(claim.gone).nominal)
    return Breach(
        path=claim.path,
        args={
            "balance": _by_unit(_measured(rest, VND), *balance.goods),
            "closing": in_dong(claim.stated),
        },
        evidence=evidence,
        expected=rest,
        actual=claim.stated,
        related=claim.related,
    )


@rule("FND004", Severity.ERROR, level=1)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Items in another unit than the total are in no sum.  Where hedged ones leave it open, FND011 judges; where
    a total may hold the worth of goods besides, FND012 does.

    Wrong: 40 triệu raised: 25 triệu from households, 10 triệu from companies.
    Right: 35 triệu raised: 25 triệu from households, 10 triệu from companies.
    """
    for side in _parted(report):
        known, claim = added(item for _, item in side.known), _claim_of(side)
        if claim is None:
            yield Unverifiable(side.path)
        elif side.blank_item and not exceeds(known, claim.left):
            yield Unverifiable(side.blank_item)
        elif claim.fit is Fit.SAME:
            yield PASSED
        elif claim.fit is Fit.DIFFERENT:
            surplus = exceeds(claim.left, known)
            yield Unverifiable(side.goods[0][0]) if side.goods and surplus else _wrong_total(side, claim)


def _parted(report: Report) -> Iterator[_Side]:
    return (side for sides in _sides(report) for side in sides if side.items)


def _claim_of(side: _Side) -> _Claim | None:
    if side.total is None:
        return None
    related = tuple(side.item_path(place) for place, _ in side.known)
    return _Claim(side.path, "tổng", side.total, added(item for _, item in side.known), related=related)


def _wrong_total(side: _Side, claim: _Claim) -> Breach:
    terms = tuple(
        Term(Phrase("khoản {}", place + 1), nominal(amount), side.item_path(place))
        for place, amount in side.known
    )
    known = Fraction(bounds(claim.reckoned).nominal)
    return Breach(
        path=side.path,
        args={
            "total": in_dong(claim.stated),
            "sum": _by_unit(_measured(known, side.unit), *(item for _, item in side.goods)),
        },
        evidence=Evidence((Term(claim.label, nominal(claim.stated), side.path),), "=", terms),
        expected=known,
        actual=side.total,
        related=claim.related,
    )


def _measured(number: int | Fraction, unit: str) -> Quantity:
    """Give a sum its unit, so that a message shows it."""
    figure = Fraction(number)
    return Quantity(value=WIDE.divide(Decimal(figure.numerator), Decimal(figure.denominator)), unit=unit)


@rule("FND012", Severity.WARNING, level=1, basis=PRACTICE)
def goods_are_no_part_of_a_sum_of_money(report: Report) -> Iterator[Judgement]:
    """A total of money that is more than its items, where there are goods besides, says what they are worth.

    Wrong: 25 tỷ raised: 22,43 tỷ of money, and 215 tấn of rice.
    Right: 22,43 tỷ raised: 22,43 tỷ of money, and 215 tấn of rice.
    """
    for side in _parted(report):
        claim = _claim_of(side)
        if claim is None or not side.goods or side.blank_item:
            continue
        if not exceeds(claim.left, claim.reckoned):
            yield PASSED
            continue
        known = _measured(bounds(claim.reckoned).nominal, side.unit)
        yield Breach(
            path=side.path,
            args={
                "total": in_dong(claim.stated),
                "sum": known,
                "goods": _by_unit(*(item for _, item in side.goods)),
            },
            actual=side.total,
            related=(*claim.related, *(path for path, _ in side.goods)),
        )


@rule("FND008", Severity.ERROR, level=1)
def houses_cost_their_number_times_the_support(report: Report) -> Iterator[Judgement]:
    """So many houses with so much support for each cost their product.

    Where hedged amounts leave it open, FND011 judges.

    Wrong: 5 houses with 30 triệu each, 180 triệu in all.
    Right: 6 houses with 30 triệu each, 180 triệu in all.
    """
    for number, houses in enumerate(report.funds.houses):
        count, each, amount, claim = houses.count, houses.support_each, houses.amount, _cost(report, number)
        figures = {"count": count, "support_each": each, "amount": amount}
        blanks = [name for name, figure in figures.items() if figure is None]
        if len(blanks) == 1:
            yield Unverifiable(f"funds.houses.{number}.{blanks[0]}")
        elif count is None or each is None or amount is None:
            continue
        elif claim is None:
            yield Unverifiable(f"funds.houses.{number}.support_each")
        elif claim.fit is Fit.SAME:
            yield PASSED
        elif claim.fit is Fit.DIFFERENT:
            cost = Fraction(bounds(claim.reckoned).nominal)
            yield Breach(
                path=claim.path,
                args={
                    "count": count,
                    "each": in_dong(each),
                    "product": _measured(cost, unit_of(amount)),
                    "amount": in_dong(amount),
                },
                evidence=Evidence(
                    (Term(claim.label, nominal(amount), claim.path),),
                    "=",
                    (Term("số nhà × mức hỗ trợ", cost),),
                ),
                expected=cost,
                actual=amount,
                related=claim.related,
            )


def _cost(report: Report, number: int) -> _Claim | None:
    """Give what houses cost; None if a figure is missing, or support and cost are measured in two units."""
    houses = report.funds.houses[number]
    count, each, amount = houses.count, houses.support_each, houses.amount
    if count is None or each is None or amount is None or unit_of(each) != unit_of(amount):
        return None
    place = f"funds.houses.{number}"
    related = (f"{place}.count", f"{place}.support_each")
    return _Claim(f"{place}.amount", "kinh phí", amount, as_sum(each) * count, related=related)


@rule("FND010", Severity.ERROR, level=1)
def amounts_are_amounts(report: Report) -> Iterator[Judgement]:
    """What a fund has is money, and so is a value; what it receives may be goods, and is never a percentage.

    Wrong: 215 tấn at the beginning; 40% at the end; 215 tấn "bằng tiền".
    Right: 22.430.000.000 đồng at the beginning; 215 tấn received in kind.
    """
    for path, amount, is_money in _amounts(report):
        if amount is None:
            continue
        unit = unit_of(amount)
        if unit == _PERCENT or (is_money and unit not in _CURRENCIES):
            yield Breach(path=path, args={"amount": in_dong(amount)}, actual=amount)
        else:
            yield PASSED


_CURRENCIES: Final = (VND, "USD")


def _amounts(report: Report) -> Iterator[tuple[str, Amount | None, bool]]:
    """Return the amounts of all funds: where each stands, what it is, and whether it must be money."""
    funds = report.funds
    for n, ledger in enumerate(funds.ledgers):
        place = f"funds.ledgers.{n}"
        yield f"{place}.opening", ledger.opening, True
        yield f"{place}.raised", ledger.raised, False
        yield from _receipts(f"{place}.receipts", ledger.receipts)
        for m, transfer in enumerate(ledger.transfers):
            yield f"{place}.transfers.{m}.amount", transfer.amount, False
        yield f"{place}.spent", ledger.spent, False
        for m, spending in enumerate(ledger.spending):
            yield f"{place}.spending.{m}.amount", spending.amount, False
        yield f"{place}.closing", ledger.closing, True
    for n, houses in enumerate(funds.houses):
        yield f"funds.houses.{n}.support_each", houses.support_each, False
        yield f"funds.houses.{n}.amount", houses.amount, False
    for n, gifts in enumerate(funds.gifts):
        yield f"funds.gifts.{n}.value", gifts.value, True
    for n, action in enumerate(funds.relief):
        yield from _receipts(f"funds.relief.{n}.receipts", action.receipts)
        if action.gifts is not None:
            yield f"funds.relief.{n}.gifts.value", action.gifts.value, True


def _receipts(place: str, receipts: tuple[Receipt, ...]) -> Iterator[tuple[str, Amount, bool]]:
    for n, receipt in enumerate(receipts):
        yield f"{place}.{n}.amount", receipt.amount, receipt.form is ContributionForm.CASH


@rule("FND011", Severity.WARNING, level=1, basis=CUT)
def hedged_amounts_agree_as_they_are_written(report: Report) -> Iterator[Judgement]:
    """Hedged amounts add up if each was cut after its last digit: "hơn 2,7 tỷ" is from 2,7 to 2,8 tỷ.

    A warning, for "hơn 2,7 tỷ" may be 5 tỷ by its words; in the reports that could be checked it never was.
    Balances, totals, the cost of houses, and two ledgers of one fund and time, are judged where the words
    alone leave it open.  "Ít nhất",
    "không quá" and "dưới" tell nothing about their other side.

    Wrong: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 47 tỷ at the end.
    Right: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 4,7 tỷ at the end.
    """
    for claim in _claims(report):
        match claim.fit:
            case Fit.DOUBTFUL:
                yield _doubtful(claim)
            case Fit.OPEN:
                yield Unverifiable(claim.path)
            case Fit.CUT:
                yield PASSED
            case _:  # exact and rounded figures tell all: the concern of other rules
                pass


def _claims(report: Report) -> Iterator[_Claim]:
    """Give all that funds state beside what it should be."""
    yield from (item.claim for item in _balances(report) if item.claim is not None)
    for side in _parted(report):
        claim = _claim_of(side)
        if claim is not None and not side.blank_item:
            yield claim
    yield from _told_twice(report)
    costs = (_cost(report, number) for number in range(len(report.funds.houses)))
    yield from (cost for cost in costs if cost is not None)


def _told_twice(report: Report) -> Iterator[_Claim]:
    """Return hedged sums beside what another ledger says of the same fund and time."""
    raised = [
        (f"funds.ledgers.{number}.raised", item, item.raised)
        for number, item in enumerate(report.funds.ledgers)
        if item.raised is not None
    ]
    for (path, one, hedged), (twin, other, sum_) in permutations(raised, 2):
        times = {(item.fund, item.period, item.stated_years, item.each_year) for item in (one, other)}
        is_hedged = isinstance(hedged, Quantity) and hedged.qualifier is not Qualifier.EXACT
        if is_hedged and len(times) == 1 and unit_of(hedged) == unit_of(sum_):
            yield _Claim(path, "vận động được", hedged, as_sum(sum_), related=(twin,))


def _doubtful(claim: _Claim) -> Breach:
    reckoned, gone = bounds(claim.reckoned), bounds(claim.gone)
    is_too_much = reckoned.most is not None and bounds(claim.left).least > reckoned.most
    end = (reckoned.most or 0) - gone.least if is_too_much else reckoned.least - (gone.most or 0)
    bound = _measured(end, unit_of(claim.stated))
    return Breach(
        path=claim.path,
        args={
            "stated": in_dong(claim.stated),
            "side": Phrase("nhiều nhất") if is_too_much else Phrase("ít nhất"),
            "bound": bound,
        },
        evidence=Evidence(
            (Term(claim.label, nominal(claim.stated), claim.path),),
            "≤" if is_too_much else "≥",
            (Term("theo các số còn lại", end),),
        ),
        actual=claim.stated,
        related=claim.related,
    )
