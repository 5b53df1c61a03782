"""Build the site, one folder for each language: `python docs/site/build.py [OUT]`, by default build/site.

The pages of docs/, for Vietnamese with those of docs/vi/ over them, are laid out beside those written by
script; then Sphinx makes them HTML, every warning being an error, and every link and anchor is followed.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import drawings
import gallery
import links
import lookups
import make_forms
import reference

from mttq import rulebook
from mttq.tables import Lang

DOCS, ROOT = HERE.parent, HERE.parents[1]
GROUPS: list[dict[str, Any]] = tomllib.loads((HERE / "pages.toml").read_text("utf-8"))["group"]
NOTE = "*Trang này chưa có bản tiếng Việt.*"


def main(out: Path) -> None:
    """Build the site in both languages and follow its links."""
    _say_frame(out)
    builds = []
    for lang in get_args(Lang):
        source = out / "sources" / lang
        _stage(source, lang)
        settings = {"language": lang, "locale_dirs": out / "locale"}
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-n", "-b", "html"]
        command += ["-c", HERE, "-d", out / "doctrees" / lang, source, out / lang]
        command += [f"-D{key}={value}" for key, value in settings.items()]
        builds.append(subprocess.Popen(command))  # noqa: S603
    codes = [build.wait() for build in builds]
    if any(codes):
        sys.exit("the site was not built")
    shutil.copyfile(HERE / "root.html", out / "index.html")
    faults = links.faults(out, get_args(Lang))
    print(*faults, f"{out}: {len(faults)} broken links", sep="\n")
    sys.exit(bool(faults))


def _stage(source: Path, lang: Lang) -> None:
    """Lay out the sources of a language; a file that did not change keeps its time, for Sphinx to see."""
    wanted = {
        name: drawings.drawn(_linked(text), lang) for name, text in {**_written(lang), **_made(lang)}.items()
    }
    for name, trees in _menus(lang, wanted).items():
        wanted[name] += f"\n{trees}"
    for name, text in wanted.items():
        file = source / name
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
    for file in source.rglob("*.md"):
        if file.relative_to(source).as_posix() not in wanted:
            file.unlink()
    for file in DOCS.glob("**/*.png"):
        picture = source / file.relative_to(DOCS)
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, picture)


def _say_frame(out: Path) -> None:
    """Compile the words of the frame that Sphinx lacks, for the pages and for the script of the search."""
    for file in (HERE / "locale").rglob("*.po"):
        compiled = out / file.relative_to(HERE).with_suffix(".mo")
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as lines:
            catalogue = read_po(lines)
        with compiled.open("wb") as target:
            write_mo(target, catalogue)
        said = {_first(word.id): word.string for word in catalogue if word.id}
        script = {"locale": file.parts[-3], "messages": said, "plural_expr": "0"}
        compiled.with_suffix(".js").write_text(
            f"Documentation.addTranslations({json.dumps(script)});", "utf-8"
        )


def _first(forms: Any) -> str:
    """Return the singular of a message, which names it."""
    return forms if isinstance(forms, str) else forms[0]


def _written(lang: Lang) -> dict[str, str]:
    """Return the pages that are written by hand; one that has no Vietnamese says so."""
    found = {}
    for file in DOCS.rglob("*.md"):
        name = file.relative_to(DOCS).as_posix()
        if not name.startswith(("vi/", "site/")):
            found[name] = file.read_text("utf-8")
    if lang == "vi":
        found = {name: re.sub(r"\n", f"\n\n{NOTE}\n", text, count=1) for name, text in found.items()}
        folder = DOCS / "vi"
        found |= {
            file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.md")
        }
    return found


def _made(lang: Lang) -> dict[str, str]:
    """Return the pages that are written by script, and those of the project that stand beside docs/."""
    rules = {f"rules/{name}": text for name, text in rulebook.pages(lang=lang).items()}
    forms = {f"forms/{name}": text for name, text in make_forms.pages(lang).items()}
    project = {
        "changes.md": (ROOT / "CHANGELOG.md").read_text("utf-8"),
        "contributing.md": (ROOT / "CONTRIBUTING.md").read_text("utf-8"),
    }
    if lang == "vi":
        project = {name: re.sub(r"\n", f"\n\n{NOTE}\n", text, count=1) for name, text in project.items()}
    return {
        **rules,
        **forms,
        **_families(rules),
        **project,
        **reference.pages(lang),
        **lookups.pages(lang),
        "gallery.md": gallery.page(lang),
    }


def _families(rules: dict[str, str]) -> dict[str, str]:
    """Return a page for each family: its part of the index, so that the menu opens one family at a time."""
    return {
        f"rules/{part.partition(':')[0]}.md": f"# {part}"
        for part in re.split(r"^## ", rules["rules/README.md"], flags=re.MULTILINE)[1:]
    }


def _linked(text: str) -> str:
    """Let the links of pages that stand elsewhere lead to the site; a session ends with its last line."""
    text = re.sub(r"(^```pycon\n.*?)\n\n```$", r"\1\n```", text, flags=re.MULTILINE | re.DOTALL)
    return text.replace("](docs/", "](").replace("](CONTRIBUTING.md", "](contributing.md")


def _menus(lang: Lang, wanted: dict[str, str]) -> dict[str, str]:
    """Return the parts of the menu by the pages that hold them, hidden there."""
    told = "\n".join(
        _tree([_entry(page, lang) for page in pages], caption) for caption, pages in _groups(lang)
    )
    menus = {"index.md": told}
    codes = [name.removeprefix("rules/").removesuffix(".md") for name in wanted if name.startswith("rules/")]
    families = sorted(code for code in codes if code.isalpha() and code != "README")
    menus["rules/README.md"] = _tree(families)
    for family in families:
        menus[f"rules/{family}.md"] = _tree(sorted(c for c in codes if c != family and c.startswith(family)))
    for index, folder in (("names.md", "reference/mttq"), ("forms/README.md", "forms/")):
        inside = [name for name in wanted if name.startswith(folder) and name != index]
        menus[index] = _tree([f"/{name.removesuffix('.md')}" for name in inside])
    return menus


def _groups(lang: Lang) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Return the groups of the menu with their pages that are there.

    Raises:
        SystemExit: a page is in no group, or one that is called missing is there.
    """
    there = {file.relative_to(DOCS).with_suffix("").as_posix() for file in DOCS.rglob("*.md")}
    there = {name for name in there if not name.startswith(("vi/", "site/", "rules/", "forms/"))}
    listed = {page["page"]: page for group in GROUPS for page in group["pages"]}
    if unlisted := there - set(listed):
        sys.exit(f"in no group of docs/site/pages.toml: {', '.join(sorted(unlisted))}")
    if stale := [name for name in there if "missing" in listed[name]]:
        sys.exit(f"no longer missing, docs/site/pages.toml: {', '.join(sorted(stale))}")
    for group in GROUPS:
        pages = [page for page in group["pages"] if "missing" not in page]
        yield group[lang], [page for page in pages if page["page"] != "index"]


def _entry(page: dict[str, Any], lang: Lang) -> str:
    """Return a line of the menu; a page that has no Vietnamese has a name there."""
    name: str = page["page"]
    return f"{page['vi']} <{name}>" if lang == "vi" and "vi" in page else name


def _tree(names: Iterator[str] | list[str], caption: str = "") -> str:
    head = [f":caption: {caption}"] if caption else []
    return "\n".join(["```{toctree}", ":hidden:", *head, "", *names, "```", ""])


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "build" / "site")
