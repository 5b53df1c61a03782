"""The rule book: what a page says of a rule, and pages that are never stale."""

import datetime as dt
import enum
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path

import attrs
import pytest

from mttq.report import Report
from mttq.rulebook import INDEX, pages, tell
from mttq.rules import RULES, Basis, Breach, Confidence, Judgement, Rule, RuleSet, Severity, rule
from mttq.values import DocumentFlag, Tier
from mttq.wording import Lang, words

DOCS = Path(__file__).parents[2] / "docs"


class Colour(enum.Enum):
    RED = "red"


@attrs.frozen
class Norm:
    least: int
    word: str | None
    basis: Basis


DECREE = Basis(
    text="Nghị định",
    symbol="30/2020/NĐ-CP",
    article="8",
    valid_from=dt.date(2020, 3, 5),
    valid_until=dt.date(2025, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)


@rule(
    "TST001",
    Severity.WARNING,
    level=0,
    basis=DECREE,
    title="Tên đủ dài",
    message="Tên có {size} chữ",
    english=("The name is long", "Only {size} letters"),
)
def name_is_long(
    _report: Report,
    size: int = 1,
    norms: tuple[Norm, ...] = (Norm(3, None, DECREE), Norm(4, "a", Basis(text="Luật"))),
    bands: tuple[tuple[Colour, int], ...] = ((Colour.RED, 5),),
    colours: dict[Colour, tuple[int, ...]] = {Colour.RED: (1, 30)},  # noqa: B006
) -> Iterator[Judgement]:
    """A name has more than
    one letter.

    It is *so*.

    Wrong: X, of
        which one knows nothing.
    Right: Yên.
    """
    yield Breach(path="unit.name", args={"size": size})


TOLD = f"""\
TST001 · Cảnh báo · Tên đủ dài

A name has more than one letter.

It is *so*.

Wrong: X, of which one knows nothing.
Right: Yên.

Câu thông báo: Tên có {{size}} chữ
Phạm vi: thể thức, cách ghi
Căn cứ: Điều 8 Nghị định số 30/2020/NĐ-CP, từ 05/3/2020, đến
  01/01/2025 (chưa xác nhận; quy tắc mặc định không áp dụng)
Tham số: size = 1
Tham số: norms = ít nhất 3, Điều 8 Nghị định số 30/2020/NĐ-CP,
  từ 05/3/2020, đến 01/01/2025; ít nhất 4, a, Luật
Tham số: bands = red, 5
Tham số: colours = red: 1, 30
Mô-đun: {__name__}"""


def test_a_rule_is_described_with_all_that_is_known() -> None:
    assert tell(name_is_long) == TOLD


@pytest.mark.share(3)
@pytest.mark.parametrize("item", RULES, ids=lambda item: item.code)
def test_a_rule_is_described_in_one_language(item: Rule) -> None:
    english = {line for line in item.doc.splitlines() if line.startswith(("Wrong:", "Right:"))}
    assert english
    assert not {line for line in english if line in tell(item)}
    assert item.words("en")[0] not in tell(item)
    assert item.title not in tell(item, lang="en")


def test_a_rule_says_in_words_what_it_is_set_to() -> None:
    settings = {
        "size": (None, True, False),
        "norms": (Tier.COMMUNE, DocumentFlag.MISSING_DASH, Colour.RED, Norm(0, None, Basis(text="Luật"))),
        "bands": (2024, 50_000, Fraction(1, 3), dt.date(2023, 8, 15)),
        "colours": {"share": (Decimal("0.1"), Fraction(9, 10))},
    }
    item = attrs.evolve(name_is_long, judge=partial(name_is_long.judge, **settings))

    assert [line for line in tell(item).splitlines() if "Tham số" in line] == [
        "Tham số: size = không đặt, có, không",
        "Tham số: norms = cấp xã; thiếu gạch nối; red; ít nhất 0, Luật",
        "Tham số: bands = 2024, 50.000, 1/3, 15/8/2023",
        "Tham số: colours = share: 0,1; 0,9",
    ]
    page = tell(item, fmt="markdown", lang="en")
    assert [line.strip() for line in page.splitlines() if "Parameter" in line] == [
        "Parameter: size = not set, yes, no",
        "Parameter: norms = commune; missing dash; red; at least 0, Law",
        "Parameter: bands = 2024, 50.000, 1/3, 15 August 2023",
        "Parameter: colours = share: 0,1; 0,9",
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_holds_neither_backslashes_nor_values_of_python(lang: Lang) -> None:
    odd = re.compile(r"\\|\b(True|False|None)\b|\d{4}-\d{2}-\d{2}|= \d{5}|\w\.\w+: '")
    book = pages(lang=lang)
    assert [(name, found[0]) for name, page in book.items() for found in odd.finditer(page)] == []


def test_a_page_is_in_markdown() -> None:
    page = tell(name_is_long, fmt="markdown", lang="en").splitlines()

    assert page[:7] == [
        "# TST001 · Warning · The name is long",
        "",
        "A name has more than one letter.",
        "",
        r"It is \*so\*.",
        "",
        "Wrong: X, of which one knows nothing.  ",
    ]


EXAMPLE = """\
Wrong: more in brackets than before them. Organisation, Standing Board, Vice Chairs: 2

ORG002"""


def test_the_example_shows_what_was_changed_and_what_the_rule_says() -> None:
    right = "## Example\n\nRight: Organisation, Standing Board, Vice Chairs: 1  \n"
    assert right + EXAMPLE in tell(RULES["ORG002"], fmt="markdown", lang="en")


def test_every_family_has_a_name() -> None:
    assert {f"family.{item.family}" for item in RULES} <= set(words("vi"))


def test_the_index_links_each_page() -> None:
    """A family of the caller's own is called by its letters."""
    book = pages(RuleSet([name_is_long, RULES["CRI001"]]), lang="vi")

    assert list(book) == [INDEX, "CRI001.md", "TST001.md"]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in book[INDEX].splitlines()]
    ruled = [line for line in lines if not line[0].startswith(":-")]
    assert [line for line in ruled if line != [""]] == [
        ["# Danh mục quy tắc"],
        ["## CRI: Phản biện xã hội, góp ý, đối thoại"],
        ["Mã", "Mức độ", "Nội dung"],
        ["[CRI001](CRI001.md)", "Lỗi", RULES["CRI001"].title],
        ["## TST"],
        ["Mã", "Mức độ", "Nội dung"],
        ["[TST001](TST001.md)", "Cảnh báo", "Tên đủ dài"],
    ]


def test_the_pages_are_up_to_date() -> None:
    book = pages(lang="en")
    written = {page.name: page.read_text("utf-8") for page in (DOCS / "rules").glob("*.md")}

    stale = {name for name in {*written, *book} if written.get(name) != book.get(name)}
    assert not stale, f"{sorted(stale)}: python docs/make.py"
