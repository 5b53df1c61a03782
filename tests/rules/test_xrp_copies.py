"""Copies of another unit's report: its figures, or its words around figures."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from random import Random
from typing import Any

import attrs
import pytest

from mttq._samples._facts import facts_of
from mttq.checking import Counts, Profile, check_all
from mttq.model import MassAssociation, OrganisationMembership
from mttq.report import Report
from mttq.rules import xrp
from mttq.testing import make_report

REPORT = make_report()
HOUSEHOLDS = "population.poor.households"
OUTLINE = (
    "Thực hiện Nghị định 159/2016/NĐ-CP, Quyết định 217 và Kết luận số 62-KL/TW "
    "ngày 08/12/2009 của Bộ Chính trị, trong 15 năm qua, 100% thôn đã quán triệt và tổ chức "
    "Ngày hội vào tháng 11 năm 2023.",
    "Cộng 1.234",  # too short to prove anything
    "1. Đã mở {} hội nghị, có {} lượt người dự.",
    "2. Vận động Quỹ được {} triệu đồng, xây {} ngôi nhà, sửa {} ngôi nhà.",
    "3. Tặng {} suất quà nhân dịp Tết cho hộ nghèo, hộ cận nghèo.",
    "Có {} tổ tự quản với {} hộ tham gia, phát triển {} hội viên mới.",
    "Tiếp nhận {} ý kiến của cử tri, tổ chức {} cuộc giám sát cộng đồng.",
    "Khen thưởng {} tập thể và {} cá nhân, biểu dương {} gia đình văn hóa.",
)


def on(name: str, report: Report = REPORT) -> Report:
    return attrs.evolve(report, unit=attrs.evolve(report.unit, name=name))


def run(*reports: Report, **parameters: object) -> tuple[list[tuple[str, str, str]], Counts]:
    profile = Profile(parameters={"XRP003": parameters})
    findings = check_all(reports, rules=[xrp.reports_are_no_copies], profile=profile)
    return [(item.unit, item.path, facts_of(item)) for item in findings], findings.counts["XRP003"]


# figures of appendices and people


def test_a_copy_of_another_report_is_asked_about() -> None:
    assert run(REPORT) == ([], Counts(passed=1))
    rows, counts = run(REPORT, on("Mới").with_value(HOUSEHOLDS, 80))
    ((unit, path, facts),) = rows
    assert (unit, path, counts) == ("xã Mới, huyện Mẫu", "appendices", Counts(passed=1, failed=1))
    assert facts.endswith("; other=xã Mẫu, huyện Mẫu")


MEMBERS = "membership.organisations"
RECORDS = tuple(
    OrganisationMembership(organisation=body, opening=99 + number, admitted=23, left=12, closing=110 + number)
    for number, body in enumerate((MassAssociation.ELDERLY, MassAssociation.RED_CROSS))
)


@pytest.mark.parametrize(("changed", "failed"), [(2, 1), (3, 0)])
def test_a_copy_of_a_short_report_is_known_by_its_records(changed: int, failed: int) -> None:
    """Of 12 figures from 10 upwards two may differ, and not three."""
    report = REPORT.with_values({"appendices": (), MEMBERS: RECORDS, "membership.association_members": None})
    paths = ("population.persons", f"{MEMBERS}.0.admitted", f"{MEMBERS}.0.closing")
    other = on("Mới", report)
    for path in paths[:changed]:
        figure: Any = other.value_at(path)
        other = other.with_value(path, figure + 2)
    rows, counts = run(report, other)
    assert counts == Counts(passed=2 - failed, failed=failed)
    assert [facts for *_, facts in rows] == failed * ["equal=10; figures=12; other=xã Mẫu, huyện Mẫu"]


@pytest.mark.parametrize(
    ("other", "counts"),
    [
        (REPORT, Counts(passed=2)),  # the same unit
        (on("Mới", REPORT.with_value("appendices", ())), Counts(passed=1)),  # too few figures
        (on("Mới", REPORT.with_value("appendices", REPORT.appendices[:1])), Counts(passed=2)),
    ],
)
def test_reports_that_are_not_copies(other: Report, counts: Counts) -> None:
    assert run(REPORT, other) == ([], counts)


def test_a_profile_sets_how_much_is_too_much() -> None:
    other = on("Mới", REPORT.with_value("appendices", REPORT.appendices[:1]))
    assert run(REPORT, other, share=Fraction(1, 2), least=1)[1].failed == 1


# narratives


def written(name: str, seed: int, *, figures: int = 99) -> Report:
    """Write by the one outline, with figures of the unit's own."""

    def own() -> Iterator[int]:
        between = Random(seed).randint  # noqa: S311 - no secret
        while True:
            yield between(11, 99_999)

    numbers = own()
    lines = [line.format(*(next(numbers) for _ in range(line.count("{}")))) for line in OUTLINE]
    text = "\n".join((f"Báo cáo của xã {name}", *lines[:figures]))
    return attrs.evolve(on(name), appendices=(), narrative=text)


def test_a_copied_text_is_asked_about_even_if_the_name_was_changed() -> None:
    copy = attrs.evolve(
        written("Mới", 1), narrative=f"{written('Mới', 1).narrative}\nxã Mới có 12.345 cây thông"
    )
    rows, counts = run(written("Mẫu", 1), written("Khác", 2), copy)
    assert rows == [
        (
            "xã Mới, huyện Mẫu",
            "narrative",
            "equal=15; figures=16; other=xã Mẫu, huyện Mẫu",
        )
    ]
    assert counts == Counts(passed=2, failed=1)


def test_honest_units_share_the_outline_and_the_standard_phrases() -> None:
    """Official labels, documents, "15 năm", "100%" and the words of the outline are no copy of anything."""
    assert run(written("Mẫu", 1), written("Mới", 2)) == ([], Counts(passed=2))


def test_a_text_without_ten_figures_of_its_own_is_not_judged() -> None:
    assert run(written("Mẫu", 1, figures=3), written("Mới", 1, figures=3)) == ([], Counts(not_applicable=1))


def test_words_that_many_units_share_are_a_standard_phrase() -> None:
    reports = [written(name, 1) for name in ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy")]
    assert run(*reports[:5])[1] == Counts(passed=1, failed=4)
    assert run(*reports) == ([], Counts(not_applicable=1))
    assert run(*reports, standard=7)[1].failed == 6


def test_versions_of_one_report_are_no_copies_of_each_other() -> None:
    assert run(written("Mẫu", 1), written("Mẫu", 1)) == ([], Counts(passed=2))


@pytest.mark.parametrize("later", ["Mẫu", "Mới"])
def test_the_copy_is_the_later_one_however_reports_are_ordered(later: str) -> None:
    reports = [written("Mẫu", 1), written("Mới", 1), written("Khác", 2)]
    reports = [
        item.with_value("header.date", dt.date(2025, 1, 10 + (item.unit.name == later))) for item in reports
    ]
    for given in permutations(reports):
        assert [row[0] for row in run(*given)[0]] == [f"xã {later}, huyện Mẫu"]
