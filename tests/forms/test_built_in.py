"""What holds of every form of mttq: it is blank, filled in, written, read again, printed and checked."""

import runpy
from pathlib import Path

import pytest

from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.forms import Form, Kind, form_of, tables_of
from mttq.rendering import render
from mttq.rollup import summary
from mttq.vi import format_figure
from mttq.wording import Lang, label

MAKE = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_samples.py"))
FORMS: list[Form] = MAKE["built_in"]()


@pytest.fixture(params=FORMS, ids=lambda form: form.code)
def form(request: pytest.FixtureRequest) -> Form:
    param: Form = request.param
    return param


def test_a_form_begins_blank_and_takes_a_figure_in_each_cell(form: Form) -> None:
    (filled,) = MAKE["filled"](form).appendices

    assert set(form.values(form.record())) <= {None, (), frozenset()}
    assert None not in form.values(filled)
    assert form_of(type(filled)) is form


def test_what_is_filled_in_is_written_and_read_again(form: Form) -> None:
    report = MAKE["filled"](form)

    assert loads(dumps(report)) == report


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_each_line_is_printed_in_both_languages(form: Form, lang: Lang) -> None:
    printed = "\n".join(
        text
        for table in tables_of(*MAKE["filled"](form).appendices, lang=lang)
        for text in (table.title, *(cell for row in table.rows for cell in row))
    )

    assert [row.label for row in form.rows if label(row.label, lang) not in printed] == []


def test_rules_judge_it_without_breaking_down(form: Form) -> None:
    assert list(check(MAKE["filled"](form))["MTQ999"]) == []


def test_a_sample_holds_each_line_of_each_form() -> None:
    known = MAKE["held"]()

    lines = {(form.code, row.path) for form in FORMS for row in form.rows if row.kind is not Kind.HEADING}
    assert lines - known == set()


def test_a_line_that_no_sample_holds_gets_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "forms.jsonl"
    written.write_text("as it was\n", "utf-8")
    names = MAKE["main"].__globals__
    monkeypatch.setitem(names, "WRITTEN", written)
    MAKE["main"]()
    assert written.read_text("utf-8") == "as it was\n"

    monkeypatch.setitem(names, "held", set)
    MAKE["main"]()
    kept, *added = written.read_text("utf-8").splitlines()
    assert kept == "as it was"
    filled = [MAKE["filled"](form, turn) for form in FORMS for turn in MAKE["turns"](form)]
    assert list(map(loads, added)) == filled


def test_its_figures_are_printed_summed_up_and_told_in_words(form: Form) -> None:
    """In each format; a table over two communes has the sum of each figure of a line, or says nothing."""
    report = MAKE["filled"](form)
    text = " ".join(render(report).split())
    pages = [" ".join(render(report, fmt=fmt).replace("\\", "").split()) for fmt in ("markdown", "html")]
    figures = list(report.figures())
    for figure in figures:
        said = format_figure(figure.value)
        assert said in text, figure.path
        assert all(said in page for page in pages), figure.path
        assert figure.label
        assert figure.place.startswith(form.name)
    columns = {
        figure.path: figure.path
        for figure in figures
        if isinstance(figure.value, int) and not any(map(str.isdigit, figure.path.split(".")))
    }
    table = summary([report, report], columns)
    assert table.totals == tuple(2 * (report.value_at(path, int) or 0) for path in columns)
