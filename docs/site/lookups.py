"""Pages to look things up: nouns, the command, files, laws, the glossary."""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from make_promises import of_schema
from reference import HOMES, PUBLIC, table

import mttq
from mttq.checking import waivers_schema
from mttq.cli._parser import parser
from mttq.exporting import findings_schema
from mttq.forms import label_of
from mttq.tables import Lang
from mttq.vi import NOUNS, format_figure, sort_key
from mttq.wording import label, name_of

WORDS = {
    "English": "Tiếng Anh",
    "Rules": "Quy tắc",
    "until": "đến",
    "Nouns that figures count": "Danh từ chỉ đơn vị tính",
    "Code": "Mã",
    "Words": "Cách viết",
    "The command, option by option": "Lệnh mttq, từng tùy chọn",
    "Argument": "Tham số",
    "Meaning": "Ý nghĩa",
    "Values": "Giá trị",
    "Laws and norms": "Căn cứ của các quy tắc",
    "On what the rules rest; only arithmetic and texts that were read make errors.": (
        "Các quy tắc dựa vào đâu; chỉ số học và văn bản đã đọc mới cho mức lỗi."
    ),
    "Legal texts": "Văn bản",
    "Other bases": "Căn cứ khác",
    "Basis": "Căn cứ",
    "from": "từ ngày",
    "known": "mức chắc chắn",
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
    made = {
        "reference/nouns.md": _nouns(lang),
        "reference/command.md": _command(lang),
        "reference/files.md": _files(lang),
        "glossary.md": _glossary(lang),
        "laws-and-norms.md": _laws(lang),
    }
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _heads(names: Sequence[str], lang: Lang) -> list[str]:
    return [say(name, lang) for name in names]


def inline(text: str) -> list[str]:
    """Return HTML as it is shown, its headings as text: those of the page are others."""
    shown = re.sub(r"<h\d>(.*?)</h\d>", r"<p><strong>\1</strong></p>", text, flags=re.DOTALL)
    return ["```{raw} html", f'<div class="shown">{shown}</div>', "```", ""]


# Words


def _nouns(lang: Lang) -> Iterator[str]:
    yield from (f"# {say('Nouns that figures count', lang)}", "")
    rows = [
        [f"`{noun.code}`", ", ".join(noun.words), NOUNS.name(noun.code, lang="en")] for noun in NOUNS.table
    ]
    yield from table(_heads(("Code", "Words", "English"), lang), rows)


def _laws(lang: Lang) -> Iterator[str]:
    """Return the texts and other bases on which rules rest, each with its days and its rules."""
    found: dict[mttq.rules.Basis, list[str]] = {}
    for rule in mttq.RULES:
        for basis in rule.bases:
            found.setdefault(basis, []).append(f"[{rule.code}](rules/{rule.code}.md)")
    yield from (f"# {say('Laws and norms', lang)}", "")
    yield from (
        say("On what the rules rest; only arithmetic and texts that were read make errors.", lang),
        "",
    )
    for title, is_legal in (("Legal texts", True), ("Other bases", False)):
        bases = [basis for basis in found if bool(basis.symbol) is is_legal]
        rows = [
            [
                basis.render(lang=lang),
                format_figure(basis.valid_from, lang=lang),
                format_figure(basis.valid_until, lang=lang),
                name_of(basis.confidence, lang),
                ", ".join(found[basis]),
            ]
            for basis in sorted(bases, key=lambda basis: (sort_key(basis.text), basis.symbol, str(basis)))
        ]
        yield from (f"## {say(title, lang)}", "")
        yield from table(_heads(("Basis", "from", "until", "known", "Rules"), lang), rows)


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
