"""By what the breaches of a check are known again, and which figures a waiver of them accepts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs

from mttq.findings._finding import Finding
from mttq.identity import Identity, canonical, key_of, thing_at, with_figure_at
from mttq.model import Unit
from mttq.report import Report
from mttq.rules import Breach
from mttq.waivers import Waiver

__all__ = ["identity_of", "involved_in", "renewed", "told_apart"]


def identity_of(breach: Breach, report: Report | None) -> Identity:
    """Tell by what a breach is known again: by the unit, the thing at its path, and what is meant of it."""
    if report is None:
        things, unit, code = [breach.path, breach.about], "", None
    else:
        things = [thing_at(report, path) for path in (breach.path, breach.about) if path]
        unit, code = _unit_key(report.unit), report.unit.code
    thing = " ".join([things[0], *map(canonical, filter(None, things[1:]))])
    return Identity(unit=unit, thing=thing, code=code)


@lru_cache(maxsize=1024)  # all findings of a report are about one unit
def _unit_key(unit: Unit) -> str:
    return key_of(unit)


def involved_in(breach: Breach, report: Report | None) -> tuple[tuple[str, object], ...]:
    """Give the figures of the arithmetic; without any, what stands at the places that a breach names."""
    if report is None:
        return ()
    if breach.evidence is not None:
        terms = (*breach.evidence.left, *breach.evidence.right)
        return tuple((thing_at(report, term.path), term.value) for term in terms)
    return tuple(with_figure_at(report, path) for path in (breach.path, *breach.related))


def told_apart(found: Sequence[Finding]) -> list[Finding]:
    """Number the findings that nothing else tells apart, and add the code to units of one name.

    Their figures set the order, so that the order of records and reports changes nothing.
    """
    codes, alike = defaultdict[str, set[str]](set), defaultdict[tuple[str, Identity], list[int]](list)
    for place, finding in enumerate(found):
        known = finding.known_by
        alike[finding.code, known].append(place)
        if known.code is not None:
            codes[known.unit].add(known.code)
    namesakes = {unit for unit, borne in codes.items() if len(borne) > 1}
    told = list(found)
    for (_, known), places in alike.items():
        if len(places) > 1:
            places.sort(key=lambda place: sorted(found[place].figures.items()))
        elif known.unit not in namesakes:
            continue
        for nth, place in enumerate(places, start=known.nth):
            identity = attrs.evolve(known, nth=nth, has_namesake=known.unit in namesakes)
            told[place] = attrs.evolve(found[place], identity=identity)
    return told


def renewed(waivers: Iterable[Waiver], waived: Iterable[Finding]) -> tuple[Waiver, ...]:
    """Give waivers anew: in the place of an old one those of the findings that it covers.

    Others stay as they are, and so do old ones that cover nothing here: their reports may not be at hand.

    Args:
        waivers: the waivers.
        waived: what they cover, from one check or several (`Findings.waived`).
    """
    covered = defaultdict[Waiver | None, list[Finding]](list)
    for finding in waived:
        covered[finding.waiver].append(finding)
    new: dict[Waiver, None] = {}
    for waiver in waivers:
        found = covered[waiver] if waiver.is_old else []
        new |= dict.fromkeys([item.waive(waiver.reason, waiver.expires) for item in found] or [waiver])
    return tuple(new)
