"""TXT: the text as text."""

from collections.abc import Iterator
from typing import Final

from mttq.report import Report
from mttq.rules._numerals import ordinal
from mttq.rules._rule import PASSED, Basis, Breach, Confidence, Judgement, Severity, rule

__all__ = ["heading_numbers_have_no_gap"]

_LAYOUT: Final = Basis(text="Nghị định 30/2020/NĐ-CP", article="Phụ lục I", confidence=Confidence.SECONDARY)


@rule("TXT002", Severity.WARNING, level=0, basis=_LAYOUT)
def heading_numbers_have_no_gap(report: Report) -> Iterator[Judgement]:
    """Each heading has the number after that of the heading before it on its level, or begins anew with 1.

    Wrong: III, 1, 1.1, 1.2, 3.
    Right: III, 1, 1.1, 1.2, 2.
    """
    before: dict[int, tuple[int, int]] = {}  # by level: where the last heading stands, and its place
    for position, heading in enumerate(report.outline):
        before = {level: last for level, last in before.items() if level <= heading.level}
        place = ordinal(heading.number)
        if place is None:
            before.pop(heading.level, None)
            continue
        last = before.get(heading.level)
        before[heading.level] = position, place
        if last is None:
            continue
        if place in (1, last[1] + 1):
            yield PASSED
        else:
            yield Breach(
                path=f"outline.{position}",
                args={"number": heading.number, "previous": report.outline[last[0]].number},
                related=(f"outline.{last[0]}",),
            )
