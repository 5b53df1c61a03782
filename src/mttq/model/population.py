"""Population, poverty and economy of a unit, each with the time at which it held."""

from typing import Annotated

import attrs

from mttq._declared.relations import NO_SUM, STOCK, Counts, between, each, same_as, share_of
from mttq._declared.types import Count, Label, checked
from mttq.values import Period, Quantity, Share

__all__ = ["EconomyProfile", "PopulationProfile", "PovertyFigure"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class PovertyFigure:
    """Households of one poverty class with the percentage that the report prints next to them.

    Poor and near-poor households are disjoint classes (Nghị định 07/2021/NĐ-CP, Điều 3).
    """

    households: Annotated[Count | None, Label("Số hộ"), STOCK] = None
    share: Annotated[Share | None, Label("Tỷ lệ"), share_of("households", "^households")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PopulationProfile:
    """How many live in the unit."""

    as_of: Annotated[Period | None, Label("Thời điểm số liệu")] = None
    villages: Annotated[Count | None, Label("Số thôn, tổ dân phố"), STOCK] = None
    households: Annotated[Count | None, Label("Số hộ"), STOCK, Counts("households")] = None
    persons: Annotated[
        Count | None, Label("Số nhân khẩu"), STOCK, Counts("persons"), each("households", 2, 7)
    ] = None
    poor: Annotated[PovertyFigure, Label("Hộ nghèo")] = PovertyFigure()
    near_poor: Annotated[PovertyFigure, Label("Hộ cận nghèo")] = PovertyFigure()
    ethnic_groups: Annotated[Count | None, Label("Số dân tộc"), NO_SUM, same_as("#ethnic_group_names")] = None
    ethnic_group_names: Annotated[tuple[str, ...], Label("Tên dân tộc")] = ()


@attrs.frozen(kw_only=True, field_transformer=checked)
class EconomyProfile:
    """What the unit lives on.

    >>> EconomyProfile(as_of=Period.of_year(2023), sown_area=Quantity.of(310, "ha")).sown_area.value
    Decimal('310')
    """

    as_of: Annotated[Period | None, Label("Thời điểm số liệu")] = None
    sown_area: Annotated[Quantity | None, Label("Diện tích gieo trồng hằng năm")] = None
    grain_output: Annotated[Quantity | None, Label("Sản lượng lương thực có hạt")] = None
    forest_land: Annotated[Quantity | None, Label("Đất lâm nghiệp"), STOCK] = None
    income_per_person: Annotated[
        Quantity | None, Label("Thu nhập bình quân đầu người"), NO_SUM, between(500_000, 500_000_000)
    ] = None
