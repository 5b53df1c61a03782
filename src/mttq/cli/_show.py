"""`mttq show`: a report with its appendices."""

import argparse
from html import escape

from mttq.cli._exit_codes import CLEAN
from mttq.cli._inputs import one_subject
from mttq.cli._saying import write
from mttq.rendering import render
from mttq.wording._unicode import printable

__all__ = ["run_show"]


def run_show(options: argparse.Namespace) -> int:
    report = one_subject(options.file, options).report
    if options.format == "html":  # a page, since a browser must be told that it is UTF-8
        title = escape(printable(report.title))
        write(
            f'<!doctype html>\n<html lang="{options.lang}">\n<meta charset="utf-8">\n<title>{title}</title>'
        )
    write(render(report, fmt=options.format, lang=options.lang))
    return CLEAN
