"""Each relation is looked at once for all rules; what holds for certain is what the law passes."""

from collections import Counter

import attrs
import pytest

from mttq import check
from mttq.report import Report
from mttq.rules import RULES
from mttq.rules._kit.claims import judge_cuts
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.judgements import PASSED
from mttq.rules._kit.judging import judged
from mttq.rules._kit.places import Asked
from mttq.rules._kit.walked import Outcome, Step, Walk, stops_of, walk_over
from mttq.testing import draw_report, make_report


def outcomes(report: Report) -> dict[Step, Outcome]:
    walk = walk_over(report)
    return {
        step: walk.outcome(step)
        for records, steps in stops_of(relations_of(report))
        if walk.readings(report, records)
        for step in steps
    }


def test_each_relation_is_looked_at_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Step] = []
    find = Walk._find

    def seen(walk: Walk, step: Step) -> Outcome:
        looked.append(step)
        return find(walk, step)

    monkeypatch.setattr(Walk, "_find", seen)
    report = make_report()
    check(report)
    assert set(Counter(looked).values()) == {1}
    assert set(looked) <= set(outcomes(report))


def test_what_holds_for_certain_passes_by_the_law() -> None:
    report = draw_report(3, size=2)
    walk = walk_over(report)
    for step, (well, left, blank) in outcomes(report).items():
        there = walk.readings(report, step.records)
        certain = [one for one in there if one not in left and one not in blank]
        assert well == len(certain)
        assert {judged(step.bound, *one, Asked()) for one in certain} <= {PASSED}
        assert all(values[step.at] is None for _, values in blank)


def test_hedged_and_blank_figures_are_found_alone_as_beside_other_rules() -> None:
    report = draw_report(4, size=2).with_value("population.poor.households", None)
    codes = ["APP021", "APP022", "FND013"]
    alone = {code: RULES[code].verdict(attrs.evolve(report)) for code in codes}
    check(report)
    assert {code: RULES[code].verdict(report) for code in codes} == alone
    assert [*judge_cuts(report)] == [*judge_cuts(attrs.evolve(report))]
