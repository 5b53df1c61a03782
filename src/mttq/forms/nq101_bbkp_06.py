"""Record of counting when voters are asked about candidates (Mẫu số 06/BBKP).

Resolution 101/2025/UBTVQH15 and Joint Resolution 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN, both of
26/9/2025; a team counts at each conference.  The form prints "…%" and names no base, so none is declared;
what it lists person by person is left out.
"""

import attrs

from mttq.forms._columns import CountAndShare
from mttq.forms._labels import row
from mttq.forms._register import form

__all__ = ["ConfidenceCount"]


@form("nq101-bbkp-06", name="Mẫu số 06/BBKP", title="Biên bản kiểm phiếu lấy ý kiến cử tri", asked="once")
@attrs.frozen(kw_only=True)
class ConfidenceCount:
    """The count at one conference of voters.

    >>> ConfidenceCount(present=CountAndShare(count=85)).present.count
    85
    """

    present: CountAndShare = row(None, "Tổng số cử tri (đại biểu) có mặt", unit="persons")
    given_out: CountAndShare = row(None, "Số phiếu phát ra", unit="ballots")
    collected: CountAndShare = row(
        None, "Số phiếu thu về", unit="ballots", total_of=("valid", "invalid"), at_most="given_out"
    )
    valid: CountAndShare = row(None, "Số phiếu hợp lệ", unit="ballots")
    invalid: CountAndShare = row(None, "Số phiếu không hợp lệ", unit="ballots")
