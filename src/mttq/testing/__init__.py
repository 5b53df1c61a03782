"""What the tests of your own programs need: a consistent report, and an assertion about yours."""

from mttq.testing._assertions import assert_consistent
from mttq.testing._reports import make_report

__all__ = ["assert_consistent", "make_report"]
