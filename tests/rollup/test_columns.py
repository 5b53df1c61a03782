"""Reports as columns: a row for each figure, or for each report."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest

import mttq
from mttq.errors import FieldError
from mttq.model import EconomyProfile, PopulationProfile, PovertyFigure, ReportPeriod, Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.testing import draw_report, make_report
from mttq.values import Pair, Period, Quantity, Share, Triple
from mttq.vi import parse_quantity

REPORT = Report(
    unit=Unit(kind=UnitKind.COMMUNE, name="A", code="01", parent=UnitRef(kind=UnitKind.PROVINCE, name="B")),
    title="Báo cáo",
    periods=(ReportPeriod(subject="review", period=Period.of_year(2026)),),
    population=PopulationProfile(households=5, poor=PovertyFigure(share=Share(Decimal("51.50")))),
    economy=EconomyProfile(sown_area=parse_quantity("hơn 7 ha"), forest_land=Quantity.of(9, "ha")),
)


def test_long_there_is_a_row_for_each_figure() -> None:
    long = mttq.to_columns([REPORT])
    rows = list(zip(*long.values(), strict=True))
    head = ("01", "xã A", "tỉnh B", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert rows == [
        (*head, "population.households", "households", 5, None, None),
        (*head, "population.poor.share", "percent", Decimal("51.50"), None, None),
        (*head, "economy.sown_area", "ha", Decimal(7), Decimal(7), None),
        (*head, "economy.forest_land", "ha", Decimal(9), None, None),
    ]
    assert mttq.to_columns([]) == {name: [] for name in long}


def test_wide_there_is_a_row_for_each_report() -> None:
    other = attrs.evolve(
        REPORT, economy=EconomyProfile(), population=PopulationProfile(villages=2), periods=()
    )
    bare = attrs.evolve(other, unit=Unit(kind=UnitKind.WARD, name="C"))
    wide = mttq.to_columns([REPORT, bare], wide=True)
    assert wide["unit"] == ["xã A", "phường C"]
    assert wide["code"] == ["01", None]
    assert wide["parent"] == ["tỉnh B", None]
    assert wide["end"] == [dt.date(2026, 12, 31), None]
    assert wide["population.households"] == [5, None]
    assert wide["population.villages"] == [None, 2]
    assert {len(column) for column in wide.values()} == {2}


def test_pairs_and_triples_are_split() -> None:
    wide = mttq.to_columns([make_report()], wide=True)
    path = "kl62-pl1.cadres.political_theory.commune.levels"
    assert make_report().value_at(path) == Triple(1, 4, 1)
    assert [wide[f"{path}.{part}"] for part in ("first", "second", "third")] == [[1], [4], [1]]


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(TypeError):
        mttq.to_columns(["báo cáo"])  # type: ignore[list-item]
    with pytest.raises(FieldError, match="reports"):
        mttq.to_columns(5)  # type: ignore[arg-type]


def test_every_figure_of_a_report_has_a_path_that_leads_to_it() -> None:
    drawn = draw_report(3, size=2)
    figures = list(drawn.figures())
    assert len(figures) > 150
    assert all(drawn.value_at(figure.path) == figure.value for figure in figures)
    assert all(figure.place == drawn.place_of(figure.path) for figure in figures)
    assert {type(figure.value) for figure in figures} == {int, Pair, Triple, Share, Quantity}
