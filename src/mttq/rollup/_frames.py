"""Figures of reports as Arrow tables and Parquet files, which pandas, polars and DuckDB take as they are.

The library for it (pyarrow) is installed with the extra: `pip install 'mttq[frames]'`.
"""

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from mttq._files.extras import needed
from mttq._files.saving import save
from mttq.errors import ArgumentError
from mttq.report import Report
from mttq.rollup._columns import LONG, to_columns
from mttq.wording import Phrase

if TYPE_CHECKING:
    import pyarrow as pa  # pyright: ignore[reportMissingImports]

__all__ = ["figures_schema", "to_arrow", "to_parquet"]

_DIGITS: Final = 38
_DECIMALS: Final = 10
_WHOLE: Final = _DIGITS - _DECIMALS
"""A figure as Arrow holds it, and polars and DuckDB take it: decimal128(38, 10)."""

_AT_ONCE: Final = 256  # reports that are written together


def figures_schema() -> "pa.Schema":
    """Return the columns of `to_arrow` and `to_parquet`, with their types.

    | column | type | what it holds |
    | --- | --- | --- |
    | code | string | the code of the unit; codes begin with zeros, so they are texts |
    | unit, parent | string | its name with its kind, and that of the unit above |
    | start, end | date32 | the first and the last day that is reviewed |
    | path | string | where the figure stands |
    | counted | string | what it counts |
    | value | decimal128(38, 10) | the figure; a percentage is its number |
    | low, high | decimal128(38, 10) | the bounds of one that is hedged or rounded |

    Blanks are null.  Wide tables have the first five columns, then one for each path, a decimal128(38, 10).

    Raises:
        ExtraError: pyarrow is not installed.
    """
    arrow: Any = needed("frames")
    figure = arrow.decimal128(_DIGITS, _DECIMALS)
    kinds = {"start": arrow.date32(), "end": arrow.date32(), "value": figure, "low": figure, "high": figure}
    return arrow.schema([(name, kinds.get(name, arrow.string())) for name in LONG])


def to_arrow(reports: Iterable[Report], *, wide: bool = False) -> "pa.Table":
    """Return the figures of reports as an Arrow table: the columns of `to_columns`, typed.

    `table.to_pandas()`, `polars.from_arrow(table)` and DuckDB (`FROM table`) take it as it is: decimals stay
    decimals, blanks null, codes texts.

    Args:
        reports: the reports.
        wide: whether there is a row for each report, with a column for each path that some report fills; else
            there is one for each figure (`figures_schema`).

    Raises:
        FieldError: something is no report.
        ArgumentError: a figure has more than ten decimals, or more than 28 digits before them.
        ExtraError: pyarrow is not installed.
    """
    arrow: Any = needed("frames")
    columns = to_columns(reports, wide=wide)
    known = figures_schema()
    figure = known.field("value").type
    kinds = {name: known.field(name).type if name in LONG else figure for name in columns}
    return arrow.table(
        {name: _typed(arrow, name, column, kinds[name]) for name, column in columns.items()},
        schema=arrow.schema(list(kinds.items())),
    )


def to_parquet(reports: Iterable[Report], path: str | PathLike[str], *, wide: bool = False) -> None:
    """Write the figures of reports to a Parquet file, as `to_arrow` has them.

    The long form takes the memory of the file and of a few hundred reports, however many there are.

    Args:
        reports: the reports.
        path: the file; one that is there is replaced.
        wide: as for `to_arrow`.

    Raises:
        FieldError: something is no report.
        ArgumentError: as for `to_arrow`.
        FileError: the file cannot be written.
        ExtraError: pyarrow is not installed.
    """
    arrow: Any = needed("frames")
    parquet: Any = import_module("pyarrow.parquet")
    sink = arrow.BufferOutputStream()
    given = iter(reports)
    table = to_arrow(given if wide else islice(given, _AT_ONCE), wide=wide)
    with parquet.ParquetWriter(sink, table.schema, compression="zstd") as writer:
        writer.write_table(table)
        while not wide and (more := list(islice(given, _AT_ONCE))):
            writer.write_table(to_arrow(more))
    save(sink.getvalue().to_pybytes(), path)


def _typed(arrow: Any, name: str, column: list[Any], kind: Any) -> Any:
    """Return a column as Arrow has it.

    Raises:
        ArgumentError: a figure has too many digits.
    """
    try:
        return arrow.array(column, type=kind)
    except arrow.ArrowInvalid:
        told = Phrase("{}: có số quá {} chữ số thập phân hoặc quá {} chữ số nguyên", name, _DECIMALS, _WHOLE)
        raise ArgumentError(told) from None
