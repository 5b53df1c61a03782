"""The one judgement of all declared sums: a row with `total_of` equals what it adds up."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import attrs

from mttq.forms import Cell, Form
from mttq.report import Report
from mttq.rules._kit.claims import claimed_lines
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.slots import Slots, Values, filled, slots_of, tiers_of
from mttq.values import Pair, Tier, Triple

__all__ = ["HALVES", "Total", "amount", "figures", "judge_totals", "totals_of"]


def amount(value: object) -> int | None:
    """Return a cell as one number: a pair or triple is the sum of its parts, a blank None."""
    if isinstance(value, int):
        return value
    return sum(value) if isinstance(value, Pair | Triple) else None


HALVES: Final = ("", "second", "third")
"""What of a cell with several figures a breach is about; the first, or the only one, goes without a name."""


def figures(value: object) -> tuple[int, ...]:
    """Return the numbers that stand in a cell: both halves of a pair, none in a blank."""
    if isinstance(value, int):
        return (value,)
    return tuple(value) if isinstance(value, Pair | Triple) else ()


@attrs.frozen(eq=False)
class Total:
    """A cell that is a sum, with the cells that it adds up: those of its own tier column, if it has one."""

    slot: Cell
    parts: Slots

    def addends(self, values: Values, tiers: frozenset[Tier | None]) -> list[tuple[Cell, int | None]]:
        """Return the cells that are added up, with their numbers; no blank ones of levels not in `tiers`."""
        cells = ((part, amount(value)) for part, value in self.parts.cells(values))
        return [(part, number) for part, number in cells if number is not None or part.tier in tiers]


@cache
def totals_of(form: Form) -> tuple[Total, ...]:
    """Return the cells that are sums."""
    at = {(slot.row.path, slot.tier if slot.row.tiered else None): slot for slot in slots_of(form)}
    return tuple(
        Total(slot, Slots(at[path, tier] for path in slot.row.total_of))
        for (_, tier), slot in at.items()
        if slot.row.total_of
    )


@cache
def _totals_in(form: Form, line: str | None, claimed: frozenset[str]) -> tuple[Total, ...]:
    return tuple(
        total
        for total in totals_of(form)
        if (total.slot.line == line if line else total.slot.line not in claimed)
    )


def judge_totals(report: Report, line: str | None = None) -> Iterator[Judgement]:
    """Judge the declared sums of a line, or of all lines that no rule claims.

    A blank total is another rule's concern.  Blank parts count as nothing where the known parts make up the
    total or exceed it; where they fall short, or where all parts are blank, the sum cannot be verified.
    Lines above the reporter's own level are always blank, and no parts.
    """
    for form, values in filled(report):
        for item in _totals_in(form, line, claimed_lines()):
            total = amount(values[item.slot.position])
            if total is not None:
                yield _judge(total, item.addends(values, tiers_of(report, form)), item)


def _judge(total: int, addends: list[tuple[Cell, int | None]], item: Total) -> Judgement:
    stated = [(part, number) for part, number in addends if number is not None]
    known = sum(number for _, number in stated)
    if not stated or (known < total and len(stated) < len(addends)):
        blanks = [part for part, number in addends if number is None] or item.parts
        return Unverifiable(item.slot.path, tuple(part.path for part in blanks))
    if known == total:
        return PASSED
    path = item.slot.path
    return Breach(
        path=path,
        args={"total": total, "sum": known},
        evidence=Evidence(
            (Term(item.slot.row.label, total, path),),
            "=",
            tuple(Term(part.row.label, number, part.path) for part, number in stated),
        ),
        expected=known,
        actual=total,
        related=tuple(part.path for part, _ in addends),
        suggestions=(Suggestion(path=path, old=total, new=known),),
    )
