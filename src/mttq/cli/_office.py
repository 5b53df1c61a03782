"""Office files where the command takes reports: which files are such, and the reports that they hold."""

import argparse
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from mttq.checking import Finding, Findings
from mttq.errors import FieldError, ReadError, UnitFormatError
from mttq.model import Unit, UnitKind, UnitRef
from mttq.report import Report
from mttq.values import Tier
from mttq.vi import parse_unit

if TYPE_CHECKING:
    from mttq.reading import Reading

__all__ = ["Subject", "is_office", "read_office", "report_of", "subjects_of", "told_unit"]

_OFFICE: Final = (".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".html", ".htm", ".md", ".txt", ".csv")
_OLD: Final = (".doc", ".xls", ".pdf", ".rtf")  # which are refused, with advice
_KINDS: Final = {Tier.PROVINCE: UnitKind.PROVINCE, Tier.DISTRICT: UnitKind.DISTRICT}
_NAMELESS: Final = "…"


class Subject(NamedTuple):
    """A report to be judged, and the office file that it was read from.

    Attributes:
        report: the report.
        reading: what was read of the file; None for a report file.
        of: which of several units of the file it is of, as printed.
    """

    report: Report
    reading: "Reading | None" = None
    of: str | None = None

    @property
    def is_nameless(self) -> bool:
        """Whether nobody said which unit reports."""
        return self.report.unit.name == _NAMELESS

    def located(self, findings: Findings) -> Findings:
        """Return what was found with the cells of the file, and nothing about a unit that nobody named."""
        if self.reading is None:
            return findings
        if self.is_nameless:
            findings = attrs.evolve(findings, found=tuple(filter(self._says_something, findings.found)))
        return self.reading.located(findings, self.of)

    def _says_something(self, finding: Finding) -> bool:
        unit = self.report.unit.full_name
        return not finding.path.startswith("unit.") and unit not in map(str, finding.args.values())


def is_office(name: str) -> bool:
    """Return whether a file is named as one of an office."""
    return PurePath(name).suffix.lower() in (*_OFFICE, *_OLD)


def read_office(name: str, options: argparse.Namespace) -> "Reading":
    """Read an office file with the hints that were given.

    Raises:
        ReadError: it, or the hints, cannot be read.
        FileError: the same, by what the system says.
    """
    from mttq.reading import Hints, read

    return read(name, hints=None if (hints := options.project.hints) is None else Hints.load(hints))


def report_of(name: str, reading: "Reading", options: argparse.Namespace) -> Report:
    """Return the report of a file of one unit; what it does not say itself is taken from the options.

    Raises:
        ReadError: neither says it.
        UnitFormatError: the option names no unit.
    """
    try:
        return reading.report()
    except ReadError:
        unit = told_unit(options.unit)
    try:
        return reading.report(unit=unit, title=options.title)
    except ReadError as error:
        raise error.of(name) from None


def subjects_of(name: str, options: argparse.Namespace, *, nameless: bool = False) -> Iterator[Subject]:
    """Return the reports of an office file, one for each unit that it has figures of.

    Args:
        name: the file.
        options: `hints`, `unit` and `title` of the command line.
        nameless: whether the figures of a file that names no unit may be judged all the same: as those of a
            unit of the highest level that has any.

    Raises:
        ReadError: it cannot be read, or does not say of which unit it is.
        UnitFormatError: the option names no unit.
    """
    reading = read_office(name, options)
    title = options.title or reading.title or PurePath(name).name
    units = reading.reports(title=title)
    for of, report in units.items():
        yield Subject(report, reading, of)
    if None in reading.appendices or not units:
        try:
            report = report_of(name, reading, argparse.Namespace(unit=options.unit, title=title))
        except ReadError:
            if not nameless:
                raise
            report = reading.report(unit=_nameless(reading), title=title)
        yield Subject(report, reading)


def told_unit(text: str | None) -> Unit | None:
    if text is None:
        return None
    named = parse_unit(text)
    try:
        unit, *above = map(UnitRef.of, (named, *named.parents[:1]))
    except FieldError as error:
        raise UnitFormatError(text, error.message) from None
    return Unit(kind=unit.kind, name=unit.name, parent=above[0] if above else None)


def _nameless(reading: "Reading") -> Unit:
    """Return a stand-in for a unit that nobody named: of the highest level that has figures."""
    tiers = {figure.path.rpartition(".")[2] for figure in reading.figures}
    kind = next((kind for tier, kind in _KINDS.items() if tier in tiers), UnitKind.COMMUNE)
    return Unit(kind=kind, name=_NAMELESS)
