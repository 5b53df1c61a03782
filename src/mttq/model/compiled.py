"""A report that is the sum of others: of whose, and what they left out."""

from typing import Annotated

import attrs

from mttq._declared.types import KEY, Count, Label, checked
from mttq.values import Tier

__all__ = ["Compiled", "Gap"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Gap:
    """A figure that not all have told.

    Args:
        path: where it stands.
        missing: who has not, by their positions in `Compiled.units`.

    >>> Gap(path="population.households", missing=(1,)).path
    'population.households'
    """

    path: Annotated[str, Label("Chỉ tiêu"), KEY]
    missing: Annotated[tuple[Count, ...], Label("Còn thiếu")]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Compiled:
    """What marks a report as the sum of others (`mttq.roll_up`).

    It has no head, no text and no lines of its own level, which is no omission; and a relation between its
    figures can be judged only where the same reports have told all of them.

    Args:
        tier: the level of the reports; that of the unit, if its own report is among them.
        reported: how many units have reported.
        expected: how many should have.
        units: those that left out a figure, or all.
        gaps: the figures that not all have told.

    >>> from mttq import roll_up
    >>> from mttq.model import Unit, UnitKind
    >>> from mttq.testing import make_report
    >>> summed = roll_up([make_report()], into=Unit(kind=UnitKind.DISTRICT, name="Mẫu"))
    >>> told: Compiled | None = summed.report.compiled
    >>> told and (told.reported, told.expected)
    (1, 1)
    """

    tier: Annotated[Tier, Label("Cấp báo cáo")]
    reported: Annotated[Count, Label("Số đơn vị đã báo cáo")]
    expected: Annotated[Count, Label("Số đơn vị phải báo cáo")]
    units: Annotated[tuple[str, ...], Label("Đơn vị còn thiếu số liệu")] = ()
    gaps: Annotated[tuple[Gap, ...], Label("Số liệu chưa đủ")] = ()
