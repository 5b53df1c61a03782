"""Plain texts, Markdown and CSV: lines, and tables drawn with tabs, pipes, commas or blanks."""

import codecs
import csv
import html
import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._error import refused
from mttq.reading._legacy import whole_encoding
from mttq.reading._limits import Limits
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["decoded", "read_csv", "read_text"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TAG: Final = re.compile(r"</?(?:i|b|u|em|strong|span|font|p|br)\b[^<>]{0,200}>", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"(\*{1,3}|__|~~)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING: Final = re.compile(r"#{1,6} +(.*?)(?: #+)?")
_PIPES: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"[|:\-+= ]*-{2,}[|:\-+= ]*")
_GAP: Final = re.compile(" {2,}")
_DELIMITERS: Final = ";\t,|"
_FEWEST: Final = 2  # columns of a table
_FEW_LINES: Final = 2  # lines of a table that is drawn with blanks


def decoded(data: bytes) -> str:
    """Return the text of a file: Unicode, or one of the encodings from before, held as Latin-1.

    Raises:
        ReadError: it is no text.
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or b"\0" in data:
            raise refused(Phrase("tệp không phải văn bản")) from None
        text = data.decode("latin-1")
        text = text if whole_encoding(text) else data.decode("cp1258", "replace")
    if "\0" in text:
        raise refused(Phrase("tệp không phải văn bản"))
    return text


def read_text(text: str, limits: Limits) -> Document:
    """Read a text, or Markdown; a table is a run of lines with tabs, pipes or wide gaps."""
    document = Document()
    lines = text.splitlines()
    rows: list[tuple[int, list[str]]] = []
    count = 0

    def flush() -> None:
        nonlocal count
        if rows:
            grid = _grid(rows)
            count += len(grid.cells)
            if count > limits.cells:
                raise refused(Phrase("tệp có quá nhiều ô so với một báo cáo"))
            document.blocks.append(grid)
            rows.clear()

    drawn = _drawn(lines)
    for number, line in enumerate(lines, start=1):
        cells = drawn.get(number) or _cells(line)
        if cells is None and (line.strip() or not rows):
            flush()
            document.blocks.append(Text(_plain(line), line=number))
        elif cells:
            rows.append((number, cells))
    flush()
    return document


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line of a table; [] of a rule between its rows, None of another line."""
    bare = line.strip()
    if "|" in bare and (bare.startswith("|") or len(_PIPES.findall(bare)) > 1):
        if _RULE.fullmatch(bare):
            return []
        return _PIPES.split(bare.removeprefix("|").removesuffix("|"))
    return line.split("\t") if "\t" in line.strip(" \n") else None


def _drawn(lines: Sequence[str]) -> dict[int, list[str]]:
    """Return the cells of tables that are drawn with blanks, by the numbers of their lines."""
    found: dict[int, list[str]] = {}
    run: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        wide = "\t" not in line and "|" not in line and _GAP.search(line.strip())
        if wide or (run and line.strip() and line.startswith("  ")):
            run.append((number, line.rstrip()))
        elif line.strip() or number > len(lines):
            found |= _columns(run)
            run = []
    return found


def _columns(run: Sequence[tuple[int, str]]) -> dict[int, list[str]]:
    """Part lines where all of them have blanks."""
    width = max((len(line) for _, line in run), default=0)
    used = [False] * (width + 2)
    for _, line in run:
        for place, char in enumerate(line):
            used[place] = used[place] or char != " "
    edges = [place for place in range(1, width + 1) if used[place] and not used[place - 1]]
    edges = [place for place in edges if place > 1 and not used[place - 2] and any(used[:place])]
    if len(run) < _FEW_LINES or not edges:
        return {}
    places = [0, *edges, width + 1]
    return {number: [line[begin:end] for begin, end in pairwise(places)] for number, line in run}


def _grid(rows: Sequence[tuple[int, list[str]]]) -> Grid:
    grid = Grid()
    for row, (number, texts) in enumerate(rows, start=1):
        for column, text in enumerate(map(_plain, texts), start=1):
            if text:
                grid.cells[row, column] = Cell(text, row, column, line=number)
    return grid


def _plain(text: str) -> str:
    """Return a text without the marks of Markdown and HTML."""
    text = _TAG.sub("", text.strip())
    heading = _HEADING.fullmatch(text)
    text = heading[1] if heading else text
    while (plain := _EMPHASIS.sub(r"\2", text)) != text:
        text = plain
    return normalize(html.unescape(_ESCAPE.sub(r"\1", text))).strip()


def read_csv(text: str, limits: Limits) -> Document:
    """Read a table whose cells are divided by commas, semicolons, tabs or bars."""
    sample = text[: 2**16]
    delimiter = max(_DELIMITERS, key=lambda mark: _evenness(sample, mark))
    grid = Grid()
    for row, (line, texts) in enumerate(_csv_rows(text, delimiter), start=1):
        for column, cell in enumerate(texts, start=1):
            said = normalize(cell).strip()
            if said:
                grid.cells[row, column] = Cell(said, row, column, line=line)
        if len(grid.cells) > limits.cells:
            raise refused(Phrase("tệp có quá nhiều ô so với một báo cáo"))
    return Document(blocks=[grid])


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many rows have as many cells as most have, if a mark divides them."""
    widths = [len(cells) for _, cells in _csv_rows(sample, delimiter) if len(cells) >= _FEWEST]
    return max((widths.count(width), width) for width in set(widths)) if widths else (0, 0)


def _csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise refused(Phrase("tệp hỏng ({})", str(error))) from error
