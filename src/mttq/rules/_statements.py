"""The one judgement of facts that a report gives twice: in the narrative, and in an appendix or a record."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from mttq.model import Statement
from mttq.report import Report
from mttq.rules._amounts import in_dong
from mttq.rules._judgements import PASSED, Breach, Evidence, Figure, Judgement, Term, Unverifiable
from mttq.rules._once import once
from mttq.rules._slots import cells_by_path
from mttq.rules._spans import REVIEW, period_of
from mttq.values import Pair, Qualifier, Quantity, Share, Triple

__all__ = ["agrees", "compared", "judge_statements", "overlap", "rule_of"]


def rule_of(statement: Statement) -> str:
    """Give the code of the rule that judges a statement: each is judged once."""
    if statement.according_to is not None:
        return "XRP005"
    if statement.indicator == "population.villages":
        return "UNI005"
    if statement.indicator.startswith("funds."):
        return "FND007"
    if statement.indicator.startswith("kl62-pl2.") and statement.value.high == 0:
        return "CRI002"  # "chưa tổ chức …"
    return "CAM002"


def judge_statements(report: Report, code: str) -> Iterator[Judgement]:
    """Judge every statement that belongs to the rule `code`; the breaches have the args text and appendix.

    A statement about another unit, another period or each single year is another measure, and one under a
    name of the caller's own stands nowhere else: they are not judged.  A cell with several figures cannot
    be compared with one ("….commune.first" states a half of it), unless that is 0.
    """
    cells = cells_by_path(report)
    for number, statement in _by_rule(report).get(code, ()):
        if _same_measure(report, statement):
            path = statement.indicator
            try:
                figure = cells[path] if path in cells else report.value_at(path)
            except KeyError:
                continue
            yield _judge(statement, figure, number)


@once
def _by_rule(report: Report) -> dict[str, list[tuple[int, Statement]]]:
    """Give the statements with their positions, sorted by the rules that judge them."""
    found = defaultdict[str, list[tuple[int, Statement]]](list)
    for number, statement in enumerate(report.statements):
        found[rule_of(statement)].append((number, statement))
    return found


def _same_measure(report: Report, statement: Statement) -> bool:
    if statement.unit is not None or statement.each_year:
        return False
    if statement.period is None:
        return True
    subjects = (statement.indicator.partition(".")[0], REVIEW)
    stretches = [found[1].period for subject in subjects if (found := period_of(report, subject))]
    return statement.period in stretches


def _judge(statement: Statement, figure: object, number: int) -> Judgement:
    stated, shown = statement.value, figure
    if isinstance(figure, Pair | Triple) and stated.high == 0:
        figure = sum(figure)  # where there were none, neither half counts anything
    if isinstance(figure, int):  # nearly all
        if stated.admits(figure):
            return PASSED
    elif isinstance(figure, Quantity | Share) and agrees(stated, figure):
        return PASSED
    path, source = statement.indicator, f"statements.{number}.value"
    for half in (".first", ".second", ".third"):
        path = path.removesuffix(half)
    if not isinstance(figure, int | Quantity | Share):
        return Unverifiable(path)
    appendix: Figure = shown if isinstance(shown, Pair | Triple) else figure
    if isinstance(appendix, int) and stated.unit == "VND":
        appendix = in_dong(appendix)
    return Breach(
        path=path,
        about=source,
        args={"text": stated, "appendix": appendix},
        evidence=compared(stated, Term("phụ lục", figure, path), source) if isinstance(figure, int) else None,
        expected=stated,
        actual=figure,
        related=(source,),
    )


def agrees(stated: Quantity, figure: int | Fraction | Quantity | Share) -> bool:
    """Tell whether a figure can be what a text states; of two hedged ones, whether their bounds overlap."""
    if isinstance(figure, int | Fraction):
        return stated.admits(figure)
    return overlap(stated, figure)


def overlap(one: Quantity | Share, other: Quantity | Share) -> bool:
    """Tell whether two rounded or hedged figures can be one."""
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
