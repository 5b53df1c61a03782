"""CRI: social criticism, opinions, dialogue."""

from collections.abc import Iterator

from mttq.report import Report
from mttq.rules._rule import Judgement, Severity, rule
from mttq.rules._totals import judge_totals

__all__ = ["sessions_are_the_sum_of_their_forms"]


@rule("CRI001", Severity.ERROR, level=1)
def sessions_are_the_sum_of_their_forms(report: Report) -> Iterator[Judgement]:
    """Each session of social criticism is held in exactly one form, so the forms add up to the sessions.

    Wrong: 15 sessions, of which 10 conferences, 15 written and 0 dialogues.
    Right: 25 sessions, of which 10 conferences, 15 written and 0 dialogues.
    """
    return judge_totals(report, "CRI001")
