"""Findings are made when they are read; nobody who reads them can tell."""

import gc
import pickle
from weakref import ref

import attrs
import pytest

from mttq.checking import Finding, Findings, check, check_all
from mttq.report import Report
from mttq.rules import Severity, rule
from mttq.rules._kit.identity import spot_at
from mttq.rules._kit.judgements import Breach, Suggestion
from mttq.testing import draw_report, make_report

AMISS = {
    "population.poor.households": 2000,
    "campaigns.festivals.0.areas_holding": 900,
    "kl62-pl2.criticism.sessions.commune": 31,
    "narrative": "Trường ban công tác Mặt trận.\nTrường ban công tác Mặt trận.",
}


def _wrong() -> Report:
    return draw_report(1, size=2).with_values(AMISS)


def _fields(found: Findings) -> list[dict[str, object]]:
    return [attrs.asdict(finding, recurse=False) for finding in found]


def test_what_is_read_after_the_report_is_gone_is_what_was_read_before() -> None:
    report = _wrong()
    read, unread, gone = _fields(check(report)), check(report), ref(report)
    check(make_report())  # facts of the last report are kept
    del report
    gc.collect()
    assert gone() is None
    assert _fields(unread) == read


def test_unread_findings_equal_those_that_were_read_also_when_pickled() -> None:
    report = _wrong()
    read, unread = check(report), check(report)
    assert str(read)
    assert pickle.loads(pickle.dumps(unread)).found == read.found
    assert set(check(report)) == set(read) == {attrs.evolve(finding) for finding in check(report)}
    assert [finding.fingerprint for finding in reversed(unread)] == [
        finding.fingerprint for finding in reversed(read)
    ]


@rule("QAA001", Severity.ERROR, level=1, title="Số hộ", message="số hộ là {households}")
def everywhere_wrong(report: Report) -> list[Breach]:
    """It finds something in any report."""
    del report
    path, other = "population.households", "statements.0.value"
    return [
        Breach(
            path=path,
            args={"households": 5},
            related=(other, "của tôi"),
            suggestions=(Suggestion(path=other, old=1, new=2),),
        )
    ]


def test_places_name_the_unit_only_where_several_reports_are_judged() -> None:
    report = make_report()
    other = report.place_of("statements.0.value")
    (alone,), (among,) = (
        check(report, rules=[everywhere_wrong]),
        check_all([report], rules=[everywhere_wrong]),
    )
    assert (alone.place, alone.related) == ("Dân số, Số hộ", (other, "của tôi"))
    assert among.place == f"{report.unit.address}: Dân số, Số hộ"
    assert [item.place for item in (*alone.suggestions, *among.suggestions)] == [other, among.related[0]]
    assert {alone.unit, among.unit} == {report.unit.address}


def test_a_path_leads_to_the_place_that_the_report_says() -> None:
    report = _wrong()
    paths = (
        *(figure.path for figure in report.figures()),
        *(f"{name}.0" for name in ("citations", "outline", "statements", "statements.9", "narrative")),
        *("narrative", "narrative.2", "narrative.99", "kl62-pl2", "của tôi", ""),
    )
    assert [spot_at(report, path).place for path in paths] == [report.place_of(path) for path in paths]


def test_a_finding_has_no_other_names() -> None:
    finding: Finding = check(_wrong())[0]
    with pytest.raises(AttributeError, match="placed"):
        finding.placed  # type: ignore[attr-defined]  # noqa: B018
