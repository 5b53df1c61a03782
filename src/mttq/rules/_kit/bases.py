"""On what rules rest, and which of several dated texts holds on a day."""

import datetime as dt
import enum
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

import attrs

from mttq import vi
from mttq._declared.types import checked
from mttq._names.former import former_arguments
from mttq.errors import ConstraintError
from mttq.wording import Lang, Phrase, label

__all__ = ["ARITHMETIC", "CATALOGUE", "FORM", "PRACTICE", "Basis", "Confidence", "Provision", "in_force"]


_PROVISION: Final = {
    "article": ("[0-9]+[a-zđ]?", "36"),
    "clause": ("[0-9]+[a-zđ]?", "1"),
    "point": ("[a-zđ][0-9]?", "b"),
}
"""How the parts of a provision look, with an example of each."""


class Confidence(enum.StrEnum):
    """How well the basis of a rule is known; only CONFIRMED ones may be errors.

    >>> from mttq.rules import ARITHMETIC
    >>> ARITHMETIC.confidence is Confidence.CONFIRMED
    True
    """

    CONFIRMED = "confirmed"  # arithmetic, a text that was read, a catalogue that the caller gives
    SECONDARY = "secondary"  # practice, press, third-party summaries
    UNCONFIRMED = "unconfirmed"  # off by default


@attrs.frozen(kw_only=True)
class _Cited:
    """What a provision and a basis share: the place in a legal text, and how it is cited."""

    text: str
    symbol: str = ""
    article: str = ""
    clause: str = ""
    point: str = ""
    annex: str = ""

    def __attrs_post_init__(self) -> None:
        for name, (shape, example) in _PROVISION.items():
            part = getattr(self, name)
            if part and not re.fullmatch(shape, part):
                said = Phrase(
                    "{}: ghi {}={}, không phải {}", type(self).__name__, name, repr(example), repr(part)
                )
                raise ConstraintError(said, name)
        if (self.clause or self.point) and not self.article:
            said = Phrase("{}: khoản, điểm phải kèm số của điều", type(self).__name__)
            raise ConstraintError(said, "article")

    def name(self, *, lang: Lang = "vi") -> str:
        """Return the name of the text with its symbol."""
        return label(Phrase("{} số {}", Phrase(self.text), self.symbol) if self.symbol else self.text, lang)

    def place(self, *, lang: Lang = "vi") -> str:
        """Return where in the text it is: "điểm b khoản 1 Điều 36", "Article 36(1)(b)"; "" for the whole."""
        if lang != "vi":
            smaller = "".join(f"({part})" for part in (self.clause, self.point) if part)
            article = self.article and label(Phrase("Điều {}", f"{self.article}{smaller}"), lang)
            return article or (self.annex and label(Phrase("Phụ lục {}", self.annex), lang))
        parts = ("điểm", self.point), ("khoản", self.clause), ("Điều", self.article), ("Phụ lục", self.annex)
        return " ".join(f"{noun} {part}" for noun, part in parts if part)

    def render(self, *, lang: Lang = "vi") -> str:
        """Cite it as readers of the language do: "khoản 1 Điều 36 Luật …", "Law …, Article 36(1)"."""
        return _cited(self.name(lang=lang), self.place(lang=lang), lang)

    def __str__(self) -> str:
        return self.render()


def _cited(name: str, place: str, lang: Lang) -> str:
    if not place:
        return name
    return f"{place} {name}" if lang == "vi" else f"{name}, {place}"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Provision(_Cited):
    """A legal text, or a place in it, as it is cited.

    Args:
        text: its kind or name, "Nghị định", "Luật Mặt trận Tổ quốc Việt Nam".
        symbol: its number and symbol, "75/2015/QH13".
        article: the number of the article (điều), "36" or "12a".
        clause: that of the clause (khoản) in the article.
        point: the letter of the point (điểm) in the clause.
        annex: the number of the annex (phụ lục), "I".

    Raises:
        ConstraintError: an article, a clause or a point is not just its number or letter; a clause or a point
            has no article.

    >>> law = Provision(text="Luật Mặt trận Tổ quốc Việt Nam", symbol="75/2015/QH13", article="6", clause="3")
    >>> print(law)
    khoản 3 Điều 6 Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13
    >>> print(law.render(lang="en"))
    Law on the Vietnam Fatherland Front 75/2015/QH13, Article 6(3)
    """


@attrs.frozen(kw_only=True, field_transformer=checked)
class Basis(_Cited):
    """On what a rule rests: arithmetic, practice, or a provision of a legal text with its dates.

    Args:
        text: what it is; of a legal text its kind or name, as of a `Provision`, whose parts it has too.
        also: provisions that go with it, cited after it.
        amended_by: the texts that amended it, cited after all.
        valid_from: its first day; None if it has none, or the day is not known.
        valid_until: its last day; None if it holds still.
        confidence: how well it is known.

    >>> decree = Provision(text="Nghị định", symbol="159/2016/NĐ-CP", article="4")
    >>> print(Basis(text="Luật Thanh tra", symbol="56/2010/QH12", also=(decree,)))
    Luật Thanh tra số 56/2010/QH12 và Điều 4 Nghị định số 159/2016/NĐ-CP
    """

    also: tuple[Provision, ...] = ()
    amended_by: tuple[Provision, ...] = ()
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def holds_on(self, day: dt.date | None) -> bool:
        """Return whether it holds on a day; on a day that is not known only what has no dates holds.

        >>> law = Basis(text="Luật", symbol="75/2015/QH13", valid_from=dt.date(2016, 1, 1))
        >>> law.holds_on(dt.date(2015, 12, 31)), law.holds_on(dt.date(2016, 1, 1)), law.holds_on(None)
        (False, True, False)
        """
        if day is None:
            return self.valid_from is None and self.valid_until is None
        return (self.valid_from or day) <= day <= (self.valid_until or day)

    @former_arguments("0.2", "lang")
    def render(self, *, lang: Lang = "vi") -> str:
        """Cite it with the provisions that go with it and the texts that amended it."""
        cited: tuple[_Cited, ...] = (self, *self.also)
        texts = groupby(cited, lambda provision: provision.name(lang=lang))
        said = [
            _cited(
                name, vi.format_list(filter(None, (item.place(lang=lang) for item in items)), lang=lang), lang
            )
            for name, items in texts
        ]
        mark = " và " if lang == "vi" else ", and " if "," in said[0] else " and "
        if not self.amended_by:
            return mark.join(said)
        amending = vi.format_list([text.render(lang=lang) for text in self.amended_by], lang=lang)
        return label(Phrase("{} (sửa đổi, bổ sung theo {})", mark.join(said), amending), lang)

    def __str__(self) -> str:
        return self.render()


ARITHMETIC: Final = Basis(text="Số học")
"""The basis of a rule that needs no legal text: sums, percentages, dates, one fact told twice."""

FORM: Final = Basis(text="Mẫu phụ lục kèm theo văn bản hướng dẫn")
"""The basis of a rule on how the lines of an official form are filled in."""

CATALOGUE: Final = Basis(text="Danh mục đơn vị")
"""The basis of a rule that holds reports against the units that the caller names."""

PRACTICE: Final = Basis(text="Thông lệ", confidence=Confidence.SECONDARY)
"""The basis of a rule that is custom: what reports are asked for, or mostly look like, by no text."""


def in_force(bases: Iterable[Basis], day: dt.date | None) -> Basis | None:
    """Return the first basis that holds on a day, if one does.

    >>> law = Basis(text="Luật", symbol="91/2025/QH15", valid_from=dt.date(2026, 1, 1))
    >>> str(in_force((law, PRACTICE), dt.date(2022, 6, 30))), in_force((law,), None)
    ('Thông lệ', None)
    """
    return next((basis for basis in bases if basis.holds_on(day)), None)
