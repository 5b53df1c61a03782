"""A report from its head to its appendices: all that is filled in."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from mttq.forms import form_of, label_of, print_form
from mttq.model import Header, Heading
from mttq.rendering._records import is_record, said, tables_of_list, tables_of_record
from mttq.report import Report
from mttq.rules._kit.spans import begin_of
from mttq.tables import Format, Lang, heading, paragraph
from mttq.wording import Phrase, label

__all__ = ["RECORDS", "blocks_of_report"]

_HEAD: Final = ("header", "unit", "title", "subject", "reviewed", "as_of")
_BEGIN: Final = ("periods", "compiled", "outline", "narrative")
_END: Final = ("statements", "citations", "recipients", "signature", "appendices", "printed")
"""What stands before and behind the records of a report."""

_INDENT: Final = "  "
_DEEPEST: Final = 7  # level of a heading that is set apart from the one above it

RECORDS: Final = tuple(f.name for f in attrs.fields(Report) if f.name not in (*_HEAD, *_BEGIN, *_END))
"""The fields of a report that hold records of what was done, in their order."""


def blocks_of_report(report: Report, fmt: Format, lang: Lang) -> Iterator[str]:
    """Print all of a report but its title, in the order in which offices write them."""
    yield paragraph(_head_of(report, lang), fmt=fmt)
    for name in (*_BEGIN, *RECORDS, *_END):
        yield from _part(report, name, fmt, lang)


def _head_of(report: Report, lang: Lang) -> Iterator[str]:
    facts: list[tuple[type, str, Any]]
    facts = [(Header, name, value) for name, value in attrs.asdict(report.header, recurse=False).items()]
    facts += [(Report, name, getattr(report, name)) for name in ("unit", "subject", "reviewed", "as_of")]
    for record, name, value in facts:
        if value is not None:
            yield f"{label_of(record, name, lang=lang)}: {said(value, lang=lang)}"


def _part(report: Report, name: str, fmt: Format, lang: Lang) -> Iterator[str]:
    """Print a field of a report; nothing if it is blank."""
    value: Any = getattr(report, name)
    head = heading(label_of(Report, name, lang=lang), fmt=fmt, level=2)
    match value:
        case None | ():
            return
        case str():
            yield head
            yield from (paragraph([line], fmt=fmt) for line in value.split("\n"))
        case (str(), *_):
            yield head
            yield paragraph([f"- {line}" for line in value], fmt=fmt)
        case (Heading(), *_):
            yield head
            yield paragraph([_outlined(item, lang) for item in value], fmt=fmt)
        case tuple() if name == "appendices":
            for appendix in value:
                day = begin_of(report, form_of(type(appendix)).code)
                yield print_form(appendix, fmt=fmt, lang=lang, level=2, day=day)
        case _:
            tables = (
                tables_of_record(value, lang=lang) if is_record(value) else tables_of_list(value, lang=lang)
            )
            printed = [table.render(fmt=fmt, level=3) for table in tables]
            yield from [head, *printed] if printed else []


def _outlined(item: Heading, lang: Lang) -> str:
    """Say a heading as it stands in a table of contents: below those above it, with its line."""
    place = "" if item.line is None else f" ({label(Phrase('dòng {}', said(item.line)), lang)})"
    name = ". ".join(filter(None, (item.number, item.title)))
    return f"{_INDENT * (min(item.level, _DEEPEST) - 1)}{name}{place}"
