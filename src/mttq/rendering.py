"""Anything that mttq can show, as plain text, Markdown or HTML."""

from collections import Counter
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

import attrs

from mttq._names.former import former_arguments
from mttq.checking import Finding, Findings
from mttq.errors import FieldError
from mttq.forms import form_of, is_form, label_of, print_form
from mttq.model import Header
from mttq.report import Report
from mttq.rules._kit.spans import begin_of
from mttq.tables import Format, Lang, Table, heading, paragraph, stack
from mttq.vi import format_figure
from mttq.wording import Phrase, label, words

__all__ = ["Tabular", "render"]


@runtime_checkable
class Tabular(Protocol):
    """What can be shown as tables, in Vietnamese or English."""

    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the tables."""
        ...


@former_arguments("0.2", "fmt", "lang")
def render(obj: object, *, fmt: Format = "text", lang: Lang = "vi") -> str:
    """Print a filled-in form, a report, findings, one finding, a table, or anything else that has tables.

    Args:
        obj: what to print.
        fmt: "text" (lines of 100 letters at most where words allow), "markdown" or "html".
        lang: "vi" or "en"; figures are in Vietnamese notation in both.

    Raises:
        TypeError: there is no way to print such an object.
        ValueError: there is no such format or language.

    >>> from mttq.tables import Column
    >>> print(render(Table(title="", columns=(Column("Xã"),), rows=(("Trung Sơn",),)), fmt="markdown"))
    | Xã        |
    |:----------|
    | Trung Sơn |
    """
    words(lang)  # refuses an unknown language, even if it is not needed
    return stack(_blocks(obj, fmt, lang), fmt=fmt)


def _blocks(obj: object, fmt: Format, lang: Lang) -> Iterator[str]:
    match obj:
        case _ if is_form(type(obj)):
            yield print_form(obj, fmt=fmt, lang=lang)
        case Report():
            yield heading(obj.title, fmt=fmt, level=1)
            yield paragraph(_head_of(obj, lang), fmt=fmt)
            for appendix in obj.appendices:
                day = begin_of(obj, form_of(type(appendix)).code)
                yield print_form(appendix, fmt=fmt, lang=lang, level=2, day=day)
        case Table():
            yield obj.render(fmt=fmt)
        case Finding():
            yield paragraph(obj.explain(lang=lang).splitlines(), fmt=fmt)
        case Tabular():
            for table in obj.tables(lang=lang):
                yield table.render(fmt=fmt)
            if isinstance(obj, Findings):
                yield paragraph(_notes_on(obj, lang), fmt=fmt)
        case _:
            known = Phrase("biểu, Report, Findings, Finding hoặc Table")
            raise FieldError(Phrase("không in được {}; cần {}", type(obj).__name__, known))


def _head_of(report: Report, lang: Lang) -> Iterator[str]:
    facts = [(Header, name, value) for name, value in attrs.asdict(report.header, recurse=False).items()] + [
        (Report, "unit", report.unit.address),
        (Report, "subject", report.subject),
        (Report, "as_of", report.as_of),
    ]
    for record, name, value in facts:
        if value is not None:
            yield f"{label_of(record, name, lang=lang)}: {format_figure(value, lang=lang)}"


def _notes_on(findings: Findings, lang: Lang) -> Iterator[str]:
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
