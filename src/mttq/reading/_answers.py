"""Answers to a review sheet of `mttq.writing`: the reasons that an office wrote beside findings."""

import json
from collections.abc import Iterator
from os import PathLike, fspath
from typing import Any, Final

from mttq._files.opening import content_of
from mttq.checking import Finding, Waiver
from mttq.checking._waiver_files import WaiverFile
from mttq.codec._converter import writer_of
from mttq.codec._faults import read_as
from mttq.errors import Fault, LoadError, ReadError
from mttq.reading._blocks import Cell, Grid
from mttq.reading._limits import Limits
from mttq.reading._opening import opened
from mttq.wording import Phrase

__all__ = ["MARK", "REASON", "asked", "waivers"]

MARK: Final = "mttq 1 review"
"""What stands where hidden row and hidden column of a review sheet meet."""

REASON: Final = "reason"
"""What the hidden row says of the column of reasons."""

_ASKED: Final = "…"


def asked(finding: Finding) -> dict[str, Any]:
    """Return what a hidden cell holds of a finding: the waiver of it, the reason apart."""
    (waiver,) = writer_of(WaiverFile)(WaiverFile(waivers=(finding.waive(_ASKED),)))["waivers"]
    return {key: value for key, value in waiver.items() if key != REASON}


def waivers(source: str | PathLike[str] | bytes) -> tuple[Waiver, ...]:
    """Read the reasons of a review sheet that an office has filled in: a waiver of each finding it answers.

    A finding without a reason is not waived; `mttq.check(report, waivers=…)` accepts the others as long as
    their figures stay what they were.

    Args:
        source: the path of the file, or what it holds.

    Raises:
        ReadError: it is no review sheet, or cannot be read.
        FileError: the file cannot be opened.
    """
    data = source if isinstance(source, bytes) else content_of(source)
    name = "" if isinstance(source, bytes) else fspath(source)
    found, sheets = list[Waiver](), 0
    for grid in opened(data, name, Limits()).blocks:
        cells = [*grid.aside, *grid.cells.values()] if isinstance(grid, Grid) else []
        corner = next((cell for cell in cells if cell.text == MARK), None)
        if corner:
            sheets += 1
            found += _answers(cells, corner, name)
    if not sheets:
        raise ReadError((Fault("$", Phrase("tệp không có phiếu đề nghị rà soát của mttq"), None),)).of(name)
    return tuple(found)


def _answers(cells: list[Cell], corner: Cell, name: str) -> Iterator[Waiver]:
    heads = (cell for cell in cells if cell.row == corner.row and cell.text == REASON)
    columns = {cell.column for cell in heads}
    reasons = {cell.row: cell.text for cell in cells if cell.column in columns and cell.row > corner.row}
    for cell in cells:
        if cell.column == corner.column and cell.row in reasons:
            try:
                given = json.loads(cell.text)
                waiver: Waiver = read_as({**given, REASON: reasons[cell.row]}, Waiver, name)
                _ = given["fingerprint"], given["figures"]  # without which it would accept more
            except (LoadError, KeyError, ValueError, TypeError):
                said = Phrase("dòng {}: phần ẩn của phiếu đã bị sửa", cell.row)
                raise ReadError((Fault("$", said, None),)).of(name) from None
            yield waiver
