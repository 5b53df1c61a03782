"""What can be shown as an HTML page of its own, for a browser and its printer."""

from html import escape
from typing import Final

from mttq.wording import Lang
from mttq.wording._unicode import printable

__all__ = ["page_of"]

_STYLE: Final = """\
body { font: 1rem/1.4 "Times New Roman", Tinos, serif; max-width: 62rem; margin: 1.5rem auto }
h1 { font-size: 1.5rem; text-align: center }
h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; margin: .8rem 0 1.2rem }
caption { font-weight: bold; text-align: left; padding: .3rem 0 }
th, td { border: 1px solid #888; padding: .15rem .5rem; vertical-align: top }
th { background: #eee; font-weight: 600; text-align: center !important; vertical-align: middle }
tr { break-inside: avoid }
td[style*="right"] { white-space: nowrap }
.wide { font-size: .8rem; page: across }
.wide th, .wide td { padding: .15rem .3rem }
@page across { size: A4 landscape; margin: 1cm }"""


def page_of(fragment: str, title: str, lang: Lang, style: str = _STYLE) -> str:
    """Return what `mttq.render` printed as HTML as a page: a browser must be told that it is UTF-8.

    Args:
        fragment: what was printed.
        title: what the browser calls the page.
        lang: its language.
        style: how it looks, if not as a report.
    """
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(printable(title))}</title>\n<style>\n{style}\n</style>"
    )
    return f'<!doctype html>\n<html lang="{lang}">\n{head}\n{fragment}'
