"""TRD: patterns in figures that counting seldom brings forth."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from math import comb
from typing import Final

from mttq.forms import Form, Kind
from mttq.report import Report
from mttq.rules._bases import Basis, Confidence
from mttq.rules._judgements import PASSED, Breach, Judgement
from mttq.rules._once import once
from mttq.rules._rule import Severity, rule
from mttq.rules._slots import Slot, Slots, filled, slots_of
from mttq.rules._spans import stated_years
from mttq.rules._totals import figures

__all__ = ["counts_are_no_multiples_of_the_years", "counts_are_not_all_round"]

_CHANCE: Final = Basis(text="Xác suất của số đếm", confidence=Confidence.SECONDARY)
_COUNTED: Final = (Kind.COUNT, Kind.PAIR, Kind.TRIPLE)
_LEAST: Final = 10  # smaller counts are often round
_RARE: Final = Fraction(1, 1000)


@rule("TRD004", Severity.INFO, level=1, basis=_CHANCE)
def counts_are_no_multiples_of_the_years(
    report: Report, *, rare: Fraction | Decimal = _RARE, least: int = _LEAST
) -> Iterator[Judgement]:
    """Counts of a review of N years are seldom multiples of N, unless a yearly estimate was taken N times.

    It fires when so many of the counts from `least` on would be multiples by chance with a probability below
    `rare` only.  Both halves of a pair count, totals and their parts too.

    Wrong: 30, 45, 45, 150, 15 and 30 over 15 years.
    Right: 31, 44, 47, 153, 15 and 28 over 15 years.
    """
    stated = stated_years(report)
    if stated is not None and stated[1] > 1:
        years = stated[1]
        counts = _counts(report, least)
        odd = [slot.path for slot, count in counts if count % years == 0]
        yield from _judge_pattern(odd, len(counts), years, rare, years=years)


@rule("TRD005", Severity.INFO, level=1, basis=_CHANCE)
def counts_are_not_all_round(
    report: Report, *, rare: Fraction | Decimal = _RARE, least: int = _LEAST
) -> Iterator[Judgement]:
    """One count in five ends in 0 or 5; where nearly all do, they were probably estimated.

    It fires when so many of the counts from `least` on would be round by chance with a probability below
    `rare` only.

    Wrong: 30, 45, 45, 150, 15 and 30.
    Right: 31, 44, 47, 153, 15 and 28.
    """
    counts = _counts(report, least)
    odd = [slot.path for slot, count in counts if count % 5 == 0]
    yield from _judge_pattern(odd, len(counts), 5, rare)


@cache
def _counting_slots(form: Form) -> Slots:
    return Slots(slot for slot in slots_of(form) if slot.row.kind in _COUNTED)


@once
def _counts(report: Report, least: int) -> list[tuple[Slot, int]]:
    found: list[tuple[Slot, int]] = []
    for form, values in filled(report):
        for slot, value in _counting_slots(form).cells(values):
            if isinstance(value, int):
                if value >= least:
                    found.append((slot, value))
            elif value is not None:
                found += [(slot, count) for count in figures(value) if count >= least]
    return found


def _judge_pattern(
    odd: list[str], counts: int, one_in: int, rare: Fraction | Decimal, **args: int
) -> Iterator[Judgement]:
    """Judge whether as many odd ones may be chance where one in so many is; nothing without counts."""
    if not counts:
        return
    if len(odd) * one_in <= counts or _at_least(len(odd), counts, Fraction(1, one_in)) >= rare:
        yield PASSED
    else:
        yield Breach(
            path="appendices",
            args={"odd": len(odd), "counts": counts, **args},
            related=tuple(dict.fromkeys(odd)),
        )


@lru_cache(maxsize=1024)  # reports have about as many counts each
def _at_least(hits: int, trials: int, chance: Fraction) -> Fraction:
    """Give the probability of at least so many hits (the upper tail of the binomial distribution)."""
    hit, all_ways = chance.numerator, chance.denominator
    ways = sum(comb(trials, k) * hit**k * (all_ways - hit) ** (trials - k) for k in range(hits, trials + 1))
    return Fraction(ways, all_ways**trials)
