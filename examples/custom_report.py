"""A report of your own over eight communes: figures, percentages, changes, and how many errors each has."""

from pathlib import Path

import mttq

lines = (Path(__file__).with_name(f"tam_xa_{year}.jsonl").read_text("utf-8") for year in (2026, 2025))
this_year, last_year = (mttq.load_many(year.splitlines()) for year in lines)
table = mttq.summary(
    this_year,
    {
        "Số hộ": "population.households",
        "Hộ nghèo": mttq.share_of("population.poor.households", "population.households"),
        "Giảm": ("<population.poor.households", "-population.poor.households"),
        "Vận động Quỹ (đồng)": "funds.ledgers.*.raised",
        "Phản biện": "kl62-pl2.criticism.sessions",
        "Lỗi": lambda report: len(mttq.check(report).errors),
    },
    title="Tổng hợp tám xã năm 2026",
    previous=last_year,
)
print(table)
