"""The conformance suite: mttq itself does what it asks of ports."""

import datetime as dt
import inspect
import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from mttq import vi
from mttq._samples._cases import Case
from mttq.checking import Findings, Waiver
from mttq.codec import dumps, loads
from mttq.codec._converter import reader_of
from mttq.errors import MttqError
from mttq.model import Unit
from mttq.rules import RULES, Rule, Scope
from mttq.testing import conformance_cases, make_report
from mttq.testing._conformance import _whole
from mttq.values import DocumentRef, Pair, PartialDate, Period, Quantity, Share

SUITES = ("numbers", "money", "dates", "documents", "words", "sorting", "quantities")


def reader(known: type) -> Callable[[Any], Any]:
    """Read a value as a report file holds it."""
    return lambda json_value: reader_of(known)(json_value, known)


def period(json_value: Any) -> Any:
    return reader(PartialDate if isinstance(json_value, str) else Period)(json_value)


def document(json_value: Any) -> Any:
    return reader(DocumentRef)({"raw": "", **json_value})


def spans(found: Callable[..., Any]) -> Callable[..., list[str]]:
    return lambda text, **options: [text[start:end] for _, (start, end) in found(text, **options)]


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


STATES = ("passed", "failed", "waived", "not_verifiable", "not_applicable")
RULE_CASES: tuple[dict[str, Any], ...] = conformance_cases("rules")


def given(case: dict[str, Any]) -> Case:
    """Read what is given to a check."""
    read_unit, read_waiver = reader(Unit), reader(Waiver)
    reports, previous = (
        tuple(loads(json.dumps(report)) for report in found)
        for found in (case.get("reports") or [case["report"]], case.get("previous", []))
    )
    return Case(
        reports=reports,
        previous=previous,
        units=tuple(map(read_unit, case.get("units", []))),
        waivers=tuple(map(read_waiver, case.get("waivers", []))),
    )


def ends(rule: Rule, findings: Findings) -> list[str]:
    """Return the states in which a rule may end; rules on the check itself are not counted."""
    found = bool(findings[rule.code])
    if rule.scope is Scope.RUN:
        return ["failed" if found else "passed"]
    counts = findings.counts[rule.code]
    known = {
        "failed": found,
        "waived": bool(findings.waived) and not found,
        "not_verifiable": not counts.failed and counts.not_verifiable > 0,
        "passed": not counts.failed and not counts.not_verifiable and counts.passed > 0,
        "not_applicable": counts.not_applicable > 0,
    }
    return [state for state, ended in known.items() if ended]


@pytest.mark.share(3)
@pytest.mark.parametrize(
    "case", RULE_CASES, ids=lambda case: f"{case['rule']}-{case['state']}-{case['case']}"
)
def test_a_rule_ends_as_the_suite_says(case: dict[str, Any]) -> None:
    rule = RULES[case["rule"]]
    findings = given(case).judged_by(rule)
    assert ends(rule, findings) == [case["state"]]
    told = [
        {"unit": finding.unit, "path": finding.path} if rule.scope is Scope.BATCH else finding.path
        for finding in (*findings[rule.code], *findings.waived)
        if finding.code == rule.code
    ]
    assert told == case.get("findings", [])


ON_THE_CHECK = "judges how a check went, which is not counted and not waived"
BLANK = "judges what stands there; a blank leaves it nothing to judge"
ALWAYS = "judges each report, for each has a unit and ought to have a head and a signature"
NO_FILE = "needs a rule that breaks down, which no file can hold"
UNREACHABLE = {
    ("not_applicable", ALWAYS): "DOC008 DOC009 UNI003 XRP006",
    ("not_applicable", ON_THE_CHECK): "MTQ900 MTQ901",
    ("not_verifiable", ON_THE_CHECK): "MTQ900 MTQ901",
    ("waived", ON_THE_CHECK): "MTQ900 MTQ901",
    ("not_verifiable", BLANK): (
        "AGG002 AGG004 AGG007 AGG011 AGG013 APP001 APP002 APP004 APP006 APP007 APP009 APP011 APP016 APP017 "
        "APP018 APP019 APP020 APP021 APP022 CAM001 CAM005 CAM007 CRI014 DOC001 DOC002 DOC003 DOC006 DOC007 "
        "DOC008 DOC012 DOC013 DOC014 DOC015 FND010 FND012 FND015 FND018 FND020 MEM004 MEM007 ORG003 ORG013 "
        "PER004 PER008 PER009 PER010 SUP002 TRD001 TRD002 TRD004 TRD005 TRD006 TRD008 TRD010 TRD012 TXT001 "
        "TXT002 TXT003 TXT004 TXT006 TXT007 TXT008 TXT009 TXT010 TXT012 TXT013 UNI011 UNI012 UNI014 UNI015 "
        "XRP001 XRP003 XRP004 XRP006 XRP007 XRP008"
    ),
    **{(state, NO_FILE): "MTQ999" for state in STATES},
}


def test_each_rule_has_cases_of_each_state_that_it_can_reach() -> None:
    """Two at least in which it passes and in which it fails; what is missing is missing for a reason."""
    counts = Counter((case["rule"], case["state"]) for case in RULE_CASES)
    least = dict.fromkeys(STATES, 1) | {"passed": 2, "failed": 2}
    missing = {
        (rule.code, state) for rule in RULES for state in STATES if counts[rule.code, state] < least[state]
    }
    unreachable = [(code, state) for (state, _), codes in UNREACHABLE.items() for code in codes.split()]
    assert sorted(missing) == sorted(unreachable)


@pytest.mark.parametrize("code", UNREACHABLE["not_verifiable", BLANK].split())
def test_a_rule_listed_as_always_verifiable_names_nothing_missing(code: str) -> None:
    assert "Unverifiable" not in inspect.getsource(RULES[code].judge)


def test_the_suite_is_large_and_has_no_case_twice() -> None:
    cases = [
        json.dumps(case, sort_keys=True) for suite in (*SUITES, "rules") for case in conformance_cases(suite)
    ]
    assert len(cases) == len(set(cases)) >= 1000


def test_an_unknown_suite_is_refused_with_the_known_names() -> None:
    with pytest.raises(
        ValueError,
        match="suite: cần một trong: 'dates', 'documents', 'money', 'numbers', 'quantities', 'rules'",
    ):
        conformance_cases("text")


def test_a_patch_adds_removes_and_replaces_and_leaves_the_base_alone() -> None:
    bases = [{"a": [1, 2], "b": {"c": 3}}, {"d": 4}]
    patch = [
        {"op": "add", "path": "/a/-", "value": 9},
        {"op": "add", "path": "/a/0", "value": 0},
        {"op": "remove", "path": "/a/1"},
        {"op": "replace", "path": "/a/0", "value": 7},
        {"op": "add", "path": "/b/d", "value": 4},
        {"op": "remove", "path": "/b/c"},
    ]
    assert _whole({"rule": "X", "patch": patch}, bases) == {
        "rule": "X",
        "report": {"a": [7, 2, 9], "b": {"d": 4}},
    }
    assert bases == [{"a": [1, 2], "b": {"c": 3}}, {"d": 4}]
    whole = json.loads(dumps(make_report()))
    replaced = {"base": 1, "patch": [{"op": "replace", "path": "", "value": whole}]}
    assert _whole(replaced, bases) == {"report": whole}
    several = {"reports": [{"patch": []}, replaced], "previous": [{"base": 1, "patch": []}]}
    assert _whole(several, bases) == {"reports": [bases[0], whole], "previous": [bases[1]]}
