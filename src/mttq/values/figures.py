"""Figures: tiers, pairs, triples, percentages and hedged quantities.

>>> from typing import get_args
>>> [kind.__name__ for kind in get_args(Printed)]
['int', 'Pair', 'Triple', 'Share', 'Quantity']
"""

import datetime as dt
import enum
import operator
from collections.abc import Iterator
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Annotated, Any, Final, Generic, Self, SupportsIndex, TypeVar

import attrs

from mttq._declared.types import DIGITS, AtLeast, AtMost, Count, Known, Label, checked, plain_int, unfit
from mttq.errors import ConstraintError, PathError
from mttq.values._units import corrected_unit, unit_complaint
from mttq.values._written import Written
from mttq.wording import Phrase

__all__ = [
    "TWO_TIERS",
    "WIDE",
    "Pair",
    "Printed",
    "Qualifier",
    "Quantity",
    "Share",
    "Tier",
    "Tiered",
    "Triple",
    "rounded",
]

T = TypeVar("T")
_UnitCode = Annotated[str, Known(unit_complaint, corrected_unit)]
WIDE: Final = Context(prec=200)
"""The arithmetic of figures, which must not depend on the caller's decimal context."""


def rounded(value: int | Decimal | Fraction, decimals: int = 2) -> Decimal:
    """Round to so many decimals, ties away from zero, as Vietnamese accounting and schools do.

    >>> rounded(Fraction(3568, 946)), rounded(Fraction(48800, 946), 3)
    (Decimal('3.77'), Decimal('51.586'))
    """
    units = int(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
    sign, digits, _ = Decimal(units if value > 0 else -units).as_tuple()
    return Decimal((sign, digits, -decimals))  # exact, whatever the context


def _exact(number: object, where: str, wanted: Any = int | Decimal) -> int | Decimal:
    """Return an exact number as it is, one of numpy's whole ones as an int.

    Raises:
        FieldError: it is a float, a bool or no number.
    """
    found = plain_int(number)
    if type(found) is int or isinstance(found, Decimal):
        return found
    raise unfit(where, wanted, number)


def _count(number: object, where: str) -> int:
    found = plain_int(number)
    if type(found) is not int:
        raise unfit(where, int, number)
    return found


class Tier(enum.StrEnum):
    """A level of the administration and of the Front (cấp), the highest first; districts end on 30 June 2025.

    The base is no level of the administration: residential areas, whose working boards report to the commune,
    and member organisations, which report to the Committee of their unit.

    >>> [tier.value for tier in sorted(Tier)], Tier.CENTRE < Tier.COMMUNE
    (['centre', 'province', 'district', 'commune', 'base'], True)
    """

    CENTRE = "centre"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    BASE = "base"

    @property
    def rank(self) -> int:
        """0 for the centre, 3 for the commune, 4 for what lies below it."""
        return list(Tier).index(self)

    # all of them, for a str has them in the order of letters

    def __lt__(self, other: str) -> bool:
        return self.rank < other.rank if isinstance(other, Tier) else NotImplemented

    def __le__(self, other: str) -> bool:
        return self.rank <= other.rank if isinstance(other, Tier) else NotImplemented

    def __gt__(self, other: str) -> bool:
        return self.rank > other.rank if isinstance(other, Tier) else NotImplemented

    def __ge__(self, other: str) -> bool:
        return self.rank >= other.rank if isinstance(other, Tier) else NotImplemented


TWO_TIERS: Final = dt.date(2025, 7, 1)
"""From this day on there are provinces and communes only (Luật 72/2025/QH15, Articles 1(1) and 51(3))."""


@attrs.frozen(kw_only=True)
class Tiered(Generic[T]):
    """One figure for each tier column of a table; a blank column is `None`.

    >>> Tiered(commune=45)[Tier.COMMUNE]
    45
    """

    province: Annotated[T | None, Label("Cấp tỉnh")] = None
    district: Annotated[T | None, Label("Cấp huyện")] = None
    commune: Annotated[T | None, Label("Cấp cơ sở")] = None

    def __getitem__(self, tier: Tier) -> T | None:
        """Return the figure of a tier column.

        Raises:
            PathError: there is no such column; the centre and the base have none.
        """
        if tier not in _COLUMNS:
            raise PathError(Phrase("không có cột cho cấp {}", str(tier)))
        value: T | None = getattr(self, tier)
        return value

    def items(self) -> Iterator[tuple[Tier, T | None]]:
        """Return (tier, figure) from the highest tier column to the lowest."""
        for tier in _COLUMNS:
            yield tier, self[tier]

    def sum(self, *tiers: Tier) -> T | None:
        """Return the figures of the tier columns named added up, of all three if none is named.

        A blank was not reported and is not 0: while one of the columns is blank, the sum is not known and
        None.  So name the columns that the reporter has; a commune has no figures of districts.

        Raises:
            PathError: there is no such column; the centre has none.
            TypeError: the figures are such as nobody adds up: percentages, hedged quantities.

        >>> figures = Tiered(province=2, commune=45)
        >>> figures.sum(Tier.PROVINCE, Tier.COMMUNE), figures.sum()
        (47, None)
        """
        figures: Any = [self[tier] for tier in tiers or _COLUMNS]
        return None if None in figures else reduce(operator.add, figures)


_COLUMNS: Final = tuple(Tier(field.name) for field in attrs.fields(Tiered))


@attrs.frozen(field_transformer=checked)
class Pair(Written):
    """Two counts in one cell, "169/1.169"; the row that holds it names both halves.

    >>> Pair(169, 1169) + Pair(1, 31)
    Pair(first=170, second=1200)
    """

    first: Count
    second: Count

    def __iter__(self) -> Iterator[int]:
        return iter((self.first, self.second))

    def __add__(self, other: "Pair") -> "Pair":
        if not isinstance(other, Pair):
            return NotImplemented
        return Pair(self.first + other.first, self.second + other.second)


@attrs.frozen(field_transformer=checked)
class Triple(Written):
    """Three counts in one cell, "3 tổ/91 hộ/3 cột mốc"; the row that holds it names all three.

    >>> tuple(Triple(3, 91, 3))
    (3, 91, 3)
    """

    first: Count
    second: Count
    third: Count

    def __iter__(self) -> Iterator[int]:
        return iter((self.first, self.second, self.third))

    def __add__(self, other: "Triple") -> "Triple":
        if not isinstance(other, Triple):
            return NotImplemented
        return Triple(self.first + other.first, self.second + other.second, self.third + other.third)


@attrs.frozen(field_transformer=checked)
class Share(Written):
    """A percentage as printed: the digits after the comma are part of the statement.

    >>> share = Share(Decimal("51.59"))
    >>> share.low, share.high
    (Decimal('51.585'), Decimal('51.595'))
    >>> share.admits(488, 946), share.admits(489, 946)
    (True, False)
    """

    percent: Decimal = attrs.field(eq=str)  # "51,5%" and "51,50%" are two statements

    @classmethod
    def of(cls, part: SupportsIndex | Decimal, whole: SupportsIndex | Decimal, *, decimals: int = 2) -> Self:
        """Return the percentage that a part is of a whole, as it is printed with so many decimals.

        It is rounded, ties away from zero, and keeps its last zeros: what it admits is the interval of what
        is printed like this, not the ratio.

        Args:
            part: the part, or what is set in proportion.
            whole: that of which it is a part.
            decimals: the digits after the comma.

        Raises:
            FieldError: a figure is no exact number; a `TypeError`.
            ConstraintError: the whole is 0, or `decimals` is none; a `ValueError` too.

        >>> share = Share.of(61, 812)
        >>> share, share.admits(61, 812), Share.of(1, 2, decimals=1)
        (Share(percent=Decimal('7.51')), True, Share(percent=Decimal('50.0')))
        """
        above, below = _exact(part, "Share.of"), _exact(whole, "Share.of")
        if below == 0:
            raise ConstraintError(
                Phrase("{}: {}", "Share.of", Phrase("mẫu số bằng 0 thì không có tỷ lệ phần trăm")), "whole"
            )
        places = _count(decimals, "Share.of, decimals")
        if not 0 <= places <= DIGITS:
            wanted = Annotated[Count, AtMost(DIGITS)]
            raise ConstraintError(unfit("Share.of, decimals", wanted, decimals).message, "decimals")
        return cls(rounded(100 * Fraction(above) / Fraction(below), places))

    @property
    def _half_step(self) -> Decimal:
        exponent = self.percent.as_tuple().exponent
        return Decimal((0, (5,), min(int(exponent), 0) - 1))

    @property
    def low(self) -> Decimal:
        """The least percentage that is printed like this."""
        return WIDE.subtract(self.percent, self._half_step)

    @property
    def high(self) -> Decimal:
        """The percentage from which the next printed figure begins."""
        return WIDE.add(self.percent, self._half_step)

    def admits(self, numerator: SupportsIndex, denominator: SupportsIndex) -> bool:
        """Return whether numerator/denominator, rounded, prints as this percentage (ties both ways).

        Raises:
            FieldError: a figure is no whole number; a `TypeError`.
        """
        part, base = _count(numerator, "Share.admits"), _count(denominator, "Share.admits")
        if base == 0:
            return False
        printed, unit = _printed(str(self.percent))
        # |printed / unit - 100 * part / base| is at most half a unit, without a fraction
        return 2 * abs(printed * base - 100 * part * unit) <= abs(base)

    def is_cut_from(self, numerator: SupportsIndex, denominator: SupportsIndex) -> bool:
        """Return whether numerator/denominator prints as this percentage if cut, and not if rounded.

        Raises:
            FieldError: a figure is no whole number; a `TypeError`.

        >>> Share(Decimal("34.99")).is_cut_from(8749, 25000)  # 34.996
        True
        """
        part, base = _count(numerator, "Share.is_cut_from"), _count(denominator, "Share.is_cut_from")
        if base <= 0 or self.admits(part, base):
            return False
        printed, unit = _printed(str(self.percent))
        return printed == 100 * part * unit // base


@lru_cache(maxsize=4096)
def _printed(number: str) -> tuple[int, int]:
    """Return a number as a whole one, and the power of ten that divides it: "51.59" as 5159 and 100."""
    places = max(-int(Decimal(number).as_tuple().exponent), 0)
    return int(Decimal(number).scaleb(places, WIDE)), 10**places


class Qualifier(enum.StrEnum):
    """How a figure is hedged."""

    EXACT = "exact"
    MORE_THAN = "more_than"  # hơn, trên, >
    AT_LEAST = "at_least"  # ít nhất, tối thiểu, ≥, … trở lên
    NEARLY = "nearly"  # gần
    LESS_THAN = "less_than"  # dưới, <
    AT_MOST = "at_most"  # không quá, tối đa, ≤
    ABOUT = "about"  # khoảng, ước
    RANGE = "range"  # 15-20, từ 7 đến 9


ABOUT_TOLERANCE: Final = Decimal("0.1")
"""How far "khoảng x" reaches to either side of x, as a share of x: a choice of this library, not a norm."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class Quantity(Written):
    """A figure as a text states it: value, unit, hedge, and the style in which it was printed.

    Args:
        value: the figure in units of `unit`; for a range its lower end.
        unit: a unit code of `mttq.vi` ("VND", "households", "percent", "ha" …), rates with slashes
            ("VND/person"), a count that several kinds share with plus signs ("communes+wards"); or None.
        qualifier: the hedge.
        upper: the upper end of a range; only there.
        above: whether a range begins above its lower end: "trên 5 đến 10".
        below: whether a range ends below its upper end: "từ 5 đến dưới 10".
        noun: what is printed in place of a unit, where the table of units lacks it; only without a unit.
        scale: the scale word as a number (10**9 for "tỷ"), 1 without one.
        decimals: digits printed after the comma.
        pad: least number of printed digits, 2 for "05".

    >>> q = Quantity(value=Decimal("4500000000"), unit="VND", scale=10**9, decimals=1)
    >>> int(q.low), int(q.high)
    (4450000000, 4550000000)
    >>> q.admits(4_549_000_000), q.admits(4_600_000_000)
    (True, False)
    """

    value: Annotated[Decimal, Label("Giá trị")]
    unit: Annotated[_UnitCode | None, Label("Đơn vị tính")] = None
    qualifier: Annotated[Qualifier, Label("Mức ước lượng")] = Qualifier.EXACT
    upper: Annotated[Decimal | None, Label("Cận trên")] = None
    scale: Annotated[int, Label("Bậc (nghìn, triệu, tỷ)"), AtLeast(1)] = 1
    decimals: Annotated[Count, Label("Số chữ số thập phân"), AtMost(DIGITS)] = 0
    pad: Annotated[Count, Label("Số chữ số tối thiểu"), AtMost(DIGITS)] = 0
    above: Annotated[bool, Label("Trên cận dưới")] = False
    below: Annotated[bool, Label("Dưới cận trên")] = False
    noun: Annotated[str | None, Label("Danh từ chỉ đơn vị tính")] = None

    @classmethod
    def of(
        cls,
        number: SupportsIndex | Decimal,
        unit: str | None = None,
        *,
        qualifier: Qualifier = Qualifier.EXACT,
        upper: SupportsIndex | Decimal | None = None,
    ) -> Self:
        """Return a quantity by its number and its unit; a `Decimal` is printed with the digits that it has.

        Args:
            number: the figure; for a range its lower end.
            unit: a unit code of `mttq.vi` ("conferences"), or a noun of your own that has none.
            qualifier: the hedge.
            upper: the upper end; what has one is a range.

        Raises:
            FieldError: a field has a wrong type, a float say; a `TypeError`.
            ConstraintError: a unit is mistyped (the message has the nearest one), or the fields do not go
                together; a `ValueError` too.

        >>> Quantity.of(3, "conferences").admits(3), Quantity.of(Decimal("7.5"), "ha").decimals
        (True, 1)
        >>> households = Quantity.of(5500, "households", qualifier=Qualifier.MORE_THAN)
        >>> households.admits(5500), households.admits(5501), Quantity.of(15, "persons", upper=20).admits(18)
        (False, True, True)
        """
        value = Decimal(_exact(number, "Quantity.of"))
        end = None if upper is None else Decimal(_exact(upper, "Quantity.of"))
        if end is not None and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.RANGE
        decimals = max(_decimals(value), 0 if end is None else _decimals(end))
        return cls(value=value, unit=unit, qualifier=qualifier, upper=end, decimals=decimals)

    def __attrs_post_init__(self) -> None:
        if (self.upper is not None) != (self.qualifier is Qualifier.RANGE):
            raise ConstraintError(Phrase("Quantity: upper đi với qualifier=RANGE và chỉ với nó"))
        if self.upper is not None and self.upper < self.value:
            raise ConstraintError(
                Phrase("Quantity: cận trên {} nhỏ hơn cận dưới {}", str(self.upper), str(self.value))
            )
        if self.upper is None and (self.above or self.below):
            raise ConstraintError(Phrase("Quantity: above và below chỉ đi với qualifier=RANGE"))
        if self.noun is not None and self.unit is not None:
            raise ConstraintError(Phrase("Quantity: noun chỉ đi với unit=None"))

    @property
    def step(self) -> Decimal:
        """The unit of the last printed digit: 10**8 for "4,5 tỷ", 1 for a whole number."""
        return WIDE.scaleb(Decimal(self.scale), -self.decimals)

    @property
    def is_rounded(self) -> bool:
        """Whether the printed digits stand for an interval: scaled, with decimals, or a percentage."""
        return self.scale != 1 or self.decimals > 0 or self.unit == "percent"

    @property
    def low(self) -> Decimal | None:
        """The lower bound of what the text allows; None if there is none."""
        match self.qualifier:
            case Qualifier.NEARLY | Qualifier.LESS_THAN | Qualifier.AT_MOST:
                return None
            case Qualifier.ABOUT:
                return WIDE.subtract(self.value, self._about)
            case Qualifier.EXACT if self.is_rounded:
                return WIDE.subtract(self.value, self._half_step)
            case _:
                return self.value

    @property
    def high(self) -> Decimal | None:
        """The upper bound of what the text allows; None if there is none."""
        match self.qualifier:
            case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
                return None
            case Qualifier.ABOUT:
                return WIDE.add(self.value, self._about)
            case Qualifier.EXACT if self.is_rounded:
                return WIDE.add(self.value, self._half_step)
            case Qualifier.RANGE:
                return self.upper
            case _:
                return self.value

    @property
    def _half_step(self) -> Decimal:
        return WIDE.divide(self.step, Decimal(2))

    @property
    def _about(self) -> Decimal:
        return WIDE.multiply(self.value.copy_abs(), ABOUT_TOLERANCE)

    def admits(self, exact: SupportsIndex | Decimal | Fraction) -> bool:
        """Return whether an exact figure agrees with this statement; "hơn", "trên", "gần", "dưới" exclude it.

        Raises:
            FieldError: the figure is a float, a bool or a text, which are not exact; a `TypeError`.
        """
        number = exact if type(exact) is int else _comparable(exact, "Quantity.admits")
        if self.qualifier is Qualifier.EXACT and number == self.value:  # most are, so ask this first
            return True
        return not (self._is_above(number) or self._is_below(number))

    def surely_above(self, exact: SupportsIndex | Decimal | Fraction) -> bool:
        """Return whether every figure that this statement admits is greater than an exact one.

        What "hơn 5.500" is to 6.000 nobody knows: it is not surely above, not surely below, and admits it.
        So quantities have no order.

        Raises:
            FieldError: the figure is a float, a bool or a text, which are not exact; a `TypeError`.

        >>> more = Quantity.of(5500, "households", qualifier=Qualifier.MORE_THAN)
        >>> more.surely_above(5500), more.surely_above(6000), more.surely_below(6000)
        (True, False, False)
        """
        return self._is_above(_comparable(exact, "Quantity.surely_above"))

    def surely_below(self, exact: SupportsIndex | Decimal | Fraction) -> bool:
        """Return whether every figure that this statement admits is smaller than an exact one.

        Raises:
            FieldError: the figure is a float, a bool or a text, which are not exact; a `TypeError`.

        >>> Quantity.of(Decimal("51.59"), "percent").surely_below(52)
        True
        """
        return self._is_below(_comparable(exact, "Quantity.surely_below"))

    def _is_above(self, exact: Any) -> bool:
        low: Any = self.low
        if low is None:
            return False
        low = Fraction(low) if type(exact) is Fraction else low  # no Decimal compares with it
        excluded = self.above or self.qualifier is Qualifier.MORE_THAN
        return bool(exact < low or (excluded and exact == low))

    def _is_below(self, exact: Any) -> bool:
        high: Any = self.high
        if high is None:
            return False
        high = Fraction(high) if type(exact) is Fraction else high
        excluded = self.below or self.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN)
        return bool(exact > high or (excluded and exact == high))


def _comparable(exact: object, where: str) -> int | Decimal | Fraction:
    return exact if isinstance(exact, Fraction) else _exact(exact, where, int | Decimal | Fraction)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0  # a letter, if it is not finite


Printed = int | Pair | Triple | Share | Quantity
"""What a report prints as a figure."""
