"""What single rules judge in place of the general ones, so that each relation and statement is judged once.

A rule claims when it is declared; the general rules ask when they judge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, Final

import attrs

from mttq._declared.relations import Condition, During, Number, Relation, Shape
from mttq.model import Statement
from mttq.report import Report
from mttq.rules._kit.amounts import is_hedged
from mttq.rules._kit.bases import Basis
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.judgements import PASSED, Judgement, Unverifiable
from mttq.rules._kit.judging import JUDGED, judged, judged_as_cut
from mttq.rules._kit.places import DAY, Asked, Bound, Holds, Operand, Place, Readings, Values, readings_of
from mttq.rules._kit.sums import told_apart
from mttq.values import Quantity

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
        relations = relations_of(report)
        if self in _CLAIMS:
            places = _owned(relations, len(_CLAIMS)).get(self, [])
        else:
            chosen = relations.choose(self, lambda bound: self.takes(bound.line, bound.relation.shape))
            places = [(place, _grouped(bounds)) for place, bounds in chosen]
        asked = _AS_DECLARED
        if bases or not low is high is days is None:
            asked = Asked(low=low, high=high, days=days, bases=bases)
        if not asked.is_declared and not asked.differs_from(_relations_in(places)):
            asked = Asked(bases=bases)  # a profile that sets nothing asks what is declared
        return iter(_judged(report, places, asked))


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


def judge_bounds(
    report: Report, chosen: Iterable[tuple[Place, list[Bound]]], asked: Asked = _AS_DECLARED
) -> Iterator[Judgement]:
    """Judge relations whose figures are found, by place."""
    return iter(_judged(report, [(place, _grouped(bounds)) for place, bounds in chosen], asked))


Groups = list[tuple[tuple[Holds, ...], list[tuple[int, Bound]]]]
"""Relations of a place that hold of the same records, each with its position among those of the place."""


def _grouped(bounds: Iterable[Bound]) -> Groups:
    groups: dict[tuple[tuple[Condition, ...], During | None], tuple[tuple[Holds, ...], list[Any]]] = {}
    for order, bound in enumerate(bounds):
        relation = bound.relation
        _, group = groups.setdefault((relation.where, relation.during), (bound.where, []))
        group.append((order, bound))
    return list(groups.values())


def _relations_in(places: Iterable[tuple[Place, Groups]]) -> Iterator[Relation]:
    return (bound.relation for _, groups in places for _, bounds in groups for _, bound in bounds)


def _judged(
    report: Report, places: Iterable[tuple[Place, Groups]], asked: Asked = _AS_DECLARED
) -> list[Judgement]:
    """Judge relations: at each place what holds, then what else is told, by the items of its list."""
    found: list[Judgement] = []
    fast = asked.is_declared and report.compiled is None
    for place, groups in places:
        readings = readings_of(report, place)
        odd: list[tuple[tuple[int, ...], int, Judgement]] = []
        for where, bounds in groups if readings else ():
            chosen = readings
            for fulfils in where:
                chosen = [item for item in chosen if fulfils(item[1])]
            for order, bound in bounds if chosen else ():
                well, others = _judge(report, bound, chosen, asked, fast=fast)
                found += well * _WELL
                if others:
                    odd += [(numbers, order, judgement) for numbers, judgement in others]
        if odd:
            odd.sort(key=itemgetter(0, 1))
            found += [judgement for *_, judgement in odd]
    return found


_WELL: Final[list[Judgement]] = [PASSED]


def _judge(
    report: Report, bound: Bound, readings: Readings, asked: Asked, *, fast: bool
) -> tuple[int, list[tuple[tuple[int, ...], Judgement]]]:
    """Return how often a relation holds, and what else is told of it: fast where all is exact, or blank."""
    at, holds, silent, asks_for_figure = (
        bound.figure.position,
        bound.holds,
        bound.silent,
        bound.asks_for_figure,
    )
    well = 0
    others: list[tuple[tuple[int, ...], Judgement]] = []
    for numbers, values in readings:
        if values[at] is None:
            if not asks_for_figure:
                continue
        elif fast:
            try:
                if holds(values):
                    well += 1
                    continue
            except TypeError:  # something is blank, or no exact figure
                pass
        if silent(values):
            continue
        apart = None if report.compiled is None else _told_apart(report, bound, numbers, values)
        judgement = apart or judged(bound, numbers, values, asked)
        if judgement is PASSED:
            well += 1
        elif judgement is not None:
            others.append((numbers, judgement))
    return well, others


def _told_apart(
    report: Report, bound: Bound, numbers: tuple[int, ...], values: Values
) -> Unverifiable | None:
    """Return that a relation in a sum cannot be judged, if not the same reports told all of its figures."""
    (figure,) = bound.figure.read(values, numbers)
    others = [one.path for term in bound.terms for one in term.read(values, numbers) if one.value is not None]
    return None if figure.value is None else told_apart(report, figure.path, others)


def _left_to(report: Report, owner: object) -> list[Judgement]:
    """Return the judgements that are left to the general rule of a shape.

    Nobody judges the relations of rules that take no part.
    """
    return _judged(report, _owned(relations_of(report), len(_CLAIMS)).get(owner, ()))


@lru_cache(maxsize=128)
def _owned(compiled: Compiled, claims: int) -> dict[object, list[tuple[Place, Groups]]]:
    """Return the relations by those to whom they are left: the claims on them, else the general rule."""
    del claims  # another one may change whose they are
    owned = defaultdict[object, list[tuple[Place, Groups]]](list)
    for place in compiled.places:
        bounds = defaultdict[object, list[Bound]](list)
        for bound in place.bounds:
            for owner in _owners_of(bound) if bound.relation.shape in JUDGED else ():
                bounds[owner].append(bound)
        for owner, listed in bounds.items():
            owned[owner].append((place, _grouped(listed)))
    return dict(owned)


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
    return chain.from_iterable(_left_to(report, _general(shape, days=days)) for shape in shapes)


_CUTS: Final[list[Claim]] = []


def claim_cuts(*claims: Claim) -> None:
    """Leave to a rule what the hedged figures of relations mean."""
    _CUTS.extend(claims)


def judge_cuts(report: Report) -> Iterator[Judgement]:
    """Judge the relations of hedged figures by what hedges mean, where no rule claims that."""
    for place, has_hedged, bounds in _hedged(relations_of(report)):
        for numbers, values in readings_of(report, place):
            for bound in bounds if has_hedged(values) else ():
                told = values[bound.figure.position] is not None
                if told and all(fulfils(values) for fulfils in bound.where):
                    judgement = judged_as_cut(bound, numbers, values)
                    if judgement is not None:
                        yield judgement


_IN_SUMS: Final = (Shape.TOTAL_OF, Shape.SAME_AS, Shape.AT_MOST, Shape.AT_LEAST)


@lru_cache(maxsize=128)
def _hedged(compiled: Compiled) -> list[tuple[Place, Holds, list[Bound]]]:
    """Return the relations of which a figure may be hedged, by place, with what says whether one is."""
    found = []
    for place in compiled.places:
        bounds = [
            bound
            for bound in place.bounds
            if bound.relation.shape in _IN_SUMS
            and any(one.hedged for one in _operands(bound))
            and not any(item.takes(bound.line, bound.relation.shape) for item in _CUTS)
        ]
        if bounds:
            found.append((place, _has_hedged(one for bound in bounds for one in _operands(bound)), bounds))
    return found


def _has_hedged(operands: Iterable[Operand]) -> Holds:
    """Return what says of the values of a place whether one of some figures is hedged."""
    told = [one for one in operands if one.hedged]
    single = {one.position for one in told if one.items is None}
    listed = {(one.position, one.items.inner) for one in told if one.items is not None}
    lists = [(at, attrgetter(".".join(inner))) for at, inner in listed]

    def has_hedged(values: Values) -> bool:
        for at in single:
            if type(values[at]) is Quantity and is_hedged(values[at]):
                return True
        for at, read in lists:
            for item in values[at]:
                if is_hedged(read(item)):
                    return True
        return False

    return has_hedged


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
    return next((claim for claim in _STATEMENTS if claim(statement)), None)
