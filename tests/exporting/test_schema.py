import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

import mttq
from mttq.checking import Findings
from mttq.exporting import findings_schema
from mttq.tables import Lang


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_findings_fit_their_schema(findings: Findings, lang: Lang) -> None:
    schema = findings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    real = mttq.check(mttq.load(Path(__file__).parents[2] / "examples" / "trung_son_2023.json"))

    for judged in (Findings(), findings, real):
        jsonschema.validate(json.loads(judged.to_json(lang=lang)), schema)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "fatal"},
        {"expected": 4},
        {"suggestions": "4"},
        {"colour": "red"},
    ],
)
def test_the_schema_refuses_what_no_finding_says(findings: Findings, change: dict[str, object]) -> None:
    data = json.loads(findings.to_json())
    data["findings"][0] |= change

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, findings_schema())
