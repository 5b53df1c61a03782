"""Facts of a report that several rules ask for: found once, and forgotten with the report."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple
from weakref import ref

from mttq.report import Report

__all__ = ["once"]

T = TypeVar("T")
More = TypeVarTuple("More")


def once(find: Callable[[Report, *More], T]) -> Callable[[Report, *More], T]:
    """Remember what a function found in the report that it was last asked about.

    A check lets all rules judge one report after the other, and a report never changes; so the facts of one
    are enough.  Threads that check different reports find them again and never see those of another.

    Args:
        find: finds a fact in a report; its other arguments distinguish one such fact from another.
    """
    last: tuple[Callable[[], Report | None], dict[tuple[*More], T]] = (lambda: None, {})

    @wraps(find)
    def found(report: Report, *more: *More) -> T:
        nonlocal last
        known, facts = last
        if known() is not report:
            facts = {}
            last = ref(report, lambda _: facts.clear()), facts
        if more not in facts:
            facts[more] = find(report, *more)
        return facts[more]

    return found
