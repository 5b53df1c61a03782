"""The head of a report and its signature."""

from collections.abc import Callable

import pytest

from mttq.model import Header
from mttq.report import Report
from mttq.rules import Breach, doc

Judge = Callable[..., list[str | tuple[str, ...]]]


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"signature.body": "Uỷ ban MTTQ Việt Nam xã Mẫu"}, ["passed"]),
        ({"signature": None}, ["? signature"]),
        ({"subject": None}, ["? subject"]),
        ({"signature.body": "Hội Nông dân xã Mẫu"}, ["? signature.body"]),
        ({"subject": "Hội Nông dân xã Mẫu"}, ["? subject"]),
        (
            {"signature.body": "UỶ BAN NHÂN DÂN"},
            [
                (
                    "signature.body",
                    "Báo cáo về Mặt trận Tổ quốc Việt Nam xã Mẫu, ký thay mặt UỶ BAN NHÂN DÂN",
                    "",
                )
            ],
        ),
    ],
)
def test_the_signer_speaks_for_the_body_reported_on(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.signer_speaks_for_the_body_reported_on, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"header.symbol": None}, [("header.symbol", "Phần đầu báo cáo còn thiếu số, ký hiệu", "")]),
        ({"recipients": ()}, [("recipients", "Phần đầu báo cáo còn thiếu nơi nhận", "")]),
        (
            {"header": Header(), "recipients": ()},
            [
                (
                    "header.issuer",
                    "Phần đầu báo cáo còn thiếu cơ quan ban hành, số, ký hiệu, địa danh, ngày ban hành "
                    "và nơi nhận",
                    "",
                )
            ],
        ),
    ],
)
def test_the_head_of_a_report_is_complete(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.head_of_the_report_is_complete, changes) == outcomes


def test_the_head_of_the_real_report_is_missing(real_report: Report) -> None:
    (breach,) = (i for i in doc.head_of_the_report_is_complete(real_report) if isinstance(i, Breach))
    assert (breach.path, breach.related) == (
        "header.issuer",
        ("header.symbol", "header.place", "header.date"),
    )


def test_the_real_report_is_signed_for_another_body(real_report: Report) -> None:
    (breach,) = doc.signer_speaks_for_the_body_reported_on(real_report)
    assert isinstance(breach, Breach)
    assert str(breach.actual).startswith("Ủy ban nhân dân")
