"""The numbers that Word writes itself: "III", "3.1", "a)"."""

from collections import defaultdict
from typing import Final

from mttq.reading._package import Node

__all__ = ["Lists"]

_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST: Final = 39  # of Roman numerals that a list of a report reaches
_LEVELS: Final = 9
_VAL: Final = "w:val"


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Node | None) -> None:
        kinds: dict[str, Node] = {}
        self._kinds: dict[str, str] = {}
        self._levels: dict[str, dict[int, Node]] = {}
        for node in numbering or ():
            if node.name == "w:abstractNum":
                kinds[node.attributes.get("w:abstractNumId", "")] = node
            elif node.name == "w:num":
                key = node.attributes.get("w:numId", "")
                self._kinds[key] = node.get(_VAL, "w:abstractNumId") or ""
        for key, node in kinds.items():
            levels = (level for level in node if level.name == "w:lvl")
            self._levels[key] = {_number(level.attributes.get("w:ilvl")): level for level in levels}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: Node, by_style: Node | None) -> str:
        """Return the number before a paragraph, and count it; "" if it has none or a bullet."""
        given = [node for node in (paragraph.find("w:pPr", "w:numPr"), by_style) if node is not None]
        key = next(filter(None, (node.get(_VAL, "w:numId") for node in given)), "")
        if key not in self._kinds:
            return ""
        depth = _number(next(filter(None, (node.get(_VAL, "w:ilvl") for node in given)), None))
        kind = self._kinds[key]
        levels, counts = self._levels.get(kind, {}), self._counts[kind]
        if depth not in levels:
            return ""
        counts[depth] = counts.get(depth, _start(levels[depth]) - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._printed(levels, counts, depth)

    @staticmethod
    def _printed(levels: dict[int, Node], counts: dict[int, int], depth: int) -> str:
        if levels[depth].get(_VAL, "w:numFmt") in ("bullet", "none"):
            return ""
        text = levels[depth].get(_VAL, "w:lvlText") or ""
        for level in range(_LEVELS):
            if f"%{level + 1}" in text and level in levels:
                count = counts.get(level, _start(levels[level]))
                text = text.replace(f"%{level + 1}", _said(count, levels[level].get(_VAL, "w:numFmt") or ""))
        return text


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < _LEVELS else 0


def _start(level: Node) -> int:
    return _number(level.get(_VAL, "w:start") or "1")


def _said(count: int, style: str) -> str:
    if style.endswith("Letter") and 1 <= count <= 26:  # noqa: PLR2004 - letters
        letter = chr(ord("a") + count - 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman") and 1 <= count <= _MOST:
        roman = ""
        for value, letters in _ROMAN:
            while count >= value:
                roman, count = roman + letters, count - value
        return roman.upper() if style.startswith("upper") else roman
    return str(count)
