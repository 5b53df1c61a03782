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
from mttq.rules._kit.digests import Digest, digest
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
        reports: the reports; none where only their digests are at hand.
        previous: earlier reports on the same units: former versions, or former periods.
        units: the catalogue of units, each with the days from which and until which it exists.
        digests: the digests of the reports, in the same order; they are made of the reports if not given.
        earlier: those of the earlier reports.

    >>> from mttq.testing import make_report
    >>> len(Batch(reports=(make_report(),)).reports)
    1
    """

    reports: tuple[Report, ...] = ()
    previous: tuple[Report, ...] = ()
    units: tuple[Unit, ...] = ()
    digests: tuple[Digest, ...] = ()
    earlier: tuple[Digest, ...] = ()

    def __attrs_post_init__(self) -> None:
        for reports, digests in (("reports", "digests"), ("previous", "earlier")):
            of_reports = getattr(self, reports)
            made = getattr(self, digests) or tuple(map(digest, of_reports))
            for name, ordered in zip((reports, digests), _by_issue(of_reports, made), strict=True):
                object.__setattr__(self, name, ordered)

    @property
    def has_reports(self) -> bool:
        """Whether all reports themselves are at hand."""
        return len(self.reports) == len(self.digests) and len(self.previous) == len(self.earlier)


def _by_issue(
    reports: tuple[Report, ...], digests: tuple[Digest, ...]
) -> tuple[tuple[Report, ...], tuple[Digest, ...]]:
    """Return reports by day, unit and symbol, those without a day last; the rest tell their contents."""

    def contents_of(place: int) -> tuple[str, str]:
        digest = repr(attrs.astuple(digests[place], recurse=False))  # `repr` of itself is one line
        return digest, repr(attrs.astuple(reports[place], recurse=False)) if reports else ""

    issues = [_issue_of(item) for item in digests]
    ordered = list[int]()
    for _, alike in groupby(sorted(range(len(digests)), key=issues.__getitem__), issues.__getitem__):
        group = list(alike)
        ordered += sorted(group, key=contents_of) if group[1:] else group
    return tuple(reports[place] for place in ordered if reports), tuple(digests[place] for place in ordered)


def _issue_of(given: Digest) -> tuple[dt.date, str, str, str]:
    return given.issued or dt.date.max, given.address, given.unit.code or "", given.symbol or ""


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

    >>> Run().crashed
    {}
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
