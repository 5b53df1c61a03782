"""The slips of a hand that copies figures: what may have been meant, and how far off in digits it is."""

import enum
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from math import floor
from typing import Any, Final

import attrs

from mttq.repairs._figures import Figure, numbers_in, step_of
from mttq.rules._kit.digits import distance
from mttq.values import Pair, Quantity, Share, Triple
from mttq.values.figures import WIDE

__all__ = ["Slip", "printed_as", "slips", "slips_of"]

_SCALES: Final = (10**3, 10**6, 10**9, 10**2)  # "nghìn", "triệu" and "tỷ", or two zeros, lost or added
_WORDS: Final = (0, 3, 6, 9)  # zeros of no word, "nghìn", "triệu" and "tỷ"
_COMMAS: Final = (-2, -1, 1, 2)  # places by which a comma is off
_RARE: Final = 2  # a lost word "nghìn" is taken to be as rare as two wrong digits


class Slip(enum.StrEnum):
    """How a wrong figure may have come about; first what could have come about in the fewest ways."""

    LEFT_OUT = "left out"  # not written at all
    MOVED = "moved"  # written in a neighbouring cell
    EXCHANGED = "exchanged"  # two neighbouring cells, or the parts of one, each with the figure of the other
    SHIFTED = "shifted"  # the figures of several lines, each one line too high or too low
    SWAPPED = "swapped"  # two neighbouring digits
    COMMA = "comma"  # the comma, one or two places off
    SCALE = "scale"  # a word "nghìn", "triệu" or "tỷ", or two zeros
    TIME = "time"  # day and month, the one for the other; another year, another month
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


@lru_cache(maxsize=1024)
def slips_of(figure: Figure) -> dict[Figure, tuple[Slip, int]]:
    """Return each figure that one slip would have turned into this one, with the slip and its distance."""
    found: dict[Figure, tuple[Slip, int]] = {}
    for new, kind in _each_slip(figure):
        if new != figure and _is_wide(new) <= _is_wide(figure):
            found.setdefault(new, (kind, _RARE if kind is Slip.SCALE else 1))
    return found


def _each_slip(figure: Figure) -> Iterator[tuple[Figure, Slip]]:
    if isinstance(figure, Pair | Triple):
        for parts in permutations(figure):
            yield type(figure)(*parts), Slip.EXCHANGED
    rounded = isinstance(figure, Share) or (isinstance(figure, Quantity) and step_of(figure) != 1)
    for number, make in numbers_in(figure):
        for new, kind in slips(number):
            if kind is not Slip.SCALE or not rounded:
                with suppress(ValueError):  # the ends of a range would be the wrong way round
                    yield make(new), kind
    if isinstance(figure, Share):
        for places in _COMMAS:
            moved = WIDE.scaleb(figure.percent, places)
            if int(moved.as_tuple().exponent) <= 0:
                yield Share(moved), Slip.COMMA
    elif isinstance(figure, Quantity) and rounded:
        yield from _spelled(figure)


def _is_wide(figure: Figure) -> bool:
    """Return whether the ends of a range are far apart, as nobody writes them: "từ 527 đến 7.532 người"."""
    return isinstance(figure, Quantity) and figure.upper is not None and figure.upper > 2 * figure.value


def _spelled(figure: Quantity) -> Iterator[tuple[Figure, Slip]]:
    """Return a sum with its comma elsewhere, and with another scale word: "4,5 tỷ" for "4,5 triệu"."""
    for places in _COMMAS:
        if places <= figure.decimals:
            yield _scaled(figure, places, decimals=figure.decimals - places), Slip.COMMA
    for zeros in _WORDS:
        if figure.scale != 10**zeros:
            places = zeros - len(str(figure.scale)) + 1
            yield _scaled(figure, places, scale=10**zeros), Slip.SCALE


def _scaled(figure: Quantity, places: int, **style: int) -> Quantity:
    upper = None if figure.upper is None else WIDE.scaleb(figure.upper, places)
    style_: Any = style
    return attrs.evolve(figure, value=WIDE.scaleb(figure.value, places), upper=upper, **style_)


def printed_as(figure: Figure, number: int | Fraction) -> tuple[Figure, int] | None:
    """Return a figure that prints a number as this one does, and in how many digits they differ."""
    printed = list(numbers_in(figure))
    if len(printed) != 1:
        return None  # two numbers in a cell do not follow from their sum
    ((old, make),) = printed
    steps = Fraction(number) / Fraction(step_of(figure))
    if step_of(figure) != 1 or isinstance(figure, Share):
        steps = Fraction(floor(steps + Fraction(1, 2)))
    if steps.denominator != 1 or steps < 0:
        return None
    return make(int(steps)), distance(str(old), str(steps))
