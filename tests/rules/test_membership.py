from collections.abc import Callable

import pytest

from mttq.findings import Counts
from mttq.rules import Rule, membership
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
        ({NOMINATED: None}, [f"? {NOMINATED}"]),
        ({ADMITTED: None}, [f"? {ADMITTED}"]),
        ({NOMINATED: None, ADMITTED: None}, []),
        (
            {NOMINATED: 5, ADMITTED: 7},
            [(ADMITTED, "Kết nạp 7 người, giới thiệu 5; có thể do khác kỳ", "7 ≤? 5, lệch 2")],
        ),
        (
            {"membership.nominated_to_party": 5, "membership.admitted_to_party": 7},
            [
                (
                    "membership.admitted_to_party",
                    "Kết nạp 7 người, giới thiệu 5; có thể do khác kỳ",
                    "7 ≤? 5, lệch 2",
                ),
                "passed",
            ],
        ),
    ],
)
def test_who_is_admitted_to_the_party_was_nominated(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(membership.admitted_to_the_party_were_nominated, changes) == outcomes


MEMBERS, NEW = f"{FORM}.members", f"{FORM}.admitted"
TWICE = "169 và 1.169 chỉ khác một chữ số; có thể do gõ lặp"


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
            [(MEMBERS, "1.699 và 169 chỉ khác một chữ số; có thể do gõ lặp", ""), "passed"],
        ),
        ({MEMBERS: None, NEW: Pair(46, 146)}, ["passed"]),
    ],
)
def test_two_numbers_of_members_that_differ_by_one_digit_deserve_a_look(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """46 and 146 are so by chance too often."""
    assert judge(membership.halves_of_a_pair_are_no_slip_of_a_digit, changes) == outcomes


def test_a_profile_may_look_at_shorter_numbers(judge: Judge) -> None:
    changes = {MEMBERS: None, NEW: Pair(46, 146)}
    rule = membership.halves_of_a_pair_are_no_slip_of_a_digit
    assert judge(rule, changes, digits=2) == [(NEW, "46 và 146 chỉ khác một chữ số; có thể do gõ lặp", "")]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({MEMBERS: None}, []),
        ({NEW: 0}, ["passed"]),
        (
            {NEW: None},
            [(NEW, "Có 312/1.846 đoàn viên/hội viên nhưng thiếu số kết nạp mới", "")],
        ),
    ],
)
def test_new_members_are_reported_with_the_members(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(membership.new_members_are_reported_with_the_members, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (membership.admitted_to_the_party_were_nominated, Counts(failed=1)),
        (membership.halves_of_a_pair_are_no_slip_of_a_digit, Counts(failed=1)),
        (membership.new_members_are_reported_with_the_members, Counts(failed=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts
