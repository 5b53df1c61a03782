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

from mttq.errors import ConstraintError, FieldError
from mttq.values import Pair, Qualifier, Quantity, Share, Tier, Tiered, Triple

FEW = settings(max_examples=100)
VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)

EVERY = [
    Pair(169, 1169),
    Triple(3, 91, 3),
    Share(Decimal("51.59")),
    Tiered(commune=45),
    Quantity(value=Decimal(4500000000), unit="VND", scale=10**9, decimals=1),
]


class Whole:
    """A whole number of another library, as those of numpy."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __index__(self) -> int:
        if not isinstance(self.value, int):
            raise TypeError("only whole numbers are an index")
        return self.value


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


def test_tiers_rank_from_the_centre_to_what_lies_below_the_commune() -> None:
    assert [(tier.value, tier.rank) for tier in Tier] == [
        ("centre", 0),
        ("province", 1),
        ("district", 2),
        ("commune", 3),
        ("base", 4),
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
    with pytest.raises(FieldError, match=r"^Pair\.(first|second): cần số nguyên không âm; đã nhận "):
        Pair(*values)


def test_pairs_and_triples_unpack_in_the_printed_order() -> None:
    first, second = Pair(169, 1169)
    assert (first, second) == (169, 1169)
    assert [*Triple(3, 91, 0)] == [3, 91, 0]
    assert Pair(1, 2) != Pair(2, 1)
    assert Pair(1, 2) != (1, 2)  # type: ignore[comparison-overlap]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Pair(169, 1169), Pair(1, 31), Pair(170, 1200)),
        (Triple(3, 91, 0), Triple(1, 9, 3), Triple(4, 100, 3)),
    ],
)
def test_cells_of_several_counts_add_up_half_by_half(one: Any, other: Any, both: Any) -> None:
    assert one + other == other + one == both
    assert sum([one, other], type(one)(*[0] * len([*one]))) == both


@pytest.mark.parametrize("other", [1, (1, 2), (1, 2, 3), Triple(1, 2, 3), None])
def test_a_pair_adds_to_a_pair_only(other: Any) -> None:
    for cell in {Pair(1, 2), Triple(1, 2, 4)} - {other}:
        if type(cell) is not type(other):
            with pytest.raises(TypeError, match="unsupported operand"):
                _ = cell + other


@pytest.mark.parametrize(
    ("figures", "tiers", "total"),
    [
        (Tiered(province=2, district=3, commune=45), (), 50),
        (Tiered(province=2, commune=45), (), None),  # a blank is not 0
        (Tiered(province=2, commune=45), (Tier.PROVINCE, Tier.COMMUNE), 47),
        (Tiered(province=2, commune=45), (Tier.DISTRICT, Tier.COMMUNE), None),
        (Tiered(province=2, district=3, commune=45), (Tier.COMMUNE,), 45),
        (Tiered(province=0, district=0, commune=0), (), 0),
        (Tiered(), (), None),
        (Tiered(district=Pair(1, 2), commune=Pair(3, 4)), (Tier.DISTRICT, Tier.COMMUNE), Pair(4, 6)),
    ],
)
def test_tier_columns_add_up_where_all_are_reported(
    figures: Tiered[Any], tiers: tuple[Tier, ...], total: object
) -> None:
    assert figures.sum(*tiers) == total


def test_what_is_no_column_and_what_nobody_adds_up_has_no_sum() -> None:
    with pytest.raises(KeyError):
        Tiered(commune=1).sum(Tier.CENTRE)
    share = Share(Decimal(50))
    with pytest.raises(TypeError):
        Tiered(district=share, commune=share).sum(Tier.DISTRICT, Tier.COMMUNE)


# Percentages


@pytest.mark.parametrize(
    ("part", "of", "decimals", "percent"),
    [
        (61, 812, 2, "7.51"),
        (Whole(61), Whole(812), 0, "8"),
        (1, 2, 2, "50.00"),
        (1, 3, 3, "33.333"),
        (1, 200, 0, "1"),  # 0,5 goes up
        (-1, 200, 0, "-1"),  # away from zero
        (1001, 1000, 1, "100.1"),
        (Decimal("1.5"), Decimal(4), 1, "37.5"),
        (0, 7, 2, "0.00"),
    ],
)
def test_a_percentage_is_what_is_printed_of_a_part_and_a_whole(
    part: Any, of: Any, decimals: int, percent: str
) -> None:
    share = Share.of(part, of, decimals=decimals)
    assert share == Share(Decimal(percent))
    assert str(share.percent) == percent


@FEW
@given(part=st.integers(0, 10**6), whole=st.integers(1, 10**6), decimals=st.integers(0, 6))
def test_a_percentage_admits_what_it_was_made_of(part: int, whole: int, decimals: int) -> None:
    assert Share.of(part, whole, decimals=decimals).admits(part, whole)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((1, 0, 2), "Share.of: mẫu số bằng 0 thì không có tỷ lệ phần trăm"),
        ((1, 2, -1), "Share.of, decimals: cần số nguyên từ 0 đến 30; đã nhận -1 (int)"),
        ((1, 2, 31), "Share.of, decimals: cần số nguyên từ 0 đến 30; đã nhận 31 (int)"),
    ],
)
def test_no_percentage_is_made_of_nothing(arguments: Any, said: str) -> None:
    part, of, decimals = arguments
    with pytest.raises(ConstraintError) as caught:
        Share.of(part, of, decimals=decimals)
    assert str(caught.value) == said


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
    with pytest.raises(
        FieldError,
        match=r"^Share\.percent: cần số thập phân hữu hạn \(Decimal\)",
    ):
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


@pytest.mark.parametrize("exact", [4.5, "4.5", None, True])
@pytest.mark.parametrize("compare", ["admits", "surely_above", "surely_below"])
def test_only_exact_figures_are_compared(compare: str, exact: Any) -> None:
    said = (
        f"Quantity.{compare}: cần số nguyên hoặc số thập phân hữu hạn (Decimal) hoặc Fraction; "
        f"đã nhận {exact!r} ({type(exact).__name__})"
    )
    with pytest.raises(FieldError) as caught:
        getattr(quantity("4.5", decimals=1), compare)(exact)
    assert str(caught.value) == said


NO_ORDER = [
    ("5500", {"qualifier": Qualifier.MORE_THAN}, [5499, 5500], []),
    ("5500", {"qualifier": Qualifier.AT_LEAST}, [5499], []),
    ("5500", {"qualifier": Qualifier.NEARLY}, [], [5500, 5501]),
    ("5500", {"qualifier": Qualifier.LESS_THAN}, [], [5500, 5501]),
    ("5500", {"qualifier": Qualifier.AT_MOST}, [], [5501]),
    ("5500", {}, [5499], [5501]),
    ("5500", {"qualifier": Qualifier.ABOUT}, [4949], [6051]),
    ("4500", {"upper": Decimal(5500), "qualifier": Qualifier.RANGE}, [4499], [5501]),
    ("4500", {"upper": Decimal(6000), "qualifier": Qualifier.RANGE, "above": True}, [4499, 4500], [6001]),
    ("4500", {"upper": Decimal(5500), "qualifier": Qualifier.RANGE, "below": True}, [4499], [5500, 5501]),
]


@pytest.mark.parametrize(("value", "fields", "above", "below"), NO_ORDER)
def test_a_quantity_is_surely_above_or_below_a_figure_or_undecided(
    value: str, fields: dict[str, Any], above: list[int], below: list[int]
) -> None:
    stated = quantity(value, **fields)
    figures = (4499, 4500, 4949, 4950, 5499, 5500, 5501, 6050, 6051)
    exacts: list[Any] = [*figures, *map(Decimal, figures), *map(Fraction, figures)]
    for exact in exacts:
        assert stated.surely_above(exact) == (bool(above) and exact <= max(above))
        assert stated.surely_below(exact) == (bool(below) and exact >= min(below))
        assert stated.admits(exact) == (not stated.surely_above(exact) and not stated.surely_below(exact))


def test_quantities_have_no_order() -> None:
    with pytest.raises(TypeError, match="'<' not supported"):
        sorted([quantity("1"), quantity("2")])  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("made", "same"),
    [
        (Quantity.of(3, "conferences"), quantity("3", unit="conferences")),
        (Quantity.of(Whole(3), "conferences"), quantity("3", unit="conferences")),
        (Quantity.of(5), quantity("5")),
        (Quantity.of(Decimal("4.50"), "ha"), quantity("4.50", unit="ha", decimals=2)),
        (
            Quantity.of(5500, "households", qualifier=Qualifier.MORE_THAN),
            quantity("5500", unit="households", qualifier=Qualifier.MORE_THAN),
        ),
        (
            Quantity.of(15, "persons", upper=20),
            quantity("15", unit="persons", qualifier=Qualifier.RANGE, upper=Decimal(20)),
        ),
        (
            Quantity.of(7, "ha", qualifier=Qualifier.RANGE, upper=Decimal("7.5")),
            quantity("7", unit="ha", qualifier=Qualifier.RANGE, upper=Decimal("7.5"), decimals=1),
        ),
        (Quantity.of(5, "chiếc lều"), quantity("5", unit="chiếc lều")),
    ],
)
def test_a_quantity_is_written_in_one_short_line(made: Quantity, same: Quantity) -> None:
    assert made == same
    assert type(made.value) is Decimal


@pytest.mark.parametrize("number", [488.0, True, "488", None, Decimal(488)])
def test_a_percentage_is_compared_with_counts_only(number: Any) -> None:
    share = Share(Decimal("51.59"))
    for compare in (share.admits, share.is_cut_from):
        assert compare(Whole(488), Whole(946)) == compare(488, 946)
        for figures in ((number, 946), (488, number)):
            with pytest.raises(FieldError, match=rf"^Share\.{compare.__name__}: cần số nguyên; đã nhận "):
                compare(*figures)
    with pytest.raises(FieldError, match=r"^Share\.of, decimals: cần số nguyên"):
        Share.of(1, 2, decimals=number)


@pytest.mark.parametrize("number", [4.5, True, "5", None, Whole(None)])
def test_a_quantity_is_made_of_exact_numbers_only(number: Any) -> None:
    for make in (Quantity.of, lambda given: Share.of(1, given), lambda given: Share.of(given, 1)):
        with pytest.raises(
            FieldError,
            match=r"^(Quantity|Share)\.of: cần số nguyên hoặc số thập phân hữu hạn \(Decimal\); đã nhận ",
        ):
            make(number)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            {"number": 3, "unit": "conferencs"},
            "Quantity.unit: không có đơn vị “conferencs”; có phải “conferences”?",
        ),
        ({"number": 3, "unit": "hội nghị"}, "có phải “conferences”?"),
        (
            {"number": Decimal("NaN"), "unit": "ha"},
            "Quantity.value: cần số thập phân hữu hạn",
        ),
        ({"number": 3, "qualifier": "hơn"}, "Quantity.qualifier: cần Qualifier"),
    ],
)
def test_a_slip_in_a_short_quantity_is_reported(arguments: Any, said: str) -> None:
    with pytest.raises(FieldError) as caught:
        Quantity.of(**arguments)
    assert said in str(caught.value)


def test_a_hedge_that_is_no_range_has_no_upper_end() -> None:
    with pytest.raises(ConstraintError, match="upper đi với qualifier=RANGE"):
        Quantity.of(3, "ha", qualifier=Qualifier.ABOUT, upper=5)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": 4.5}, "Quantity.value: cần số thập phân hữu hạn (Decimal); đã nhận 4.5 (float)"),
        (
            {"value": 5, "scale": 0, "decimals": -1, "pad": True},
            "Quantity.value: cần số thập phân hữu hạn (Decimal); đã nhận 5 (int)\n"
            "Quantity.scale: cần số nguyên từ 1 trở lên; đã nhận 0 (int)\n"
            "Quantity.decimals: cần số nguyên từ 0 đến 30; đã nhận -1 (int)\n"
            "Quantity.pad: cần số nguyên từ 0 đến 30; đã nhận True (bool)",
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
        ({"qualifier": Qualifier.RANGE, "upper": Decimal(5)}, "Quantity: cận trên 5 nhỏ hơn cận dưới 7"),
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
    assert sorted(Tier) == list(Tier)
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
