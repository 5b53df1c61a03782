"""Printed percentages, each with the two numbers of which it is the share."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Final

import attrs

from mttq import vi
from mttq._declared.relations import Shape
from mttq.report import Report
from mttq.rules._kit.bands import told_from
from mttq.rules._kit.cells import amount
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.once import once
from mttq.rules._kit.places import Bound, Operand, Place, Values, readings_of
from mttq.values import Quantity, Share
from mttq.wording import Phrase

__all__ = ["Stated", "has_a_part", "has_a_whole", "judge_share", "prints", "shares", "shares_at"]

_SURE: Final = 3
"""A percentage that admits at most so many numerators points to them; one that admits more points nowhere."""


@attrs.frozen
class Stated:
    """A printed percentage with the numbers that it comes from, and where they stand.

    Args:
        part: the numerator, if it is known.
        share: the percentage.
        whole: the denominator, if it is known.
        paths: where the three stand, or what is missing.
        is_right: whether it is the percentage of its numbers, rounded.
        is_cut: whether it is that percentage, cut instead of rounded.
        is_alone: whether one of both is known and the other blank.
    """

    part: int | None
    share: Share
    whole: int | None
    paths: tuple[str, str, str]
    is_right: bool
    is_cut: bool
    is_alone: bool

    @property
    def numbers(self) -> tuple[int, int] | None:
        """Numerator and denominator, if both are known and it can be divided."""
        return (self.part, self.whole) if self.part is not None and self.whole else None

    @property
    def is_possible(self) -> bool:
        """Whether a whole number goes with the one of both that is known."""
        if self.whole is not None:
            return has_a_part(self.share, self.whole)
        return has_a_whole(self.share, self.part or 0)


def has_a_part(share: Share, whole: int) -> bool:
    """Return whether the least number that may be such a share of a total prints as it.

    >>> from decimal import Decimal
    >>> has_a_part(Share(Decimal("51.60")), 946), has_a_part(Share(Decimal("51.59")), 946)
    (False, True)
    """
    return prints(share, max(0, ceil(Fraction(share.low) * whole / 100)), whole)


def has_a_whole(share: Share, part: int) -> bool:
    """Return whether the greatest total of which a number may be such a share prints as it.

    >>> from decimal import Decimal
    >>> has_a_whole(Share(Decimal("21.34")), 22), has_a_whole(Share(Decimal("21.36")), 22)
    (False, True)
    """
    return share.low <= 0 or prints(share, part, floor(100 * part / Fraction(share.low)))


def prints(share: Share, part: int, whole: int) -> bool:
    """Return whether a percentage is two numbers divided, rounded or cut."""
    return share.admits(part, whole) or share.is_cut_from(part, whole)


@once
def shares(report: Report) -> list[Stated]:
    """Return the percentages that are printed: whatever figure is declared to be a share of two others."""
    chosen = relations_of(report).choose(Shape.SHARE_OF, lambda bound: bound.relation.shape is Shape.SHARE_OF)
    return list(shares_at(report, chosen))


def shares_at(report: Report, chosen: Iterable[tuple[Place, list[Bound]]]) -> Iterator[Stated]:
    """Return the percentages of which some relations speak."""
    for place, bounds in chosen:
        for numbers, values in readings_of(report, place):
            for bound in bounds:
                share = values[bound.figure.position]
                if isinstance(share, Share) and all(fulfils(values) for fulfils in bound.where):
                    yield _stated(bound, share, numbers, values)


def _stated(bound: Bound, share: Share, numbers: tuple[int, ...], values: Values) -> Stated:
    (part, part_at), (whole, whole_at) = (
        _together(terms, numbers, values) for terms in (bound.terms, bound.whole)
    )
    figures = (part, whole) if part is not None and whole else None
    is_right = figures is not None and share.admits(*figures)
    return Stated(
        part=part,
        share=share,
        whole=whole,
        paths=(part_at, bound.figure.path.format(*numbers), whole_at),
        is_right=is_right,
        is_cut=figures is not None and not is_right and share.is_cut_from(*figures),
        is_alone=(part is None) is not (whole is None)
        and all(values[term.position] is None for term in (bound.terms if part is None else bound.whole)),
    )


def _together(terms: tuple[Operand, ...], numbers: tuple[int, ...], values: Values) -> tuple[int | None, str]:
    """Return what terms come to, if all are known, and where the first of them stands, or the one missing."""
    if len(terms) == 1 and terms[0].is_plain and type(values[terms[0].position]) is int:  # most are such
        return values[terms[0].position], terms[0].path.format(*numbers)
    found = [(reading, term.minus) for term in terms for reading in term.read(values, numbers)]
    figures = [_counted(reading.value) for reading, _ in found]
    known = [
        -figure if minus else figure
        for figure, (_, minus) in zip(figures, found, strict=True)
        if figure is not None
    ]
    if not found:  # an empty list says nothing
        return None, terms[0].path.format(*numbers)
    if len(known) == len(found):
        return sum(known), found[0][0].path
    return None, found[figures.index(None)][0].path


def _counted(value: object) -> int | None:
    """Return a figure as one whole number; None of a blank, and of what is hedged, rounded or no whole."""
    if isinstance(value, Quantity):
        return int(value.value) if value.low == value.high == value.value.to_integral_value() else None
    return amount(value)


def judge_share(stated: Stated) -> Judgement:
    """Judge whether a percentage is that of its numbers, rounded or cut."""
    numbers, share = stated.numbers, stated.share
    if stated.is_right or stated.is_cut:
        return PASSED
    part_path, path, whole_path = stated.paths
    if numbers is None:
        return Unverifiable(part_path if stated.whole else whole_path)
    part, whole = numbers
    return _contradiction(Term("tử số", part, part_path), share, path, Term("mẫu số", whole, whole_path))


def _contradiction(part: Term, share: Share, path: str, whole: Term) -> Breach:
    exact = 100 * Fraction(part.value) / Fraction(whole.value)
    one = Fraction(whole.value) / 100
    least, greatest = max(ceil(Fraction(share.low) * one), 0), floor(Fraction(share.high) * one)
    reason = Phrase("{} của {}", vi.format_figure(share), vi.format_figure(whole.value))
    return Breach(
        path=path,
        args={"part": part.value, "whole": whole.value, "share": share, "exact": told_from(share, exact)},
        evidence=Evidence((Term("tỷ lệ ghi", share.percent, path),), "=", (Term("tính lại", exact),)),
        actual=share,
        related=(part.path, whole.path),
        suggestions=tuple(
            Suggestion(path=part.path, old=part.value, new=number, reason=reason)
            for number in (range(least, greatest + 1) if greatest - least < _SURE else ())
        ),
    )
