"""What is drawn once and used in several parts of a report: names, years, numbers of events."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Final

import attrs

from mttq.values import PartialDate, Period, Share

__all__ = ["SUBJECTS", "Facts", "draw_facts", "share_of"]

SUBJECTS: Final = (
    "Thực hiện dân chủ ở cơ sở và công khai ngân sách xã",
    "Quản lý, sử dụng các khoản đóng góp tự nguyện của nhân dân",
    "Chi trả tiền hỗ trợ người có công và đối tượng bảo trợ xã hội",
    "Xây dựng đường giao thông nông thôn và kênh mương nội đồng",
    "Bình xét hộ nghèo, hộ cận nghèo theo chuẩn đa chiều",
    "Cấp giấy chứng nhận quyền sử dụng đất ở khu dân cư",
    "Vệ sinh an toàn thực phẩm tại chợ và bếp ăn trường học",
    "Thu gom, xử lý rác thải sinh hoạt trên địa bàn",
)
"""What supervision, criticism and conferences are about, in turn."""

_FIRST_WORDS: Final = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Hồng", "Kim", "Lộc", "Phú", "Quảng", "Tân")
_LAST_WORDS: Final = ("Châu", "Giang", "Hải", "Khê", "Lâm", "Minh", "Phong", "Phước", "Sơn", "Thủy", "Yên")


@attrs.frozen(kw_only=True)
class Facts:
    """One commune and what it did over the years; `between` draws what only one part needs.

    `size` is how much there is of all that a report may hold several of.
    """

    between: Callable[[int, int], int]
    size: int
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
    def committee(self) -> str:
        """The Front Committee of the commune."""
        return f"Ủy ban MTTQ Việt Nam xã {self.commune}"

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

    def latest(self, number: int) -> range:
        """Return so many years, or as many as there are, up to the last."""
        return range(max(self.first, self.last - number + 1), self.last + 1)

    def days(self, number: int) -> list[dt.date]:
        """Spread so many days over the years; where there are as many as years, each year has one."""
        first, last = dt.date(self.first, 2, 1), dt.date(self.last, 12, 1)
        step = (last - first).days // max(1, number)
        start = first + dt.timedelta(step // 2 + self.between(-step // 3, step // 3))
        return [start + dt.timedelta(step * place) for place in range(number)]

    def uneven(self, least: int, greatest: int) -> int:
        """Draw a count as counting brings it forth: no round one, no multiple of the years."""
        return _uneven(self.between(least, greatest), self.years)


def _uneven(number: int, years: int) -> int:
    """Return the next number that TRD004 and TRD005 may see as often as they like."""
    while number % 5 == 0 or number % years == 0:
        number += 1
    return number


def draw_facts(between: Callable[[int, int], int], size: int) -> Facts:
    """Draw a commune and what it did."""

    def name() -> str:
        first, last = (words[between(0, len(words) - 1)] for words in (_FIRST_WORDS, _LAST_WORDS))
        return f"{first} {last}"

    def count(least: int, greatest: int) -> int:
        return _uneven(between(least, greatest), years)

    last = 2024  # the year whose norms are known best
    first = last - between(4, 5)
    years = last - first + 1
    conferences, direct = count(size, 3 * size), between(0, 2)
    sessions = count(conferences + direct + 2 * size, conferences + direct + 5 * size)
    return Facts(
        between=between,
        size=size,
        commune=name(),
        district=name(),
        first=first,
        last=last,
        villages=count(4, 14),
        document_studies=count(3 * size, 5 * size),
        delegations=count(3 * size, 5 * size),
        conferences=conferences,
        written=sessions - conferences - direct,
        direct_dialogues=direct,
        party_dialogues=count(years, years + 2 * size),
        government_dialogues=count(years, years + 2 * size),
    )


def share_of(part: int, whole: int, decimals: int) -> Share:
    """Return part/whole as printed with so many decimals, ties upwards."""
    steps = 100 * 10**decimals
    return Share(Decimal((2 * steps * part + whole) // (2 * whole)).scaleb(-decimals))
