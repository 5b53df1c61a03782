"""A slip can be taken back by another slip, and is never far away in digits."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.repairs._figures import Figure
from mttq.repairs._slips import Slip, printed_as, slips, slips_of
from mttq.rules._kit.digits import distance
from mttq.values import Pair, Qualifier, Quantity, Share, Triple

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


SHORT = Quantity(value=Decimal("4.1"), decimals=1)
MONEY = Quantity(value=Decimal(4_500_000_000), unit="VND", scale=10**9, decimals=1)


@pytest.mark.parametrize(
    ("figure", "meant", "slip"),
    [
        (MONEY, attrs.evolve(MONEY, value=Decimal(5_400_000_000)), (Slip.SWAPPED, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(45_000_000_000), decimals=0), (Slip.COMMA, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(450_000_000), decimals=2), (Slip.COMMA, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(4_500_000), scale=10**6), (Slip.SCALE, 2)),
        (SHORT, attrs.evolve(SHORT, value=Decimal(4100), scale=1000), (Slip.SCALE, 2)),
        (Quantity(value=Decimal(200)), Quantity(value=Decimal(200_000)), (Slip.SCALE, 2)),
        (Share(Decimal(87)), Share(Decimal("8.7")), (Slip.COMMA, 1)),
        (Share(Decimal(87)), Share(Decimal(8)), (Slip.ADDED, 1)),
        (Pair(169, 1169), Pair(1169, 169), (Slip.EXCHANGED, 1)),
        (Pair(312, 1846), Pair(312, 1864), (Slip.SWAPPED, 1)),
        (Triple(4, 1, 7), Triple(1, 7, 4), (Slip.EXCHANGED, 1)),
    ],
)
def test_what_a_figure_was_before_a_slip(figure: Figure, meant: Figure, slip: tuple[Slip, int]) -> None:
    assert slips_of(figure)[meant] == slip
    assert figure not in slips_of(figure)
    assert Pair(3, 3) not in slips_of(Pair(3, 3))


def test_a_percentage_does_not_lose_its_comma_to_the_right() -> None:
    assert Share(Decimal(8700)) not in slips_of(Share(Decimal(87)))


def test_both_ends_of_a_range_may_be_wrong_but_not_the_wrong_way_round() -> None:
    thousands = Quantity(value=Decimal(7000), upper=Decimal(9000), qualifier=Qualifier.RANGE, scale=1000)
    meant = slips_of(thousands)
    ends = {(int(figure.value), int(figure.upper or 0)) for figure in meant if isinstance(figure, Quantity)}
    assert {(8000, 9000), (7000, 8000), (700, 900), (7, 9)} <= ends
    assert all(low <= high <= 2 * low for low, high in ends)


def test_what_follows_from_the_others_is_printed_like_the_figure() -> None:
    assert printed_as(MONEY, 1_234_567_890) == (attrs.evolve(MONEY, value=Decimal(1_200_000_000)), 2)


def test_a_count_follows_only_from_whole_numbers_that_are_not_negative() -> None:
    assert (printed_as(4100, Fraction(1, 2)), printed_as(4100, -5_000)) == (None, None)
    assert printed_as(4100, 1400) == (1400, 1)


def test_two_numbers_in_a_cell_do_not_follow_from_their_sum() -> None:
    assert printed_as(Pair(312, 1846), 9999) is None
