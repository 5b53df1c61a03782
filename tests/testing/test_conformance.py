"""The conformance suite: mttq itself does what it asks of ports."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from mttq import vi
from mttq.checking import Profile, check
from mttq.codec import dumps, loads
from mttq.codec._converter import reader_of
from mttq.errors import MttqError
from mttq.findings import Waiver
from mttq.rules import RULES, Scope
from mttq.testing import conformance_cases, make_report
from mttq.testing._conformance import _whole
from mttq.values import DocumentRef, Pair, PartialDate, Period, Quantity, Share

SUITES = ("numbers", "money", "dates", "documents", "words", "sorting", "quantities")


def reader(known: type) -> Callable[[Any], Any]:
    """Read a value as it stands in a report's file."""
    return lambda json_value: reader_of(known)(json_value, known)


def period(json_value: Any) -> Any:
    return reader(PartialDate if isinstance(json_value, str) else Period)(json_value)


def document(json_value: Any) -> Any:
    return reader(DocumentRef)({"raw": "", **json_value})


def spans(found: Callable[[str], Any]) -> Callable[[str], list[str]]:
    return lambda text: [text[start:end] for _, (start, end) in found(text)]


def dated_spans(text: str) -> list[list[str]]:
    return [[found.iso, text[start:end]] for found, (start, end) in vi.find_dates(text)]


def parsed_document(text: str) -> Any:
    found = vi.parse_document(text)
    assert found.raw in text
    return DocumentRef(**{name: getattr(found, name) for name in DOCUMENT_FIELDS}, raw="")


DOCUMENT_FIELDS = (
    "kind",
    "title",
    "number",
    "year",
    "symbol",
    "issuer",
    "term",
    "date",
    "candidates",
    "flags",
)


def same(value: Any) -> Any:
    return value


CALLS: dict[str, tuple[Callable[..., Any], tuple[Callable[[Any], Any], ...], Callable[[Any], Any]]] = {
    "parse_number": (vi.parse_number, (same,), Decimal),
    "format_number": (vi.format_number, (Decimal,), same),
    "parse_percent": (vi.parse_percent, (same,), lambda text: Share(Decimal(text))),
    "format_percent": (vi.format_percent, (same, same), same),
    "share_admits": (Share.admits, (lambda text: Share(Decimal(text)), same, same), same),
    "parse_money": (vi.parse_money, (same,), same),
    "format_money": (vi.format_money, (same,), same),
    "money_to_words": (vi.money_to_words, (same,), same),
    "parse_date": (vi.parse_date, (same,), dt.date.fromisoformat),
    "format_date": (vi.format_date, (dt.date.fromisoformat,), same),
    "parse_period": (vi.parse_period, (same,), period),
    "format_period": (vi.format_period, (period,), same),
    "find_dates": (dated_spans, (same,), same),
    "parse_document": (parsed_document, (same,), document),
    "format_document": (vi.format_document, (document,), same),
    "find_documents": (spans(vi.find_documents), (same,), same),
    "number_to_words": (vi.number_to_words, (Decimal,), same),
    "words_to_number": (vi.words_to_number, (same,), same),
    "sort": (lambda texts: sorted(texts, key=vi.sort_key), (same,), same),
    "sort_names": (lambda texts: sorted(texts, key=vi.name_sort_key), (same,), same),
    "parse_quantity": (vi.parse_quantity, (same,), reader(Quantity)),
    "format_quantity": (vi.format_quantity, (reader(Quantity),), same),
    "quantity_admits": (Quantity.admits, (reader(Quantity), Decimal), same),
    "parse_pair": (vi.parse_pair, (same,), reader(Pair)),
    "find_quantities": (spans(vi.find_quantities), (same,), same),
}


@pytest.mark.parametrize("suite", SUITES)
def test_notation_is_read_and_written_as_the_suite_says(suite: str) -> None:
    """One test for each suite: a thousand small cases, and a list of those that differ."""
    differ = []
    for case in conformance_cases(suite):
        assert case.keys() <= {"call", "with", "options", "gives", "refused"}
        call, readers, expected = CALLS[str(case["call"])]
        arguments: Any = case["with"]
        options: Any = case.get("options", {})
        given = [read(argument) for read, argument in zip(readers, arguments, strict=True)]
        try:
            gives = call(*given, **options)
        except (MttqError, ValueError):
            right = case.get("refused") is True
        else:
            right = "gives" in case and gives == expected(case["gives"])
        if not right:
            differ.append(case)
    assert differ == []


@pytest.mark.parametrize(
    "case", conformance_cases("rules"), ids=lambda case: f"{case['rule']}-{case['state']}-{case['case']}"
)
def test_a_rule_ends_as_the_suite_says(case: dict[str, Any]) -> None:
    report = loads(json.dumps(case["report"]))
    waivers = [Waiver(**waiver) for waiver in case.get("waivers", ())]
    findings = check(report, profile=Profile(select=(case["rule"],)), waivers=waivers)
    counts = findings.counts[case["rule"]]
    ends = {
        "failed": bool(findings[case["rule"]]),
        "waived": bool(findings.waived) and not findings[case["rule"]],
        "not_verifiable": not counts.failed and counts.not_verifiable > 0,
        "passed": not counts.failed and not counts.not_verifiable and counts.passed > 0,
        "not_applicable": counts.not_applicable > 0,
    }
    assert [state for state, ended in ends.items() if ended] == [case["state"]]
    paths = [finding.path for finding in (*findings[case["rule"]], *findings.waived)]
    assert paths == case.get("findings", [])


def test_each_rule_that_can_fail_in_one_report_has_a_passing_a_failing_and_a_waived_case() -> None:
    """APP005 judges the official form alone; few rules judge what the suite's report does not state."""
    states: dict[str, set[object]] = {}
    for case in conformance_cases("rules"):
        states.setdefault(str(case["rule"]), set()).add(case["state"])
    assert states.pop("APP005") == {"not_applicable"}
    assert set(states) == {rule.code for rule in RULES if rule.scope is Scope.REPORT} - {"APP005"}
    assert {code for code, known in states.items() if not {"failed", "waived"} <= known} == set()
    assert {code for code, known in states.items() if "passed" not in known} == {"ORG011", "PER005", "UNI006"}


def test_the_suite_is_large_and_no_case_stands_twice() -> None:
    cases = [
        json.dumps(case, sort_keys=True) for suite in (*SUITES, "rules") for case in conformance_cases(suite)
    ]
    assert len(cases) == len(set(cases)) >= 1000


def test_a_suite_that_is_not_there_is_refused_with_the_names_of_those_that_are() -> None:
    with pytest.raises(
        ValueError, match="không có bộ 'text'; có dates, documents, money, numbers, quantities, rules"
    ):
        conformance_cases("text")


def test_a_patch_adds_removes_and_replaces_and_leaves_the_report_alone() -> None:
    base = {"a": [1, 2], "b": {"c": 3}}
    patch = [
        {"op": "add", "path": "/a/-", "value": 9},
        {"op": "add", "path": "/a/0", "value": 0},
        {"op": "remove", "path": "/a/1"},
        {"op": "replace", "path": "/a/0", "value": 7},
        {"op": "add", "path": "/b/d", "value": 4},
        {"op": "remove", "path": "/b/c"},
    ]
    assert _whole({"patch": patch}, base) == {"report": {"a": [7, 2, 9], "b": {"d": 4}}}
    assert base == {"a": [1, 2], "b": {"c": 3}}
    whole = json.loads(dumps(make_report()))
    assert _whole({"patch": [{"op": "replace", "path": "", "value": whole}]}, base) == {"report": whole}
