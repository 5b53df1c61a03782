"""All about one rule, and a page for each rule with an index by family."""

import datetime as dt
import enum
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, Final

import attrs

from mttq import vi
from mttq._names.former import former_arguments
from mttq.rulebook._examples import example_of
from mttq.rules import RULES, Basis, Rule, RuleSet
from mttq.tables import Column, Format, Lang, Table, heading, paragraph, stack
from mttq.wording import label, name_of, words

__all__ = ["INDEX", "pages", "tell"]

INDEX: Final = "README.md"
_MANY: Final = 50
"""A table of more entries, such as the register of documents, is only counted."""

_UNGROUPED: Final = 10_000
"""Smaller numbers are written without a mark for thousands: some are years."""

_PLACES: Final = 6
_EXACTLY: Final = 10**_PLACES
"""A fraction is written with decimals if so many hold it exactly."""


@former_arguments("0.2", "fmt", "lang")
def tell(rule: Rule, *, fmt: Format = "text", lang: Lang = "vi") -> str:
    """Return all that is known about a rule: title, reason, message, basis, parameters, module, example.

    The example, which each of mttq's own rules has, is run.

    Args:
        rule: the rule.
        fmt: "text", "markdown" or "html".
        lang: the language, of a user's own rule as far as it has words in it.
    """
    title, _ = rule.words(lang)
    head = f"{rule.code} · {name_of(rule.severity, lang)} · {title}"
    reason = (paragraph(lines, fmt=fmt, code=True) for lines in _reason(rule, lang))
    blocks = [heading(head, fmt=fmt, level=1), *reason]
    blocks.append(paragraph(_facts(rule, lang), fmt=fmt, code=True))
    example = example_of(rule.code)
    if example:
        blocks += [
            heading(words(lang)["rule.example"], fmt=fmt),
            *(paragraph(lines, fmt=fmt) for lines in example.lines(rule, lang)),
        ]
    return stack(blocks, fmt=fmt)


def _reason(rule: Rule, lang: Lang) -> Iterator[list[str]]:
    """Return the paragraphs of the reason, lines joined; "Wrong:" and "Right:" begin their own lines."""
    for block in re.split(r"\n\s*\n", rule.reason(lang=lang)):
        yield [" ".join(line.split()) for line in re.split(r"\n(?=Wrong:|Right:|Sai:|Đúng:)", block)]


def _facts(rule: Rule, lang: Lang) -> Iterator[str]:
    said = words(lang)
    yield f"{said['rule.message']}: {rule.words(lang)[1]}"
    yield f"{said['rule.level']}: {said[f'level.{rule.level}']}"
    for basis in rule.bases:
        yield f"{said['basis']}: {_setting(basis, lang)} ({name_of(basis.confidence, lang)})"
        if lang != "vi" and basis.symbol:
            yield f"{said['basis.original']}: {basis.render()}"
    for name, value in rule.parameters.items():
        yield f"{said['rule.parameter']}: {name} = {_setting(value, lang)}"
    for claimed in rule.claims:
        yield f"{said['rule.claims']}: `{claimed}`"
    yield f"{said['rule.module']}: {rule.module}"


def _setting(value: Any, lang: Lang) -> str:
    """Write in words what a rule is set to: a figure, a table of dated norms, a basis with its dates."""
    said = words(lang)
    match value:
        case Basis():
            days = (("rule.from", value.valid_from), ("rule.until", value.valid_until))
            dated = (f"{said[key]} {vi.format_figure(day, lang=lang)}" for key, day in days if day)
            return ", ".join((value.render(lang=lang), *dated))
        case enum.Enum():
            return said.get(f"{type(value).__name__}.{value.name}") or label(str(value.value), lang)
        case tuple() if len(value) > _MANY:
            return said["rule.entries"].format(len(value))
        case tuple():
            items = [_setting(item, lang) for item in value]
            return ("; " if any("," in item for item in items) else ", ").join(items)
        case Mapping():
            return "; ".join(f"{_setting(key, lang)}: {_setting(item, lang)}" for key, item in value.items())
        case _ if attrs.has(type(value)):
            facts = attrs.asdict(value, recurse=False)
            return ", ".join(
                said.get(f"norm.{name}", "{}").format(_setting(fact, lang))
                for name, fact in facts.items()
                if fact is not None and fact is not False
            )
        case _:
            return _plain(value, lang)


def _plain(value: Any, lang: Lang) -> str:
    """Write a single value as a report would write it, and never as Python does."""
    match value:
        case None:
            return words(lang)["rule.unset"]
        case bool():
            return words(lang)["rule.yes" if value else "rule.no"]
        case int() if abs(value) < _UNGROUPED:
            return str(value)
        case Fraction() if _EXACTLY % value.denominator == 0:
            whole = Decimal(value.numerator * (_EXACTLY // value.denominator))
            return vi.format_number(whole.scaleb(-_PLACES))
        case int() | Decimal() | dt.date():
            return vi.format_figure(value, lang=lang)
        case _:
            return str(value)


@former_arguments("0.2", "lang")
def pages(rules: RuleSet = RULES, *, lang: Lang = "vi") -> dict[str, str]:
    """Return the pages of the rule book in Markdown by the names of their files; the index is `README.md`."""
    told = {f"{rule.code}.md": tell(rule, fmt="markdown", lang=lang) + "\n" for rule in rules}
    return {INDEX: _index(rules, lang)} | told


def _index(rules: RuleSet, lang: Lang) -> str:
    said = words(lang)
    blocks = [heading(said["rules"], fmt="markdown", level=1)]
    columns = (Column(said["code"]), Column(said["severity"]), Column(said["title"]))
    for family, members in groupby(rules, lambda rule: rule.family):
        rows = tuple((rule.code, name_of(rule.severity, lang), rule.words(lang)[0]) for rule in members)
        name = said.get(f"family.{family}")
        table = Table(title=f"{family}: {name}" if name else family, columns=columns, rows=rows)
        blocks.append(
            re.sub(r"^\| (\w+[0-9]+) ", r"| [\1](\1.md) ", table.render(fmt="markdown"), flags=re.MULTILINE)
        )
    return stack(blocks, fmt="markdown") + "\n"
