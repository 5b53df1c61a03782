"""What a finding says apart from its words, so that tests of rules hang on no sentence."""

from mttq.checking import Finding
from mttq.rules._kit.identity import canonical
from mttq.wording import Phrase

__all__ = ["facts_of", "figures_of"]


def facts_of(finding: Finding) -> str:
    """Return what the message shows: "days=15; sent=2023-05-06".

    Quoted words stay letter by letter and so do the things of a list; other words of ours are left out.

    >>> from mttq.rules import RULES
    >>> found = Finding(rule=RULES["CRI001"], path="", place="", args={"stated": 8, "other": 7})
    >>> facts_of(found)
    'other=7; stated=8'
    """
    facts = ((name, _fact(value)) for name, value in sorted(finding.args.items()))
    return "; ".join(f"{name}={fact}" for name, fact in facts if fact)


def _fact(value: object) -> str:
    if isinstance(value, tuple):
        return " + ".join(item if isinstance(item, str) else canonical(item) for item in value)
    return value if isinstance(value, str) and not isinstance(value, Phrase) else canonical(value)


def figures_of(finding: Finding) -> str:
    """Return the arithmetic that does not hold: "15 = 10 + 15 + 0"; "" where there is none.

    >>> from mttq.rules import RULES, Evidence, Term
    >>> sums = Evidence((Term("cuộc", 8),), "=", (Term("hội nghị", 3), Term("văn bản", 4)))
    >>> figures_of(Finding(rule=RULES["CRI001"], path="", place="", args={}, evidence=sums))
    '8 = 3 + 4'
    """
    if finding.evidence is None:
        return ""
    left, right = (
        " + ".join(canonical(term.value) for term in side)
        for side in (finding.evidence.left, finding.evidence.right)
    )
    return f"{left} {finding.evidence.relation} {right}"
