"""The examples run from anywhere and print what is recorded beside this test."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from mttq.testing import draw_units

ROOT = Path(__file__).parents[1]


def run(*command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a Python command the way a user does, from another folder."""
    environment = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def recorded(name: str) -> str:
    return (ROOT / "tests/examples" / f"{name}.txt").read_text("utf-8")


PAGE = runpy.run_path(str(ROOT / "docs/make_examples.py"))


def test_the_page_of_examples_holds_their_code_and_what_they_print() -> None:
    assert (ROOT / "docs/examples.md").read_text("utf-8") == PAGE["page"]()
    others = {"test_my_data", "nation_dask"}  # run below, the last where Dask is installed
    assert {path.stem for path in (ROOT / "examples").glob("*.py")} == {*PAGE["NAMES"], *others}


@pytest.mark.parametrize("name", sorted({*PAGE["NAMES"]} - {"custom_form"}))
def test_an_example_prints_what_it_should(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its output is as recorded in tests/examples/."""
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(ROOT / "examples" / f"{name}.py"), run_name="__main__")

    assert capsys.readouterr() == (recorded(name), "")


def test_an_example_that_declares_a_form_prints_what_it_should(tmp_path: Path) -> None:
    """It runs in a process of its own: no other test should meet its form."""
    done = run(str(ROOT / "examples/custom_form.py"), cwd=tmp_path)

    assert (done.returncode, done.stderr, done.stdout) == (0, "", recorded("custom_form"))


def test_a_users_test_file_passes(tmp_path: Path) -> None:
    """Pytest runs examples/test_my_data.py as a user would."""
    tests = str(ROOT / "examples/test_my_data.py")
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", tests, cwd=tmp_path)

    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


def test_dask_finds_and_adds_up_what_one_process_does(tmp_path: Path) -> None:
    """In however many parts the nation is read."""
    pytest.importorskip("dask.bag", reason="needs the group peers")
    example = runpy.run_path(str(ROOT / "examples/nation_dask.py"))
    path, units = str(tmp_path / "nation.jsonl"), draw_units(1, communes=40)
    example["draw"](path, units)
    lines = Path(path).read_text("utf-8").splitlines()
    alone_rows, alone = example["whole"](example["part"](lines, units), units)
    rows, sums = example["nation"](path, units, "300KiB", scheduler="synchronous")
    assert sums == alone
    assert sorted(rows, key=str) == sorted(alone_rows, key=str)
    assert len(alone_rows) > len(lines) // 2
