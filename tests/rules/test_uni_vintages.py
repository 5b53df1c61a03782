"""Units at the time of the report."""

import datetime as dt
from typing import Any

import attrs
import pytest

from mttq._samples._facts import facts_of
from mttq.checking import Counts, check, check_all
from mttq.model import ResidentialKind, Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.rules import Rule, uni
from mttq.testing import make_report
from mttq.values import PartialDate


def report_on(as_of: PartialDate | None, **unit: Any) -> Report:
    report = make_report(as_of=as_of)
    report = report.with_value("header.date", None) if as_of is None else report
    return attrs.evolve(report, unit=attrs.evolve(report.unit, **unit))


BEFORE, AFTER = PartialDate(year=2025, month=6), PartialDate(year=2025, month=7)
CITY = UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế")
DISTRICT = UnitRef(kind=UnitKind.DISTRICT, name="A Lưới")


@pytest.mark.parametrize(
    ("as_of", "unit", "counts"),
    [
        (BEFORE, {"kind": UnitKind.DISTRICT, "parent": CITY}, Counts(passed=2)),
        (AFTER, {"kind": UnitKind.COMMUNE, "parent": CITY}, Counts(passed=2)),
        (AFTER, {"kind": UnitKind.COMMUNE, "parent": None}, Counts(passed=1)),
        (AFTER, {"kind": UnitKind.DISTRICT, "parent": CITY}, Counts(passed=1, failed=1)),
        (AFTER, {"kind": UnitKind.TOWNSHIP, "parent": CITY}, Counts(passed=1, failed=1)),
        (AFTER, {"kind": UnitKind.COMMUNE, "parent": DISTRICT}, Counts(passed=1, failed=1)),
        (BEFORE, {"kind": UnitKind.SPECIAL_ZONE, "parent": CITY}, Counts(passed=1, failed=1)),
        (AFTER, {"kind": UnitKind.SPECIAL_ZONE, "parent": CITY}, Counts(passed=2)),
        (PartialDate(year=2025), {"parent": DISTRICT}, Counts(passed=1, not_verifiable=1)),
        (None, {"parent": DISTRICT}, Counts(not_verifiable=2)),
    ],
)
def test_districts_end_and_special_zones_begin(
    as_of: PartialDate | None, unit: dict[str, Any], counts: Counts
) -> None:
    assert check(report_on(as_of, **unit), rules=[uni.such_units_exist]).counts == {"UNI003": counts}


def test_a_district_after_its_end_is_an_error() -> None:
    (finding,) = check(report_on(AFTER, parent=DISTRICT), rules=[uni.such_units_exist])
    assert (finding.path, finding.place, facts_of(finding)) == (
        "unit.parent",
        "Đơn vị, Đơn vị cấp trên trực tiếp",
        "day=2025-07-31; unit=huyện A Lưới",
    )


def test_the_real_report_is_of_a_time_with_districts(real_report: Report) -> None:
    assert check(real_report, rules=[uni.such_units_exist]).counts["UNI003"] == Counts(passed=2)


OLD = Unit(kind=UnitKind.WARD, name="Bến Nghé", code="26740", valid_until=dt.date(2025, 6, 30))
NEW = Unit(kind=UnitKind.WARD, name="Sài Gòn", code="26740", valid_from=dt.date(2025, 7, 1))
CATALOGUE = (OLD, NEW, Unit(kind=UnitKind.WARD, name="Không mã"))


def judged(rule: Rule, report: Report, units: tuple[Unit, ...] = CATALOGUE) -> list[tuple[str, str]] | Counts:
    findings = check_all([report], units=units, rules=[rule])
    return [(item.path, facts_of(item)) for item in findings] or findings.counts[rule.code]


def ward(name: str, code: str | None, as_of: PartialDate | None = AFTER) -> Report:
    return report_on(as_of, kind=UnitKind.WARD, name=name, code=code)


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        (ward("Sài Gòn", "26740"), Counts(passed=1)),
        (ward("Sài Gòn", None), Counts(passed=1)),
        (ward("Bến Nghé", None, BEFORE), Counts(passed=1)),
        (ward("Sài Gòn", None, None), Counts(not_verifiable=1)),
        (ward("Bến Nghé", None), [("unit.name", "day=2025-07-31; unit=phường Bến Nghé")]),
        (ward("Mới", None), [("unit.name", "day=2025-07-31; unit=phường Mới")]),
        (report_on(AFTER, kind=ResidentialKind.NEIGHBOURHOOD, name="1"), Counts(not_applicable=1)),
        (
            ward("Sài Gòn", "99999"),
            [("unit.code", "day=2025-07-31; unit=phường Sài Gòn (99999)")],
        ),
    ],
)
def test_the_catalogue_has_the_unit_on_the_day(report: Report, outcome: object) -> None:
    assert judged(uni.the_unit_is_in_the_catalogue, report) == outcome
    assert judged(uni.the_unit_is_in_the_catalogue, report, ()) == Counts(not_applicable=1)


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        (ward("Sài Gòn", "26740"), Counts(passed=1)),
        (ward("Bến Nghé", "26740", BEFORE), Counts(passed=1)),
        (ward("Sài Gòn", "26740", None), Counts(not_verifiable=1)),
        (ward("Sài Gòn", None), Counts(not_applicable=1)),
        (ward("Sài Gòn", "99999"), Counts(not_applicable=1)),
        (
            ward("Bến Nghé", "26740"),
            [("unit.code", "code=26740; day=2025-07-31; known=phường Sài Gòn; unit=phường Bến Nghé")],
        ),
    ],
)
def test_a_code_means_a_unit_on_a_day(report: Report, outcome: object) -> None:
    assert judged(uni.the_code_means_the_unit, report) == outcome


def test_a_report_without_a_code_does_not_hide_the_next() -> None:
    reports = [ward("Sài Gòn", None), ward("Bến Nghé", "26740")]
    (finding,) = check_all(reports, units=CATALOGUE, rules=[uni.the_code_means_the_unit])
    assert (finding.path, finding.unit) == ("unit.code", reports[1].unit.address)
