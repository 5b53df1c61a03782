"""Norms that hold for a time: a report is judged by the row that held on the day of its figures."""

import datetime as dt
import enum
from decimal import Decimal
from typing import Final

import attrs

from mttq.rules._rule import Basis, Confidence
from mttq.values import Qualifier, Quantity, Tier

__all__ = [
    "BOARD_NORMS",
    "CAMPAIGNS",
    "COMMITTEE_NORMS",
    "DIALOGUES",
    "LAYOUT",
    "POVERTY_CLASSES",
    "BoardNorm",
    "BoardOf",
    "CampaignName",
    "CommitteeNorm",
    "in_force",
]


def in_force(basis: Basis, day: dt.date | None) -> bool:
    """Tell whether a text holds on a day; on an unknown day nothing is known to hold."""
    first, last = basis.valid_from or dt.date.min, basis.valid_until or dt.date.max
    return day is not None and first <= day <= last


@attrs.frozen(kw_only=True)
class CommitteeNorm:
    """How many members a Committee of a level has."""

    tier: Tier
    least: int
    greatest: int
    basis: Basis


COMMITTEE_NORMS: Final = (
    CommitteeNorm(
        tier=Tier.COMMUNE,
        least=30,
        greatest=55,
        basis=Basis(
            text="Hướng dẫn đại hội Mặt trận cấp xã nhiệm kỳ 2024 - 2029 (huyện Quốc Oai, Hà Nội)",
            valid_from=dt.date(2024, 1, 1),
            valid_until=dt.date(2025, 6, 30),  # the term was cut short when the communes were merged
            confidence=Confidence.SECONDARY,
        ),
    ),
)
"""The norms that are known; `committee_size_is_in_the_norm` takes others as its parameter."""


class BoardOf(enum.StrEnum):
    """Which people of which board a norm counts."""

    INSPECTION = "thành viên Ban Thanh tra nhân dân"
    INSPECTION_VICE_HEADS = "Phó Trưởng ban Thanh tra nhân dân"
    INVESTMENT = "thành viên Ban Giám sát đầu tư của cộng đồng"


@attrs.frozen(kw_only=True)
class BoardNorm:
    """How many people one board has.

    Args:
        board: which people are counted.
        least: the fewest of one board.
        greatest: the most of one board; None if there is no such bound.
        by_villages: whether there are as many as villages, but `least` at least.
        basis: the text, and from when to when it holds.
    """

    board: BoardOf
    least: int
    greatest: int | None = None
    by_villages: bool = False
    basis: Basis

    def bounds(self, boards: int, villages: int | None) -> tuple[int, int | None]:
        """Give how many people so many boards have at least, and at most if there is such a bound."""
        least, greatest = self.least * boards, self.greatest and self.greatest * boards
        if self.by_villages and villages is not None:
            least = max(least, villages)
            greatest = least if boards == 1 else None
        return least, greatest

    def asks(self, boards: int, villages: int | None) -> Quantity:
        """Give the number of people that so many boards have together, as a text would state it."""
        least, greatest = self.bounds(boards, villages)
        hedge, upper = Qualifier.AT_LEAST, None
        if greatest == least:
            hedge = Qualifier.EXACT
        elif greatest is not None:
            hedge, upper = (Qualifier.RANGE, Decimal(greatest)) if least else (Qualifier.AT_MOST, None)
        number = Decimal(least or greatest or 0)
        return Quantity(value=number, unit="persons", qualifier=hedge, upper=upper)


LAYOUT: Final = Basis(text="Nghị định 30/2020/NĐ-CP", article="Phụ lục I", confidence=Confidence.SECONDARY)
"""How a document is laid out: symbols, headings, paragraphs."""

_DEMOCRACY_LAW: Final = "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15"
_DEMOCRACY_FROM: Final = dt.date(2023, 7, 1)
DIALOGUES: Final = Basis(text=_DEMOCRACY_LAW, article="Điều 32(1)", valid_from=_DEMOCRACY_FROM)
"""The government of a commune meets the people at least once a year."""

BOARD_NORMS: Final = (
    BoardNorm(
        board=BoardOf.INSPECTION,
        least=5,
        greatest=11,
        basis=Basis(
            text="Nghị định 159/2016/NĐ-CP",
            valid_from=dt.date(2017, 2, 1),
            valid_until=dt.date(2023, 6, 30),
        ),
    ),
    BoardNorm(
        board=BoardOf.INSPECTION,
        least=5,
        by_villages=True,
        basis=Basis(
            text=_DEMOCRACY_LAW,
            article="Điều 36(1); Nghị định 59/2023/NĐ-CP, Điều 13(2)",
            valid_from=_DEMOCRACY_FROM,
        ),
    ),
    BoardNorm(
        board=BoardOf.INSPECTION_VICE_HEADS,
        least=0,
        greatest=2,
        basis=Basis(text="Nghị định 59/2023/NĐ-CP", article="Điều 13(3)", valid_from=dt.date(2023, 8, 15)),
    ),
    BoardNorm(
        board=BoardOf.INVESTMENT,
        least=5,
        basis=Basis(text=_DEMOCRACY_LAW, article="Điều 41(1)", valid_from=_DEMOCRACY_FROM),
    ),
)
"""The norms that are known; `boards_have_the_people_the_law_asks_for` takes others as its parameter."""


POVERTY_CLASSES: Final = (
    Basis(
        text="Nghị định 07/2021/NĐ-CP",
        article="Điều 3",
        valid_from=dt.date(2022, 1, 1),
        valid_until=dt.date(2026, 12, 31),  # prolonged by Nghị định 351/2025/NĐ-CP
    ),
    Basis(text="Nghị định 351/2025/NĐ-CP", valid_from=dt.date(2027, 1, 1), valid_until=dt.date(2030, 12, 31)),
)
"""The texts by which no household is both poor and near-poor: one line of income, less or more lacking."""


@attrs.frozen(kw_only=True, eq=False)  # found fast in a cache
class CampaignName:
    """The name of a campaign of the whole Front.

    Args:
        name: the name.
        followed_by: what the campaign was merged into, if it was.
        basis: from where the name and its time are known.
    """

    name: str
    followed_by: str | None = None
    basis: Basis


_NEW_COUNTRYSIDE: Final = "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"
CAMPAIGNS: Final = (
    CampaignName(
        name=_NEW_COUNTRYSIDE,
        basis=Basis(text="Thông tư 121/2017/TT-BTC", article="Điều 1", confidence=Confidence.SECONDARY),
    ),
    CampaignName(
        name="Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư",
        followed_by=_NEW_COUNTRYSIDE,
        basis=Basis(
            text="Thông tư 121/2017/TT-BTC",
            article="Điều 7",
            valid_from=dt.date(1995, 5, 3),
            valid_until=dt.date(2017, 12, 31),  # from then on it is paid for as a part of the other
            confidence=Confidence.SECONDARY,
        ),
    ),
    CampaignName(
        name="Người Việt Nam ưu tiên dùng hàng Việt Nam",
        basis=Basis(text="Tên ghi trong báo cáo các nơi", confidence=Confidence.SECONDARY),
    ),
)
"""The names that are known; `campaigns_have_their_names` takes others as its parameter."""
