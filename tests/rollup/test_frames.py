"""Figures as Arrow tables and Parquet files: decimals stay decimals, blanks null, codes texts."""

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import mttq
from mttq.errors import ArgumentError, ExtraError, FieldError
from mttq.model import EconomyProfile, Unit, UnitKind
from mttq.report import Report
from mttq.rollup import figures_schema, to_arrow, to_parquet
from mttq.testing import make_report
from mttq.vi import parse_quantity

REPORT = Report(
    unit=Unit(kind=UnitKind.COMMUNE, name="A", code="00123"),
    title="Báo cáo",
    economy=EconomyProfile(sown_area=parse_quantity("hơn 7,25 ha")),
).with_value("population.households", 5)
OTHER = attrs.evolve(make_report(), unit=Unit(kind=UnitKind.WARD, name="C"))
HOUSEHOLDS = "population.households"


@pytest.mark.parametrize("make", [figures_schema, lambda: to_arrow([]), lambda: to_parquet([], "x")])
def test_without_the_library_the_extra_is_named(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraError, match=r"^cần thư viện pyarrow; cài bằng: pip install 'mttq\[frames\]'$"):
        make()


def test_a_table_has_the_published_schema() -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    table = to_arrow([REPORT, OTHER])
    assert table.schema == figures_schema() == to_arrow([]).schema
    columns = mttq.to_columns([REPORT, OTHER])
    assert table.to_pydict() == columns
    wide = to_arrow([REPORT, OTHER], wide=True)
    assert wide.to_pydict() == mttq.to_columns([REPORT, OTHER], wide=True)
    assert {str(wide.schema.field(name).type) for name in wide.column_names[5:]} == {"decimal128(38, 10)"}
    assert (wide["code"].to_pylist(), wide[HOUSEHOLDS].to_pylist()) == (["00123", None], [5, 1000])


def test_a_figure_with_too_many_digits_and_what_is_no_report_are_refused() -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    given = REPORT.with_value("economy.sown_area", parse_quantity("7,12345678901 ha"))
    with pytest.raises(
        ArgumentError, match=r"^value: có số quá 10 chữ số thập phân hoặc quá 28 chữ số nguyên$"
    ):
        to_arrow([given])
    with pytest.raises(FieldError, match=r"^reports: cần Report"):
        to_arrow(["x"])  # type: ignore[list-item]


@pytest.mark.parametrize("wide", [False, True])
def test_a_parquet_file_is_read_as_it_was_written(wide: bool, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    import pyarrow.parquet as pq  # pyright: ignore[reportMissingImports]

    given, path = [REPORT, OTHER] * 130, tmp_path / "số liệu.parquet"  # more than are written at once
    to_parquet(iter(given), path, wide=wide)
    assert pq.read_table(path) == to_arrow(given, wide=wide)


def test_pandas_takes_it_as_it_is() -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    pandas = pytest.importorskip("pandas", reason="needs the group peers")
    frame = to_arrow([REPORT]).to_pandas()
    assert frame.loc[1, "value"] == Decimal("7.25")
    assert isinstance(frame.loc[1, "value"], Decimal)
    assert (frame.loc[0, "code"], frame.loc[0, "low"]) == ("00123", None)
    assert pandas.isna(frame.loc[0, "start"])


def test_polars_takes_it_as_it_is() -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    polars = pytest.importorskip("polars", reason="needs the group peers")
    frame = polars.from_arrow(to_arrow([REPORT, OTHER]))
    assert frame.schema["value"] == polars.Decimal(38, 10)
    assert frame.filter(path=HOUSEHOLDS)["value"].sum() == Decimal(1005)
    assert frame["code"].to_list()[0] == "00123"
    assert frame["code"].null_count() == len(mttq.to_columns([OTHER])["code"])


def test_duckdb_takes_it_as_it_is(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs the group peers")
    duckdb = pytest.importorskip("duckdb", reason="needs the group peers")
    figures, path = to_arrow([REPORT, OTHER]), tmp_path / "x.parquet"
    to_parquet([REPORT, OTHER], path)
    asked = "SELECT sum(value), any_value(code) FROM {} WHERE path = 'population.households'"
    connection = duckdb.connect()
    connection.register("figures", figures)
    for source in ("figures", f"'{path}'"):
        assert connection.execute(asked.format(source)).fetchall() == [(Decimal(1005), "00123")]
    first = connection.execute("SELECT DISTINCT start FROM figures ORDER BY start NULLS FIRST").fetchall()
    assert first == [(None,), (dt.date(2015, 1, 1),)]
