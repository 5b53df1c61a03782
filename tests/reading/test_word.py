"""Word files: what a reader of the page sees is read, and nothing else."""

import io
from pathlib import Path
from runpy import run_path

import docx
import pytest

from mttq.reading import Reason, read
from mttq.values import Pair

MADE = run_path(str(Path(__file__).with_name("office.py")))
word, run, cell, table, members = (MADE[name] for name in ("word", "run", "cell", "table", "members"))
figures, handed_back = MADE["figures"], MADE["handed_back"]
MEMBERS = MADE["MEMBERS"]
FIELD = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"


def test_a_table_is_read_with_the_place_of_each_figure() -> None:
    reading = read(word(f"<w:p>{run('PHỤ LỤC 1')}</w:p>{members('169/1.169', '05', '', '7')}"))

    assert figures(reading) == {"members": Pair(169, 1169), "admitted": 5, "admitted_to_party": 7}
    assert [figure.source.place for figure in reading.figures] == [
        "bảng 1, dòng 2, cột 3",
        "bảng 1, dòng 3, cột 3",
        "bảng 1, dòng 5, cột 3",
    ]
    assert [figure.text for figure in reading.figures] == ["169/1.169", "05", "7"]
    assert reading.unread == ()
    three = read(word(members("1", "1/2/3")))
    assert [(item.text, item.reason) for item in three.unread] == [("1/2/3", Reason.NOT_A_FIGURE)]


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:ins>{run('143')}</w:ins>",
        f"<w:del><w:r><w:delText>9143</w:delText></w:r></w:del><w:ins>{run('143')}</w:ins>",
        f"<w:moveFrom>{run('88')}</w:moveFrom><w:moveTo>{run('143')}</w:moveTo>",
        f"<w:sdt><w:sdtContent>{run('143')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('14')}</w:smartTag>{run('3')}",
        f"<w:fldSimple>{run('143')}</w:fldSimple>",
        f"<w:hyperlink>{run('143')}</w:hyperlink>",
        f"{FIELD.format('begin')}<w:r><w:instrText> =SUM(C2:C9) </w:instrText></w:r>"
        f"{FIELD.format('separate')}{run('143')}{FIELD.format('end')}",
        run("143") + run("2", '<w:vertAlign w:val="superscript"/>'),
        run("143") + run("(*)", '<w:vertAlign w:val="superscript"/>'),
        run("143") + run("99", "<w:vanish/>"),
        run("1\u200b43\xad"),
        f"<mc:AlternateContent><mc:Choice>{run('143')}</mc:Choice><mc:Fallback>{run('143')}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
)
def test_a_figure_is_read_once_in_any_wrapping(inner: str) -> None:
    assert figures(read(word(members("1", inner)))) == {"members": 1, "admitted": 143}


@pytest.mark.parametrize(
    ("gone", "come"),
    [
        ("<w:del><w:r><w:delText>9</w:delText></w:r></w:del>", "ins"),
        (f"<w:moveFrom>{run('9')}</w:moveFrom>", "moveTo"),
    ],
)
def test_tracked_changes_are_read_as_accepted_and_noted(gone: str, come: str) -> None:
    reading = read(word(members("1", f"{gone}<w:{come}>{run('143')}</w:{come}>", gone)))

    assert figures(reading) == {"members": 1, "admitted": 143}
    assert handed_back(reading) == [("9", Reason.DELETED)]
    assert reading.notes == ("“9” đã bị xóa, đọc “143”", "đã đọc 3 chỗ sửa đổi như đã chấp nhận")


@pytest.mark.parametrize(("mark", "reason"), [("<w:del/>", Reason.DELETED), ("<w:hidden/>", Reason.HIDDEN)])
def test_rows_that_nobody_sees_are_counted_and_handed_back(mark: str, reason: Reason) -> None:
    rows = members("1", "2", "3").replace("<w:tr>", "<w:tr><w:trPr></w:trPr>")
    rows = rows.replace("<w:trPr></w:trPr>", f"<w:trPr>{mark}</w:trPr>", 3).replace(mark, "", 2)
    reading = read(word(rows))

    assert figures(reading) == {"members": 1, "nominated_to_party": 3}
    assert handed_back(reading) == [("2", reason), ("2", reason)]  # its number too
    assert reading.figures[1].source.row == 4


def test_inserted_rows_are_read() -> None:
    rows = members("1", "2").replace("<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>")
    assert figures(read(word(f"<w:ins>{rows}</w:ins>"))) == {"members": 1, "admitted": 2}


def test_merged_and_missing_cells_keep_the_columns_in_their_places() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    over_three, over_five = '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="5"/>'
    rows = (
        (cell("STT", begins), cell("Nội dung", begins), cell("Số lượng", over_three)),
        (cell("", goes_on), cell("", goes_on), cell("Cấp tỉnh"), cell("Cấp huyện"), cell("Cấp cơ sở")),
        (cell("2. Công tác phản biện xã hội", over_five),),
        ("1", "Số văn bản được yêu cầu phản biện xã hội", "1", "2", "3"),
        ("<w:trPr><w:gridBefore w:val='1'/></w:trPr>", "Số cuộc phản biện xã hội", "", "5", "6"),
    )
    late = cell(rows[4][0])
    reading = read(word(table(*rows).replace(late, rows[4][0])))

    assert {figure.path: figure.value for figure in reading.figures} == {
        "kl62-pl2.criticism.requested.province": 1,
        "kl62-pl2.criticism.requested.district": 2,
        "kl62-pl2.criticism.requested.commune": 3,
        "kl62-pl2.criticism.sessions.district": 5,
        "kl62-pl2.criticism.sessions.commune": 6,
    }
    assert [figure.source.column for figure in reading.figures] == [3, 4, 5, 4, 5]
    assert reading.unread == ()


def test_a_figure_that_reaches_over_lines_or_columns_is_handed_back() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    lines = [(number, label, cell("", goes_on)) for number, label, _ in MEMBERS[1:3]]
    over_lines = table(("STT", "Nội dung", "Số lượng"), ("1", MEMBERS[0][1], cell("5", begins)), *lines)
    assert handed_back(read(word(over_lines))) == [("5", Reason.OTHER_COLUMN)]
    blank = table(("STT", "Nội dung", "Số lượng"), ("1", MEMBERS[0][1], cell("", begins)), *lines)
    assert read(word(blank)).unread == ()

    heads = ("STT", "Nội dung", "Cấp tỉnh", "Cấp huyện", "Cấp xã")
    wide = ("1", "Số văn bản được yêu cầu phản biện xã hội", cell("5", '<w:gridSpan w:val="2"/>'), "6")
    other = ("2", "Số cuộc phản biện xã hội", "1", "2", "3")
    reading = read(word(table(heads, wide, other)))
    assert handed_back(reading) == [("5", Reason.OTHER_COLUMN)]
    assert [figure.value for figure in reading.figures] == [6, 1, 2, 3]


def test_a_document_may_be_blank() -> None:
    parts = MADE["unpack"](word("")) | {"word/document.xml": b"<w:document xmlns:w='urn:x'/>"}
    assert read(MADE["pack"](parts)).narrative is None


def test_what_a_table_is_wrapped_in_does_not_matter() -> None:
    words = f"<w:sdt><w:sdtContent>{cell(MEMBERS[0][1])}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('1')}{words}"
    wrapped = f"{row}<w:bookmarkStart/>{cell('5')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    inner = table(("STT", "Nội dung", "Số lượng")).replace("</w:tbl>", f"<w:tblPr/>{wrapped}")
    assert figures(read(word(inner))) == {"members": 5}
    in_cell = table(("a", f"<w:tc><w:sdt><w:sdtContent><w:p>{run('b')}</w:p></w:sdtContent></w:sdt></w:tc>"))
    assert read(word(in_cell)).narrative is None


def test_a_table_goes_on_without_a_head() -> None:
    first, second = members("1", "2"), table(("3", MEMBERS[2][1], "5/6"), ("4", MEMBERS[3][1], "7"))
    reading = read(word(f"{first}<w:p/>{second}"))

    assert figures(reading) == {
        "members": 1,
        "admitted": 2,
        "nominated_to_party": Pair(5, 6),
        "admitted_to_party": 7,
    }
    assert reading.figures[2].source.table == 2
    wider = table(("3", MEMBERS[2][1], "5/6", "9"), ("4", MEMBERS[3][1], "7", "9"))
    reading = read(word(f"{first}<w:p/>{wider}"))
    assert figures(reading) == {"members": 1, "admitted": 2}
    assert {item.reason for item in reading.unread} == {Reason.OTHER_COLUMN}


def test_tables_in_cells_and_text_boxes_are_read_once() -> None:
    box = f"<w:pict><w:txbxContent>{members('1', '2')}</w:txbxContent></w:pict>"
    ways = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{ways}</mc:AlternateContent>"
    for body in (
        f"<w:p><w:r>{both}</w:r></w:p>",
        table((f"<w:tc><w:p/>{members('1', '2')}</w:tc>",)),
        table((f"<w:tc><w:p><w:r>{box}</w:r></w:p></w:tc>",)),
    ):
        assert figures(read(word(body))) == {"members": 1, "admitted": 2}


def test_numbers_that_word_writes_itself_are_numbers_of_lines() -> None:
    level = "<w:lvl w:ilvl='{}'><w:start w:val='1'/><w:numFmt w:val='{}'/><w:lvlText w:val='{}'/></w:lvl>"
    levels = [
        level.format(0, "upperRoman", "%1."),
        level.format(1, "decimal", "%2"),
        level.format(2, "decimal", "%2.%3"),
        level.format(3, "lowerLetter", "%4)"),
        level.format(4, "bullet", "·"),
        level.format(5, "lowerRoman", "%6"),
        level.format(6, "upperLetter", "%7"),
    ]
    numbering = (
        f"<w:numbering xmlns:w='{MADE['W']}'>"
        f"<w:other/><w:abstractNum w:abstractNumId='7'>{''.join(levels)}</w:abstractNum>"
        "<w:num w:numId='9'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
    )

    def item(depth: int, text: str = "x", number: int = 9) -> str:
        listed = f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>"
        return f"<w:p><w:pPr>{listed}</w:pPr>{run(text)}</w:p>"

    depths = (0, 1, 2, 2, 1, 2, 3, 4, 5, 5, 6, 8, 0)
    body = "".join(map(item, depths)) + item(0, "x", 5) + "".join(item(0) for _ in range(38))
    numbers = ("I.", "1", "1.1", "1.2", "2", "2.1", "a)", "", "i", "ii", "A", "", "II.", "")
    narrative = read(word(body, numbering=numbering)).narrative

    assert narrative is not None
    assert narrative.split("\n")[: len(numbers)] == [f"{number} x".strip() for number in numbers]
    assert narrative.split("\n")[-2:] == ["XXXIX. x", "40. x"]


def test_a_list_may_belong_to_a_style() -> None:
    numbering = (
        f"<w:numbering xmlns:w='{MADE['W']}'><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>"
        "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    styles = (
        f"<w:styles xmlns:w='{MADE['W']}'><w:latentStyles><w:lsdException/> </w:latentStyles><w:other/>"
        "<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style>"
        "<w:style w:styleId='B'><w:basedOn w:val='A'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr>"
        "</w:style>"
        "</w:styles>"
    )
    item = f"<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr>{run('Mục tiêu')}</w:p>"
    reading = read(word(item * 2, numbering=numbering, styles=styles))

    assert [(heading.number, heading.title) for heading in reading.outline] == [
        ("1", "Mục tiêu"),
        ("2", "Mục tiêu"),
    ]


@pytest.mark.parametrize("where", ["run", "run style", "paragraph", "default paragraph", "defaults"])
def test_the_font_says_how_old_letters_are_read(where: str) -> None:
    """An appendix in .VnTime is pasted into a document in Unicode."""
    font = "<w:rPr><w:rFonts w:hAnsi='.VnTime'/></w:rPr>"
    styles = {
        "run style": f"<w:style w:styleId='S'>{font}</w:style>",
        "paragraph": f"<w:style w:styleId='S'>{font}</w:style>",
        "default paragraph": f"<w:style w:styleId='N' w:type='paragraph' w:default='1'>{font}</w:style>",
        "defaults": f"<w:docDefaults><w:rPrDefault>{font}</w:rPrDefault></w:docDefaults>",
    }
    own = {"run": "<w:rFonts w:ascii='.VnTime'/>", "run style": "<w:rStyle w:val='S'/>"}.get(where, "")
    paragraph = "<w:pPr><w:pStyle w:val='S'/></w:pPr>" if where == "paragraph" else ""

    def said(text: str) -> str:
        return f"<w:tc><w:p>{paragraph}{run(text, own)}</w:p></w:tc>"

    labels = ("Tæng sè ®oµn viªn/héi viªn", "Tæng sè ®oµn viªn/héi viªn kÕt n¹p míi")
    rows = [("STT", "Néi dung", "Sè l\xadîng"), ("1", labels[0], "5/7"), ("2", labels[1], "9")]
    grid = table(*([said(text) for text in row] for row in rows))
    unicode = (
        "<w:p><w:r><w:rPr><w:rFonts w:ascii='Arial'/></w:rPr><w:t>Ủy ban Mặt trận Tổ quốc</w:t></w:r></w:p>"
    )
    reading = read(
        word(unicode + grid, styles=f"<w:styles xmlns:w='{MADE['W']}'>{styles.get(where, '')}</w:styles>")
    )

    assert figures(reading) == {"members": Pair(5, 7), "admitted": 9}
    assert reading.notes == ("tệp viết bằng phông chữ cũ, đã chuyển sang Unicode",)


def test_exponents_stay_and_note_marks_go() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    reading = read(word(f"<w:p>{run('250 m')}{run('2', raised)}{run(' đất', raised)}</w:p>"))
    assert reading.narrative == "250 m² đất"


def test_what_is_not_text_is_noted_or_left_out() -> None:
    body = (
        "<w:altChunk/><w:sectPr/><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>"
        "<w:bookmarkStart/><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>5</m:t></m:r></m:oMath><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    reading = read(word(body))

    assert reading.narrative == "a\tb\n-5"
    assert reading.notes == ("tệp nhúng một tệp khác, phần đó không được đọc",)


def test_macros_and_links_are_noted_and_never_opened() -> None:
    links = (
        f"<Relationships xmlns='{MADE['P']}'><Relationship Id='a' Type='x/attachedTemplate' Target='http://x.example/t.dotm'"
        " TargetMode='External'/>"
        "<Relationship Id='b' Type='x/hyperlink' Target='http://x.example' TargetMode='External'/>"
        "</Relationships>"
    )
    parts = {"word/vbaProject.bin": b"\0", "word/settings.xml": "<a/>", "word/_rels/settings.xml.rels": links}
    reading = read(word(members("1", "2"), **parts))

    assert figures(reading) == {"members": 1, "admitted": 2}
    assert reading.notes == (
        "tệp liên kết ra ngoài (attachedTemplate); không liên kết nào được mở",
        "tệp có macro; macro không được chạy",
    )


def test_a_plain_file_of_python_docx_is_read_as_it_reads_it_itself() -> None:
    made = docx.Document()
    made.add_paragraph("PHỤ LỤC 1")
    grid = made.add_table(rows=1, cols=3)
    for place, text in enumerate(("STT", "Nội dung", "Số lượng")):
        grid.rows[0].cells[place].text = text
    for number, label, said in (
        ("III", "Công tác xây dựng tổ chức, bộ máy và phát triển đảng viên", ""),
        ("1", "Tổng số đoàn viên/hội viên", "1/2"),
        ("2", "Tổng số đoàn viên/hội viên kết nạp mới", ""),
    ):
        cells = grid.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = number, label, said
    saved = io.BytesIO()
    made.save(saved)

    assert figures(read(saved.getvalue())) == {"members": Pair(1, 2)}
    assert [[cell.text for cell in row.cells] for row in grid.rows][2][2] == "1/2"
