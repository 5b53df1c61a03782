"""The rules, one file for each family, and the frozen default set `RULES`."""

from mttq.rules import campaigns, criticism, units
from mttq.rules._rule import (
    ARITHMETIC,
    PASSED,
    Basis,
    Breach,
    Confidence,
    Evidence,
    Figure,
    Judgement,
    Rule,
    RuleSet,
    Severity,
    Suggestion,
    Term,
    Unverifiable,
    collect,
    rule,
)

__all__ = [
    "ARITHMETIC",
    "PASSED",
    "RULES",
    "Basis",
    "Breach",
    "Confidence",
    "Evidence",
    "Figure",
    "Judgement",
    "Rule",
    "RuleSet",
    "Severity",
    "Suggestion",
    "Term",
    "Unverifiable",
    "rule",
]

RULES = collect(campaigns, criticism, units)
