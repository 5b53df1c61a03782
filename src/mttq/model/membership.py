"""Member organisations of the Front, their members, and those brought to the Party.

>>> organization: MemberOrganization = MassAssociation.OTHER
>>> organization.value
'tổ chức thành viên khác'
"""

import enum
from typing import Annotated, Final, TypeAlias

import attrs

from mttq._declared.relations import MERGED, OPENING, STOCK, at_most, same_as, total_of
from mttq._declared.types import KEY, Count, Label, NotBlank, checked
from mttq.values import Period

__all__ = [
    "MassAssociation",
    "MemberOrganization",
    "Membership",
    "OrganisationMembership",
    "SocioPoliticalOrganization",
]


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


class MassAssociation(enum.StrEnum):
    """The mass associations to which Party and State assign tasks; directly under the Front since 01/7/2025.

    Luật MTTQ Việt Nam, Điều 5(2), sửa đổi năm 2025; the list of Hướng dẫn 05/HD-MTTW-BTT of 30/7/2025, and
    the one that Kết luận 230-KL/TW of 05/01/2026 adds to it.  Localities have others of their own.
    """

    SCIENCE_AND_TECHNOLOGY = "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"
    FRIENDSHIP = "Liên hiệp các tổ chức hữu nghị Việt Nam"
    LITERATURE_AND_ARTS = "Liên hiệp các Hội Văn học nghệ thuật Việt Nam"
    COMMERCE_AND_INDUSTRY = "Liên đoàn Thương mại và Công nghiệp Việt Nam"
    WRITERS = "Hội Nhà văn Việt Nam"
    JOURNALISTS = "Hội Nhà báo Việt Nam"
    JURISTS = "Hội Luật gia Việt Nam"
    COOPERATIVES = "Liên minh Hợp tác xã Việt Nam"
    RED_CROSS = "Hội Chữ thập đỏ Việt Nam"
    BAR = "Liên đoàn Luật sư Việt Nam"
    FOLK_ARTS = "Hội Văn nghệ dân gian Việt Nam"
    MUSICIANS = "Hội Nhạc sĩ Việt Nam"
    CINEMA = "Hội Điện ảnh Việt Nam"
    DANCE = "Hội Nghệ sĩ múa Việt Nam"
    ARCHITECTS = "Hội Kiến trúc sư Việt Nam"
    FINE_ARTS = "Hội Mỹ thuật Việt Nam"
    STAGE = "Hội Nghệ sĩ sân khấu Việt Nam"
    ETHNIC_LITERATURE_AND_ARTS = "Hội Văn học nghệ thuật các dân tộc thiểu số Việt Nam"
    PHOTOGRAPHERS = "Hội Nghệ sĩ nhiếp ảnh Việt Nam"
    ELDERLY = "Hội Người cao tuổi Việt Nam"
    BLIND = "Hội Người mù Việt Nam"
    TRADITIONAL_MEDICINE = "Hội Đông y Việt Nam"
    AGENT_ORANGE_VICTIMS = "Hội Nạn nhân chất độc da cam/dioxin Việt Nam"
    MEDICINE = "Tổng hội Y học Việt Nam"
    FORMER_YOUTH_VOLUNTEERS = "Hội Cựu thanh niên xung phong Việt Nam"
    DISABLED_AND_ORPHANS = "Hội Bảo trợ người khuyết tật và trẻ mồ côi Việt Nam"
    DISABLED_CHILDREN = "Hội Cứu trợ trẻ em tàn tật Việt Nam"
    LEARNING = "Hội Khuyến học Việt Nam"
    HISTORY = "Hội Khoa học lịch sử Việt Nam"
    PUBLISHING = "Hội Xuất bản Việt Nam"
    FORMER_POLICE = "Hội Cựu Công an nhân dân Việt Nam"
    OTHER = "tổ chức thành viên khác"


MemberOrganization: TypeAlias = Annotated[SocioPoliticalOrganization | MassAssociation | str, NotBlank()]
"""A member organisation of the Front: one that is listed, or any other by its name."""

_SOCIO_POLITICAL: Final = frozenset(SocioPoliticalOrganization)


@attrs.frozen(kw_only=True, field_transformer=checked)
class OrganisationMembership:
    """The members of one organisation over a period.

    >>> OrganisationMembership(organisation=MassAssociation.RED_CROSS, closing=85).has_union_members
    False
    """

    organisation: Annotated[MemberOrganization, Label("Tổ chức"), KEY]
    opening: Annotated[Count | None, Label("Đầu kỳ"), OPENING, same_as("<closing")] = None
    admitted: Annotated[Count | None, Label("Kết nạp mới")] = None
    left: Annotated[Count | None, Label("Giảm"), at_most("opening", "admitted")] = None
    closing: Annotated[Count | None, Label("Cuối kỳ"), STOCK, total_of("opening", "admitted", "-left")] = None

    @property
    def has_union_members(self) -> bool:
        """Whether its members are đoàn viên; else they are hội viên."""
        return self.organisation in (
            SocioPoliticalOrganization.TRADE_UNION,
            SocioPoliticalOrganization.YOUTH_UNION,
        )

    @property
    def is_socio_political(self) -> bool:
        """Whether it is one of the five whose members the totals of a report count."""
        return self.organisation in _SOCIO_POLITICAL


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
