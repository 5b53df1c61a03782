"""The head of a report and its signature."""

from collections.abc import Callable

import pytest

from mttq.model import Header, Unit
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
                    "body=UỶ BAN NHÂN DÂN; subject=Mặt trận Tổ quốc Việt Nam xã Mẫu",
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
        ({"header.symbol": None}, [("header.symbol", "parts=số, ký hiệu", "")]),
        ({"recipients": ()}, [("recipients", "parts=nơi nhận", "")]),
        ({"header": Header(), "unit": Unit.area("thôn", "Một")}, []),
        (
            {"header": Header(), "recipients": ()},
            [
                (
                    "header.issuer",
                    "parts=cơ quan ban hành + số, ký hiệu + địa danh + ngày ban hành + nơi nhận",
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


def test_the_real_report_has_no_head(real_report: Report) -> None:
    (breach,) = (i for i in doc.head_of_the_report_is_complete(real_report) if isinstance(i, Breach))
    assert (breach.path, breach.related) == (
        "header.issuer",
        ("header.symbol", "header.place", "header.date"),
    )


def test_the_real_report_is_signed_for_another_body(real_report: Report) -> None:
    (breach,) = doc.signer_speaks_for_the_body_reported_on(real_report)
    assert isinstance(breach, Breach)
    assert str(breach.actual).startswith("Ủy ban nhân dân")
