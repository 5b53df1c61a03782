"""What a figure may have been before a slip: the candidates for a repair, not yet judged."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import Final

import attrs

from mttq.errors import FieldError
from mttq.figures import Printed, cell_path, numbers_in
from mttq.forms import form_of
from mttq.report import Report
from mttq.rules import Breach
from mttq.slips import Slip, distance, slips
from mttq.values import Quantity

__all__ = ["Change", "changes_of"]

_RARE: Final = (
    2  # a lost word "nghìn", or a figure in the wrong cell, is taken to be as rare as two wrong digits
)


@attrs.frozen
class Change:
    """A figure that is another, or that stands in another cell (`target`)."""

    path: str
    old: Printed | None
    new: Printed | None
    kind: Slip
    distance: int
    target: str = ""

    def on(self, report: Report) -> Report | None:
        """Give the report with the change; None if no such figure can stand there."""
        try:
            changed = report.with_value(self.path, self.new)
            return changed.with_value(self.target, self.old) if self.target else changed
        except (FieldError, KeyError, ValueError):
            return None

    def carried(self, paths: Counter[str]) -> Counter[str]:
        """Give the breaches at each path, those of a figure in another cell at that cell."""
        return paths + Counter({self.target: paths[self.path]}) if self.target else paths


def changes_of(report: Report, figures: Mapping[str, Printed], breach: Breach, path: str) -> Iterator[Change]:
    """Give what may have been meant by the figure at a path, or by the blank there, in view of a breach.

    Args:
        report: the report.
        figures: its figures.
        breach: what is wrong.
        path: a cell that the breach takes notice of.
    """
    figure = figures.get(path)
    solved = dict(_solved(report, breach)).get(path)
    if figure is None:
        if isinstance(solved, int):
            yield Change(path, None, solved, Slip.LEFT_OUT, len(str(solved)))
        return
    for target in chain(_moves(breach, path), _blanks_beside(report, path)):
        yield Change(path, figure, None, Slip.MOVED, _RARE, target)
    if breach.evidence is None and breach.expected is None:
        return  # no arithmetic, nothing to solve
    plain = isinstance(figure, int) or (isinstance(figure, Quantity) and figure.step == 1)
    for number, make in numbers_in(figure):
        kinds = dict(slips(number))
        if solved is not None and plain:
            kinds.setdefault(solved, Slip.OTHER)
        for new, kind in kinds.items():
            if new != number and new >= 0:
                far = _RARE if kind is Slip.SCALE else distance(str(number), str(new))
                yield Change(path, figure, make(new), kind, far)


def _solved(report: Report, breach: Breach) -> Iterator[tuple[str, int]]:
    """Give what a figure must be by the other figures of an equation, or by what the rule expects."""
    if isinstance(breach.expected, int):
        yield cell_path(report, breach.path), breach.expected
    evidence = breach.evidence
    if evidence is not None and evidence.relation == "=":
        for terms, sign in ((evidence.left, -1), (evidence.right, 1)):
            for term in terms:
                new = Fraction(term.value) + sign * evidence.residual
                if term.path and new.denominator == 1:
                    yield cell_path(report, term.path), int(new)


def _moves(breach: Breach, path: str) -> Iterator[str]:
    """Give where the rule itself would move a figure."""
    items = breach.suggestions
    if any(item.path == path and item.new is None for item in items):
        yield from (item.path for item in items if item.old is None)


def _blanks_beside(report: Report, path: str) -> Iterator[str]:
    """Give the blank cells before and after a cell in its column, and in its line."""
    for instance in report.appendices:
        cells = list(form_of(type(instance)).cells(instance))
        cell = next((item for item in cells if item.path == path), None)
        if cell is not None:
            column = [item for item in cells if (item.tier, item.row.tiered) == (cell.tier, cell.row.tiered)]
            place = column.index(cell)
            beside = [*column[max(place - 1, 0) : place], *column[place + 1 : place + 2]]
            line = [item for item in cells if item.row is cell.row]
            yield from (item.path for item in (*beside, *line) if item.value is None)
