"""`mttq compare`: what changed between two versions of a report, or of a folder of reports."""

import argparse
import os
from collections.abc import Iterator
from typing import NamedTuple

from mttq._files.opening import report_files
from mttq.checking import Comparison, Findings, check
from mttq.checking._findings import counted
from mttq.cli._exit_codes import CLEAN, FOUND, UNUSABLE
from mttq.cli._inputs import files_of, one_subject
from mttq.cli._judging import judging
from mttq.cli._saying import REFUSED, UnusableError, say, write
from mttq.rendering import render
from mttq.tables import Lang, heading, paragraph, stack
from mttq.wording import NOTHING, Phrase, label, words

__all__ = ["run_compare"]


class _Pair(NamedTuple):
    """Two versions of one report; of a folder one may be missing."""

    name: str
    earlier: str | None
    later: str | None

    @property
    def said(self) -> Phrase:
        """Which of them is missing."""
        if self.earlier is None:
            return Phrase("chỉ có ở bản sau")
        return Phrase("chỉ có ở bản trước") if self.later is None else NOTHING


def run_compare(options: argparse.Namespace) -> int:
    """Check two versions, and say what changed; new findings make the exit code."""
    code, compared = CLEAN, list[Comparison]()
    arguments = judging(options).arguments

    def found(name: str | None) -> Findings:
        if name is None:
            return Findings()
        subject = one_subject(name, options)
        return subject.located(check(subject.report, **arguments))

    folders = [os.path.isdir(name) for name in (options.earlier, options.later)]  # noqa: PTH112
    if not any(folders):
        comparison = found(options.later).compare(found(options.earlier))
        write(render(comparison, fmt=options.format, lang=options.lang))
        return _code(comparison, options)
    if not all(folders):
        raise UnusableError(Phrase("cần hai tệp hoặc hai thư mục"))
    for pair in _pairs(options.earlier, options.later):
        try:
            comparison = found(pair.later).compare(found(pair.earlier))
        except REFUSED as error:
            say(error.render(lang=options.lang))
            code = max(code, UNUSABLE)
            continue
        code = max(code, _code(comparison, options))
        compared.append(comparison)
        if options.all or pair.said or comparison.new or comparison.fixed or comparison.not_judged:
            write(f"{_shown(pair, comparison, options)}\n")
    write(paragraph([_in_all(compared, options.lang)], fmt=options.format))
    return code


def _code(comparison: Comparison, options: argparse.Namespace) -> int:
    return FOUND if comparison.new.where(least=options.fail_on) else CLEAN


def _pairs(earlier: str, later: str) -> Iterator[_Pair]:
    """Yield the reports of two folders by their names in them.

    Raises:
        UnusableError: one of them has none, or cannot be listed.
    """
    unusable = [why for folder in (earlier, later) for why in files_of([folder]).values() if why]
    if unusable:
        raise UnusableError(Phrase.joined("\n", unusable))
    before, after = (
        {os.path.relpath(file, folder): file for file in report_files(folder)[0]}
        for folder in (earlier, later)
    )
    for name in sorted(before.keys() | after.keys()):
        yield _Pair(name, before.get(name), after.get(name))


def _shown(pair: _Pair, comparison: Comparison, options: argparse.Namespace) -> str:
    blocks = (
        heading(pair.name, fmt=options.format, level=1),
        paragraph([label(pair.said, options.lang)], fmt=options.format),
        render(comparison, fmt=options.format, lang=options.lang),
    )
    return stack(blocks, fmt=options.format)


def _in_all(compared: list[Comparison], lang: Lang) -> str:
    """Say of a folder what changed: "12 báo cáo: phát hiện mới so với bản trước: 3; …"."""
    said = words(lang)
    numbers = (
        f"{said[f'comparison.{name}'].lower()}: {sum(len(getattr(one, name)) for one in compared)}"
        for name in ("new", "same", "fixed", "not_judged")
    )
    return f"{counted('reports', len(compared), lang)}: {'; '.join(numbers)}"
