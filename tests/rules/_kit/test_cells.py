"""The cells of a form are read together, however few it has."""

import datetime as dt

import attrs
import pytest

from mttq._declared.types import Count
from mttq.forms import form, row
from mttq.model import ReportPeriod, Unit, UnitKind
from mttq.report import Report
from mttq.rules._kit.cells import absent_cells, amount, cells_by_path, figures, filled
from mttq.rules._kit.spans import REVIEW
from mttq.values import Pair, Period, Triple


@form("test-slots-none", title="Biểu không dòng")
@attrs.frozen(kw_only=True)
class Empty:
    """A form without a line."""


@form("test-slots-one", title="Biểu một dòng")
@attrs.frozen(kw_only=True)
class Single:
    houses: Pair | Count | None = row("1", "Nhà", parts=("mới", "cũ"))


def test_a_form_may_have_no_cell_or_one() -> None:
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo", appendices=(Empty(), Single(houses=7)))
    assert [values for _, values in filled(report)] == [(), (7,)]
    assert cells_by_path(report) == {"test-slots-one.houses": 7}
    assert [absent_cells(report, form) for form, _ in filled(report)] == [frozenset(), frozenset()]


@pytest.mark.parametrize(
    ("value", "one", "several"),
    [
        (5, 5, (5,)),
        (0, 0, (0,)),
        (Pair(1, 2), 3, (1, 2)),
        (Triple(1, 2, 0), 3, (1, 2, 0)),
        (None, None, ()),
        ("5", None, ()),
    ],
)
def test_a_cell_is_one_number_or_its_figures(
    value: object, one: int | None, several: tuple[int, ...]
) -> None:
    assert amount(value) == one
    assert figures(value) == several


@form("test-cells-dated", title="Biểu có dòng mới và dòng cũ")
@attrs.frozen(kw_only=True)
class Dated:
    always: Count | None = row("1", "Luôn có")
    new: Count | None = row("2", "Từ năm 2026", since=dt.date(2026, 1, 1))
    old: Count | None = row("3", "Đến ngày 30/6/2025", until=dt.date(2025, 6, 30))


@pytest.mark.parametrize(
    ("period", "absent"),
    [
        (Period.of_year(2024), ["new"]),
        (Period.of_year(2025), ["new"]),  # the old line counts the first half of the year
        (Period.of_year(2026), ["old"]),
        (None, []),  # of no known time: any line may be there
    ],
)
def test_a_line_is_there_for_the_figures_of_its_time(period: Period | None, absent: list[str]) -> None:
    periods = () if period is None else (ReportPeriod(subject=REVIEW, period=period),)
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo", periods=periods, appendices=(Dated(),))
    ((derived, _),) = filled(report)
    gone = absent_cells(report, derived)
    assert [cell.row.path[-1] for cell in derived.blank if cell.position in gone] == absent
