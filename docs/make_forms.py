"""Write the pages of mttq's own forms anew; `python docs/make.py` does this and all else.

The site has the same pages, in both languages.
"""

import enum
import sys
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from mttq._declared.relations import Relation, Term
from mttq._declared.types import choices
from mttq.forms import Cell, Form, Kind, form_with, print_form
from mttq.forms._form import SHIPPED
from mttq.rules import RULES
from mttq.tables import Lang, heading, paragraph, stack
from mttq.vi import NOUNS, format_figure
from mttq.wording import label

FOLDER: Final = Path(__file__).parent / "forms"
INDEX: Final = "README.md"
GENERATED: Final = "<!-- Written by docs/make_forms.py from the declaration of the form. -->"
WORDS: Final = {
    "Forms of mttq": "Các biểu có sẵn",
    "Of each form: its source, its figures with their paths and relations, and how it is printed.": (
        "Mỗi biểu: nguồn, từng số liệu với đường dẫn và quan hệ, và bản in."
    ),
    "Line by line": "Từng dòng",
    "As printed": "Như bản in",
    "In Python": "Trong Python",
    "No.": "STT",
    "Line": "Dòng",
    "English": "Tiếng Anh",
    "Vietnamese": "Tiếng Việt",
    "Path": "Đường dẫn",
    "Cell": "Ô",
    "Unit": "Đơn vị tính",
    "Relations": "Quan hệ",
    "Rules": "Quy tắc",
    "per level": "theo cấp",
    "count": "số đếm",
    "money": "tiền",
    "pair": "hai số",
    "triple": "ba số",
    "other": "khác",
    "stock": "số thời điểm",
    "yearly": "hằng năm",
    "once": "một lần",
    "since": "từ",
    "until": "đến",
}
WIDTH: Final = 110
"""Of a line of code, as of the sources."""
COLUMNS: Final = ("No.", "Line", "Path", "English", "Vietnamese", "Cell", "Unit", "Relations", "Rules")


def say(text: str, lang: Lang) -> str:
    """Return a word of these pages in a language."""
    return WORDS[text] if lang == "vi" else text


def pages(lang: Lang = "en") -> dict[str, str]:
    """Return a page for each form, and the list of them, by the names of the files."""
    forms = [form for code in SHIPPED if (form := form_with(code)) is not None]
    return {INDEX: _index(forms, lang), **{f"{form.code}.md": page(form, lang) for form in forms}}


def _index(forms: list[Form], lang: Lang) -> str:
    other: Lang = "vi" if lang == "en" else "en"
    lines = [
        f"- [`{form.code}`]({form.code}.md): {label(form.title, lang)} ({label(form.title, other)})"
        for form in forms
    ]
    said = "Of each form: its source, its figures with their paths and relations, and how it is printed."
    blocks = (GENERATED, f"# {say('Forms of mttq', lang)}", say(said, lang), "\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def page(form: Form, lang: Lang) -> str:
    """Return the page of a form: its source, which is told in English, its figures, the form as printed."""
    where = form.record.__module__
    source = (getdoc(sys.modules[where]) or "").split("\n\n") if lang == "en" else []
    rows = [line_of(cell, lang) for cell in _cells(form)]
    own = "English" if lang == "en" else "Vietnamese"  # what the line is called already
    kept = [name for name in COLUMNS if name != own and any(row[name] for row in rows)]
    lines = [
        f"| {' | '.join(cells)} |"
        for cells in (
            [say(name, lang) for name in kept],
            ["---"] * len(kept),
            *([row[name].replace("|", r"\|") for name in kept] for row in rows),
        )
    ]
    blocks = [
        heading(f"{form.code}: {label(form.title, lang)}", fmt="markdown", level=1),
        *(paragraph([" ".join(part.split())], fmt="markdown", code=True) for part in source),
        heading(say("In Python", lang), fmt="markdown"),
        session(form),
        heading(say("Line by line", lang), fmt="markdown"),
        "\n".join(lines),
        heading(say("As printed", lang), fmt="markdown"),
        print_form(form.record(), fmt="markdown", level=3, lang=lang),
    ]
    return f"{GENERATED}\n\n{stack(blocks, fmt='markdown')}\n"


class Made(NamedTuple):
    """A call or a list as it is written: what opens it, what stands in it, what closes it."""

    opened: str
    parts: tuple["Made", ...] = ()
    closed: str = ""

    def __str__(self) -> str:
        comma = "," if self.opened.endswith("=(") and len(self.parts) == 1 else ""  # of a tuple
        return f"{self.opened}{', '.join(map(str, self.parts))}{comma}{self.closed}"

    def lines(self, indent: str = "", end: str = "") -> Iterator[str]:
        """Return it in lines that are no longer than those of the sources, as ruff breaks them."""
        inside, whole = ", ".join(map(str, self.parts)), f"{indent}{self}{end}"
        if len(whole) <= WIDTH:
            yield whole
            return
        yield f"{indent}{self.opened}"
        if len(inside) + len(indent) + len("    ") <= WIDTH and not self.opened.endswith("=("):
            yield f"{indent}    {inside}"
        else:
            for part in self.parts:
                yield from part.lines(f"{indent}    ", ",")
        yield f"{indent}{self.closed}{end}"


def session(form: Form) -> str:
    """Return a session that makes a form without figures, each of its classes where it belongs."""
    record, used = form.record, dict[str, None]()
    filled = Made(f"filled = {record.__name__}(", tuple(_parts(record, used)), ")")
    names = sorted((*used, record.__name__))
    imported = f"from {record.__module__} import {', '.join(names)}"
    if len(imported) > WIDTH:
        listed = "".join(f"    {name},\n" for name in names)
        imported = f"from {record.__module__} import (\n{listed})"
    parts = (
        "from mttq.forms import form_of",
        imported,
        "\n".join(filled.lines()),
        "form_of(type(filled)).code",
    )
    told = (f">>> {part}".replace("\n", "\n... ") for part in parts)
    return "\n".join(("```pycon", *told, repr(form.code), "", "```"))


def _parts(record: type, used: dict[str, None]) -> Iterator[Made]:
    """Return the arguments of a record that are records, registers or words of the same form."""
    hints = get_type_hints(record)
    for field in attrs.fields(record):
        for kind in choices(hints[field.name]):
            inside: Any = next(iter(get_args(kind)), None) if get_origin(kind) in (tuple, frozenset) else kind
            if getattr(inside, "__module__", "") != record.__module__:
                continue
            used[inside.__name__] = None
            name = f"{field.name}=" if inside is kind else ""
            made = Made(
                f"{name}{inside.__name__}(", tuple(_parts(inside, used)) if attrs.has(inside) else (), ")"
            )
            if issubclass(inside, enum.Enum):
                made = Made(f"{name}{inside.__name__}.{next(iter(inside)).name}")
            several = {tuple: ("(", ")"), frozenset: ("frozenset({", "})")}.get(get_origin(kind))
            yield Made(f"{field.name}={several[0]}", (made,), several[1]) if several else made


def _cells(form: Form) -> Iterator[Cell]:
    """Return the cells of a form: of a line with tier columns one, of a register those of any record."""
    lines = dict.fromkeys((cell.line, cell.column) for cell in form.blank)
    first = {(cell.line, cell.column): cell for cell in reversed(form.blank)}
    for cell in map(first.__getitem__, lines):
        if cell.kind is not Kind.REGISTER:
            yield attrs.evolve(cell, path=cell.line) if cell.row.tiered else cell
        else:
            for column in cell.row.columns:
                yield attrs.evolve(cell, column=column, path=".".join((cell.path, "*", *column.path)))


def line_of(cell: Cell, lang: Lang) -> dict[str, str]:
    """Return all that is declared of a cell, by the columns of the table."""
    marks = [say(cell.kind.value, lang)]
    marks += [say("per level", lang)] if cell.row.tiered else []
    marks += [say("stock", lang)] if cell.stock else []
    marks += [say(cell.row.asked, lang)] if cell.row.asked else []
    for since, until in cell.times:
        marks += [f"{say('since', lang)} {format_figure(since)}"] if since else []
        marks += [f"{say('until', lang)} {format_figure(until)}"] if until else []
    codes = [
        f"[{rule.code}](../rules/{rule.code}.md)"
        for rule in RULES
        if any(claim.takes(cell.path, relation.shape) for claim in rule.claims for relation in cell.relations)
    ]
    number = cell.row.number
    return {
        "No.": "" if number.endswith(cell.row.path[-1]) else number,  # of a line without one
        "Line": label(cell.label, lang),
        "Path": f"`{cell.path}`",
        "English": label(cell.label, "en"),
        "Vietnamese": cell.label,
        "Cell": ", ".join(marks),
        "Unit": NOUNS.name(cell.unit, lang=lang) if cell.unit else "",
        "Relations": "<br>".join(f"`{told(relation)}`" for relation in cell.relations),
        "Rules": ", ".join(codes),
    }


def told(relation: Relation) -> str:
    """Write a relation as it is declared.

    >>> from mttq.forms import each, share_of
    >>> told(each("#boards", 5, None)), told(share_of("poor", "households"))
    ('each #boards: 5 …', 'share_of poor / households')
    """
    said = f"{relation.shape} {_sum(relation.terms)}{' …' if relation.is_open else ''}"
    if relation.whole:
        said += f" / {_sum(relation.whole)}"
    if relation.low is not None or relation.high is not None:
        bounds = ("" if bound is None else str(bound) for bound in (relation.low, relation.high))
        said += f": {' … '.join(bounds).strip()}"
    if relation.where:
        said += f", where {', '.join(map(str, relation.where))}"
    return said + (f", tiers {', '.join(relation.tiers)}" if relation.tiers else "")


def _sum(terms: tuple[Term, ...]) -> str:
    return " ".join(f"{'+ ' if number and not term.minus else ''}{term}" for number, term in enumerate(terms))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    book = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in book:
            old.unlink()
    for name, text in book.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    print(f"{len(book)} pages in {FOLDER}")
