"""Several processes read as one does: in order, bad files apart, progress told."""

import os
from pathlib import Path

import pytest

from mttq.codec import dump, dumps, load_many
from mttq.codec._files import _Reading
from mttq.errors import ArgumentError, FieldError, FileError, LoadError
from mttq.report import Report
from mttq.testing import make_report


def title_and_process(report: Report) -> tuple[str, int]:
    return report.title, os.getpid()


def fails(report: Report) -> str:
    raise LookupError(report.title)


LINES = [dumps(make_report(title=f"Báo cáo {number}"), indent=None) for number in range(40)]


def test_what_processes_make_of_reports_comes_back_in_order() -> None:
    told: list[int] = []
    given = [*LINES[:20], "", "[1]", *LINES[20:]]
    loading = load_many(
        lines=iter(given), each=title_and_process, processes=1, on_error="collect", progress=told.append
    )
    made = list(loading)
    assert [title for title, _ in made] == [f"Báo cáo {number}" for number in range(40)]
    assert os.getpid() not in {process for _, process in made}
    assert [str(error.source) for error in loading.errors] == ["dòng 22"]
    assert (told, loading.loaded) == (list(range(1, 43)), 40)


def test_a_process_makes_something_of_several_sources_in_order() -> None:
    reading = _Reading(lines_only=True, each=title_and_process)
    made = reading.several([(1, LINES[0]), (2, "[1]"), (3, LINES[1])])
    assert made[::2] == [("Báo cáo 0", os.getpid()), ("Báo cáo 1", os.getpid())]
    assert isinstance(made[1], LoadError)


def test_who_stops_asking_ends_the_processes(tmp_path: Path) -> None:
    dump(make_report(title="Một"), tmp_path / "a.json")
    loading = load_many([tmp_path / "a.json"], each=title_and_process, processes=1)
    assert next(loading)[0] == "Một"
    with pytest.raises(LoadError, match="dòng 1"):
        list(load_many(lines=["[1]"], each=title_and_process, processes=1))


def test_errors_of_processes_are_raised_here() -> None:
    with pytest.raises(LookupError, match="Báo cáo 0"):
        next(load_many(lines=LINES, each=fails, processes=1))
    with pytest.raises(FileError):
        next(load_many(["không có.json"], each=title_and_process, processes=1))


def test_without_processes_the_same_is_made_here() -> None:
    assert list(load_many(lines=LINES[:2], each=title_and_process)) == [
        (f"Báo cáo {number}", os.getpid()) for number in range(2)
    ]


def test_reports_are_not_sent_between_processes() -> None:
    with pytest.raises(FieldError, match=r"^load_many: processes= cần each="):
        load_many(lines=LINES, processes=2)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    with pytest.raises(ArgumentError, match=r"^processes: cần từ 1 trở lên$"):
        load_many(lines=LINES, each=fails, processes=0)
