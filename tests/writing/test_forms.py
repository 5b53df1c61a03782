"""A form as a sheet: what is typed into it, or was written into it, is read back as it was."""

import random
import sys
from decimal import Decimal
from pathlib import Path
from runpy import run_path
from typing import Any

import attrs
import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mttq
from mttq import Pair, Share
from mttq.errors import DeclarationError, ExtraError
from mttq.forms import (
    Form,
    ImplementationAppendix,
    Kind,
    ParticipationAppendix,
    form,
    form_of,
    registered_forms,
    row,
)
from mttq.model import Unit, UnitKind
from mttq.reading import Reason, read
from mttq.report import Report
from mttq.writing import filled, template
from mttq.writing._blocks import text_of, value_of

MADE = run_path(str(Path(__file__).with_name("drawn.py")))
drawn = MADE["drawn"]
UNIT = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
SHIPPED = [item for item in registered_forms().values() if item.record.__module__.startswith("mttq.")]


@form("sheet-test", name="Biểu A/1", title="=HYPERLINK(A1) Biểu thử")
@attrs.frozen(kw_only=True)
class Sums:
    """Lines of all kinds, some of which follow from others."""

    opening: mttq.Money | None = row("1", "=1+1 Số dư đầu kỳ (triệu đồng)")
    raised: mttq.Money | None = row("2", "@Thu trong kỳ (triệu đồng)")
    spent: mttq.Money | None = row("3", "Chi trong kỳ (triệu đồng)")
    closing: mttq.Money | None = row("4", "Số dư cuối kỳ", total_of=("opening", "raised", "-spent"))
    left: mttq.Money | None = row("5", "Còn lại (triệu đồng)", total_of=("opening", "raised", "-spent"))
    poor: mttq.Count | None = row("6", "Số hộ nghèo")
    households: mttq.Count | None = row("7", "Tổng số hộ dân cư")
    share: Share | None = row("8", "Tỷ lệ hộ nghèo", share_of=("poor", "households"))
    area: Decimal | None = row("9", "Diện tích tự nhiên")
    boards: Pair | mttq.Count | None = row("10", "Số ban/thành viên", parts=("ban", "thành viên"))
    open_sum: mttq.Count | None = row("11", "Trong đó", total_of=("poor", ...))


def written(instance: object, path: Path) -> object:
    filled(instance, path, unit=UNIT)
    reading = read(path, forms=[type(instance)])
    assert reading.unread == ()
    assert (reading.unit, len(reading.places)) == (UNIT, len(reading.places))
    (found,) = reading.appendices.get(None, (type(instance)(),))
    return found


@pytest.mark.parametrize("derived", [*SHIPPED, form_of(Sums)], ids=lambda item: item.code)
def test_what_is_written_is_read_back(derived: Form, tmp_path: Path) -> None:
    for seed in range(3):
        instance = drawn(derived, random.Random(f"{derived.code} {seed}"), seed / 2)  # noqa: S311
        assert written(instance, tmp_path / "form.xlsx") == instance


@given(MADE["LAWS"]["drawn_forms"](), st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_what_is_written_of_drawn_forms_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, record: type, seed: int
) -> None:
    instance = drawn(form_of(record), random.Random(seed))  # noqa: S311
    assert written(instance, tmp_path_factory.getbasetemp() / "form.xlsx") == instance


@pytest.mark.parametrize("derived", SHIPPED, ids=lambda item: item.code)
def test_a_template_is_blank_and_says_of_each_line_what_it_is(derived: Form, tmp_path: Path) -> None:
    template(derived.record, tmp_path / "blank.xlsx")
    reading = read(tmp_path / "blank.xlsx", forms=[derived.record])

    assert (reading.figures, reading.unread, reading.unit) == ((), (), None)
    names = MADE["_names"](derived)
    cells = [cell for cell in derived.blank if cell.column is None or cell.column.path not in names]
    plain = {cell.path for cell in cells if cell.row.kind is not Kind.REGISTER}
    assert plain <= {path for _, path in reading.places}


def typed_in(derived: Form, instance: Any, path: Path) -> Any:
    """Type a filled-in form into its template; return it without what formulas reckon there."""
    template(derived.record, path)
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    cells = {cell.path: cell for cell in derived.cells(instance)}
    records: dict[str, int] = {}
    meanings: dict[int, str] = {}
    for at in range(1, sheet.max_row + 1):
        said = str(sheet.cell(at, 1).value or "")
        line, record = said.removesuffix(".*"), ""
        if said.startswith("mttq 1"):
            meanings = {cell.column: str(cell.value) for cell in sheet[at][1:] if cell.value}
        if line != said:
            record = f".{records.get(line, 0)}"
            records[line] = records.get(line, 0) + 1
        for column, meaning in meanings.items():
            name, _, word = meaning.lstrip("@").partition("=")
            end = {"value": ""}.get(name, name if name.startswith(".") else f".{name}")
            cell = cells.get(f"{line}{record}{end}")
            if cell is None or (meaning.startswith("@") and not record):
                continue
            if str(sheet.cell(at, column).value).startswith("="):
                whole = Report(unit=UNIT, title="Biểu", appendices=(instance,))
                (instance,) = whole.with_value(cell.path, None).appendices
                sheet.cell(at, column).value = None
                continue
            ticked = cell.column.choice[word] if word and cell.column and cell.column.choice else None
            sheet.cell(at, column).value = text_of(value_of(cell), cell, ticked) or None
    book.save(path)
    return instance


@pytest.mark.share(25)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("derived", SHIPPED, ids=lambda item: item.code)
def test_what_is_typed_into_a_template_is_read_back(derived: Form, seed: int, tmp_path: Path) -> None:
    drawn_form = drawn(derived, random.Random(f"typed {derived.code} {seed}"))  # noqa: S311
    instance = typed_in(derived, drawn_form, tmp_path / "typed.xlsx")
    reading = read(tmp_path / "typed.xlsx", forms=[derived.record])
    assert {item.reason for item in reading.unread} <= {Reason.NO_VALUE}
    assert reading.appendices.get(None, (derived.record(),)) == (instance,)


def test_the_same_figures_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        template(ImplementationAppendix, tmp_path / name, unit=UNIT)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def sheet_of(path: Path) -> tuple[Any, Any, dict[str, int]]:
    """Return a workbook, its sheet, and the rows of the lines by the last names of their paths."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = {str(cell.value).rpartition(".")[2]: cell.row for cell in sheet["A"][1:] if cell.value}
    return book, sheet, rows


def test_what_is_typed_is_read_wherever_lines_are_inserted(tmp_path: Path) -> None:
    path = tmp_path / "typed.xlsx"
    template(ParticipationAppendix, path)
    book, sheet, rows = sheet_of(path)
    sheet["D4"] = "xã Sơn Hạ, huyện Sơn Đông"
    for name, text in {
        "document_studies": "07/09",
        "requested": 30,
        "conferences": 10,
        "dialogues": "-",
    }.items():
        sheet.cell(rows[name], 6).value = text
    sheet.insert_rows(rows["sessions"], 2)
    sheet.cell(rows["sessions"], 3).value = "Dòng của tôi"
    sheet.cell(rows["sessions"], 6).value = 77
    sheet.cell(rows["requested"], 8).value = 5
    sheet.row_dimensions[1].hidden = False
    book.save(path)

    reading = read(path)

    assert {figure.path.rpartition("pl2.")[2]: figure.value for figure in reading.figures} == {
        "supervision.document_studies.commune": Pair(7, 9),
        "criticism.requested.commune": 30,
        "criticism.conferences.commune": 10,
    }
    assert [(item.text, item.reason) for item in reading.unread if item.text != "="] == [
        ("5", Reason.OTHER_COLUMN),
        ("77", Reason.NO_LINE),
        ("-", Reason.MARK),
    ]
    assert {item.reason for item in reading.unread if item.text == "="} == {Reason.NO_VALUE}
    assert reading.report(title="Biểu").unit.address == "xã Sơn Hạ, huyện Sơn Đông"


def test_a_line_that_says_something_else_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "changed.xlsx"
    filled(Sums(poor=5, households=7), path)
    book, sheet, rows = sheet_of(path)
    sheet.cell(rows["poor"], 3).value = "Số hộ thoát nghèo"
    sheet.cell(rows["households"], 3).value = None
    book.save(path)

    assert [(item.text, item.reason) for item in read(path, forms=[Sums]).unread] == [
        ("5", Reason.NEAR_TIE),
        ("7", Reason.NO_LINE),
    ]


def test_sheets_of_several_units_are_several_reports(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("xã Sơn Hạ", "xã Bình Long"):
        path = tmp_path / f"{name}.xlsx"
        template(ParticipationAppendix, path)
        _, sheet, rows = sheet_of(path)
        copy = book.create_sheet(name[3:])
        for line in sheet.iter_rows():
            for cell in line:
                copy[cell.coordinate] = cell.value
        copy["D4"] = name
        copy.cell(rows["requested"], 6).value = len(name)
    book.save(tmp_path / "both.xlsx")

    reports = read(tmp_path / "both.xlsx").reports(title="Biểu")

    assert {
        name: report.value_at("kl62-pl2.criticism.requested.commune") for name, report in reports.items()
    } == {
        "xã Sơn Hạ": 9,
        "xã Bình Long": 12,
    }


def test_sums_and_shares_are_formulas_of_a_blank_form_alone(tmp_path: Path) -> None:
    template(Sums, tmp_path / "blank.xlsx")
    _, sheet, rows = sheet_of(tmp_path / "blank.xlsx")
    formulas = {name: sheet.cell(at, 4).value for name, at in rows.items() if sheet.cell(at, 4).value}

    assert formulas == {
        "heads": "Số lượng",
        "left": '=IF(COUNT(D7,D8,D9)=0,"",SUM(D7,D8)-SUM(D9))',
        "share": '=IF(OR(COUNT(D12)=0,COUNT(D13)=0,SUM(D13)=0),"",ROUND(100*(SUM(D12))/(SUM(D13)),2))',
    }
    assert sheet.cell(rows["share"], 3).value == "Tỷ lệ hộ nghèo (%)"
    assert sheet.cell(rows["poor"], 4).protection.locked is False
    assert sheet.cell(rows["left"], 4).protection.locked is True
    assert sheet.protection.sheet
    assert sheet.cell(rows["opening"], 3).data_type == "s"

    filled(Sums(left=1_000_000, share=Share(Decimal("51.59"))), tmp_path / "filled.xlsx")
    _, sheet, rows = sheet_of(tmp_path / "filled.xlsx")
    assert (sheet.cell(rows["left"], 4).value, sheet.cell(rows["share"], 4).value) == (1, "51,59%")


def test_a_share_that_a_sheet_reckoned_is_read_as_one(tmp_path: Path) -> None:
    template(Sums, tmp_path / "blank.xlsx")
    book, sheet, rows = sheet_of(tmp_path / "blank.xlsx")
    sheet.cell(rows["share"], 4).value = 51.59
    book.save(tmp_path / "reckoned.xlsx")

    reading = read(tmp_path / "reckoned.xlsx", forms=[Sums])
    assert [figure.value for figure in reading.figures] == [Share(Decimal("51.59"))]


def test_each_cell_says_what_belongs_there(tmp_path: Path) -> None:
    template(Sums, tmp_path / "blank.xlsx")
    _, sheet, rows = sheet_of(tmp_path / "blank.xlsx")
    asked = {str(item.sqref): item for item in sheet.data_validations.dataValidation}

    assert asked[f"D{rows['poor']}"].type == "whole"
    assert "để trống" in asked[f"D{rows['poor']}"].prompt.lower()
    assert "ban và thành viên" in asked[f"D{rows['boards']}"].prompt
    assert f"D{rows['left']}" not in asked


def test_what_is_not_a_form_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError):
        template(Unit, tmp_path / "none.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_named_with_the_way_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(
        ExtraError, match=r"cần thư viện XlsxWriter; cài bằng: pip install 'mttq\[excel\]'"
    ) as told:
        template(Sums, tmp_path / "none.xlsx")
    assert "this needs the library XlsxWriter" in told.value.render(lang="en")
