"""What is accepted is accepted with a reason, for a time, and for the figures that were looked at."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from mttq.checking import Finding, Findings, Profile, Waiver, check, check_all, dump_waivers, load_waivers
from mttq.report import Report
from mttq.rules import RETIRED, Breach, Evidence, Judgement, Severity, Term, rule
from mttq.testing import make_report

PERSONS = "population.persons"
ISSUED = dt.date(2025, 1, 10)
DAY = dt.timedelta(days=1)


@rule("TST001", Severity.ERROR, level=1, title="Một nghìn người", message="Có {persons} người")
def a_thousand_live_here(report: Report) -> Iterator[Judgement]:
    """A thousand people live here, or a few.

    Wrong: 4.100.
    Right: 1.000.
    """
    persons = report.population.persons
    if persons is not None and persons != 1000:
        arithmetic = Evidence(
            (Term("người", persons),), "=", (Term("hộ", report.population.households or 0),)
        )
        yield Breach(path=PERSONS, args={"persons": persons}, actual=persons, evidence=arithmetic)


@rule("TST002", Severity.INFO, level=1, title="Không bao giờ", message="Không")
def never(report: Report) -> Iterator[Judgement]:
    """Nothing is wrong.

    Wrong: nothing.
    Right: everything.
    """
    yield from ()


def run(report: Report, *waivers: Waiver, ignore: tuple[str, ...] = ()) -> Findings:
    return check(report, rules=[a_thousand_live_here, never], waivers=waivers, profile=Profile(ignore=ignore))


def found(findings: Findings) -> list[tuple[str, str, dict[str, object]]]:
    return [(finding.code, finding.place, dict(finding.args)) for finding in findings]


REPORT = make_report()
OPEN = [("TST001", "Dân số, Số nhân khẩu", {"persons": 4100})]
ACCEPTED = run(REPORT)[0].waive("đã đếm lại", expires=ISSUED)
OBSOLETE = [
    (
        "MTQ901",
        "Dân số, Số nhân khẩu",
        {"code": "TST001", "reason": "đã đếm lại"},
    )
]


def test_a_waiver_made_from_a_finding_holds_for_it_alone() -> None:
    (finding,) = run(REPORT)
    assert finding.waive("đã đếm lại", expires=ISSUED) == Waiver(
        code="TST001",
        reason="đã đếm lại",
        path=PERSONS,
        expires=ISSUED,
        unit="xã Mẫu, huyện Mẫu",
        fingerprint=finding.fingerprint,
        figures=tuple(f"{name}={value}" for name, value in finding.figures.items()),
    )
    with pytest.raises(ValueError, match=r"^giải trình cho TST001: cần ghi lý do$"):
        finding.waive(" ")


def test_what_is_accepted_is_not_a_finding() -> None:
    findings = run(REPORT, ACCEPTED)
    assert found(findings) == []
    assert [(finding.code, finding.waiver) for finding in findings.waived] == [("TST001", ACCEPTED)]


def test_it_is_reported_again_when_the_figure_changes_and_the_waiver_is_obsolete() -> None:
    findings = run(REPORT.with_value(PERSONS, 4101), ACCEPTED)
    assert found(findings) == [("TST001", "Dân số, Số nhân khẩu", {"persons": 4101}), *OBSOLETE]
    assert not findings.waived


def test_it_is_reported_again_when_another_figure_of_the_arithmetic_changes() -> None:
    findings = run(REPORT.with_value("population.households", 999), ACCEPTED)
    assert found(findings) == [*OPEN, *OBSOLETE]


def test_a_waiver_of_what_was_corrected_is_a_finding() -> None:
    findings = run(REPORT.with_value(PERSONS, 1000), ACCEPTED)
    assert found(findings) == OBSOLETE
    assert findings.warnings.found == findings.found
    assert findings.counts["MTQ901"].failed == 1


def test_an_expired_waiver_is_a_finding_beside_what_it_covered() -> None:
    findings = run(REPORT, attrs.evolve(ACCEPTED, expires=ISSUED - DAY))
    expired = {"code": "TST001", "expires": ISSUED - DAY}
    assert found(findings) == [*OPEN, ("MTQ900", "Dân số, Số nhân khẩu", expired)]
    assert not findings.waived


def test_a_waiver_that_was_prolonged_by_another_has_not_expired() -> None:
    findings = run(REPORT, attrs.evolve(ACCEPTED, expires=ISSUED - DAY), ACCEPTED)
    assert (found(findings), [item.waiver for item in findings.waived]) == ([], [ACCEPTED])


def test_a_waiver_for_any_figure_says_what_it_was_for() -> None:
    waivers = [Waiver(code=code, reason="không rõ") for code in ("TST002", "TST009")]
    assert [finding.place for finding in run(REPORT, *waivers)["MTQ901"]] == ["TST002", "TST009"]


def test_a_waiver_of_what_was_not_checked_is_not_obsolete() -> None:
    """Neither the waivers of other units nor those of rules that were not selected."""
    elsewhere = attrs.evolve(ACCEPTED, unit="xã Khác, huyện Mẫu")
    assert found(run(REPORT, elsewhere)) == OPEN
    assert found(run(REPORT, ACCEPTED, ignore=("TST001",))) == []


def test_rules_about_the_check_are_left_out_by_name() -> None:
    fixed = REPORT.with_value(PERSONS, 1000)
    assert found(run(fixed, ACCEPTED, ignore=("MTQ9",))) == []


def test_in_a_batch_a_waiver_is_for_one_unit() -> None:
    other = REPORT.with_value("unit.name", "Khác")
    findings = check_all([REPORT, other], rules=[a_thousand_live_here], waivers=[ACCEPTED])
    assert [(item.code, item.unit) for item in findings] == [("TST001", "xã Khác, huyện Mẫu")]
    assert [item.unit for item in findings.waived] == ["xã Mẫu, huyện Mẫu"]


def test_in_a_batch_an_unused_waiver_is_placed_where_it_would_apply() -> None:
    fixed, other = REPORT.with_value(PERSONS, 1000), REPORT.with_value("unit.name", "Khác")
    anywhere = Waiver(code="TST001", reason="không rõ", path="population")
    findings = check_all([fixed, other], rules=[a_thousand_live_here], waivers=[ACCEPTED, anywhere])
    assert [(item.unit, item.place) for item in findings["MTQ901"]] == [
        ("xã Mẫu, huyện Mẫu", "xã Mẫu, huyện Mẫu: Dân số, Số nhân khẩu"),
        ("", "population"),
    ]


def test_the_figures_of_a_finding_are_those_of_message_arithmetic_and_places() -> None:
    def finding(**facts: object) -> Finding:
        return attrs.evolve(run(REPORT)[0], **facts)  # type: ignore[arg-type]

    changes: list[dict[str, object]] = [
        {"actual": 1},
        {"expected": 1},
        {"args": {"persons": 4101}},
        {"args": {"persons": ("a", "b")}},
        {"evidence": None},
    ]
    hashes = {finding(**change).value_hash for change in [{}, *changes]}
    assert len(hashes) == 6
    assert finding(path="x", place="y", unit="z").value_hash == finding().value_hash
    changes[-1] = {"involved": (("x", 1),)}
    figures = [finding(**change).figures for change in [{}, *changes]]
    assert [figures.count(one) for one in figures] == [1] * 6


def test_a_waiver_covers_what_it_fits_while_it_holds() -> None:
    (finding,) = run(REPORT)
    assert [ACCEPTED.holds_on(day) for day in (None, ISSUED, ISSUED + DAY)] == [True, True, False]
    assert ACCEPTED.fits(finding)
    old = attrs.evolve(ACCEPTED, fingerprint=None, figures=None, value_hash=finding.value_hash)
    others: list[tuple[Waiver, dict[str, object]]] = [
        (ACCEPTED, {"code": "TST002"}),
        (ACCEPTED, {"fingerprint": "0123456789abcdef"}),
        (ACCEPTED, {"figures": ("actual=4101",)}),
        (old, {"path": "title"}),
        (old, {"unit": "xã Khác, huyện Mẫu"}),
        (old, {"value_hash": "0123456789abcdef"}),
    ]
    alike: list[tuple[Waiver, dict[str, object]]] = [
        (ACCEPTED, {"path": "title", "unit": "xã Khác"}),  # where it stood decides nothing
        (ACCEPTED, {"figures": None}),
        (ACCEPTED, {"figures": ("{villages}=5",)}),  # nobody says anything else
        (old, {"unit": "xã Mẫu,  huyện  MẪU"}),
        (old, {"unit": None, "path": None, "value_hash": None}),
    ]
    fits = [attrs.evolve(waiver, **change).fits(finding) for waiver, change in (*others, *alike)]  # type: ignore[arg-type]
    assert fits == [False] * 6 + [True] * 5
    assert (old.is_old, ACCEPTED.is_old) == (True, False)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("CRI01", "“CRI01”; có phải “CRI001”?"),
        ("cri001", "“cri001”; có phải “CRI001”?"),
        ("CRI0001", "“CRI0001”; có phải “CRI001”?"),
        ("CRI", "“CRI”"),
        ("", "“”"),
    ],
)
def test_an_unknown_code_is_refused_when_a_waiver_is_made(code: str, told: str) -> None:
    with pytest.raises((TypeError, ValueError), match=f"không có quy tắc mã {re.escape(told)}"):
        Waiver(code=code, reason="đã rõ")
    assert Waiver(code="HUE001", reason="đã rõ").code == "HUE001"  # a rule of one's own


def test_files_with_an_unknown_code_are_read(tmp_path: Path) -> None:
    file = tmp_path / "waivers.json"
    file.write_text('[{"code": "CRI01", "reason": "đã rõ"}]', encoding="utf-8")
    (waiver,) = load_waivers(file)
    assert (waiver.code, waiver.reason) == ("CRI01", "đã rõ")


@pytest.mark.parametrize("code", RETIRED)
def test_a_waiver_of_a_retired_rule_loads_with_a_warning_and_covers_nothing(
    code: str, tmp_path: Path
) -> None:
    with pytest.warns(FutureWarning, match=f"^quy tắc {code} đã thôi dùng") as caught:
        waiver = Waiver(code=code, reason="đã rõ")
    assert [item.filename for item in caught] == [__file__]
    dump_waivers([waiver], tmp_path / "waivers.json")
    with pytest.warns(FutureWarning, match=code):
        assert load_waivers(tmp_path / "waivers.json") == (waiver,)
    assert [(item.code, item.path) for item in check(REPORT, waivers=[waiver])] == [("MTQ901", code)]
