"""Reports as JSON texts and files."""

import enum
import gc
import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import islice
from os import PathLike, fspath
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar, get_args, overload

from mttq._declared.types import clipped, unfit
from mttq._files.opening import content_of
from mttq._files.saving import save
from mttq.codec._converter import writer_of
from mttq.codec._faults import read_as
from mttq.codec._lines import line_of
from mttq.codec._parsing import SCHEMA_VERSION, VERSION_KEY, parse
from mttq.errors import ArgumentError, FieldError, LoadError
from mttq.report import Report
from mttq.wording import Phrase

__all__ = ["Loading", "OnError", "dump", "dumps", "load", "load_many", "loads"]

T = TypeVar("T")
Source: TypeAlias = str | bytes | PathLike[str]
OnError: TypeAlias = Literal["raise", "skip", "collect"] | Callable[[str, LoadError], object]


class Loading(Iterator[T], Generic[T]):
    """Reports as `load_many` reads them, one after the other, or what is made of each.

    Attributes:
        loaded: how many have been read so far.
        errors: with `on_error="collect"`, the sources that were no reports so far, each as its LoadError,
            whose `source` is its name.
    """

    def __init__(self, made: Iterator[T], errors: list[LoadError]) -> None:
        self._made = made
        self.loaded: int = 0
        self.errors = errors

    def __next__(self) -> T:
        made = next(self._made)
        self.loaded += 1
        return made


def dumps(report: Report, *, indent: int | None = 2) -> str:
    """Write a report as a JSON text.

    Blanks and defaults are left out; keys stand in the order of the fields; `loads` gives an equal report.

    Args:
        report: the report.
        indent: spaces for each level; None for one line, as JSON lines need.

    Raises:
        TypeError: what was given is no report.

    >>> from mttq.model import Unit, UnitKind
    >>> report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo")
    >>> dumps(report, indent=None)
    '{"schema_version": 1, "unit": {"kind": "xã", "name": "Trung Sơn"}, "title": "Báo cáo"}'
    >>> loads(dumps(report)) == report
    True
    """
    if not isinstance(report, Report):
        raise unfit("report", Report, report)
    if indent is None:
        return line_of(report, **{VERSION_KEY: SCHEMA_VERSION})
    tree = {VERSION_KEY: SCHEMA_VERSION, **writer_of(Report)(report)}
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=indent, check_circular=False)


def dump(report: Report, path: str | PathLike[str]) -> None:
    """Write a report to a JSON file in UTF-8, as `dumps` does, with an end of line.

    The file is written whole or not at all: who reads it meanwhile meets the old report or the new one.

    Raises:
        TypeError: what was given is no report.
        FileError: the file cannot be written, and an old one stands as it was; or Windows could hold no file
            of this name ("báo cáo 10:30.json", "CON.json").

    >>> from tempfile import TemporaryDirectory
    >>> from mttq.testing import make_report
    >>> with TemporaryDirectory() as folder:
    ...     dump(make_report(), f"{folder}/report.json")
    ...     load(f"{folder}/report.json") == make_report()
    True
    """
    save(f"{dumps(report)}\n".encode(), path)


def load(path: str | PathLike[str]) -> Report:
    """Read a report from a JSON file.

    Raises:
        LoadError: the file is no report; `faults` lists all that is wrong, `source` is the path.
        FileError: the file cannot be read, or is a device or a pipe.
    """
    return _load(content_of(path), fspath(path))


def loads(text: str | bytes) -> Report:
    """Read a report from a JSON text; bytes are UTF-8.

    Texts are brought to NFC; nothing else is changed, guessed or rounded.

    Raises:
        LoadError: the text is no report; `faults` lists all that is wrong.
        TypeError: neither a text nor bytes were given.

    >>> try:
    ...     loads('{"schema_version": 1, "unit": {"kind": "xa", "name": "Trung Sơn"}, "titel": "Báo cáo"}')
    ... except LoadError as error:
    ...     print([fault.path for fault in error.faults])
    ['$.unit.kind', '$.titel', '$.title']
    """
    if not isinstance(text, str | bytes):
        raise unfit("text", str | bytes, text, Phrase("; {}", Phrase("để đọc tệp thì dùng load")))
    return _load(text, "")


@overload
def load_many(
    sources: Iterable[Source] | None = None,
    *,
    lines: Iterable[str | bytes] | None = None,
    on_error: OnError = "raise",
    progress: Callable[[int], object] | None = None,
) -> Loading[Report]: ...
@overload
def load_many(
    sources: Iterable[Source] | None = None,
    *,
    lines: Iterable[str | bytes] | None = None,
    on_error: OnError = "raise",
    progress: Callable[[int], object] | None = None,
    each: Callable[[Report], T],
    processes: int | None = None,
) -> Loading[T]: ...
def load_many(
    sources: Iterable[Source] | None = None,
    *,
    lines: Iterable[str | bytes] | None = None,
    on_error: OnError = "raise",
    progress: Callable[[int], object] | None = None,
    each: Callable[[Report], Any] | None = None,
    processes: int | None = None,
) -> Loading[Any]:
    r"""Read many reports, one after the other, keeping none.

    Args:
        sources: paths of JSON files, or JSON lines: bytes, and a str that begins with "{", are a line; any
            other str is a path.  Blank ones are skipped.
        lines: JSON lines and nothing else, such as an open file, in place of `sources`; blank ones are
            skipped.
        on_error: what to do with a source that is no report: "raise" its LoadError, "skip" it, "collect" it
            in `errors` of what is returned, or call a function with its name ("dòng 3" for a line) and the
            LoadError, then go on.
        progress: called after each source with the number of those that were looked at.
        each: makes of each report what is returned in its place, such as `mttq.digest` or `mttq.check`.
        processes: how many new processes read the reports and call `each`, which must be a function of a
            module, and know the forms that this module imports; what it returns comes back in the order of
            the sources.  None is this one alone.  Reports themselves do not come back: to send one takes
            longer than to read it.  A program that asks for processes stands under
            `if __name__ == "__main__":`.

    Raises:
        LoadError: a source is no report, and `on_error` is "raise".
        FileError: a file cannot be opened, regardless of `on_error`.
        TypeError: one path or one text was given, both `sources` and `lines`, or neither; something is
            neither a path nor a text; there are processes without `each`.
        ValueError: `on_error` is nothing of the kind, or there are fewer processes than one.

    >>> lines = ['{"schema_version": 1, "unit": {"kind": "xã", "name": "A"}, "title": "B"}', "", "[1]"]
    >>> [report.title for report in load_many(lines=lines, on_error="skip")]
    ['B']
    >>> loading = load_many(lines=lines, on_error="collect")
    >>> [report.title for report in loading], loading.loaded, [str(error.source) for error in loading.errors]
    (['B'], 1, ['dòng 3'])
    """
    if not callable(on_error) and on_error not in get_args(get_args(OnError)[0]):
        raise ArgumentError(
            Phrase(
                "on_error: cần {} hoặc một hàm; đã nhận {}", '"raise", "skip", "collect"', clipped(on_error)
            )
        )
    given = lines if sources is None else sources
    if given is None or (lines is not None and sources is not None):
        raise FieldError(Phrase("load_many: cần các đường dẫn hoặc lines=, một trong hai"))
    if isinstance(given, str | bytes | PathLike) or not isinstance(given, Iterable):
        raise FieldError(
            Phrase("load_many: cần nhiều đường dẫn hoặc nhiều dòng; một tệp JSON lines thì mở bằng open()")
        )
    if processes is not None and each is None:
        raise FieldError(Phrase("load_many: processes= cần each=, vì báo cáo không gửi giữa các tiến trình"))
    if processes is not None and processes < 1:
        raise ArgumentError(Phrase("{}: cần từ {} trở lên", "processes", 1))
    errors: list[LoadError] = []
    handle = (lambda _, error: errors.append(error)) if on_error == "collect" else on_error
    read = _Reading(lines_only=sources is None, each=each)
    here = (read(numbered) for numbered in enumerate(given, start=1))
    outcomes = here if processes is None else read.by(processes, given)
    return Loading(_made(outcomes, handle, progress), errors)


class _Blank(enum.Enum):
    BLANK = enum.auto()  # stays itself where it is sent between processes


_BLANK: Final = _Blank.BLANK
_TOGETHER: Final = 16  # sources that go to a process at once


class _Reading:
    """Reads a source, and makes something of its report; a process is sent one of these."""

    def __init__(self, *, lines_only: bool, each: Callable[[Report], Any] | None) -> None:
        self._lines_only, self._each = lines_only, each

    def __call__(self, numbered: tuple[int, Source]) -> Any:
        """Return what is made of a report, its LoadError, or _BLANK."""
        number, source = numbered
        try:
            report = _load_any(source, number, lines_only=self._lines_only)
        except LoadError as error:
            return error
        if report is None:
            return _BLANK
        return report if self._each is None else self._each(report)

    def several(self, numbered: list[tuple[int, Source]]) -> list[Any]:
        """Return what is made of several sources."""
        return list(map(self, numbered))

    def by(self, processes: int, sources: Iterable[Source]) -> Generator[Any, None, None]:
        """Return what processes make of sources, in order; they are ahead of who asks by a few parts only."""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        numbered, ahead = iter(enumerate(sources, start=1)), deque[Any]()
        afresh = get_context("spawn")  # a copy of a process with threads, of polars or Arrow say, can hang
        pool = ProcessPoolExecutor(processes, afresh)
        try:
            while part := list(islice(numbered, _TOGETHER)):
                ahead.append(pool.submit(self.several, part))
                if len(ahead) > 2 * processes:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        finally:  # without waiting: garbage may be collected by a thread for which that would wait
            pool.shutdown(wait=False, cancel_futures=True)


def _made(
    outcomes: Generator[Any, None, None], on_error: OnError, progress: Callable[[int], object] | None
) -> Iterator[Any]:
    with closing(outcomes):  # also where an error is raised, whose traceback keeps them
        for number, made in enumerate(outcomes, start=1):
            if isinstance(made, LoadError):
                if on_error == "raise":
                    raise made
                if callable(on_error):
                    on_error(made.source, made)
            elif made is not _BLANK:
                yield made
            if progress is not None:
                progress(number)


def _load_any(source: object, number: int, *, lines_only: bool) -> Report | None:
    """Read a source, or nothing where it is blank."""
    match source:
        case str() | bytes() if not source.strip():
            return None
        case bytes():
            return _load(source, Phrase("dòng {}", number))
        case str() if lines_only or source.lstrip("\ufeff \t").startswith("{"):
            return _load(source, Phrase("dòng {}", number))
        case str() | PathLike() if not lines_only:
            return load(source)
        case _:
            wanted: Any = str | bytes if lines_only else str | bytes | PathLike
            raise unfit(f"load_many, {'lines' if lines_only else 'sources'}[{number - 1}]", wanted, source)


def _load(text: str | bytes, source: str) -> Report:
    """Read a report while the garbage collector rests.

    What is made has no cycles; looked at again and again, keeping many reports takes nearly twice the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _report_of(text, source)
    finally:
        if collects:
            gc.enable()


def _report_of(text: str | bytes, source: str) -> Report:
    try:
        fields = parse(text)
    except LoadError as error:
        raise error.of(source) from None
    report: Report = read_as(fields, Report, source)
    return report
