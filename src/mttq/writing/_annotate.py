"""Findings as comments on the cells of a user's own file, of which nothing else is changed."""

from os import PathLike
from typing import Final

import attrs

from mttq._files.opening import content_of
from mttq._files.saving import save
from mttq.checking import Finding, Findings
from mttq.errors import ArgumentError, ReadError
from mttq.reading import Reading, Source, read
from mttq.wording import Lang, Phrase
from mttq.writing._parts import Parts
from mttq.writing._sheet_comments import comment_on_cells
from mttq.writing._word_comments import comment_on_text

__all__ = ["annotate"]

_NOWHERE: Final = Source()


def annotate(
    path: str | PathLike[str],
    findings: Findings,
    out: str | PathLike[str],
    *,
    reading: Reading | None = None,
    lang: Lang = "vi",
) -> None:
    """Write findings as comments into a file of Excel or Word: on the cells, or lines, that they question.

    What the file held stays as it was, byte for byte, but for the parts that hold or announce comments.  What
    is found of something that has no cell stands in a comment at the beginning.

    Args:
        path: the file that was read (.xlsx, .xlsm, .docx, .docm).
        findings: what was found in its report.
        out: where the file with comments goes; the same path replaces it.
        reading: what was read of the file; it is read again if None, without hints.
        lang: the language of the comments.

    Raises:
        ReadError: the file cannot be read.
        ArgumentError: it is a file of another kind.
        FileError: a file cannot be read or written.
    """
    data = content_of(path)
    reading = reading or read(path)
    parts = Parts(data)
    main = parts.package.related("", "officeDocument") or ""
    placed = _by_place(findings, reading, lang)
    if main.startswith("xl/"):
        comment_on_cells(parts, main, placed)
    elif main.startswith("word/"):
        comment_on_text(parts, main, placed)
    else:
        raise ArgumentError(Phrase("chỉ ghi được nhận xét vào tệp {}", ".xlsx, .xlsm, .docx, .docm"))
    save(parts.packed(), out)


def _by_place(findings: Findings, reading: Reading, lang: Lang) -> dict[Source, list[str]]:
    """Return by the place of a cell what is to be said there; at no place what has no cell."""
    units = _units(reading)
    placed: dict[Source, list[str]] = {}
    for finding in findings:
        source = reading.source(finding.path, units.get(finding.unit))
        place = attrs.evolve(source, file=None) if source else _NOWHERE
        placed.setdefault(place, []).append(_said(finding, lang, has_cell=source is not None))
    return placed


def _units(reading: Reading) -> dict[str, str]:
    """Return by their addresses the names under which a file has figures of several units."""
    try:
        return {report.unit.address: name for name, report in reading.reports(title="…").items()}
    except ReadError:  # a name does not say of which kind its unit is, so no report was checked
        return {}


def _said(finding: Finding, lang: Lang, *, has_cell: bool) -> str:
    return (attrs.evolve(finding, place="") if has_cell else finding).explain(lang=lang)
