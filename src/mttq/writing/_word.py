"""A report as a Word document: head, text, records and appendices as tables, signature and recipients."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from mttq._declared.types import not_among
from mttq._files.extras import needed
from mttq._files.saving import save
from mttq.forms import Kind, form_of
from mttq.reading import _map
from mttq.reading._records import lines_of, mark_of
from mttq.rendering._reports import RECORDS
from mttq.report import Report
from mttq.vi import format_date
from mttq.wording import words
from mttq.wording._unicode import printable
from mttq.writing._blocks import Block, Field, Line, blocks_of, text_of, value_of
from mttq.writing._layouts import LAYOUTS, Layout

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph


__all__ = [
    "fitted",
    "grid",
    "join",
    "prepare",
    "repeat",
    "set_margins",
    "set_text",
    "undated",
    "word",
    "write_line",
]

_FONT: Final = "Times New Roman"
_TEXT, _TABLE, _SMALL = 14, 12, 11  # points
_NARROW, _FIGURES = 14, 24  # millimetres
_MOST_UPRIGHT: Final = 5  # columns of figures on a page that stands upright
_SMALLEST: Final = 7  # points, of tables of very many columns
_LETTER: Final = 0.19  # millimetres that a letter takes in bold, for each point of its size
_CAPITAL, _BROAD = 1.45, {"m": 1.5, "w": 1.5, "M": 1.8, "W": 1.8}  # so many times as wide
_LINES: Final = 3  # that a head may take
_LONG: Final = 40  # letters of a text that has no need to be in one line
_MARGINS: Final = 3.8  # millimetres of a cell at both sides of what it holds
_CLOSE: Final = 1.4  # the same of small letters
_LONGER: Final = 297 - 210  # millimetres of a page that lies across
_MADE: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - so the same report makes the same file
_UNKNOWN: Final = "……"
_NO_DAY: Final = f"ngày {_UNKNOWN} tháng {_UNKNOWN} năm {_UNKNOWN}"
_TWIPS: Final = 1440 / 25.4  # in a millimetre
_CENTRE, _BOTH, _RIGHT, _LEFT = "center", "both", "right", "left"


def word(report: Report, path: str | PathLike[str], *, profile: str = "nd30") -> None:
    """Write a report as a Word document (.docx), which `mttq.reading.read` reads back as it was.

    Head, title, text, recipients and signature are laid out as the profile says; records and appendices are
    tables whose heads are repeated on each page, their figures spelled as the report spells them.  What the
    head lacks is left to be filled in by hand.

    Args:
        report: the report.
        path: the file; one that is there is replaced.
        profile: "nd30" (Nghị định 30/2020/NĐ-CP, which the Front follows) or "party" (the Party's documents).

    Raises:
        ArgumentError: there is no such profile.
        ExtraError: python-docx, of the extra `word`, is not installed.
        FileError: the file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> from mttq.reading import read
    >>> from mttq.model import Unit, UnitKind
    >>> report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"), title="Báo cáo quý IV")
    >>> with TemporaryDirectory() as folder:
    ...     word(report, f"{folder}/report.docx")
    ...     read(f"{folder}/report.docx").title
    'Báo cáo quý IV'
    """
    if profile not in LAYOUTS:
        raise not_among("profile", tuple(LAYOUTS), profile)
    document = needed("word").Document()
    _Writer(document, report, LAYOUTS[profile]).write()
    out = io.BytesIO()
    document.save(out)
    save(undated(out.getvalue()), path)


def undated(data: bytes) -> bytes:
    """Return a packed file whose parts bear no time, so that the same content makes the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            item = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            item.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(item, old.read(name))
    return out.getvalue()


class _Writer:
    def __init__(self, document: "Document", report: Report, layout: Layout) -> None:
        self.document = document
        self.report = report
        self.layout = layout
        self.width = sum(layout.columns)  # of the text, in millimetres
        self.printed = {item.path: item.text for item in report.printed}
        self.headings = {heading.line for heading in report.outline}

    def write(self) -> None:
        prepare(self.document, self.layout, self.report.title)
        self.write_head()
        for number, line in enumerate((self.report.narrative or "").split("\n"), 1):
            self.paragraph(line, bold=number in self.headings, align=_BOTH, indent=10, space=6)
        for name in RECORDS:
            self.write_record(name)
        self.write_end()
        for appendix in self.report.appendices:
            self.write_appendix(appendix)

    def paragraph(self, text: str, **how: Any) -> "Paragraph":
        return set_text(self.document.add_paragraph(), text, **how)

    # --- head and end ---
    def write_head(self) -> None:
        header, layout = self.report.header, self.layout
        table = self.table(2, layout.columns)
        left, right = table.rows[0].cells
        lines = [(header.superior, False), (header.issuer, True)]
        for text, bold in lines:
            if text:
                _add(left, text, size=13 if bold else 12, bold=bold, caps=True, align=_CENTRE)
        _rule(left, layout.star, width=layout.columns[0], share=0.4)
        for text, size in layout.motto:
            _add(right, text, size=size, bold=True, align=_CENTRE)
        _rule(right, "", width=layout.columns[1], share=0.62)
        number, place = table.rows[1].cells
        _add(number, f"{layout.number} {header.symbol or f'{_UNKNOWN}/{_UNKNOWN}'}", size=13, align=_CENTRE)
        day = format_date(header.date, style="nd30") if header.date else _NO_DAY
        _add(place, f"{header.place or _UNKNOWN}, {day}", size=13, italic=True, align=_CENTRE)
        if not self.has_title():
            self.write_title(table)

    def write_title(self, table: Any) -> None:
        """Write the title into a row of the head: what stands there is no line of the text."""
        cells = table.add_row().cells
        title = cells[0].merge(cells[-1])
        _add(title, "")
        kind = words("vi")["word.report"]
        if self.report.title.casefold().startswith(f"{kind} ".casefold()):
            _add(title, self.report.title, size=self.layout.kind, bold=True, align=_CENTRE)
        else:
            _add(title, kind, size=self.layout.kind, bold=True, align=_CENTRE)
            _add(title, self.report.title, bold=True, align=_CENTRE)
        _rule(title, "", width=sum(self.layout.columns), share=0.25)
        if self.report.header.addressee:
            _add(title, f"Kính gửi: {self.report.header.addressee}", align=_CENTRE)

    def has_title(self) -> bool:
        """Return whether the text begins with the title, as it does where it was read from a file."""
        lines = (self.report.narrative or "").split("\n")[:10]
        return words("vi")["word.report"] in (line.strip() for line in lines)

    def write_end(self) -> None:
        signature, layout = self.report.signature, self.layout
        if not (signature or self.report.recipients):
            return
        self.paragraph("", size=6)
        left, right = self.table(1, layout.columns).rows[0].cells
        if self.report.recipients:
            _add(left, "Nơi nhận:", size=12, bold=True, italic=True)
        for place, name in enumerate(self.report.recipients, 1):
            end = "." if place == len(self.report.recipients) else ";"
            _add(left, f"- {name}{end}", size=_SMALL)
        if signature:
            authority = layout.authorities[signature.authority] + " " if signature.authority else ""
            for text in (f"{authority}{signature.body}", signature.position):
                _add(right, text, bold=True, caps=True, align=_CENTRE)
            for text in ("", "", "", signature.name or ""):
                _add(right, text, bold=True, align=_CENTRE)

    # --- tables ---
    def table(self, rows: int, widths: Sequence[float], *, ruled: bool = False) -> Any:
        return grid(self.document, rows, widths, ruled=ruled)

    def write_record(self, name: str) -> None:
        """Write the figures of a record as a table: what each is, and what it is."""
        record = getattr(self.report, name)
        lines = list(lines_of(record, name, self.printed))
        if not lines:
            return
        self.paragraph("", size=6)
        whole = sum(self.layout.columns)
        table = self.table(len(lines) + 2, (_NARROW, whole - _NARROW - 50, 50), ruled=True)
        _title(table, self.report.place_of(name))
        _hide(table.cell(0, 0), mark_of(name, record, self.printed))
        said = words("vi")
        _head(table, 1, (said["form.number"], said["form.item"], said["figure"]))
        for at, line in enumerate(lines, 2):
            side = _RIGHT if any(map(str.isdecimal, line.text)) else _LEFT
            write_line(table, at, (str(at - 1), line.label, line.text), (_CENTRE, _LEFT, side))

    def write_appendix(self, instance: object) -> None:
        """Write a form on pages of its own, a table for each of its blocks."""
        form = form_of(type(instance))
        blocks = blocks_of(form)
        self.new_page(across=any(len(block.fields) > _MOST_UPRIGHT for block in blocks))
        for number, block in enumerate(blocks):
            if number:
                self.paragraph("", size=6)
            self.write_block(block, instance, dict.fromkeys(() if number else (form.name, form.title)))

    def new_page(self, *, across: bool) -> None:
        """Begin a page, upright, or across for tables of many columns."""
        from docx.enum.section import WD_ORIENTATION

        section = self.document.sections[-1]
        way = WD_ORIENTATION.LANDSCAPE if across else WD_ORIENTATION.PORTRAIT
        if section.orientation == way:
            self.document.add_paragraph().paragraph_format.page_break_before = True
            return
        section = self.document.add_section()
        section.different_first_page_header_footer = False
        section.orientation = way
        section.page_width, section.page_height = section.page_height, section.page_width
        self.width = sum(self.layout.columns) + (_LONGER if across else 0)
        self.paragraph("", size=2)  # without which LibreOffice goes on upright

    def write_block(self, block: Block, instance: object, titles: Iterable[str]) -> None:
        """Write a block as a table; hidden letters say which line and column is what."""
        lines, first = list(block.lines(instance, 0)), bool([*titles])
        printed = [
            (line.number, line.label, *(self.text_of(line, field) for field in block.fields))
            for line in lines
        ]
        heads = (words("vi")["form.number"], block.item, *(field.heads[-1] for field in block.fields))
        figures = min(_FIGURES, (self.width - _NARROW) * 0.7 / len(block.fields))
        usual = [_NARROW, self.width - _NARROW - figures * len(block.fields), *[figures] * len(block.fields)]
        size, widths = fitted([*zip(heads, *printed, strict=True)], usual)
        table = self.table(first + block.depth + len(lines), widths, ruled=True)
        set_margins(table, size)
        if first:
            _title(table, *titles)
        self.write_heads(table, block, int(first), size)
        name = "" if block.name is None else f"{_map.NAME}{_map.meaning_of(None, block.name, None)}"
        meanings = (field.meaning for field in block.fields)
        _hide(table.cell(int(first), 0), _map.mark_of(block.form, name, *meanings))
        for at, (line, texts) in enumerate(zip(lines, printed, strict=True), first + block.depth):
            sides = (_side(field, line) for field in block.fields)
            is_head = line.row.kind is Kind.HEADING
            write_line(table, at, texts, (_CENTRE, _LEFT, *sides), bold=is_head, size=size)
            _hide(table.rows[at].cells[0], line.path)

    def write_heads(self, table: Any, block: Block, top: int, size: float) -> None:
        """Write the heads of a block, those that stand over several columns as one cell."""
        bottom = top + block.depth - 1
        for row in range(top, bottom + 1):
            repeat(table.rows[row])
        for at, text in enumerate((words("vi")["form.number"], block.item)):
            join(table, (top, at), (bottom, at), text, size=size)
        for over in block.heads():
            level, first, last = over.level, over.first + 2, over.last + 2
            down = bottom if over.is_lowest else top + level
            join(table, (top + level, first), (down, last), over.text, size=size)

    def text_of(self, line: Line, field: Field) -> str:
        """Return how a cell is printed: as the report spells it, if it says so."""
        cell = line.cell(field)
        if cell is None:
            return ""
        return self.printed.get(cell.path) or text_of(value_of(cell), cell, field.word)


def _side(field: Field, line: Line) -> str:
    if field.word is not None:  # a cross
        return _CENTRE
    return _LEFT if field.holds_words(line.row) else _RIGHT


# --- pages ---
def prepare(document: "Document", layout: Layout, title: str) -> None:
    """Set up the pages of a document: paper, margins, font, page numbers, title."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_TEXT)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    edges = ("top_margin", "bottom_margin", "left_margin", "right_margin")
    for edge, width in zip(edges, layout.margins, strict=True):
        setattr(section, edge, Mm(width))
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    page = section.header.paragraphs[0]
    page.alignment = _aligned(_CENTRE)
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        page.add_run()._r.append(element)  # noqa: SLF001 - python-docx has no fields
    core = document.core_properties
    core.author, core.title, core.comments = "", printable(title), ""
    core.created = core.modified = _MADE


def grid(document: "Document", rows: int, widths: Sequence[float], *, ruled: bool = False) -> Any:
    """Add a table whose columns have these widths, in millimetres."""
    from docx.shared import Mm

    made = document.add_table(rows, len(widths), "Table Grid" if ruled else "Normal Table")
    made.autofit = False
    if not ruled:
        _margins(made, 0)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return made


def fitted(columns: Sequence[Sequence[str]], usual: Sequence[float]) -> tuple[float, Sequence[float]]:
    """Return the size of letters at which no word of a table is broken, and how wide its columns are then.

    Args:
        columns: what stands in each, its head first.
        usual: how wide they are if no word is broken so; together they stay as wide.
    """
    longest = [max(map(_breadth, " ".join(column).split()), default=0) for column in columns]
    needs = [letters * _TABLE * _LETTER + _MARGINS for letters in longest]
    if all(need <= width for need, width in zip(needs, usual, strict=True)):
        return _TABLE, usual
    size, whole = float(_TABLE), sum(usual)
    while sum(needs) > whole and size > _SMALLEST:
        size -= 1
        needs = [letters * size * _LETTER + _CLOSE for letters in longest]
    texts = [max(_breadth(head) / _LINES, *map(_breadth, cells), 0) for head, *cells in columns]
    wants = [1 + max(0, min(text, _LONG) - word) for text, word in zip(texts, longest, strict=True)]
    rest = whole - sum(needs)
    if rest < 0:  # a word is too long for any size
        return size, [need * whole / sum(needs) for need in needs]
    return size, [need + rest * want / sum(wants) for need, want in zip(needs, wants, strict=True)]


def set_margins(table: Any, size: float) -> None:
    """Let cells of small letters stand closer."""
    if size < _TABLE:
        _margins(table, _CLOSE / 2)


# --- cells ---
def _aligned(side: str) -> Any:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDES

    return {_CENTRE: SIDES.CENTER, _BOTH: SIDES.JUSTIFY, _RIGHT: SIDES.RIGHT, _LEFT: SIDES.LEFT}[side]


def set_text(
    paragraph: "Paragraph",
    text: str,
    *,
    size: float = _TEXT,
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    align: str = _LEFT,
    indent: float = 0,
    space: float = 0,
) -> "Paragraph":
    from docx.shared import Mm, Pt

    run = paragraph.add_run(printable(text))
    run.font.size, run.font.all_caps = Pt(size), caps or None
    run.bold, run.italic = bold or None, italic or None
    paragraph.alignment = _aligned(align)
    paragraph.paragraph_format.space_after = Pt(space)
    if indent:
        paragraph.paragraph_format.first_line_indent = Mm(indent)
    return paragraph


def _add(cell: "_Cell", text: str, **how: Any) -> None:
    """Add a paragraph to a cell, of which the first is there already."""
    first = cell.paragraphs[0]
    set_text(first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph(), text, **how)


def _rule(cell: "_Cell", star: str, *, width: float, share: float) -> None:
    """Add a rule in the middle of a cell, as long as a share of it; or what stands in its place."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    if star:
        _add(cell, star, align=_CENTRE)
        return
    paragraph = set_text(cell.add_paragraph(), "", size=4)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert(0, borders)  # noqa: SLF001 - python-docx has no borders
    side = Mm(width * (1 - share) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side


def _margins(table: Any, width: float) -> None:
    """Set the margins at the sides of all cells, in millimetres."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(width * _TWIPS)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no margins of cells
    properties.insert(properties.index(properties.find(qn("w:tblLook"))), margins)


def _breadth(text: str) -> float:
    """Return how many small letters are as wide as a text."""
    return sum(_BROAD.get(letter) or (_CAPITAL if letter.isupper() else 1) for letter in text)


def _title(table: Any, *texts: str) -> None:
    """Make the first row the title of a table, without rules around it."""
    cell = table.rows[0].cells[0].merge(table.rows[0].cells[-1])
    for text in texts:
        _add(cell, text, size=13, bold=True, align=_CENTRE)
    repeat(table.rows[0])


def _head(table: Any, row: int, texts: Sequence[str]) -> None:
    write_line(table, row, texts, tuple(_CENTRE for _ in texts), bold=True)
    repeat(table.rows[row])


def join(
    table: Any, first: tuple[int, int], last: tuple[int, int], text: str, *, size: float = _TABLE
) -> None:
    """Make cells of a table one, with a head in it."""
    cell = table.cell(*first)
    if first != last:
        cell = cell.merge(table.cell(*last))
    set_text(cell.paragraphs[0], text, size=size, bold=True, align=_CENTRE)


def repeat(row: Any) -> None:
    """Repeat a row at the top of each page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no such rows


def write_line(
    table: Any,
    row: int,
    texts: Sequence[str],
    sides: Sequence[str],
    *,
    bold: bool = False,
    size: float = _TABLE,
) -> None:
    from docx.oxml import OxmlElement

    made = table.rows[row]
    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for cell, text, side in zip(made.cells, texts, sides, strict=True):
        set_text(cell.paragraphs[0], text, size=size, bold=bold, align=side)


def _hide(cell: "_Cell", text: str) -> None:
    """Write what no reader sees."""
    cell.paragraphs[0].add_run(text).font.hidden = True
