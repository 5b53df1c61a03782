"""Decisions to accept a breach, each with its reason."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Protocol

import attrs

from mttq._declared.types import Known, Label, checked, clipped, gathered
from mttq.errors import ConstraintError
from mttq.rules import RULES
from mttq.rules._kit.selection import RETIRED, say_if_retired
from mttq.vi import fold
from mttq.wording import NOTHING, Phrase
from mttq.wording._nearest import meant

__all__ = ["Waivable", "Waiver", "Waivers", "waivers_in"]


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
    def figures(self) -> Mapping[str, str]:
        """Its figures by their names."""
        ...

    @property
    def value_hash(self) -> str:
        """A name of its figures as they were printed."""
        ...

    def goes_by(self, fingerprint: str) -> bool:
        """Return whether a fingerprint names it."""
        ...


def _code_complaint(code: str) -> Phrase:
    """Return what is wrong with the code of a rule; one of the caller's own is known to him alone."""
    known = tuple(rule.code for rule in RULES)
    families = {other.rstrip("0123456789") for other in known}
    own = re.fullmatch("[A-Z]+[0-9]+", code) and code.rstrip("0123456789") not in families
    if code in known or code in RETIRED or own:
        return NOTHING
    return Phrase("không có quy tắc mã “{}”{}", code, meant(code, known))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Waiver:
    """A decision to accept a breach; the reason is required.

    `Finding.waive` makes one that holds for that finding alone and only as long as its figures stay.

    Args:
        code: the rule; one that mttq's families lack is refused, but read from a file all the same.  A
            FutureWarning names one whose rule was given up.
        reason: why the breach is accepted.
        path: the figure it is about; any, if None.  Beside a fingerprint it says where the figure stood when
            it was accepted, and decides nothing.
        expires: the date of the last report for which the waiver holds.
        unit: the unit it is about, as `Finding.unit` names it; any, if None.
        fingerprint: the finding it accepts, as `Finding.fingerprint` names it; any, if None.
        figures: the figures it accepts, each as "name=value" after `Finding.figures`; any, if None.
        value_hash: the same as mttq 0.1 named them, by their printed form; read until version 0.4.

    >>> Waiver(code="ORG001", reason="xã đã giải trình").fingerprint is None
    True
    """

    code: Annotated[str, Label("Mã quy tắc"), Known(_code_complaint)]
    reason: Annotated[str, Label("Lý do chấp nhận")]
    path: Annotated[str | None, Label("Địa chỉ của số liệu")] = None
    expires: Annotated[dt.date | None, Label("Ngày của báo cáo cuối cùng được áp dụng")] = None
    unit: Annotated[str | None, Label("Đơn vị báo cáo")] = None
    fingerprint: Annotated[str | None, Label("Dấu của phát hiện")] = None
    figures: Annotated[tuple[str, ...] | None, Label("Các số liệu được chấp nhận")] = None
    value_hash: Annotated[str | None, Label("Dấu của số liệu theo mttq 0.1")] = None

    def __attrs_post_init__(self) -> None:
        say_if_retired([self.code], stacklevel=3)
        if not self.reason.strip():
            raise ConstraintError(Phrase("giải trình cho {}: cần ghi lý do", self.code), "reason")
        for figure in self.figures or ():
            if "=" not in figure:
                raise ConstraintError(
                    Phrase(
                        "giải trình cho {}: cần ghi “tên=số liệu”; đã nhận {}", self.code, clipped(figure)
                    ),
                    "figures",
                )

    @property
    def is_old(self) -> bool:
        """Whether it names figures by their printed form, as mttq did before waiver files had a version."""
        return self.value_hash is not None

    def fits(self, finding: Waivable) -> bool:
        """Return whether a finding is what was accepted, whether or not the waiver has expired."""
        return (
            self.code == finding.code
            and self._is_about(finding)
            and self.value_hash in (None, finding.value_hash)
            and (self.figures is None or self._accepts(finding.figures))
        )

    def _is_about(self, finding: Waivable) -> bool:
        if self.fingerprint is not None:
            return finding.goes_by(self.fingerprint)
        return self.path in (None, finding.path) and (
            self.unit in (None, finding.unit) or fold(self.unit or "") == fold(finding.unit)
        )

    def _accepts(self, figures: Mapping[str, str]) -> bool:
        """Return whether figures are those accepted; one that only one side names is no other figure."""
        accepted = (figure.partition("=") for figure in self.figures or ())
        return all(figures.get(name, value) == value for name, _, value in accepted)

    def holds_on(self, issued: dt.date | None) -> bool:
        """Return whether it holds for a report issued on a day; without a day, no waiver expires."""
        return self.expires is None or issued is None or issued <= self.expires


Waivers = Mapping[str, str] | Iterable[Waiver] | None
"""What is accepted, as it is given everywhere: by code of a rule the reason, or waivers; None is nothing."""


def waivers_in(given: Waivers) -> tuple[Waiver, ...]:
    """Return the waivers that an argument lists.

    Raises:
        FieldError: it lists something else, such as codes without reasons.

    >>> [waiver.code for waiver in waivers_in({"ORG001": "xã đã giải trình"})]
    ['ORG001']
    """
    if isinstance(given, Mapping):
        by_code: Mapping[str, str] = given  # pyright: ignore[reportAssignmentType] - waivers are no keys
        return tuple(Waiver(code=code, reason=reason) for code, reason in by_code.items())
    return gathered(
        "waivers",
        () if given is None else given,
        Waiver,
        Phrase("; {}", Phrase("theo mã thì ghi {mã: lý do}")),
    )
