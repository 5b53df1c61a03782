"""What is given to a check: one report or several, and what is known besides."""

from typing import Any, Final

import attrs

from mttq.checking import Findings, Profile, Waiver, check, check_all
from mttq.model import Unit
from mttq.report import Report
from mttq.rules import RULES, Rule, Scope

__all__ = ["Case"]


@attrs.frozen(kw_only=True)
class Case:
    """What is given to a check.

    Args:
        reports: the reports; a path means a figure of the first one, or names what else is given.
        previous: earlier reports on the same units.
        units: the catalogue of units.
        waivers: decisions to accept breaches.
        rules: custom rules.
    """

    reports: tuple[Report, ...]
    previous: tuple[Report, ...] = ()
    units: tuple[Unit, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rules: tuple[Rule, ...] = ()

    def value_at(self, path: str) -> object:
        """Return the value at a path."""
        return getattr(self, path) if path in _GIVEN else self.reports[0].value_at(path)

    def with_value(self, path: str, value: object) -> "Case":
        """Return a copy of the case with another value at a path."""
        first, *others = self.reports
        changes: dict[str, Any] = {path: value}
        if path not in _GIVEN:
            changes = {"reports": (first.with_value(path, value), *others)}
        return attrs.evolve(self, **changes)

    def judged_by(self, rule: Rule) -> Findings:
        """Run a rule, and with it those that are waived and the custom ones."""
        waived = {waiver.code: RULES[waiver.code] for waiver in self.waivers}
        chosen = waived | {own.code: own for own in self.rules} | {rule.code: rule}
        profile = Profile(select=tuple(chosen))
        if rule.scope is not Scope.BATCH:
            return check(self.reports[0], rules=chosen.values(), profile=profile, waivers=self.waivers)
        return check_all(
            self.reports,
            previous=self.previous,
            units=self.units,
            rules=chosen.values(),
            profile=profile,
            waivers=self.waivers,
        )


_GIVEN: Final = tuple(field.name for field in attrs.fields(Case))
