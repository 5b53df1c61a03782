"""Which of several repairs comes first."""

from itertools import pairwise

import attrs

from mttq.repairs import Change, Repair
from mttq.repairs._ranking import Weighed
from mttq.repairs._repair import Support
from mttq.repairs._slips import Slip
from mttq.testing import make_report

PERSONS = "population.persons"
CHANGE = Change(path=PERSONS, old=4100, new=4101, kind=Slip.CHANGED, distance=1)
ONE = Weighed(
    changes=(CHANGE,),
    support=frozenset(),
    fixes=("CAM002",),
    slips=1,
    settled=1,
    doubts=0,
    left=0,
    apart=False,
    even=False,
    aside=False,
    bound=False,
)


def kind(*kinds: Slip, **other: object) -> Weighed:
    changes = tuple(attrs.evolve(CHANGE, kind=item) for item in kinds)
    fields: dict[str, object] = {"changes": changes, "slips": len(kinds), **other}
    return attrs.evolve(ONE, **fields)  # type: ignore[arg-type]


DOUBLED = attrs.evolve(ONE, changes=(attrs.evolve(CHANGE, old=4100, new=41100, kind=Slip.LOST),))
"""One of two digits that are alike was lost."""
DWARFED = attrs.evolve(ONE, changes=(attrs.evolve(CHANGE, old=25_000_000, new=25, kind=Slip.SCALE),))
"""Millions of đồng would be 25 đồng."""


def test_rank() -> None:
    """Each of these is likelier than the next."""
    ranked = (
        kind(Slip.CHANGED, settled=3),
        kind(Slip.OTHER, settled=2, support=frozenset({Support.NARRATIVE})),
        kind(Slip.CHANGED, settled=2),
        kind(Slip.OTHER, settled=2, support=frozenset({Support.PERCENTAGE})),
        kind(Slip.OTHER, settled=2, even=True, aside=True),
        kind(Slip.OTHER, settled=2),
        kind(Slip.OTHER, settled=2, aside=True),
        kind(Slip.CHANGED, Slip.CHANGED, settled=3),
        kind(Slip.CHANGED, settled=2, left=1, support=frozenset(Support)),
        kind(Slip.CHANGED, support=frozenset({Support.NARRATIVE, Support.PREVIOUS})),
        kind(Slip.CHANGED, support=frozenset({Support.NARRATIVE})),
        kind(Slip.SWAPPED, doubts=-1),
        kind(Slip.LOST, bound=True),
        DOUBLED,
        kind(Slip.SWAPPED),
        kind(Slip.ADDED),
        kind(Slip.CHANGED),
        kind(Slip.LOST),
        kind(Slip.EXCHANGED, apart=True),
        kind(Slip.SWAPPED, Slip.SWAPPED, settled=2),
        DWARFED,
        kind(Slip.SWAPPED, doubts=1),
        kind(Slip.SWAPPED, Slip.SWAPPED),
        kind(Slip.OTHER),
        kind(Slip.OTHER, aside=True),
    )
    ranks = [item.rank for item in ranked]
    assert all(one < other for one, other in pairwise(ranks))


def test_two_slips_are_telling_if_they_come_about_in_few_ways_or_something_speaks_for_them() -> None:
    assert kind(Slip.SWAPPED, Slip.SCALE).telling
    assert not kind(Slip.SWAPPED, Slip.CHANGED, settled=2).telling
    assert kind(Slip.SWAPPED, Slip.CHANGED, settled=3).telling
    assert kind(Slip.LOST, Slip.LOST, support=frozenset({Support.PREVIOUS})).telling


def test_what_two_findings_say_is_added() -> None:
    other = attrs.evolve(ONE, support=frozenset({Support.PREVIOUS}), bound=True)
    said = attrs.evolve(ONE, support=frozenset({Support.NARRATIVE})).joined(other)
    assert said.shown(make_report()) == Repair(
        changes=(attrs.evolve(CHANGE, place="Dân số, Số nhân khẩu"),),
        support=(Support.NARRATIVE, Support.PREVIOUS),
        fixes=("CAM002",),
    )
    assert said.bound
