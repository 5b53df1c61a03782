"""A report as a Word document: laid out as an office has it, and read back as it was."""

import random
import sys
from pathlib import Path
from runpy import run_path
from typing import Any

import attrs
import docx
import pytest
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

import mttq
from mttq.errors import ArgumentError, ExtraError
from mttq.forms import ParticipationAppendix, form_of, registered_forms
from mttq.forms._form import SHIPPED
from mttq.forms.hdbc_28_1 import ElectionFigures
from mttq.forms.qcdc_4_tham_gia_y_kien import Consultation, Consultations, OpinionWay
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    Header,
    Heading,
    PopulationProfile,
    Signature,
    SigningAuthority,
    Unit,
    UnitKind,
)
from mttq.reading import Reason, read
from mttq.report import Report
from mttq.testing import make_report
from mttq.writing import word
from mttq.writing._word import fitted

MADE = run_path(str(Path(__file__).with_name("drawn.py")))
UNIT = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
TEXT = """Căn cứ Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị, xã báo cáo như sau:

I. ĐẶC ĐIỂM TÌNH HÌNH
Xã có 05 thôn, 946 hộ.
1. Công tác giám sát
Đã tổ chức 02 cuộc giám sát./."""


def back(report: Report, path: Path, profile: str = "nd30") -> Report:
    """Write a report and read it back."""
    word(report, path, profile=profile)
    reading = read(path, forms=[type(appendix) for appendix in report.appendices])
    assert {item.reason for item in reading.unread} <= {Reason.NARRATIVE, Reason.NO_LINE}
    return reading.report(unit=report.unit)


@pytest.mark.parametrize("profile", ["nd30", "party"])
def test_a_report_is_read_back_as_it_was(profile: str, tmp_path: Path) -> None:
    report = make_report()
    told = back(report, tmp_path / "report.docx", profile)

    for name in ("header", "title", "appendices", "recipients", "signature", "printed"):
        assert getattr(told, name) == getattr(report, name), name


def test_text_with_headings_and_citations_is_read_back_line_by_line(tmp_path: Path) -> None:
    report = Report(unit=UNIT, title="Tổng kết năm", narrative=TEXT)
    first = back(report, tmp_path / "a.docx")

    assert first.narrative == TEXT
    assert [(heading.number, heading.line) for heading in first.outline] == [("I", 3), ("1", 5)]
    assert [citation.document.symbol for citation in first.citations] == ["62-KL/TW"]
    assert back(first, tmp_path / "b.docx") == first
    paragraphs = docx.Document(str(tmp_path / "b.docx")).paragraphs
    bold = {paragraph.text for paragraph in paragraphs if any(run.bold for run in paragraph.runs)}
    assert bold == {"I. ĐẶC ĐIỂM TÌNH HÌNH", "1. Công tác giám sát"}


def looks(path: Path) -> list[str]:
    """Say how a document looks: pages and columns in millimetres, sizes in points, each text in its order."""
    document: Any = docx.Document(str(path))
    page, normal = document.sections[0], document.styles["Normal"].font
    edges = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin, page.header_distance)
    paper = f"{page.page_width.mm:.0f} x {page.page_height.mm:.0f}, {[round(edge.mm) for edge in edges]}"
    found = [f"{paper}, {normal.name} {normal.size.pt:g}"]
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            found += look(block)
            continue
        found.append(f"table {[round(column.width.mm) for column in block.columns]}")
        for cell in dict.fromkeys(cell._tc for row in block.rows for cell in row.cells):
            found += [line for item in _Cell(cell, block).paragraphs for line in look(item)]
    return found


def look(paragraph: Paragraph) -> list[str]:
    """Say how a paragraph looks whose text is seen."""
    runs = [run for run in paragraph.runs if run.text and not run.font.hidden]
    if not runs:
        return []
    form, font = paragraph.paragraph_format, runs[0].font
    marks = ("bold" * bool(font.bold), "italic" * bool(font.italic), "caps" * bool(font.all_caps))
    spaces = (
        f"indent {form.first_line_indent.mm:.0f}" if form.first_line_indent else "",
        f"space {form.space_after.pt:g}" if form.space_after else "",
    )
    side = str(paragraph.alignment).split()[0].lower()
    size = f"{font.size.pt:g}" if font.size else ""
    return [" ".join(filter(None, ("".join(run.text for run in runs) + ":", size, side, *marks, *spaces)))]


ND30 = """210 x 297, [20, 20, 30, 20, 10], Times New Roman 14
table [62, 98]
MTTQ tỉnh: 12 center caps
MTTQ xã: 13 center bold caps
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM: 12 center bold
Độc lập - Tự do - Hạnh phúc: 13 center bold
Số: 1/BC: 13 center
Trung Sơn, ngày …… tháng …… năm ……: 13 center italic
BÁO CÁO: 14 center bold
Tổng kết năm: 14 center bold
Kính gửi: Tỉnh: 14 center
I. KẾT QUẢ: 14 justify bold indent 10 space 6
Xã có 946 hộ.: 14 justify indent 10 space 6
table [14, 96, 50]
Dân số: 13 center bold
STT: 12 center bold
Nội dung: 12 center bold
Số liệu: 12 center bold
1: 12 center
Số hộ: 12 left
946: 12 right
table [62, 98]
Nơi nhận:: 12 left bold italic
- Tỉnh;: 11 left
- Lưu.: 11 left
TM. Ban Thường trực: 14 center bold caps
Chủ tịch: 14 center bold caps
A: 14 center bold"""
PARTY = """210 x 297, [20, 20, 30, 15, 10], Times New Roman 14
table [75, 90]
*: 14 center
ĐẢNG CỘNG SẢN VIỆT NAM: 15 center bold
Số 1/BC: 13 center
BÁO CÁO: 15 center bold
table [14, 101, 50]
table [75, 90]
T/M Ban Thường trực: 14 center bold caps"""


def test_a_document_looks_as_the_state_or_the_party_lays_it_out(tmp_path: Path) -> None:
    report = Report(
        unit=UNIT,
        title="Tổng kết năm",
        header=Header(
            superior="MTTQ tỉnh", issuer="MTTQ xã", symbol="1/BC", place="Trung Sơn", addressee="Tỉnh"
        ),
        narrative="I. KẾT QUẢ\nXã có 946 hộ.",
        outline=(Heading(number="I", level=1, title="KẾT QUẢ", line=1),),
        population=PopulationProfile(households=946),
        recipients=("Tỉnh", "Lưu"),
        signature=Signature(
            body="Ban Thường trực", position="Chủ tịch", name="A", authority=SigningAuthority.COLLECTIVE
        ),
    )
    word(report, tmp_path / "state.docx")
    word(report, tmp_path / "party.docx", profile="party")

    state, party = looks(tmp_path / "state.docx"), looks(tmp_path / "party.docx")
    assert "\n".join(state) == ND30
    assert "\n".join(line for line in party if line not in state) == PARTY


def test_who_issues_a_report_stands_bold_and_in_capitals_below_whom_it_is_under(tmp_path: Path) -> None:
    report = Report(unit=UNIT, title="B", header=Header(issuer="Ban Thường trực", superior="Ủy ban huyện"))
    word(report, tmp_path / "a.docx")
    left, _ = docx.Document(str(tmp_path / "a.docx")).tables[0].rows[0].cells
    lines = [
        (item.text, run.bold or False, run.font.all_caps) for item in left.paragraphs for run in item.runs
    ]
    assert lines[:2] == [("Ủy ban huyện", False, True), ("Ban Thường trực", True, True)]


def test_a_title_that_stands_in_the_text_is_not_written_twice(tmp_path: Path) -> None:
    report = Report(unit=UNIT, title="Tổng kết năm", narrative=f"BÁO CÁO\nTổng kết năm\n{TEXT}")
    told = back(report, tmp_path / "a.docx")
    assert (told.title, told.narrative) == (report.title, report.narrative)


@pytest.mark.parametrize("title", ["Báo cáo tổng kết năm", "BÁO CÁO KẾT QUẢ", "Báo cáo"])
def test_a_title_that_names_the_kind_of_document_stands_alone(title: str, tmp_path: Path) -> None:
    report = Report(unit=UNIT, title=title, narrative=TEXT)
    word(report, tmp_path / "a.docx")
    head = docx.Document(str(tmp_path / "a.docx")).tables[0].rows[2].cells[0]
    assert [item.text for item in head.paragraphs].count("BÁO CÁO") == (title == "Báo cáo")
    if title != "BÁO CÁO KẾT QUẢ":
        assert back(report, tmp_path / "a.docx").title == title


@given(MADE["LAWS"]["drawn_forms"](), st.integers(0, 10**6))
@settings(max_examples=5, deadline=None)
def test_drawn_forms_are_read_back(tmp_path_factory: pytest.TempPathFactory, record: type, seed: int) -> None:
    instance = MADE["drawn"](form_of(record), random.Random(seed))  # noqa: S311
    report = Report(unit=UNIT, title="Biểu", appendices=(instance,))
    told = back(report, tmp_path_factory.getbasetemp() / "drawn.docx")
    assert (told.appendices or (record(),)) == (instance,)


@pytest.mark.share(25)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("code", sorted(SHIPPED))
def test_shipped_forms_are_read_back(code: str, seed: int, tmp_path: Path) -> None:
    derived = registered_forms()[code]
    instance = MADE["drawn"](derived, random.Random(f"word {code} {seed}"))  # noqa: S311
    report = Report(unit=UNIT, title="Biểu", appendices=(instance,))
    told = back(report, tmp_path / "form.docx")
    assert (told.appendices or (derived.record(),)) == (instance,)


def rows_of(path: Path) -> list[list[Any]]:
    return [table._tbl.tr_lst for table in docx.Document(str(path)).tables]


def test_forms_of_many_columns_lie_across(tmp_path: Path) -> None:
    wide = registered_forms()["hdbc-28-1"].record()
    report = make_report()
    word(attrs.evolve(report, appendices=(*report.appendices, wide)), tmp_path / "a.docx")
    sections = docx.Document(str(tmp_path / "a.docx")).sections
    assert [(section.page_width or 0) > (section.page_height or 0) for section in sections] == [False, True]
    word(attrs.evolve(report, appendices=(wide, *report.appendices)), tmp_path / "a.docx")
    assert len(docx.Document(str(tmp_path / "a.docx")).sections) == 3


def test_no_word_of_a_form_of_many_columns_is_broken(tmp_path: Path) -> None:
    word(attrs.evolve(make_report(), appendices=(ElectionFigures(),)), tmp_path / "a.docx")
    table: Any = docx.Document(str(tmp_path / "a.docx")).tables[-1]
    cells = [cell for row in table.rows[1:] for cell in row.cells if cell.text]
    sizes = {run.font.size.pt for cell in cells for run in cell.paragraphs[0].runs if run.font.size}
    (size,) = sizes
    assert 8 <= size < 12
    assert sum(column.width.mm for column in table.columns) == pytest.approx(247, abs=1)
    for cell in cells:
        visible = "".join(run.text for run in cell.paragraphs[0].runs if not run.font.hidden)
        longest = max(map(len, visible.split()), default=0)
        assert cell.width.mm >= size * 0.353 * 0.5 * longest + 1.4, (
            visible
        )  # a letter is half as wide as high


def test_crosses_stand_in_the_middle_of_their_columns(tmp_path: Path) -> None:
    asked = Consultation(commune="Mẫu", ways=frozenset({OpinionWay.BALLOT}))
    word(Report(unit=UNIT, title="Biểu", appendices=(Consultations(subjects=(asked,)),)), tmp_path / "a.docx")
    row: Any = docx.Document(str(tmp_path / "a.docx")).tables[-1].rows[-1]
    sides = {cell.text: cell.paragraphs[0].alignment for cell in row.cells[2:] if cell.text}
    assert sides == {"x": WD_PARAGRAPH_ALIGNMENT.CENTER}


def test_columns_are_as_wide_as_usual_if_no_word_is_broken() -> None:
    assert fitted([("STT", "1"), ("Nội dung", "Số hộ"), ("Số lượng", "946")], (14, 122, 24)) == (
        12,
        (14, 122, 24),
    )


def test_the_width_that_is_left_goes_to_long_texts() -> None:
    columns = [
        ("STT", "1"),
        ("Nội dung", "Bầu cử đại biểu Hội đồng nhân dân"),
        *[("Số phiếu", "123.456.789")] * 4,
    ]
    size, (number, words, *figures) = fitted(columns, (14, 40, 30, 30, 30, 20))
    assert size == 12
    assert words > max(figures) > number
    assert number + words + sum(figures) == pytest.approx(164)


def test_columns_of_words_that_fit_at_no_size_share_the_width_of_the_table() -> None:
    size, widths = fitted([("STT", "1"), ("Địa chỉ", "x" * 300), ("Số lượng", "946")], (14, 122, 24))

    assert (size, round(sum(widths))) == (7, 160)
    assert 0 < widths[0] < widths[2] < widths[1]


def test_heads_are_repeated_and_the_map_is_hidden(tmp_path: Path) -> None:
    word(make_report(), tmp_path / "report.docx")
    rows = rows_of(tmp_path / "report.docx")[-1]

    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows[:3]] == [True, True, False]
    hidden = rows[2].findall(f".//{qn('w:vanish')}")
    assert len(hidden) == 1
    assert "kl62-pl2.supervision" in "".join(rows[2].itertext())


def test_a_line_that_was_inserted_by_hand_is_handed_back(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    report = make_report().with_value("kl62-pl2.criticism.sessions.commune", 15)
    word(report, path)
    document = docx.Document(str(path))
    table: Any = document.tables[-1]
    row = table.add_row()
    row.cells[1].text, row.cells[4].text = "Số mô hình dân vận khéo", "12"
    document.save(str(path))

    reading = read(path, forms=[type(appendix) for appendix in report.appendices])

    assert reading.report(unit=UNIT).appendix(ParticipationAppendix) == report.appendix(ParticipationAppendix)
    assert [(item.text, item.reason) for item in reading.unread][-1:] == [("12", Reason.NO_LINE)]


def test_records_are_tables_of_what_they_tell(tmp_path: Path) -> None:
    report = Report(
        unit=UNIT,
        title="Báo cáo năm",
        population=PopulationProfile(villages=5, households=946),
        funds=Funds(ledgers=(FundLedger(fund=FundKind.FUND_FOR_THE_POOR, each_year=True),)),
        recipients=("Lưu: VT",),
    )
    word(report, tmp_path / "report.docx")
    tables = docx.Document(str(tmp_path / "report.docx")).tables
    cells = [[cell.text for cell in row.cells] for row in tables[1].rows]

    assert cells[0][0].startswith("Dân sốmttq 1 record population {")
    assert [row[0::2] for row in cells[1:]] == [["STT", "Số liệu"], ["1", "5"], ["2", "946"]]
    assert [row.cells[2].text for row in tables[2].rows[2:]] == ["Quỹ Vì người nghèo", "có"]
    assert tables[3].rows[0].cells[0].text == "Nơi nhận:\n- Lưu: VT."


def test_what_the_head_lacks_is_left_to_be_filled_in(tmp_path: Path) -> None:
    report = Report(unit=UNIT, title="Báo cáo năm", header=Header(issuer="ỦY BAN MTTQ VIỆT NAM XÃ TRUNG SƠN"))
    assert back(report, tmp_path / "report.docx").header == report.header
    addressed = attrs.evolve(
        report,
        header=Header(place="Trung Sơn", addressee="Ủy ban MTTQ huyện A Lưới"),
        signature=make_report().signature,
    )
    told = back(addressed, tmp_path / "report.docx")
    assert (told.header, told.signature) == (addressed.header, addressed.signature)


def test_the_same_report_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        word(make_report(), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_what_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArgumentError, match=r"profile: cần một trong: 'nd30', 'party'; đã nhận 'nd03'"):
        word(make_report(), tmp_path / "none.docx", profile="nd03")
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ExtraError, match=r"cần thư viện python-docx; cài bằng: pip install 'mttq\[word\]'"):
        word(make_report(), tmp_path / "none.docx")
    assert mttq.errors.ExtraError is ExtraError
    assert list(tmp_path.iterdir()) == []
