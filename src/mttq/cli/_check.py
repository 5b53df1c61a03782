"""`mttq check`: what the rules find in reports, one by one or together."""

import argparse
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from traceback import format_exc
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from mttq._files.opening import why_unusable
from mttq.checking import Finding, Findings, Project, check, check_all, dump_waivers
from mttq.checking._waiver_files import renewed
from mttq.cli._baseline import Baseline, baseline_in
from mttq.cli._exit_codes import CLEAN, CRASHED, FOUND, UNUSABLE
from mttq.cli._inputs import files_of, opened, see_that_it_is_named, subjects_in
from mttq.cli._judging import judging
from mttq.cli._office import Subject
from mttq.cli._page import About, check_page, in_all
from mttq.cli._saying import REFUSED, Bar, Sheet, UnusableError, named, say
from mttq.rendering import render
from mttq.report import Report
from mttq.tables import PAGE, Lang, heading, on_page, paragraph, stack
from mttq.wording import Phrase, label
from mttq.wording._unicode import escaped, printable

if TYPE_CHECKING:
    from mttq.errors import MttqError
    from mttq.repairs import Repairs

__all__ = ["run_check"]


_BY_FILE: Final = ("text", "markdown")
"""The formats that are printed file by file; all others are one document."""


def run_check(options: argparse.Namespace) -> int:
    """Check files, and print text file by file, or one document about all of them."""
    _see_that_options_go_together(options)
    baseline = None if options.baseline is None else opened(baseline_in, options.baseline)
    code, waived = CLEAN, list[Finding]()
    sheet, files = Sheet(options.output), files_of(options.files)
    gathered: dict[str, _Outcome] = {}
    with on_page(PAGE) if sheet.is_file else nullcontext():
        for outcome in (_together if options.together else _each)(files, baseline, options):
            code = max(code, outcome.code)
            if isinstance(outcome.result, str):
                say(outcome.result)
            else:
                waived += outcome.result.waived
                if outcome.shown and (outcome.result or options.all or len(files) == 1):
                    sheet.write(f"{outcome.shown}\n")
            gathered[outcome.name] = outcome
        if options.format not in _BY_FILE:
            sheet.write(_document(gathered.values(), options), end="")
        elif sum(outcome.about.reports for outcome in gathered.values()) > 1 or baseline is not None:
            said = in_all(((outcome.result, outcome.about) for outcome in gathered.values()), options.lang)
            known = sum(outcome.known for outcome in gathered.values())
            left = Phrase("{}; {} phát hiện đã có ở lần trước", said, known) if known else said
            sheet.write(paragraph([label(left, options.lang)], fmt=options.format))
    sheet.save(options.lang)
    if options.rewrite_waivers is not None:
        _rewrite(options, waived)
    return code


def _see_that_options_go_together(options: argparse.Namespace) -> None:
    if options.repairs and options.together:
        raise UnusableError(Phrase("không dùng được --repairs cùng --together"))
    for name in ("repairs", "explain"):
        if getattr(options, name) and options.format not in (*_BY_FILE, "html"):
            said = Phrase(
                "không dùng được --{} cùng --format {}; dùng text, markdown hoặc html", name, options.format
            )
            raise UnusableError(said)
    if options.previous and not options.together:
        raise UnusableError(Phrase("{} chỉ dùng được cùng {}", "--previous", "--together"))
    if options.rewrite_waivers is not None and not (options.waivers or options.project.waivers):
        raise UnusableError(Phrase("{} chỉ dùng được cùng {}", "--rewrite-waivers", "--waivers"))


def _rewrite(options: argparse.Namespace, waived: Iterable[Finding]) -> None:
    """Rewrite the waivers, and say how many could not be brought to the new form."""
    file, waivers = options.rewrite_waivers, renewed(options.project.waivers, waived)
    see_that_it_is_named(file)
    try:
        dump_waivers(waivers, file)
    except OSError as error:
        raise UnusableError(named(file, why_unusable(error))) from None
    written = Phrase("{}: đã ghi {} giải trình đã chấp nhận", printable(file), len(waivers))
    left = sum(waiver.is_old for waiver in waivers)
    kept = Phrase("{}; {} giữ dạng cũ vì không ứng với phát hiện nào ở đây", written, left)
    say(kept if left else written, options.lang)


class _Outcome(NamedTuple):
    """What came of a file, or of several together: findings, or why there are none.

    Attributes:
        name: the file.
        result: the findings, or why there are none.
        code: the exit code for it.
        shown: it as text.
        about: what else a page says of it.
        known: how many more findings there were the last time already.
    """

    name: str
    result: Findings | str
    code: int
    shown: str = ""
    about: About = About()
    known: int = 0


def _document(outcomes: Collection[_Outcome], options: argparse.Namespace) -> str:
    """Return one document on all files; JSON has by file its findings, or in `error` why there are none."""
    results = {outcome.name: outcome.result for outcome in outcomes}
    from mttq.exporting import to_csv, to_junit, to_sarif, to_tsv

    lang: Lang = options.lang
    match options.format:
        case "csv":
            return to_csv(results, lang=lang)
        case "tsv":
            return to_tsv(results, lang=lang)
        case "junit":
            return to_junit(results, lang=lang, fail_on=options.fail_on)
        case "sarif":
            return to_sarif(results, lang=lang) + "\n"
        case "html":
            return check_page(results, {outcome.name: outcome.about for outcome in outcomes}, lang)
        case _:
            by_file = {
                name: {"error": result} if isinstance(result, str) else json.loads(result.to_json(lang=lang))
                for name, result in results.items()
            }
            return escaped(json.dumps(by_file, ensure_ascii=False, indent=2)) + "\n"


_Files = Mapping[str, Phrase | None]
"""By name why a file can be no report, None if reading must show that."""


def _together(files: _Files, baseline: Baseline | None, options: argparse.Namespace) -> Iterator[_Outcome]:
    """Yield why files cannot be read, then what is found in all others and between them."""
    project = judging(options)
    given, before = _Given(files, options), _Given(files_of(options.previous), options)
    findings = check_all(given, previous=before, **project.arguments)
    for name, error in (given.unread | before.unread).items():
        yield _Outcome(name, error.render(lang=options.lang), UNUSABLE)
    if given.read:
        about = About(reports=given.reports)
        yield _outcome(", ".join(given.read), findings, baseline, options, about)


class _Given(Iterable[Report]):
    """The reports of files, read one by one as they are asked for; on a terminal with a bar.

    Attributes:
        read: the files that could be read.
        reports: how many reports they hold.
        unread: why the others could not.
    """

    def __init__(self, files: _Files, options: argparse.Namespace) -> None:
        self._files, self._options = files, options
        self.read: list[str] = []
        self.reports = 0
        self.unread: dict[str, MttqError] = {}

    def __iter__(self) -> Iterator[Report]:
        bar = Bar(len(self._files))
        for number, (name, why) in enumerate(self._files.items(), start=1):
            bar.at(number, name)
            try:
                subjects = subjects_in(name, self._options, why)
            except REFUSED as error:
                self.unread[name] = error
            else:
                self.read.append(name)
                self.reports += len(subjects)
                yield from (subject.report for subject in subjects)
        bar.clear()


def _each(files: _Files, baseline: Baseline | None, options: argparse.Namespace) -> Iterator[_Outcome]:
    """Yield what came of each file; on a terminal, a bar says which one is at work."""
    project = judging(options)
    bar = Bar(len(files))
    for number, (name, why) in enumerate(files.items(), start=1):
        bar.at(number, name)
        outcomes = _judged(name, why, project, baseline, options)
        bar.clear()
        yield from outcomes


def _judged(
    name: str, why: Phrase | None, project: Project, baseline: Baseline | None, options: argparse.Namespace
) -> list[_Outcome]:
    """Check a file, each of its reports; a mistake in mttq costs that file alone."""
    try:
        subjects = subjects_in(name, options, why, nameless=True)
        _say_what_is_open(name, subjects, options.lang)
        return [_judged_one(name, subject, project, baseline, options) for subject in subjects]
    except REFUSED as error:
        return [_Outcome(name, error.render(lang=options.lang), UNUSABLE)]
    except Exception:
        say(Phrase("{}đề nghị gửi những dòng trên cho tác giả của mttq", format_exc()), options.lang)
        crashed = Phrase("{}: mttq bị lỗi nội bộ, không đối chiếu được", printable(name))
        return [_Outcome(name, label(crashed, options.lang), CRASHED)]


def _judged_one(
    name: str, subject: Subject, project: Project, baseline: Baseline | None, options: argparse.Namespace
) -> _Outcome:
    findings = subject.located(check(subject.report, **project.arguments))
    repairs = (_repairs(subject.report, findings, project),) if options.repairs else ()
    report = subject.report
    about = About(report.title, "" if subject.is_nameless else report.unit.address, repairs)
    return _outcome(f"{name}: {subject.of}" if subject.of else name, findings, baseline, options, about)


def _say_what_is_open(name: str, subjects: Sequence[Subject], lang: Lang) -> None:
    """Say of an office file what is not judged, for nobody knows of which line or unit it is."""
    reading = subjects[0].reading
    if reading is None:
        return
    if reading.unread:
        said = Phrase("{} số liệu chưa đọc được nên không đối chiếu; xem: mttq read", len(reading.unread))
        say(named(name, said), lang)
    for subject in subjects:
        if subject.is_nameless:
            kind = Phrase(subject.report.unit.noun)
            said = Phrase(
                "tệp không nói rõ đơn vị báo cáo, đối chiếu như của một {}; ghi rõ bằng --unit", kind
            )
            say(named(name, said), lang)


def _repairs(report: Report, findings: Findings, project: Project) -> "Repairs":
    """Look into the findings by all rules of the profile: one that is not selected still forbids a repair."""
    from mttq.repairs import localise

    rules, profile = project.rules, project.profile
    whole = attrs.evolve(profile, select=())
    codes = {rule.code for chosen in (profile, whole) for rule in chosen.choose(rules)}
    return localise(report, findings, rules=rules, profile=profile, select=sorted(codes))


def _outcome(
    name: str,
    found: Findings,
    baseline: Baseline | None,
    options: argparse.Namespace,
    about: About = About(),  # noqa: B008 - nothing can change it
) -> _Outcome:
    findings = found
    if baseline is not None:
        findings = baseline.new_in(name, found, together=options.together)
    code = FOUND if findings.where(least=options.fail_on) else CLEAN
    shown = ""
    if options.format in _BY_FILE:
        items = (findings, *(findings if options.explain else ()), *about.more)
        blocks = (render(item, fmt=options.format, lang=options.lang) for item in items)
        shown = stack((heading(name, fmt=options.format, level=1), *blocks), fmt=options.format)
    return _Outcome(name, findings, code, shown, about, len(found) - len(findings))
