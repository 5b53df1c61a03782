"""A rule judges in one place, and whatever it does wrong ends there."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from mttq.checking import Profile, check
from mttq.repairs import assure, localise
from mttq.report import Report
from mttq.rules import PASSED, Breach, Judgement, Rule, Severity, Suggestion, Unverifiable, Verdict, rule
from mttq.testing import assert_consistent, make_report, run_rule

REPORT = make_report()
TITLE, HOUSEHOLDS = Breach(path="title"), Unverifiable("population.households")


def made(*judgements: Any, message: str = "Sai", english: tuple[str, str] | None = None) -> Rule:
    """Make a rule that yields judgements, and raises those that are errors."""

    def yields(report: Report) -> Iterator[Any]:
        """Say it all.

        Wrong: nothing.
        Right: nothing.
        """
        for judgement in judgements if report.title == REPORT.title else ():
            if isinstance(judgement, BaseException):
                raise judgement
            yield judgement

    return rule("TST001", Severity.WARNING, level=1, title="Thử", message=message, english=english)(yields)


@pytest.mark.parametrize(
    ("judgements", "verdict", "applies", "judged"),
    [
        ((), Verdict(), False, 0),
        ((PASSED, PASSED), Verdict(2), True, 2),
        ((HOUSEHOLDS,), Verdict(0, (), (HOUSEHOLDS,)), True, 0),
        ((TITLE, PASSED, HOUSEHOLDS, TITLE), Verdict(1, (TITLE, TITLE), (HOUSEHOLDS,)), True, 3),
    ],
)
def test_a_verdict_holds_all_judgements(
    judgements: tuple[Judgement, ...], verdict: Verdict, applies: bool, judged: int
) -> None:
    found = made(*judgements).verdict(REPORT)
    assert (found, found.error, found.traceback) == (verdict, "", "")
    assert (found.applies, found.judged) == (applies, judged)
    assert found.paths == ({"title": len(verdict.breaches)} if verdict.breaches else {})


def test_a_breach_does_not_depend_on_its_suggestions() -> None:
    suggestion = Suggestion(path="title", old=1, new=2)
    verdict = Verdict(breaches=(Breach(path="title", args={"n": 1}, suggestions=(suggestion,)),))
    assert not verdict.lacks(Breach(path="title", args={"n": 1}))
    assert verdict.lacks(Breach(path="title", args={"n": 2}))


class SpeechlessError(Exception):
    def __str__(self) -> str:
        raise ZeroDivisionError


FAULTS: list[tuple[Rule, str]] = [
    (made(SystemExit(0)), "SystemExit: 0"),
    (made(ZeroDivisionError("a b")), "ZeroDivisionError: a b"),
    (made(SpeechlessError()), "SpeechlessError: <exception str() failed>"),
    *(
        (made(other), f"DeclarationError: TST001: {shown} không phải PASSED, Unverifiable hay Breach")
        for other, shown in (
            (None, "None"),
            (True, "True"),
            ("TST001", "'TST001'"),
            (PASSED.value, "'passed'"),
            ("x" * 16_000, "'" + "x" * 58 + "…"),
        )
    ),
    *(
        (made(judgement), f"DeclarationError: TST001: {told}")
        for judgement, told in (
            (
                Breach(path="population.housholds"),
                "không có “population.housholds”; có phải “population.households”?",
            ),
            (
                Unverifiable("populaton.households"),
                "không có “populaton.households”; có phải “population.households”?",
            ),
            (Breach(path="title", related=("narative",)), "không có “narative”; có phải “narrative”?"),
            (
                Breach(path="title", suggestions=(Suggestion(path="unit.nam", old=1, new=2),)),
                "không có “unit.nam”; có phải “unit.name”?",
            ),
            (Breach(path=None), "Breach.path phải là chuỗi (str), không phải None"),  # type: ignore[arg-type]
            (Unverifiable(5), "Unverifiable.path phải là chuỗi (str), không phải 5"),  # type: ignore[arg-type]
            (
                Unverifiable("title", ("narative",)),
                "không có “narative”; có phải “narrative”?",
            ),
        )
    ),
    (
        made(Breach(path="title", args={"a": 1}), message="{a} {b}"),
        "DeclarationError: TST001: câu báo cần 'b', args của Breach không có",
    ),
    (
        made(TITLE, english=("Name", "{c}")),
        "DeclarationError: TST001: câu báo cần 'c', args của Breach không có",
    ),
    (
        made(Breach(path="title", args={"a": 1.5}), message="{a}"),  # type: ignore[dict-item]
        "DeclarationError: TST001: number: cần số nguyên hoặc số thập phân hữu hạn (Decimal); "
        "đã nhận 1.5 (float)",
    ),
]


@pytest.mark.parametrize(("faulty", "error"), FAULTS, ids=[error[:60] for _, error in FAULTS])
def test_the_same_mistake_of_a_rule_gives_the_same_answer_everywhere(faulty: Rule, error: str) -> None:
    verdict = faulty.verdict(REPORT)
    assert (verdict.error, verdict.applies) == (error, True)
    (finding,) = check(REPORT, rules=[faulty, fine])
    assert (finding.code, finding.path, finding.args["error"]) == ("MTQ999", "TST001", error)
    assert finding.traceback == verdict.traceback
    assert "test_verdicts.py" in finding.traceback or "rule.py" in finding.traceback
    with pytest.raises(AssertionError) as caught:
        assert_consistent(REPORT, rules=[faulty])
    assert f"{finding.explain()}\nTraceback (most recent call last):\n" in str(caught.value)
    assert str(caught.value).splitlines()[-1].endswith(error)
    assert [(item.code, item.path) for item in run_rule(faulty, REPORT)] == [("MTQ999", "TST001")]
    for found in (localise(REPORT, rules=[faulty, fine]), assure(REPORT, rules=[faulty, fine])):
        assert found.crashed == {"TST001": error}
        shown = [row for table in found.tables() for row in table.rows]
        assert any("TST001" in row[0] and error in row for row in shown)
    assert check(REPORT, rules=[faulty, fine]).counts["TST002"].passed == 1


@rule("TST002", Severity.INFO, level=1, title="Ổn", message="Ổn")
def fine(report: Report) -> Iterator[Judgement]:
    """All is well.

    Wrong: nothing.
    Right: all.
    """
    yield PASSED


def test_what_a_rule_judged_before_it_broke_down_stays() -> None:
    verdict = made(PASSED, TITLE, HOUSEHOLDS, KeyError("x"), PASSED).verdict(REPORT)
    assert (verdict.passed, verdict.breaches, verdict.unverifiable) == (1, (TITLE,), (HOUSEHOLDS,))
    assert verdict.error == "KeyError: 'x'"


@pytest.mark.parametrize("judge", [lambda _: None, lambda _: 7])
def test_a_rule_that_yields_nothing_at_all_breaks_down(judge: Callable[[Report], Iterable[Any]]) -> None:
    judge.__doc__ = "Wrong: nothing."
    words: dict[str, Any] = {"title": "Thử", "message": "Thử"}
    assert (
        rule("TST003", Severity.INFO, level=1, **words)(judge).verdict(REPORT).error.startswith("TypeError: ")
    )


def test_parameters_are_those_of_the_profile() -> None:
    @rule("TST004", Severity.INFO, level=1, title="Thử", message="Có {n}")
    def counts(report: Report, *, n: int = 1) -> Iterator[Judgement]:
        """Count."""
        yield Breach(path="title", args={"n": n})

    assert [counts.verdict(REPORT, given).breaches[0].args for given in (None, {}, {"n": 5})] == [
        {"n": 1},
        {"n": 1},
        {"n": 5},
    ]
    assert (
        check(REPORT, rules=[counts], profile=Profile(parameters={"TST004": {"n": 7}}))[0].message == "Có 7"
    )
