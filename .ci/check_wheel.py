"""Check what is released: a wheel with every source file, an archive with all that is committed.

python .ci/check_wheel.py dist/mttq-VERSION-py3-none-any.whl dist/mttq-VERSION.tar.gz
"""

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
AT_THE_TOP = {
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "PKG-INFO",
    "README.md",
    "README.vi.md",
    "SECURITY.md",
    "pyproject.toml",
    ".gitignore",
}
FOLDERS = ("src", "tests", "docs", "examples", "benchmarks")


def in_wheel(path: Path) -> Iterator[str]:
    """Yield what is wrong with a wheel."""
    with zipfile.ZipFile(path) as wheel:
        names = set(wheel.namelist())
        metadata = wheel.read(next(name for name in names if name.endswith(".dist-info/METADATA"))).decode()
    package = {name for name in names if ".dist-info/" not in name}
    sources = {
        file.relative_to(ROOT / "src").as_posix()
        for file in (ROOT / "src").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    needs = Parser().parsestr(metadata).get_all("Requires-Dist", [])
    runtime = {need.split(">")[0] for need in needs if "extra ==" not in need}
    yield from (f"missing in the wheel: {name}" for name in sorted(sources - package))
    yield from (f"unexpected in the wheel: {name}" for name in sorted(package - sources))
    if not any(name.endswith("licenses/LICENSE") for name in names):
        yield "no licence"
    if runtime != {"attrs", "cattrs", "babel", "tabulate"}:
        yield f"runtime dependencies: {runtime}"


def in_archive(path: Path) -> Iterator[str]:
    """Yield what is wrong with an archive of the sources: it holds what is committed, and nothing made."""
    with tarfile.open(path) as archive:
        names = {PurePosixPath(*PurePosixPath(item.name).parts[1:]) for item in archive if item.isfile()}
    listed = subprocess.run(  # noqa: S603
        ["git", "ls-files", "-z", *FOLDERS],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    committed = set(map(PurePosixPath, filter(None, listed.stdout.decode().split("\0"))))
    wanted = committed | set(map(PurePosixPath, AT_THE_TOP))
    yield from (f"missing in the archive: {name}" for name in sorted(wanted - names))
    yield from (f"unexpected in the archive: {name}" for name in sorted(names - wanted))


problems: list[str] = []
for name in map(Path, sys.argv[1:]):
    problems += in_wheel(name) if name.suffix == ".whl" else in_archive(name)
print("\n".join(problems) or f"{', '.join(Path(name).name for name in sys.argv[1:])}: as it should be")
sys.exit(bool(problems))
