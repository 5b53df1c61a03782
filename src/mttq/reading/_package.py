"""Packed files (.docx, .xlsx, .odt …): parts of a zip archive, and their XML within limits.

No part is ever written anywhere, no address in it opened, no entity of a document type expanded.
"""

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat

from mttq.reading._error import refused
from mttq.reading._limits import Limits
from mttq.wording import Phrase

__all__ = ["Node", "Package", "parse_stream", "parse_tree"]

_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    f"{_OFFICE}office:1.0": "office",
    f"{_OFFICE}text:1.0": "text",
    f"{_OFFICE}table:1.0": "table",
    f"{_OFFICE}style:1.0": "style",
    f"{_OFFICE}drawing:1.0": "draw",
    f"{_OFFICE}xsl-fo-compatible:1.0": "fo",
    f"{_OFFICE}svg-compatible:1.0": "svg",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_RELATION: Final = "rel:Relationship"
_TARGET: Final = "Target"


class Node:
    """An element: its name with the usual prefix, its attributes, its texts and elements in order."""

    __slots__ = ("attributes", "begin", "children", "end", "name")

    def __init__(self, name: str, attributes: dict[str, str], begin: int = -1) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []
        self.begin = self.end = begin  # the bytes at which its tags begin; of <p/> where it ends

    def __iter__(self) -> Iterator["Node"]:
        return (child for child in self.children if isinstance(child, Node))

    def find(self, *names: str) -> "Node | None":
        """Return the first element at the end of a path of names."""
        found: Node | None = self
        for name in names:
            found = next((child for child in found if child.name == name), None) if found else None
        return found

    def get(self, attribute: str, *path: str) -> str | None:
        """Return an attribute, of the element at the end of a path."""
        found = self.find(*path)
        return found.attributes.get(attribute) if found else None

    def walk(self) -> Iterator["Node"]:
        """Return it and all elements below it in their order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed([*node])

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(child for node in self.walk() for child in node.children if isinstance(child, str))


Handler = Callable[[str, dict[str, str]], object]


def parse_stream(
    data: bytes,
    limits: Limits,
    start: Handler,
    end: Callable[[str], object],
    said: Callable[[str], object],
    *,
    parser: expat.XMLParserType | None = None,
) -> None:
    """Read XML, calling back for each element and text.

    Raises:
        ReadError: it has a document type, or is deeper or longer than any report.
    """
    parser = parser or new_parser()
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = count = 0

    def short(name: str) -> str:
        space, _, local = name.rpartition(" ")
        return names.setdefault(name, f"{_PREFIXES.get(space, '?')}:{local}" if space else local)

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > limits.depth or count > limits.nodes:
            raise refused(Phrase("tệp lồng quá sâu hoặc quá lớn so với một báo cáo"))
        if attributes:
            attributes = {names.get(key) or short(key): value for key, value in attributes.items()}
        start(names.get(name) or short(name), attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(names[name])

    def has_type(*_: object) -> None:
        raise refused(Phrase("tệp có khai báo DTD, tệp văn phòng không bao giờ có; có thể là mã độc"))

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = has_type
    try:
        parser.Parse(data, True)  # noqa: FBT003 - so expat has it
    except expat.ExpatError as error:
        raise refused(Phrase("tệp hỏng, không phải XML đúng ({})", str(error))) from error


def new_parser() -> expat.XMLParserType:
    """Return a parser that tells namespaces."""
    return expat.ParserCreate(namespace_separator=" ")


def parse_tree(data: bytes, limits: Limits, without: frozenset[str] = frozenset()) -> Node:
    """Read XML as a tree, in which each element knows at which bytes its tags begin.

    Args:
        data: the XML.
        limits: how large it may be.
        without: the names of elements that are left out.

    Raises:
        ReadError: see `parse_stream`.
    """
    root = Node("", {})
    stack = [root]
    parser = new_parser()

    left_out = 0  # elements around the place

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal left_out
        if left_out or name in without:
            left_out += 1
            return
        node = Node(name, attributes, parser.CurrentByteIndex)
        stack[-1].children.append(node)
        stack.append(node)

    def end(_: str) -> None:
        nonlocal left_out
        if left_out:
            left_out -= 1
        else:
            stack.pop().end = parser.CurrentByteIndex

    def said(text: str) -> None:
        if not left_out:
            stack[-1].children.append(text)

    parse_stream(data, limits, start, end, said, parser=parser)
    return next(iter(root))


class Package:
    """The parts of a packed file.

    Raises:
        ReadError: it is damaged, locked with a password, or has one part twice.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self._left = limits.total
        self._known: dict[str, list[Node]] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            why = Phrase("tệp hỏng hoặc bị cắt cụt; đề nghị mở và lưu lại, hoặc xin gửi lại")
            raise refused(why) from error
        self.names = [item.filename for item in self._zip.infolist()]
        if len({name.casefold() for name in self.names}) < len(self.names):
            raise refused(Phrase("tệp chứa hai phần cùng tên, không rõ phần nào là thật; có thể là mã độc"))

    def read(self, name: str) -> bytes:
        """Return a part, unpacked.

        Raises:
            ReadError: there is none, or it is larger than any report.
        """
        if name not in self.names:
            raise refused(Phrase("tệp thiếu phần {}", name))
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise refused(Phrase("tệp được đặt mật khẩu; đề nghị bỏ mật khẩu rồi lưu lại"))
        most = min(self.limits.part, self._left)
        with self._zip.open(info) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise refused(Phrase("phần {} quá lớn so với một báo cáo", name))
        self._left -= len(data)
        return data

    def tree(self, name: str) -> Node:
        """Return a part that is XML."""
        return parse_tree(self.read(name), self.limits)

    def relations(self, part: str) -> dict[str, str]:
        """Return which part of the file each relation of a part leads to, by its id."""
        return {
            item.attributes.get("Id", ""): self._resolved(part, item.attributes.get(_TARGET, ""))
            for item in self._relations(part)
            if item.attributes.get("TargetMode") != "External"
        }

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that stands in a relation of a kind ("styles") to a part, if there is one."""
        for item in self._relations(part):
            if item.attributes.get("Type", "").endswith(f"/{kind}"):
                target = self._resolved(part, item.attributes.get(_TARGET, ""))
                return target if target in self.names else None
        return None

    def outside(self, part: str) -> Iterator[str]:
        """Return the kinds of relations of a part that lead out of the file, links for readers apart."""
        for item in self._relations(part):
            kind = item.attributes.get("Type", "").rpartition("/")[2]
            if item.attributes.get("TargetMode") == "External" and kind != "hyperlink":
                yield kind

    def _relations(self, part: str) -> list[Node]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._known:
            found = self.tree(path) if path in self.names else ()
            self._known[path] = [item for item in found if item.name == _RELATION]
        return self._known[path]

    @staticmethod
    def _resolved(part: str, target: str) -> str:
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")

    def check_cells(self, count: int) -> None:
        """Refuse a file with too many cells.

        Raises:
            ReadError: there are more than in any report.
        """
        if count > self.limits.cells:
            raise refused(Phrase("tệp có quá nhiều ô so với một báo cáo"))
