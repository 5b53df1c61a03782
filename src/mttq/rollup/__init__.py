"""Many reports as one: sums with who told them, tables over reports, columns for other programs."""

from mttq.rollup._adding import Contribution, LeftOut
from mttq.rollup._columns import to_columns
from mttq.rollup._figures import Coverage, RolledFigure
from mttq.rollup._frames import figures_schema, to_arrow, to_parquet
from mttq.rollup._rollup import RollUp, roll_up
from mttq.rollup._summary import Summary, summary
from mttq.rollup._transfers import InnerTransfer

__all__ = [
    "Contribution",
    "Coverage",
    "InnerTransfer",
    "LeftOut",
    "RollUp",
    "RolledFigure",
    "Summary",
    "figures_schema",
    "roll_up",
    "summary",
    "to_arrow",
    "to_columns",
    "to_parquet",
]
