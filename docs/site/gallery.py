"""The gallery: what comes out of mttq, made anew from the sample report at each build."""

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

from lookups import inline

import mttq
from mttq import cli
from mttq.exporting import to_csv, to_junit, to_sarif
from mttq.tables import Lang
from mttq.testing import assert_consistent

SAMPLE = Path(__file__).parents[2] / "examples" / "trung_son_2023.json"
WORDS = {
    "Gallery": "Kết quả trông thế nào",
    "All of this is made from one report, `examples/trung_son_2023.json`.": (
        "Tất cả đều lập từ một báo cáo: `examples/trung_son_2023.json`."
    ),
    "A finding, explained": "Một phát hiện, có giải thích",
    "In a terminal": "Trên dòng lệnh",
    "An appendix, in HTML": "Phụ lục, dạng HTML",
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
    yield from (_said("All of this is made from one report, `examples/trung_son_2023.json`.", lang), "")
    yield from (f"## {_said('A finding, explained', lang)}", "")
    yield from _block("text", findings["CRI001"][0].explain(lang=lang))
    yield from (f"## {_said('In a terminal', lang)}", "")
    yield from _block("console", _printed("check", str(SAMPLE), "--select", "ORG", "--lang", lang))
    yield from (f"## {_said('An appendix, in HTML', lang)}", "")
    yield from inline(mttq.render(report.appendices[1], fmt="html", lang=lang))
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


def _failure(report: mttq.Report, lang: Lang) -> str:
    try:
        assert_consistent(report, select="CRI002", lang=lang)
    except AssertionError as error:
        return f"AssertionError: {error}"
    msg = "the sample report has become consistent"
    raise ValueError(msg)
