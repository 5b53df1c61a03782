"""Mutation testing of what [tool.mutation] in pyproject.toml names: `python .ci/mutate.py`.

Draws a seeded sample of small faults for each folder named there (the whole package is one), plants one at a
time in a copy of the checkout and runs the tests: first the module's own tests and doctests, if these see
nothing those of its package, then all (with `--package` the score is one of the package's own tests, quicker
and no higher).
Prints what survived and the score with its 95% interval (Wilson); fails when the score is below the floor.

mutmut 3 does not mutate decorated functions, and here every rule is one; hence these lines.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import starmap
from pathlib import Path
from queue import Queue
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutation"]
PAIRS = [
    (ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.Is, ast.IsNot), (ast.In, ast.NotIn),
    (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.Div), (ast.FloorDiv, ast.Div), (ast.Mod, ast.Div),
    (ast.BitOr, ast.BitAnd), (ast.Continue, ast.Break),
]  # fmt: skip
UNNEEDED = [".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "dist"]
SWAPPED = {right: left for left, right in PAIRS} | dict(PAIRS)
OPERATORS = (ast.cmpop, ast.boolop, ast.operator, ast.Continue, ast.Break)


class Mutant(NamedTuple):
    """One fault: of which sample, file and line, what was and what is, and the faulty source."""

    folder: str
    path: Path
    line: int
    change: str
    source: str


class Result(NamedTuple):
    """How the tests ended: "own tests", "package's tests", "all tests", "timeout" or "survived"."""

    mutant: Mutant
    end: str


def faults(node: ast.AST) -> Iterator[ast.AST]:
    """Return what may stand in the place of a node."""
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if value:
            yield ast.Constant(f"XX{value}XX")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.Name() | ast.Call() | ast.Attribute() if getattr(node, "decides", False):
            yield ast.UnaryOp(ast.Not(), node)
        case _ if isinstance(node, OPERATORS) and type(node) in SWAPPED:
            yield SWAPPED[type(node)]()


def places(node: ast.AST, line: int = 0) -> Iterator[tuple[ast.AST, str, int | None, int]]:
    """Walk over the fields that may be faulty: not annotations, docstrings, imports nor `__all__`."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params"} or (
            name == "names" and "Import" in type(node).__name__
        ):
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_prose(child):
                continue
            child.decides = name in {"test", "ifs"}
            here = getattr(child, "lineno", line)
            yield node, name, index if isinstance(value, list) else None, here
            yield from places(child, here)


def _is_prose(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


def planted(path: Path) -> tuple[ast.AST, list[tuple[ast.AST, str, int | None, int, ast.AST]]]:
    """Return the tree of a module, and what may stand in it: of which node, in which field, at which line."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    found = []
    for parent, name, index, line in places(tree):
        node = getattr(parent, name) if index is None else getattr(parent, name)[index]
        found += [(parent, name, index, line, fault) for fault in faults(node)]
    return tree, found


def mutant(folder: str, path: Path, number: int) -> Mutant:
    """Return one of the mutants of a module."""
    tree, found = planted(path)
    parent, name, index, line, fault = found[number]
    field = getattr(parent, name)
    change = f"{_show(field if index is None else field[index])} -> {_show(fault)}"
    _put(parent, name, index, fault)
    return Mutant(folder, path, line, change, ast.unparse(ast.fix_missing_locations(tree)))


def _put(parent: ast.AST, name: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[index] = node


def _show(node: ast.AST) -> str:
    return (
        type(node).__name__ if isinstance(node, OPERATORS) else ast.unparse(ast.fix_missing_locations(node))
    )


def suites(path: Path, *, package_alone: bool) -> Iterator[tuple[str, list[str]]]:
    """Return the tests of a module, nearest first."""
    own = "tests" / path.parent.relative_to("src/mttq") / f"test_{path.stem.removeprefix('_')}.py"
    if (ROOT / own).exists():
        yield "own tests", [str(path), str(own)]
    if (ROOT / own.parent).exists() and own.parent != Path("tests"):
        yield "package's tests", [str(path.parent), str(own.parent)]
    if not package_alone:
        yield "all tests", []


def copy(base: Path, name: int) -> Path:
    """Copy the checkout, with sources written as those of the mutants are.

    Compiled files are told by their content, for a mutant may be as old and as long as what it stands for.
    """
    target = base / str(name) / "main"
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*UNNEEDED))
    if (ROOT.parent / "shared").exists():
        (target.parent / "shared").symlink_to(ROOT.parent / "shared")
    for path in (target / "src").rglob("*.py"):
        path.write_text(ast.unparse(ast.parse(path.read_text("utf-8"))), "utf-8")
    options = ["-q", "--invalidation-mode", "checked-hash"]
    subprocess.run([sys.executable, "-m", "compileall", *options, "src"], cwd=target, check=True)  # noqa: S603
    return target


def tests_pass(checkout: Path, tests: list[str], seconds: float | None) -> bool:
    """Run tests in a copy of the checkout on the sources there."""
    options = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    environment = os.environ | {"PYTHONPATH": str(checkout / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=checkout, env=environment, capture_output=True, timeout=seconds, check=False,
    )  # fmt: skip
    return ran.returncode == 0


def judge(free: "Queue[Path]", seconds: float, package_alone: bool, mutant: Mutant) -> Result:  # noqa: FBT001
    """Plant a fault in a free copy and see which tests notice."""
    checkout = free.get()
    end = "survived"
    try:
        (checkout / mutant.path).write_text(mutant.source, "utf-8")
        for name, tests in suites(mutant.path, package_alone=package_alone):
            if not tests_pass(checkout, tests, seconds):
                end = name
                break
    except subprocess.TimeoutExpired:
        end = "timeout"
    finally:
        shutil.copy(ROOT / mutant.path, checkout / mutant.path)
        free.put(checkout)
    if end in {"survived", "timeout"}:
        print(f"{end}: {mutant.path}:{mutant.line}: {mutant.change}", flush=True)
    return Result(mutant, end)


def report(name: str, results: list[Result]) -> float:
    """Print the score of a sample in per cent, with its 95% interval, and return it."""
    ends, size = Counter(result.end for result in results), len(results)
    if not size:
        return 100.0
    share, z = 1 - ends["survived"] / size, 1.96
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    width = z / (1 + z * z / size) * (share * (1 - share) / size + z * z / (4 * size * size)) ** 0.5
    print(f"{name}: {share:.1%} of {size} ({middle - width:.1%} to {middle + width:.1%})", dict(ends))
    return share * 100


def main() -> bool:
    """Draw, run and report; true when the score is good enough."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--sample", type=int, default=CONFIG["sample"], help="mutants drawn in each folder; 0: all"
    )
    options.add_argument("--seed", type=int, default=CONFIG["seed"])
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--package", action="store_true", help="judge by the tests of the package alone")
    options.add_argument("--only", default="*", help="pattern of the file's name")
    chosen = options.parse_args()
    drawn: list[Mutant] = []
    for package in CONFIG["packages"]:
        files = [
            path.relative_to(ROOT)
            for path in sorted((ROOT / package).rglob("*.py"))
            if path.match(chosen.only)
        ]
        found = [(path, number) for path in files for number in range(len(planted(path)[1]))]
        size = min(chosen.sample or len(found), len(found))
        print(f"{package}: {size} of {len(found)} mutants", flush=True)
        drawn += starmap(partial(mutant, package), random.Random(chosen.seed).sample(found, size))  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as base, ThreadPoolExecutor(chosen.jobs) as pool:
        free: Queue[Path] = Queue()
        for checkout in map(partial(copy, Path(base)), range(chosen.jobs)):
            free.put(checkout)
        packages = [
            path
            for name in CONFIG["packages"]
            for path in (name, f"tests/{Path(name).relative_to('src/mttq')}")
        ]
        start = time.monotonic()
        if not tests_pass(free.queue[0], packages if chosen.package else [], None):
            sys.exit("the tests fail without a mutant")
        seconds = CONFIG["times"] * (time.monotonic() - start)
        results = list(pool.map(partial(judge, free, seconds, chosen.package), drawn))
    for package in CONFIG["packages"]:
        report(package, [result for result in results if result.mutant.folder == package])
    return report("all", results) >= CONFIG["floor"]


if __name__ == "__main__":
    sys.exit(not main())
