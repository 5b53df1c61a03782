"""`mttq compare`: what changed between two versions of a report."""

import argparse

from mttq.checking import check
from mttq.cli._exit_codes import CLEAN, FOUND
from mttq.cli._inputs import one_subject
from mttq.cli._judging import judging
from mttq.cli._saying import write
from mttq.rendering import render

__all__ = ["run_compare"]


def run_compare(options: argparse.Namespace) -> int:
    """Check two versions of a report, and say what changed; new findings make the exit code."""
    demands = judging(options).arguments
    earlier, later = (
        subject.located(check(subject.report, **demands))
        for subject in (one_subject(name, options) for name in (options.earlier, options.later))
    )
    comparison = later.compare(earlier)
    write(render(comparison, fmt=options.format, lang=options.lang))
    return FOUND if comparison.new.where(least=options.fail_on) else CLEAN
