"""On what rules rest, and which of several dated texts holds on a day."""

import datetime as dt
import enum
from collections.abc import Iterable
from typing import Final

import attrs

from mttq._former import former_arguments
from mttq._typed import checked
from mttq.wording import Lang, label

__all__ = ["ARITHMETIC", "CATALOGUE", "FORM", "PRACTICE", "Basis", "Confidence", "in_force"]


class Confidence(enum.StrEnum):
    """How well the basis of a rule is known; only CONFIRMED ones may be errors."""

    CONFIRMED = "confirmed"  # arithmetic, a text that was read, a catalogue that the caller gives
    SECONDARY = "secondary"  # practice, press, third-party summaries
    UNCONFIRMED = "unconfirmed"  # off by default


@attrs.frozen(kw_only=True, field_transformer=checked)
class Basis:
    """On what a rule rests: arithmetic, practice, or a legal text with article and dates.

    Args:
        text: what it is.
        article: where in the text it stands, and which other texts go with it.
        valid_from: its first day; None if it has none, or the day is not known.
        valid_until: its last day; None if it holds still.
        confidence: how well it is known.
    """

    text: str
    article: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def holds_on(self, day: dt.date | None) -> bool:
        """Return whether it holds on a day; on a day that is not known only what has no dates holds.

        >>> law = Basis(text="Luật 75/2015/QH13", valid_from=dt.date(2016, 1, 1))
        >>> law.holds_on(dt.date(2015, 12, 31)), law.holds_on(dt.date(2016, 1, 1)), law.holds_on(None)
        (False, True, False)
        """
        if day is None:
            return self.valid_from is None and self.valid_until is None
        return (self.valid_from or day) <= day <= (self.valid_until or day)

    @former_arguments("0.2", "lang")
    def render(self, *, lang: Lang = "vi") -> str:
        """Name it for a reader; legal texts keep their Vietnamese names, by which they are found."""
        return ", ".join(filter(None, (label(self.text, lang), self.article)))

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

    >>> law = Basis(text="Luật 91/2025/QH15", valid_from=dt.date(2026, 1, 1))
    >>> str(in_force((law, PRACTICE), dt.date(2022, 6, 30))), in_force((law,), None)
    ('Thông lệ', None)
    """
    return next((basis for basis in bases if basis.holds_on(day)), None)
