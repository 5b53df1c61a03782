"""What is wrong, which figures that involves, and what a hand may have done to them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from mttq.model import FundKind, FundLedger, Funds, PovertyFigure, Receipt, Unit, UnitKind
from mttq.repairs import Change
from mttq.repairs._candidates import Search, Wrong
from mttq.repairs._equations import Addend
from mttq.repairs._judges import Judges
from mttq.repairs._layout import Layout
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import PASSED, Breach, Evidence, Judgement, Rule, Severity, Suggestion, Term, rule
from mttq.testing import make_report
from mttq.values import Pair

REPORT = make_report()
CRITICISM = "kl62-pl2.criticism.{}.commune"
SESSIONS, WRITTEN = CRITICISM.format("sessions"), CRITICISM.format("written")
PERSONS = "population.persons"
POOR = "population.poor.households"
HOUSEHOLDS = "population.households"


def changed(cells: Mapping[str, Any]) -> Report:
    report = REPORT
    for path, value in cells.items():
        report = report.with_value(path, value)
    return report


def search(report: Report, *rules: Rule) -> Search:
    return Search(Judges.for_report(report, rules or None, None), Layout.of(report))


def wrong(report: Report, code: str) -> tuple[Search, Wrong]:
    found = search(report)
    return found, next(found.wrong(*item) for item in found.breaches if item[0] == code)


def step(path: str, old: int, new: int) -> tuple[Change]:
    return (Change(path=path, old=old, new=new, kind=Slip.CHANGED, distance=1),)


def test_nothing_is_wrong_with_a_consistent_report() -> None:
    assert list(search(REPORT).breaches) == []


def test_a_breach_is_about_the_figures_of_its_relation_and_lesser_rules_are_let_alone() -> None:
    found, item = wrong(REPORT.with_value(SESSIONS, 15), "CRI001")
    paths = tuple(CRITICISM.format(name) for name in ("sessions", "conferences", "written", "dialogues"))
    assert (item.paths, [one.paths for one in item.equations]) == (paths, [paths])
    assert {"CRI001", "UNI009", "MEM004"} & found.judges.binding == {"CRI001"}


def test_steps_come_by_distance_and_each_once() -> None:
    found, item = wrong(REPORT.with_value(SESSIONS, 15), "CRI001")
    steps = found.singles(item)
    far = [sum(change.distance for change in step) for step in steps]
    assert far == sorted(far)
    assert len(set(steps)) == len(steps)
    assert (13,) in [tuple(change.new for change in step) for step in steps]


def test_a_slip_that_would_break_another_relation_is_no_candidate() -> None:
    """870 poor households fit to 10.000 households, but the near-poor ones then do not."""
    found, item = wrong(REPORT.with_value(POOR, 870), "UNI008")
    assert HOUSEHOLDS in item.paths
    assert not [change for step in found.singles(item) for change in step if change.path == HOUSEHOLDS]


def test_a_bound_is_not_set_right_by_any_digit() -> None:
    """31.450 people for 1.000 households may be 3.145, or 1.000 be 10.000; they are not 6.000 to 9.000."""
    found, item = wrong(
        changed(
            {PERSONS: 31_450, "population.poor": PovertyFigure(), "population.near_poor": PovertyFigure()}
        ),
        "UNI009",
    )
    news = [(change.path, change.new) for step in found.singles(item) for change in step]
    assert (PERSONS, 3_145) in news
    assert (HOUSEHOLDS, 10_000) in news
    assert not {(HOUSEHOLDS, 6_000), (HOUSEHOLDS, 9_000)} & {*news}


def test_no_figure_is_put_where_the_reporter_has_none() -> None:
    sessions, above = SESSIONS, "kl62-pl2.criticism.sessions.province"
    found, item = wrong(changed({sessions: None, above: 13}), "APP004")
    assert above in found.layout.absent
    assert [{change.path: change.new for change in step} for step in found.singles(item)] == [
        {above: None, sessions: 13}
    ]


def test_the_rows_of_a_sum_may_be_shifted_and_the_halves_of_a_pair_exchanged() -> None:
    names = ("sessions", "conferences", "written", "dialogues")
    true = {CRITICISM.format(name): REPORT.value_at(CRITICISM.format(name)) for name in names}
    assert list(true.values()) == [13, 3, 9, 1]
    shifted = dict(zip(true, (3, 9, 1, 13), strict=True))
    found, item = wrong(changed(shifted), "CRI001")
    steps = [step for step in found.singles(item) if step[0].kind is Slip.SHIFTED]
    assert true in [{change.path: change.new for change in step} for step in steps]


def test_what_is_left_is_what_was_wrong_with_a_changed_figure_and_what_is_new() -> None:
    """With 100 households both percentages are wrong; 870 poor of 10.000 set one of them right."""
    found = search(REPORT.with_value(POOR, 870))
    judged = found.without(step(HOUSEHOLDS, 1000, 10_000))
    assert judged is not None
    assert [breach.path for breach in judged.left] == ["population.near_poor.share"]
    assert (judged.adds("UNI008"), judged.is_sound, judged.gone) == (True, False, {"UNI008": 1})
    assert judged is found.without(step(HOUSEHOLDS, 1000, 10_000))
    assert found.without(step("nowhere", 1, 2)) is None


def test_a_linked_finding_that_stays_is_left_and_another_is_not() -> None:
    report = changed({HOUSEHOLDS: 999, POOR: 78, SESSIONS: 15})
    found = search(report)
    judged = found.without(step(HOUSEHOLDS, 999, 1000))
    assert judged is not None
    assert ([breach.path for breach in judged.left], judged.is_sound) == (["population.poor.share"], True)


@rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử")
def twenty_five(report: Report) -> Iterator[Judgement]:
    """Fails on 13 sessions with an exception, and on others than 25 with its arithmetic."""
    sessions = int(str(report.value_at(SESSIONS)))
    assert sessions != 13
    evidence = Evidence((Term("a", sessions, SESSIONS),), "=", (Term("b", 25),))
    yield PASSED if sessions == 25 else Breach(path=SESSIONS, evidence=evidence)


def test_a_figure_that_only_a_rule_knows_is_solved_by_its_arithmetic() -> None:
    report = REPORT.with_value(SESSIONS, 31)
    found = search(report, twenty_five)
    item = found.wrong(*next(found.breaches))
    assert [tuple(change.new for change in step) for step in found.singles(item)] == [(25,)]
    assert found.pairs(item) == ([], False)


@rule("TST002", Severity.ERROR, level=1, title="Thử", message="Thử")
def product(report: Report) -> Iterator[Judgement]:
    """Fails where the sessions are not the written ones squared, which no equation says."""
    sessions, written = (int(str(report.value_at(path))) for path in (SESSIONS, WRITTEN))
    evidence = Evidence((Term("a", sessions, SESSIONS),), "=", (Term("b", written**2),))
    yield PASSED if sessions == written**2 else Breach(path=SESSIONS, evidence=evidence, related=(WRITTEN,))


def test_what_no_equation_says_is_tried() -> None:
    report = changed({SESSIONS: 16, WRITTEN: 40})
    found = search(report, product)
    item = found.wrong(*next(found.breaches))
    news = [{change.path: change.new for change in step} for step in found.singles(item)]
    assert {WRITTEN: 4} in news
    assert {SESSIONS: 1600} in news


def test_what_a_rule_suggests_for_a_cell_with_two_figures_is_a_candidate_and_the_figure_itself_is_none() -> (
    None
):
    cell = "kl62-pl2.supervision.delegations.commune"
    offered = Pair(4, 9)

    @rule("TST003", Severity.ERROR, level=1, title="Thử", message="Thử")
    def known(report: Report) -> Iterator[Judgement]:
        """Knows what should stand in a cell."""
        figure = report.value_at(cell)
        breach = Breach(
            path=cell,
            evidence=Evidence((Term("a", 1),), "=", (Term("b", 2),)),
            suggestions=tuple(Suggestion(path=cell, old=None, new=new) for new in (offered, Pair(38, 77))),
        )
        yield PASSED if figure == offered else breach

    report = REPORT.with_value(cell, Pair(38, 77))
    found = search(report, known)
    item = found.wrong(*next(found.breaches))
    assert [[change.new for change in step] for step in found.singles(item)] == [[offered]]


def test_the_search_for_two_slips_grows_with_the_figures_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counted is how often a figure is read in an equation, of a fund with 20 gifts and with 80."""
    ends, counted = Addend.ends, Counter[int]()
    monkeypatch.setattr("mttq.repairs._candidates._PAIRS", 50)

    def reads(number: int) -> int:
        receipts = tuple(
            Receipt(amount=(100 + 37 * place % 900) * 1_000_000, source=str(place)) for place in range(number)
        )
        raised = sum(item.amount for item in receipts if isinstance(item.amount, int)) + 30_000_004
        ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, raised=raised, receipts=receipts)
        unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
        found, item = wrong(Report(unit=unit, title="Báo cáo", funds=Funds(ledgers=(ledger,))), "FND004")

        def counting(addend: Addend, news: Mapping[str, Any]) -> object:
            counted[number] += 1
            return ends(addend, news)

        monkeypatch.setattr(Addend, "ends", counting)
        assert found.pairs(item)[1]
        return counted[number]

    few, many = reads(20), reads(80)
    assert many < 6 * few
