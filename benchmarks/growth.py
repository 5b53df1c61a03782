"""How time and memory of a check over many reports grow: `python benchmarks/growth.py [--write]`.

A nation's reports are judged together: those of communes, and of their districts, which add up.  They are
made in a stream, read from texts in which all figures from 10 on are varied, so that no two are alike; what
is judged is their digests, of which each size and kind has a process of its own.  `--whole` lets all rules
judge each report too.  Times are CPU times without the making of what is judged.
"""

import argparse
import datetime as dt
import math
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count, islice, pairwise
from pathlib import Path
from typing import Any

import attrs
from timing import markdown

from mttq.checking import check_all
from mttq.codec import dumps, loads
from mttq.model import Header, PopulationProfile, Statement, Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.rules import RULES, Digest, Scope, digest
from mttq.testing import draw_report, draw_units
from mttq.values import Period, Quantity, Tier

_DRAWN = 50  # reports that are varied
_SIZE = 5  # as long as real ones
_NUMBER = re.compile(r"(?<=: )[1-9][0-9]+(?=[,}])|(?<=[\[,] )[1-9][0-9]+(?=[,\]])")
"""A whole number from 10 on, in JSON."""
_IN_A_DISTRICT = 20
_DAY = dt.date(2024, 12, 31)
_NATION = 10_000  # communes of the catalogue, at least
_TOGETHER = [rule for rule in RULES if rule.scope is Scope.BATCH]
_PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_BEGIN, _END = "<!-- growth: python benchmarks/growth.py --write -->", "<!-- end of the growth -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000, 30_000, 100_000])
    parser.add_argument("--whole", action="store_true", help="judge reports, each by all rules too")
    parser.add_argument("--kinds", nargs="+", default=list(_KINDS), choices=list(_KINDS))
    parser.add_argument("--write", action="store_true", help="write docs/performance.md anew")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(*_measured(chosen.one[0], int(chosen.one[1]), whole=chosen.whole))
        return
    told = "\n\n".join(_growth(kind, chosen.sizes, whole=chosen.whole) for kind in chosen.kinds)
    if chosen.write:
        page = _PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(_BEGIN)
        text = f"{before}{_BEGIN}\n\n{dt.datetime.now(tz=dt.UTC).date()}\n\n{told}\n\n{_END}"
        _PAGE.write_text(text + rest.partition(_END)[2], encoding="utf-8")


_KINDS = {
    "plain": "Growth: reports alone",
    "catalogue": "Growth: with a catalogue of all units",
    "previous": "Growth: with a catalogue and as many earlier reports",
}


def _growth(kind: str, sizes: list[int], *, whole: bool) -> str:
    """Return a table of sizes: time, exponent since the size before, memory."""
    found = []
    for size in sizes:
        command = [sys.executable, __file__, "--one", kind, str(size), *(["--whole"] if whole else [])]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        found.append((size, float(said[0]), float(said[1]), float(said[2]), int(said[3])))
        print(kind, *found[-1], file=sys.stderr, flush=True)
    steps = [math.log(b[1] / a[1]) / math.log(b[0] / a[0]) for a, b in pairwise(found)]
    rows = [
        (
            f"{size:,}",
            f"{seconds / size * 1e6:,.0f} µs",
            "" if place == 0 else f"{steps[place - 1]:.3f}",
            f"{(peak - start) / size:,.1f} KiB",
            f"{peak / 1024:,.0f} MiB",
            f"{findings:,}",
        )
        for place, (size, seconds, start, peak, findings) in enumerate(found)
    ]
    heads = ("communes", "each", "exponent of the step", "memory, each", "peak of the process", "findings")
    return f"### {_KINDS[kind]}\n\n" + markdown(heads, rows)


def _measured(kind: str, size: int, *, whole: bool) -> tuple[float, int, int, int]:
    """Return seconds, KiB before and at most, and how many findings there are."""
    units = _units(size, kind)
    catalogue = None if kind == "plain" else units
    given = _Stream(units, size, whole=whole)
    earlier = _Stream(units, size, whole=whole, is_earlier=True) if kind == "previous" else None
    check_all(_Stream(units, 10, whole=whole), units=catalogue[:100] if catalogue else None)
    start, begin = _peak(), time.process_time()
    rules = None if whole else _TOGETHER
    findings = check_all(given, previous=earlier, units=catalogue, rules=rules)
    seconds = time.process_time() - begin - given.seconds - (earlier.seconds if earlier else 0)
    return seconds, start, _peak(), len(findings)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _units(size: int, kind: str) -> list[Unit]:
    """Return communes, and what lies above them."""
    if kind != "plain":
        return list(draw_units(2026, communes=max(size, _NATION)).at(_DAY))
    return [
        Unit(
            kind=UnitKind.COMMUNE,
            name=f"Mẫu {number}",
            parent=UnitRef(kind=UnitKind.DISTRICT, name=f"Mẫu {number // _IN_A_DISTRICT}"),
        )
        for number in range(size)
    ]


class _Stream:
    """Reports or digests, made when they are asked for, with the time that this takes."""

    def __init__(self, units: list[Unit], size: int, *, whole: bool, is_earlier: bool = False) -> None:
        self._communes = [unit for unit in units if unit.tier is Tier.COMMUNE][:size]
        self._whole, self._is_earlier = whole, is_earlier
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Report | Digest]:
        made = iter(self._made())
        while True:
            begin = time.process_time()
            item = next(made, None)
            self.seconds += time.process_time() - begin
            if item is None:
                return
            yield item

    def _made(self) -> Iterable[Report | Digest]:
        sums: defaultdict[UnitRef | None, list[int]] = defaultdict(lambda: [0, 0, 0])
        drawn = [(dumps(one, indent=None), one.unit.full_name) for one in islice(_of_one_time(), _DRAWN)]
        for number, unit in enumerate(self._communes):
            text, name = drawn[number % _DRAWN]
            varied = _NUMBER.sub(partial(_another, number), text.replace(name, unit.full_name))
            report = attrs.evolve(loads(varied), unit=unit)
            above = sums[unit.parent]
            above[0] += report.population.households or 0
            above[1] += report.population.persons or 0
            above[2] += 1
            yield self._given(report)
        for ref, (households, persons, communes) in sums.items():
            if ref is not None:
                yield self._given(self._district(ref, households, persons, communes))

    def _given(self, report: Report) -> Report | Digest:
        """Return what is judged of a report; an earlier one is on a year less."""
        report = _a_year_before(report) if self._is_earlier else report
        return report if self._whole else digest(report)

    def _district(self, ref: UnitRef, households: int, persons: int, communes: int) -> Report:
        """Return a report that adds up the people of its communes."""
        base = next(_of_one_time())
        said = Statement(indicator="unit.children", value=Quantity.of(communes))
        return Report(
            unit=Unit(kind=ref.kind, name=ref.name, code=ref.code),
            title=base.title,
            reviewed=base.reviewed,
            as_of=base.as_of,
            periods=base.periods,
            header=Header(issuer=f"Ủy ban MTTQ Việt Nam {ref.full_name}", date=base.header.date),
            population=PopulationProfile(households=households, persons=persons, as_of=base.population.as_of),
            statements=(said,),
        )


def _of_one_time() -> Iterator[Report]:
    """Return drawn reports over one time, so that their figures add up."""
    first = draw_report(0, size=_SIZE)
    times = first.reviewed, first.as_of, first.periods
    drawn = (draw_report(seed, size=_SIZE) for seed in count())
    return (one for one in drawn if (one.reviewed, one.as_of, one.periods) == times)


def _another(number: int, figure: re.Match[str]) -> str:
    """Return another figure for each report that was drawn alike."""
    return str(int(figure[0]) + (7919 * number + int(figure[0])) % 9973)


def _a_year_before(report: Report) -> Report:
    periods = tuple(attrs.evolve(item, period=_less_a_year(item.period)) for item in report.periods)
    as_of: Any = report.as_of
    return attrs.evolve(report, periods=periods, as_of=attrs.evolve(as_of, year=as_of.year - 1))


def _less_a_year(period: Any) -> Period:
    return Period.interval(period.start, attrs.evolve(period.end, year=period.end.year - 1))


if __name__ == "__main__":
    main()
