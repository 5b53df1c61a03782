"""English.  Another language is a package of the same modules and names."""

from collections.abc import Mapping
from typing import Final

from mttq.wording._en.command import COMMAND
from mttq.wording._en.errors import ERRORS
from mttq.wording._en.forms import FORMS
from mttq.wording._en.indicators import INDICATORS
from mttq.wording._en.office_forms import OFFICE_FORMS
from mttq.wording._en.reading import READING
from mttq.wording._en.records import RECORDS
from mttq.wording._en.terms import TERMS
from mttq.wording._en.units import UNITS

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, str]] = (
    FORMS | INDICATORS | OFFICE_FORMS | RECORDS | TERMS | ERRORS | COMMAND | READING | UNITS
)
"""What is said of forms, records and all else, by the Vietnamese that stands there."""
