"""Rules are asked what they make of another number; one that crashes says nothing."""

from collections.abc import Iterator
from typing import Any

from mttq.checking import Profile
from mttq.repairs._figures import figures_of, numbers_in
from mttq.repairs._judges import Judges
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import (
    PASSED,
    RULES,
    Batch,
    Breach,
    Judgement,
    Scope,
    Severity,
    Unverifiable,
    Verdict,
    rule,
)
from mttq.testing import draw_report, make_report

REPORT = make_report()
WORDING: dict[str, Any] = {"title": "Thử", "message": "Thử"}


@rule("TST001", Severity.WARNING, level=1, **WORDING)
def one_of_each(report: Report, *, more: int = 0) -> Iterator[Judgement]:
    """One of each."""
    yield PASSED
    yield Unverifiable("title")
    yield Breach(path="title", args={"n": more})
    yield Breach(path="title")


@rule("TST002", Severity.WARNING, level=1, **WORDING)
def crashes(report: Report) -> Iterator[Judgement]:
    """Crashes."""
    yield PASSED
    raise ZeroDivisionError


@rule("TST003", Severity.WARNING, level=2, **WORDING, scope=Scope.BATCH)
def over_time(batch: Batch) -> Iterator[Judgement]:
    """Looks at several reports."""
    yield PASSED


def test_rules_that_break_down_take_no_part_and_profiles_set_parameters() -> None:
    profile = Profile(parameters={"TST001": {"more": 5}})
    judges = Judges.for_report(REPORT, [one_of_each, crashes, over_time], profile)
    assert list(judges.rules) == ["TST001"]  # the others crash, or need several reports
    breaches = (Breach(path="title", args={"n": 5}), Breach(path="title"))
    assert judges.first == {"TST001": Verdict(1, breaches, (Unverifiable("title"),))}
    assert judges.crashed == {"TST002": "ZeroDivisionError: "}


def test_default_rules_are_those_about_one_report() -> None:
    assert set(Judges.for_report(REPORT, None, None).rules) == {
        item.code for item in RULES if item.scope is Scope.REPORT and Profile().takes(item)
    }


def test_no_figure_makes_a_difference_to_rules_on_texts_and_documents() -> None:
    """So they need not judge again what is the same with another figure."""
    report = draw_report(5)
    judges = Judges.for_report(report, None, None)
    texts = [code for code in judges.rules if code[:3] in ("DOC", "TXT")]
    for path, figure in figures_of(report).items():
        for number, make in numbers_in(figure):
            change = Change(path=path, old=figure, new=make(number + 1), kind=Slip.CHANGED, distance=1)
            judged = judges.without((change,))
            assert judged is not None
            told = {code: RULES[code].verdict(judged.report) for code in texts}
            assert told == {code: judged.verdict(code) for code in texts}
