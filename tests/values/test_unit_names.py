"""Names of units: what they hold, what they refuse, and what the model makes of them."""

import pytest

from mttq.errors import ConstraintError, FieldError
from mttq.model import UnitRef
from mttq.values import ResidentialKind, UnitKind, UnitName, UnitWord

COMMUNE = UnitName(kind=UnitKind.COMMUNE, name="Đông Sơn")
CITY = UnitName(kind=UnitWord.CITY, name="Huế")


def test_a_name_is_written_with_its_parents() -> None:
    village = UnitName(kind=ResidentialKind.VILLAGE, name="Ka Nôn 2", parents=(COMMUNE, CITY))
    assert str(village) == "thôn Ka Nôn 2, xã Đông Sơn, thành phố Huế"
    assert UnitName(kind=UnitKind.CENTRAL_CITY, name="Hà Nội").full_name == "thành phố Hà Nội"
    assert UnitName(kind=None, name="Gia Lai").full_name == "Gia Lai"


@pytest.mark.parametrize(
    ("kind", "levels"),
    [
        (ResidentialKind.VILLAGE, (0, 0)),
        (UnitKind.WARD, (1, 1)),
        (UnitKind.TOWN, (2, 2)),
        (UnitKind.CENTRAL_CITY, (3, 3)),
        (UnitKind.COUNTRY, (4, 4)),
        (UnitWord.CITY, (2, 3)),
        (None, (2, 3)),
    ],
)
def test_the_levels_that_a_kind_allows(kind: UnitKind | None, levels: tuple[int, int]) -> None:
    assert UnitName(kind=kind, name="Mẫu").levels == levels


def test_a_name_lists_all_its_wrong_fields() -> None:
    with pytest.raises(FieldError) as caught:
        UnitName(kind="xã", name=5, parents=["Huế"])  # type: ignore[arg-type]
    assert str(caught.value) == (
        "UnitName.kind: không thể là 'xã'\n"
        "UnitName.name: không thể là 5\n"
        "UnitName.parents: không thể là ('Huế',)"
    )
    with pytest.raises(ConstraintError, match=r"UnitName\.name: không được để trống"):
        UnitName(kind=UnitKind.COMMUNE, name=" ")


def test_the_model_takes_a_unit_from_its_name() -> None:
    assert UnitRef.of(COMMUNE) == UnitRef(kind=UnitKind.COMMUNE, name="Đông Sơn")
    with pytest.raises(ConstraintError, match="không nói rõ loại đơn vị"):
        UnitRef.of(CITY)
    with pytest.raises(FieldError, match=r"UnitRef\.of: cần UnitName; đã nhận 'Huế'"):
        UnitRef.of("Huế")  # type: ignore[arg-type]
