"""What the tests of your own programs need: a consistent report, and an assertion about yours.

Hypothesis strategies are in `mttq.testing.strategies`; `pytest --mttq reports/` makes tests of report files.
"""

from mttq._names.lazy import importer

_DEFINED_IN = {
    "assert_all_consistent": "mttq.testing._assertions",
    "assert_consistent": "mttq.testing._assertions",
    "check_relations": "mttq.testing._relations",
    "conformance_cases": "mttq.testing._conformance",
    "draw_month": "mttq._samples._drawn_months",
    "draw_report": "mttq._samples._drawn",
    "draw_units": "mttq._samples._units",
    "fill_in": "mttq._samples._filling",
    "make_report": "mttq._samples._reports",
    "make_units": "mttq._samples._units",
    "run_rule": "mttq.testing._single",
    "strategies": "mttq.testing.strategies",
}
"""The module of each public name; the stub beside this file is for type checkers."""

__all__ = sorted(_DEFINED_IN.keys() - {"strategies"})  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]
__getattr__ = importer(__name__, _DEFINED_IN)


def __dir__() -> list[str]:
    return __all__


def _import_all() -> None:
    """Import what the table names, but what needs hypothesis, for who freezes a program."""
    from mttq._samples import _drawn_months, _filling, _units  # noqa: F401
    from mttq.testing import _assertions, _conformance, _relations, _single  # noqa: F401
