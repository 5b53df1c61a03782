from collections.abc import Callable

import pytest

from mttq.model import Heading
from mttq.report import Report
from mttq.rules import Breach, text

Judge = Callable[..., list[str | tuple[str, ...]]]


def outline(*numbers: str) -> dict[str, object]:
    """Make an outline of numbers, each indented by its level."""
    return {
        "outline": tuple(
            Heading(number=number.strip(), level=len(number) - len(number.lstrip())) for number in numbers
        )
    }


def gap(position: int, number: str, previous: str) -> tuple[str, str, str]:
    return (f"outline.{position}", f"Mục {number} đứng ngay sau mục {previous}", "")


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"] * 3),
        (outline(), []),
        (outline("I"), []),
        (outline("I", "II", "III"), ["passed"] * 2),
        (outline("I", " 1", "  1.1", "  1.2", " 3"), ["passed", gap(4, "3", "1")]),
        (outline("I", " 1", " 2", "II", " 1", " 2"), ["passed"] * 3),
        (
            outline("Phần thứ nhất", " I", " II", "Phần thứ ba", " I"),
            ["passed", gap(3, "Phần thứ ba", "Phần thứ nhất")],
        ),
        (outline("I", "II", "II"), ["passed", gap(2, "II", "II")]),
        (outline("I", "II", "I", "II"), ["passed"] * 3),  # begins anew
        (
            outline("I", "Mở đầu", "III", "IV"),
            ["passed"],
        ),  # what a heading without a number hides is not judged
        (outline("a", "b", "d"), ["passed", gap(2, "d", "b")]),
    ],
)
def test_each_heading_follows_the_one_before_it_on_its_level(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(text.heading_numbers_have_no_gap, changes) == outcomes


def test_the_real_report_goes_from_1_to_3(real_report: Report) -> None:
    breaches = [item for item in text.heading_numbers_have_no_gap(real_report) if isinstance(item, Breach)]
    assert breaches == [
        Breach(path="outline.17", args={"number": "3", "previous": "1"}, related=("outline.14",))
    ]
