import datetime as dt

import pytest

from mttq.forms._counting import activities, column, distinct_units, number_of, units_supervised
from mttq.model import ActivityState, Supervision, SupervisionForm, UnitKind, UnitRef
from mttq.values import PartialDate, Period, Tier, Tiered

YEAR = Period.of_year(2023)


def supervision(
    day: dt.date = dt.date(2023, 5, 10),
    subject: str = "Đầu tư công",
    tier: Tier | None = None,
    supervised: tuple[UnitRef, ...] = (),
    supervised_count: int | None = None,
) -> Supervision:
    return Supervision(
        form=SupervisionForm.DELEGATION,
        date=day,
        subject=subject,
        tier=tier,
        supervised=supervised,
        supervised_count=supervised_count,
    )


def commune(name: str, code: str | None = None) -> UnitRef:
    return UnitRef(kind=UnitKind.COMMUNE, name=name, code=code)


@pytest.mark.parametrize(
    ("period", "day", "counts"),
    [
        (Period.month(2023, 12), dt.date(2023, 12, 1), True),
        (Period.month(2023, 12), dt.date(2023, 12, 31), True),
        (Period.month(2023, 12), dt.date(2023, 11, 30), False),
        (Period.month(2023, 12), dt.date(2024, 1, 1), False),
        (Period.until(PartialDate(year=2023)), dt.date(1990, 1, 1), True),
        (Period.interval(PartialDate(year=2023), None), dt.date(2030, 1, 1), True),
    ],
)
def test_both_ends_of_the_period_count_as_precisely_as_they_are_dated(
    period: Period, day: dt.date, counts: bool
) -> None:
    assert len(activities([supervision(day)], period, Tier.COMMUNE)) == counts


@pytest.mark.parametrize(
    ("period", "counts"),
    [
        (None, True),
        (YEAR, True),
        (Period.quarter(2023, 4), True),
        (Period.interval(PartialDate(year=2022, month=12), PartialDate(year=2023)), False),
        (Period.quarter(2024, 1), False),
        (Period.until(PartialDate(year=2023)), False),
    ],
)
def test_a_record_of_a_time_counts_if_all_of_that_lies_in_the_period(
    period: Period | None, counts: bool
) -> None:
    record = Supervision(period=period, count=12)
    assert number_of(activities([record, record], YEAR, Tier.COMMUNE)) == (24 if counts else 0)


def test_what_is_planned_does_not_count() -> None:
    planned = Supervision(period=YEAR, state=ActivityState.PLANNED)
    assert activities([planned], YEAR, Tier.COMMUNE) == []


def test_a_record_without_a_level_is_of_the_level_that_reports_and_another_level_is_not() -> None:
    own, unsaid, higher = (
        supervision(subject=str(tier), tier=tier) for tier in (Tier.COMMUNE, None, Tier.PROVINCE)
    )
    assert activities([own, unsaid, higher], YEAR, Tier.COMMUNE) == [[own], [unsaid]]


def test_a_joint_activity_is_one_however_its_subject_is_spelt() -> None:
    first, again = supervision(subject="Thuỷ lợi"), supervision(subject="thủy  lợi", tier=Tier.COMMUNE)
    other, later = supervision(subject="Y tế"), supervision(dt.date(2023, 5, 11), "Thủy lợi")
    found = activities([first, other, again, later], YEAR, Tier.COMMUNE)
    assert found == [[first, again], [other], [later]]


def test_a_period_of_an_unknown_year_holds_no_days() -> None:
    with pytest.raises(ValueError, match=r"^--07 không rõ năm$"):
        activities([supervision()], Period.month(None, 7), Tier.COMMUNE)


def test_the_column_of_a_level_is_filled() -> None:
    assert column(Tier.DISTRICT, 3) == Tiered(district=3)


def test_the_centre_has_no_column() -> None:
    with pytest.raises(ValueError, match=r"^không có cột cho cấp centre$"):
        column(Tier.CENTRE, 3)


@pytest.mark.parametrize(
    ("units", "number"),
    [
        ((), 0),
        ((commune("Hòa"), commune("HOÀ")), 1),
        ((commune("Hòa"), UnitRef(kind=UnitKind.WARD, name="Hòa")), 2),
        ((commune("Hòa", "001"), commune("Hòa", "002")), 2),
        ((commune("Hòa", "001"), commune("Hòa")), 1),
    ],
)
def test_units_are_told_apart_by_kind_name_and_code(units: tuple[UnitRef, ...], number: int) -> None:
    assert distinct_units(units) == number


A, B, C = map(commune, "ABC")


@pytest.mark.parametrize(
    ("supervisions", "number"),
    [
        ([], 0),
        ([[supervision(supervised=(A, B))], [supervision(supervised=(B, C))]], 3),
        ([[supervision(supervised_count=2)], [supervision(supervised_count=3)]], 5),
        ([[supervision(supervised=(A,))], [supervision(supervised_count=3)]], 4),
        ([[supervision(supervised=(A,), supervised_count=3)]], 3),  # two are not named
        ([[supervision(supervised=(A, B), supervised_count=1)]], 2),
        ([[supervision(supervised=(A,)), supervision(supervised=(B,))]], 2),  # one joint supervision
        ([[supervision(supervised_count=2), supervision()]], 2),
        ([[supervision(supervised_count=2), supervision(supervised_count=3)]], None),
        ([[supervision(supervised=(A,))], [supervision()]], None),
    ],
)
def test_units_count_once_unnamed_ones_by_their_number_and_missing_numbers_are_unknown(
    supervisions: list[list[Supervision]], number: int | None
) -> None:
    assert units_supervised(supervisions) == number
