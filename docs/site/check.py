"""Look at the built site in a browser: `python docs/site/check.py [SITE]`, by default build/site.

The main pages in both languages on a screen as wide as a phone: letters that no font has, things wider than
the screen, small text in drawings, complaints of the console, requests to elsewhere; and what search finds.
Where no Chromium is found, one line says that nothing was looked at.
"""

import functools
import http.server
import shutil
import sys
import threading
import tomllib
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = 390
GROUPS = tomllib.loads(Path(__file__).with_name("pages.toml").read_text("utf-8"))["group"]
MAIN = [page["page"] for group in GROUPS for page in group["pages"] if "missing" not in page]
MAIN += ["rules/CRI", "rules/CRI001", "forms/kl62-pl2", "search", "genindex"]
MAIN += ["reference/mttq.model", "reference/mttq.vi", "reference/mttq.checking"]
ASKED = {
    "giám sát": "giám sát",
    "giam sat": "giám sát",
    "hộ nghèo": "UNI007",
    "ho ngheo": "UNI007",
    "phan bien xa hoi": "CRI",
    "CRI001": "CRI001",
    "cri001": "CRI001",
    "PovertyFigure": "mttq.model.PovertyFigure",
    "qqzzx": None,
}
"""What is asked of the Vietnamese pages, and what must be in the title of one of the first three hits."""

FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")


def main(site: Path) -> None:
    """Print what is wrong, a line for each."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        print("no Chromium was found: the site was not looked at")
        return
    with _served(site) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = [f"{lang}/{name}.html" for lang in ("en", "vi") for name in MAIN]
        told = [*_looked_at(browser, address, pages), *_found(browser, address)]
        browser.close()
    print(*told, f"{len(pages)} pages, {len(ASKED)} searches: {len(told)} faults", sep="\n")
    sys.exit(bool(told))


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a folder as long as the block lasts."""

    class Silent(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def _looked_at(browser: Browser, address: str, pages: list[str]) -> Iterator[str]:
    page = browser.new_context(viewport={"width": PHONE, "height": 844}, reduced_motion="reduce").new_page()
    seen: list[str] = []
    page.on(
        "console", lambda told: told.type in ("error", "warning") and seen.append(f"console: {told.text}")
    )
    page.on("pageerror", lambda error: seen.append(f"script: {error}"))
    page.on("request", lambda to: to.url.startswith((address, "data:")) or seen.append(f"asks for {to.url}"))
    page.on("response", lambda got: got.status >= 400 and seen.append(f"{got.status}: {got.url}"))  # noqa: PLR2004
    for name in pages:
        page.goto(address + name, wait_until="load")
        yield from (f"{name}: {fault}" for fault in [*seen, *_faults_on(page, name)])
        seen.clear()


def _faults_on(page: Page, name: str) -> Iterator[str]:
    yield from page.evaluate(FAULTS)
    if (lang := page.get_attribute("html", "lang")) != name[:2]:
        yield f"says that it is in {lang}"
    titles = page.locator("article h1").count()
    if titles != 1 and not name.endswith("search.html"):
        yield f"has {titles} titles"


def _found(browser: Browser, address: str) -> Iterator[str]:
    """Ask each of the questions, and say which are answered wrongly."""
    page = browser.new_page()
    for asked, wanted in ASKED.items():
        page.goto(f"{address}vi/search.html?q={urllib.parse.quote_plus(asked)}")
        page.wait_for_function("() => document.querySelector('.search-summary')?.textContent")
        titles = [hit.inner_text() for hit in page.locator("#search-results ul.search > li > a").all()[:3]]
        if titles if wanted is None else not any(wanted in title for title in titles):
            yield f"search for “{asked}” finds {titles}, not {wanted}"


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else Path(__file__).parents[2] / "build" / "site"))
