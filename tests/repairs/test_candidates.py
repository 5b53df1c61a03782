"""The candidates for a repair: what a hand may have done to a figure, not yet judged."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from mttq.repairs._candidates import (
    blank_filled,
    exchanged,
    moved,
    neighbours_of,
    printed_as,
    runs_of,
    shifted,
    slips_of,
)
from mttq.repairs._figures import figures_of
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip
from mttq.testing import draw_report, make_report
from mttq.values import Pair, Qualifier, Quantity, Share

WRITTEN = "kl62-pl2.criticism.written.commune"
REPORT = make_report()
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
    ],
)
def test_what_a_figure_was_before_a_slip(
    figure: Quantity | Share | Pair, meant: Quantity | Share | Pair, slip: tuple[Slip, int]
) -> None:
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
    assert all(low <= high for low, high in ends)


def test_what_follows_from_the_others_is_printed_like_the_figure() -> None:
    assert printed_as(MONEY, 1_234_567_890) == (attrs.evolve(MONEY, value=Decimal(1_200_000_000)), 2)


def test_a_count_follows_only_from_whole_numbers_that_are_not_negative() -> None:
    assert (printed_as(4100, Fraction(1, 2)), printed_as(4100, -5_000)) == (None, None)
    assert printed_as(4100, 1400) == (1400, 1)


def test_two_numbers_in_a_cell_do_not_follow_from_their_sum() -> None:
    assert printed_as(Pair(312, 1846), 9999) is None


def test_a_blank_is_filled_with_a_count() -> None:
    assert list(blank_filled("a", 13)) == [
        (Change(path="a", old=None, new=13, kind=Slip.LEFT_OUT, distance=2),)
    ]
    assert list(blank_filled("a", Fraction(1, 2))) == list(blank_filled("a", -1)) == []


def test_figures_may_stand_in_other_cells() -> None:
    assert moved("a", "b", 5) == (
        Change(path="a", old=5, new=None, kind=Slip.MOVED, distance=1),
        Change(path="b", old=None, new=5, kind=Slip.MOVED, distance=1),
    )
    assert [change.new for change in exchanged("a", "b", 5, 6)] == [6, 5]
    figures = {"a": 1, "b": 2, "c": 3}
    assert [[change.new for change in step] for step in shifted(figures, ("a", "b", "c"))] == [
        [2, 3, 1],
        [3, 1, 2],
    ]
    assert list(shifted({"a": 1, "b": 1, "c": 1}, ("a", "b", "c"))) == []


def test_the_cells_beside_a_cell_are_those_of_its_column_its_line_and_its_sum() -> None:
    near = neighbours_of(REPORT, figures_of(REPORT), WRITTEN)
    assert [path.removeprefix("kl62-pl2.criticism.") for path in near] == [
        "conferences.commune",
        "dialogues.commune",
        "written.district",
        "dialogues.province",
        "written.province",
    ]


def test_the_figures_beside_one_of_a_record_are_its_others_and_the_same_of_the_record_beside_it() -> None:
    figures = figures_of(REPORT)
    assert list(neighbours_of(REPORT, figures, "population.poor.households")) == [
        "population.poor.share",
        "population.near_poor.households",
    ]


def test_lines_may_be_shifted_within_their_column() -> None:
    report = draw_report(1)
    runs = list(runs_of(report, WRITTEN))
    assert {len(run) for run in runs} == {3, 4, 5}
    assert all(WRITTEN in run and all(path.endswith(".commune") for path in run) for run in runs)
    assert list(runs_of(report, "population.persons")) == []
