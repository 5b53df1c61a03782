"""Elections of deputies: who stands, who votes, who is elected."""

import datetime as dt
import enum
from typing import Annotated, Final

import attrs

from mttq._declared.relations import NO_SUM, Counts, During, at_most, deadline, each, share_of
from mttq._declared.types import KEY, Count, Label, checked
from mttq.values import Period, Share, Tier

__all__ = ["ElectedBody", "Election", "PartOfCandidates"]

_SINCE: Final = dt.date(2025, 7, 1)
"""Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân 85/2015/QH13 as 83/2025/QH15 amends it."""


class ElectedBody(enum.StrEnum):
    """To what deputies are elected."""

    NATIONAL_ASSEMBLY = "Quốc hội"
    PEOPLES_COUNCIL = "Hội đồng nhân dân"


@attrs.frozen(kw_only=True, field_transformer=checked)
class PartOfCandidates:
    """How many of the candidates are so, with the percentage that the report prints beside them.

    >>> PartOfCandidates(persons=16, share=Share.of(16, 45)).share.percent
    Decimal('35.56')
    """

    persons: Annotated[Count | None, Label("Số người"), at_most("^candidates", optional=True)] = None
    share: Annotated[Share | None, Label("Tỷ lệ"), share_of("persons", "^candidates")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Election:
    """An election of the deputies of one level.

    Args:
        body: to what they are elected.
        tier: of which level the body is.
        term: its term.
        candidates: how many stand.
        women: how many of them are women; the following likewise.
        serving: deputies who serve now.
        standing_again: those of them who stand again.
        share_standing_again: the percentage of these.
        seats: how many deputies are to be elected.
        elected: how many were.
        voters: how many may vote.
        voted: how many did.
        turnout: the percentage of these.
        repeated: in how many places people had to vote again.
        day: the day of the election.
        first_consultation: the day on which the Front and others agreed on the bodies that put candidates
            forward; the second one is about the first list, the third about the official one.
        second_consultation: see `first_consultation`.
        third_consultation: see `first_consultation`.
        polling_teams: how many polling teams (Tổ bầu cử) there are.
        polling_team_members: how many members they have together.

    >>> council = Election(body=ElectedBody.PEOPLES_COUNCIL, tier=Tier.PROVINCE, candidates=103)
    """

    body: Annotated[ElectedBody, Label("Cơ quan được bầu"), KEY]
    tier: Annotated[Tier | None, Label("Cấp"), KEY] = None
    term: Annotated[Period | None, Label("Nhiệm kỳ"), KEY] = None
    candidates: Annotated[Count | None, Label("Số người ứng cử"), Counts("persons")] = None
    women: Annotated[PartOfCandidates, Label("Nữ")] = PartOfCandidates()
    non_party: Annotated[PartOfCandidates, Label("Ngoài Đảng")] = PartOfCandidates()
    ethnic_minorities: Annotated[PartOfCandidates, Label("Dân tộc thiểu số")] = PartOfCandidates()
    religious: Annotated[PartOfCandidates, Label("Tôn giáo")] = PartOfCandidates()
    under_40: Annotated[PartOfCandidates, Label("Dưới 40 tuổi")] = PartOfCandidates()
    self_nominated: Annotated[PartOfCandidates, Label("Tự ứng cử")] = PartOfCandidates()
    serving: Annotated[Count | None, Label("Đại biểu đương nhiệm"), NO_SUM] = None
    standing_again: Annotated[Count | None, Label("Đại biểu tái cử"), at_most("serving", optional=True)] = (
        None
    )
    share_standing_again: Annotated[
        Share | None, Label("Tỷ lệ tái cử"), share_of("standing_again", "serving")
    ] = None
    seats: Annotated[Count | None, Label("Số đại biểu được bầu theo quy định")] = None
    elected: Annotated[Count | None, Label("Số đại biểu trúng cử"), at_most("seats", optional=True)] = None
    voters: Annotated[Count | None, Label("Tổng số cử tri"), Counts("voters")] = None
    voted: Annotated[
        Count | None, Label("Số cử tri đi bầu"), Counts("voters"), at_most("voters", optional=True)
    ] = None
    turnout: Annotated[Share | None, Label("Tỷ lệ cử tri đi bầu"), share_of("voted", "voters")] = None
    repeated: Annotated[Count | None, Label("Số nơi bầu thêm, bầu lại")] = None
    day: Annotated[dt.date | None, Label("Ngày bầu cử")] = None
    first_consultation: Annotated[
        dt.date | None,
        Label("Ngày hiệp thương lần thứ nhất"),
        deadline("day - 95 days", during=During("day", since=_SINCE)),
        at_most("second_consultation"),
    ] = None
    second_consultation: Annotated[
        dt.date | None,
        Label("Ngày hiệp thương lần thứ hai"),
        deadline("day - 40 days", during=During("day", since=_SINCE)),
        at_most("third_consultation"),
    ] = None
    third_consultation: Annotated[
        dt.date | None,
        Label("Ngày hiệp thương lần thứ ba"),
        deadline("day - 23 days", during=During("day", since=_SINCE)),
        at_most("day"),
    ] = None
    polling_teams: Annotated[Count | None, Label("Số Tổ bầu cử")] = None
    polling_team_members: Annotated[
        Count | None,
        Label("Số thành viên Tổ bầu cử"),
        each("polling_teams", 11, 21, during=During("day", since=_SINCE)),
    ] = None
