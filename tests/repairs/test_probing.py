"""Rules are asked what they make of another number; one that crashes says nothing."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from mttq.checking import Profile
from mttq.model import Statement
from mttq.repairs._probing import Judges, probes
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
from mttq.testing import make_report
from mttq.values import Pair, Qualifier, Quantity

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


def test_verdict_counts_what_a_rule_says_and_profiles_set_its_parameters() -> None:
    profile = Profile(parameters={"TST001": {"more": 5}})
    judges = Judges.for_report(REPORT, [one_of_each, crashes, over_time], profile)
    assert list(judges.rules) == ["TST001"]  # the others crash, or need several reports
    verdict = judges.verdicts(REPORT)["TST001"]
    breaches = (Breach(path="title", args={"n": 5}), Breach(path="title"))
    assert verdict == Verdict(1, breaches, (Unverifiable("title"),))
    assert judges.crashed == {"TST002": "ZeroDivisionError: "}


def test_default_rules_are_those_about_one_report() -> None:
    assert set(Judges.for_report(REPORT, None, None).rules) == {
        item.code for item in RULES if item.scope is Scope.REPORT and Profile().takes(item)
    }


def test_probes_put_none_half_one_more_and_far_more() -> None:
    path, pair = "kl62-pl1.membership.nominated_to_party", Pair(21, 17)
    found = [(place, changed.value_at(path)) for place, _, changed in probes(REPORT, path, pair)]
    assert found == [
        *((0, Pair(number, 17)) for number in (0, 10, 22, 21_007)),
        *((1, Pair(21, number)) for number in (0, 8, 18, 17_007)),
    ]
    said = Statement(
        indicator="a", value=Quantity(value=Decimal(7), qualifier=Qualifier.RANGE, upper=Decimal(9))
    )
    report, path = attrs.evolve(REPORT, statements=(said,)), "statements.0.value"
    ends = [attrs.astuple(changed.statements[0].value) for _, _, changed in probes(report, path, said.value)]
    assert [(value, upper) for value, _, _, upper, *_ in ends] == [(0, 9), (3, 9), (8, 9), (7, 10), (7, 9007)]
    path = "population.villages"
    assert [(off, changed.value_at(path)) for _, off, changed in probes(REPORT, path, 0)] == [(1, 1), (7, 7)]
