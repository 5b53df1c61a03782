"""The command `mttq`: check, compare, show, rules, schema.

Exit codes: 0 nothing to complain of, 1 findings at or above `--fail-on`, 2 an input that cannot be used.
"""

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final, TypeVar, get_args

from mttq import __version__
from mttq.checking import Profile, check, check_all, installed_rules
from mttq.codec import json_schema, load, load_waivers, loads
from mttq.errors import LoadError
from mttq.exporting import FailOn, findings_schema, to_csv, to_junit, to_sarif, to_tsv
from mttq.findings import Finding, Findings
from mttq.localising import localise
from mttq.profiles import PROFILES
from mttq.rendering import render
from mttq.repairs import Repairs
from mttq.report import Report
from mttq.rules import RULES, RuleSet, Severity
from mttq.tables import PAGE, Column, Format, Lang, Table, heading, on_page, stack
from mttq.waivers import Waiver
from mttq.wording import name_of, words

__all__ = ["main"]

T = TypeVar("T")

CLEAN, FOUND, UNUSABLE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141

_FORMATS: Final = ("text", "markdown", "json", "csv", "tsv", "junit", "sarif")
_FAIL_ON: Final = {severity.name.lower(): severity for severity in reversed(Severity)} | {"never": None}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what follows `mttq` on the command line; that of the process if None.

    Returns:
        the exit code.
    """
    for stream in (sys.stdout, sys.stderr):  # a console of Windows may know no Vietnamese
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        with on_page(_page()):
            code: int = options.run(options)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # `mttq … | head`: the reader has enough
            return PIPE_CLOSED
        print(f"không ghi được kết quả ({error.strerror})", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except _UnusableError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return code


def _page() -> int:
    """Give the width of the page: that of a narrow terminal, whose last column breaks lines on Windows."""
    return min(PAGE, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else PAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mttq", description="Đối chiếu, in báo cáo của Mặt trận Tổ quốc Việt Nam."
    )
    parser.add_argument("--version", action="version", version=f"mttq {__version__}")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    lang = argparse.ArgumentParser(add_help=False)
    lang.add_argument("--lang", choices=get_args(Lang), default="vi", help="ngôn ngữ (mặc định: vi)")
    rules = argparse.ArgumentParser(add_help=False)
    rules.add_argument(
        "--installed-rules", action="store_true", help="thêm các quy tắc của những gói Python đã cài"
    )

    judged = argparse.ArgumentParser(add_help=False, parents=[lang, rules])
    judged.add_argument(
        "--profile", choices=PROFILES, default="default", help="bộ quy tắc (mặc định: default)"
    )
    judged.add_argument("--select", type=_codes, default=(), metavar="MÃ,…", help="chỉ dùng các quy tắc này")
    judged.add_argument("--ignore", type=_codes, default=(), metavar="MÃ,…", help="bỏ các quy tắc này")
    judged.add_argument("--waivers", metavar="TỆP", help="những phát hiện đã chấp nhận, mỗi cái có lý do")
    judged.add_argument(
        "--fail-on", choices=_FAIL_ON, default="error", help="mức làm lệnh trả về 1 (mặc định: error)"
    )

    command = commands.add_parser("check", parents=[judged], help="đối chiếu số liệu của báo cáo")
    command.set_defaults(run=_check)
    command.add_argument(
        "files",
        nargs="+",
        metavar="TỆP",
        help="báo cáo dạng JSON, hoặc thư mục của chúng; - là đầu vào chuẩn",
    )
    command.add_argument("--format", choices=_FORMATS, default="text", help="dạng kết quả")
    command.add_argument(
        "--together", action="store_true", help="đối chiếu cả các báo cáo với nhau, kết quả chung cho các tệp"
    )
    command.add_argument(
        "--previous", action="append", default=[], metavar="TỆP", help="báo cáo trước đây (với --together)"
    )
    command.add_argument(
        "--repairs", action="store_true", help="thêm số liệu có thể ghi nhầm (text, markdown)"
    )

    command = commands.add_parser(
        "compare", parents=[judged], help="phát hiện nào mới, còn lại, không còn so với bản trước"
    )
    command.set_defaults(run=_compare)
    command.add_argument("earlier", metavar="BẢN_TRƯỚC", help="báo cáo dạng JSON")
    command.add_argument("later", metavar="BẢN_SAU", help="báo cáo dạng JSON")
    command.add_argument("--format", choices=get_args(Format), default="text", help="dạng kết quả")

    command = commands.add_parser("show", parents=[lang], help="in báo cáo với các phụ lục")
    command.set_defaults(run=_show)
    command.add_argument("file", metavar="TỆP", help="báo cáo dạng JSON; - là đầu vào chuẩn")
    command.add_argument("--format", choices=get_args(Format), default="text", help="dạng kết quả")

    command = commands.add_parser(
        "rules", parents=[lang, rules], help="các quy tắc, hoặc tất cả về một quy tắc"
    )
    command.set_defaults(run=_rules)
    command.add_argument("code", nargs="?", metavar="MÃ", help="mã của quy tắc")

    command = commands.add_parser("schema", help="JSON Schema của tệp báo cáo hoặc của kết quả đối chiếu")
    command.set_defaults(run=_schema)
    command.add_argument("of", nargs="?", choices=("report", "findings"), default="report", help="của gì")
    return parser


class _UnusableError(Exception):
    """What was given cannot be used; the message says why."""


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(","))


def _files(names: Sequence[str]) -> tuple[str, ...]:
    """Put in the place of each directory its report files, for a console of Windows expands no "*.json"."""
    found = (sorted(map(str, Path(name).rglob("*.json"))) or [name] for name in names)
    return tuple(dict.fromkeys(file for files in found for file in files))


def _rules_of(options: argparse.Namespace) -> RuleSet:
    return installed_rules() if options.installed_rules else RULES


def _profile(options: argparse.Namespace) -> Profile:
    """Give the profile; a code that fits no rule is refused, for it would let everything pass in silence."""
    rules = _rules_of(options)
    for code in (*options.select, *options.ignore):
        if not code or not any(rule.code.startswith(code) for rule in rules):
            raise _UnusableError(f"không có quy tắc nào mang mã {code!r}; xem: mttq rules")
    return PROFILES[options.profile].narrowed(options.select, options.ignore)


def _grave(findings: Iterable[Finding], options: argparse.Namespace) -> bool:
    limit = _FAIL_ON[options.fail_on]
    return limit is not None and any(finding.severity >= limit for finding in findings)


def _check(options: argparse.Namespace) -> int:
    """Check files, and print text file by file, or one document for other programs about all of them."""
    if options.repairs and (options.together or options.format not in get_args(Format)):
        other = "--together" if options.together else f"--format {options.format}"
        raise _UnusableError(f"--repairs không đi với {other}")
    if options.previous and not options.together:
        raise _UnusableError("--previous chỉ đi với --together")
    code = CLEAN
    gathered: dict[str, Findings | str] = {}
    for name, result, repairs in _together(options) if options.together else _results(options):
        if isinstance(result, str):
            print(result, file=sys.stderr)
            code = UNUSABLE
        elif _grave(result, options):
            code = max(code, FOUND)
        if options.format not in get_args(Format):
            gathered[name] = result
        elif isinstance(result, Findings):
            shown = [render(item, options.format, options.lang) for item in (result, *repairs)]
            print(stack((heading(name, options.format, 1), *shown), options.format) + "\n")
    if options.format not in get_args(Format):
        print(_document(gathered, options.format, options.lang, options.fail_on), end="")
    return code


def _document(results: Mapping[str, Findings | str], fmt: str, lang: Lang, fail_on: FailOn) -> str:
    """Give one document on all files; JSON has by file its findings, or in `error` why it cannot be read."""
    match fmt:
        case "csv":
            return to_csv(results, lang)
        case "tsv":
            return to_tsv(results, lang)
        case "junit":
            return to_junit(results, lang, fail_on=fail_on)
        case "sarif":
            return to_sarif(results, lang) + "\n"
        case _:
            by_file = {
                name: {"error": result} if isinstance(result, str) else json.loads(result.to_json(lang))
                for name, result in results.items()
            }
            return json.dumps(by_file, ensure_ascii=False, indent=2) + "\n"


def _together(options: argparse.Namespace) -> Iterator[tuple[str, Findings | str, tuple[Repairs, ...]]]:
    """Give why files cannot be read, then what is found in all others and between them."""
    read = {name: _read(name) for name in _files(options.files)}
    for name, report in read.items():
        if isinstance(report, str):
            yield name, report, ()
    reports = {name: report for name, report in read.items() if isinstance(report, Report)}
    if reports:
        findings = check_all(
            reports.values(),
            previous=[_opened(load, name) for name in _files(options.previous)],
            rules=_rules_of(options),
            profile=_profile(options),
            waivers=_waivers(options),
        )
        yield ", ".join(reports), findings, ()


def _results(options: argparse.Namespace) -> Iterator[tuple[str, Findings | str, tuple[Repairs, ...]]]:
    """Give what is found in each file, or why it cannot be read, and the repairs where they are asked for.

    On a terminal, say which file is at work.
    """
    rules, profile, waivers = _rules_of(options), _profile(options), _waivers(options)
    names = _files(options.files)
    shown = len(names) > 1 and sys.stderr.isatty()
    for number, name in enumerate(names, start=1):
        progress = f"[{number}/{len(names)}] {name}"[:79] if shown else ""
        print(progress, end="", file=sys.stderr, flush=True)
        report = _read(name)
        result: Findings | str
        repairs: tuple[Repairs, ...] = ()
        if isinstance(report, str):
            result = report
        else:
            result = check(report, rules=rules, profile=profile, waivers=waivers)
            repairs = (localise(report, result, rules=rules, profile=profile),) if options.repairs else ()
        wiped = f"\r{' ' * len(progress)}\r" if shown else ""
        print(wiped, end="", file=sys.stderr, flush=True)
        yield name, result, repairs


def _waivers(options: argparse.Namespace) -> tuple[Waiver, ...]:
    return _opened(load_waivers, options.waivers) if options.waivers else ()


def _read(name: str) -> Report | str:
    """Read a report, or say why it cannot be read."""
    try:
        return loads(sys.stdin.buffer.read()) if name == "-" else _opened(load, name)
    except (LoadError, _UnusableError) as error:
        return str(error)


def _opened(read: Callable[[str], T], name: str) -> T:
    """Read a file.

    Raises:
        _UnusableError: it cannot be read; the message says why.
    """
    try:
        return read(name)
    except FileNotFoundError:
        raise _UnusableError(f"{name}: không có tệp này") from None
    except OSError as error:
        folder = "là thư mục" if any(Path(name).rglob("*.json")) else "là thư mục không có tệp .json nào"
        why = folder if Path(name).is_dir() else f"không đọc được tệp ({error.strerror})"
        raise _UnusableError(f"{name}: {why}") from None
    except LoadError as error:
        raise _UnusableError(str(error)) from None


def _compare(options: argparse.Namespace) -> int:
    """Check two versions of a report, and say what changed; new findings make the exit code."""
    rules, profile, waivers = _rules_of(options), _profile(options), _waivers(options)
    earlier, later = (
        check(_opened(load, name), rules=rules, profile=profile, waivers=waivers)
        for name in (options.earlier, options.later)
    )
    comparison = later.compare(earlier)
    print(render(comparison, options.format, options.lang))
    return FOUND if _grave(comparison.new, options) else CLEAN


def _show(options: argparse.Namespace) -> int:
    report = _read(options.file)
    if isinstance(report, str):
        raise _UnusableError(report)
    if options.format == "html":  # a page, since a browser must be told that it is UTF-8
        title = escape(report.title)
        print(
            f'<!doctype html>\n<html lang="{options.lang}">\n<meta charset="utf-8">\n<title>{title}</title>'
        )
    print(render(report, options.format, options.lang))
    return CLEAN


def _rules(options: argparse.Namespace) -> int:
    rules = _rules_of(options)
    code = options.code and options.code.upper()
    if code is None:
        print(_list(rules, options.lang))
    elif code in rules:
        from mttq.rulebook import tell

        print(tell(rules[code], "text", options.lang))
    else:
        raise _UnusableError(f"không có quy tắc {options.code!r}; xem: mttq rules")
    return CLEAN


def _list(rules: RuleSet, lang: Lang) -> str:
    rows = tuple((rule.code, name_of(rule.severity, lang), rule.words(lang)[0]) for rule in rules)
    columns = tuple(Column(words(lang)[key]) for key in ("code", "severity", "title"))
    return render(Table(title=words(lang)["rules"], columns=columns, rows=rows))


def _schema(options: argparse.Namespace) -> int:
    schema = json_schema() if options.of == "report" else findings_schema()
    print(json.dumps(schema, ensure_ascii=False, indent=2))
    return CLEAN
