"""Which of many reports may have the figures of another one: all that do, and few others.

Of two reports that have `share` of their figures in common, two things hold: they share one of the rarest
figures of each, as many as may differ and one more; and if the figures are dealt into more parts than may
differ, one part is equal throughout.  Either is looked up in an index; the one that names fewer is asked.
So no two reports are compared that have little in common, and none that are copies are overlooked.  Most
reports have no part in common with another one, and are in no index.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from heapq import merge
from itertools import chain, count
from math import ceil, floor
from typing import Final

from mttq.rules._kit.additive import items_of
from mttq.rules._kit.digests import Digest
from mttq.rules._kit.followed import numbers_of

__all__ = ["Figures", "Repeated", "candidates"]

_LARGEST: Final = 2**28
"""How many numbers are counted apart; of more some are counted together, which costs time alone."""

_OFTEN: Final = 255  # more are not counted

_ROOM: Final = 32  # for each part of a report, so that few reports are looked at twice

_KEPT: Final = 4096  # reports whose figures are at hand


class Repeated:
    """Which of many numbers occur more than once, or perhaps do: none that does is overlooked.

    Args:
        rows: the numbers, which are hashes.
        number: how many there are, at most.
        room: how many places there are for each: the more, the fewer are counted together.
    """

    def __init__(self, rows: Iterable[Iterable[int]], number: int, *, room: int = 4) -> None:
        self._size = min(_LARGEST, room * number + 1)
        self._counts = counts = bytearray(self._size)
        for item in chain.from_iterable(rows):
            place = item % self._size
            if counts[place] < _OFTEN:
                counts[place] += 1

    def __call__(self, number: int) -> bool:
        """Return whether a number may occur more than once."""
        return self.times(number) > 1

    def times(self, number: int) -> int:
        """Return how often a number occurs, at most, as far as that is counted."""
        return self._counts[number % self._size]


class Figures:
    """The figures of reports from `least` upwards, by what they are about; read when they are asked for."""

    def __init__(self, digests: Sequence[Digest], least: int) -> None:
        self._digests, self._least = digests, least
        self._numbers = defaultdict[Hashable, int](count().__next__)
        self._read = lru_cache(maxsize=_KEPT)(self._figures)

    def __len__(self) -> int:
        return len(self._digests)

    def __getitem__(self, place: int) -> Mapping[int, int]:
        """Return the figures of a report; each has a number that it has in any report."""
        return self._read(place)

    def _figures(self, place: int) -> dict[int, int]:
        given, numbers, least = self._digests[place], self._numbers, self._least
        told = [*items_of(given.cells), *numbers_of(given.followed)]
        for about, several in tuple(told):
            if type(several) is tuple:  # a pair or a triple
                told += (((about, half), number) for half, number in enumerate(several))
        return {numbers[about]: number for about, number in told if type(number) is int and number >= least}


def candidates(given: Figures, share: Fraction, fewest: int) -> Iterator[tuple[int, Iterator[int]]]:
    """Return each report that has enough figures, with those before it that may have most of them too.

    Args:
        given: the figures.
        share: what part of the figures that either has must be equal.
        fewest: reports with fewer figures are left out.
    """
    sizes = [len(given[place]) for place in range(len(given))]
    places = [place for place, size in enumerate(sizes) if size >= fewest]
    most = max(sizes, default=0)
    parts = floor(_differing(most, share)) + 1
    dealt = Repeated((_parts(given[place], parts) for place in places), parts * len(places), room=_ROOM)

    def has_none(place: int) -> bool:
        equal = _parts(given[place], parts)
        return len(equal) > _differing(len(given[place]), share) and not any(map(dealt, equal))

    alone = set(filter(has_none, places))
    others = [place for place in places if place not in alone]
    often = Repeated((map(hash, given[place].items()) for place in others), most * len(others))
    by_figure, by_part = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for place in places:
        if place in alone:
            yield place, iter(())
            continue
        own = given[place]
        rarest = sorted(map(hash, own.items()), key=lambda number: (often.times(number), number))
        rare = [item for item in rarest[: len(own) - ceil(share * len(own)) + 1] if often(item)]
        equal = _parts(own, parts)
        found = [by_figure[item] for item in rare if item in by_figure]
        if len(equal) > _differing(len(own), share):
            alike = [by_part[item] for item in equal if item in by_part]
            found = min(found, alike, key=lambda lists: sum(map(len, lists)))
        yield place, _once(merge(*found))
        for item in rare:
            by_figure[item].append(place)
        for item in filter(dealt, equal):
            by_part[item].append(place)


def _differing(number: int, share: Fraction) -> Fraction:
    """Return how many figures may be in one report alone, or differ, if it has so many."""
    return (1 - share) / share * number if share else Fraction(number)


def _parts(own: Mapping[int, int], parts: int) -> list[int]:
    """Deal figures out, and return what each part holds that holds any, as a hash."""
    dealt = defaultdict[int, list[tuple[int, int]]](list)
    for item in own.items():
        dealt[item[0] % parts].append(item)
    return [hash((part, tuple(sorted(items)))) for part, items in dealt.items()]


def _once(ordered: Iterator[int]) -> Iterator[int]:
    last = None
    for item in ordered:
        if item != last:
            yield item
            last = item
