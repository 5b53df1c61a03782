"""Vietnamese notation: what a Vietnamese reader writes, read exactly, and written back.

Functions come in pairs `parse_x` / `format_x`.  Every parser accepts decomposed letters (NFD), no-break and
zero-width spaces and typographic dashes; every formatter is deterministic, regardless of the decimal context
and the locale of the machine.
"""

from mttq.vi.dates import find_dates, format_date, parse_date
from mttq.vi.documents import find_documents, format_document, parse_document
from mttq.vi.formatting import format_figure
from mttq.vi.legacy import convert_legacy, detect_legacy
from mttq.vi.lists import format_list
from mttq.vi.mergers import parse_merger
from mttq.vi.money import format_money, parse_money
from mttq.vi.numbers import format_number, format_percent, parse_number, parse_percent
from mttq.vi.periods import format_period, parse_period
from mttq.vi.quantities import find_quantities, format_quantity, parse_pair, parse_quantity, parse_slashed
from mttq.vi.shares import StatedShare, find_shares
from mttq.vi.sorting import name_sort_key, sort_key
from mttq.vi.text import find_look_alikes, fold, normalize
from mttq.vi.unit_heads import UnitHead, parse_unit_head
from mttq.vi.unit_names import find_units, parse_unit
from mttq.vi.units import NOUNS, Noun, Nouns
from mttq.vi.words import money_to_words, number_to_words, words_to_money, words_to_number

__all__ = [
    "NOUNS",
    "Noun",
    "Nouns",
    "StatedShare",
    "UnitHead",
    "convert_legacy",
    "detect_legacy",
    "find_dates",
    "find_documents",
    "find_look_alikes",
    "find_quantities",
    "find_shares",
    "find_units",
    "fold",
    "format_date",
    "format_document",
    "format_figure",
    "format_list",
    "format_money",
    "format_number",
    "format_percent",
    "format_period",
    "format_quantity",
    "money_to_words",
    "name_sort_key",
    "normalize",
    "number_to_words",
    "parse_date",
    "parse_document",
    "parse_merger",
    "parse_money",
    "parse_number",
    "parse_pair",
    "parse_percent",
    "parse_period",
    "parse_quantity",
    "parse_slashed",
    "parse_unit",
    "parse_unit_head",
    "sort_key",
    "words_to_money",
    "words_to_number",
]
