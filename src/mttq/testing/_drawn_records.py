"""Records of campaigns, funds, members and supervision, drawn so that they agree with the appendices."""

import datetime as dt
from decimal import Decimal

from mttq.model import (
    Campaign,
    Campaigns,
    Commendation,
    Conference,
    ContributionForm,
    CriticismForm,
    Dialogue,
    DialogueHost,
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
    SocialCriticism,
    SocioPoliticalOrganization,
    Spending,
    SpendingPurpose,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    UnitKind,
    UnitRef,
)
from mttq.testing._drawn_facts import Facts
from mttq.values import Period, Qualifier, Quantity, Share, Tier

__all__ = ["campaigns_of", "funds_of", "membership_of", "supervision_of"]

_MILLION = 10**6


def membership_of(facts: Facts) -> Membership:
    """Draw the members of each organisation, and add them up."""
    organisations = tuple(_members(facts, body) for body in SocioPoliticalOrganization)
    unions = [item for item in organisations if item.organisation.has_union_members]
    others = [item for item in organisations if not item.organisation.has_union_members]
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
    years = [Period.of_year(year) for year in (facts.last - 1, facts.last)]
    held, rewarded = facts.between(2, 9), facts.between(1, 4)
    return Campaigns(
        campaigns=(Campaign(name="Người Việt Nam ưu tiên dùng hàng Việt Nam", period=facts.period),),
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
        conferences=(
            Conference(
                subject="Bình xét hộ nghèo, hộ cận nghèo",
                period=facts.period,
                held=Quantity(value=Decimal(held), unit="conferences"),
                attendances=Quantity(value=Decimal(held * facts.between(30, 80)), unit="person_visits"),
            ),
        ),
    )


def funds_of(facts: Facts) -> Funds:
    """Draw houses, gifts and a ledger that balances, and state what it raised in a year."""
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
        for place, year in enumerate((facts.last - 1, facts.last))
    )
    ledger = _ledger(facts, houses)
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
    return Funds(ledgers=(ledger, yearly), houses=houses, gifts=gifts)


def _ledger(facts: Facts, houses: tuple[Houses, ...]) -> FundLedger:
    least, more = facts.between(40_000, 400_000) * 1000, facts.between(0, 9_999) * 1000
    receipts = [least + place * more for place in range(3)]
    spending = [
        *(
            Spending(purpose=purpose, count=house.count, amount=house.amount)
            for purpose, house in zip(SpendingPurpose, houses, strict=False)
        ),
        Spending(purpose=SpendingPurpose.MEDICAL, count=9, amount=facts.between(20, 90) * _MILLION),
    ]
    raised = sum(receipts)
    spent = sum(item.amount for item in spending if isinstance(item.amount, int))
    opening = facts.between(1, 60) * _MILLION
    handed_down = max(0, spent - raised) + facts.between(1, 50) * _MILLION
    return FundLedger(
        fund=FundKind.FUND_FOR_THE_POOR,
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


def supervision_of(facts: Facts) -> SupervisionRecords:
    """Date as many events as the appendix counts."""
    commune = UnitRef(kind=UnitKind.COMMUNE, name=facts.commune)
    supervised = (
        (SupervisionForm.DOCUMENT_STUDY, facts.document_studies),
        (SupervisionForm.DELEGATION, facts.delegations),
    )
    criticised = (
        (CriticismForm.CONFERENCE, facts.conferences),
        (CriticismForm.WRITTEN, facts.written),
        (CriticismForm.DIRECT_DIALOGUE, facts.direct_dialogues),
    )
    hosts = (
        (DialogueHost.PARTY_HEAD, facts.party_dialogues),
        (DialogueHost.GOVERNMENT_HEAD, facts.government_dialogues),
    )
    return SupervisionRecords(
        supervisions=tuple(
            Supervision(
                form=form,
                date=day,
                subject=f"Thực hiện dân chủ ở cơ sở, lần {number}",
                tier=Tier.COMMUNE,
                supervised=(commune,),
                supervised_count=1,
                ended=day + dt.timedelta(2),
                plan_sent=day - dt.timedelta(20),
                report_received=day - dt.timedelta(10),
                result_reported=day + dt.timedelta(9),
                recommendations=2,
                answered=2,
            )
            for form, events in supervised
            for number, day in enumerate(facts.days(events), start=1)
        ),
        criticisms=tuple(
            SocialCriticism(
                form=form,
                date=day,
                subject=f"Dự thảo kế hoạch phát triển kinh tế - xã hội, lần {number}",
                tier=Tier.COMMUNE,
                received=day - dt.timedelta(20),
                submitted=day + dt.timedelta(5),
                opinions=3,
                accepted=2,
            )
            for form, events in criticised
            for number, day in enumerate(facts.days(events), start=1)
        ),
        dialogues=tuple(
            Dialogue(host=host, date=day, tier=Tier.COMMUNE, attendances=90, opinions=9, answered=9)
            for host, events in hosts
            for day in facts.days(events)
        ),
    )
