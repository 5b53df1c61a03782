"""Pages to look things up: forms, nouns, errors, the command, files, the glossary."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from make_promises import of_schema
from reference import HOMES, PUBLIC, table, told

import mttq
from mttq.checking import waivers_schema
from mttq.cli._parser import parser
from mttq.exporting import findings_schema
from mttq.forms import Form, Kind, Row, label_of, print_form, registered_forms
from mttq.tables import Lang
from mttq.vi import NOUNS, sort_key
from mttq.wording import label

WORDS = {
    "Forms": "Các biểu",
    "Form": "Biểu",
    "Title": "Tên biểu",
    "lines": "dòng",
    "As printed": "Như bản in",
    "Line by line": "Từng dòng",
    "No.": "STT",
    "Line": "Dòng",
    "English": "Tiếng Anh",
    "Path": "Đường dẫn",
    "Cell": "Ô",
    "Unit": "Đơn vị tính",
    "Relations": "Quan hệ",
    "Rules": "Quy tắc",
    "per level": "theo cấp",
    "stock": "số thời điểm",
    "since": "từ",
    "until": "đến",
    "Nouns that figures count": "Danh từ chỉ đơn vị tính",
    "Code": "Mã",
    "Words": "Cách viết",
    "The command, option by option": "Lệnh mttq, từng tùy chọn",
    "Argument": "Tham số",
    "Meaning": "Ý nghĩa",
    "Values": "Giá trị",
    "File formats": "Khuôn dạng tệp",
    "Key": "Khóa",
    "Label": "Tên trên báo cáo",
    "Value": "Giá trị",
    "required": "bắt buộc",
    "Report files": "Tệp báo cáo",
    "Findings": "Kết quả đối chiếu",
    "Waivers": "Giải trình đã chấp nhận",
    "Glossary": "Từ vựng",
    "Vietnamese": "Tiếng Việt",
    "Name": "Tên trong thư viện",
    "The JSON Schema: ": "JSON Schema: ",
}


def say(text: str, lang: Lang) -> str:
    """Return a word of these pages in a language."""
    return WORDS[text] if lang == "vi" else text


def pages(lang: Lang) -> dict[str, str]:
    """Return the pages by the names of their files."""
    forms = {f"reference/forms/{code}.md": _form(form, lang) for code, form in registered_forms().items()}
    made = {
        "reference/forms.md": _forms(lang),
        "reference/nouns.md": _nouns(lang),
        "reference/command.md": _command(lang),
        "reference/files.md": _files(lang),
        "glossary.md": _glossary(lang),
    }
    return forms | {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _heads(names: Sequence[str], lang: Lang) -> list[str]:
    return [say(name, lang) for name in names]


# Forms


def _forms(lang: Lang) -> Iterator[str]:
    yield from (f"# {say('Forms', lang)}", "")
    rows = [
        [f"[{code}](forms/{code}.md)", label(form.title, lang), f"{len(form.rows)} {say('lines', lang)}"]
        for code, form in registered_forms().items()
    ]
    yield from table([*_heads(("Form", "Title"), lang), ""], rows)


def _form(form: Form, lang: Lang) -> str:
    rows = [[*_line(form, row, lang)] for row in form.rows if row.kind is not Kind.HEADING]
    names = (
        "No.",
        "Line",
        "English" if lang == "vi" else "Vietnamese",
        "Path",
        "Cell",
        "Unit",
        "Relations",
        "Rules",
    )
    kept = [place for place in range(len(names)) if any(row[place] for row in rows)]
    head = _heads(names, lang)
    lines = [
        f"# {label(form.name, lang)} · {form.code}",
        "",
        label(form.title, lang),
        "",
        f"{{py:class}}`{HOMES.get(id(form.record), form.record.__name__)}`"
        if id(form.record) in HOMES
        else "",
        "",
        f"## {say('Line by line', lang)}",
        "",
        *table([head[place] for place in kept], [[row[place] for place in kept] for row in rows]),
        f"## {say('As printed', lang)}",
        "",
        "```{raw} html",
        f'<div class="shown">{print_form(form.record(), fmt="html", lang=lang, level=3)}</div>',
        "```",
    ]
    return "\n".join(lines) + "\n"


def _line(form: Form, row: Row, lang: Lang) -> Iterator[str]:
    path = ".".join((form.code, *row.path))
    other: Lang = "en" if lang == "vi" else "vi"
    cell = [row.kind.value, *([say("per level", lang)] if row.tiered else [])]
    cell += [say("stock", lang)] if row.stock else []
    cell += [
        f"{say(word, lang)} {day:%d/%m/%Y}"
        for word, day in (("since", row.since), ("until", row.until))
        if day
    ]
    yield from (row.number, label(row.label, lang), label(row.label, other), f"`{path}`", ", ".join(cell))
    yield NOUNS.name(row.unit, lang=lang) if row.unit else ""
    yield ", ".join(f"`{told(relation)}`" for relation in row.relations)
    codes = [
        rule.code
        for rule in mttq.RULES
        if any(
            claim.takes(path, relation.shape)
            for claim in rule.claims
            if hasattr(claim, "takes")
            for relation in row.relations
        )
    ]
    yield ", ".join(f"[{code}](../../rules/{code}.md)" for code in codes)


# Words


def _nouns(lang: Lang) -> Iterator[str]:
    yield from (f"# {say('Nouns that figures count', lang)}", "")
    rows = [
        [f"`{noun.code}`", ", ".join(noun.words), NOUNS.name(noun.code, lang="en")] for noun in NOUNS.table
    ]
    yield from table(_heads(("Code", "Words", "English"), lang), rows)


def _glossary(lang: Lang) -> Iterator[str]:
    """Return the labels of all fields with their English and the fields that bear them."""
    found: dict[str, set[str]] = {}
    for where, name, thing in PUBLIC:
        if HOMES.get(id(thing)) == f"{where}.{name}" and isinstance(thing, type) and attrs.has(thing):
            for field in attrs.fields(thing):
                if (said := label_of(thing, field.name)) != field.name:
                    found.setdefault(said, set()).add(f"{where}.{name}")
    rows = [
        [said, label(said, "en"), ", ".join(f"{{py:obj}}`~{place}`" for place in sorted(found[said]))]
        for said in sorted(found, key=sort_key)
    ]
    yield from (
        f"# {say('Glossary', lang)}",
        "",
        *table(_heads(("Vietnamese", "English", "Name"), lang), rows),
    )


# The command


def _command(lang: Lang) -> Iterator[str]:
    whole = parser(lang)
    yield from (f"# {say('The command, option by option', lang)}", "", whole.description or "", "")
    for action in whole._subparsers._group_actions if whole._subparsers else ():  # noqa: SLF001 - there is no other way
        told_of = {choice.dest: choice.help or "" for choice in action._get_subactions()}  # noqa: SLF001
        for name, command in (action.choices or {}).items():
            yield from (f"## mttq {name}", "", told_of.get(name, ""), "")
            yield from _arguments(command, lang)


def _arguments(command: argparse.ArgumentParser, lang: Lang) -> Iterator[str]:
    rows = [
        [
            ", ".join(f"`{option}`" for option in action.option_strings)
            or f"`{action.metavar or action.dest}`",
            action.help or "",
            ", ".join(f"`{choice}`" for choice in action.choices or ()),
        ]
        for action in command._actions  # noqa: SLF001 - argparse has no public list of them
    ]
    yield from table(_heads(("Argument", "Meaning", "Values"), lang), rows)


# Files


def _files(lang: Lang) -> Iterator[str]:
    yield from (f"# {say('File formats', lang)}", "")
    schemas = {"Report files": mttq.json_schema(), "Findings": findings_schema(), "Waivers": waivers_schema()}
    for title, schema in schemas.items():
        yield from (f"## {say(title, lang)}", "", f"{say('The JSON Schema: ', lang)}`{schema['$id']}`", "")
        yield from _keys(schema, lang)
        definitions: dict[str, Any] = schema.get("$defs", {})
        for name, record in definitions.items():
            if "properties" in record:
                yield from (f"### {name}", "", *_keys(record, lang))


def _keys(record: dict[str, Any], lang: Lang) -> Iterator[str]:
    rows = []
    for key, value in record["properties"].items():
        words: list[str] = []
        kind = of_schema(value, words)
        needed = f", *{say('required', lang)}*" if key in record.get("required", ()) else ""
        choices = (
            ": " + ", ".join(f"`{json.dumps(word, ensure_ascii=False)}`" for word in words) if words else ""
        )
        rows.append([f"`{key}`", label(value.get("title", ""), lang), f"`{kind}`{choices}{needed}"])
    yield from table(_heads(("Key", "Label", "Value"), lang), rows)
