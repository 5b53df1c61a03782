import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq.checking import Counts
from mttq.forms import ImplementationAppendix
from mttq.forms.kl62_pl1 import Education
from mttq.model import (
    Dialogue,
    DialogueHost,
    FundKind,
    FundLedger,
    GreatUnityFestival,
    Houses,
    HouseWork,
    PrintedFigure,
    ReportPeriod,
    Supervision,
    SupervisionForm,
    UnitKind,
)
from mttq.report import Report
from mttq.rules import PASSED, Breach, Rule, Suggestion, app
from mttq.testing import make_report
from mttq.values import Pair, Period, Quantity, Tiered, Triple
from mttq.vi import parse_quantity

Judge = Callable[..., list[str | tuple[str, ...]]]

ONE, TWO = "kl62-pl1", "kl62-pl2"
COMMENDED = f"{ONE}.movements.commended"
STUDIES = f"{TWO}.supervision.document_studies"
THEORY = f"{ONE}.cadres.political_theory"
FULL_TIME = f"{ONE}.cadres.full_time"
EDUCATION = f"{ONE}.cadres.education"
VILLAGES, HEADS = f"{ONE}.allowances.villages", f"{ONE}.allowances.branch_heads"
EMPTY = ImplementationAppendix()


def not_passed(outcomes: list[str | tuple[str, ...]]) -> list[str | tuple[str, ...]]:
    return [outcome for outcome in outcomes if outcome != "passed"]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"] * 6),
        ({"appendices": ()}, []),
        ({COMMENDED: None}, ["passed"] * 5),
        ({COMMENDED: 0}, ["passed"] * 6),  # none of both
        (
            {COMMENDED: 150},
            [(COMMENDED, "parts= ; value=150", ""), *["passed"] * 5],
        ),
        (
            {STUDIES: Tiered(district=Pair(1, 2), commune=45)},  # SUP002 asks for their units
            ["passed"] * 6,
        ),
    ],
)
def test_lines_that_ask_for_two_figures_hold_both(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.slashed_lines_hold_both_figures, changes) == outcomes


@pytest.mark.parametrize(
    ("value", "outcomes"),
    [
        (Triple(0, 2, 1), ["passed"]),
        (None, []),
        (0, ["passed"]),
        (
            3,
            [
                (
                    f"{THEORY}.commune.levels",
                    "parts=  ; value=3",
                    "",
                )
            ],
        ),
    ],
)
def test_categories_of_one_line_are_told_apart(judge: Judge, value: object, outcomes: list[object]) -> None:
    changes = {f"{THEORY}.commune.levels": value}
    assert judge(app.categories_of_a_line_are_told_apart, changes) == outcomes


SESSIONS = f"{TWO}.criticism.sessions"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (
            {f"{FULL_TIME}.total": None},
            [
                (
                    f"{FULL_TIME}.total",
                    "sum=6",
                    "",
                    f"{FULL_TIME}.total:  → 6",
                )
            ],
        ),
        ({f"{FULL_TIME}.total": None, f"{FULL_TIME}.commune": None}, []),
        (
            {f"{SESSIONS}.commune": None},
            [
                (
                    f"{SESSIONS}.commune",
                    "sum=13",
                    "",
                    f"{SESSIONS}.commune:  → 13",
                )
            ],
        ),
    ],
)
def test_a_blank_total_beside_known_parts_is_proposed(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert not_passed(judge(app.blank_totals_are_proposed, changes)) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({f"{VILLAGES}.total": None}, []),
        (
            {f"{VILLAGES}.total": 7, f"{VILLAGES}.not_received": None},
            [f"? {VILLAGES}.total: {VILLAGES}.not_received"],
        ),
        (
            {f"{FULL_TIME}.total": 5},
            [
                (
                    f"{FULL_TIME}.total",
                    "other=6; stated=5",
                    "5 = 6",
                    f"{FULL_TIME}.total: 5 → 6",
                )
            ],
        ),
        ({f"{SESSIONS}.commune": 10}, []),  # the sum of CRI001
    ],
)
def test_a_total_is_the_sum_of_its_parts(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert not_passed(judge(app.totals_are_the_sums_of_their_parts, changes)) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"appendices": ()}, []),
        ({"unit.kind": UnitKind.PROVINCE}, []),  # nothing stands above its columns
        ({f"{FULL_TIME}.province": 0}, ["passed", "passed"]),
        (
            {f"{THEORY}.province.levels": 3, f"{THEORY}.commune.levels": None},
            [
                (
                    f"{THEORY}.province.levels",
                    "value=3",
                    "",
                    f"{THEORY}.province.levels: 3 → ",
                    f"{THEORY}.commune.levels:  → 3",
                ),
                "passed",
            ],
        ),
        (
            {f"{STUDIES}": Tiered(district=Pair(17, 23))},
            [
                "passed",
                (
                    f"{STUDIES}.district",
                    "value=17/23",
                    "",
                    f"{STUDIES}.district: 17/23 → ",
                    f"{STUDIES}.commune:  → 17/23",
                ),
            ],
        ),
        # the line of its own level is filled, or there is none: where the figure belongs is not said
        ({f"{FULL_TIME}.district": 2}, [(f"{FULL_TIME}.district", "value=2", ""), "passed"]),
        (
            {f"{ONE}.cadres.reorganised.subordinate": 1},
            [(f"{ONE}.cadres.reorganised.subordinate", "value=1", ""), "passed"],
        ),
        (
            {"unit.kind": UnitKind.DISTRICT, f"{FULL_TIME}.province": 2, f"{FULL_TIME}.district": None},
            [
                (
                    f"{FULL_TIME}.province",
                    "value=2",
                    "",
                    f"{FULL_TIME}.province: 2 → ",
                    f"{FULL_TIME}.district:  → 2",
                ),
                "passed",
            ],
        ),
    ],
)
def test_a_figure_of_a_level_above_is_called_into_question_and_moved_where_its_own_line_is_blank(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.levels_above_the_reporter_are_left_blank, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (
            {f"{EDUCATION}.commune.postgraduate": None, f"{EDUCATION}.commune.below_university": None},
            [(f"{EDUCATION}.commune.postgraduate", "blanks=2", "")],
        ),
        ({f"{SESSIONS}.commune": None}, []),  # a total is the concern of APP002
        ({f"{ONE}.membership.admitted": None}, []),  # and new members are that of MEM007
        (
            {f"{ONE}.membership.admitted_to_party": None},
            [(f"{ONE}.membership.admitted_to_party", "blanks=1", "")],
        ),
        ({f"{EDUCATION}.province.university": None}, []),
        ({f"{THEORY}.commune.levels": None}, [(f"{THEORY}.commune.levels", "blanks=1", "")]),
        ({f"{THEORY}.commune.levels": None, f"{THEORY}.province.levels": 3}, []),  # and a slip that of APP004
        ({f"{TWO}.feedback.party_dialogues.commune": None}, []),  # no zero stands in Phụ lục 2
        (
            {f"{TWO}.feedback.party_dialogues.commune": None, f"{TWO}.criticism.dialogues.commune": 0},
            [(f"{TWO}.feedback.party_dialogues.commune", "blanks=1", "")],
        ),
    ],
)
def test_blanks_of_the_own_level_beside_zeros_come_as_one_notice_for_each_form(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert not_passed(judge(app.blanks_are_told_from_zeros, changes)) == outcomes


def test_an_appendix_without_zeros_does_not_hide_the_next(judge: Judge) -> None:
    changes = {
        ONE: ImplementationAppendix(),
        f"{TWO}.feedback.party_dialogues.commune": None,
        f"{TWO}.criticism.dialogues.commune": 0,
    }
    assert not_passed(judge(app.blanks_are_told_from_zeros, changes)) == [
        (f"{TWO}.feedback.party_dialogues.commune", "blanks=1", "")
    ]


def test_the_other_blanks_of_a_form_are_related() -> None:
    changed = make_report().with_value(f"{EDUCATION}.commune", Education())
    (breach,) = (item for item in app.blanks_are_told_from_zeros(changed) if item is not PASSED)
    assert isinstance(breach, Breach)
    assert breach.related == (f"{EDUCATION}.commune.university", f"{EDUCATION}.commune.below_university")


def printed(**spellings: str) -> dict[str, object]:
    return {
        "printed": tuple(
            PrintedFigure(path=f"{VILLAGES}.{name}", text=text) for name, text in spellings.items()
        )
    }


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),  # no zero stands in Phụ lục 2
        ({"appendices": ()}, []),
        (printed(total="06"), ["passed"]),
        (
            printed(above_norm="00", not_received="00"),
            [(f"{VILLAGES}.above_norm", "spellings=0 + 00", "")],
        ),
    ],
)
def test_an_appendix_spells_zero_in_one_way(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.zero_is_spelled_one_way, changes) == outcomes


def test_the_other_odd_spellings_are_related() -> None:
    changed = make_report(**printed(above_norm="00", below_norm="không", not_received="0"))
    (breach,) = (item for item in app.zero_is_spelled_one_way(changed) if item is not PASSED)
    assert breach == Breach(
        path=f"{VILLAGES}.above_norm",
        args={"spellings": ("0", "00", "không")},
        related=(f"{VILLAGES}.below_norm",),
    )


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({"population.villages": None}, ["? population.villages"] * 5),
        ({"unit.kind": UnitKind.DISTRICT, f"{HEADS}.at_norm": 20}, []),  # it may have 20 communes
        ({f"{VILLAGES}.at_norm": None}, []),
        (
            {f"{HEADS}.at_norm": 20},
            [
                (
                    f"{HEADS}.at_norm",
                    "most=1; value=20",
                    "",
                )
            ],
        ),
        (
            {f"{VILLAGES}.total": 7},
            [
                (
                    f"{VILLAGES}.total",
                    "most=6; value=7",
                    "",
                )
            ],
        ),
    ],
)
def test_no_more_units_are_counted_than_there_are(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert not_passed(judge(app.units_counted_are_no_more_than_there_are, changes)) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed", "passed"]),
        ({"periods": ()}, []),
        ({"periods": (ReportPeriod(subject="review", stated_years=10),)}, []),
        (
            {"appendices": ()},
            [
                ("periods.1", "", ""),
                ("periods.2", "", ""),
            ],
        ),
        (
            {"appendices": (EMPTY, make_report().appendices[1])},  # attached, without a single figure
            [("periods.1", "", ""), "passed"],
        ),
    ],
)
def test_appendices_that_are_named_are_there(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """A typed form has all its lines, so "all rows of the template" means: no form is missing or empty."""
    assert judge(app.appendices_that_are_named_are_there, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "paths"),
    [
        # nominated_to_party asks for a pair too, though the catalogue of rules leaves it out
        (
            app.slashed_lines_hold_both_figures,
            [
                COMMENDED,
                f"{ONE}.cadres.peoples_inspection",
                f"{ONE}.cadres.investment_supervision",
                f"{ONE}.membership.nominated_to_party",
            ],
        ),
        # so does the total of those trained
        (
            app.blank_totals_are_proposed,
            [f"{FULL_TIME}.total", f"{ONE}.cadres.trained.total", f"{VILLAGES}.total", f"{HEADS}.total"],
        ),
        (app.totals_are_the_sums_of_their_parts, []),
        (app.levels_above_the_reporter_are_left_blank, [f"{THEORY}.province.levels"]),
        (app.appendices_that_are_named_are_there, []),
        (
            app.blanks_are_told_from_zeros,
            [f"{EDUCATION}.commune.postgraduate"],
        ),
        (app.zero_is_spelled_one_way, [f"{HEADS}.above_norm"]),
        (app.units_counted_are_no_more_than_there_are, [f"{HEADS}.at_norm"]),
        # of the three such lines, one is filled in; the catalogue names the blank ones for their label
        (app.categories_of_a_line_are_told_apart, [f"{THEORY}.province.levels"]),
    ],
)
def test_the_real_report(real_report: Report, rule: Rule, paths: list[str]) -> None:
    assert [item.path for item in rule(real_report) if isinstance(item, Breach)] == paths


def test_every_total_of_the_real_report_that_can_be_judged_is_right(count: Callable[[Rule], Counts]) -> None:
    assert count(app.totals_are_the_sums_of_their_parts) == Counts(passed=2)


def test_the_political_theory_of_the_real_commune_moves_down_to_its_own_line(real_report: Report) -> None:
    (breach,) = (
        item for item in app.levels_above_the_reporter_are_left_blank(real_report) if isinstance(item, Breach)
    )
    assert breach.suggestions == (
        Suggestion(path=f"{THEORY}.province.levels", old=3, new=None),
        Suggestion(path=f"{THEORY}.commune.levels", old=None, new=3),
    )


FESTIVALS, GROUPS, NAMES = "campaigns.festivals", "population.ethnic_groups", "population.ethnic_group_names"


def festival(areas: int | None, holding: int | None, both: int | None = None) -> dict[str, object]:
    return {FESTIVALS: (GreatUnityFestival(areas=areas, areas_holding=holding, areas_with_both_parts=both),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (festival(None, None), []),
        (festival(5, 5), ["passed", f"? {FESTIVALS}.0.areas_with_both_parts"]),
        (festival(5, 5, 4), ["passed", "passed"]),
        (
            festival(5, 6, 7),
            [
                (f"{FESTIVALS}.0.areas_holding", "other=5; stated=6", "6 ≤ 5"),
                (f"{FESTIVALS}.0.areas_with_both_parts", "other=6; stated=7", "7 ≤ 6"),
            ],
        ),
    ],
)
def test_a_part_is_no_more_than_the_whole(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.parts_are_no_more_than_the_whole, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({GROUPS: 2}, []),  # nobody is named
        ({NAMES: ("Kinh", "Pa Cô")}, [f"? {GROUPS}"]),
        ({GROUPS: 2, NAMES: ("Kinh", "Pa Cô")}, ["passed"]),
        ({GROUPS: 3, NAMES: ("Kinh", "Pa Cô")}, [(GROUPS, "other=2; stated=3", "3 = 2")]),
    ],
)
def test_one_fact_has_one_figure(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(app.one_fact_has_one_figure, changes) == outcomes


BOARDS = "organisation.working_boards"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({f"{BOARDS}.boards": 6}, [f"? {BOARDS}.members"]),
        ({f"{BOARDS}.members": 66}, [f"? {BOARDS}.members: {BOARDS}.boards"]),
        ({f"{BOARDS}.boards": 6, f"{BOARDS}.members": 66}, ["passed"]),
        (
            {f"{BOARDS}.boards": 6, f"{BOARDS}.members": 660},
            [(f"{BOARDS}.members", "high=15; low=5; mean=110; other=6; stated=660", "110 ≤ 15")],
        ),
        (
            {f"{BOARDS}.boards": 0, f"{BOARDS}.members": 6},
            [(f"{BOARDS}.boards", "high=15; low=5; other=0; stated=6", "")],
        ),
    ],
)
def test_there_are_as_many_of_each_as_is_usual(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.figures_fit_what_they_are_counted_for, changes) == outcomes


def houses(count: int | None, amount: int | None) -> dict[str, object]:
    return {"funds.houses": (Houses(work=HouseWork.BUILT, count=count, amount=amount),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (houses(None, None), []),
        (houses(None, 0), []),
        (houses(0, 180), ["passed"]),
        (houses(None, 180), [("funds.houses.0.count", "other=180 VND", "")]),
    ],
)
def test_figures_that_belong_together_are_reported_together(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.figures_that_belong_together_are_reported_together, changes) == outcomes


DISTRICTS = f"{ONE}.dissemination.documents.district"


@pytest.mark.parametrize(
    ("year", "figure", "outcomes"),
    [
        (2024, 3, []),
        (2026, None, ["passed", "passed"]),
        (2026, 0, ["passed", "passed"]),
        (2026, 3, [(DISTRICTS, "value=3", ""), "passed"]),
    ],
)
def test_a_line_is_filled_in_its_time(
    judge: Judge, year: int, figure: int | None, outcomes: list[object]
) -> None:
    """A province has lines for its districts until these end; those above a commune are judged by APP004."""
    period = (ReportPeriod(subject="review", period=Period.of_year(year)),)
    changes = {"unit.kind": UnitKind.PROVINCE, "periods": period, DISTRICTS: figure}
    assert judge(app.lines_are_filled_in_their_time, changes) == outcomes
    below = {"periods": period, DISTRICTS: figure}
    assert judge(app.lines_are_filled_in_their_time, below) == []


SUPERVISIONS = "supervision.supervisions"
ON_THE_TENTH = Supervision(
    form=SupervisionForm.DOCUMENT_STUDY, date=dt.date(2023, 5, 10), subject="Đầu tư công"
)


def supervised(**days: int) -> dict[str, object]:
    dates: dict[str, Any] = {name: dt.date(2023, 5, day) for name, day in days.items()}
    return {SUPERVISIONS: (attrs.evolve(ON_THE_TENTH, **dates),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (supervised(), []),
        (supervised(ended=10), ["passed"]),
        (supervised(plan_sent=1), ["passed"]),
        (supervised(result_reported=20), ["passed"]),
        (
            supervised(result_reported=9),
            [(f"{SUPERVISIONS}.0.result_reported", "other=2023-05-10; stated=2023-05-09", "")],
        ),
        (
            supervised(ended=9, plan_sent=11, result_reported=8),
            [
                (f"{SUPERVISIONS}.0.plan_sent", "other=2023-05-10; stated=2023-05-11", ""),
                (f"{SUPERVISIONS}.0.ended", "other=2023-05-10; stated=2023-05-09", ""),
                (f"{SUPERVISIONS}.0.result_reported", "other=2023-05-09; stated=2023-05-08", ""),
            ],
        ),
    ],
)
def test_days_follow_each_other(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(app.days_follow_each_other, changes) == outcomes


CHAIRS, EACH = "organisation.standing_board.chairs", f"{BOARDS}.members_each"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({CHAIRS: 0}, ["passed"]),
        ({CHAIRS: 1}, ["passed"]),
        ({CHAIRS: 11}, [(CHAIRS, "high=1; low=0; stated=11", "11 ≤ 1")]),
        ({EACH: parse_quantity("7 - 9 người")}, ["passed"]),
        (
            {EACH: Quantity(value=Decimal(3), unit="persons")},
            [(EACH, "high=15; low=5; stated=3 persons", "3 ≥ 5")],
        ),
    ],
)
def test_a_figure_lies_within_its_bounds(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(app.figures_lie_within_their_bounds, changes) == outcomes


FUND = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=Period.of_year(2023), raised=5)
RELIEF = attrs.evolve(FUND, fund=FundKind.RELIEF_FUND)
MEETING = Dialogue(host=DialogueHost.PARTY_HEAD, date=dt.date(2023, 5, 10))


@pytest.mark.parametrize(
    ("path", "records", "outcomes"),
    [
        ("funds.ledgers", (), []),
        ("funds.ledgers", (FUND,), []),
        ("funds.ledgers", (FUND, RELIEF), ["passed"]),
        ("funds.ledgers", (FUND, RELIEF, FUND), [("funds.ledgers.2", "first=1", "")]),
        ("funds.ledgers", (FUND, attrs.evolve(FUND, raised=6)), [("funds.ledgers.1", "first=1", "")]),
        (
            "supervision.dialogues",
            (MEETING, attrs.evolve(MEETING, host=DialogueHost.GOVERNMENT_HEAD)),
            ["passed"],
        ),
        ("supervision.dialogues", (MEETING, attrs.evolve(MEETING, opinions=4)), ["passed"]),  # two of one day
        ("supervision.dialogues", (MEETING, MEETING), [("supervision.dialogues.1", "first=1", "")]),
    ],
)
def test_a_record_is_entered_once(
    judge: Judge, path: str, records: tuple[object, ...], outcomes: list[object]
) -> None:
    changes = {"membership.organisations": (), "organisation.committee.composition": (), path: records}
    assert judge(app.records_are_entered_once, changes) == outcomes
