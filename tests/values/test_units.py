"""A unit is a code, or a noun of the caller's own that has none."""

import subprocess
import sys
from decimal import Decimal

import attrs
import pytest

from mttq.errors import DeclarationError
from mttq.forms import row, section
from mttq.values import Quantity
from mttq.values._units import unit_complaint
from mttq.vi.units import CODES


@pytest.mark.parametrize("code", [*CODES, "VND/person/year", "communes+wards", "VND/chiếc lều"])
def test_every_code_is_known(code: str) -> None:
    assert unit_complaint(code) == ""


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("conferencs", "conferences"),
        ("Households", "households"),
        ("tonnes", "tonne"),
        ("vnd", "VND"),
        ("đồng", "VND"),
        ("hộ", "households"),
        ("đồng/person", "VND/person"),
        ("comunes+wards", "communes+wards"),
    ],
)
def test_a_mistyped_unit_is_refused_where_it_is_written(unit: str, meant: str) -> None:
    told = f"không có đơn vị “{unit}”; có phải “{meant}”[?]"
    with pytest.raises((TypeError, ValueError), match=told.replace("+", "[+]")):
        Quantity(value=Decimal(5), unit=unit)
    for declare in (row, section):
        with pytest.raises(DeclarationError, match=f"^dòng 1: {told}$".replace("+", "[+]")):
            declare("1", "Số cuộc", unit=unit)


def test_a_mistyped_unit_is_refused_whichever_modules_are_imported() -> None:
    code = (
        "import sys; from mttq.values import Quantity\n"
        "assert 'mttq.vi' not in sys.modules\n"
        "try: Quantity.of(3, 'hội nghị')\n"
        "except ValueError as error: assert 'conferences' in str(error)\n"
        "else: raise AssertionError"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True)


@pytest.mark.parametrize("unit", [None, "chiếc lều", "tents", "buildings"])
def test_a_custom_unit_is_not_a_typing_error(unit: str | None) -> None:
    assert Quantity(value=Decimal(5), unit=unit).unit == unit
    assert attrs.has(attrs.make_class("Form", {"tents": row("1", "Số lều", unit=unit)}))
