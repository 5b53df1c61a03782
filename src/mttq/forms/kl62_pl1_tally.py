"""Lines of Phụ lục 1 that records hold one by one, counted.

Only these lines count exactly what a record holds, so the others are not computed: people who were trained or
reached are persons (người) in the form but attendances (lượt người) in the records; a campaign of the centre
is not distinguished from one of the unit's own; documents and inspections have no records.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from mttq.forms._counting import agreed, total
from mttq.forms.kl62_pl1 import Conferences, Membership
from mttq.model import (
    Commendation,
    CommunityInvestmentSupervisionBoard,
    Conference,
    ConferenceForm,
    OrganisationMembership,
    SocioPoliticalOrganization,
)
from mttq.values import Pair, Period, Qualifier, Quantity

__all__ = [
    "tally_commended",
    "tally_conferences",
    "tally_investment_boards",
    "tally_members",
]


class _Dated(Protocol):
    @property
    def period(self) -> Period | None: ...


D = TypeVar("D", bound=_Dated)


def tally_conferences(records: Iterable[Conference], *, period: Period) -> Conferences:
    """Count the conferences of I.1, each form apart.

    A number that is hedged ("hơn 30"), a record without a form, or one that does not lie clearly in or out of
    the period makes the lines that depend on it blank.

    Args:
        records: the conferences that made the conclusion known, and no others.
        period: which of them count: those whose own period lies in this one.

    Raises:
        ValueError: an end of the period is of an unknown year.

    >>> from decimal import Decimal
    >>> year = Period.of_year(2023)
    >>> held = Quantity(value=Decimal(3), unit="conferences")
    >>> records = [Conference(subject="62-KL/TW", form=ConferenceForm.SEPARATE, period=year, held=held)]
    >>> tally_conferences(records, period=year)
    Conferences(separate=3, integrated=0, people_reached=None)
    """
    found = _within(records, period)
    if found is None or any(record.form is None for record in found):
        return Conferences()

    def held(form: ConferenceForm) -> int | None:
        return total(_exact(record.held) for record in found if record.form is form)

    return Conferences(separate=held(ConferenceForm.SEPARATE), integrated=held(ConferenceForm.INTEGRATED))


def tally_commended(records: Iterable[Commendation], *, period: Period) -> Pair | None:
    """Count the collectives and individuals of II.3; households that were commended are neither.

    Args:
        records: the commendations.
        period: which of them count: those whose own period lies in this one.

    Returns:
        (collectives, individuals); None if a record lacks either, or lies neither clearly in nor out.

    Raises:
        ValueError: an end of the period is of an unknown year.

    >>> year = Period.of_year(2023)
    >>> tally_commended([Commendation(period=year, collectives=4, individuals=11)], period=year)
    Pair(first=4, second=11)
    """
    found = _within(records, period)
    if found is None:
        return None
    return _pair(total(item.collectives for item in found), total(item.individuals for item in found))


def tally_members(records: Iterable[OrganisationMembership]) -> Membership:
    """Count the union and association members of IIIb.1 and IIIb.2 over the five organisations.

    Args:
        records: one for each organisation, all of one period; of an organisation that has several, only what
            they agree in is taken.

    >>> farmers, youth = SocioPoliticalOrganization.FARMERS, SocioPoliticalOrganization.YOUTH_UNION
    >>> table = tally_members([
    ...     OrganisationMembership(organisation=farmers, closing=640, admitted=25),
    ...     OrganisationMembership(organisation=youth, closing=169),
    ... ])
    >>> table.members, table.admitted
    (Pair(first=169, second=640), None)
    """
    bodies: dict[SocioPoliticalOrganization, list[OrganisationMembership]] = {}
    for record in records:
        if record.is_socio_political:
            bodies.setdefault(SocioPoliticalOrganization(record.organisation), []).append(record)
    return Membership(
        members=_by_kind({body: agreed([item.closing for item in found]) for body, found in bodies.items()}),
        admitted=_by_kind(
            {body: agreed([item.admitted for item in found]) for body, found in bodies.items()}
        ),
    )


def _by_kind(figures: Mapping[SocioPoliticalOrganization, int | None]) -> Pair | None:
    unions, associations = (
        total(figure for body, figure in figures.items() if body.has_union_members is kind)
        for kind in (True, False)
    )
    return _pair(unions, associations)


def tally_investment_boards(records: Iterable[CommunityInvestmentSupervisionBoard]) -> Pair | None:
    """Count the boards and members of III.8.

    Returns:
        (boards, members); None if a record lacks either.

    >>> tally_investment_boards([CommunityInvestmentSupervisionBoard(boards=1, members=5)] * 2)
    Pair(first=2, second=10)
    """
    boards = tuple(records)
    return _pair(total(item.boards for item in boards), total(item.members for item in boards))


def _pair(first: int | None, second: int | None) -> Pair | None:
    return None if first is None or second is None else Pair(first, second)


def _within(records: Iterable[D], period: Period) -> list[D] | None:
    """Return the records that lie in a period; None if of one that cannot be told."""
    found: list[D] = []
    for record in records:
        first, last = (record.period.first_day, record.period.last_day) if record.period else (None, None)
        if first is None or last is None:
            return None
        if first in period and last in period:
            found.append(record)
        elif not _apart(first, last, period):
            return None
    return found


def _apart(first: dt.date, last: dt.date, period: Period) -> bool:
    start, end = period.first_day, period.last_day
    return (start is not None and last < start) or (end is not None and end < first)


def _exact(quantity: Quantity | None) -> int | None:
    if quantity is None or quantity.qualifier is not Qualifier.EXACT or quantity.is_rounded:
        return None
    return int(quantity.value) if quantity.value == int(quantity.value) else None
