"""Decisions to accept a breach, each with its reason."""

import datetime as dt
from typing import Protocol

import attrs

from mttq.errors import ConstraintError
from mttq.typed import checked

__all__ = ["Waivable", "Waiver"]


class Waivable(Protocol):
    """What can be accepted: a `Finding`."""

    @property
    def code(self) -> str:
        """The rule."""
        ...

    @property
    def path(self) -> str:
        """The figure it is about."""
        ...

    @property
    def unit(self) -> str:
        """The unit it is about."""
        ...

    @property
    def value_hash(self) -> str:
        """A name of its figures."""
        ...


@attrs.frozen(kw_only=True, field_transformer=checked)
class Waiver:
    """A decision to accept a breach; the reason is required.

    `Finding.waive` makes one that holds for that finding alone and only as long as its figures stay.

    Args:
        code: the rule.
        reason: why the breach is accepted.
        path: the figure it is about; any, if None.
        expires: the date of the last report for which the waiver holds.
        unit: the unit it is about, as `Finding.unit` names it; any, if None.
        value_hash: the figures it accepts, as `Finding.value_hash` names them; any, if None.
    """

    code: str
    reason: str
    path: str | None = None
    expires: dt.date | None = None
    unit: str | None = None
    value_hash: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise ConstraintError(f"Waiver {self.code}: cần nêu lý do", "reason")

    def fits(self, finding: Waivable) -> bool:
        """Tell whether a finding is what was accepted, whether or not the waiver has expired."""
        return (
            self.code == finding.code
            and self.path in (None, finding.path)
            and self.unit in (None, finding.unit)
            and self.value_hash in (None, finding.value_hash)
        )

    def holds_on(self, issued: dt.date | None) -> bool:
        """Tell whether it holds for a report issued on a day; without a day, no waiver expires."""
        return self.expires is None or issued is None or issued <= self.expires
