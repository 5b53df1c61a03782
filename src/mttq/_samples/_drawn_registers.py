"""What reports tell beside what all of them do: registers, plans, relief, boards, committees, elections.

It is drawn after all else and only added, so that what the other parts say stays as it is.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import attrs

from mttq._samples._drawn_facts import Facts, share_of
from mttq.forms import ImplementationAppendix
from mttq.model import (
    ActivityState,
    CadreQualification,
    Cadres,
    CadreTransfers,
    Campaigns,
    CommunityInvestmentSupervisionBoard,
    ConferenceForm,
    ContributionForm,
    ContributionState,
    EconomyProfile,
    ElectedBody,
    Election,
    EmulationMovement,
    FundLedger,
    Funds,
    Gifts,
    Goods,
    HouseholdClass,
    Houses,
    HouseSource,
    HouseState,
    HouseWork,
    Lead,
    MassAssociation,
    Membership,
    Mobilisation,
    Organisation,
    OrganisationMembership,
    OutgoingTransfer,
    PartOfCandidates,
    PartOfMembers,
    PeoplesContribution,
    PeoplesInspectionBoard,
    PoliticalTheoryLevels,
    Receipt,
    ReliefAction,
    SelfManagementGroups,
    SelfManagementKind,
    Source,
    SpendingPurpose,
    Statement,
    Supervision,
    SupervisionKind,
    SupervisionRecords,
    Support,
    Training,
)
from mttq.report import Report
from mttq.values import DocumentKind, DocumentRef, Period, Quantity, Share, Tier, Triple

__all__ = ["with_registers"]

_MILLION: Final = 10**6
_PEOPLES: Final = ("Kinh", "Tày", "Nùng", "Dao", "Mông", "Thái")


def with_registers(facts: Facts, report: Report) -> Report:
    """Return a drawn report with more: what it says already stays, but for balances that this changes."""
    names = _PEOPLES[: facts.between(2, len(_PEOPLES))]
    report = report.with_values(dict(_untimed(report.supervision)))
    return attrs.evolve(
        report,
        header=attrs.evolve(report.header, addressee=f"Ủy ban MTTQ Việt Nam huyện {facts.district}"),
        periods=tuple(attrs.evolve(item, source=Source(line=3)) for item in report.periods),
        population=attrs.evolve(report.population, ethnic_groups=len(names), ethnic_group_names=names),
        economy=_economy(facts),
        organisation=_organisation(facts, report),
        membership=_membership(facts, report),
        campaigns=_campaigns(facts, report),
        funds=_funds(facts, report.funds),
        supervision=_supervision(facts, report.supervision),
        elections=tuple(_election(facts, body, report) for body in ElectedBody),
        statements=(*report.statements, *_statements(facts)),
    )


def _of(number: int, unit: str) -> Quantity:
    return Quantity(value=Decimal(number), unit=unit)


def _economy(facts: Facts) -> EconomyProfile:
    return EconomyProfile(
        as_of=Period.of_year(facts.last),
        sown_area=_of(facts.between(101, 999), "ha"),
        grain_output=_of(facts.between(501, 4999), "tonne"),
        forest_land=_of(facts.between(101, 9999), "ha"),
        income_per_person=_of(facts.between(31, 79) * _MILLION, "VND"),
    )


# --- organisation ---
def _organisation(facts: Facts, report: Report) -> Organisation:
    said, size = report.organisation, facts.villages
    whole = said.committee.members or 0
    again = facts.between(1, whole - 1)

    def part(number: int) -> PartOfMembers:
        return PartOfMembers(members=number, share=share_of(number, whole, 1))

    committee = attrs.evolve(
        said.committee,
        women=part(facts.between(1, whole)),
        non_party=part(facts.between(1, whole)),
        ethnic_minorities=part(facts.between(1, whole)),
        religious=part(facts.between(1, whole)),
        under_40=part(facts.between(1, whole)),
        university=part(facts.between(1, whole)),
        re_elected=part(again),
        newly_elected=part(whole - again),
        delegates=facts.between(80, 150),
    )
    made = facts.between(3, 9)
    return attrs.evolve(
        said,
        committee=committee,
        standing_board=attrs.evolve(said.standing_board, part_time_vice_chairs=1),
        working_boards=attrs.evolve(said.working_boards, members_each=Quantity(value=Decimal(7))),
        peoples_inspection=PeoplesInspectionBoard(
            boards=1,
            members=max(5, size),  # as the appendix says
            vice_heads=1,
            term=Period.term(facts.last - 2, facts.last),
            elected=dt.date(facts.last - 2, 3, 15),
            inspections=made,
            recommendations=2 * made,
            resolved=made,
        ),
        investment_supervision=tuple(
            CommunityInvestmentSupervisionBoard(
                boards=1,
                members=members,
                representatives=members - 1,
                vice_heads=1,
                project=project,
                inspections=made,
                recommendations=made,
                resolved=made - 1,
            )
            for members, project in ((5, "Đường trục xã"), (6, "Trường mầm non"))
        ),
        self_management=(
            *said.self_management,
            SelfManagementGroups(
                kind=SelfManagementKind.BORDER, groups=3, households=91, border_markers=facts.between(1, 9)
            ),
        ),
        cadres=_cadres(facts, report),
    )


def _cadres(facts: Facts, report: Report) -> Cadres:
    """Say of cadres what the appendix says."""
    table = report.appendix(ImplementationAppendix) or ImplementationAppendix()
    told, levels = table.cadres.education.commune, table.cadres.political_theory.commune.levels
    advanced, intermediate, elementary = levels if isinstance(levels, Triple) else (None,) * 3
    moved = table.cadres.transferred.commune
    return Cadres(
        full_time=table.cadres.full_time.commune,
        part_time=facts.between(3, 12),
        education=CadreQualification(
            postgraduate=told.postgraduate,
            university=told.university,
            below_university=told.below_university,
        ),
        political_theory=PoliticalTheoryLevels(
            advanced=advanced, intermediate=intermediate, elementary=elementary
        ),
        transfers=CadreTransfers(party=moved.party, government=moved.government, unions=moved.unions),
        training=(
            Training(
                persons=_of(facts.between(20, 60), "persons"),
                period=facts.period,
                each_year=True,
                each_organisation=True,
            ),
        ),
    )


def _membership(facts: Facts, report: Report) -> Membership:
    table = report.appendix(ImplementationAppendix) or ImplementationAppendix()
    admitted = table.membership.admitted_to_party or 0
    return attrs.evolve(
        report.membership,
        nominated_to_party=admitted + facts.between(1, 9),
        admitted_to_party=admitted,
        organisations=(
            *report.membership.organisations,
            _members(MassAssociation.ELDERLY, facts.between(200, 900)),
            _members("Hội Làm vườn", facts.between(40, 90)),
        ),
    )


def _members(organisation: MassAssociation | str, closing: int) -> OrganisationMembership:
    return OrganisationMembership(
        organisation=organisation, opening=closing + 1, admitted=6, left=7, closing=closing
    )


def _campaigns(facts: Facts, report: Report) -> Campaigns:
    said = report.campaigns
    founder, day = "Chính phủ", dt.date(facts.last - 1, 6, 5)
    commended = facts.between(20, 90)
    return attrs.evolve(
        said,
        campaigns=tuple(attrs.evolve(item, launched_by=founder, launched_on=day) for item in said.campaigns),
        movements=(
            EmulationMovement(
                name="Vì người nghèo", launched_by=founder, launched_on=day, period=facts.period
            ),
        ),
        models=tuple(attrs.evolve(item, number=1) for item in said.models),
        festivals=tuple(
            item if item.period == facts.period else attrs.evolve(item, households_commended=commended)
            for item in said.festivals
        ),
        commendations=tuple(
            attrs.evolve(item, authority=facts.committee, households=commended) for item in said.commendations
        ),
        conferences=tuple(attrs.evolve(item, form=ConferenceForm.INTEGRATED) for item in said.conferences),
    )


# --- funds ---
def _funds(facts: Facts, said: Funds) -> Funds:
    year = Period.of_year(facts.last)
    through, direct = facts.between(90, 400) * _MILLION, facts.between(5, 60) * _MILLION
    people = facts.between(100, 400) * _MILLION
    households = facts.between(3, 9)
    ledger, *others = said.ledgers
    return attrs.evolve(
        said,
        ledgers=(_ledger(facts, ledger), *others),
        houses=(*said.houses, *_houses(facts, year)),
        gifts=(*said.gifts, _gifts(facts, year)),
        relief=(_relief(facts),),
        support=(
            Support(
                purpose=SpendingPurpose.LIVELIHOOD,
                what="bò giống",
                period=year,
                count=Quantity(value=Decimal(households)),
                households=households,
                persons=4 * households,
                value=15 * _MILLION * households,
                value_each=15 * _MILLION,
            ),
        ),
        contributions=(
            PeoplesContribution(
                purpose="Làm đường giao thông nông thôn",
                period=year,
                money=2 * people,
                of_people=people,
                land=_of(facts.between(300, 4000), "m2"),
                workdays=_of(facts.between(300, 2000), "workdays"),
                attendances=_of(facts.between(300, 2000), "person_visits"),
            ),
        ),
        mobilised=(Mobilisation(period=year, through_funds=through, direct=direct, total=through + direct),),
    )


def _ledger(facts: Facts, said: FundLedger) -> FundLedger:
    """Let a fund be pledged more, hand some of its balance on, and hold rice."""
    each = (said.closing if isinstance(said.closing, int) else 0) // 4
    promised = facts.between(1, 9) * _MILLION
    rice, left = facts.between(20, 60), facts.between(1, 9)
    return attrs.evolve(
        said,
        pledged=promised,
        receipts=(
            *said.receipts,
            Receipt(amount=promised, state=ContributionState.PLEDGED, source="Doanh nghiệp"),
            Receipt(amount=_MILLION, state=ContributionState.ALLOCATED),
        ),
        handed_on=(
            OutgoingTransfer(
                to_tier=Tier.COMMUNE, to="Các xã kết nghĩa", amount=2 * each, units=2, amount_each=each
            ),
        ),
        goods=(
            Goods(
                item="gạo",
                received=_of(rice, "tonne"),
                handed_on=_of(rice - left, "tonne"),
                left=_of(left, "tonne"),
                value=15 * _MILLION * rice,
            ),
        ),
        closing=said.closing - 2 * each if isinstance(said.closing, int) else said.closing,
    )


def _houses(facts: Facts, year: Period) -> Iterator[Houses]:
    for source in HouseSource:
        number, each = facts.between(1, 2), facts.between(4, 7) * 10 * _MILLION
        yield Houses(
            work=HouseWork.BUILT_OR_REPAIRED,
            period=year,
            source=source,
            source_tier=Tier.COMMUNE,
            state=HouseState.HANDED_OVER,
            household_class=HouseholdClass.POOR,
            count=number,
            households=number,
            support_each=each,
            amount=number * each,
            workdays=_of(40 * number, "workdays"),
        )


def _gifts(facts: Facts, period: Period) -> Gifts:
    units, each, cash, goods = facts.between(3, 9), facts.between(5, 20), 300_000, 200_000
    return Gifts(
        occasion="Ngày hội Đại đoàn kết",
        period=period,
        recipients="Hộ nghèo các thôn",
        count=_of(units * each, "gifts"),
        units=units,
        per_unit=each,
        value=units * each * (cash + goods),
        value_each=cash + goods,
        cash_each=cash,
        goods_each=goods,
    )


def _relief(facts: Facts) -> ReliefAction:
    year, amount = facts.last, facts.between(20, 90) * _MILLION
    return ReliefAction(
        event="Bão số 3",
        period=Period.of_year(year),
        donors=_of(facts.between(100, 400), "persons"),
        organisations=_of(facts.between(5, 30), "units"),
        receipts=(
            Receipt(amount=amount, state=ContributionState.RECEIVED, form=ContributionForm.CASH),
            Receipt(amount=amount - _MILLION, state=ContributionState.ALLOCATED),
        ),
        rounds=2,
        units=3,
        handed_on=(OutgoingTransfer(to="Các thôn bị thiệt hại", amount=amount - _MILLION),),
        goods=(Goods(item="áo phao", received=Quantity(value=Decimal(facts.between(50, 90)))),),
        gifts=_gifts(facts, Period.of_year(year)),
        launched_on=dt.date(year, 7, 1),
        received_until=dt.date(year, 8, 15),
        distributed=dt.date(year, 9, 1),
        received_published=dt.date(year, 8, 25),
        distributed_published=dt.date(year, 9, 20),
    )


# --- supervision, elections, figures of the text ---
def _supervision(facts: Facts, said: SupervisionRecords) -> SupervisionRecords:
    """Tell the same records as a register does, with one that is only planned."""
    planned = Supervision(
        subject="Đầu tư công",
        period=Period.quarter(facts.last + 1, 3),
        state=ActivityState.INTENDED,
        tier=Tier.COMMUNE,
    )
    held = [
        attrs.evolve(
            item,
            kind=SupervisionKind.SUPERVISION,
            state=ActivityState.DONE,
            progress=Share(Decimal(100)),
            lead=Lead.COMMITTEE,
            answered_on=item.date and item.date + dt.timedelta(30),
        )
        for item in said.supervisions
    ]
    return attrs.evolve(
        said,
        supervisions=(*held[:1], planned, *held[1:]),
        criticisms=tuple(
            attrs.evolve(
                item,
                state=ActivityState.DONE,
                lead=Lead.COMMITTEE,
                led_by=facts.committee,
                document=DocumentRef(
                    raw=f"Nghị quyết của Hội đồng nhân dân xã {facts.commune}",
                    kind=DocumentKind.RESOLUTION,
                    issuer=f"Hội đồng nhân dân xã {facts.commune}",
                ),
                answered_on=item.date and item.date + dt.timedelta(9),
            )
            for item in said.criticisms
        ),
        feedback=tuple(
            attrs.evolve(item, state=ActivityState.DONE, lead=Lead.COMMITTEE) for item in said.feedback
        ),
        dialogues=tuple(
            attrs.evolve(item, state=ActivityState.DONE, subject="Vệ sinh môi trường")
            for item in said.dialogues
        ),
        voter_meetings=tuple(
            attrs.evolve(
                item,
                state=ActivityState.DONE,
                carried_over=2,
                pending=2,
                waiting=(item.opinions or 0) - (item.answered or 0),
            )
            for item in said.voter_meetings
        ),
    )


def _untimed(records: SupervisionRecords) -> Iterator[tuple[str, object]]:
    """Return what the second record of each kind says in place of its day: its year, and how many it is."""
    for kind, kept in attrs.asdict(records, recurse=False).items():
        path, day = f"supervision.{kind}.1", kept[1].date
        yield from (
            (f"{path}.date", None),
            (f"{path}.period", Period.of_year(day.year)),
            (f"{path}.count", 1),
        )


def _election(facts: Facts, body: ElectedBody, report: Report) -> Election:
    seats, voters = facts.between(15, 30), 2 * (report.population.households or 0)
    candidates, elected, serving = seats + facts.between(5, 15), seats - 1, seats + 2
    voted, again = voters - facts.between(1, 99), facts.between(5, 12)

    def part() -> PartOfCandidates:
        number = facts.between(1, candidates // 2)
        return PartOfCandidates(persons=number, share=share_of(number, candidates, 1))

    return Election(
        body=body,
        tier=Tier.COMMUNE if body is ElectedBody.PEOPLES_COUNCIL else Tier.CENTRE,
        term=Period.term(facts.last - 3, facts.last + 2),
        candidates=candidates,
        women=part(),
        non_party=part(),
        ethnic_minorities=part(),
        religious=part(),
        under_40=part(),
        self_nominated=part(),
        serving=serving,
        standing_again=again,
        share_standing_again=share_of(again, serving, 2),
        seats=seats,
        elected=elected,
        voters=voters,
        voted=voted,
        turnout=share_of(voted, voters, 2),
        repeated=1,
    )


def _statements(facts: Facts) -> Iterator[Statement]:
    """State figures that stand nowhere else: a part of a whole, one beside its plan and the year before."""
    year, met, asked = Period.of_year(facts.last), facts.between(9, 18), 19
    before, more = facts.between(40, 90), facts.between(1, 30)
    yield Statement(
        indicator="nông thôn mới, tiêu chí đạt",
        value=_of(met, "criteria"),
        whole=_of(asked, "criteria"),
        share=share_of(met, asked, 1),
        period=year,
        unit=f"xã {facts.commune}",
        according_to="Ủy ban nhân dân huyện",
        quote=f"đạt {met}/{asked} tiêu chí",
        source=Source(heading="II.1", line=facts.between(100, 200), page=facts.between(2, 9)),
    )
    yield Statement(
        indicator="tin, bài tuyên truyền",
        value=_of(before + more, "articles"),
        planned=_of(before, "articles"),
        share_of_plan=share_of(before + more, before, 1),
        previous=_of(before, "articles"),
        change=_of(more, "articles"),
        growth=share_of(more, before, 1),
        period=year,
        each_year=True,
    )
