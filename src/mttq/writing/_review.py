"""The review sheet (phiếu đề nghị rà soát): findings for the office that has to answer them."""

import json
from os import PathLike
from typing import Final

from mttq.checking import Finding, Findings
from mttq.reading import _answers
from mttq.wording import Lang, label, name_of, words
from mttq.writing._book import LOCKED, PLAIN, TITLE, Look, Sheet, workbook
from mttq.writing._spreadsheet import HEAD

__all__ = ["review"]

_HEADS: Final = (
    "form.number",
    "code",
    "severity",
    "place",
    "review.found",
    "review.request",
    "review.reason",
)
_WIDTHS: Final = (5, 9, 10, 30, 50, 24, 36)
_YELLOW: Final[Look] = LOCKED | {"bg_color": "#FFF9CC", "locked": False, "num_format": "@"}
_MAP, _TITLE, _UNIT, _HINT, _HEAD, _FIRST = range(6)  # rows
_ALLOWED: Final = dict.fromkeys(("format_cells", "format_columns", "format_rows"), True)


def review(findings: Findings, path: str | PathLike[str], *, lang: Lang = "vi") -> None:
    """Write findings as a sheet (.xlsx) for the office that has to answer: each with a cell for its reason.

    The office corrects its report or says why a figure is right; `mttq.reading.waivers` reads these reasons
    back, each as a waiver of that finding as long as its figures stay.

    Args:
        findings: what was found.
        path: the file; one that is there is replaced.
        lang: the language of all texts.

    Raises:
        ExtraError: XlsxWriter, of the extra `excel`, is not installed.
        FileError: the file cannot be written.
    """
    said = words(lang)
    units = list(dict.fromkeys(finding.unit for finding in findings if finding.unit))
    last = len(_HEADS)
    with workbook(path) as book:
        sheet = Sheet(book, said["review"])
        made = sheet.made
        sheet.text(_MAP, 0, _answers.MARK, {})
        sheet.text(_MAP, last, _answers.REASON, {})
        made.set_row(_MAP, None, None, {"hidden": True})
        made.set_column(0, 0, None, None, {"hidden": True})
        sheet.across(_TITLE, 1, last, said["review"].upper(), TITLE)
        sheet.across(_UNIT, 1, last, f"{said['sheet.unit']} {'; '.join(units)}", PLAIN)
        sheet.across(_HINT, 1, last, said["review.hint"], PLAIN | {"italic": True})
        sheet.height(_HINT, (said["review.hint"], sum(_WIDTHS)))
        for at, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True), 1):
            made.set_column(at, at, width + 1)
            sheet.text(_HEAD, at, said[head], HEAD)
        for number, finding in enumerate(findings, 1):
            _line(sheet, _FIRST + number - 1, number, finding, lang)
        made.freeze_panes(_FIRST, 0)
        made.protect("", _ALLOWED)
        sheet.print_on(landscape=True, heads=_HEAD)


def _line(sheet: Sheet, row: int, number: int, finding: Finding, lang: Lang) -> None:
    said = words(lang)
    found = "\n".join(filter(None, (finding.render(lang=lang), finding.arithmetic(lang=lang))))
    place = label(finding.place, lang)
    several = f"{finding.unit}: " if finding.unit and not place.startswith(finding.unit) else ""
    cells = (
        str(number),
        finding.code,
        name_of(finding.severity, lang),
        f"{several}{place}",
        found,
        said[f"request.{finding.severity.name}"],
    )
    sheet.text(row, 0, json.dumps(_answers.asked(finding), ensure_ascii=False), {})
    for at, text in enumerate(cells, 1):
        sheet.text(row, at, text, LOCKED)
    sheet.text(row, len(_HEADS), "", _YELLOW)
    sheet.height(row, *zip(cells, _WIDTHS, strict=False))
