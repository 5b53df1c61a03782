"""FND: the Fund for the Poor, relief and gifts: ledgers, their items, and what one ledger hands to another.

Money is added to money.  Goods in kind (215 tấn) keep their unit: they are in no sum of money, and what is
said of a sum names them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

import attrs

from mttq.model import (
    Amount,
    ContributionForm,
    ContributionState,
    FundKind,
    FundLedger,
    Receipt,
    ReportPeriod,
    Statement,
    Unit,
)
from mttq.report import Report
from mttq.rules._kit.amounts import (
    CUT,
    VND,
    Fit,
    Sum,
    added,
    as_sum,
    bounds,
    exact,
    exceeds,
    fit,
    in_dong,
    nominal,
    unit_of,
)
from mttq.rules._kit.bands import USUAL
from mttq.rules._kit.bases import PRACTICE
from mttq.rules._kit.claims import claim, claim_statements
from mttq.rules._kit.joins import (
    is_child_of,
    time_of,
)
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
)
from mttq.rules._kit.once import once
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import REVIEW, period_of, whole_years
from mttq.rules._kit.statements import compared, judge_statements, naming
from mttq.rules._kit.subjects import Batch, Scope
from mttq.values import Period, Qualifier, Quantity, Tier
from mttq.values.figures import WIDE
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "amounts_are_amounts",
    "funds_cover_the_years_under_review",
    "gifts_have_a_usual_value",
    "goods_are_no_part_of_a_sum_of_money",
    "hedged_amounts_agree_as_they_are_written",
    "hedged_sums_agree_with_exact_ones",
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "totals_of_a_fund_are_the_sums_of_its_items",
    "what_is_handed_down_is_received",
    "yearly_sums_fit_the_sum_of_years",
]

_GIFTS: Final = claim("each", "funds.gifts.*.value", "funds.relief.*.gifts.value")
_Number = int | Fraction

_SCALE_WORDS: Final = {3: "nghìn", 6: "triệu"}
"""The powers of ten that are lost with a word."""


@attrs.frozen(eq=False)
class _Sum:
    """What a ledger says to have raised."""

    number: int
    ledger: FundLedger
    amount: Amount

    @property
    def raised(self) -> Quantity:
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
def _sums(report: Report) -> list[list[_Sum]]:
    """Return what was raised, that of each fund by itself; goods are no sums of money."""
    funds = defaultdict[tuple[FundKind, str], list[_Sum]](list)
    for number, ledger in enumerate(report.funds.ledgers):
        if ledger.raised is not None:
            funds[ledger.fund, unit_of(ledger.raised)].append(_Sum(number, ledger, ledger.raised))
    return list(funds.values())


def _by_time(sums: Iterable[_Sum]) -> Mapping[tuple[Period | None, int | None, bool], list[_Sum]]:
    times = defaultdict[tuple[Period | None, int | None, bool], list[_Sum]](list)
    for item in sums:
        times[item.time].append(item)
    return times


def _ends(sums: Iterable[_Sum], figures: Callable[[_Sum], Iterable[_Number]]) -> list[_Sum]:
    """Return the least and the greatest of sums, in their order: what fits both fits all between them.

    So each sum is compared with two others, however many a fund has.
    """
    listed = list(sums)
    if len(listed) > len(("least", "greatest")):
        listed = [
            min(listed, key=lambda item: max(figures(item))),
            max(listed, key=lambda item: min(figures(item))),
        ]
    return sorted(dict.fromkeys(listed), key=lambda item: item.number)


@rule(
    "FND001",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    title="Số vận động hằng năm cần phù hợp với tổng nhiều năm",
    message=(
        "Mỗi năm ghi {yearly}; {total} trong {years} năm là bình quân {mean} đồng mỗi năm; đề "
        "nghị kiểm tra đơn vị tiền"
    ),
)
def yearly_sums_fit_the_sum_of_years(
    report: Report, least: Decimal = Decimal("0.1"), greatest: Decimal = Decimal(10)
) -> Iterator[Judgement]:
    """What a fund raises "hằng năm" and its sum over some years are of one size; if not, a unit is missing.

    Wrong: "hằng năm hơn 200.000 đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.
    """
    band = (exact(least), exact(greatest))
    for sums in _sums(report):
        yearly_ones = [item for item in sums if item.ledger.each_year]
        others = [item for item in sums if not item.ledger.each_year] if yearly_ones else []
        for item in others:
            if not item.years:
                yield Unverifiable(f"funds.ledgers.{item.number}.stated_years")
        ends = _ends((item for item in others if item.years), lambda item: (_mean(item),))
        for yearly, several in product(yearly_ones, ends):
            if _within(exact(yearly.amount) * several.years, exact(several.amount), band):
                yield PASSED
            else:
                yield _of_another_size(yearly, several, band)


def _mean(item: _Sum) -> Fraction:
    return nominal(item.amount) / item.years


def _within(figure: _Number, other: _Number, band: tuple[_Number, _Number]) -> bool:
    return band[0] * other <= figure <= band[1] * other


def _of_another_size(yearly: _Sum, several: _Sum, band: tuple[_Number, _Number]) -> Breach:
    each, mean = nominal(yearly.amount), _mean(several)
    too_low = each < band[0] * mean
    small = yearly if too_low else several
    readings = {  # the smaller figure read with the word that it may have lost
        word: 10**power
        for power, word in _SCALE_WORDS.items()
        if _within(each * 10**power, mean, band) or _within(each, mean * 10**power, band)
    }
    bound = Term("ngưỡng", mean * band[0 if too_low else 1])
    return Breach(
        path=yearly.path,
        about=several.path,
        args={
            "yearly": yearly.raised,
            "total": several.raised,
            "years": several.years,
            "mean": mean,
        },
        evidence=Evidence((Term("mỗi năm", each, yearly.path),), "≥" if too_low else "≤", (bound,)),
        actual=yearly.raised,
        related=(several.path,),
        suggestions=tuple(
            Suggestion(
                path=small.path,
                old=small.raised,
                new=_times(small.raised, factor),
                reason=Phrase("có thể thiếu chữ “{}”", Phrase(word)),
            )
            for word, factor in readings.items()
        ),
    )


def _times(sum_: Quantity, factor: int) -> Quantity:
    upper = None if sum_.upper is None else WIDE.multiply(sum_.upper, factor)
    return attrs.evolve(sum_, value=WIDE.multiply(sum_.value, factor), upper=upper)


@rule(
    "FND005",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=_GIFTS,
    title="Trị giá mỗi suất quà cần phù hợp với mức thường gặp",
    message=(
        "{stated} cho {other}: bình quân mỗi suất {mean}, ngoài mức thường gặp ({low} đến {high} đồng); "
        "đề nghị kiểm tra đơn vị tiền và số suất"
    ),
)
def gifts_have_a_usual_value(
    report: Report, least: int = 50_000, greatest: int = 5_000_000
) -> Iterator[Judgement]:
    """A gift costs between a notebook and a bicycle; otherwise a sum or its unit is wrong.

    Wrong: 5.500 gifts of 4,5 triệu đồng in all.
    Right: 5.500 gifts of 4,5 tỷ đồng in all.
    """
    return _GIFTS.judge(report, low=least, high=greatest)


@rule(
    "FND006",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Số liệu quỹ cần tính cho cả kỳ báo cáo",
    message="Số liệu quỹ tính {years} năm; kỳ báo cáo là {review} năm",
)
def funds_cover_the_years_under_review(report: Report) -> Iterator[Judgement]:
    """A sum over other years than those under review cannot be compared with the other figures.

    Figures of a single year say so themselves and are not checked.  In a report on one year, a fund that
    states that year may also state others, such as the sum since the beginning of the term.

    Wrong: a fund's sum of five years in a report on 15 years.
    Right: a fund's sum of 15 years in a report on 15 years.
    """
    found = period_of(report, REVIEW)
    if found is None:
        return
    position, item = found
    review = whole_years(item.period, item.stated_years)
    is_of_a_year = bool(review) and max(review) <= 1
    told = {ledger.fund for ledger in report.funds.ledgers if is_of_a_year and _is_of(item, ledger)}
    for number, ledger in enumerate(report.funds.ledgers):
        years = whole_years(ledger.period, ledger.stated_years)
        if not review or ledger.each_year or (years and max(years) <= 1):
            continue
        if not years:
            yield Unverifiable(f"funds.ledgers.{number}.period")
        elif set(years) & set(review) or _is_of(item, ledger) or ledger.fund in told:
            yield PASSED
        else:
            name = "period" if ledger.stated_years is None else "stated_years"
            path = f"funds.ledgers.{number}.{name}"
            yield Breach(
                path=path,
                args={"years": years[-1], "review": review[-1]},
                evidence=Evidence(
                    (Term("số năm của quỹ", years[-1], path),), "=", (Term("số năm của báo cáo", review[-1]),)
                ),
                expected=review[-1],
                actual=years[-1],
                related=(f"periods.{position}",),
            )


def _is_of(review: ReportPeriod, ledger: FundLedger) -> bool:
    """Return whether a ledger is of the very period of the review, whatever length that is said to have."""
    return ledger.stated_years is None and ledger.period == review.period


@claim_statements
def _on_funds(statement: Statement) -> bool:
    return statement.according_to is None and statement.indicator.startswith("funds.")


@rule(
    "FND007",
    Severity.ERROR,
    level=1,
    title="Số ước lượng phải phù hợp với số chính xác",
    message="{source} ghi {text}; theo số liệu quỹ là {appendix}; hai số không phù hợp",
)
def hedged_sums_agree_with_exact_ones(report: Report) -> Iterator[Judgement]:
    """A hedge bounds a figure, so the exact one lies within it, and so does the mean of the years it covers.

    Wrong: "hằng năm hơn 50 triệu đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.
    """
    yield from naming(judge_statements(report, _on_funds), lambda _: {"source": Phrase("phần lời")})
    for hedged, other in _hedged_and_exact(report):
        figures = _said_by(other, hedged)
        if any(map(hedged.raised.admits, figures)):
            yield PASSED
        else:
            figure = figures[-1]
            yield Breach(
                path=hedged.path,
                about=other.path,
                args={
                    "source": Phrase("số liệu quỹ"),
                    "text": hedged.raised,
                    "appendix": in_dong(int(figure)) if figure.denominator == 1 else figure,
                },
                evidence=compared(hedged.raised, Term("số chính xác", figure, other.path), hedged.path),
                actual=hedged.raised,
                related=(other.path,),
            )


def _hedged_and_exact(report: Report) -> Iterator[tuple[_Sum, _Sum]]:
    """Return hedged sums, each with exact ones of the same time, or of years of which it bounds the mean.

    "Khoảng" of each year bounds no mean of other years.
    """
    for sums in _sums(report):
        exact_ones = [item for item in sums if not item.is_hedged and not item.raised.is_rounded]
        same = {time: _ends(items, _whole) for time, items in _by_time(exact_ones).items()}
        several = _ends((item for item in exact_ones if not item.ledger.each_year and item.years), _means)
        for hedged in sums:
            if hedged.is_hedged:
                bounds_means = hedged.ledger.each_year and hedged.raised.qualifier is not Qualifier.ABOUT
                others = (*same.get(hedged.time, ()), *(several if bounds_means else ()))
                yield from ((hedged, item) for item in sorted(others, key=lambda item: item.number))


def _said_by(other: _Sum, hedged: _Sum) -> tuple[Fraction, ...]:
    """Return what an exact sum may say about the time of a hedged one: itself, or its mean for each year."""
    return _whole(other) if other.ledger.each_year == hedged.ledger.each_year else _means(other)


def _whole(item: _Sum) -> tuple[Fraction, ...]:
    return (nominal(item.amount),)


def _means(item: _Sum) -> tuple[Fraction, ...]:
    """Return the means for each year; from 2019 to 2023 are four or five years, so there are two of them."""
    years = whole_years(item.ledger.period, item.ledger.stated_years)
    return tuple(nominal(item.amount) / number for number in years if number)


_HANDED_DOWN: Final = "funds.transfers"


@rule(
    "FND009",
    Severity.WARNING,
    level=3,
    scope=Scope.BATCH,
    title="Số cấp trên chuyển cần bằng số cấp dưới nhận",
    message="Cấp trên báo cáo đã chuyển {sent}; đơn vị báo cáo đã nhận {received}",
)
def what_is_handed_down_is_received(batch: Batch) -> Iterator[Judgement]:
    """What the fund of a parent unit handed down is what the child reports as received from that level.

    The parent, or the unit above it, reports it in statements with the indicator "funds.transfers" that name
    the child (`Statement.unit`); the child reports it in `FundLedger.transfers` from that level.  Rounded
    amounts count with their whole range, hedged ones as if cut after their last digit.  Goods are compared
    with goods.

    Wrong: the district handed down 50.000.000 đồng, the commune received 40.000.000 đồng.
    Right: both have 50.000.000 đồng.
    """
    named = defaultdict[str, list[int]](list)
    above = defaultdict[str, list[Unit]](list)
    for place, report in enumerate(batch.reports):
        named[fold(report.unit.full_name)].append(place)
    for unit in (*batch.units, *(report.unit for report in batch.reports)):
        above[fold(unit.full_name)].append(unit)
    for parent in batch.reports:
        for statement in parent.statements:
            if statement.indicator == _HANDED_DOWN and statement.unit is not None:
                for place in named.get(fold(statement.unit), ()):
                    child = batch.reports[place]
                    if _is_below(child.unit, parent.unit, above) and time_of(child) == time_of(parent):
                        yield _judge_transfer(statement.value, place, child, parent.unit.tier)


def _is_below(unit: Unit, parent: Unit, known: Mapping[str, Iterable[Unit]]) -> bool:
    """Return whether a unit is a child of another, or of one of its children."""
    if unit.parent is None:
        return False
    between = known.get(fold(unit.parent.full_name), ())
    return is_child_of(unit.parent, parent) or any(
        is_child_of(unit.parent, item) and is_child_of(item.parent, parent) for item in between
    )


def _judge_transfer(sent: Quantity, place: int, child: Report, tier: Tier) -> Judgement:
    if not any(ledger.transfers for ledger in child.funds.ledgers):
        return Unverifiable("funds.ledgers")
    path, received, amounts = "funds.ledgers", Decimal(0), list[Amount]()
    for number, ledger in enumerate(child.funds.ledgers):
        for index, transfer in enumerate(ledger.transfers):
            if transfer.from_tier is tier and (transfer.amount is None or _is_alike(transfer.amount, sent)):
                path = f"funds.ledgers.{number}.transfers.{index}.amount"
                if transfer.amount is None:
                    return Unverifiable(path)
                amounts.append(transfer.amount)
                received = WIDE.add(received, in_dong(transfer.amount).value)
    agreement = _fit(amounts, sent)
    if agreement is Fit.OPEN:
        return Unverifiable(path)
    if agreement in (Fit.SAME, Fit.CUT):
        return PASSED
    return Breach(
        path=path,
        report=place,
        args={"sent": sent, "received": Quantity(value=received, unit=sent.unit)},
        evidence=compared(sent, Term("đơn vị nhận", received, path), ""),
    )


def _is_alike(amount: Amount, sent: Quantity) -> bool:
    """Return whether an amount is measured as what was sent: goods are no part of a sum of money."""
    return unit_of(amount) == unit_of(sent)


def _fit(amounts: list[Amount], sent: Quantity) -> Fit:
    """Return how amounts, hedged or rounded, go together with what was sent."""
    received = added(amounts)
    low = bounds(received).low
    if low == bounds(received).high and not sent.admits(low):
        return Fit.DIFFERENT
    return fit(received, as_sum(sent))


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
    """Return what came in; what was only pledged did not."""
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


@rule(
    "FND002",
    Severity.ERROR,
    level=1,
    title="Số dư cuối kỳ phải bằng số dư đầu kỳ cộng thu trừ chi",
    message="Số dư đầu kỳ cộng thu trừ chi là {balance}; báo cáo ghi số dư cuối kỳ {closing}",
)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what it spent; never below 0.

    Rounded amounts count with their whole range.  Where hedged ones leave it open, FND011 decides.  Figures
    of single years make no balance.  Goods in kind are in no sum; where their value may make up the
    difference, nothing can be said.

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


@rule(
    "FND004",
    Severity.ERROR,
    level=1,
    title="Tổng thu, tổng chi phải bằng tổng các khoản",
    message="Báo cáo ghi tổng {total}; cộng các khoản được {sum}",
)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Items in another unit than the total are in no sum.  Where hedged ones leave it open, FND011 decides;
    where a total may include the value of goods, FND012.

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
    """Return a sum its unit, so that a message shows it."""
    figure = Fraction(number)
    return Quantity(value=WIDE.divide(Decimal(figure.numerator), Decimal(figure.denominator)), unit=unit)


@rule(
    "FND012",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Tổng số tiền gồm cả hiện vật cần ghi rõ trị giá hiện vật",
    message=(
        "Báo cáo ghi tổng {total}; cộng các khoản tiền được {sum}; nếu tổng gồm cả {goods}, đề "
        "nghị ghi rõ trị giá"
    ),
)
def goods_are_no_part_of_a_sum_of_money(report: Report) -> Iterator[Judgement]:
    """A total of money that exceeds its items, where there are also goods, states their value.

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


@rule(
    "FND008",
    Severity.ERROR,
    level=1,
    title="Kinh phí làm nhà phải bằng số căn nhà nhân mức hỗ trợ",
    message="Với {count} căn nhà, mỗi căn {each}, kinh phí là {product}; báo cáo ghi {amount}",
)
def houses_cost_their_number_times_the_support(report: Report) -> Iterator[Judgement]:
    """The cost of houses is their number times the support for each.

    Where hedged amounts leave it open, FND011 decides.

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
                    (Term("số căn nhà × mức hỗ trợ", cost),),
                ),
                expected=cost,
                actual=amount,
                related=claim.related,
            )


def _cost(report: Report, number: int) -> _Claim | None:
    """Return what houses cost; None if a figure is missing, or support and cost are measured in two units."""
    houses = report.funds.houses[number]
    count, each, amount = houses.count, houses.support_each, houses.amount
    if count is None or each is None or amount is None or unit_of(each) != unit_of(amount):
        return None
    place = f"funds.houses.{number}"
    related = (f"{place}.count", f"{place}.support_each")
    return _Claim(f"{place}.amount", "kinh phí", amount, as_sum(each) * count, related=related)


@rule(
    "FND010",
    Severity.ERROR,
    level=1,
    title="Số dư, trị giá và khoản bằng tiền phải ghi bằng đơn vị tiền",
    message="Báo cáo ghi {amount}, không phải là số tiền; đề nghị kiểm tra đơn vị tính",
)
def amounts_are_amounts(report: Report) -> Iterator[Judgement]:
    """The balance of a fund and a value are money; what it receives may be goods, but never a percentage.

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


@rule(
    "FND011",
    Severity.WARNING,
    level=1,
    basis=CUT,
    title="Các số ước lượng của quỹ cần khớp nhau theo cách ghi thường gặp",
    message=(
        "Báo cáo ghi {stated}; theo cách ghi thường gặp (“hơn 2,7” là từ 2,7 đến dưới 2,8), tính "
        "từ các số khác là {side} {bound}"
    ),
)
def hedged_amounts_agree_as_they_are_written(report: Report) -> Iterator[Judgement]:
    """Hedged amounts add up if each was cut after its last digit: "hơn 2,7 tỷ" is from 2,7 to 2,8 tỷ.

    A warning, since "hơn 2,7 tỷ" literally allows 5 tỷ; in the reports that could be checked it never was.
    Balances, totals, the cost of houses, and two ledgers of one fund and time, are checked where the words
    alone leave it open.  "Ít nhất", "không quá" and "dưới" say nothing about their other side.

    Wrong: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 47 tỷ at the end.
    Right: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 4,7 tỷ at the end.
    """
    for told in _claims(report):
        match told.fit:
            case Fit.DOUBTFUL:
                yield _doubtful(told)
            case Fit.OPEN:
                yield Unverifiable(told.path)
            case Fit.CUT:
                yield PASSED
            case _:  # exact and rounded figures leave nothing open: other rules check them
                pass


def _claims(report: Report) -> Iterator[_Claim]:
    """Return all that funds state, each with what it should be."""
    yield from (item.claim for item in _balances(report) if item.claim is not None)
    for side in _parted(report):
        claim = _claim_of(side)
        if claim is not None and not side.blank_item:
            yield claim
    yield from _told_twice(report)
    costs = (_cost(report, number) for number in range(len(report.funds.houses)))
    yield from (cost for cost in costs if cost is not None)


def _told_twice(report: Report) -> Iterator[_Claim]:
    """Return hedged sums, each with what other ledgers say of the same fund and time."""
    for sums in _sums(report):
        for told in _by_time(sums).values():
            ranked = sorted(told, key=lambda item: nominal(item.amount))
            extremes = dict.fromkeys((*ranked[:2], *ranked[-2:]))
            for hedged in told:
                if hedged.is_hedged:
                    for twin in _ends((item for item in extremes if item is not hedged), _whole):
                        reckoned, related = as_sum(twin.amount), (twin.path,)
                        yield _Claim(hedged.path, "vận động được", hedged.amount, reckoned, related=related)


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
