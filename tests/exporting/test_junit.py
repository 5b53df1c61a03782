from typing import Literal
from xml.etree import ElementTree as ET

import pytest

from mttq.checking import Counts, Finding, Findings
from mttq.exporting import Results, to_junit
from mttq.rules import RULES

FINDINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mttq" tests="8" failures="1" errors="1">
  <testsuite name="xa.json" tests="7" failures="1" errors="0" skipped="3">
    <testcase classname="xa.json" name="CRI001 Social criticism sessions must equal the sum of their forms">
      <skipped message="does not apply to this report" />
    </testcase>
    <testcase classname="xa.json" name="TST001 Sum is right">
      <failure type="error" message="Population, Households: Sum is right: 3">TST001 · Error · Sum is right
Population, Households
Sum is right: 3.
3 (hộ) ≠ 4 (nghèo), off by 1
Related: Population, Poor households, Households
Suggestion: Population, Households: 3 → 4
Basis: Arithmetic
Check the figures; correct or explain them.</failure>
    </testcase>
    <testcase classname="xa.json" name="TST002 @cmd">
      <system-out>TST002 · Warning · @cmd
Unit, Name of the unit
@cmd: a;b "c" &lt;&amp;&gt;\ufffd.
Basis: Arithmetic
Check; if the figures are right, explain them.</system-out>
    </testcase>
    <testcase classname="xa.json" name="TST003" />
    <testcase classname="xa.json" name="TST004">
      <skipped message="required figures are missing: Unit, Code of the unit" />
    </testcase>
    <testcase classname="xa.json" name="TST005 Explained">
      <skipped message="waived: =đã giải trình" />
    </testcase>
    <testcase classname="xa.json" name="TST006" />
  </testsuite>
  <testsuite name="broken.json" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="broken.json" name="read the report">
      <error type="unreadable" message="broken.json: 2 lỗi&#10;  $.unit" />
    </testcase>
  </testsuite>
</testsuites>
"""


def test_each_report_is_a_suite_and_each_rule_a_case(findings: Findings) -> None:
    results: Results = {"xa.json": findings, "broken.json": "broken.json: 2 lỗi\n  $.unit"}

    assert to_junit(results, lang="en") == FINDINGS


@pytest.mark.parametrize(
    ("fail_on", "failed"),
    [("never", []), ("error", ["TST001"]), ("warning", ["TST001", "TST002"]), ("info", ["TST001", "TST002"])],
)
def test_the_least_severity_that_fails_is_chosen(
    findings: Findings, fail_on: Literal["error", "warning", "info", "never"], failed: list[str]
) -> None:
    root = _read(to_junit(findings, fail_on=fail_on))

    assert [
        case.attrib["name"][:6] for case in root.iter("testcase") if case.find("failure") is not None
    ] == failed
    assert root.attrib["failures"] == str(len(failed))


def test_a_finding_without_counts_has_its_case_too() -> None:
    """As one of the engine's own, which is about another rule."""
    finding = Finding(rule=RULES["CRI003"], path="title", place="Tên", args={"stated": 15, "other": 10})

    root = _read(to_junit(Findings(found=(finding,), counts={"CRI001": Counts(passed=1)})))

    assert [
        (case.attrib["name"][:6], case[0].tag if len(case) else "") for case in root.iter("testcase")
    ] == [
        ("CRI001", ""),
        ("CRI003", "system-out"),
    ]


def test_every_file_keeps_the_rules_of_the_common_schema(findings: Findings) -> None:
    """junit-10.xsd of Jenkins' xUnit plugin, as far as it concerns what is written here."""
    allowed = {
        "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
        "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
        "testcase": ({"name", "classname"}, {"skipped", "error", "failure", "system-out"}),
        "failure": ({"type", "message"}, set()),
        "error": ({"type", "message"}, set()),
        "skipped": ({"message"}, set()),
        "system-out": (set[str](), set[str]()),
    }
    root = _read(to_junit({"x\x00": findings, "": "không đọc được"}, fail_on="warning"))

    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = allowed[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
        assert len(
            element.findall("failure") + element.findall("skipped") + element.findall("error")
        ) <= 1 or (element.tag != "testcase")
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.attrib == {
            "name": suite.attrib["name"],
            "tests": str(len(cases)),
            "failures": str(len(suite.findall("testcase/failure"))),
            "errors": str(len(suite.findall("testcase/error"))),
            "skipped": str(len(suite.findall("testcase/skipped"))),
        }
    assert [suite.attrib["name"] for suite in root] == ["x\ufffd", "mttq"]


def _read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - of our own making
