"""By what the breaches of a check are known again, and which figures a waiver of them accepts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final, Protocol

import attrs

from mttq.model import Unit
from mttq.report import Report
from mttq.rules import Breach, Digest, Figure, Term
from mttq.rules._kit.identity import Identity, Spot, canonical, digest, is_in_list, key_of, spot_at
from mttq.rules._kit.once import once

__all__ = ["Spots", "figures_of", "identity_of", "involved_in", "spots_of", "told_apart"]


_LONGEST: Final = 60  # letters of a figure that a reader of a waiver can take in; of more, a hash is kept


class Known(Protocol):
    """What is known by an identity: a breach, or its finding."""

    @property
    def code(self) -> str:
        """The rule."""
        ...

    @property
    def figures(self) -> Mapping[str, str]:
        """Its figures by their names."""
        ...


class Spots(dict[str, Spot]):
    """What the paths of a breach lead to; one that is left out says itself all that is asked of it."""

    def __missing__(self, path: str) -> Spot:
        return Spot(path, None)


def spots_of(breach: Breach, report: Report | Digest | None) -> Spots:
    """Return what the paths of a breach lead to, if more than they themselves say is asked of it."""
    if report is None:
        return Spots()
    if isinstance(report, Digest):
        return _spots_in(report, breach)
    spots, shows_figures = _spots_met(report), breach.evidence is None
    for path in (breach.path, *breach.related):
        if path not in spots and (shows_figures or is_in_list(path)):
            spots[path] = spot_at(report, path)
    for path in filter(is_in_list, (breach.about, *map(_path, (*breach.suggestions, *_terms(breach))))):
        if path not in spots:
            spots[path] = spot_at(report, path)
    return spots


@once
def _spots_met(report: Report) -> Spots:  # noqa: ARG001 - for all findings in a report
    return Spots()


def _spots_in(digest: Digest, breach: Breach) -> Spots:
    figures = {path: digest.figure_at(path) for path in (breach.path, *breach.related) if not breach.evidence}
    paths = (breach.path, breach.about, *map(_path, _terms(breach)), *figures)
    return Spots(
        (path, Spot(path, figures.get(path), known=digest.thing_at(path))) for path in dict.fromkeys(paths)
    )


_path: Final = attrgetter("path")


def _terms(breach: Breach) -> tuple[Term, ...]:
    return () if breach.evidence is None else (*breach.evidence.left, *breach.evidence.right)


def identity_of(breach: Breach, unit: Unit | None, spots: Spots) -> Identity:
    """Return by what a breach is known again: the unit, the thing at its path, and what is meant of it."""
    if unit is None:
        return Identity(thing=f"{breach.path} {canonical(breach.about)}".rstrip())
    thing = spots[breach.path].thing(breach.about)
    about = canonical(spots[breach.about].thing()) if breach.about else ""
    return Identity(unit=_unit_key(unit), thing=f"{thing} {about}".rstrip(), code=unit.code)


@once  # all findings of a report are about one unit
def _unit_key(unit: Unit) -> str:
    return key_of(unit)


def involved_in(breach: Breach, spots: Spots) -> tuple[tuple[str, object], ...]:
    """Return the figures of the arithmetic; without any, the values at the places that a breach names."""
    if breach.evidence is not None:
        return tuple((spots[term.path].thing(), term.value) for term in _terms(breach))
    own, *others = (spots[path] for path in (breach.path, *breach.related))
    return (("", own.figure), *((other.thing(), other.figure) for other in others))  # the fingerprint says it


def figures_of(
    args: Mapping[str, Figure | tuple[Figure, ...]],
    actual: Figure | None,
    expected: Figure | None,
    involved: tuple[tuple[str, object], ...],
) -> dict[str, str]:
    """Return figures by their names, in a form that neither wording nor notation changes.

    Args:
        args: what a message shows; its names come in braces.
        actual: the value that was found.
        expected: the value that was expected.
        involved: others with what they are of, as `involved_in` has them; of all a hash is returned.
    """
    shown = {f"{{{name}}}": value for name, value in args.items()}
    named = {"actual": actual, "expected": expected, **shown}
    others = sorted(f"{thing}={canonical(value)}" for thing, value in involved)
    return {name: _short(canonical(value)) for name, value in named.items()} | {"involved": digest(others)}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else digest(text)


def told_apart(found: Sequence[Known], known: Sequence[Identity]) -> list[Identity]:
    """Return identities so that no two are alike: counted where nothing distinguishes them, or with the code.

    The code is that of a unit of whose name there is another one.

    The figures of findings set the order, so that the order of records and reports changes nothing.

    Args:
        found: the findings.
        known: by what each is known, whatever else there is.
    """
    codes, alike = defaultdict[str, set[str]](set), defaultdict[tuple[str, Identity], list[int]](list)
    for place, (finding, identity) in enumerate(zip(found, known, strict=True)):
        alike[finding.code, identity].append(place)
        if identity.code is not None:
            codes[identity.unit].add(identity.code)
    namesakes = {unit for unit, borne in codes.items() if len(borne) > 1}
    told = list(known)
    for (_, identity), places in alike.items():
        if len(places) > 1:
            places.sort(key=lambda place: sorted(found[place].figures.items()))
        elif identity.unit not in namesakes:
            continue
        for nth, place in enumerate(places, start=1):
            told[place] = attrs.evolve(identity, nth=nth, has_namesake=identity.unit in namesakes)
    return told
