"""Any figure of a report in Vietnamese notation: what tables, messages and explanations show."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from mttq._names.former import former_arguments
from mttq.values import DocumentRef, Pair, PartialDate, Period, Quantity, Share, Triple
from mttq.values.figures import rounded
from mttq.vi.dates import format_date
from mttq.vi.documents import format_document
from mttq.vi.numbers import format_number, format_percent
from mttq.vi.periods import format_period
from mttq.vi.quantities import format_quantity
from mttq.wording import Lang

__all__ = ["format_figure"]


@former_arguments("0.2", "lang")
def format_figure(
    value: int
    | Decimal
    | Fraction
    | Pair
    | Triple
    | Share
    | Quantity
    | Period
    | PartialDate
    | date
    | DocumentRef
    | str
    | None,
    *,
    lang: Lang = "vi",
) -> str:
    """Write a figure of any type; a blank stays blank, a text is left as it is.

    Dates are written in digits as Nghị định 30/2020/NĐ-CP has them.  In English nouns, hedges and dates are
    English, the digits stay in Vietnamese notation.

    A `Fraction` (a mean, a ratio) is rounded half up to two decimals.

    Raises:
        TypeError: the value is of no type that a report holds; a float or a bool is none.

    >>> [format_figure(value) for value in (1555, Pair(169, 1169), None, 0, Fraction(3568, 946))]
    ['1.555', '169/1.169', '', '0', '3,77']
    >>> format_figure(Period.term(2025, 2030)), format_figure(Period.term(2025, 2030), lang="en")
    ('nhiệm kỳ 2025 - 2030', 'term 2025–2030')
    >>> format_figure(date(2016, 5, 5)), format_figure(date(2016, 5, 5), lang="en")
    ('05/5/2016', '5 May 2016')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case Pair() | Triple():
            return "/".join(format_number(part) for part in value)
        case Fraction():
            return format_number(rounded(value))
        case Share():
            return format_percent(value)
        case Quantity():
            return format_quantity(value, lang=lang)
        case Period() | PartialDate():
            return format_period(value, style="short", lang=lang)
        case DocumentRef():
            return format_document(value)
        case date():
            return format_date(value, style="short", lang=lang)
        case _:
            return format_number(value)
