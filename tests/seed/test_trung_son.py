"""examples/trung_son_2023.json holds what the real report says: every figure, date, citation and heading."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import mttq
from mttq import vi
from mttq.forms import form_of

ROOT = Path(__file__).parents[2]
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEED, reason="the real report lies outside the project")

REPORT = mttq.load(ROOT / "examples/trung_son_2023.json")


def lines() -> list[tuple[int, str]]:
    """Return the lines of the report, numbered from 1."""
    return list(enumerate(SEED[0].read_text("utf-8").split("\n"), 1))


def narrative() -> list[tuple[int, str]]:
    """Return the lines before the appendices."""
    numbered = lines()
    first = next(number for number, line in numbered if line.startswith("PHỤ LỤC 1"))
    return numbered[: first - 1]


def leaves(value: Any) -> Iterator[object]:
    """Return every figure, date and text inside a record."""
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    elif value is not None:
        yield value


def test_every_figure_of_the_narrative_is_there() -> None:
    """Each quantity that can be found in the text is in the records; "ba tiêu chí" is not a figure."""
    said = {
        bound
        for _, line in narrative()
        for quantity, _ in vi.find_quantities(line)
        if quantity.unit != "criteria"
        for bound in (quantity.value, quantity.upper)
    }
    held = {Decimal(leaf) for leaf in leaves(REPORT) if isinstance(leaf, int | Decimal)}

    assert said - held - {None} == set()


def test_every_date_and_period_of_the_narrative_is_there() -> None:
    """Each date is in a citation or among the periods, as precise as it was printed."""
    said = {period.iso for _, line in narrative() for period, _ in vi.find_dates(line)}
    cited = {item.document.date.isoformat() for item in REPORT.citations if item.document.date}
    named = {item.period.iso for item in REPORT.periods if item.period}
    festivals = {item.period.iso for item in REPORT.campaigns.festivals if item.period}

    assert said - cited - named - festivals == set()


def test_every_citation_is_there_in_order() -> None:
    """Each mention of a document is kept with its line; that of the title runs over two lines."""
    said = [(number, ref) for number, line in lines() for ref, _ in vi.find_documents(line)]
    held = [(item.source.line if item.source else None, item.document) for item in REPORT.citations]

    assert len(held) == 48
    assert [number for number, _ in said] == [number for number, _ in held]
    assert [ref for _, ref in said][1:] == [ref for _, ref in held][1:]


def test_every_heading_number_is_there_in_order() -> None:
    """Parts, Roman, Arabic and two-level numbers."""
    pattern = re.compile(r"(Phần thứ \w+)$|([IV]+)\. |([0-9](?:\.[0-9])?)\.? ")
    found = [(number, pattern.match(line)) for number, line in narrative()]
    said = [(number, next(filter(None, match.groups()))) for number, match in found if match]

    assert said == [(heading.line, heading.number) for heading in REPORT.outline]


def printed_cells() -> Iterator[list[str]]:
    """Return the figure columns of each printed line of both appendices."""
    for _, line in lines():
        columns = line.split("\t")
        if len(columns) > 2 and columns[0] != "STT" and not columns[0].startswith("--"):
            yield [re.sub(r"[*]", "", column).strip() for column in columns[2:]]


def test_every_cell_of_the_appendices_is_as_printed() -> None:
    """All 81 lines and three tables: value for value, blank for blank, "05" and "00" in their spelling."""
    spelled = {item.path: item.text for item in REPORT.printed}
    held = []
    for appendix in REPORT.appendices:
        form = form_of(type(appendix))
        for row in form.rows:
            cells = list(form.row_cells(appendix, row))
            if row.kind is mttq.forms.Kind.HEADING:
                if not form.tiers:
                    held.append([""])
            else:
                held.append([spelled.get(cell.path) or vi.format_figure(cell.value) for cell in cells])

    assert held == list(printed_cells())


def test_spellings_are_recorded_only_where_they_differ() -> None:
    """A spelling that `format_figure` would print anyway is no news."""
    texts = Counter(item.text for item in REPORT.printed)

    assert all(re.fullmatch(r"0[0-9]", text) for text in texts)
    assert [item.path for item in REPORT.printed if REPORT.value_at(item.path) != int(item.text)] == []
