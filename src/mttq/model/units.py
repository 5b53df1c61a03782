"""Administrative units and residential areas.

A unit is (code, valid from): all 3,316 communes formed in July 2025 re-use the code of a predecessor.
"""

import datetime as dt
import enum
from typing import Annotated
from unicodedata import normalize

import attrs

from mttq._declared.types import KEY, Count, Label, NotBlank, checked, unfit
from mttq.errors import ConstraintError
from mttq.values import DocumentRef, ResidentialKind, Tier, UnitKind, UnitName
from mttq.wording import Phrase

__all__ = ["ResidentialArea", "ResidentialKind", "Unit", "UnitKind", "UnitRef", "UnitTrait"]


class UnitTrait(enum.StrEnum):
    """What makes a unit special in policy."""

    BORDER = "biên giới"
    EXTREMELY_DIFFICULT = "đặc biệt khó khăn"
    ISLAND = "hải đảo"
    MOUNTAINOUS = "miền núi"
    SAFE_ZONE = "an toàn khu"


@attrs.frozen(kw_only=True, field_transformer=checked)
class UnitRef:
    """A unit that is only named: a parent, a predecessor, a supervised unit."""

    kind: Annotated[UnitKind, Label("Loại đơn vị"), KEY]
    name: Annotated[str, Label("Tên đơn vị"), NotBlank(), KEY]
    code: Annotated[str | None, Label("Mã đơn vị")] = None

    @classmethod
    def of(cls, named: UnitName) -> "UnitRef":
        """Take kind and name from a name that was read in a text.

        Raises:
            FieldError: what was given is no name of a unit.
            ConstraintError: it names no administrative unit, or a city of a level that is not said.

        >>> UnitRef.of(UnitName(kind=UnitKind.COMMUNE, name="Trung Sơn")).full_name
        'xã Trung Sơn'
        """
        if not isinstance(named, UnitName):
            raise unfit("UnitRef.of", UnitName, named)
        if not isinstance(named.kind, UnitKind):
            said = Phrase("UnitRef.of: {} không nói rõ loại đơn vị hành chính", str(named))
            raise ConstraintError(said, "kind")
        return cls(kind=named.kind, name=named.name)

    @property
    def full_name(self) -> str:
        """Kind and name, "xã Trung Sơn", "thành phố Huế"."""
        return f"{self.kind.noun} {self.name}"

    def __str__(self) -> str:
        return self.full_name


@attrs.frozen(kw_only=True, field_transformer=checked)
class Unit:
    """An administrative unit at the time of a report.

    >>> unit = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn", valid_from=dt.date(2020, 1, 1))
    >>> unit.full_name, unit.tier
    ('xã Trung Sơn', <Tier.COMMUNE: 'commune'>)
    """

    kind: Annotated[UnitKind, Label("Loại đơn vị"), KEY]
    name: Annotated[str, Label("Tên đơn vị"), NotBlank(), KEY]
    code: Annotated[str | None, Label("Mã đơn vị")] = None
    parent: Annotated[UnitRef | None, Label("Đơn vị cấp trên trực tiếp"), KEY] = None
    valid_from: Annotated[dt.date | None, Label("Có hiệu lực từ")] = None
    valid_until: Annotated[dt.date | None, Label("Có hiệu lực đến")] = None
    established_by: Annotated[DocumentRef | None, Label("Văn bản thành lập")] = None
    predecessors: Annotated[tuple[UnitRef, ...], Label("Đơn vị cũ")] = ()
    traits: Annotated[tuple[UnitTrait, ...], Label("Đặc điểm")] = ()

    @property
    def tier(self) -> Tier:
        """The level at which the unit stands."""
        return self.kind.tier

    @property
    def full_name(self) -> str:
        """Kind and name, "xã Trung Sơn", "thành phố Huế"."""
        return f"{self.kind.noun} {self.name}"

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


@attrs.frozen(kw_only=True, field_transformer=checked)
class ResidentialArea:
    """A residential area with what is known of its size.

    Args:
        kind: how such areas are called.
        name: its own name.
        called: how such areas are called there, where `kind` does not say it ("điểm dân cư").
        households: how many live there.
        persons: how many live there.

    Raises:
        ConstraintError: it is of another kind, and how that is called is not said.

    >>> ResidentialArea.of("điểm dân cư", "số 7").full_name, ResidentialArea.of("Bon", "Pi Nao").kind
    ('điểm dân cư số 7', <ResidentialKind.BON: 'bon'>)
    """

    kind: Annotated[ResidentialKind, Label("Loại khu dân cư"), KEY]
    name: Annotated[str, Label("Tên khu dân cư"), KEY]
    called: Annotated[str | None, Label("Cách gọi khu dân cư")] = None
    households: Annotated[Count | None, Label("Số hộ")] = None
    persons: Annotated[Count | None, Label("Số nhân khẩu")] = None

    def __attrs_post_init__(self) -> None:
        if self.kind is ResidentialKind.OTHER and not (self.called and self.called.strip()):
            said = Phrase("ResidentialArea: loại khu dân cư khác thì called phải ghi cách gọi, như in")
            raise ConstraintError(said, "called")

    @classmethod
    def of(
        cls, kind: str, name: str, *, households: int | None = None, persons: int | None = None
    ) -> "ResidentialArea":
        """Return an area by what its kind is called in print; one that is not listed is kept as written.

        Raises:
            ValueError: the kind is blank.
        """
        known = {item.value: item for item in ResidentialKind}.get(normalize("NFC", kind.strip().lower()))
        listed = known not in (None, ResidentialKind.OTHER)
        return cls(
            kind=known if known and listed else ResidentialKind.OTHER,
            name=name,
            called=None if listed else kind,
            households=households,
            persons=persons,
        )

    @property
    def full_name(self) -> str:
        """Kind and name, "thôn Lê Triêng 1"."""
        return f"{self.called or self.kind.value} {self.name}"

    def __str__(self) -> str:
        return self.full_name
