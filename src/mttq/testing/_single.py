"""One rule alone, for the tests of a rule."""

from collections.abc import Iterable

from mttq.checking import Findings, Profile, Waivers, check, check_all
from mttq.model import Unit
from mttq.report import Report
from mttq.rules import RULES, Rule, Scope

__all__ = ["run_rule"]


def run_rule(
    rule: Rule | str,
    report: Report | Iterable[Report],
    *,
    previous: Iterable[Report] | Report | None = None,
    units: Iterable[Unit] | None = None,
    waivers: Waivers = (),
    **parameters: object,
) -> Findings:
    """Let one rule judge a report, also one that is off by default.

    Args:
        rule: a rule of your own, or the code of one of mttq's.
        report: the report, or the reports that a rule on several judges together.
        previous: as for `mttq.check_all`, for a rule on several reports.
        units: as for `mttq.check_all`, for a rule on several reports.
        waivers: as for `mttq.check`.
        parameters: what the rule's keyword arguments shall be.

    Raises:
        CodeError: mttq has no rule of that code.

    >>> from mttq.testing import make_report
    >>> wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    >>> [finding.path for finding in run_rule("CRI001", wrong)]
    ['kl62-pl2.criticism.sessions.commune']
    >>> run_rule("UNI009", make_report(), least=5)[0].arithmetic()
    '4,1 < 5 (mức thường gặp), chênh lệch 0,9'
    >>> run_rule("XRP001", [wrong, wrong]).counts
    {'XRP001': Counts(passed=0, failed=0, not_applicable=1, not_verifiable=0)}
    """
    chosen = RULES[rule] if isinstance(rule, str) else rule
    profile = Profile(name=chosen.code, select=(chosen.code,), parameters={chosen.code: parameters})
    if chosen.scope is Scope.REPORT and isinstance(report, Report):
        return check(report, rules=[chosen], profile=profile, waivers=waivers)
    reports = [report] if isinstance(report, Report) else report
    return check_all(
        reports, previous=previous, units=units, rules=[chosen], profile=profile, waivers=waivers
    )
