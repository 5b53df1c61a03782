"""Constructors refuse wrong types with one line that names every wrong field."""

import copy
import datetime as dt
import enum
import pickle
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Annotated, Any, Literal, Optional

import attrs
import pytest

from mttq._declared.types import (
    AtLeast,
    AtMost,
    Count,
    Label,
    Money,
    NotBlank,
    checked,
    conforms,
    describe,
    types_known,
    unwrap,
)
from mttq.errors import ConstraintError, DeclarationError, FieldError
from mttq.forms import row
from mttq.values import Pair, Quantity, Tier, Tiered

DAY = dt.date(2020, 2, 29)
MOMENT = dt.datetime(2020, 2, 29, 12, tzinfo=dt.UTC)


class Colour(enum.Enum):
    RED = "đỏ"
    BLUE = 2


@attrs.frozen(kw_only=True, field_transformer=checked)
class Village:
    name: Annotated[str, Label("Tên")]
    households: Count | None = None
    visited: bool = False
    names: tuple[str, ...] = ()


def _is_even(_instance: object, _attribute: object, value: int) -> None:
    if value % 2:
        raise ValueError("lẻ")


@attrs.frozen(field_transformer=checked)
class Even:
    number: Count = attrs.field(validator=_is_even)


@attrs.frozen(kw_only=True)
class Block:
    first: Count | None = row("1", "Một")
    second: Tiered[Count] = row("2", "Hai")
    third: Pair | Count | None = row("3", "Ba", parts=("a", "b"))


@pytest.mark.parametrize(
    ("annotation", "fitting", "refused"),
    [
        (
            int,
            [0, -5, 10**30 - 1, 1 - 10**30],
            [10**30, -(10**30), 10**5000, True, 1.0, Decimal(1), "1", None],
        ),
        (Count, [0, 10**30 - 1], [10**30, -1, True, False, 3.0, float("nan"), "05"]),
        (Money, [0, -5], [True, 1.5]),
        (Annotated[int, AtLeast(1)], [1, 2], [0]),
        (Annotated[Count, AtMost(9)], [0, 9], [-1, 10]),
        (Annotated[str, NotBlank()], ["a", " a"], ["", " \n", 5]),
        (Count | None, [None, 0], [-1, "", ()]),
        (Optional[Count], [None, 0], [-1]),  # noqa: UP045 - both spellings of a union are read
        (bool, [True, False], [0, 1, None]),
        (str, ["", "a", "ã"], [b"a", 1, None, "\ud83d"]),
        (dt.date, [DAY], [MOMENT, "2020-02-29", None]),
        (
            Decimal,
            [Decimal("0.1"), Decimal(-3), Decimal("9E+29"), Decimal("1E-30"), Decimal(10**30 - 1)],
            [
                Decimal("1E+30"),
                Decimal("1E-31"),
                Decimal("0E+99"),
                Decimal("NaN"),
                Decimal("sNaN"),
                Decimal("Infinity"),
                1,
                0.1,
                "0.1",
            ],
        ),
        (Tier, [Tier.COMMUNE], ["commune", None]),
        (Colour, [Colour.RED], ["đỏ", 2]),
        (object, [None, 1.5, "a"], []),
        (tuple[Count, ...], [(), (1, 2)], [[1], (1, -1), (1, None), "12", None]),
        (tuple[Pair | Count, ...], [(1, Pair(1, 2))], [(Pair,), ((1, 2),)]),
        (Literal["left", "right"], ["left"], ["up", None]),
        (dict[str, int], [{}, {"a": 1}], [[], None]),
        (Tiered[Count], [Tiered(), Tiered(commune=5)], [5, None, Tiered(province=-1), Tiered(commune="5")]),
        (Tiered[Pair | Count], [Tiered(commune=Pair(1, 2), district=3)], [Tiered(commune=(1, 2))]),
        (Money | Quantity, [5, Quantity(value=Decimal(5))], [5.0, Decimal(5)]),
    ],
)
def test_a_value_fits_an_annotation_or_not(annotation: Any, fitting: list[Any], refused: list[Any]) -> None:
    fits = conforms(annotation)
    assert [value for value in fitting if not fits(value)] == []
    assert [value for value in refused if fits(value)] == []


@pytest.mark.parametrize(
    ("annotation", "message"),
    [
        (float, "float không giữ đúng số liệu: dùng int hoặc Decimal"),
        (float | None, "float không giữ đúng số liệu: dùng int hoặc Decimal"),
        ("Count | None", "không kiểm tra được kiểu 'Count | None'"),
        (tuple[int, str], "danh sách các số nguyên: cần viết tuple[…, ...]"),
        (tuple[int], "danh sách các số nguyên: cần viết tuple[…, ...]"),
    ],
)
def test_an_annotation_that_cannot_be_checked_is_refused(annotation: Any, message: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        conforms(annotation)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (int, "số nguyên"),
        (Count, "số nguyên không âm"),
        (Money, "số nguyên"),
        (Annotated[int, AtLeast(1)], "số nguyên từ 1 trở lên"),
        (Annotated[int, AtMost(30), AtLeast(1)], "số nguyên từ 1 đến 30"),
        (Count | None, "số nguyên không âm hoặc None"),
        (Annotated[str, Label("Tên")], "chuỗi (str)"),
        (bool, "True hoặc False"),
        (dt.date, "ngày (date)"),
        (Decimal, "số thập phân hữu hạn (Decimal)"),
        (Colour, "Colour (RED, BLUE)"),
        (tuple[str, ...], "danh sách các chuỗi (str)"),
        (Literal["left", "right"], "'left' hoặc 'right'"),
        (Tiered[Count], "Tiered các số nguyên không âm"),
        (Pair | Count | None, "Pair hoặc số nguyên không âm hoặc None"),
        ("Count", "Count"),
    ],
)
def test_an_annotation_is_described_in_words(annotation: Any, words: str) -> None:
    assert describe(annotation) == words


def test_texts_and_decimals_are_kept_as_a_file_would_return_them() -> None:
    @attrs.frozen(field_transformer=checked)
    class Kept:
        text: str | None
        texts: tuple[str, ...]
        number: Decimal | int
        other: Tier = Tier.COMMUNE

    apart = "xa\u0303"
    kept = Kept(apart, ("a", apart), Decimal("1E+5"))
    assert (kept.text, kept.texts, str(kept.number)) == ("xã", ("a", "xã"), "100000")
    composed, decimal = ("xã", "a"), Decimal("1.50")
    untouched = Kept(None, composed, decimal)
    assert untouched.texts is composed
    assert untouched.number is decimal

    @attrs.frozen(kw_only=True)
    class Lines:
        note: str | None = row("1", "Ghi chú")

    assert Lines(note=apart).note == "xã"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": "x\ud83d"}, "Village.name: có nửa ký tự (surrogate), không tệp nào chứa được"),
        (
            {"name": "A", "households": 10**5000, "names": ("a", "\udc00")},
            "Village.households: không được quá 30 chữ số\n"
            "Village.names[1]: có nửa ký tự (surrogate), không tệp nào chứa được",
        ),
    ],
)
def test_a_value_of_the_right_type_that_is_not_allowed_is_a_value_error(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConstraintError) as caught:
        Village(**fields)
    assert str(caught.value) == message
    assert caught.value.fields == tuple(fields if len(fields) == 1 else list(fields)[1:])
    assert isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == message


def test_a_wrong_type_is_reported_even_if_the_value_cannot_be_printed() -> None:
    with pytest.raises(FieldError, match=r"^Village\.name: cần .*") as caught:
        Village(name=[10**5000])  # type: ignore[arg-type]
    assert not isinstance(caught.value, ConstraintError)


def test_unwrap_returns_the_bare_type_and_its_extras() -> None:
    assert unwrap(Annotated[Count, Label("Số hộ")]) == (int, (AtLeast(0), Label("Số hộ")))
    assert unwrap(str) == (str, ())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": 5}, "Village.name: cần chuỗi (str); đã nhận 5 (int)"),
        (
            {"name": "A", "households": True},
            "Village.households: cần số nguyên không âm hoặc None; đã nhận True (bool)",
        ),
        (
            {"name": "A", "names": ("a", 5)},
            "Village.names[1]: cần chuỗi (str); đã nhận 5 (int)",
        ),
        (
            {"name": "A", "names": [*range(12)]},
            "\n".join(f"Village.names[{n}]: cần chuỗi (str); đã nhận {n} (int)" for n in range(10)) + "\n…",
        ),
        (
            {"name": None, "households": "05", "visited": 1, "names": {"a"}},
            "Village.name: cần chuỗi (str); đã nhận None (NoneType)\n"
            "Village.households: cần số nguyên không âm hoặc None; đã nhận '05' (str)\n"
            "Village.visited: cần True hoặc False; đã nhận 1 (int)\n"
            "Village.names: cần danh sách các chuỗi (str); đã nhận {'a'} (set)",
        ),
        (
            {"name": "A", "households": "x" * 100},
            f"Village.households: cần số nguyên không âm hoặc None; đã nhận '{'x' * 58}… (str)",
        ),
    ],
)
def test_a_line_names_each_wrong_field(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(FieldError) as caught:
        Village(**fields)
    assert str(caught.value) == message
    assert caught.value.args == (message,)


class Whole:
    """A whole number of another library, as those of numpy."""

    def __init__(self, value: int | None) -> None:
        self.value = value

    def __index__(self) -> int:
        if self.value is None:
            raise TypeError("an array of several is no index")
        return self.value


def test_a_list_is_kept_as_a_tuple_and_a_whole_number_as_an_int() -> None:
    given: Any = ["xa\u0303", "a"]
    village = Village(name="A", names=given, households=Whole(5))  # type: ignore[arg-type]
    given.append("b")
    assert village == Village(name="A", names=("xã", "a"), households=5)
    assert type(village.households) is int
    assert hash(village) == hash(Village(name="A", names=("xã", "a"), households=5))
    empty: Any = []
    assert attrs.evolve(village, names=empty).names == ()


@pytest.mark.parametrize("households", [True, 5.0, Decimal(5), "5", Whole(None), Whole(-1), Whole(10**31)])
def test_what_is_not_a_count_is_not_converted(households: Any) -> None:
    with pytest.raises(FieldError, match=r"^Village.households: "):
        Village(name="A", households=households)


@pytest.mark.parametrize("names", ["a", {"a": 1}, {"a"}, iter("a"), None])
def test_what_is_not_a_list_is_not_converted(names: Any) -> None:
    with pytest.raises(FieldError, match=r"^Village.names: cần danh sách các chuỗi"):
        Village(name="A", names=names)


def test_the_rows_of_a_form_keep_whole_numbers_as_ints() -> None:
    one: Any = Whole(1)
    block = Block(first=one, second=Tiered(commune=one), third=Pair(one, one))
    assert block == Block(first=1, second=Tiered(commune=1), third=Pair(1, 1))
    assert {type(number) for number in (block.first, block.second.commune)} == {int}
    assert attrs.evolve(block, third=one).third == 1


def test_a_line_break_in_a_value_does_not_break_the_message() -> None:
    with pytest.raises(FieldError) as caught:
        Village(name="A", households="1\n2")  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_a_checked_field_keeps_its_own_validator_and_is_checked_first() -> None:
    assert Even(4).number == 4
    with pytest.raises(ValueError, match=r"^lẻ$"):
        Even(3)
    with pytest.raises(FieldError, match=r"^Even\.number: cần số nguyên không âm"):
        Even("3")  # type: ignore[arg-type]


def test_a_checked_record_is_a_value() -> None:
    village = Village(name="A", households=5)
    for again in (pickle.loads(pickle.dumps(village)), copy.copy(village), copy.deepcopy(village)):
        assert again == village
        assert hash(again) == hash(village)
    assert attrs.evolve(village, households=6) == Village(name="A", households=6)
    assert not hasattr(village, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        village.name = "B"  # type: ignore[misc]
    with pytest.raises(FieldError):
        attrs.evolve(village, households=-1)


WRONG: Any = {"name": 5}


def test_types_that_are_known_are_not_checked_again() -> None:
    with types_known():
        assert attrs.astuple(Village(**WRONG)) == (5, None, False, ())
        with pytest.raises(ValueError, match=r"^lẻ$"):  # what is more than a type is checked all the same
            Even(3)
    with pytest.raises(FieldError):
        Village(**WRONG)


def test_types_are_known_in_one_thread_only() -> None:
    with types_known(), ThreadPoolExecutor(1) as other, pytest.raises(FieldError):
        other.submit(Village, **WRONG).result()


def test_after_a_fault_types_are_checked_again() -> None:
    with pytest.raises(ValueError, match=r"^lẻ$"), types_known():
        Even(3)
    with pytest.raises(FieldError):
        Village(**WRONG)


def test_the_rows_of_a_form_name_all_wrong_rows_too() -> None:
    with pytest.raises(FieldError) as caught:
        Block(first="1", second=5, third=(1, 2))  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Block.first: cần số nguyên không âm hoặc None; đã nhận '1' (str)\n"
        "Block.second: cần Tiered các số nguyên không âm; đã nhận 5 (int)\n"
        "Block.third: cần Pair hoặc số nguyên không âm hoặc None; đã nhận (1, 2) (tuple)"
    )


def test_a_wrong_figure_in_a_tier_column_is_found() -> None:
    with pytest.raises(FieldError) as caught:
        Block(second=Tiered(commune=-1))
    assert str(caught.value) == (
        "Block.second: cần Tiered các số nguyên không âm; "
        "đã nhận Tiered(province=None, district=None, commune=-1) (Tiered)"
    )
