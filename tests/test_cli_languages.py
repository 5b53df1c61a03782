"""The command and the pytest plugin speak one language throughout: their help, refusals and results."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

import mttq
from mttq.cli import main
from mttq.cli._parser import _refusal
from mttq.codec import dump
from mttq.rules import RULES
from mttq.testing import assert_consistent, make_report
from mttq.wording import Lang, asked_lang, label

SOURCES = Path(__file__).parents[1] / "src"
SPEAKING = [
    *(SOURCES / "mttq" / "cli").glob("*.py"),
    SOURCES / "mttq" / "__main__.py",
    SOURCES / "pytest_mttq.py",
]
VIETNAMESE = re.compile("[À-ỹĐđ]")
COMMANDS = ["check", "read", "compare", "show", "rules", "form", "schema"]
WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports, and a file that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MTTQ_LANG", raising=False)
    Path("empty").mkdir()
    dump(make_report(), "right.json")
    dump(WRONG, "wrong.json")
    Path("broken.json").write_text('{"schema_version": 1, "titel": "B"}', "utf-8")


def sentences() -> Iterator[str]:
    """Return the Vietnamese texts of what a user reads, docstrings apart."""
    for path in SPEAKING:
        tree = ast.parse(path.read_text("utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs)
        for node in texts:
            if isinstance(node.value, str) and VIETNAMESE.search(node.value):
                yield node.value


def test_every_sentence_has_english() -> None:
    found = list(sentences())
    assert len(found) > 50
    assert [text for text in found if label(text, "en") == text] == []
    assert [text for text in found if VIETNAMESE.search(label(text, "en"))] == []
    assert [text for text in found if text.count("{}") != label(text, "en").count("{}")] == []


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = int(ended.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_in_one_language(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    _, vietnamese, _ = run(capsys, *command, "--help")
    assert vietnamese.startswith("cách dùng: mttq")
    assert not re.search("usage|options|positional|show this|default:", vietnamese.replace(": default)", ""))
    for asked in (["--lang", "en", *command, "--help"], [*command, "--lang", "en", "--help"]):
        _, english, _ = run(capsys, *asked)
        assert english.startswith("usage: mttq")
        assert not VIETNAMESE.search(english)


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        ([], "thiếu tham số: LỆNH", "missing arguments: COMMAND"),
        (["check"], "thiếu tham số: TỆP", "missing arguments: FILE"),
        (
            ["chek"],
            "không có giá trị “chek” cho LỆNH; có phải “check”?",
            "no value “chek” for COMMAND; did you mean “check”?",
        ),
        (
            ["show", "x", "--format", "pdf"],
            "không có giá trị “pdf” cho --format; chọn một trong: text, markdown, html",
            "no value “pdf” for --format; choose one of: text, markdown, html",
        ),
        (["show", "x", "--format"], "--format cần một giá trị", "--format requires a value"),
        (
            ["check", "x", "--together=1"],
            "--together không nhận giá trị; đã ghi “1”",
            "--together takes no value; found “1”",
        ),
        (
            ["check", "x", "--re"],
            "“--re” có thể là --rewrite-waivers, --repairs; cần ghi rõ",
            "“--re” could be --rewrite-waivers, --repairs; write it out",
        ),
        (["show", "x", "y"], "không có tham số hoặc tùy chọn: y", "unknown arguments: y"),
    ],
)
def test_a_command_wrongly_written_is_refused_in_one_language(
    arguments: list[str], vietnamese: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, told in (("vi", vietnamese), ("en", english)):
        code, out, err = run(capsys, "--lang", lang, *arguments)
        assert (code, out) == (2, "")
        assert re.fullmatch(rf"(cách dùng|usage): mttq.*\nmttq[a-z ]*: {re.escape(told)}\n", err, re.DOTALL)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "right.json", "none.json", "empty", "--select", "CRI"],
        ["check", "wrong.json", "--repairs", "--select", "CRI001"],
        ["check", "right.json", "--select", "CRI9"],
        ["check", "right.json", "--repairs", "--together"],
        ["check", "right.json", "--repairs", "--format", "csv"],
        ["check", "right.json", "--previous", "wrong.json"],
        ["check", "none.json", "right.json", "--together", "--select", "XRP"],
        ["check", "right.json", "--waivers", "none.json"],
        ["check", "right.json", "--ignore", "APP005", "--select", "CRI"],
        ["check", "none.json", "--format", "json"],
        ["rules", "CRI9"],
    ],
)
def test_english_output_holds_no_vietnamese_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """But names and quotations of the report, which stay as they are."""
    by_option = run(capsys, *arguments, "--lang", "en")
    monkeypatch.setenv("MTTQ_LANG", "en")
    assert run(capsys, *arguments) == run(capsys, "--lang", "en", *arguments) == by_option
    monkeypatch.setenv("MTTQ_LANG", "vi")
    assert run(capsys, *arguments, "--lang", "en") == by_option
    vietnamese = re.compile("không|được|tệp|lỗi|quy tắc|chưa|có phải|chỉ dùng|báo cáo|phát hiện")
    assert vietnamese.findall("".join(by_option[1:])) == []
    assert vietnamese.findall("".join(run(capsys, *arguments)[1:]))


def test_an_unknown_language_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = f"không có giá trị “xx” cho --lang; chọn một trong: {', '.join(get_args(Lang))}"
    assert run(capsys, "--lang", "xx", "rules")[2].endswith(f"mttq: {told}\n")
    monkeypatch.setenv("MTTQ_LANG", "xx")
    code, out, err = run(capsys, "rules")
    assert (code, out) == (2, "")
    assert err.startswith("MTTQ_LANG: không có ngôn ngữ 'xx'")
    assert run(capsys, "rules", "--lang", "en")[0] == 0
    assert run(capsys, "--version") == (0, f"mttq {mttq.__version__}\n", "")
    monkeypatch.setenv("MTTQ_LANG", "")
    assert asked_lang() == "vi"


@pytest.mark.parametrize(
    ("files", "last"),
    [
        (["right.json", "wrong.json"], "2 reports: 1 error, 1 note"),
        (["right.json", "none.json"], "1 report: no findings; 1 file could not be read"),
        (["none.json", "nor.json"], "0 reports: no findings; 2 files could not be read"),
    ],
)
def test_several_files_end_with_a_summary(
    files: list[str], last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "check", *files, "--lang", "en", "--select", "CRI")
    assert out.splitlines()[-1] == last


def test_rules_that_are_not_selected_still_forbid_a_repair(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise figures would be moved into the columns of other tiers, since APP004 was not selected."""
    asked: list[str] = []
    localise = mttq.localise

    def asking(*args: Any, **kwargs: Any) -> object:
        asked.extend(kwargs["select"])
        return localise(*args, **kwargs)

    monkeypatch.setattr("mttq.repairs.localise", asking)
    run(capsys, "check", "wrong.json", "--repairs", "--select", "CRI001", "--ignore", "TXT")
    assert {"CRI001", "APP004", "FND001"} <= set(asked)
    assert {code for code in asked if code.startswith("TXT")} == set()


def test_rules_of_families_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules", "cri,MEM002")
    listed = re.findall(r"^([A-Z]{3}[0-9]{3}) ", out, re.MULTILINE)
    assert (code, listed) == (
        0,
        [rule.code for rule in RULES if rule.family == "CRI" or rule.code == "MEM002"],
    )


def test_an_assertion_speaks_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = mttq.check(WRONG, select="CRI001")
    with pytest.raises(AssertionError, match=r"^xã Mẫu: 1 finding\n") as caught:
        assert_consistent(WRONG, select="CRI001", lang="en")
    assert str(caught.value).endswith(finding.explain(lang="en"))
    monkeypatch.setenv("MTTQ_LANG", "en")
    with pytest.raises(AssertionError, match=r"^xã Mẫu: 1 finding\n"):
        assert_consistent(attrs.evolve(WRONG), select="CRI001")
    with pytest.raises(AssertionError, match=r"^xã Mẫu: 1 phát hiện\n"):
        assert_consistent(WRONG, select="CRI001", lang="vi")


def test_an_untranslated_refusal_is_shown_as_argparse_words_it() -> None:
    assert _refusal("argument --x: something new") == "argument --x: something new"
