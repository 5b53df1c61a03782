"""Which of the drawn slips are found, at which place, with which repair; and how many false alarms there are.

    python tests/slips/measure.py          prints a table by kind
    python tests/slips/measure.py 1        draws one slip, one case of each kind
    python tests/slips/measure.py 5 7      draws others, by another seed

A slip is **found** if the check of the report that has it yields a finding that the report without it
does not. It is found **in place** if the first repair of `localise`, or else the first new finding, is
about a cell that is wrong, or about the record or line in which it stands. The **repair** is there if
one of the first three repairs, or the first suggestion of the first finding, gives back the report
without the slip; only slips whose right figure follows from the rest are counted for it. A **false
alarm** is an error or a warning on a consistent report.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from runpy import run_path
from typing import Any, Final

import attrs

from mttq.checking import Finding, check, check_all
from mttq.errors import MttqError
from mttq.repairs import localise
from mttq.report import Report
from mttq.rules import Severity
from mttq.tables import Column, Table

__all__ = ["Outcome", "false_alarms", "measured", "outcome_of"]

_DRAWN: Final = run_path(str(Path(__file__).with_name("draw.py")))
_CANDIDATES: Final = 3


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of one slip; `repaired` is None where nothing shows the right figure."""

    kind: str
    found: bool
    in_place: bool
    repaired: bool | None
    codes: tuple[str, ...]
    seconds: float


def outcome_of(slip: Any) -> Outcome:
    """Check the reports with and without the slip, and look for its repair."""
    before = _known(_checked(slip.clean))
    start = time.process_time()
    new = [finding for finding in _checked(slip.wrong) if (_known([finding])).isdisjoint(before)]
    report: Report = slip.wrong.reports[slip.where]
    repairs: Iterable[Any] = localise(report, new, previous=next(iter(slip.wrong.previous), None))[
        :_CANDIDATES
    ]
    seconds = time.process_time() - start
    guesses = [{change.path: change.new for change in repair.changes} for repair in repairs]
    offered = guesses + [{item.path: item.new} for finding in new[:1] for item in finding.suggestions[:1]]
    places = (
        list(guesses[0]) if guesses else [finding.path for finding in new[:1] if _is_about(finding, report)]
    )
    clean: Report = slip.clean.reports[min(slip.where, len(slip.clean.reports) - 1)]
    return Outcome(
        kind=slip.kind,
        found=bool(new),
        in_place=any(_is_there(place, path) for place in places for path in slip.paths),
        repaired=any(_gives_back(report, guess, clean) for guess in offered) if slip.told else None,
        codes=tuple(dict.fromkeys(finding.code for finding in new)),
        seconds=seconds,
    )


def _checked(batch: Any) -> Iterable[Finding]:
    if len(batch.reports) == 1 and not batch.previous:
        return check(batch.reports[0])
    return check_all(batch.reports, previous=batch.previous, units=batch.units or None)


def _known(findings: Iterable[Finding]) -> set[tuple[object, ...]]:
    return {(item.code, item.unit, item.path, item.render()) for item in findings}


def _is_about(finding: Finding, report: Report) -> bool:
    return finding.unit in ("", report.unit.address)


def _is_there(place: str, path: str) -> bool:
    """Return whether a place is the cell, is in it, or is the record or line that holds it."""
    if not path:
        return True
    return place == path or place.startswith(f"{path}.") or place == path.rpartition(".")[0]


def _gives_back(report: Report, cells: Mapping[str, object], clean: Report) -> bool:
    try:
        for path, value in cells.items():
            report = report.with_value(path, value)
    except (MttqError, KeyError, TypeError, ValueError):
        return False
    return report == clean


def false_alarms(reports: Iterable[tuple[str, Report]]) -> Iterator[tuple[str, Finding]]:
    """Return the errors and warnings on consistent reports, each with the sort of report."""
    for sort, report in reports:
        for finding in check(report):
            if finding.severity in (Severity.ERROR, Severity.WARNING):
                yield sort, finding


def measured(
    each: int | None = None, every: int = 1, seed: int | None = None
) -> tuple[list[Outcome], list[Outcome]]:
    """Measure each so many-th slip and case of those drawn by a seed, so many of each kind."""
    drawn = (
        list(_DRAWN[draw](each or _DRAWN[times], _DRAWN["SEED"] if seed is None else seed))[::every]
        for draw, times in (("draw_slips", "EACH"), ("draw_cases", "EACH_CASE"))
    )
    slips, cases = (list(map(outcome_of, items)) for items in drawn)
    return slips, cases


def share(items: Iterable[bool]) -> str:
    """Return "12/15"."""
    listed = list(items)
    return f"{sum(listed)}/{len(listed)}" if listed else ""


def line_of(name: str, outcomes: list[Outcome]) -> tuple[str, ...]:
    told = [item for item in outcomes if item.repaired is not None]
    codes = dict.fromkeys(code for item in outcomes for code in item.codes)
    milliseconds = 1000 * sum(item.seconds for item in outcomes) / len(outcomes)
    return (
        name,
        share(item.found for item in outcomes),
        share(item.in_place for item in outcomes),
        share(item.repaired is True for item in told),
        f"{milliseconds:.0f}",
        " ".join(list(codes)[:6]),
    )


def table(title: str, outcomes: list[Outcome]) -> Table:
    kinds = dict.fromkeys(item.kind for item in outcomes)
    rows = [line_of(kind, [item for item in outcomes if item.kind == kind]) for kind in kinds]
    heads = ("kind", "found", "in place", "repaired", "ms", "by")
    return Table(title=title, columns=tuple(map(Column, heads)), rows=(*rows, line_of("all", outcomes)))


def main() -> None:
    from mttq.rendering import render

    each, seed = (int(sys.argv[place]) if len(sys.argv) > place else None for place in (1, 2))
    slips, cases = measured(each, seed=seed)
    clean = list(_DRAWN["clean_reports"](seed=_DRAWN["SEED"] if seed is None else seed))
    alarms = list(false_alarms(clean))
    said = [
        render(table("Slips on one report", slips)),
        render(table("Cases across reports", cases)),
        f"False alarms: {len(alarms)} on {len(clean)} consistent reports",
        *(f"  {sort}: {finding.code} {finding.path}: {finding.message}" for sort, finding in alarms),
    ]
    sys.stdout.write("\n\n".join(said) + "\n")


if __name__ == "__main__":
    main()
