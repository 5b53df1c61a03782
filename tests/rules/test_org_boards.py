import datetime as dt
from collections.abc import Callable

import pytest

from mttq.checking import Counts, check
from mttq.model import CommunityInvestmentSupervisionBoard, PeoplesInspectionBoard, UnitKind
from mttq.rules import Rule, org
from mttq.testing import make_report
from mttq.values import Pair, PartialDate

Judge = Callable[..., list[str | tuple[str, ...]]]

RULE = org.boards_have_the_people_that_the_law_asks_for
FORM = "kl62-pl1.cadres"
INSPECTION, INVESTMENT = f"{FORM}.peoples_inspection", f"{FORM}.investment_supervision"
RECORD, RECORDS = "organisation.peoples_inspection", "organisation.investment_supervision"
VILLAGES = "population.villages"
ELECTED = f"{RECORD}.elected"
INSPECTION_ONLY: dict[str, object] = {INVESTMENT: None}
INVESTMENT_ONLY: dict[str, object] = {INSPECTION: None}
IN_2026: dict[str, object] = {"as_of": PartialDate(year=2026, month=12)}
BEFORE_2023: dict[str, object] = {**INSPECTION_ONLY, "as_of": PartialDate(year=2023, month=6)}


def too_few(number: int, asked: int, path: str = INSPECTION) -> tuple[str, str, str]:
    return (
        path,
        f"norm=at_least {asked} persons; people={number}",
        f"{number} ≥ {asked}",
    )


def not_five(number: int, path: str = INSPECTION) -> tuple[str, str, str]:
    return (
        path,
        f"norm=5 persons; people={number}",
        f"{number} = 5",
    )


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({"as_of": None, "header.date": None, "periods": ()}, []),  # nobody knows which norm holds
        ({**INSPECTION_ONLY, INSPECTION: None}, []),
        ({**INSPECTION_ONLY, INSPECTION: 0}, []),
        ({**INSPECTION_ONLY, INSPECTION: Pair(0, 0)}, []),
        ({**INSPECTION_ONLY, INSPECTION: Pair(0, 7)}, [f"? {INSPECTION}"]),  # seven members of no board
        ({**INSPECTION_ONLY, INSPECTION: 6}, ["passed"]),  # there is one board, so these are people
        ({**INSPECTION_ONLY, INSPECTION: 1}, [f"? {INSPECTION}"]),
        ({**INSPECTION_ONLY, INSPECTION: 6, "unit.kind": UnitKind.DISTRICT}, [f"? {INSPECTION}"]),
        ({**INSPECTION_ONLY, INSPECTION: Pair(1, 4)}, [too_few(4, 6)]),
        ({**INSPECTION_ONLY, INSPECTION: 7}, ["passed"]),  # from five villages on a lower bound
        ({**INSPECTION_ONLY, INSPECTION: Pair(1, 5)}, [f"? {ELECTED}"]),  # elected before 15/8/2023, perhaps
        ({**INSPECTION_ONLY, INSPECTION: Pair(1, 5), **IN_2026}, [too_few(5, 6)]),
        ({**INSPECTION_ONLY, VILLAGES: 4, INSPECTION: Pair(1, 5)}, ["passed"]),
        ({**INSPECTION_ONLY, VILLAGES: 4, INSPECTION: Pair(1, 4)}, [not_five(4)]),
        ({**INSPECTION_ONLY, VILLAGES: None}, [f"? {VILLAGES}"]),
        (
            {**INSPECTION_ONLY, VILLAGES: None, INSPECTION: Pair(1, 4)},
            [too_few(4, 5)],
        ),
        ({**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 44)}, ["passed"]),  # of a district
        ({**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 38)}, [f"? {ELECTED}"]),
        ({**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 38), **IN_2026}, [too_few(38, 40)]),
        ({**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 29)}, [too_few(29, 40)]),
    ],
)
def test_the_inspection_board_has_a_member_of_each_village_and_five_at_least(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(RULE, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({INSPECTION: Pair(1, 5)}, ["passed"]),
        ({INSPECTION: Pair(1, 11), VILLAGES: None}, ["passed"]),
        (
            {INSPECTION: Pair(1, 12)},
            [
                (
                    INSPECTION,
                    "norm=range 5..11 persons; people=12",
                    "12 ≤ 11",
                )
            ],
        ),
        (
            {INSPECTION: Pair(2, 9)},
            [
                (
                    INSPECTION,
                    "norm=range 10..22 persons; people=9",
                    "9 ≥ 10",
                )
            ],
        ),
        ({INSPECTION: Pair(1, 12), "as_of": PartialDate(year=2017, month=1)}, []),
    ],
)
def test_before_july_2023_it_had_5_to_11(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(RULE, {**BEFORE_2023, **changes}) == outcomes


def test_a_pair_that_is_turned_is_offered_the_other_way_round() -> None:
    """Two boards with eleven members were written 11/2."""
    report = make_report()
    for path, value in {**BEFORE_2023, INSPECTION: Pair(11, 2)}.items():
        report = report.with_value(path, value)
    (finding,) = check(report, select="ORG010")
    assert [(item.path, item.old, item.new) for item in finding.suggestions] == [
        (INSPECTION, Pair(11, 2), Pair(2, 11))
    ]


@pytest.mark.parametrize(
    ("record", "outcomes"),
    [
        (PeoplesInspectionBoard(members=6), ["passed"]),
        (PeoplesInspectionBoard(boards=1, members=6, vice_heads=2), ["passed", "passed"]),
        (PeoplesInspectionBoard(boards=1), [f"? {RECORD}.members"]),
        (PeoplesInspectionBoard(members=4), [too_few(4, 6, f"{RECORD}.members")]),
        (PeoplesInspectionBoard(members=5), [f"? {ELECTED}"]),
        (PeoplesInspectionBoard(members=5, elected=dt.date(2023, 8, 14)), ["passed"]),
        (
            PeoplesInspectionBoard(members=5, elected=dt.date(2023, 8, 15)),
            [too_few(5, 6, f"{RECORD}.members")],
        ),
        (
            PeoplesInspectionBoard(members=6, vice_heads=3),
            [
                "passed",
                (
                    f"{RECORD}.vice_heads",
                    "norm=at_most 2 persons; people=3",
                    "3 ≤ 2",
                ),
            ],
        ),
    ],
)
def test_the_record_of_the_inspection_board_is_judged_too(
    judge: Judge, record: PeoplesInspectionBoard, outcomes: list[object]
) -> None:
    assert judge(RULE, {**INSPECTION_ONLY, INSPECTION: None, RECORD: record}) == outcomes


def test_a_district_says_how_many_boards_its_members_are_of(judge: Judge) -> None:
    record = PeoplesInspectionBoard(members=40)
    changes = {**INSPECTION_ONLY, INSPECTION: None, RECORD: record, "unit.kind": UnitKind.DISTRICT}
    assert judge(RULE, changes) == [f"? {RECORD}.boards"]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({INVESTMENT: 9}, [f"? {INVESTMENT}"]),  # nine boards, or nine people
        ({INVESTMENT: Pair(2, 10)}, ["passed"]),
        (
            {INVESTMENT: Pair(2, 9)},
            [
                (
                    INVESTMENT,
                    "norm=at_least 10 persons; people=9",
                    "9 ≥ 10",
                )
            ],
        ),
        (
            {
                INVESTMENT: None,
                RECORDS: (
                    CommunityInvestmentSupervisionBoard(project="Đường liên thôn", members=7),
                    CommunityInvestmentSupervisionBoard(project="Trường mầm non"),
                    CommunityInvestmentSupervisionBoard(boards=2, members=4),
                    CommunityInvestmentSupervisionBoard(members=7, representatives=5, vice_heads=3),
                    CommunityInvestmentSupervisionBoard(members=7, representatives=6, vice_heads=2),
                ),
            },
            [
                "passed",
                f"? {RECORDS}.1.members",
                (
                    f"{RECORDS}.2.members",
                    "norm=at_least 10 persons; people=4",
                    "4 ≥ 10",
                ),
                "passed",
                "passed",
                (
                    f"{RECORDS}.3.vice_heads",
                    "norm=at_most 2 persons; people=3",
                    "3 ≤ 2",
                ),
                "passed",
                (
                    f"{RECORDS}.4.representatives",
                    "norm=at_most 5 persons; people=6",
                    "6 ≤ 5",
                ),
                "passed",
            ],
        ),
    ],
)
def test_each_investment_supervision_board_has_at_least_five_members(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(RULE, {**INVESTMENT_ONLY, **changes}) == outcomes


def test_the_real_report(count: Callable[[Rule], Counts]) -> None:
    """For 5 villages there are 5 members at least, so 7 are right.

    Whether the 9 of the other line are boards or people is not said.
    """
    assert count(RULE) == Counts(passed=1, not_verifiable=1)
