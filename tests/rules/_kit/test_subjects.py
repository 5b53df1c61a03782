"""What several reports say together does not depend on the order in which they are given."""

import datetime as dt
from itertools import permutations
from random import Random

import attrs
import pytest

from mttq._samples._cases import Case
from mttq._samples._faults import Fault
from mttq._samples._together import TOGETHER
from mttq.checking import Findings, check_all
from mttq.report import Report
from mttq.rules import RULES, Batch, Scope
from mttq.testing import draw_report, make_report

FAULTS = [fault for fault in TOGETHER if RULES[fault.code].scope is Scope.BATCH]


def told(findings: Findings) -> list[tuple[object, ...]]:
    """Return all that a reader learns of findings, in their order."""
    return [
        (item.unit, item.path, item.message, item.explain(), item.related, item.fingerprint)
        for item in (*findings, *findings.waived)
    ]


def orders(case: Case) -> list[Case]:
    """Return a case with its reports in several orders, those of before and the catalogue turned round."""
    turned = list(permutations(case.reports))
    return [
        attrs.evolve(case, reports=reports, previous=case.previous[::-1], units=case.units[::-1])
        for reports in turned[:: max(1, len(turned) // 12)]
    ]


def test_each_rule_on_several_reports_is_shuffled() -> None:
    assert {fault.code for fault in FAULTS} == {rule.code for rule in RULES if rule.scope is Scope.BATCH}


@pytest.mark.share(3)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
@pytest.mark.parametrize("seed", range(2))
def test_findings_are_the_same_in_any_order(fault: Fault, seed: int) -> None:
    rule = RULES[fault.code]
    case = fault.wrong(draw_report(seed))
    findings = case.judged_by(rule)
    assert fault.code in {item.code for item in findings}
    for other in orders(case):
        found = other.judged_by(rule)
        assert (told(found), found.counts) == (told(findings), findings.counts)


def test_all_that_many_reports_say_together_is_the_same_in_any_order() -> None:
    """Families, versions, other bodies, copies and mergers at once, judged by all rules on several."""
    cases = [fault.wrong(draw_report(1)) for fault in FAULTS]
    reports = [report for case in cases for report in case.reports]
    previous = [report for case in cases for report in case.previous]
    units = [unit for case in cases for unit in case.units]
    rules = [rule for rule in RULES if rule.scope is Scope.BATCH]

    def found() -> list[tuple[object, ...]]:
        return told(check_all(reports, previous=previous, units=units, rules=rules))

    first = found()
    assert len({row[0] for row in first}) > 5
    for seed in range(2):
        for given in (reports, previous):
            Random(seed).shuffle(given)  # noqa: S311 - no secret
        assert found() == first


def test_a_batch_is_in_the_order_of_issue_then_of_its_figures() -> None:
    def issued(day: int | None, persons: int, name: str = "Mẫu") -> Report:
        report = make_report().with_value("header.date", day and dt.date(2025, 1, day))
        return report.with_value("population.persons", persons).with_value("unit.name", name)

    ordered = (issued(9, 4200), issued(10, 4100), issued(10, 4150), issued(10, 1, "Nấu"), issued(None, 1))
    for given in permutations(ordered):
        assert Batch(reports=given, previous=given).reports == ordered
        assert Batch(reports=(), previous=given).previous == ordered
