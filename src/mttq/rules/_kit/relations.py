"""Two figures that stand in a relation: what most rules come down to."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, le
from typing import Any, Final, Literal

import attrs

from mttq.rules._kit.bases import Basis
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Figure, Judgement, Term, Unverifiable

__all__ = ["Relation", "about", "holds", "judge_part", "judge_relation"]

Relation = Literal["=", "≤", "≥"]
Number = int | Decimal | Fraction

_HOLDS: Final[dict[Relation, Callable[[Any, Any], bool]]] = {"=": eq, "≤": le, "≥": ge}


def holds(left: Number, relation: Relation, right: Number) -> bool:
    """Return whether a number stands in a relation to another; ask before terms and paths are built."""
    return _HOLDS[relation](left, right)


def judge_relation(
    left: Term, relation: Relation, right: Term, *, basis: Basis | None = None, **args: Figure
) -> Judgement:
    """Judge whether `left` stands in a relation ("=", "≤", "≥") to `right`; `left` is called into question.

    The breach names `basis`, if it is another one than that of the rule.

    >>> judge_relation(Term("được kết nạp", 5), "≤", Term("được giới thiệu", 7))
    <_Passed.PASSED: 'passed'>
    """
    if holds(left.value, relation, right.value):
        return PASSED
    return Breach(
        path=left.path,
        basis=basis,
        args=args,
        evidence=Evidence((left,), relation, (right,)),
        expected=right.value if relation == "=" else None,
        actual=left.value,
        related=(right.path,) if right.path else (),
    )


def about(judgement: Judgement, what: str) -> Judgement:
    """Say of a breach what it is about, where several things may be wrong at its path (`Breach.about`)."""
    return attrs.evolve(judgement, about=what) if isinstance(judgement, Breach) else judgement


def judge_part(
    part: int | None, whole: int | None, paths: tuple[str, str], labels: tuple[str, str], *names: str
) -> Iterator[Judgement]:
    """Judge that a part is no more than its whole: nothing if both are blank, not verifiable if one is.

    Args:
        part: the figure that is called into question.
        whole: the figure that it is a part of.
        paths: where part and whole stand.
        labels: what they are, in Vietnamese.
        names: what the wording calls them.

    >>> list(judge_part(None, 7, ("a", "b"), ("kết nạp", "giới thiệu"), "admitted", "nominated"))
    [Unverifiable(path='a', blanks=())]
    """
    if part is None and whole is None:
        return
    if part is None or whole is None:
        yield Unverifiable(paths[part is not None])
    elif part <= whole:
        yield PASSED
    else:
        left, right = (Term(*term) for term in zip(labels, (part, whole), paths, strict=True))
        yield judge_relation(left, "≤", right, basis=None, **dict(zip(names, (part, whole), strict=True)))
