"""Sums of figures as reports state them: exact, in pairs, hedged; and who told what.

Figures come in rows, one for each report, and are added column by column, many reports at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import compress, repeat
from operator import attrgetter, is_
from types import NoneType
from typing import Any, Final

import attrs

from mttq.values import Pair, Qualifier, Quantity, Triple
from mttq.values.figures import WIDE

__all__ = ["Bounds", "Row", "Tellers", "amount_of", "as_quantity", "exactly", "shared"]

Tellers = tuple[frozenset[Any], ...]
"""Contributions, in groups that several figures share."""

_NOBODY: Final[Tellers] = ()
_WHOLE: Final = {int, NoneType}


@attrs.frozen
class Bounds:
    """A sum that is not exact: between which bounds it lies.

    Args:
        nominal: the sum of the figures without their hedges.
        low: the least that it may be; None if there is no such bound.
        high: the most.
        above: whether it is above the least, and not the least itself.
        below: whether it is below the most.
    """

    nominal: Fraction
    low: Fraction | None
    high: Fraction | None
    above: bool = False
    below: bool = False

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(
            self.nominal + other.nominal,
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.above or other.above,
            self.below or other.below,
        )


def exactly(number: Fraction | int) -> Bounds:
    """Return an exact sum with its bounds, which are the number itself."""
    exact = Fraction(number)
    return Bounds(exact, exact, exact)


def amount_of(figure: Quantity) -> Bounds:
    """Return a hedged or rounded figure with its bounds."""
    low, high = figure.low, figure.high
    return Bounds(
        Fraction(figure.value),
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        _is_above(figure),
        _is_below(figure),
    )


def as_quantity(total: Bounds, unit: str | None) -> Quantity | None:
    """Return a sum as a figure that a report can state; None if it has no bound on either side."""
    low, high = total.low, total.high
    if low is not None and low == high:
        return Quantity(value=_decimal(low), unit=unit)
    if low is not None and high is not None:
        return Quantity(
            value=_decimal(low),
            upper=_decimal(high),
            unit=unit,
            qualifier=Qualifier.RANGE,
            above=total.above,
            below=total.below,
        )
    if low is not None:
        qualifier = Qualifier.MORE_THAN if total.above else Qualifier.AT_LEAST
        return Quantity(value=_decimal(low), unit=unit, qualifier=qualifier)
    if high is not None:
        qualifier = Qualifier.LESS_THAN if total.below else Qualifier.AT_MOST
        return Quantity(value=_decimal(high), unit=unit, qualifier=qualifier)
    return None


def _decimal(number: Fraction) -> Decimal:
    """Return a number that came of decimals as the decimal that it is."""
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    sign, digits, _ = Decimal(int(number * 10**places)).as_tuple()
    return Decimal((sign, digits, -places))


def shared(total: Bounds, share: Fraction) -> Bounds:
    """Return what a part of a unit has of a figure: about its share, something from nothing to all."""
    low = None if total.low is None else min(Fraction(0), total.low)
    high = None if total.high is None else max(Fraction(0), total.high)
    return Bounds(share * total.nominal, low, high, below=total.below)


@attrs.frozen(slots=True, eq=False)
class Row:
    """The figures of some reports added up, by position.

    Args:
        plain: sums of whole numbers; None where nobody told one.
        others: by position, sums of pairs ("pair", "triple") and of what is measured ("unit:ha"), with who
            told them.
        blanks: who left the figure blank.
        who: whose figures these are.
    """

    plain: Sequence[int | None]
    others: Mapping[int, Mapping[str, tuple[Any, Tellers]]]
    blanks: Sequence[Tellers]
    who: Tellers

    def __add__(self, other: "Row") -> "Row":
        others = {position: dict(kinds) for position, kinds in self.others.items()}
        for position, kinds in other.others.items():
            _join(others.setdefault(position, {}), kinds)
        return Row(
            [_sum(one, two) for one, two in zip(self.plain, other.plain, strict=True)],
            others,
            [one + two for one, two in zip(self.blanks, other.blanks, strict=True)],
            self.who + other.who,
        )

    @classmethod
    def of(
        cls,
        columns: Iterable[Sequence[Any]],
        who: Sequence[Any],
        units: Sequence[str],
        groups: dict[tuple[int, ...], frozenset[Any]] | None = None,
    ) -> "Row":
        """Add up figures.

        Args:
            columns: by position, the figures of all reports.
            who: whose they are.
            units: by position, the unit of a figure that names none.
            groups: what is remembered of who told figures together; those of several rows are the same.
        """
        groups = {} if groups is None else groups
        everyone = _group(who, groups)
        plain: list[int | None] = []
        blanks: list[Tellers] = []
        others: dict[int, dict[str, tuple[Any, Tellers]]] = {}
        for position, column in enumerate(columns):
            kinds = set(map(type, column))
            if NoneType not in kinds:
                blanks.append(_NOBODY)
            elif len(kinds) == 1:
                plain.append(None)
                blanks.append((everyone,))
                continue
            else:
                blanks.append((_group(compress(who, map(is_, column, repeat(None))), groups),))
            if kinds <= _WHOLE:
                plain.append(sum(filter(None, column) if NoneType in kinds else column))
                continue
            whole, others[position] = _sorted_out(column, who, kinds, units[position])
            plain.append(whole)
        return cls(plain, others, blanks, (everyone,))

    @property
    def sums(self) -> tuple[Any, ...]:
        """What is compared, however the reports were put into groups."""
        flat = {
            position: {kind: (total, _flat(who)) for kind, (total, who) in kinds.items()}
            for position, kinds in self.others.items()
        }
        return (
            list(self.plain),
            flat,
            [_flat(blank) for blank in self.blanks],
            _flat(self.who),
        )


def _group(who: Iterable[Any], known: dict[tuple[int, ...], frozenset[Any]]) -> frozenset[Any]:
    """Return contributions as a set, which is made once for each group of them."""
    listed = tuple(who)
    same = tuple(map(id, listed))
    found = known.get(same)
    if found is None:
        found = known[same] = frozenset(listed)
    return found


def _sum(one: int | None, two: int | None) -> int | None:
    return one if two is None else two if one is None else one + two


def _flat(groups: Tellers) -> frozenset[Any]:
    return frozenset().union(*groups)


def _join(into: dict[str, tuple[Any, Tellers]], more: Mapping[str, tuple[Any, Tellers]]) -> None:
    for kind, (total, who) in more.items():
        known, others = into.get(kind, (None, _NOBODY))
        into[kind] = total if known is None else _together(known, total), others + who


def _together(one: Any, two: Any) -> Any:
    if isinstance(one, tuple):
        return tuple(a + b for a, b in zip(one, two, strict=True))
    return one + two


def _sorted_out(
    column: Sequence[Any], who: Sequence[Any], kinds: set[type], unit: str
) -> tuple[int | None, dict[str, tuple[Any, Tellers]]]:
    """Add up a column of figures of several kinds: whole numbers, and the others by kind."""
    whole = sum(filter(_is_whole, column)) if int in kinds else None
    found: dict[str, tuple[Any, Tellers]] = {}
    for kind, name, reads in _PARTS:
        if kind in kinds:
            there = list(map(is_, map(type, column), repeat(kind)))
            values = list(compress(column, there))
            found[name] = (
                tuple(sum(map(read, values)) for read in reads),
                (frozenset(compress(who, there)),),
            )
    if Quantity in kinds or Decimal in kinds:
        _join(found, _measured(column, who, unit))
    return whole, found


def _is_whole(value: object) -> bool:
    return type(value) is int


_PARTS: Final = (
    (Pair, "pair", (attrgetter("first"), attrgetter("second"))),
    (
        Triple,
        "triple",
        (attrgetter("first"), attrgetter("second"), attrgetter("third")),
    ),
)


def _measured(column: Iterable[Any], who: Sequence[Any], unit: str) -> dict[str, tuple[Any, Tellers]]:
    """Add up what is measured, by unit."""
    found = defaultdict[str, _Measured](lambda: ([], [], []))
    for one, value in zip(who, column, strict=True):
        kind = type(value)
        if kind is Quantity:
            exact, hedged, told = found[value.unit or unit]
            if value.qualifier is Qualifier.EXACT and not value.is_rounded:
                exact.append(value.value)
            else:
                hedged.append(value)
            told.append(one)
        elif kind is Decimal:
            exact, _, told = found[unit]
            exact.append(value)
            told.append(one)
    return {
        f"unit:{code}": (_bounds(exact, hedged), (frozenset(told),))
        for code, (exact, hedged, told) in found.items()
    }


_Measured = tuple[list[Decimal], list[Quantity], list[Any]]
"""What is measured in one unit: figures that are exact, those that are not, and who told them."""


def _bounds(exact: Iterable[Decimal], hedged: Sequence[Quantity]) -> Bounds:
    """Add up figures of one unit: their decimals first, which have no end of digits, so that it is exact."""
    total = exactly(_added(exact))
    if not hedged:
        return total
    return total + Bounds(
        _added([value.value for value in hedged]),
        _bound([value.low for value in hedged]),
        _bound([value.high for value in hedged]),
        any(map(_is_above, hedged)),
        any(map(_is_below, hedged)),
    )


def _added(numbers: Iterable[Decimal]) -> Fraction:
    return Fraction(reduce(WIDE.add, numbers, Decimal(0)))


def _bound(numbers: Sequence[Decimal | None]) -> Fraction | None:
    """Add up bounds; None if one figure has none."""
    known = [number for number in numbers if number is not None]
    return _added(known) if len(known) == len(numbers) else None


def _is_above(figure: Quantity) -> bool:
    """Return whether a figure is above its least, and not the least itself."""
    return figure.above or figure.qualifier is Qualifier.MORE_THAN


def _is_below(figure: Quantity) -> bool:
    return figure.below or figure.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN)
