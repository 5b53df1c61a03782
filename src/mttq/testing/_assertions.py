"""One line in a test: this report is consistent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from mttq._nearest import meant
from mttq._typed import clipped
from mttq._unicode import printable
from mttq.checking import Findings, Profile, Waiver, check
from mttq.checking._profiles import profile_of
from mttq.errors import FieldError
from mttq.report import Report
from mttq.rules import Rule, Severity

__all__ = ["assert_consistent"]


def assert_consistent(
    report: Report,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] | None = None,
    waive: Mapping[str, str] | Sequence[Waiver] | None = None,
    fail_on: Literal["error", "warning", "info"] = "error",
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
) -> Findings:
    """Fail the test if a rule finds something at or above a severity.

    Args:
        report: the report.
        select: codes or beginnings of codes that take part ("ORG,CRI" or a list); all, if empty or None.
        ignore: codes or beginnings of codes that do not.
        waive: accepted breaches: each code with its reason, or waivers.
        fail_on: the least severity that fails the test.
        rules: the rules; mttq's own if None.
        profile: the profile from which `select` and `ignore` take, or its name.

    Returns:
        all findings, so that a test can look at the lesser ones.

    Raises:
        AssertionError: with every finding explained.
        TypeError: codes are no texts, or codes are waived without reasons.
        ValueError: there is no such code, severity or profile, or a reason is empty.

    >>> from mttq.testing import make_report
    >>> len(assert_consistent(make_report(), select="CRI"))
    0
    """
    __tracebackhide__ = True  # of pytest: a failure shows the line of the test and the findings
    if fail_on.upper() not in Severity.__members__:
        near = meant(fail_on, ("error", "warning", "info"))
        raise ValueError(f"fail_on phải là error, warning hoặc info, không phải {fail_on!r}{near}")
    findings = check(
        report,
        rules=rules,
        profile=profile_of(profile).narrowed(_codes("select", select), _codes("ignore", ignore)),
        waivers=_waivers(waive),
    )
    grave = [finding for finding in findings if finding.severity >= Severity[fail_on.upper()]]
    if grave:
        text = "\n\n".join(f"{finding.explain()}\n{finding.traceback}".rstrip() for finding in grave)
        raise AssertionError(f"{printable(report.unit.full_name)}: {len(grave)} phát hiện\n\n{text}")
    return findings


def _waivers(waive: Mapping[str, str] | Sequence[Waiver] | None) -> tuple[Waiver, ...]:
    if isinstance(waive, Mapping):
        return tuple(Waiver(code=code, reason=reason) for code, reason in waive.items())
    given = tuple(waive or ())
    if not all(isinstance(item, Waiver) for item in given):
        raise FieldError(f"waive phải ghi lý do cho mỗi mã ({{mã: lý do}}), không phải {clipped(waive)}")
    return given


def _codes(name: str, codes: Collection[str] | None) -> tuple[str, ...]:
    parts: object = codes.split(",") if isinstance(codes, str) else () if codes is None else codes
    if not (isinstance(parts, Collection) and all(isinstance(part, str) for part in parts)):
        raise FieldError(f"{name} phải gồm các mã quy tắc, không phải {clipped(codes)}")
    return tuple(part.strip() for part in parts if part.strip())
