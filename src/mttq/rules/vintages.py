"""UNI: the unit at the time of the report: its tier, and what the catalogue of units knows of it.

Codes are used again: the communes formed in July 2025 have codes of former ones.  So a code means a unit on a
day, never for good.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rules._bases import CATALOGUE, Basis
from mttq.rules._judgements import PASSED, Breach, Judgement, Unverifiable
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import TWO_TIERS, day_of
from mttq.rules._subjects import Batch, Scope
from mttq.values import Tier
from mttq.vi import fold

__all__ = ["such_units_exist", "the_code_means_the_unit", "the_unit_is_in_the_catalogue"]

_TWO_TIERS_LAW: Final = Basis(
    text="Luật Tổ chức chính quyền địa phương 72/2025/QH15",
    article="Điều 1(1); Điều 51(3)",
    valid_from=dt.date(2025, 6, 16),
)


def _exists(kind: UnitKind, first: dt.date, last: dt.date) -> bool | None:
    """Tell whether units of a kind exist at a time; None if only in a part of it."""
    ended = kind.tier is Tier.DISTRICT or kind is UnitKind.TOWNSHIP
    began = kind is UnitKind.SPECIAL_ZONE
    if not (ended or began):
        return True
    if last < TWO_TIERS:
        return ended
    return began if first >= TWO_TIERS else None


@rule("UNI003", Severity.ERROR, level=1, basis=_TWO_TIERS_LAW, by_day=False)
def such_units_exist(report: Report) -> Iterator[Judgement]:
    """Districts and townships end on 30/6/2025, special zones begin on the day after.

    The unit is judged and the parent that it names.  The law ends the one and begins the other, so it judges
    the days before as well.

    Wrong: figures of 12/2025 on a commune of the district A Lưới.
    Right: figures of 12/2025 on a commune of the city Huế.
    """
    time = report.as_of
    first = (time and time.first_day) or report.header.date
    last = day_of(report)
    for path, unit in (("unit.kind", report.unit), ("unit.parent", report.unit.parent)):
        if unit is None:
            continue
        if first is None or last is None:
            yield Unverifiable("as_of")
            continue
        exists = _exists(unit.kind, first, last)
        if exists is None:
            yield Unverifiable("as_of")
        elif exists:
            yield PASSED
        else:
            yield Breach(path=path, args={"unit": unit.full_name, "day": last})


def _by_code(batch: Batch) -> dict[str, list[Unit]]:
    found = defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        if unit.code is not None:
            found[unit.code].append(unit)
    return found


@rule("UNI001", Severity.ERROR, level=4, basis=CATALOGUE, scope=Scope.BATCH)
def the_unit_is_in_the_catalogue(batch: Batch) -> Iterator[Judgement]:
    """A report is on a unit that the catalogue knows, by its code or by its name, on the day of the figures.

    Wrong: a report of 12/2025 on the commune Hồng Trung, which ended in 2019.
    Right: a report of 12/2018 on it.
    """
    if not batch.units:
        return
    codes, names = _by_code(batch), defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        names[fold(unit.full_name)].append(unit)
    for place, report in enumerate(batch.reports):
        code, day = report.unit.code, day_of(report)
        known = names.get(fold(report.unit.full_name), []) if code is None else codes.get(code, [])
        if day is None:
            yield Unverifiable("as_of")
        elif any(unit.exists_on(day) for unit in known):
            yield PASSED
        else:
            name = report.unit.full_name if code is None else f"{report.unit.full_name} ({code})"
            path = "unit.name" if code is None else "unit.code"
            yield Breach(path=path, report=place, args={"unit": name, "day": day})


@rule("UNI004", Severity.ERROR, level=4, basis=CATALOGUE, scope=Scope.BATCH)
def the_code_means_the_unit(batch: Batch) -> Iterator[Judgement]:
    """A code that was used again means another unit on another day: name and day of a report tell which.

    Wrong: code 26740, figures of 12/2025, and the name of the ward that had this code before.
    Right: code 26740, figures of 12/2024, and that name.
    """
    codes = _by_code(batch)
    for place, report in enumerate(batch.reports):
        code, day = report.unit.code, day_of(report)
        known = codes.get(code, []) if code is not None else []
        if not known:
            continue
        meant = [unit for unit in known if day is not None and unit.exists_on(day)]
        if len(meant) != 1 or code is None or day is None:
            yield Unverifiable("as_of")
        elif fold(meant[0].full_name) == fold(report.unit.full_name):
            yield PASSED
        else:
            names = {"known": meant[0].full_name, "unit": report.unit.full_name}
            yield Breach(path="unit.code", report=place, args={"code": code, "day": day, **names})
