"""A nation is loaded, checked and added up by several processes with Dask: `pip install "dask[bag]"`.

Lines of a file go out; findings as rows, sums and digests come back, never reports.
"""

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import dask.bag  # pyright: ignore[reportMissingImports]

import mttq
from mttq.rules import Scope
from mttq.testing import draw_report, draw_units

DAY = dt.date(2024, 12, 31)
ALONE = [rule for rule in mttq.RULES if rule.scope is Scope.REPORT]
TOGETHER = [rule for rule in mttq.RULES if rule.scope is Scope.BATCH]

Rows = list[dict[str, str | None]]
Whole = tuple[Rows, dict[str, mttq.RollUp]]
Part = tuple[Rows, list[mttq.RollUp], list[mttq.Digest]]


def part(lines: Iterable[str], units: mttq.Units) -> list[Part]:
    """Return what one process finds: on each report, the sums of provinces, the digests."""
    reports, provinces = list(mttq.load_many(lines=lines)), defaultdict[mttq.Unit, list[mttq.Report]](list)
    for report in reports:
        *_, province = units.at(DAY).above(report.unit)
        provinces[province].append(report)
    rows = mttq.check_all(reports, rules=ALONE).rows()
    sums = [mttq.roll_up(given, province, units=units) for province, given in provinces.items()]
    return [(rows, sums, list(map(mttq.digest, reports)))]


def whole(parts: Iterable[Part], units: mttq.Units) -> Whole:
    """Return all findings, and the sum of each province by its name."""
    rows, digests, provinces = Rows(), list[mttq.Digest](), defaultdict[str, list[mttq.RollUp]](list)
    for found, sums, given in parts:
        rows += found
        digests += given
        for total in sums:
            provinces[total.into.full_name].append(total)
    rows += mttq.check_all(digests, units=units.at(DAY), rules=TOGETHER).rows()
    return rows, {name: mttq.RollUp.combine(*sums) for name, sums in sorted(provinces.items())}


def nation(path: str, units: mttq.Units, size: str = "16MiB", **how: object) -> Whole:
    """Let Dask read a file of JSON lines in parts of a size; `how` goes to its `compute`."""
    lines: Any = dask.bag.read_text(path, blocksize=size, encoding="utf-8")
    return whole(lines.map_partitions(part, units).compute(**how), units)


def draw(path: str, units: mttq.Units) -> None:
    """Write a report of each commune; in your program the file is there."""
    drawn = [draw_report(number) for number in range(20)]
    communes = (unit for unit in units.at(DAY) if unit.tier is mttq.Tier.COMMUNE)
    reports = (attrs.evolve(drawn[number % 20], unit=unit) for number, unit in enumerate(communes))
    Path(path).write_text("".join(mttq.dumps(report, indent=None) + "\n" for report in reports), "utf-8")


if __name__ == "__main__":
    units = draw_units(2026, communes=int(sys.argv[1]) if sys.argv[1:] else 1000)
    with TemporaryDirectory() as folder:
        draw(f"{folder}/nation.jsonl", units)
        rows, sums = nation(f"{folder}/nation.jsonl", units, scheduler="processes")
    print(len(rows), "phát hiện")
    for name, total in sums.items():
        print(f"{name}: {total.reported} xã, {total.report.population.households} hộ")
