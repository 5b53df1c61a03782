"""Names of units and residential areas, and their mergers, as texts state them."""

import enum
from typing import Final, NamedTuple

import attrs

from mttq._declared.types import BLANK, checked, clipped
from mttq.errors import ConstraintError, FieldError
from mttq.values.figures import Tier
from mttq.wording import Phrase

__all__ = [
    "Extent",
    "Merger",
    "MergerPart",
    "MergerStatus",
    "ResidentialKind",
    "UnitKind",
    "UnitName",
    "UnitWord",
]


class UnitKind(enum.StrEnum):
    """The kinds of administrative units by their Vietnamese names.

    Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1: since 01/7/2025 provinces and communes only.
    """

    COUNTRY = "trung ương"
    PROVINCE = "tỉnh"
    CENTRAL_CITY = "thành phố trực thuộc trung ương"
    DISTRICT = "huyện"
    URBAN_DISTRICT = "quận"
    TOWN = "thị xã"
    PROVINCIAL_CITY = "thành phố thuộc tỉnh"
    MUNICIPAL_CITY = "thành phố thuộc thành phố trực thuộc trung ương"
    COMMUNE = "xã"
    WARD = "phường"
    TOWNSHIP = "thị trấn"
    SPECIAL_ZONE = "đặc khu"

    @property
    def tier(self) -> Tier:
        """The level at which units of this kind stand."""
        return _TIERS[self]

    @property
    def noun(self) -> str:
        """What stands before a name: a city of any level is called "thành phố", as in "thành phố Huế"."""
        return "thành phố" if self.startswith("thành phố") else self.value


_TIERS = {
    kind: tier
    for tier, kinds in {
        Tier.CENTRE: (UnitKind.COUNTRY,),
        Tier.PROVINCE: (UnitKind.PROVINCE, UnitKind.CENTRAL_CITY),
        Tier.DISTRICT: (
            UnitKind.DISTRICT,
            UnitKind.URBAN_DISTRICT,
            UnitKind.TOWN,
            UnitKind.PROVINCIAL_CITY,
            UnitKind.MUNICIPAL_CITY,
        ),
        Tier.COMMUNE: (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE),
    }.items()
    for kind in kinds
}


class ResidentialKind(enum.StrEnum):
    """How a residential area (khu dân cư) is called; no administrative tier.

    Nghị định 185/2026/NĐ-CP, Điều 2(1): villages and urban groups under these names, and what else a place
    calls its areas.
    """

    VILLAGE = "thôn"
    HAMLET = "ấp"
    MOUNTAIN_VILLAGE = "bản"
    LANG = "làng"
    BUON = "buôn"
    BON = "bon"
    PHUM = "phum"
    SOC = "sóc"
    XOM = "xóm"
    RESIDENTIAL_GROUP = "tổ dân phố"
    NEIGHBOURHOOD = "khu phố"
    BLOCK = "khối phố"
    KHOM = "khóm"
    SUBZONE = "tiểu khu"
    OTHER = "khu dân cư khác"


class UnitWord(enum.StrEnum):
    """The word for a unit where it does not say of which kind that is.

    >>> from mttq.vi import parse_unit
    >>> parse_unit("thành phố Thủ Đức").kind is UnitWord.CITY
    True
    """

    CITY = "thành phố"  # under the centre, in a province or in another city


_LEVELS: Final = {Tier.CENTRE: (4, 4), Tier.PROVINCE: (3, 3), Tier.DISTRICT: (2, 2), Tier.COMMUNE: (1, 1)}


@attrs.frozen(kw_only=True)
class UnitName:
    """A unit or a residential area as a text names it.

    Args:
        kind: what it is; a `UnitWord` where the word leaves the level open, None where there is no word.
        name: its name as written, in the capitals of names.
        parents: the units in which it lies, the nearest first.

    Raises:
        FieldError: a field has a wrong type.
        ConstraintError: the name is blank.

    >>> commune = UnitName(kind=UnitKind.COMMUNE, name="Đông Sơn")
    >>> str(UnitName(kind=ResidentialKind.VILLAGE, name="Ka Nôn 2", parents=(commune,)))
    'thôn Ka Nôn 2, xã Đông Sơn'
    """

    kind: UnitKind | ResidentialKind | UnitWord | None
    name: str
    parents: tuple["UnitName", ...] = ()

    def __attrs_post_init__(self) -> None:
        given: object = self.parents
        if isinstance(given, list):
            object.__setattr__(self, "parents", tuple(given))
        kinds = UnitKind | ResidentialKind | UnitWord | None
        wrong = [
            Phrase("UnitName.{}: không thể là {}", field, clipped(value))
            for field, value, fits in (
                ("kind", self.kind, isinstance(self.kind, kinds)),
                ("name", self.name, isinstance(self.name, str)),
                ("parents", self.parents, _are_names(self.parents)),
            )
            if not fits
        ]
        if wrong:
            raise FieldError(Phrase.joined("\n", wrong))
        if not self.name.strip():
            raise ConstraintError(Phrase("{}: {}", "UnitName.name", BLANK), "name")

    @property
    def full_name(self) -> str:
        """Kind and name: "xã Đông Sơn", "thành phố Huế"."""
        noun = self.kind.noun if isinstance(self.kind, UnitKind) else self.kind
        return f"{noun} {self.name}" if noun else self.name

    @property
    def levels(self) -> tuple[int, int]:
        """The lowest and the highest level that it may have: 0 a residential area to 3 a province."""
        if isinstance(self.kind, UnitKind):
            return _LEVELS[self.kind.tier]
        if isinstance(self.kind, ResidentialKind):
            return 0, 0
        return 2, 3

    def __str__(self) -> str:
        return ", ".join(unit.full_name for unit in (self, *self.parents))


def _are_names(parents: object) -> bool:
    return isinstance(parents, tuple) and all(isinstance(parent, UnitName) for parent in parents)


class Extent(enum.StrEnum):
    """How much of a unit goes into another.

    >>> [extent.name for extent in Extent]
    ['WHOLE', 'PART']
    """

    WHOLE = "whole"
    PART = "part"


class MergerStatus(enum.StrEnum):
    """Whether a text states a merger as done or as proposed.

    >>> [status.name for status in MergerStatus]
    ['IN_FORCE', 'PROPOSED']
    """

    IN_FORCE = "in_force"
    PROPOSED = "proposed"


class MergerPart(NamedTuple):
    """A unit that goes into another, whole or in part.

    >>> from mttq.vi import parse_merger
    >>> part = parse_merger("Nhập xã Hồng Hạ và xã Hương Nguyên thành xã A Lưới 5").parts[0]
    >>> part.extent.name
    'WHOLE'
    """

    unit: UnitName
    extent: Extent


@attrs.frozen(kw_only=True, field_transformer=checked)
class Merger:
    """A unit formed of others, as a text states it.

    Args:
        new: the unit that is formed.
        parts: the units of which it is formed, in the order of the text.
        status: whether it is so or is proposed.

    >>> from mttq.vi import parse_merger
    >>> merger = parse_merger("Nhập xã Hồng Hạ và xã Hương Nguyên thành xã A Lưới 5")
    >>> merger.new.name, len(merger.parts), merger.status.name
    ('A Lưới 5', 2, 'IN_FORCE')
    """

    new: UnitName
    parts: tuple[MergerPart, ...]
    status: MergerStatus
