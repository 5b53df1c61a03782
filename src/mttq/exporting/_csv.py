"""Findings as CSV or TSV that a spreadsheet opens as it is meant: no cell is ever taken for a formula."""

import io
import re
from collections.abc import Iterable
from typing import Final

from mttq._names.former import former_arguments
from mttq.checking import Findings
from mttq.exporting._results import Results, by_name
from mttq.exporting._schema import FIELDS
from mttq.tables import Lang
from mttq.wording._unicode import printable

__all__ = ["table_to_csv", "to_csv", "to_tsv"]

_BOM: Final = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine
_NEGATIVE: Final = "-[0-9][0-9.,]*%?"
_LIVE: Final = re.compile(  # what begins a cell, here or for a program that separates cells by another mark
    rf"""(?:\A|[,;|\t\n])(?:[^\S\t\n]|")*(?=[=+\-@＝＋－＠])(?!{_NEGATIVE}\s*(?:[;|\t\n]|\Z))"""
    rf"""|[^\S\t\n]"*(?=[=+\-@＝＋－＠](?:[^ ]|\Z))(?!{_NEGATIVE}(?:[\s;|)]|\Z))"""
)


@former_arguments("0.2", "lang")
def to_csv(results: Results, *, lang: Lang = "vi") -> str:
    r"""Return findings and waived findings as CSV: UTF-8 with a byte order mark, cells parted by semicolons.

    The first column names the report; the others are those of `Findings.rows`.  Cells are parted by the
    semicolon, since the comma stands in numbers, and all are quoted.  What a spreadsheet could run as a
    formula (= + - @ at the beginning of a cell, or behind what may part cells elsewhere: , ; | a tab, a
    space, a line break) gets an apostrophe in front; a negative figure is left as it is.  Reports that could
    not be read are left out.

    Args:
        results: the findings of one report, or of several by name.
        lang: of all texts.

    Source: OWASP, CSV Injection.

    >>> to_csv({"xa.json": Findings()})
    '\ufeff"report";"code";"severity";"title";"message";"unit";"path";"place";"expected";"actual";"arithmetic";"suggestions";"related";"waived";"fingerprint";"basis"\n'
    """
    return _BOM + _separated(results, lang, ";")


@former_arguments("0.2", "lang")
def to_tsv(results: Results, *, lang: Lang = "vi") -> str:
    r"""Return findings as `to_csv` does, but with cells parted by tabs and without a byte order mark.

    >>> from mttq import check
    >>> from mttq.testing import make_report
    >>> findings = check(make_report().with_value("population.poor.households", 88), select="UNI008")
    >>> to_tsv(findings).splitlines()[1].split("\t")[:3]
    ['""', '"UNI008"', '"error"']
    """
    return _separated(results, lang, "\t")


def _separated(results: Results, lang: Lang, delimiter: str) -> str:
    import csv

    text = io.StringIO()
    writer = csv.DictWriter(
        text, ("report", *FIELDS), delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL
    )
    writer.writeheader()
    for name, findings in by_name(results).items():
        if isinstance(findings, Findings):
            for row in findings.rows(lang=lang):
                writer.writerow({key: _inert(value or "") for key, value in {"report": name, **row}.items()})
    return text.getvalue()


def table_to_csv(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table as CSV, as `to_csv` writes findings: no cell is taken for a formula."""
    import csv

    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([_inert(cell) for cell in row] for row in (heads, *rows))
    return _BOM + text.getvalue()


def _inert(cell: str) -> str:
    """Keep what is in a cell from being run as a formula, and from doing anything to a terminal."""
    cell = printable(cell.replace("\r\n", "\n").replace("\r", "\n"), lines=True)
    return _LIVE.sub(r"\g<0>'", cell)
