"""PDF with ruled tables, through pdfplumber of the extra `pdf`: the least certain of all kinds of file.

What stands in no ruled table is text; a figure that stands there like one of a table is handed back.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final

from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._error import refused
from mttq.reading._figures import looks_like_figure
from mttq.reading._limits import Limits
from mttq.reading._source import Reason
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["read_pdf"]

_NEAR: Final = 3  # points by which edges of one rule may differ
_GAP: Final = 18  # points between words that stand in two columns
_RAISED: Final = 0.85  # of the size of other digits: a note mark, perhaps
_MOST_PAGES: Final = 300

Box = tuple[float, float, float, float]  # left, top, right, bottom


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Read a PDF file.

    Raises:
        ReadError: the extra is not installed, or the file cannot be read, or holds only pictures.
    """
    try:
        pdfplumber: Any = import_module("pdfplumber")
    except ImportError:
        command = "pip install 'mttq[pdf]'"
        said = Phrase(
            "đọc PDF cần thư viện {}; cài bằng: {}; hoặc xin tệp Word, Excel gốc", "pdfplumber", command
        )
        raise refused(said) from None
    reader = _Reader(pdfplumber, limits)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > _MOST_PAGES:
            raise refused(Phrase("tệp quá lớn so với một báo cáo"))
        for page in pdf.pages:
            reader.page(page.dedupe_chars())
            page.close()
    if not reader.document.blocks:
        raise refused(Phrase("tệp PDF không có chữ, chỉ có ảnh; đề nghị xin tệp Word hoặc Excel gốc"))
    reader.document.add_note(Phrase("tệp PDF: chỉ đọc bảng có kẻ ô, không đọc tên cơ quan ở đầu trang"))
    return reader.document


class _Reader:
    def __init__(self, pdfplumber: Any, limits: Limits) -> None:
        self.pdfplumber = pdfplumber
        self.limits = limits
        self.document = Document(bodies=False)
        self.tables = self.lines = self.cells = 0

    def page(self, page: Any) -> None:
        """Read the tables and lines of a page from the top."""
        tables = page.find_tables()
        boxes = [box for table in tables for box in table.cells if box]
        words = [word for word in page.extract_words() if not any(_within(word, box) for box in boxes)]
        found: list[tuple[float, Any]] = [(table.bbox[1], table) for table in tables]
        found += ((line[0]["top"], line) for line in _lines(words))
        texts: list[list[str]] = []
        for _, item in sorted(found, key=lambda each: each[0]):
            if isinstance(item, list):
                texts.append(_parts(item))
                continue
            self.texts(texts)
            texts = []
            self.table(page, item)
        self.texts(texts)

    def texts(self, lines: Sequence[Sequence[str]]) -> None:
        """Take lines of text; neighbouring ones in two columns are read column by column."""
        run: list[Sequence[str]] = []
        for line in lines:
            if len(line) == 1:
                self.columns(run)
                run = []
                self.line(line[0])
            else:
                run.append(line)
        self.columns(run)

    def columns(self, lines: Sequence[Sequence[str]]) -> None:
        figures = Grid()
        for column in range(max(map(len, lines), default=0)):
            for row, line in enumerate(lines):
                if column >= len(line):
                    continue
                self.line(line[column])
                if looks_like_figure(line[column]):
                    doubtful = Cell(line[column], row + 1, column + 1, doubt=Reason.NO_LINE, line=self.lines)
                    figures.cells[row + 1, column + 1] = doubtful
        if figures.cells:
            self.document.blocks.append(figures)

    def line(self, text: str) -> None:
        self.lines += 1
        self.document.blocks.append(Text(text, line=self.lines))

    def table(self, page: Any, table: Any) -> None:
        self.tables += 1
        grid = Grid(table=self.tables)
        boxes = [box for box in table.cells if box]
        across, down = (_edges(box[at] for box in boxes for at in (side, side + 2)) for side in (0, 1))
        for box in boxes:
            left, top, right, bottom = (_place(box[side], (across, down)[side % 2]) for side in range(4))
            text, doubt = self.text_in(page, box)
            self.cells += 1
            if self.cells > self.limits.cells:
                raise refused(Phrase("tệp có quá nhiều ô so với một báo cáo"))
            if text:
                place = top + 1, left + 1
                cell = Cell(
                    text, *place, rows=max(bottom - top, 1), columns=max(right - left, 1), doubt=doubt
                )
                grid.cells[place] = cell
        self.document.blocks.append(grid)

    def text_in(self, page: Any, box: Box) -> tuple[str, Reason | None]:
        """Return what a cell says, and why its figure is not to be trusted."""
        chars = [char for char in page.chars if _within(char, box)]
        text = normalize(self.pdfplumber.utils.extract_text(chars)).strip() if chars else ""
        doubtful = looks_like_figure(text) and _is_marked(chars, page)
        return text, Reason.NOT_A_FIGURE if doubtful else None


def _is_marked(chars: Sequence[Any], page: Any) -> bool:
    """Return whether digits are raised, of two colours or struck out: note marks, tracked changes."""
    digits = [char for char in chars if char["text"].isalnum()]
    sizes = [char["size"] for char in digits]
    colours = {str(char["non_stroking_color"]) for char in digits}
    left, right = min(char["x0"] for char in chars), max(char["x1"] for char in chars)
    top, bottom = min(char["top"] for char in chars), max(char["bottom"] for char in chars)
    crossed = any(
        top < line["top"] < bottom and line["x0"] < right and left < line["x1"]
        for line in (*page.lines, *page.rects)
        if line["height"] < _NEAR and line["width"] < (right - left) + _NEAR
    )
    return crossed or len(colours) > 1 or min(sizes) < _RAISED * max(sizes)


def _within(word: Any, box: Box) -> bool:
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= height <= box[3])


def _lines(words: Iterable[Any]) -> Iterator[list[Any]]:
    """Gather words into lines, each from the left."""
    line: list[Any] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if line and word["bottom"] - line[0]["bottom"] > _NEAR:
            yield sorted(line, key=lambda each: each["x0"])
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda each: each["x0"])


def _parts(line: Sequence[Any]) -> list[str]:
    """Return the texts of a line, parted at gaps as wide as those between columns."""
    parts = [[line[0]]]
    for word in line[1:]:
        if word["x0"] - parts[-1][-1]["x1"] > _GAP:
            parts.append([])
        parts[-1].append(word)
    return [normalize(" ".join(word["text"] for word in part)) for part in parts]


def _edges(places: Iterable[float]) -> list[float]:
    """Return the rules at which cells begin and end, those that are nearly one as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _place(at: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - at))
