"""mttq's own forms are found by their codes, whatever was loaded before."""

import datetime as dt
import subprocess
import sys
from typing import Any

import attrs
import pytest

import mttq
from mttq._declared import paths
from mttq.forms import form_with, is_form, registered_forms
from mttq.forms import nghean_nha_dai_doan_ket as registers
from mttq.forms._form import SHIPPED
from mttq.forms.baucu_phan_bo_xa import CandidateAllotment, CandidateStructure, VillageAllotment
from mttq.forms.core import CoreIndicators, FundForThePoor, Population
from mttq.forms.easup_y_kien_cu_tri import PeoplesOpinions
from mttq.forms.hdbc_23 import CandidateVotes, CountingRecord
from mttq.forms.hdbc_28_2 import ElectedStructure, PersonsAndShare
from mttq.forms.nghean_nha_dai_doan_ket import HouseRegister, KeyFigures, RegisteredHouse
from mttq.forms.nghean_pbxh_so import Progress, SupervisionRegister, WatchEntry, WatchKind
from mttq.forms.qcdc_3_bieu_quyet import Matter, Matters, Place, VotedOn, Ways
from mttq.forms.qcdc_9_don_thu import Complaints, ComplaintsOf, Span
from mttq.model import (
    ActivityState,
    Funds,
    Houses,
    HouseSource,
    HouseState,
    HouseWork,
    PopulationProfile,
    ReportPeriod,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    SupervisionKind,
    SupervisionRecords,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.testing import draw_report
from mttq.values import Period

UNIT = Unit(kind=UnitKind.COMMUNE, name="Mẫu")


@pytest.mark.parametrize("code", SHIPPED)
def test_each_is_declared_in_the_module_of_its_name(code: str) -> None:
    form = form_with(code)
    assert form is not None
    assert form.code == code
    assert form.record.__module__ == f"mttq.forms.{code.replace('-', '_')}"
    assert is_form(form.record)


def test_they_come_first_and_in_their_order() -> None:
    assert tuple(registered_forms())[: len(SHIPPED)] == SHIPPED
    assert form_with("no-such-form") is None


ASK = """
import json, sys, mttq
UNIT = '{"kind": "xã", "name": "A"}'
LINE = '{"schema_version": 1, "unit": ' + UNIT + ', "title": "T", "appendices": [{"form": "%s"}]}'
asked = {
    "schema": lambda: json.dumps(mttq.json_schema()),
    "place": lambda: str(mttq.loads(LINE % "core").place_of("core.population.households")),
    "findings": lambda: [str(item) for item in mttq.check(mttq.loads(LINE % "qcdc-9-don-thu"))],
}
said = {name: asked[name]() for name in sys.argv[1:]}
print(json.dumps([said[name] for name in sorted(said)]))
"""


def test_what_was_loaded_before_changes_no_result() -> None:
    orders = (("schema", "place", "findings"), ("findings", "place", "schema"))
    one, other = (
        subprocess.run([sys.executable, "-c", ASK, *order], capture_output=True, check=True).stdout
        for order in orders
    )
    assert one == other


def test_a_path_loads_the_form_with_whose_code_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_ROOTS", {})
    monkeypatch.setattr(paths, "_LATER", {})
    paths.corrected.cache_clear()
    paths.add_later_root("core", lambda: paths.add_root("core", CoreIndicators))
    assert paths.complaint("core.population.housholds") == (
        "không có “core.population.housholds”; có phải “core.population.households”?"
    )
    assert paths._LATER == {}
    paths.corrected.cache_clear()


def found(*appendices: object, **facts: object) -> set[tuple[str, str]]:
    report = Report(unit=UNIT, title="Báo cáo", appendices=appendices, **facts)  # type: ignore[arg-type]
    codes = ("APP003", "APP013", "APP014", "UNI008")
    return {(item.code, item.path) for item in mttq.check(report) if item.code in codes}


def test_core_indicators_add_up_and_agree_with_the_records() -> None:
    people = Population(households=946, poor=51, near_poor=912)
    fund = FundForThePoor(
        opening=12_500_000,
        raised=215_910_000,
        from_above=50_000_000,
        spent=180_000_000,
        to_above=0,
        closing=98_410_000,
        plan=200_000_000,
        plan_share=mttq.Share.of(215_910_000, 200_000_000),
    )
    core = CoreIndicators(population=people, poor_fund=fund)
    assert found(core) == {("APP013", "core.population.households")}
    assert found(core, population=PopulationProfile(households=947)) == {
        ("APP013", "core.population.households"),
        ("APP014", "core.population.households"),
    }


def test_core_indicators_agree_with_ledgers_and_records_of_the_time_of_the_report() -> None:
    drawn = draw_report(7, size=2)
    ledger = drawn.funds.ledgers[0]
    core = drawn.tally(CoreIndicators)
    assert (core.poor_fund.opening, core.poor_fund.raised) == (ledger.opening, ledger.raised)
    assert core.watching.criticisms == drawn.value_at("kl62-pl2.criticism.sessions")
    assert core.new_rural.festivals is None  # a festival is of a year
    report = attrs.evolve(drawn, appendices=(*drawn.appendices, core))
    assert [item for item in mttq.check(report, select=("APP013", "APP014")) if "core" in item.path] == []

    wrong = report.with_values({"core.poor_fund.raised": 5, "core.watching.criticisms": 99})
    codes = {(item.code, item.path) for item in mttq.check(wrong, select="APP014")}
    assert {("APP014", "core.poor_fund.raised"), ("APP014", "core.watching.criticisms")} <= codes

    (gifts, *_) = drawn.funds.gifts
    year = (ReportPeriod(subject="review", period=gifts.period),)
    fewer = attrs.evolve(report, periods=year).with_values({"core.support.gifts": 1})
    assert {item.path for item in mttq.check(fewer, select="APP013")} == {"core.support.gifts"}
    assert fewer.with_value("periods", ()).period is None
    assert list(mttq.check(fewer.with_value("periods", ()), select="APP013")) == []


def test_the_register_of_supervision_is_entered_from_its_records() -> None:
    unit = UnitRef(kind=UnitKind.COMMUNE, name="Mẫu Đông")
    records = SupervisionRecords(
        supervisions=(
            Supervision(
                form=SupervisionForm.DELEGATION,
                date=dt.date(2026, 5, 10),
                ended=dt.date(2026, 5, 12),
                subject="Thu, chi",
                tier=mttq.Tier.COMMUNE,
                led_by="Ban Thường trực",
                supervised=(unit, unit),
                state=ActivityState.INTENDED,
            ),
            Supervision(kind=SupervisionKind.INSPECTION, period=Period.quarter(2026, 3)),
            Supervision(period=Period.of_year(2026), count=12),
        ),
        criticisms=(SocialCriticism(subject="Dự thảo", state=ActivityState.DONE),),
    )
    report = Report(unit=UNIT, title="Báo cáo", supervision=records)
    assert report.tally(SupervisionRegister).activities == (
        WatchEntry(
            level="cấp xã",
            kind=WatchKind.SUPERVISION,
            subject="Thu, chi",
            supervised="xã Mẫu Đông; xã Mẫu Đông",
            how="tổ chức đoàn giám sát",
            begun=dt.date(2026, 5, 10),
            ended=dt.date(2026, 5, 12),
            state=Progress.EXPECTED,
            led_by="Ban Thường trực",
        ),
        WatchEntry(kind=WatchKind.INSPECTION, time=Period.quarter(2026, 3)),
        WatchEntry(kind=WatchKind.CRITICISM, subject="Dự thảo", state=Progress.DONE),
    )


def test_an_allotment_as_a_commune_printed_it_adds_up() -> None:
    villages = tuple(
        VillageAllotment(name=f"Thôn {number}", structure=CandidateStructure(allotted=1))
        for number in range(1, 11)
    )
    filled = CandidateAllotment(
        total=CandidateStructure(allotted=45, women=16),
        party=CandidateStructure(allotted=14, women=5),
        government=CandidateStructure(allotted=14, women=5),
        front=CandidateStructure(allotted=7, women=4),
        villages=villages,
    )
    assert found(filled) == set()
    assert (
        found(mttq.loads(mttq.dumps(Report(unit=UNIT, title="B", appendices=(filled,)))).appendices[0])
        == set()
    )


def test_complaints_left_open_are_at_least_what_was_not_settled() -> None:
    of = ComplaintsOf(received=Span(quarter=3, year=5), settled=Span(quarter=6, year=2), open=2)
    assert found(Complaints(communes=(of,))) == {
        ("APP013", "qcdc-9-don-thu.communes.0.open"),
        ("APP013", "qcdc-9-don-thu.communes.0.settled.quarter"),
    }


def test_the_candidates_are_those_whose_votes_are_listed() -> None:
    votes = tuple(CandidateVotes(name=name) for name in ("A", "B", "C"))
    assert found(CountingRecord(candidates=4, results=votes)) == {("APP014", "hdbc-23.candidates")}


def test_opinions_by_field_and_village_stand_below_the_ratings() -> None:
    (printed,) = mttq.forms.tables_of(PeoplesOpinions())
    assert [line[:2] for line in printed.rows] == [
        ("I", "Tổng số ý kiến tiếp nhận"),
        ("1", "Đã ban hành văn bản trả lời"),
        ("2", "Đang thụ lý, thẩm tra xử lý"),
        ("3", "Chờ tiếp nhận phân loại"),
        ("II", "Tổng số lượt đánh giá"),
        ("1", "Rất hài lòng"),
        ("2", "Hài lòng"),
        ("3", "Chưa hài lòng"),
        ("4", "Tỷ lệ hài lòng và rất hài lòng"),
        ("III", "Theo lĩnh vực"),
        ("IV", "Theo thôn, buôn"),
    ]


def houses(work: HouseWork = HouseWork.BUILT, **told: Any) -> Houses:
    return Houses(
        work=work, period=told.pop("period", Period.of_year(2025)), count=told.pop("count", 1), **told
    )


def test_the_register_of_houses_is_entered_from_its_records() -> None:
    done, begun = HouseState.HANDED_OVER, HouseState.STARTED
    handed_over = houses(count=2, support_each=60_000_000, source=HouseSource.RELIEF_FUND, state=done)
    started = houses(HouseWork.REPAIRED, amount=25_000_000, source=HouseSource.FAMILY, state=begun)
    report = Report(unit=UNIT, title="Báo cáo", funds=Funds(houses=(handed_over, started)))
    register = report.tally(HouseRegister)
    relief = RegisteredHouse(
        source=registers.HouseSource.RELIEF,
        work=registers.Work.BUILT,
        state=registers.HouseState.HANDED_OVER,
        amount=60_000_000,
    )
    other = RegisteredHouse(
        work=registers.Work.REPAIRED, state=registers.HouseState.UNDER_WAY, amount=25_000_000
    )
    assert register == HouseRegister(
        houses=(relief, relief, other),
        figures=KeyFigures(houses=3, amount=145_000_000, handed_over=2),
    )
    assert found(register) == set()


@pytest.mark.parametrize(
    "records",
    [
        (),
        (houses(count=0),),
        (houses(count=None),),
        (houses(), houses(state=HouseState.HANDED_OVER)),  # one may be part of the other
        (houses(), houses(HouseWork.BUILT_OR_REPAIRED, count=5)),
        (houses(), houses(period=Period.quarter(2025, 3))),
        (houses(), houses(period=None)),
    ],
)
def test_houses_of_which_some_may_be_counted_twice_are_not_entered(records: tuple[Houses, ...]) -> None:
    assert HouseRegister.tally(records) == HouseRegister()


def test_houses_of_one_year_after_the_other_are_entered_and_what_is_not_told_stays_blank() -> None:
    records = (houses(count=2, amount=90_000_000), houses(period=Period.of_year(2024)))
    built = RegisteredHouse(work=registers.Work.BUILT)
    register = HouseRegister.tally(records)
    assert register == HouseRegister(houses=(built,) * 3, figures=KeyFigures(houses=3))


def test_core_indicators_agree_with_houses_and_with_what_was_handed_down() -> None:
    drawn = draw_report(2)  # with houses by source beside those of all
    core = drawn.tally(CoreIndicators)
    built, repaired, *_ = drawn.funds.houses
    assert (core.houses.built, core.houses.repaired) == (built.count, repaired.count)
    report = attrs.evolve(drawn, appendices=(*drawn.appendices, core))
    assert list(mttq.check(report, select=("APP013", "APP014"))) == []

    wrong = report.with_values(
        {"core.houses.built": 1, "core.houses.money.total": 5, "core.poor_fund.from_above": 3}
    )
    assert {(item.code, item.path) for item in mttq.check(wrong, select=("APP013", "APP014"))} == {
        ("APP014", "core.houses.built"),
        ("APP013", "core.houses.money.total"),
        ("APP013", "funds.ledgers.0.transfers.0.amount"),
    }


def test_a_register_heads_the_column_of_names_though_its_total_has_none() -> None:
    matter = Matter(place=Place(district="Sơn Động", name="An Bá"))
    (printed,) = mttq.forms.tables_of(VotedOn(matters=(matter,), total=Matters(how=Ways(meetings=1))))
    assert [item.head for item in printed.columns][:3] == ["STT", "Huyện/TP", "Tên xã, phường, thị trấn"]
    assert [line[:3] for line in printed.rows] == [("1", "Sơn Động", "An Bá"), ("", "Cộng", "")]


def test_a_form_that_numbers_no_line_prints_no_column_of_numbers() -> None:
    (printed,) = mttq.forms.tables_of(ElectedStructure(elected=PersonsAndShare(count=20)))
    assert [item.head for item in printed.columns] == ["Nội dung", "Số người", "Tỷ lệ %"]
    assert printed.rows[1] == ("Số người trúng cử", "20", "")
