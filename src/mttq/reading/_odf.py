"""OpenDocument (.odt, .ods): what LibreOffice and others save."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._error import refused
from mttq.reading._legacy import encoding_of_font, in_unicode
from mttq.reading._package import Node, Package
from mttq.reading._sheet import number_cell
from mttq.reading._source import Reason
from mttq.vi.text import normalize
from mttq.wording import Phrase

__all__ = ["read_odf"]

_NUMBERS: Final = ("float", "currency", "percentage")
_DATES: Final = ("date", "time")
_NOT_SAID: Final = frozenset(
    ("office:annotation", "text:note", "text:ruby-text", "office:annotation-end", "draw:object", "svg:desc")
)
_ROWS: Final = ("table:table-row-group", "table:table-rows", "table:table-header-rows")
_COLUMNS: Final = ("table:table-column-group", "table:table-columns", "table:table-header-columns")
_HIDDEN: Final = ("collapse", "filter")
_MOST_SPACES: Final = 100
_DAY: Final = re.compile(r"[0-9]{4}-([0-9]{2})-([0-9]{2})")


def read_odf(package: Package) -> Document:
    """Read a text document or a workbook.

    Raises:
        ReadError: it is damaged, or larger than any report, or of another kind.
    """
    if any(
        item.name == "manifest:encryption-data" or item.name.endswith(":encryption-data")
        for item in _manifest(package)
    ):
        raise refused(Phrase("tệp được đặt mật khẩu; đề nghị bỏ mật khẩu rồi lưu lại"))
    return _Reader(package).read()


def _manifest(package: Package) -> Iterator[Node]:
    name = "META-INF/manifest.xml"
    return package.tree(name).walk() if name in package.names else iter(())


@attrs.define
class _Style:
    """What a style says that matters."""

    font: str = ""
    raised: bool = False
    hidden: bool = False
    parent: str = ""


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.document = Document()
        self.content = package.tree("content.xml")
        self.styles: dict[str, _Style] = {}
        self.tables = self.paragraphs = self.cells = 0
        if "styles.xml" in package.names:
            self.add_styles(package.tree("styles.xml"))
        self.add_styles(self.content)

    def add_styles(self, root: Node) -> None:
        for node in root.walk():
            if node.name == "style:style":
                name = node.attributes.get("style:name", "")
                font = node.get("style:font-name", "style:text-properties")
                font = font or node.get("fo:font-family", "style:text-properties") or ""
                position = node.get("style:text-position", "style:text-properties") or ""
                self.styles[name] = _Style(
                    font=font.strip("'\""),
                    raised=position.startswith("super")
                    or (position[:1].isdigit() and not position.startswith("0")),
                    hidden=node.get("table:display", "style:table-properties") == "false",
                    parent=node.attributes.get("style:parent-style-name", ""),
                )

    def style(self, node: Node, kind: str) -> _Style:
        return self.styles.get(node.attributes.get(f"{kind}:style-name", ""), _Style())

    def font(self, node: Node) -> str:
        """Return the font of a style, or of one that it is based on."""
        name, met = node.attributes.get("text:style-name", ""), set[str]()
        while name in self.styles and name not in met:
            if self.styles[name].font:
                return self.styles[name].font
            met.add(name)
            name = self.styles[name].parent
        return ""

    def read(self) -> Document:
        body = self.content.find("office:body")
        text = body.find("office:text") if body else None
        book = body.find("office:spreadsheet") if body else None
        if text is not None:
            self.blocks(text)
        elif book is not None:
            self.document.sheets = True
            for table in book:
                if table.name == "table:table":
                    self.sheet(table)
        else:
            raise refused(Phrase("tệp OpenDocument này không phải văn bản hay bảng tính"))
        return self.document

    def blocks(self, node: Node) -> None:
        for child in node:
            if child.name in ("text:p", "text:h"):
                self.paragraphs += 1
                boxes: list[Node] = []
                text = normalize(self.said(child, "", boxes)).strip()
                self.document.blocks.append(Text(text, paragraph=self.paragraphs))
                for box in boxes:
                    self.blocks(box)
            elif child.name == "table:table":
                self.table(child)
            elif child.name == "text:tracked-changes":
                count = sum(1 for _ in child)
                self.document.add_note(Phrase("đã đọc {} chỗ sửa đổi như đã chấp nhận", count))
            elif child.name not in ("text:sequence-decls", "office:forms", "text:variable-decls"):
                self.blocks(child)

    def said(self, node: Node, font: str, boxes: list[Node]) -> str:
        """Return what a paragraph says; text boxes in it are kept for later."""
        font = self.font(node) or font
        parts: list[str] = []
        for child in node.children:
            if isinstance(child, str):
                parts.append(in_unicode(re.sub(r"[ \t\r\n]+", " ", child), encoding_of_font(font)))
            elif child.name in _NOT_SAID:
                continue
            elif child.name == "text:s":
                count = child.attributes.get("text:c", "1")
                parts.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            elif child.name == "text:tab":
                parts.append("\t")
            elif child.name == "text:line-break":
                parts.append("\n")
            elif child.name == "draw:text-box":
                boxes.append(child)
            else:
                text = self.said(child, font, boxes)
                raised = child.name == "text:span" and self.style(child, "text").raised
                if raised and text.strip(" *()[]").isdecimal():
                    text = text.translate(_EXPONENTS) if "".join(parts)[-1:].isalpha() else ""
                parts.append(text)
        return "".join(parts)

    def table(self, node: Node) -> None:
        self.tables += 1
        grid = Grid(table=self.tables)
        self.document.blocks.append(grid)
        for box in self.fill(grid, node, hidden=self.style(node, "table").hidden):
            self.blocks(box)

    def sheet(self, node: Node) -> None:
        grid = Grid(sheet=normalize(node.attributes.get("table:name", "")))
        hidden = self.style(node, "table").hidden
        if hidden:
            self.document.add_note(Phrase("trang tính {} bị ẩn, không đọc số liệu", grid.sheet or ""))
        self.fill(grid, node, hidden=hidden)
        self.document.blocks.append(grid)

    def fill(self, grid: Grid, node: Node, *, hidden: bool) -> list[Node]:
        boxes: list[Node] = []
        hidden_columns = list(_hidden_columns(node))
        number = 1
        for row in _flat(node, "table:table-row", _ROWS):
            times = _repeated(row, "rows")
            filled = any(child.children for child in row)
            row_hidden = hidden or row.attributes.get("table:visibility") in _HIDDEN
            for place in range(number, number + times if filled else number):
                self.row(grid, row, place, boxes, hidden=row_hidden, hidden_columns=hidden_columns)
            number += times
        return boxes

    def row(
        self,
        grid: Grid,
        row: Node,
        number: int,
        boxes: list[Node],
        *,
        hidden: bool,
        hidden_columns: list[tuple[int, int]],
    ) -> None:
        column = 1
        for node in row:
            if node.name not in ("table:table-cell", "table:covered-table-cell"):
                continue
            times = _repeated(node, "columns")
            for place in range(column, column + times if node.children else column):
                cell = self.cell(node, number, place, boxes)
                if cell is None:
                    continue
                self.cells += 1
                self.package.check_cells(self.cells)
                out = hidden or any(first <= place <= last for first, last in hidden_columns)
                if out or node.name == "table:covered-table-cell":
                    grid.aside.append(cell._replace(doubt=Reason.HIDDEN))
                else:
                    grid.cells[number, place] = cell
            if not node.children and "table:formula" in node.attributes:
                grid.cells[number, column] = Cell("=", number, column, doubt=Reason.NO_VALUE)
            column += times

    def cell(self, node: Node, row: int, column: int, boxes: list[Node]) -> Cell | None:
        inner: list[Node] = []
        texts: list[str] = []
        for child in _flat(node, "", ("text:list", "text:list-item", "text:section", "text:list-header")):
            if child.name in ("text:p", "text:h"):
                texts.append(self.said(child, "", inner))
            elif child.name == "table:table":
                box = Node("draw:text-box", {})
                box.children.append(child)
                inner.append(box)
        text = normalize("\n".join(texts)).strip()
        boxes += inner
        kind = node.attributes.get("office:value-type", "")
        cell: Cell | None
        if kind in _NUMBERS and self.document.sheets:
            code = (
                "%"
                if kind == "percentage"
                else "0" * len(text)
                if text.startswith("0") and text.isdecimal()
                else ""
            )
            cell = number_cell(node.attributes.get("office:value", ""), row, column, code=code, date=False)
        elif kind in _DATES and self.document.sheets:
            day = _DAY.match(node.attributes.get("office:date-value", ""))
            cell = Cell(
                text,
                row,
                column,
                doubt=Reason.BECAME_DATE,
                suggestion=f"{day[2]}/{day[1]}" if day else None,
            )
        elif text.startswith("#") and "table:formula" in node.attributes:
            cell = Cell(text, row, column, doubt=Reason.ERROR)
        else:
            cell = Cell(text, row, column) if text else None
        return cell and cell._replace(rows=_spanned(node, "rows"), columns=_spanned(node, "columns"))


_EXPONENTS: Final = str.maketrans("23", "²³")


def _flat(node: Node, name: str, wrappers: tuple[str, ...]) -> Iterator[Node]:
    """Return the elements of a name (any, if it is empty), whatever they are wrapped in."""
    for child in node:
        if child.name in wrappers:
            yield from _flat(child, name, wrappers)
        elif not name or child.name == name:
            yield child


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 7 else 1  # noqa: PLR2004 - digits


def _repeated(node: Node, what: str) -> int:
    return max(1, _whole(node.attributes.get(f"table:number-{what}-repeated")))


def _spanned(node: Node, what: str) -> int:
    return max(1, _whole(node.attributes.get(f"table:number-{what}-spanned")))


def _hidden_columns(table: Node) -> Iterator[tuple[int, int]]:
    column = 1
    for node in _flat(table, "table:table-column", _COLUMNS):
        times = _repeated(node, "columns")
        if node.attributes.get("table:visibility") in _HIDDEN:
            yield column, column + times - 1
        column += times
