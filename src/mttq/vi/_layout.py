r"""One reading of layout: what a text says does not depend on its line ends, blanks and marks.

Reports are wrapped, justified, copied from Word, Markdown and web pages.  `lay_out` makes of any of them the
one plain text that all finders search, and remembers where every character stood: composed letters, every
dash a hyphen, single blanks; marks of Markdown and HTML are gone.  What separates is one character: "\n" for
the end of a paragraph, "\t" for a tab or the border of a cell.

A single line end is a blank, for most texts are wrapped; it ends a paragraph where the writer meant it to:
before a blank line, before an item ("- …", "1. …"), and before a capital that would have fitted into the
line that it does not stand in.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.vi.text import DASHES, INVISIBLE, normalize

__all__ = ["Plain", "lay_out", "plain_text"]

Edit = tuple[int, int, str]
"""Where a piece of a text begins and ends, and what stands for it."""


class _Places:
    """Where the characters of an edited text stood before: pieces in order, copied or replaced."""

    __slots__ = ("new", "old", "stop")

    def __init__(self) -> None:
        self.new: list[int] = []  # where each piece begins in the edited text
        self.old: list[int] = []  # where it began
        self.stop: list[int] = []  # where a replaced piece ended; -1 of a copied one

    def start(self, place: int) -> int:
        piece = bisect_right(self.new, place) - 1
        return self.old[piece] + (place - self.new[piece] if self.stop[piece] < 0 else 0)

    def end(self, place: int) -> int:
        """Return where the character before a place ended."""
        piece = bisect_right(self.new, place - 1) - 1
        stop = self.stop[piece]
        return self.old[piece] + place - self.new[piece] if stop < 0 else stop


class Plain(NamedTuple):
    """A plain text, and where its characters stood in the text that it was made of."""

    text: str
    edits: tuple[_Places, ...]  # the last one first

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of a passage that is not empty."""
        for places in self.edits:
            start, end = places.start(start), places.end(end)
        return start, end


def lay_out(text: str) -> Plain:
    r"""Read a text with its layout.

    Raises:
        FieldError: what was given is no text.

    >>> plain = lay_out("hơn\r\n**946**  h\u00f4\u0323\n\nnghèo")
    >>> plain.text, plain.origin(4, 10)
    ('hơn 946 hộ\nnghèo', (7, 17))
    """
    plain = normalize(text)
    edits: list[_Places] = []
    if plain != text and not (unicodedata.is_normalized("NFC", text) and len(plain) == len(text)):
        plain, places = _edit(text, _irregular_letters(text))
        edits.append(places)
    if _DASH.search(plain):
        plain = _DASH.sub("-", plain)
    if _ENTITY.search(plain):
        plain, places = _edit(plain, _entities(plain))
        edits.insert(0, places)
    if _FIRST.search(plain) or "  " in plain:
        plain, places = _edit(plain, _layout(plain))
        edits.insert(0, places)
    return Plain(plain, tuple(edits))


def plain_text(text: str) -> str:
    r"""Return an expression for a parser: its plain text, without blanks at its ends.

    >>> plain_text(" **2026**\n–\u20092031 ")
    '2026 - 2031'
    """
    return lay_out(text).text.strip()


def _edit(text: str, edits: Iterable[Edit]) -> tuple[str, _Places]:
    parts: list[str] = []
    places = _Places()
    length = position = 0
    for start, end, replacement in (*edits, (len(text), len(text), "")):
        for part, stop in ((text[position:start], -1), (replacement, end)):
            if part:
                parts.append(part)
                places.new.append(length)
                places.old.append(position if stop < 0 else start)
                places.stop.append(stop)
                length += len(part)
        position = end
    return "".join(parts), places


# --- letters ---
_DASH: Final = regex(f"[{DASHES.replace('-', '')}]")
_IRREGULAR: Final = regex(rf"(?s:.)[\u0300-\u036f{INVISIBLE}]+|[^\x00-\x7f]")
_ENTITY: Final = regex("&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def _irregular_letters(text: str) -> Iterator[Edit]:
    for found in _IRREGULAR.finditer(text):
        meant = normalize(found[0])
        if meant != found[0]:
            yield found.start(), found.end(), meant


def _entities(text: str) -> Iterator[Edit]:
    from html import unescape

    for found in _ENTITY.finditer(text):
        yield found.start(), found.end(), _DASH.sub("-", normalize(unescape(found[0])))


# --- white space and marks ---
def _tag(names: str) -> str:
    return rf"</?(?i:{names})(?:\s[^<>]*)?/?>"


_LINE_END: Final = rf"(?:\r\n|\r(?!\n)|[\n\v\f\x1c-\x1e\x85\u2028]|{_tag('br')})"
_PARAGRAPH: Final = r"(?:\u2029|" + _tag("p|div|[uod]l|li|d[td]|table|t(?:head|body|foot|r)|h[1-6]") + ")"
_CELL: Final = rf"(?:[\t\x1f|│┃║]|{_tag('t[dh]')})"
_MARK: Final = (
    r"\*\*+|\*(?:(?<![^\s(\[\"“”]\*)(?=[^\s*])|(?<=[^\s*]\*)(?![^\W_]))"  # but not "3 * 4", nor "* an item"
    r"|__(?!_)(?:(?<!\w__)(?=[^\W_])|(?<=[^\W_]__)(?!\w)|(?<=[.,;:!?)%]__)(?!\w))"
    r"|_(?!_)(?:(?<!\w_)(?=[^\W_])|(?<=[^\W_]_)(?!\w)|(?<=[.,;:!?)%]_)(?!\w))"
    r"|`|\\(?=[!-/:-@\[-`{-~])|" + _tag("b|strong|i|em|u|s|span|font|a|small|big|mark|ins|sup|sub|code")
)
_PIECE: Final = f"{_LINE_END}|{_PARAGRAPH}|{_CELL}|{_MARK}"
_RUN: Final = regex(f"(?:{_PIECE}|  )(?:{_PIECE}| )*")
_FIRST: Final = regex(r"[\t-\r\x1c-\x1f\x85\u2028\u2029|│┃║*_`\\<]")
"""What a piece begins with, which is looked for in a tenth of the time."""
_NEW_PARAGRAPH: Final = regex(rf"{_PARAGRAPH}|{_LINE_END}[^\S\r\n]*{_LINE_END}|{_LINE_END}\t")
_NEW_CELL: Final = regex(_CELL)
_NEW_LINE: Final = regex(_LINE_END)


def _layout(text: str) -> Iterator[Edit]:
    lines = _Lines(text)
    for found in _RUN.finditer(text):
        run, (start, end) = found[0], found.span()
        line_end = None
        if run.isspace() and not run.strip(" "):
            meant = " "
        elif _NEW_PARAGRAPH.search(run):
            meant = "\n"
            lines.line_start = end
        elif _NEW_CELL.search(run):
            meant = "\t"
        elif line_end := _NEW_LINE.search(run):
            meant = lines.join(start, start + line_end.end(), end)
        else:
            meant = " " if " " in run else ""
        if meant and text[start - 1 : start] == " ":
            start -= 1
        yield start, end, meant


# --- line ends ---
_UPPER: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_ITEM: Final = regex(
    rf"(?P<bullet>[-+*•●○◦▪■◆►➢✓§·]) ?(?P<joint>[0-9]|[{_UPPER}]{{2}})?"
    rf"|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*(?:[.)] | (?=[{_UPPER}]))|[a-zđ]\) |[IVX]{{1,5}}[.)] |\#"
    rf"|(?P<capital>[{_UPPER}])(?P<capitals>[{_UPPER}])?"
)
_GOES_ON: Final = regex(
    r"(?:,|(?<!\w)(?:của|và|số|có|gồm|là|được|ngày|tháng|năm|do|tại|cho|theo|với|từ|đến|hơn|trên|dưới|gần|khoảng|các))\Z"
)
_JOINT: Final = regex(rf"(?:[0-9%]|[{_UPPER}]{{2}})\Z")
_CAPITALS: Final = regex(rf"[{_UPPER}]{{2}}\Z")
_OPENS_A_BAND: Final = regex(
    r"(?<!\w)(?:từ|trên|hơn|khoảng|giai đoạn|nhiệm kỳ) [0-9][0-9.,]*%?(?: [^\W\d_]+){0,2}\Z"
)
_GROUPS: Final = regex(r"(?<![0-9.,])([1-9][0-9]{0,2}(?:\.[0-9]{3})*)\.\Z")
_NEXT_GROUPS: Final = regex(r"[0-9]{3}(?:\.[0-9]{3})*(?![0-9])")
_REACH: Final = 40


class _Lines:
    """The lines of a text, asked from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_start = 0
        self.blocks = self._blocks()
        self.block_end = self.width = 0

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """Return the lines between two blank ones: where they end, and how long the longest is."""
        position = width = 0
        for line in self.text.splitlines(keepends=True):
            position += len(line)
            length = len(line.strip())
            width = max(width, length)
            if not length:
                yield position, width
                width = 0
        yield position, width

    def join(self, end: int, start: int, visible: int) -> str:
        """Return what a single line end stands for.

        Args:
            end: where the line ends, its blanks left out.
            start: where the next line starts.
            visible: where its words start.
        """
        while self.block_end <= end:
            self.block_end, self.width = next(self.blocks)
        word = "".join(self.text[start : start + _REACH].split()[:1])
        fits = end - self.line_start + 1 + len(word) <= self.width
        before = self.text[max(self.line_start, end - _REACH) : end].rstrip()
        is_first = end - self.line_start == len(before)
        self.line_start = start
        if self._is_cut(before, visible, is_first=is_first):
            return ""
        return "\n" if self._is_meant(before, visible, fits=fits) else " "

    def _is_cut(self, before: str, visible: int, *, is_first: bool) -> bool:
        """Return whether a number is cut at its group mark: "215." and "910.000 đồng"."""
        groups, following = _GROUPS.search(before), _NEXT_GROUPS.match(self.text, visible)
        if not groups or not following or (is_first and len(before) <= len("10.")):  # the number of an item
            return False
        return "." in groups[1] or "." in following[0] or following[0].startswith("0")

    def _is_meant(self, before: str, visible: int, *, fits: bool) -> bool:
        """Return whether a line end is meant by the writer and not made by wrapping."""
        item = _ITEM.match(self.text, visible)
        if not item:
            return False
        if item["capitals"] and _CAPITALS.search(before):  # a title in capitals
            return False
        if item["joint"] and _OPENS_A_BAND.search(before):  # "từ 60" and "- 82 m²"
            return False
        if item["bullet"]:
            return fits or not (item["joint"] and _JOINT.search(before))
        return (fits and not _GOES_ON.search(before)) or (not item["capital"] and before[-1:] in ".;:!?")
