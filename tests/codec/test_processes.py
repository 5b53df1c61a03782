"""Several processes read as one does: in order, bad files apart, progress told."""

import importlib
import os
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType

import pytest

from mttq.codec import dump, dumps, load_many
from mttq.codec._files import _TOGETHER, _Reading
from mttq.errors import ArgumentError, FieldError, FileError, LoadError
from mttq.testing import make_report

MODULE = """
import os

def title_and_process(report):
    return report.title, os.getpid()

def fails(report):
    raise LookupError(report.title)
"""


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A module that new processes can import, as that of a user."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "what_users_make.py").write_text(MODULE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module("what_users_make")
        del sys.modules["what_users_make"]


LINES = [dumps(make_report(title=f"Báo cáo {number}"), indent=None) for number in range(40)]


def test_what_processes_make_of_reports_comes_back_in_order(module: ModuleType) -> None:
    told: list[int] = []
    given = [*LINES[:20], "", "[1]", *LINES[20:]]
    loading = load_many(
        lines=iter(given),
        each=module.title_and_process,
        processes=1,
        on_error="collect",
        progress=told.append,
    )
    made = list(loading)
    assert [title for title, _ in made] == [f"Báo cáo {number}" for number in range(40)]
    assert os.getpid() not in {process for _, process in made}
    assert [str(error.source) for error in loading.errors] == ["dòng 22"]
    assert (told, loading.loaded) == (list(range(1, 43)), 40)


def test_a_process_makes_something_of_several_sources_in_order(module: ModuleType) -> None:
    reading = _Reading(lines_only=True, each=module.title_and_process)
    made = reading.several([(1, LINES[0]), (2, "[1]"), (3, LINES[1])])
    assert made[::2] == [("Báo cáo 0", os.getpid()), ("Báo cáo 1", os.getpid())]
    assert isinstance(made[1], LoadError)


def ended(process: BaseProcess) -> bool:
    """Return whether a process ends; who waits for it by `join` disturbs the pool, which does so too."""
    return wait([process.sentinel], 30) == [process.sentinel]


def test_who_stops_asking_ends_the_processes(module: ModuleType, tmp_path: Path) -> None:
    dump(make_report(title="Một"), tmp_path / "a.json")
    loading = load_many([tmp_path / "a.json"], each=module.title_and_process, processes=1)
    assert next(loading)[0] == "Một"
    (process,) = active_children()
    del loading
    assert ended(process)


def test_an_error_ends_the_processes_although_its_traceback_is_kept(module: ModuleType) -> None:
    """A generator that is ended by who collects garbage could wait for the thread in which that happens."""
    processes: list[BaseProcess] = []

    def lines() -> Iterator[str]:
        yield from ["[1]"] * _TOGETHER
        processes.extend(active_children())  # to which these went
        yield ""

    with pytest.raises(LoadError, match="dòng 1") as kept:
        list(load_many(lines=lines(), each=module.title_and_process, processes=1))
    assert [ended(process) for process in processes] == [True]
    assert kept.value.__traceback__ is not None


def test_errors_of_processes_are_raised_here(module: ModuleType) -> None:
    with pytest.raises(LookupError, match="Báo cáo 0"):
        next(load_many(lines=LINES, each=module.fails, processes=1))
    with pytest.raises(FileError):
        next(load_many(["không có.json"], each=module.title_and_process, processes=1))


def test_without_processes_the_same_is_made_here(module: ModuleType) -> None:
    assert list(load_many(lines=LINES[:2], each=module.title_and_process)) == [
        (f"Báo cáo {number}", os.getpid()) for number in range(2)
    ]


def test_reports_are_not_sent_between_processes(module: ModuleType) -> None:
    with pytest.raises(FieldError, match=r"^load_many: processes= cần each="):
        load_many(lines=LINES, processes=2)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    with pytest.raises(ArgumentError, match=r"^processes: cần từ 1 trở lên$"):
        load_many(lines=LINES, each=module.fails, processes=0)
