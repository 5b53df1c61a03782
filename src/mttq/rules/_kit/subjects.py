"""What rules judge: a report, a batch of reports, or how a check went."""

import datetime as dt
import enum
from collections.abc import Mapping
from itertools import groupby
from typing import Protocol

import attrs

from mttq._declared.types import checked, unfit
from mttq.model import Unit
from mttq.report import Report
from mttq.vi import fold
from mttq.wording import NOTHING, Phrase

__all__ = ["Batch", "Run", "Scope", "Subject", "report_alone"]


class Scope(enum.StrEnum):
    """What a rule judges."""

    REPORT = "report"
    BATCH = "batch"
    RUN = "run"


@attrs.frozen(kw_only=True, eq=False, field_transformer=checked)
class Batch:
    """Reports that are judged together, in the order of their issue whatever order they are given in.

    Of two that are alike the earlier one is taken for the source; what they find must not depend on how a
    folder happens to be read.

    Args:
        reports: the reports.
        previous: earlier reports on the same units: former versions, or former periods.
        units: the catalogue of units, each with the days from which and until which it exists.
    """

    reports: tuple[Report, ...]
    previous: tuple[Report, ...] = ()
    units: tuple[Unit, ...] = ()

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "reports", _by_issue(self.reports))
        object.__setattr__(self, "previous", _by_issue(self.previous))


def _by_issue(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Return reports by day, unit and symbol, those without a day last; the rest tell their contents."""
    alike = groupby(sorted(reports, key=_issue_of), key=_issue_of)
    groups = [list(group) for _, group in alike]
    return tuple(
        report for group in groups for report in (sorted(group, key=_contents_of) if group[1:] else group)
    )


def _contents_of(report: Report) -> str:
    return repr(attrs.astuple(report, recurse=False))  # `repr` of the report itself is one line


def _issue_of(report: Report) -> tuple[dt.date, str, str, str]:
    header, unit = report.header, report.unit
    return header.date or dt.date.max, fold(unit.address), unit.code or "", header.symbol or ""


class Accepted(Protocol):
    """A breach that was accepted, as a `Waiver` of a check describes it."""

    @property
    def code(self) -> str:
        """The rule."""
        ...

    @property
    def path(self) -> str | None:
        """The figure it is about."""
        ...

    @property
    def fingerprint(self) -> str | None:
        """The finding that was accepted."""
        ...

    @property
    def reason(self) -> str:
        """Why it is accepted."""
        ...

    @property
    def expires(self) -> dt.date | None:
        """The last day on which it holds."""
        ...


@attrs.frozen(kw_only=True)
class Run:
    """What went wrong with a check itself.

    Args:
        crashed: by code of a rule, the exception that ended it.
        expired: waivers that hold no longer.
        stale: waivers that cover nothing.
    """

    crashed: Mapping[str, str] = attrs.field(factory=dict)
    expired: tuple[Accepted, ...] = ()
    stale: tuple[Accepted, ...] = ()


Subject = Report | Batch | Run


def report_alone(given: object) -> Report:
    """Return what is given as a report.

    Raises:
        FieldError: it is none.
    """
    if isinstance(given, Report):
        return given
    several = Phrase("; {}", Phrase("nhiều báo cáo thì dùng check_all"))
    raise unfit("report", Report, given, several if isinstance(given, list | tuple) else NOTHING)
