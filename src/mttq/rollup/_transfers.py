"""Money that one fund of a sum handed to another: taken off where both sides tell it, so that it counts once.

What each unit told of such money is kept beside the sums (`APART`), and what is taken off follows from that
when a sum is read: so parts add up in any order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

import attrs

from mttq.model import FundKind
from mttq.rollup._adding import Amount, Contribution, RowKey
from mttq.rollup._layouts import HANDED_ON, LEDGERS, RECEIVED, layout_of
from mttq.rollup._sums import Bounds, Row, amount_of, as_quantity, exactly
from mttq.values import Qualifier, Quantity, Tier
from mttq.vi import fold, sort_key

__all__ = ["InnerTransfer", "Settled", "is_of_another_time", "settled"]

_DONG: Final = "VND"
_NOTHING: Final = exactly(0)

Figure = tuple[str, tuple[Any, ...]]
"""A sum by its layout and keys."""


class InnerTransfer(NamedTuple):
    """Money that went from fund to fund inside a sum, or may have gone: what each side tells of it.

    Args:
        fund: which fund.
        senders: the units that say so that they handed it on; none, if only the other side tells it.
        receivers: the units that say so that they received it.
        sent: what the senders tell, in đồng; None if they tell nothing.
        received: what the receivers tell.
        taken_off: what the sum leaves out on both sides; None if it leaves out nothing.
    """

    fund: FundKind
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    sent: int | Quantity | None
    received: int | Quantity | None
    taken_off: int | Quantity | None


@attrs.frozen
class Settled:
    """Sums without the money that funds handed to each other.

    Args:
        rows: the sums.
        own: by their keys, the ledgers of the unit of the sum that count: such as tell of money handed to the
            level below, or had from there, are of its own fund, and no sum of all funds.
        transfers: the money that went from fund to fund.
        told: of the amounts handed on and received, who told what, and to which transfer it belongs.
    """

    rows: Mapping[RowKey, Row]
    own: frozenset[Any]
    transfers: tuple[InnerTransfer, ...]
    told: Mapping[Figure, list[tuple[Contribution, object]]]


@attrs.frozen
class _Entry:
    """What one unit tells of money handed on or received.

    Args:
        key: the sum into which it goes.
        place: which of the amounts in the sum it is.
        who: the unit.
        amount: how much; None, if that is blank or no đồng, or if only a share of the unit is in the sum.
        level: that of the other side.
        code: the other side itself; None if it is not named, empty if that is no unit of the sum for certain.
    """

    key: RowKey
    place: int
    who: Contribution
    amount: Bounds | None
    level: Tier | None
    code: str | None

    @property
    def ledger(self) -> tuple[Any, ...]:
        """What ledgers of both sides share; those of another time are told anew by each later report."""
        return self.key.keys[0], self.key.last if is_of_another_time(self.key.keys) else None

    @property
    def told(self) -> Bounds:
        """The amount of one that has one."""
        assert self.amount is not None  # noqa: S101 - others are left out before
        return self.amount


Entries = list[_Entry]


def is_of_another_time(keys: tuple[Any, ...]) -> bool:
    """Return whether a record is of a time of its own: each report tells it anew, so the last counts."""
    return any(isinstance(part, tuple) for key in keys for part in key)


def settled(
    rows: Mapping[RowKey, Row], apart: Mapping[RowKey, Sequence[Amount]], own: Tier | None
) -> Settled:
    """Take off what funds of a sum handed to each other.

    Args:
        rows: the sums.
        apart: what each unit told of that money.
        own: the level of the unit of the sum, if it is that of no other report.
    """
    units = {who for key, row in rows.items() if key.name == LEDGERS for group in row.who for who in group}
    levels, codes = {who.tier for who in units}, _codes_by_name(units)
    told = [entry for key, amounts in apart.items() for entry in _entries(key, amounts, codes)]
    below = {who.code for who in units if who.tier is not own}
    counted = frozenset(
        one.key.keys[0]
        for one in told
        if one.who.tier is own and (one.code in below or one.level in levels - {own})
    )
    inside = sorted(
        (one for one in told if one.amount and (one.who.tier is not own or one.key.keys[0] in counted)),
        key=lambda one: (sort_key(one.who.address), str(one.key), str(one.amount)),
    )
    parts: dict[Figure, list[tuple[Contribution, object]]] = {}
    for one in told:
        parts.setdefault((one.key.name, one.key.keys), []).append((one.who, apart[one.key][one.place][1]))
    left: dict[RowKey, dict[int, Bounds]] = {}
    transfers = []
    for senders, receivers in _channels(inside, levels):
        rest, off = _settle(senders, receivers)
        for one, amount in rest:
            left.setdefault(one.key, {})[one.place] = amount
        fund = (senders or receivers)[0].key.keys[0][0]
        sides = (_names(senders), _names(receivers), _total(senders), _total(receivers))
        transfers.append(InnerTransfer(fund, *sides, off))
        for one in (*senders, *receivers):
            parts[one.key.name, one.key.keys].append((one.who, transfers[-1]))
    after = {key: _with_amounts(rows[key], key.name, apart[key], amounts) for key, amounts in left.items()}
    return Settled({**rows, **after}, counted, tuple(transfers), parts)


def _codes_by_name(units: Iterable[Contribution]) -> dict[str, str]:
    """Return the unit that a name means, by code; an empty one, if several have it."""
    found: dict[str, str] = {}
    for code, address in sorted({(who.code, who.address) for who in units}):
        for name in {fold(address), fold(address.partition(",")[0])}:
            found[name] = "" if found.get(name, code) != code else code
    return found


def _entries(key: RowKey, amounts: Sequence[Amount], codes: Mapping[str, str]) -> Iterator[_Entry]:
    """Return what units tell."""
    other = dict(zip(layout_of(key.name).keys, key.keys[-1], strict=True))
    name, level = other.get("to"), other.get("to_tier" if key.name == HANDED_ON else "from_tier")
    code = None if name is None else codes.get(fold(name), "")
    for place, (who, amount) in enumerate(amounts):
        yield _Entry(key, place, who, None if key.share is not None else _bounds(amount), level, code)


def _bounds(amount: int | Quantity | None) -> Bounds | None:
    if isinstance(amount, int):
        return exactly(amount)
    if amount is None or amount.unit not in (None, _DONG):
        return None
    if amount.qualifier is Qualifier.EXACT and not amount.is_rounded:
        return exactly(Fraction(amount.value))
    return amount_of(amount)


def _channels(told: Entries, levels: set[Tier]) -> Iterator[tuple[Entries, Entries]]:
    """Return the money of which both sides can tell: what its senders tell, and its receivers.

    What is handed to a unit by name is what that unit has from the level of the sender; what is handed to the
    level above or below as a whole is what the others there have.  Of units of one level, which do not name
    each other, nobody can tell whose money it is.
    """
    sent = [one for one in told if one.key.name == HANDED_ON]
    had = [one for one in told if one.key.name == RECEIVED and one.level in levels]
    by_name = _grouped(had, lambda one: (one.ledger, one.level, one.who.code))
    named = _grouped((one for one in sent if one.code), lambda one: (one.ledger, one.who.tier, one.code))
    for key, senders in named.items():
        yield senders, by_name.pop(key, [])
    rest = [one for group in by_name.values() for one in group]
    to_level = [one for one in sent if not one.code and one.level in levels]
    whole = _grouped(to_level, lambda one: (one.ledger, one.who.tier, one.level, one.code))
    others = _grouped(rest, lambda one: (one.ledger, one.level, one.who.tier, None))
    for key in dict.fromkeys((*whole, *others)):
        _, one, other, _ = key
        senders, receivers = whole.get(key, []), others.get(key, [])
        if one is not other:
            yield senders, receivers
        else:
            if senders:
                yield senders, []
            if receivers:
                yield [], receivers


def _grouped(told: Iterable[_Entry], key: Callable[[_Entry], Any]) -> dict[Any, Entries]:
    found: dict[Any, Entries] = {}
    for one in told:
        found.setdefault(key(one), []).append(one)
    return found


def _settle(
    senders: Entries, receivers: Entries
) -> tuple[list[tuple[_Entry, Bounds]], int | Quantity | None]:
    """Return what is left of amounts of which both sides tell, and what was taken off.

    Figures that agree, as far as they are hedged, are the same money.  Of others the lesser is, if exact.
    """
    if not senders or not receivers:
        return [], None
    sent, received = _sum(senders), _sum(receivers)
    if _agree(sent, received):
        same = received if _is_exact(received) else sent
        return [(one, _NOTHING) for one in (*senders, *receivers)], _stated(same)
    less, more = (senders, receivers) if sent.nominal < received.nominal else (receivers, senders)
    rest = _sum(less).nominal
    exact = all(_is_exact(one.told) and one.told.nominal >= 0 for one in (*less, *more))
    if not exact and not (len(more) == 1 and _is_exact(_sum(less)) and rest >= 0):
        return [], None
    left = [(one, _NOTHING) for one in less]
    for one in more:
        off = min(rest, one.told.nominal)
        left.append((one, one.told + exactly(-off)))
        rest -= off
    return left, _stated(_sum(less))


def _sum(told: Entries) -> Bounds:
    return sum((one.told for one in told), _NOTHING)


def _is_exact(amount: Bounds) -> bool:
    return amount.low is not None and amount.low == amount.high


def _agree(one: Bounds, other: Bounds) -> bool:
    """Return whether two amounts may be the same."""
    return all(low is None or high is None or low <= high for low, high in _ends(one, other))


def _ends(one: Bounds, other: Bounds) -> tuple[tuple[Fraction | None, Fraction | None], ...]:
    return (one.low, other.high), (other.low, one.high)


def _stated(amount: Bounds) -> int | Quantity | None:
    if _is_exact(amount) and amount.nominal.denominator == 1:
        return int(amount.nominal)
    return as_quantity(amount, "VND")


def _total(told: Entries) -> int | Quantity | None:
    return _stated(_sum(told)) if told else None


def _names(told: Entries) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.who.address for one in told))


def _with_amounts(row: Row, name: str, told: Sequence[Amount], left: Mapping[int, Bounds]) -> Row:
    """Return a sum of which some amounts are others."""
    layout = layout_of(name)
    place = layout.paths.index("amount")
    amounts = [_stated(left[n]) if n in left else amount for n, (_, amount) in enumerate(told)]
    column = Row.of([amounts], [who for who, _ in told], (layout.units[place],))
    plain, blanks = list(row.plain), list(row.blanks)
    plain[place], blanks[place] = column.plain[0], column.blanks[0]
    return Row(plain, {**row.others, place: column.others.get(0, {})}, blanks, row.who)
