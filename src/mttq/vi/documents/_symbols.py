"""The symbol of a document corrected: `62/KL-TW` is `62-KL/TW`, and flags say what was irregular."""

import re
from typing import Final, NamedTuple

from mttq.values.citations import DocumentFlag, DocumentKind
from mttq.vi.documents._kinds import (
    BOARDS,
    ISSUERS,
    JOINT,
    KIND_CODES,
    LEGISLATORS,
    NORMATIVE,
    centred,
    is_front,
    is_known,
    kinds_of,
    numbers_as_party,
    parted,
)

__all__ = ["Symbol"]


_MARK: Final = r"[/-]|\.(?![ƯW])"


class Symbol(NamedTuple):
    """A corrected symbol: its parts, and what was irregular about it."""

    text: str
    kind_code: str
    issuer_codes: tuple[str, ...]
    flags: tuple[DocumentFlag, ...]

    @classmethod
    def read(cls, numbered: re.Match[str], said: tuple[DocumentKind, ...]) -> "Symbol":
        """Read what `NUMBERED` found, number and code, after a word that says these kinds."""
        code = re.sub(r"\s", "", numbered["code"])
        dash_missing = code[0] not in "/-"
        spaces = " " in (numbered["code"].lstrip() if dash_missing else numbered["code"])
        marks, written = re.findall(_MARK, code), re.split(_MARK, code if dash_missing else code[1:])
        parts, glued = _parted([centred(part) for part in written])
        if split_joint := parts[:2] == ["NQ", "LT"]:
            parts[:2], marks[1:2] = ["NQLT"], []
        no_agreement = bool(said) and DocumentKind.AGREEMENT not in said  # which BTT stands for, too
        kind_code = (
            "" if no_agreement and _is_swapped(parts, 0) else parts[0] if parts[0] in KIND_CODES else ""
        )
        place = int(bool(kind_code))
        if swapped := _is_swapped(parts, place):
            parts[place : place + 2] = reversed(parts[place : place + 2])
        issuers = tuple(part.rstrip("0123456789").replace("&", "") for part in parts[bool(kind_code) :])
        number = numbered["number"].zfill(2) if numbered["number"].isdigit() else numbered["number"]
        year = numbered["year"]

        party = bool(kind_code and issuers) and numbers_as_party(
            issuers[0], printed="".join(marks[:2]) == "-/"
        )
        right = ["-", "/"] if party else ["/", "/" if kind_code == "TTLT" and marks[1:2] == ["/"] else "-"]
        right = [*right, *["-"] * len(parts)][: len(parts)]
        marks = right[:1] + marks if dash_missing else marks
        for place in glued:
            marks.insert(place, right[place])
        flags = {
            DocumentFlag.MISSING_DASH: dash_missing,
            DocumentFlag.SPACES_IN_CODE: spaces,
            DocumentFlag.PARTS_GLUED: bool(glued),
            DocumentFlag.PARTS_SWAPPED: swapped,
            DocumentFlag.CENTRE_VARIANT: any(part != centred(part) for part in written),
            DocumentFlag.SEPARATORS_SWAPPED: marks != right and marks[:2] == right[1::-1],
            DocumentFlag.SEPARATOR_VARIANT: split_joint or (marks != right and marks[:2] != right[1::-1]),
            DocumentFlag.LEADING_ZERO_DROPPED: number != numbered["number"],
            DocumentFlag.CODE_MIXES_TWO_STYLES: bool(year) and (party or _mixes_styles(kind_code, issuers)),
            DocumentFlag.YEAR_MISSING_IN_CODE: not year and _needs_year(kind_code, issuers),
            DocumentFlag.CODE_TRUNCATED: bool(kind_code) and not issuers,
        }
        text = "".join(
            (number, "/" if year else "", year or "", *(m + p for m, p in zip(right, parts, strict=True)))
        )
        return cls(text, kind_code, issuers, tuple(flag for flag, found in flags.items() if found))

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """What the symbol says the document may be."""
        issuer = self.issuer_codes[0] if self.issuer_codes else ""
        if self.kind_code:
            return kinds_of(self.kind_code, issuer)
        return LEGISLATORS.get(issuer, (DocumentKind.OFFICIAL_LETTER,) if is_known(issuer) else ())

    @property
    def legislative(self) -> bool:
        """Whether the National Assembly or its Standing Committee numbered it, without a kind."""
        return not self.kind_code and self.issuer_codes[0] in LEGISLATORS

    @property
    def is_telling(self) -> bool:
        """Whether the symbol alone, without a word or "số" before it, must be one."""
        return bool(self.kind_code and self.issuer_codes) or self.legislative

    @property
    def issuer(self) -> str | None:
        """Who issued it, where the symbol says so for certain."""
        if set(self.kinds) & JOINT.keys():
            names = [ISSUERS.get(code) for code in self.issuer_codes]
            return ", ".join(name for name in names if name) if names and all(names) else None
        return ISSUERS.get("-".join(self.issuer_codes[:2])) or ISSUERS.get("".join(self.issuer_codes[:1]))


def _parted(codes: list[str]) -> tuple[list[str], list[int]]:
    """Split what was written without a mark; return before which parts a mark is missing."""
    parts: list[str] = []
    glued: list[int] = []
    for code in codes:
        first, *rest = parted(code)
        parts.append(first)
        if rest:
            glued.append(len(parts))
            parts += rest
    return parts, glued


def _is_swapped(parts: list[str], place: int) -> bool:
    """Return whether a board stands before the Front committee that it belongs to: KH-BTT-MTTQ."""
    pair = parts[place : place + 2]
    return len(pair) == 2 and pair[0] in BOARDS and is_front(pair[1])  # noqa: PLR2004


def _mixes_styles(kind_code: str, issuers: tuple[str, ...]) -> bool:
    """834/NQ-UBTVQH14 carries a kind, 101/2025/UBTVQH15 a year; no symbol carries both."""
    return kind_code == "NQ" and issuers[:1] in (("UBTVQH",), ("QH",))


def _needs_year(kind_code: str, issuers: tuple[str, ...]) -> bool:
    if not kind_code:
        return issuers[0] in LEGISLATORS
    return set(kinds_of(kind_code, "".join(issuers[:1]))) <= NORMATIVE
