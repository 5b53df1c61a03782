"""A rule that breaks down is one finding, and the others still run; two checks are compared."""

import datetime as dt
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from typing import Any

import attrs
import pytest

from mttq.checking import Comparison, Counts, Finding, Findings, Profile, check, check_all, installed_rules
from mttq.errors import DeclarationError
from mttq.exporting import to_csv, to_junit, to_sarif
from mttq.repairs import assure, localise
from mttq.report import Report
from mttq.rules import (
    PASSED,
    RULES,
    Batch,
    Breach,
    Evidence,
    Judgement,
    Rule,
    Scope,
    Severity,
    Suggestion,
    Term,
    rule,
)
from mttq.testing import make_report

BY_CODE = "; theo mã thì ghi {mã: lý do}"
REPORT = make_report()
HOUSEHOLDS, PERSONS = "population.households", "population.persons"
WORDS: dict[str, Any] = {"title": "Một lời", "message": "Có một lời"}


@rule("TST001", Severity.WARNING, level=1, **WORDS)
def breaks_down(report: Report) -> Iterator[Judgement]:
    """Divide by the number of households.

    Wrong: 0.
    Right: 1.
    """
    yield Breach(path="title")
    yield PASSED if 1000 // (report.population.households or 0) else Breach(path=HOUSEHOLDS)


@rule("TST002", Severity.WARNING, level=1, **WORDS)
def breaks_down_at_once(report: Report) -> list[Judgement]:
    """Look for an appendix that is not there.

    Wrong: no appendix.
    Right: an appendix.
    """
    return [PASSED] * len(report.appendices[0].__class__.__name__)


@rule("TST003", Severity.INFO, level=1, **WORDS)
def people_are_told(report: Report) -> Iterator[Judgement]:
    """The number of people is reported.

    Wrong: blank.
    Right: 4.100.
    """
    yield PASSED if report.population.persons else Breach(path=PERSONS)


@rule("TST004", Severity.ERROR, level=3, **WORDS, scope=Scope.BATCH)
def last_comes_first(batch: Batch) -> Iterator[Judgement]:
    """Reports are in the order of their units.

    Wrong: B, A.
    Right: A, B.
    """
    names = [report.unit.name for report in batch.reports]
    if not names:
        raise LookupError("không có báo cáo")
    if names == sorted(names):
        yield PASSED
    else:
        repair = Suggestion(path="title", old=1, new=2)
        yield Breach(path="unit.name", report=1, related=(PERSONS,), suggestions=(repair,))
        yield Breach(path="Thứ tự")


OWN = (breaks_down, breaks_down_at_once, people_are_told, last_comes_first)
EMPTY = REPORT.with_value(HOUSEHOLDS, 0).with_value("appendices", ())


def codes(findings: Findings | tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(item.code, item.unit, item.path) for item in findings]


# A rule that breaks down


def test_a_rule_that_breaks_down_is_one_finding_and_the_others_judge() -> None:
    findings = check(EMPTY.with_value(PERSONS, None), rules=OWN)
    unit = "xã Mẫu, huyện Mẫu"
    assert codes(findings) == [
        ("MTQ999", unit, "TST001"),
        ("MTQ999", unit, "TST002"),
        ("TST001", unit, "title"),  # judged before
        ("TST003", unit, PERSONS),
    ]
    assert findings[0].traceback.splitlines()[-1] == "ZeroDivisionError: integer division or modulo by zero"
    error = "ZeroDivisionError: integer division or modulo by zero"
    assert findings[0].args == {"code": "TST001", "error": error}
    assert error in findings[0].explain()
    assert findings.counts == {
        "MTQ999": Counts(failed=2),
        "TST001": Counts(failed=1),
        "TST002": Counts(),  # neither passed nor "not applicable"
        "TST003": Counts(failed=1),
    }


def test_a_wrong_declaration_is_reported_as_a_finding_on_that_rule() -> None:
    @rule("TST009", Severity.INFO, level=1, **WORDS)
    def wrong(report: Report) -> Iterator[Judgement]:
        """Judge by what is no form.

        Wrong: a class.
        Right: a form.
        """
        if report.population.households:
            raise DeclarationError("chưa được khai báo")
        yield PASSED

    findings = check(REPORT, rules=[wrong, people_are_told])
    assert [(item.code, item.args) for item in findings] == [
        ("MTQ999", {"code": "TST009", "error": "DeclarationError: chưa được khai báo"})
    ]
    assert findings.counts["TST003"] == Counts(passed=1)


RUBBISH = (object(), 3.7, float("nan"), True, b"x", [1], {"a": 1}, (1,), lambda: 1, len)


def printed(findings: Findings) -> object:
    for item in findings:
        assert "" not in (item.explain(), item.explain(lang="en"), item.fingerprint)
        assert item.waive("r").fits(item)
    return findings.to_json(), findings.rows(), to_csv(findings), to_junit(findings), to_sarif(findings)


@pytest.mark.parametrize("scope", [Scope.REPORT, Scope.BATCH])
@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Breach)])
def test_an_invalid_breach_counts_as_a_crash_of_that_rule(name: str, scope: Scope) -> None:
    given: list[Breach] = []

    @rule("TST009", Severity.INFO, level=1, **WORDS, scope=scope)
    def rubbish(_: object) -> Iterator[Judgement]:
        """Find what was given.

        Wrong: rubbish.
        Right: a breach.
        """
        yield from given

    told = set[str]()
    for value in RUBBISH:
        fields: dict[str, Any] = {"path": "title"} | {name: value}
        given[:] = [Breach(**fields)]
        findings = check_all([REPORT], rules=[rubbish, people_are_told])
        assert printed(findings)
        assert findings.counts["TST003"] == Counts(passed=1)
        told |= {str(item.args["error"]).split(" phải là")[0] for item in findings if item.code == "MTQ999"}
    assert told == {f"DeclarationError: TST009: Breach.{name}"}


@pytest.mark.parametrize(
    ("breach", "told"),
    [
        (
            Breach(path="title", evidence=Evidence((), "≠", ())),  # type: ignore[arg-type]
            "Evidence.relation phải là '=' hoặc '≤' hoặc '<' hoặc '≥' hoặc '>', không phải '≠'",
        ),
        (
            Breach(path="title", evidence=Evidence((Term("a", 1.5),), "=", ())),  # type: ignore[arg-type]
            "Term.value phải là số nguyên hoặc số thập phân hữu hạn (Decimal) hoặc Fraction, không phải 1.5",
        ),
        (Breach(path="title", report=2), "report là vị trí của báo cáo, 0 đến 1, không phải 2"),
        (Breach(path="title", report=-1), "report là vị trí của báo cáo, 0 đến 1, không phải -1"),
    ],
)
def test_a_breach_of_reports_that_were_not_judged_or_with_wrong_parts_stops_nothing(
    breach: Breach, told: str
) -> None:
    @rule("TST009", Severity.INFO, level=1, **WORDS, scope=Scope.BATCH)
    def misplaced(batch: Batch) -> Iterator[Judgement]:
        """Find what was given, unless tried.

        Wrong: a third report of two.
        Right: the second.
        """
        if len(batch.reports) > 1:
            yield breach

    findings = check_all([REPORT, REPORT], rules=[misplaced, people_are_told])
    assert [(item.code, item.args["error"]) for item in findings] == [
        ("MTQ999", f"DeclarationError: TST009: {told}")
    ]
    assert findings.counts["TST003"] == Counts(passed=2)


def test_a_breach_about_an_unknown_name_in_a_file_is_placed_by_that_name() -> None:
    def judge(report: Report) -> Iterator[Judgement]:
        """Look at a cell of what a statement names."""
        yield Breach(path="population.housholds.commune", args={"sessions": 2, "requested": 1})

    judge.__module__ = "mttq.rules.cri"
    derived = rule("CRI003", Severity.WARNING, level=1, **WORDS)(judge)

    (finding,) = check(REPORT, rules=[derived])
    assert (finding.code, finding.place) == ("CRI003", "population.housholds.commune")


def test_a_check_reports_a_rule_that_broke_down_unless_asked_not_to() -> None:
    chosen, asked = Profile(select=("TST001",)), Profile(ignore=("MTQ999",))
    assert [item.code for item in check(EMPTY, rules=OWN, profile=chosen)] == ["MTQ999", "TST001"]
    assert [item.code for item in check(EMPTY, rules=OWN, profile=asked)] == ["TST001"]


# Several reports


def test_several_reports_are_judged_one_by_one_and_together() -> None:
    first, second = REPORT.with_value("unit.name", "B"), REPORT.with_value("unit.name", "A")
    first = first.with_value("header.date", dt.date(2025, 1, 9))  # issued a day before
    findings = check_all([first.with_value(PERSONS, None), second], rules=OWN)
    assert [(item.code, item.unit, item.place) for item in findings] == [
        ("TST004", "xã A, huyện Mẫu", "xã A, huyện Mẫu: Đơn vị, Tên đơn vị"),
        ("TST004", "", "Thứ tự"),
        ("TST001", "xã B, huyện Mẫu", "xã B, huyện Mẫu: Tên báo cáo"),
        ("TST001", "xã A, huyện Mẫu", "xã A, huyện Mẫu: Tên báo cáo"),
        ("TST003", "xã B, huyện Mẫu", "xã B, huyện Mẫu: Dân số, Số nhân khẩu"),
    ]
    assert findings[0].related == ("xã A, huyện Mẫu: Dân số, Số nhân khẩu",)
    assert findings[0].suggestions[0].place == "xã A, huyện Mẫu: Tên báo cáo"
    assert findings.counts["TST001"] == Counts(passed=2, failed=2)
    assert findings.counts["TST003"] == Counts(passed=1, failed=1)


def test_rules_that_need_several_reports_take_no_part_in_the_check_of_one() -> None:
    assert "TST004" not in check(REPORT, rules=OWN).counts
    assert not {item.code for item in RULES if item.scope is not Scope.REPORT} & set(check(REPORT).counts)


def test_no_reports_make_no_findings_and_a_crash_is_reported() -> None:
    assert codes(check_all([])) == []
    (finding,) = check_all([], rules=OWN)
    assert (finding.code, finding.unit, finding.place) == ("MTQ999", "", "TST004")


# Two checks


def test_two_checks_are_compared_by_what_the_findings_are_about() -> None:
    before = check(REPORT.with_value(PERSONS, None), rules=OWN)
    after = check(REPORT.with_value(HOUSEHOLDS, 2000), rules=OWN)
    compared = after.compare(before)
    assert [codes(item) for item in (compared.new, compared.same, compared.fixed, compared.not_judged)] == [
        [("TST001", "xã Mẫu, huyện Mẫu", HOUSEHOLDS)],
        [("TST001", "xã Mẫu, huyện Mẫu", "title")],
        [("TST003", "xã Mẫu, huyện Mẫu", PERSONS)],
        [],
    ]
    assert Findings().compare(Findings()) == Comparison() == Comparison(new=[])


def test_a_waived_finding_is_neither_new_nor_resolved() -> None:
    findings = check(REPORT.with_value(PERSONS, None), rules=[people_are_told])
    waived = check(
        REPORT.with_value(PERSONS, None), rules=[people_are_told], waivers=[findings[0].waive("đã rõ")]
    )
    forth, back = waived.compare(findings), findings.compare(waived)
    assert [len(item) for item in (forth.new, forth.same, forth.fixed, forth.not_judged)] == [0, 0, 0, 0]
    assert [len(item) for item in (back.new, back.same, back.fixed, back.not_judged)] == [0, 1, 0, 0]


@pytest.mark.parametrize(
    "after",
    [
        check(REPORT, rules=[people_are_told]),
        check(EMPTY, rules=[rule("TST001", Severity.INFO, level=1, **WORDS)(breaks_down_at_once.judge)]),
        check(
            EMPTY.with_value("unit.name", "MẪU "),
            rules=[rule("TST001", Severity.INFO, level=1, **WORDS)(breaks_down_at_once.judge)],
        ),
    ],
    ids=["left out", "broken down", "broken down, the unit spelled otherwise"],
)
def test_what_was_not_checked_is_not_resolved(after: Findings) -> None:
    before = check(REPORT, rules=[breaks_down])
    compared = after.compare(before)
    assert (codes(compared.fixed), [item.code for item in compared.not_judged]) == ([], ["TST001"])


def test_a_comparison_is_shown_as_a_table_of_each_kind() -> None:
    finding = check(REPORT, rules=[breaks_down])[0]
    shown = Comparison(new=(finding,)).tables()
    assert [(table.title, len(table.rows)) for table in shown] == [
        ("Phát hiện mới so với bản trước", 1),
        ("Phát hiện đã có ở bản trước", 0),
        ("Phát hiện đã khắc phục", 0),
    ]
    assert shown[0].rows == Findings(found=(finding,)).tables()[0].rows
    more = Comparison(not_judged=(finding,))
    assert [(table.title, len(table.rows)) for table in more.tables(lang="en")[3:]] == [
        ("Findings not checked again", 1)
    ]
    assert more._repr_html_() == "\n".join(table.render(fmt="html") for table in more.tables())


# Rules of installed packages


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ("mttq.rules.cri", []),  # a module; mttq's own rules are not taken twice
        ("own:first", [breaks_down]),
        ("own:both", [breaks_down, people_are_told]),
    ],
)
def test_rules_of_installed_packages_are_loaded_on_request(
    value: str, more: list[Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = {"own:first": breaks_down, "own:both": (breaks_down, people_are_told)}
    monkeypatch.setattr(EntryPoint, "load", lambda self: loaded.get(self.value, RULES))
    point = EntryPoint("own", value, "mttq.rules")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    assert [item.code for item in installed_rules()] == sorted(item.code for item in (*RULES, *more))


def test_an_entry_point_names_a_module_of_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def offer(value: str) -> None:
        point = EntryPoint("own", value, "mttq.rules")
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])

    offer("mttq.rules.cri")
    assert list(installed_rules()) == list(RULES)
    offer("mttq.errors")
    with pytest.raises(DeclarationError, match=r"^mttq.errors: không có quy tắc nào$"):
        installed_rules()


@pytest.mark.parametrize(
    ("report", "options", "message"),
    [
        ("x", {}, "report: cần Report; đã nhận 'x' (str)"),
        (None, {}, "report: cần Report; đã nhận None (NoneType)"),
        (
            REPORT,
            {"rules": ["APP003"]},
            "rules: cần danh sách các Rule; đã nhận 'APP003' (str); chọn theo mã bằng Profile(select=…)",
        ),
        (
            [REPORT],
            {},
            f"report: cần Report; đã nhận {repr([REPORT])[:59]}… (list); nhiều báo cáo thì dùng check_all",
        ),
        (
            REPORT,
            {"rules": breaks_down},
            "rules: cần danh sách các Rule; đã nhận "
            + repr(breaks_down)
            + " (Rule); chọn theo mã bằng Profile(select=…)",
        ),
        (REPORT, {"waivers": ["x"]}, f"waivers: cần danh sách các Waiver; đã nhận 'x' (str){BY_CODE}"),
        (REPORT, {"waivers": "x"}, f"waivers: cần danh sách các Waiver; đã nhận 'x' (str){BY_CODE}"),
        (
            REPORT,
            {"waivers": [REPORT]},
            f"waivers: cần danh sách các Waiver; đã nhận {REPORT!r} (Report){BY_CODE}",
        ),
    ],
)
def test_anything_but_a_report_rule_or_waiver_is_refused_in_one_line(
    report: Any, options: Any, message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        check(report, **options)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("reports", "options", "message"),
    [
        (REPORT, {}, f"reports: cần danh sách các Report; đã nhận {REPORT!r} (Report)"),
        ([REPORT, 5], {}, "reports: cần danh sách các Report; đã nhận 5 (int)"),
        ([REPORT], {"previous": ["x"]}, "previous: cần danh sách các Report; đã nhận 'x' (str)"),
        ([REPORT], {"units": "x"}, "units: cần danh sách các Unit; đã nhận 'x' (str)"),
    ],
)
def test_anything_but_a_list_of_reports_is_refused_in_one_line(
    reports: Any, options: Any, message: str
) -> None:
    with pytest.raises(TypeError) as caught:
        check_all(reports, **options)
    assert str(caught.value) == message


@pytest.mark.parametrize("judges", [localise, assure])
def test_repairs_and_assurance_refuse_anything_but_a_report(judges: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match=r"^report: cần Report; đã nhận 'x' \(str\)$"):
        judges("x")
