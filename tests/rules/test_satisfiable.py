"""The rules do not contradict each other: some report satisfies them all, and is found by building it."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from mttq.checking import PROFILES, check
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.model import (
    Citation,
    ContributionForm,
    ContributionState,
    EconomyProfile,
    FundKind,
    FundLedger,
    FundTransfer,
    Receipt,
    ReliefAction,
    ReportPeriod,
    Statement,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import RULES, Scope
from mttq.testing import draw_report, make_report
from mttq.values import PartialDate, Period, Qualifier, Quantity, Tier
from mttq.vi import parse_document

INSPECTIONS = "kl62-pl1.dissemination.inspections.commune"
DIALOGUES = "kl62-pl2.criticism.dialogues.commune"
WHOLE = tuple(draw_report(seed) for seed in range(3))


def stated(indicator: str, value: int, *, each_year: bool = False) -> Statement:
    return Statement(indicator=indicator, value=Quantity(value=Decimal(value)), each_year=each_year)


def one_that_was_renamed_and_held_no_dialogue() -> Report:
    """Build what no drawn report has: a former unit, figures told yearly, in all, by others, and a zero."""
    report = WHOLE[1]  # without social criticism "bằng hình thức đối thoại trực tiếp"
    inspections = report.value_at(INSPECTIONS)
    assert isinstance(inspections, int)
    assert report.value_at(DIALOGUES) == 0
    return attrs.evolve(
        report,
        unit=attrs.evolve(
            report.unit,
            predecessors=(UnitRef(kind=UnitKind.COMMUNE, name="Mẫu Cũ"),),
            parent=UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế"),
        ),
        population=attrs.evolve(report.population, ethnic_groups=2, ethnic_group_names=("Kinh", "Pa Cô")),
        citations=(*report.citations, Citation(document=parse_document("Nghị quyết 1675/NQ-UBTVQH15"))),
        statements=(
            stated(DIALOGUES, 0),
            stated(INSPECTIONS, inspections),
            stated(INSPECTIONS, 1, each_year=True),
            attrs.evolve(stated(INSPECTIONS, inspections), according_to="Ủy ban nhân dân huyện"),
        ),
    )


def one_with_goods_and_a_hedged_balance() -> Report:
    """Build a fund that received rice besides money, and says "hơn" of what is left."""
    report = WHOLE[0]
    rice = Receipt(amount=Quantity(value=Decimal(215), unit="tonne"), form=ContributionForm.IN_KIND)
    first, *others = report.funds.ledgers
    assert isinstance(first.closing, int)
    hedged = Quantity(value=Decimal(first.closing - 1), unit="VND", qualifier=Qualifier.MORE_THAN)
    fund = attrs.evolve(first, receipts=(*first.receipts, rice), closing=hedged)
    return attrs.evolve(report, funds=attrs.evolve(report.funds, ledgers=(fund, *others)))


def one_whose_text_tells_percentages_and_title_a_year() -> Report:
    """Build a title with a year, a text with a weekday, and percentages beside two figures and one."""
    told = "Có 57/60 đại biểu dự, đạt 95%.\n\nNữ có 22 người (tỷ lệ 36,67%).\n\nThứ Ba, ngày 01/12/2026."
    title = "Báo cáo kết quả công tác Mặt trận năm 2024"
    return attrs.evolve(WHOLE[2], title=title, narrative=f"{WHOLE[2].narrative}\n\n{told}")


def one_whose_funds_follow_each_other() -> Report:
    """Build a relief fund over two years and a half, relief that was received and allocated, an income."""
    fund, period = FundKind.RELIEF_FUND, Period.half_year(2025, 2)
    ledgers = (
        FundLedger(
            fund=fund, period=Period.of_year(2023), opening=0, raised=900_000, spent=200_000, closing=700_000
        ),
        FundLedger(
            fund=fund,
            period=Period.of_year(2024),
            opening=700_000,
            raised=100_000,
            spent=700_000,
            closing=100_000,
        ),
        FundLedger(
            fund=fund,
            period=period,
            opening=50_000,
            transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=50_000),),
            closing=100_000,
        ),
    )
    receipts = tuple(
        Receipt(amount=90_000, state=state)
        for state in (ContributionState.RECEIVED, ContributionState.ALLOCATED)
    )
    whole = WHOLE[2]
    relief = (ReliefAction(event="Bão số 3", period=Period.of_year(2024), receipts=receipts),)
    funds = attrs.evolve(whole.funds, ledgers=(*whole.funds.ledgers, *ledgers), relief=relief)
    income = Quantity(value=Decimal(62_000_000), unit="VND/person/year")
    return attrs.evolve(whole, funds=funds, economy=EconomyProfile(income_per_person=income))


BUILT = (
    one_whose_funds_follow_each_other(),
    *WHOLE,
    one_that_was_renamed_and_held_no_dialogue(),
    one_with_goods_and_a_hedged_balance(),
    one_whose_text_tells_percentages_and_title_a_year(),
)


@pytest.mark.parametrize("report", BUILT)
@pytest.mark.parametrize("profile", PROFILES)
def test_each_named_profile_has_reports_on_which_no_rule_finds_anything(profile: str, report: Report) -> None:
    findings = check(report, profile=profile)
    assert [finding.explain() for finding in findings] == []
    assert not any(count.failed for count in findings.counts.values())


def test_a_review_of_fifteen_years_with_both_appendices_can_be_silent() -> None:
    """Phụ lục 1 counts from the document under review on, Phụ lục 2 from the decisions of 2013 on."""
    reviewed, decided = dt.date(2009, 12, 8), dt.date(2013, 12, 12)
    end = PartialDate(year=2024, month=12)
    begins = {"review": reviewed, "kl62-pl1": reviewed, "kl62-pl2": decided}
    periods = tuple(
        ReportPeriod(
            subject=subject,
            period=Period.interval(PartialDate.of(begin), end),
            stated_years=15 if subject == "review" else None,
        )
        for subject, begin in begins.items()
    )
    report = make_report(periods=periods)
    findings = check(report)
    assert {type(item) for item in report.appendices} == {ImplementationAppendix, ParticipationAppendix}
    assert report.reviewed is not None
    assert report.reviewed.date == reviewed
    assert [finding.explain() for finding in findings] == []
    assert {
        code for code in ("PER001", "PER002", "SUP004", "SUP005") if not findings.counts[code].passed
    } == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_rules_really_judge_these_reports(profile: str) -> None:
    passed = {
        code
        for report in BUILT
        for code, counts in check(report, profile=profile).counts.items()
        if counts.passed
    }
    chosen = {rule.code for rule in PROFILES[profile].choose(RULES) if rule.scope is Scope.REPORT}
    # communes have no lines that are of a time, launch no campaigns for relief, and report here until 2024
    assert (
        chosen
        - {"APP017", "CRI014", "FND016", "FND017", "UNI015", "APP021", "ORG012", "ORG013", "SUP016", "PER010"}
        <= passed
    )
