# The public names of mttq.testing and where each is defined, for type checkers; `__init__.py` has the same.

from mttq._samples._drawn import draw_report as draw_report
from mttq._samples._drawn_months import draw_month as draw_month
from mttq._samples._filling import fill_in as fill_in
from mttq._samples._reports import make_report as make_report
from mttq._samples._units import draw_units as draw_units
from mttq._samples._units import make_units as make_units
from mttq.testing import strategies as strategies
from mttq.testing._assertions import assert_all_consistent as assert_all_consistent
from mttq.testing._assertions import assert_consistent as assert_consistent
from mttq.testing._conformance import conformance_cases as conformance_cases
from mttq.testing._relations import check_relations as check_relations
from mttq.testing._single import run_rule as run_rule
