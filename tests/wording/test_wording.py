"""Phrases and labels: Vietnamese words with their English, as opposed to quotations, which have none."""

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from mttq.model import FundKind
from mttq.wording import Lang, Phrase, label, name_of, words

PLACE = Phrase("{}, {}", Phrase("Phụ lục 2"), Phrase("dòng “{}”", Phrase("Tổ chức hội nghị")))


def test_a_phrase_is_its_vietnamese_text() -> None:
    vietnamese = "Phụ lục 2, dòng “Tổ chức hội nghị”"
    assert vietnamese == PLACE
    assert hash(PLACE) == hash(vietnamese)
    assert label(PLACE) is PLACE


def test_a_phrase_is_translated_part_by_part() -> None:
    assert label(PLACE, "en") == "Appendix 2, line “Conferences held”"


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda phrase: pickle.loads(pickle.dumps(phrase))]
)
def test_a_copy_of_a_phrase_still_knows_its_english(again: type[Phrase]) -> None:
    assert again(PLACE) == PLACE
    assert label(again(PLACE), "en") == label(PLACE, "en")


def test_texts_are_joined_by_a_mark() -> None:
    joined = Phrase.joined("/", [Phrase("tập thể"), "Trung Sơn"])
    assert (joined, label(joined, "en")) == ("tập thể/Trung Sơn", "collectives/Trung Sơn")
    assert Phrase.joined(", ", []) == ""


def test_a_part_that_is_not_a_phrase_is_a_quotation() -> None:
    """Even if it is spelled like a label, and whatever braces it holds."""
    assert label(Phrase("dòng {}", "Số hộ"), "en") == "line Số hộ"
    assert label(Phrase("dòng {}", "{0}"), "en") == "line {0}"
    assert label(Phrase("{}"), "en") == "{}"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Số hộ", "Households"),
        ("số hộ", "households"),
        ("Tập thể", "Collectives"),
        ("Sửa chữa", "Repaired"),
        ("tổng số hộ", "total households"),
        ("tổ chức thành viên", "member organisations"),
        ("Lều bạt", "Lều bạt"),
        ("lều bạt", "lều bạt"),
        ("", ""),
    ],
)
def test_a_label_is_found_whether_or_not_it_begins_a_line(text: str, english: str) -> None:
    assert label(text, "en") == label(Phrase(text), "en") == english
    assert label(text) == text


@pytest.mark.parametrize(
    ("lang", "request_"),
    [("vi", "Đề nghị xem lại; không bắt buộc sửa."), ("en", "Worth a look; no change is required.")],
)
def test_words_of_the_frame_are_found_by_keys(lang: Lang, request_: str) -> None:
    assert words(lang)["request.INFO"] == request_


def test_what_the_frame_does_not_name_is_named_by_its_own_words() -> None:
    assert [name_of(FundKind.OTHER), name_of(FundKind.OTHER, "en")] == ["khác", "other"]


LAZY = """\
import sys, mttq
findings = mttq.check(mttq.load("examples/trung_son_2023.json"))
assert findings[0].explain() and findings.to_json() and mttq.render(findings)
english = [name for name in sys.modules if name.startswith("mttq.wording.") and name.endswith("_en")]
assert not english, english
assert findings[0].explain("en")
"""


def test_english_is_loaded_on_demand() -> None:
    subprocess.run([sys.executable, "-c", LAZY], check=True, cwd=Path(__file__).parents[2])


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="không có ngôn ngữ 'xx'; chọn một trong: vi, en"):
        words("xx")  # type: ignore[arg-type]
