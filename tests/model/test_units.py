"""Units through time: kind, tier, name, and the days on which they exist."""

import datetime as dt
from typing import Any

import pytest

import mttq.model
from mttq.errors import FieldError
from mttq.model import (
    MassAssociation,
    ResidentialKind,
    SocioPoliticalOrganization,
    Unit,
    UnitKind,
    UnitRef,
    UnitTrait,
)
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
        Tier.BASE: [],
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


COMMUNE = UnitRef(kind=UnitKind.COMMUNE, name="Vệ Giang")


@pytest.mark.parametrize("kind", [kind for kind in ResidentialKind if kind is not ResidentialKind.OTHER])
def test_every_legal_name_of_a_residential_area_is_accepted(kind: ResidentialKind) -> None:
    """Nghị định 185/2026/NĐ-CP, Điều 2(1)."""
    area = Unit.area(kind.value, "Một", parent=COMMUNE)
    assert area == Unit(kind=kind, name="Một", parent=COMMUNE)
    assert (area.address, area.tier) == (f"{kind.value} Một, xã Vệ Giang", Tier.BASE)


@pytest.mark.parametrize("kind", ["phum", "bon", "tiểu khu", "Tiểu khu", " khối phố "])
def test_names_that_are_listed_are_no_other_kind(kind: str) -> None:
    assert Unit.area(kind, "2").kind is ResidentialKind(kind.strip().lower())


@pytest.mark.parametrize("called", ["điểm dân cư", "plei", "khu dân cư khác"])
def test_a_kind_that_is_not_listed_keeps_the_name_by_which_it_is_called(called: str) -> None:
    area = Unit.area(called, "số 7")
    assert area == Unit(kind=ResidentialKind.OTHER, called=called, name="số 7")
    assert (area.noun, area.full_name) == (called, f"{called} số 7")


@pytest.mark.parametrize("organisation", [SocioPoliticalOrganization.FARMERS, MassAssociation.ELDERLY])
def test_a_member_organisation_reports_below_its_unit(organisation: MassAssociation) -> None:
    unit = Unit(kind=organisation, name="xã Vệ Giang", parent=COMMUNE)
    assert (unit.full_name, unit.tier) == (f"{organisation} xã Vệ Giang", Tier.BASE)


def test_an_organisation_of_another_name_keeps_it() -> None:
    club = Unit(kind=MassAssociation.OTHER, called="Câu lạc bộ Hưu trí", name="xã Vệ Giang")
    assert club.full_name == "Câu lạc bộ Hưu trí xã Vệ Giang"


@pytest.mark.parametrize("record", [Unit, UnitRef])
@pytest.mark.parametrize("kind", [ResidentialKind.OTHER, MassAssociation.OTHER])
@pytest.mark.parametrize("called", [None, " "])
def test_a_unit_of_another_kind_must_name_its_kind(
    record: type[Unit] | type[UnitRef], kind: ResidentialKind | MassAssociation, called: str | None
) -> None:
    with pytest.raises(ValueError, match=f"{record.__name__}: loại khác thì called phải ghi cách gọi"):
        record(kind=kind, name="Một", called=called)


def test_the_former_class_of_areas_is_the_one_of_all_that_report() -> None:
    with pytest.warns(DeprecationWarning, match="mttq.model.Unit"):
        former = mttq.model.ResidentialArea
    assert former is Unit


@pytest.mark.parametrize("record", [Unit, UnitRef])
def test_a_unit_without_a_name_is_refused(record: type[Unit] | type[UnitRef]) -> None:
    with pytest.raises(ValueError, match=f"{record.__name__}.name: không được để trống"):
        record(kind=UnitKind.COMMUNE, name=" ")
