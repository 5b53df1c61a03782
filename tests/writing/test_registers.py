"""Forms with registers and columns of their own: written by blocks, read back record by record."""

import enum
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import openpyxl  # type: ignore[import-untyped]
import pytest

import mttq
from mttq import Share
from mttq.forms import column, columns, form, row, section, table
from mttq.model import Unit, UnitKind
from mttq.reading import Reason, read
from mttq.report import Report
from mttq.writing import filled, template, word

UNIT = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")


class State(enum.StrEnum):
    """How far a house is."""

    PLANNED = "chưa khởi công"
    DONE = "đã bàn giao"


@columns
@attrs.frozen(kw_only=True)
class Village:
    """A line of the register."""

    name: str | None = column("Thôn")
    households: mttq.Count | None = column("Số hộ")
    poor: mttq.Count | None = column("Hộ nghèo")
    share: Share | None = column("Tỷ lệ (%)", share_of=("poor", "households"))


@columns
@attrs.frozen(kw_only=True)
class Result:
    """The cells of an ordinary line."""

    planned: mttq.Count | None = column("Kế hoạch")
    built: mttq.Count | None = column("Thực hiện")


@columns
@attrs.frozen(kw_only=True)
class House:
    """A house that was built."""

    family: str | None = column("Chủ hộ")
    money: mttq.Money | None = column("Kinh phí", shown_in="triệu đồng")
    state: State | None = column("Tình trạng")


@attrs.frozen(kw_only=True)
class Houses:
    """A part with columns of its own."""

    all: Result = row("1", "Tổng số nhà", total_of=("new", "mended"))
    new: Result = row("2", "Nhà xây mới")
    mended: Result = row("3", "Nhà sửa chữa")


@form("register-test", name="Biểu sổ", title="Sổ theo dõi")
@attrs.frozen(kw_only=True)
class Register:
    """A register, a total over it, lines with columns, and another register."""

    villages: tuple[Village, ...] = table("1", "Các thôn")
    total: Village = row("T", "Cộng", total_of=("villages",))
    houses: Houses = section("2", "Nhà ở")
    built: tuple[House, ...] = table("3", "Danh sách nhà")
    boards: mttq.Count | None = row("4", "Số ban công tác")


FILLED = Register(
    villages=(
        Village(name="A Roàng", households=120, poor=30, share=Share(Decimal("25.0"))),
        Village(name="=1+1 Pa Ling", households=0, poor=None),
        Village(name="Thôn 3", households=7),
    ),
    total=Village(households=128, poor=30),
    houses=Houses(all=Result(planned=10, built=7), new=Result(planned=4), mended=Result(built=7)),
    built=(
        House(family="Hồ Văn A", money=60_000_000, state=State.DONE),
        House(family="Hồ Thị B", money=60_500_000, state=State.PLANNED),
        House(family="Hồ C"),
    ),
    boards=5,
)


def test_a_sheet_of_registers_is_read_back(tmp_path: Path) -> None:
    filled(FILLED, tmp_path / "register.xlsx", unit=UNIT)
    reading = read(tmp_path / "register.xlsx", forms=[Register])

    assert reading.unread == ()
    assert reading.appendices == {None: (FILLED,)}
    places = {figure.path: str(figure.source.place) for figure in reading.figures}
    assert places["register-test.villages.1.households"] == "trang tính Biểu sổ, ô D9"


def test_a_document_of_registers_is_read_back(tmp_path: Path) -> None:
    report = Report(unit=UNIT, title="Báo cáo", appendices=(FILLED,))
    word(report, tmp_path / "register.docx")
    reading = read(tmp_path / "register.docx", forms=[Register])

    assert reading.appendices == {None: (FILLED,)}
    assert reading.unread == ()


def test_random_registers_are_read_back(tmp_path: Path) -> None:
    for seed in range(5):
        draw = random.Random(seed)  # noqa: S311
        instance = Register(
            villages=tuple(
                Village(name=draw.choice(["A", "B", None]), households=draw.choice([None, 0, 10**9]), poor=at)
                for at in range(draw.randrange(5))
            ),
            built=tuple(
                House(
                    family=f"Hộ {at}",
                    money=draw.choice([None, 0, 1, 10**12]),
                    state=draw.choice([None, *State]),
                )
                for at in range(draw.randrange(4))
            ),
        )
        filled(instance, tmp_path / "register.xlsx")
        found = read(tmp_path / "register.xlsx", forms=[Register]).appendices
        assert found.get(None, (Register(),)) == (instance,)


def typed(path: Path) -> tuple[Any, Any, dict[str, list[int]]]:
    """Return a workbook, its sheet, and the rows of each path."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows: dict[str, list[int]] = {}
    for cell in sheet["A"]:
        rows.setdefault(str(cell.value).removeprefix("register-test."), []).append(cell.row)
    return book, sheet, rows


def test_a_template_takes_records_also_in_lines_that_were_inserted(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    template(Register, path)
    book, sheet, rows = typed(path)
    total = rows["total"][0]
    first, *_, last = rows["villages.*"]
    assert sheet.cell(total, 4).value == f'=IF(COUNT(D{first}:D{last})=0,"",SUM(D{first}:D{last}))'
    assert sheet.cell(rows["houses.all"][0], 4).value.startswith("=IF(COUNT(D")
    sheet.cell(first, 3).value, sheet.cell(first, 4).value = "A Roàng", 12
    sheet.cell(first, 5).value = "O5"
    sheet.insert_rows(first + 1)
    sheet.cell(first + 1, 3).value, sheet.cell(first + 1, 4).value = "Pa Ling", 7
    built = rows["built.*"][0] + 1
    sheet.cell(built, 3).value, sheet.cell(built, 4).value, sheet.cell(built, 5).value = (
        "Hồ A",
        60,
        "đang làm",
    )
    book.save(path)

    reading = read(path, forms=[Register])

    (found,) = reading.appendices[None]
    assert found == Register(
        villages=(Village(name="A Roàng", households=12), Village(name="Pa Ling", households=7)),
        built=(House(family="Hồ A", money=60_000_000),),
    )
    assert [(item.text, item.reason) for item in reading.unread if item.reason is not Reason.NO_VALUE] == [
        ("O5", Reason.NOT_A_FIGURE),
        ("đang làm", Reason.NOT_A_FIGURE),
    ]


@pytest.mark.parametrize("unit", ["", "ĐVT: triệu đồng"])
def test_columns_of_lines_are_known_by_their_heads(unit: str) -> None:
    lines = [unit, "Nội dung\tKế hoạch\tThực hiện\tSo sánh", "Tổng số nhà\t10\t7\t70"]
    lines += ["Nhà xây mới\t4\t\t", "Nhà sửa chữa\t\t7\t"]
    reading = read("\n".join(lines).encode(), forms=[Register])

    assert [figure.path.partition(".")[2] for figure in reading.figures] == [
        "houses.all.planned",
        "houses.all.built",
        "houses.new.planned",
        "houses.mended.built",
    ]
    assert [(item.text, item.reason) for item in reading.unread] == [("70", Reason.OTHER_COLUMN)]


@columns
@attrs.frozen(kw_only=True)
class Case:
    """A record whose state is ticked."""

    subject: str | None = column("Nội dung")
    state: State | None = column("Tình trạng", ticked=True)
    number: mttq.Count | None = column("Số vụ")


@form("ticked-test", name="Biểu đánh dấu", title="Sổ đánh dấu")
@attrs.frozen(kw_only=True)
class Ticked:
    """A register with columns to be ticked, under heads of two rows."""

    cases: tuple[Case, ...] = table("1", "Các vụ việc")


def test_ticks_are_read_and_two_where_one_may_be_are_not(tmp_path: Path) -> None:
    instance = Ticked(cases=(Case(subject="A", state=State.DONE, number=1), Case(subject="B")))
    path = tmp_path / "ticked.xlsx"
    filled(instance, path)
    assert read(path, forms=[Ticked]).appendices == {None: (instance,)}
    word(Report(unit=UNIT, title="Báo cáo", appendices=(instance,)), tmp_path / "ticked.docx")
    assert read(tmp_path / "ticked.docx", forms=[Ticked]).appendices == {None: (instance,)}

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(cell.row for cell in sheet["C"] if cell.value == "A")
    sheet.cell(row, 4, "x")
    sheet.cell(row + 1, 5, "?")
    sheet.cell(row + 1, 6, "-")
    book.save(path)
    reading = read(path, forms=[Ticked])
    assert sorted((item.text, item.reason) for item in reading.unread) == [
        ("-", Reason.MARK),
        ("?", Reason.NOT_A_FIGURE),
        ("x", Reason.NOT_A_FIGURE),
    ]
