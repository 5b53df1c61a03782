"""Register of Great Unity houses with its key figures.

Seen in November 2026 in a provincial system of Nghệ An, kept by the Front Committees of province and
communes. It runs on from year to year.  Names of households are left out.
"""

import enum

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._labels import column, row, section, table
from mttq.forms._register import form
from mttq.values import Share

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
