"""Phụ lục 1: how Kết luận 62-KL/TW was carried out (81 printed lines).

The printed form numbers two sections III; the second is IIIb here.  Lines that the form prints as one, such
as "Cao cấp, cử nhân - Trung cấp - Sơ cấp", are one line with a `Triple`.  Where a label asks for two or three
figures but a report gives one, the cell holds that one `int`: which part it means is not said.
"""

import attrs

from mttq._declared.relations import same_as
from mttq._declared.types import Count
from mttq.forms._labels import row, section
from mttq.forms._register import form
from mttq.values import Pair, Tier, Triple

__all__ = [
    "Allowance",
    "Allowances",
    "CadreTotals",
    "Cadres",
    "Conferences",
    "Dissemination",
    "Education",
    "EducationByTier",
    "ImplementationAppendix",
    "Inspections",
    "IssuedDocuments",
    "Membership",
    "Movements",
    "PoliticalTheory",
    "PoliticalTheoryByTier",
    "Reorganised",
    "SplitTransfers",
    "Transfers",
    "TransfersByTier",
]

_BODIES = "MTTQ và các đoàn thể chính trị - xã hội"
_PROVINCE, _DISTRICT, _COMMUNE = "Cấp tỉnh", "Cấp huyện và tương đương", "Cấp xã và tương đương"


@attrs.frozen(kw_only=True)
class Conferences:
    """I.1 Conferences that made the conclusion known."""

    separate: Count | None = row("a", "Hội nghị quán triệt riêng", printed="-", unit="conferences")
    integrated: Count | None = row(
        "b", "Lồng ghép quán triệt trong các Hội nghị chuyên đề", printed="-", unit="conferences"
    )
    people_reached: Count | None = row(
        "c",
        "Cán bộ, đoàn viên, người lao động được tuyên truyền, phổ biến",
        printed="-",
        each=(("separate", "integrated"), 10, 300),
        unit="persons",
    )


@attrs.frozen(kw_only=True)
class IssuedDocuments:
    """I.2 Documents issued to carry it out."""

    province: Count | None = row("a", f"{_PROVINCE} (trích yếu văn bản)", printed="-", tier=Tier.PROVINCE)
    district: Count | None = row("b", f"{_DISTRICT} (trích yếu văn bản)", printed="-", tier=Tier.DISTRICT)
    commune: Count | None = row("c", _COMMUNE, printed="-", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class Inspections:
    """I.3 Inspections of how it was carried out."""

    province: Count | None = row("a", _PROVINCE, printed="-", tier=Tier.PROVINCE)
    district: Count | None = row("b", _DISTRICT, printed="-", tier=Tier.DISTRICT)
    commune: Count | None = row("c", _COMMUNE, printed="-", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class Dissemination:
    """I. How the conclusion was made known and carried out."""

    conferences: Conferences = section("1", "Tổ chức quán triệt, triển khai thực hiện kết luận")
    documents: IssuedDocuments = section("2", "Xây dựng, ban hành triển khai thực hiện")
    inspections: Inspections = section("3", "Công tác kiểm tra, giám sát việc thực hiện kết luận")


@attrs.frozen(kw_only=True)
class Movements:
    """II. Emulation movements and campaigns started locally."""

    started: Count | None = row("1", "Phong trào thi đua yêu nước, cuộc vận động được phát động mới")
    commendation_conferences: Count | None = row("2", "Hội nghị biểu dương, khen thưởng")
    commended: Pair | Count | None = row(
        "3", "Tập thể/cá nhân được biểu dương, khen thưởng", parts=("tập thể", "cá nhân")
    )


@attrs.frozen(kw_only=True)
class Reorganised:
    """III.1 Units rearranged or merged."""

    total: Count | None = row("", total_of=("communes", "subordinate"))
    communes: Count | None = row(
        "a",
        f"Số đơn vị {_BODIES} cấp xã được sắp xếp, sáp nhập",
        printed="-",
        tier=Tier.COMMUNE,
        relations=(same_as("#/unit.predecessors", tiers=(Tier.COMMUNE,)),),
    )
    subordinate: Count | None = row(
        "b", "Số đơn vị trực thuộc được sắp xếp, sáp nhập (cấp tỉnh)", printed="-", tier=Tier.PROVINCE
    )


@attrs.frozen(kw_only=True)
class CadreTotals:
    """III.2, III.6 Numbers of full-time cadres with a line for each level."""

    total: Count | None = row("", total_of=("province", "district", "commune"))
    province: Count | None = row("a", _PROVINCE, printed="-", tier=Tier.PROVINCE)
    district: Count | None = row("b", _DISTRICT, printed="-", tier=Tier.DISTRICT)
    commune: Count | None = row("c", _COMMUNE, printed="-", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class Education:
    """Cadres by professional qualification."""

    postgraduate: Count | None = row("a", "Trên đại học", printed="-")
    university: Count | None = row("b", "Đại học", printed="-")
    below_university: Count | None = row("c", "Dưới đại học", printed="-")


@attrs.frozen(kw_only=True)
class EducationByTier:
    """III.3 Professional qualification at each level."""

    province: Education = section("1", _PROVINCE, printed="3.1", tier=Tier.PROVINCE)
    district: Education = section("2", _DISTRICT, printed="3.2", tier=Tier.DISTRICT)
    commune: Education = section("3", _COMMUNE, printed="3.3", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class PoliticalTheory:
    """Cadres by political theory: one printed line that asks for three figures."""

    levels: Triple | Count | None = row(
        "a",
        "Cao cấp, cử nhân - Trung cấp - Sơ cấp",
        printed="-",
        parts=("Cao cấp, cử nhân", "Trung cấp", "Sơ cấp"),
    )


@attrs.frozen(kw_only=True)
class PoliticalTheoryByTier:
    """III.4 Political theory at each level."""

    province: PoliticalTheory = section("1", _PROVINCE, printed="4.1", tier=Tier.PROVINCE)
    district: PoliticalTheory = section("2", _DISTRICT, printed="4.2", tier=Tier.DISTRICT)
    commune: PoliticalTheory = section("3", _COMMUNE, printed="4.3", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class Transfers:
    """Cadres transferred or rotated, one printed line that asks for three figures."""

    bodies: Triple | Count | None = row(
        "a",
        "Cơ quan Đảng - Cơ quan chính quyền - Cơ quan đoàn thể",
        printed="-",
        parts=("Cơ quan Đảng", "Cơ quan chính quyền", "Cơ quan đoàn thể"),
    )


@attrs.frozen(kw_only=True)
class SplitTransfers:
    """Cadres transferred or rotated, with a line for each sort of body."""

    party: Count | None = row("a", "Cơ quan Đảng", printed="-")
    government: Count | None = row("b", "Cơ quan chính quyền", printed="-")
    unions: Count | None = row("c", "Cơ quan đoàn thể", printed="-")


@attrs.frozen(kw_only=True)
class TransfersByTier:
    """III.5 Transfer and rotation at each level."""

    total: Count | None = row(
        "",
        total_of=(
            "province.bodies",
            "district.bodies",
            "commune.party",
            "commune.government",
            "commune.unions",
        ),
    )
    province: Transfers = section("1", _PROVINCE, printed="5.1", tier=Tier.PROVINCE)
    district: Transfers = section("2", _DISTRICT, printed="5.2", tier=Tier.DISTRICT)
    commune: SplitTransfers = section("3", _COMMUNE, printed="5.3", tier=Tier.COMMUNE)


@attrs.frozen(kw_only=True)
class Cadres:
    """III. Organisation, apparatus and cadres."""

    reorganised: Reorganised = section("1", f"Tổng số đơn vị {_BODIES} được sắp xếp, sáp nhập")
    full_time: CadreTotals = section(
        "2", f"Tổng số cán bộ chuyên trách {_BODIES}", unit="persons", stock=True
    )
    education: EducationByTier = section("3", "Trình độ chuyên môn", unit="persons", stock=True)
    political_theory: PoliticalTheoryByTier = section(
        "4", "Trình độ lý luận chính trị", unit="persons", stock=True
    )
    transferred: TransfersByTier = section(
        "5", f"Tổng số cán bộ chuyên trách {_BODIES} được điều động, luân chuyển", unit="persons"
    )
    trained: CadreTotals = section(
        "6",
        f"Tổng số cán bộ chuyên trách {_BODIES} được tập huấn, bồi dưỡng",
        at_most="full_time",
        unit="persons",
    )
    peoples_inspection: Pair | Count | None = row(
        "7",
        "Ban thanh tra nhân dân các xã, phường, thị trấn/thành viên",
        parts=("ban", "thành viên"),
        stock=True,
    )
    investment_supervision: Pair | Count | None = row(
        "8",
        "Ban giám sát đầu tư cộng đồng các xã, phường, thị trấn/thành viên",
        parts=("ban", "thành viên"),
        stock=True,
    )


@attrs.frozen(kw_only=True)
class Membership:
    """III (printed twice). Members and Party development."""

    members: Pair | Count | None = row(
        "1", "Tổng số đoàn viên/hội viên", parts=("đoàn viên", "hội viên"), stock=True
    )
    admitted: Pair | Count | None = row(
        "2", "Tổng số đoàn viên/hội viên kết nạp mới", needed="members", parts=("đoàn viên", "hội viên")
    )
    nominated_to_party: Pair | Count | None = row(
        "3",
        "Tổng số đoàn viên/hội viên ưu tú giới thiệu cho Đảng xem xét kết nạp",
        parts=("đoàn viên", "hội viên"),
    )
    admitted_to_party: Count | None = row(
        "4", "Tổng số đoàn viên ưu tú được kết nạp Đảng", at_most="nominated_to_party"
    )


@attrs.frozen(kw_only=True)
class Allowance:
    """How many receive an allowance by, above and below the norm, and how many none."""

    total: Count | None = row("", total_of=("at_norm", "above_norm", "below_norm", "not_received"))
    at_norm: Count | None = row("a", "Được hưởng theo định mức", printed="")
    above_norm: Count | None = row("b", "Được hưởng trên định mức", printed="")
    below_norm: Count | None = row("c", "Được hưởng dưới định mức", printed="")
    not_received: Count | None = row("d", "Chưa được hưởng", printed="")


@attrs.frozen(kw_only=True)
class Allowances:
    """IV. Policies for cadres and organisations."""

    communes: Allowance = section(
        "1",
        "Tổng số đơn vị cấp xã được triển khai thực hiện mức khoán phí hoạt động",
        unit="communes",
        stock=True,
    )
    villages: Allowance = section(
        "2",
        "Tổng số tổ chức thôn, TDP được triển khai thực hiện mức khoán phí hoạt động",
        unit="villages",
        stock=True,
    )
    branch_heads: Allowance = section(
        "3",
        "Tổng số đơn vị cấp xã được triển khai thực hiện mức bồi dưỡng cho Chi hội trưởng "
        "(Hội Cựu chiến binh, Hội Phụ nữ, Hội Nông dân) và Bí thư chi đoàn thanh niên",
        unit="communes",
        stock=True,
    )


@form("kl62-pl1", name="Phụ lục 1", title="Tình hình thực hiện Kết luận 62-KL/TW của Bộ Chính trị")
@attrs.frozen(kw_only=True)
class ImplementationAppendix:
    """Phụ lục 1 of a report on Kết luận 62-KL/TW.

    >>> from mttq.forms import form_of
    >>> len(form_of(ImplementationAppendix).rows)
    81
    """

    dissemination: Dissemination = section("I", "Kết quả tổ chức triển khai thực hiện kết luận")
    movements: Movements = section(
        "II", "Các phong trào thi đua yêu nước, cuộc vận động do địa phương, đơn vị phát động"
    )
    cadres: Cadres = section(
        "III",
        "Xây dựng, củng cố tổ chức, bộ máy, đội ngũ cán bộ Mặt trận Tổ quốc và các đoàn thể "
        "chính trị - xã hội",
    )
    membership: Membership = section(
        "IIIb", "Công tác xây dựng tổ chức, bộ máy và phát triển đảng viên", printed="III"
    )
    allowances: Allowances = section("IV", "Việc thực hiện chế độ, chính sách đối với cán bộ và tổ chức")
