"""Registers in files of other programs: known by their heads, read record by record, or handed back."""

import enum
import io
import random
import re
import zipfile
from pathlib import Path
from runpy import run_path
from typing import Any

import attrs
import pytest

import mttq
from mttq import Share
from mttq.forms import Form, Kind, column, columns, form, registered_forms, row, table
from mttq.model import Unit, UnitKind
from mttq.reading import Hints, Reading, Reason, read
from mttq.reading._filling import _with
from mttq.report import Report
from mttq.writing import filled, word

HERE = Path(__file__).parent
OFFICE = run_path(str(HERE / "office.py"))
DRAWN = run_path(str(HERE.parent / "writing" / "drawn.py"))
HEADS = ("TT", "Thôn", "Số hộ", "Hộ nghèo", "Tỷ lệ (%)")


class State(enum.StrEnum):
    """How far a house is."""

    PLANNED = "chưa khởi công"
    DONE = "đã bàn giao"


@columns
@attrs.frozen(kw_only=True)
class Village:
    """A village."""

    name: str | None = column("Thôn")
    households: mttq.Count | None = column("Số hộ", unit="households")
    poor: mttq.Count | None = column("Hộ nghèo", unit="households")
    share: Share | None = column("Tỷ lệ (%)", share_of=("poor", "households"))


@columns
@attrs.frozen(kw_only=True)
class House:
    """A house that was built."""

    family: str | None = column("Chủ hộ")
    money: mttq.Money | None = column("Kinh phí", shown_in="triệu đồng")
    state: State | None = column("Tình trạng")


@columns
@attrs.frozen(kw_only=True)
class Case:
    """A case whose state is ticked."""

    subject: str | None = column("Nội dung")
    state: State | None = column("Tình trạng", ticked=True)
    number: mttq.Count | None = column("Số vụ")


@form("foreign-register", title="Sổ của cơ quan khác")
@attrs.frozen(kw_only=True)
class Register:
    """Registers, and the line that is the sum over one."""

    villages: tuple[Village, ...] = table("1", "Các thôn")
    total: Village = row("T", "Cộng", total_of=("villages",))
    built: tuple[House, ...] = table("2", "Danh sách nhà")
    cases: tuple[Case, ...] = table("3", "Các vụ việc")


UNIT = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")


def told(*tables: Any, hints: Hints | None = None) -> Reading:
    """Read a Word file of tables."""
    return read(
        OFFICE["word"]("".join(OFFICE["table"](*rows) for rows in tables)), forms=[Register], hints=hints
    )


def form_in(reading: Reading) -> Any:
    """Return the only form that was read."""
    (found,) = reading.appendices[None]
    return found


def handed_back(reading: Reading) -> list[tuple[str, Reason]]:
    return [(item.text, item.reason) for item in reading.unread]


def test_rows_are_records_and_the_sum_is_a_line_of_its_own() -> None:
    rows = (
        ("1", "A Roàng", "120", "30", "25,0"),
        ("2", "Cộng Hòa", "08", "", ""),
        ("", "Cộng", "128", "30", ""),
    )
    reading = told((HEADS, *rows))

    found = form_in(reading)
    assert [(item.name, item.households, item.poor) for item in found.villages] == [
        ("A Roàng", 120, 30),
        ("Cộng Hòa", 8, None),
    ]
    assert str(found.villages[0].share.percent) == "25.0"
    assert (found.total.households, found.total.poor) == (128, 30)
    assert reading.unread == ()
    assert str(reading.source("foreign-register.villages.1.households")) == str(reading.figures[3].source)
    blank = reading.source("foreign-register.villages.1.poor")
    assert blank is not None
    assert blank.place == "bảng 1, dòng 3, cột 4"


def test_a_sum_is_known_by_other_words_for_it_but_is_no_name() -> None:
    rows = (("Thôn 1", "10", "2", ""), ("Tổng cộng", "10", "2", ""))
    found = form_in(told((HEADS[1:], *rows)))
    assert (len(found.villages), found.total.households) == (1, 10)
    assert form_in(told((HEADS[1:], *rows[:1], ("Cộng Hòa", "10", "", "")))).total.households is None


def test_money_is_read_as_its_head_counts_it() -> None:
    rows = (("1", "Hồ A", "60,5", "đã bàn giao"), ("2", "Hồ B", "70", "làm dở"))
    found = form_in(told((("TT", "Chủ hộ", "Kinh phí (triệu đồng)", "Tình trạng"), *rows)))
    assert found.built == (
        House(family="Hồ A", money=60_500_000, state=State.DONE),
        House(family="Hồ B", money=70_000_000),
    )

    bare = told((("TT", "Chủ hộ", "Kinh phí", "Tình trạng"), *rows))
    assert handed_back(bare)[:2] == [("60,5", Reason.OTHER_UNIT), ("70", Reason.OTHER_UNIT)]


NOT_READ: dict[str, tuple[tuple[Any, ...], list[tuple[str, Reason]]]] = {
    "numbered in levels": (
        (HEADS, ("1", "Xã A", "30", "", ""), ("1.1", "Thôn 1", "10", "", "")),
        [("30", Reason.NO_LINE), ("10", Reason.NEAR_TIE)],
    ),
    "a part of another": (
        (HEADS, ("1", "Thôn 1", "10", "2", ""), ("", "Trong đó: dân tộc thiểu số", "4", "", "")),
        [("4", Reason.NO_LINE)],
    ),
    "several sums": (
        (
            HEADS,
            ("1", "Thôn 1", "10", "2", ""),
            ("", "Cộng khu vực", "10", "", ""),
            ("", "Tổng cộng", "10", "", ""),
        ),
        [("10", Reason.TOTAL), ("10", Reason.TOTAL)],
    ),
    "a column of another unit": (
        (("TT", "Thôn", "Số hộ (người)", "Hộ nghèo", "Tỷ lệ (%)"), ("1", "Thôn 1", "10", "2", "")),
        [("10", Reason.OTHER_COLUMN)],
    ),
    "one head twice": (
        (("TT", "Thôn", "Số hộ", "Số hộ", "Hộ nghèo", "Tỷ lệ"), ("1", "Thôn 1", "10", "11", "2", "")),
        [("10", Reason.OTHER_COLUMN), ("11", Reason.OTHER_COLUMN)],
    ),
    "of which a record has no name": (
        (HEADS[1:], ("Thôn 1", "10", "2", ""), ("", "5", "", "")),
        [("5", Reason.NO_LINE)],
    ),
    "few of its columns": ((("TT", "Thôn", "Số cây"), ("1", "Thôn 1", "10")), [("10", Reason.NO_LINE)]),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_what_may_be_no_record_is_handed_back(name: str) -> None:
    rows, expected = NOT_READ[name]
    found = [item for item in handed_back(told(rows)) if item[0] not in ("1", "1.1")]
    assert found == expected


def test_a_register_goes_on_in_the_next_table_and_two_of_them_are_not_mixed() -> None:
    first, second = (HEADS, ("1", "Thôn 1", "10", "2", "")), (("2", "Thôn 2", "20", "3", ""),)
    for goes_on in (second, (HEADS, *second)):
        found = form_in(told(first, goes_on))
        assert [item.households for item in found.villages] == [10, 20]

    again = told(first, (HEADS, ("1", "Thôn 9", "90", "", ""), ("2", "Thôn 8", "80", "", "")))
    assert again.figures == ()
    assert {reason for _, reason in handed_back(again)} == {Reason.TWICE}


def test_hints_name_the_column_of_a_register() -> None:
    own = ("TT", "Thôn", "Tổng số hộ dân", "Hộ nghèo", "Tỷ lệ")
    rows = (own, ("1", "Thôn 1", "10", "2", ""))
    assert handed_back(told(rows)) == [("10", Reason.OTHER_COLUMN)]

    hints = Hints.from_dict({"columns": {"Tổng số hộ dân": "foreign-register.villages.*.households"}})
    assert form_in(told(rows, hints=hints)).villages == (Village(name="Thôn 1", households=10, poor=2),)


def test_a_head_of_two_rows_and_words_merged_down_are_read() -> None:
    declared = registered_forms()["qcdc-9-don-thu"]
    html = """<table><tr><th rowspan=2>Huyện/TP<th rowspan=2>Tên xã, phường, thị trấn
    <th colspan=2>Đã tiếp nhận
    <th colspan=2>Đã được giải quyết<th rowspan=2>Tổng số chưa được giải quyết<th rowspan=2>Ghi chú
    <tr><th>Trong kỳ báo cáo<th>Tính từ đầu năm<th>Trong kỳ báo cáo<th>Tính từ đầu năm
    <tr><td rowspan=2>A Lưới<td>Hồng Thượng<td>1<td>2<td>3<td>4<td>5<td>
    <tr><td>Trung Sơn<td>6<td>7<td>8<td>9<td>10<td>2023
    <tr><td colspan=2>Cộng<td>7<td>9<td>11<td>13<td>15<td></table>"""
    reading = read(html.encode(), forms=[declared.record])

    found = form_in(reading)
    assert [(item.place.district, item.place.name, item.open) for item in found.communes] == [
        ("A Lưới", "Hồng Thượng", 5),
        ("A Lưới", "Trung Sơn", 10),
    ]
    assert (found.communes[1].note, found.total.received.quarter, found.total.open) == ("2023", 7, 15)
    assert reading.unread == ()
    assert len(reading.figures) == 16  # what looks like a figure is one of them, in a column of words too


def test_ticks_under_their_heads_are_read() -> None:
    html = """<table><tr><th rowspan=2>TT<th rowspan=2>Nội dung<th colspan=2>Tình trạng<th rowspan=2>Số vụ
    <tr><th>chưa khởi công<th>đã bàn giao<tr><td>1<td>A<td><td>x<td>3<tr><td>2<td>B<td>-<td><td>4</table>"""
    found = form_in(read(html.encode(), forms=[Register]))
    assert [(item.subject, item.state, item.number) for item in found.cases] == [
        ("A", State.DONE, 3),
        ("B", None, 4),
    ]


def test_a_register_under_its_name_among_other_lines_is_read() -> None:
    declared = registered_forms()["easup-y-kien-cu-tri"]
    lines = [
        "TT\tNội dung\tSố lượng\tTỷ lệ %",
        "I\tTổng số ý kiến tiếp nhận\t10\t100",
        "1\tĐã ban hành văn bản trả lời\t7\t70",
    ]
    lines += ["III\tTheo lĩnh vực\t\t", "1\tĐất đai\t6\t60", "2\tMôi trường\t4\t", "4\tGiao thông\t1\t"]
    reading = read("\n".join(lines).encode(), forms=[declared.record])

    found = form_in(reading)
    assert [(item.name, item.opinions.count) for item in found.by_field] == [
        ("Đất đai", 6),
        ("Môi trường", 4),
    ]
    assert handed_back(reading) == [("1", Reason.NO_LINE)]
    without_the_last = read("\n".join(lines[:-1]).encode(), forms=[declared.record])
    assert (form_in(without_the_last), without_the_last.unread) == (found, ())


def test_registers_of_one_table_are_told_apart_by_their_headings() -> None:
    declared = registered_forms()["easup-y-kien-cu-tri"]
    lines = ["TT\tLĩnh vực\tSố lượng\tTỷ lệ %", "III\tTheo lĩnh vực", "1\tĐất đai\t6\t60"]
    lines += ["IV\tTheo thôn, buôn", "1\tThôn 1\t4\t40", "V\tTheo độ tuổi", "1\tTrẻ\t9\t90"]
    reading = read("\n".join(lines).encode(), forms=[declared.record])

    found = form_in(reading)
    assert [item.name for item in found.by_field] == ["Đất đai"]
    assert [(item.name, item.opinions.count) for item in found.by_village] == [("Thôn 1", 4)]
    assert [text for text, _ in handed_back(reading)] == ["9", "90"]


def test_a_line_of_words_is_read_and_its_mark_is_not() -> None:
    declared = registered_forms()["vegiang-bc-thang"]
    lines = ["Nội dung\tKết quả", "Số cuộc tuyên truyền\t5", "Gương người tốt, việc tốt\tbà con thôn 1"]
    lines += ["Hoạt động đoàn kết, tương trợ\t-"]
    reading = read("\n".join(lines).encode(), forms=[declared.record])
    assert form_in(reading).unity.good_people == "bà con thôn 1"
    assert handed_back(reading) == [("-", Reason.MARK)]


# --- our own files without their marks ---
def without_marks(data: bytes) -> bytes:
    """Return a Word file without hidden letters, or a sheet without its hidden row and column."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                hidden = rb"<w:r><w:rPr>(?:(?!</w:rPr>).)*<w:vanish/>.*?</w:r>"
                part = re.sub(hidden, b"", part, flags=re.DOTALL)
            elif name.startswith("xl/worksheets/"):
                part = re.sub(rb'<row r="\d+"[^>]*hidden="1".*?</row>', b"", part, flags=re.DOTALL)
                part = re.sub(rb'<c r="A\d+"(?:[^>]*/>|.*?</c>)', b"", part, flags=re.DOTALL)
            new.writestr(name, part)
    return out.getvalue()


def without_bare_names(declared: Form, instance: Any) -> Any:
    """Leave out records that say no more than a name: without a number they are headings."""
    for line in declared.rows:
        if line.kind is Kind.REGISTER and line.label:
            others = line.columns[1:]
            kept = [
                item
                for item in line.value_in(instance)
                if any(other.value_in(item) not in (None, frozenset()) for other in others)
            ]
            instance = _with(instance, line.path, tuple(kept))
    return instance


SHIPPED = [code for code, item in registered_forms().items() if item.record.__module__.startswith("mttq.")]
CASES = [(code, seed) for seed in range(10) for code in (*SHIPPED, "foreign-register")]


@pytest.mark.share(60)
@pytest.mark.parametrize(("code", "seed"), CASES)
def test_shipped_forms_are_read_from_files_without_marks(code: str, seed: int, tmp_path: Path) -> None:
    """No figure is wrong and none is lost; nine of ten are placed."""
    declared = registered_forms()[code]
    instance = DRAWN["drawn"](declared, random.Random(f"{code} {seed}"))  # noqa: S311
    report = Report(unit=UNIT, title="Báo cáo", appendices=(instance,))
    word(report, tmp_path / "a.docx")
    filled(instance, tmp_path / "a.xlsx")
    true = attrs.evolve(report, appendices=(without_bare_names(declared, instance),))
    figures = {figure.path: figure.value for figure in true.figures()}
    for path in (tmp_path / "a.docx", tmp_path / "a.xlsx"):
        data = without_marks(path.read_bytes())
        reading = read(data, forms=[declared.record])

        found = Report(unit=UNIT, title="Báo cáo", appendices=reading.appendices.get(None, ()))
        assert {figure.path: figure.value for figure in found.figures()}.items() <= figures.items()
        assert 10 * len([*found.figures()]) >= 9 * len(figures) - 40
        placed = [
            (item.source.row, item.source.column, item.source.cell, item.source.table)
            for item in reading.figures
        ]
        assert len(placed) == len({*placed})
