"""How the tests run: examples that are drawn may take any time, of long series a share always runs."""

from collections import Counter

import pytest
from hypothesis import settings

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
