"""Means that lie far from what is usual: a slip in a figure or in its unit shows in what comes to one."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from mttq.rules._kit.amounts import exact, nominal
from mttq.rules._kit.bases import Basis, Confidence
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Term
from mttq.values import Quantity, Share
from mttq.values.figures import rounded
from mttq.wording import Phrase

__all__ = ["USUAL", "judge_band", "rounded_like", "told_from"]

USUAL: Final = Basis(text="Mức thường gặp trong báo cáo của các địa phương", confidence=Confidence.SECONDARY)
"""The basis of bands that are a choice of this library; a profile sets others."""


def told_from(share: Share, exact: Fraction) -> Decimal:
    """Round the right percentage so that a reader sees how it differs from a wrong one that is printed.

    >>> told_from(Share(Decimal("51.590")), 100 * Fraction(488, 946))
    Decimal('51.586')
    """
    return rounded(exact, max(2, -int(share.percent.as_tuple().exponent)))


def rounded_like(share: Share, part: int, whole: int) -> Share:
    """Return the percentage that has as many decimals as one that is printed.

    >>> rounded_like(Share(Decimal("34.99")), 8749, 25000)
    Share(percent=Decimal('35.00'))
    """
    return Share.of(part, whole, decimals=max(0, -int(share.percent.as_tuple().exponent)))


def judge_band(
    path: str,
    total: int | Quantity,
    count: int | Fraction | Quantity,
    band: tuple[int | Decimal | Fraction, int | Decimal | Fraction],
    *steps: int | str,
    units: tuple[str, str],
) -> Judgement:
    """Judge what of `total` comes to one of `count`; a breach shows total, count, mean, least and greatest.

    Args:
        path: where the total stands; "{}" in it takes the `steps`.
        total: the figure that is divided.
        count: by what it is divided.
        band: the least and the greatest usual mean, both included.
        steps: the positions in lists, or the tier, that belong into the path.
        units: what total and count are counted in, for figures that do not say so themselves.
    """
    least, greatest, whole, parts = exact(band[0]), exact(band[1]), exact(total), exact(count)
    if least * parts <= whole <= greatest * parts:
        return PASSED
    divided = {"total": _with_unit(total, units[0]), "count": _with_unit(count, units[1])}
    mean = nominal(total) / parts if parts else Phrase("không tính được")
    args = {**divided, "mean": mean, "least": band[0], "greatest": band[1]}
    evidence, place = None, path.format(*steps)
    if isinstance(mean, Fraction):
        one = Term("bình quân", mean, place)
        low = whole < least * parts
        bound = Term("mức thường gặp", Fraction(least if low else greatest))
        evidence = Evidence((one,), "≥" if low else "≤", (bound,))
    return Breach(path=place, args=args, evidence=evidence, actual=total)


def _with_unit(figure: int | Fraction | Quantity, unit: str) -> Fraction | Quantity:
    if isinstance(figure, Quantity):
        return attrs.evolve(figure, unit=figure.unit or unit)
    return Quantity(value=Decimal(figure), unit=unit) if isinstance(figure, int) else figure
