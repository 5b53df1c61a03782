"""Register of Great Unity houses with its key figures.

Seen in November 2026 in a provincial system of Nghệ An, kept by the Front Committees of province and
communes. It runs on from year to year.  Names of households are left out.
"""

import enum
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import ClassVar, Final, Self

import attrs

from mttq import model
from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._counting import total
from mttq.forms._labels import column, row, section, table
from mttq.forms._register import form
from mttq.values import Period, Share, Tier

__all__ = [
    "HouseRegister",
    "HouseSource",
    "HouseState",
    "Household",
    "HousesOfCommune",
    "KeyFigures",
    "Level",
    "RegisteredHouse",
    "Work",
]


class HouseSource(enum.Enum):
    """Where the money is from."""

    FUND_FOR_THE_POOR = "Vì người nghèo"
    RELIEF = "Cứu trợ"
    BUDGET = "Ngân sách"
    INTRODUCED = "Giới thiệu"


class Level(enum.Enum):
    """Who gives it."""

    PROVINCE = "Cấp tỉnh"
    COMMUNE = "Cấp xã"
    DIRECT = "Ủng hộ trực tiếp"
    CENTRE = "Trung ương"


class Household(enum.Enum):
    """For whom it is."""

    POOR = "Hộ nghèo"
    NEAR_POOR = "Cận nghèo"
    IN_NEED = "Khó khăn"


class Work(enum.Enum):
    """What is done."""

    BUILT = "Xây mới"
    REPAIRED = "Sửa chữa"


class HouseState(enum.Enum):
    """How far it is."""

    SURVEYED = "Đang khảo sát"
    APPROVED = "Đã phê duyệt"
    UNDER_WAY = "Đang thực hiện"
    HANDED_OVER = "Đã bàn giao"
    SUSPENDED = "Tạm dừng"


@columns
@attrs.frozen(kw_only=True)
class RegisteredHouse:
    """One house."""

    commune: str | None = column("Xã, phường")
    source: HouseSource | None = column("Nguồn")
    level: Level | None = column("Nguồn hỗ trợ")
    household: Household | None = column("Đối tượng")
    work: Work | None = column("Loại hình")
    state: HouseState | None = column("Trạng thái")
    amount: Money | None = column("Số tiền")


@columns
@attrs.frozen(kw_only=True)
class HousesOfCommune:
    """The houses of a commune."""

    name: str | None = column("Xã, phường")
    houses: Count | None = column("Số nhà", unit="houses")
    amount: Money | None = column("Số tiền")


@attrs.frozen(kw_only=True)
class KeyFigures:
    """The key figures of the register."""

    houses: Count | None = row(
        "K1", "Tổng số nhà", unit="houses", same_as="#~houses", total_of=("~by_commune.*.houses",)
    )
    amount: Money | None = row(
        "K2", "Tổng số tiền", total_of=(("~houses.*.amount",), ("~by_commune.*.amount",))
    )
    handed_over: Count | None = row("K3", "Đã bàn giao", unit="houses", at_most="houses")
    share: Share | None = row("K4", "Tỷ lệ bàn giao", unit="percent", share_of=("handed_over", "houses"))
    mean: Money | None = row("K5", "Bình quân mỗi nhà")


@form("nghean-nha-dai-doan-ket", title="Sổ theo dõi nhà Đại đoàn kết", cumulative=True)
@attrs.frozen(kw_only=True)
class HouseRegister:
    """The houses of a unit.

    >>> HouseRegister(houses=(RegisteredHouse(work=Work.BUILT, amount=60_000_000),)).houses[0].amount
    60000000
    """

    houses: tuple[RegisteredHouse, ...] = table(None, "Các nhà")
    figures: KeyFigures = section(None, "Chỉ số chính")
    by_commune: tuple[HousesOfCommune, ...] = table("K6", "Theo xã phường", key="name", merge=True)

    entered_from: ClassVar[str] = "funds.houses"

    @classmethod
    def tally(cls, records: Iterable[model.Houses]) -> Self:
        """Enter houses as their records tell them: one line for each house of a record.

        The sum of a house is the one that its record tells for each, or for it alone; else it stays blank,
        and so does what the register has no word for.  Where records of one time do not all tell the same of
        their houses, or times overlap, one may be part of another: then nothing is entered.

        >>> two = model.Houses(work=model.HouseWork.BUILT, count=2, support_each=60_000_000)
        >>> register = HouseRegister.tally([two])
        >>> [house.amount for house in register.houses], register.figures.amount
        ([60000000, 60000000], 120000000)
        """
        found = tuple(records)
        kinds = {(item.period, item.work in _WORKS, _told_of(item)) for item in found}
        overlap = any(_may_overlap(one[0], other[0]) for one, other in combinations(kinds, 2))
        if overlap or any(item.count is None for item in found):
            return cls()
        houses = tuple(house for item in found for house in (_entered(item),) * (item.count or 0))
        handed_over = [house.state is HouseState.HANDED_OVER for house in houses if house.state]
        figures = KeyFigures(
            houses=len(houses),
            amount=total(house.amount for house in houses),
            handed_over=sum(handed_over) if len(handed_over) == len(houses) else None,
        )
        return cls(houses=houses, figures=figures) if houses else cls()


_SOURCES: Final[Mapping[object, HouseSource]] = {
    model.HouseSource.FUND_FOR_THE_POOR: HouseSource.FUND_FOR_THE_POOR,
    model.HouseSource.RELIEF_FUND: HouseSource.RELIEF,
    model.HouseSource.STATE_BUDGET: HouseSource.BUDGET,
}
_HOUSEHOLDS: Final[Mapping[object, Household]] = {item: Household[item.name] for item in model.HouseholdClass}
_WORKS: Final[Mapping[object, Work]] = {
    model.HouseWork.BUILT: Work.BUILT,
    model.HouseWork.REPAIRED: Work.REPAIRED,
}
_LEVELS: Final[Mapping[object, Level]] = {
    Tier.CENTRE: Level.CENTRE,
    Tier.PROVINCE: Level.PROVINCE,
    Tier.COMMUNE: Level.COMMUNE,
}
_STATES: Final[Mapping[object, HouseState]] = {
    state: HouseState["UNDER_WAY" if state.name == "STARTED" else state.name] for state in model.HouseState
}


def _told_of(item: model.Houses) -> tuple[bool, ...]:
    """Return which details of its houses a record tells."""
    details = (item.source, item.source_tier, item.state, item.household_class)
    return tuple(detail is not None for detail in details)


def _may_overlap(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return True
    begins, ends = max(one.bounds[0], other.bounds[0]), min(one.bounds[1], other.bounds[1])
    return begins <= ends


def _entered(item: model.Houses) -> RegisteredHouse:
    amount = item.amount if item.count == 1 and item.support_each is None else item.support_each
    return RegisteredHouse(
        source=_SOURCES.get(item.source),
        level=_LEVELS.get(item.source_tier),
        household=_HOUSEHOLDS.get(item.household_class),
        work=_WORKS.get(item.work),
        state=_STATES.get(item.state),
        amount=amount if isinstance(amount, int) else None,
    )
