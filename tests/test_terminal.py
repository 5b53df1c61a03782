"""Nothing in a file or in its name does anything to the terminal of its reader."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import attrs
import pytest

import mttq
from mttq.checking import Findings
from mttq.cli import main
from mttq.codec import dumps, loads
from mttq.errors import LoadError
from mttq.exporting import to_csv, to_junit, to_sarif, to_tsv
from mttq.rendering import render
from mttq.report import Report
from mttq.rules import Breach, Evidence, RuleSet, Severity, Suggestion, Term, rule
from mttq.tables import Lang
from mttq.testing import assert_consistent, make_report

pytest_plugins = ["pytester"]

HOSTILE = "x\x1b[2J\u202ey\u2066\x9b2Jz\x07\r\nA: 0 lỗi\u2028A: 0 lỗi\x85A: 0 lỗi\x08\x7f"
DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
FORGED = re.compile("^ *A: 0 lỗi", re.MULTILINE)


@rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử {text}, {several}")
def tells_what_stands_there(report: Report) -> list[Breach]:
    """Any text."""
    term = Term(report.title, 1)
    return [
        Breach(
            path=f"a.{report.title}",
            args={"text": report.title, "several": (report.title, report.title)},
            expected=report.title,
            actual=report.title,
            evidence=Evidence((term,), "=", (term, term)),
            related=(report.title,),
            suggestions=(Suggestion(path=report.title, old=report.title, new=1, reason=report.title),),
        )
    ]


@rule("TST002", Severity.ERROR, level=1, title="Hỏng", message="Hỏng")
def breaks_down(report: Report) -> list[Breach]:
    """Any text."""
    raise RuntimeError(report.title)


RULES = RuleSet((tells_what_stands_there, breaks_down))


@pytest.fixture
def report() -> Report:
    base = make_report()
    return attrs.evolve(base, title=HOSTILE, unit=attrs.evolve(base.unit, name=HOSTILE), narrative=HOSTILE)


@pytest.fixture
def findings(report: Report) -> Findings:
    found = mttq.check(report, rules=RULES)
    assert [finding.code for finding in found] == ["MTQ999", "TST001"]
    waiver = found[1].waive(HOSTILE)
    waived = mttq.check(report, rules=RULES, waivers=[waiver])
    assert len(waived.waived) == 1
    return attrs.evolve(found, waived=waived.waived)


def assert_harmless(text: str) -> None:
    assert DANGEROUS.findall(text) == []


def assert_forges_no_line(text: str) -> None:
    assert_harmless(text)
    assert FORGED.findall(text) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_findings_are_explained(findings: Findings, lang: Lang) -> None:
    for finding in (*findings, *findings.waived):
        assert_forges_no_line(f"{finding.message}\n{finding.place}\n{finding.render(lang=lang)}")
        assert_forges_no_line(f"{finding.explain(lang=lang)}\n{finding.arithmetic(lang=lang)}")
        assert_forges_no_line("\n".join(map(str, finding.as_dict(lang=lang).values())))
        assert_harmless(finding.traceback + render(finding, fmt="text", lang=lang))


@pytest.mark.parametrize(
    "write",
    [
        to_csv,
        to_tsv,
        to_junit,
        to_sarif,
        lambda results: results[HOSTILE].to_json(),
        lambda results: render(results[HOSTILE]),
        lambda results: render(results[HOSTILE], fmt="html"),
        lambda results: render(results[HOSTILE], fmt="markdown"),
        lambda results: render(results[HOSTILE].compare(Findings())),
    ],
)
def test_findings_are_written(findings: Findings, write: Callable[[dict[str, Findings | str]], str]) -> None:
    assert_harmless(write({HOSTILE: findings, f"không đọc được {HOSTILE}": HOSTILE}))


def test_json_says_the_same_in_escapes(findings: Findings) -> None:
    sarif = json.loads(to_sarif({f"a{chr(0x202E)}.json": findings}))
    assert sarif["runs"][0]["artifacts"][0]["location"]["uri"] == "a%E2%80%AE.json"
    assert to_sarif({"a\udcff.json": findings}).count("a%FF.json") > len(findings)


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_reports_are_shown(report: Report, fmt: str) -> None:
    assert_harmless(render(report, fmt=fmt))  # type: ignore[arg-type]


def test_errors_of_files_and_of_tests_are_reported(report: Report, tmp_path: Path) -> None:
    fields = {"schema_version": 1, HOSTILE: 1, "title": [HOSTILE], "unit": {"kind": HOSTILE, "name": " "}}
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(fields))
    assert_forges_no_line(str(caught.value))
    assert_forges_no_line(str(LoadError(caught.value.faults, HOSTILE)))
    with pytest.raises(AssertionError) as failed:
        assert_consistent(report, rules=RULES)
    assert_harmless(str(failed.value))
    for refuse in (mttq.vi.parse_number, mttq.vi.parse_date, mttq.vi.parse_document):
        with pytest.raises(ValueError) as refused:  # noqa: PT011 - each has its own message
            refuse(HOSTILE)
        assert_forges_no_line(str(refused.value))


NAMES = ["x\x1b[2J\u202e\nA: 0 lỗi.json", "hỏng\x1b]0;\x07.json"]


@pytest.fixture
def folder(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report and a file that is not one, under names that no office uses."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAMES[0]).write_text(dumps(report), "utf-8")
    (tmp_path / NAMES[1]).write_text(json.dumps({"schema_version": 1, HOSTILE: HOSTILE}), "utf-8")
    return tmp_path


@pytest.mark.parametrize("fmt", ["text", "markdown", "json", "csv", "tsv", "junit", "sarif"])
def test_files_are_checked(folder: Path, fmt: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--format", fmt]) == 2
    out, err = capsys.readouterr()
    assert_harmless(out)
    assert_forges_no_line(err)
    if fmt == "json":
        assert sorted(Path(name).name for name in json.loads(out)) == sorted(NAMES)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", f"không có{HOSTILE}"),
        (f"--{HOSTILE}",),
        ("check", NAMES[0], f"--{HOSTILE}"),
        ("check", NAMES[0], "--select", HOSTILE),
        ("check", NAMES[0], "--waivers", HOSTILE),
        ("check", NAMES[0], "--waivers", NAMES[1]),
        ("rules", HOSTILE),
        ("show", NAMES[0]),
        ("show", NAMES[1]),
        ("show", NAMES[0], "--format", "html"),
        ("compare", NAMES[0], NAMES[0]),
    ],
)
def test_whatever_is_typed_or_named(
    folder: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with suppress(SystemExit):
        main(arguments)
    out, err = capsys.readouterr()
    assert out or err
    assert_harmless(out)
    assert_harmless(err)


def test_pytest_names_and_explains(folder: Path, pytester: pytest.Pytester) -> None:
    plugin = ("-p", "pytest_mttq", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    done = pytester.runpytest_inprocess(*plugin, "--mttq", str(folder), "-v", "-rA", "--mttq-fail-on", "info")
    text = done.stdout.str() + done.stderr.str()
    assert "::load" in text
    assert "::TXT" in text
    assert_harmless(text)
