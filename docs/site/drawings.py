"""The drawings of the site, SVG written by script: they follow dark and light, and search finds their words.

A page says where one stands: `<!-- drawn: model -->`.  No drawing is wider than a phone.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, get_args

import attrs

import mttq
from mttq._declared.types import unwrap
from mttq.forms import label_of
from mttq.tables import Lang
from mttq.wording import label

WIDTH = 360
_LINE = 20
_LETTER = 7.1  # of text of 13 px, on average


def drawn(text: str, lang: Lang) -> str:
    """Put the drawings of a page in their places.

    Raises:
        KeyError: there is no drawing of such a name.
    """
    return re.sub(
        r"<!-- drawn: (\w+) -->", lambda found: f"```{{raw}} html\n{DRAWINGS[found[1]](lang)}```", text
    )


def model(lang: Lang) -> str:
    """Draw what a report consists of: a box for each part, with the records inside it."""
    boxes = []
    for field in attrs.fields(mttq.Report):
        if inner := [*_records_of(field.type)]:
            name = label_of(mttq.Report, field.name, lang=lang)
            boxes.append((name, field.name, _wrapped(inner)))
    boxes.append((label_of(mttq.Report, "appendices", lang=lang), "appendices", _wrapped(_forms(lang))))
    parts, y = [_text(12, 20, "Report", weight=600)], 32
    for name, path, lines in boxes:
        height = 30 + _LINE * len(lines)
        parts.append(f'<path d="M20 {y + height // 2}h16" fill="none"/>')
        parts.append(f'<rect x="36" y="{y}" width="{WIDTH - 44}" height="{height}" rx="6"/>')
        parts.append(_text(46, y + 20, name, weight=600))
        parts.append(_text(WIDTH - 18, y + 20, path, anchor="end", family="var(--font-stack--monospace)"))
        parts += [_text(46, y + 20 + _LINE * number, line) for number, line in enumerate(lines, 1)]
        y += height + 10
    parts.insert(0, f'<path d="M20 26V{y - 30}" fill="none"/>')
    return _figure(parts, y, {"vi": "Báo cáo gồm những gì", "en": "What a report consists of"}[lang])


def _records_of(annotation: Any) -> Iterator[str]:
    """Return the records of the model that a type names, with those that their fields hold."""
    for record in _named(annotation):
        yield record.__name__
        for field in attrs.fields(record):
            yield from (inner.__name__ for inner in _named(field.type))


def _named(annotation: Any) -> Iterator[Any]:
    bare = unwrap(annotation)[0]
    if isinstance(bare, type) and attrs.has(bare) and bare.__module__.startswith("mttq.model"):
        yield bare
    for inner in get_args(bare):
        yield from _named(inner)


def _forms(lang: Lang) -> list[str]:
    return [f"{label(form.name, lang)} ({code})" for code, form in mttq.forms.registered_forms().items()]


def _wrapped(words: list[str]) -> list[str]:
    lines = [""]
    for word in dict.fromkeys(words):
        longer = f"{lines[-1]}, {word}" if lines[-1] else word
        if len(longer) * _LETTER > WIDTH - 60:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


WAY = (
    (
        ("Word, Excel, ODF, CSV", "Word, Excel, ODF, CSV", "mttq.reading.read"),
        ("Tệp báo cáo", "Report file", "mttq.load"),
    ),
    (("Báo cáo: số liệu đúng như đã ghi", "The report: figures as reported", "mttq.Report"),),
    (("Đối chiếu theo quy tắc", "Judged by the rules", "mttq.check"),),
    (("Phát hiện: vị trí, phép tính, căn cứ", "Findings: place, arithmetic, basis", "mttq.Findings"),),
    (("Số có thể ghi nhầm", "What was meant", "mttq.localise"), ("Giải trình", "Accepted", "mttq.Waiver")),
    (("Cho người đọc", "For people", "mttq.render"), ("Cho máy khác", "For programs", "mttq.exporting")),
)
"""What is done with figures, row after row: in Vietnamese, in English, by which public name."""


def way(lang: Lang) -> str:
    """Draw the way of the data; each step names what does it, and that must be there."""
    parts, y = [], 4
    for row, steps in enumerate(WAY):
        if row:
            parts.append(f'<path d="M{WIDTH // 2} {y}v18m-5 -6l5 6l5 -6" fill="none"/>')
            y += 20
        broad = (WIDTH - 8) // len(steps)
        for column, (vietnamese, english, name) in enumerate(steps):
            _there(name)
            x = 4 + column * broad
            middle = x + broad // 2
            parts.append(f'<rect x="{x + 4}" y="{y}" width="{broad - 8}" height="50" rx="6"/>')
            said = vietnamese if lang == "vi" else english
            parts.append(_text(middle, y + 21, said, anchor="middle", weight=600))
            parts.append(_text(middle, y + 40, name, anchor="middle", family="var(--font-stack--monospace)"))
        y += 52
    return _figure(parts, y, {"vi": "Đường đi của số liệu", "en": "The way of the data"}[lang])


def _there(name: str) -> None:
    found: object = mttq
    for step in name.split(".")[1:]:
        found = getattr(found, step)


def _text(x: int, y: int, words: str, *, anchor: str = "", weight: int = 0, family: str = "") -> str:
    style = f' style="font-family: {family}"' if family else ""
    style += f' text-anchor="{anchor}"' if anchor else ""
    style += f' font-weight="{weight}"' if weight else ""
    return f'<text x="{x}" y="{y}" font-size="{12 if family else 13}"{style}>{html.escape(words)}</text>'


def _figure(parts: list[str], height: int, title: str) -> str:
    inside = "\n".join(parts)
    return (
        f'<figure class="drawing"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}">\n'
        f"<title>{title}</title>\n{inside}\n</svg></figure>\n"
    )


DRAWINGS = {"model": model, "way": way}
