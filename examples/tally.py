"""From dated records to Phụ lục 2: compute it, put it into a report, and let the rules compare."""

import datetime as dt

import mttq
from mttq import Pair, Tiered
from mttq.forms import ParticipationAppendix
from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    ReportPeriod,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.values import Period, Tier

YEAR = Period.of_year(2023)
EAST, WEST = (UnitRef(kind=UnitKind.COMMUNE, name=name) for name in ("Mẫu Đông", "Mẫu Tây"))

RECORDS = SupervisionRecords(
    supervisions=(
        Supervision(
            form=SupervisionForm.DELEGATION,
            date=dt.date(2023, 5, 10),
            subject="Thu, chi các khoản đóng góp",
            supervised=(EAST, WEST),
            plan_sent=dt.date(2023, 5, 2),
        ),
        Supervision(  # the Women's Union held it jointly and kept its own record
            form=SupervisionForm.DELEGATION,
            date=dt.date(2023, 5, 10),
            subject="thu, chi các  khoản đóng góp",
            led_by="Hội Liên hiệp Phụ nữ",
            supervised=(EAST,),
        ),
        Supervision(
            form=SupervisionForm.DELEGATION,
            date=dt.date(2023, 9, 12),
            subject="Xây dựng nông thôn mới",
            supervised=(EAST,),
        ),
    ),
    criticisms=(
        SocialCriticism(
            form=CriticismForm.WRITTEN,
            date=dt.date(2023, 12, 31),
            subject="Dự thảo kế hoạch năm 2024",
            opinions=7,
        ),
        SocialCriticism(
            form=CriticismForm.CONFERENCE,
            date=dt.date(2024, 1, 1),
            subject="Dự thảo hương ước",
            opinions=12,
        ),
    ),
    dialogues=(Dialogue(host=DialogueHost.GOVERNMENT_HEAD, date=dt.date(2023, 8, 20)),),
)


def main() -> None:
    """Compute the appendix and print it; then report one delegation too few and one too many sessions."""
    tallied = ParticipationAppendix.tally(RECORDS, period=YEAR, tier=Tier.COMMUNE)
    print(mttq.render(tallied))

    report = mttq.Report(
        unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"),
        title="Báo cáo công tác Mặt trận năm 2023",
        periods=(ReportPeriod(subject="kl62-pl2", period=YEAR),),
        supervision=RECORDS,
        appendices=(tallied,),
    )
    report = report.with_value("kl62-pl2.supervision.delegations", Tiered(commune=Pair(1, 2)))
    report = report.with_value("kl62-pl2.criticism.written", Tiered(commune=2))
    for finding in mttq.check(report):
        if finding.code in ("SUP010", "SUP012", "SUP013", "CRI011"):
            print("\n" + finding.explain())


if __name__ == "__main__":
    main()
