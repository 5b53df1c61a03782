"""The values that a term names: halves of cells, items of lists, sums of what is blank."""

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
import pytest

from mttq._declared.relations import (
    Relation,
    Shape,
    at_least,
    at_most,
    between,
    each,
    needed,
    same_as,
    total_of,
)
from mttq._declared.types import Count
from mttq.model import FundKind, FundLedger, Funds, Unit, UnitKind
from mttq.report import Report
from mttq.rules import PASSED, Breach, Judgement, Unverifiable
from mttq.rules._kit.judging import judged
from mttq.rules._kit.passing import passing
from mttq.rules._kit.places import DAY, Asked, Bound, Choice, Items, Operand, Place
from mttq.values import Pair, Qualifier, Quantity


def bound(relation: Relation, figure: Operand, *terms: Operand) -> Bound:
    return Bound(relation, figure, "a", terms, (), (), passing(relation, figure, terms))


COMMUNE = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
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
    assert bound(same_as("b"), ONE, half).holds((2, Pair(1, 2)))
    with pytest.raises(TypeError):
        bound(same_as("b"), ONE, half).holds((2, 3))


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
    assert bound(total_of("b"), ONE, large).holds((5, gifts))
    with pytest.raises(TypeError):
        bound(total_of("b"), ONE, large).holds((0, gifts[:1]))


def test_a_place_with_one_figure_is_read_like_others() -> None:
    place = Place("funds")
    place.position_of("ledgers")
    ledgers = (FundLedger(fund=FundKind.FUND_FOR_THE_POOR),)
    assert place.read(Funds(ledgers=ledgers)) == (ledgers,)


PEOPLE = Operand(0, "people", "Số người", unit="persons")
HOUSES = Operand(1, "houses", "Số nhà")
MONEY = Operand(2, "each", "Mức hỗ trợ", unit="VND")


def hedged(low: int, high: int) -> Quantity:
    return Quantity(value=Decimal(low), upper=Decimal(high), qualifier=Qualifier.RANGE)


@pytest.mark.parametrize(
    ("values", "product"),
    [
        ((None, 5, 50), ("houses", 250, "VND", "each")),
        ((None, None, 50), ("houses", None, "VND", "")),
        ((None, 5, None), ("each", None, "VND", "")),
        ((None, Pair(2, 3), Quantity(value=Decimal(50), unit="VND")), ("houses", 250, "VND", "each")),
        ((None, hedged(2, 3), hedged(50, 60)), ("houses", None, "VND", "each")),
    ],
)
def test_a_product_is_read_as_one_figure(values: tuple[Any, ...], product: tuple[object, ...]) -> None:
    (found,) = attrs.evolve(HOUSES, times=MONEY).read(values, ())
    assert (found.path, found.value, found.unit, found.also) == product
    assert found.label == "Số nhà × Mức hỗ trợ"


def test_a_hedged_factor_leaves_bounds_to_the_product() -> None:
    for values in ((None, 5, hedged(50, 60)), (None, hedged(50, 60), 5)):
        (found,) = attrs.evolve(HOUSES, times=MONEY).read(values, ())
        assert (found.value.low, found.value.high) == (250, 300)


def test_a_number_of_times_counts_each_figure() -> None:
    times = attrs.evolve(HOUSES, number=4)
    assert [(one.path, one.value) for one in times.read((None, 5), ())] == [("houses", 20)]
    four_each = bound(same_as("4 * houses"), PEOPLE, times)
    assert [four_each.holds((number, 5)) for number in (20, 21)] == [True, False]
    found = judged(four_each, (), (21, 5), Asked())
    assert isinstance(found, Breach)
    assert (found.related, found.args) == (("houses",), {"stated": 21, "other": 20})
    for_each = bound(each("4 * houses", 1, 2), PEOPLE, times)
    assert judged(for_each, (), (40, 5), Asked()) is PASSED
    assert not for_each.holds((40, 5))  # which is left to the law


def test_of_items_of_which_none_is_meant_nothing_is_told() -> None:
    meant = Items(("worth",), (Choice(lambda gift: gift.worth > 3, True),))
    large = bound(at_most("b"), ONE, Operand(1, "gifts", "Giá trị", items=meant))
    few, many = (5, (Gift(worth=2),)), (5, (Gift(worth=4),))

    assert large.silent(few)
    assert judged(large, (), few, Asked()) is None
    assert not large.silent(many)


SENT, HELD = Operand(0, "sent", "Gửi", unit=DAY), Operand(1, "held", "Họp", unit=DAY)


@pytest.mark.parametrize(
    ("relation", "days", "holds", "broken"),
    [
        (at_most("held"), 0, (9, 10), (11,)),
        (at_most("held - 2 days"), -2, (8,), (9, 10)),
        (at_least("held + 2 days"), 2, (12, 13), (11,)),
        (same_as("held"), 0, (10,), (9, 11)),
    ],
)
def test_days_are_compared_also_some_days_off(
    relation: Relation, days: int, holds: tuple[int, ...], broken: tuple[int, ...]
) -> None:
    compared = bound(relation, SENT, attrs.evolve(HELD, days=days))
    found = {day: (dt.date(2023, 5, day), dt.date(2023, 5, 10)) for day in (*holds, *broken)}
    assert [compared.holds(found[day]) for day in holds] == [True] * len(holds)
    assert [judged(compared, (), found[day], Asked()) for day in holds] == [PASSED] * len(holds)
    assert not any(compared.holds(found[day]) for day in broken)
    assert all(isinstance(judged(compared, (), found[day], Asked()), Breach) for day in broken)


CELL = attrs.evolve(ONE, several=True)
BLANKS = (None, 0, 5, Pair(2, 3), Quantity.of(5, "households"))


@pytest.mark.parametrize(
    "relation",
    [
        total_of("b"),
        total_of("b", ...),
        at_most("b"),
        at_least("b"),
        same_as("b"),
        needed("b"),
        each("b", 1, 10),
        between(1, 10),
    ],
)
@pytest.mark.parametrize(
    "terms",
    [
        (TWO,),
        (attrs.evolve(TWO, several=True),),
        (attrs.evolve(TWO, exists=False),),
        (attrs.evolve(TWO, times=attrs.evolve(ONE, position=2, parts=(TWO, ONE))),),
    ],
)
def test_what_is_said_fast_is_the_law(relation: Relation, terms: tuple[Operand, ...]) -> None:
    """Where a relation holds for certain, the law says so; where it is silent, the law says nothing."""
    for figure, may_be_blank in (
        (ONE, False),
        (ONE, True),
        (CELL, False),
        (attrs.evolve(ONE, is_total=True), False),
    ):
        one = bound(relation, figure, *(terms if relation.terms else ()))
        one = attrs.evolve(one, may_be_blank=may_be_blank and relation.shape is Shape.SAME_AS)
        for two in product(BLANKS, repeat=2):
            values = (*two, None)
            law = judged(one, (), values, Asked())
            assert not one.silent(values) or law is None, values
            with suppress(TypeError):
                assert values[0] is None or not one.holds(values) or law is PASSED, values


def test_a_record_on_the_way_that_is_left_out_leaves_its_figures_blank() -> None:
    place = Place("")
    assert place.read(Report(unit=COMMUNE, title="Báo cáo")) == ()
    place = Place("")
    for name in ("title", "reviewed.date", "population.households"):
        place.position_of(name)
    assert place.read(Report(unit=COMMUNE, title="Báo cáo")) == ("Báo cáo", None, None)


def test_cells_of_several_figures_count_together() -> None:
    cell = attrs.evolve(TWO, several=True)
    assert bound(at_most("b"), ONE, cell).holds((5, Pair(2, 3)))
    assert not bound(at_least("b"), CELL, cell).holds((Pair(1, 1), Pair(2, 3)))
