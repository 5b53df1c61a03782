"""Memory of the reports that a process keeps: `python kept.py NAME FILE MEASURE` in a process of its own.

NAME is a loader, FILE has one JSON report a line, MEASURE is "tracemalloc" or "rss".  Prints KiB for each.
"""

import gc
import json
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["LOADERS"]


def _mttq() -> Callable[[str], Any]:
    from mttq.codec import loads

    return loads


def _pydantic() -> Callable[[str], Any]:
    from peers import pydantic_report

    return pydantic_report().model_validate_json  # type: ignore[no-any-return]


def _msgspec() -> Callable[[str], Any]:
    import msgspec
    from peers import msgspec_report

    return msgspec.json.Decoder(msgspec_report()).decode


def _json() -> Callable[[str], Any]:
    return json.loads


LOADERS = {"mttq": _mttq, "pydantic strict": _pydantic, "msgspec": _msgspec, "json": _json}


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4.0


def _kept(name: str, file: str, measure: str) -> float:
    load = LOADERS[name]()
    lines = Path(file).open(encoding="utf-8")  # noqa: SIM115 - the process ends with it
    load(next(lines))  # what is made once
    gc.collect()
    if measure == "tracemalloc":
        tracemalloc.start()
        kept = [load(line) for line in lines]
        gc.collect()
        return tracemalloc.get_traced_memory()[0] / 1024 / len(kept)
    before = _resident()
    kept = [load(line) for line in lines]
    gc.collect()
    return (_resident() - before) / len(kept)


if __name__ == "__main__":
    print(_kept(*sys.argv[1:]))
