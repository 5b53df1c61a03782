"""Write the pages of mttq's own forms anew; `python docs/make.py` does this and all else."""

import sys
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path
from typing import Final

import attrs

from mttq.forms import Cell, Form, Kind, form_with, print_form
from mttq.forms._form import SHIPPED
from mttq.tables import Column, Table, heading, paragraph, stack
from mttq.wording import label

FOLDER: Final = Path(__file__).parent / "forms"
INDEX: Final = "README.md"
GENERATED: Final = "<!-- Written by docs/make_forms.py from the declaration of the form. -->"


def pages() -> dict[str, str]:
    """Return a page for each form, and the list of them, by the names of the files."""
    forms = [form for code in SHIPPED if (form := form_with(code)) is not None]
    return {INDEX: _index(forms), **{f"{form.code}.md": page(form) for form in forms}}


def _index(forms: list[Form]) -> str:
    lines = [f"- [`{form.code}`]({form.code}.md): {label(form.title, 'en')} ({form.title})" for form in forms]
    said = "Of each form: its source, how it is printed, the paths of its figures, what they are to others."
    return "\n\n".join((GENERATED, "# Forms of mttq", said, "\n".join(lines))) + "\n"


def page(form: Form) -> str:
    """Return the page of a form: its source, the form as printed, its paths."""
    source = (getdoc(sys.modules[form.record.__module__]) or "").split("\n\n")
    blocks = [
        heading(f"{form.code}: {label(form.title, 'en')}", fmt="markdown", level=1),
        *(paragraph([" ".join(part.split())], fmt="markdown", code=True) for part in source),
        heading("As printed", fmt="markdown"),
        print_form(form.record(), fmt="markdown", level=3),
        heading("Figures", fmt="markdown"),
        Table(
            title="",
            columns=tuple(map(Column, ("Path", "What it is", "Unit", "Relations"))),
            rows=tuple(_line(cell) for cell in _cells(form)),
        ).render(fmt="markdown"),
    ]
    return f"{GENERATED}\n\n{stack(blocks, fmt='markdown')}\n"


def _cells(form: Form) -> Iterator[Cell]:
    """Return the cells of a form; of a register the columns of any record."""
    for cell in form.blank:
        if cell.kind is not Kind.REGISTER:
            yield cell
            continue
        for column in cell.row.columns:
            yield attrs.evolve(cell, column=column, path=".".join((cell.path, "*", *column.path)))


def _line(cell: Cell) -> tuple[str, str, str, str]:
    relations = (
        f"{item.shape} {' + '.join(map(str, item.terms))}{_whole(item.whole)}" for item in cell.relations
    )
    marks = [mark for mark, there in (("state", cell.stock), (cell.row.asked, cell.row.asked)) if there]
    return (
        cell.path,
        label(cell.label, "en"),
        ", ".join(filter(None, ("VND" if cell.kind is Kind.MONEY else cell.unit or "", *marks))),
        "; ".join(relations),
    )


def _whole(terms: tuple[object, ...]) -> str:
    return f" of {' + '.join(map(str, terms))}" if terms else ""


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    book = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in book:
            old.unlink()
    for name, text in book.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    print(f"{len(book)} pages in {FOLDER}")
