"""Which unit codes there are; the table of units, which has them, stands in `mttq.vi`."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from mttq._nearest import meant, nearest

__all__ = ["add_units", "corrected_unit", "unit_complaint"]

_CODES: Final[dict[str, str]] = {}  # by code, and by the nouns of a unit
_IS_CODE: Final = re.compile("[A-Za-z][A-Za-z0-9_]+").fullmatch
_ALIKE: Final = 0.85  # a unit of the caller's own may resemble one of ours


def add_units(codes: Mapping[str, str]) -> None:
    """Let codes be known, each by itself and by the nouns that stand for it."""
    _CODES.update(codes)
    corrected_unit.cache_clear()


def unit_complaint(unit: str) -> str:
    """Return what is wrong with a unit: it resembles a code, or is a noun that has one; else nothing.

    Of a rate only what is counted is looked at, not for each of what.

    >>> import mttq.vi
    >>> unit_complaint("conferencs")
    'không có đơn vị “conferencs”; có phải “conferences”?'
    >>> unit_complaint("đồng/year")
    'không có đơn vị “đồng/year”; có phải “VND/year”?'
    >>> unit_complaint("VND/person/year"), unit_complaint("communes+wards"), unit_complaint("chiếc lều")
    ('', '', '')
    """
    fixed = corrected_unit(unit)
    return "" if fixed == unit else f"không có đơn vị “{unit}”{meant(fixed, [fixed])}"


@lru_cache(maxsize=1024)
def corrected_unit(unit: str) -> str:
    """Return the unit that is meant by one: itself, unless it is mistyped."""
    counted, slash, each = unit.partition("/")
    return "+".join(map(_code_of, counted.split("+"))) + slash + each


def _code_of(name: str) -> str:
    """Return the code that is meant by a name, or the name itself."""
    if name in _CODES:
        return _CODES[name]
    near = nearest(name, _CODES.values(), _ALIKE) if _IS_CODE(name) else None
    return near or name
