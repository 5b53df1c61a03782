"""The rules that judge a report alone, and what they say of it with other figures."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Final

import attrs

from mttq._declared.relations import Shape
from mttq.checking import Profile, Waivers, check
from mttq.checking._profiles import profile_of
from mttq.checking._waivers import waivers_in
from mttq.errors import FieldError
from mttq.repairs._figures import Written
from mttq.repairs._repair import Change, Step
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import RULES, Breach, Confidence, Rule, Scope, Severity, Verdict
from mttq.rules._kit.rule import as_rule_set
from mttq.rules._kit.subjects import report_alone
from mttq.values import Quantity

__all__ = ["Judged", "Judges"]


_OF_TEXTS: Final = ("mttq.rules.doc", "mttq.rules.txt")
"""The families to which it makes no difference what figures the records and appendices hold."""
_OF_FIGURES: Final = "TXT011"  # but for the rule that holds the text to them


@attrs.frozen(eq=False)
class Judges:
    """Rules with the parameters of a profile, without those that break down on the report at hand.

    Args:
        report: the report at hand.
        rules: the rules, by code.
        profile: their parameters.
        first: what they say of the report at hand.
        crashed: by code of a rule that broke down, the error; it takes no part.
    """

    report: Report
    rules: Mapping[str, Rule]
    profile: Profile
    first: Mapping[str, Verdict]
    crashed: Mapping[str, str] = attrs.field(factory=dict)
    _judge_of: dict[tuple[str, Shape], str | None] = attrs.field(factory=dict)

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
        chosen = profile.choose(RULES if rules is None else rules)
        told = {rule: _verdict(rule, profile, report) for rule in chosen if rule.scope is Scope.REPORT}
        able = {rule.code: rule for rule, verdict in told.items() if verdict.crash is None}
        return cls(
            report,
            able,
            profile,
            {code: told[rule] for code, rule in able.items()},
            {rule.code: verdict.error for rule, verdict in told.items() if verdict.error},
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

    @cached_property
    def binding(self) -> frozenset[str]:
        """The rules that a repair must keep: they rest on arithmetic or on a text that was read."""
        told = ((code, rule) for code, rule in self.rules.items() if rule.severity > Severity.INFO)
        return frozenset(code for code, rule in told if self.is_confirmed(rule))

    def is_confirmed(self, rule: Rule) -> bool:
        """Return whether a rule rests, for the report at hand, on arithmetic or on a text that was read."""
        basis = rule.basis_for(self.report)
        return basis is not None and basis.confidence is Confidence.CONFIRMED

    def judge_of(self, line: str, shape: Shape) -> str | None:
        """Return the rule that judges a relation: the one that claims it, or else the general one."""
        if (line, shape) not in self._judge_of:
            claims = [(code, item) for code, rule in self.rules.items() for item in rule.claims]
            claiming = (code for code, item in claims if item.takes(line, shape))
            general = (code for code, item in claims if item.is_general_for(shape))
            self._judge_of[line, shape] = next(claiming, next(general, None))
        return self._judge_of[line, shape]

    def without(self, *steps: Step) -> "Judged | None":
        """Return the report without some slips, to be judged; None if there can be no such report."""
        report = self.report
        try:
            for change in chain.from_iterable(steps):
                report = report.with_value(change.path, _tried(change))
        except (FieldError, KeyError, ValueError):
            return None
        return Judged(self, steps, report)


def _tried(change: Change) -> Written | None:
    """Return what is meant; of a range of counts the number in the middle."""
    new = change.new
    if isinstance(change.old, int) and isinstance(new, Quantity) and new.upper is not None:
        return int(new.value + new.upper) // 2
    return new


def _verdict(rule: Rule, profile: Profile, report: Report) -> Verdict:
    return rule.verdict(report, profile.parameters.get(rule.code))


@attrs.frozen(eq=False)
class Judged:
    """Slips taken back together, the report that results, and what the rules say of it: each when asked."""

    judges: Judges
    steps: tuple[Step, ...]
    report: Report
    _told: dict[str, Verdict] = attrs.field(factory=dict)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The figures that are others."""
        return tuple(chain.from_iterable(self.steps))

    def verdict(self, code: str) -> Verdict:
        """Return what a rule says; what reads texts and documents says the same as before."""
        if code not in self._told:
            rule, before = self.judges.rules[code], self.judges.first[code]
            same = rule.module in self._unmoved and code != _OF_FIGURES
            says = before if same else _verdict(rule, self.judges.profile, self.report)
            self._told[code] = before if says == before else says
        return self._told[code]

    @cached_property
    def _unmoved(self) -> tuple[str, ...]:
        """The families that say the same as before: those about documents look at days."""
        return () if any(isinstance(change.old, dt.date) for change in self.changes) else _OF_TEXTS

    def _carried(self, before: Verdict) -> Counter[str]:
        """Return the breaches at each path before, those of a figure that moves at its new cell."""
        paths = before.paths
        for step in self.steps:
            if step[0].kind is Slip.MOVED:
                paths = paths + Counter({step[1].path: paths[step[0].path]})
        return paths

    def adds(self, code: str) -> bool:
        """Return whether a rule finds something new, or can judge less often, or breaks down."""
        before, after = self.judges.first[code], self.verdict(code)
        return after is not before and (
            after.crash is not None
            or len(after.unverifiable) > len(before.unverifiable)
            or bool(after.breaches and after.paths - self._carried(before))
        )

    def settles(self, code: str) -> bool:
        """Return whether a rule passes once more often, and finds nothing new."""
        before, after = self.judges.first[code], self.verdict(code)
        return after.passed > before.passed and not after.paths - self._carried(before)

    @cached_property
    def is_sound(self) -> bool:
        """Whether no rule that binds has more to say than before, and none breaks down."""
        return not any(map(self.adds, self.judges.binding)) and all(
            self.verdict(code).crash is None for code in self.judges.rules
        )

    @cached_property
    def turned(self) -> dict[str, tuple[Verdict, Verdict]]:
        """What the rules said before and say now that say something else."""
        told = ((code, before, self.verdict(code)) for code, before in self.judges.first.items())
        return {code: (before, after) for code, before, after in told if after is not before}

    @property
    def gone(self) -> dict[str, int]:
        """How many breaches are gone, by rule."""
        settled = {code: before.paths - after.paths for code, (before, after) in self.turned.items()}
        return {code: paths.total() for code, paths in settled.items() if paths}

    @property
    def left(self) -> list[Breach]:
        """What is left to settle: what is new, or was wrong before with other figures."""
        told = (both for code, both in self.turned.items() if code in self.judges.binding)
        return [breach for before, after in told for breach in after.breaches if before.lacks(breach)]
