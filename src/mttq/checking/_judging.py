"""The engine: it lets rules judge, counts how they end, and makes findings of breaches."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from mttq.checking._finding import Finding, unread_finding
from mttq.checking._findings import Counts, Findings, Missing
from mttq.checking._identities import spots_of
from mttq.checking._profiles import Profile, profile_of
from mttq.checking._unread import Lot, Unread
from mttq.checking._waivers import Waiver, Waivers, waivers_in
from mttq.report import Report
from mttq.rules import RULES, Batch, Breach, Digest, Rule, Run, Scope, Verdict
from mttq.rules._kit.once import once
from mttq.rules._kit.rule import as_rule_set
from mttq.rules._kit.selection import chosen_by
from mttq.vi import fold

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Desk"]


class Desk:
    """One check: the rules that take part, and what they have found so far.

    Args:
        rules: the rules to choose from.
        profile: which of them take part, with what parameters.
        waivers: accepted breaches.
        together: whether several reports are judged, so that places name the unit.

    Raises:
        DeclarationError: two rules have one code.
        ValueError: the profile is not known, or selects what is not there.
        TypeError: the profile sets a parameter that its rule does not have, or something is no waiver.
    """

    def __init__(
        self, rules: Iterable[Rule], profile: Profile | str | None, waivers: Waivers, *, together: bool
    ) -> None:
        self._profile = profile_of(profile)
        self._rules = as_rule_set(rules)
        self._chosen = self._profile.choose(self._rules)
        self._together = together
        self._waivers = waivers_in(waivers)
        self._named = {fold(waiver.unit) for waiver in self._waivers if waiver.unit}
        self._units: dict[str, Report | Digest | None] = {}  # by their names, however spelled, those judged
        self._only: Report | None = None  # the report, if there is one
        self._crashed: set[str] = set()
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self._missing: defaultdict[str, list[Missing]] = defaultdict(list)
        self._lot = Lot()
        self._found: list[tuple[Finding, dt.date | None]] = []  # with the day on which its report was issued

    @property
    def together(self) -> tuple[Rule, ...]:
        """The rules that judge several reports together."""
        return tuple(rule for rule in self._chosen if rule.scope is Scope.BATCH)

    def parameter(self, rule: Rule, name: str) -> object:
        """Return a parameter of a rule as the profile sets it."""
        return {**rule.parameters, **self._profile.parameters.get(rule.code, {})}[name]

    def judge(self, scope: Scope, subject: Report | Batch) -> None:
        """Let the rules of a scope judge a report, or a batch of them; only what waivers name is kept."""
        if isinstance(subject, Report) and self._waivers:
            unit = fold(subject.unit.address)
            self._only = subject if self._units.keys() <= {unit} else None
            self._units[unit] = subject if unit in self._named else None
        if isinstance(subject, Batch) and self._waivers:
            for item in subject.digests:
                self._units.setdefault(item.address, item)
        parameters = self._profile.parameters
        for rule in self._chosen:
            if rule.scope is scope:
                self._take(rule, rule.verdict(subject, parameters.get(rule.code)), subject)

    def _take(self, rule: Rule, verdict: Verdict, subject: Report | Batch) -> None:
        """Count how a rule judged, and keep what it found, also what it found before it broke down."""
        counts = self._counts[rule.code]
        if verdict.passed:
            counts[0] += verdict.passed
        elif not verdict.applies:
            counts[2] += 1
        if verdict.breaches:
            counts[1] += len(verdict.breaches)
            for breach in verdict.breaches:
                self._add(rule, breach, subject)
        if verdict.unverifiable:
            counts[3] += len(verdict.unverifiable)
            unit = _address(subject) if isinstance(subject, Report) else ""
            self._missing[rule.code] += [
                Missing(path, unit, item.path if item.blanks else "")
                for item in verdict.unverifiable
                for path in item.missing
            ]
        if verdict.crash is not None:
            self._crashed.add(rule.code)
            self._report_on(Run(crashed={rule.code: verdict.error}), subject, verdict.traceback)

    def _report_on(self, run: Run, subject: Report | Digest | Batch | None, traceback: str = "") -> None:
        """Let the rules about the run itself judge; they take part unless they are ignored by name."""
        is_ignored = chosen_by(self._profile.ignore, RULES.names)
        for rule in RULES:
            if rule.scope is Scope.RUN and not is_ignored(rule.code):
                for breach in rule.verdict(run).breaches:
                    self._counts[rule.code][1] += 1
                    self._add(rule, breach, subject, traceback)

    def _add(
        self, rule: Rule, breach: Breach, subject: Report | Digest | Batch | None, traceback: str = ""
    ) -> None:
        report: Report | Digest | None = None
        if not isinstance(subject, Batch):
            report = subject
        elif breach.report is not None:
            at_hand = subject.reports if subject.has_reports else subject.digests
            report = at_hand[breach.report]
        unread = Unread(
            breach,
            rule.code,
            report.unit if report else None,
            spots_of(breach, report),
            self._together,
            traceback,
        )
        self._found.append((unread_finding(rule, unread, self._lot), _issued(report)))

    def findings(self) -> Findings:
        """Return all that was found, the most severe first; what the waivers cover is kept apart."""
        waived = self._waive(self._waivers)
        return Findings(
            found=tuple(finding for finding, _ in self._found),
            waived=waived,
            counts={code: _ended(*numbers) for code, numbers in self._counts.items()},
            missing={code: tuple(items) for code, items in self._missing.items()},
        )

    def _waive(self, waivers: tuple[Waiver, ...]) -> tuple[Finding, ...]:
        """Take out what is waived; waivers that have expired or cover nothing are findings themselves."""
        if not waivers:
            return ()
        given: defaultdict[tuple[str, str | None], list[Waiver]] = defaultdict(list)
        for waiver in waivers:
            given[waiver.code, waiver.unit and fold(waiver.unit)].append(waiver)
        found, waived, used, expired = self._found, [], set[Waiver](), dict[Waiver, None]()
        self._found = []
        for finding, issued in found:
            unit = fold(finding.unit)
            asked = (*given.get((finding.code, unit), ()), *given.get((finding.code, None), ()))
            fitting = [waiver for waiver in asked if waiver.fits(finding)]
            used.update(fitting)
            holding = next((waiver for waiver in fitting if waiver.holds_on(issued)), None)
            if holding is None:
                self._found.append((finding, issued))
                expired.update(dict.fromkeys(fitting))
            else:
                waived.append(attrs.evolve(finding, waiver=holding))
        for waiver in expired:
            self._report_on(Run(expired=(waiver,)), self._report_of(waiver))
        for waiver in dict.fromkeys(waivers):
            if waiver not in used and self._judged(waiver):
                self._report_on(Run(stale=(waiver,)), self._report_of(waiver))
        return tuple(waived)

    def _judged(self, waiver: Waiver) -> bool:
        """Return whether what a waiver is about was looked at; a code that no rule has covers nothing."""
        if waiver.unit and fold(waiver.unit) not in self._units:
            return False
        if waiver.code not in self._rules:
            return True
        return waiver.code in self._counts and waiver.code not in self._crashed

    def _report_of(self, waiver: Waiver) -> Report | Digest | None:
        """Return the report that a waiver is about; None if it names none of several."""
        return self._only or self._units.get(fold(waiver.unit or ""))


@once
def _address(report: Report | Digest) -> str:
    return report.unit.address


def _issued(report: Report | Digest | None) -> "dt.date | None":
    if isinstance(report, Report):
        return report.header.date
    return report.issued if report else None


@lru_cache(maxsize=1024)  # most rules end in one of few ways
def _ended(passed: int, failed: int, not_applicable: int, not_verifiable: int) -> Counts:
    return Counts(passed, failed, not_applicable, not_verifiable)
