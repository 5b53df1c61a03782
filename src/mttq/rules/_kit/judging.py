"""The one law of relations: what exact, hedged and blank figures, levels and units yield.

| case | yields |
| --- | --- |
| nothing is known on one side, and nothing is asked on the other; no such form, level or record | nothing |
| the figure is blank, others are known | not verifiable; of a line that is a sum APP002 speaks |
| a record states one fact with another figure, and one of both is blank; one of two days is blank; a record
  leaves blank what is held to a figure elsewhere | nothing; a day beyond a blank one is judged |
| of a day and that from which the law counts days one is blank, or comes before what it follows | not
  verifiable |
| others are blank, or measured in another unit, and what is known is too much already | a breach |
| ..., and what is known makes up a sum, or is enough for a bound | passed |
| ..., else | not verifiable: the figure that is judged, and what is missing |
| all are exact | passed, or a breach |
| there is something for each of none | a breach, whatever the bounds |
| some are hedged or rounded: the bounds do not meet | a breach |
| ..., they meet on both sides | passed |
| ..., a hedge says nothing about one side | not verifiable; a doubt (`judged_as_cut`) if they do not meet
  once hedged figures are taken to be cut after their last digits |

A blank line above the reporter's level, or of another time, is no term.  A blank that is a sum itself is
known by its parts.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from operator import eq, ge, le
from typing import Any, Final

import attrs

from mttq._declared.relations import Shape
from mttq.rules._kit.amounts import (
    VND,
    Bounds,
    Fit,
    Sum,
    added,
    bounds,
    exact,
    exceeds,
    fit,
    in_dong,
    lies_above,
    measured,
    nominal,
)
from mttq.rules._kit.bases import in_force
from mttq.rules._kit.cells import HALVES, amount
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Figure,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
)
from mttq.rules._kit.places import DAY, OF_ONE_UNIT, Asked, Bound, Reading, Values
from mttq.values import Pair, Quantity, Triple
from mttq.wording import Phrase

__all__ = ["JUDGED", "doubtful", "judged", "judged_as_cut", "judged_by"]


def judged(bound: Bound, numbers: tuple[int, ...], values: Values, asked: Asked) -> Judgement | None:
    """Judge a relation whose figures are not all exact and right; None if it does not apply.

    Args:
        bound: the relation.
        numbers: the positions in lists that lead to the place.
        values: the values there.
        asked: what is asked in place of what is declared.
    """
    case = _case_of(bound, numbers, values, asked)
    figure, known, blanks = case.figure, case.known, case.blanks
    if bound.relation.shape is Shape.NEEDED:
        return _needed(case)
    if bound.relation.shape is Shape.BETWEEN:
        return None if figure.value is None else _each(case)
    if bound.relation.shape is Shape.DEADLINE:
        return _in_time(case)
    if figure.unit == DAY:
        return _in_order(case) if known and figure.value is not None else None
    if bound.may_be_blank and (figure.value is None or (blanks and bound.relation.shape is Shape.SAME_AS)):
        return None
    if figure.value is None:
        return None if not known or bound.figure.is_total else Unverifiable(figure.path)
    if not known:
        return case.unverifiable if blanks and not bound.relation.is_open else None
    return _JUDGES[bound.relation.shape](case)


def judged_by(bound: Bound, figure: Reading, sources: list[Reading]) -> Judgement:
    """Judge a figure that is one fact with others together, all of which are known."""
    return _same(_Case(bound, figure, [(False, source) for source in sources], [], Asked()))


def judged_as_cut(bound: Bound, numbers: tuple[int, ...], values: Values) -> Judgement | None:
    """Judge a relation by what hedges mean in reports, where their words leave it open; else None.

    A hedged figure is one that was cut after its last digit: "hơn 2,7" is below 2,8.
    """
    case = _case_of(bound, numbers, values, Asked())
    if case.figure.value is None or not case.known or case.is_open:
        return None
    agreement, shape = fit(case.left, case.right), bound.relation.shape
    bounded = Shape.AT_LEAST if lies_above(case.left, case.right) else Shape.AT_MOST
    if agreement is Fit.DOUBTFUL and shape is not bounded:
        return case.doubtful
    return PASSED if agreement in (Fit.CUT, Fit.DOUBTFUL) else None


def doubtful(figure: Reading, reckoned: Sum, gone: Sum, related: tuple[str, ...]) -> Breach:
    """Return that a figure is not what others come to, if hedged ones were cut after their last digits.

    Args:
        figure: the figure.
        reckoned: what that should be, with what is `gone`.
        gone: what is added to the figure first.
        related: where the others stand.
    """
    there, away, stated = bounds(reckoned), bounds(gone), figure.value
    above = lies_above(_total([stated]) + gone, reckoned)
    end = (there.most or 0) - away.least if above else there.least - (away.most or 0)
    unit = _unit(figure)
    shown = _counted(stated, unit)
    return Breach(
        path=figure.path,
        args={
            "stated": shown,
            "side": Phrase("nhiều nhất") if above else Phrase("ít nhất"),
            "bound": measured(end, unit) if unit else end,
        },
        evidence=Evidence(
            (Term(figure.label, nominal(stated), figure.path),),
            _AT_MOST if above else _AT_LEAST,
            (Term("theo các số còn lại", end),),
        ),
        actual=stated,
        related=related,
    )


JUDGED: Final = frozenset(Shape) - {Shape.SHARE_OF}
"""The shapes that this law is about; percentages have one of their own."""


def _case_of(bound: Bound, numbers: tuple[int, ...], values: Values, asked: Asked) -> "_Case":
    """Return what is known of the figures of a relation."""
    (figure,) = bound.figure.read(values, numbers)
    unit = _unit(figure) if bound.relation.shape in OF_ONE_UNIT else None
    known: list[tuple[bool, Reading]] = []
    blanks: list[tuple[bool, Reading]] = []
    for term in bound.terms:
        for one in term.read(values, numbers):
            if one.value is not None and _alike(_unit(one), unit):
                known.append((term.minus, one))
            elif one.value is not None or term.exists:
                blanks.append((term.minus, one))
    day = None if bound.dated is None else values[bound.dated]
    return _Case(bound, figure, known, blanks, asked, day)


def _unit(reading: Reading) -> str | None:
    value = reading.value
    return (value.unit or reading.unit) if isinstance(value, Quantity) else reading.unit


def _alike(unit: str | None, other: str | None) -> bool:
    return None in (unit, other) or unit == other


@attrs.frozen
class _Case:
    """One relation with what is known of its figures."""

    bound: Bound
    figure: Reading
    known: list[tuple[bool, Reading]]
    blanks: list[tuple[bool, Reading]]
    asked: Asked
    day: dt.date | None = None

    @property
    def is_open(self) -> bool:
        """Whether terms are not known, or not listed."""
        return bool(self.blanks) or self.bound.relation.is_open

    def lacks(self, *, minus: bool) -> bool:
        """Return whether terms are missing that are added, or that are taken away."""
        return any(sign is minus for sign, _ in self.blanks) or (self.bound.relation.is_open and not minus)

    @property
    def unverifiable(self) -> Unverifiable:
        return Unverifiable(self.figure.path, tuple(one.path for _, one in self.blanks))

    def side(self, *, minus: bool) -> Sum:
        return _total(one.value for sign, one in self.known if sign is minus)

    @cached_property
    def left(self) -> Sum:
        """The figure, with what is taken away from the others."""
        return _total([self.figure.value]) + self.side(minus=True)

    @cached_property
    def right(self) -> Sum:
        return self.side(minus=False)

    @property
    def doubtful(self) -> Breach:
        """That the figure is not what the others come to, as hedges are meant."""
        related = (path for _, one in self.known for path in (one.path, one.also) if path)
        return doubtful(self.figure, self.right, self.side(minus=True), tuple(related))

    def terms(self, *, minus: bool) -> tuple[Term, ...]:
        return tuple(_term(one) for sign, one in self.known if sign is minus)

    def shown(self, number: Any, unit: str | None) -> Figure:
        """Return a figure as a message shows it: money with its unit."""
        if isinstance(number, Fraction):
            number = number.numerator if number.denominator == 1 else number
        return in_dong(number) if unit == VND and isinstance(number, int) else number

    @property
    def args(self) -> Mapping[str, Figure]:
        """The figure and what the others come to, for the message."""
        unit = _unit(self.figure)
        right, gone = self.right, self.side(minus=True)
        other: Any = right - gone if isinstance(right, int) and isinstance(gone, int) else None
        if other is None:
            other = Fraction(bounds(right).nominal) - Fraction(bounds(gone).nominal)
        if len(self.known) == 1 and not isinstance(self.known[0][1].value, (int, Bounds)):
            other = self.known[0][1].value
        return {"stated": self.shown(self.figure.value, unit), "other": self.shown(other, unit)}

    def breach(self, relation: Any, **facts: Any) -> Breach:
        related = (path for _, one in (*self.known, *self.blanks) for path in (one.path, one.also))
        return Breach(
            path=self.figure.path,
            args=self.args,
            evidence=Evidence(
                (_term(self.figure), *self.terms(minus=True)), relation, self.terms(minus=False)
            ),
            actual=self.figure.value,
            related=tuple(path for path in related if path),
            **facts,
        )


_COUNTS: Final = (int, Pair, Triple)  # a union would be made again for each figure


def _total(figures: Iterable[Any]) -> Sum:
    """Add figures up: exact ones, those with several parts, hedged ones."""
    whole = 0
    products: Sum = 0
    hedged = []
    for figure in figures:
        if isinstance(figure, _COUNTS):
            whole += amount(figure) or 0
        elif isinstance(figure, Quantity):
            hedged.append(figure)
        elif isinstance(figure, Bounds):
            products += figure
        else:
            hedged.append(Quantity(value=figure))
    return whole + products + added(hedged) if hedged else whole + products


def _term(reading: Reading) -> Term:
    value = reading.value
    number = value if isinstance(value, int) else bounds(_total([value])).nominal
    return Term(reading.label, number, reading.path)


def _equal(case: _Case) -> Judgement:
    if case.is_open:
        minus, plus = case.lacks(minus=True), case.lacks(minus=False)
        if minus is not plus:
            if exceeds(case.right, case.left) if plus else exceeds(case.left, case.right):
                return _wrong_sum(case)
            if isinstance(case.left, int) and case.left == case.right:
                return PASSED
        return case.unverifiable
    match fit(case.left, case.right):
        case Fit.DIFFERENT:
            return _wrong_sum(case)
        case Fit.SAME | Fit.CUT:
            return PASSED
        case _:
            return case.unverifiable


def _same(case: _Case) -> Judgement:
    """Judge one fact that is stated twice; cells with several figures are the same in each of them."""
    ((_, other), *more), figure = case.known, case.figure
    if not more and isinstance(figure.value, (Pair, Triple)) and type(other.value) is type(figure.value):
        for half, one, two in zip(HALVES, figure.value, other.value, strict=False):
            if one != two:
                left, right = (
                    Term(item.label, number, item.path) for item, number in ((figure, one), (other, two))
                )
                args = {"stated": figure.value, "other": other.value}
                return Breach(
                    path=figure.path,
                    about=half,
                    args=args,
                    evidence=Evidence((left,), "=", (right,)),
                    expected=other.value,
                    actual=figure.value,
                    related=(other.path,),
                )
        return PASSED
    return _equal(case)


def _wrong_sum(case: _Case) -> Breach:
    figure, is_sum = case.figure, case.bound.relation.shape is Shape.TOTAL_OF
    right = case.right - case.side(minus=True) if _exact(case) else None  # type: ignore[operator]
    offered = (
        is_sum
        and not case.lacks(minus=True)
        and isinstance(figure.value, int)
        and isinstance(right, int)
        and right >= 0
    )
    return case.breach(
        "=",
        expected=right if right is not None else Fraction(bounds(case.right).nominal),
        suggestions=(Suggestion(path=figure.path, old=figure.value, new=right),) if offered else (),
    )


def _exact(case: _Case) -> bool:
    return isinstance(case.left, int) and isinstance(case.right, int)


def _at_most(case: _Case) -> Judgement:
    if exceeds(case.left, case.right):
        return case.unverifiable if case.lacks(minus=False) else case.breach("≤")
    return case.unverifiable if case.lacks(minus=True) else PASSED


def _at_least(case: _Case) -> Judgement:
    if exceeds(case.right, case.left):
        return case.unverifiable if case.lacks(minus=True) else case.breach("≥")
    return case.unverifiable if case.is_open else PASSED


def _in_order(case: _Case) -> Judgement:
    """Judge two days."""
    figure, ((_, other),) = case.figure, case.known
    holds = {Shape.AT_MOST: le, Shape.AT_LEAST: ge, Shape.SAME_AS: eq}[case.bound.relation.shape]
    if holds(figure.value, other.value):
        return PASSED
    return Breach(
        path=figure.path,
        args={"stated": figure.value, "other": other.value},
        actual=figure.value,
        related=(other.path,),
    )


def _in_time(case: _Case) -> Judgement | None:
    """Judge a day by the last that is asked, and show the days between it and that from which they count."""
    figure, (term,), asked = case.figure, case.bound.terms, case.asked.days
    if figure.value is None:
        return Unverifiable(figure.path) if case.known else None
    if not case.known:
        return case.unverifiable
    ((_, last),) = case.known
    days = term.days if asked is None else (asked if term.days > 0 else -asked)
    event = last.value - dt.timedelta(term.days)
    between = (figure.value - event).days
    if days > 0 > between:
        return Unverifiable(figure.path)
    if between <= days:
        return PASSED
    sign = -1 if days < 0 else 1
    ends = {"stated": figure.value, "event": event} if days < 0 else {"event": event, "stated": figure.value}
    counted, wanted = Term("số ngày", sign * between, figure.path), Term("quy định", abs(days), last.path)
    return Breach(
        path=figure.path,
        args={**ends, "days": abs(days), "other": event + dt.timedelta(days)},
        evidence=Evidence((counted,), _AT_LEAST if days < 0 else _AT_MOST, (wanted,)),
        actual=sign * between,
        related=(last.path,),
        basis=in_force(case.asked.bases, case.day),
    )


def _each(case: _Case) -> Judgement:
    """Judge how much or many there is for each of something, and show the mean; or of the figure itself."""
    relation, asked, figure = case.bound.relation, case.asked, case.figure
    if case.is_open or (figure.unit == VND and _unit(figure) != VND):  # goods have no price
        return case.unverifiable
    low = relation.low if asked.low is None else asked.low
    high = relation.high if asked.high is None else asked.high
    bare = relation.shape is Shape.BETWEEN
    whole, parts = exact(bounds(case.left).nominal), 1 if bare else exact(bounds(case.right).nominal)
    too_low = low is not None and whole < exact(low) * parts
    if not too_low and (whole <= exact(high) * parts if high is not None else parts or not whole):
        return PASSED
    mean: Figure = Phrase("không tính được")
    evidence = None
    if parts:
        mean = Fraction(whole) / parts
        one = Term(figure.label if bare else "bình quân", mean, figure.path)
        usual = Term("mức thường gặp", Fraction((low if too_low else high) or 0))
        evidence = Evidence((one,), _AT_LEAST if too_low else _AT_MOST, (usual,))
    counted = [one.value for _, one in case.known]
    args: dict[str, Figure] = {
        "stated": _counted(figure.value, _unit(figure)),
        "low": _UNBOUNDED if low is None else low,
        "high": _UNBOUNDED if high is None else high,
    }
    if not bare:
        args["mean"] = mean
        args["other"] = _counted(counted[0] if len(counted) == 1 else parts, _unit(case.known[0][1]))
    if not parts and len(counted) == 1:  # rather than that there was nothing, the 0 is wrong
        none = case.known[0][1]
        return Breach(path=none.path, args=args, actual=none.value, related=(figure.path,))
    return Breach(path=figure.path, args=args, evidence=evidence, actual=figure.value)


_AT_LEAST: Final = "≥"
_AT_MOST: Final = "≤"
_UNBOUNDED: Final = Phrase("không giới hạn")


def _counted(figure: Any, unit: str | None) -> Figure:
    """Return a figure with what it counts, so that a message shows it."""
    if unit is None:
        return figure  # type: ignore[no-any-return]
    if isinstance(figure, Quantity):
        return attrs.evolve(figure, unit=figure.unit or unit)
    return Quantity(value=Decimal(figure), unit=unit) if isinstance(figure, int) else figure


def _needed(case: _Case) -> Judgement | None:
    """Judge whether a figure is reported where others are."""
    told = [one for _, one in case.known if amount(one.value) != 0]
    if len(told) < len(case.bound.terms):
        return None
    if case.figure.value not in (None, ()):
        return PASSED
    related = tuple(one.path for one in told)
    args = {"other": _counted(told[0].value, _unit(told[0]) if _unit(told[0]) == VND else None)}
    return Breach(path=case.figure.path, args=args, related=related)


_JUDGES: Final[Mapping[Shape, Callable[[_Case], Judgement]]] = {
    Shape.TOTAL_OF: _equal,
    Shape.SAME_AS: _same,
    Shape.AT_MOST: _at_most,
    Shape.AT_LEAST: _at_least,
    Shape.EACH: _each,
}
