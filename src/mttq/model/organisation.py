"""The Front in a unit: committee, boards, groups, cadres, Party cells."""

import datetime as dt
import enum
from typing import Annotated

import attrs

from mttq._declared.relations import (
    MERGED,
    NO_SUM,
    STOCK,
    Counts,
    at_least,
    at_most,
    between,
    each,
    same_as,
    share_of,
    total_of,
)
from mttq._declared.types import KEY, Count, Label, checked
from mttq.values import Period, Quantity, Share, Tier

__all__ = [
    "CadreQualification",
    "CadreTransfers",
    "Cadres",
    "CommitteeCategory",
    "CommitteeGroup",
    "CommunityInvestmentSupervisionBoard",
    "FrontCommittee",
    "FrontWorkingBoards",
    "Organisation",
    "PartOfMembers",
    "PartyOrganisation",
    "PeoplesInspectionBoard",
    "PoliticalTheoryLevels",
    "SelfManagementGroups",
    "SelfManagementKind",
    "StandingBoard",
    "Training",
]


class CommitteeCategory(enum.StrEnum):
    """From whom the members of a Front Committee come (thành phần Ủy ban MTTQ).

    >>> CommitteeCategory("working_board_head").name
    'WORKING_BOARD_HEAD'
    """

    MEMBER_ORGANIZATION = "member_organization"
    CHAIR_OF_LOWER_COMMITTEE = "chair_of_lower_committee"
    STRATA_REPRESENTATIVE = "strata_representative"
    OUTSTANDING_INDIVIDUAL = "outstanding_individual"
    WORKING_BOARD_HEAD = "working_board_head"
    SECTOR_AGENCY = "sector_agency"
    CADRE = "cadre"


@attrs.frozen(kw_only=True, field_transformer=checked)
class CommitteeGroup:
    """Members of one category; the parts are what the report lists in brackets behind it.

    >>> CommitteeGroup(category=CommitteeCategory.CADRE, members=2, chairs=1, vice_chairs=1).members
    2
    """

    category: Annotated[CommitteeCategory, Label("Loại thành phần"), KEY]
    members: Annotated[
        Count,
        Label("Số vị"),
        total_of("chairs", "vice_chairs", ...),
        at_most("/population.villages", where="category=WORKING_BOARD_HEAD", tiers=(Tier.COMMUNE,)),
    ]
    chairs: Annotated[Count | None, Label("Chủ tịch")] = None
    vice_chairs: Annotated[Count | None, Label("Phó Chủ tịch")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PartOfMembers:
    """How many of the members are so, with the percentage that the report prints beside them."""

    members: Annotated[Count | None, Label("Số vị"), at_most("^members", optional=True)] = None
    share: Annotated[Share | None, Label("Tỷ lệ"), share_of("members", "^members")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class FrontCommittee:
    """The Front Committee (Ủy ban MTTQ) of the unit: how many it is, from where, and of what sort."""

    term: Annotated[Period | None, Label("Nhiệm kỳ")] = None
    members: Annotated[
        Count | None,
        Label("Tổng số vị"),
        total_of("composition.*.members"),
        total_of("re_elected.members", "newly_elected.members", ...),
    ] = None
    composition: Annotated[tuple[CommitteeGroup, ...], Label("Thành phần")] = ()
    women: Annotated[PartOfMembers, Label("Nữ")] = PartOfMembers()
    non_party: Annotated[PartOfMembers, Label("Ngoài Đảng")] = PartOfMembers()
    ethnic_minorities: Annotated[PartOfMembers, Label("Dân tộc thiểu số")] = PartOfMembers()
    religious: Annotated[PartOfMembers, Label("Tôn giáo")] = PartOfMembers()
    under_40: Annotated[PartOfMembers, Label("Dưới 40 tuổi")] = PartOfMembers()
    university: Annotated[PartOfMembers, Label("Trình độ đại học trở lên")] = PartOfMembers()
    re_elected: Annotated[PartOfMembers, Label("Tái cử")] = PartOfMembers()
    newly_elected: Annotated[PartOfMembers, Label("Tham gia lần đầu")] = PartOfMembers()
    presidium: Annotated[Count | None, Label("Đoàn Chủ tịch")] = None
    delegates: Annotated[Count | None, Label("Đại biểu dự Đại hội")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class StandingBoard:
    """The Standing Board (Ban Thường trực).

    >>> StandingBoard(members=5, chairs=1, vice_chairs=3, standing_members=1).members
    5
    """

    members: Annotated[
        Count | None, Label("Tổng số"), total_of("chairs", "vice_chairs", "standing_members", ...)
    ] = None
    chairs: Annotated[Count | None, Label("Chủ tịch"), between(0, 1)] = None
    vice_chairs: Annotated[Count | None, Label("Phó Chủ tịch")] = None
    part_time_vice_chairs: Annotated[Count | None, Label("Phó Chủ tịch không chuyên trách")] = None
    standing_members: Annotated[Count | None, Label("Ủy viên thường trực")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class FrontWorkingBoards:
    """The Front Working Boards (Ban công tác Mặt trận) of the residential areas.

    >>> FrontWorkingBoards(boards=6, members=42, members_each=Quantity.of(7, "persons")).members
    42
    """

    boards: Annotated[Count | None, Label("Số ban"), STOCK] = None
    members: Annotated[
        Count | None, Label("Số thành viên"), STOCK, each("boards", 5, 15), same_as("boards * members_each")
    ] = None
    members_each: Annotated[Quantity | None, Label("Số thành viên mỗi ban"), NO_SUM, between(5, 15)] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PeoplesInspectionBoard:
    """The People's Inspection Board (Ban Thanh tra nhân dân), Luật 10/2022/QH15, Điều 36.

    >>> PeoplesInspectionBoard(boards=1, members=7, inspections=3, recommendations=2).resolved is None
    True
    """

    boards: Annotated[
        Count | None, Label("Số ban"), STOCK, same_as("/kl62-pl1.cadres.peoples_inspection.first")
    ] = None
    members: Annotated[
        Count | None, Label("Số thành viên"), STOCK, same_as("/kl62-pl1.cadres.peoples_inspection.second")
    ] = None
    vice_heads: Annotated[Count | None, Label("Phó Trưởng ban"), STOCK] = None
    term: Annotated[Period | None, Label("Nhiệm kỳ")] = None
    elected: Annotated[dt.date | None, Label("Ngày bầu"), at_most("/header.date")] = None
    inspections: Annotated[Count | None, Label("Số cuộc giám sát")] = None
    recommendations: Annotated[Count | None, Label("Số kiến nghị")] = None
    resolved: Annotated[Count | None, Label("Số kiến nghị được giải quyết"), at_most("recommendations")] = (
        None
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class CommunityInvestmentSupervisionBoard:
    """The Community Investment Supervision Board (Ban Giám sát đầu tư của cộng đồng).

    One for each programme or project: Luật 10/2022/QH15, Điều 41.
    """

    boards: Annotated[Count | None, Label("Số ban"), STOCK] = None
    members: Annotated[Count | None, Label("Số thành viên"), STOCK] = None
    representatives: Annotated[Count | None, Label("Đại diện Nhân dân trên địa bàn")] = None
    vice_heads: Annotated[Count | None, Label("Phó Trưởng ban"), STOCK] = None
    project: Annotated[str | None, Label("Chương trình, dự án"), KEY] = None
    inspections: Annotated[Count | None, Label("Số cuộc giám sát")] = None
    recommendations: Annotated[Count | None, Label("Số kiến nghị")] = None
    resolved: Annotated[Count | None, Label("Số kiến nghị được giải quyết"), at_most("recommendations")] = (
        None
    )


class SelfManagementKind(enum.StrEnum):
    """What a self-management group (tổ tự quản) looks after.

    >>> [kind.name for kind in SelfManagementKind]
    ['SECURITY', 'BORDER', 'ENVIRONMENT', 'OTHER']
    """

    SECURITY = "an ninh trật tự"
    BORDER = "đường biên, cột mốc"
    ENVIRONMENT = "môi trường"
    OTHER = "khác"


@attrs.frozen(kw_only=True, field_transformer=checked)
class SelfManagementGroups:
    """Self-management groups of one kind: "3 tổ/91 hộ/3 cột mốc".

    >>> SelfManagementGroups(kind=SelfManagementKind.BORDER, groups=3, households=91, border_markers=3).groups
    3
    """

    kind: Annotated[SelfManagementKind, Label("Loại tổ tự quản"), KEY]
    groups: Annotated[Count | None, Label("Số tổ"), STOCK] = None
    households: Annotated[
        Count | None, Label("Số hộ"), STOCK, at_most("/population.households"), at_least("groups")
    ] = None
    border_markers: Annotated[Count | None, Label("Số cột mốc"), STOCK] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class CadreQualification:
    """Cadres by professional qualification (trình độ chuyên môn).

    >>> CadreQualification(postgraduate=1, university=4).university
    4
    """

    postgraduate: Annotated[
        Count | None, Label("Trên đại học"), STOCK, same_as("/kl62-pl1.cadres.education.postgraduate")
    ] = None
    university: Annotated[
        Count | None, Label("Đại học"), STOCK, same_as("/kl62-pl1.cadres.education.university")
    ] = None
    below_university: Annotated[
        Count | None, Label("Dưới đại học"), STOCK, same_as("/kl62-pl1.cadres.education.below_university")
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PoliticalTheoryLevels:
    """Cadres by political theory (trình độ lý luận chính trị).

    >>> PoliticalTheoryLevels(advanced=1, intermediate=4, elementary=1).advanced
    1
    """

    advanced: Annotated[
        Count | None,
        Label("Cao cấp, cử nhân"),
        STOCK,
        same_as("/kl62-pl1.cadres.political_theory.levels.first"),
    ] = None
    intermediate: Annotated[
        Count | None,
        Label("Trung cấp"),
        STOCK,
        same_as("/kl62-pl1.cadres.political_theory.levels.second"),
    ] = None
    elementary: Annotated[
        Count | None,
        Label("Sơ cấp"),
        STOCK,
        same_as("/kl62-pl1.cadres.political_theory.levels.third"),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class CadreTransfers:
    """Cadres transferred or rotated (điều động, luân chuyển) to other bodies.

    >>> CadreTransfers(party=2, government=1, unions=0).unions
    0
    """

    party: Annotated[
        Count | None,
        Label("Cơ quan Đảng"),
        same_as("/kl62-pl1.cadres.transferred.party"),
        same_as("/kl62-pl1.cadres.transferred.bodies.first"),
    ] = None
    government: Annotated[
        Count | None,
        Label("Cơ quan chính quyền"),
        same_as("/kl62-pl1.cadres.transferred.government"),
        same_as("/kl62-pl1.cadres.transferred.bodies.second"),
    ] = None
    unions: Annotated[
        Count | None,
        Label("Cơ quan đoàn thể"),
        same_as("/kl62-pl1.cadres.transferred.unions"),
        same_as("/kl62-pl1.cadres.transferred.bodies.third"),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Training:
    """People sent to training (tập huấn, bồi dưỡng) over a period.

    >>> Training(persons=Quantity.of(120, "persons"), period=Period.of_year(2023)).period.iso
    '2023'
    """

    persons: Annotated[Quantity | None, Label("Số người")] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    each_year: Annotated[bool, Label("Hằng năm"), KEY] = False
    each_organisation: Annotated[bool, Label("Mỗi tổ chức"), KEY] = False


@attrs.frozen(kw_only=True, field_transformer=checked)
class Cadres:
    """Cadres of the Front and the socio-political organisations."""

    full_time: Annotated[
        Count | None,
        Label("Chuyên trách"),
        STOCK,
        same_as("/kl62-pl1.cadres.full_time"),
        total_of("education.postgraduate", "education.university", "education.below_university"),
        at_least("political_theory.advanced", "political_theory.intermediate", "political_theory.elementary"),
    ] = None
    part_time: Annotated[Count | None, Label("Không chuyên trách"), STOCK] = None
    education: Annotated[CadreQualification, Label("Trình độ chuyên môn")] = CadreQualification()
    political_theory: Annotated[PoliticalTheoryLevels, Label("Lý luận chính trị")] = PoliticalTheoryLevels()
    transfers: Annotated[CadreTransfers, Label("Điều động, luân chuyển")] = CadreTransfers()
    training: Annotated[tuple[Training, ...], Label("Đợt tập huấn, bồi dưỡng"), MERGED] = ()


@attrs.frozen(kw_only=True, field_transformer=checked)
class PartyOrganisation:
    """The Party organisation of the unit (Đảng bộ).

    >>> PartyOrganisation(cells=9, members=214).cells
    9
    """

    cells: Annotated[Count | None, Label("Số chi bộ"), STOCK, Counts("party_cells")] = None
    members: Annotated[
        Count | None, Label("Số đảng viên"), STOCK, at_most("/population.persons"), each("cells", 3, None)
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Organisation:
    """All that a report says about organisation."""

    committee: Annotated[FrontCommittee, Label("Ủy ban MTTQ"), NO_SUM] = FrontCommittee()
    standing_board: Annotated[StandingBoard, Label("Ban Thường trực"), NO_SUM] = StandingBoard()
    working_boards: Annotated[FrontWorkingBoards, Label("Ban công tác Mặt trận")] = FrontWorkingBoards()
    peoples_inspection: Annotated[PeoplesInspectionBoard, Label("Ban Thanh tra nhân dân")] = (
        PeoplesInspectionBoard()
    )
    investment_supervision: Annotated[
        tuple[CommunityInvestmentSupervisionBoard, ...], Label("Ban Giám sát đầu tư của cộng đồng")
    ] = ()
    self_management: Annotated[tuple[SelfManagementGroups, ...], Label("Tổ tự quản"), MERGED] = ()
    cadres: Annotated[Cadres, Label("Cán bộ")] = Cadres()
    branch_heads: Annotated[Count | None, Label("Chi hội trưởng, Bí thư chi đoàn"), STOCK] = None
    party: Annotated[PartyOrganisation, Label("Đảng bộ")] = PartyOrganisation()
