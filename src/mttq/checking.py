"""Checking a report: every rule judges, and what fails comes back as findings with their arithmetic.

Not judged is never "passed": each judgement ends as passed, failed, not applicable or not verifiable, and all
four are counted.
"""

from collections.abc import Iterable, Mapping

import attrs

from mttq.errors import DeclarationError
from mttq.findings import Counts, Finding, Findings, Waiver
from mttq.report import Report
from mttq.rules import PASSED, RULES, Breach, Confidence, Rule, RuleSet, Unverifiable
from mttq.typed import checked

__all__ = ["Profile", "check"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Profile:
    """A choice of rules and of their parameters.

    Args:
        name: how the profile is called.
        select: codes or beginnings of codes that take part; all but rules on an unconfirmed basis, if empty.
        ignore: codes or beginnings of codes that do not.
        parameters: by code, what the rule's keyword arguments shall be.
    """

    name: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    parameters: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict)

    def takes(self, rule: Rule) -> bool:
        """Tell whether a rule takes part."""
        if rule.code.startswith(self.ignore):
            return False
        if self.select:
            return rule.code.startswith(self.select)
        return rule.basis.confidence is not Confidence.UNCONFIRMED

    def choose(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Give the rules that take part.

        Raises:
            ValueError: nothing begins like one of the selected codes; a check of no rule would pass for good.
        """
        rules = rules if isinstance(rules, RuleSet) else RuleSet(rules)
        for code in self.select:
            if not any(rule.code.startswith(code) for rule in rules):
                raise ValueError(f"Profile {self.name}: không có quy tắc nào mã {code!r}")
        return tuple(rule for rule in rules if self.takes(rule))


def check(
    report: Report,
    *,
    rules: Iterable[Rule] | None = None,
    profile: Profile | None = None,
    waivers: Iterable[Waiver] = (),
) -> Findings:
    """Let every rule judge a report.

    Args:
        report: the report; it is not changed.
        rules: the rules; mttq's own (`mttq.RULES`) if None.
        profile: which rules take part, with what parameters; all with their defaults if None.
        waivers: decisions to accept breaches; what they cover comes back in `waived`.

    Returns:
        the findings, the gravest first, then by code and in the order of the report.

    Raises:
        DeclarationError: two rules have one code, or a rule yields what is no judgement.
        ValueError: the profile selects a code that no rule has.

    >>> from mttq.model import Unit, UnitKind
    >>> findings = check(Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo"))
    >>> bool(findings.errors), findings.counts["CRI001"].not_applicable
    (False, 1)
    """
    profile = profile or Profile()
    waivers = tuple(waivers)
    found: list[Finding] = []
    counts: dict[str, Counts] = {}
    for rule in profile.choose(RULES if rules is None else rules):
        breaches, counts[rule.code] = _judge(rule, report, profile.parameters.get(rule.code, {}))
        found.extend(_finding(rule, report, breach) for breach in breaches)
    kept: list[Finding] = []
    waived: list[Finding] = []
    for finding in found:
        waiver = next((item for item in waivers if item.covers(finding, report.header.date)), None)
        if waiver is None:
            kept.append(finding)
        else:
            waived.append(attrs.evolve(finding, waiver=waiver))
    kept.sort(key=lambda finding: -finding.severity)  # stable: by code, then as the report has them
    return Findings(found=tuple(kept), waived=tuple(waived), counts=counts)


def _judge(rule: Rule, report: Report, parameters: Mapping[str, object]) -> tuple[list[Breach], Counts]:
    passed = not_verifiable = 0
    breaches: list[Breach] = []
    for judgement in rule(report, **parameters):
        if judgement is PASSED:
            passed += 1
        elif isinstance(judgement, Breach):
            breaches.append(judgement)
        elif isinstance(judgement, Unverifiable):
            not_verifiable += 1
        else:
            raise DeclarationError(f"{rule.code}: {judgement!r} không phải PASSED, Unverifiable hay Breach")
    judged = passed or breaches or not_verifiable
    return breaches, Counts(passed, len(breaches), 0 if judged else 1, not_verifiable)


def _finding(rule: Rule, report: Report, breach: Breach) -> Finding:
    return Finding(
        rule=rule,
        path=breach.path,
        place=report.place_of(breach.path),
        args=breach.args,
        evidence=breach.evidence,
        expected=breach.expected,
        actual=breach.actual,
        related=tuple(report.place_of(path) for path in breach.related),
        suggestions=tuple(
            attrs.evolve(item, place=report.place_of(item.path)) for item in breach.suggestions
        ),
    )
