"""OpenDocument: texts and spreadsheets as LibreOffice saves them."""

from pathlib import Path
from runpy import run_path

import pytest

from mttq.reading import Limits, ReadError, Reason, read

MADE = run_path(str(Path(__file__).with_name("office.py")))
odf, figures, handed_back = MADE["odf"], MADE["figures"], MADE["handed_back"]
LABELS = [label for _, label, _ in MADE["MEMBERS"]]
STYLES = (
    '<style:style style:name="old" style:parent-style-name="olds"/>'
    '<style:style style:name="olds"><style:text-properties fo:font-family="\'.VnTime\'"/></style:style>'
    '<style:style style:name="loop" style:parent-style-name="loop"/>'
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>'
)


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    inner = "".join(item if item.startswith("<table:") else cell(item) for item in cells)
    return f"<table:table-row {attributes}>{inner}</table:table-row>"


def text_table(*figures: str) -> str:
    lines = (row(label, said) for label, said in zip(LABELS, figures, strict=False))
    return f"<table:table>{row('Nội dung', 'Số lượng')}{''.join(lines)}</table:table>"


def sheet(*cells: str, name: str = "PL1", columns: str = "", style: str = "") -> str:
    lines = (row(label, said) for label, said in zip(LABELS, cells, strict=False))
    head = f"<table:table-header-rows>{row('Nội dung', 'Số lượng')}</table:table-header-rows>"
    named = f'table:name="{name}" table:style-name="{style}"'
    return f"<table:table {named}>{columns}{head}{''.join(lines)}</table:table>"


def test_a_text_document_is_read_with_its_places() -> None:
    reading = read(odf(f"<text:h>PHỤ LỤC 1</text:h><text:section>{text_table('5', '05/7')}</text:section>"))

    assert [figure.source.place for figure in reading.figures] == [
        "bảng 1, dòng 2, cột 2",
        "bảng 1, dòng 3, cột 2",
    ]
    assert [figure.text for figure in reading.figures] == ["5", "05/7"]


def test_only_printed_figures_are_read() -> None:
    inside = (
        "<text:span>1</text:span><office:annotation><text:p>99</text:p></office:annotation>"
        '<text:note><text:p>77</text:p></text:note>43<text:span text:style-name="up">2</text:span>'
    )
    reading = read(odf(text_table("7", inside), styles=STYLES))
    assert figures(reading) == {"members": 7, "admitted": 143}


@pytest.mark.parametrize(
    ("position", "raised"),
    [("super", True), ("33% 58%", True), ("0% 58%", False), ("sub", False)],
)
def test_a_number_that_is_raised_is_a_note_and_no_digit(position: str, raised: bool) -> None:
    style = f'<style:text-properties style:text-position="{position}"/>'
    styles = f'<style:style style:name="up">{style}</style:style>'
    inside = '143<text:span text:style-name="up">2</text:span>'
    reading = read(odf(text_table("7", inside), styles=styles))
    assert figures(reading)["admitted"] == (143 if raised else 1432)


def test_a_paragraph_is_read_with_its_marks() -> None:
    body = (
        "<text:tracked-changes><text:changed-region/></text:tracked-changes><text:sequence-decls/>"
        '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>250 m'
        '<text:span text:style-name="up">2</text:span>'
        '<text:s text:c="x"/><text:span text:style-name="up">x</text:span></text:p>'
    )
    reading = read(odf(body, styles=STYLES))

    assert reading.narrative == "a  b\tc\n250 m² x"
    assert reading.notes == ("đã đọc 1 chỗ sửa đổi như đã chấp nhận",)


def test_boxes_and_tables_in_cells_are_read() -> None:
    box = f"<draw:text-box>{text_table('5', '6')}</draw:text-box>"
    nested = text_table("5", "6")
    listed = "<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>"
    cell_of_both = f"<table:table-cell>{nested}{listed}<text:x/></table:table-cell><table:x/>"
    inner = f"<table:table><table:table-row>{cell_of_both}</table:table-row></table:table>"
    assert figures(read(odf(f"<text:p><draw:frame>{box}</draw:frame></text:p>"))) == {
        "members": 5,
        "admitted": 6,
    }
    assert figures(read(odf(inner))) == {"members": 5, "admitted": 6}


def test_the_font_of_a_style_says_how_old_letters_are_read() -> None:
    old = '<text:span text:style-name="old">Tæng sè ®oµn viªn/héi viªn</text:span>'
    known = "<text:p>Ủy ban<text:span text:style-name='loop'> xã</text:span></text:p>"
    table = f"<table:table>{row('Nội dung', 'Số lượng')}{row(old, '5')}{row(LABELS[1], '6')}</table:table>"
    assert figures(read(odf(known + table, styles=STYLES))) == {"members": 5, "admitted": 6}


@pytest.mark.parametrize(
    ("said", "value", "back"),
    [
        (cell("99.000", 'office:value-type="float" office:value="99"'), 99, []),
        (cell("05", 'office:value-type="float" office:value="5"'), 5, []),
        (cell("06", 'office:value-type="string"'), 6, []),
        (cell("12", 'office:value-type="float" office:value="12" table:formula="of:=1"'), 12, []),
        (
            cell("07/09/26", 'office:value-type="date" office:date-value="2026-07-09"'),
            None,
            [("07/09/26", Reason.BECAME_DATE)],
        ),
        (cell("07:09", 'office:value-type="time"'), None, [("07:09", Reason.BECAME_DATE)]),
        (
            cell("50%", 'office:value-type="percentage" office:value="0.5"'),
            None,
            [("0,5", Reason.SHOWN_OTHERWISE)],
        ),
        (
            cell("1,555", 'office:value-type="float" office:value="1.555"'),
            None,
            [("1,555", Reason.BECAME_FRACTION)],
        ),
        (cell("#NAME?", 'table:formula="of:=x"'), None, [("#NAME?", Reason.ERROR)]),
        ('<table:table-cell table:formula="of:=1"/>', None, [("=", Reason.NO_VALUE)]),
        (cell(""), None, []),
    ],
)
def test_a_sheet_is_read_by_what_it_stores(
    said: str, value: int | None, back: list[tuple[str, Reason]]
) -> None:
    reading = read(odf(sheet("7", said), "spreadsheet"))

    assert figures(reading) == {"members": 7} | ({} if value is None else {"admitted": value})
    assert handed_back(reading) == back


def test_a_day_in_a_sheet_says_what_was_typed() -> None:
    day = cell("07/09", 'office:value-type="date" office:date-value="2026-07-09"')
    reading = read(odf(sheet("7", day), "spreadsheet"))
    assert (reading.unread[0].suggestion, reading.unread[0].source.cell) == ("09/07", "B3")


def test_repeated_rows_and_columns_keep_the_places() -> None:
    many = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    wide = '<table:table-cell table:number-columns-repeated="3"/>'
    lines = "".join(
        f"<table:table-row>{wide}{cell(label)}{cell('5')}{wide}</table:table-row>" for label in LABELS[:2]
    )
    head = f"<table:table-row>{wide}{cell('Nội dung')}{cell('Số lượng')}</table:table-row>"
    reading = read(
        odf(f'<table:table table:name="A">{many}{head}{lines}</table:table><table:x/>', "spreadsheet")
    )
    assert [figure.source.cell for figure in reading.figures] == ["E1000002", "E1000003"]


@pytest.mark.parametrize(
    "hidden",
    [
        sheet("7", "5", columns='<table:table-column/><table:table-column table:visibility="collapse"/>'),
        sheet(
            "7",
            "5",
            columns='<table:table-columns><table:table-column table:visibility="filter" '
            'table:number-columns-repeated="2"/></table:table-columns>',
        ),
        sheet("7", "5", style="gone"),
    ],
)
def test_hidden_content_is_not_read(hidden: str) -> None:
    reading = read(odf(hidden, "spreadsheet", styles=STYLES))

    assert reading.figures == ()
    assert handed_back(reading) == [("7", Reason.HIDDEN), ("5", Reason.HIDDEN)]


def test_covered_cells_and_hidden_rows_are_not_read() -> None:
    covered = "<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>"
    spanned = cell("7", 'table:number-columns-spanned="2"')
    lines = row(LABELS[0], spanned, covered) + row(LABELS[1], "5", attributes='table:visibility="collapse"')
    reading = read(odf(f"<table:table>{row('Nội dung', 'Số lượng')}{lines}</table:table>"))

    assert figures(reading) == {"members": 7}
    assert handed_back(reading) == [("9", Reason.HIDDEN), ("5", Reason.HIDDEN)]


def test_styles_of_the_whole_file_count_too() -> None:
    spaces = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    position = (
        '<style:style style:name="own"><style:text-properties style:text-position="33% 58%"/></style:style>'
    )
    styles = f"<style:styles {spaces}>{position}</style:styles>"
    table = text_table("7", '5<text:span text:style-name="own">1</text:span>')
    assert figures(read(odf(table, **{"styles.xml": styles}))) == {"members": 7, "admitted": 5}


def test_anything_but_a_report_is_refused() -> None:
    locked = "<m:manifest xmlns:m='urn:x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    with pytest.raises(ReadError, match="đặt mật khẩu"):
        read(odf("", **{"META-INF/manifest.xml": locked}))
    with pytest.raises(ReadError, match="không phải văn bản hay bảng tính"):
        read(odf("", "drawing", **{"META-INF/manifest.xml": "<m/>"}))
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(odf(sheet("7", "5"), "spreadsheet"), limits=Limits(cells=3))
