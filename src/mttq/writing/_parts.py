"""A packed file of which a few parts are changed or added, while all others stay byte for byte."""

import codecs
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable
from itertools import count
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from mttq.reading._limits import Limits
from mttq.reading._package import Node, Package, parse_tree

__all__ = ["Parts", "Piece", "prefix_of", "xml_text"]

_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "[Content_Types].xml"
_TAG: Final = re.compile(rb"</?(?:([\w.-]+):)?")
_WIDE: Final = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_MADE: Final = (1980, 1, 1, 0, 0, 0)
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Piece(NamedTuple):
    """What is put into a part: at which bytes, the XML, and in place of how many bytes."""

    at: int
    xml: str
    instead_of: int = 0


class Parts:
    """The parts of a packed file, and what has become of some.

    Args:
        data: the file.

    Raises:
        ReadError: it is damaged, or no packed file.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.package = Package(data, Limits())
        self.changed: dict[str, bytes] = {}

    def read(self, name: str) -> bytes:
        return self.changed[name] if name in self.changed else self.package.read(name)

    def tree(self, name: str) -> Node:
        return parse_tree(self.read(name), Limits())

    def insert(self, name: str, *pieces: Piece) -> None:
        """Put XML into a part."""
        data = self.read(name)
        wide = _WIDE.get(data[:2])
        kept: list[bytes] = []
        last = 0
        for piece in sorted(pieces, key=lambda piece: piece.at):
            plain = piece.xml.encode("ascii", "xmlcharrefreplace")
            kept += (data[last : piece.at], plain.decode("ascii").encode(wide) if wide else plain)
            last = piece.at + piece.instead_of
        self.changed[name] = b"".join((*kept, data[last:]))

    def append(self, name: str, xml: str) -> None:
        """Put XML before the end of the outermost element of a part."""
        self.insert(name, self.at_end(name, self.tree(name), xml))

    def at_end(self, name: str, node: Node, xml: str) -> Piece:
        """Return what puts XML before the end of an element, also of one that is written as empty: <p/>."""
        data = self.read(name)
        wide = _WIDE.get(data[:2], "ascii")
        tag, close = data[node.begin : node.end], "/>".encode(wide)
        if not tag.endswith(close) or "<".encode(wide) in tag[1:]:
            return Piece(node.end, xml)
        own = f"{prefix_of(data, node)}{node.name.rpartition(':')[2]}"
        return Piece(node.end - len(close), f">{xml}</{own}>", len(close))

    def free(self, pattern: str) -> str:
        """Return a name that no part has: "xl/comments{}.xml" with the least number that is free."""
        taken = {name.casefold() for name in (*self.package.names, *self.changed)}
        return next(name for number in count(1) if (name := pattern.format(number)).casefold() not in taken)

    def add(self, name: str, xml: str, content_type: str) -> None:
        """Add a part."""
        self.changed[name] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
        prefix = prefix_of(self.read(_TYPES), self.tree(_TYPES))
        self.append(_TYPES, f'<{prefix}Override PartName="/{name}" ContentType="{content_type}"/>')

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part lead to another, and return the id of that relation."""
        folder, own = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{own}.rels")
        if name not in self.package.names and name not in self.changed:
            self.changed[name] = f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
        relations = self.tree(name)
        taken = {node.attributes.get("Id") for node in relations}
        key = next(key for number in count(1) if (key := f"rId{number}") not in taken)
        prefix = prefix_of(self.read(name), relations)
        self.append(name, f'<{prefix}Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="/{target}"/>')
        return key

    def packed(self) -> bytes:
        """Return the file: its parts in their order, then those that were added."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(out, "w") as new:
            new.comment = old.comment
            for item in old.infolist():
                content = self.changed[item.filename] if item.filename in self.changed else old.read(item)
                new.writestr(item, content)
            for name in self._added(old.namelist()):
                item = zipfile.ZipInfo(name, _MADE)
                item.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(item, self.changed[name])
        return out.getvalue()

    def _added(self, names: Iterable[str]) -> list[str]:
        known = set(names)
        return [name for name in self.changed if name not in known]


def prefix_of(data: bytes, node: Node) -> str:
    """Return what stands before the names of a part like that of an element: "" or "w:"."""
    text = data[node.begin :].replace(b"\0", b"") if data[:2] in _WIDE else data[node.begin :]
    found = _TAG.match(text)
    return f"{found[1].decode()}:" if found and found[1] else ""


def xml_text(text: str) -> str:
    r"""Return a text as XML has it.

    >>> xml_text("1 < 2 \x01")
    '1 &lt; 2 �'
    """
    return escape(_NO_XML.sub("\ufffd", text))
