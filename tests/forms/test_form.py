"""A form is declared once, line by line; all that is known about it is derived, or refused, at once."""

import copy
import pickle
import sys
import types
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq._declared.relations import total_of
from mttq._declared.types import Count, Money
from mttq.errors import DeclarationError, FieldError
from mttq.forms import (
    TIER_COLUMNS,
    Cell,
    CountAndShare,
    Form,
    ImplementationAppendix,
    Kind,
    ParticipationAppendix,
    Row,
    form,
    form_of,
    registered_forms,
    row,
    section,
)
from mttq.testing import draw_report
from mttq.values import Pair, Quantity, Tier, Tiered, Triple


@attrs.frozen(kw_only=True)
class Houses:
    total: Count | None = row("", total_of=("built", "repaired"))
    built: Count | None = row("a", "Xây mới", printed="-")
    repaired: Count | None = row("b", "Sửa chữa", printed="+", unit="houses", tier=Tier.DISTRICT)


@attrs.frozen(kw_only=True)
class Costs:
    cash: Money | None = row("1", "Tiền mặt")
    about: Money | Quantity | None = row("2", "Ước tính")
    share: Decimal | None = row("3", "Tỷ lệ")


@attrs.frozen(kw_only=True)
class Meetings:
    held: Tiered[Pair | Count] = row("1", "Số cuộc/số người", parts=("cuộc", "người"))
    groups: Triple | None = row("2", "Tổ/hộ/mốc", printed="3", parts=("tổ", "hộ", "mốc"))


@form("test-housing", title="Nhà ở", name="Biểu 1", tiers=True)
@attrs.frozen(kw_only=True)
class HousingForm:
    """A user's form, with a section that is a line, one that is a heading, and one that is neither."""

    houses: Houses = section("I", "Nhà Đại đoàn kết", tier=Tier.COMMUNE, unit="houses")
    money: Costs = section("II", "Kinh phí", printed="2")
    meetings: Meetings = section()


HOUSING = form_of(HousingForm)


def declared(make: Callable[[], object]) -> str:
    """Return the message of a refused declaration, which registers nothing."""
    before = registered_forms()
    with pytest.raises(DeclarationError) as caught:
        make()
    assert registered_forms() == before
    return str(caught.value)


# What is derived


def test_the_lines_of_a_form_are_derived_in_printed_order() -> None:
    assert HOUSING.rows == (
        Row(
            number="I",
            printed="I",
            label="Nhà Đại đoàn kết",
            path=("houses", "total"),
            kind=Kind.COUNT,
            tier=Tier.COMMUNE,
            unit="houses",
            relations=(total_of("~houses.built", "~houses.repaired"),),
        ),
        Row(
            number="I.a",
            printed="-",
            label="Xây mới",
            path=("houses", "built"),
            kind=Kind.COUNT,
            sections=("I",),
            tier=Tier.COMMUNE,
            unit="houses",
        ),
        Row(
            number="I.b",
            printed="+",
            label="Sửa chữa",
            path=("houses", "repaired"),
            kind=Kind.COUNT,
            sections=("I",),
            tier=Tier.DISTRICT,
            unit="houses",
        ),
        Row(number="II", printed="2", label="Kinh phí", path=("money",), kind=Kind.HEADING),
        Row(
            number="II.1",
            printed="1",
            label="Tiền mặt",
            path=("money", "cash"),
            kind=Kind.MONEY,
            sections=("2",),
            unit="VND",
        ),
        Row(
            number="II.2",
            printed="2",
            label="Ước tính",
            path=("money", "about"),
            kind=Kind.MONEY,
            unit="VND",
            sections=("2",),
        ),
        Row(
            number="II.3",
            printed="3",
            label="Tỷ lệ",
            path=("money", "share"),
            kind=Kind.OTHER,
            sections=("2",),
        ),
        Row(
            number="1",
            printed="1",
            label="Số cuộc/số người",
            path=("meetings", "held"),
            kind=Kind.PAIR,
            tiered=True,
            parts=("cuộc", "người"),
        ),
        Row(
            number="2",
            printed="3",
            label="Tổ/hộ/mốc",
            path=("meetings", "groups"),
            kind=Kind.TRIPLE,
            parts=("tổ", "hộ", "mốc"),
        ),
    )


def test_a_form_has_a_code_a_name_a_title_and_a_class() -> None:
    assert (HOUSING.code, HOUSING.name, HOUSING.title) == ("test-housing", "Biểu 1", "Nhà ở")
    assert HOUSING.record is HousingForm
    assert HOUSING.tiers
    assert registered_forms()["test-housing"] is HOUSING
    registered_forms().clear()  # a copy: nobody unregisters forms by accident
    assert form_of(HousingForm) is HOUSING


def test_a_form_without_a_name_is_called_by_its_title_and_need_not_have_tiers() -> None:
    @form("test-untitled", title="Nhà ở")
    @attrs.frozen(kw_only=True)
    class Untitled:
        houses: Houses = section("1", "Nhà")

    assert form_of(Untitled).name == "Nhà ở"
    assert not form_of(Untitled).tiers


def test_an_ordinary_field_is_no_line() -> None:
    @form("test-noted", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Noted:
        note: str = ""
        houses: Houses = section("1", "Nhà")

    assert [line.path[0] for line in form_of(Noted).rows] == ["houses"] * 3


def test_the_class_of_a_form_stays_what_it_was() -> None:
    filled = HousingForm(
        houses=Houses(total=5, built=5), meetings=Meetings(held=Tiered(commune=Pair(1, 2), district=3))
    )
    for again in (pickle.loads(pickle.dumps(filled)), copy.copy(filled), copy.deepcopy(filled)):
        assert again == filled
        assert hash(again) == hash(filled)
    assert not hasattr(filled, "__dict__")
    assert attrs.evolve(filled, houses=Houses()).houses.total is None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        filled.houses = Houses()  # type: ignore[misc]


def test_annotations_may_be_texts() -> None:
    """As in a module that begins with `from __future__ import annotations`."""
    module = types.ModuleType("texts")
    source = """
from __future__ import annotations
import attrs
from mttq.forms import form
from mttq.forms import row, section
from mttq._declared.types import Count
from mttq.values import Tiered

@attrs.frozen(kw_only=True)
class Part:
    held: Tiered[Count] = row("1", "Số cuộc")

@form("test-texts", title="Biểu")
@attrs.frozen(kw_only=True)
class Texts:
    part: Part = section("1", "Phần")
    one: Count | None = row("2", "Một")
"""
    sys.modules["texts"] = module
    try:
        exec(source, vars(module))  # noqa: S102 - the future import needs a module of its own
    finally:
        del sys.modules["texts"]
    record = vars(module)["Texts"]
    assert [(row.number, row.kind, row.tiered) for row in form_of(record).rows] == [
        ("1", Kind.HEADING, False),
        ("1.1", Kind.COUNT, True),
        ("2", Kind.COUNT, False),
    ]
    assert record().part.held == Tiered()
    with pytest.raises(FieldError):
        record(one="5")


# Cells


def test_a_fresh_form_has_only_blanks() -> None:
    for record in (HousingForm, ImplementationAppendix, ParticipationAppendix):
        cells = list(form_of(record).cells(record()))
        assert cells
        assert [cell.path for cell in cells if cell.value is not None] == []


def test_cells_come_in_printed_order_with_their_address_place_and_tier() -> None:
    filled = HousingForm(
        houses=Houses(total=0), meetings=Meetings(held=Tiered(commune=Pair(1, 2)), groups=Triple(1, 2, 3))
    )
    assert [(cell.path, cell.place, cell.tier, cell.value) for cell in HOUSING.cells(filled)] == [
        ("test-housing.houses.total", "Biểu 1, dòng I", Tier.COMMUNE, 0),
        ("test-housing.houses.built", "Biểu 1, mục I, dòng “Xây mới”", Tier.COMMUNE, None),
        ("test-housing.houses.repaired", "Biểu 1, mục I, dòng “Sửa chữa”", Tier.DISTRICT, None),
        ("test-housing.money.cash", "Biểu 1, mục 2, dòng 1", None, None),
        ("test-housing.money.about", "Biểu 1, mục 2, dòng 2", None, None),
        ("test-housing.money.share", "Biểu 1, mục 2, dòng 3", None, None),
        ("test-housing.meetings.held.province", "Biểu 1, dòng 1, cấp tỉnh", Tier.PROVINCE, None),
        ("test-housing.meetings.held.district", "Biểu 1, dòng 1, cấp huyện", Tier.DISTRICT, None),
        ("test-housing.meetings.held.commune", "Biểu 1, dòng 1, cấp cơ sở", Tier.COMMUNE, Pair(1, 2)),
        ("test-housing.meetings.groups", "Biểu 1, dòng 3", None, Triple(1, 2, 3)),
    ]


def test_a_heading_has_no_cells() -> None:
    assert list(HOUSING.row_cells(HousingForm(), HOUSING.rows[3])) == []


@pytest.mark.parametrize("record", [HousingForm, ImplementationAppendix, ParticipationAppendix])
def test_every_cell_is_found_again_by_its_path(record: type) -> None:
    found = form_of(record)
    for cell in found.cells(record()):
        located, tier = found.locate(cell.path.removeprefix(f"{found.code}."))
        assert located is cell.row
        assert tier == (cell.tier if located.tiered else None)
        assert Cell(found, located, tier or located.tier, cell.path, cell.position) == cell


OURS = [form for form in registered_forms().values() if form.record.__module__.startswith("mttq.forms.")]


@pytest.mark.parametrize("form", [HOUSING, *OURS], ids=lambda form: form.code)
def test_values_cells_and_lines_agree(form: Form) -> None:
    drawn = (item for item in draw_report(1).appendices if type(item) is form.record)
    filled = next(drawn, form.record())
    cells = list(form.cells(filled))
    blank = [cell for cell in form.blank if cell.kind is not Kind.REGISTER]  # of a register without records
    assert [cell.position for cell in form.blank] == list(range(len(form.blank)))
    assert [form.values(filled)[cell.position] for cell in blank] == [cell.value for cell in cells]
    assert [cell for row in form.rows for cell in form.row_cells(filled, row)] == cells
    assert [attrs.evolve(cell, value=None) for cell in cells] == blank
    assert {cell.line for cell in cells} == {
        f"{form.code}.{'.'.join(row.path)}"
        for row in form.rows
        if row.kind not in (Kind.HEADING, Kind.REGISTER)
    }


@pytest.mark.parametrize(
    "path", ["", "nothing", "houses", "houses.total.commune", "meetings.held.centre", "meetings.held.x"]
)
def test_no_line_is_found_at_another_path(path: str) -> None:
    with pytest.raises(KeyError):
        HOUSING.locate(path)


@pytest.mark.parametrize(
    ("sections", "place"),
    [
        ((), "dòng 1"),
        (("I",), "mục I, dòng 1"),
        (("I", "2"), "mục I.2, dòng 1"),
        (("III", "3", "3.3"), "mục III.3.3, dòng 1"),
        (("III", "3", "33"), "mục III.3.33, dòng 1"),
    ],
)
def test_a_place_names_the_sections_as_a_reader_would(sections: tuple[str, ...], place: str) -> None:
    line = Row(number="x", printed="1", label="Tên", path=("a",), kind=Kind.COUNT, sections=sections)
    assert line.place() == place
    assert line.place(Tier.COMMUNE) == place  # no tier column, no tier


@pytest.mark.parametrize(("printed", "bullet"), [("", True), ("-", True), ("+", True), ("2a", False)])
def test_a_line_without_a_number_is_called_by_its_label(printed: str, bullet: bool) -> None:
    line = Row(number="x", printed=printed, label="Tên", path=("a",), kind=Kind.COUNT, tiered=True)
    assert line.is_bullet is bullet
    assert line.place(Tier.PROVINCE) == f"dòng {'“Tên”' if bullet else printed}, cấp tỉnh"


def test_tier_columns_are_those_of_a_tiered_figure() -> None:
    assert list(TIER_COLUMNS) == [tier for tier, _ in Tiered().items()]


# What is refused


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"houses": None}, "HousingForm.houses: cần Houses; đã nhận None (NoneType)"),
        (
            {"houses": 5, "meetings": {}},
            "HousingForm.houses: cần Houses; đã nhận 5 (int)\n"
            "HousingForm.meetings: cần Meetings; đã nhận {} (dict)",
        ),
    ],
)
def test_a_section_is_an_object_of_its_class(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(FieldError) as caught:
        HousingForm(**fields)
    assert str(caught.value) == message


def test_a_row_refuses_floats() -> None:
    with pytest.raises(
        FieldError, match=r"^Costs\.cash: .* 1\.5 \(float\)\nCosts\.share: .* 0\.5 \(float\)$"
    ):
        Costs(cash=1.5, share=0.5)  # type: ignore[arg-type]


def refuse(**rows: tuple[Any, Any]) -> str:
    """Declare a form of rows given as name=(annotation, row) and give the message of the refusal."""
    namespace = {"__annotations__": {name: annotation for name, (annotation, _) in rows.items()}}
    record = type("Wrong", (), namespace | {name: field for name, (_, field) in rows.items()})
    return declared(lambda: form("test-wrong", title="Sai")(attrs.frozen(kw_only=True)(record)))


BLANK = Count | None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            {"a": (BLANK, row("1", "A")), "b": (BLANK, row("1", "B")), "c": (BLANK, row("2", "C"))},
            "test-wrong: số thứ tự lặp: 1",
        ),
        ({"a": (BLANK, row("1", "A", total_of=("b",)))}, "test-wrong: dòng 1: không có dòng “b”"),
        (
            {"a": (BLANK, row("1", "A", total_of=("b",))), "b": (Houses, section("2", "B"))},
            "test-wrong: dòng 1: không có dòng “b”",  # a section is no figure
        ),
        (
            {
                "a": (Pair | Count | None, row("1", "A", total_of=("b",), parts=("x", "y"))),
                "b": (BLANK, row("2", "B")),
            },
            "test-wrong: dòng 1 có nhiều phần, không thể là một tổng",
        ),
        (
            {"a": (BLANK, row("1", "A", total_of=("b",))), "b": (Tiered[Count], row("2", "B"))},
            "test-wrong: dòng 1: dòng “b” khác số cột",
        ),
        ({"a": (Pair | None, row("1", "A"))}, "test-wrong: dòng 1: cần tên của 2 phần"),
        ({"a": (Triple | None, row("1", "A", parts=("x", "y")))}, "test-wrong: dòng 1: cần tên của 3 phần"),
        ({"a": (BLANK, row("1", "A", parts=("x", "y")))}, "test-wrong: dòng 1: cần tên của 0 phần"),
        ({"a": (BLANK, row("1"))}, "test-wrong: dòng 1: thiếu tên"),
        ({"a": (Count, row("1", "A"))}, "a: dòng nào cũng có thể để trống, viết số nguyên không âm | None"),
        ({"a": (Tiered, row("1", "A"))}, "a: dòng nào cũng có thể để trống, viết Tiered | None"),
        (
            {"a": (CountAndShare | None, row("1", "A"))},
            "a: dòng nhiều cột để trống ở từng ô, viết CountAndShare, không có | None",
        ),
        ({"a": (float | None, row("1", "A"))}, "float không giữ đúng số liệu: dùng int hoặc Decimal"),
        ({"a": (int, section("1", "A"))}, "a: section() cần một lớp @attrs.frozen, không phải <class 'int'>"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused(rows: dict[str, Any], message: str) -> None:
    assert refuse(**rows) == message


def test_a_code_is_used_once_and_fits_into_a_path() -> None:
    @attrs.frozen(kw_only=True)
    class Again:
        houses: Houses = section("1", "Nhà")

    assert declared(lambda: form("test-housing", title="Lại")(Again)) == (
        "mã biểu 'test-housing' đã có (HousingForm)"
    )
    for code in ("", "bieu.1"):
        assert declared(lambda code=code: form(code, title="Lại")(Again)) == (  # type: ignore[misc]
            f"mã biểu {code!r} không được trống hoặc có dấu chấm"
        )


def test_a_form_that_promises_tiers_has_some() -> None:
    @attrs.frozen(kw_only=True)
    class Flat:
        houses: Houses = section("1", "Nhà")

    assert declared(lambda: form("test-flat", title="Phẳng", tiers=True)(Flat)) == (
        "test-flat: tiers=True nhưng không có dòng nào là Tiered"
    )


def test_only_attrs_classes_are_forms() -> None:
    assert declared(lambda: form("test-plain", title="Thường")(type("Plain", (), {}))) == (
        "Plain: @form đứng trên @attrs.frozen(kw_only=True)"
    )


def test_only_a_form_class_has_a_form() -> None:
    assert declared(lambda: form_of(Houses)) == "Houses chưa được khai báo bằng @form"


@pytest.mark.parametrize(
    ("total", "part", "told"),
    [
        (
            {"unit": "households", "total_of": ("part",)},
            {"unit": "persons"},
            r"dòng 1 \(households\) không cộng được “part” \(persons\)",
        ),
        ({"total_of": ("part",)}, {"stock": True}, "dòng 1 là số phát sinh, không thể là tổng của “part”"),
        ({"at_most": "^part"}, {}, r"\^part: trên đó không còn khối nào"),
        ({"at_most": "part.first"}, {}, "không có dòng “part.first”"),
        ({"total_of": ("<total", "part")}, {}, "dòng 1: “<…” chỉ viết được trong same_as"),
    ],
)
def test_contradictory_lines_are_refused(total: dict[str, Any], part: dict[str, Any], told: str) -> None:
    whole, of_it = row("1", "Cộng", **total), row("2", "Phần", **part)
    with pytest.raises(DeclarationError, match=told):

        @form("test-refused", title="Biểu")
        @attrs.frozen(kw_only=True)
        class Refused:
            total: Count | None = whole
            part: Count | None = of_it


def test_a_line_may_be_held_to_a_part_of_a_cell() -> None:
    @form("test-parts", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Parts:
        held: Count | None = row("1", "Số cuộc", at_most="both.first")
        both: Pair | None = row("2", "Số cuộc/số người", parts=("cuộc", "người"))

    (relation,) = form_of(Parts).rows[0].relations
    assert str(relation.terms[0]) == "~both.first"


def test_numbers_of_lines_may_be_codes_that_are_not_printed() -> None:
    @form("test-codes", title="Mã số", printed="")
    @attrs.frozen(kw_only=True)
    class Coded:
        households: int | None = row("POP.HH", "Tổng số hộ")
        bullet: int | None = row("POP.POOR", "Hộ nghèo", printed="-")
        money: Costs = section("2", "Kinh phí")

    shown = [(line.number, line.printed) for line in form_of(Coded).rows]
    assert shown == [("POP.HH", ""), ("POP.POOR", "-"), ("2", "2"), ("2.1", ""), ("2.2", ""), ("2.3", "")]
