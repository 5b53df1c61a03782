"""The meanings that reports are made of, without their notation.

Different meaning, different type: a count is an `int`, a cell "169/1.169" a `Pair`, "51,59%" a `Share`,
"hơn 4,5 tỷ đồng" a `Quantity`, "tháng 12/2023" a `Period`, "27/7" a `PartialDate`.  How they are written in
Vietnamese is the business of `mttq.vi`.
"""

from mttq.values.citations import DocumentFlag, DocumentKind, DocumentRef
from mttq.values.figures import Pair, Printed, Qualifier, Quantity, Share, Tier, Tiered, Triple
from mttq.values.time import PartialDate, Period, PeriodKind
from mttq.values.unit_names import (
    Extent,
    Merger,
    MergerPart,
    MergerStatus,
    ResidentialKind,
    UnitKind,
    UnitName,
    UnitWord,
)

__all__ = [
    "DocumentFlag",
    "DocumentKind",
    "DocumentRef",
    "Extent",
    "Merger",
    "MergerPart",
    "MergerStatus",
    "Pair",
    "PartialDate",
    "Period",
    "PeriodKind",
    "Printed",
    "Qualifier",
    "Quantity",
    "ResidentialKind",
    "Share",
    "Tier",
    "Tiered",
    "Triple",
    "UnitKind",
    "UnitName",
    "UnitWord",
]
