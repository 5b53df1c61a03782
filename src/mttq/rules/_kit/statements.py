"""The one judgement of facts that a report gives twice: in the narrative, and in an appendix or a record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal, NamedTuple

import attrs

from mttq.forms import form_with
from mttq.model import Statement
from mttq.report import Report
from mttq.rules._kit.amounts import VND, as_sum, bounds, cut_ends, in_dong, nominal
from mttq.rules._kit.cells import cells_by_path
from mttq.rules._kit.claims import StatementClaim, claimant_of
from mttq.rules._kit.fields import unit_at
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Figure, Judgement, Term, Unverifiable
from mttq.rules._kit.once import once
from mttq.rules._kit.spans import REVIEW, period_of
from mttq.values import Pair, Qualifier, Quantity, Share, Triple
from mttq.wording import Phrase

__all__ = [
    "agrees",
    "alike",
    "compared",
    "holder_of",
    "judge_cuts",
    "judge_statements",
    "naming",
    "overlap",
    "where",
]

Args = Mapping[str, Figure | tuple[Figure, ...]]


def judge_statements(report: Report, claim: StatementClaim | None = None) -> Iterator[Judgement]:
    """Judge the statements that a rule claims, or those that none claims.

    The breaches have the args text and appendix.

    A statement about another unit, another period or each single year is another measure, and one under a
    custom name is nowhere else: they are not judged.  A cell with several figures cannot
    be compared with one ("….commune.first" states a half of it), unless that is 0.
    """
    for told in _told_twice(report):
        if told.claim is claim:
            yield PASSED if told.agrees else _judge(told)


def naming(judgements: Iterable[Judgement], more: Callable[[Breach], Args]) -> Iterator[Judgement]:
    """Return judgements whose breaches show more figures, or words."""
    for judgement in judgements:
        if isinstance(judgement, Breach):
            yield attrs.evolve(judgement, args={**judgement.args, **more(judgement)})
        else:
            yield judgement


def where(breach: Breach) -> Args:
    """Say whether the figure beside the narrative stands in an appendix or in a record."""
    return {"where": holder_of(breach.path)}


def holder_of(path: str) -> Phrase:
    """Return by what a figure is held, an appendix or a record, in words."""
    return Phrase("phụ lục" if form_with(path.partition(".")[0]) else "hồ sơ")


def judge_cuts(report: Report) -> Iterator[Judgement]:
    """Judge every hedged statement that is true by its words as if it were cut after its last digit.

    "Trên 95%" is a mark that was reached: percentages are not cut.
    """
    for told in _told_twice(report):
        stated = told.statement.value
        is_cut = told.agrees and stated.qualifier in _CUT and stated.unit != "percent"
        if is_cut and isinstance(told.figure, _WHOLE):
            yield _judge_cut(told.statement, told.figure, told.number)


_CUT: Final = (Qualifier.MORE_THAN, Qualifier.NEARLY)
_WHOLE: Final = (int, Quantity)


def _judge_cut(statement: Statement, figure: int | Quantity, number: int) -> Judgement:
    stated, source = statement.value, f"statements.{number}.value"
    (least, most), other = cut_ends(stated), bounds(as_sum(figure))
    is_above = most is not None and other.least > most
    if not (is_above or (least is not None and other.most is not None and other.most < least)):
        return PASSED
    path, label = _bare(statement.indicator), "phụ lục"
    bound = Term("phần lời", (most if is_above else least) or 0, source)
    return Breach(
        path=path,
        args={"text": stated, "appendix": _shown(figure, statement)},
        evidence=Evidence((Term(label, nominal(figure), path),), "≤" if is_above else "≥", (bound,)),
        actual=figure,
        related=(source,),
    )


class _Told(NamedTuple):
    """A statement, its position and claim, the figure elsewhere, and whether both agree."""

    number: int
    statement: Statement
    claim: StatementClaim | None
    figure: object
    agrees: bool


@once
def _told_twice(report: Report) -> list[_Told]:
    """Return the statements whose figure an appendix or a record holds too, unless it is another measure."""
    found = []
    cells = cells_by_path(report)
    for number, statement in enumerate(report.statements):
        path = statement.indicator
        if _same_measure(report, statement):
            try:
                figure = cells[path] if path in cells else report.value_at(path)
            except KeyError:
                continue
            told = _agree(statement, figure)
            found.append(_Told(number, statement, claimant_of(statement), figure, told))
    return found


def _agree(statement: Statement, figure: object) -> bool:
    figure = _whole(statement, figure)
    return isinstance(figure, _FIGURES) and agrees(statement.value, figure, statement.indicator)


def _whole(statement: Statement, figure: object) -> object:
    """Return the figure that a statement can be compared with: where there were none, no half counts any."""
    return sum(figure) if isinstance(figure, _HALVED) and statement.value.high == 0 else figure


_HALVED: Final = (Pair, Triple)
_FIGURES: Final = (int, Quantity, Share)


def _same_measure(report: Report, statement: Statement) -> bool:
    if statement.unit is not None or statement.each_year:
        return False
    if statement.period is None:
        return True
    subjects = (statement.indicator.partition(".")[0], REVIEW)
    stretches = [found[1].period for subject in subjects if (found := period_of(report, subject))]
    return statement.period in stretches


def _judge(told: _Told) -> Judgement:
    statement, stated, shown = told.statement, told.statement.value, told.figure
    figure = _whole(statement, shown)
    path, source = _bare(statement.indicator), f"statements.{told.number}.value"
    if not isinstance(figure, int | Quantity | Share):
        return Unverifiable(path)
    appendix: Figure = shown if isinstance(shown, Pair | Triple) else _shown(figure, statement)
    evidence = None
    if isinstance(figure, int) and not stated.admits(figure):  # else it is another thing
        evidence = compared(stated, Term("phụ lục", figure, path), source)
    return Breach(
        path=path,
        about=source,
        args={"text": stated, "appendix": appendix},
        evidence=evidence,
        expected=stated,
        actual=figure,
        related=(source,),
    )


def _bare(path: str) -> str:
    """Return the path of a cell, also of one of its halves."""
    for half in (".first", ".second", ".third"):
        path = path.removesuffix(half)
    return path


def _shown(figure: int | Quantity | Share, statement: Statement) -> Figure:
    """Return a figure as a message shows it: with its unit if it is money, or another thing than stated."""
    said, declared = statement.value.unit, unit_at(statement.indicator)
    if not isinstance(figure, int):
        return figure
    if VND in (said, declared):
        return in_dong(figure)
    return Quantity.of(figure, declared) if _are_apart(said, declared) else figure


def agrees(stated: Quantity, figure: int | Fraction | Quantity | Share, path: str = "") -> bool:
    """Return whether a figure can be what a text states; of two hedged ones, whether their bounds overlap.

    Money is not goods: figures in different units never agree.

    Args:
        stated: what the text states.
        figure: the figure elsewhere.
        path: where that is, which may tell in what it is measured.
    """
    if isinstance(figure, (int, Fraction)):
        return not _are_apart(stated.unit, unit_at(path)) and stated.admits(figure)
    return alike(*map(_unit_of, (stated, figure))) and overlap(stated, figure)


def _are_apart(said: str | None, declared: str | None) -> bool:
    """Return whether a text counts another thing than a field: money or goods, households or people.

    Most counts go by several names: what a form calls activities is "cuộc" in a text, petitions are "đơn".
    """
    return not alike(said, declared) and (VND in (said, declared) or {said, declared} <= _APART)


_APART: Final = frozenset(("households", "houses", "persons"))


def _unit_of(figure: Quantity | Share) -> str | None:
    return figure.unit if isinstance(figure, Quantity) else "percent"


def alike(one: str | None, other: str | None) -> bool:
    """Return whether two units of measure are one, as far as is known."""
    return one is None or other is None or one == other


def overlap(one: Quantity | Share, other: Quantity | Share) -> bool:
    """Return whether two rounded or hedged figures can be one."""
    not_above = other.low is None or one.high is None or other.low <= one.high
    not_below = other.high is None or one.low is None or other.high >= one.low
    return not_above and not_below


def compared(stated: Quantity, figure: Term, source: str) -> Evidence:
    """Show which bound of a hedged statement a figure breaks.

    >>> from decimal import Decimal
    >>> hedged = Quantity(value=Decimal(50), qualifier=Qualifier.MORE_THAN)
    >>> compared(hedged, Term("phụ lục", 45), "").relation
    '>'
    """
    low, high = stated.low, stated.high
    relation: Literal["=", "≤", "<", "≥", ">"]
    if low is not None and low == high:
        relation, bound = "=", low
    elif low is not None and Fraction(figure.value) <= Fraction(low):
        relation, bound = (">" if stated.qualifier is Qualifier.MORE_THAN else "≥"), low
    else:
        excluded = stated.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN)
        relation, bound = ("<" if excluded else "≤"), high or stated.value
    return Evidence((figure,), relation, (Term("phần lời", bound, source),))
