"""What a rule says: values that are compared, copied and pickled, and places that the report has."""

import copy
import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest

from mttq._samples._faults import FAULTS, Fault
from mttq.checking import check
from mttq.rules import PASSED, Breach, Evidence, Suggestion, Term, Unverifiable
from mttq.testing import draw_report

DRAWN = draw_report(62)


def test_evidence_shows_the_difference_of_left_and_right() -> None:
    terms = (Term("hội nghị", 10), Term("văn bản", Fraction(1, 3)))
    assert Evidence((Term("cuộc", 15),), "=", terms).residual == Fraction(14, 3)
    assert Evidence((), "=", ()).residual == 0


@pytest.mark.parametrize(
    "fact",
    [
        Term("a", 1),
        Evidence((Term("a", 1),), "=", ()),
        Suggestion(path="a", old=None, new=1),
        Unverifiable("a"),
        Breach(path="a", args={"b": 1}),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_facts_are_values(fact: Any) -> None:
    for again in (pickle.loads(pickle.dumps(fact)), copy.copy(fact), copy.deepcopy(fact)):
        assert again == fact
    assert pickle.loads(pickle.dumps(PASSED)) is PASSED
    assert not hasattr(fact, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(fact, attrs.fields(type(fact))[0].name, None)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.name}")
def test_what_a_finding_names_stands_in_the_report(fault: Fault) -> None:
    """Its place, the places of its arithmetic, and what its suggestions would replace."""
    report = fault.plant(DRAWN)
    for finding in check(report):
        report.value_at(finding.path)
        evidence = finding.evidence or Evidence((), "=", ())
        for term in (*evidence.left, *evidence.right):
            if term.path:
                report.value_at(term.path)
        assert [item.old for item in finding.suggestions] == [
            report.value_at(item.path) for item in finding.suggestions
        ]
