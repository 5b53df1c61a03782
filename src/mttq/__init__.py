"""Reports of the Vietnam Fatherland Front (Mặt trận Tổ quốc Việt Nam), computable.

A report loads into a typed model, `check` says what in it cannot be true and shows the arithmetic, `render`
prints it as the forms do.  Vietnamese notation is in `mttq.vi`, the records in `mttq.model`, the official
appendices in `mttq.forms`, the way in from Word and Excel in
`mttq.reading` and the way out in `mttq.writing`, help for tests in `mttq.testing`.
"""

from mttq._names.lazy import importer

__version__ = "0.2.0"
"""The version of mttq; files have a version of their own."""

_DEFINED_IN = {
    "Assurance": "mttq.repairs",
    "Change": "mttq.repairs",
    "Comparison": "mttq.checking",
    "Count": "mttq._declared.types",
    "DateFormatError": "mttq.errors",
    "DeclarationError": "mttq.errors",
    "Digest": "mttq.rules",
    "DocumentFormatError": "mttq.errors",
    "Document": "mttq.writing",
    "DocumentError": "mttq.errors",
    "DocumentKind": "mttq.values",
    "DocumentRef": "mttq.values",
    "FieldError": "mttq.errors",
    "Finding": "mttq.checking",
    "Findings": "mttq.checking",
    "LoadError": "mttq.errors",
    "Money": "mttq._declared.types",
    "MttqError": "mttq.errors",
    "NotationError": "mttq.errors",
    "NumberFormatError": "mttq.errors",
    "PROFILES": "mttq.checking",
    "Pair": "mttq.values",
    "PartialDate": "mttq.values",
    "Period": "mttq.values",
    "PeriodKind": "mttq.values",
    "Profile": "mttq.checking",
    "Qualifier": "mttq.values",
    "Quantity": "mttq.values",
    "RULES": "mttq.rules",
    "Repair": "mttq.repairs",
    "Repairs": "mttq.repairs",
    "Report": "mttq.report",
    "RollUp": "mttq.rollup",
    "Severity": "mttq.rules",
    "Share": "mttq.values",
    "Succession": "mttq.units",
    "Summary": "mttq.rollup",
    "Tier": "mttq.values",
    "Tiered": "mttq.values",
    "Triple": "mttq.values",
    "Unit": "mttq.model",
    "UnitFormatError": "mttq.errors",
    "Units": "mttq.units",
    "UnitsError": "mttq.errors",
    "Waiver": "mttq.checking",
    "assure": "mttq.repairs",
    "check": "mttq.checking",
    "check_all": "mttq.checking",
    "column": "mttq.forms",
    "columns": "mttq.forms",
    "digest": "mttq.rules",
    "document": "mttq.writing",
    "dump": "mttq.codec",
    "dump_waivers": "mttq.checking",
    "dumps": "mttq.codec",
    "errors": "mttq.errors",
    "exporting": "mttq.exporting",
    "form": "mttq.forms",
    "forms": "mttq.forms",
    "installed_rules": "mttq.checking",
    "json_schema": "mttq.codec",
    "load": "mttq.codec",
    "load_many": "mttq.codec",
    "load_rules": "mttq.rules",
    "load_waivers": "mttq.checking",
    "loads": "mttq.codec",
    "localise": "mttq.repairs",
    "model": "mttq.model",
    "reading": "mttq.reading",
    "render": "mttq.rendering",
    "roll_up": "mttq.rollup",
    "row": "mttq.forms",
    "rollup": "mttq.rollup",
    "rule": "mttq.rules",
    "rules": "mttq.rules",
    "section": "mttq.forms",
    "table": "mttq.forms",
    "tables": "mttq.tables",
    "share_of": "mttq.forms",
    "summary": "mttq.rollup",
    "testing": "mttq.testing",
    "to_columns": "mttq.rollup",
    "units": "mttq.units",
    "values": "mttq.values",
    "vi": "mttq.vi",
    "writing": "mttq.writing",
}
"""The module of each public name, public modules too; the stub beside this file is for type checkers."""

__all__ = sorted([*_DEFINED_IN, "__version__"])  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = importer(__name__, _DEFINED_IN)


def __dir__() -> list[str]:
    return __all__


def _import_all() -> None:
    """Import what the table names: who freezes a program (PyInstaller) looks for import statements."""
    import mttq.cli
    import mttq.reading
    import mttq.repairs
    import mttq.rollup
    import mttq.testing
    import mttq.units
    import mttq.writing  # noqa: F401
