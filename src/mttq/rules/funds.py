"""FND: the Fund for the Poor, relief, gifts."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

import attrs

from mttq.model import Amount, FundLedger, Gifts, ReportPeriod
from mttq.report import Report
from mttq.rules._amounts import VND, exact, in_dong, nominal, unit_of
from mttq.rules._bands import USUAL, judge_band
from mttq.rules._bases import PRACTICE
from mttq.rules._judgements import PASSED, Breach, Evidence, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._once import once
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import REVIEW, period_of, whole_years
from mttq.rules._statements import compared, judge_statements
from mttq.values import Qualifier, Quantity
from mttq.values.figures import WIDE
from mttq.wording import Phrase

__all__ = [
    "funds_cover_the_years_under_review",
    "gifts_have_a_usual_value",
    "hedged_sums_agree_with_exact_ones",
    "yearly_sums_fit_the_sum_of_years",
]

_Number = int | Fraction

_SCALE_WORDS: Final = {3: "nghìn", 6: "triệu"}
"""The powers of ten that are lost with a word."""


@attrs.frozen
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


@once
def _pairs(report: Report) -> list[tuple[_Sum, _Sum]]:
    """Give each two sums of one fund, both ways round; goods are no sums of money."""
    sums = [
        _Sum(number, ledger, ledger.raised)
        for number, ledger in enumerate(report.funds.ledgers)
        if ledger.raised is not None
    ]
    return [
        (one, other)
        for one, other in permutations(sums, 2)
        if one.ledger.fund is other.ledger.fund and unit_of(one.amount) == unit_of(other.amount)
    ]


@rule("FND001", Severity.WARNING, level=1, basis=USUAL)
def yearly_sums_fit_the_sum_of_years(
    report: Report, least: Decimal = Decimal("0.1"), greatest: Decimal = Decimal(10)
) -> Iterator[Judgement]:
    """What a fund raises "hằng năm" and its sum over some years are of one size; else a unit got lost.

    Wrong: "hằng năm hơn 200.000 đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.
    """
    band = (exact(least), exact(greatest))
    for yearly, several in _pairs(report):
        if yearly.ledger.each_year and not several.ledger.each_year:
            if not several.years:
                yield Unverifiable(f"funds.ledgers.{several.number}.stated_years")
            elif _within(exact(yearly.amount) * several.years, exact(several.amount), band):
                yield PASSED
            else:
                yield _of_another_size(yearly, several, band)


def _within(figure: _Number, other: _Number, band: tuple[_Number, _Number]) -> bool:
    return band[0] * other <= figure <= band[1] * other


def _of_another_size(yearly: _Sum, several: _Sum, band: tuple[_Number, _Number]) -> Breach:
    each, mean = nominal(yearly.amount), nominal(several.amount) / several.years
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


@rule("FND005", Severity.WARNING, level=1, basis=USUAL)
def gifts_have_a_usual_value(
    report: Report, least: int = 50_000, greatest: int = 5_000_000
) -> Iterator[Judgement]:
    """What one gift comes to lies between a notebook and a bicycle; else a sum or its unit is wrong.

    Wrong: 5.500 gifts of 4,5 triệu đồng in all.
    Right: 5.500 gifts of 4,5 tỷ đồng in all.
    """
    for number, gifts in enumerate(report.funds.gifts):
        yield from _judge_gifts(gifts, "funds.gifts.{}.{}", number, (least, greatest))
    for number, action in enumerate(report.funds.relief):
        if action.gifts is not None:
            yield from _judge_gifts(action.gifts, "funds.relief.{}.gifts.{}", number, (least, greatest))


def _judge_gifts(gifts: Gifts, place: str, number: int, band: tuple[int, int]) -> Iterator[Judgement]:
    if gifts.value is not None and unit_of(gifts.value) != VND:
        yield Unverifiable(place.format(number, "value"))
    elif gifts.value is not None and gifts.count is not None:
        units = ("VND", "gifts")
        yield judge_band(place, gifts.value, gifts.count, band, number, "value", units=units)
    elif gifts.value is not None or gifts.count is not None:
        yield Unverifiable(place.format(number, "value" if gifts.value is None else "count"))


@rule("FND006", Severity.WARNING, level=1, basis=PRACTICE)
def funds_cover_the_years_under_review(report: Report) -> Iterator[Judgement]:
    """A sum over other years than those under review cannot be set beside the other figures.

    Figures of a single year say so themselves and are not judged.

    Wrong: a fund's sum of five years in a report on 15 years.
    Right: a fund's sum of 15 years in a report on 15 years.
    """
    found = period_of(report, REVIEW)
    if found is None:
        return
    position, item = found
    review = whole_years(item.period, item.stated_years)
    for number, ledger in enumerate(report.funds.ledgers):
        years = whole_years(ledger.period, ledger.stated_years)
        if not review or ledger.each_year or (years and max(years) <= 1):
            continue
        if not years:
            yield Unverifiable(f"funds.ledgers.{number}.period")
        elif set(years) & set(review) or _is_of(item, ledger):
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
    """Tell whether a ledger is of the very period of the review, whatever length that is said to have."""
    return ledger.stated_years is None and ledger.period == review.period


@rule("FND007", Severity.ERROR, level=1)
def hedged_sums_agree_with_exact_ones(report: Report) -> Iterator[Judgement]:
    """A hedge bounds a figure, so the exact one lies within, and so does the mean of the years it bounds.

    Wrong: "hằng năm hơn 50 triệu đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.
    """
    yield from judge_statements(report, "FND007")
    for hedged, other in _pairs(report):
        figures = _for_the_same_time(hedged, other)
        if any(map(hedged.raised.admits, figures)):
            yield PASSED
        elif figures:
            figure = figures[-1]
            yield Breach(
                path=hedged.path,
                about=other.path,
                args={
                    "text": hedged.raised,
                    "appendix": in_dong(int(figure)) if figure.denominator == 1 else figure,
                },
                evidence=compared(hedged.raised, Term("số chính xác", figure, other.path), hedged.path),
                actual=hedged.raised,
                related=(other.path,),
            )


def _for_the_same_time(hedged: _Sum, other: _Sum) -> tuple[Fraction, ...]:
    """Give what an exact sum may say about the time of a hedged one: itself, or its mean for each year.

    From 2019 to 2023 are four or five years, so there are two such means.  "Khoảng" of each year bounds no
    mean of other years.
    """
    if not isinstance(hedged.amount, Quantity) or hedged.amount.qualifier is Qualifier.EXACT:
        return ()
    sum_ = other.amount
    if isinstance(sum_, Quantity) and (sum_.qualifier is not Qualifier.EXACT or sum_.is_rounded):
        return ()
    one, two = hedged.ledger, other.ledger
    if one.each_year == two.each_year:
        same = (one.period, one.stated_years) == (two.period, two.stated_years)
        return (nominal(sum_),) if same else ()
    if one.each_year and hedged.amount.qualifier is not Qualifier.ABOUT:
        return tuple(nominal(sum_) / years for years in whole_years(two.period, two.stated_years) if years)
    return ()
