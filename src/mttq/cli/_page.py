"""The findings of a check as one page for an officer: it needs nothing from outside and runs no script."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final, NamedTuple

from mttq.checking import Finding, Findings
from mttq.checking._findings import counted, counted_by_severity
from mttq.rendering import notes_on, render
from mttq.rendering._page import page_of
from mttq.rules import Severity
from mttq.wording import Lang, label, name_of, words
from mttq.wording._unicode import printable

__all__ = ["About", "check_page", "in_all"]

_STYLE: Final = """\
:root { color-scheme: light }
body { font: 16px/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1d1d1f; background: #fff;
  max-width: 54rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin-bottom: .2rem }
h2 { font-size: 1.2rem; border-bottom: 2px solid #d8d8dc; padding-bottom: .3rem; margin-top: 2.5rem }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto }
th, td { border: 1px solid #d8d8dc; padding: .3rem .6rem; vertical-align: top; text-align: left }
td.number { text-align: right }
th { background: #f3f3f5 }
article { border: 1px solid #d8d8dc; border-left: 6px solid #8a8a92; border-radius: 4px;
  padding: .6rem 1rem; margin: .8rem 0; break-inside: avoid }
article.error { border-left-color: #b3261e }
article.warning { border-left-color: #b26a00 }
article.info { border-left-color: #2a62a8 }
article p { margin: .25rem 0 }
.head { font-weight: 600 }
.file { color: #55555c; margin: .3rem 0 }
.place { color: #55555c }
.sum { font-variant-numeric: tabular-nums; background: #f3f3f5; padding: .2rem .5rem }
.unread { color: #b3261e }
.notes { color: #55555c; font-size: .9rem }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } }"""


class About(NamedTuple):
    """What a page says of a file beside its findings.

    Attributes:
        title: of the one report that it is about.
        unit: which reports.
        more: what is shown below the findings.
        reports: how many reports it is about.
    """

    title: str = ""
    unit: str = ""
    more: Sequence[object] = ()
    reports: int = 1


def in_all(results: Iterable[tuple[Findings | str, About]], lang: Lang) -> str:
    """Say of several files what was found: "12 báo cáo: 6 lỗi, 34 cảnh báo; 2 tệp không đọc được"."""
    listed = list(results)
    read = [(result, about.reports) for result, about in listed if isinstance(result, Findings)]
    found = counted_by_severity((finding for findings, _ in read for finding in findings), lang)
    reports = counted("reports", sum(number for _, number in read), lang)
    said = [f"{reports}: {found or words(lang)['reports.clean']}"]
    if len(read) < len(listed):
        said.append(counted("unread", len(listed) - len(read), lang))
    return "; ".join(said)


def check_page(results: Mapping[str, Findings | str], about: Mapping[str, About], lang: Lang) -> str:
    """Return findings by file as a page of HTML: what was found in all, then each finding explained.

    Args:
        results: by file the findings, or why it could not be read.
        about: what else there is of each file.
        lang: the language.
    """
    title = words(lang)["findings"]
    said = in_all(((result, about[name]) for name, result in results.items()), lang)
    body = [f"<h1>{_text(title)}</h1>", f"<p>{_text(said)}</p>"]
    if len(results) > 1:
        body.append(_overview(results, about, lang))
    for number, (name, result) in enumerate(results.items(), start=1):
        if isinstance(result, str) or _is_shown(result) or len(results) == 1:
            body += _section(number, name, result, about[name], lang)
    return page_of("".join(f"{part}\n" for part in body), title, lang, _STYLE)


def _is_shown(findings: Findings) -> bool:
    """Return whether there is anything to say of a file."""
    return bool(findings or findings.waived)


def _text(text: str) -> str:
    return escape(printable(text))


def _overview(results: Mapping[str, Findings | str], about: Mapping[str, About], lang: Lang) -> str:
    """Return a table of all files, each with its unit and how many findings it has of each severity."""
    severities = sorted(Severity, reverse=True)
    heads = [label("Tệp", lang), label("Đơn vị", lang), *(name_of(severity, lang) for severity in severities)]
    rows = []
    for number, (name, result) in enumerate(results.items(), start=1):
        link = f'<a href="#f{number}">{_text(name)}</a>'
        if isinstance(result, str):
            told = f'<td class="unread" colspan="{len(severities)}">{_text(counted("unread", 1, lang))}</td>'
        else:
            numbers = [len(result.where(severity=severity)) for severity in severities]
            told = "".join(f'<td class="number">{found}</td>' for found in numbers)
            link = link if _is_shown(result) else _text(name)
        rows.append(f"<tr><td>{link}</td><td>{_text(about[name].unit)}</td>{told}</tr>")
    head = "".join(f"<th>{_text(text)}</th>" for text in heads)
    return f"<table>\n<tr>{head}</tr>\n" + "\n".join(rows) + "\n</table>"


def _section(number: int, name: str, result: Findings | str, about: About, lang: Lang) -> Iterator[str]:
    yield f'<section id="f{number}">\n<h2>{_text(about.title or name)}</h2>'
    if about.title:
        yield f'<p class="file">{_text(" · ".join(filter(None, (about.unit, name))))}</p>'
    if isinstance(result, str):
        yield f'<p class="unread">{"<br>".join(map(_text, result.splitlines()))}</p>'
    else:
        yield from (_card(finding, lang) for finding in result)
        notes = "<br>\n".join(map(_text, notes_on(result, lang)))
        yield f'<p class="notes">{notes}</p>'
        yield from (render(item, fmt="html", lang=lang) for item in about.more)
    yield "</section>"


def _card(finding: Finding, lang: Lang) -> str:
    """Return all that is known of a finding; the first line is its head, the second its place."""
    head, *lines = finding.explain(lang=lang).splitlines()
    place, arithmetic = label(finding.place, lang), finding.arithmetic(lang=lang)
    classes = {printable(place): ' class="place"', printable(arithmetic): ' class="sum"'}
    told = "\n".join(f"<p{classes.get(line, '')}>{_text(line)}</p>" for line in lines)
    kind = finding.severity.name.lower()
    return f'<article class="{kind}">\n<p class="head">{_text(head)}</p>\n{told}\n</article>'
