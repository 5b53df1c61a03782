"""The sample report: consistent, whole, and on nobody."""

import pytest

from mttq.checking import check
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.testing import make_report


def test_every_rule_is_silent_on_the_sample() -> None:
    assert [finding.explain() for finding in check(make_report())] == []


def test_the_sample_has_both_appendices() -> None:
    report = make_report()
    assert report.appendix(ImplementationAppendix) is not None
    assert report.appendix(ParticipationAppendix) is not None


def test_the_sample_is_the_same_each_time_and_takes_other_fields() -> None:
    assert make_report() == make_report()
    assert make_report(title="Khác").title == "Khác"
    assert make_report(title="Khác") == make_report().with_value("title", "Khác")
    with pytest.raises(TypeError, match="nothing"):
        make_report(nothing=1)
