"""The statistical appendices, row for row as printed; `form` and `row` are open to forms of your own."""

from mttq._declared.relations import (
    During,
    Relation,
    at_least,
    at_most,
    between,
    deadline,
    each,
    needed,
    same_as,
    share_of,
    total_of,
)
from mttq.forms._columns import Column, CountAndShare, columns
from mttq.forms._form import Cell, Form, form_of, form_with, is_form, registered_forms
from mttq.forms._kinds import Kind
from mttq.forms._labels import column, label_of, row, section, table
from mttq.forms._register import form
from mttq.forms._rows import TIER_COLUMNS, Row
from mttq.forms._tables import print_form, tables_of
from mttq.forms.kl62_pl1 import ImplementationAppendix
from mttq.forms.kl62_pl2 import ParticipationAppendix

__all__ = [
    "TIER_COLUMNS",
    "Cell",
    "Column",
    "CountAndShare",
    "During",
    "Form",
    "ImplementationAppendix",
    "Kind",
    "ParticipationAppendix",
    "Relation",
    "Row",
    "at_least",
    "at_most",
    "between",
    "column",
    "columns",
    "deadline",
    "each",
    "form",
    "form_of",
    "form_with",
    "is_form",
    "label_of",
    "needed",
    "print_form",
    "registered_forms",
    "row",
    "same_as",
    "section",
    "share_of",
    "table",
    "tables_of",
    "total_of",
]
