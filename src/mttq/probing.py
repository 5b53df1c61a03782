"""What rules make of a report when one figure in it is another: the ground of repairs and of assurance.

A rule *takes notice* of a figure if its judgement changes when another number stands there: none at all (0),
half as many, one more, or a far greater one.  Blanking is no probe, for rules that only ask whether something
is filled in verify no figure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

import attrs

from mttq.errors import FieldError
from mttq.figures import Printed, numbers_in
from mttq.profiles import Profile, profile_of
from mttq.report import Report
from mttq.rules import PASSED, RULES, Breach, Rule, Scope, Unverifiable

__all__ = ["Judges", "Verdict", "probes"]


@attrs.frozen
class Verdict:
    """What one rule says of a report: how often it passed, how often it could not tell, what is wrong."""

    passed: int
    unverifiable: int
    breaches: tuple[Breach, ...]

    def lacks(self, breach: Breach) -> bool:
        """Tell whether a breach is gone or has other figures; its suggestions do not count."""
        bare = attrs.evolve(breach, suggestions=())
        return all(attrs.evolve(other, suggestions=()) != bare for other in self.breaches)

    @property
    def judged(self) -> int:
        """How often the rule could tell."""
        return self.passed + len(self.breaches)

    @property
    def paths(self) -> Counter[str]:
        """How many breaches there are at each path."""
        return Counter(breach.path for breach in self.breaches)


@attrs.frozen(eq=False)
class Judges:
    """Rules with the parameters of a profile, without those that crash on the report at hand."""

    rules: Mapping[str, Rule]
    profile: Profile

    @classmethod
    def for_report(
        cls, report: Report, rules: Iterable[Rule] | None, profile: Profile | str | None
    ) -> "Judges":
        """Choose the rules of a profile that speak about one report alone.

        Raises:
            FieldError: what is given is no report.
        """
        if not isinstance(report, Report):
            raise FieldError(f"report phải là Report, không phải {report!r}")
        profile = profile_of(profile)
        chosen = {
            rule.code: rule
            for rule in profile.choose(RULES if rules is None else rules)
            if rule.scope is Scope.REPORT
        }
        able = cls(chosen, profile).verdicts(report)
        return cls({code: rule for code, rule in chosen.items() if code in able}, profile)

    def only(self, codes: Iterable[str]) -> "Judges":
        """Choose the rules of some codes."""
        return Judges({code: self.rules[code] for code in codes}, self.profile)

    def verdicts(self, report: Report) -> dict[str, Verdict]:
        """Let the rules judge a report; one that crashes says nothing."""
        found: dict[str, Verdict] = {}
        for code, rule in self.rules.items():
            try:
                judged = tuple(rule(report, **self.profile.parameters.get(code, {})))
            except Exception:  # noqa: S112  # a rule of a user may fail on a figure that nobody meant
                continue
            found[code] = Verdict(
                passed=judged.count(PASSED),
                unverifiable=sum(isinstance(item, Unverifiable) for item in judged),
                breaches=tuple(item for item in judged if isinstance(item, Breach)),
            )
        return found


def probes(report: Report, path: str, figure: Printed) -> Iterator[tuple[int, int, Report]]:
    """Return the reports in which another number stands in a figure: (position, how far off, report)."""
    for position, (number, make) in enumerate(numbers_in(figure)):
        for other in sorted({0, number // 2, number + 1, 1000 * number + 7} - {number}):
            with suppress(ValueError):  # the ends of a range would be the wrong way round
                yield position, other - number, report.with_value(path, make(other))
