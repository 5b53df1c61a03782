"""A filled-in form as the tables that its office prints: STT, Nội dung, and the columns of figures."""

from collections.abc import Sequence
from itertools import groupby

from mttq._former import former_arguments
from mttq.forms._form import Form, form_of
from mttq.forms._rows import TIER_COLUMNS, Kind, Row
from mttq.tables import Column, Format, Lang, Table, heading, stack
from mttq.vi import format_figure
from mttq.wording import label, words

__all__ = ["print_form", "tables_of"]


@former_arguments("0.2", "lang")
def tables_of(instance: object, *, lang: Lang = "vi") -> tuple[Table, ...]:
    """Return a filled-in form as tables of texts, line for line as printed.

    A form whose parts are headed sections with tier columns is one table for each part, any other form is
    one table without a title.  Figures are in Vietnamese notation; a blank stays blank, a zero is "0".

    Args:
        instance: an object of a form class.
        lang: the language of heads and labels.

    Raises:
        DeclarationError: the class of the object is no form.

    >>> from mttq.forms import ParticipationAppendix
    >>> [table.title for table in tables_of(ParticipationAppendix())][:2]
    ['1. Công tác giám sát', '2. Công tác phản biện xã hội']
    """
    form = form_of(type(instance))
    parts = [tuple(rows) for _, rows in groupby(form.rows, key=lambda row: row.path[0])]
    if all(part[0].kind is Kind.HEADING and any(row.tiered for row in part) for part in parts):
        return tuple(
            _table(form, instance, f"{head.printed}. {label(head.label, lang)}", rows, lang)
            for head, *rows in parts
        )
    return (_table(form, instance, "", form.rows, lang),)


@former_arguments("0.2", "fmt", "lang", "level")
def print_form(instance: object, *, fmt: Format = "text", lang: Lang = "vi", level: int = 1) -> str:
    """Print a filled-in form: its name and title, and its tables; `level` is the depth of its heading."""
    form = form_of(type(instance))
    name, title = label(form.name, lang), label(form.title, lang)
    title = title if form.name == form.title else f"{name}. {title}"
    tables = (table.render(fmt=fmt, level=level + 1) for table in tables_of(instance, lang=lang))
    return stack((heading(title, fmt=fmt, level=level), *tables), fmt=fmt)


def _table(form: Form, instance: object, title: str, rows: Sequence[Row], lang: Lang) -> Table:
    """Set lines into columns; where a form mixes lines with and without tiers, "Số lượng" stands first."""
    said = words(lang)
    plain = any(not row.tiered and row.kind is not Kind.HEADING for row in rows)
    tiered = any(row.tiered for row in rows)
    heads = [said["form.count"]] * plain + [label(head, lang) for head in TIER_COLUMNS.values()] * tiered
    columns = (Column(said["form.number"]), Column(said["form.item"]))
    return Table(
        title=title,
        columns=(*columns, *(Column(head, align="right") for head in heads)),
        rows=tuple(_line(form, instance, row, len(heads), lang) for row in rows),
    )


def _line(form: Form, instance: object, row: Row, width: int, lang: Lang) -> tuple[str, ...]:
    figures = [format_figure(cell.value, lang=lang) for cell in form.row_cells(instance, row)]
    blanks = [""] * (width - len(figures))
    number, bullet = ("", f"{row.printed} ".lstrip()) if row.is_bullet else (row.printed, "")
    return (number, bullet + label(row.label, lang), *(blanks + figures if row.tiered else figures + blanks))
