"""What single rules judge in place of the general ones, so that each relation and statement is judged once.

A rule claims when it is declared; the general rules ask when they judge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

import attrs

from mttq._declared.relations import Number, Shape
from mttq.model import Statement
from mttq.report import Report
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.judgements import PASSED, Judgement, Unverifiable
from mttq.rules._kit.judging import JUDGED, judged
from mttq.rules._kit.once import once
from mttq.rules._kit.places import DAY, Asked, Bound, Place, Values, readings_of
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


@attrs.frozen(cache_hash=True)
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
        if asked == _AS_DECLARED and self in _CLAIMS:
            return iter(_walked(report, len(_CLAIMS)).get(self, ()))
        chosen = relations_of(report).choose(self, lambda bound: self.takes(bound.line, bound.relation.shape))
        bounds = (bound.relation for _, bounds in chosen for bound in bounds)
        if self in _CLAIMS and not asked.differs_from(bounds):
            return iter(_walked(report, len(_CLAIMS)).get(self, ()))
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
                judgement = _judgement_of(report, bound, numbers, values, asked)
                if judgement is not None:
                    yield judgement


def _told_apart(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values
) -> Unverifiable | None:
    """Return that a relation in a sum cannot be judged, if not the same reports told all of its figures."""
    (figure,) = bound.figure.read(values, numbers)
    others = [one.path for term in bound.terms for one in term.read(values, numbers) if one.value is not None]
    return None if figure.value is None else told_apart(report, figure.path, others)


def _says_nothing(bound: Bound, values: Values) -> bool:
    """Return whether a blank needs no judgement: most records leave out what they do not count."""
    if bound.may_be_blank and not bound.figure.parts:
        return True
    return bool(bound.positions) and all(values[position] is None for position in bound.positions)


def _judgement_of(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values, asked: Asked
) -> Judgement | None:
    """Judge one relation, fast where all is exact and well; None where it does not apply."""
    for fulfils in bound.where:
        if not fulfils(values):
            return None
    if values[bound.figure.position] is None and _says_nothing(bound, values):
        return None
    if report.compiled is not None and (apart := _told_apart(report, bound, numbers, values)):
        return apart
    if values[bound.figure.position] is not None:
        try:
            if bound.holds(values, asked):
                return PASSED
        except TypeError:  # something is blank, or no exact figure
            pass
    return judged(bound, numbers, values, asked)


@once
def _walked(report: Report, claims: int) -> Mapping[object, list[Judgement]]:
    """Judge all relations of a report in one walk; found are the judgements of each claim and shape."""
    found: defaultdict[object, list[Judgement]] = defaultdict(list)
    for place, bounds in _owned(relations_of(report), claims):
        for numbers, values in readings_of(report, place):
            for bound, owners in bounds:
                judgement = _judgement_of(report, bound, numbers, values, _AS_DECLARED)
                if judgement is not None:
                    for owner in owners:
                        found[owner].append(judgement)
    return found


@lru_cache(maxsize=128)
def _owned(compiled: Compiled, claims: int) -> list[tuple[Place, list[tuple[Bound, tuple[object, ...]]]]]:
    """Return the relations with those to whom they are left: the claims on them, else the general rule."""
    del claims  # another one may change whose they are
    pairs = (
        (place, [(bound, _owners_of(bound)) for bound in place.bounds if bound.relation.shape in JUDGED])
        for place in compiled.places
    )
    return [(place, bounds) for place, bounds in pairs if bounds]


def _owners_of(bound: Bound) -> tuple[object, ...]:
    shape = bound.relation.shape
    claims = tuple(item for item in _CLAIMS if item.takes(bound.line, shape))
    return claims or (_general(shape, days=bound.figure.unit == DAY),)


@cache
def _general(shape: Shape, *, days: bool) -> str:
    """Return by what the general rule of a shape is known."""
    return f"{shape} {days}"


_CLAIMS: Final[dict[Claim, None]] = {}


def claim_relations(claims: Iterable[Claim]) -> None:
    """Leave relations to a rule."""
    _CLAIMS.update(dict.fromkeys(claims))


def is_claimed(line: str, shape: Shape) -> bool:
    """Return whether a rule judges a line in what a shape is about: its blanks, say, with `NEEDED`."""
    return any(item.takes(line, shape) for item in _CLAIMS)


def judge_unclaimed(report: Report, *shapes: Shape, days: bool = False) -> Iterator[Judgement]:
    """Judge the relations of some shapes that no rule claims: those of days, or all others."""
    walked = _walked(report, len(_CLAIMS))
    for shape in shapes:
        yield from walked.get(_general(shape, days=days), ())


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
