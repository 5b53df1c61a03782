"""What a check gives back: findings with place and arithmetic; text is made last, from code and figures."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, overload

import attrs

from mttq import vi
from mttq.rules import Evidence, Figure, Rule, Severity, Suggestion, Term
from mttq.tables import Column, Lang, Table
from mttq.vi.formatting import rounded
from mttq.waivers import Waiver
from mttq.wording import Phrase, label, name_of, words

__all__ = ["Comparison", "Counts", "Finding", "Findings", "Waiver"]

_ASKED: Final = {"=": "≟", "≤": "≤?", "<": "<?", "≥": "≥?", ">": ">?"}


@attrs.frozen
class Counts:
    """How the judgements of one rule ended."""

    passed: int = 0
    failed: int = 0
    not_applicable: int = 0
    not_verifiable: int = 0


@attrs.frozen(kw_only=True)
class Finding:
    """One breach of one rule, with its place and its arithmetic (kết quả đối chiếu).

    Args:
        rule: the rule.
        path: the address of the figure that is called into question.
        place: the same in Vietnamese, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"; with the unit before it where
            several reports were judged together.  A `Phrase` of mttq's own is said in English too.
        args: the figures of the message.
        evidence: the arithmetic, where there is one.
        expected: what should stand there, where that is known.
        actual: what stands there.
        related: the places of the other figures involved.
        suggestions: possible repairs, shown and never applied.
        waiver: the decision that accepts the breach, if there is one.
        unit: on which unit the report is, "xã Trung Sơn, huyện A Lưới".
    """

    rule: Rule
    path: str
    place: str
    args: Mapping[str, Figure | tuple[str, ...]] = attrs.field(hash=False)
    evidence: Evidence | None = None
    expected: Figure | None = None
    actual: Figure | None = None
    related: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    waiver: Waiver | None = None
    unit: str = ""

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How bad the breach is."""
        return self.rule.severity

    @property
    def title(self) -> str:
        """What the rule demands, in Vietnamese."""
        return self.rule.title

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return self.render()

    @property
    def fingerprint(self) -> str:
        """A name of the finding that stays the same when figures change: of rule, unit and path."""
        return _hash(self.code, self.unit, self.path)

    @property
    def value_hash(self) -> str:
        """A name of the figures: another one as soon as one of them changes."""
        terms = (*self.evidence.left, *self.evidence.right) if self.evidence else ()
        figures = (self.actual, self.expected, *self.args.values(), *(term.value for term in terms))
        return _hash(*("" if figure is None else _shown(figure, "vi") for figure in figures))

    def waive(self, reason: str, expires: dt.date | None = None) -> Waiver:
        """Accept this breach: of this unit, at this path, as long as the figures stay what they are.

        Args:
            reason: why it is accepted.
            expires: the date of the last report for which the waiver holds; without end, if None.

        Raises:
            ValueError: no reason is given.
        """
        return Waiver(
            code=self.code,
            reason=reason,
            path=self.path,
            expires=expires,
            unit=self.unit,
            value_hash=self.value_hash,
        )

    def render(self, lang: Lang = "vi") -> str:
        """Say in one sentence what is wrong."""
        _, message = self.rule.words(lang)
        return message.format_map({name: _shown(value, lang) for name, value in self.args.items()})

    def arithmetic(self, lang: Lang = "vi") -> str:
        """Show the arithmetic: "15 ≟ 10 (hội nghị) + 15 (văn bản) + 0 (đối thoại) = 25, lệch 10"."""
        if self.evidence is None:
            return ""
        left, right = self.evidence.left, self.evidence.right
        off, total = self.evidence.residual, sum((Fraction(term.value) for term in right), Fraction(0))
        decimals = _telling_decimals(off + total, total)
        asked = _ASKED[self.evidence.relation]
        shown = f"{_sum_text(left, decimals, lang)} {asked} {_sum_text(right, decimals, lang)}"
        if len(right) > 1:
            shown += f" = {_digits(total, decimals)}"
        return f"{shown}, {words(lang)['off']} {_digits(abs(off), decimals)}"

    def explain(self, lang: Lang = "vi") -> str:
        """Say all that is known: title, place, message, arithmetic, basis, suggestions."""
        title, _ = self.rule.words(lang)
        lines = [
            f"{self.code} · {name_of(self.severity, lang)} · {title}",
            label(self.place, lang),
            f"{self.render(lang)}.",
            self.arithmetic(lang),
            *(f"{words(lang)['suggestion']}: {_suggestion_text(item, lang)}" for item in self.suggestions),
            f"{words(lang)['basis']}: {self.rule.basis.render(lang)}",
            words(lang)["request"],
        ]
        return "\n".join(line for line in lines if line)

    def as_dict(self, lang: Lang = "vi") -> dict[str, str | list[str] | None]:
        """Give the finding as JSON-ready data; the digits of figures are in Vietnamese notation."""
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "title": self.rule.words(lang)[0],
            "message": self.render(lang),
            "unit": self.unit,
            "path": self.path,
            "place": label(self.place, lang),
            "expected": None if self.expected is None else _shown(self.expected, lang),
            "actual": None if self.actual is None else _shown(self.actual, lang),
            "arithmetic": self.arithmetic(lang) or None,
            "suggestions": [_suggestion_text(item, lang) for item in self.suggestions],
            "related": [label(place, lang) for place in self.related],
            "waived": None if self.waiver is None else self.waiver.reason,
            "fingerprint": self.fingerprint,
        }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _telling_decimals(left: Fraction, right: Fraction) -> int:
    """Give how many decimals tell two figures apart: two, or more where they differ by less."""
    decimals = 2
    while left != right and (
        rounded(left, decimals) == rounded(right, decimals) or not rounded(left - right, decimals)
    ):
        decimals += 1
    return decimals


def _digits(value: int | Decimal | Fraction, decimals: int) -> str:
    return vi.format_figure(rounded(value, decimals) if isinstance(value, Fraction) else value)


def _sum_text(terms: tuple[Term, ...], decimals: int, lang: Lang) -> str:
    if len(terms) == 1:
        return _digits(terms[0].value, decimals)
    return " + ".join(f"{_digits(term.value, decimals)} ({label(term.label, lang)})" for term in terms)


def _shown(value: Figure | tuple[str, ...], lang: Lang) -> str:
    """Write what a message shows; words of ours are said in the language, quoted ones stay."""
    if isinstance(value, tuple):
        return vi.format_list([_shown(item, lang) for item in value], lang=lang)
    return label(value, lang) if isinstance(value, Phrase) else vi.format_figure(value, lang)


def _suggestion_text(item: Suggestion, lang: Lang) -> str:
    old, new = ("—" if value is None else _shown(value, lang) for value in (item.old, item.new))
    reason = f" ({label(item.reason, lang)})" if item.reason else ""
    return f"{label(item.place, lang)}: {old} → {new}{reason}"


@attrs.frozen(kw_only=True)
class Findings:
    """What the rules found, the gravest first; empty is false.

    Args:
        found: the findings that are not waived.
        waived: those that are.
        counts: by code, how the judgements ended.
    """

    found: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    counts: Mapping[str, Counts] = attrs.field(factory=dict, hash=False)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice | str) -> tuple[Finding, ...]: ...
    def __getitem__(self, key: int | slice | str) -> Finding | tuple[Finding, ...]:
        """Give the finding at a position, or all findings of a code."""
        if isinstance(key, str):
            return tuple(finding for finding in self.found if finding.code == key)
        return self.found[key]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What cannot be true."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is probably wrong."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """What deserves a look."""
        return self._of(Severity.INFO)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.severity is severity)

    def compare(self, earlier: "Findings") -> "Comparison":
        """Say what is new, what is the same and what was set right since an earlier check.

        Findings are told apart by their fingerprints.  One that was waived is neither new nor set right; one
        whose rule did not judge this time is not set right either, for nobody looked.
        """
        before = {finding.fingerprint for finding in (*earlier.found, *earlier.waived)}
        now = {finding.fingerprint for finding in (*self.found, *self.waived)}
        gone = [finding for finding in earlier.found if finding.fingerprint not in now]
        ended = {(finding.unit, finding.path) for finding in self["MTQ999"]}  # rules that broke down
        judged = [
            finding.code in self.counts and not {(finding.unit, finding.code), ("", finding.code)} & ended
            for finding in gone
        ]
        return Comparison(
            new=tuple(finding for finding in self.found if finding.fingerprint not in before),
            same=tuple(finding for finding in self.found if finding.fingerprint in before),
            fixed=tuple(finding for finding, known in zip(gone, judged, strict=True) if known),
            not_judged=tuple(finding for finding, known in zip(gone, judged, strict=True) if not known),
        )

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Give the findings as one table: code, severity, place, message with arithmetic."""
        return (_table("findings", self.found, lang),)

    def rows(self, lang: Lang = "vi") -> list[dict[str, str | None]]:
        """Give findings, then the waived ones, as flat rows for a spreadsheet or a data frame.

        The columns are the keys of `Finding.as_dict`; several suggestions or places stand in one cell.
        """
        return [
            {
                name: "; ".join(value) if isinstance(value, list) else value
                for name, value in finding.as_dict(lang).items()
            }
            for finding in (*self.found, *self.waived)
        ]

    def to_json(self, lang: Lang = "vi") -> str:
        """Give findings, waived findings and counts as JSON text."""
        data = {
            "findings": [finding.as_dict(lang) for finding in self.found],
            "waived": [finding.as_dict(lang) for finding in self.waived],
            "counts": {code: attrs.asdict(counts) for code, counts in self.counts.items()},
        }
        return json.dumps(data, ensure_ascii=False, indent=2)

    def _repr_html_(self) -> str:
        return "\n".join(table.render("html") for table in self.tables())


def _table(title: str, found: tuple[Finding, ...], lang: Lang) -> Table:
    rows = tuple(
        (
            finding.code,
            name_of(finding.severity, lang),
            label(finding.place, lang),
            ": ".join(filter(None, (finding.render(lang), finding.arithmetic(lang)))),
        )
        for finding in found
    )
    said = words(lang)
    columns = tuple(Column(said[key]) for key in ("code", "severity", "place", "message"))
    return Table(title=said[title], columns=columns, rows=rows, empty=said["findings.none"])


@attrs.frozen(kw_only=True)
class Comparison:
    """Two checks beside each other.

    Args:
        new: found now, not before.
        same: found now and before, perhaps with other figures.
        fixed: found before, not now.
        not_judged: found before by a rule that did not judge now.
    """

    new: tuple[Finding, ...] = ()
    same: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    not_judged: tuple[Finding, ...] = ()

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Give a table each of what is new, the same and set right, and of what was not judged, if any."""
        tables = (
            _table("comparison.new", self.new, lang),
            _table("comparison.same", self.same, lang),
            _table("comparison.fixed", self.fixed, lang),
        )
        return (
            (*tables, _table("comparison.not_judged", self.not_judged, lang)) if self.not_judged else tables
        )

    def _repr_html_(self) -> str:
        return "\n".join(table.render("html") for table in self.tables())
