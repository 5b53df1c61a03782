"""The reference: a page for each public module, read from the code itself."""

import enum
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

import mttq.errors

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from make_forms import told
from make_names import said_of
from make_promises import ALIASES, PUBLIC, hints, is_ours, is_written_by_attrs, of_default, rank

from mttq._declared.relations import Counts, Stock
from mttq._declared.types import relations_on, unwrap
from mttq.forms import label_of
from mttq.forms._labels import ColumnSpec, RowSpec, TableSpec, spec_of
from mttq.rules import Rule
from mttq.tables import Lang
from mttq.vi import NOUNS
from mttq.wording import label, words

HOMES: dict[int, str] = {}
"""Where each public class and function belongs: the path under which its entry stands."""
for _where, _name, _thing in sorted(PUBLIC, key=lambda found: rank(*found)):
    if not isinstance(_thing, types.ModuleType):
        HOMES.setdefault(id(_thing), f"{_where}.{_name}")
NAMED = [(thing, HOMES[id(thing)]) for _, thing in ALIASES]
SAYS = {
    "field": "trường",
    "meaning": "ý nghĩa",
    "label": "tên trên báo cáo",
    "English": "tiếng Anh",
    "unit": "đơn vị tính",
    "relations": "quan hệ",
    "type": "kiểu",
    "default": "mặc định",
    "required": "bắt buộc",
    "blank": "để trống",
    "stock": "số thời điểm",
    "name": "tên",
    "value": "giá trị",
    "All public names": "Mọi tên công khai",
    "Also found here": "Cũng có tại đây",
    "What each module offers; a thing of several modules stands in the one that is named here.": (
        "Mỗi mô-đun có gì. Tên nào có ở nhiều mô-đun thì được giải thích tại mô-đun ghi ở đây. "
        "Lời giải thích lấy từ mã nguồn nên viết bằng tiếng Anh."
    ),
}


def say(text: str, lang: Lang) -> str:
    """Return a word of these pages in a language."""
    return SAYS[text] if lang == "vi" else text


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table in Markdown."""
    cells = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in cells] + [""]


def pages(lang: Lang) -> dict[str, str]:
    """Return the pages of the modules and their index by the names of their files."""
    told: dict[str, list[str]] = {}
    for where, name, thing in PUBLIC:
        module = told.setdefault(where, [])
        if HOMES.get(id(thing)) == f"{where}.{name}":
            module += entry(where, name, thing, lang)
    found = {
        f"reference/{where}.md": "\n".join([*_head(where, lang), *lines])
        for where, lines in told.items()
        if lines
    }
    return found | {"names.md": _index(lang, [name.removesuffix(".md") for name in found])}


def _head(where: str, lang: Lang) -> list[str]:
    module = sys.modules[where]
    elsewhere = [
        f"{{py:obj}}`~{HOMES[id(thing)]}`"
        for found, name, thing in PUBLIC
        if found == where and HOMES.get(id(thing), f"{where}.{name}") != f"{where}.{name}"
    ]
    more = [f"{say('Also found here', lang)}: {', '.join(elsewhere)}.", ""] if elsewhere else []
    said = prose(inspect.getdoc(module) or "")
    return [f"# {where}", "", *said, f":::{{py:module}} {where}\n:::", "", *more]


def _index(lang: Lang, files: Sequence[str]) -> str:
    lines = [f"# {say('All public names', lang)}", ""]
    lines += [
        say(
            "What each module offers; a thing of several modules stands in the one that is named here.", lang
        ),
        "",
    ]
    for file in files:
        where = file.rpartition("/")[2]
        lines += [f"## {where}", ""]
        for found, name, thing in PUBLIC:
            if found == where and HOMES.get(id(thing)) == f"{where}.{name}":
                lines.append(f"- {{py:obj}}`~{where}.{name}`: {said_of(thing, name, sys.modules[where])}")
        lines.append("")
    return "\n".join(lines)


# Entries


def entry(where: str, name: str, thing: Any, lang: Lang) -> Iterator[str]:
    """Return the entry of a public thing, the lines of a directive of Sphinx."""
    if inspect.isclass(thing):
        body = [*_class(thing, lang)]
        kind = "exception" if issubclass(thing, Exception) else "class"
        yield from directive(kind, f"{name}{_called(thing)}", body)
    elif inspect.isroutine(thing):
        yield from directive("function", f"{name}{signature(thing)}", documented(thing))
    elif isinstance(thing, Rule):
        title, _ = thing.words(lang)
        yield from directive("data", name, [f"[{thing.code}](../rules/{thing.code}.md): {title}", ""])
    else:
        said = [said_of(thing, name, sys.modules[where]), ""]
        if typing.get_origin(thing) or (thing, f"{where}.{name}") in NAMED:
            said += [f"`{shown(typed(thing, named=False))}`", ""]
        yield from directive("data", name, said)


def directive(kind: str, head: str, body: Sequence[str], *options: str) -> Iterator[str]:
    """Return a directive of Sphinx; its fence is longer than those inside it."""
    fence = ":" * (4 + max((len(line) - len(line.lstrip(":")) for line in body), default=0))
    yield from (f"{fence}{{py:{kind}}} {head}", *options, "", *body, fence, "")


def _called(thing: type) -> str:
    """Return the signature of a class; the fields of a record stand in its table."""
    if issubclass(thing, enum.Enum | Exception) or attrs.has(thing) or not is_ours(thing.__init__):
        return ""
    return signature(thing)


def _class(thing: type, lang: Lang) -> Iterator[str]:
    text, sections = sections_of(inspect.getdoc(thing) or "")
    meanings = sections.pop("Args", {}) | sections.pop("Attributes", {})
    yield from text
    if issubclass(thing, enum.Enum):
        yield from _members(thing, lang)
    elif attrs.has(thing):
        yield from _fields(thing, meanings, lang)
    else:
        yield from (f"- `{name}`: {said}" for name, said in meanings.items())
        yield ""
    for name, value in vars(thing).items():
        if not name.startswith("_"):
            yield from _attribute(thing, name, value)


def _attribute(thing: type, name: str, value: object) -> Iterator[str]:
    if isinstance(value, property) and value.fget:
        kind = f":type: {typed(hints(value.fget).get('return'))}"
        yield from directive("property", name, documented(value), kind)
    elif inspect.isfunction(value) or isinstance(value, classmethod | staticmethod):
        method = getattr(thing, name)
        if is_ours(method) and not is_written_by_attrs(method):
            options = [] if inspect.isfunction(value) else [f":{type(value).__name__}:"]
            called = signature(method, skipped=int(inspect.isfunction(value)))
            yield from directive("method", f"{name}{called}", documented(method), *options)


def _members(thing: type[enum.Enum], lang: Lang) -> Iterator[str]:
    named = {f"{thing.__name__}.{member.name}" for member in thing} <= set(words("vi"))
    is_text = all(isinstance(member.value, str) for member in thing)
    rows = []
    for member in thing:
        row = [f"`{member.name}`", f"`{member.value!r}`"]
        if named:
            row += [words(each)[f"{thing.__name__}.{member.name}"] for each in ("vi", "en")]
        elif is_text:
            row.append(label(str(member.value), "en"))
        rows.append(row)
    head = [say("name", lang), say("value", lang)]
    head += [say("label", lang), say("English", lang)] if named else [say("English", lang)] if is_text else []
    if is_text and not named and all(label(str(member.value), "en") == member.value for member in thing):
        head, rows = head[:2], [row[:2] for row in rows]
    yield from table(head, rows)


FIELDS = ("field", "label", "English", "meaning", "unit", "type", "default", "relations")


def _fields(thing: type, meanings: dict[str, str], lang: Lang) -> Iterator[str]:
    """Return the table of the fields of a record; a column that has nothing to say is left out."""
    fields: Sequence[attrs.Attribute[Any]] = [
        field for field in attrs.fields(thing) if not field.name.startswith("_")
    ]
    facts = [field_of(thing, field, meanings, lang) for field in fields]
    columns = [name for name in FIELDS if any(fact[name] for fact in facts)]
    if facts:
        yield from table(
            [say(name, lang) for name in columns], [[fact[name] or "" for name in columns] for fact in facts]
        )


def field_of(
    thing: type, field: "attrs.Attribute[Any]", meanings: dict[str, str], lang: Lang
) -> dict[str, str]:
    """Return all that is declared of a field, by the columns of the table."""
    known = hints(thing).get(field.name, field.type)
    extras = unwrap(known)[1]
    spec = spec_of(field)
    unit = next((extra.unit for extra in extras if isinstance(extra, Counts)), None)
    relations = relations_on(known)
    is_stock = any(isinstance(extra, Stock) for extra in extras)
    if spec is not None:
        unit, relations = spec.unit, () if isinstance(spec, TableSpec) else spec.relations
        is_stock = isinstance(spec, RowSpec | ColumnSpec) and spec.stock
    said = {each: label_of(thing, field.name, lang=each) for each in ("vi", "en")}
    has_label = said["vi"] != field.name
    notes = [f"`{told(relation)}`" for relation in relations] + ([say("stock", lang)] if is_stock else [])
    return {
        "field": f"`{field.name}`",
        "label": said["vi"] if has_label else "",
        "English": said["en"] if has_label else "",
        "meaning": meanings.get(field.name, ""),
        "unit": NOUNS.name(unit, lang=lang) if unit else "",
        "type": linked(typed(known)),
        "default": _default(field, lang),
        "relations": ", ".join(notes),
    }


def _default(field: "attrs.Attribute[Any]", lang: Lang) -> str:
    if not field.init:
        return "—"
    if field.default is attrs.NOTHING:
        return f"*{say('required', lang)}*"
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return "`None`" if spec_of(field) else "—"
    if attrs.has(type(field.default)) and field.default == type(field.default)():
        return say("blank", lang)
    return f"`{of_default(field.default)}`"


# Types and signatures


def typed(hint: Any, *, named: bool = True) -> str:  # noqa: C901 - a case for each kind of annotation
    """Write a type with the whole paths of mttq's own, "~mttq.values.Period | None", as Sphinx reads them."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if named:
        for alias, path in NAMED:
            if hint == alias:
                return f"~{path}"
    if origin in (typing.Union, types.UnionType):
        return " | ".join(dict.fromkeys(map(typed, args)))
    if origin is typing.Annotated:
        return typed(args[0])
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, args))}]"
    if isinstance(hint, list):
        return f"[{', '.join(map(typed, hint))}]"
    if origin:
        return f"{typed(origin)}[{', '.join(map(typed, args))}]"
    if hint in (None, types.NoneType):
        return "None"
    if hint is ...:
        return "..."
    if id(hint) in HOMES:
        return f"~{HOMES[id(hint)]}"
    return str(getattr(hint, "__forward_arg__", None) or getattr(hint, "__name__", hint)).rpartition(".")[2]


def shown(written: str) -> str:
    """Write a type without paths.

    >>> shown("tuple[~mttq.values.Period, ...] | None")
    'tuple[Period, ...] | None'
    """
    return re.sub(r"~[\w.]*\.(\w+)", r"\1", written)


def linked(written: str) -> str:
    """Write a type in running text, mttq's own names as links.

    >>> linked("tuple[~mttq.values.Period, ...] | None")
    '`tuple[`{py:obj}`~mttq.values.Period``, ...] | None`'
    """
    parts = re.split(r"(~[\w.]+\w)", written)
    return "".join(f"{{py:obj}}`{part}`" if part.startswith("~") else f"`{part}`" for part in parts if part)


def signature(thing: Any, *, skipped: int = 0) -> str:
    """Write what a function takes and returns, in the syntax of Python."""
    known = hints(thing.__init__ if inspect.isclass(thing) else thing)
    given: list[str] = []
    last = None
    for argument in [*inspect.signature(thing).parameters.values()][skipped:]:
        if argument.name.startswith("_"):
            continue
        starred = (argument.KEYWORD_ONLY, argument.VAR_POSITIONAL)
        if argument.kind is argument.KEYWORD_ONLY and last not in starred:
            given.append("*")
        if last is argument.POSITIONAL_ONLY and argument.kind is not last:
            given.append("/")
        last = argument.kind
        stars = {argument.VAR_POSITIONAL: "*", argument.VAR_KEYWORD: "**"}.get(argument.kind, "")
        default = "" if argument.default is argument.empty else f" = {_value(argument.default)}"
        kind = typed(known.get(argument.name, argument.annotation))
        given.append(f"{stars}{argument.name}: {kind}{default}")
    if last is inspect.Parameter.POSITIONAL_ONLY:
        given.append("/")
    result = "" if inspect.isclass(thing) else f" -> {typed(known.get('return'))}"
    return f"({', '.join(given)}){result}"


def _value(default: object) -> str:
    written = of_default(default)
    return written if written.isprintable() and "…" not in written else "..."


# Docstrings


def sections_of(doc: str) -> tuple[list[str], dict[str, dict[str, str]]]:
    """Take a docstring apart: its text in Markdown, and what its sections say of each name."""
    text: list[str] = []
    sections: dict[str, dict[str, str]] = {}
    inside = name = ""
    for line in doc.splitlines():
        if found := re.fullmatch(r"(Args|Attributes|Returns|Yields|Raises):", line):
            inside, name = found[1], ""
            sections[inside] = {}
        elif line and not line.startswith(" "):
            inside = ""
        if not inside:
            text.append(line)
        elif found := re.fullmatch(r"    (\*{0,2}\w+): (.*)", line):
            name = found[1]
            sections[inside][name] = found[2]
        elif line.startswith("    ") and not found:
            sections[inside][name] = f"{sections[inside].get(name, '')} {line.strip()}".strip()
    return prose("\n".join(text)), sections


def prose(doc: str) -> list[str]:
    """Return a docstring in Markdown: sessions of Python and blocks further in become blocks of code."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", doc.strip()):
        if block.startswith(">>>"):
            lines += ["```pycon", block, "```", ""]
        elif all(line.startswith("    ") for line in block.splitlines()):
            lines += ["```text", inspect.cleandoc(block), "```", ""]
        else:
            lines += [block, ""]
    return lines


def documented(thing: Any) -> list[str]:
    """Return the body of the entry of a function."""
    text, sections = sections_of(inspect.getdoc(thing) or "")
    for name, said in sections.pop("Args", {}).items():
        text.append(f":param {name.lstrip('*')}: {said}")
    for section, names in sections.items():
        for name, said in names.items():
            error = HOMES.get(id(getattr(mttq.errors, name, None)), name)
            text.append(f":raises {error}: {said}" if section == "Raises" else f":returns: {said}")
    return [*text, ""]
