"""A summary table of your own for several communes: their figures, and what the rules found in them."""

import mttq
from mttq import vi
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.model import Unit, UnitKind
from mttq.tables import Column, Table
from mttq.testing import make_report


def reports() -> list[mttq.Report]:
    """Three communes; in your program they come from `mttq.load_many(paths)`."""
    units = [Unit(kind=UnitKind.COMMUNE, name=name) for name in ("Đông Sơn", "An Hòa", "Ân Phú")]
    made = [make_report(unit=unit) for unit in units]
    return [
        made[0],
        made[1].with_value("kl62-pl2.criticism.sessions.commune", 31),
        made[2].with_value("kl62-pl1.dissemination.conferences.people_reached", 2468),
    ]


def summary(communes: list[mttq.Report]) -> Table:
    """One line for each commune in alphabetical order."""
    rows = []
    for report in sorted(communes, key=lambda report: vi.sort_key(report.unit.name)):
        first, second = report.appendix(ImplementationAppendix), report.appendix(ParticipationAppendix)
        reached = first.dissemination.conferences.people_reached if first else None
        sessions = second.criticism.sessions.commune if second else None
        findings = mttq.check(report)
        rows.append(
            (
                report.unit.full_name,
                vi.format_figure(reached),
                vi.format_figure(sessions),
                ", ".join(finding.code for finding in findings.errors) or "không",
            )
        )
    return Table(
        title="Tổng hợp ba xã",
        columns=(
            Column("Đơn vị"),
            Column("Lượt người được tuyên truyền", "right"),
            Column("Số cuộc phản biện", "right"),
            Column("Lỗi"),
        ),
        rows=tuple(rows),
    )


def main() -> None:
    """Print the table as text and as Markdown."""
    table = summary(reports())
    print(mttq.render(table))
    print()
    print(mttq.render(table, fmt="markdown"))


if __name__ == "__main__":
    main()
