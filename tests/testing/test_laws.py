"""Laws that hold for every report: what does not change the facts does not change the findings."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TypeVar

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mttq.checking import Findings, check
from mttq.codec import dumps, loads
from mttq.forms import form_of
from mttq.model import PrintedFigure
from mttq.report import Report
from mttq.testing.strategies import Corrupted, corrupted
from mttq.values import Qualifier, Quantity, Share

R = TypeVar("R")
Meaning = Callable[[Fraction], bool]
FEW = settings(max_examples=25)


def said(findings: Findings) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.message) for finding in findings)


@FEW
@given(corrupted())
def test_a_report_read_back_from_json_has_the_same_findings(case: Corrupted) -> None:
    again = loads(dumps(case.report))
    assert again == case.report
    assert check(again).to_json() == check(case.report).to_json()


@FEW
@given(corrupted(), st.data())
def test_the_order_of_statements_and_records_does_not_matter(case: Corrupted, data: st.DataObject) -> None:
    report = case.report

    def mixed(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(data.draw(st.permutations(records)))

    other = attrs.evolve(
        report,
        statements=report.statements[::-1],
        campaigns=attrs.evolve(
            report.campaigns,
            festivals=mixed(report.campaigns.festivals),
            commendations=mixed(report.campaigns.commendations),
        ),
        funds=attrs.evolve(
            report.funds, ledgers=mixed(report.funds.ledgers), gifts=mixed(report.funds.gifts)
        ),
        supervision=attrs.evolve(
            report.supervision,
            supervisions=report.supervision.supervisions[::-1],
            dialogues=report.supervision.dialogues[::-1],
        ),
    )
    assert said(check(other)) == said(check(report))


@FEW
@given(corrupted())
def test_the_order_of_the_appendices_does_not_matter(case: Corrupted) -> None:
    other = attrs.evolve(case.report, appendices=case.report.appendices[::-1])
    codes = Counter(finding.code for finding in check(case.report))
    assert Counter(finding.code for finding in check(other)) == codes


@FEW
@given(corrupted())
def test_five_may_be_spelled_05(case: Corrupted) -> None:
    spelled = tuple(
        PrintedFigure(path=cell.path, text=f"{cell.value:02d}")
        for appendix in case.report.appendices
        for cell in form_of(type(appendix)).cells(appendix)
        if isinstance(cell.value, int) and 0 < cell.value < 10
    )
    other = attrs.evolve(case.report, printed=(*spelled, *case.report.printed))
    assert said(check(other)) == said(check(case.report))


@FEW
@given(corrupted())
def test_the_language_changes_words_and_no_figure(case: Corrupted) -> None:
    for finding in check(case.report):
        figures = [
            re.findall(r"[0-9]+(?:[.,][0-9]+)*", finding.arithmetic(lang=lang)) for lang in ("vi", "en")
        ]
        assert figures[0] == figures[1]
        assert (finding.render(lang="en") == finding.render(lang="vi")) is False


ROWS = ("sessions", "conferences", "written", "dialogues")


def count(report: Report, row: str) -> int:
    value = report.value_at(f"kl62-pl2.criticism.{row}")
    assert isinstance(value, int)
    return value


@FEW
@given(corrupted(select=("CRI001",)), st.data())
def test_a_unit_that_is_split_and_added_up_again_has_the_sums_of_its_parts(
    case: Corrupted, data: st.DataObject
) -> None:
    """Two halves that are consistent add up to a whole that is, whatever the whole was reported with."""
    halves, whole = [case.report, case.report], case.report
    for row in ROWS[1:]:
        first = data.draw(st.integers(0, count(case.report, row)))
        parts = first, count(case.report, row) - first
        halves = [
            half.with_value(f"kl62-pl2.criticism.{row}.commune", part)
            for half, part in zip(halves, parts, strict=True)
        ]
    halves = [
        half.with_value("kl62-pl2.criticism.sessions.commune", sum(count(half, row) for row in ROWS[1:]))
        for half in halves
    ]
    for row in ROWS:
        added = sum(count(half, row) for half in halves)
        whole = whole.with_value(f"kl62-pl2.criticism.{row}.commune", added)
    assert [len(check(report)["CRI001"]) for report in (*halves, whole)] == [0, 0, 0]


# The algebra of intervals, against figures rounded one by one.

FIGURES = st.builds(
    Quantity,
    value=st.integers(-30, 30).map(lambda tenths: Decimal(tenths).scaleb(-1)),
    qualifier=st.sampled_from([qualifier for qualifier in Qualifier if qualifier is not Qualifier.RANGE]),
    decimals=st.just(1),
)
GRID = [Fraction(k, 200) for k in range(-700, 701)]


def rounded(exact: Fraction, decimals: int) -> set[Decimal]:
    """Round a figure as offices do: ties up, or down."""
    shown = Decimal(exact.numerator) / Decimal(exact.denominator)
    step = Decimal(1).scaleb(-decimals)
    return {shown.quantize(step, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)}


@settings(max_examples=60)
@given(FIGURES)
def test_a_quantity_admits_exactly_the_figures_that_it_may_stand_for(stated: Quantity) -> None:
    value = Fraction(stated.value)
    meanings: dict[Qualifier, Meaning] = {
        Qualifier.EXACT: lambda x: stated.value in rounded(x, 1),
        Qualifier.MORE_THAN: lambda x: x > value,
        Qualifier.AT_LEAST: lambda x: x >= value,
        Qualifier.NEARLY: lambda x: x < value,
        Qualifier.LESS_THAN: lambda x: x < value,
        Qualifier.AT_MOST: lambda x: x <= value,
        Qualifier.ABOUT: lambda x: abs(x - value) <= abs(value) / 10,
    }
    meant = meanings[stated.qualifier]
    assert [x for x in GRID if stated.admits(x)] == [x for x in GRID if meant(x)]


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_range_admits_what_lies_between_its_ends(low: int, high: int) -> None:
    assume(low <= high)
    stated = Quantity(value=Decimal(low), upper=Decimal(high), qualifier=Qualifier.RANGE)
    assert [x for x in range(40) if stated.admits(x)] == list(range(low, high + 1))


@settings(max_examples=60)
@given(FIGURES, FIGURES)
def test_bounds_hold_whatever_a_quantity_admits(one: Quantity, other: Quantity) -> None:
    """Two statements that admit a common figure have bounds that overlap."""
    for stated in (one, other):
        admitted = [x for x in GRID if stated.admits(x)]
        assert all(stated.low is None or x >= Fraction(stated.low) for x in admitted)
        assert all(stated.high is None or x <= Fraction(stated.high) for x in admitted)
    if any(one.admits(x) and other.admits(x) for x in GRID):
        lows = [Fraction(stated.low) for stated in (one, other) if stated.low is not None]
        highs = [Fraction(stated.high) for stated in (one, other) if stated.high is not None]
        assert not lows or not highs or max(lows) <= min(highs)


@settings(max_examples=60)
@given(st.integers(0, 2), st.integers(1, 400), st.data())
def test_a_percentage_admits_exactly_the_numerators_that_print_like_it(
    decimals: int, whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    printed = data.draw(st.sampled_from(sorted(rounded(Fraction(100 * part, whole), decimals))))
    share = Share(printed)
    admitted = [n for n in range(whole + 1) if share.admits(n, whole)]
    assert admitted == [n for n in range(whole + 1) if printed in rounded(Fraction(100 * n, whole), decimals)]
    assert part in admitted
    bounds = [Fraction(bound) * whole / 100 for bound in (share.low, share.high)]
    assert (admitted[0], admitted[-1]) == (max(0, ceil(bounds[0])), min(whole, floor(bounds[1])))


@pytest.mark.parametrize(("part", "whole", "only"), [(488, 946, "51.59"), (153, 946, "16.17")])
def test_a_percentage_of_a_small_whole_points_to_one_numerator(part: int, whole: int, only: str) -> None:
    assert [n for n in range(whole + 1) if Share(Decimal(only)).admits(n, whole)] == [part]
