"""Figures mean what was printed: exact counts, intervals for rounded measures, bounds for hedges."""

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import FieldError
from mttq.values import Pair, Qualifier, Quantity, Share, Tier, Tiered, Triple

FEW = settings(max_examples=100, deadline=None)
VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)

EVERY = [
    Pair(169, 1169),
    Triple(3, 91, 3),
    Share(Decimal("51.59")),
    Tiered(commune=45),
    Quantity(value=Decimal(4500000000), unit="VND", scale=10**9, decimals=1),
]


def quantity(value: str, **fields: Any) -> Quantity:
    return Quantity(value=Decimal(value), **fields)


@pytest.mark.parametrize("value", EVERY, ids=lambda value: type(value).__name__)
def test_a_figure_is_frozen_slotted_hashable_and_survives_pickling_and_copying(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)
    assert not hasattr(value, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(type(value))[0].name, None)
    assert attrs.evolve(value) == value


# Tiers


def test_tiers_rank_from_the_centre_to_the_commune() -> None:
    assert [(tier.value, tier.rank) for tier in Tier] == [
        ("centre", 0),
        ("province", 1),
        ("district", 2),
        ("commune", 3),
    ]


def test_tier_columns_are_read_by_tier_from_the_highest_to_the_lowest() -> None:
    figures = Tiered(province=1, commune=0)
    assert list(figures.items()) == [(Tier.PROVINCE, 1), (Tier.DISTRICT, None), (Tier.COMMUNE, 0)]
    assert [figures[tier] for tier, _ in figures.items()] == [1, None, 0]
    assert Tiered() == Tiered(province=None, district=None, commune=None)
    assert Tiered() != Tiered(commune=0)  # blank is not zero


def test_a_column_is_found_by_its_word_too_and_the_centre_has_none() -> None:
    figures = Tiered(commune=1)
    assert figures["commune"] == 1  # type: ignore[index]  # a Tier is a str
    for other in (Tier.CENTRE, "xã"):
        with pytest.raises(KeyError):
            figures[other]  # type: ignore[index]


# Pairs, triples


@pytest.mark.parametrize("values", [("1", 2), (1, None), (True, 2), (-1, 2), (1, 2.0), (1, Decimal(2))])
def test_the_halves_of_a_pair_are_counts(values: tuple[Any, Any]) -> None:
    with pytest.raises(FieldError, match=r"^Pair: (first|second) phải là số nguyên ≥ 0, không phải "):
        Pair(*values)


def test_pairs_and_triples_unpack_in_the_printed_order() -> None:
    first, second = Pair(169, 1169)
    assert (first, second) == (169, 1169)
    assert [*Triple(3, 91, 0)] == [3, 91, 0]
    assert Pair(1, 2) != Pair(2, 1)
    assert Pair(1, 2) != (1, 2)  # type: ignore[comparison-overlap]


# Percentages


@pytest.mark.parametrize(
    ("percent", "low", "high"),
    [
        ("51.59", "51.585", "51.595"),
        ("51.6", "51.55", "51.65"),
        ("51.50", "51.495", "51.505"),
        ("52", "51.5", "52.5"),
        ("0", "-0.5", "0.5"),
        ("1E+2", "99.5", "100.5"),
        ("123456789.123456789", "123456789.1234567885", "123456789.1234567895"),
    ],
)
def test_a_percentage_is_an_interval_of_its_last_printed_digit(percent: str, low: str, high: str) -> None:
    share = Share(Decimal(percent))
    assert (str(share.low), str(share.high)) == (low, high)


def test_the_printed_digits_are_part_of_a_percentage() -> None:
    assert Share(Decimal("51.5")) != Share(Decimal("51.50"))
    assert len({Share(Decimal("51.5")), Share(Decimal("51.50")), Share(Decimal("51.5"))}) == 2


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 6))
@FEW
def test_a_percentage_rounded_from_a_fraction_admits_it(part: int, whole: int, decimals: int) -> None:
    scaled = round(Fraction(100 * part * 10**decimals, whole))
    assert Share(Decimal(scaled).scaleb(-decimals)).admits(part, whole)
    assert not Share(Decimal(scaled + 2).scaleb(-decimals)).admits(part, whole)
    assert not Share(Decimal(scaled - 2).scaleb(-decimals)).admits(part, whole)


def test_a_percentage_on_the_border_may_have_been_rounded_either_way() -> None:
    assert [Share(Decimal(text)).admits(1, 200) for text in ("0.4", "0.5", "0.50", "0", "1", "2")] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]


def test_no_percentage_is_a_share_of_nothing() -> None:
    assert not Share(Decimal(0)).admits(0, 0)


@pytest.mark.parametrize("percent", [51.59, 51, "51,59", Decimal("NaN"), Decimal("Infinity"), None])
def test_a_percentage_is_a_finite_decimal(percent: Any) -> None:
    with pytest.raises(FieldError, match=r"^Share: percent phải là số thập phân hữu hạn \(Decimal\)"):
        Share(percent)


# Quantities


@pytest.mark.parametrize(
    ("stated", "low", "high", "inside", "outside"),
    [
        (quantity("45"), "45", "45", ["45"], ["44", "46"]),
        (quantity("0"), "0", "0", ["0"], ["1"]),
        (
            quantity("4500000000", scale=10**9, decimals=1),
            "4450000000",
            "4550000000",
            ["4450000000", "4500000000", "4550000000"],
            ["4449999999", "4550000001"],
        ),
        (quantity("4.52", decimals=2), "4.515", "4.525", ["4.515", "4.525"], ["4.514", "4.526"]),
        (quantity("2000000", scale=10**6), "1500000", "2500000", ["1500000"], ["1499999"]),
        (quantity("52", unit="percent"), "51.5", "52.5", ["51.5", "52.5"], ["51.4", "52.6"]),
        (quantity("5500", qualifier=Qualifier.MORE_THAN), "5500", None, ["5501", "5500.1"], ["5500", "0"]),
        (quantity("5500", qualifier=Qualifier.AT_LEAST), "5500", None, ["5500", "9999"], ["5499"]),
        (quantity("5500", qualifier=Qualifier.NEARLY), None, "5500", ["5499", "0"], ["5500", "5501"]),
        (quantity("5500", qualifier=Qualifier.LESS_THAN), None, "5500", ["5499"], ["5500", "5501"]),
        (quantity("5500", qualifier=Qualifier.AT_MOST), None, "5500", ["5500", "0"], ["5501"]),
        (quantity("100", qualifier=Qualifier.ABOUT), "90", "110", ["90", "110"], ["89.9", "111"]),
        (quantity("-100", qualifier=Qualifier.ABOUT), "-110", "-90", ["-110", "-90"], ["-111", "-89"]),
        (
            quantity("7", upper=Decimal(9), qualifier=Qualifier.RANGE),
            "7",
            "9",
            ["7", "8", "9"],
            ["6", "10"],
        ),
        (quantity("7", upper=Decimal(7), qualifier=Qualifier.RANGE), "7", "7", ["7"], ["6", "8"]),
        # a hedge beside a scale word: the hedge alone tells the bounds
        (
            quantity("4500000000", scale=10**9, decimals=1, qualifier=Qualifier.MORE_THAN),
            "4500000000",
            None,
            ["4500000001"],
            ["4500000000"],
        ),
    ],
)
def test_a_quantity_admits_what_its_text_allows(
    stated: Quantity, low: str | None, high: str | None, inside: list[str], outside: list[str]
) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert [stated.low, stated.high] == bounds
    assert [text for text in inside if not stated.admits(Decimal(text))] == []
    assert [text for text in outside if stated.admits(Decimal(text))] == []


@pytest.mark.parametrize(
    ("stated", "step", "rounded"),
    [
        (quantity("45"), "1", False),
        (quantity("4500000000", scale=10**9, decimals=1), "1E+8", True),
        (quantity("45.5", decimals=1), "0.1", True),
        (quantity("45", unit="percent"), "1", True),
        (quantity("1000", scale=1000), "1E+3", True),
    ],
)
def test_the_step_is_the_unit_of_the_last_printed_digit(stated: Quantity, step: str, rounded: bool) -> None:
    assert stated.step == Decimal(step)
    assert stated.is_rounded is rounded


@given(VALUES, st.sampled_from(Qualifier), st.integers(0, 4), st.sampled_from([1, 1000, 10**6, 10**9]))
@FEW
def test_what_is_admitted_lies_within_the_bounds(
    value: Decimal, qualifier: Qualifier, decimals: int, scale: int
) -> None:
    upper = value + 1 if qualifier is Qualifier.RANGE else None
    stated = Quantity(value=value, qualifier=qualifier, upper=upper, decimals=decimals, scale=scale)
    excluded = (Qualifier.MORE_THAN, Qualifier.NEARLY, Qualifier.LESS_THAN)
    assert stated.admits(value) is (qualifier not in excluded)
    if stated.low is not None:
        assert not stated.admits(Fraction(stated.low) - Fraction(1, 10**9))
        assert stated.admits(stated.low) is (qualifier not in excluded)
    if stated.high is not None:
        assert not stated.admits(Fraction(stated.high) + Fraction(1, 10**9))
        assert stated.admits(stated.high) is (qualifier not in excluded)


@pytest.mark.parametrize(
    "context",
    [
        decimal.Context(prec=5),
        decimal.Context(prec=3, rounding=decimal.ROUND_UP),
        decimal.Context(prec=5, traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation]),
    ],
)
@pytest.mark.parametrize("qualifier", Qualifier)
def test_bounds_do_not_depend_on_the_callers_decimal_context(
    context: decimal.Context, qualifier: Qualifier
) -> None:
    upper = Decimal("-123456789.123") if qualifier is Qualifier.RANGE else None

    def bounds() -> tuple[object, ...]:
        share = Share(Decimal("51.591234567"))
        stated = quantity("-123456789.127", qualifier=qualifier, upper=upper, decimals=3)
        exact = Decimal("-123456789.127")
        return share.low, share.high, stated.low, stated.high, stated.step, stated.admits(exact)

    expected = bounds()
    with decimal.localcontext(context):
        assert bounds() == expected


@pytest.mark.parametrize("exact", [4.5, "4.5", None])
def test_only_exact_figures_are_compared(exact: Any) -> None:
    with pytest.raises(TypeError, match=r"^Quantity\.admits: cần int, Decimal hoặc Fraction, không phải "):
        quantity("4.5", decimals=1).admits(exact)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": 4.5}, "Quantity: value phải là số thập phân hữu hạn (Decimal), không phải float (4.5)"),
        (
            {"value": 5, "scale": 0, "decimals": -1, "pad": True},
            "Quantity: value phải là số thập phân hữu hạn (Decimal), không phải int (5); "
            "scale phải là số nguyên ≥ 1, không phải int (0); "
            "decimals phải là số nguyên ≥ 0 và ≤ 30, không phải int (-1); "
            "pad phải là số nguyên ≥ 0 và ≤ 30, không phải bool (True)",
        ),
    ],
)
def test_a_quantity_names_its_wrong_fields(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(FieldError) as caught:
        Quantity(**fields)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"upper": Decimal(9)}, "Quantity: upper đi với qualifier=RANGE và chỉ với nó"),
        ({"above": True}, "Quantity: above và below chỉ đi với qualifier=RANGE"),
        ({"below": True}, "Quantity: above và below chỉ đi với qualifier=RANGE"),
        ({"unit": "households", "noun": "máy bơm"}, "Quantity: noun chỉ đi với unit=None"),
        ({"qualifier": Qualifier.RANGE}, "Quantity: upper đi với qualifier=RANGE và chỉ với nó"),
        ({"qualifier": Qualifier.RANGE, "upper": Decimal(5)}, "Quantity: khoảng 7..5 bị ngược"),
    ],
)
def test_the_upper_end_belongs_to_a_range(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        quantity("7", **fields)
    assert str(caught.value) == message


@pytest.mark.parametrize(("above", "below"), [(False, False), (True, False), (False, True), (True, True)])
def test_a_range_may_leave_out_its_ends(above: bool, below: bool) -> None:
    stated = Quantity(
        value=Decimal(6), upper=Decimal(12), qualifier=Qualifier.RANGE, above=above, below=below
    )
    admitted = [number for number in range(5, 14) if stated.admits(number)]
    assert admitted == list(range(6 + above, 13 - below))
    assert stated.admits(Fraction(13, 2))


def test_tiers_go_from_the_highest_to_the_lowest() -> None:
    assert sorted(Tier) == list(Tier) == [Tier.CENTRE, Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE]
    for one, other in product(Tier, Tier):
        assert [one < other, one <= other, one > other, one >= other] == [
            one.rank < other.rank,
            one.rank <= other.rank,
            one.rank > other.rank,
            one.rank >= other.rank,
        ]


def test_a_tier_beside_another_text_goes_by_letters() -> None:
    assert [Tier.PROVINCE < "x", Tier.PROVINCE <= "x", Tier.PROVINCE > "x", Tier.PROVINCE >= "x"] == [
        True,
        True,
        False,
        False,
    ]
