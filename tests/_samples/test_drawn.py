"""Reports that are consistent by construction, short and long, always the same for a seed."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import attrs
import pytest

from mttq._declared.types import choices
from mttq._samples._drawn import report_by
from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.errors import FieldError
from mttq.model import (
    Compiled,
    Election,
    FrontCommittee,
    Gap,
    Signature,
    Supervision,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.rendering._records import is_record
from mttq.report import Report
from mttq.rollup import roll_up
from mttq.testing import draw_month, draw_report


@pytest.mark.parametrize("size", [1, 2, 5, 9])
def test_every_rule_is_silent_at_any_size(size: int) -> None:
    for seed in range(10):
        assert [finding.code for finding in check(draw_report(seed, size=size))] == []


@pytest.mark.parametrize("size", [1, 5])
@pytest.mark.parametrize("end", [min, max])
def test_the_least_and_the_greatest_report_are_consistent(end: object, size: int) -> None:
    report = report_by(lambda least, greatest: least if end is min else greatest, size)
    assert [finding.code for finding in check(report)] == []


def records_in(value: Any) -> Iterator[Any]:
    """Return the records inside a value, and the value if it is one."""
    if isinstance(value, tuple):
        for item in value:
            yield from records_in(item)
    elif isinstance(value, Report) or is_record(value):
        yield value
        for field in attrs.fields(type(value)):
            yield from records_in(getattr(value, field.name))


def classes_in(record: Any, found: set[Any]) -> set[Any]:
    """Return the class of a record, and those of the records that may stand in it."""
    if record not in found:
        found.add(record)
        for field in attrs.fields(attrs.resolve_types(record)):
            for kind in choices(field.type):
                for item in choices(get_args(kind)[0]) if get_origin(kind) is tuple else (kind,):
                    if attrs.has(item) and item.__module__.startswith("mttq.model"):
                        classes_in(item, found)
    return found


ELSEWHERE = {
    Election: {  # planted in faults, where its days matter
        *("day", "first_consultation", "second_consultation", "third_consultation"),
        *("polling_teams", "polling_team_members"),
    },
    Supervision: {"recommended_on"},  # the same
    FrontCommittee: {"presidium"},  # of the centre
    Report: {"compiled"},  # sums of reports
    Compiled: {field.name for field in attrs.fields(Compiled)},
    Gap: {field.name for field in attrs.fields(Gap)},
    Signature: {"name"},  # no person is made up
    Unit: {"called", "code", "established_by", "predecessors", "traits", "valid_until"},
    UnitRef: {"called", "code"},
}
"""What no drawn report tells, by class."""


def test_some_reports_tell_all_that_there_is_a_place_for() -> None:
    told: dict[Any, set[str]] = {record: set() for record in classes_in(Report, set())}
    for record in records_in(report_by(lambda _, greatest: greatest)):
        names = (field.name for field in attrs.fields(type(record)))
        told[type(record)] |= {name for name in names if getattr(record, name) not in (None, (), False)}
    untold = {
        record: {field.name for field in attrs.fields(record)} - names for record, names in told.items()
    }
    assert {record: names for record, names in untold.items() if names} == ELSEWHERE


def test_what_others_tell_is_told_by_a_share_of_the_reports() -> None:
    assert [seed for seed in range(20) if draw_report(seed).elections] == [2, 6, 7, 11, 12, 15, 16, 18]


def test_a_seed_always_draws_the_same_report_and_another_seed_another() -> None:
    assert draw_report(62) == draw_report(62, size=1)
    assert len({dumps(draw_report(seed)) for seed in range(20)}) == 20


def test_size_makes_reports_longer_in_every_part_that_may_grow() -> None:
    short, long = draw_report(62), draw_report(62, size=5)
    parts = (
        "campaigns.models",
        "campaigns.festivals",
        "campaigns.conferences",
        "citations",
        "funds.gifts",
        "funds.ledgers",
        "funds.ledgers.0.receipts",
        "narrative",
        "outline",
        "statements",
        "supervision.criticisms",
        "supervision.dialogues",
        "supervision.feedback",
        "supervision.supervisions",
        "supervision.voter_meetings",
    )
    sizes = {part: [len(report.value_at(part)) for report in (short, long)] for part in parts}  # type: ignore[arg-type]
    assert [part for part, (few, many) in sizes.items() if not 0 < few < many] == []


@pytest.mark.parametrize("seed", [62, 2])
def test_a_drawn_report_is_read_back_from_its_file(seed: int) -> None:
    report = draw_report(seed, size=5)
    assert loads(dumps(report)) == report


@pytest.mark.parametrize("seed", ["62", 6.2, True, None])
def test_a_seed_must_be_a_whole_number(seed: int) -> None:
    with pytest.raises(FieldError, match=r"^seed: cần số nguyên; đã nhận "):
        draw_report(seed)


@pytest.mark.parametrize("size", [0, -1, "1", 2.5, True])
def test_a_size_must_be_a_whole_number_from_one_on(size: int) -> None:
    with pytest.raises(FieldError, match=r"size phải là số nguyên ≥ 1, không phải"):
        draw_report(62, size=size)


def test_months_of_areas_and_organisations_are_consistent_and_add_up_to_their_commune() -> None:
    above = UnitRef(kind=UnitKind.COMMUNE, name="Mẫu")
    told = [draw_month(seed, commune=above) for seed in range(30)]
    assert [finding.explain() for report in told for finding in check(report)] == []
    assert [loads(dumps(report)) for report in told] == told
    assert len({report.unit.kind for report in told}) >= 8
    once = {report.unit: report for report in told}.values()
    sessions = [report.value_at("vegiang-bc-thang.communication.sessions", int) or 0 for report in once]
    total = roll_up(once, into=Unit(kind=UnitKind.COMMUNE, name="Mẫu")).report
    assert total.value_at("vegiang-bc-thang.communication.sessions") == sum(sessions)


def test_a_month_is_always_the_same_for_a_seed_which_is_a_whole_number() -> None:
    assert draw_month(7) == draw_month(7) != draw_month(8)
    with pytest.raises(FieldError, match=r"^seed: cần số nguyên; đã nhận "):
        draw_month("7")  # type: ignore[arg-type]
