"""The one judgement of all declared sums: a row with `total_of` equals what it adds up."""

from collections.abc import Iterator
from functools import cache

from mttq.forms import Cell, Form, Row, form_of
from mttq.report import Report
from mttq.rules._rule import PASSED, Breach, Evidence, Judgement, Suggestion, Term, Unverifiable
from mttq.values import Pair, Tier, Tiered, Triple

__all__ = ["amount", "figures", "judge_totals", "parts_of", "total_rows"]


def amount(value: object) -> int | None:
    """Give a cell as one number: a pair or triple is the sum of its parts, a blank None."""
    if isinstance(value, Pair | Triple):
        return sum(value)
    return value if isinstance(value, int) else None


def figures(value: object) -> tuple[int, ...]:
    """Give the numbers that stand in a cell: both halves of a pair, none in a blank."""
    if isinstance(value, Pair | Triple):
        return tuple(value)
    return (value,) if isinstance(value, int) else ()


@cache
def total_rows(form: Form) -> tuple[tuple[Row, tuple[Row, ...]], ...]:
    """Give the rows that are sums, each with the rows it adds up."""
    by_path = {row.path: row for row in form.rows}
    return tuple((row, tuple(by_path[part] for part in row.total_of)) for row in form.rows if row.total_of)


def parts_of(instance: object, parts: tuple[Row, ...], tier: Tier | None) -> list[int | None]:
    """Give the numbers that a sum adds up, in one tier column or in none."""
    values = [part.value_in(instance) for part in parts]
    return [amount(value[tier] if isinstance(value, Tiered) and tier else value) for value in values]


def judge_totals(report: Report, code: str) -> Iterator[Judgement]:
    """Judge every declared sum that belongs to the rule `code`.

    A blank total is another rule's concern.  Blank parts count as nothing where the known parts make up the
    total or exceed it; where they fall short, or where all parts are blank, the sum cannot be verified.
    """
    for instance in report.appendices:
        form = form_of(type(instance))
        for row, parts in total_rows(form):
            if row.rule == code:
                for cell in form.row_cells(instance, row):
                    yield from _judge(instance, cell, parts)


def _judge(instance: object, cell: Cell, parts: tuple[Row, ...]) -> Iterator[Judgement]:
    total = amount(cell.value)
    if total is None:
        return
    numbers = parts_of(instance, parts, cell.tier)
    stated = [number for number in numbers if number is not None]
    known = sum(stated)
    if not stated or (known < total and None in numbers):
        yield Unverifiable(cell.path)
    elif known == total:
        yield PASSED
    else:
        siblings = [
            Cell(cell.form, part, cell.tier, number) for part, number in zip(parts, numbers, strict=True)
        ]
        yield Breach(
            path=cell.path,
            args={"total": total, "sum": known},
            evidence=Evidence(
                (Term(cell.row.label, total, cell.path),),
                "=",
                tuple(
                    Term(part.row.label, part.value, part.path) for part in siblings if part.value is not None
                ),
            ),
            expected=known,
            actual=total,
            related=tuple(part.path for part in siblings),
            suggestions=(Suggestion(path=cell.path, old=total, new=known),),
        )
