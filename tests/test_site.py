"""The site's list of pages holds what is there, and its reference names each public thing once."""

import re
import runpy
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

DOCS = Path(__file__).parents[1] / "docs"
GROUPS: list[dict[str, Any]] = tomllib.loads((DOCS / "site" / "pages.toml").read_text("utf-8"))["group"]
PAGES: list[dict[str, Any]] = [page for group in GROUPS for page in group["pages"]]
RUN = re.compile(r"^```pycon$|^\$ mttq .*\n(?!\$|```)", re.MULTILINE)
"""What tests/test_docs.py runs."""
WRITTEN = [page for page in PAGES if not page.get("made") and "missing" not in page]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page["page"])
def test_a_page_is_there_in_its_languages_and_runs(page: dict[str, Any]) -> None:
    names = [f"{page['page']}.md", *([f"vi/{page['page']}.md"] if "vi" not in page else [])]
    texts = [(DOCS / name).read_text("utf-8") for name in names]
    assert all(text.startswith("# ") for text in texts)
    if page.get("executed"):
        assert [name for name, text in zip(names, texts, strict=True) if not RUN.search(text)] == []


def test_a_page_that_is_not_there_says_why() -> None:
    assert [page for page in PAGES if not page.get("missing", "a reason")] == []
    assert [name for name, times in Counter(page["page"] for page in PAGES).items() if times > 1] == []


def test_a_vietnamese_page_is_listed_as_one() -> None:
    vietnamese = {
        file.relative_to(DOCS / "vi").with_suffix("").as_posix() for file in (DOCS / "vi").rglob("*.md")
    }
    assert vietnamese == {page["page"] for page in WRITTEN if "vi" not in page}


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    """What docs/site/reference.py defines."""
    return runpy.run_path(str(DOCS / "site" / "reference.py"))


def test_the_reference_names_each_public_thing_once(reference: dict[str, Any]) -> None:
    pages: dict[str, str] = reference["pages"]("vi")
    found = Counter(
        f"{name.removeprefix('reference/').removesuffix('.md')}.{entry}"
        for name, text in pages.items()
        for entry in re.findall(r"^:+\{py:(?:class|exception|function|data)\} (\w+)", text, re.MULTILINE)
    )
    assert found == Counter(set(reference["HOMES"].values()))
    # two names of one object would share an entry
    named = {(id(thing), name) for _, name, thing in reference["PUBLIC"]}
    assert max(Counter(key for key, _ in named).values()) == 1


def test_a_field_stands_with_its_labels_unit_type_default_and_relations(reference: dict[str, Any]) -> None:
    from mttq.model import PopulationProfile, PovertyFigure

    fields = {
        field.name: reference["field_of"](record, field, {}, "en")
        for record in (PopulationProfile, PovertyFigure)
        for field in attrs.fields(record)
    }
    assert fields["persons"] == {
        "field": "`persons`",
        "label": "Số nhân khẩu",
        "English": "Persons",
        "meaning": "",
        "unit": "persons",
        "type": "{py:obj}`~mttq.Count`` | None`",
        "default": "`None`",
        "relations": "`each households: 2 … 7`, stock",
    }
    assert fields["share"]["relations"] == "`share_of households / ^households`"
    assert fields["share"]["type"] == "{py:obj}`~mttq.values.Share`` | None`"


def test_a_signature_names_types_by_their_homes(reference: dict[str, Any]) -> None:
    import mttq

    assert reference["signature"](mttq.vi.parse_pair) == "(text: str) -> ~mttq.values.Pair"
