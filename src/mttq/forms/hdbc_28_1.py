"""First figures of the election of deputies (Mẫu số 28/HĐBC, table I).

Resolution 40/NQ-HĐBCQG of 29/9/2025; filled in by the Election Committee, with the Front.  The form has lines
for the councils of the province and the commune only, and refers to itself as "Mẫu số 26/HĐBC".
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import columns
from mttq.forms._labels import column, row, section
from mttq.forms._register import form
from mttq.values import Share

__all__ = ["Areas", "Ballots", "Councils", "Election", "ElectionFigures", "Units"]


@columns
@attrs.frozen(kw_only=True)
class Units:
    """Election units."""

    total: Count | None = column("Tổng số đơn vị bầu cử", unit="units")
    one_area: Count | None = column("ĐVBC chỉ có 01 KVBP", unit="units", at_most="total")
    under_half: Count | None = column("ĐVBC <50% cử tri đi bầu", unit="units", at_most="total")
    annulled: Count | None = column("ĐVBC bị hủy kết quả", unit="units", at_most="total")
    repeated: Count | None = column("ĐVBC bầu lại", unit="units", at_most="total")
    additional: Count | None = column("ĐVBC bầu thêm", unit="units", at_most="total")


@columns
@attrs.frozen(kw_only=True)
class Areas:
    """Polling areas."""

    total: Count | None = column("Tổng số KVBP", unit="areas")
    under_half: Count | None = column("KVBP <50%", unit="areas", at_most="total")
    annulled: Count | None = column("KVBP bị hủy", unit="areas", at_most="total")
    repeated: Count | None = column("KVBP bầu lại", unit="areas", at_most="total")
    additional: Count | None = column("KVBP bầu thêm", unit="areas", at_most="total")


@columns
@attrs.frozen(kw_only=True)
class Ballots:
    """Ballots."""

    given_out: Count | None = column("Số phiếu phát ra", unit="ballots")
    collected: Count | None = column("Số phiếu thu vào", unit="ballots", at_most="given_out")
    collected_share: Share | None = column("Tỷ lệ thu/phát %", share_of=("collected", "given_out"))
    valid: Count | None = column("Số phiếu hợp lệ", unit="ballots", at_most="collected")
    valid_share: Share | None = column("Tỷ lệ hợp lệ/thu %", share_of=("valid", "collected"))


@columns
@attrs.frozen(kw_only=True)
class Election:
    """One election."""

    voters: Count | None = column("Tổng số cử tri", unit="voters")
    voted: Count | None = column("Số cử tri đã tham gia bỏ phiếu", unit="voters", at_most="voters")
    voted_share: Share | None = column("Tỷ lệ %", share_of=("voted", "voters"))
    units: Units = column()
    areas: Areas = column()
    ballots: Ballots = column()


@attrs.frozen(kw_only=True)
class Councils:
    """II. People's Councils."""

    province: Election = row("1", "Cấp tỉnh")
    commune: Election = row("2", "Cấp xã")
    total: Election = row(None, "Tổng cộng", total_of=("province", "commune"))


@form("hdbc-28-1", name="Mẫu số 28/HĐBC, biểu I", title="Biểu thống kê sơ bộ kết quả bầu cử", asked="once")
@attrs.frozen(kw_only=True)
class ElectionFigures:
    """The first figures of all elections held on one day.

    >>> ElectionFigures(councils=Councils(commune=Election(voters=5120))).councils.commune.voters
    5120
    """

    assembly: Election = row("I", "Bầu cử đại biểu Quốc hội")
    councils: Councils = section("II", "Bầu cử đại biểu Hội đồng nhân dân")
