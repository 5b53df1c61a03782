"""Several reports in one document: each figure goes to the unit over it, and none is mixed."""

import random
import re
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from mttq.reading import Reason, read

HERE = Path(__file__).parent
OFFICE, LAWS = (run_path(str(HERE / name)) for name in ("office.py", "test_laws.py"))


def paragraph(text: str) -> Any:
    return f"<w:p>{OFFICE['run'](text)}</w:p>"


HEADS = {
    "headings": (paragraph("1. Xã Hồng Thượng"), paragraph("Đơn vị báo cáo: Xã Trung Sơn, huyện A Lưới.")),
    "letterheads": (
        OFFICE["table"](("UBMTTQ HUYỆN A LƯỚI",), ("ỦY BAN MTTQ VIỆT NAM XÃ HỒNG THƯỢNG",)),
        paragraph("ỦY BAN MTTQ VIỆT NAM XÃ TRUNG SƠN") + paragraph("BÁO CÁO") + paragraph("Tổng kết năm"),
    ),
    "nothing": ("", ""),
}
UNITS = {
    "headings": ("Xã Hồng Thượng", "Xã Trung Sơn, huyện A Lưới"),
    "letterheads": ("xã Hồng Thượng", "xã Trung Sơn"),
}


def two_reports(name: str, seed: int) -> tuple[bytes, dict[tuple[int, int, int], tuple[Any, ...]]]:
    """Return a Word file of two reports, and for each figure its unit, path and value."""
    body, tables = "", 0
    truth: dict[tuple[int, int, int], tuple[Any, ...]] = {}
    for at, head in enumerate(HEADS[name]):
        draw = random.Random(f"{seed} {at}")  # noqa: S311
        data, _, own = LAWS["laid_out"](LAWS["APPENDICES"], draw, rows_out=0.2, heads_out=0.2)
        inner = re.search("<w:body>(.*)</w:body>", OFFICE["unpack"](data)["word/document.xml"].decode())
        tables += head.count("<w:tbl>")
        for (table, row, column), said in own.items():
            truth[table + tables, row, column] = (UNITS.get(name, (None, None))[at], *said)
        body += head + (inner[1] if inner else "")
        tables = body.count("<w:tbl>")
    return OFFICE["word"](body), truth


@pytest.mark.parametrize("name", UNITS)
def test_each_figure_is_of_the_unit_over_it(name: str) -> None:
    data, truth = two_reports(name, 1)
    reading = read(data, forms=LAWS["FORMS"])

    said = {LAWS["place"](item.source): (item.unit, item.path, item.value) for item in reading.figures}
    assert said.items() <= truth.items()
    assert 10 * len(said) >= 9 * len(truth)
    assert tuple(reading.reports(title="Báo cáo")) == UNITS[name]


def test_the_same_tables_of_units_that_nothing_names_are_handed_back() -> None:
    data, truth = two_reports("nothing", 1)
    reading = read(data, forms=LAWS["FORMS"])

    assert reading.figures == ()
    assert {item.reason for item in reading.unread} == {Reason.NEAR_TIE}
    assert len(reading.unread) == len(truth)


def test_the_same_form_in_two_sheets_that_nothing_names_is_handed_back() -> None:
    def sheet(name: str, members: Any) -> str:
        cells = [("Nội dung", "Số lượng"), *((label, number) for number, label, _ in members)]
        rows = (
            "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
            for row in cells
        )
        lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return f"<table:table table:name='{name}'>{lines}</table:table>"

    both = sheet("Biểu 1", OFFICE["MEMBERS"]) + sheet("Biểu 2", OFFICE["MEMBERS"][:3])
    reading = read(OFFICE["odf"](both, "spreadsheet"), forms=LAWS["FORMS"])
    assert reading.figures == ()
    assert [item.reason for item in reading.unread] == [Reason.TWICE] * 7


def test_a_report_that_names_other_units_is_one() -> None:
    body = paragraph("ỦY BAN MTTQ VIỆT NAM XÃ TRUNG SƠN") + OFFICE["members"]("1", "2", "3", "4")
    body += paragraph("Xã Hồng Thượng") + OFFICE["table"](("Nội dung", "Số lượng"), ("Số cây", "5"))
    reading = read(OFFICE["word"](body), forms=LAWS["FORMS"])
    assert [figure.unit for figure in reading.figures] == [None] * 4
