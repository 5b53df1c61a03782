"""What the tests of your own programs need: a consistent report, and an assertion about yours.

Hypothesis strategies are in `mttq.testing.strategies`; `pytest --mttq reports/` makes tests of report files.
"""

from mttq.testing._assertions import assert_consistent
from mttq.testing._conformance import conformance_cases
from mttq.testing._drawn import draw_report
from mttq.testing._reports import make_report
from mttq.testing._single import run_rule

__all__ = ["assert_consistent", "conformance_cases", "draw_report", "make_report", "run_rule"]
