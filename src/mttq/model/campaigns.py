"""Campaigns, emulation movements, models, the unity festival, commendations, conferences."""

import datetime as dt
import enum
from typing import Annotated

import attrs

from mttq._declared.relations import MERGED, NO_SUM, Counts, at_most, each, same_as, share_of
from mttq._declared.types import KEY, Count, Label, checked
from mttq.values import Period, Quantity, Share

__all__ = [
    "Campaign",
    "Campaigns",
    "Commendation",
    "Conference",
    "ConferenceForm",
    "EmulationMovement",
    "ExemplaryModel",
    "GreatUnityFestival",
]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Campaign:
    """A campaign (cuộc vận động) by the name that the report gives it."""

    name: Annotated[str, Label("Tên cuộc vận động"), KEY]
    launched_by: Annotated[str | None, Label("Cơ quan phát động")] = None
    launched_on: Annotated[dt.date | None, Label("Ngày phát động"), at_most("/header.date")] = None
    period: Annotated[Period | None, Label("Kỳ")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class EmulationMovement:
    """A patriotic emulation movement (phong trào thi đua yêu nước).

    >>> EmulationMovement(name="Đoàn kết sáng tạo", period=Period.of_year(2023)).period.iso
    '2023'
    """

    name: Annotated[str, Label("Tên phong trào"), KEY]
    launched_by: Annotated[str | None, Label("Cơ quan phát động")] = None
    launched_on: Annotated[dt.date | None, Label("Ngày phát động"), at_most("/header.date")] = None
    period: Annotated[Period | None, Label("Kỳ")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class ExemplaryModel:
    """A model (mô hình) that others may follow.

    >>> ExemplaryModel(name="Khu dân cư tự quản", number=6, households=412).number
    6
    """

    name: Annotated[str, Label("Tên mô hình"), KEY]
    number: Annotated[Count | None, Label("Số mô hình")] = None
    households: Annotated[Count | None, Label("Số hộ tham gia"), at_most("/population.households")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class GreatUnityFestival:
    """The Great Unity Festival (Ngày hội Đại đoàn kết toàn dân tộc) of a year or of many.

    >>> GreatUnityFestival(period=Period.of_year(2023), areas=6, areas_holding=6).areas
    6
    """

    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    stated_years: Annotated[Count | None, Label("Số năm nêu trong báo cáo"), NO_SUM] = None
    areas: Annotated[
        Count | None,
        Label("Tổng số khu dân cư"),
        same_as("/population.villages", where="period.kind=YEAR"),
    ] = None
    areas_holding: Annotated[Count | None, Label("Số khu dân cư tổ chức"), at_most("areas")] = None
    areas_with_both_parts: Annotated[
        Count | None, Label("Tổ chức cả phần lễ và phần hội"), at_most("areas_holding")
    ] = None
    share_holding: Annotated[
        Share | None, Label("Tỷ lệ khu dân cư tổ chức"), share_of("areas_holding", "areas")
    ] = None
    households_commended: Annotated[
        Count | None,
        Label("Hộ được biểu dương"),
        at_most("/population.households", where="period.kind=YEAR"),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Commendation:
    """Commendation and reward (biểu dương, khen thưởng) on one occasion."""

    occasion: Annotated[str | None, Label("Dịp"), KEY] = None
    authority: Annotated[str | None, Label("Cơ quan khen thưởng"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    collectives: Annotated[Count | None, Label("Tập thể")] = None
    individuals: Annotated[Count | None, Label("Cá nhân")] = None
    households: Annotated[Count | None, Label("Hộ gia đình")] = None


class ConferenceForm(enum.StrEnum):
    """Whether a conference dealt with one subject alone or with others too."""

    SEPARATE = "riêng"
    INTEGRATED = "lồng ghép"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Conference:
    """Conferences (hội nghị) held on one subject, and the people they reached (lượt người)."""

    subject: Annotated[str, Label("Nội dung"), KEY]
    form: Annotated[ConferenceForm | None, Label("Hình thức"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    held: Annotated[Quantity | None, Label("Số hội nghị"), Counts("conferences")] = None
    attendances: Annotated[
        Quantity | None, Label("Lượt người dự"), Counts("persons"), each("held", 10, 300)
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Campaigns:
    """All that a report says about campaigns, movements and communication."""

    campaigns: Annotated[tuple[Campaign, ...], Label("Cuộc vận động")] = ()
    movements: Annotated[tuple[EmulationMovement, ...], Label("Phong trào thi đua")] = ()
    models: Annotated[tuple[ExemplaryModel, ...], Label("Mô hình")] = ()
    festivals: Annotated[tuple[GreatUnityFestival, ...], Label("Ngày hội Đại đoàn kết"), MERGED] = ()
    commendations: Annotated[tuple[Commendation, ...], Label("Đợt khen thưởng")] = ()
    conferences: Annotated[tuple[Conference, ...], Label("Hội nghị")] = ()
