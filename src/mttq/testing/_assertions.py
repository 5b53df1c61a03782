"""One line in a test: this report is consistent."""

from collections.abc import Iterable
from typing import Final, Literal

from mttq._declared.types import not_among
from mttq.checking import Findings, Profile, Waivers, check
from mttq.checking._findings import counted
from mttq.errors import FieldError
from mttq.report import Report
from mttq.rules import Rule, Selection
from mttq.wording import Lang, Phrase, asked_lang
from mttq.wording._unicode import printable

__all__ = ["assert_consistent"]

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
    grave = findings.where(least=fail_on)
    if grave:
        spoken = asked_lang(lang)
        explained = [f"{item.explain(lang=spoken)}\n{item.traceback}".rstrip() for item in grave]
        number = counted("findings", len(grave), spoken)
        raise AssertionError("\n\n".join([f"{printable(report.unit.full_name)}: {number}", *explained]))
    return findings
