"""Two figures in a relation: what is called into question, what is expected, and where else to look."""

import pytest

from mttq.rules import PASSED, Breach, Evidence, Term
from mttq.rules._kit.relations import Relation, judge_relation

FIRST, OTHER = Term("trưởng ban", 5, "first"), "other"


@pytest.mark.parametrize(
    ("relation", "holds", "broken"), [("=", [5], [4, 6]), ("≤", [5, 6], [4]), ("≥", [5, 4], [6])]
)
def test_each_relation_holds_up_to_its_bound(relation: Relation, holds: list[int], broken: list[int]) -> None:
    passed = [judge_relation(FIRST, relation, Term("thôn", value)) is PASSED for value in holds + broken]
    assert passed == [True] * len(holds) + [False] * len(broken)


def test_what_should_be_equal_is_expected_where_the_other_stands() -> None:
    other = Term("thôn", 7, OTHER)
    assert judge_relation(FIRST, "=", other, heads=5) == Breach(
        path="first",
        args={"heads": 5},
        evidence=Evidence((FIRST,), "=", (other,)),
        expected=7,
        actual=5,
        related=(OTHER,),
    )


def test_a_bound_that_stands_nowhere_is_no_value_to_expect_nor_a_place_to_look() -> None:
    bound = Term("quy định", 4)
    assert judge_relation(FIRST, "≤", bound) == Breach(
        path="first", evidence=Evidence((FIRST,), "≤", (bound,)), actual=5
    )
