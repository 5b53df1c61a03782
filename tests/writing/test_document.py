"""A document of one's own tells figures by their paths alone, and all that is wrong with it at once."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

import mttq
from mttq.errors import ArgumentError, DocumentError, ExtraError
from mttq.forms import ParticipationAppendix
from mttq.model import FundKind, FundLedger, Funds
from mttq.tables import Column, Table, heads_of
from mttq.testing import make_report
from mttq.wording import label

REPORT = make_report()
TABLE = Table(
    title="Hộ nghèo",
    columns=(
        Column("Thôn"),
        Column("Đầu năm", "right", ("Số hộ",)),
        Column("Cuối năm", "right", ("Số hộ",)),
        Column("Ghi chú"),
    ),
    rows=(("A Roàng", "05", "4", ""), ("Pa Ling", "1.550", "0", "một | hai")),
)


def told(text: str, of: mttq.Report | None = REPORT) -> str:
    return str(mttq.document([text], of=of))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Xã có {population.households} hộ.", "Xã có 1.000 hộ."),
        ("{/population.poor.share} là hộ nghèo", "8,7% là hộ nghèo"),
        ("{ kl62-pl2.criticism.sessions } cuộc", "13 cuộc"),
        ("{unit.name}", "Mẫu"),
        ("{#funds.ledgers|không} sổ", "không sổ"),
        ("{funds.ledgers.*.raised|chưa có số liệu}", "chưa có số liệu"),
        ("{unit.valid_until|}.", "."),
        ("{{population.households}}", "{population.households}"),
        ("{unit.valid_until|chưa rõ ngày}", "chưa rõ ngày"),
    ],
)
def test_a_text_tells_figures_in_vietnamese_notation(text: str, printed: str) -> None:
    assert told(text) == printed


def test_what_a_figure_says_is_not_read_again() -> None:
    sly = mttq.Report(unit=REPORT.unit, title="{population.households} {{}} #")
    assert told("{title}", sly) == "{population.households} {{}} #"


WRONG: dict[str, str] = {
    "{population.housholds}": "không có “population.housholds”; có phải “population.households”?",
    "{population.households.__class__}": "không có “population.households.__class__”",
    "{unit.__init__.__globals__}": "không có “unit.__init__.__globals__”",
    "{funds.ledgers.*.__class__}": "không có “funds.ledgers.0.__class__”",
    "{population.households!r}": "“population.households!r” không phải đường dẫn của quan hệ",
    "{population.households:>9}": "“population.households:>9” không phải đường dẫn của quan hệ",
    "{}": "“” không phải đường dẫn của quan hệ",
    "{^households}": "“^households” không dẫn từ báo cáo đến một số liệu",
    "{population}": "“population” không phải số liệu",
    "{unit.valid_until}": "“unit.valid_until” còn để trống; ghi thêm chữ thay thế: {unit.valid_until|…}",
    "{": "dấu “{” lẻ; để in nó, ghi “{{”",
    "}": "dấu “}” lẻ; để in nó, ghi “}}”",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_text_that_cannot_be_filled_in_is_refused(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        told(f"Chữ {text} chữ")
    (fault,) = caught.value.faults
    assert (fault.path, fault.message, fault.value) == ("parts[0]", WRONG[text], text)
    assert label(fault.message, "en") != fault.message


def test_all_faults_of_a_document_come_at_once() -> None:
    parts: list[Any] = ["# {x", "{unit.nam} {unit.valid_until}", 3, REPORT, TABLE]
    with pytest.raises(DocumentError, match="Văn bản chưa in được, có 5 chỗ chưa đúng") as caught:
        mttq.document(parts, of=REPORT)
    assert [fault.path for fault in caught.value.faults] == [f"parts[{n}]" for n in (0, 1, 1, 2, 3)]
    with pytest.raises(DocumentError, match=r"“unit\.name” cần báo cáo: document\(…, of=báo cáo\)"):
        told("{unit.name}", None)


PARTS = [
    "# Báo cáo {unit.name}",
    "Dòng một.\nDòng hai: *sao*.",
    "## Số liệu",
    mttq.summary([REPORT], {"Số hộ": "population.households"}, title="Tổng hợp"),
    TABLE,
    ParticipationAppendix(),
]


def test_parts_are_printed_one_below_the_other() -> None:
    made = mttq.document(PARTS, of=REPORT)
    assert repr(made) == "<Document “Báo cáo Mẫu”: 6 phần>"
    summary, form = (mttq.render(part) for part in (PARTS[3], PARTS[5]))
    texts = ("Báo cáo Mẫu", "Dòng một.\nDòng hai: *sao*.", "Số liệu", summary, mttq.render(TABLE), form)
    assert str(made) == "\n\n".join(texts)
    markdown = mttq.render(made, fmt="markdown")
    assert markdown.startswith(
        "# Báo cáo Mẫu\n\nDòng một.  \nDòng hai: \\*sao\\*.\n\n## Số liệu\n\n### Tổng hợp"
    )
    html = mttq.render(made, fmt="html")
    assert html.startswith("<h1>Báo cáo Mẫu</h1>\n<p>Dòng một.<br>\nDòng hai: *sao*.</p>\n<h2>Số liệu</h2>")
    assert made._repr_html_() == html


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.HTML"])
def test_it_is_saved_as_its_name_asks_for(name: str, tmp_path: Path) -> None:
    made = mttq.document(PARTS, of=REPORT)
    made.save(tmp_path / name)
    fmt: Any = {"a.txt": "text", "a.md": "markdown", "a.HTML": "html"}[name]
    text = (tmp_path / name).read_text("utf-8")
    assert text.removesuffix("\n").endswith(mttq.render(made, fmt=fmt))
    assert text.startswith("<!doctype html>") == (fmt == "html")
    if fmt == "html":
        assert "<title>Báo cáo Mẫu</title>" in text


def test_a_word_document_holds_all_of_it(tmp_path: Path) -> None:
    import docx

    empty = Table(title="", columns=(Column("Xã"),), rows=(), empty="Chưa có")
    made = mttq.document([*PARTS, empty], of=REPORT)
    file = tmp_path / "a.docx"
    made.save(file)
    read = docx.Document(str(file))
    texts = [paragraph.text for paragraph in read.paragraphs if paragraph.text]
    assert texts[:5] == ["Báo cáo Mẫu", "Dòng một.", "Dòng hai: *sao*.", "Số liệu", "Tổng hợp"]
    assert texts[-1] == "Chưa có"
    table = read.tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Thôn", "Số hộ", "Số hộ", "Ghi chú"],
        ["Thôn", "Đầu năm", "Cuối năm", "Ghi chú"],
        ["A Roàng", "05", "4", ""],
        ["Pa Ling", "1.550", "0", "một | hai"],
    ]
    levels = zipfile.ZipFile(file).read("word/document.xml").count(b"<w:outlineLvl")
    assert levels == 3
    made.save(tmp_path / "b.docx")
    assert (tmp_path / "b.docx").read_bytes() == file.read_bytes()


def test_another_ending_and_a_missing_library_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mttq.document(["# A"])
    with pytest.raises(ArgumentError, match=r"cần kết thúc bằng một trong: \.docx, \.txt, \.md, \.html"):
        made.save(tmp_path / "a.pdf")
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(ExtraError):
        made.save(tmp_path / "a.docx")


def test_a_sum_over_a_list_is_told_as_a_summary_tells_it() -> None:
    kind = next(iter(FundKind))
    ledgers = (FundLedger(fund=kind, raised=5_000_000), FundLedger(fund=kind, raised=1_500_000))
    report = mttq.Report(unit=REPORT.unit, title="Báo cáo", funds=Funds(ledgers=ledgers))
    assert told("{funds.ledgers.*.raised}", report) == "6.500.000"
    assert told("{#funds.ledgers}", report) == "2"
    with pytest.raises(mttq.errors.PathError, match=r"không có “funds\.ledgers\.0\.rised”"):
        mttq.summary([report], {"Thu": "funds.ledgers.*.rised"})


def test_heads_stand_over_their_columns() -> None:
    assert [(head.text, head.level, head.first, head.columns) for head in heads_of(TABLE.columns)] == [
        ("Thôn", 0, 0, 1),
        ("Số hộ", 0, 1, 2),
        ("Ghi chú", 0, 3, 1),
        ("Đầu năm", 1, 1, 1),
        ("Cuối năm", 1, 2, 1),
    ]
