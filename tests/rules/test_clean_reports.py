"""Reports that are in order are not accused: no error, no warning, and few notices."""

import datetime as dt
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from mttq.checking import PROFILES, check
from mttq.codec import dumps, loads
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.report import Report
from mttq.rules import Severity
from mttq.values import Tier

CLEAN: dict[str, Report] = run_path(str(Path(__file__).with_name("clean_reports.py")))["CLEAN"]
MERGED = dt.date(2025, 7, 1)


def test_they_are_of_all_kinds() -> None:
    def among(*marks: Any) -> int:
        return sum(all(mark(report) for mark in marks) for report in CLEAN.values())

    def has(*forms: type) -> Any:
        return lambda report: {type(item) for item in report.appendices} == set(forms)

    assert len(CLEAN) >= 20
    for tier in (Tier.COMMUNE, Tier.DISTRICT, Tier.PROVINCE):
        assert among(lambda report, tier=tier: report.unit.tier is tier) >= 3
    for later in (False, True):
        assert among(lambda report, later=later: (report.header.date >= MERGED) is later) >= 5
    both = has(ImplementationAppendix, ParticipationAppendix)
    assert (among(both) >= 4, among(has()) >= 5) == (True, True)
    assert (among(has(ImplementationAppendix)) >= 1, among(has(ParticipationAppendix)) >= 2) == (True, True)


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_clean_report_is_not_accused(name: str, profile: str) -> None:
    findings = check(CLEAN[name], profile=profile)
    accused = [item for item in findings if item.severity > Severity.INFO]
    assert [item.explain() for item in accused] == []
    assert len(findings.infos) <= 2


def test_there_are_few_notices() -> None:
    assert sum(len(check(report).infos) for report in CLEAN.values()) <= len(CLEAN) / 4


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_report_is_a_file(name: str) -> None:
    assert loads(dumps(CLEAN[name])) == CLEAN[name]
