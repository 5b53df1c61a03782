"""How the tests run: examples that are drawn may take any time, of long series a share always runs."""

import ast
import gc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

collect_ignore = ["forms/other_forms.py"]  # whose forms only one test shall meet
SOURCES = Path(__file__).parents[1] / "src"
settings.register_profile("mttq", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("mttq")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every n-th case of a test marked `share(n)` run always, the others under the mark `sweep`."""
    met: Counter[str] = Counter()
    for item in items:
        mark = item.get_closest_marker("share")
        if mark:
            test = item.nodeid.partition("[")[0]
            if met[test] % mark.args[0]:
                item.add_marker("sweep")
            met[test] += 1


def pytest_collection_finish() -> None:
    """Spare the collector of garbage to walk over all that is imported and collected again and again."""
    gc.freeze()


@pytest.fixture(scope="session")
def trees() -> dict[Path, ast.Module]:
    """The sources, each file parsed once."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCES.rglob("*.py"))}
