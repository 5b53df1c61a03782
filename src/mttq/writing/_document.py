"""A document of one's own: headings, text with figures in it, tables, as text, Markdown, HTML or Word.

The braces of a text hold a path and nothing else: it is looked up by the grammar of paths, so that a text
which comes from elsewhere can reach no attribute and run no code.
"""

import io
import re
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any, Final

import attrs

from mttq._files.extras import needed
from mttq._files.saving import save
from mttq.errors import ArgumentError, DeclarationError, DocumentError, Fault, FieldError, PathError
from mttq.forms import form_of, is_form
from mttq.forms._tables import tables_of
from mttq.rendering import Tabular, render
from mttq.rendering._page import page_of
from mttq.report import Report
from mttq.rollup._summary import figure_in
from mttq.tables import Format, Lang, Shown, Table, heading, heads_of, paragraph
from mttq.vi import format_figure
from mttq.wording import Phrase, label
from mttq.writing._layouts import LAYOUTS
from mttq.writing._word import (
    fitted,
    grid,
    join,
    prepare,
    repeat,
    set_margins,
    set_text,
    undated,
    write_line,
)

__all__ = ["Document", "Heading", "document"]

_HEADING: Final = re.compile(r"(#{1,6}) +(.+)", re.DOTALL)
_BRACES: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_FORMATS: Final[dict[str, Format]] = {".txt": "text", ".md": "markdown", ".html": "html"}


@attrs.frozen
class Heading:
    """A heading of a document.

    Args:
        text: what it says.
        level: its depth, 1 to 6.
        opens_page: whether it begins a page of Word, as an appendix does.
    """

    text: str
    level: int
    opens_page: bool = False


@attrs.frozen(kw_only=True, repr=False)
class Document(Shown):
    """What an office prints, part by part; `mttq.render` prints it, `save` writes it.

    Args:
        parts: headings, texts with their figures filled in, and what has tables: a form, a summary, findings.

    >>> from mttq import document, render
    >>> from mttq.testing import make_report
    >>> text = document(["Xã có {population.households} hộ."], of=make_report())
    >>> render(text)
    'Xã có 1.000 hộ.'
    """

    parts: tuple[object, ...]

    def __repr__(self) -> str:
        return f"<Document “{self.title}”: {len(self.parts)} phần>"

    @property
    def title(self) -> str:
        """The first heading."""
        return next((part.text for part in self.parts if isinstance(part, Heading)), "")

    def pieces(self, *, lang: Lang = "vi") -> Iterator[Heading | str | Table]:
        """Return what is printed from top to bottom; a form begins with its title."""
        for part in self.parts:
            match part:
                case Heading() | str() | Table():
                    yield part
                case Tabular():
                    yield from part.tables(lang=lang)
                case _:
                    form = form_of(type(part))
                    names = dict.fromkeys(label(text, lang) for text in (form.name, form.title))
                    yield Heading(". ".join(names), 2, opens_page=True)
                    yield from tables_of(part, lang=lang)

    def blocks(self, *, fmt: Format = "text", lang: Lang = "vi") -> Iterator[str]:
        """Return what `mttq.render` sets one below the other."""
        for piece in self.pieces(lang=lang):
            match piece:
                case Heading():
                    yield heading(piece.text, fmt=fmt, level=piece.level)
                case str():
                    yield paragraph(piece.splitlines(), fmt=fmt)
                case _:
                    yield piece.render(fmt=fmt, level=3)

    def save(self, path: str | PathLike[str], *, lang: Lang = "vi") -> None:
        """Write the document, whole or not at all, in the format that the name of the file asks for.

        Args:
            path: a file named .docx (Word), .html (a page of its own), .md or .txt.
            lang: the language of heads of tables; texts are as they were given.

        Raises:
            ArgumentError: the name ends otherwise.
            ExtraError: python-docx, of the extra `word`, is not installed.
            FileError: the file cannot be written.
        """
        ending = PurePath(fspath(path)).suffix.lower()
        if ending == ".docx":
            _write_word(self, path, lang)
        elif ending in _FORMATS:
            shown = render(self, fmt=_FORMATS[ending], lang=lang)
            text = page_of(shown, self.title, lang) if ending == ".html" else shown
            save(f"{text}\n".encode(), path)
        else:
            known = ", ".join((".docx", *_FORMATS))
            raise ArgumentError(Phrase("{}: tên tệp cần kết thúc bằng một trong: {}", fspath(path), known))


def document(parts: Iterable[object], *, of: Report | None = None) -> Document:
    """Set up a document from its parts.

    Args:
        parts: from top to bottom: a heading ("# Kết quả", up to six #), a text, a filled-in form, or what has
            tables (a summary, a sum of reports, findings, a `mttq.tables.Table`).  In headings and texts
            "{population.households}" is the figure at that path, in Vietnamese notation;
            "{funds.ledgers.*.raised}" a sum over a list, "{#supervision.supervisions}" a number of items;
            "{population.poor.households|chưa có số liệu}" says what stands in the place of a blank; "{{" and
            "}}" are braces.
        of: the report whose figures the texts tell.

    Raises:
        DocumentError: a path leads nowhere, a figure is blank and nothing stands in its place, what is at a
            path is no figure, a brace is alone, or a part cannot be printed; `faults` lists all of it.

    >>> from mttq.testing import make_report
    >>> made = document(["# Dân số", "Xã có {population.households} hộ."], of=make_report())
    >>> print(made)
    Dân số
    <BLANKLINE>
    Xã có 1.000 hộ.
    """
    faults: list[Fault] = []
    made = tuple(_part(part, f"parts[{number}]", of, faults) for number, part in enumerate(parts))
    if faults:
        raise DocumentError(tuple(faults))
    return Document(parts=made)


def _part(part: object, place: str, of: Report | None, faults: list[Fault]) -> object:
    if isinstance(part, str):
        text = _BRACES.sub(lambda found: _filled(found, place, of, faults), part)
        named = _HEADING.fullmatch(part)
        return Heading(text[len(named[1]) :].strip(), len(named[1])) if named else text
    if not (isinstance(part, Table | Tabular) or is_form(type(part))):
        wanted = Phrase("chuỗi, biểu hoặc bảng: Summary, RollUp, Findings, Table")
        faults.append(Fault(place, Phrase("không in được {}; cần {}", type(part).__name__, wanted), part))
    return part


def _filled(found: re.Match[str], place: str, of: Report | None, faults: list[Fault]) -> str:
    """Return what stands in the place of braces; what is wrong with them joins the faults."""
    braces = found[0]
    if braces in ("{{", "}}"):
        return braces[0]
    if found[1] is None:
        told = Phrase("dấu “{}” lẻ; để in nó, ghi “{}”", braces, braces * 2)
        faults.append(Fault(place, told, braces))
        return ""
    path, alternative, otherwise = found[1].partition("|")
    path = path.strip()
    try:
        value = _value(path, of)
    except (PathError, DeclarationError, FieldError) as error:
        faults.append(Fault(place, error.message, braces))
        return ""
    if value is None and not alternative:
        told = Phrase("“{}” còn để trống; ghi thêm chữ thay thế: {}", path, f"{{{path}|…}}")
        faults.append(Fault(place, told, braces))
    return otherwise if value is None else format_figure(value)


def _value(path: str, of: Report | None) -> Any:
    """Return the figure at a path, or words.

    Raises:
        DeclarationError: it is no path.
        PathError: it leads nowhere.
        FieldError: what is there is no figure, or there is no report.
    """
    if of is None:
        raise FieldError(Phrase("“{}” cần báo cáo: document(…, of=báo cáo)", path))
    value = figure_in(of, path)
    try:
        format_figure(value)
    except FieldError:
        raise FieldError(Phrase("“{}” không phải số liệu", path)) from None
    return value


def _write_word(made: Document, path: str | PathLike[str], lang: Lang) -> None:
    """Write a document as Word, laid out as an office's documents are; a form begins a page.

    Raises:
        ExtraError: python-docx is not installed.
        FileError: the file cannot be written.
    """
    file = needed("word").Document()
    layout = LAYOUTS["nd30"]
    prepare(file, layout, made.title)
    for piece in made.pieces(lang=lang):
        match piece:
            case Heading():
                _write_heading(file, piece)
            case str():
                for line in piece.splitlines():
                    set_text(file.add_paragraph(), line, align="both", indent=10, space=6)
            case _:
                _write_table(file, piece, sum(layout.columns))
    out = io.BytesIO()
    file.save(out)
    save(undated(out.getvalue()), path)


def _write_heading(file: Any, piece: Heading) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    side = "center" if piece.level == 1 or piece.opens_page else "left"
    made = set_text(file.add_paragraph(), piece.text, bold=True, align=side, space=6)
    made.paragraph_format.keep_with_next = True
    made.paragraph_format.page_break_before = piece.opens_page or None
    level = OxmlElement("w:outlineLvl")  # so that it stands in Word's list of headings
    level.set(qn("w:val"), str(piece.level - 1))
    made._p.get_or_add_pPr().append(level)  # noqa: SLF001 - python-docx has none


def _write_table(file: Any, table: Table, width: int) -> None:
    """Write a table whose heads are repeated on each page; without lines, what it says in their place."""
    if table.title:
        title = set_text(file.add_paragraph(), table.title, bold=True, align="center", space=3)
        title.paragraph_format.keep_with_next = True
    if not table.rows:
        set_text(file.add_paragraph(), table.empty, align="both", indent=10, space=6)
        return
    depth = max(len(column.over) for column in table.columns) + 1
    size, widths = fitted(
        [*zip((column.head for column in table.columns), *table.rows, strict=True)], _widths(table, width)
    )
    made = grid(file, depth + len(table.rows), widths, ruled=True)
    set_margins(made, size)
    for row in range(depth):
        repeat(made.rows[row])
    for head in heads_of(table.columns):
        bottom = depth - 1 if head.is_lowest else head.level
        join(made, (head.level, head.first), (bottom, head.first + head.columns - 1), head.text, size=size)
    for number, cells in enumerate(table.rows, depth):
        write_line(made, number, cells, [column.align for column in table.columns], size=size)
    set_text(file.add_paragraph(), "", size=6)


def _widths(table: Table, width: int) -> list[float]:
    """Return how wide columns are, by the longest of their cells."""
    longest = [
        max(map(len, (column.head, *(row[place] for row in table.rows))))
        for place, column in enumerate(table.columns)
    ]
    shares = [min(max(length, 6), 40) for length in longest]
    return [width * share / sum(shares) for share in shares]
