"""Every judgement is counted, the most severe come first, and what is accepted is accepted with a reason."""

import datetime as dt
import json
import pickle
from collections.abc import Iterator
from fractions import Fraction
from typing import Any
from unittest.mock import Mock

import attrs
import pytest

from mttq.checking import Counts, Finding, Findings, Profile, Waiver, check
from mttq.checking._findings import Missing
from mttq.errors import DeclarationError, FieldError
from mttq.report import Report
from mttq.rules import (
    PASSED,
    RULES,
    Basis,
    Breach,
    Confidence,
    Evidence,
    Judgement,
    Severity,
    Suggestion,
    Term,
    Unverifiable,
    rule,
)
from mttq.tables import Column, Table
from mttq.testing import draw_report, make_report
from mttq.wording import name_of

SESSIONS = "kl62-pl2.criticism.sessions.commune"
WRITTEN = "kl62-pl2.criticism.written.commune"
REPORT = make_report()
WRONG = REPORT.with_value(SESSIONS, 15)


def words(title: str, message: str = "sai {n}") -> dict[str, Any]:
    return {"title": title, "message": message, "english": (f"{title} (en)", f"wrong: {message}")}


@rule("TST001", Severity.ERROR, level=1, **words("Cộng đúng", "Ghi {total}, cộng được {sum}"))
def sums(report: Report) -> Iterator[Judgement]:
    """Sums add up."""
    total, part = report.value_at(SESSIONS), report.value_at(WRITTEN)
    if not isinstance(total, int) or not isinstance(part, int):
        yield Unverifiable(SESSIONS)
    elif total == part + 4:
        yield PASSED
    else:
        yield Breach(
            path=SESSIONS,
            args={"total": total, "sum": part + 4},
            evidence=Evidence((Term("cuộc", total),), "=", (Term("văn bản", part), Term("khác", 4))),
            expected=part + 4,
            actual=total,
            related=(WRITTEN, "unit.name"),
            suggestions=(
                Suggestion(path=SESSIONS, old=total, new=part + 4),
                Suggestion(path=WRITTEN, old=part, new=None, reason="chép nhầm"),
            ),
        )


@rule("TST002", Severity.INFO, level=1, title="Một lời", message="Có {n} {what}")
def one_of_each(report: Report, *, n: int = 1_555, what: str = "chỗ") -> Iterator[Judgement]:
    """One judgement of each sort, two of some."""
    yield from (PASSED, Unverifiable("title"), PASSED)
    yield Breach(path="title", args={"n": n, "what": what})
    yield Breach(path="unit.name", args={"n": 0, "what": what}, actual=0)


@rule("AAA001", Severity.WARNING, level=1, **words("Luôn lệch"))
def always_off(report: Report) -> Iterator[Judgement]:
    """Off by a third."""
    evidence = Evidence((Term("a", 1), Term("b", 2)), "≤", (Term("c", Fraction(8, 3)),))
    yield Breach(path="population.households", args={"n": 3}, evidence=evidence)


@rule("TST003", Severity.WARNING, level=1, **words("Không áp dụng"))
def never(report: Report) -> Iterator[Judgement]:
    """Nothing to judge."""
    yield from ()


OWN = (sums, one_of_each, never, always_off)


def run(report: Report = WRONG, **more: Any) -> Findings:
    options: dict[str, Any] = {"rules": OWN} | more
    return check(report, **options)


def codes(findings: Any) -> list[str]:
    return [f"{finding.code} {finding.path}" for finding in findings]


# Counting and ordering


def test_all_four_outcomes_are_counted_for_every_rule() -> None:
    assert run().counts == {
        "AAA001": Counts(failed=1),
        "TST001": Counts(failed=1),
        "TST002": Counts(passed=2, failed=2, not_verifiable=1),
        "TST003": Counts(not_applicable=1),
    }
    assert run(REPORT).counts["TST001"] == Counts(passed=1)
    assert run(REPORT.with_value(WRITTEN, None)).counts["TST001"] == Counts(not_verifiable=1)


@pytest.mark.parametrize("rules", [OWN, OWN[::-1], iter(OWN)])
def test_the_most_severe_come_first_then_by_code_then_as_the_rule_yields_them(rules: Any) -> None:
    assert codes(run(rules=rules)) == [
        f"TST001 {SESSIONS}",
        "AAA001 population.households",
        "TST002 title",
        "TST002 unit.name",
    ]


def test_findings_are_a_sequence_that_is_false_when_empty() -> None:
    findings = run()
    assert (len(findings), bool(findings)) == (4, True)
    assert [findings[0], findings[-1]] == [findings.found[0], findings.found[3]]
    assert findings[1:3].found == findings.found[1:3]
    assert findings["TST002"].found == findings["TST002 "].found == findings.found[2:]
    assert findings["TST"].found == (findings.found[0], *findings.found[2:])
    assert findings["tst001,AAA"].found == findings.found[:2]
    assert not [item for code in ("CRI001", "CRI", "TST003", "MTQ999") for item in findings[code]]
    assert list(findings) == list(findings.found)
    with pytest.raises(IndexError):
        findings[4]
    nothing = run(rules=[never])
    assert (len(nothing), bool(nothing), list(nothing)) == (0, False, [])
    assert (list(Findings()), list(Findings().waived), Findings().counts) == ([], [], {})


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("TST01", "'TST01'; có phải “TST001”?"),
        ("XYZ", "'XYZ'"),
        ("", "''"),
    ],
)
def test_findings_of_an_unknown_rule_are_refused(key: str, told: str) -> None:
    with pytest.raises(KeyError) as caught:
        run()[key]
    assert str(caught.value) == f"không có quy tắc nào mã {told}"


def test_findings_are_sorted_by_severity_into_three() -> None:
    findings = run()
    assert [codes(findings.errors), codes(findings.warnings), codes(findings.infos)] == [
        [f"TST001 {SESSIONS}"],
        ["AAA001 population.households"],
        ["TST002 title", "TST002 unit.name"],
    ]


def test_the_default_rules_are_those_of_the_library() -> None:
    assert set(check(REPORT).counts) <= {rule.code for rule in RULES}
    assert check(REPORT).counts["CRI001"] == Counts(passed=1)
    assert codes(check(WRONG)["CRI001"]) == [f"CRI001 {SESSIONS}"]


def test_checking_changes_nothing() -> None:
    before = make_report().with_value(SESSIONS, 15)
    run(WRONG)
    assert before == WRONG


# Rules of one's own


def test_two_rules_with_one_code_are_refused() -> None:
    other = attrs.evolve(never, severity=Severity.INFO)
    with pytest.raises(DeclarationError, match=r"^hai quy tắc cùng mã TST003$"):
        run(rules=[never, other])


# Profiles


@pytest.mark.parametrize(
    ("profile", "taken"),
    [
        (Profile(), {"AAA001", "TST001", "TST002", "TST003"}),
        (Profile(select=("TST",)), {"TST001", "TST002", "TST003"}),
        (Profile(select=("AAA", "TST002")), {"AAA001", "TST002"}),
        (Profile(ignore=("TST00", "CRI")), {"AAA001"}),
        (Profile(select=("TST",), ignore=("TST002",)), {"TST001", "TST003"}),
        (Profile(select=("TST",), ignore=("TST",)), set()),
    ],
)
def test_a_profile_selects_and_ignores_by_prefixes_of_codes(profile: Profile, taken: set[str]) -> None:
    assert set(run(profile=profile).counts) == taken
    assert {item.code for item in OWN if profile.takes(item)} == taken


@pytest.mark.parametrize("select", [("TST1",), ("TST", "CR1")])
def test_a_selection_that_selects_nothing_is_refused(select: tuple[str, ...]) -> None:
    told = rf"^không có quy tắc nào mã '{select[-1]}'; có phải “(TST|CRI)"
    with pytest.raises(ValueError, match=told if "CR1" not in select else "'CR1'$"):
        run(profile=Profile(select=select))


def test_a_rule_on_an_unconfirmed_basis_runs_only_if_it_is_selected() -> None:
    hearsay = Basis(text="Nghe nói", confidence=Confidence.UNCONFIRMED)

    @rule("TST008", Severity.INFO, level=1, basis=hearsay, **words("Nghe nói"))
    def unsure(report: Report) -> Iterator[Judgement]:
        """Perhaps."""
        yield PASSED

    taken = [run(rules=[unsure], profile=profile).counts for profile in (None, Profile(select=("TST",)))]
    assert taken == [{}, {"TST008": Counts(passed=1)}]


def test_a_profile_sets_parameters_of_rules() -> None:
    findings = run(profile=Profile(parameters={"TST002": {"n": 7_000, "what": "nơi"}}))
    assert [finding.message for finding in findings["TST002"]] == ["Có 7.000 nơi", "Có 0 nơi"]
    with pytest.raises(TypeError, match="unknown"):
        run(profile=Profile(parameters={"TST002": {"unknown": 1}}))


def test_a_profile_names_its_wrong_fields() -> None:
    with pytest.raises(FieldError) as caught:
        Profile(name=5, levels=["a"], parameters=())  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Profile.name: cần chuỗi (str); đã nhận 5 (int)\n"
        "Profile.levels[0]: cần số nguyên; đã nhận 'a' (str)\n"
        "Profile.parameters: cần Mapping các chuỗi (str); đã nhận () (tuple)"
    )


# Waivers


ISSUED = dt.date(2025, 1, 10)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("waiver", "waived"),
    [
        (Waiver(code="TST002", reason="đã rõ"), ["TST002 title", "TST002 unit.name"]),
        (Waiver(code="TST002", reason="đã rõ", path="title"), ["TST002 title"]),
        (Waiver(code="TST002", reason="đã rõ", path="population"), []),
        (Waiver(code="TST00", reason="đã rõ"), []),  # a waiver is for one rule, not for a family
        (Waiver(code="TST001", reason="đã rõ", expires=ISSUED), [f"TST001 {SESSIONS}"]),
        (Waiver(code="TST001", reason="đã rõ", expires=ISSUED + DAY), [f"TST001 {SESSIONS}"]),
        (Waiver(code="TST001", reason="đã rõ", expires=ISSUED - DAY), []),
    ],
)
def test_a_waiver_covers_a_rule_a_path_and_a_time(waiver: Waiver, waived: list[str]) -> None:
    assert WRONG.header.date == ISSUED
    findings = run(waivers=[waiver], profile=Profile(ignore=("MTQ",)))
    assert codes(findings.waived) == waived
    assert [finding.waiver for finding in findings.waived] == [waiver] * len(waived)
    assert sorted(codes(findings) + waived) == sorted(codes(run()))
    assert [finding.waiver for finding in findings] == [None] * len(findings)
    assert findings.counts == run().counts  # a waived breach stays a breach


def test_no_waiver_expires_for_a_report_without_a_date() -> None:
    undated = WRONG.with_value("header.date", None)
    assert codes(run(undated, waivers=iter([Waiver(code="TST001", reason="x", expires=ISSUED - DAY)])).waived)


def test_the_first_waiver_that_covers_a_finding_is_shown() -> None:
    waivers = [Waiver(code="TST001", reason=reason) for reason in ("một", "hai")]
    assert [finding.waiver for finding in run(waivers=waivers).waived] == waivers[:1]


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_waiver_needs_a_reason(reason: str) -> None:
    with pytest.raises(ValueError, match=r"^giải trình cho TST001: cần ghi lý do$"):
        Waiver(code="TST001", reason=reason)
    with pytest.raises(FieldError, match=r"^Waiver\.reason: cần chuỗi \(str\)"):
        Waiver(code="TST001", reason=None)  # type: ignore[arg-type]


# What a finding says


def test_a_finding_explains_itself() -> None:
    assert run()[0].explain() == "\n".join(
        [
            "TST001 · Lỗi · Cộng đúng",
            "Phụ lục 2, mục 2, dòng 2, cấp cơ sở",
            "Ghi 15, cộng được 13.",
            "15 (cuộc) ≠ 9 (văn bản) + 4 (khác) = 13, chênh lệch 2",
            "Liên quan: Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở; Đơn vị, Tên đơn vị",
            "Gợi ý: Phụ lục 2, mục 2, dòng 2, cấp cơ sở: 15 → 13",
            "Gợi ý: Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở: 9 → — (chép nhầm)",
            "Căn cứ: Số học",
            "Đề nghị kiểm tra, sửa số liệu hoặc giải trình.",
        ]
    )


def test_a_question_gets_no_full_stop() -> None:
    @rule("TST020", Severity.INFO, level=0, title="Nên có câu hỏi", message="Có phải {name}?")
    def asks(report: Report) -> Iterator[Judgement]:
        """A message may end with a question."""
        yield Breach(path="title", args={"name": "A"})

    assert check(make_report(), rules=[asks])[0].explain().splitlines()[2] == "Có phải A?"


def test_a_finding_explains_itself_in_english() -> None:
    assert run()[0].explain(lang="en") == "\n".join(
        [
            "TST001 · Error · Cộng đúng (en)",
            "Appendix 2, section 2, line 2, commune level",
            "Wrong: Ghi 15, cộng được 13.",
            "15 (sessions) ≠ 9 (document) + 4 (other) = 13, off by 2",
            "Related: Appendix 2, section 2, line “Drafts sent for comment”, commune level; "
            "Unit, Name of the unit",
            "Suggestion: Appendix 2, section 2, line 2, commune level: 15 → 13",
            "Suggestion: Appendix 2, section 2, line “Drafts sent for comment”, commune level: 9 → — "
            "(chép nhầm)",
            "Basis: Arithmetic",
            "Check the figures; correct or explain them.",
        ]
    )


def test_a_finding_without_arithmetic_or_english_leaves_that_out() -> None:
    assert run()["TST002"][0].explain(lang="en") == "\n".join(
        [
            "TST002 · Note · Một lời",
            "Title of the report",
            "Có 1.555 chỗ.",
            "Basis: Arithmetic",
            "Worth a look; no change is required.",
        ]
    )


def test_a_sum_on_the_left_is_shown_with_its_terms() -> None:
    assert run()["AAA001"][0].arithmetic() == "1 (a) + 2 (b) > 2,67 (c), chênh lệch 0,33"


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (Fraction(70003, 10000), 7, "7,0003 (a) > 7 (b), chênh lệch 0,0003"),
        (Fraction(7004, 1000), Fraction(69951, 10000), "7,004 (a) > 6,995 (b), chênh lệch 0,009"),
        (Fraction(22, 3), 7, "7,33 (a) > 7 (b), chênh lệch 0,33"),
        (-Fraction(1, 3000), 0, "-0,0003 (a) < 0 (b), chênh lệch 0,0003"),
    ],
)
def test_figures_that_differ_are_shown_as_different(
    left: Fraction, right: int | Fraction, shown: str
) -> None:
    evidence = Evidence((Term("a", left),), "≤", (Term("b", right),))
    assert Finding(rule=sums, path="a", place="a", args={}, evidence=evidence).arithmetic() == shown


@pytest.mark.parametrize(
    ("relation", "signs"), [("=", "≠=≠"), ("≤", "<=>"), ("<", "<≥≥"), ("≥", "<=>"), (">", "≤≤>")]
)
def test_the_relation_that_was_found_is_shown(relation: Any, signs: str) -> None:
    """Of a figure that is less, one that is equal, one that is greater: figures that are hedged may be so."""
    found = (Evidence((Term("a", left),), relation, (Term("b", 5),)) for left in (2, 5, 8))
    shown = [Finding(rule=sums, path="a", place="a", args={}, evidence=each).arithmetic() for each in found]
    less, equal, greater = tuple(signs)
    assert shown == [
        f"2 (a) {less} 5 (b), chênh lệch 3",
        f"5 (a) {equal} 5 (b), chênh lệch 0",
        f"8 (a) {greater} 5 (b), chênh lệch 3",
    ]


def test_a_finding_knows_its_rule_and_its_figures() -> None:
    finding = run()[0]
    assert (finding.code, finding.severity, finding.title) == ("TST001", Severity.ERROR, "Cộng đúng")
    assert (finding.message, finding.render(lang="en")) == (
        "Ghi 15, cộng được 13",
        "Wrong: Ghi 15, cộng được 13",
    )
    assert (finding.path, finding.place) == (SESSIONS, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở")
    assert (finding.actual, finding.expected, finding.args) == (15, 13, {"total": 15, "sum": 13})
    assert finding.related == (
        "Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở",
        "Đơn vị, Tên đơn vị",
    )


def test_a_fingerprint_stays_while_figures_change_and_differs_by_rule_unit_and_thing() -> None:
    again = run(REPORT.with_value(SESSIONS, 99))
    assert [finding.fingerprint for finding in again] == [finding.fingerprint for finding in run()]
    assert run()[0].fingerprint == "700432314eb66eee"
    assert len({finding.fingerprint for finding in run()}) == 4
    elsewhere = run(WRONG.with_value("unit.name", "Khác"))
    assert elsewhere[0].fingerprint != run()[0].fingerprint


@pytest.mark.parametrize(
    ("severity", "names"),
    [
        (Severity.ERROR, ("Lỗi", "Error")),
        (Severity.WARNING, ("Cảnh báo", "Warning")),
        (Severity.INFO, ("Lưu ý", "Note")),
    ],
)
def test_severities_are_named_for_the_reader(severity: Severity, names: tuple[str, str]) -> None:
    assert (name_of(severity), name_of(severity, "en")) == names


def test_findings_are_one_table() -> None:
    assert run().tables() == (
        Table(
            title="Kết quả đối chiếu · 4 phát hiện: 1 lỗi, 1 cảnh báo, 2 lưu ý",
            columns=(Column("Mã"), Column("Mức độ"), Column("Vị trí"), Column("Nội dung")),
            rows=(
                (
                    "TST001",
                    "Lỗi",
                    "Phụ lục 2, mục 2, dòng 2, cấp cơ sở",
                    "Ghi 15, cộng được 13: 15 (cuộc) ≠ 9 (văn bản) + 4 (khác) = 13, chênh lệch 2",
                ),
                ("AAA001", "Cảnh báo", "Dân số, Số hộ", "Sai 3: 1 (a) + 2 (b) > 2,67 (c), chênh lệch 0,33"),
                ("TST002", "Lưu ý", "Tên báo cáo", "Có 1.555 chỗ"),
                ("TST002", "Lưu ý", "Đơn vị, Tên đơn vị", "Có 0 chỗ"),
            ),
            empty="Không có phát hiện.",
        ),
    )
    assert [table.title for table in run().tables(lang="en")] == [
        "Results of the check · 4 findings: 1 error, 1 warning, 2 notes"
    ]
    assert "<table>" in run()._repr_html_()
    assert "Không có phát hiện." in Findings()._repr_html_()


def test_findings_are_json() -> None:
    findings = run(rules=[sums, never, one_of_each], waivers=[Waiver(code="TST002", reason="đã rõ")])
    text = findings.to_json()
    assert "Phụ lục" in text  # not escaped
    assert json.loads(text) == {
        "schema_version": 1,
        "findings": [
            {
                "code": "TST001",
                "severity": "error",
                "title": "Cộng đúng",
                "message": "Ghi 15, cộng được 13",
                "unit": "xã Mẫu, huyện Mẫu",
                "path": SESSIONS,
                "place": "Phụ lục 2, mục 2, dòng 2, cấp cơ sở",
                "expected": "13",
                "actual": "15",
                "arithmetic": "15 (cuộc) ≠ 9 (văn bản) + 4 (khác) = 13, chênh lệch 2",
                "suggestions": [
                    "Phụ lục 2, mục 2, dòng 2, cấp cơ sở: 15 → 13",
                    "Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở: 9 → — (chép nhầm)",
                ],
                "related": [
                    "Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở",
                    "Đơn vị, Tên đơn vị",
                ],
                "waived": None,
                "fingerprint": findings[0].fingerprint,
                "basis": "Số học",
            }
        ],
        "waived": [
            {
                "code": "TST002",
                "severity": "info",
                "title": "Một lời",
                "message": message,
                "unit": "xã Mẫu, huyện Mẫu",
                "path": path,
                "place": place,
                "expected": None,
                "actual": actual,
                "arithmetic": None,
                "suggestions": [],
                "related": [],
                "waived": "đã rõ",
                "fingerprint": finding.fingerprint,
                "basis": "Số học",
            }
            for finding, message, path, place, actual in zip(
                findings.waived,
                ("Có 1.555 chỗ", "Có 0 chỗ"),
                ("title", "unit.name"),
                ("Tên báo cáo", "Đơn vị, Tên đơn vị"),
                (None, "0"),
                strict=True,
            )
        ],
        "counts": {
            "TST001": {"passed": 0, "failed": 1, "not_applicable": 0, "not_verifiable": 0},
            "TST002": {"passed": 2, "failed": 2, "not_applicable": 0, "not_verifiable": 1},
            "TST003": {"passed": 0, "failed": 0, "not_applicable": 1, "not_verifiable": 0},
        },
        "missing": {
            "TST002": [{"path": "title", "unit": "xã Mẫu, huyện Mẫu", "judged": "", "place": "Tên báo cáo"}]
        },
    }


def test_findings_cross_processes_and_stay_as_they_are() -> None:
    findings = check(WRONG, profile=Profile(select=("CRI001",)))
    again = pickle.loads(pickle.dumps(findings))
    assert again == findings == check(WRONG, profile=Profile(select=("CRI001",)))
    assert (len({*again, *findings}), hash(again) == hash(findings)) == (1, True)
    assert again != check(WRONG)
    assert again[0].rule is findings[0].rule
    for item in (findings, findings[0], Counts(), Profile(), Waiver(code="TST001", reason="b")):
        assert not hasattr(item, "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(item, attrs.fields(type(item))[0].name, None)


@pytest.mark.parametrize("seed", range(3))
def test_a_clean_report_builds_no_breach_no_arithmetic_no_place_and_no_message(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """What would be built must raise, and a rule that raises is a finding."""
    report, built = draw_report(seed), Mock(side_effect=AssertionError("đã dựng"))
    for kind, name in (
        (Breach, "__init__"),
        (Evidence, "__init__"),
        (Finding, "render"),
        (Report, "place_of"),
        (Suggestion, "__init__"),
    ):
        monkeypatch.setattr(kind, name, built)

    findings = check(report)

    assert sum(count.passed for count in findings.counts.values()) > 200
    assert (list(findings), built.call_count) == ([], 0)


# What could not be judged


def test_findings_say_for_each_rule_what_is_missing_and_where() -> None:
    findings = run(REPORT.with_value(WRITTEN, None))
    assert findings.missing == {
        "TST001": (Missing(SESSIONS, "xã Mẫu, huyện Mẫu"),),
        "TST002": (Missing("title", "xã Mẫu, huyện Mẫu"),),
    }
    assert [item.place() for items in findings.missing.values() for item in items] == [
        "Phụ lục 2, mục 2, dòng 2, cấp cơ sở",
        "Tên báo cáo",
    ]
    assert findings.missing["TST002"][0].place(lang="en") == "Title of the report"
    assert Missing("số lều").place() == "số lều"
    assert Missing("population.housholds").place() == "population.housholds"  # as a file may name it


@pytest.mark.parametrize(
    "report", [draw_report(seed).with_value("population.households", None) for seed in range(3)]
)
def test_as_much_is_missing_as_was_not_verifiable(report: Report) -> None:
    findings = check(report)
    assert {code: len(items) for code, items in findings.missing.items()} == {
        code: counts.not_verifiable for code, counts in findings.counts.items() if counts.not_verifiable
    }
    assert all(item.unit == report.unit.address for items in findings.missing.values() for item in items)
