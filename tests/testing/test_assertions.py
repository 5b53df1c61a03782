"""One line in a test: this report is consistent."""

from typing import Any

import pytest

from mttq.checking import Profile, Waiver, check
from mttq.testing import assert_all_consistent, assert_consistent, make_report

WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 15)


def test_a_consistent_report_passes_and_its_findings_are_returned() -> None:
    findings = assert_consistent(make_report())
    assert findings.to_json() == check(make_report()).to_json()
    assert not findings.errors


def test_the_failure_names_the_unit_the_number_and_every_finding() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_consistent(WRONG, select="CRI001")
    (finding,) = check(WRONG)["CRI001"]
    assert str(caught.value) == f"xã Mẫu: 1 phát hiện\n\n{finding.explain()}"


def test_several_findings_are_set_apart_by_a_blank_line() -> None:
    twice = WRONG.with_value("kl62-pl2.criticism.sessions.district", 2)
    twice = twice.with_value("kl62-pl2.criticism.written.district", 1)
    twice = twice.with_value("kl62-pl2.criticism.conferences.district", 0)
    twice = twice.with_value("kl62-pl2.criticism.dialogues.district", 0)
    with pytest.raises(AssertionError) as caught:
        assert_consistent(twice, select="CRI001")
    head, *explained = str(caught.value).split("\n\n")
    assert head == "xã Mẫu: 2 phát hiện"
    assert explained == [finding.explain() for finding in check(twice)["CRI001"]]


@pytest.mark.parametrize(
    "options",
    [
        {"select": "APP003"},
        {"select": ("APP003",)},
        {"select": ["APP003"], "ignore": {"CRI"}},
        {"select": None, "ignore": ["CRI001"]},
        {"select": "CRI , APP", "ignore": "CRI001"},
        {"ignore": ("CRI",)},
        {"waive": {"CRI001": "đã đối chiếu với sổ"}},
        {"waivers": {"CRI001": "đã đối chiếu với sổ"}},
        {"waivers": [Waiver(code="CRI001", reason="đã đối chiếu với sổ")]},
        {"profile": "form-only"},
        {"profile": Profile(select=("CRI",)), "ignore": ["CRI001"]},
    ],
)
def test_what_is_not_selected_is_ignored_or_waived_does_not_fail(options: Any) -> None:
    assert [finding.code for finding in assert_consistent(WRONG, **options).errors] == []


def test_waived_findings_are_still_returned() -> None:
    findings = assert_consistent(WRONG, waivers={"CRI001": "đã đối chiếu với sổ"})
    assert [(item.code, item.waiver and item.waiver.reason) for item in findings.waived] == [
        ("CRI001", "đã đối chiếu với sổ")
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": "CRI9"}, "không có quy tắc nào mã 'CRI9'; có phải “CRI”?"),
        ({"ignore": "TXTT"}, "không có quy tắc nào mã 'TXTT'; có phải “TXT”?"),
        ({"waive": {"CRI001": " "}}, "giải trình cho CRI001: cần ghi lý do"),
        ({"fail_on": "fatal"}, "fail_on: cần một trong: 'error', 'warning', 'info'; đã nhận 'fatal'"),
        (
            {"fail_on": "eror"},
            "fail_on: cần một trong: 'error', 'warning', 'info'; đã nhận 'eror'; có phải “error”?",
        ),
    ],
)
def test_an_assertion_that_asserts_nothing_is_refused(options: Any, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        assert_consistent(WRONG, **options)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": 5}, "select phải gồm các mã quy tắc, không phải 5"),
        ({"waive": {}, "waivers": {"CRI001": "đã rõ"}}, "waive và waivers là một, chỉ dùng waivers"),
        ({"ignore": [None]}, "ignore phải gồm các mã quy tắc, không phải [None]"),
        (
            {"waivers": ["CRI001"]},
            "waivers: cần danh sách các Waiver; đã nhận 'CRI001' (str); theo mã thì ghi {mã: lý do}",
        ),
        (
            {"rules": ["CRI001"]},
            "rules: cần danh sách các Rule; đã nhận 'CRI001' (str); chọn theo mã bằng Profile(select=…)",
        ),
    ],
)
def test_anything_but_a_code_or_rule_is_refused_in_one_line(options: Any, message: str) -> None:
    with pytest.raises(TypeError) as caught:
        assert_consistent(WRONG, **options)
    assert str(caught.value) == message


@pytest.mark.parametrize(("least", "fails"), [("error", False), ("warning", True), ("info", True)])
def test_a_severity_may_be_too_low_to_fail(least: Any, fails: bool) -> None:
    usual = make_report().with_value("population.persons", 35_680)
    if fails:
        with pytest.raises(AssertionError, match="UNI009 · Cảnh báo"):
            assert_consistent(usual, fail_on=least)
    else:
        assert [item.code for item in assert_consistent(usual, fail_on=least)] == ["UNI009"]


def test_several_reports_are_held_to_each_other() -> None:
    assert len(assert_all_consistent([make_report()], select="CRI,XRP")) == 0
    with pytest.raises(AssertionError) as caught:
        assert_all_consistent([make_report(), make_report()], select="XRP006", fail_on="info", lang="en")
    assert "XRP006" in str(caught.value)
    with pytest.raises(AssertionError, match="CRI001"):
        assert_all_consistent([WRONG], previous=make_report(), select="CRI001")
    with pytest.raises(ValueError, match="fail_on"):
        assert_all_consistent([], fail_on="never")  # type: ignore[arg-type]
