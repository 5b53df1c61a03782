"""Record of counting for the election of deputies to a People's Council (Mẫu số 23/HĐBC).

Resolution 40/NQ-HĐBCQG of 29/9/2025.  The team of a polling area fills it in; the Standing Board of the Front
Committee of the commune is sent a copy within three days.
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import CountAndShare, columns
from mttq.forms._labels import column, row, table
from mttq.forms._register import form

__all__ = ["CandidateVotes", "CountingRecord"]


@columns
@attrs.frozen(kw_only=True)
class CandidateVotes:
    """The ballots for one candidate."""

    name: str | None = column("Người ứng cử")
    votes: CountAndShare = column(at_most="^valid")  # a ballot names a candidate once


@form("hdbc-23", name="Mẫu số 23/HĐBC", title="Biên bản kiểm phiếu bầu cử đại biểu HĐND", asked="once")
@attrs.frozen(kw_only=True)
class CountingRecord:
    """The count of one council in one polling area.

    >>> CountingRecord(voters=CountAndShare(count=1250)).voters.count
    1250
    """

    seats: Count | None = row(None, "Số đại biểu được ấn định bầu", unit="persons")
    candidates: Count | None = row(
        None, "Số người ứng cử", unit="persons", same_as="#results", at_least="seats"
    )
    voters: CountAndShare = row(None, "Tổng số cử tri của khu vực bỏ phiếu", unit="voters")
    voted: CountAndShare = row(
        None, "Số cử tri đã tham gia bỏ phiếu", unit="voters", at_most="voters", whole="voters"
    )
    given_out: CountAndShare = row(None, "Số phiếu phát ra", unit="ballots")
    collected: CountAndShare = row(
        None, "Số phiếu thu vào", unit="ballots", total_of=("valid", "invalid"), at_most="given_out"
    )
    valid: CountAndShare = row(None, "Số phiếu hợp lệ", unit="ballots", whole="collected")
    invalid: CountAndShare = row(None, "Số phiếu không hợp lệ", unit="ballots", whole="collected")
    results: tuple[CandidateVotes, ...] = table(
        None, "Số phiếu bầu cho từng người ứng cử", key="name", unit="ballots", whole="valid"
    )
