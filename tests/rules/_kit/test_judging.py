"""A relation is judged by one law wherever it is declared: exact figures, blanks, hedges, levels."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from mttq._declared.types import Count
from mttq.checking import check
from mttq.errors import DeclarationError
from mttq.forms import Cell, deadline, form, registered_forms, row, section
from mttq.model import ReportPeriod, Unit, UnitKind
from mttq.repairs import assure
from mttq.report import Report
from mttq.rules import (
    PASSED,
    RULES,
    Breach,
    Evidence,
    Judgement,
    Severity,
    Suggestion,
    Term,
    Unverifiable,
    rule,
)
from mttq.rules._kit.cells import absent_cells, amount, filled
from mttq.rules._kit.claims import claim
from mttq.rules._kit.spans import REVIEW
from mttq.testing import check_relations, make_report
from mttq.values import Pair, PartialDate, Period, Tiered, Triple


def may(day: int) -> dt.date:
    return dt.date(2024, 5, day)


@attrs.frozen(kw_only=True)
class Flat:
    total: Count | None = row("", total_of=("first", "second", "third"))
    first: Count | None = row("a", "Một", printed="-")
    second: Pair | Count | None = row("b", "Hai", parts=("x", "y"))
    third: Triple | None = row("c", "Ba", parts=("x", "y", "z"))


@attrs.frozen(kw_only=True)
class ByTier:
    total: Tiered[Count] = row("1", "Cộng", total_of=("first", "second"))
    first: Tiered[Count] = row("1a", "Một")
    second: Tiered[Pair | Count] = row("1b", "Hai", parts=("x", "y"))


@form("test-totals", title="Biểu", name="Biểu 1")
@attrs.frozen(kw_only=True)
class Totals:
    flat: Flat = section("I", "Khối")
    tiered: ByTier = section("II", "Theo cấp")


def judge(line: str, **sections: Any) -> list[Judgement]:
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo", appendices=(Totals(**sections),))
    return list(claim("total_of", f"test-totals.{line}").judge(report))


@pytest.mark.parametrize(
    ("total", "first", "second", "third"),
    [
        (15, 10, 5, Triple(0, 0, 0)),
        (15, 10, Pair(1, 1), Triple(1, 1, 1)),
        (0, 0, 0, Triple(0, 0, 0)),
        (15, 10, 5, None),  # the blank counts as nothing: the known parts make up the total
        (0, 0, None, None),
    ],
)
def test_a_sum_that_is_right_passes(total: Any, first: Any, second: Any, third: Any) -> None:
    assert judge("flat.total", flat=Flat(total=total, first=first, second=second, third=third)) == [PASSED]


@pytest.mark.parametrize("parts", [{}, {"first": 10}, {"first": 10, "second": 4}])
def test_a_sum_that_a_blank_part_may_still_make_up_is_not_verifiable(parts: dict[str, Any]) -> None:
    blanks = tuple(f"test-totals.flat.{part}" for part in ("first", "second", "third") if part not in parts)
    assert judge("flat.total", flat=Flat(total=15, **parts)) == [
        Unverifiable("test-totals.flat.total", blanks)
    ]


def test_a_sum_of_nothing_but_blanks_is_not_verifiable_even_if_it_is_zero() -> None:
    (found,) = judge("flat.total", flat=Flat(total=0))
    assert isinstance(found, Unverifiable)
    assert (found.path, len(found.blanks), found.missing) == ("test-totals.flat.total", 3, found.blanks)


def test_a_blank_total_is_not_judged() -> None:
    assert judge("flat.total", flat=Flat(first=1, second=2)) == []
    assert judge("tiered.total") == []


def test_a_sum_that_is_wrong_shows_what_is_known() -> None:
    assert judge("flat.total", flat=Flat(total=5, first=4, second=Pair(1, 2))) == [
        Breach(
            path="test-totals.flat.total",
            args={"stated": 5, "other": 7},
            evidence=Evidence(
                (Term("Khối", 5, "test-totals.flat.total"),),
                "=",
                (Term("Một", 4, "test-totals.flat.first"), Term("Hai", 3, "test-totals.flat.second")),
            ),
            expected=7,
            actual=5,
            related=("test-totals.flat.first", "test-totals.flat.second", "test-totals.flat.third"),
            suggestions=(Suggestion(path="test-totals.flat.total", old=5, new=7),),
        )
    ]


def test_a_zero_is_a_part_and_is_shown() -> None:
    found = judge("flat.total", flat=Flat(total=5, first=0, second=0, third=Triple(1, 1, 1)))
    assert [[term.value for term in item.evidence.right] for item in found if item.evidence] == [[0, 0, 3]]  # type: ignore[union-attr]


def test_each_tier_column_is_judged_by_itself() -> None:
    table = ByTier(
        total=Tiered(province=3, district=5, commune=7),
        first=Tiered(province=1, commune=4),
        second=Tiered(province=Pair(1, 1), commune=4),
    )
    passed, breach = judge("tiered.total", tiered=table)  # no lines of the district can make up its total
    assert passed is PASSED
    assert isinstance(breach, Breach)
    assert (breach.path, breach.actual, breach.expected, breach.related) == (
        "test-totals.tiered.total.commune",
        7,
        8,
        ("test-totals.tiered.first.commune", "test-totals.tiered.second.commune"),
    )


def test_a_line_is_judged_by_itself_or_with_all_that_no_rule_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mttq.rules._kit.claims._CLAIMS", {})
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    flat = Flat(total=0, first=0, second=0, third=Triple(0, 0, 0))
    report = Report(unit=unit, title="Báo cáo", appendices=(Totals(flat=flat),))
    totals = RULES["APP003"]
    assert judge("flat.total", flat=flat) == [PASSED]
    assert judge("tiered.total", flat=flat) == judge("flat.first", flat=flat) == []
    assert list(totals(report)) == [PASSED]

    @rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử", claims=("test-totals.flat.total",))
    def the_block_adds_up(report: Report) -> Iterator[Judgement]:
        """The sum of the block is judged here."""
        return claim("total_of", "test-totals.flat.total").judge(report)

    assert list(the_block_adds_up(report)) == [PASSED]
    assert list(totals(report)) == []


BEFORE, AFTER = Period.of_year(2024), Period.half_year(2026, 1)
REPORTERS = [
    (UnitKind.PROVINCE, BEFORE),
    (UnitKind.PROVINCE, AFTER),
    (UnitKind.DISTRICT, BEFORE),
    (UnitKind.COMMUNE, BEFORE),
    (UnitKind.SPECIAL_ZONE, AFTER),
]


FORMS = [form for form in registered_forms().values() if form.code.startswith("kl62-")]
"""The appendices: each of their lines is one sum at most, and none is held to another form or a register."""


def consistent(kind: UnitKind, period: Period) -> Report:
    """Fill in all forms: 7 in each cell that exists for the reporter, right totals, nothing else."""
    report = Report(
        unit=Unit(kind=kind, name="Mẫu"),
        title="Báo cáo",
        periods=(ReportPeriod(subject=REVIEW, period=period),),
        appendices=tuple(item.record() for item in FORMS),
    )
    for item in FORMS:
        absent = absent_cells(report, item)
        for cell in item.blank:
            if cell.position not in absent and not cell.row.total_of:
                report = report.with_value(cell.path, 7)
        for cell in item.blank:
            if cell.position not in absent and cell.row.total_of:
                parts = [amount(values_at(report, cell, part)) or 0 for part in cell.row.total_of]
                report = report.with_value(cell.path, sum(parts))
    return report


def values_at(report: Report, cell: Cell, part: tuple[str, ...]) -> object:
    """Return the value in the line of a part, in the column of the total."""
    dotted = ".".join((cell.form.code, *part))
    return report.value_at(f"{dotted}.{cell.tier}" if cell.row.tiered else dotted)


@pytest.mark.parametrize(("kind", "period"), REPORTERS)
def test_each_total_of_each_reporter_is_pinned_from_both_sides(kind: UnitKind, period: Period) -> None:
    report = consistent(kind, period)
    rules = [RULES["APP003"], RULES["CRI001"]]
    assert not check(report, rules=rules)
    walked = [
        (cell.path, stated, slip)
        for item, values in filled(report)
        for cell in item.blank
        if cell.row.total_of and (stated := values[cell.position]) is not None
        for slip in (0, stated - 1, stated + 1, 10 * stated, stated + 100, 100 * stated)
    ]
    assert len(walked) >= 6 * 8
    missed = [
        (path, stated, slip)
        for path, stated, slip in walked
        if [item.path for item in check(report.with_value(path, slip), rules=rules)] != [path]
    ]
    assert missed == []
    agreed = assure(report, rules=rules)
    assert {path for path, _, _ in walked} <= set(agreed.verified)


def test_a_district_may_still_report_figures_from_before_its_end() -> None:
    since_2009 = Period.interval(PartialDate(year=2009, month=12), PartialDate(year=2025, month=12))
    report = consistent(UnitKind.PROVINCE, since_2009)
    trained = "kl62-pl1.cadres.trained"
    blank = report.with_value(f"{trained}.district", None)
    rules = [RULES["APP003"]]
    assert not check(blank, rules=rules)
    assert check(blank, rules=rules).counts["APP003"].not_verifiable == 1
    assert check(consistent(UnitKind.PROVINCE, AFTER).with_value(f"{trained}.total", 21), rules=rules)


def test_a_report_without_appendices_has_no_sums() -> None:
    assert list(RULES["APP003"](make_report(appendices=()))) == []


@form("test-deadlines", title="Biểu", name="Biểu 2")
@attrs.frozen(kw_only=True)
class Deadlines:
    sent: dt.date | None = row("1", "Ngày gửi")
    answered: dt.date | None = row("2", "Ngày trả lời", relations=(deadline("sent + 15 days"),))
    asked: dt.date | None = row("3", "Ngày hỏi", relations=(deadline("sent - 7 days"),))


@pytest.mark.parametrize(
    ("days", "outcomes"),
    [
        ({}, []),
        ({"sent": may(1)}, ["? answered", "? asked"]),
        ({"answered": may(1)}, ["? answered: sent"]),
        ({"sent": may(1), "answered": may(16), "asked": dt.date(2024, 4, 24)}, ["passed", "passed"]),
        ({"sent": may(9), "answered": may(8), "asked": may(2)}, ["passed", "? answered"]),
        ({"sent": may(9), "answered": may(25), "asked": may(10)}, ["answered 16 ≤ 15", "asked -1 ≥ 7"]),
    ],
)
def test_a_deadline_asks_for_both_days(days: dict[str, dt.date], outcomes: list[str]) -> None:
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo", appendices=(Deadlines(**days),))
    assert [_told(item) for item in claim("deadline", "test-deadlines.*").judge(report)] == outcomes


def _told(judgement: Judgement) -> str:
    if judgement is PASSED:
        return "passed"
    path = judgement.path.removeprefix("test-deadlines.")
    if isinstance(judgement, Unverifiable):
        blanks = [item.removeprefix("test-deadlines.") for item in judgement.blanks]
        return ": ".join([f"? {path}", *blanks])
    evidence = judgement.evidence
    assert evidence is not None
    (left,), (right,) = evidence.left, evidence.right
    return f"{path} {left.value} {evidence.relation} {right.value}"


def test_a_day_may_be_needed() -> None:
    @form("test-needed-days", title="Biểu")
    @attrs.frozen(kw_only=True)
    class NeededDays:
        sent: dt.date | None = row("1", "Ngày gửi", needed="questions")
        questions: Count | None = row("2", "Số câu hỏi")
        answered: dt.date | None = row("3", "Ngày trả lời", needed="sent")

    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")

    def found(**told: Any) -> list[Judgement]:
        report = Report(unit=unit, title="Báo cáo", appendices=(NeededDays(**told),))
        return list(claim("needed", "test-needed-days.*").judge(report))

    assert found(questions=3, sent=may(1), answered=may(2)) == [PASSED, PASSED]
    assert [item.path for item in found(questions=3) if isinstance(item, Breach)] == ["test-needed-days.sent"]
    assert [item.path for item in found(sent=may(1)) if isinstance(item, Breach)] == [
        "test-needed-days.answered"
    ]


def test_a_deadline_is_of_days() -> None:
    @form("test-no-days", title="Biểu")
    @attrs.frozen(kw_only=True)
    class NoDays:
        sent: Count | None = row("1", "Số")
        answered: Count | None = row("2", "Số", relations=(deadline("sent"),))

    with pytest.raises(DeclarationError, match="ngày chỉ so được với một ngày khác"):
        check_relations(NoDays)
