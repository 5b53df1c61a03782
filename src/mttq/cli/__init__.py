"""The command `mttq`: check, compare, show, rules, schema."""

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
from traceback import format_exc
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO, TypeVar, get_args

from mttq import __version__
from mttq._nearest import meant
from mttq._unicode import escaped, printable
from mttq.checking import (
    PROFILES,
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
from mttq.checking._identities import renewed
from mttq.checking._profiles import profile_of
from mttq.cli._exit_codes import CLEAN, CRASHED, FOUND, INTERRUPTED, PIPE_CLOSED, UNUSABLE
from mttq.codec import json_schema, load, loads
from mttq.codec._opening import report_files, why_unread
from mttq.errors import CodeError, DeclarationError, LoadError
from mttq.exporting import findings_schema, to_csv, to_junit, to_sarif, to_tsv
from mttq.rendering import render
from mttq.repairs import localise
from mttq.report import Report
from mttq.rules import RULES, RuleSet
from mttq.rules._kit.selection import codes_in
from mttq.tables import PAGE, Column, Format, Lang, Table, heading, on_page, stack
from mttq.wording import name_of, words

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["main"]

T = TypeVar("T")

_FORMATS: Final = ("text", "markdown", "json", "csv", "tsv", "junit", "sarif")
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
    if sys.stdout is None:
        _say("không ghi được kết quả (đầu ra chuẩn đã đóng)")
        return UNUSABLE
    for stream in (sys.stdout, sys.stderr):  # a console of Windows may know no Vietnamese
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments)
    except _UnwrittenError as error:
        _silence(sys.stdout)
        if isinstance(error.__cause__, BrokenPipeError):  # `mttq … | head`: the reader has enough
            return PIPE_CLOSED
        _say(str(error))
        return UNUSABLE


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        with on_page(_page()):
            return _exit_code(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except _UnusableError as error:
        _say(str(error))
        return UNUSABLE
    finally:
        _write(end="", flush=True)


def _exit_code(options: argparse.Namespace) -> int:
    """Do what is asked for; no rule of a package ends the command as if nothing had been found."""
    try:
        code: int = options.run(options)
    except SystemExit as error:
        raise RuntimeError(f"sys.exit({error.code!r})") from error
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that shows no file name as it is: one that begins with "-" is taken for an option."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        super()._print_message(printable(message, lines=True), file)


class _UnusableError(Exception):
    """What was given cannot be used; the message says why."""


class _UnwrittenError(Exception):
    """The result cannot be written; the message says why."""


def _write(text: str = "", end: str = "\n", *, flush: bool = False) -> None:
    """Write a part of the result.

    Raises:
        _UnwrittenError: it cannot be written.
    """
    try:
        print(printable(text, lines=True), end=end, flush=flush)
    except OSError as error:
        raise _UnwrittenError(f"không ghi được kết quả ({error.strerror})") from error


def _say(text: str, end: str = "\n") -> None:
    """Say on standard error what is no result; where nobody can read it, the exit code must do."""
    try:
        print(printable(text, lines=True), end=end, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let Python find nothing to complain of when it flushes a stream at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _page() -> int:
    """Return the width of the page: that of a narrow terminal, whose last column breaks lines on Windows."""
    return min(PAGE, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else PAGE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mttq", description="Đối chiếu số liệu và in báo cáo của Mặt trận Tổ quốc Việt Nam."
    )
    parser.add_argument("--version", action="version", version=f"mttq {__version__}")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    lang = _Parser(add_help=False)
    lang.add_argument("--lang", choices=get_args(Lang), default="vi", help="ngôn ngữ (mặc định: vi)")
    rules = _Parser(add_help=False)
    rules.add_argument(
        "--installed-rules", action="store_true", help="dùng thêm quy tắc của các gói Python đã cài"
    )

    judged = _Parser(add_help=False, parents=[lang, rules])
    judged.add_argument(
        "--profile", choices=PROFILES, default="default", help="bộ quy tắc (mặc định: default)"
    )
    judged.add_argument("--select", metavar="MÃ,…", help="chỉ dùng các quy tắc này")
    judged.add_argument("--ignore", metavar="MÃ,…", help="bỏ các quy tắc này")
    judged.add_argument("--waivers", metavar="TỆP", help="tệp các giải trình đã chấp nhận, mỗi mục có lý do")
    judged.add_argument(
        "--fail-on",
        choices=get_args(FailOn),
        default="error",
        help="mức độ nhẹ nhất làm lệnh kết thúc với mã 1 (mặc định: error)",
    )

    command = commands.add_parser("check", parents=[judged], help="đối chiếu số liệu của báo cáo")
    command.set_defaults(run=_check)
    command.add_argument(
        "files",
        nargs="+",
        metavar="TỆP",
        help="tệp báo cáo JSON hoặc thư mục chứa các tệp đó; “-” để đọc từ đầu vào chuẩn",
    )
    command.add_argument(
        "--format", choices=_FORMATS, default="text", help="định dạng kết quả (mặc định: text)"
    )
    command.add_argument(
        "--together", action="store_true", help="đối chiếu cả giữa các báo cáo, in một kết quả chung"
    )
    command.add_argument(
        "--previous",
        action="append",
        default=[],
        metavar="TỆP",
        help="báo cáo kỳ trước, bản trước (chỉ dùng với --together)",
    )
    command.add_argument(
        "--rewrite-waivers",
        metavar="TỆP",
        help="ghi lại các giải trình của --waivers theo dạng mới, vào tệp này",
    )
    command.add_argument(
        "--repairs", action="store_true", help="in thêm các số liệu có thể ghi nhầm (chỉ với text, markdown)"
    )

    command = commands.add_parser(
        "compare", parents=[judged], help="so sánh phát hiện của hai bản: mới, còn, đã khắc phục"
    )
    command.set_defaults(run=_compare)
    command.add_argument("earlier", metavar="BẢN_TRƯỚC", help="tệp báo cáo JSON")
    command.add_argument("later", metavar="BẢN_SAU", help="tệp báo cáo JSON")
    command.add_argument(
        "--format", choices=get_args(Format), default="text", help="định dạng kết quả (mặc định: text)"
    )

    command = commands.add_parser("show", parents=[lang], help="in báo cáo kèm phụ lục")
    command.set_defaults(run=_show)
    command.add_argument("file", metavar="TỆP", help="tệp báo cáo JSON; “-” để đọc từ đầu vào chuẩn")
    command.add_argument(
        "--format", choices=get_args(Format), default="text", help="định dạng kết quả (mặc định: text)"
    )

    command = commands.add_parser(
        "rules", parents=[lang, rules], help="danh mục quy tắc, hoặc nội dung một quy tắc"
    )
    command.set_defaults(run=_rules)
    command.add_argument("code", nargs="?", metavar="MÃ", help="mã của quy tắc")

    command = commands.add_parser("schema", help="JSON Schema của tệp báo cáo, của kết quả đối chiếu …")
    command.set_defaults(run=_schema)
    command.add_argument(
        "of",
        nargs="?",
        choices=_SCHEMAS,
        default="report",
        help="của tệp báo cáo (report), kết quả đối chiếu (findings) hoặc giải trình đã chấp nhận (waivers)",
    )
    return parser


def _files(names: Sequence[str]) -> dict[str, str]:
    """Put in the place of each directory its report files, for a console of Windows expands no "*.json".

    Returns:
        by name why it can be no report, "" if reading must show that; a file under two names is there once.
    """
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112 - Path("") is the working folder
            found.setdefault(name if name in ("", "-") else os.path.realpath(name), (name, ""))
            continue
        files, unread = report_files(name)
        for error in unread:
            found[error.filename] = (error.filename, f"không đọc được thư mục ({why_unread(error)})")
        for file in files:
            found.setdefault(os.path.realpath(file), (file, ""))
        if not files and not unread:
            found[name] = (name, "là thư mục không có tệp .json nào")
    return {name: why and _named(name, why) for name, why in found.values()}


def _named(name: str, why: str) -> str:
    """Say what is the matter with a file; a name may hold anything."""
    return f"{printable(name)}: {why}"


def _rules_of(options: argparse.Namespace) -> RuleSet:
    try:
        return installed_rules() if options.installed_rules else RULES
    except DeclarationError as error:
        raise _UnusableError(f"--installed-rules: {error}") from None


def _profile(options: argparse.Namespace) -> Profile:
    """Return the profile; one code that fits no rule would let everything pass in silence."""
    for name in ("select", "ignore"):  # a variable of a script that was not set
        text = getattr(options, name)
        if text is not None and not codes_in(name, text):
            raise _UnusableError(f"--{name}: chưa ghi mã quy tắc nào")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        profile = profile_of(options.profile, select=options.select, ignore=options.ignore)
    for warning in caught:
        _say(str(warning.message))
    try:
        profile.choose(_rules_of(options))
    except CodeError as error:
        raise _UnusableError(f"{error}; xem: mttq rules") from None
    return profile


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
        if not is_text:
            gathered[outcome.name] = outcome.result
        elif isinstance(outcome.result, Findings):
            _write(f"{outcome.shown}\n")
    if not is_text:
        _write(_document(gathered, options.format, options.lang, options.fail_on), end="")
    if options.rewrite_waivers is not None:
        _rewrite(options, waived)
    return code


def _see_that_options_go_together(options: argparse.Namespace) -> None:
    if options.repairs and (options.together or options.format not in get_args(Format)):
        other = "--together" if options.together else f"--format {options.format}"
        raise _UnusableError(f"không dùng được --repairs cùng {other}")
    if options.previous and not options.together:
        raise _UnusableError("--previous chỉ dùng được cùng --together")
    if options.rewrite_waivers is not None and options.waivers is None:
        raise _UnusableError("--rewrite-waivers chỉ dùng được cùng --waivers")


def _rewrite(options: argparse.Namespace, waived: Iterable[Finding]) -> None:
    """Write the waivers anew, and say how many could not be brought to the new form."""
    file, waivers = options.rewrite_waivers, renewed(_waivers(options), waived)
    _see_that_it_is_named(file)
    try:
        dump_waivers(waivers, file)
    except OSError as error:
        raise _UnusableError(_named(file, error.strerror or str(error))) from None
    left = sum(waiver.is_old for waiver in waivers)
    kept = f"; {left} giữ dạng cũ vì không ứng với phát hiện nào ở đây" if left else ""
    _say(f"{printable(file)}: đã ghi {len(waivers)} giải trình đã chấp nhận{kept}")


def _waivers(options: argparse.Namespace) -> tuple[Waiver, ...]:
    """Read the waivers, and say if they are out of date and are not written anew."""
    if options.waivers is None:
        return ()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        waivers = _opened(load_waivers, options.waivers)
    for warning in caught if getattr(options, "rewrite_waivers", None) is None else ():
        _say(str(warning.message))
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
    reports, unread = _read(options.files)
    previous, unread_before = _read(options.previous)
    for name, why in (unread | unread_before).items():
        yield _Outcome(name, why, UNUSABLE)
    if reports:
        findings = check_all(reports.values(), previous=previous.values(), **demands._asdict())
        yield _outcome(", ".join(reports), findings, options)


def _read(names: Sequence[str]) -> tuple[dict[str, Report], dict[str, str]]:
    """Read reports; give those that can be read, and why the others cannot."""
    reports, unread = {}, {}
    for name, why in _files(names).items():
        try:
            reports[name] = _report(name, why)
        except _UnusableError as error:
            unread[name] = str(error)
    return reports, unread


def _each(options: argparse.Namespace) -> Iterator[_Outcome]:
    """Yield what came of each file; on a terminal, say which one is at work."""
    demands = _demands(options)
    files = _files(options.files)
    shown = len(files) > 1 and sys.stderr.isatty()
    for number, (name, why) in enumerate(files.items(), start=1):
        progress = f"[{number}/{len(files)}] {printable(name)}"[:79] if shown else ""
        _say(progress, end="")
        outcome = _judged(name, why, demands, options)
        _say("", end=f"\r{' ' * len(progress)}\r" if shown else "")
        yield outcome


def _judged(name: str, why: str, demands: _Demands, options: argparse.Namespace) -> _Outcome:
    """Check a file; a mistake in mttq costs that file alone."""
    try:
        report = _report(name, why)
        findings = check(report, **demands._asdict())
        rules, profile, _ = demands
        repairs = (localise(report, findings, rules=rules, profile=profile),) if options.repairs else ()
        return _outcome(name, findings, options, *repairs)
    except _UnusableError as error:
        return _Outcome(name, str(error), UNUSABLE)
    except Exception:
        _say(f"{format_exc()}đề nghị gửi những dòng trên cho tác giả của mttq")
        return _Outcome(name, _named(name, "mttq bị lỗi nội bộ, không đối chiếu được"), CRASHED)


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
        raise _UnusableError("--profile, --select và --ignore không để lại quy tắc nào")
    return demands


def _report(name: str, why: str = "") -> Report:
    """Read a report; - is standard input.

    Raises:
        _UnusableError: it cannot be read, or `why` says so already.
    """
    if why:
        raise _UnusableError(why)
    return _opened(_standard_input if name == "-" else load, name)


def _standard_input(name: str) -> Report:
    if sys.stdin is None:
        raise _UnusableError(_named(name, "đầu vào chuẩn đã đóng"))
    try:
        return loads(sys.stdin.buffer.read())
    except LoadError as error:
        raise error.of(name) from None


def _opened(read: Callable[[str], T], name: str) -> T:
    """Read a file.

    Raises:
        _UnusableError: it cannot be read; the message says why.
    """
    _see_that_it_is_named(name)
    try:
        return read(name)
    except OSError as error:
        raise _UnusableError(_named(name, why_unread(error))) from None
    except LoadError as error:
        raise _UnusableError(str(error)) from None
    except MemoryError:
        raise _UnusableError(_named(name, "tệp quá lớn, không đủ bộ nhớ để đọc")) from None


def _see_that_it_is_named(name: str) -> None:
    """Refuse an empty name: a variable of a script that was not set, and no name of the working folder."""
    if not name:
        raise _UnusableError("tên tệp để trống")


def _compare(options: argparse.Namespace) -> int:
    """Check two versions of a report, and say what changed; new findings make the exit code."""
    demands = _demands(options)._asdict()
    earlier, later = (check(_report(name), **demands) for name in (options.earlier, options.later))
    comparison = later.compare(earlier)
    _write(render(comparison, fmt=options.format, lang=options.lang))
    return FOUND if comparison.new.where(least=options.fail_on) else CLEAN


def _show(options: argparse.Namespace) -> int:
    report = _report(options.file)
    if options.format == "html":  # a page, since a browser must be told that it is UTF-8
        title = escape(printable(report.title))
        _write(
            f'<!doctype html>\n<html lang="{options.lang}">\n<meta charset="utf-8">\n<title>{title}</title>'
        )
    _write(render(report, fmt=options.format, lang=options.lang))
    return CLEAN


def _rules(options: argparse.Namespace) -> int:
    rules = _rules_of(options)
    code = options.code and options.code.upper()
    if code is None:
        _write(_list(rules, options.lang))
    elif code in rules:
        from mttq.rulebook import tell

        _write(tell(rules[code], fmt="text", lang=options.lang))
    else:
        near = meant(options.code, [rule.code for rule in rules])
        raise _UnusableError(f"không có quy tắc {options.code!r}{near}; xem: mttq rules")
    return CLEAN


def _list(rules: RuleSet, lang: Lang) -> str:
    rows = tuple((rule.code, name_of(rule.severity, lang), rule.words(lang)[0]) for rule in rules)
    columns = tuple(Column(words(lang)[key]) for key in ("code", "severity", "title"))
    return render(Table(title=words(lang)["rules"], columns=columns, rows=rows))


def _schema(options: argparse.Namespace) -> int:
    _write(json.dumps(_SCHEMAS[options.of](), ensure_ascii=False, indent=2))
    return CLEAN
