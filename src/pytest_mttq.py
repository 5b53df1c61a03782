"""The pytest plugin of mttq: `pytest --mttq reports/` makes a test of each report file and family of rules.

It stands outside the package and imports mttq where it is asked for reports: pytest loads plugins before
anything is measured, so that coverage would miss what the plugin imports, and every other run of pytest would
wait for it.
"""

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr, TracebackStyle

    from mttq import Finding, Findings, Report
    from mttq.checking import Project
    from mttq.cli._office import Subject
    from mttq.wording import Lang

__all__ = ["mttq_check", "mttq_report"]

_LOAD = "load"  # the test of a file that is no report


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("mttq", "reports of the Vietnam Fatherland Front")
    group.addoption(
        "--mttq",
        metavar="PATH",
        action="append",
        default=[],
        help="report file (JSON, Word, Excel ...), or directory of report files (*.json); may be repeated",
    )
    group.addoption(
        "--mttq-fail-on",
        choices=("error", "warning", "info"),
        default="error",
        help="the least severity that fails a test (default: error)",
    )
    group.addoption(
        "--mttq-select", metavar="CODES", default="", help="codes or families to judge: ORG,CRI001"
    )
    group.addoption("--mttq-ignore", metavar="CODES", default="", help="codes or families not to judge")
    group.addoption("--mttq-profile", metavar="NAME", help="default or form-only")
    group.addoption("--mttq-waivers", metavar="PATH", help="file of accepted findings, each with a reason")
    group.addoption(
        "--mttq-lang",
        metavar="LANG",
        type=_spoken,
        help="language of findings and refusals (default: that of MTTQ_LANG, or vi)",
    )
    group.addoption(
        "--mttq-installed-rules", action="store_true", help="judge by the rules of installed packages too"
    )
    group.addoption(
        "--mttq-rules",
        metavar="PATH",
        action="append",
        default=[],
        help="file of rules (TOML) to judge by too; may be repeated",
    )
    group.addoption("--mttq-together", action="store_true", help="check the reports against each other too")
    group.addoption(
        "--mttq-previous",
        metavar="PATH",
        action="append",
        default=[],
        help="earlier reports, for --mttq-together; may be repeated",
    )
    group.addoption(
        "--mttq-config",
        metavar="PATH",
        help="project file (default: the nearest mttq.toml, or pyproject.toml with [tool.mttq])",
    )
    group.addoption("--mttq-no-config", action="store_true", help="use no project file")


def pytest_configure(config: pytest.Config) -> None:
    """Collect the reports in addition to what the command line names, instead of the whole directory."""
    if config.option.mttq_previous and not config.option.mttq_together:
        from mttq.wording import Phrase

        raise _refused(config, Phrase("{} chỉ dùng được cùng {}", "--mttq-previous", "--mttq-together"))
    if config.option.mttq:
        _previous_files(config)
        _report_files(config)  # refuses folders that hold no reports, or cannot be listed
        _project(config)  # refuses a code that no rule has, and waivers that cannot be read
        if config.args_source is not config.ArgsSource.ARGS:
            config.args.clear()


_PROJECT = pytest.StashKey["Project"]()


def _project(config: pytest.Config) -> "Project":
    """Return by what reports are judged: what the project file says, and the command line in its place.

    Modules that the file names are imported, as pytest itself runs the code of the folder.
    """
    from mttq import LoadError, MttqError
    from mttq._files.opening import why_unusable
    from mttq.checking._project import file_meant, project_in, with_arguments
    from mttq.wording import Phrase

    if _PROJECT not in config.stash:
        options = config.option
        try:
            file = file_meant(options.mttq_config, ignored=options.mttq_no_config)
            found = project_in(file, modules=True, installed=options.mttq_installed_rules)
            config.stash[_PROJECT] = project = with_arguments(
                found,
                profile=options.mttq_profile,
                select=options.mttq_select,
                ignore=options.mttq_ignore,
                waivers=options.mttq_waivers,
                rules=options.mttq_rules,
            )
            if not project.profile.choose(project.rules):  # a check by no rule would pass for good
                raise _refused(config, Phrase("profile, select và ignore không để lại quy tắc nào"))
        except LoadError as error:
            raise pytest.UsageError(error.render(lang=_lang(config))) from None
        except OSError as error:
            raise _refused(config, Phrase("{}: {}", str(error.filename), why_unusable(error))) from None
        except MttqError as error:
            raise _refused(config, error.message) from None
    return config.stash[_PROJECT]


def pytest_report_header(config: pytest.Config) -> str | None:
    """Name the project file that has a part in the checks."""
    if not config.option.mttq or _project(config).source is None:
        return None
    return f"mttq: {_printable(str(_project(config).source))}"


def _spoken(name: str) -> str:
    """Take the name of a language.

    Raises:
        ArgumentTypeError: there is no such language.
    """
    from mttq import MttqError
    from mttq.wording import asked_lang

    try:
        return asked_lang(name)
    except MttqError as error:
        raise ArgumentTypeError(str(error)) from None


def _lang(config: pytest.Config) -> "Lang":
    """Return the language of the command line, else that of MTTQ_LANG."""
    from mttq import MttqError
    from mttq.checking._project import lang_meant
    from mttq.wording import asked_lang

    options = config.option
    try:
        return asked_lang(options.mttq_lang, lang_meant(options.mttq_config, ignored=options.mttq_no_config))
    except MttqError as error:
        raise pytest.UsageError(f"MTTQ_LANG: {error}") from None


def _refused(config: pytest.Config, why: str) -> pytest.UsageError:
    """Say why a command line cannot be used, in the language asked for."""
    from mttq.wording import label

    return pytest.UsageError(label(why, _lang(config)))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "_ReportFile | None":
    """Find a report file where a test of it is asked for: `pytest --mttq reports reports/a.json::CRI`."""
    if file_path in _report_files(parent.config):
        return _file_of(parent, file_path)
    return None


def _file_of(parent: pytest.Collector, path: Path) -> "_ReportFile":
    """Make the tests of a file, under a name that does nothing to a terminal."""
    file = _ReportFile.from_parent(parent, path=path)
    name = _printable(file.nodeid)
    return file if name == file.nodeid else _ReportFile.from_parent(parent, path=path, nodeid=name)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Make tests of all report files: pytest itself leaves out pipes, lost links and some folders."""
    asked_for = {item.path for item in items if isinstance(item, _FamilyItem)}
    for path in _report_files(session.config):
        if path not in asked_for:
            items.extend(session.genitems(_file_of(session, path)))
    if session.config.option.mttq_together and _report_files(session.config):
        items.extend(session.genitems(_Together.from_parent(session, name="together", nodeid="together")))


_FILES = pytest.StashKey[dict[Path, None]]()


def _report_files(config: pytest.Config) -> dict[Path, None]:
    """List the files that `--mttq` names, those of a directory by name."""
    if _FILES not in config.stash:
        here, options = config.invocation_params.dir, config.option
        ignored = [_absolute(here, name) for name in (*(options.ignore or ()), *(options.ignore_glob or ()))]
        files = (path for name in options.mttq for path in _in(config, here, "--mttq", name))
        config.stash[_FILES] = {
            file: None
            for file in files
            if not any(fnmatch(str(place), glob) for glob in ignored for place in (file, *file.parents))
        }
    return config.stash[_FILES]


def _previous_files(config: pytest.Config) -> list[Path]:
    """List the files that `--mttq-previous` names."""
    here, names = config.invocation_params.dir, config.option.mttq_previous
    return [path for name in names for path in _in(config, here, "--mttq-previous", name)]


def _absolute(here: Path, name: str) -> str:
    """Name a file as pytest does: links are kept."""
    return os.path.abspath(here / name)  # noqa: PTH100


def _in(config: pytest.Config, here: Path, option: str, name: str) -> Iterator[Path]:
    """Find the report files of a path; what is there and can be no report fails as a test of its own."""
    from mttq._files.opening import report_files, why_unusable
    from mttq.wording import Phrase
    from mttq.wording._unicode import printable

    path = _absolute(here, name)
    if not name or not os.path.lexists(path):
        raise _refused(config, Phrase("{}: không có tệp này", f"{option} {name!r}"))
    if not os.path.isdir(path):  # noqa: PTH112 - a name may be too long
        yield Path(path)
        return
    found, unread = report_files(path)
    if unread:
        said = "{}: không đọc được thư mục ({})"
        told = [Phrase(said, printable(error.filename), why_unusable(error)) for error in unread]
        raise _refused(config, Phrase.joined("\n", told))
    if not found:
        raise _refused(config, Phrase("{}: là thư mục không có tệp .json nào", f"{option} {name}"))
    yield from map(Path, found)


def _families(config: pytest.Config, scope: str) -> dict[str, list[str]]:
    """Return the rules that take part and judge this, "REPORT" or "BATCH": by family their codes."""
    from mttq.rules import Scope

    project, found = _project(config), dict[str, list[str]]()
    for rule in project.profile.choose(project.rules):
        if rule.scope is Scope[scope]:
            found.setdefault(rule.family, []).append(rule.code)
    return found


class _ReportFile(pytest.File):
    """A file of a report, or of those of several units; each is checked once for all of its tests."""

    def collect(self) -> Iterator[pytest.Item]:
        try:
            subjects = _load(self.path, self.config)
        except _NoReportError as error:
            yield _FamilyItem.from_parent(self, name=_LOAD, family=_LOAD, find=partial(_refuse, error))
            return
        unread = _unread(subjects, self.config)
        for subject in subjects:
            find = cache(partial(_findings_of, subject, self.config))
            for family in _families(self.config, "REPORT"):
                name = family if subject.of is None else _printable(f"{family}[{subject.of}]")
                item = _FamilyItem.from_parent(self, name=name, family=family, find=find)
                item.user_properties += unread
                unread = []
                yield item


def _unread(subjects: "list[Subject]", config: pytest.Config) -> list[tuple[str, object]]:
    """Return what is said of figures that could not be read, and so are not judged."""
    from mttq.wording import Phrase, label

    reading = subjects[0].reading
    if reading is None or not reading.unread:
        return []
    said = Phrase("{} số liệu chưa đọc được nên không đối chiếu; xem: mttq read", len(reading.unread))
    return [("mttq", label(said, _lang(config)))]


def _refuse(error: "_NoReportError") -> "Findings":
    raise error


def _findings_of(subject: "Subject", config: pytest.Config) -> "Findings":
    from mttq import check

    return subject.located(check(subject.report, **_project(config).arguments))


class _Together(pytest.Collector):
    """What the rules on several reports say of all files that can be read; the others fail by themselves."""

    def collect(self) -> Iterator[pytest.Item]:
        for family in _families(self.config, "BATCH"):
            yield _FamilyItem.from_parent(self, name=family, family=family, find=self.find)

    def find(self) -> "Findings":
        return self.findings

    @cached_property
    def findings(self) -> "Findings":
        from mttq import check_all

        reports, previous = (
            [*_readable(files, self.config)]
            for files in (_report_files(self.config), _previous_files(self.config))
        )
        codes = [code for listed in _families(self.config, "BATCH").values() for code in listed]
        found = check_all(reports, previous=previous, **_project(self.config).arguments)
        return found.where(select=[*codes, "MTQ999"])


def _readable(files: Iterable[Path], config: pytest.Config) -> "Iterator[Report]":
    for path in files:
        with suppress(_NoReportError):
            yield from (subject.report for subject in _load(path, config))


def _load(path: Path, config: pytest.Config) -> "list[Subject]":
    """Read a file of a report, or an office file with those that it holds, as the command does."""
    from mttq import LoadError, load
    from mttq._files.opening import why_unusable
    from mttq.cli._office import Subject, is_office, subjects_of
    from mttq.wording import Phrase, label
    from mttq.wording._unicode import printable

    asked = Namespace(project=_project(config), unit=None, title=None)
    try:
        if is_office(str(path)):
            found = [*subjects_of(str(path), asked, nameless=True)]
            if not any(subject.reading and subject.reading.figures for subject in found):
                none = Phrase("{}: không đọc được số liệu nào; xem: mttq read", printable(str(path)))
                raise _NoReportError(label(none, _lang(config)))
            return found
        return [Subject(load(path))]
    except LoadError as error:
        raise _NoReportError(error.render(lang=_lang(config))) from None
    except OSError as error:
        why = Phrase("{}: {}", printable(str(path)), why_unusable(error))
        raise _NoReportError(label(why, _lang(config))) from None


class _NoReportError(Exception):
    """A file that cannot be read, or is no report; the message says why."""


class _FamilyItem(pytest.Item):
    """What one family of rules says about a report, or about several together."""

    def __init__(self, *, family: str, find: "Callable[[], Findings]", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.family, self.find = family, find

    def runtest(self) -> None:
        from mttq import Severity
        from mttq.wording import Phrase, label

        lang = _lang(self.config)
        found = self.find()
        findings = [item for item in found if self.family in (item.rule.family, _family(item.path))]
        least = Severity[self.config.option.mttq_fail_on.upper()]
        grave = [item for item in findings if item.severity >= least]
        if grave:
            raise _InconsistentError(grave, lang)
        for item in findings:
            said = f"{item.code} · {label(item.place, lang)}: {item.render(lang=lang)}"
            self.user_properties.append(("mttq", said))
        counts = [counts for code, counts in found.counts.items() if _family(code) == self.family]
        if not any(count.passed or count.failed for count in counts):
            missing = [
                item.place(lang=lang)
                for code, items in found.missing.items()
                if _family(code) == self.family
                for item in items
            ]
            places = "; ".join(dict.fromkeys(missing))
            lacks = Phrase("chưa đủ số liệu để đối chiếu ({}): {}", len(missing), places)
            pytest.skip(label(lacks if missing else Phrase("không áp dụng"), lang))

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: "TracebackStyle | None" = None
    ) -> "str | TerminalRepr":
        """Show what is wrong with the report; a traceback is for mistakes in mttq."""
        if isinstance(excinfo.value, _InconsistentError | _NoReportError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        told = self.path.name if isinstance(self.parent, _ReportFile) else self.parent.name  # type: ignore[union-attr]
        return self.path, None, _printable(f"{told} · {self.name}")


def _printable(text: str) -> str:
    from mttq.wording._unicode import printable

    return printable(text)


def _family(code: str) -> str:
    """Return the letters of a code; a rule that broke down is a finding whose path is its code."""
    return code.rstrip("0123456789")


class _InconsistentError(AssertionError):
    def __init__(self, findings: "list[Finding]", lang: "Lang") -> None:
        explained = (f"{item.explain(lang=lang)}\n{item.traceback}".rstrip() for item in findings)
        super().__init__("\n\n".join(explained))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the findings that failed no test."""
    lines = [
        f"{report.nodeid}: {text}"
        for outcome in ("passed", "skipped", "failed")
        for report in terminalreporter.getreports(outcome)
        for name, text in getattr(report, "user_properties", ())
        if name == "mttq" and report.when == "call"
    ]
    if lines:
        from mttq.wording._unicode import printable

        terminalreporter.section("mttq")
        terminalreporter.write("\n".join(map(printable, lines)) + "\n")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `mttq_report` once for each report file."""
    files = _report_files(metafunc.config)
    if "mttq_report" in metafunc.fixturenames and files:
        metafunc.parametrize(
            "mttq_report", files, indirect=True, ids=[_printable(path.name) for path in files]
        )


@pytest.fixture
def mttq_report(request: pytest.FixtureRequest) -> "Report":
    """Each report that `--mttq` names; without the option, the consistent sample of `make_report()`."""
    from mttq.testing import make_report

    path: Path | None = getattr(request, "param", None)
    try:
        found = [make_report()] if path is None else [item.report for item in _load(path, request.config)]
    except _NoReportError as error:
        pytest.fail(str(error), pytrace=False)
    if len(found) > 1:
        from mttq.wording import Phrase, label

        told = Phrase("tệp có số liệu của {} đơn vị, ở đây cần một", len(found))
        pytest.fail(label(told, _lang(request.config)), pytrace=False)
    return found[0]


@pytest.fixture
def mttq_check(pytestconfig: pytest.Config) -> "Callable[[Report], Findings]":
    """`assert_consistent` with the severity, the rules and the waivers of the command line."""
    from mttq.testing import assert_consistent

    def check(report: "Report") -> "Findings":
        __tracebackhide__ = True
        return assert_consistent(
            report,
            fail_on=pytestconfig.option.mttq_fail_on,
            lang=_lang(pytestconfig),
            **_project(pytestconfig).arguments,
        )

    return check
