"""By what the breaches of a check are known again, and which figures a waiver of them accepts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from mttq.checking._finding import Finding
from mttq.checking._waivers import Waiver
from mttq.report import Report
from mttq.rules import Breach, Digest
from mttq.rules._kit.identity import Identity, canonical, key_of, thing_at, with_figure_at
from mttq.rules._kit.once import once

__all__ = ["identity_of", "involved_in", "renewed", "told_apart"]


def identity_of(breach: Breach, report: Report | Digest | None) -> Identity:
    """Return by what a breach is known again: the unit, the thing at its path, and what is meant of it."""
    if report is None:
        return Identity(thing=f"{breach.path} {canonical(breach.about)}".rstrip())
    thing = _thing_at(report, breach.path, breach.about)
    about = canonical(_thing_at(report, breach.about)) if breach.about else ""
    return Identity(unit=_unit_key(report), thing=f"{thing} {about}".rstrip(), code=report.unit.code)


def _thing_at(report: Report | Digest, path: str, words: str = "") -> str:
    return report.thing_at(path) if isinstance(report, Digest) else thing_at(report, path, words)


@once  # all findings of a report are about one unit
def _unit_key(report: Report | Digest) -> str:
    return key_of(report.unit)


def involved_in(breach: Breach, report: Report | Digest | None) -> tuple[tuple[str, object], ...]:
    """Return the figures of the arithmetic; without any, the values at the places that a breach names."""
    if report is None:
        return ()
    if breach.evidence is not None:
        terms = (*breach.evidence.left, *breach.evidence.right)
        return tuple((_thing_at(report, term.path), term.value) for term in terms)
    _, own = _with_figure_at(report, breach.path)  # the fingerprint says which thing it is
    return (("", own), *(_with_figure_at(report, path) for path in breach.related))


def _with_figure_at(report: Report | Digest, path: str) -> tuple[str, object]:
    if isinstance(report, Digest):
        return report.thing_at(path), report.figure_at(path)
    return with_figure_at(report, path)


def told_apart(found: Sequence[Finding]) -> list[Finding]:
    """Return findings so that no two are alike: counted where nothing distinguishes them, or with the code.

    The code is that of a unit of whose name there is another one.

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
    """Return renewed waivers: in place of an old one those of the findings that it covers.

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
