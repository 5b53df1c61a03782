"""What mttq needs to check is Python: no data files, sources, docstrings, nothing of the working folder."""

import compileall
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from modulefinder import ModuleFinder
from pathlib import Path
from typing import get_args

import pytest

import mttq
import mttq.testing
import mttq.wording
from mttq.testing import make_report
from mttq.wording import Lang

PACKAGE = Path(mttq.__path__[0])
CHECK = ("-m", "mttq", "check", "wrong.json", "--lang", "en")
BETWEEN = "====\n"
TWICE = f"""
import sys
from mttq.cli import main
checked = main({list(CHECK[2:])})
sys.stdout.write({BETWEEN!r})
sys.exit((checked, main(["rules", "CRI001", "--lang", "en"])) != (1, 0))
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wrong report."""
    folder = tmp_path_factory.mktemp("office")
    mttq.dump(make_report().with_value("kl62-pl2.criticism.sessions.commune", 31), folder / "wrong.json")
    return folder


def run(folder: Path, *command: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = os.environ | ({} if path is None else {"PYTHONPATH": str(path)})
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=env, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def said(office: Path) -> str:
    """What the command says of it where nothing is missing."""
    return run(office, *CHECK).stdout


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package compiled without sources, docstrings and data files."""
    copy = tmp_path_factory.mktemp("compiled") / "mttq"
    shutil.copytree(
        PACKAGE, copy, ignore=lambda _, names: [n for n in names if n in ("__pycache__", "conformance")]
    )
    assert compileall.compile_dir(copy, legacy=True, quiet=1, optimize=2)
    for path in copy.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            path.unlink()
    return copy.parent


@pytest.mark.sweep
def test_docstrings_are_not_needed(office: Path, said: str) -> None:
    """`python -OO` takes them away."""
    done = run(office, "-OO", "-c", TWICE)
    checked, told = done.stdout.split(BETWEEN)
    assert (done.returncode, checked, done.stderr) == (0, said, "")
    assert told.splitlines()[2] == mttq.RULES["CRI001"].words("vi")[0]


def test_sources_and_data_files_are_not_needed(office: Path, said: str, compiled: Path) -> None:
    where = run(office, "-c", "import mttq; print(mttq.__file__)", path=compiled)
    assert where.stdout.strip() == str(compiled / "mttq" / "__init__.pyc")
    done = run(office, *CHECK, path=compiled)
    assert (done.returncode, done.stdout, done.stderr) == (1, said, "")


@pytest.mark.sweep
def test_a_zip_archive_is_as_good_as_a_folder(office: Path, said: str, tmp_path: Path) -> None:
    archive = tmp_path / "mttq.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in PACKAGE.rglob("*.py"):
            packed.write(path, path.relative_to(PACKAGE.parent))
    where = run(office, "-c", "import mttq; print(mttq.__file__)", path=archive)
    assert where.stdout.strip() == str(archive / "mttq" / "__init__.py")
    done = run(office, *CHECK, path=archive)
    assert (done.returncode, done.stdout, done.stderr) == (1, said, "")


def test_a_frozen_program_finds_every_module(office: Path) -> None:
    """PyInstaller and its like look for import statements, as the finder of the standard library does."""
    program = office / "program.py"
    program.write_text("import mttq", "utf-8")
    finder = ModuleFinder(excludes=[*sys.stdlib_module_names, *OTHERS])
    finder.run_script(str(program))
    for package in (mttq, mttq.testing):
        package._import_all()
        named = {module for module in package._DEFINED_IN.values() if module != "mttq.testing.strategies"}
        assert named - set(finder.modules) == set()
    spoken = {f"mttq.wording._{lang}.{name}" for lang in get_args(Lang) for name in ("frame", "rules")}
    mttq.wording._import_all()
    assert spoken - set(finder.modules) == {"mttq.wording._vi.rules"}  # which stand in the rules themselves


OTHERS = ("attr", "attrs", "babel", "cattrs", "docx", "hypothesis", "tabulate", "xlsxwriter")
STARTED = "import runpy, sys; print(*sorted(sys.modules))"
LOADED = """
import runpy, sys
sys.argv = ["mttq", "check", "wrong.json", "--format", "{}"]
try:
    runpy.run_module("mttq", run_name="__main__")
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
SCRIPT = Path(sysconfig.get_path("scripts")) / "mttq"


@pytest.mark.sweep
@pytest.mark.parametrize("fmt", ["text", "junit"])
def test_nothing_is_imported_from_the_working_folder(office: Path, tmp_path: Path, fmt: str) -> None:
    """Somebody else's attrs.py may lie there; every module that mttq needs has a false one here."""
    started = set(run(office, "-c", STARTED).stdout.split())
    loaded = set(run(office, "-c", LOADED.format(fmt)).stderr.split())
    needed = {name.split(".")[0] for name in loaded} - started - {"mttq"}
    assert {"attr", "argparse"} <= needed
    report = str(office / "wrong.json")
    for name in needed:
        (tmp_path / f"{name}.py").write_text("raise SystemExit(99)", "utf-8")

    done = run(tmp_path, "-m", "mttq", "check", report, "--format", fmt)

    assert (done.returncode, done.stderr) == (1, "")
    if SCRIPT.exists():
        script = subprocess.run([SCRIPT, "check", report], cwd=tmp_path, capture_output=True, check=False)
        assert (script.returncode, script.stderr) == (1, b"")
