"""Every key of the format and every word that it takes is in a sample: none can be dropped unnoticed.

A sample is never edited; whoever adds a key or a word adds a sample.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SCHEMA = "import json, mttq; print(json.dumps(mttq.json_schema()))"  # without the forms that tests declare
Place = tuple[str, str, object]  # a record, its key, and a word that stands there, or None


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    said = subprocess.run([sys.executable, "-c", SCHEMA], capture_output=True, check=True, encoding="utf-8")
    return dict(json.loads(said.stdout))


def places(schema: Mapping[str, Any]) -> Iterator[Place]:
    """Return what the format holds."""
    for name, record in {"": schema, **schema["$defs"]}.items():
        for key, value in record["properties"].items():
            yield name, key, None
            yield from ((name, key, word) for word in words(value))


def words(schema: Any) -> Iterator[str]:
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
    for part in parts:
        yield from words(part)


def held(
    schema: Mapping[str, Any], value: object, where: Mapping[str, Any], name: str = "", key: str = ""
) -> Iterator[Place]:
    """Return the keys and words in a value under a key of a record, whose schema is `where`."""
    if "$ref" in where:
        name = where["$ref"].rpartition("/")[2]
        where = schema["$defs"][name]
    choices = (*where.get("anyOf", ()), *where.get("oneOf", ()))
    if isinstance(value, list):
        for item in value:
            yield from held(
                schema, item, next(c["items"] for c in (where, *choices) if "items" in c), name, key
            )
    elif not isinstance(value, dict):
        yield from ((name, key, word) for word in words(where) if word == value)
    elif choices:
        yield from held(schema, value, next(c for c in choices if fits(schema, value, c)), name, key)
    else:
        for part, inner in value.items():
            yield name, part, None
            yield from held(schema, inner, where["properties"][part], name, part)


def fits(schema: Mapping[str, Any], value: Mapping[str, object], choice: Mapping[str, Any]) -> bool:
    """Whether an object is of a record: an appendix names its form."""
    record = schema["$defs"].get(choice.get("$ref", "").rpartition("/")[2])
    return record is not None and record["properties"].get("form", {}).get("const") == value.get("form")


def samples() -> Iterator[object]:
    for path in HERE.glob("*_v*.json"):
        yield json.loads(path.read_text("utf-8"))
    for path in HERE.glob("*_v*.jsonl"):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def test_every_key_and_every_word_of_the_format_is_held_by_a_sample(schema: dict[str, Any]) -> None:
    found = {place for sample in samples() for place in held(schema, sample, schema)}

    assert sorted(map(str, set(places(schema)) - found)) == []


def test_a_key_or_a_word_missing_from_the_samples_is_noticed(schema: dict[str, Any]) -> None:
    minimal = json.loads((HERE / "minimal_v1.json").read_text("utf-8"))
    missing = set(places(schema)) - set(held(schema, minimal, schema))

    assert {("Unit", "code", None), ("Unit", "kind", "tỉnh"), ("kl62-pl2", "criticism", None)} <= missing
    assert {("Unit", "kind", None), ("Unit", "kind", "xã")} & missing == set()
