"""`mttq read`: office files as reports."""

import argparse
import os
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from mttq.cli._exit_codes import CLEAN, FOUND, UNUSABLE
from mttq.cli._inputs import opened, saved, see_that_it_is_named
from mttq.cli._office import read_office, report_of
from mttq.cli._saying import REFUSED, UnusableError, named, say, write
from mttq.codec import dumps
from mttq.reading import Hints, Reading
from mttq.rendering import render
from mttq.report import Report
from mttq.tables import heading, stack
from mttq.wording import Phrase

__all__ = ["run_read"]


def run_read(options: argparse.Namespace) -> int:
    """Read office files, print what was read and what was not, and write the reports."""
    code, reports, readings = CLEAN, dict[str, Report](), list[Reading]()
    for name in options.files:
        try:
            reading = opened(lambda name: read_office(name, options), name)
            if options.output is not None:
                reports |= _reports_in(name, reading, options)
        except REFUSED as error:
            say(error.render(lang=options.lang))
            code = max(code, UNUSABLE)
            continue
        readings.append(reading)
        code = max(code, FOUND if reading.unread else CLEAN)
        if options.output != "-":
            shown = render(reading, fmt=options.format, lang=options.lang)
            write(stack((heading(name, fmt=options.format, level=1), shown), fmt=options.format) + "\n")
    _write_reports(reports, options)
    if options.write_hints is not None:
        saved(options.write_hints, _hints_of(readings))
    return code


def _reports_in(name: str, reading: Reading, options: argparse.Namespace) -> dict[str, Report]:
    """Return the reports of an office file by names for files of their own."""
    stem = PurePath(name).stem
    units = {of for of in reading.appendices if of is not None}
    found = {}
    if units:
        named = reading.reports(title=options.title)
        found = {f"{stem}_{of.replace(' ', '_')}.json": report for of, report in named.items()}
    if None in reading.appendices or not units:
        found[f"{stem}.json"] = report_of(name, reading, options)
    return found


def _write_reports(reports: Mapping[str, Report], options: argparse.Namespace) -> None:
    """Write one report to the file that is asked for, several into a folder, - to standard output."""
    if options.output is None or not reports:
        return
    see_that_it_is_named(options.output)
    if options.output == "-":
        for report in reports.values():
            write(dumps(report), end="")
    elif os.path.isdir(options.output):  # noqa: PTH112 - Path("") is the working folder
        for name, report in reports.items():
            saved(os.path.join(options.output, name), report)  # noqa: PTH118
    elif len(reports) > 1:
        raise UnusableError(named(options.output, Phrase("có {} báo cáo, cần một thư mục", len(reports))))
    else:
        saved(options.output, *reports.values())


def _hints_of(readings: Iterable[Reading]) -> Hints:
    """Return what is still open in several files, as one file of hints to be completed."""
    found = [reading.hints() for reading in readings]
    return Hints(
        lines={label: means for hints in found for label, means in hints.lines.items()},
        columns={head: means for hints in found for head, means in hints.columns.items()},
    )
