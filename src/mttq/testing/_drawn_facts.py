"""What is drawn once and used in several parts of a report: names, years, numbers of events."""

import datetime as dt
from collections.abc import Callable
from typing import Final

import attrs

from mttq.values import PartialDate, Period

__all__ = ["Facts", "draw_facts"]

_FIRST_WORDS: Final = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Hồng", "Kim", "Lộc", "Phú", "Quảng", "Tân")
_LAST_WORDS: Final = ("Châu", "Giang", "Hải", "Khê", "Lâm", "Minh", "Phong", "Phước", "Sơn", "Thủy", "Yên")


@attrs.frozen(kw_only=True)
class Facts:
    """One commune and what it did over the years; `between` draws what only one part needs."""

    between: Callable[[int, int], int]
    commune: str
    district: str
    first: int
    last: int
    villages: int
    document_studies: int
    delegations: int
    conferences: int
    written: int
    direct_dialogues: int
    party_dialogues: int
    government_dialogues: int

    @property
    def years(self) -> int:
        """How many years are under review."""
        return self.last - self.first + 1

    @property
    def period(self) -> Period:
        """The years under review."""
        return Period.interval(PartialDate(year=self.first, month=1), PartialDate(year=self.last, month=12))

    @property
    def sessions(self) -> int:
        """How many sessions of social criticism there were."""
        return self.conferences + self.written + self.direct_dialogues

    def days(self, number: int) -> list[dt.date]:
        """Spread so many days over the years; where there are as many as years, each year has one."""
        first = dt.date(self.first, 2, 1)
        days = (dt.date(self.last, 12, 1) - first).days
        return [first + dt.timedelta(days * (2 * place + 1) // (2 * number)) for place in range(number)]

    def uneven(self, least: int, greatest: int) -> int:
        """Draw a count as counting brings it forth: no round one, no multiple of the years."""
        number = self.between(least, greatest)
        while number % 5 == 0 or number % self.years == 0:
            number += 1
        return number


def draw_facts(between: Callable[[int, int], int]) -> Facts:
    """Draw a commune and what it did."""

    def name() -> str:
        first, last = (words[between(0, len(words) - 1)] for words in (_FIRST_WORDS, _LAST_WORDS))
        return f"{first} {last}"

    last = 2024  # the year whose norms are known best
    first = last - between(4, 5)
    years = last - first + 1
    return Facts(
        between=between,
        commune=name(),
        district=name(),
        first=first,
        last=last,
        villages=between(4, 14),
        document_studies=between(3, 5),
        delegations=between(3, 5),
        conferences=between(1, 3),
        written=between(2, 5),
        direct_dialogues=between(0, 2),
        party_dialogues=between(years, years + 2),
        government_dialogues=between(years, years + 2),
    )
