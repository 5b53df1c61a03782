"""HTML: what Word, Excel and web pages save as a page."""

from pathlib import Path
from runpy import run_path

import pytest

from mttq.reading import Limits, ReadError, Reason, read

MADE = run_path(str(Path(__file__).with_name("office.py")))
figures, handed_back = MADE["figures"], MADE["handed_back"]
LABELS = [label for _, label, _ in MADE["MEMBERS"]]


def page(*cells: str, head: str = "<tr><th>Nội dung<th>Số lượng") -> bytes:
    rows = "".join(
        f"<tr><td>{label}</td><td>{said}</td></tr>" for label, said in zip(LABELS, cells, strict=False)
    )
    return f"<!DOCTYPE html><html><body><table>{head}{rows}</table></body></html>".encode()


@pytest.mark.parametrize(
    "said",
    [
        "143",
        "<b>1</b>43",
        "143<sup>2</sup>",
        "143<sup>(1)</sup>",
        "<del>9</del>143",
        "&nbsp;143&#8203;",
        "<span style='display: none'>9</span>143",
        "<script>9</script>143",
        "<p>143</p>",
    ],
)
def test_what_a_browser_shows_is_read(said: str) -> None:
    reading = read(page("7", said))

    assert figures(reading) == {"members": 7, "admitted": 143}
    assert reading.figures[1].source.place == "bảng 1, dòng 3, cột 2"


@pytest.mark.parametrize(
    "stored",
    [
        'sdval="143" sdnum="1033;0;#.##0">143.000',
        'sdval="143" sdnum="1033;">143',
        'sdval="143" sdnum="1033;0;00000">00143',
        "x:num=143>143,000",
        "x:num>143",
    ],
)
def test_of_a_page_made_of_a_sheet_the_stored_number_is_read(stored: str) -> None:
    """Its format may show another one."""
    reading = read(page("7").replace(b"<td>7", f"<td {stored}".encode()))

    assert figures(reading) == {"members": 143}


@pytest.mark.parametrize(
    ("stored", "why"),
    [
        ('sdval="45540" sdnum="1033;0;DD/MM">05/09', Reason.BECAME_DATE),
        ("x:num=45540>05/09", Reason.BECAME_DATE),
        ('sdval="143" sdnum="1033;0;0%">14300%', Reason.SHOWN_OTHERWISE),
        ("x:num=143>143 nghìn", Reason.SHOWN_OTHERWISE),
    ],
)
def test_of_a_page_made_of_a_sheet_a_day_or_another_scale_is_handed_back(stored: str, why: Reason) -> None:
    (unread,) = read(page("7").replace(b"<td>7", f"<td {stored}".encode())).unread

    assert (unread.reason, unread.suggestion) == (why, "05/09" if why is Reason.BECAME_DATE else None)


@pytest.mark.parametrize("font", ['face=".VnTime, serif"', """style="font-family:'.VnTime'" """])
def test_letters_of_old_fonts_are_read(font: str) -> None:
    label = f"<font {font}>Tæng sè <b>®oµn viªn</b>/héi viªn kÕt n¹p míi</font>"
    reading = read(f"<table><tr><td>Nội dung<td>Số lượng<tr><td>{label}<td>143</table>".encode())

    assert figures(reading) == {"admitted": 143}
    assert [str(note) for note in reading.notes] == ["tệp viết bằng phông chữ cũ, đã chuyển sang Unicode"]


def test_spans_keep_the_columns_in_their_places() -> None:
    rows = (
        "<tr><th rowspan=2>STT</th><th rowspan='2'>Nội dung</th><th colspan=3>Số lượng</th></tr>"
        "<tr><th>Cấp tỉnh<th>Cấp huyện<th>Cấp cơ sở</tr>"
        "<tr><td rowspan=2>1</td><td>Số văn bản được yêu cầu phản biện xã hội</td><td>1<td>2<td>3"
        "<tr><td>Số cuộc phản biện xã hội</td><td><td><td>6"
    )
    reading = read(f"<table>{rows}".encode())

    assert {figure.path.partition(".")[2]: figure.value for figure in reading.figures} == {
        "criticism.requested.province": 1,
        "criticism.requested.district": 2,
        "criticism.requested.commune": 3,
        "criticism.sessions.commune": 6,
    }


def test_hidden_rows_and_cells_are_not_read() -> None:
    hidden = page("7", "5", "6").decode().replace("<tr><td>" + LABELS[1], "<tr hidden><td>" + LABELS[1])
    hidden = hidden.replace("<td>6", "<td style='visibility:hidden'>6")
    reading = read(hidden.encode())

    assert figures(reading) == {"members": 7}
    assert handed_back(reading) == [("5", Reason.HIDDEN), ("6", Reason.HIDDEN)]


def test_tables_in_tables_are_read_after_them() -> None:
    inner = page("7", "5").decode().partition("<body>")[2]
    reading = read(f"<html><table><tr><td>x{inner}y</td></tr></table><p>Số liệu<br>xã</p></b>".encode())

    assert figures(reading) == {"members": 7, "admitted": 5}
    assert reading.figures[0].source.table == 2


def test_texts_are_paragraphs_and_exponents_stay() -> None:
    reading = read(
        b"<html><head><title>x</title></head><h1>A</h1><div>250 m<sup>2</sup><p>b<sup>x</sup> <td>c"
    )
    assert reading.narrative == "A\n250 m²\nbx c"


def test_a_page_deeper_or_larger_than_any_report_is_refused() -> None:
    with pytest.raises(ReadError, match="quá sâu"):
        read(b"<html>" + b"<div>" * 3000)
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(page("7", "5"), limits=Limits(cells=3))
