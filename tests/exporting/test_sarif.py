import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

import mttq
from mttq.checking import Findings
from mttq.exporting import Results, to_sarif
from mttq.tables import Lang

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-part.json").read_text("utf-8"))
NAME = "báo cáo/a:b.json"
URI = "b%C3%A1o%20c%C3%A1o/a%3Ab.json"


@pytest.fixture
def run(findings: Findings) -> Any:
    """The only run, on one report that was read and one that was not."""
    (run,) = json.loads(to_sarif({"bad.json": "không có tệp này", NAME: findings}, lang="en"))["runs"]
    return run


def test_a_breach_is_a_result_with_its_places(run: Any, findings: Findings) -> None:
    file = {"physicalLocation": {"artifactLocation": {"uri": URI, "index": 0}}}

    assert run["results"][0] == {
        "ruleId": "TST001",
        "ruleIndex": 1,
        "kind": "fail",
        "level": "error",
        "message": {"text": "Sum is right: 3: 3 (hộ) ≠ 4 (nghèo), off by 1"},
        "locations": [
            {
                **file,
                "logicalLocations": [
                    {"name": "households", "fullyQualifiedName": "population.households", "kind": "value"}
                ],
                "message": {"text": "Population, Households"},
            }
        ],
        "relatedLocations": [{**file, "message": {"text": "Population, Poor households, Households"}}],
        "partialFingerprints": {"mttqFinding/v2": findings[0].fingerprint},
        "suppressions": [],
        "properties": {
            "expected": "4",
            "actual": "3",
            "arithmetic": "3 (hộ) ≠ 4 (nghèo), off by 1",
            "suggestions": ["Population, Households: 3 → 4"],
            "basis": "Arithmetic",
        },
    }


def test_levels_and_suppressions_follow_severity_and_waivers(run: Any) -> None:
    accepted = [{"kind": "external", "status": "accepted", "justification": "=đã giải trình"}]

    assert [(item["ruleId"], item["level"], item["suppressions"]) for item in run["results"]] == [
        ("TST001", "error", []),
        ("TST002", "warning", []),
        ("TST005", "error", accepted),
        ("TST005", "error", accepted),
    ]


def test_rules_come_with_all_that_is_known(run: Any) -> None:
    """One of the caller's own that found nothing is known by its code only."""
    rules = run["tool"]["driver"]["rules"]

    assert rules[1] == {
        "id": "TST001",
        "name": "SumIsRight",
        "shortDescription": {"text": "Sum is right"},
        "fullDescription": {"text": "Parts add up."},
        "help": {"text": "Parts add up.\n\nSố học"},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["TST"], "level": 1, "basis": "Số học", "confidence": "confirmed"},
    }
    assert [rule["id"] for rule in rules] == ["CRI001", *(f"TST00{n}" for n in range(1, 7))]
    assert rules[3] == {"id": "TST003"}
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in run["results"])


def test_a_report_that_could_not_be_read_makes_the_run_unsuccessful(run: Any) -> None:
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "không có tệp này"},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "bad.json"}}}],
                }
            ],
        }
    ]


def test_each_report_is_an_artifact_that_says_how_judgements_ended(run: Any, findings: Findings) -> None:
    (artifact,) = run["artifacts"]

    assert (artifact["location"], list(artifact["properties"]["counts"])) == (
        {"uri": URI},
        list(findings.counts),
    )
    assert artifact["properties"]["counts"]["TST003"] == {
        "passed": 1,
        "failed": 0,
        "not_applicable": 0,
        "not_verifiable": 1,
    }


def test_a_report_without_a_name_has_no_file(findings: Findings) -> None:
    (run,) = json.loads(to_sarif(findings))["runs"]

    assert "location" not in run["artifacts"][0]
    assert "physicalLocation" not in run["results"][0]["locations"][0]
    assert run["invocations"][0]["executionSuccessful"]


def test_an_absolute_name_is_a_file_address(findings: Findings, tmp_path: Path) -> None:
    (run,) = json.loads(to_sarif({str(tmp_path / "xã.json"): findings}))["runs"]

    assert run["artifacts"][0]["location"] == {"uri": (tmp_path / "xã.json").as_uri()}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_file_has_the_shapes_of_the_standard(findings: Findings, lang: Lang) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    real = mttq.check(mttq.load(Path(__file__).parents[2] / "examples" / "trung_son_2023.json"))

    every: tuple[Results, ...] = (
        {},
        Findings(),
        findings,
        {NAME: findings, "bad.json": "không có", "xa.json": real},
    )
    for results in every:
        jsonschema.validate(json.loads(to_sarif(results, lang=lang)), SCHEMA)
