"""The rules that judge a report alone: whom repairs and assurance ask what they make of another figure."""

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from mttq.checking import Profile, Waivers, check
from mttq.checking._profiles import profile_of
from mttq.checking._waivers import waivers_in
from mttq.report import Report
from mttq.rules import RULES, Rule, Scope, Verdict
from mttq.rules._kit.rule import as_rule_set
from mttq.rules._kit.subjects import report_alone

__all__ = ["Judges"]


_OF_TEXTS: Final = ("mttq.rules.doc", "mttq.rules.txt")
"""The families to which it makes no difference what figures the records and appendices hold."""


@attrs.frozen(eq=False)
class Judges:
    """Rules with the parameters of a profile, without those that break down on the report at hand.

    Args:
        rules: the rules, by code.
        profile: their parameters.
        first: what they say of the report at hand.
        crashed: by code of a rule that broke down, the error; it takes no part.
    """

    rules: Mapping[str, Rule]
    profile: Profile
    first: Mapping[str, Verdict] = attrs.field(factory=dict)
    crashed: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def for_report(
        cls, report: Report, rules: Iterable[Rule] | None, profile: Profile | str | None
    ) -> "Judges":
        """Choose the rules of a profile that speak about one report alone.

        Raises:
            FieldError: what is given is no report.
        """
        report_alone(report)
        profile = profile_of(profile)
        chosen = {
            rule.code: rule
            for rule in profile.choose(RULES if rules is None else rules)
            if rule.scope is Scope.REPORT
        }
        verdicts = _verdicts(chosen, profile, report)
        return cls(
            {code: rule for code, rule in chosen.items() if verdicts[code].crash is None},
            profile,
            {code: verdict for code, verdict in verdicts.items() if verdict.crash is None},
            {code: verdict.error for code, verdict in verdicts.items() if verdict.error},
        )

    @classmethod
    def beside(
        cls, report: Report, rules: Iterable[Rule] | None, profile: Profile, waivers: Waivers
    ) -> tuple["Judges", frozenset[tuple[str, str]]]:
        """Choose rules as `for_report` does, and name by code and path the breaches that waivers accept."""
        given, accepted = RULES if rules is None else as_rule_set(rules), waivers_in(waivers)
        judges = cls.for_report(report, given, profile)
        waived = check(report, rules=given, profile=profile, waivers=accepted).waived if accepted else ()
        return judges, frozenset((item.code, item.path) for item in waived)

    def only(self, codes: Iterable[str]) -> "Judges":
        """Choose the rules of some codes."""
        return Judges({code: self.rules[code] for code in codes}, self.profile)

    def with_figures(self, report: Report) -> dict[str, Verdict]:
        """Check the report at hand with other figures in it; what reads texts and documents says the same."""
        figures = (code for code, rule in self.rules.items() if rule.module not in _OF_TEXTS)
        changed = self.only(figures).verdicts(report)
        texts = {code: said for code, said in self.first.items() if self.rules[code].module in _OF_TEXTS}
        return texts | changed

    def verdicts(self, report: Report) -> dict[str, Verdict]:
        """Check a report by the rules; a rule that breaks down on a figure that nobody meant says nothing."""
        verdicts = _verdicts(self.rules, self.profile, report)
        return {code: verdict for code, verdict in verdicts.items() if verdict.crash is None}


def _verdicts(rules: Mapping[str, Rule], profile: Profile, report: Report) -> dict[str, Verdict]:
    return {code: rule.verdict(report, profile.parameters.get(code)) for code, rule in rules.items()}
