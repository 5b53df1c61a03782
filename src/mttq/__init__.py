"""Reports of the Vietnam Fatherland Front (Mặt trận Tổ quốc Việt Nam), computable.

A report loads into a typed model, `check` says what in it cannot be true and shows the arithmetic, `render`
prints it as the forms do.  Vietnamese notation is in `mttq.vi`, the records in `mttq.model`, the official
appendices in `mttq.forms`, help for tests in `mttq.testing`.
"""

from mttq import forms, model, vi
from mttq.checking import Profile, check
from mttq.codec import dump, dumps, json_schema, load, load_many, loads
from mttq.errors import (
    DateFormatError,
    DeclarationError,
    DocumentFormatError,
    FieldError,
    LoadError,
    MttqError,
    NotationError,
    NumberFormatError,
)
from mttq.findings import Finding, Findings, Waiver
from mttq.forms import form
from mttq.labels import row, section
from mttq.rendering import render
from mttq.report import Report
from mttq.rules import RULES, Severity, rule
from mttq.typed import Count, Money
from mttq.values import (
    DocumentKind,
    DocumentRef,
    Pair,
    PartialDate,
    Period,
    PeriodKind,
    Qualifier,
    Quantity,
    Share,
    Tier,
    Tiered,
    Triple,
)

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Count",
    "DateFormatError",
    "DeclarationError",
    "DocumentFormatError",
    "DocumentKind",
    "DocumentRef",
    "FieldError",
    "Finding",
    "Findings",
    "LoadError",
    "Money",
    "MttqError",
    "NotationError",
    "NumberFormatError",
    "Pair",
    "PartialDate",
    "Period",
    "PeriodKind",
    "Profile",
    "Qualifier",
    "Quantity",
    "Report",
    "Severity",
    "Share",
    "Tier",
    "Tiered",
    "Triple",
    "Waiver",
    "__version__",
    "check",
    "dump",
    "dumps",
    "form",
    "forms",
    "json_schema",
    "load",
    "load_many",
    "loads",
    "model",
    "render",
    "row",
    "rule",
    "section",
    "vi",
]
