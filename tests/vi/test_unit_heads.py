"""Heads that say the unit of bare figures."""

from decimal import Decimal

import pytest

from mttq.errors import NumberFormatError
from mttq.values import Quantity
from mttq.vi import Noun, UnitHead, parse_quantity, parse_unit_head
from mttq.vi.units import NOUNS


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("ĐVT: triệu đồng", "VND", 10**6),
        ("(Đơn vị tính: 1.000 đồng)", "VND", 1000),
        ("Đơn vị: tỷ đồng", "VND", 10**9),
        ("ĐVT: người", "persons", 1),
        ("Số tiền (trđ)", "VND", 10**6),
        ("Kinh phí (ngđ)", "VND", 1000),
        ("ĐƠN VỊ TÍNH : ĐỒNG", "VND", 1),
        ("nghìn đồng", "VND", 1000),
        ("**ĐVT:** tr.đ", "VND", 10**6),
        ("Thu nhập (triệu đồng/người/năm)", "VND/person/year", 10**6),
        ("Tỷ lệ (%)", "percent", 1),
        ("Diện tích (ha)", "ha", 1),
        ("ĐVT: 1.000.000đ", "VND", 10**6),
    ],
)
def test_reads_the_unit_of_a_head(text: str, unit: str, scale: int) -> None:
    assert parse_unit_head(text) == UnitHead(unit, scale)


@pytest.mark.parametrize(
    "text", ["Số lượng", "ĐVT:", "", "ĐVT: triệu đồng, người", "ĐVT: 1.5 đồng", "Ghi chú (nếu có)"]
)
def test_a_head_without_one_unit_is_refused(text: str) -> None:
    with pytest.raises(NumberFormatError) as caught:
        parse_unit_head(text)
    assert caught.value.text == text


def test_a_bare_figure_has_the_unit_of_its_head() -> None:
    head = parse_unit_head("ĐVT: triệu đồng")
    assert parse_quantity("1.245,5", head=head) == Quantity(
        value=Decimal(1_245_500_000), unit="VND", scale=10**6, decimals=1
    )
    assert parse_quantity("3-5", head=head).upper == Decimal(5_000_000)
    assert parse_quantity("12 hộ", head=head) == parse_quantity("12 hộ")
    assert parse_quantity("2 tỷ đồng", head=head) == parse_quantity("2 tỷ đồng")


def test_a_figure_that_does_not_fit_its_head_is_refused() -> None:
    with pytest.raises(NumberFormatError, match="“người” chỉ đếm bằng số nguyên"):
        parse_quantity("45,5", head=parse_unit_head("ĐVT: người"))


def test_a_head_may_name_a_custom_noun() -> None:
    table = NOUNS.adding(Noun("tents", ("lều",)))
    assert parse_unit_head("ĐVT: lều", table=table) == UnitHead("tents", 1)
