"""The symbol of a document put right: `62/KL-TW` is `62-KL/TW`, and what was irregular is told by flags."""

import re
from typing import NamedTuple

from mttq.values.citations import DocumentKind
from mttq.vi.documents._kinds import (
    ISSUERS,
    JOINT,
    KIND_CODES,
    LEGISLATORS,
    NORMATIVE,
    is_known,
    kinds_of,
    numbers_as_party,
)

__all__ = ["Symbol"]


class Symbol(NamedTuple):
    """A symbol put right: its parts, and what was irregular about it."""

    text: str
    kind_code: str
    issuer_codes: tuple[str, ...]
    flags: tuple[str, ...]

    @classmethod
    def read(cls, numbered: re.Match[str]) -> "Symbol":
        """Read what `_patterns.NUMBERED` found, number and code."""
        code = re.sub(r"\s", "", numbered["code"])
        dash_missing = code[0] not in "/-"
        spaces = re.search(r"\s", numbered["code"].lstrip() if dash_missing else numbered["code"])
        marks, parts = re.findall("[/.-]", code), re.split("[/.-]", code if dash_missing else code[1:])
        split_joint = parts[:2] == ["NQ", "LT"]
        if split_joint:
            parts[:2], marks[1:2] = ["NQLT"], []
        kind_code = parts[0] if parts[0] in KIND_CODES else ""
        issuers = tuple(part.rstrip("0123456789").replace("&", "") for part in parts[bool(kind_code) :])
        number = numbered["number"].zfill(2) if numbered["number"].isdigit() else numbered["number"]
        year = numbered["year"]

        party = bool(kind_code and issuers) and numbers_as_party(
            issuers[0], printed="".join(marks[:2]) == "-/"
        )
        right = ["-", "/"] if party else ["/", "/" if kind_code == "TTLT" and marks[1:2] == ["/"] else "-"]
        right = [*right, *["-"] * len(parts)][: len(parts)]
        marks = right[:1] + marks if dash_missing else marks
        flags = {
            "missing_dash": dash_missing,
            "spaces_in_code": spaces is not None,
            "separators_swapped": marks != right and marks[:2] == right[1::-1],
            "separator_variant": split_joint or (marks != right and marks[:2] != right[1::-1]),
            "leading_zero_dropped": number != numbered["number"],
            "code_mixes_two_styles": bool(year) and (party or _mixes_styles(kind_code, issuers)),
            "year_missing_in_code": not year and _needs_year(kind_code, issuers),
            "code_truncated": bool(kind_code) and not issuers,
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


def _mixes_styles(kind_code: str, issuers: tuple[str, ...]) -> bool:
    """834/NQ-UBTVQH14 carries a kind, 101/2025/UBTVQH15 a year; no symbol carries both."""
    return kind_code == "NQ" and issuers[:1] in (("UBTVQH",), ("QH",))


def _needs_year(kind_code: str, issuers: tuple[str, ...]) -> bool:
    if not kind_code:
        return issuers[0] in LEGISLATORS
    return set(kinds_of(kind_code, "".join(issuers[:1]))) <= NORMATIVE
