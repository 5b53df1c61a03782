"""What is wrong, which figures that involves, and what is left when slips are undone."""

from collections.abc import Iterator

from mttq.repairs import Change
from mttq.repairs._probing import Judges
from mttq.repairs._searching import Search
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import PASSED, Breach, Evidence, Judgement, Severity, Term, rule
from mttq.testing import make_report

REPORT = make_report()
CRITICISM = "kl62-pl2.criticism.{}.commune"
POOR = "population.poor.households"
HOUSEHOLDS = "population.households"


def search(report: Report) -> Search:
    return Search.of(report, Judges.for_report(report, None, None))


def step(path: str, old: int, new: int) -> tuple[Change]:
    return (Change(path=path, old=old, new=new, kind=Slip.CHANGED, distance=1),)


def test_nothing_is_wrong_with_a_consistent_report() -> None:
    assert search(REPORT).wrong == ()


def test_a_breach_takes_notice_of_its_own_figures_and_lesser_rules_are_let_alone() -> None:
    found = search(REPORT.with_value(CRITICISM.format("sessions"), 15))
    assert [(item.code, item.paths) for item in found.wrong] == [
        (
            "CRI001",
            tuple(CRITICISM.format(name) for name in ("sessions", "conferences", "written", "dialogues")),
        )
    ]
    assert (found.binds("CRI001"), found.binds("UNI009"), found.binds("MEM004")) == (True, False, False)


def test_steps_come_by_distance_and_each_once() -> None:
    found = search(REPORT.with_value(CRITICISM.format("sessions"), 15))
    steps = found.steps(found.wrong[0])
    far = [sum(change.distance for change in step) for step in steps]
    assert far == sorted(far)
    assert len(set(steps)) == len(steps)


def test_a_step_settles_a_breach_if_its_rule_passes_once_more_often() -> None:
    path = CRITICISM.format("sessions")
    found = search(REPORT.with_value(path, 15))
    assert found.settles(found.wrong[0], step(path, 15, 13))
    assert not found.settles(found.wrong[0], step(path, 15, 14))
    assert not found.settles(found.wrong[0], step("nowhere", 15, 13))


def test_what_is_left_is_what_was_wrong_with_a_changed_figure_and_what_is_new() -> None:
    """With 100 households both percentages are wrong; 870 poor of 10.000 set one of them right."""
    found = search(REPORT.with_value(POOR, 870))
    judged = found.judge((step(HOUSEHOLDS, 1000, 10_000),))
    assert judged is not None
    assert [breach.path for breach in found.open(judged)] == ["population.near_poor.share"]
    assert not found.holds(judged)
    assert "UNI008" in found.added(judged)
    assert {code for code, paths in found.settled(judged).items() if paths} == {"UNI008"}
    assert judged is found.judge((step(HOUSEHOLDS, 1000, 10_000),))
    assert found.judge((step("nowhere", 1, 2),)) is None


def test_a_linked_finding_that_stays_is_left_and_another_is_not() -> None:
    wrong = (
        REPORT.with_value(HOUSEHOLDS, 999).with_value(POOR, 78).with_value(CRITICISM.format("sessions"), 15)
    )
    found = search(wrong)
    judged = found.judge((step(HOUSEHOLDS, 999, 1000),))
    assert judged is not None
    assert [breach.path for breach in found.open(judged)] == ["population.poor.share"]
    assert found.holds(judged)


@rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử")
def twenty_five(report: Report) -> Iterator[Judgement]:
    """Fails on 13 sessions with an exception, and on others than 25 with its arithmetic."""
    path = CRITICISM.format("sessions")
    sessions = int(str(report.value_at(path)))
    assert sessions != 13
    evidence = Evidence((Term("a", sessions, path),), "=", (Term("b", 25),))
    yield PASSED if sessions == 25 else Breach(path=path, evidence=evidence)


def test_slips_on_which_the_rule_breaks_down_lead_to_no_pair() -> None:
    report = REPORT.with_value(CRITICISM.format("sessions"), 31)
    found = Search.of(report, Judges.for_report(report, [twenty_five], None))
    assert (13,) in [tuple(change.new for change in step) for step in found.steps(found.wrong[0])]
    assert found.joint(found.wrong[0], limit=200) == ([], 0)
