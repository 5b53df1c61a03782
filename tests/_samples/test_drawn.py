"""Reports that are consistent by construction, short and long, always the same for a seed."""

import pytest

from mttq._samples._drawn import report_by
from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.errors import FieldError
from mttq.testing import draw_report


@pytest.mark.parametrize("size", [1, 2, 5, 9])
def test_every_rule_is_silent_at_any_size(size: int) -> None:
    for seed in range(10):
        assert [finding.code for finding in check(draw_report(seed, size=size))] == []


@pytest.mark.parametrize("size", [1, 5])
@pytest.mark.parametrize("end", [min, max])
def test_the_least_and_the_greatest_report_are_consistent(end: object, size: int) -> None:
    report = report_by(lambda least, greatest: least if end is min else greatest, size)
    assert [finding.code for finding in check(report)] == []


def test_a_seed_always_draws_the_same_report_and_another_seed_another() -> None:
    assert draw_report(62) == draw_report(62, size=1)
    assert len({dumps(draw_report(seed)) for seed in range(20)}) == 20


def test_size_makes_reports_longer_in_every_part_that_may_grow() -> None:
    short, long = draw_report(62), draw_report(62, size=5)
    parts = (
        "campaigns.models",
        "campaigns.festivals",
        "campaigns.conferences",
        "citations",
        "funds.gifts",
        "funds.ledgers",
        "funds.ledgers.0.receipts",
        "narrative",
        "outline",
        "statements",
        "supervision.criticisms",
        "supervision.dialogues",
        "supervision.feedback",
        "supervision.supervisions",
        "supervision.voter_meetings",
    )
    sizes = {part: [len(report.value_at(part)) for report in (short, long)] for part in parts}  # type: ignore[arg-type]
    assert [part for part, (few, many) in sizes.items() if not 0 < few < many] == []


def test_a_drawn_report_is_read_back_from_its_file() -> None:
    report = draw_report(62, size=5)
    assert loads(dumps(report)) == report


@pytest.mark.parametrize("seed", ["62", 6.2, True, None])
def test_a_seed_must_be_a_whole_number(seed: int) -> None:
    with pytest.raises(FieldError, match=r"^seed: cần số nguyên; đã nhận "):
        draw_report(seed)


@pytest.mark.parametrize("size", [0, -1, "1", 2.5, True])
def test_a_size_must_be_a_whole_number_from_one_on(size: int) -> None:
    with pytest.raises(FieldError, match=r"size phải là số nguyên ≥ 1, không phải"):
        draw_report(62, size=size)
