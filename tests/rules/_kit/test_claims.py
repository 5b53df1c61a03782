"""Each of mttq's claims takes relations that are there, and no two rules judge one relation."""

from collections import Counter
from pathlib import Path

import pytest

from mttq import check
from mttq._declared.relations import Shape
from mttq.forms import registered_forms
from mttq.rules import RULES, claim
from mttq.rules._kit.compiled import compile_relations
from mttq.rules._kit.walked import Outcome, Step, Walk
from mttq.testing import make_report
from mttq.values import Tier

OURS = [item for item in registered_forms().values() if item.record.__module__.startswith("mttq.forms.")]
BOUNDS = [
    bound
    for place in compile_relations(Tier.COMMUNE, tuple((item, frozenset[int]()) for item in OURS)).places
    for bound in place.bounds
]
PARTED = {cell.line for item in OURS for cell in item.blank if cell.row.parts}
RELATIONS = {(bound.line, bound.relation.shape) for bound in BOUNDS} | {
    (line, Shape.WHOLE) for line in PARTED
}
CLAIMS = [(rule.code, item) for rule in RULES for item in rule.claims]


def test_each_claim_takes_relations_that_are_declared() -> None:
    idle = [
        (code, line)
        for code, item in CLAIMS
        for line in item.lines
        if item.shape and not any(claim(item.shape, line).takes(*relation) for relation in RELATIONS)
    ]
    assert idle == []


def test_no_relation_is_claimed_by_two_rules() -> None:
    takers = Counter(relation for relation in RELATIONS for _, item in CLAIMS if item.takes(*relation))
    assert {relation for relation, number in takers.items() if number > 1} == set()


def test_relations_of_rules_that_take_no_part_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = []
    outcome = Walk.outcome

    def seen(walk: Walk, step: Step) -> Outcome:
        judged.append(step.bound)
        return outcome(walk, step)

    monkeypatch.setattr(Walk, "outcome", seen)
    check(make_report(), select="APP003")
    assert {bound.relation.shape for bound in judged} == {Shape.TOTAL_OF}
    assert not any(item.takes(bound.line, Shape.TOTAL_OF) for bound in judged for _, item in CLAIMS)
    assert len(set(judged)) == len(judged)


def test_the_texts_of_a_rule_hold_when_its_deadlines_do() -> None:
    """The days of a text stand with the relation and with the basis; they are the same days."""
    times = {
        (code, bound.relation.during): (
            bound.relation.during.since,
            bound.relation.during.until,
        )
        for code, item in CLAIMS
        for bound in BOUNDS
        if item.shape is Shape.DEADLINE and item.takes(bound.line, Shape.DEADLINE) and bound.relation.during
    }
    assert {code for code, _ in times} == {code for code, item in CLAIMS if item.shape is Shape.DEADLINE}
    unlike = [
        (code, time)
        for (code, _), time in times.items()
        if time not in {(basis.valid_from, basis.valid_until) for basis in RULES[code].bases}
    ]
    assert unlike == []


def test_the_days_that_a_profile_may_set_are_by_default_those_that_are_declared() -> None:
    """They stand with the relation; the parameter of the rule that judges it repeats them."""
    deadlines = [(code, item) for code, item in CLAIMS if item.shape is Shape.DEADLINE]
    declared = {
        code: {abs(bound.terms[0].days) for bound in BOUNDS if item.takes(bound.line, bound.relation.shape)}
        for code, item in deadlines
        if "days" in RULES[code].parameters
    }
    assert declared == {code: {RULES[code].parameters["days"]} for code in declared}
    assert declared


@pytest.mark.parametrize("page", ["relations.md", "vi/relations.md"])
def test_each_rule_that_claims_nothing_says_why(page: str) -> None:
    """The last table of the page names it: a code, "A001 to A005", or a whole family."""
    text = (Path(__file__).parents[3] / "docs" / page).read_text(encoding="utf-8")
    rows = text.rpartition("\n## ")[2].split("\n| ")[2:]
    named = [item.strip() for row in rows for item in row.partition("|")[0].replace("đến", "to").split(",")]
    told = Counter(code for item in named for code in CODES if _names(item, code))
    judged = {"FND002", "FND004", "FND008"}  # as the page says, their relations are declared as well
    assert told == Counter({rule.code for rule in RULES if not rule.claims} | judged)


CODES = [rule.code for rule in RULES]


def _names(item: str, code: str) -> bool:
    first, _, last = item.partition(" to ")
    return first <= code <= last if last else code.startswith(first)
