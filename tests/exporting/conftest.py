"""A report judged by rules that end in every way a rule can end."""

from collections.abc import Iterator
from typing import Any

import pytest

from mttq.checking import Findings, Waiver, check
from mttq.model import Unit, UnitKind
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


def _words(vi: str, en: str) -> dict[str, Any]:
    return {"title": vi, "message": f"{vi}: {{value}}", "english": (en, f"{en}: {{value}}")}


@rule("TST001", Severity.ERROR, level=1, **_words("Tổng đúng", "Sum is right"))
def sum_is_right(_report: Report) -> Iterator[Judgement]:
    """Parts add up."""
    yield PASSED
    yield Breach(
        path="population.households",
        args={"value": 3},
        evidence=Evidence((Term("hộ", 3),), "=", (Term("nghèo", 4),)),
        expected=4,
        actual=3,
        related=("population.poor.households", "population.poor.households"),
        suggestions=(Suggestion(path="population.households", old=3, new=4),),
    )


@rule("TST002", Severity.WARNING, level=0, **_words("=1+1", "@cmd"))
def text_is_plain(_report: Report) -> Iterator[Judgement]:
    """Texts are no formulas."""
    yield Breach(path="unit.name", args={"value": 'a;b\t"c"\n<&>\x00'}, actual="-1.234,5")


@rule("TST003", Severity.ERROR, level=1, **_words("Đạt", "Passed"))
def passes(_report: Report) -> Iterator[Judgement]:
    """It passes, though a part could not be judged."""
    yield PASSED
    yield Unverifiable("unit.code")


@rule("TST004", Severity.ERROR, level=1, **_words("Thiếu", "Missing"))
def lacks_figures(_report: Report) -> Iterator[Judgement]:
    """It lacks figures."""
    yield Unverifiable("unit.code")


@rule("TST005", Severity.ERROR, level=1, **_words("Đã giải trình", "Explained"))
def is_accepted(_report: Report) -> Iterator[Judgement]:
    """It is waived."""
    yield Breach(path="title", args={"value": "+"})
    yield Breach(path="subject", args={"value": "-"})


@rule("TST006", Severity.ERROR, level=1, **_words("Riêng", "Own"))
def is_unknown(_report: Report) -> Iterator[Judgement]:
    """A rule of the caller's own that found nothing."""
    yield PASSED


@pytest.fixture
def findings() -> Findings:
    """What the rules say; CRI001 does not apply."""
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    return check(
        Report(unit=unit, title="Báo cáo"),
        rules=[sum_is_right, text_is_plain, passes, lacks_figures, is_accepted, is_unknown, RULES["CRI001"]],
        waivers=[Waiver(code="TST005", reason="=đã giải trình")],
    )
