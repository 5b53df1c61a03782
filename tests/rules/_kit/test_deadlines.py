from collections.abc import Callable

import pytest

from mttq.checking import Counts
from mttq.rules import Rule, cri, sup

DELEGATION_RULES = (
    sup.plans_are_sent_in_time,
    sup.supervised_units_report_in_time,
    sup.delegations_report_soon,
)


@pytest.mark.parametrize(
    "rule",
    [
        *DELEGATION_RULES,
        cri.drafts_are_received_in_time,
        cri.the_government_meets_the_people_every_year,
    ],
)
def test_the_real_report_has_no_records(count: Callable[[Rule], Counts], rule: Rule) -> None:
    assert count(rule) == Counts(not_applicable=1)
