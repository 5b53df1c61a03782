import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.checking import Counts
from mttq.model import GreatUnityFestival, Statement, UnitKind, UnitRef
from mttq.rules import PASSED, Breach, Confidence, Rule, Scope, Severity, Unverifiable, uni
from mttq.testing import make_report
from mttq.values import DocumentKind, DocumentRef, PartialDate, Period, Quantity, Share
from mttq.vi import format_figure, format_number, format_percent, parse_percent

Judge = Callable[..., list[str | tuple[str, ...]]]

LATE = {"unit.valid_from": dt.date(2020, 1, 1)}
FORMER = (UnitRef(kind=UnitKind.COMMUNE, name="Cũ"), UnitRef(kind=UnitKind.COMMUNE, name="Xưa"))
NO_REVIEW = {"periods": (), "reviewed": None}


def told(unit: str) -> Statement:
    return Statement(indicator="số hội nghị", value=Quantity(value=Decimal(9)), unit=unit)


def villages(number: int) -> Statement:
    return Statement(indicator="population.villages", value=Quantity(value=Decimal(number), unit="villages"))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        (NO_REVIEW, []),
        ({"unit.valid_from": None}, ["? unit.valid_from"]),
        (
            LATE,
            [
                (
                    "unit.valid_from",
                    "xã Mẫu thành lập ngày 1/1/2020, sau đầu kỳ tháng 01/2015; "
                    "chưa rõ số liệu trước đó của đơn vị nào",
                    "",
                )
            ],
        ),
        (
            {
                "unit.valid_from": None,
                "unit.established_by": DocumentRef(
                    raw="834/NQ-UBTVQH14", kind=DocumentKind.RESOLUTION, date=dt.date(2019, 12, 17)
                ),
                "unit.predecessors": FORMER,
            },
            [
                (
                    "unit.established_by",
                    "xã Mẫu thành lập ngày 17/12/2019, sau đầu kỳ tháng 01/2015; "
                    "chưa rõ số liệu trước đó của đơn vị nào",
                    "",
                )
            ],
        ),
        ({"unit.valid_from": dt.date(2015, 1, 1)}, ["passed"]),
        ({"unit.valid_from": dt.date(2015, 7, 1), "unit.predecessors": FORMER}, ["passed"]),  # its first year
        ({**LATE, "unit.predecessors": FORMER, "statements": (told("xã Cũ"), told("Xưa"))}, ["passed"]),
    ],
)
def test_a_unit_is_as_old_as_the_review_or_its_predecessors_are_told_apart(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.unit_is_as_old_as_the_review, changes) == outcomes


def test_one_predecessor_told_apart_is_not_enough(judge: Judge) -> None:
    changes = {**LATE, "unit.predecessors": FORMER, "statements": (told("xã Cũ"),)}
    assert len(judge(uni.unit_is_as_old_as_the_review, changes)[0]) == 3


ALLOWANCES = "kl62-pl1.allowances.villages"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({"organisation.working_boards.boards": 6, "statements": (villages(6),)}, ["passed"] * 3),
        ({"population.villages": None}, ["? population.villages"]),
        (
            {"population.villages": 5},
            [(f"{ALLOWANCES}.total", "Số thôn không thống nhất: 5 và 6", "6 ≠ 5 (số thôn), chênh lệch 1")],
        ),
        (
            {f"{ALLOWANCES}.total": None, f"{ALLOWANCES}.at_norm": 7},
            [(f"{ALLOWANCES}.at_norm", "Số thôn không thống nhất: 6 và 7", "7 ≠ 6 (số thôn), chênh lệch 1")],
        ),
        ({f"{ALLOWANCES}.total": None, f"{ALLOWANCES}.not_received": None}, []),
        (
            {"statements": (villages(7),)},
            [
                (
                    "population.villages",
                    "Số thôn không thống nhất: 7 thôn và 6",
                    "6 ≠ 7 (phần lời), chênh lệch 1",
                ),
                "passed",
            ],
        ),
        (
            {"organisation.working_boards.boards": 8},
            [
                (
                    "organisation.working_boards.boards",
                    "Số thôn không thống nhất: 6 và 8 ban công tác Mặt trận",
                    "8 ≠ 6 (số thôn), chênh lệch 2",
                ),
                "passed",
            ],
        ),
    ],
)
def test_the_number_of_villages_is_the_same_wherever_it_stands(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.number_of_villages_is_one_fact, changes) == outcomes


MERGED = "kl62-pl1.cadres.reorganised.communes"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"unit.predecessors": FORMER, "appendices": ()}, []),
        ({"unit.predecessors": FORMER, "unit.kind": UnitKind.PROVINCE}, []),
        ({"unit.predecessors": FORMER[:1]}, ["passed"]),
        ({"unit.predecessors": FORMER, MERGED: None}, [f"? {MERGED}"]),
        (
            {"unit.predecessors": FORMER},
            [(MERGED, "Phần lời nêu 2 đơn vị cũ, phụ lục ghi 1", "1 ≠ 2 (đơn vị cũ), chênh lệch 1")],
        ),
    ],
)
def test_a_commune_counts_as_many_merged_units_as_it_names(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.merged_units_are_the_predecessors, changes) == outcomes


POOR, NEAR_POOR, ALL = (f"population.{name}households" for name in ("poor.", "near_poor.", ""))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({POOR: 935}, ["passed"]),
        ({POOR: 0, NEAR_POOR: 1000}, ["passed"]),
        ({ALL: None}, [f"? {ALL}"]),
        ({NEAR_POOR: None}, [f"? {NEAR_POOR}"]),
        ({POOR: None, NEAR_POOR: None}, []),
        (
            {POOR: 936},
            [
                (
                    ALL,
                    "Số hộ nghèo và hộ cận nghèo là 1.001, tổng số hộ chỉ có 1.000",
                    "936 (hộ nghèo) + 65 (hộ cận nghèo) > 1.000 (tổng số hộ), chênh lệch 1",
                )
            ],
        ),
        (
            {POOR: None, NEAR_POOR: 1001},
            [
                (
                    ALL,
                    "Số hộ cận nghèo là 1.001, tổng số hộ chỉ có 1.000",
                    "1.001 (hộ cận nghèo) > 1.000 (tổng số hộ), chênh lệch 1",
                )
            ],
        ),
        ({"population.as_of": Period.of_year(2015), POOR: 936}, ["passed", "passed"]),
        # whether the classes were disjoint before the decision of 2015 is not known: each alone is judged
        ({"as_of": PartialDate(year=2013), POOR: 936}, ["passed", "passed"]),
        ({"as_of": PartialDate(year=2013), NEAR_POOR: None}, ["passed"]),
        (
            {"as_of": PartialDate(year=2013), POOR: 1001},
            [
                (
                    ALL,
                    "Số hộ nghèo là 1.001, tổng số hộ chỉ có 1.000",
                    "1.001 (hộ nghèo) > 1.000 (tổng số hộ), chênh lệch 1",
                ),
                "passed",
            ],
        ),
    ],
)
def test_poor_and_near_poor_households_are_at_most_all(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.poor_households_are_among_all, changes) == outcomes


SHARE = "population.poor.share"
NO_NEAR_POOR = {"population.near_poor.share": None}
SEED = {**NO_NEAR_POOR, ALL: 946, SHARE: Share(Decimal("51.59"))}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        (NO_NEAR_POOR, ["passed"]),
        ({**SEED, POOR: 488}, ["passed"]),
        ({**SEED, POOR: None}, [f"? {POOR}"]),
        ({**SEED, ALL: None}, [f"? {ALL}"]),
        ({**SEED, ALL: 0}, [f"? {ALL}"]),
        (
            {**SEED, POOR: 480},
            [
                (
                    SHARE,
                    "480/946 là 50,74%, báo cáo ghi 51,59%",
                    "51,59 ≠ 50,74 (tính lại), chênh lệch 0,85",
                    f"{POOR}: 480 → 488",
                )
            ],
        ),
        (
            {**SEED, POOR: 480, SHARE: Share(Decimal(52))},
            [(SHARE, "480/946 là 50,74%, báo cáo ghi 52%", "52 ≠ 50,74 (tính lại), chênh lệch 1,26")],
        ),
    ],
)
def test_a_printed_percentage_is_a_checksum_of_its_numbers(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """Only a percentage that admits few numerators suggests them: 52% of 946 admits nine."""
    assert judge(uni.shares_fit_their_numbers, changes) == outcomes


@pytest.mark.parametrize(
    ("share", "message", "arithmetic"),
    [
        ("51.590", "488/946 là 51,586%, báo cáo ghi 51,590%", "51,59 ≠ 51,586 (tính lại), chênh lệch 0,004"),
        (
            "51.5857",
            "488/946 là 51,5856%, báo cáo ghi 51,5857%",
            "51,5857 ≠ 51,5856 (tính lại), chênh lệch 0,0001",
        ),
    ],
)
def test_a_slip_beyond_the_second_decimal_shows(
    judge: Judge, share: str, message: str, arithmetic: str
) -> None:
    outcome = judge(uni.shares_fit_their_numbers, {**SEED, POOR: 488, SHARE: Share(Decimal(share))})[0]
    assert outcome[:3] == (SHARE, message, arithmetic)


@pytest.mark.parametrize(
    ("part", "whole", "share", "rounded"),
    [
        (8749, 25_000, "34.99", "35,00%"),
        (499, 946, "52.74", "52,75%"),
        (499, 946, "52.7", None),  # so it is rounded, too
        (499, 946, "52", "53%"),
        (10**29 - 1, 10**29, "99.99", "100,00%"),
    ],
)
def test_a_percentage_that_was_cut_is_a_lesser_fault_with_words_of_its_own(
    judge: Judge, part: int, whole: int, share: str, rounded: str | None
) -> None:
    changes = {**NO_NEAR_POOR, ALL: whole, POOR: part, SHARE: Share(Decimal(share))}
    wrong, cut = uni.shares_fit_their_numbers, uni.shares_are_rounded
    if rounded is None:
        assert (judge(wrong, changes), judge(cut, changes)) == (["passed"], ["passed"])
        return
    printed, numbers = format_figure(Share(Decimal(share))), f"{format_number(part)}/{format_number(whole)}"
    assert judge(wrong, changes) == ["passed"]
    assert judge(cut, changes) == [
        (
            SHARE,
            f"{numbers} làm tròn là {rounded}; báo cáo ghi {printed} (cắt bớt chữ số)",
            "",
            f"{SHARE}: {printed} → {rounded}",
        )
    ]
    assert cut.severity < wrong.severity


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({**SEED, POOR: 480}, ["passed"]),  # wrong, not cut
        ({**SEED, POOR: None}, []),
        ({**SEED, ALL: None}, []),
        ({**SEED, ALL: 0}, []),
        ({**NO_NEAR_POOR, SHARE: None}, []),
    ],
)
def test_what_is_wrong_or_unknown_was_not_cut(
    judge: Judge, changes: dict[str, object], outcomes: list[str]
) -> None:
    assert judge(uni.shares_are_rounded, changes) == outcomes


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 4))
def test_a_cut_percentage_is_either_rounded_too_or_known_as_cut(whole: int, part: int, places: int) -> None:
    cut = Share(Decimal(100 * 10**places * part // whole).scaleb(-places))
    assert cut.admits(part, whole) != cut.is_cut_from(part, whole)
    above = Share(cut.percent + 1)
    assert not above.is_cut_from(part, whole)


def test_a_percentage_of_a_mistyped_number_of_any_length_is_judged(judge: Judge) -> None:
    changes = {**NO_NEAR_POOR, ALL: 10**29, POOR: 480, SHARE: Share(Decimal("51.59"))}
    assert len(judge(uni.shares_fit_their_numbers, changes)[0]) == 3


def test_no_negative_number_is_suggested(judge: Judge) -> None:
    changes = {**NO_NEAR_POOR, ALL: 30000, POOR: 10, SHARE: Share(Decimal("0.00"))}
    assert judge(uni.shares_fit_their_numbers, changes)[0][3:] == (
        f"{POOR}: 10 → 0",
        f"{POOR}: 10 → 1",
    )


@pytest.mark.parametrize(("whole", "suggested"), [(30_000, [2_999, 3_000, 3_001]), (40_000, [])])
def test_three_numbers_are_few_enough_to_be_suggested(whole: int, suggested: list[int]) -> None:
    report = (
        make_report().with_value(ALL, whole).with_value(POOR, 10).with_value(SHARE, Share(Decimal("10.00")))
    )
    breach = next(iter(uni.shares_fit_their_numbers(report)))
    assert isinstance(breach, Breach)
    assert [item.new for item in breach.suggestions] == suggested


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_percentage_that_was_worked_out_fits_its_numbers(numbers: tuple[int, int]) -> None:
    part, whole = numbers
    report = make_report().with_value(ALL, whole).with_value(POOR, part)
    report = report.with_value(SHARE, parse_percent(format_percent(part, whole)))
    assert next(iter(uni.shares_fit_their_numbers(report))) is PASSED


def test_the_share_of_areas_that_hold_the_festival_is_one_of_them(judge: Judge) -> None:
    festival = GreatUnityFestival(areas=10, areas_holding=8, share_holding=Share(Decimal(80)))
    wrong = attrs.evolve(festival, areas_holding=9)
    unknown = attrs.evolve(festival, areas=None)
    changes = {"campaigns.festivals": (festival, wrong, unknown, GreatUnityFestival())}
    assert judge(uni.shares_fit_their_numbers, changes)[2:] == [
        "passed",
        (
            "campaigns.festivals.1.share_holding",
            "9/10 là 90%, báo cáo ghi 80%",
            "80 ≠ 90 (tính lại), chênh lệch 10",
            "campaigns.festivals.1.areas_holding: 9 → 8",
        ),
        "? campaigns.festivals.2.areas",
    ]


PERSONS = "population.persons"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({PERSONS: 7000}, ["passed"]),
        ({PERSONS: 2000}, ["passed"]),
        ({PERSONS: None, ALL: None}, []),
        ({PERSONS: None}, [f"? {PERSONS}"]),
        ({ALL: None}, [f"? {ALL}"]),
        (
            {PERSONS: 41000},
            [
                (
                    PERSONS,
                    "41.000 người trong 1.000 hộ là khác thường",
                    "41 > 7 (mức thường gặp), chênh lệch 34",
                )
            ],
        ),
        (
            {PERSONS: 410},
            [
                (
                    PERSONS,
                    "410 người trong 1.000 hộ là khác thường",
                    "0,41 < 2 (mức thường gặp), chênh lệch 1,59",
                )
            ],
        ),
        ({ALL: 0}, [(PERSONS, "4.100 người trong 0 hộ là khác thường", "")]),
    ],
)
def test_people_fit_the_households(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(uni.people_fit_the_households, changes) == outcomes


def test_a_profile_may_set_the_size_of_households(judge: Judge) -> None:
    assert len(judge(uni.people_fit_the_households, {}, greatest=4)[0]) == 3


MEMBERS, CELLS = "organisation.party.members", "organisation.party.cells"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({MEMBERS: 27}, ["passed", "passed"]),
        ({MEMBERS: None}, [f"? {MEMBERS}"]),
        ({MEMBERS: None, CELLS: None}, []),
        ({PERSONS: None, CELLS: None}, [f"? {PERSONS}", f"? {CELLS}"]),
        (
            {MEMBERS: 26},
            ["passed", (MEMBERS, "26 đảng viên không phù hợp với 9 chi bộ", "26 < 27 (mức), chênh lệch 1")],
        ),
        (
            {MEMBERS: 4101},
            [
                (
                    MEMBERS,
                    "4.101 đảng viên không phù hợp với 4.100 người",
                    "4.101 > 4.100 (mức), chênh lệch 1",
                ),
                "passed",
            ],
        ),
    ],
)
def test_party_members_are_among_the_people_and_enough_for_the_cells(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.party_members_fit_people_and_cells, changes) == outcomes


def test_a_charter_that_was_not_read_makes_no_errors() -> None:
    """The catalogue has an error here; only a text that was read may be the basis of one."""
    rule = uni.party_members_fit_people_and_cells
    assert (rule.severity, rule.basis.confidence) == (Severity.WARNING, Confidence.SECONDARY)


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (uni.unit_is_as_old_as_the_review, Counts(failed=1)),
        (uni.number_of_villages_is_one_fact, Counts(passed=1)),
        (uni.merged_units_are_the_predecessors, Counts(failed=1)),
        (uni.poor_households_are_among_all, Counts(passed=1)),
        (uni.shares_fit_their_numbers, Counts(passed=2, not_verifiable=1)),  # "100%" without its base
        (uni.people_fit_the_households, Counts(passed=1)),
        (uni.party_members_fit_people_and_cells, Counts(passed=2)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


def test_a_report_that_says_nothing_is_not_judged() -> None:
    report = make_report()
    blank = type(report)(unit=attrs.evolve(report.unit, valid_from=None), title="Báo cáo")
    rules = [rule for rule in vars(uni).values() if isinstance(rule, Rule) and rule.scope is Scope.REPORT]
    judged = [
        (rule.code, item) for rule in rules for item in rule(blank) if not isinstance(item, Unverifiable)
    ]
    assert judged == []
