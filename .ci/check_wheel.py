"""Check what a wheel holds: every source file, the pytest plugin's too, the licence, and nothing else."""

import sys
import zipfile
from pathlib import Path

root = Path(__file__).parents[1]
with zipfile.ZipFile(sys.argv[1]) as wheel:
    names = set(wheel.namelist())
    metadata = wheel.read(next(name for name in names if name.endswith(".dist-info/METADATA"))).decode()
package = {name for name in names if ".dist-info/" not in name}
sources = {
    path.relative_to(root / "src").as_posix()
    for path in (root / "src").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
needs = {line.split(":", 1)[1].strip() for line in metadata.splitlines() if line.startswith("Requires-Dist")}
runtime = {need.split(">")[0] for need in needs if "extra ==" not in need}
problems = [
    *(f"missing in the wheel: {name}" for name in sorted(sources - package)),
    *(f"unexpected in the wheel: {name}" for name in sorted(package - sources)),
    *([] if any(name.endswith("licenses/LICENSE") for name in names) else ["no licence"]),
    *([] if runtime == {"attrs", "cattrs", "babel", "tabulate"} else [f"runtime dependencies: {runtime}"]),
]
print("\n".join(problems) or f"{Path(sys.argv[1]).name}: {len(package)} files, as it should be")
sys.exit(bool(problems))
