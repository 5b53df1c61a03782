"""Members of the socio-political organisations, and those brought to the Party."""

import enum
from typing import Annotated

import attrs

from mttq._declared.relations import MERGED, OPENING, STOCK, at_most, same_as, total_of
from mttq._declared.types import KEY, Count, Label, checked
from mttq.values import Period

__all__ = ["Membership", "OrganisationMembership", "SocioPoliticalOrganization"]


class SocioPoliticalOrganization(enum.StrEnum):
    """The five socio-political organisations (Luật MTTQ Việt Nam, Điều 5(2), sửa đổi năm 2025)."""

    TRADE_UNION = "Công đoàn Việt Nam"
    FARMERS = "Hội Nông dân Việt Nam"
    YOUTH_UNION = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
    WOMENS_UNION = "Hội Liên hiệp Phụ nữ Việt Nam"
    VETERANS = "Hội Cựu chiến binh Việt Nam"

    @property
    def has_union_members(self) -> bool:
        """Whether its members are đoàn viên; else they are hội viên."""
        return self in (SocioPoliticalOrganization.TRADE_UNION, SocioPoliticalOrganization.YOUTH_UNION)


@attrs.frozen(kw_only=True, field_transformer=checked)
class OrganisationMembership:
    """The members of one organisation over a period."""

    organisation: Annotated[SocioPoliticalOrganization, Label("Tổ chức"), KEY]
    opening: Annotated[Count | None, Label("Đầu kỳ"), OPENING, same_as("<closing")] = None
    admitted: Annotated[Count | None, Label("Kết nạp mới")] = None
    left: Annotated[Count | None, Label("Giảm"), at_most("opening", "admitted")] = None
    closing: Annotated[Count | None, Label("Cuối kỳ"), STOCK, total_of("opening", "admitted", "-left")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Membership:
    """Union members (đoàn viên) and association members (hội viên) of all organisations."""

    period: Annotated[Period | None, Label("Kỳ")] = None
    union_members: Annotated[
        Count | None, Label("Đoàn viên"), STOCK, same_as("/kl62-pl1.membership.members.first")
    ] = None
    association_members: Annotated[
        Count | None, Label("Hội viên"), STOCK, same_as("/kl62-pl1.membership.members.second")
    ] = None
    admitted_union_members: Annotated[
        Count | None, Label("Đoàn viên kết nạp mới"), same_as("/kl62-pl1.membership.admitted.first")
    ] = None
    admitted_association_members: Annotated[
        Count | None, Label("Hội viên kết nạp mới"), same_as("/kl62-pl1.membership.admitted.second")
    ] = None
    nominated_to_party: Annotated[Count | None, Label("Giới thiệu cho Đảng")] = None
    admitted_to_party: Annotated[
        Count | None,
        Label("Được kết nạp Đảng"),
        at_most("nominated_to_party"),
        same_as("/kl62-pl1.membership.admitted_to_party"),
    ] = None
    organisations: Annotated[tuple[OrganisationMembership, ...], Label("Tổ chức đoàn thể"), MERGED] = ()
