"""Reading one citation: the word for its kind, its number and symbol, and what follows them."""

import datetime as dt
import re
from typing import Final, NamedTuple

from mttq.errors import DateFormatError
from mttq.values.citations import DocumentFlag, DocumentKind, DocumentRef
from mttq.vi.dates import parse_date
from mttq.vi.documents._kinds import ISSUERS, JOINT, KIND_CODES, KIND_OF_WORD, NORMATIVE, kinds_of
from mttq.vi.documents._patterns import (
    AMENDED,
    AMENDING,
    DATE,
    HEAD,
    ISSUER,
    NUMBERED,
    SHORT_FOLLOWERS,
    TERM,
    YEAR,
    united_issuers,
)
from mttq.vi.documents._symbols import Symbol
from mttq.vi.text import clean, fold

__all__ = ["read_citation"]

Kinds = tuple[DocumentKind, ...]

_KIND_OF_WORD: Final = {fold(word): kind for word, kind in KIND_OF_WORD.items()}
_CODE_OF_ISSUER: Final = {fold(name): code for code, name in ISSUERS.items()}
_CENTRAL_COMMITTEE: Final = "Ban Chấp hành Trung ương Đảng"
_SPELLINGS: Final = {
    **{fold(name): name for name in (*ISSUERS.values(), "Bộ Chính trị", "Ban Bí thư", _CENTRAL_COMMITTEE)},
    **{fold(f"BCH {centre} Đảng"): _CENTRAL_COMMITTEE for centre in ("TW", "TƯ", "Trung ương")},
}
_MADE_BY_ASSEMBLY: Final = {DocumentKind.CONSTITUTION, DocumentKind.CODE, DocumentKind.LAW}
_CITED_SHORT: Final[set[DocumentKind]] = {
    *NORMATIVE,
    DocumentKind.CONCLUSION,
    DocumentKind.DECISION,
    DocumentKind.DIRECTIVE,
    DocumentKind.GUIDANCE,
    DocumentKind.REGULATION,
    DocumentKind.RESOLUTION,
}
_OF_A_PLENUM: Final = re.compile("nghị quyết (?:trung ương|hội nghị)", re.IGNORECASE)


def read_citation(text: str, head: re.Match[str]) -> tuple[DocumentRef, int] | None:
    """Read the citation that begins at a head and tell where it ends; None where there is none."""
    numbered = next(NUMBERED.finditer(text, head.end()))  # it always matches, so there and at once
    word = _Word.read(head, numbered)
    symbol = Symbol.read(numbered, word.kinds) if numbered["code"] else None
    kind, _, _ = _choose(word, symbol, None)
    tail = _Tail.read(text, numbered.end(), titled=bool(head["title"]), united=kind in JOINT)
    if not _is_citation(head, numbered, word, symbol, tail):
        return None
    kind, candidates, mismatch = _choose(word, symbol, tail.issuer)
    title = clean(head["title"]) if head["title"] else None
    ref = DocumentRef(
        raw="",
        kind=kind,
        title=title,
        number=numbered["number"],
        year=int(numbered["year"]) if numbered["year"] else tail.year,
        symbol=symbol.text if symbol else None,
        issuer=tail.issuer or (symbol.issuer if symbol else None) or _issuer_by_title(title, kind),
        term=tail.term,
        date=tail.date,
        candidates=candidates,
        flags=(*word.flags, *(symbol.flags if symbol else (DocumentFlag.NO_SYMBOL,)), *mismatch, *tail.flags),
    )
    return ref, tail.end


def _is_citation(
    head: re.Match[str], numbered: re.Match[str], word: "_Word", symbol: Symbol | None, tail: "_Tail"
) -> bool:
    """Tell a citation from plain words: "Kết luận 62" is one, "Kế hoạch 5 năm" and "169/1.169" are not."""
    if head["title"]:
        return True
    if symbol:
        return bool(head["word"] or numbered["so"] or symbol.is_telling)
    if not numbered["number"] or not (word.kinds or word.code) or head["glued"] is not None:
        return False
    if numbered["so"] or numbered["year"] or tail.says_more:
        return True
    return (
        not _CITED_SHORT.isdisjoint(word.kinds)
        and head["word"][0].isupper()
        and not re.fullmatch("(?:19|20)[0-9]{2}", numbered["number"])
        and SHORT_FOLLOWERS.match(head.string, numbered.end()) is not None
    )


class _Word(NamedTuple):
    """The word before the number: the kind that it names or abbreviates, and what was irregular around it."""

    kinds: Kinds
    code: str
    flags: tuple[DocumentFlag, ...]

    @classmethod
    def read(cls, head: re.Match[str], numbered: re.Match[str]) -> "_Word":
        word, so = clean(head["word"] or ""), clean(numbered["so"] or "")
        if head["title"]:
            kinds: Kinds = tuple(kind for kind in DocumentKind if fold(head["title"]).startswith(fold(kind)))
        elif numbered["slip"]:  # "Thông tư số liên tịch 02/2002/…"
            kinds = tuple(joint for joint, single in JOINT.items() if fold(single) == fold(word))
        else:
            kinds = tuple(filter(None, [_KIND_OF_WORD.get(fold(word))]))
        flags = {
            DocumentFlag.MISSING_SPACE_BEFORE: head["glued"] is not None,
            DocumentFlag.LOWER_CASE_TYPE: bool(kinds) and word[:1].islower(),
            DocumentFlag.SELF_NUMBER: bool(so) and not word and not head["title"],
            DocumentFlag.COLON_AFTER_SO: so.endswith(":") and bool(word),
            DocumentFlag.DOUBLED_WORD: fold(so).count("số") > 1,
            DocumentFlag.WORD_ORDER: numbered["slip"] is not None,
        }
        return cls(
            kinds, word if word in KIND_CODES else "", tuple(flag for flag, found in flags.items() if found)
        )


def _choose(
    word: _Word, symbol: Symbol | None, issuer: str | None
) -> tuple[DocumentKind | None, Kinds, tuple[DocumentFlag, ...]]:
    """Choose the kind: the word decides, then the symbol with the issuer; what stays open is listed.

    Whether a document is joint ("liên tịch") the symbol knows better than the word, for it names the issuers.
    """
    by_word = word.kinds
    by_symbol = symbol.kinds if symbol else kinds_of(word.code, "")
    if len(by_symbol) > 1 and issuer and not by_word:
        code = symbol.kind_code if symbol else word.code
        by_symbol = kinds_of(code, _CODE_OF_ISSUER.get(fold(issuer), "")) or by_symbol
    flags: tuple[DocumentFlag, ...] = ()
    allowed = tuple(kind for kind in by_symbol if kind in by_word)
    if not allowed and by_word and symbol:
        typed = symbol.kind_code or symbol.legislative
        flags = (DocumentFlag.TYPE_CODE_MISMATCH if typed else DocumentFlag.TYPE_MISSING_IN_CODE,)
        allowed = tuple(kind for kind in by_symbol if _twins(kind, by_word))
    allowed = allowed or by_word or by_symbol
    return (allowed[0], (), flags) if len(allowed) == 1 else (None, allowed, flags)


def _twins(kind: DocumentKind, others: Kinds) -> bool:
    """Tell whether a kind is one of others but for "liên tịch"."""
    return any(JOINT.get(kind, kind) == JOINT.get(other, other) for other in others)


def _issuer_by_title(title: str | None, kind: DocumentKind | None) -> str | None:
    if title and kind in _MADE_BY_ASSEMBLY:
        return ISSUERS["QH"]
    return _CENTRAL_COMMITTEE if title and _OF_A_PLENUM.match(title) else None


class _Tail(NamedTuple):
    """What follows the symbol: date, issuer and term of office in any order, each once."""

    end: int
    date: dt.date | None
    year: int | None
    issuer: str | None
    term: str | None
    flags: tuple[DocumentFlag, ...]

    @property
    def says_more(self) -> bool:
        return bool(self.date or self.issuer or self.term)

    @classmethod
    def read(cls, text: str, start: int, *, titled: bool, united: bool) -> "_Tail":
        patterns = {"date": DATE, "term": TERM, "issuer": ISSUER} | ({"year": YEAR} if titled else {})
        said: dict[str, str] = {}
        end = start
        while match := next(filter(None, (pattern.match(text, end) for pattern in patterns.values())), None):
            name = next(name for name, pattern in patterns.items() if pattern is match.re)
            del patterns[name]
            said[name], end = clean(match["said"]), match.end()
            if name == "issuer":
                said[name], end = _issuers(said[name], text, end, united=united)
            if text[end : end + 1] == ")" and "(" in text[start:end]:
                end += 1
        date, flags = _day(said.get("date"))
        year = date.year if date else int(said["year"]) if "year" in said else None
        return cls(end, date, year, said.get("issuer"), said.get("term"), flags)


def _issuers(first: str, text: str, end: int, *, united: bool) -> tuple[str, int]:
    names = [first]
    while united and (more := united_issuers().match(text, end)):
        names.append(clean(more["said"]))
        end = more.end()
    return ", ".join(_SPELLINGS.get(fold(name), name) for name in names), end


def _day(written: str | None) -> tuple[dt.date | None, tuple[DocumentFlag, ...]]:
    try:
        return (parse_date(written), ()) if written else (None, ())
    except DateFormatError:
        return None, (DocumentFlag.DATE_INVALID,)
