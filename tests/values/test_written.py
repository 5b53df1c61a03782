"""What `str` says of a value is what a Vietnamese reader would read."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest

from mttq import values
from mttq.model import ResidentialKind, Unit, UnitKind, UnitRef
from mttq.values import (
    DocumentKind,
    DocumentRef,
    Pair,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    Share,
    Triple,
)
from mttq.values._written import Written

COMMUNE = UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn")
DISTRICT = UnitRef(kind=UnitKind.DISTRICT, name="A Lưới")
WRITTEN: list[tuple[Any, str]] = [
    (Pair(169, 1169), "169/1.169"),
    (Triple(3, 91, 1003), "3/91/1.003"),
    (Share(Decimal("51.50")), "51,50%"),
    (Quantity.of(5500, "households", qualifier=Qualifier.MORE_THAN), "hơn 5.500 hộ"),
    (Quantity.of(215_910_000, "VND"), "215.910.000 đồng"),
    (Quantity(value=Decimal(4_500_000_000), unit="VND", scale=10**9, decimals=1), "4,5 tỷ đồng"),
    (PartialDate(year=2023, month=12), "tháng 12/2023"),
    (PartialDate.of(dt.date(2020, 3, 5)), "05/3/2020"),
    (Period.quarter(2023, 4), "quý IV/2023"),
    (Period.term(2025, 2030), "nhiệm kỳ 2025 - 2030"),
    (
        DocumentRef(raw="QĐ 217", kind=DocumentKind.DECISION, number="217", symbol="217-QĐ/TW"),
        "Quyết định số 217-QĐ/TW",
    ),
    (DocumentRef(raw="văn bản của cấp trên", issuer="Bộ Chính trị"), "văn bản của cấp trên"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_a_value_is_written_as_a_vietnamese_reader_would_read_it(value: Any, text: str) -> None:
    assert str(value) == f"{value}" == text
    assert repr(value).startswith(f"{type(value).__name__}(")


def test_every_value_with_a_notation_is_written_in_it() -> None:
    written = {type(value) for value, _ in WRITTEN}
    classes = [item for name in values.__all__ if attrs.has(item := getattr(values, name))]
    assert {item for item in classes if issubclass(item, Written)} == written


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (COMMUNE, "xã Trung Sơn"),
        (Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), "xã Trung Sơn"),
        (Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", parent=DISTRICT), "xã Trung Sơn, huyện A Lưới"),
        (Unit(kind=ResidentialKind.VILLAGE, name="Pa Ling"), "thôn Pa Ling"),
    ],
)
def test_a_unit_is_written_by_its_name(unit: object, text: str) -> None:
    assert str(unit) == text


@pytest.mark.parametrize(
    "value",
    [
        Quantity(value=Decimal(7), unit="VND", scale=7),
        Period.interval(PartialDate(month=7, day=27), PartialDate(year=2023, month=8, day=1)),
    ],
)
def test_a_value_without_vietnamese_notation_is_written_as_in_python(value: object) -> None:
    assert str(value) == repr(value)


def test_a_value_is_written_whichever_modules_are_imported() -> None:
    code = "from mttq.values import Pair; assert str(Pair(169, 1169)) == '169/1.169'"
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True)
