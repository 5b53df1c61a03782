"""What single rules judge in place of the general ones, so that each relation and statement is judged once.

A rule claims when it is declared; the general rules ask when they judge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Final

import attrs

from mttq._declared.relations import Number, Shape
from mttq.model import Statement
from mttq.report import Report
from mttq.rules._kit.amounts import is_hedged
from mttq.rules._kit.bases import Basis
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.judgements import PASSED, Judgement, Unverifiable
from mttq.rules._kit.judging import judged, judged_as_cut
from mttq.rules._kit.places import DAY, Asked, Bound, Holds, Operand, Values
from mttq.rules._kit.sums import told_apart
from mttq.rules._kit.walked import Records, Step, Stops, slow_walk_over, stops_of, walk_over

__all__ = [
    "Claim",
    "StatementClaim",
    "claim",
    "claim_cuts",
    "claim_relations",
    "claim_statements",
    "claimant_of",
    "is_claimed",
    "judge_bounds",
    "judge_cuts",
    "judge_unclaimed",
    "unclaimed",
]

_AS_DECLARED: Final = Asked()


@attrs.frozen(cache_hash=True)
class Claim:
    """The relations of one shape that are declared on some figures.

    Args:
        shape: what the relations say; None: any relation of the figures, and that they are blank.
        lines: the paths of the figures, without the column of a level; "*" is any name, and any position in
            a list.  None: all figures whose relations no other rule claims.

    >>> from mttq.rules import RULES
    >>> claim = RULES["CRI001"].claims[0]
    >>> claim.shape.value, claim.lines
    ('total_of', ('kl62-pl2.criticism.sessions',))
    """

    shape: Shape | None
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.shape, ", ".join(self.lines))))

    def takes(self, line: str, shape: Shape) -> bool:
        """Return whether a relation on a line is one of these."""
        return self.shape in (None, shape) and any(_fits(pattern, line) for pattern in self.lines)

    def _takes(self, bound: Bound) -> bool:
        return self.takes(bound.line, bound.relation.shape)

    def is_general_for(self, shape: Shape) -> bool:
        """Return whether it leaves to its rule the relations of a shape that no other rule claims."""
        return self.shape is shape and not self.lines

    def judge(
        self,
        report: Report,
        *,
        low: Number | None = None,
        high: Number | None = None,
        days: int | None = None,
        bases: tuple[Basis, ...] = (),
    ) -> Iterator[Judgement]:
        """Judge the relations.

        Args:
            report: the report.
            low: what is asked in place of the lower bound that is declared.
            high: what is asked in place of the upper bound.
            days: what is asked in place of the days of a deadline.
            bases: the texts that set a deadline; a breach names the one that was in force.
        """
        stops = _left_to(report, self) if self in _CLAIMS else stops_of(relations_of(report), self._takes)
        if low is high is days is None and not bases:
            return iter(_judged(report, stops, _AS_DECLARED))
        asked = Asked(low=low, high=high, days=days, bases=bases)
        relations = (step.bound.relation for _, steps in stops for step in steps)
        if not asked.is_declared and not asked.differs_from(relations):
            asked = Asked(bases=bases)  # a profile that sets nothing asks what is declared
        return iter(_judged(report, stops, asked))


def claim(shape: str, *lines: str) -> Claim:
    """Claim the relations of a shape on some figures.

    >>> claim("at_most", "supervision.*.*.answered").takes("supervision.dialogues.*.answered", Shape.AT_MOST)
    True
    """
    return Claim(Shape(shape), lines)


def unclaimed(*shapes: Shape) -> tuple[Claim, ...]:
    """Claim the relations of some shapes that no other rule claims, but those of days."""
    return tuple(Claim(shape, ()) for shape in shapes)


@cache
def _fits(pattern: str, line: str) -> bool:
    wanted, names = pattern.split("."), line.split(".")
    return len(wanted) == len(names) and all(
        one in ("*", name) for one, name in zip(wanted, names, strict=True)
    )


def judge_bounds(report: Report, compiled: Compiled) -> Iterator[Judgement]:
    """Judge all relations whose figures are found."""
    return iter(_judged(report, stops_of(compiled), _AS_DECLARED))


def _judged(report: Report, stops: Stops, asked: Asked) -> list[Judgement]:
    """Judge relations: what holds, then what else is told, place by place, by the items of its list."""
    found: list[Judgement] = []
    others: list[tuple[tuple[int, ...], int, Judgement]] = []
    rank, walk = 0, (walk_over if asked.is_declared else slow_walk_over)(report)
    for records, steps in stops:
        if records.rank != rank:
            found += _in_order(others)
            rank = records.rank
        for step in steps if walk.readings(report, records) else ():
            well, left, blank = walk.outcome(step)
            found += _WELL * well
            if blank and step.bound.asks_for_figure:
                left = left + blank
            for numbers, values in left:
                judgement = _by_the_law(report, step.bound, numbers, values, asked)
                if judgement is PASSED:
                    found.append(judgement)
                elif judgement is not None:
                    others.append((numbers, step.number, judgement))
    return found + _in_order(others)


_WELL: Final[list[Judgement]] = [PASSED]


def _in_order(others: list[tuple[tuple[int, ...], int, Judgement]]) -> list[Judgement]:
    """Take what is told of a place by the items of its list."""
    others.sort(key=itemgetter(0, 1))
    found = [judgement for *_, judgement in others]
    others.clear()
    return found


def _by_the_law(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values, asked: Asked
) -> Judgement | None:
    """Judge a relation; in a sum only if the same reports told all of its figures, over one time."""
    if bound.silent(values) or (report.compiled is not None and _is_of_one_time(bound)):
        return None
    apart = None if report.compiled is None else _told_apart(report, bound, numbers, values)
    return apart or judged(bound, numbers, values, asked)


@cache
def _is_of_one_time(bound: Bound) -> bool:
    """Return whether what came about is held to a state: a sum over times has all and the last state."""
    shape, state = bound.relation.shape, bound.figure.stock
    return shape in (Shape.AT_MOST, Shape.AT_LEAST, Shape.EACH) and any(
        term.stock != state for term in bound.terms
    )


def _told_apart(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values
) -> Unverifiable | None:
    """Return that a relation in a sum cannot be judged, if not the same reports told all of its figures."""
    (figure,) = bound.figure.read(values, numbers)
    others = [one.path for term in bound.terms for one in term.read(values, numbers) if one.value is not None]
    return None if figure.value is None else told_apart(report, figure.path, others)


def _left_to(report: Report, owner: object) -> Stops:
    """Return the relations that are left to a claim, or to the general rule of a shape.

    Nobody judges the relations of rules that take no part.
    """
    return _owned(relations_of(report), len(_CLAIMS)).get(owner, ())


@lru_cache(maxsize=128)
def _owned(compiled: Compiled, claims: int) -> dict[object, Stops]:
    """Return the relations by those to whom they are left: the claims on them, else the general rule."""
    del claims  # another one may change whose they are
    owned = defaultdict[object, dict[Records, list[Step]]](dict)
    for records, steps in stops_of(compiled):
        for step in steps:
            for owner in _owners_of(step.bound):
                owned[owner].setdefault(records, []).append(step)
    return {
        owner: tuple((records, tuple(steps)) for records, steps in stops.items())
        for owner, stops in owned.items()
    }


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
    return _is_claimed(line, shape, len(_CLAIMS))


@lru_cache(maxsize=4096)
def _is_claimed(line: str, shape: Shape, claims: int) -> bool:
    del claims  # another one may take it
    return any(item.takes(line, shape) for item in _CLAIMS)


def judge_unclaimed(report: Report, *shapes: Shape, days: bool = False) -> Iterator[Judgement]:
    """Judge the relations of some shapes that no rule claims: those of days, or all others."""
    general = (_general(shape, days=days) for shape in shapes)
    return chain.from_iterable(_judged(report, _left_to(report, one), _AS_DECLARED) for one in general)


_CUTS: Final[list[Claim]] = []


def claim_cuts(*claims: Claim) -> None:
    """Leave to a rule what the hedged figures of relations mean."""
    _CUTS.extend(claims)


def judge_cuts(report: Report) -> Iterator[Judgement]:
    """Judge the relations of hedged figures by what hedges mean, where no rule claims that."""
    walk = walk_over(report)
    found = [
        (records.rank, numbers, step.number, judged_as_cut(step.bound, numbers, values))
        for records, steps in _hedged(relations_of(report), len(_CUTS))
        for step, has_hedged in (steps if walk.readings(report, records) else ())
        for numbers, values in walk.outcome(step)[1]
        if has_hedged(values)
    ]
    found.sort(key=itemgetter(0, 1, 2))
    return (judgement for *_, judgement in found if judgement is not None)


_IN_SUMS: Final = (Shape.TOTAL_OF, Shape.SAME_AS, Shape.AT_MOST, Shape.AT_LEAST)


@lru_cache(maxsize=128)
def _hedged(compiled: Compiled, cuts: int) -> list[tuple[Records, list[tuple[Step, Holds]]]]:
    """Return the relations of which a figure may be hedged, with what says whether one is."""
    del cuts  # another one may take it
    return [
        (records, [(step, _has_hedged(_operands(step.bound))) for step in steps])
        for records, steps in stops_of(compiled, _may_be_hedged)
    ]


def _may_be_hedged(bound: Bound) -> bool:
    """Return whether a figure of a relation may be hedged, and no rule claims what that means."""
    shape = bound.relation.shape
    may_be = shape in _IN_SUMS and any(one.hedged for one in _operands(bound))
    return may_be and not any(item.takes(bound.line, shape) for item in _CUTS)


def _has_hedged(operands: Iterable[Operand]) -> Holds:
    """Return what says of the values of a place whether one of some figures is hedged."""
    told = [one for one in operands if one.hedged]
    single = {one.position for one in told if one.items is None}
    listed = {(one.position, one.items.inner) for one in told if one.items is not None}
    lists = [(at, attrgetter(".".join(inner))) for at, inner in listed]
    return lambda values: (
        any(is_hedged(values[at]) for at in single)
        or any(is_hedged(read(item)) for at, read in lists for item in values[at])
    )


def _operands(bound: Bound) -> Iterator[Operand]:
    """Return the figures of a relation, the factors of products among them."""
    for one in (bound.figure, *bound.terms):
        yield one
        if one.times is not None:
            yield one.times


StatementClaim = Callable[[Statement], bool]
"""Tells whether a rule judges a statement."""

_STATEMENTS: Final[list[StatementClaim]] = []


def claim_statements(claim: StatementClaim) -> StatementClaim:
    """Leave statements to a rule; no two rules claim one statement."""
    _STATEMENTS.append(claim)
    return claim


def claimant_of(statement: Statement) -> StatementClaim | None:
    """Return the claim that a statement falls under; None if the general rule judges it."""
    for claim in _STATEMENTS:
        if claim(statement):
            return claim
    return None
