"""Lists of documents under one word: "Quyết định số 217-QĐ/TW, 218-QĐ/TW ngày 12/12/2013".

What is said once is said of each document of the list: the kind at its head, the symbol, date, issuer and
term at its end.  Only documents of one series share them, those that do not repeat the word; where "số" is
repeated, each may have its own date.  "Quyết định số 1 và Quyết định số 2 ngày …" leaves the date of the
first open, but "… cùng ngày …" says it of both.
"""

import re
from itertools import pairwise
from typing import Final

import attrs

from mttq.values.citations import DocumentFlag, DocumentRef

__all__ = ["share"]

Found = tuple[DocumentRef, tuple[int, int]]

_BETWEEN: Final = re.compile(r"\s*(?:,|;|,?\s+và\s)\s*")
_WITHOUT_WORD: Final = re.compile("[0-9]|số ", re.IGNORECASE)
_SAME_DAY: Final = re.compile("cùng ngày ", re.IGNORECASE)
_SERIES: Final = re.compile("[0-9]+[a-zđ]?([/-].+)")


def share(found: list[Found], text: str) -> list[Found]:
    """Return the documents of a list, each with what is said of all of them.

    Args:
        found: citations in the order of the text, each with its place.
        text: the text in which they stand.
    """
    refs = [ref for ref, _ in found]
    listed = [
        _ends_early(ref) and _BETWEEN.fullmatch(text, end, start) is not None
        for (ref, (_, end)), (_, (start, _)) in pairwise(found)
    ]
    for place in reversed(range(len(listed))):  # from the end of a list, where most is said
        if listed[place]:
            refs[place] = _completed(refs[place], refs[place + 1])
    for place, in_list in enumerate(listed):  # from its head, where the kind is said
        first, later = refs[place], refs[place + 1]
        alike = first.kind in later.candidates and _series(first) == _series(later)
        if in_list and _WITHOUT_WORD.match(later.raw) and later.kind is None and alike:
            refs[place + 1] = attrs.evolve(later, kind=first.kind, candidates=())
    return [(ref, span) for ref, (_, span) in zip(refs, found, strict=True)]


def _ends_early(ref: DocumentRef) -> bool:
    """Return whether nothing is said of a document after its number or symbol."""
    last = re.split("[/-]", ref.symbol or ref.number or "")[-1]
    return bool(last) and re.sub(r"\s", "", ref.raw).endswith(last)


def _series(ref: DocumentRef) -> str | None:
    """Return what follows the number in a symbol, the year too."""
    found = _SERIES.fullmatch(ref.symbol or "")
    return found[1] if found else None


def _completed(ref: DocumentRef, later: DocumentRef) -> DocumentRef:
    shared = ref
    bare, series = later.raw[0].isdigit(), _series(later)
    in_series = series is not None and _series(ref) in (None, series) and (ref.symbol or ref.year is None)
    if bare and in_series and ref.symbol is None:
        flags = tuple(flag for flag in ref.flags if flag is not DocumentFlag.NO_SYMBOL)
        symbol = (ref.number or "").zfill(2) + str(series)
        shared = attrs.evolve(ref, symbol=symbol, year=later.year, flags=flags)
    same_day = _SAME_DAY.search(later.raw) or (bare and in_series)
    if same_day and later.date and shared.year in (None, later.date.year):
        shared = attrs.evolve(shared, date=later.date, year=later.date.year)
    if in_series and _WITHOUT_WORD.match(later.raw):
        shared = attrs.evolve(shared, issuer=ref.issuer or later.issuer, term=later.term)
    return ref if shared == ref else attrs.evolve(shared, flags=(*shared.flags, DocumentFlag.SAID_OF_A_LIST))
