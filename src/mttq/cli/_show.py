"""`mttq show`: all of a report."""

import argparse

from mttq.cli._exit_codes import CLEAN
from mttq.cli._inputs import one_subject
from mttq.cli._saying import write
from mttq.rendering import render
from mttq.rendering._page import page_of

__all__ = ["run_show"]


def run_show(options: argparse.Namespace) -> int:
    report = one_subject(options.file, options).report
    shown = render(report, fmt=options.format, lang=options.lang)
    write(page_of(shown, report.title, options.lang) if options.format == "html" else shown)
    return CLEAN
