"""What rules judge: a report, a batch of reports, or how a check went."""

import enum
from collections.abc import Mapping

import attrs

from mttq.model import Unit
from mttq.report import Report
from mttq.typed import checked
from mttq.waivers import Waiver

__all__ = ["Batch", "Run", "Scope", "Subject"]


class Scope(enum.StrEnum):
    """What a rule judges."""

    REPORT = "report"
    BATCH = "batch"
    RUN = "run"


@attrs.frozen(kw_only=True, eq=False, field_transformer=checked)
class Batch:
    """Reports that are judged together.

    Args:
        reports: the reports.
        previous: earlier reports on the same units: former versions, or former periods.
        units: the catalogue of units, each with the days from which and until which it exists.
    """

    reports: tuple[Report, ...]
    previous: tuple[Report, ...] = ()
    units: tuple[Unit, ...] = ()


@attrs.frozen(kw_only=True)
class Run:
    """What went wrong with a check itself.

    Args:
        crashed: by code of a rule, the exception that ended it.
        expired: waivers that hold no longer.
        stale: waivers that cover nothing.
    """

    crashed: Mapping[str, str] = attrs.field(factory=dict)
    expired: tuple[Waiver, ...] = ()
    stale: tuple[Waiver, ...] = ()


Subject = Report | Batch | Run
