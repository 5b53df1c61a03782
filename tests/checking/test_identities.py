"""Findings are known again, and waivers hold, whatever happens elsewhere; and never for other figures."""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import attrs
import pytest

from mttq import vi
from mttq._samples._faults import FAULTS, Fault
from mttq._samples._together import TOGETHER
from mttq.checking import Finding, Findings, Waiver, check, check_all
from mttq.checking._identities import identity_of, spots_of, told_apart
from mttq.checking._waiver_files import renewed
from mttq.codec import dumps, load, loads
from mttq.model import (
    Campaign,
    Citation,
    EmulationMovement,
    ExemplaryModel,
    FundKind,
    FundLedger,
    Gifts,
    OrganisationMembership,
    PrintedFigure,
    ReportPeriod,
    SocioPoliticalOrganization,
    Statement,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import RULES, Breach, Figure, Judgement, Rule, Scope, Severity, rule
from mttq.testing import conformance_cases, draw_report, make_report
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Tiered, Triple
from mttq.wording import Phrase

Elsewhere = Callable[[Report], Report]
TRUNG_SON = load(Path(__file__).parents[2] / "examples/trung_son_2023.json")
YEAR = Period.of_year(2023)


@attrs.frozen
class Checked:
    """A check that can be made again of changed reports."""

    reports: tuple[Report, ...]
    previous: tuple[Report, ...] = ()
    units: tuple[Report, ...] = ()  # reports that hold nothing but a unit of the catalogue
    rules: tuple[Rule, ...] = tuple(RULES)

    def run(self, waivers: Iterable[Waiver] = ()) -> Findings:
        if all(item.scope is Scope.REPORT for item in self.rules) or self.rules == tuple(RULES):
            return check(self.reports[0], rules=self.rules, waivers=waivers)
        units = [item.unit for item in self.units]
        return check_all(self.reports, previous=self.previous, units=units, rules=self.rules, waivers=waivers)

    def changed(self, change: Elsewhere) -> "Checked":
        return attrs.evolve(
            self,
            reports=tuple(map(change, self.reports)),
            previous=tuple(map(change, self.previous)),
        )

    def reordered(self) -> "Checked":
        turned = {name: getattr(self, name)[::-1] for name in ("reports", "previous", "units")}
        return attrs.evolve(self, **turned)


def _checks() -> Iterator[Any]:
    yield pytest.param(Checked((TRUNG_SON,)), id="Trung Sơn")
    for case in conformance_cases("rules"):
        asked, name = RULES[str(case["rule"])], str(case["case"])
        if case["state"] == "failed" and asked.scope is not Scope.RUN and "another report" not in name:
            bare = {"schema_version": 1, "title": "Báo cáo"}
            given: Any = {"reports": [case.get("report")], "previous": [], "units": [], **case}
            units = [bare | {"unit": unit} for unit in given["units"]]
            reports, previous, known = (
                tuple(loads(json.dumps(item)) for item in items)
                for items in (given["reports"], given["previous"], units)
            )
            yield pytest.param(Checked(reports, previous, known, (asked,)), id=f"{asked.code} {name}")


CHECKS = list(_checks())
_PATH = re.compile(r"[a-z_0-9.-]+")
_NAMES_NO_TEXT = ("indicator", "path", "narrative", "symbol")


def _respelled(value: Any, spell: Callable[[str], str], name: str = "") -> Any:
    """Spell the names and texts of a report otherwise; paths, symbols and the narrative stay."""
    if type(value) is str:
        is_path = name in _NAMES_NO_TEXT or (name == "subject" and _PATH.fullmatch(value))
        return value if is_path else spell(value)
    if isinstance(value, tuple):
        return tuple(_respelled(item, spell, name) for item in value)
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(value, **{one: _respelled(getattr(value, one), spell, one) for one in names})
    return value


def _spaced(report: Report) -> Report:
    changed: Report = _respelled(report, lambda text: text.replace(" ", "  "))
    return changed


def _decomposed(report: Report) -> Report:
    def spell(text: str) -> str:
        return unicodedata.normalize("NFD", text)

    changed: Report = _respelled(report, spell)
    return attrs.evolve(changed, narrative=report.narrative and spell(report.narrative))


def _with_blank_lines(report: Report) -> Report:
    """Put blank lines before the text, and one more wherever there are some."""
    text = report.narrative
    return attrs.evolve(report, narrative=text and "\n\n" + text.replace("\n\n", "\n\n\n"))


def _with_more(report: Report) -> Report:
    """Put a record that nothing is wrong with before those of many lists."""
    told = report.campaigns
    law = vi.parse_document("Luật Đất đai số 31/2024/QH15")
    return attrs.evolve(
        report,
        citations=(Citation(document=attrs.evolve(law, date=None)), *report.citations),
        statements=(
            Statement(indicator="thư viện", value=Quantity(value=Decimal(1))),
            *report.statements,
        ),
        periods=(ReportPeriod(subject="thư viện", period=YEAR), *report.periods),
        printed=(PrintedFigure(path="population.villages", text="05"), *report.printed),
        campaigns=attrs.evolve(
            told,
            campaigns=(Campaign(name="Mỗi nhà một cây"), *told.campaigns),
            movements=(EmulationMovement(name="Mỗi nhà một cây"), *told.movements),
            models=(ExemplaryModel(name="Mỗi nhà một cây"), *told.models),
        ),
        funds=attrs.evolve(
            report.funds, gifts=(Gifts(occasion="khai giảng", period=YEAR), *report.funds.gifts)
        ),
        unit=attrs.evolve(
            report.unit, traits=report.unit.traits[::-1], predecessors=report.unit.predecessors[::-1]
        ),
    )


_IN_ORDER = ("citations", "outline", "appendices", "recipients")  # where the order says something


def _turned(report: Report) -> Report:
    """Turn the order of all records; the paths by which one names another follow."""

    def moved(path: str) -> str:
        value: Any = report
        steps = []
        for step in path.split("."):
            if isinstance(value, tuple):
                steps.append(str(len(value) - 1 - int(step)))
                value = value[int(step)]
            else:
                steps.append(step)
                value = getattr(value, step, None)
        return ".".join(steps)

    def turned(value: Any, name: str = "") -> Any:
        if isinstance(value, tuple) and value and attrs.has(type(value[0])):
            return tuple(turned(item) for item in reversed(value))
        if attrs.has(type(value)) and type(value).__module__.startswith(("mttq.model", "mttq.report")):
            names = [field.name for field in attrs.fields(type(value)) if field.name not in _IN_ORDER]
            return attrs.evolve(value, **{one: turned(getattr(value, one), one) for one in names})
        return value

    changed: Report = turned(
        attrs.evolve(
            report,
            statements=tuple(
                attrs.evolve(item, indicator=type(item.indicator)(moved(item.indicator)))
                for item in report.statements
            ),
            periods=tuple(attrs.evolve(item, subject=moved(item.subject)) for item in report.periods),
            printed=tuple(attrs.evolve(item, path=moved(item.path)) for item in report.printed),
        )
    )
    return changed


ELSEWHERE = (_spaced, _decomposed, _with_blank_lines, _with_more, _turned)


def _names(findings: Iterable[Finding]) -> list[str]:
    return sorted(finding.fingerprint for finding in findings)


@pytest.mark.share(3)
@pytest.mark.parametrize("checked", CHECKS)
def test_changes_elsewhere_alter_no_finding_and_void_no_waiver(checked: Checked) -> None:
    before = checked.run()
    waivers = [finding.waive("đã giải trình") for finding in before]
    for again in [*map(checked.changed, ELSEWHERE), checked.reordered()]:
        after = again.run(waivers)
        assert [(item.code, item.path) for item in after] == []
        assert _names(after.waived) == _names(before)


@pytest.mark.share(3)
@pytest.mark.parametrize("checked", CHECKS)
def test_two_findings_of_one_check_have_two_fingerprints_without_being_counted(checked: Checked) -> None:
    found = checked.run().found
    assert len({finding.fingerprint for finding in found}) == len(found)
    assert {finding.known_by.nth for finding in found} <= {1}


def test_a_comparison_of_two_orders_has_nothing_new_and_nothing_gone() -> None:
    for change in ELSEWHERE:
        comparison = check(change(TRUNG_SON)).compare(check(TRUNG_SON))
        assert [len(item) for item in (comparison.new, comparison.fixed, comparison.not_judged)] == [0, 0, 0]


def _others(value: Any) -> list[Any]:
    """Return other figures for one, all numbers of it changed."""
    match value:
        case Pair() | Triple():
            return [type(value)(*(number + more for number in value)) for more in (1, 5)]
        case int():
            return [value + 1, value + 5, max(value - 1, 0)]
        case Quantity():
            return [attrs.evolve(value, value=value.value + 1)]
        case Share():
            return [Share(value.percent + 1)]
        case dt.date():
            return [value + dt.timedelta(1)]
        case Tiered():
            return [attrs.evolve(value, commune=other) for other in _others(value.commune)]
        case _:
            return []


def _places(breach: Breach) -> set[str]:
    terms = (*breach.evidence.left, *breach.evidence.right) if breach.evidence else ()
    return {breach.path, *breach.related, *(term.path for term in terms)}


@pytest.mark.share(3)
@pytest.mark.parametrize("checked", CHECKS)
def test_another_figure_at_a_place_named_by_a_finding_voids_its_waiver(checked: Checked) -> None:
    report = checked.reports[0]
    for asked in checked.rules:
        if asked.scope is not Scope.REPORT:
            continue
        waivers = [finding.waive("đã giải trình") for finding in check(report, rules=[asked])]
        for breach in [item for item in asked(report) if isinstance(item, Breach)]:
            for place in _places(breach):
                for other in _others(_value_at(report, place)):
                    changed = _changed(report, place, other)
                    waived = check(changed, rules=[asked], waivers=waivers).waived if changed else ()
                    assert [item.path for item in waived if item.path == breach.path] == [], place


def _value_at(report: Report, path: str) -> object:
    try:
        return report.value_at(path)
    except KeyError:
        return None


def _changed(report: Report, path: str, value: object) -> Report | None:
    try:
        changed = report.with_value(path, value)
    except (TypeError, ValueError):  # no such figure can stand there
        return None
    return None if changed == report else changed


@pytest.mark.share(3)
@pytest.mark.parametrize("fault", [*FAULTS, *TOGETHER], ids=lambda fault: f"{fault.code} {fault.name}")
def test_a_fault_of_another_size_is_not_waived(fault: Fault) -> None:
    asked = RULES[fault.code]
    if asked.scope is Scope.RUN:
        return
    base = draw_report(1)
    first = fault.wrong(base, 1)
    waivers = tuple(item.waive("đã giải trình") for item in first.judged_by(asked)[fault.code])
    assert waivers
    for case in (fault.wrong(base, size) for size in (2, 5, 9)):
        if case != first:
            assert not attrs.evolve(case, waivers=waivers).judged_by(asked).waived


@pytest.mark.parametrize("code", ["TRD004", "TRD005"])
def test_a_pattern_is_reported_again_when_one_of_its_figures_changes(code: str) -> None:
    (waiver,) = [finding.waive("đã giải trình") for finding in check(TRUNG_SON)[code]]
    changed = TRUNG_SON.with_value("kl62-pl2.criticism.sessions.commune", 30)  # was 15: a multiple as well
    assert [len(check(item, waivers=[waiver])[code]) for item in (TRUNG_SON, changed)] == [0, 1]


@rule("TST001", Severity.WARNING, level=1, title="Ít người", message="{persons} người, {note}, từ {day}")
def few_people(report: Report) -> Iterator[Judgement]:
    """Few people live here.

    Wrong: 4.100.
    Right: 100.
    """
    args: dict[str, Figure] = {
        "persons": report.population.persons or 0,
        "day": dt.date(2024, 3, 5),
        "note": "nhiều  người",
    }
    yield Breach(path="population.persons", args=args, actual=report.population.persons)


def test_neither_wording_nor_notation_nor_a_new_argument_voids_a_waiver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (finding,) = check(make_report(), rules=[few_people])
    waiver, said, figures = finding.waive("đã giải trình"), finding.message, finding.figures
    monkeypatch.setattr(vi, "format_figure", lambda *_, **__: "05 tháng 3 năm 2024")
    assert (finding.message != said, finding.figures) == (True, figures)
    reworded = attrs.evolve(few_people, title="Ít", message="Từ {day}: {persons}")
    assert waiver.fits(attrs.evolve(finding, rule=reworded))
    assert waiver.fits(attrs.evolve(finding, args={**finding.args, "villages": 14}))
    fewer = {name: value for name, value in finding.args.items() if name != "note"}
    assert waiver.fits(attrs.evolve(finding, args=fewer))
    assert not waiver.fits(attrs.evolve(finding, args={**finding.args, "persons": 4101}))


_GIVEN = (
    "CAM001",
    "DOC010",
    "DOC015",
    "TXT003",
    "TXT006",
    "TXT007",
    "UNI003",
)  # numbers, names, symbols, spellings


@pytest.mark.share(3)
@pytest.mark.parametrize("checked", CHECKS)
def test_a_text_in_a_message_is_a_quotation_or_a_phrase(checked: Checked) -> None:
    """What we may word otherwise some day would void waivers if it stood there as a quotation."""
    given = (*checked.reports, *checked.previous, *checked.units)
    units = [
        f"{item.unit.address} {item.unit.full_name} {item.unit.full_name} ({item.unit.code})"
        for item in given
    ]
    text = vi.fold(" ".join([*map(dumps, given), *units]))
    for finding in checked.run():
        shown = [value if isinstance(value, tuple) else (value,) for value in finding.args.values()]
        quoted = [item for items in shown for item in items if isinstance(item, str)]
        strange = [item for item in quoted if type(item) is not Phrase and vi.fold(item) not in text]
        assert not strange or finding.code in _GIVEN, strange


def test_a_finding_lists_its_figures_by_name() -> None:
    (finding,) = check(make_report(), rules=[few_people])
    assert dict(finding.figures) == {
        "actual": "4100",
        "expected": "",
        "{persons}": "4100",
        "{day}": "2024-03-05",
        "{note}": "nhiều người",
        "involved": "4b4ab2570e277bda",
    }
    long = attrs.evolve(finding, actual="chữ " * 40)
    assert long.figures["actual"] == "e801b012c1d2db4d"


def _slips(text: str) -> list[Finding]:
    return list(check(attrs.evolve(make_report(), narrative=text), rules=[RULES["TXT003"]]))


def test_two_slips_in_one_line_and_one_slip_in_two_lines_are_told_apart() -> None:
    one, other = _slips("Trường ban công tác Mặt trận xã bàn hành kế hoạch.")
    (alone,) = _slips("Đầu dòng.\n\nTrường ban công tác  Mặt trận xã ban hành kế hoạch.")
    assert one.fingerprint == alone.fingerprint != other.fingerprint  # the other one was set right
    assert one.waive("viết vậy").fits(alone)
    first, second = _slips("Trường ban thôn 1.\nTrường ban thôn 2.")
    assert first.fingerprint != second.fingerprint
    twice = _slips("Trường ban.\nTrường ban.")
    assert [item.known_by.nth for item in twice] == [1, 2]
    assert twice[0].fingerprint == _slips("Trường ban.")[0].fingerprint


def test_a_breach_of_a_line_is_about_all_its_words_unless_it_quotes_one_of_them() -> None:
    report = attrs.evolve(make_report(), narrative="Đảng bộ xã có 18 chi bộ")
    things = [
        identity_of(breach, report.unit, spots_of(breach, report)).thing
        for about in ("", "thôn", "18", "statements.0")
        for breach in (Breach(path="narrative.1", about=about),)
    ]
    line = "narrative[đảng bộ xã có 18 chi bộ]"
    assert things == [line, f"{line} thôn", "narrative[bộ xã có 18 chi bộ] 18", f"{line} statements.0"]


def _seconds(findings: int) -> float:
    """Return the time to know findings in a text of so many lines, all alike but for numbers."""
    lines = "\n".join(f"Trường ban công tác thôn {number // 2}" for number in range(findings))
    report = attrs.evolve(make_report(), narrative=lines)
    breaches = [Breach(path=f"narrative.{line}", about="Trường ban") for line in range(1, findings + 1)]

    def once() -> float:
        start = process_time()
        known = [identity_of(breach, report.unit, spots_of(breach, report)) for breach in breaches]
        told_apart([Finding(rule=few_people, path="", place="", args={})] * findings, known)
        return process_time() - start

    return min(once() for _ in range(3))


def test_four_times_the_findings_take_no_more_than_about_four_times_as_long() -> None:
    assert _seconds(2000) < 8 * _seconds(500)


def _failing(code: str) -> Checked:
    """Return the first failing case of a rule."""
    found: Checked = next(item.values[0] for item in CHECKS if str(item.id).startswith(code))
    return found


def _changed_in(checked: Checked, path: str, value: object) -> Checked:
    first, *others = checked.reports
    return attrs.evolve(checked, reports=(first.with_value(path, value), *others))


def _two_years_without_a_dialogue() -> Checked:
    checked = _failing("CRI013")
    period = Period.interval(PartialDate(year=2024, month=1), PartialDate(year=2025, month=12))
    periods = tuple(attrs.evolve(item, period=period) for item in checked.reports[0].periods)
    report = attrs.evolve(checked.reports[0], periods=periods)
    return attrs.evolve(checked, reports=(report.with_value("header.date", dt.date(2026, 2, 1)),))


_ORGANISATIONS = tuple(
    OrganisationMembership(organisation=body, closing=5000)
    for body in (SocioPoliticalOrganization.TRADE_UNION, SocioPoliticalOrganization.FARMERS)
)


@pytest.mark.parametrize(
    "checked",
    [
        _two_years_without_a_dialogue(),
        Checked(
            (make_report().with_value("membership.organisations", _ORGANISATIONS),), rules=(RULES["MEM006"],)
        ),
        _changed_in(_failing("SUP010"), "kl62-pl2.supervision.delegations.commune", Pair(0, 0)),
        _changed_in(_failing("TRD001"), "kl62-pl1.movements.commended", Pair(0, 0)),
    ],
    ids=["years", "kinds of members", "cases and units", "halves of a pair"],
)
def test_two_things_at_one_path_are_told_apart_without_being_counted(checked: Checked) -> None:
    by_path: dict[str, list[Finding]] = {}
    for finding in checked.run():
        by_path.setdefault(finding.path, []).append(finding)
    several = max(by_path.values(), key=len)
    assert len({item.fingerprint for item in several}) == len(several) == 2
    assert [item.known_by.nth for item in several] == [1, 1]


LEDGER = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, stated_years=5, raised=1)


def test_identical_records_are_counted_in_the_order_of_their_figures() -> None:
    def run(*ledgers: FundLedger) -> list[Finding]:
        report = make_report()
        funds = attrs.evolve(report.funds, ledgers=ledgers)
        return list(check(attrs.evolve(report, funds=funds), rules=[RULES["FND006"]]))

    assert [item.known_by.nth for item in run(LEDGER, LEDGER)] == [1, 2]
    less, more = (attrs.evolve(LEDGER, stated_years=years) for years in (3, 6))
    found, turned = run(less, more), run(more, less)
    assert len({item.fingerprint for item in found}) == 2
    assert {item.fingerprint: item.actual for item in found} == {
        item.fingerprint: item.actual for item in turned
    }


def test_counts_stay_where_waivers_are_given() -> None:
    one, other = (make_report().with_value("unit.code", code) for code in ("19806", "19807"))
    batch, unfit = [one, other, one, other], Waiver(code="TST001", reason="không rõ", path="title")
    before, after = (check_all(batch, rules=[few_people], waivers=given) for given in ((), (unfit, unfit)))
    names = [item.fingerprint for item in before["TST001"]]
    assert len(set(names)) == 4
    assert [item.fingerprint for item in after["TST001"]] == names


def test_two_waivers_that_cover_nothing_are_two_findings() -> None:
    unfit = [Waiver(code="TST001", reason=reason, path="title") for reason in ("một", "hai")]
    stale = check(make_report(), rules=[few_people], waivers=unfit)["MTQ901"]
    assert len({item.fingerprint for item in stale}) == 2


def test_a_unit_is_identified_by_kind_name_and_parent_in_any_spelling() -> None:
    report = make_report().with_value("unit.code", "19806")
    parent = report.unit.parent
    assert parent is not None
    (finding,) = check(report, rules=[few_people])

    def name(**change: Any) -> str:
        changed = attrs.evolve(report, unit=attrs.evolve(report.unit, **change))
        return check(changed, rules=[few_people])[0].fingerprint

    same: list[dict[str, Any]] = [
        {"code": None},
        {"code": "19807"},
        {"name": "MẪU  "},
        {"parent": UnitRef(kind=parent.kind, name="mẫu", code="470")},
    ]
    others: list[dict[str, Any]] = [
        {"kind": "phường"},
        {"name": "Khác"},
        {"parent": None},
        {"parent": attrs.evolve(parent, name="Khác")},
    ]
    others[0]["kind"] = type(report.unit.kind)("phường")
    assert {name(**change) for change in same} == {finding.fingerprint}
    assert len({finding.fingerprint, *(name(**change) for change in others)}) == 5


def test_the_code_distinguishes_two_units_of_one_name_and_a_waiver_holds_for_one() -> None:
    report = make_report()
    one, other = (report.with_value("unit.code", code) for code in ("19806", "19807"))
    both = check_all([one, other], rules=[few_people])["TST001"]
    assert len({item.fingerprint for item in both}) == 2
    waiver = both[1].waive("đã giải trình")
    open_ = check_all([other, one], rules=[few_people], waivers=[waiver])["TST001"]
    assert [item.known_by.code for item in open_] == ["19806"]
    alone = [len(check(item, rules=[few_people], waivers=[waiver])["TST001"]) for item in (one, other)]
    assert alone == [1, 0]


def test_a_finding_made_by_hand_is_identified_by_unit_and_path() -> None:
    hand = Finding(rule=few_people, path="title", place="Tên báo cáo", args={}, unit="xã Mẫu")
    assert hand.goes_by(attrs.evolve(hand, unit="XÃ  MẪU").fingerprint)
    assert not hand.goes_by(attrs.evolve(hand, path="subject").fingerprint)
    assert not hand.goes_by(attrs.evolve(hand, unit="xã Khác").fingerprint)


def _old(finding: Finding) -> Waiver:
    """Return the waiver that mttq 0.1 wrote."""
    return Waiver(
        code=finding.code,
        reason="đã giải trình",
        path=finding.path,
        expires=dt.date(2099, 1, 1),
        unit=finding.unit.replace(",", ",  "),
        value_hash=finding.value_hash,
    )


def test_earlier_waivers_hold_and_are_renewed() -> None:
    found = check(TRUNG_SON).found
    by_hand = Waiver(code="TXT001", reason="không rõ")
    elsewhere = attrs.evolve(_old(found[0]), unit="xã Khác")
    old = [*map(_old, found), by_hand, elsewhere]
    findings = check(TRUNG_SON, waivers=old)
    assert [item.code for item in findings] == ["MTQ901"]  # that by hand covers nothing
    assert len(findings.waived) == len(found)
    new = renewed(old, findings.waived)
    assert set(new) == {item.waive("đã giải trình", dt.date(2099, 1, 1)) for item in found} | {
        by_hand,
        elsewhere,
    }
    assert [item.is_old for item in new].count(True) == 1
    assert _names(check(_turned(TRUNG_SON), waivers=new).waived) == _names(found)
    assert renewed(new, check(TRUNG_SON, waivers=new).waived) == new
