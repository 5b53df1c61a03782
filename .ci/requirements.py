"""Print requirements out of pyproject.toml, for a pip that knows no dependency groups.

`groups`: every tool of the dependency groups except the benchmarks' peers.
`lowest`: the runtime dependencies at their lower bounds.
"""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
if sys.argv[1] == "groups":
    groups = project["dependency-groups"]
    lines = {line for name, group in groups.items() if name not in ("bench", "notation") for line in group}
else:
    lines = {f"{line.replace('>=', '==')}.*" for line in project["project"]["dependencies"]}
print("\n".join(sorted(lines)))
