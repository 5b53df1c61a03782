"""What is exported: the findings of one report or of several, and the rules that were asked."""

from collections.abc import Mapping

from mttq.checking import Findings
from mttq.rules import RULES, Rule

__all__ = ["Results", "by_name", "codes_of", "rules_of"]

Results = Findings | Mapping[str, Findings | str]
"""The findings of one report, or by name; a text in their place says why a report could not be read."""


def by_name(results: Results) -> Mapping[str, Findings | str]:
    """Return the findings by the name of their report, "" if it has none."""
    return {"": results} if isinstance(results, Findings) else results


def codes_of(findings: Findings) -> list[str]:
    """List the codes of the rules that judged or found something."""
    return sorted({*findings.counts, *(finding.code for finding in (*findings.found, *findings.waived))})


def rules_of(findings: Findings) -> dict[str, Rule]:
    """Find the rules by code; one of the caller's own is known once it has found something."""
    own = {finding.code: finding.rule for finding in (*findings.found, *findings.waived)}
    known = {rule.code: rule for rule in RULES} | own
    return {code: known[code] for code in codes_of(findings) if code in known}
