"""Two figures in a relation: what is called into question, what is expected, and where else to look."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from mttq.errors import FieldError, PathError
from mttq.rules import PASSED, Breach, Evidence, Term, Unverifiable, compare, term
from mttq.rules._kit.relations import Relation
from mttq.testing import make_report

REPORT = make_report()
FIRST, OTHER = Term("trưởng ban", 5, "first"), "other"


@pytest.mark.parametrize(
    ("relation", "holds", "broken"),
    [("=", [5], [4, 6]), ("≤", [5, 6], [4]), ("≥", [5, 4], [6]), ("<", [6], [5, 4]), (">", [4], [5, 6])],
)
def test_each_relation_holds_up_to_its_bound(relation: Relation, holds: list[int], broken: list[int]) -> None:
    passed = [compare(FIRST, relation, Term("thôn", value)) is PASSED for value in holds + broken]
    assert passed == [True] * len(holds) + [False] * len(broken)


def test_the_expected_value_of_an_equality_is_the_other_figure() -> None:
    other = Term("thôn", 7, OTHER)
    assert compare(FIRST, "=", other, heads=5) == Breach(
        path="first",
        args={"heads": 5},
        evidence=Evidence((FIRST,), "=", (other,)),
        expected=7,
        actual=5,
        related=(OTHER,),
    )


def test_a_bound_not_in_the_report_is_neither_expected_nor_related() -> None:
    bound = Term("quy định", 4)
    assert compare(FIRST, "≤", bound, heads=5) == Breach(
        path="first", args={"heads": 5}, evidence=Evidence((FIRST,), "≤", (bound,)), actual=5
    )


def test_sums_are_compared_and_named_by_the_message() -> None:
    parts = (Term("hội nghị", 10, "a"), Term("văn bản", Decimal("2.5"), "b"), Term("khác", Fraction(1, 2)))
    first = Term("cuộc", 12, "total")
    assert compare(first, "=", parts, about="năm") == Breach(
        path="total",
        args={"left": 12, "right": 13},
        evidence=Evidence((first,), "=", parts),
        expected=13,
        actual=12,
        related=("a", "b"),
        about="năm",
    )
    assert compare(parts, ">", first) is PASSED
    turned = compare(parts, "<", first)
    assert isinstance(turned, Breach)
    assert (turned.path, turned.args, turned.related) == ("a", {"left": 13, "right": 12}, ("b", "total"))


@pytest.mark.parametrize(
    ("left", "right", "blank"),
    [
        (Unverifiable("a"), FIRST, Unverifiable("a")),
        (FIRST, Unverifiable("a"), Unverifiable("first", ("a",))),
        ((FIRST, Unverifiable("a")), Unverifiable("b"), Unverifiable("first", ("a", "b"))),
        ((Unverifiable("a"), FIRST), FIRST, Unverifiable("a")),
    ],
)
def test_what_is_blank_cannot_be_compared(left: Any, right: Any, blank: Unverifiable) -> None:
    assert compare(left, "≤", right) == blank


def test_a_term_is_a_figure_of_the_report_by_its_place_or_a_name() -> None:
    path = "kl62-pl2.criticism.sessions.commune"
    assert term(REPORT, path) == Term("Phụ lục 2, mục 2, dòng 2, cấp cơ sở", 13, path)
    assert term(REPORT, path, "số cuộc") == Term("số cuộc", 13, path)
    bare = attrs.evolve(REPORT, appendices=())
    assert term(bare, path) == Unverifiable(path)
    with pytest.raises(PathError):
        term(REPORT, "kl62-pl2.criticism.session.commune")
    with pytest.raises(FieldError) as caught:
        term(REPORT, "title")
    assert str(caught.value) == f"title: cần một số, không phải {REPORT.title!r}"
    assert caught.value.render(lang="en") == f"title: expected a number, got {REPORT.title!r}"
