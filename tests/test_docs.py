"""Every Python session in the README and in docs/ runs and prints what it says."""

import doctest
import inspect
import re
import runpy
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from mttq.cli import main

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```pycon\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ mttq (.*)\n((?:(?!\$ |```).*\n)+)", re.MULTILINE)
"""A command with what it prints."""


@pytest.mark.share(2)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_sessions_print_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The `pycon` blocks of a page are one session, run from the root of the project."""
    monkeypatch.chdir(ROOT)
    text = page.read_text("utf-8")
    session = "".join(
        "\n" * (text.count("\n", 0, block.start(1)) - before) + block[1]
        for block, before in _with_lines_before(text)
    )
    test = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    told: list[str] = []

    doctest.DocTestRunner().run(test, out=told.append)

    assert "".join(told) == ""


@pytest.mark.parametrize(
    "page", [page for page in PAGES if COMMAND.search(page.read_text("utf-8"))], ids=lambda page: page.name
)
def test_commands_print_what_the_page_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that a page shows with its output prints that; "…" stands for the rest."""
    monkeypatch.chdir(ROOT)
    for arguments, shown in COMMAND.findall(page.read_text("utf-8")):
        main(shlex.split(arguments))
        printed = "\n".join(line.rstrip() for line in capsys.readouterr().out.splitlines())
        start, cut, _ = shown.rstrip().partition("\n…")
        assert printed.startswith(start) if cut else printed.rstrip() == start


def _with_lines_before(text: str) -> list[tuple[re.Match[str], int]]:
    """Return each block with the number of lines before it, so that line numbers are right."""
    found, lines = [], 0
    for block in BLOCK.finditer(text):
        found.append((block, lines))
        lines = text.count("\n", 0, block.end(1))
    return found


def test_the_pages_hold_sessions() -> None:
    """The pattern above finds something to run."""
    assert sum(len(BLOCK.findall(page.read_text("utf-8"))) for page in PAGES) >= 10


def test_the_page_of_names_is_current_and_says_something_of_each() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_names.py"))["page"]()
    assert (ROOT / "docs" / "names.md").read_text("utf-8") == made, "stale: python docs/make.py"
    assert [line for line in made.splitlines() if line.endswith("**: ")] == []


EXAMPLE = re.compile(r"^ *(?:>>>|\.\.\.) (.*)", re.MULTILINE)
"""A line of an example in a docstring or on a page."""
WITHOUT_PYARROW = {"figures_schema", "to_arrow", "to_parquet"}
"""Run in tests/rollup where pyarrow is; the tests do without."""


def test_every_public_name_stands_in_an_example_that_is_run() -> None:
    """In its own docstring, in another, on a page, in a program of examples, or on the page of errors."""
    names = runpy.run_path(str(ROOT / "docs" / "make_names.py"))
    public = {
        name
        for module in map(import_module, names["MODULES"])
        for name in module.__all__
        if not inspect.ismodule(value := getattr(module, name))
        and not (inspect.isclass(value) and ">>>" in (value.__doc__ or ""))
    }
    texts = [path.read_text("utf-8") for path in (*(ROOT / "src").rglob("*.py"), *PAGES)]
    shown = [line for text in texts for line in EXAMPLE.findall(text)]
    shown += [path.read_text("utf-8") for path in (ROOT / "examples").glob("*.py")]
    shown += runpy.run_path(str(ROOT / "docs" / "make_errors.py"))["ENTRIES"]

    assert public - WITHOUT_PYARROW - set(re.findall(r"\w+", "\n".join(shown))) == set()


def test_the_page_of_the_command_names_all_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "command.md").read_text("utf-8")
    for command in ("check", "read", "compare", "show", "rules", "form", "schema"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        options = set(re.findall("--[a-z-]+", capsys.readouterr().out))
        assert f"`mttq {command} " in page
        assert {option for option in options if option not in page} == set()
