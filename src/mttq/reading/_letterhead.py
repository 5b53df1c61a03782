"""The report around its tables: letterhead, title, headings, citations, recipients, signature, quantities."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from mttq import model, vi
from mttq.errors import NotationError
from mttq.model import Citation, Header, Heading, Signature, SigningAuthority
from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._figures import looks_like_figure
from mttq.reading._reading import Around
from mttq.reading._source import Source
from mttq.values import DocumentFlag, Quantity

__all__ = ["Said", "Told", "bodies_of", "column_by_column", "read_around"]

_TITLE: Final = re.compile(r"(?:BÁO CÁO|B Á O C Á O)\W*")
_TITLED: Final = re.compile(r"BÁO CÁO\s+(\S.*)")
_NAMED: Final = re.compile(r"Báo cáo(?! số)\s+[^.;:?!]{1,150}", re.IGNORECASE)
"""A title that begins with the kind of document itself, and is no sentence."""
_MOTTO: Final = re.compile(r"CỘNG HÒA|CỘNG HOÀ|Độc lập|ĐẢNG CỘNG SẢN|ĐỘC LẬP|\W*$")
_BODY: Final = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UB|UBND|UBMTTQ|BAN|HỘI|MẶT TRẬN|MTTQ|ĐẢNG|ĐOÀN|HĐND|LIÊN ĐOÀN|CÔNG ĐOÀN|SỞ|PHÒNG"
    r"|(?:TỈNH|HUYỆN|THÀNH) (?:ỦY|UỶ))\b"
)
_SYMBOL: Final = re.compile(r"Số\s*:?\s*(?P<symbol>[0-9]\S*(?:\s*[-/]\s*\S+)*)\W*", re.IGNORECASE)
_NUMBER_LINE: Final = re.compile(r"Số\s*:?\s*[0-9….\s]*[/-]", re.IGNORECASE)
_PLACE_AND_DATE: Final = re.compile(
    r"(?P<place>[^\W\d][^,\d]{1,60}),\s*(?P<date>ngày\b.{3,40})", re.IGNORECASE
)
_ADDRESSEE: Final = re.compile(r"Kính gửi\s*:?\s*(?P<addressee>.+)", re.IGNORECASE)
_PART: Final = re.compile(
    r"(?P<number>Phần (?:thứ )?[^\W\d]+|Phần [IVX]+|Phần [0-9]+)(?:[.:]?\s*(?P<title>\S.*)?)?", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"(?P<number>[IVX]{1,5}(?=[.)/]\s)|[0-9]{1,2}(?=[.)/]\s)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[.)]?\s))[.)/]?\s+"
    r"(?P<title>[\"“(]?[^\W\d_].*)"
)
_RECIPIENTS: Final = re.compile(r"Nơi nhận\s*:?\s*", re.IGNORECASE)
_RECIPIENT: Final = re.compile(r"[-–+•]\s*(?P<name>.*?)[\s;.,]*")
_OF_THE_PARTY: Final = {
    "T/M": SigningAuthority.COLLECTIVE,
    "K/T": SigningAuthority.FOR_HEAD,
    "T/L": SigningAuthority.BY_ORDER,
}
_AUTHORITY: Final = re.compile(
    rf"(?P<authority>{'|'.join(map(re.escape, (*SigningAuthority, *_OF_THE_PARTY)))})\s*(?P<body>\S.*)"
)
_OFFICE: Final = re.compile(
    r"(?:Q\.|Quyền|Phó)?\s*(?:Chủ tịch|Chủ nhiệm|Bí thư|Trưởng|Giám đốc|Ủy viên)\b.*", re.IGNORECASE
)
_BODIES: Final = (
    "Ban Thường trực",
    "Ủy ban nhân dân",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Đảng ủy",
    "Chủ tịch",
)
_MOST_TITLE: Final = 200
_MOST_HEADING: Final = 150
_HEAD: Final = 60  # lines before the title
_POSITION: Final = 60


class Said(NamedTuple):
    """A line of text with its place."""

    text: str
    source: Source
    line: int | None = None  # of the narrative, from 1


class Told(NamedTuple):
    """A quantity of the text: as printed, the line in which it stands, and its place in the report."""

    quantity: Quantity
    text: str
    said: Said
    place: model.Source | None


def read_around(document: Document, forms: frozenset[Grid]) -> tuple[Around, list[Told], dict[int, Source]]:
    """Read the text around the tables of forms, each quantity in it, and where its lines stand.

    Args:
        document: the file.
        forms: the tables that are parts of forms, which say nothing of this.
    """
    lines = list(_lines(document, forms))
    first_form = next((place for place, block in enumerate(document.blocks) if block in forms), None)
    narrative = [line for line in lines if line.line is not None]
    if first_form is not None:
        narrative = narrative[: _before(document.blocks[:first_form])]
    while narrative and not narrative[-1].text:
        narrative.pop()
    outline = tuple(_outline(narrative))
    last = narrative[-1].line or 0 if narrative else 0
    title = next((place for place, line in enumerate(lines) if _TITLE.match(line.text)), None)
    if title is None:
        named = (
            place for place, line in enumerate(lines[:_HEAD]) if _NAMED.fullmatch(line.text.strip("*_ "))
        )
        title = next(named, None)
    texts = [line.text for line in lines]
    header = _header(texts[: _HEAD if title is None else title], texts)
    around = Around(
        header=header if document.bodies else attrs.evolve(header, issuer=None, superior=None),
        title=_title(texts[title:]) if title is not None else None,
        outline=outline,
        citations=tuple(_citations(lines, outline, last)),
        recipients=tuple(_recipients(texts)),
        signature=_signature(texts),
        narrative="\n".join(line.text for line in narrative) or None,
    )
    places = {line.line: line.source for line in lines if line.line is not None}
    return around, list(_quantities(lines, outline, last)), places


def _before(blocks: Sequence[Text | Grid]) -> int:
    """Return how many lines of text stand before the appendices, those that head a table left out."""
    texts = [block for block in blocks if isinstance(block, Text)]
    while texts and (not texts[-1].text.strip() or len(texts[-1].text) <= _MOST_HEADING):
        last = texts.pop()
        if re.match("phụ lục|biểu|mẫu", last.text, re.IGNORECASE):
            return sum(len(text.text.split("\n")) for text in texts)
    return sum(len(block.text.split("\n")) for block in blocks if isinstance(block, Text))


def _lines(document: Document, forms: frozenset[Grid]) -> Iterator[Said]:
    """Return the lines of all texts and of tables that are no forms, those column by column."""
    if document.sheets:
        return
    count = 0
    for block in document.blocks:
        if isinstance(block, Text):
            for part in block.text.split("\n"):
                count += 1
                text = f"{block.number} {part}".strip(" *_") if block.number else part.strip().strip("*_")
                yield Said(text, block.source, block.line or count)
        elif block not in forms:
            for cell in column_by_column(block):
                if looks_like_figure(cell.text):
                    continue
                for part in cell.text.split("\n"):
                    yield Said(part.strip(), block.source(cell))
            yield Said("", Source())


def column_by_column(grid: Grid) -> list[Cell]:
    """Return the cells of a table column by column, down to a row that reaches across all of them."""
    last = max((cell.column + cell.columns for cell in grid.cells.values()), default=0)
    across = {cell.row for cell in grid.cells.values() if cell.column == 1 and 1 + cell.columns == last > 2}  # noqa: PLR2004

    def place(cell: Cell) -> tuple[int, bool, int, int]:
        return sum(row < cell.row for row in across), cell.row in across, cell.column, cell.row

    return sorted(grid.cells.values(), key=place)


# --- letterhead ---
def _header(head: Sequence[str], texts: Sequence[str]) -> Header:
    numbered = next((place for place, text in enumerate(head) if _NUMBER_LINE.match(text)), None)
    bodies = bodies_of(head[:numbered] if numbered is not None else ())
    symbol = _SYMBOL.fullmatch(head[numbered]) if numbered is not None else None
    dated = next(filter(None, map(_PLACE_AND_DATE.fullmatch, head)), None)
    addressee = next(filter(None, map(_ADDRESSEE.fullmatch, texts)), None)
    day = None
    if dated:
        try:
            day = vi.parse_date(dated["date"].rstrip(" ./"))
        except NotationError:
            day = None
    return Header(
        issuer=bodies[-1] if bodies else None,
        superior=bodies[-2] if len(bodies) > 1 else None,
        symbol=re.sub(r"\s", "", symbol["symbol"]).rstrip(".") if symbol else None,
        place=dated["place"].strip() if dated else None,
        date=day,
        addressee=addressee["addressee"].strip() if addressee else None,
    )


def bodies_of(lines: Iterable[str]) -> list[str]:
    """Return the bodies that lines name, each that goes on in the next line put together."""
    found: list[str] = []
    for line in lines:
        if _MOTTO.match(line):
            continue
        if _BODY.match(line.upper()):  # small letters may be shown as capitals
            found.append(line)
        elif found and line.isupper():
            found[-1] = f"{found[-1]} {line}"
    return found


def _title(texts: Sequence[str]) -> str | None:
    """Return the title: what follows "BÁO CÁO", in one line or in several that go on."""
    own = _TITLED.fullmatch(texts[0])
    lines = [own[1]] if own else [] if _TITLE.match(texts[0]) else [texts[0].strip("*_ ")]
    for text in (text.strip("*_ ") for text in texts[1:]):
        if not text and not lines:
            continue
        goes_on = not lines or text[:1].islower() or (text.isupper() and lines[-1].isupper())
        if not text or not goes_on or _NUMBERED.match(text) or _PART.fullmatch(text):
            break
        lines.append(text)
    title = " ".join(lines)
    return title if 0 < len(title) <= 2 * _MOST_TITLE else None


# --- headings ---
def _outline(lines: Sequence[Said]) -> Iterator[Heading]:
    found = [(line, _PART.fullmatch(line.text) or _NUMBERED.fullmatch(line.text)) for line in lines]
    kinds = sorted({_kind(match["number"]) for _, match in found if match})
    for line, match in found:
        if match:
            title = match["title"]
            level = kinds.index(_kind(match["number"])) + 1
            yield Heading(number=match["number"], level=level, title=_short(title), line=line.line)


def _kind(number: str) -> int:
    """Return how deep a number stands: parts, Roman numerals, Arabic ones, and these in several parts."""
    if number.lower().startswith("phần"):
        return 0
    return 1 if number[0].isalpha() else 2 + number.count(".")


def _short(title: str | None) -> str | None:
    if title is None:
        return None
    title = title.strip("*_ ")
    if len(title) > _MOST_HEADING:
        title = title.partition(":")[0].strip("*_ ")
    return title if 0 < len(title) <= _MOST_HEADING else None


def _heading_over(outline: Sequence[Heading], line: int) -> str | None:
    """Return the numbers of the headings over a line, "Phần thứ nhất, II.2.1"."""
    open_headings: list[Heading] = []
    for heading in outline:
        if (heading.line or 0) > line:
            break
        open_headings = [above for above in open_headings if above.level < heading.level]
        open_headings.append(heading)
    parts = [heading.number for heading in open_headings if _kind(heading.number) == 0]
    below = [heading.number for heading in open_headings if _kind(heading.number)]
    kept = [
        number
        for place, number in enumerate(below)
        if not any(later.startswith(f"{number}.") for later in below[place + 1 :])
    ]
    return ", ".join((*parts, ".".join(kept))).strip(", ") or None


# --- citations and quantities ---
def _joined(lines: Sequence[Said]) -> tuple[str, list[int]]:
    """Return lines as one text, and where each begins."""
    starts, length = [], 0
    for line in lines:
        starts.append(length)
        length += len(line.text) + 1
    return "\n".join(line.text for line in lines), starts


def _paragraphs(lines: Sequence[Said]) -> Iterator[list[Said]]:
    """Part lines where a text ends for certain: at blank lines, and at the border of a cell or paragraph."""
    part: list[Said] = []
    for line in lines:
        if part and (not line.text or line.source.line is None):
            yield part
            part = []
        if line.text:
            part.append(line)
    if part:
        yield part


def _citations(lines: Sequence[Said], outline: Sequence[Heading], last: int) -> Iterator[Citation]:
    """Return each mention of a document; `last` is the last line of the narrative."""
    for part in _paragraphs(lines):
        text, starts = _joined(part)
        for found, (start, _) in vi.find_documents(text):
            if DocumentFlag.SELF_NUMBER in found.flags:
                continue
            line = part[bisect_right(starts, start) - 1].line
            ref = attrs.evolve(found, raw=" ".join(found.raw.split()))
            yield Citation(document=ref, source=_place(line, outline, last))


def _place(line: int | None, outline: Sequence[Heading], last: int) -> model.Source | None:
    """Return where a line stands in the report, None for one outside its text."""
    if line is None:
        return None
    return model.Source(heading=_heading_over(outline, line) if line <= last else None, line=line)


def _quantities(lines: Sequence[Said], outline: Sequence[Heading], last: int) -> Iterator[Told]:
    for part in _paragraphs(lines):
        text, starts = _joined(part)
        for quantity, (start, end) in vi.find_quantities(text):
            said = part[bisect_right(starts, start) - 1]
            yield Told(quantity, text[start:end], said, _place(said.line, outline, last))


# --- recipients and signature ---
def _recipients(texts: Sequence[str]) -> Iterator[str]:
    begin = next((place for place, text in enumerate(texts) if _RECIPIENTS.match(text)), len(texts))
    for text in texts[begin + 1 :]:
        found = _RECIPIENT.fullmatch(text)
        if found and found["name"]:
            yield found["name"]
        elif text:
            return


def _signature(texts: Sequence[str]) -> Signature | None:
    begin = next((place for place, text in enumerate(texts) if _AUTHORITY.fullmatch(text)), None)
    if begin is None:
        return None
    found = _AUTHORITY.fullmatch(texts[begin])
    below = [text for text in texts[begin + 1 : begin + 4] if text]
    while below and _AUTHORITY.fullmatch(below[0]):
        below.pop(0)
    if found is None or not below or not _is_office(below[0].strip("*_ ")):
        return None
    known = {body.upper(): body for body in _BODIES}
    body, office = found["body"].strip("*_ "), below[0].strip("*_ ")
    return Signature(
        authority=_OF_THE_PARTY.get(found["authority"]) or SigningAuthority(found["authority"]),
        body=known.get(body, body),
        position=office.capitalize() if office.isupper() else office,
    )


def _is_office(text: str) -> bool:
    """Return whether a line below a body names an office: in capitals, or by a word of one, but no person."""
    return len(text) <= _POSITION and (text.isupper() or bool(_OFFICE.fullmatch(text)))
