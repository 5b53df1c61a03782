"""A slip can be taken back by another slip, and is never far away in digits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.repairs._slips import Slip, distance, slips

BACK = {
    Slip.CHANGED: Slip.CHANGED,
    Slip.SWAPPED: Slip.SWAPPED,
    Slip.LOST: Slip.ADDED,
    Slip.ADDED: Slip.LOST,
    Slip.SCALE: Slip.SCALE,
}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, {**dict.fromkeys(range(1, 10), Slip.CHANGED), **{10 * n: Slip.LOST for n in range(1, 10)}}),
        (-5, {}),
    ],
)
def test_all_slips_of_a_number(number: int, expected: dict[int, Slip]) -> None:
    assert dict(slips(number)) == expected


@pytest.mark.parametrize(
    ("number", "other", "slip"),
    [
        (489, 488, Slip.CHANGED),
        (964, 946, Slip.SWAPPED),
        (48, 488, Slip.LOST),
        (10, 0, Slip.ADDED),
        (100, 10, Slip.ADDED),
        (4_500, 4_500_000, Slip.SCALE),
        (7, 7_000_000, Slip.SCALE),
        (7_000_000, 7_000, Slip.SCALE),
    ],
)
def test_each_slip_has_its_name(number: int, other: int, slip: Slip) -> None:
    assert dict(slips(number))[other] is slip


def test_no_slip_begins_with_a_zero_or_leaves_nothing() -> None:
    """Without its 1, "105" would be "05", which nobody prints for 5 and which is two digits away."""
    assert 5 not in dict(slips(105))
    assert 10 not in dict(slips(10))


@settings(max_examples=60)
@given(st.integers(1, 10**9), st.data())
def test_a_slip_is_taken_back_by_its_counterpart(number: int, data: st.DataObject) -> None:
    other, slip = data.draw(st.sampled_from(sorted(slips(number))))
    if other:  # 0 scaled is 0
        assert dict(slips(other))[number] is BACK[slip]
    if slip is not Slip.SCALE:
        assert distance(str(number), str(other)) == 1


@settings(max_examples=60)
@given(st.text("0123", max_size=6), st.text("0123", max_size=6))
def test_distance_is_symmetric_and_zero_only_for_equals(old: str, new: str) -> None:
    assert distance(old, new) == distance(new, old)
    assert (distance(old, new) == 0) == (old == new)
    assert abs(len(old) - len(new)) <= distance(old, new) <= max(len(old), len(new))
