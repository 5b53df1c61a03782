"""A sum as tables: who has reported, the forms with how many told each line, the figures of the records."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final

import attrs

from mttq._declared.types import KEY, unwrap
from mttq.forms import TIER_COLUMNS, Cell, Form, Kind, Row, form_of
from mttq.report import Report
from mttq.rollup._adding import LeftOut
from mttq.rollup._figures import Coverage, RolledFigure
from mttq.rollup._layouts import RECORDS, layout_of
from mttq.rollup._transfers import InnerTransfer
from mttq.tables import Column, Lang, Table
from mttq.values import Quantity
from mttq.vi import format_figure
from mttq.wording import Phrase, label, name_of, words

__all__ = ["tables_of_sum"]

_SHOWN: Final = 8  # names in one cell; a province has hundreds of communes
_NOBODY: Final = "…"  # what statistical yearbooks print where nobody told a figure


def tables_of_sum(
    report: Report,
    told: Sequence[RolledFigure],
    reported: Coverage,
    left_out: Sequence[LeftOut],
    transfers: Sequence[InnerTransfer],
    *,
    lang: Lang,
) -> Iterator[Table]:
    """Return the tables of a sum.

    Args:
        report: the sum as a report.
        told: its figures.
        reported: how many units have reported.
        left_out: the reports that were not added.
        transfers: the money that went from fund to fund.
        lang: the language of heads and labels.
    """
    figures = {figure.path: figure for figure in told}
    yield _of_reports(report, reported, left_out, lang)
    for appendix in report.appendices:
        form = form_of(type(appendix))
        if any(row.kind in (Kind.COLUMNS, Kind.REGISTER) for row in form.rows):
            inside = [one for path, one in figures.items() if path.startswith(f"{form.code}.")]
            yield _of_list(_title(form, lang), report, inside, lang)
        else:
            yield _of_form(form, figures, lang)
    others = [figure for path, figure in figures.items() if path.partition(".")[0] in _records()]
    if others:
        yield _of_list(label(Phrase("Số liệu khác"), lang), report, others, lang)
    if transfers:
        yield _of_transfers(transfers, lang)


def _records() -> set[str]:
    records = layout_of(RECORDS)
    return {path.partition(".")[0] for path in (*records.paths, *(one.place for one in records.lists))}


def _of_reports(report: Report, reported: Coverage, left_out: Sequence[LeftOut], lang: Lang) -> Table:
    rows = [
        (Phrase("Đơn vị tổng hợp"), report.unit.address),
        (Phrase("Số đơn vị đã báo cáo"), str(reported)),
        (Phrase("Chưa báo cáo"), _names(reported.missing, lang)),
        (
            Phrase("Không cộng"),
            "\n".join(f"{one.address}: {label(one.reason, lang)}" for one in left_out),
        ),
    ]
    return Table(
        title=label(Phrase("Tổng hợp báo cáo"), lang),
        columns=(Column(label(Phrase("Nội dung"), lang)), Column(label(Phrase("Kết quả"), lang))),
        rows=tuple((label(head, lang), text) for head, text in rows if text),
    )


def _names(names: Sequence[str], lang: Lang) -> str:
    """Name the first of some units, and say how many others there are."""
    more = len(names) - _SHOWN
    shown = "; ".join(names[:_SHOWN])
    return f"{shown} {label(Phrase('và {} đơn vị khác', more), lang)}" if more > 0 else shown


def _of_form(form: Form, figures: dict[str, RolledFigure], lang: Lang) -> Table:
    """Set the lines of a form as printed, with the columns that somebody filled."""
    filled = {cell.tier for cell in form.blank if cell.row.tiered and cell.path in figures}
    tiers = [tier for tier in TIER_COLUMNS if tier in filled]
    plain = any(not row.tiered and row.kind is not Kind.HEADING for row in form.rows)
    heads = [words(lang)["form.count"]] * plain + [label(TIER_COLUMNS[tier], lang) for tier in tiers]
    cells: dict[str, list[Cell]] = {}
    for cell in form.blank:
        if not cell.row.tiered or cell.tier in tiers:
            cells.setdefault(cell.line, []).append(cell)
    said = words(lang)
    return Table(
        title=_title(form, lang),
        columns=(
            Column(said["form.number"]),
            Column(said["form.item"]),
            *(Column(head, align="right") for head in (*heads, _reports_head(lang))),
        ),
        rows=tuple(
            _line(form, row, cells, figures, columns=(plain, len(heads)), lang=lang) for row in form.rows
        ),
    )


def _title(form: Form, lang: Lang) -> str:
    name, title = label(form.name, lang), label(form.title, lang)
    return title if name == title else f"{name}. {title}"


def _line(
    form: Form,
    row: Row,
    cells: dict[str, list[Cell]],
    figures: dict[str, RolledFigure],
    *,
    columns: tuple[bool, int],
    lang: Lang,
) -> tuple[str, ...]:
    there = cells.get(".".join((form.code, *row.path)), [])
    told = [figures.get(cell.path) for cell in there]
    texts = [_NOBODY if figure is None else _shown(figure, lang) for figure in told]
    plain, width = columns
    blanks = [""] * (width - len(texts))
    number, bullet = ("", f"{row.printed} ".lstrip()) if row.is_bullet else (row.printed, "")
    return (
        number,
        bullet + label(row.label, lang),
        *(blanks + texts if row.tiered and plain else texts + blanks),
        _covered(figure for figure in told if figure is not None),
    )


def _shown(figure: RolledFigure, lang: Lang) -> str:
    if isinstance(figure.value, int) and figure.unit == "VND":
        return _money(figure.value, lang)
    if figure.value is None:
        said = format_figure(figure.nominal, lang=lang)
        return label(Phrase("nêu {}, không rõ giới hạn", said), lang)
    return format_figure(figure.value, lang=lang)


def _covered(figures: Iterable[RolledFigure]) -> str:
    """Return how many told the figures of a line, where not all did."""
    short = [figure.coverage for figure in figures if not figure.coverage.is_full]
    return "; ".join(dict.fromkeys(map(str, short)))


def _reports_head(lang: Lang) -> str:
    return label(Phrase("Số báo cáo"), lang)


def _of_list(title: str, report: Report, figures: Sequence[RolledFigure], lang: Lang) -> Table:
    """Set figures one below the other, each with its place."""
    return Table(
        title=title,
        columns=(
            Column(label(Phrase("Nội dung"), lang)),
            Column(words(lang)["form.count"], align="right"),
            Column(_reports_head(lang), align="right"),
        ),
        rows=tuple((_place(report, one, lang), _shown(one, lang), _covered([one])) for one in figures),
    )


def _of_transfers(transfers: Sequence[InnerTransfer], lang: Lang) -> Table:
    """Set what funds handed to each other, as both sides tell it."""
    return Table(
        title=label(Phrase("Khoản chuyển giữa các quỹ"), lang),
        columns=(
            *(
                Column(label(head, lang))
                for head in (Phrase("Quỹ"), Phrase("Bên chuyển"), Phrase("Bên nhận"))
            ),
            *(
                Column(label(head, lang), align="right")
                for head in (
                    Phrase("Bên chuyển ghi"),
                    Phrase("Bên nhận ghi"),
                    Phrase("Đã loại khỏi tổng"),
                )
            ),
        ),
        rows=tuple(
            (
                label(Phrase(one.fund.value), lang),
                *(_names(side, lang) or _NOBODY for side in (one.senders, one.receivers)),
                *(_money(amount, lang) for amount in (one.sent, one.received, one.taken_off)),
            )
            for one in transfers
        ),
    )


def _money(amount: int | Quantity | None, lang: Lang) -> str:
    if amount is None:
        return _NOBODY
    return format_figure(
        Quantity(value=Decimal(amount), unit="VND") if isinstance(amount, int) else amount, lang=lang
    )


def _place(report: Report, figure: RolledFigure, lang: Lang) -> str:
    """Return the place of a figure, of a record in a list with what distinguishes it there."""
    keys: list[Any] = []
    steps = figure.path.split(".")
    for end, step in enumerate(steps, start=1):
        if step.isdecimal():
            record: Any = report.value_at(".".join(steps[:end]))
            keys += [getattr(record, name) for name in _keys_of(record.__class__)]
    shown = [
        name_of(key, lang) if isinstance(key, Enum) else format_figure(key, lang=lang)
        for key in keys
        if key not in (None, False, True)
    ]
    place = label(figure.place, lang)
    return f"{place} ({'; '.join(shown)})" if shown else place


@cache
def _keys_of(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(record) if KEY in unwrap(field.type)[1])
