"""One rule alone."""

import pytest

from mttq.report import Report
from mttq.rules import PASSED, Severity, rule
from mttq.testing import make_report, run_rule

WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 15)


def test_only_the_named_rule_judges() -> None:
    findings = run_rule("CRI001", WRONG)
    assert [finding.code for finding in findings] == ["CRI001"]
    assert list(findings.counts) == ["CRI001"]


def test_parameters_are_those_of_the_rule() -> None:
    assert len(run_rule("UNI009", make_report())) == 0
    assert len(run_rule("UNI009", make_report(), least=5)) == 1


def test_a_rule_of_the_users_own() -> None:
    @rule("HUE001", Severity.INFO, level=1, title="Có tên", message="Thiếu tên")
    def named(report: Report):  # type: ignore[no-untyped-def]
        """A unit has a name."""
        if report.unit.name:
            yield PASSED

    assert run_rule(named, make_report()).counts["HUE001"].passed == 1


def test_a_code_that_no_rule_has_is_refused() -> None:
    with pytest.raises(ValueError, match="không có quy tắc nào mã 'CRI999'"):
        run_rule("CRI999", make_report())
