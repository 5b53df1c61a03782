"""What single rules judge in place of the general ones, so that each relation and statement is judged once.

A rule claims when it is declared; the general rules ask when they judge.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

import attrs

from mttq._relations import Number, Shape
from mttq.model import Statement
from mttq.report import Report
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.judgements import PASSED, Judgement, Unverifiable
from mttq.rules._kit.judging import judged
from mttq.rules._kit.places import Asked, Bound, Place, Values, readings_of
from mttq.rules._kit.sums import told_apart

__all__ = [
    "Claim",
    "StatementClaim",
    "claim",
    "claim_relations",
    "claim_statements",
    "claimant_of",
    "is_claimed",
    "judge_bounds",
    "judge_unclaimed",
    "relations_on_figures",
]

_AS_DECLARED: Final = Asked()


@attrs.frozen
class Claim:
    """The relations of one shape that are declared on some figures.

    Args:
        shape: what the relations say; None: any relation of the figures, and that they are blank.
        lines: the paths of the figures, without the column of a level; "*" is any name, and any position in
            a list.
    """

    shape: Shape | None
    lines: tuple[str, ...]

    def __str__(self) -> str:
        shape = f"{self.shape} " if self.shape else ""
        return shape + ", ".join(self.lines)

    def takes(self, line: str, shape: Shape) -> bool:
        """Return whether a relation on a line is one of these."""
        return self.shape in (None, shape) and any(_fits(pattern, line) for pattern in self.lines)

    def judge(
        self,
        report: Report,
        *,
        low: Number | None = None,
        high: Number | None = None,
    ) -> Iterator[Judgement]:
        """Judge the relations.

        Args:
            report: the report.
            low: what is asked in place of the lower bound that is declared.
            high: what is asked in place of the upper bound.
        """
        asked = Asked(low=low, high=high)
        chosen = relations_of(report).choose(self, lambda bound: self.takes(bound.line, bound.relation.shape))
        return judge_bounds(report, chosen, asked)


def claim(shape: str, *lines: str) -> Claim:
    """Claim the relations of a shape on some figures.

    >>> claim("at_most", "supervision.*.*.answered").takes("supervision.dialogues.*.answered", Shape.AT_MOST)
    True
    """
    return Claim(Shape(shape), lines)


@cache
def _fits(pattern: str, line: str) -> bool:
    wanted, names = pattern.split("."), line.split(".")
    return len(wanted) == len(names) and all(
        one in ("*", name) for one, name in zip(wanted, names, strict=True)
    )


def relations_on_figures(report: Report, shape: Shape) -> Iterator[tuple[Bound, tuple[int, ...], Values]]:
    """Return the relations of a shape, each with the positions that lead to it and the value there."""
    for place, bounds in relations_of(report).choose(shape, lambda bound: bound.relation.shape is shape):
        for numbers, values in readings_of(report, place):
            for bound in bounds:
                yield bound, numbers, values


def judge_bounds(
    report: Report, chosen: list[tuple[Place, list[Bound]]], asked: Asked = _AS_DECLARED
) -> Iterator[Judgement]:
    """Judge relations whose figures are found, by place."""
    for place, bounds in chosen:
        for numbers, values in readings_of(report, place):
            for bound in bounds:
                if bound.where is not None and not bound.where(values):
                    continue
                if report.compiled is not None and (apart := _told_apart(report, bound, numbers, values)):
                    yield apart
                    continue
                try:
                    holds = bound.holds(values, asked)
                except TypeError:  # something is blank, or no exact figure
                    holds = False
                if holds:
                    yield PASSED
                elif (judgement := judged(bound, numbers, values, asked)) is not None:
                    yield judgement


def _told_apart(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values
) -> Unverifiable | None:
    """Return that a relation in a sum cannot be judged, if not the same reports told all of its figures."""
    (figure,) = bound.figure.read(values, numbers)
    others = [one.path for term in bound.terms for one in term.read(values, numbers) if one.value is not None]
    return None if figure.value is None else told_apart(report, figure.path, others)


_CLAIMS: Final[list[Claim]] = []


def claim_relations(claims: Iterable[Claim]) -> None:
    """Leave relations to a rule."""
    _CLAIMS.extend(claims)


def is_claimed(line: str, shape: Shape) -> bool:
    """Return whether a rule judges a line in what a shape is about: its blanks, say, with `NEEDED`."""
    return any(item.takes(line, shape) for item in _CLAIMS)


def judge_unclaimed(report: Report, *shapes: Shape) -> Iterator[Judgement]:
    """Judge the relations of some shapes that no rule claims."""

    def wanted(bound: Bound) -> bool:
        return bound.relation.shape in shapes and not is_claimed(bound.line, bound.relation.shape)

    return judge_bounds(report, relations_of(report).choose((shapes, len(_CLAIMS)), wanted), _AS_DECLARED)


StatementClaim = Callable[[Statement], bool]
"""Tells whether a rule judges a statement."""

_STATEMENTS: Final[list[StatementClaim]] = []


def claim_statements(claim: StatementClaim) -> StatementClaim:
    """Leave statements to a rule; no two rules claim one statement."""
    _STATEMENTS.append(claim)
    return claim


def claimant_of(statement: Statement) -> StatementClaim | None:
    """Return the claim that a statement falls under; None if the general rule judges it."""
    return next((claim for claim in _STATEMENTS if claim(statement)), None)
