# ruff: noqa: E501 - texts stay whole
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mttq import vi
from mttq.errors import FieldError
from mttq.values import Share

SHARED = Path(__file__).parents[3] / "shared"
SEED = sorted((SHARED / "seed").glob("*.txt"))
NOTATION = SHARED / "corpus" / "notation" / "texts.jsonl"


def found(text: str) -> list[tuple[int | None, int | None, str, str]]:
    return [
        (stated.part, stated.whole, str(stated.share.percent), text[start:end])
        for stated, (start, end) in vi.find_shares(text)
    ]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Có 57/60 khu dân cư tổ chức, đạt 95%.", (57, 60, "95", "57/60 khu dân cư tổ chức, đạt 95%")),
        ("100/166 Khu dân cư văn hóa đạt tỷ lệ 60,24%", (100, 166, "60.24", "100/166 Khu dân cư văn hóa đạt tỷ lệ 60,24%")),
        ("có 71/72 (tỉ lệ 98,61%) hài lòng", (71, 72, "98.61", "71/72 (tỉ lệ 98,61%)")),
        ("có 57/60 khu dân cư (95%)", (57, 60, "95", "57/60 khu dân cư (95%)")),
        ("tổ chức ở khu dân cư đạt tỷ lệ 95% (57/60 khu dân cư)", (57, 60, "95", "95% (57/60 khu dân cư)")),
        ("có 488 hộ nghèo trong tổng số 946 hộ, chiếm 51,59%", (488, 946, "51.59", "488 hộ nghèo trong tổng số 946 hộ, chiếm 51,59%")),
        ("xây 12/10 nhà, đạt 120%;", (12, 10, "120", "12/10 nhà, đạt 120%")),
        ("tái cử 27 người tính trên 73 đại biểu (tỷ lệ 36,99%)", (27, 73, "36.99", "27 người tính trên 73 đại biểu (tỷ lệ 36,99%)")),
        ("nữ 22 người (chiếm tỷ lệ: 21,36 %),", (22, None, "21.36", "22 người (chiếm tỷ lệ: 21,36 %)")),
        ("1.249 người chiếm 17,76%", (1249, None, "17.76", "1.249 người chiếm 17,76%")),
        ("Cả xã 103 người: nữ 37 người (35%), nam 66 người, chiếm 64,08%", (66, None, "64.08", "66 người, chiếm 64,08%")),
        ("Cả xã 103 người: nam 66 người, chiếm 64,08%", (66, 103, "64.08", "66 người, chiếm 64,08%")),
        ("có 812 hộ/3.104 nhân khẩu; trong đó hộ nghèo 61 hộ, chiếm 7,51%", (61, 812, "7.51", "61 hộ, chiếm 7,51%")),
        ("Tổng số 946 hộ: cận nghèo 153 hộ, chiếm 16,17%", (153, 946, "16.17", "153 hộ, chiếm 16,17%")),
        ("Xã có 11 thôn, 946 hộ, 3.568 nhân khẩu; hộ nghèo 91 hộ (tỷ lệ 9,62%)", (91, 946, "9.62", "91 hộ (tỷ lệ 9,62%)")),
        ("có 946 hộ với 3.568 khẩu, hộ nghèo 91 hộ, chiếm 9,62%; hộ cận nghèo 60 hộ, chiếm 6,34%", (60, 946, "6.34", "60 hộ, chiếm 6,34%")),
        ("tổng số 45 người, nữ 20 người, chiếm 44,44%", (20, 45, "44.44", "20 người, chiếm 44,44%")),
        ("98% trong tổng số 45 thôn đạt chuẩn", (None, 45, "98", "98% trong tổng số 45")),
        ("Có **57/60**\r\nkhu dân cư, đạt\u00a095%", (57, 60, "95", "57/60**\r\nkhu dân cư, đạt\u00a095%")),
    ],
)  # fmt: skip
def test_a_percentage_is_read_with_the_whole_numbers_of_its_sentence(
    text: str, stated: tuple[object, ...]
) -> None:
    assert found(text)[-1:] == [stated]


@pytest.mark.parametrize(
    "text",
    [
        "12 cuộc (đạt 100% kế hoạch)",  # of what is named in words
        "488 hộ, chiếm 51,59% tổng số hộ",
        "giải quyết 557 vụ việc, đạt trên 87%",
        "hơn 500 hộ, chiếm 51,59%",
        "vụ việc giảm 30 vụ, giảm 15%",
        "diện tích 48 ha, đạt 68,6%",  # measured
        "tháng 12/2023, đạt 30%",
        "đến 12/2023 đạt 30%",
        "8/12 thôn có hộ nghèo chiếm 5%",  # another subject
        "8/12 thôn có hộ nghèo (5%)",
        "57/60 thôn (95% kế hoạch)",
        "22 hộ (70%)",
        "57/60 thôn 95%",
        "ngập 5,84% (7/8 xã)",
        "đạt hơn 90% (57/60 thôn)",
        "đạt 30% (12/2023)",
        "đạt 95% (57/60 thôn, tổ)",
        "57/60 thôn. Đạt 95%",
        "57/60 thôn\n\nđạt 95%",
        "12/34/56 tổ, đạt 95%",
        "1.2/60 thôn, đạt 95%",
        "57/60 thôn, đạt 90 - 95%",
        "57/60 thôn, đạt 95.5%",
        "tăng 15% của 6 thôn",
        "năm 2023 người dân, đạt 95%",
        "100% các khu dân cư",
        "hơn 98% trong tổng số 45 thôn",
        "%",
        "x" * 500 + "%",
    ],
)
def test_what_can_be_read_in_two_ways_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "946 hộ, trong đó hộ nghèo 488 hộ, trong đó dân tộc thiểu số 100 hộ, chiếm 20,49%",
        "946 hộ; trong đó hộ nghèo 488 hộ, dân tộc thiểu số 100 hộ, chiếm 20,49%",
        "946 hộ, trong đó hộ nghèo 488 hộ, chiếm 51,59%, trong đó dân tộc thiểu số 100 hộ, chiếm 20,49%",
        "50 hộ, trong đó còn lại 100 hộ, chiếm 20,49%",  # a part is no more than its whole
        "946 nhân khẩu, trong đó 100 hộ, chiếm 20,49%",
        "946 hộ và 100 hộ, chiếm 20,49%",
        "năm trước có 900 hộ, năm nay có 946 hộ; hộ nghèo 100 hộ, chiếm 20,49%",  # of which year
        "có 946 hộ; hộ chính sách 100 hộ, chiếm 20,49%",  # of whom they are some is not said
        "có 90 hộ; hộ nghèo 100 hộ, chiếm 20,49%",
    ],
)
def test_an_uncertain_whole_is_left_out(text: str) -> None:
    assert found(text)[-1:] == [(100, None, "20.49", "100 hộ, chiếm 20,49%")]


def test_a_text_alone_is_read() -> None:
    with pytest.raises(FieldError):
        vi.find_shares(5)  # type: ignore[arg-type]


@pytest.mark.skipif(not NOTATION.exists(), reason="the examples lie outside the project")
def test_shares_of_running_texts_fit_their_figures_but_for_two_that_are_wrong_in_print() -> None:
    texts: list[dict[str, Any]] = [json.loads(line) for line in NOTATION.read_text("utf-8").splitlines()]
    wrong = [
        (stated.part, stated.whole, stated.share)
        for text in texts
        for stated, _ in vi.find_shares(text["text"])
        if stated.part is not None and stated.whole and not stated.share.admits(stated.part, stated.whole)
    ]
    assert wrong == [(238, 316, Share(Decimal("88.9"))), (22, 103, Share(Decimal("21.34")))]


@pytest.mark.skipif(not SEED, reason="the real report lies outside the project")
def test_the_real_report_has_two() -> None:
    text = SEED[0].read_text("utf-8")
    assert found(text) == [
        (488, 946, "51.59", "488 hộ, chiếm tỷ lệ 51,59%"),
        (153, 946, "16.17", "153 hộ, chiếm tỷ lệ 16,17%"),
    ]
