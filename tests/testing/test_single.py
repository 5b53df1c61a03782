"""One rule alone."""

import attrs
import pytest

from mttq.checking import check_all
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


def test_a_custom_rule() -> None:
    @rule("HUE001", Severity.INFO, level=1, title="Có tên", message="Thiếu tên")
    def named(report: Report):  # type: ignore[no-untyped-def]
        """A unit has a name."""
        if report.unit.name:
            yield PASSED

    assert run_rule(named, make_report()).counts["HUE001"].passed == 1


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ValueError, match="không có quy tắc nào mã 'CRI999'"):
        run_rule("CRI999", make_report())


def test_a_rule_on_several_reports_judges_them_together() -> None:
    """Given one report alone, it does not apply, and says so."""
    earlier = attrs.evolve(WRONG, title="Báo cáo bản trước")
    alone, together = run_rule("XRP003", WRONG), run_rule("XRP003", [WRONG], previous=earlier)
    assert [list(findings.counts) for findings in (alone, together)] == [["XRP003"], ["XRP003"]]
    assert together.counts == check_all([WRONG], previous=earlier, select="XRP003").counts


def test_a_breach_may_be_accepted() -> None:
    findings = run_rule("CRI001", WRONG, waivers={"CRI001": "xã đã giải trình"})
    assert (len(findings), [item.code for item in findings.waived]) == (0, ["CRI001"])
