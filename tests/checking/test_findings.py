"""Findings add up, and are filtered by what they are, whose and where; nothing is lost."""

from collections.abc import Iterator
from functools import reduce
from operator import add
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.checking import Counts, Findings, Missing, check, check_all
from mttq.errors import CodeError, PathError
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rules import PASSED, Breach, Judgement, Severity, Unverifiable, rule
from mttq.testing import make_report

SESSIONS = "kl62-pl2.criticism.sessions.commune"
WORDS: dict[str, Any] = {"title": "Thử", "message": "Thử"}
WRONG = (
    make_report()
    .with_value(SESSIONS, 31)
    .with_value("population.persons", 35_680)
    .with_value("population.villages", None)
)


@rule("TST1", Severity.INFO, level=1, **WORDS)
def one(report: Report) -> Iterator[Judgement]:
    """One of each."""
    yield PASSED
    yield Unverifiable("population.villages")
    yield Breach(path="title")


@rule("TST10", Severity.ERROR, level=1, **WORDS)
def ten(report: Report) -> Iterator[Judgement]:
    """One breach at a place of its own."""
    yield Breach(path="sổ họp")
    yield Breach(path="population.households")


FOUND = check(WRONG, rules=[one, ten])
ACCEPTED = check(WRONG, rules=[one, ten], waivers={"TST1": "đã rõ"})
REAL = check(WRONG)
TWO = check_all(
    [WRONG, attrs.evolve(WRONG, unit=Unit(kind=UnitKind.COMMUNE, name="Hòa Bình"))], rules=[one, ten]
)


def kept(findings: Findings) -> list[str]:
    return [f"{item.code} {item.path}" for item in (*findings, *findings.waived)]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, ["TST10 sổ họp", "TST10 population.households", "TST1 title"]),
        ({"severity": "info"}, ["TST1 title"]),
        ({"severity": Severity.ERROR}, ["TST10 sổ họp", "TST10 population.households"]),
        ({"severity": ["info", Severity.ERROR], "path": "title"}, ["TST1 title"]),
        ({"severity": []}, []),
        ({"least": "info"}, ["TST10 sổ họp", "TST10 population.households", "TST1 title"]),
        ({"least": "warning"}, ["TST10 sổ họp", "TST10 population.households"]),
        ({"least": Severity.ERROR, "severity": "info"}, []),
        ({"least": "never"}, []),
        ({"select": "TST1"}, ["TST1 title"]),
        ({"select": ["tst"], "ignore": "TST10"}, ["TST1 title"]),
        ({"select": "TS, TST10", "ignore": "TST1"}, ["TST10 sổ họp", "TST10 population.households"]),
        ({"select": "CRI"}, []),
        ({"path": "population"}, ["TST10 population.households"]),
        ({"path": "/population.households"}, ["TST10 population.households"]),
        ({"path": "population.house"}, None),
        ({"path": "sổ họp"}, ["TST10 sổ họp"]),
        ({"path": "funds"}, []),
        ({"unit": "Xã MẪU,  huyện Mẫu", "select": "TST1"}, ["TST1 title"]),
        ({"unit": WRONG.unit, "path": "title"}, ["TST1 title"]),
        ({"unit": "xã Mẫu"}, []),
    ],
)
@pytest.mark.parametrize("findings", [FOUND, ACCEPTED], ids=["found", "waived"])
def test_findings_and_waived_ones_are_kept_when_nothing_else_is_asked_for(
    findings: Findings, asked: dict[str, Any], left: list[str] | None
) -> None:
    if left is None:
        with pytest.raises(PathError, match=r"có phải “population\.households”"):
            findings.where(**asked)
    else:
        assert kept(findings.where(**asked)) == left


def test_counts_and_missing_say_how_the_judgements_of_the_selected_rules_ended() -> None:
    both = {"TST1": Counts(passed=1, failed=1, not_verifiable=1), "TST10": Counts(failed=2)}
    assert FOUND.errors.counts == FOUND.where(path="title").counts == FOUND.waived.counts == both
    assert FOUND.where(ignore="TST1").counts == {"TST10": Counts(failed=2)}
    villages = {"TST1": (Missing("population.villages", "xã Mẫu, huyện Mẫu"),)}
    assert FOUND.errors.missing == FOUND.where(path="population").missing == villages
    assert FOUND.where(path="title").missing == FOUND.where(select="TST10").missing == {}
    assert FOUND.where(unit="xã Hòa Bình").missing == {}


def test_findings_of_several_units_name_their_unit() -> None:
    assert [item.unit for item in TWO.where(unit="xã Hòa Bình", select="TST1")] == ["xã Hòa Bình"]
    assert TWO.where(unit="xã Hòa Bình").missing["TST1"][0].unit == "xã Hòa Bình"


@pytest.mark.parametrize("findings", [FOUND, ACCEPTED, REAL, TWO])
def test_each_finding_is_of_one_severity_one_family_and_selected_or_ignored(findings: Findings) -> None:
    by_severity = (*findings.errors, *findings.warnings, *findings.infos)
    assert by_severity == findings.found
    families = dict.fromkeys(item.rule.family for item in findings)
    assert sorted(map(repr, findings)) == sorted(repr(item) for one in families for item in findings[one])
    for name in (*families, *(item.code for item in findings), "CRI"):
        halves = findings.where(select=name) + findings.where(ignore=name)
        assert halves == findings


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        ({"severity": "eror"}, ValueError, "không có mức độ 'eror'; có phải “error”?"),
        ({"least": "grave"}, ValueError, "không có mức độ 'grave'; chọn một trong: error, warning, info"),
        ({"select": "CRI9"}, CodeError, "không có quy tắc nào mã 'CRI9'; có phải “CRI”?"),
        ({"ignore": ["TTS"]}, CodeError, "không có quy tắc nào mã 'TTS'; có phải “TST”?"),
        ({"select": 5}, TypeError, "select phải gồm các mã quy tắc, không phải 5"),
        (
            {"path": "population.housholds"},
            PathError,
            "không có “population.housholds”; có phải “population.households”?",
        ),
    ],
)
def test_a_filter_that_matches_nothing_is_refused(
    asked: dict[str, Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error) as caught:
        FOUND.where(**asked)
    assert str(caught.value) == told


def test_an_index_is_a_finding_and_anything_else_is_findings() -> None:
    assert FOUND[0] == FOUND.found[0]
    assert (type(FOUND[:2]), FOUND[:2].found) == (Findings, FOUND.found[:2])
    assert FOUND["TST1"].found == FOUND.found[2:]  # the code of a rule is no beginning
    assert FOUND["TST"] == FOUND
    assert FOUND["TST10,TST1"] == FOUND
    assert ACCEPTED["TST1"].waived.found == ACCEPTED.waived.found


@st.composite
def drawn(draw: st.DrawFn) -> Findings:
    """Draw parts of real results, in any order, with counts of their own."""
    whole = draw(st.sampled_from([FOUND, ACCEPTED, REAL, TWO]))
    codes = draw(st.lists(st.sampled_from(sorted(whole.counts)), max_size=3))
    return Findings(
        found=draw(st.permutations(whole.found))[: draw(st.integers(0, 4))],
        waived=draw(st.permutations(whole.waived.found))[: draw(st.integers(0, 4))],
        counts={code: whole.counts[code] for code in codes},
        missing={code: whole.missing[code] for code in codes if code in whole.missing},
    )


@settings(max_examples=60)
@given(st.lists(drawn(), max_size=4))
def test_findings_add_up_in_any_order_and_nothing_is_lost(parts: list[Findings]) -> None:
    whole = sum(parts, Findings())
    for cut in range(len(parts)):
        assert sum(parts[:cut], Findings()) + sum(parts[cut:], Findings()) == whole
        assert Findings() + parts[cut] == parts[cut] == parts[cut] + Findings()
    assert sorted(map(repr, whole.found)) == sorted(repr(item) for part in parts for item in part.found)
    assert len(whole.waived) == sum(len(part.waived) for part in parts)
    every = {code for part in parts for code in part.counts}
    assert whole.counts == {
        code: reduce(add, (part.counts[code] for part in parts if code in part.counts)) for code in every
    }
    lacked: dict[str, list[Missing]] = {code: [] for part in parts for code in part.missing}
    for part in parts:
        for code, items in part.missing.items():
            lacked[code] += items
    assert {code: list(items) for code, items in whole.missing.items()} == lacked
    assert [item.severity for item in whole] == sorted((item.severity for item in whole), reverse=True)


def test_adding_checks_of_two_reports_is_checking_both() -> None:
    other = attrs.evolve(WRONG, unit=Unit(kind=UnitKind.COMMUNE, name="Hòa Bình"))
    added = check(WRONG, select="CRI,UNI009") + check(other, select="CRI,UNI009")
    together = check_all([WRONG, other], select="CRI,UNI009")
    assert [(item.code, item.unit) for item in added] == [(item.code, item.unit) for item in together]
    assert added.counts == together.counts
