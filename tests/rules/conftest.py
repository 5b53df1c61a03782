"""One short way to see what a rule says about a report."""

from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

import pytest

import mttq
from mttq._samples._facts import facts_of, figures_of
from mttq.checking import Counts, Profile, check
from mttq.report import Report
from mttq.rules import PASSED, Figure, Rule, Unverifiable
from mttq.rules._kit.judgements import shown
from mttq.testing import make_report
from mttq.wording import Lang

LANGUAGES: tuple[Lang, ...] = ("vi", "en")
Outcome = str | tuple[str, ...]
Judge = Callable[..., list[Outcome]]
Count = Callable[[Rule], Counts]


def _written(figure: Figure | None) -> str:
    return "" if figure is None else shown(figure)


@pytest.fixture
def judge() -> Judge:
    """Judge the consistent sample report with some figures changed.

    Each judgement comes as "passed", "? path", "? path: blanks", or (path, facts, figures, suggestion…).
    """

    def run(rule: Rule, changes: Mapping[str, object], **parameters: object) -> list[Outcome]:
        report = make_report()
        for path, value in changes.items():
            report = report.with_value(path, value)
        profile = Profile(parameters={rule.code: parameters})
        findings = iter(check(report, rules=[rule], profile=profile))
        outcomes: list[Outcome] = []
        for judgement in rule(report, **parameters):
            if judgement is PASSED:
                outcomes.append("passed")
            elif isinstance(judgement, Unverifiable):
                report.place_of(judgement.path)
                blanks = ", ".join(judgement.blanks)
                outcomes.append(f"? {judgement.path}" + (f": {blanks}" if blanks else ""))
            else:
                finding = next(findings)
                for _, message in map(rule.words, LANGUAGES):
                    assert {name for _, name, _, _ in Formatter().parse(message) if name} == set(finding.args)
                repairs = (
                    f"{item.path}: {_written(item.old)} → {_written(item.new)}"
                    for item in finding.suggestions
                )
                outcomes.append((finding.path, facts_of(finding), figures_of(finding), *repairs))
        return outcomes

    return run


@pytest.fixture(scope="session")
def real_report() -> Report:
    """The report of a commune for 2023, slips included."""
    return mttq.load(Path(__file__).parents[2] / "examples" / "trung_son_2023.json")


@pytest.fixture
def count(real_report: Report) -> Count:
    """Count how the judgements of a rule on the real report end."""
    return lambda rule: check(real_report, rules=[rule]).counts[rule.code]
