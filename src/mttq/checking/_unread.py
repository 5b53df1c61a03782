"""Findings before they are read: of each a check keeps paths, words and figures, and no report."""

from collections.abc import Mapping
from typing import NamedTuple

import attrs

from mttq.checking._identities import Spots, figures_of, identity_of, involved_in, told_apart
from mttq.model import Unit
from mttq.rules import Breach, Suggestion
from mttq.rules._kit.identity import Identity
from mttq.rules._kit.once import once
from mttq.wording import Phrase
from mttq.wording._unicode import printable

__all__ = ["Lot", "Unread"]


class Unread(NamedTuple):
    """What is known of a breach before its finding is read; each property makes a field of `Finding`.

    Args:
        breach: the breach.
        code: the code of the rule.
        named: the unit of the report in which it stands; None if it stands in none.
        spots: what the paths that it names lead to.
        tells_unit: whether places name the unit.
        raised: where the rule broke down, as Python shows it.
    """

    breach: Breach
    code: str
    named: Unit | None
    spots: Spots
    tells_unit: bool
    raised: str

    def _place(self, path: str) -> str:
        if self.named is None:
            return path
        place = self.spots[path].place
        return Phrase("{}: {}", self.unit, place) if self.tells_unit else place

    @property
    def unit(self) -> str:
        """On which unit the report is."""
        return _address(self.named) if self.named else ""

    @property
    def traceback(self) -> str:
        """Where the rule broke down."""
        return printable(self.raised, lines=True)

    @property
    def place(self) -> str:
        """Where the breach stands, in words."""
        return printable(self._place(self.breach.path))

    @property
    def related(self) -> tuple[str, ...]:
        """Where the other figures stand."""
        return tuple(map(self._place, self.breach.related))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The possible repairs with their places."""
        return tuple(attrs.evolve(item, place=self._place(item.path)) for item in self.breach.suggestions)

    @property
    def involved(self) -> tuple[tuple[str, object], ...]:
        """The figures that the breach names by their places."""
        return involved_in(self.breach, self.spots) if self.named else ()

    @property
    def alone(self) -> Identity:
        """By what the breach is known, whatever else was found."""
        return identity_of(self.breach, self.named, self.spots)

    @property
    def figures(self) -> Mapping[str, str]:
        """See `Finding.figures`."""
        return figures_of(self.breach.args, self.breach.actual, self.breach.expected, self.involved)


@once  # most findings in a row are about one unit
def _address(unit: Unit) -> str:
    return unit.address


class Lot:
    """All that a check found, unread; none of it is known by what another one is known by.

    A finding holds the lot, and the lot no finding, so that what is no longer needed goes at once.
    """

    def __init__(self) -> None:
        self.unread: list[Unread] = []
        self._known: list[Identity] = []

    def add(self, unread: Unread) -> int:
        """Add what was found, and return its number."""
        self.unread.append(unread)
        return len(self.unread) - 1

    def identity_of(self, number: int) -> Identity:
        """Return by what a breach is known among all."""
        if len(self._known) != len(self.unread):
            self._known = told_apart(self.unread, [each.alone for each in self.unread])
        return self._known[number]
