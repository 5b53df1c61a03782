"""The gallery: what comes out of mttq, made anew from the sample report at each build."""

import contextlib
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from lookups import inline

import mttq
from mttq import cli
from mttq.exporting import to_csv, to_junit, to_sarif
from mttq.tables import Lang
from mttq.testing import assert_consistent

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLE, SHEET = EXAMPLES / "trung_son_2023.json", EXAMPLES / "mau_dong_2023.xlsx"
WORDS = {
    "Gallery": "Kết quả trông thế nào",
    "Made from two reports, `examples/trung_son_2023.json` and `examples/mau_dong_2023.xlsx`.": (
        "Lập từ hai báo cáo: `examples/trung_son_2023.json` và `examples/mau_dong_2023.xlsx`."
    ),
    "A finding, explained": "Một phát hiện, có giải thích",
    "In a terminal": "Trên dòng lệnh",
    "An appendix, in HTML": "Phụ lục, dạng HTML",
    "A form to be filled in, for Excel": "Biểu để điền, cho Excel",
    "A review sheet, for the office that has to answer": "Phiếu đề nghị rà soát, cho nơi phải trả lời",
    "Comments on the cells of the file that came": "Nhận xét tại ô, trong chính tệp của xã",
    "Findings, in Markdown": "Các phát hiện, dạng Markdown",
    "A failing test": "Bài kiểm thử không đạt",
    "For Excel: CSV": "Cho Excel: CSV",
    "For test servers: JUnit": "Cho máy chủ kiểm thử: JUnit",
    "For code hosts: SARIF": "Cho nơi lưu mã nguồn: SARIF",
}


def page(lang: Lang) -> str:
    """Return the page in a language."""
    return "\n".join(_lines(lang)) + "\n"


def _said(text: str, lang: Lang) -> str:
    return WORDS[text] if lang == "vi" else text


def _lines(lang: Lang) -> Iterator[str]:
    report = mttq.load(SAMPLE)
    findings = mttq.check(report, profile=mttq.Profile(name="CRI", select=("CRI",)))
    yield from (f"# {_said('Gallery', lang)}", "")
    yield from (
        _said(
            "Made from two reports, `examples/trung_son_2023.json` and `examples/mau_dong_2023.xlsx`.", lang
        ),
        "",
    )
    yield from (f"## {_said('A finding, explained', lang)}", "")
    yield from _block("text", findings["CRI001"][0].explain(lang=lang))
    yield from (f"## {_said('In a terminal', lang)}", "")
    yield from _block("console", _printed("check", str(SAMPLE), "--select", "ORG", "--lang", lang))
    yield from (f"## {_said('An appendix, in HTML', lang)}", "")
    yield from inline(mttq.render(report.appendices[1], fmt="html", lang=lang))
    for title, name in (
        ("A form to be filled in, for Excel", "template"),
        ("A review sheet, for the office that has to answer", "review"),
    ):
        yield from (f"## {_said(title, lang)}", "", f"![{_said(title, lang)}](pictures/{name}.png)", "")
    yield from (f"## {_said('Comments on the cells of the file that came', lang)}", "")
    yield from _block("text", _comments(lang))
    yield from (f"## {_said('Findings, in Markdown', lang)}", "")
    yield from _block("markdown", mttq.render(findings, fmt="markdown", lang=lang))
    yield from (f"## {_said('A failing test', lang)}", "")
    yield from _block("text", _failure(report, lang))
    yield from (f"## {_said('For Excel: CSV', lang)}", "")
    yield from _block("text", to_csv({SAMPLE.name: findings}, lang=lang))
    yield from (f"## {_said('For test servers: JUnit', lang)}", "")
    yield from _block("xml", to_junit({SAMPLE.name: findings}, lang=lang))
    yield from (f"## {_said('For code hosts: SARIF', lang)}", "")
    result = json.loads(to_sarif({SAMPLE.name: findings}, lang=lang))["runs"][0]["results"][0]
    yield from _block("json", json.dumps(result, ensure_ascii=False, indent=2))


def _block(kind: str, text: str) -> list[str]:
    return [f"````{kind}", text.rstrip("\n").lstrip("\ufeff"), "````", ""]


def _printed(*arguments: str) -> str:
    """Return a command with what it prints."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        cli.main(list(arguments))
    shown = " ".join(Path(argument).name if argument == str(SAMPLE) else argument for argument in arguments)
    return f"$ mttq {shown}\n{said.getvalue()}".replace(str(SAMPLE), SAMPLE.name)


def _comments(lang: Lang) -> str:
    """Return the comments that a sheet gets, each with its cell."""
    reading = mttq.reading.read(SHEET)
    findings = reading.located(mttq.check(reading.report(title=SHEET.stem)))
    with tempfile.TemporaryDirectory() as folder:
        commented = Path(folder) / SHEET.name
        mttq.writing.annotate(SHEET, findings, commented, reading=reading, lang=lang)
        cells = [cell for row in openpyxl.load_workbook(commented).active for cell in row if cell.comment]
    return "\n\n".join(f"{cell.coordinate}\n{cell.comment.text}" for cell in cells)


def _failure(report: mttq.Report, lang: Lang) -> str:
    try:
        assert_consistent(report, select="CRI002", lang=lang)
    except AssertionError as error:
        return f"AssertionError: {error}"
    msg = "the sample report has become consistent"
    raise ValueError(msg)
