"""Means that lie far from what is usual: a slip in a figure or in its unit shows in what comes to one."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from mttq.rules._rule import PASSED, Basis, Breach, Confidence, Evidence, Judgement, Term
from mttq.values import Quantity

__all__ = ["USUAL", "judge_band", "nominal"]

USUAL: Final = Basis(text="Mức thường gặp trong báo cáo các nơi", confidence=Confidence.SECONDARY)
"""The basis of bands that are a choice of this library; a profile sets others."""


def nominal(figure: int | Decimal | Fraction | Quantity) -> Fraction:
    """Give a figure without its hedge, for a first look at sizes."""
    return Fraction(figure.value if isinstance(figure, Quantity) else figure)


def judge_band(
    path: str,
    label: str,
    total: int | Quantity,
    count: int | Fraction | Quantity,
    band: tuple[int | Decimal, int | Decimal],
    *steps: int | str,
) -> Judgement:
    """Judge what of `total` comes to one of `count`; the breach has the args total and count.

    Args:
        path: where the total stands; "{}" in it takes the `steps`.
        label: what comes to one: "người mỗi hội nghị".
        total: the figure that is divided.
        count: by what it is divided.
        band: the least and the greatest usual mean, both included.
        steps: the positions in lists, or the tier, that belong into the path.
    """
    least, greatest = map(Fraction, band)
    whole, parts = nominal(total), nominal(count)
    if least * parts <= whole <= greatest * parts:
        return PASSED
    evidence, place = None, path.format(*steps)
    if parts:
        mean = Term(label, whole / parts, place)
        low = whole < least * parts
        bound = Term("mức thường gặp", least if low else greatest)
        evidence = Evidence((mean,), "≥" if low else "≤", (bound,))
    return Breach(path=place, args={"total": total, "count": count}, evidence=evidence, actual=total)
