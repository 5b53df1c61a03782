"""Comments on the cells of a workbook: the part that holds them, and the drawing that shows them."""

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Final

from mttq.reading import Source
from mttq.reading._sheet import column_number
from mttq.vi.text import normalize
from mttq.writing._parts import Parts, Piece, prefix_of, xml_text

__all__ = ["comment_on_cells"]

_AUTHOR: Final = "mttq"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER: Final = frozenset(  # what stands in a sheet behind the drawing of its comments
    f"x:{name}"
    for name in (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    )
)
_FIRST_CELL: Final = "A1"
_SHAPE: Final = re.compile(rb"_x0000_s([0-9]{1,9})")
_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_LETTERS: Final = 45  # in a line of the box
_MOST_LINES: Final = 30


def comment_on_cells(parts: Parts, main: str, placed: Mapping[Source, Sequence[str]]) -> None:
    """Put comments into a workbook.

    Args:
        parts: the file.
        main: the part of the workbook.
        placed: what is to be said, by sheet and cell; what has no cell is said in the first of all.
    """
    related = parts.package.relations(main)
    sheets: dict[str | None, str] = {}
    for sheet in parts.tree(main).find("x:sheets") or ():
        part = related.get(sheet.attributes.get("r:id", ""), "")
        sheets.setdefault(normalize(sheet.attributes.get("name", "")), part)
    by_part: dict[str, dict[str, list[str]]] = {}
    first = next(
        (sheets[place.sheet] for place in placed if place.sheet in sheets), next(iter(sheets.values()))
    )
    for place, texts in placed.items():
        cells = by_part.setdefault(sheets.get(place.sheet, first), {})
        cells.setdefault(place.cell or _FIRST_CELL, []).extend(texts)
    for part, cells in by_part.items():
        _comment(parts, part, {cell: "\n\n".join(texts) for cell, texts in cells.items()})


def _comment(parts: Parts, sheet: str, texts: Mapping[str, str]) -> None:
    """Put comments into one sheet, beside those that it has; one on the same cell goes on with ours."""
    held = parts.package.related(sheet, "comments")
    if held is None:
        held = parts.free("xl/comments{}.xml")
        empty = f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
        parts.add(held, empty, _COMMENTS)
        parts.relate(sheet, "comments", held)
    tree = parts.tree(held)
    prefix = prefix_of(parts.read(held), tree)
    known = {node.attributes.get("ref", ""): node for node in tree.find("x:commentList") or ()}
    authors = tree.find("x:authors") or tree  # which no comments lack
    author = len([*authors])
    new = {cell: text for cell, text in texts.items() if cell not in known}
    pieces = [
        parts.at_end(held, node, _run(prefix, f"\n\n{texts[cell]}"))
        for cell, comment in known.items()
        if cell in texts and (node := comment.find("x:text"))
    ]
    if new:
        listed = tree.find("x:commentList") or tree
        said = "".join(_comment_of(prefix, cell, author, new[cell]) for cell in _in_order(new))
        pieces.append(parts.at_end(held, authors, f"<{prefix}author>{_AUTHOR}</{prefix}author>"))
        pieces.append(parts.at_end(held, listed, said))
    parts.insert(held, *pieces)
    if new:
        _draw(parts, sheet, new)


def _run(prefix: str, text: str) -> str:
    return f'<{prefix}r><{prefix}t xml:space="preserve">{xml_text(text)}</{prefix}t></{prefix}r>'


def _comment_of(prefix: str, cell: str, author: int, text: str) -> str:
    said = f"<{prefix}text>{_run(prefix, text)}</{prefix}text>"
    return f'<{prefix}comment ref="{cell}" authorId="{author}">{said}</{prefix}comment>'


def _in_order(cells: Mapping[str, str]) -> list[str]:
    return sorted(cells, key=_row_and_column)


def _row_and_column(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_number(letters)


def _draw(parts: Parts, sheet: str, texts: Mapping[str, str]) -> None:
    """Put the boxes of comments into the drawing of a sheet, or make it one."""
    tree = parts.tree(sheet)
    known = tree.find("x:legacyDrawing")
    drawing = parts.package.relations(sheet).get(known.attributes.get("r:id", "")) if known else None
    if drawing is None:
        drawing = parts.free("xl/drawings/vmlDrawing{}.vml")
        number = drawing.removeprefix("xl/drawings/vmlDrawing").removesuffix(".vml")
        layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
        parts.add(drawing, f"<xml {_SPACES}>{layout}{_TYPE}</xml>", _DRAWING)
        key = parts.relate(sheet, "vmlDrawing", drawing)
        after = next((node.begin for node in tree if node.name in _AFTER), tree.end)
        prefix = prefix_of(parts.read(sheet), tree)
        parts.insert(sheet, Piece(after, f'<{prefix}legacyDrawing xmlns:r="{_OFFICE}" r:id="{key}"/>'))
    data = parts.read(drawing)
    taken = [int(number) for number in _SHAPE.findall(data)]
    numbers = count(max(taken, default=1024) + 1)
    boxes = "".join(_box(next(numbers), cell, texts[cell]) for cell in _in_order(texts))
    kind = "" if b'"_x0000_t202"' in data else _TYPE
    parts.changed[drawing] = b"".join(
        (data[: data.rindex(b"</")], (kind + boxes).encode(), data[data.rindex(b"</") :])
    )


def _box(number: int, cell: str, text: str) -> str:
    row, column = _row_and_column(cell)
    lines = sum(len(line) // _LETTERS + 1 for line in text.split("\n"))
    anchor = f"{column}, 15, {max(row - 2, 0)}, 4, {column + 5}, 15, {row + min(lines, _MOST_LINES)}, 4"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#_x0000_t202"'
        ' style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black"'
        ' obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
        f"<x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
