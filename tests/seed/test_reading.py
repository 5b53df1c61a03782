"""The real report is read from its text as examples/trung_son_2023.json has it."""

from pathlib import Path

import attrs
import pytest

import mttq
from mttq.forms import form_of
from mttq.model import Unit, UnitKind
from mttq.reading import Hints, Reason, read

ROOT = Path(__file__).parents[2]
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEED, reason="the real report lies outside the project")

REPORT = mttq.load(ROOT / "examples/trung_son_2023.json")


def test_the_appendices_are_read_without_help() -> None:
    """All 42 filled cells, none wrong, none left; "05" and "00" as printed, each with its line."""
    reading = read(SEED[0])
    lines = SEED[0].read_text("utf-8").splitlines()

    assert reading.appendices == {None: REPORT.appendices}
    assert len(reading.figures) == 42
    assert [item for item in reading.unread if item.reason is not Reason.NARRATIVE] == []
    assert all(lines[(item.source.line or 0) - 1].split("\t")[-1] == item.text for item in reading.figures)
    assert set(reading.report(unit=REPORT.unit).printed) == {
        item
        for item in REPORT.printed
        if item.path.startswith(tuple(form_of(type(a)).code for a in REPORT.appendices))
    }


def test_headings_citations_recipients_and_signature_are_those_of_the_example() -> None:
    reading = read(SEED[0])

    assert [attrs.evolve(heading, title=None) for heading in reading.outline] == [
        attrs.evolve(heading, title=None) for heading in REPORT.outline
    ]
    assert reading.citations == REPORT.citations
    assert reading.recipients == REPORT.recipients
    assert reading.signature == REPORT.signature


def test_statements_are_those_of_the_example_once_hints_confirm_them() -> None:
    """Which row a quantity states is a decision; "chưa tổ chức" holds no figure and is not found."""
    stated = REPORT.statements[0]
    reading = read(SEED[0], hints=Hints(statements={"115 hội nghị": stated.indicator}), narrative=False)
    report = reading.report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"))

    assert report.statements == (stated,)
    assert report.narrative is None
    assert "115 hội nghị" not in {item.text for item in reading.unread}


def test_the_example_is_read_from_the_text_with_one_file_of_hints() -> None:
    """What had to be hinted: which figures the quantities of the text are, and what it says in words.

    Of 47 quantities of the text 39 are figures of the report; no line of the appendices, no heading,
    citation, recipient or signature had to be hinted.  What no figure tells stands in the hints as the file
    of a report has it: unit, title, subject, what was reviewed, periods, names of campaigns and funds, and
    the statement that no conference was held.
    """
    hints = Hints.load(Path(__file__).with_name("trung_son_2023.hints.json"))
    reading = read(SEED[0], hints=hints, narrative=False)
    report = reading.report()

    assert (len(hints.records), len(hints.statements)) == (38, 1)
    assert (hints.lines, hints.columns, hints.sheets, hints.tier) == ({}, {}, {}, None)
    untold = {"unit", "title", "subject", "reviewed", "as_of", "periods", "statements"}
    assert {*hints.report} == untold | {"population", "organisation", "campaigns", "funds"}
    assert attrs.evolve(report, outline=REPORT.outline, printed=REPORT.printed) == REPORT
    assert sorted(map(str, report.printed)) == sorted(map(str, REPORT.printed))
    rest = [item.text for item in reading.unread]
    assert rest == ["15 năm", "15 NĂM", "15 năm", "15 NĂM", "15 năm", "20 năm", "ba tiêu chí", "15 năm"]
