from collections.abc import Callable

import pytest

from mttq.findings import Counts
from mttq.model import CommunityInvestmentSupervisionBoard, PeoplesInspectionBoard, UnitKind
from mttq.rules import Rule, boards
from mttq.values import Pair, PartialDate

Judge = Callable[..., list[str | tuple[str, ...]]]

RULE = boards.boards_have_the_people_that_the_law_asks_for
FORM = "kl62-pl1.cadres"
INSPECTION, INVESTMENT = f"{FORM}.peoples_inspection", f"{FORM}.investment_supervision"
RECORD, RECORDS = "organisation.peoples_inspection", "organisation.investment_supervision"
VILLAGES = "population.villages"
INSPECTION_ONLY: dict[str, object] = {INVESTMENT: None}
INVESTMENT_ONLY: dict[str, object] = {INSPECTION: None}
BEFORE_2023: dict[str, object] = {**INSPECTION_ONLY, "as_of": PartialDate(year=2023, month=6)}

OF_INSPECTION = "thành viên Ban Thanh tra nhân dân"
LAW = "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15"
INSPECTION_NORM = f"theo {LAW}, Điều 36(1); Nghị định 59/2023/NĐ-CP, Điều 13(2)"


def members(number: int, asked: int, off: int, path: str = INSPECTION) -> tuple[str, str, str]:
    return (
        path,
        f"Ghi {number} {OF_INSPECTION}; {INSPECTION_NORM} là {asked} người",
        f"{number} ≟ {asked}, lệch {off}",
    )


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({"as_of": None, "header.date": None}, []),  # nobody knows which norm holds
        ({**INSPECTION_ONLY, INSPECTION: None}, []),
        ({**INSPECTION_ONLY, INSPECTION: 0}, []),
        ({**INSPECTION_ONLY, INSPECTION: Pair(0, 0)}, []),
        ({**INSPECTION_ONLY, INSPECTION: Pair(0, 7)}, [f"? {INSPECTION}"]),  # seven members of no board
        ({**INSPECTION_ONLY, INSPECTION: 6}, ["passed"]),  # there is one board, so these are people
        ({**INSPECTION_ONLY, INSPECTION: 1}, [f"? {INSPECTION}"]),
        ({**INSPECTION_ONLY, INSPECTION: 6, "unit.kind": UnitKind.DISTRICT}, [f"? {INSPECTION}"]),
        ({**INSPECTION_ONLY, INSPECTION: Pair(1, 4)}, [members(4, 6, 2)]),
        ({**INSPECTION_ONLY, INSPECTION: 7}, [members(7, 6, 1)]),
        ({**INSPECTION_ONLY, VILLAGES: 4, INSPECTION: Pair(1, 5)}, ["passed"]),
        ({**INSPECTION_ONLY, VILLAGES: 4, INSPECTION: Pair(1, 4)}, [members(4, 5, 1)]),
        ({**INSPECTION_ONLY, VILLAGES: None}, [f"? {VILLAGES}"]),
        (
            {**INSPECTION_ONLY, VILLAGES: None, INSPECTION: Pair(1, 4)},
            [
                (
                    INSPECTION,
                    f"Ghi 4 {OF_INSPECTION}; {INSPECTION_NORM} là ít nhất 5 người",
                    "4 ≥? 5, lệch 1",
                )
            ],
        ),
        ({**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 44)}, ["passed"]),  # of a district
        (
            {**INSPECTION_ONLY, VILLAGES: 40, INSPECTION: Pair(6, 38)},
            [
                (
                    INSPECTION,
                    f"Ghi 38 {OF_INSPECTION}; {INSPECTION_NORM} là ít nhất 40 người",
                    "38 ≥? 40, lệch 2",
                )
            ],
        ),
    ],
)
def test_the_inspection_board_has_as_many_members_as_villages_but_five_at_least(
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
                    f"Ghi 12 {OF_INSPECTION}; theo Nghị định 159/2016/NĐ-CP là từ 5 đến 11 người",
                    "12 ≤? 11, lệch 1",
                )
            ],
        ),
        (
            {INSPECTION: Pair(2, 9)},
            [
                (
                    INSPECTION,
                    f"Ghi 9 {OF_INSPECTION}; theo Nghị định 159/2016/NĐ-CP là từ 10 đến 22 người",
                    "9 ≥? 10, lệch 1",
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


@pytest.mark.parametrize(
    ("record", "outcomes"),
    [
        (PeoplesInspectionBoard(members=6), ["passed"]),
        (PeoplesInspectionBoard(boards=1, members=6, vice_heads=2), ["passed", "passed"]),
        (PeoplesInspectionBoard(boards=1), [f"? {RECORD}.members"]),
        (PeoplesInspectionBoard(members=5), [members(5, 6, 1, f"{RECORD}.members")]),
        (
            PeoplesInspectionBoard(members=6, vice_heads=3),
            [
                "passed",
                (
                    f"{RECORD}.vice_heads",
                    "Ghi 3 Phó Trưởng ban Thanh tra nhân dân; theo Nghị định 59/2023/NĐ-CP, Điều 13(3) "
                    "là không quá 2 người",
                    "3 ≤? 2, lệch 1",
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
                    f"Ghi 9 thành viên Ban Giám sát đầu tư của cộng đồng; theo {LAW}, Điều 41(1) "
                    "là ít nhất 10 người",
                    "9 ≥? 10, lệch 1",
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
                ),
            },
            [
                "passed",
                f"? {RECORDS}.1.members",
                (
                    f"{RECORDS}.2.members",
                    f"Ghi 4 thành viên Ban Giám sát đầu tư của cộng đồng; theo {LAW}, Điều 41(1) "
                    "là ít nhất 10 người",
                    "4 ≥? 10, lệch 6",
                ),
            ],
        ),
    ],
)
def test_each_investment_supervision_board_has_at_least_five_members(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(RULE, {**INVESTMENT_ONLY, **changes}) == outcomes


def test_the_real_report(count: Callable[[Rule], Counts]) -> None:
    """The catalogue had no norm loaded; by that of 12/2023 there should be 5 members for 5 villages, not 7.

    Whether the 9 of the other line are boards or people is not said.
    """
    assert count(RULE) == Counts(failed=1, not_verifiable=1)
