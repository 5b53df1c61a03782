import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from mttq.checking import Counts
from mttq.model import CommitteeCategory, CommitteeGroup, ElectedBody, Election, UnitKind
from mttq.rules import Basis, Confidence, Rule, Severity, org
from mttq.rules._data.norms import CHARTER, CommitteeNorm
from mttq.values import PartialDate, Tier, Triple

Judge = Callable[..., list[str | tuple[str, ...]]]

MEMBERS, COMPOSITION = "organisation.committee.members", "organisation.committee.composition"


def cadres(members: int, chairs: int | None = None, vice_chairs: int | None = None) -> dict[str, object]:
    group = CommitteeGroup(
        category=CommitteeCategory.CADRE, members=members, chairs=chairs, vice_chairs=vice_chairs
    )
    return {COMPOSITION: (group,)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({COMPOSITION: ()}, []),
        ({MEMBERS: None}, [f"? {MEMBERS}"]),
        (
            {MEMBERS: 41},
            [
                (
                    MEMBERS,
                    "other=38; stated=41",
                    "41 = 9 + 21 + 6 + 2",
                    f"{MEMBERS}: 41 → 38",
                )
            ],
        ),
    ],
)
def test_the_committee_is_the_sum_of_its_groups(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(org.committee_is_the_sum_of_its_groups, changes) == outcomes


BOARD = "organisation.standing_board"
BRACKET = f"{COMPOSITION}.0.members"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        (cadres(2), []),
        (cadres(2, 1, 1), ["passed"]),
        (cadres(3, 1, 1), [f"? {BRACKET}"]),
        (cadres(1, 1), ["passed"]),
        (
            cadres(1, 1, 1),
            [
                (
                    BRACKET,
                    "other=2; stated=1",
                    "1 = 1 + 1",
                    f"{BRACKET}: 1 → 2",
                )
            ],
        ),
        (
            {**cadres(2), f"{BOARD}.members": 3, f"{BOARD}.chairs": 1, f"{BOARD}.standing_members": 3},
            [
                (
                    f"{BOARD}.members",
                    "other=4; stated=3",
                    "3 = 1 + 3",
                    f"{BOARD}.members: 3 → 4",
                )
            ],
        ),
        ({**cadres(2), f"{BOARD}.chairs": 1}, [f"? {BOARD}.members"]),
    ],
)
def test_brackets_list_no_more_than_their_item(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """The catalogue asks for equality; brackets that list fewer may leave out plain members."""
    assert judge(org.brackets_list_no_more_than_their_item, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({MEMBERS: 30}, ["passed"]),
        ({MEMBERS: 55}, ["passed"]),
        ({MEMBERS: None}, []),
        ({"unit.kind": UnitKind.PROVINCE}, []),
        ({"as_of": PartialDate(year=2023, month=12)}, []),
        ({"as_of": PartialDate(year=2025, month=7)}, []),
        ({"as_of": None}, ["passed"]),
        ({"as_of": None, "header.date": None, "periods": ()}, []),
        ({MEMBERS: 29}, [(MEMBERS, "greatest=55; least=30; members=29", "29 ≥ 30")]),
        ({MEMBERS: 120}, [(MEMBERS, "greatest=55; least=30; members=120", "120 ≤ 55")]),
    ],
)
def test_the_committee_is_as_large_as_the_norm_of_its_day(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """The catalogue lets 49 members of 12/2023 pass; the guidance is for the term that begins in 2024."""
    assert judge(org.committee_size_is_in_the_norm, changes) == outcomes


def test_a_profile_may_set_the_norms_of_a_province(judge: Judge) -> None:
    always = Basis(text="Hướng dẫn của tỉnh", confidence=Confidence.SECONDARY)
    norms = (CommitteeNorm(tier=Tier.COMMUNE, least=35, greatest=37, basis=always),)
    assert judge(org.committee_size_is_in_the_norm, {}, norms=norms) == [
        (MEMBERS, "greatest=37; least=35; members=38", "38 ≤ 37")
    ]


def test_a_norm_with_dates_holds_from_its_first_day_to_its_last() -> None:
    dates: dict[str, Any] = {"valid_from": dt.date(2024, 1, 1), "valid_until": dt.date(2025, 6, 30)}
    basis = Basis(text="Hướng dẫn", confidence=Confidence.SECONDARY, **dates)
    days = (dt.date(2023, 12, 31), *dates.values(), dt.date(2025, 7, 1))
    assert [basis.holds_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({COMPOSITION: ()}, []),
        ({"unit.kind": UnitKind.PROVINCE}, []),
        ({"population.villages": None}, [f"? {COMPOSITION}.2.members: population.villages"]),
        (
            {f"{COMPOSITION}.2.members": 7},
            [(f"{COMPOSITION}.2.members", "other=6; stated=7", "7 ≤ 6")],
        ),
        ({f"{COMPOSITION}.2.members": 3}, ["passed"]),  # not every head needs a seat
    ],
)
def test_there_are_no_more_heads_of_working_boards_than_villages(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(org.working_board_heads_are_no_more_than_villages, changes) == outcomes


def test_that_every_head_sits_on_the_committee_is_practice_and_no_error() -> None:
    """The law has the boards set up, and says nothing of the seats of their heads: that is in the Charter."""
    rule = org.working_board_heads_are_no_more_than_villages
    assert (rule.severity, rule.bases) == (Severity.WARNING, (CHARTER,))


CADRES = "kl62-pl1.cadres"
FULL_TIME = f"{CADRES}.full_time.commune"
EDUCATION, THEORY = f"{CADRES}.education.commune", f"{CADRES}.political_theory.commune"
NO_THEORY = f"? {THEORY}.levels"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({"unit.kind": UnitKind.COUNTRY}, []),
        ({"unit.kind": UnitKind.PROVINCE}, []),
        ({FULL_TIME: None}, [f"? {FULL_TIME}", f"? {FULL_TIME}"]),
        ({f"{THEORY}.levels": None}, ["passed", NO_THEORY]),
        (
            {f"{EDUCATION}.{name}": None for name in ("postgraduate", "university", "below_university")},
            [f"? {EDUCATION}.postgraduate", "passed"],
        ),
        (
            {
                FULL_TIME: 5,
                f"{EDUCATION}.postgraduate": None,
                f"{EDUCATION}.university": 3,
                f"{EDUCATION}.below_university": None,
                f"{THEORY}.levels": None,
            },
            [
                (EDUCATION, "other=3; stated=5", "5 = 3"),
                NO_THEORY,
            ],
        ),
        (
            {f"{EDUCATION}.university": 5, f"{THEORY}.levels": Triple(1, 4, 2)},
            [
                (
                    EDUCATION,
                    "other=7; stated=6",
                    "6 = 1 + 5 + 1",
                ),
                (THEORY, "other=7; stated=6", "6 = 7"),
            ],
        ),
    ],
)
def test_full_time_cadres_are_all_classified(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(org.cadres_are_all_classified, changes) == outcomes


TRAINED = f"{CADRES}.trained.commune"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({TRAINED: None}, ["passed", f"? {TRAINED}"]),
        ({FULL_TIME: None}, ["passed", f"? {TRAINED}: {FULL_TIME}"]),
        (
            {TRAINED: 45},
            [
                "passed",
                (
                    TRAINED,
                    "other=6; stated=45",
                    "45 ≤ 6",
                ),
            ],
        ),
    ],
)
def test_trained_cadres_are_among_all_cadres(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(org.trained_cadres_are_among_all, changes) == outcomes


RECORD = "organisation.branch_heads"
BRANCHES = "kl62-pl1.allowances.branch_heads"
PERSONS = {f"{BRANCHES}.total": None, f"{BRANCHES}.at_norm": 20, f"{BRANCHES}.above_norm": None}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"appendices": ()}, []),
        ({RECORD: 24}, ["passed"]),
        ({RECORD: 24, "appendices": ()}, ["passed"]),
        ({RECORD: 24, f"{BRANCHES}.total": 24}, ["passed", "passed"]),
        (
            {RECORD: 20},
            [
                (
                    RECORD,
                    "heads=20; organisations=4; villages=6",
                    "20 = 24",
                )
            ],
        ),
        ({**PERSONS, "unit.kind": UnitKind.DISTRICT}, []),
        ({**PERSONS, "population.villages": 5}, ["passed"]),
        ({f"{BRANCHES}.total": 24}, ["passed"]),
        ({**PERSONS, f"{BRANCHES}.below_norm": 4}, ["passed"]),
        ({**PERSONS, "population.villages": None}, ["? population.villages"]),
        (PERSONS, [f"? {BRANCHES}.above_norm"]),  # there may be four more
        (
            {**PERSONS, "population.villages": 4},
            [
                (
                    f"{BRANCHES}.at_norm",
                    "heads=20; organisations=4; villages=4",
                    "20 = 16",
                )
            ],
        ),
        (
            {**PERSONS, f"{BRANCHES}.above_norm": 0},
            [
                (
                    f"{BRANCHES}.at_norm",
                    "heads=20; organisations=4; villages=6",
                    "20 = 24",
                )
            ],
        ),
        (
            {f"{BRANCHES}.total": 20},
            [
                (
                    f"{BRANCHES}.total",
                    "heads=20; organisations=4; villages=6",
                    "20 = 24",
                )
            ],
        ),
    ],
)
def test_each_village_has_a_head_of_each_branch(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """One unit is a count of communes, as the form asks; more than one is a count of persons."""
    assert judge(org.branch_heads_are_four_in_each_village, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (org.committee_is_the_sum_of_its_groups, Counts(failed=1)),
        (org.brackets_list_no_more_than_their_item, Counts(failed=1)),
        (org.committee_size_is_in_the_norm, Counts(not_applicable=1)),
        (org.working_board_heads_are_no_more_than_villages, Counts(passed=1)),
        (org.cadres_are_all_classified, Counts(failed=1, not_verifiable=1)),
        (org.trained_cadres_are_among_all, Counts(failed=1)),
        (org.branch_heads_are_four_in_each_village, Counts(passed=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


def election(day: dt.date, *before: int) -> dict[str, object]:
    first, second, third = (day - dt.timedelta(days) for days in before)
    held = Election(
        body=ElectedBody.PEOPLES_COUNCIL,
        day=day,
        first_consultation=first,
        second_consultation=second,
        third_consultation=third,
    )
    return {"elections": (held,)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (election(dt.date(2026, 3, 15), 95, 40, 23), ["passed"] * 3),
        (election(dt.date(2021, 5, 23), 94, 39, 22), []),
        (
            election(dt.date(2026, 3, 15), 95, 40, 22),
            [
                "passed",
                "passed",
                (
                    "elections.0.third_consultation",
                    "days=23; event=2026-03-15; other=2026-02-20; stated=2026-02-21",
                    "22 ≥ 23",
                ),
            ],
        ),
    ],
)
def test_consultations_are_held_before_an_election(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(org.consultations_are_held_in_time, changes) == outcomes


@pytest.mark.parametrize(
    ("day", "outcomes"),
    [
        (dt.date(2026, 3, 15), ["passed"]),
        (dt.date(2021, 5, 23), ["passed"]),
        (dt.date(2026, 3, 16), [("elections.0.day", "stated=2026-03-16", "")]),
        (None, []),
    ],
)
def test_elections_are_held_on_sundays(judge: Judge, day: dt.date | None, outcomes: list[object]) -> None:
    elections = {"elections": (Election(body=ElectedBody.PEOPLES_COUNCIL, day=day),)}
    assert judge(org.elections_are_held_on_sundays, elections) == outcomes
