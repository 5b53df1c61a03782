"""The pytest plugin: which tests it makes of reports, what they say, and that it stays out of the way."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import mttq
from mttq.rules import RuleSet
from mttq.testing import make_report

pytest_plugins = ["pytester"]
for _package in (mttq, mttq.testing):  # pytester forgets what is first imported while it runs
    for _name in dir(_package):
        getattr(_package, _name)

PLUGIN = ("-p", "pytest_mttq", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 15)


@pytest.fixture
def office(pytester: pytest.Pytester) -> pytest.Pytester:
    """A directory with a good report, a wrong one, a file that is none, and a test of something else."""
    reports = pytester.mkdir("reports")
    mttq.dump(make_report(), reports / "mau.json")
    mttq.dump(WRONG, reports / "sai.json")
    (reports / "hong.json").write_text('{"schema_version": 1}', encoding="utf-8")
    (reports / "ghi_chu.txt").write_text("không phải báo cáo", encoding="utf-8")
    pytester.makepyfile(test_other="def test_nothing(): pass")
    return pytester


def run(office: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return office.runpytest_inprocess(*PLUGIN, *arguments)


def test_each_file_and_family_is_one_test_with_a_clear_name(office: pytest.Pytester) -> None:
    done = run(office, "--mttq", "reports", "--mttq-select", "CRI,UNI", "--collect-only", "-q")
    names = [line for line in done.outlines if "::" in line]
    assert names == [
        "reports/hong.json::load",
        "reports/mau.json::CRI",
        "reports/mau.json::UNI",
        "reports/sai.json::CRI",
        "reports/sai.json::UNI",
    ]


def test_reports_are_collected_beside_the_tests_that_are_named(office: pytest.Pytester) -> None:
    done = run(
        office, "test_other.py", "--mttq", "reports/mau.json", "--mttq-select=CRI", "--collect-only", "-q"
    )
    assert [line for line in done.outlines if "::" in line] == [
        "test_other.py::test_nothing",
        "reports/mau.json::CRI",
    ]


def test_a_wrong_report_fails_with_its_findings_explained(office: pytest.Pytester) -> None:
    done = run(office, "--mttq", "reports/sai.json", "--mttq-select", "CRI,ORG")
    done.assert_outcomes(passed=1, failed=1)
    shown = done.stdout.str()
    assert mttq.check(WRONG)["CRI001"][0].explain() in shown
    assert "sai.json · CRI" in shown
    assert "Traceback" not in shown
    assert ".py:" not in shown


def test_a_file_that_is_not_a_report_fails_with_all_its_faults(office: pytest.Pytester) -> None:
    done = run(office, "--mttq", "reports/hong.json")
    done.assert_outcomes(failed=1)
    with pytest.raises(mttq.LoadError) as caught:
        mttq.load(office.path / "reports/hong.json")
    assert str(caught.value) in done.stdout.str()


def without_a_total(office: pytest.Pytester) -> mttq.Report:
    """Write a report of which only APP002 warns."""
    report = make_report().with_value("kl62-pl1.cadres.full_time.total", None)
    mttq.dump(report, office.path / "reports/thieu.json")
    return report


def test_findings_below_the_least_severity_are_shown_and_fail_nothing(office: pytest.Pytester) -> None:
    (finding,) = mttq.check(without_a_total(office))
    done = run(office, "--mttq", "reports/thieu.json", "--mttq-select=APP")
    done.assert_outcomes(passed=1)
    done.stdout.fnmatch_lines(
        ["*= mttq =*", f"reports/thieu.json::APP: APP002 · {finding.place}: {finding.message}"]
    )


def test_the_least_severity_and_ignored_codes_are_options(office: pytest.Pytester) -> None:
    without_a_total(office)
    strict = ("--mttq", "reports/thieu.json", "--mttq-fail-on=warning", "--mttq-select=APP")
    run(office, *strict).assert_outcomes(failed=1)
    run(office, *strict, "--mttq-ignore=APP002").assert_outcomes(passed=1)


def test_a_family_that_judged_nothing_is_skipped_and_not_passed(office: pytest.Pytester) -> None:
    bare = mttq.Report(unit=make_report().unit, title="Báo cáo", population=make_report().population)
    mttq.dump(bare.with_value("population.households", None), office.path / "reports/mau.json")
    done = run(office, "--mttq", "reports/mau.json", "--mttq-select=CRI,UNI009,UNI008", "-rs")
    done.assert_outcomes(skipped=2)
    done.stdout.fnmatch_lines(["*không áp dụng*", "*chưa đủ số liệu để đối chiếu (3)*"])


def test_a_code_that_no_rule_has_and_a_missing_file_end_the_run(office: pytest.Pytester) -> None:
    wrong_code = run(office, "--mttq", "reports", "--mttq-select", "ZZZ")
    assert wrong_code.ret == pytest.ExitCode.USAGE_ERROR
    wrong_code.stderr.fnmatch_lines(["*không có quy tắc nào mã 'ZZZ'*"])
    assert run(office, "--mttq", "nowhere").ret == pytest.ExitCode.USAGE_ERROR


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_every_file_in_a_folder_is_tested_or_fails_by_name(office: pytest.Pytester) -> None:
    """What pytest itself would not walk through, and what it takes for no file, too."""
    reports, other = office.path / "all", office.path / "other"
    for folder in (reports / "build", reports / ".old", reports / "named.json", other):
        folder.mkdir(parents=True)
    good = [
        reports / "build/a.json",
        reports / ".old/b.json",
        reports / "MAU.JSON",
        reports / "báo cáo [1].json",
    ]
    for path in (*good, other / "c.json"):
        mttq.dump(make_report(), path)
    (reports / "link").symlink_to(other, target_is_directory=True)
    (reports / "lost.json").symlink_to("nowhere")
    os.mkfifo(reports / "pipe.json")

    done = run(office, "--mttq", "all", "--mttq-select", "CRI", "-v")

    done.assert_outcomes(passed=5, failed=3)
    done.stdout.fnmatch_lines(
        [
            "all/.old/b.json::CRI PASSED*",
            "all/MAU.JSON::CRI PASSED*",
            "all/build/a.json::CRI PASSED*",
            "all/báo cáo ?1?.json::CRI PASSED*",
            "all/link/c.json::CRI PASSED*",
            "all/lost.json::load FAILED*",
            "all/named.json::load FAILED*",
            "all/pipe.json::load FAILED*",
            f"{reports}/lost.json: liên kết trỏ đến tệp không có",
            f"{reports}/named.json: là thư mục",
            f"{reports}/pipe.json: là thiết bị hoặc đường ống, không phải tệp",
        ]
    )


def test_what_is_ignored_by_the_command_line_is_not_tested(office: pytest.Pytester) -> None:
    mttq.dump(make_report(), office.mkdir("reports/old") / "mau.json")
    for ignored in ("--ignore=reports/old", "--ignore-glob=reports/o*", "--ignore=reports/old/mau.json"):
        done = run(office, "--mttq", "reports", "--mttq-select=CRI", ignored, "--collect-only", "-q")
        names = [line for line in done.outlines if "::" in line]
        assert names == ["reports/hong.json::load", "reports/mau.json::CRI", "reports/sai.json::CRI"]


def test_a_named_file_that_is_not_a_report_fails_by_name(office: pytest.Pytester) -> None:
    for name in ("reports/ghi_chu.txt", "/dev/null"):
        done = run(office, "--mttq", name, "--mttq", "reports/mau.json", "--mttq-select", "CRI")
        done.assert_outcomes(passed=1, failed=1)
        done.stdout.fnmatch_lines([f"*{Path(name).name}: *"])


def test_what_mttq_says_of_a_file_holds_no_controls_of_its_name(office: pytest.Pytester) -> None:
    without_a_total(office)
    hostile = office.path / "reports/a\x1b[2J\u202e.json"
    hostile.write_bytes((office.path / "reports/thieu.json").read_bytes())
    (office.path / "reports/b\x1b[2J.json").symlink_to("nowhere")
    done = run(office, "--mttq", "reports", "--mttq-select=APP", "-k", "a or b")
    shown = done.stdout.str()
    assert "reports/a\ufffd[2J\ufffd.json::APP: APP002" in shown
    assert f"{office.path}/reports/b\ufffd[2J.json: liên kết trỏ đến tệp không có\n" in shown
    assert "b\ufffd[2J.json · load" in shown


def test_one_test_of_a_report_is_selected_by_its_name(office: pytest.Pytester) -> None:
    done = run(office, "reports/mau.json::CRI", "--mttq", "reports/mau.json", "--collect-only", "-q")
    assert [line for line in done.outlines if "::" in line] == ["reports/mau.json::CRI"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("empty", "--mttq empty: là thư mục không có tệp .json nào"),
        ("", "--mttq '': không có tệp này"),
        ("nowhere", "--mttq 'nowhere': không có tệp này"),
        ("a" * 300, f"--mttq '{'a' * 300}': không có tệp này"),
    ],
)
def test_a_path_without_reports_ends_the_run(office: pytest.Pytester, given: str, told: str) -> None:
    office.mkdir("empty")
    done = run(office, "--mttq", "reports", "--mttq", given)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    assert f"ERROR: {told}" in done.errlines


def test_a_folder_that_cannot_be_listed_ends_the_run(
    office: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = office.mkdir("closed")
    scan = os.scandir

    def refuse(folder: str) -> object:
        if folder == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    done = run(office, "--mttq", str(office.path))
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    assert f"ERROR: {closed}: không đọc được thư mục (không có quyền truy cập)" in done.errlines


def test_a_mistake_in_mttq_shows_where_it_is(
    office: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(mttq, "check", broken)
    done = run(office, "--mttq", "reports/mau.json", "--mttq-select", "CRI")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["*def broken*", "E*ZeroDivisionError"])


def test_a_profile_a_file_of_waivers_and_rules_of_packages_are_options(
    office: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [finding.waive("số của huyện") for finding in mttq.check(WRONG) if finding.code == "CRI001"]
    mttq.dump_waivers(known, office.path / "waivers.json")
    wrong = ("--mttq", "reports/sai.json")

    run(office, *wrong, "--mttq-select=CRI001", "--mttq-waivers=waivers.json").assert_outcomes(passed=1)
    run(office, *wrong, "--mttq-profile=form-only", "--collect-only", "-q").stdout.no_fnmatch_line("*::CRI")
    monkeypatch.setattr("mttq.checking._project.installed_rules", lambda: RuleSet([mttq.RULES["ORG001"]]))
    run(office, *wrong, "--mttq-installed-rules").assert_outcomes(passed=1)
    rules = Path(__file__).parents[1] / "examples" / "rules_of_hue.toml"
    run(office, *wrong, f"--mttq-rules={rules}", "--mttq-select=HUE002").assert_outcomes(passed=1)
    nowhere = run(office, *wrong, "--mttq-rules=nowhere.toml")
    nowhere.stderr.fnmatch_lines(["*không có tệp này*"])


def test_waivers_that_cannot_be_read_and_an_unknown_profile_end_the_run(
    office: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> RuleSet:
        raise mttq.DeclarationError("hai quy tắc cùng mã HUE001")

    monkeypatch.setattr("mttq.checking._project.installed_rules", broken)
    for wrong in (
        "--mttq-waivers=reports/hong.json",
        "--mttq-waivers=nowhere",
        "--mttq-waivers=",
        "--mttq-profile=all",
        "--mttq-ignore=CRI,ORG",
        "--mttq-installed-rules",
    ):
        done = run(office, "--mttq", "reports", "--mttq-select=CRI,ORG", wrong)
        assert done.ret == pytest.ExitCode.USAGE_ERROR


FIXTURES = """
    def test_it(mttq_report, mttq_check):
        assert mttq_report.unit.name == "Mẫu"
        mttq_check(mttq_report)
"""


def test_fixtures_provide_each_report_and_check_it_with_the_options(office: pytest.Pytester) -> None:
    office.makepyfile(test_mine=FIXTURES)
    reports = ("--mttq", "reports/mau.json", "--mttq", "reports/sai.json")
    one = run(office, "test_mine.py", *reports, "--mttq-select=CRI", "-v")
    one.assert_outcomes(passed=2, failed=2)
    one.stdout.fnmatch_lines(
        ["test_mine.py::test_it?mau.json? PASSED*", "test_mine.py::test_it?sai.json? FAILED*"]
    )
    mttq.dump_waivers([mttq.Waiver(code="CRI001", reason="số của huyện")], office.path / "waivers.json")
    waived = run(office, "test_mine.py", *reports, "--mttq-waivers=waivers.json", "-k", "test_it")
    assert waived.parseoutcomes()["passed"] == 2
    run(office, "test_mine.py", *reports, "--mttq-ignore=CRI", "-k", "test_it").assert_outcomes(
        passed=2, deselected=24
    )


def test_a_failure_shows_the_line_of_the_test_and_the_findings(office: pytest.Pytester) -> None:
    """None of the lines of mttq."""
    office.makepyfile(
        test_mine="""
        from mttq import load
        from mttq.testing import assert_consistent

        def test_by_call():
            assert_consistent(load("reports/sai.json"))

        def test_by_fixture(mttq_check):
            mttq_check(load("reports/sai.json"))
        """
    )
    done = run(office, "test_mine.py", "--tb=short")
    done.assert_outcomes(failed=2)
    shown = done.stdout.str()
    assert "_assertions.py" not in shown
    assert "pytest_mttq.py" not in shown
    explained = mttq.check(WRONG)["CRI001"][0].explain().splitlines()
    findings = ["E   AssertionError: xã Mẫu: 1 phát hiện", "E   ", *(f"E   {line}" for line in explained)]
    for line, call in (
        (5, 'assert_consistent(load("reports/sai.json"))'),
        (8, 'mttq_check(load("reports/sai.json"))'),
    ):
        name = "test_by_call" if line == 5 else "test_by_fixture"
        done.stdout.fnmatch_lines(
            [f"test_mine.py:{line}: in {name}", f"    {call}", *findings], consecutive=True
        )


def test_a_report_that_cannot_be_read_fails_its_tests_without_a_traceback(office: pytest.Pytester) -> None:
    office.makepyfile(test_mine=FIXTURES)
    done = run(office, "test_mine.py", "--mttq", "reports/hong.json", "-k", "test_it")
    done.assert_outcomes(errors=1, deselected=1)
    done.stdout.fnmatch_lines([f"{office.path}/reports/hong.json: chưa đọc được, có 2 chỗ chưa đúng"])
    assert "Traceback" not in done.stdout.str()
    assert "_files.py" not in done.stdout.str()


def test_what_hypothesis_found_is_one_line(office: pytest.Pytester) -> None:
    """Otherwise 800 lines of the report follow the finding."""
    office.makepyfile(
        test_mine="""
        from hypothesis import Phase, given, settings
        from mttq.testing import assert_consistent
        from mttq.testing.strategies import corrupted

        @settings(max_examples=1, phases=[Phase.generate], database=None, derandomize=True)
        @given(corrupted(select="CRI001"))
        def test_it(case):
            assert_consistent(case.report, select="CRI")
        """
    )
    done = run(office, "test_mine.py", "--tb=short")
    done.assert_outcomes(failed=1)
    assert len(done.outlines) < 60
    done.stdout.fnmatch_lines(["*report=<Report xã *: Báo cáo kết quả thực hiện Kết luận 62-KL/TW>,*"])


def test_without_the_option_the_fixture_is_the_sample(office: pytest.Pytester) -> None:
    office.makepyfile(test_mine=FIXTURES)
    run(office, "test_mine.py").assert_outcomes(passed=1)


QUIET = """
import json, sys, pytest
class Watch:
    def pytest_collection_finish(self): self.collected = sorted(sys.modules)
watch = Watch()
code = pytest.main(sys.argv[1:], plugins=[watch])
print(json.dumps([code, getattr(watch, "collected", sorted(sys.modules))]))
"""


@pytest.mark.parametrize("arguments", [["--markers"], ["-q", "test_unrelated.py"]])
def test_mttq_is_imported_only_if_reports_are_given(tmp_path: Path, arguments: list[str]) -> None:
    """Coverage would not see what a plugin imports at start-up, and every run of pytest would wait for it."""
    (tmp_path / "test_unrelated.py").write_text("def test_nothing(): pass", encoding="utf-8")
    command = [sys.executable, "-c", QUIET, *PLUGIN, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=tmp_path)
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    assert "pytest_mttq" in modules
    assert [name for name in modules if name.split(".")[0] in ("mttq", "attr", "cattrs", "tabulate")] == []


def test_the_language_comes_from_the_option_or_else_the_environment(
    office: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = (
        "--mttq",
        "reports/sai.json",
        "--mttq",
        "reports/hong.json",
        "--mttq-select=CRI001,PER005",
        "-rs",
    )
    by_option = run(office, *chosen, "--mttq-lang=en").stdout
    by_option.fnmatch_lines(["CRI001 · Error · *", "*hong.json: cannot be read (problems: 2)"])
    monkeypatch.setenv("MTTQ_LANG", "en")
    run(office, *chosen).stdout.fnmatch_lines(["CRI001 · Error · *", "*hong.json: cannot be read*"])
    refused = run(office, "--mttq", "none.json").errlines
    assert refused == ["ERROR: --mttq 'none.json': no such file", ""]
    refused = run(office, "--mttq-lang=xx").errlines
    assert "argument --mttq-lang: không có ngôn ngữ 'xx'; chọn một trong: vi, en" in "".join(refused)
    monkeypatch.setenv("MTTQ_LANG", "xx")
    assert (
        run(office, "--mttq", "none.json").errlines[0].startswith("ERROR: MTTQ_LANG: không có ngôn ngữ 'xx'")
    )


def test_the_project_file_holds_here_too(office: pytest.Pytester) -> None:
    wrong = ("--mttq", "reports/sai.json", "--mttq-select=CRI001")
    run(office, *wrong).assert_outcomes(failed=1)
    mttq.dump_waivers([mttq.Waiver(code="CRI001", reason="đã giải trình")], office.path / "waivers.json")
    office.makefile(".toml", mttq='waivers = "waivers.json"\nlang = "en"')
    done = run(office, *wrong)
    done.assert_outcomes(passed=1)
    done.stdout.fnmatch_lines([f"mttq: {office.path / 'mttq.toml'}"])
    run(office, *wrong, "--mttq-no-config").assert_outcomes(failed=1)
    office.makefile(".toml", other="lang = 3")
    refused = run(office, *wrong, "--mttq-config=other.toml")
    refused.stderr.fnmatch_lines(["*lang: cần một trong: vi, en; trong tệp là 3"])
    assert run(office, *wrong, "--mttq-config=nowhere.toml").ret == pytest.ExitCode.USAGE_ERROR


def test_reports_are_checked_against_each_other_on_request(office: pytest.Pytester) -> None:
    (office.path / "reports" / "hong.json").unlink()
    mttq.dump(WRONG, office.path / "reports" / "lai.json")  # the same unit a second time
    mttq.dump(make_report(), office.path / "truoc.json")
    asked = ("--mttq", "reports", "--mttq-select=XRP006,CRI001")
    run(office, *asked).assert_outcomes(passed=1, failed=2)
    together = run(office, *asked, "--mttq-together", "--mttq-previous=truoc.json", "--mttq-fail-on=info")
    together.stdout.fnmatch_lines(["*together · XRP*", "XRP006 · *"])
    together.assert_outcomes(passed=1, failed=3)
    refused = run(office, *asked, "--mttq-previous=truoc.json")
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines(["*--mttq-previous chỉ dùng được cùng --mttq-together"])
    assert (
        run(office, *asked, "--mttq-together", "--mttq-previous=nowhere").ret == pytest.ExitCode.USAGE_ERROR
    )


def test_what_cannot_be_read_is_left_out_of_what_is_checked_together(office: pytest.Pytester) -> None:
    done = run(office, "--mttq", "reports/hong.json", "--mttq-select=XRP", "--mttq-together")
    done.assert_outcomes(failed=1, skipped=1)


def test_office_files_are_tested_as_the_command_reads_them(office: pytest.Pytester) -> None:
    sheet = Path(__file__).parents[1] / "examples" / "mau_dong_2023.xlsx"
    done = run(office, "--mttq", str(sheet), "--mttq-select=CRI", "-v")
    codes = [finding.code for finding in mttq.check(mttq.reading.read(sheet).report(title="A"), select="CRI")]
    assert "CRI001" in codes
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["CRI001 · *", "*trang tính *ô *"])
    office.makepyfile(test_mine="def test_it(mttq_report): assert mttq_report.unit.name")
    run(office, "test_mine.py", "--mttq", str(sheet), "-k", "test_it").assert_outcomes(passed=1)


UNITS = """Tên xã\tSố cuộc phản biện xã hội\tTổ chức hội nghị\tGửi văn bản dự thảo
Xã Bình Long\t5\t4\t3
Xã Sơn Hạ\t7\t4\t3
"""


def test_what_an_office_file_leaves_unread_is_said(office: pytest.Pytester) -> None:
    text = UNITS.replace("\t7\t", "\t7l\t")
    (office.path / "units.txt").write_text(text, "utf-8")
    assert mttq.reading.read(office.path / "units.txt").unread
    done = run(office, "--mttq", "units.txt", "--mttq-select=CRI001", "--mttq-lang=en")
    done.stdout.fnmatch_lines(["*units.txt::CRI*: 1 figures could not be read and were not checked*"])


def test_a_file_of_several_units_has_tests_for_each(office: pytest.Pytester) -> None:
    (office.path / "units.txt").write_text(UNITS, "utf-8")
    office.makepyfile(test_mine="def test_it(mttq_report): pass")
    done = run(office, "test_mine.py", "--mttq", "units.txt", "--mttq-select=CRI001", "-v")
    done.stdout.fnmatch_lines(
        ["test_mine.py::test_it?units.txt? ERROR*", "units.txt::CRI?Xã Bình Long? FAILED*", "*của 2 đơn vị*"]
    )


@pytest.mark.sweep
def test_it_works_on_several_processes(office: pytest.Pytester) -> None:
    pytest.importorskip("xdist", reason="needs the group peers")
    (office.path / "reports" / "hong.json").unlink()
    arguments = ("--mttq", "reports", "--mttq-select=CRI,XRP", "--mttq-together")
    done = office.runpytest_subprocess(*PLUGIN[2:], *arguments, "-n", "2")
    assert done.parseoutcomes() == run(office, *arguments).parseoutcomes()
