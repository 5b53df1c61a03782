"""How the command starts and ends, even if it crashes."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import mttq.cli
from mttq.__main__ import main


def test_the_command_ends_with_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["mttq", "show", ""])
    assert main() == 2


def test_a_mistake_in_mttq_is_not_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(mttq.cli, "main", broken)
    assert main() == 3
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "Traceback (most recent call last):"
    assert err[-2:] == ["ZeroDivisionError", "đề nghị gửi những dòng trên cho tác giả của mttq"]
    monkeypatch.setattr("sys.stderr", None)
    assert main() == 3


def test_a_broken_installation_is_not_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mttq.cli", None)
    assert main() == 3


def test_the_version_is_printed_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["mttq", "--version"])
    monkeypatch.setitem(sys.modules, "mttq.cli", None)
    assert (main(), capsys.readouterr().out) == (0, f"mttq {mttq.__version__}\n")


def test_a_version_that_cannot_be_printed_is_left_to_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["mttq", "--version"])
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr(mttq.cli, "main", lambda: 2)
    assert main() == 2


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """`python -m mttq show none.json`, which ends with 2."""

    def start() -> None:
        monkeypatch.delitem(sys.modules, "mttq.__main__", raising=False)
        monkeypatch.setattr("sys.argv", ["mttq", "show", "none.json"])
        with pytest.raises(SystemExit, match="2"):
            runpy.run_module("mttq", run_name="__main__")

    return start


@pytest.mark.parametrize("case", ["-m", "-P -m", "another place first"])
def test_nothing_is_imported_from_the_current_folder(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: Callable[[], None]
) -> None:
    """`-m` puts it first; `-P` does not, and then the first place is one that was asked for."""
    first = str(tmp_path / "other" if case == "another place first" else tmp_path)
    flags = {name: getattr(sys.flags, name) for name in dir(sys.flags) if not name.startswith("_")}
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", [first, *sys.path])
    monkeypatch.setattr("sys.flags", SimpleNamespace(**flags | {"safe_path": case == "-P -m"}))
    started()
    assert (sys.path[0] == first) is (case != "-m")


def test_a_folder_that_mttq_itself_is_in_stays(
    monkeypatch: pytest.MonkeyPatch, started: Callable[[], None]
) -> None:
    source = str(Path(mttq.cli.__file__).parents[2])
    monkeypatch.chdir(source)
    monkeypatch.setattr("sys.path", [source, *sys.path])
    started()
    assert sys.path[0] == source


def test_a_working_folder_that_was_removed_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, started: Callable[[], None]
) -> None:
    def gone() -> str:
        raise FileNotFoundError

    before = [*sys.path]
    monkeypatch.setattr("os.getcwd", gone)
    started()
    assert sys.path == before
