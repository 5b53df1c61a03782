"""Anything that mttq can show, as plain text, Markdown or HTML."""

from collections import Counter
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

import attrs

from mttq._names.former import former_arguments
from mttq.checking import Finding, Findings
from mttq.errors import FieldError
from mttq.forms import is_form, print_form
from mttq.rendering._records import is_record, tables_of_record
from mttq.rendering._reports import blocks_of_report
from mttq.report import Report
from mttq.tables import Format, Lang, Table, heading, paragraph, stack
from mttq.wording import Phrase, label, words

__all__ = ["Tabular", "render"]


@runtime_checkable
class Tabular(Protocol):
    """What can be shown as tables, in Vietnamese or English."""

    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the tables."""
        ...


@runtime_checkable
class Composed(Protocol):
    """What is printed part by part: headings, texts and tables."""

    def blocks(self, *, fmt: Format = "text", lang: Lang = "vi") -> Iterator[str]:
        """Return what is set one below the other."""
        ...


@former_arguments("0.2", "fmt", "lang")
def render(obj: object, *, fmt: Format = "text", lang: Lang = "vi") -> str:
    """Print a report, a form, a record, findings, one finding, a table, or anything else that has tables.

    Of a report and of its records all is printed that is filled in, sums of money in đồng.

    Args:
        obj: what to print.
        fmt: "text" (lines of 100 letters at most where words allow), "markdown" or "html".
        lang: "vi" or "en"; figures are in Vietnamese notation in both.

    Raises:
        TypeError: there is no way to print such an object.
        ValueError: there is no such format or language.

    >>> from mttq.model import PopulationProfile, PovertyFigure
    >>> print(render(PopulationProfile(households=946, poor=PovertyFigure(households=51))))
    Nội dung  Số liệu
    --------  -------
    Số hộ         946
    Hộ nghèo
      Số hộ        51
    >>> from mttq.tables import Column
    >>> print(render(Table(title="", columns=(Column("Xã"),), rows=(("Trung Sơn",),)), fmt="markdown"))
    | Xã        |
    |:----------|
    | Trung Sơn |
    """
    words(lang)  # refuses an unknown language, even if it is not needed
    blocks = obj.blocks(fmt=fmt, lang=lang) if isinstance(obj, Composed) else _blocks(obj, fmt, lang)
    return stack(blocks, fmt=fmt)


def _blocks(obj: object, fmt: Format, lang: Lang) -> Iterator[str]:
    match obj:
        case _ if is_form(type(obj)):
            yield print_form(obj, fmt=fmt, lang=lang)
        case Report():
            yield heading(obj.title, fmt=fmt, level=1)
            yield from blocks_of_report(obj, fmt, lang)
        case Table():
            yield obj.render(fmt=fmt)
        case _ if is_record(obj):
            for table in tables_of_record(obj, lang=lang):
                yield table.render(fmt=fmt)
        case Finding():
            yield paragraph(obj.explain(lang=lang).splitlines(), fmt=fmt)
        case Tabular():
            for table in obj.tables(lang=lang):
                yield table.render(fmt=fmt)
            if isinstance(obj, Findings):
                yield paragraph(notes_on(obj, lang), fmt=fmt)
        case _:
            known = Phrase("biểu, Report, bản ghi của mttq.model, Findings, Finding hoặc Table")
            raise FieldError(Phrase("không in được {}; cần {}", type(obj).__name__, known))


def notes_on(findings: Findings, lang: Lang) -> Iterator[str]:
    """Say how all judgements ended (not judged is not passed), and what was waived, and why."""
    said = words(lang)
    for finding in findings.waived:
        reason = finding.waiver.reason if finding.waiver else ""
        yield f"{said['waived']}: {finding.code}, {label(finding.place, lang)} ({reason})"
    total = Counter[str]()
    for counts in findings.counts.values():
        total.update(attrs.asdict(counts))
    if findings.counts:
        made = total["passed"] + total["failed"]
        yield said["judgements"].format(made=made, **total)
