"""A village's month: what its Front Working Board tells the commune, printed, checked, and sent as a file."""

import mttq
from mttq.forms.vegiang_bc_thang import Campaigns, Communication, Credit, MonthlyReport
from mttq.model import ReportPeriod, UnitKind, UnitRef
from mttq.values import Period

COMMUNE = UnitRef(kind=UnitKind.COMMUNE, name="Mẫu")
MONTH = ReportPeriod(subject="vegiang-bc-thang", period=Period.month(2026, 10))

month = MonthlyReport(
    communication=Communication(sessions=3, attendances=240, policy="Luật Đất đai, Luật Cư trú"),
    campaigns=Campaigns(money=18_500_000, households=12, models=1),
    credit=Credit(debt=900_000_000, borrowers=31, lent=20_000_000, repaid=5_000_000, overdue=950_000_000),
)
report = mttq.Report(
    unit=mttq.Unit.area("thôn", "Xuân Đông", parent=COMMUNE),
    title="Báo cáo công tác tháng 10 năm 2026",
    periods=(MONTH,),
    appendices=(month,),
)

for figure in report.figures():
    print(f"{figure.label}: {mttq.vi.format_figure(figure.value)}")
for finding in mttq.check(report).errors:
    print("\n" + finding.explain())
assert mttq.loads(mttq.dumps(report)) == report
