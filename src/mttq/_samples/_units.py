"""Units through time: a chain of communes that exist, and a nation that does not."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Final

from mttq._declared.types import unfit
from mttq.errors import ArgumentError
from mttq.model import Unit, UnitKind, UnitRef
from mttq.units import Succession, Units
from mttq.wording import Phrase

__all__ = ["draw_units", "make_units"]

_MERGED: Final = dt.date(2025, 7, 1)
_LAST: Final = dt.date(2025, 6, 30)


def make_units() -> Units:
    """Return the communes that became A Lưới 1, in which the code 20056 has meant three communes.

    Hồng Trung and Bắc Sơn became Trung Sơn (Nghị quyết 834/NQ-UBTVQH14); that and three others became A Lưới
    1 (Nghị quyết 1675/NQ-UBTVQH15, Điều 1 khoản 35); in between the province became the city Huế (Nghị quyết
    175/2024/QH15).

    >>> units = make_units()
    >>> heir = units.at(dt.date(2025, 7, 1))["20056"]
    >>> [unit.name for unit in units.predecessors(heir)]
    ['Hồng Vân', 'Hồng Kim', 'Trung Sơn', 'Hồng Thủy']
    """
    city, founded = dt.date(2025, 1, 1), dt.date(2020, 1, 1)
    province = UnitRef(kind=UnitKind.PROVINCE, name="Thừa Thiên Huế", code="46")
    district = UnitRef(kind=UnitKind.DISTRICT, name="A Lưới", code="481")

    def commune(code: str, name: str, first: dt.date | None, last: dt.date) -> Unit:
        return Unit(
            kind=UnitKind.COMMUNE, name=name, code=code, parent=district, valid_from=first, valid_until=last
        )

    def merged(on: dt.date, document: str, clause: str | None, after: str, *before: str) -> list[Succession]:
        return [
            Succession(on=on, before=code, after=after, document=document, clause=clause) for code in before
        ]

    return Units(
        (
            Unit(kind=province.kind, name=province.name, code="46", valid_until=dt.date(2024, 12, 31)),
            Unit(kind=UnitKind.CENTRAL_CITY, name="Huế", code="46", valid_from=city),
            Unit(kind=district.kind, name=district.name, code="481", parent=province, valid_until=_LAST),
            commune("20056", "Hồng Trung", None, dt.date(2019, 12, 31)),
            commune("20062", "Bắc Sơn", None, dt.date(2019, 12, 31)),
            commune("20056", "Trung Sơn", founded, _LAST),
            *(commune(code, name, None, _LAST) for code, name in _OTHERS.items()),
            Unit(
                kind=UnitKind.COMMUNE,
                name="A Lưới 1",
                code="20056",
                parent=UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế", code="46"),
                valid_from=_MERGED,
            ),
        ),
        (
            *merged(founded, "834/NQ-UBTVQH14", None, "20056", "20056", "20062"),
            *merged(city, "175/2024/QH15", None, "46", "46"),
            *merged(_MERGED, "1675/NQ-UBTVQH15", "Điều 1, khoản 35", "20056", "20056", *_OTHERS),
            Succession(on=_MERGED, before="481", document="72/2025/QH15", clause="Điều 51, khoản 3"),
        ),
    )


_OTHERS: Final = {"20104": "Hồng Thủy", "20047": "Hồng Vân", "20053": "Hồng Kim"}

_FIRST: Final = "An Bình Cẩm Châu Đại Đông Hải Hòa Hồng Hưng Kim Lâm Long Lộc Minh Mỹ Nam Ngọc Phú Phước"
_SECOND: Final = (
    "An Cường Giang Hà Khê Lạc Lĩnh Lợi Nghĩa Phong Quang Sơn Tân Thành Thịnh Thủy Trung Vân Xuân Yên"
)
_NAMES: Final = tuple(f"{one} {two}" for one in _FIRST.split() for two in _SECOND.split() if one != two)

_PROVINCES: Final = 63
_COMMUNES: Final = 10_000
_NEW_COMMUNES: Final = 3_316  # formed of communes; five more of island districts
_ISLANDS: Final = 5
_DIVIDED: Final = 46  # of a thousand
_IN_A_DISTRICT: Final = 15


def draw_units(seed: int, *, communes: int = _COMMUNES) -> Units:
    """Draw a nation that does not exist, before and after the units were merged on 01/7/2025.

    With 10,000 communes it has 63 provinces, merged into 34, and 3,321 communes after: five of them are
    special zones that were districts without communes.  One commune in twenty is divided between two new
    ones; new units have codes, and many the name too, of one of those they were formed of.  A smaller nation
    has as many of each in proportion, at least two provinces.

    Args:
        seed: any whole number; the same gives the same nation, in one version of mttq.
        communes: how many communes there are before, at least 20.

    Raises:
        FieldError: `seed` or `communes` is no whole number.
        ArgumentError: there are fewer than 20 communes.

    >>> nation = draw_units(1, communes=300)
    >>> len([unit for unit in nation.at(dt.date(2025, 6, 30)) if unit.kind is UnitKind.COMMUNE])
    300
    """
    for name, given in (("seed", seed), ("communes", communes)):
        if type(given) is not int:
            raise unfit(name, int, given)
    if communes < _FEWEST:
        raise ArgumentError(Phrase("{}: cần từ {} trở lên", "communes", _FEWEST))
    return _Nation(Random(seed), communes).units()  # noqa: S311 - a sample, no secret


_FEWEST: Final = 20


class _Nation:
    """A nation as it is drawn: its versions of units, and what became of them."""

    def __init__(self, random: Random, communes: int) -> None:
        self._random = random
        self._number = communes
        self._provinces = max(2, _PROVINCES * communes // _COMMUNES)
        self._found: list[Unit] = []
        self._edges: list[Succession] = []

    def units(self) -> Units:
        before = [self._province(number) for number in range(self._provinces)]
        islands = max(1, _ISLANDS * self._number // _COMMUNES)
        groups = _grouped(before, max(1, 34 * self._provinces // _PROVINCES), self._random)
        after = max(len(groups), round(_NEW_COMMUNES * self._number / _COMMUNES))
        sizes = [sum(len(communes) for _, communes in group) for group in groups]
        for number, (group, share) in enumerate(zip(groups, _shared(after, sizes), strict=True)):
            self._merge(group, share, has_island=number < islands)
        return Units(self._found, self._edges)

    def _province(self, number: int) -> tuple[Unit, list[Unit]]:
        """Draw a province with its districts, and return it with its communes."""
        province = self._add(
            UnitKind.PROVINCE, f"{_NAMES[number * 7 % len(_NAMES)]}", f"{number + 1:02d}", None
        )
        share = self._number * (number + 1) // self._provinces - self._number * number // self._provinces
        communes: list[Unit] = []
        districts = max(1, share // _IN_A_DISTRICT)
        names = self._random.sample(_NAMES, share + districts)
        for place in range(districts):
            code = f"{number * 20 + place + 1:04d}"
            district = self._add(UnitKind.DISTRICT, names.pop(), code, province)
            self._edges.append(Succession(on=_MERGED, before=code, document="72/2025/QH15"))
            for _ in range(share * (place + 1) // districts - share * place // districts):
                commune = self._add(UnitKind.COMMUNE, names.pop(), f"{10_001 + len(self._found)}", district)
                communes.append(commune)
        return province, communes

    def _add(self, kind: UnitKind, name: str, code: str, above: Unit | None, *, is_new: bool = False) -> Unit:
        parent = UnitRef(kind=above.kind, name=above.name, code=above.code) if above else None
        first, last = (_MERGED, None) if is_new else (None, _LAST)
        unit = Unit(kind=kind, name=name, code=code, parent=parent, valid_from=first, valid_until=last)
        self._found.append(unit)
        return unit

    def _merge(self, group: Sequence[tuple[Unit, list[Unit]]], share: int, *, has_island: bool) -> None:
        """Merge provinces into one, and their communes into so many."""
        former = [province for province, _ in group]
        province = self._add(UnitKind.PROVINCE, former[0].name, former[0].code or "", None, is_new=True)
        self._edges += [self._edge(one, province) for one in former]
        if has_island:
            old = self._add(UnitKind.DISTRICT, f"Đảo {province.name}", f"9{province.code}", former[0])
            zone = self._add(UnitKind.SPECIAL_ZONE, old.name, old.code or "", province, is_new=True)
            self._edges.append(self._edge(old, zone))
        communes = [commune for _, below in group for commune in below]
        heirs = [self._heir(part, province) for part in _parts(communes, share)]
        for number, (part, heir) in enumerate(zip(_parts(communes, share), heirs, strict=True)):
            for place, commune in enumerate(part):
                beside = heirs[number - 1] if place == 0 and number else None
                if beside and self._random.randrange(1000) < _DIVIDED * len(communes) // share:
                    self._edges += [self._edge(commune, one, whole=False) for one in (beside, heir)]
                else:
                    self._edges.append(self._edge(commune, heir))

    def _heir(self, part: Sequence[Unit], province: Unit) -> Unit:
        """Draw a new commune: its code is one of the former ones, its name too or a new one."""
        main = part[self._random.randrange(len(part))]
        kind = UnitKind.WARD if self._random.randrange(5) == 0 else UnitKind.COMMUNE
        name = main.name if self._random.randrange(5) < 2 else f"{main.name} {self._random.randrange(1, 6)}"  # noqa: PLR2004
        return self._add(kind, name, main.code or "", province, is_new=True)

    def _edge(self, old: Unit, new: Unit, *, whole: bool = True) -> Succession:
        document = "202/2025/QH15" if old.kind is UnitKind.PROVINCE else None
        return Succession(on=_MERGED, before=old.code or "", after=new.code, whole=whole, document=document)


def _grouped(
    provinces: list[tuple[Unit, list[Unit]]], number: int, random: Random
) -> list[list[tuple[Unit, list[Unit]]]]:
    """Put provinces into so many groups of one to three."""
    most = len(provinces) - number  # how many are merged into another
    joined = sorted(random.sample([place for place in range(len(provinces)) if place % 3], most))
    groups: list[list[tuple[Unit, list[Unit]]]] = []
    for place, province in enumerate(provinces):
        if place in joined:
            groups[-1].append(province)
        else:
            groups.append([province])
    return groups


def _shared(number: int, sizes: Sequence[int]) -> Iterator[int]:
    """Divide a number in proportion to sizes, at least one for each."""
    left, rest = number, sum(sizes)
    for place, size in enumerate(sizes):
        others = len(sizes) - place - 1
        share = min(max(1, left * size // rest), left - others, size)
        yield share
        left, rest = left - share, rest - size


def _parts(communes: Sequence[Unit], number: int) -> list[Sequence[Unit]]:
    """Cut a row of communes into so many parts."""
    ends = [len(communes) * place // number for place in range(number + 1)]
    return [communes[first:last] for first, last in pairwise(ends)]
