"""How far numbers are apart as they are written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.rules._kit.digits import distance, is_plain_slip


@settings(max_examples=60)
@given(st.text("0123", max_size=6), st.text("0123", max_size=6))
def test_distance_is_symmetric_and_zero_only_for_equals(old: str, new: str) -> None:
    assert distance(old, new) == distance(new, old)
    assert (distance(old, new) == 0) == (old == new)
    assert abs(len(old) - len(new)) <= distance(old, new) <= max(len(old), len(new))


@pytest.mark.parametrize(
    ("old", "new", "is_slip"),
    [
        (1630, 1360, True),
        (410, 41, True),
        (4, 4000, True),
        (4, 4_000_000_000, True),
        (1630, 1630, False),
        (1630, 1306, False),  # two places apart
        (1630, 1640, False),
        (16, 160_000, False),  # no word has four zeros
        (0, 0, False),
        (0, 10, False),
    ],
)
def test_a_plain_slip_swaps_two_neighbours_or_loses_zeros(old: int, new: int, *, is_slip: bool) -> None:
    assert is_plain_slip(old, new) is is_plain_slip(new, old) is is_slip
