"""What a report tells at many places, in an eighth of the memory that a tuple of it takes."""

import pickle
from collections.abc import Iterable
from typing import Any

__all__ = ["Numbers", "Packed", "packed", "unpacked"]

Numbers = int | tuple[int, ...] | None
"""What stands in a cell: a number, those of a pair or triple, nothing."""


class Packed(bytes):
    """Values as they are kept (`packed`)."""

    __slots__ = ()

    def __repr__(self) -> str:  # which orders digests: what they hold, and not how it is kept
        return f"Packed{unpacked(self)}"


def packed(values: Iterable[Any]) -> Packed:
    """Return values as they are kept: most are blank or small, and take a byte or two.

    >>> kept = packed((None, 5, (3, 2), 2**63))
    >>> len(kept), unpacked(kept)
    (35, (None, 5, (3, 2), 9223372036854775808))
    """
    return Packed(pickle.dumps(tuple(values), protocol=4))


def unpacked(kept: Packed) -> tuple[Any, ...]:
    """Return values that are kept, in their order."""
    found: tuple[Any, ...] = pickle.loads(kept)  # noqa: S301 - a part of a digest, itself pickled
    return found
