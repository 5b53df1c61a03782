"""The examples run from anywhere and print what is recorded beside this test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("name", ["quickstart", "custom_form", "custom_report", "province", "tally"])
def test_an_example_prints_what_it_should(name: str, tmp_path: Path) -> None:
    """Output and exit code are as recorded in tests/examples/."""
    done = run(str(ROOT / "examples" / f"{name}.py"), cwd=tmp_path)

    assert (0, "", (ROOT / "tests/examples" / f"{name}.txt").read_text("utf-8")) == (
        done.returncode,
        done.stderr,
        done.stdout,
    )


def test_a_users_test_file_passes(tmp_path: Path) -> None:
    """Pytest runs examples/test_my_data.py as a user would."""
    tests = str(ROOT / "examples/test_my_data.py")
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", tests, cwd=tmp_path)

    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
