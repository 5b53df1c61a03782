"""What mttq promises is written down; what is gone or changed since is named with its reason."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MAKE = HERE.parent / "docs" / "make_promises.py"
RELEASED = (HERE / "promises_released.txt").read_text("utf-8").splitlines()
CHANGED = "promises_changed.txt"


@pytest.fixture(scope="module")
def promises(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is promised today, without the forms that tests declare."""
    path = tmp_path_factory.mktemp("promises") / "promises.txt"
    subprocess.run([sys.executable, "-X", "utf8", MAKE, path], check=True, capture_output=True)
    return path.read_text("utf-8")


def reasons() -> dict[str, str]:
    """What was changed on purpose, by the beginning of its lines."""
    lines = (HERE / CHANGED).read_text("utf-8").splitlines()
    return dict(line.split(" | ") for line in lines if line and not line.startswith("#"))


def broken(released: Iterable[str], today: Iterable[str]) -> list[str]:
    """What was promised and no longer holds: lines that are gone, and what must be given now."""
    before, now = set(released), set(today)
    known, there = {thing_of(line) for line in before}, set(map(argument_of, before))
    demanded = {
        line
        for line in now - before
        if is_demand(line) and thing_of(line) in known and argument_of(line) not in there
    }
    former = tuple(line.removesuffix(" warns") for line in now if line.endswith(" warns"))
    return sorted({line for line in before - now if not works_on(line, former)} | demanded)


def works_on(line: str, former: Iterable[str]) -> bool:
    """Whether a former name, or an argument as it was given before, is still taken, with a warning."""
    return any(
        line == name or line.startswith(tuple(f"{name.removesuffix(')')}{end}" for end in ":( ."))
        for name in former
    )


def thing_of(line: str) -> str:
    """The function or the record of a file whose argument or key a line describes."""
    return line.rpartition(".")[0] if line.startswith("file of") else line.partition("(")[0]


def argument_of(line: str) -> str:
    """The function and the argument, or the key, that a line describes, whatever its type and its number."""
    return line if line.startswith("file of") else re.sub(r"\(\d+ ", "(", line.partition(": ")[0])


def is_demand(line: str) -> bool:
    is_argument = "(" in line and not line.startswith("file of") and "() -> " not in line
    is_optional = " = " in line or "(*" in line or line.endswith(" warns")
    return line.endswith(" is required") or (is_argument and not is_optional)


def test_the_promises_are_those_written_down(promises: str) -> None:
    """`python docs/make.py` writes them anew."""
    assert promises == (HERE / "promises.txt").read_text("utf-8")


def test_what_the_last_release_promised_holds_or_is_named_with_its_reason(promises: str) -> None:
    lines = broken(RELEASED, promises.splitlines())
    unnamed = [line for line in lines if not line.startswith(tuple(reasons()))]

    assert not unnamed, "\n".join((f"keep the promise, or say in tests/{CHANGED} why not:", *unnamed))


def test_each_reason_is_about_something_that_changed(promises: str) -> None:
    lines = broken(RELEASED, promises.splitlines())

    assert [name for name in reasons() if not any(line.startswith(name) for line in lines)] == []
    assert all(reasons().values())
    assert list(reasons()) == sorted(reasons())


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        (["f() -> int", "f(1 x: int)", "file of report: Unit.name: string"], []),
        (
            [
                "f() -> int",
                "f(1 x: int)",
                "file of report: Unit.name: string",
                "f(y: int = 1)",
                "g(1 x: int)",
            ],
            [],
        ),
        (["f() -> int", "f(1 x: int)", "file of report: Unit.name: string", "f(y: int)"], ["f(y: int)"]),
        (["f() -> int", "f(1 x: int | str)", "file of report: Unit.name: string"], ["f(1 x: int)"]),
        (["f() -> int", "f(x: int)", "f(1 x) warns", "file of report: Unit.name: string"], []),
        (["f warns", "file of report: Unit.name: string"], []),
        (["f() -> int", "f(x: int = 1)", "file of report: Unit.name: string"], ["f(1 x: int)"]),
        (
            [
                "f() -> int",
                "f(1 x: int)",
                "file of report: Unit.name: string",
                "file of report: Unit.code is required",
            ],
            ["file of report: Unit.code is required"],
        ),
        (["f() -> str", "f(1 x: int)"], ["f() -> int", "file of report: Unit.name: string"]),
    ],
)
def test_what_is_gone_changed_or_demanded_breaks_a_promise(today: list[str], lines: list[str]) -> None:
    assert broken(["f() -> int", "f(1 x: int)", "file of report: Unit.name: string"], today) == lines
