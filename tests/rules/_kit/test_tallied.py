from collections.abc import Callable

import pytest

from mttq.checking import Counts
from mttq.rules import Rule, cri, sup


@pytest.mark.parametrize(
    "rule",
    [
        sup.recorded_supervisions_are_all_reported,
        sup.no_more_supervisions_are_reported_than_recorded,
        cri.recorded_sessions_are_all_reported,
        cri.no_more_sessions_are_reported_than_recorded,
        sup.records_lie_in_the_period,
    ],
)
def test_the_real_report_has_no_records(count: Callable[[Rule], Counts], rule: Rule) -> None:
    assert count(rule) == Counts(not_applicable=1)
