"""A province adds up its 200 communes: who has reported, what distorts the total, Phụ lục 2 as .xlsx."""

import datetime as dt
import tempfile
from fractions import Fraction
from pathlib import Path

import attrs

import mttq
from mttq.forms import ParticipationAppendix
from mttq.testing import draw_report, draw_units

DAY = dt.date(2024, 12, 31)
SLIPS = (
    ("kl62-pl2.criticism.sessions.commune", 2500),
    ("kl62-pl1.cadres.full_time.total", 66),
    ("kl62-pl1.cadres.transferred.total", 300),
    ("kl62-pl1.allowances.villages.total", 110),
    ("population.poor.households", 30_000),
    ("kl62-pl2.criticism.opinions.commune", None),
)


def reports(communes: tuple[mttq.Unit, ...]) -> list[mttq.Report]:
    """Reports on communes; in your program they come from `mttq.load_many(paths)`."""
    drawn = [draw_report(number) for number in range(20)]
    made = [attrs.evolve(drawn[number % 20], unit=unit) for number, unit in enumerate(communes)]
    for number, (path, figure) in enumerate(SLIPS):
        made[7 * number] = made[7 * number].with_value(path, figure)
    return made[:-3]  # three have not reported


def weight(finding: mttq.Finding, total: mttq.RollUp) -> Fraction:
    """Return by how much of the total its figure is off."""
    sums = {figure.path: figure.nominal for figure in total.figures()}
    whole = sums.get(finding.path)
    if finding.evidence is None or not isinstance(whole, int) or not whole:
        return Fraction(0)
    return abs(finding.evidence.residual) / whole


def main() -> None:
    """Print what an officer of the province wants to see."""
    units = draw_units(2026, communes=400)
    province = next(unit for unit in units.at(DAY) if unit.tier is mttq.Tier.PROVINCE)
    given = reports(units.at(DAY).below(province, mttq.Tier.COMMUNE))

    total = mttq.roll_up(given, province, units=units)
    print(total.report.title)
    print("Chưa báo cáo:", "; ".join(total.missing))
    opinions = total.coverage("kl62-pl2.criticism.opinions.commune")
    silent = [unit for unit in opinions.missing if unit not in total.missing]
    print(f"Số ý kiến phản biện: {opinions} xã; có báo cáo mà để trống: {'; '.join(silent)}")

    print("\nNăm lỗi ảnh hưởng nhiều nhất đến số tổng hợp:")
    found = [finding for report in given for finding in mttq.check(report).errors]
    for finding in sorted(found, key=lambda one: weight(one, total), reverse=True)[:5]:
        off = mttq.vi.format_percent(*weight(finding, total).as_integer_ratio(), decimals=1)
        print(f"- {off} · {finding.unit}: {finding.place}. {finding.message}")

    print("\nTrong số tổng hợp, mttq thấy các lỗi:")
    for finding in mttq.check(total.report).errors:
        print(f"- {finding.code} · {finding.place}. {finding.message}")

    appendix = total.report.appendix(ParticipationAppendix)
    print(f"\n{mttq.render(appendix)}")
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "phu_luc_2.xlsx"
        mttq.writing.filled(appendix, sheet, unit=province)
        read = mttq.reading.read(sheet)
        print(
            f"\nGhi {sheet.name}, đọc lại: {len(read.figures)} số liệu, như cũ:",
            read.appendices[None] == (appendix,),
        )


if __name__ == "__main__":
    main()
