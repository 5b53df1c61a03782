"""What stands in many cells, in a third of the memory that a tuple of its numbers takes."""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, overload

__all__ = ["Numbers", "Packed", "packed"]

Numbers = int | tuple[int, ...] | None
"""What stands in a cell: a number, those of a pair or triple, nothing."""

_FITTING: Final = (("i", 31), ("q", 63))
"""Kinds of arrays, with the bits that they hold beside the sign."""


class Packed(Sequence[Numbers]):
    """What stands in cells, by their positions (`packed`).

    Args:
        widths: how many numbers each cell holds.
        told: a bit for each cell that is no blank.
        numbers: all of them, one after the other, 0 for those of blanks.
    """

    __slots__ = ("_numbers", "_told", "_widths")

    def __init__(self, widths: bytes, told: int, numbers: "array[int]") -> None:
        self._widths, self._told, self._numbers = widths, told, numbers

    def __len__(self) -> int:
        return len(self._widths)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, position: int, /) -> Numbers: ...
        @overload
        def __getitem__(self, position: slice, /) -> Sequence[Numbers]: ...

    def __getitem__(self, position: int | slice, /) -> Numbers | Sequence[Numbers]:
        if isinstance(position, slice):
            return tuple(self)[position]
        return self._at(position, _starts(self._widths)[position])

    def __iter__(self) -> Iterator[Numbers]:
        return map(self._at, range(len(self._widths)), _starts(self._widths))

    def __repr__(self) -> str:
        return f"Packed{tuple(self)}"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return packed, (tuple(self), self._widths)  # which takes less than the array

    def _at(self, position: int, start: int) -> Numbers:
        if not self._told >> position & 1:
            return None
        width = self._widths[position]
        return self._numbers[start] if width == 1 else tuple(self._numbers[start : start + width])


@lru_cache(maxsize=256)  # forms are few
def _starts(widths: bytes) -> tuple[int, ...]:
    return tuple(accumulate(widths, initial=0))[:-1]


def packed(values: Sequence[Numbers], widths: bytes) -> Sequence[Numbers]:
    """Pack what stands in cells; as a tuple, if a number is too large.

    Args:
        values: what stands in each cell.
        widths: how many numbers each cell holds that is no blank.

    >>> [*packed((5, None, (3, 2)), bytes((1, 1, 2)))], packed((2**63,), bytes((1,)))
    ([5, None, (3, 2)], (9223372036854775808,))
    """
    told, numbers = 0, list[int]()
    for position, (value, width) in enumerate(zip(values, widths, strict=True)):
        told |= (value is not None) << position
        numbers += value if isinstance(value, tuple) else (value or 0,) * width
    longest = max((number.bit_length() for number in numbers), default=0)
    for kind, bits in _FITTING:
        if longest <= bits:
            return Packed(widths, told, array(kind, numbers))
    return tuple(values)
