"""Blanks that the other figures of a sum or a product tell exactly."""

from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from mttq._declared.relations import Shape
from mttq.errors import MttqError
from mttq.report import Report
from mttq.rules._kit.amounts import VND, in_dong
from mttq.rules._kit.compiled import Compiled, relations_of
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion
from mttq.rules._kit.once import once
from mttq.rules._kit.places import DAY, Bound, Operand, Reading, Values
from mttq.rules._kit.sums import told_apart
from mttq.rules._kit.walked import Records, Step, stops_of, walk_over

__all__ = ["told_blanks"]


@once
def told_blanks(report: Report) -> list[Judgement]:
    """Judge whether one figure alone is left blank in a sum or a product of exact ones.

    The sum of a form is left to APP002.  A part is told only by a remainder above 0, for who has none leaves
    the line blank.
    """
    passed, walk = 0, walk_over(report)
    doubted: list[tuple[int, tuple[int, ...], int, Bound, Values]] = []
    for records, sums in _sums_and_products(relations_of(report)):
        for step, cells, has_items in sums if walk.readings(report, records) else ():
            well, left, blank = walk.outcome(step)
            passed += well
            for numbers, values in left + blank:
                blanks = [values[at] for at in cells].count(None)
                if not blanks and (not has_items or _holds(step.bound, values)):
                    passed += 1
                elif blanks <= 1 and any(values[term.position] not in _NOTHING for term in step.bound.terms):
                    doubted.append((records.rank, numbers, step.number, step.bound, values))
    told: dict[str, Breach] = {}
    for _, numbers, _, bound, values in sorted(doubted, key=itemgetter(0, 1, 2)):
        breach = _told_blank(report, bound, numbers, values)
        if breach is not None:
            told.setdefault(breach.path, breach)
    return [*[PASSED] * passed, *told.values()]


_NOTHING: Final = (None, ())


def _holds(bound: Bound, values: Values) -> bool:
    try:
        return bound.holds(values)
    except TypeError:  # an item is blank, or no exact figure
        return False


class _Sum(NamedTuple):
    """A closed sum, or a product: where its cells stand, and whether it has the items of a list."""

    step: Step
    cells: tuple[int, ...]
    has_items: bool


@lru_cache(maxsize=128)
def _sums_and_products(compiled: Compiled) -> list[tuple[Records, list[_Sum]]]:
    stops = stops_of(compiled, _is_sum_or_product)
    return [(records, list(map(_sum_of, steps))) for records, steps in stops]


def _sum_of(step: Step) -> _Sum:
    bound = step.bound
    factors = [term.times for term in bound.terms if term.times is not None]
    cells = [
        term for term in (*bound.terms, *factors) if term.exists and term.items is None and not term.parts
    ]
    has_items = any(term.items is not None for term in bound.terms)
    return _Sum(step, (bound.figure.position, *(cell.position for cell in cells)), has_items)


def _is_sum_or_product(bound: Bound) -> bool:
    relation, figure = bound.relation, bound.figure
    if figure.unit == DAY or not figure.exists or not figure.is_plain:
        return False
    if relation.shape is Shape.SAME_AS:
        return len(bound.terms) == 1 and bound.terms[0].times is not None
    return relation.shape is Shape.TOTAL_OF and not relation.is_open


def _told_blank(report: Report, bound: Bound, numbers: tuple[int, ...], values: Values) -> Breach | None:
    """Return what the only blank of a sum or a product must be; None if that is not certain."""
    if values[bound.figure.position] is not None and bound.terms[0].times is not None:
        return None  # which may be no whole number
    (figure,) = bound.figure.read(values, numbers)
    terms = [
        (term.minus, one)
        for term in bound.terms
        for one in term.read(values, numbers)
        if one.value is not None or term.exists
    ]
    known = [(minus, one) for minus, one in terms if one.value is not None]
    blanks = [(minus, one) for minus, one in terms if one.value is None]
    if any(type(one.value) is not int for _, one in known):
        return None
    total = sum(-one.value if minus else one.value for minus, one in known)
    sources = [one for _, one in known]
    if figure.value is None:
        if blanks or bound.figure.is_total or total < 0:
            return None
        return _breach(report, figure, total, sources)
    if len(blanks) != 1 or type(figure.value) is not int or any(map(_is_no_blank, bound.terms)):
        return None
    ((minus, blank),) = blanks
    left = total - figure.value if minus else figure.value - total
    return _breach(report, blank, left, [figure, *sources]) if left > 0 else None


def _is_no_blank(term: Operand) -> bool:
    """Return whether a term is no cell that one number fills."""
    return bool(term.times or term.number != 1 or term.part or term.several or term.parts)


def _breach(report: Report, blank: Reading, number: int, sources: list[Reading]) -> Breach | None:
    paths = tuple(path for one in sources for path in (one.path, one.also) if path)
    if report.compiled is not None and told_apart(report, paths[0], paths[1:]):
        return None
    try:
        report.with_value(blank.path, number)
    except MttqError:  # it holds a quantity
        suggestions: tuple[Suggestion, ...] = ()
    else:
        suggestions = (Suggestion(path=blank.path, old=None, new=number),)
    return Breach(
        path=blank.path,
        args={"other": in_dong(number) if blank.unit == VND else number},
        expected=number,
        related=paths,
        suggestions=suggestions,
    )
