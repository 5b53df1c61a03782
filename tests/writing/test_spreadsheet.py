"""Tables as sheets: figures are numbers, texts are texts."""

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

import mttq
from mttq.errors import FieldError
from mttq.tables import Column, Table
from mttq.testing import make_report
from mttq.writing import spreadsheet

TABLE = Table(
    title="Số hộ [2025]",
    columns=(Column("=Xã"), Column("Số hộ", align="right")),
    rows=(
        ("=1+1", "1.234"),
        ("http://a.vn", "-1.234,50"),
        ("+84", "51,59%"),
        ("\t@x", "05"),
        ("5", "1234567890123456789"),
        ("một\nhai " * 40, ""),
    ),
)


def test_figures_are_numbers_and_texts_are_texts(tmp_path: Path) -> None:
    spreadsheet(TABLE, tmp_path / "table.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "table.xlsx").active
    assert sheet is not None

    assert sheet.title == "Số hộ  2025"
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=6)] == [
        ["Số hộ [2025]", None],
        ["=Xã", "Số hộ"],
        ["=1+1", 1234],
        ["http://a.vn", -1234.5],
        ["+84", "51,59%"],
        ["\t@x", "05"],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet["B4"].number_format == "#,##0.00"
    assert sheet["B7"].value == "1234567890123456789"


def test_all_tables_of_findings_are_sheets_and_an_empty_one_says_so(tmp_path: Path) -> None:
    spreadsheet(mttq.check(make_report()), tmp_path / "findings.xlsx", lang="en")
    (sheet,) = openpyxl.load_workbook(tmp_path / "findings.xlsx").worksheets
    assert (sheet["A1"].value, sheet["A3"].value) == ("Results of the check", "No findings.")


def test_a_table_without_a_title_begins_with_its_heads(tmp_path: Path) -> None:
    spreadsheet(Table(title="", columns=(Column("A"),), rows=(("x",),)), tmp_path / "table.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "table.xlsx").worksheets
    assert (sheet.title, sheet["A1"].value) == ("mttq", "A")


def test_what_has_no_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FieldError, match="không in được int"):
        spreadsheet(5, tmp_path / "none.xlsx")  # type: ignore[arg-type]
