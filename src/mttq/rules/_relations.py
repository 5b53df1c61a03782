"""Two figures that stand in a relation: what most rules come down to."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, le
from typing import Any, Final, Literal

from mttq.rules._rule import PASSED, Breach, Evidence, Figure, Judgement, Term

__all__ = ["Relation", "holds", "judge_relation"]

Relation = Literal["=", "≤", "≥"]
Number = int | Decimal | Fraction

_HOLDS: Final[dict[Relation, Callable[[Any, Any], bool]]] = {"=": eq, "≤": le, "≥": ge}


def holds(left: Number, relation: Relation, right: Number) -> bool:
    """Tell whether a number stands in a relation to another; ask before terms and paths are built."""
    return _HOLDS[relation](left, right)


def judge_relation(left: Term, relation: Relation, right: Term, **args: Figure) -> Judgement:
    """Judge whether `left` stands in a relation ("=", "≤", "≥") to `right`; `left` is called into question.

    >>> judge_relation(Term("được kết nạp", 5), "≤", Term("được giới thiệu", 7))
    <_Passed.PASSED: 'passed'>
    """
    if holds(left.value, relation, right.value):
        return PASSED
    return Breach(
        path=left.path,
        args=args,
        evidence=Evidence((left,), relation, (right,)),
        expected=right.value if relation == "=" else None,
        actual=left.value,
        related=(right.path,) if right.path else (),
    )
