"""Spreadsheets: the stored values are read; what a sheet has made of a figure is handed back."""

import datetime as dt
import io
from pathlib import Path
from runpy import run_path

import openpyxl  # type: ignore[import-untyped]
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from mttq.reading import Reason, Unread, read
from mttq.values import Pair

MADE = run_path(str(Path(__file__).with_name("office.py")))
sheet, text_cell, sheet_of_members = MADE["sheet"], MADE["text_cell"], MADE["sheet_of_members"]
figures, handed_back, pack = MADE["figures"], MADE["handed_back"], MADE["pack"]
MEMBERS = MADE["MEMBERS"]
SHEET = "xl/worksheets/sheet1.xml"
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="#.##0"/><numFmt numFmtId="165" formatCode="00"/>'
    '<numFmt numFmtId="166" formatCode="[$-42A]dd/mm"/>'
    '<numFmt numFmtId="167" formatCode="0&quot; triệu&quot;"/>'
    '<numFmt numFmtId="168" formatCode="0&quot; ngày&quot;"/></numFmts>'
    '<fonts><font><name val="Calibri"/></font><font><name val=".VnTime"/></font></fonts>'
    "<cellXfs>"
    + "".join(f'<xf numFmtId="{key}" fontId="0"/>' for key in (0, 3, 164, 165, 14, 166, 167, 9, 168))
    + '<xf numFmtId="0" fontId="1"/><xf/><xf numFmtId="49" fontId="77"/></cellXfs>'
)


def one(said: str, **parts: str) -> tuple[dict[str, object], list[tuple[str, Reason]]]:
    """Read a sheet with this in the cell of the new members, and 7 in that above."""
    reading = read(sheet_of_members('<c r="C2"><v>7</v></c>', said, styles=STYLES, **parts))
    found = figures(reading)
    assert found.pop("members") == 7
    return found, handed_back(reading)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ('<c r="C3"><v>30399</v></c>', 30399),
        ('<c r="C3" s="1"><v>30399</v></c>', 30399),
        ('<c r="C3" s="2"><v>99</v></c>', 99),  # shown as 99.000
        ('<c r="C3" s="3"><v>5</v></c>', 5),
        ('<c r="C3" s="8"><v>5</v></c>', 5),
        ('<c r="C3" s="10"><v>5</v></c>', 5),
        ('<c r="C3" s="99"><v>5.0</v></c>', 5),
        ('<c r="C3"><v>1.2E3</v></c>', 1200),
        ('<c r="C3" t="s"><v>0</v></c>', Pair(7, 9)),
        ('<c r="C3" t="s"><v>1</v></c>', 835),
        ('<c r="C3" t="str"><f>"0"&amp;5</f><v>05</v></c>', 5),
        ('<c r="C3"><f>SUM(C1:C2)</f><v>12</v></c>', 12),
        ('<c r="C3" s="11" t="inlineStr"><is><t>1.555</t></is></c>', 1555),
    ],
)
def test_what_a_cell_stores_is_read(said: str, value: object) -> None:
    texts = (
        "<si><t>07/09</t></si><si><r><t>835</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>"
        "<rPh sb='0' eb='1'><t>x</t></rPh></si>"
    )
    assert one(said, texts=texts) == ({"admitted": value}, [])


@pytest.mark.parametrize(
    ("said", "text", "reason", "suggestion"),
    [
        ('<c r="C3" s="4"><v>46212</v></c>', "46.212", Reason.BECAME_DATE, "09/07"),
        ('<c r="C3" s="5"><v>46212</v></c>', "46.212", Reason.BECAME_DATE, "09/07"),
        ('<c r="C3" s="4"><v>99999999</v></c>', "99.999.999", Reason.BECAME_DATE, None),
        ('<c r="C3" t="d"><v>2026-07-09</v></c>', "2026-07-09", Reason.BECAME_DATE, None),
        ('<c r="C3"><v>1.555</v></c>', "1,555", Reason.BECAME_FRACTION, None),
        ('<c r="C3"><f>SUM(C1:C2)</f><v></v></c>', "=", Reason.NO_VALUE, None),
        ('<c r="C3"><f>SUM(C1:C2)</f></c>', "=", Reason.NO_VALUE, None),
        ('<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", Reason.ERROR, None),
        ('<c r="C3"><v>NaN</v></c>', "NaN", Reason.ERROR, None),
        ('<c r="C3"><v>abc</v></c>', "abc", Reason.ERROR, None),
        ('<c r="C3"><v>1E400</v></c>', "1E400", Reason.ERROR, None),
        ('<c r="C3" s="6"><v>5</v></c>', "5", Reason.SHOWN_OTHERWISE, None),
        ('<c r="C3" s="7"><v>0.5</v></c>', "0,5", Reason.SHOWN_OTHERWISE, None),
        ('<c r="C3"><v>-5</v></c>', "-5", Reason.NOT_A_FIGURE, None),
        ('<c r="C3" t="b"><v>1</v></c>', "TRUE", Reason.NOT_A_FIGURE, None),
        ('<c r="C3" t="b"><v>0</v></c>', "FALSE", Reason.NOT_A_FIGURE, None),
        ('<c r="C3" t="inlineStr"><is><t>9l7</t></is></c>', "9l7", Reason.NOT_A_FIGURE, "917"),
        ('<c r="C3" t="inlineStr"><is><t>-</t></is></c>', "-", Reason.MARK, None),
    ],
)
def test_what_a_sheet_has_made_of_a_figure_is_handed_back(
    said: str, text: str, reason: Reason, suggestion: str | None
) -> None:
    reading = read(sheet_of_members('<c r="C2"><v>7</v></c>', said, styles=STYLES))

    assert figures(reading) == {"members": 7}
    assert handed_back(reading) == [(text, reason)]
    assert reading.unread[0].suggestion == suggestion
    assert reading.unread[0].source.place == "trang tính PL1, ô C3"
    assert reading.unread[0].candidates == ("kl62-pl1.membership.admitted",)


@pytest.mark.parametrize(
    "blank",
    [
        '<c r="C3"/>',
        '<c r="C3"><v></v></c>',
        '<c r="C3" t="str"><f>IF(A1,"","")</f><v></v></c>',
        '<c r="C3" t="s"/>',
        '<c r="C3" t="inlineStr"/>',
        '<c r="C3" t="str"/>',
        "<c><v/></c>",
    ],
)
def test_a_blank_is_a_blank(blank: str) -> None:
    assert one(blank) == ({}, [])


def test_places_may_be_left_to_the_order_of_cells() -> None:
    rows = ""
    for row in (("Nội dung", "Số lượng"), (MEMBERS[0][1], "5"), (MEMBERS[3][1], "7")):
        cells = "".join(f"<c t='inlineStr'><is><t>{text}</t></is></c>" for text in row)
        rows += f"<row>{cells}</row>"
    reading = read(sheet(f"<sheetData>{rows}</sheetData>"))

    assert figures(reading) == {"members": 5, "admitted_to_party": 7}
    assert [figure.source.cell for figure in reading.figures] == ["B2", "B3"]


@pytest.mark.parametrize(
    "hide",
    [
        {"before": '<cols><col min="3" max="3" hidden="1"/></cols>'},
        {"before": '<cols><col min="3" max="3" width="0"/></cols>'},
        {"state": "hidden"},
        {"state": "veryHidden"},
    ],
)
def test_hidden_content_is_not_read(hide: dict[str, str]) -> None:
    reading = read(sheet_of_members('<c r="C2"><v>7</v></c>', '<c r="C3"><v>5</v></c>', **hide))

    assert reading.figures == ()
    assert {item.reason for item in reading.unread} == {Reason.HIDDEN}
    assert {"7", "5"} <= {item.text for item in reading.unread}
    assert reading.notes == (("trang tính PL1 bị ẩn, không đọc số liệu",) if "state" in hide else ())


@pytest.mark.parametrize("mark", ['hidden="1"', 'ht="0"'])
def test_hidden_rows_are_not_read(mark: str) -> None:
    wrong = "<cols><col min='x' hidden='1'/></cols>"
    made = sheet_of_members('<c r="C2"><v>7</v></c>', '<c r="C3"><v>5</v></c>', before=wrong)
    parts = MADE["unpack"](made)
    parts[SHEET] = parts[SHEET].replace(b'<row r="3"', f'<row r="3" {mark}'.encode())
    reading = read(pack(parts))

    assert figures(reading) == {"members": 7}
    assert handed_back(reading) == [("2", Reason.HIDDEN), ("5", Reason.HIDDEN)]


def test_old_fonts_are_read_by_the_style_of_the_cell() -> None:
    label = "Tæng sè ®oµn viªn/héi viªn kÕt n¹p míi"
    rich = "<si><r><rPr><rFont val='.VnTime'/></rPr><t>Tæng sè ®oµn viªn/héi viªn</t></r></si>"
    rows = (
        f'<row r="1">{text_cell("A1", "Nội dung")}{text_cell("B1", "Số lượng")}</row>'
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>5</v></c></row>'
        f'<row r="3"><c r="A3" t="str" s="9"><v>{label}</v></c><c r="B3"><v>6</v></c></row>'
    )
    found = read(sheet(f"<sheetData>{rows}</sheetData>", styles=STYLES, texts=rich))
    assert figures(found) == {"members": 5, "admitted": 6}


def test_charts_are_no_sheets_and_merged_cells_reach_over_rows() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="x"/><mergeCell ref="J9:K9"/></mergeCells>'
    made = sheet_of_members('<c r="C2"><v>7</v></c>', before="<sheetPr/>\n", after=merged)
    parts = MADE["unpack"](made)
    relations = parts["xl/_rels/workbook.xml.rels"].replace(b"worksheets/", b"chartsheets/")
    parts |= {"xl/_rels/workbook.xml.rels": relations}
    assert figures(read(made)) == {"members": 7}
    assert read(pack(parts)).figures == ()


def test_one_cell_at_the_end_of_the_sheet_does_no_harm() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    made = sheet_of_members('<c r="C2"><v>7</v></c>')
    parts = MADE["unpack"](made)
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", far.encode() + b"</sheetData>")
    reading = read(pack(parts))

    assert figures(reading) == {"members": 7}
    assert [(item.text, item.source.cell) for item in reading.unread] == [("1", "XFD1048576")]


def test_a_plain_file_of_openpyxl_is_read_as_it_reads_it_itself() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["STT", "Nội dung", "Số lượng"])
    for number, label, _ in MEMBERS[:3]:
        page.append([int(number), label, int(number) * 1000])
    page["C5"] = dt.date(2026, 7, 9)
    page["B5"] = MEMBERS[3][1]
    saved = io.BytesIO()
    book.save(saved)
    again = openpyxl.load_workbook(io.BytesIO(saved.getvalue())).active
    reading = read(saved.getvalue())

    assert again is not None
    assert [again[str(figure.source.cell)].value for figure in reading.figures] == [1000, 2000, 3000]
    assert [figure.value for figure in reading.figures] == [1000, 2000, 3000]
    assert [(item.reason, item.suggestion) for item in reading.unread] == [(Reason.BECAME_DATE, "09/07")]


def test_a_plain_file_of_xlsxwriter_is_read() -> None:
    saved = io.BytesIO()
    book = xlsxwriter.Workbook(saved)
    page = book.add_worksheet("PL1")
    padded = book.add_format({"num_format": "00"})
    lines = [(int(number), label, int(number)) for number, label, _ in MEMBERS]
    for row, cells in enumerate([("STT", "Nội dung", "Số lượng"), *lines]):
        for column, said in enumerate(cells):
            page.write(row, column, said, padded if column == 2 and row else None)
    book.close()
    reading = read(saved.getvalue())

    assert figures(reading) == {"members": 1, "admitted": 2, "nominated_to_party": 3, "admitted_to_party": 4}
    assert [figure.text for figure in reading.figures] == ["01", "02", "03", "04"]


def test_communes_may_be_in_sheets() -> None:
    book = openpyxl.Workbook()
    for number, name in enumerate(("Xã Bình Long", "Xã Sơn Hạ", "Tổng hợp"), start=1):
        page = book.create_sheet(name)
        page.append(["Nội dung", "Số lượng"])
        page.append([MEMBERS[0][1], number])
    del book["Sheet"]
    saved = io.BytesIO()
    book.save(saved)
    reading = read(saved.getvalue())

    assert [(figure.unit, figure.value) for figure in reading.figures] == [
        ("Xã Bình Long", 1),
        ("Xã Sơn Hạ", 2),
        (None, 3),
    ]
    reports = reading.reports(title="Báo cáo")
    assert [(name, report.unit.full_name) for name, report in reports.items()] == [
        ("Xã Bình Long", "xã Bình Long"),
        ("Xã Sơn Hạ", "xã Sơn Hạ"),
    ]
    assert reports["Xã Sơn Hạ"].value_at("kl62-pl1.membership.members") == 2


def test_an_unread_cell_names_what_it_may_be() -> None:
    made = sheet_of_members('<c r="C2"><v>7</v></c>', '<c r="C3" s="4"><v>46212</v></c>', styles=STYLES)
    reading = read(made)
    assert reading.unread == (
        Unread(
            text="46.212",
            reason=Reason.BECAME_DATE,
            source=reading.unread[0].source,
            label=MEMBERS[1][1],
            head="Số lượng",
            candidates=("kl62-pl1.membership.admitted",),
            suggestion="09/07",
        ),
    )
