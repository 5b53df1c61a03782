"""Where the unit of a report lies on the day that counts: in the unit of the sum, elsewhere, or in both."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from mttq._declared.types import unfit
from mttq.errors import AmbiguousSuccession, ArgumentError, CodeError
from mttq.model import Unit
from mttq.units import Units
from mttq.values import Tier
from mttq.vi import fold, format_date
from mttq.wording import Phrase

__all__ = ["Allocation", "Expected", "Placed", "Places"]

Allocation = Mapping[tuple[str, dt.date | None], Mapping[str, Fraction]]
"""By (code, valid from) of a unit that was divided, the share that each heir has, by its code."""

Expected = frozenset[tuple[str, str]]
"""Units that should report, by code and address."""


class Placed(NamedTuple):
    """A unit that lies in that of the sum.

    Args:
        code: its code; its folded address, if it has none.
        address: its kind and name with those of its parent.
        tier: the level at which it counts: that of what it has become.
        share: how much of it lies there; None is all.
        heir: into what it went, if that is another unit.
    """

    code: str
    address: str
    tier: Tier
    share: Fraction | None = None
    heir: str = ""


class Places:
    """Finds where units lie.

    Args:
        into: the unit of the sum.
        units: units through time; without them every report is taken for one on a unit of `into`.
        as_of: the day whose units count; if None, that of the figures, or the first of `into` if that is
            later.
        allocation: shares of the heirs of units that were divided.

    Raises:
        CodeError: the list does not have the unit of the sum.
        FieldError: `allocation` does not give shares by unit.
        ArgumentError: the shares of a unit do not come to 1.
    """

    def __init__(
        self, into: Unit, units: Units | None, as_of: dt.date | None, allocation: Allocation | None
    ) -> None:
        self._units, self._as_of, self._allocation = units, as_of, allocation or {}
        self._into = into if units is None else _in_list(into, units)
        self._known: dict[tuple[str | None, str, str, str, dt.date | None], Placed | Phrase] = {}
        for key, shares in _items("allocation", self._allocation):
            if not isinstance(key, tuple) or len(key) != 2:  # noqa: PLR2004 - code and first day
                raise unfit("allocation", tuple, key)
            code, _ = key
            parts = [_share(code, part) for _, part in _items("allocation", shares)]
            if sum(parts) != 1 or min(parts) < 0:
                raise ArgumentError(Phrase("allocation: các phần của đơn vị mã “{}” phải cộng bằng 1", code))

    def of(self, unit: Unit, day: dt.date | None) -> Placed | Phrase:
        """Return where a unit of a day lies, or why it is left out.

        Raises:
            AmbiguousSuccession: it was divided, only a part lies in the sum, and no shares are given.
            ArgumentError: shares are given for units that are no heirs of it.
        """
        if self._units is None:
            return Placed(unit.code or fold(unit.address), unit.address, unit.tier)
        parent = unit.parent.full_name if unit.parent else ""
        key = (unit.code, unit.kind.value, unit.name, parent, day)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(unit, day)
        return found

    def _found(self, unit: Unit, day: dt.date | None) -> Placed | Phrase:
        assert self._units is not None  # noqa: S101 - asked with a list only
        if unit.tier is Tier.BASE:
            return self._below(unit, day)
        if day is None:
            return Phrase("không rõ ngày của số liệu")
        version = self._version(unit, day)
        if not isinstance(version, Unit):
            return version
        counted = self._as_of or max(day, self._into.valid_from or day)
        parts = self._units.become(version, counted)
        inside = [part.unit for part in parts if self._holds(part.unit, counted)]
        heirs = tuple(part.unit for part in parts)
        if not inside:
            where = ", ".join(heir.address for heir in heirs) or "—"
            return Phrase("không thuộc {} (thuộc: {})", self._into.full_name, where)
        share = None
        if len(inside) < len(parts):
            shares = self._allocation.get((version.code or "", version.valid_from))
            if shares is None:
                raise _ambiguous(version, heirs)
            others = sorted(set(shares) - {heir.code for heir in heirs})
            if others:
                told = Phrase("allocation: đơn vị mã “{}” không chia cho “{}”", version.code or "", others[0])
                raise ArgumentError(told)
            share = sum((Fraction(shares.get(heir.code or "", 0)) for heir in inside), Fraction(0))
        heir = "" if heirs == (version,) else ", ".join(one.full_name for one in inside)
        return Placed(version.code or "", version.address, _level(version, heirs), share, heir)

    def _below(self, unit: Unit, day: dt.date | None) -> Placed | Phrase:
        """Return where an area or an organisation lies, which is in no list: where its parent does."""
        if unit.parent is None:
            return Phrase("không ghi đơn vị cấp trên trực tiếp")
        ref = unit.parent
        above = self._found(Unit(kind=ref.kind, name=ref.name, code=ref.code, called=ref.called), day)
        if isinstance(above, Placed) and above.share is not None:
            return Phrase("{} chia cho nhiều đơn vị", ref.full_name)
        return Placed(fold(unit.address), unit.address, unit.tier) if isinstance(above, Placed) else above

    def _version(self, unit: Unit, day: dt.date) -> Unit | Phrase:
        """Return the unit of the list that a report means, or why there is none."""
        assert self._units is not None  # noqa: S101 - asked with a list only
        on, told = self._units.at(day), format_date(day, style="slash")
        if unit.code is not None:
            known = on.get(unit.code)
            if known is None:
                return Phrase("ngày {} không có đơn vị mã “{}”", told, unit.code)
            if fold(known.full_name) != fold(unit.full_name):
                return Phrase("ngày {}, mã “{}” là của {}", told, unit.code, known.full_name)
            return self._units.version(known)
        found = on.find(unit)
        if len(found) == 1:
            return self._units.version(found[0])
        if found:
            return Phrase("ngày {} có {} đơn vị cùng tên; cần ghi mã", told, len(found))
        return Phrase("ngày {} không có đơn vị này trong danh mục", told)

    def _holds(self, unit: Unit, day: dt.date) -> bool:
        assert self._units is not None  # noqa: S101 - asked with a list only
        on = self._units.at(day)
        return any(
            (one.code, one.valid_from) == (self._into.code, self._into.valid_from)
            for one in (unit, *on.above(unit))
        )

    def expected(self, tier: Tier, day: dt.date | None) -> Expected | None:
        """Return the units of a level that lie in the sum and existed on a day; None if no list has them."""
        if self._units is None or day is None or tier is Tier.BASE:
            return None
        counted = self._as_of or max(day, self._into.valid_from or day)
        heirs = {
            unit: [part.unit for part in self._units.become(unit, counted)] for unit in self._units.at(day)
        }
        return frozenset(
            (unit.code or "", unit.address)
            for unit, found in heirs.items()
            if _level(unit, found) is tier and any(self._holds(heir, counted) for heir in found)
        )


def _level(unit: Unit, heirs: Iterable[Unit]) -> Tier:
    """Return the level of what a unit has become: that of communes, if a district is a special zone now."""
    tiers = {heir.tier for heir in heirs}
    return tiers.pop() if len(tiers) == 1 else unit.tier


def _in_list(into: Unit, units: Units) -> Unit:
    """Return the version of the list that is meant by the unit of a sum."""
    known = [
        unit
        for unit in units.versions(into.code or "")
        if fold(unit.full_name) == fold(into.full_name) and into.valid_from in (None, unit.valid_from)
    ]
    known = [unit for unit in known if unit.valid_from == into.valid_from] or known
    if len(known) != 1:
        raise CodeError(Phrase("danh mục không có {} (mã {})", into.full_name, into.code or "—"))
    return known[0]


def _items(name: str, given: Any) -> Iterable[tuple[Any, Any]]:
    if not isinstance(given, Mapping):
        raise unfit(name, dict, given)
    return given.items()


def _share(code: str, part: object) -> Fraction:
    if isinstance(part, bool) or not isinstance(part, int | Decimal | Fraction):
        raise unfit(f"allocation[{code}]", Fraction, part)
    return Fraction(part)


def _ambiguous(unit: Unit, heirs: tuple[Unit, ...]) -> AmbiguousSuccession:
    told = Phrase(
        "“{}” (mã {}) chia cho nhiều đơn vị (“{}”); cần allocation=",
        unit.address,
        unit.code or "—",
        ", ".join(f"{heir.address}, {heir.code}" for heir in heirs),
    )
    return AmbiguousSuccession(told, unit, heirs)
