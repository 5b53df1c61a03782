"""Facts of what is judged that several rules ask for: found once, and forgotten with it."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple, cast
from weakref import ref

__all__ = ["once", "shared"]

S = TypeVar("S")
T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
More = TypeVarTuple("More")


def once(find: Callable[[S, *More], T]) -> Callable[[S, *More], T]:
    """Remember what a function found in the report, or the batch of reports, that it was last asked about.

    A check lets all rules judge one report after the other, and a report never changes; so the facts of one
    are enough.  Threads that check different reports find them again and never see those of another.

    Args:
        find: finds a fact; its other arguments distinguish one such fact from another.
    """
    last: tuple[Callable[[], S | None], dict[tuple[*More], T]] = (lambda: None, {})

    @wraps(find)
    def found(subject: S, *more: *More) -> T:
        nonlocal last
        known, facts = last
        if known() is not subject:
            facts = {}
            last = ref(subject, lambda _: facts.clear()), facts
        elif more in facts:
            return facts[more]
        fact = facts[more] = find(subject, *more)
        return fact

    return found


@lru_cache(maxsize=16384)
def _first(kind: type, value: Hashable) -> Hashable:
    del kind  # 1 is no True
    return value


def shared(value: H) -> H:
    """Return the first of equal values, so that what is kept of many reports shares one."""
    return cast("H", _first(type(value), value))
