"""Mutation testing of what [tool.mutation] in pyproject.toml names: `python .ci/mutate.py`.

Draws a seeded sample of small faults for each folder named there (the whole package is one), plants one at a
time in a copy of the checkout and runs the module's own tests and doctests, or those of its package.  What
these do not notice is planted together, at most one fault in a file, and all tests run; those that fail run
for each fault alone, and tell which is noticed.  A test that fails without a fault, too, tells nothing.
Prints what survived and the score with its 95% interval (Wilson); fails when one is below the floor.
Limits are time of the processor: on a busy machine nothing else tells a slow test from an endless one.

mutmut 3 does not mutate decorated functions, and here every rule is one; hence these lines.
"""

import argparse
import ast
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
UNSHRUNK = """
from hypothesis import Phase, settings

settings.register_profile("unshrunk", deadline=None, phases=[Phase.explicit, Phase.generate])
"""  # whether a property fails is asked, not by which example
UNNEEDED = [".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "dist"]
SWAPPED = {right: left for left, right in PAIRS} | dict(PAIRS)
SURVIVED, TIMEOUT = "survived", "timeout"
WAITING = 20  # times the limit a test may wait, as one does that is locked or on a busy machine
OPERATORS = (ast.cmpop, ast.boolop, ast.operator, ast.Continue, ast.Break)


class Mutant(NamedTuple):
    """One fault: of which sample, file and line, what was and what is, and the faulty source."""

    folder: str
    path: Path
    line: int
    change: str
    source: str


class Result(NamedTuple):
    """Which tests noticed a fault ("own tests", "all tests"), SURVIVED or TIMEOUT; and which failed."""

    mutant: Mutant
    end: str
    failed: Sequence[str] = ()


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
    """Walk over the fields that may be faulty: not annotations, docstrings, imports and what says nothing."""
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
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Assign(value=ast.Call(ast.Name("TypeVar"))):
            return True
        case ast.keyword(arg="strict"):  # of zip: it asserts what always holds
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


def own_tests(path: Path) -> list[str]:
    """Return the doctests of a module and the files of its tests; if it has none, those of its package."""
    mirror, name = ROOT / "tests" / path.parent.relative_to("src/mttq"), path.stem.removeprefix("_")
    while not mirror.exists():
        mirror = mirror.parent
    own = sorted(mirror.glob(f"test_{name}*.py"))
    if not own and mirror != ROOT / "tests":
        own = [mirror]
    return [str(path), *(str(item.relative_to(ROOT)) for item in own)]


def copies(base: Path, number: int) -> Iterator[Path]:
    """Copy the checkout, with sources written as those of the mutants are.

    Compiled files are told by their content, for a mutant may be as old and as long as what it stands for.
    """
    first = base / "0/main"
    shutil.copytree(ROOT, first, ignore=shutil.ignore_patterns(*UNNEEDED))
    (first / "conftest.py").write_text(UNSHRUNK, "utf-8")
    for path in (first / "src").rglob("*.py"):
        path.write_text(ast.unparse(ast.parse(path.read_text("utf-8"))), "utf-8")
    options = ["-q", "--invalidation-mode", "checked-hash"]
    subprocess.run([sys.executable, "-m", "compileall", *options, "src"], cwd=first, check=True)  # noqa: S603
    for name in range(number):
        checkout = base / str(name) / "main"
        if name:
            shutil.copytree(first, checkout)
        if (ROOT.parent / "shared").exists():
            (checkout.parent / "shared").symlink_to(ROOT.parent / "shared")
        yield checkout


def failing(checkout: Path, tests: list[str], seconds: int, *options: str) -> list[str]:
    """Run tests (all if none are named) on the sources of a copy; return those that fail, or TIMEOUT.

    Those of growth measure time: beside other jobs they tell nothing.
    """
    (checkout.parent / "tests").write_text("\n".join(tests), "utf-8")
    failed = checkout.parent / "cache/v/cache/lastfailed"
    failed.unlink(missing_ok=True)
    options = (
        "-q", "--tb=no", "--hypothesis-seed=0", "--hypothesis-profile=unshrunk",
        "--ignore-glob=*test_growth.py", "-o", f"cache_dir={failed.parents[2]}",
        *options, f"@{checkout.parent / 'tests'}",
    )  # fmt: skip
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "pytest", *options],
        cwd=checkout, env=os.environ | {"PYTHONPATH": str(checkout / "src")},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as ran:  # fmt: skip
        resource.prlimit(ran.pid, resource.RLIMIT_CPU, (seconds, seconds))
        try:
            ran.wait(timeout=WAITING * seconds)
        except subprocess.TimeoutExpired:
            ran.kill()
    if ran.returncode < 0:
        return [TIMEOUT]
    names = json.loads(failed.read_text("utf-8")) if failed.exists() else ()
    return sorted({name.partition("[")[0] for name in names}) or ["pytest"] * (ran.returncode not in {0, 5})


@contextmanager
def planting(free: "Queue[Path]", mutants: list[Mutant]) -> Iterator[Path]:
    """Return a free copy of the checkout with these faults, and take them out again."""
    checkout = free.get()
    for mutant in mutants:
        (checkout / mutant.path).write_text(mutant.source, "utf-8")
    try:
        yield checkout
    finally:
        for mutant in mutants:
            shutil.copy(ROOT / mutant.path, checkout / mutant.path)
        free.put(checkout)


def judge(free: "Queue[Path]", mutant: Mutant) -> Result:
    """Plant a fault and see whether the tests of its module notice."""
    with planting(free, [mutant]) as checkout:
        failed = failing(checkout, own_tests(mutant.path), CONFIG["seconds"], "-x")
    end = TIMEOUT if failed == [TIMEOUT] else "own tests" if failed else SURVIVED
    return Result(mutant, end, [name for name in failed if "/" in name])


def judge_together(free: "Queue[Path]", mutants: list[Mutant]) -> list[Result]:
    """Plant faults of different files at once, and return which of them all tests notice.

    Of the tests that fail some run for each fault alone; if these tell nothing, half the faults are planted.
    """
    with planting(free, mutants) as checkout:
        failed = failing(checkout, [], CONFIG["seconds_of_all"], "--continue-on-collection-errors")
    some = [name for name in failed if "/" in name][:: len(failed) // 30 + 1]
    if some:
        with planting(free, []) as checkout:
            without = failing(checkout, some, CONFIG["seconds_of_all"])
        failed = some = [name for name in some if name not in without]
    if not failed:
        return [Result(mutant, SURVIVED) for mutant in mutants]
    if len(mutants) == 1:
        return [Result(mutants[0], TIMEOUT if failed == [TIMEOUT] else "all tests")]
    noticed, left = [], []
    for mutant in mutants:
        with planting(free, [mutant]) as checkout:
            seen = some and failing(checkout, some, CONFIG["seconds_of_all"], "-x")
            (noticed if seen else left).append(mutant)
    half = len(left) if noticed else len(left) // 2
    parts = [part for part in (left[:half], left[half:]) if part]
    return [Result(mutant, "all tests") for mutant in noticed] + [
        result for part in parts for result in judge_together(free, part)
    ]


def told(mutant: Mutant) -> str:
    """Return where a fault is and what it changes."""
    return f"{mutant.path}:{mutant.line}: {mutant.change}"


def report(name: str, results: list[Result]) -> float:
    """Print the score of a sample in per cent, with its 95% interval, and return it."""
    ends, size = Counter(result.end for result in results), len(results)
    if not size:
        return 100.0
    share, z = 1 - ends[SURVIVED] / size, 1.96
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    width = z / (1 + z * z / size) * (share * (1 - share) / size + z * z / (4 * size * size)) ** 0.5
    print(f"{name}: {share:.1%} of {size} ({middle - width:.1%} to {middle + width:.1%})", dict(ends))
    return share * 100


def main() -> bool:
    """Draw, run and report; true when the score is good enough."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folders", nargs="*", default=CONFIG["packages"])
    options.add_argument(
        "--sample", type=int, default=CONFIG["sample"], help="mutants drawn in each folder; 0: all"
    )
    options.add_argument("--seed", type=int, default=CONFIG["seed"])
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--only", default="*", help="pattern of the file's name")
    chosen = options.parse_args()
    drawn: list[Mutant] = []
    for package in chosen.folders:
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
        for checkout in copies(Path(base), chosen.jobs):
            free.put(checkout)
        results = []
        for result in pool.map(partial(judge, free), drawn):
            results.append(result)
            if result.end == SURVIVED:
                print("not noticed by its own tests:", told(result.mutant), flush=True)
        failed = sorted({name for result in results for name in result.failed})
        if failed and (found := failing(free.queue[0], failed, CONFIG["seconds_of_all"])):
            sys.exit(f"tests fail without a mutant: {found}")
        left = sorted(result.mutant for result in results if result.end == SURVIVED)
        if left:
            most = max(Counter(mutant.path for mutant in left).values())
            batches = [left[first :: max(most, chosen.jobs)] for first in range(max(most, chosen.jobs))]
            results = [result for result in results if result.end != SURVIVED]
            for some in pool.map(partial(judge_together, free), filter(None, batches)):
                results += some
    for result in results:
        if result.end in {SURVIVED, TIMEOUT}:
            print(f"{result.end}: {told(result.mutant)}")
    samples = {
        folder: [item for item in results if item.mutant.folder == folder] for folder in chosen.folders
    }
    return min(starmap(report, samples.items())) >= CONFIG["floor"]


if __name__ == "__main__":
    sys.exit(not main())
