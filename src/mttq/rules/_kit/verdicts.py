"""How a rule judged: what passed, what is wrong, what could not be told and where, what broke it down.

`Rule.verdict` is the only place that makes one; checks, repairs, assurance and the rule book read it.
"""

from collections import Counter
from functools import lru_cache
from traceback import TracebackException

import attrs

from mttq.rules._kit.judgements import Breach, Unverifiable

__all__ = ["Verdict", "passed"]


@attrs.frozen
class Verdict:
    """How one rule judged.

    Args:
        passed: how often all was well.
        breaches: what is wrong, in the order of the rule.
        unverifiable: what could not be judged because the value at its path is blank.
        crash: the error that ended the rule before its end, or None; what it judged before stays.

    >>> from mttq.rules import RULES
    >>> from mttq.testing import make_report
    >>> verdict = RULES["UNI008"].verdict(make_report().with_value("population.poor.households", 78))
    >>> verdict.passed, [breach.path for breach in verdict.breaches]
    (1, ['population.poor.share'])
    """

    passed: int = 0
    breaches: tuple[Breach, ...] = ()
    unverifiable: tuple[Unverifiable, ...] = ()
    crash: Exception | SystemExit | None = None

    @property
    def error(self) -> str:
        """The error that ended the rule, in one line; empty if there is none."""
        if self.crash is None:
            return ""
        told = TracebackException.from_exception(self.crash)  # also of an error that cannot be said
        return f"{type(self.crash).__name__}: {told}"

    @property
    def traceback(self) -> str:
        """Where that error came from, as Python shows it; empty if there is none."""
        if self.crash is None:
            return ""
        return "".join(TracebackException.from_exception(self.crash).format()).rstrip()

    @property
    def applies(self) -> bool:
        """Whether there was anything to judge; a rule that broke down is not known not to apply."""
        return bool(self.passed or self.breaches or self.unverifiable) or self.crash is not None

    @property
    def judged(self) -> int:
        """How often the rule could tell."""
        return self.passed + len(self.breaches)

    @property
    def paths(self) -> Counter[str]:
        """How many breaches there are at each path."""
        return Counter(breach.path for breach in self.breaches)

    def lacks(self, breach: Breach) -> bool:
        """Return whether a breach is gone or has other figures; its suggestions do not count."""
        bare = attrs.evolve(breach, suggestions=())
        return all(attrs.evolve(other, suggestions=()) != bare for other in self.breaches)


@lru_cache(maxsize=1024)  # nearly all verdicts are such
def passed(times: int) -> Verdict:
    """Return the verdict of a rule that found nothing wrong and nothing blank."""
    return Verdict(times)
