"""One line in a test: this report is consistent, or these are."""

from collections.abc import Iterable
from typing import Final, Literal

from mttq._declared.types import not_among
from mttq.checking import Findings, Profile, Waivers, check, check_all
from mttq.checking._findings import counted
from mttq.errors import FieldError
from mttq.model import Unit
from mttq.report import Report
from mttq.rules import Rule, Selection
from mttq.wording import Lang, Phrase, asked_lang
from mttq.wording._unicode import printable

__all__ = ["assert_all_consistent", "assert_consistent"]

_FAIL_ON: Final = ("error", "warning", "info")


def assert_consistent(
    report: Report,
    *,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
    fail_on: Literal["error", "warning", "info"] = "error",
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    lang: Lang | None = None,
    waive: Waivers = None,
) -> Findings:
    """Fail the test if a rule finds something at or above a severity.

    Args:
        report: the report.
        select: as for `mttq.check`.
        ignore: as for `mttq.check`.
        waivers: as for `mttq.check`.
        fail_on: the least severity that fails the test.
        rules: as for `mttq.check`.
        profile: as for `mttq.check`.
        lang: the language of the failure; that of the variable MTTQ_LANG, or Vietnamese, if None.
        waive: another name of `waivers`.

    Returns:
        all findings, so that a test can look at the lesser ones.

    Raises:
        AssertionError: with every finding explained.
        TypeError: codes are no texts, codes are waived without reasons, or waivers under both names.
        ValueError: there is no such code, severity or profile, or a reason is empty.

    >>> from mttq.testing import make_report
    >>> len(assert_consistent(make_report(), select="CRI"))
    0
    """
    __tracebackhide__ = True  # of pytest: a failure shows the line of the test and the findings
    if fail_on not in _FAIL_ON:
        raise not_among("fail_on", _FAIL_ON, fail_on)
    if waive is not None and waivers:
        raise FieldError(Phrase("waive và waivers là một, chỉ dùng waivers"))
    accepted = waivers if waive is None else waive
    findings = check(report, rules=rules, profile=profile, select=select, ignore=ignore, waivers=accepted)
    _see_that_nothing_is_grave(findings, fail_on, report.unit.full_name, lang)
    return findings


def assert_all_consistent(
    reports: Iterable[Report],
    *,
    previous: Iterable[Report] | Report | None = None,
    units: Iterable[Unit] | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
    fail_on: Literal["error", "warning", "info"] = "error",
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    lang: Lang | None = None,
) -> Findings:
    """Fail the test if a rule finds something in reports, or between them, at or above a severity.

    Args:
        reports: the reports.
        previous: as for `mttq.check_all`.
        units: as for `mttq.check_all`.
        select: as for `mttq.check`.
        ignore: as for `mttq.check`.
        waivers: as for `mttq.check`.
        fail_on: the least severity that fails the test.
        rules: as for `mttq.check`.
        profile: as for `mttq.check`.
        lang: the language of the failure; that of the variable MTTQ_LANG, or Vietnamese, if None.

    Returns:
        all findings, so that a test can look at the lesser ones.

    Raises:
        AssertionError: with every finding explained, each with its unit.
        TypeError: something is no report, or codes are no texts.
        ValueError: there is no such code, severity or profile.

    >>> from mttq.testing import draw_report
    >>> len(assert_all_consistent([draw_report(1), draw_report(2)], select="XRP"))
    0
    """
    __tracebackhide__ = True
    if fail_on not in _FAIL_ON:
        raise not_among("fail_on", _FAIL_ON, fail_on)
    findings = check_all(
        reports,
        previous=previous,
        units=units,
        rules=rules,
        profile=profile,
        select=select,
        ignore=ignore,
        waivers=waivers,
    )
    units_found = dict.fromkeys(finding.unit for finding in findings.where(least=fail_on) if finding.unit)
    _see_that_nothing_is_grave(findings, fail_on, "; ".join(units_found), lang)
    return findings


def _see_that_nothing_is_grave(
    findings: Findings, fail_on: Literal["error", "warning", "info"], units: str, lang: Lang | None
) -> None:
    __tracebackhide__ = True
    grave = findings.where(least=fail_on)
    if grave:
        spoken = asked_lang(lang)
        explained = [f"{item.explain(lang=spoken)}\n{item.traceback}".rstrip() for item in grave]
        number = counted("findings", len(grave), spoken)
        raise AssertionError("\n\n".join([f"{printable(units)}: {number}", *explained]))
