"""The review sheet, and the reasons that come back with it."""

from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

import mttq
from mttq.errors import ReadError
from mttq.reading import waivers
from mttq.testing import make_report
from mttq.writing import review, spreadsheet

SESSIONS = "kl62-pl2.criticism.sessions.commune"
WRONG = make_report().with_value(SESSIONS, 31)
FOUND = mttq.check(WRONG)


def answered(path: Path, answers: dict[int, str]) -> Path:
    """Write the review of what was found, answered by the rows of its sheet."""
    review(FOUND, path)
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    for row, text in answers.items():
        sheet.cell(row, 8).value = text
    book.save(path)
    return path


def test_each_finding_has_a_line_and_a_cell_for_the_reason(tmp_path: Path) -> None:
    review(FOUND, tmp_path / "review.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "review.xlsx").worksheets

    assert sheet["B2"].value == "PHIẾU ĐỀ NGHỊ RÀ SOÁT"
    assert sheet["B3"].value == f"Đơn vị báo cáo: {WRONG.unit.address}"
    assert [sheet.cell(6 + at, 3).value for at in range(len(FOUND))] == [finding.code for finding in FOUND]
    assert sheet["H6"].protection.locked is False
    assert sheet["G6"].protection.locked is True


def test_reasons_come_back_as_waivers_of_these_findings(tmp_path: Path) -> None:
    path = answered(tmp_path / "review.xlsx", {6: "Đã đối chiếu sổ gốc"})

    (waiver,) = waivers(path)

    assert waiver == FOUND[0].waive("Đã đối chiếu sổ gốc")
    assert waivers(path.read_bytes()) == (waiver,)
    again = mttq.check(WRONG, waivers=[waiver])
    assert [finding.code for finding in again.waived] == [FOUND[0].code]
    other = mttq.check(WRONG.with_value(SESSIONS, 32), waivers=[waiver])
    assert len(other.waived) == 0


def test_a_sheet_without_reasons_waives_nothing(tmp_path: Path) -> None:
    assert waivers(answered(tmp_path / "review.xlsx", {})) == ()


def test_a_review_in_english_is_one_too(tmp_path: Path) -> None:
    review(FOUND, tmp_path / "review.xlsx", lang="en")
    (sheet,) = openpyxl.load_workbook(tmp_path / "review.xlsx").worksheets
    assert sheet["B2"].value == "REQUEST FOR REVIEW"
    assert waivers(tmp_path / "review.xlsx") == ()


def test_another_file_and_a_changed_map_are_refused(tmp_path: Path) -> None:
    spreadsheet(FOUND, tmp_path / "findings.xlsx")
    with pytest.raises(ReadError, match="không có phiếu đề nghị rà soát"):
        waivers(tmp_path / "findings.xlsx")

    path = answered(tmp_path / "review.xlsx", {6: "lý do"})
    book = openpyxl.load_workbook(path)
    for text in ("{", "5", '{"code": "ORG001"}'):
        book.worksheets[0]["A6"] = text
        book.save(path)
        with pytest.raises(ReadError, match="dòng 6: phần ẩn của phiếu đã bị sửa"):
            waivers(path)
