from typing import Annotated, Any, Generic, TypeAlias, TypeVar, get_args

import attrs
import pytest

from mttq._declared.types import Count, Label, Money
from mttq.codec._shapes import Choice, Many, Record, Tagged, record_shape, shape_of
from mttq.errors import DeclarationError
from mttq.values import Pair, Quantity, Tier, Tiered

T = TypeVar("T")
OptionalCount: TypeAlias = Count | None
OptionalPairOrCount: TypeAlias = Pair | Count | None


def test_the_members_of_a_choice_are_told_apart_by_their_json_types() -> None:
    assert shape_of(Pair | Count | None) == Choice({list: Pair, int: Count}, blank=True)
    assert shape_of(Money | Quantity) == Choice({int: Money, dict: Quantity}, blank=False)


def test_a_record_knows_its_fields_and_which_are_required() -> None:
    @attrs.frozen(kw_only=True)
    class Houses:
        built: Count
        tier: Tier | None = None
        seen: bool = attrs.field(default=False, init=False)

    assert shape_of(Houses) == Record(Houses, {"built": Count, "tier": Tier | None}, ("built",))


def test_the_fields_of_a_generic_record_take_its_argument() -> None:
    assert get_args(record_shape(Tiered[Count]).fields["commune"])[0] == OptionalCount
    assert get_args(record_shape(Tiered[Pair | Count]).fields["commune"])[0] == OptionalPairOrCount


def test_a_field_that_is_nothing_but_a_type_variable_is_filled_in(generic_record: Any) -> None:
    assert record_shape(generic_record[Count]).fields == {"value": Count}


@pytest.fixture
def generic_record() -> Any:
    @attrs.frozen
    class Box(Generic[T]):
        value: T

    return Box


def test_lists_and_appendices() -> None:
    assert shape_of(tuple[str, ...]) == Many(str)
    assert shape_of(object) == Tagged()


@pytest.mark.parametrize(
    "annotation",
    [
        Annotated[Count | None, Label("Số hộ")] | str,
        float,
        dict[str, int],
        tuple[int, str],
        list[int],
        int | bool | float,
        str | Tier,
        None,
    ],
)
def test_what_a_file_cannot_hold_is_refused_where_it_is_declared(annotation: Any) -> None:
    with pytest.raises(DeclarationError):
        shape_of(annotation)
