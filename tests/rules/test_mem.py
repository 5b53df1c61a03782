from collections.abc import Callable

import pytest

from mttq.checking import Counts
from mttq.model import OrganisationMembership, SocioPoliticalOrganization
from mttq.rules import Rule, mem
from mttq.values import Pair

Judge = Callable[..., list[str | tuple[str, ...]]]

FORM = "kl62-pl1.membership"
NOMINATED, ADMITTED = f"{FORM}.nominated_to_party", f"{FORM}.admitted_to_party"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({ADMITTED: 38}, ["passed"]),
        ({NOMINATED: None}, [f"? {ADMITTED}: {NOMINATED}"]),
        ({ADMITTED: None}, [f"? {ADMITTED}"]),
        ({NOMINATED: None, ADMITTED: None}, []),
        (
            {NOMINATED: 5, ADMITTED: 7},
            [(ADMITTED, "other=5; stated=7", "7 ≤ 5")],
        ),
        (
            {"membership.nominated_to_party": 5, "membership.admitted_to_party": 7},
            [
                (
                    "membership.admitted_to_party",
                    "other=5; stated=7",
                    "7 ≤ 5",
                ),
                "passed",
            ],
        ),
    ],
)
def test_who_is_admitted_to_the_party_was_nominated(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(mem.admitted_to_the_party_were_nominated, changes) == outcomes


MEMBERS, NEW = f"{FORM}.members", f"{FORM}.admitted"
TWICE = "first=169; second=1169"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({MEMBERS: 1481, NEW: None}, []),
        ({MEMBERS: Pair(169, 1169), NEW: None}, [(MEMBERS, TWICE, "")]),
        ({MEMBERS: Pair(169, 1204), NEW: None}, ["passed"]),
        ({MEMBERS: Pair(169, 169), NEW: None}, ["passed"]),
        ({MEMBERS: Pair(169, 11169), NEW: None}, ["passed"]),
        (
            {MEMBERS: Pair(1699, 169)},
            [(MEMBERS, "first=1699; second=169", ""), "passed"],
        ),
        ({MEMBERS: None, NEW: Pair(46, 146)}, ["passed"]),
    ],
)
def test_two_numbers_of_members_that_differ_by_one_digit_deserve_a_look(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """46 and 146 are so by chance too often."""
    assert judge(mem.halves_of_a_pair_are_no_slip_of_a_digit, changes) == outcomes


def test_a_profile_may_look_at_shorter_numbers(judge: Judge) -> None:
    changes = {MEMBERS: None, NEW: Pair(46, 146)}
    rule = mem.halves_of_a_pair_are_no_slip_of_a_digit
    assert judge(rule, changes, digits=2) == [(NEW, "first=46; second=146", "")]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({MEMBERS: None}, []),
        ({NEW: 0}, ["passed"]),
        (
            {NEW: None},
            [(NEW, "other=312/1846", "")],
        ),
    ],
)
def test_new_members_are_reported_with_the_members(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(mem.new_members_are_reported_with_the_members, changes) == outcomes


ORGANISATIONS = "membership.organisations"
OF_FARMERS = f"{ORGANISATIONS}.0"
CLOSING = f"{OF_FARMERS}.closing"
FARMERS, WOMEN, VETERANS, YOUTH = (
    SocioPoliticalOrganization.FARMERS,
    SocioPoliticalOrganization.WOMENS_UNION,
    SocioPoliticalOrganization.VETERANS,
    SocioPoliticalOrganization.YOUTH_UNION,
)


def organisations(*items: tuple[SocioPoliticalOrganization, dict[str, int]]) -> dict[str, object]:
    return {
        ORGANISATIONS: tuple(OrganisationMembership(organisation=item, **figures) for item, figures in items)
    }


@pytest.mark.parametrize(
    ("figures", "outcomes"),
    [
        ({}, []),
        ({"closing": 340, "admitted": 40}, [f"? {CLOSING}: {OF_FARMERS}.opening, {OF_FARMERS}.left"]),
        ({"opening": 300, "admitted": 40, "left": 10}, [f"? {CLOSING}"]),
        ({"opening": 300, "admitted": 40, "left": 10, "closing": 330}, ["passed"]),
        ({"opening": 300, "left": 10, "closing": 330}, [f"? {CLOSING}: {OF_FARMERS}.admitted"]),
        ({"opening": 300, "admitted": 40, "closing": 330}, [f"? {CLOSING}: {OF_FARMERS}.left"]),
        ({"opening": 300, "admitted": 40, "closing": 340}, ["passed"]),  # nobody left
        (
            {"opening": 300, "admitted": 40, "closing": 341},
            [(CLOSING, "other=340; stated=341", "341 = 300 + 40")],
        ),
        (
            {"opening": 300, "admitted": 40, "left": 10, "closing": 340},
            [
                (
                    CLOSING,
                    "other=330; stated=340",
                    "340 + 10 = 300 + 40",
                    f"{CLOSING}: 340 → 330",
                )
            ],
        ),
    ],
)
def test_closing_members_follow_from_opening_ones(
    judge: Judge, figures: dict[str, int], outcomes: list[object]
) -> None:
    assert judge(mem.closing_members_follow_from_opening_ones, organisations((FARMERS, figures))) == (
        outcomes
    )


SUMMED = organisations((FARMERS, {"closing": 900}), (WOMEN, {"closing": 700}), (VETERANS, {"closing": 246}))
FEWER = organisations((FARMERS, {"closing": 900}), (WOMEN, {"closing": 700}), (VETERANS, {"closing": 200}))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({**SUMMED, "appendices": ()}, []),
        (SUMMED, ["passed"]),  # 312/1.846 in the appendix
        ({**SUMMED, "membership.association_members": 1846}, ["passed", "passed"]),
        (organisations((FARMERS, {"closing": 900})), [f"? {ORGANISATIONS}"]),
        ({**organisations((YOUTH, {"closing": 300})), MEMBERS: 2158}, []),  # which half a single figure is
        (organisations((YOUTH, {"admitted": 46})), ["passed"]),
        (
            FEWER,
            [
                (
                    MEMBERS,
                    "sum=1800; total=1846",
                    "1846 = 900 + 700 + 200",
                )
            ],
        ),
        (
            {**organisations((YOUTH, {"admitted": 50})), "membership.admitted_union_members": 50},
            ["passed", (NEW, "sum=50; total=46", "46 = 50")],
        ),
    ],
)
def test_members_are_the_sum_of_the_organisations(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(mem.members_are_the_sum_of_the_organisations, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (mem.admitted_to_the_party_were_nominated, Counts(failed=1)),
        (mem.halves_of_a_pair_are_no_slip_of_a_digit, Counts(failed=1)),
        (mem.new_members_are_reported_with_the_members, Counts(failed=1)),
        (mem.closing_members_follow_from_opening_ones, Counts(not_applicable=1)),
        (mem.members_are_the_sum_of_the_organisations, Counts(not_applicable=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts
