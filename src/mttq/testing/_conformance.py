"""The conformance suite: cases in JSON by which a program in any language can prove itself."""

import json
from collections.abc import Sequence
from copy import copy
from importlib.resources import files
from typing import Any

from mttq._declared.types import not_among

__all__ = ["conformance_cases"]


def conformance_cases(suite: str) -> tuple[dict[str, object], ...]:
    """Read the cases of a suite; `docs/conformance.md` explains them.

    Args:
        suite: "numbers", "money", "dates", "documents", "words", "sorting", "quantities" or "rules".

    Returns:
        the cases as they stand in the file; those of "rules" with their whole `report`, or `reports`, which
        share what they have in common: copy one before you change it.

    Raises:
        ArgumentError: there is no such suite.

    >>> conformance_cases("numbers")[0]
    {'call': 'parse_number', 'with': ['1.555'], 'gives': '1555'}
    """
    folder = files("mttq") / "conformance"
    known = sorted(item.name.removesuffix(".json") for item in folder.iterdir())
    if suite not in known:
        raise not_among("suite", known, suite)
    content = json.loads((folder / f"{suite}.json").read_text(encoding="utf-8"))
    return tuple(_whole(case, content.get("bases", ())) for case in content["cases"])


def _whole(case: dict[str, Any], bases: Sequence[object]) -> dict[str, object]:
    """Put whole reports in the place of patches."""
    whole: dict[str, object] = {key: value for key, value in case.items() if key not in ("base", "patch")}
    if "patch" in case:
        whole["report"] = _patched(case, bases)
    for several in ("reports", "previous"):
        if several in case:
            whole[several] = [_patched(item, bases) for item in case[several]]
    return whole


def _patched(item: dict[str, Any], bases: Sequence[object]) -> object:
    """Apply a patch (RFC 6902: add, remove, replace) to its base, of which only what changes is copied."""
    root = {"": bases[item.get("base", 0)]}
    for change in item["patch"]:
        pointer: str = change["path"]
        *steps, last = pointer.split("/")
        place: Any = root
        for step in steps:
            key = _key(place, step)
            place[key] = place = copy(place[key])
        key = _key(place, last)
        if change["op"] == "remove":
            del place[key]
        elif isinstance(place, list) and change["op"] == "add":
            place.insert(key, change["value"])
        else:
            place[key] = change["value"]
    return root[""]


def _key(place: object, step: str) -> Any:
    """Read a step of a JSON Pointer; "-" is the end of a list."""
    if isinstance(place, list):
        return len(place) if step == "-" else int(step)
    return step
