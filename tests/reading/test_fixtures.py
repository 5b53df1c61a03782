"""Office files with their truth, which lie outside the project: none wrong, none lost, each in its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from mttq.reading import ReadError, Reason, Source, read
from mttq.values import Pair, Triple

OFFICE = Path(__file__).parents[3] / "shared" / "corpus" / "office"
TRUTHS = [json.loads(path.read_text("utf-8")) for path in sorted((OFFICE / "truth").glob("*.json"))]
READABLE = [truth for truth in TRUTHS if "figures" in truth]
pytestmark = pytest.mark.skipif(not TRUTHS, reason="the files lie outside the project")


def parts(value: object) -> object:
    """Return a value as the truth writes it."""
    match value:
        case Pair(first=first, second=second):
            return [first, second]
        case Triple(first=first, second=second, third=third):
            return [first, second, third]
    return value


def place(source: Source) -> dict[str, object]:
    if source.line:
        return {"line": source.line}
    found = {"sheet": source.sheet, "cell": source.cell, "table": source.table, "row": source.row}
    return {key: value for key, value in (found | {"col": source.column}).items() if value is not None}


@pytest.mark.parametrize("truth", READABLE, ids=lambda truth: truth["file"])
def test_every_figure_is_right_and_in_its_place_or_handed_back(truth: dict[str, Any]) -> None:
    reading = read(OFFICE / "files" / truth["file"])
    expected = {
        (item.get("unit"), item["path"]): (
            item["value"],
            {key: item["source"][key] for key in item["source"] if key != "how"},
        )
        for item in truth["figures"]
    }
    unread = {(item.unit, path): item for item in reading.unread for path in item.candidates}
    missing = truth.get("formulas_without_value", [])

    assert {
        (figure.unit, figure.path): (parts(figure.value), place(figure.source)) for figure in reading.figures
    } == {key: value for key, value in expected.items() if key[1] not in missing}
    assert {path: unread[None, path].reason for path in missing} == dict.fromkeys(missing, Reason.NO_VALUE)
    handed_back = {item.text for item in reading.unread}
    assert {item["text"] for item in truth.get("doubtful", [])} <= handed_back
    assert set(truth.get("hidden", [])) <= handed_back


@pytest.mark.parametrize("truth", READABLE, ids=lambda truth: truth["file"])
def test_the_text_around_the_tables_is_read(truth: dict[str, Any]) -> None:
    reading = read(OFFICE / "files" / truth["file"])
    header = truth.get("header", {})
    quantities = {item.text for item in reading.unread if item.reason is Reason.NARRATIVE}

    for name in {"superior", "issuer", "symbol", "place"} & set(header):
        assert getattr(reading.header, name) == header[name]
    if header:
        assert str(reading.header.date) == header["date"]
    assert reading.title == header.get("title", reading.title)
    assert list(reading.recipients) == header.get("recipients", [])
    assert {item.document.symbol for item in reading.citations} == set(truth.get("citations", ()))
    if "headings" in truth:
        assert [[heading.number, heading.title] for heading in reading.outline] == truth["headings"]
    if "narrative" in truth:
        assert len(quantities) >= len(truth["narrative"])


@pytest.mark.parametrize(
    "truth", [truth for truth in TRUTHS if truth.get("hostile")], ids=lambda truth: truth["file"]
)
def test_hostile_files_are_refused_or_read_with_a_note(truth: dict[str, Any]) -> None:
    path = OFFICE / "files" / truth["file"]
    if truth["must"].startswith("refuse"):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.source == str(path)
    else:
        plain = read(OFFICE / "files" / "01_plain.docx")
        reading = read(path)
        assert [(item.path, item.value) for item in reading.figures] == [
            (item.path, item.value) for item in plain.figures
        ]
        assert reading.notes == ("tệp có macro; macro không được chạy",)
