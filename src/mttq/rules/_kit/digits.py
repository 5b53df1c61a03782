"""How far two numbers are apart as they are written: by slips of a hand that copies digits."""

from typing import Final

__all__ = ["distance", "is_plain_slip"]

_SCALES: Final = (10, 10**2, 10**3, 10**6, 10**9)  # a zero at the end, two of them, "nghìn", "triệu", "tỷ"


def distance(old: str, new: str) -> int:
    """Count the digits to change, add, leave out or swap with a neighbour (optimal string alignment).

    >>> distance("964", "946"), distance("10", "0"), distance("15", "25"), distance("49", "46")
    (1, 1, 1, 1)
    """
    before: list[int] = []
    last = list(range(len(new) + 1))
    for i, digit in enumerate(old, start=1):
        row = [i]
        for j, other in enumerate(new, start=1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (digit != other))
            if i > 1 and j > 1 and (digit, old[i - 2]) == (new[j - 2], other):
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def is_plain_slip(old: int, new: int) -> bool:
    """Return whether a number is another one with two neighbouring digits swapped, or zeros lost or added.

    A number admits few such slips, so that one which fits is hardly chance.

    >>> is_plain_slip(1630, 1360), is_plain_slip(410, 4100), is_plain_slip(1630, 1640)
    (True, True, False)
    """
    small, large = sorted((old, new))
    if small > 0 and large in [scale * small for scale in _SCALES]:
        return True
    return sorted(str(old)) == sorted(str(new)) and distance(str(old), str(new)) == 1
