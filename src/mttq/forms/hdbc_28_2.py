"""Structure of those elected (Mẫu số 28/HĐBC, tables II to IV).

Resolution 40/NQ-HĐBCQG of 29/9/2025; filled in by the Election Committee, one form for each council.  That
the levels of education, and the kinds of bodies, make up all who were elected is a reading of these lines;
the form does not say so, and they are declared to be no more than that.
"""

import attrs

from mttq._declared.relations import at_least
from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._labels import column, row
from mttq.forms._register import form
from mttq.values import Share

__all__ = ["ElectedStructure", "PersonsAndShare"]


@columns
@attrs.frozen(kw_only=True)
class PersonsAndShare:
    """Số người | Tỷ lệ %."""

    count: Count | None = column("Số người", unit="persons")
    share: Share | None = column("Tỷ lệ %", share_of="count")


@form(
    "hdbc-28-2",
    name="Mẫu số 28/HĐBC, biểu II-IV",
    title="Biểu cơ cấu người trúng cử",
    asked="once",
)
@attrs.frozen(kw_only=True)
class ElectedStructure:
    """Those elected to one council.

    >>> ElectedStructure(elected=PersonsAndShare(count=20)).elected.count
    20
    """

    seats: PersonsAndShare = row(None, "Số đại biểu được ấn định")
    elected: PersonsAndShare = row(
        None,
        "Số người trúng cử",
        at_most="seats",
        relations=(
            at_least("below_university", "university", "postgraduate"),
            at_least("theory_intermediate", "theory_advanced", "theory_bachelor"),
            at_least("party", "government", "front", "courts", "procuracies", "armed_forces", "others"),
        ),
    )
    women: PersonsAndShare = row(None, "Nữ", at_most="elected", whole="elected")
    minorities: PersonsAndShare = row(None, "Dân tộc thiểu số", at_most="elected", whole="elected")
    under_40: PersonsAndShare = row(None, "Dưới 40 tuổi", at_most="elected", whole="elected")
    non_party: PersonsAndShare = row(None, "Ngoài Đảng", at_most="elected", whole="elected")
    serving_again: PersonsAndShare = row(None, "Tái cử", at_most="elected", whole="elected")
    religious: PersonsAndShare = row(None, "Tôn giáo", at_most="elected", whole="elected")
    self_nominated: PersonsAndShare = row(None, "Tự ứng cử", at_most="elected", whole="elected")
    below_university: PersonsAndShare = row(None, "Trình độ: dưới đại học", whole="elected")
    university: PersonsAndShare = row(None, "Trình độ: đại học", whole="elected")
    postgraduate: PersonsAndShare = row(None, "Trình độ: sau đại học", whole="elected")
    theory_intermediate: PersonsAndShare = row(None, "LLCT: trung cấp", whole="elected")
    theory_advanced: PersonsAndShare = row(None, "LLCT: cao cấp", whole="elected")
    theory_bachelor: PersonsAndShare = row(None, "LLCT: cử nhân", whole="elected")
    party: PersonsAndShare = row(None, "Cơ quan đảng", whole="elected")
    government: PersonsAndShare = row(None, "Cơ quan chính quyền", whole="elected")
    front: PersonsAndShare = row(None, "Ủy ban MTTQVN và tổ chức thành viên", whole="elected")
    courts: PersonsAndShare = row(None, "TAND", whole="elected")
    procuracies: PersonsAndShare = row(None, "VKSND", whole="elected")
    armed_forces: PersonsAndShare = row(None, "Quân đội, công an", whole="elected")
    others: PersonsAndShare = row(None, "Khác", whole="elected")
