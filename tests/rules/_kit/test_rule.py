"""What a rule is: declared once, whole, and found by its code."""

import copy
import datetime as dt
import pickle
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from mttq.checking import Counts, check
from mttq.errors import ArgumentError, CodeError, DeclarationError, FieldError
from mttq.model import ReportPeriod, Unit, UnitKind
from mttq.report import Report
from mttq.rules import (
    ARITHMETIC,
    PASSED,
    PRACTICE,
    RETIRED,
    RULES,
    Basis,
    Batch,
    Breach,
    Confidence,
    Judgement,
    Rule,
    RuleSet,
    Run,
    Scope,
    Severity,
    Suggestion,
    rule,
)
from mttq.rules._kit.rule import as_rule_set, collect
from mttq.testing import make_report
from mttq.values import PartialDate, Period
from mttq.wording._en import rules as english

WORDING: dict[str, Any] = {
    "title": "Có tên",
    "message": "Thiếu tên",
    "english": ("Has a name", "The name is missing"),
}
LAW = Basis(text="Luật", symbol="75/2015/QH13", article="27", valid_from=dt.date(2016, 1, 1))


@rule("TST001", Severity.ERROR, level=1, basis=LAW, **WORDING)
def unit_has_a_name(report: Report, *, least: int = 1, word: str = "xã") -> Iterator[Judgement]:
    """A report names its unit.

    Wrong: "".
    """
    yield PASSED if len(report.unit.name) >= least else Breach(path="unit.name", args={"word": word})


def make(code: str = "TST002", severity: Severity = Severity.WARNING, **more: Any) -> Rule:
    def judge(report: Report) -> Iterator[Judgement]:
        """Nothing to say."""
        yield PASSED

    options: dict[str, Any] = WORDING | more
    judges = options.pop("judge", judge)
    return rule(code, severity, level=0, **options)(judges)


def refused(declare: Callable[[], object]) -> str:
    with pytest.raises((DeclarationError, FieldError)) as caught:
        declare()
    return str(caught.value)


def test_a_rule_knows_all_that_was_declared() -> None:
    known = unit_has_a_name
    assert (known.code, known.family, known.severity, known.level) == ("TST001", "TST", Severity.ERROR, 1)
    assert known.basis == LAW
    assert {name: getattr(known, name) for name in WORDING} == WORDING
    assert known.doc == 'A report names its unit.\n\nWrong: "".'
    assert known.parameters == {"least": 1, "word": "xã"}
    assert make("TAX010").family == "TAX"
    assert make().parameters == {}
    assert make().basis is ARITHMETIC


def test_a_rule_judges_with_its_defaults_or_with_given_parameters() -> None:
    assert list(unit_has_a_name(make_report())) == [PASSED]
    assert list(unit_has_a_name(make_report(), least=100, word="phường")) == [
        Breach(path="unit.name", args={"word": "phường"})
    ]
    with pytest.raises(TypeError, match="most"):
        list(unit_has_a_name(make_report(), most=5))


def test_a_rule_speaks_vietnamese_where_it_lacks_a_language() -> None:
    known, own = RULES["CRI001"], make(english=None)
    assert (known.words("vi"), known.words("en")) == ((known.title, known.message), english.RULES["CRI001"])
    assert own.words("en") == ("Có tên", "Thiếu tên")
    for spoken in (known, own):
        with pytest.raises(ArgumentError, match="không có ngôn ngữ 'xx'; chọn một trong: vi, en"):
            spoken.words("xx")  # type: ignore[arg-type]


def test_a_rule_says_its_reason_in_vietnamese_and_its_docstring_in_any_other_language() -> None:
    reason = """
        Đơn vị nào
        cũng có tên.

        Sai: “”.
        Đúng: “Trung Sơn”,
        “Hòa An”.
    """
    told, silent = make(reason=reason), make()
    assert told.reason() == "Đơn vị nào cũng có tên.\n\nSai: “”.\nĐúng: “Trung Sơn”, “Hòa An”."
    assert told.reason(lang="en") == told.doc == "Nothing to say."
    assert silent.reason() == silent.reason(lang="en") == "Nothing to say."


def test_a_code_is_not_a_rule() -> None:
    assert refused(lambda: RuleSet(["CRI001"])) == (  # type: ignore[list-item]
        "rules: cần danh sách các Rule; đã nhận 'CRI001' (str); chọn theo mã bằng Profile(select=…)"
    )


@pytest.mark.parametrize("code", ["", "HUE", "001", "hue001", "HUE-1", "HUE001\n"])
def test_a_code_is_capital_letters_and_digits(code: str) -> None:
    told = f"mã quy tắc phải là chữ hoa rồi chữ số, như HUE001, không phải {code!r}"
    assert refused(lambda: rule(code, Severity.INFO, level=0, **WORDING)) == told


def test_a_rule_without_words_reason_or_sure_ground_is_refused() -> None:
    assert refused(lambda: make(title="")) == "TST002: thiếu tên hoặc câu báo bằng tiếng Việt"
    assert refused(lambda: make(message="")) == "TST002: thiếu tên hoặc câu báo bằng tiếng Việt"
    assert refused(lambda: rule("TST002", Severity.INFO, level=0, **WORDING)(lambda _: ())) == (
        "TST002: thiếu lời giải thích (docstring)"
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"severity": "info"},
            "Rule.severity: cần Severity (INFO, WARNING, ERROR); đã nhận 'info' (str); "
            "có phải Severity.INFO?",
        ),
        (
            {"severity": "warn", "scope": "reports"},
            "Rule.severity: cần Severity (INFO, WARNING, ERROR); đã nhận 'warn' (str); "
            "có phải Severity.WARNING?\n"
            "Rule.scope: cần Scope (REPORT, BATCH, RUN); đã nhận 'reports' (str); có phải Scope.REPORT?",
        ),
        ({"severity": 7}, "Rule.severity: cần Severity (INFO, WARNING, ERROR); đã nhận 7 (int)"),
        ({"basis": "Luật"}, "basis: cần danh sách các Basis; đã nhận 'Luật' (str)"),
        ({"level": 7}, "TST002: cấp của quy tắc là 0 đến 4, không phải 7"),
        ({"level": "1"}, "TST002: cấp của quy tắc là 0 đến 4, không phải '1'"),
        ({"title": 7}, "Rule.title: cần chuỗi (str); đã nhận 7 (int)"),
        ({"english": "Has a name"}, "TST002: english cần (tên, câu báo), không phải 'Has a name'"),
        ({"english": ("Has a name",)}, "TST002: english cần (tên, câu báo), không phải ('Has a name',)"),
        (
            {"english": ("Has a name", "{n")},
            "TST002: câu báo '{n' viết sai: expected '}' before end of string",
        ),
        (
            {"message": "{n"},
            "TST002: câu báo '{n' viết sai: expected '}' before end of string",
        ),
        (
            {"message": "{0}"},
            "TST002: câu báo '{0}' viết sai: Format string contains positional fields",
        ),
        (
            {"message": "{n:d}"},
            "TST002: câu báo '{n:d}' viết sai: Unknown format code 'd' for object of type 'str'",
        ),
        (
            {"message": "{n.value}"},
            "TST002: câu báo '{n.value}' viết sai: 'str' object has no attribute 'value'",
        ),
    ],
)
def test_a_wrong_declaration_is_refused_at_once(more: dict[str, Any], told: str) -> None:
    options: dict[str, Any] = {
        "code": "TST002",
        "severity": Severity.INFO,
        "level": 0,
        **WORDING,
    } | more
    assert refused(lambda: rule(**options)(lambda_with_a_reason())) == told


def lambda_with_a_reason(*judgements: Any) -> Callable[[Report], Any]:
    def judge(_: object) -> Iterator[Any]:
        """Why."""
        for judgement in judgements:
            if isinstance(judgement, Exception):
                raise judgement
            yield judgement

    return judge


@pytest.mark.parametrize("scope", [Scope.REPORT, Scope.BATCH])
@pytest.mark.parametrize(
    ("judgement", "told"),
    [
        (Breach(path="title"), "TST002: câu báo cần 'n', args của Breach không có"),
        (None, "TST002: None không phải PASSED, Unverifiable hay Breach"),
    ],
)
def test_a_rule_is_tried_when_it_is_declared(scope: Scope, judgement: Any, told: str) -> None:
    """On a report without figures: what it finds there is said in each language."""
    words: dict[str, Any] = {"title": "Có", "message": "Có {n}", "english": ("Has", "Has {n}")}
    declare = rule("TST002", Severity.INFO, level=0, **words, scope=scope)
    assert refused(lambda: declare(lambda_with_a_reason(PASSED, judgement))) == told
    assert declare(lambda_with_a_reason(Breach(path="title", args={"n": 1}))).code == "TST002"


def test_a_rule_that_rests_on_a_dated_text_is_tried_too() -> None:
    """Though on a report without figures there is no day by which the text would hold."""
    declare = rule("TST002", Severity.INFO, level=0, **WORDING, basis=LAW)
    told = "TST002: câu báo cần 'word', args của Breach không có"
    needs = rule("TST002", Severity.INFO, level=0, title="Có", message="Có {word}", basis=LAW)
    assert refused(lambda: needs(lambda_with_a_reason(Breach(path="title")))) == told
    assert declare(lambda_with_a_reason(Breach(path="title"))).bases == (LAW,)


def test_a_retired_code_is_not_used_again() -> None:
    for code, why in RETIRED.items():
        assert refused(lambda code=code: make(code)) == (  # type: ignore[misc]
            f"mã {code} của một quy tắc đã thôi dùng, cần đặt mã khác"
        )
        with pytest.raises(CodeError, match=f"đã thôi dùng: {why}"):
            RULES[code]
        assert code not in RULES


def test_a_rule_that_cannot_judge_a_report_without_figures_is_declared_all_the_same() -> None:
    declare = rule("TST002", Severity.INFO, level=0, **WORDING)
    assert declare(lambda_with_a_reason(PASSED, NameError("a function further down"))).code == "TST002"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("CRI01", "'CRI01'; có phải “CRI001”?"),
        ("cri001", "'cri001'; có phải “CRI001”?"),
        ("XYZ", "'XYZ'"),
        (7, "7"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest_one(code: Any, told: str) -> None:
    with pytest.raises(KeyError) as caught:
        RULES[code]
    assert str(caught.value) == f"không có quy tắc nào mã {told}"


@pytest.mark.parametrize("confidence", Confidence)
@pytest.mark.parametrize("severity", Severity)
def test_only_a_confirmed_basis_carries_an_error(confidence: Confidence, severity: Severity) -> None:
    basis = Basis(text="Quy định của tỉnh", confidence=confidence)
    if severity is Severity.ERROR and confidence is not Confidence.CONFIRMED:
        assert refused(lambda: make(severity=severity, basis=basis)) == (
            "TST002: chỉ căn cứ đã xác nhận mới được báo lỗi"
        )
    else:
        assert make(severity=severity, basis=basis).severity is severity


NEW = Basis(text="Luật mới", valid_from=dt.date(2026, 1, 1))
OLD = Basis(text="Nghị định cũ", valid_until=dt.date(2025, 12, 31), confidence=Confidence.SECONDARY)
Y2022, Y2025, Y2026 = (PartialDate(year=year) for year in (2022, 2025, 2026))


def judge_on(item: Rule, day: PartialDate | None) -> tuple[list[str], int, Counts]:
    """Return the bases by which a rule judges a report of a day, the number of errors, and the counts."""
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    findings = check(Report(unit=unit, title="Báo cáo", as_of=day), rules=[item])
    return [str(found.basis) for found in findings], len(findings.errors), findings.counts[item.code]


@pytest.mark.parametrize(
    ("bases", "day", "judged_by", "errors", "counts"),
    [
        ((NEW, OLD), Y2026, ["Luật mới"], 1, Counts(failed=1)),
        ((NEW, OLD), Y2025, ["Nghị định cũ"], 0, Counts(failed=1)),  # not confirmed, so a warning
        ((NEW, OLD), None, [], 0, Counts(not_verifiable=1)),
        ((NEW, PRACTICE), Y2022, ["Thông lệ"], 0, Counts(failed=1)),
        ((NEW, PRACTICE), None, ["Thông lệ"], 0, Counts(failed=1)),
        (NEW, Y2026, ["Luật mới"], 1, Counts(failed=1)),
        (NEW, Y2022, [], 0, Counts(not_applicable=1)),
        (ARITHMETIC, None, ["Số học"], 1, Counts(failed=1)),
    ],
)
def test_a_rule_judges_by_the_basis_of_the_day_or_does_not_apply(
    bases: Basis | tuple[Basis, ...],
    day: PartialDate | None,
    judged_by: list[str],
    errors: int,
    counts: Counts,
) -> None:
    always_wrong = make(severity=Severity.ERROR, basis=bases, judge=wrong)
    assert judge_on(always_wrong, day) == (judged_by, errors, counts)


def wrong(report: Report) -> Iterator[Judgement]:
    """Nothing is right."""
    yield Breach(path="title")


def test_a_rule_that_chooses_itself_always_applies_and_names_its_basis() -> None:
    def by_its_own_day(report: Report) -> Iterator[Judgement]:
        """Each record has a day."""
        yield Breach(path="title", basis=OLD)
        yield Breach(path="subject")

    chooses = make(basis=(NEW, OLD), by_day=False, judge=by_its_own_day)
    assert judge_on(chooses, Y2026)[0] == ["Nghị định cũ", "Luật mới"]
    assert judge_on(chooses, Y2025)[0] == ["Nghị định cũ", "Nghị định cũ"]
    assert judge_on(chooses, None)[0] == ["Nghị định cũ", "Luật mới"]


def test_a_batch_has_the_day_of_its_latest_report() -> None:
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    reports = tuple(Report(unit=unit, title="Báo cáo", as_of=day) for day in (Y2026, None, Y2022))
    item = make(basis=(NEW, OLD), scope=Scope.BATCH)
    assert item.basis_for(Batch(reports=reports)) is NEW
    assert item.basis_for(Batch(reports=reports[1:])) is OLD
    assert item.basis_for(Batch(reports=reports[1:2])) is None
    assert make(basis=NEW).basis_for(Run()) is None


def test_the_day_of_the_figures_is_stated_or_the_end_of_the_review_or_that_of_the_report() -> None:
    period = ReportPeriod(subject="review", period=Period.of_year(2025))
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo").with_value("header.date", dt.date(2026, 1, 10))
    item = make(basis=(NEW, OLD))
    assert item.basis_for(report) is NEW
    assert item.basis_for(attrs.evolve(report, periods=(period,))) is OLD
    assert item.basis_for(attrs.evolve(report, periods=(period,), as_of=Y2026)) is NEW


def test_a_rule_rests_on_something() -> None:
    assert refused(lambda: make(basis=())) == "TST002: thiếu căn cứ"
    assert refused(lambda: make(severity=Severity.ERROR, basis=(OLD, PRACTICE))) == (
        "TST002: chỉ căn cứ đã xác nhận mới được báo lỗi"
    )
    assert make(basis=(OLD, NEW)).basis is OLD


def test_a_basis_names_the_text_and_the_article() -> None:
    assert [str(LAW), str(ARITHMETIC)] == ["Điều 27 Luật số 75/2015/QH13", "Số học"]
    with pytest.raises(
        FieldError, match=r"(?s)^Basis\.text: cần chuỗi \(str\).*\nBasis\.valid_from: cần ngày"
    ):
        Basis(text=None, valid_from="2016")  # type: ignore[arg-type]


def test_what_has_many_parts_names_them() -> None:
    for kind in (Basis, Breach, Suggestion):
        with pytest.raises(TypeError, match="positional"):
            kind("population.households")  # type: ignore[call-arg]


def test_severities_are_ordered() -> None:
    assert sorted(Severity, reverse=True) == [Severity.ERROR, Severity.WARNING, Severity.INFO]


# Sets of rules


def test_a_set_of_rules_is_ordered_by_code_and_found_by_it() -> None:
    last, first = make("TST009"), make("AAA001")
    rules = RuleSet([last, first, last])
    assert list(rules) == [first, last]
    assert len(rules) == 2
    assert rules["TST009"] is last
    assert "TST009" in rules
    assert "TST" not in rules
    with pytest.raises(KeyError):
        rules["TST"]


def test_two_rules_with_one_code_are_refused() -> None:
    assert refused(lambda: RuleSet([make("TST009"), make("TST009")])) == "hai quy tắc cùng mã TST009"


def test_the_same_rules_are_one_set() -> None:
    """What a profile takes of them is found once, however often they are listed."""
    listed = [*RULES]
    made = as_rule_set(listed)
    assert list(made) == listed
    assert as_rule_set(tuple(listed)) is made
    assert as_rule_set(RULES) is RULES
    assert refused(lambda: as_rule_set(["CRI001"])) == refused(lambda: RuleSet(["CRI001"]))  # type: ignore[list-item]


def test_nobody_changes_a_set_of_rules() -> None:
    with pytest.raises(AttributeError):
        RULES.more = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        RULES["CRI001"] = make()  # type: ignore[index]


def test_rules_are_collected_from_modules() -> None:
    family = types.ModuleType("family")
    family.first, family.second, family.other = make("TST002"), make("TST001"), 5  # type: ignore[attr-defined]
    assert [item.code for item in collect(family, types.ModuleType("empty"))] == ["TST001", "TST002"]


def test_rules_are_pickled_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that findings can cross processes and a rule stays the same object."""
    assert [pickle.loads(pickle.dumps(item)) is item for item in RULES] == [True] * len(RULES)
    assert list(pickle.loads(pickle.dumps(RULES))) == list(RULES)
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or types.ModuleType(__name__))
    monkeypatch.setattr(sys.modules[__name__], "unit_has_a_name", unit_has_a_name, raising=False)
    assert pickle.loads(pickle.dumps(unit_has_a_name)) is unit_has_a_name
    assert copy.deepcopy(unit_has_a_name) is unit_has_a_name


def test_a_mistyped_line_cannot_be_claimed() -> None:
    with pytest.raises(DeclarationError, match=r"^HUE001: .*sesions.*sessions"):

        @rule(
            "HUE001",
            Severity.WARNING,
            level=1,
            title="Thử",
            message="Thử",
            claims=("kl62-pl2.criticism.sesions",),
        )
        def sessions(_report: Report) -> Iterator[Judgement]:
            """Nothing."""
            yield PASSED
