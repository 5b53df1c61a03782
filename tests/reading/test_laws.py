"""Laws of reading: nothing wrong, nothing dropped, whatever the form and the layout."""

import random
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mttq
from mttq.forms import (
    Form,
    ImplementationAppendix,
    Kind,
    ParticipationAppendix,
    Row,
    form,
    form_of,
    row,
    section,
)
from mttq.forms._form import _FORMS
from mttq.reading import Reading, read
from mttq.reading._figures import looks_like_figure
from mttq.values import Pair, Tiered

MADE = run_path(str(Path(__file__).with_name("office.py")))
FORMS = [ImplementationAppendix, ParticipationAppendix]
APPENDICES = [*map(form_of, FORMS)]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ"
OWN = (
    "Cấp thôn",
    "Số mô hình dân vận khéo",
    "Được hưởng vượt định mức",
    "Cao đẳng",
    "Tổng số",
    "Tổng số hội viên mới",
)
WORDS = (
    "hộ nghèo",
    "thôn",
    "nhà",
    "đoàn viên",
    "hội nghị",
    "giám sát",
    "phản biện",
    "cuộc",
    "người dân",
    "quỹ",
    "vận động",
    "khen thưởng",
    "mô hình",
    "tổ chức",
    "thành viên",
    "đối thoại",
    "văn bản",
)

Cells = dict[tuple[int, int, int], str]
Truth = dict[tuple[int, int, int], tuple[str, object]]


MIXED = {"letters": 0.05, "rows_out": 0.2, "heads_out": 0.2, "own": 0.2}
HARSH = {"letters": 0.12, "rows_out": 0.3, "heads_out": 0.3, "own": 0.2, "exchanged": 1 / 6}
WRONG: dict[str, dict[str, float]] = {
    "nothing": {},
    "no numbers": {"numbers": 0},
    "lines out": {"rows_out": 0.3},
    "headings out": {"heads_out": 1},
    "own lines": {"own": 0.2},
    "letters": {"letters": 0.05},
    "many letters": {"letters": 0.12},
    "all": MIXED,
    "all without numbers": MIXED | {"numbers": 0},
    "exchanged": {"exchanged": 1 / 6},
    "harsh": HARSH,
    "harsh without numbers": HARSH | {"numbers": 0},
}
"""How a layout differs from the form: shares of letters, of lines and headings, of lines exchanged."""
LEAST = {"many letters": 0.65, "all": 0.7, "all without numbers": 0.7, "exchanged": 0.7}
LEAST |= {"harsh": 0.35, "harsh without numbers": 0.35}
"""What share of the figures is placed at least in many layouts, if it is not 85%."""


def misspelt(text: str, share: float, draw: random.Random) -> str:
    return "".join(
        draw.choice(LETTERS) if char.isalpha() and draw.random() < share else char for char in text
    )


def figure(draw: random.Random) -> tuple[str, int]:
    number = draw.choice([draw.randrange(10), draw.randrange(1000), draw.randrange(100_000)])
    text = draw.choice([mttq.vi.format_number(number), mttq.vi.format_number(number, pad=2)])
    return text, number


def parts_of(derived: Form) -> Iterator[list[Row]]:
    """Return the rows of each table that a form is printed as."""
    part: list[Row] = []
    for each in derived.rows:
        if derived.tiers and each.kind is Kind.HEADING:
            if part:
                yield part
            part = []
        part.append(each)
    yield part


def exchange(lines: list[Any], truths: list[Any], times: int, draw: random.Random) -> None:
    """Let neighbouring lines under the head change places, each with its truth."""
    for _ in range(times if len(lines) > 2 else 0):
        at = draw.randrange(1, len(lines) - 1)
        for each in (lines, truths):
            each[at : at + 2] = each[at : at + 2][::-1]


def laid_out(
    forms: list[Form],
    draw: random.Random,
    *,
    letters: float = 0,
    rows_out: float = 0,
    heads_out: float = 0,
    own: float = 0,
    numbers: float = 1,
    exchanged: float = 0,
) -> tuple[bytes, Cells, Truth]:
    """Print forms with drawn figures as a Word file; return every cell right of the words, and the truth."""
    body, cells, truth = "", Cells(), Truth()
    tables = [(derived, part) for derived in forms for part in parts_of(derived)]
    for table, (derived, part) in enumerate(tables, start=1):
        tiers = [*mttq.forms.TIER_COLUMNS.values()] if derived.tiers else ["Số lượng"]
        lines = [["STT", "Nội dung", *tiers]]
        truths: list[dict[int, tuple[str, object]]] = [{}]
        if part[0].kind is Kind.HEADING and derived.tiers:
            body += (
                f"<w:p>{MADE['run'](f'{part[0].printed}. {misspelt(part[0].label, letters, draw)}')}</w:p>"
            )
        for each in part[derived.tiers :]:
            if draw.random() < (heads_out if each.kind is Kind.HEADING else rows_out):
                continue
            number = each.printed if numbers and not each.is_bullet else ""
            bullet = f"{each.printed} ".lstrip() if each.is_bullet else ""
            said: dict[int, tuple[str, object]] = {}
            line = [number, bullet + misspelt(each.label, letters, draw)]
            for cell in derived.blank if each.kind is not Kind.HEADING else ():
                if cell.row is each:
                    text, value = figure(draw) if draw.random() < 0.7 else ("", 0)
                    line.append(text)
                    if text:
                        said[len(line)] = cell.path, value
            lines.append([*line, *[""] * (len(lines[0]) - len(line))])
            truths.append(said)
            if draw.random() < own:
                lines.append(["", draw.choice(OWN), *(figure(draw)[0] for _ in tiers)])
                truths.append({})
        exchange(lines, truths, int(len(lines) * exchanged), draw)
        truth |= {
            (table, at, column): value
            for at, said in enumerate(truths, start=1)
            for column, value in said.items()
        }
        body += MADE["table"](*lines)
        cells |= {
            (table, at, column): text
            for at, line in enumerate(lines, start=1)
            for column, text in enumerate(line, start=1)
            if column > 2 and at > 1 and looks_like_figure(text)
        }
    return MADE["word"](body), cells, truth


def place(source: Any) -> tuple[int, int, int]:
    return source.table, source.row, source.column


def assert_lawful(reading: Reading, cells: Cells, truth: Truth) -> int:
    """Assert that every figure is in one list, once, and none is wrong; return how many were placed.

    What a heading beside the tables counts is handed back too: with its letters wrong one may say "bảy nhà".
    """
    placed = {place(item.source): (item.path, item.value) for item in reading.figures}
    unread = [place(item.source) for item in reading.unread if item.source.table is not None]

    assert len(placed) == len(reading.figures)
    assert sorted([*placed, *unread]) == sorted(cells)
    assert {at: said for at, said in placed.items() if truth.get(at) != said} == {}
    return len(placed)


@pytest.mark.share(2)
@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("seed", range(3))
def test_no_figure_of_the_appendices_is_wrong_or_lost(wrong: str, seed: int) -> None:
    data, cells, truth = laid_out(APPENDICES, random.Random(f"{wrong} {seed}"), **WRONG[wrong])  # noqa: S311
    placed = assert_lawful(read(data, forms=FORMS), cells, truth)
    assert placed >= (LEAST.get(wrong, 0.85) - 0.2) * len(truth)


@pytest.mark.sweep
@pytest.mark.parametrize("wrong", WRONG)
def test_no_figure_is_wrong_in_many_layouts(wrong: str) -> None:
    placed = there = 0
    for seed in range(100):
        data, cells, truth = laid_out(APPENDICES, random.Random(f"sweep {wrong} {seed}"), **WRONG[wrong])  # noqa: S311
        placed += assert_lawful(read(data, forms=FORMS), cells, truth)
        there += len(truth)
    assert placed >= LEAST.get(wrong, 0.85) * there


@pytest.fixture(scope="module", autouse=True)
def _drawn_forms_are_forgotten() -> Iterator[None]:
    """Leave no drawn form to other tests, for its words may be like those of any."""
    yield
    _FORMS.pop("drawn", None)


@st.composite
def drawn_forms(draw: st.DrawFn) -> type:
    """Return a form of a user: rows of several kinds in sections, with drawn words."""
    labels = draw(
        st.lists(
            st.lists(st.sampled_from(WORDS), min_size=3, max_size=7, unique=True).map(
                lambda words: "Số " + " ".join(words)
            ),
            min_size=4,
            max_size=14,
            unique=True,
        )
    )
    sections: dict[str, Any] = {}
    tiered = draw(st.booleans())
    for at in range(0, len(labels), 4):
        fields: dict[str, Any] = {}
        for place, label in enumerate(labels[at + 1 : at + 4], start=1):
            paired = not tiered and draw(st.booleans())
            kind: Any = (
                Tiered[mttq.Count] if tiered else Pair | mttq.Count | None if paired else mttq.Count | None
            )
            parts = ("một", "hai") if paired else ()
            fields[f"row_{place}"] = attrs.field(**_declared(row(str(place), label, parts=parts)), type=kind)
        if fields:
            part = attrs.make_class("Part", fields, frozen=True, kw_only=True)
            sections[f"part_{at}"] = attrs.field(**_declared(section(f"{at}", labels[at])), type=part)
    record = attrs.make_class("Drawn", sections, frozen=True, kw_only=True)
    record.__module__ = "drawn"
    return form("drawn", title="Biểu rút ra")(record)


def _declared(made: Any) -> dict[str, Any]:
    """Return what row() or section() declares, as arguments of attrs.field()."""
    return {"default": made._default, "metadata": made.metadata, "validator": made._validator}


@given(drawn_forms(), st.integers(0, 10**6), st.sampled_from(sorted(WRONG)))
@settings(max_examples=40)
def test_the_laws_hold_for_drawn_forms(record: type, seed: int, wrong: str) -> None:
    data, cells, truth = laid_out([form_of(record)], random.Random(seed), **WRONG[wrong])  # noqa: S311
    assert_lawful(read(data, forms=[record]), cells, truth)
