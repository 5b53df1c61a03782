"""Consistent reports by construction, one planted fault, and values that the notation can write."""

import importlib
import sys

import pytest
from hypothesis import find, given, settings
from hypothesis.errors import InvalidArgument

from mttq import vi
from mttq._samples._drawn import report_by
from mttq._samples._faults import FAULTS, Fault
from mttq._samples._together import TOGETHER
from mttq.checking import check
from mttq.report import Report
from mttq.rules import RULES, Scope
from mttq.testing import draw_report
from mttq.testing.strategies import (
    Corrupted,
    corrupted,
    documents,
    partial_dates,
    periods,
    quantities,
    reports,
    shares,
)
from mttq.values import DocumentRef, PartialDate, Period, Quantity, Share

FEW = settings(max_examples=60)
SAMPLE = draw_report(62)
ENDS = (report_by(min), report_by(max))  # always the least number, always the greatest


@FEW
@given(reports())
def test_every_rule_is_silent_on_a_report_that_is_consistent_by_construction(report: Report) -> None:
    assert [finding.code for finding in check(report)] == []


@FEW
@given(corrupted())
def test_the_rule_of_the_planted_fault_fires(case: Corrupted) -> None:
    assert check(case.report, select=(case.code,))[case.code], case.fault


@pytest.mark.parametrize(("sample", "size"), [(SAMPLE, 1), (ENDS[0], 9), (ENDS[1], 9)])
@pytest.mark.parametrize("fault", [*FAULTS, *TOGETHER], ids=lambda fault: f"{fault.code} {fault.name}")
def test_each_fault_of_any_size_is_found_and_nothing_without_it(
    fault: Fault, sample: Report, size: int
) -> None:
    """The rule judges what is right, too; those on the check itself have nothing to judge in it."""
    rule = RULES[fault.code]
    right, wrong = fault.right(sample).judged_by(rule), fault.wrong(sample, size).judged_by(rule)
    assert not right[fault.code]
    assert rule.scope is Scope.RUN or right.counts[fault.code].passed
    assert wrong[fault.code]


@pytest.mark.parametrize(
    ("table", "scopes"), [(FAULTS, [Scope.REPORT]), (TOGETHER, [Scope.BATCH, Scope.RUN])]
)
def test_each_rule_has_a_fault_in_the_table_of_its_scope(
    table: tuple[Fault, ...], scopes: list[Scope]
) -> None:
    codes = [fault.code for fault in table]
    assert codes == sorted(codes)
    assert set(codes) == {rule.code for rule in RULES if rule.scope in scopes}


@FEW
@given(corrupted(select=("CRI", "ORG001")))
def test_faults_are_chosen_by_prefixes_of_codes(case: Corrupted) -> None:
    assert case.code[:3] in ("CRI", "ORG")
    assert case.code != "ORG002"


def test_a_choice_of_no_fault_is_refused() -> None:
    with pytest.raises((ValueError, InvalidArgument), match="không có lỗi mẫu nào cho XYZ"):
        find(corrupted(select=("CRI", "XYZ")), bool)


@FEW
@given(corrupted(select="CRI001"))
def test_a_single_code_may_be_given(case: Corrupted) -> None:
    assert case.code == "CRI001"


@given(quantities())
def test_quantities_are_written_and_read_back(quantity: Quantity) -> None:
    assert vi.parse_quantity(vi.format_quantity(quantity)) == quantity


@given(shares())
def test_percentages_are_written_and_read_back(share: Share) -> None:
    assert vi.parse_percent(vi.format_percent(share)) == share


@given(periods())
def test_periods_are_written_and_read_back(period: Period) -> None:
    assert vi.parse_period(vi.format_period(period)) == period


@given(partial_dates())
def test_partial_dates_have_a_text_that_reads_back(date: PartialDate) -> None:
    assert PartialDate.from_iso(date.iso) == date


@given(documents())
def test_documents_are_cited_in_full(document: DocumentRef) -> None:
    assert document.symbol is not None
    assert document.date is not None
    assert document.flags == ()
    assert vi.parse_document(document.raw) == document


def test_without_hypothesis_the_strategies_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "mttq.testing.strategies")

    with pytest.raises(ImportError, match=r"cần hypothesis: pip install 'mttq\[test\]'"):
        importlib.import_module("mttq.testing.strategies")
