"""Units through time: what a code means on a day, what became of whom, what cannot be true."""

import datetime as dt
import pickle
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

from mttq.errors import CodeError, FieldError, FileMissingError, UnitsError
from mttq.model import SocioPoliticalOrganization, Unit, UnitKind, UnitRef, UnitTrait
from mttq.testing import draw_units, make_units
from mttq.units import ERAS, Part, Succession, UnitChange, Units, era_on
from mttq.values import ResidentialKind, Tier, UnitName, UnitWord
from mttq.vi import parse_document

LAST, FIRST = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
PROVINCE = Unit(kind=UnitKind.PROVINCE, name="Mẫu", code="01")
ABOVE = UnitRef(kind=UnitKind.PROVINCE, name="Mẫu", code="01")


def commune(code: str, name: str = "", **facts: Any) -> Unit:
    return Unit(**{"kind": UnitKind.COMMUNE, "name": name or code, "code": code, "parent": ABOVE, **facts})


def old(code: str, **facts: Any) -> Unit:
    return commune(code, valid_until=LAST, **facts)


def new(code: str, **facts: Any) -> Unit:
    return commune(code, valid_from=FIRST, **facts)


def edge(before: str, after: str | None, **facts: Any) -> Succession:
    return Succession(on=FIRST, before=before, after=after, **facts)


def faults(units: Iterable[Unit], edges: Iterable[Succession] = (), **facts: Any) -> list[tuple[str, str]]:
    with pytest.raises(UnitsError) as caught:
        Units([PROVINCE, *units], edges, **facts)
    return [(fault.path, fault.message) for fault in caught.value.faults]


CHAIN = make_units()


# -- looking up


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(1990, 1, 1), "Hồng Trung"),
        (dt.date(2019, 12, 31), "Hồng Trung"),
        (dt.date(2020, 1, 1), "Trung Sơn"),
        (LAST, "Trung Sơn"),
        (FIRST, "A Lưới 1"),
    ],
)
def test_one_code_has_meant_three_communes(day: dt.date, name: str) -> None:
    assert CHAIN.at(day)["20056"].name == name
    assert "20056" in CHAIN.at(day)


def test_a_code_without_a_unit_says_when_it_had_one() -> None:
    with pytest.raises(CodeError) as caught:
        CHAIN.at(FIRST)["481"]
    assert caught.value.render(lang="en") == (
        "on 1/7/2025 no unit has the code “481”; huyện A Lưới had it until 30/6/2025"
    )
    with pytest.raises(CodeError) as caught:
        Units([PROVINCE, old("11")], [edge("11", None)]).at(FIRST)["10"]
    assert caught.value.message == "ngày 1/7/2025 không có đơn vị mã “10”"
    later = Units([PROVINCE, new("11"), old("12")], [edge("12", "11")])
    with pytest.raises(CodeError, match="có từ ngày 1/7/2025: xã 11"):
        later.at(LAST)["11"]
    assert later.at(LAST).get("11") is None
    assert later.at(LAST).get(None) is None
    assert 11 not in later.at(LAST)


def test_a_parent_is_named_as_on_the_day() -> None:
    in_june, before = CHAIN.at(LAST)["481"], CHAIN.at(dt.date(2024, 12, 31))["481"]
    assert (before.address, in_june.address) == (
        "huyện A Lưới, tỉnh Thừa Thiên Huế",
        "huyện A Lưới, thành phố Huế",
    )
    assert CHAIN.version(in_june) == before


def test_units_of_a_day() -> None:
    day = CHAIN.at(LAST)
    assert [unit.name for unit in day] == ["Hồng Vân", "Hồng Kim", "Trung Sơn", "Hồng Thủy", "Huế", "A Lưới"]
    assert len(day) == 6
    assert [unit.full_name for unit in day.above(day["20056"])] == ["huyện A Lưới", "thành phố Huế"]
    assert day.parent(day["46"]) is None
    assert [unit.code for unit in day.children(day["46"])] == ["481"]
    assert [unit.code for unit in CHAIN.at(FIRST).below(CHAIN.at(FIRST)["46"], Tier.COMMUNE)] == ["20056"]
    assert day.below(day["20056"], Tier.COMMUNE) == ()


@pytest.mark.parametrize(
    "named",
    [
        "Trung Sơn",
        "trung sơn",
        "xã Trung Sơn",
        "xã Trung Sơn, huyện A Lưới, thành phố Huế",
        "xã trung sơn, huyện a lưới",
        UnitName(kind=None, name="Trung Sơn", parents=(UnitName(kind=UnitWord.CITY, name="Huế"),)),
        UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn"),
        UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn", code="20056"),
        Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", parent=UnitRef(kind=UnitKind.DISTRICT, name="A Lưới")),
    ],
)
def test_find_by_what_is_known_of_a_unit(named: Any) -> None:
    assert CHAIN.at(LAST).find(named) == (CHAIN.at(LAST)["20056"],)


@pytest.mark.parametrize(
    "named",
    [
        "phường Trung Sơn",
        "Hồng Trung",  # not on this day
        "xã Trung Sơn, huyện Nam Đông",
        UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn", code="20062"),
        UnitRef(kind=SocioPoliticalOrganization.FARMERS, name="xã Trung Sơn"),
        Unit.area("thôn", "Trung Sơn"),
    ],
)
def test_what_does_not_fit_in_all_is_not_found(named: Any) -> None:
    assert CHAIN.at(LAST).find(named) == ()


def test_of_namesakes_all_are_found() -> None:
    units = Units([PROVINCE, commune("11", "Tân Lập"), commune("12", "Tân Lập", kind=UnitKind.WARD)])
    assert [unit.code for unit in units.at(FIRST).find("Tân Lập")] == ["11", "12"]
    assert [unit.code for unit in units.at(FIRST).find("phường Tân Lập")] == ["12"]


# -- what became of units


def test_successors_and_predecessors() -> None:
    trung_son, heir = CHAIN.at(LAST)["20056"], CHAIN.at(FIRST)["20056"]
    assert CHAIN.successors(trung_son) == (heir,)
    assert CHAIN.successors(heir) == ()
    assert trung_son in CHAIN.predecessors(heir)
    assert [unit.name for unit in CHAIN.predecessors(trung_son)] == ["Hồng Trung", "Bắc Sơn"]
    assert CHAIN.predecessors(CHAIN.at(LAST)["481"]) == ()
    assert CHAIN.lineage(CHAIN.at(LAST)["481"]) == ()


def test_a_unit_becomes_what_is_on_a_later_day() -> None:
    bac_son = CHAIN.at(dt.date(2019, 1, 1))["20062"]
    assert CHAIN.become(bac_son, FIRST) == (Part(CHAIN.at(FIRST)["20056"], whole=True),)
    assert CHAIN.become(bac_son, dt.date(2019, 6, 1)) == (Part(bac_son, whole=True),)
    heir = CHAIN.at(FIRST)["20056"]
    assert CHAIN.become(heir, LAST) == (Part(heir, whole=True),)
    assert CHAIN.become(CHAIN.at(LAST)["481"], FIRST) == ()


def test_parts_that_meet_again_are_the_whole() -> None:
    later = dt.date(2026, 1, 1)
    end = later - dt.timedelta(1)
    units = Units(
        [
            PROVINCE,
            old("11"),
            commune("12", valid_from=FIRST, valid_until=end),
            commune("13", valid_from=FIRST, valid_until=end),
            commune("14", valid_from=later),
        ],
        [
            *(edge("11", code, whole=False) for code in ("12", "13")),
            *(Succession(on=later, before=code, after="14") for code in ("12", "13")),
        ],
    )
    divided = units.at(LAST)["11"]
    assert [(part.unit.code, part.whole) for part in units.become(divided, FIRST)] == [
        ("12", False),
        ("13", False),
    ]
    assert [(part.unit.code, part.whole) for part in units.become(divided, later)] == [("14", True)]


def test_a_change_is_several_at_once() -> None:
    (becoming,) = CHAIN.edges_from(CHAIN.at(dt.date(2019, 1, 1))["20062"])
    assert CHAIN.changes(becoming) == {UnitChange.MERGER, UnitChange.NAME, UnitChange.CODE}
    (ended,) = CHAIN.edges_from(CHAIN.at(LAST)["481"])
    assert CHAIN.changes(ended) == {UnitChange.ABOLITION}
    (city,) = CHAIN.edges_from(CHAIN.at(dt.date(2024, 1, 1))["46"])
    assert CHAIN.changes(city) == {UnitChange.NAME, UnitChange.KIND}


def test_an_island_district_becomes_a_special_zone() -> None:
    island = Unit(kind=UnitKind.DISTRICT, name="Lý Sơn", code="532", parent=ABOVE, valid_until=LAST)
    zone = attrs.evolve(island, kind=UnitKind.SPECIAL_ZONE, code="21548", valid_from=FIRST, valid_until=None)
    units = Units([PROVINCE, island, zone], [edge("532", "21548")])
    assert units.successors(island) == (zone,)
    assert units.changes(units.successions[0]) == {UnitChange.LEVEL, UnitChange.KIND, UnitChange.CODE}


def test_a_unit_of_elsewhere_is_refused() -> None:
    with pytest.raises(CodeError, match=r"danh mục không có xã Trung Sơn \(mã —\)"):
        CHAIN.lineage(Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"))


# -- what cannot be true

WRONG: dict[str, tuple[list[Unit], list[Succession], list[tuple[str, str]]]] = {
    "no code": ([attrs.evolve(commune("11"), code=None)], [], [
        ("xã 11, tỉnh Mẫu", "thiếu mã đơn vị: danh mục nhận ra đơn vị theo mã và ngày")]),
    "no parent": ([commune("11", parent=None)], [], [("11", "thiếu đơn vị cấp trên")]),
    "a parent without a code": ([commune("11", parent=attrs.evolve(ABOVE, code=None))], [], [
        ("11", "đơn vị cấp trên tỉnh Mẫu thiếu mã")]),
    "an end before the beginning": ([commune("11", valid_from=FIRST, valid_until=LAST), old("12")],
        [edge("12", "11"), edge("11", None)], [
        ("11 2025-07-01", "ngày kết thúc 30/6/2025 trước ngày bắt đầu 1/7/2025"),
        ("2025-07-01 11 → —", "ngày 30/6/2025 không có đơn vị mã “11”"),
        ("2025-07-01 12 → 11", "ngày 1/7/2025 không có đơn vị mã “11”")]),
    "two units with one code": ([commune("11"), commune("11", "Mới", valid_from=FIRST), old("12")],
        [edge("12", "11")], [
        ("11 2025-07-01", "ngày 1/7/2025 mã này đã là của xã 11"),
        ("2025-07-01 12 → 11", "xã 11 đã có trước ngày 1/7/2025")]),
    "from nobody": ([new("11")], [], [
        ("11 2025-07-01", "không rõ hình thành từ đơn vị nào ngày 1/7/2025")]),
    "to nobody": ([old("11")], [], [("11", "kết thúc ngày 30/6/2025, không rõ nhập vào đâu")]),
    "an edge from nobody": ([new("11")], [edge("12", "11")], [
        ("2025-07-01 12 → 11", "ngày 30/6/2025 không có đơn vị mã “12”")]),
    "an edge from who lives on": ([new("11"), commune("12")], [edge("12", "11")], [
        ("2025-07-01 12 → 11", "xã 12 vẫn còn trong ngày 1/7/2025")]),
    "an edge to who was there before": ([old("11"), commune("12")], [edge("11", "12")], [
        ("2025-07-01 11 → 12", "xã 12 đã có trước ngày 1/7/2025")]),
    "wholly and divided": ([old("11"), new("12"), new("13")],
        [edge("11", "12"), edge("11", "13", whole=False)], [
        ("2025-07-01 11 → 12", "vừa nhập toàn bộ vào một đơn vị, vừa chia cho đơn vị khác")]),
    "one part only": ([old("11"), new("12")], [edge("11", "12", whole=False)], [
        ("2025-07-01 11 → 12", "chỉ một phần: còn thiếu đơn vị nhận phần kia")]),
    "told twice": ([old("11"), new("12")], [edge("11", "12"), edge("11", "12")], [
        ("2025-07-01 11 → 12", "ghi nhiều lần: 12")]),
    "a parent that there is not": ([commune("11", parent=attrs.evolve(ABOVE, code="02"))], [], [
        ("11", "không có đơn vị cấp trên mã “02”")]),
    "a parent of another name": ([commune("11", parent=attrs.evolve(ABOVE, name="Khác"))], [], [
        ("11", "mã “01” là của tỉnh Mẫu, không phải tỉnh Khác")]),
    "a parent of no higher level": ([commune("11"), commune("12", parent=UnitRef(
        kind=UnitKind.COMMUNE, name="11", code="11"))], [], [("12", "xã 11 không phải đơn vị cấp trên")]),
    "a child that is there before its parent": ([old("11"), new("12"), commune("13", parent=UnitRef(
        kind=UnitKind.COMMUNE, name="12", code="12"))], [edge("11", "12")], [
        ("13", "có trước đơn vị cấp trên xã 12"), ("13", "xã 12 không phải đơn vị cấp trên")]),
    "a district in the time of two levels": ([commune("11", kind=UnitKind.DISTRICT)], [], [
        ("11", "từ ngày 1/7/2025 không có loại đơn vị “huyện”")]),
    "a special zone in the time of three": ([commune("11", kind=UnitKind.SPECIAL_ZONE)], [], [
        ("11", "đến hết ngày 30/6/2025 không có loại đơn vị “đặc khu”")]),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_true_is_refused(name: str) -> None:
    units, edges, told = WRONG[name]
    assert faults(units, edges) == told


def test_a_child_that_outlives_its_parent_is_refused() -> None:
    district = Unit(kind=UnitKind.DISTRICT, name="A", code="481", parent=ABOVE, valid_until=LAST)
    child = commune("11", parent=UnitRef(kind=UnitKind.DISTRICT, name="A", code="481"))
    assert faults([district, child], [edge("481", None)]) == [
        ("11", "còn sau khi đơn vị cấp trên huyện A kết thúc ngày 30/6/2025")
    ]


def test_all_faults_are_listed_in_either_language() -> None:
    with pytest.raises(UnitsError) as caught:
        Units([old("11"), new("12")])
    assert caught.value.render(lang="en").splitlines() == [
        "Catalogue of units: cannot be read (problems: 4)",
        "  11: it ends on 30/6/2025, but its successor is not named",
        "  12 2025-07-01: the units from which it was formed on 1/7/2025 are not named",
        "  11: no parent has the code “01”",
        "  12 2025-07-01: no parent has the code “01”",
    ]
    assert caught.value.code == "load.units"


def test_a_list_may_begin_or_be_a_part() -> None:
    begins = [PROVINCE, new("11")]
    assert len(Units(begins, since=FIRST)) == len(Units(begins, closed=False)) == 2
    assert faults([new("11")], since=LAST) != []
    part = Units([PROVINCE, old("11"), new("12")], [edge("11", "12", whole=False)], closed=False)
    assert part.become(part.at(LAST)["11"], FIRST) == (Part(part.at(FIRST)["12"], whole=False),)
    assert Units([PROVINCE, old("11")], closed=False).become(old("11"), FIRST) == ()


def test_what_is_given_is_checked() -> None:
    with pytest.raises(FieldError):
        Units([PROVINCE, "xã"])  # type: ignore[list-item]


def test_what_deserves_a_look_is_a_note() -> None:
    there = attrs.evolve(PROVINCE, name="Kia", code="02")
    units = Units(
        [
            PROVINCE,
            there,
            old("11"),
            new("12", parent=attrs.evolve(ABOVE, name="Kia", code="02")),
            commune("13", "Tân Lập"),
            commune("14", "Tân Lập"),
            old("15", name="Tân An"),
            new("16", name="Tân An"),
        ],
        [edge("11", "12"), edge("15", "16")],
    )
    assert [(note.path, note.message) for note in units.notes] == [
        ("14", "cùng tên với đơn vị mã “13”, cùng đơn vị cấp trên"),
        ("2025-07-01 11 → 12", "xã 11 vào tỉnh Kia, còn tỉnh Mẫu thì không"),
    ]
    assert CHAIN.notes == ()
    assert Units([PROVINCE, old("11", parent=None)], [edge("11", None)], closed=False).notes == ()


def test_eras_follow_on_each_other() -> None:
    for one, other in pairwise(ERAS):
        assert one.until is not None
        assert one.until + dt.timedelta(1) == other.since
    assert (ERAS[0].since, ERAS[-1].until) == (None, None)
    assert Tier.DISTRICT in era_on(LAST).tiers
    assert era_on(FIRST).tiers == (Tier.CENTRE, Tier.PROVINCE, Tier.COMMUNE)


# -- files


def test_units_read_back_from_files_are_equal(tmp_path: Path) -> None:
    traits = (UnitTrait.BORDER, UnitTrait.EXTREMELY_DIFFICULT)
    document = parse_document("Nghị quyết số 834/NQ-UBTVQH14 ngày 17/12/2019")
    units = Units(
        [PROVINCE, old("11", traits=traits, established_by=document), new("12"), new("13"), old("14")],
        [
            edge("11", "12", whole=False, clause="Điều 1, khoản 2"),
            edge("11", "13", whole=False),
            edge("14", None),
        ],
    )
    for given in (units, CHAIN):
        given.write_csv(tmp_path / "units.csv", tmp_path / "successions.csv")
        assert Units.read_csv(tmp_path / "units.csv", tmp_path / "successions.csv") == given
    assert (tmp_path / "units.csv").read_bytes().startswith(b"\xef\xbb\xbfcode,kind,name,parent,")


def test_a_file_as_excel_keeps_it_in_vietnam(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("name;kind;code;valid_until\nMẫu;Tỉnh;01;30/6/2025\n", "utf-8")
    assert Units.read_csv(path, closed=False).units == (attrs.evolve(PROVINCE, valid_until=LAST),)


def test_rows_are_of_texts_by_the_names_of_their_columns() -> None:
    odd: Any = [
        {"code": 46, "kind": "xã", "name": "A", "note": 5},
        PROVINCE,
        {"code": "1", "name": float("nan")},
    ]
    edges: Any = [("2025-07-01", "46", "47")]
    with pytest.raises(UnitsError, match="cần viết dạng chữ") as caught:
        Units.from_records(odd, edges)
    assert [fault.path for fault in caught.value.faults] == [
        "units[1].code",
        "units[2]",
        "units[3].name",
        "successions[1]",
    ]


def test_a_mistyped_column_and_cells_without_one_are_faults_and_other_columns_the_callers_own(
    tmp_path: Path,
) -> None:
    path, edges = tmp_path / "units.csv", tmp_path / "edges.csv"
    path.write_text("code,kind,name,name_en,parrent,valid_util\n01,tỉnh,Mẫu,Mau,,,5,6\n", "utf-8")
    edges.write_text("on,before,After\n", "utf-8")
    with pytest.raises(UnitsError, match="“valid_until”") as caught:
        Units.read_csv(path, edges)
    assert [(fault.path, fault.value) for fault in caught.value.faults] == [
        ("units.parrent", "parrent"),
        ("units.valid_util", "valid_util"),
        ("units[1]", ["5", "6"]),
    ]
    odd: Any = 5
    with pytest.raises(FieldError, match="units"):
        Units.from_records(odd)


def test_all_faults_of_a_file_are_listed() -> None:
    with pytest.raises(UnitsError) as caught:
        Units.from_records(
            [
                {"code": "01", "kind": "tinh", "name": "Mẫu"},
                {"code": "", "kind": "xã", "name": None, "valid_from": "30/2/2025"},
                {"code": "11", "name": "A", "traits": "biên giới, đảo"},
            ],
            [{"on": "hôm qua", "before": "11", "extent": "half"}, {"before": "12"}],
        )
    assert [(fault.path, fault.value) for fault in caught.value.faults] == [
        ("units[1].kind", "tinh"),
        ("units[3].kind", None),
        ("units[2].code", None),
        ("units[2].name", None),
        ("units[2].valid_from", "30/2/2025"),
        ("units[3].traits", "đảo"),
        ("successions[1].on", "hôm qua"),
        ("successions[1].extent", "half"),
        ("successions[2].on", None),
    ]


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes("code;kind;name\n01;tỉnh;Mẫu\n".encode("utf-16"))
    with pytest.raises(UnitsError, match="CSV UTF-8"):
        Units.read_csv(path)
    with pytest.raises(FileMissingError):
        Units.read_csv(tmp_path / "none.csv")


def test_what_a_file_cannot_hold_is_refused(tmp_path: Path) -> None:
    document = parse_document("Nghị quyết số 834/NQ-UBTVQH14")
    units = Units(
        [
            PROVINCE,
            commune("11", predecessors=(ABOVE,)),
            commune("12", established_by=attrs.evolve(document, number="835")),
            commune("13", established_by=attrs.evolve(document, raw="không rõ")),
        ]
    )
    with pytest.raises(UnitsError) as caught:
        units.write_csv(tmp_path / "units.csv", tmp_path / "successions.csv")
    assert [fault.path for fault in caught.value.faults] == ["11", "12", "13"]
    assert list(tmp_path.iterdir()) == []


# -- below the commune


def areas() -> Units:
    """Return a commune with two areas, one of which went into the other."""
    above = UnitRef(kind=UnitKind.COMMUNE, name="11", code="11")
    village = {"kind": ResidentialKind.VILLAGE, "parent": above}
    plei = {"kind": ResidentialKind.OTHER, "called": "plei", "parent": above}
    return Units(
        [
            PROVINCE,
            commune("11"),
            commune("11-1", "Một", **village, valid_until=LAST),
            commune("11-2", "Hai", **plei, valid_until=LAST),
            commune("11-3", "Ba", **village, valid_from=FIRST),
        ],
        [edge("11-1", "11-3"), edge("11-2", "11-3")],
    )


def test_residential_areas_stand_below_their_commune(tmp_path: Path) -> None:
    units = areas()
    before = units.at(LAST)
    assert [unit.full_name for unit in before.below(PROVINCE, Tier.BASE)] == ["thôn Một", "plei Hai"]
    assert [unit.code for unit in before.above(before["11-1"])] == ["11", "01"]
    assert [unit.code for unit in before.find("thôn Một")] == ["11-1"]
    assert [unit.name for unit in units.lineage(units.at(FIRST)["11-3"])] == ["Hai", "Một"]
    units.write_csv(tmp_path / "units.csv", tmp_path / "successions.csv")
    assert Units.read_csv(tmp_path / "units.csv", tmp_path / "successions.csv") == units
    with pytest.raises(UnitsError, match=r"units\[1\]\.called"):
        Units.from_records([{"code": "1", "kind": ResidentialKind.OTHER.value, "name": "A"}], closed=False)


# -- samples


@pytest.fixture(scope="module")
def nation() -> Units:
    return draw_units(7)


def test_the_nation_is_as_large_as_the_real_one(nation: Units) -> None:
    def counted(day: dt.date) -> Counter[Tier]:
        return Counter(unit.tier for unit in nation.at(day))

    assert (counted(LAST)[Tier.PROVINCE], counted(LAST)[Tier.COMMUNE]) == (63, 10_000)
    assert counted(FIRST) == {Tier.PROVINCE: 34, Tier.COMMUNE: 3321}
    zones = [unit for unit in nation.at(FIRST) if unit.kind is UnitKind.SPECIAL_ZONE]
    assert [nation.predecessors(zone)[0].kind for zone in zones] == [UnitKind.DISTRICT] * 5
    heirs = [unit for unit in nation.at(FIRST) if unit.tier is Tier.COMMUNE and unit not in zones]
    assert all(unit.code in {one.code for one in nation.predecessors(unit)} for unit in heirs)


def test_communes_are_divided_inside_their_province_alone(nation: Units) -> None:
    day = nation.at(FIRST)
    divided = [unit for unit in nation.at(LAST) if len(nation.successors(unit)) > 1]
    assert 300 < len(divided) < 600
    for unit in divided:
        assert len({day.parent(part.unit) for part in nation.become(unit, FIRST)}) == 1


@pytest.mark.parametrize("communes", [20, 21, 99, 300])
def test_small_nations(communes: int) -> None:
    nation = draw_units(1, communes=communes)
    assert sum(unit.tier is Tier.COMMUNE for unit in nation.at(LAST)) == communes
    assert nation == draw_units(1, communes=communes)
    assert pickle.loads(pickle.dumps(nation)) == nation
    assert repr(nation) == f"<Units: {len(nation)} đơn vị, {len(nation.successions)} thay đổi>"


@pytest.mark.parametrize(("seed", "communes"), [("1", 20), (1, 20.0), (1, 19)])
def test_a_nation_of_an_impossible_size_is_refused(seed: Any, communes: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        draw_units(seed, communes=communes)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda units: units.at("2025-07-01"), "day: cần ngày (date); đã nhận '2025-07-01' (str)"),
        (
            lambda units: units.at(dt.datetime(2025, 7, 1, tzinfo=dt.UTC)),
            "day: cần ngày (date); đã nhận datetime.datetime",
        ),
        (lambda units: units.become(units.units[0], None), "day: cần ngày (date); đã nhận None"),
        (lambda units: units.lineage("20056"), "unit: cần Unit; đã nhận '20056' (str)"),
        (lambda units: units.at(FIRST).find(20056), "named: cần "),
        (lambda units: Units(units, since="2020"), "since: cần ngày (date); đã nhận '2020' (str)"),  # type: ignore[arg-type]
    ],
)
def test_arguments_of_another_kind_are_refused(call: Callable[[Units], object], told: str) -> None:
    with pytest.raises(FieldError) as caught:
        call(make_units())
    assert str(caught.value).startswith(told)
