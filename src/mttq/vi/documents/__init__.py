"""Citations of documents: "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị".

The Party writes `62-KL/TW`, the State and the Front `30/2020/NĐ-CP` and `16/KH-MTTQ-BTT`.  A symbol that is
written otherwise is recognised, corrected in `symbol` and flagged; what the text does not say stays None.
"""

from typing import Final

import attrs

from mttq._declared.types import unfit
from mttq._names.regex import regex
from mttq.errors import DocumentFormatError
from mttq.values.citations import DocumentRef
from mttq.vi._layout import lay_out
from mttq.wording import Phrase

__all__ = ["citation_at", "citations_in", "find_documents", "format_document", "parse_document"]

_BLANK_NUMBER: Final = regex(  # of a draft, or a day before a symbol, which is no number either
    r"(?:(?i:\bsố) ?:?(?: ?[0-9]{1,4}(?=[.…_]))?[ .…_]*"
    r"|(?i:ngày|tháng|năm) [0-9]{1,4} )[/-] ?(?:[0-9]{4} ?/)? ?[A-ZĐ]{2}"
)
_SHORT_MONTHS: Final = (1, 2)  # of a date in a citation, only these have a zero before them


def parse_document(text: str) -> DocumentRef:
    """Read one citation.

    Args:
        text: a citation, with or without "số", date and issuer; other words around it are passed over.

    Returns:
        What the text says; see `DocumentRef` for what stays None.

    Raises:
        DocumentFormatError: no document is named, or several are.

    >>> ref = parse_document("Kết luận 62/KL-TW, ngày 08/12/2009 của Bộ Chính trị")
    >>> ref.symbol, ref.date, ref.issuer
    ('62-KL/TW', datetime.date(2009, 12, 8), 'Bộ Chính trị')
    >>> ref.flags
    (<DocumentFlag.SEPARATORS_SWAPPED: 'separators_swapped'>,)
    >>> parse_document("Quyết định 90 của Thủ tướng Chính phủ").flags
    (<DocumentFlag.NO_SYMBOL: 'no_symbol'>,)
    """
    found = find_documents(text)
    if not found and _BLANK_NUMBER.search(lay_out(text).text):
        raise DocumentFormatError(text, Phrase("văn bản chưa có số"), Phrase("điền số rồi đọc lại"))
    if not found:
        hint = Phrase("ví dụ cách ghi: {}", "“Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị”")
        raise DocumentFormatError(text, Phrase("không tìm thấy văn bản nào"), hint)
    if len(found) > 1:
        raise DocumentFormatError(
            text, Phrase("có {} văn bản", len(found)), Phrase("dùng find_documents để đọc từng văn bản")
        )
    return found[0][0]


def find_documents(text: str) -> list[tuple[DocumentRef, tuple[int, int]]]:
    """Find the citations in a running text, each with its place (start, end) in the text as given.

    A document must be named by number, symbol or title: "nghị quyết của cấp ủy" is none.

    >>> text = "Thực hiện Quyết định 217-QĐ/TW và Kết luận số 62 của Bộ Chính trị"
    >>> [(ref.number, text[start:end]) for ref, (start, end) in find_documents(text)]
    [('217', 'Quyết định 217-QĐ/TW'), ('62', 'Kết luận số 62 của Bộ Chính trị')]
    """
    plain = lay_out(text)
    found = []
    for ref, place in citations_in(plain.text):
        start, end = plain.origin(*place)
        found.append((attrs.evolve(ref, raw=text[start:end]), (start, end)))
    return found


def citations_in(plain: str) -> list[tuple[DocumentRef, tuple[int, int]]]:
    """Find the citations in a plain text (`mttq.vi._layout`), each with its place in it."""
    from mttq.vi.documents._lists import share
    from mttq.vi.documents._patterns import HEAD
    from mttq.vi.documents._reading import read_citations

    found: list[tuple[DocumentRef, tuple[int, int]]] = []
    position = 0
    while head := HEAD.search(plain, position):
        citations = read_citations(plain, head)
        position = citations[-1][1][1] if citations else head.start() + 1
        found += citations
    return share(found, plain)


def citation_at(plain: str, position: int) -> tuple[DocumentRef, tuple[int, int]] | None:
    """Read the citation that begins at a place of a plain text; None where there is none."""
    from mttq.vi.documents._patterns import HEAD
    from mttq.vi.documents._reading import read_citations

    head = HEAD.match(plain, position)
    return next(iter(read_citations(plain, head)), None) if head else None


def format_document(ref: DocumentRef) -> str:
    """Write a citation: day of two digits, a zero before the months 1 and 2 only.

    Of one that names its document in no way, the words as they were written.

    Raises:
        TypeError: what was given is no document.

    >>> format_document(parse_document("kết luận số 62/KL-TW (8/12/2009) của Bộ chính trị"))
    'Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị'
    """
    if not isinstance(ref, DocumentRef):
        raise unfit("format_document", DocumentRef, ref)
    if not (ref.title or ref.kind or ref.symbol or ref.number):
        return ref.raw
    parts = [ref.title or (ref.kind.value if ref.kind else "Văn bản")]
    short = ref.number and (f"{ref.number}/{ref.year}" if ref.year and not ref.date else ref.number)
    if ref.symbol or short:
        parts.append(f"số {ref.symbol or short}")
    elif ref.year and not ref.date:
        parts.append(f"năm {ref.year}")
    if ref.date:
        month = f"{ref.date.month:02}" if ref.date.month in _SHORT_MONTHS else ref.date.month
        parts.append(f"ngày {ref.date.day:02}/{month}/{ref.date.year}")
    if ref.issuer:
        parts.append(f"của {ref.issuer}")
    if ref.term:
        parts.append(f"(khóa {ref.term})")
    return " ".join(parts)
