"""All about one rule, and a page for each rule with an index by family."""

import enum
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

import attrs

from mttq import vi
from mttq.findings import severity_name
from mttq.rulebook._examples import example_of
from mttq.rules import RULES, Basis, Rule, RuleSet
from mttq.tables import Column, Format, Lang, Table, heading, paragraph, stack

__all__ = ["FAMILIES", "INDEX", "pages", "tell"]

INDEX: Final = "README.md"
FAMILIES: Final[dict[str, dict[str, str]]] = {
    "AGG": {"vi": "Tổng hợp từ cấp dưới", "en": "Aggregation from below"},
    "APP": {"vi": "Phụ lục thống kê", "en": "Statistical appendices"},
    "CAM": {"vi": "Cuộc vận động, phong trào, tuyên truyền", "en": "Campaigns, movements, communication"},
    "CRI": {"vi": "Phản biện xã hội, góp ý, đối thoại", "en": "Social criticism, opinions, dialogue"},
    "DOC": {"vi": "Văn bản, thể thức, thẩm quyền", "en": "Documents, form, authority"},
    "FND": {"vi": "Quỹ, cứu trợ", "en": "Funds, relief"},
    "MEM": {"vi": "Đoàn viên, hội viên", "en": "Membership"},
    "MTQ": {"vi": "Việc đối chiếu", "en": "The check itself"},
    "ORG": {"vi": "Tổ chức, cán bộ", "en": "Organisation, cadres"},
    "PER": {"vi": "Kỳ báo cáo, nhiệm kỳ", "en": "Periods, terms of office"},
    "SUP": {"vi": "Giám sát", "en": "Supervision"},
    "TRD": {"vi": "Xu hướng, dạng số", "en": "Trends, patterns"},
    "TXT": {"vi": "Câu chữ, cách ghi", "en": "Text, notation"},
    "UNI": {"vi": "Đơn vị, dân cư", "en": "Units, population"},
    "XRP": {"vi": "Đối chiếu nhiều báo cáo", "en": "Across reports"},
}
"""What the families of rules are about."""

_WORDS: Final[dict[str, dict[str, str]]] = {
    "vi": {
        "rules": "Các quy tắc",
        "code": "Mã",
        "severity": "Mức",
        "title": "Nội dung",
        "message": "Câu báo",
        "level": "Phạm vi",
        "basis": "Căn cứ",
        "confirmed": "đã xác nhận",
        "secondary": "nguồn thứ cấp",
        "unconfirmed": "chưa xác nhận, quy tắc tắt theo mặc định",
        "from": "từ",
        "until": "đến",
        "parameter": "Tham số",
        "example": "Ví dụ",
    },
    "en": {
        "rules": "Rules",
        "code": "Code",
        "severity": "Severity",
        "title": "Title",
        "message": "Message",
        "level": "Scope",
        "basis": "Basis",
        "confirmed": "confirmed",
        "secondary": "secondary source",
        "unconfirmed": "unconfirmed, the rule is off by default",
        "from": "from",
        "until": "until",
        "parameter": "Parameter",
        "example": "Example",
    },
}
_LEVELS: Final[dict[str, tuple[str, ...]]] = {
    "vi": ("hình thức", "trong báo cáo", "cùng đơn vị qua thời gian", "với nguồn khác", "liên lĩnh vực"),
    "en": ("form", "within a report", "same unit over time", "against another source", "across domains"),
}


def tell(rule: Rule, fmt: Format = "text", lang: Lang = "vi") -> str:
    """Tell all about a rule: title, reason, message, basis with its dates, parameters, and an example.

    Reasons are in English; the example, which each of mttq's own rules has, is run.

    Args:
        rule: the rule.
        fmt: "text", "markdown" or "html".
        lang: of all the rest.
    """
    words, (title, _) = _WORDS[lang], rule.words(lang)
    head = f"{rule.code} · {severity_name(rule.severity, lang)} · {title}"
    blocks = [heading(head, fmt, 1), *(paragraph(lines, fmt) for lines in _reason(rule))]
    blocks.append(paragraph(_facts(rule, lang), fmt))
    example = example_of(rule.code)
    if example:
        blocks += [
            heading(words["example"], fmt),
            *(paragraph(lines, fmt) for lines in example.lines(rule, lang)),
        ]
    return stack(blocks, fmt)


def _reason(rule: Rule) -> Iterator[list[str]]:
    """Give the paragraphs of the docstring, lines joined; "Wrong:" and "Right:" begin lines of their own."""
    for block in re.split(r"\n\s*\n", rule.doc):
        yield [" ".join(line.split()) for line in re.split(r"\n(?=Wrong:|Right:)", block)]


def _facts(rule: Rule, lang: Lang) -> Iterator[str]:
    words = _WORDS[lang]
    for other in ("vi", "en"):
        title, message = rule.words(other)
        yield f"{words['title']} ({other}): {title}"
        yield f"{words['message']} ({other}): {message}"
    yield f"{words['level']}: {_LEVELS[lang][rule.level]}"
    yield f"{words['basis']}: {_setting(rule.basis, lang)} ({words[rule.basis.confidence]})"
    for name, value in rule.parameters.items():
        yield f"{words['parameter']}: {name} = {_setting(value, lang)}"


def _setting(value: Any, lang: Lang) -> str:
    """Write what a rule is set to: a figure, a table of dated norms, a basis with its dates."""
    match value:
        case Basis():
            days = (("from", value.valid_from), ("until", value.valid_until))
            dated = (f"{_WORDS[lang][key]} {vi.format_date(day, 'padded')}" for key, day in days if day)
            return ", ".join((str(value), *dated))
        case enum.Enum():
            return str(value.value)
        case tuple():
            plain = not any(isinstance(item, tuple) or attrs.has(type(item)) for item in value)
            return (", " if plain else "; ").join(_setting(item, lang) for item in value)
        case Mapping():
            return "; ".join(f"{_setting(key, lang)}: {_setting(item, lang)}" for key, item in value.items())
        case _ if attrs.has(type(value)):
            facts = attrs.asdict(value, recurse=False)
            return ", ".join(_setting(fact, lang) for fact in facts.values() if fact is not None)
        case _:
            return str(value)


def pages(rules: RuleSet = RULES, lang: Lang = "en") -> dict[str, str]:
    """Give the pages of the rule book in Markdown, by the names of their files; the index is `README.md`."""
    told = {f"{rule.code}.md": tell(rule, "markdown", lang) + "\n" for rule in rules}
    return {INDEX: _index(rules, lang)} | told


def _index(rules: RuleSet, lang: Lang) -> str:
    words = _WORDS[lang]
    blocks = [heading(words["rules"], "markdown", 1)]
    columns = (Column(words["code"]), Column(words["severity"]), Column("vi"), Column("en"))
    for family, members in groupby(rules, lambda rule: rule.family):
        rows = tuple(
            (rule.code, severity_name(rule.severity, lang), rule.title, rule.words("en")[0])
            for rule in members
        )
        name = FAMILIES.get(family, {}).get(lang, "")
        table = Table(title=f"{family}: {name}" if name else family, columns=columns, rows=rows)
        blocks.append(
            re.sub(r"^\| (\w+[0-9]+) ", r"| [\1](\1.md) ", table.render("markdown"), flags=re.MULTILINE)
        )
    return stack(blocks, "markdown") + "\n"
