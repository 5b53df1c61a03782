"""Word (.docx, .docm): paragraphs and tables as a reader sees them, tracked changes accepted."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

import attrs

from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._figures import looks_like_figure
from mttq.reading._legacy import OLD_FONT, encoding_of_font, in_unicode
from mttq.reading._lists import Lists
from mttq.reading._package import Node, Package, parse_tree
from mttq.reading._source import Reason
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["paragraphs_in", "places_in", "read_word"]

_ON: Final = (None, "1", "true", "on")
_WRAPPERS: Final = frozenset(
    ("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:hyperlink", "w:fldSimple")
) | {"w:bdo", "w:dir", "w:ruby", "w:rubyBase", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath"}
_REMOVED: Final = frozenset(("w:del", "w:moveFrom"))
_ADDED: Final = frozenset(("w:ins", "w:moveTo"))
_LETTERS: Final = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "\xad"}
_VAL: Final = "w:val"
_OLD_FONTS: Final = re.compile(rb"\.vn|vni-", re.IGNORECASE)
_NO_STYLES: Final = frozenset(("w:latentStyles", "w:tblStylePr", "w:tblPr"))  # what says nothing of a run


def read_word(package: Package, main: str) -> Document:
    """Read a Word document.

    Raises:
        ReadError: it is damaged, or larger than any report.
    """
    return _Reader(package, main).read()


@attrs.define
class _Said:
    """What a paragraph says: its text, what of it was deleted and hidden, the boxes that hang on it."""

    text: list[str] = attrs.Factory(list)
    deleted: list[str] = attrs.Factory(list)
    hidden: list[str] = attrs.Factory(list)
    boxes: list[Node] = attrs.Factory(list)


class Places(NamedTuple):
    """The elements of a document, as `read_word` counts them.

    Attributes:
        cells: those of tables by number of the table, row and column.
        paragraphs: those of the body by their numbers.
    """

    cells: dict[tuple[int | None, int, int], Node]
    paragraphs: dict[int, Node]


def places_in(package: Package, main: str) -> Places:
    """Return where cells and paragraphs of a document stand."""
    reader = _Reader(package, main)
    reader.read()
    return reader.places


class _Reader:
    def __init__(self, package: Package, main: str) -> None:
        self.places = Places({}, {})
        self.package = package
        self.main = main
        self.document = Document()
        self.tables = self.paragraphs = self.changes = self.cells = 0
        self.fields: list[bool] = []  # of each field around the place: whether its result has begun
        self.fonts = _Fonts(package, package.related(main, "styles"))
        self.lists = Lists(self._part("numbering"))

    def _part(self, kind: str) -> Node | None:
        name = self.package.related(self.main, kind)
        return self.package.tree(name) if name else None

    def read(self) -> Document:
        body = self.package.tree(self.main).find("w:body")
        if body is not None:
            self.blocks(body)
        if self.changes:
            self.document.add_note(Phrase("đã đọc {} chỗ sửa đổi như đã chấp nhận", self.changes))
        return self.document

    def blocks(self, node: Node) -> None:
        """Read paragraphs and tables, whatever they are wrapped in."""
        for child in _chosen(node):
            if child.name == "w:p":
                self.paragraphs += 1
                self.places.paragraphs[self.paragraphs] = child
                said = self.paragraph(child)
                text = normalize("".join(said.text))
                number = self.lists.number(child, self.fonts.list_of(child))
                self.document.blocks.append(Text(text, paragraph=self.paragraphs, number=number))
                self.inner(said.boxes)
            elif child.name == "w:tbl":
                self.table(child)
            elif child.name in _WRAPPERS:
                self.changes += child.name in _ADDED
                self.blocks(child)
            elif child.name == "w:altChunk":
                self.document.add_note(Phrase("tệp nhúng một tệp khác, phần đó không được đọc"))

    def inner(self, boxes: list[Node]) -> None:
        """Read text boxes, or tables inside a cell: after what they stand in."""
        for box in boxes:
            self.blocks(box)

    def paragraph(self, node: Node) -> _Said:
        said = _Said()
        self.inline(node, said, self.fonts.of_paragraph(node), deleted=False)
        return said

    def inline(self, node: Node, said: _Said, font: str, *, deleted: bool) -> None:
        for child in _chosen(node):
            if child.name in ("w:r", "m:r"):
                self.run(child, said, font, deleted=deleted)
            elif child.name in _REMOVED:
                self.changes += 1
                self.inline(child, said, font, deleted=True)
            elif child.name in _WRAPPERS:
                self.changes += child.name in _ADDED
                self.inline(child, said, font, deleted=deleted)

    def run(self, node: Node, said: _Said, font: str, *, deleted: bool) -> None:
        properties = node.find("w:rPr")
        if properties and _is_on(properties, "w:vanish"):
            said.hidden += (child.text for child in node if child.name == "w:t" and all(self.fields))
            return
        parts: list[str] = []
        for child in _chosen(node):
            if child.name == "w:fldChar":
                self.field(child.attributes.get("w:fldCharType"))
            elif not all(self.fields):
                continue
            elif child.name in ("w:t", "m:t", "w:delText"):
                parts.append(child.text)
                deleted = deleted or child.name == "w:delText"
            elif child.name in _LETTERS:
                parts.append(_LETTERS[child.name])
            elif child.name in ("w:drawing", "w:pict", "w:object", "mc:AlternateContent"):
                said.boxes += _outermost(child, "w:txbxContent")
        printed = "".join(parts)
        text = in_unicode(printed, encoding_of_font(self.fonts.of_run(properties) or font))
        if text != printed:
            self.document.add_note(OLD_FONT)
        place = said.deleted if deleted else said.text
        if properties and properties.get(_VAL, "w:vertAlign") == "superscript":
            text = _raised(text, "".join(place))
        place.append(text)

    def field(self, kind: str | None) -> None:
        """Keep apart the code of a field, which nobody sees, and its result."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def table(self, node: Node) -> None:
        self.tables += 1
        grid = Grid(table=self.tables)
        self.document.blocks.append(grid)
        boxes: list[Node] = []
        open_cells: dict[int, tuple[int, int]] = {}  # by column: the merged cell that may go on below
        for number, row in enumerate(_within(node, "w:tr"), start=1):
            boxes += self.table_row(grid, number, row, open_cells)
        self.inner(boxes)

    def table_row(
        self, grid: Grid, number: int, row: Node, open_cells: dict[int, tuple[int, int]]
    ) -> list[Node]:
        """Read a row; return the tables and boxes inside its cells."""
        properties = row.find("w:trPr") or Node("w:trPr", {})
        gone = Reason.DELETED if properties.find("w:del") else None
        if _is_on(properties, "w:hidden"):
            gone = Reason.HIDDEN
        self.changes += properties.find("w:del") is not None or properties.find("w:ins") is not None
        column = 1 + _whole(properties.get(_VAL, "w:gridBefore"), 0)
        boxes: list[Node] = []
        for node in _within(row, "w:tc"):
            span = _whole(node.get(_VAL, "w:tcPr", "w:gridSpan"), 1)
            merged = node.find("w:tcPr", "w:vMerge")
            origin = open_cells.get(column)
            if merged is not None and merged.attributes.get(_VAL, "continue") == "continue" and origin:
                cell = grid.cells.get(origin)
                if cell:
                    grid.cells[origin] = cell._replace(rows=number - cell.row + 1)
            else:
                boxes += self.cell(grid, (number, column), span, node, gone)
                open_cells.pop(column, None)
                if merged is not None:
                    open_cells[column] = number, column
            column += span
        return boxes

    def cell(
        self, grid: Grid, place: tuple[int, int], span: int, node: Node, gone: Reason | None
    ) -> list[Node]:
        self.places.cells[grid.table, *place] = node
        texts: list[str] = []
        deleted: list[str] = []
        hidden: list[str] = []
        boxes: list[Node] = []
        for child in paragraphs_in(node):
            if child.name == "w:tbl":
                boxes.append(_around(child))
                continue
            said = self.paragraph(child)
            number = self.lists.number(child, self.fonts.list_of(child))
            texts.append(f"{number} {''.join(said.text)}".strip() if number else "".join(said.text))
            deleted += said.deleted
            hidden += said.hidden
            boxes += said.boxes
        text, old = normalize("\n".join(texts)).strip(), normalize("".join(deleted)).strip()
        self.cells += 1
        self.package.check_cells(self.cells)
        cell = Cell(text, *place, columns=span)
        if hidden:
            unseen = normalize("".join(hidden)).strip()
            grid.aside.append(cell._replace(text=unseen, doubt=Reason.HIDDEN))
        if gone is not None:
            grid.aside.append(cell._replace(text=text or old, doubt=gone))
        elif text:
            grid.cells[place] = cell
        elif old:
            grid.aside.append(cell._replace(text=old, doubt=Reason.DELETED))
        if text and gone is None and looks_like_figure(old):
            self.document.add_note(Phrase("“{}” đã bị xóa, đọc “{}”", old, text))
        return boxes


def _chosen(node: Node) -> Iterator[Node]:
    """Return the elements in a node; of alternatives the first, since all say the same."""
    if node.name == "mc:AlternateContent":
        return iter([*node][:1])
    return iter(node)


def _within(node: Node, *names: str) -> Iterator[Node]:
    """Return the elements of some names in a node, whatever they are wrapped in."""
    for child in _chosen(node):
        if child.name in names:
            yield child
        elif child.name in _WRAPPERS:
            yield from _within(child, *names)


def paragraphs_in(node: Node) -> Iterator[Node]:
    """Return the paragraphs and tables of a cell."""
    return _within(node, "w:p", "w:tbl")


def _outermost(node: Node, name: str) -> Iterator[Node]:
    for child in _chosen(node):
        if child.name == name:
            yield child
        else:
            yield from _outermost(child, name)


def _around(table: Node) -> Node:
    box = Node("w:txbxContent", {})
    box.children.append(table)
    return box


def _is_on(properties: Node, name: str) -> bool:
    found = properties.find(name)
    return found is not None and found.attributes.get(_VAL) in _ON


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 3 else otherwise  # noqa: PLR2004 - digits


def _raised(text: str, before: str) -> str:
    """Read what is above the line: "m²" has an exponent, a figure has a note mark and no more digits."""
    if before[-1:].isalpha():
        return text.translate(_EXPONENTS)
    bare = text.strip(" *()[],")
    return "" if bare.isdecimal() or not bare else text


_EXPONENTS: Final = str.maketrans("23", "²³")


class _Fonts:
    """Which font a run is set in: its own, that of its style, of its paragraph's style, of the document.

    Styles are long, and are looked into only if they name an old font, or where a paragraph may be of a list.
    """

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part
        data = package.read(part) if part else b""
        self._data = data
        wide = b"\0" in data[:200]  # two bytes a letter
        self._is_old = wide or bool(_OLD_FONTS.search(data))
        self._has_lists = wide or b"numPr" in data
        self._default = ""
        self._paragraphs = ""

    @cached_property
    def _styles(self) -> dict[str, Node]:
        styles: dict[str, Node] = {}
        for style in parse_tree(self._data, self._package.limits, _NO_STYLES) if self._data else ():
            if style.name == "w:docDefaults":
                self._default = _font(style.find("w:rPrDefault", "w:rPr"))
            elif style.name == "w:style":
                key = style.attributes.get("w:styleId", "")
                styles[key] = style
                if (
                    style.attributes.get("w:default") in _ON[1:]
                    and style.attributes.get("w:type") == "paragraph"
                ):
                    self._paragraphs = key
        return styles

    def of_paragraph(self, paragraph: Node) -> str:
        if not self._is_old:
            return ""
        self._of_style("")  # the default is known when styles are
        return self._of_style(paragraph.get(_VAL, "w:pPr", "w:pStyle") or self._paragraphs) or self._default

    def of_run(self, properties: Node | None) -> str:
        if properties is None:
            return ""
        own = _font(properties)
        return own if own or not self._is_old else self._of_style(properties.get(_VAL, "w:rStyle") or "")

    def list_of(self, paragraph: Node) -> Node | None:
        """Return the list that a paragraph belongs to by its style."""
        named = paragraph.get(_VAL, "w:pPr", "w:pStyle") if self._has_lists else None
        for style in self._line(named) if named else ():
            found = style.find("w:pPr", "w:numPr")
            if found:
                return found
        return None

    def _of_style(self, key: str) -> str:
        return next(filter(None, (_font(style.find("w:rPr")) for style in self._line(key))), "")

    def _line(self, key: str) -> Iterator[Node]:
        """Return a style and those that it is based on."""
        met: set[str] = set()
        while key in self._styles and key not in met:
            met.add(key)
            yield self._styles[key]
            key = self._styles[key].get(_VAL, "w:basedOn") or ""


def _font(properties: Node | None) -> str:
    fonts = properties.find("w:rFonts") if properties else None
    return (fonts.attributes.get("w:ascii") or fonts.attributes.get("w:hAnsi") or "") if fonts else ""
