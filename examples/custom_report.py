"""A summary table of your own for several communes: their figures, and what the rules found in them."""

import mttq
from mttq.model import Unit, UnitKind
from mttq.testing import make_report


def reports() -> list[mttq.Report]:
    """Three communes; in your program they come from `mttq.load_many(paths)`."""
    made = [
        make_report(unit=Unit(kind=UnitKind.COMMUNE, name=name)) for name in ("Đông Sơn", "An Hòa", "Ân Phú")
    ]
    return [
        made[0],
        made[1].with_value("kl62-pl2.criticism.sessions.commune", 31),
        made[2].with_values(
            {"kl62-pl1.dissemination.conferences.people_reached": None, "population.households": 870}
        ),
    ]


def errors(report: mttq.Report) -> str:
    """Return the codes of the errors in a report."""
    return ", ".join(finding.code for finding in mttq.check(report).errors) or "không"


def main() -> None:
    """Print the table as text and as Markdown."""
    table = mttq.summary(
        reports(),
        {
            "Lượt người được tuyên truyền": "kl62-pl1.dissemination.conferences.people_reached",
            "Số cuộc phản biện": "kl62-pl2.criticism.sessions",
            "Hộ nghèo": mttq.share_of("population.poor.households", "population.households"),
            "Lỗi": errors,
        },
        title="Tổng hợp ba xã",
    )
    print(mttq.render(table))
    print()
    print(mttq.render(table, fmt="markdown"))


if __name__ == "__main__":
    main()
