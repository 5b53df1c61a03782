"""PDF with ruled tables: read like other tables, what is not certain handed back."""

import sys
from collections.abc import Sequence

import pytest

from mttq.reading import Limits, ReadError, Reason, read

HEAD = ("TT", "Noi dung", "So luong")
ROWS = (
    ("1", "Tong so doan vien/hoi vien", "169/1.169"),
    ("2", "Tong so doan vien/hoi vien ket nap moi", "05"),
    ("4", "Tong so doan vien uu tu duoc ket nap Dang", "7"),
)
EDGES = (50, 90, 400, 500)
NOTE = "0.6 g BT /F1 7 Tf 1 0 0 1 445 %d Tm (2) Tj ET 0 g"


def text(x: float, y: float, said: str) -> str:
    escaped = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def table(rows: Sequence[Sequence[str]], top: int) -> list[str]:
    """Return what draws a table with rules, its rows 20 points high."""
    bottom = top - 20 * len(rows)
    drawn = [f"{x} {bottom} m {x} {top} l S" for x in EDGES]
    drawn += [f"50 {top - 20 * at} m 500 {top - 20 * at} l S" for at in range(len(rows) + 1)]
    for at, row in enumerate(rows):
        drawn += [text(x + 4, top - 20 * at - 14, said) for x, said in zip(EDGES, row, strict=False) if said]
    return drawn


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF file of pages, made by hand."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        stream = "\n".join(page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        said = f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {said} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{entries}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{out}startxref\n{out.index('xref')}\n%%EOF".encode("latin-1")


def test_the_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(ReadError, match=r"pip install 'mttq\[pdf\]'; hoặc xin tệp Word, Excel gốc") as caught:
        read(pdf([]))
    assert "needs the library pdfplumber" in caught.value.render(lang="en")


@pytest.fixture
def library() -> None:
    pytest.importorskip("pdfplumber", reason="needs the group peers")


@pytest.mark.usefixtures("library")
def test_ruled_tables_are_read_over_pages() -> None:
    blank = ("3", "So cay", "")
    first = [text(50, 800, "PHU LUC 1"), *table((HEAD, *ROWS[:2], blank), 780)]
    reading = read(pdf(first, table(ROWS[2:], 800)))

    assert [(item.path, item.text, item.source.place) for item in reading.figures] == [
        ("kl62-pl1.membership.members", "169/1.169", "bảng 1, dòng 2, cột 3"),
        ("kl62-pl1.membership.admitted", "05", "bảng 1, dòng 3, cột 3"),
        ("kl62-pl1.membership.admitted_to_party", "7", "bảng 2, dòng 1, cột 3"),
    ]
    assert reading.unread == ()
    assert [str(note) for note in reading.notes] == [
        "tệp PDF: chỉ đọc bảng có kẻ ô, không đọc tên cơ quan ở đầu trang"
    ]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "mark", [NOTE % 732, "1 0 0 rg " + text(440, 726, "3") + " 0 g", "402 730 m 440 730 l S"]
)
def test_figures_with_note_marks_of_two_colours_or_struck_out_are_handed_back(mark: str) -> None:
    drawn = [*table((HEAD, *ROWS), 760), mark]
    reading = read(pdf(drawn))
    assert [item.path.rpartition(".")[2] for item in reading.figures] == ["admitted", "admitted_to_party"]
    assert [item.reason for item in reading.unread] == [Reason.NOT_A_FIGURE]


@pytest.mark.usefixtures("library")
def test_figures_outside_ruled_tables_are_handed_back_and_no_body_is_read() -> None:
    lines = [text(50, 800, "UY BAN MTTQ VIET NAM XA"), text(330, 800, "CONG HOA XA HOI CHU NGHIA")]
    lines += [text(50, 780, "BINH LONG"), text(330, 780, "VIET NAM"), text(50, 760, "Bao cao nam")]
    for at, (number, label, figure) in enumerate(ROWS):
        y = 700 - 20 * at
        lines += [text(50, y, number), text(90, y, label), text(420, y, figure)]
    lines += [text(50, 640, "II"), text(420, 640, "1.024")]
    reading = read(pdf(lines))

    assert reading.figures == ()
    handed_back = {item.text for item in reading.unread if item.reason is Reason.NO_LINE}
    assert {"169/1.169", "05", "7", "1.024"} <= handed_back
    assert (reading.header.issuer, reading.header.superior) == (None, None)
    assert "BINH LONG\nCONG HOA" in (reading.narrative or "")


@pytest.mark.usefixtures("library")
def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(ReadError, match="chỉ có ảnh"):
        read(pdf(["0 0 100 100 re f"]))
    with pytest.raises(ReadError, match="quá lớn"):
        read(pdf(*[[text(50, 800, "a")]] * 301))
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(pdf(table((HEAD, *ROWS), 780)), limits=Limits(cells=3))
    with pytest.raises(ReadError, match="tệp hỏng"):
        read(b"%PDF-1.7 nothing")
