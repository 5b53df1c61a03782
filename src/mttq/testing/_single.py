"""One rule alone, for the tests of a rule."""

from mttq.checking import Findings, Profile, check
from mttq.report import Report
from mttq.rules import RULES, Rule

__all__ = ["run_rule"]


def run_rule(rule: Rule | str, report: Report, **parameters: object) -> Findings:
    """Let one rule judge a report, also one that is off by default.

    Args:
        rule: a rule of your own, or the code of one of mttq's.
        report: the report.
        parameters: what the rule's keyword arguments shall be.

    Raises:
        CodeError: mttq has no rule of that code.

    >>> from mttq.testing import make_report
    >>> wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    >>> [finding.path for finding in run_rule("CRI001", wrong)]
    ['kl62-pl2.criticism.sessions.commune']
    >>> run_rule("UNI009", make_report(), least=5)[0].arithmetic()
    '4,1 < 5 (mức thường gặp), chênh lệch 0,9'
    """
    chosen = RULES[rule] if isinstance(rule, str) else rule
    profile = Profile(name=chosen.code, select=(chosen.code,), parameters={chosen.code: parameters})
    return check(report, rules=[chosen], profile=profile)
