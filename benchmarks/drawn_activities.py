"""Campaigns, funds and dated records of a commune; ledgers add up."""

import datetime as dt
from decimal import Decimal

from drawn_commune import FIRST, LAST, NUMBER_OF_YEARS, YEARS, Commune, counted, exact

from mttq.model import campaigns, funds, supervision
from mttq.model.units import UnitKind, UnitRef
from mttq.values import Period, Quantity, Share, Tier

__all__ = ["campaigns_of", "funds_of", "records_of"]

_SUBJECTS = (
    "Quản lý, sử dụng các khoản đóng góp tự nguyện của nhân dân",
    "Chi trả tiền hỗ trợ người có công và đối tượng bảo trợ xã hội",
    "Xây dựng đường giao thông nông thôn và kênh mương nội đồng",
    "Bình xét hộ nghèo, hộ cận nghèo theo chuẩn đa chiều",
    "Cấp giấy chứng nhận quyền sử dụng đất ở khu dân cư",
    "Thực hiện dân chủ ở cơ sở và công khai ngân sách xã",
    "Vệ sinh an toàn thực phẩm tại chợ và bếp ăn trường học",
    "Thu gom, xử lý rác thải sinh hoạt trên địa bàn",
)
_DRAFTS = (
    "Dự thảo kế hoạch phát triển kinh tế - xã hội",
    "Dự thảo quy hoạch sử dụng đất đến năm 2030",
    "Dự thảo đề án xây dựng nông thôn mới nâng cao",
    "Dự thảo quy chế hoạt động của nhà văn hóa thôn",
)


def campaigns_of(commune: Commune) -> campaigns.Campaigns:
    return campaigns.Campaigns(
        campaigns=tuple(
            campaigns.Campaign(name=name, period=YEARS)
            for name in (
                "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
                "Người Việt Nam ưu tiên dùng hàng Việt Nam",
            )
        ),
        models=tuple(
            campaigns.ExemplaryModel(
                name=f"Đoạn đường tự quản thôn {village}", households=commune.between(20, 60)
            )
            for village in range(1, commune.villages + 1)
        ),
        festivals=tuple(
            campaigns.GreatUnityFestival(
                period=Period.of_year(year),
                areas=commune.villages,
                areas_holding=commune.villages,
                areas_with_both_parts=commune.villages - 1,
                share_holding=Share(Decimal(100)),
            )
            for year in range(FIRST, LAST + 1)
        ),
        commendations=tuple(
            campaigns.Commendation(
                occasion="Ngày hội Đại đoàn kết toàn dân tộc",
                authority="UBND xã",
                period=Period.of_year(year),
                collectives=1,
                individuals=commune.between(1, 4),
            )
            for year in range(FIRST, LAST + 1)
        ),
        conferences=tuple(
            campaigns.Conference(
                subject=subject,
                period=Period.of_year(commune.between(FIRST, LAST)),
                held=counted(held := commune.between(2, 9), "conferences"),
                attendances=counted(held * commune.between(30, 80), "person_visits"),
            )
            for subject in _SUBJECTS
        ),
    )


def funds_of(commune: Commune) -> funds.Funds:
    houses = tuple(
        funds.Houses(work=work, period=YEARS, count=number, support_each=support, amount=number * support)
        for work, support in ((funds.HouseWork.BUILT, 50_000_000), (funds.HouseWork.REPAIRED, 25_000_000))
        for number in (commune.between(5, 30),)
    )
    gifts = tuple(
        funds.Gifts(
            occasion=f"Tết Nguyên đán {year}",
            period=Period.of_year(year),
            count=counted(number := commune.between(50, 400), "gifts"),
            value=number * commune.between(4, 9) * 100_000,
        )
        for year in range(FIRST, LAST + 1)
    )
    ledgers = tuple(
        _ledger(commune, fund, houses if not place else ()) for place, fund in enumerate(funds.FundKind)
    )
    mean = funds.FundLedger(
        fund=funds.FundKind.FUND_FOR_THE_POOR,
        period=YEARS,
        each_year=True,
        raised=Quantity(
            value=Decimal(exact(ledgers[0].raised) // NUMBER_OF_YEARS // 1_000_000 * 1_000_000),
            unit="VND",
            scale=10**6,
        ),
    )
    return funds.Funds(ledgers=(*ledgers, mean), houses=houses, gifts=gifts)


def _ledger(commune: Commune, fund: funds.FundKind, houses: tuple[funds.Houses, ...]) -> funds.FundLedger:
    purposes = (funds.SpendingPurpose.BUILD_HOUSE, funds.SpendingPurpose.REPAIR_HOUSE)
    spending = (
        *(
            funds.Spending(purpose=purpose, count=house.count, amount=house.amount)
            for purpose, house in zip(purposes, houses, strict=False)
        ),
        *(
            funds.Spending(
                purpose=purpose, count=commune.between(5, 60), amount=commune.between(20, 90) * 1_000_000
            )
            for purpose in list(funds.SpendingPurpose)[3:6]
        ),
    )
    receipts = tuple(
        funds.Receipt(
            amount=commune.between(40_000, 400_000) * 1000,
            form=funds.ContributionForm.CASH,
            source=f"Cán bộ và nhân dân thôn {village}",
        )
        for village in range(1, commune.villages + 1)
    )
    raised, spent = (sum(exact(item.amount) for item in part) for part in (receipts, spending))
    opening = commune.between(1, 60) * 1_000_000
    handed_down = max(0, spent - raised) + commune.between(1, 50) * 1_000_000
    return funds.FundLedger(
        fund=fund,
        period=YEARS,
        stated_years=NUMBER_OF_YEARS,
        opening=opening,
        raised=raised,
        receipts=receipts,
        transfers=(funds.FundTransfer(from_tier=Tier.DISTRICT, amount=handed_down),),
        spent=spent,
        spending=spending,
        closing=opening + raised + handed_down - spent,
    )


def records_of(commune: Commune) -> supervision.SupervisionRecords:
    form, criticism = supervision.SupervisionForm, supervision.CriticismForm
    here = UnitRef(kind=UnitKind.COMMUNE, name=commune.name)
    return supervision.SupervisionRecords(
        supervisions=tuple(
            supervision.Supervision(
                form=kind,
                date=day,
                subject=commune.draw.choice(_SUBJECTS),
                tier=Tier.COMMUNE,
                led_by=commune.committee,
                supervised=(here,),
                supervised_count=1,
                plan_sent=day - dt.timedelta(20),
                recommendations=(asked := commune.between(1, 6)),
                answered=commune.between(0, asked),
            )
            for kind, number in (
                (form.DOCUMENT_STUDY, commune.between(14, 24)),
                (form.DELEGATION, commune.between(10, 16)),
            )
            for day in commune.days(number)
        ),
        criticisms=tuple(
            supervision.SocialCriticism(
                form=kind,
                date=day,
                subject=commune.draw.choice(_DRAFTS),
                tier=Tier.COMMUNE,
                received=day - dt.timedelta(commune.between(16, 30)),
                opinions=(heard := commune.between(2, 9)),
                accepted=commune.between(1, heard),
            )
            for kind, number in (
                (criticism.CONFERENCE, commune.between(2, 5)),
                (criticism.WRITTEN, commune.between(6, 12)),
                (criticism.DIRECT_DIALOGUE, commune.between(1, 3)),
            )
            for day in commune.days(number)
        ),
        feedback=tuple(
            supervision.Feedback(
                date=day,
                subject=commune.draw.choice(_DRAFTS),
                tier=Tier.COMMUNE,
                opinions=(heard := commune.between(2, 20)),
                accepted=commune.between(1, heard),
            )
            for day in commune.days(10)
        ),
        dialogues=tuple(
            supervision.Dialogue(
                host=host,
                date=day,
                tier=Tier.COMMUNE,
                attendances=commune.between(60, 180),
                opinions=(heard := commune.between(5, 20)),
                answered=commune.between(3, heard),
            )
            for host in supervision.DialogueHost
            for day in commune.days(commune.between(NUMBER_OF_YEARS, 16))
        ),
        voter_meetings=tuple(
            supervision.VoterMeeting(
                date=day,
                tier=Tier.COMMUNE,
                attendances=commune.between(60, 180),
                opinions=(heard := commune.between(5, 20)),
                answered=commune.between(3, heard),
            )
            for day in commune.days(10)
        ),
    )
