"""One finding: its place, its words and its arithmetic; text is made last, from code and figures."""

import datetime as dt
import operator
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from mttq import vi
from mttq._names.former import former_arguments
from mttq.checking._identities import figures_of
from mttq.checking._printed import printed_hash
from mttq.checking._unread import Lot, Unread
from mttq.checking._waivers import Waiver
from mttq.rules import Basis, Evidence, Figure, Rule, Severity, Suggestion, Term
from mttq.rules._kit.identity import Identity, canonical
from mttq.rules._kit.judgements import shown as _shown
from mttq.tables import Lang, Shown
from mttq.values.figures import rounded
from mttq.wording import label, name_of, words
from mttq.wording._unicode import printable

__all__ = ["Finding", "unread_finding"]

_put: Final = object.__setattr__  # findings are frozen
_OF_BREACH: Final = frozenset(("path", "args", "evidence", "expected", "actual"))
_OF_UNREAD: Final = frozenset(("place", "related", "suggestions", "unit", "traceback", "involved"))
_RELATIONS: Final = {  # what should hold, how it is asked of left minus right, and what holds if it does not
    "=": (operator.eq, "≠"),
    "≤": (operator.le, ">"),
    "<": (operator.lt, "≥"),
    "≥": (operator.ge, "<"),
    ">": (operator.gt, "≤"),
}


def _printable_lines(text: str) -> str:
    return printable(text, lines=True)


class _Checked(Shown):
    """What a check leaves to be made when it is read."""

    __slots__ = ("lot", "number")

    if TYPE_CHECKING:  # the fields are known
        lot: Lot
        number: int
    else:

        def __getattr__(self, name: str) -> object:
            """Make a field that is read for the first time; of a finding that no check made all are there."""
            if name == "identity":  # which depends on all that is found
                return self.lot.identity_of(self.number)
            if name in _OF_BREACH:
                breach = self.lot.unread[self.number].breach
                for field in _OF_BREACH:  # who reads one reads others
                    _put(self, field, getattr(breach, field))
            elif name in _OF_UNREAD:
                _put(self, name, getattr(self.lot.unread[self.number], name))
            else:
                raise AttributeError(f"'Finding' object has no attribute {name!r}", name=name, obj=self)
            return getattr(self, name)


@attrs.frozen(kw_only=True)
class Finding(_Checked):
    """One breach of one rule, with its place and its arithmetic (kết quả đối chiếu).

    Args:
        rule: the rule.
        path: the address of the figure that is called into question.
        place: the same in Vietnamese, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"; with the unit before it where
            several reports were judged together.  A `Phrase` of mttq's own is said in English too.
        args: the figures of the message.
        evidence: the arithmetic, where there is one.
        basis: the text by which it was judged, that of the day of the figures, arithmetic, or
            practice; the first of the rule, if it is not given.
        expected: the value expected there, where that is known.
        actual: the value that was found.
        related: the places of the other figures involved.
        suggestions: possible repairs, shown and never applied.
        waiver: the decision that accepts the breach, if there is one.
        unit: on which unit the report is, "xã Trung Sơn, huyện A Lưới".
        traceback: where a rule broke down, as Python shows it (MTQ999); otherwise empty.
        identity: by what it is known again, the rule apart; unit and path, if None.
        involved: the figures that the breach names by their places, each with its value.
    """

    rule: Rule
    path: str
    place: str = attrs.field(converter=printable)
    args: Mapping[str, Figure | tuple[Figure, ...]] = attrs.field(hash=False)
    basis: Basis = attrs.field(default=attrs.Factory(lambda self: self.rule.basis, takes_self=True))
    evidence: Evidence | None = None
    expected: Figure | None = None
    actual: Figure | None = None
    related: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    waiver: Waiver | None = None
    unit: str = ""
    traceback: str = attrs.field(default="", converter=_printable_lines)
    identity: Identity | None = None
    involved: tuple[tuple[str, object], ...] = attrs.field(default=(), hash=False)

    def __repr__(self) -> str:
        return f"<Finding {self.code}, {name_of(self.severity)}, {self.place or self.path}: {self.render()}>"

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How bad the breach is, by its basis."""
        return self.rule.severity_by(self.basis)

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
        """A name of the finding that stays when figures change: of rule, unit and the thing it is about.

        It stays too when other things are inserted, reordered or spelled otherwise.
        """
        return self.known_by.fingerprint(self.code)

    def goes_by(self, fingerprint: str) -> bool:
        """Return whether a fingerprint names it, also one made where another unit had the same name."""
        return fingerprint in (self.fingerprint, self.known_by.fingerprint(self.code, with_code=True))

    @property
    def known_by(self) -> Identity:
        """By what it is known again; one that no check made is known by unit and path."""
        return self.identity or Identity(unit=canonical(self.unit), thing=self.path)

    @property
    def figures(self) -> Mapping[str, str]:
        """The figures by their names, in a form that neither wording nor notation changes.

        `actual` and `expected`; in braces what the message shows, by the names in its wording; and a hash of
        all others that are `involved`: the terms of the arithmetic, or the values at the places named.
        """
        return figures_of(self.args, self.actual, self.expected, self.involved)

    @property
    def value_hash(self) -> str:
        """A name of the figures as mttq 0.1 printed them; its waivers hold it (see `figures`)."""
        terms = (*self.evidence.left, *self.evidence.right) if self.evidence else ()
        figures = (self.actual, self.expected)
        return printed_hash(self.code, self.args, figures, (term.value for term in terms))

    def waive(self, reason: str, expires: dt.date | None = None) -> Waiver:
        """Accept this breach: of this thing in this unit, as long as the figures stay what they are.

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
            fingerprint=self.fingerprint,
            figures=tuple(f"{name}={value}" for name, value in self.figures.items()),
        )

    @former_arguments("0.2", "lang")
    def render(self, *, lang: Lang = "vi") -> str:
        """Say in one sentence what is wrong."""
        return printable(self.rule.say(self.args, lang=lang))

    @former_arguments("0.2", "lang")
    def arithmetic(self, *, lang: Lang = "vi") -> str:
        """Show the arithmetic, with the relation that was found.

        "15 ≠ 10 (hội nghị) + 15 (văn bản) + 0 (đối thoại) = 25, chênh lệch 10".  A figure that stands at the
        place of the finding needs no label; every other keeps its own.
        """
        if self.evidence is None:
            return ""
        left, right = self.evidence.left, self.evidence.right
        off, total = self.evidence.residual, sum((Fraction(term.value) for term in right), Fraction(0))
        decimals = _telling_decimals(off + total, total)
        shown = _digits(left[0].value, decimals) if self._is_here(left) else _sum_text(left, decimals, lang)
        shown += f" {_relation_found(self.evidence)} {_sum_text(right, decimals, lang)}"
        if len(right) > 1:
            shown += f" = {_digits(total, decimals)}"
        return printable(f"{shown}, {words(lang)['off']} {_digits(abs(off), decimals)}")

    def _is_here(self, terms: tuple[Term, ...]) -> bool:
        return len(terms) == 1 and terms[0].path == self.path

    @former_arguments("0.2", "lang")
    def explain(self, *, lang: Lang = "vi") -> str:
        """Say all that is known: title, place, message, arithmetic, related places, suggestions, basis."""
        title, _ = self.rule.words(lang)
        lines = [
            f"{self.code} · {name_of(self.severity, lang)} · {title}",
            label(self.place, lang),
            _sentence(self.render(lang=lang)),
            self.arithmetic(lang=lang),
            self._related_text(lang),
            *(f"{words(lang)['suggestion']}: {_suggestion_text(item, lang)}" for item in self.suggestions),
            f"{words(lang)['basis']}: {self.basis.render(lang=lang)}",
            words(lang)[f"request.{self.severity.name}"],
        ]
        return "\n".join(printable(line) for line in lines if line)

    def _related_text(self, lang: Lang) -> str:
        places = [label(place, lang) for place in dict.fromkeys(self.related) if place != self.place]
        return f"{words(lang)['related']}: {'; '.join(places)}" if places else ""

    @former_arguments("0.2", "lang")
    def as_dict(self, *, lang: Lang = "vi") -> dict[str, str | list[str] | None]:
        """Return the finding as JSON-ready data; the digits of figures are in Vietnamese notation."""
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "title": self.rule.words(lang)[0],
            "message": self.render(lang=lang),
            "unit": printable(self.unit),
            "path": printable(self.path),
            "place": label(self.place, lang),
            "expected": None if self.expected is None else printable(_shown(self.expected, lang)),
            "actual": None if self.actual is None else printable(_shown(self.actual, lang)),
            "arithmetic": self.arithmetic(lang=lang) or None,
            "suggestions": [printable(_suggestion_text(item, lang)) for item in self.suggestions],
            "related": [printable(label(place, lang)) for place in self.related],
            "waived": None if self.waiver is None else printable(self.waiver.reason),
            "fingerprint": self.fingerprint,
            "basis": self.basis.render(lang=lang),
        }


def unread_finding(rule: Rule, unread: Unread, lot: Lot) -> Finding:
    """Add a breach to what a check found; all of its finding but how grave it is is made when it is read."""
    finding = Finding.__new__(Finding)
    _put(finding, "rule", rule)
    _put(finding, "basis", unread.breach.basis or rule.basis)
    _put(finding, "waiver", None)
    _put(finding, "lot", lot)
    _put(finding, "number", lot.add(unread))
    return finding


def _relation_found(evidence: Evidence) -> str:
    """Return how left and right stand to each other; of hedged figures (hơn 215, but 215) also "="."""
    off = evidence.residual
    holds, found = _RELATIONS[evidence.relation]
    if not holds(off, 0):
        return found
    return "=" if off == 0 else "<" if off < 0 else ">"


def _sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends as a sentence already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _telling_decimals(left: Fraction, right: Fraction) -> int:
    """Return how many decimals distinguish two figures: two, or more where they differ by less."""
    decimals = 2
    while left != right and (
        rounded(left, decimals) == rounded(right, decimals) or not rounded(left - right, decimals)
    ):
        decimals += 1
    return decimals


def _digits(value: int | Decimal | Fraction, decimals: int) -> str:
    return vi.format_figure(rounded(value, decimals) if isinstance(value, Fraction) else value)


def _sum_text(terms: tuple[Term, ...], decimals: int, lang: Lang) -> str:
    return " + ".join(f"{_digits(term.value, decimals)} ({label(term.label, lang)})" for term in terms)


def _suggestion_text(item: Suggestion, lang: Lang) -> str:
    old, new = ("—" if value is None else _shown(value, lang) for value in (item.old, item.new))
    reason = f" ({label(item.reason, lang)})" if item.reason else ""
    return f"{label(item.place, lang)}: {old} → {new}{reason}"
