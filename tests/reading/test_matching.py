"""Lines of a document are laid along the rows of a form, in order, as well as they fit together."""

from itertools import combinations

import pytest

from mttq.reading._matching import _best, _totals, likeness

GAINS = ({0: 1.0, 2: 3.0}, {1: 2.0, 3: 0.5}, {0: 5.0, 2: 2.5, 3: 1.0})


def best(gains: tuple[dict[int, float], ...], width: int) -> float:
    """Return the best total of lines on rows that rise with them, by trying all ways."""
    return max(
        sum(gain.get(row, -1) for gain, row in zip(chosen, rows, strict=True))
        for size in range(min(len(gains), width) + 1)
        for chosen in combinations(gains, size)
        for rows in combinations(range(width), size)
    )


@pytest.mark.parametrize("lines", range(4))
def test_the_best_total_is_that_of_all_ways_to_lay_lines_along_rows(lines: int) -> None:
    assert _totals(GAINS, 4)[lines] == [best(GAINS[:lines], width) for width in range(5)]


def test_texts_are_alike_by_the_groups_of_three_letters_that_they_share() -> None:
    assert likeness("ab", "ab") == 1  # " ab", "ab "
    assert likeness("ab", "cb") == 0
    assert likeness("ab", "ac") == 0
    assert 0 < likeness("cap xa", "cap tinh") < likeness("cap tinh", "cap tinh 2") < 1


@pytest.mark.parametrize(
    ("gain", "row"),
    [
        ({}, None),
        ({1: 3.0}, 1),
        ({0: 3.0, 1: 3.0}, None),
        ({0: 1.0, 1: 3.0}, 1),
        ({0: 1.0, 1: 3.0, 2: 2.95}, None),
    ],
)
def test_a_line_belongs_to_a_row_only_if_that_leads(gain: dict[int, float], row: int | None) -> None:
    flat = [0.0] * 4
    found = _best(gain, flat, flat)
    assert (found and found[0]) == row


def test_a_text_much_longer_than_another_is_not_like_it_at_all() -> None:
    assert likeness("cap xa", "cap xa " + "chu khac nua " * 3) == 0
