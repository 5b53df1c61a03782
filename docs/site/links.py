"""Follow every link and anchor of the built site, without a browser."""

import urllib.parse
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path


class _Page(HTMLParser):
    """What a page links to, the anchors that it has, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag in ("script", "img", "iframe", "source") and "src" in given:
            self.loaded.append(given["src"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "shortcut icon", "preload"):
            self.loaded.append(given["href"])


def faults(site: Path, langs: Sequence[str]) -> list[str]:
    """Return a line for each link or anchor that leads nowhere, and for what is loaded from outside."""
    files = [file for lang in langs for file in sorted((site / lang).rglob("*.html"))]
    pages = {file: _Page(file.read_text("utf-8")) for file in files}
    told = []
    for file, page in pages.items():
        for link in dict.fromkeys(page.links):
            address = urllib.parse.urlsplit(link)
            if address.scheme or address.netloc or link == "#":
                continue
            target = (file.parent / urllib.parse.unquote(address.path)).resolve() if address.path else file
            anchor = urllib.parse.unquote(address.fragment)
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].anchors):
                told.append(f"{file.relative_to(site)}: nothing at {link}")
        outside = [found for found in page.loaded if urllib.parse.urlsplit(found).netloc]
        told += [f"{file.relative_to(site)}: loads {found} from outside" for found in outside]
    return told
