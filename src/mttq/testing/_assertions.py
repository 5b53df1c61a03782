"""One line in a test: this report is consistent."""

from collections.abc import Iterable, Mapping
from typing import Literal

from mttq.checking import Profile, check
from mttq.findings import Findings, Waiver
from mttq.report import Report
from mttq.rules import Rule, Severity

__all__ = ["assert_consistent"]


def assert_consistent(
    report: Report,
    *,
    select: tuple[str, ...] | str = (),
    ignore: tuple[str, ...] | str = (),
    waive: Mapping[str, str] | None = None,
    fail_on: Literal["error", "warning", "info"] = "error",
    rules: Iterable[Rule] | None = None,
) -> Findings:
    """Fail the test if a rule finds something at or above a severity.

    Args:
        report: the report.
        select: codes or beginnings of codes that take part ("ORG,CRI" or a tuple); all, if empty.
        ignore: codes or beginnings of codes that do not.
        waive: accepted breaches, each code with its reason.
        fail_on: the least severity that fails the test.
        rules: the rules; mttq's own if None.

    Returns:
        all findings, so that a test can look at the lesser ones.

    Raises:
        AssertionError: with every finding explained.

    >>> from mttq.testing import make_report
    >>> len(assert_consistent(make_report(), select="CRI"))
    0
    """
    findings = check(
        report,
        rules=rules,
        profile=Profile(select=_codes(select), ignore=_codes(ignore)),
        waivers=[Waiver(code=code, reason=reason) for code, reason in (waive or {}).items()],
    )
    grave = [finding for finding in findings if finding.severity >= Severity[fail_on.upper()]]
    if grave:
        text = "\n\n".join(finding.explain() for finding in grave)
        raise AssertionError(f"{report.unit.full_name}: {len(grave)} phát hiện\n\n{text}")
    return findings


def _codes(codes: tuple[str, ...] | str) -> tuple[str, ...]:
    parts = codes.split(",") if isinstance(codes, str) else codes
    return tuple(part.strip() for part in parts if part.strip())
