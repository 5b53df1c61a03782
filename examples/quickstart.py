"""From a real commune's figures to a checked, rendered report.

Run it from anywhere: `python examples/quickstart.py`.
"""

import sys
from itertools import groupby
from pathlib import Path

import mttq
from mttq import vi
from mttq.forms import ParticipationAppendix


def main() -> None:
    """Load, check, explain, render, and write a sum of money in figures and in words."""
    report = mttq.load(Path(__file__).with_name("trung_son_2023.json"))
    print(f"{report.title}, {report.unit.full_name}")

    findings = mttq.check(report)
    print(
        f"\n{len(findings)} phát hiện: {len(findings.errors)} lỗi, "
        f"{len(findings.warnings)} cảnh báo, {len(findings.infos)} lưu ý\n"
    )
    by_code = sorted(findings, key=lambda finding: finding.code)
    for code, group in groupby(by_code, key=lambda finding: finding.code):
        for finding in group:
            print(f"{code}  {finding.place}: {finding.message}")

    print("\n" + findings["CRI001"][0].explain() + "\n")

    appendix = report.appendix(ParticipationAppendix)
    print(mttq.render(appendix))

    raised = report.funds.ledgers[1].raised
    if isinstance(raised, int):
        print(f"\nQuỹ “Vì người nghèo”: {vi.format_money(raised)}")
        print(f"Bằng chữ: {vi.money_to_words(raised).capitalize()}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # not every console is UTF-8
    main()
