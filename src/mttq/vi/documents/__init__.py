"""Citations of documents: "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị".

The Party writes `62-KL/TW`, the State and the Front `30/2020/NĐ-CP` and `16/KH-MTTQ-BTT`.  A symbol that is
written otherwise is recognised, put right in `symbol` and flagged; what the text does not say stays None.

The flags:
    no_symbol: a short citation ("Kết luận 62", "Luật Thanh tra").
    separators_swapped, separator_variant, missing_dash, spaces_in_code: `62/KL-TW`, `62/KL/TW` or
        `12/QĐ.MTTQ`, `62 KL/TW`, `62 - KL/TW`; all put right.
    leading_zero_dropped: `4/2020/TT-BNV`, put right.
    code_mixes_two_styles: `412/2017/NQ-UBTVQH14`, kept, for the right form cannot be known.
    year_missing_in_code, type_missing_in_code, code_truncated: `30/NĐ-CP`, "Tờ trình 126/SKHĐT",
        `102/2025/NQLT`.
    type_code_mismatch: "Kế hoạch 62-KL/TW"; the word decides.
    self_number: the number line of a document ("Số: 14/KH-UBND") rather than a citation of it.
    lower_case_type, colon_after_so, doubled_word, word_order, missing_space_before: "nghị quyết", "số: 62",
        "số số 62", "Thông tư số liên tịch", "vàNghị quyết".
    said_of_a_list: `217, 218-QĐ/TW ngày 12/12/2013`: symbol, date or issuer stand after the last of a list.
    date_invalid: the day does not exist, so `date` is None.
"""

from typing import Final

import attrs

from mttq.errors import DocumentFormatError, FieldError
from mttq.values.citations import DocumentRef
from mttq.vi._layout import lay_out

__all__ = ["citations_in", "find_documents", "format_document", "parse_document"]

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
    >>> ref.symbol, ref.date, ref.issuer, ref.flags
    ('62-KL/TW', datetime.date(2009, 12, 8), 'Bộ Chính trị', ('separators_swapped',))
    >>> parse_document("Quyết định 90 của Thủ tướng Chính phủ").flags
    ('no_symbol',)
    """
    found = find_documents(text)
    if not found:
        raise DocumentFormatError(
            text, "không thấy văn bản nào", "viết như “Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị”"
        )
    if len(found) > 1:
        raise DocumentFormatError(text, f"có {len(found)} văn bản", "dùng find_documents để đọc từng văn bản")
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
    from mttq.vi.documents._reading import read_citation

    found: list[tuple[DocumentRef, tuple[int, int]]] = []
    position = 0
    while head := HEAD.search(plain, position):
        citation = read_citation(plain, head)
        if citation is None:
            position = head.start() + 1
            continue
        ref, position = citation
        found.append((attrs.evolve(ref, raw=plain[head.start() : position]), (head.start(), position)))
    return share(found, plain)


def format_document(ref: DocumentRef) -> str:
    """Write a citation: day of two digits, a zero before the months 1 and 2 only.

    Raises:
        TypeError: what was given is no document.

    >>> format_document(parse_document("kết luận số 62/KL-TW (8/12/2009) của Bộ chính trị"))
    'Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị'
    """
    if not isinstance(ref, DocumentRef):
        raise FieldError(f"cần DocumentRef, không phải {ref!r}")
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
