"""Norms that hold for a time: a report is judged by the row that held on the day of its figures."""

import datetime as dt
import enum
from decimal import Decimal
from typing import Final

import attrs

from mttq.rules._kit.bases import PRACTICE, Basis, Confidence, Provision
from mttq.rules._kit.spans import TWO_TIERS
from mttq.values import Qualifier, Quantity, Tier

__all__ = [
    "ASSEMBLIES",
    "ASSEMBLY_TERMS",
    "BOARD_ANSWERS",
    "BOARD_NORMS",
    "CAMPAIGNS",
    "CHARTER",
    "COMMITTEE_NORMS",
    "CONGRESSES",
    "COUNCIL_TERMS",
    "DIALOGUES",
    "ELECTIONS",
    "ELECTION_DAY",
    "FORMAT",
    "FRONT_BOARDS",
    "FRONT_LAW",
    "FRONT_TERMS",
    "INCOME_NORMS",
    "LOCAL_GOVERNMENT_LAW",
    "PARTY_DIALOGUES",
    "PARTY_FORMAT",
    "PARTY_TERMS",
    "POVERTY_CLASSES",
    "PRIVACY",
    "RELIEF_DEADLINES",
    "RELIEF_PUBLICATION",
    "BoardNorm",
    "BoardOf",
    "CampaignName",
    "CommitteeNorm",
    "IncomeNorm",
    "RunsOn",
]


@attrs.frozen(kw_only=True)
class CommitteeNorm:
    """How many members a Committee of a level has.

    >>> from mttq.rules import COMMITTEE_NORMS
    >>> norm = COMMITTEE_NORMS[0]
    >>> norm.tier.name, norm.least, norm.greatest
    ('COMMUNE', 30, 55)
    """

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
    """Which people of which board a norm counts.

    >>> BoardOf.INSPECTION.value
    'thành viên Ban Thanh tra nhân dân'
    """

    INSPECTION = "thành viên Ban Thanh tra nhân dân"
    INSPECTION_VICE_HEADS = "Phó Trưởng ban Thanh tra nhân dân"
    INVESTMENT = "thành viên Ban Giám sát đầu tư của cộng đồng"
    INVESTMENT_REPRESENTATIVES = "đại diện Nhân dân trong Ban Giám sát đầu tư của cộng đồng"
    INVESTMENT_VICE_HEADS = "Phó Trưởng ban Giám sát đầu tư của cộng đồng"


@attrs.frozen(kw_only=True)
class RunsOn:
    """How boards that were elected under a norm sit on after its end.

    Args:
        elected_before: they were elected before this day.
        until: how long one of them may sit whose day of election is not known.
        numbers: how many members such a board has, where there are not as many as villages.

    >>> from mttq.rules import BOARD_NORMS
    >>> runs = BOARD_NORMS[0].runs_on
    >>> runs.elected_before.isoformat()
    '2023-08-15'
    """

    elected_before: dt.date
    until: dt.date
    numbers: tuple[int, ...]


@attrs.frozen(kw_only=True)
class BoardNorm:
    """How many people one board has.

    Args:
        board: which people are counted.
        least: the fewest of one board.
        greatest: the most of one board; None if there is no such bound.
        by_villages: whether there is one for each village at least, and no more than `least` where the
            villages are fewer than that.
        runs_on: how boards sit on that were elected under it; None if its end ends them.
        basis: the text, and from when to when it holds.

    >>> from mttq.rules import BOARD_NORMS
    >>> norm = BOARD_NORMS[0]
    >>> norm.board.name, norm.least, norm.greatest
    ('INSPECTION', 5, 11)
    """

    board: BoardOf
    least: int
    greatest: int | None = None
    by_villages: bool = False
    runs_on: RunsOn | None = None
    basis: Basis

    def bounds(self, boards: int, villages: int | None) -> tuple[int, int | None]:
        """Return how many people so many boards have at least, and at most if there is such a bound."""
        least = self.least * boards
        greatest = None if self.greatest is None else self.greatest * boards
        if self.by_villages and villages is not None:
            if boards == 1 and villages < least:
                greatest = least
            least = max(least, villages)
        return least, greatest

    def admits(self, people: int, boards: int, villages: int | None) -> bool:
        """Return whether so many boards may have so many people together."""
        least, greatest = self.bounds(boards, villages)
        return least <= people and (greatest is None or people <= greatest)

    def may_have_elected(
        self, people: int, boards: int, villages: int | None, elected: dt.date | None, day: dt.date | None
    ) -> bool | None:
        """Return whether boards of so many people were elected under the norm and sit on after it.

        None if it hangs on the day of their election, which is not known.
        """
        if self.runs_on is None or not self.admits(people, boards, villages):
            return False
        if elected is not None:
            return elected < self.runs_on.elected_before
        one_each = villages is not None and people == max(self.least, villages)
        usual = boards > 1 or people in self.runs_on.numbers or one_each
        may_sit = day is not None and day <= self.runs_on.until
        return None if may_sit and usual else False

    def asks(self, boards: int, villages: int | None) -> Quantity:
        """Return the number of people that so many boards have together, as a text would state it."""
        least, greatest = self.bounds(boards, villages)
        hedge, upper = Qualifier.AT_LEAST, None
        if greatest == least:
            hedge = Qualifier.EXACT
        elif greatest is not None:
            hedge, upper = (Qualifier.RANGE, Decimal(greatest)) if least else (Qualifier.AT_MOST, None)
        number = Decimal(least or greatest or 0)
        return Quantity(value=number, unit="persons", qualifier=hedge, upper=upper)


_DAY: Final = dt.timedelta(days=1)


def _and_after(basis: Basis, changed_on: dt.date = TWO_TIERS) -> tuple[Basis, Basis]:
    """Return a basis as it was read, and as it is since a day on which other laws may have changed it.

    Luật 97/2025/QH15 changes Luật 10/2022/QH15 by third-party pages; a codified copy shows no change.
    """
    since = attrs.evolve(basis, valid_from=changed_on, confidence=Confidence.SECONDARY)
    return since, attrs.evolve(basis, valid_until=changed_on - _DAY)


FORMAT: Final = (
    Basis(text="Nghị định", symbol="30/2020/NĐ-CP", annex="I", valid_from=dt.date(2020, 3, 5)),
    PRACTICE,
)
"""The layout of a document: symbols, headings, paragraphs.  The Front follows it as suits (Article 2(2))."""

PARTY_FORMAT: Final = (
    Basis(
        text="Quy định",
        symbol="399-QĐ/TW",
        also=(Provision(text="Hướng dẫn", symbol="05-HD/VPTW"),),
        valid_from=dt.date(2026, 5, 27),
        confidence=Confidence.SECONDARY,
    ),
    Basis(
        text="Quy định",
        symbol="399-QĐ/TW",
        also=(Provision(text="Hướng dẫn", symbol="36-HD/VPTW"),),
        valid_from=dt.date(2026, 1, 9),
        valid_until=dt.date(2026, 5, 26),
        confidence=Confidence.SECONDARY,
    ),
    Basis(
        text="Quy định",
        symbol="66-QĐ/TW",
        also=(Provision(text="Hướng dẫn", symbol="36-HD/VPTW"),),
        valid_from=dt.date(2018, 4, 3),
        valid_until=dt.date(2026, 1, 8),
        confidence=Confidence.SECONDARY,
    ),
    Basis(
        text="Quy định",
        symbol="66-QĐ/TW",
        valid_from=dt.date(2017, 2, 6),
        valid_until=dt.date(2018, 4, 2),
        confidence=Confidence.SECONDARY,
    ),
    PRACTICE,
)
"""How a document of the Party is laid out."""

PRIVACY: Final = (
    Basis(
        text="Luật Bảo vệ dữ liệu cá nhân",
        symbol="91/2025/QH15",
        article="2",
        clause="1",
        valid_from=dt.date(2026, 1, 1),
    ),
    Basis(
        text="Nghị định",
        symbol="13/2023/NĐ-CP",
        article="2",
        clause="3",
        valid_from=dt.date(2023, 7, 1),
        valid_until=dt.date(2025, 12, 31),
    ),
    PRACTICE,
)
"""What personal data is."""

_DEMOCRACY_LAW: Final = Basis(
    text="Luật Thực hiện dân chủ ở cơ sở", symbol="10/2022/QH15", valid_from=dt.date(2023, 7, 1)
)
_DEMOCRACY_DECREE: Final = Basis(text="Nghị định", symbol="59/2023/NĐ-CP", valid_from=dt.date(2023, 8, 15))
LOCAL_GOVERNMENT_LAW: Final = Basis(
    text="Luật Tổ chức chính quyền địa phương", symbol="72/2025/QH15", valid_from=dt.date(2025, 6, 16)
)
_BEFORE_IT: Final = dt.date(2025, 6, 15)

BOARD_ANSWERS: Final = attrs.evolve(
    _DEMOCRACY_LAW,
    article="40",
    clause="1",
    point="c",
    also=(
        Provision(
            text=_DEMOCRACY_LAW.text, symbol=_DEMOCRACY_LAW.symbol, article="45", clause="2", point="c"
        ),
    ),
    confidence=Confidence.SECONDARY,  # read as of 2022; other laws may have changed it in 2025
)
"""By when recommendations of inspection and investment boards are answered."""

ELECTIONS: Final = Basis(
    text="Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
    symbol="85/2015/QH13",
    amended_by=(Provision(text="Luật", symbol="83/2025/QH15"),),
    valid_from=dt.date(2025, 7, 1),
)
"""How the Front prepares an election, as the law stands since July 2025; what it said before was not read."""
ELECTION_DAY: Final = attrs.evolve(
    ELECTIONS, article="5", amended_by=(), valid_from=None, confidence=Confidence.SECONDARY
)

_COMMUNE_DIALOGUES: Final = Provision(
    text=_DEMOCRACY_LAW.text, symbol=_DEMOCRACY_LAW.symbol, article="32", clause="1"
)
DIALOGUES: Final = (
    attrs.evolve(LOCAL_GOVERNMENT_LAW, article="43", also=(_COMMUNE_DIALOGUES,)),
    attrs.evolve(_DEMOCRACY_LAW, article="32", clause="1", valid_until=_BEFORE_IT),
)
"""The government of a commune meets the people at least once a year."""

PARTY_DIALOGUES: Final = (
    Basis(
        text="Quy định",
        symbol="11-QĐi/TW",
        valid_from=dt.date(2019, 2, 18),
        confidence=Confidence.SECONDARY,
    ),
    PRACTICE,
)
"""The head of a Party committee meets the people; how often is practice, for the text names no number."""

BOARD_NORMS: Final = (
    BoardNorm(
        board=BoardOf.INSPECTION,
        least=5,
        greatest=11,
        runs_on=RunsOn(
            elected_before=dt.date(2023, 8, 15), until=dt.date(2025, 12, 31), numbers=(5, 7, 9, 11)
        ),  # Nghị định 59/2023/NĐ-CP, Article 29
        basis=Basis(
            text="Nghị định",
            symbol="159/2016/NĐ-CP",
            valid_from=dt.date(2017, 2, 1),
            valid_until=dt.date(2023, 8, 7),  # ended by Nghị định 59/2023/NĐ-CP, Article 28(2)
            confidence=Confidence.SECONDARY,  # its end was read, its numbers are known from others
        ),
    ),
    *(
        BoardNorm(board=BoardOf.INSPECTION, least=5, by_villages=True, basis=basis)
        for basis in _and_after(
            attrs.evolve(
                _DEMOCRACY_LAW,
                article="36",
                clause="1",
                also=(Provision(text="Nghị định", symbol="59/2023/NĐ-CP", article="13", clause="2"),),
            )
        )
    ),
    BoardNorm(
        board=BoardOf.INSPECTION_VICE_HEADS,
        least=0,
        greatest=2,
        basis=attrs.evolve(_DEMOCRACY_DECREE, article="13", clause="3"),
    ),
    *(
        BoardNorm(board=BoardOf.INVESTMENT, least=5, basis=basis)
        for basis in _and_after(attrs.evolve(_DEMOCRACY_LAW, article="41", clause="1"))
    ),
    BoardNorm(
        board=BoardOf.INVESTMENT_REPRESENTATIVES,
        least=0,
        greatest=5,
        basis=attrs.evolve(_DEMOCRACY_DECREE, article="17", clause="2"),
    ),
    BoardNorm(
        board=BoardOf.INVESTMENT_VICE_HEADS,
        least=0,
        greatest=2,
        basis=attrs.evolve(_DEMOCRACY_DECREE, article="17", clause="3"),
    ),
)
"""The norms that are known; `boards_have_the_people_that_the_law_asks_for` takes others as its parameter."""


@attrs.frozen(kw_only=True)
class IncomeNorm:
    """Between what the income of a person and year lies in a commune, in đồng."""

    least: int
    greatest: int
    basis: Basis


def _income_of_a_time(least: int, greatest: int, first: int | None, last: int | None) -> IncomeNorm:
    basis = Basis(
        text="Mức thường gặp trong báo cáo của các địa phương",
        valid_from=dt.date(first, 1, 1) if first else None,
        valid_until=dt.date(last, 12, 31) if last else None,
        confidence=Confidence.SECONDARY,
    )
    return IncomeNorm(least=least, greatest=greatest, basis=basis)


INCOME_NORMS: Final = (
    _income_of_a_time(8_000_000, 500_000_000, 2021, None),
    _income_of_a_time(3_000_000, 300_000_000, 2011, 2020),
    _income_of_a_time(500_000, 100_000_000, None, 2010),
)
"""Below the poverty line of its time no commune lies on average by far; a profile may set others."""


CHARTER: Final = Basis(text="Điều lệ Mặt trận Tổ quốc Việt Nam", confidence=Confidence.SECONDARY)
"""The Charter of the Front, of which no copy was read."""

FRONT_TERMS: Final = (CHARTER,)
CONGRESSES: Final = Basis(
    text="Hướng dẫn",
    symbol="03/HD-MTTW-BTT",
    valid_from=dt.date(2025, 7, 28),
    confidence=Confidence.SECONDARY,
)
"""The congresses of 2025, of communes before 30/9, of provinces by 11/2025, began the term to 2030."""

COUNCIL_TERMS: Final = (
    attrs.evolve(LOCAL_GOVERNMENT_LAW, article="5", clause="4"),
    Basis(
        text="Luật Tổ chức chính quyền địa phương",
        symbol="77/2015/QH13",
        valid_until=_BEFORE_IT,
        confidence=Confidence.SECONDARY,
    ),
    PRACTICE,
)
ASSEMBLY_TERMS: Final = (
    Basis(text="Hiến pháp năm 2013", article="71", clause="1", confidence=Confidence.SECONDARY),
)
ASSEMBLIES: Final = {
    9: (1992, 1997),
    10: (1997, 2002),
    11: (2002, 2007),
    12: (2007, 2011),
    13: (2011, 2016),
    14: (2016, 2021),
    15: (2021, 2026),
    16: (2026, 2031),
}
"""The National Assemblies by their number, with the years of their first and their last day."""
PARTY_TERMS: Final = (Basis(text="Điều lệ Đảng Cộng sản Việt Nam", confidence=Confidence.SECONDARY),)
"""How long a term of office lasts: five years each, by texts of different bodies."""

FRONT_LAW: Final = Basis(
    text="Luật Mặt trận Tổ quốc Việt Nam", symbol="75/2015/QH13", valid_from=dt.date(2016, 1, 1)
)
FRONT_BOARDS: Final = (
    attrs.evolve(
        FRONT_LAW,
        article="6",
        clause="3",
        amended_by=(Provision(text="Luật", symbol="97/2025/QH15"),),
        valid_from=TWO_TIERS,
        confidence=Confidence.SECONDARY,  # the boards are law, one in each area is practice
    ),
    attrs.evolve(
        FRONT_LAW,
        article="6",
        valid_until=TWO_TIERS - _DAY,
        confidence=Confidence.SECONDARY,
    ),
    PRACTICE,
)
"""The Committee of a commune sets up a Front Working Board in each residential area."""

POVERTY_CLASSES: Final = (
    Basis(
        text="Nghị định",
        symbol="351/2025/NĐ-CP",
        valid_from=dt.date(2027, 1, 1),
        valid_until=dt.date(2030, 12, 31),
        confidence=Confidence.SECONDARY,  # its lines are known from others, its classes were not read
    ),
    Basis(
        text="Nghị định",
        symbol="07/2021/NĐ-CP",
        article="3",
        amended_by=(Provision(text="Nghị định", symbol="30/2025/NĐ-CP"),),
        valid_from=dt.date(2022, 1, 1),
        valid_until=dt.date(2026, 12, 31),  # prolonged by Nghị định 351/2025/NĐ-CP
    ),
    Basis(
        text="Quyết định",
        symbol="59/2015/QĐ-TTg",
        valid_from=dt.date(2016, 1, 5),
        valid_until=dt.date(2021, 12, 31),
        confidence=Confidence.SECONDARY,
    ),
)
"""The texts by which no household is both poor and near-poor: one line of income, less or more lacking."""


_RELIEF: Final = Basis(text="Nghị định", symbol="93/2021/NĐ-CP", valid_from=dt.date(2021, 12, 11))
RELIEF_DEADLINES: Final = (
    attrs.evolve(_RELIEF, article="8"),
    Basis(
        text="Nghị định",
        symbol="64/2008/NĐ-CP",
        article="7",
        valid_from=dt.date(2008, 6, 6),
        valid_until=dt.date(2021, 12, 10),
    ),
)
"""How long a campaign for relief takes in and hands out: the days themselves stand on `ReliefAction`."""
RELIEF_PUBLICATION: Final = (
    attrs.evolve(
        _RELIEF,
        article="14",
        also=(Provision(text=_RELIEF.text, symbol=_RELIEF.symbol, article="13", clause="2"),),
    ),
)
"""By when it is made public what came in and what was handed out."""


@attrs.frozen(kw_only=True, eq=False)  # found fast in a cache
class CampaignName:
    """The name of a campaign of the whole Front.

    Args:
        name: the name.
        basis: from where the name is known.

    >>> from mttq.rules import CAMPAIGNS
    >>> name = CAMPAIGNS[0]
    >>> name.name, name.basis.symbol
    ('Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh', '121/2017/TT-BTC')
    """

    name: str
    basis: Basis


CAMPAIGNS: Final = (
    CampaignName(
        name="Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        basis=Basis(text="Thông tư", symbol="121/2017/TT-BTC", article="1", clause="1"),
    ),
    CampaignName(  # its money goes through the other since 2018, its name goes on
        name="Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư",
        basis=Basis(text="Thông tư", symbol="121/2017/TT-BTC", article="7", clause="1"),
    ),
    CampaignName(  # a movement of the State, not the Front's campaign of the line above
        name="Toàn dân đoàn kết xây dựng đời sống văn hóa",
        basis=Basis(text="Thông tư liên tịch", symbol="144/2014/TTLT-BTC-BVHTTDL"),
    ),
    CampaignName(
        name="Người Việt Nam ưu tiên dùng hàng Việt Nam",
        basis=Basis(text="Tên ghi trong báo cáo của các địa phương", confidence=Confidence.SECONDARY),
    ),
)
"""The names that are known; `campaigns_have_their_names` takes others as its parameter."""
