"""The command `mttq`: check, read, compare, show, rules, schema."""

import argparse
import io
import json
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from html import escape
from pathlib import PurePath
from traceback import format_exc
from typing import Final, NamedTuple, TextIO, TypeVar, get_args

from mttq._files.opening import report_files, why_unusable
from mttq.checking import (
    FailOn,
    Finding,
    Findings,
    Profile,
    Waiver,
    check,
    check_all,
    dump_waivers,
    installed_rules,
    load_waivers,
    waivers_schema,
)
from mttq.checking._findings import counted, counted_by_severity
from mttq.checking._identities import renewed
from mttq.checking._profiles import profile_of
from mttq.cli._exit_codes import CLEAN, CRASHED, FOUND, INTERRUPTED, PIPE_CLOSED, UNUSABLE
from mttq.cli._office import Subject, is_office, read_office, report_of, subjects_of
from mttq.cli._parser import lang_of, parser
from mttq.codec import dump, dumps, json_schema, load, loads
from mttq.errors import (
    ArgumentError,
    CodeError,
    DeclarationError,
    LoadError,
    MttqError,
    UnitFormatError,
)
from mttq.exporting import findings_schema, to_csv, to_junit, to_sarif, to_tsv
from mttq.reading import Hints, Reading
from mttq.rendering import render
from mttq.repairs import Repairs, localise
from mttq.report import Report
from mttq.rules import RULES, RuleSet, load_rules
from mttq.rules._kit.selection import chosen_by, codes_in, see_that_rules_begin_so
from mttq.tables import PAGE, Column, Format, Lang, Table, heading, on_page, paragraph, stack
from mttq.wording import Phrase, asked_lang, label, name_of, words
from mttq.wording._unicode import escaped, printable

__all__ = ["main"]

T = TypeVar("T")

_SCHEMAS: Final = {"report": json_schema, "findings": findings_schema, "waivers": waivers_schema}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what follows `mttq` on the command line; that of the process if None.

    Returns:
        the exit code.

    Raises:
        SystemExit: help or the version was asked for (0), or the command is wrongly written (2).
    """
    if sys.stderr is None:  # closed, as by `2>&-`; print would write to standard output instead
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):  # noqa: PTH123
            return main(arguments)
    lang = lang_of(arguments)
    if sys.stdout is None:
        _say(Phrase("không ghi được kết quả: đầu ra chuẩn đã đóng"), lang)
        return UNUSABLE
    for stream in (sys.stdout, sys.stderr):  # a console of Windows may know no Vietnamese
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments, lang)
    except _UnwrittenError as error:
        _silence(sys.stdout)
        if isinstance(error.__cause__, BrokenPipeError):  # `mttq … | head`: the reader has enough
            return PIPE_CLOSED
        _say(error.message, lang)
        return UNUSABLE


def _run(arguments: Sequence[str] | None, lang: Lang) -> int:
    try:
        options = parser(lang).parse_args(arguments)
        options.lang = _lang(options)
        with on_page(_page()):
            return _exit_code(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except _REFUSED as error:
        _say(error.render(lang=lang))
        return UNUSABLE
    finally:
        _write(end="", flush=True)


def _lang(options: argparse.Namespace) -> Lang:
    """Return the language asked for.

    Raises:
        _UnusableError: the variable MTTQ_LANG names an unknown one.
    """
    try:
        return asked_lang(getattr(options, "lang", None))
    except ArgumentError as error:
        raise _UnusableError(Phrase("{}: {}", "MTTQ_LANG", error.message)) from None


def _exit_code(options: argparse.Namespace) -> int:
    """Do what is asked for; no rule of a package ends the command as if nothing had been found."""
    try:
        return _COMMANDS[options.command](options)
    except SystemExit as error:
        raise RuntimeError(f"sys.exit({error.code!r})") from error


class _UnusableError(MttqError):
    """What was given cannot be used; the message says why."""


_REFUSED: Final = (_UnusableError, LoadError, UnitFormatError)
"""By what a file, a code or an option is refused."""


class _UnwrittenError(MttqError):
    """The result cannot be written; the message says why."""


def _write(text: str = "", end: str = "\n", *, flush: bool = False) -> None:
    """Write a part of the result.

    Raises:
        _UnwrittenError: it cannot be written.
    """
    try:
        print(printable(text, lines=True), end=end, flush=flush)
    except OSError as error:
        raise _UnwrittenError(Phrase("không ghi được kết quả: {}", why_unusable(error))) from error


def _say(text: str, lang: Lang = "vi", end: str = "\n") -> None:
    """Say on standard error what is no result; where nobody can read it, the exit code must do."""
    try:
        print(printable(label(text, lang), lines=True), end=end, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let Python find nothing to complain of when it flushes a stream at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _page() -> int:
    """Return the width of the page: that of a narrow terminal, whose last column breaks lines on Windows."""
    return min(PAGE, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else PAGE


def _files(names: Sequence[str]) -> dict[str, Phrase | None]:
    """Put in the place of each directory its report files, because a console of Windows expands no "*.json".

    Returns:
        by name why it can be no report, None if reading must show that; a file under two names is there once.
    """
    found: dict[str, tuple[str, Phrase | None]] = {}
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112 - Path("") is the working folder
            found.setdefault(name if name in ("", "-") else os.path.realpath(name), (name, None))
            continue
        files, unread = report_files(name)
        for error in unread:
            why = Phrase("{}: không đọc được thư mục ({})", printable(error.filename), why_unusable(error))
            found[error.filename] = (error.filename, why)
        for file in files:
            found.setdefault(os.path.realpath(file), (file, None))
        if not files and not unread:
            found[name] = (name, Phrase("{}: là thư mục không có tệp .json nào", printable(name)))
    return dict(found.values())


def _named(name: str, why: str) -> Phrase:
    """Say what is the matter with a file; a name may hold anything."""
    return Phrase("{}: {}", printable(name), why)


def _rules_of(options: argparse.Namespace) -> RuleSet:
    try:
        rules = installed_rules() if options.installed_rules else RULES
    except DeclarationError as error:
        raise _UnusableError(Phrase("{}: {}", "--installed-rules", error.message)) from None
    if not options.rules:
        return rules
    more = [one for file in options.rules for one in _opened(load_rules, file)]
    try:
        return RuleSet([*rules, *more])
    except DeclarationError as error:  # two files have one code
        raise _UnusableError(Phrase("{}: {}", "--rules", error.message)) from None


def _profile(options: argparse.Namespace) -> Profile:
    """Return the profile; one code that fits no rule would let everything pass in silence."""
    for name in ("select", "ignore"):  # a variable of a script that was not set
        text = getattr(options, name)
        if text is not None and not codes_in(name, text):
            raise _UnusableError(Phrase("--{}: chưa ghi mã quy tắc nào", name))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        profile = profile_of(options.profile, select=options.select, ignore=options.ignore)
    _repeat(caught, options.lang)
    try:
        profile.choose(_rules_of(options))
    except CodeError as error:
        raise _UnusableError(Phrase("{}; xem: mttq rules", error.message)) from None
    return profile


def _repeat(caught: Iterable[warnings.WarningMessage], lang: Lang) -> None:
    """Say what was warned of, in the language of its reader."""
    for warning in caught:
        (text,) = warning.message.args if isinstance(warning.message, Warning) else (warning.message,)
        _say(text, lang)


def _check(options: argparse.Namespace) -> int:
    """Check files, and print text file by file, or one document for other programs about all of them."""
    _see_that_options_go_together(options)
    code, waived = CLEAN, list[Finding]()
    is_text = options.format in get_args(Format)
    gathered: dict[str, Findings | str] = {}
    for outcome in _together(options) if options.together else _each(options):
        code = max(code, outcome.code)
        if isinstance(outcome.result, str):
            _say(outcome.result)
        else:
            waived += outcome.result.waived
        gathered[outcome.name] = outcome.result
        if is_text and isinstance(outcome.result, Findings):
            _write(f"{outcome.shown}\n")
    if not is_text:
        _write(_document(gathered, options.format, options.lang, options.fail_on), end="")
    elif len(gathered) > 1:
        _write(paragraph([_in_all(gathered.values(), options.lang)], fmt=options.format))
    if options.rewrite_waivers is not None:
        _rewrite(options, waived)
    return code


def _in_all(results: Iterable[Findings | str], lang: Lang) -> str:
    """Say of several files what was found: "12 báo cáo: 6 lỗi, 34 cảnh báo; 2 tệp không đọc được"."""
    listed = list(results)
    read = [result for result in listed if isinstance(result, Findings)]
    found = counted_by_severity((finding for findings in read for finding in findings), lang)
    said = [f"{counted('reports', len(read), lang)}: {found or words(lang)['reports.clean']}"]
    if len(read) < len(listed):
        said.append(counted("unread", len(listed) - len(read), lang))
    return "; ".join(said)


def _see_that_options_go_together(options: argparse.Namespace) -> None:
    if options.repairs and (options.together or options.format not in get_args(Format)):
        if options.together:
            raise _UnusableError(Phrase("không dùng được --repairs cùng --together"))
        said = Phrase("không dùng được --repairs cùng --format {}; dùng text hoặc markdown", options.format)
        raise _UnusableError(said)
    if options.previous and not options.together:
        raise _UnusableError(Phrase("{} chỉ dùng được cùng {}", "--previous", "--together"))
    if options.rewrite_waivers is not None and options.waivers is None:
        raise _UnusableError(Phrase("{} chỉ dùng được cùng {}", "--rewrite-waivers", "--waivers"))


def _rewrite(options: argparse.Namespace, waived: Iterable[Finding]) -> None:
    """Rewrite the waivers, and say how many could not be brought to the new form."""
    file, waivers = options.rewrite_waivers, renewed(_waivers(options), waived)
    _see_that_it_is_named(file)
    try:
        dump_waivers(waivers, file)
    except OSError as error:
        raise _UnusableError(_named(file, why_unusable(error))) from None
    written = Phrase("{}: đã ghi {} giải trình đã chấp nhận", printable(file), len(waivers))
    left = sum(waiver.is_old for waiver in waivers)
    kept = Phrase("{}; {} giữ dạng cũ vì không ứng với phát hiện nào ở đây", written, left)
    _say(kept if left else written, options.lang)


def _waivers(options: argparse.Namespace) -> tuple[Waiver, ...]:
    """Read the waivers, and say if they are out of date and are not written anew."""
    if options.waivers is None:
        return ()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        waivers = _opened(load_waivers, options.waivers)
    if getattr(options, "rewrite_waivers", None) is None:
        _repeat(caught, options.lang)
    return waivers


class _Demands(NamedTuple):
    """By what the command line wants reports to be judged."""

    rules: RuleSet
    profile: Profile
    waivers: tuple[Waiver, ...]


class _Outcome(NamedTuple):
    """What came of a file, or of several together: findings, or why there are none."""

    name: str
    result: Findings | str
    code: int
    shown: str = ""


def _document(results: Mapping[str, Findings | str], fmt: str, lang: Lang, fail_on: FailOn) -> str:
    """Return one document on all files; JSON has by file its findings, or in `error` why there are none."""
    match fmt:
        case "csv":
            return to_csv(results, lang=lang)
        case "tsv":
            return to_tsv(results, lang=lang)
        case "junit":
            return to_junit(results, lang=lang, fail_on=fail_on)
        case "sarif":
            return to_sarif(results, lang=lang) + "\n"
        case _:
            by_file = {
                name: {"error": result} if isinstance(result, str) else json.loads(result.to_json(lang=lang))
                for name, result in results.items()
            }
            return escaped(json.dumps(by_file, ensure_ascii=False, indent=2)) + "\n"


def _together(options: argparse.Namespace) -> Iterator[_Outcome]:
    """Yield why files cannot be read, then what is found in all others and between them."""
    demands = _demands(options)
    read, unread = _read_all(options.files, options)
    before, unread_before = _read_all(options.previous, options)
    for name, error in (unread | unread_before).items():
        yield _Outcome(name, error.render(lang=options.lang), UNUSABLE)
    if read:
        reports, previous = (
            [subject.report for subjects in found.values() for subject in subjects]
            for found in (read, before)
        )
        findings = check_all(reports, previous=previous, **demands._asdict())
        yield _outcome(", ".join(read), findings, options)


def _read_all(
    names: Sequence[str], options: argparse.Namespace
) -> tuple[dict[str, list[Subject]], dict[str, MttqError]]:
    """Read reports; return those that can be read, and why the others cannot."""
    found: dict[str, list[Subject]] = {}
    unread: dict[str, MttqError] = {}
    for name, why in _files(names).items():
        try:
            found[name] = _subjects(name, options, why)
        except _REFUSED as error:
            unread[name] = error
    return found, unread


def _each(options: argparse.Namespace) -> Iterator[_Outcome]:
    """Yield what came of each file; on a terminal, say which one is at work."""
    demands = _demands(options)
    files = _files(options.files)
    shown = len(files) > 1 and sys.stderr.isatty()
    for number, (name, why) in enumerate(files.items(), start=1):
        progress = f"[{number}/{len(files)}] {printable(name)}"[:79] if shown else ""
        _say(progress, end="")
        outcomes = _judged(name, why, demands, options)
        _say("", end=f"\r{' ' * len(progress)}\r" if shown else "")
        yield from outcomes


def _judged(name: str, why: Phrase | None, demands: _Demands, options: argparse.Namespace) -> list[_Outcome]:
    """Check a file, each of its reports; a mistake in mttq costs that file alone."""
    try:
        subjects = _subjects(name, options, why, nameless=True)
        _say_what_is_open(name, subjects, options.lang)
        return [_judged_one(name, subject, demands, options) for subject in subjects]
    except _REFUSED as error:
        return [_Outcome(name, error.render(lang=options.lang), UNUSABLE)]
    except Exception:
        _say(Phrase("{}đề nghị gửi những dòng trên cho tác giả của mttq", format_exc()), options.lang)
        crashed = Phrase("{}: mttq bị lỗi nội bộ, không đối chiếu được", printable(name))
        return [_Outcome(name, label(crashed, options.lang), CRASHED)]


def _judged_one(name: str, subject: Subject, demands: _Demands, options: argparse.Namespace) -> _Outcome:
    findings = subject.located(check(subject.report, **demands._asdict()))
    repairs = (_repairs(subject.report, findings, demands, options),) if options.repairs else ()
    return _outcome(f"{name}: {subject.of}" if subject.of else name, findings, options, *repairs)


def _say_what_is_open(name: str, subjects: Sequence[Subject], lang: Lang) -> None:
    """Say of an office file what is not judged, for nobody knows of which line or unit it is."""
    reading = subjects[0].reading
    if reading is None:
        return
    if reading.unread:
        said = Phrase("{} số liệu chưa đọc được nên không đối chiếu; xem: mttq read", len(reading.unread))
        _say(_named(name, said), lang)
    for subject in subjects:
        if subject.is_nameless:
            kind = Phrase(subject.report.unit.kind.noun)
            said = Phrase(
                "tệp không nói rõ đơn vị báo cáo, đối chiếu như của một {}; ghi rõ bằng --unit", kind
            )
            _say(_named(name, said), lang)


def _repairs(report: Report, findings: Findings, demands: _Demands, options: argparse.Namespace) -> Repairs:
    """Look into the findings by all rules of the profile: one that is not selected still forbids a repair."""
    rules, profile, _ = demands
    whole = profile_of(options.profile, ignore=options.ignore)
    codes = {rule.code for chosen in (profile, whole) for rule in chosen.choose(rules)}
    return localise(report, findings, rules=rules, profile=profile, select=sorted(codes))


def _outcome(name: str, findings: Findings, options: argparse.Namespace, *more: object) -> _Outcome:
    code = FOUND if findings.where(least=options.fail_on) else CLEAN
    if options.format not in get_args(Format):
        return _Outcome(name, findings, code)
    blocks = (render(item, fmt=options.format, lang=options.lang) for item in (findings, *more))
    shown = stack((heading(name, fmt=options.format, level=1), *blocks), fmt=options.format)
    return _Outcome(name, findings, code, shown)


def _demands(options: argparse.Namespace) -> _Demands:
    demands = _Demands(_rules_of(options), _profile(options), _waivers(options))
    if not demands.profile.choose(demands.rules):  # a check by no rule would pass for good
        raise _UnusableError(Phrase("--profile, --select và --ignore không để lại quy tắc nào"))
    return demands


def _subjects(
    name: str, options: argparse.Namespace, why: Phrase | None = None, *, nameless: bool = False
) -> list[Subject]:
    """Read a report, or an office file with the reports that it holds; - is standard input.

    Raises:
        _UnusableError: it cannot be read, or `why` says so already.
        LoadError: it is no report.
    """
    if why is not None:
        raise _UnusableError(why)
    if is_office(name):
        return _opened(lambda name: [*subjects_of(name, options, nameless=nameless)], name)
    return [Subject(_opened(_standard_input if name == "-" else load, name))]


def _one(name: str, options: argparse.Namespace) -> Subject:
    """Read a file of one report.

    Raises:
        _UnusableError: it cannot be read, or holds several.
        LoadError: it is no report.
    """
    found = _subjects(name, options)
    if len(found) > 1:
        raise _UnusableError(_named(name, Phrase("tệp có số liệu của {} đơn vị, ở đây cần một", len(found))))
    return found[0]


def _standard_input(name: str) -> Report:
    if sys.stdin is None:
        raise _UnusableError(Phrase("{}: đầu vào chuẩn đã đóng", name))
    try:
        return loads(sys.stdin.buffer.read())
    except LoadError as error:
        raise error.of(name) from None


def _opened(read: Callable[[str], T], name: str) -> T:
    """Read a file.

    Raises:
        _UnusableError: it cannot be read; the message says why.
        LoadError: it holds something else.
    """
    _see_that_it_is_named(name)
    try:
        return read(name)
    except OSError as error:
        raise _UnusableError(_named(name, why_unusable(error))) from None
    except MemoryError:
        raise _UnusableError(Phrase("{}: tệp quá lớn, không đủ bộ nhớ để đọc", printable(name))) from None


def _see_that_it_is_named(name: str) -> None:
    """Refuse an empty name: a variable of a script that was not set, and no name of the working folder."""
    if not name:
        raise _UnusableError(Phrase("tên tệp để trống"))


def _compare(options: argparse.Namespace) -> int:
    """Check two versions of a report, and say what changed; new findings make the exit code."""
    demands = _demands(options)._asdict()
    earlier, later = (
        subject.located(check(subject.report, **demands))
        for subject in (_one(name, options) for name in (options.earlier, options.later))
    )
    comparison = later.compare(earlier)
    _write(render(comparison, fmt=options.format, lang=options.lang))
    return FOUND if comparison.new.where(least=options.fail_on) else CLEAN


def _show(options: argparse.Namespace) -> int:
    report = _one(options.file, options).report
    if options.format == "html":  # a page, since a browser must be told that it is UTF-8
        title = escape(printable(report.title))
        _write(
            f'<!doctype html>\n<html lang="{options.lang}">\n<meta charset="utf-8">\n<title>{title}</title>'
        )
    _write(render(report, fmt=options.format, lang=options.lang))
    return CLEAN


def _read(options: argparse.Namespace) -> int:
    """Read office files, print what was read and what was not, and write the reports."""
    code, reports, readings = CLEAN, dict[str, Report](), list[Reading]()
    for name in options.files:
        try:
            reading = _opened(lambda name: read_office(name, options), name)
            if options.output is not None:
                reports |= _reports_in(name, reading, options)
        except _REFUSED as error:
            _say(error.render(lang=options.lang))
            code = max(code, UNUSABLE)
            continue
        readings.append(reading)
        code = max(code, FOUND if reading.unread else CLEAN)
        if options.output != "-":
            shown = render(reading, fmt=options.format, lang=options.lang)
            _write(stack((heading(name, fmt=options.format, level=1), shown), fmt=options.format) + "\n")
    _write_reports(reports, options)
    if options.write_hints is not None:
        _saved(options.write_hints, _hints_of(readings))
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
    _see_that_it_is_named(options.output)
    if options.output == "-":
        for report in reports.values():
            _write(dumps(report), end="")
    elif os.path.isdir(options.output):  # noqa: PTH112 - Path("") is the working folder
        for name, report in reports.items():
            _saved(os.path.join(options.output, name), report)  # noqa: PTH118
    elif len(reports) > 1:
        raise _UnusableError(_named(options.output, Phrase("có {} báo cáo, cần một thư mục", len(reports))))
    else:
        _saved(options.output, *reports.values())


def _hints_of(readings: Iterable[Reading]) -> Hints:
    """Return what is still open in several files, as one file of hints to be completed."""
    found = [reading.hints() for reading in readings]
    return Hints(
        lines={label: means for hints in found for label, means in hints.lines.items()},
        columns={head: means for hints in found for head, means in hints.columns.items()},
    )


def _saved(name: str, thing: Report | Hints) -> None:
    """Write a report, or hints.

    Raises:
        _UnusableError: it cannot be written.
    """
    _see_that_it_is_named(name)
    try:
        if isinstance(thing, Report):
            dump(thing, name)
        else:
            thing.save(name)
    except OSError as error:
        raise _UnusableError(_named(name, why_unusable(error))) from None


def _rules(options: argparse.Namespace) -> int:
    """Print all about one rule, or list the rules that codes and families choose."""
    rules = _rules_of(options)
    codes = codes_in("codes", options.codes)
    if len(codes) == 1 and codes[0] in rules:
        from mttq.rulebook import tell

        _write(tell(rules[codes[0]], lang=options.lang))
        return CLEAN
    try:
        see_that_rules_begin_so(codes, rules.names)
    except CodeError as error:
        raise _UnusableError(Phrase("{}; xem: mttq rules", error.message)) from None
    is_chosen = chosen_by(codes, rules.names)
    _write(_list(RuleSet(rule for rule in rules if not codes or is_chosen(rule.code)), options.lang))
    return CLEAN


def _list(rules: RuleSet, lang: Lang) -> str:
    rows = tuple((rule.code, name_of(rule.severity, lang), rule.words(lang)[0]) for rule in rules)
    columns = tuple(Column(words(lang)[key]) for key in ("code", "severity", "title"))
    return render(Table(title=words(lang)["rules"], columns=columns, rows=rows))


def _schema(options: argparse.Namespace) -> int:
    _write(json.dumps(_SCHEMAS[options.of](lang=_lang(options)), ensure_ascii=False, indent=2))
    return CLEAN


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "check": _check,
    "read": _read,
    "compare": _compare,
    "show": _show,
    "rules": _rules,
    "schema": _schema,
}
