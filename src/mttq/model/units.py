"""Units that report: of the administration, residential areas in communes, member organisations of the Front.

A unit is (code, valid from): all 3,316 communes formed in July 2025 re-use the code of a predecessor.

>>> from typing import get_args
>>> [kind.__name__ for kind in get_args(AnyKind)]
['UnitKind', 'ResidentialKind', 'SocioPoliticalOrganization', 'MassAssociation']
"""

import datetime as dt
import enum
from typing import Annotated, Final, Self, TypeAlias
from unicodedata import normalize

import attrs

from mttq._declared.types import KEY, Label, NotBlank, checked, unfit
from mttq.errors import ConstraintError
from mttq.model.membership import MassAssociation, SocioPoliticalOrganization
from mttq.values import DocumentRef, ResidentialKind, Tier, UnitKind, UnitName
from mttq.wording import Phrase

__all__ = ["AnyKind", "ResidentialKind", "Unit", "UnitKind", "UnitRef", "UnitTrait"]


AnyKind: TypeAlias = UnitKind | ResidentialKind | SocioPoliticalOrganization | MassAssociation
"""What may report: units of the administration, residential areas, member organisations."""


class UnitTrait(enum.StrEnum):
    """What makes a unit special in policy.

    >>> [trait.name for trait in UnitTrait]
    ['BORDER', 'EXTREMELY_DIFFICULT', 'ISLAND', 'MOUNTAINOUS', 'SAFE_ZONE']
    """

    BORDER = "biên giới"
    EXTREMELY_DIFFICULT = "đặc biệt khó khăn"
    ISLAND = "hải đảo"
    MOUNTAINOUS = "miền núi"
    SAFE_ZONE = "an toàn khu"


@attrs.frozen(kw_only=True, field_transformer=checked)
class UnitRef:
    """A unit that is only named: a parent, a predecessor, a supervised unit.

    Raises:
        ConstraintError: it is of another kind, and how that is called is not said.
    """

    kind: Annotated[AnyKind, Label("Loại đơn vị"), KEY]
    name: Annotated[str, Label("Tên đơn vị"), NotBlank(), KEY]
    code: Annotated[str | None, Label("Mã đơn vị")] = None
    called: Annotated[str | None, Label("Cách gọi")] = None

    def __attrs_post_init__(self) -> None:
        _see_how_it_is_called(self)

    @classmethod
    def of(cls, named: UnitName) -> "UnitRef":
        """Take kind and name from a name that was read in a text.

        Raises:
            FieldError: what was given is no name of a unit.
            ConstraintError: it has no kind, or is a city of a level that is not said.

        >>> UnitRef.of(UnitName(kind=UnitKind.COMMUNE, name="Trung Sơn")).full_name
        'xã Trung Sơn'
        """
        if not isinstance(named, UnitName):
            raise unfit("UnitRef.of", UnitName, named)
        if not isinstance(named.kind, UnitKind | ResidentialKind):
            said = Phrase("UnitRef.of: {} không nói rõ loại đơn vị", str(named))
            raise ConstraintError(said, "kind")
        return cls(kind=named.kind, name=named.name)

    @property
    def full_name(self) -> str:
        """Kind and name, "xã Trung Sơn", "thành phố Huế"."""
        return f"{_noun(self)} {self.name}"

    def __str__(self) -> str:
        return self.full_name


_OTHERS: Final = (ResidentialKind.OTHER, MassAssociation.OTHER)


def _see_how_it_is_called(unit: "UnitRef | Unit") -> None:
    if unit.kind in _OTHERS and not (unit.called and unit.called.strip()):
        said = Phrase("{}: loại khác thì called phải ghi cách gọi, như in", type(unit).__name__)
        raise ConstraintError(said, "called")


def _noun(unit: "UnitRef | Unit") -> str:
    return unit.called or (unit.kind.noun if isinstance(unit.kind, UnitKind) else unit.kind.value)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Unit:
    """A unit that reports, at the time of a report: of the administration, or an area or organisation in one.

    Args:
        kind: what it is: an administrative unit, a residential area, a member organisation of the Front.
        name: its own name; of an organisation the unit of which it is ("xã Vệ Giang").
        code: its code in the list of units; areas and organisations have none.
        called: how it is called in print, where `kind` is another than those listed ("plei").
        parent: the unit in which it lies.
        valid_from: the first day on which it exists.
        valid_until: the last.
        established_by: the document that formed it.
        predecessors: the units of which it was formed.
        traits: what makes it special in policy.

    Raises:
        ConstraintError: it is of another kind, and how that is called is not said.

    >>> unit = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", valid_from=dt.date(2020, 1, 1))
    >>> unit.full_name, unit.tier
    ('xã Trung Sơn', <Tier.COMMUNE: 'commune'>)
    >>> above = UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn")
    >>> farmers = Unit(kind=SocioPoliticalOrganization.FARMERS, name="xã Trung Sơn", parent=above)
    >>> farmers.full_name, farmers.tier
    ('Hội Nông dân Việt Nam xã Trung Sơn', <Tier.BASE: 'base'>)
    """

    kind: Annotated[AnyKind, Label("Loại đơn vị"), KEY]
    name: Annotated[str, Label("Tên đơn vị"), NotBlank(), KEY]
    code: Annotated[str | None, Label("Mã đơn vị")] = None
    called: Annotated[str | None, Label("Cách gọi")] = None
    parent: Annotated[UnitRef | None, Label("Đơn vị cấp trên trực tiếp"), KEY] = None
    valid_from: Annotated[dt.date | None, Label("Có hiệu lực từ")] = None
    valid_until: Annotated[dt.date | None, Label("Có hiệu lực đến")] = None
    established_by: Annotated[DocumentRef | None, Label("Văn bản thành lập")] = None
    predecessors: Annotated[tuple[UnitRef, ...], Label("Đơn vị cũ")] = ()
    traits: Annotated[tuple[UnitTrait, ...], Label("Đặc điểm")] = ()

    def __attrs_post_init__(self) -> None:
        _see_how_it_is_called(self)

    @classmethod
    def area(cls, kind: str, name: str, *, parent: UnitRef | None = None) -> Self:
        """Return a residential area by what its kind is called in print; one not listed is kept as written.

        Args:
            kind: what such areas are called there, "thôn", "plei".
            name: its own name.
            parent: the commune in which it lies.

        Raises:
            ValueError: the kind is blank.

        >>> Unit.area("plei", "Ơp").full_name, Unit.area("Bon", "Pi Nao").kind
        ('plei Ơp', <ResidentialKind.BON: 'bon'>)
        """
        known = {item.value: item for item in ResidentialKind}.get(normalize("NFC", kind.strip().lower()))
        if known is None or known is ResidentialKind.OTHER:
            return cls(kind=ResidentialKind.OTHER, called=kind, name=name, parent=parent)
        return cls(kind=known, name=name, parent=parent)

    @property
    def tier(self) -> Tier:
        """The level at which the unit stands."""
        return self.kind.tier if isinstance(self.kind, UnitKind) else Tier.BASE

    @property
    def noun(self) -> str:
        """What stands before the name: "xã", "thành phố", "thôn"."""
        return _noun(self)

    @property
    def full_name(self) -> str:
        """Kind and name, "xã Trung Sơn", "thành phố Huế", "thôn Ka Nôn 2"."""
        return f"{self.noun} {self.name}"

    @property
    def address(self) -> str:
        """Kind and name with those of the parent, as far as it is known: "xã Trung Sơn, huyện A Lưới"."""
        return f"{self.full_name}, {self.parent.full_name}" if self.parent else self.full_name

    def __str__(self) -> str:
        return self.address

    def exists_on(self, day: dt.date) -> bool:
        """Return whether the unit exists on a day; an unknown end counts as open."""
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_until is None or day <= self.valid_until)
