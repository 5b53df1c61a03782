"""The values that a term names: halves of cells, items of lists, sums of what is blank."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq._relations import Relation, at_least, at_most, each, same_as, total_of
from mttq._typed import Count
from mttq.model import FundKind, FundLedger, Funds
from mttq.rules import PASSED, Breach, Judgement, Unverifiable
from mttq.rules._kit.judging import judged
from mttq.rules._kit.passing import passing
from mttq.rules._kit.places import Asked, Bound, Choice, Items, Operand, Place
from mttq.values import Pair, Qualifier, Quantity


def bound(relation: Relation, figure: Operand, *terms: Operand) -> Bound:
    return Bound(relation, figure, "a", terms, (), (), passing(relation, figure, terms))


ONE, TWO = Operand(0, "a", "Một"), Operand(1, "b", "Hai")


def judge(relation: Relation, *values: Any) -> Judgement | None:
    return judged(bound(relation, ONE, TWO), (), values, Asked())


def test_cells_of_two_figures_are_the_same_in_each_of_them() -> None:
    assert judge(same_as("b"), Pair(1, 2), Pair(1, 2)) == PASSED

    found = judge(same_as("b"), Pair(1, 2), Pair(1, 3))

    assert isinstance(found, Breach)
    assert (found.path, found.about, found.expected, found.related) == ("a", "second", Pair(1, 3), ("b",))


@pytest.mark.parametrize(
    ("other", "state"),
    [(7, PASSED), (Quantity.of(5, "households", qualifier=Qualifier.MORE_THAN), Unverifiable("a"))],
)
def test_a_hedged_figure_is_neither_right_nor_wrong_if_it_may_be_on_either_side(
    other: Any, state: Judgement
) -> None:
    assert judge(total_of("b"), Quantity.of(7, "households"), other) == state


@pytest.mark.parametrize(
    ("relation", "values", "state"),
    [
        (total_of("b"), (Decimal("7.5"), Decimal("7.5")), PASSED),
        (at_most("b"), (5, 7), PASSED),
        (at_most("b", "-c"), (5, 7), PASSED),
        (at_least("b"), (7, 5), PASSED),
        (each("b", 1, 10), (5, 1), PASSED),
        (each("b", 1, 10), (Quantity.of(5, "kg"), 1), PASSED),
    ],
)
def test_what_holds_passes_also_where_the_figures_are_no_whole_numbers(
    relation: Relation, values: tuple[Any, ...], state: Judgement
) -> None:
    assert judge(relation, *values) == state


def test_goods_have_no_price() -> None:
    money = attrs.evolve(ONE, unit="VND")
    goods = Quantity.of(5, "kg")
    found = judged(bound(each("b", 1, 10), money, TWO), (), (goods, 1), Asked())
    assert found == Unverifiable("a")


def test_a_half_is_read_of_a_cell_that_has_halves() -> None:
    half = attrs.evolve(TWO, part="second")
    assert [one.value for one in half.read((None, Pair(1, 2)), ())] == [2]
    assert [one.value for one in half.read((None, 3), ())] == [None]
    assert bound(same_as("b"), ONE, half).holds((2, Pair(1, 2)), Asked())
    with pytest.raises(TypeError):
        bound(same_as("b"), ONE, half).holds((2, 3), Asked())


@attrs.frozen(kw_only=True)
class Gift:
    worth: Count | None = None


def test_only_items_that_fulfil_the_condition_are_meant_and_are_named_by_position() -> None:
    gifts = Gift(worth=1), Gift(worth=5)
    large = Operand(
        1, "gifts", "Giá trị", items=Items(("worth",), (Choice(lambda gift: gift.worth > 3, True),))
    )
    assert [(one.path, one.label, one.value) for one in large.read((None, gifts), ())] == [
        ("gifts.1.worth", "khoản 2", 5)
    ]
    assert bound(total_of("b"), ONE, large).holds((5, gifts), Asked())
    with pytest.raises(TypeError):
        bound(total_of("b"), ONE, large).holds((0, gifts[:1]), Asked())


def test_a_place_with_one_figure_is_read_like_others() -> None:
    place = Place("funds")
    place.position_of("ledgers")
    ledgers = (FundLedger(fund=FundKind.FUND_FOR_THE_POOR),)
    assert place.read(Funds(ledgers=ledgers)) == (ledgers,)
