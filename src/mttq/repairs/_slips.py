"""The slips of a hand that copies figures, and how far one number is from another in digits."""

import enum
from collections.abc import Iterator
from typing import Final

__all__ = ["Slip", "distance", "slips"]

_SCALES: Final = (10**2, 10**3, 10**6, 10**9)  # two zeros, "nghìn", "triệu" and "tỷ", lost or added


class Slip(enum.StrEnum):
    """How a wrong figure may have come about; first what could have come about in the fewest ways."""

    LEFT_OUT = "left out"  # not written at all
    MOVED = "moved"  # written in a neighbouring cell
    EXCHANGED = "exchanged"  # two neighbouring cells, each with the figure of the other
    SHIFTED = "shifted"  # the figures of several lines, each one line too high or too low
    SWAPPED = "swapped"  # two neighbouring digits
    COMMA = "comma"  # the comma, one or two places off
    SCALE = "scale"  # a word "nghìn", "triệu" or "tỷ", or two zeros
    ADDED = "added"  # a digit was written that is none
    CHANGED = "changed"  # one digit for another
    LOST = "lost"  # a digit was not written
    OTHER = "other"  # none of these; the figure follows from the others


def slips(number: int) -> Iterator[tuple[int, Slip]]:
    """Return each number that one slip would have turned into this one, with the slip; each once.

    A negative number has none, for counts and sums are printed without a sign.

    >>> found = dict(slips(10))
    >>> found[0], found[100], found[19], found[10_000]
    (<Slip.ADDED: 'added'>, <Slip.LOST: 'lost'>, <Slip.CHANGED: 'changed'>, <Slip.SCALE: 'scale'>)
    """
    seen = {str(number)}
    for text, slip in _written(str(number)) if number >= 0 else ():
        if text not in seen and (text == "0" or text[:1] not in ("0", "")):
            seen.add(text)
            yield int(text), slip


def _written(text: str) -> Iterator[tuple[str, Slip]]:
    places = range(len(text))
    for place in places:
        for digit in "0123456789":
            yield text[:place] + digit + text[place + 1 :], Slip.CHANGED
    for place in places[1:]:
        yield text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :], Slip.SWAPPED
    for place in places:
        yield text[:place] + text[place + 1 :], Slip.ADDED
    for place in (*places, len(text)):
        for digit in "0123456789":
            yield text[:place] + digit + text[place:], Slip.LOST
    for scale in _SCALES:
        zeros = str(scale)[1:]
        yield text + zeros, Slip.SCALE
        if text.endswith(zeros):
            yield text.removesuffix(zeros), Slip.SCALE


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
