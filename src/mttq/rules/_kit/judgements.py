"""What a rule says about a report: facts, no text.

A rule yields one `Judgement` for each thing it judged: `PASSED`, an `Unverifiable` (something it needs is
blank), or a `Breach` with its arithmetic.  Code, severity, title and words are put on by the engine.
"""

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

import attrs

from mttq import vi
from mttq._declared.types import clipped, conforms, describe
from mttq.rules._kit.bases import Basis
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Triple
from mttq.wording import Lang, Phrase, label

__all__ = [
    "PASSED",
    "Breach",
    "Evidence",
    "Figure",
    "Judgement",
    "Suggestion",
    "Term",
    "Unverifiable",
    "misfits",
    "shown",
]

Figure = (
    int | Decimal | Fraction | Quantity | Share | Pair | Triple | Period | PartialDate | dt.date | Basis | str
)
"""Whatever a message can show; `shown` writes it."""


def shown(value: Figure | tuple[Figure, ...], lang: Lang = "vi") -> str:
    """Write what a message shows; words of ours are said in the language, quoted ones stay.

    >>> shown(1169), shown(("báo cáo", "phụ lục"))
    ('1.169', 'báo cáo và phụ lục')
    """
    if isinstance(value, tuple):
        return vi.format_list([shown(item, lang) for item in value], lang=lang)
    if isinstance(value, Basis):
        return value.render(lang=lang)
    return label(value, lang) if isinstance(value, Phrase) else vi.format_figure(value, lang=lang)


@attrs.frozen
class Term:
    """One figure in the arithmetic of a breach: what it is, its value, its path ("" if it has none).

    The label is Vietnamese; its English is found in the catalogue.
    """

    label: str
    value: int | Decimal | Fraction
    path: str = ""


@attrs.frozen
class Evidence:
    """The arithmetic of a breach: the sum of `left` stands in `relation` ("=", "≤" …) to that of `right`.

    >>> Evidence((Term("cuộc", 15),), "=", (Term("hội nghị", 10), Term("văn bản", 15))).residual
    Fraction(-10, 1)
    """

    left: tuple[Term, ...]
    relation: Literal["=", "≤", "<", "≥", ">"]
    right: tuple[Term, ...]

    @property
    def residual(self) -> Fraction:
        """Left minus right."""
        return _sum(self.left) - _sum(self.right)


def _sum(terms: tuple[Term, ...]) -> Fraction:
    values = [term.value for term in terms]
    whole = sum(value for value in values if isinstance(value, int))
    return sum((Fraction(value) for value in values if not isinstance(value, int)), Fraction(whole))


@attrs.frozen(kw_only=True)
class Suggestion:
    """A repair that would satisfy the rule; it is shown, never applied.

    Args:
        path: where.
        old: the value there; None is a blank.
        new: the value that may be meant.
        reason: what speaks for it.
        place: the path in Vietnamese; put on by the engine.

    >>> told = Suggestion(path="population.households", old=946, new=964)
    >>> told.old, told.new
    (946, 964)
    """

    path: str
    old: Figure | None
    new: Figure | None
    reason: str = ""
    place: str = ""


@attrs.frozen
class Unverifiable:
    """A judgement that cannot be made because something is blank.

    Args:
        path: what is blank, or what cannot be judged for other blanks.
        blanks: these others, as the parts of a sum; none if it is the value at `path`.
    """

    path: str
    blanks: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The places of what is blank."""
        return self.blanks or (self.path,)


@attrs.frozen(kw_only=True)
class Breach:
    """A judgement that failed.

    Args:
        path: the figure that is called into question.
        args: what the message shows, by the names in its wording; the items of a tuple are joined by "và".
            A text is a quotation and stays as it is in any language; words of ours are a
            `mttq.wording.Phrase`.
        evidence: the arithmetic, where there is one.
        expected: the right value, where it is known.
        actual: the value there.
        related: the other figures involved.
        suggestions: possible repairs.
        basis: by what it is one; the engine names it where the rule does not.
        report: for a rule that judges several reports, the position of the one in which the path stands;
            None if the breach is about all of them.
        about: what of it is meant, where several things may be wrong at one path: the words of a slip, or the
            path of another thing, as "statements.3".  It distinguishes the findings, and stays when figures
            change.
    """

    path: str
    args: Mapping[str, Figure | tuple[Figure, ...]] = attrs.field(factory=dict)
    evidence: Evidence | None = None
    expected: Figure | None = None
    actual: Figure | None = None
    related: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    report: int | None = None
    about: str = ""
    basis: Basis | None = None


def misfits(part: object) -> Iterator[Phrase]:
    """Return what does not belong in a judgement, or in a part of it: mttq prints it without looking again.

    >>> list(misfits(Breach(path="title", about=5)))  # type: ignore[arg-type]
    ['Breach.about phải là chuỗi (str), không phải 5']
    """
    if isinstance(part, tuple):
        for item in part:
            yield from misfits(item)
    elif isinstance(part, Breach | Unverifiable | Evidence | Term | Suggestion):
        for field in attrs.fields(type(part)):
            value = getattr(part, field.name)
            if conforms(field.type)(value):
                yield from misfits(value)
            else:
                name = f"{type(part).__name__}.{field.name}"
                yield Phrase("{} phải là {}, không phải {}", name, describe(field.type), clipped(value))


class _Passed(enum.Enum):
    PASSED = "passed"


PASSED: Final = _Passed.PASSED
"""What a rule yields where all is well."""

Judgement = Breach | Unverifiable | _Passed
"""How one thing that a rule looked at ended."""
