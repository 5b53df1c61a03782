"""What one fund hands on to another, as the reports of both sides tell it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mttq.model import Unit
from mttq.rules._kit.digests import Digest, Handed
from mttq.rules._kit.joins import is_child_of
from mttq.rules._kit.once import once
from mttq.rules._kit.subjects import Batch
from mttq.vi import fold

__all__ = ["handed_down", "is_silent", "ledger_in", "names_above"]


def handed_down(batch: Batch) -> Iterator[tuple[Handed, int, Digest]]:
    """Return what was handed to units in the batch: to which report, and by whom."""
    senders = [item for item in batch.digests if item.handed]
    if not senders:
        return
    named = defaultdict[str, list[int]](list)
    for place, item in enumerate(batch.digests):
        named[item.name].append(place)
    known = _named(batch)
    for parent in senders:
        for sent in parent.handed:
            for place in named.get(sent.unit, ()):
                child = batch.digests[place]
                if _is_below(child.unit, parent.unit, known) and child.time() == parent.time():
                    yield sent, place, parent


@once
def _named(batch: Batch) -> Mapping[str, list[Unit]]:
    """Return the units that are known, by their names."""
    known = defaultdict[str, list[Unit]](list)
    for unit in dict.fromkeys((*batch.units, *(item.unit for item in batch.digests))):
        known[fold(unit.full_name)].append(unit)
    return known


def _is_below(unit: Unit, parent: Unit, known: Mapping[str, Iterable[Unit]]) -> bool:
    """Return whether a unit is a child of another, or of one of its children."""
    if unit.parent is None:
        return False
    between = known.get(fold(unit.parent.full_name), ())
    return is_child_of(unit.parent, parent) or any(
        is_child_of(unit.parent, item) and is_child_of(item.parent, parent) for item in between
    )


def is_silent(child: Digest, sent: Handed) -> bool:
    """Return whether a unit tells of no transfer at all to the fund that was handed something."""
    return not child.has_transfers or (
        sent.ledger is not None and all(item.ledger != sent.ledger for item in child.received)
    )


def ledger_in(given: Digest, key: str | None) -> str | None:
    """Return where the ledger of a fund and time stands; any ledgers if it is not known which."""
    paths = {
        other: path
        for path, other in given.keys
        if path.startswith("funds.ledgers.") and path.count(".") == _DEPTH
    }
    return paths.get(key) if key is not None else "funds.ledgers" if paths else None


def names_above(unit: Unit, batch: Batch) -> Iterator[str]:
    """Return the names of the unit above a unit, and of those above that one."""
    if unit.parent is not None:
        name = fold(unit.parent.full_name)
        between = (item for item in _named(batch).get(name, ()) if is_child_of(unit.parent, item))
        above = (fold(item.parent.full_name) for item in between if item.parent is not None)
        yield from dict.fromkeys((name, *above))


_DEPTH: Final = 2  # dots in the path of a ledger
