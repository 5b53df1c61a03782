"""No word lacks its English: every label, kind, reason, basis, unit and word of the frame is walked."""

import ast
import enum
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from string import Formatter
from typing import get_args

import attrs
import pytest

import mttq
from mttq import model
from mttq._samples._cases import Case
from mttq.forms import TIER_COLUMNS, Kind, label_of, registered_forms
from mttq.report import Report
from mttq.rules import RULES, Basis, BoardOf, Rule, Severity
from mttq.rules._data.norms import BoardNorm, CommitteeNorm, RunsOn
from mttq.values import Qualifier
from mttq.vi.figures import HEDGES
from mttq.vi.units import CODES, unit_noun
from mttq.wording import Lang, _en, label, name_of, words, words_of_rules
from mttq.wording._en import LABELS


def enumerations() -> list[type[enum.Enum]]:
    """Return the enumerations of all modules."""
    names = (item.name for item in walk_packages(mttq.__path__, "mttq.") if item.name != "mttq.__main__")
    items = (item for module in map(import_module, names) for item in vars(module).values())
    return list(
        dict.fromkeys(item for item in items if isinstance(item, type) and issubclass(item, enum.Enum))
    )


OURS = [form for form in registered_forms().values() if form.record.__module__.startswith("mttq.forms.")]
CATALOGUES = [
    getattr(import_module(f"{_en.__name__}.{item.name}"), item.name.upper())
    for item in iter_modules(_en.__path__)
    if item.name not in ("frame", "rules")
]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)[1:]
"""All but Vietnamese, which stands in the code."""
WORDS_VI = words("vi")
NAMED = [item for item in enumerations() if any(key.startswith(f"{item.__name__}.") for key in WORDS_VI)]
"""Enumerations that a reader sees and whose values are no Vietnamese words."""
FOREIGN = re.compile(r"[^\x00-\x7f→×“”–…≤≥]")


def labels_of_forms() -> Iterator[str]:
    for form in OURS:
        yield from (form.name, form.title)
        for row in form.rows:
            yield from (row.label, *row.parts) if row.label else ()
            for column in row.columns:
                yield from column.heads
                yield from (member.value for member in column.choice or ())
    yield from TIER_COLUMNS.values()
    yield from (head.lower() for head in TIER_COLUMNS.values())


def records() -> Iterator[type]:
    yield Report
    public = (getattr(model, name) for name in model.__all__)
    yield from (item for item in public if isinstance(item, type) and attrs.has(item))


def labels_of_records() -> Iterator[str]:
    for record in records():
        for field in attrs.fields(record):
            yield label_of(record, field.name)


def kinds() -> Iterator[str]:
    """Return the names of kinds: the values of the model's enumerations, and the boards that have norms."""
    public = (getattr(model, name) for name in model.__all__)
    enums: list[type[enum.Enum]] = [BoardOf]
    enums += [item for item in public if isinstance(item, type) and issubclass(item, enum.Enum)]
    for kind in enums:
        yield from (member.value for member in kind if not member.value.isascii())


@pytest.fixture(scope="module")
def terms(trees: dict[Path, ast.Module]) -> set[str]:
    """What rules and printing modules write themselves, in calls of `Term`, `Phrase` and the like."""
    calls = (node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {text for call in calls for text in _texts(call)}


@pytest.fixture(scope="module")
def texts(trees: dict[Path, ast.Module]) -> set[str]:
    """The texts that stand in the sources, catalogues apart."""
    code = (tree for path, tree in trees.items() if "wording" not in path.parts)
    return {
        node.value
        for tree in code
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _texts(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    wanted: list[ast.expr | None] = []
    if name in ("Term", "Phrase"):
        wanted += call.args[:1]
    elif name in ("Basis", "Provision"):
        wanted.append(given.get("text"))
    elif name == "Suggestion":
        wanted.append(given.get("reason"))
    for node in wanted:
        for part in ast.walk(node) if node else ():
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def has_english(text: str) -> bool:
    return not FOREIGN.search(re.sub("[0-9-]+(?:QĐ|KL)/TW|đồng|nghìn|triệu|tỷ", "", label(text, "en")))


@pytest.mark.parametrize("walk", [labels_of_forms, labels_of_records, kinds], ids=lambda walk: walk.__name__)
def test_every_label_and_kind_has_english(walk: Callable[[], Iterator[str]]) -> None:
    found = list(walk())
    assert found
    assert [text for text in found if not has_english(text)] == []
    assert [text for text in found if label(text, "en") == ""] == []


def test_every_label_is_translated_even_one_without_marks() -> None:
    """A word in plain letters, such as "Trang", could pass for English."""
    walked = {*labels_of_forms(), *labels_of_records()}
    assert [text for text in walked if label(text, "en") == text] == []


def test_every_term_reason_basis_and_place_has_english(terms: set[str]) -> None:
    assert {"phụ lục", "có thể thiếu chữ “{}”", "Số học", "dòng {}"} <= terms
    assert [text for text in terms if not has_english(text)] == []
    worded = {text for text in terms if text.isascii() and re.search("[A-Za-z]", text)}
    assert {text for text in worded if label(text, "en") == text} == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_basis_has_english(rule: Rule) -> None:
    found = [rule.basis, *(item for value in rule.parameters.values() for item in _bases(value))]
    assert [basis for basis in found if not has_english(basis.text)] == []


def _bases(value: object) -> Iterator[Basis]:
    for item in value if isinstance(value, tuple) else (value,):
        basis = getattr(item, "basis", item)
        if isinstance(basis, Basis):
            yield basis


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_the_same_words_labels_and_rules(lang: Lang) -> None:
    labels = import_module(f"mttq.wording._{lang}").LABELS
    assert list(words(lang)) == list(WORDS_VI)
    assert set(labels) == set(LABELS)
    assert set(words_of_rules(lang)) == {rule.code for rule in RULES}
    assert all((*words(lang).values(), *WORDS_VI.values()))
    assert {text: said for text, said in labels.items() if holes(text) != holes(said)} == {}


def test_words_are_english() -> None:
    assert [text for text in words("en").values() if FOREIGN.search(text)] == []


def holes(pattern: str) -> int:
    return sum(name is not None for _, name, _, _ in Formatter().parse(pattern))


def test_every_word_of_the_frame_is_used(texts: set[str]) -> None:
    """Each is asked for by its key, or belongs to an enumeration, a level, a family or a group of figures."""
    derived = {f"{type(member).__name__}.{member.name}" for members in NAMED for member in members}
    derived |= {f"level.{rule.level}" for rule in RULES} | {f"family.{rule.family}" for rule in RULES}
    derived |= {f"assurance.{name}" for name in ("figures", "verified", "questioned", "unverified")}
    derived |= {f"request.{severity.name}" for severity in Severity}
    derived |= {
        f"{name}.{number}"
        for name in ("findings", "reports", "unread", *(severity.name for severity in Severity))
        for number in ("one", "many")
    }
    derived |= {f"reading.{name}" for name in ("notes", "unread")}
    cells = ("whole", "words", "other", *(kind for kind in Kind if f"sheet.{kind}" in WORDS_VI))
    derived |= {f"sheet.{cell}{end}" for cell in cells for end in ("", ".how")}
    derived |= {f"example.{field.name}" for field in attrs.fields(Case)}
    norms = {field.name for norm in (BoardNorm, CommitteeNorm, RunsOn) for field in attrs.fields(norm)}
    derived |= {f"norm.{name}" for name in norms - {"board", "tier", "basis"}}  # these speak for themselves
    assert derived <= set(WORDS_VI)
    assert set(WORDS_VI) - texts - derived == set()


@pytest.mark.parametrize("members", NAMED)
def test_every_member_that_a_reader_sees_has_two_names(members: type[enum.Enum]) -> None:
    for member in members:
        assert name_of(member, "vi") != name_of(member, "en")


@pytest.mark.parametrize("code", CODES)
def test_every_unit_has_an_english_noun(code: str) -> None:
    noun = unit_noun(code, "en")
    assert noun
    assert FOREIGN.sub("", noun) == noun or noun == "đồng"
    assert "_" not in noun


@pytest.mark.parametrize("qualifier", Qualifier)
def test_every_hedge_has_english(qualifier: Qualifier) -> None:
    if qualifier in HEDGES:
        assert label(HEDGES[qualifier][0], "en").isascii()


def test_a_label_is_in_one_catalogue() -> None:
    known = [text.lower() for catalogue in CATALOGUES for text in catalogue]
    assert Counter(known).most_common(1)[0][1] <= 2
    assert len(LABELS) == sum(map(len, CATALOGUES))


def test_every_label_is_used(terms: set[str], texts: set[str]) -> None:
    """What the catalogue knows, some form, record, kind or rule says."""
    said = {*labels_of_forms(), *labels_of_records(), *kinds(), *terms, *texts}
    known = {text[:1].swapcase() + text[1:] for text in said if text} | said
    assert [text for text in LABELS if text not in known] == []
