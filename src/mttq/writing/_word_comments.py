"""Comments on the cells of tables and on the paragraphs of a Word document."""

from collections.abc import Mapping, Sequence
from typing import Final

from mttq.reading import Source
from mttq.reading._package import Node
from mttq.reading._word import paragraphs_in, places_in
from mttq.writing._parts import Parts, Piece, prefix_of, xml_text

__all__ = ["comment_on_text"]

_AUTHOR: Final = "mttq"
_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def comment_on_text(parts: Parts, main: str, placed: Mapping[Source, Sequence[str]]) -> None:
    """Put comments into a document.

    Args:
        parts: the file.
        main: the part of the document.
        placed: what is to be said, by table, row and column, or by paragraph; what has no place is said at
            the beginning.
    """
    held = parts.package.related(main, "comments")
    if held is None:
        held = parts.free("word/comments{}.xml")
        parts.add(held, f'<w:comments xmlns:w="{_MAIN}"></w:comments>', _COMMENTS)
        parts.relate(main, "comments", held)
    tree = parts.tree(held)
    taken = [int(key) for node in tree if (key := node.attributes.get("w:id", "")).isdecimal()]
    number = max(taken, default=-1) + 1
    known = places_in(parts.package, main)
    first = next(node for node in parts.tree(main).walk() if node.name == "w:p")
    by_paragraph: dict[int, tuple[Node, list[str]]] = {}
    for place, texts in placed.items():
        cell = known.cells.get((place.table, place.row or 0, place.column or 0))
        paragraph = _first_in(cell) if cell else known.paragraphs.get(place.paragraph or 0)
        node = paragraph or first
        by_paragraph.setdefault(node.begin, (node, []))[1].extend(texts)
    comments: list[str] = []
    pieces: list[Piece] = []
    for at, (node, texts) in enumerate(by_paragraph.values(), number):
        pieces += _marks(parts, main, node, at)
        comments.append(_comment(prefix_of(parts.read(held), tree), at, "\n\n".join(texts)))
    parts.append(held, "".join(comments))
    parts.insert(main, *pieces)


def _first_in(cell: Node) -> Node | None:
    return next((node for node in paragraphs_in(cell) if node.name == "w:p"), None)


def _marks(parts: Parts, main: str, paragraph: Node, number: int) -> list[Piece]:
    """Return what is to be put into a paragraph so that it carries a comment."""
    prefix = prefix_of(parts.read(main), paragraph)
    key = f'{prefix}id="{number}"'
    begin = f"<{prefix}commentRangeStart {key}/>"
    end = f"<{prefix}commentRangeEnd {key}/><{prefix}r><{prefix}commentReference {key}/></{prefix}r>"
    after = [node for node in paragraph if node.name != "w:pPr"]
    if not after:
        return [parts.at_end(main, paragraph, f"{begin}{end}")]
    return [Piece(after[0].begin, begin), parts.at_end(main, paragraph, end)]


def _comment(prefix: str, number: int, text: str) -> str:
    begin, end = (
        f'<{prefix}p><{prefix}r><{prefix}t xml:space="preserve">',
        f"</{prefix}t></{prefix}r></{prefix}p>",
    )
    paragraphs = "".join(f"{begin}{xml_text(line)}{end}" for line in text.split("\n"))
    said = f'{prefix}id="{number}" {prefix}author="{_AUTHOR}" {prefix}initials="{_AUTHOR}"'
    return f"<{prefix}comment {said}>{paragraphs}</{prefix}comment>"
