import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema  # type: ignore[import-untyped]
import pytest

from mttq._declared.types import Count
from mttq.checking import waivers_schema
from mttq.codec import json_schema, loads
from mttq.errors import LoadError
from mttq.forms import form, row
from mttq.forms._form import SHIPPED

SAMPLES = Path(__file__).parents[1] / "compat"

COUNT = {"type": "integer", "minimum": 0, "maximum": 10**30 - 1}


@form("test-schema", title="Biểu của người dùng")
@attrs.frozen(kw_only=True)
class OwnForm:
    houses: Count | None = row("1", "Số nhà")


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.name)
def test_the_schema_accepts_the_samples(validator: Any, sample: Path) -> None:
    validator.validate(json.loads(sample.read_bytes()))


def forms_in_samples() -> dict[str, dict[str, Any]]:
    """Return by its code each of mttq's own forms, all filled in."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(SAMPLES.glob("*_v1.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for filled in json.loads(line).get("appendices", ()):
                if len(json.dumps(filled)) > len(json.dumps(found.get(filled["form"], ""))):
                    found[filled["form"]] = filled
    rich = json.loads((SAMPLES / "rich_v1.json").read_bytes())
    return {**found, **{filled["form"]: filled for filled in rich["appendices"]}}


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Return the paths of the cells of a form, all but its tag; a cell may hold a list."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key != "form":
                yield from leaves(item, (*path, key))
    elif isinstance(value, list) and isinstance(value[0], dict):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    else:
        yield path


def spoilt(value: Any) -> Any:
    """Put a number with a fraction in place of each figure and text: no cell of a form takes one."""
    if isinstance(value, list) and isinstance(value[0], dict):
        return [spoilt(item) for item in value]
    if isinstance(value, dict):
        return {key: item if key == "form" else spoilt(item) for key, item in value.items()}
    return 0.5


@pytest.mark.parametrize("code", SHIPPED)
def test_the_schema_accepts_each_form_and_sees_each_cell_of_it_that_is_wrong(
    validator: Any, code: str
) -> None:
    filled = forms_in_samples()[code]
    own = validator.evolve(schema={"$ref": f"#/$defs/{code}", "$defs": validator.schema["$defs"]})
    own.validate(filled)
    wrong = list(own.iter_errors(spoilt(filled)))
    assert {tuple(error.absolute_path) for error in wrong} == set(leaves(filled)) != set()
    assert not own.is_valid({**filled, "no such line": 1})
    assert not own.is_valid({**filled, "form": "no-such-form"})


def test_every_registered_form_has_a_definition_with_its_tag() -> None:
    schema: Any = json_schema()
    definition = schema["$defs"]["test-schema"]
    assert {"$ref": "#/$defs/test-schema"} in schema["properties"]["appendices"]["items"]["oneOf"]
    assert definition == {
        "type": "object",
        "properties": {
            "form": {"const": "test-schema"},
            "houses": {"title": "Số nhà", "anyOf": [COUNT, {"type": "null"}]},
        },
        "required": ["form"],
        "additionalProperties": False,
    }


def test_two_classes_of_one_name_have_two_definitions() -> None:
    schema: Any = json_schema()
    definitions = schema["$defs"]
    assert "union_members" in definitions["Membership"]["properties"]
    assert "members" in definitions["Membership2"]["properties"]


SCHEMAS = """
import json, mttq
from mttq.checking import waivers_schema
from mttq.exporting import findings_schema
made = (mttq.json_schema, findings_schema, waivers_schema)
made = [[schema(lang=lang) for schema in made] for lang in ("vi", "en")]
print(json.dumps(made))
"""  # without the forms that tests declare


def said(schema: Any) -> Iterator[str]:
    """Return the titles and descriptions of a schema, not the fields of these names."""
    if isinstance(schema, list):
        for item in schema:
            yield from said(item)
    elif isinstance(schema, dict):
        yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
        for part in schema.values():
            yield from said(part)


def silent(schema: Any) -> Any:
    if isinstance(schema, list):
        return [silent(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: silent(part) for key, part in schema.items()}
    return {
        key: part
        for key, part in kept.items()
        if key not in ("title", "description") or isinstance(part, dict)
    }


def test_schemas_speak_one_language_each_and_say_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", SCHEMAS], capture_output=True, check=True)
    vietnamese, english = json.loads(done.stdout)
    for one, other in zip(vietnamese, english, strict=True):
        pairs = list(zip(said(one), said(other), strict=True))
        assert len(pairs) >= 10
        assert [
            text for text, _ in pairs if text.isascii() and text.islower()
        ] == []  # a key instead of a label
        assert [pair for pair in pairs if pair[0] == pair[1]] == []
        assert [text for _, text in pairs if re.search("[À-ỹ]", text)] == []
        assert silent(one) == silent(other)


LEDGER = {"fund": "Quỹ Vì người nghèo"}
STATEMENT = {"indicator": "x", "value": {"value": "1"}}


@pytest.mark.parametrize(
    "fields",
    [
        {"schema_version": 2},
        {"schema_version": "1"},
        {"unit": {"kind": "xã"}},
        {"unit": {"kind": "tổng", "name": "A"}},
        {"unit": {"kind": "xã", "name": None}},
        {"unit": {"kind": "xã", "name": "A", "traits": ["biển"]}},
        {"title": 5},
        {"titel": "Báo cáo"},
        {"as_of": "12/2023"},
        {"as_of": "2023-13"},
        {"header": {"date": "05/03/2020"}},
        {"header": {"date": "2020-02-31"}},
        {"population": {"households": "05"}},
        {"population": {"households": 3.7}},
        {"population": {"households": True}},
        {"population": {"households": -1}},
        {"population": {"poor": {"share": 51.59}}},
        {"population": {"poor": {"share": "51,59"}}},
        {"population": {"poor": {"share": "NaN"}}},
        {"funds": {"ledgers": [{**LEDGER, "raised": 0.5}]}},
        {"funds": {"ledgers": [{**LEDGER, "raised": "5"}]}},
        {"funds": {"ledgers": [{**LEDGER, "raised": {"unit": "VND"}}]}},
        {"funds": {"ledgers": [{**LEDGER, "each_year": 1}]}},
        {"funds": {"ledgers": LEDGER}},
        {"statements": [{**STATEMENT, "value": {"value": "1e3"}}]},
        {"statements": [{**STATEMENT, "value": {"value": "1", "qualifier": "hơn"}}]},
        {"statements": [{**STATEMENT, "period": "2023"}]},
        {"appendices": [{"form": "kl62-pl9"}]},
        {"appendices": [{}]},
        {"appendices": [{"form": "test-schema", "houses": [1, 2]}]},
        {"appendices": [{"form": "kl62-pl1", "movements": {"commended": [1, 2, 3]}}]},
        {"appendices": [{"form": "kl62-pl1", "movements": {"commended": "1/2"}}]},
        {"appendices": [{"form": "kl62-pl2", "criticism": {"sessions": 5}}]},
        {"appendices": [{"form": "kl62-pl2", "criticism": {"sessions": {"xã": 5}}}]},
    ],
    ids=lambda fields: json.dumps(fields, ensure_ascii=False),
)
def test_what_types_forbid_is_refused_by_the_schema_and_by_loads(
    validator: Any, with_fields: Callable[..., str], fields: dict[str, Any]
) -> None:
    text = with_fields(**fields)
    assert not validator.is_valid(json.loads(text))
    with pytest.raises(LoadError):
        loads(text)


def test_the_schema_of_waivers_accepts_what_is_written_and_no_list_as_before() -> None:
    schema = waivers_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    first, second = (json.loads((SAMPLES / f"waivers/v{n}.json").read_bytes()) for n in (1, 2))
    assert [validator.is_valid(item) for item in (first, second, {**second, "schema_version": 1})] == [
        False,
        True,
        False,
    ]
