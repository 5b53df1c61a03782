"""Structure of those elected (Mẫu số 28/HĐBC, tables II to IV).

Resolution 40/NQ-HĐBCQG of 29/9/2025; filled in by the Election Committee, one form for each council.  That
the levels of education, and the kinds of bodies, make up all who were elected is a reading of these lines;
the form does not say so, and they are declared to be no more than that.
"""

import attrs

from mttq._declared.relations import at_least
from mttq.forms._columns import CountAndShare
from mttq.forms._labels import row
from mttq.forms._register import form

__all__ = ["ElectedStructure"]


@form(
    "hdbc-28-2",
    name="Mẫu số 28/HĐBC, biểu II-IV",
    title="Biểu cơ cấu người trúng cử",
    asked="once",
)
@attrs.frozen(kw_only=True)
class ElectedStructure:
    """Those elected to one council.

    >>> ElectedStructure(elected=CountAndShare(count=20)).elected.count
    20
    """

    seats: CountAndShare = row(None, "Số đại biểu được ấn định", unit="persons")
    elected: CountAndShare = row(
        None,
        "Số người trúng cử",
        unit="persons",
        at_most="seats",
        relations=(
            at_least("below_university", "university", "postgraduate"),
            at_least("theory_intermediate", "theory_advanced", "theory_bachelor"),
            at_least("party", "government", "front", "courts", "procuracies", "armed_forces", "others"),
        ),
    )
    women: CountAndShare = row(None, "Nữ", unit="persons", at_most="elected", whole="elected")
    minorities: CountAndShare = row(
        None, "Dân tộc thiểu số", unit="persons", at_most="elected", whole="elected"
    )
    under_40: CountAndShare = row(None, "Dưới 40 tuổi", unit="persons", at_most="elected", whole="elected")
    non_party: CountAndShare = row(None, "Ngoài Đảng", unit="persons", at_most="elected", whole="elected")
    serving_again: CountAndShare = row(None, "Tái cử", unit="persons", at_most="elected", whole="elected")
    religious: CountAndShare = row(None, "Tôn giáo", unit="persons", at_most="elected", whole="elected")
    self_nominated: CountAndShare = row(None, "Tự ứng cử", unit="persons", at_most="elected", whole="elected")
    below_university: CountAndShare = row(None, "Trình độ: dưới đại học", unit="persons", whole="elected")
    university: CountAndShare = row(None, "Trình độ: đại học", unit="persons", whole="elected")
    postgraduate: CountAndShare = row(None, "Trình độ: sau đại học", unit="persons", whole="elected")
    theory_intermediate: CountAndShare = row(None, "LLCT: trung cấp", unit="persons", whole="elected")
    theory_advanced: CountAndShare = row(None, "LLCT: cao cấp", unit="persons", whole="elected")
    theory_bachelor: CountAndShare = row(None, "LLCT: cử nhân", unit="persons", whole="elected")
    party: CountAndShare = row(None, "Cơ quan đảng", unit="persons", whole="elected")
    government: CountAndShare = row(None, "Cơ quan chính quyền", unit="persons", whole="elected")
    front: CountAndShare = row(None, "Ủy ban MTTQVN và tổ chức thành viên", unit="persons", whole="elected")
    courts: CountAndShare = row(None, "TAND", unit="persons", whole="elected")
    procuracies: CountAndShare = row(None, "VKSND", unit="persons", whole="elected")
    armed_forces: CountAndShare = row(None, "Quân đội, công an", unit="persons", whole="elected")
    others: CountAndShare = row(None, "Khác", unit="persons", whole="elected")
