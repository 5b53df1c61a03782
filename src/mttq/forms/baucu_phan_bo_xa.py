"""Allotment of candidates for the People's Council of a commune, an annex of the first consultation.

Seen in a commune's guidance of December 2025, under the Law on the election of deputies (85/2015/QH13,
amended by 83/2025/QH15) and Joint Resolution 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN.  It leaves blank what
is 0.
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["CandidateAllotment", "CandidateStructure", "VillageAllotment"]


@columns
@attrs.frozen(kw_only=True)
class CandidateStructure:
    """How many are to be nominated, and of them how many women and so on; one may be several of these."""

    allotted: Count | None = column("Phân bổ số lượng giới thiệu", unit="persons")
    women: Count | None = column("Nữ", unit="persons", at_most="allotted")
    serving_again: Count | None = column("Tái cử", unit="persons", at_most="allotted")
    non_party: Count | None = column("Ngoài Đảng", unit="persons", at_most="allotted")
    under_40: Count | None = column("<40 tuổi", unit="persons", at_most="allotted")
    minorities: Count | None = column("Dân tộc thiểu số", unit="persons", at_most="allotted")


@columns
@attrs.frozen(kw_only=True)
class VillageAllotment:
    """What is allotted to a village."""

    name: str | None = column("Thôn")
    structure: CandidateStructure = column()


@form(
    "baucu-phan-bo-xa",
    title="Thành phần, cơ cấu, số lượng giới thiệu người ứng cử đại biểu HĐND xã",
    asked="once",
)
@attrs.frozen(kw_only=True)
class CandidateAllotment:
    """Phụ biểu to the guidance of a commune, for an election.

    >>> front = CandidateStructure(allotted=7, women=4)
    >>> CandidateAllotment(front=front).front.women
    4
    """

    total: CandidateStructure = row(
        None, "Tổng số", total_of=("party", "government", "front", "villages.*.structure")
    )
    party: CandidateStructure = row("1", "Khối Đảng ủy")
    government: CandidateStructure = row("2", "Khối chính quyền")
    front: CandidateStructure = row("3", "Khối MTTQ và các đoàn thể xã")
    villages: tuple[VillageAllotment, ...] = table(None, "Thôn", key="name")
