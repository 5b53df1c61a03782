"""Units through time: kind, tier, name, and the days on which they exist."""

import datetime as dt
from typing import Any

import pytest

from mttq.errors import FieldError
from mttq.model import ResidentialArea, ResidentialKind, Unit, UnitKind, UnitRef, UnitTrait
from mttq.values import Tier

FORMED, GONE = dt.date(2020, 1, 1), dt.date(2025, 6, 30)
DAY = dt.timedelta(days=1)


def commune(**fields: Any) -> Unit:
    return Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", **fields)


def test_every_kind_of_unit_belongs_to_one_tier() -> None:
    tiers = {tier: [str(kind) for kind in UnitKind if kind.tier is tier] for tier in Tier}
    assert tiers == {
        Tier.CENTRE: ["trung ương"],
        Tier.PROVINCE: ["tỉnh", "thành phố trực thuộc trung ương"],
        Tier.DISTRICT: [
            *("huyện", "quận", "thị xã", "thành phố thuộc tỉnh"),
            "thành phố thuộc thành phố trực thuộc trung ương",
        ],
        Tier.COMMUNE: ["xã", "phường", "thị trấn", "đặc khu"],
    }


def test_a_unit_is_called_by_kind_and_name() -> None:
    assert commune().full_name == "xã Trung Sơn"
    assert commune().tier is Tier.COMMUNE
    assert UnitRef(kind=UnitKind.DISTRICT, name="A Lưới").full_name == "huyện A Lưới"


@pytest.mark.parametrize("kind", [UnitKind.CENTRAL_CITY, UnitKind.PROVINCIAL_CITY, UnitKind.MUNICIPAL_CITY])
def test_a_city_of_any_level_is_called_a_city(kind: UnitKind) -> None:
    assert UnitRef(kind=kind, name="Huế").full_name == "thành phố Huế"


@pytest.mark.parametrize(
    ("unit", "day", "exists"),
    [
        (commune(), dt.date(1, 1, 1), True),
        (commune(valid_from=FORMED), FORMED - DAY, False),
        (commune(valid_from=FORMED), FORMED, True),
        (commune(valid_from=FORMED), dt.date.max, True),
        (commune(valid_until=GONE), GONE, True),
        (commune(valid_until=GONE), GONE + DAY, False),
        (commune(valid_from=FORMED, valid_until=GONE), FORMED - DAY, False),
        (commune(valid_from=FORMED, valid_until=GONE), GONE, True),
        (commune(valid_from=FORMED, valid_until=GONE), GONE + DAY, False),
    ],
)
def test_a_unit_exists_from_its_first_to_its_last_day_both_included(
    unit: Unit, day: dt.date, exists: bool
) -> None:
    assert unit.exists_on(day) is exists


def test_one_code_names_different_units_over_time() -> None:
    old = commune(code="20101", valid_from=FORMED, valid_until=GONE)
    new = commune(code="20101", valid_from=GONE + DAY)
    assert old != new
    assert [[unit.exists_on(day) for unit in (old, new)] for day in (GONE, GONE + DAY)] == [
        [True, False],
        [False, True],
    ]


def test_a_code_is_text_with_its_zeros() -> None:
    assert commune(code="00004").code == "00004"
    with pytest.raises(
        FieldError,
        match=r"^Unit\.code: cần chuỗi \(str\) hoặc None",
    ):
        commune(code=4)


def test_traits_and_predecessors_are_kept_as_tuples() -> None:
    assert commune(traits=[UnitTrait.BORDER]).traits == (UnitTrait.BORDER,)
    with pytest.raises(FieldError) as caught:
        commune(traits={UnitTrait.BORDER}, predecessors=("xã Hồng Trung",), valid_from="2020-01-01")
    traits = ", ".join(UnitTrait.__members__)
    assert str(caught.value) == (
        "Unit.valid_from: cần ngày (date) hoặc None; đã nhận '2020-01-01' (str)\n"
        "Unit.predecessors[0]: cần UnitRef; đã nhận 'xã Hồng Trung' (str)\n"
        f"Unit.traits: cần danh sách các UnitTrait ({traits}); "
        "đã nhận {<UnitTrait.BORDER: 'biên giới'>} (set)"
    )


def test_a_residential_area_may_have_no_households_or_none_that_are_known() -> None:
    area = ResidentialArea(kind=ResidentialKind.VILLAGE, name="Lê Triêng 1", households=0)
    assert (area.households, area.persons) == (0, None)


@pytest.mark.parametrize("kind", ResidentialKind)
def test_every_legal_name_of_a_residential_area_is_accepted(kind: ResidentialKind) -> None:
    """Nghị định 185/2026/NĐ-CP, Điều 2(1)."""
    area = ResidentialArea.of(kind.value, "Một", households=3, persons=9)
    called = kind.value if kind is ResidentialKind.OTHER else None
    assert area == ResidentialArea(kind=kind, name="Một", called=called, households=3, persons=9)
    assert area.full_name == f"{kind.value} Một"


@pytest.mark.parametrize("kind", ["phum", "bon", "tiểu khu", "Tiểu khu", " khối phố "])
def test_names_that_are_listed_are_no_other_kind(kind: str) -> None:
    assert ResidentialArea.of(kind, "2").kind is ResidentialKind(kind.strip().lower())


def test_a_kind_that_is_not_listed_keeps_the_name_by_which_it_is_called() -> None:
    area = ResidentialArea.of("điểm dân cư", "số 7")
    assert (area.kind, area.called) == (ResidentialKind.OTHER, "điểm dân cư")


@pytest.mark.parametrize("called", [None, " "])
def test_an_area_of_an_unlisted_kind_must_name_its_kind(called: str | None) -> None:
    with pytest.raises(ValueError, match="called phải ghi cách gọi"):
        ResidentialArea(kind=ResidentialKind.OTHER, name="Một", called=called)


@pytest.mark.parametrize("record", [Unit, UnitRef])
def test_a_unit_without_a_name_is_refused(record: type[Unit] | type[UnitRef]) -> None:
    with pytest.raises(ValueError, match=f"{record.__name__}.name: không được để trống"):
        record(kind=UnitKind.COMMUNE, name=" ")
