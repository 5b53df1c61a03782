"""Facts are found once for a report and the other arguments, and forgotten with it."""

import gc
from weakref import ref

import pytest

from mttq.report import Report
from mttq.rules._kit.once import once
from mttq.testing import make_report


class Fact:
    """What a function finds; a weak reference shows whether it is still remembered."""


def test_a_fact_is_found_once_for_each_report_and_question() -> None:
    asked: list[tuple[str, str]] = []

    @once
    def find(report: Report, subject: str) -> str:
        asked.append((report.title, subject))
        return f"{report.title}/{subject}"

    one, other = make_report(title="Một"), make_report(title="Hai")
    assert [find(one, "a"), find(one, "a"), find(one, "b")] == ["Một/a", "Một/a", "Một/b"]
    assert [find(other, "a"), find(one, "a")] == ["Hai/a", "Một/a"]
    assert asked == [("Một", "a"), ("Một", "b"), ("Hai", "a"), ("Một", "a")]


def test_equal_reports_are_two() -> None:
    find = once(lambda _report: Fact())
    assert find(make_report()) is not find(make_report())


def test_facts_are_forgotten_with_their_report() -> None:
    find, report = once(lambda _report: Fact()), make_report()
    fact = ref(find(report))
    assert fact() is not None
    del report
    gc.collect()
    assert fact() is None


def test_what_could_not_be_found_is_looked_for_again() -> None:
    answers: list[int] = []
    find, report = once(lambda _report: answers.pop()), make_report()
    with pytest.raises(IndexError):
        find(report)
    answers.append(1)
    assert [find(report), find(report)] == [1, 1]
