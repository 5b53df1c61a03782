"""What single rules judge in place of the general ones, so that each line and each statement is judged once.

A rule claims when it is declared; the general rules ask when they judge.
"""

from collections.abc import Callable, Iterable
from typing import Final

from mttq.model import Statement

__all__ = ["Claim", "claim_lines", "claim_statements", "claimant_of", "claimed_lines"]

Claim = Callable[[Statement], bool]
"""Tells whether a rule judges a statement."""

_LINES: Final[set[str]] = set()
_STATEMENTS: Final[list[Claim]] = []


def claim_lines(paths: Iterable[str]) -> None:
    """Leave lines of forms to a rule."""
    _LINES.update(paths)


def claimed_lines() -> frozenset[str]:
    """Return the paths of the lines that the general rules leave to others."""
    return frozenset(_LINES)


def claim_statements(claim: Claim) -> Claim:
    """Leave statements to a rule; no two rules claim one statement."""
    _STATEMENTS.append(claim)
    return claim


def claimant_of(statement: Statement) -> Claim | None:
    """Return the claim that a statement falls under; None if the general rule judges it."""
    return next((claim for claim in _STATEMENTS if claim(statement)), None)
