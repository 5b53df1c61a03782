import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.checking import Counts, check
from mttq.model import (
    Dialogue,
    DialogueHost,
    ExemplaryModel,
    FundKind,
    FundLedger,
    FundTransfer,
    GreatUnityFestival,
    PopulationProfile,
    PovertyFigure,
    Statement,
    UnitKind,
    UnitRef,
)
from mttq.rules import PASSED, Breach, Confidence, Rule, Scope, Severity, Unverifiable, uni
from mttq.testing import make_report
from mttq.values import DocumentKind, DocumentRef, PartialDate, Period, Quantity, Share, Tier
from mttq.vi import format_percent, parse_percent

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
                    "founded=2020-01-01; start=2015-01; unit=xã Mẫu",
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
                    "founded=2019-12-17; start=2015-01; unit=xã Mẫu",
                    "",
                )
            ],
        ),
        ({"unit.valid_from": dt.date(2015, 1, 1)}, ["passed"]),
        ({"unit.valid_from": dt.date(2015, 7, 1), "unit.predecessors": FORMER}, ["passed"]),  # its first year
        ({**LATE, "unit.predecessors": FORMER, "statements": (told("xã Cũ"), told("Xưa"))}, ["passed"]),
    ],
)
def test_a_unit_is_as_old_as_the_review_or_reports_on_each_predecessor(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.unit_is_as_old_as_the_review, changes) == outcomes


def test_one_predecessor_reported_on_is_not_enough(judge: Judge) -> None:
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
            [(f"{ALLOWANCES}.total", "appendix=6; text=5", "6 = 5")],
        ),
        (
            {f"{ALLOWANCES}.total": None, f"{ALLOWANCES}.at_norm": 7},
            [(f"{ALLOWANCES}.at_norm", "appendix=7; text=6", "7 = 6")],
        ),
        ({f"{ALLOWANCES}.total": None, f"{ALLOWANCES}.not_received": None}, []),
        (
            {"statements": (villages(7),)},
            [
                ("population.villages", "appendix=6; text=7 villages", "6 = 7"),
                "passed",
            ],
        ),
        (
            {"organisation.working_boards.boards": 8},
            [
                (
                    "organisation.working_boards.boards",
                    "appendix=8; text=6",
                    "8 = 6",
                ),
                "passed",
            ],
        ),
    ],
)
def test_the_number_of_villages_is_the_same_throughout(
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
            [(MERGED, "other=2; stated=1", "1 = 2")],
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
                    "classes=1001; households=1000; names=hộ nghèo + hộ cận nghèo",
                    "936 + 65 ≤ 1000",
                )
            ],
        ),
        (
            {POOR: None, NEAR_POOR: 1001},
            [(ALL, "classes=1001; households=1000; names=hộ cận nghèo", "1001 ≤ 1000")],
        ),
        ({"population.as_of": Period.of_year(2015), POOR: 936}, ["passed", "passed"]),
        # whether the classes were disjoint before the decision of 2015 is not known: each alone is judged
        ({"as_of": PartialDate(year=2013), POOR: 936}, ["passed", "passed"]),
        ({"as_of": PartialDate(year=2013), NEAR_POOR: None}, ["passed"]),
        (
            {"as_of": PartialDate(year=2013), POOR: 1001},
            [
                (ALL, "classes=1001; households=1000; names=hộ nghèo", "1001 ≤ 1000"),
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
                    "exact=2537/50; part=480; share=51.59%; whole=946",
                    "5159/100 = 24000/473",
                    f"{POOR}: 480 → 488",
                )
            ],
        ),
        (
            {**SEED, POOR: 480, SHARE: Share(Decimal(52))},
            [(SHARE, "exact=2537/50; part=480; share=52%; whole=946", "52 = 24000/473")],
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
        ("51.590", "exact=25793/500; part=488; share=51.590%; whole=946", "5159/100 = 24400/473"),
        ("51.5857", "exact=32241/625; part=488; share=51.5857%; whole=946", "515857/10000 = 24400/473"),
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
        (8749, 25_000, "34.99", "35.00%"),
        (499, 946, "52.74", "52.75%"),
        (499, 946, "52.7", None),  # so it is rounded, too
        (499, 946, "52", "53%"),
        (10**29 - 1, 10**29, "99.99", "100.00%"),
    ],
)
def test_a_truncated_percentage_is_a_lesser_fault_with_its_own_message(
    judge: Judge, part: int, whole: int, share: str, rounded: str | None
) -> None:
    changes = {**NO_NEAR_POOR, ALL: whole, POOR: part, SHARE: Share(Decimal(share))}
    wrong, cut = uni.shares_fit_their_numbers, uni.shares_are_rounded
    if rounded is None:
        assert (judge(wrong, changes), judge(cut, changes)) == (["passed"], ["passed"])
        return
    shown = f"{share}% → {rounded}".replace(".", ",")
    assert judge(wrong, changes) == ["passed"]
    assert judge(cut, changes) == [
        (
            SHARE,
            f"part={part}; rounded={rounded}; share={share}%; whole={whole}",
            "",
            f"{SHARE}: {shown}",
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


@settings(max_examples=200)
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


@settings(max_examples=100)
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
            "exact=90; part=9; share=80%; whole=10",
            "80 = 90",
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
        ({ALL: None}, [f"? {PERSONS}: {ALL}"]),
        (
            {PERSONS: 41000},
            [(PERSONS, "high=7; low=2; mean=41; other=1000 households; stated=41000 persons", "41 ≤ 7")],
        ),
        (
            {PERSONS: 410},
            [
                (
                    PERSONS,
                    "high=7; low=2; mean=41/100; other=1000 households; stated=410 persons",
                    "41/100 ≥ 2",
                )
            ],
        ),
        ({ALL: 0}, [(ALL, "high=7; low=2; other=0 households; stated=4100 persons", "")]),
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
        ({PERSONS: None, CELLS: None}, [f"? {MEMBERS}: {PERSONS}", f"? {MEMBERS}: {CELLS}"]),
        (
            {MEMBERS: 26},
            ["passed", (MEMBERS, "other=9 party_cells; stated=26", "26/9 ≥ 3")],
        ),
        (
            {MEMBERS: 4101},
            [
                (MEMBERS, "other=4100 persons; stated=4101", "4101 ≤ 4100"),
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


INCOME = "economy.income_per_person"


def income(dong: int, unit: str = "VND/person/year") -> dict[str, object]:
    return {INCOME: Quantity(value=Decimal(dong), unit=unit)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (income(62_000_000), ["passed"]),
        (income(5_000_000, "VND/person/month"), ["passed"]),
        ({**income(5_000_000), "economy.as_of": Period.of_year(2012)}, ["passed"]),
        (
            income(62_000),
            [(INCOME, "high=500000000; low=8000000; stated=62000 VND/person/year", "62000 ≥ 8000000")],
        ),
    ],
)
def test_an_income_is_possible(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(uni.income_is_possible, changes) == outcomes


def test_the_usual_income_is_that_of_the_time_of_the_figures() -> None:
    report = make_report().with_value(INCOME, Quantity(value=Decimal(62_000), unit="VND/person/year"))
    (breach,) = uni.income_is_possible(report)
    assert isinstance(breach, Breach)
    assert breach.basis is not None
    assert breach.basis.valid_from == dt.date(2021, 1, 1)
    assert list(uni.income_is_possible(report, norms=())) == []


@pytest.mark.parametrize(
    ("households", "outcomes"),
    [
        (None, []),
        (120, ["passed"]),
        (5_000, [("campaigns.models.0.households", "other=946; stated=5000", "5000 ≤ 946")]),
    ],
)
def test_households_that_take_part_are_among_all(
    judge: Judge, households: int | None, outcomes: list[object]
) -> None:
    changes = {
        "campaigns.models": (ExemplaryModel(name="Camera an ninh", households=households),),
        "population.households": 946,
    }
    found = judge(uni.households_taking_part_are_among_all, changes)
    assert [item for item in found if item[0] != "?"] == outcomes


def handed(tier: Tier, first: dt.date) -> dict[str, object]:
    fund = FundLedger(
        fund=FundKind.FUND_FOR_THE_POOR,
        period=Period.day(first),
        transfers=(FundTransfer(from_tier=tier, amount=5),),
    )
    return {"funds.ledgers": (fund,)}


def held(tier: Tier | None, day: dt.date) -> dict[str, object]:
    meeting = Dialogue(host=DialogueHost.PARTY_HEAD, date=day, tier=tier)
    return {"supervision.dialogues": (meeting,), "as_of": PartialDate(year=2025, month=12)}


LAST, FIRST = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (handed(Tier.DISTRICT, LAST), []),
        (handed(Tier.PROVINCE, FIRST), ["passed"]),
        (
            handed(Tier.DISTRICT, FIRST),
            [("funds.ledgers.0.transfers.0.from_tier", "day=2025-07-01", "")],
        ),
        (held(Tier.DISTRICT, LAST), []),
        (held(None, FIRST), []),
        (held(Tier.COMMUNE, FIRST), ["passed"]),
        (held(Tier.DISTRICT, FIRST), [("supervision.dialogues.0.tier", "day=2025-07-01", "")]),
    ],
)
def test_nothing_is_of_the_districts_after_their_end(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(uni.levels_exist_at_their_time, changes) == outcomes


@pytest.mark.parametrize(
    ("households", "poor", "share", "counts"),
    [
        (103, None, "21.36", Counts(passed=1)),
        (103, None, "21.35", Counts(passed=1)),  # cut
        (103, None, "21.30", Counts(failed=1)),
        (None, 22, "21.36", Counts(passed=1)),
        (None, 22, "21.34", Counts(failed=1)),
        (None, 22, "0.00", Counts(passed=1)),
        (0, None, "21.34", Counts(not_applicable=1)),
        (103, 22, "21.30", Counts(not_applicable=1)),
        (None, None, "21.30", Counts(not_applicable=1)),
    ],
)
def test_a_share_with_one_number_goes_with_a_whole_one(
    households: int | None, poor: int | None, share: str, counts: Counts
) -> None:
    told = PopulationProfile(
        households=households, poor=PovertyFigure(households=poor, share=Share(Decimal(share)))
    )
    found = check(attrs.evolve(make_report(), population=told), rules=[uni.shares_are_of_whole_numbers])
    assert found.counts["UNI015"] == counts
