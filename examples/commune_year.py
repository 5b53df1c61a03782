"""A commune's year: its fund, its registers, and the core indicators that follow from its records."""

import datetime as dt

import attrs

import mttq
from mttq.forms.core import CoreIndicators
from mttq.forms.nghean_nha_dai_doan_ket import (
    HouseRegister,
    HouseState,
    KeyFigures,
    RegisteredHouse,
    Work,
)
from mttq.forms.nghean_pbxh_so import Progress, SupervisionRegister, WatchEntry, WatchKind
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    PopulationProfile,
    PovertyFigure,
    Receipt,
    ReportPeriod,
    Spending,
    SpendingPurpose,
    Unit,
    UnitKind,
)
from mttq.values import Period, Tier

YEAR = Period.of_year(2026)

fund = FundLedger(
    fund=FundKind.FUND_FOR_THE_POOR,
    period=YEAR,
    opening=12_500_000,
    raised=215_910_000,
    receipts=(
        Receipt(amount=165_910_000, source="Nhân dân"),
        Receipt(amount=50_000_000, source="Công ty Mẫu"),
    ),
    transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=50_000_000),),
    spent=180_000_000,
    spending=(
        Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=2, amount=120_000_000),
        Spending(purpose=SpendingPurpose.REPAIR_HOUSE, count=2, amount=60_000_000),
    ),
    closing=98_410_000,
)
houses = HouseRegister(
    houses=(
        RegisteredHouse(commune="Mẫu", work=Work.BUILT, state=HouseState.HANDED_OVER, amount=60_000_000),
        RegisteredHouse(commune="Mẫu", work=Work.BUILT, state=HouseState.UNDER_WAY, amount=60_000_000),
        RegisteredHouse(commune="Mẫu", work=Work.REPAIRED, state=HouseState.HANDED_OVER, amount=30_000_000),
    ),
    figures=KeyFigures(houses=4, amount=150_000_000, handed_over=2, share=mttq.Share.of(2, 4)),
)
watched = SupervisionRegister(
    activities=(
        WatchEntry(
            kind=WatchKind.SUPERVISION,
            subject="Thu, chi các khoản đóng góp",
            begun=dt.date(2026, 5, 10),
            state=Progress.DONE,
            led_by="Ban Thường trực",
        ),
    )
)
report = mttq.Report(
    unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"),
    title="Báo cáo công tác Mặt trận năm 2026",
    periods=(ReportPeriod(subject="review", period=YEAR),),
    population=PopulationProfile(households=946, poor=PovertyFigure(households=51)),
    funds=Funds(ledgers=(fund,)),
    appendices=(houses, watched),
)
core = report.tally(CoreIndicators)
report = attrs.evolve(report, appendices=(core, *report.appendices))

print(mttq.render(report.funds))
for register in (houses, watched):
    print("\n" + mttq.render(register))
print("\nChỉ tiêu cơ bản lập từ báo cáo:")
for figure in report.figures():
    if figure.path.startswith("core."):
        print(f"- {figure.label}: {mttq.vi.format_figure(figure.value)}")
for finding in mttq.check(report, select="APP"):
    print("\n" + finding.explain())
