"""Unit tests of your own data: copy this file, point it at your reports, and run pytest."""

from pathlib import Path

import pytest

import mttq
from mttq.testing import assert_consistent, make_report

REPORT = Path(__file__).with_name("trung_son_2023.json")


def test_the_sample_report_is_consistent() -> None:
    """A consistent report passes in one line."""
    assert_consistent(make_report())


def test_one_family_of_rules_at_a_time() -> None:
    """Population figures of the real report agree with each other."""
    assert_consistent(mttq.load(REPORT), select="UNI", fail_on="error")


def test_what_is_known_and_accepted_carries_a_reason() -> None:
    """A waiver names the rule and says why."""
    assert_consistent(
        mttq.load(REPORT),
        select=("CRI",),
        waive={
            "CRI001": "xã đã giải trình bằng văn bản",
            "CRI002": "xã đã giải trình bằng văn bản",
        },
    )


def test_a_slip_fails_with_its_arithmetic() -> None:
    """The failure says which figure is wrong, and shows the sum."""
    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    with pytest.raises(AssertionError, match="31 ≠ 3"):
        assert_consistent(wrong)
