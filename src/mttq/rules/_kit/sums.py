"""Reports that are sums of others: a relation in them holds only of figures that the same reports told."""

from collections.abc import Iterable, Iterator
from typing import Final

from mttq.forms._rows import PARTS
from mttq.report import Report
from mttq.rules._kit.judgements import Breach, Unverifiable
from mttq.rules._kit.once import once
from mttq.values import Tier

__all__ = ["tier_of", "told_apart", "told_by_all_alike"]

_NOBODY: Final = frozenset[int]()


def tier_of(report: Report) -> Tier:
    """Return the level that reports: of a sum the one whose figures were added up."""
    return report.unit.tier if report.compiled is None else report.compiled.tier


def told_by_all_alike(report: Report, breach: Breach) -> Breach | Unverifiable:
    """Return a breach whose figures were all told by the same reports; else that it cannot be judged."""
    if report.compiled is None:
        return breach
    terms = (*breach.evidence.left, *breach.evidence.right) if breach.evidence else ()
    others = (*breach.related, *(term.path for term in terms if term.path))
    return told_apart(report, breach.path, others) or breach


def told_apart(report: Report, path: str, others: Iterable[str]) -> Unverifiable | None:
    """Return that a figure of a sum cannot be judged, if others than those who told it told the others.

    Args:
        report: the sum.
        path: the figure that is judged.
        others: those to which it is held.
    """
    own = _absent(report, path)
    apart = tuple(dict.fromkeys(other for other in others if _absent(report, other) != own))
    return Unverifiable(path, apart) if apart else None


def _absent(report: Report, path: str) -> frozenset[int]:
    """Return who has not told a figure, a part of a cell, a line with its columns, or something in a list."""
    line, _, last = path.rpartition(".")
    return _gaps(report).get(line if last in PARTS else path, _NOBODY)


@once
def _gaps(report: Report) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for gap in report.compiled.gaps if report.compiled else ():
        for path in _with_those_above(gap.path):
            found[path] = found.get(path, _NOBODY) | frozenset(gap.missing)
    return found


def _with_those_above(path: str) -> Iterator[str]:
    """Return a path, that of the line of a column, and that of the list in which it stands."""
    while path:
        yield path
        path = path.rpartition(".")[0]
