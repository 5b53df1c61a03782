"""Findings as comments: each on its cell, and nothing else of the file changed."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from runpy import run_path
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]
import pytest
from openpyxl.comments import Comment  # type: ignore[import-untyped]

import mttq
from mttq.checking import Findings
from mttq.errors import ArgumentError, ReadError
from mttq.model import Unit, UnitKind
from mttq.reading import Reading, read
from mttq.report import Report
from mttq.writing import annotate

MADE = run_path(str(Path(__file__).parents[1] / "reading" / "office.py"))
UNIT = Unit(kind=UnitKind.COMMUNE, name="Sơn Hạ")
LINES = (
    ("STT", "Nội dung", "Cấp tỉnh", "Cấp huyện", "Cấp cơ sở"),
    ("1", "Số văn bản được yêu cầu phản biện xã hội", "", "", "30"),
    ("2", "Số cuộc phản biện xã hội", "", "", "15"),
    ("", "+ Tổ chức hội nghị", "", "", "10"),
    ("", "+ Gửi văn bản dự thảo", "", "", "15"),
    ("", "+ Phản biện xã hội bằng hình thức đối thoại trực tiếp", "", "", "0"),
)
X = MADE["X"]


def checked(reading: Reading) -> Findings:
    return mttq.check(reading.report(unit=UNIT, title="Biểu"))


def unchanged(old: bytes, new: bytes) -> set[str]:
    """Return the names of the parts that are no more what they were."""
    before, after = MADE["unpack"](old), MADE["unpack"](new)
    assert list(before) == list(after)[: len(before)]
    return {name for name in after if before.get(name) != after[name]}


def book(*, comment: str = "") -> bytes:
    """Return a workbook as Excel users make them: with a formula, a format, perhaps a comment."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    for line in LINES:
        sheet.append([int(text) if text.isdecimal() and at else text or None for at, text in enumerate(line)])
    sheet["G1"] = "=1+1"
    if comment:
        sheet["E3"].comment = Comment(comment, "Tôi")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def comments_in(path: Path) -> Mapping[str, str]:
    sheet: Any = openpyxl.load_workbook(path).active
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def test_a_workbook_gets_comments_on_its_cells_and_is_otherwise_what_it_was(tmp_path: Path) -> None:
    data, path, out = book(), tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    path.write_bytes(data)
    reading = read(path)

    annotate(path, checked(reading), out, reading=reading)

    said = comments_in(out)
    assert said["E3"].startswith("CRI001 · Lỗi · Số cuộc phản biện xã hội phải bằng tổng các hình thức\n")
    assert "15 ≠ 10" in said["E3"]
    assert "DOC008" in said["A1"]
    assert "Phần đầu, Cơ quan ban hành" in said["A1"]
    assert unchanged(data, out.read_bytes()) == {
        "[Content_Types].xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
    }
    again = read(out)
    assert [(item.path, item.value) for item in again.figures] == [
        (item.path, item.value) for item in reading.figures
    ]


def test_comments_join_those_of_the_user_and_those_of_an_earlier_time(tmp_path: Path) -> None:
    data, path = book(comment="Lấy từ sổ"), tmp_path / "own.xlsx"
    path.write_bytes(data)
    findings = checked(read(path))

    annotate(path, findings, path)

    said = comments_in(path)
    assert said["E3"].startswith("Lấy từ sổ\n\nCRI001 · Lỗi")
    assert "DOC008" in said["A1"]
    changed = unchanged(data, path.read_bytes())
    assert {name for name in changed if "comment" not in name.lower()} == set()

    annotate(path, findings["CRI001"], path, lang="en")
    assert comments_in(path)["E3"].count("CRI001") == 2
    assert "CRI001 · Error" in comments_in(path)["E3"]


def test_a_sheet_with_other_drawings_and_prefixes_keeps_them(tmp_path: Path) -> None:
    cells = "".join(
        f'<x:row r="{at}">'
        + "".join(
            f'<x:c r="{letter}{at}" t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'
            for letter, text in zip("ABCDE", line, strict=True)
            if text
        )
        + "</x:row>"
        for at, line in enumerate(LINES, 1)
    )
    sheet = f'<x:worksheet xmlns:x="{X}"><x:sheetData>{cells}</x:sheetData><x:tableParts/></x:worksheet>'
    data = MADE["sheet"](
        "",
        **{
            "[Content_Types].xml": '<t:Types xmlns:t="urn:types"/>',
            "xl/worksheets/sheet1.xml": sheet,
            "xl/drawings/vmlDrawing1.vml": "<xml/>",
        },
    )
    path = tmp_path / "own.xlsx"
    path.write_bytes(data)

    annotate(path, checked(read(path)), path)

    parts = MADE["unpack"](path.read_bytes())
    made = parts["xl/worksheets/sheet1.xml"].decode()
    assert "<x:legacyDrawing xmlns:r=" in made
    assert made.index("legacyDrawing") < made.index("tableParts")
    assert b"<t:Override PartName" in parts["[Content_Types].xml"]
    assert parts["xl/drawings/vmlDrawing1.vml"] == b"<xml/>"
    assert b'data="2"' in parts["xl/drawings/vmlDrawing2.vml"]


def test_a_sheet_in_utf_16_is_written_in_it(tmp_path: Path) -> None:
    parts = MADE["unpack"](book())
    text = parts["xl/worksheets/sheet1.xml"].decode()
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    parts["xl/worksheets/sheet1.xml"] = f"{head}{text.partition('?>')[2] or text}".encode("utf-16")
    path = tmp_path / "own.xlsx"
    path.write_bytes(MADE["pack"](parts))

    annotate(path, checked(read(path)), path)

    assert "legacyDrawing" in MADE["unpack"](path.read_bytes())["xl/worksheets/sheet1.xml"].decode("utf-16")
    assert "CRI001" in comments_in(path)["E3"]


def test_a_drawing_that_is_there_takes_the_boxes_of_new_comments(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    path.write_bytes(book(comment="Lấy từ sổ"))
    before = MADE["unpack"](path.read_bytes())
    (drawing,) = (name for name in before if name.endswith(".vml"))

    annotate(path, checked(read(path)), path)

    vml = MADE["unpack"](path.read_bytes())[drawing]
    assert vml.startswith(before[drawing][:-20])
    assert vml.count(b'ObjectType="Note"') == len(comments_in(path))


def word(body: str, **parts: str) -> bytes:
    """Return a document that python-docx opens."""
    made: bytes = MADE["word"](body, **parts)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    return MADE["pack"]({**MADE["unpack"](made), "[Content_Types].xml": types})  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "before", ["", "<w:p/>", "<w:p><w:pPr/></w:p>", "<w:p><w:r><w:t>Phụ lục</w:t></w:r></w:p>"]
)
def test_a_document_gets_comments_in_its_tables(before: str, tmp_path: Path) -> None:
    data = word(before + MADE["table"](*LINES).replace("<w:tbl>", "<w:tbl><w:tblPr/><w:tblGrid/>"))
    path, out = tmp_path / "own.docx", tmp_path / "out.docx"
    path.write_bytes(data)
    reading = read(path)

    annotate(path, checked(reading), out)

    document = docx.Document(str(out))
    told = [comment.text for comment in document.comments]
    assert sum("CRI001 · Lỗi" in text for text in told) == 1
    assert sum("DOC008" in text for text in told) == 1
    cell: Any = document.tables[0]._tbl.tr_lst[2].tc_lst[4]
    (mark,) = cell.xpath(".//w:commentReference")
    assert "CRI001" in told[int(mark.get(mark.keys()[0]))]
    assert unchanged(data, out.read_bytes()) == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments1.xml",
        "word/document.xml",
    }
    again = read(out)
    assert [(item.path, item.value, item.source.row) for item in again.figures] == [
        (item.path, item.value, item.source.row) for item in reading.figures
    ]

    annotate(out, checked(again)["CRI001"], out)
    assert [comment.text for comment in docx.Document(str(out)).comments][-1].startswith("CRI001")


def test_cells_of_several_units_get_their_own(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.append(["Tên xã", "Số cuộc phản biện xã hội", "Tổ chức hội nghị", "Gửi văn bản dự thảo"])
    sheet.append(["Xã Bình Long", 5, 4, 3])
    sheet.append(["Xã Sơn Hạ", 7, 4, 3])
    made.save(tmp_path / "units.xlsx")
    reports = read(tmp_path / "units.xlsx").reports(title="Biểu")
    findings = sum((mttq.check(report) for report in reports.values()), Findings())

    annotate(tmp_path / "units.xlsx", findings["CRI001"], tmp_path / "units.xlsx")

    assert [*comments_in(tmp_path / "units.xlsx")] == ["B2"]


def test_a_file_of_units_of_no_kind_gets_all_at_its_beginning(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.append(["Tên xã", "Số cuộc phản biện xã hội", "Tổ chức hội nghị", "Gửi văn bản dự thảo"])
    sheet.append(["Bình Long", 5, 4, 3])
    made.save(tmp_path / "units.xlsx")
    found = checked(read("\n".join("\t".join(line) for line in LINES).encode()))

    annotate(tmp_path / "units.xlsx", found["CRI001"], tmp_path / "units.xlsx")

    assert [*comments_in(tmp_path / "units.xlsx")] == ["A1"]


def test_nothing_found_changes_nothing_that_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    path.write_bytes(book())
    annotate(path, Findings(), tmp_path / "out.xlsx")
    assert unchanged(path.read_bytes(), (tmp_path / "out.xlsx").read_bytes()) == set()


def test_other_files_are_refused_and_stay(tmp_path: Path) -> None:
    text, odt = tmp_path / "own.txt", tmp_path / "own.odt"
    text.write_text("\n".join("\t".join(line) for line in LINES), "utf-8")
    odt.write_bytes(MADE["odf"](""))
    with pytest.raises(ReadError):
        annotate(text, Findings(), text)
    with pytest.raises(ArgumentError, match=r"chỉ ghi được nhận xét vào tệp \.xlsx"):
        annotate(odt, Findings(), odt)
    assert zipfile.is_zipfile(odt)


def test_what_is_found_in_the_text_stands_on_its_paragraph(tmp_path: Path) -> None:
    lines = ["Xã báo cáo như sau:", "I. TÌNH HÌNH", "Theo Kết luận 62/KL-TW, xã có 05 thôn."]
    path = tmp_path / "report.docx"
    mttq.writing.word(Report(unit=UNIT, title="Tổng kết", narrative="\n".join(lines)), path)
    reading = read(path)
    findings = mttq.check(reading.report(unit=UNIT))
    places = {item.path: reading.source(item.path) for item in findings if item.code == "DOC001"}
    assert {path: place and str(place.place) for path, place in places.items()} == {"citations.0": "đoạn 3"}
    assert reading.source("narrative.2") == reading.source("outline.0")
    assert [reading.source(name) for name in ("narrative.9", "citations.9", "outline.x", "title")] == [
        None
    ] * 4

    annotate(path, findings, path, reading=reading)

    paragraphs = docx.Document(str(path)).paragraphs
    marked = [item.text for item in paragraphs if "commentRangeStart" in item._p.xml]
    assert marked == [lines[2]]
