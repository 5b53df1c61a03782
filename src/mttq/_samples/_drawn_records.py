"""Records of campaigns, funds and members, drawn so that they agree with the appendices."""

from decimal import Decimal

from mttq._samples._drawn_facts import SUBJECTS, Facts
from mttq.model import (
    Campaign,
    Campaigns,
    Commendation,
    Conference,
    ContributionForm,
    ExemplaryModel,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gifts,
    GreatUnityFestival,
    Houses,
    HouseWork,
    Membership,
    OrganisationMembership,
    Receipt,
    SocioPoliticalOrganization,
    Spending,
    SpendingPurpose,
)
from mttq.values import Period, Qualifier, Quantity, Share, Tier

__all__ = ["campaigns_of", "funds_of", "membership_of"]

_MILLION = 10**6


def membership_of(facts: Facts) -> Membership:
    """Draw the members of each organisation, and add them up."""
    organisations = tuple(_members(facts, body) for body in SocioPoliticalOrganization)
    unions = [item for item in organisations if item.has_union_members]
    others = [item for item in organisations if not item.has_union_members]
    return Membership(
        period=facts.period,
        union_members=sum(item.closing or 0 for item in unions),
        association_members=sum(item.closing or 0 for item in others),
        admitted_union_members=sum(item.admitted or 0 for item in unions),
        admitted_association_members=sum(item.admitted or 0 for item in others),
        organisations=organisations,
    )


def _members(facts: Facts, body: SocioPoliticalOrganization) -> OrganisationMembership:
    # Sums of both kinds have equally many digits: neither is the other with a digit typed twice.
    opening, admitted, left = facts.between(180, 240), facts.between(20, 40), facts.between(5, 15)
    return OrganisationMembership(
        organisation=body,
        opening=opening,
        admitted=admitted,
        left=left,
        closing=opening + admitted - left,
    )


def campaigns_of(facts: Facts) -> Campaigns:
    """Draw campaigns, festivals, conferences, and rewards within those of the appendix."""
    years = [Period.of_year(year) for year in facts.latest(2 * facts.size)]
    held, rewarded = facts.between(2, 9), facts.between(1, 4)
    return Campaigns(
        campaigns=(Campaign(name="Người Việt Nam ưu tiên dùng hàng Việt Nam", period=facts.period),),
        models=tuple(
            ExemplaryModel(name=f"Đoạn đường tự quản thôn {village}", households=19 + village)
            for village in range(1, min(facts.villages, 3 * facts.size) + 1)
        ),
        festivals=(
            GreatUnityFestival(period=facts.period, stated_years=facts.years),
            *(
                GreatUnityFestival(
                    period=year,
                    areas=facts.villages,
                    areas_holding=facts.villages,
                    areas_with_both_parts=facts.villages - 1,
                    share_holding=Share(Decimal(100)),
                )
                for year in years
            ),
        ),
        commendations=tuple(
            Commendation(
                occasion="Ngày hội Đại đoàn kết toàn dân tộc",
                period=year,
                collectives=1,
                individuals=rewarded,
            )
            for year in years
        ),
        conferences=tuple(
            Conference(
                subject=subject,
                period=facts.period,
                held=Quantity(value=Decimal(held), unit="conferences"),
                attendances=Quantity(value=Decimal(held * facts.between(30, 80)), unit="person_visits"),
            )
            for subject in SUBJECTS[: 2 * facts.size]
        ),
    )


def funds_of(facts: Facts) -> Funds:
    """Draw houses, gifts and ledgers that balance, and state what the first raised in a year."""
    houses = tuple(
        Houses(work=work, period=facts.period, count=number, support_each=each, amount=number * each)
        for work, each in ((HouseWork.BUILT, 50 * _MILLION), (HouseWork.REPAIRED, 25 * _MILLION))
        for number in (facts.between(5, 30),)
    )
    given, worth = facts.between(50, 400), facts.between(4, 9) * 100_000
    gifts = tuple(
        Gifts(
            occasion=f"Tết Nguyên đán {year}",
            period=Period.of_year(year),
            count=Quantity(value=Decimal(given + place), unit="gifts"),
            value=(given + place) * worth,
        )
        for place, year in enumerate(facts.latest(2 * facts.size))
    )
    ledger, *others = (
        _ledger(facts, fund, houses if not place else ())
        for place, fund in enumerate(list(FundKind)[: facts.size])
    )
    raised = sum(item.amount for item in ledger.receipts if isinstance(item.amount, int))
    below_the_mean = (raised - 1) // facts.years // _MILLION * _MILLION
    yearly = FundLedger(
        fund=ledger.fund,
        period=facts.period,
        each_year=True,
        raised=Quantity(
            value=Decimal(below_the_mean), unit="VND", qualifier=Qualifier.MORE_THAN, scale=_MILLION
        ),
    )
    return Funds(ledgers=(ledger, yearly, *others), houses=houses, gifts=gifts)


def _ledger(facts: Facts, fund: FundKind, houses: tuple[Houses, ...]) -> FundLedger:
    least, more = facts.between(40_000, 400_000) * 1000, facts.between(0, 9_999) * 1000
    receipts = [least + place * more for place in range(min(facts.villages, 3 * facts.size))]
    spending = [
        *(
            Spending(purpose=purpose, count=house.count, amount=house.amount)
            for purpose, house in zip(SpendingPurpose, houses, strict=False)
        ),
        *(
            Spending(purpose=purpose, count=9, amount=facts.between(20, 90) * _MILLION)
            for purpose in list(SpendingPurpose)[3 : 3 + facts.size]
        ),
    ]
    raised = sum(receipts)
    spent = sum(item.amount for item in spending if isinstance(item.amount, int))
    opening = facts.between(1, 60) * _MILLION
    handed_down = max(0, spent - raised) + facts.between(1, 50) * _MILLION
    return FundLedger(
        fund=fund,
        period=facts.period,
        stated_years=facts.years,
        opening=opening,
        raised=raised,
        receipts=tuple(
            Receipt(amount=amount, form=ContributionForm.CASH, source=f"Thôn {village}")
            for village, amount in enumerate(receipts, start=1)
        ),
        transfers=(FundTransfer(from_tier=Tier.DISTRICT, amount=handed_down),),
        spent=spent,
        spending=tuple(spending),
        closing=opening + raised + handed_down - spent,
    )
