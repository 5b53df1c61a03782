"""Candidates are few, and all that have most of their figures in common are among them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttq import digest
from mttq.rules._kit.copies import Figures, Repeated, candidates
from mttq.rules._kit.packed import packed, unpacked
from mttq.testing import make_report

DIGEST = digest(make_report())
CELLS = DIGEST.cells
WIDTH = 40


def figures(rows: list[list[int | None]], least: int = 10) -> Figures:
    """Return figures of digests whose first cells hold them, and the others nothing."""
    blanks = [None] * len(unpacked(CELLS.numbers))
    kept = (attrs.evolve(CELLS, numbers=packed([*row, *blanks[len(row) :]])) for row in rows)
    return Figures([attrs.evolve(DIGEST, cells=cells) for cells in kept], least)


def are_twins(one: Mapping[int, int], other: Mapping[int, int], share: Fraction) -> bool:
    return len(one.items() & other.items()) >= share * len(one.keys() | other.keys())


def twins(found: Figures, share: Fraction, fewest: int) -> list[tuple[int, list[int]]]:
    """Return of each report the true twins among its candidates."""
    return [
        (place, [other for other in others if are_twins(found[place], found[other], share)])
        for place, others in candidates(found, share, fewest)
    ]


def by_force(found: Figures, share: Fraction, fewest: int) -> Iterator[tuple[int, list[int]]]:
    places = [place for place in range(len(found)) if len(found[place]) >= fewest]
    for place in places:
        before = [other for other in places if other < place]
        yield place, [other for other in before if are_twins(found[place], found[other], share)]


@st.composite
def batches(draw: Any) -> list[list[int | None]]:
    """Draw rows of which many are copies of others with some figures changed, left out or added."""
    between = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - no secret
    largest = draw(st.sampled_from([12, 40, 10_000]))
    rows: list[list[int | None]] = []
    for _ in range(draw(st.integers(2, 25))):
        if rows and between.random() < 0.7:
            row = list(between.choice(rows))
            for place in between.sample(range(WIDTH), between.randint(0, 6)):
                row[place] = between.choice([None, between.randint(5, largest)])
        else:
            row = [between.choice([None, between.randint(5, largest)]) for _ in range(WIDTH)]
        rows.append(row)
    return rows


@given(
    batches(), st.sampled_from([Fraction(9, 10), Fraction(1), Fraction(3, 4), Fraction(1, 2), Fraction(1, 9)])
)
def test_no_copy_is_overlooked(rows: list[list[int | None]], share: Fraction) -> None:
    found = figures(rows)
    assert twins(found, share, 3) == list(by_force(found, share, 3))


def test_candidates_come_once_each_and_in_order() -> None:
    row: list[int | None] = list(range(100, 100 + WIDTH))
    found = figures([row] * 5)
    assert [list(others) for _, others in candidates(found, Fraction(9, 10), 3)] == [
        list(range(place)) for place in range(5)
    ]


@pytest.mark.parametrize("largest", [14, 100_000])
def test_few_reports_that_are_no_copies_are_compared(largest: int) -> None:
    """Neither where all figures are small, nor where all reports are one template with a tenth changed."""
    between = Random(1)  # noqa: S311 - no secret
    template = [between.randint(10, 100_000) for _ in range(WIDTH)]
    rows: list[list[int | None]] = []
    for _ in range(300):
        row: list[int | None] = [between.randint(10, largest) for _ in range(WIDTH)]
        if largest > 14:
            row = [
                own if between.random() < 0.15 else number for own, number in zip(row, template, strict=True)
            ]
        rows.append(row)
    compared = sum(len(list(others)) for _, others in candidates(figures(rows), Fraction(9, 10), 3))
    assert compared < 300 * 299 / 2 / 10


def test_nothing_is_asked_of_all_figures_without_a_share() -> None:
    found = figures([[11, 12, 13], [11, 99, 98], [55, 56, 57]])
    assert [list(others) for _, others in candidates(found, Fraction(0), 3)] == [[], [0], []]


def test_what_occurs_twice_is_repeated() -> None:
    often = Repeated([[1, 2], [2, 3], [2]], 5)
    assert [often(number) for number in (1, 2, 3, 4)] == [False, True, False, False]
    assert often.times(2) == 3
    assert Repeated([[5] * 300], 300).times(5) == 255
