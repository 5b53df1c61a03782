"""Two figures that stand in a relation: what most rules come down to."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any, Final, Literal

import attrs

from mttq._declared.paths import complaint
from mttq._declared.types import clipped
from mttq.errors import FieldError, PathError
from mttq.report import Report
from mttq.rules._kit.bases import Basis
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Figure, Judgement, Term, Unverifiable
from mttq.wording import Phrase

__all__ = ["Compared", "Relation", "about", "compare", "holds", "term"]

Relation = Literal["=", "≤", "<", "≥", ">"]
Number = int | Decimal | Fraction
Compared = Term | Unverifiable | tuple[Term | Unverifiable, ...]
"""One side of a comparison: a figure or several, and for a blank what cannot be judged."""

_HOLDS: Final[dict[Relation, Callable[[Any, Any], bool]]] = {"=": eq, "≤": le, "<": lt, "≥": ge, ">": gt}


def holds(left: Number, relation: Relation, right: Number) -> bool:
    """Return whether a number stands in a relation to another; ask before terms and paths are built."""
    return _HOLDS[relation](left, right)


def compare(
    left: Compared,
    relation: Relation,
    right: Compared,
    *,
    basis: Basis | None = None,
    about: str = "",
    **args: Figure,
) -> Judgement:
    """Judge whether `left` stands in a relation to `right`; a breach shows the arithmetic.

    Args:
        left: the figure that is called into question, or several that are added up.  Where one is blank, the
            judgement cannot be made, and says what is missing.
        relation: "=", "≤", "<", "≥" or ">".
        right: the same as `left`, of what it is compared with.
        basis: by what it is a breach, if by another basis than the first of the rule.
        about: what is meant, where several things may be wrong at one path (`Breach.about`).
        args: what the message shows; if nothing is given, "{left}" and "{right}", the two sums.

    >>> compare(Term("được kết nạp", 5), "≤", Term("được giới thiệu", 7))
    <_Passed.PASSED: 'passed'>
    >>> nominated = Term("được giới thiệu", 7, "membership.nominated")
    >>> breach = compare(Term("được kết nạp", 8, "membership.admitted"), "≤", nominated)
    >>> breach.path, breach.actual, breach.evidence.residual, breach.related
    ('membership.admitted', 8, Fraction(1, 1), ('membership.nominated',))
    >>> compare(Unverifiable("membership.admitted"), "≤", nominated)
    Unverifiable(path='membership.admitted', blanks=())
    """
    lefts, rights = _listed(left), _listed(right)
    path, *_ = (part.path for part in lefts)
    blanks = tuple(part.path for part in (*lefts, *rights) if isinstance(part, Unverifiable))
    if blanks:
        return Unverifiable(path, () if blanks == (path,) else blanks)
    summands = tuple(part for part in lefts if isinstance(part, Term))
    bounds = tuple(part for part in rights if isinstance(part, Term))
    found, wanted = _added(summands), _added(bounds)
    if holds(found, relation, wanted):
        return PASSED
    return Breach(
        path=path,
        basis=basis,
        about=about,
        args=args or {"left": found, "right": wanted},
        evidence=Evidence(summands, relation, bounds),
        expected=wanted if relation == "=" else None,
        actual=found,
        related=tuple(part.path for part in (*lefts[1:], *rights) if part.path),
    )


def _listed(side: Compared) -> tuple[Term | Unverifiable, ...]:
    return side if isinstance(side, tuple) else (side,)


def _added(terms: tuple[Term, ...]) -> Number:
    """Return the sum, and a figure that stands alone as it is."""
    if len(terms) == 1:
        return terms[0].value
    total = sum(Fraction(term.value) for term in terms)
    return int(total) if total == int(total) else Fraction(total)


def term(report: Report, path: str, label: str = "") -> Term | Unverifiable:
    """Return the figure at a path for `compare`; for a blank, what cannot be judged.

    Args:
        report: the report.
        path: where the figure stands, as for `Report.value_at`.
        label: what it is, in Vietnamese; its place in the report if empty.

    Raises:
        FieldError: the value there is not a number: a percentage, or a quantity with a hedge.

    >>> from mttq.testing import make_report
    >>> term(make_report(), "population.villages", "số thôn")
    Term(label='số thôn', value=6, path='population.villages')
    >>> term(make_report().with_value("population.villages", None), "population.villages")
    Unverifiable(path='population.villages', blanks=())
    """
    try:
        value = report.value_at(path)
    except PathError:
        if complaint(path):
            raise
        value = None  # the report lacks the appendix
    if value is None:
        return Unverifiable(path)
    if not isinstance(value, int | Decimal | Fraction) or isinstance(value, bool):
        raise FieldError(Phrase("{}: cần một số, không phải {}", path, clipped(value)))
    return Term(label or report.place_of(path), value, path)


def about(judgement: Judgement, what: str) -> Judgement:
    """Say of a breach what it is about, where several things may be wrong at its path (`Breach.about`)."""
    return attrs.evolve(judgement, about=what) if isinstance(judgement, Breach) else judgement
