"""The command line, as a user and a script see it."""

import csv
import errno
import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

import mttq
from mttq.checking import Findings, Waiver, dump_waivers, waivers_schema
from mttq.cli import main
from mttq.codec import dump, dumps, json_schema
from mttq.exporting import findings_schema, to_sarif
from mttq.model import PopulationProfile, Unit, UnitKind
from mttq.rendering import render
from mttq.repairs import localise
from mttq.report import Report
from mttq.rulebook import tell
from mttq.rules import PASSED, RETIRED, RULES, Basis, Breach, Confidence, Judgement, RuleSet, Severity, rule
from mttq.testing import make_report
from mttq.wording import Lang

WORDING: dict[str, Any] = {
    "title": "Tên đủ dài",
    "message": "Tên có {size} chữ",
    "english": ("The name is long", "The name has {size} letters"),
}


@rule("TST001", Severity.ERROR, level=1, **WORDING)
def name_is_not_x(report: Report, size: int = 1) -> Iterator[Judgement]:
    """A name has more than one letter.

    Wrong: X.
    """
    if len(report.unit.name) <= size:
        yield Breach(path="unit.name", args={"size": size})


@rule(
    "TST002",
    Severity.WARNING,
    level=1,
    basis=Basis(
        text="Luật",
        symbol="75/2015/QH13",
        article="8",
        confidence=Confidence.SECONDARY,
    ),
    title="Có mã",
    message="Thiếu mã",
)
def unit_has_a_code(report: Report) -> Iterator[Judgement]:
    """A unit has a code."""
    if report.unit.code is None:
        yield Breach(path="unit.code")


@rule("TST003", Severity.ERROR, level=1, title="Năm thôn", message="Có {n} thôn")
def five_villages(report: Report) -> Iterator[Judgement]:
    """There are five villages."""
    villages = report.population.villages
    if villages is not None and villages != 5:
        yield Breach(path="population.villages", args={"n": villages}, expected=5)
    elif villages is not None:
        yield PASSED


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules, and reports that break both, one and none of them; `broken.json` is no report."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mttq.checking._project.RULES", RuleSet([name_is_not_x, unit_has_a_code]))
    monkeypatch.setattr("mttq.checking._check.RULES", RuleSet([name_is_not_x, unit_has_a_code]))
    for name, unit in (
        ("x.json", Unit(kind=UnitKind.COMMUNE, name="X")),
        ("y.json", Unit(kind=UnitKind.COMMUNE, name="Yên Mỹ")),
        ("z.json", Unit(kind=UnitKind.COMMUNE, name="Đông Sơn", code="14767")),
    ):
        Path(name).write_text(dumps(Report(unit=unit, title="Báo cáo <năm>")), "utf-8")
    Path("broken.json").write_text(
        '{"schema_version": 1, "unit": {"kind": "xa", "name": 5}, "title": "B"}', "utf-8"
    )


X = """\
x.json

Kết quả đối chiếu · 2 phát hiện: 1 lỗi, 1 cảnh báo

Mã      Mức độ    Vị trí              Nội dung
------  --------  ------------------  ------------
TST001  Lỗi       Đơn vị, Tên đơn vị  Tên có 1 chữ
TST002  Cảnh báo  Đơn vị, Mã đơn vị   Thiếu mã

Đã đối chiếu 2 lần: 0 đạt, 2 không đạt. Chưa đủ số liệu: 0. Không áp dụng: 0.

"""
Z = """\
z.json

Kết quả đối chiếu

Không có phát hiện.

Đã đối chiếu 0 lần: 0 đạt, 0 không đạt. Chưa đủ số liệu: 0. Không áp dụng: 2.

"""


def test_check_prints_what_it_finds_file_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x.json", "z.json", "x.json"]) == 1
    assert capsys.readouterr() == (f"{X}2 báo cáo: 1 lỗi, 1 cảnh báo\n", "")
    assert main(["check", "x.json", "z.json", "--all"]) == 1
    assert capsys.readouterr() == (f"{X}{Z}2 báo cáo: 1 lỗi, 1 cảnh báo\n", "")


def test_repairs_follow_the_findings_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = RuleSet([five_villages])
    monkeypatch.setattr("mttq.checking._project.RULES", rules)
    unit = Unit(kind=UnitKind.COMMUNE, name="Yên Mỹ")
    report = Report(unit=unit, title="Báo cáo", population=PopulationProfile(villages=15))
    Path("villages.json").write_text(dumps(report), "utf-8")

    assert main(["check", "--repairs", "villages.json"]) == 1
    with_repairs, _ = capsys.readouterr()
    main(["check", "villages.json"])
    without, _ = capsys.readouterr()

    assert with_repairs == without + render(localise(report, rules=rules)) + "\n\n"


def test_repairs_are_for_people() -> None:
    assert main(["check", "--repairs", "--format", "json", "x.json"]) == 2


@pytest.mark.parametrize(
    ("name", "fail_on", "code"),
    [
        ("x.json", "error", 1),
        ("x.json", "never", 0),
        ("y.json", "error", 0),
        ("y.json", "warning", 1),
        ("y.json", "info", 1),
        ("z.json", "info", 0),
        ("none.json", "never", 2),
    ],
)
def test_the_exit_code_reflects_the_most_severe_finding(name: str, fail_on: str, code: int) -> None:
    assert main(["check", name, "--fail-on", fail_on]) == code


def test_a_retired_rule_is_reported_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "x.json"])
    out = capsys.readouterr().out
    for code, why in RETIRED.items():
        main(["check", "x.json", "--ignore", code])
        assert capsys.readouterr() == (out, f"quy tắc {code} đã thôi dùng, bỏ mã này được: {why}\n")


@pytest.mark.parametrize(
    ("chosen", "codes"),
    [
        (["--select", "TST001"], ["TST001"]),
        (["--select", "TST"], ["TST001", "TST002"]),
        (["--select", "TST001,TST002"], ["TST001", "TST002"]),
        (["--ignore", "TST001"], ["TST002"]),
    ],
)
def test_rules_are_chosen_by_code(
    chosen: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "x.json", "--format", "json", *chosen])

    found = json.loads(capsys.readouterr().out)["x.json"]["findings"]
    assert [finding["code"] for finding in found] == codes


def test_reports_are_checked_together_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """One result for all files that can be read, each finding with its unit."""
    assert main(["check", "--together", "x.json", "none.json", "y.json", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert (list(result), err) == (["none.json", "x.json, y.json"], "none.json: không có tệp này\n")
    found = [(item["code"], item["place"]) for item in result["x.json, y.json"]["findings"]]
    assert found == [
        ("TST001", "xã X: Đơn vị, Tên đơn vị"),
        ("TST002", "xã X: Đơn vị, Mã đơn vị"),
        ("TST002", "xã Yên Mỹ: Đơn vị, Mã đơn vị"),
    ]
    assert main(["check", "--together", "none.json"]) == 2
    assert main(["check", "--together", "--repairs", "x.json"]) == 2
    assert capsys.readouterr().err.endswith("không dùng được --repairs cùng --together\n")


def test_the_last_line_counts_the_reports_that_were_checked_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--together", "x.json", "none.json", "y.json"]) == 2
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "2 báo cáo: 1 lỗi, 2 cảnh báo; 1 tệp không đọc được"
    Path("z.json").write_bytes(Path("y.json").read_bytes())
    assert main(["check", "--together", "y.json", "z.json", "--select", "TST001"]) == 0
    assert capsys.readouterr().out == "2 báo cáo: không có phát hiện\n"


def test_earlier_reports_are_read_with_those_checked_together(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mttq.checking._project.RULES", RULES)
    first = make_report()
    dump(first, "first.json")
    dump(first.with_value("kl62-pl1.movements.started", 9), "second.json")
    chosen = ("second.json", "--select", "XRP001", "--format", "json")

    assert main(["check", "--together", "--previous", "first.json", *chosen]) == 0
    found = json.loads(capsys.readouterr().out)["second.json"]["findings"]
    assert [(item["code"], item["expected"], item["actual"]) for item in found] == [("XRP001", "7", "9")]
    assert main(["check", "--together", "--previous", "none.json", "--previous", "first.json", *chosen]) == 2
    out, err = capsys.readouterr()
    assert err == "none.json: không có tệp này\n"
    assert json.loads(out)["second.json"]["findings"] == found
    assert main(["check", "--previous", "first.json", *chosen]) == 2
    assert capsys.readouterr() == ("", "--previous chỉ dùng được cùng --together\n")


@pytest.mark.parametrize("together", [[], ["--together"]])
def test_what_a_file_of_waivers_covers_fails_nothing(
    together: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    dump_waivers([Waiver(code="TST001", reason="tên cổ")], "waivers.json")
    assert main(["check", *together, "x.json", "--waivers", "waivers.json", "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)["x.json"]
    assert [(item["code"], item["waived"]) for item in result["waived"]] == [("TST001", "tên cổ")]
    assert [item["code"] for item in result["findings"]] == ["TST002"]


@pytest.mark.parametrize("together", [[], ["--together"]])
def test_waivers_of_an_old_file_are_rewritten(
    together: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    finding = mttq.check(mttq.load("x.json"), rules=[name_is_not_x])[0]
    old = Waiver(code="TST001", reason="tên cổ", path="unit.name", unit="xã X", value_hash=finding.value_hash)
    elsewhere, by_hand = attrs.evolve(old, unit="xã Y"), Waiver(code="TST002", reason="chưa có mã")
    dump_waivers([old, elsewhere, by_hand], "waivers.json")
    command = ["check", *together, "x.json", "--waivers", "waivers.json", "--format", "json"]

    assert main(command) == 0
    assert capsys.readouterr().err.startswith(
        "waivers.json: 2 giải trình đã chấp nhận ghi số liệu theo cách cũ"
    )
    assert main([*command, "--rewrite-waivers", "waivers.json"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "waivers.json: đã ghi 3 giải trình đã chấp nhận; 1 giữ dạng cũ vì không ứng với phát hiện nào ở đây"
    ]
    with pytest.warns(FutureWarning):
        assert mttq.load_waivers("waivers.json") == (finding.waive("tên cổ"), elsewhere, by_hand)

    dump_waivers([old], "waivers.json")
    assert main([*command, "--rewrite-waivers", "new.json"]) == 0
    assert capsys.readouterr().err.splitlines() == ["new.json: đã ghi 1 giải trình đã chấp nhận"]
    assert mttq.load_waivers("new.json") == (finding.waive("tên cổ"),)
    assert main([*command, "--rewrite-waivers", "new.json"]) == 0


def test_waivers_that_cannot_be_rewritten_are_reported(capsys: pytest.CaptureFixture[str]) -> None:
    dump_waivers([Waiver(code="TST001", reason="tên cổ")], "waivers.json")
    assert main(["check", "x.json", "--rewrite-waivers", "waivers.json"]) == 2
    assert main(["check", "x.json", "--waivers", "waivers.json", "--rewrite-waivers", "none/new.json"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "--rewrite-waivers chỉ dùng được cùng --waivers",
        "none/new.json: không ghi được tệp (không có tệp này)",
    ]


def test_a_bad_waiver_file_is_reported_before_anything_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("waivers.json").write_text('[{"code": "TST001"}]', "utf-8")
    assert main(["check", "x.json", "--waivers", "waivers.json"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "waivers.json: chưa đọc được, có 1 chỗ chưa đúng\n  $[0].reason: thiếu khóa bắt buộc\n",
    )


def test_rules_of_installed_packages_take_part_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_more = RuleSet([name_is_not_x, unit_has_a_code, five_villages])
    monkeypatch.setattr("mttq.checking._project.installed_rules", lambda: with_more)

    main(["check", "x.json", "--installed-rules", "--select", "TST003", "--format", "json"])
    assert list(json.loads(capsys.readouterr().out)["x.json"]["counts"]) == ["TST003"]
    assert main(["check", "x.json", "--select", "TST003"]) == 2
    assert main(["rules", "--installed-rules", "TST003"]) == 0
    assert "Năm thôn" in capsys.readouterr().out


def test_rules_of_a_file_take_part_where_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = str(Path(__file__).parents[1] / "examples" / "rules_of_hue.toml")
    main(["check", "x.json", "--rules", rules, "--select", "HUE001", "--format", "json"])
    assert list(json.loads(capsys.readouterr().out)["x.json"]["counts"]) == ["HUE001"]
    assert main(["rules", "--rules", rules, "HUE003"]) == 0
    assert "Cho lệch 5 hộ" in capsys.readouterr().out
    assert main(["check", "x.json", "--rules", rules, "--rules", rules]) == 2
    assert capsys.readouterr().err == "--rules: hai quy tắc cùng mã HUE001\n"
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[rule]]\n", encoding="utf-8")
    assert main(["check", "x.json", "--rules", str(wrong)]) == 2
    assert "dòng 1: thiếu “code”" in capsys.readouterr().err
    assert main(["check", "x.json", "--rules", str(tmp_path / "none.toml")]) == 2
    assert "không có tệp này" in capsys.readouterr().err


def test_a_profile_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("mttq.checking._project.RULES", RULES)
    main(["check", "x.json", "--profile", "form-only", "--format", "json"])
    counts = json.loads(capsys.readouterr().out)["x.json"]["counts"]
    assert {RULES[code].level for code in counts} == {0}


@pytest.mark.parametrize(
    "chosen", [["--profile", "form-only"], ["--select", "TST001", "--ignore", "TST"], ["--ignore", "TST"]]
)
def test_a_choice_that_leaves_no_rule_is_refused(
    chosen: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Otherwise everything would pass."""
    for command in (["check", "x.json"], ["compare", "x.json", "z.json"]):
        assert main([*command, *chosen]) == 2
        assert capsys.readouterr() == ("", "--profile, --select và --ignore không để lại quy tắc nào\n")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("CRI999", "không có quy tắc nào mã 'CRI999'; xem: mttq rules"),
        ("", "--select: chưa ghi mã quy tắc nào"),
        (" ,", "--select: chưa ghi mã quy tắc nào"),
    ],
)
def test_a_code_that_chooses_nothing_is_refused(
    code: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Otherwise a slip of the pen would let everything pass."""
    assert main(["check", "x.json", "--select", code]) == 2
    assert capsys.readouterr() == ("", f"{told}\n")


def test_files_that_cannot_be_used_are_named_and_the_others_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every fault of a file that is no report is shown; 2 outranks the two other codes."""
    Path("folder").mkdir()

    code = main(["check", "broken.json", "none.json", "folder", "x.json"])

    out, err = capsys.readouterr()
    first, *faults, none, folder = err.splitlines()
    assert (code, out, first, none) == (
        2,
        f"{X}1 báo cáo: 1 lỗi, 1 cảnh báo; 3 tệp không đọc được\n",
        "broken.json: chưa đọc được, có 2 chỗ chưa đúng",
        "none.json: không có tệp này",
    )
    assert [fault.split(":")[0] for fault in faults] == [
        "  Đơn vị, Loại đơn vị ($.unit.kind)",
        "  Đơn vị, Tên đơn vị ($.unit.name)",
    ]
    assert folder == "folder: là thư mục không có tệp .json nào"


def test_a_directory_means_the_report_files_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    r"""A console of Windows gives `reports\*.json` to the program as it stands."""
    folder = Path("reports")
    (folder / "deep").mkdir(parents=True)
    first, second = folder / "b.json", folder / "deep" / "a.json"
    for path in (first, second, folder / "c.txt"):
        dump(make_report(), path)

    assert main(["check", "reports", "z.json", str(first), "--format", "json"]) == 0

    assert list(json.loads(capsys.readouterr().out)) == [str(first), str(second), "z.json"]
    assert main(["show", "reports"]) == 2
    assert capsys.readouterr() == ("", "reports: là thư mục\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_files_of_any_kind_that_cannot_be_read_are_named_and_the_others_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path("reports")
    (folder / "named.json").mkdir(parents=True)
    (folder / "good.json").write_bytes(Path("z.json").read_bytes())
    (folder / "lost.json").symlink_to("nowhere.json")
    (folder / "loop.json").symlink_to("loop.json")
    os.mkfifo(folder / "pipe.json")
    Path("words.json").write_bytes(b"%PDF-1.7")

    long = "a" * 300
    assert main(["check", "reports", "/dev/zero", long, "", "words.json"]) == 2

    out, err = capsys.readouterr()
    assert out == "1 báo cáo: không có phát hiện; 8 tệp không đọc được\n"
    assert err.splitlines() == [
        "reports/loop.json: các liên kết trỏ vòng quanh",
        "reports/lost.json: liên kết trỏ đến tệp không có",
        "reports/named.json: là thư mục",
        "reports/pipe.json: là thiết bị hoặc đường ống, không phải tệp",
        "/dev/zero: là thiết bị hoặc đường ống, không phải tệp",
        f"{long}: tên quá dài",
        "tên tệp để trống",
        "words.json: chưa đọc được, có 1 chỗ chưa đúng",
        "  $: đây là tệp PDF, không phải báo cáo dạng JSON; cần tệp JSON như lệnh mttq schema mô tả",
    ]


@pytest.mark.parametrize("together", [[], ["--together"]])
def test_a_folder_that_cannot_be_listed_is_named_and_the_others_are_checked(
    together: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("reports/closed").mkdir(parents=True)
    Path("reports/good.json").write_bytes(Path("z.json").read_bytes())
    scan = os.scandir

    def refuse(folder: str) -> object:
        if folder == "reports/closed":
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    told = "reports/closed: không đọc được thư mục (không có quyền truy cập)"
    assert main(["check", *together, "reports", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert err == f"{told}\n"
    result = json.loads(out)
    assert sorted(result) == ["reports/closed", "reports/good.json"]
    assert result["reports/closed"] == {"error": told}


def test_a_file_under_two_names_is_checked_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Together with itself it would be a copy."""
    Path("again.json").symlink_to("z.json")
    assert main(["check", "z.json", "./z.json", "again.json"]) == 0
    assert capsys.readouterr() == (Z, "")


def test_a_name_reaches_the_terminal_without_its_controls(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "a\x1b[2J\u202e\nb.json"
    Path(f"broken{hostile}").write_text("{", "utf-8")
    assert main(["check", hostile, f"broken{hostile}"]) == 2
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "a\ufffd[2J\ufffd b.json: không có tệp này"
    assert err[1] == "brokena\ufffd[2J\ufffd b.json: chưa đọc được, có 1 chỗ chưa đúng"
    assert len(err) == 3


@pytest.mark.skipif(os.name != "posix", reason="names of files are texts")
@pytest.mark.parametrize("fmt", ["text", "markdown", "json", "csv", "tsv", "junit", "sarif"])
def test_a_name_that_is_not_text_stops_nothing(fmt: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file from an archive that was packed with another alphabet."""
    name = os.fsdecode(b"x\xff.json")
    Path(name).write_bytes(Path("x.json").read_bytes())
    assert main(["check", name, "--format", fmt]) == 1
    assert "TST001" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ""],
        ["check", "z.json", "--waivers", ""],
        ["check", "z.json", "--together", "--previous", ""],
        ["check", "z.json", "--waivers", "none_yet.json", "--rewrite-waivers", ""],
        ["compare", "", "z.json"],
        ["show", ""],
    ],
)
def test_an_empty_name_is_neither_a_file_nor_the_working_folder(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A variable of a script that was not set."""
    dump_waivers([], "none_yet.json")
    assert main(arguments) == 2
    assert capsys.readouterr().err == "tên tệp để trống\n"


@pytest.mark.parametrize("option", ["--waivers", "--previous"])
def test_other_files_are_read_as_carefully_as_reports(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    together = ["--together"] if option == "--previous" else []
    for name, why in (
        ("/dev/zero", "/dev/zero: là thiết bị hoặc đường ống, không phải tệp\n"),
        ("none.json", "none.json: không có tệp này\n"),
    ):
        assert main(["check", "z.json", *together, option, name]) == 2
        assert capsys.readouterr().err == why


def test_a_file_for_which_there_is_no_memory_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> Report:
        raise MemoryError

    monkeypatch.setattr("mttq.cli._inputs.load", refuse)
    assert main(["check", "z.json"]) == 2
    assert capsys.readouterr() == ("", "z.json: tệp quá lớn, không đủ bộ nhớ để đọc\n")


def test_a_mistake_in_mttq_costs_one_file_and_is_not_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(report: Report, **_: object) -> Findings:
        if report.unit.name == "X":
            raise ZeroDivisionError
        return mttq.check(report, rules=[])

    monkeypatch.setattr("mttq.cli._check.check", broken)
    assert main(["check", "none.json", "x.json", "z.json", "--format", "json"]) == 3
    out, err = capsys.readouterr()
    told = "x.json: mttq bị lỗi nội bộ, không đối chiếu được"
    assert json.loads(out)["x.json"] == {"error": told}
    assert json.loads(out)["z.json"]["findings"] == []
    lines = err.splitlines()
    assert lines[1] == "Traceback (most recent call last):"
    assert lines[-3:] == ["ZeroDivisionError", "đề nghị gửi những dòng trên cho tác giả của mttq", told]


def test_a_rule_that_exits_the_program_does_not_pass_as_a_clean_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @rule("TST009", Severity.ERROR, level=1, title="Thoát", message="Thoát")
    def leaves(report: Report) -> Iterator[Judgement]:
        """Leave."""
        yield sys.exit(0)

    monkeypatch.setattr("mttq.checking._project.RULES", RuleSet([leaves]))
    assert main(["check", "z.json"]) == 1
    assert "MTQ999" in capsys.readouterr().out


def test_packages_that_exit_the_program_do_not_pass_as_a_clean_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    point = EntryPoint(name="hue", value="rules_of_hue", group="mttq.rules")
    monkeypatch.setattr(EntryPoint, "load", lambda _: sys.exit(0))
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: (point,))
    with pytest.raises(RuntimeError, match=r"sys\.exit\(0\)"):
        main(["check", "z.json", "--installed-rules"])


def test_packages_whose_rules_cannot_be_loaded_are_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    point = EntryPoint(name="hue", value="rules_of_hue", group="mttq.rules")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: (point,))
    for command in (["check", "z.json"], ["rules"]):
        assert main([*command, "--installed-rules"]) == 2
    why = "ModuleNotFoundError: No module named 'rules_of_hue'"
    told = f"--installed-rules: rules_of_hue: không nạp được ({why})\n"
    assert capsys.readouterr() == ("", told * 2)


def test_an_unreadable_file_is_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert main(["check", "x.json"]) == 2
    assert capsys.readouterr() == ("", "x.json: không có quyền truy cập\n")


def test_codes_may_be_given_in_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    for chosen in (["rules", "TST001"], ["check", "x.json", "--select", "TST001"]):
        main(chosen)
        expected = capsys.readouterr()
        main([word.replace("TST001", "tst001") for word in chosen])
        assert capsys.readouterr() == expected


def test_json_is_one_object_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file cannot be read, "error" says why, as standard error does."""
    main(["check", "--format", "json", "--lang", "en", "z.json", "none.json", "x.json"])

    out, err = capsys.readouterr()
    result = json.loads(out)
    assert list(result) == ["z.json", "none.json", "x.json"]
    assert result["none.json"] == {"error": err.rstrip("\n")}
    assert (result["z.json"]["findings"], list(result["z.json"]["counts"])) == ([], ["TST001", "TST002"])
    assert result["x.json"]["findings"][0]["message"] == "The name has 1 letters"


CSV = """\
report;code;severity;title;message;unit;path;place;expected;actual;arithmetic;suggestions;related;waived;fingerprint;basis
x.json;TST001;error;Tên đủ dài;Tên có 1 chữ;xã X;unit.name;Đơn vị, Tên đơn vị;;;;;;;{};Số học
x.json;TST002;warning;Có mã;Thiếu mã;xã X;unit.code;Đơn vị, Mã đơn vị;;;;;;;{};Điều 8 Luật số 75/2015/QH13
"""
JUNIT = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mttq" tests="5" failures="2" errors="1">
  <testsuite name="z.json" tests="2" failures="0" errors="0" skipped="2">
    <testcase classname="z.json" name="TST001">
      <skipped message="không áp dụng cho báo cáo này" />
    </testcase>
    <testcase classname="z.json" name="TST002">
      <skipped message="không áp dụng cho báo cáo này" />
    </testcase>
  </testsuite>
  <testsuite name="none.json" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="none.json" name="đọc báo cáo">
      <error type="unreadable" message="none.json: không có tệp này" />
    </testcase>
  </testsuite>
  <testsuite name="x.json" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="x.json" name="TST001 Tên đủ dài">
      <failure type="error" message="Đơn vị, Tên đơn vị: Tên có 1 chữ">TST001 · Lỗi · Tên đủ dài
Đơn vị, Tên đơn vị
Tên có 1 chữ.
Căn cứ: Số học
Đề nghị kiểm tra, sửa số liệu hoặc giải trình.</failure>
    </testcase>
    <testcase classname="x.json" name="TST002 Có mã">
      <failure type="warning" message="Đơn vị, Mã đơn vị: Thiếu mã">TST002 · Cảnh báo · Có mã
Đơn vị, Mã đơn vị
Thiếu mã.
Căn cứ: Điều 8 Luật số 75/2015/QH13
Đề nghị rà soát; nếu số liệu đúng, đề nghị nêu lý do.</failure>
    </testcase>
  </testsuite>
</testsuites>
"""


@pytest.mark.parametrize(("fmt", "mark"), [("csv", ";"), ("tsv", "\t")])
def test_spreadsheets_get_one_table_of_all_files(
    fmt: str, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", fmt, "z.json", "x.json"]) == 1

    marks = [finding.fingerprint for finding in mttq.check(mttq.load("x.json"))]
    printed = capsys.readouterr()
    assert printed.out.startswith("\ufeff") == (fmt == "csv")
    rows = list(csv.reader(io.StringIO(printed.out.removeprefix("\ufeff")), delimiter=mark))
    assert rows == list(csv.reader(io.StringIO(CSV.format(*marks)), delimiter=";"))
    assert printed.err == ""


def test_test_servers_get_one_suite_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--format", "junit", "--fail-on", "warning", "z.json", "none.json", "x.json"])

    assert (code, *capsys.readouterr()) == (2, JUNIT, "none.json: không có tệp này\n")


def test_code_hosts_get_one_run_with_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "sarif", "--lang", "en", "z.json", "x.json"]) == 1

    reports = {name: mttq.check(mttq.load(name)) for name in ("z.json", "x.json")}
    assert capsys.readouterr() == (to_sarif(reports, lang="en") + "\n", "")


def test_markdown_has_a_heading_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "markdown", "--lang", "en", "z.json"])

    assert capsys.readouterr().out == (
        "# z.json\n\n## Results of the check\n\nNo findings.\n\n"
        "Checks made: 0 (0 passed, 0 failed). Not verifiable: 0. Not applicable: 2.\n\n"
    )


def test_a_dash_is_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("z.json").read_bytes()), "cp1252"))

    assert main(["check", "-"]) == 0
    assert capsys.readouterr().out == Z.replace("z.json", "-")


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("together", [[], ["--together"]])
def test_many_files_show_progress_on_a_terminal_and_clear_it(
    together: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)

    main(["check", *together, "y.json", "z.json"])

    gone = f"\r{' ' * 23}\r"
    assert terminal.getvalue() == f"[#####.....] 1/2 y.json{gone}[##########] 2/2 z.json{gone}"


def test_one_file_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)

    main(["check", "y.json"])

    assert terminal.getvalue() == ""


def test_two_versions_are_compared_and_new_findings_set_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mttq.checking._project.RULES", RuleSet([unit_has_a_code, five_villages]))
    unit = Unit(kind=UnitKind.COMMUNE, name="Yên Mỹ")
    versions = [
        Report(unit=unit, title="Báo cáo", population=PopulationProfile(villages=villages))
        for villages in (5, 15)
    ]
    for name, report in zip(("before.json", "after.json"), versions, strict=True):
        dump(report, name)
    before, after = (mttq.check(report, rules=[unit_has_a_code, five_villages]) for report in versions)

    assert main(["compare", "before.json", "after.json", "--format", "markdown", "--lang", "en"]) == 1
    assert capsys.readouterr() == (render(after.compare(before), fmt="markdown", lang="en") + "\n", "")
    assert main(["compare", "before.json", "after.json", "--fail-on", "never"]) == 0
    assert main(["compare", "after.json", "before.json"]) == 0
    shown = capsys.readouterr().out.split("Phát hiện ")
    assert [part.splitlines()[0] for part in shown[-3:]] == [
        "mới so với bản trước",
        "đã có ở bản trước",
        "đã khắc phục",
    ]
    assert "TST003" in shown[-1]
    assert main(["compare", "none.json", "after.json"]) == 2
    assert capsys.readouterr() == ("", "none.json: không có tệp này\n")


def test_show_prints_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "z.json"]) == 0
    assert capsys.readouterr() == ("Báo cáo <năm>\n\nĐơn vị: xã Đông Sơn (Mã đơn vị: 14767)\n", "")


def test_show_prints_a_page_that_browsers_read_as_utf_8(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "z.json", "--format", "html", "--lang", "en"])

    head, page = capsys.readouterr().out.split("</style>\n")
    assert head.startswith(
        """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Báo cáo &lt;năm&gt;</title>
<style>
"""
    )
    assert page == "<h1>Báo cáo &lt;năm&gt;</h1>\n<p>Unit: xã Đông Sơn (Code of the unit: 14767)</p>\n"


def test_show_refuses_what_is_not_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "none.json"]) == 2
    assert capsys.readouterr() == ("", "none.json: không có tệp này\n")


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule without English words keeps its Vietnamese ones."""
    assert main(["rules", "--lang", "en"]) == 0
    assert (
        capsys.readouterr().out
        == """\
Rules

Code    Severity  Title
------  --------  ----------------
TST001  Error     The name is long
TST002  Warning   Có mã
"""
    )


def test_a_rule_is_shown_as_in_the_rule_book(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "TST001"]) == 0
    assert capsys.readouterr() == (tell(name_is_not_x) + "\n", "")


def test_an_unknown_rule_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "TST009"]) == 2
    assert capsys.readouterr() == (
        "",
        "không có quy tắc nào mã 'TST009'; có phải “TST001”?; xem: mttq rules\n",
    )


def test_every_rule_can_be_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mttq.checking._project.RULES", RULES)
    for item in RULES:
        main(["rules", item.code])
        assert capsys.readouterr().out.startswith(f"{item.code} · ")


@pytest.mark.parametrize(
    ("of", "schema"), [("report", json_schema), ("findings", findings_schema), ("waivers", waivers_schema)]
)
@pytest.mark.parametrize("lang", get_args(Lang))
def test_a_schema_is_printed_as_json(
    of: str, schema: Callable[..., object], lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", of, "--lang", lang]) == 0
    assert json.loads(capsys.readouterr().out) == schema(lang=lang)


def test_the_schema_of_reports_is_printed_if_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])

    assert capsys.readouterr().out == f"mttq {mttq.__version__}\n"


def test_a_command_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])

    assert "LỆNH" in capsys.readouterr().err


def in_a_shell(command: str) -> tuple[int, str, str]:
    """Run `mttq …` with the streams that the shell gives it."""
    done = subprocess.run(
        ["sh", "-c", command.replace("mttq", f"{shlex.quote(sys.executable)} -m mttq", 1)],  # noqa: S607
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


POSIX = pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX closes streams")


@pytest.mark.share(2)
@pytest.mark.share(2)
@POSIX
@pytest.mark.parametrize("arguments", ["check z.json", "--version"])
def test_a_result_that_cannot_be_written_is_reported(arguments: str) -> None:
    closed = "không ghi được kết quả: đầu ra chuẩn đã đóng\n"
    full = "không ghi được kết quả: hết dung lượng đĩa\n"
    assert in_a_shell(f"mttq {arguments} >&-") == (2, "", closed)
    assert in_a_shell(f"mttq {arguments} >/dev/full") == (2, "", full)


@pytest.mark.share(2)
@pytest.mark.share(2)
@POSIX
@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full"])
def test_errors_that_cannot_be_printed_are_not_part_of_the_result(stderr: str) -> None:
    shown = "Báo cáo <năm>\n\nĐơn vị: xã Đông Sơn (Mã đơn vị: 14767)\n"
    assert in_a_shell(f"mttq show z.json {stderr}") == (0, shown, "")
    assert in_a_shell(f"mttq show none.json {stderr}") == (2, "", "")


@pytest.mark.sweep
@POSIX
def test_without_standard_input_the_other_files_are_checked() -> None:
    code, out, err = in_a_shell("mttq check - z.json <&-")
    assert (code, out.splitlines()[0], err) == (2, "z.json", "-: đầu vào chuẩn đã đóng\n")
    assert in_a_shell("mttq show z.json <&- >&- 2>&-") == (2, "", "")


@pytest.mark.parametrize("arguments", [["show", "none.json"], ["--nonsense"]])
def test_closed_streams_are_at_least_seen_in_the_exit_code(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr", None)
    with pytest.raises(SystemExit, match="2"):
        raise SystemExit(main(arguments))
    assert capsys.readouterr().out == ""
    monkeypatch.setattr("sys.stdout", None)
    assert main(["rules"]) == 2


@pytest.mark.parametrize("stream", ["sys.stdout", "sys.stderr"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_ends_the_command_without_a_traceback(
    stream: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(stream, full)
        assert main(["show", "z.json" if stream == "sys.stdout" else "none.json"]) == 2
    told = "không ghi được kết quả: hết dung lượng đĩa\n" if stream == "sys.stdout" else ""
    assert capsys.readouterr() == ("", told)


def test_standard_input_is_named_by_its_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{")))
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err.startswith("-: chưa đọc được, có 1 chỗ chưa đúng\n")
    monkeypatch.setattr("sys.stdin", None)
    assert main(["compare", "-", "z.json"]) == 2
    assert capsys.readouterr().err == "-: đầu vào chuẩn đã đóng\n"


def test_a_closed_pipe_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in `mttq rules | head -1`; the shell's code for it is given."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        assert main(["rules"]) == 141


def test_an_interrupted_command_ends_silently(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr("mttq.cli._inputs.load", interrupt)
    assert main(["check", "z.json"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("columns", "width"), [("80", 79), ("60", 59), ("200", 100)])
def test_tables_fit_a_narrow_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped has the same lines whatever the terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("mttq.checking._project.RULES", RULES)
    dump(make_report().with_value("kl62-pl2.criticism.sessions.commune", 31), "wrong.json")
    widest = []
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stdout", stream)
        main(["check", "wrong.json"])
        widest.append(max(map(len, stream.getvalue().splitlines())))
    assert widest[0] <= width
    assert widest[1] > 80
    assert (widest[0] == widest[1]) is (width == 100)


def test_output_is_utf_8_on_any_console() -> None:
    """cp1252, the console of a Windows in the West, has no letter ơ."""
    done = subprocess.run(
        [sys.executable, "-m", "mttq", "show", "z.json"],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout.decode().splitlines(), done.stderr) == (
        0,
        ["Báo cáo <năm>", "", "Đơn vị: xã Đông Sơn (Mã đơn vị: 14767)"],
        b"",
    )


def test_the_project_file_of_the_working_folder_is_honoured_and_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mttq.checking._project.RULES", RULES)
    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    Path("received").mkdir()
    dump(wrong, "received/a.json")
    assert main(["check", "received"]) == 1
    Path("received/mttq.toml").write_text('ignore = ["CRI"]', "utf-8")
    assert main(["check", "received"]) == 1  # beside the files that are checked it says nothing
    Path("mttq.toml").write_text('ignore = ["CRI"]\nlang = "en"', "utf-8")
    capsys.readouterr()
    assert main(["check", "received"]) == 0
    printed = capsys.readouterr()
    assert printed.err == f"settings from {Path.cwd() / 'mttq.toml'}\n"
    assert "No findings" in printed.out
    assert main(["check", "received", "--ignore", "ORG"]) == 1
    assert main(["check", "received", "--no-config"]) == 1
    assert main(["--config", "received/mttq.toml", "check", "received"]) == 0
    assert main(["compare", "received/a.json", "received/a.json", "--config", "mttq.toml"]) == 0
    assert main(["check", "received", "--config", "nowhere.toml"]) == 2
    assert "nowhere.toml: không có tệp này" in capsys.readouterr().err


def test_modules_of_a_project_file_are_loaded_only_with_the_option(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "form_of_xyz.py").write_text(
        "import attrs\nimport mttq\n\n"
        '@mttq.form("XYZ-1", title="Biểu")\n@attrs.frozen(kw_only=True)\nclass Table:\n'
        '    lamps: mttq.Count | None = mttq.row("1", "Số đèn")\n',
        "utf-8",
    )
    Path("mttq.toml").write_text('modules = ["form_of_xyz"]', "utf-8")
    assert main(["rules"]) == 2
    assert "mttq --modules" in capsys.readouterr().err
    assert "form_of_xyz" not in sys.modules
    code = (
        "import sys; from mttq.cli import main; main(['rules', 'CRI001', '--modules']);"
        "from mttq.forms import registered_forms; print('XYZ-1' in registered_forms())"
    )
    environment = os.environ | {"PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "True"


def test_a_broken_project_file_is_refused_with_all_its_faults(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mttq.toml").write_text('selct = 1\nprofile = "x"', "utf-8")
    assert main(["rules", "--lang", "en"]) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  selct: no key “selct”; did you mean “select”?",
        "  profile: expected one of: default, form-only; found 'x'",
    ]
