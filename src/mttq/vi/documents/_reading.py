"""Reading one citation: the word for its kind, its number and symbol, and what follows them."""

import datetime as dt
import re
from typing import Final, NamedTuple

import attrs

from mttq.values.citations import DocumentFlag, DocumentKind, DocumentRef
from mttq.vi.documents._kinds import ISSUERS, JOINT, KIND_CODES, KIND_OF_WORD, LAWS, NORMATIVE, kinds_of
from mttq.vi.documents._patterns import (
    AMENDED,
    AMENDING,
    DATE,
    HEAD,
    ISSUER,
    LISTED,
    NUMBERED,
    OTHER_ISSUER,
    PLURAL,
    SHORT_FOLLOWERS,
    TERM,
    YEAR,
    other_issuer,
    united_issuers,
)
from mttq.vi.documents._symbols import Symbol
from mttq.vi.text import clean, fold

__all__ = ["read_citations"]

Kinds = tuple[DocumentKind, ...]

_KIND_OF_WORD: Final = {fold(word): kind for word, kind in KIND_OF_WORD.items()}
_NAMES_OF_KINDS: Final = tuple((fold(kind), kind) for kind in DocumentKind)
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
_AMENDS: Final = {DocumentKind.CODE, DocumentKind.LAW, DocumentKind.ORDINANCE}
_PLURAL_REACH: Final = 8  # letters before the word
_OF_A_PLENUM: Final = re.compile("nghị quyết (?:trung ương|t[wư]|hội nghị)", re.IGNORECASE)


Citation = tuple[DocumentRef, tuple[int, int]]


def read_citations(text: str, head: re.Match[str]) -> list[Citation]:
    """Read what begins at a head: a citation, several in a list of bare numbers, or none."""
    first = _read_citation(text, head)
    return _with_listed(text, first) if first else []


def _read_citation(text: str, head: re.Match[str]) -> Citation | None:
    end_of_title = _after_amended(text, head.end()) if head["amending"] else head.end()
    of_year = head["title"] and YEAR.match(text, end_of_title)  # "Luật Đất đai 2013" has no number
    number_end = end_of_title if of_year else len(text)
    numbered = next(
        NUMBERED.finditer(text, end_of_title, number_end)
    )  # it always matches, so there and at once
    if not head["title"] and not (numbered["number"] and (numbered["code"] or head["word"])):
        return None  # most heads are bare numbers, or words without one
    word = _Word.read(head, numbered)
    symbol = Symbol.read(numbered, word.kinds) if numbered["code"] else None
    kind, _, _ = _choose(word, symbol, None)
    tail = _Tail.read(text, numbered.end(), titled=bool(head["title"]) or kind in LAWS, united=kind in JOINT)
    if not _is_citation(head, numbered, word, symbol, tail):
        return None
    kind, candidates, mismatch = _choose(word, symbol, tail.issuer)
    title, end = clean(text[head.start() : end_of_title]) if head["title"] else None, tail.end
    if kind in _AMENDS and symbol and title is None and (amending := AMENDING.match(text, end)):
        end = _after_amended(text, amending.end())
        title = f"{kind} {clean(text[amending.start('amending') : end])}"
    ref = DocumentRef(
        raw=text[head.start() : end],
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
    return ref, (head.start(), end)


def _after_amended(text: str, end: int) -> int:
    """Return where the names of the laws end that a law amends; they are part of its own name."""
    while (joint := AMENDED.match(text, end)) and (law := HEAD.match(text, joint.end())) and law["title"]:
        end = law.end()
    return end


def _with_listed(text: str, first: Citation) -> list[Citation]:
    """Read the numbers that follow a bare one, of which all is said that is said after the last."""
    ref, (start, end) = first
    numbers = (
        _listed_numbers(text, start, end) if text[end - 1].isdigit() and not (ref.title or ref.symbol) else []
    )
    if not numbers:
        return [first]
    tail = _Tail.read(text, numbers[-1].end(), titled=False, united=False)
    told = attrs.evolve(ref, date=tail.date, year=tail.year, issuer=tail.issuer, term=tail.term)
    shared = (DocumentFlag.SAID_OF_A_LIST,) if tail.says_more else ()
    places = [(start, end), *(number.span("number") for number in numbers)]
    places[-1] = places[-1][0], tail.end
    return [
        (
            attrs.evolve(
                told,
                number=number,
                raw=text[slice(*place)],
                flags=(*ref.flags, *tail.flags, *(shared if place != places[-1] else ())),
            ),
            place,
        )
        for number, place in zip((ref.number, *(each["number"] for each in numbers)), places, strict=True)
    ]


def _listed_numbers(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the further numbers of a list: the last has a date or an issuer, or a plural or "và" shows it."""
    numbers: list[re.Match[str]] = []
    while number := LISTED.match(text, numbers[-1].end() if numbers else end):
        numbers.append(number)
    plural = PLURAL.search(text, max(0, start - _PLURAL_REACH), start)
    while numbers:
        last = numbers[-1]
        tail = _Tail.read(text, last.end(), titled=False, united=False)
        if tail.says_more or ((plural or last["last"]) and SHORT_FOLLOWERS.match(text, last.end())):
            break
        numbers.pop()
    return numbers


def _is_citation(
    head: re.Match[str], numbered: re.Match[str], word: "_Word", symbol: Symbol | None, tail: "_Tail"
) -> bool:
    """Recognise a citation: "Kết luận 62" is one, "Kế hoạch 5 năm" and "169/1.169" are not."""
    if head["title"]:
        return True
    if symbol:
        return bool(head["word"] or numbered["so"] or symbol.is_telling)
    if not numbered["number"] or not (word.kinds or word.code) or head["glued"] is not None:
        return False
    if numbered["so"] or numbered["year"] or tail.says_more:
        return True
    if word.kinds and _listed_numbers(head.string, head.start(), numbered.end()):
        return True
    return (
        not _CITED_SHORT.isdisjoint(word.kinds)
        and head["word"][0].isupper()
        and not re.fullmatch("(?:19|20)[0-9]{2}", numbered["number"])
        and SHORT_FOLLOWERS.match(head.string, numbered.end()) is not None
    )


def _kinds_named(folded: str) -> Kinds:
    return tuple(kind for name, kind in _NAMES_OF_KINDS if folded.startswith(name))


class _Word(NamedTuple):
    """The word before the number: the kind that it names or abbreviates, and what was irregular around it."""

    kinds: Kinds
    code: str
    flags: tuple[DocumentFlag, ...]

    @classmethod
    def read(cls, head: re.Match[str], numbered: re.Match[str]) -> "_Word":
        word, so = clean(head["word"] or ""), clean(numbered["so"] or "")
        if head["title"]:
            kinds: Kinds = _kinds_named(fold(head["title"]))
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

    Whether a document is joint ("liên tịch") the symbol knows better than the word, since it names the
    issuers.
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
    """Return whether a kind is one of others but for "liên tịch"."""
    return any(JOINT.get(kind, kind) == JOINT.get(other, other) for other in others)


def _issuer_by_title(title: str | None, kind: DocumentKind | None) -> str | None:
    if title and kind in _MADE_BY_ASSEMBLY:
        return ISSUERS["QH"]
    if title and kind is DocumentKind.ORDINANCE:
        return ISSUERS["UBTVQH"]
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
        while match := _next(text, end, patterns):
            name = next((name for name, pattern in patterns.items() if pattern is match.re), "issuer")
            del patterns[name]
            said[name], end = clean(match["said"]), match.end()
            if name == "issuer":
                said[name], end = _issuers(said[name], text, end, united=united)
            if text[end : end + 1] == ")" and "(" in text[start:end]:
                end += 1
        date, flags = _day(said.get("date"))
        year = date.year if date else int(said["year"]) if "year" in said else None
        return cls(end, date, year, said.get("issuer"), said.get("term"), flags)


def _next(text: str, end: int, patterns: dict[str, re.Pattern[str]]) -> re.Match[str] | None:
    found = next(filter(None, (pattern.match(text, end) for pattern in patterns.values())), None)
    if found is None and "issuer" in patterns and OTHER_ISSUER.match(text, end):
        return other_issuer().match(text, end)
    return found


def _issuers(first: str, text: str, end: int, *, united: bool) -> tuple[str, int]:
    names = [first]
    while united and (more := united_issuers().match(text, end)):
        names.append(clean(more["said"]))
        end = more.end()
    return ", ".join(_SPELLINGS.get(fold(name), name) for name in names), end


def _day(written: str | None) -> tuple[dt.date | None, tuple[DocumentFlag, ...]]:
    if not written:
        return None, ()
    day, month, year = map(int, re.findall("[0-9]+", written))
    try:
        return dt.date(year, month, day), ()
    except ValueError:
        return None, (DocumentFlag.DATE_INVALID,)
