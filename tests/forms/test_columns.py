"""Several figures beside one label: columns of a line, and the records of a register."""

import datetime as dt
import enum
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

import mttq
from mttq._declared.types import Count, Money
from mttq.errors import DeclarationError, FieldError, LoadError, MttqError, PathError
from mttq.forms import (
    Cell,
    Kind,
    column,
    columns,
    form,
    form_of,
    print_form,
    row,
    section,
    table,
    tables_of,
    total_of,
)
from mttq.forms._columns import columns_of
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.tables import Column as Head
from mttq.values import Pair, Share, Tiered

UNIT = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
CUT = dt.date(2025, 6, 30)


class Posting(enum.Enum):
    BOARD = "Bảng tin"
    RADIO = "Loa truyền thanh"


@columns
@attrs.frozen(kw_only=True)
class Structure:
    nominated: Count | None = column("Tổng số", unit="persons")
    women: Count | None = column("Nữ", unit="persons", at_most="nominated")


@columns
@attrs.frozen(kw_only=True)
class Village:
    name: str | None = column("Thôn")
    structure: Structure = column()


@form("test-allotment", name="Phụ biểu", title="Cơ cấu", asked="once")
@attrs.frozen(kw_only=True)
class Allotment:
    total: Structure = row(None, "Tổng số", total_of=("party", "villages.*.structure"))
    party: Structure = row("1", "Khối Đảng", unit="persons")
    villages: tuple[Village, ...] = table(None, "Các thôn", key="name")


@columns
@attrs.frozen(kw_only=True)
class Received:
    quarter: Count | None = column("Trong kỳ", at_most="year")
    year: Count | None = column("Từ đầu năm", cumulative=True)


@columns
@attrs.frozen(kw_only=True)
class Commune:
    district: str | None = column("Huyện", until=CUT)
    name: str | None = column("Xã")
    received: Received = column("Đã tiếp nhận")
    settled: Received = column("Đã giải quyết")
    left: Count | None = column("Còn lại", at_least=("received.year", "-settled.year"), stock=True)
    posted: Posting | None = column("Nơi niêm yết", ticked=True)
    heard: frozenset[Posting] = column("Nơi tiếp nhận")
    money: Money | None = column("Kinh phí", shown_in="triệu đồng")
    day: dt.date | None = column("Ngày", since=dt.date(2024, 1, 1))


@form("test-petitions", title="Đơn thư", cumulative=True)
@attrs.frozen(kw_only=True)
class Petitions:
    communes: tuple[Commune, ...] = table(key="name")
    total: Commune = row("T", "Cộng", printed="", total_of="communes")


@columns
@attrs.frozen(kw_only=True)
class CountAndShare:
    count: Count | None = column("Số lượng")
    share: Share | None = column("Tỷ lệ %", share_of="count")


@columns
@attrs.frozen(kw_only=True)
class Topic:
    name: str | None = column("Lĩnh vực")
    cells: CountAndShare = column()


@attrs.frozen(kw_only=True)
class Opinions:
    total: CountAndShare = row("", total_of=(("answered", "waiting"), ("topics.*.cells",)))
    answered: CountAndShare = row("1", "Đã trả lời", whole="total")
    waiting: CountAndShare = row("2", "Chờ phân loại", whole="total")
    topics: tuple[Topic, ...] = table("3", "Theo lĩnh vực", key="name", merge=True, whole="total")


@form("test-opinions", title="Ý kiến")
@attrs.frozen(kw_only=True)
class OpinionForm:
    opinions: Opinions = section("I", "Tổng số ý kiến", unit="opinions")
    ratings: Count | None = row("II", "Lượt đánh giá", stock=True)
    met: Count | None = row(None, "Số người được hỏi", at_least="#opinions.topics")


ALLOTMENT = Allotment(
    total=Structure(nominated=15, women=16),
    party=Structure(nominated=14, women=15),
    villages=(Village(name="Xóm Mới", structure=Structure(nominated=1)), Village(name="Khe Giấy")),
)
PETITIONS = Petitions(
    communes=(
        Commune(
            name="An Bá",
            received=Received(quarter=3, year=5),
            settled=Received(year=2),
            left=1,
            posted=Posting.BOARD,
            heard=frozenset(Posting),
            money=1_250_000,
            day=dt.date(2026, 3, 5),
        ),
        Commune(name="Yên Định", received=Received(quarter=4)),
    ),
    total=Commune(received=Received(quarter=6)),
)
OPINIONS = OpinionForm(
    opinions=Opinions(
        total=CountAndShare(count=165),
        answered=CountAndShare(count=120, share=Share(Decimal("72.7"))),
        waiting=CountAndShare(count=45, share=Share(Decimal("9.0"))),
        topics=(Topic(name="Đất đai", cells=CountAndShare(count=165, share=Share(Decimal("60.6")))),),
    ),
    ratings=80,
    met=0,
)


def report(*appendices: object, **facts: Any) -> Report:
    return Report(unit=UNIT, title="Báo cáo", appendices=appendices, **facts)


def relations(cell: Cell) -> list[str]:
    return [f"{item.shape} {', '.join(map(str, (*item.terms, *item.whole)))}" for item in cell.relations]


# What is derived


def test_a_line_has_a_cell_for_each_column_and_what_it_is_to_others_holds_for_each() -> None:
    cells = form_of(Allotment).blank
    assert [(cell.path, cell.kind, cell.unit, str(cell.place)) for cell in cells] == [
        (
            "test-allotment.total.nominated",
            Kind.COUNT,
            "persons",
            "Phụ biểu, dòng “Tổng số”, cột “Tổng số”",
        ),
        ("test-allotment.total.women", Kind.COUNT, "persons", "Phụ biểu, dòng “Tổng số”, cột “Nữ”"),
        ("test-allotment.party.nominated", Kind.COUNT, "persons", "Phụ biểu, dòng 1, cột “Tổng số”"),
        ("test-allotment.party.women", Kind.COUNT, "persons", "Phụ biểu, dòng 1, cột “Nữ”"),
        ("test-allotment.villages", Kind.REGISTER, None, "Phụ biểu, bảng “Các thôn”"),
    ]
    assert [relations(cell) for cell in cells] == [
        ["total_of ~party.nominated, ~villages.*.structure.nominated"],
        ["at_most ~total.nominated", "total_of ~party.women, ~villages.*.structure.women"],
        [],
        ["at_most ~party.nominated"],
        [],
    ]
    assert [cell.row.asked for cell in cells] == ["once"] * 5
    assert [cell.label for cell in cells[1:3]] == ["Tổng số, Nữ", "Khối Đảng, Tổng số"]


def test_the_cells_of_a_register_are_those_of_its_records() -> None:
    found = [cell for cell in form_of(Allotment).cells(ALLOTMENT) if cell.row.kind is Kind.REGISTER]
    assert [(cell.path, cell.value, cell.record, str(cell.place)) for cell in found[:3]] == [
        ("test-allotment.villages.0.name", "Xóm Mới", 0, "Phụ biểu, bảng “Các thôn”, dòng 1, cột “Thôn”"),
        (
            "test-allotment.villages.0.structure.nominated",
            1,
            0,
            "Phụ biểu, bảng “Các thôn”, dòng 1, cột “Tổng số”",
        ),
        ("test-allotment.villages.0.structure.women", None, 0, "Phụ biểu, bảng “Các thôn”, dòng 1, cột “Nữ”"),
    ]
    assert len(found) == 6
    derived = form_of(Allotment)
    for cell in derived.cells(ALLOTMENT):
        there = derived.cell_at(cell.path.removeprefix("test-allotment."))
        assert attrs.evolve(there, value=None) == attrs.evolve(cell, value=None)
    assert [cell for line in derived.rows for cell in derived.row_cells(ALLOTMENT, line)] == list(
        derived.cells(ALLOTMENT)
    )


@pytest.mark.parametrize(
    "path",
    ["villages.x", "villages.0.nothing", "villages.01.name", "party.0", "party.0.women", "total.name", "x.0"],
)
def test_no_cell_stands_at_another_path(path: str) -> None:
    with pytest.raises(KeyError):
        form_of(Allotment).cell_at(path)


def test_a_percentage_knows_the_line_whose_part_its_count_is() -> None:
    by_path = {cell.path.partition(".")[2]: cell for cell in form_of(OpinionForm).blank}
    assert relations(by_path["opinions.total.share"]) == []
    assert relations(by_path["opinions.answered.share"]) == [
        "share_of ~opinions.answered.count, ~opinions.total.count"
    ]
    of_records = {item.path: item.relations for item in by_path["opinions.topics"].row.columns}
    (relation,) = of_records["cells", "share"]
    assert [str(term) for term in (*relation.terms, *relation.whole)] == [
        "cells.count",
        "~opinions.total.count",
    ]
    assert by_path["opinions.topics"].row.merge
    assert by_path["opinions.answered.count"].unit == "opinions"


def test_a_figure_runs_on_where_its_form_its_column_or_its_line_says_so() -> None:
    by_path = {cell.path.partition(".")[2]: cell for cell in form_of(OpinionForm).blank}
    assert by_path["ratings"].is_running
    assert not by_path["met"].is_running
    assert all(cell.is_running for cell in form_of(Petitions).blank)
    left = form_of(Petitions).cell_at("total.left")
    assert left.stock
    year = attrs.evolve(form_of(Petitions).cell_at("communes.0.received.year"), form=form_of(OpinionForm))
    assert year.is_running


# Files


def test_files_hold_records_and_name_words_by_their_members() -> None:
    whole = report(ALLOTMENT, PETITIONS, OPINIONS)
    text = mttq.dumps(whole)
    assert mttq.loads(text) == whole
    assert '"posted": "BOARD"' in text
    assert '"Bảng tin"' not in text
    assert report(Allotment(villages=list(ALLOTMENT.villages))) == report(  # type: ignore[arg-type]
        Allotment(villages=ALLOTMENT.villages)
    )
    assert Commune(heard={Posting.RADIO}).heard == frozenset({Posting.RADIO})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ('{"posted": "Bảng tin"}', "posted"),
        ('{"heard": "BOARD"}', "heard"),
        ('{"heard": ["BOARD", "BOARD"]}', "heard"),
        ('{"heard": ["X"]}', "heard"),
        ('{"received": 5}', "received"),
        ('{"receivd": {}}', "receivd"),
    ],
)
def test_a_file_with_something_else_is_refused_at_its_place(record: str, fault: str) -> None:
    text = mttq.dumps(report(Petitions())).replace(
        '"form": "test-petitions"', f'"form": "test-petitions", "communes": [{{}}, {record}]'
    )
    with pytest.raises(LoadError) as caught:
        mttq.loads(text)
    assert [item.path for item in caught.value.faults] == [f"$.appendices[0].communes[1].{fault}"]


def test_the_schema_says_what_stands_in_columns() -> None:
    schema: Any = mttq.json_schema()["$defs"]
    name = schema["test-petitions"]["properties"]["communes"]["items"]["$ref"].rpartition("/")[2]
    fields = schema[name]["properties"]
    words = ["BOARD", "RADIO"]
    assert fields["posted"] == {"title": "Nơi niêm yết", "anyOf": [{"enum": words}, {"type": "null"}]}
    assert fields["heard"] == {
        "title": "Nơi tiếp nhận",
        "type": "array",
        "items": {"enum": words},
        "uniqueItems": True,
    }


# Paths


def test_values_in_columns_and_records_are_read_and_replaced_by_path() -> None:
    whole = report(ALLOTMENT)
    path = "test-allotment.villages.1.structure.women"
    assert whole.value_at(path) is None
    changed = whole.with_value(path, 2)
    assert changed.value_at(path) == 2
    assert changed.with_value(path, None) == whole
    assert whole.place_of(path) == "Phụ biểu, bảng “Các thôn”, dòng 2, cột “Nữ”"
    assert whole.place_of("test-allotment.villages.1") == "Phụ biểu, bảng “Các thôn”, dòng 2"
    assert whole.place_of("test-allotment.party") == "Phụ biểu, dòng 1"
    with pytest.raises(PathError, match=r"có phải “test-allotment.villages.1.structure”"):
        whole.place_of("test-allotment.villages.1.structur")


# Rules


def found(whole: Report) -> list[tuple[str, str, str]]:
    codes = ("APP002", "APP003", "APP013", "APP017", "UNI008")
    return sorted((item.code, item.path, item.message) for item in mttq.check(whole) if item.code in codes)


def test_totals_parts_and_shares_are_judged_in_each_column_and_record() -> None:
    part, total = (
        "Báo cáo ghi {}; số liệu đối chiếu là {}",
        "Dòng tổng {}; các dòng thành phần {}cộng được {}",
    )
    petitions = "test-petitions.total"
    assert found(report(ALLOTMENT, PETITIONS, OPINIONS)) == [
        ("APP002", f"{petitions}.left", total.format("còn để trống", "đã ghi ", 1)),
        ("APP002", f"{petitions}.money", total.format("còn để trống", "đã ghi ", "1.250.000")),
        ("APP002", f"{petitions}.received.year", total.format("còn để trống", "đã ghi ", 5)),
        ("APP002", f"{petitions}.settled.year", total.format("còn để trống", "đã ghi ", 2)),
        ("APP003", f"{petitions}.received.quarter", total.format("ghi 6", "", 7)),
        ("APP013", "test-allotment.party.women", part.format(15, 14)),
        ("APP013", "test-allotment.total.women", part.format(16, 15)),
        ("APP013", "test-opinions.met", part.format(0, 1)),
        ("APP013", "test-petitions.communes.0.left", part.format(1, 3)),
        ("UNI008", "test-opinions.opinions.topics.0.cells.share", "165/165 là 100%; báo cáo ghi 60,6%"),
        ("UNI008", "test-opinions.opinions.waiting.share", "45/165 là 27,27%; báo cáo ghi 9,0%"),
    ]


def test_the_evidence_names_the_records() -> None:
    (finding,) = (item for item in mttq.check(report(PETITIONS)) if item.code == "APP003")
    assert "6 ≠ 3 (An Bá) + 4 (Yên Định) = 7" in finding.explain()


def test_an_empty_register_is_blank_and_makes_no_sum() -> None:
    total = CountAndShare(count=165)
    assert found(report(OpinionForm(opinions=Opinions(total=total)))) == []
    counts = mttq.check(report(Allotment(total=Structure(nominated=3)))).counts["APP003"]
    assert (counts.passed, counts.failed) == (0, 0)


def test_a_column_is_left_blank_after_its_time() -> None:
    @columns
    @attrs.frozen(kw_only=True)
    class Held:
        district: Count | None = column("Cấp huyện", until=CUT)
        commune: Count | None = column("Cấp xã")

    @form("test-column-of-time", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Meetings:
        held: Held = row("1", "Số cuộc")

    period = mttq.model.ReportPeriod(subject="review", period=mttq.Period.of_year(2026))
    filled = Meetings(held=Held(district=3, commune=5))
    assert found(report(filled, periods=(period,))) == [
        (
            "APP017",
            "test-column-of-time.held.district",
            "Số 3 ghi ở dòng hoặc cột không áp dụng vào thời gian của số liệu",
        )
    ]


def test_repairs_and_assurance_reach_into_records() -> None:
    whole = report(OPINIONS).with_value("test-opinions.opinions.topics.0.cells.count", 156)
    paths = {change.path for repair in mttq.localise(whole) for change in repair.changes}
    assert "test-opinions.opinions.topics.0.cells.count" in paths
    assert mttq.assure(whole).share >= 0


def test_a_waiver_holds_for_its_record_wherever_it_moves() -> None:
    whole = report(PETITIONS)
    (finding,) = (item for item in mttq.check(whole) if item.path == "test-petitions.communes.0.left")
    waiver = finding.waive("đã đối chiếu")
    moved = report(attrs.evolve(PETITIONS, communes=(Commune(name="Mới"), *PETITIONS.communes)))
    assert [item.path for item in mttq.check(moved, waivers=[waiver]).waived] == [
        "test-petitions.communes.1.left"
    ]


# Printing


def test_records_are_lines_of_the_table_of_lines_with_the_same_columns() -> None:
    (printed,) = tables_of(ALLOTMENT)
    assert printed.columns == (
        Head("STT"),
        Head("Nội dung"),
        Head("Tổng số", "right"),
        Head("Nữ", "right"),
    )
    assert printed.rows == (
        ("", "Tổng số", "15", "16"),
        ("1", "Khối Đảng", "14", "15"),
        ("", "Các thôn", "", ""),
        ("", "Xóm Mới", "1", ""),
        ("", "Khe Giấy", "", ""),
    )


def test_a_register_is_numbered_and_its_total_stands_under_its_columns() -> None:
    (printed,) = tables_of(PETITIONS)
    assert [(item.over, item.head, item.align) for item in printed.columns] == [
        ((), "STT", "left"),
        ((), "Huyện", "left"),
        ((), "Xã", "left"),
        (("Đã tiếp nhận",), "Trong kỳ", "right"),
        (("Đã tiếp nhận",), "Từ đầu năm", "right"),
        (("Đã giải quyết",), "Trong kỳ", "right"),
        (("Đã giải quyết",), "Từ đầu năm", "right"),
        ((), "Còn lại", "right"),
        (("Nơi niêm yết",), "Bảng tin", "center"),
        (("Nơi niêm yết",), "Loa truyền thanh", "center"),
        ((), "Nơi tiếp nhận", "left"),
        ((), "Kinh phí", "right"),
        ((), "Ngày", "right"),
    ]
    both = "Bảng tin; Loa truyền thanh"
    assert printed.rows == (
        ("1", "", "An Bá", "3", "5", "", "2", "1", "x", "", both, "1,25 triệu đồng", "05/3/2026"),
        ("2", "", "Yên Định", "4", "", "", "", "", "", "", "", "", ""),
        ("", "Cộng", "", "6", "", "", "", "", "", "", "", "", ""),
    )


def test_what_did_not_exist_on_a_day_is_printed_only_where_it_is_filled_in() -> None:
    def heads(filled: object, day: dt.date | None) -> list[str]:
        return [item.head for item in tables_of(filled, day=day)[0].columns]

    after, before = dt.date(2025, 7, 1), dt.date(2023, 1, 1)
    assert heads(PETITIONS, after)[:3] == ["STT", "Xã", "Trong kỳ"]
    assert heads(PETITIONS, before)[-1] == "Ngày"
    assert heads(Petitions(), before)[-1] == "Kinh phí"
    late = attrs.evolve(PETITIONS, total=Commune(district="Sơn Động"))
    assert "Huyện" in heads(late, after)
    assert "district" not in print_form(PETITIONS, lang="en", day=after)


def test_a_report_prints_the_tier_columns_of_its_time() -> None:
    @form("test-tiers-of-time", title="Biểu theo thời gian", tiers=True)
    @attrs.frozen(kw_only=True)
    class Held:
        held: Tiered[Count] = row("1", "Số cuộc")

    def printed(held: Tiered[int], year: int) -> str:
        period = mttq.model.ReportPeriod(subject="review", period=mttq.Period.of_year(year))
        return mttq.render(report(Held(held=held), periods=(period,)))

    assert "Cấp huyện" in printed(Tiered(commune=5), 2024)
    assert "Cấp huyện" not in printed(Tiered(commune=5), 2026)
    assert "Cấp huyện" in printed(Tiered(commune=5, district=1), 2026)


def test_lines_with_some_of_the_columns_stand_in_the_same_table() -> None:
    (printed,) = tables_of(OPINIONS)
    assert printed.rows == (
        ("I", "Tổng số ý kiến", "165", ""),
        ("1", "Đã trả lời", "120", "72,7%"),
        ("2", "Chờ phân loại", "45", "9,0%"),
        ("3", "Theo lĩnh vực", "", ""),
        ("", "Đất đai", "165", "60,6%"),
        ("II", "Lượt đánh giá", "80", ""),
        ("", "Số người được hỏi", "0", ""),
    )


def test_words_lean_to_the_left_under_a_head_of_their_own() -> None:
    @form("test-words", title="Biểu có lời")
    @attrs.frozen(kw_only=True)
    class Words:
        who: Posting | None = row(None, "Ở đâu")
        what: str | None = row(None, "Ghi rõ thêm")
        many: Count | None = row("1", "Số cuộc")

    (printed,) = tables_of(Words(who=Posting.RADIO, what="Tuyên truyền", many=3))
    assert printed.columns[2] == Head("Giá trị")
    assert printed.rows == (
        ("", "Ở đâu", "Loa truyền thanh"),
        ("", "Ghi rõ thêm", "Tuyên truyền"),
        ("1", "Số cuộc", "3"),
    )


def test_a_blank_register_prints_its_heads_in_a_table_of_its_own() -> None:
    @columns
    @attrs.frozen(kw_only=True)
    class Visit:
        day: dt.date | None = column("Ngày")
        place: Posting | None = column("Nơi")

    @attrs.frozen(kw_only=True)
    class Part:
        visits: tuple[Visit, ...] = table(None, "Các chuyến")
        cost: Money | None = row("1", "Chi phí", shown_in="tỷ đồng")

    @form("test-visits", title="Thăm hỏi")
    @attrs.frozen(kw_only=True)
    class Visits:
        part: Part = section(None, "Thăm hỏi")

    register, rest = tables_of(Visits(part=Part(cost=4_500_000_000)))
    assert [item.head for item in register.columns] == ["Nội dung", "Ngày", "Nơi"]
    assert register.rows == (("Thăm hỏi", "", ""), ("Các chuyến", "", ""))
    assert rest.rows == (("1", "Chi phí", "4,5 tỷ đồng"),)
    assert tables_of(Visits(part=Part(visits=(Visit(place=Posting.RADIO),))))[0].rows[-1] == (
        "",
        "",
        "Loa truyền thanh",
    )


# What is refused


def refused(make: Callable[[], object]) -> str:
    with pytest.raises(MttqError) as caught:
        make()
    return str(caught.value)


def declare(annotation: Any, field: Any, **others: Any) -> str:
    """Declare a class of columns with one that is wrong, and return what is said."""
    body = {"x": field, **{name: item for name, (_, item) in others.items()}}
    types = {"x": annotation, **{name: kind for name, (kind, _) in others.items()}}
    record = attrs.frozen(kw_only=True)(type("Wrong", (), {"__annotations__": types, **body}))
    return refused(lambda: columns(record))


@pytest.mark.parametrize(
    ("annotation", "field", "told"),
    [
        (Count, column("A"), "Wrong.x: dòng nào cũng có thể để trống, viết số nguyên không âm | None"),
        (Structure, column("A", share_of="women"), "Wrong.x: tỷ lệ ghi ở từng cột bên trong"),
        (Structure, column("A", at_most="women"), "Wrong.x: không có “women”"),
        (Pair | None, column("A"), "Wrong.x: mỗi cột giữ một số, cần tách thành nhiều cột"),
        (Count | None, row("1", "A"), "Wrong.x: mỗi trường của lớp @columns là một column()"),
        (Count | None, column("A", at_most="wommen"), "Wrong.x: không có “wommen”; có phải “women”?"),
        (Count | None, column("A", ticked=True), "Wrong.x: chỉ đánh dấu được giữa các giá trị của một Enum"),
        (Count | None, column("A", shown_in="triệu đồng"), "Wrong.x: chỉ số tiền mới in theo triệu đồng"),
    ],
)
def test_a_column_that_contradicts_itself_is_refused(annotation: Any, field: Any, told: str) -> None:
    assert declare(annotation, field, women=(Count | None, column("Nữ"))) == told


def test_columns_stand_over_an_attrs_class() -> None:
    assert refused(lambda: columns(int)) == "int: @columns đứng trên @attrs.frozen(kw_only=True)"
    assert "shown_in" in refused(lambda: column("A", shown_in="triệu"))
    with pytest.raises(DeclarationError, match="households"):
        column("A", unit="househoulds")


def line_refused(annotation: Any, field: Any, **others: Any) -> str:
    names = {"x": (annotation, field), "total": (Structure, row("T", "Cộng")), **others}
    record = type(
        "Wrong",
        (),
        {
            "__annotations__": {name: kind for name, (kind, _) in names.items()},
            **{name: item for name, (_, item) in names.items()},
        },
    )
    return refused(lambda: form("test-wrong-line", title="Sai")(attrs.frozen(kw_only=True)(record)))


@pytest.mark.parametrize(
    ("annotation", "field", "told"),
    [
        (
            tuple[int, ...],
            table(),
            "x: table() cần tuple[…, ...] các lớp @columns, không phải tuple[int, ...]",
        ),
        (
            Village,
            table(),
            f"x: table() cần tuple[…, ...] các lớp @columns, không phải {Village!r}",
        ),
        (tuple[Village, ...], table(key="nam"), "x: không có “nam”; có phải “name”?"),
        (tuple[Topic, ...], table(whole="toal"), "không có “toal”; có phải “total”?"),
        (Count | None, row("1", "A", whole="total"), "x: chỉ dòng có nhiều cột mới có whole="),
        (
            Count | None,
            row("1", "A", shown_in="triệu đồng"),
            "test-wrong-line: dòng 1: chỉ số tiền mới in theo triệu đồng",
        ),
        (
            Count | None,
            row("1", "A", total_of="total"),
            "test-wrong-line: dòng 1: không có dòng “total”; có phải “total.women”?",
        ),
        (
            Structure,
            row("1", "A", total_of="total.women"),
            "test-wrong-line: dòng 1: không có dòng “total.women.nominated”; có phải “total.nominated”?",
        ),
    ],
)
def test_a_line_that_contradicts_itself_is_refused(annotation: Any, field: Any, told: str) -> None:
    assert line_refused(annotation, field) == told


def test_a_sum_over_records_fits_in_columns_units_and_time() -> None:
    assert "không có dòng “x.*.nominated”" in line_refused(
        tuple[Received, ...], table(), more=(Structure, row("2", "B", total_of="x"))
    )
    assert "là số phát sinh, không thể là tổng của “x.*.left” là số dư" in line_refused(
        tuple[Commune, ...], table(), more=(Count | None, row("2", "B", total_of="x.*.left"))
    )
    assert "dòng 2 (houses) không cộng được “x.*.structure.women” (persons)" in line_refused(
        tuple[Village, ...],
        table(),
        more=(Count | None, row("2", "B", unit="houses", total_of="x.*.structure.women")),
    )


def test_only_registers_are_lists() -> None:
    told = line_refused(Count | None, row("1", "A", total_of="total.*.women"))
    assert told.startswith("test-wrong-line: dòng 1: không có dòng “total.*.women”")


def test_a_column_holds_what_it_says() -> None:
    with pytest.raises(FieldError, match=r"Commune\.heard"):
        Commune(heard=frozenset({"BOARD"}))  # type: ignore[arg-type]
    with pytest.raises(FieldError, match=r"Structure\.women"):
        Structure(women="5")  # type: ignore[arg-type]
    assert Commune() == Commune(heard=frozenset(), received=Received())


def test_relations_may_be_made_by_functions_and_go_up_to_the_line() -> None:
    @columns
    @attrs.frozen(kw_only=True)
    class Plan:
        planned: Count | None = column("Kế hoạch")
        done: Count | None = column("Thực hiện", relations=(total_of("^other"),))

    @form("test-up", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Up:
        line: Plan = row("1", "Dòng")
        other: Count | None = row("2", "Khác")

    assert relations(form_of(Up).cell_at("line.done")) == ["total_of ~other"]


def test_what_a_column_is_to_others_holds_for_each_inside_it() -> None:
    @columns
    @attrs.frozen(kw_only=True)
    class Village:
        heard: Structure = column("Được hỏi")
        agreed: Structure = column("Đồng ý", at_most="heard", relations=(total_of("^called"),))

    @form("test-nested", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Asked:
        called: Structure = row("1", "Được mời")
        villages: tuple[Village, ...] = table("2", "Các thôn")

    told = {
        item.path: [str(term) for each in item.relations for term in each.terms]
        for item in columns_of(Village)
    }
    assert told["agreed", "nominated"] == ["heard.nominated", "^called.nominated"]
    people = Structure(nominated=5)
    filled = Asked(
        called=people, villages=(Village(heard=Structure(nominated=3), agreed=Structure(nominated=4)),)
    )
    place = "test-nested.villages.0.agreed.nominated"
    assert found(report(filled)) == [
        ("APP003", place, "Dòng tổng ghi 4; các dòng thành phần cộng được 5"),
        ("APP013", place, "Báo cáo ghi 4; số liệu đối chiếu là 3"),
    ]
