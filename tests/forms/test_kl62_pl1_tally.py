from decimal import Decimal

import pytest

from mttq.forms.kl62_pl1 import Conferences, Membership
from mttq.forms.kl62_pl1_tally import (
    tally_commended,
    tally_conferences,
    tally_investment_boards,
    tally_members,
)
from mttq.model import (
    Commendation,
    CommunityInvestmentSupervisionBoard,
    Conference,
    ConferenceForm,
    MassAssociation,
    OrganisationMembership,
    SocioPoliticalOrganization,
)
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity

YEARS = Period.interval(PartialDate(year=2020), PartialDate(year=2024, month=6))


def commended(
    period: Period | None, collectives: int | None = 2, individuals: int | None = 5
) -> Commendation:
    return Commendation(period=period, collectives=collectives, individuals=individuals, households=9)


@pytest.mark.parametrize(
    ("records", "figure"),
    [
        ([], Pair(0, 0)),
        ([commended(Period.of_year(2020)), commended(Period.month(2024, 6))], Pair(4, 10)),
        ([commended(Period.of_year(2020)), commended(Period.of_year(2019))], Pair(2, 5)),
        ([commended(Period.of_year(2025))], Pair(0, 0)),
        ([commended(Period.of_year(2024))], None),  # half of it lies outside
        ([commended(Period.interval(PartialDate(year=2019), PartialDate(year=2025)))], None),
        ([commended(Period.until(PartialDate(year=2023)))], None),
        ([commended(None)], None),
        ([commended(Period.of_year(2020), individuals=None)], None),
        ([commended(Period.of_year(2020), collectives=None)], None),
    ],
)
def test_commended_collectives_and_individuals_add_up_where_each_lies_clearly_in_or_out(
    records: list[Commendation], figure: Pair | None
) -> None:
    assert tally_commended(records, period=YEARS) == figure


def test_an_open_end_of_the_period_sets_no_limit() -> None:
    records = [commended(Period.of_year(1990)), commended(Period.of_year(2030))]
    assert tally_commended(records, period=Period.until(PartialDate(year=2024))) == Pair(2, 5)
    assert tally_commended(records, period=Period.interval(PartialDate(year=2024), None)) == Pair(2, 5)


def held(
    number: str | None,
    form: ConferenceForm | None = ConferenceForm.SEPARATE,
    period: Period | None = YEARS,
    qualifier: Qualifier = Qualifier.EXACT,
    decimals: int = 0,
) -> Conference:
    quantity = number and Quantity(value=Decimal(number), qualifier=qualifier, decimals=decimals)
    return Conference(subject="62-KL/TW", form=form, period=period, held=quantity or None)


@pytest.mark.parametrize(
    ("records", "table"),
    [
        ([], Conferences(separate=0, integrated=0)),
        (
            [held("3"), held("8"), held("26", ConferenceForm.INTEGRATED)],
            Conferences(separate=11, integrated=26),
        ),
        ([held("3"), held("8", period=Period.of_year(2019))], Conferences(separate=3, integrated=0)),
        ([held("30", qualifier=Qualifier.MORE_THAN)], Conferences(integrated=0)),
        ([held("3.0", decimals=1)], Conferences(integrated=0)),
        ([held("3.5")], Conferences(integrated=0)),
        ([held(None, ConferenceForm.INTEGRATED)], Conferences(separate=0)),
        ([held("3", None)], Conferences()),
        ([held("3", period=None)], Conferences()),
    ],
)
def test_conferences_count_by_form_and_the_people_reached_stay_blank(
    records: list[Conference], table: Conferences
) -> None:
    assert tally_conferences(records, period=YEARS) == table


UNION, YOUTH, FARMERS = (
    SocioPoliticalOrganization.TRADE_UNION,
    SocioPoliticalOrganization.YOUTH_UNION,
    SocioPoliticalOrganization.FARMERS,
)


def members(
    body: SocioPoliticalOrganization | MassAssociation, closing: int | None, admitted: int | None
) -> OrganisationMembership:
    return OrganisationMembership(organisation=body, closing=closing, admitted=admitted)


@pytest.mark.parametrize(
    ("records", "table"),
    [
        ([], Membership(members=Pair(0, 0), admitted=Pair(0, 0))),
        (
            [members(UNION, 40, 3), members(YOUTH, 129, 9), members(FARMERS, 640, 25)],
            Membership(members=Pair(169, 640), admitted=Pair(12, 25)),
        ),
        ([members(UNION, 40, None), members(FARMERS, 640, 25)], Membership(members=Pair(40, 640))),
        ([members(FARMERS, None, 25)], Membership(admitted=Pair(0, 25))),
        ([members(UNION, 40, 3)] * 2, Membership(members=Pair(40, 0), admitted=Pair(3, 0))),
        ([members(UNION, 40, 3), members(UNION, 41, 3)], Membership(admitted=Pair(3, 0))),
        (
            [members(UNION, 40, 3), members(MassAssociation.RED_CROSS, 85, 5)],
            Membership(members=Pair(40, 0), admitted=Pair(3, 0)),
        ),
    ],
)
def test_members_add_up_over_the_organisations_by_what_they_call_them(
    records: list[OrganisationMembership], table: Membership
) -> None:
    assert tally_members(records) == table


@pytest.mark.parametrize(
    ("boards", "figure"),
    [
        ([], Pair(0, 0)),
        ([(1, 5), (2, 11)], Pair(3, 16)),
        ([(1, 5), (None, 5)], None),
        ([(1, 5), (1, None)], None),
    ],
)
def test_investment_boards_and_their_members_add_up(
    boards: list[tuple[int | None, int | None]], figure: Pair | None
) -> None:
    records = [CommunityInvestmentSupervisionBoard(boards=number, members=size) for number, size in boards]
    assert tally_investment_boards(records) == figure
